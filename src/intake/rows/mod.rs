//! The rows under the headings: which of them are people, and under what heading.

pub(super) mod habits;
mod repeated;
mod seen;

use jiff::civil::Date;

use habits::Habits;

use super::budget::{Budget, Stop};
use super::columns::{Layout, begins_list, is_header};
use super::grid::{Cell, Grid, GridBuilder, Row, line_of};
use super::marks::{self, Group};
use super::person::{self, Around, ReadRow};
use super::units::{UnitParts, Units};
use super::values;
use seen::{Seen, is_column_numbers};

/// The people of a sheet, in the order of its rows: of the table found, of lists
/// beside it and of further tables below it. Each such table is added to `tables`.
pub(super) fn people(
    grid: &Grid,
    layout: &Layout,
    today: Date,
    tables: &mut Vec<Layout>,
    budget: &Budget,
) -> Result<Vec<ReadRow>, Stop> {
    let posts = layout.by_post(grid);
    if !posts.is_empty() {
        let mut people = Vec::new();
        for (columns, post) in &posts {
            let mut holders = people_below(grid, columns, today, tables, budget)?;
            holders.iter_mut().for_each(|one| one.person.position = Some(post.clone()));
            people.extend(holders);
        }
        people.sort_by_key(|row| row.row);
        return Ok(people);
    }
    let lists = layout.beside_each_other();
    if lists.len() == 1 {
        return people_below(grid, layout, today, tables, budget);
    }
    let first_column = |list: &Layout| list.columns.first().map_or(0, |first| first.index);
    let mut people = Vec::new();
    for (at, list) in lists.iter().enumerate() {
        let from = if at == 0 { 0 } else { first_column(list) };
        let until = lists.get(at + 1).map_or(u32::MAX, first_column);
        people.extend(people_below(&part_of(grid, from..until), list, today, tables, budget)?);
    }
    people.sort_by_key(|row| row.row);
    Ok(people)
}

/// Some columns of a sheet.
fn part_of(grid: &Grid, columns: std::ops::Range<u32>) -> Grid {
    let mut part = GridBuilder::default();
    for row in &grid.rows {
        for (column, cell) in row.cells().filter(|(column, _)| columns.contains(column)) {
            // A part cannot be too much where the whole was not.
            let _fits = part.put(row.number - 1, column, cell.clone());
        }
    }
    part.finish()
}

fn people_below(
    grid: &Grid,
    layout: &Layout,
    today: Date,
    tables: &mut Vec<Layout>,
    budget: &Budget,
) -> Result<Vec<ReadRow>, Stop> {
    let mut people = Vec::new();
    let mut layout = layout.clone();
    let mut start = grid.rows.partition_point(|row| row.number <= layout.header);
    while start < grid.rows.len() {
        budget.table()?;
        let next = next_table(grid, start, &layout);
        let end = next.as_ref().map_or(grid.rows.len(), |(at, _)| *at);
        let place = said_above(grid, &layout);
        read_table(&grid.rows[start..end], &layout, (tables.len(), today, place), &mut people, budget)?;
        tables.push(layout);
        let Some((at, below)) = next else { break };
        start = grid.rows.partition_point(|row| row.number <= below.header).max(at + 1);
        layout = below;
    }
    Ok(people)
}

/// Where a table with other headings begins, from a row on.
fn next_table(grid: &Grid, from: usize, layout: &Layout) -> Option<(usize, Layout)> {
    let begins = |row: &Row| is_header(row) || begins_list(grid, row);
    let headers = (from..grid.rows.len()).filter(|at| layout.is_headed && begins(&grid.rows[*at]));
    headers.map(|at| (at, Layout::headed(grid, at))).find(|(_, below)| !layout.is_repeated_as(below))
}

/// What a line such as "Đơn vị: Phường An Xuân" says of all people of the table under it.
fn said_above(grid: &Grid, layout: &Layout) -> UnitParts {
    /// Titles of more rows than this stand over something else, too.
    const TITLES: usize = 12;
    let header = grid.rows.partition_point(|row| row.number < layout.header);
    let titles = grid.rows[header.saturating_sub(TITLES)..header].iter().rev();
    let mut lines = titles.filter(|row| row.filled() <= 2).flat_map(Row::cells).map(|(_, cell)| cell.line());
    let unit = lines.find_map(|line| marks::labelled_unit(&line).map(str::to_owned));
    match unit.as_deref().and_then(|unit| marks::group(unit, "")) {
        Some(Group::Commune(commune)) => UnitParts { commune: Some(commune), ..UnitParts::default() },
        Some(Group::Hamlet(hamlet)) => UnitParts { hamlet: Some(hamlet), ..UnitParts::default() },
        Some(Group::Unit(unit)) => UnitParts { unit: Some(unit), ..UnitParts::default() },
        Some(Group::Cluster(_) | Group::Section) | None => UnitParts::default(),
    }
}

