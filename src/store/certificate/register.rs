//! What is asked of the register: its lines, the history of one, and what a code says.

use std::collections::HashMap;

use rusqlite::{Connection, Params, Row};

use super::{code, copy, event};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::check_code::CheckCode;
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::certificate::register::{RegisterLine, RegisterQuery};
use crate::domain::certificate::state::{self, CertificateEvent};
use crate::domain::certificate::verify::Verdict;
use crate::domain::id::{BookId, CertificateId, DelegateId, SessionId};
use crate::domain::person::PersonDetails;
use crate::store::codec::{Json, needed_word, word};
use crate::store::error::Result;

/// So many certificates are asked about one by one; of more, the whole history is read.
const FEW: usize = 20;

/// The lines that answer a query, by year, book and number.
pub(in crate::store) fn lines(connection: &Connection, query: &RegisterQuery) -> Result<Vec<RegisterLine>> {
    let of = (query.session.map(|id| id.0), query.book.map(|id| id.0), query.year, Json(query.words()));
    let mut lines = read_lines(connection, ANSWERS, of)?;
    // How far it has come follows from its history.
    lines.retain(|line| query.reached.is_none_or(|reached| reached.holds(&line.state)) && query.means(line));
    Ok(lines)
}

/// One line.
pub(in crate::store) fn line(connection: &Connection, id: CertificateId) -> Result<RegisterLine> {
    let found = read_lines(connection, "certificate.id = ?1", [id.0])?;
    let found = found.into_iter().next();
    Ok(found.ok_or_else(|| CertificateMistake::UnknownNumber(String::new())).map_err(mistake)?)
}

/// What the register says of a code.
pub(in crate::store) fn verify(connection: &Connection, code: CheckCode) -> Result<Verdict> {
    let found = read_lines(connection, "certificate.check_code = ?1", [code.to_string()])?;
    Ok(Verdict::of(found.into_iter().next()))
}

/// A refusal as the store tells it.
pub(super) fn mistake(mistake: CertificateMistake) -> crate::domain::mistake::Mistake {
    mistake.into()
}

/// Of a session, a book, a year, and with all of these folded words; what is NULL is not asked.
const ANSWERS: &str = "
    (?1 IS NULL OR issue.session_id = ?1)
    AND (?2 IS NULL OR certificate.book_id = ?2)
    AND (?3 IS NULL OR book.year = ?3)
    AND NOT EXISTS (
        SELECT 1 FROM json_each(?4) AS word
        WHERE instr(certificate.search_key, word.value) = 0
            AND instr(lower(certificate.printed_number), word.value) = 0
            AND certificate.check_code IS NOT word.value
            AND NOT EXISTS (
                SELECT 1 FROM certificate_event AS event
                WHERE event.certificate_id = certificate.id AND instr(lower(event.blank_number), word.value) > 0
            )
    )";

/// The lines for which this is so, by year, book and number.
fn read_lines<P: Params>(connection: &Connection, which: &str, of: P) -> Result<Vec<RegisterLine>> {
    let lines = include_str!("register.sql");
    // A number that an old register gives twice is only printed in its second line: it stands behind the others.
    let order = "book.year, book.id, certificate.number IS NULL, certificate.number, certificate.edition, certificate.id";
    let mut query = connection.prepare_cached(&format!("{lines} WHERE {which} ORDER BY {order}"))?;
    let found = query.query_map(of, read)?;
    let mut found = found.collect::<rusqlite::Result<Vec<RegisterLine>>>()?;
    let mut events = events_of(connection, &found)?;
    for line in &mut found {
        let events = events.remove(&line.id).unwrap_or_default();
        line.state = CertificateState::of(&events);
        line.listed = line.listed.take().filter(|_| line.state.is_valid());
        line.blank_number = state::blank_number(&events).map(str::to_owned);
    }
    Ok(found)
}

fn events_of(
    connection: &Connection,
    lines: &[RegisterLine],
) -> Result<HashMap<CertificateId, Vec<CertificateEvent>>> {
    if lines.len() > FEW {
        let all = "SELECT * FROM certificate_event ORDER BY certificate_id, id";
        return event::grouped(connection, all, []);
    }
    let ids: Vec<i64> = lines.iter().map(|line| line.id.0).collect();
    let some = "SELECT event.* FROM json_each(?1) AS one
                JOIN certificate_event AS event ON event.certificate_id = one.value
                ORDER BY event.certificate_id, event.id";
    event::grouped(connection, some, [Json(&ids)])
}

fn read(row: &Row<'_>) -> rusqlite::Result<RegisterLine> {
    let copy = copy(row)?;
    let listed = listed(row)?.and_then(|details| copy.otherwise(&details));
    Ok(RegisterLine {
        id: CertificateId(row.get("id")?),
        book: BookId(row.get("book_id")?),
        session: row.get::<_, Option<i64>>("of_session")?.map(SessionId),
        session_title: row.get("session_title")?,
        delegate: row.get::<_, Option<i64>>("delegate_id")?.map(DelegateId),
        number: row.get("number")?,
        edition: row.get("edition")?,
        printed_number: row.get("printed_number")?,
        series: row.get("series")?,
        year: row.get("year")?,
        date: word(row, "date")?,
        way: needed_word(row, "way")?,
        copy,
        listed,
        code: code(row)?,
        // Follows from its history.
        state: CertificateState::default(),
        blank_number: None,
        reissue_of: row.get::<_, Option<i64>>("reissue_of")?.map(CertificateId),
        replaces: row.get("replaces")?,
        reissued_as: row.get("reissued_as")?,
        source: row.get("source")?,
        erased: row.get::<_, Option<String>>("erased_at")?.is_some(),
    })
}

/// What the list says of whom it was issued to. `None`: of an old register, or erased.
fn listed(row: &Row<'_>) -> rusqlite::Result<Option<PersonDetails>> {
    let Some(full_name) = row.get("listed_name")? else { return Ok(None) };
    Ok(Some(PersonDetails {
        full_name,
        gender: word(row, "listed_gender")?,
        birth: word(row, "listed_birth")?,
        position: row.get("listed_position")?,
        unit: row.get("listed_unit")?,
        ..PersonDetails::default()
    }))
}
