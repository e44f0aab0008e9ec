//! Sổ cấp of before the program, from a workbook: a number and a name beside each other, and what else the register says.

use std::path::Path;

use super::budget::Budget;
use super::error::{IntakeError, Refusal};
use super::grid::{Cell, Grid, Row};
use super::heading::{self, Field};
use super::{letters, read, unseen};
use crate::domain::certificate::copy::PrintedCopy;
use crate::domain::certificate::old_register::{OldLine, OldRegister};
use crate::domain::date::FuzzyDate;
use crate::domain::person_field::PersonField;
use crate::domain::reading;
use crate::progress::Progress;
use crate::vietnamese::clean::clean;
use crate::vietnamese::date::parse_typed;
use crate::vietnamese::fold::fold;

/// Rows above the headings: titles of the sheet.
const MOST_TITLES: usize = 30;

/// Reads the old register in a file.
pub fn read_old_register(path: &Path, progress: &Progress) -> Result<OldRegister, IntakeError> {
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let read = read::load(path).and_then(|bytes| register(bytes, &source, progress));
    read.map_err(|reason| IntakeError { file: source, reason })
}

/// The same of the bytes of a file named `source`.
pub fn read_old_register_bytes(
    bytes: Vec<u8>,
    source: &str,
    progress: &Progress,
) -> Result<OldRegister, IntakeError> {
    register(bytes, source, progress).map_err(|reason| IntakeError { file: source.to_owned(), reason })
}

fn register(bytes: Vec<u8>, source: &str, progress: &Progress) -> Result<OldRegister, Refusal> {
    let mut found = OldRegister { source: source.to_owned(), ..OldRegister::default() };
    for grid in read::open(bytes, &Budget::new(progress))? {
        let mut grid = grid?;
        if grid.is_hidden {
            continue;
        }
        unseen::set_aside(&mut grid);
        letters::settle(&mut grid, None);
        let Some((start, columns)) = headings(&grid) else { continue };
        if found.title.is_empty() {
            found.title = title(&grid, start);
        }
        for row in grid.rows.iter().skip(start) {
            match line(row, &columns) {
                Read::Line(line, is_undated) => {
                    found.undated.extend(is_undated.then_some(line.row));
                    found.lines.push(*line);
                }
                Read::Half => found.left_out.push(row.number),
                Read::Nothing => {}
            }
        }
    }
    let mut years = found.lines.iter().filter_map(|line| line.date?.year());
    found.year = years.next().filter(|first| years.all(|year| year == *first));
    match found.lines.is_empty() {
        true => Err(Refusal::NoNumbers),
        false => Ok(found),
    }
}

/// Which columns say what.
#[derive(Debug, Default)]
struct Columns {
    number: Option<u32>,
    name: Vec<u32>,
    date: Option<u32>,
    birth: Option<u32>,
    position: Option<u32>,
    unit: Option<u32>,
    grade: Option<u32>,
}

/// The row after the headings, and what they say of the columns.
fn headings(grid: &Grid) -> Option<(usize, Columns)> {
    grid.rows.iter().take(MOST_TITLES).enumerate().find_map(|(place, row)| {
        let mut columns = Columns::default();
        for (column, cell) in row.cells() {
            let heading = cell.line();
            match of_register(&heading) {
                Some(Of::Number) => columns.number = columns.number.or(Some(column)),
                Some(Of::Date) => columns.date = columns.date.or(Some(column)),
                Some(Of::Grade) => columns.grade = columns.grade.or(Some(column)),
                None => match heading::recognise(&heading) {
                    Some(Field::Person(PersonField::Name) | Field::FamilyMiddle | Field::GivenName) => {
                        columns.name.push(column);
                    }
                    Some(Field::Person(PersonField::Birth)) => columns.birth = Some(column),
                    Some(Field::Person(PersonField::Position) | Field::PositionUnit) => {
                        columns.position = Some(column);
                    }
                    Some(Field::Person(PersonField::Unit) | Field::Commune | Field::Address) => {
                        columns.unit = columns.unit.or(Some(column));
                    }
                    _ => {}
                },
            }
        }
        (columns.number.is_some() && !columns.name.is_empty()).then_some((place + 1, columns))
    })
}

/// What only registers have columns for.
enum Of {
    Number,
    Date,
    Grade,
}

