//! Cards, one for each person, and tables turned on their side: what a value means stands before it and not above.
//! They become rows under headings, which is all that is read further on.

use std::collections::HashMap;

use super::budget::{Budget, Stop};
use super::grid::{Cell, Grid, GridBuilder, Row};
use super::heading::{Field, recognise};
use super::name_shape::Doubt;
use super::named::{NameHabits, Named};
use super::values::SOME_DAY;
use crate::vietnamese::fold::words;
/// The first name is looked for among this many rows with content.
const ROWS_LOOKED_AT: usize = 60;

/// The sheet with its people in rows; `None` for one whose headings do not stand before the values.
pub(super) fn upright(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let Some((below, height)) = below_each_other(grid, budget)? else { return upright_cards(grid, budget) };
    let Some(mut turned) = upright_cards(&below, budget)? else { return Ok(None) };
    // Each row is where it was when the cards stood beside each other.
    for row in &mut turned.rows {
        row.number = (row.number.saturating_sub(1)) % height + 1;
    }
    turned.rows.sort_by_key(|row| row.number);
    Ok(Some(turned))
}

/// A sheet whose cards stand beside each other ("Họ và tên: | An | | Họ và tên: | Bé") with those further right below the
/// others, and how many rows further; `None` for another sheet.
fn below_each_other(grid: &Grid, budget: &Budget) -> Result<Option<(Grid, u32)>, Stop> {
    let is_name = |cell: &Cell| label(cell).is_some_and(Field::is_name);
    let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
    let starts = rows.iter().find_map(|row| {
        let cells: Vec<(u32, bool)> = row.cells().map(|(column, cell)| (column, is_name(cell))).collect();
        let starts: Vec<u32> =
            cells.iter().filter(|(_, is_name)| *is_name).map(|(column, _)| *column).collect();
        // Each has its value behind it, so that these are no headings of a table.
        let are_cards =
            cells.len() == starts.len() * 2 && cells.iter().step_by(2).all(|(_, is_name)| *is_name);
        (starts.len() > 1 && are_cards).then_some(starts)
    });
    let Some(starts) = starts else { return Ok(None) };
    let height = grid.rows.last().map_or(0, |row| row.number).saturating_add(1);
    let mut builder = GridBuilder::within(budget);
    for row in &grid.rows {
        for (column, cell) in row.cells() {
            let card = starts.partition_point(|start| *start <= column).saturating_sub(1);
            let first = if card == 0 { 0 } else { starts[card] };
            let further = u32::try_from(card).unwrap_or(0).saturating_mul(height);
            let number = (row.number - 1).saturating_add(further);
            builder.put(number, column - first, cell.clone())?;
        }
    }
    Ok(Some((
        Grid {
            name: grid.name.clone(),
            is_hidden: grid.is_hidden,
            asides: grid.asides.clone(),
            ..builder.finish()
        },
        height,
    )))
}

fn upright_cards(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let names: Vec<usize> =
        (0..grid.rows.len().min(ROWS_LOOKED_AT)).filter(|at| says_who(grid, *at)).collect();
    if !are_names(grid, &names) {
        return Ok(None);
    }
    // Above the names "Đại biểu | Đại biểu 1 | Đại biểu 2" may number them.
    let first = names.iter().find(|at| are_names(grid, &[**at])).or(names.first());
    let Some(&first) = first else { return Ok(None) };
    let turned = match grid.rows[first].filled() {
        2 => of_cards(grid, first, budget)?,
        _ => of_columns(grid, first, budget)?,
    };
    Ok(Some(Grid {
        name: grid.name.clone(),
        is_hidden: grid.is_hidden,
        asides: grid.asides.clone(),
        ..turned
    }))
}

/// Whether a row is one of names behind their heading, with more of the same people in the rows around it.
fn says_who(grid: &Grid, at: usize) -> bool {
    let row = &grid.rows[at];
    if row.filled() < 2 || !heads(row).is_some_and(Field::is_name) {
        return false;
    }
    let around = grid.rows[at.saturating_sub(2)..grid.rows.len().min(at + 5)].iter();
    around.filter(|other| other.filled() == row.filled() && heads(other).is_some()).count() >= 3
}

/// Whether most of what stands behind the headings of those rows looks like a name.
fn are_names(grid: &Grid, rows: &[usize]) -> bool {
    let values = rows.iter().flat_map(|at| grid.rows[*at].cells().skip(1));
    // Behind "Họ và tên" the family may be any.
    let is_name = |cell: &Cell| {
        let doubt = Named::read(&cell.line(), NameHabits::default(), SOME_DAY).doubt;
        matches!(doubt, None | Some(Doubt::NoFamilyName))
    };
    let (all, names) =
        values.fold((0, 0), |(all, names), (_, cell)| (all + 1, names + usize::from(is_name(cell))));
    names > 0 && names * 2 >= all
}

