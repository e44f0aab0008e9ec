//! The design system: colours, spacing, corners, text roles, styles of surfaces.
//!
//! Widgets and screens take every colour, distance and size from here. There is
//! one light theme; text size is a zoom of the whole window, not another set of
//! sizes, so that distances and rows grow with the text.

pub mod palette;
pub mod space;
pub mod style;
pub mod text;

use iced::Theme;

/// The theme iced's own widgets fall back on.
pub fn theme() -> Theme {
    Theme::custom(
        "Tập huấn",
        iced::theme::Palette {
            background: palette::CANVAS,
            text: palette::INK,
            primary: palette::ACCENT,
            success: palette::GREEN,
            warning: palette::AMBER,
            danger: palette::DANGER,
        },
    )
}
