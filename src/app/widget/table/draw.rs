//! Drawing: the head, the rows in view, the scroll bar.

use std::cell::RefCell;
use std::collections::HashMap;

use iced::advanced::Renderer as _;
use iced::advanced::text::{Paragraph as _, Renderer as _};
use iced::border::Radius;
use iced::{Border, Point, Rectangle, Renderer};

use super::geometry::{Geometry, PADDING};
use super::{Cell, Selection, Side, Table};
use crate::app::icon::{self, Icon};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::space;
use crate::app::theme::text::Role;
use crate::app::widget::control::{Ring, draw_ring, fill};
use crate::app::widget::one_line::{Paragraph, fitting};

/// Laid-out texts by what they say, in which role, in which width.
#[derive(Default)]
pub(super) struct Texts(RefCell<HashMap<(String, Role, u32), Paragraph>>);

/// Texts kept; far more than are in view at once.
const KEPT: usize = 4000;

impl Texts {
    /// A text on one line that is cut with "…" where it would be too wide.
    fn fitting(&self, text: String, role: Role, width: f32) -> Paragraph {
        let mut kept = self.0.borrow_mut();
        if kept.len() > KEPT {
            kept.clear();
        }
        kept.entry((text, role, width as u32))
            .or_insert_with_key(|(text, role, width)| fitting(text, *role, *width as f32))
            .clone()
    }
}

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hover {
    Nothing,
    Row(usize),
    Title(usize),
    /// The border of a column that can be dragged.
    Border(usize),
    /// The button that chooses columns.
    Choice,
}

/// What of the table's state is drawn.
pub(super) struct Look<'s> {
    pub(super) texts: &'s Texts,
    pub(super) selection: &'s Selection,
    pub(super) hover: Hover,
    pub(super) dragging: bool,
    pub(super) ring: bool,
    pub(super) choice_ring: bool,
}

impl<Message> Table<'_, Message> {
    pub(super) fn draw_all(
        &self,
        renderer: &mut Renderer,
        bounds: Rectangle,
        geometry: &Geometry,
        viewport: &Rectangle,
        look: &Look<'_>,
    ) {
        // Layers are not cut by those around them: a table in a page that scrolls
        // would be drawn over what stands beside it.
        let Some(body) = geometry.body.intersection(viewport) else { return };
        let radius = if self.framed { space::RADIUS_L } else { 0.0 };
        let frame = Border { color: palette::LINE, width: 1.0, radius: radius.into() };
        if self.framed {
            fill(renderer, bounds, frame, palette::SURFACE);
        }
        let columns = &geometry.columns;
        if self.headed {
            self.draw_head(renderer, geometry, columns, radius, look);
        }
        renderer.with_layer(body, |renderer| {
            for row in geometry.visible() {
                self.draw_row(renderer, geometry, (columns, body), row, look);
            }
        });
        if let Some(grip) = geometry.grip() {
            renderer.with_layer(body, |renderer| {
                let color = if look.dragging { palette::FAINT } else { palette::LINE_STRONG };
                let thumb = Rectangle { x: grip.x + 2.0, width: grip.width - 4.0, ..grip };
                fill(renderer, thumb, Border { radius: 3.0.into(), ..Border::default() }, color);
            });
        }
        if look.ring {
            renderer.with_layer(bounds, |renderer| draw_ring(renderer, bounds, frame, Ring::Inside));
        }
    }

    fn draw_head(
        &self,
        renderer: &mut Renderer,
        geometry: &Geometry,
        columns: &[(f32, f32)],
        radius: f32,
        look: &Look<'_>,
    ) {
        let head = geometry.head;
        let corners = Radius { top_left: radius - 1.0, top_right: radius - 1.0, ..Radius::default() };
        let corners = if self.framed { corners } else { Radius::default() };
        fill(renderer, head, Border { radius: corners, ..Border::default() }, palette::SURFACE_SOFT);
        let line = Rectangle { y: head.y + head.height - 1.0, height: 1.0, ..head };
        fill(renderer, line, Border::default(), palette::LINE);
        let choice = geometry.choice(self.choice_width());
        let end = choice.map_or(head.x + head.width, |choice| choice.x);
        let last = columns.iter().rposition(|(_, width)| *width > 0.0);
        let shown = self.columns.iter().zip(columns).enumerate().filter(|(_, (_, (_, width)))| *width > 0.0);
        for (place, (column, (x, width))) in shown {
            let arrow = self
                .sorted
                .filter(|sorted| sorted.column == place)
                .map(|sorted| if sorted.descending { Icon::ArrowDown } else { Icon::ArrowUp });
            let right = (x + width).min(end);
            let room = right - x - 2.0 * PADDING - if arrow.is_some() { 16.0 } else { 0.0 };
            let title = look.texts.fitting(column.title.clone(), Role::SmallLabel, room.max(0.0));
            let left = match column.side {
                Side::Left => x + PADDING,
                Side::Right => right - PADDING - title.min_width().ceil(),
            };
            let color = match (arrow.is_some(), look.hover == Hover::Title(place)) {
                (true, _) | (_, true) => palette::INK,
                (false, false) => palette::MUTED,
            };
            let top = (head.center_y() - Role::SmallLabel.line() / 2.0).round();
            renderer.fill_paragraph(&title, Point::new(left, top), color, head);
            if self.on_resize.is_some() && Some(place) != last {
                let held = look.hover == Hover::Border(place);
                let (color, inset) = if held { (palette::FAINT, 0.0) } else { (palette::LINE, 9.0) };
                let border = Rectangle {
                    x: x + width - 1.0,
                    y: head.y + inset,
                    width: if held { 2.0 } else { 1.0 },
                    height: head.height - 2.0 * inset,
                };
                fill(renderer, border, Border::default(), color);
            }
            if let Some(arrow) = arrow {
                let x = match column.side {
                    Side::Left => left + title.min_width().ceil() + 4.0,
                    Side::Right => left - 16.0,
                };
                icon::draw(renderer, arrow, 12.0, Point::new(x, head.center_y()), color);
            }
        }
        if let Some(choice) = choice {
            let over = look.hover == Hover::Choice;
            let button = choice.shrink(3.0);
            let ground = if over { palette::NEUTRAL } else { palette::SURFACE_SOFT };
            let edge = Border { radius: space::RADIUS_S.into(), ..Border::default() };
            fill(renderer, button, edge, ground);
            if look.choice_ring {
                draw_ring(renderer, button, edge, Ring::Inside);
            }
            let color = if over { palette::INK } else { palette::MUTED };
            let at = Point::new(choice.center_x() - icon::SIZE_S / 2.0, choice.center_y());
            icon::draw(renderer, Icon::Columns3, icon::SIZE_S, at, color);
        }
    }

    fn draw_row(
        &self,
        renderer: &mut Renderer,
        geometry: &Geometry,
        (columns, clip): (&[(f32, f32)], Rectangle),
        row: usize,
        look: &Look<'_>,
    ) {
        let bounds = geometry.row(row);
        let selected = look.selection.contains(row);
        let tone = self.tone.as_ref().map_or(Tone::Neutral, |tone| tone(row));
        let ground = match (selected, tone) {
            (true, Tone::Neutral) => Some(palette::CHOSEN),
            (false, Tone::Neutral) => (look.hover == Hover::Row(row)).then_some(palette::SURFACE_SOFT),
            // What the row is stays to be seen; the mark says that it is selected.
            (_, tone) => Some(tone.soft()),
        };
        if let Some(ground) = ground {
            fill(renderer, bounds, Border::default(), ground);
        }
        if row + 1 < self.rows || !self.fits {
            let line = Rectangle { y: bounds.y + bounds.height - 1.0, height: 1.0, ..bounds };
            fill(renderer, line, Border::default(), palette::LINE);
        }
        let cursor = look.selection.cursor() == Some(row);
        if selected || (look.ring && cursor) {
            let mark = Rectangle { width: 3.0, ..bounds };
            fill(renderer, mark, Border::default(), palette::MARK);
        }
        let shown = self.columns.iter().zip(columns).enumerate().filter(|(_, (_, (_, width)))| *width > 0.0);
        for (place, (column, (x, width))) in shown {
            let room = Rectangle { x: x + PADDING, width: (width - 2.0 * PADDING).max(0.0), ..bounds };
            draw_cell(renderer, look.texts, (self.cell)(row, place), room, column.side, clip);
        }
    }
}

