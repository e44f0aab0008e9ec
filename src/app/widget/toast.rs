//! What just happened, with the way back.

use iced::widget::{container, row};
use iced::{Alignment, Color, Element};

use super::button;
use super::press::{Look, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space, style};

/// A toast; it closes by itself or by its cross.
pub fn toast<'a, Message: Clone + 'a>(
    icon: Icon,
    words: impl Into<String>,
    action: Option<(String, Message)>,
    on_close: Message,
) -> Element<'a, Message> {
    let action = action.map(|(label, message)| {
        press(plain(label, Role::Label), |status| {
            let ground = if status == Status::Hovered { palette::INK } else { Color::TRANSPARENT };
            Look::flat(ground, palette::TOAST_ACTION)
        })
        .height(space::CONTROL_S)
        .padding([0.0, space::S])
        .on_press(message)
    });
    let close = button::icon_only(Icon::X).mouse_only().on_press(on_close);
    let content = row![
        icon.view().color(Color::WHITE),
        container(plain(words.into(), Role::Body).color(Color::WHITE)).max_width(520.0),
    ]
    .push(action)
    .push(close)
    .spacing(space::M)
    .align_y(Alignment::Center);
    container(content).padding([6.0, space::M]).style(style::rounded(palette::TOAST, space::RADIUS)).into()
}
