//! A map of units as a file gives it, and what it means for the registry: which
//! units are new, changed, ended or the same. Pure; the store applies the plan.

mod plan;

use std::sync::LazyLock;

use super::date::FuzzyDate;
use super::id::UnitId;
use super::unit::UnitKind;
use super::unit_tree::{Extent, UnitFields};
use crate::lexicon::{Beginnings, Use, unit_words};
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::fold::fold;

pub use plan::plan;

/// More rows than any map of the country with its residential areas has.
pub const MOST_ROWS: usize = 150_000;

/// One row of the file. What a file has no column for, or leaves empty, stays as
/// the registry has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapRow {
    /// Its number in the file, from 1.
    pub line: u32,
    /// The state's code.
    pub code: Option<String>,
    /// The name with its type.
    pub name: String,
    /// What it is; told by the name otherwise.
    pub kind: Option<UnitKind>,
    /// What it is inside of: a code, or a name with what that is inside of.
    pub parent: Option<String>,
    /// First day of its life.
    pub valid_from: Option<FuzzyDate>,
    /// Last day of its life.
    pub valid_to: Option<FuzzyDate>,
    /// What became of it: codes or names.
    pub successors: Vec<String>,
    /// What in the row could not be read: it is not taken in.
    pub fault: Option<RowFault>,
}

/// Why a row is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// It has no name, or one that is too long, or ends before it starts.
    Fields(super::unit_tree::UnitMistake),
    /// A date that is none.
    Date(String),
    /// A kind nobody knows.
    Kind(String),
    /// The row of this number has the code, too.
    CodeTwice(u32),
    /// The row of this number is the same unit.
    Twice(u32),
    /// No unit has this code or name.
    Unknown(String),
    /// Several units have this name.
    Ambiguous(String),
    /// It would be inside itself.
    Ring,
    /// The tree would have too many levels.
    TooDeep,
    /// It would become itself.
    OwnSuccessor,
    /// What it refers to is in a row that is not taken in.
    Through(u32),
}

impl Explain for RowFault {
    fn explain(&self) -> Sentence {
        match self {
            Self::Fields(mistake) => mistake.explain(),
            Self::Date(text) => Sentence::new("intake-units-date").with("text", text.clone()),
            Self::Kind(text) => Sentence::new("intake-units-kind").with("text", text.clone()),
            Self::CodeTwice(line) => Sentence::new("intake-units-code-twice").with("line", *line),
            Self::Twice(line) => Sentence::new("intake-units-twice").with("line", *line),
            Self::Unknown(text) => Sentence::new("intake-units-unknown").with("text", text.clone()),
            Self::Ambiguous(text) => Sentence::new("intake-units-ambiguous").with("text", text.clone()),
            Self::Ring => Sentence::new("intake-units-ring"),
            Self::TooDeep => Sentence::new("intake-units-too-deep"),
            Self::OwnSuccessor => Sentence::new("intake-units-own-successor"),
            Self::Through(line) => Sentence::new("intake-units-through").with("line", *line),
        }
    }
}

/// A unit of the registry, or the one that a row of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitRef {
    /// It stands in the registry, and no row speaks of it.
    Known(UnitId),
    /// The entry at this place of the plan.
    Row(usize),
}

/// What a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowMeaning {
    /// A unit the registry does not know.
    New,
    /// Something of a unit changes.
    Changed(UnitId),
    /// A living unit ends.
    Ended(UnitId),
    /// The registry says the same.
    Same(UnitId),
    /// It is not taken in.
    Error(RowFault),
}

impl RowMeaning {
    /// The unit of the registry that the row is.
    pub fn known(&self) -> Option<UnitId> {
        match self {
            Self::Changed(id) | Self::Ended(id) | Self::Same(id) => Some(*id),
            Self::New | Self::Error(_) => None,
        }
    }
}

/// One row with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapEntry {
    /// The number of the row in the file.
    pub line: u32,
    /// What the unit will be.
    pub fields: UnitFields,
    /// What it will be inside of.
    pub parent: Option<UnitRef>,
    /// What becomes of it, as far as the registry does not know that.
    pub successors: Vec<(UnitRef, Extent)>,
    /// What the row means.
    pub meaning: RowMeaning,
}

/// What a file means for the registry. Nothing is written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapPlan {
    /// Every row of the file, in its order.
    pub entries: Vec<MapEntry>,
    /// The places of the entries that are written, each after what it is inside of.
    pub order: Vec<usize>,
}

/// How many rows mean what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct MapCounts {
    /// Units the registry does not know.
    pub new: usize,
    /// Units of which something changes.
    pub changed: usize,
    /// Living units that end.
    pub ended: usize,
    /// Units as they are.
    pub same: usize,
    /// Rows that are not taken in.
    pub error: usize,
}

impl MapPlan {
    /// How many rows mean what.
    pub fn counts(&self) -> MapCounts {
        let mut counts = MapCounts::default();
        for entry in &self.entries {
            *match entry.meaning {
                RowMeaning::New => &mut counts.new,
                RowMeaning::Changed(_) => &mut counts.changed,
                RowMeaning::Ended(_) => &mut counts.ended,
                RowMeaning::Same(_) => &mut counts.same,
                RowMeaning::Error(_) => &mut counts.error,
            } += 1;
        }
        counts
    }

    /// Whether applying it would change something.
    pub fn changes(&self) -> bool {
        let counts = self.counts();
        counts.new + counts.changed + counts.ended > 0
    }
}

/// A kind by the word a file has for it, or by the first words of a name.
pub fn kind_of(text: &str) -> Option<UnitKind> {
    static WORDS: LazyLock<Beginnings<UnitKind>> =
        LazyLock::new(|| unit_words(Use::Map).map(|word| (fold(word.word), word.kind.into())).collect());
    // "Thị xã" before "xã" is no matter: words are compared from the beginning; the
    // longest that fits says most ("Tổ chức", "Tổ 3").
    let ends_word = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    WORDS.of(&fold(text)).find(|(_, rest)| ends_word(rest)).map(|(kind, _)| kind)
}

#[cfg(test)]
mod tests;
