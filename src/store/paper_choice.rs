//! How the papers of a session were made last (a habit), and what its letters say (data).

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;
use super::record::Record;
use super::settings;
use super::transact::Step;
use crate::domain::id::SessionId;
use crate::domain::recipe::PaperChoice;

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

/// Remembers how a paper looks in a session, and with which recipe it began.
pub(super) fn set_look(
    step: &Step<'_>,
    session: SessionId,
    paper: &str,
    look: &str,
    recipe: Option<&str>,
) -> Result<()> {
    step.prepare_cached(
        "INSERT INTO paper_look (session_id, paper, options, recipe_uid) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (session_id, paper) DO UPDATE
         SET options = excluded.options, recipe_uid = excluded.recipe_uid",
    )?
    .execute((session.0, paper, look, recipe))?;
    settings::write(step, &format!("{LAST_RECIPE}{paper}"), recipe)
}

/// Writes what a paper says in a session, where it differs.
pub(super) fn set_words(step: &Step<'_>, session: SessionId, paper: &str, words: &str) -> Result<()> {
    let there = step
        .prepare_cached("SELECT id, words FROM paper_words WHERE session_id = ?1 AND paper = ?2")?
        .query_row((session.0, paper), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
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
