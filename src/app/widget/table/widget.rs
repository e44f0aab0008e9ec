//! The table as a widget: scrolling, selecting, keys.

use iced::advanced::mouse::{Click, click};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Modifiers};
use iced::widget::Id;
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector, touch};

use super::draw::{Hover, Look, Texts};
use super::geometry::{Dragged, Geometry};
use super::wanted::{NARROWEST, WIDEST, Wanted};
use super::{Selection, Table};
use crate::app::theme::space;
use crate::app::widget::command_menu::{self, Menu};
use crate::app::widget::control::{self, Control, Drawn, Pointer};
use crate::app::widget::drag::Pull;
use crate::app::widget::tip::{Resting, Tip};

/// What the table remembers between frames.
#[derive(Default)]
pub(super) struct State {
    pub(super) offset: f32,
    pub(super) control: Control,
    /// The button that chooses columns: Tab goes there after the rows.
    pub(super) choice: Control,
    pub(super) modifiers: Modifiers,
    /// Where in the grip the mouse or a finger holds it.
    pub(super) held: Option<f32>,
    pub(super) finger: Option<Finger>,
    /// The last press on the border of a column.
    click: Option<Click>,
    /// The row the selection was last seen at, to follow it when it moves.
    followed: Option<usize>,
    drawn: Drawn<Hover>,
    texts: Texts,
    wanted: Wanted,
    border: Option<Border>,
    /// Rows that are held down or dragged.
    pub(super) pull: Pull,
    pub(super) menu: command_menu::State,
    /// Of which row the menu is; of the head for none.
    pub(super) menu_row: Option<usize>,
    resting: Resting<Rested>,
    /// What is selected where no screen keeps it: keys and menus reach those rows, too.
    pub(super) own: Selection,
}

/// What the pointer may rest on to be told more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rested {
    /// A cell of a row and a column that is cut.
    Cell(usize, usize),
    /// The title of a column that is cut.
    Title(usize),
    /// The button that chooses columns.
    Choice,
}

/// The border of a column that is held.
#[derive(Debug, Clone, Copy)]
struct Border {
    dragged: Dragged,
    /// Where it was taken hold of, and how wide the column was then.
    from: f32,
    width: f32,
}

impl State {
    fn geometry<Message>(&self, table: &Table<'_, Message>, bounds: Rectangle) -> Geometry {
        let dragged = self.border.map(|border| border.dragged);
        Geometry::new(table, bounds, self.offset, &self.wanted, dragged)
    }
}

