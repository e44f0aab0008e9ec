//! The figures of a table as formulas, so that what is changed in a workbook is carried through.
//!
//! A formula is written only where it gives what the paper says. Where the paper leaves a figure open because what it
//! follows from is not known, the formula says nothing either, until that is filled in.

use std::ops::Range;

use crate::paper::content::{Align, Cell, Column, Reckoned, Row, Table, Unit, cell_at};
use crate::paper::font::composed;

/// Excel takes no text longer than this within a formula.
const LONGEST_TEXT: usize = 255;
/// Excel takes no function of more values than this.
const MOST_RANGES: usize = 255;
/// The column whose cells are counted: the names, after the numbers.
const COUNTED: usize = 1;

/// A formula, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// With its "=".
    pub text: String,
    /// What it comes to; empty for nothing.
    pub result: String,
}

/// The rows of a table that its closing block may count: those that have a name and are not struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where their names stand, with room for those that are still to be filled in.
    ranges: String,
    /// How many they are.
    count: usize,
}

/// The figures of a table on its sheet.
pub struct Figures<'t> {
    columns: &'t [Column],
    /// Its rows, and under them the row of its sums.
    rows: Vec<&'t Row>,
    /// The row of the sheet, from 0, on which its first row stands.
    first: u32,
    /// The column of the sheet, from 0, in which each column begins.
    places: Vec<u16>,
}

impl<'t> Figures<'t> {
    /// Those of a table with the row of its sums, from a row of the sheet on.
    pub fn new(table: &'t Table, total: Option<&'t Row>, first: u32, places: Vec<u16>) -> Self {
        Self { columns: &table.columns, rows: table.rows.iter().chain(total).collect(), first, places }
    }

    /// How the figure of a cell follows from others, if it does.
    pub fn of(&self, row: usize, column: usize, cell: &Cell) -> Option<Formula> {
        match cell.reckoned {
            Reckoned::No => None,
            Reckoned::Product(one, other) => {
                let (a, b) = (self.name(row, one)?, self.name(row, other)?);
                let product = |of: &[f64]| of[0] * of[1];
                self.of_row(row, cell, &[one, other], product, &format!("{a}*{b}"))
            }
            Reckoned::Difference(whole, part) => {
                let (a, b) = (self.name(row, whole)?, self.name(row, part)?);
                self.of_row(row, cell, &[whole, part], |of| of[0] - of[1], &format!("{a}-{b}"))
            }
            Reckoned::Share(whole, rate) => {
                let (a, b) = (self.name(row, whole)?, self.name(row, rate)?);
                // To the nearest millionth first: a tenth has no exact figure.
                let share = |of: &[f64]| (of[0] * of[1] + 1e-6).floor();
                self.of_row(row, cell, &[whole, rate], share, &format!("ROUNDDOWN({a}*{b},0)"))
            }
            Reckoned::Rate { of, from, percent } => {
                let paid = self.name(row, of)?;
                let rate =
                    move |of: &[f64]| if of[0] >= f64::from(from) { f64::from(percent) / 100.0 } else { 0.0 };
                self.of_row(row, cell, &[of], rate, &format!("IF({paid}>={from},{percent}%,0%)"))
            }
            Reckoned::Sum => self.sum(row, column, cell),
        }
    }

    /// What follows from cells of its row.
    fn of_row(
        &self,
        row: usize,
        cell: &Cell,
        sources: &[usize],
        reckon: impl Fn(&[f64]) -> f64,
        formula: &str,
    ) -> Option<Formula> {
        let known: Option<Vec<f64>> = sources.iter().map(|&source| self.value(row, source)).collect();
        match (known, figure(cell, Align::Centre)) {
            (Some(known), Some(said)) if is_same(reckon(&known), said) => {
                Some(Formula { text: format!("={formula}"), result: written(said) })
            }
            (None, None) if cell.text.is_empty() => {
                let names: Option<Vec<String>> =
                    sources.iter().map(|&source| self.name(row, source)).collect();
                let (names, count) = (names?.join(","), sources.len());
                Some(Formula {
                    text: format!("=IF(COUNT({names})={count},{formula},\"\")"),
                    result: String::new(),
                })
            }
            _ => None,
        }
    }

