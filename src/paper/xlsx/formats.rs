//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::paper::measures::{CELL, COLUMN_HEAD};

/// The typeface of every cell.
const TYPEFACE: &str = "Times New Roman";
/// Size of a cell that nothing is said of. Widths of columns count in its digits:
/// at this size one has just eight pixels, so that no program has to round.
const DEFAULT_SIZE: f32 = 12.0;
/// Height of a row that nothing is said of, in pixels.
pub const DEFAULT_ROW: u32 = 21;
/// Width of a column that nothing is said of, in pixels: what Excel has for
/// digits of eight.
pub const DEFAULT_COLUMN: u32 = 72;

/// Text outside the table.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Size in points.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// In the middle of its cells.
    pub centred: bool,
}

/// What a cell of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, or a number.
    Plain,
    /// Something Excel would take for a number or a formula when it is typed again.
    Text,
}

/// The looks of table cells, made once.
pub struct Formats {
    /// What every cell starts from.
    pub base: Format,
    /// A column heading.
    pub head: Format,
    /// A group heading.
    pub group: Format,
    cells: Vec<Format>,
}

impl Formats {
    /// Makes them.
    pub fn new() -> Self {
        let base = Format::new().set_font_name(TYPEFACE).set_font_size(DEFAULT_SIZE);
        let boxed = base
            .clone()
            .set_font_size(CELL)
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        let boxed = boxed.set_text_wrap();
        let mut cells = Vec::new();
        for place in 0..16 {
            let mut format = boxed.clone();
            if place & 1 != 0 {
                format = format.set_align(FormatAlign::Center);
            }
            if place & 2 != 0 {
                format = format.set_font_strikethrough();
            }
            if place & 4 != 0 {
                format = format.set_num_format("@");
            }
            if place & 8 != 0 {
                format = format.set_bold();
            }
            cells.push(format);
        }
        let head = boxed.clone().set_bold().set_font_size(COLUMN_HEAD).set_align(FormatAlign::Center);
        Self { group: boxed, head, base, cells }
    }

    /// The look of a cell of the table.
    pub fn cell(&self, centred: bool, struck: bool, bold: bool, kind: Kind) -> &Format {
        let text = kind == Kind::Text;
        let place =
            [centred, struck, text, bold].iter().rev().fold(0, |place, &is| place << 1 | usize::from(is));
        &self.cells[place]
    }

    /// The look of text outside the table.
    pub fn text(&self, look: Look) -> Format {
        let format = self.run(look).set_text_wrap().set_align(FormatAlign::Top);
        if look.centred { format.set_align(FormatAlign::Center) } else { format }
    }

    /// The look of a part of a text.
    pub fn run(&self, look: Look) -> Format {
        let mut format = self.base.clone().set_font_size(look.size);
        if look.bold {
            format = format.set_bold();
        }
        if look.italic {
            format = format.set_italic();
        }
        format
    }
}
