//! A table measured: its header and its rows with their heights.

use super::flow::{LEADING, baseline};
use super::line::Line;
use super::page::{Colour, Item, Rule};
use super::run::Style;
use super::typesetter::Typesetter;
use crate::domain::id::{DelegateId, SittingId};
use crate::paper::content::{Align, Amounts, Cell, Column, Row, Span, Sums, Table};
use crate::paper::font::{Face, composed};
use crate::paper::measures::{CELL_PADDING, MM, ROW_PADDING};

/// Size of the column headings over cells of a size.
pub fn head_size(cells: f32) -> f32 {
    cells - 0.5
}

/// Line height of cells as a multiple of the size: two lines of Vietnamese clear each other.
const CELL_LEADING: f32 = 1.15;

/// A table ready to be placed.
pub struct SetTable {
    /// The edges of the columns, from the left margin.
    pub edges: Vec<f32>,
    /// Its header.
    pub header: Header,
    /// Its rows.
    pub rows: Vec<SetRow>,
    /// Thickness of its lines.
    pub line: f32,
    /// The columns in which people sign, and for which sittings.
    pub signed: Vec<(usize, Vec<SittingId>)>,
    /// Size of its text.
    size: f32,
    /// Where the text of its columns stands.
    aligns: Vec<Align>,
    /// What is summed.
    sums: Option<Sums>,
}

/// Thickness of the lines of a table.
const LINE: f32 = 0.5;

/// Thickness of the lines of a table in which people sign: thinner ones are lost on copies.
const SIGNED_LINE: f32 = 0.75;

/// Height of a row that says a sum, in millimetres.
const SUM_HEIGHT: f32 = 7.5;

/// A row ready to be placed.
#[derive(Clone)]
pub struct SetRow {
    /// Its height.
    pub height: f32,
    /// Size of its text.
    size: f32,
    /// Its text by cell.
    pub cells: Vec<SetCell>,
    /// Printed struck through.
    pub struck: bool,
    /// Must have the next row under it on the same page: a group heading.
    pub keeps_next: bool,
    /// For a heading: how it is said again after a page break.
    pub again: Option<Box<SetRow>>,
    /// For a heading: what the outline of the file calls its group.
    pub name: Option<String>,
    /// Whom it is about.
    pub delegate: Option<DelegateId>,
    /// Its STT, in a table in which people sign.
    pub number: Option<u32>,
    /// Its amounts in the summed columns; `None` where it has none.
    pub amounts: Vec<Option<u64>>,
}

/// The text of a cell.
#[derive(Clone)]
pub struct SetCell {
    /// First column.
    pub from: usize,
    /// Not struck through with its row.
    unstruck: bool,
    /// One past its last column.
    pub to: usize,
    /// Where its text stands.
    pub align: Align,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The header.
pub struct Header {
    /// Height of the group headings; 0 without any.
    pub upper: f32,
    /// Height of all of it.
    pub height: f32,
    /// Size of its text.
    size: f32,
    /// Group headings: first column, one past the last, text.
    groups: Vec<(usize, usize, Vec<Line>)>,
    /// Column headings, and whether a group stands over them.
    titles: Vec<(bool, Vec<Line>)>,
}

/// Height of some lines of a cell with the room around them.
fn height_of(lines: usize, size: f32) -> f32 {
    lines as f32 * size * CELL_LEADING + 2.0 * ROW_PADDING
}

impl SetTable {
    /// Measures a table with columns of the given widths.
    pub fn new(setter: &mut Typesetter, table: &Table, widths: &[f32]) -> Self {
        let mut edges = vec![0.0];
        let mut edge = 0.0;
        for width in widths {
            edge += width;
            edges.push(edge);
        }
        let header = Header::new(setter, &table.columns, &edges, head_size(table.text_size));
        let least = table.row_height * MM;
        let rows = table.rows.iter().map(|row| set_row(setter, table, row, &edges, least)).collect();
        setter.about(None);
        let aligns = table.columns.iter().map(|column| column.align).collect();
        let columns = table.columns.iter().enumerate();
        let signed = columns.filter_map(|(index, column)| Some((index, column.signed.clone()?)));
        Self {
            edges,
            header,
            rows,
            line: if table.is_signed() { SIGNED_LINE } else { LINE },
            signed: signed.collect(),
            size: table.text_size,
            aligns,
            sums: table.sums.clone(),
        }
    }

