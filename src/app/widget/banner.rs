//! What stays true a while: a line across the top of the page, such as that it is only read, or one within it.

use iced::widget::{Row, container, row};
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
    container(line(tone, icon, words, action))
        .padding([space::S, space::XL])
        .width(Length::Fill)
        .style(style::fill(tone.soft()))
        .into()
}

/// The same within the page.
pub fn inset<'a, Message: 'a>(
    tone: Tone,
    icon: Icon,
    words: impl Into<String>,
    action: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    container(line(tone, icon, words, action))
        .padding([space::S, space::M])
        .width(Length::Fill)
        .style(style::rounded(tone.soft(), space::RADIUS))
        .into()
}

fn line<'a, Message: 'a>(
    tone: Tone,
    icon: Icon,
    words: impl Into<String>,
    action: Option<Element<'a, Message>>,
) -> Row<'a, Message> {
    let color = tone.strong();
    row![icon.view().color(color), plain(words.into(), Role::Body).color(color).width(Length::Fill)]
        .push(action)
        .spacing(space::S)
        .align_y(Alignment::Center)
}
