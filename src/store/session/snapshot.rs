//! What a session that ended keeps for itself: the heading of its papers and its
//! topics. From then on neither settings nor library touch it.

use rusqlite::{Connection, OptionalExtension};

use super::heading;
use crate::domain::id::{CurriculumId, SessionId};
use crate::domain::organisation::Letterhead;
use crate::domain::topic::Topic;
use crate::store::codec::{Json, json};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::topic;
use crate::store::transact::Step;

/// Takes a snapshot: copies of heading and topics as they are now.
pub(in crate::store) fn take(step: &Step<'_>, session: SessionId) -> Result<()> {
    let heading = heading(step, session)?;
    Record::of("session")
        .set("organisation_name", heading.organisation)
        .set("letterhead", Json(heading.letterhead))
        .set("signatory", heading.signatory.map(Json))
        .set("topics", Json(followed(step, session)?))
        .update(step, session.0)
}

/// Releases it: heading and topics follow settings and library again.
pub(super) fn release(step: &Step<'_>, session: SessionId) -> Result<()> {
    Record::of("session")
        .set("organisation_name", None::<String>)
        .set("letterhead", None::<Json<Letterhead>>)
        .set("signatory", None::<String>)
        .set("topics", None::<String>)
        .update(step, session.0)
}

/// Gives a session the topics of a curriculum; one that ended keeps those.
pub(in crate::store) fn follow(step: &Step<'_>, session: SessionId, curriculum: CurriculumId) -> Result<()> {
    Record::of("session").set("curriculum_id", curriculum.0).update(step, session.0)?;
    match super::state(step, session)?.is_open() {
        true => Ok(()),
        false => Record::of("session").set("topics", Json(followed(step, session)?)).update(step, session.0),
    }
}

/// The topics of a session: its own copy if it has one, else those of its curriculum.
pub(in crate::store) fn topics(connection: &Connection, session: SessionId) -> Result<Vec<Topic>> {
    let mut query = connection.prepare_cached("SELECT topics FROM session WHERE id = ?1")?;
    let own = query.query_row([session.0], |row| json(row, "topics")).optional()?.flatten();
    match own {
        Some(topics) => Ok(topics),
        None => followed(connection, session),
    }
}

/// The topics of the curriculum a session follows, as the library has them now.
fn followed(connection: &Connection, session: SessionId) -> Result<Vec<Topic>> {
    let curriculum: Option<i64> =
        connection
            .query_row("SELECT curriculum_id FROM session WHERE id = ?1", [session.0], |row| row.get(0))?;
    let Some(curriculum) = curriculum else { return Ok(Vec::new()) };
    topic::curriculum(connection, curriculum, &mut topic::presenters(connection, session.0)?.by_topic)
}
