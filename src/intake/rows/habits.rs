//! What holds for a whole table, seen over all its rows.

use jiff::civil::Date;

use super::super::columns::Layout;
use super::super::grid::{Cell, Row, line_of};
use super::super::heading::Field;
use super::super::honorifics::{may_begin, prefix};
use super::super::marks::Group;
use super::super::named::NameHabits;
use super::super::position::begins_with_position;
use super::super::values;
use super::seen::Seen;
use crate::domain::person::Gender;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold::words;

/// What holds for all people of a table.
#[derive(Debug)]
pub(in super::super) struct Habits {
    /// The day of the reading.
    pub today: Date,
    /// Whether people have numbers: then those without stand outside the list.
    pub numbered: bool,
    /// Whether most people have something beside their name.
    pub details: bool,
    /// Whether nobody has: a list of names alone.
    pub bare: bool,
    /// Whether a heading that is numbered as others are says a post: "I | Trưởng ban CTMT". Then those beside it
    /// name no places, either.
    pub parts: bool,
    /// The sex of those without a mark, where one column marks the other.
    pub unmarked: Option<Gender>,
    /// How names are written.
    pub names: NameHabits,
    /// How dates of birth are written.
    pub dates: DateOrder,
    /// Whether all births are the last two figures of a year.
    pub short_years: bool,
}

/// How the dates of a column are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) enum DateOrder {
    /// Day first, as in Vietnam.
    #[default]
    DayFirst,
    /// Month first in text, as an American program writes it.
    MonthFirst,
    /// Day first in text; real dates have day and month exchanged, for a program that
    /// expects the month first took for dates only what it could.
    DatesExchanged,
}

impl Habits {
    pub(in super::super) fn of(rows: &[Row], layout: &Layout, today: Date) -> Self {
        let numbered = is_numbered(rows, layout);
        let (details, bare) = have_details(rows, layout);
        Self {
            today,
            numbered,
            details,
            bare,
            parts: has_parts(rows, layout),
            unmarked: sex_without_mark(rows, layout, numbered),
            names: NameHabits { honorifics: has_honorifics(rows, layout), small: are_small(rows, layout) },
            dates: date_order(rows, layout),
            short_years: says_years(layout),
        }
    }
}

/// Whether most people have a number before their name.
fn is_numbered(rows: &[Row], layout: &Layout) -> bool {
    // A name with nothing beside it is a sum or a signature.
    let is_somebody = |seen: &Seen| seen.named && (seen.number || seen.details + seen.places > 0);
    let named = rows.iter().map(|row| Seen::new(row, layout)).filter(is_somebody);
    let (all, numbered) =
        named.fold((0, 0), |(all, numbered), seen| (all + 1, numbered + usize::from(seen.number)));
    numbered * 2 > all
}

/// Whether a heading over a group says a post behind its number.
fn has_parts(rows: &[Row], layout: &Layout) -> bool {
    rows.iter().filter(|row| row.filled() == 2).any(|row| {
        let seen = Seen::new(row, layout);
        let title = row.cells().last().map(|(_, cell)| cell.line()).unwrap_or_default();
        !seen.ordinal.is_empty() && begins_with_position(&title) && seen.group(row) == Some(Group::Section)
    })
}

/// Whether most of those named have something beside their name, and whether nobody has.
fn have_details(rows: &[Row], layout: &Layout) -> (bool, bool) {
    let named = rows.iter().map(|row| Seen::new(row, layout)).filter(|seen| seen.named);
    let (all, with) =
        named.fold((0, 0), |(all, with), seen| (all + 1, with + usize::from(seen.details + seen.places > 0)));
    (with * 2 >= all && with > 0, with == 0)
}

/// Where only a column "Nữ" is marked, those without a mark are men; and the
/// reverse.
fn sex_without_mark(rows: &[Row], layout: &Layout, numbered: bool) -> Option<Gender> {
    let (field, unmarked) = match (layout.has(Field::Male), layout.has(Field::Female)) {
        (false, true) => (Field::Female, Gender::Male),
        (true, false) => (Field::Male, Gender::Female),
        _ => return None,
    };
    let column = layout.columns_of(field).next()?;
    let marks: Vec<_> = rows
        .iter()
        .filter(|row| {
            let seen = Seen::new(row, layout);
            seen.named && (seen.number || !numbered)
        })
        .map(|row| line_of(row.cell(column.index)))
        .filter(|line| !line.is_empty())
        .map(|line| values::mark(&line))
        .collect();
    let all_marks = !layout.has(Field::Person(PersonField::Gender)) && marks.iter().all(Option::is_some);
    (all_marks && marks.contains(&Some(true))).then_some(unmarked)
}

/// Whether at least three of four names begin with "Ông", "Bà" or the like, and not
/// all of them with the one that is a family name.
fn has_honorifics(rows: &[Row], layout: &Layout) -> bool {
    let Some(column) = layout.name_column() else { return false };
    let (mut names, mut polite, mut sure) = (0, 0, false);
    for row in rows {
        let Some(cell @ Cell::Text(text)) = row.cell(column.index) else { continue };
        names += 1;
        if !may_begin(text) {
            continue;
        }
        let line = cell.line();
        if let Some((prefix, _)) = prefix(&line) {
            polite += 1;
            sure |= prefix.gender != Some(Gender::Male);
        }
    }
    sure && polite * 4 >= names * 3
}

/// Whether most names are written in small letters.
fn are_small(rows: &[Row], layout: &Layout) -> bool {
    let Some(column) = layout.name_column() else { return false };
    let (mut names, mut small) = (0, 0);
    for row in rows {
        let Some(Cell::Text(text)) = row.cell(column.index) else { continue };
        names += 1;
        small += usize::from(!text.contains(char::is_uppercase));
    }
    small >= 2 && small * 2 > names
}

/// Whether the column of births is headed by a year or day, so that two figures are no age.
fn says_years(layout: &Layout) -> bool {
    let Some(column) = layout.columns_of(Field::Person(PersonField::Birth)).next() else { return false };
    let heading = words(&column.heading);
    heading.split(' ').any(|word| matches!(word, "nam" | "ngay" | "ns")) && !heading.contains("tuoi")
}

fn date_order(rows: &[Row], layout: &Layout) -> DateOrder {
    let births: Vec<u32> = [Field::Person(PersonField::Birth), Field::Male, Field::Female]
        .into_iter()
        .flat_map(|field| layout.columns_of(field).map(|column| column.index))
        .collect();
    let (mut day_first, mut month_first, mut late_days, mut early_days) = (0, 0, 0, 0);
    // Dates in text that may be either.
    let mut early_texts = 0;
    for cell in rows.iter().flat_map(|row| births.iter().filter_map(|column| row.cell(*column))) {
        match cell {
            Cell::Date { date, .. } => match (date.day_of_month(), date.month()) {
                (Some(day), _) if day > 12 => late_days += 1,
                (Some(_), Some(_)) => early_days += 1,
                _ => {}
            },
            Cell::Text(text) => match values::first_two(text) {
                Some((first, _)) if first > 12 => day_first += 1,
                Some((_, second)) if second > 12 => month_first += 1,
                Some(_) => early_texts += 1,
                None => {}
            },
            _ => {}
        }
    }
    // One such date is more likely a slip of the hand than a habit, and so are few among many.
    if month_first >= 2 && day_first == 0 && month_first * 2 >= early_texts {
        DateOrder::MonthFirst
    } else if day_first > 0 && late_days == 0 && early_days > 0 {
        DateOrder::DatesExchanged
    } else {
        DateOrder::DayFirst
    }
}
