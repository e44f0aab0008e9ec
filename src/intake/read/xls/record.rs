//! The records an .xls stream is made of, and the texts in them.

use super::super::ole2::u16_at;

/// A record of a stream: its kind and content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    /// What it is about.
    pub kind: u16,
    /// Its content, without that of the records that continue it.
    pub content: &'a [u8],
}

/// Kinds of record.
pub(super) mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const NOTE: u16 = 0x001C;
    pub const DATE_MODE: u16 = 0x0022;
    pub const PASSWORD: u16 = 0x002F;
    pub const FONT: u16 = 0x0031;
    pub const CONTINUE: u16 = 0x003C;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const OBJECT: u16 = 0x005D;
    pub const COLUMNS: u16 = 0x007D;
    pub const SHEET: u16 = 0x0085;
    pub const PALETTE: u16 = 0x0092;
    pub const FILTERED: u16 = 0x009B;
    pub const NUMBERS: u16 = 0x00BD;
    pub const RICH_LABEL: u16 = 0x00D6;
    pub const STYLE: u16 = 0x00E0;
    pub const INTERFACE: u16 = 0x00E1;
    pub const MERGED: u16 = 0x00E5;
    pub const SHARED_BY: u16 = 0x0194;
    pub const TEXTS: u16 = 0x00FC;
    pub const SHARED_LABEL: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_OR_FAULT: u16 = 0x0205;
    pub const OBJECT_TEXT: u16 = 0x01B6;
    pub const FORMULA_TEXT: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const SHORT_NUMBER: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGIN: u16 = 0x0809;
}

/// Cuts a stream into records; a last one cut short is left out.
pub(super) struct Records<'a> {
    pub rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        let content = self.rest.get(4..4 + length)?;
        self.rest = &self.rest[4 + length..];
        Some(Record { kind, content })
    }
}

impl<'a> Records<'a> {
    /// The content of a record just met and of those that continue it.
    pub fn continued(&mut self, first: &'a [u8]) -> Vec<&'a [u8]> {
        let mut parts = vec![first];
        while u16_at(self.rest, 0) == Some(kind::CONTINUE) {
            let Some(next) = self.next() else { break };
            parts.push(next.content);
        }
        parts
    }
}

/// Reads on through a record and its continuations.
pub(super) struct Parts<'a> {
    parts: std::vec::IntoIter<&'a [u8]>,
    now: &'a [u8],
}

/// A text and, from which letter on, its further fonts.
#[derive(Debug, Clone, Default)]
pub(super) struct RichText {
    pub letters: Vec<u16>,
    /// First letter and number of the font.
    pub fonts: Vec<(u16, u16)>,
}

impl<'a> Parts<'a> {
    pub fn new(parts: Vec<&'a [u8]>) -> Self {
        Self { parts: parts.into_iter(), now: &[] }
    }

    /// The next byte, in this part or the next.
    fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some((&first, rest)) = self.now.split_first() {
                self.now = rest;
                return Some(first);
            }
            self.now = self.parts.next()?;
        }
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > self.now.len() {
            count -= self.now.len();
            self.now = self.parts.next()?;
        }
        self.now = &self.now[count..];
        Some(())
    }

    /// A text of the table of texts: letters of one or two bytes, fonts, and what
    /// only East Asian Excel needs.
    pub fn rich_text(&mut self) -> Option<RichText> {
        const WIDE: u8 = 1;
        const EXTENDED: u8 = 4;
        const RICH: u8 = 8;
        let count = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & RICH != 0 { self.u16()? } else { 0 };
        let extension = if flags & EXTENDED != 0 { self.u32()? as usize } else { 0 };
        let mut letters = Vec::with_capacity(count.min(1 << 10));
        let mut wide = flags & WIDE != 0;
        while letters.len() < count {
            if self.now.is_empty() {
                // A text goes on in the next record behind a byte that says how.
                self.now = self.parts.next()?;
                wide = self.byte()? & WIDE != 0;
                continue;
            }
            letters.push(if wide { self.u16()? } else { self.byte()?.into() });
        }
        let mut fonts = Vec::new();
        for _ in 0..runs {
            fonts.push((self.u16()?, self.u16()?));
        }
        self.skip(extension)?;
        Some(RichText { letters, fonts })
    }
}
