//! Styles of surfaces and of iced's own text fields and scroll bars.

use iced::widget::{container, scrollable, text_editor, text_input};
use iced::{Background, Border, Color, Theme};

use super::palette::{self, Tone};
use super::space;

/// A flat surface with a border.
pub fn surface(background: Color, line: Color, radius: f32) -> container::Style {
    container::Style {
        background: Some(Background::Color(background)),
        border: Border { color: line, width: 1.0, radius: radius.into() },
        ..container::Style::default()
    }
}

/// A card on the canvas.
pub fn card(_: &Theme) -> container::Style {
    surface(palette::SURFACE, palette::LINE, space::RADIUS_L)
}

/// The ground of a head at the top of a card.
pub fn head(_: &Theme) -> container::Style {
    let corners = iced::border::top(space::RADIUS_L - 1.0);
    container::Style {
        background: Some(Background::Color(palette::SURFACE_SOFT)),
        border: Border { radius: corners, ..Border::default() },
        ..container::Style::default()
    }
}

/// A ground of one colour without border.
pub fn fill(color: Color) -> impl Fn(&Theme) -> container::Style {
    move |_| container::Style { background: Some(Background::Color(color)), ..container::Style::default() }
}

/// A ground of one colour with round corners.
pub fn rounded(color: Color, radius: f32) -> impl Fn(&Theme) -> container::Style {
    move |_| surface(color, Color::TRANSPARENT, radius)
}

/// The box a key's name stands in.
pub fn key(_: &Theme) -> container::Style {
    surface(palette::SURFACE, palette::LINE_STRONG, 4.0)
}

/// A text field; `refused` shows that its value was not taken.
pub fn text_field(refused: bool) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |_, status| {
        let focused = matches!(status, text_input::Status::Focused { .. });
        let disabled = status == text_input::Status::Disabled;
        let line = match (refused, focused) {
            (true, _) => palette::DANGER,
            (false, true) => palette::FOCUS,
            (false, false) => palette::LINE_STRONG,
        };
        text_input::Style {
            background: Background::Color(if disabled { palette::CANVAS } else { palette::SURFACE }),
            border: Border {
                color: line,
                width: if focused { 2.0 } else { 1.0 },
                radius: space::RADIUS.into(),
            },
            icon: palette::MUTED,
            placeholder: palette::EXAMPLE,
            value: if disabled { palette::MUTED } else { palette::INK },
            selection: palette::MARKED_TEXT,
        }
    }
}

/// A field whose colour says what it takes; without one it is as all others.
pub fn entry_field(tone: Tone) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    let plain = text_field(false);
    move |theme, status| match tone {
        Tone::Neutral => plain(theme, status),
        tone => text_input::Style {
            background: Background::Color(tone.soft()),
            border: Border { color: tone.strong(), ..plain(theme, status).border },
            placeholder: tone.strong(),
            ..plain(theme, status)
        },
    }
}

/// A field of several lines, which looks like one of one line. Its editor is made
/// anew for each frame, so it cannot say itself whether it has the focus.
pub fn text_area(
    focused: bool,
    refused: bool,
    disabled: bool,
) -> impl Fn(&Theme, text_editor::Status) -> text_editor::Style {
    move |theme, _| {
        let status = match (disabled, focused) {
            (true, _) => text_input::Status::Disabled,
            (false, true) => text_input::Status::Focused { is_hovered: false },
            (false, false) => text_input::Status::Active,
        };
        let text_input::Style { background, border, placeholder, value, selection, .. } =
            text_field(refused)(theme, status);
        text_editor::Style { background, border, placeholder, value, selection }
    }
}

/// Scroll bars: thin, grey, darker while dragged.
pub fn scroll_bar(_: &Theme, status: scrollable::Status) -> scrollable::Style {
    let rail = |dragged: bool| scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if dragged { palette::FAINT } else { palette::LINE_STRONG }),
            border: Border { radius: 4.0.into(), ..Border::default() },
        },
    };
    let (x, y) = match status {
        scrollable::Status::Dragged {
            is_horizontal_scrollbar_dragged,
            is_vertical_scrollbar_dragged,
            ..
        } => (is_horizontal_scrollbar_dragged, is_vertical_scrollbar_dragged),
        _ => (false, false),
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail(y),
        horizontal_rail: rail(x),
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: Background::Color(palette::SURFACE),
            border: Border::default(),
            shadow: iced::Shadow::default(),
            icon: palette::MUTED,
        },
    }
}
