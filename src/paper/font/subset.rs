//! A font program reduced to the glyphs of one file.

use std::collections::BTreeSet;

use subsetter::GlyphRemapper;

use super::Face;

/// A face with only the glyphs that a file shows. Glyph numbers follow the characters, so the same text gives the same file.
pub struct Subset {
    /// Of which face.
    pub face: Face,
    /// Its name with the prefix that marks a subset (ISO 32000-1, 9.6.4).
    pub name: String,
    /// The font program.
    pub program: Vec<u8>,
    /// The characters in the order of their glyphs: that of glyph 1 first. Glyph 0 is that of no character.
    pub characters: Vec<char>,
    /// The glyph here of each glyph of the face; 0 where none was asked for.
    glyphs: Vec<u16>,
}

impl Subset {
    /// The face with the glyphs of `characters`. `None` when the font cannot be read.
    pub fn of(face: Face, characters: &BTreeSet<char>) -> Option<Self> {
        let metrics = face.metrics();
        let mut remapper = GlyphRemapper::new();
        let mut shown = Vec::with_capacity(characters.len());
        let mut glyphs = Vec::new();
        for &character in characters {
            let Some(glyph) = metrics.glyph(character) else { continue };
            let here = remapper.remap(glyph.id);
            let place = usize::from(glyph.id);
            glyphs.resize(glyphs.len().max(place + 1), 0);
            glyphs[place] = here;
            // Two characters of one glyph: a copy of the text gives the first.
            if usize::from(here) > shown.len() {
                shown.push(character);
            }
        }
        let program = subsetter::subset(face.data(), 0, &remapper).ok()?;
        let name = format!("{}+{}", prefix(face, characters), face.name());
        Some(Self { face, name, program, characters: shown, glyphs })
    }

    /// The glyph of a character, 0 for one that was not asked for.
    pub fn glyph(&self, character: char) -> u16 {
        let own = self.face.metrics().glyph(character).unwrap_or_default();
        self.glyphs.get(usize::from(own.id)).copied().unwrap_or(0)
    }
}

/// Six capital letters that name this choice of glyphs.
fn prefix(face: Face, characters: &BTreeSet<char>) -> String {
    // FNV-1a over the characters: the same glyphs always have the same name.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ face as u64;
    for &character in characters {
        hash = (hash ^ u64::from(u32::from(character))).wrapping_mul(0x100_0000_01b3);
    }
    (0..6).map(|place| char::from(b'A' + ((hash >> (place * 8)) % 26) as u8)).collect()
}
