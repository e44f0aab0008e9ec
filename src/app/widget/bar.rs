//! A bar of buttons that knows its room: what has none goes into "⋯", so that no button is cut,
//! crushed or wrapped.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::Id;
use iced::{Border, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::command::Command;
use super::command_menu::{self, Menu};
use super::control::{self, Control, Drawn, Ring, draw_ring, fill};
use super::tip::{Resting, Tip};
use crate::app::icon::{self, Icon};
use crate::app::theme::{palette, space};

/// Names the button "⋯", for tests.
pub const MORE: &str = "bar-more";

/// The bar. `more` is what "⋯" is called. What matters most comes first: it goes into the menu last.
pub fn bar<'a, Message: Clone + 'a>(
    commands: Vec<Command<Message>>,
    more: impl Into<String>,
) -> Bar<'a, Message> {
    let (menu, shown): (Vec<_>, Vec<_>) = commands.into_iter().partition(|command| command.only_in_menu);
    let buttons = shown.iter().map(|command| command.button().into()).collect();
    Bar { buttons, shown, menu, more: more.into(), stands_right: false }
}

/// See [`bar`].
pub struct Bar<'a, Message> {
    buttons: Vec<Element<'a, Message>>,
    /// What the buttons do.
    shown: Vec<Command<Message>>,
    /// What stands in the menu only.
    menu: Vec<Command<Message>>,
    more: String,
    stands_right: bool,
}

impl<Message> Bar<'_, Message> {
    /// Its buttons stand at the right end of its room.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.stands_right = true;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Bar<'a, Message>> for Element<'a, Message> {
    fn from(bar: Bar<'a, Message>) -> Self {
        Element::new(bar)
    }
}

#[derive(Default)]
struct State {
    control: Control,
    menu: command_menu::State,
    drawn: Drawn<bool>,
    resting: Resting<()>,
    /// How many buttons have room.
    fitting: usize,
}

/// How many things of these widths stand side by side in a room, where the rest needs a further
/// one at the end: always, or only when there is a rest.
fn fitting(widths: &[f32], room: f32, more: f32, always: bool) -> usize {
    let beside = |count: usize| {
        let gaps = count.saturating_sub(1) as f32 * space::S;
        widths[..count].iter().sum::<f32>() + gaps
    };
    let all = widths.len();
    if !always && beside(all) <= room {
        return all;
    }
    (0..=all).rev().find(|count| beside(*count) + space::S + more <= room).unwrap_or(0)
}

