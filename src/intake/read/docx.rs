//! Tables of Word documents, and the lines between them: often the titles of the
//! table, sometimes the unit of the people below.

use std::collections::HashMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::Grid;
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::{RunFont, Runs};
use super::table::Page;
use super::{archive, pasted};
use crate::vietnamese::legacy::Legacy;

/// Whether a part of an archive is the text of a Word document.
pub(super) fn is_document(name: &str) -> bool {
    // Word on the web has "document2.xml".
    name.starts_with("word/document") && name.ends_with(".xml")
}

/// The document as one sheet.
pub(super) fn grid(bytes: &[u8], budget: &Budget) -> Result<Grid, Refusal> {
    let styles = match archive::text_of(bytes, |name| name == "word/styles.xml", budget)? {
        Some(styles) => Styles::read(&styles, budget)?,
        None => Styles::default(),
    };
    let Some(document) = archive::text_of(bytes, is_document, budget)? else {
        return Err(Refusal::Damaged("no document in it".to_owned()));
    };
    let mut reader = Reader::within(budget, styles);
    for token in Tokens::new(&document, budget) {
        match token {
            Token::Open(tag) => reader.open(tag)?,
            Token::Close(name) => reader.close(name)?,
            Token::Text(text) => reader.text(&plain(text)),
            Token::Literal(text) => reader.text(text),
        }
    }
    if !reader.has_table
        && let Some(grid) = pasted::grid(&reader.lines, budget)?
    {
        return Ok(grid);
    }
    reader.page.end_table();
    Ok(reader.page.finish()?)
}

/// What the styles of a document say of letters, by their ids.
#[derive(Default)]
struct Styles {
    default: Option<Legacy>,
    fonts: HashMap<String, RunFont>,
    based_on: HashMap<String, String>,
}

impl Styles {
    fn read(text: &str, budget: &Budget) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut style = None;
        for token in Tokens::new(text, budget) {
            match token {
                Token::Open(tag) if tag.name == "style" => {
                    budget.style()?;
                    style = tag.attribute("styleId").map(String::from);
                }
                Token::Close("style") => style = None,
                Token::Open(tag) if tag.name == "basedOn" => {
                    if let (Some(style), Some(parent)) = (&style, tag.attribute("val")) {
                        styles.based_on.insert(style.clone(), parent.into_owned());
                    }
                }
                Token::Open(tag) if tag.name == "rFonts" => match (&style, font_of(&tag)) {
                    (Some(style), font) => drop(styles.fonts.insert(style.clone(), font)),
                    (None, font) => styles.default = font.flatten(),
                },
                _ => {}
            }
        }
        Ok(styles)
    }

    /// What a style says, or one of those it is based on.
    fn font(&self, style: &str) -> RunFont {
        const LONGEST: usize = 10;
        let mut style = style;
        for _ in 0..LONGEST {
            if let Some(font) = self.fonts.get(style).copied().flatten() {
                return Some(font);
            }
            style = self.based_on.get(style)?;
        }
        None
    }
}

/// `<w:rFonts w:ascii=".VnTime" …/>`
fn font_of(tag: &Tag<'_>) -> RunFont {
    let name = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi"))?;
    Some(Legacy::of_font(&name))
}

struct Reader {
    styles: Styles,
    page: Page,
    has_table: bool,
    /// How many tables we are in. A table in a cell is part of its text.
    depth: usize,
    /// How many elements we are in whose text is not to be seen.
    hidden: usize,
    columns: u32,
    /// Whether the cell goes on from above.
    continued: bool,
    runs: Runs,
    paragraph: RunFont,
    run: RunFont,
    in_text: bool,
    /// The text outside tables, as long as there is none.
    lines: String,
}

impl Reader {
    fn within(budget: &Budget, styles: Styles) -> Self {
        Self {
            styles,
            page: Page::within(budget),
            has_table: false,
            depth: 0,
            hidden: 0,
            columns: 1,
            continued: false,
            runs: Runs::default(),
            paragraph: None,
            run: None,
            in_text: false,
            lines: String::new(),
        }
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        if is_hidden(tag.name) {
            self.hidden += usize::from(!tag.empty);
            return Ok(());
        }
        match tag.name {
            "tbl" => {
                self.depth += 1;
                self.has_table = true;
                self.lines = String::new();
                if self.depth == 1 {
                    self.page.begin_table();
                    self.runs = Runs::default();
                }
            }
            "tc" if self.depth == 1 => (self.columns, self.continued) = (1, false),
            "gridBefore" if self.depth == 1 => {
                if let Some(columns) = tag.number("val").filter(|columns| *columns > 0) {
                    self.page.skip(columns);
                }
            }
            "gridSpan" if self.depth == 1 => self.columns = tag.number("val").unwrap_or(1),
            "vMerge" if self.depth == 1 => {
                self.continued = tag.attribute("val").is_none_or(|merge| merge != "restart");
            }
            "p" => {
                if self.depth > 0 && !self.runs.is_blank() {
                    self.push("\n");
                }
                (self.paragraph, self.run) = (None, None);
            }
            "pStyle" => self.paragraph = tag.attribute("val").and_then(|style| self.styles.font(&style)),
            "r" => self.run = None,
            "rStyle" => {
                self.run = tag.attribute("val").and_then(|style| self.styles.font(&style)).or(self.run)
            }
            "rFonts" => self.run = font_of(&tag).or(self.run),
            "t" => self.in_text = !tag.empty,
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if is_hidden(name) {
            self.hidden = self.hidden.saturating_sub(1);
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" if self.depth == 0 => {
                let runs = std::mem::take(&mut self.runs);
                if !self.has_table {
                    let (line, _) = runs.clone().joined(self.styles.default);
                    self.lines.push_str(line.trim());
                    self.lines.push('\n');
                }
                self.page.line(runs, self.styles.default)?;
            }
            "tc" if self.depth == 1 => {
                let runs = std::mem::take(&mut self.runs);
                match self.continued && runs.is_blank() {
                    true => self.page.continued_cell(self.columns)?,
                    false => self.page.cell(runs, self.styles.default, self.columns, 1)?,
                }
            }
            "tr" if self.depth == 1 => self.page.end_row(),
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.page.end_table();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0 {
            self.runs.push(text, self.run.or(self.paragraph));
        }
    }
}

/// Elements whose text no reader sees: deleted, codes of fields, the second form of
/// a drawing.
fn is_hidden(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "instrText" | "Fallback" | "pict" | "delText")
}
