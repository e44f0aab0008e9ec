//! Own columns of a session (cột riêng): what an office notes of its delegates beyond the usual fields, such as the bus,
//! the room, who eats no meat; and the discussion group (tổ thảo luận), which is a column of a kind of its own.
//!
//! A column holds its values itself, so that none can stand in a session without its column, and each was read as the
//! kind of its column reads it.

pub mod discussion;
mod value;

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use value::{LONGEST_VALUE, OwnValue};

use super::id::{DelegateId, OwnColumnId};
use super::person_field::PersonField;
use crate::lexicon::File;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::words;

/// No session has more: the table of the window and papers have no room for them.
pub const MOST_COLUMNS: usize = 12;

/// More characters than this are no heading of a column.
pub const LONGEST_LABEL: usize = 60;

/// What the column of discussion groups is called, where nobody called it otherwise.
pub const GROUP_LABEL: &str = "Tổ thảo luận";

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnKind {
    /// A line of text: "Xe 2", "Phòng 305".
    Text,
    /// A number, with a comma before its decimals.
    Number,
    /// Yes; no is nothing.
    YesNo,
    /// The discussion group: "Tổ 3". A session has one such column at most.
    Group,
}

impl OwnKind {
    /// Every kind, the most frequent first.
    pub const ALL: [Self; 4] = [Self::Text, Self::YesNo, Self::Number, Self::Group];
}

/// A column of a session, with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnColumn {
    /// Its row.
    pub id: OwnColumnId,
    /// Its heading.
    pub label: String,
    /// What stands in it.
    pub kind: OwnKind,
    /// What stands there of whom; nobody of whom it is empty.
    pub values: BTreeMap<DelegateId, OwnValue>,
}

impl OwnColumn {
    /// What stands there of somebody.
    pub fn value(&self, delegate: DelegateId) -> Option<&OwnValue> {
        self.values.get(&delegate)
    }

    /// The same as lists show it: "x" for yes, nothing where it is empty.
    pub fn shown(&self, delegate: DelegateId) -> &str {
        self.value(delegate).map_or("", |value| self.kind.shown(value))
    }

    /// Whether it is the one of that heading: capitals, marks and signs do not count.
    pub fn is_called(&self, label: &str) -> bool {
        is_same_label(&self.label, label)
    }

    /// The different values, in their order; each in the spelling of the first.
    pub fn different(&self) -> Vec<&OwnValue> {
        let mut all: Vec<&OwnValue> = self.values.values().collect();
        all.sort_by(|one, other| self.kind.compare(one, other));
        all.dedup_by(|one, other| one.is_same(other));
        all
    }

    /// How two delegates follow each other by what stands here: who has nothing comes last.
    pub fn compare(&self, one: DelegateId, other: DelegateId) -> Ordering {
        match (self.value(one), self.value(other)) {
            (Some(one), Some(other)) => self.kind.compare(one, other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// The column of that heading, if there is one.
pub fn called<'a>(columns: &'a [OwnColumn], label: &str) -> Option<&'a OwnColumn> {
    columns.iter().find(|column| column.is_called(label))
}

/// The column of discussion groups, if there is one.
pub fn of_groups(columns: &[OwnColumn]) -> Option<&OwnColumn> {
    columns.iter().find(|column| column.kind == OwnKind::Group)
}

/// Whether two headings are one.
pub fn is_same_label(one: &str, other: &str) -> bool {
    one == other || words(one) == words(other)
}

/// Headings that can also be meant otherwise: "Phòng" is a place of work, or a room; and those that are not for us.
const NOT_FIXED: [&str; 5] = ["unit", "hamlet", "commune", "address", "other"];

/// Headings of the fields that every delegate has: a list would fill those.
fn is_fixed(label: &str) -> bool {
    static FIXED: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let is_clear = |section: &str| !NOT_FIXED.contains(&section) && !section.contains(" under ");
        let entries = File::Headings.entries().iter().filter(|entry| is_clear(entry.section));
        let fields = PersonField::ALL.iter().map(|field| words(field.about().heading));
        entries.map(|entry| words(entry.word)).chain(fields).collect()
    });
    FIXED.contains(&words(label))
}

/// A heading as it was typed, made ready to be stored.
///
/// Errors: it is empty, too long, that of another of these columns, or that of a field which every delegate has.
pub fn label<'a>(typed: &str, others: impl IntoIterator<Item = &'a str>) -> Result<String, OwnMistake> {
    let label = clean(typed);
    if label.is_empty() || words(&label).is_empty() {
        return Err(OwnMistake::NoLabel);
    }
    if label.chars().count() > LONGEST_LABEL {
        return Err(OwnMistake::LongLabel);
    }
    if let Some(other) = others.into_iter().find(|other| is_same_label(other, &label)) {
        return Err(OwnMistake::LabelTaken(other.to_owned()));
    }
    match is_fixed(&label) {
        true => Err(OwnMistake::FixedLabel(label)),
        false => Ok(label),
    }
}

