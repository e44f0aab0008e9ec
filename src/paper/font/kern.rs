//! Kerning for names and titles, by the font's own pairs.
//!
//! Shaping a word costs ten times what laying it out does, and a conference has
//! a few hundred different words: each is shaped once.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Buffer, Direction, Feature, Font, ShapeOptions, ShapePlan, ShaperFont, Tag};

use super::{FACES, Face};

/// The kerning of one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kerned {
    /// Space added after each character, in thousandths of an em; empty when none is.
    pub after: Vec<i16>,
    /// Their sum.
    pub sum: i32,
}

/// A face ready for shaping.
struct Shaping {
    font: Font,
    plan: ShapePlan,
}

/// Ligatures would make the text unreadable by position; only kerning is wanted.
const LIGATURES: [&[u8; 4]; 4] = [b"liga", b"clig", b"dlig", b"calt"];

fn shaping(face: Face) -> Option<&'static Shaping> {
    static SHAPING: [LazyLock<Option<Shaping>>; FACES] = [
        LazyLock::new(|| Shaping::new(Face::Regular)),
        LazyLock::new(|| Shaping::new(Face::Bold)),
        LazyLock::new(|| Shaping::new(Face::Italic)),
        LazyLock::new(|| Shaping::new(Face::BoldItalic)),
        LazyLock::new(|| Shaping::new(Face::Display)),
        LazyLock::new(|| Shaping::new(Face::DisplayItalic)),
    ];
    SHAPING[face as usize].as_ref()
}

impl Shaping {
    fn new(face: Face) -> Option<Self> {
        let font = Font::new(face.data(), 0)?;
        let plan = ShapePlan::new(
            &font,
            Direction::LeftToRight,
            Some(harfrust::Script::LATIN),
            None,
            &LIGATURES.map(|tag| Feature::new(Tag::new(tag), 0, ..)),
        );
        Some(Self { font, plan })
    }
}

/// Kerns words and remembers them.
#[derive(Default)]
pub struct Kerner {
    words: [HashMap<Box<str>, Rc<Kerned>>; FACES],
    fonts: [Option<ShaperFont<'static, 'static>>; FACES],
}

impl Kerner {
    /// The kerning of a word. A word that does not shape one glyph to a
    /// character stays unkerned.
    pub fn kern(&mut self, face: Face, word: &str) -> Rc<Kerned> {
        let words = &mut self.words[face as usize];
        if let Some(known) = words.get(word) {
            return Rc::clone(known);
        }
        let kerned = Rc::new(shape(&mut self.fonts[face as usize], face, word).unwrap_or_default());
        words.insert(word.into(), Rc::clone(&kerned));
        kerned
    }
}

fn shape(font: &mut Option<ShaperFont<'static, 'static>>, face: Face, word: &str) -> Option<Kerned> {
    let Shaping { font: source, plan } = shaping(face)?;
    let font = font.get_or_insert_with(|| ShaperFont::new(source));
    let mut buffer = Buffer::new();
    buffer.push_str(word);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(harfrust::Script::LATIN));
    harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan))).ok()?;
    let positions = buffer.glyph_positions();
    if positions.len() != word.chars().count() {
        return None;
    }
    let metrics = face.metrics();
    let units = i32::from(metrics.units_per_em);
    let mut after = Vec::with_capacity(positions.len());
    for ((character, position), info) in word.chars().zip(positions).zip(buffer.glyph_infos()) {
        let glyph = metrics.glyph(character)?;
        if info.glyph_id != u32::from(glyph.id) {
            return None;
        }
        // Rounded to the thousandths the file carries, from the unrounded advance.
        let natural = font.glyph_h_advance(harfrust::GlyphId::new(u32::from(glyph.id)));
        let kern = (position.x_advance - natural) * 1000;
        after.push(i16::try_from((kern + kern.signum() * units / 2) / units).unwrap_or(0));
    }
    let sum = after.iter().map(|&kern| i32::from(kern)).sum();
    if after.iter().all(|&kern| kern == 0) {
        after.clear();
    }
    Some(Kerned { after, sum })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kerned_and_words_are_shaped_once() {
        let mut kerner = Kerner::default();
        let first = kerner.kern(Face::Bold, "Tuấn");
        // "Tu" is one of the widest gaps of the typeface.
        assert!(first.after[0] < -50, "{first:?}");
        assert_eq!(first.sum, first.after.iter().map(|&k| i32::from(k)).sum::<i32>());
        assert!(Rc::ptr_eq(&first, &kerner.kern(Face::Bold, "Tuấn")));
    }

    #[test]
    fn every_vietnamese_letter_shapes_to_its_own_glyph() {
        let mut kerner = Kerner::default();
        for word in ["Ưởng", "Vĩ", "đương", "ươn", "ươc", "ượt", "ơt", "Tì", "Tĩnh", "Tố", "fi", "ỵ"]
        {
            for face in Face::ALL {
                let kerned = kerner.kern(face, word);
                assert!(kerned.after.is_empty() || kerned.after.len() == word.chars().count(), "{word}");
            }
        }
    }
}
