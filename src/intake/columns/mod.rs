//! Where the table begins and what each of its columns holds.

mod content;
mod find;
mod mapping;
mod parts;
#[cfg(test)]
mod tests;

use super::grid::{Cell, Grid, Row, line_of};
use super::heading::{Field, kind_word, recognise, words};
use super::position::begins_with_position;
use crate::domain::person_field::PersonField;
use crate::vietnamese::clean::clean;

pub(super) use find::{begins_list, is_header};
pub use mapping::Meanings;
pub(super) use parts::Part;

/// The header row is looked for among this many rows with content.
const ROWS_LOOKED_AT: usize = 60;

/// One column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0.
    pub index: u32,
    /// What it holds.
    pub field: Field,
    /// Its heading as the file has it, cleaned; empty when it has none.
    pub heading: String,
    /// The own column of the session that it fills, by its heading; it then holds nothing else.
    pub own: Option<String>,
    /// Whether heading or content say what it holds: the user need not.
    pub understood: bool,
    /// Whether its heading was understood though a letter of it is off.
    pub(super) mistyped: bool,
    /// The word that a bare value lacks: "Thôn" for "Trung Đàn" under "Thôn".
    pub(super) kind_word: Option<&'static str>,
}

impl Column {
    fn new(index: u32, field: Field, heading: &str) -> Self {
        Self {
            index,
            field,
            heading: clean(heading),
            own: None,
            understood: true,
            mistyped: false,
            kind_word: kind_word(heading),
        }
    }

    /// Lets it fill an own column, and nothing else.
    fn fill(&mut self, own: String) {
        (self.field, self.own, self.understood) = (Field::Other, Some(own), true);
    }

    /// A column of which nothing says what it holds.
    fn unknown(index: u32, heading: &str) -> Self {
        Self { understood: false, ..Self::new(index, Field::Other, heading) }
    }
}

/// The header row of a sheet and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The number of the header row as Excel shows it, the last one of several;
    /// without headings that of the row above the first person, 0 at the top.
    pub header: u32,
    /// Whether there is a header row: else the columns are known by their content.
    pub is_headed: bool,
    /// The columns with a heading or a meaning, from the left.
    pub columns: Vec<Column>,
}

impl Layout {
    /// The columns that hold a field, from the left: often one, sometimes several.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.field == field)
    }

    /// Whether there is a column of that field.
    pub fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }

    /// The first of the columns for names.
    pub(super) fn name_column(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.field.is_name())
    }

    /// What stands in it, on one line.
    pub(super) fn name_in(&self, row: &Row) -> Option<String> {
        row.cell(self.name_column()?.index).map(Cell::line)
    }

    /// Whether this is the table that is made of the lines of a message.
    pub(super) fn is_message(&self) -> bool {
        self.is_headed && self.header == 0
    }

    /// Whether a column says posts.
    pub(super) fn says_posts(&self) -> bool {
        self.has(Field::Person(PersonField::Position)) || self.has(Field::PositionUnit)
    }

    /// Whether a row below says the headings again, as each printed page does.
    pub(super) fn is_repeated_by(&self, row: &Row) -> bool {
        let Some(name) = self.columns.iter().find(|column| column.field.is_name()) else { return false };
        // The length tells for nearly every row, without folding it.
        let says_name = |line: &str| line.len() == name.heading.len() && words(line) == words(&name.heading);
        let is_heading = |column: &Column| recognise(&line_of(row.cell(column.index))).is_some();
        // So does the first letter, mostly, and without cleaning the cell.
        let first = |text: &str| {
            let letter = text.trim_start().chars().next().filter(char::is_ascii);
            letter.map(|letter| letter.to_ascii_lowercase())
        };
        let begins = |cell: &Cell| match cell {
            Cell::Text(text) => {
                let letters = first(text).zip(first(&name.heading));
                text.len() >= name.heading.len() && letters.is_none_or(|(own, heading)| own == heading)
            }
            _ => false,
        };
        row.cell(name.index).is_some_and(|cell| begins(cell) && says_name(&cell.line()))
            && self.columns.iter().filter(|column| is_heading(column)).count() >= self.columns.len().min(2)
    }

    /// Whether another header says only what this one says in the same places: the
    /// header of a further page.
    pub(super) fn is_repeated_as(&self, other: &Self) -> bool {
        let says = |column: &Column| (column.index, words(&column.heading));
        other
            .columns
            .iter()
            .filter(|column| !column.heading.is_empty())
            .all(|column| self.columns.iter().any(|known| says(known) == says(column)))
    }

    /// The holders of several posts beside each other, a row for each place: "Thôn |
    /// Trưởng thôn: họ tên, điện thoại | Trưởng ban CTMT: họ tên, điện thoại". For each
    /// post its columns with those all share, and what it is called; none for a list of
    /// another shape.
    pub(super) fn by_post(&self, grid: &Grid) -> Vec<(Self, String)> {
        let names: Vec<usize> = (0..self.columns.len())
            .filter(|at| self.columns[*at].field == Field::Person(PersonField::Name))
            .collect();
        let &[first, _, ..] = names.as_slice() else { return Vec::new() };
        let above = grid.rows.iter().rfind(|row| row.number < self.header);
        let own = names.iter().all(|at| begins_with_position(&self.columns[*at].heading));
        let ends = names.iter().skip(1).copied().chain([self.columns.len()]);
        let posts = names.iter().zip(ends).map(|(&start, end)| {
            // A cell that is merged over the columns of its post stands over the first.
            let over = above.map(|above| line_of(above.cell(self.columns[start].index)).into_owned());
            let post = if own { self.columns[start].heading.clone() } else { over.unwrap_or_default() };
            let columns = self.columns[..first].iter().chain(&self.columns[start..end]).cloned().collect();
            (Self { columns, ..self.clone() }, post)
        });
        let posts: Vec<_> = posts.collect();
        let is_post = |(layout, post): &(Self, String)| {
            begins_with_position(post)
                && !layout.has(Field::Person(PersonField::Position))
                && !layout.has(Field::PositionUnit)
        };
        if posts.iter().all(is_post) { posts } else { Vec::new() }
    }

    /// The lists that stand beside each other: "STT | Họ và tên | Đơn vị" twice. One
    /// list alone is itself.
    pub(super) fn beside_each_other(&self) -> Vec<Self> {
        let Some(first) = self.columns.first() else { return vec![self.clone()] };
        let mut lists: Vec<Vec<Column>> = Vec::new();
        for column in &self.columns {
            match lists.last_mut() {
                Some(list) if column.field != first.field => list.push(column.clone()),
                _ => lists.push(vec![column.clone()]),
            }
        }
        let fields = |list: &[Column]| {
            list.iter().map(|column| column.field).filter(|field| *field != Field::Other).collect::<Vec<_>>()
        };
        let is_list = |list: &Vec<Column>| list.len() > 1 && fields(list) == fields(&lists[0]);
        match first.field != Field::Other && lists.iter().all(is_list) {
            true => lists.into_iter().map(|columns| Self { columns, ..self.clone() }).collect(),
            false => vec![self.clone()],
        }
    }
}