    /// The sum of a column: under a heading that of its group, else that of all rows over it.
    fn sum(&self, row: usize, column: usize, cell: &Cell) -> Option<Formula> {
        let rows = match self.rows[row] {
            Row::Heading { .. } => row + 1..self.group_end(row),
            Row::Cells { .. } => 0..row,
        };
        let (ranges, count) = self.ranges(rows.clone(), column, |one| !is_sum(one))?;
        let values: Vec<Option<f64>> = rows
            .filter(|&at| matches!(self.rows[at], Row::Cells { .. }) && !is_sum(self.rows[at]))
            .map(|at| self.value(at, column))
            .collect();
        let known: f64 = values.iter().flatten().sum();
        match figure(cell, Align::Centre) {
            Some(said) if is_same(known, said) => {
                Some(Formula { text: format!("=SUM({ranges})"), result: written(said) })
            }
            None if cell.text.is_empty() && values.iter().any(Option::is_none) => Some(Formula {
                text: format!("=IF(COUNT({ranges})={count},SUM({ranges}),\"\")"),
                result: String::new(),
            }),
            _ => None,
        }
    }

    /// The words of a heading with the number of the rows under it.
    pub fn counted_heading(&self, row: usize) -> Option<Formula> {
        let Row::Heading { spans, count: Some(count), .. } = self.rows[row] else { return None };
        let (last, before) = spans.split_last()?;
        let before: String = before.iter().map(|span| span.text.as_str()).collect();
        self.listed_in(row + 1..self.group_end(row))?.said(*count, &before, &last.text)
    }

    /// The rows of the whole table that may be counted.
    pub fn listed(&self) -> Option<Listed> {
        self.listed_in(0..self.rows.len())
    }

    fn listed_in(&self, rows: Range<usize>) -> Option<Listed> {
        let is_listed = |row: &Row| matches!(row, Row::Cells { struck: false, .. }) && !is_sum(row);
        let is_named = |at: &usize| self.cell(*at, COUNTED).is_some_and(|cell| !cell.text.is_empty());
        let count = rows.clone().filter(|&at| is_listed(self.rows[at])).filter(is_named).count();
        let (ranges, _) = self.ranges(rows, COUNTED, is_listed)?;
        Some(Listed { ranges, count })
    }

    /// The cells of a column in those of some rows that are meant, as few ranges as there can be, and how many cells.
    /// Headings that say nothing in the column part no range.
    fn ranges(
        &self,
        rows: Range<usize>,
        column: usize,
        meant: impl Fn(&Row) -> bool,
    ) -> Option<(String, usize)> {
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        let mut count = 0;
        let mut open = false;
        for at in rows {
            match self.rows[at] {
                Row::Heading { .. } => open &= self.cell(at, column).is_none(),
                Row::Cells { .. } if !meant(self.rows[at]) => open = false,
                Row::Cells { .. } => {
                    count += 1;
                    match ranges.last_mut().filter(|_| open) {
                        Some(range) => range.1 = at,
                        None => ranges.push((at, at)),
                    }
                    open = true;
                }
            }
        }
        if ranges.is_empty() || ranges.len() > MOST_RANGES {
            return None;
        }
        let named = ranges.into_iter().map(|(from, to)| {
            let (from, to) = (self.name_at(from, column)?, self.name_at(to, column)?);
            Some(if from == to { from } else { format!("{from}:{to}") })
        });
        Some((named.collect::<Option<Vec<String>>>()?.join(","), count))
    }

    /// One past the last row of the group under a heading.
    fn group_end(&self, heading: usize) -> usize {
        let ends = |at: &usize| matches!(self.rows[*at], Row::Heading { .. }) || is_sum(self.rows[*at]);
        (heading + 1..self.rows.len()).find(ends).unwrap_or(self.rows.len())
    }

