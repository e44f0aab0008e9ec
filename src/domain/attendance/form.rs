//! Phiếu điểm danh: the attendance of one cluster as a sheet of Excel, for a hall without the program.

use super::AttendanceStatus;
use super::exchange::Remark;
use crate::domain::cluster::HalfDay;
use crate::domain::date::FuzzyDate;
use crate::domain::session::SessionKind;
use crate::vietnamese::fold::fold;

/// Rows at the end for people who came in addition.
pub const BLANK_ROWS: usize = 20;

/// What is written into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormContent {
    /// The identity of the session.
    pub session: String,
    /// The identity of the cluster.
    pub cluster: String,
    /// The identity of this form: what comes back twice is known by it.
    pub form: String,
    /// The title of the session.
    pub title: String,
    /// Conference or class: how absences are called.
    pub kind: SessionKind,
    /// The cluster and where it meets.
    pub cluster_name: String,
    /// The sittings that are open, in order of time.
    pub sittings: Vec<FormSitting>,
    /// Everybody on the list, in its order.
    pub rows: Vec<FormRow>,
    /// Identities for people who come in addition.
    pub blank: Vec<String>,
}

/// A sitting, a column of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormSitting {
    /// Its identity.
    pub uid: String,
    /// The day.
    pub date: FuzzyDate,
    /// The half of it.
    pub half: HalfDay,
}

/// A delegate, a row of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Their identity.
    pub uid: String,
    /// STT.
    pub stt: u32,
    /// Their name.
    pub name: String,
    /// Chức vụ.
    pub position: String,
    /// Đơn vị.
    pub unit: String,
}

/// A form as it came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilledForm {
    /// The identity of the session.
    pub session: String,
    /// The identity of the cluster.
    pub cluster: String,
    /// The identity of the form.
    pub form: String,
    /// What is said of delegates of the list.
    pub rows: Vec<FilledRow>,
    /// Who came in addition.
    pub people: Vec<FilledPerson>,
    /// What is not understood.
    pub remarks: Vec<Remark>,
}

/// What a row says of a delegate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledRow {
    /// Their identity.
    pub delegate: String,
    /// Their name as it was when the form was made.
    pub name: String,
    /// The sittings, by identity, of which something is said.
    pub marks: Vec<(String, AttendanceStatus)>,
    /// Why they were absent.
    pub note: Option<String>,
}

/// Somebody who came in addition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledPerson {
    /// The identity they get.
    pub uid: String,
    /// The row, as Excel shows it.
    pub row: u32,
    /// Their name.
    pub name: String,
    /// Chức vụ.
    pub position: Option<String>,
    /// Đơn vị.
    pub unit: Option<String>,
    /// For whom they came: the identity of a delegate.
    pub substitute_for: Option<String>,
    /// The sittings, by identity, of which something is said.
    pub marks: Vec<(String, AttendanceStatus)>,
    /// A remark beside them.
    pub note: Option<String>,
}

/// What can be chosen in a cell, as papers of this kind of session call it.
pub fn choices(kind: SessionKind) -> [(&'static str, AttendanceStatus); 5] {
    let excused = match kind {
        SessionKind::Conference => "Vắng có lý do",
        SessionKind::Class => "Vắng có phép",
    };
    [
        ("Có mặt", AttendanceStatus::Present),
        (excused, AttendanceStatus::Excused),
        ("Vắng", AttendanceStatus::Absent),
        ("Đến muộn", AttendanceStatus::Late),
        ("Về sớm", AttendanceStatus::LeftEarly),
    ]
}

/// What a cell says, however it was typed: with marks or without, in capitals, shortened.
pub fn understood(text: &str) -> Option<AttendanceStatus> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    Some(match words.as_str() {
        // A tick of any kind.
        "" if text.trim().chars().any(|c| matches!(c, '+' | '✓' | '✔' | '√' | '☑')) => {
            AttendanceStatus::Present
        }
        "co mat" | "co" | "co di" | "cm" | "c" | "x" | "du" | "di" => AttendanceStatus::Present,
        "vang co ly do" | "vang co phep" | "co ly do" | "co phep" | "phep" | "p" | "vp" | "cp" | "vcp"
        | "nghi phep" | "xin phep" | "vang phep" => AttendanceStatus::Excused,
        "vang" | "v" | "vang mat" | "vang khong phep" | "vang khong ly do" | "khong phep" | "khong ly do"
        | "kp" | "k" | "vkp" | "khong" => AttendanceStatus::Absent,
        "den muon" | "muon" | "m" | "tre" | "den tre" | "di muon" | "di tre" => AttendanceStatus::Late,
        "ve som" | "vs" | "s" | "som" => AttendanceStatus::LeftEarly,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_what_they_could_have_chosen() {
        for kind in [SessionKind::Conference, SessionKind::Class] {
            for (words, status) in choices(kind) {
                assert_eq!(understood(words), Some(status));
                assert_eq!(understood(&words.to_uppercase()), Some(status), "{words}");
                assert_eq!(understood(&format!("  {} ", fold(words))), Some(status), "{words}");
            }
        }
        for (typed, status) in [
            ("x", AttendanceStatus::Present),
            ("X", AttendanceStatus::Present),
            ("✓", AttendanceStatus::Present),
            ("v", AttendanceStatus::Absent),
            ("V.", AttendanceStatus::Absent),
            ("P", AttendanceStatus::Excused),
            ("vắng (có phép)", AttendanceStatus::Excused),
            ("trễ", AttendanceStatus::Late),
        ] {
            assert_eq!(understood(typed), Some(status), "{typed}");
        }
        for typed in ["", "?", "1", "có mặt 2 người", "Nguyễn Văn A", "vắng co mat"] {
            assert_eq!(understood(typed), None, "{typed}");
        }
    }
}
