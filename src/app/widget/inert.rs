//! Holds a page still while a dialog stands over it, and hands the focus to the
//! dialog and back.

use iced::advanced::Shell;
use iced::{Element, Event, keyboard, window};

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
    focused: Option<usize>,
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
            if self.still {
                let mut order = Order::default();
                inner.operate(&mut order);
                state.focused = order.focused;
                unfocus(&mut |operation| inner.operate(operation));
            } else if let Some(place) = state.focused.take() {
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

/// The contents of a dialog: the focus goes to its first control when it opens.
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
            step_focus(Step::To(0), &mut |operation| inner.operate(operation));
            shell.request_redraw();
        }
        inner.forward(event, shell);
    }
}
