//! The people of the file in memory: for searching, and for the table of them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::{Connection, Row};

use crate::domain::id::PersonId;
use crate::domain::people_index::PeopleIndex;
use crate::domain::registry::{Registry, RegistryLine};
use crate::store::codec::word;
use crate::store::error::Result;
use crate::store::outcome::Touched;

/// What was read so far since people changed last.
#[derive(Debug, Default)]
pub(in crate::store) struct Loaded {
    index: Option<PeopleIndex>,
    registry: Option<Arc<Registry>>,
}

/// What a line of the registry is made of.
const READS: [&str; 4] = ["person", "person_position", "person_unit", "delegate"];

impl Loaded {
    /// Forgets what was read if a write touched it.
    pub(in crate::store) fn outdate(&mut self, touched: &Touched) {
        if touched.any_of(&READS) {
            *self = Self::default();
        }
    }

    /// Searches everybody; the keys alone are read in a quarter of the time.
    pub(in crate::store) fn index(&mut self, connection: &Connection) -> Result<&PeopleIndex> {
        if let Some(registry) = &self.registry {
            return Ok(registry.index());
        }
        let index = match self.index.take() {
            Some(index) => index,
            None => read_index(connection)?,
        };
        Ok(self.index.insert(index))
    }

    /// Everybody as the table shows them.
    pub(in crate::store) fn registry(&mut self, connection: &Connection) -> Result<Arc<Registry>> {
        let registry = match self.registry.take() {
            Some(registry) => registry,
            None => Arc::new(read_registry(connection)?),
        };
        Ok(self.registry.insert(registry).clone())
    }
}

/// Reads the keys; about 50 ms for 100,000 people.
fn read_index(connection: &Connection) -> Result<PeopleIndex> {
    let mut index = PeopleIndex::default();
    let mut query = connection
        .prepare("SELECT id, search_key FROM person WHERE erased_at IS NULL ORDER BY name_key, id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        index.push(PersonId(row.get(0)?), row.get_ref(1)?.as_str().unwrap_or_default());
    }
    Ok(index)
}

/// Each table is read once in the order in which it lies in the file, and put together here: from one
/// person to the next in name order, every row would be sought, and the pages of a large file read
/// again and again.
fn read_registry(connection: &Connection) -> Result<Registry> {
    let mut texts = Texts::default();
    let mut places: HashMap<i64, Place> = HashMap::new();
    let mut query = connection
        .prepare("SELECT person_id, title FROM person_position NOT INDEXED WHERE is_main = 1 ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        places.entry(row.get(0)?).or_default().position = texts.of(row, 1)?;
    }
    let mut query = connection.prepare(
        "SELECT person_id, unit, unit_group FROM person_unit NOT INDEXED WHERE is_main = 1 ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let place = places.entry(row.get(0)?).or_default();
        (place.unit, place.unit_group) = (texts.of(row, 1)?, texts.of(row, 2)?);
    }
    let mut query = connection
        .prepare("SELECT person_id, count(*) FROM delegate WHERE state = 'listed' GROUP BY person_id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        places.entry(row.get(0)?).or_default().sessions = row.get(1)?;
    }

    let mut people = Vec::new();
    let mut query = connection.prepare(
        "SELECT id, full_name, gender, birth, phone, name_key, search_key FROM person NOT INDEXED
         WHERE erased_at IS NULL ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        let Place { position, unit, unit_group, sessions } = places.remove(&id).unwrap_or_default();
        let line = RegistryLine {
            id: PersonId(id),
            full_name: row.get("full_name")?,
            gender: word(row, "gender")?,
            birth: word(row, "birth")?,
            position,
            unit,
            unit_group,
            phone: row.get("phone")?,
            sessions,
        };
        let key = |column: &str| -> rusqlite::Result<Box<str>> {
            Ok(row.get_ref(column)?.as_str().unwrap_or_default().into())
        };
        people.push((key("name_key")?, key("search_key")?, line));
    }
    people.sort_unstable_by(|(key, _, line), (other, _, after)| (key, line.id).cmp(&(other, after.id)));

    let mut index = PeopleIndex::default();
    let lines = people.into_iter().map(|(_, search_key, line)| {
        index.push(line.id, &search_key);
        line
    });
    let lines = lines.collect();
    Ok(Registry::new(lines, index))
}

/// What a person is and where, and to how many sessions they were called.
#[derive(Default)]
struct Place {
    position: Option<Arc<str>>,
    unit: Option<Arc<str>>,
    unit_group: Option<Arc<str>>,
    sessions: u32,
}

/// Texts that many lines share, each kept once.
#[derive(Default)]
struct Texts(HashSet<Arc<str>>);

impl Texts {
    /// A column that holds no text is empty: SQLite's own check found the file whole.
    fn of(&mut self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Arc<str>>> {
        Ok(row.get_ref(column)?.as_str().ok().map(|text| self.shared(text)))
    }

    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.0.insert(new.clone());
        new
    }
}