    /// The cell of a row in one column alone.
    fn cell(&self, row: usize, column: usize) -> Option<&'t Cell> {
        match self.rows[row] {
            Row::Cells { cells, .. } => cell_at(cells, column),
            Row::Heading { sums, .. } => {
                sums.get(column.checked_sub(self.columns.len().saturating_sub(sums.len()))?)
            }
        }
    }

    fn value(&self, row: usize, column: usize) -> Option<f64> {
        figure(self.cell(row, column)?, self.columns.get(column)?.align)
    }

    /// "E5", for a cell that has the column to itself.
    fn name(&self, row: usize, column: usize) -> Option<String> {
        let merged = self.cell(row, column).is_none() && self.is_merged(row, column);
        if merged { None } else { self.name_at(row, column) }
    }

    fn name_at(&self, row: usize, column: usize) -> Option<String> {
        let place = *self.places.get(column)?;
        let row = self.first + u32::try_from(row).ok()?;
        Some(rust_xlsxwriter::utility::row_col_to_cell(row, place))
    }

    /// Whether a cell that began before reaches over a column.
    fn is_merged(&self, row: usize, column: usize) -> bool {
        let Row::Cells { cells, .. } = self.rows[row] else { return true };
        let covered: usize = cells.iter().map(|cell| 1 + cell.extra_columns).sum();
        column < covered
    }
}

impl Listed {
    /// Words with how many they are; nothing where the words are of another number.
    pub fn said(&self, count: usize, before: &str, words: &str) -> Option<Formula> {
        if count != self.count {
            return None;
        }
        let counted = format!("COUNTA({})", self.ranges);
        let plain = around(words, &count.to_string()).map(|around| (around, counted.clone()));
        // "05 (năm) người": as official papers have it.
        let two_digits = || Some((around(words, &format!("{count:02}"))?, format!("TEXT({counted},\"00\")")));
        let ((left, right), counted) = plain.or_else(two_digits)?;
        let left = quoted(&composed(&format!("{before}{left}")))?;
        let right = quoted(&composed(right))?;
        let text = format!("={left}&{counted}&{right}");
        Some(Formula { text, result: composed(&format!("{before}{words}")).into_owned() })
    }
}

/// Whether a row says what others come to.
fn is_sum(row: &Row) -> bool {
    matches!(row, Row::Cells { cells, .. } if cells.iter().any(|cell| cell.reckoned == Reckoned::Sum))
}

/// The figure of a cell as a workbook has it: what is written in digits is a number only where numbers stand, in the
/// middle of a column.
pub fn figure(cell: &Cell, align: Align) -> Option<f64> {
    match (cell.amount, cell.unit) {
        (Some(percent), Unit::Percent) => Some(percent as f64 / 100.0),
        // Excel counts in floating point: exact up to 9 quadrillion đồng.
        (Some(amount), Unit::Whole | Unit::TwoDigits) => Some(amount as f64),
        (None, _) => number(&composed(&cell.text)).filter(|_| align == Align::Centre),
    }
}

/// More digits than this are a name, not a quantity: a telephone number.
const MOST_DIGITS: usize = 6;

/// A number in order, a year, a count. What begins with 0 is a telephone number
/// or a code, and would lose it.
fn number(text: &str) -> Option<f64> {
    let digits = !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|c| c.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok()
}

/// Whether two figures are one: whole đồng, or hundredths.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

/// A figure as the file has it.
fn written(figure: f64) -> String {
    figure.to_string()
}

/// What stands before and after a number in words, where it stands there once by itself.
fn around<'w>(words: &'w str, digits: &str) -> Option<(&'w str, &'w str)> {
    let is_alone = |at: &usize| {
        let next_to = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        !next_to(words[..*at].chars().next_back()) && !next_to(words[at + digits.len()..].chars().next())
    };
    let mut places = words.match_indices(digits).map(|(at, _)| at).filter(is_alone);
    let at = places.next()?;
    places.next().is_none().then(|| (&words[..at], &words[at + digits.len()..]))
}

/// A text within a formula: nothing in it can end it.
fn quoted(text: &str) -> Option<String> {
    (text.encode_utf16().count() <= LONGEST_TEXT).then(|| format!("\"{}\"", text.replace('"', "\"\"")))
}

#[cfg(test)]
mod tests;
