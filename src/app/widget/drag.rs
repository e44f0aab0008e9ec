//! Things that are dragged with the mouse onto others, which show meanwhile that they take them. Whatever is
//! dragged can be done by keys or a menu, too.

use iced::advanced::renderer::Renderer as _;
use iced::advanced::{Shell, mouse};
use iced::keyboard::{self, Key, key::Named};
use iced::{Border, Color, Element, Event, Point, Rectangle, Renderer};

use super::around::{Around, Inner, Manner};
use super::control::fill;
use crate::app::theme::{palette, space};

/// So far the pointer goes before a press is a drag.
pub(super) const SLACK: f32 = 6.0;

/// How far the dragging of something is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Pull {
    #[default]
    None,
    /// It is held down since here.
    Held(Point),
    /// It is dragged, and the pointer is here.
    Dragged(Point),
}

impl Pull {
    /// The pointer went here: whether the dragging begins with that.
    pub(super) fn follow(&mut self, to: Point) -> bool {
        match *self {
            Self::Held(from) if from.distance(to) > SLACK => {
                *self = Self::Dragged(to);
                true
            }
            Self::Dragged(_) => {
                *self = Self::Dragged(to);
                false
            }
            Self::None | Self::Held(_) => false,
        }
    }

    /// Esc gives up the dragging: whether there was any.
    pub(super) fn is_given_up(&mut self, event: &Event) -> bool {
        let escape = matches!(
            event,
            Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. })
        );
        escape && self.end()
    }

    /// It is let go: whether it was dragged.
    pub(super) fn end(&mut self) -> bool {
        matches!(std::mem::take(self), Self::Dragged(_))
    }
}

/// Something that can be dragged; `on_drag` says that it begins, and that it ended wherever.
pub fn source<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    on_drag: Option<impl Fn(bool) -> Message + 'a>,
) -> Element<'a, Message> {
    let on_drag = on_drag.map(|on_drag| Box::new(on_drag) as Box<dyn Fn(bool) -> Message + 'a>);
    Around { content: content.into(), manner: Source { on_drag } }.into()
}

struct Source<'a, Message> {
    on_drag: Option<Box<dyn Fn(bool) -> Message + 'a>>,
}

impl<Message> Manner<Message> for Source<'_, Message> {
    type State = Pull;

    fn update(
        &self,
        pull: &mut Pull,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let Some(on_drag) = &self.on_drag else { return inner.forward(event, shell) };
        if pull.is_given_up(event) {
            shell.publish(on_drag(false));
            return shell.capture_event();
        }
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) if inner.is_under_pointer() => {
                *pull = inner.pointer().map_or(Pull::None, Pull::Held);
            }
            Event::Mouse(mouse::Event::CursorMoved { position }) if pull.follow(*position) => {
                shell.publish(on_drag(true));
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) if pull.end() => {
                shell.publish(on_drag(false));
                // What was dragged was not pressed.
                inner.hide_pointer();
            }
            _ => {}
        }
        inner.forward(event, shell);
    }
}

/// Where in a target it is shown that it takes what is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It goes into the target.
    Inside,
    /// It goes before it, in a list from top to bottom.
    Before,
    /// It goes behind it.
    Behind,
}

/// Something that takes what is dragged at the moment: `on_drop` says so when it is let go over it.
pub fn target<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_drop: Option<(Place, Message)>,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: Target { on_drop } }.into()
}

struct Target<Message> {
    on_drop: Option<(Place, Message)>,
}

impl<Message: Clone> Manner<Message> for Target<Message> {
    /// Whether the pointer is over it.
    type State = bool;

    fn update(
        &self,
        over: &mut bool,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if let Some((_, on_drop)) = &self.on_drop {
            let now = inner.is_under_pointer();
            if std::mem::replace(over, now) != now {
                shell.request_redraw();
            }
            let released = matches!(event, Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)));
            if released && now {
                shell.publish(on_drop.clone());
            }
        }
        inner.forward(event, shell);
    }

    fn draw_over(&self, over: &bool, renderer: &mut Renderer, bounds: Rectangle) {
        let Some((place, _)) = &self.on_drop else { return };
        let color = if *over { palette::BLUE } else { palette::LINE_STRONG };
        renderer.with_layer(bounds.expand(2.0), |renderer| match place {
            Place::Inside => {
                let radius = (bounds.height / 2.0).min(space::RADIUS_L).into();
                let edge = Border { color, width: if *over { 2.0 } else { 1.0 }, radius };
                let ground = Color { a: if *over { 0.14 } else { 0.0 }, ..palette::BLUE };
                fill(renderer, bounds, edge, ground);
            }
            Place::Before | Place::Behind if *over => {
                let bottom = bounds.y + bounds.height - 3.0;
                let y = if *place == Place::Before { bounds.y } else { bottom };
                let line = Rectangle { y, height: 3.0, ..bounds };
                fill(renderer, line, Border { radius: 1.5.into(), ..Border::default() }, color);
            }
            Place::Before | Place::Behind => {}
        });
    }
}
