//! Empty states: what is not there yet and what to do about it.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length, Padding};

use crate::app::icon::Icon;
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{palette, space, style};

/// Says what is missing and offers the next steps.
pub fn empty<'a, Message: 'a>(
    icon: Icon,
    title: impl Into<String>,
    words: impl Into<String>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let badge = container(icon.sized(28.0).color(palette::ACCENT))
        .center(Length::Fixed(64.0))
        .style(style::rounded(palette::ACCENT_SOFT, 32.0));
    // In a narrow column they stand over each other.
    let steps = row(actions)
        .spacing(space::M)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(space::S)
        .align_x(Alignment::Center);
    let content = column![
        badge,
        column![
            styled(title.into(), Role::Subtitle),
            small(words.into()).align_x(Alignment::Center).width(Length::Fill),
        ]
        .spacing(space::XS)
        .align_x(Alignment::Center)
        .max_width(460.0),
        steps,
    ]
    .spacing(space::L)
    .align_x(Alignment::Center);
    container(content).center_x(Length::Fill).padding(Padding::from([48.0, space::XL])).into()
}