impl<Message: Clone> Bar<'_, Message> {
    fn hidden(&self, fitting: usize) -> Vec<Command<Message>> {
        self.shown.iter().skip(fitting).chain(&self.menu).cloned().collect()
    }

    /// Where "⋯" stands, if anything is in it.
    fn more_at(&self, layout: Layout<'_>, fitting: usize) -> Option<Rectangle> {
        let is_wanted = fitting < self.shown.len() || !self.menu.is_empty();
        is_wanted.then(|| layout.children().last().map(|place| place.bounds())).flatten()
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Bar<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.buttons.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.buttons);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(space::CONTROL_S))
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let room = limits.max();
        let free = layout::Limits::new(Size::ZERO, Size::new(f32::INFINITY, space::CONTROL_S));
        let nodes: Vec<layout::Node> = self
            .buttons
            .iter_mut()
            .zip(&mut tree.children)
            .map(|(button, tree)| button.as_widget_mut().layout(tree, renderer, &free))
            .collect();
        let widths: Vec<f32> = nodes.iter().map(|node| node.size().width).collect();
        let count = fitting(&widths, room.width, space::CONTROL_S, !self.menu.is_empty());
        tree.state.downcast_mut::<State>().fitting = count;
        let more = if count < self.shown.len() || !self.menu.is_empty() { space::CONTROL_S } else { 0.0 };
        let taken = widths[..count].iter().map(|width| width + space::S).sum::<f32>() + more;
        let taken = if more == 0.0 { taken - space::S } else { taken };
        let mut x = if self.stands_right { (room.width - taken).max(0.0).floor() } else { 0.0 };
        let mut placed: Vec<layout::Node> = nodes
            .into_iter()
            .take(count)
            .map(|node| {
                let at = Point::new(x, 0.0);
                x += node.size().width + space::S;
                node.move_to(at)
            })
            .collect();
        let more = layout::Node::new(Size::new(space::CONTROL_S, space::CONTROL_S));
        placed.push(more.move_to(Point::new(x, 0.0)));
        layout::Node::with_children(Size::new(room.width, space::CONTROL_S), placed)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        operation.container(None, layout.bounds());
        let more = self.more_at(layout, state.fitting);
        let (buttons, count) = (&mut self.buttons, state.fitting);
        operation.traverse(&mut |operation| {
            let shown = buttons.iter_mut().zip(children.iter_mut()).zip(layout.children()).take(count);
            for ((button, tree), layout) in shown {
                button.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
        if let Some(bounds) = more {
            let id = Id::new(MORE);
            operation.container(Some(&id), bounds);
            operation.focusable(Some(&id), bounds, &mut state.control);
        }
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
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        let shown = self.buttons.iter_mut().zip(children).zip(layout.children()).take(state.fitting);
        for ((button, tree), layout) in shown {
            let button = button.as_widget_mut();
            button.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
        let Some(bounds) = self.more_at(layout, state.fitting) else { return };
        let over = cursor.is_over(bounds);
        state.resting.follow(event, over.then_some(()), shell);
        if state.control.is_pressed(event, over, false, shell) {
            match control::pointer(event) {
                Some(_) => state.menu.open(bounds),
                None => state.menu.open_by_key(bounds),
            }
            shell.capture_event();
            shell.request_redraw();
        }
        state.drawn.follow(event, over, shell);
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
        let state = tree.state.downcast_ref::<State>();
        let shown = self.buttons.iter().zip(&tree.children).zip(layout.children()).take(state.fitting);
        for ((button, tree), layout) in shown {
            button.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
        let Some(bounds) = self.more_at(layout, state.fitting) else { return };
        let ground = match (state.menu.is_open(), cursor.is_over(bounds)) {
            (true, _) => palette::NEUTRAL,
            (false, true) => palette::SURFACE_SOFT,
            (false, false) => palette::SURFACE,
        };
        let edge = Border { color: palette::LINE_STRONG, width: 1.0, radius: space::RADIUS.into() };
        fill(renderer, bounds, edge, ground);
        let glyph = Point::new(bounds.center_x() - icon::SIZE_S / 2.0, bounds.center_y());
        icon::draw(renderer, Icon::Ellipsis, icon::SIZE_S, glyph, palette::INK);
        if state.control.shows_ring() {
            draw_ring(renderer, bounds, edge, Ring::Outside);
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
        let state = tree.state.downcast_ref::<State>();
        let more = self.more_at(layout, state.fitting).is_some_and(|bounds| cursor.is_over(bounds));
        let shown = self.buttons.iter().zip(&tree.children).zip(layout.children()).take(state.fitting);
        shown
            .map(|((button, tree), layout)| {
                button.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .fold(control::hand(more), Ord::max)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        let more = self.more_at(layout, state.fitting)?;
        if state.menu.is_open() {
            let hidden = self.hidden(state.fitting);
            return Menu::of(&mut state.menu, || hidden, translation);
        }
        if state.resting.shown().is_some() {
            return Some(Tip::about(self.more.clone(), more + translation));
        }
        let shown = self.buttons.iter_mut().zip(children).zip(layout.children()).take(state.fitting);
        shown
            .filter_map(|((button, tree), layout)| {
                button.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
            })
            .next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_makes_room_for_the_menu_too() {
        let widths = [100.0, 100.0, 100.0];
        assert_eq!(fitting(&widths, 316.0, 30.0, false), 3);
        assert_eq!(fitting(&widths, 315.0, 30.0, false), 2, "two, and the menu");
        assert_eq!(fitting(&widths, 316.0, 30.0, true), 2, "the menu has something of its own");
        assert_eq!(fitting(&widths, 245.0, 30.0, false), 1);
        assert_eq!(fitting(&widths, 20.0, 30.0, false), 0);
        assert_eq!(fitting(&[], 20.0, 30.0, false), 0);
    }
}
