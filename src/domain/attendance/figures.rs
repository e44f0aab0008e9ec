//! How many were called, came and stayed away: places, not people. A place that somebody else filled counts once.

use serde::Serialize;

use super::{Attendance, AttendanceStatus};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::SittingId;

/// How many places of a list are what, at one sitting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Places on the list.
    pub invited: usize,
    /// Filled ones: present, late, left early, or by a substitute.
    pub present: usize,
    /// Of those, how many came late.
    pub late: usize,
    /// How many left early.
    pub left_early: usize,
    /// How many were filled by somebody else.
    pub substituted: usize,
    /// Absent with leave.
    pub excused: usize,
    /// Absent without; at a closed sitting also those without a mark.
    pub absent: usize,
    /// Without a mark while the sitting is open.
    pub unmarked: usize,
}

impl Figures {
    /// Of some delegates at a sitting. Who was taken off the list has no place.
    pub fn of<'a>(
        delegates: impl IntoIterator<Item = &'a Delegate>,
        sitting: SittingId,
        attendance: &Attendance,
    ) -> Self {
        let mut figures = Self::default();
        let closed = attendance.is_closed(sitting);
        for delegate in delegates.into_iter().filter(|one| one.state == DelegateState::Listed) {
            figures.count(attendance.of(delegate.id, sitting).map(|mark| mark.status), closed);
        }
        figures
    }

    /// Whether anything is known of the sitting: somebody was marked, or it is closed.
    pub fn is_known(&self) -> bool {
        self.unmarked < self.invited
    }

    /// How many places nobody filled, with leave or without.
    pub fn away(&self) -> usize {
        self.excused + self.absent
    }

    pub(super) fn count(&mut self, status: Option<AttendanceStatus>, closed: bool) {
        self.invited += 1;
        match status {
            Some(status) if status.is_filled() => {
                self.present += 1;
                match status {
                    AttendanceStatus::Late => self.late += 1,
                    AttendanceStatus::LeftEarly => self.left_early += 1,
                    AttendanceStatus::Substituted => self.substituted += 1,
                    _ => {}
                }
            }
            Some(AttendanceStatus::Excused) => self.excused += 1,
            Some(_) => self.absent += 1,
            None if closed => self.absent += 1,
            None => self.unmarked += 1,
        }
    }
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.invited += other.invited;
        self.present += other.present;
        self.late += other.late;
        self.left_early += other.left_early;
        self.substituted += other.substituted;
        self.excused += other.excused;
        self.absent += other.absent;
        self.unmarked += other.unmarked;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_once_and_no_mark_is_absent_only_when_the_sitting_is_closed() {
        let count = |closed: bool| {
            let mut figures = Figures::default();
            for status in AttendanceStatus::ALL {
                figures.count(Some(status), closed);
            }
            figures.count(None, closed);
            figures
        };
        let open = count(false);
        assert_eq!((open.invited, open.present, open.excused, open.absent, open.unmarked), (7, 4, 1, 1, 1));
        assert_eq!((open.late, open.left_early, open.substituted), (1, 1, 1));
        let closed = count(true);
        assert_eq!((closed.absent, closed.unmarked), (2, 0));
        assert_eq!(closed.present + closed.excused + closed.absent + closed.unmarked, closed.invited);
    }
}
