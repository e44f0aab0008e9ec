//! Making lists and saying what was read, for tests.

use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use taphuan::intake::{IntakeError, ReadList, read_bytes};

/// A sheet being written.
#[derive(Default)]
pub struct Sheet(pub Worksheet);

impl Sheet {
    /// Writes a row from "a|b|c"; "#5" is the number 5, nothing is no cell.
    pub fn line(&mut self, row: u32, line: &str) {
        for (column, content) in (0..).zip(line.split('|')) {
            match content.strip_prefix('#').map(str::parse::<f64>) {
                Some(Ok(number)) => drop(self.0.write_number(row, column, number).expect("a free cell")),
                _ if content.is_empty() => {}
                _ => drop(self.0.write_string(row, column, content).expect("a free cell")),
            }
        }
    }

    /// Writes a date as Excel keeps it.
    pub fn date(&mut self, row: u32, column: u16, date: ExcelDateTime) {
        let format = Format::new().set_num_format("dd/mm/yyyy");
        self.0.write_datetime_with_format(row, column, date, &format).expect("a free cell");
    }

    /// Writes a formula and what Excel made of it.
    pub fn formula(&mut self, row: u32, column: u16, formula: &str, result: &str) {
        self.0.write_formula(row, column, Formula::new(formula).set_result(result)).expect("a free cell");
    }

    /// The workbook of this sheet alone.
    pub fn bytes(self) -> Vec<u8> {
        let mut book = Workbook::new();
        book.push_worksheet(self.0);
        book.save_to_buffer().expect("in memory")
    }
}

/// Reads a list in memory on a fixed day.
pub fn read(bytes: Vec<u8>) -> Result<ReadList, IntakeError> {
    read_bytes(bytes, "danh-sach.xlsx", date(2026, 3, 1))
}

/// Each person in a line: "row name|sex|birth|position|unit|group|phone|note".
pub fn described(list: &ReadList) -> Vec<String> {
    let line = |row: &taphuan::intake::ReadRow| {
        assert_eq!(row.error, None, "row {}", row.row);
        let person = &row.person;
        let fields = [
            Some(person.full_name.clone()),
            person.gender.map(|gender| gender.code().to_owned()),
            person.birth.map(|birth| birth.to_string()),
            person.position.clone(),
            person.unit.clone(),
            person.unit_group.clone(),
            person.phone.clone(),
            person.note.clone(),
        ];
        format!("{} {}", row.row, fields.map(Option::unwrap_or_default).join("|"))
    };
    list.rows.iter().map(line).collect()
}
