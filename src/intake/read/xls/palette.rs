//! The colours of a workbook of Excel 97 to 2003: cells and letters name them by number.

use super::super::super::tint::Hue;
use super::super::ole2::{u16_at, u32_at};

/// The number of the first colour that a workbook may have in place of Excel's own.
const FIRST: u16 = 8;

/// Excel's own colours from [`FIRST`] on, red first (\[MS-XLS\] 2.5.161).
const BUILT_IN: [u32; 56] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF, 0x80_0000,
    0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080, 0x99_99FF, 0x99_3366,
    0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF, 0x00_0080, 0xFF_00FF, 0xFF_FF00,
    0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF, 0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99,
    0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99, 0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900,
    0xFF_6600, 0x66_6699, 0x96_9696, 0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366,
    0x33_3399, 0x33_3333,
];

/// The colours in place of Excel's own, from [`FIRST`] on; none for those that stay.
#[derive(Debug, Default)]
pub(super) struct Palette(Vec<[u8; 3]>);

impl Palette {
    /// The colours of a record.
    pub fn read(content: &[u8]) -> Self {
        let colors = content.get(2..).unwrap_or_default().chunks_exact(4).take(BUILT_IN.len());
        Self(colors.map(|color| [color[0], color[1], color[2]]).collect())
    }

    /// How people call the colour of a number; black, white and "as the system has it" are none.
    pub fn hue(&self, number: u16) -> Option<Hue> {
        let at = usize::from(number.checked_sub(FIRST)?);
        let built_in = || {
            let [_, red, green, blue] = BUILT_IN.get(at)?.to_be_bytes();
            Some([red, green, blue])
        };
        Hue::of_rgb(self.0.get(at).copied().or_else(built_in)?)
    }
}

/// The number of the colour with which the style of a cell fills it.
pub(super) fn ground(style: &[u8]) -> Option<u16> {
    let is_filled = u32_at(style, 14)? >> 26 != 0;
    is_filled.then_some(u16_at(style, 18)? & 0x7F)
}
