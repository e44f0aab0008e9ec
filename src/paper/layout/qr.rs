//! A QR code as one black shape.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::page::{Grid, Item};

/// Modules of white around a code (ISO/IEC 18004).
const QUIET: f32 = 4.0;

/// The code of a short text in a square with its top left corner at (`x`, `y`),
/// white border included. `None` for a text no code can hold.
pub fn qr(text: &str, (x, y): (f32, f32), side: f32) -> Option<Item> {
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).ok()?;
    let modules = u8::try_from(code.size()).ok()?;
    let module = side / (f32::from(modules) + 2.0 * QUIET);
    let at = (x + QUIET * module, y + QUIET * module);
    Some(Item::Grid(Grid { at, side: module, boxes: boxes(&code, modules) }))
}

/// A code in two shapes: the patterns in three of its corners, which all codes of a size have, and what is its own. A white line
/// lies between them, so that no seam shows.
pub fn parted(text: &str, at: (f32, f32), side: f32) -> Option<(Item, Item)> {
    /// How many modules a pattern is wide.
    const PATTERN: u8 = 7;
    let Item::Grid(whole) = qr(text, at, side)? else { return None };
    let modules = whole.boxes.iter().map(|[.., bottom]| *bottom).max()?;
    let end = modules.saturating_sub(PATTERN);
    let is_pattern = |&[left, top, right, bottom]: &[u8; 4]| {
        let (at_left, at_top) = (right <= PATTERN, bottom <= PATTERN);
        (at_left && (at_top || top >= end)) || (at_top && left >= end)
    };
    let (patterns, own) = whole.boxes.iter().partition(|one| is_pattern(one));
    let of = |boxes| Item::Grid(Grid { boxes, ..whole.clone() });
    Some((of(patterns), of(own)))
}

/// The code of a few digits as small and as hard to spoil as there is: version 1, level H. Its own top left corner,
/// without a white border, is at `at`. `None` for what is no number or has more than 17 digits.
pub fn numeric_qr(digits: &str, at: (f32, f32), module: f32) -> Option<Item> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let segments = [QrSegment::make_numeric(digits)];
    let (ecc, only) = (QrCodeEcc::High, Version::new(1));
    let code = QrCode::encode_segments_advanced(&segments, ecc, only, only, None, false).ok()?;
    let modules = u8::try_from(code.size()).ok()?;
    Some(Item::Grid(Grid { at, side: module, boxes: boxes(&code, modules) }))
}

/// The dark modules as few boxes: runs of a row, joined with the same run of the
/// rows over it.
fn boxes(code: &QrCode, modules: u8) -> Vec<[u8; 4]> {
    let mut done: Vec<[u8; 4]> = Vec::with_capacity(usize::from(modules) * 8);
    // Which of them reach down to this row: no other can be joined.
    let (mut above, mut reaching) = (Vec::new(), Vec::new());
    for row in 0..modules {
        let is_dark = |column: u8| code.get_module(i32::from(column), i32::from(row));
        let mut column = 0;
        while column < modules {
            if !is_dark(column) {
                column += 1;
                continue;
            }
            let from = column;
            while is_dark(column) {
                column += 1;
            }
            let same = |place: &usize| (done[*place][0], done[*place][2]) == (from, column);
            let place = above.iter().copied().find(same);
            match place {
                Some(place) => done[place][3] = row + 1,
                None => done.push([from, row, column, row + 1]),
            }
            reaching.push(place.unwrap_or(done.len() - 1));
        }
        above.clear();
        std::mem::swap(&mut above, &mut reaching);
    }
    // Long papers keep thousands of them.
    done.shrink_to_fit();
    done
}
