//! One sheet of an .xls workbook.

use std::collections::BTreeSet;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::super::super::budget::Budget;
use super::super::super::error::Refusal;
use super::super::super::grid::{Cell, Grid, GridBuilder};
use super::super::super::unseen::Unseen;
use super::super::MOST_HIDDEN_ROWS;
use super::super::cell;
use super::super::ole2::{f64_at, u16_at, u32_at};
use super::comments::Comments;
use super::{Book, Place, Record, Records, Style, Text, kind};

/// The cells of a sheet whose records begin here.
pub(super) fn grid(book: &Book, stream: &[u8], place: &Place, budget: &Budget) -> Result<Grid, Refusal> {
    let builder = GridBuilder::within(budget);
    let mut sheet = Sheet {
        book,
        builder,
        formula: None,
        merged: Vec::new(),
        hidden_rows: BTreeSet::new(),
        is_filtered: false,
        comments: Comments::default(),
    };
    // Charts stand in a sheet as sheets of their own.
    let mut depth = 0;
    for record in (Records { rest: stream }) {
        budget.record(record.content.len())?;
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            _ if place.is_hidden && sheet.builder.len() >= MOST_HIDDEN_ROWS => break,
            _ if depth <= 1 => sheet.take(record)?,
            _ => {}
        }
    }
    for (top, bottom, column) in sheet.merged {
        sheet.builder.fill_down(top, bottom, column)?;
    }
    for ((row, column), said) in sheet.comments.found {
        sheet.builder.aside(row, Some(column), Unseen::Comment, &said)?;
    }
    let why = if sheet.is_filtered { Unseen::Filtered } else { Unseen::HiddenRow };
    sheet.hidden_rows.iter().for_each(|row| sheet.builder.unseen_row((*row).into(), why));
    Ok(Grid { is_hidden: place.is_hidden, ..sheet.builder.finish_as(&place.name) })
}

struct Sheet<'a> {
    book: &'a Book,
    builder: GridBuilder,
    /// The cell whose formula gave a text; the text is in a record of its own.
    formula: Option<At>,
    /// First and last row and the column of blocks merged downwards.
    merged: Vec<(u32, u32, u32)>,
    hidden_rows: BTreeSet<u16>,
    /// Whether a filter hides rows.
    is_filtered: bool,
    comments: Comments,
}

/// A cell and its style.
#[derive(Clone, Copy)]
struct At {
    row: u32,
    column: u32,
    style: Style,
}

