//! What columns hold, told by their cells: for lists without headings, and for
//! columns whose heading says nothing we know.

use super::super::family_names::begins_like_a_name;
use super::super::grid::{Cell, Grid, Row};
use super::super::heading::{Field, words};
use super::super::marks::{self, Group};
use super::super::name_shape::{Doubt, judge};
use super::super::position;
use super::super::values;
use super::{Column, Layout, ROWS_LOOKED_AT};
use crate::domain::person_field::PersonField;
use crate::domain::reading;

/// The table of a sheet without headings: there must be a column of names.
pub(super) fn layout(grid: &Grid) -> Option<Layout> {
    let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
    let last = rows.iter().flat_map(|row| row.cells().map(|(column, _)| column)).max()?;
    let mut layout = Layout::default();
    for index in 0..=last {
        if let Some(field) =
            told_by(rows, index).filter(|field| may_stand_twice(*field) || !layout.has(*field))
        {
            layout.columns.push(Column::new(index, field, ""));
        }
    }
    let is_told = layout.has(Field::Person(PersonField::Name));
    if !is_told {
        let index = (0..=last).find(|index| may_be_names(&layout, rows, *index))?;
        layout.columns.push(Column::new(index, Field::Person(PersonField::Name), ""));
        layout.columns.sort_by_key(|column| column.index);
    }
    let name = layout.columns_of(Field::Person(PersonField::Name)).next()?.index;
    let named = |row: &&Row| {
        row.cell(name).is_some_and(|cell| {
            let line = cell.line();
            if is_told { is_full_name(&line) } else { is_shaped_like_a_name(&line) }
        })
    };
    let alone = layout.columns.len() == 1;
    let (names, all) =
        (rows.iter().filter(named).count(), rows.iter().filter(|row| row.cell(name).is_some()).count());
    // Of equipment, too, it is said who keeps it: not in each row.
    let counted = rows.iter().filter(|row| row.filled() > 1 && is_numbered(row)).count();
    if names < 2 || (alone && names * 10 < all * 9) || names * 10 < counted * 7 {
        return None;
    }
    layout.header = row_before_list(rows, rows.iter().position(|row| named(&row))?);
    settle_births(&mut layout, rows);
    layout.split_name(grid);
    Some(layout)
}

/// Whether a column of texts may be names whose family names we do not know: numbers count them, and it is said of
/// them when they were born, what they are, or how to call them.
fn may_be_names(layout: &Layout, rows: &[Row], index: u32) -> bool {
    let details = [PersonField::Birth, PersonField::Position, PersonField::Phone];
    let told = details.into_iter().filter(|field| layout.has(Field::Person(*field))).count();
    let is_free = layout.columns.iter().all(|column| column.index != index);
    let mut cells = rows.iter().filter_map(|row| row.cell(index)).peekable();
    layout.has(Field::Ordinal)
        && told >= 2
        && is_free
        && cells.peek().is_some()
        && cells.all(|cell| is_shaped_like_a_name(&cell.line()))
}

/// Two to seven words of letters, each with a capital; or a full name.
fn is_shaped_like_a_name(line: &str) -> bool {
    is_full_name(line) || matches!(judge(line, false), Ok(()) | Err(Doubt::NoFamilyName))
}

/// Gives columns that no heading explains the meaning their cells have, where the
/// list lacks it.
pub(super) fn complete(layout: &mut Layout, grid: &Grid) {
    let start = grid.rows.partition_point(|row| row.number <= layout.header);
    let rows = &grid.rows[start..grid.rows.len().min(start + ROWS_LOOKED_AT)];
    // What stands in a table below says nothing of this one.
    let own = rows.iter().position(|row| grid.begins_table(row)).unwrap_or(rows.len());
    let rows = &rows[..own];
    let last = rows.iter().flat_map(|row| row.cells().map(|(column, _)| column)).max().unwrap_or(0);
    for index in 0..=last {
        let known = layout.columns.iter().position(|column| column.index == index);
        if known.is_some_and(|at| layout.columns[at].understood) {
            continue;
        }
        let told = match known.filter(|at| words(&layout.columns[*at].heading) == "dv") {
            Some(_) => Some(unit_or_party(rows, index)),
            None => told_by(rows, index),
        };
        let Some(field) = told.filter(|field| lacks(layout, *field)) else { continue };
        match known {
            Some(at) => layout.columns[at] = Column { understood: true, field, ..layout.columns[at].clone() },
            None => layout.columns.push(Column::new(index, field, "")),
        }
    }
    layout.columns.sort_by_key(|column| column.index);
    settle_units(layout, rows);
    for column in layout.columns.iter_mut().filter(|column| !column.understood) {
        column.understood =
            column.field == Field::Other && is_marked_post(&column.heading, rows, column.index);
    }
}

