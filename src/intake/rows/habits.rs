//! What holds for a whole table, seen over all its rows.

use super::super::columns::Layout;
use super::super::grid::{Cell, Row, line_of};
use super::super::heading::Field;
use super::super::honorifics::{without_honorific, without_title};
use super::super::values;
use super::seen::Seen;
use crate::domain::person::Gender;
use crate::domain::person_field::PersonField;

/// What holds for all people of a table.
#[derive(Debug, Default)]
pub(in super::super) struct Habits {
    /// Whether people have numbers: then those without stand outside the list.
    pub numbered: bool,
    /// The sex of those without a mark, where one column marks the other.
    pub unmarked: Option<Gender>,
    /// Whether names stand behind "Ông", "Bà", "Đ/c": alone, "Ông" is a family name.
    pub honorifics: bool,
    /// How dates of birth are written.
    pub dates: DateOrder,
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
    pub(super) fn of(rows: &[Row], layout: &Layout) -> Self {
        let numbered = is_numbered(rows, layout);
        Self {
            numbered,
            unmarked: sex_without_mark(rows, layout, numbered),
            honorifics: has_honorifics(rows, layout),
            dates: date_order(rows, layout),
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
    let Some(column) = layout.columns.iter().find(|column| column.field.is_name()) else { return false };
    let (mut names, mut polite, mut sure) = (0, 0, false);
    for row in rows {
        let Some(cell @ Cell::Text(text)) = row.cell(column.index) else { continue };
        names += 1;
        if !may_be_polite(text) {
            continue;
        }
        let line = cell.line();
        if let Some((_, gender)) = without_honorific(&line) {
            polite += 1;
            sure |= gender != Some(Gender::Male);
        } else if without_title(&line) != line {
            polite += 1;
        }
    }
    sure && polite * 4 >= names * 3
}

/// Few letters begin these words: most names are told without cleaning them.
fn may_be_polite(text: &str) -> bool {
    let text = text.trim_start();
    text.bytes().take(5).any(|byte| byte == b'.')
        || text.starts_with(['Ô', 'ô', 'O', 'B', 'b', 'Đ', 'đ', 'D', 'A', 'a', 'C', 'c'])
        || text.starts_with("Thầy")
        || text.starts_with("thầy")
}

fn date_order(rows: &[Row], layout: &Layout) -> DateOrder {
    let births: Vec<u32> = [Field::Person(PersonField::Birth), Field::Male, Field::Female]
        .into_iter()
        .flat_map(|field| layout.columns_of(field).map(|column| column.index))
        .collect();
    let (mut day_first, mut month_first, mut late_days, mut early_days) = (0, 0, 0, 0);
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
                _ => {}
            },
            _ => {}
        }
    }
    // One such date is more likely a slip of the hand than a habit.
    if month_first >= 2 && day_first == 0 {
        DateOrder::MonthFirst
    } else if day_first > 0 && late_days == 0 && early_days > 0 {
        DateOrder::DatesExchanged
    } else {
        DateOrder::DayFirst
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Section;
    use crate::vietnamese::number::sentence_case;

    #[test]
    fn no_polite_word_is_passed_over_at_the_first_look() {
        let honorifics = [
            Section::HonorificOfMan,
            Section::HonorificOfWoman,
            Section::HonorificOfAnyone,
            Section::Learned,
        ];
        for word in honorifics.into_iter().flat_map(Section::words) {
            let name = format!("{word} Lê An");
            assert!(may_be_polite(&name) && may_be_polite(&sentence_case(&name)), "{word}");
            let told = without_honorific(&name).is_some() || without_title(&name) == "Lê An";
            assert!(told, "{word}");
        }
    }
}