impl Sheet<'_> {
    fn take(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        let content = record.content;
        if record.kind == kind::MERGED {
            self.merged.extend(merged_blocks(content));
        }
        if self.comments.take(record) {
            return Ok(());
        }
        match record.kind {
            kind::FILTERED => self.is_filtered = true,
            kind::ROW => {
                self.hidden_rows.extend(hidden_row(content));
                return Ok(());
            }
            kind::COLUMNS => {
                for column in hidden_columns(content) {
                    self.builder.unseen_column(column, Unseen::HiddenColumn);
                }
                return Ok(());
            }
            _ => {}
        }
        if record.kind == kind::FORMULA_TEXT {
            if let (Some(at), Some(text)) = (self.formula.take(), self.book.long_text(content)) {
                self.put_text(at, text)?;
            }
            return Ok(());
        }
        let Some(at) = self.at(content) else { return Ok(()) };
        let value = match record.kind {
            kind::NUMBER => f64_at(content, 6).map(|number| self.number(at, number)),
            kind::SHORT_NUMBER => u32_at(content, 6).map(|packed| self.number(at, unpacked(packed))),
            kind::NUMBERS => return self.numbers(at, content),
            kind::BOOL_OR_FAULT => content.get(6..8).and_then(bool_or_fault),
            kind::FORMULA => self.result(at, content),
            kind::LABEL | kind::RICH_LABEL => {
                let text = content.get(6..).and_then(|text| self.book.long_text(text));
                return text.map_or(Ok(()), |text| self.put_text(at, text));
            }
            kind::SHARED_LABEL => {
                let text = u32_at(content, 6).and_then(|index| self.book.texts.get(index as usize));
                let Some(text) = text else { return Ok(()) };
                let font = self.book.letters_of(at.style.font);
                match text {
                    Text::Plain(None) => {}
                    Text::Plain(Some(cell)) => {
                        self.mark(at);
                        self.builder.put_in(at.row, at.column, cell.clone(), font)?;
                    }
                    Text::Rich(shown) => {
                        // The font of the cell is that of the letters before the first piece.
                        if !shown.has_unseen() {
                            self.mark(at);
                        }
                        shown.clone().put(&mut self.builder, (at.row, at.column), font)?;
                    }
                }
                return Ok(());
            }
            _ => None,
        };
        if let Some(cell) = value {
            self.mark(at);
            self.builder.put(at.row, at.column, cell)?;
        }
        Ok(())
    }

    /// The place with which all records of cells begin.
    fn at(&self, content: &[u8]) -> Option<At> {
        let style = self.style(u16_at(content, 4)?);
        Some(At { row: u16_at(content, 0)?.into(), column: u16_at(content, 2)?.into(), style })
    }

    fn style(&self, number: u16) -> Style {
        self.book.styles.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// Marks what the style of a cell that holds something says: a colour, or that it is struck.
    fn mark(&mut self, at: At) {
        at.style.tints.into_iter().flatten().for_each(|tint| self.builder.tint(at.row, tint));
        if self.book.is_struck(at.style.font) {
            self.builder.unseen_cell(at.row, at.column, Unseen::Struck);
        }
    }

    fn put_text(&mut self, at: At, text: String) -> Result<(), Refusal> {
        if let Some(cell) = Cell::text(text) {
            self.mark(at);
            self.builder.put_in(at.row, at.column, cell, self.book.letters_of(at.style.font))?;
        }
        Ok(())
    }

    fn number(&self, at: At, number: f64) -> Cell {
        if !at.style.is_date {
            return Cell::Number(number);
        }
        cell::moment(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.book.from_1904))
    }

    /// Numbers side by side: row, first column, then style and number of each, then
    /// the last column.
    fn numbers(&mut self, first: At, content: &[u8]) -> Result<(), Refusal> {
        let cells = content.get(4..content.len().saturating_sub(2)).unwrap_or_default();
        for (column, cell) in (first.column..).zip(cells.chunks_exact(6)) {
            let (Some(style), Some(packed)) = (u16_at(cell, 0), u32_at(cell, 2)) else { continue };
            let at = At { column, style: self.style(style), ..first };
            let number = self.number(at, unpacked(packed));
            self.mark(at);
            self.builder.put(at.row, at.column, number)?;
        }
        Ok(())
    }

    /// What a formula gave: a number, or one of the others in the guise of one.
    fn result(&mut self, at: At, content: &[u8]) -> Option<Cell> {
        if u16_at(content, 12)? != 0xFFFF {
            return f64_at(content, 6).map(|number| self.number(at, number));
        }
        match content[6] {
            0 => {
                self.formula = Some(at);
                None
            }
            1 => bool_or_fault(&[content[8], 0]),
            2 => bool_or_fault(&[content[8], 1]),
            _ => None,
        }
    }
}

/// A number in four bytes: whole or the upper half of a decimal, perhaps of a
/// hundred times itself.
fn unpacked(packed: u32) -> f64 {
    let number = if packed & 2 != 0 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { number / 100.0 } else { number }
}

fn bool_or_fault(content: &[u8]) -> Option<Cell> {
    let (&value, &is_fault) = (content.first()?, content.get(1)?);
    if is_fault == 0 {
        return Some(Cell::Bool(value != 0));
    }
    let code = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Some(Cell::Fault(code.to_owned()))
}

/// The row of a record, if it is hidden.
fn hidden_row(content: &[u8]) -> Option<u16> {
    const HIDDEN: u16 = 0x20;
    (u16_at(content, 12)? & HIDDEN != 0).then_some(u16_at(content, 0)?)
}

/// The columns of a record, if they are hidden.
fn hidden_columns(content: &[u8]) -> std::ops::Range<u32> {
    let numbers = || Some((u16_at(content, 0)?, u16_at(content, 2)?, u16_at(content, 8)?));
    match numbers() {
        Some((first, last, flags)) if flags & 1 != 0 => first.into()..u32::from(last) + 1,
        _ => 0..0,
    }
}

/// The blocks of a record that merge cells of several rows.
fn merged_blocks(content: &[u8]) -> impl Iterator<Item = (u32, u32, u32)> {
    let blocks = content.get(2..).unwrap_or_default().chunks_exact(8);
    blocks.filter_map(|block| {
        let (top, bottom, column) = (u16_at(block, 0)?, u16_at(block, 2)?, u16_at(block, 4)?);
        (top < bottom).then_some((top.into(), bottom.into(), column.into()))
    })
}