/// Of several columns that their headings call units ("Phòng" of a hotel, "Đơn vị") the one whose cells are
/// units most often is read first.
fn settle_units(layout: &mut Layout, rows: &[Row]) {
    const UNIT: Field = Field::Person(PersonField::Unit);
    let are_units = |column: &Column| {
        let lines = rows.iter().filter_map(|row| row.cell(column.index)).map(Cell::line);
        lines.filter(|line| marks::is_commune(line) || marks::is_hamlet(line) || marks::is_body(line)).count()
    };
    let counted: Vec<(usize, usize)> = (0..layout.columns.len())
        .filter(|at| layout.columns[*at].field == UNIT)
        .map(|at| (at, are_units(&layout.columns[at])))
        .collect();
    let most = counted.iter().map(|(_, units)| *units).max().unwrap_or(0);
    for (at, units) in counted {
        if units == 0 && most > 1 {
            (layout.columns[at].field, layout.columns[at].understood) = (Field::Other, false);
        }
    }
}

/// Whether a column stands for a post that is marked for those who hold it: "Trưởng thôn" with an "x".
fn is_marked_post(heading: &str, rows: &[Row], index: u32) -> bool {
    let is_mark = |cell: &Cell| matches!(cell, Cell::Text(text) if values::mark(text.trim()) == Some(true));
    let mut cells = rows.iter().filter_map(|row| row.cell(index)).peekable();
    // A sum stands below the marks.
    position::begins_with_position(heading)
        && cells.peek().is_some_and(|first| is_mark(first))
        && cells.all(|cell| is_mark(cell) || cell.whole_number().is_some())
}

/// Whether a row begins with a number.
fn is_numbered(row: &Row) -> bool {
    row.cells().next().is_some_and(|(_, cell)| cell.whole_number().is_some())
}

/// "ĐV" is short for "đơn vị" and for "đảng viên", beside whom stands a mark.
fn unit_or_party(rows: &[Row], index: u32) -> Field {
    let mut cells = rows.iter().filter_map(|row| row.cell(index));
    match cells.all(|cell| values::party(&cell.line()).is_some()) {
        true => Field::Person(PersonField::Party),
        false => Field::Person(PersonField::Unit),
    }
}

/// Whether nothing in a layout says what a field does. A year and a sex go together; two of the same do not.
fn lacks(layout: &Layout, field: Field) -> bool {
    let others: &[Field] = match field {
        Field::Person(PersonField::Name) => return false,
        Field::Person(PersonField::Birth) => {
            &[Field::Person(PersonField::Birth), Field::Male, Field::BirthDay]
        }
        Field::Person(PersonField::Gender) => {
            &[Field::Person(PersonField::Gender), Field::Male, Field::Female]
        }
        Field::Person(PersonField::Unit) | Field::Hamlet | Field::Commune => &[
            Field::Person(PersonField::Unit),
            Field::Hamlet,
            Field::Commune,
            Field::Address,
            Field::PositionUnit,
        ],
        Field::Person(PersonField::Position) | Field::PositionUnit => {
            &[Field::Person(PersonField::Position), Field::PositionUnit]
        }
        _ => std::slice::from_ref(&field),
    };
    !others.iter().any(|other| layout.has(*other))
}

fn may_stand_twice(field: Field) -> bool {
    matches!(field, Field::Person(PersonField::Birth))
}

/// Two columns of births of which each row fills one: men, then women.
fn settle_births(layout: &mut Layout, rows: &[Row]) {
    let births: Vec<u32> =
        layout.columns_of(Field::Person(PersonField::Birth)).map(|column| column.index).collect();
    let [men, women] = births[..] else {
        let first = births.first().copied();
        layout.columns.retain(|column| {
            column.field != Field::Person(PersonField::Birth) || Some(column.index) == first
        });
        return;
    };
    let both = rows.iter().any(|row| row.cell(men).is_some() && row.cell(women).is_some());
    for column in &mut layout.columns {
        match column.index {
            index if index == men && !both => column.field = Field::Male,
            index if index == women => column.field = if both { Field::Other } else { Field::Female },
            _ => {}
        }
    }
}

