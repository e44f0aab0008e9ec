//! Paragraphs and the runs of text in them.

use std::fmt::Display;

use super::style::Style;
use super::units::{half_points, twips};
use crate::paper::content::Span;
use crate::paper::font::composed;
use crate::paper::line_breaking::{BOX, BOX_SIZE, unbroken};
use crate::paper::xml::Xml;

/// What a paragraph has besides its style. Lengths in points.
#[derive(Clone, Copy, Default)]
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// Stays on the page of what follows.
    pub keep_next: bool,
    /// Begins a page.
    pub breaks_page: bool,
    /// A line over it.
    pub line_over: bool,
    /// Room before it, instead of what its style has.
    pub before: Option<f32>,
    /// Room after it, instead of what its style has.
    pub after: Option<f32>,
    /// Exact height of its lines.
    pub exactly: Option<f32>,
    /// Indents left and right.
    pub sides: Option<(f32, f32)>,
    /// Where a tab ends its text at the right.
    pub right_tab: Option<f32>,
    /// Up to where a tab draws dots.
    pub dots_to: Option<f32>,
    /// Its first line is not indented.
    pub flush: bool,
}

/// How a run of text differs from the style of its paragraph.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck through.
    pub struck: bool,
    /// Size in points.
    pub size: Option<f32>,
}

impl Look {
    /// Bold text of a size.
    pub fn bold(size: f32) -> Self {
        Self { bold: true, ..Self::sized(size) }
    }

    /// Italic text of a size.
    pub fn italic(size: f32) -> Self {
        Self { italic: true, ..Self::sized(size) }
    }

    /// Upright text of a size.
    pub fn sized(size: f32) -> Self {
        Self { size: Some(size), ..Self::default() }
    }
}

impl Paragraph {
    /// A paragraph of a style.
    pub fn of(style: Style) -> Self {
        Self { style, ..Self::default() }
    }

    /// Writes it with what it says.
    pub fn write(&self, xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
        self.write_ending(xml, |_| {}, content);
    }

    /// Writes it with what ends its properties: those of the section it closes.
    pub fn write_ending(&self, xml: &mut Xml, end: impl FnOnce(&mut Xml), content: impl FnOnce(&mut Xml)) {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                self.properties(xml);
                end(xml);
            });
            content(xml);
        });
    }

    /// Writes it with one text.
    pub fn say(&self, xml: &mut Xml, text: &str, look: Look) {
        self.write(xml, |xml| run(xml, text, look));
    }

    /// In the order of CT_PPr.
    fn properties(&self, xml: &mut Xml) {
        xml.value("w:pStyle", self.style.id());
        xml.flag("w:keepNext", self.keep_next);
        xml.flag("w:pageBreakBefore", self.breaks_page);
        if self.line_over {
            xml.element("w:pBdr", &[], |xml| {
                let look: [(&str, &dyn Display); 4] =
                    [("w:val", &"single"), ("w:sz", &6), ("w:space", &0), ("w:color", &"000000")];
                xml.empty("w:top", &look);
            });
        }
        if let Some(tab) = self.right_tab {
            xml.element("w:tabs", &[], |xml| {
                xml.empty("w:tab", &[("w:val", &"right"), ("w:pos", &twips(tab))]);
            });
        }
        if let Some(end) = self.dots_to {
            xml.element("w:tabs", &[], |xml| {
                let tab: [(&str, &dyn Display); 3] =
                    [("w:val", &"right"), ("w:leader", &"dot"), ("w:pos", &twips(end))];
                xml.empty("w:tab", &tab);
            });
        }
        let (before, after) = (self.before.map(twips), self.after.map(twips));
        let exactly = self.exactly.map(twips);
        let mut spacing: Vec<(&str, &dyn Display)> = Vec::new();
        if let Some(before) = &before {
            spacing.push(("w:before", before));
        }
        if let Some(after) = &after {
            spacing.push(("w:after", after));
        }
        if let Some(height) = &exactly {
            spacing.extend([("w:line", height as &dyn Display), ("w:lineRule", &"exact")]);
        }
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
        if let Some((left, right)) = self.sides {
            xml.empty("w:ind", &[("w:left", &twips(left)), ("w:right", &twips(right))]);
        } else if self.flush {
            xml.empty("w:ind", &[("w:firstLine", &0)]);
        }
    }
}

/// Writes spans of running text: a date in it does not part.
pub fn spans(xml: &mut Xml, spans: &[Span]) {
    for span in spans {
        run(xml, &span.text, Look { bold: span.bold, italic: span.italic, ..Look::default() });
    }
}

/// Writes running text of one look: a date in it does not part.
pub fn run(xml: &mut Xml, text: &str, look: Look) {
    cell_run(xml, &unbroken(&composed(text)), look);
}

/// Writes text as it is: what stands in a cell is searched for and copied.
pub fn cell_run(xml: &mut Xml, text: &str, look: Look) {
    if text.is_empty() {
        return;
    }
    // A box to tick is larger than its text, as in the PDF.
    if text.contains(BOX) && text != BOX {
        for (index, words) in text.split(BOX).enumerate() {
            if index > 0 {
                cell_run(xml, BOX, look);
            }
            cell_run(xml, words, look);
        }
        return;
    }
    let look = if text == BOX { Look { size: Some(BOX_SIZE), ..look } } else { look };
    xml.element("w:r", &[], |xml| {
        properties(xml, look);
        // Word drops spaces at the ends of a text unless it is told to keep them.
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(text));
        } else {
            xml.element("w:t", &[], |xml| xml.text(text));
        }
    });
}

/// Writes a field, with what it shows until Word counts anew.
pub fn field(xml: &mut Xml, name: &str, shown: &str) {
    xml.element("w:fldSimple", &[("w:instr", &name)], |xml| cell_run(xml, shown, Look::default()));
}

/// In the order of CT_RPr.
fn properties(xml: &mut Xml, look: Look) {
    if !look.bold && !look.italic && !look.struck && look.size.is_none() {
        return;
    }
    xml.element("w:rPr", &[], |xml| {
        xml.flag("w:b", look.bold);
        xml.flag("w:i", look.italic);
        xml.flag("w:strike", look.struck);
        if let Some(size) = look.size {
            xml.value("w:sz", half_points(size));
            xml.value("w:szCs", half_points(size));
        }
    });
}

/// Dots up to the tab, a space after the words before them.
pub fn dots(xml: &mut Xml, alone: bool) {
    if !alone {
        cell_run(xml, " ", Look::default());
    }
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
}
