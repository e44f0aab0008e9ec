//! The rows that are somebody's, also those of which only images are left.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use super::names::Names;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::store::codec::Json;
use crate::store::error::Result;

/// Tables whose rows belong to a person and go with it.
pub(super) const CHILDREN: [&str; 3] = ["person_position", "person_unit", "person_sensitive"];
/// Tables whose rows may name a person that they are linked with.
pub(super) const LINKED: [&str; 2] = ["guest", "presenter_slot"];
/// Tables whose rows say something of a delegate, and in which field.
pub(super) const SAID: [(&str, &str); 3] =
    [("proposal", "speaker"), ("completion_decision", "reason"), ("own_value", "value")];

/// Table of what was left out of lists.
pub(super) const LINES: &str = "import_line";

/// What is somebody's.
#[derive(Debug, Default)]
pub(super) struct Traces {
    /// Rows of `person`: theirs, and those that were merged into it.
    pub(super) people: BTreeSet<i64>,
    /// Rows of `delegate` that lose who they are.
    pub(super) delegates: BTreeSet<i64>,
    /// Rows of other tables.
    pub(super) others: BTreeMap<&'static str, BTreeSet<i64>>,
    /// All names they ever had.
    pub(super) names: Names,
    /// The session, when it is one that is erased and not a person.
    pub(super) session: Option<SessionId>,
}

/// Everything of one person; of one who is erased already, what the register keeps, if that is to go.
pub(super) fn of_person(connection: &Connection, person: PersonId, register: bool) -> Result<Traces> {
    let is_named: Option<bool> = connection
        .prepare_cached("SELECT erased_at IS NULL FROM person WHERE id = ?1")?
        .query_row([person.0], |row| row.get(0))
        .optional()?;
    let is_known = match is_named {
        Some(is_named) => is_named || register,
        // Taken out of the registry: the history still tells who it was.
        None => connection
            .prepare_cached(
                "SELECT 1 FROM row_change WHERE table_name = 'person' AND row_id = ?1 AND before IS NOT NULL",
            )?
            .exists([person.0])?,
    };
    if !is_known {
        return Err(Mistake::UnknownPerson.into());
    }
    let mut traces = Traces { people: [person.0].into(), ..Traces::default() };
    loop {
        let before = (traces.people.len(), traces.delegates.len());
        traces.add_delegates(connection)?;
        traces.add_names(connection)?;
        traces.add_merged(connection)?;
        traces.add_ghosts(connection, person)?;
        if before == (traces.people.len(), traces.delegates.len()) {
            break;
        }
    }
    traces.add_others(connection)?;
    Ok(traces)
}

/// The delegates of a session, and those people who stand nowhere else, if they are to go, too.
pub(super) fn of_session(connection: &Connection, session: SessionId, with_people: bool) -> Result<Traces> {
    let delegates =
        ids(connection, "SELECT id FROM delegate WHERE session_id = ?1 AND erased_at IS NULL", [session.0])?;
    let mut traces = Traces { delegates, session: Some(session), ..Traces::default() };
    if with_people {
        traces.people = ids(connection, include_str!("only_there.sql"), [session.0])?;
    }
    traces.add_names(connection)?;
    traces.add_others(connection)?;
    Ok(traces)
}

impl Traces {
    /// Whether it is this row.
    pub(super) fn hold(&self, table: &str, row: i64) -> bool {
        match table {
            "person" => self.people.contains(&row),
            "delegate" => self.delegates.contains(&row),
            table => self.others.get(table).is_some_and(|rows| rows.contains(&row)),
        }
    }

