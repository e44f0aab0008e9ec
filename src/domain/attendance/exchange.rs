//! What comes back from other halls: a package of a second computer, or a filled form of one without the program; what
//! it brings, where it says otherwise than we do, and why one is refused.

use super::form::FilledForm;
use super::package::{MOST_BYTES, MarkPackage};
use super::{AttendanceStatus, MadeOn};
use crate::domain::cluster::HalfDay;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{ClusterId, DelegateId, SessionId, SittingId};
use crate::domain::mistake::Mistake;
use crate::domain::session::SessionKind;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date;

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub enum Incoming {
    /// A package of another computer.
    Package(Box<MarkPackage>),
    /// A form that was filled by hand.
    Form(Box<FilledForm>),
}

/// How it is taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manner {
    /// A session that is not here yet is made of the package: this is the second computer.
    pub may_open: bool,
    /// On which computer.
    pub made_on: MadeOn,
}

/// What a file brought, or would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The session.
    pub session: SessionId,
    /// What it is called.
    pub title: String,
    /// Conference or class: how absences are called.
    pub kind: SessionKind,
    /// The cluster.
    pub cluster: ClusterId,
    /// What it is called.
    pub cluster_name: String,
    /// Whether the session was not here before.
    pub opened: bool,
    /// Whose mark is new or another one.
    pub marked: Vec<Told>,
    /// Whose mark was taken back there.
    pub retracted: Vec<Told>,
    /// Whose mark stood here already.
    pub already: Vec<Told>,
    /// Where both say something, and not the same; ours counts until it is decided.
    pub conflicts: Vec<Differing>,
    /// Who is new on the list, or sat there for somebody.
    pub added: Vec<Added>,
    /// How many delegates are as the list of the session's own computer has them now.
    pub updated: usize,
    /// Sittings that were closed or opened.
    pub turned: Vec<(SittingName, bool)>,
    /// What was not taken in, and why.
    pub remarks: Vec<Remark>,
    /// Whether something was written.
    pub changed: bool,
}

/// A mark of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// STT; who was only sent for somebody has none.
    pub stt: Option<u32>,
    /// Who.
    pub delegate: DelegateId,
    /// Their name.
    pub name: String,
    /// At which sitting.
    pub sitting: SittingName,
    /// What it says.
    pub status: AttendanceStatus,
}

/// A mark that says otherwise than the one that counts here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Its row among the conflicts.
    pub id: i64,
    /// Whose, where, and what it says.
    pub theirs: Told,
    /// Why somebody was absent, or who sat there, as they have it.
    pub theirs_note: Option<String>,
    /// When it was made: UTC, RFC 3339.
    pub theirs_at: String,
    /// What counts here.
    pub ours: AttendanceStatus,
    /// The same of ours.
    pub ours_note: Option<String>,
}

/// Somebody who is new here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// STT; who was only sent for somebody has none.
    pub stt: Option<u32>,
    /// Who.
    pub delegate: DelegateId,
    /// Their name.
    pub name: String,
    /// Position and unit.
    pub place: String,
    /// Whether they came without having been called.
    pub walk_in: bool,
    /// For whom they were sent.
    pub substitute_for: Option<String>,
}

/// Which sitting is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SittingName {
    /// Its row.
    pub id: SittingId,
    /// The Nth of its cluster, by date and half of the day.
    pub number: u32,
    /// The day.
    pub date: FuzzyDate,
    /// The half of it.
    pub half: HalfDay,
}

impl std::fmt::Display for SittingName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.half.printed(), date::short(self.date))
    }
}

impl Received {
    /// Whether the list of delegates changes, and with it numbers and papers.
    pub fn changes_list(&self) -> bool {
        self.opened || self.updated > 0 || !self.added.is_empty()
    }
}

/// Something of the file that was not taken in, or that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Remark {
    /// A mark of somebody who was taken off the list here.
    Withdrawn(String),
    /// A mark of somebody who was only sent for another here, and has no place.
    NoPlace(String),
    /// A mark of somebody who is in another cluster here, or in none.
    OtherCluster(String),
    /// A mark of somebody who was deleted here.
    Deleted(String),
    /// A mark at a sitting that is not here.
    NoSitting(String),
    /// A column of a form is of a sitting that was deleted here.
    SittingGone,
    /// Somebody new is on the list already under this STT, or was only sent for somebody.
    SamePerson {
        /// Who.
        name: String,
        /// Their number here.
        stt: Option<u32>,
    },
    /// Somebody new is on the list of another cluster here.
    ElsewhereListed(String),
    /// The sitting was closed there; here it stays open, for there is something to decide.
    StaysOpen(String),
    /// Whether it is closed was decided here, too, and otherwise.
    ClosedOtherwise(String),
    /// The home of the session has somebody no more on its list.
    GoneAtHome(String),
    /// So many badges that were printed elsewhere are unknown to scanners here.
    BadgesUnknown(usize),
    /// A cell that nobody understands.
    Cell {
        /// "G12".
        cell: String,
        /// What stands there.
        text: String,
    },
    /// The name of a row was typed over.
    NameChanged {
        /// The row as Excel shows it.
        row: u32,
        /// The name it was made with.
        was: String,
        /// What stands there now.
        now: String,
    },
    /// Two rows are of one person.
    RowTwice {
        /// The row.
        row: u32,
        /// Who.
        name: String,
    },
    /// Somebody was added and marked at no sitting.
    NotMarked {
        /// The row.
        row: u32,
        /// Who.
        name: String,
    },
    /// A row with marks and without a name.
    NoName(u32),
    /// The number that somebody sat for is nobody's.
    NoSuchPlace {
        /// The cell.
        cell: String,
        /// What stands there.
        text: String,
    },
    /// At a sitting both the delegate and who came for them are marked.
    BothThere {
        /// The row of the one who came.
        row: u32,
        /// The delegate.
        name: String,
    },
}

