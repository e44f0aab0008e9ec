//! Looking for damage: at a glance when a file is opened, and through all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode};

use super::error::{Result, StoreError};
use super::header::{self, Header};
use super::journal::quoted;
use super::migrate;
use super::record_hash::{self, Altered};

/// What `check` found; empty when the file is sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Damage as SQLite words it.
    pub damage: Vec<String>,
    /// Rows that point to nothing, by table.
    pub dangling: Vec<String>,
    /// Text that is none, by table and column.
    pub bad_text: Vec<String>,
    /// Records that are not as the program wrote them.
    pub altered: Vec<Altered>,
    /// Another program has written the file, which the program noticed at this time.
    pub written_elsewhere: Option<String>,
}

impl CheckReport {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.is_whole() && self.dangling.is_empty() && self.bad_text.is_empty() && self.altered.is_empty()
    }

    /// Whether all of it can be read, whatever it says.
    pub fn is_whole(&self) -> bool {
        self.damage.is_empty()
    }

    /// Whether what it says may have been spoiled by the disk: it is not as any program wrote it.
    pub fn may_be_spoiled(&self) -> bool {
        !self.is_whole() || (!self.is_sound() && self.written_elsewhere.is_none())
    }

    /// How much was found.
    pub fn findings(&self) -> usize {
        self.damage.len() + self.dangling.len() + self.bad_text.len() + self.altered.len()
    }

    /// What was found first, the worst before.
    pub fn first(&self) -> Option<String> {
        let words = self.damage.first().or(self.dangling.first()).or(self.bad_text.first()).cloned();
        words.or_else(|| self.altered.first().map(|one| format!("{} {}", one.table, one.row)))
    }
}

/// At most so many findings are listed: a badly damaged file has thousands.
const MOST_FINDINGS: usize = 20;

/// Reads the whole file and looks for damage. Changes nothing.
pub(super) fn check(connection: &Connection) -> Result<CheckReport> {
    let mut report = CheckReport::default();
    match look_through(connection, &mut report) {
        Err(StoreError::Corrupt(finding)) => report.damage.push(finding),
        done => done?,
    }
    Ok(report)
}

fn look_through(connection: &Connection, report: &mut CheckReport) -> Result<()> {
    report.damage.extend(missing(connection)?);
    let mut integrity = connection.prepare(&format!("PRAGMA integrity_check({MOST_FINDINGS})"))?;
    for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
        match line {
            Ok(line) if line == "ok" => {}
            Ok(line) => report.damage.push(line),
            // Damage bad enough to stop the check is a finding, too.
            Err(error) => report.damage.push(error.to_string()),
        }
    }
    if !report.damage.is_empty() {
        return Ok(());
    }
    let mut foreign = connection.prepare("PRAGMA foreign_key_check")?;
    for table in foreign.query_map([], |row| row.get::<_, String>(0))?.take(MOST_FINDINGS) {
        report.dangling.push(table?);
    }
    report.bad_text = bad_text(connection)?;
    if connection.table_exists(None, "record_hash")? {
        report.altered = record_hash::altered(connection, MOST_FINDINGS, &mut || true)?;
        let mut noticed = connection.prepare("SELECT value FROM data_file WHERE name = 'elsewhere'")?;
        report.written_elsewhere =
            rusqlite::OptionalExtension::optional(noticed.query_row([], |row| row.get(0)))?;
    }
    Ok(())
}

/// Checks a file that no program has open, such as a copy that was just made.
pub(super) fn check_file(path: &Path) -> Result<CheckReport> {
    check(&super::open::open_any_version(path)?.connection)
}

/// How long the look at an opening may take.
const GLANCE: Duration = Duration::from_millis(15);

/// How many steps of SQLite's machine pass before time is asked for: some tens of microseconds.
const STEPS: i32 = 2000;

/// Looks at a file that is being opened for writing, for [`GLANCE`]: all of a small one, of a large
/// one what fits. Errors where it is damaged, for writing makes that worse.
pub(super) fn glance(connection: &mut Connection, header: &Header, version: i64) -> Result<()> {
    let until = Instant::now() + GLANCE;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    if version == migrate::KNOWN
        && let Some(finding) = missing(connection)?
    {
        return Err(StoreError::Corrupt(finding));
    }
    if let Some(shorter) = header.is_cut_short()? {
        return Err(StoreError::Corrupt(shorter));
    }
    connection.progress_handler(STEPS, Some(move || Instant::now() > until))?;
    let found = quick_check(connection);
    connection.progress_handler(0, None::<fn() -> bool>)?;
    match found? {
        Some(finding) => Err(StoreError::Corrupt(finding)),
        None => Ok(()),
    }
}

