//! The table as a widget: scrolling, selecting, keys.

use iced::advanced::mouse::{Click, click};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, clipboard, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector, touch};

use super::draw::{Hover, Look, Texts};
use super::geometry::{Dragged, Geometry, PADDING};
use super::wanted::{NARROWEST, WIDEST, Wanted, natural_width};
use super::{Fold, Selection, Table};
use crate::app::theme::space;
use crate::app::widget::command_menu::{self, Menu};
use crate::app::widget::control::{self, Control, Drawn};
use crate::app::widget::tip::{Resting, Tip};

/// What the table remembers between frames.
#[derive(Default)]
pub(super) struct State {
    pub(super) offset: f32,
    pub(super) control: Control,
    modifiers: Modifiers,
    /// Where in the grip the mouse or a finger holds it.
    pub(super) held: Option<f32>,
    pub(super) finger: Option<Finger>,
    click: Option<Click>,
    /// The row the selection was last seen at, to follow it when it moves.
    followed: Option<usize>,
    drawn: Drawn<Hover>,
    texts: Texts,
    wanted: Wanted,
    border: Option<Border>,
    menu: command_menu::State,
    /// Of which row the menu is; of the head for none.
    menu_row: Option<usize>,
    resting: Resting<(usize, usize)>,
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

impl<Message: Clone> Table<'_, Message> {
    fn select(&mut self, selection: Selection, shell: &mut Shell<'_, Message>) {
        if let Some(on_select) = &self.on_select {
            shell.publish(on_select(selection.clone()));
            self.ahead = Some(selection);
        }
    }

    fn open(&self, row: usize, shell: &mut Shell<'_, Message>) {
        if let Some(on_open) = &self.on_open {
            shell.publish(on_open(row));
        }
    }

    fn selected(&self) -> Selection {
        self.ahead.as_ref().or(self.selection).cloned().unwrap_or_default()
    }

    fn hover(&self, geometry: &Geometry, cursor: mouse::Cursor) -> Hover {
        let Some(point) = cursor.position() else { return Hover::Nothing };
        let selectable = self.on_select.is_some() || self.on_open.is_some();
        match (self.title_at(geometry, point), geometry.row_at(point)) {
            _ if self.border_at(geometry, point).is_some() => {
                self.border_at(geometry, point).map_or(Hover::Nothing, Hover::Border)
            }
            (Some(title), _) => Hover::Title(title),
            (None, Some(row)) if selectable => Hover::Row(row),
            _ => Hover::Nothing,
        }
    }

    fn border_at(&self, geometry: &Geometry, point: Point) -> Option<usize> {
        geometry.border_at(point).filter(|_| self.on_resize.is_some())
    }

    /// The cell at a point, if what stands in it is cut.
    fn cut_at(&self, geometry: &Geometry, cursor: mouse::Cursor) -> Option<(usize, usize)> {
        let (row, column, room) = geometry.cell_at(cursor.position()?)?;
        let cell = (self.cell)(row, column);
        (natural_width(&cell) > room.width - 2.0 * PADDING + 0.5).then_some((row, column))
    }

    /// Opens the menu of a row, which is selected first.
    fn open_menu(&mut self, state: &mut State, row: usize, at: Rectangle, shell: &mut Shell<'_, Message>) {
        let mut selection = self.selected();
        if !selection.contains(row) {
            selection.click(row);
            self.select(selection, shell);
        }
        state.menu_row = Some(row);
        state.menu.open(at);
        shell.capture_event();
        shell.request_redraw();
    }

    fn title_at(&self, geometry: &Geometry, point: Point) -> Option<usize> {
        if self.on_sort.is_none() || !geometry.head.contains(point) {
            return None;
        }
        let inside = |(x, width): &(f32, f32)| (*x..x + width).contains(&point.x);
        let place = geometry.columns.iter().position(inside)?;
        self.columns[place].sortable.then_some(place)
    }

