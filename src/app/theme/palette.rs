//! Colours. A deep red on warm white; green, amber and blue say states only.

use iced::Color;

/// The red of the program: the primary button, what is chosen, what failed.
pub const ACCENT: Color = hex(0xA3_20_1D);
/// The red under the pointer.
pub const ACCENT_HOVER: Color = hex(0x8C_1A_18);
/// The red while pressed.
pub const ACCENT_PRESSED: Color = hex(0x74_14_12);
/// Behind what is chosen.
pub const ACCENT_SOFT: Color = hex(0xFB_ED_EC);
/// The window behind the cards.
pub const CANVAS: Color = hex(0xF7_F4_F1);
/// [`CANVAS`], eight times, each a shade beside the others: see [`crate::app::App::style`].
pub const CANVASES: [Color; 8] = [
    CANVAS,
    hex(0xF7_F4_F2),
    hex(0xF7_F5_F1),
    hex(0xF7_F5_F2),
    hex(0xF8_F4_F1),
    hex(0xF8_F4_F2),
    hex(0xF8_F5_F1),
    hex(0xF8_F5_F2),
];
/// Cards, fields, the sidebar.
pub const SURFACE: Color = hex(0xFF_FF_FF);
/// Head of a table; a surface under the pointer.
pub const SURFACE_SOFT: Color = hex(0xFB_F9_F7);
/// Chips without a state, tracks, what is disabled.
pub const NEUTRAL: Color = hex(0xEF_EA_E6);
/// Around a sheet of paper.
pub const DESK: Color = hex(0xDD_D6_D0);
/// Text.
pub const INK: Color = hex(0x1F_1B_1A);
/// Secondary text and icons at rest.
pub const MUTED: Color = hex(0x6E_66_63);
/// Text of what cannot be used now.
pub const FAINT: Color = hex(0xA3_9A_96);
/// Between rows, around cards.
pub const LINE: Color = hex(0xE6_E0_DC);
/// Around fields and buttons.
pub const LINE_STRONG: Color = hex(0xD8_D0_CB);
/// Done, present, new.
pub const GREEN: Color = hex(0x1E_7B_4A);
/// Behind green text.
pub const GREEN_SOFT: Color = hex(0xE4_F4_EB);
/// Needs a look.
pub const AMBER: Color = hex(0xB7_79_1F);
/// Amber text on its soft ground, dark enough to read.
pub const AMBER_TEXT: Color = hex(0x96_5F_10);
/// Behind amber text.
pub const AMBER_SOFT: Color = hex(0xFD_F3_DF);
/// Under way, for information.
pub const BLUE: Color = hex(0x1F_5F_A8);
/// Behind blue text.
pub const BLUE_SOFT: Color = hex(0xE7_F0_FA);
/// Behind a toast.
pub const TOAST: Color = hex(0x2A_25_23);
/// The action in a toast.
pub const TOAST_ACTION: Color = hex(0xF2_B3_8A);
/// Over the window while a dialog is open. Opaque shades are cheaper to draw
/// than a veil, and a light veil keeps the page readable.
pub const VEIL: Color = Color { a: 0.35, ..INK };

const fn hex(rgb: u32) -> Color {
    Color::from_rgb8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// What a chip, a row or a message says by its colour. Never by colour alone:
/// words or an icon stand beside it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// No state.
    #[default]
    Neutral,
    /// Chosen, or refused.
    Accent,
    /// Done, present, new.
    Green,
    /// Needs a look.
    Amber,
    /// Under way, for information.
    Blue,
}

impl Tone {
    /// Its ground.
    pub fn soft(self) -> Color {
        match self {
            Self::Neutral => NEUTRAL,
            Self::Accent => ACCENT_SOFT,
            Self::Green => GREEN_SOFT,
            Self::Amber => AMBER_SOFT,
            Self::Blue => BLUE_SOFT,
        }
    }

    /// Its text.
    pub fn strong(self) -> Color {
        match self {
            Self::Neutral => MUTED,
            Self::Accent => ACCENT,
            Self::Green => GREEN,
            Self::Amber => AMBER_TEXT,
            Self::Blue => BLUE,
        }
    }
}
