//! The numbers that Word writes before paragraphs: they stand in no text.

use std::collections::{HashMap, HashSet};

use super::super::super::budget::Budget;
use super::super::super::error::Refusal;
use super::super::markup::{Token, Tokens};

/// Levels that a list has.
const LEVELS: usize = 9;

/// Where a paragraph stands: in which list, and how deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// The number of the list; 0 is none.
    pub list: u32,
    /// How deep, from 0.
    pub level: u32,
}

/// The lists of a document.
#[derive(Default)]
pub(super) struct Numbers {
    /// The form of each list, by its number, and where its levels start when it says so.
    lists: HashMap<u32, (u32, HashMap<u32, u32>)>,
    forms: HashMap<u32, Form>,
    /// How far each form was counted: lists of one form count on.
    counted: HashMap<u32, [u32; LEVELS]>,
    /// Lists that have begun.
    begun: HashSet<u32>,
}

/// The levels of a list.
#[derive(Debug, Clone, Default)]
struct Form {
    levels: [Level; LEVELS],
}

#[derive(Debug, Clone, Default)]
struct Level {
    kind: Kind,
    /// The number with which it starts.
    start: Option<u32>,
    /// The text around the numbers: "%1.", "%1.%2)".
    text: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Decimal,
    Padded,
    UpperLetter,
    LowerLetter,
    UpperRoman,
    LowerRoman,
    Bullet,
}

impl Numbers {
    /// The lists in a part.
    pub fn read(text: &str, budget: &Budget) -> Result<Self, Refusal> {
        const LONGEST: usize = 40;
        let mut numbers = Self::default();
        let (mut form, mut list) = (None, None);
        let (mut level, mut own_level) = (0_usize, 0_u32);
        for token in Tokens::new(text, budget) {
            match token {
                Token::Open(tag) => {
                    let value = || tag.number("val");
                    match tag.name {
                        "abstractNum" => {
                            budget.style()?;
                            form = tag.number("abstractNumId").map(|id| (id, Form::default()));
                        }
                        "num" => {
                            budget.style()?;
                            list = tag.number("numId");
                        }
                        "lvl" => level = tag.number("ilvl").unwrap_or(0) as usize,
                        "lvlOverride" => own_level = tag.number("ilvl").unwrap_or(0),
                        "abstractNumId" => {
                            if let (Some(list), Some(form)) = (list, value()) {
                                numbers.lists.entry(list).or_default().0 = form;
                            }
                        }
                        "startOverride" => {
                            if let (Some(list), Some(start)) = (list, value())
                                && (own_level as usize) < LEVELS
                            {
                                numbers.lists.entry(list).or_default().1.insert(own_level, start);
                            }
                        }
                        name => {
                            let Some((_, form)) = &mut form else { continue };
                            let Some(level) = form.levels.get_mut(level) else { continue };
                            match name {
                                "start" => level.start = value(),
                                "numFmt" => level.kind = kind_of(&tag.attribute("val").unwrap_or_default()),
                                "lvlText" => {
                                    let text = tag.attribute("val").unwrap_or_default();
                                    level.text = text.chars().take(LONGEST).collect();
                                }
                                _ => {}
                            }
                        }
                    }
                }
                Token::Close("abstractNum") => numbers.forms.extend(form.take()),
                Token::Close("num") => list = None,
                _ => {}
            }
        }
        Ok(numbers)
    }

    /// The number of the next paragraph at such a place; a dash where it is none.
    pub fn next(&mut self, place: Place) -> Option<String> {
        let level = usize::try_from(place.level).ok().filter(|level| *level < LEVELS)?;
        let (id, own_starts) = self.lists.get(&place.list)?;
        let form = self.forms.get(id)?;
        let counted = self.counted.entry(*id).or_default();
        if self.begun.insert(place.list) {
            // A list that says where it starts does not count on from another.
            for (level, start) in own_starts {
                if let Some(counted) = counted.get_mut(*level as usize) {
                    *counted = start.saturating_sub(1);
                }
            }
        }
        let start = |level: usize| form.levels[level].start.unwrap_or(1);
        let next = counted[level].saturating_add(1).max(start(level));
        counted[level] = next;
        counted[level + 1..].fill(0);
        let numbers: Vec<String> = (0..=level)
            .map(|level| form.levels[level].kind.written(counted[level].max(start(level))))
            .collect();
        if form.levels[level].kind == Kind::Bullet {
            return Some("-".to_owned());
        }
        let mut text = form.levels[level].text.clone();
        for (place, number) in (1..).zip(&numbers) {
            text = text.replace(&format!("%{place}"), number);
        }
        (!text.trim().is_empty()).then_some(text)
    }
}

fn kind_of(name: &str) -> Kind {
    match name {
        "bullet" | "none" => Kind::Bullet,
        "decimalZero" => Kind::Padded,
        "upperLetter" => Kind::UpperLetter,
        "lowerLetter" => Kind::LowerLetter,
        "upperRoman" => Kind::UpperRoman,
        "lowerRoman" => Kind::LowerRoman,
        _ => Kind::Decimal,
    }
}

impl Kind {
    fn written(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded => format!("{number:02}"),
            Self::UpperLetter => letters(number),
            Self::LowerLetter => letters(number).to_lowercase(),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::Bullet => String::new(),
        }
    }
}

/// A to Z, then AA to ZZ.
fn letters(number: u32) -> String {
    const MOST: u32 = 10;
    let from_zero = number.saturating_sub(1);
    let letter = char::from(b'A' + (from_zero % 26) as u8);
    std::iter::repeat_n(letter, (from_zero / 26 + 1).min(MOST) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1_000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    const MOST: u32 = 4_000;
    if number >= MOST {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_numbered_as_word_shows_them() {
        let part = r#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>
            <w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2.%3"/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>"#;
        let mut numbers = Numbers::read(part, &Budget::default()).expect("lists");
        let mut next = |list, level| numbers.next(Place { list, level }).unwrap_or_default();
        let shown =
            [next(1, 0), next(1, 1), next(1, 1), next(1, 2), next(1, 0), next(1, 1), next(1, 3), next(2, 0)];
        assert_eq!(shown, ["I.", "1)", "2)", "2.a", "II.", "1)", "-", "V."]);
        assert_eq!([next(9, 0), next(1, 9), next(0, 0)], ["", "", ""]);
        assert_eq!([roman(1994), roman(4_000_000_000), letters(28)], ["MCMXCIV", "4000000000", "BB"]);
    }
}
