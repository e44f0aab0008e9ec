//! A package: the attendance of one cluster as one file, `*.diemdanh`, from the computer that holds the session to a
//! second one at another hall, and back. It holds the rows of that cluster and no others.
//!
//! What comes from outside is hostile until it was checked: [`MarkPackage::read`] bounds everything before anything is
//! kept, and a sum over the whole tells a letter that flipped on a stick.

mod check;

use serde::{Deserialize, Serialize};

use super::exchange::FileMistake;
use super::{AttendanceStatus, Way};
use crate::domain::cluster::HalfDay;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::delegate::DelegateState;
use crate::domain::person::PersonDetails;
use crate::domain::session::{ListOrder, SessionForm, SessionKind};

/// The ending of such a file.
pub const ENDING: &str = "diemdanh";
/// Marks a file as a package of ours.
const FORMAT: &str = "taphuan-attendance";
/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes: thousands of people at twenty sittings.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most people of a cluster, and the most sittings.
const MOST_ROWS: usize = 20_000;
/// The most marks, and the most entries.
const MOST_MARKS: usize = 500_000;
/// The largest number of a cluster or delegate.
const MOST_NUMBER: u32 = 100_000;
/// The most bytes of one text.
const MOST_TEXT: usize = 4_000;

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkPackage {
    format: String,
    version: u32,
    /// A CRC-32 of the file in which this says nothing.
    sum: String,
    /// When it was made: UTC, RFC 3339.
    pub made_at: String,
    /// Whether it comes from the computer that holds the session, whose list is the one that counts.
    pub from_home: bool,
    /// The session.
    pub session: PackedSession,
    /// Its cluster.
    pub cluster: PackedCluster,
    /// The sittings of that cluster, in order of time.
    pub sittings: Vec<PackedSitting>,
    /// Everybody of the cluster, and who else sat there for one of them.
    pub delegates: Vec<PackedDelegate>,
    /// What was marked, in the order in which it was.
    pub entries: Vec<PackedEntry>,
    /// When sittings were closed and opened, in that order.
    pub events: Vec<PackedEvent>,
    /// What was said before of delegates.
    pub notices: Vec<PackedNotice>,
}

/// What a second computer has to know of the session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedSession {
    /// Its identity on every computer.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// Conference or class.
    pub kind: SessionKind,
    /// In person, online or both.
    pub form: SessionForm,
    /// From – to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateSpan>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// How delegates are ordered and so numbered.
    pub order: ListOrder,
}

/// The cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedCluster {
    /// Its identity on every computer.
    pub uid: String,
    /// Its number in the session.
    pub number: u32,
    /// "Cụm 1".
    pub name: String,
    /// Where it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// When it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateSpan>,
}

/// A sitting of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedSitting {
    /// Its identity on every computer.
    pub uid: String,
    /// The day.
    pub date: FuzzyDate,
    /// The half of it.
    pub half: HalfDay,
    /// "07:30".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// "11:30".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
}

/// A delegate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedDelegate {
    /// Their identity on every computer.
    pub uid: String,
    /// That of the person in the registry.
    pub person: String,
    /// The row on the computer it comes from: what their badge says.
    pub row: i64,
    /// Whether they are of this cluster; another one only sat there for somebody.
    pub here: bool,
    /// On the list or taken off.
    pub state: DelegateState,
    /// The STT, once it is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Added after the list was fixed.
    #[serde(default)]
    pub supplementary: bool,
    /// Came without having been called.
    #[serde(default)]
    pub walk_in: bool,
    /// For whom they were sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute_for: Option<String>,
    /// By which name lists order them, where that overrides the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort_name: Option<String>,
    /// What is printed of them.
    pub details: PersonDetails,
}

/// What one Enter, scan or click said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedEntry {
    /// Its identity on every computer.
    pub uid: String,
    /// When: UTC, RFC 3339.
    pub at: String,
    /// How.
    pub way: Way,
    /// The printed page it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// What the computer is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// Which computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<String>,
    /// The entry it takes back; then it has no marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retracts: Option<String>,
    /// Its marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<PackedMark>,
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedMark {
    /// Its identity on every computer.
    pub uid: String,
    /// Of whom.
    pub delegate: String,
    /// At which sitting.
    pub sitting: String,
    /// What it says.
    pub status: AttendanceStatus,
    /// Who sat there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<String>,
    /// Why somebody was absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The mark that counted before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Whether it is the one that counts there.
    #[serde(default)]
    pub counts: bool,
}

/// A sitting was closed or opened again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedEvent {
    /// Its identity on every computer.
    pub uid: String,
    /// Which sitting.
    pub sitting: String,
    /// Closed; else opened.
    pub closed: bool,
    /// When: UTC, RFC 3339.
    pub at: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the computer is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
}

/// Somebody said before that a delegate will not come, or who is sent instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedNotice {
    /// Of whom.
    pub delegate: String,
    /// The sitting, or the first of them; none means the whole session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<String>,
    /// Whether it is of the sittings after that one, too.
    #[serde(default)]
    pub onward: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<String>,
}

impl MarkPackage {
    /// A package of a session and a cluster, with nothing in it yet.
    pub fn new(session: PackedSession, cluster: PackedCluster, from_home: bool) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            sum: String::new(),
            made_at: crate::clock::stamp(),
            from_home,
            session,
            cluster,
            sittings: Vec::new(),
            delegates: Vec::new(),
            entries: Vec::new(),
            events: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// As it stands in a file.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Self { sum: self.sum_of_all(), ..self.clone() }.plain();
        bytes.push(b'\n');
        bytes
    }

    fn plain(&self) -> Vec<u8> {
        // Texts, numbers and lists: nothing of it can fail to be JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }

    fn sum_of_all(&self) -> String {
        let unsummed = Self { sum: String::new(), ..self.clone() };
        format!("{:08x}", crc32fast::hash(&unsummed.plain()))
    }

    /// Whether a file begins as a package does: the rest is looked at by [`MarkPackage::read`].
    pub fn is_one(bytes: &[u8]) -> bool {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
    }

    /// Reads and checks a file. Texts come back clean.
    pub fn read(bytes: &[u8]) -> Result<Self, FileMistake> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        if bytes.len() as u64 > MOST_BYTES {
            return Err(FileMistake::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // The head first: a newer file may hold what this program does not know.
        let head: Head = match serde_json::from_slice(bytes) {
            Ok(head) => head,
            // One that was cut short still says what it was.
            Err(error) if error.is_eof() && Self::begins(bytes) => return Err(FileMistake::Damaged),
            Err(_) => return Err(FileMistake::NotOurs),
        };
        if head.format != FORMAT {
            return Err(FileMistake::NotOurs);
        }
        if head.version > VERSION {
            return Err(FileMistake::TooNew(head.version));
        }
        let mut package: Self = serde_json::from_slice(bytes).map_err(|_| FileMistake::Damaged)?;
        if package.sum != package.sum_of_all() {
            return Err(FileMistake::Damaged);
        }
        package.check()?;
        Ok(package)
    }

    fn begins(bytes: &[u8]) -> bool {
        let start = &bytes[..bytes.len().min(200)];
        start.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
    }
}

#[cfg(test)]
mod tests;
