//! What rows belong to and what is gone: made up where it can be, so that they can be kept.
//!
//! A person is what its delegate copied of it; a session, a cluster, a half day, a delegate, a book of
//! certificates that rows still speak of gets a name that says that it is not known.

use rusqlite::{Connection, params};

use super::report::{Counts, SalvageReport, count};
use crate::clock;
use crate::store::error::Result;
use crate::store::journal::quoted;
use crate::vietnamese::fold::fold;
use crate::vietnamese::name::order_key;

/// Papers are Vietnamese, and so is what stands on them.
const UNKNOWN_SESSION: &str = "Lớp không rõ tên (cứu được)";
const UNKNOWN_CLUSTER: &str = "Cụm không rõ tên (cứu được)";
const UNKNOWN_PERSON: &str = "Không rõ tên (cứu được)";
const UNKNOWN_BOOK: &str = "Sổ không rõ tên (cứu được)";
const UNKNOWN_COLUMN: &str = "Cột không rõ tên (cứu được)";

/// Makes up what can be, the owned before the owner, and then takes out what still points to
/// nothing. Foreign keys are off meanwhile.
pub(super) fn mend(file: &Connection, report: &mut SalvageReport) -> Result<()> {
    let made = &mut report.made_up;
    make_issues(file, made)?;
    make_books(file, made)?;
    make_clusters(file, made)?;
    make_sittings(file, made)?;
    make_sessions(file, made)?;
    make_delegates(file, made)?;
    make_entries(file, made)?;
    make_own_columns(file, made)?;
    make_people(file, made)?;
    while take_out(file, report)? {}
    Ok(())
}

