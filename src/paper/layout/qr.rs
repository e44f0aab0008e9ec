//! A QR code as one black shape.

use qrcodegen::{QrCode, QrCodeEcc};

use super::page::{Colour, Item, Segment, Shape};

/// Modules of white around a code (ISO/IEC 18004).
pub const QUIET: f32 = 4.0;

/// The code of a short text in a square with its top left corner at (`x`, `y`),
/// white border included. `None` for a text no code can hold.
///
/// All of it is one shape: where two of them touch, viewers leave a pale seam.
pub fn qr(text: &str, (x, y): (f32, f32), side: f32) -> Option<Item> {
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).ok()?;
    let module = side / (code.size() as f32 + 2.0 * QUIET);
    let at =
        |column: i32, row: i32| (x + (column as f32 + QUIET) * module, y + (row as f32 + QUIET) * module);
    let mut outline = Vec::new();
    for (left, top, right, bottom) in boxes(&code) {
        outline.push(Segment::Start(at(left, top)));
        outline.extend([at(right, top), at(right, bottom), at(left, bottom)].map(Segment::Line));
    }
    // The corner of the first finder pattern is always dark.
    Some(Item::Shape(Shape {
        start: at(0, 0),
        outline: outline.split_off(1.min(outline.len())),
        fill: Some(Colour::BLACK),
        stroke: None,
    }))
}

/// The dark modules as few boxes: runs of a row, joined with the same run of the
/// rows under it.
fn boxes(code: &QrCode) -> Vec<(i32, i32, i32, i32)> {
    let mut done: Vec<(i32, i32, i32, i32)> = Vec::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            if !code.get_module(column, row) {
                column += 1;
                continue;
            }
            let from = column;
            while code.get_module(column, row) {
                column += 1;
            }
            let above = done
                .iter_mut()
                .find(|(left, _, right, bottom)| (*left, *right, *bottom) == (from, column, row));
            match above {
                Some(above) => above.3 = row + 1,
                None => done.push((from, row, column, row + 1)),
            }
        }
    }
    done
}
