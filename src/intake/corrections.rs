//! What the user corrected in a list as it was read: it holds however often the list is read again.

use std::collections::HashMap;

use super::grid::Grid;
use super::list::ReadList;
use super::person::ReadRow;
use crate::domain::list::LineKind;
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::domain::reading;

/// Which row of a file: its sheet, its number there, and which of several people in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowKey {
    sheet: String,
    row: u32,
    nth: usize,
}

/// What was corrected, row by row and for all rows that say the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    rows: HashMap<RowKey, Correction>,
    everywhere: Vec<Everywhere>,
}

/// What a row says instead in some of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Correction {
    says: PersonDetails,
    fields: Vec<PersonField>,
}

/// What all rows say instead that say `from` in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Everywhere {
    field: PersonField,
    /// As [`PersonField::written`] writes it.
    from: String,
    says: PersonDetails,
}

impl Corrections {
    /// A row says in a field what `says` has there.
    pub fn row(&mut self, key: RowKey, field: PersonField, says: &PersonDetails) {
        let correction = self.rows.entry(key).or_default();
        field.copy(says, &mut correction.says);
        if !correction.fields.contains(&field) {
            correction.fields.push(field);
        }
    }

    /// Every row that says `from` in a field, as [`PersonField::written`] writes it, says what `says`
    /// has there.
    pub fn everywhere(&mut self, field: PersonField, from: String, says: PersonDetails) {
        self.everywhere.push(Everywhere { field, from, says });
    }

    /// Whether nothing was corrected.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.everywhere.is_empty()
    }

    /// Whether a row was corrected by hand.
    pub fn holds(&self, key: &RowKey) -> bool {
        self.rows.contains_key(key)
    }
}

impl ReadList {
    /// Which row stands at a place among [`ReadList::rows`].
    pub fn row_key(&self, place: usize) -> Option<RowKey> {
        let row = self.rows.get(place)?;
        let sheet = self.sheets.iter().find(|sheet| sheet.rows.contains(&place))?;
        let nth = self.rows[sheet.rows.start..place].iter().filter(|other| other.row == row.row).count();
        Some(RowKey { sheet: sheet.name.clone(), row: row.row, nth })
    }

    /// The place of a row among [`ReadList::rows`].
    pub fn place_of(&self, key: &RowKey) -> Option<usize> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == key.sheet)?;
        sheet.rows.clone().filter(|place| self.rows[*place].row == key.row).nth(key.nth)
    }

    /// Puts in what was corrected. Who has a name by hand is somebody.
    pub fn correct(&mut self, corrections: &Corrections) {
        for one in &corrections.everywhere {
            let says_so = |row: &&mut ReadRow| row.error.is_none() && one.says_from(&row.person);
            for row in self.rows.iter_mut().filter(says_so) {
                one.field.copy(&one.says, &mut row.person);
            }
        }
        for (key, correction) in &corrections.rows {
            let Some(place) = self.place_of(key) else { continue };
            let row = &mut self.rows[place];
            for field in &correction.fields {
                field.copy(&correction.says, &mut row.person);
            }
            let has_name = reading::name(&row.person.full_name).is_ok();
            if correction.fields.contains(&PersonField::Name) && has_name {
                (row.error, row.doubts) = (None, Vec::new());
            }
            // What was said of the cells that are corrected is no longer true.
            let columns = self.tables.get(row.table).map_or(&[][..], |table| &table.columns);
            row.remarks.retain(|remark| {
                let column = |letters| columns.iter().find(|one| Grid::letters(one.index) == letters);
                let field = remark.text("column").and_then(column).and_then(|one| one.field.fills());
                field.is_none_or(|field| !correction.fields.contains(&field))
            });
            let (sheet, number) = (row.sheet.clone(), row.row);
            let doubtful =
                self.rows.iter().any(|row| row.row == number && row.sheet == sheet && row.is_doubtful());
            let line = self
                .lines
                .iter_mut()
                .find(|line| line.line == number && line.sheet == sheet && line.kind == LineKind::Doubtful);
            if let (Some(line), false) = (line, doubtful) {
                line.kind = LineKind::Person;
            }
        }
    }
}

impl Everywhere {
    fn says_from(&self, person: &PersonDetails) -> bool {
        self.field.written(person).as_deref() == Some(self.from.as_str())
    }
}
