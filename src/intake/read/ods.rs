//! Spreadsheets of LibreOffice and OpenOffice. calamine lays a sheet out in memory
//! as wide and long as the file claims it to be; here only what is filled is kept.

use super::super::budget::Budget;
use super::super::error::{OtherKind, Refusal};
use super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS};
use super::super::tint::Tint;
use super::super::unseen::Unseen;
use super::markup::{Tag, Token, Tokens, plain};
use super::open_styles::Styles;
use super::runs::{RunFont, Shown};
use super::{MOST_HIDDEN_ROWS, archive, cell, odt};
use crate::domain::date::FuzzyDate;
use crate::vietnamese::legacy::Legacy;

/// The sheets of a document; one of Writer is one sheet.
pub(super) fn grids(bytes: &[u8], budget: &Budget) -> Result<Vec<Grid>, Refusal> {
    if archive::text_of(bytes, |name| name == "meta-inf/manifest.xml", budget)?
        .is_some_and(|manifest| manifest.contains("encryption-data"))
    {
        return Err(Refusal::Password);
    }
    let Some(content) = archive::text_of(bytes, |name| name == "content.xml", budget)? else {
        return Err(Refusal::Damaged("no content in it".to_owned()));
    };
    if !content.contains(":spreadsheet") {
        if content.contains("<office:text") {
            return Ok(vec![odt::grid(&content, &styles_of(bytes, &content, budget)?, budget)?]);
        }
        return Err(Refusal::OtherKind(OtherKind::OpenDocument));
    }
    read(&content, &styles_of(bytes, &content, budget)?, budget)
}

/// The styles of a document, those in a part of their own first.
fn styles_of(bytes: &[u8], content: &str, budget: &Budget) -> Result<Styles, Refusal> {
    let mut styles = Styles::default();
    if let Some(text) = archive::text_of(bytes, |name| name == "styles.xml", budget)? {
        styles.read(&text, budget)?;
    }
    styles.read(content, budget)?;
    Ok(styles)
}

fn read(content: &str, styles: &Styles, budget: &Budget) -> Result<Vec<Grid>, Refusal> {
    let mut grids = Vec::new();
    let mut sheet: Option<Sheet<'_>> = None;
    let mut tokens = Tokens::new(content, budget);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) if tag.name == "table" && !tag.empty => {
                let style = tag.attribute("style-name").unwrap_or_default();
                let name = tag.attribute("name").unwrap_or_default();
                budget.sheet()?;
                let is_hidden = styles.is_hidden(&style);
                sheet = Some(Sheet::new(styles, &name, is_hidden, budget));
            }
            Token::Close("table") => {
                if let Some(sheet) = sheet.take() {
                    grids.push(sheet.finish()?);
                }
            }
            Token::Open(tag) if !tag.empty && tag.name == "annotation" => {
                let said = comment(&mut tokens);
                if let Some(sheet) = &mut sheet {
                    sheet.builder.aside(sheet.row, Some(sheet.column), Unseen::Comment, &said)?;
                }
            }
            // What a drawing says stands in no cell.
            Token::Open(tag) if !tag.empty && matches!(tag.name, "shapes" | "frame" | "tracked-changes") => {
                let end = tag.name;
                tokens.by_ref().find(|token| *token == Token::Close(end));
            }
            token => {
                if let Some(sheet) = &mut sheet {
                    sheet.take(token)?;
                }
            }
        }
    }
    Ok(grids)
}

/// What a comment says, without who wrote it and when; `tokens` stand behind its beginning.
fn comment<'a>(tokens: &mut Tokens<'a>) -> String {
    const LONGEST: usize = 2_000;
    let (mut said, mut in_line) = (String::new(), false);
    for token in tokens.by_ref() {
        match token {
            Token::Close("annotation") => break,
            Token::Open(tag) if tag.name == "p" => in_line = !tag.empty,
            Token::Close("p") => {
                in_line = false;
                said.push(' ');
            }
            Token::Text(text) if in_line && said.len() < LONGEST => said.push_str(&plain(text)),
            _ => {}
        }
    }
    said
}

struct Sheet<'a> {
    styles: &'a Styles,
    name: String,
    is_hidden: bool,
    builder: GridBuilder,
    /// Styles of the columns: each for so many columns.
    columns: Vec<(u32, RunFont)>,
    /// How many columns were told of.
    told: u32,
    row: u32,
    /// How often the row stands there.
    rows: u32,
    unseen_row: Option<Unseen>,
    row_font: RunFont,
    column: u32,
    /// The cells of the row so far: column, content and font.
    cells: Vec<(u32, Content, Option<Legacy>)>,
    /// The colours of what stands in it.
    tints: Vec<Tint>,
    open: Option<Opened>,
    merged: Vec<(u32, u32, u32)>,
}

