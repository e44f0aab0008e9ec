//! A check box with its label. Space and Enter turn it.

use iced::widget::row;
use iced::{Alignment, Color};

use super::press::{Look, Press, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space};

/// A check box; `on_toggle` gets the new state.
pub fn checkbox<'a, Message: Clone + 'a>(
    checked: bool,
    label: impl Into<String>,
    on_toggle: impl Fn(bool) -> Message,
) -> Press<'a, Message> {
    let (icon, color) =
        if checked { (Icon::SquareCheck, palette::MARK) } else { (Icon::Square, palette::MUTED) };
    let content = row![icon.view().color(color), plain(label.into(), Role::Body)]
        .spacing(space::S)
        .align_y(Alignment::Center);
    let look = |status: Status| {
        let text = if status == Status::Disabled { palette::FAINT } else { palette::INK };
        Look::flat(Color::TRANSPARENT, text).corners(space::RADIUS_S)
    };
    // One line is 26 pixels high; a long label has more.
    press(content, look).padding([3.0, 2.0]).ring_inside().on_press(on_toggle(!checked))
}
