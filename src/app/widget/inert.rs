//! Holds a page still while a dialog stands over it, and hands the focus to the
//! dialog and back.

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, TextInput};
use iced::widget::Id;
use iced::{Element, Event, Rectangle, keyboard, window};

use super::around::{Around, Inner, Manner};
use super::focus::{Order, Step, step_focus, unfocus};

/// A page that takes no input while `still`. It gives up the focus, so that a
/// field commits what was typed, and gets it back afterwards.
pub fn page<'a, Message: 'a>(content: impl Into<Element<'a, Message>>, still: bool) -> Element<'a, Message> {
    Around { content: content.into(), manner: Page { still } }.into()
}

struct Page {
    still: bool,
}

#[derive(Debug, Default)]
struct Remembered {
    still: bool,
    order: Order,
}

impl<Message> Manner<Message> for Page {
    type State = Remembered;

    fn update(
        &self,
        state: &mut Remembered,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if self.still != state.still {
            state.still = self.still;
            let mut order = Order::default();
            inner.operate(&mut order);
            if self.still {
                state.order = order;
                unfocus(&mut |operation| inner.operate(operation));
            } else if let Some(place) = state.order.focused.take()
                && order.focused.is_none()
                && order.total == state.order.total
            {
                // Unless the dialog led to another control, or to another page.
                step_focus(Step::To(place), &mut |operation| inner.operate(operation));
            }
            shell.request_redraw();
        }
        if !self.still {
            return inner.forward(event, shell);
        }
        inner.hide_pointer();
        match event {
            Event::Mouse(_) | Event::Touch(_) | Event::InputMethod(_) => {}
            // Modifier keys may be let go over the dialog.
            Event::Keyboard(keyboard::Event::KeyPressed { .. }) => {}
            _ => inner.forward(event, shell),
        }
    }

    fn admits_operations(&self) -> bool {
        !self.still
    }

    fn admits_pointer(&self) -> bool {
        !self.still
    }
}

/// Finds the first text field in the order of the controls, and selects its text.
#[derive(Default)]
struct FirstField {
    controls: usize,
    place: Option<usize>,
}

impl Operation for FirstField {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn TextInput) {
        // A field tells of its text before it tells that it can have the focus.
        if self.place.is_none() {
            self.place = Some(self.controls);
            state.select_all();
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn Focusable) {
        self.controls += 1;
    }
}

/// The contents of a dialog: when it opens, the focus goes to its first text field,
/// whose text is replaced by what is typed, or else to its first control.
pub fn takes_focus<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Around { content: content.into(), manner: TakesFocus }.into()
}

struct TakesFocus;

#[derive(Debug, Default)]
struct Taken(bool);

impl<Message> Manner<Message> for TakesFocus {
    type State = Taken;

    fn update(
        &self,
        state: &mut Taken,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if !state.0 && matches!(event, Event::Window(window::Event::RedrawRequested(_))) {
            state.0 = true;
            let mut first = FirstField::default();
            inner.operate(&mut first);
            step_focus(Step::To(first.place.unwrap_or(0)), &mut |operation| inner.operate(operation));
            shell.request_redraw();
        }
        inner.forward(event, shell);
    }
}
