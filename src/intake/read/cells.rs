//! People who stand whole in the cells of one column, a line for each, beside the place that sends them: "Ấp 1 | Ông
//! Nguyễn Văn Đực (1960), Trưởng ban, 0918724036".

use std::collections::BTreeMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, Row};
use super::super::marks::{is_commune, is_hamlet, is_unit};
use super::super::position::begins_with_position;
use super::pasted;
use crate::vietnamese::clean::clean;

/// The lines in a cell that have something in them.
fn lines_of(row: &Row, column: u32) -> Vec<String> {
    let Some(cell) = row.cell(column) else { return Vec::new() };
    let Cell::Text(text) = cell else { return Vec::new() };
    text.lines().map(clean).filter(|line| !line.is_empty()).collect()
}

/// What stands in a column from one name to the next: the card of somebody may go over several rows.
#[derive(Default)]
struct Card {
    lines: Vec<(u32, String)>,
}

impl Card {
    /// Whether it says at least two things of somebody by their labels.
    fn is_whole(&self) -> bool {
        self.lines.iter().filter(|(_, line)| pasted::is_labelled(line)).nth(1).is_some()
    }
}

/// The people whose cards stand in the cells of a table, each with all that is said of somebody: "Ông: Nguyễn Tiến
/// Lãng", and below it "Chức vụ: Trưởng khu".
pub(in super::super) fn people_in_cards(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Refusal> {
    let cards = cards(grid, budget)?;
    if cards.iter().filter(|card| card.is_whole()).count() < 2 {
        return Ok(None);
    }
    let (mut numbers, mut text) = (Vec::new(), String::new());
    for (number, line) in cards.into_iter().flat_map(|card| card.lines) {
        numbers.push(number);
        text.push_str(&line);
        text.push('\n');
    }
    let Some(people) = pasted::grid(&text, budget)? else { return Ok(None) };
    let mut people = people.renumbered(&numbers);
    // Cards that stand beside each other begin in the same rows.
    people.rows.sort_by_key(|row| row.number);
    Ok(Some(people))
}

/// The cards of a table, in the order in which they begin. What a cell goes on with belongs to the card in its column, or
/// in the nearest one before it where somebody has one.
fn cards(grid: &Grid, budget: &Budget) -> Result<Vec<Card>, Refusal> {
    let mut cards: Vec<Card> = Vec::new();
    // By its column the card of the last who is named there.
    let mut named: BTreeMap<u32, usize> = BTreeMap::new();
    for row in &grid.rows {
        budget.step()?;
        for (column, _) in row.cells() {
            let lines = lines_of(row, column);
            let goes_on = lines.iter().all(|line| pasted::labels_more(line));
            let open = named.range(..=column).next_back().map(|(_, at)| *at).filter(|_| goes_on);
            let at = open.unwrap_or_else(|| {
                cards.push(Card::default());
                cards.len() - 1
            });
            if lines.iter().any(|line| pasted::begins_block(line)) {
                named.insert(column, at);
            }
            cards[at].lines.extend(lines.into_iter().map(|line| (row.number, line)));
        }
    }
    Ok(cards)
}

/// The people of a table whose columns are posts, with all that is said of each in a cell: under "Trưởng ban CTMT" "Vũ Đình
/// Thắm", "Sinh năm 1960", "ĐT: 0904 215 867", each on a line.
pub(in super::super) fn people_under_posts(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Refusal> {
    /// Headings stand among so many rows.
    const ROWS_LOOKED_AT: usize = 60;
    let posts_of = |row: &Row| -> Vec<(u32, String)> {
        let cells = row.cells().map(|(column, cell)| (column, cell.line()));
        cells.filter(|(_, heading)| begins_with_position(heading)).collect()
    };
    let rows = grid.rows.iter().take(ROWS_LOOKED_AT).enumerate();
    let mut headed = rows.filter(|(_, row)| row.filled() > 2).map(|(at, row)| (at, posts_of(row)));
    let Some((header, posts)) = headed.find(|(_, posts)| posts.len() > 1) else { return Ok(None) };
    let (mut numbers, mut text, mut people) = (Vec::new(), String::new(), 0);
    for (at, row) in grid.rows.iter().enumerate().filter(|(at, _)| *at != header) {
        budget.step()?;
        let others = row.cells().filter(|(column, _)| posts.iter().all(|(own, _)| own != column));
        let place = others.map(|(_, cell)| cell.line()).find(|line| is_commune(line) || is_hamlet(line));
        let whole = |(column, post): &(u32, String)| {
            let lines = lines_of(row, *column);
            let person = format!("{}, {post}", lines.join(", "));
            (at > header && lines.len() > 1 && pasted::says_who(&person)).then_some(person)
        };
        let own: Vec<String> = posts.iter().filter_map(whole).collect();
        let filled = |(column, _): &&(u32, String)| lines_of(row, *column).iter().any(|line| is_said(line));
        let all = posts.iter().filter(filled).count();
        // Names alone are a table of names, which is read as one.
        if at > header && !own.is_empty() && own.len() < all {
            return Ok(None);
        }
        people += own.len();
        if own.is_empty() {
            numbers.push(row.number);
            let cells: Vec<String> = row.cells().map(|(_, cell)| cell.line()).collect();
            text.push_str(&(cells.join(" · ") + "\n"));
        }
        for person in own {
            numbers.push(row.number);
            let place = place.as_deref().map(|place| format!(", {place}")).unwrap_or_default();
            text.push_str(&format!("{person}{place}\n"));
        }
    }
    if people < 2 {
        return Ok(None);
    }
    Ok(Some(pasted::of_people(&text, budget)?.renumbered(&numbers)))
}

/// Whether a line of a cell says anything: more than a dash.
fn is_said(line: &str) -> bool {
    line.contains(char::is_alphabetic)
}

/// The people in the cells of a table that has no column of names.
pub(in super::super) fn people_in_cells(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Refusal> {
    /// As many rows tell where people stand.
    const ROWS_LOOKED_AT: usize = 200;
    let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
    let columns = rows.iter().flat_map(|row| row.cells().map(|(column, _)| column)).max().unwrap_or(0);
    let all_people = |row: &Row, column: u32| {
        let lines = lines_of(row, column);
        !lines.is_empty() && row.filled() > 1 && lines.iter().all(|line| pasted::says_who(line))
    };
    let mut best = None;
    for column in 0..=columns {
        budget.step()?;
        // Letterhead and headings stand above them, signatures below.
        let is_here = |row: &&Row| row.filled() > 1 && row.cell(column).is_some();
        let filled: Vec<bool> =
            rows.iter().filter(is_here).map(|row| all_people(row, column)).skip_while(|is| !is).collect();
        let last = filled.iter().rposition(|is| *is).map_or(0, |at| at + 1);
        let people = filled.iter().filter(|is| **is).count();
        if people >= 2 && people * 2 >= last {
            best = Some(column);
            break;
        }
    }
    let Some(column) = best else { return Ok(None) };
    let (mut numbers, mut text) = (Vec::new(), String::new());
    for row in &grid.rows {
        budget.step()?;
        if !all_people(row, column) {
            numbers.push(row.number);
            // Headings between their signs would be a table's.
            let cells: Vec<String> = row.cells().map(|(_, cell)| cell.line()).collect();
            text.push_str(&cells.join(" · "));
            text.push('\n');
            continue;
        }
        let is_place = |line: &String| is_commune(line) || is_hamlet(line) || is_unit(line);
        let others = row.cells().filter(|(other, _)| *other != column).map(|(_, cell)| cell.line());
        let place = others.into_iter().find(is_place);
        for line in lines_of(row, column) {
            numbers.push(row.number);
            text.push_str(&line);
            if let Some(place) = place.as_deref().filter(|_| !pasted::says_place(&line)) {
                text.push_str(", ");
                text.push_str(place);
            }
            text.push('\n');
        }
    }
    Ok(Some(pasted::of_people(&text, budget)?.renumbered(&numbers)))
}
