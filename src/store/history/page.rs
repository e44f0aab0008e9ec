//! Lines of the history, filtered, a page at a time: always from the newest back, and from the line
//! where the last page ended.

use std::collections::HashMap;

use rusqlite::Connection;

use super::words::{Changes, Labels, Sought};
use super::{HistoryEntry, about, person};
use crate::domain::id::{OperationId, PersonId, SessionId};
use crate::locale::Language;
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::vietnamese::fold::fold;

/// Which lines are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Words of what the line says, of its session, or of what stood or stands in the fields it
    /// changed; a list that was imported is also found by who was added with it.
    pub words: String,
    /// Lines about this session.
    pub session: Option<SessionId>,
    /// Lines about this person, in the registry and in sessions.
    pub person: Option<PersonId>,
    /// Lines of this kind.
    pub kind: Option<HistoryKind>,
}

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryKind {
    /// Changes of the data.
    Steps,
    /// What was printed.
    Facts,
    /// What was undone and redone.
    Turns,
}

/// Lines of the history, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryPage {
    /// The lines.
    pub entries: Vec<HistoryEntry>,
    /// Whether there are older ones.
    pub has_more: bool,
}

/// As many lines as `limit` says, from before this one on.
pub(in crate::store) fn page(
    connection: &Connection,
    labels: &mut Labels,
    language: Language,
    filter: &HistoryFilter,
    before: Option<OperationId>,
    limit: usize,
) -> Result<HistoryPage> {
    let before = before.map_or(i64::MAX, |line| line.0);
    let of_person = filter.person.map(|person| person::steps(connection, person)).transpose()?;
    labels.speak(language);
    let mut search = Sought::new(&filter.words).map(|sought| Search::new(connection, sought)).transpose()?;
    let mut changes = Changes::query(connection)?;
    let mut changes = match &search {
        Some(_) => Some(Changes::begin(&mut changes, before)?),
        None => None,
    };
    // Whether a line is of a kind, and about someone, SQLite asks quicker than we do.
    let (from, session) = match filter.session {
        Some(_) => ("operation_session JOIN operation ON operation.id = operation_id", "session_id = ?2"),
        None => ("operation", "?2 IS NULL"),
    };
    let kind = match filter.kind {
        Some(HistoryKind::Steps) => "kind = 'do'",
        Some(HistoryKind::Facts) => "kind = 'fact'",
        Some(HistoryKind::Turns) => "kind IN ('undo', 'redo')",
        None => "TRUE",
    };
    let person = match of_person {
        Some(_) => "coalesce(target_id, id) IN (SELECT value FROM json_each(?3))",
        None => "?3 IS NULL",
    };
    let order = if filter.session.is_some() { "operation_id" } else { "id" };
    let mut lines = connection.prepare_cached(&format!(
        "SELECT id, at, label, kind, state, reason, changes FROM {from}
         WHERE {order} < ?1 AND {session} AND {kind} AND {person} ORDER BY {order} DESC"
    ))?;
    let session = filter.session.map(|session| session.0);
    let mut rows = lines.query((before, session, of_person.map(Json)))?;
    let mut page = HistoryPage::default();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if let (Some(search), Some(changes)) = (&mut search, &mut changes) {
            let label = row.get_ref(2)?.as_str().unwrap_or_default();
            if !search.finds(connection, id, labels.of(label), changes)? {
                continue;
            }
        }
        if page.entries.len() == limit {
            page.has_more = true;
            break;
        }
        page.entries.push(super::entry(row)?);
    }
    about::name_sessions(connection, &mut page.entries)?;
    Ok(page)
}

/// What is sought, and what was found out for it.
struct Search {
    sought: Sought,
    /// People who are what is sought, and their rows in sessions, in order.
    people: Vec<i64>,
    delegates: Vec<i64>,
    /// The titles of sessions, folded.
    titles: HashMap<i64, String>,
}

/// Of more people than this, who was added by which list is not looked up.
const MOST_PEOPLE: usize = 2000;

impl Search {
    fn new(connection: &Connection, sought: Sought) -> Result<Self> {
        let people = sought.people(connection)?;
        let mut delegates: Vec<i64> = Vec::new();
        if people.len() <= MOST_PEOPLE {
            let mut of_person = connection.prepare_cached("SELECT id FROM delegate WHERE person_id = ?1")?;
            for person in &people {
                for id in of_person.query_map([person], |row| row.get::<_, i64>(0))? {
                    delegates.push(id?);
                }
            }
            delegates.sort_unstable();
        }
        let titles = about::sessions(connection)?.into_iter();
        let titles = titles.map(|one| (one.id.0, fold(&one.title.unwrap_or_default()))).collect();
        Ok(Self { sought, people, delegates, titles })
    }

    /// Whether a line has all that is sought.
    fn finds(
        &self,
        connection: &Connection,
        id: i64,
        label: &str,
        changes: &mut Changes<'_>,
    ) -> Result<bool> {
        let mut found = Vec::new();
        self.sought.mark(&mut found, label);
        if found.iter().all(|found| *found) {
            return Ok(true);
        }
        let mut sessions =
            connection.prepare_cached("SELECT session_id FROM operation_session WHERE operation_id = ?1")?;
        for session in sessions.query_map([id], |row| row.get::<_, i64>(0))? {
            if let Some(title) = self.titles.get(&session?) {
                self.sought.mark(&mut found, title);
            }
        }
        let mut is_found = found.iter().all(|found| *found);
        if is_found {
            return Ok(true);
        }
        changes.each(id, |change| {
            let added = match change.table.as_str() {
                "person" => &self.people[..],
                "delegate" => &self.delegates[..],
                _ => &[],
            };
            is_found = change.added.is_some_and(|(first, last)| has_any(added, first, last));
            if !is_found {
                change.texts().for_each(|text| self.sought.mark(&mut found, &text));
                is_found = found.iter().all(|found| *found);
            }
            is_found
        })?;
        Ok(is_found)
    }
}

/// Whether one of these, in order, lies between two others.
fn has_any(ids: &[i64], first: i64, last: i64) -> bool {
    let place = ids.partition_point(|id| *id < first);
    ids.get(place).is_some_and(|id| *id <= last)
}
