//! A table of people who take two rows each, under headings of two storeys: the name over the post, the birth over the
//! unit. Each becomes one row, with what stood below behind the other columns.

use std::collections::HashMap;

use super::budget::{Budget, Stop};
use super::grid::{Cell, Grid, GridBuilder, Row, line_of};
use super::heading::{Field, recognise, recognise_under};

/// The headings are looked for among this many rows with content.
const ROWS_LOOKED_AT: usize = 60;

/// The sheet with a row for each of its people; `None` for one whose people do not take two.
pub(super) fn joined(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let rows = &grid.rows;
    let heads = rows.iter().zip(&rows[1.min(rows.len())..]).take(ROWS_LOOKED_AT);
    let Some((head, name, lower)) = heads
        .enumerate()
        .find_map(|(at, (upper, lower))| storeys(upper, lower).map(|(name, own)| (at, name, own)))
    else {
        return Ok(None);
    };
    let behind = rows.iter().flat_map(Row::cells).map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut builder = GridBuilder::within(budget);
    let mut rest = rows.as_slice();
    let mut people = 0;
    while let Some((row, further)) = rest.split_first() {
        budget.step()?;
        let at = rows.len() - rest.len();
        for (column, cell) in row.cells() {
            builder.put(row.number - 1, column, cell.clone())?;
        }
        rest = further;
        let below =
            further.first().filter(|below| at == head || at > head && goes_on(row, below, name, &lower));
        if let Some(below) = below {
            for (column, cell) in own_cells(row, below) {
                builder.put(row.number - 1, behind.saturating_add(column), cell.clone())?;
            }
            people += usize::from(at > head);
            rest = &further[1..];
        }
    }
    let joined = Grid {
        name: grid.name.clone(),
        is_hidden: grid.is_hidden,
        asides: grid.asides.clone(),
        tints: grid.tints.clone(),
        ..builder.finish()
    };
    Ok((people > 0).then_some(joined))
}

/// The column of names of two rows of headings, and the meanings of the lower ones by their columns: each says something
/// else than the one above it, and is no part of that.
fn storeys(upper: &Row, lower: &Row) -> Option<(u32, HashMap<u32, Field>)> {
    let above: HashMap<u32, Field> = fields(upper.cells());
    let name = above.iter().find(|(_, field)| field.is_name()).map(|(column, _)| *column)?;
    let own: Vec<(u32, &Cell)> = own_cells(upper, lower).collect();
    let below = fields(own.iter().copied());
    let is_other = |(column, field): (&u32, &Field)| {
        above.get(column).is_some_and(|over| {
            let cell = line_of(lower.cell(*column));
            !field.is_name() && recognise_under(Some(*over), &cell) == recognise(&cell) && over != field
        })
    };
    let is_new = |field: &Field| above.values().all(|known| known != field);
    let are_storeys = lower.number == upper.number + 1
        && below.len() >= 2
        && below.len() == own.len()
        && below.iter().all(is_other)
        && below.values().all(is_new);
    are_storeys.then_some((name, below))
}

fn fields<'a>(cells: impl Iterator<Item = (u32, &'a Cell)>) -> HashMap<u32, Field> {
    cells.filter_map(|(column, cell)| Some((column, recognise(&cell.line())?))).collect()
}

/// What a row says besides the cells that are merged with those above them.
fn own_cells<'a>(upper: &'a Row, lower: &'a Row) -> impl Iterator<Item = (u32, &'a Cell)> {
    lower.cells().filter(|(column, cell)| upper.cell(*column) != Some(cell))
}

/// Whether the second row of somebody follows their first.
fn goes_on(row: &Row, below: &Row, name: u32, lower: &HashMap<u32, Field>) -> bool {
    let mut own = own_cells(row, below).peekable();
    below.number == row.number + 1
        && row.cell(name).is_some()
        && own.peek().is_some()
        && own.all(|(column, _)| lower.contains_key(&column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rows: &[&str]) -> Option<Vec<String>> {
        let mut builder = GridBuilder::default();
        for (row, line) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(line.split('|')) {
                if let Some(cell) = Cell::text(cell.trim()) {
                    builder.put(row, column, cell).expect("few cells");
                }
            }
        }
        let grid = joined(&builder.finish(), &Budget::default()).expect("a little")?;
        Some(grid.rows.iter().map(|row| format!("{} {}", row.number, row.line())).collect())
    }

    #[test]
    fn people_of_two_rows_have_one() {
        let told = [
            "XÃ THỌ BÌNH",
            "STT | Họ và tên | Ngày sinh | Điện thoại",
            "| Chức vụ | Đơn vị |",
            "1 | Lê Bá Thuật | 16/02/1961 | 0348 282 679",
            "1 | Trưởng ban | Thôn 1 | 0348 282 679",
            "2 | Trần Thị Khương | 1970 | 0977 412 172",
            "| | Thôn 2 |",
            "Tổng số: 2",
        ];
        let joined = [
            "1 XÃ THỌ BÌNH",
            "2 STT | Họ và tên | Ngày sinh | Điện thoại | Chức vụ | Đơn vị",
            "4 1 | Lê Bá Thuật | 16/02/1961 | 0348 282 679 | Trưởng ban | Thôn 1",
            "6 2 | Trần Thị Khương | 1970 | 0977 412 172 | Thôn 2",
            "8 Tổng số: 2",
        ];
        assert_eq!(lines(&told).as_deref(), Some(joined.map(str::to_owned).as_slice()));
    }

    #[test]
    fn headings_that_part_the_one_above_them_are_no_second_storey() {
        for table in [
            ["STT | Họ và tên | Năm sinh | Đơn vị", "| | Nam | Nữ", "1 | Lê An | 1961 |"],
            ["STT | Họ và tên | Chức vụ | Đơn vị", "| | Đảng | Chính quyền", "1 | Lê An | Bí thư | Xã A"],
            ["STT | Họ và tên | Chức vụ | Đơn vị", "1 | Lê An | Bí thư | Xã A", "2 | Lê Bé | Phó | Xã A"],
        ] {
            assert_eq!(lines(&table), None, "{table:?}");
        }
    }
}
