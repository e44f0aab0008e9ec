//! Rows whose cells stand one column beside their own: a value was left out and the rest moved up, or a cell came in.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::columns::Layout;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::marks::{is_commune, is_hamlet};
use super::super::mentions::is_whole_name;
use super::super::position::begins_with_position;
use super::super::values::{self, SOME_DAY};
use crate::domain::person_field::PersonField;
use crate::domain::reading;

/// Cells in wrong columns that are needed before their whole row is moved: one may be a slip of the pen.
const LEAST_WRONG: usize = 2;

/// The rows with those put right whose cells all fit one column on or back, and the numbers of these rows.
pub(super) fn realigned<'a>(rows: &'a [Row], layout: &Layout) -> (Cow<'a, [Row]>, Vec<u32>) {
    let moves: Vec<Option<Move>> = rows.iter().map(|row| needed(row, layout)).collect();
    if moves.iter().all(Option::is_none) || !layout.is_headed {
        return (Cow::Borrowed(rows), Vec::new());
    }
    let moved = |(row, own): (&Row, &Option<Move>)| match own {
        Some(own) => {
            let column = |column: u32| own.of(column).unwrap_or(column);
            Row::of(row.number, row.cells().map(|(at, cell)| (column(at), cell.clone())))
        }
        None => row.clone(),
    };
    let numbers =
        rows.iter().zip(&moves).filter(|(_, own)| own.is_some()).map(|(row, _)| row.number).collect();
    (Cow::Owned(rows.iter().zip(&moves).map(moved).collect()), numbers)
}

/// Where the cells of a row belong: those from a column on, one column on or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    from: u32,
    back: bool,
}

impl Move {
    fn of(self, column: u32) -> Option<u32> {
        match self.back {
            _ if column < self.from => Some(column),
            true => column.checked_sub(1),
            false => column.checked_add(1),
        }
    }
}

/// Whether a row is worth a look: nobody is named in it, or words stand where figures should. Nearly every row is told by
/// this.
fn may_be_moved(row: &Row, layout: &Layout) -> bool {
    let figures = [PersonField::Birth, PersonField::Phone].map(Field::Person);
    let has_words =
        |cell: &Cell| matches!(cell, Cell::Text(text) if !text.bytes().any(|byte| byte.is_ascii_digit()));
    let columns = figures.into_iter().flat_map(|field| layout.columns_of(field));
    let named = layout.name_column().is_some_and(|column| row.cell(column.index).is_some());
    !named && row.filled() > LEAST_WRONG || columns.filter_map(|column| row.cell(column.index)).any(has_words)
}

/// The one move after which every cell that says what it is stands under a heading that asks for it.
fn needed(row: &Row, layout: &Layout) -> Option<Move> {
    if !may_be_moved(row, layout) {
        return None;
    }
    let wrong: Vec<u32> = row
        .cells()
        .filter(|(column, cell)| fits(*column, cell, layout) == Some(false))
        .map(|(at, _)| at)
        .collect();
    let first = *wrong.first().filter(|_| wrong.len() >= LEAST_WRONG)?;
    let filled: BTreeSet<u32> = row.cells().map(|(column, _)| column).collect();
    let helps = |own: &Move| {
        // Nothing may be pushed onto another cell.
        let is_free = !own.back || own.from.checked_sub(1).is_some_and(|before| !filled.contains(&before));
        let all = || {
            row.cells().all(|(column, cell)| {
                own.of(column).is_some_and(|to| to == column || fits(to, cell, layout) == Some(true))
            })
        };
        is_free && all()
    };
    let mut moves =
        [Move { from: first, back: true }, Move { from: first, back: false }].into_iter().filter(helps);
    moves.next().filter(|_| moves.next().is_none())
}

/// What a text plainly is, whatever stands above it.
#[derive(PartialEq, Eq)]
enum Shape {
    Name,
    Phone,
    Birth,
    Post,
    Place,
}

