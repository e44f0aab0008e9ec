//! Lists kept as text: columns parted by comma, semicolon, tab or bar.
//!
//! Cut by our own code: a library would hold a whole line of forty million fields.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::super::budget::{Budget, Stop};
use super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS};
use crate::delimited;

/// The sheet in a text.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Grid, Stop> {
    let (delimiter, text, skipped) = match declared_delimiter(text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (likely_delimiter(text), text, 0),
    };
    let mut builder = GridBuilder::within(budget);
    for field in Fields::new(text, delimiter) {
        budget.step()?;
        // Most of a file of nothing but semicolons is beyond the last column.
        if field.column < MAX_COLUMNS
            && !(delimiter == b'|' && is_drawn(&field.text))
            && let Some(cell) = Cell::text(delimited::meant(field.text))
        {
            builder.put(field.row.saturating_add(skipped), field.column, cell)?;
        }
    }
    Ok(builder.finish())
}

/// Whether a field between bars is the line that is drawn under headings: `|---|:--:|`.
fn is_drawn(field: &str) -> bool {
    let field = field.trim();
    field.len() > 1 && field.chars().all(|letter| matches!(letter, '-' | ':' | '=' | '+'))
}

/// Excel's own way to name the delimiter: a first line `sep=;`.
fn declared_delimiter(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let named = line.trim().strip_prefix("sep=")?.as_bytes();
    match named {
        [delimiter @ (b',' | b';' | b'\t' | b'|')] => Some((*delimiter, rest)),
        _ => None,
    }
}

