//! The menu of what can be done: of the row that was pressed with the other mouse button, of what
//! had no room in a bar.

use std::time::Instant;

use iced::advanced::widget::Operation;
use iced::advanced::{
    Clipboard, Layout, Overlay, Renderer as _, Shell, clipboard, layout, overlay, renderer,
};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::Id;
use iced::widget::text::Alignment;
use iced::{Border, Event, Point, Rectangle, Renderer, Size, Theme, Vector, mouse};

use super::command::Command;
use super::control::{self, DOUBLE_CLICK, Pointer, fill};
use super::one_line;
use crate::app::icon;
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space};

/// Height of a line.
const LINE: f32 = 34.0;
/// Room for the icon before the words.
const ICON: f32 = 26.0;
/// Room between the words and the key.
const BEFORE_KEY: f32 = 24.0;
/// The most width: a longer label ends in dots.
const MOST: f32 = 520.0;
/// The least width.
const LEAST: f32 = 160.0;

/// Whether the menu is open, and where in it the user is.
#[derive(Debug, Default)]
pub(super) struct State(Option<Open>);

#[derive(Debug)]
struct Open {
    /// Under or beside what it opens.
    at: Rectangle,
    since: Instant,
    marked: Option<usize>,
    /// The first line in view: with many, and large text, not all have room in the window.
    top: usize,
    /// A press began in it, so its end chooses.
    pressed: bool,
    /// The line that was chosen last in a menu that stayed open, and when.
    chosen: Option<(usize, Instant)>,
}

impl State {
    /// Opens it under this.
    pub(super) fn open(&mut self, at: Rectangle) {
        self.0 = Some(Open { at, since: Instant::now(), marked: None, top: 0, pressed: false, chosen: None });
    }

    /// The same by a key: its first line is marked.
    pub(super) fn open_by_key(&mut self, at: Rectangle) {
        self.open(at);
        self.mark_first();
    }

    /// Marks the first line: it was opened by a key.
    pub(super) fn mark_first(&mut self) {
        if let Some(open) = &mut self.0 {
            open.marked = Some(0);
        }
    }

    pub(super) fn is_open(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn close(&mut self) {
        self.0 = None;
    }
}

/// The open menu.
pub(super) struct Menu<'b, Message> {
    state: &'b mut State,
    commands: Vec<Command<Message>>,
    /// By how much what it opens from is scrolled.
    translation: Vector,
    /// What a line copies that copies.
    copied: Box<dyn Fn() -> String + 'b>,
}

