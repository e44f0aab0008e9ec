//! A line across the top of the page for what stays true a while: read-only,
//! sample data.

use iced::widget::{container, row};
use iced::{Alignment, Element, Length};

use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{space, style};

/// A banner with an optional action at its end.
pub fn banner<'a, Message: 'a>(
    tone: Tone,
    icon: Icon,
    words: impl Into<String>,
    action: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let color = tone.strong();
    let content =
        row![icon.view().color(color), plain(words.into(), Role::Body).color(color).width(Length::Fill),]
            .push(action)
            .spacing(space::S)
            .align_y(Alignment::Center);
    container(content)
        .padding([space::S, space::XL])
        .width(Length::Fill)
        .style(style::fill(tone.soft()))
        .into()
}
