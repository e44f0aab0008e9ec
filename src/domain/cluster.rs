//! Clusters (cụm, điểm cầu) and their sittings (buổi).

use serde::{Deserialize, Serialize};

use super::date::{DateSpan, FuzzyDate};
use super::id::{ClusterId, SittingId};
use super::programme::{ClockTime, ItemKind, PlannedItem, ProgrammeItem, Slot, slots};

/// Part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HalfDay {
    /// Sáng.
    Morning,
    /// Chiều.
    Afternoon,
    /// Tối.
    Evening,
}

impl HalfDay {
    /// "Sáng", "Chiều", "Tối", as papers print it.
    pub fn printed(self) -> &'static str {
        match self {
            Self::Morning => "Sáng",
            Self::Afternoon => "Chiều",
            Self::Evening => "Tối",
        }
    }
}

/// A cluster as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClusterDetails {
    /// "Cụm 1", "Điểm cầu Hà Tĩnh".
    pub name: String,
    /// Where it meets: "Nhà văn hóa xã Tam Đại".
    pub venue: Option<String>,
    /// Seats in the hall.
    pub capacity: Option<u32>,
    /// When it meets.
    pub dates: Option<DateSpan>,
    /// Names of the units it serves, as printed.
    pub serves: Vec<String>,
    /// Who is in charge.
    pub lead: Option<String>,
    /// How many are expected, when no list exists yet.
    pub expected: Option<u32>,
    /// How many really came, when only the total is known.
    pub actual: Option<u32>,
}

/// Half a day of one cluster, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SittingDetails {
    /// The day; its year may be unknown.
    pub date: FuzzyDate,
    /// Morning, afternoon or evening.
    pub half: HalfDay,
    /// "07:30", when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// "11:30", when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
    /// What happens in it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programme: Vec<ProgrammeItem>,
}

/// A sitting of the data file, with what happens in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Its row.
    pub id: SittingId,
    /// The day; its year may be unknown.
    pub date: FuzzyDate,
    /// Morning, afternoon or evening.
    pub half: HalfDay,
    /// When it starts, if known.
    pub starts: Option<ClockTime>,
    /// When it ends, if known.
    pub ends: Option<ClockTime>,
    /// What happens in it, in order.
    pub items: Vec<PlannedItem>,
}

impl Sitting {
    /// On which day it is, and in which half of it.
    pub fn half_day(&self) -> (FuzzyDate, HalfDay) {
        (self.date, self.half)
    }

    /// What its items say, in order.
    pub fn programme(&self) -> impl Iterator<Item = &ProgrammeItem> + Clone {
        self.items.iter().map(|item| &item.details)
    }

    /// What it says, as it would be entered.
    pub fn details(&self) -> SittingDetails {
        SittingDetails {
            date: self.date,
            half: self.half,
            starts: self.starts.map(|time| time.to_string()),
            ends: self.ends.map(|time| time.to_string()),
            programme: self.programme().cloned().collect(),
        }
    }

    /// Takes day and hours as they were entered; its items stay.
    pub fn move_to(&mut self, entered: &SittingDetails) {
        let time = |text: &Option<String>| text.as_deref()?.parse().ok();
        (self.date, self.half) = (entered.date, entered.half);
        (self.starts, self.ends) = (time(&entered.starts), time(&entered.ends));
    }

    /// When each item is held, see [`slots`].
    pub fn slots(&self) -> Vec<Slot> {
        slots(self.starts, self.programme().map(|item| item.minutes))
    }

    /// Minutes of all items whose duration is known.
    pub fn planned_minutes(&self) -> u32 {
        self.programme().filter_map(|item| item.minutes).fold(0, u32::saturating_add)
    }

    /// Minutes from start to end, when both are known.
    pub fn length(&self) -> Option<u32> {
        Some(self.starts?.until(self.ends?))
    }

    /// Where topics are added: before what closes the sitting.
    pub fn tail(&self) -> usize {
        let closes =
            |item: &PlannedItem| matches!(item.details.kind, ItemKind::Discussion | ItemKind::Closing);
        self.items.iter().rposition(|item| !closes(item)).map_or(0, |last| last + 1)
    }
}

/// A cluster of the data file with its sittings in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Its row.
    pub id: ClusterId,
    /// 1, 2, 3 … within the session: what `--cluster N` means.
    pub number: u32,
    /// What it says.
    pub details: ClusterDetails,
    /// Its half-days.
    pub sittings: Vec<Sitting>,
}

impl Cluster {
    /// Its half-days by date and half of the day.
    pub fn in_order(&self) -> Vec<&Sitting> {
        let mut sittings: Vec<&Sitting> = self.sittings.iter().collect();
        sittings.sort_by_key(|sitting| (sitting.date.sort_key(), sitting.half));
        sittings
    }

    /// The same, by their rows.
    pub fn order(&self) -> Vec<SittingId> {
        self.in_order().into_iter().map(|sitting| sitting.id).collect()
    }
}

/// The days of sittings that stand in order of time, each once.
pub fn days(sittings: &[Sitting]) -> Vec<FuzzyDate> {
    let mut days: Vec<FuzzyDate> = sittings.iter().map(|sitting| sitting.date).collect();
    days.dedup();
    days
}
