//! The rows under the headings: which of them are people, and under what heading.

mod continued;
pub(super) mod habits;
mod legend;
mod post_above;
mod repeated;
mod seen;
pub(super) mod several;
mod shifted;
pub(super) mod walk;

use std::collections::HashSet;

use jiff::civil::Date;

use habits::Habits;
use legend::Legend;
use post_above::post_above;

use super::budget::{Budget, Stop};
use super::columns::{Column, Layout, begins_list, is_header};
use super::grid::{Grid, GridBuilder, Row};
use super::heading::Field;
use super::marks::{self, Group};
use super::person::{self, Around, ReadRow};
use super::units::{UnitParts, Units};
use super::withdrawals::says_withdrawal;
use crate::domain::list::LineKind;
use crate::domain::person_field::PersonField;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;
use walk::{Class, Heading, Walk};

/// The people of a sheet in the order of its rows, and what each row is.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The people.
    pub people: Vec<ReadRow>,
    /// The rows that were looked at, by their numbers: what each is, and why it is left out.
    /// Of lists beside each other a row has several.
    pub kinds: Vec<(u32, LineKind, Option<&'static str>)>,
}

/// Reads a sheet: the table found, lists beside it and further tables below it. Each such
/// table is added to `tables`.
pub(super) fn people(
    grid: &Grid,
    layout: &Layout,
    today: Date,
    tables: &mut Vec<Layout>,
    budget: &Budget,
) -> Result<Found, Stop> {
    let mut found = Found::default();
    let posts = layout.by_post(grid);
    if !posts.is_empty() {
        for (columns, post) in &posts {
            let from = found.people.len();
            read_below(grid, columns, (today, true), tables, budget, &mut found)?;
            found.people[from..].iter_mut().for_each(|one| one.person.position = Some(post.clone()));
        }
        found.people.sort_by_key(|row| row.row);
        return Ok(found);
    }
    let lists = layout.beside_each_other();
    if lists.len() == 1 {
        read_below(grid, layout, (today, true), tables, budget, &mut found)?;
        return Ok(found);
    }
    let first_column = |list: &Layout| list.columns.first().map_or(0, |first| first.index);
    let post = post_above(grid, layout);
    for (at, list) in lists.iter().enumerate() {
        let from = if at == 0 { 0 } else { first_column(list) };
        let until = lists.get(at + 1).map_or(u32::MAX, first_column);
        read_below(&part_of(grid, from..until), list, (today, at == 0), tables, budget, &mut found)?;
    }
    // The title stands over all of them.
    for one in found.people.iter_mut().filter(|one| one.person.position.is_none()) {
        one.person.position.clone_from(&post);
    }
    found.people.sort_by_key(|row| row.row);
    Ok(found)
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
    part.finish_as(&grid.name)
}

/// Reads the tables below each other; the first of a sheet is the list, whatever stands above it.
fn read_below(
    grid: &Grid,
    layout: &Layout,
    (today, is_list): (Date, bool),
    tables: &mut Vec<Layout>,
    budget: &Budget,
    found: &mut Found,
) -> Result<(), Stop> {
    let mut layout = layout.clone();
    let (top, legend) = (layout.header, Legend::of(grid));
    let mut start = grid.rows.partition_point(|row| row.number <= layout.header);
    while start < grid.rows.len() {
        budget.table()?;
        let next = next_table(grid, start, &layout, today.year());
        let end = next.as_ref().map_or(grid.rows.len(), |(at, _)| *at);
        let above = said_above(grid, &layout, &grid.rows[start..end]);
        let above = if above == UnitParts::default() { said_by_name(&grid.name) } else { above };
        let above = if above == UnitParts::default() { said_by_title_and_name(grid, &layout) } else { above };
        let first = found.people.len();
        legend.settle(&mut layout, &grid.rows[start..end]);
        let is_list = is_list && layout.header == top;
        let absent = heads_others(grid, &layout, today.year()).filter(|_| !is_list);
        let above = Heading { place: above, absent, ..Heading::default() };
        read_table(&grid.rows[start..end], &layout, (tables.len(), today, above), found, budget)?;
        legend.read(&mut found.people[first..]);
        if let Some(post) = post_above(grid, &layout) {
            let without = found.people[first..].iter_mut().filter(|one| one.person.position.is_none());
            without.for_each(|one| one.person.position = Some(post.clone()));
        }
        tables.push(layout);
        let Some((at, below)) = next else { break };
        let from = grid.rows.partition_point(|row| row.number <= below.header).max(at + 1);
        found.kinds.extend(grid.rows[at..from].iter().map(|row| (row.number, LineKind::Heading, None)));
        start = from;
        layout = below;
    }
    Ok(())
}

