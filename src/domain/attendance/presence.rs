//! At how many of its sittings a place was filled, as far as that is known.

use super::Attendance;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::delegate::{Delegate, DelegateState};

/// "Có mặt 3/4 buổi": of the sittings at which it is known, not of those that were planned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Presence {
    /// Sittings at which the place was filled, by whomever.
    pub filled: usize,
    /// Sittings at which there is a mark, or which are closed.
    pub known: usize,
}

impl Presence {
    /// That of a delegate at some sittings.
    pub fn of<'a>(
        delegate: &Delegate,
        sittings: impl IntoIterator<Item = &'a Sitting>,
        attendance: &Attendance,
    ) -> Self {
        let mut presence = Self::default();
        for sitting in sittings {
            let mark = attendance.of(delegate.id, sitting.id);
            presence.known += usize::from(mark.is_some() || attendance.is_closed(sitting.id));
            presence.filled += usize::from(mark.is_some_and(|mark| mark.status.is_filled()));
        }
        presence
    }

    /// Whether anything is known of it.
    pub fn is_known(self) -> bool {
        self.known > 0
    }

    /// Whether the place was filled at none of the sittings that are known.
    pub fn is_away(self) -> bool {
        self.known > 0 && self.filled == 0
    }
}

/// How many places of some clusters were filled at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Came {
    /// Places on the lists.
    pub invited: usize,
    /// Filled at one sitting at least.
    pub once: usize,
    /// Filled at every sitting.
    pub always: usize,
    /// Filled at none, as far as is known.
    pub never: usize,
    /// Of which it is not known at every sitting.
    pub open: usize,
}

impl Came {
    /// Of the places of a cluster; `None` where nobody was marked at any of its sittings and none is closed.
    pub fn of(cluster: &Cluster, delegates: &[Delegate], attendance: &Attendance) -> Option<Self> {
        let (mut came, mut known) = (Self::default(), false);
        let places = delegates
            .iter()
            .filter(|one| one.cluster == Some(cluster.id) && one.state == DelegateState::Listed);
        for delegate in places {
            let presence = Presence::of(delegate, &cluster.sittings, attendance);
            came.invited += 1;
            came.once += usize::from(presence.filled > 0);
            came.always += usize::from(presence.filled > 0 && presence.filled == cluster.sittings.len());
            came.never += usize::from(presence.is_away());
            came.open += usize::from(presence.known < cluster.sittings.len());
            known |= presence.is_known();
        }
        known.then_some(came)
    }
}

impl std::ops::AddAssign for Came {
    fn add_assign(&mut self, other: Self) {
        self.invited += other.invited;
        self.once += other.once;
        self.always += other.always;
        self.never += other.never;
        self.open += other.open;
    }
}
