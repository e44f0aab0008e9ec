//! A font program reduced to the glyphs of one file.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontMetrics, ParsedFont};
use subsetter::GlyphRemapper;

use super::Face;

/// The face with only the glyphs of `characters`, named with the prefix that
/// marks a subset (ISO 32000-1, 9.6.4). `None` when the font cannot be read.
///
/// printpdf subsets nothing in the build used here, so this does it first and
/// hands over a font whose characters, glyphs and widths are already the small
/// one's. Glyph numbers follow the characters, so the same text gives the same file.
pub fn subset(face: Face, characters: &BTreeSet<char>) -> Option<ParsedFont> {
    let source = ttf_parser::Face::parse(face.data(), 0).ok()?;
    let metrics = face.metrics();
    let mut remapper = GlyphRemapper::new();
    let mut glyph_of = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for &character in characters {
        let Some(glyph) = metrics.glyph(character) else { continue };
        let small = remapper.remap(glyph.id);
        glyph_of.insert(u32::from(character), small);
        widths.insert(small, source.glyph_hor_advance(ttf_parser::GlyphId(glyph.id)).unwrap_or(0));
    }
    let program = subsetter::subset(face.data(), 0, &remapper).ok()?;
    let mut font = ParsedFont::with_glyph_data(
        program,
        0,
        Some(format!("{}+{}", prefix(face, characters), face.name())),
        glyph_of,
        widths,
        source.units_per_em(),
        FontMetrics { ascent: source.ascender(), descent: source.descender() },
    );
    let bounds = source.global_bounding_box();
    font.pdf_font_metrics.x_min = bounds.x_min;
    font.pdf_font_metrics.y_min = bounds.y_min;
    font.pdf_font_metrics.x_max = bounds.x_max;
    font.pdf_font_metrics.y_max = bounds.y_max;
    font.pdf_font_metrics.us_weight_class = source.weight().to_number();
    if matches!(face, Face::Italic | Face::BoldItalic | Face::DisplayItalic) {
        // The slant as rise and run; the font gives it as an angle to the left.
        font.pdf_font_metrics.caret_slope_rise = 1000;
        let slope = (-source.italic_angle()).to_radians().tan() * 1000.0;
        font.pdf_font_metrics.caret_slope_run = slope.round() as i16;
    }
    Some(font)
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