/// The line right above a table that says its people come with the delegates and are none, "BAN TỔ CHỨC, PHỤC VỤ", or came
/// in an earlier year.
fn heads_others(grid: &Grid, layout: &Layout, this_year: i16) -> Option<String> {
    /// As many rows may stand between.
    const NEAR: usize = 2;
    let header = grid.rows.partition_point(|row| row.number < layout.header);
    let above = grid.rows[..header].iter().rev().take(NEAR).filter(|row| row.filled() == 1).map(Row::line);
    // "Đại biểu dự khuyết (chỉ tham dự khi đại biểu chính thức vắng mặt)".
    let title = |line: &str| marks::title_of_group(line.split('(').next().unwrap_or_default()).to_owned();
    let mut above = above.filter(|line| {
        marks::heads_others(&title(line))
            || marks::heads_reserves(&title(line))
            || marks::heads_earlier(line, this_year)
            // "2. ĐỀ NGHỊ TẶNG BẰNG KHEN (không dự tập huấn đợt này)".
            || says_withdrawal(line)
    });
    above.next()
}

/// Where a table with other headings begins, or of other people, from a row on.
fn next_table(grid: &Grid, from: usize, layout: &Layout, this_year: i16) -> Option<(usize, Layout)> {
    let begins = |row: &Row| is_header(row) || begins_list(grid, row);
    let headers = (from..grid.rows.len()).filter(|at| layout.is_headed && begins(&grid.rows[*at]));
    let mut tables = headers.map(|at| (at, Layout::headed(grid, at)));
    tables.find(|(_, below)| !layout.is_repeated_as(below) || heads_others(grid, below, this_year).is_some())
}

/// What a line such as "Đơn vị: Phường An Xuân" says of all people of the table under it, or
/// a heading right above it.
fn said_above(grid: &Grid, layout: &Layout, below: &[Row]) -> UnitParts {
    /// Titles of more rows than this stand over something else, too.
    const TITLES: usize = 12;
    let header = grid.rows.partition_point(|row| row.number < layout.header);
    let titles = grid.rows[header.saturating_sub(TITLES)..header].iter().rev();
    let mut lines =
        titles.clone().filter(|row| row.filled() <= 2).flat_map(Row::cells).map(|(_, cell)| cell.line());
    let labelled = lines.find_map(|line| marks::labelled_unit(&line).map(str::to_owned));
    let unit = labelled.or_else(|| heading_above(titles.map(Row::line).next()?, layout, below));
    match unit.as_deref().and_then(|unit| marks::group(unit, "I")) {
        Some(Group::Commune(commune)) => UnitParts { commune: Some(commune), ..UnitParts::default() },
        Some(Group::Hamlet(hamlet)) => UnitParts { hamlet: Some(hamlet), ..UnitParts::default() },
        Some(Group::Unit(unit)) => UnitParts { unit: Some(unit), ..UnitParts::default() },
        Some(Group::Vague(text)) => UnitParts { vague: Some(text), ..UnitParts::default() },
        Some(Group::Cluster(_) | Group::Section) | None => UnitParts::default(),
    }
}

/// A sheet for each hamlet is called by it.
fn said_by_name(sheet: &str) -> UnitParts {
    match marks::group(sheet, "") {
        Some(Group::Hamlet(hamlet)) => UnitParts { hamlet: Some(hamlet), ..UnitParts::default() },
        _ => UnitParts::default(),
    }
}

/// "Thôn Phú Gia gửi danh sách dự tập huấn", or "DANH SÁCH THÔN THƯỢNG MINH" in a sheet called "Thượng Minh", where no
/// column says whence people come.
fn said_by_title_and_name(grid: &Grid, layout: &Layout) -> UnitParts {
    /// No list has more rows above its headings.
    const TITLES: usize = 60;
    let places = [Field::Hamlet, Field::Address, Field::Person(PersonField::Unit), Field::PositionUnit];
    let name = words(&grid.name);
    if places.iter().any(|field| layout.has(*field)) {
        return UnitParts::default();
    }
    let header = grid.rows.partition_point(|row| row.number < layout.header);
    let above = grid.rows[header.saturating_sub(TITLES)..header].iter();
    let titles: Vec<String> = above.clone().filter(|row| row.filled() == 1).map(Row::line).collect();
    let near: Vec<String> = above.rev().take_while(|row| row.filled() <= 2).map(Row::line).collect();
    let mut begun = near.iter().filter_map(|title| marks::hamlet_at_start(title));
    if let (Some(hamlet), None) = (begun.next(), begun.next()) {
        return UnitParts { hamlet: Some(hamlet.to_owned()), ..UnitParts::default() };
    }
    let hamlet = titles.iter().filter(|_| !name.is_empty()).find_map(|title| {
        let mut starts = title.match_indices(' ').map(|(at, _)| at + 1);
        let at =
            starts.find(|at| marks::is_hamlet(&title[*at..]) && words(&title[*at..]).ends_with(&name))?;
        Some(title[at..].to_owned())
    });
    UnitParts { hamlet, ..UnitParts::default() }
}

