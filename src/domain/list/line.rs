//! What the lines of a list are: every line that is not empty is accounted for.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::person::PersonDetails;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// Somebody.
    Person,
    /// Perhaps somebody: left out until the user says so.
    Doubtful,
    /// A heading over some people: a unit, a cluster, a part of the list.
    Group,
    /// What stands above the table.
    Title,
    /// The headings of the columns.
    Heading,
    /// A sum.
    Total,
    /// Who signs, and where and when.
    Signature,
    /// A remark.
    Note,
    /// Left out for a [reason](ListLine::reason): hidden, struck, nobody there.
    LeftOut,
    /// Nothing that we understand.
    NotUnderstood,
}

impl LineKind {
    /// Every kind, in the order they are told.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Doubtful,
        Self::LeftOut,
        Self::NotUnderstood,
        Self::Group,
        Self::Total,
        Self::Note,
        Self::Title,
        Self::Heading,
        Self::Signature,
    ];

    /// The word for it in JSON and in the data file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Doubtful => "doubtful",
            Self::Group => "group",
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Total => "total",
            Self::Signature => "signature",
            Self::Note => "note",
            Self::LeftOut => "left_out",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// Whether somebody may be missing because of such a line: it is kept with the import.
    pub fn may_hide_somebody(self) -> bool {
        matches!(self, Self::Doubtful | Self::LeftOut | Self::NotUnderstood | Self::Note)
    }
}

/// A line of a list, or one cell of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListLine {
    /// The sheet, where the file has several.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_text")]
    pub sheet: Option<Arc<str>>,
    /// Its number in the sheet, from 1.
    pub line: u32,
    /// "H5", where only this cell is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What it is.
    pub kind: LineKind,
    /// Why it is left out, by a code: `hidden_row`, `struck`, `no_person`, `example`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// What stands there, cells parted by " | ".
    pub text: String,
}

fn as_text<S: serde::Serializer>(sheet: &Option<Arc<str>>, serializer: S) -> Result<S::Ok, S::Error> {
    sheet.as_deref().serialize(serializer)
}

/// How many lines are of each kind.
pub fn count_of(lines: &[ListLine], kind: LineKind) -> usize {
    lines.iter().filter(|line| line.kind == kind && line.cell.is_none()).count()
}

/// A line that did not come in, as the session keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// Its number in the data file.
    pub id: i64,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// Its number in the sheet, from 1.
    pub line: u32,
    /// "H5", where only this cell is meant.
    pub cell: Option<String>,
    /// What it is, by the code of a [`LineKind`].
    pub kind: String,
    /// Why it was left out or is doubtful, by its code; lists of before have none for the doubtful.
    pub reason: Option<String>,
    /// What stands there, cells parted by " | ".
    pub text: String,
    /// What could be read of somebody who stands there.
    pub person: Option<PersonDetails>,
}

/// Of a list of which more is left out, only so many lines are kept: it was no list.
pub const MOST_KEPT: usize = 5_000;

/// How many lines of each kind are kept of a list and not taken in since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeptCounts {
    /// Perhaps somebody.
    pub doubtful: usize,
    /// Not understood.
    pub not_understood: usize,
    /// Left out for a reason.
    pub left_out: usize,
    /// Remarks.
    pub note: usize,
    /// Somebody who may be there already.
    pub duplicate: usize,
}

impl KeptCounts {
    /// All of them.
    pub fn all(self) -> usize {
        self.doubtful + self.not_understood + self.left_out + self.note + self.duplicate
    }
}
