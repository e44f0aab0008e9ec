//! Cards: white surfaces on the canvas.

use iced::widget::{Column, Container, Row, Space, column, container, row, scrollable};
use iced::{Alignment, Element, Length, Padding};

use super::button;
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

/// The head of what can be closed: words, and a cross. Esc does the same, so Tab need not
/// stop there.
pub fn closing<'a, Message: Clone + 'a>(words: Column<'a, Message>, close: Message) -> Row<'a, Message> {
    let cross = button::cross().on_press(close);
    row![words.width(Length::Fill), cross].spacing(space::S).align_y(Alignment::Start)
}

/// A card as high as there is room, beside a table or a tree: what does not fit scrolls
/// under a narrow bar.
pub fn side<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    let content = container(content).padding(Padding { right: space::L, ..Padding::ZERO });
    let bar = scrollable::Scrollbar::new().width(6.0).scroller_width(6.0).margin(2.0);
    let content = scrollable(content)
        .direction(scrollable::Direction::Vertical(bar))
        .style(style::scroll_bar)
        .height(Length::Fill);
    container(content)
        .padding(Padding { left: space::L, top: space::M, bottom: space::M, right: 0.0 })
        .height(Length::Fill)
        .style(style::card)
}
