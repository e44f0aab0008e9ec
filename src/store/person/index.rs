//! The people of the file in memory: for searching, and for the table of them.

use std::collections::HashSet;
use std::sync::Arc;

use rusqlite::Connection;

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

fn read_registry(connection: &Connection) -> Result<Registry> {
    let mut index = PeopleIndex::default();
    let mut lines = Vec::new();
    let mut texts = Texts::default();
    let mut query = connection.prepare(include_str!("registry.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id = PersonId(row.get("id")?);
        index.push(id, row.get_ref("search_key")?.as_str().unwrap_or_default());
        let mut text = |column: &str| -> rusqlite::Result<Option<Arc<str>>> {
            // A column that holds no text is empty: SQLite's own check found the file whole.
            Ok(row.get_ref(column)?.as_str().ok().map(|text| texts.shared(text)))
        };
        let (position, unit, unit_group) = (text("position")?, text("unit")?, text("unit_group")?);
        lines.push(RegistryLine {
            id,
            full_name: row.get("full_name")?,
            gender: word(row, "gender")?,
            birth: word(row, "birth")?,
            position,
            unit,
            unit_group,
            phone: row.get("phone")?,
            sessions: row.get("sessions")?,
        });
    }
    Ok(Registry::new(lines, index))
}

/// Texts that many lines share, each kept once.
#[derive(Default)]
struct Texts(HashSet<Arc<str>>);

impl Texts {
    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.0.insert(new.clone());
        new
    }
}
