//! The menu of a row that stands in no table: by the other mouse button, or by the menu key while the focus is in it.

use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::{Shell, mouse, overlay};
use iced::widget::Id;
use iced::{Element, Event, Rectangle, Renderer, Size, Theme, Vector};

use super::around::{Around, Inner, Manner};
use super::command::Command;
use super::command_menu::{self, Menu};
use super::control;

/// A row with its menu; `on_open` says that it opens, so that the row is chosen.
pub fn row_menu<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_open: Message,
    commands: Vec<Command<Message>>,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: RowMenu { on_open, commands } }.into()
}

struct RowMenu<Message> {
    on_open: Message,
    commands: Vec<Command<Message>>,
}

impl<Message: Clone> Manner<Message> for RowMenu<Message> {
    type State = command_menu::State;

    fn update(
        &self,
        menu: &mut command_menu::State,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let right = matches!(event, Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right)));
        let is_wanted_by_key = || control::menu_key(event) && !shell.is_event_captured();
        match inner.pointer() {
            Some(at) if right && inner.is_under_pointer() => {
                menu.open(Rectangle::new(at, Size::new(1.0, 1.0)))
            }
            _ if is_wanted_by_key() && has_focus(inner) => {
                let row = inner.bounds();
                menu.open_by_key(Rectangle { x: row.x + 40.0, width: 1.0, ..row });
            }
            _ => return inner.forward(event, shell),
        }
        shell.publish(self.on_open.clone());
        shell.capture_event();
        shell.request_redraw();
    }

    fn overlay<'b>(
        &'b self,
        menu: &'b mut command_menu::State,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>>
    where
        Message: 'b,
    {
        Menu::of(menu, || self.commands.clone(), translation)
    }
}

/// Whether the focus is somewhere in it.
fn has_focus<Message>(inner: &mut Inner<'_, '_, Message>) -> bool {
    let mut seek = Seek(false);
    inner.operate(&mut seek);
    seek.0
}

struct Seek(bool);

impl Operation for Seek {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }
}
