//! What tables and columns of the data file are called where a user reads of them, and how what
//! stands in them is told: the history shows changes by this table, and never raw.
//!
//! A column that is added to the schema gets a line here, or stands among [`UNTOLD`]; a test asks.

mod tables;

use super::person_field::PersonField;
use tables::{COLUMNS, TABLES};

pub use tables::UNTOLD;

/// How what stands in a column is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// As it stands there: text, a number, lines of a list, the name of another record.
    Plain,
    /// A date or a span of dates.
    Date,
    /// A time, UTC.
    Moment,
    /// Yes or no, by these sentences.
    YesNo(&'static str, &'static str),
    /// One of a few words, each by its sentence.
    Word(&'static [(&'static str, &'static str)]),
    /// A kind of paper.
    Paper,
    /// How a number is written.
    Pattern,
    /// Texts of several fields, one after the other.
    Parts,
    /// Only that it was changed.
    Unsaid,
}

/// A column in the user's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnWords {
    /// The sentence with its name.
    pub label: &'static str,
    /// How what stands in it is told.
    pub telling: Telling,
}

use Telling::{Date, Parts, Plain, Word};

/// A column in the user's words; `None` where nobody is told of it.
pub fn column(table: &str, column: &str) -> Option<ColumnWords> {
    let is = |of: &str, name: &str| (of == "*" || of == table) && name == column;
    if UNTOLD.iter().any(|(of, name)| is(of, name)) {
        return None;
    }
    // What people and delegates have is described with the fields of a person.
    if ["person", "delegate", "person_sensitive", "person_unit"].contains(&table)
        && let Some(field) =
            PersonField::ALL.iter().map(|field| field.about()).find(|field| field.code == column)
    {
        let telling = match column {
            "gender" => Word(&[("male", "window-male"), ("female", "window-female")]),
            "birth" => Date,
            _ => Plain,
        };
        return Some(ColumnWords { label: field.column, telling });
    }
    let found = COLUMNS.iter().find(|(of, name, ..)| is(of, name));
    found.map(|(_, _, label, telling)| ColumnWords { label, telling: *telling })
}

/// Where a column stands among the others of its table: as in forms, not as in the alphabet.
pub fn place(table: &str, column: &str) -> usize {
    let fields = PersonField::ALL;
    let field = fields.iter().position(|field| field.about().code == column);
    let line = COLUMNS.iter().position(|(of, name, ..)| (*of == "*" || *of == table) && *name == column);
    field.or(line.map(|line| fields.len() + line)).unwrap_or(usize::MAX)
}

/// The column of a table whose rows only say what happened to another: what happened.
pub fn event(table: &str) -> Option<&'static str> {
    (table == "certificate_event").then_some("kind")
}

/// Whether what stands in a column is told as text that can be searched for.
pub fn is_shown(table: &str, name: &str) -> bool {
    column(table, name).is_some_and(|words| matches!(words.telling, Plain | Parts))
}

/// What a row of a table is called.
pub fn table(name: &str) -> Option<&'static str> {
    TABLES.iter().find(|(table, _)| *table == name).map(|(_, words)| *words)
}
