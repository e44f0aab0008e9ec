//! Colours, each with one meaning. A deep red on warm white is the program's own: it fills what the program offers to press, and
//! is never a text. What is chosen has a ground of sand and a dark mark, what has the focus a dark ring; red text and red edges
//! say that something failed or would be taken away. Green, amber and blue say states only. All of it is told apart in grey, too:
//! by mark, ring, icon and words.

use iced::Color;

/// The red of the program: the ground of what it offers to press, and of its sign.
pub const ACCENT: Color = hex(0xA3_20_1D);
/// The red under the pointer.
pub const ACCENT_HOVER: Color = hex(0x8C_1A_18);
/// The red while pressed.
pub const ACCENT_PRESSED: Color = hex(0x74_14_12);
/// Behind the sign of an empty page.
pub const ACCENT_SOFT: Color = hex(0xFB_ED_EC);
/// Behind what is chosen. Its text is [`INK`].
pub const CHOSEN: Color = hex(0xEC_E3_DA);
/// The mark of what is chosen: a bar, an edge, a tick.
pub const MARK: Color = INK;
/// The ring around what has the focus.
pub const FOCUS: Color = INK;
/// Behind text that is marked in a field.
pub const MARKED_TEXT: Color = hex(0xE3_D5_C6);
/// What failed, was refused or takes something away: text, icons and edges.
pub const DANGER: Color = hex(0xB3_20_1A);
/// Behind red text.
pub const DANGER_SOFT: Color = hex(0xFC_EB_EA);
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
pub const MUTED: Color = hex(0x69_61_5F);
/// Examples in empty fields: to be read, and no data.
pub const EXAMPLE: Color = hex(0x75_6C_69);
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
    /// Failed, refused, absent.
    Danger,
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
            Self::Danger => DANGER_SOFT,
            Self::Green => GREEN_SOFT,
            Self::Amber => AMBER_SOFT,
            Self::Blue => BLUE_SOFT,
        }
    }

    /// Its text.
    pub fn strong(self) -> Color {
        match self {
            Self::Neutral => MUTED,
            Self::Danger => DANGER,
            Self::Green => GREEN,
            Self::Amber => AMBER_TEXT,
            Self::Blue => BLUE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text of this size is read by everybody at this contrast (WCAG 2.2, 1.4.3).
    const READABLE: f32 = 4.5;
    /// Edges and marks (1.4.11).
    const SEEN: f32 = 3.0;

    /// How bright a colour is, from 0 to 1 (WCAG 2.2, relative luminance): what is left of it in grey.
    fn luminance(color: Color) -> f32 {
        let [red, green, blue, _] = color.into_linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Color, other: Color) -> f32 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    const TONES: [Tone; 5] = [Tone::Neutral, Tone::Danger, Tone::Green, Tone::Amber, Tone::Blue];

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        let plain = [SURFACE, SURFACE_SOFT, CANVAS];
        let grounds = plain.into_iter().chain([NEUTRAL, CHOSEN, MARKED_TEXT]).chain(TONES.map(Tone::soft));
        let of_ink = grounds.map(|ground| (INK, ground));
        let muted = plain.into_iter().chain([NEUTRAL, CHOSEN]).map(|ground| (MUTED, ground));
        let examples = plain.map(|ground| (EXAMPLE, ground));
        let states = TONES.iter().flat_map(|tone| {
            [tone.soft(), SURFACE, SURFACE_SOFT, CANVAS].map(|ground| (tone.strong(), ground))
        });
        let white =
            [ACCENT, ACCENT_HOVER, ACCENT_PRESSED, GREEN, MARK, TOAST].map(|ground| (Color::WHITE, ground));
        let all =
            of_ink.chain(muted).chain(examples).chain(states).chain(white).chain([(TOAST_ACTION, TOAST)]);
        for (text, ground) in all {
            let contrast = contrast(text, ground);
            assert!(contrast >= READABLE, "{text:?} on {ground:?}: {contrast}");
        }
    }

    #[test]
    fn marks_rings_and_edges_of_faults_are_seen() {
        for ground in [SURFACE, SURFACE_SOFT, CANVAS, CHOSEN] {
            for mark in [MARK, FOCUS, DANGER] {
                assert!(contrast(mark, ground) >= SEEN, "{mark:?} on {ground:?}");
            }
        }
    }

    #[test]
    fn what_is_chosen_is_told_from_what_is_not_in_grey_too() {
        for other in [SURFACE, SURFACE_SOFT, CANVAS] {
            assert!(contrast(CHOSEN, other) >= 1.1, "{other:?}: {}", contrast(CHOSEN, other));
        }
    }
}
