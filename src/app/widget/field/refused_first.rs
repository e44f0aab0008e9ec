//! A form is not sent while one of its fields shows a text that was refused: the form itself knows only what stood
//! there before. The press, or Enter, that would send it leads to the field, where the reason stands.

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, Scrollable};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Point, Rectangle, Vector, widget};

use super::super::around::{Around, Inner, Manner};
use super::super::control::{self, Pointer};
use super::super::press::Does;
use super::editing::Editing;

/// Wraps a form with its buttons; the primary one sends it.
pub fn refused_first<'a, Message: 'a>(form: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Around { content: form.into(), manner: RefusedFirst }.into()
}

struct RefusedFirst;

impl<Message> Manner<Message> for RefusedFirst {
    type State = ();

    fn update(
        &self,
        (): &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let by = match (control::pointer(event), event) {
            (Some(Pointer::Released), _) => inner.pointer().map(By::Pointer),
            (_, Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(key), .. })) => {
                Some(By::Key(*key))
            }
            _ => None,
        };
        let Some(by) = by else { return inner.forward(event, shell) };
        let mut look =
            Look { by, sends: false, refused: false, inside: Vector::ZERO, scrolled: Vector::ZERO };
        inner.operate(&mut look);
        if !(look.sends && look.refused) {
            return inner.forward(event, shell);
        }
        if matches!(by, By::Pointer(_)) {
            // The button is let go beside itself.
            inner.hide_pointer();
            inner.forward(event, shell);
        }
        inner.operate(&mut Lead { next: false, there: false });
        shell.capture_event();
        shell.request_redraw();
    }
}

/// How the form would be sent.
#[derive(Clone, Copy)]
enum By {
    Pointer(Point),
    Key(Named),
}

/// Looks whether the form would be sent, and whether one of its fields was refused.
struct Look {
    by: By,
    sends: bool,
    refused: bool,
    /// How far what is looked at is scrolled, and what it stands in.
    inside: Vector,
    scrolled: Vector,
}

impl Operation for Look {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let before = self.inside;
        self.inside = before + std::mem::replace(&mut self.scrolled, Vector::ZERO);
        operate(self);
        self.inside = before;
    }

    fn scrollable(
        &mut self,
        _id: Option<&widget::Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.scrolled = translation;
    }

    fn custom(&mut self, _id: Option<&widget::Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        self.sends |= match (self.by, state.downcast_ref::<Does>()) {
            (By::Pointer(at), Some(Does::Sends(_))) => bounds.contains(at + self.inside),
            (By::Key(Named::Enter | Named::Space), Some(Does::Sends(is_focused))) => *is_focused,
            (By::Key(Named::Enter), Some(Does::SendsByEnter(is_focused))) => *is_focused,
            _ => false,
        };
        self.refused |= is_wrong(state);
    }
}

/// Gives the focus to the first field that was refused.
struct Lead {
    /// The next that can have it is that field.
    next: bool,
    there: bool,
}

impl Operation for Lead {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        self.next = !self.there && is_wrong(state);
    }

    fn focusable(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match std::mem::take(&mut self.next) {
            true => {
                self.there = true;
                state.focus();
            }
            false => state.unfocus(),
        }
    }
}

/// Whether this is a field of a form, and what stands in it was refused.
fn is_wrong(state: &dyn std::any::Any) -> bool {
    state.downcast_ref::<Editing>().is_some_and(|editing| !editing.is_kept() && editing.is_refused())
}
