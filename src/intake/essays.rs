//! A list of essays (bài thu hoạch) from a workbook or from pasted cells: STT or name, and points or a grade beside it.

use std::path::Path;

use super::budget::Budget;
use super::error::{IntakeError, Refusal};
use super::grid::{Cell, Grid, Row};
use super::heading::{self, Field};
use super::{letters, read, unseen};
use crate::domain::completion::essay::Essay;
use crate::domain::completion::essay_list::ListLine;
use crate::domain::person_field::PersonField;
use crate::progress::Progress;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// Rows above the headings: titles of the sheet.
const MOST_TITLES: usize = 30;
/// So many rows tell what a column without a heading holds.
const LOOKED_AT: usize = 200;

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EssayList {
    /// The lines of all sheets, from the top.
    pub lines: Vec<ListLine>,
    /// How many rows were left out because the file hides them.
    pub hidden: usize,
}

/// Reads the essays in a file.
pub fn read_essays(path: &Path, progress: &Progress) -> Result<EssayList, IntakeError> {
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let read = read::load(path).and_then(|bytes| list(bytes, progress));
    read.map_err(|reason| IntakeError { file: source, reason })
}

/// The same of what is in memory already: the bytes of a file named `source`, or pasted text.
pub fn read_essay_bytes(bytes: Vec<u8>, source: &str, progress: &Progress) -> Result<EssayList, IntakeError> {
    list(bytes, progress).map_err(|reason| IntakeError { file: source.to_owned(), reason })
}

fn list(bytes: Vec<u8>, progress: &Progress) -> Result<EssayList, Refusal> {
    let mut found = EssayList::default();
    for grid in read::open(bytes, &Budget::new(progress))? {
        let mut grid = grid?;
        if grid.is_hidden {
            found.hidden += grid.rows.len();
            continue;
        }
        let all = grid.rows.len();
        unseen::set_aside(&mut grid);
        let hidden = all - grid.rows.len();
        letters::settle(&mut grid, None);
        let Some((start, columns)) = by_headings(&grid).or_else(|| by_content(&grid)) else { continue };
        found.hidden += hidden;
        found.lines.extend(grid.rows[start..].iter().filter_map(|row| line(row, &columns)));
    }
    match found.lines.is_empty() {
        true => Err(Refusal::NoEssays),
        false => Ok(found),
    }
}

/// Which columns say what.
#[derive(Debug, Default)]
struct Columns {
    number: Option<u32>,
    /// The name; family name and given name may stand beside each other.
    name: Vec<u32>,
    /// Points, a grade, or one after the other.
    said: Vec<u32>,
}

impl Columns {
    fn is_whole(&self) -> bool {
        !self.said.is_empty() && (self.number.is_some() || !self.name.is_empty())
    }
}

/// The row after the headings, and what they say of the columns.
fn by_headings(grid: &Grid) -> Option<(usize, Columns)> {
    grid.rows.iter().take(MOST_TITLES).enumerate().find_map(|(place, row)| {
        let mut columns = Columns::default();
        for (column, cell) in row.cells() {
            let line = cell.line();
            if says_essay(&line) {
                columns.said.push(column);
                continue;
            }
            match heading::recognise(&line) {
                Some(Field::Ordinal) => columns.number = columns.number.or(Some(column)),
                Some(Field::Person(PersonField::Name) | Field::FamilyMiddle | Field::GivenName) => {
                    columns.name.push(column);
                    // "Họ và tên" over two columns, of which the second has no heading of its own.
                    if row.cell(column + 1).is_none() && has_names(grid, place + 1, column + 1) {
                        columns.name.push(column + 1);
                    }
                }
                _ => {}
            }
        }
        columns.is_whole().then_some((place + 1, columns))
    })
}

/// Whether a heading is one of points, grades, or whether an essay was handed in.
fn says_essay(heading: &str) -> bool {
    const MOST_LETTERS: usize = 40;
    const WORDS: [&str; 7] = ["diem", "xep loai", "thu hoach", "ket qua", "nop bai", "da nop", "danh gia"];
    let words = fold(heading);
    words.chars().count() <= MOST_LETTERS
        && !words.contains("diem cau")
        && WORDS.iter().any(|one| words.contains(one))
}

/// Whether a column holds words under the headings.
fn has_names(grid: &Grid, start: usize, column: u32) -> bool {
    let rows = grid.rows[start..].iter().take(LOOKED_AT);
    let cells: Vec<String> = rows.filter_map(|row| row.cell(column)).map(Cell::line).collect();
    let words =
        cells.iter().filter(|text| text.chars().all(|letter| letter.is_alphabetic() || letter == ' '));
    !cells.is_empty() && 2 * words.count() > cells.len()
}

