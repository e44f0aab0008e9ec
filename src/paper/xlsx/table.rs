//! A table: header rows that repeat, group headings, cells with their types.

use rust_xlsxwriter::{Format, XlsxError};

use super::formats::{Kind, Look};
use super::sheet::{Sheet, mm, row_height};
use crate::paper::content::{Align, Cell, Column, Row, Span, Table};
use crate::paper::font::composed;
use crate::paper::layout::Measured;
use crate::paper::measures::CELL;

/// Writes the next table of the sheet.
pub fn write(sheet: &mut Sheet, table: &Table) -> Result<(), XlsxError> {
    let Some(measured) = sheet.tables.pop() else { return Ok(()) };
    if table.columns.is_empty() {
        return Ok(());
    }
    header(sheet, &table.columns, &measured)?;
    let least = mm(table.row_height);
    let first = sheet.row;
    let total = table.total();
    let rows = table.rows.iter().zip(measured.rows.iter().copied());
    let total = total.iter().map(|row| (row, least));
    for (row, height) in rows.chain(total) {
        match row {
            Row::Heading { spans, sums, .. } => {
                let first_sum = table.columns.len().saturating_sub(sums.len());
                group(sheet, spans, first_sum, &measured)?;
                row_cells(sheet, table, sums, first_sum, false, &measured)?;
                sheet.end_row(row_height(height, least.min(mm(7.0))))?;
            }
            Row::Cells { cells, struck, .. } => {
                row_cells(sheet, table, cells, 0, *struck, &measured)?;
                sheet.end_row(row_height(height, least))?;
            }
        }
    }
    sheet.tail = tail(&table.rows).map(|row| first + row);
    Ok(())
}

/// The first of the rows that stay with the closing block: the last two, as in
/// the PDF, with the headings over them. None where that would be all.
fn tail(rows: &[Row]) -> Option<u32> {
    let is_heading = |row: &Row| matches!(row, Row::Heading { .. });
    let mut start = rows.len().saturating_sub(2);
    while start > 0 && is_heading(&rows[start - 1]) {
        start -= 1;
    }
    u32::try_from(start).ok().filter(|start| *start > 0)
}

/// One row of headings, or two where some stand under a common one.
fn header(sheet: &mut Sheet, columns: &[Column], measured: &Measured) -> Result<(), XlsxError> {
    let groups = columns.iter().any(|column| column.group.is_some());
    let (upper, lower) = (sheet.row, sheet.row + u32::from(groups));
    let head = &sheet.formats.head;
    let edges = &measured.edges;
    let mut from = 0;
    for members in columns.chunk_by(|a, b| a.group.is_some() && a.group == b.group) {
        let to = from + members.len();
        let (first, last) = sheet.grid.between(edges[from], edges[to]);
        match &members[0].group {
            Some(group) => {
                sheet.write(upper, (first, last), &composed(group), head)?;
                for (index, column) in (from..).zip(members) {
                    let place = sheet.grid.between(edges[index], edges[index + 1]);
                    sheet.write(lower, place, &composed(&column.title), head)?;
                }
            }
            None => {
                let title = composed(&members[0].title);
                if lower > upper {
                    sheet.page.merge_range(upper, first, lower, last, &title, head)?;
                } else {
                    sheet.write(upper, (first, last), &title, head)?;
                }
            }
        }
        from = to;
    }
    if groups {
        sheet.end_row(measured.upper * 1.12)?;
    }
    sheet.end_row((measured.header - measured.upper) * 1.12)?;
    sheet.header.get_or_insert((upper, lower));
    Ok(())
}

/// A group heading over the columns before `to`.
fn group(sheet: &mut Sheet, spans: &[Span], to: usize, measured: &Measured) -> Result<(), XlsxError> {
    let (_, last) = sheet.grid.between(0.0, measured.edges[to]);
    let row = sheet.row;
    let parts: Vec<(Format, String)> = spans
        .iter()
        .map(|span| {
            let look = Look { size: CELL, bold: span.bold, italic: span.italic, centred: false };
            (sheet.formats.run(look), composed(&span.text).into_owned())
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let look = &sheet.formats.group;
    sheet.write(row, (0, last), "", look)?;
    let runs: Vec<(&Format, &str)> = parts.iter().map(|(format, text)| (format, text.as_str())).collect();
    if !runs.is_empty() {
        sheet.page.write_rich_string_with_format(row, 0, &runs, look)?;
    }
    Ok(())
}

/// The cells of a row from a column on to the last.
fn row_cells(
    sheet: &mut Sheet,
    table: &Table,
    cells: &[Cell],
    first: usize,
    struck: bool,
    measured: &Measured,
) -> Result<(), XlsxError> {
    let columns = table.columns.len();
    let blank = Cell::default();
    let formats = sheet.formats;
    let mut from = first;
    for cell in cells.iter().chain(std::iter::repeat(&blank)) {
        if from >= columns {
            break;
        }
        let to = (from + 1 + cell.extra_columns).min(columns);
        let place = sheet.grid.between(measured.edges[from], measured.edges[to]);
        let align = if cell.extra_columns > 0 { Align::Centre } else { table.columns[from].align };
        let text = composed(&cell.text);
        // Excel counts in floating point: exact up to 9 quadrillion đồng.
        let amount = cell.amount.map(|amount| amount as f64);
        let number = amount.or_else(|| number(&text).filter(|_| align == Align::Centre));
        let kind = match number {
            _ if amount.is_some() => Kind::Amount,
            None if could_be_typed(&text) => Kind::Text,
            _ => Kind::Plain,
        };
        let format = formats.cell(align, kind, struck, cell.bold);
        let row = sheet.row;
        match number {
            Some(number) => {
                if place.1 > place.0 {
                    sheet.write(row, place, "", format)?;
                }
                sheet.page.write_number_with_format(row, place.0, number, format)?;
            }
            None => sheet.write(row, place, &text, format)?,
        }
        from = to;
    }
    Ok(())
}

/// More digits than this are a name, not a quantity: a telephone number.
const MOST_DIGITS: usize = 6;

/// A number in order, a year, a count. What begins with 0 is a telephone number
/// or a code, and would lose it.
fn number(text: &str) -> Option<f64> {
    let digits = !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|c| c.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok()
}

/// Whether Excel would make something else of the text when it is typed again:
/// such cells are told to hold text.
fn could_be_typed(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\'' | '.') || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_numbers_and_telephones_text() {
        assert_eq!(number("12"), Some(12.0));
        assert_eq!(number("1969"), Some(1969.0));
        assert_eq!(number("0"), Some(0.0));
        for text in ["", "0905123456", "905123456", "007", "1.5", "-3", "１２", "1e5", "12 "] {
            assert_eq!(number(text), None, "{text}");
        }
        for text in ["=1+1", "+84905", "-", "@a", "'x", "0905123456", "1/2", "25/9"] {
            assert!(could_be_typed(text), "{text}");
        }
        assert!(!could_be_typed("Nguyễn") && !could_be_typed(""));
    }
}
