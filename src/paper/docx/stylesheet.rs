//! The part of a Word file in which its styles stand.

use std::fmt::Display;

use super::NAMESPACES;
use super::style::{Description, Style};
use super::units::{half_points, twips};
use crate::paper::layout::LEADING;
use crate::paper::measures::{CELL_PADDING, ROW_PADDING, TEXT};
use crate::paper::xml::Xml;

/// The typeface: it has the widths of the one the PDF is set in.
const TYPEFACE: &str = "Times New Roman";

/// Rows of Word are taller than those of the PDF by the line between them: half of it above and below, in points.
const HALF_LINE: f32 = 0.25;

/// Height of a line as Word's "single" has it for that typeface, as a part of its size.
const SINGLE: f32 = 1.149;

/// The part with all styles.
pub fn styles() -> String {
    Xml::part("w:styles", &NAMESPACES, |xml| {
        defaults(xml);
        for style in Style::ALL {
            paragraph_style(xml, style);
        }
        table_styles(xml);
    })
}

fn defaults(xml: &mut Xml) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let face = &TYPEFACE;
                xml.empty(
                    "w:rFonts",
                    &[("w:ascii", face), ("w:hAnsi", face), ("w:eastAsia", face), ("w:cs", face)],
                );
                // Titles and names are kerned, as in the PDF.
                xml.value("w:kern", half_points(12.0));
                xml.value("w:sz", half_points(TEXT));
                xml.value("w:szCs", half_points(TEXT));
                xml.empty("w:lang", &[("w:val", &"vi-VN"), ("w:eastAsia", &"vi-VN"), ("w:bidi", &"ar-SA")]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.flag("w:widowControl", true);
                line_height(xml, &[], LEADING / SINGLE);
            });
        });
    });
}

/// Line height as a multiple of single, with room around.
fn line_height(xml: &mut Xml, around: &[(&str, &dyn Display)], multiple: f32) {
    let line = (multiple * 240.0).round() as i32;
    let own: [(&str, &dyn Display); 2] = [("w:line", &line), ("w:lineRule", &"auto")];
    xml.empty("w:spacing", &[around, &own].concat());
}

/// In the order of CT_Style.
fn paragraph_style(xml: &mut Xml, style: Style) {
    let is = style.description();
    let mut attributes: Vec<(&str, &dyn Display)> = vec![("w:type", &"paragraph")];
    let (id, custom) = (style.id(), !is.name.is_ascii());
    match style {
        Style::Plain => attributes.push(("w:default", &1)),
        _ if custom => attributes.push(("w:customStyle", &1)),
        _ => {}
    }
    attributes.push(("w:styleId", &id));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", is.name);
        if style != Style::Plain {
            xml.value("w:basedOn", Style::Plain.id());
        }
        if matches!(style, Style::Heading(_)) {
            xml.value("w:next", Style::Text.id());
        }
        xml.flag("w:qFormat", is.gallery || custom || style == Style::Plain);
        xml.element("w:pPr", &[], |xml| style_paragraph(xml, &is));
        xml.element("w:rPr", &[], |xml| {
            xml.flag("w:b", is.bold);
            xml.flag("w:i", is.italic);
            if is.grey {
                xml.value("w:color", "595959");
            }
            if is.size != TEXT {
                xml.value("w:sz", half_points(is.size));
                xml.value("w:szCs", half_points(is.size));
            }
        });
    });
}

fn style_paragraph(xml: &mut Xml, is: &Description) {
    xml.flag("w:keepNext", is.keeps_next);
    xml.flag("w:keepLines", is.level.is_some());
    let around: [(&str, &dyn Display); 2] = [("w:before", &twips(is.before)), ("w:after", &twips(is.after))];
    if is.single {
        line_height(xml, &around, 1.0);
    } else if is.before + is.after > 0.0 {
        xml.empty("w:spacing", &around);
    }
    if is.indent > 0.0 {
        xml.empty("w:ind", &[("w:firstLine", &twips(is.indent))]);
    }
    if !is.align.is_empty() {
        xml.value("w:jc", is.align);
    }
    if let Some(level) = is.level {
        xml.value("w:outlineLvl", level);
    }
}

/// The id of the style of tables with lines.
pub const GRID: &str = "TableGrid";

fn table_styles(xml: &mut Xml) {
    let zero = |xml: &mut Xml, side: &str| xml.empty(side, &[("w:w", &0), ("w:type", &"dxa")]);
    let normal: [(&str, &dyn Display); 3] =
        [("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", "Normal Table");
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
            xml.element("w:tblCellMar", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                    zero(xml, side);
                }
            });
        });
    });
    xml.element("w:style", &[("w:type", &"table"), ("w:styleId", &GRID)], |xml| {
        xml.value("w:name", "Table Grid");
        xml.value("w:basedOn", "TableNormal");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let look: [(&str, &dyn Display); 4] =
                        [("w:val", &"single"), ("w:sz", &4), ("w:space", &0), ("w:color", &"000000")];
                    xml.empty(side, &look);
                }
            });
            xml.element("w:tblCellMar", &[], |xml| {
                let rooms = [
                    ("w:top", ROW_PADDING - HALF_LINE),
                    ("w:left", CELL_PADDING),
                    ("w:bottom", ROW_PADDING - HALF_LINE),
                    ("w:right", CELL_PADDING),
                ];
                for (side, room) in rooms {
                    xml.empty(side, &[("w:w", &twips(room)), ("w:type", &"dxa")]);
                }
            });
        });
    });
}
