//! What all certificates of one issuing have in common, as it was when they were issued.

use serde::{Deserialize, Serialize};

use super::CertificateTemplate;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::id::SessionId;
use crate::domain::organisation::{Letterhead, Signatory};

/// By what right certificates are issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueWay {
    /// Cấp theo kết quả: to who completed.
    Results,
    /// Cấp trước: before the results are known, to be handed out on the last day.
    Ahead,
    /// Cấp lại: in the place of one.
    Reissue,
    /// Taken in from a register of before the program.
    Registered,
}

/// The circumstances under which certificates were issued. Nothing changes them afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its row.
    pub id: i64,
    /// Of which session; `None`: of an old register.
    pub session: Option<SessionId>,
    /// By what right.
    pub way: IssueWay,
    /// When: UTC, RFC 3339.
    pub at: String,
    /// The series of its numbers: "CN-MTTQ".
    pub series: String,
    /// Day of issue, as printed.
    pub date: Option<FuzzyDate>,
    /// Place before the date.
    pub place: String,
    /// Number of the decision of recognition.
    pub decision_number: Option<String>,
    /// Its day.
    pub decision_date: Option<FuzzyDate>,
    /// The session in running text.
    pub session_title: String,
    /// When it was held.
    pub session_dates: Option<DateSpan>,
    /// Heading; `None` where nobody knows it.
    pub letterhead: Option<Letterhead>,
    /// Who signed.
    pub signatory: Signatory,
    /// Key of the logo among the pictures of certificates; empty: it had none; `None`: nobody knows.
    pub logo_key: Option<String>,
    /// Key of the picture of the signature.
    pub signature_key: Option<String>,
    /// The words; `None`: of an old register.
    pub template: Option<CertificateTemplate>,
    /// File name of an old register.
    pub source: Option<String>,
}
