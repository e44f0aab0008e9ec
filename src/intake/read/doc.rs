//! Documents of Word 97–2003: the text stands in pieces, cells end with a mark of their own,
//! and the formats of paragraphs tell which mark ends a row.

use super::super::budget::{Budget, Stop};
use super::super::error::{OtherKind, Refusal};
use super::super::grid::Grid;
use super::super::unseen::Unseen;
use super::lines::people_in_lines;
use super::ole2::{Container, u16_at, u32_at};
use super::runs::Shown;
use super::table::Page;
use crate::vietnamese::legacy::western;

/// Bytes of a page of formats.
const PAGE: usize = 512;

/// Marks in the text.
mod mark {
    pub const CELL: char = '\u{7}';
    pub const LINE: char = '\u{b}';
    pub const PAGE: char = '\u{c}';
    pub const PARAGRAPH: char = '\r';
    pub const FIELD: char = '\u{13}';
    pub const FIELD_RESULT: char = '\u{14}';
    pub const FIELD_END: char = '\u{15}';
    pub const HYPHEN: char = '\u{1e}';
    /// A place where a word may be parted: in letters of before Unicode it is "ư".
    pub const SOFT_HYPHEN: char = '\u{1f}';
}

/// The document as one sheet.
pub(super) fn grid(container: &Container<'_>, budget: &Budget) -> Result<Grid, Refusal> {
    const WORD_97: u16 = 0xC1;
    const ENCRYPTED: u16 = 0x0100;
    const SECOND_TABLE: u16 = 0x0200;
    let damaged = || Refusal::Damaged("no whole document of Word".to_owned());
    let main = container.stream("WordDocument").ok_or_else(damaged)?;
    let flags = u16_at(&main, 10).ok_or_else(damaged)?;
    if u16_at(&main, 2).is_none_or(|version| version < WORD_97) {
        return Err(Refusal::OtherKind(OtherKind::Word));
    }
    if flags & ENCRYPTED != 0 {
        return Err(Refusal::Password);
    }
    let table = container.stream(if flags & SECOND_TABLE != 0 { "1Table" } else { "0Table" });
    let table = table.ok_or_else(damaged)?;
    let data = container.stream("Data").unwrap_or_default();
    let document = Document { main: &main, table: &table, data: &data, budget };
    let pieces = document.pieces().ok_or_else(damaged)?;
    let formats =
        Formats { paragraphs: document.formats(0x102, true)?, letters: document.formats(0xFA, false)? };
    let mut reader = Reader {
        page: Page::within(budget),
        knows_rows: formats.paragraphs.iter().any(|format| format.ends_row),
        formats,
        shown: Shown::default(),
        in_table: false,
        after_cell: false,
        codes: 0,
    };
    let mut left = u32_at(&main, 0x4C).unwrap_or(u32::MAX) as usize;
    for piece in pieces {
        let count = piece.count.min(left);
        left -= count;
        reader.piece(&main, Piece { count, ..piece }, budget)?;
    }
    reader.page.line(std::mem::take(&mut reader.shown), None)?;
    reader.page.end_table();
    let grid = reader.page.finish()?;
    Ok(people_in_lines(&grid, budget)?.unwrap_or(grid))
}

struct Document<'a> {
    main: &'a [u8],
    table: &'a [u8],
    /// Where formats stand that are too long for a page.
    data: &'a [u8],
    budget: &'a Budget,
}

/// A stretch of text.
#[derive(Clone, Copy)]
struct Piece {
    /// Where it begins in the stream.
    start: usize,
    /// How many letters it has.
    count: usize,
    /// Whether letters have two bytes.
    wide: bool,
}

/// What the format of a stretch of text says.
#[derive(Clone, Copy)]
struct Format {
    start: usize,
    end: usize,
    /// Whether it stands in a table.
    in_table: bool,
    /// Whether the mark in it ends a row of a table.
    ends_row: bool,
    unseen: Option<Unseen>,
}

