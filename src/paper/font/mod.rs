//! The typefaces papers are set in, and what they measure.
//!
//! Tinos has the widths of Times New Roman, which Nghị định 30/2020/NĐ-CP asks
//! for, and every Vietnamese letter. It is part of the program, so a sheet
//! prints the same on every computer.

pub mod kern;
pub mod subset;
mod text;

use std::sync::LazyLock;

pub use text::{composed, printable};

/// One of the faces: four of text, two for titles and names of certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Upright, ordinary weight.
    Regular,
    /// Upright, bold.
    Bold,
    /// Italic, ordinary weight.
    Italic,
    /// Italic, bold.
    BoldItalic,
    /// For titles and names, upright: Latin with Vietnamese, and few signs.
    Display,
    /// For titles and names, italic.
    DisplayItalic,
}

/// How many faces there are.
pub const FACES: usize = 6;

impl Face {
    /// Every face of text, in the order of their declaration: what one has, all have.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face for an emphasis.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The face of a word for an emphasis: that of text where the one for titles lacks a letter of it.
    pub fn of_word(display: bool, (bold, italic): (bool, bool), word: &str) -> Self {
        let titles = if italic { Self::DisplayItalic } else { Self::Display };
        match display && word.chars().all(|letter| titles.covers(letter)) {
            true => titles,
            false => Self::of(bold || display, italic),
        }
    }

    /// The font program.
    pub(crate) fn data(self) -> &'static [u8] {
        macro_rules! program {
            ($name:literal) => {
                include_bytes!(concat!("../../../assets/fonts/", $name, ".ttf"))
            };
        }
        match self {
            Self::Regular => program!("Tinos-Regular"),
            Self::Bold => program!("Tinos-Bold"),
            Self::Italic => program!("Tinos-Italic"),
            Self::BoldItalic => program!("Tinos-BoldItalic"),
            Self::Display => program!("TrangTrong-Bold"),
            Self::DisplayItalic => program!("TrangTrong-BoldItalic"),
        }
    }

    /// Its PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "Tinos-Regular",
            Self::Bold => "Tinos-Bold",
            Self::Italic => "Tinos-Italic",
            Self::BoldItalic => "Tinos-BoldItalic",
            Self::Display => "TrangTrong-Bold",
            Self::DisplayItalic => "TrangTrong-BoldItalic",
        }
    }

    /// Its measures, read once.
    pub fn metrics(self) -> &'static Metrics {
        static TABLES: [LazyLock<Metrics>; FACES] = [
            LazyLock::new(|| Metrics::read(Face::Regular)),
            LazyLock::new(|| Metrics::read(Face::Bold)),
            LazyLock::new(|| Metrics::read(Face::Italic)),
            LazyLock::new(|| Metrics::read(Face::BoldItalic)),
            LazyLock::new(|| Metrics::read(Face::Display)),
            LazyLock::new(|| Metrics::read(Face::DisplayItalic)),
        ];
        &TABLES[self as usize]
    }

    /// Width of one character in thousandths of an em.
    pub fn advance(self, character: char) -> i32 {
        self.metrics().glyph(character).map_or(0, |glyph| i32::from(glyph.advance))
    }

    /// Width of unkerned text in thousandths of an em.
    pub fn width(self, text: &str) -> i32 {
        let metrics = self.metrics();
        text.chars().map(|c| metrics.glyph(c).map_or(0, |glyph| i32::from(glyph.advance))).sum()
    }

    /// Whether it can draw a character.
    pub fn covers(self, character: char) -> bool {
        self.metrics().glyph(character).is_some()
    }
}

/// The glyph of a character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the font program; 0 draws nothing useful.
    pub id: u16,
    /// Its width in thousandths of an em, rounded down as the PDF carries it, so
    /// that what is measured here is exactly what a viewer paints.
    pub advance: u16,
}

/// Characters below this are looked up by position: Latin, its Vietnamese
/// additions and general punctuation.
const DENSE: u32 = 0x2300;

/// What a face measures.
pub struct Metrics {
    units_per_em: u16,
    dense: Vec<Glyph>,
    sparse: Vec<(u32, Glyph)>,
    /// Height above the baseline in thousandths of an em.
    pub ascent: i32,
    /// Depth below the baseline in thousandths of an em, positive.
    pub descent: i32,
    /// Height of a lower-case x in thousandths of an em.
    pub x_height: i32,
}

