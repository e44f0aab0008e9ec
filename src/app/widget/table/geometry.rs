//! Where rows, columns and the scroll bar stand.

use iced::{Point, Rectangle};

use super::wanted::Wanted;
use super::{Column, Table};

/// Room on either side of a cell's contents.
pub(super) const PADDING: f32 = 12.0;
/// Width of the scroll bar with the room around it.
const BAR: f32 = 10.0;
/// How near to the border of a column it is taken hold of.
const BORDER: f32 = 5.0;
/// The least height of the part of the bar that is dragged.
const GRIP: f32 = 28.0;

/// A column whose border is dragged, and how wide it is by now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dragged {
    pub(super) column: usize,
    pub(super) width: f32,
}

/// The parts of a table within its bounds.
#[derive(Debug, Clone)]
pub(super) struct Geometry {
    pub(super) head: Rectangle,
    pub(super) body: Rectangle,
    pub(super) row_height: f32,
    pub(super) rows: usize,
    pub(super) offset: f32,
    /// Left edge and width of each column.
    pub(super) columns: Vec<(f32, f32)>,
}

impl Geometry {
    pub(super) fn new<Message>(
        table: &Table<'_, Message>,
        bounds: Rectangle,
        offset: f32,
        wanted: &Wanted,
        dragged: Option<Dragged>,
    ) -> Self {
        let inner = if table.framed { bounds.shrink(1.0) } else { bounds };
        let head = Rectangle { height: table.head_height(), ..inner };
        let body =
            Rectangle { y: inner.y + head.height, height: (inner.height - head.height).max(0.0), ..inner };
        let columns = Vec::new();
        let mut geometry =
            Self { head, body, row_height: table.row_height, rows: table.rows, offset: 0.0, columns };
        geometry.offset = geometry.clamp(offset);
        geometry.columns = geometry.placed(&table.columns, table.choice_width(), wanted, dragged);
        geometry
    }

    fn content(&self) -> f32 {
        self.rows as f32 * self.row_height
    }

    fn furthest(&self) -> f32 {
        (self.content() - self.body.height).max(0.0)
    }

    /// Whether there are more rows than fit.
    pub(super) fn scrolls(&self) -> bool {
        self.furthest() > 0.0
    }

    /// An offset that stays within the rows, on whole pixels.
    pub(super) fn clamp(&self, offset: f32) -> f32 {
        offset.clamp(0.0, self.furthest()).round()
    }

    /// The rows in view.
    pub(super) fn visible(&self) -> std::ops::Range<usize> {
        let first = (self.offset / self.row_height) as usize;
        let last = ((self.offset + self.body.height) / self.row_height).ceil() as usize;
        first.min(self.rows)..last.min(self.rows)
    }

    /// How many whole rows fit.
    pub(super) fn page(&self) -> usize {
        ((self.body.height / self.row_height) as usize).max(1)
    }

    pub(super) fn row(&self, row: usize) -> Rectangle {
        Rectangle {
            y: self.body.y + row as f32 * self.row_height - self.offset,
            height: self.row_height,
            ..self.body
        }
    }

    pub(super) fn row_at(&self, point: Point) -> Option<usize> {
        if !self.body.contains(point) {
            return None;
        }
        let row = ((point.y - self.body.y + self.offset) / self.row_height) as usize;
        (row < self.rows).then_some(row)
    }

    /// The offset that shows a row.
    pub(super) fn revealing(&self, row: usize) -> f32 {
        let top = row as f32 * self.row_height;
        let lowest = top + self.row_height - self.body.height;
        self.clamp(self.offset.min(top).max(lowest))
    }

    fn placed(
        &self,
        columns: &[Column],
        button: f32,
        wanted: &Wanted,
        dragged: Option<Dragged>,
    ) -> Vec<(f32, f32)> {
        let room = (self.body.width - if self.bar().is_some() { BAR } else { 0.0 }).max(0.0);
        let widths = match dragged {
            Some(Dragged { column, width }) => {
                let mut columns = columns.to_vec();
                if let Some(column) = columns.get_mut(column) {
                    column.set = Some(width);
                }
                wanted.share(&columns, room, button)
            }
            None => wanted.share(columns, room, button),
        };
        let mut x = self.body.x;
        let place = |width: f32| {
            let left = x;
            x += width;
            (left, width)
        };
        widths.into_iter().map(place).collect()
    }

