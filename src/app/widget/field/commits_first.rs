//! What is typed is of what was on show when it was typed. A press may show something else before the field
//! hears that the focus leaves it: a row that stands before the field in the tree is chosen first. So the field
//! commits before anything else hears of a press.

use std::time::Instant;

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::{Element, Event, Rectangle, mouse, touch, widget, window};

use super::super::around::{Around, Inner, Manner};
use super::draft::Occasion;
use super::editing::Editing;

/// Wraps the window.
pub fn commits_first<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Around { content: content.into(), manner: CommitsFirst }.into()
}

struct CommitsFirst;

impl<Message> Manner<Message> for CommitsFirst {
    type State = ();

    fn update(
        &self,
        (): &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let is_press = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        );
        let mut typed = Typed(false);
        if is_press {
            inner.operate(&mut typed);
        }
        if typed.0 {
            // Any event will do that means nothing: fields commit with the next.
            inner.forward_apart(&Event::Window(window::Event::RedrawRequested(Instant::now())), shell);
        }
        inner.forward(event, shell);
    }
}

/// Makes the field that is typed in commit with its next event, and knows whether there is one. The press may
/// be in that very field: what cannot be right yet is not refused.
struct Typed(bool);

impl Operation for Typed {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        let editing = state.downcast_mut::<Editing>().filter(|editing| editing.is_typed_in());
        if let Some(editing) = editing {
            editing.want(Occasion::Pause);
            self.0 = true;
        }
    }
}
