//! Books (sổ): a row of numbers of a series and a year, each given once and none left out.

use crate::domain::date::FuzzyDate;
use crate::domain::id::{BookId, OrganisationId};
use crate::domain::organisation::NUMBER_PLACE;

/// A book of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// Its row.
    pub id: BookId,
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
    /// "Sổ cấp giấy chứng nhận năm 2026".
    pub name: String,
    /// Number pattern with `{so}`.
    pub pattern: String,
    /// What stands beside every number: "CN-MTTQ".
    pub series: String,
    /// The year it is of.
    pub year: Option<i16>,
    /// Whether a reissued certificate has the number of the one it replaces.
    pub reissue_keeps_number: bool,
    /// The numbers it gave, first and last, and how many certificates.
    pub given: Option<Given>,
    /// How it was closed; `None` while numbers are given.
    pub closed: Option<Closed>,
}

/// What a book gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The lowest number.
    pub first: u32,
    /// The highest.
    pub last: u32,
    /// How many certificates.
    pub certificates: usize,
}

/// How a book was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// When it was entered: UTC, RFC 3339.
    pub at: String,
    /// What stands in the book.
    pub closing: Closing,
}

/// What is written under the last number of a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// On which day.
    pub on: Option<FuzzyDate>,
    /// By whom.
    pub by: Option<String>,
    /// How many pages the book has.
    pub pages: Option<u32>,
}

/// The series that a number pattern gives: "CN-MTTQ" of "{so}/CN-MTTQ".
pub fn series_of(pattern: &str) -> String {
    pattern.replace(NUMBER_PLACE, "").trim_matches(['/', '-', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::series_of;

    #[test]
    fn a_series_is_what_stands_beside_the_number() {
        for (pattern, series) in
            [("{so}/CN-MTTQ", "CN-MTTQ"), ("{so}", ""), ("CN {so}/2026", "CN /2026"), ("TTCT-{so}", "TTCT")]
        {
            assert_eq!(series_of(pattern), series);
        }
    }
}
