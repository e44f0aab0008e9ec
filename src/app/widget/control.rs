//! What every control of ours has in common: it can have the focus, a mouse or a
//! finger holds it down, Enter and Space press it, and a ring shows where the
//! focus is, unless a pointer put it there.

use std::time::{Duration, Instant};

use iced::advanced::widget::operation::Focusable;
use iced::advanced::{Renderer as _, Shell, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Background, Border, Color, Event, Rectangle, Renderer, mouse, touch, window};

use crate::app::theme::palette;

/// Who has the focus and what is held down, of one control.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Control {
    focus: Focus,
    held: bool,
    clicks: Clicks,
}

/// Whether a control has the focus, and what brought it there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Elsewhere,
    ByPointer,
    /// So the ring is wanted.
    ByKeyboard,
}

impl Control {
    /// A pointer went down, `over` this control or not. The focus goes where the pointer went,
    /// or to who took the press before; the answer is whether that is this control.
    pub(super) fn take<M>(&mut self, over: bool, shell: &mut Shell<'_, M>) -> bool {
        let hit = over && !shell.is_event_captured();
        let focus = if hit { Focus::ByPointer } else { Focus::Elsewhere };
        *self = Self { focus, held: hit, clicks: self.clicks };
        shell.request_redraw();
        hit
    }

    /// Whether an event presses it: a pointer is let go over what it held down, or Enter or
    /// Space. `once` takes a double click for one press: many people double-click whatever
    /// there is.
    pub(super) fn is_pressed<M>(
        &mut self,
        event: &Event,
        over: bool,
        once: bool,
        shell: &mut Shell<'_, M>,
    ) -> bool {
        match pointer(event) {
            Some(Pointer::Pressed) => {
                if self.take(over, shell) {
                    shell.capture_event();
                }
                false
            }
            _ if shell.is_event_captured() => false,
            Some(Pointer::Released) => {
                std::mem::take(&mut self.held) && over && !(self.clicks.follows_another() && once)
            }
            Some(Pointer::Lost) => {
                self.held = false;
                false
            }
            None => {
                let pressed = self.is_focused() && is_press_key(event);
                if pressed {
                    self.use_keyboard();
                }
                pressed
            }
        }
    }

    /// For a control that Tab does not reach: it is held, without the focus.
    pub(super) fn give_up_focus(&mut self) {
        self.focus = Focus::Elsewhere;
    }

    /// The keyboard acted on it, so the ring is wanted from now on.
    pub(super) fn use_keyboard(&mut self) {
        if self.is_focused() {
            self.focus = Focus::ByKeyboard;
        }
    }

    pub(super) fn is_held(self) -> bool {
        self.held
    }

    pub(super) fn shows_ring(self) -> bool {
        self.focus == Focus::ByKeyboard
    }
}

impl Focusable for Control {
    fn is_focused(&self) -> bool {
        self.focus != Focus::Elsewhere
    }

    fn focus(&mut self) {
        self.focus = Focus::ByKeyboard;
    }

    fn unfocus(&mut self) {
        *self = Self { clicks: self.clicks, ..Self::default() };
    }
}

/// Presses that follow each other within this time are a double click. Windows takes half a
/// second; who means two presses seldom is that quick.
pub(super) const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// When something was pressed last, to know a double click.
#[derive(Debug, Clone, Copy, Default)]
struct Clicks(Option<Instant>);

impl Clicks {
    /// It is pressed now: whether that makes a double click.
    fn follows_another(&mut self) -> bool {
        let last = self.0.replace(Instant::now());
        last.is_some_and(|last| last.elapsed() < DOUBLE_CLICK)
    }
}

/// How a control was drawn last: it is drawn anew when the pointer has changed that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn<T>(Option<T>);

impl<T> Default for Drawn<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Drawn<T> {
    /// After an event it looks like this.
    pub(super) fn follow<M>(&mut self, event: &Event, look: T, shell: &mut Shell<'_, M>) {
        match (event, &self.0) {
            (Event::Window(window::Event::RedrawRequested(_)), _) => self.0 = Some(look),
            (_, Some(drawn)) if *drawn != look => shell.request_redraw(),
            _ => {}
        }
    }
}

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

/// The key that goes to the control that has the focus, if an event is one that nobody took
/// before, and what is held with it.
pub(super) fn key<'e, M>(
    event: &'e Event,
    focused: bool,
    shell: &Shell<'_, M>,
) -> Option<(&'e Key, Modifiers)> {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
            if focused && !shell.is_event_captured() =>
        {
            Some((key, *modifiers))
        }
        _ => None,
    }
}

/// Whether an event presses the control that has the focus: Enter or Space, once
/// however long it is held.
fn is_press_key(event: &Event) -> bool {
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

/// The pointer over something that can be pressed, or beside it.
pub(super) fn hand(over: bool) -> mouse::Interaction {
    if over { mouse::Interaction::Pointer } else { mouse::Interaction::default() }
}

/// Fills a rectangle.
pub(super) fn fill(renderer: &mut Renderer, bounds: Rectangle, border: Border, color: Color) {
    renderer
        .fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, Background::Color(color));
}

/// Whether a key opens the menu of a row: the menu key, Shift+F10.
pub(super) fn menu_key(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return false };
    match key {
        Key::Named(Named::ContextMenu) => true,
        Key::Named(Named::F10) => modifiers.shift(),
        _ => false,
    }
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
    let ring = Border { color: palette::FOCUS, width: 2.0, radius: (edge.radius.top_left + grow).into() };
    fill(renderer, bounds.expand(grow), ring, Color::TRANSPARENT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_follows_the_keyboard_and_not_the_pointer() {
        let mut messages: Vec<()> = Vec::new();
        let mut shell = Shell::new(&mut messages);
        let release = Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left));
        let mut control = Control::default();
        assert!(control.take(true, &mut shell));
        assert!(control.is_focused() && control.is_held() && !control.shows_ring());
        control.use_keyboard();
        assert!(control.shows_ring());
        assert!(control.is_pressed(&release, true, true, &mut shell));
        assert!(!control.is_pressed(&release, true, true, &mut shell), "held once");
        assert!(control.take(true, &mut shell));
        assert!(!control.is_pressed(&release, true, true, &mut shell), "a double click is one press");
        assert!(!control.take(false, &mut shell));
        assert!(!control.is_focused() && !control.shows_ring());
        control.use_keyboard();
        assert!(!control.shows_ring(), "without the focus there is no ring");
    }
}
