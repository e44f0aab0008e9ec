//! Rows whose place in the file is not certain: pages that no tree leads to, and rows that their
//! branch cannot have.
//!
//! Such a page belongs to the one table whose rows all of its rows can be. Tables that miss a branch
//! are asked first; where several are left, the one whose columns are as many, and then the one whose
//! rows refer to rows that there are. Else they are counted and not guessed. What was deleted does not come back: its note says so.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::pages::Pages;
use super::record::Record;
use super::report::SalvageReport;
use super::rows::Rows;
use super::tables::{self, Table};
use super::walk::{Missing, Row, Walk};
use crate::progress::Progress;
use crate::store::error::{Result, StoreError};
use crate::store::journal::quoted;
use crate::store::record_hash;

/// The rows of the table of tables that no tree leads to: its first page is the first of the file,
/// and only leads to the others.
pub(super) fn of_tables(walk: &mut Walk<'_>, pages: &Pages, progress: &Progress) -> Result<Vec<Record>> {
    let free = pages.free()?;
    let mut found = Vec::new();
    for page in 1..=pages.count() {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let Some((rows, _)) = walk.left_over(page, &free)? else { continue };
        let records: Vec<Record> = rows.into_iter().map(|row| row.record).collect();
        if tables::are_of_tables(&records) {
            walk.claim(page);
            found.extend(records);
        }
    }
    pages.forget_overflow();
    Ok(found)
}

/// Gives stray rows to their tables.
pub(super) fn place(
    file: &Connection,
    walk: &mut Walk<'_>,
    pages: &Pages,
    tables: &[Table],
    missing: &[Missing],
    report: &mut SalvageReport,
    progress: &Progress,
) -> Result<()> {
    for (table, missing) in tables.iter().zip(missing) {
        let mut rows = Rows::new(file, table);
        for stray in &missing.doubtful {
            if stray.is_taken || walk.claim(stray.page) {
                for row in &stray.rows {
                    report.unread_rows += usize::from(!rows.add(row, report)?);
                }
            }
        }
    }
    let judge = Judge::new(file, tables, missing)?;
    let mut left = Vec::new();
    let free = pages.free()?;
    for page in 1..=pages.count() {
        if page.is_multiple_of(64) {
            progress.reach(2 * pages.count() as usize + page as usize, 3 * pages.count() as usize);
        }
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        if let Some((rows, unread)) = walk.left_over(page, &free)?
            && !judge.place(&rows, unread, report)?
        {
            left.push((rows, unread));
        }
    }
    // What rows refer to may have been among the strays.
    loop {
        let before = left.len();
        let mut still = Vec::new();
        for (rows, unread) in left {
            if !judge.place(&rows, unread, report)? {
                still.push((rows, unread));
            }
        }
        left = still;
        if left.len() == before {
            break;
        }
    }
    report.unplaced_rows += left.iter().map(|(rows, _)| rows.len()).sum::<usize>();
    Ok(())
}

/// Decides which table a page of rows is of.
struct Judge<'c> {
    file: &'c Connection,
    /// Tables that miss something before the others.
    tables: Vec<&'c Table>,
    missing: usize,
    /// Every person, delegate, mark and certificate that there was has its note.
    knows_all: bool,
}

impl<'c> Judge<'c> {
    fn new(file: &'c Connection, tables: &'c [Table], missing: &[Missing]) -> Result<Self> {
        let all = || tables.iter().zip(missing);
        let of_rows = |table: &&Table| table.has_id();
        let lacking =
            all().filter(|(_, missing)| missing.branches > 0).map(|(table, _)| table).filter(of_rows);
        let whole =
            all().filter(|(_, missing)| missing.branches == 0).map(|(table, _)| table).filter(of_rows);
        let missing = lacking.clone().count();
        let knows_all = all().any(|(table, missing)| {
            table.name == "record_hash" && missing.branches + missing.rows + missing.doubtful.len() == 0
        });
        Ok(Self { file, tables: lacking.chain(whole).collect(), missing, knows_all })
    }