impl<'b, Message: Clone + 'b> Menu<'b, Message> {
    /// The menu of these commands, if it is open.
    pub(super) fn of(
        state: &'b mut State,
        commands: impl FnOnce() -> Vec<Command<Message>>,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        Self::copying(state, commands, String::new, translation)
    }

    /// The same, with what a line copies that copies.
    pub(super) fn copying(
        state: &'b mut State,
        commands: impl FnOnce() -> Vec<Command<Message>>,
        copied: impl Fn() -> String + 'b,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        if !state.is_open() {
            return None;
        }
        let commands = commands();
        if commands.is_empty() {
            state.close();
            return None;
        }
        let copied = Box::new(copied);
        Some(overlay::Element::new(Box::new(Self { state, commands, translation, copied })))
    }

    fn line_at(&self, layout: Layout<'_>, cursor: mouse::Cursor) -> Option<usize> {
        let inside = cursor.position_in(layout.bounds())?;
        let visible = self.visible(layout.bounds());
        let line = visible.start + ((inside.y - space::XS) / LINE).max(0.0) as usize;
        visible.contains(&line).then_some(line)
    }

    /// The lines in view in these bounds.
    fn visible(&self, bounds: Rectangle) -> std::ops::Range<usize> {
        let room = room(bounds.height).min(self.commands.len());
        let top = self.state.0.as_ref().map_or(0, |open| open.top).min(self.commands.len() - room);
        top..top + room
    }

    /// Brings what is marked by a key into view.
    fn reveal(&mut self, bounds: Rectangle) {
        let visible = self.visible(bounds);
        if let Some(open) = &mut self.state.0
            && let Some(marked) = open.marked
        {
            open.top = visible.start.min(marked).max((marked + 1).saturating_sub(visible.len()));
        }
    }

    fn choose(&mut self, line: usize, clipboard: &mut dyn Clipboard, shell: &mut Shell<'_, Message>) {
        let Some(command) = self.commands.get(line).filter(|command| command.can_be_chosen()) else { return };
        if command.copies {
            clipboard.write(clipboard::Kind::Standard, (self.copied)());
        }
        if let Some(message) = command.on_press.clone() {
            shell.publish(message);
        }
        if !command.stays {
            self.state.close();
        }
    }

    /// What a key does; `false` when it means nothing here.
    fn handle_key(
        &mut self,
        key: &Key,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        let last = self.commands.len() - 1;
        let Some(open) = &mut self.state.0 else { return false };
        let marked = open.marked;
        match key.as_ref() {
            Key::Named(Named::ArrowDown) => {
                open.marked = Some(marked.map_or(0, |at| if at >= last { 0 } else { at + 1 }));
            }
            Key::Named(Named::ArrowUp) => {
                open.marked = Some(marked.map_or(last, |at| if at == 0 { last } else { at - 1 }));
            }
            Key::Named(Named::Home) => open.marked = Some(0),
            Key::Named(Named::End) => open.marked = Some(last),
            Key::Named(Named::Enter | Named::Space) => {
                if let Some(marked) = marked {
                    self.choose(marked, clipboard, shell);
                }
            }
            Key::Named(Named::Escape | Named::Tab) => self.state.close(),
            _ => return false,
        }
        true
    }
}

