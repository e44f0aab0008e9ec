//! A QR code as black boxes.

use qrcodegen::{QrCode, QrCodeEcc};

use super::page::{Colour, Item, Segment, Shape};

/// Modules of white around a code (ISO/IEC 18004).
pub const QUIET: f32 = 4.0;

/// The code of a short text in a square with its top left corner at (`x`, `y`),
/// white border included. Nothing for a text no code can hold.
pub fn qr(text: &str, (x, y): (f32, f32), side: f32) -> Vec<Item> {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Quartile) else { return Vec::new() };
    let module = side / (code.size() as f32 + 2.0 * QUIET);
    let corner = (x + QUIET * module, y + QUIET * module);
    boxes(&code)
        .into_iter()
        .map(|(left, top, right, bottom)| {
            let at =
                |column: i32, row: i32| (corner.0 + column as f32 * module, corner.1 + row as f32 * module);
            let outline = vec![
                Segment::Line(at(right, top)),
                Segment::Line(at(right, bottom)),
                Segment::Line(at(left, bottom)),
            ];
            Item::Shape(Shape { start: at(left, top), outline, fill: Some(Colour::BLACK), stroke: None })
        })
        .collect()
}

/// The dark modules as few boxes: runs of a row, joined with the same run of the
/// rows under it, so that no seam is seen within a square.
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
