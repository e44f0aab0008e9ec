//! Spreadsheets of LibreOffice and OpenOffice. calamine lays a sheet out in memory
//! as wide and long as the file claims it to be; here only what is filled is kept.

use std::collections::{HashMap, HashSet};

use super::super::budget::Budget;
use super::super::error::{OtherKind, Refusal};
use super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS};
use super::super::unseen::Unseen;
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::{RunFont, Shown};
use super::{MOST_HIDDEN_ROWS, archive, cell, odt};
use crate::domain::date::FuzzyDate;
use crate::vietnamese::legacy::Legacy;

/// Bytes of a style's name that is followed: it is looked for with every cell.
const LONGEST_NAME: usize = 200;

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
            return Ok(vec![odt::grid(&content, budget)?]);
        }
        return Err(Refusal::OtherKind(OtherKind::OpenDocument));
    }
    let mut styles = Styles::default();
    if let Some(text) = archive::text_of(bytes, |name| name == "styles.xml", budget)? {
        styles.read(&text, budget)?;
    }
    styles.read(&content, budget)?;
    read(&content, &styles, budget)
}

/// What the styles of a document say.
#[derive(Default)]
struct Styles {
    /// Fonts by the names that styles give them.
    faces: HashMap<String, Option<Legacy>>,
    /// What styles say of letters, by family and name.
    fonts: HashMap<(String, String), RunFont>,
    parents: HashMap<(String, String), String>,
    /// Whether styles strike text out, by family and name.
    struck: HashMap<(String, String), bool>,
    /// Styles of tables that are hidden.
    hidden: HashSet<String>,
}

impl Styles {
    fn read(&mut self, text: &str, budget: &Budget) -> Result<(), Refusal> {
        let mut style: Option<(String, String)> = None;
        for token in Tokens::new(text, budget) {
            let Token::Open(tag) = token else { continue };
            match tag.name {
                "font-face" => {
                    budget.style()?;
                    if let (Some(name), Some(family)) = (tag.attribute("name"), tag.attribute("font-family"))
                    {
                        let family = family.trim_matches(['\'', '"', ' ']);
                        self.faces.insert(name.clone().into_owned(), Legacy::of_font(family));
                    }
                }
                "style" | "default-style" => {
                    budget.style()?;
                    let family = tag.attribute("family").unwrap_or_default().into_owned();
                    let name = tag.attribute("name").unwrap_or_default().into_owned();
                    let parent = tag.attribute("parent-style-name");
                    if let Some(parent) = parent.filter(|parent| parent.len() <= LONGEST_NAME) {
                        self.parents.insert((family.clone(), name.clone()), parent.into_owned());
                    }
                    style = Some((family, name));
                }
                "text-properties" => {
                    let named = tag.attribute("font-name").map(|name| {
                        self.faces.get(&*name).copied().unwrap_or_else(|| Legacy::of_font(&name))
                    });
                    let family = || {
                        tag.attribute("font-family")
                            .map(|name| Legacy::of_font(name.trim_matches(['\'', '"'])))
                    };
                    if let (Some(style), Some(font)) = (&style, named.or_else(family)) {
                        self.fonts.insert(style.clone(), Some(font));
                    }
                    let line = tag
                        .attribute("text-line-through-style")
                        .or_else(|| tag.attribute("text-line-through-type"));
                    if let (Some(style), Some(line)) = (&style, line) {
                        self.struck.insert(style.clone(), line != "none");
                    }
                }
                "table-properties" if tag.attribute("display").is_some_and(|shown| shown == "false") => {
                    self.hidden.extend(style.as_ref().map(|(_, name)| name.clone()));
                }
                // The tables begin: no styles any more.
                "spreadsheet" => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// What a style says, or one of those it is based on, or the default.
    fn font(&self, family: &str, name: &str) -> RunFont {
        self.says(&self.fonts, family, name).flatten()
    }

    /// Whether a style strikes text out.
    fn is_struck(&self, family: &str, name: &str) -> bool {
        !self.struck.is_empty() && self.says(&self.struck, family, name).unwrap_or_default()
    }

    fn says<Saying: Copy>(
        &self,
        sayings: &HashMap<(String, String), Saying>,
        family: &str,
        name: &str,
    ) -> Option<Saying> {
        const LONGEST: usize = 10;
        let mut key = (family.to_owned(), name.to_owned());
        for _ in 0..LONGEST {
            if let Some(saying) = sayings.get(&key) {
                return Some(*saying);
            }
            key.1 = self.parents.get(&key).cloned().unwrap_or_default();
            if key.1.is_empty() {
                break;
            }
        }
        sayings.get(&(family.to_owned(), String::new())).copied()
    }
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
                let is_hidden = styles.hidden.contains(&*style);
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
            is_struck: style.is_some_and(|style| self.styles.is_struck("table-cell", &style)),
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
