//! The ground with a page on it, or two side by side. The wheel scrolls and goes on to the next page at
//! the end, dragging moves a page that is larger than the ground, Page Up and Page
//! Down turn pages, Ctrl with plus, minus and 0 zooms.

use iced::advanced::image::{FilterMethod, Image, Renderer as _};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{
    Background, Border, Color, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector,
    window,
};

use super::{ABOVE, BELOW, GAP, MARGIN, Picture};
use crate::app::theme::palette;

/// Logical pixels of one step of the wheel.
const WHEEL: f32 = 60.0;
/// Logical pixels of one press of an arrow key.
const ARROW: f32 = 40.0;
/// Width of the bar that says where on the page one is.
const BAR: f32 = 6.0;

/// What is done on the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doing {
    /// It has this size now.
    Sized(Size),
    /// The page before.
    Back,
    /// The page after.
    Forward,
    /// The first page.
    First,
    /// The last page.
    Last,
    /// Larger, or smaller.
    Zoom(bool),
    /// As large as there is room.
    Fit,
}

/// The ground with the pages on it, the first of which has the number `page`.
pub fn sheet<'a, Message: 'a>(
    pictures: &'a [Picture],
    page: usize,
    on_do: impl Fn(Doing) -> Message + 'a,
) -> Element<'a, Message> {
    Element::new(Sheet { pictures, page, on_do: Box::new(on_do) })
}

struct Sheet<'a, Message> {
    pictures: &'a [Picture],
    page: usize,
    on_do: Box<dyn Fn(Doing) -> Message + 'a>,
}

#[derive(Debug, Default)]
struct State {
    /// The size that was told.
    told: Option<Size>,
    /// How far the page is moved up and to the left.
    offset: Vector,
    /// Which page that is about.
    page: usize,
    /// And how large it was then.
    size: Option<Size>,
    /// Whether the next page is entered from its end.
    from_end: bool,
    /// Where the pointer was while dragging.
    dragged: Option<Point>,
    modifiers: keyboard::Modifiers,
}

impl<Message> Sheet<'_, Message> {
    /// How large the pages are together; `None` for none.
    fn spread(&self) -> Option<Size> {
        let sizes = self.pictures.iter().map(|picture| picture.size);
        let one_by_one =
            |all: Size, next: Size| Size::new(all.width + GAP + next.width, all.height.max(next.height));
        sizes.reduce(one_by_one)
    }

    /// How far the pages can be moved on this ground.
    fn reach(&self, ground: Size) -> Vector {
        let page = self.spread().unwrap_or(Size::ZERO);
        let over = |page: f32, ground: f32| (page - ground).max(0.0).round();
        let (across, down) = (page.width + 2.0 * MARGIN, page.height + ABOVE + BELOW);
        Vector::new(over(across, ground.width), over(down, ground.height))
    }

    fn offset(&self, state: &State, ground: Size) -> Vector {
        let reach = self.reach(ground);
        Vector::new(state.offset.x.clamp(0.0, reach.x), state.offset.y.clamp(0.0, reach.y))
    }

    /// Where each page lies: at the top when there is room below.
    fn places(&self, state: &State, ground: Rectangle) -> Vec<(&Picture, Rectangle)> {
        let Some(spread) = self.spread() else { return Vec::new() };
        let offset = self.offset(state, ground.size());
        let mut at =
            Point::new(ground.x + left(spread, ground.size()) - offset.x, ground.y + ABOVE - offset.y);
        let mut places = Vec::with_capacity(self.pictures.len());
        for picture in self.pictures {
            places.push((picture, Rectangle::new(at, picture.size)));
            at.x += picture.size.width + GAP;
        }
        places
    }

    /// When the page became larger or smaller, what was in view stays in view.
    fn keep_in_view(&self, state: &mut State, ground: Size) {
        let Some(now) = self.spread() else { return };
        let Some(before) = state.size.replace(now).filter(|before| *before != now) else { return };
        let middle = state.offset.x + ground.width / 2.0 - left(before, ground);
        let across = left(now, ground) + middle * now.width / before.width - ground.width / 2.0;
        let down = state.offset.y * now.height / before.height;
        state.offset = Vector::new(across.round(), down.round());
        state.offset = self.offset(state, ground);
    }

    /// Moves the page. True when it moved.
    fn scroll(&self, state: &mut State, ground: Size, by: Vector) -> bool {
        let before = self.offset(state, ground);
        state.offset = Vector::new((before.x + by.x).round(), (before.y + by.y).round());
        state.offset = self.offset(state, ground);
        state.offset != before
    }

    fn say(&self, doing: Doing, shell: &mut Shell<'_, Message>) {
        shell.publish((self.on_do)(doing));
        shell.capture_event();
    }

    fn wheel(
        &self,
        state: &mut State,
        ground: Size,
        delta: mouse::ScrollDelta,
        shell: &mut Shell<'_, Message>,
    ) {
        let (by, steps) = match delta {
            mouse::ScrollDelta::Lines { x, y } => (Vector::new(x, y) * -WHEEL, y),
            mouse::ScrollDelta::Pixels { x, y } => (Vector::new(-x, -y), 0.0),
        };
        if state.modifiers.command() {
            if by.y != 0.0 {
                self.say(Doing::Zoom(by.y < 0.0), shell);
            }
            return;
        }
        let by = if state.modifiers.shift() && by.x == 0.0 { Vector::new(by.y, 0.0) } else { by };
        if self.scroll(state, ground, by) {
            shell.request_redraw();
            shell.capture_event();
        } else if steps < 0.0 {
            self.say(Doing::Forward, shell);
        } else if steps > 0.0 {
            state.from_end = true;
            self.say(Doing::Back, shell);
        }
    }

    fn key(&self, state: &mut State, ground: Size, key: &Key, shell: &mut Shell<'_, Message>) {
        let zoom = state.modifiers.command();
        let doing = match key.as_ref() {
            Key::Named(Named::PageUp) => Doing::Back,
            Key::Named(Named::PageDown) => Doing::Forward,
            Key::Named(Named::Home) => Doing::First,
            Key::Named(Named::End) => Doing::Last,
            Key::Character("+" | "=") if zoom => Doing::Zoom(true),
            Key::Character("-") if zoom => Doing::Zoom(false),
            Key::Character("0") if zoom => Doing::Fit,
            Key::Named(
                named @ (Named::ArrowUp | Named::ArrowDown | Named::ArrowLeft | Named::ArrowRight),
            ) => {
                let by = match named {
                    Named::ArrowUp => Vector::new(0.0, -ARROW),
                    Named::ArrowDown => Vector::new(0.0, ARROW),
                    Named::ArrowLeft => Vector::new(-ARROW, 0.0),
                    _ => Vector::new(ARROW, 0.0),
                };
                if self.scroll(state, ground, by) {
                    shell.request_redraw();
                    shell.capture_event();
                }
                return;
            }
            _ => return,
        };
        self.say(doing, shell);
    }
}