impl Explain for Remark {
    fn explain(&self) -> Sentence {
        let of_row = |id: &str, row: u32, name: &str| Sentence::new(id).with("row", row).with("name", name);
        match self {
            Self::Withdrawn(name) => Sentence::new("exchange-withdrawn").with("name", name.as_str()),
            Self::NoPlace(name) => Mistake::HasNoPlace(name.clone()).explain(),
            Self::OtherCluster(name) => Sentence::new("exchange-other-cluster").with("name", name.as_str()),
            Self::Deleted(name) => Sentence::new("exchange-deleted").with("name", name.as_str()),
            Self::NoSitting(sitting) => {
                Sentence::new("exchange-no-sitting").with("sitting", sitting.as_str())
            }
            Self::SittingGone => Sentence::new("exchange-sitting-gone"),
            Self::SamePerson { name, stt: Some(stt) } => {
                Sentence::new("exchange-same-person").with("name", name.as_str()).with("stt", *stt)
            }
            Self::SamePerson { name, stt: None } => {
                Sentence::new("exchange-same-substitute").with("name", name.as_str())
            }
            Self::ElsewhereListed(name) => Sentence::new("exchange-elsewhere").with("name", name.as_str()),
            Self::StaysOpen(sitting) => {
                Sentence::new("exchange-stays-open").with("sitting", sitting.as_str())
            }
            Self::ClosedOtherwise(sitting) => {
                Sentence::new("exchange-closed-otherwise").with("sitting", sitting.as_str())
            }
            Self::GoneAtHome(name) => Sentence::new("exchange-gone-at-home").with("name", name.as_str()),
            Self::BadgesUnknown(count) => Sentence::new("exchange-badges-unknown").with("count", *count),
            Self::Cell { cell, text } => {
                Sentence::new("exchange-cell").with("cell", cell.as_str()).with("text", text.as_str())
            }
            Self::NameChanged { row, was, now } => {
                of_row("exchange-name-changed", *row, now).with("was", was.as_str())
            }
            Self::RowTwice { row, name } => of_row("exchange-row-twice", *row, name),
            Self::NotMarked { row, name } => of_row("exchange-not-marked", *row, name),
            Self::NoName(row) => Sentence::new("exchange-no-name").with("row", *row),
            Self::NoSuchPlace { cell, text } => Sentence::new("exchange-no-such-place")
                .with("cell", cell.as_str())
                .with("text", text.as_str()),
            Self::BothThere { row, name } => of_row("exchange-both-there", *row, name),
        }
    }
}

/// Why a file is no attendance that can be taken in. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileMistake {
    /// Larger than any attendance.
    #[error("too large")]
    TooLarge,
    /// Neither a package nor a form of this program.
    #[error("not an attendance file")]
    NotOurs,
    /// Written by a newer version of this program.
    #[error("version {0}")]
    TooNew(u32),
    /// One of ours, and not whole.
    #[error("damaged")]
    Damaged,
    /// A form whose hidden rows and columns are gone.
    #[error("a form without its hidden cells")]
    FormSpoilt,
}

impl Explain for FileMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::TooLarge => {
                Sentence::new("exchange-too-large").with("most", (MOST_BYTES / (1024 * 1024)).to_string())
            }
            Self::NotOurs => Sentence::new("exchange-not-ours"),
            Self::TooNew(_) => Sentence::new("exchange-too-new"),
            Self::Damaged => Sentence::new("exchange-damaged"),
            Self::FormSpoilt => Sentence::new("exchange-form-spoilt"),
        }
    }
}

/// Why what a file says cannot be taken in here. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeMistake {
    /// The session is not here.
    #[error("{0:?} is not here")]
    ForeignSession(String),
    /// The form's session is not here; a form does not say what it is called.
    #[error("the session of the form is not here")]
    ForeignForm,
    /// The session has no such cluster.
    #[error("no such cluster")]
    ForeignCluster,
    /// A sitting it has something new for is closed here.
    #[error("{0} is closed")]
    Closed(String),
    /// Identities in it stand here for something else.
    #[error("identities of something else")]
    Mixed,
    /// All sittings are closed, or there are none: a form would have no columns.
    #[error("no open sitting")]
    NoOpenSitting,
    /// The conflict was decided meanwhile.
    #[error("decided already")]
    Settled,
}

impl Explain for ExchangeMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::ForeignSession(title) => {
                Sentence::new("exchange-foreign-session").with("title", title.as_str())
            }
            Self::ForeignForm => Sentence::new("exchange-foreign-form"),
            Self::ForeignCluster => Sentence::new("exchange-foreign-cluster"),
            Self::Closed(sitting) => Sentence::new("exchange-closed").with("sitting", sitting.as_str()),
            Self::Mixed => Sentence::new("exchange-mixed"),
            Self::NoOpenSitting => Sentence::new("exchange-no-open-sitting"),
            Self::Settled => Sentence::new("exchange-settled"),
        }
    }
}
