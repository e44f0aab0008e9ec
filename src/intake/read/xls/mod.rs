//! Workbooks of Excel 5 to 2003, read record by record: their fonts tell the
//! letters of each text, which calamine does not pass on.

mod comments;
mod palette;
mod record;
mod secret;
mod sheet;

use std::collections::HashMap;

use palette::Palette;
pub(super) use secret::OWN_PASSWORD;

use record::{Parts, Record, Records, RichText, kind};

use super::super::budget::Budget;
use super::super::error::{OtherKind, Refusal};
use super::super::grid::Cell;
use super::super::tint::{Painted, Tint};
use super::super::unseen::Unseen;
use super::Sheets;
use super::ole2::{Container, u16_at, u32_at};
use super::runs::Shown;
use crate::vietnamese::legacy::{Legacy, western};

/// In the flags of a font: its text is struck.
const STRUCK: u8 = 0x08;

/// The container of Excel 97–2003, of Word 97–2003 and of encrypted .xlsx.
pub(super) fn open(bytes: Vec<u8>, budget: &Budget) -> Result<Sheets, Refusal> {
    let damaged = || Refusal::Damaged("not a whole .xls container".to_owned());
    let container = Container::open(&bytes).ok_or_else(damaged)?;
    if container.has("EncryptedPackage") {
        let clear = super::packed::opened(&container, budget)?.ok_or(Refusal::Password)?;
        return super::archived(clear, budget, 0);
    }
    match container.stream("Workbook").or_else(|| container.stream("Book")) {
        Some(stream) => {
            // Only the stream is needed from here on.
            drop(container);
            drop(bytes);
            sheets(stream, budget)
        }
        None if container.has("WordDocument") => Ok(super::one(super::doc::grid(&container, budget)?)),
        None => Err(Refusal::OtherKind(OtherKind::Unknown)),
    }
}

/// The sheets of a stream of records.
pub(super) fn sheets(mut stream: Vec<u8>, budget: &Budget) -> Result<Sheets, Refusal> {
    if let Some(password) = password(&stream, budget)? {
        stream = secret::opened(&stream, password, budget)?.ok_or(Refusal::Password)?;
    }
    let mut book = Book::read(&stream, budget)?;
    let mut places = std::mem::take(&mut book.sheets);
    if places.is_empty() {
        // Simple programs write one sheet and nothing around it.
        places.push(Place { start: 0, name: String::new(), is_hidden: false });
    }
    let budget = budget.clone();
    let grid = move |place: Place| {
        let records = stream.get(place.start..).unwrap_or_default();
        // Many sheets may begin at one place: each is paid for.
        budget.sheet()?;
        sheet::grid(&book, records, &place, &budget)
    };
    Ok(Box::new(places.into_iter().map(grid)))
}

/// The record that says that the workbook has a password. Excel's own protection of a
/// workbook's structure is none.
fn password<'a>(stream: &'a [u8], budget: &Budget) -> Result<Option<&'a [u8]>, Refusal> {
    for record in (Records { rest: stream }) {
        budget.step()?;
        match record.kind {
            kind::PASSWORD => return Ok(Some(record.content)),
            kind::END => break,
            _ => {}
        }
    }
    Ok(None)
}

/// What all sheets of a workbook share.
#[derive(Default)]
struct Book {
    /// Whether texts are Unicode (Excel 97) or bytes (before).
    unicode: bool,
    /// Whether text is in the Vietnamese code page where its font says nothing.
    vietnamese: bool,
    /// Whether days are counted from 1904.
    from_1904: bool,
    /// By number what fonts say of their letters.
    fonts: Vec<Font>,
    /// Colours that the workbook has in place of Excel's own.
    palette: Palette,
    /// By number what styles say of their cells.
    styles: Vec<Style>,
    texts: Vec<Text>,
    sheets: Vec<Place>,
}

/// What a font says of its letters.
#[derive(Clone, Copy)]
struct Font {
    letters: Option<Legacy>,
    is_struck: bool,
    /// The number of their colour.
    color: u16,
}

/// Where a sheet begins.
struct Place {
    start: usize,
    name: String,
    is_hidden: bool,
}

