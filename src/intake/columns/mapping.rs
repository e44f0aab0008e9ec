//! A layout as the user corrects it, and the sign by which it is known again.

use super::super::grid::Grid;
use super::super::heading::{Field, kind_word, words};
use super::{Column, Layout};
use crate::domain::list::ColumnMapping;
use crate::domain::own_column::is_same_label;

/// What the user says each column holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meanings {
    /// The first header row as Excel numbers it, 0 for none; `None` leaves the one found.
    pub header: Option<u32>,
    /// Columns from 0 and what they hold. Columns left out keep what was found.
    pub columns: Vec<(u32, Field)>,
    /// Columns from 0 and the own columns of the session that they fill, by their headings.
    pub own: Vec<(u32, String)>,
}

/// Before the heading of an own column in what is remembered of a layout.
const OWN: &str = "own:";

impl Layout {
    /// The layout with what the user says over it.
    #[must_use]
    fn with_meanings(&self, meanings: &Meanings) -> Self {
        let mut layout = self.clone();
        if let Some(header) = meanings.header {
            // Of several header rows the layout has the last.
            layout.header = if header == 0 { 0 } else { layout.header.max(header) };
            layout.is_headed = header > 0;
        }
        for (index, field) in &meanings.columns {
            match layout.columns.iter_mut().find(|column| column.index == *index) {
                Some(column) => {
                    column.kind_word = kind_word(&column.heading);
                    column.field = *field;
                    column.own = None;
                    column.understood = true;
                }
                None => layout.columns.push(Column::new(*index, *field, "")),
            }
        }
        for (index, own) in &meanings.own {
            if let Some(column) = layout.columns.iter_mut().find(|column| column.index == *index) {
                column.fill(own.clone());
            }
        }
        layout.columns.sort_by_key(|column| column.index);
        layout
    }

    /// The layout where a column under the heading of an own column of the session fills that one.
    fn with_own(mut self, labels: &[String]) -> Self {
        for column in &mut self.columns {
            let own = labels.iter().find(|label| is_same_label(label, &column.heading));
            if let Some(own) = own.filter(|_| !column.heading.is_empty()) {
                column.fill(own.clone());
            }
        }
        self
    }

    /// The table of a sheet as found, or as the user says it is: `by_hand` names a
    /// layout as [`Self::known_as`] does and goes before what is `remembered` of it. `own` are the headings of the session's own
    /// columns.
    pub(in super::super) fn settled(
        grid: &Grid,
        by_hand: &[(String, Meanings)],
        remembered: &[ColumnMapping],
        own: &[String],
    ) -> Option<Self> {
        let found = Self::find(grid).map(|found| found.with_own(own));
        let sign = found.as_ref().map(Self::fingerprint).unwrap_or_default();
        let taught = found.as_ref().map(|found| found.known_as(&grid.name)).unwrap_or_default();
        if let Some((_, meanings)) = by_hand.iter().find(|(layout, _)| *layout == taught) {
            let row =
                meanings.header.and_then(|number| grid.rows.iter().position(|row| row.number == number));
            let base = row.map(|at| Self::headed(grid, at).with_own(own)).or(found).unwrap_or_default();
            return Some(base.with_meanings(meanings));
        }
        let found = found?;
        let mapping = remembered.iter().find(|mapping| !sign.is_empty() && mapping.layout == sign);
        Some(mapping.map_or_else(|| found.clone(), |mapping| found.as_remembered(mapping, own)))
    }

    /// What the columns hold now, to be remembered. The header row is left out: the
    /// next file has more or fewer titles above it.
    pub fn to_remember(&self) -> ColumnMapping {
        let first = self.first_column();
        let columns = self
            .columns
            .iter()
            .map(|column| {
                let code = match &column.own {
                    Some(own) => format!("{OWN}{own}"),
                    None => column.field.code().to_owned(),
                };
                (column.index - first, code)
            })
            .collect();
        ColumnMapping { layout: self.fingerprint(), columns }
    }

    /// The layout with what is remembered of it. A meaning that a newer program wrote
    /// is passed over.
    fn as_remembered(&self, mapping: &ColumnMapping, own: &[String]) -> Self {
        let first = self.first_column();
        let meaning = |(index, code): &(u32, String)| Some((index + first, Field::from_code(code)?));
        let columns = mapping.columns.iter().filter_map(meaning).collect();
        // An own column that the session has not would be a new one: that is for the user to say.
        let own = mapping.columns.iter().filter_map(|(index, code)| {
            let label = code.strip_prefix(OWN)?;
            let known = own.iter().find(|known| is_same_label(known, label))?;
            Some((index + first, known.clone()))
        });
        self.with_meanings(&Meanings { header: None, columns, own: own.collect() })
    }

    fn first_column(&self) -> u32 {
        self.columns.first().map_or(0, |column| column.index)
    }

    /// What the user's word for a layout of this sheet is kept under while the file is read: its sign, or the sheet alone
    /// where it has no headings (and nothing where no table was found), for what is said of one such sheet says nothing of another.
    pub fn known_as(&self, sheet: &str) -> String {
        let sign = self.fingerprint();
        if sign.is_empty() { format!("sheet {sheet}") } else { sign }
    }

    /// The sign by which a layout is known again: its headings, folded, with their
    /// columns counted from the first. Files with the same headings in the same order
    /// have the same sign, wherever the table begins. Empty without headings: what the
    /// columns of one such list hold says nothing of another.
    pub fn fingerprint(&self) -> String {
        if !self.is_headed {
            return String::new();
        }
        let first = self.first_column();
        let headed = self.columns.iter().filter(|column| !column.heading.is_empty());
        let signs: Vec<String> =
            headed.map(|column| format!("{}:{}", column.index - first, words(&column.heading))).collect();
        signs.join("|")
    }
}
