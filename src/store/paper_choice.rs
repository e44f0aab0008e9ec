//! How the papers of a session were made last (a habit), and what its letters say (data).

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};

use super::error::Result;
use super::record::Record;
use super::settings;
use super::transact::Step;
use crate::domain::id::SessionId;
use crate::domain::recipe::PaperChoice;
use crate::vietnamese::clean::clean;

/// The name of the setting that remembers the recipe used last for a paper.
const LAST_RECIPE: &str = "recipe ";

/// All that is remembered of the papers of a session, by kind.
pub(super) fn of_session(
    connection: &Connection,
    session: SessionId,
) -> Result<BTreeMap<String, PaperChoice>> {
    let mut choices: BTreeMap<String, PaperChoice> = BTreeMap::new();
    let mut looks = connection
        .prepare_cached("SELECT paper, options, recipe_uid FROM paper_look WHERE session_id = ?1")?;
    let looks = looks.query_map([session.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for look in looks {
        let (paper, look, recipe) = look?;
        choices.insert(paper, PaperChoice { look: Some(look), recipe, words: None });
    }
    let mut words =
        connection.prepare_cached("SELECT paper, words FROM paper_words WHERE session_id = ?1")?;
    for words in words.query_map([session.0], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (paper, words): (String, String) = words?;
        choices.entry(paper).or_default().words = Some(words);
    }
    Ok(choices)
}

/// The recipe used last for each kind of paper.
pub(super) fn last_recipes(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut query = connection.prepare_cached("SELECT name, value FROM setting WHERE name LIKE ?1 || '%'")?;
    let rows = query.query_map([LAST_RECIPE], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut last = BTreeMap::new();
    for row in rows {
        let (name, uid): (String, String) = row?;
        if let Some(paper) = name.strip_prefix(LAST_RECIPE) {
            last.insert(paper.to_owned(), uid);
        }
    }
    Ok(last)
}

/// Remembers how a paper looks in a session, and with which recipe it began. What an
/// earlier program kept there beside the look stays: its prices stand nowhere else.
pub(super) fn set_look(
    step: &Step<'_>,
    session: SessionId,
    paper: &str,
    look: &str,
    recipe: Option<&str>,
) -> Result<()> {
    let there: Option<String> = step
        .prepare_cached("SELECT options FROM paper_look WHERE session_id = ?1 AND paper = ?2")?
        .query_row((session.0, paper), |row| row.get(0))
        .optional()?;
    let look = with(there.as_deref(), object(look));
    step.prepare_cached(
        "INSERT INTO paper_look (session_id, paper, options, recipe_uid) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (session_id, paper) DO UPDATE
         SET options = excluded.options, recipe_uid = excluded.recipe_uid",
    )?
    .execute((session.0, paper, look, recipe))?;
    settings::write(step, &format!("{LAST_RECIPE}{paper}"), recipe)
}

/// Writes fields of what a paper says in a session into the others as they stand now.
pub(super) fn set_words(
    step: &Step<'_>,
    session: SessionId,
    paper: &str,
    changed: Map<String, Value>,
) -> Result<()> {
    let there = step
        .prepare_cached("SELECT id, words FROM paper_words WHERE session_id = ?1 AND paper = ?2")?
        .query_row((session.0, paper), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let words = with(there.as_ref().map(|(_, words)| words.as_str()), changed);
    match there {
        Some((_, current)) if current == words => Ok(()),
        Some((id, _)) => Record::of("paper_words").set("words", words).update(step, id),
        None => Record::of("paper_words")
            .with_uid()
            .set("session_id", session.0)
            .set("paper", paper)
            .set("words", words)
            .insert(step)
            .map(drop),
    }
}

/// Fields of an object as it stands, as JSON; of a damaged one nothing is left.
fn with(there: Option<&str>, fields: Map<String, Value>) -> String {
    let mut all = there.map(object).unwrap_or_default();
    put(&mut all, fields);
    clean(&Value::Object(all).to_string())
}

fn object(json: &str) -> Map<String, Value> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Puts fields into an object; a table entry by entry.
fn put(all: &mut Map<String, Value>, fields: Map<String, Value>) {
    for (name, value) in fields {
        match (all.get_mut(&name), value) {
            (Some(Value::Object(all)), Value::Object(entries)) => put(all, entries),
            (_, value) => drop(all.insert(name, value)),
        }
    }
}
