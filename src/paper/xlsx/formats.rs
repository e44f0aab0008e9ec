//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::paper::content::Align;
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
    /// An amount in đồng, in groups of three digits.
    Amount,
    /// A number in two digits at least.
    TwoDigits,
    /// A rate, in percent.
    Percent,
}

/// The looks of table cells, made once.
pub struct Formats {
    /// What every cell starts from.
    pub base: Format,
    /// A column heading.
    pub head: Format,
    /// A group heading.
    pub group: Format,
    /// A group heading that counts its rows.
    pub counted_group: Format,
    cells: Vec<Format>,
}

/// Every look of a cell, in the order in which they are kept.
fn cell_looks() -> impl Iterator<Item = (Align, Kind, bool, bool)> {
    let aligns = [Align::Left, Align::Centre, Align::Right];
    let kinds = [Kind::Plain, Kind::Text, Kind::Amount, Kind::TwoDigits, Kind::Percent];
    let shapes = aligns.into_iter().flat_map(move |align| kinds.map(|kind| (align, kind)));
    shapes.flat_map(|(align, kind)| {
        [(false, false), (false, true), (true, false), (true, true)]
            .map(|(struck, bold)| (align, kind, struck, bold))
    })
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
        for (align, kind, struck, bold) in cell_looks() {
            let mut format = match align {
                Align::Left => boxed.clone(),
                Align::Centre => boxed.clone().set_align(FormatAlign::Center),
                Align::Right => boxed.clone().set_align(FormatAlign::Right),
            };
            format = match kind {
                Kind::Plain => format,
                Kind::Text => format.set_num_format("@"),
                Kind::Amount => format.set_num_format("#,##0"),
                Kind::TwoDigits => format.set_num_format("00"),
                Kind::Percent => format.set_num_format("0%"),
            };
            if struck {
                format = format.set_font_strikethrough();
            }
            if bold {
                format = format.set_bold();
            }
            cells.push(format);
        }
        let head = boxed.clone().set_bold().set_font_size(COLUMN_HEAD).set_align(FormatAlign::Center);
        let counted_group = boxed.clone().set_bold();
        Self { group: boxed, counted_group, head, base, cells }
    }

    /// The look of a cell of the table.
    pub fn cell(&self, align: Align, kind: Kind, struck: bool, bold: bool) -> &Format {
        let place = cell_looks().position(|look| look == (align, kind, struck, bold));
        // Every look there is has its place.
        &self.cells[place.unwrap_or_default()]
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
