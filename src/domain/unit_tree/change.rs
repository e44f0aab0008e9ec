//! What is done to several units or people at once.

use serde::{Deserialize, Serialize};

use super::UnitFields;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{PersonId, UnitId};

/// How much of an old unit a new one takes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// A part: others take over the rest.
    Part,
}

/// One unit of a merger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merging {
    /// The old unit.
    pub unit: UnitId,
    /// How much of it the new unit takes over.
    pub extent: Extent,
}

/// What old units become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeInto {
    /// A unit that is there.
    Known(UnitId),
    /// A new one, inside another or at the top.
    New(Option<UnitId>, UnitFields),
}

/// A merger: old units end the day before `on`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The old units.
    pub units: Vec<Merging>,
    /// What they become.
    pub into: MergeInto,
    /// First day of the new order.
    pub on: FuzzyDate,
    /// Whether living units inside those that are taken over whole (residential
    /// areas, bodies) go on inside the new one.
    pub with_parts: bool,
    /// Whether people of those taken over whole, and of the units that go along,
    /// follow: they get the new unit's text, in open sessions as well.
    pub with_people: bool,
}

/// Which people of a unit go elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// Everyone whose main unit it is.
    All(UnitId),
    /// These.
    Chosen(Vec<PersonId>),
}

/// The last day, month or year before a date, as precise as the date is.
pub fn last_day_before(date: FuzzyDate) -> Option<FuzzyDate> {
    let year = date.year()?;
    match (date.month(), date.calendar()) {
        (_, Some(day)) => FuzzyDate::of(day.yesterday().ok()?),
        (Some(1), None) => FuzzyDate::new(Some(year - 1), Some(12), None).ok(),
        (Some(month), None) => FuzzyDate::new(Some(year), Some(month - 1), None).ok(),
        (None, None) => FuzzyDate::year_only(year - 1).ok(),
    }
}
