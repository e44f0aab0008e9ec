//! Dialogs: a question or a short form over the page. Esc closes them.

use iced::widget::{column, container, opaque, row, scrollable, stack};
use iced::{Alignment, Element, Length};

use super::{button, field, guarded, inert, steady};
use crate::app::theme::text::{Role, styled};
use crate::app::theme::{palette, space, style};

/// How wide the contents are.
const WIDTH: f32 = 480.0;
/// The same for a list.
const WIDE: f32 = 780.0;

/// Lays a dialog over the page; the page keeps still and gives it the focus. A press beside it says
/// `on_close`; `on_ask` is said instead, also by Esc and when the window is to close, where something typed
/// would be lost.
pub fn over<'a, Message: Clone + 'a>(
    page: impl Into<Element<'a, Message>>,
    dialog: Option<Element<'a, Message>>,
    on_close: Message,
    on_ask: Message,
) -> Element<'a, Message> {
    let is_open = dialog.is_some();
    let page = inert::page(page, is_open);
    // The page stands at the same place of the tree with and without a dialog,
    // or it would forget where it was scrolled.
    let veiled = dialog.map(|dialog| {
        let dialog = inert::takes_focus(field::refused_first(dialog));
        let dialog = guarded::guarded(dialog, on_close, on_ask);
        let centred = container(opaque(dialog)).center(Length::Fill).padding(space::XL);
        opaque(centred.style(style::fill(palette::VEIL)))
    });
    steady::steady(stack![page].push(veiled))
}

/// The frame of a dialog: a title with a cross, the contents, the buttons.
pub fn dialog<'a, Message: Clone + 'a>(
    title: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    framed(WIDTH, title, content, actions, on_close)
}

/// The same with room for a list.
pub fn wide<'a, Message: Clone + 'a>(
    title: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    framed(WIDE, title, content, actions, on_close)
}

fn framed<'a, Message: Clone + 'a>(
    width: f32,
    title: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    let head = row![
        styled(title.into(), Role::Subtitle).width(Length::Fill),
        // Esc does the same, so Tab need not stop here.
        button::cross().on_press(on_close),
    ]
    .align_y(Alignment::Center);
    let actions = row(actions).spacing(space::M);
    let foot = container(actions).align_right(width);
    // The room at the edge is for the ring of what has the focus.
    let content = container(content.into()).padding(2.0);
    let content = scrollable(content)
        .style(style::scroll_bar)
        .spacing(space::S)
        .width(Length::Fill)
        .height(Length::Shrink);
    // Where the window is low, the contents scroll between the head and the buttons.
    // A column gives its room in order, but to what is as wide as the others last:
    // so the head and the foot have a width of their own.
    let parts = column![container(head).width(width), content, foot].spacing(space::L).width(Length::Shrink);
    container(parts).padding(20.0).style(style::card).into()
}
