//! Text on one line that ends in "…" where it would be too wide.

use std::borrow::Cow;

use iced::advanced;
use iced::advanced::text::{Hit, Paragraph as _, Renderer as _, Text};
use iced::alignment::Vertical;
use iced::widget::text::{Alignment, Shaping, Wrapping};
use iced::{Color, Pixels, Point, Rectangle, Renderer, Size};

use crate::app::theme::text::Role;

/// A text that is laid out.
pub(super) type Paragraph = <Renderer as advanced::text::Renderer>::Paragraph;

/// As wide as no line is: the software renderer forgets that a text is not to be
/// broken, and breaks what is as wide as its room by a hair.
const UNBROKEN: f32 = 10_000.0;

/// Lays out a text in a role, cut to a width.
pub(super) fn fitting(text: &str, role: Role, width: f32) -> Paragraph {
    laid_out(&cut(text, role, width), role)
}

/// How wide a text is in a role.
pub(super) fn width(text: &str, role: Role) -> f32 {
    laid_out(text, role).min_width()
}

/// The text, or as much of its beginning as a width holds, with "…".
fn cut(text: &str, role: Role, width: f32) -> Cow<'_, str> {
    let whole = laid_out(text, role);
    if whole.min_width() <= width + 0.5 {
        return Cow::Borrowed(text);
    }
    let room = Point::new((width - role.size() * 0.8).max(0.0), role.line() / 2.0);
    let end = whole.hit_test(room).map_or(0, Hit::cursor);
    Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default().trim_end()))
}

/// Writes a text on one line in a room, cut to it. A paragraph that is not kept
/// until the frame is shown is not drawn, so the words themselves are handed over.
pub(super) fn write(
    renderer: &mut Renderer,
    text: &str,
    role: Role,
    color: Color,
    room: Rectangle,
    align_x: Alignment,
) {
    let words = Text {
        content: cut(text, role, room.width).into_owned(),
        bounds: Size::new(if align_x == Alignment::Left { UNBROKEN } else { room.width }, room.height),
        size: Pixels(role.size()),
        line_height: role.line_height(),
        font: role.font(),
        align_x,
        align_y: Vertical::Center,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    };
    let x = if align_x == Alignment::Center { room.center_x() } else { room.x };
    renderer.fill_text(words, Point::new(x, room.center_y()), color, room);
}

fn laid_out(content: &str, role: Role) -> Paragraph {
    Paragraph::with_text(Text {
        content,
        bounds: Size::new(f32::INFINITY, role.line()),
        size: Pixels(role.size()),
        line_height: role.line_height(),
        font: role.font(),
        align_x: Alignment::Left,
        align_y: Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_in_dots_within_its_room_and_a_short_one_is_left_alone() {
        for font in crate::app::theme::text::FONTS {
            let mut system = iced::advanced::graphics::text::font_system().write().expect("fonts");
            system.load_font((*font).into());
        }
        let long = "Hội nghị tập huấn công tác Mặt trận các xã, phường năm 2026";
        let short = cut(long, Role::Body, 160.0);
        let width = fitting(long, Role::Body, 160.0).min_width();
        assert!(short.ends_with('…') && long.starts_with(short.trim_end_matches('…')), "{short}");
        assert!(width <= 160.5 && width > 100.0, "{width}");
        assert_eq!(cut("Nam", Role::Body, 160.0), "Nam");
        assert_eq!(cut(long, Role::Body, 0.0), "…");
    }
}
