//! The search field above a table: it searches while typing, so what is typed
//! is not a draft.

use iced::widget::{container, row, text_input};
use iced::{Alignment, Element, Length, Padding};

use super::button;
use crate::app::icon::Icon;
use crate::app::theme::text::{REGULAR, Role, styled};
use crate::app::theme::{palette, space, style};

/// What Ctrl+F focuses. One search field on a page.
pub const ID: &str = "search";

/// A search field. `hint` names the key that leads to it.
pub fn search<'a, Message: Clone + 'a>(
    words: &str,
    placeholder: &str,
    on_input: impl Fn(String) -> Message + 'a,
) -> Element<'a, Message> {
    let clear = (!words.is_empty())
        .then(|| button::icon_only(Icon::X).mouse_only().on_press(on_input(String::new())));
    let key = words
        .is_empty()
        .then(|| container(styled("Ctrl F", Role::Tiny)).padding([1.0, 6.0]).style(style::key));
    let input = text_input(placeholder, words)
        .id(ID)
        .on_input(on_input)
        .font(REGULAR)
        .size(Role::Body.size())
        .line_height(Role::Body.line_height())
        .padding(0)
        .style(style::bare_field);
    let content = row![Icon::Search.view().color(palette::MUTED), input]
        .push(key)
        .push(clear)
        .spacing(space::S)
        .align_y(Alignment::Center);
    container(content)
        .width(Length::Fill)
        .height(space::CONTROL)
        .align_y(Alignment::Center)
        .padding(Padding { left: space::M, right: space::S, ..Padding::ZERO })
        .style(|_| style::surface(palette::SURFACE, palette::LINE_STRONG, space::RADIUS))
        .into()
}