    /// The column whose right border is at a point of the head.
    pub(super) fn border_at(&self, point: Point) -> Option<usize> {
        let is_at = |(x, width): &(f32, f32)| (x + width - point.x).abs() <= BORDER;
        // The last one ends where the table does.
        let last = self.columns.iter().rposition(|(_, width)| *width > 0.0)?;
        let found = self.columns.iter().position(|column| column.1 > 0.0 && is_at(column))?;
        (self.head.contains(point) && found < last).then_some(found)
    }

    /// Where the button stands that chooses columns, which is this wide.
    pub(super) fn choice(&self, width: f32) -> Option<Rectangle> {
        let x = self.head.x + self.head.width - width;
        (width > 0.0 && self.head.height > 0.0).then_some(Rectangle { x, width, ..self.head })
    }

    /// The column that stands there.
    pub(super) fn column_at(&self, point: Point) -> Option<usize> {
        self.columns.iter().position(|(x, width)| (*x..x + width).contains(&point.x))
    }

    /// The cell at a point, and its room.
    pub(super) fn cell_at(&self, point: Point) -> Option<(usize, usize, Rectangle)> {
        let row = self.row_at(point)?;
        let column = self.column_at(point)?;
        let (x, width) = self.columns[column];
        Some((row, column, Rectangle { x, width, ..self.row(row) }))
    }

    /// The strip of the scroll bar, when there is anything to scroll.
    pub(super) fn bar(&self) -> Option<Rectangle> {
        (self.furthest() > 0.0).then_some(Rectangle {
            x: self.body.x + self.body.width - BAR,
            width: BAR,
            ..self.body
        })
    }

    /// The part of the bar that is dragged.
    pub(super) fn grip(&self) -> Option<Rectangle> {
        let bar = self.bar()?;
        let height = (self.body.height * self.body.height / self.content()).max(GRIP).min(bar.height);
        let y = bar.y + (bar.height - height) * self.offset / self.furthest();
        Some(Rectangle { y: y.round(), height: height.round(), ..bar })
    }

    /// The offset at which the grip's top stands at `y`.
    pub(super) fn dragged(&self, y: f32) -> f32 {
        match (self.bar(), self.grip()) {
            (Some(bar), Some(grip)) if bar.height > grip.height => {
                self.clamp((y - bar.y) / (bar.height - grip.height) * self.furthest())
            }
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widget::table::Width;

    fn geometry(rows: usize, offset: f32) -> Geometry {
        let columns = vec![Column::new("a", Width::Fixed(60.0)), Column::new("b", Width::Fill(1))];
        let table: Table<'_, ()> = super::super::table(columns, rows, |_, _| super::super::Cell::text(""));
        let bounds = Rectangle { x: 0.0, y: 0.0, width: 400.0, height: 37.0 + 360.0 };
        Geometry::new(&table, bounds, offset, &Wanted::default(), None)
    }

    #[test]
    fn only_rows_in_view_are_visible() {
        assert_eq!(geometry(100_000, 0.0).visible(), 0..10);
        assert_eq!(geometry(100_000, 18.0).visible(), 0..11);
        assert_eq!(geometry(100_000, 1.0e9).visible(), 99_990..100_000);
        assert_eq!(geometry(3, 500.0).visible(), 0..3);
        assert_eq!(geometry(0, 0.0).visible(), 0..0);
    }

    #[test]
    fn a_row_is_revealed_with_the_least_scrolling() {
        assert_eq!(geometry(100, 0.0).revealing(5), 0.0);
        assert_eq!(geometry(100, 0.0).revealing(10), 36.0);
        assert_eq!(geometry(100, 720.0).revealing(3), 108.0);
    }

    #[test]
    fn the_grip_goes_from_end_to_end() {
        let end = geometry(100_000, 1.0e9);
        let (bar, grip) = (end.bar().expect("bar"), end.grip().expect("grip"));
        assert_eq!(grip.y + grip.height, bar.y + bar.height);
        assert_eq!(end.dragged(bar.y), 0.0);
        assert!(geometry(5, 0.0).grip().is_none());
    }
}
