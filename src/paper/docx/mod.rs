//! Papers as Word files (.docx, Office Open XML), to be edited further: real
//! styles, headings, tables with repeated headers, fields for page numbers.
//!
//! A small part of WordprocessingML is written by hand; the order of elements is
//! the one of ECMA-376, for Word refuses any other. Sizes and columns are those
//! of the PDF. The same content gives the same bytes.

mod body;
mod closing;
mod edges;
mod head;
mod package;
mod paragraph;
mod style;
mod stylesheet;
mod table;
mod units;

use std::fmt::Display;

use super::content::{Body, Document, Section};
use super::finding::PaperError;
use super::layout::{self, Measuring};
use super::xml::Xml;
use body::Writer;
use edges::Edges;

/// The name spaces of the text, its heads and feet and its styles.
const NAMESPACES: [(&str, &dyn Display); 2] = [
    ("xmlns:w", &"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", &"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// The paper as a file.
///
/// Errors: certificates are not text that flows; a file that cannot be put together.
pub fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let Body::Flow(sections) = &document.body else { return Err(PaperError::NotInThisForm) };
    let edges = Edges::of(sections, &pages(document, sections));
    let body = Xml::part("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            let mut writer = Writer::new(xml, Measuring::new(sections));
            for (place, section) in sections.iter().enumerate() {
                let own: Vec<_> = edges.references(place).collect();
                writer.section(section, &own, place + 1 == sections.len());
            }
        });
    });
    package::pack(&document.info, body, edges)
}

/// How many pages each section has, for programs that cannot count those of one
/// section (LibreOffice shows what the file says); `None` where all can, and where
/// nothing says how many there are.
fn pages(document: &Document, sections: &[Section]) -> Vec<Option<usize>> {
    if sections.len() <= 1 || sections.iter().all(edges::is_letter) {
        return vec![None; sections.len()];
    }
    let layout = layout::lay_out(document);
    let starts = layout.parts().map(|part| part.page);
    let ends = starts.clone().skip(1).chain([layout.pages.len()]);
    starts.zip(ends).map(|(start, end)| Some(end - start)).collect()
}