/// Why an own column, or what is to stand in one, is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnMistake {
    /// A column without a heading.
    #[error("a column needs a heading")]
    NoLabel,
    /// A heading that is too long.
    #[error("a heading has at most {LONGEST_LABEL} characters")]
    LongLabel,
    /// Another column of the session has this heading.
    #[error("{0:?} is another column")]
    LabelTaken(String),
    /// Every delegate has this already.
    #[error("{0:?} is a field of every delegate")]
    FixedLabel(String),
    /// The session has as many columns as it can have.
    #[error("no more than {MOST_COLUMNS} columns")]
    TooMany,
    /// The session has a column of discussion groups already.
    #[error("{0:?} is the column of discussion groups")]
    GroupsTwice(String),
    /// The column is not there any more.
    #[error("no such column")]
    UnknownColumn,
    /// A text that is too long.
    #[error("a value has at most {LONGEST_VALUE} characters")]
    LongValue,
    /// Not a number.
    #[error("{0:?} is no number")]
    NotANumber(String),
    /// Neither yes nor no.
    #[error("{0:?} is neither yes nor no")]
    NotYesNo(String),
    /// Delegates cannot be divided into no groups.
    #[error("no groups to divide into")]
    NoGroups,
}

impl Explain for OwnMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::NoLabel => Sentence::new("own-no-label"),
            Self::LongLabel => Sentence::new("own-long-label").with("most", LONGEST_LABEL),
            Self::LabelTaken(label) => Sentence::new("own-label-taken").with("label", label.clone()),
            Self::FixedLabel(label) => Sentence::new("own-fixed-label").with("label", label.clone()),
            Self::TooMany => Sentence::new("own-too-many").with("most", MOST_COLUMNS),
            Self::GroupsTwice(label) => Sentence::new("own-groups-twice").with("label", label.clone()),
            Self::UnknownColumn => Sentence::new("own-unknown-column"),
            Self::LongValue => Sentence::new("own-long-value").with("most", LONGEST_VALUE),
            Self::NotANumber(text) => Sentence::new("own-not-a-number").with("text", text.clone()),
            Self::NotYesNo(text) => Sentence::new("own-not-yes-no").with("text", text.clone()),
            Self::NoGroups => Sentence::new("own-no-groups"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: OwnKind, values: &[(i64, &str)]) -> OwnColumn {
        let value = |text: &str| kind.read(text).expect("it fits").expect("something");
        OwnColumn {
            id: OwnColumnId(1),
            label: "Cột".into(),
            kind,
            values: values.iter().map(|(id, text)| (DelegateId(*id), value(text))).collect(),
        }
    }

    #[test]
    fn a_heading_is_no_other_and_no_field_that_everybody_has() {
        assert_eq!(label("  Ăn   chay ", ["Xe"]), Ok("Ăn chay".to_owned()));
        assert_eq!(label("xe", ["Phòng", "Xe"]), Err(OwnMistake::LabelTaken("Xe".into())));
        for fixed in ["Họ và tên", "GHI CHÚ", "Năm sinh", "đơn vị", "SĐT", "Cụm"] {
            assert_eq!(label(fixed, []), Err(OwnMistake::FixedLabel(fixed.into())));
        }
        // Lists have these, and nothing else would keep them.
        for own in ["Tuổi", "Email", "Quê quán", "Size áo", "Tổ thảo luận", "Xe", "Phòng", "Tổ"]
        {
            assert_eq!(label(own, []), Ok(own.to_owned()));
        }
        assert_eq!(label(" – ", []), Err(OwnMistake::NoLabel));
        assert_eq!(label(&"a".repeat(61), []), Err(OwnMistake::LongLabel));
    }

    #[test]
    fn values_stand_in_the_order_of_their_numbers_and_once_however_they_are_written() {
        let shown = |column: &OwnColumn| {
            column.different().iter().map(|value| value.text().to_owned()).collect::<Vec<_>>()
        };
        let buses = column(OwnKind::Text, &[(1, "Xe 10"), (2, "Xe 2"), (3, "xe 2"), (4, "Tự túc")]);
        assert_eq!(shown(&buses), ["Tự túc", "Xe 2", "Xe 10"]);
        let numbers = column(OwnKind::Number, &[(1, "10"), (2, "-2,5"), (3, "9")]);
        assert_eq!(shown(&numbers), ["-2,5", "9", "10"]);
        assert_eq!(numbers.compare(DelegateId(1), DelegateId(7)), Ordering::Less, "nothing comes last");
    }
}
