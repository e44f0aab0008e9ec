//! How wide columns are to be: as wide as what stands in them, within limits.

use super::geometry::PADDING;
use super::{Cell, Column, Table, Width};
use crate::app::theme::text::Role;
use crate::app::widget::one_line;

/// The least and the most that what stands in a column makes it wide.
const LEAST: f32 = 84.0;
const MOST: f32 = 420.0;
/// Rows looked at, and how many of the longest texts among them are measured: not the very longest,
/// for one name in twenty that is cut costs less than a column too wide for the others.
const LOOKED_AT: usize = 200;
const MEASURED: usize = 3;
/// A column cannot be dragged narrower or wider than this.
pub(super) const NARROWEST: f32 = 44.0;
pub(super) const WIDEST: f32 = 800.0;

/// What stands in the columns, measured once: widths must not jump while one searches.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    titles: Vec<String>,
    rows: usize,
    widths: Vec<f32>,
}

impl Wanted {
    /// Looks again where the columns are others, or the rows many more.
    pub(super) fn measure<Message>(&mut self, table: &Table<'_, Message>) {
        let titles = table.columns.iter().map(|column| &column.title);
        let rows = table.rows.min(LOOKED_AT);
        if rows <= 2 * self.rows && titles.clone().eq(&self.titles) && (self.rows > 0 || rows == 0) {
            return;
        }
        self.widths = (0..table.columns.len()).map(|place| wanted(table, place, rows)).collect();
        self.titles = titles.cloned().collect();
        self.rows = rows;
    }

    /// The width of each column in a room.
    pub(super) fn share(&self, columns: &[Column], room: f32) -> Vec<f32> {
        let known = |place: usize| self.widths.get(place).copied().unwrap_or(LEAST);
        let fixed = |column: &Column| match (column.set, column.width) {
            (Some(width), _) => Some(width.clamp(NARROWEST, WIDEST)),
            (None, Width::Fixed(width)) => Some(width),
            (None, Width::Fill(_)) => None,
        };
        let taken: f32 = columns.iter().filter_map(fixed).sum();
        let free = (room - taken).max(0.0);
        let filling =
            columns.iter().enumerate().filter_map(|(place, column)| match (column.set, column.width) {
                (None, Width::Fill(share)) => Some((known(place), f32::from(share))),
                _ => None,
            });
        let (wanted, shares) =
            filling.clone().fold((0.0, 0.0), |(all, shares), (wanted, share)| (all + wanted, shares + share));
        let most = most_of_each(filling.map(|(wanted, _)| wanted).collect(), free);
        let width = |(place, column): (usize, &Column)| match (fixed(column), column.width) {
            (Some(width), _) => width,
            // Enough for all: what is left is shared out. Too little: the widest give way first, so that names stay whole.
            (None, Width::Fill(share)) if wanted <= free => {
                known(place) + (free - wanted) * f32::from(share) / shares
            }
            (None, _) => known(place).min(most),
        };
        columns.iter().enumerate().map(width).map(f32::floor).collect()
    }
}

/// The width that no column may exceed so that all of them fit: those that want less have it.
fn most_of_each(mut wanted: Vec<f32>, mut free: f32) -> f32 {
    wanted.sort_by(f32::total_cmp);
    let all = wanted.len();
    for (place, width) in wanted.into_iter().enumerate() {
        let each = free / (all - place) as f32;
        if width > each {
            return each;
        }
        free -= width;
    }
    f32::MAX
}

/// How wide a column is to be for what stands in its first rows.
fn wanted<Message>(table: &Table<'_, Message>, place: usize, rows: usize) -> f32 {
    let column = &table.columns[place];
    if column.set.is_some() || matches!(column.width, Width::Fixed(_)) {
        return 0.0;
    }
    let mut cells: Vec<(usize, Cell)> =
        (0..rows).map(|row| (table.cell)(row, place)).map(|cell| (cell.plain().len(), cell)).collect();
    cells.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    let widest =
        cells.iter().skip(rows / 20).take(MEASURED).map(|(_, cell)| natural_width(cell)).fold(0.0, f32::max);
    let title = one_line::width(&column.title, Role::SmallLabel) + 16.0;
    (widest.max(title) + 2.0 * PADDING + 2.0).ceil().clamp(LEAST, MOST)
}

/// How wide a cell is in which nothing is cut.
pub(super) fn natural_width(cell: &Cell) -> f32 {
    match cell {
        Cell::Text { text, role, .. } => one_line::width(text, *role),
        Cell::Lines { title, below } => {
            one_line::width(title, Role::Strong).max(one_line::width(below, Role::Small))
        }
        Cell::Chip { icon, label, .. } => {
            one_line::width(label, Role::SmallLabel) + 20.0 + if icon.is_some() { 20.0 } else { 0.0 }
        }
        Cell::Icon { .. } => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(widths: &[f32]) -> Wanted {
        Wanted { widths: widths.to_vec(), ..Wanted::default() }
    }

    #[test]
    fn what_is_left_is_shared_and_too_little_makes_all_give_way() {
        let columns = [
            Column::new("STT", Width::Fixed(60.0)),
            Column::new("Tên", Width::Fill(1)),
            Column::new("Đơn vị", Width::Fill(3)),
        ];
        let content = wanted(&[0.0, 100.0, 200.0]);
        assert_eq!(content.share(&columns, 400.0), [60.0, 110.0, 230.0]);
        assert_eq!(content.share(&columns, 300.0), [60.0, 100.0, 140.0], "the wider one gives way");
        assert_eq!(content.share(&columns, 210.0), [60.0, 75.0, 75.0]);
    }

    #[test]
    fn a_width_that_was_dragged_stays_within_limits() {
        let columns = [
            Column::new("Tên", Width::Fill(1)).set_to(Some(10.0)),
            Column::new("Đơn vị", Width::Fill(1)).set_to(Some(300.0)),
            Column::new("Cụm", Width::Fill(1)),
        ];
        assert_eq!(wanted(&[0.0, 0.0, 90.0]).share(&columns, 500.0), [NARROWEST, 300.0, 156.0]);
    }
}
