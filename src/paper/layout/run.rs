//! Text of one face within a line, and how text is set.

use crate::paper::font::Face;

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Size in points.
    pub size: f32,
    /// By the font's pairs: names and titles, where gaps are seen. Tables do without.
    pub kerned: bool,
    /// Space between letters, in thousandths of the size.
    pub tracking: i16,
    /// How lines are filled.
    pub wrap: Wrap,
    /// Room left free at the start of the first line, in points.
    pub indent: f32,
    /// In the faces for titles and names.
    pub display: bool,
}

/// How lines are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// Each as full as it goes: cells.
    Greedy,
    /// All lines of a paragraph together, so that none is looser than need be: justified text.
    Justified,
    /// As few lines as possible, of about the same length: centred text.
    Balanced,
}

impl Style {
    /// Text of cells and single lines.
    pub fn body(size: f32) -> Self {
        Self { size, kerned: false, tracking: 0, wrap: Wrap::Greedy, indent: 0.0, display: false }
    }

    /// Centred titles: kerned, lines of about the same length.
    pub fn title(size: f32) -> Self {
        Self { size, kerned: true, tracking: 0, wrap: Wrap::Balanced, indent: 0.0, display: false }
    }
}

/// Text of one face within a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Face.
    pub face: Face,
    /// The characters.
    pub text: String,
    /// Space after each, in thousandths; empty for none.
    pub after: Vec<i16>,
    /// Width in thousandths of the size.
    pub units: i32,
}

impl Run {
    /// Adds what follows on the line: `space` is the word space between, as its
    /// width and the letter spacing in it.
    pub(super) fn join(&mut self, space: Option<(i32, i16)>, next: Run) {
        if !self.after.is_empty() || !next.after.is_empty() {
            self.after.resize(self.text.chars().count(), 0);
            self.after.extend(space.map(|(_, tracking)| tracking));
            if next.after.is_empty() {
                self.after.resize(self.after.len() + next.text.chars().count(), 0);
            } else {
                self.after.extend(next.after);
            }
        }
        if let Some((width, _)) = space {
            self.text.push(' ');
            self.units += width;
        }
        self.text.push_str(&next.text);
        self.units += next.units;
    }
}