fn shape(cell: &Cell) -> Option<Shape> {
    let line = cell.line();
    let has_figures = line.bytes().any(|byte| byte.is_ascii_digit());
    if begins_with_position(&line) {
        Some(Shape::Post)
    } else if is_hamlet(&line) || is_commune(&line) {
        Some(Shape::Place)
    } else if has_figures && values::birth(cell, SOME_DAY).is_ok() {
        Some(Shape::Birth)
    } else if has_figures && reading::phone(&line).is_ok_and(|phone| phone.is_some()) {
        Some(Shape::Phone)
    } else if is_whole_name(&line) {
        Some(Shape::Name)
    } else {
        None
    }
}

/// Whether a cell stands under a heading that asks for what it plainly is; `None` where its own words or its heading do
/// not say.
fn fits(column: u32, cell: &Cell, layout: &Layout) -> Option<bool> {
    let shape = shape(cell)?;
    let Some(own) = layout.columns.iter().find(|one| one.index == column) else { return Some(false) };
    let asks = match own.field {
        field if field.is_name() => Shape::Name,
        Field::Person(PersonField::Phone) => Shape::Phone,
        Field::Person(PersonField::Birth) => Shape::Birth,
        Field::Person(PersonField::Position) => Shape::Post,
        Field::Hamlet | Field::Commune | Field::Address | Field::Person(PersonField::Unit) => Shape::Place,
        _ => return None,
    };
    Some(asks == shape)
}

#[cfg(test)]
mod tests {
    use super::super::super::budget::Budget;
    use super::super::super::grid::Grid;
    use super::super::super::grid::GridBuilder;
    use super::*;

    fn lines(rows: &[&[&str]]) -> (Vec<String>, Vec<u32>) {
        let mut builder = GridBuilder::within(&Budget::default());
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                if let Some(cell) = Cell::text(*text) {
                    builder.put(row, column, cell).expect("a little");
                }
            }
        }
        let Grid { rows, .. } = builder.finish();
        let grid = Grid { rows, ..Grid::default() };
        let layout = Layout::headed(&grid, 0);
        let (rows, moved) = realigned(&grid.rows[1..], &layout);
        (rows.iter().map(Row::line).collect(), moved)
    }

    const HEADINGS: [&str; 6] = ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Thôn", "SĐT"];

    #[test]
    fn cells_that_stand_one_column_beside_their_own_are_put_right() {
        let (rows, moved) = lines(&[
            &HEADINGS,
            &["1", "Hồ Văn Lợi", "1970", "Trưởng thôn", "Thôn Chênh Vênh", "0978667518"],
            &["2", "Hồ Thị Thiên", "Trưởng ban CTMT", "Thôn Mã Lai Pun", "0364740647"],
            &["3", "", "Hồ Thị Giang", "1985", "Chi hội trưởng PN", "Thôn Bụt Việt", "0772960034"],
        ]);
        assert_eq!(moved, [3, 4]);
        assert_eq!(rows[1], "2 | Hồ Thị Thiên | Trưởng ban CTMT | Thôn Mã Lai Pun | 0364740647");
        assert_eq!(rows[2], "3 | Hồ Thị Giang | 1985 | Chi hội trưởng PN | Thôn Bụt Việt | 0772960034");
    }

    #[test]
    fn a_row_that_only_lacks_something_stays() {
        let rows: [&[&str]; 4] = [
            &HEADINGS,
            &["1", "Hồ Văn Lợi", "không rõ", "Trưởng thôn", "Thôn Chênh Vênh", "không có"],
            &["2", "Hồ Thị Thiên", "Trưởng ban CTMT", "", "", "0364740647"],
            &["3", "Hồ Thị Giang", "0772960034", "Trưởng thôn", "Thôn Bụt Việt", "1985"],
        ];
        assert_eq!(lines(&rows).1, Vec::<u32>::new());
    }
}
