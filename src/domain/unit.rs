//! Units: communes, residential areas, offices, as a tree with dates.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::person::PersonDetails;
use crate::lexicon::{Beginnings, Kind, Use, unit_words};
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

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

impl From<Kind> for UnitKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Central => Self::Central,
            Kind::Province => Self::Province,
            Kind::District => Self::District,
            Kind::Commune => Self::Commune,
            Kind::Hamlet => Self::ResidentialArea,
            Kind::Institution => Self::Body,
        }
    }
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

/// A unit on the way from the commune to where a person belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStep {
    /// Its name alone: "Thôn Trung Đàn".
    pub name: String,
    /// What its name says it is.
    pub kind: UnitKind,
}

/// The units that the printed unit of a person and its group name, the outer first:
/// "Thôn Trung Đàn, xã Tam Đại" is in "Xã Tam Đại". Empty where none is said.
pub fn path_of(person: &PersonDetails) -> Vec<UnitStep> {
    let Some(unit) = person.unit.as_deref() else { return Vec::new() };
    let step = |name: &str| UnitStep { name: sentence_case(name), kind: kind_of(name) };
    let Some(group) = person.unit_group.as_deref() else { return vec![step(unit)] };
    let (mut outer, mut inner) = (step(group), step(unit));
    if let Some((name, behind)) = unit.rsplit_once(',')
        && compare_key(behind.trim()) == compare_key(group)
    {
        inner = step(name.trim());
    }
    // What has residential areas is a commune, also without the word.
    if inner.kind == UnitKind::ResidentialArea && outer.kind == UnitKind::Body {
        outer.kind = UnitKind::Commune;
    }
    vec![outer, inner]
}

/// What the first words of a name say the unit is.
fn kind_of(name: &str) -> UnitKind {
    static KINDS: LazyLock<Beginnings<UnitKind>> =
        LazyLock::new(|| unit_words(Use::Person).map(|word| (word.word, word.kind.into())).collect());
    let lower = name.to_lowercase();
    let found = KINDS.of(&lower).find(|(_, rest)| rest.starts_with(' '));
    found.map_or(UnitKind::Body, |(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_a_person_are_told_from_the_printed_text() {
        for (unit, group, path) in [
            (
                "Thôn Trung Đàn, xã Tam Đại",
                "Xã Tam Đại",
                "Xã Tam Đại Commune > Thôn Trung Đàn ResidentialArea",
            ),
            ("Thôn 1, Tam Đại", "Tam Đại", "Tam Đại Commune > Thôn 1 ResidentialArea"),
            ("Hội Nông dân", "Xã Tam Đại", "Xã Tam Đại Commune > Hội Nông dân Body"),
            ("xã Tam Đại", "", "Xã tam Đại Commune"),
            ("Hội Nông dân huyện", "", "Hội Nông dân huyện Body"),
            ("", "Xã Tam Đại", ""),
        ] {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let person =
                PersonDetails { unit: some(unit), unit_group: some(group), ..PersonDetails::default() };
            let steps: Vec<String> =
                path_of(&person).iter().map(|step| format!("{} {:?}", step.name, step.kind)).collect();
            assert_eq!(steps.join(" > ").to_lowercase(), path.to_lowercase());
        }
    }
}
