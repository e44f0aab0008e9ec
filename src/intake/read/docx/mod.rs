//! Tables of Word documents, and the lines between them: often the titles of the
//! table, sometimes the unit of the people below.

mod comments;
mod numbers;
mod styles;

use std::collections::HashMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::Grid;
use super::super::tint::{Hue, Painted, Tint};
use super::super::unseen::Unseen;
use super::archive;
use super::lines::people_in_lines;
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::{RunFont, Shown};
use super::table::Page;
use numbers::{Numbers, Place};
use styles::{Styles, font_of, is_on, unseen_of};

/// Tables within tables deeper than this are read as text.
const DEEPEST: usize = 20;

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
    let numbers = match archive::text_of(bytes, |name| name == "word/numbering.xml", budget)? {
        Some(numbers) => Numbers::read(&numbers, budget)?,
        None => Numbers::default(),
    };
    let said = |part: &str, element: &str| match archive::text_of(bytes, |name| name == part, budget)? {
        Some(said) => Ok::<_, Refusal>(comments::read(&said, element, budget)?),
        None => Ok(HashMap::new()),
    };
    let comments = said("word/comments.xml", "comment")?;
    let footnotes = said("word/footnotes.xml", "footnote")?;
    let Some(document) = archive::text_of(bytes, is_document, budget)? else {
        return Err(Refusal::Damaged("no document in it".to_owned()));
    };
    let mut reader = Reader { comments, footnotes, ..Reader::within(budget, styles, numbers) };
    let mut tokens = Tokens::new(&document, budget);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) if tag.name == "tbl" => {
                reader.open_table(|| has_rows_and_columns(tokens.clone()))?
            }
            Token::Open(tag) => reader.open(tag)?,
            Token::Close(name) => reader.close(name)?,
            Token::Text(text) => reader.text(&plain(text)),
            Token::Literal(text) => reader.text(text),
        }
    }
    reader.page.end_table();
    reader.say_left()?;
    let grid = reader.page.finish()?;
    Ok(people_in_lines(&grid, budget)?.unwrap_or(grid))
}

