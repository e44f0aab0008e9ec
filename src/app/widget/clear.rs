//! Something over the page that stands where it covers as little as can be of what is pressed: toasts, which nobody
//! called, must not lie on the buttons one is about to press.

use std::any::Any;

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::operation::{Focusable, Scrollable, TextInput};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::Id;
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::control::Control;
use super::table::COLUMNS;
use crate::app::theme::space;

/// How near to the edges of the window it comes.
const EDGE: f32 = 18.0;
/// Over the bars at the foot of pages, which are to be used meanwhile.
const OVER_BAR: f32 = EDGE + space::CONTROL_S + space::M;
/// What is higher is no button: a list, a long text.
const BUTTON: f32 = 60.0;
/// So many places from right to left are tried, and so far apart from low to high.
const PLACES: u8 = 8;
const STEP: f32 = 12.0;
/// So much worse it is to lose a button than what is found in other ways, too.
const MUCH: f32 = 50.0;
/// And to lose what is being typed in.
const MOST: f32 = 500.0;

/// Lays it over the page.
pub fn over<'a, Message: 'a>(
    page: impl Into<Element<'a, Message>>,
    above: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Over { parts: std::iter::once(page.into()).chain(above).collect() })
}

/// The page, and what lies over it.
struct Over<'a, Message> {
    parts: Vec<Element<'a, Message>>,
}

