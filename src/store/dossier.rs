//! One session read whole, for the papers.

use rusqlite::Connection;

use super::error::Result;
use super::{certificate, cluster, delegate, session, topic};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;

/// Reads everything a session holds, as of one moment.
pub(super) fn read(connection: &mut Connection, id: SessionId) -> Result<Dossier> {
    // One transaction, so that another program's write cannot fall in between.
    let connection = connection.transaction()?;
    let session = session::read(&connection, id)?;
    let heading = session::heading(&connection, id)?;
    let mut presenters = topic::presenters(&connection, id.0)?;
    let curriculum: Option<i64> =
        connection.query_row("SELECT curriculum_id FROM session WHERE id = ?1", [id.0], |row| row.get(0))?;
    let topics = match curriculum {
        Some(curriculum) => topic::curriculum(&connection, curriculum, &mut presenters.by_topic)?,
        None => Vec::new(),
    };
    Ok(Dossier {
        session,
        organisation: heading.organisation,
        letterhead: heading.letterhead,
        signatory: heading.signatory,
        organisers: session::organisers(&connection, id)?,
        audience: session::audience(&connection, id)?,
        guests: session::guests(&connection, id)?,
        topics,
        clusters: cluster::of_session(&connection, id, &mut presenters.by_item)?,
        delegates: delegate::of_session(&connection, id)?,
        certificates: certificate::of_session(&connection, id)?,
        certificate_form: certificate::form(&connection, id)?,
        certificate_pattern: certificate::usual_pattern(&connection, id)?,
        state_paid: delegate::state_paid(&connection, id)?,
    })
}