/// Whether a table within a cell is one of its own: two rows of two cells. `tokens` stand
/// behind its beginning.
fn has_rows_and_columns(tokens: Tokens<'_>) -> bool {
    let (mut depth, mut cells, mut rows) = (0_u32, 0, 0);
    for token in tokens {
        match token {
            Token::Open(tag) if tag.name == "tbl" && !tag.empty => depth += 1,
            Token::Close("tbl") if depth == 0 => return false,
            Token::Close("tbl") => depth -= 1,
            Token::Open(tag) if tag.name == "tr" && depth == 0 => cells = 0,
            Token::Open(tag) if tag.name == "tc" && depth == 0 => cells += 1,
            Token::Close("tr") if depth == 0 => {
                rows += u32::from(cells > 1);
                if rows > 1 {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// Whether its rows are rows of the sheet; else it is part of the text of a cell.
    is_own: bool,
    /// Whether a table of its own stood in one of its cells.
    is_parted: bool,
    columns: u32,
    /// Whether the cell goes on from above.
    continued: bool,
    in_row_properties: bool,
}

struct Reader {
    /// What comments and footnotes say that were not met yet, by their numbers.
    comments: HashMap<String, String>,
    footnotes: HashMap<String, String>,
    styles: Styles,
    numbers: Numbers,
    page: Page,
    tables: Vec<Table>,
    /// How many elements we are in whose text nobody is to read.
    skipped: usize,
    /// How many elements we are in that hold deleted text.
    deleted: usize,
    /// How many text boxes we are in.
    boxes: usize,
    /// The line in a text box.
    in_box: String,
    /// Fields that are open, and whether each shows the words for an empty one.
    fields: Vec<bool>,
    /// How many of them do.
    placeholders: usize,
    shown: Shown,
    paragraph: RunFont,
    paragraph_unseen: Option<Unseen>,
    place: Option<Place>,
    run: RunFont,
    run_unseen: Option<Unseen>,
    in_run: bool,
    in_text: bool,
}

impl Reader {
    fn within(budget: &Budget, styles: Styles, numbers: Numbers) -> Self {
        Self {
            comments: HashMap::new(),
            footnotes: HashMap::new(),
            styles,
            numbers,
            page: Page::within(budget),
            tables: Vec::new(),
            skipped: 0,
            deleted: 0,
            boxes: 0,
            in_box: String::new(),
            fields: Vec::new(),
            placeholders: 0,
            shown: Shown::default(),
            paragraph: None,
            paragraph_unseen: None,
            place: None,
            run: None,
            run_unseen: None,
            in_run: false,
            in_text: false,
        }
    }

    /// A table begins; one within a cell is a table of its own if it looks like one.
    fn open_table(&mut self, looks_like_one: impl Fn() -> bool) -> Result<(), Refusal> {
        if self.skipped > 0 || self.boxes > 0 {
            return Ok(());
        }
        let within_own = self.tables.iter().all(|table| table.is_own);
        let is_own =
            self.tables.is_empty() || (within_own && self.tables.len() < DEEPEST && looks_like_one());
        if is_own {
            if let Some(outer) = self.tables.last_mut() {
                outer.is_parted = true;
                self.end_cell()?;
                if self.page.in_row() {
                    self.page.end_row();
                }
            }
            self.shown = Shown::default();
            self.page.begin_table();
        }
        self.tables.push(Table { is_own, columns: 1, ..Table::default() });
        Ok(())
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        if is_skipped(tag.name) {
            self.skipped += usize::from(!tag.empty);
            return Ok(());
        }
        if self.skipped > 0 {
            return Ok(());
        }
        match tag.name {
            "txbxContent" => self.boxes += usize::from(!tag.empty),
            "commentRangeStart" | "commentReference" => {
                let said = tag.attribute("id").and_then(|id| self.comments.remove(&*id));
                self.page.aside(Unseen::Comment, &said.unwrap_or_default())?;
            }
            "footnoteReference" => {
                let said = tag.attribute("id").and_then(|id| self.footnotes.remove(&*id));
                self.page.aside(Unseen::Comment, &said.unwrap_or_default())?;
            }
            "del" | "moveFrom" => self.deleted(&tag),
            "sdt" if !tag.empty => self.fields.push(false),
            "showingPlcHdr" if is_on(&tag) => {
                if let Some(field @ false) = self.fields.last_mut() {
                    *field = true;
                    self.placeholders += 1;
                }
            }
            "r" => (self.run, self.run_unseen, self.in_run) = (None, None, !tag.empty),
            "t" | "delText" => self.in_text = !tag.empty,
            "tab" if self.in_run => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            // In letters of before Unicode it is "ư".
            "softHyphen" => self.push("\u{ad}"),
            "rStyle" => self.run_style(&tag),
            "rFonts" => self.run = font_of(&tag).or(self.run),
            "highlight" | "color" if self.in_run => self.tint(&tag, "val"),
            "shd" => self.tint(&tag, "fill"),
            "p" => self.open_paragraph(),
            "pStyle" => self.paragraph_style(&tag),
            "numId" => self.place.get_or_insert_default().list = tag.number("val").unwrap_or(0),
            "ilvl" => self.place.get_or_insert_default().level = tag.number("val").unwrap_or(0),
            name => match unseen_of(name, &tag) {
                // What stands outside a run is about the mark at the end of the paragraph.
                Some(why) if self.in_run => self.run_unseen = why,
                Some(_) => {}
                None => self.open_in_table(&tag),
            },
        }
        Ok(())
    }

    /// Comments that hang on nothing are said, too.
    fn say_left(&mut self) -> Result<(), Refusal> {
        let mut left: Vec<(String, String)> = self.comments.drain().chain(self.footnotes.drain()).collect();
        left.sort();
        for (_, said) in left {
            self.page.aside(Unseen::Comment, &said)?;
        }
        Ok(())
    }

    /// Deleted text begins, or a row is marked as deleted.
    fn deleted(&mut self, tag: &Tag<'_>) {
        if self.tables.last().is_some_and(|table| table.is_own && table.in_row_properties) {
            self.page.unseen_row(Unseen::Deleted);
        }
        self.deleted += usize::from(!tag.empty);
    }

    /// A colour of letters, of what is marked in them, or of a cell.
    fn tint(&mut self, tag: &Tag<'_>, attribute: &str) {
        let of = if tag.name == "color" { Painted::Letters } else { Painted::Ground };
        let hue = tag.attribute(attribute).and_then(|code| Hue::of_code(&code));
        if let Some(hue) = hue.filter(|_| self.boxes == 0) {
            self.page.tint(Tint { of, hue });
        }
    }

    fn run_style(&mut self, tag: &Tag<'_>) {
        let Some(style) = tag.attribute("val") else { return };
        self.run = self.styles.font(&style).or(self.run);
        self.run_unseen = self.styles.unseen(&style).or(self.run_unseen);
    }

    fn paragraph_style(&mut self, tag: &Tag<'_>) {
        let Some(style) = tag.attribute("val") else { return };
        self.paragraph = self.styles.font(&style);
        self.paragraph_unseen = self.styles.unseen(&style);
        self.place = self.styles.number(&style).or(self.place);
    }

    fn open_paragraph(&mut self) {
        if self.boxes > 0 {
            return;
        }
        if !self.tables.is_empty() && !self.shown.is_blank() {
            self.push("\n");
        }
        (self.paragraph, self.paragraph_unseen, self.place) = (None, None, None);
        (self.run, self.run_unseen) = (None, None);
    }

    fn open_in_table(&mut self, tag: &Tag<'_>) {
        if self.boxes > 0 {
            return;
        }
        let Some(table) = self.tables.last_mut().filter(|table| table.is_own) else { return };
        match tag.name {
            "tc" => (table.columns, table.continued) = (1, false),
            "trPr" => table.in_row_properties = !tag.empty,
            "hidden" if table.in_row_properties && is_on(tag) => self.page.unseen_row(Unseen::HiddenRow),
            "gridBefore" => {
                if let Some(columns) = tag.number("val").filter(|columns| *columns > 0) {
                    self.page.skip(columns);
                }
            }
            "gridSpan" => table.columns = tag.number("val").unwrap_or(1),
            "vMerge" => {
                table.continued = tag.attribute("val").is_none_or(|merge| merge != "restart");
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if is_skipped(name) {
            self.skipped = self.skipped.saturating_sub(1);
            return Ok(());
        }
        if self.skipped > 0 {
            return Ok(());
        }
        match name {
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "txbxContent" => {
                self.boxes = self.boxes.saturating_sub(1);
                self.end_line_in_box()?;
            }
            "sdt" => {
                let was_empty = self.fields.pop().unwrap_or_default();
                self.placeholders -= usize::from(was_empty);
            }
            "r" => self.in_run = false,
            "t" | "delText" => self.in_text = false,
            "p" | "tr" if self.boxes > 0 => self.end_line_in_box()?,
            _ if self.boxes > 0 => {}
            "p" => self.end_paragraph()?,
            "tbl" => self.end_table()?,
            name => {
                let Some(table) = self.tables.last_mut().filter(|table| table.is_own) else { return Ok(()) };
                match name {
                    "trPr" => table.in_row_properties = false,
                    "tc" => self.end_cell()?,
                    "tr" => self.page.end_row(),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Refusal> {
        if self.tables.is_empty() {
            let shown = std::mem::take(&mut self.shown);
            self.page.line(shown, self.styles.default)?;
            // A number without text is counted, but nothing to read.
            self.place.take().and_then(|place| self.numbers.next(place));
        } else {
            self.number();
        }
        Ok(())
    }

    /// Writes the number of the paragraph before its text, once.
    fn number(&mut self) {
        let Some(place) = self.place.take().filter(|place| place.list > 0) else { return };
        if let Some(number) = self.numbers.next(place) {
            self.push(&number);
            self.push(" ");
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let shown = std::mem::take(&mut self.shown);
        let Some(table) = self.tables.last() else { return Ok(()) };
        match table.continued && shown.is_blank() {
            true if table.is_parted => self.page.skip(table.columns),
            true => self.page.continued_cell(table.columns)?,
            false => self.page.cell(shown, self.styles.default, table.columns, 1)?,
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Refusal> {
        if self.tables.pop().is_some_and(|table| table.is_own) {
            self.page.end_table();
        }
        Ok(())
    }

    fn end_line_in_box(&mut self) -> Result<(), Refusal> {
        let line = std::mem::take(&mut self.in_box);
        Ok(self.page.aside(Unseen::TextBox, &line)?)
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.skipped == 0 {
            if self.boxes == 0 {
                self.number();
            }
            match text.contains(['\n', '\r']) {
                true => self.push(&text.replace(['\n', '\r'], " ")),
                false => self.push(text),
            }
        }
    }

    fn push(&mut self, text: &str) {
        /// Bytes of a line that is only listed.
        const LONGEST: usize = 2_000;
        if self.boxes > 0 {
            if self.in_box.len() < LONGEST {
                self.in_box.push_str(text);
            }
            return;
        }
        let why = if self.deleted > 0 {
            Some(Unseen::Deleted)
        } else if self.placeholders > 0 {
            Some(Unseen::Placeholder)
        } else {
            self.run_unseen.or(self.paragraph_unseen)
        };
        self.shown.push(text, self.run.or(self.paragraph), why);
    }
}

/// Elements whose text nobody reads: codes of fields, the second form of a drawing, what a
/// property was before it was changed, how a word is pronounced.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "instrText"
            | "delInstrText"
            | "Fallback"
            | "rPrChange"
            | "pPrChange"
            | "tblPrChange"
            | "tcPrChange"
            | "trPrChange"
            | "rt"
    )
}