/// Rows that point to a row of `parent` that is gone, though they must have one.
fn missing(file: &Connection, parent: &str) -> Result<Vec<i64>> {
    let mut children = file.prepare(
        "SELECT tables.name, keys.\"from\" FROM main.sqlite_schema AS tables,
             pragma_foreign_key_list(tables.name) AS keys, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND keys.\"table\" = ?1
           AND columns.name = keys.\"from\" AND columns.\"notnull\"",
    )?;
    let children = children.query_map([parent], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let children: Vec<(String, String)> = children.collect::<rusqlite::Result<_>>()?;
    let mut missing = Vec::new();
    for (table, column) in children {
        let column = quoted(&column);
        let sql = format!(
            "SELECT DISTINCT {column} FROM {} WHERE {column} NOT IN (SELECT id FROM {})",
            quoted(&table),
            quoted(parent)
        );
        missing.extend(ids(file, &sql)?);
    }
    missing.sort_unstable();
    missing.dedup();
    Ok(missing)
}

fn ids(file: &Connection, sql: &str) -> Result<Vec<i64>> {
    let mut ids = file.prepare(sql)?;
    let ids = ids.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Under which circumstances certificates were issued is not known any more: only what they say themselves.
fn make_issues(file: &Connection, made: &mut Counts) -> Result<()> {
    if !file.table_exists(None, "certificate_issue")? {
        return Ok(());
    }
    for issue in missing(file, "certificate_issue")? {
        let rows = file.execute(
            "INSERT INTO certificate_issue
                 (id, uid, book_id, session_id, way, at, series, date, session_title, signatory)
             SELECT ?1, ?2, certificate.book_id, session.id, 'results',
                 coalesce((SELECT min(at) FROM certificate_event WHERE certificate_id = certificate.id),
                          '1970-01-01T00:00:00Z'),
                 certificate.series, certificate.date, coalesce(session.title_in_text, session.title, ?3), '{}'
             FROM certificate LEFT JOIN delegate ON delegate.id = certificate.delegate_id
             LEFT JOIN session ON session.id = delegate.session_id
             WHERE issue_id = ?1 ORDER BY certificate.id LIMIT 1",
            params![issue, clock::new_uid(), UNKNOWN_SESSION],
        )?;
        count(made, "certificate_issue", rows);
    }
    Ok(())
}

/// A book of numbers goes on after the highest one that is in use: lost, numbers would be given twice.
fn make_books(file: &Connection, made: &mut Counts) -> Result<()> {
    for book in missing(file, "certificate_book")? {
        // As the numbers were printed.
        let printed =
            "SELECT number, printed_number FROM certificate WHERE book_id = ?1 ORDER BY number DESC";
        let printed =
            file.query_row(printed, [book], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        let pattern = printed.ok().and_then(|(number, printed)| {
            let padded = [format!("{number:02}"), number.to_string()];
            let padded = padded.iter().find(|number| printed.starts_with(number.as_str()))?;
            Some(printed.replacen(padded.as_str(), "{so}", 1))
        });
        file.execute(
            "INSERT INTO certificate_book (id, uid, name, pattern) VALUES (?1, ?2, ?3, ?4)",
            params![book, clock::new_uid(), UNKNOWN_BOOK, pattern.as_deref().unwrap_or("{so}/CN-MTTQ")],
        )?;
        count(made, "certificate_book", 1);
    }
    Ok(())
}

/// Clusters whose session their delegates know.
fn make_clusters(file: &Connection, made: &mut Counts) -> Result<()> {
    let gone = "SELECT cluster_id, min(session_id) FROM delegate
                WHERE cluster_id IS NOT NULL AND cluster_id NOT IN (SELECT id FROM cluster) GROUP BY cluster_id";
    let mut gone = file.prepare(gone)?;
    let gone = gone.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let gone: Vec<(i64, i64)> = gone.collect::<rusqlite::Result<_>>()?;
    for (cluster, session) in gone {
        file.execute(
            "INSERT INTO cluster (id, uid, session_id, number, name)
             SELECT ?1, ?2, ?3, coalesce(max(number), 0) + 1, ?4 FROM cluster WHERE session_id = ?3",
            params![cluster, clock::new_uid(), session, UNKNOWN_CLUSTER],
        )?;
        count(made, "cluster", 1);
    }
    Ok(())
}

/// Half days of which marks tell when they were set, and delegates where.
fn make_sittings(file: &Connection, made: &mut Counts) -> Result<()> {
    // Before entries, each mark had its own time.
    let at = match has_entries(file)? {
        true => "(SELECT at FROM mark_entry WHERE mark_entry.id = entry_id)",
        false => "at",
    };
    let gone = format!(
        "SELECT sitting_id, min({at}) AS at, min(cluster_id) FROM attendance_mark
         JOIN delegate ON delegate.id = delegate_id
         WHERE sitting_id NOT IN (SELECT id FROM sitting) AND cluster_id IS NOT NULL
         GROUP BY sitting_id HAVING at IS NOT NULL"
    );
    let mut gone = file.prepare(&gone)?;
    let gone = gone.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let gone: Vec<(i64, String, i64)> = gone.collect::<rusqlite::Result<_>>()?;
    for (sitting, at, cluster) in gone {
        let Ok(at) = at.parse::<jiff::Timestamp>() else { continue };
        let at = at.to_zoned(clock::here().time_zone().clone());
        let half = match at.hour() {
            ..12 => "morning",
            12..18 => "afternoon",
            _ => "evening",
        };
        file.execute(
            "INSERT INTO sitting (id, uid, cluster_id, date, half, ordinal)
             SELECT ?1, ?2, ?3, ?4, ?5, coalesce(max(ordinal), -1) + 1 FROM sitting WHERE cluster_id = ?3",
            params![sitting, clock::new_uid(), cluster, at.date().to_string(), half],
        )?;
        count(made, "sitting", 1);
    }
    Ok(())
}

fn make_sessions(file: &Connection, made: &mut Counts) -> Result<()> {
    for session in missing(file, "session")? {
        make_session(file, session, made)?;
    }
    Ok(())
}

fn make_session(file: &Connection, session: i64, made: &mut Counts) -> Result<()> {
    file.execute(
        "INSERT INTO session (id, uid, title, kind, form, state, list_order)
         VALUES (?1, ?2, ?3, 'class', 'in_person', 'preparing', 'unit_then_name')",
        params![session, clock::new_uid(), UNKNOWN_SESSION],
    )?;
    count(made, "session", 1);
    Ok(())
}

/// Delegates with marks or certificates: a number that was given stays in its book.
fn make_delegates(file: &Connection, made: &mut Counts) -> Result<()> {
    for delegate in missing(file, "delegate")? {
        // What certificates kept of a name before they kept a copy of it.
        let column = ["kept_name", "name"];
        let column = column
            .into_iter()
            .find(|column| matches!(file.column_exists(None, "certificate", column), Ok(true)));
        let named = match column {
            Some(column) => format!("SELECT max({column}) FROM certificate WHERE delegate_id = ?1"),
            None => "SELECT NULL WHERE ?1".to_owned(),
        };
        let name: Option<String> = file.query_row(&named, [delegate], |row| row.get(0))?;
        let name = name.filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| format!("{UNKNOWN_PERSON} {delegate}"));
        let session = "SELECT coalesce(
                (SELECT session_id FROM attendance_mark JOIN sitting ON sitting.id = sitting_id
                 JOIN cluster ON cluster.id = cluster_id WHERE delegate_id = ?1 LIMIT 1),
                (SELECT max(session_id) FROM certificate JOIN certificate_plan USING (book_id)
                 WHERE delegate_id = ?1 HAVING count(DISTINCT session_id) = 1),
                (SELECT min(id) FROM session WHERE title = ?2))";
        let session: Option<i64> = file.query_row(session, (delegate, UNKNOWN_SESSION), |row| row.get(0))?;
        let session = match session {
            Some(session) => session,
            None => {
                let free = "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'session'), 0),
                                coalesce((SELECT max(id) FROM session), 0)) + 1";
                let session = file.query_row(free, [], |row| row.get(0))?;
                make_session(file, session, made)?;
                session
            }
        };
        let person = make_person(file, None, &name)?;
        file.execute(
            "INSERT INTO delegate (id, uid, session_id, person_id, full_name, name_key, search_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![delegate, clock::new_uid(), session, person, name, order_key(&name), fold(&name)],
        )?;
        count(made, "delegate", 1);
    }
    Ok(())
}

