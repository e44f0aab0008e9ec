//! The lines of a list that did not come in: kept with its import, to be read and taken in later.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::domain::list::{ImportPlan, KeptLine, MOST_KEPT};
use crate::domain::person_field::{of_written_fields, written_fields};
use crate::store::codec::Json;
use crate::store::error::{Result, StoreError};
use crate::store::record::Record;
use crate::store::transact::Step;

/// Keeps them with the import.
pub(super) fn keep(step: &Step<'_>, import: i64, plan: &ImportPlan) -> Result<()> {
    for left in plan.left().take(MOST_KEPT) {
        let line = left.line;
        Record::of("import_line")
            .set("import_id", import)
            .set("sheet", line.sheet.as_deref())
            .set("line", line.line)
            .set("cell", &line.cell)
            .set("kind", line.kind.code())
            .set("reason", left.reason())
            .set("text", &left.text)
            .set("person", left.row.map(|row| Json(written_fields(&row.person))))
            .insert(step)?;
    }
    Ok(())
}

/// The lines of an import that did not come in, in the order of the list; not those that were taken in later.
pub(in crate::store) fn of_import(connection: &Connection, import: i64) -> Result<Vec<KeptLine>> {
    let mut query = connection.prepare_cached(
        "SELECT id, sheet, line, cell, kind, reason, text, person FROM import_line
         WHERE import_id = ?1 AND taken = 0 ORDER BY id",
    )?;
    let lines = query.query_map([import], |row| {
        Ok(KeptLine {
            id: row.get(0)?,
            sheet: row.get(1)?,
            line: row.get(2)?,
            cell: row.get(3)?,
            kind: row.get(4)?,
            reason: row.get(5)?,
            text: row.get(6)?,
            person: row
                .get::<_, Option<Json<BTreeMap<String, String>>>>(7)?
                .map(|Json(it)| of_written_fields(&it)),
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// Notes that somebody was taken in from a line. Errors where it is gone, or was taken before.
pub(in crate::store) fn take(step: &Step<'_>, line: i64) -> Result<()> {
    let taken = "UPDATE import_line SET taken = 1 WHERE id = ?1 AND taken = 0";
    match step.prepare_cached(taken)?.execute([line])? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}
