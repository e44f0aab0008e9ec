//! Old registers: numbers that were given before the program was in use.

use std::collections::HashSet;

use super::copy::PrintedCopy;
use crate::domain::date::FuzzyDate;

/// A line of an old register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OldLine {
    /// The row of the sheet it stood in, from 1.
    pub row: u32,
    /// The number as it was printed.
    pub printed_number: String,
    /// What the register says of the person.
    pub copy: PrintedCopy,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
}

impl OldLine {
    /// The running number: the figures the printed one begins with, or all there are after its symbol ("Số 09").
    pub fn number(&self) -> Option<u32> {
        let text = self.printed_number.trim();
        let text = text.trim_start_matches(|sign: char| !sign.is_ascii_digit());
        let figures: String = text.chars().take_while(char::is_ascii_digit).collect();
        figures.parse().ok().filter(|number| *number > 0)
    }
}

/// An old register as it was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OldRegister {
    /// Name of the file, without its folder.
    pub source: String,
    /// The year of its numbers, if all are of one.
    pub year: Option<i16>,
    /// What it was called: its title, or that of the sheet.
    pub title: String,
    /// Its lines.
    pub lines: Vec<OldLine>,
    /// Rows with a name and no number, or a number and no name: left out.
    pub left_out: Vec<u32>,
    /// Rows in which a day of issue or a birth stands that is none: they are taken in without it.
    pub undated: Vec<u32>,
}

impl OldRegister {
    /// The rows whose number a row above them has, too.
    pub fn doubled(&self) -> Vec<u32> {
        let mut numbers = HashSet::new();
        let repeats = |line: &&OldLine| line.number().is_some_and(|number| !numbers.insert(number));
        self.lines.iter().filter(repeats).map(|line| line.row).collect()
    }
}

/// What became of an old register that was taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Lines that are new.
    pub added: usize,
    /// Lines that stand in the register already.
    pub already: usize,
    /// Numbers that the register gives twice: taken in as they are, each with its line.
    pub twice: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_running_number_is_read_out_of_the_printed_one() {
        for (printed, number) in [("09/CN-MTTQ", Some(9)), ("Số: 127", Some(127)), ("CN", None), ("0", None)]
        {
            let line = OldLine { printed_number: printed.into(), ..OldLine::default() };
            assert_eq!(line.number(), number, "{printed}");
        }
    }
}
