//! Papers as workbooks (.xlsx), to be worked on further: real cells, numbers that
//! are numbers, header rows that repeat in print, a page set up as the PDF's.
//!
//! A worksheet for each section. The columns are those of its table; the head,
//! the title and the closing block stand in cells merged over them. Amounts, sums and
//! counts that follow from others are formulas; nothing that somebody typed is one,
//! whatever it begins with. The same content gives the same bytes.

mod blocks;
mod formats;
mod formulas;
mod grid;
mod pages;
mod rule;
mod sheet;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::content::{Block, Body, Document, Info, Section};
use super::finding::PaperError;
use super::font::composed;
use super::layout::Measuring;
use crate::workbook::{packed, sheet_name};
use formats::Formats;
use sheet::Sheet;

/// The paper as a file.
///
/// Errors: certificates are not lists; more rows than Excel has (1,048,576), or
/// a cell with more than 32,767 letters.
pub fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let Body::Flow(sections) = &document.body else { return Err(PaperError::NotInThisForm) };
    book(&document.info, sections).map_err(|error| PaperError::Write(error.to_string()))
}

fn book(info: &Info, sections: &[Section]) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new();
    let mut measuring = Measuring::new(sections);
    let mut book = Workbook::new();
    book.set_default_format(&formats.base, formats::DEFAULT_ROW, formats::DEFAULT_COLUMN)?;
    book.set_properties(&properties(info)?);
    let sheets: Vec<(&Section, &[Block])> =
        sections.iter().flat_map(|section| parts(section).map(move |part| (section, part))).collect();
    let mut names: Vec<String> = Vec::new();
    for (section, blocks) in &sheets {
        let page = book.add_worksheet();
        let name = unique(sheet_name(&composed(&section.name)), &names);
        page.set_name(&name)?;
        names.push(name);
        let mut sheet = Sheet::begin(page, section, blocks, &mut measuring, &formats)?;
        for block in *blocks {
            blocks::write(&mut sheet, block)?;
        }
        sheet.set_up_page(section, sheets.len() == 1)?;
    }
    if sheets.is_empty() {
        // A workbook has at least one worksheet.
        book.add_worksheet();
    }
    packed(book)
}

/// A section in what goes on one worksheet each: a table that begins on a new
/// page has columns of its own.
fn parts(section: &Section) -> impl Iterator<Item = &[Block]> {
    let mut rest: Option<&[Block]> = Some(&section.blocks);
    std::iter::from_fn(move || {
        let blocks = rest?;
        let has_table = |blocks: &[Block]| blocks.iter().any(|block| matches!(block, Block::Table(_)));
        let mut breaks = (0..blocks.len()).filter(|&at| matches!(blocks[at], Block::PageBreak));
        match breaks.find(|&at| has_table(&blocks[..at]) && has_table(&blocks[at..])) {
            Some(at) => {
                rest = Some(&blocks[at + 1..]);
                Some(&blocks[..at])
            }
            None => {
                rest = None;
                Some(blocks)
            }
        }
    })
}

/// The name, numbered where another sheet has it: Excel compares without case.
fn unique(name: String, taken: &[String]) -> String {
    let is_free = |name: &str| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    if is_free(&name) {
        return name;
    }
    let numbered = |number: usize| {
        let end = format!(" ({number})");
        let kept: String = name.chars().take(31 - end.chars().count()).collect();
        format!("{}{end}", kept.trim_end())
    };
    // One of so many is free: fewer are taken.
    (2..taken.len() + 3).map(numbered).find(|name| is_free(name)).unwrap_or(name)
}

/// What the file says of itself. Excel wants a day; where the data have none it is
/// a constant, never the clock.
fn properties(info: &Info) -> Result<DocProperties, XlsxError> {
    let day = info.date.and_then(|date| date.calendar());
    let day = match day.filter(|day| day.year() >= 1900) {
        Some(day) => {
            let (year, month, day) = (day.year().unsigned_abs(), day.month(), day.day());
            ExcelDateTime::from_ymd(year, month.unsigned_abs(), day.unsigned_abs())?
        }
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    Ok(DocProperties::new()
        .set_title(composed(&info.title))
        .set_subject(composed(&info.subject))
        .set_author(composed(&info.author))
        .set_creation_datetime(&day))
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn sheets_of_one_name_are_numbered() {
        let mut names = Vec::new();
        for _ in 0..3 {
            names.push(unique("CỤM 1 – Nhà văn hóa xã Tam Đại".to_owned(), &names));
        }
        assert_eq!(names[1], "CỤM 1 – Nhà văn hóa xã Tam (2)");
        assert_eq!(names[2], "CỤM 1 – Nhà văn hóa xã Tam (3)");
        assert_eq!(unique("cụm 1 – nhà văn hóa xã tam đại".to_owned(), &names).chars().last(), Some(')'));
    }
}
