//! Workbooks of Excel 2007 and later.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::super::error::{OtherKind, Refusal};
use super::super::grid::{Cell, Grid, GridBuilder};
use super::{Sheets, archive};
use crate::domain::date::FuzzyDate;

/// The visible sheets of a workbook.
pub(super) fn open(bytes: Vec<u8>) -> Result<Sheets, Refusal> {
    let contents = archive::look(&bytes)?;
    other_kind(&contents.names)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let visible: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    Ok(Box::new(visible.into_iter().map(move |name| grid(&mut workbook, &name, contents.merges))))
}

/// Refuses archives that hold something else than a workbook.
fn other_kind(names: &[String]) -> Result<(), Refusal> {
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    if has("workbook.xml") {
        Ok(())
    } else if has("workbook.bin") {
        Err(Refusal::OldExcel)
    } else if has("word/document.xml") {
        Err(Refusal::OtherKind(OtherKind::Word))
    } else if has("content.xml") && has("mimetype") {
        Err(Refusal::OtherKind(OtherKind::OpenDocument))
    } else {
        Err(Refusal::OtherKind(OtherKind::Archive))
    }
}

/// The cells of one sheet, one at a time: calamine's own table would reserve every
/// cell between the first and a stray one in the last row.
fn grid(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, merges: bool) -> Result<Grid, Refusal> {
    let mut builder = GridBuilder::default();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    while let Some(found) = cells.next_cell().map_err(refusal)? {
        let (row, column) = found.get_position();
        if let Some(content) = cell(found.get_value()) {
            builder.put(row, column, content)?;
        }
    }
    drop(cells);
    if merges {
        let blocks = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
        for block in blocks.iter().filter(|block| block.start.0 < block.end.0) {
            builder.fill_down(block.start.0, block.end.0, block.start.1)?;
        }
    }
    Ok(builder.finish())
}

/// A cell as calamine gives it: for a formula, the value Excel kept.
fn cell(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        // Excel writes whole numbers as decimals too.
        #[expect(clippy::cast_precision_loss)]
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Bool(value) => Some(Cell::Bool(*value)),
        DataRef::DateTime(moment) => {
            let serial = moment.as_f64();
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = i16::try_from(year).ok().and_then(|year| FuzzyDate::day(year, month, day).ok());
            Some(match day {
                Some(date) if moment.is_datetime() && serial >= 1.0 => Cell::Date { date, serial },
                _ => Cell::Number(serial),
            })
        }
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse::<FuzzyDate>().ok()) {
            Some(date) => Some(Cell::Date { date, serial: f64::NAN }),
            None => Cell::text(text.as_str()),
        },
        DataRef::DurationIso(text) => Cell::text(text.as_str()),
        DataRef::Error(error) => Some(Cell::Fault(error.to_string())),
    }
}

fn refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Password,
        error => Refusal::Damaged(error.to_string()),
    }
}