    /// Takes hold of the scroll bar; `false` beside it.
    pub(super) fn grab(state: &mut State, geometry: &Geometry, point: Point) -> bool {
        let Some(grip) = geometry.grip() else { return false };
        if !geometry.bar().is_some_and(|bar| bar.contains(point)) {
            return false;
        }
        // Beside the grip, the grip comes to the pointer.
        let within = if grip.contains(point) { point.y - grip.y } else { grip.height / 2.0 };
        state.held = Some(within);
        state.offset = geometry.dragged(point.y - within);
        true
    }

    /// Presses a title or a row. Two presses in a row open it if they are as near to
    /// each other as `spot` of both: a finger is not as exact as a mouse.
    pub(super) fn press(
        &mut self,
        state: &mut State,
        geometry: &Geometry,
        point: Point,
        spot: impl FnOnce(Rectangle) -> Point,
        shell: &mut Shell<'_, Message>,
    ) {
        if let (Some(place), Some(on_sort)) = (self.title_at(geometry, point), &self.on_sort) {
            shell.publish(on_sort(place));
            return;
        }
        let Some(row) = geometry.row_at(point) else { return };
        let click = Click::new(spot(geometry.row(row)), mouse::Button::Left, state.click);
        state.click = Some(click);
        let first = geometry.columns.first().copied();
        let on_icon = first.is_some_and(|(x, width)| (x..x + width).contains(&point.x));
        let plain = !state.modifiers.shift() && !state.modifiers.command();
        if on_icon && plain && self.turn(row, Fold::Turn, shell) {
            return;
        }
        let mut selection = self.selected();
        match (state.modifiers.shift(), state.modifiers.command()) {
            (true, _) => selection.extend(row),
            (false, true) => selection.toggle(row),
            (false, false) => selection.click(row),
        }
        self.select(selection, shell);
        if plain && (self.opens_on_click || click.kind() == click::Kind::Double) {
            self.open(row, shell);
        }
    }

    /// Shows or folds what is inside a row of a tree; `false` when there is nothing.
    fn turn(&self, row: usize, fold: Fold, shell: &mut Shell<'_, Message>) -> bool {
        let has_icon = || matches!((self.cell)(row, 0), super::Cell::Icon { .. });
        match &self.on_turn {
            Some(on_turn) if row < self.rows && has_icon() => {
                shell.publish(on_turn(row, fold));
                true
            }
            _ => false,
        }
    }

