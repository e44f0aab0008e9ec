//! A word about what the pointer rests on: what an icon does, a text that had to be cut.

use std::time::{Duration, Instant};

use iced::advanced::text::{Paragraph as _, Renderer as _, Text};
use iced::advanced::{Layout, Overlay, Shell, layout, overlay, renderer};
use iced::alignment::Vertical;
use iced::widget::text::{Alignment, Shaping, Wrapping};
use iced::{Border, Color, Event, Pixels, Point, Rectangle, Renderer, Size, Theme, keyboard, mouse, window};

use super::control::fill;
use super::one_line::Paragraph;
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space};

/// How long the pointer rests before.
const REST: Duration = Duration::from_millis(500);
/// How wide the words may be.
const WIDEST: f32 = 420.0;

/// Whether the pointer rests on something, and since when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Resting<T> {
    on: Option<(T, Instant)>,
    shown: bool,
}

impl<T> Default for Resting<T> {
    fn default() -> Self {
        Self { on: None, shown: false }
    }
}

impl<T: PartialEq + Copy> Resting<T> {
    /// After an event the pointer is over this, if over anything that has a word.
    pub(super) fn follow<M>(&mut self, event: &Event, over: Option<T>, shell: &mut Shell<'_, M>) {
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                if self.on.map(|(on, _)| on) == over {
                    return;
                }
                self.leave(shell);
                let now = Instant::now();
                self.on = over.map(|over| (over, now));
                if over.is_some() {
                    shell.request_redraw_at(now + REST);
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. })
            | Event::Keyboard(keyboard::Event::KeyPressed { .. })
            | Event::Touch(_) => self.leave(shell),
            Event::Window(window::Event::RedrawRequested(now)) => match self.on {
                Some((_, since)) if !self.shown => match *now >= since + REST {
                    true => {
                        self.shown = true;
                        shell.request_redraw();
                    }
                    false => shell.request_redraw_at(since + REST),
                },
                _ => {}
            },
            _ => {}
        }
    }

    fn leave<M>(&mut self, shell: &mut Shell<'_, M>) {
        if std::mem::take(&mut self.shown) {
            shell.request_redraw();
        }
        self.on = None;
    }

    /// What it has rested on long enough.
    pub(super) fn shown(&self) -> Option<T> {
        self.on.filter(|_| self.shown).map(|(on, _)| on)
    }
}

/// The words, under what they are about.
pub(super) struct Tip {
    words: String,
    about: Rectangle,
}

impl Tip {
    /// Words about what has these bounds.
    pub(super) fn about<'b, Message: 'b>(
        words: String,
        about: Rectangle,
    ) -> overlay::Element<'b, Message, Theme, Renderer> {
        overlay::Element::new(Box::new(Self { words, about }))
    }
}

fn text(content: String, bounds: Size) -> Text<String, iced::Font> {
    Text {
        content,
        bounds,
        size: Pixels(Role::Small.size()),
        line_height: Role::Small.line_height(),
        font: Role::Small.font(),
        align_x: Alignment::Left,
        align_y: Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::WordOrGlyph,
    }
}

impl<Message> Overlay<Message, Theme, Renderer> for Tip {
    fn layout(&mut self, _renderer: &Renderer, bounds: Size) -> layout::Node {
        let most = WIDEST.min(bounds.width - 4.0 * space::S);
        let words = text(self.words.clone(), Size::new(most, f32::INFINITY));
        let laid = Paragraph::with_text(words.as_ref());
        let size = laid.min_bounds();
        // A hair more than measured: what is as wide as its room is broken.
        let size = Size::new(size.width.ceil() + 2.0 * space::S + 2.0, size.height.ceil() + 2.0 * space::XS);
        let below = self.about.y + self.about.height + space::XS;
        let above = self.about.y - space::XS - size.height;
        let y = if below + size.height > bounds.height && above >= 0.0 { above } else { below };
        let x = (self.about.center_x() - size.width / 2.0).round();
        let x = x.min(bounds.width - size.width - space::XS).max(space::XS);
        layout::Node::new(size).move_to(Point::new(x, y.round()))
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let bounds = layout.bounds();
        let corners = Border { radius: space::RADIUS_S.into(), ..Border::default() };
        fill(renderer, bounds, corners, palette::TOAST);
        let room = Size::new(bounds.width - 2.0 * space::S, bounds.height);
        let at = Point::new(bounds.x + space::S, bounds.y + space::XS);
        renderer.fill_text(text(self.words.clone(), room), at, Color::WHITE, bounds);
    }

    fn operate(
        &mut self,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn iced::advanced::widget::Operation,
    ) {
        operation.text(None, layout.bounds(), &self.words);
    }
}
