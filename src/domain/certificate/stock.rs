//! Sổ phôi: forms that came printed, and what became of them.

use serde::{Deserialize, Serialize};

use super::mistake::CertificateMistake;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{OrganisationId, SessionId, StockId};

/// What became of forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockKind {
    /// Nhận.
    Received,
    /// Dùng.
    Used,
    /// Hỏng.
    Spoiled,
    /// Trả.
    Returned,
}

/// One line of the book of forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockEntry {
    /// What became of them.
    pub kind: StockKind,
    /// How many, one at least.
    pub count: u32,
    /// The first serial number, as it is printed on the form.
    pub serial_from: Option<String>,
    /// The last one.
    pub serial_to: Option<String>,
    /// On which day.
    pub date: Option<FuzzyDate>,
    /// For which session they were used.
    pub session: Option<SessionId>,
    /// In words.
    pub note: Option<String>,
}

/// A line of the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockLine {
    /// Its row.
    pub id: StockId,
    /// Whose forms.
    pub organisation: Option<OrganisationId>,
    /// What it says.
    pub entry: StockEntry,
}

/// How many forms are left.
pub fn left<'a>(entries: impl IntoIterator<Item = &'a StockEntry>) -> i64 {
    let sum = |sum: i64, entry: &StockEntry| match entry.kind {
        StockKind::Received => sum + i64::from(entry.count),
        StockKind::Used | StockKind::Spoiled | StockKind::Returned => sum - i64::from(entry.count),
    };
    entries.into_iter().fold(0, sum)
}

/// Refuses an entry of no forms, and more than there are.
pub fn check(entry: &StockEntry, left: i64) -> Result<(), CertificateMistake> {
    match entry.kind {
        _ if entry.count == 0 => Err(CertificateMistake::NoCount),
        StockKind::Received => Ok(()),
        _ if i64::from(entry.count) > left => {
            Err(CertificateMistake::TooFewForms(u32::try_from(left).unwrap_or_default()))
        }
        _ => Ok(()),
    }
}