    /// Whole width.
    pub fn width(&self) -> f32 {
        self.edges.last().copied().unwrap_or(0.0)
    }

    /// Height of the row that says a sum; 0 where nothing is summed.
    pub fn sum_height(&self) -> f32 {
        if self.sums.is_some() { SUM_HEIGHT * MM } else { 0.0 }
    }

    /// How many columns are summed.
    pub fn summed(&self) -> usize {
        self.sums.as_ref().map_or(0, |sums| sums.columns.len())
    }

    /// What is said of the amounts of a column; nothing where nothing is summed.
    pub fn said(&self, amounts: &Amounts) -> Option<u64> {
        self.sums.as_ref().and_then(|sums| sums.said(amounts))
    }

    /// The row that says what a page, or all of them, comes to. Blank where an
    /// amount is not known: it is filled in by hand.
    pub fn sum(&self, setter: &mut Typesetter, amounts: &[Option<u64>], whole: bool) -> Option<SetRow> {
        let sums = self.sums.as_ref()?;
        let cells = sums.row(if whole { &sums.whole } else { &sums.page }, amounts);
        let cells = set_cells(setter, &cells, 0, &self.aligns, &self.edges, self.size);
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        Some(SetRow {
            height: height_of(lines, self.size).max(SUM_HEIGHT * MM),
            size: self.size,
            cells,
            struck: false,
            keeps_next: false,
            again: None,
            name: None,
            delegate: None,
            number: None,
            amounts: Vec::new(),
        })
    }

