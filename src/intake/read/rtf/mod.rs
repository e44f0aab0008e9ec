//! Texts in rich text format (.rtf, and many a .doc): paragraphs and tables, as [`docx`](super::docx) reads them.
//!
//! Groups nest to a bound, what is no text of the document is passed over by where it stands, and a text that ends
//! before its first group does is cut short: somebody may be missing.

mod fonts;
mod rows;
#[cfg(test)]
mod tests;
mod tokens;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::Grid;
use super::super::unseen::Unseen;
use super::lines::people_in_lines;
use super::runs::Shown;
use super::table::Page;
use fonts::Fonts;
use rows::{Cell, Rows, Shape};
use tokens::{Token, Tokens};

/// How such a text begins.
pub(super) const BEGINNING: &[u8] = b"{\\rtf";
/// Groups within groups; Word itself writes about thirty.
const DEEPEST: usize = 500;

/// The document as one sheet.
pub(super) fn grid(bytes: &[u8], budget: &Budget) -> Result<Grid, Refusal> {
    budget.unpack(bytes.len())?;
    let mut reader = Reader::within(budget);
    for token in Tokens::new(bytes) {
        budget.step()?;
        reader.token(token)?;
        if reader.is_whole {
            break;
        }
    }
    if !reader.is_whole {
        return Err(Refusal::Damaged("the text ends before its groups do".to_owned()));
    }
    let grid = reader.finish()?;
    Ok(people_in_lines(&grid, budget)?.unwrap_or(grid))
}

/// What the text of a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Text of the document.
    Body,
    /// The number before a paragraph.
    Number,
    /// The names of fonts.
    Fonts,
    /// A line of a text box.
    TextBox,
    /// What holds a text box.
    Drawing,
    /// The end of a row within a cell.
    NestedRow,
    /// Nothing for a reader.
    Passed,
    /// A footnote, or a comment.
    Comment,
}

/// What holds within a group.
#[derive(Debug, Clone, Copy)]
struct State {
    kind: Kind,
    font: i32,
    hidden: bool,
    struck: bool,
    deleted: bool,
    /// How many letters stand behind one of Unicode for programs that know none.
    fallback: i32,
}

struct Reader {
    page: Page,
    budget: Budget,
    fonts: Fonts,
    state: State,
    /// Those of the groups around.
    around: Vec<State>,
    is_whole: bool,
    /// Whether `\*` was just read.
    optional: bool,
    /// Bytes whose letters are not told yet, and whether they stand there bare.
    bytes: Vec<u8>,
    bare: bool,
    /// The first half of a letter of two.
    half: Option<u16>,
    /// How many letters are still to be passed over.
    passed: i32,
    shown: Shown,
    /// Whether the paragraph stands in a table.
    in_table: bool,
    /// How many tables it stands in, where the text says so.
    depth: i32,
    rows: Rows,
    shape: Shape,
    next: Cell,
    /// Rows of a table within a cell.
    nested: Rows,
    in_box: String,
    in_comment: String,
}

impl Reader {
    fn within(budget: &Budget) -> Self {
        let state =
            State { kind: Kind::Body, font: 0, hidden: false, struck: false, deleted: false, fallback: 1 };
        Self {
            page: Page::within(budget),
            budget: budget.clone(),
            fonts: Fonts::default(),
            state,
            around: Vec::new(),
            is_whole: false,
            optional: false,
            bytes: Vec::new(),
            bare: false,
            half: None,
            passed: 0,
            shown: Shown::default(),
            in_table: false,
            depth: 0,
            rows: Rows::default(),
            shape: Shape::default(),
            next: Cell::default(),
            nested: Rows::default(),
            in_box: String::new(),
            in_comment: String::new(),
        }
    }

    fn token(&mut self, token: Token<'_>) -> Result<(), Refusal> {
        let optional = std::mem::take(&mut self.optional);
        if !matches!(token, Token::Text(_) | Token::Byte(_)) {
            self.settle();
        }
        match token {
            Token::Open => self.open()?,
            Token::Close => self.close()?,
            Token::Sign(sign) => self.sign(sign)?,
            Token::Word(word, number) => self.word(word, number, optional)?,
            Token::Text(bytes) => self.bytes(bytes, true),
            Token::Byte(byte) => self.bytes(&[byte], false),
        }
        Ok(())
    }

