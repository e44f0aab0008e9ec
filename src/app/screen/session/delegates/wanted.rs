//! Whom to select once they are in view, by the key of what leads to them.

use crate::app::screen::{Goal, Route, Tab, id_in};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};

/// Who is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// This one.
    One(DelegateId),
    /// All that came in after this one.
    After(i64),
}

/// What those who come in after the last of now are found by.
pub fn those_after(last: Option<DelegateId>, session: SessionId) -> Goal {
    let last = last.map_or(0, |last| last.0);
    Goal { place: Route::Session(session, Tab::Delegates), key: Some(format!("after-delegate {last}")) }
}

impl Wanted {
    /// Whom a key means, if it is one of delegates.
    pub(super) fn of(key: &str) -> Option<Self> {
        let one = id_in(key, "delegate").map(DelegateId).map(Self::One);
        one.or_else(|| id_in(key, "after-delegate").map(Self::After))
    }

    /// Those of the session.
    pub(super) fn among(self, dossier: &Dossier) -> Vec<DelegateId> {
        let ids = dossier.delegates.iter().map(|one| one.id);
        match self {
            Self::One(id) => vec![id],
            Self::After(last) => ids.filter(|id| id.0 > last).collect(),
        }
    }
}
