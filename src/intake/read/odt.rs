//! Documents of LibreOffice Writer: their tables, and the lines between them.

use std::collections::HashMap;

use super::super::budget::{Budget, Stop};
use super::super::error::Refusal;
use super::super::grid::Grid;
use super::super::unseen::Unseen;
use super::lines::people_in_lines;
use super::markup::{Tag, Token, Tokens, plain};
use super::open_styles::Styles;
use super::runs::{RunFont, Shown};
use super::table::Page;

/// The document as one sheet; `content` is its text.
pub(super) fn grid(content: &str, styles: &Styles, budget: &Budget) -> Result<Grid, Refusal> {
    let mut reader = Reader::new(budget, styles);
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

struct Reader<'a> {
    page: Page,
    styles: &'a Styles,
    /// How many tables we are in: one within a cell is part of its text.
    tables: usize,
    /// Columns and rows of the cell that is open.
    size: (u32, u32),
    /// How many elements we are in whose text nobody is to read.
    skipped: usize,
    /// How many text boxes we are in, and their line.
    boxes: usize,
    in_box: String,
    /// What the comment says that is open, and how many paragraphs and spans are around it.
    comment: Option<(String, usize)>,
    in_body: bool,
    shown: Shown,
    /// What the paragraphs and spans that are open say of letters, and whether they are struck or hidden.
    spans: Vec<(RunFont, Option<Unseen>)>,
    lists: Lists,
}

impl<'a> Reader<'a> {
    fn new(budget: &Budget, styles: &'a Styles) -> Self {
        Self {
            page: Page::within(budget),
            styles,
            tables: 0,
            size: (1, 1),
            skipped: 0,
            boxes: 0,
            in_box: String::new(),
            comment: None,
            in_body: false,
            shown: Shown::default(),
            spans: Vec::new(),
            lists: Lists::default(),
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
            // What footnotes say is said beside the text, too.
            "annotation" | "note" if !tag.empty => self.comment = Some((String::new(), self.spans.len())),
            "text-box" => self.boxes += usize::from(!tag.empty),
            "list" if !tag.empty => self.lists.open(tag, self.styles),
            "list-item" if !tag.empty => self.lists.open_item(),
            "p" | "h" | "span" if !tag.empty => {
                self.open_span(tag);
                self.number();
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
                self.size = (span("number-columns-spanned"), span("number-rows-spanned"));
                let style = tag.attribute("style-name").unwrap_or_default();
                self.styles.tints("table-cell", &style).for_each(|tint| self.page.tint(tint));
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
            "annotation" | "note" => {
                let (said, _) = self.comment.take().unwrap_or_default();
                self.page.aside(Unseen::Comment, &said)?;
            }
            "list" => self.lists.close(),
            "span" => drop(self.spans.pop()),
            "p" | "h" => {
                self.spans.pop();
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

    /// A paragraph or a piece of one begins; what it does not say itself, what is around it says.
    fn open_span(&mut self, tag: &Tag<'_>) {
        let family = if tag.name == "span" { "text" } else { "paragraph" };
        let style = tag.attribute("style-name").unwrap_or_default();
        let (font, unseen) = self.spans.last().copied().unwrap_or_default();
        self.spans.push((
            self.styles.font(family, &style).or(font),
            unseen.or_else(|| self.styles.unseen(family, &style)),
        ));
        self.styles.tints(family, &style).for_each(|tint| self.page.tint(tint));
    }

    /// Writes the number of a point of a list before its text, once.
    fn number(&mut self) {
        if self.comment.is_none()
            && self.boxes == 0
            && let Some(number) = self.lists.number()
        {
            self.text(&number);
        }
    }

    fn is_own_table(&self) -> bool {
        self.tables == 1 && self.boxes == 0
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 || !self.in_body || self.spans.is_empty() {
            return;
        }
        if let Some((said, around)) = &mut self.comment {
            // Who wrote it, and when, stands in no paragraph of it.
            if self.spans.len() > *around {
                said.push_str(text);
            }
            return;
        }
        match self.boxes {
            0 => {
                let (font, unseen) = self.spans.last().copied().unwrap_or_default();
                self.shown.push(text, font, unseen);
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
        let (columns, rows) = self.size;
        self.page.cell(std::mem::take(&mut self.shown), None, columns, rows)
    }
}

/// The lists that are open, and how far each kind has counted.
#[derive(Default)]
struct Lists {
    /// The style of each, and whether it counts.
    open: Vec<(String, bool)>,
    counted: HashMap<String, u32>,
    /// The number that stands before the next paragraph.
    pending: Option<String>,
}

impl Lists {
    fn open(&mut self, tag: &Tag<'_>, styles: &Styles) {
        let around = self.open.last().map(|(style, _)| style.clone()).unwrap_or_default();
        let style = tag.attribute("style-name").map_or(around, |style| style.into_owned());
        let goes_on = tag.attribute("continue-list").is_some()
            || tag.attribute("continue-numbering").is_some_and(|goes_on| goes_on == "true");
        if self.open.is_empty() && !goes_on {
            self.counted.remove(&style);
        }
        let counts = styles.is_numbered(&style) && self.open.is_empty();
        self.open.push((style, counts));
    }

    fn close(&mut self) {
        self.open.pop();
        self.pending = None;
    }

    fn open_item(&mut self) {
        let Some((style, counts)) = self.open.last() else { return };
        self.pending = Some(if *counts {
            let number = self.counted.entry(style.clone()).or_default();
            *number += 1;
            format!("{number}. ")
        } else {
            "- ".to_owned()
        });
    }

    fn number(&mut self) -> Option<String> {
        self.pending.take()
    }
}

/// What stands beside the text of a document.
fn is_skipped(name: &str) -> bool {
    matches!(name, "tracked-changes" | "forms" | "title" | "desc")
}
