//! Cards: white surfaces on the canvas.

use iced::widget::{Container, Space, column, container, row};
use iced::{Alignment, Element, Length};

use crate::app::theme::text::strong;
use crate::app::theme::{space, style};

/// Least height of a head.
const HEAD: f32 = 24.0;

/// A card around anything.
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    container(content).padding(space::L).style(style::card)
}

/// A card with a head, and what stands at the head's right end.
pub fn titled<'a, Message: 'a>(
    title: impl Into<String>,
    aside: Option<Element<'a, Message>>,
    content: impl Into<Element<'a, Message>>,
) -> Container<'a, Message> {
    // At least one line of a head, and as high as the buttons in it.
    let head = row![Space::new().height(HEAD), strong(title.into()).width(Length::Fill)]
        .push(aside)
        .align_y(Alignment::Center);
    card(column![head, content.into()].spacing(space::M))
}
