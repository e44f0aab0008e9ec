//! The arrows up and down, where the focus stays in a field meanwhile: as in a list that is searched.

use iced::advanced::Shell;
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event};

use super::around::{Around, Inner, Manner};

/// Content over which an arrow says `on_step`: true for down.
pub fn arrows<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    on_step: impl Fn(bool) -> Message + 'a,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: Arrows(on_step) }.into()
}

struct Arrows<F>(F);

impl<Message, F: Fn(bool) -> Message> Manner<Message> for Arrows<F> {
    type State = ();

    fn update(
        &self,
        (): &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(arrow @ (Named::ArrowDown | Named::ArrowUp)),
                ..
            }) => {
                shell.publish((self.0)(*arrow == Named::ArrowDown));
                shell.capture_event();
            }
            _ => inner.forward(event, shell),
        }
    }
}