/// A text that cells share.
enum Text {
    /// In the letters of whatever cell it stands in.
    Plain(Option<Cell>),
    /// With fonts of its own.
    Rich(Shown),
}

/// What the style of a cell says.
#[derive(Clone, Copy, Default)]
struct Style {
    font: u16,
    format: u16,
    is_date: bool,
    /// The colours of ground and letters.
    tints: [Option<Tint>; 2],
}

impl Text {
    /// About how much memory it takes beside its place.
    fn bytes(&self) -> usize {
        match self {
            Self::Plain(cell) => cell.as_ref().map_or(0, Cell::bytes),
            Self::Rich(runs) => runs.bytes(),
        }
    }
}

impl Book {
    fn read(stream: &[u8], budget: &Budget) -> Result<Self, Refusal> {
        let mut book = Self::default();
        let mut formats = HashMap::new();
        let (mut texts, mut grounds) = (Vec::new(), Vec::new());
        let mut records = Records { rest: stream };
        while let Some(record) = records.next() {
            budget.step()?;
            let content = record.content;
            match record.kind {
                kind::BEGIN => book.unicode = u16_at(content, 0) == Some(0x0600),
                kind::CODE_PAGE => book.vietnamese = u16_at(content, 0) == Some(1258),
                kind::DATE_MODE => book.from_1904 = u16_at(content, 0) == Some(1),
                kind::FONT => {
                    let name = content.get(14..).and_then(|name| book.short_text(name)).unwrap_or_default();
                    budget.style()?;
                    let is_struck = content.get(2).is_some_and(|flags| flags & STRUCK != 0);
                    let color = u16_at(content, 4).unwrap_or_default();
                    book.fonts.push(Font { letters: Legacy::of_font(&name), is_struck, color });
                }
                kind::FORMAT => {
                    budget.style()?;
                    formats.extend(book.format(content));
                }
                kind::STYLE => {
                    budget.style()?;
                    let (font, format) = (u16_at(content, 0).unwrap_or(0), u16_at(content, 2).unwrap_or(0));
                    grounds.push(book.unicode.then(|| palette::ground(content)).flatten());
                    book.styles.push(Style { font, format, ..Style::default() });
                }
                kind::PALETTE => book.palette = Palette::read(content),
                kind::SHEET => book.sheets.extend(book.place(content)),
                kind::TEXTS => texts = records.continued(content),
                kind::END => break,
                _ => {}
            }
        }
        let mut styles = std::mem::take(&mut book.styles);
        for (style, ground) in styles.iter_mut().zip(grounds) {
            style.is_date =
                formats.get(&style.format).copied().unwrap_or_else(|| is_built_in_date(style.format));
            let letters = book.font(style.font).map(|font| font.color);
            let tint = |of, color: Option<u16>| Some(Tint { of, hue: book.palette.hue(color?)? });
            style.tints = [tint(Painted::Ground, ground), tint(Painted::Letters, letters)];
        }
        book.styles = styles;
        book.texts = book.texts(texts, budget)?;
        Ok(book)
    }

    /// A text with its length in one byte.
    fn short_text(&self, content: &[u8]) -> Option<String> {
        let (&count, rest) = content.split_first()?;
        let text =
            if self.unicode { unicode(rest, count.into())? } else { western(rest.get(..count.into())?) };
        Some(text)
    }

    /// A text with its length in two bytes.
    fn long_text(&self, content: &[u8]) -> Option<String> {
        let count = usize::from(u16_at(content, 0)?);
        let rest = content.get(2..)?;
        // Whatever a cut-off text still has is shown.
        if self.unicode { unicode(rest, count) } else { Some(western(&rest[..count.min(rest.len())])) }
    }

    /// The number of a format, and whether it shows days.
    fn format(&self, content: &[u8]) -> Option<(u16, bool)> {
        let text = content.get(2..)?;
        let code = if self.unicode { self.long_text(text) } else { self.short_text(text) };
        Some((u16_at(content, 0)?, is_date(&code?)))
    }

