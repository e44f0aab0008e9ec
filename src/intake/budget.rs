//! How much of one file is read, over all of its parts, and the wish to stop.
//!
//! A few kilobytes can name one sheet a thousand times, or stretch a cell over a
//! million others. So nothing is bounded part by part: one [`Budget`] goes through a
//! whole reading, every reader pays from it for what it is about to keep or unpack,
//! and asks it in every loop whether to go on.
//!
//! The limits hold together: a file at the limit of all of them takes some three
//! seconds and 300 MB. A list of 100,000 people in 20 columns stays well within them.

use std::cell::Cell;
use std::rc::Rc;

use super::error::Refusal;
use crate::domain::unit_map::MOST_ROWS;
use crate::progress::Progress;

/// What a file may not have more of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Megabytes in the file.
    File,
    /// Megabytes that its packed parts hold, each counted as often as it is read.
    Unpacked,
    /// Megabytes in one part, or in one tag of it.
    Part,
    /// Visible sheets.
    Sheets,
    /// Rows with something in them.
    Rows,
    /// Cells with something in them.
    Cells,
    /// Megabytes of text in cells, and in the table that cells share texts from.
    Text,
    /// Formats of cells.
    Styles,
    /// Cells merged with others.
    Merged,
    /// Tables with headings of their own.
    Tables,
    /// People.
    People,
    /// Rows of a map of units.
    Units,
}

impl Limit {
    /// The most there may be.
    pub const fn most(self) -> usize {
        match self {
            // Lists have some thousand rows and well under one megabyte.
            Self::File => 50,
            // Unpacking and reading 100 MB takes about a second.
            Self::Unpacked => 512,
            Self::Part => 256,
            // One for each commune of the largest province, three times over.
            Self::Sheets => 1_000,
            // All who hold an office of the Front in a large province.
            Self::Rows | Self::People => 200_000,
            // 100,000 rows of 20 columns and their headings; 100 bytes in memory each.
            Self::Cells | Self::Merged => 2_500_000,
            Self::Text => 80,
            // Excel itself knows 65,490, those of cells and those they are based on.
            Self::Styles => 140_000,
            // Every unit of the country of before 2025 and all that followed them.
            Self::Units => MOST_ROWS,
            // A thousand sheets with two tables each.
            Self::Tables => 2_000,
        }
    }

    /// The sentence that says so.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::File => "intake-too-large",
            Self::Unpacked => "intake-limit-unpacked",
            Self::Part => "intake-limit-part",
            Self::Sheets => "intake-limit-sheets",
            Self::Rows => "intake-limit-rows",
            Self::Cells => "intake-limit-cells",
            Self::Text => "intake-limit-text",
            Self::Styles => "intake-limit-styles",
            Self::Merged => "intake-limit-merged",
            Self::Tables => "intake-limit-tables",
            Self::People => "intake-limit-people",
            Self::Units => "intake-limit-units",
        }
    }
}

/// Why a reading ends before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The file has more of something than a list.
    TooMuch(Limit),
    /// The user wishes so.
    Wish,
}

impl From<Stop> for Refusal {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::TooMuch(limit) => Self::TooMuch(limit),
            Stop::Wish => Self::Cancelled,
        }
    }
}

/// What is left for one reading; clones are the same budget.
#[derive(Debug, Clone, Default)]
pub(super) struct Budget(Rc<Spent>);

#[derive(Debug, Default)]
struct Spent {
    progress: Progress,
    unpacked: Cell<usize>,
    sheets: Cell<usize>,
    rows: Cell<usize>,
    cells: Cell<usize>,
    text: Cell<usize>,
    shared: Cell<usize>,
    styles: Cell<usize>,
    merged: Cell<usize>,
    tables: Cell<usize>,
    people: Cell<usize>,
    /// Steps since the wish to stop was asked for.
    steps: Cell<u32>,
    /// Why the reading ends, kept for when a library in between tells it otherwise.
    stop: Cell<Option<Stop>>,
}

/// Bytes with which a record of a workbook begins.
const RECORD: usize = 4;
/// Bytes in a megabyte.
pub(super) const MEGABYTE: usize = 1 << 20;

impl Budget {
    /// For a reading that ends where `progress` asks for it.
    pub fn new(progress: &Progress) -> Self {
        Self(Rc::new(Spent { progress: progress.clone(), ..Spent::default() }))
    }

