//! A layout as the user corrects it, and the sign by which it is known again.

use super::super::heading::{Field, kind_word, words};
use super::{Column, Layout};

/// What the user says each column holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meanings {
    /// The header row as Excel numbers it, 0 for none; `None` leaves the one found.
    pub header: Option<u32>,
    /// Columns from 0 and what they hold. Columns left out keep what was found.
    pub columns: Vec<(u32, Field)>,
}

impl Layout {
    /// The layout with what the user says over it.
    #[must_use]
    pub fn with_meanings(&self, meanings: &Meanings) -> Self {
        let mut layout = self.clone();
        if let Some(header) = meanings.header {
            layout.header = header;
            layout.is_headed = header > 0;
        }
        for (index, field) in &meanings.columns {
            match layout.columns.iter_mut().find(|column| column.index == *index) {
                Some(column) => {
                    column.kind_word = kind_word(&column.heading);
                    column.field = *field;
                    column.understood = true;
                }
                None => layout.columns.push(Column::new(*index, *field, "")),
            }
        }
        layout.columns.sort_by_key(|column| column.index);
        layout
    }

    /// What the columns hold now, to be remembered. The header row is left out: the
    /// next file has more or fewer titles above it.
    pub fn meanings(&self) -> Meanings {
        let columns = self.columns.iter().map(|column| (column.index, column.field)).collect();
        Meanings { header: None, columns }
    }

    /// The sign by which a layout is known again: its headings, folded, with their
    /// columns counted from the first. Files with the same headings in the same order
    /// have the same sign, wherever the table begins. Empty without headings: what the
    /// columns of one such list hold says nothing of another.
    pub fn fingerprint(&self) -> String {
        if !self.is_headed {
            return String::new();
        }
        let first = self.columns.first().map_or(0, |column| column.index);
        let headed = self.columns.iter().filter(|column| !column.heading.is_empty());
        let signs: Vec<String> =
            headed.map(|column| format!("{}:{}", column.index - first, words(&column.heading))).collect();
        signs.join("|")
    }
}