    /// Every row.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&'static str, i64)> + '_ {
        let own = self.people.iter().map(|row| ("person", *row));
        let delegates = self.delegates.iter().map(|row| ("delegate", *row));
        let others = self.others.iter().flat_map(|(table, rows)| rows.iter().map(|row| (*table, *row)));
        own.chain(delegates).chain(others)
    }

    /// Their delegates, also deleted ones, but for those that became somebody else's.
    fn add_delegates(&mut self, connection: &Connection) -> Result<()> {
        let found = ids(
            connection,
            "SELECT id FROM delegate WHERE person_id IN (SELECT value FROM json_each(?1))
             UNION
             SELECT row_id FROM row_change
             WHERE table_name = 'delegate' AND row_id NOT IN (SELECT id FROM delegate)
               AND (json_extract(before, '$.person_id') IN (SELECT value FROM json_each(?1))
                    OR json_extract(after, '$.person_id') IN (SELECT value FROM json_each(?1)))",
            [Json(&self.people)],
        )?;
        self.delegates.extend(found);
        Ok(())
    }

    /// What they are called, and were.
    fn add_names(&mut self, connection: &Connection) -> Result<()> {
        let mut query = connection.prepare_cached(include_str!("names.sql"))?;
        let mut rows = query.query((Json(&self.people), Json(&self.delegates)))?;
        while let Some(row) = rows.next()? {
            self.names.add(row.get_ref(0)?.as_str().unwrap_or_default());
        }
        Ok(())
    }

    /// People who became one with them.
    fn add_merged(&mut self, connection: &Connection) -> Result<()> {
        let found = ids(connection, include_str!("merged.sql"), (Json(&self.people), Json(&self.delegates)))?;
        self.people.extend(found);
        Ok(())
    }

    /// Rows of people that are gone and had the same name, and no other birth: added, undone and
    /// added again, or taken out and entered anew.
    fn add_ghosts(&mut self, connection: &Connection, person: PersonId) -> Result<()> {
        let birth: Option<String> = connection
            .prepare_cached("SELECT birth FROM person WHERE id = ?1")?
            .query_row([person.0], |row| row.get(0))
            .optional()?
            .flatten();
        let mut query = connection.prepare_cached(
            "SELECT row_id, json_extract(image, '$.full_name') AS name, json_extract(image, '$.birth') AS birth
             FROM (SELECT row_id, before AS image FROM row_change
                   WHERE table_name = 'person' AND before IS NOT NULL
                   UNION ALL
                   SELECT row_id, after FROM row_change WHERE table_name = 'person' AND after IS NOT NULL)
             WHERE row_id NOT IN (SELECT id FROM person)",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let name: Option<String> = row.get("name")?;
            let theirs: Option<String> = row.get("birth")?;
            let same_birth = theirs.is_none() || birth.is_none() || theirs == birth;
            if same_birth && name.is_some_and(|name| self.names.are(&name)) {
                self.people.insert(row.get("row_id")?);
            }
        }
        Ok(())
    }

    /// Rows of other tables that belong to them or are linked with them.
    fn add_others(&mut self, connection: &Connection) -> Result<()> {
        for table in CHILDREN.into_iter().chain(LINKED) {
            let sql = format!(
                "SELECT id FROM {table} WHERE person_id IN (SELECT value FROM json_each(?1))
                 UNION
                 SELECT row_id FROM row_change
                 WHERE table_name = '{table}' AND row_id NOT IN (SELECT id FROM {table})
                   AND (json_extract(before, '$.person_id') IN (SELECT value FROM json_each(?1))
                        OR json_extract(after, '$.person_id') IN (SELECT value FROM json_each(?1)))"
            );
            self.others.insert(table, ids(connection, &sql, [Json(&self.people)])?);
        }
        for (table, _) in SAID {
            let sql = format!(
                "SELECT id FROM {table} WHERE delegate_id IN (SELECT value FROM json_each(?1))
                 UNION
                 SELECT row_id FROM row_change
                 WHERE table_name = '{table}' AND row_id NOT IN (SELECT id FROM {table})
                   AND (json_extract(before, '$.delegate_id') IN (SELECT value FROM json_each(?1))
                        OR json_extract(after, '$.delegate_id') IN (SELECT value FROM json_each(?1)))"
            );
            self.others.insert(table, ids(connection, &sql, [Json(&self.delegates)])?);
        }
        self.others.insert(LINES, self.lines_of_lists(connection)?);
        Ok(())
    }

    /// What was left out of lists: of a session all of it, of a person the lines with the name; also
    /// those that are gone and have only images.
    fn lines_of_lists(&self, connection: &Connection) -> Result<BTreeSet<i64>> {
        let mut query = connection.prepare_cached(
            "SELECT line.id, record.session_id, line.text FROM import_line AS line
             JOIN import_record AS record ON record.id = line.import_id
             UNION ALL
             SELECT change.row_id, record.session_id, json_extract(coalesce(change.after, change.before), '$.text')
             FROM row_change AS change
             LEFT JOIN import_record AS record
                 ON record.id = json_extract(coalesce(change.after, change.before), '$.import_id')
             WHERE change.table_name = 'import_line'",
        )?;
        let mut rows = query.query([])?;
        let mut found = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let session: Option<i64> = row.get(1)?;
            let is_theirs = match self.session {
                Some(erased) => session == Some(erased.0),
                None => row.get_ref(2)?.as_str().is_ok_and(|text| self.names.are_in(text)),
            };
            if is_theirs {
                found.insert(row.get(0)?);
            }
        }
        Ok(found)
    }
}

/// The ids that a query finds.
pub(super) fn ids<P: rusqlite::Params>(
    connection: &Connection,
    sql: &str,
    parameters: P,
) -> Result<BTreeSet<i64>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map(parameters, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