/// The number of the row above the list whose first person stands at `first`: group
/// headings just above belong to it.
fn row_before_list(rows: &[Row], first: usize) -> u32 {
    let heads_a_group = |row: &Row| {
        let mut texts =
            row.cells().filter(|(_, cell)| matches!(cell, Cell::Text(_))).map(|(_, cell)| cell.line());
        match (texts.next(), texts.next(), texts.next()) {
            (Some(only), None, None) => {
                matches!(
                    marks::group(&only, ""),
                    Some(Group::Commune(_) | Group::Hamlet(_) | Group::Cluster(_))
                )
            }
            (Some(ordinal), Some(title), None) => marks::group(&title, &ordinal).is_some(),
            _ => false,
        }
    };
    let above = rows[..first].iter().rev().take_while(|row| heads_a_group(row)).count();
    match (first - above).checked_sub(1) {
        Some(before) => rows[before].number,
        None => 0,
    }
}

/// What most cells of a column are.
fn told_by(rows: &[Row], index: u32) -> Option<Field> {
    let cells: Vec<&Cell> = rows.iter().filter_map(|row| row.cell(index)).collect();
    if cells.len() < 2 {
        return None;
    }
    let lines: Vec<String> = cells.iter().map(|cell| cell.line()).collect();
    let most = |is: &dyn Fn(&str) -> bool| {
        let count = lines.iter().filter(|line| is(line)).count();
        count >= 2 && count * 10 >= lines.len() * 6
    };
    let births = cells.iter().filter(|cell| values::birth(cell, values::SOME_DAY).is_ok()).count();
    if births >= 2 && births * 10 >= cells.len() * 6 {
        return Some(Field::Person(PersonField::Birth));
    }
    if counts_up(&cells) {
        return Some(Field::Ordinal);
    }
    if most(&|line| matches!(line, "Nam" | "Nữ" | "nam" | "nữ" | "NAM" | "NỮ")) {
        return Some(Field::Person(PersonField::Gender));
    }
    let phones = cells.iter().filter(|cell| is_phone(cell)).count();
    if phones >= 2 && phones * 10 >= cells.len() * 6 {
        return Some(Field::Person(PersonField::Phone));
    }
    if most(&position::begins_with_position) {
        let split = |line: &str| position::split(line).is_some_and(|(_, unit)| unit.is_some());
        return Some(if most(&split) { Field::PositionUnit } else { Field::Person(PersonField::Position) });
    }
    if most(&is_full_name) {
        return Some(Field::Person(PersonField::Name));
    }
    [
        (Field::Commune, &marks::is_commune as &dyn Fn(&str) -> bool),
        (Field::Hamlet, &marks::is_hamlet),
        (Field::Person(PersonField::Unit), &|line: &str| {
            marks::is_commune(line) || marks::is_hamlet(line) || marks::is_unit(line)
        }),
    ]
    .into_iter()
    .find_map(|(field, is)| most(is).then_some(field))
    // A hamlet said with its commune is the unit whole.
    .map(|field| {
        if lines.iter().any(|line| line.contains(',')) { Field::Person(PersonField::Unit) } else { field }
    })
}

/// "1", "2", "3": each one more than the one before, but where a group begins anew.
fn counts_up(cells: &[&Cell]) -> bool {
    let numbers: Vec<i64> = cells
        .iter()
        .filter_map(|cell| cell.whole_number())
        .filter(|number| (0..100_000).contains(number))
        .collect();
    let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == 1).count();
    numbers.len() >= 2 && numbers.len() * 10 >= cells.len() * 6 && steps * 10 >= (numbers.len() - 1) * 8
}

fn is_phone(cell: &Cell) -> bool {
    let digits = cell.line().chars().filter(char::is_ascii_digit).count();
    (9..=24).contains(&digits)
        && matches!(values::read(cell, reading::phone), Ok(Some(phone)) if phone.starts_with(['0', '(', '+']))
}

/// Two to seven words of letters, the first a family name.
fn is_full_name(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '/' | ' '));
    let words = line.split(' ').count();
    (2..=7).contains(&words)
        && line.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.'))
        && begins_like_a_name(line)
}
