//! Certificates (giấy chứng nhận) of the register: what is printed on them, what became of them, and the books that
//! number them.

pub mod blank;
pub mod book;
pub mod came_out;
pub mod check_code;
pub mod copy;
pub mod correction;
pub mod entitled;
pub mod issue;
pub mod mistake;
pub mod old_register;
pub mod picture;
pub mod register;
pub mod reissue;
pub mod state;
pub mod stock;
pub mod verify;

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::delegate::Delegate;
use super::id::{CertificateId, DelegateId};
use super::organisation::{Letterhead, Signatory};
use check_code::CheckCode;
use copy::PrintedCopy;
pub use state::CertificateState;

pub use super::certificate_template::{CertificateTemplate, CertificateWords};

/// A number of a certificate book that somebody of a session has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its row.
    pub id: CertificateId,
    /// Whom it was issued to.
    pub delegate: DelegateId,
    /// Under which circumstances: one of [`Dossier::issues`](super::dossier::Dossier::issues).
    pub issue: i64,
    /// Running number in its book, without gaps.
    pub number: u32,
    /// How often it was issued again under this number.
    pub edition: u32,
    /// The number as printed: "127/CN-MTTQ".
    pub printed_number: String,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
    /// What is printed of whom it was issued to.
    pub copy: PrintedCopy,
    /// The code by which it is verified.
    pub code: Option<CheckCode>,
    /// How far it has come.
    pub state: CertificateState,
    /// The certificate it was issued for anew.
    pub reissue_of: Option<CertificateId>,
    /// Whether the name is erased from the register, too.
    pub erased: bool,
    /// Whether it was decided that it stays valid though the rule says otherwise.
    pub is_kept: bool,
}

impl Certificate {
    /// Whether it is valid.
    pub fn is_valid(&self) -> bool {
        self.state.is_valid()
    }

    /// The name that the register keeps of somebody who is erased elsewhere.
    pub fn kept_name(&self, delegate: &Delegate) -> Option<&str> {
        (delegate.erased && !self.erased).then_some(self.copy.name.as_str())
    }
}

/// What is the same on every certificate of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateForm {
    /// How they look, and their words.
    pub template: CertificateTemplate,
    /// Number pattern with `{so}`.
    pub pattern: String,
    /// Heading, when another body than the organiser certifies.
    pub letterhead: Option<Letterhead>,
    /// Who signs.
    pub signatory: Signatory,
    /// Place before the date.
    pub place: String,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
    /// The number the next certificate of the book gets.
    pub next_number: u32,
}
