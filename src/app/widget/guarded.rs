//! A dialog in which something was typed is not closed by a press beside it or on its cross, by Esc or with the window:
//! it is asked first.

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::keyboard::{self, Key, key::Named};
use iced::widget::Id;
use iced::{Element, Event, Rectangle, window};

use super::around::{Around, Inner, Manner};
use super::control::{self, Pointer};
use super::field;
use super::press::Does;

/// A dialog: `on_close` is said by a press beside it, `on_ask` instead of that and of Esc while
/// something typed in it would be lost, as where the window is to close.
pub(super) fn guarded<'a, Message: Clone + 'a>(
    dialog: Element<'a, Message>,
    on_close: Message,
    on_ask: Message,
) -> Element<'a, Message> {
    Around { content: dialog, manner: Guarded { on_close, on_ask } }.into()
}

struct Guarded<Message> {
    on_close: Message,
    on_ask: Message,
}

/// What stood in the fields when the dialog opened; nothing before.
#[derive(Debug, Default)]
struct Opening(Option<Vec<String>>);

impl Opening {
    /// Whether something stands in a field that did not then.
    fn is_left_by(&self, now: Vec<String>) -> bool {
        let mut then = self.0.clone().unwrap_or_default();
        now.into_iter().filter(|text| !text.trim().is_empty()).any(|text| {
            match then.iter().position(|one| *one == text) {
                Some(at) => {
                    then.swap_remove(at);
                    false
                }
                None => true,
            }
        })
    }
}

impl<Message: Clone> Manner<Message> for Guarded<Message> {
    type State = Opening;

    fn update(
        &self,
        opening: &mut Opening,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if opening.0.is_none() {
            opening.0 = Some(texts(inner));
        }
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. }) => {
                // A field that is typed in takes Esc for itself, and gives up its own text.
                let typed = opening.is_left_by(texts(inner));
                inner.forward(event, shell);
                if typed && !shell.is_event_captured() {
                    shell.publish(self.on_ask.clone());
                    shell.capture_event();
                }
            }
            // The field that is typed in hands on its text; what the dialog holds is asked about.
            Event::Window(window::Event::CloseRequested) => {
                inner.forward(event, shell);
                if opening.is_left_by(texts(inner)) {
                    shell.publish(self.on_ask.clone());
                }
            }
            _ if control::pointer(event) == Some(Pointer::Pressed) && !inner.is_under_pointer() => {
                // The field that is typed in hands on its text before it is asked.
                inner.forward(event, shell);
                if !shell.is_event_captured() {
                    let typed = opening.is_left_by(texts(inner));
                    shell.publish(if typed { self.on_ask.clone() } else { self.on_close.clone() });
                    shell.capture_event();
                }
            }
            _ if control::pointer(event) == Some(Pointer::Released)
                && is_on_cross(inner)
                && opening.is_left_by(texts(inner)) =>
            {
                // The cross is let go beside itself.
                inner.hide_pointer();
                inner.forward(event, shell);
                shell.publish(self.on_ask.clone());
                shell.capture_event();
            }
            _ => inner.forward(event, shell),
        }
    }
}

/// Whether the pointer is on the cross of the dialog, which stands first in it.
fn is_on_cross<Message>(inner: &mut Inner<'_, '_, Message>) -> bool {
    let mut cross = Cross(None);
    inner.operate(&mut cross);
    cross.0.zip(inner.pointer()).is_some_and(|(cross, at)| cross.contains(at))
}

/// Finds the cross of the dialog.
struct Cross(Option<Rectangle>);

impl Operation for Cross {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        if let (None, Some(Does::Closes)) = (self.0, state.downcast_ref::<Does>()) {
            self.0 = Some(bounds);
        }
    }
}

fn texts<Message>(inner: &mut Inner<'_, '_, Message>) -> Vec<String> {
    let mut texts = Texts::default();
    inner.operate(&mut texts);
    texts.0
}

/// Gathers what stands in fields that keep it nowhere else.
#[derive(Default)]
struct Texts(Vec<String>);

impl Operation for Texts {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        self.0.extend(field::text_at_risk(state).map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_counts_and_what_stood_there_does_not() {
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let opening = Opening(Some(texts(&["", "Nam", "Nam"])));
        assert!(!opening.is_left_by(texts(&["Nam", "", "Nam"])), "the same in another order");
        assert!(!opening.is_left_by(texts(&["", " ", "Nam"])), "what was emptied is no work");
        assert!(opening.is_left_by(texts(&["Nam", "Nam", "Nam"])));
        assert!(opening.is_left_by(texts(&["Lớp", "Nam", "Nam"])));
    }
}