/// The line right above the headings, where it is one over the people below them: it names a
/// hamlet, or the headings come again with such a line above.
fn heading_above(line: String, layout: &Layout, below: &[Row]) -> Option<String> {
    if line.contains(" | ") {
        return None;
    }
    let is_hamlet = matches!(marks::group(&line, ""), Some(Group::Hamlet(_)));
    let again = below.windows(2).any(|pair| pair[0].filled() == 1 && layout.is_repeated_by(&pair[1]));
    (is_hamlet || again).then_some(line)
}

fn read_table(
    rows: &[Row],
    layout: &Layout,
    (table, today, above): (usize, Date, Heading),
    found: &mut Found,
    budget: &Budget,
) -> Result<(), Stop> {
    let (rows, moved) = shifted::realigned(rows, layout);
    let (rows, parts) = continued::joined(&rows, layout);
    let repeated::WrittenOut { rows, uncertain } = repeated::written_out(&rows, layout);
    let rows = several::parted(&rows, layout);
    let habits = Habits::of(&rows, layout, today);
    let mut walk = Walk::new(layout, &habits, above).signed(&rows);
    let mut somebody: Vec<Somebody> = Vec::with_capacity(rows.len());
    let first_kind = found.kinds.len();
    // What is the rest of somebody above says nothing of its own.
    found.kinds.extend(parts.iter().map(|row| (*row, LineKind::Note, None)));
    for row in rows.iter() {
        budget.step()?;
        match walk.class(row) {
            Class::Person { sure, unnumbered } => {
                let heading = walk.headings.len() - 1;
                somebody.push(Somebody { row, heading, sure, unnumbered });
            }
            Class::Other(kind, reason) => found.kinds.push((row.number, kind, reason)),
        }
    }

    forget_lone_place(&mut walk.headings, &somebody, layout.is_message());
    // A heading with nobody under it heads nobody: somebody may be missing there.
    let last = somebody.last().map_or(0, |one| one.row.number);
    for (row, kind, _) in &mut found.kinds[first_kind..] {
        if *kind == LineKind::Group && *row > last {
            *kind = LineKind::NotUnderstood;
        }
    }
    budget.people(somebody.len())?;
    let people = &mut found.people;
    let before = people.len();
    people.resize_with(before + somebody.len(), ReadRow::default);
    let wish = budget.wish();
    in_shares(&somebody, &mut people[before..], |somebody, people| {
        let mut units = Units::default();
        // What is left out is not used: the budget is asked below.
        let rows = somebody.iter().zip(people).take_while(|_| !wish.is_cancelled());
        for (&Somebody { row, heading, sure, unnumbered }, person) in rows {
            let above = &walk.headings[heading];
            let around = Around { layout, table, today, above, habits: &habits, sure, unnumbered };
            *person = person::read(row, &around, &mut units);
        }
    });
    remark_repeated(&mut found.people[before..], &uncertain);
    for row in found.people[before..].iter_mut().filter(|row| moved.contains(&row.row)) {
        row.remarks.push(Sentence::new("intake-remark-shifted").with("row", row.row));
    }
    let kind = |row: &ReadRow| if row.is_doubtful() { LineKind::Doubtful } else { LineKind::Person };
    found.kinds.extend(found.people[before..].iter().map(|row| (row.row, kind(row), None)));
    budget.go_on()
}

/// Of texts that only stand where headings of places do, one alone is a greeting or a title as likely: "Chào Chi,",
/// "GIẤY CỬ CÁN BỘ". Where several part the list, or other units do, they are places.
fn forget_lone_place(headings: &mut [Heading], somebody: &[Somebody<'_>], is_message: bool) {
    let over = somebody.iter().map(|one| headings[one.heading].place.vague.as_deref());
    let places: HashSet<&str> = over.flatten().collect();
    let are_parts = headings.iter().any(|heading| heading.place.unit.is_some());
    if places.len() == 1 && (is_message || !are_parts) {
        headings.iter_mut().for_each(|heading| heading.place.vague = None);
    }
}

/// Says of whom a cell was taken to mean the one above it, where that should be looked at.
fn remark_repeated(people: &mut [ReadRow], uncertain: &[(u32, Column)]) {
    for (number, column) in uncertain {
        let at = people.partition_point(|row| row.row < *number);
        for row in people[at..].iter_mut().take_while(|row| row.row == *number) {
            let remark = Sentence::new("intake-remark-as-above").with("row", row.row);
            let remark =
                remark.with("column", Grid::letters(column.index)).with("heading", column.heading.as_str());
            row.remarks.push(remark);
        }
    }
}

/// A row in which somebody stands, or should.
#[derive(Clone, Copy)]
struct Somebody<'a> {
    row: &'a Row,
    /// The heading above it, by its place in the walk.
    heading: usize,
    sure: bool,
    unnumbered: bool,
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
