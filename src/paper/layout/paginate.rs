//! A table placed on pages.
//!
//! The header repeats on every page; a group heading has a row of its group under
//! it; a group that goes on after a page break is named again; the closing block
//! has the last rows over it. Where amounts are summed, each of several pages ends
//! with its own sum, and the last one with that of all.

use super::flow::{Block, Flow};
use super::page::{Item, Rule};
use super::sheet;
use super::table::{SetRow, SetTable, rule};
use crate::paper::content::Amounts;

/// Rows that stay on one page with what they need around them.
struct Unit {
    from: usize,
    to: usize,
    height: f32,
}

/// Places a table, and the closing block under it if there is one.
pub fn place(flow: &mut Flow, mut table: SetTable, closing: Option<Block>) {
    let foot = table.sum_height();
    let body = flow.frame.height() - table.header.height - foot;
    let tail = foot + closing.as_ref().map_or(0.0, |closing| closing.height);
    // Half a page is enough for any heading; longer ones are divided like rows.
    let spare = body - tail - 60.0;
    table.divide(if spare > 120.0 { spare } else { body - 60.0 });

    let mut units = units(&table.rows, body - tail);
    if let [only] = units.as_slice()
        && !flow.at_top()
        && table.header.height + only.height + tail > flow.room()
    {
        // Better one row over the closing block than a head with nothing under it.
        units = apart(&table.rows);
    }
    let mut ruled = Ruled::default();
    let mut group: Option<&SetRow> = None;
    let count = units.len();
    for (index, unit) in units.iter().enumerate() {
        let needed = unit.height + foot + if index + 1 == count { tail } else { 0.0 };
        let head = if ruled.open { 0.0 } else { table.header.height };
        let started = ruled.open || !flow.at_top();
        if head + needed > flow.room() && started {
            ruled.end_page(flow, &table);
            flow.new_page();
        }
        if !ruled.open {
            ruled.open(flow, &table);
            let first = &table.rows[unit.from];
            if let Some(again) = group.filter(|_| first.again.is_none()).and_then(|row| row.again.as_ref()) {
                ruled.row(flow, &table, again);
            }
        }
        for row in &table.rows[unit.from..unit.to] {
            if row.again.is_some() {
                group = Some(row);
            }
            if row.height + foot > flow.room() && ruled.rows > 0 {
                // Only when a unit is too tall for a page of its own.
                ruled.end_page(flow, &table);
                flow.new_page();
                ruled.open(flow, &table);
            }
            if let Some(name) = &row.name {
                flow.mark(name);
            }
            ruled.row(flow, &table, row);
            ruled.count(row);
        }
    }
    if count == 0 {
        if table.header.height + tail > flow.room() && !flow.at_top() {
            flow.new_page();
        }
        ruled.open(flow, &table);
    }
    if ruled.pages > 1 {
        ruled.sum(flow, &table, false);
    }
    ruled.sum(flow, &table, true);
    ruled.close(flow, &table);
    if let Some(closing) = closing {
        flow.place(closing);
    }
}

/// Each row with the headings over it; the last two rows together, so that the
/// closing block has more than one row over it where a page can hold them.
fn units(rows: &[SetRow], room: f32) -> Vec<Unit> {
    let mut units = apart(rows);
    if let [.., before, last] = units.as_slice() {
        // The reminder of the group may stand over them on a new page.
        let together = before.height + last.height;
        let reminder = rows.iter().filter_map(|row| row.again.as_ref()).map(|row| row.height);
        if together + reminder.fold(0.0, f32::max) <= room {
            let merged = Unit { from: before.from, to: last.to, height: together };
            units.truncate(units.len() - 2);
            units.push(merged);
        }
    }
    units
}

/// Each row with the headings over it.
fn apart(rows: &[SetRow]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut from = 0;
    let mut height = 0.0;
    for (index, row) in rows.iter().enumerate() {
        height += row.height;
        if !row.keeps_next || index + 1 == rows.len() {
            units.push(Unit { from, to: index + 1, height });
            from = index + 1;
            height = 0.0;
        }
    }
    units
}

/// The lines of the part of a table on one page.
#[derive(Default)]
struct Ruled {
    /// Whether the header stands on this page.
    open: bool,
    top: f32,
    /// Rows since the header.
    rows: usize,
    /// Pages begun.
    pages: usize,
    /// What the amounts on this page come to, by summed column.
    page: Vec<Amounts>,
    /// What those of all pages so far come to.
    whole: Vec<Amounts>,
    /// Where the line at each inner edge began; `None` where cells are merged.
    edges: Vec<Option<f32>>,
}