    /// Puts the rows of a page where they belong; no if that is not certain.
    fn place(&self, rows: &[Row], unread: usize, report: &mut SalvageReport) -> Result<bool> {
        let (lacking, whole) = self.tables.split_at(self.missing);
        for tables in [lacking, whole] {
            let mut fitting = Vec::new();
            for table in tables.iter().filter(|table| rows.iter().all(|row| table.fits(&row.record))) {
                let mut alive = Vec::new();
                for row in rows {
                    if !self.is_gone_or_known(table, row)? {
                        alive.push(row);
                    }
                }
                if alive.is_empty() {
                    return Ok(true);
                }
                if let Some(links) = self.try_out(table, &alive)? {
                    let is_filled = alive.iter().all(|row| table.is_filled_by(&row.record));
                    fitting.push(((is_filled, links), *table, alive));
                }
            }
            fitting.sort_by_key(|(evidence, ..)| std::cmp::Reverse(*evidence));
            let is_certain = match fitting.as_slice() {
                [_] => true,
                [(best, ..), (next, ..), ..] => best > next,
                [] => false,
            };
            if is_certain {
                let (_, table, alive) = &fitting[0];
                let mut into = Rows::new(self.file, table);
                for row in alive {
                    report.unread_rows += usize::from(!into.add(row, report)?);
                }
                report.unread_rows += unread;
                return Ok(true);
            }
            if !fitting.is_empty() {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// Whether a row was deleted, or stands in its table already: what SQLite leaves in pages that
    /// it uses no more.
    fn is_gone_or_known(&self, table: &Table, row: &Row) -> Result<bool> {
        if let (true, Some(kind)) = (self.knows_all, record_hash::kind_of(&table.name)) {
            let mut noted =
                self.file.prepare_cached("SELECT 1 FROM record_hash WHERE kind = ?1 AND row_id = ?2")?;
            if !noted.exists((kind, row.id))? {
                return Ok(true);
            }
        }
        let Some(Value::Text(uid)) = table.value(&row.record, "uid") else { return Ok(false) };
        let mut known =
            self.file.prepare_cached(&format!("SELECT 1 FROM {} WHERE uid = ?1", quoted(&table.name)))?;
        if known.exists([uid])? {
            return Ok(true);
        }
        if !self.file.table_exists(None, "tombstone")? {
            return Ok(false);
        }
        let mut gone = self.file.prepare_cached("SELECT 1 FROM tombstone WHERE uid = ?1")?;
        Ok(gone.exists([uid])?)
    }

    /// How many links of these rows lead to rows that there are; none if the table does not take
    /// them. Nothing of them stays.
    fn try_out(&self, table: &Table, alive: &[&Row]) -> Result<Option<usize>> {
        self.file.execute_batch("SAVEPOINT try_out")?;
        let links = self.links(table, alive);
        self.file.execute_batch("ROLLBACK TO try_out; RELEASE try_out")?;
        links
    }

    fn links(&self, table: &Table, alive: &[&Row]) -> Result<Option<usize>> {
        let mut into = Rows::new(self.file, table);
        for row in alive {
            if !into.insert(row)? {
                return Ok(None);
            }
        }
        let mut keys =
            self.file.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let keys = keys.query_map([&table.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let keys: Vec<(String, String)> = keys.collect::<rusqlite::Result<_>>()?;
        let mut links = 0;
        for (column, parent) in keys {
            let (table, column, parent) = (quoted(&table.name), quoted(&column), quoted(&parent));
            let mut leads = self.file.prepare_cached(&format!(
                "SELECT 1 FROM {table} AS child JOIN {parent} AS parent ON parent.id = child.{column}
                 WHERE child.id = ?1"
            ))?;
            for row in alive {
                links += usize::from(leads.query_row([row.id], |_| Ok(())).optional()?.is_some());
            }
        }
        Ok(Some(links))
    }
}
