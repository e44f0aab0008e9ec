//! Sổ phôi: forms that came printed, and what became of them.

use rusqlite::{Connection, Row};

use crate::domain::certificate::stock::{self, StockEntry, StockLine};
use crate::domain::id::{OrganisationId, SessionId, StockId};
use crate::domain::mistake::Mistake;
use crate::store::codec::{Word, needed_word, word};
use crate::store::error::{Result, StoreError};
use crate::store::record::Record;
use crate::store::transact::Step;

/// All lines of an organisation's book, or of nobody's, as they were entered.
pub(in crate::store) fn of(
    connection: &Connection,
    organisation: Option<OrganisationId>,
) -> Result<Vec<StockLine>> {
    let sql = "SELECT * FROM certificate_stock WHERE organisation_id IS ?1 ORDER BY id";
    let mut query = connection.prepare_cached(sql)?;
    let lines = query.query_map([organisation.map(|id| id.0)], from_row)?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<StockLine> {
    Ok(StockLine {
        id: StockId(row.get("id")?),
        organisation: row.get::<_, Option<i64>>("organisation_id")?.map(OrganisationId),
        entry: StockEntry {
            kind: needed_word(row, "kind")?,
            count: row.get("count")?,
            serial_from: row.get("serial_from")?,
            serial_to: row.get("serial_to")?,
            date: word(row, "date")?,
            session: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
            note: row.get("note")?,
        },
    })
}

/// Adds a line. Refused: no forms, and more than there are.
pub(in crate::store) fn add(
    step: &Step<'_>,
    organisation: Option<OrganisationId>,
    entry: &StockEntry,
) -> Result<StockId> {
    let there = of(step, organisation)?;
    stock::check(entry, stock::left(there.iter().map(|line| &line.entry))).map_err(Mistake::from)?;
    let id = Record::of("certificate_stock")
        .with_uid()
        .set("organisation_id", organisation.map(|id| id.0))
        .set("session_id", entry.session.map(|id| id.0))
        .set("kind", Word(entry.kind))
        .set("count", entry.count)
        .set("serial_from", &entry.serial_from)
        .set("serial_to", &entry.serial_to)
        .set("date", entry.date.map(Word))
        .set("note", &entry.note)
        .insert(step)?;
    Ok(StockId(id))
}

/// Takes a line out that was entered by mistake.
pub(in crate::store) fn remove(step: &Step<'_>, id: StockId) -> Result<()> {
    match step.execute("DELETE FROM certificate_stock WHERE id = ?1", [id.0])? {
        0 => Err(StoreError::Conflict),
        _ => Ok(()),
    }
}
