//! Which sessions a line of the history is about.
//!
//! Filled inside of the step from the rows that it touched. How a row hangs on a session is read
//! from the foreign keys of the schema, so a table that is added needs no line here.

use std::collections::{HashMap, HashSet, VecDeque};

use rusqlite::{Connection, OptionalExtension};

use super::{HistoryEntry, PastSession};
use crate::domain::id::SessionId;
use crate::sentence::{Sentence, Value};
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::journal::quoted;
use crate::store::watch::Inserted;

/// A column by which a row hangs on the row of another table.
struct Hop {
    table: String,
    column: String,
}

/// How the rows of a table hang on a session: from one table to the next, at last by the column
/// that holds the session. Empty for the sessions themselves.
struct Way(Vec<Hop>);

/// No way is longer than this.
const LONGEST: usize = 5;

/// Facts outlive their session, and know it by this column.
const BY_UID: &str = "session_uid";

impl Way {
    /// The shortest one, if there is any.
    fn of(connection: &Connection, table: &str) -> Result<Option<Self>> {
        if table == "session" {
            return Ok(Some(Self(Vec::new())));
        }
        let mut seen = HashSet::from([table.to_owned()]);
        let mut ways: VecDeque<(String, Vec<(String, String)>)> =
            VecDeque::from([(table.to_owned(), Vec::new())]);
        while let Some((at, hops)) = ways.pop_front() {
            let has_uid = "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2";
            if connection.prepare_cached(has_uid)?.exists((&at, BY_UID))? {
                return Ok(Some(Self::made_of(hops, at, BY_UID.to_owned())));
            }
            let mut keys =
                connection.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
            let keys = keys.query_map([&at], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let keys: Vec<(String, String)> = keys.collect::<rusqlite::Result<_>>()?;
            if let Some((column, _)) = keys.iter().find(|(_, parent)| parent == "session") {
                return Ok(Some(Self::made_of(hops, at, column.clone())));
            }
            for (column, parent) in keys {
                if hops.len() + 1 < LONGEST && seen.insert(parent.clone()) {
                    let mut further = hops.clone();
                    further.push((at.clone(), column));
                    ways.push_back((parent, further));
                }
            }
        }
        Ok(None)
    }

    fn made_of(hops: Vec<(String, String)>, table: String, column: String) -> Self {
        let mut hops: Vec<Hop> = hops.into_iter().map(|(table, column)| Hop { table, column }).collect();
        hops.push(Hop { table, column });
        Self(hops)
    }

    /// `JOIN`s from the first hop on, whose value is this expression, and the session in the end.
    fn joined(&self, first: &str) -> (String, String) {
        let mut value = first.to_owned();
        let mut joins = String::new();
        for (place, hop) in self.0.iter().enumerate().skip(1) {
            joins += &format!(" JOIN {} AS hop{place} ON hop{place}.id = {value}", quoted(&hop.table));
            value = format!("hop{place}.{}", quoted(&hop.column));
        }
        match self.0.last() {
            Some(last) if last.column == BY_UID => {
                joins += &format!(" JOIN session ON session.uid = {value}");
                (joins, "session.id".to_owned())
            }
            _ => (joins, value),
        }
    }
}

/// Notes the sessions of what a step changed, from this line of the journal on.
pub(in crate::store) fn note_step(transaction: &Connection, step: i64, after: i64) -> Result<()> {
    let mut tables = transaction
        .prepare_cached("SELECT DISTINCT table_name FROM row_change WHERE operation_id = ?1 AND id > ?2")?;
    let tables = tables.query_map([step, after], |row| row.get(0))?;
    let tables: Vec<String> = tables.collect::<rusqlite::Result<_>>()?;
    const INTO: &str = "INSERT OR IGNORE INTO operation_session (operation_id, session_id)";
    const LINES: &str = "line.operation_id = ?1 AND line.id > ?2 AND line.table_name = ?3";
    for table in tables {
        let Some(way) = Way::of(transaction, &table)? else { continue };
        let Some(first) = way.0.first() else {
            let own = format!(
                "{INTO} SELECT DISTINCT ?1, line.row_id FROM row_change AS line WHERE {LINES}
                               AND line.change <> 'insert'"
            );
            transaction.prepare_cached(&own)?.execute((step, after, &table))?;
            let added = format!(
                "{INTO} SELECT DISTINCT ?1, session.id FROM row_change AS line
                 JOIN session ON session.id BETWEEN line.row_id AND line.row_id + line.rows - 1 WHERE {LINES}"
            );
            transaction.prepare_cached(&added)?.execute((step, after, &table))?;
            continue;
        };
        // What is there is read where it stands; of what is gone there is an image.
        let (joins, session) = way.joined(&format!("hop0.{}", quoted(&first.column)));
        let there = format!(
            "{INTO} SELECT DISTINCT ?1, {session} FROM row_change AS line
             JOIN {} AS hop0 ON hop0.id BETWEEN line.row_id AND line.row_id + line.rows - 1
             {joins} WHERE {LINES} AND {session} IS NOT NULL",
            quoted(&table)
        );
        transaction.prepare_cached(&there)?.execute((step, after, &table))?;
        let (joins, session) = way.joined(&format!("json_extract(line.before, '$.{}')", first.column));
        let gone = format!(
            "{INTO} SELECT DISTINCT ?1, {session} FROM row_change AS line{joins}
             WHERE {LINES} AND line.change = 'delete' AND {session} IS NOT NULL"
        );
        transaction.prepare_cached(&gone)?.execute((step, after, &table))?;
    }
    Ok(())
}

/// Notes the sessions of a fact from the rows it added.
pub(in crate::store) fn note_fact(transaction: &Connection, fact: i64, rows: &[Inserted]) -> Result<()> {
    for one in rows {
        let Some(way) = Way::of(transaction, &one.table)? else { continue };
        let Some(first) = way.0.first() else { continue };
        let (joins, session) = way.joined(&format!("hop0.{}", quoted(&first.column)));
        let sql = format!(
            "INSERT OR IGNORE INTO operation_session (operation_id, session_id)
             SELECT DISTINCT ?1, {session} FROM {} AS hop0{joins}
             WHERE hop0.id BETWEEN ?2 AND ?3 AND {session} IS NOT NULL",
            quoted(&one.table)
        );
        transaction.prepare_cached(&sql)?.execute((fact, one.first, one.last))?;
    }
    Ok(())
}

/// Notes that a turn is about what the step was that it turned.
pub(in crate::store) fn note_turn(transaction: &Connection, turn: i64, step: i64) -> Result<()> {
    let mut same = transaction.prepare_cached(
        "INSERT OR IGNORE INTO operation_session (operation_id, session_id)
         SELECT ?1, session_id FROM operation_session WHERE operation_id = ?2",
    )?;
    same.execute([turn, step])?;
    Ok(())
}

/// Fills in the sessions of lines.
pub(super) fn name_sessions(connection: &Connection, entries: &mut [HistoryEntry]) -> Result<()> {
    let mut of_line = connection.prepare_cached(
        "SELECT session_id FROM operation_session WHERE operation_id = ?1 ORDER BY session_id",
    )?;
    let mut known: HashMap<i64, PastSession> = HashMap::new();
    for entry in entries {
        let ids = of_line.query_map([entry.id.0], |row| row.get(0))?;
        for id in ids.collect::<rusqlite::Result<Vec<i64>>>()? {
            let session = match known.get(&id) {
                Some(session) => session.clone(),
                None => known.entry(id).or_insert(named(connection, SessionId(id))?).clone(),
            };
            entry.sessions.push(session);
        }
    }
    Ok(())
}

/// Every session that the history names, the latest first.
pub(in crate::store) fn sessions(connection: &Connection) -> Result<Vec<PastSession>> {
    // From one session to the next in the index: there are few, and many lines of each.
    let mut next =
        connection.prepare_cached("SELECT max(session_id) FROM operation_session WHERE session_id < ?1")?;
    let mut sessions = Vec::new();
    let mut last = i64::MAX;
    while let Some(id) = next.query_row([last], |row| row.get::<_, Option<i64>>(0))? {
        sessions.push(named(connection, SessionId(id))?);
        last = id;
    }
    Ok(sessions)
}

/// A session with the title that it has, or had.
pub(super) fn named(connection: &Connection, id: SessionId) -> Result<PastSession> {
    let mut title = connection.prepare_cached("SELECT title FROM session WHERE id = ?1")?;
    if let Some(title) = title.query_row([id.0], |row| row.get(0)).optional()? {
        return Ok(PastSession { id, title: Some(title), is_gone: false });
    }
    // The image of the row, as long as there is one, or else what the lines about it called it.
    let mut image = connection.prepare_cached(
        "SELECT coalesce(json_extract(before, '$.title'), json_extract(after, '$.title')) AS title
         FROM row_change WHERE table_name = 'session' AND row_id = ?1 AND title IS NOT NULL
         ORDER BY id DESC LIMIT 1",
    )?;
    let mut title: Option<String> = image.query_row([id.0], |row| row.get(0)).optional()?;
    if title.is_none() {
        title = said_title(connection, id)?;
    }
    Ok(PastSession { id, title, is_gone: true })
}

/// The title in the latest label about this session and no other.
fn said_title(connection: &Connection, id: SessionId) -> Result<Option<String>> {
    let mut labels = connection.prepare_cached(
        "SELECT label FROM operation_session AS about JOIN operation ON operation.id = operation_id
         WHERE session_id = ?1
           AND (SELECT count(*) FROM operation_session AS also WHERE also.operation_id = about.operation_id) = 1
           AND label LIKE '%\"operation-session-%'
         ORDER BY operation_id DESC LIMIT 20",
    )?;
    let mut rows = labels.query([id.0])?;
    while let Some(row) = rows.next()? {
        let Json(label) = row.get::<_, Json<Sentence>>(0)?;
        // The title there is that of the session it was made from.
        if label.id == "operation-session-copy" {
            continue;
        }
        let title = label.args.into_iter().find(|(name, _)| name == "title");
        if let Some((_, Value::Text(title))) = title {
            return Ok(Some(title));
        }
    }
    Ok(None)
}