    /// The place and name of a sheet of cells.
    fn place(&self, content: &[u8]) -> Option<Place> {
        let is_hidden = content.get(4)? & 0b11 != 0;
        let has_cells = *content.get(5)? == 0;
        let name = self.short_text(content.get(6..)?).unwrap_or_default();
        has_cells.then_some(Place { start: u32_at(content, 0)? as usize, name, is_hidden })
    }

    fn texts(&self, parts: Vec<&[u8]>, budget: &Budget) -> Result<Vec<Text>, Refusal> {
        let mut parts = Parts::new(parts);
        let mut texts = Vec::new();
        // How many there are is written twice before them.
        let Some(()) = parts.skip(8) else { return Ok(texts) };
        while let Some(text) = parts.rich_text() {
            budget.shared_text()?;
            let kept = match text.fonts.is_empty() {
                true => Text::Plain(Cell::text(String::from_utf16_lossy(&text.letters))),
                false => Text::Rich(self.runs(&text)),
            };
            budget.text(kept.bytes())?;
            texts.push(kept);
        }
        Ok(texts)
    }

    /// The pieces of a text by their fonts.
    fn runs(&self, text: &RichText) -> Shown {
        let mut shown = Shown::default();
        let (mut from, mut font, mut why) = (0, None, None);
        for &(start, next) in &text.fonts {
            let start = usize::from(start).clamp(from, text.letters.len());
            if start > from {
                shown.push(&String::from_utf16_lossy(&text.letters[from..start]), font, why);
            }
            (from, font) = (start, Some(self.letters_of(next)));
            why = self.is_struck(next).then_some(Unseen::Struck);
        }
        shown.push(&String::from_utf16_lossy(&text.letters[from..]), font, why);
        shown
    }

    /// What a font says of its letters.
    fn letters_of(&self, font: u16) -> Option<Legacy> {
        let code_page = (!self.unicode && self.vietnamese).then_some(Legacy::Windows1258);
        self.font(font).and_then(|font| font.letters).or(code_page)
    }

    fn is_struck(&self, font: u16) -> bool {
        self.font(font).is_some_and(|font| font.is_struck)
    }

    /// There is no font number 4: the fifth has number 5.
    fn font(&self, font: u16) -> Option<Font> {
        let index = if font > 4 { font - 1 } else { font };
        self.fonts.get(usize::from(index)).copied()
    }
}

/// Letters of one or two bytes, behind a byte that says which.
fn unicode(content: &[u8], count: usize) -> Option<String> {
    let (&flags, rest) = content.split_first()?;
    let letters: Vec<u16> = match flags & 1 {
        0 => rest.iter().take(count).map(|&byte| byte.into()).collect(),
        _ => rest.chunks_exact(2).take(count).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
    };
    Some(String::from_utf16_lossy(&letters))
}

/// Number formats that every Excel has and no file describes.
fn is_built_in_date(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a number format shows days or years: "dd/mm/yyyy", but not `"ngày" 0`.
fn is_date(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    code.chars().any(|letter| {
        let literal = quoted || bracketed || escaped;
        escaped = !literal && matches!(letter, '\\' | '_' | '*');
        match letter {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' => bracketed = false,
            _ => {}
        }
        !literal && matches!(letter, 'd' | 'D' | 'y' | 'Y')
    }) && !code.eq_ignore_ascii_case("standard")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_known() {
        for code in ["dd/mm/yyyy", "d-mmm-yy", "[$-42A]dd MMMM yyyy;@", "yyyy"] {
            assert!(is_date(code), "{code}");
        }
        for code in ["General", "0", "\"ngày\" 0", "[Red]0", "#,##0\\d", "@", "h:mm", "Standard"] {
            assert!(!is_date(code), "{code}");
        }
    }

    #[test]
    fn a_text_goes_on_in_the_next_record() {
        let first: &[u8] = &[4, 0, 0, b'L', b'a'];
        let second: &[u8] = &[1, b'n', 0, 0xA1, 0x1E];
        let text = Parts::new(vec![first, second]).rich_text().expect("a text");
        assert_eq!(String::from_utf16_lossy(&text.letters), "Lanạ");
    }
}
