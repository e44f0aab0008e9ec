//! Text on one line that ends in "…" where it would be too wide.

use iced::advanced::text::{Hit, Paragraph as _, Renderer as _, Text};
use iced::advanced::{self};
use iced::alignment::Vertical;
use iced::widget::text::{Alignment, LineHeight, Shaping, Wrapping};
use iced::{Color, Font, Pixels, Point, Rectangle, Renderer, Size};

use crate::app::theme::text::Role;

/// A text that is laid out.
pub(super) type Paragraph = <Renderer as advanced::text::Renderer>::Paragraph;

/// Lays out a text in a role, cut to a width.
pub(super) fn fitting(text: &str, role: Role, width: f32) -> Paragraph {
    let whole = paragraph(text, role.size(), role.line(), role.font());
    if whole.min_width() <= width + 0.5 {
        return whole;
    }
    let room = Point::new((width - role.size() * 0.8).max(0.0), role.line() / 2.0);
    let end = whole.hit_test(room).map_or(0, Hit::cursor);
    let start = text.get(..end).unwrap_or_default().trim_end();
    paragraph(&format!("{start}…"), role.size(), role.line(), role.font())
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
    let whole = paragraph(text, role.size(), role.line(), role.font());
    let mut content = text.to_owned();
    if whole.min_width() > room.width + 0.5 {
        let end = Point::new((room.width - role.size() * 0.8).max(0.0), role.line() / 2.0);
        let end = whole.hit_test(end).map_or(0, Hit::cursor);
        content = format!("{}…", text.get(..end).unwrap_or_default().trim_end());
    }
    let words = Text {
        content,
        bounds: room.size(),
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

fn paragraph(content: &str, size: f32, line: f32, font: Font) -> Paragraph {
    Paragraph::with_text(Text {
        content,
        bounds: Size::new(f32::INFINITY, line),
        size: Pixels(size),
        line_height: LineHeight::Absolute(Pixels(line)),
        font,
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
    fn a_long_text_is_cut_to_its_room_and_a_short_one_is_left_alone() {
        let long = "Hội nghị tập huấn công tác Mặt trận các xã, phường năm 2026";
        let whole = fitting(long, Role::Body, 10_000.0).min_width();
        let cut = fitting(long, Role::Body, 120.0).min_width();
        assert!(whole > 120.0 && cut <= 120.5 && cut > 60.0, "{whole} {cut}");
        assert_eq!(
            fitting("Nam", Role::Body, 120.0).min_width(),
            fitting("Nam", Role::Body, 999.0).min_width()
        );
        let _ = fitting(long, Role::Body, 0.0);
    }
}
