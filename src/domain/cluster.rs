//! Clusters (cụm, điểm cầu) and their sittings (buổi).

use serde::{Deserialize, Serialize};

use super::date::{DateSpan, FuzzyDate};
use super::id::{ClusterId, SittingId};
use super::programme::{ClockTime, ProgrammeItem, Slot, slots};

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

impl SittingDetails {
    /// When it starts; `None` too for a text that is no time of day.
    pub fn start(&self) -> Option<ClockTime> {
        self.starts.as_deref()?.parse().ok()
    }

    /// When each item is held, see [`slots`].
    pub fn slots(&self) -> Vec<Slot> {
        slots(self.start(), self.programme.iter().map(|item| item.minutes))
    }
}

/// A sitting of the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Its row.
    pub id: SittingId,
    /// What it says.
    pub details: SittingDetails,
}

/// A cluster of the data file with its sittings in order of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
