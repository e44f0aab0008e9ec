//! What the layout measures for the other writers: a Word file and a workbook
//! have the columns, the rows and the breaks of the PDF.

use super::flow::Frame;
use super::line::Line;
use super::run::Style;
use super::table::SetTable;
use super::typesetter::Typesetter;
use super::{Widths, head};
use crate::paper::content::{Section, Span, Table};
use crate::paper::font::Face;
use crate::paper::measures::Heading;

/// Measures the text of one paper.
pub struct Measuring<'a> {
    setter: Typesetter,
    widths: Widths<'a>,
}

/// A table measured, in points.
pub struct Measured {
    /// The edges of its columns, from the left margin.
    pub edges: Vec<f32>,
    /// Height of the group headings in its header; 0 without any.
    pub upper: f32,
    /// Height of its header.
    pub header: f32,
    /// Height of each row.
    pub rows: Vec<f32>,
}

impl<'a> Measuring<'a> {
    /// For the sections of a paper: tables with the same columns share their widths.
    pub fn new(sections: &'a [Section]) -> Self {
        Self { setter: Typesetter::default(), widths: Widths::new(sections) }
    }

    /// A table with the heights of its rows.
    pub fn table(&mut self, table: &Table, frame: &Frame) -> Measured {
        let set = SetTable::new(&mut self.setter, table, self.widths.of(table, frame.width()));
        let rows = set.rows.iter().map(|row| row.height).collect();
        Measured { upper: set.header.upper, header: set.header.height, edges: set.edges, rows }
    }

    /// The widths of the two parts of a head.
    pub fn head(&mut self, heading: &Heading, frame: &Frame) -> (f32, f32) {
        head::parts(&mut self.setter, heading, frame.width())
    }

    /// The name of an organisation in the lines of a head.
    pub fn organisation(&mut self, name: &str, bold: bool, size: f32, width: f32) -> Vec<String> {
        let lines = head::organisation_lines(&mut self.setter, name, bold, size, width);
        let text = |line: Line| line.runs.into_iter().map(|(_, run)| run.text).collect();
        lines.into_iter().map(text).collect()
    }

    /// How wide the widest word of a text is.
    pub fn widest_word(&mut self, text: &str, bold: bool, size: f32) -> f32 {
        let face = if bold { Face::Bold } else { Face::Regular };
        text.split_whitespace().map(|word| self.setter.width(face, word, size)).fold(0.0, f32::max)
    }

    /// How wide the last line of a text is, and how many lines it has.
    pub fn lines(&mut self, span: Span, size: f32, width: f32) -> (f32, usize) {
        let lines = self.setter.lines(&[span], Style::title(size), width);
        (lines.last().map_or(0.0, |line| line.width(size)), lines.len())
    }
}
