//! What an imported list means for a session, before anything is written.

mod choice;
mod left;
mod line;

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use choice::{Choice, Collision, Decided, Difference, RowKind};
pub use left::Left;
pub use line::{KeptCounts, KeptLine, LineKind, ListLine, MOST_KEPT, count_of};

use super::delegate::Delegate;
use super::id::{DelegateId, OwnColumnId, PersonId, SessionId};
use super::own_column::{OwnColumn, OwnKind, OwnValue};
use super::person::{PersonDetails, Sensitive};
use crate::sentence::{Sentence, Value};

/// Whom a doubtful row collides with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Twin {
    /// Another row of the same list, by its place in [`ImportPlan::rows`]: row numbers
    /// begin anew in each sheet.
    Row(usize),
    /// A delegate of the session.
    Delegate(DelegateId),
    /// Somebody in the registry who is no delegate.
    Person(PersonId),
}

/// What one row of a list will do to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// Becomes a delegate; `Some` when the registry knows the person already.
    New(Option<PersonId>),
    /// A delegate already; some field differs and will be changed.
    Update(DelegateId),
    /// A delegate already, with the same fields.
    Same(DelegateId),
    /// Exactly or probably someone already listed: left out unless decided
    /// otherwise. The message says why.
    Duplicate(Twin, Sentence),
    /// Cannot be read: which cell, why, what would be right.
    Error(Sentence),
}

/// One person row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Row number in its sheet, from 1, as Excel shows it.
    pub row: u32,
    /// The sheet, where the file has several lists.
    pub sheet: Option<Arc<str>>,
    /// The delegate as it will stand: what the row says, over what was known
    /// where the row is silent, so that writing it erases nothing. For a
    /// duplicate and an error, what the row says alone.
    pub person: PersonDetails,
    /// Number of the cluster the list names, if it has such a column.
    pub cluster: Option<u32>,
    /// What it means.
    pub outcome: RowOutcome,
    /// What of it is sensitive: written only where [`ImportWishes::keep_sensitive`] asks.
    pub sensitive: Sensitive,
    /// What it says in own columns, by their places in [`ImportPlan::own_columns`]; `None` where it says no.
    pub own: Vec<(usize, Option<OwnValue>)>,
    /// What becomes of it.
    pub choice: Choice,
    /// Whom it changes, or may mean.
    pub collision: Option<Box<Collision>>,
    /// What was read but should be looked at.
    pub remarks: Vec<Sentence>,
    /// Why this may be nobody, or not the person as written: left out unless the user takes it in.
    pub doubts: Vec<Sentence>,
}

impl PlannedRow {
    /// A row with what happens to one of its kind.
    pub fn new(row: u32, person: PersonDetails, cluster: Option<u32>, outcome: RowOutcome) -> Self {
        let mut planned = Self {
            row,
            sheet: None,
            person,
            cluster,
            outcome,
            sensitive: Sensitive::default(),
            own: Vec::new(),
            choice: Choice::Skip,
            collision: None,
            remarks: Vec::new(),
            doubts: Vec::new(),
        };
        planned.choice = planned.choices()[0];
        planned
    }
}

impl PlannedRow {
    /// Whether it may be nobody: it is doubtful, or cannot be read.
    pub fn is_doubtful(&self) -> bool {
        !self.doubts.is_empty() || matches!(self.outcome, RowOutcome::Error(_))
    }

    /// Why it is doubtful, by a code: "unread", or that of the first doubt, such as "doubt-one-word".
    pub fn doubt(&self) -> Option<&str> {
        match self.outcome {
            RowOutcome::Error(_) => Some("unread"),
            _ => self.doubts.first().and_then(|doubt| doubt.id.strip_prefix("intake-")),
        }
    }

    /// Whether it is doubtful and does not come in.
    pub fn is_left_in_doubt(&self) -> bool {
        self.is_doubtful() && self.choice == Choice::Skip
    }
}

/// A row as sentences name it: its number, and its sheet where the file has several
/// lists.
pub fn row_name(row: u32, sheet: Option<&str>) -> Value {
    match sheet {
        Some(sheet) => format!("{row} (“{sheet}”)").into(),
        None => row.into(),
    }
}

