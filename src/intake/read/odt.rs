//! Documents of LibreOffice Writer: their tables, and the lines between them.

use std::collections::HashSet;

use super::super::budget::{Budget, Stop};
use super::super::error::Refusal;
use super::super::grid::Grid;
use super::super::unseen::Unseen;
use super::lines::people_in_lines;
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::Shown;
use super::table::Page;

/// The document as one sheet; `content` is its text with the styles of its own.
pub(super) fn grid(content: &str, budget: &Budget) -> Result<Grid, Refusal> {
    let struck = struck_styles(content, budget)?;
    let mut reader = Reader::new(budget, struck);
    for token in Tokens::new(content, budget) {
        match token {
            Token::Open(tag) => reader.open(&tag)?,
            Token::Close(name) => reader.close(name)?,
            Token::Text(text) => reader.text(&plain(text)),
            Token::Literal(text) => reader.text(text),
        }
    }
    reader.page.end_table();
    let grid = reader.page.finish()?;
    Ok(people_in_lines(&grid, budget)?.unwrap_or(grid))
}

/// The styles that strike text out.
fn struck_styles(content: &str, budget: &Budget) -> Result<HashSet<String>, Stop> {
    let (mut struck, mut style) = (HashSet::new(), String::new());
    for token in Tokens::new(content, budget) {
        let Token::Open(tag) = token else { continue };
        match tag.name {
            "style" => {
                budget.style()?;
                style = tag.attribute("name").unwrap_or_default().into_owned();
            }
            "text-properties" => {
                let line = tag.attribute("text-line-through-style");
                if line.is_some_and(|line| &*line != "none") && !style.is_empty() {
                    struck.insert(std::mem::take(&mut style));
                }
            }
            "body" => break,
            _ => {}
        }
    }
    Ok(struck)
}

struct Reader {
    page: Page,
    /// Styles that strike text out.
    struck: HashSet<String>,
    /// How many tables we are in: one within a cell is part of its text.
    tables: usize,
    /// Columns and rows of the cell that is open.
    spans: (u32, u32),
    /// How many elements we are in whose text nobody is to read.
    skipped: usize,
    /// How many text boxes we are in, and their line.
    boxes: usize,
    in_box: String,
    /// What the comment says that is open, and how many paragraphs and spans are around it.
    comment: Option<(String, usize)>,
    in_body: bool,
    shown: Shown,
    /// For each paragraph and span that is open, whether it is struck.
    styles: Vec<bool>,
}

impl Reader {
    fn new(budget: &Budget, struck: HashSet<String>) -> Self {
        Self {
            page: Page::within(budget),
            struck,
            tables: 0,
            spans: (1, 1),
            skipped: 0,
            boxes: 0,
            in_box: String::new(),
            comment: None,
            in_body: false,
            shown: Shown::default(),
            styles: Vec::new(),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Stop> {
        if is_skipped(tag.name) {
            self.skipped += usize::from(!tag.empty);
            return Ok(());
        }
        if self.skipped > 0 {
            return Ok(());
        }
        match tag.name {
            "body" => self.in_body = true,
            "annotation" if !tag.empty => self.comment = Some((String::new(), self.styles.len())),
            "text-box" => self.boxes += usize::from(!tag.empty),
            "p" | "h" | "span" if !tag.empty => {
                let struck = tag.attribute("style-name").is_some_and(|style| self.struck.contains(&*style));
                self.styles.push(struck);
            }
            "s" => self.text(&" ".repeat(tag.number("c").unwrap_or(1).min(100) as usize)),
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            "table" if !tag.empty && self.boxes == 0 => {
                self.tables += 1;
                if self.tables == 1 {
                    self.page.begin_table();
                }
            }
            "table-cell" if self.is_own_table() => {
                let span = |name| tag.number(name).unwrap_or(1).max(1);
                self.spans = (span("number-columns-spanned"), span("number-rows-spanned"));
                if tag.empty {
                    self.end_cell()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Stop> {
        if is_skipped(name) {
            self.skipped = self.skipped.saturating_sub(1);
            return Ok(());
        }
        if self.skipped > 0 {
            return Ok(());
        }
        match name {
            "text-box" => self.boxes = self.boxes.saturating_sub(1),
            "annotation" => {
                let (said, _) = self.comment.take().unwrap_or_default();
                self.page.aside(Unseen::Comment, &said)?;
            }
            "span" => drop(self.styles.pop()),
            "p" | "h" => {
                self.styles.pop();
                self.end_paragraph()?;
            }
            "table-cell" if self.is_own_table() => self.end_cell()?,
            "table-row" if self.is_own_table() => self.page.end_row(),
            "table" if self.boxes == 0 => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.page.end_table();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn is_own_table(&self) -> bool {
        self.tables == 1 && self.boxes == 0
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 || !self.in_body || self.styles.is_empty() {
            return;
        }
        if let Some((said, around)) = &mut self.comment {
            // Who wrote it, and when, stands in no paragraph of it.
            if self.styles.len() > *around {
                said.push_str(text);
            }
            return;
        }
        match self.boxes {
            0 => {
                let why = self.styles.contains(&true).then_some(Unseen::Struck);
                self.shown.push(text, None, why);
            }
            _ => self.in_box.push_str(text),
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Stop> {
        if let Some((said, _)) = &mut self.comment {
            said.push(' ');
            return Ok(());
        }
        if self.boxes > 0 {
            let line = std::mem::take(&mut self.in_box);
            return self.page.aside(Unseen::TextBox, &line);
        }
        match self.tables {
            0 => self.page.line(std::mem::take(&mut self.shown), None),
            _ => {
                self.shown.push("\n", None, None);
                Ok(())
            }
        }
    }

    fn end_cell(&mut self) -> Result<(), Stop> {
        let (columns, rows) = self.spans;
        self.page.cell(std::mem::take(&mut self.shown), None, columns, rows)
    }
}

/// What stands beside the text of a document.
fn is_skipped(name: &str) -> bool {
    matches!(name, "tracked-changes" | "note" | "forms" | "title" | "desc")
}
