//! A table of which every column came below the one before, as a photograph that is read by a machine gives it: each
//! heading, and under it what belongs to it from top to bottom.

use super::super::super::budget::{Budget, Stop};
use super::super::super::grid::{Cell, Grid, GridBuilder};
use super::super::super::heading::{Field, recognise};
use crate::vietnamese::clean::clean;

/// A table has at least so many columns.
const LEAST_COLUMNS: usize = 3;
/// The first heading stands among the first lines.
const LINES_LOOKED_AT: usize = 60;

/// The table in a text; `None` where no headings stand above as many lines each.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let is_first = |line: &str| matches!(recognise(line), Some(Field::Ordinal)) || names(line);
    // Nearly every text is told by its first lines.
    if !text.lines().take(LINES_LOOKED_AT).any(|line| is_first(&clean(line))) {
        return Ok(None);
    }
    let lines: Vec<(u32, String)> =
        (0..).zip(text.lines().map(clean)).filter(|(_, line)| !line.is_empty()).collect();
    let Some(start) = lines.iter().position(|(_, line)| is_first(line)) else { return Ok(None) };
    budget.step()?;
    let heads: Vec<usize> = (start..lines.len()).filter(|at| recognise(&lines[*at].1).is_some()).collect();
    let Some(rows) = heads.get(1).map(|next| next - start - 1).filter(|rows| *rows >= 2) else {
        return Ok(None);
    };
    let columns = (0..heads.len()).take_while(|at| heads[*at] == start + at * (rows + 1)).count();
    let end = start + columns * (rows + 1);
    let headings = || heads[..columns].iter().map(|at| lines[*at].1.as_str());
    if columns < LEAST_COLUMNS || end > lines.len() || columns < heads.len() || !headings().any(names) {
        return Ok(None);
    }
    let mut builder = GridBuilder::within(budget);
    let mut put = |row: u32, column: u32, text: &str| -> Result<(), Stop> {
        Cell::text(text).map_or(Ok(()), |cell| builder.put(row, column, cell))
    };
    // Each row has the number of the line that names its person.
    let column_of_names = headings().position(names).unwrap_or_default();
    for (line, text) in lines[..start].iter().chain(&lines[end..]) {
        put(*line, 0, text)?;
    }
    for (column, head) in (0..).zip(&heads[..columns]) {
        for row in 0..=rows {
            let line = if row == 0 { start } else { heads[column_of_names] + row };
            put(lines[line].0, column, &lines[head + row].1)?;
        }
    }
    Ok(Some(builder.finish()))
}

fn names(line: &str) -> bool {
    recognise(line).is_some_and(Field::is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<String>> {
        let grid = grid(text, &Budget::default()).expect("a little")?;
        Some(grid.rows.iter().map(|row| format!("{} {}", row.number, row.line())).collect())
    }

    #[test]
    fn columns_below_each_other_stand_side_by_side_again() {
        let text = "XÃ SƠN THỦY\n\nSTT\n1\n2\n\nHọ và tên\nHồ Văn Thưn\nNguyễn Thị Sửu\n\nNăm sinh\n1967\n1973\nHết ạ";
        let expected = [
            "1 XÃ SƠN THỦY",
            "3 STT | Họ và tên | Năm sinh",
            "8 1 | Hồ Văn Thưn | 1967",
            "9 2 | Nguyễn Thị Sửu | 1973",
            "14 Hết ạ",
        ];
        assert_eq!(rows(text).expect("a table"), expected);
    }

    #[test]
    fn columns_of_other_lengths_are_not_put_together() {
        assert_eq!(rows("STT\n1\n2\nHọ và tên\nHồ Văn Thưn\nNăm sinh\n1967\n1973"), None);
        assert_eq!(rows("Họ và tên\nHồ Văn Thưn\nNguyễn Thị Sửu\nKính gửi"), None);
    }
}