/// What is wished for a whole list when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportWishes {
    /// Units that the registry does not know are added to its tree.
    pub add_units: bool,
    /// Delegates whose cluster the list does not name go where their unit is served.
    pub by_unit: bool,
    /// Dân tộc, tôn giáo, đảng viên and trình độ are kept.
    pub keep_sensitive: bool,
}

impl Default for ImportWishes {
    fn default() -> Self {
        Self { add_units: true, by_unit: true, keep_sensitive: false }
    }
}

/// An own column of the session that a list fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedColumn {
    /// Its row; `None` for one that is added.
    pub id: Option<OwnColumnId>,
    /// Its heading.
    pub label: String,
    /// What stands in it.
    pub kind: OwnKind,
}

/// What a session and the registry let be chosen for a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOffers {
    /// Units that the list names and the registry does not know, in their order there.
    pub missing_units: Vec<String>,
    /// Whether the session has clusters that serve units.
    pub clusters_serve: bool,
    /// The headings of the session's own columns.
    pub own_columns: Vec<String>,
}

/// What the columns of a layout hold, as the user last said; remembered in the data
/// file, so that the next list of the same headings opens right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The layout's fingerprint: its headings, folded, in their order.
    pub layout: String,
    /// Columns, counted from the first of the table, and the code of what they hold.
    pub columns: Vec<(u32, String)>,
}

/// In what letters the list was written: of those that were not plain Unicode the most
/// frequent, if any cell was converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListEncoding {
    /// Unicode already.
    Unicode,
    /// TCVN3 (ABC), the .VnTime fonts.
    Tcvn3,
    /// VNI, the VNI-Times fonts.
    Vni,
    /// The Vietnamese code page of Windows.
    #[serde(rename = "windows-1258")]
    Windows1258,
    /// UTF-8 that another program took for a code page: "Nguyá»…n".
    #[serde(rename = "utf-8-misread")]
    Misread,
    /// Letters written as numbers or names, as web pages have them: "Nguy&#7877;n".
    #[serde(rename = "spelled-out")]
    SpelledOut,
    /// The keys themselves, typed while the input method was off: "Nguyeenx".
    #[serde(rename = "raw-keys")]
    TypedKeys,
}

/// A list, read and compared, ready to be applied in one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// The session it is for.
    pub session: SessionId,
    /// Name of the file, for the history.
    pub source: String,
    /// In what letters it was written.
    pub encoding: ListEncoding,
    /// One entry per person row, in the order of the file: row numbers rise within a
    /// sheet.
    pub rows: Vec<PlannedRow>,
    /// The own columns that it fills.
    pub own_columns: Vec<PlannedColumn>,
    /// What is wished for all of it.
    pub wishes: ImportWishes,
    /// Every line of the list, in the order of the file.
    pub lines: Vec<ListLine>,
    /// Whose list it is, where the list or the user says so.
    pub commune: Option<String>,
    /// What it leaves open, compared with the session.
    pub remarks: Vec<Sentence>,
}

/// A list that was read in, as the session remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRecord {
    /// Its number in the data file.
    pub id: i64,
    /// Name of the file, without its folder.
    pub source: String,
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// What became of its rows.
    pub counts: ImportCounts,
    /// How many doubtful rows were left out.
    pub doubtful: usize,
    /// How many lines did not come in: of more than 5,000 only the first are kept.
    pub left_lines: usize,
    /// How many of those that are kept were not taken in since, by their kinds.
    pub kept: KeptCounts,
    /// Whose list it was, where the list or the user said so.
    pub commune: Option<String>,
}

/// How many rows have each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    /// Rows that become delegates.
    pub new: usize,
    /// Rows that change a delegate.
    pub update: usize,
    /// Rows that change nothing.
    pub same: usize,
    /// Rows that need a decision.
    pub duplicate: usize,
    /// Rows that could not be read.
    pub error: usize,
    /// Lines that stay out and behind which somebody may stand, these rows among them.
    #[serde(skip)]
    pub left: usize,
}

impl std::ops::AddAssign for ImportCounts {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.update += other.update;
        self.same += other.same;
        self.duplicate += other.duplicate;
        self.error += other.error;
        self.left += other.left;
    }
}

