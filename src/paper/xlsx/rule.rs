//! The lines under the issuer and the motto.
//!
//! Cells have no line shorter than themselves, and a drawn shape is five pixels
//! high at least, so a line is a black pixel drawn out to its length.

use rust_xlsxwriter::{Image, ObjectMovement, XlsxError};

use super::sheet::{ROOMIER, Sheet, pixels};

/// A picture of one black pixel (PNG, 8 bits of grey).
const PIXEL: [u8; 67] = *b"\x89PNG\r\n\x1a\n\
    \0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55\
    \0\0\0\x0AIDAT\x78\xDA\x63\x60\0\0\0\x02\0\x01\xE5\x27\xDE\xFC\
    \0\0\0\0IEND\xAE\x42\x60\x82";

/// Draws a line `length` points long in the middle of some columns, at the top of
/// the row.
pub fn draw(sheet: &mut Sheet, (from, to): (u16, u16), length: f32) -> Result<(), XlsxError> {
    let width = |column: u16| (sheet.grid.right(column) - sheet.grid.left(column)) * ROOMIER;
    let room: f32 = (from..=to).map(width).sum();
    // From the edge of the column it begins in.
    let mut x = (room - length).max(0.0) / 2.0;
    let mut column = from;
    while column < to && x > width(column) {
        x -= width(column);
        column += 1;
    }
    let line = Image::new_from_buffer(&PIXEL)?
        .set_scale_to_size(pixels(length).max(1), 1, false)
        .set_decorative(true)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    sheet.page.insert_image_with_offset(sheet.row, column, &line, pixels(x), 2)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_one() {
        let pixel = Image::new_from_buffer(&PIXEL).expect("a picture");
        assert_eq!((pixel.width(), pixel.height()), (1.0, 1.0));
    }
}