/// Where a page begins on a ground: in the middle, if there is room.
fn left(page: Size, ground: Size) -> f32 {
    ((ground.width - page.width) / 2.0).max(MARGIN).floor()
}

impl<Message> Widget<Message, Theme, Renderer> for Sheet<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State { page: self.page, ..State::default() })
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.page != self.page {
            state.page = self.page;
            // Held within reach when it is used.
            state.offset.y = if std::mem::take(&mut state.from_end) { f32::MAX } else { 0.0 };
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Length::Fill, Length::Fill)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        let ground = bounds.size();
        self.keep_in_view(state, ground);
        match event {
            Event::Window(window::Event::RedrawRequested(_)) if state.told != Some(ground) => {
                state.told = Some(ground);
                shell.publish((self.on_do)(Doing::Sized(ground)));
            }
            // The same size may be other pixels now.
            Event::Window(window::Event::Rescaled(_)) => {
                state.told = None;
                shell.request_redraw();
            }
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => state.dragged = None,
            _ if shell.is_event_captured() => {}
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(bounds) => {
                self.wheel(state, ground, *delta, shell);
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.dragged = cursor.position_over(bounds);
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let (Some(from), Some(to)) = (state.dragged, cursor.position()) {
                    state.dragged = Some(to);
                    if self.scroll(state, ground, from - to) {
                        shell.request_redraw();
                    }
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if !modifiers.alt() => {
                state.modifiers = *modifiers;
                self.key(state, ground, key, shell);
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let reach = self.reach(layout.bounds().size());
        if !cursor.is_over(layout.bounds()) || (reach.x == 0.0 && reach.y == 0.0) {
            mouse::Interaction::None
        } else if state.dragged.is_some() {
            mouse::Interaction::Grabbing
        } else {
            mouse::Interaction::Grab
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let ground = layout.bounds();
        let Some(clip) = ground.intersection(viewport) else { return };
        renderer.with_layer(clip, |renderer| {
            for (picture, page) in self.places(state, ground) {
                let edge = renderer::Quad {
                    bounds: page.expand(1.0),
                    border: Border { color: palette::LINE_STRONG, width: 1.0, ..Border::default() },
                    ..renderer::Quad::default()
                };
                renderer.fill_quad(edge, Background::Color(Color::WHITE));
                let image =
                    Image::new(picture.handle.clone()).filter_method(FilterMethod::Nearest).snap(true);
                renderer.draw_image(image, page, clip);
            }
        });
        // Pictures of a layer lie over its shapes.
        renderer.with_layer(clip, |renderer| {
            let reach = self.reach(ground.size());
            if reach.y > 0.0 {
                let share = ground.height / (ground.height + reach.y);
                let length = (ground.height * share).max(24.0).round();
                let at = (ground.height - length) * self.offset(state, ground.size()).y / reach.y;
                let bar = Rectangle::new(
                    Point::new(ground.x + ground.width - BAR - 3.0, (ground.y + at).round()),
                    Size::new(BAR, length),
                );
                let quad = renderer::Quad {
                    bounds: bar,
                    border: Border { radius: (BAR / 2.0).into(), ..Border::default() },
                    ..renderer::Quad::default()
                };
                renderer.fill_quad(quad, Background::Color(palette::FAINT));
            }
        });
    }
}
