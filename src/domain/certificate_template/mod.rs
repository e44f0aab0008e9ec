//! What a certificate looks like (mẫu giấy chứng nhận): parts in boxes on a page, made by the office.
//!
//! A [`Design`] cannot be wrong: whatever comes from outside is a [`Draft`], and becomes a design only when it was
//! checked whole. Certificates of before have three texts in a form of the program's own ([`CertificateWords`]); that
//! form is kept, for what was printed by it must print the same again.

pub mod adding;
pub mod arranging;
pub mod built_in;
pub mod change;
mod element;
pub mod file;
pub mod known;
mod mistake;
mod page;
mod text;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_normalization::is_nfc;

pub use element::{
    Border, BorderKind, Content, Element, ElementId, Flourish, Ground, GroundKind, PictureKey, Stroke, Text,
};
pub use mistake::TemplateMistake;
pub use page::{Anchor, Length, Page, PaperSize, Place, Rect};
pub use text::{
    Across, Down, FieldPiece, HalfPoints, Ink, Paragraph, Piece, Placeholder, Span, TextStyle, Typeface,
    spaced,
};

/// How the certificates of a session look and what is written on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CertificateTemplate {
    /// In the form of before.
    Former(CertificateWords),
    /// In a form that was made.
    Designed(Box<Design>),
}

impl CertificateTemplate {
    /// The form of certificates when nobody chose another.
    pub fn usual() -> Self {
        Self::Former(CertificateWords::usual())
    }

    /// What it is called in the data file: the title of the form of before, else the name of the design.
    pub fn name(&self) -> &str {
        match self {
            Self::Former(words) => &words.title,
            Self::Designed(design) => design.name(),
        }
    }

    /// The words of the form of before, where it has that form.
    pub fn words(&self) -> Option<&CertificateWords> {
        match self {
            Self::Former(words) => Some(words),
            Self::Designed(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn words_mut(&mut self) -> Option<&mut CertificateWords> {
        match self {
            Self::Former(words) => Some(words),
            Self::Designed(_) => None,
        }
    }

    /// The design, where it has one.
    pub fn design(&self) -> Option<&Design> {
        match self {
            Self::Former(_) => None,
            Self::Designed(design) => Some(design),
        }
    }
}

/// Words of a certificate in the form of before, with placeholders in double braces such as
/// `{{Họ và tên}}`; the paper that prints it lists those it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateWords {
    /// "GIẤY CHỨNG NHẬN".
    pub title: String,
    /// Line above the name.
    pub before_name: String,
    /// Lines under the name.
    pub after_name: Vec<String>,
}

impl CertificateWords {
    /// The words of a certificate when nobody wrote others.
    pub fn usual() -> Self {
        Self {
            title: "GIẤY CHỨNG NHẬN".to_owned(),
            before_name: "Chứng nhận {{Ông/Bà}}".to_owned(),
            after_name: [
                "{{Chức vụ}}, {{Đơn vị}}",
                "Đã hoàn thành nội dung, chương trình",
                "{{Lớp}}",
                "{{Thời gian}}",
            ]
            .map(str::to_owned)
            .to_vec(),
        }
    }
}

/// The version that this program writes, and the newest it reads.
pub const VERSION: u32 = 1;
/// The most parts of a design.
pub const MOST_ELEMENTS: usize = 60;
/// The most pictures of a design.
pub const MOST_PICTURES: usize = 8;
/// The most letters of a name.
pub const MOST_NAME: usize = 80;
/// The most paragraphs of a text, and pieces of a paragraph.
const MOST_PARAGRAPHS: usize = 20;
const MOST_SPANS: usize = 40;
/// The most letters of a piece.
const MOST_LETTERS: usize = 1000;
/// The most bytes of a text: more does not fit a sheet at the smallest size, and each size is tried.
const MOST_BYTES: usize = 12_000;
/// The smallest side of a box of text or of a picture: less cannot be seen, nor taken hold of.
const LEAST_SIDE: Length = Length::mm(2);

/// A design as it is entered or comes from outside: not checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of the form it is written in.
    pub version: u32,
    /// What it is called: "Trang trọng".
    pub name: String,
    /// What it is printed on.
    pub page: Page,
    /// Its parts; those that come later lie over those before.
    pub elements: Vec<Element>,
}

/// A form of certificates. Every part lies on the page, every size is one that prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct Design(Draft);

impl From<Design> for Draft {
    fn from(design: Design) -> Self {
        design.0
    }
}

impl TryFrom<Draft> for Design {
    type Error = TemplateMistake;

