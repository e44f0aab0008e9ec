//! Entries of the sidebar.

use iced::widget::row;
use iced::{Alignment, Color, Element, Length};

use super::press::{Look, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space};

/// One entry; without its label when the sidebar is narrow.
pub fn item<'a, Message: Clone + 'a>(
    icon: Icon,
    label: String,
    narrow: bool,
    shown: bool,
    on_press: Message,
) -> Element<'a, Message> {
    let tip = if narrow { label.clone() } else { String::new() };
    let content = row![icon.view()]
        .push((!narrow).then(|| plain(label, Role::Label)))
        .spacing(space::M)
        .align_y(Alignment::Center)
        .width(if narrow { Length::Shrink } else { Length::Fill });
    let look = move |status: Status| match (shown, status) {
        (true, _) => Look::chosen(),
        (false, Status::Hovered) => Look::flat(palette::SURFACE_SOFT, palette::INK),
        (false, Status::Pressed) => Look::flat(palette::NEUTRAL, palette::INK),
        (false, _) => Look::flat(Color::TRANSPARENT, palette::INK),
    };
    press(content, look)
        .width(Length::Fill)
        .height(space::CONTROL)
        .padding([0.0, 10.0])
        .ring_inside()
        .tip(tip)
        .on_press(on_press)
        .into()
}
