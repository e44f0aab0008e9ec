//! Lists kept as text: columns parted by comma, semicolon or tab.

use ::csv::ReaderBuilder;

use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder};

/// The sheet in a text.
pub(super) fn grid(text: &str) -> Result<Grid, Refusal> {
    let (delimiter, text, skipped) = match declared_delimiter(text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (likely_delimiter(text), text, 0),
    };
    let mut builder = GridBuilder::default();
    for_each_record(text, delimiter, |row, record| {
        for (column, field) in (0..).zip(record) {
            if let Some(cell) = Cell::text(field) {
                builder.put(row + skipped, column, cell)?;
            }
        }
        Ok(true)
    })?;
    Ok(builder.finish())
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
    const ROWS: usize = 60;
    let evenness = |delimiter: u8| {
        let mut counts = Vec::new();
        // Only counted: there is nothing in it that could fail.
        let _ = for_each_record(text, delimiter, |_, record| {
            counts.push(record.len());
            Ok(counts.len() < ROWS)
        });
        let rows_with = |count: usize| counts.iter().filter(|&&other| other == count).count();
        counts.iter().map(|&count| rows_with(count) * (count - 1)).max().unwrap_or(0)
    };
    let mut best = (b',', evenness(b','));
    for delimiter in [b';', b'\t'] {
        let score = evenness(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Calls `visit` with each record and its row, counted from 0 as Excel would show
/// it: blank lines count, line breaks inside quotes do not. Stops when it says so.
fn for_each_record(
    text: &str,
    delimiter: u8,
    mut visit: impl FnMut(u32, &::csv::StringRecord) -> Result<bool, Refusal>,
) -> Result<(), Refusal> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    let mut row = 0;
    loop {
        // The reader passes over blank lines without a word.
        let rest =
            usize::try_from(reader.position().byte()).ok().and_then(|start| text.as_bytes().get(start..));
        row += rest.unwrap_or_default().iter().take_while(|&&byte| byte == b'\n').count();
        let more = reader.read_record(&mut record).map_err(|error| Refusal::Damaged(error.to_string()))?;
        if !more || !visit(u32::try_from(row).unwrap_or(u32::MAX), &record)? {
            break;
        }
        row += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::line_of;
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        let grid = grid(text).expect("a sheet");
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
    fn rows_have_the_numbers_excel_shows() {
        let expected = [1, 4, 5, 8];
        for text in ["a,b\n\n\nc,\"d\ne\"\nf,g\n\n\nh,i", "a,b\n\n\nc,\"d\ne\"\nf,g\n\n\nh,i\n"] {
            let numbers: Vec<_> = cells(text).iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers, expected, "{text:?}");
        }
        assert_eq!(cells("sep=;\na;b\n")[0], (2, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(cells("one")[0].0, 1);
    }

    #[test]
    fn ragged_rows_and_stray_quotes_are_read() {
        let rows = cells("Họ tên,Đơn vị\nLê \"Tý\" An\nVũ Bé,Xã A,thừa\n\"chưa đóng, xã B");
        assert_eq!(rows[1].1, ["Lê \"Tý\" An"]);
        assert_eq!(rows[2].1.len(), 3);
        assert_eq!(rows[3].1, ["chưa đóng, xã B"]);
    }
}
