//! A worksheet being filled from top to bottom.

use rust_xlsxwriter::{Format, IgnoreError, Note, Worksheet, XlsxError};

use super::formats::{Formats, Look};
use super::formulas::{Formula, Listed};
use super::grid::Grid;
use super::pages::Pages;
use crate::paper::content::{Block, Section, Span};
use crate::paper::font::composed;
use crate::paper::layout::{Frame, Measured, Measuring, TitleStyle, title_style};
use crate::paper::measures::{FOOT_HEIGHT, MM};

/// Columns are so much wider than those of the PDF: on the screen the same text
/// takes a little more. Printed, the sheet is fitted to the width of the page.
pub const ROOMIER: f32 = 1.05;
/// Height of a line as Excel sets it, as a part of its size.
pub const LINE: f32 = 1.36;
/// What Excel keeps free at the sides of a cell, both together.
const PADDING: f32 = 4.0;
/// The tallest row Excel knows, in points.
const TALLEST: f32 = 409.0;
/// Pixels in a point, as Excel counts them.
const PIXELS: f32 = 96.0 / 72.0;
/// Excel's number for A4.
const A4: u8 = 9;
/// Points in an inch.
const INCH: f64 = 72.0;
/// Width and height of a note, in pixels.
const NOTE: (u32, u32) = (260, 60);
/// The tallest head of a sheet that stays on the screen while its rows are scrolled, in points: what is taller would
/// leave a small screen no room for rows.
const TALLEST_FROZEN: f32 = 250.0;
/// The longest foot of a page that Excel takes, with its codes.
const LONGEST_FOOT: usize = 200;

/// What is written to.
pub struct Sheet<'s, 'a> {
    /// The worksheet.
    pub page: &'s mut Worksheet,
    /// Measures text.
    pub measuring: &'s mut Measuring<'a>,
    /// The looks of its cells.
    pub formats: &'s Formats,
    /// Its columns.
    pub grid: Grid,
    /// The shape of its pages.
    pub frame: Frame,
    /// How its titles are set.
    pub style: TitleStyle,
    /// The next row.
    pub row: u32,
    /// The tables that are still to come, measured, the next one last.
    pub tables: Vec<Measured>,
    /// The rows of the first header: they repeat on every printed page.
    pub header: Option<(u32, u32)>,
    /// Where the rows begin that stay with the closing block.
    pub tail: Option<u32>,
    /// The rows of the last table that may be counted.
    pub listed: Option<Listed>,
    /// The heights of the rows so far.
    heights: Vec<f32>,
    breaks: Vec<u32>,
}

impl<'s, 'a> Sheet<'s, 'a> {
    /// Begins a worksheet for these blocks.
    pub fn begin(
        page: &'s mut Worksheet,
        section: &Section,
        blocks: &[Block],
        measuring: &'s mut Measuring<'a>,
        formats: &'s Formats,
    ) -> Result<Self, XlsxError> {
        let frame = Frame::a4(section.landscape);
        let mut tables = Vec::new();
        for block in blocks {
            if let Block::Table(table) = block {
                tables.push(measuring.table(table, &frame));
            }
        }
        // What is not known yet says nothing, also where it is reckoned.
        page.set_formula_result_default("");
        let grid = Grid::of(&tables, frame.width());
        for (column, width) in (0..).zip(grid.widths()) {
            page.set_column_width_pixels(column, pixels(width * ROOMIER))?;
        }
        tables.reverse();
        Ok(Self {
            page,
            measuring,
            formats,
            grid,
            frame,
            style: title_style(section),
            row: 0,
            tables,
            header: None,
            tail: None,
            listed: None,
            heights: Vec::new(),
            breaks: Vec::new(),
        })
    }

    /// Ends the row with a height in points.
    pub fn end_row(&mut self, height: f32) -> Result<(), XlsxError> {
        // Excel knows heights in whole pixels only.
        let height = ((height * PIXELS).round() / PIXELS).min(TALLEST);
        self.page.set_row_height(self.row, f64::from(height))?;
        self.heights.push(height);
        self.row += 1;
        Ok(())
    }

    /// A row with nothing in it.
    pub fn gap(&mut self, height: f32) -> Result<(), XlsxError> {
        self.end_row(height)
    }

    /// What follows is printed on a new page.
    pub fn break_page(&mut self) {
        if self.row > 0 {
            self.breaks.push(self.row);
        }
    }

