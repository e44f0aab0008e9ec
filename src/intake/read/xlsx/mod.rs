//! Workbooks of Excel 2007 and later.

mod book;
mod marks;
mod strings;

use std::collections::HashMap;

use calamine::{Color, DataRef, Fill, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::tint::{Hue, Painted, Tint};
use super::super::unseen::Unseen;
use super::archive::{self, Contents, Parts};
use super::runs::Runs;
use super::watched::Watched;
use super::{MOST_HIDDEN_ROWS, Sheets, cell};
use crate::vietnamese::legacy::Legacy;
use marks::Marks;
use strings::Special;

/// The sheets of a workbook.
pub(super) fn open(bytes: Vec<u8>, contents: &Contents, budget: &Budget) -> Result<Sheets, Refusal> {
    let strings = match contents.legacy_runs || contents.struck_runs {
        true => archive::text_of(&bytes, |name| name.ends_with("sharedstrings.xml"), budget)?,
        false => None,
    };
    let special = strings.map(|strings| strings::special(&strings, budget)).transpose()?.unwrap_or_default();
    let marks = marks_of_sheets(&bytes, contents, &special, budget)?;
    let extras = Extras { merges: contents.merges, runs: special.fonts, marks, budget: budget.clone() };
    let watched = Watched::new(bytes, &contents.sizes, budget)?;
    let mut workbook = Xlsx::new(watched).map_err(|error| extras.refusal(error))?;
    let sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    Ok(Box::new(sheets.into_iter().map(move |(name, is_hidden)| {
        match grid(&mut workbook, &name, &extras, is_hidden) {
            // Nobody misses a list in a hidden sheet that cannot be read.
            Err(refusal) if is_hidden => match extras.budget.ended() {
                Some(refusal) => Err(refusal),
                None => {
                    tracing::debug!(?refusal, "a hidden sheet cannot be read");
                    Ok(Grid { name, is_hidden, ..Grid::default() })
                }
            },
            outcome => outcome,
        }
    })))
}

/// What is not to be seen in each sheet that has such marks, by its name.
fn marks_of_sheets(
    bytes: &[u8],
    contents: &Contents,
    special: &Special,
    budget: &Budget,
) -> Result<HashMap<String, Marks>, Refusal> {
    let mut found = HashMap::new();
    let has_comments = contents.names.iter().any(|name| name.contains("comments"));
    if contents.marked_sheets.is_empty() && special.struck.is_empty() && !has_comments {
        return Ok(found);
    }
    let mut parts = Parts::of(bytes, budget)?;
    for (name, part) in book::sheets(&mut parts, budget)? {
        let mut marks = Marks::default();
        if contents.marked_sheets.contains(&part) || !special.struck.is_empty() {
            marks = marks::read(&mut parts, &part, &special.struck, budget)?;
            marks.filter(book::filtered_tables(&mut parts, &part, budget)?);
        }
        if has_comments {
            marks.comments = book::comments(&mut parts, &part, budget)?;
        }
        found.insert(name, marks);
    }
    Ok(found)
}

/// What calamine does not tell of a workbook's cells.
struct Extras {
    /// Whether any sheet merges cells of several rows.
    merges: bool,
    /// The pieces of texts that have fonts of before Unicode.
    runs: HashMap<String, Runs>,
    /// What is not to be seen, by the name of the sheet.
    marks: HashMap<String, Marks>,
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
fn grid(workbook: &mut Xlsx<Watched>, name: &str, extras: &Extras, is_hidden: bool) -> Result<Grid, Refusal> {
    let refusal = |error| extras.refusal(error);
    extras.budget.sheet()?;
    let mut builder = GridBuilder::within(&extras.budget);
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    let styles = CellStyles::of(cells.styles());
    let marks = extras.marks.get(name);
    let enough = |builder: &GridBuilder| is_hidden && builder.len() >= MOST_HIDDEN_ROWS;
    if styles.is_plain() && extras.runs.is_empty() && marks.is_none() {
        while let Some(found) = cells.next_cell().map_err(refusal)? {
            let (row, column) = found.get_position();
            extras.budget.step()?;
            if let Some(content) = cell::of(found.get_value()) {
                builder.put(row, column, content)?;
            }
            if enough(&builder) {
                break;
            }
        }
    } else {
        while let Some((found, style)) = cells.next_cell_with_style_id().map_err(refusal)? {
            let (row, column) = found.get_position();
            extras.budget.step()?;
            let font = styles.font(style);
            styles.tints(style).for_each(|tint| builder.tint(row, tint));
            if styles.is_struck(style) {
                builder.unseen_cell(row, column, Unseen::Struck);
            } else if let Some(shown) = marks.and_then(|marks| marks.struck.get(&(row, column))) {
                shown.clone().put(&mut builder, (row, column), font)?;
                continue;
            }
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
            if enough(&builder) {
                break;
            }
        }
    }
    drop(cells);
    if let Some(marks) = marks {
        marks.put(&mut builder)?;
    }
    if extras.merges {
        let blocks = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
        extras.budget.go_on()?;
        for block in blocks.iter().filter(|block| block.start.0 < block.end.0) {
            builder.fill_down(block.start.0, block.end.0, block.start.1)?;
        }
    }
    Ok(Grid { is_hidden, ..builder.finish_as(name) })
}

/// What the styles of cells say of their letters, by number.
struct CellStyles {
    /// Empty when no font says anything.
    fonts: Vec<Option<Legacy>>,
    /// Empty when none is struck.
    struck: Vec<bool>,
    /// The colours of ground and letters; empty when none has any.
    tints: Vec<[Option<Tint>; 2]>,
}

impl CellStyles {
    fn of(styles: &[Style]) -> Self {
        let name = |style: &Style| {
            style.font.as_ref().and_then(|font| font.name.as_deref().and_then(Legacy::of_font))
        };
        let is_struck = |style: &Style| style.font.as_ref().is_some_and(|font| font.strikethrough);
        let mut fonts: Vec<_> = styles.iter().map(name).collect();
        let mut struck: Vec<_> = styles.iter().map(is_struck).collect();
        if !fonts.iter().any(Option::is_some) {
            fonts.clear();
        }
        if !struck.contains(&true) {
            struck.clear();
        }
        let mut tints: Vec<_> = styles.iter().map(tints_of).collect();
        if tints.iter().flatten().all(Option::is_none) {
            tints.clear();
        }
        Self { fonts, struck, tints }
    }

    fn is_plain(&self) -> bool {
        self.fonts.is_empty() && self.struck.is_empty() && self.tints.is_empty()
    }

    fn tints(&self, style: usize) -> impl Iterator<Item = Tint> {
        self.tints.get(style).copied().unwrap_or_default().into_iter().flatten()
    }

    fn font(&self, style: usize) -> Option<Legacy> {
        self.fonts.get(style).copied().flatten()
    }

    fn is_struck(&self, style: usize) -> bool {
        self.struck.get(style).copied().unwrap_or_default()
    }
}

/// The colours of the ground and of the letters of a style.
fn tints_of(style: &Style) -> [Option<Tint>; 2] {
    let tint = |of, color: Option<Color>| {
        let color = color?;
        Some(Tint { of, hue: Hue::of_rgb([color.red, color.green, color.blue])? })
    };
    let ground = style.fill.as_ref().filter(|fill| fill.is_visible()).and_then(Fill::get_color);
    [tint(Painted::Ground, ground), tint(Painted::Letters, style.font.as_ref().and_then(|font| font.color))]
}
