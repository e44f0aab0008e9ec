//! A delegate: a person in a session, with its own copy of name, position and unit.

use serde::{Deserialize, Serialize};

use super::id::{ClusterId, DelegateId, PersonId};
use super::person::PersonDetails;

/// Whether a delegate still counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelegateState {
    /// On the list.
    #[default]
    Listed,
    /// Only sent for somebody on the list (đi thay): has no place, no STT, and is in no figure.
    Substitute,
    /// Taken off after the list was fixed (rút tên): keeps its crossed-out number.
    Withdrawn,
}

/// A delegate of the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegate {
    /// Its row.
    pub id: DelegateId,
    /// The person of the registry it was copied from.
    pub person: PersonId,
    /// The cluster it belongs to; `None` until the list is divided.
    pub cluster: Option<ClusterId>,
    /// Still on the list or withdrawn.
    pub state: DelegateState,
    /// STT fixed by "Chốt danh sách"; `None` while the number follows the order.
    pub fixed_number: Option<u32>,
    /// True when added after the list was fixed ("Bổ sung").
    pub supplementary: bool,
    /// Came without having been called, and was taken on the list on the spot.
    pub walk_in: bool,
    /// For whom they were sent, where they are not on the list themselves.
    pub substitute_for: Option<DelegateId>,
    /// A sort name that overrides the rule, for names such as "H'Hen Niê".
    pub sort_name: Option<String>,
    /// Name, birth, position, unit as this session prints them.
    pub details: PersonDetails,
    /// Who it was is erased: only counted, never edited.
    pub erased: bool,
}

impl Delegate {
    /// Whether papers are made out to them by name: they are on the list, and nobody erased who it is.
    pub fn is_named(&self) -> bool {
        self.state == DelegateState::Listed && !self.erased
    }

    /// What a search in the list looks through, folded as
    /// [`fold`](crate::vietnamese::fold::fold) folds the words looked for.
    pub fn search_key(&self) -> String {
        self.details.search_key()
    }
}

/// Someone about to become a delegate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewDelegate {
    /// Not in the registry yet: added there, too.
    Unknown(PersonDetails),
    /// A person of the registry, as the registry has them now.
    Known(PersonId),
}

/// What became of delegates who were taken off the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Removal {
    /// Gone from the list without a trace.
    pub deleted: usize,
    /// Crossed out: their number was fixed, or something is recorded of them.
    pub withdrawn: usize,
}