    /// A step of a loop: asks now and then whether to go on.
    pub fn step(&self) -> Result<(), Stop> {
        const BETWEEN: u32 = 256;
        let steps = self.0.steps.get() + 1;
        self.0.steps.set(steps % BETWEEN);
        if steps < BETWEEN { Ok(()) } else { self.go_on() }
    }

    /// Whether to go on, asked at once.
    pub fn go_on(&self) -> Result<(), Stop> {
        if let Some(stop) = self.0.stop.get() {
            return Err(stop);
        }
        if self.0.progress.is_cancelled() { Err(self.end(Stop::Wish)) } else { Ok(()) }
    }

    /// The wish to stop, for threads that have no budget of their own.
    pub fn wish(&self) -> Progress {
        self.0.progress.clone()
    }

    /// Why the reading ended, if it did: what a library says of it is not the reason.
    pub fn ended(&self) -> Option<Refusal> {
        self.0.stop.get().map(Refusal::from)
    }

    /// Ends the reading for good.
    pub fn end(&self, stop: Stop) -> Stop {
        self.0.stop.set(Some(stop));
        stop
    }

    /// Bytes are unpacked.
    pub fn unpack(&self, bytes: usize) -> Result<(), Stop> {
        self.spend(&self.0.unpacked, bytes, Limit::Unpacked, MEGABYTE)?;
        self.go_on()
    }

    /// A record of a workbook is read: sheets that begin at one place read it again.
    pub fn record(&self, bytes: usize) -> Result<(), Stop> {
        self.spend(&self.0.unpacked, bytes + RECORD, Limit::Unpacked, MEGABYTE)?;
        self.step()
    }

    /// A sheet is read.
    pub fn sheet(&self) -> Result<(), Stop> {
        self.spend(&self.0.sheets, 1, Limit::Sheets, 1)?;
        self.go_on()
    }

    /// A row is kept.
    pub fn row(&self) -> Result<(), Stop> {
        self.spend(&self.0.rows, 1, Limit::Rows, 1)
    }

    /// A cell is kept, with so many bytes of text.
    pub fn cell(&self, text: usize) -> Result<(), Stop> {
        self.spend(&self.0.cells, 1, Limit::Cells, 1)?;
        self.text(text)?;
        self.step()
    }

    /// Bytes of text are kept, or gone through once more.
    pub fn text(&self, bytes: usize) -> Result<(), Stop> {
        self.spend(&self.0.text, bytes, Limit::Text, MEGABYTE)
    }

    /// A text that cells share is kept.
    pub fn shared_text(&self) -> Result<(), Stop> {
        self.spend(&self.0.shared, 1, Limit::Cells, 1)?;
        self.step()
    }

    /// A format of cells or letters is kept.
    pub fn style(&self) -> Result<(), Stop> {
        self.spend(&self.0.styles, 1, Limit::Styles, 1)?;
        self.step()
    }

    /// A cell is met that is merged with another.
    pub fn merged(&self) -> Result<(), Stop> {
        self.spend(&self.0.merged, 1, Limit::Merged, 1)?;
        self.step()
    }

    /// A table with headings of its own is met.
    pub fn table(&self) -> Result<(), Stop> {
        self.spend(&self.0.tables, 1, Limit::Tables, 1)?;
        self.go_on()
    }

    /// So many people are kept.
    pub fn people(&self, count: usize) -> Result<(), Stop> {
        self.spend(&self.0.people, count, Limit::People, 1)?;
        self.go_on()
    }

    fn spend(&self, spent: &Cell<usize>, more: usize, limit: Limit, unit: usize) -> Result<(), Stop> {
        let now = spent.get().saturating_add(more);
        spent.set(now);
        if now <= limit.most() * unit { Ok(()) } else { Err(self.end(Stop::TooMuch(limit))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_spend_from_one_budget() {
        let budget = Budget::default();
        let outcome = (0..Limit::Rows.most()).try_for_each(|_| budget.clone().row());
        assert_eq!(outcome, Ok(()));
        assert_eq!(budget.row(), Err(Stop::TooMuch(Limit::Rows)));
        assert!(matches!(budget.ended(), Some(Refusal::TooMuch(Limit::Rows))));
    }

    #[test]
    fn a_wish_to_stop_is_heard_within_some_steps() {
        let progress = Progress::default();
        let budget = Budget::new(&progress);
        assert_eq!((0..10_000).try_for_each(|_| budget.step()), Ok(()));
        progress.cancel();
        assert_eq!((0..10_000).try_for_each(|_| budget.step()), Err(Stop::Wish));
    }
}
