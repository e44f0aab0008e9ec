//! How wide columns are to be: as wide as what stands in them, within limits.

use super::geometry::PADDING;
use super::{Cell, Column, Table, Width};
use crate::app::theme::text::Role;
use crate::app::widget::one_line;

/// The least and the most that what stands in a column makes it wide.
const LEAST: f32 = 84.0;
const MOST: f32 = 420.0;
/// Above this a column that is no name gives way before others are left out.
const COMFORT: f32 = 140.0;
/// Names stay whole before others are left out: those much longer than the usual ones do not count, nor whole
/// sentences.
const LONG_NAME: f32 = 1.2;
const WHOLE_NAME: f32 = 280.0;
/// Rows looked at, and how many of the longest texts among them are measured.
const LOOKED_AT: usize = 2000;
const MEASURED: usize = 12;
/// So much a width that was worked out may be off.
const HAIR: f32 = 0.05;
/// A column cannot be dragged narrower or wider than this.
pub(super) const NARROWEST: f32 = 44.0;
pub(super) const WIDEST: f32 = 800.0;

/// What stands in the columns, measured once: widths must not jump while one searches.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    titles: Vec<String>,
    rows: usize,
    widths: Vec<Needed>,
}

/// How much room what stands in a column needs.
#[derive(Debug, Clone, Copy)]
struct Needed {
    /// All but one text in twenty.
    usual: f32,
    /// The longest.
    whole: f32,
    /// What stands over it.
    title: f32,
}

/// How wide a column is to be.
#[derive(Debug, Clone, Copy)]
struct Wish {
    /// So much it must have to be of use.
    least: f32,
    wanted: f32,
    /// Its share of what all leave.
    share: f32,
}

impl Wanted {
    /// Looks again where the columns are others, or the rows many more.
    pub(super) fn measure<Message>(&mut self, table: &Table<'_, Message>) {
        let titles = table.columns.iter().map(|column| &column.title);
        let rows = table.rows.min(LOOKED_AT);
        if rows <= 2 * self.rows && titles.clone().eq(&self.titles) && (self.rows > 0 || rows == 0) {
            return;
        }
        self.widths = (0..table.columns.len()).map(|place| needed(table, place)).collect();
        self.titles = titles.cloned().collect();
        self.rows = rows;
    }

    fn wish(&self, place: usize, column: &Column) -> Wish {
        let Needed { usual, whole, .. } =
            self.widths.get(place).copied().unwrap_or(Needed { usual: LEAST, whole: LEAST, title: 0.0 });
        let (least, wanted, share) = match (column.set, column.width) {
            (Some(width), _) => (width, width, 0.0),
            (None, Width::Fixed(width)) => (width, width, 0.0),
            (None, Width::Fit) => (whole, whole, 0.0),
            // One text in twenty that is cut costs less than a column too wide for the others.
            (None, Width::Fill(share)) => (usual.min(COMFORT), usual, f32::from(share)),
            (None, Width::Name(share)) => {
                (whole.min(usual * LONG_NAME).min(WHOLE_NAME), whole, f32::from(share))
            }
        };
        let (least, wanted) = match column.set {
            Some(_) => (least.clamp(NARROWEST, WIDEST), wanted.clamp(NARROWEST, WIDEST)),
            None => (least, wanted),
        };
        Wish { least, wanted, share }
    }