/// A finger that is down on the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finger {
    pub(super) id: touch::Finger,
    /// Where in the window it came down.
    pub(super) from: Point,
    /// How far the table was scrolled then.
    pub(super) offset: f32,
    pub(super) drags: bool,
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Table<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        let height = match self.fits {
            true => Length::Fixed(
                self.head_height() + self.rows as f32 * self.row_height + if self.framed { 2.0 } else { 0.0 },
            ),
            false => Length::Fill,
        };
        Size::new(Length::Fill, height)
    }

    fn layout(&mut self, tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = self.size();
        let node = layout::atomic(limits, size.width, size.height);
        let state = tree.state.downcast_mut::<State>();
        state.wanted.measure(self);
        let geometry = state.geometry(self, node.bounds());
        state.offset = geometry.offset;
        let cursor = self.known(state).cursor();
        if cursor != state.followed {
            state.followed = cursor;
            if let Some(row) = cursor.filter(|row| *row < self.rows) {
                state.offset = geometry.revealing(row);
            }
        }
        node
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        operation.container(self.id.as_ref(), bounds);
        operation.focusable(self.id.as_ref(), bounds, &mut state.control);
        let geometry = state.geometry(self, bounds);
        let columns = geometry.columns.clone();
        for (column, (x, width)) in self.columns.iter().zip(&columns).filter(|(_, place)| place.1 > 0.0) {
            operation.text(None, Rectangle { x: *x, width: *width, ..geometry.head }, &column.title);
        }
        if let Some(choice) = geometry.choice(self.choice_width()) {
            operation.focusable(Some(&Id::new(super::COLUMNS)), choice, &mut state.choice);
        }
        for row in geometry.visible() {
            for (place, (x, width)) in columns.iter().enumerate().filter(|(_, place)| place.1 > 0.0) {
                let whole = Rectangle { x: *x, width: *width, ..geometry.row(row) };
                // Of a row at the edge what is seen of it.
                let bounds = whole.intersection(&geometry.body).unwrap_or(whole);
                match (self.cell)(row, place) {
                    super::Cell::Lines { title, below } => {
                        operation.text(None, bounds, &title);
                        operation.text(None, bounds, &below);
                    }
                    cell => operation.text(None, bounds, &cell.plain()),
                }
            }
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        if self.selection.is_none() {
            self.ahead = Some(state.own.clone());
        }
        if let Some(dragging) = self.on_drag.as_ref().filter(|_| state.pull.is_given_up(event)) {
            shell.publish((dragging.says)(false));
            shell.request_redraw();
            return shell.capture_event();
        }
        let geometry = state.geometry(self, bounds);
        self.menu_by_keys(state, &geometry, event, shell);
        if let Some((key, modifiers)) = control::key(event, state.control.is_focused(), shell)
            && self.handle_key(key, modifiers, &geometry, clipboard, shell)
        {
            state.control.use_keyboard();
            shell.capture_event();
            shell.request_redraw();
        }
        if control::pointer(event) == Some(Pointer::Pressed) {
            state.choice.unfocus();
        }
        match event {
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let point = cursor.position_over(bounds);
                if let (true, Some(point)) = (state.control.take(point.is_some(), shell), point) {
                    let choice = geometry.choice(self.choice_width()).filter(|choice| choice.contains(point));
                    if let Some(choice) = choice {
                        self.open_menu(state, None, choice, shell);
                    } else if let Some(column) = self.border_at(&geometry, point) {
                        let click = Click::new(point, mouse::Button::Left, state.click);
                        state.click = Some(click);
                        let width = geometry.columns[column].1;
                        match (click.kind(), &self.on_resize) {
                            (click::Kind::Double, Some(on_resize)) => shell.publish(on_resize(column, None)),
                            _ => {
                                let dragged = Dragged { column, width };
                                state.border = Some(Border { dragged, from: point.x, width });
                            }
                        }
                    } else if !Self::grab(state, &geometry, point) {
                        self.press(state, &geometry, point, shell);
                    }
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right)) => {
                let point = cursor.position_over(bounds);
                let row = point.and_then(|point| geometry.row_at(point));
                let spot = point.map(|point| Rectangle::new(point, Size::new(1.0, 1.0)));
                if let (Some(spot), Some(row), Some(_)) = (spot, row, &self.commands) {
                    self.open_menu(state, Some(row), spot, shell);
                } else if let (Some(spot), Some(_)) = (spot, &self.choices)
                    && geometry.head.contains(spot.position())
                {
                    self.open_menu(state, None, spot, shell);
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if let (Some(border), Some(on_resize)) = (state.border.take(), &self.on_resize)
                    && border.dragged.width != border.width
                {
                    shell.publish(on_resize(border.dragged.column, Some(border.dragged.width)));
                }
                let held = state.held.take();
                if held.is_some() {
                    shell.request_redraw();
                }
                self.let_go(state, &geometry, shell);
            }
            Event::Touch(touch) => self.touch(state, *touch, &geometry, bounds, cursor, shell),
            Event::Mouse(mouse::Event::CursorMoved { position }) => {
                self.pull(state, *position, shell);
                if let Some(border) = &mut state.border {
                    let width = border.width + position.x - border.from;
                    border.dragged.width = width.clamp(NARROWEST, WIDEST).round();
                    shell.capture_event();
                    shell.request_redraw();
                }
                if let Some(within) = state.held {
                    state.offset = geometry.dragged(position.y - within);
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta })
                if cursor.is_over(bounds) && !shell.is_event_captured() =>
            {
                let by = match *delta {
                    mouse::ScrollDelta::Lines { y, .. } => y * space::ROW * 2.0,
                    mouse::ScrollDelta::Pixels { y, .. } => y,
                };
                let offset = geometry.clamp(state.offset - by);
                // At either end the wheel scrolls what the table stands in.
                if offset != state.offset {
                    state.offset = offset;
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            _ => {}
        }
        state.drawn.follow(event, self.hover(&geometry, cursor), shell);
        let rested = match event {
            Event::Mouse(mouse::Event::CursorMoved { .. }) if cursor.is_over(bounds) => {
                self.rested_on(&geometry, cursor)
            }
            _ => None,
        };
        state.resting.follow(event, rested, shell);
        if let (None, Some(own)) = (self.selection, &self.ahead) {
            state.own.clone_from(own);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let geometry = state.geometry(self, bounds);
        let look = Look {
            texts: &state.texts,
            selection: self.known(state),
            hover: self.hover(&geometry, cursor),
            dragging: state.held.is_some(),
            ring: state.control.shows_ring(),
            choice_ring: state.choice.shows_ring(),
        };
        self.draw_all(renderer, bounds, &geometry, viewport, &look);
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
        let geometry = state.geometry(self, layout.bounds());
        match self.hover(&geometry, cursor) {
            _ if matches!(state.pull, Pull::Dragged(_)) => mouse::Interaction::Grabbing,
            _ if state.border.is_some() => mouse::Interaction::ResizingHorizontally,
            Hover::Border(_) => mouse::Interaction::ResizingHorizontally,
            Hover::Title(_) | Hover::Choice => control::hand(true),
            Hover::Row(_) => control::hand(self.opens_on_click),
            Hover::Nothing => control::hand(false),
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        let geometry = state.geometry(self, layout.bounds());
        if state.menu.is_open() {
            let commands = match (state.menu_row, &self.commands) {
                (Some(row), Some(commands)) if row < self.rows => commands(row),
                (Some(_), _) => Vec::new(),
                (None, _) => self.choice_lines(&geometry),
            };
            let selection = self.known(state).clone();
            let copied = move || self.copied(&selection);
            return Menu::copying(&mut state.menu, || commands, copied, translation);
        }
        if let (Pull::Dragged(at), Some(dragging)) = (state.pull, &self.on_drag) {
            let words = (dragging.words)(self.known(state).len());
            return Some(Tip::about(words, Rectangle::new(at, Size::new(24.0, 20.0))));
        }
        match state.resting.shown()? {
            Rested::Cell(row, column) if row < self.rows => {
                let (x, width) = geometry.columns.get(column).copied()?;
                let about = Rectangle { x, width, ..geometry.row(row) };
                Some(Tip::about((self.cell)(row, column).plain(), about + translation))
            }
            Rested::Cell(..) => None,
            Rested::Title(column) => {
                let (x, width) = geometry.columns.get(column).copied()?;
                let about = Rectangle { x, width, ..geometry.head };
                Some(Tip::about(self.columns.get(column)?.title.clone(), about + translation))
            }
            Rested::Choice => {
                let words = self.choices.as_ref()?.words.clone();
                Some(Tip::about(words, geometry.choice(self.choice_width())? + translation))
            }
        }
    }
}
