//! Topics (chuyên đề) as a tree, and the documents they cite.

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::programme::Presenter;

/// A topic with its sub-topics, to any depth.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Topic {
    /// How the source introduces it: "Một là", "Chương trình 1".
    pub label: Option<String>,
    /// What it is about.
    pub title: String,
    /// Points to cover.
    pub outline: Option<String>,
    /// Usual length in minutes.
    pub minutes: Option<u32>,
    /// Who presented it, when the source says.
    pub presenters: Vec<Presenter>,
    /// Documents it rests on.
    pub cites: Vec<CitedDocument>,
    /// Its parts.
    pub children: Vec<Topic>,
}

/// A document as cited, and the documents it cites in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CitedDocument {
    /// "Quy định", "Thông tri", "Thông báo Kết luận".
    pub kind: String,
    /// As cited: "124-QĐ/TW", or "05" alone for a "Chỉ thị 05" cited without its
    /// symbol; unknown for a charter or a resolution cited by name.
    pub number: Option<String>,
    /// When it was issued, as precisely as the source says.
    pub date: Option<FuzzyDate>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// Documents it cites.
    pub cites: Vec<CitedDocument>,
}
