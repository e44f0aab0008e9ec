//! Numbers that were given before the form was finished: what is on no paper yet is made out as the session says now.

use std::collections::BTreeMap;

use super::issue::Issuing;
use super::{book, event};
use crate::domain::certificate::issue::IssueWay;
use crate::domain::certificate::state::Happened;
use crate::domain::id::{BookId, CertificateId, SessionId};
use crate::store::error::Result;
use crate::store::transact::Step;

/// Puts these certificates of a session under circumstances as they are now; their numbers and what is said of each stay.
/// The caller sees to it that none of them was printed.
pub(in crate::store) fn make_out(
    step: &Step<'_>,
    session: SessionId,
    certificates: &[CertificateId],
    why: &str,
) -> Result<()> {
    // One for each way and book in which they were issued.
    let mut issues: BTreeMap<(String, i64), i64> = BTreeMap::new();
    let sql = "SELECT issue.way, certificate.book_id FROM certificate
               JOIN certificate_issue AS issue ON issue.id = certificate.issue_id WHERE certificate.id = ?1";
    for id in certificates {
        let (way, own): (String, i64) =
            step.prepare_cached(sql)?.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let issue = match issues.get(&(way.clone(), own)) {
            Some(issue) => *issue,
            None => {
                let mut issuing = Issuing::begin(step, session, IssueWay::Results)?;
                issuing.number_by(step, &book::read(step, BookId(own))?)?;
                let set = "UPDATE certificate_issue SET way = ?2 WHERE id = ?1";
                step.prepare_cached(set)?.execute((issuing.id(), &way))?;
                issues.insert((way, own), issuing.id());
                issuing.id()
            }
        };
        step.prepare_cached(
            "UPDATE certificate SET issue_id = ?2, date = (SELECT date FROM certificate_issue WHERE id = ?2)
             WHERE id = ?1",
        )?
        .execute((id.0, issue))?;
        let corrected = Happened::Corrected { changes: Vec::new(), reason: Some(why.to_owned()) };
        event::append(step, *id, &corrected, None)?;
    }
    Ok(())
}
