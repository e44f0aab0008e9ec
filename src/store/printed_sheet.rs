//! A signed page as a print run keeps it: people and sittings by their uids, which outlast the rows of this file.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::error::Result;
use crate::domain::attendance::page::{PrintedSheet, SheetColumn, SheetGeometry, SheetRow};
use crate::domain::id::{DelegateId, SittingId};

/// What stands in `print_run_page.sheet`, as JSON.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptSheet {
    rows: Vec<KeptRow>,
    columns: Vec<KeptColumn>,
    geometry: SheetGeometry,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptRow {
    delegate: Option<String>,
    number: u32,
    edges: (f32, f32),
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptColumn {
    sittings: Vec<String>,
    edges: (f32, f32),
}

impl KeptSheet {
    /// A page as it was printed.
    pub(super) fn of(connection: &Connection, sheet: &PrintedSheet) -> Result<Self> {
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let delegate = match row.delegate {
                Some(delegate) => uid(connection, DELEGATE_UID, delegate.0)?,
                None => None,
            };
            rows.push(KeptRow { delegate, number: row.number, edges: row.edges });
        }
        let mut columns = Vec::with_capacity(sheet.columns.len());
        for column in &sheet.columns {
            let mut sittings = Vec::new();
            for sitting in &column.sittings {
                sittings.extend(uid(connection, SITTING_UID, sitting.0)?);
            }
            columns.push(KeptColumn { sittings, edges: column.edges });
        }
        Ok(Self { rows, columns, geometry: sheet.geometry.clone() })
    }

    /// What was kept; `None` where it cannot be read, as of a page of before: it has to be printed again.
    pub(super) fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).inspect_err(|error| tracing::warn!(%error, "a printed page")).ok()
    }

    /// The page, with people and sittings as this file knows them. Who is gone leaves a row of nobody.
    pub(super) fn printed(self, connection: &Connection) -> Result<PrintedSheet> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let delegate = match &row.delegate {
                Some(uid) => id(connection, "SELECT id FROM delegate WHERE uid = ?1", uid)?,
                None => None,
            };
            let delegate = delegate.map(DelegateId);
            rows.push(SheetRow { delegate, number: row.number, edges: row.edges });
        }
        let mut columns = Vec::with_capacity(self.columns.len());
        for column in self.columns {
            let mut sittings = Vec::new();
            for uid in &column.sittings {
                sittings.extend(id(connection, "SELECT id FROM sitting WHERE uid = ?1", uid)?.map(SittingId));
            }
            columns.push(SheetColumn { sittings, edges: column.edges });
        }
        Ok(PrintedSheet { rows, columns, geometry: self.geometry })
    }
}

const DELEGATE_UID: &str = "SELECT uid FROM delegate WHERE id = ?1";
const SITTING_UID: &str = "SELECT uid FROM sitting WHERE id = ?1";

fn uid(connection: &Connection, sql: &str, id: i64) -> Result<Option<String>> {
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

fn id(connection: &Connection, sql: &str, uid: &str) -> Result<Option<i64>> {
    Ok(connection.prepare_cached(sql)?.query_row([uid], |row| row.get(0)).optional()?)
}
