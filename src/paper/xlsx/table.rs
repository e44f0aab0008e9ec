//! A table: header rows that repeat, group headings, cells with their types.

use rust_xlsxwriter::{Format, XlsxError};

use super::formats::{Kind, Look};
use super::formulas::{Figures, figure};
use super::sheet::{Sheet, mm, row_height};
use crate::paper::content::{Align, Cell, Column, Reckoned, Row, Span, Table, Unit};
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
    let places = measured.edges.windows(2).map(|edge| sheet.grid.between(edge[0], edge[1]).0);
    let figures = Figures::new(table, total.as_ref(), first, places.collect());
    let rows = table.rows.iter().zip(measured.rows.iter().copied());
    let total = total.iter().map(|row| (row, least));
    for (index, (row, height)) in rows.chain(total).enumerate() {
        let writing = RowWriting { table, measured: &measured, figures: &figures, index };
        match row {
            Row::Heading { spans, sums, .. } => {
                let first_sum = table.columns.len().saturating_sub(sums.len());
                writing.group(sheet, spans, first_sum)?;
                writing.cells(sheet, sums, first_sum, false)?;
                sheet.end_row(row_height(height, least.min(mm(7.0))))?;
            }
            Row::Cells { cells, struck, .. } => {
                writing.cells(sheet, cells, 0, *struck)?;
                sheet.end_row(row_height(height, least))?;
            }
        }
    }
    sheet.listed = figures.listed();
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

/// A row being written.
struct RowWriting<'a> {
    table: &'a Table,
    measured: &'a Measured,
    figures: &'a Figures<'a>,
    /// Its place among the rows of the table.
    index: usize,
}

impl RowWriting<'_> {
    /// A group heading over the columns before `to`.
    fn group(&self, sheet: &mut Sheet, spans: &[Span], to: usize) -> Result<(), XlsxError> {
        let (_, last) = sheet.grid.between(0.0, self.measured.edges[to]);
        let row = sheet.row;
        if let Some(formula) = self.figures.counted_heading(self.index) {
            // What is reckoned has one look: that of the name.
            return sheet.write_formula(row, (0, last), &formula, &sheet.formats.counted_group);
        }
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
    fn cells(&self, sheet: &mut Sheet, cells: &[Cell], first: usize, struck: bool) -> Result<(), XlsxError> {
        let (table, edges) = (self.table, &self.measured.edges);
        let columns = table.columns.len();
        let blank = Cell::default();
        let formats = sheet.formats;
        let mut from = first;
        for cell in cells.iter().chain(std::iter::repeat(&blank)) {
            if from >= columns {
                break;
            }
            let to = (from + 1 + cell.extra_columns).min(columns);
            let place = sheet.grid.between(edges[from], edges[to]);
            let align = if cell.extra_columns > 0 { Align::Centre } else { table.columns[from].align };
            let text = composed(&cell.text);
            let number = figure(cell, align);
            let formula = self.figures.of(self.index, from, cell);
            let kind = match (cell.amount, cell.unit, cell.reckoned) {
                (Some(_), Unit::Percent, _) | (None, _, Reckoned::Rate { .. }) => Kind::Percent,
                (Some(_), Unit::TwoDigits, _) => Kind::TwoDigits,
                (Some(_), Unit::Whole, _) => Kind::Amount,
                (None, ..) if number.is_none() && formula.is_some() => Kind::Amount,
                // What is filled in where amounts stand is one.
                (None, ..) if text.is_empty() && align == Align::Right => Kind::Amount,
                (None, ..) if number.is_none() && could_be_typed(&text) => Kind::Text,
                (None, ..) => Kind::Plain,
            };
            let format = formats.cell(align, kind, struck && !cell.unstruck, cell.bold);
            let row = sheet.row;
            match (formula, number) {
                (Some(formula), _) => sheet.write_formula(row, place, &formula, format)?,
                (None, Some(number)) => {
                    if place.1 > place.0 {
                        sheet.write(row, place, "", format)?;
                    }
                    sheet.page.write_number_with_format(row, place.0, number, format)?;
                }
                (None, None) => sheet.write(row, place, &text, format)?,
            }
            from = to;
        }
        Ok(())
    }
}

/// Whether Excel would make something else of the text when it is typed again:
/// such cells are told to hold text.
fn could_be_typed(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\'' | '.') || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::could_be_typed;

    #[test]
    fn what_excel_would_take_for_something_else_is_text() {
        for text in ["=1+1", "+84905", "-", "@a", "'x", "0905123456", "1/2", "25/9"] {
            assert!(could_be_typed(text), "{text}");
        }
        assert!(!could_be_typed("Nguyễn") && !could_be_typed(""));
    }
}
