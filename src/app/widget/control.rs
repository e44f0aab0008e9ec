//! What every control of ours has in common: it can have the focus, a mouse or a
//! finger holds it down, Enter and Space press it, and a ring shows where the
//! focus is, unless a pointer put it there.

use std::time::Duration;

use iced::advanced::widget::operation::Focusable;
use iced::advanced::{Renderer as _, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Background, Border, Color, Event, Rectangle, Renderer, mouse, touch};

use crate::app::theme::palette;

/// Who has the focus and what is held down, of one control.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Control {
    focused: bool,
    /// Whether the keyboard brought the focus, so that the ring is wanted.
    ring: bool,
    held: bool,
}

impl Control {
    /// Something was pressed down; `hit` tells whether it was this control. The
    /// focus goes where the pointer went.
    pub(super) fn press(&mut self, hit: bool) {
        *self = Self { focused: hit, ring: false, held: hit };
    }

    /// For a control that Tab does not reach: it is held, without the focus.
    pub(super) fn give_up_focus(&mut self) {
        self.focused = false;
    }

    /// The pointer was let go: whether this control was held until now.
    pub(super) fn release(&mut self) -> bool {
        std::mem::take(&mut self.held)
    }

    /// The keyboard acted on it, so the ring is wanted from now on.
    pub(super) fn use_keyboard(&mut self) {
        self.ring = true;
    }

    pub(super) fn is_held(self) -> bool {
        self.held
    }

    pub(super) fn shows_ring(self) -> bool {
        self.focused && self.ring
    }
}

impl Focusable for Control {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
        self.ring = true;
    }

    fn unfocus(&mut self) {
        *self = Self::default();
    }
}

/// Presses that follow each other within this time are a double click. Windows takes half a
/// second; who means two presses seldom is that quick.
pub(super) const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// What a mouse or a finger does to controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointer {
    Pressed,
    Released,
    /// The system took the finger away: nothing is pressed by it.
    Lost,
}

/// What an event says about the pointer, if it is about its main button.
pub(super) fn pointer(event: &Event) -> Option<Pointer> {
    match event {
        Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
        | Event::Touch(touch::Event::FingerPressed { .. }) => Some(Pointer::Pressed),
        Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
        | Event::Touch(touch::Event::FingerLifted { .. }) => Some(Pointer::Released),
        Event::Touch(touch::Event::FingerLost { .. }) => Some(Pointer::Lost),
        _ => None,
    }
}

/// The key of a key press and what is held with it.
pub(super) fn key(event: &Event) -> Option<(&Key, Modifiers)> {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => Some((key, *modifiers)),
        _ => None,
    }
}

/// Whether an event presses the control that has the focus: Enter or Space, once
/// however long it is held.
pub(super) fn is_press_key(event: &Event) -> bool {
    matches!(
        event,
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(Named::Enter | Named::Space),
            modifiers,
            repeat: false,
            ..
        }) if !modifiers.command() && !modifiers.alt()
    )
}

/// Fills a rectangle.
pub(super) fn fill(renderer: &mut Renderer, bounds: Rectangle, border: Border, color: Color) {
    renderer
        .fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, Background::Color(color));
}

/// Where the focus ring stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ring {
    /// Around the control, with a gap.
    Outside,
    /// On its own edge, where it touches its neighbours.
    Inside,
}

/// Draws the focus ring of something with these bounds and this edge.
pub(super) fn draw_ring(renderer: &mut Renderer, bounds: Rectangle, edge: Border, ring: Ring) {
    let grow = if ring == Ring::Inside { 0.0 } else { 4.0 };
    let ring = Border { color: palette::ACCENT, width: 2.0, radius: (edge.radius.top_left + grow).into() };
    fill(renderer, bounds.expand(grow), ring, Color::TRANSPARENT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_follows_the_keyboard_and_not_the_pointer() {
        let mut control = Control::default();
        control.press(true);
        assert!(control.is_focused() && control.is_held() && !control.shows_ring());
        control.use_keyboard();
        assert!(control.shows_ring());
        assert!(control.release());
        assert!(!control.release(), "held once");
        control.press(false);
        assert!(!control.is_focused() && !control.shows_ring());
        control.use_keyboard();
        assert!(!control.shows_ring(), "without the focus there is no ring");
    }
}