impl Metrics {
    /// Reads the tables of a face. A font that cannot be read measures nothing;
    /// a test proves that the embedded ones can.
    fn read(face: Face) -> Self {
        let mut metrics = Self {
            units_per_em: 2048,
            dense: vec![Glyph::default(); DENSE as usize],
            sparse: Vec::new(),
            ascent: 891,
            descent: 216,
            x_height: 450,
        };
        let Ok(font) = ttf_parser::Face::parse(face.data(), 0) else { return metrics };
        let units = u32::from(font.units_per_em().max(1));
        let thousandths = |value: i16| i32::from(value) * 1000 / font.units_per_em().max(1) as i32;
        metrics.units_per_em = font.units_per_em();
        metrics.ascent = thousandths(font.ascender());
        metrics.descent = -thousandths(font.descender());
        metrics.x_height = font.x_height().map_or(metrics.x_height, thousandths);
        for table in font.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            if !table.is_unicode() {
                continue;
            }
            table.codepoints(|code| {
                let Some(id) = table.glyph_index(code).filter(|id| id.0 != 0) else { return };
                let width = u32::from(font.glyph_hor_advance(id).unwrap_or(0));
                let advance = u16::try_from(width * 1000 / units).unwrap_or(u16::MAX);
                metrics.insert(code, Glyph { id: id.0, advance });
            });
        }
        metrics.sparse.sort_unstable_by_key(|&(code, _)| code);
        metrics.sparse.dedup_by_key(|&mut (code, _)| code);
        metrics
    }

    fn insert(&mut self, code: u32, glyph: Glyph) {
        match self.dense.get_mut(code as usize) {
            Some(place) => *place = glyph,
            None => self.sparse.push((code, glyph)),
        }
    }

    /// The glyph of a character, if the face has one.
    pub fn glyph(&self, character: char) -> Option<Glyph> {
        let code = u32::from(character);
        match self.dense.get(code as usize) {
            Some(glyph) => (glyph.id != 0).then_some(*glyph),
            None => {
                let at = self.sparse.binary_search_by_key(&code, |&(code, _)| code).ok()?;
                Some(self.sparse[at].1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text::REPLACEMENT;
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_there_in_every_face() {
        let vowels = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy";
        let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
        for vowel in vowels.chars() {
            for tone in tones {
                let typed = format!("{vowel}{tone}");
                let (letter, missing) = printable(&typed);
                assert!(missing.is_empty(), "no face may lack {letter}");
                assert_eq!(letter.chars().count(), 1, "{letter} is one character");
            }
        }
        for face in Face::ALL {
            for sign in "Đđ₫№“”‘’–—…•×°€%/()".chars().chain([REPLACEMENT]) {
                assert!(face.covers(sign), "{} lacks {sign}", face.name());
            }
            assert_eq!(face.metrics().units_per_em, 2048);
        }
    }

    #[test]
    fn names_have_all_their_letters_in_the_faces_for_titles() {
        let vowels = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy";
        for face in [Face::Display, Face::DisplayItalic] {
            for vowel in vowels.chars() {
                for tone in ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"] {
                    let typed = format!("{vowel}{tone}");
                    let (letter, _) = printable(&typed);
                    assert!(letter.chars().all(|one| face.covers(one)), "{} lacks {letter}", face.name());
                }
            }
            assert!("BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx’'.- 0123456789".chars().all(|one| face.covers(one)));
        }
        assert_eq!(Face::of_word(true, (false, true), "Hương"), Face::DisplayItalic);
        assert_eq!(Face::of_word(true, (false, true), "Y-Ƀ"), Face::BoldItalic);
        assert_eq!(Face::of_word(false, (true, false), "Hương"), Face::Bold);
    }

    #[test]
    fn widths_are_rounded_down_as_the_file_carries_them() {
        // Times New Roman: a digit is half an em, M 0.889 em.
        assert_eq!(Face::Regular.advance('0'), 500);
        assert_eq!(Face::Regular.advance('M'), 889);
        assert_eq!(Face::Regular.width("00"), 1000);
    }
}
