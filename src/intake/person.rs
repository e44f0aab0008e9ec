//! From one row of a list to one person, or to what is wrong with the row.

use jiff::civil::Date;

use super::columns::{Column, Layout};
use super::grid::{Cell, Grid, Row};
use super::heading::Field;
use super::units::{Place, Units, with_kind};
use super::values::{self, Wrong};
use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails};
use crate::message::Message;

/// One person row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Row number in the file, from 1, as Excel shows it.
    pub row: u32,
    /// What could be read of it.
    pub person: PersonDetails,
    /// Number of the cluster the list names.
    pub cluster: Option<u32>,
    /// The first thing wrong with it: which cell, why, what would be right.
    pub error: Option<Message>,
}

/// What is the same for many rows.
pub(super) struct Around<'a> {
    pub layout: &'a Layout,
    pub today: Date,
    /// What the group heading above says.
    pub heading: &'a Place,
    /// The cluster of the heading above.
    pub cluster: Option<u32>,
    /// The sex of those without a mark, where one column marks the other.
    pub unmarked: Option<Gender>,
}

/// Reads a row in which somebody stands, or should.
pub(super) fn read(row: &Row, around: &Around<'_>, units: &mut Units) -> ReadRow {
    let mut reader = Reader { row, around, error: None };
    let full_name = reader.name();
    let (birth, sex_by_column) = reader.birth_and_sex();
    let gender = reader.gender().or(sex_by_column).or(around.unmarked);
    let position = reader.text(Field::Position);
    let place = reader.place();
    let printed = units.printed(around.heading, place, |place| reader.with_kinds(place));
    let phone = reader.value(Field::Phone, values::phone).flatten();
    let note = reader.text(Field::Note);
    let cluster =
        reader.value(Field::Cluster, |cell| values::text(cell).and_then(|line| values::cluster(&line)));
    let person = PersonDetails {
        full_name,
        gender,
        birth,
        position,
        unit: printed.unit,
        unit_group: printed.group,
        phone,
        note,
    };
    ReadRow { row: row.number, person, cluster: cluster.or(around.cluster), error: reader.error }
}

struct Reader<'a> {
    row: &'a Row,
    around: &'a Around<'a>,
    error: Option<Message>,
}

impl<'a> Reader<'a> {
    /// The first filled cell among the columns of a field.
    fn cell(&self, field: Field) -> Option<(&'a Column, &'a Cell)> {
        let (row, layout) = (self.row, self.around.layout);
        layout.columns_of(field).find_map(|column| row.cell(column.index).map(|cell| (column, cell)))
    }

    /// The value of a field; keeps what is wrong with it.
    fn value<T>(&mut self, field: Field, parse: impl FnOnce(&Cell) -> Result<T, Wrong>) -> Option<T> {
        let (column, cell) = self.cell(field)?;
        parse(cell).map_err(|wrong| self.refuse(column, &cell.line(), wrong)).ok()
    }

    fn text(&mut self, field: Field) -> Option<String> {
        // A dash stands for nothing.
        self.value(field, values::text).filter(|line| line.contains(char::is_alphanumeric))
    }

    /// Keeps the first thing that is wrong.
    fn refuse(&mut self, column: &Column, value: &str, wrong: Wrong) {
        let around = self.around;
        self.error.get_or_insert_with(|| {
            Message::new(wrong)
                .with("row", self.row.number)
                .with("column", Grid::letters(column.index))
                .with("heading", column.heading.as_str())
                .with("value", value)
                .with("first", i64::from(values::FIRST_BIRTH_YEAR))
                .with("last", i64::from(values::last_birth_year(around.today)))
        });
    }

    /// The name, of one column or of two.
    fn name(&mut self) -> String {
        let fields = [Field::FullName, Field::FamilyMiddle, Field::GivenName];
        let mut name = String::new();
        for field in fields {
            let Some((column, cell)) = self.cell(field) else { continue };
            match values::text(cell) {
                Ok(part) if name.is_empty() => name = part,
                // Some lists repeat the given name in a column to sort by.
                Ok(part) if name == part || name.ends_with(&format!(" {part}")) => {}
                Ok(part) => name = format!("{name} {part}"),
                Err(wrong) => {
                    self.refuse(column, &cell.line(), wrong);
                    return cell.line();
                }
            }
        }
        let named = self.around.layout.columns.iter().find(|column| fields.contains(&column.field));
        if let Some(column) = named {
            let wrong = if name.is_empty() { Err("intake-name-missing") } else { values::name(&name) };
            if let Err(wrong) = wrong {
                self.refuse(column, &name, wrong);
            }
        }
        name
    }

    /// The birth, and the sex when it stands in a column for men or for women.
    fn birth_and_sex(&mut self) -> (Option<FuzzyDate>, Option<Gender>) {
        let today = self.around.today;
        let birth = self.value(Field::Birth, |cell| values::birth(cell, today));
        for (field, gender) in [(Field::Male, Gender::Male), (Field::Female, Gender::Female)] {
            let Some((_, cell)) = self.cell(field) else { continue };
            match values::mark(&cell.line()) {
                Some(true) => return (birth, Some(gender)),
                Some(false) => {}
                None => {
                    let by_column = self.value(field, |cell| values::birth(cell, today));
                    return (birth.or(by_column), Some(gender));
                }
            }
        }
        (birth, None)
    }

    fn gender(&mut self) -> Option<Gender> {
        let cell = self.cell(Field::Gender).map(|(_, cell)| cell.line())?;
        // A dash or a stray mark says nothing of anyone's sex.
        if !cell.contains(char::is_alphanumeric) {
            return None;
        }
        self.value(Field::Gender, |cell| values::text(cell).and_then(|line| values::gender(&line)))
    }

    /// The parts of the unit as they are written, and the columns of the second and third.
    fn place(&mut self) -> (Place, [u32; 2]) {
        let (hamlet, commune) = (self.text(Field::Hamlet), self.text(Field::Commune));
        let mut unit = self.text(Field::Unit);
        if unit.is_none() && hamlet.is_none() && commune.is_none() {
            unit = self.text(Field::Address);
        }
        let column = |field| self.cell(field).map_or(0, |(column, _)| column.index);
        (Place { unit, hamlet, commune }, [column(Field::Hamlet), column(Field::Commune)])
    }

    /// The same with the words for their kinds, where only the headings say them.
    fn with_kinds(&self, place: Place) -> Place {
        let with_kind = |field, value| match self.cell(field) {
            Some((column, _)) => with_kind(value, column.kind_word, &column.heading),
            None => value,
        };
        Place {
            hamlet: place.hamlet.map(|value| with_kind(Field::Hamlet, value)),
            commune: place.commune.map(|value| with_kind(Field::Commune, value)),
            unit: place.unit,
        }
    }
}