impl<'b, Message: Clone + 'b> Overlay<Message, Theme, Renderer> for Menu<'b, Message> {
    fn layout(&mut self, _renderer: &Renderer, bounds: Size) -> layout::Node {
        let at = self.state.0.as_ref().map_or(Rectangle::default(), |open| open.at) + self.translation;
        let words = self.commands.iter().map(|command| {
            let key = match command.key {
                "" => 0.0,
                key => BEFORE_KEY + one_line::width(key, Role::Small),
            };
            one_line::width(&command.label, Role::Body) + key
        });
        let width = words.fold(LEAST, f32::max).ceil() + ICON + 2.0 * (space::XS + space::S) + 2.0;
        let width = width.min(MOST).min(bounds.width - 2.0 * space::S);
        let lines = self.commands.len().min(room(bounds.height - 2.0 * space::S));
        let height = lines as f32 * LINE + 2.0 * space::XS;
        let below = at.y + at.height + 2.0;
        let above = at.y - 2.0 - height;
        let y = if below + height <= bounds.height {
            below
        } else if above >= 0.0 {
            above
        } else {
            (bounds.height - height - space::S).max(0.0)
        };
        // To the right of where it opens, or to the left where there is no room.
        let x = if at.x + width <= bounds.width - space::S { at.x } else { at.x + at.width - width };
        let x = x.min(bounds.width - width - space::S).max(space::S);
        layout::Node::new(Size::new(width, height)).move_to(Point::new(x.round(), y.round()))
    }

    fn operate(&mut self, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        let visible = self.visible(layout.bounds());
        for (place, command) in self.commands[visible].iter().enumerate() {
            let bounds = line(layout.bounds(), place);
            let id = (!command.id.is_empty()).then(|| Id::new(command.id));
            operation.container(id.as_ref(), bounds);
            operation.text(None, bounds, &command.label);
        }
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        if let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event
            && self.handle_key(key, clipboard, shell)
        {
            self.reveal(layout.bounds());
            shell.capture_event();
            shell.request_redraw();
            return;
        }
        let under = self.line_at(layout, cursor);
        let over = cursor.is_over(layout.bounds());
        let visible = self.visible(layout.bounds());
        let Some(open) = &mut self.state.0 else { return };
        match control::pointer(event) {
            Some(Pointer::Pressed) if over => {
                open.pressed = true;
                shell.capture_event();
            }
            Some(Pointer::Pressed) => {
                // On what opened it: the second press of a double click does nothing, a later one
                // closes it; neither opens it again.
                let on_opener = cursor.is_over(open.at + self.translation);
                if !(on_opener && open.since.elapsed() < DOUBLE_CLICK) {
                    self.state.close();
                }
                if on_opener {
                    shell.capture_event();
                }
                shell.request_redraw();
            }
            Some(Pointer::Released) if std::mem::take(&mut open.pressed) => {
                // A double click on a line is one.
                let again =
                    |(line, then): (usize, Instant)| Some(line) == under && then.elapsed() < DOUBLE_CLICK;
                if let Some(place) = under.filter(|_| !open.chosen.is_some_and(again)) {
                    open.chosen = Some((place, Instant::now()));
                    self.choose(place, clipboard, shell);
                }
                shell.capture_event();
                shell.request_redraw();
            }
            _ => match event {
                Event::Mouse(mouse::Event::CursorMoved { .. }) if under.is_some() && under != open.marked => {
                    open.marked = under;
                    shell.request_redraw();
                }
                Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right)) => {
                    self.state.close();
                    if over {
                        shell.capture_event();
                    }
                    shell.request_redraw();
                }
                Event::Mouse(mouse::Event::WheelScrolled { delta }) if over => {
                    let (mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. }) = *delta;
                    open.top = if y > 0.0 { visible.start.saturating_sub(1) } else { visible.start + 1 };
                    shell.capture_event();
                    shell.request_redraw();
                }
                Event::Mouse(mouse::Event::WheelScrolled { .. }) => {
                    self.state.close();
                    shell.request_redraw();
                }
                _ => {}
            },
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
        let marked = self.state.0.as_ref().and_then(|open| open.marked);
        renderer.with_layer(bounds.shrink(1.0), |renderer| {
            let visible = self.visible(bounds);
            for (at, place) in visible.enumerate() {
                let (command, row) = (&self.commands[place], line(bounds, at));
                if marked == Some(place) {
                    let corners = Border { radius: space::RADIUS_S.into(), ..Border::default() };
                    fill(renderer, row, corners, palette::NEUTRAL);
                }
                let color = match (command.can_be_chosen(), command.takes_away) {
                    (false, _) => palette::FAINT,
                    (true, true) => palette::DANGER,
                    (true, false) => palette::INK,
                };
                let glyph = Point::new(row.x + space::S, row.center_y());
                icon::draw(renderer, command.icon, icon::SIZE_S, glyph, color);
                let x = row.x + space::S + ICON;
                let room = Rectangle { x, width: row.x + row.width - space::S - x, ..row };
                one_line::write(renderer, &command.label, Role::Body, color, room, Alignment::Left);
                if !command.key.is_empty() {
                    let width = one_line::width(command.key, Role::Small).ceil() + 1.0;
                    let room = Rectangle { x: room.x + room.width - width, width, ..room };
                    one_line::write(
                        renderer,
                        command.key,
                        Role::Small,
                        palette::MUTED,
                        room,
                        Alignment::Left,
                    );
                }
            }
        });
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        match self.line_at(layout, cursor).and_then(|place| self.commands.get(place)) {
            Some(command) if command.can_be_chosen() => mouse::Interaction::Pointer,
            Some(_) => mouse::Interaction::Idle,
            None => mouse::Interaction::default(),
        }
    }
}

/// How many lines have room in this height.
fn room(height: f32) -> usize {
    ((height - 2.0 * space::XS) / LINE + 0.01).floor().max(1.0) as usize
}

/// The line at a place in view.
fn line(bounds: Rectangle, place: usize) -> Rectangle {
    Rectangle {
        x: bounds.x + space::XS,
        y: bounds.y + space::XS + place as f32 * LINE,
        width: bounds.width - 2.0 * space::XS,
        height: LINE,
    }
}
