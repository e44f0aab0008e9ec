//! Sessions deleted, and the samples with all that came with them.

use super::read;
use crate::domain::id::SessionId;
use crate::domain::mistake::Mistake;
use crate::domain::session::SamplesRemoved;
use crate::store::attendance;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Deletes a session with everything in it, and those of its people who are
/// invented and in no other session. Returns how many people that were. Refused when
/// attendance was marked in it, or certificates were issued, whose numbers stay given; those of a sample are invented.
pub(in crate::store) fn delete(step: &Step<'_>, id: SessionId) -> Result<usize> {
    let details = read(step, id)?.details;
    if details.sample_note.is_none() {
        refuse_certified(step, id, details.title)?;
    }
    attendance::refuse_marked(step, attendance::Of::Session(id))?;
    attendance::scans::refuse_scanned(step, id)?;
    let mut invented = step.prepare_cached(
        "SELECT person.id FROM person JOIN delegate ON delegate.person_id = person.id
         WHERE delegate.session_id = ?1 AND person.is_sample = 1 ORDER BY person.id",
    )?;
    let invented: Vec<i64> =
        invented.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    delete_certificates(step, id)?;
    step.execute("DELETE FROM session WHERE id = ?1", [id.0])?;
    let mut delete = step.prepare_cached(
        "DELETE FROM person
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM delegate WHERE delegate.person_id = person.id)",
    )?;
    let mut people = 0;
    for person in invented {
        people += delete.execute([person])?;
    }
    Ok(people)
}

fn refuse_certified(step: &Step<'_>, id: SessionId, title: String) -> Result<()> {
    let sql = "SELECT count(*) FROM certificate JOIN delegate ON delegate.id = certificate.delegate_id
               WHERE delegate.session_id = ?1";
    match step.prepare_cached(sql)?.query_row([id.0], |row| row.get(0))? {
        0 => Ok(()),
        count => Err(Mistake::SessionHasCertificates { title, count }.into()),
    }
}

/// A certificate holds on to its delegate, and a reissue to the certificate it
/// replaces: the latest goes first.
fn delete_certificates(step: &Step<'_>, session: SessionId) -> Result<()> {
    let mut query = step.prepare_cached(
        "SELECT certificate.id FROM certificate JOIN delegate ON delegate.id = certificate.delegate_id
         WHERE delegate.session_id = ?1 ORDER BY certificate.id DESC",
    )?;
    let ids: Vec<i64> = query.query_map([session.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for id in ids {
        step.prepare_cached("DELETE FROM certificate WHERE id = ?1")?.execute([id])?;
    }
    step.prepare_cached("DELETE FROM certificate_issue WHERE session_id = ?1")?.execute([session.0])?;
    Ok(())
}

/// Deletes every sample session; then the books, templates, curricula, topics,
/// documents and organisations that came with them, unless something else uses
/// them or they were edited since. Units stay: they are real places.
pub(in crate::store) fn samples(step: &Step<'_>) -> Result<SamplesRemoved> {
    let mut query = step.prepare("SELECT id FROM session WHERE sample_note IS NOT NULL ORDER BY id")?;
    let sessions: Vec<i64> = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let came_with: Vec<(&str, Vec<i64>)> =
        CAME_WITH.iter().map(|(query, delete)| Ok((*delete, ids(step, query)?))).collect::<Result<_>>()?;
    let mut removed = SamplesRemoved::default();
    for id in sessions {
        removed.people += delete(step, SessionId(id))?;
        removed.sessions += 1;
    }
    // Those who were taken off a list before their session went.
    removed.people += step.execute(
        "DELETE FROM person
         WHERE is_sample = 1 AND NOT EXISTS (SELECT 1 FROM delegate WHERE delegate.person_id = person.id)",
        [],
    )?;
    for (delete, ids) in came_with {
        for id in ids {
            step.prepare_cached(delete)?.execute([id])?;
        }
    }
    Ok(removed)
}

/// What samples bring besides sessions: how to find it while they are there, and
/// how to delete one of it once they are gone, if nothing else needs it.
const CAME_WITH: [(&str, &str); 6] = [
    (
        "SELECT DISTINCT template_id FROM certificate_plan JOIN session ON session.id = session_id
         WHERE sample_note IS NOT NULL",
        "DELETE FROM certificate_template
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM certificate_plan WHERE template_id = ?1)",
    ),
    (
        "SELECT DISTINCT book_id FROM certificate_plan JOIN session ON session.id = session_id
         WHERE sample_note IS NOT NULL",
        "DELETE FROM certificate_book
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM certificate_plan WHERE book_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM certificate WHERE book_id = ?1)",
    ),
    (
        "SELECT DISTINCT curriculum_id FROM session WHERE sample_note IS NOT NULL AND curriculum_id IS NOT NULL",
        "DELETE FROM curriculum
         WHERE id = ?1 AND version = 1 AND NOT EXISTS (SELECT 1 FROM session WHERE curriculum_id = ?1)",
    ),
    (
        "SELECT DISTINCT topic_id FROM curriculum_topic JOIN session USING (curriculum_id)
         WHERE sample_note IS NOT NULL",
        "DELETE FROM topic
         WHERE id = ?1 AND version = 1 AND NOT EXISTS (SELECT 1 FROM curriculum_topic WHERE topic_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM programme_item WHERE topic_id = ?1)",
    ),
    (
        include_str!("sample_documents.sql"),
        "DELETE FROM cited_document
         WHERE id = ?1 AND version = 1 AND NOT EXISTS (SELECT 1 FROM topic_cites WHERE document_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM document_cites WHERE cited_id = ?1)",
    ),
    (
        "SELECT DISTINCT organisation_id FROM session
         WHERE sample_note IS NOT NULL AND organisation_id IS NOT NULL",
        "DELETE FROM organisation
         WHERE id = ?1 AND version = 1 AND NOT EXISTS (SELECT 1 FROM session WHERE organisation_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM signatory WHERE organisation_id = ?1 AND version > 1)",
    ),
];

fn ids(step: &Step<'_>, query: &str) -> Result<Vec<i64>> {
    let mut query = step.prepare(query)?;
    let ids = query.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}
