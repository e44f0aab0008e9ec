//! What the styles of a Word document say: letters, text that is not to be seen, and
//! numbers before paragraphs.

use std::collections::HashMap;

use super::super::super::budget::Budget;
use super::super::super::error::Refusal;
use super::super::super::unseen::Unseen;
use super::super::markup::{Tag, Token, Tokens};
use super::super::runs::RunFont;
use super::numbers::Place;
use crate::vietnamese::legacy::Legacy;

/// Styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    /// What the document says of letters where nothing else does.
    pub default: Option<Legacy>,
    styles: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    font: RunFont,
    unseen: Option<Unseen>,
    number: Option<Place>,
    based_on: Option<String>,
}

impl Styles {
    /// The styles in a part.
    pub fn read(text: &str, budget: &Budget) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut style: Option<(String, Style)> = None;
        for token in Tokens::new(text, budget) {
            match token {
                Token::Open(tag) if tag.name == "style" => {
                    budget.style()?;
                    let id = tag.attribute("styleId").unwrap_or_default().into_owned();
                    style = (!tag.empty).then(|| (id, Style::default()));
                }
                Token::Close("style") => styles.styles.extend(style.take()),
                Token::Open(tag) if tag.name == "rFonts" => match &mut style {
                    Some((_, style)) => style.font = font_of(&tag),
                    None => styles.default = font_of(&tag).flatten(),
                },
                Token::Open(tag) => {
                    let Some((_, style)) = &mut style else { continue };
                    match tag.name {
                        "basedOn" => style.based_on = tag.attribute("val").map(String::from),
                        "numId" => style.number.get_or_insert_default().list = tag.number("val").unwrap_or(0),
                        "ilvl" => style.number.get_or_insert_default().level = tag.number("val").unwrap_or(0),
                        name => style.unseen = unseen_of(name, &tag).unwrap_or(style.unseen),
                    }
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// What a style says of letters, or one of those it is based on.
    pub fn font(&self, style: &str) -> RunFont {
        self.says(style, |style| style.font)
    }

    /// Why text in it is not to be seen.
    pub fn unseen(&self, style: &str) -> Option<Unseen> {
        self.says(style, |style| style.unseen)
    }

    /// The list in which its paragraphs are numbered.
    pub fn number(&self, style: &str) -> Option<Place> {
        self.says(style, |style| style.number)
    }

    fn says<Saying>(&self, style: &str, saying: impl Fn(&Style) -> Option<Saying>) -> Option<Saying> {
        const LONGEST: usize = 10;
        let mut style = self.styles.get(style)?;
        for _ in 0..LONGEST {
            if let Some(said) = saying(style) {
                return Some(said);
            }
            style = self.styles.get(style.based_on.as_deref()?)?;
        }
        None
    }
}

/// `<w:rFonts w:ascii=".VnTime" …/>`
pub(super) fn font_of(tag: &Tag<'_>) -> RunFont {
    let name = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi"))?;
    Some(Legacy::of_font(&name))
}

/// What a property says of text being seen: `<w:vanish/>`, `<w:strike w:val="0"/>`.
/// `None` for a property about something else.
pub(super) fn unseen_of(name: &str, tag: &Tag<'_>) -> Option<Option<Unseen>> {
    let why = match name {
        "vanish" => Unseen::HiddenText,
        "strike" | "dstrike" => Unseen::Struck,
        _ => return None,
    };
    Some(is_on(tag).then_some(why))
}

/// Whether a property without or with a value is set.
pub(super) fn is_on(tag: &Tag<'_>) -> bool {
    tag.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
}
