//! Tables: columns, rows, cells and what their amounts come to.

use super::{Span, Subject};
use crate::domain::id::SittingId;
use crate::vietnamese::number;

/// How wide a column is, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Always the same.
    Fixed(f32),
    /// As wide as its text wants to be, within limits. `share` is the part of its
    /// cells that should fit on one line (0–1); a `firm` column is narrowed last.
    Text {
        /// At least.
        min: f32,
        /// At most.
        max: f32,
        /// Part of the cells that should fit on one line.
        share: f32,
        /// Narrowed only after the others.
        firm: bool,
    },
    /// Shares what the others leave.
    Fill {
        /// At least.
        min: f32,
        /// At most.
        max: f32,
    },
}

/// Where text stands in its cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right: amounts, whose figures stand under each other.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// A heading over this and its neighbours with the same one: "Ký tên (25/9/2020)".
    pub group: Option<String>,
    /// How wide it is.
    pub width: Width,
    /// Where its text stands.
    pub align: Align,
    /// For a column in which people sign: for which sittings, none on a list of money or of documents.
    pub signed: Option<Vec<SittingId>>,
}

impl Column {
    /// A column that says something, alone under its heading.
    pub fn new(title: &str, width: Width, align: Align) -> Self {
        Self { title: title.to_owned(), group: None, width, align, signed: None }
    }

    /// A column in which people sign.
    pub fn signed(title: &str, width: Width, sittings: Vec<SittingId>) -> Self {
        Self { signed: Some(sittings), ..Self::new(title, width, Align::Centre) }
    }
}

/// A table with a header that repeats on every page.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns. Where people sign in some of them, the first says the STT.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Least height of a row in millimetres: room to sign in.
    pub row_height: f32,
    /// Size of its text in points: [`LIST_SIZE`], [`PROGRAMME_SIZE`] or [`LETTER_SIZE`].
    pub text_size: f32,
    /// What is summed at its end, and at the foot of each page where it has several.
    pub sums: Option<Sums>,
}

impl Table {
    /// Whether people sign in it.
    pub fn is_signed(&self) -> bool {
        self.columns.iter().any(|column| column.signed.is_some())
    }

    /// The row under all others that says what they come to, where a table is
    /// summed. Blank where a row has no amount: both are filled in by hand.
    pub fn total(&self) -> Option<Row> {
        let sums = self.sums.as_ref()?;
        let mut totals = vec![Amounts::default(); sums.columns.len()];
        for row in &self.rows {
            if let Row::Cells { cells, .. } = row {
                totals.iter_mut().zip(sums.amounts(cells)).for_each(|(total, amount)| total.add(amount));
            }
        }
        let known: Vec<Option<u64>> = totals.iter().map(|total| sums.said(total)).collect();
        let cells = sums.row(&sums.whole, &known);
        Some(Row::Cells { cells, struck: false, subject: None })
    }
}

/// Dots to write a sum on.
const DOTS: &str = "…………";

/// The sums of columns of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// The columns that hold the [amounts](Cell::amount), from left to right, not the first of all.
    pub columns: Vec<usize>,
    /// Before the sums of a page: "Cộng trang".
    pub page: String,
    /// Before the sums of all: "Tổng cộng".
    pub whole: String,
    /// What the rows come to is written by hand: dots stand for every sum.
    pub by_hand: bool,
    /// The rows that have an amount are summed, whatever others have none yet: the paper says which those are.
    pub partial: bool,
}

impl Sums {
    /// What is said of the amounts of a column.
    pub fn said(&self, amounts: &Amounts) -> Option<u64> {
        if self.partial { amounts.part() } else { amounts.known() }
    }

    /// The amounts of a row in the summed columns; `None` where it has none.
    pub fn amounts<'a>(&'a self, cells: &'a [Cell]) -> impl Iterator<Item = Option<u64>> + 'a {
        self.columns.iter().map(|&column| cell_at(cells, column).and_then(|cell| cell.amount))
    }

    /// The cells of a row that says sums after a label; blank for those that are not known.
    pub fn row(&self, label: &str, amounts: &[Option<u64>]) -> Vec<Cell> {
        let first = self.columns.first().copied().unwrap_or(1).max(1);
        let mut cells = vec![Cell::total(label, first - 1)];
        let mut next = first;
        for (&column, amount) in self.columns.iter().zip(amounts) {
            cells.extend((next..column).map(|_| Cell::default()));
            let sum = match self.by_hand {
                true => Cell::new(DOTS),
                false => Cell::known_amount(*amount).reckoned(Reckoned::Sum),
            };
            cells.push(Cell { bold: true, ..sum });
            next = column + 1;
        }
        cells
    }
}

/// What the amounts of some rows come to in one column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amounts {
    sum: u64,
    /// Whether any row was counted.
    some: bool,
    /// Whether a row had none: its amount is written in by hand, and so is the sum.
    by_hand: bool,
    /// Whether a row had one.
    counted: bool,
}

impl Amounts {
    /// Counts the amount of a row.
    pub fn add(&mut self, amount: Option<u64>) {
        self.some = true;
        self.by_hand |= amount.is_none();
        self.counted |= amount.is_some();
        self.sum = self.sum.saturating_add(amount.unwrap_or(0));
    }

