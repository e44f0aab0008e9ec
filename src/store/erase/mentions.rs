//! Texts that may name who is erased: they are somebody's words, and only listed.
//!
//! Every text of the schema is looked through, but for those that the program erases itself, so a
//! table that is added later is looked through, too.

use rusqlite::{Connection, OptionalExtension};

use super::remembered;
use super::traces::{CHILDREN, Traces};
use crate::domain::erasure::Mention;
use crate::sentence::Sentence;
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::journal::quoted;

/// Tables of the books, which `books` sees to.
const BOOKS: [&str; 7] =
    ["operation", "operation_session", "row_change", "tombstone", "data_file", "record_hash", "erasure"];

/// The sessions they are delegates of.
pub(super) fn sessions(connection: &Connection, traces: &Traces) -> Result<Vec<i64>> {
    let sql = "SELECT DISTINCT session_id FROM delegate WHERE id IN (SELECT value FROM json_each(?1))
               ORDER BY session_id";
    let mut query = connection.prepare_cached(sql)?;
    let sessions = query.query_map([Json(&traces.delegates)], |row| row.get(0))?;
    Ok(sessions.collect::<rusqlite::Result<_>>()?)
}

/// Finds them, as they are after the erasure; `sessions` are those they were delegates of before.
pub(super) fn find(connection: &Connection, traces: &Traces, sessions: &[i64]) -> Result<Vec<Mention>> {
    let mut mentions = scans(connection, sessions)?;
    for (table, columns) in texts(connection)? {
        let selected: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
        let sql = format!("SELECT id, {} FROM {} ORDER BY id", selected.join(", "), quoted(&table));
        let mut query = connection.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let texts = (1..=columns.len()).filter_map(|at| row.get_ref(at).ok()?.as_str().ok());
            let found: Vec<String> = texts.filter_map(|text| traces.names.around(text)).collect();
            for around in found {
                mentions.push(Mention { place: place(connection, &table, row.get(0)?)?, around });
            }
        }
    }
    Ok(mentions)
}

/// The columns with text that somebody wrote, by table.
fn texts(connection: &Connection) -> Result<Vec<(String, Vec<String>)>> {
    let mut query = connection.prepare(
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND columns.type = 'TEXT'
         ORDER BY tables.name, columns.cid",
    )?;
    let mut rows = query.query([])?;
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, column): (String, String) = (row.get(0)?, row.get(1)?);
        if !is_looked_through(&table, &column) {
            continue;
        }
        match all.last_mut() {
            Some((last, columns)) if *last == table => columns.push(column),
            _ => all.push((table, vec![column])),
        }
    }
    Ok(all)
}

fn is_looked_through(table: &str, column: &str) -> bool {
    match table {
        // Others may have the same name; what is noted of them may be about who is erased.
        "person" | "delegate" => column == "note",
        // The register keeps whom a number was given to, and what was corrected of it.
        "certificate" | "certificate_correction" => false,
        // Base 64.
        "attachment" => column == "name",
        _ => {
            let is_key = ["uid", "name_key", "search_key"].contains(&column);
            let is_ours = BOOKS.contains(&table) || CHILDREN.contains(&table);
            !is_key && !is_ours && !remembered::is_kept(table, column)
        }
    }
}

/// Where a row is found, in words.
fn place(connection: &Connection, table: &str, row: i64) -> Result<Sentence> {
    let title = match table {
        "session" => Some("SELECT title FROM session WHERE id = ?1"),
        "organiser" | "audience_group" | "guest" | "cluster" | "presenter_slot" | "delegate" | "proposal"
        | "attachment" => None,
        "person" => Some("SELECT full_name FROM person WHERE id = ?1"),
        _ => return Ok(Sentence::new(elsewhere(table)).with("table", table)),
    };
    let of_session =
        format!("SELECT title FROM session WHERE id = (SELECT session_id FROM {table} WHERE id = ?1)");
    let title: Option<String> =
        connection.query_row(title.unwrap_or(&of_session), [row], |row| row.get(0)).optional()?;
    let place = Sentence::new(match table {
        "session" => "erase-place-session",
        "person" => "erase-place-note",
        "guest" => "erase-place-guests",
        "proposal" => "erase-place-proposals",
        "presenter_slot" => "erase-place-programme",
        _ => "erase-place-part",
    });
    Ok(place.with("title", title.unwrap_or_default()))
}

fn elsewhere(table: &str) -> &'static str {
    match table {
        "topic" | "cited_document" | "curriculum" => "erase-place-library",
        "programme_item" => "erase-place-items",
        "organisation"
        | "signatory"
        | "certificate_template"
        | "certificate_plan"
        | "certificate_issue"
        | "signature_picture"
        | "signature_use" => "erase-place-settings",
        "unit" | "unit_successor" | "cluster_unit" => "erase-place-units",
        _ => "erase-place-other",
    }
}

/// Files and scans that were added to sessions they are in: nobody has read them.
fn scans(connection: &Connection, sessions: &[i64]) -> Result<Vec<Mention>> {
    let mut scans = Vec::new();
    for table in ["attachment", "signed_scan"] {
        let mut query = connection.prepare_cached(&format!(
            "SELECT file.name, session.title FROM {table} AS file JOIN session ON session.id = file.session_id
             WHERE file.session_id IN (SELECT value FROM json_each(?1)) ORDER BY file.id"
        ))?;
        let found = query.query_map([Json(sessions)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for found in found {
            let (name, title): (String, String) = found?;
            let place = Sentence::new("erase-place-scan").with("name", name).with("title", title);
            scans.push(Mention { place, around: String::new() });
        }
    }
    Ok(scans)
}
