//! What the styles of a document of LibreOffice and OpenOffice say of letters, colours and what is struck or
//! hidden.

use std::collections::{HashMap, HashSet};

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::tint::{Hue, Painted, Tint};
use super::super::unseen::Unseen;
use super::markup::{Tag, Token, Tokens};
use super::runs::RunFont;
use crate::vietnamese::legacy::Legacy;

/// Bytes of a style's name that is followed: it is looked for with every cell.
const LONGEST_NAME: usize = 200;

/// What the styles of a document say.
#[derive(Default)]
pub(super) struct Styles {
    /// Fonts by the names that styles give them.
    faces: HashMap<String, Option<Legacy>>,
    /// What styles say of letters, by family and name.
    fonts: HashMap<(String, String), RunFont>,
    parents: HashMap<(String, String), String>,
    /// Whether styles strike text out, by family and name.
    struck: HashMap<(String, String), bool>,
    /// The colours of ground and letters that styles give, by family and name.
    tints: HashMap<(String, String), [Option<Tint>; 2]>,
    /// Whether styles hide text, by family and name.
    hidden_text: HashMap<(String, String), bool>,
    /// Styles of lists whose points are numbered.
    numbered: HashSet<String>,
    /// Styles of tables that are hidden.
    hidden: HashSet<String>,
}

impl Styles {
    /// Takes in the styles of a part of the document.
    pub fn read(&mut self, text: &str, budget: &Budget) -> Result<(), Refusal> {
        let mut style: Option<(String, String)> = None;
        let mut list: Option<String> = None;
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
                    self.tint(style.as_ref(), Painted::Letters, tag.attribute("color").as_deref());
                    let line = tag
                        .attribute("text-line-through-style")
                        .or_else(|| tag.attribute("text-line-through-type"));
                    if let (Some(style), Some(shown)) = (&style, tag.attribute("display")) {
                        self.hidden_text.insert(style.clone(), shown == "none");
                    }
                    if let (Some(style), Some(line)) = (&style, line) {
                        self.struck.insert(style.clone(), line != "none");
                    }
                }
                "table-cell-properties" => {
                    let color = tag.attribute("background-color");
                    self.tint(style.as_ref(), Painted::Ground, color.as_deref());
                }
                "table-properties" if tag.attribute("display").is_some_and(|shown| shown == "false") => {
                    self.hidden.extend(style.as_ref().map(|(_, name)| name.clone()));
                }
                "list-style" => list = tag.attribute("name").map(|name| name.into_owned()),
                "list-level-style-number" if tag.number("level") == Some(1) && has_form(&tag) => {
                    self.numbered.extend(list.clone());
                }
                // The text begins: no styles any more.
                "body" => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// What a style says, or one of those it is based on, or the default.
    pub fn font(&self, family: &str, name: &str) -> RunFont {
        self.says(&self.fonts, family, name).flatten()
    }

    /// Whether a style strikes text out.
    pub fn is_struck(&self, family: &str, name: &str) -> bool {
        !self.struck.is_empty() && self.says(&self.struck, family, name).unwrap_or_default()
    }

    /// Why text of a style is not to be read, or not meant.
    pub fn unseen(&self, family: &str, name: &str) -> Option<Unseen> {
        let is_hidden =
            !self.hidden_text.is_empty() && self.says(&self.hidden_text, family, name).unwrap_or_default();
        match is_hidden {
            true => Some(Unseen::HiddenText),
            false => self.is_struck(family, name).then_some(Unseen::Struck),
        }
    }

    /// Whether a style numbers the points of a list.
    pub fn is_numbered(&self, list: &str) -> bool {
        self.numbered.contains(list)
    }

    /// The colours that a style gives.
    pub fn tints(&self, family: &str, name: &str) -> impl Iterator<Item = Tint> {
        let own = match self.tints.is_empty() {
            true => None,
            false => self.says(&self.tints, family, name),
        };
        own.unwrap_or_default().into_iter().flatten()
    }

    /// Whether a table of this style is hidden.
    pub fn is_hidden(&self, name: &str) -> bool {
        self.hidden.contains(name)
    }

    fn tint(&mut self, style: Option<&(String, String)>, of: Painted, color: Option<&str>) {
        if let (Some(style), Some(hue)) = (style, color.and_then(Hue::of_code)) {
            let tints = self.tints.entry(style.clone()).or_default();
            tints[usize::from(of == Painted::Letters)] = Some(Tint { of, hue });
        }
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

/// Whether a level of a list shows its numbers.
fn has_form(level: &Tag<'_>) -> bool {
    level.attribute("num-format").is_some_and(|form| form == "1")
}
