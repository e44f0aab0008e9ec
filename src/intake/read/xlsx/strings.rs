//! Texts made of pieces: `<r><rPr><strike/></rPr><t>Lê An</t></r>`.

use std::collections::HashMap;

use super::super::super::budget::Budget;
use super::super::super::error::Refusal;
use super::super::super::unseen::Unseen;
use super::super::markup::{Tag, Token, Tokens, plain};
use super::super::runs::{RunFont, Runs, Shown};
use crate::vietnamese::legacy::Legacy;

/// What stands in a text of pieces.
pub(super) enum Piece<'a> {
    /// A tag.
    Open(&'a Tag<'a>),
    /// The end of an element.
    Close(&'a str),
    /// Letters.
    Text(&'a str),
}

/// Puts a text together from its pieces.
#[derive(Default)]
pub(super) struct Pieces {
    shown: Shown,
    font: RunFont,
    struck: bool,
    in_text: bool,
    keeps_spaces: bool,
    phonetic: bool,
}

impl Pieces {
    /// Takes the next tag or letters.
    pub fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Open(tag) => match tag.name {
                "r" => (self.font, self.struck) = (None, false),
                "rFont" => self.font = tag.attribute("val").map(|name| Legacy::of_font(&name)),
                "strike" => {
                    self.struck = tag.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false"));
                }
                "rPh" => self.phonetic = !tag.empty,
                "t" => {
                    self.in_text = !tag.empty && !self.phonetic;
                    self.keeps_spaces = tag.attribute("space").is_some_and(|space| space == "preserve");
                }
                _ => {}
            },
            Piece::Close("rPh") => self.phonetic = false,
            Piece::Close("t") => self.in_text = false,
            Piece::Close(_) => {}
            Piece::Text(text) if self.in_text => {
                // calamine does the same; without it the text would not be found.
                let text = if self.keeps_spaces { text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                self.shown.push(text, self.font, self.struck.then_some(Unseen::Struck));
            }
            Piece::Text(_) => {}
        }
    }

    /// The whole text.
    pub fn finish(self) -> Shown {
        self.shown
    }
}

/// The texts of the table that are not plain.
#[derive(Default)]
pub(super) struct Special {
    /// Those with pieces in a font of before Unicode. calamine gives a text whole, so
    /// they are found again by their letters.
    pub fonts: HashMap<String, Runs>,
    /// Those with pieces that are struck, by their numbers: the same letters may stand
    /// elsewhere, not struck.
    pub struck: HashMap<usize, Shown>,
}

/// Finds the texts of the table that are not plain.
pub(super) fn special(strings: &str, budget: &Budget) -> Result<Special, Refusal> {
    let mut found = Special::default();
    let (mut pieces, mut number) = (Pieces::default(), 0);
    for token in Tokens::new(strings, budget) {
        match token {
            Token::Open(tag) if tag.is("si") => {
                pieces = Pieces::default();
                number += usize::from(tag.empty);
            }
            Token::Close("si") => {
                let shown = std::mem::take(&mut pieces).finish();
                if shown.has_unseen() {
                    budget.text(shown.bytes())?;
                    found.struck.insert(number, shown);
                } else if shown.runs.has_font() {
                    let whole = shown.runs.clone().whole();
                    budget.text(whole.len())?;
                    found.fonts.insert(whole, shown.runs);
                }
                number += 1;
            }
            Token::Open(tag) => pieces.take(Piece::Open(&tag)),
            Token::Close(name) => pieces.take(Piece::Close(name)),
            Token::Text(text) => pieces.take(Piece::Text(&plain(text))),
            Token::Literal(text) => pieces.take(Piece::Text(text)),
        }
    }
    Ok(found)
}
