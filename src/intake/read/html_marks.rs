//! What a web page does not show: `display:none`, `hidden`, `<s>`, and the classes of its
//! style sheet that say the same.

use std::collections::HashMap;

use super::super::unseen::Unseen;
use super::markup::Tag;

/// Classes that are followed; Excel writes one for each format of cells.
const MOST_CLASSES: usize = 5_000;

/// The classes of a page whose text is not to be seen.
#[derive(Debug, Default)]
pub(super) struct Classes(HashMap<String, Unseen>);

impl Classes {
    /// Those of the style sheets in a page.
    pub fn of(page: &str) -> Self {
        let mut classes = HashMap::new();
        // Every style sheet stands before what it is for, mostly at the top.
        let mut rest = page;
        while let Some(start) = rest.find("<style").or_else(|| rest.find("<STYLE")) {
            let sheet = &rest[start..];
            let end = sheet.find("</").unwrap_or(sheet.len());
            for rule in sheet[..end].split('}') {
                let Some((names, body)) = rule.split_once('{') else { continue };
                let Some(why) = said(body) else { continue };
                let names = names.split(',').filter_map(|name| name.rsplit_once('.'));
                let room = MOST_CLASSES.saturating_sub(classes.len());
                classes.extend(names.take(room).map(|(_, name)| (name.trim().to_lowercase(), why)));
            }
            rest = &sheet[end..];
        }
        Self(classes)
    }

    /// Why the text of an element is not to be seen, by its name in lower case.
    pub fn why(&self, name: &str, tag: &Tag<'_>) -> Option<Unseen> {
        match name {
            "s" | "strike" => return Some(Unseen::Struck),
            "del" => return Some(Unseen::Deleted),
            _ => {}
        }
        if let Some(why) = tag.attribute("style").and_then(|style| said(&style)) {
            return Some(why);
        }
        let hidden =
            tag.attribute("hidden").is_some_and(|hidden| !hidden.eq_ignore_ascii_case("until-found"));
        if hidden {
            return Some(Unseen::HiddenText);
        }
        if self.0.is_empty() {
            return None;
        }
        let classes = tag.attribute("class")?.to_lowercase();
        classes.split_ascii_whitespace().find_map(|class| self.0.get(class).copied())
    }
}

/// What a style says: `display : none`, `text-decoration:line-through`.
fn said(style: &str) -> Option<Unseen> {
    if !["none", "hidden", "line-through", "hide", "collapse"].iter().any(|word| style.contains(word)) {
        return None;
    }
    let plain: String = style.chars().filter(|letter| !letter.is_whitespace()).collect();
    let plain = plain.to_ascii_lowercase();
    let has = |said: &str| plain.contains(said);
    if has("line-through") {
        Some(Unseen::Struck)
    } else if has("display:none")
        || has("visibility:hidden")
        || has("visibility:collapse")
        || has("mso-hide:all")
    {
        Some(Unseen::HiddenText)
    } else {
        None
    }
}

/// The elements that are open whose text is not to be seen.
#[derive(Debug, Default)]
pub(super) struct Open(Vec<(String, Unseen, u32)>);

impl Open {
    /// An element begins.
    pub fn open(&mut self, name: &str, why: Option<Unseen>) {
        /// Pages that never end their elements must not fill the memory.
        const DEEPEST: usize = 200;
        let has_room = self.0.len() < DEEPEST;
        match (self.0.last_mut(), why) {
            // Its own end is not that of the one around it.
            (Some((last, _, within)), _) if last == name => *within = within.saturating_add(1),
            (_, Some(why)) if has_room => self.0.push((name.to_owned(), why, 0)),
            _ => {}
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &str) {
        let Some(at) = self.0.iter().rposition(|(open, ..)| open == name) else { return };
        match &mut self.0[at].2 {
            0 => self.0.truncate(at),
            within => *within -= 1,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Ends all but the first ones.
    pub fn truncate(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// Why text is not to be seen here, if so.
    pub fn why(&self) -> Option<Unseen> {
        self.0.last().map(|(_, why, _)| *why)
    }
}