    fn open(&mut self) -> Result<(), Refusal> {
        if self.around.len() == DEEPEST {
            return Err(Refusal::Damaged("groups within groups without end".to_owned()));
        }
        self.passed = 0;
        self.around.push(self.state);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.passed = 0;
        let ended = self.state.kind;
        match self.around.pop() {
            Some(state) => self.state = state,
            None => return Err(Refusal::Damaged("a group ends that did not begin".to_owned())),
        }
        match ended {
            Kind::Fonts if self.state.kind != Kind::Fonts => self.fonts.end(),
            Kind::TextBox if self.state.kind != Kind::TextBox => self.end_line_in_box()?,
            Kind::Comment if self.state.kind != Kind::Comment => {
                let said = std::mem::take(&mut self.in_comment);
                match self.is_in_row() {
                    true => self.rows.say(said, &self.budget)?,
                    false => self.page.aside(Unseen::Comment, &said)?,
                }
            }
            _ => {}
        }
        self.is_whole = self.around.is_empty();
        Ok(())
    }

    fn sign(&mut self, sign: u8) -> Result<(), Refusal> {
        match sign {
            b'*' => self.optional = true,
            b'\n' | b'\r' => self.end_paragraph()?,
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            // In letters of before Unicode it is "ư".
            b'-' => self.push("\u{ad}"),
            b'\\' | b'{' | b'}' => self.bytes(&[sign], false),
            _ => {}
        }
        Ok(())
    }

    /// Bytes of letters; those behind a letter of Unicode are passed over.
    fn bytes(&mut self, bytes: &[u8], bare: bool) {
        let passed = usize::try_from(self.passed).unwrap_or(0).min(bytes.len());
        self.passed -= i32::try_from(passed).unwrap_or(0);
        let bytes = &bytes[passed..];
        if self.state.kind == Kind::Passed || bytes.is_empty() {
            return;
        }
        if bare != self.bare {
            self.settle();
        }
        self.bare = bare;
        self.bytes.extend_from_slice(bytes);
    }