    /// The width of each column in a room; none for what has no room. At its end stands a button so wide.
    pub(super) fn share(&self, columns: &[Column], room: f32, button: f32) -> Vec<f32> {
        let mut wishes: Vec<(Wish, &Column)> =
            columns.iter().enumerate().map(|(place, column)| (self.wish(place, column), column)).collect();
        let known = |place: usize| self.widths.get(place).map_or(0.0, |needed| needed.title);
        let ends = columns.iter().enumerate().map(|(place, column)| match column.set {
            Some(_) => 0.0,
            None => known(place) + button,
        });
        leave_out(&mut wishes, &ends.collect::<Vec<_>>(), room);
        let sum = |of: fn(&Wish) -> f32| wishes.iter().map(|(wish, _)| of(wish)).sum::<f32>();
        let (least, wanted, shares) =
            (sum(|wish| wish.least), sum(|wish| wish.wanted), sum(|wish| wish.share));
        // Enough for all: what is left is shared out.
        let left = (room - wanted).max(0.0) / shares.max(1.0);
        // Too little: the widest give way first, down to what they must have; beyond that only where nothing else
        // is left to give.
        let gives = |column: &Column| {
            least > room && (!matches!(column.width, Width::Fixed(_) | Width::Fit) || column.set.is_some())
        };
        let limits = wishes.iter().map(|(wish, column)| match gives(column) {
            true => (0.0, wish.wanted),
            false => (wish.least, wish.wanted),
        });
        let limits: Vec<(f32, f32)> = limits.collect();
        let most = most_of_each(&limits, room);
        let width = |((least, most_wanted), (wish, _)): (&(f32, f32), &(Wish, &Column))| match wanted <= room
        {
            true => wish.wanted + left * wish.share,
            false => most.clamp(*least, *most_wanted),
        };
        limits.iter().zip(&wishes).map(width).map(|width| (width + HAIR).floor()).collect()
    }
}

/// Leaves out what has no room: first what yields first, of those the last. The title of the last that stays must
/// stand clear of the button in the head, for which it needs as much as `ends` says.
fn leave_out(wishes: &mut [(Wish, &Column)], ends: &[f32], room: f32) {
    loop {
        let Some(last) = wishes.iter().rposition(|(wish, _)| wish.wanted > 0.0) else { return };
        let all: f32 = wishes.iter().map(|(wish, _)| wish.least).sum();
        let last_needs = wishes[last].0.least.max(ends[last]);
        let fits = all - wishes[last].0.least + last_needs <= room;
        let yields = |one: &&mut (Wish, &Column)| one.1.rank > 0 && one.0.wanted > 0.0;
        let first = wishes.iter_mut().filter(yields).max_by_key(|(_, column)| column.rank);
        match first {
            Some((wish, _)) if !fits => *wish = Wish { least: 0.0, wanted: 0.0, share: 0.0 },
            _ => {
                let wish = &mut wishes[last].0;
                (wish.least, wish.wanted) = (last_needs, wish.wanted.max(last_needs));
                return;
            }
        }
    }
}

/// The width that columns may not exceed, each within its limits, so that all of them fit.
fn most_of_each(limits: &[(f32, f32)], room: f32) -> f32 {
    let (mut fits, mut exceeds) = (0.0, limits.iter().map(|(_, most)| *most).fold(0.0, f32::max));
    for _ in 0..24 {
        let middle = (fits + exceeds) / 2.0;
        let all: f32 = limits.iter().map(|(least, most)| middle.clamp(*least, *most)).sum();
        if all > room { exceeds = middle } else { fits = middle }
    }
    fits
}

/// How wide a column is to be for what stands in it.
fn needed<Message>(table: &Table<'_, Message>, place: usize) -> Needed {
    let column = &table.columns[place];
    let title = one_line::width(&column.title, Role::SmallLabel) + if column.sortable { 16.0 } else { 0.0 };
    let around = 2.0 * PADDING + 2.0;
    let least = match column.width {
        Width::Fixed(width) => return Needed { usual: width, whole: width, title: title + around },
        Width::Fit => NARROWEST,
        Width::Fill(_) | Width::Name(_) => LEAST,
    };
    let mut cells: Vec<(u32, Cell)> = looked_at(table.rows)
        .map(|row| (table.cell)(row, place))
        .map(|cell| (guessed(&cell.plain()), cell))
        .collect();
    cells.sort_by_key(|(width, _)| std::cmp::Reverse(*width));
    let width = |passed_over: usize| {
        let longest = cells.iter().skip(passed_over).take(MEASURED);
        let widest = longest.map(|(_, cell)| natural_width(cell)).fold(title, f32::max);
        (widest + around).ceil().clamp(least, MOST)
    };
    Needed { usual: width(cells.len() / 20), whole: width(0), title: title + around }
}