    /// Checks all of it; nothing is mended.
    fn try_from(draft: Draft) -> Result<Self, TemplateMistake> {
        if draft.version == 0 || draft.version > VERSION {
            return Err(TemplateMistake::Version(draft.version));
        }
        check_words(&draft.name, MOST_NAME, &draft.name)?;
        if draft.name.trim().is_empty() {
            return Err(TemplateMistake::NoName);
        }
        if draft.elements.len() > MOST_ELEMENTS {
            return Err(TemplateMistake::TooManyElements(draft.elements.len()));
        }
        let mut ids = BTreeSet::new();
        for element in &draft.elements {
            check_element(element, draft.page)?;
            if !ids.insert(element.id) {
                return Err(TemplateMistake::SameId(element.name.clone()));
            }
        }
        let design = Self(draft);
        match design.pictures().len() {
            count if count > MOST_PICTURES => Err(TemplateMistake::TooManyPictures(count)),
            _ => Ok(design),
        }
    }
}

impl Design {
    /// What it is called.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is printed on.
    pub fn page(&self) -> Page {
        self.0.page
    }

    /// Its parts, the lowest first.
    pub fn elements(&self) -> &[Element] {
        &self.0.elements
    }

    /// One of its parts.
    pub fn element(&self, id: ElementId) -> Option<&Element> {
        self.0.elements.iter().find(|one| one.id == id)
    }

    /// Those that are printed, the lowest first.
    pub fn visible(&self) -> impl Iterator<Item = &Element> {
        self.0.elements.iter().filter(|one| one.visible)
    }

    /// Whether the code by which the paper is checked is printed.
    pub fn has_code(&self) -> bool {
        self.visible().any(|one| one.content == Content::Code)
    }

    /// The pictures it shows, visible or not.
    pub fn pictures<'a>(&'a self) -> BTreeSet<&'a PictureKey> {
        let picture = |element: &'a Element| match &element.content {
            Content::Picture(key) => Some(key),
            _ => None,
        };
        self.0.elements.iter().filter_map(picture).collect()
    }

    /// Another design made of this one.
    ///
    /// Errors: what the change made cannot be printed; nothing is changed then.
    pub fn changed(&self, change: impl FnOnce(&mut Draft)) -> Result<Self, TemplateMistake> {
        let mut draft = self.0.clone();
        change(&mut draft);
        Self::try_from(draft)
    }

    /// The same design on another sheet: boxes in proportion to its sides, text in proportion to the one that
    /// shrinks most, so that what fitted fits.
    #[must_use]
    pub fn on(&self, page: Page) -> Self {
        let (from, to) = (self.page().sides(), page.sides());
        let across = |length: Length| Length(scaled(length.0, to.0.0, from.0.0));
        let down = |length: Length| Length(scaled(length.0, to.1.0, from.1.0));
        let sized = |size: u16, least: u16| {
            let by = [(to.0.0, from.0.0), (to.1.0, from.1.0)].map(|(to, from)| scaled(size.into(), to, from));
            u16::try_from(by[0].min(by[1])).unwrap_or(least).max(least)
        };
        let mut draft = self.0.clone();
        draft.page = page;
        for element in &mut draft.elements {
            let rect = element.place.rect();
            let rect = Rect {
                left: across(rect.left),
                top: down(rect.top),
                right: across(rect.right),
                bottom: down(rect.bottom),
            };
            let is_line = matches!(element.content, Content::Line(_));
            element.place = Place::of(grown(rect, page.rect(), is_line), element.place.anchor);
            if let Some(style) = element.content.style_mut() {
                style.size = HalfPoints(sized(style.size.0, HalfPoints::RANGE.start().0));
                style.least = HalfPoints(sized(style.least.0, HalfPoints::RANGE.start().0)).min(style.size);
            }
        }
        // Everything is in proportion to what was checked.
        Self::try_from(draft).unwrap_or_else(|_| self.clone())
    }

    /// An id that no part has.
    pub fn free_id(&self) -> ElementId {
        let most = self.0.elements.iter().map(|one| one.id.0).max().unwrap_or(0);
        let free = || (1..u32::MAX).find(|id| self.0.elements.iter().all(|one| one.id.0 != *id)).unwrap_or(0);
        ElementId(most.checked_add(1).unwrap_or_else(free))
    }
}

