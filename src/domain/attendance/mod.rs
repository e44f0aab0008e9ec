//! Attendance (điểm danh): marks, made together as entries; which of them count.

pub mod arrival;
pub mod behind;
pub mod exchange;
pub mod figures;
pub mod form;
pub mod notice;
pub mod package;
pub mod page;
pub mod presence;
pub mod receipt;
pub mod reconcile;
pub mod said;
pub mod scan;
pub mod turnout;
pub mod typed;
pub mod words;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use self::arrival::{Arrival, Reach};
use self::notice::Notice;
use super::id::{DelegateId, EntryId, MarkId, SessionId, SittingId};

/// What a mark says of a delegate at a sitting. Marks are never changed: a later one counts instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceStatus {
    /// Có mặt.
    Present,
    /// Đến muộn.
    Late,
    /// Về sớm.
    LeftEarly,
    /// Vắng có phép.
    Excused,
    /// Vắng không phép.
    Absent,
    /// Người khác dự thay.
    Substituted,
}

impl AttendanceStatus {
    /// Every status, in the order of lists and figures.
    pub const ALL: [Self; 6] =
        [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent, Self::Substituted];

    /// The word for it in the data file and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::LeftEarly => "left_early",
            Self::Excused => "excused",
            Self::Absent => "absent",
            Self::Substituted => "substituted",
        }
    }

    /// Whether the delegate was there in person.
    pub fn is_present(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }

    /// Whether somebody sat on the delegate's place.
    pub fn is_filled(self) -> bool {
        self.is_present() || self == Self::Substituted
    }
}

/// By which way marks came into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A name was typed, or a line of the list was pressed.
    Name,
    /// An STT was typed.
    Number,
    /// A badge was scanned.
    Scan,
    /// A signed page was entered.
    Page,
    /// All who had no mark were marked at once.
    All,
    /// A file of another computer.
    Import,
    /// The command line.
    Cli,
}

impl Way {
    /// Whether the time of the entry is the time somebody came.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Name | Self::Number | Self::Scan)
    }

    /// The word for it in the data file and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Scan => "scan",
            Self::Page => "page",
            Self::All => "all",
            Self::Import => "import",
            Self::Cli => "cli",
        }
    }
}

/// A mark that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMark {
    /// Of whom.
    pub delegate: DelegateId,
    /// At which sitting of their cluster.
    pub sitting: SittingId,
    /// What it says.
    pub status: AttendanceStatus,
    /// Who sat there, where it says so.
    pub substitute: Option<DelegateId>,
    /// Why somebody was absent.
    pub note: Option<String>,
}

impl NewMark {
    /// A mark that says no more than a status.
    pub fn new(delegate: DelegateId, sitting: SittingId, status: AttendanceStatus) -> Self {
        Self { delegate, sitting, status, substitute: None, note: None }
    }

    /// A mark that says who sat on the delegate's place.
    pub fn substituted(delegate: DelegateId, sitting: SittingId, substitute: DelegateId) -> Self {
        let substitute = Some(substitute);
        Self { substitute, ..Self::new(delegate, sitting, AttendanceStatus::Substituted) }
    }
}

/// What one Enter, scan or click says: written as a whole, taken back as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Of which session.
    pub session: SessionId,
    /// How.
    pub way: Way,
    /// The printed page it was read from.
    pub page: Option<String>,
    /// On which computer.
    pub made_on: MadeOn,
    /// The marks, at most one for each delegate and sitting.
    pub marks: Vec<NewMark>,
    /// Who came and is no delegate yet.
    pub arrivals: Vec<Arrival>,
    /// How far those who sat on the place of somebody go on to do so.
    pub reach: Reach,
}

impl NewEntry {
    /// Marks of delegates, of no page.
    pub fn new(session: SessionId, way: Way, made_on: MadeOn, marks: Vec<NewMark>) -> Self {
        Self { session, way, page: None, made_on, marks, arrivals: Vec::new(), reach: Reach::Sitting }
    }

    /// Whether it says more than marks: it makes delegates, or goes on to later sittings.
    pub fn is_edit(&self) -> bool {
        !self.arrivals.is_empty() || self.reach != Reach::Sitting
    }
}

/// On which computer something was entered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeOn {
    /// What it is called, if anybody named it.
    pub device: Option<String>,
    /// The number it gave itself: what is taken back on it is what was made on it.
    pub machine: Option<String>,
}

/// What became of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// The entry; `None` where every mark of it stood there already.
    pub entry: Option<EntryId>,
    /// Whose marks are new.
    pub marked: Vec<NewMark>,
    /// Whose stood there already, as they are.
    pub already: Vec<Mark>,
}

/// The mark that counts for a delegate at a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its row.
    pub id: MarkId,
    /// With which others it was made.
    pub entry: EntryId,
    /// Of whom.
    pub delegate: DelegateId,
    /// At which sitting.
    pub sitting: SittingId,
    /// What it says.
    pub status: AttendanceStatus,
    /// Who sat there.
    pub substitute: Option<DelegateId>,
    /// Why somebody was absent.
    pub note: Option<String>,
    /// When it was made: UTC, RFC 3339.
    pub at: String,
    /// How.
    pub way: Way,
    /// The printed page it was read from.
    pub page: Option<String>,
}

impl Mark {
    /// When the delegate came: only a mark that was made at the door knows.
    pub fn arrived(&self) -> Option<&str> {
        (self.way.is_live() && self.status.is_present()).then_some(self.at.as_str())
    }
}

/// All that counts in a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    marks: HashMap<(DelegateId, SittingId), Mark>,
    closed: Vec<SittingId>,
    notices: Vec<Notice>,
}

impl Attendance {
    /// Of marks that count, and the sittings that are closed.
    pub fn new(marks: impl IntoIterator<Item = Mark>, closed: Vec<SittingId>) -> Self {
        let marks = marks.into_iter().map(|mark| ((mark.delegate, mark.sitting), mark)).collect();
        Self { marks, closed, notices: Vec::new() }
    }

    /// With what was said before.
    #[must_use]
    pub fn with_notices(self, notices: Vec<Notice>) -> Self {
        Self { notices, ..self }
    }

    /// What was said before, of everybody.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The mark of a delegate at a sitting.
    pub fn of(&self, delegate: DelegateId, sitting: SittingId) -> Option<&Mark> {
        self.marks.get(&(delegate, sitting))
    }

    /// Whether a sitting is closed: who has no mark at it was absent.
    pub fn is_closed(&self, sitting: SittingId) -> bool {
        self.closed.contains(&sitting)
    }

    /// Whether nothing was marked.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// All marks that count, in no order.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.values()
    }
}
