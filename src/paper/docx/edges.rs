//! What stands in the margins over and under the text: the number of a page, and what a loose sheet belongs to.

use super::NAMESPACES;
use super::paragraph::{Look, Paragraph, cell_run, field};
use super::style::Style;
use crate::paper::content::Section;
use crate::paper::font::composed;
use crate::paper::layout::Frame;
use crate::paper::xml::Xml;

/// Over or under the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Over it.
    Head,
    /// Under it.
    Foot,
}

impl Edge {
    /// What its parts are called in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "header",
            Self::Foot => "footer",
        }
    }

    fn root(self) -> &'static str {
        match self {
            Self::Head => "w:hdr",
            Self::Foot => "w:ftr",
        }
    }

    /// The element by which a section names one.
    pub fn reference(self) -> &'static str {
        match self {
            Self::Head => "w:headerReference",
            Self::Foot => "w:footerReference",
        }
    }
}

/// The heads and feet of a paper. Sections that have the same share one part.
pub struct Edges {
    /// What they say, each once.
    pub parts: Vec<(Edge, String)>,
    /// By section: the places of its own among them.
    sections: Vec<Vec<usize>>,
}

impl Edges {
    /// Those of the sections; `pages` is how many pages each has where it is not the only one.
    ///
    /// A section without one of its own would go on with that of the section before, so each has whatever any has.
    pub fn of(sections: &[Section], pages: &[Option<usize>]) -> Self {
        let mut all = Self { parts: Vec::new(), sections: Vec::new() };
        let wanted = [Edge::Head, Edge::Foot].map(|edge| {
            let is_of = |section: &Section| is_letter(section) == (edge == Edge::Head);
            (edge, sections.iter().any(is_of))
        });
        for (section, &pages) in sections.iter().zip(pages) {
            let own = wanted.iter().filter(|(_, wanted)| *wanted).map(|&(edge, _)| {
                let part = Xml::part(edge.root(), &NAMESPACES, |xml| match (edge, is_letter(section)) {
                    (Edge::Head, true) => head(xml),
                    (Edge::Foot, false) => foot(xml, section, pages, &Frame::a4(section.landscape)),
                    (Edge::Head, false) => Paragraph::of(Style::Head).write(xml, |_| {}),
                    (Edge::Foot, true) => Paragraph::of(Style::Foot).write(xml, |_| {}),
                });
                (edge, part)
            });
            let places = own.map(|part| {
                let known = all.parts.iter().rposition(|known| *known == part);
                known.unwrap_or_else(|| {
                    all.parts.push(part);
                    all.parts.len() - 1
                })
            });
            let places = places.collect();
            all.sections.push(places);
        }
        all
    }

    /// How a section, counted from 0, names its own.
    pub fn references(&self, section: usize) -> impl Iterator<Item = (Edge, String)> {
        let own = self.sections.get(section).into_iter().flatten();
        own.filter_map(|&place| Some((self.parts.get(place)?.0, id(place))))
    }
}

/// The id by which sections name a part, by its place.
pub fn id(place: usize) -> String {
    format!("rIdEdge{}", place + 1)
}

/// Whether a section is a letter: see [`Section::footer`].
pub fn is_letter(section: &Section) -> bool {
    section.footer.is_empty()
}

/// The number of the page in the middle, as Nghị định 30/2020/NĐ-CP, Phụ lục I has it. The first page has none: it has
/// no head.
fn head(xml: &mut Xml) {
    Paragraph::of(Style::PageNumber).write(xml, |xml| field(xml, "PAGE", "2"));
}

/// How a list is filled in, what a loose sheet belongs to, and which of how many it is. `pages` is how many there are in
/// this section if it is not the only one.
fn foot(xml: &mut Xml, section: &Section, pages: Option<usize>, frame: &Frame) {
    if !section.help.is_empty() {
        Paragraph::of(Style::Help).write(xml, |xml| cell_run(xml, &composed(&section.help), Look::default()));
    }
    let right_tab = Some(frame.width());
    Paragraph { right_tab, ..Paragraph::of(Style::Foot) }.write(xml, |xml| {
        cell_run(xml, &composed(&section.footer), Look { italic: true, ..Look::default() });
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        cell_run(xml, "Trang ", Look::default());
        field(xml, "PAGE", "1");
        cell_run(xml, "/", Look::default());
        match pages {
            Some(pages) => field(xml, "SECTIONPAGES", &pages.to_string()),
            None => field(xml, "NUMPAGES", "1"),
        }
    });
}
