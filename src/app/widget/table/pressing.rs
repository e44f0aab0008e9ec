//! What a pointer does to the table: what it is over, what a press means.

use iced::advanced::widget::operation::Focusable;
use iced::advanced::{Shell, mouse};
use iced::{Event, Point, Rectangle};

use super::draw::Hover;
use super::geometry::{Geometry, PADDING};
use super::wanted::natural_width;
use super::widget::{Rested, State};
use super::{Fold, Selection, Table};
use crate::app::theme::text::Role;
use crate::app::widget::command::Command;
use crate::app::widget::control;
use crate::app::widget::drag::Pull;
use crate::app::widget::one_line;

impl<Message: Clone> Table<'_, Message> {
    pub(super) fn select(&mut self, selection: Selection, shell: &mut Shell<'_, Message>) {
        if let Some(on_select) = &self.on_select {
            shell.publish(on_select(selection.clone()));
        }
        self.ahead = Some(selection);
    }

    pub(super) fn open(&self, row: usize, shell: &mut Shell<'_, Message>) {
        if let Some(on_open) = &self.on_open {
            shell.publish(on_open(row));
        }
    }

    /// What is selected, as the screen keeps it or the table itself.
    pub(super) fn known<'s>(&'s self, state: &'s State) -> &'s Selection {
        self.selection.unwrap_or(&state.own)
    }

    pub(super) fn selected(&self) -> Selection {
        self.ahead.as_ref().or(self.selection).cloned().unwrap_or_default()
    }

    pub(super) fn hover(&self, geometry: &Geometry, cursor: mouse::Cursor) -> Hover {
        let Some(point) = cursor.position() else { return Hover::Nothing };
        let selectable = self.on_select.is_some() || self.on_open.is_some();
        if geometry.choice(self.choice_width()).is_some_and(|choice| choice.contains(point)) {
            return Hover::Choice;
        }
        match (self.title_at(geometry, point), geometry.row_at(point)) {
            _ if self.border_at(geometry, point).is_some() => {
                self.border_at(geometry, point).map_or(Hover::Nothing, Hover::Border)
            }
            (Some(title), _) => Hover::Title(title),
            (None, Some(row)) if selectable => Hover::Row(row),
            _ => Hover::Nothing,
        }
    }

    pub(super) fn border_at(&self, geometry: &Geometry, point: Point) -> Option<usize> {
        geometry.border_at(point).filter(|_| self.on_resize.is_some())
    }

    /// What of that under the pointer has more to tell.
    pub(super) fn rested_on(&self, geometry: &Geometry, cursor: mouse::Cursor) -> Option<Rested> {
        if self.hover(geometry, cursor) == Hover::Choice {
            return Some(Rested::Choice);
        }
        let point = cursor.position()?;
        if geometry.head.contains(point) {
            let column = geometry.column_at(point)?;
            let room = geometry.columns[column].1 - 2.0 * PADDING + 0.5;
            let is_cut = one_line::width(&self.columns[column].title, Role::SmallLabel) > room;
            return is_cut.then_some(Rested::Title(column));
        }
        let (row, column, room) = geometry.cell_at(point)?;
        let cell = (self.cell)(row, column);
        (natural_width(&cell) > room.width - 2.0 * PADDING + 0.5).then_some(Rested::Cell(row, column))
    }

    /// Opens a menu by keys: that of the row at hand, or that of columns by its button or where no row has one.
    pub(super) fn menu_by_keys(
        &mut self,
        state: &mut State,
        geometry: &Geometry,
        event: &Event,
        shell: &mut Shell<'_, Message>,
    ) {
        let is_key = matches!(event, Event::Keyboard(_)) && !shell.is_event_captured();
        let choice = geometry.choice(self.choice_width());
        let by_button = is_key && state.choice.is_pressed(event, false, true, shell);
        let asked = by_button || is_key && control::menu_key(event);
        let row = self.selected().cursor().filter(|row| *row < self.rows && self.commands.is_some());
        let (row, at) = match row {
            _ if !asked => return,
            _ if state.choice.is_focused() => (None, choice),
            _ if !state.control.is_focused() => return,
            Some(at) => (row, Some(Rectangle { x: geometry.body.x + 40.0, width: 1.0, ..geometry.row(at) })),
            None => (None, choice),
        };
        if let Some(at) = at {
            self.open_menu(state, row, at, shell);
            state.menu.mark_first();
        }
    }

    /// Opens the menu of a row, which is selected first; of the head for no row.
    pub(super) fn open_menu(
        &mut self,
        state: &mut State,
        row: Option<usize>,
        at: Rectangle,
        shell: &mut Shell<'_, Message>,
    ) {
        let mut selection = self.selected();
        if let Some(row) = row.filter(|row| !selection.contains(*row)) {
            selection.click(row);
            self.select(selection, shell);
        }
        state.menu_row = row;
        state.menu.open(at);
        shell.capture_event();
        shell.request_redraw();
    }

    pub(super) fn title_at(&self, geometry: &Geometry, point: Point) -> Option<usize> {
        if self.on_sort.is_none() || !geometry.head.contains(point) {
            return None;
        }
        let place = geometry.column_at(point)?;
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

    /// Presses a title or a row.
    pub(super) fn press(
        &mut self,
        state: &mut State,
        geometry: &Geometry,
        point: Point,
        shell: &mut Shell<'_, Message>,
    ) {
        if let (Some(place), Some(on_sort)) = (self.title_at(geometry, point), &self.on_sort) {
            shell.publish(on_sort(place));
            return;
        }
        let Some(row) = geometry.row_at(point) else { return };
        let first = geometry.columns.first().copied();
        let on_icon = first.is_some_and(|(x, width)| (x..x + width).contains(&point.x));
        let plain = !state.modifiers.shift() && !state.modifiers.command();
        if on_icon && plain && self.turn(row, Fold::Turn, shell) {
            return;
        }
        let mut selection = self.selected();
        if self.on_drag.is_some() && plain {
            state.pull = Pull::Held(point);
            // Those that are selected may be dragged together: whether one alone is meant shows when it is let go.
            if selection.len() > 1 && selection.contains(row) {
                return;
            }
        }
        match (state.modifiers.shift(), state.modifiers.command()) {
            (true, _) => selection.extend(row),
            (false, true) => selection.toggle(row),
            (false, false) => selection.click(row),
        }
        self.select(selection, shell);
        // A double click is one click: many people double-click whatever there is.
        if plain && self.opens_on_click {
            self.open(row, shell);
        }
    }

    /// The pointer went somewhere with a row held down.
    pub(super) fn pull(&self, state: &mut State, to: Point, shell: &mut Shell<'_, Message>) {
        let Some(dragging) = &self.on_drag else { return };
        if state.pull.follow(to) {
            shell.publish((dragging.says)(true));
        }
        if matches!(state.pull, Pull::Dragged(_)) {
            shell.request_redraw();
        }
    }

    /// What was held down is let go: dragged rows, or one of several that is meant alone.
    pub(super) fn let_go(&mut self, state: &mut State, geometry: &Geometry, shell: &mut Shell<'_, Message>) {
        let pull = std::mem::take(&mut state.pull);
        match (pull, &self.on_drag) {
            (Pull::Dragged(_), Some(dragging)) => shell.publish((dragging.says)(false)),
            (Pull::Held(at), Some(_)) => {
                let mut selection = self.selected();
                let row = geometry.row_at(at).filter(|row| selection.len() > 1 && selection.contains(*row));
                if let Some(row) = row.filter(|_| !state.modifiers.command() && !state.modifiers.shift()) {
                    selection.click(row);
                    self.select(selection, shell);
                }
            }
            _ => return,
        }
        shell.request_redraw();
    }

    /// Shows or folds what is inside a row of a tree; `false` when there is nothing.
    pub(super) fn turn(&self, row: usize, fold: Fold, shell: &mut Shell<'_, Message>) -> bool {
        let has_icon = || matches!((self.cell)(row, 0), super::Cell::Icon { .. });
        match &self.on_turn {
            Some(on_turn) if row < self.rows && has_icon() => {
                shell.publish(on_turn(row, fold));
                true
            }
            _ => false,
        }
    }

    /// The menu of the head: of a chosen column that has no room, it says so.
    pub(super) fn choice_lines(&self, geometry: &Geometry) -> Vec<Command<Message>> {
        let Some(choices) = &self.choices else { return Vec::new() };
        let has_room = |place: usize| geometry.columns.get(place).is_none_or(|(_, width)| *width > 0.0);
        let line = |(place, command): &(Option<usize>, Command<Message>)| match *place {
            Some(place) if !has_room(place) => command.clone().saying(&choices.no_room),
            _ => command.clone(),
        };
        choices.lines.iter().map(line).collect()
    }
}
