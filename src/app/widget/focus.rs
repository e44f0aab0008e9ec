//! Tab and Shift+Tab: the focus goes round all controls in the order they
//! stand in, and what has it is scrolled into view.
//!
//! It moves while the key is handled, not a frame later: what is typed right
//! after Tab must not land in the field before it.

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, Scrollable};
use iced::advanced::widget::operation::{Focusable, Outcome};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::Id;
use iced::{Element, Event, Rectangle, Task, Vector, mouse, touch};

use super::around::{Around, Inner, Manner};

/// Wraps the root of the window. `on_scroll` is said when something was scrolled.
pub fn focus_ring<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_scroll: Message,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: Ring { on_scroll } }.into()
}

struct Ring<Message> {
    on_scroll: Message,
}

/// Whether a mouse button is down: then moving it may scroll.
#[derive(Debug, Default)]
struct State {
    dragging: bool,
}

impl<Message: Clone> Manner<Message> for Ring<Message> {
    type State = State;

    fn update(
        &self,
        state: &mut State,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        inner.forward(event, shell);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Tab), modifiers, ..
            }) if !modifiers.control() && !modifiers.alt() && !shell.is_event_captured() => {
                let step = if modifiers.shift() { Step::Back } else { Step::Forward };
                if let Some(hidden) = step_focus(step, &mut |operation| inner.operate(operation)) {
                    inner.operate(&mut ScrollBy::to(&hidden));
                    shell.publish(self.on_scroll.clone());
                }
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::WheelScrolled { .. }) if shell.is_event_captured() => {
                shell.publish(self.on_scroll.clone());
            }
            Event::Mouse(mouse::Event::ButtonPressed(_)) => state.dragging = shell.is_event_captured(),
            Event::Mouse(mouse::Event::ButtonReleased(_)) => state.dragging = false,
            Event::Mouse(mouse::Event::CursorMoved { .. }) if state.dragging && shell.is_event_captured() => {
                shell.publish(self.on_scroll.clone());
            }
            Event::Touch(touch::Event::FingerMoved { .. }) if shell.is_event_captured() => {
                shell.publish(self.on_scroll.clone());
            }
            _ => {}
        }
    }
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Forward,
    Back,
    /// To this place in the order, as [`Order`] counted it.
    To(usize),
}

/// What has the focus among how many.
#[derive(Debug, Default)]
pub(super) struct Order {
    pub(super) focused: Option<usize>,
    pub(super) total: usize,
}

impl Operation for Order {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused = Some(self.total);
        }
        self.total += 1;
    }
}

/// How far a scrollable must be scrolled to show what has the focus.
pub(super) struct Hidden {
    /// Which scrollable, counted in the order they stand in.
    scrollable: usize,
    by: Vector,
}

/// Moves the focus; the answer tells what to scroll so that it can be seen.
pub(super) fn step_focus(step: Step, run: &mut dyn FnMut(&mut dyn Operation)) -> Option<Hidden> {
    let mut order = Order::default();
    run(&mut order);
    if order.total == 0 {
        return None;
    }
    let target = match (step, order.focused) {
        (Step::Forward, Some(focused)) => (focused + 1) % order.total,
        (Step::Forward, None) => 0,
        (Step::Back, Some(focused)) => (focused + order.total - 1) % order.total,
        (Step::Back, None) => order.total - 1,
        (Step::To(place), _) => place.min(order.total - 1),
    };
    let mut focus = FocusAt::new(Target::Place(target));
    run(&mut focus);
    focus.hidden
}

/// Gives the focus to a place in the order, as [`Order`] counts it, and scrolls there.
pub(super) fn at<Message: Send + 'static>(target: usize) -> Task<Message> {
    iced::advanced::widget::operate(FocusAt::new(Target::Place(target))).discard()
}