impl<Message> Widget<Message, Theme, Renderer> for Over<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> Node {
        let size = limits.max();
        let mut parts = self.parts.iter_mut().zip(&mut tree.children);
        let Some((page, page_tree)) = parts.next() else { return Node::new(size) };
        let laid_out = page.as_widget_mut().layout(page_tree, renderer, limits);
        let Some((above, above_tree)) = parts.next() else {
            return Node::with_children(size, vec![laid_out]);
        };
        let room = Size::new(size.width - 2.0 * EDGE, size.height - 2.0 * EDGE);
        let node = above.as_widget_mut().layout(above_tree, renderer, &Limits::new(Size::ZERO, room));
        let mut buttons = Buttons::in_window(size);
        page.as_widget_mut().operate(page_tree, Layout::new(&laid_out), renderer, &mut buttons);
        let at = clearest(&buttons.seen, node.size(), size);
        Node::with_children(size, vec![laid_out, node.move_to(at)])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((part, tree), layout) in self.parts.iter_mut().zip(&mut tree.children).zip(layout.children())
            {
                part.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let mut cursor = cursor;
        let parts = self.parts.iter_mut().zip(&mut tree.children).zip(layout.children());
        for ((part, tree), layout) in parts.rev() {
            part.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
            if shell.is_event_captured() {
                return;
            }
            if cursor.is_over(layout.bounds()) {
                cursor = cursor.levitate();
            }
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let parts = self.parts.iter().zip(&tree.children).zip(layout.children());
        let under = parts.rev().find(|(_, layout)| cursor.is_over(layout.bounds()));
        under.map_or_else(mouse::Interaction::default, |((part, tree), layout)| {
            part.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
        })
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let parts: Vec<_> = self.parts.iter().zip(&tree.children).zip(layout.children()).collect();
        let is_covered = parts.iter().skip(1).any(|(_, layout)| cursor.is_over(layout.bounds()));
        for (place, ((part, tree), layout)) in parts.into_iter().enumerate() {
            let cursor = if place == 0 && is_covered { cursor.levitate() } else { cursor };
            if place == 0 {
                part.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
            } else {
                renderer.with_layer(*viewport, |renderer| {
                    part.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
                });
            }
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        overlay::from_children(&mut self.parts, tree, layout, renderer, viewport, translation)
    }
}

/// Where something of a size covers least of the buttons of a window; of several such places the first, which is the
/// usual one: low, on the right.
fn clearest(buttons: &[(Rectangle, f32)], size: Size, window: Size) -> Point {
    let (left, right) = (EDGE, (window.width - size.width - EDGE).max(EDGE));
    let lowest = window.height - size.height - EDGE;
    let lows = std::iter::successors(Some(lowest), |y| Some(y - STEP)).take_while(|y| *y >= EDGE);
    let lows = std::iter::once(window.height - size.height - OVER_BAR).chain(lows);
    let step = (right - left) / f32::from(PLACES);
    let across = (0..=PLACES).map(|place| (right - f32::from(place) * step).floor());
    let places = lows.flat_map(|y| across.clone().map(move |x| Point::new(x, y.floor())));
    let covered = |at: &Point| {
        let there = Rectangle::new(*at, size);
        let cost = |(button, weight): &(Rectangle, f32)| {
            button.intersection(&there).map_or(0.0, |part| part.width * part.height * weight)
        };
        buttons.iter().map(cost).sum::<f32>()
    };
    places.min_by(|one, other| covered(one).total_cmp(&covered(other))).unwrap_or(Point::ORIGIN)
}

/// What can be pressed, where it is seen, and how much worse than another thing it is to lose it.
struct Buttons {
    seen: Vec<(Rectangle, f32)>,
    /// A field that comes next.
    field: Option<Rectangle>,
    /// What is seen of what comes next, and how far that is scrolled.
    view: (Rectangle, Vector),
    /// The same for what is inside of the scrollable that comes next.
    entering: Option<(Rectangle, Vector)>,
}

impl Buttons {
    fn in_window(size: Size) -> Self {
        let view = (Rectangle::with_size(size), Vector::ZERO);
        Self { seen: Vec::new(), field: None, view, entering: None }
    }

    fn see(&mut self, bounds: Rectangle, weight: f32) {
        let (view, scrolled) = self.view;
        let seen = (bounds - scrolled).intersection(&view).filter(|_| bounds.height <= BUTTON);
        self.seen.extend(seen.map(|seen| (seen, weight)));
    }
}

impl Operation for Buttons {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let outside = self.view;
        self.view = self.entering.take().unwrap_or(outside);
        operate(self);
        self.view = outside;
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.entering = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let (view, scrolled) = self.view;
        let seen = view.intersection(&(bounds - scrolled)).unwrap_or_default();
        self.entering = Some((seen, scrolled + translation));
    }

    fn text_input(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn TextInput) {
        self.field = Some(bounds);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let is_field = self.field.take() == Some(bounds);
        let weight = match is_field {
            true if state.is_focused() => MOST,
            // A field is found by what stands over it, too; columns are chosen anywhere in the head of a table.
            true => 1.0,
            false if id == Some(&Id::new(COLUMNS)) => 1.0,
            false => MUCH,
        };
        self.see(bounds, weight);
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        // What only the mouse reaches, such as a cross.
        if state.is::<Control>() {
            self.see(bounds, MUCH);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size::new(680.0, 420.0);
    const TOAST: Size = Size::new(300.0, 44.0);

    fn covers(buttons: &[(Rectangle, f32)], at: Point) -> bool {
        buttons.iter().any(|(button, _)| button.intersects(&Rectangle::new(at, TOAST)))
    }

    #[test]
    fn it_stands_low_on_the_right_unless_a_button_is_there() {
        let usual = clearest(&[], TOAST, WINDOW);
        assert_eq!(usual, Point::new(680.0 - 300.0 - EDGE, 420.0 - 44.0 - OVER_BAR));
        let panel = [(Rectangle { x: 400.0, y: 320.0, width: 240.0, height: 36.0 }, MUCH)];
        let beside = clearest(&panel, TOAST, WINDOW);
        assert!(beside.y == usual.y && !covers(&panel, beside), "beside the panel: {beside:?}");
        let field =
            |line: u16| (Rectangle { x: 40.0, y: f32::from(line) * 40.0, width: 620.0, height: 36.0 }, 1.0);
        let fields: Vec<(Rectangle, f32)> = (2..12).map(field).collect();
        let above = clearest(&fields, TOAST, WINDOW);
        assert!(!covers(&fields, above), "over the title: {above:?}");
    }
}
