//! The register across sessions and years: what is asked of it, and how its lines are found.

use super::CertificateState;
use super::check_code::CheckCode;
use super::copy::PrintedCopy;
use super::issue::IssueWay;
use super::mistake::CertificateMistake;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{BookId, CertificateId, DelegateId, SessionId};
use crate::vietnamese::fold::fold;

/// A line of the register: read from what was printed, whatever became of the person since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterLine {
    /// Its row.
    pub id: CertificateId,
    /// The book that numbers it.
    pub book: BookId,
    /// Of which session; `None`: of an old register.
    pub session: Option<SessionId>,
    /// The session as it was called.
    pub session_title: String,
    /// Whom it was issued to; `None`: of an old register.
    pub delegate: Option<DelegateId>,
    /// Running number; `None` where an old register has none.
    pub number: Option<u32>,
    /// How often it was issued again under this number.
    pub edition: u32,
    /// As it is printed.
    pub printed_number: String,
    /// "CN-MTTQ".
    pub series: String,
    /// The year of the book.
    pub year: Option<i16>,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
    /// By what right it was issued.
    pub way: IssueWay,
    /// What is printed of the person.
    pub copy: PrintedCopy,
    /// What would be printed by what the list says of them now, where that is something else and the paper still valid.
    pub listed: Option<PrintedCopy>,
    /// The code by which it is verified.
    pub code: Option<CheckCode>,
    /// How far it has come.
    pub state: CertificateState,
    /// The serial number of the form it is on (số phôi), where one is known.
    pub blank_number: Option<String>,
    /// The certificate it was issued for anew.
    pub reissue_of: Option<CertificateId>,
    /// The printed number of that one.
    pub replaces: Option<String>,
    /// The printed number of the one that was issued for it.
    pub reissued_as: Option<String>,
    /// The file name of the old register it was taken in from.
    pub source: Option<String>,
    /// Whether the name is erased from the register.
    pub erased: bool,
}

/// What is looked for in the register; what is not said is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterQuery {
    /// Words of the name, the position, the unit or the number, where marks and capitals do not count; or a whole code.
    pub text: String,
    /// Of one session.
    pub session: Option<SessionId>,
    /// Of one book.
    pub book: Option<BookId>,
    /// Of books of one year.
    pub year: Option<i16>,
    /// That have come so far.
    pub reached: Option<Reached>,
}

/// How far certificates have come, as they are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Valid, and still to be collected.
    ToCollect,
    /// In the hands of whose they are.
    Collected,
    /// Not valid any more.
    Ended,
}

impl Reached {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ToCollect, Self::Collected, Self::Ended];

    /// Whether a certificate has come so far.
    pub fn holds(self, state: &CertificateState) -> bool {
        self == match state {
            CertificateState::Numbered | CertificateState::Printed => Self::ToCollect,
            CertificateState::HandedOut(_) => Self::Collected,
            CertificateState::Voided(_) | CertificateState::Withdrawn(_) => Self::Ended,
        }
    }

    /// What it is called on paper.
    pub fn words(self) -> &'static str {
        match self {
            Self::ToCollect => "Chưa phát",
            Self::Collected => "Đã phát",
            Self::Ended => "Đã hủy, thu hồi",
        }
    }
}

impl RegisterQuery {
    /// The words looked for, folded; of a code its digits.
    pub fn words(&self) -> Vec<String> {
        if let Ok(code) = self.text.parse::<CheckCode>() {
            return vec![code.to_string()];
        }
        fold(&self.text).split_whitespace().map(str::to_owned).collect()
    }
}

impl RegisterQuery {
    /// Whether a line that holds the words is meant by them: "06" is no part of the number 106, and "6" is the number 06.
    pub fn means(&self, line: &RegisterLine) -> bool {
        let number = line.printed_number.to_lowercase();
        let key = line.copy.search_key();
        self.words().iter().all(|word| {
            let is_number =
                word.starts_with(|letter: char| letter.is_ascii_digit()) && number.contains(word.as_str());
            !is_number || begins_a_number(&number, word) || key.contains(word.as_str())
        })
    }
}

/// Whether a word stands where figures begin in a number, but for zeros before it.
fn begins_a_number(number: &str, word: &str) -> bool {
    number.match_indices(word).any(|(at, _)| {
        let before = number[..at].trim_end_matches('0');
        !before.ends_with(|letter: char| letter.is_ascii_digit())
    })
}

/// The line that a number means: as it is printed, or bare where only one certificate has it. Of those that were issued
/// again under the same number it is the valid one, else the last.
pub fn find<'a>(lines: &'a [RegisterLine], number: &str) -> Result<&'a RegisterLine, CertificateMistake> {
    let number = number.trim();
    let printed = |line: &&RegisterLine| line.printed_number.eq_ignore_ascii_case(number);
    let bare = number.parse::<u32>().ok();
    let bare = |line: &&RegisterLine| line.number.is_some() && line.number == bare;
    let mut found: Vec<&RegisterLine> = lines.iter().filter(printed).collect();
    if found.is_empty() {
        found = lines.iter().filter(bare).collect();
    }
    found.sort_by_key(|line| {
        (line.book, line.number, !line.state.is_valid(), std::cmp::Reverse(line.edition))
    });
    found.dedup_by_key(|line| (line.book, line.number.ok_or(line.id)));
    match found.as_slice() {
        [] => Err(CertificateMistake::UnknownNumber(number.to_owned())),
        [line] => Ok(line),
        several => Err(CertificateMistake::AmbiguousNumber {
            number: number.to_owned(),
            printed: several.iter().map(|line| line.printed_number.clone()).collect(),
        }),
    }
}
