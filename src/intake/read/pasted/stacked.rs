//! A table of which every cell came on a line of its own, as one that is copied into a chat does: first the headings,
//! then each number with what belongs to it.

use super::super::super::budget::{Budget, Stop};
use super::super::super::grid::{Cell, Grid, GridBuilder};
use super::super::super::heading::{Field, recognise};
use crate::vietnamese::clean::clean;

/// A table has at least so many headings below each other.
const LEAST_COLUMNS: usize = 3;
/// The headings stand among the first lines.
const LINES_LOOKED_AT: usize = 60;

/// The table in a text; `None` where no headings stand below each other, or where the numbers do not part the
/// lines below them into rows of as many cells.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let lines = |text: &'_ str| -> Vec<(u32, String)> {
        let lines = (0..).zip(text.lines()).map(|(number, line)| (number, clean(line)));
        lines.filter(|(_, line)| !line.is_empty()).collect()
    };
    // Nearly every text is told by its first lines.
    let first: String = text.lines().take(LINES_LOOKED_AT).flat_map(|line| [line, "\n"]).collect();
    let Some((header, columns)) = headings(&lines(&first)) else { return Ok(None) };
    let lines = lines(text);
    let body = header + columns;
    // "1", "01" and "1." count alike.
    let number_at = |at: usize| Cell::text(lines.get(at)?.1.as_str())?.whole_number();
    let is_number =
        |at: usize, number: usize| number_at(at).is_some_and(|own| usize::try_from(own) == Ok(number));
    let mut rows = 0;
    while is_number(body + rows * columns, rows + 1) && body + (rows + 1) * columns <= lines.len() {
        budget.step()?;
        // A number of the next row within this one: a cell is missing, and nobody knows which.
        if (1..columns).any(|cell| is_number(body + rows * columns + cell, rows + 2)) {
            return Ok(None);
        }
        rows += 1;
    }
    let end = body + rows * columns;
    let goes_on = is_number(end, rows + 1);
    if rows < 2 || goes_on {
        return Ok(None);
    }
    let mut builder = GridBuilder::within(budget);
    let mut put = |row: u32, cells: &[(u32, String)]| -> Result<(), Stop> {
        for (column, (_, line)) in (0..).zip(cells) {
            if let Some(cell) = Cell::text(line.as_str()) {
                builder.put(row, column, cell)?;
            }
        }
        Ok(())
    };
    for line in &lines[..header] {
        put(line.0, std::slice::from_ref(line))?;
    }
    for cells in lines[header..end].chunks(columns) {
        put(cells[0].0, cells)?;
    }
    for line in &lines[end..] {
        put(line.0, std::slice::from_ref(line))?;
    }
    Ok(Some(builder.finish()))
}

/// Where headings stand below each other, the number first and a name among them, and how many they are.
fn headings(lines: &[(u32, String)]) -> Option<(usize, usize)> {
    let fields: Vec<Option<Field>> = lines.iter().map(|(_, line)| recognise(line)).collect();
    let start = fields.iter().position(|field| *field == Some(Field::Ordinal))?;
    let columns = fields[start..].iter().take_while(|field| field.is_some()).count();
    let is_named = fields[start..start + columns].iter().flatten().any(|field| field.is_name());
    (columns >= LEAST_COLUMNS && is_named).then_some((start, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<String>> {
        let grid = grid(text, &Budget::default()).expect("a little")?;
        Some(grid.rows.iter().map(|row| format!("{} {}", row.number, row.line())).collect())
    }

    #[test]
    fn cells_below_each_other_become_rows() {
        let text =
            "Danh sách\n\nSTT\nHọ và tên\nNăm sinh\n1\nĐàm Nông Lịch\n1967\n2\nLâm Thị Thiết\n1980\nHết ạ";
        let rows = rows(text).expect("a table");
        assert_eq!(
            rows,
            [
                "1 Danh sách",
                "3 STT | Họ và tên | Năm sinh",
                "6 1 | Đàm Nông Lịch | 1967",
                "9 2 | Lâm Thị Thiết | 1980",
                "12 Hết ạ",
            ]
        );
    }

    #[test]
    fn where_a_cell_is_missing_nothing_is_put_together() {
        assert_eq!(rows("STT\nHọ và tên\nNăm sinh\n1\nĐàm Nông Lịch\n2\nLâm Thị Thiết\n1980"), None);
        assert_eq!(rows("Kính gửi các anh chị\n1\n2\n3"), None);
    }
}
