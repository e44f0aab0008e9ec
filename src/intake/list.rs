//! A list that was read, and how it was to be read.

use std::collections::HashMap;
use std::ops::Range;

use super::columns::{Layout, Meanings};
use super::communes::Sender;
use super::letters::Converted;
use super::person::ReadRow;
use super::units::as_known;
use crate::domain::list::{ColumnMapping, ListEncoding, ListLine};
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// A list, read: who stands in it, before anything is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadList {
    /// Name of the file, without its folder.
    pub source: String,
    /// In what letters it was written: the legacy ones of most converted cells, or
    /// Unicode where none was converted.
    pub encoding: ListEncoding,
    /// How many cells were converted to Unicode.
    pub converted: Converted,
    /// Where the first table was found and what its columns hold.
    pub layout: Layout,
    /// Every table that was read, in the order of the file; a sheet may have several.
    pub tables: Vec<Layout>,
    /// Every sheet that holds people, in the order of the file, also those left out.
    pub sheets: Vec<ListSheet>,
    /// The names of visible sheets in which no list was found.
    pub without_list: Vec<String>,
    /// One entry per person row, in the order of the file, sheet by sheet.
    pub rows: Vec<ReadRow>,
    /// Every line of every sheet that is not empty, in the order of the file.
    pub lines: Vec<ListLine>,
    /// Where the list contradicts itself: it counts other people than stand in it, or leaves out
    /// a number.
    pub remarks: Vec<Sentence>,
}

/// A sheet that holds people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSheet {
    /// Its name; empty where the file has no sheets.
    pub name: String,
    /// Where its table was found and what its columns hold.
    pub layout: Layout,
    /// Its people, as places in [`ReadList::rows`]; none where it is left out.
    pub rows: Range<usize>,
    /// Whether the user left it out.
    pub left_out: bool,
    /// The communes that letterhead, title, its name or that of the file say, the surest first.
    pub senders: Vec<Sender>,
    /// Who sent it, where that is known: people without a commune are from there.
    pub sender: Option<Sender>,
}

/// How a file is to be read where the user knows better than we.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// In what letters it is written; `None` to decide cell by cell.
    pub encoding: Option<ListEncoding>,
    /// The name of the one sheet to read; `None` for every visible one with a list.
    pub sheet: Option<String>,
    /// The names of sheets that are left out.
    pub left_out: Vec<String>,
    /// The commune that sent it, as the user says.
    pub commune: Option<String>,
    /// Whether what is hidden or struck is taken in as if it were not.
    pub unseen: bool,
    /// What the user says of a layout, named by [`Layout::known_as`] as it was found.
    pub by_hand: Vec<(String, Meanings)>,
    /// What was said of layouts before: all that the data file remembers.
    pub remembered: Vec<ColumnMapping>,
    /// The headings of the own columns of the session: a column of that heading fills it.
    pub own: Vec<String>,
}

impl ReadList {
    /// Writes units that lack marks, or are all in capitals, as the registry knows them; `names` are the
    /// names of its units. A name that several units have in other letters is left alone.
    pub fn meet_units(&mut self, names: &[String]) {
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for name in names {
            known
                .entry(fold(name))
                .and_modify(|one| {
                    if one.as_ref() != Some(name) {
                        *one = None;
                    }
                })
                .or_insert_with(|| Some(name.clone()));
        }
        for row in &mut self.rows {
            for unit in [&mut row.person.unit, &mut row.person.unit_group].into_iter().flatten() {
                if let Some(name) = as_known(unit, &known) {
                    *unit = name;
                }
            }
        }
    }

    /// The folded names in the list, each once: by them the registry is asked
    /// for people who may be meant.
    pub fn name_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.rows.iter().map(|row| fold(&row.person.full_name)).collect();
        // A name with an apostrophe may have been kept with another sign for it.
        let others = keys.iter().filter(|key| key.contains('\''));
        let others = others.flat_map(|key| ["’", "`", "ʼ", "´", "‘"].map(|sign| key.replace('\'', sign)));
        keys.extend(others.collect::<Vec<_>>());
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}