    /// What was read as bytes becomes letters.
    fn settle(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        match self.state.kind {
            Kind::Fonts => self.fonts.name(&bytes),
            _ => {
                let text = self.fonts.letters(&bytes, self.state.font, self.bare);
                self.push(&text);
            }
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, optional: bool) -> Result<(), Refusal> {
        // Where a word stands instead of the letters to be passed over, there are none.
        self.passed = 0;
        if let Some(kind) = kind_of(word, self.state.kind) {
            self.state.kind = kind;
            return Ok(());
        }
        // What begins with a word that we do not know, and need not.
        if optional {
            self.state.kind = Kind::Passed;
            return Ok(());
        }
        let is_on = number != Some(0);
        let value = number.unwrap_or(0);
        match word {
            "u" => self.unicode(value),
            "uc" => self.state.fallback = value.clamp(0, 100),
            "ansicpg" => self.fonts.code_page = value,
            "deff" => (self.fonts.default, self.state.font) = (value, value),
            "f" if self.state.kind == Kind::Fonts => self.fonts.begin(value, &self.budget)?,
            "f" => self.state.font = value,
            "fcharset" => self.fonts.charset(value),
            "v" => self.state.hidden = is_on,
            "strike" | "striked" => self.state.struck = is_on,
            "deleted" => self.state.deleted = is_on,
            "plain" => {
                (self.state.font, self.state.hidden) = (self.fonts.default, false);
                (self.state.struck, self.state.deleted) = (false, false);
            }
            _ if self.state.kind == Kind::Passed => {}
            "par" | "sect" | "page" => self.end_paragraph()?,
            "line" | "lbr" => self.push("\n"),
            "tab" => self.push(if self.state.kind == Kind::Number { " " } else { "\t" }),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "bullet" => self.push("•"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            _ => self.word_of_table(word, value)?,
        }
        Ok(())
    }

    fn word_of_table(&mut self, word: &str, value: i32) -> Result<(), Refusal> {
        match word {
            "pard" if self.state.kind == Kind::Comment => {}
            "pard" => self.in_table = false,
            "intbl" => self.in_table = true,
            "itap" => self.stand_in(value)?,
            "nestcell" => self.nested_cell()?,
            "nestrow" => self.nested.row(&Shape::default(), &self.budget)?,
            "cell" => self.end_cell()?,
            "row" => self.end_row()?,
            _ if self.state.kind == Kind::NestedRow => {}
            "trowd" => {
                if !self.is_in_row() && !self.shown.is_blank() {
                    self.end_line()?;
                }
                (self.shape, self.next, self.in_table) = (Shape::default(), Cell::default(), true);
            }
            "trleft" => self.shape.left = value,
            "clvmrg" => self.next.continued = true,
            "clmrg" => self.next.joined = true,
            "cellx" => {
                let cell = Cell { right: value, ..std::mem::take(&mut self.next) };
                /// More cells a row does not have in Word.
                const MOST: usize = 200;
                if self.shape.cells.len() < MOST {
                    self.shape.cells.push(cell);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether what is read now stands in a row of a table.
    fn is_in_row(&self) -> bool {
        self.in_table || self.rows.in_row()
    }

    /// The paragraph stands in so many tables: within a cell a table of its own begins.
    fn stand_in(&mut self, depth: i32) -> Result<(), Refusal> {
        if depth > 1 && self.depth <= 1 && !self.shown.is_blank() {
            self.end_cell()?;
        }
        self.depth = depth;
        Ok(())
    }

    fn nested_cell(&mut self) -> Result<(), Refusal> {
        // What stood in the cells before is a row of its own.
        if self.rows.in_row() {
            self.rows.row(&Shape::default(), &self.budget)?;
        }
        self.rows.end(&mut self.page, &self.budget)?;
        let shown = std::mem::take(&mut self.shown);
        Ok(self.nested.cell(shown, &self.budget)?)
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        self.nested.end(&mut self.page, &self.budget)?;
        self.depth = 1;
        let shown = std::mem::take(&mut self.shown);
        Ok(self.rows.cell(shown, &self.budget)?)
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        self.in_table = false;
        if !self.shown.is_blank() {
            self.end_cell()?;
        }
        Ok(self.rows.row(&self.shape, &self.budget)?)
    }

    /// A paragraph outside tables is a line; one in a cell is a line of its text.
    fn end_paragraph(&mut self) -> Result<(), Refusal> {
        match self.state.kind {
            Kind::TextBox => self.end_line_in_box(),
            Kind::Body | Kind::Number if self.is_in_row() => {
                if !self.shown.is_blank() {
                    self.push("\n");
                }
                Ok(())
            }
            Kind::Body | Kind::Number => self.end_line(),
            Kind::Comment => {
                self.push(" ");
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn end_line(&mut self) -> Result<(), Refusal> {
        self.nested.end(&mut self.page, &self.budget)?;
        self.rows.end(&mut self.page, &self.budget)?;
        Ok(self.page.line(std::mem::take(&mut self.shown), None)?)
    }

    fn end_line_in_box(&mut self) -> Result<(), Refusal> {
        let line = std::mem::take(&mut self.in_box);
        Ok(self.page.aside(Unseen::TextBox, &line)?)
    }

    /// A letter by its number in Unicode, perhaps one half of it.
    fn unicode(&mut self, number: i32) {
        self.passed = self.state.fallback;
        // Numbers beyond the half are written as negative ones.
        let Ok(unit) = u16::try_from(if number < 0 { number + 0x1_0000 } else { number }) else { return };
        let before = self.half.take();
        let letter = match (before, unit) {
            (_, 0xD800..=0xDBFF) => {
                self.half = Some(unit);
                return;
            }
            (Some(first), 0xDC00..=0xDFFF) => char::decode_utf16([first, unit]).next().and_then(Result::ok),
            _ => char::from_u32(u32::from(unit)),
        };
        let letter = letter.filter(|letter| !letter.is_control()).unwrap_or('\u{fffd}');
        self.push(letter.encode_utf8(&mut [0; 4]));
    }

    fn push(&mut self, text: &str) {
        /// Bytes of a line that is only listed.
        const LONGEST: usize = 2_000;
        match self.state.kind {
            Kind::Body | Kind::Number => {
                let state = self.state;
                let why = if state.deleted {
                    Some(Unseen::Deleted)
                } else if state.struck {
                    Some(Unseen::Struck)
                } else {
                    state.hidden.then_some(Unseen::HiddenText)
                };
                self.shown.push(text, Some(self.fonts.legacy(state.font)), why);
            }
            Kind::TextBox if self.in_box.len() < LONGEST => self.in_box.push_str(text),
            Kind::Comment if self.in_comment.len() < LONGEST => self.in_comment.push_str(text),
            _ => {}
        }
    }

    fn finish(mut self) -> Result<Grid, Refusal> {
        self.end_line()?;
        Ok(self.page.finish()?)
    }
}

/// What the text of a group is that such a word begins; `None` for any other word.
fn kind_of(word: &str, around: Kind) -> Option<Kind> {
    match word {
        "fonttbl" => Some(Kind::Fonts),
        "shptxt" if around != Kind::Passed => Some(Kind::TextBox),
        "shpinst" | "shp" => Some(if around == Kind::Passed { Kind::Passed } else { Kind::Drawing }),
        "listtext" | "pntext" if around == Kind::Body => Some(Kind::Number),
        "footnote" | "annotation" if around != Kind::Passed => Some(Kind::Comment),
        "nesttableprops" if around == Kind::Body => Some(Kind::NestedRow),
        "falt" | "panose" | "fontemb" | "colortbl" | "filetbl" | "stylesheet" | "info" | "pict"
        | "objdata" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" | "fldinst" | "shprslt" | "nonshppict" | "nonesttables" | "listtable"
        | "listoverridetable" | "xe" | "tc" | "pn" | "themedata" | "datastore" => Some(Kind::Passed),
        _ => None,
    }
}