    /// Puts text into cells of the row merged from one column to another; how many
    /// lines it takes there.
    pub fn put(&mut self, (from, to): (u16, u16), spans: &[Span], look: Look) -> Result<usize, XlsxError> {
        let format = self.formats.text(look);
        let parts: Vec<(Span, String)> = spans
            .iter()
            .map(|span| (span.clone(), composed(&span.text).into_owned()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let whole: String = parts.iter().map(|(_, text)| text.as_str()).collect();
        let shape = Span { text: whole.clone(), bold: look.bold, italic: look.italic };
        let plain = |span: &Span| (look.bold || !span.bold) && (look.italic || !span.italic);
        if parts.iter().all(|(span, _)| plain(span)) {
            self.write(self.row, (from, to), &whole, &format)?;
        } else {
            self.write(self.row, (from, to), "", &format)?;
            let runs: Vec<(Format, &str)> = parts
                .iter()
                .map(|(span, text)| {
                    let (bold, italic) = (span.bold || look.bold, span.italic || look.italic);
                    (self.formats.run(Look { bold, italic, ..look }), text.as_str())
                })
                .collect();
            let runs: Vec<(&Format, &str)> = runs.iter().map(|(format, text)| (format, *text)).collect();
            self.page.write_rich_string_with_format(self.row, from, &runs, &format)?;
        }
        let room = self.room(self.grid.right(to) - self.grid.left(from));
        Ok(self.measuring.lines(shape, look.size, room).1)
    }

    /// The room for text in cells that are so wide in the PDF.
    pub fn room(&self, width: f32) -> f32 {
        width * ROOMIER - PADDING
    }

    /// Writes text into one cell or several merged.
    pub fn write(
        &mut self,
        row: u32,
        (from, to): (u16, u16),
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if to > from {
            self.page.merge_range(row, from, row, to, text, format)?;
        } else if text.is_empty() {
            self.page.write_blank(row, from, format)?;
        } else {
            self.page.write_string_with_format(row, from, text, format)?;
        }
        Ok(())
    }

    /// Writes a formula with what it comes to into one cell or several merged.
    pub fn write_formula(
        &mut self,
        row: u32,
        (from, to): (u16, u16),
        formula: &Formula,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if to > from {
            self.page.merge_range(row, from, row, to, "", format)?;
        }
        let formula = rust_xlsxwriter::Formula::new(&formula.text).set_result(&formula.result);
        self.page.write_formula_with_format(row, from, formula, format)?;
        Ok(())
    }

    /// Says something beside a cell of the row that does not print.
    pub fn note(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        let note = Note::new(text).add_author_prefix(false).set_width(NOTE.0).set_height(NOTE.1);
        self.page.insert_note(self.row, column, &note)?;
        Ok(())
    }

    /// Ends the page before the last rows when what was written since would not
    /// stand on one page with them: a signature does not stand alone.
    pub fn keep_tail(&mut self) {
        let Some(tail) = self.tail.take() else { return };
        let pages = Pages {
            room: self.frame.height() / self.scale() - 1.0,
            heights: &self.heights,
            header: self.header,
            breaks: &self.breaks,
        };
        if pages.parts(tail) {
            self.breaks.push(tail);
        }
    }

    /// How small the sheet is printed to fit the width of the page: whole percents.
    fn scale(&self) -> f32 {
        let width: f32 = self.grid.widths().map(|width| pixels(width * ROOMIER) as f32 / PIXELS).sum();
        ((self.frame.width() / width.max(1.0) * 100.0).floor() / 100.0).clamp(0.1, 1.0)
    }

    /// Page, margins, foot, and what repeats in print.
    pub fn set_up_page(self, section: &Section, alone: bool) -> Result<(), XlsxError> {
        let (page, frame) = (self.page, self.frame);
        let inches = |points: f32| (f64::from(points) / INCH * 1000.0).round() / 1000.0;
        let foot = inches(FOOT_HEIGHT * 0.75);
        page.set_margins(
            inches(frame.left),
            inches(frame.page_width - frame.right),
            inches(frame.top),
            inches(frame.page_height - frame.bottom),
            foot,
            foot,
        );
        page.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_first_page_number(1);
        page.set_footer(footer(section, alone));
        page.set_screen_gridlines(false);
        if section.landscape {
            page.set_landscape();
        }
        if let Some((first, last)) = self.header {
            page.set_repeat_rows(first, last)?;
            let frozen = usize::try_from(last).ok().and_then(|last| self.heights.get(..=last));
            if frozen.is_some_and(|rows| rows.iter().sum::<f32>() <= TALLEST_FROZEN) {
                page.set_freeze_panes(last + 1, 0)?;
            }
        }
        if !self.breaks.is_empty() {
            page.set_page_breaks(&self.breaks)?;
        }
        if self.row > 0 {
            // Telephone numbers are text on purpose: no green corners.
            let last = self.grid.last();
            page.ignore_error_range(0, 0, self.row - 1, last, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }
}

/// The foot of the printed pages. Excel counts the pages of all sheets that are
/// printed together, so the count stands there only when there is one sheet.
fn footer(section: &Section, alone: bool) -> String {
    let face = |style: &str| format!("&\"Times New Roman,{style}\"&9");
    let help = match section.help.as_str() {
        "" => String::new(),
        help => format!("{} {}\n", face("Regular"), composed(help).replace('&', "&&")),
    };
    let room = LONGEST_FOOT.saturating_sub(help.chars().count());
    let text: String = composed(&section.footer).replace('&', "&&").chars().take(room).collect();
    // A sign that is cut in half would begin a code.
    let text = if text.matches('&').count() % 2 == 1 { text.trim_end_matches('&') } else { &text };
    let count = if alone { "/&N" } else { "" };
    format!("&L{help}{} {text}&R{} Trang &P{count}", face("Italic"), face("Regular"))
}

/// Points as Excel counts them on the screen.
pub fn pixels(points: f32) -> u32 {
    (points.max(0.0) * PIXELS).round() as u32
}

/// The least height of a row of people signing is kept; text that breaks gets the
/// height Excel needs for it.
pub fn row_height(measured: f32, least: f32) -> f32 {
    if measured <= least + 0.1 { least } else { measured * 1.12 }
}

/// Millimetres as points.
pub fn mm(millimetres: f32) -> f32 {
    millimetres * MM
}
