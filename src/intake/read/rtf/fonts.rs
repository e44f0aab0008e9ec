//! The fonts of a text in rich text format, which tell what its bytes mean.

use std::collections::HashMap;

use super::super::super::budget::{Budget, Stop};
use crate::vietnamese::legacy::{Legacy, western};

/// What the fonts of a text say.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    known: HashMap<i32, Font>,
    /// The font that is being described.
    open: Option<(i32, Font)>,
    /// The code page of the whole text.
    pub code_page: i32,
    /// The font of text that names none.
    pub default: i32,
}

#[derive(Debug, Clone, Default)]
struct Font {
    name: String,
    charset: Option<i32>,
    legacy: Option<Legacy>,
}

/// The code page of Vietnamese.
const VIETNAMESE: i32 = 1258;
/// The character set of a font that has it.
const VIETNAMESE_CHARSET: i32 = 163;
/// The code page that is Unicode.
const UTF8: i32 = 65001;
/// Bytes of the longest name of a font.
const LONGEST: usize = 100;

impl Fonts {
    /// `\f3` among the fonts: another begins.
    pub fn begin(&mut self, id: i32, budget: &Budget) -> Result<(), Stop> {
        self.end();
        budget.style()?;
        self.open = Some((id, Font::default()));
        Ok(())
    }

    /// `\fcharset163`.
    pub fn charset(&mut self, charset: i32) {
        if let Some((_, font)) = &mut self.open {
            font.charset = Some(charset);
        }
    }

    /// A piece of the name; a semicolon ends it.
    pub fn name(&mut self, bytes: &[u8]) {
        if let Some((_, font)) = &mut self.open {
            let own = bytes.split(|byte| *byte == b';').next().unwrap_or_default();
            if font.name.len() < LONGEST {
                font.name.push_str(&western(&own[..own.len().min(LONGEST)]));
            }
        }
        if bytes.contains(&b';') {
            self.end();
        }
    }

    /// The font that is being described is whole.
    pub fn end(&mut self) {
        if let Some((id, mut font)) = self.open.take() {
            font.legacy = Legacy::of_font(&font.name);
            self.known.insert(id, font);
        }
    }

    /// What a font says of its letters.
    pub fn legacy(&self, id: i32) -> Option<Legacy> {
        self.known.get(&id).and_then(|font| font.legacy)
    }

    /// The letters of some bytes in a font. Bytes that stand there bare are often Unicode.
    pub fn letters(&self, bytes: &[u8], id: i32, bare: bool) -> String {
        if (bytes.is_ascii() || bare || self.code_page == UTF8)
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return text.to_owned();
        }
        let text = western(bytes);
        let font = self.known.get(&id);
        let charset = font.and_then(|font| font.charset);
        let is_vietnamese = match charset {
            Some(VIETNAMESE_CHARSET) => true,
            // That of the system.
            None | Some(0 | 1) => self.code_page == VIETNAMESE,
            Some(_) => false,
        };
        let is_vietnamese = is_vietnamese && font.is_none_or(|font| font.legacy.is_none());
        // Letters of other pages stand among them as Unicode, so that each is told for itself; tones join later.
        match is_vietnamese {
            true => {
                text.chars().map(|letter| decoded(letter).unwrap_or_else(|| letter.to_string())).collect()
            }
            false => text,
        }
    }
}

fn decoded(letter: char) -> Option<String> {
    Legacy::Windows1258.decode(letter.encode_utf8(&mut [0; 4]))
}
