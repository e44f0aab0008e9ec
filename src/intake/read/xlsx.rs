//! Workbooks of Excel 2007 and later.

use std::collections::HashMap;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder};
use super::archive::{self, Contents};
use super::markup::{Token, Tokens, plain};
use super::runs::Runs;
use super::watched::Watched;
use super::{Sheets, cell};
use crate::vietnamese::legacy::Legacy;

/// The visible sheets of a workbook.
pub(super) fn open(bytes: Vec<u8>, contents: &Contents, budget: &Budget) -> Result<Sheets, Refusal> {
    let strings = match contents.legacy_runs {
        true => archive::text_of(&bytes, |name| name.ends_with("sharedstrings.xml"), budget)?,
        false => None,
    };
    let runs = strings.map(|strings| runs(&strings, budget)).transpose()?.unwrap_or_default();
    let extras = Extras { merges: contents.merges, runs, budget: budget.clone() };
    let watched = Watched::new(bytes, &contents.sizes, budget)?;
    let mut workbook = Xlsx::new(watched).map_err(|error| extras.refusal(error))?;
    let visible: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    Ok(Box::new(visible.into_iter().map(move |name| grid(&mut workbook, &name, &extras))))
}

/// What calamine does not tell of a workbook's cells.
struct Extras {
    /// Whether any sheet merges cells of several rows.
    merges: bool,
    /// The pieces of texts that have fonts of before Unicode.
    runs: HashMap<String, Runs>,
    budget: Budget,
}

impl Extras {
    /// What ended the reading: the budget, or what calamine says.
    fn refusal(&self, error: XlsxError) -> Refusal {
        self.budget.ended().unwrap_or_else(|| match error {
            XlsxError::Password => Refusal::Password,
            error => Refusal::Damaged(error.to_string()),
        })
    }
}

/// The cells of one sheet, one at a time: calamine's own table would reserve every
/// cell between the first and a stray one in the last row.
fn grid(workbook: &mut Xlsx<Watched>, name: &str, extras: &Extras) -> Result<Grid, Refusal> {
    let refusal = |error| extras.refusal(error);
    extras.budget.sheet()?;
    let mut builder = GridBuilder::within(&extras.budget);
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    let fonts = legacy_fonts(cells.styles());
    if fonts.is_empty() && extras.runs.is_empty() {
        while let Some(found) = cells.next_cell().map_err(refusal)? {
            let (row, column) = found.get_position();
            extras.budget.step()?;
            if let Some(content) = cell::of(found.get_value()) {
                builder.put(row, column, content)?;
            }
        }
    } else {
        while let Some((found, style)) = cells.next_cell_with_style_id().map_err(refusal)? {
            let (row, column) = found.get_position();
            extras.budget.step()?;
            let font = fonts.get(style).copied().flatten();
            let (content, font) = match found.get_value() {
                DataRef::SharedString(text) if extras.runs.contains_key(*text) => {
                    let (text, font) = extras.runs[*text].clone().joined(font);
                    (Cell::text(text), font)
                }
                value => (cell::of(value), font),
            };
            if let Some(content) = content {
                builder.put_in(row, column, content, font)?;
            }
        }
    }
    drop(cells);
    if extras.merges {
        let blocks = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
        extras.budget.go_on()?;
        for block in blocks.iter().filter(|block| block.start.0 < block.end.0) {
            builder.fill_down(block.start.0, block.end.0, block.start.1)?;
        }
    }
    Ok(builder.finish_as(name))
}

/// By the number of a cell's style what its font says; empty when no font says
/// anything.
fn legacy_fonts(styles: &[Style]) -> Vec<Option<Legacy>> {
    let name =
        |style: &Style| style.font.as_ref().and_then(|font| font.name.as_deref().and_then(Legacy::of_font));
    let fonts: Vec<_> = styles.iter().map(name).collect();
    if fonts.iter().any(Option::is_some) { fonts } else { Vec::new() }
}

/// The texts with pieces in a font of before Unicode. calamine gives a text whole,
/// so they are found again by their letters.
fn runs(strings: &str, budget: &Budget) -> Result<HashMap<String, Runs>, Refusal> {
    let mut found = HashMap::new();
    let (mut runs, mut font, mut whole) = (Runs::default(), None, String::new());
    let (mut in_text, mut keeps_spaces, mut phonetic) = (false, false, false);
    for token in Tokens::new(strings, budget) {
        match token {
            Token::Open(tag) if tag.is("r") => font = None,
            Token::Open(tag) if tag.is("rFont") => {
                font = tag.attribute("val").map(|name| Legacy::of_font(&name));
            }
            Token::Open(tag) if tag.is("rPh") => phonetic = !tag.empty,
            Token::Close("rPh") => phonetic = false,
            Token::Open(tag) if tag.is("t") => {
                in_text = !tag.empty && !phonetic;
                keeps_spaces = tag.attribute("space").is_some_and(|space| space == "preserve");
            }
            Token::Close("t") => in_text = false,
            Token::Text(text) if in_text => {
                let text = plain(text);
                // calamine does the same; without it the text would not be found.
                let text = if keeps_spaces { &*text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                whole.push_str(text);
                runs.push(text, font);
            }
            Token::Close("si") => {
                let (whole, runs) = (std::mem::take(&mut whole), std::mem::take(&mut runs));
                font = None;
                if runs.has_font() {
                    budget.text(whole.len())?;
                    found.insert(whole, runs);
                }
            }
            _ => {}
        }
    }
    Ok(found)
}