/// About how wide a text is, to know the widest: "409" is wider than "111".
fn guessed(text: &str) -> u32 {
    let letter = |letter: char| match letter {
        'i' | 'l' | 'I' | '1' | 't' | 'r' | 'f' | ' ' | '.' | ',' | '/' => 5,
        'm' | 'w' | 'M' | 'W' => 15,
        letter if letter.is_uppercase() => 12,
        _ => 9,
    };
    text.chars().map(letter).sum()
}

/// The rows looked at of so many: the first ones, and of many more some from everywhere.
fn looked_at(rows: usize) -> impl Iterator<Item = usize> {
    let first = rows.min(LOOKED_AT / 2);
    let step = (rows - first).div_ceil(LOOKED_AT / 2).max(1);
    (0..first).chain((first..rows).rev().step_by(step))
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
        let widths = widths.iter().map(|width| Needed { usual: *width, whole: *width, title: 0.0 });
        Wanted { widths: widths.collect(), ..Wanted::default() }
    }

    #[test]
    fn what_is_left_is_shared_and_too_little_makes_all_give_way() {
        let columns = [
            Column::new("STT", Width::Fixed(60.0)),
            Column::new("Tên", Width::Fill(1)),
            Column::new("Đơn vị", Width::Fill(3)),
        ];
        let content = wanted(&[0.0, 100.0, 200.0]);
        assert_eq!(content.share(&columns, 400.0, 0.0), [60.0, 110.0, 230.0]);
        assert_eq!(content.share(&columns, 300.0, 0.0), [60.0, 100.0, 140.0], "the wider one gives way");
        assert_eq!(content.share(&columns, 210.0, 0.0), [60.0, 75.0, 75.0]);
    }

    #[test]
    fn a_width_that_was_dragged_stays_within_limits() {
        let columns = [
            Column::new("Tên", Width::Fill(1)).set_to(Some(10.0)),
            Column::new("Đơn vị", Width::Fill(1)).set_to(Some(300.0)),
            Column::new("Cụm", Width::Fill(1)),
        ];
        assert_eq!(wanted(&[0.0, 0.0, 90.0]).share(&columns, 500.0, 0.0), [NARROWEST, 300.0, 156.0]);
        assert_eq!(
            wanted(&[0.0, 0.0, 90.0]).share(&columns, 300.0, 0.0),
            [NARROWEST, 166.0, 90.0],
            "it gives way"
        );
    }

    #[test]
    fn names_stay_whole_while_others_give_way_and_are_left_out() {
        let columns = [
            Column::new("Tên", Width::Name(1)),
            Column::new("Năm sinh", Width::Fit).yields(2),
            Column::new("Chức vụ", Width::Fill(1)).yields(1),
            Column::new("Đơn vị", Width::Fill(1)),
        ];
        let content = wanted(&[240.0, 90.0, 200.0, 220.0]);
        assert_eq!(content.share(&columns, 640.0, 0.0), [240.0, 90.0, 155.0, 155.0]);
        assert_eq!(content.share(&columns, 540.0, 0.0), [240.0, 0.0, 150.0, 150.0], "no room for years");
        assert_eq!(content.share(&columns, 400.0, 0.0), [240.0, 0.0, 0.0, 160.0], "nor for posts");
        assert_eq!(content.share(&columns, 300.0, 0.0), [150.0, 0.0, 0.0, 150.0], "what is left shares");
        let two = &columns[..2];
        assert_eq!(content.share(two, 345.0, 100.0), [245.0, 100.0], "the button needs its room");
    }

    #[test]
    fn of_many_rows_some_from_everywhere_are_looked_at() {
        let rows: Vec<usize> = looked_at(100_000).collect();
        assert_eq!((rows.len(), rows[0], rows.iter().max()), (LOOKED_AT, 0, Some(&99_999)));
        assert_eq!(looked_at(3).collect::<Vec<_>>(), [0, 1, 2]);
    }
}
