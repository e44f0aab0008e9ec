//! Dialogs: a question or a short form over the page. Esc closes them.

use iced::widget::{column, container, mouse_area, opaque, row, scrollable, stack};
use iced::{Alignment, Element, Length};

use super::{button, inert};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, styled};
use crate::app::theme::{palette, space, style};

/// Lays a dialog over the page; the page keeps still and gives it the focus.
pub fn over<'a, Message: Clone + 'a>(
    page: impl Into<Element<'a, Message>>,
    dialog: Option<Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    let page = inert::page(page, dialog.is_some());
    // The page stands at the same place of the tree with and without a dialog,
    // or it would forget where it was scrolled.
    let veiled = dialog.map(|dialog| {
        let centred = container(opaque(inert::takes_focus(dialog))).center(Length::Fill).padding(space::XL);
        opaque(mouse_area(centred.style(style::fill(palette::VEIL))).on_press(on_close))
    });
    stack![page].push(veiled).into()
}

/// The frame of a dialog: a title with a cross, the contents, the buttons.
pub fn dialog<'a, Message: Clone + 'a>(
    title: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
    actions: impl IntoIterator<Item = Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    let head = row![
        styled(title.into(), Role::Subtitle).width(Length::Fill),
        // Esc does the same, so Tab need not stop here.
        button::icon_only(Icon::X).mouse_only().on_press(on_close),
    ]
    .align_y(Alignment::Center);
    let actions = row(actions).spacing(space::M);
    let foot = container(actions).align_right(Length::Fill);
    // Where the window is low, the contents scroll between the head and the buttons.
    // The room at the edge is for the ring of what has the focus.
    let content = container(content.into()).padding(2.0);
    let content = scrollable(content).style(style::scroll_bar).width(Length::Fill).height(Length::Shrink);
    container(column![head, content, foot].spacing(space::L))
        .padding(20.0)
        .width(Length::Fill)
        .max_width(520.0)
        .style(style::card)
        .into()
}