/// A number in proportion, rounded down.
fn scaled(number: i32, to: i32, from: i32) -> i32 {
    i32::try_from(i64::from(number) * i64::from(to) / i64::from(from.max(1))).unwrap_or(number)
}

/// A box that is not too small, pushed back onto the page.
fn grown(rect: Rect, page: Rect, is_line: bool) -> Rect {
    if is_line {
        return rect;
    }
    let grow = |from: Length, to: Length, end: Length| {
        let to = to.max(from + LEAST_SIDE);
        let over = (to - end).max(Length(0));
        (from - over, to - over)
    };
    let (left, right) = grow(rect.left, rect.right, page.right);
    let (top, bottom) = grow(rect.top, rect.bottom, page.bottom);
    Rect { left, top, right, bottom }
}

fn check_element(element: &Element, page: Page) -> Result<(), TemplateMistake> {
    let named = || element.name.clone();
    check_words(&element.name, MOST_NAME, &element.name)?;
    let place = element.place;
    let rect = place.rect();
    if place.width < Length(0) || place.height < Length(0) || !rect.is_within(page.rect()) {
        return Err(TemplateMistake::OffPage(named()));
    }
    let is_thin = matches!(element.content, Content::Line(_));
    let least = if is_thin { Length(0) } else { LEAST_SIDE };
    if place.width < least || place.height < least || place.width.max(place.height) < LEAST_SIDE {
        return Err(TemplateMistake::TooSmall(named()));
    }
    if let Some(style) = element.content.style() {
        check_style(style).map_err(|()| TemplateMistake::Style(named()))?;
    }
    match &element.content {
        Content::Text(text) => check_text(text, element),
        Content::Line(stroke) | Content::Frame(stroke) if !Stroke::THICKNESS.contains(&stroke.thickness) => {
            Err(TemplateMistake::Style(named()))
        }
        _ => Ok(()),
    }
}

fn check_style(style: &TextStyle) -> Result<(), ()> {
    let sizes = HalfPoints::RANGE.contains(&style.size) && HalfPoints::RANGE.contains(&style.least);
    let fits = sizes
        && style.least <= style.size
        && TextStyle::TRACKING.contains(&style.tracking)
        && TextStyle::LEADING.contains(&style.leading);
    if fits { Ok(()) } else { Err(()) }
}

fn check_text(text: &Text, element: &Element) -> Result<(), TemplateMistake> {
    let too_long = || TemplateMistake::TooLong(element.name.clone());
    if text.paragraphs.len() > MOST_PARAGRAPHS
        || text.paragraphs.iter().any(|paragraph| paragraph.len() > MOST_SPANS)
    {
        return Err(too_long());
    }
    let letters = |span: &Span| match &span.piece {
        Piece::Words(words) => words.len(),
        Piece::Field(field) => field.lead.len() + field.tail.len(),
    };
    if text.spans().map(letters).sum::<usize>() > MOST_BYTES {
        return Err(too_long());
    }
    text.spans().try_for_each(|span| match &span.piece {
        Piece::Words(words) => check_words(words, MOST_LETTERS, &element.name),
        Piece::Field(field) => {
            check_words(&field.lead, MOST_LETTERS, &element.name)?;
            check_words(&field.tail, MOST_LETTERS, &element.name)
        }
    })
}

/// Words that can be set: composed, on one line, without signs that only steer.
fn check_words(words: &str, most: usize, whose: &str) -> Result<(), TemplateMistake> {
    let whose = || whose.chars().filter(|letter| !letter.is_control()).take(MOST_NAME).collect();
    if words.chars().count() > most {
        return Err(TemplateMistake::TooLong(whose()));
    }
    if words.chars().any(char::is_control) || !is_nfc(words) {
        return Err(TemplateMistake::Letters(whose()));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
