//! Keys that mean something on a page as long as no field is typed in, whatever else has the focus.

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::keyboard::{self, Key, Modifiers};
use iced::widget::Id;
use iced::{Element, Event, Rectangle};

use super::around::{Around, Inner, Manner};
use super::field;

/// Content beside which keys say what `on_key` makes of them. What is in it comes first.
pub fn page_keys<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    on_key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: PageKeys(on_key) }.into()
}

struct PageKeys<F>(F);

impl<Message, F: Fn(&Key, Modifiers) -> Option<Message>> Manner<Message> for PageKeys<F> {
    type State = ();

    fn update(
        &self,
        (): &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        inner.forward(event, shell);
        let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return };
        if shell.is_event_captured() {
            return;
        }
        let Some(message) = (self.0)(key, *modifiers) else { return };
        let mut typing = Typing(false);
        inner.operate(&mut typing);
        if !typing.0 {
            shell.publish(message);
            shell.capture_event();
        }
    }
}

/// Whether a field has the focus.
struct Typing(bool);

impl Operation for Typing {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        self.0 |= field::has_focus(state);
    }
}