/// "Số giấy chứng nhận", "Số GCN", "Số hiệu", "Số vào sổ"; "Ngày cấp"; "Xếp loại".
fn of_register(heading: &str) -> Option<Of> {
    const MOST_LETTERS: usize = 40;
    let words = fold(heading);
    let words = words.trim();
    if words.chars().count() > MOST_LETTERS {
        return None;
    }
    let is_number = words == "so"
        || words.starts_with("so ")
            && ["chung nhan", "gcn", "so hieu", "vao so", "so cap", "chung chi", "so giay", "so cn"]
                .iter()
                .any(|one| words.contains(one));
    let is_date = words.starts_with("ngay") && ["cap", "ky", "phat"].iter().any(|one| words.contains(one));
    match () {
        () if is_number => Some(Of::Number),
        () if is_date => Some(Of::Date),
        () if words.contains("xep loai") => Some(Of::Grade),
        () => None,
    }
}

/// The line over the headings that names the register.
fn title(grid: &Grid, start: usize) -> String {
    let mut lines = grid.rows.iter().take(start.saturating_sub(1)).map(|row| clean(&row.line()));
    let says_so = |line: &String| {
        let words = fold(line);
        words.contains("so cap") || words.contains("chung nhan")
    };
    lines.find(says_so).unwrap_or_default()
}

enum Read {
    /// And whether a day stands in it that is none.
    Line(Box<OldLine>, bool),
    /// A number or a name alone.
    Half,
    Nothing,
}

fn line(row: &Row, columns: &Columns) -> Read {
    let text = |column: Option<u32>| {
        let cell = column.and_then(|column| row.cell(column));
        cell.map(|cell| clean(&cell.line())).filter(|text| !text.is_empty())
    };
    let names = columns.name.iter().filter_map(|column| row.cell(*column)).map(Cell::line);
    let name = clean(&names.collect::<Vec<_>>().join(" "));
    let number = text(columns.number);
    let has_figure = number.as_ref().is_some_and(|number| number.chars().any(|sign| sign.is_ascii_digit()));
    let is_name = reading::name(&name).is_ok() && !name.chars().any(|sign| sign.is_ascii_digit());
    let Some(number) = number.filter(|_| has_figure && is_name) else {
        // A name alone is that of who signed under the list.
        let is_listed = is_name && row.cells().filter(|(_, cell)| !cell.line().trim().is_empty()).count() > 1;
        return if has_figure || is_listed { Read::Half } else { Read::Nothing };
    };
    let date = |column: Option<u32>| -> Option<FuzzyDate> {
        match column.and_then(|column| row.cell(column))? {
            Cell::Date { date, .. } => Some(*date),
            cell => parse_typed(&clean(&cell.line())).ok(),
        }
    };
    let is_none = |column: Option<u32>| text(column).is_some() && date(column).is_none();
    let copy = PrintedCopy {
        name,
        birth: date(columns.birth),
        position: text(columns.position),
        unit: text(columns.unit),
        grade: text(columns.grade),
        ..PrintedCopy::default()
    };
    let line = OldLine { row: row.number, printed_number: number, date: date(columns.date), copy };
    Read::Line(Box::new(line), is_none(columns.date) || is_none(columns.birth))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> OldRegister {
        read_old_register_bytes(text.as_bytes().to_vec(), "so-cu.csv", &Progress::default())
            .expect("register")
    }

    #[test]
    fn an_old_register_is_read_by_its_headings() {
        let old = read(
            "SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2019\t\t\t\t\n\
             TT\tSố giấy chứng nhận\tHọ và tên\tNăm sinh\tĐơn vị\tNgày cấp\n\
             1\t09/CN-MTTQ\tLê Thị Thử\t1970\tXã Thử Một\t12/5/2019\n\
             2\t10/CN-MTTQ\tTrần Văn Thử\t\tXã Thử Hai\t31/2/2019\n\
             3\t\tPhạm Thử\t\t\t\n\
             4\t11/CN-MTTQ\t123\t\t\t\n",
        );
        assert_eq!((old.title.as_str(), old.year), ("SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2019", Some(2019)));
        let lines: Vec<_> =
            old.lines.iter().map(|line| (line.printed_number.as_str(), line.copy.name.as_str())).collect();
        assert_eq!(lines, [("09/CN-MTTQ", "Lê Thị Thử"), ("10/CN-MTTQ", "Trần Văn Thử")]);
        assert_eq!(old.lines[0].copy.birth.map(|birth| birth.to_string()).as_deref(), Some("1970"));
        assert_eq!((old.lines[1].date, old.undated.as_slice()), (None, &[4][..]), "no such day");
        assert_eq!(old.left_out, [5, 6], "a number of nobody and somebody without a number are told");
        assert!(read_old_register_bytes(b"STT,Ten\n1,An".to_vec(), "x", &Progress::default()).is_err());
    }
}
