//! Somebody over two rows, whose cells were broken by hand: "Chi hội trưởng" and below it "phụ nữ".

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::columns::Layout;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::marks;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold::words;

/// The rows with those joined that go on below, and the numbers of the rows that went into the one above them. Only
/// a list whose people are numbered tells which row begins somebody.
pub(super) fn joined<'a>(rows: &'a [Row], layout: &Layout) -> (Cow<'a, [Row]>, Vec<u32>) {
    let Some(ordinal) = layout.columns_of(Field::Ordinal).next().map(|column| column.index) else {
        return (Cow::Borrowed(rows), Vec::new());
    };
    let number = |row: &Row| row.cell(ordinal).and_then(Cell::whole_number);
    let goes_on = |above: &Row, row: &Row, over_pages: bool| {
        number(above).is_some() && row.cell(ordinal).is_none() && goes_on(above, row, over_pages, layout)
    };
    let next = rows
        .windows(2)
        .filter(|pair| pair[1].number == pair[0].number + 1 && goes_on(&pair[0], &pair[1], false));
    // The headings come again on the next page.
    let over_pages = rows
        .windows(3)
        .filter(|three| layout.is_repeated_by(&three[1]) && goes_on(&three[0], &three[2], true));
    let rests = next.map(|pair| &pair[1]).chain(over_pages.map(|three| &three[2]));
    let parts: HashSet<u32> = rests.map(|row| row.number).collect();
    if parts.is_empty() {
        return (Cow::Borrowed(rows), Vec::new());
    }
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut above = whole.iter_mut().rev().find(|above| number(above).is_some());
        match above.as_mut().filter(|_| parts.contains(&row.number)) {
            Some(above) => add(above, row),
            None => whole.push(row.clone()),
        }
    }
    let mut parts: Vec<u32> = parts.into_iter().collect();
    parts.sort_unstable();
    (Cow::Owned(whole), parts)
}

/// Whether the cells of a row go on with those of the row above: each stands under a text, none says somebody or
/// something of its own, and one is plainly the rest of what stands above. A page may part a name anywhere.
fn goes_on(above: &Row, row: &Row, over_pages: bool, layout: &Layout) -> bool {
    let is_name = |column: u32| {
        let mut names = layout.columns.iter().filter(|one| one.field.is_name());
        names.any(|one| one.index == column)
    };
    let over = |column: u32| above.cell(column).map(Cell::line);
    let fits = |(column, cell): (u32, &Cell)| {
        let line = cell.line();
        let stands_alone = marks::is_signature(&line) || marks::is_remark(&line) || line.contains(':');
        // Of a name one word may be left, or more where what stands above is none yet: "Đỗ Thị".
        let is_rest_of_name = |over: &String| !line.contains(' ') || waits(over);
        let may_be_rest = |over: String| over_pages || !is_name(column) || is_rest_of_name(&over);
        over(column).is_some_and(may_be_rest) && !stands_alone
    };
    let is_rest = |(column, cell): (u32, &Cell)| {
        let (line, over) = (cell.line(), over(column).unwrap_or_default());
        let is_phone = layout
            .columns_of(Field::Person(PersonField::Phone))
            .any(|one| one.index == column && completes(&over, &line));
        // "PN" below "Chi hội trưởng".
        let is_of_post = row.filled() == 1
            && layout.columns_of(Field::Person(PersonField::Position)).any(|one| one.index == column)
            && !line.contains(' ')
            && line.chars().all(char::is_uppercase);
        line.starts_with(char::is_lowercase) || waits(&over) || is_phone || is_of_post
    };
    row.cells().all(fits) && row.cells().any(is_rest)
}

/// Whether a text cannot end so: "Bí thư chi bộ kiêm", "Đỗ Thị".
fn waits(text: &str) -> bool {
    text.ends_with([',', '-', '–']) || matches!(words(text).rsplit(' ').next(), Some("kiem" | "va" | "thi"))
}

/// Whether the figures below make a telephone whole.
fn completes(above: &str, below: &str) -> bool {
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let are_figures = below.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.'));
    are_figures && figures(above) < 9 && (9..=11).contains(&(figures(above) + figures(below)))
}

/// Adds the cells of a row to those above them.
fn add(above: &mut Row, row: &Row) {
    for (column, cell) in row.cells() {
        if let Some(over) = above.cell_mut(column) {
            *over = Cell::Text(format!("{} {}", over.line(), cell.line()));
        }
    }
}
