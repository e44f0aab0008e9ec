//! What an imported list means for a session, before anything is written.

use serde::{Deserialize, Serialize};

use super::delegate::Delegate;
use super::id::{DelegateId, PersonId, SessionId};
use super::person::PersonDetails;
use crate::message::Message;

/// What one row of a list will do to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// Becomes a delegate; `Some` when the registry knows the person already.
    New(Option<PersonId>),
    /// A delegate already; some field differs and will be changed.
    Update(DelegateId),
    /// A delegate already, with the same fields.
    Same(DelegateId),
    /// Exactly or probably someone already listed: left out unless decided otherwise.
    Duplicate(Message),
    /// Cannot be read: which cell, why, what would be right.
    Error(Message),
}

/// One person row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Row number in the file, from 1, as Excel shows it.
    pub row: u32,
    /// What was read.
    pub person: PersonDetails,
    /// Number of the cluster the list names, if it has such a column.
    pub cluster: Option<u32>,
    /// What it means.
    pub outcome: RowOutcome,
}

/// In what letters the list was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListEncoding {
    /// Unicode already.
    Unicode,
    /// TCVN3 (ABC), the .VnTime fonts.
    Tcvn3,
    /// VNI, the VNI-Times fonts.
    Vni,
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
    /// One entry per person row.
    pub rows: Vec<PlannedRow>,
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
}

impl ImportPlan {
    /// Counts the outcomes.
    pub fn counts(&self) -> ImportCounts {
        let mut counts = ImportCounts::default();
        for row in &self.rows {
            match row.outcome {
                RowOutcome::New(_) => counts.new += 1,
                RowOutcome::Update(_) => counts.update += 1,
                RowOutcome::Same(_) => counts.same += 1,
                RowOutcome::Duplicate(_) => counts.duplicate += 1,
                RowOutcome::Error(_) => counts.error += 1,
            }
        }
        counts
    }
}

/// What must be known of the data file to plan an import.
#[derive(Debug, Clone, Default)]
pub struct KnownPeople {
    /// Delegates of the session, withdrawn ones included.
    pub delegates: Vec<Delegate>,
    /// People of the registry whose folded name occurs in the list.
    pub people: Vec<(PersonId, PersonDetails)>,
}
