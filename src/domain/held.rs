//! Everything that is held on one person, as it is handed out to them.

use serde::Serialize;

use super::date::FuzzyDate;
use crate::sentence::Sentence;

/// All of it. What only may be about them (texts, scans) is listed and not copied.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldOnPerson {
    /// What the registry says: the name of each field in the data file, and its text.
    pub registry: Vec<(String, String)>,
    /// What is sensitive by law, the same way.
    pub sensitive: Vec<(String, String)>,
    /// Positions held.
    pub positions: Vec<Dated>,
    /// Units they belong or belonged to.
    pub units: Vec<Dated>,
    /// The sessions they were called to.
    pub sessions: Vec<HeldSession>,
    /// Sessions they are linked with as guest or presenter.
    pub parts: Vec<HeldPart>,
    /// What their fields held before, the latest change first.
    pub changes: Vec<HeldChange>,
    /// Where texts may name them.
    pub mentions: Vec<(Sentence, String)>,
}

/// Something with a beginning and an end.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Dated {
    /// What it is.
    pub name: String,
    /// Since when, as far as known.
    pub from: Option<FuzzyDate>,
    /// Until when.
    pub until: Option<FuzzyDate>,
}

/// A session they were called to.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldSession {
    /// Its title.
    pub title: String,
    /// Its dates, EDTF.
    pub dates: Option<String>,
    /// The cluster, if they are in one.
    pub cluster: Option<String>,
    /// The number that was fixed.
    pub number: Option<u32>,
    /// Whether they were taken off the list again.
    pub withdrawn: bool,
    /// What the session prints of them, by field.
    pub printed: Vec<(String, String)>,
    /// Attendance marks, those taken back included.
    pub marks: Vec<HeldMark>,
    /// Receipts of money, documents and certificates, those taken back included.
    pub receipts: Vec<HeldReceipt>,
    /// Certificates: number, day, and whether it is valid.
    pub certificates: Vec<HeldCertificate>,
    /// What stands in the own columns of the session: the heading, and the value.
    pub own: Vec<(String, String)>,
    /// What is known of their essay: "8,5 Giỏi".
    pub essay: Option<String>,
    /// What was decided by hand on their certificate.
    pub decision: Option<HeldDecision>,
    /// What they asked or proposed.
    pub proposals: Vec<String>,
    /// Papers that were printed with their name, and when.
    pub prints: Vec<(String, String)>,
    /// Files whose lists were taken into the session, and when; which rows were theirs is not kept.
    pub imports: Vec<(String, String)>,
}

/// An attendance mark.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldMark {
    /// The day of the sitting, EDTF.
    pub day: String,
    /// `morning`, `afternoon` or `evening`.
    pub half: String,
    /// `present`, `late`, `left_early`, `excused`, `absent` or `substituted`.
    pub status: String,
    /// When it was made, UTC.
    pub at: String,
    /// Whether it was taken back.
    pub retracted: bool,
}

/// A receipt.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldReceipt {
    /// The list that is signed, by the id of the paper.
    pub paper: String,
    /// Whether it was received.
    pub received: bool,
    /// Who took it for them.
    pub receiver: Option<String>,
    /// When it was entered, UTC.
    pub at: String,
    /// Whether it was taken back.
    pub retracted: bool,
}

/// A certificate.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldCertificate {
    /// The number as printed.
    pub number: String,
    /// Day of issue, EDTF.
    pub date: Option<String>,
    /// Whether it was voided.
    pub voided: bool,
}

/// What was decided by hand on somebody's certificate.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldDecision {
    /// Whether they completed; as the rule says when `None`.
    pub completed: Option<bool>,
    /// Whether they are commended.
    pub commended: bool,
    /// Why.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When, UTC.
    pub at: String,
}

/// A session somebody is linked with as guest or presenter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldPart {
    /// Its title.
    pub title: String,
    /// `guest` or `presenter`.
    pub part: String,
    /// The name that stands there.
    pub name: String,
    /// Titles in printed order.
    pub titles: Vec<String>,
}

/// What a field held before and after.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeldChange {
    /// When, UTC.
    pub at: String,
    /// The step in the user's words.
    pub label: Option<Sentence>,
    /// The session, when it was in one alone.
    pub session: Option<String>,
    /// The field, as it is called in the data file.
    pub field: String,
    /// What it held.
    pub before: Option<String>,
    /// What it was given.
    pub after: Option<String>,
}