/// What the first cell of a row says the others hold; nothing where one of those is a heading, too.
fn heads(row: &Row) -> Option<Field> {
    let mut cells = row.cells();
    let field = label(cells.next()?.1)?;
    cells.all(|(_, cell)| label(cell).is_none()).then_some(field)
}

fn label(cell: &Cell) -> Option<Field> {
    match cell {
        Cell::Text(_) => recognise(cell.line().trim_end_matches([':', ' '])),
        _ => None,
    }
}

/// A heading without its colon.
fn heading_of(cell: &Cell) -> String {
    cell.line().trim_end_matches([':', ' ']).to_owned()
}

/// A line of its own for each person of a table turned on its side.
fn of_columns(grid: &Grid, names: usize, budget: &Budget) -> Result<Grid, Stop> {
    let is_part = |at: &usize| {
        let row = &grid.rows[*at];
        let first = |row: &Row| row.cells().next().map(|(column, _)| column);
        row.filled() > 1 && first(row) == first(&grid.rows[names])
    };
    let start = (0..names).rev().take_while(is_part).last().unwrap_or(names);
    let end = (names..grid.rows.len()).take_while(is_part).last().map_or(names, |last| last + 1);
    let mut builder = GridBuilder::within(budget);
    for row in &grid.rows[..start] {
        copied(row, row.number, &mut builder)?;
    }
    let header = grid.rows[start].number;
    let people: Vec<u32> = grid.rows[names].cells().skip(1).map(|(column, _)| column).collect();
    for (column, row) in (0..).zip(&grid.rows[start..end]) {
        // "Đại biểu | Đại biểu 1 | Đại biểu 2" above the names only numbers them.
        let is_number = row.number < grid.rows[names].number && heads(row).is_some_and(Field::is_name);
        let heading = |cell| if is_number { Field::Ordinal.heading().to_owned() } else { heading_of(cell) };
        if let Some(cell) = row.cells().next().and_then(|(_, cell)| Cell::text(heading(cell))) {
            builder.put(header - 1, column, cell)?;
        }
    }
    let mut number = header;
    for person in people {
        for (column, row) in (0..).zip(&grid.rows[start..end]) {
            if let Some(cell) = row.cell(person) {
                builder.put(number, column, cell.clone())?;
            }
        }
        number += 1;
    }
    for row in &grid.rows[end..] {
        number = row.number.max(number + 1);
        copied(row, number, &mut builder)?;
    }
    Ok(builder.finish())
}

/// A line for each card, whose rows say "Họ và tên: | Lò Văn Ngoan".
fn of_cards(grid: &Grid, first: usize, budget: &Budget) -> Result<Grid, Stop> {
    let mut headings: Vec<String> = Vec::new();
    let mut columns: HashMap<String, u32> = HashMap::new();
    // The row below the name of each person, for the first is that of the headings; and what the card says under
    // each of them.
    let mut cards: Vec<(u32, Vec<(u32, Cell)>)> = Vec::new();
    let mut lines: Vec<&Row> = Vec::new();
    let mut before = None;
    for row in &grid.rows[first..] {
        budget.step()?;
        let field = heads(row);
        let goes_on = before.is_some_and(|before| before + 1 == row.number) && row.filled() == 2;
        if field.is_some_and(Field::is_name) {
            cards.push((row.number + 1, Vec::new()));
        } else if field.is_none() && !goes_on {
            lines.push(row);
            before = None;
            continue;
        }
        let mut cells = row.cells();
        let Some(((_, heading), (_, card))) = cells.next().zip(cards.last_mut()) else { continue };
        let heading = heading_of(heading);
        let next = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let column = *columns.entry(words(&heading)).or_insert_with(|| {
            headings.push(heading);
            next
        });
        card.extend(cells.next().map(|(_, value)| (column, value.clone())));
        before = Some(row.number);
    }
    let mut builder = GridBuilder::within(budget);
    for row in &grid.rows[..first] {
        copied(row, row.number - 1, &mut builder)?;
    }
    let mut behind = 0;
    for (column, heading) in (0..).zip(&headings) {
        behind = column + 1;
        if let Some(cell) = Cell::text(heading.as_str()) {
            builder.put(grid.rows[first].number - 1, column, cell)?;
        }
    }
    for (number, cells) in cards {
        for (column, cell) in cells {
            builder.put(number - 1, column, cell)?;
        }
    }
    // What stands between the cards is beside the point: it heads nobody.
    for row in lines {
        if let Some(cell) = Cell::text(row.line()) {
            builder.put(row.number - 1, behind, cell)?;
        }
    }
    Ok(builder.finish())
}

