//! Certificates (giấy chứng nhận) of the register.

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::id::{CertificateId, DelegateId};
use super::organisation::{Letterhead, Signatory};

/// What last happened to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateState {
    /// Valid.
    Issued,
    /// Voided with a reason; its number stays used.
    Voided,
}

/// One number of a certificate book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its row.
    pub id: CertificateId,
    /// Whom it was issued to.
    pub delegate: DelegateId,
    /// Running number in its book, without gaps.
    pub number: u32,
    /// The number as printed: "127/CN-MTTQ".
    pub printed_number: String,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
    /// Valid or voided.
    pub state: CertificateState,
    /// The name that the register keeps of somebody who is erased elsewhere.
    pub kept_name: Option<String>,
}

impl Certificate {
    /// Whether it is valid.
    pub fn is_valid(&self) -> bool {
        self.state == CertificateState::Issued
    }
}

/// Words of a certificate, with placeholders in double braces such as
/// `{{Họ và tên}}`; the paper that prints it lists those it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateTemplate {
    /// "GIẤY CHỨNG NHẬN".
    pub title: String,
    /// Line above the name.
    pub before_name: String,
    /// Lines under the name.
    pub after_name: Vec<String>,
}

impl CertificateTemplate {
    /// The words of a certificate when nobody wrote others.
    pub fn usual() -> Self {
        Self {
            title: "GIẤY CHỨNG NHẬN".to_owned(),
            before_name: "Chứng nhận {{Ông/Bà}}".to_owned(),
            after_name: [
                "{{Chức vụ}}, {{Đơn vị}}",
                "Đã hoàn thành nội dung, chương trình",
                "{{Lớp}}",
                "{{Thời gian}}",
            ]
            .map(str::to_owned)
            .to_vec(),
        }
    }
}

/// What is the same on every certificate of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateForm {
    /// The words.
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
