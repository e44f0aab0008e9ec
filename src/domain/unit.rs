//! Units: communes, residential areas, offices, as a tree with dates.

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;

/// What sort of unit it is. The level of the organiser is data, never assumed:
/// districts ended on 1 July 2025 and communes organise sessions too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Trung ương.
    Central,
    /// Tỉnh, thành phố trực thuộc Trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh (until 30 June 2025).
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
    /// Thôn, làng, ấp, bản, khu phố, tổ dân phố: not a level of the Front.
    ResidentialArea,
    /// A body or office that is not a place: "UBMTTQ xã Tam Đại", "Hội Nông dân".
    Body,
}

impl UnitKind {
    /// Every kind with its word in the data file.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Central, "central"),
        (Self::Province, "province"),
        (Self::District, "district"),
        (Self::Commune, "commune"),
        (Self::ResidentialArea, "residential_area"),
        (Self::Body, "body"),
    ];
}

/// One unit as a list or a map file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitDetails {
    /// The full name with its type: "Xã Tam Đại".
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The state's code (QĐ 19/2025/QĐ-TTg: two digits a province, five a commune).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// First day of its life, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<FuzzyDate>,
    /// Last day of its life, if it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<FuzzyDate>,
    /// Units inside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<UnitDetails>,
}
