//! People in the lines of a document that has no list in a table.

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, Row};
use super::super::heading::recognise;
use super::super::unseen;
use super::{csv, pasted};
use crate::vietnamese::clean::clean;

/// What shows where a word may be broken.
const SOFT_HYPHEN: char = '\u{ad}';

/// Whether a line names columns between its signs, as text parted by commas does that was put into one column.
fn names_several(line: &str) -> bool {
    let has_value = |cell: &&str| cell.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty());
    let fields: Vec<_> =
        line.split([',', ';']).filter(|cell| !has_value(cell)).filter_map(recognise).collect();
    fields.len() >= 3 && fields.iter().any(|field| field.is_name())
}

/// The line of a row, or several: of a paragraph the lines that begin with a label, "Sinh năm: 1962", are lines of
/// their own.
fn lines_of_row(row: &Row, grid: &Grid) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (at, (column, cell)) in row.cells().enumerate() {
        let font = grid.fonts.get(&(row.number, column));
        let decoded = |line: &str| {
            // In TCVN3 a soft hyphen is a letter, "ư", of which nothing is left where a text is cleaned before it is told.
            let is_telling = line.contains(SOFT_HYPHEN);
            let line = if is_telling { line.trim().to_owned() } else { clean(line) };
            font.and_then(|font| font.decode(&line)).unwrap_or(line)
        };
        let pieces: Vec<String> = match cell {
            Cell::Text(text) => text.lines().map(decoded).filter(|piece| !piece.is_empty()).collect(),
            _ => vec![cell.line()],
        };
        let are_apart = || {
            let is_somebody = |piece: &&String| pasted::names_with_post(piece) || pasted::begins_block(piece);
            let people = pieces.iter().filter(is_somebody).count();
            people > 1 || pieces.iter().skip(1).any(|piece| pasted::is_labelled(piece))
        };
        if row.filled() == 1 && pieces.len() > 1 && are_apart() {
            return pieces;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if at > 0 { " | " } else { "" });
            // "1. Rơ Mah Hyuk", and below it in the same paragraph a thing a line.
            let is_block = pieces.first().is_some_and(|first| pasted::is_name_alone(first));
            line.push_str(&pieces.join(if is_block { ", " } else { " " }));
        }
    }
    lines
}

/// The lines of a text whose columns tabs hold, where one of them names several columns.
fn by_tabs(grid: &Grid) -> Option<(String, Vec<u32>)> {
    let (mut lines, mut numbers) = (String::new(), Vec::new());
    for row in &grid.rows {
        let cells = row.cells().map(|(_, cell)| match cell {
            Cell::Text(text) => text.replace(['\n', '"'], " "),
            cell => cell.line(),
        });
        lines.push_str(cells.collect::<Vec<_>>().join(" ").trim());
        lines.push('\n');
        numbers.push(row.number);
    }
    let heads = |line: &str| {
        let fields: Vec<_> = line.split('\t').filter_map(recognise).collect();
        fields.len() >= 3 && fields.iter().any(|field| field.is_name())
    };
    // Several tabs reach to the next column as well as one.
    let collapsed = without_further_tabs(&lines);
    let lines = if is_evener(&collapsed, &lines) { collapsed } else { lines };
    lines.lines().any(heads).then_some((lines, numbers))
}

/// The text with one tab wherever several follow each other.
fn without_further_tabs(lines: &str) -> String {
    let line = |line: &str| line.split('\t').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\t");
    lines.lines().map(|own| line(own) + "\n").collect()
}

/// Whether more lines have as many cells as the longest in one text than in the other.
fn is_evener(one: &str, other: &str) -> bool {
    let even = |text: &str| {
        let counts: Vec<usize> = text.lines().map(|line| line.matches('\t').count()).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        counts.iter().filter(|count| **count == most).count()
    };
    even(one) > even(other)
}

/// The grid with the number of somebody over several rows only in the first of them, where a block of cells is merged.
fn without_copied_numbers(grid: &Grid) -> Cow<'_, Grid> {
    let copied = |pair: &[Row]| {
        let (column, number) = pair[1].cells().next().filter(|_| pair[1].filled() == 2)?;
        let above = pair[0].cell(column)?.whole_number()?;
        (number.whole_number() == Some(above)).then_some((pair[1].number, column))
    };
    let copies: HashSet<(u32, u32)> = grid.rows.windows(2).filter_map(copied).collect();
    if copies.is_empty() {
        return Cow::Borrowed(grid);
    }
    let mut grid = grid.clone();
    for row in &mut grid.rows {
        let number = row.number;
        row.retain(|column, _| !copies.contains(&(number, column)));
    }
    Cow::Owned(grid)
}

/// The people in the lines of a document none of whose tables is a list.
pub(in super::super) fn people_in_lines(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Refusal> {
    let grid = without_copied_numbers(grid);
    let names_columns =
        |row: &Row| row.cells().filter(|(_, cell)| recognise(&cell.line()).is_some()).take(2).count() > 1;
    let lines = grid.rows.iter().filter(|row| row.filled() == 1).count();
    // A letterhead and what stands beside a signature have two cells in a row.
    let is_table = |row: &Row| row.filled() > 2 || names_columns(row);
    if lines * 2 < grid.rows.len() || grid.rows.iter().any(is_table) {
        return Ok(None);
    }
    let mut seen = grid.clone().into_owned();
    let asides = unseen::set_aside(&mut seen);
    // Letters of old fonts are told cell by cell, and a text of tabs has one font a line.
    if let Some((lines, numbers)) = by_tabs(&seen).filter(|_| grid.fonts.is_empty()) {
        let people = csv::grid(&lines, budget)?.renumbered(&numbers);
        return Ok(Some(Grid { asides, ..people }));
    }
    // Each line keeps its number; however far two rows are apart, one empty line parts them.
    let (mut numbers, mut lines) = (Vec::new(), String::new());
    for row in &seen.rows {
        budget.step()?;
        let gap = row.number > numbers.last().copied().unwrap_or(0_u32).saturating_add(1);
        if gap {
            numbers.push(row.number - 1);
            lines.push('\n');
        }
        for line in lines_of_row(row, &grid) {
            numbers.push(row.number);
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    let people = match pasted::grid(&lines, budget)? {
        None if lines.lines().any(names_several) => Some(csv::grid(&lines, budget)?),
        people => people,
    };
    let Some(people) = people else { return Ok(None) };
    Ok(Some(Grid { asides, ..people.renumbered(&numbers) }))
}