/// The first damage that is found before time is up.
fn quick_check(connection: &Connection) -> Result<Option<String>> {
    let found = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match found {
        Ok(answer) if answer == "ok" => Ok(None),
        // What was found stands in the last line, under the name of the database.
        Ok(answer) => Ok(Some(answer.lines().last().unwrap_or_default().to_owned())),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The tables of our schema with their columns.
static SCHEMA: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let made = Connection::open_in_memory().map_err(StoreError::from).and_then(|mut memory| {
        migrate::apply(&mut memory, 0, &migrate::MIGRATIONS)?;
        tables(&memory)
    });
    // Memory that SQLite cannot have is missed elsewhere soon enough.
    made.unwrap_or_default()
});

fn tables(connection: &Connection) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut columns = connection.prepare(
        "SELECT tables.name, columns.name
         FROM main.sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for column in columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (table, column): (String, String) = column?;
        tables.entry(table).or_default().insert(column);
    }
    Ok(tables)
}

/// What a file of our schema lacks, if anything: it bears our mark and is not ours, or it is
/// damaged. Of older schemas nothing is known.
fn missing(connection: &Connection) -> Result<Option<String>> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version != migrate::KNOWN {
        return Ok(None);
    }
    let there = tables(connection)?;
    let lacking = SCHEMA.iter().find_map(|(table, columns)| match there.get(table) {
        None => Some(table.clone()),
        Some(there) => columns.difference(there).next().map(|column| format!("{table}.{column}")),
    });
    Ok(lacking.map(|name| format!("no {name}")))
}

/// Text that is none: bytes that are no Unicode, which another program may have written.
fn bad_text(connection: &Connection) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (table, columns) in tables(connection)? {
        let mut rows = connection.prepare(&format!("SELECT * FROM {}", quoted(&table)))?;
        let names: Vec<String> = rows.column_names().map(str::to_owned).collect();
        debug_assert_eq!(names.len(), columns.len());
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            for (column, name) in names.iter().enumerate() {
                if let ValueRef::Text(bytes) = row.get_ref(column)?
                    && std::str::from_utf8(bytes).is_err()
                {
                    found.push(format!("{table}.{name}"));
                    if found.len() >= MOST_FINDINGS {
                        return Ok(found);
                    }
                }
            }
        }
    }
    Ok(found)
}

/// Writes "�" for each piece of text that is none; answers how many texts that concerned. What the
/// bytes said before cannot be told by any text, so no step could bring it back.
pub(super) fn mend_text(transaction: &Connection) -> Result<usize> {
    let mut mended = 0;
    for (table, _) in tables(transaction)? {
        mended += mend_table(transaction, &quoted(&table))?;
    }
    Ok(mended)
}

fn mend_table(transaction: &Connection, table: &str) -> Result<usize> {
    let mut rows = transaction.prepare(&format!("SELECT * FROM {table}"))?;
    let names: Vec<String> = rows.column_names().map(quoted).collect();
    let mut bad: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..names.len() {
            if let ValueRef::Text(bytes) = row.get_ref(column)?
                && std::str::from_utf8(bytes).is_err()
            {
                bad.push((column, bytes.to_vec()));
            }
        }
    }
    for (column, bytes) in &bad {
        let name = &names[*column];
        // The same bytes elsewhere become the same text, so no number of a row is needed.
        let mend = format!("UPDATE {table} SET {name} = ?1 WHERE CAST({name} AS BLOB) = ?2");
        transaction.execute(&mend, (String::from_utf8_lossy(bytes), bytes))?;
    }
    Ok(bad.len())
}

/// Whether a program other than this one has written the file since this one did.
pub(super) fn was_written_elsewhere(connection: &Connection, header: &Header) -> Result<bool> {
    let (noted, writes) = (header::noted(connection)?, header.writes()?);
    Ok(noted.is_some_and(|noted| noted != writes))
}