fn draw_cell(
    renderer: &mut Renderer,
    texts: &Texts,
    cell: Cell,
    room: Rectangle,
    side: Side,
    clip: Rectangle,
) {
    let left = |width: f32| match side {
        Side::Left => room.x,
        Side::Right => room.x + room.width - width.ceil(),
    };
    match cell {
        Cell::Text { text, role, color } => {
            if text.is_empty() {
                return;
            }
            let text = texts.fitting(text, role, room.width);
            let top = room.y + ((room.height - role.line()) / 2.0).floor();
            renderer.fill_paragraph(&text, Point::new(left(text.min_width()), top), color, clip);
        }
        Cell::Lines { title, below } => {
            let title = texts.fitting(title, Role::Strong, room.width);
            let under = texts.fitting(below, Role::Small, room.width);
            let height = Role::Strong.line() + Role::Small.line();
            let top = room.y + ((room.height - height) / 2.0).floor();
            renderer.fill_paragraph(&title, Point::new(left(title.min_width()), top), palette::INK, clip);
            let top = top + Role::Strong.line();
            renderer.fill_paragraph(&under, Point::new(left(under.min_width()), top), palette::MUTED, clip);
        }
        Cell::Chip { tone, icon, label } => {
            let before = if icon.is_some() { 20.0 } else { 0.0 };
            let label = texts.fitting(label, Role::SmallLabel, room.width - 20.0 - before);
            let (width, height) = (label.min_width().ceil() + 20.0 + before, 22.0);
            let top = room.y + ((room.height - height) / 2.0).floor();
            let pill = Rectangle { x: left(width), y: top, width, height };
            fill(renderer, pill, Border { radius: 11.0.into(), ..Border::default() }, tone.soft());
            if let Some(icon) = icon {
                icon::draw(renderer, icon, 14.0, Point::new(pill.x + 10.0, pill.center_y()), tone.strong());
            }
            let at = Point::new(pill.x + 10.0 + before, top + 2.0);
            renderer.fill_paragraph(&label, at, tone.strong(), clip);
        }
        Cell::Icon { icon, tone } => {
            let at = Point::new(left(icon::SIZE_S), room.center_y());
            icon::draw(renderer, icon, icon::SIZE_S, at, tone.strong());
        }
    }
}