/// The delimiter that cuts the first rows most evenly into most columns.
fn likely_delimiter(text: &str) -> u8 {
    const ROWS: u32 = 60;
    const FIELDS: usize = 20_000;
    let evenness = |delimiter: u8| {
        let mut counts: Vec<usize> = Vec::new();
        let seen = Fields::new(text, delimiter).take(FIELDS).take_while(|field| field.row < ROWS);
        for field in seen {
            match counts.last_mut().filter(|_| field.column > 0) {
                Some(count) => *count += 1,
                None => counts.push(1),
            }
        }
        let rows_with = |count: usize| counts.iter().filter(|&&other| other == count).count();
        counts.iter().map(|&count| rows_with(count) * (count - 1)).max().unwrap_or(0)
    };
    let mut best = (b',', evenness(b','));
    for delimiter in [b';', b'\t', b'|'] {
        let score = evenness(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// A field and its place.
struct Field<'a> {
    /// From 0 as Excel would show it: blank lines count, line breaks inside quotes do not.
    row: u32,
    column: u32,
    text: Cow<'a, str>,
}

/// Cuts a text into fields. Quotes count where a field begins with one; a doubled one
/// inside them is one, and one that is never closed reaches to the end.
struct Fields<'a> {
    rest: &'a str,
    delimiter: u8,
    row: u32,
    column: u32,
    /// Whether a delimiter was met behind which a field must stand, though an empty one.
    goes_on: bool,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        Self { rest: text, delimiter, row: 0, column: 0, goes_on: false }
    }

    fn advance(&mut self, length: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(length);
        self.rest = rest;
        piece
    }

    /// Everything up to the end of the field.
    fn bare(&mut self) -> &'a str {
        let end = memchr2(self.delimiter, b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        self.advance(end)
    }

    /// The text of a field, quoted or not.
    fn text(&mut self) -> Cow<'a, str> {
        let Some(inside) = self.rest.strip_prefix('"') else { return Cow::Borrowed(self.bare()) };
        self.rest = inside;
        let mut text = Cow::Borrowed(self.up_to_quote());
        while self.rest.starts_with('"') {
            self.advance(1);
            let more = self.up_to_quote();
            let text = text.to_mut();
            text.push('"');
            text.push_str(more);
        }
        // What follows the quotes belongs to the field: `"Lê" An`.
        let behind = self.bare();
        if !behind.is_empty() {
            text.to_mut().push_str(behind);
        }
        text
    }

    /// Everything up to the next quote, and past it.
    fn up_to_quote(&mut self) -> &'a str {
        let Some(end) = memchr(b'"', self.rest.as_bytes()) else { return self.advance(self.rest.len()) };
        let piece = self.advance(end);
        self.advance(1);
        piece
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        if !self.goes_on {
            let text = self.rest.trim_start_matches('\n');
            let blank = u32::try_from(self.rest.len() - text.len()).unwrap_or(u32::MAX);
            self.row = self.row.saturating_add(blank);
            self.rest = text;
            if text.is_empty() {
                return None;
            }
        }
        let text = self.text();
        let field = Field { row: self.row, column: self.column, text };
        // A delimiter, a line end or the end of the text.
        self.goes_on = self.rest.as_bytes().first() == Some(&self.delimiter);
        if !self.rest.is_empty() {
            self.advance(1);
        }
        match self.goes_on {
            true => self.column = self.column.saturating_add(1),
            false => (self.row, self.column) = (self.row.saturating_add(1), 0),
        }
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::line_of;
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        let grid = grid(text, &Budget::default()).expect("a sheet");
        grid.rows
            .iter()
            .map(|row| (row.number, row.cells().map(|(_, cell)| line_of(Some(cell)).into_owned()).collect()))
            .collect()
    }

    #[test]
    fn the_delimiter_is_found_among_title_rows_and_commas_in_units() {
        for delimiter in [",", ";", "\t"] {
            let quoted = if delimiter == "," { "\"Thôn 1, xã A\"" } else { "Thôn 1, xã A" };
            let text = format!(
                "DANH SÁCH ĐẠI BIỂU\n\nSTT{delimiter}Họ tên{delimiter}Đơn vị\n1{delimiter}Lê An{delimiter}{quoted}\n2{delimiter}Vũ Bé{delimiter}{quoted}\n"
            );
            let rows = cells(&text);
            assert_eq!(rows[0], (1, vec!["DANH SÁCH ĐẠI BIỂU".to_owned()]));
            assert_eq!(rows[2], (4, vec!["1".to_owned(), "Lê An".to_owned(), "Thôn 1, xã A".to_owned()]));
        }
    }

    #[test]
    fn a_table_drawn_with_bars_is_read() {
        let rows = cells("| STT | Họ tên |\n|-----|:------:|\n| 1 | Lê An |\n| 2 | - |\n");
        let expected = [(1, vec!["STT", "Họ tên"]), (3, vec!["1", "Lê An"]), (4, vec!["2", "-"])];
        assert_eq!(rows.len(), expected.len());
        for ((number, cells), (row, texts)) in rows.iter().zip(expected) {
            assert_eq!((*number, cells.iter().map(String::as_str).collect::<Vec<_>>()), (row, texts));
        }
    }

    #[test]
    fn rows_have_the_numbers_excel_shows() {
        let expected = [1, 4, 5, 8];
        for text in ["a,b\n\n\nc,\"d\ne\"\nf,g\n\n\nh,i", "a,b\n\n\nc,\"d\ne\"\nf,g\n\n\nh,i\n"] {
            let numbers: Vec<_> = cells(text).iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers, expected, "{text:?}");
        }
        assert_eq!(cells("sep=;\na;b\n")[0], (2, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(cells("one")[0].0, 1);
        assert_eq!(cells(";a;\n;;b;\n\n;").iter().map(|(row, _)| *row).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn ragged_rows_and_stray_quotes_are_read() {
        let rows = cells("Họ tên,Đơn vị\nLê \"Tý\" An\nVũ Bé,Xã A,thừa\n\"chưa đóng, xã B");
        assert_eq!(rows[1].1, ["Lê \"Tý\" An"]);
        assert_eq!(rows[2].1.len(), 3);
        assert_eq!(rows[3].1, ["chưa đóng, xã B"]);
        assert_eq!(cells("\"Lê \"\"Tý\"\" An\"x,\"\",\"c\"")[0].1, ["Lê \"Tý\" Anx", "c"]);
    }
}