/// Gives the focus to the control of this name, and scrolls there.
pub fn on<Message: Send + 'static>(id: impl Into<Id>) -> Task<Message> {
    iced::advanced::widget::operate(FocusAt::new(Target::Named(id.into()))).discard()
}

/// Scrolls to the control of this name; the focus stays where it is.
pub fn in_view<Message: Send + 'static>(id: impl Into<Id>) -> Task<Message> {
    let look = FocusAt { takes_focus: false, ..FocusAt::new(Target::Named(id.into())) };
    iced::advanced::widget::operate(look).discard()
}

/// Takes the focus from whatever has it.
pub(super) fn unfocus(run: &mut dyn FnMut(&mut dyn Operation)) {
    // No list of controls is that long: no place is the target.
    let mut none = FocusAt::new(Target::Place(usize::MAX));
    run(&mut none);
}

/// Which control is meant.
enum Target {
    /// By its place in the order.
    Place(usize),
    /// By its name.
    Named(Id),
}

/// Focuses one control and none else, and finds what to scroll so that it is seen.
struct FocusAt {
    target: Target,
    /// Else it is only to be seen.
    takes_focus: bool,
    place: usize,
    scrollables: usize,
    /// The scrollable whose contents come next.
    entering: Option<(usize, Rectangle, Vector)>,
    /// The scrollables, if any, that the present widget stands in.
    around: Vec<Option<(usize, Rectangle, Vector)>>,
    hidden: Option<Hidden>,
}

impl FocusAt {
    fn new(target: Target) -> Self {
        Self {
            target,
            takes_focus: true,
            place: 0,
            scrollables: 0,
            entering: None,
            around: Vec::new(),
            hidden: None,
        }
    }
}

impl Operation for FocusAt {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let entering = self.entering.take();
        self.around.push(entering);
        operate(self);
        self.around.pop();
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.entering = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        // What holds all its contents has nothing to scroll.
        let scrolls = content.width > bounds.width || content.height > bounds.height;
        self.entering = scrolls.then_some((self.scrollables, bounds, translation));
        self.scrollables += 1;
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let is_meant = match &self.target {
            Target::Place(place) => self.place == *place,
            Target::Named(name) => id == Some(name),
        };
        if is_meant {
            if self.takes_focus {
                state.focus();
            }
            if let Some((scrollable, window, translation)) = self.around.iter().rev().flatten().next() {
                let by = overhang(bounds - *translation, *window);
                if by != Vector::ZERO {
                    self.hidden = Some(Hidden { scrollable: *scrollable, by });
                }
            }
        } else if self.takes_focus {
            state.unfocus();
        }
        self.place += 1;
    }

    fn finish(&self) -> Outcome<()> {
        match &self.hidden {
            Some(hidden) => Outcome::Chain(Box::new(ScrollBy::to(hidden))),
            None => Outcome::None,
        }
    }
}

/// How far a rectangle stands out of a window, with a little room around it.
fn overhang(inner: Rectangle, window: Rectangle) -> Vector {
    let inner = inner.expand(8.0);
    let along = |start: f32, end: f32, low: f32, high: f32| {
        if start < low {
            start - low
        } else if end > high {
            (end - high).min(start - low)
        } else {
            0.0
        }
    };
    Vector::new(
        along(inner.x, inner.x + inner.width, window.x, window.x + window.width),
        along(inner.y, inner.y + inner.height, window.y, window.y + window.height),
    )
}

/// Scrolls one scrollable.
struct ScrollBy {
    number: usize,
    by: Vector,
    seen: usize,
}

impl ScrollBy {
    fn to(hidden: &Hidden) -> Self {
        Self { number: hidden.scrollable, by: hidden.by, seen: 0 }
    }
}

impl Operation for ScrollBy {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if self.seen == self.number {
            let by = AbsoluteOffset { x: self.by.x.round(), y: self.by.y.round() };
            state.scroll_by(by, bounds, content_bounds);
        }
        self.seen += 1;
    }
}