impl Document<'_> {
    /// A place and a length that the head of the document names.
    fn named(&self, at: usize) -> Option<&[u8]> {
        let (start, length) = (u32_at(self.main, at)? as usize, u32_at(self.main, at + 4)? as usize);
        self.table.get(start..start.checked_add(length)?)
    }

    /// The pieces of the text, in order.
    fn pieces(&self) -> Option<Vec<Piece>> {
        const COMPRESSED: u32 = 1 << 30;
        let mut rest = self.named(0x1A2)?;
        // Formats that pieces share stand before them.
        while let Some((1, behind)) = rest.split_first().map(|(kind, behind)| (*kind, behind)) {
            rest = behind.get(2 + usize::from(u16_at(behind, 0)?)..)?;
        }
        let list = rest.get(5..)?;
        let count = list.len().checked_sub(4)? / 12;
        let descriptors = list.get((count + 1) * 4..)?;
        let piece = |index: usize| {
            let (from, to) = (u32_at(list, index * 4)?, u32_at(list, index * 4 + 4)?);
            let place = u32_at(descriptors, index * 8 + 2)?;
            let wide = place & COMPRESSED == 0;
            let start = (place & !COMPRESSED) as usize;
            let start = if wide { start } else { start / 2 };
            Some(Piece { start, count: to.checked_sub(from)? as usize, wide })
        };
        Some((0..count).map_while(piece).collect())
    }

    /// The formats of all paragraphs or letters, rising.
    fn formats(&self, at: usize, of_paragraphs: bool) -> Result<Vec<Format>, Stop> {
        let list = self.named(at).unwrap_or_default();
        let pages = list.len().saturating_sub(4) / 8;
        let mut formats = Vec::new();
        for index in 0..pages.min(self.main.len() / PAGE + 1) {
            self.budget.record(PAGE)?;
            let number = u32_at(list, (pages + 1 + index) * 4).unwrap_or(u32::MAX) as usize;
            let page =
                number.checked_mul(PAGE).and_then(|start| self.main.get(start..start.checked_add(PAGE)?));
            if let Some(page) = page {
                formats.extend(formats_of_page(page, self.data, of_paragraphs));
            }
        }
        formats.sort_by_key(|format| format.start);
        Ok(formats)
    }
}

/// The formats in a page: where each begins, and for each the place of what it says.
fn formats_of_page(page: &[u8], data: &[u8], of_paragraphs: bool) -> Vec<Format> {
    let count = usize::from(page[PAGE - 1]);
    let format = |index: usize| {
        let (start, end) = (u32_at(page, index * 4)? as usize, u32_at(page, index * 4 + 4)? as usize);
        let places = page.get((count + 1) * 4..)?;
        let place = 2 * usize::from(*places.get(index * if of_paragraphs { 13 } else { 1 })?);
        let says = (place > 0).then(|| said(page, place, of_paragraphs)).flatten().unwrap_or_default();
        let says = elsewhere(says, data).unwrap_or(says);
        let has =
            |sought: u16| of_paragraphs && settings(says).any(|(code, value)| code == sought && value == 1);
        let (in_table, ends_row) = (has(0x2416), has(0x2417));
        let unseen = settings(says).find_map(|(code, value)| match code {
            _ if of_paragraphs || value == 0 => None,
            0x0800 => Some(Unseen::Deleted),
            0x0837 | 0x2A53 => Some(Unseen::Struck),
            0x083C => Some(Unseen::HiddenText),
            _ => None,
        });
        Some(Format { start, end, in_table, ends_row, unseen })
    };
    (0..count).map_while(format).collect()
}

/// The settings of a format, behind its length and, for a paragraph, its style.
fn said(page: &[u8], place: usize, of_paragraphs: bool) -> Option<&[u8]> {
    let length = usize::from(*page.get(place)?);
    if !of_paragraphs {
        return page.get(place + 1..place + 1 + length);
    }
    let (start, length) = match length {
        0 => (place + 2, 2 * usize::from(*page.get(place + 1)?)),
        length => (place + 1, 2 * length - 1),
    };
    page.get(start + 2..start + length)
}

/// The settings of a format of which a page only says where they stand.
fn elsewhere<'a>(says: &[u8], data: &'a [u8]) -> Option<&'a [u8]> {
    if !matches!(u16_at(says, 0)?, 0x6645 | 0x6646) {
        return None;
    }
    let start = usize::try_from(u32_at(says, 2)?).ok()?;
    let length = usize::from(u16_at(data, start)?);
    data.get(start + 2..start + 2 + length)
}