impl ImportCounts {
    /// Counts what the choice about a row does.
    fn add(&mut self, row: &PlannedRow) {
        match (row.choice, &row.outcome) {
            (Choice::Add, _) => self.new += 1,
            (Choice::Update, RowOutcome::New(_)) => self.new += 1,
            (Choice::Update, _) => self.update += 1,
            (Choice::Skip, RowOutcome::Same(_)) => self.same += 1,
            (Choice::Skip, RowOutcome::Error(_)) => self.error += 1,
            (Choice::Skip, _) => self.duplicate += 1,
        }
    }
}

impl ImportPlan {
    /// Counts the outcomes.
    pub fn counts(&self) -> ImportCounts {
        self.counts_of(0..self.rows.len())
    }

    /// Counts the outcomes of the rows in these places, such as those of one sheet.
    pub fn counts_of(&self, places: std::ops::Range<usize>) -> ImportCounts {
        let mut counts = ImportCounts::default();
        for row in self.rows.get(places).unwrap_or_default() {
            match row.outcome {
                RowOutcome::New(_) => counts.new += 1,
                RowOutcome::Update(_) => counts.update += 1,
                RowOutcome::Same(_) => counts.same += 1,
                RowOutcome::Duplicate(..) => counts.duplicate += 1,
                RowOutcome::Error(_) => counts.error += 1,
            }
        }
        counts
    }

    /// Counts what the choices do: a row left out by choice counts as a duplicate.
    pub fn done(&self) -> ImportCounts {
        let mut counts = ImportCounts::default();
        for row in &self.rows {
            counts.add(row);
        }
        counts.left = self.left().count();
        counts
    }

    /// How many rows are doubtful.
    pub fn doubtful(&self) -> usize {
        self.rows.iter().filter(|row| row.is_doubtful()).count()
    }

    /// Takes in the doubtful rows, as if there were no doubt; those that cannot be read stay out.
    pub fn take_doubtful(&mut self) {
        let doubtful: Vec<usize> =
            (0..self.rows.len()).filter(|at| !self.rows[*at].doubts.is_empty()).collect();
        for at in doubtful {
            let choice = self.rows[at].choices().iter().copied().find(|choice| *choice != Choice::Skip);
            if let (Some(choice), false) =
                (choice, matches!(self.rows[at].outcome, RowOutcome::Duplicate(..)))
            {
                self.choose(&[at], choice);
            }
        }
    }

    /// Whether any row says something sensitive.
    pub fn is_sensitive(&self) -> bool {
        self.rows.iter().any(|row| !row.sensitive.is_empty())
    }

    /// Whether the person of a row stands in the registry already.
    pub fn knows(&self, row: &PlannedRow) -> bool {
        match &row.outcome {
            RowOutcome::New(person) => person.is_some(),
            RowOutcome::Update(_)
            | RowOutcome::Same(_)
            | RowOutcome::Duplicate(Twin::Delegate(_) | Twin::Person(_), _) => true,
            // A row that others repeat is no duplicate itself, so this ends here.
            RowOutcome::Duplicate(Twin::Row(first), _) => {
                self.rows.get(*first).is_some_and(|first| match first.outcome {
                    RowOutcome::New(person) => person.is_some(),
                    RowOutcome::Update(_) | RowOutcome::Same(_) => true,
                    RowOutcome::Duplicate(..) | RowOutcome::Error(_) => false,
                })
            }
            RowOutcome::Error(_) => false,
        }
    }
}

/// What must be known of the data file to plan an import.
#[derive(Debug, Clone, Default)]
pub struct KnownPeople {
    /// Delegates of the session, withdrawn ones included.
    pub delegates: Vec<Delegate>,
    /// People of the registry whose folded name occurs in the list.
    pub people: Vec<(PersonId, PersonDetails)>,
    /// The session's own columns.
    pub own_columns: Vec<OwnColumn>,
    /// The names of the registry's units.
    pub units: Vec<String>,
    /// Those who were taken off the session's list, with the delegates they were there.
    pub removed: HashMap<PersonId, DelegateId>,
}