fn has_entries(file: &Connection) -> Result<bool> {
    Ok(file.table_exists(None, "mark_entry")?)
}

/// Entries whose marks are there: when they were made is not known.
fn make_entries(file: &Connection, made: &mut Counts) -> Result<()> {
    if !has_entries(file)? {
        return Ok(());
    }
    for entry in missing(file, "mark_entry")? {
        let rows = file.execute(
            "INSERT INTO mark_entry (id, uid, session_id, at, way)
             SELECT ?1, ?2, session_id, '1970-01-01T00:00:00Z', 'import' FROM delegate
             WHERE id IN (SELECT delegate_id FROM attendance_mark WHERE entry_id = ?1
                          UNION SELECT delegate_id FROM receipt_mark WHERE entry_id = ?1) LIMIT 1",
            params![entry, clock::new_uid()],
        )?;
        count(made, "mark_entry", rows);
    }
    Ok(())
}

/// Own columns in which something stands: what it was is not known, so it is text.
fn make_own_columns(file: &Connection, made: &mut Counts) -> Result<()> {
    for column in missing(file, "own_column")? {
        let rows = file.execute(
            "INSERT INTO own_column (id, uid, session_id, label, kind, ordinal)
             SELECT ?1, ?2, session_id, ?3 || ' ' || ?1, 'text', ?1 FROM delegate
             WHERE id IN (SELECT delegate_id FROM own_value WHERE own_column_id = ?1) LIMIT 1",
            params![column, clock::new_uid(), UNKNOWN_COLUMN],
        )?;
        count(made, "own_column", rows);
    }
    Ok(())
}

/// People as their last delegate copied them.
fn make_people(file: &Connection, made: &mut Counts) -> Result<()> {
    for person in missing(file, "person")? {
        let copied = "SELECT full_name, id FROM delegate WHERE person_id = ?1 ORDER BY id DESC LIMIT 1";
        let copied =
            file.query_row(copied, [person], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)));
        // Positions and units without a person or a delegate tell nobody's name.
        let Ok((name, delegate)) = copied else { continue };
        make_person(file, Some(person), &name)?;
        file.execute_batch(&copied_from(person, delegate))?;
        count(made, "person", 1);
    }
    Ok(())
}

fn make_person(file: &Connection, id: Option<i64>, name: &str) -> Result<i64> {
    file.execute(
        "INSERT INTO person (id, uid, full_name, fold_name, name_key, search_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?4)",
        params![id, clock::new_uid(), name, fold(name), order_key(name)],
    )?;
    Ok(file.last_insert_rowid())
}

/// What a delegate copied of a person, but for the position and the unit that are there.
fn copied_from(person: i64, delegate: i64) -> String {
    format!(
        "UPDATE person SET (gender, birth, phone, note, sort_name, name_key, search_key)
             = (SELECT gender, birth, phone, note, sort_name, name_key, search_key FROM delegate WHERE id = {delegate})
         WHERE id = {person};
         INSERT INTO person_position (person_id, title, is_main)
         SELECT {person}, position, 1 FROM delegate WHERE id = {delegate} AND position <> ''
           AND NOT EXISTS (SELECT 1 FROM person_position WHERE person_id = {person} AND is_main = 1);
         INSERT INTO person_unit (person_id, unit, unit_group, is_main)
         SELECT {person}, unit, unit_group, 1 FROM delegate WHERE id = {delegate} AND unit <> ''
           AND NOT EXISTS (SELECT 1 FROM person_unit WHERE person_id = {person} AND is_main = 1);"
    )
}

/// Takes out links to what is gone, and rows that cannot be without them; no if there were none.
fn take_out(file: &Connection, report: &mut SalvageReport) -> Result<bool> {
    let mut found = file.prepare(
        "SELECT DISTINCT broken.\"table\", keys.\"from\", keys.\"table\", columns.\"notnull\"
         FROM pragma_foreign_key_check AS broken
         JOIN pragma_foreign_key_list(broken.\"table\") AS keys ON keys.id = broken.fkid
         JOIN pragma_table_info(broken.\"table\") AS columns ON columns.name = keys.\"from\"",
    )?;
    let found = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let found: Vec<(String, String, String, bool)> = found.collect::<rusqlite::Result<_>>()?;
    for (table, column, parent, not_null) in &found {
        let (name, column, parent) = (quoted(table), quoted(column), quoted(parent));
        let broken = format!("{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})");
        // What takes back a mark that is gone would become a mark.
        if *not_null || column == "\"retracts\"" {
            let rows = file.execute(&format!("DELETE FROM {name} WHERE {broken}"), [])?;
            count(&mut report.left_out, table, rows);
            if let Some(saved) = report.saved.get_mut(table) {
                *saved -= rows.min(*saved);
            }
        } else {
            report.cut_links +=
                file.execute(&format!("UPDATE {name} SET {column} = NULL WHERE {broken}"), [])?;
        }
    }
    Ok(!found.is_empty())
}
