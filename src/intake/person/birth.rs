//! The birth of somebody, and the sex where it stands in a column for men or for women.

use jiff::civil::Date;

use super::super::columns::Column;
use super::super::grid::Cell;
use super::super::heading::Field;
use super::super::rows::habits::DateOrder;
use super::super::values;
use super::{Reader, about_cell};
use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails};
use crate::domain::person_field::PersonField;
use crate::domain::reading;
use crate::vietnamese::date::short;

/// Two figures that are a year without its century.
const SHORT_YEARS: std::ops::RangeInclusive<i64> = 30..=99;

impl Reader<'_> {
    /// The birth, and the sex when it stands in a column for men or for women.
    pub(super) fn birth_and_sex(&mut self) -> (Option<FuzzyDate>, Option<Gender>) {
        let birth = self.birth(Field::Person(PersonField::Birth));
        if self.is_of_both_sexes() {
            return (birth.or_else(|| self.birth(Field::Male)), None);
        }
        for (field, gender) in [(Field::Male, Gender::Male), (Field::Female, Gender::Female)] {
            let Some((_, cell)) = self.cell(field) else { continue };
            match values::mark(&cell.line()) {
                Some(true) => return (birth, Some(gender)),
                Some(false) => {}
                None => {
                    let by_column = self.birth(field);
                    return (birth.or(by_column), Some(gender));
                }
            }
        }
        (birth, None)
    }

    /// Whether a row is filled under "Nam" and under "Nữ": that is doubtful.
    pub(super) fn is_of_both_sexes(&mut self) -> bool {
        let says = |field| {
            let cell = self.cell(field)?;
            (values::mark(&cell.1.line()) != Some(false)).then_some(cell)
        };
        let (Some(_), Some((column, cell))) = (says(Field::Male), says(Field::Female)) else { return false };
        let doubt = about_cell("intake-doubt-both-sexes", self.row, column, &cell.line());
        self.doubts.push(doubt);
        true
    }

    pub(super) fn birth(&mut self, field: Field) -> Option<FuzzyDate> {
        let (today, order) = (self.around.today, self.around.habits.dates);
        let (column, cell) = self.cell(field)?;
        // A dash stands for nothing.
        if matches!(cell, Cell::Text(text) if !text.contains(char::is_alphanumeric)) {
            return None;
        }
        if let Some(year) = values::birth_cut_short(cell).filter(|_| self.around.layout.is_message()) {
            // The mark is ours.
            let line = cell.line();
            let figures = line.trim_start_matches(['\'', '’']);
            let remark = about_cell("intake-remark-short-year", self.row, column, figures);
            self.remarks.push(remark.with("year", i64::from(year)));
            return FuzzyDate::year_only(year).ok();
        }
        if let Some(day) = values::birth_as_serial(cell, today) {
            let remark = about_cell("intake-remark-serial", self.row, column, &cell.line());
            self.remarks.push(remark.with("day", short(day)));
            return Some(day);
        }
        if let Some(year) = values::year_of_age(cell, today) {
            let remark = about_cell("intake-remark-age", self.row, column, &cell.line());
            self.remarks.push(remark.with("year", i64::from(year)));
            return FuzzyDate::year_only(year).ok();
        }
        let figures = cell.whole_number().filter(|figures| SHORT_YEARS.contains(figures));
        let figures = figures.filter(|_| self.around.habits.short_years);
        if let Some(year) = figures.and_then(|figures| i16::try_from(1900 + figures).ok()) {
            let remark = about_cell("intake-remark-short-year", self.row, column, &cell.line());
            self.remarks.push(remark.with("year", i64::from(year)));
            return FuzzyDate::year_only(year).ok();
        }
        let birth = self.value(field, |cell| match (cell, order) {
            (Cell::Text(text), DateOrder::MonthFirst) => values::birth(&values::day_first(text), today),
            _ => values::birth(cell, today),
        })?;
        let (day, month) = (self.figure(Field::BirthDay), self.figure(Field::BirthMonth));
        if birth.month().is_none() && (day.is_some() || month.is_some()) {
            let whole = FuzzyDate::new(birth.year(), month, day);
            if whole.is_err() {
                self.refuse(column, &cell.line(), "intake-birth-no-such-day");
            }
            return whole.ok();
        }
        match (cell, order) {
            (Cell::Date { .. }, DateOrder::DatesExchanged) => {
                self.remark_exchange(column, &cell.line(), birth)
            }
            (Cell::Text(text), DateOrder::MonthFirst) if may_be_either(text) => {
                let remark = about_cell("intake-remark-month-first", self.row, column, &cell.line());
                self.remarks.push(remark.with("day", short(birth)));
            }
            _ => {}
        }
        Some(birth)
    }

    /// The number in the column for a day or a month; 0 for what is no such number.
    pub(super) fn figure(&self, field: Field) -> Option<u8> {
        let figure = self.cell(field)?.1.whole_number();
        figure.filter(|figure| *figure != 0).map(|figure| u8::try_from(figure).unwrap_or(0))
    }

    /// Says that day and month may be exchanged, where that would be another day.
    pub(super) fn remark_exchange(&mut self, column: &Column, value: &str, birth: FuzzyDate) {
        let (Some(day), Some(month), Some(year)) = (birth.day_of_month(), birth.month(), birth.year()) else {
            return;
        };
        if day != month {
            let other = format!("{month:02}/{day:02}/{year}");
            let remark = about_cell("intake-remark-day-month", self.row, column, value);
            self.remarks.push(remark.with("other", other));
        }
    }
}

/// "0364 812 075 (sinh 1974)": the year that stands beside a telephone, where no other is said.
pub(super) fn take_birth_of_phone(person: &mut PersonDetails, today: Date) {
    let Some(phone) = person.phone.as_deref().filter(|_| person.birth.is_none()) else { return };
    let Some((bare, beside)) = phone.split_once(['(', ',', ';']) else { return };
    let beside = beside.trim().trim_end_matches(')');
    let is_labelled = beside.starts_with(char::is_alphabetic);
    if let Ok(birth) = reading::birth(beside, today)
        && is_labelled
    {
        person.birth = Some(birth);
        person.phone = reading::phone(bare.trim()).ok().flatten();
    }
}

/// Whether nothing in a date tells the day from the month: "03/04/1971".
fn may_be_either(text: &str) -> bool {
    values::first_two(text).is_some_and(|(first, second)| first != second && first <= 12 && second <= 12)
}