/// The columns told by what they hold, where there are no headings.
fn by_content(grid: &Grid) -> Option<(usize, Columns)> {
    let rows: Vec<&Row> = grid.rows.iter().take(LOOKED_AT).collect();
    let mut all: Vec<u32> = rows.iter().flat_map(|row| row.cells().map(|(column, _)| column)).collect();
    all.sort_unstable();
    all.dedup();
    let share = |column: u32, is: &dyn Fn(&Cell) -> bool| {
        let cells: Vec<&Cell> = rows.iter().filter_map(|row| row.cell(column)).collect();
        let count = cells.iter().filter(|cell| is(cell)).count();
        !cells.is_empty() && 10 * count >= 6 * cells.len()
    };
    let is_name = |cell: &Cell| {
        let text = cell.line();
        text.contains(' ')
            && !text.chars().any(|letter| letter.is_ascii_digit())
            && text.parse::<Essay>().is_err()
    };
    let name = all.iter().copied().find(|column| share(*column, &is_name));
    let number = all.iter().copied().find(|column| {
        share(*column, &|cell| cell.whole_number().is_some_and(|number| number > 0))
            && Some(*column) < all.last().copied()
    });
    let said = all.iter().rev().copied().find(|column| {
        Some(*column) != number
            && Some(*column) != name
            && share(*column, &|cell| said(cell).parse::<Essay>().is_ok())
    });
    let columns = Columns { number, name: name.into_iter().collect(), said: said.into_iter().collect() };
    columns.is_whole().then_some((0, columns))
}

/// What a line says, unless it says nothing of anybody: a heading of a group, a total, a signature.
fn line(row: &Row, columns: &Columns) -> Option<ListLine> {
    let text = |columns: &[u32], of: fn(&Cell) -> String| {
        let texts = columns.iter().filter_map(|column| row.cell(*column)).map(of);
        clean(&texts.collect::<Vec<_>>().join(" "))
    };
    let number = columns.number.and_then(|column| row.cell(column)?.whole_number());
    let number = number.and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
    let name = text(&columns.name, Cell::line);
    let said = text(&columns.said, said);
    let is_heading = heading::recognise(&name).is_some_and(Field::is_name);
    if is_heading || (number.is_none() && (name.is_empty() || said.is_empty())) {
        return None;
    }
    let name = (!name.is_empty()).then_some(name);
    Some(ListLine { row: row.number, number, name, said })
}

/// What a cell says of an essay; what a formula gave is shown with two digits, as points are.
fn said(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.fract() != 0.0 => format!("{number:.2}"),
        cell => cell.line(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str) -> Vec<(Option<u32>, Option<String>, String)> {
        let read = read_essay_bytes(text.as_bytes().to_vec(), "diem.csv", &Progress::default());
        read.expect("essays").lines.into_iter().map(|one| (one.number, one.name, one.said)).collect()
    }

    fn is(number: u32, name: &str, said: &str) -> (Option<u32>, Option<String>, String) {
        let number = (number > 0).then_some(number);
        (number, (!name.is_empty()).then(|| name.to_owned()), said.to_owned())
    }

    #[test]
    fn headings_say_who_and_what_and_titles_groups_and_totals_are_nobody() {
        let text = "BẢNG ĐIỂM BÀI THU HOẠCH\t\t\t\n\
                    Lớp tập huấn năm 2026\t\t\t\n\
                    TT\tHọ và tên\tĐơn vị\tĐiểm bài thu hoạch\tXếp loại\n\
                    \tXã Tam Đại\t\t\t\n\
                    1\tNguyễn Văn Bình\tXã Tam Đại\t8,5\tGiỏi\n\
                    2\tLê Thị An\tXã Tam Đại\t7\t\n\
                    3\tTrần Đình Ân\tXã Tam Đại\t\t\n\
                    \tTổng cộng: 3\t\t\t\n";
        assert_eq!(
            lines(text),
            [is(1, "Nguyễn Văn Bình", "8,5 Giỏi"), is(2, "Lê Thị An", "7"), is(3, "Trần Đình Ân", "")]
        );
    }

    #[test]
    fn two_columns_without_headings_are_told_by_what_they_hold() {
        assert_eq!(lines("1\t8,5\n2\t7\n3\tkhá\n"), [is(1, "", "8,5"), is(2, "", "7"), is(3, "", "khá")]);
        let named = lines("Nguyễn Văn Bình\t8.5\nLê Thị An\t9\n");
        assert_eq!(named, [is(0, "Nguyễn Văn Bình", "8.5"), is(0, "Lê Thị An", "9")]);
        let split = lines("STT;Họ và tên;;Điểm\n1;Nguyễn Văn;Bình;8\n2;Lê Thị;An;7\n");
        assert_eq!(split, [is(1, "Nguyễn Văn Bình", "8"), is(2, "Lê Thị An", "7")]);
    }

    #[test]
    fn a_file_without_points_is_refused_with_its_reason() {
        for text in ["", "xin chào", "Họ và tên,Năm sinh\nLê An,1970\n"] {
            assert!(
                read_essay_bytes(text.as_bytes().to_vec(), "x", &Progress::default()).is_err(),
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read_essay_bytes(bytes, "x", &Progress::default());
        }
    }
}