/// Each setting and the first byte of its value.
fn settings(mut rest: &[u8]) -> impl Iterator<Item = (u16, u8)> {
    std::iter::from_fn(move || {
        let code = u16_at(rest, 0)?;
        let value = *rest.get(2)?;
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == 0xD608 => usize::from(u16_at(rest, 2)?) + 1,
            _ => usize::from(value) + 1,
        };
        rest = rest.get(2 + length..).unwrap_or_default();
        Some((code, value))
    })
}

struct Formats {
    paragraphs: Vec<Format>,
    letters: Vec<Format>,
}

/// The format at a place in the stream.
fn at(formats: &[Format], place: usize) -> Option<Format> {
    let after = formats.partition_point(|format| format.start <= place);
    formats[..after].last().copied().filter(|format| place < format.end)
}

struct Reader {
    page: Page,
    formats: Formats,
    /// Whether formats tell where rows end; else two marks of cells do.
    knows_rows: bool,
    shown: Shown,
    in_table: bool,
    after_cell: bool,
    /// How many codes of fields we are in.
    codes: usize,
}

impl Reader {
    fn piece(&mut self, main: &[u8], piece: Piece, budget: &Budget) -> Result<(), Refusal> {
        let width = if piece.wide { 2 } else { 1 };
        let end = piece.count.checked_mul(width).and_then(|length| piece.start.checked_add(length));
        let bytes = main.get(piece.start..end.unwrap_or(usize::MAX).min(main.len())).unwrap_or_default();
        // Pieces may be the same stretch again and again.
        budget.text(bytes.len())?;
        let text = match piece.wide {
            true => {
                let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
            }
            false => western(bytes),
        };
        let mut place = piece.start;
        for letter in text.chars() {
            budget.step()?;
            self.letter(letter, place)?;
            place += width * if piece.wide { letter.len_utf16() } else { 1 };
        }
        Ok(())
    }

    fn letter(&mut self, letter: char, place: usize) -> Result<(), Refusal> {
        let was_cell = std::mem::replace(&mut self.after_cell, letter == mark::CELL);
        match letter {
            mark::CELL => {
                let ends_row = match self.knows_rows {
                    true => at(&self.formats.paragraphs, place).is_some_and(|format| format.ends_row),
                    false => was_cell && self.page.in_row(),
                };
                self.end_cell(ends_row)?;
            }
            mark::FIELD => self.codes += 1,
            mark::FIELD_RESULT | mark::FIELD_END => self.codes = self.codes.saturating_sub(1),
            _ if self.codes > 0 => {}
            mark::PARAGRAPH | mark::PAGE => self.end_paragraph(place)?,
            mark::LINE => self.push("\n", place),
            mark::HYPHEN => self.push("-", place),
            mark::SOFT_HYPHEN => self.push("\u{ad}", place),
            '\t' => self.push("\t", place),
            letter if letter.is_control() => {}
            letter => self.push(letter.encode_utf8(&mut [0; 4]), place),
        }
        Ok(())
    }

    fn push(&mut self, text: &str, place: usize) {
        let why = at(&self.formats.letters, place).and_then(|format| format.unseen);
        self.shown.push(text, None, why);
    }

    /// A paragraph outside tables is a line; one in a cell is a line of its text.
    fn end_paragraph(&mut self, place: usize) -> Result<(), Refusal> {
        let in_table = match self.knows_rows {
            true => at(&self.formats.paragraphs, place).is_some_and(|format| format.in_table),
            false => self.page.in_row(),
        };
        if in_table {
            if !self.shown.is_blank() {
                self.shown.push("\n", None, None);
            }
            return Ok(());
        }
        if std::mem::take(&mut self.in_table) {
            self.page.end_table();
        }
        Ok(self.page.line(std::mem::take(&mut self.shown), None)?)
    }

    fn end_cell(&mut self, ends_row: bool) -> Result<(), Refusal> {
        if !self.in_table {
            self.page.begin_table();
            self.in_table = true;
        }
        match ends_row {
            true => self.page.end_row(),
            false => self.page.cell(std::mem::take(&mut self.shown), None, 1, 1)?,
        }
        Ok(())
    }
}
