//! The programme of a session, item by item.

mod copy;
mod edit;
mod presenters;

use rusqlite::Connection;

use super::error::Result;
use super::{cluster, curriculum, session, topic};
use crate::domain::id::{CurriculumId, SessionId};
use crate::domain::programme::{Programme, SessionTopic};

pub(super) use copy::{copy_into, replace, take_over};
pub(super) use edit::{
    NewItem, add, checked, delete, details_of, edit, relocate, set_hours, sitting_of, topic_titled,
};
pub(super) use presenters::set_given;

/// Reads the programme of a session.
pub(super) fn read(connection: &Connection, id: SessionId) -> Result<Programme> {
    session::state(connection, id)?;
    let curriculum = session_curriculum(connection, id)?;
    let clusters = cluster::of_session(connection, id, &mut topic::presenters(connection, id.0)?.by_item)?;
    let topics = match curriculum {
        Some(curriculum) => session_topics(connection, curriculum)?,
        None => Vec::new(),
    };
    Ok(Programme { curriculum, topics, clusters })
}

/// The curriculum a session follows.
pub(super) fn session_curriculum(connection: &Connection, id: SessionId) -> Result<Option<CurriculumId>> {
    let sql = "SELECT curriculum_id FROM session WHERE id = ?1";
    let curriculum: Option<i64> = connection.query_row(sql, [id.0], |row| row.get(0))?;
    Ok(curriculum.map(CurriculumId))
}

fn session_topics(connection: &Connection, curriculum: CurriculumId) -> Result<Vec<SessionTopic>> {
    let topics = curriculum::topics(connection, curriculum)?;
    topics
        .into_iter()
        .map(|id| {
            let details = topic::edit::read(connection, id)?;
            let parts = topic::parts(connection, id)?;
            Ok(SessionTopic { id, title: details.title, minutes: details.minutes, parts })
        })
        .collect()
}