    /// Divides rows that are taller than `limit`, so that no row outgrows a page.
    pub fn divide(&mut self, limit: f32) {
        if self.rows.iter().all(|row| row.height <= limit) {
            return;
        }
        let lines = (((limit - 2.0 * ROW_PADDING) / (self.size * CELL_LEADING)) as usize).max(1);
        self.rows = std::mem::take(&mut self.rows)
            .into_iter()
            .flat_map(|row| if row.height <= limit { vec![row] } else { pieces(row, lines) })
            .collect();
    }
}

/// A row in pieces of so many lines.
fn pieces(row: SetRow, lines: usize) -> Vec<SetRow> {
    let longest = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
    let count = longest.div_ceil(lines);
    (0..count)
        .map(|piece| {
            let part = |cell: &SetCell| {
                let lines = cell.lines.iter().skip(piece * lines).take(lines).cloned().collect();
                SetCell { lines, ..*cell }
            };
            let last = piece + 1 == count;
            SetRow {
                height: height_of((longest - piece * lines).min(lines), row.size),
                size: row.size,
                cells: row.cells.iter().map(part).collect(),
                struck: row.struck,
                keeps_next: row.keeps_next && last,
                again: if last { row.again.clone() } else { None },
                name: row.name.clone().filter(|_| piece == 0),
                delegate: row.delegate.filter(|_| piece == 0),
                number: row.number.filter(|_| piece == 0),
                amounts: row
                    .amounts
                    .iter()
                    .map(|one| one.map(|one| if piece == 0 { one } else { 0 }))
                    .collect(),
            }
        })
        .collect()
}

/// Measures the cells of a row from a column on.
fn set_cells(
    setter: &mut Typesetter,
    cells: &[Cell],
    first: usize,
    aligns: &[Align],
    edges: &[f32],
    size: f32,
) -> Vec<SetCell> {
    let mut set = Vec::with_capacity(cells.len());
    let mut from = first;
    for Cell { text, extra_columns, bold, unstruck, .. } in cells {
        let to = (from + 1 + extra_columns).min(aligns.len());
        if from >= to {
            break;
        }
        let align = if *extra_columns > 0 { Align::Centre } else { aligns[from] };
        let width = edges[to] - edges[from] - 2.0 * CELL_PADDING;
        let lines = if text.is_empty() {
            Vec::new()
        } else {
            let span = if *bold { Span::bold(text) } else { Span::plain(text) };
            setter.lines(&[span], Style::body(size), width.max(1.0))
        };
        set.push(SetCell { from, to, align, unstruck: *unstruck, lines });
        from = to;
    }
    set
}

/// The name in a heading: what is bold in it, or all of it.
fn name_of(spans: &[Span]) -> String {
    let said =
        |bold: bool| spans.iter().filter(move |span| span.bold || !bold).map(|span| span.text.as_str());
    let name: String = said(spans.iter().any(|span| span.bold)).collect();
    composed(name.trim()).into_owned()
}

/// Measures a row.
fn set_row(setter: &mut Typesetter, table: &Table, row: &Row, edges: &[f32], least: f32) -> SetRow {
    let size = table.text_size;
    let style = Style::body(size);
    let columns = table.columns.len();
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    match row {
        Row::Heading { spans, again, sums, .. } => {
            setter.about(None);
            let mut heading = |spans: &[Span], most: usize, sums: &[Cell]| {
                let to = columns.saturating_sub(sums.len());
                let width = edges[to] - 2.0 * CELL_PADDING;
                let mut lines = setter.lines(spans, style, width.max(1.0));
                lines.truncate(most);
                let mut cells = vec![SetCell { from: 0, to, align: Align::Left, unstruck: false, lines }];
                cells.extend(set_cells(setter, sums, to, &aligns, edges, size));
                let tallest = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
                SetRow {
                    height: height_of(tallest, size).max(least.min(7.0 * MM)),
                    size,
                    cells,
                    struck: false,
                    keeps_next: true,
                    again: None,
                    name: None,
                    delegate: None,
                    number: None,
                    amounts: Vec::new(),
                }
            };
            // A reminder is one line however long the name of the group.
            let again = heading(again, 1, &[]);
            let name = Some(name_of(spans));
            SetRow { again: Some(Box::new(again)), name, ..heading(spans, usize::MAX, sums) }
        }
        Row::Cells { cells, struck, subject } => {
            setter.about(subject.as_ref().map(|subject| subject.name.as_str()));
            let set = set_cells(setter, cells, 0, &aligns, edges, size);
            let most = set.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
            SetRow {
                height: height_of(most, size).max(least),
                size,
                cells: set,
                struck: *struck,
                keeps_next: false,
                again: None,
                name: None,
                delegate: subject.as_ref().map(|subject| subject.delegate),
                number: cells.first().filter(|_| table.is_signed()).and_then(|cell| cell.text.parse().ok()),
                amounts: table.sums.iter().flat_map(|sums| sums.amounts(cells)).collect(),
            }
        }
    }
}

impl SetRow {
    /// Draws its text with the row's top at `y`.
    pub fn draw(&self, edges: &[f32], y: f32, into: &mut Vec<Item>) {
        for cell in &self.cells {
            let (left, right) = (edges[cell.from], edges[cell.to]);
            let first = into.len();
            draw_lines(&cell.lines, cell.align, self.size, (left, right), (y, self.height), into);
            if self.struck && !cell.unstruck {
                strike(first, into);
            }
        }
    }
}

/// Draws lines in the middle of a cell's height.
fn draw_lines(
    lines: &[Line],
    align: Align,
    size: f32,
    (left, right): (f32, f32),
    (top, height): (f32, f32),
    into: &mut Vec<Item>,
) {
    let mut y = top + (height - lines.len() as f32 * size * CELL_LEADING) / 2.0;
    for line in lines {
        let x = match align {
            Align::Left => left + CELL_PADDING,
            Align::Centre => (left + right - line.width(size)) / 2.0,
            Align::Right => right - CELL_PADDING - line.width(size),
        };
        line.clone().draw(
            x,
            y + baseline(size) - size * (LEADING - CELL_LEADING) / 2.0,
            size,
            Colour::BLACK,
            into,
        );
        y += size * CELL_LEADING;
    }
}

/// Strikes through the text drawn since `first`.
fn strike(first: usize, into: &mut Vec<Item>) {
    let rules: Vec<Item> = into[first..]
        .iter()
        .filter_map(|item| {
            let Item::Text(text) = item else { return None };
            let y = text.y - text.size * Face::Regular.metrics().x_height as f32 / 2000.0;
            Some(Item::Rule(Rule {
                from: (text.x - 1.0, y),
                to: (text.x + text.width() + 1.0, y),
                thickness: 0.7,
                colour: Colour::BLACK,
            }))
        })
        .collect();
    into.extend(rules);
}

impl Header {
    fn new(setter: &mut Typesetter, columns: &[Column], edges: &[f32], size: f32) -> Self {
        let style = Style::body(size);
        let room = |from: usize, to: usize| (edges[to] - edges[from] - 2.0 * CELL_PADDING + 2.0).max(1.0);
        let mut groups: Vec<(usize, usize, Vec<Line>)> = Vec::new();
        let mut index = 0;
        while index < columns.len() {
            let from = index;
            index += 1;
            if let Some(group) = &columns[from].group {
                while columns.get(index).is_some_and(|next| next.group.as_ref() == Some(group)) {
                    index += 1;
                }
                let lines = setter.lines(&[Span::bold(group)], style, room(from, index));
                groups.push((from, index, lines));
            }
        }
        let titles: Vec<(bool, Vec<Line>)> = columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let lines = setter.lines(&[Span::bold(&column.title)], style, room(index, index + 1));
                (column.group.is_some(), lines)
            })
            .collect();
        let tallest = |grouped: bool| {
            let lines = titles.iter().filter(|(group, _)| *group == grouped).map(|(_, lines)| lines.len());
            height_of(lines.max().unwrap_or(0), size) + 1.5
        };
        let upper = match groups.iter().map(|(_, _, lines)| lines.len()).max() {
            Some(lines) => height_of(lines, size) + 1.5,
            None => 0.0,
        };
        let lower = if upper > 0.0 { tallest(true) } else { 0.0 };
        Self { upper, height: tallest(false).max(upper + lower), size, groups, titles }
    }

    /// Draws its text with the header's top at `y`.
    pub fn draw(&self, edges: &[f32], y: f32, into: &mut Vec<Item>) {
        let centre = Align::Centre;
        for (from, to, lines) in &self.groups {
            let across = (edges[*from], edges[*to]);
            draw_lines(lines, centre, self.size, across, (y, self.upper), into);
        }
        for (index, (grouped, lines)) in self.titles.iter().enumerate() {
            let top = if *grouped { y + self.upper } else { y };
            let across = (edges[index], edges[index + 1]);
            draw_lines(lines, centre, self.size, across, (top, y + self.height - top), into);
        }
    }

    /// Where the lines under its group headings begin and end.
    pub fn groups<'a>(&'a self, edges: &'a [f32]) -> impl Iterator<Item = (f32, f32)> + 'a {
        self.groups.iter().map(|&(from, to, _)| (edges[from], edges[to]))
    }

    /// Where the line between two columns begins, under the header's top.
    pub fn edge_top(&self, edge: usize) -> f32 {
        let inside = self.groups.iter().any(|&(from, to, _)| from < edge && edge < to);
        if inside { self.upper } else { 0.0 }
    }
}

/// A black line.
pub fn rule(from: (f32, f32), to: (f32, f32), thickness: f32) -> Rule {
    Rule { from, to, thickness, colour: Colour::BLACK }
}
