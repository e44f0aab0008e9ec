//! A typeface in a file: a font of glyph numbers, with what each of them says (ISO 32000-1, 9.7 and 9.10.3).

use std::fmt::Write as _;

use lopdf::{Error, Object, ObjectId, Stream, StringFormat, dictionary};

use super::file::File;
use crate::paper::font::subset::Subset;

/// Puts a face with its glyphs. What it is called by in the resources is the number returned.
pub fn put(file: &mut File, font: &Subset) -> Result<ObjectId, Error> {
    let source = ttf_parser::Face::parse(font.face.data(), 0).map_err(|_| unreadable())?;
    let thousandths = |units: i16| i64::from(units) * 1000 / i64::from(source.units_per_em().max(1));
    let name = Object::Name(font.name.clone().into_bytes());

    let length = i64::try_from(font.program.len()).unwrap_or(i64::MAX);
    let program = file.put_new(Stream::new(dictionary! { "Length1" => length }, font.program.clone()))?;
    let bounds = source.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let weight = i64::from(source.weight().to_number());
    let descriptor = file.put_new(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.clone(),
        "Flags" => flags(&source),
        "FontBBox" => bounds.map(|units| Object::from(thousandths(units))).to_vec(),
        "ItalicAngle" => source.italic_angle().round() as i64,
        "Ascent" => thousandths(source.ascender()),
        "Descent" => thousandths(source.descender()),
        "CapHeight" => thousandths(source.capital_height().unwrap_or(source.ascender())),
        // No font says it; what is common for a weight.
        "StemV" => 50 + (weight / 65).pow(2),
        "FontFile2" => program,
    })?;
    let widths =
        font.characters.iter().map(|&character| Object::from(i64::from(font.face.advance(character))));
    let glyphs = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.clone(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => text("Adobe"),
            "Ordering" => text("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "W" => vec![1.into(), widths.collect::<Vec<Object>>().into()],
        "CIDToGIDMap" => "Identity",
    };
    let said = file.put_new(Stream::new(dictionary! {}, to_unicode(&font.characters).into_bytes()))?;
    file.put_new(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name,
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![glyphs.into()],
        "ToUnicode" => said,
    })
}

/// What kind of face it is (9.8.2): of Latin letters, with serifs, italic.
fn flags(source: &ttf_parser::Face) -> i64 {
    const SERIF: i64 = 1 << 1;
    const LATIN: i64 = 1 << 5;
    const ITALIC: i64 = 1 << 6;
    SERIF | LATIN | if source.is_italic() { ITALIC } else { 0 }
}

/// What each glyph says, from glyph 1, as a map of characters.
fn to_unicode(characters: &[char]) -> String {
    /// No block of such a map has more lines (Adobe Technical Note #5014).
    const BLOCK: usize = 100;
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
        /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
        /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
        1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        .to_owned();
    let mut glyph = 1;
    // Writing into a string cannot fail.
    for block in characters.chunks(BLOCK) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for character in block {
            let _ = write!(map, "<{glyph:04x}> <");
            character.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                let _ = write!(map, "{unit:04x}");
            });
            map.push_str(">\n");
            glyph += 1;
        }
        map.push_str("endbfchar\n");
    }
    map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}

fn text(text: &str) -> Object {
    Object::String(text.into(), StringFormat::Literal)
}

fn unreadable() -> Error {
    Error::IO(std::io::Error::other("a typeface that cannot be read"))
}
