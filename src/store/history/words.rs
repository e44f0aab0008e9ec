//! The words of the history, folded as those that are searched for: what its lines say in the
//! user's language, and what stood and stands in the fields that they changed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::{Connection, Rows, Statement};
use serde_json::Value;

use crate::domain::record_words;
use crate::locale::{Language, Locale};
use crate::sentence::Sentence;
use crate::store::change::Image;
use crate::store::error::Result;
use crate::vietnamese::fold::fold;

/// What lines say, folded. Kept from one search to the next, for words are typed letter by letter.
#[derive(Default)]
pub struct Labels {
    locale: Option<Locale>,
    /// By the label as the file has it, so that one that is changed there is read anew.
    folded: HashMap<u64, Box<str>>,
}

impl Labels {
    /// Speaks this language from now on.
    pub(super) fn speak(&mut self, language: Language) {
        if self.locale.as_ref().is_none_or(|locale| locale.language() != language) {
            *self = Self { locale: Some(Locale::new(language)), folded: HashMap::new() };
        }
    }

    /// What the line of this label says.
    pub(super) fn of(&mut self, label: &str) -> &str {
        let mut hasher = DefaultHasher::new();
        label.hash(&mut hasher);
        let locale = &self.locale;
        self.folded.entry(hasher.finish()).or_insert_with(|| {
            let sentence: Option<Sentence> = serde_json::from_str(label).ok();
            let said = sentence.zip(locale.as_ref()).map(|(sentence, locale)| locale.say(&sentence));
            fold(&said.unwrap_or_default()).into()
        })
    }
}

/// Words that are sought, all of which must be found.
pub(super) struct Sought {
    words: Vec<String>,
}

impl Sought {
    /// `None` where nothing is sought.
    pub(super) fn new(words: &str) -> Option<Self> {
        let words: Vec<String> =
            fold(words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// Marks the words that this folded text has.
    pub(super) fn mark(&self, found: &mut Vec<bool>, folded: &str) {
        found.resize(self.words.len(), false);
        for (found, word) in found.iter_mut().zip(&self.words) {
            *found = *found || folded.contains(word.as_str());
        }
    }

    /// The people of the registry who have all of the words, in order.
    pub(super) fn people(&self, connection: &Connection) -> Result<Vec<i64>> {
        let conditions: Vec<String> =
            (1..=self.words.len()).map(|place| format!("instr(search_key, ?{place}) > 0")).collect();
        let sql = format!("SELECT id FROM person WHERE {} ORDER BY id", conditions.join(" AND "));
        let mut query = connection.prepare(&sql)?;
        let people = query.query_map(rusqlite::params_from_iter(&self.words), |row| row.get(0))?;
        Ok(people.collect::<rusqlite::Result<_>>()?)
    }
}

/// The changes of one line after the other, the newest first.
pub(super) struct Changes<'a> {
    rows: Rows<'a>,
    /// The first of a line that was not asked for yet.
    next: Option<Change>,
}

/// One change as far as it is searched.
pub(super) struct Change {
    step: i64,
    /// Its table.
    pub(super) table: String,
    /// The rows that were added, if they were.
    pub(super) added: Option<(i64, i64)>,
    images: [Option<String>; 2],
}

impl<'a> Changes<'a> {
    /// Of lines before this one.
    pub(super) fn query(connection: &Connection) -> Result<Statement<'_>> {
        Ok(connection.prepare(
            "SELECT operation_id, table_name, row_id, rows, change, before, after FROM row_change
             WHERE operation_id < ?1 ORDER BY operation_id DESC, id DESC",
        )?)
    }

    pub(super) fn begin(query: &'a mut Statement<'_>, before: i64) -> Result<Self> {
        let mut changes = Self { rows: query.query([before])?, next: None };
        changes.advance()?;
        Ok(changes)
    }

    fn advance(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => {
                let (first, rows): (i64, i64) = (row.get(2)?, row.get(3)?);
                let is_added = row.get_ref(4)?.as_str().is_ok_and(|change| change == "insert");
                Some(Change {
                    step: row.get(0)?,
                    table: row.get(1)?,
                    added: is_added.then_some((first, first + rows - 1)),
                    images: [row.get(5)?, row.get(6)?],
                })
            }
        };
        Ok(())
    }

    /// Hands out the changes of a line until `enough` says so.
    pub(super) fn each(&mut self, step: i64, mut enough: impl FnMut(&Change) -> bool) -> Result<()> {
        let mut has_enough = false;
        while let Some(change) = &self.next {
            if change.step < step {
                break;
            }
            if change.step == step && !has_enough {
                has_enough = enough(change);
            }
            self.advance()?;
        }
        Ok(())
    }
}

impl Change {
    /// What stood and stands in its fields, folded.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        let images =
            self.images.iter().flatten().filter_map(|image| serde_json::from_str::<Image>(image).ok());
        images.flatten().filter_map(|(column, value)| match value {
            Value::String(text) if record_words::is_shown(&self.table, &column) => Some(fold(&text)),
            _ => None,
        })
    }
}