/// What a cell holds.
#[derive(Clone)]
enum Content {
    /// A number, date or the like.
    Value { cell: Cell, is_struck: bool },
    /// Text, or nothing.
    Text(Shown),
}

/// A cell that is open.
struct Opened {
    /// A number, date or the like; `None` for text.
    value: Option<Cell>,
    columns: u32,
    rows: u32,
    font: Option<Legacy>,
    is_struck: bool,
    tints: Vec<Tint>,
    shown: Shown,
    /// What the pieces that are open say of letters, and whether they are struck.
    spans: Vec<(RunFont, bool)>,
    paragraphs: usize,
}

impl<'a> Sheet<'a> {
    fn new(styles: &'a Styles, name: &str, is_hidden: bool, budget: &Budget) -> Self {
        Self {
            styles,
            name: name.to_owned(),
            is_hidden,
            builder: GridBuilder::within(budget),
            columns: Vec::new(),
            told: 0,
            row: 0,
            rows: 1,
            unseen_row: None,
            row_font: None,
            column: 0,
            cells: Vec::new(),
            tints: Vec::new(),
            open: None,
            merged: Vec::new(),
        }
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Refusal> {
        match token {
            Token::Open(tag) => match tag.name {
                "table-column" => {
                    let font = self.font(&tag, "default-cell-style-name");
                    let end = self.told.saturating_add(repeated(&tag, "number-columns-repeated"));
                    if visibility(&tag).is_some() {
                        let unseen = self.told..end.min(MAX_COLUMNS);
                        unseen.for_each(|column| self.builder.unseen_column(column, Unseen::HiddenColumn));
                    }
                    self.told = end;
                    // More would be beyond the last column that is read.
                    if self.columns.len() < MAX_COLUMNS as usize {
                        self.columns.push((repeated(&tag, "number-columns-repeated"), font));
                    }
                }
                "table-row" => {
                    self.column = 0;
                    self.rows = repeated(&tag, "number-rows-repeated");
                    self.row_font = self.font(&tag, "default-cell-style-name");
                    self.unseen_row = visibility(&tag);
                    if tag.empty {
                        self.end_row()?;
                    }
                }
                "table-cell" => {
                    self.open = Some(self.opened(&tag));
                    if tag.empty {
                        self.end_cell();
                    }
                }
                "covered-table-cell" => {
                    self.column = self.column.saturating_add(repeated(&tag, "number-columns-repeated"));
                }
                _ => self.open_in_cell(&tag),
            },
            Token::Close("table-row") => self.end_row()?,
            Token::Close("table-cell") => self.end_cell(),
            Token::Close("span") => {
                if let Some(cell) = &mut self.open {
                    cell.spans.pop();
                }
            }
            Token::Text(text) => self.text(&plain(text)),
            Token::Literal(text) => self.text(text),
            Token::Close(_) => {}
        }
        Ok(())
    }

    fn opened(&self, tag: &Tag<'_>) -> Opened {
        let own = self.font(tag, "style-name");
        let style = tag.attribute("style-name");
        Opened {
            value: value(tag),
            columns: repeated(tag, "number-columns-repeated"),
            rows: tag.number("number-rows-spanned").unwrap_or(1),
            font: own.or(self.row_font).or_else(|| self.column_font()).flatten(),
            is_struck: style.as_deref().is_some_and(|style| self.styles.is_struck("table-cell", style)),
            tints: style.iter().flat_map(|style| self.styles.tints("table-cell", style)).collect(),
            shown: Shown::default(),
            spans: Vec::new(),
            paragraphs: 0,
        }
    }

    fn open_in_cell(&mut self, tag: &Tag<'_>) {
        let styles = self.styles;
        let Some(cell) = &mut self.open else { return };
        match tag.name {
            "p" => {
                if cell.paragraphs > 0 {
                    cell.push("\n");
                }
                cell.paragraphs += 1;
            }
            "span" if !tag.empty => {
                let style = tag.attribute("style-name").unwrap_or_default();
                let within = cell.spans.last().is_some_and(|(_, is_struck)| *is_struck);
                let is_struck = within || styles.is_struck("text", &style);
                cell.spans.push((styles.font("text", &style), is_struck));
                cell.tints.extend(styles.tints("text", &style));
            }
            "s" | "tab" => cell.push(" "),
            "line-break" => cell.push("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.open.as_mut().filter(|cell| cell.paragraphs > 0) {
            cell.push(&text.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.open.take() else { return };
        let is_blank = cell.shown.is_blank();
        let content = match cell.value {
            Some(Cell::Uncomputed) if !is_blank => Content::Text(cell.shown),
            Some(value) => Content::Value { cell: value, is_struck: cell.is_struck },
            None => Content::Text(cell.shown),
        };
        let first = self.column;
        self.column = first.saturating_add(cell.columns);
        if is_blank && matches!(content, Content::Text(_)) {
            return;
        }
        // Longer than any row has colours that mean something.
        let room = (MAX_COLUMNS as usize).saturating_sub(self.tints.len());
        self.tints.extend(cell.tints.into_iter().take(room));
        if cell.rows > 1 {
            // Paid for when it is filled.
            self.merged.push((self.row, self.row.saturating_add(cell.rows - 1), first));
        }
        for column in first..self.column.min(MAX_COLUMNS) {
            self.cells.push((column, content.clone(), cell.font));
        }
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let cells = std::mem::take(&mut self.cells);
        let tints = std::mem::take(&mut self.tints);
        let unseen = self.unseen_row.take();
        let last = self.row.saturating_add(self.rows);
        let most =
            if self.is_hidden { MOST_HIDDEN_ROWS.saturating_sub(self.builder.len()) } else { usize::MAX };
        if !cells.is_empty() {
            for row in (self.row..last).take(most) {
                for (column, content, font) in &cells {
                    match content.clone() {
                        Content::Value { cell, is_struck } => {
                            if is_struck {
                                self.builder.unseen_cell(row, *column, Unseen::Struck);
                            }
                            self.builder.put(row, *column, cell)?;
                        }
                        Content::Text(shown) => shown.put(&mut self.builder, (row, *column), *font)?,
                    }
                }
                tints.iter().for_each(|tint| self.builder.tint(row, *tint));
                if let Some(why) = unseen {
                    self.builder.unseen_row(row, why);
                }
            }
        }
        (self.row, self.rows) = (last, 1);
        Ok(())
    }

    /// What the style of a cell, row or column says.
    fn font(&self, tag: &Tag<'_>, attribute: &str) -> RunFont {
        tag.attribute(attribute).and_then(|style| self.styles.font("table-cell", &style))
    }

    fn column_font(&self) -> RunFont {
        let mut end = 0_u32;
        let covers = |(count, _): &&(u32, RunFont)| {
            end = end.saturating_add(*count);
            self.column < end
        };
        self.columns.iter().find(covers)?.1
    }

    fn finish(mut self) -> Result<Grid, Refusal> {
        for (top, bottom, column) in std::mem::take(&mut self.merged) {
            self.builder.fill_down(top, bottom, column)?;
        }
        Ok(Grid { is_hidden: self.is_hidden, ..self.builder.finish_as(&self.name) })
    }
}

impl Opened {
    fn push(&mut self, text: &str) {
        let (font, is_struck) = self.spans.last().copied().unwrap_or_default();
        self.shown.push(text, font, (is_struck || self.is_struck).then_some(Unseen::Struck));
    }
}

/// Why a row or column is not shown.
fn visibility(tag: &Tag<'_>) -> Option<Unseen> {
    match &*tag.attribute("visibility")? {
        "collapse" => Some(Unseen::HiddenRow),
        "filter" => Some(Unseen::Filtered),
        _ => None,
    }
}

/// How often a row, cell or column stands there.
fn repeated(tag: &Tag<'_>, attribute: &str) -> u32 {
    tag.number(attribute).unwrap_or(1).max(1)
}

/// What a cell holds that is no text.
fn value(tag: &Tag<'_>) -> Option<Cell> {
    let Some(kind) = tag.attribute("value-type") else {
        // Where there is no text either, nobody worked it out.
        return tag.attribute("formula").map(|_| Cell::Uncomputed);
    };
    match &*kind {
        "float" | "percentage" | "currency" => tag
            .attribute("value")?
            .trim()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
            .map(Cell::Number),
        "date" => {
            let date: FuzzyDate = tag.attribute("date-value")?.get(..10)?.parse().ok()?;
            Some(cell::day(date))
        }
        "boolean" => Some(Cell::Bool(tag.attribute("boolean-value")? == "true")),
        _ => None,
    }
}