/// Takes a row over as it is, under another number.
fn copied(row: &Row, number: u32, builder: &mut GridBuilder) -> Result<(), Stop> {
    row.cells().try_for_each(|(column, cell)| builder.put(number.saturating_sub(1), column, cell.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rows: &[&str]) -> Option<Vec<String>> {
        let mut builder = GridBuilder::default();
        for (row, line) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(line.split(" | ")) {
                if let Some(cell) = Cell::text(cell) {
                    builder.put(row, column, cell).expect("few cells");
                }
            }
        }
        let grid = upright(&builder.finish(), &Budget::default()).expect("a little")?;
        Some(grid.rows.iter().map(|row| format!("{} {}", row.number, row.line())).collect())
    }

    #[test]
    fn a_table_on_its_side_is_put_upright() {
        let turned = [
            "DANH SÁCH XÃ PHONG THỔ",
            "STT | 1 | 2",
            "Họ và tên | Lò Văn Ngoan | Vàng Thị Pi",
            "Năm sinh | 1977 | 1979",
            "SĐT | 0916 135 141 | 0988 391 499",
            "Người lập biểu",
        ];
        let upright = [
            "1 DANH SÁCH XÃ PHONG THỔ",
            "2 STT | Họ và tên | Năm sinh | SĐT",
            "3 1 | Lò Văn Ngoan | 1977 | 0916 135 141",
            "4 2 | Vàng Thị Pi | 1979 | 0988 391 499",
            "6 Người lập biểu",
        ];
        assert_eq!(lines(&turned).as_deref(), Some(upright.map(str::to_owned).as_slice()));
    }

    #[test]
    fn cards_become_rows_and_what_stands_between_them_stays() {
        let cards = [
            "PHIẾU SỐ 01",
            "Họ và tên: | Trương Thanh Sáu",
            "Năm sinh: | 1970",
            "Trình độ: | Sơ cấp",
            "Điện thoại: | 0948 320 291",
            "PHIẾU SỐ 02",
            "Họ và tên: | Hà Đức Tuấn",
            "Năm sinh: | 1951",
            "Điện thoại: | 0917 500 307",
        ];
        let upright = [
            "1 PHIẾU SỐ 01",
            "2 Họ và tên | Năm sinh | Trình độ | Điện thoại",
            "3 Trương Thanh Sáu | 1970 | Sơ cấp | 0948 320 291",
            "6 PHIẾU SỐ 02",
            "8 Hà Đức Tuấn | 1951 | 0917 500 307",
        ];
        assert_eq!(lines(&cards).as_deref(), Some(upright.map(str::to_owned).as_slice()));
    }

    #[test]
    fn cards_beside_each_other_become_rows_too() {
        let cards = [
            "PHIẾU ĐĂNG KÝ",
            "Họ và tên: | Trương Thanh Sáu | Họ và tên: | Hà Đức Tuấn",
            "Năm sinh: | 1970 | Năm sinh: | 1951",
            "Chức vụ: | Trưởng ban | Chức vụ: | Phó ban",
            "Điện thoại: | 0948 320 291 | Điện thoại: | 0917 500 307",
        ];
        let upright = [
            "1 PHIẾU ĐĂNG KÝ",
            "2 Họ và tên | Năm sinh | Chức vụ | Điện thoại",
            "3 Trương Thanh Sáu | 1970 | Trưởng ban | 0948 320 291",
            "3 Hà Đức Tuấn | 1951 | Phó ban | 0917 500 307",
        ];
        assert_eq!(lines(&cards).as_deref(), Some(upright.map(str::to_owned).as_slice()));
    }

    #[test]
    fn other_tables_are_left_as_they_are() {
        for table in [
            [
                "Họ và tên | Năm sinh | SĐT",
                "Lò Văn Ngoan | 1977 | 0916135141",
                "Vàng Thị Pi | 1979 | 0988391499",
            ],
            ["Họ và tên | Chức vụ", "Lò Văn Ngoan | Trưởng bản", "Vàng Thị Pi | Phó bản"],
            ["Người lập | Lò Văn Ngoan", "Năm 2026 | Sơn La", "Số | 12"],
        ] {
            assert_eq!(lines(&table), None, "{table:?}");
        }
    }
}