    /// The sum of the rows that have an amount, where any has.
    pub fn part(&self) -> Option<u64> {
        self.counted.then_some(self.sum)
    }

    /// The sum, where every row has an amount.
    pub fn known(&self) -> Option<u64> {
        (self.some && !self.by_hand).then_some(self.sum)
    }
}

/// The cell of a row in one column alone; `None` under one that covers several.
pub fn cell_at(cells: &[Cell], column: usize) -> Option<&Cell> {
    let mut at = 0;
    cells.iter().find(|cell| {
        let from = at;
        at += 1 + cell.extra_columns;
        from == column && cell.extra_columns == 0
    })
}

/// Size of the text of lists, which have many columns.
pub const LIST_SIZE: f32 = crate::paper::measures::CELL;

/// Size of the text of tables of a few columns within letters: near the text around
/// them, 13–14 in Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub const LETTER_SIZE: f32 = 13.0;

/// Size of the text of tables of longer texts, such as a programme, which should
/// keep to a page.
pub const PROGRAMME_SIZE: f32 = 12.0;

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A group heading across the table. Never the last row of a page; said
    /// again with `again` where its group goes on after a page break.
    Heading {
        /// What it says.
        spans: Vec<Span>,
        /// What it says on the next page.
        again: Vec<Span>,
        /// The cells of the last columns, where its group is summed; empty for a
        /// heading that has the whole width.
        sums: Vec<Cell>,
        /// The number that its last words say, where it is how many rows of its group have something in their second
        /// column and are not struck.
        count: Option<usize>,
    },
    /// Ordinary cells.
    Cells {
        /// One for each column, fewer when some span.
        cells: Vec<Cell>,
        /// Printed struck through: withdrawn after the list was fixed.
        struck: bool,
        /// Whom it is about: the name for findings, the delegate for print runs.
        subject: Option<Subject>,
    },
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How many columns it covers besides its own.
    pub extra_columns: usize,
    /// Printed bold: a total.
    pub bold: bool,
    /// Never struck through with its row: it says why that is.
    pub unstruck: bool,
    /// The figure that its text says, in its [`unit`](Self::unit): counted by [`Sums`], a number in a workbook.
    pub amount: Option<u64>,
    /// What the figure is of, and so how it is written.
    pub unit: Unit,
    /// How the figure comes about: what a workbook reckons anew.
    pub reckoned: Reckoned,
}

/// What a figure is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unit {
    /// Đồng, or so many of something, in groups of three digits: "1.250.000".
    #[default]
    Whole,
    /// So many of something in two digits at least: "01".
    TwoDigits,
    /// Hundredths of something else: "10%".
    Percent,
}

/// How the figure of a cell comes about, where it follows from others of its table. Columns are counted from 0 and are
/// those of the same row.
///
/// A workbook says it as a formula, so that a price which is changed there is carried through; where the figure is not
/// known yet, the formula gives it as soon as what it follows from is filled in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reckoned {
    /// It was entered, or follows from more than the table says.
    #[default]
    No,
    /// One column times another: so many at such a price.
    Product(usize, usize),
    /// One column less another: what remains after the tax.
    Difference(usize, usize),
    /// One column's amount times another's percent, in whole đồng without what is left over: the tax.
    Share(usize, usize),
    /// A percent from some least amount in a column on, 0 below: the rate of a tax.
    Rate {
        /// The column of the amounts.
        of: usize,
        /// The least amount, in đồng.
        from: u32,
        /// The rate from there on.
        percent: u8,
    },
    /// The sum of its column: in a heading of the rows of its group, else of all rows over it that are no sums.
    Sum,
}

impl Cell {
    /// A cell of one column.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell that says why its row is struck through, and is not.
    pub fn unstruck(text: impl Into<String>) -> Self {
        Self { text: text.into(), unstruck: true, ..Self::default() }
    }

    /// A bold cell of one column and so many more.
    pub fn total(text: impl Into<String>, extra_columns: usize) -> Self {
        Self { text: text.into(), extra_columns, bold: true, ..Self::default() }
    }

    /// An amount in đồng: "1.250.000".
    pub fn amount(dong: u64) -> Self {
        Self { text: number::grouped(dong), amount: Some(dong), ..Self::default() }
    }

    /// An amount in đồng; blank where it is not known.
    pub fn known_amount(dong: Option<u64>) -> Self {
        dong.map(Self::amount).unwrap_or_default()
    }

    /// So many, in two digits at least: "01".
    pub fn two_digits(count: u64) -> Self {
        Self { text: format!("{count:02}"), amount: Some(count), unit: Unit::TwoDigits, ..Self::default() }
    }

    /// A rate: "10%".
    pub fn percent(percent: u64) -> Self {
        Self { text: format!("{percent}%"), amount: Some(percent), unit: Unit::Percent, ..Self::default() }
    }

    /// The same cell, reckoned from others.
    #[must_use]
    pub fn reckoned(self, reckoned: Reckoned) -> Self {
        Self { reckoned, ..self }
    }
}