    /// What a key does; `false` when it means nothing here.
    fn handle_key(
        &mut self,
        key: &Key,
        modifiers: Modifiers,
        geometry: &Geometry,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        // Alt and an arrow move what is selected: that is the screen's business.
        if modifiers.alt() {
            return false;
        }
        let mut selection = self.selected();
        if modifiers.command() {
            match key.as_ref() {
                Key::Character("a") if self.on_select.is_some() => selection.all(self.rows),
                Key::Character("c") if !selection.is_empty() => {
                    clipboard.write(clipboard::Kind::Standard, self.copied(&selection));
                    return true;
                }
                _ => return false,
            }
            self.select(selection, shell);
            return true;
        }
        let Some(last) = self.rows.checked_sub(1) else { return false };
        let at = selection.cursor().map(|row| row.min(last));
        let page = geometry.page();
        if let (Some(row), Key::Named(arrow @ (Named::ArrowRight | Named::ArrowLeft))) = (at, key.as_ref()) {
            let fold = if arrow == Named::ArrowRight { Fold::Open } else { Fold::Close };
            return self.turn(row, fold, shell);
        }
        let target = match key.as_ref() {
            Key::Named(Named::ArrowDown) => at.map_or(0, |row| (row + 1).min(last)),
            Key::Named(Named::ArrowUp) => at.map_or(last, |row| row.saturating_sub(1)),
            Key::Named(Named::PageDown) => at.map_or(0, |row| (row + page).min(last)),
            Key::Named(Named::PageUp) => at.map_or(0, |row| row.saturating_sub(page)),
            Key::Named(Named::Home) => 0,
            Key::Named(Named::End) => last,
            Key::Named(Named::Space) => {
                selection.toggle(at.unwrap_or(0));
                self.select(selection, shell);
                return true;
            }
            Key::Named(Named::Enter) => match (at, &self.on_open) {
                (Some(row), Some(_)) => {
                    self.open(row, shell);
                    return true;
                }
                _ => return false,
            },
            _ => return false,
        };
        if modifiers.shift() {
            selection.extend(target)
        } else {
            selection.click(target)
        }
        self.select(selection, shell);
        true
    }
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
        let cursor = self.selection.and_then(Selection::cursor);
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
        for (column, (x, width)) in self.columns.iter().zip(&columns) {
            operation.text(None, Rectangle { x: *x, width: *width, ..geometry.head }, &column.title);
        }
        for row in geometry.visible() {
            for (place, (x, width)) in columns.iter().enumerate() {
                let bounds = Rectangle { x: *x, width: *width, ..geometry.row(row) };
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
        let geometry = state.geometry(self, bounds);
        if let Some((key, modifiers)) = control::key(event, state.control.is_focused(), shell)
            && self.commands.is_some()
            && opens_menu(key, modifiers)
            && let Some(row) = self.selected().cursor().filter(|row| *row < self.rows)
        {
            let at = geometry.row(row);
            self.open_menu(state, row, Rectangle { x: at.x + 40.0, width: 1.0, ..at }, shell);
        }
        if let Some((key, modifiers)) = control::key(event, state.control.is_focused(), shell)
            && self.handle_key(key, modifiers, &geometry, clipboard, shell)
        {
            state.control.use_keyboard();
            shell.capture_event();
            shell.request_redraw();
        }
        match event {
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let point = cursor.position_over(bounds);
                if let (true, Some(point)) = (state.control.take(point.is_some(), shell), point) {
                    if let Some(column) = self.border_at(&geometry, point) {
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
                        self.press(state, &geometry, point, |_| point, shell);
                    }
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right)) => {
                let point = cursor.position_over(bounds);
                let row = point.and_then(|point| geometry.row_at(point));
                let spot = point.map(|point| Rectangle::new(point, Size::new(1.0, 1.0)));
                if let (Some(spot), Some(row), Some(_)) = (spot, row, &self.commands) {
                    self.open_menu(state, row, spot, shell);
                } else if let (Some(spot), None, false) = (spot, row, self.head_commands.is_empty())
                    && geometry.head.contains(spot.position())
                {
                    state.menu_row = None;
                    state.menu.open(spot);
                    shell.capture_event();
                    shell.request_redraw();
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
            }
            Event::Touch(touch) => self.touch(state, *touch, &geometry, bounds, cursor, shell),
            Event::Mouse(mouse::Event::CursorMoved { position }) => {
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
        let cut = match event {
            Event::Mouse(mouse::Event::CursorMoved { .. }) if cursor.is_over(bounds) => {
                self.cut_at(&geometry, cursor)
            }
            _ => None,
        };
        state.resting.follow(event, cut, shell);
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
            hover: self.hover(&geometry, cursor),
            dragging: state.held.is_some(),
            ring: state.control.shows_ring(),
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
            _ if state.border.is_some() => mouse::Interaction::ResizingHorizontally,
            Hover::Border(_) => mouse::Interaction::ResizingHorizontally,
            Hover::Title(_) => control::hand(true),
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
        if state.menu.is_open() {
            let commands = match (state.menu_row, &self.commands) {
                (Some(row), Some(commands)) if row < self.rows => commands(row),
                (Some(_), _) => Vec::new(),
                (None, _) => self.head_commands.clone(),
            };
            return Menu::of(&mut state.menu, || commands, translation);
        }
        let (row, column) = state.resting.shown().filter(|(row, _)| *row < self.rows)?;
        let geometry = state.geometry(self, layout.bounds());
        let (x, width) = geometry.columns.get(column).copied()?;
        let about = Rectangle { x, width, ..geometry.row(row) };
        Some(Tip::about((self.cell)(row, column).plain(), about + translation))
    }
}

/// Whether a key opens the menu of a row.
fn opens_menu(key: &Key, modifiers: Modifiers) -> bool {
    match key {
        Key::Named(Named::ContextMenu) => true,
        Key::Named(Named::F10) => modifiers.shift(),
        _ => false,
    }
}
