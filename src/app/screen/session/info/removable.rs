//! A word with a cross to take it away.

use iced::widget::{container, row};
use iced::{Alignment, Color, Element};

use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space, style};
use crate::app::widget::press::{Look, Status, press};

/// Height of the chip.
const HEIGHT: f32 = 26.0;

/// A chip; the cross is there when there is something to say.
pub fn removable<'a, Message: Clone + 'a>(
    words: impl Into<String>,
    on_remove: Option<Message>,
) -> Element<'a, Message> {
    let look = |status: Status| {
        let (ground, text) = match status {
            Status::Hovered | Status::Pressed => (palette::LINE, palette::INK),
            _ => (Color::TRANSPARENT, palette::MUTED),
        };
        Look::flat(ground, text).corners(10.0)
    };
    let cross = on_remove.map(|message| {
        press(Icon::X.sized(14.0), look)
            .width(20.0)
            .height(20.0)
            .padding([0.0, 3.0])
            .ring_inside()
            .on_press(message)
    });
    let right = if cross.is_some() { 4.0 } else { 10.0 };
    let room = iced::Padding { left: 10.0, right, ..Default::default() };
    let words = plain(words.into(), Role::SmallLabel);
    container(row![words].push(cross).spacing(space::XS).align_y(Alignment::Center))
        .align_y(Alignment::Center)
        .height(HEIGHT)
        .padding(room)
        .style(style::rounded(palette::NEUTRAL, HEIGHT / 2.0))
        .into()
}