fn read_table(
    rows: &[Row],
    layout: &Layout,
    (table, today, place): (usize, Date, UnitParts),
    people: &mut Vec<ReadRow>,
    budget: &Budget,
) -> Result<(), Stop> {
    let rows = repeated::written_out(rows, layout);
    let habits = Habits::of(&rows, layout);
    let above = Heading { place, cluster: None };
    let mut walk = Walk { layout, numbered: habits.numbered, headings: vec![above], closed: false };
    let mut found: Vec<(&Row, usize)> = Vec::with_capacity(rows.len());
    for row in rows.iter() {
        budget.step()?;
        if walk.is_person(row) {
            found.push((row, walk.headings.len() - 1));
        }
    }

    budget.people(found.len())?;
    let before = people.len();
    people.resize_with(before + found.len(), ReadRow::default);
    let wish = budget.wish();
    in_shares(&found, &mut people[before..], |found, people| {
        let mut units = Units::default();
        // What is left out is not used: the budget is asked below.
        let rows = found.iter().zip(people).take_while(|_| !wish.is_cancelled());
        for (&(row, heading), person) in rows {
            let Heading { place: heading, cluster } = &walk.headings[heading];
            let around = Around { layout, table, today, heading, cluster: *cluster, habits: &habits };
            *person = person::read(row, &around, &mut units);
        }
    });
    budget.go_on()
}

/// Has a long list read by several threads, each of which fills its share of `people`.
fn in_shares<T: Sync>(found: &[T], people: &mut [ReadRow], read: impl Fn(&[T], &mut [ReadRow]) + Sync) {
    /// For fewer rows a thread is not worth while: they are read within a millisecond.
    const LEAST: usize = 1_000;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = found.len().div_ceil(threads).max(LEAST);
    if found.len() <= share {
        return read(found, people);
    }
    std::thread::scope(|scope| {
        for (found, people) in found.chunks(share).zip(people.chunks_mut(share)) {
            scope.spawn(|| read(found, people));
        }
    });
}

/// What the headings passed so far say.
#[derive(Debug, Clone, Default)]
struct Heading {
    /// The place.
    place: UnitParts,
    /// The cluster of the last that names one.
    cluster: Option<u32>,
}

/// Where we are in the list.
struct Walk<'a> {
    layout: &'a Layout,
    /// Whether people have numbers: then those without stand outside the list.
    numbered: bool,
    /// What holds below each heading of a group, in order; first, above them all.
    headings: Vec<Heading>,
    /// Whether signatures have been met: names below them are no delegates.
    closed: bool,
}

impl Walk<'_> {
    /// Whether somebody stands in a row, or should; takes note of what the other
    /// rows say.
    fn is_person(&mut self, row: &Row) -> bool {
        if self.layout.is_repeated_by(row) {
            self.closed = false;
            return false;
        }
        if is_column_numbers(row) {
            return false;
        }
        let seen = Seen::new(row, self.layout);
        // With a number and a birth, sex or telephone it is somebody.
        let doubtful = seen.named && !(seen.number && seen.personal);
        let name = self.layout.name_in(row).filter(|_| doubtful).unwrap_or_default();
        let ends_list = marks::is_signature(&name) || !seen.named;
        if !seen.number && (!seen.personal || ends_list || self.sums_up(row)) && self.is_closing(row) {
            return false;
        }
        if values::is_vacant(&name) || marks::is_remark(&name) {
            return false;
        }
        if let Some(group) = seen.group(row) {
            self.enter(group);
            return false;
        }
        let expected = seen.number || (!self.numbered && seen.personal);
        match (seen.named, self.closed) {
            (true, true) => expected,
            (true, false) => true,
            // Without a name: a number or a unit alone is a blank line of a form, one
            // text alone is a remark.
            (false, true) => seen.number && seen.details > 0,
            (false, false) if expected => seen.details > 0,
            (false, false) => seen.details > 0 && seen.details + seen.places > 1,
        }
    }

    /// Whether a row with figures in columns of people sums them up: "Tổng cộng | 12 | 8".
    fn sums_up(&self, row: &Row) -> bool {
        let first = row.cells().find_map(|(_, cell)| matches!(cell, Cell::Text(_)).then(|| cell.line()));
        let mut names = self.layout.columns.iter().filter(|column| column.field.is_name());
        first.is_some_and(|first| {
            marks::is_total(&first)
                && names.all(|name| {
                    let line = line_of(row.cell(name.index));
                    line.is_empty() || marks::is_total(&line) || marks::is_count(&line)
                })
        })
    }

    /// Totals are passed over; signatures close the list.
    fn is_closing(&mut self, row: &Row) -> bool {
        let mut lines = row.cells().map(|(_, cell)| cell.line());
        if lines.any(|line| marks::is_signature(&line)) {
            self.closed = true;
            return true;
        }
        let only = row.cells().next().filter(|_| row.filled() == 1);
        only.is_some_and(|(_, cell)| marks::is_page(&cell.line()))
            || row.cells().next().is_some_and(|(_, cell)| marks::is_total(&cell.line()))
            || row.cells().any(|(_, cell)| matches!(cell, Cell::Text(text) if marks::is_total(text)))
    }

    fn enter(&mut self, group: Group) {
        let Heading { mut place, mut cluster } = self.headings.last().cloned().unwrap_or_default();
        match group {
            Group::Commune(commune) => place = UnitParts { commune: Some(commune), ..UnitParts::default() },
            Group::Hamlet(hamlet) => place.hamlet = Some(hamlet),
            Group::Unit(unit) => place = UnitParts { unit: Some(unit), ..UnitParts::default() },
            Group::Cluster(number) => {
                cluster = Some(number);
                place = UnitParts::default();
            }
            // "B | Trưởng ban": people beside those of "A | Ban Thường trực", not of it.
            Group::Section => place.unit = None,
        }
        self.headings.push(Heading { place, cluster });
    }
}
