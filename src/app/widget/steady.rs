//! The second press of a double click goes to what the first was meant for, or to nobody: many
//! people double-click whatever there is, and the first click may have put something else under
//! the pointer, such as a dialog, a page or a panel.

use std::time::{Duration, Instant};

use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, Scrollable};
use iced::advanced::{Clipboard, Layout, Overlay, Shell, layout, mouse, overlay, renderer};
use iced::widget::Id;
use iced::{Element, Event, Point, Rectangle, Renderer, Size, Theme, Vector, window};

use super::around::{Around, Inner, Manner};
use super::control::{self, Control, DOUBLE_CLICK, Pointer};

/// How far apart the presses of a double click may be.
const NEAR: f32 = 10.0;
/// So long after a press it is watched what becomes of what it went to.
const WATCHED: Duration = Duration::from_secs(3);
/// What has not moved farther than this is still the same.
const SAME: f32 = 2.0;

/// Whatever stands in it is steady under a double click.
pub(super) fn steady<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Around { content: content.into(), manner: Steady }.into()
}

struct Steady;

/// The press that others may follow as the second of a double click.
#[derive(Debug, Default)]
struct First {
    /// When it was, or the last one that followed it.
    last: Option<Instant>,
    point: Point,
    /// The control that it went to.
    target: Option<Rectangle>,
    change: Change,
}

/// Whether something else stands there by now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Change {
    /// Not that it was drawn.
    #[default]
    None,
    /// It is being drawn: on a slow computer a press may wait meanwhile.
    Drawing,
    /// It is to be seen since then.
    Seen(Instant),
}

impl First {
    /// Whether a press at this point comes too soon to be meant for what stands there now.
    fn is_followed(&self, point: Point, now: Instant) -> bool {
        let soon = |then: Instant| now.saturating_duration_since(then) < DOUBLE_CLICK;
        let unseen = match self.change {
            Change::None => false,
            Change::Drawing => true,
            Change::Seen(then) => soon(then),
        };
        self.point.distance(point) <= NEAR && self.last.is_some_and(|last| soon(last) || unseen)
    }

    /// A frame is drawn: whether what the press went to is still there. Asks for another frame, whose
    /// time is that at which this one is seen.
    fn follow<Message>(
        &mut self,
        now: Instant,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let watched = self.last.is_some_and(|last| now.saturating_duration_since(last) < WATCHED);
        match self.change {
            Change::None if watched && !is_same(self.target, under(self.point, inner)) => {
                self.change = Change::Drawing;
                shell.request_redraw();
            }
            Change::Drawing => self.change = Change::Seen(now),
            Change::None | Change::Seen(_) => {}
        }
    }
}

impl<Message> Manner<Message> for Steady {
    type State = First;

    fn update(
        &self,
        first: &mut First,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if let Event::Window(window::Event::RedrawRequested(now)) = event {
            first.follow(*now, inner, shell);
        }
        if control::pointer(event) == Some(Pointer::Pressed)
            && let Some(point) = inner.pointer()
        {
            let now = Instant::now();
            let target = under(point, inner);
            if !first.is_followed(point, now) {
                *first = First { last: Some(now), point, target, change: Change::None };
            } else if is_same(first.target, target) {
                first.last = Some(now);
            } else {
                return shell.capture_event();
            }
        }
        inner.forward(event, shell);
    }

    fn over<'b>(
        &self,
        first: &'b mut First,
        overlay: overlay::Element<'b, Message, Theme, Renderer>,
    ) -> overlay::Element<'b, Message, Theme, Renderer>
    where
        Message: 'b,
    {
        overlay::Element::new(Box::new(Over { content: overlay, first }))
    }
}

/// What lies over everything, such as a menu. A press that it takes is remembered, too: the second one of a double
/// click on a line of a menu must not go to what the menu lay over.
struct Over<'b, Message> {
    content: overlay::Element<'b, Message, Theme, Renderer>,
    first: &'b mut First,
}

impl<Message> Overlay<Message, Theme, Renderer> for Over<'_, Message> {
    fn layout(&mut self, renderer: &Renderer, bounds: Size) -> layout::Node {
        self.content.as_overlay_mut().layout(renderer, bounds)
    }

    fn operate(&mut self, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.content.as_overlay_mut().operate(layout, renderer, operation);
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        self.content.as_overlay_mut().update(event, layout, cursor, renderer, clipboard, shell);
        if control::pointer(event) == Some(Pointer::Pressed)
            && shell.is_event_captured()
            && let Some(point) = cursor.position()
        {
            *self.first = First { last: Some(Instant::now()), point, ..First::default() };
        }
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) {
        self.content.as_overlay().draw(renderer, theme, style, layout, cursor);
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.content.as_overlay().mouse_interaction(layout, cursor, renderer)
    }

    fn overlay<'c>(
        &'c mut self,
        layout: Layout<'c>,
        renderer: &Renderer,
    ) -> Option<overlay::Element<'c, Message, Theme, Renderer>> {
        self.content.as_overlay_mut().overlay(layout, renderer)
    }

    fn index(&self) -> f32 {
        self.content.as_overlay().index()
    }
}

/// The control under a point.
fn under<Message>(point: Point, inner: &mut Inner<'_, '_, Message>) -> Option<Rectangle> {
    let mut under = Under::the(point);
    inner.operate(&mut under);
    under.found
}

/// Whether two controls are one, as far as their place tells. A table becomes narrower when a panel
/// opens beside it.
fn is_same(one: Option<Rectangle>, other: Option<Rectangle>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let near = |a: f32, b: f32| (a - b).abs() <= SAME;
            near(one.x, other.x) && near(one.y, other.y) && near(one.height, other.height)
        }
        _ => false,
    }
}

/// Finds the control under a point: of several the one in front, which comes last.
struct Under {
    point: Point,
    found: Option<Rectangle>,
    /// By how much what is gone through is scrolled, and what of it is in view.
    scrolled: Vector,
    view: Option<Rectangle>,
    /// The same of what is gone into next.
    next: Option<(Rectangle, Vector)>,
}

impl Under {
    fn the(point: Point) -> Self {
        Self { point, found: None, scrolled: Vector::ZERO, view: None, next: None }
    }

    fn see(&mut self, bounds: Rectangle) {
        let seen = bounds - self.scrolled;
        if self.view.is_none_or(|view| view.contains(self.point)) && seen.contains(self.point) {
            self.found = Some(seen);
        }
    }
}

impl Operation for Under {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let before = (self.scrolled, self.view);
        if let Some((bounds, by)) = self.next.take() {
            let room = bounds - self.scrolled;
            let view = self.view.map_or(Some(room), |view| view.intersection(&room));
            self.view = Some(view.unwrap_or(Rectangle { width: 0.0, height: 0.0, ..room }));
            self.scrolled += by;
        }
        operate(self);
        (self.scrolled, self.view) = before;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.next = Some((bounds, translation));
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        self.see(bounds);
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        // What only the mouse reaches tells of itself so.
        if state.is::<Control>() {
            self.see(bounds);
        }
    }
}
