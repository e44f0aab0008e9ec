//! One session read whole, for the papers.

use rusqlite::Connection;

use super::error::Result;
use super::{
    attendance, certificate, cluster, completion, delegate, own_column, receipt, session, settings, topic,
};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::retention::HABIT;

/// Reads everything a session holds, as of one moment.
pub(super) fn read(connection: &mut Connection, id: SessionId) -> Result<Dossier> {
    // One transaction, so that another program's write cannot fall in between.
    let connection = connection.transaction()?;
    let session = session::read(&connection, id)?;
    let heading = session::heading(&connection, id)?;
    let mut presenters = topic::presenters(&connection, id.0)?;
    let certificate_form = certificate::form(&connection, id)?;
    let issues = certificate::issues_of_session(&connection, id)?;
    let signatories = [heading.signatory.as_ref(), certificate_form.as_ref().map(|form| &form.signatory)];
    let signatories = signatories.into_iter().flatten().chain(issues.iter().map(|issue| &issue.signatory));
    let signatures = certificate::picture::signatures(&connection, signatories.map(|one| one.name.as_str()))?;
    Ok(Dossier {
        session,
        signatures,
        organisation: heading.organisation,
        letterhead: heading.letterhead,
        signatory: heading.signatory,
        logo: session::logo(&connection, id)?,
        organisers: session::organisers(&connection, id)?,
        audience: session::audience(&connection, id)?,
        guests: session::guests(&connection, id)?,
        topics: session::topics(&connection, id)?,
        clusters: cluster::of_session(&connection, id, &mut presenters.by_item)?,
        delegates: delegate::of_session(&connection, id)?,
        own_columns: own_column::of_session(&connection, id)?,
        attendance: attendance::of_session(&connection, id)?,
        receipts: receipt::of_session(&connection, id)?,
        completion: completion::of_session(&connection, id)?,
        turnout: attendance::turnout::of_session(&connection, id)?,
        certificates: certificate::of_session(&connection, id)?,
        certificate_pictures: certificate::template::pictures_of_session(
            &connection,
            certificate_form.as_ref(),
            &issues,
        )?,
        issues,
        certificate_form,
        certificate_pattern: certificate::usual_pattern(&connection, id)?,
        state_paid: delegate::state_paid(&connection, id)?,
        retention: session::retention::read(&connection, id)?,
        usually_kept: settings::read(&connection, HABIT)?.and_then(|years| years.parse().ok()),
    })
}
