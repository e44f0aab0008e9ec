//! A table whose columns are held by spaces, as text copied out of a PDF has them. The
//! headings say where each column begins; a line without a number goes on with the one above.

use super::super::super::budget::{Budget, Stop};
use super::super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS};
use super::super::super::heading::{Field, recognise};
use super::super::super::marks;
use crate::vietnamese::clean::clean;

/// A column's place: a cell may begin a little before its heading.
const SLACK: usize = 2;
/// Pieces of a line that are columns: as many as a sheet has.
const MOST: usize = MAX_COLUMNS as usize;

/// The table in a text; `None` where no line names three columns with gaps between them.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let Some((header, columns)) = (0..).zip(text.lines()).find_map(|(at, line)| Some((at, heads(line)?)))
    else {
        return Ok(None);
    };
    let mut builder = GridBuilder::within(budget);
    // The row that may go on in the next line.
    let mut open: Option<(u32, Vec<String>)> = None;
    let mut before = u32::MAX;
    for (number, line) in (0..).zip(text.lines()) {
        budget.step()?;
        if line.trim().is_empty() {
            continue;
        }
        let within = number >= header;
        let cells = match within {
            true => cut(line, &columns),
            false => pieces(line).take(MOST).map(|(_, piece)| clean(piece)).collect(),
        };
        let goes_on = within && before.checked_add(1) == Some(number) && continues(&cells);
        before = number;
        match open.as_mut().filter(|_| goes_on) {
            Some((_, above)) => join(above, cells),
            None => put(&mut builder, open.replace((number, cells)))?,
        }
    }
    put(&mut builder, open)?;
    Ok(Some(builder.finish()))
}

fn put(builder: &mut GridBuilder, row: Option<(u32, Vec<String>)>) -> Result<(), Stop> {
    let Some((row, cells)) = row else { return Ok(()) };
    for (column, content) in (0..).zip(cells) {
        if let Some(cell) = Cell::text(content) {
            builder.put(row, column, cell)?;
        }
    }
    Ok(())
}

/// Where the columns begin, if a line names at least three, a name among them.
fn heads(line: &str) -> Option<Vec<usize>> {
    let pieces: Vec<(usize, &str)> = pieces(line).take(MOST).collect();
    let fields: Vec<Field> = pieces.iter().filter_map(|(_, piece)| recognise(piece)).collect();
    let named = fields.iter().any(|field| field.is_name());
    (pieces.len() >= 3 && fields.len() >= 3 && named).then(|| pieces.into_iter().map(|(at, _)| at).collect())
}

/// The pieces of a line between gaps of two spaces and more, each with the place of its first letter.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut from, mut place) = (0, 0);
    std::iter::from_fn(move || {
        let rest = &line[from..];
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let piece = &rest[gap..];
        if piece.is_empty() {
            return None;
        }
        let end = piece.find("  ").unwrap_or(piece.len());
        let (own, first) = (piece[..end].trim_end(), place + gap);
        place = first + piece[..end].chars().count();
        from += gap + end;
        Some((first, own))
    })
}

/// The cells of a line under columns that begin at these places. A piece that reaches into the next
/// column is cut at the space before it.
fn cut(line: &str, columns: &[usize]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    for (start, piece) in pieces(line) {
        let at = columns.partition_point(|column| *column <= start + SLACK).saturating_sub(1);
        let (mut at, mut start, mut rest) = (at, start, piece);
        while let Some(&next) = columns.get(at + 1) {
            let length = next.saturating_sub(start);
            let byte = rest.char_indices().nth(length).map(|(byte, _)| byte);
            let Some(byte) = byte.filter(|byte| rest[..*byte].ends_with(' ')) else { break };
            append(&mut cells[at], rest[..byte].trim());
            (at, start, rest) = (at + 1, next, &rest[byte..]);
        }
        append(&mut cells[at], rest);
    }
    cells
}

/// Whether a line has no number and no sum, so that it goes on with the cells above.
fn continues(cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let line = cells.join(" ");
    cells.first().is_some_and(String::is_empty)
        && filled > 0
        && !marks::is_total(line.trim())
        && !marks::is_signature(line.trim())
        && !marks::is_page(line.trim())
}

fn join(above: &mut [String], cells: Vec<String>) {
    for (above, cell) in above.iter_mut().zip(cells) {
        append(above, &cell);
    }
}

fn append(cell: &mut String, more: &str) {
    if !cell.is_empty() && !more.is_empty() {
        cell.push(' ');
    }
    cell.push_str(&clean(more));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_held_by_spaces_are_cut_where_their_headings_begin() {
        let text = "
STT  Họ và tên            Năm     Chức vụ                  Đơn vị
                          sinh
1    Nguyễn Thị Thu       1979    Chi hội trưởng Phụ nữ    Thôn 3
     Hiền
2    Tạ Bá Tín            1950    Chi hội trưởng Cựu chiến Thôn Trà

     Tổng cộng: 2 người";
        let grid = grid(text, &Budget::default()).expect("a little").expect("a table");
        let rows: Vec<String> =
            grid.rows.iter().map(|row| format!("{} {}", row.number, row.line())).collect();
        assert_eq!(
            rows,
            [
                "2 STT | Họ và tên | Năm sinh | Chức vụ | Đơn vị",
                "4 1 | Nguyễn Thị Thu Hiền | 1979 | Chi hội trưởng Phụ nữ | Thôn 3",
                "6 2 | Tạ Bá Tín | 1950 | Chi hội trưởng Cựu chiến | Thôn Trà",
                "8 Tổng cộng: 2 người",
            ]
        );
    }
}
