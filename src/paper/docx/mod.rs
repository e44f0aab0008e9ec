//! Papers as Word files (.docx, Office Open XML), to be edited further: real
//! styles, headings, tables with repeated headers, fields for page numbers.
//!
//! A small part of WordprocessingML is written by hand; the order of elements is
//! the one of ECMA-376, for Word refuses any other. Sizes and columns are those
//! of the PDF. The same content gives the same bytes.

mod body;
mod closing;
mod head;
mod package;
mod paragraph;
mod style;
mod stylesheet;
mod table;
mod units;
mod xml;

use super::content::{Body, Document};
use super::finding::PaperError;
use super::layout::{self, Frame, Measuring};
use body::Writer;
use xml::{NAMESPACES, Xml};

/// The paper as a file.
///
/// Errors: certificates are not text that flows; a file that cannot be put together.
pub fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let Body::Flow(sections) = &document.body else { return Err(PaperError::NotInThisForm) };
    let body = Xml::part("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            let mut writer = Writer::new(xml, Measuring::new(sections));
            for (number, section) in (1..).zip(sections) {
                writer.section(section, number, number == sections.len());
            }
        });
    });
    let footers = sections.iter().zip(pages(document, sections.len())).map(|(section, pages)| {
        Xml::part("w:ftr", &NAMESPACES, |xml| {
            body::footer(xml, section, pages, &Frame::a4(section.landscape));
        })
    });
    package::pack(&document.info, body, footers.collect())
}

/// How many pages each section has, for programs that cannot count those of one
/// section (LibreOffice shows what the file says); `None` where all can.
fn pages(document: &Document, sections: usize) -> Vec<Option<usize>> {
    if sections <= 1 {
        return vec![None; sections];
    }
    let layout = layout::lay_out(document);
    let starts = layout.outline.iter().map(|(_, page)| *page);
    let ends = starts.clone().skip(1).chain([layout.pages.len()]);
    starts.zip(ends).map(|(start, end)| Some(end - start)).collect()
}