impl Ruled {
    /// Draws the header.
    fn open(&mut self, flow: &mut Flow, table: &SetTable) {
        let (mut items, mut lines) = (Vec::new(), Vec::new());
        self.open = true;
        self.top = flow.y;
        self.rows = 0;
        self.pages += 1;
        self.page = vec![Amounts::default(); table.summed()];
        self.whole.resize(table.summed(), Amounts::default());
        lines.push(rule((0.0, self.top), (table.width(), self.top), table.line));
        table.header.draw(&table.edges, self.top, &mut items);
        let under = self.top + table.header.upper;
        let groups = table.header.groups(&table.edges);
        lines.extend(groups.map(|(left, right)| rule((left, under), (right, under), table.line)));
        let inner = 1..table.edges.len().saturating_sub(1);
        self.edges = inner.map(|edge| Some(self.top + table.header.edge_top(edge))).collect();
        flow.y += table.header.height;
        lines.push(rule((0.0, flow.y), (table.width(), flow.y), table.line));
        flow.draw(items);
        draw_lines(flow, lines);
        sheet::keep_columns(flow, table);
    }

    /// Draws a row and the line under it.
    fn row(&mut self, flow: &mut Flow, table: &SetTable, row: &SetRow) {
        let (mut items, mut lines) = (Vec::new(), Vec::new());
        for (place, begun) in self.edges.iter_mut().enumerate() {
            let edge = place + 1;
            let merged = row.cells.iter().any(|cell| cell.from < edge && edge < cell.to);
            match (merged, *begun) {
                (true, Some(top)) => {
                    lines.push(rule((table.edges[edge], top), (table.edges[edge], flow.y), table.line));
                    *begun = None;
                }
                (false, None) => *begun = Some(flow.y),
                _ => {}
            }
        }
        row.draw(&table.edges, flow.y, &mut items);
        sheet::keep_row(flow, row);
        flow.y += row.height;
        lines.push(rule((0.0, flow.y), (table.width(), flow.y), table.line));
        flow.draw(items);
        draw_lines(flow, lines);
        flow.page().delegates.extend(row.delegate);
        self.rows += 1;
    }

    /// Counts the amount of a row that is no heading.
    fn count(&mut self, row: &SetRow) {
        if !row.keeps_next {
            for sums in [&mut self.page, &mut self.whole] {
                sums.iter_mut().zip(&row.amounts).for_each(|(sum, amount)| sum.add(*amount));
            }
        }
    }

    /// Draws what this page, or all so far, comes to, where the table is summed.
    fn sum(&mut self, flow: &mut Flow, table: &SetTable, whole: bool) {
        let amounts = if whole { &self.whole } else { &self.page };
        let known: Vec<Option<u64>> = amounts.iter().map(|one| table.said(one)).collect();
        if let Some(row) = table.sum(flow.setter, &known, whole) {
            self.row(flow, table, &row);
        }
    }

    /// Ends the part of the table on a page that is followed by more.
    fn end_page(&mut self, flow: &mut Flow, table: &SetTable) {
        if self.open {
            self.sum(flow, table, false);
        }
        self.close(flow, table);
    }

    /// Draws the upright lines.
    fn close(&mut self, flow: &mut Flow, table: &SetTable) {
        if !self.open {
            return;
        }
        self.open = false;
        let bottom = flow.y;
        let mut lines = Vec::new();
        for x in [0.0, table.width()] {
            // Half a line longer, so that the corners are square.
            let beyond = table.line / 2.0;
            lines.push(rule((x, self.top - beyond), (x, bottom + beyond), table.line));
        }
        for (place, begun) in self.edges.drain(..).enumerate() {
            if let Some(top) = begun.filter(|top| *top < bottom) {
                lines.push(rule((table.edges[place + 1], top), (table.edges[place + 1], bottom), table.line));
            }
        }
        draw_lines(flow, lines);
    }
}

/// Draws lines of a table, and keeps where they are on a page that people sign.
fn draw_lines(flow: &mut Flow, lines: Vec<Rule>) {
    sheet::keep_lines(flow, &lines);
    flow.draw(lines.into_iter().map(Item::Rule));
}
