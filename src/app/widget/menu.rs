//! The list that opens under a field or a select.

use iced::advanced::{Clipboard, Layout, Overlay, Renderer as _, Shell, layout, mouse, overlay, renderer};
use iced::keyboard::{Key, key::Named};
use iced::widget::text::Alignment;
use iced::{Border, Event, Point, Rectangle, Renderer, Size, Theme, touch};

use super::control::{self, Pointer, fill};
use super::one_line;
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space};

/// Height of an entry.
const ENTRY: f32 = 34.0;
/// Entries shown at once.
const SHOWN: usize = 9;

/// Whether the menu is open, and where in it the user is.
#[derive(Debug, Default)]
pub(super) struct State {
    open: bool,
    marked: Option<usize>,
    top: usize,
}

/// What a key did.
pub(super) enum Answer {
    Moved,
    Picked(usize),
    Closed,
    Ignored,
}

impl State {
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn open(&mut self, marked: Option<usize>) {
        *self = Self { open: true, marked, top: 0 };
        self.reveal();
    }

    pub(super) fn close(&mut self) {
        *self = Self::default();
    }

    /// Marks an entry, as when a letter is typed.
    pub(super) fn mark(&mut self, place: usize) {
        self.marked = Some(place);
        self.reveal();
    }

    pub(super) fn marked(&self) -> Option<usize> {
        self.marked
    }

    pub(super) fn handle_key(&mut self, key: &Key, count: usize) -> Answer {
        let Some(last) = count.checked_sub(1) else { return Answer::Ignored };
        let Key::Named(named) = key else { return Answer::Ignored };
        // The list may have become shorter since: what is no more is not marked.
        let marked = self.marked.filter(|at| *at <= last);
        match named {
            Named::ArrowDown => self.mark(marked.map_or(0, |at| if at == last { 0 } else { at + 1 })),
            Named::ArrowUp => self.mark(marked.map_or(last, |at| if at == 0 { last } else { at - 1 })),
            Named::PageDown => self.mark(marked.map_or(0, |at| (at + SHOWN).min(last))),
            Named::PageUp => self.mark(marked.map_or(0, |at| at.saturating_sub(SHOWN))),
            Named::Enter => {
                self.close();
                return marked.map_or(Answer::Ignored, Answer::Picked);
            }
            Named::Escape => {
                self.close();
                return Answer::Closed;
            }
            _ => return Answer::Ignored,
        }
        Answer::Moved
    }

    fn reveal(&mut self) {
        if let Some(marked) = self.marked {
            self.top = self.top.min(marked).max((marked + 1).saturating_sub(SHOWN));
        }
    }

    fn scroll(&mut self, by: isize, count: usize) {
        self.top = self.top.saturating_add_signed(by).min(count.saturating_sub(SHOWN));
    }
}

/// What picking an entry does.
type OnPick<'b, Message> = Box<dyn FnMut(usize, &mut Shell<'_, Message>) + 'b>;

/// The open menu.
pub(super) struct Menu<'b, Message> {
    state: &'b mut State,
    options: Vec<&'b str>,
    target: Rectangle,
    viewport: Rectangle,
    on_pick: OnPick<'b, Message>,
}

impl<'b, Message: 'b> Menu<'b, Message> {
    /// A menu under `target`, as wide as it.
    pub(super) fn under(
        state: &'b mut State,
        options: Vec<&'b str>,
        target: Rectangle,
        viewport: Rectangle,
        on_pick: impl FnMut(usize, &mut Shell<'_, Message>) + 'b,
    ) -> overlay::Element<'b, Message, Theme, Renderer> {
        let menu = Self { state, options, target, viewport, on_pick: Box::new(on_pick) };
        overlay::Element::new(Box::new(menu))
    }

    /// As wide as the control, or as the widest of few entries where the window has room for that.
    fn width(&self, window: f32) -> f32 {
        /// More are not measured each time.
        const FEW: usize = 40;
        /// A longer entry ends in dots.
        const MOST: f32 = 520.0;
        let measured = if self.options.len() <= FEW { self.options.as_slice() } else { &[] };
        let widest = measured.iter().map(|words| one_line::width(words, Role::Body)).fold(0.0, f32::max);
        let wanted = (widest + 2.0 * (space::S + space::XS)).ceil();
        wanted.min(MOST).min(window - 2.0 * space::S).max(self.target.width)
    }

    fn visible(&self) -> std::ops::Range<usize> {
        let top = self.state.top.min(self.options.len().saturating_sub(SHOWN));
        top..(top + SHOWN).min(self.options.len())
    }

    fn entry_at(&self, layout: Layout<'_>, cursor: mouse::Cursor) -> Option<usize> {
        let inside = cursor.position_in(layout.bounds())?;
        let place = self.visible().start + ((inside.y - space::XS) / ENTRY).max(0.0) as usize;
        (place < self.visible().end).then_some(place)
    }
}

impl<Message> Overlay<Message, Theme, Renderer> for Menu<'_, Message> {
    fn layout(&mut self, _renderer: &Renderer, bounds: Size) -> layout::Node {
        let height = self.visible().len() as f32 * ENTRY + 2.0 * space::XS;
        let below = self.target.y + self.target.height + space::XS;
        let above = self.target.y - space::XS - height;
        let bottom = bounds.height.min(self.viewport.y + self.viewport.height);
        let y = if below + height > bottom && above >= 0.0 { above } else { below };
        let width = self.width(bounds.width);
        let x = self.target.x.min(bounds.width - width - space::S).max(0.0);
        layout::Node::new(Size::new(width, height)).move_to(Point::new(x, y))
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        if control::pointer(event) == Some(Pointer::Pressed) {
            if let Some(place) = self.entry_at(layout, cursor) {
                self.state.close();
                (self.on_pick)(place, shell);
                shell.capture_event();
            } else if !cursor.is_over(self.target) {
                // On the target itself, its own click closes it.
                self.state.close();
            }
            shell.request_redraw();
        }
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. })
            | Event::Touch(touch::Event::FingerMoved { .. }) => {
                let under = self.entry_at(layout, cursor);
                if under.is_some() && under != self.state.marked {
                    self.state.marked = under;
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(layout.bounds()) => {
                let (mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. }) = *delta;
                self.state.scroll(if y > 0.0 { -1 } else { 1 }, self.options.len());
                shell.capture_event();
                shell.request_redraw();
            }
            _ => {}
        }
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
        let edge = Border { color: palette::LINE_STRONG, width: 1.0, radius: space::RADIUS.into() };
        fill(renderer, bounds, edge, palette::SURFACE);
        let clip = bounds.shrink(1.0);
        renderer.with_layer(clip, |renderer| {
            for (line, place) in self.visible().enumerate() {
                let entry = Rectangle {
                    x: bounds.x + space::XS,
                    y: bounds.y + space::XS + line as f32 * ENTRY,
                    width: bounds.width - 2.0 * space::XS,
                    height: ENTRY,
                };
                let marked = self.state.marked == Some(place);
                if marked {
                    let corners = Border { radius: space::RADIUS_S.into(), ..Border::default() };
                    fill(renderer, entry, corners, palette::CHOSEN);
                }
                let room = Rectangle { x: entry.x + space::S, width: entry.width - 2.0 * space::S, ..entry };
                let words = self.options[place];
                one_line::write(renderer, words, Role::Body, palette::INK, room, Alignment::Left);
            }
        });
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        control::hand(self.entry_at(layout, cursor).is_some())
    }
}
