//! Who stands behind each figure of a sitting that minutes and report give.

use super::figures::Figures;
use super::{Attendance, AttendanceStatus};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::SittingId;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Places on the list.
    Invited,
    /// Filled places.
    Present,
    /// Of those, filled by somebody else.
    Substituted,
    /// Of those, by somebody who came late.
    Late,
    /// Of those, by somebody who left early.
    LeftEarly,
    /// Absent with leave.
    Excused,
    /// Absent without; at a closed sitting also those without a mark.
    Absent,
    /// Without a mark while the sitting is open.
    Unmarked,
}

impl Counted {
    /// Every figure, in the order papers give them.
    pub const ALL: [Self; 8] = [
        Self::Invited,
        Self::Present,
        Self::Substituted,
        Self::Late,
        Self::LeftEarly,
        Self::Excused,
        Self::Absent,
        Self::Unmarked,
    ];

    /// The figure, as papers have it.
    pub fn of(self, figures: &Figures) -> usize {
        match self {
            Self::Invited => figures.invited,
            Self::Present => figures.present,
            Self::Substituted => figures.substituted,
            Self::Late => figures.late,
            Self::LeftEarly => figures.left_early,
            Self::Excused => figures.excused,
            Self::Absent => figures.absent,
            Self::Unmarked => figures.unmarked,
        }
    }

    /// Whether it counts a place that is marked so.
    pub fn counts(self, status: Option<AttendanceStatus>, closed: bool) -> bool {
        let is = |wanted| status == Some(wanted);
        match self {
            Self::Invited => true,
            Self::Present => status.is_some_and(AttendanceStatus::is_filled),
            Self::Substituted => is(AttendanceStatus::Substituted),
            Self::Late => is(AttendanceStatus::Late),
            Self::LeftEarly => is(AttendanceStatus::LeftEarly),
            Self::Excused => is(AttendanceStatus::Excused),
            Self::Absent => is(AttendanceStatus::Absent) || closed && status.is_none(),
            Self::Unmarked => !closed && status.is_none(),
        }
    }

    /// Whose places it counts, of some delegates at a sitting, in their order.
    pub fn behind<'a>(
        self,
        delegates: impl IntoIterator<Item = &'a Delegate>,
        sitting: SittingId,
        attendance: &Attendance,
    ) -> Vec<&'a Delegate> {
        let closed = attendance.is_closed(sitting);
        let listed = delegates.into_iter().filter(|one| one.state == DelegateState::Listed);
        listed
            .filter(|one| self.counts(attendance.of(one.id, sitting).map(|mark| mark.status), closed))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_behind_a_figure_are_as_many_as_it_says() {
        for closed in [false, true] {
            let statuses = || AttendanceStatus::ALL.into_iter().map(Some).chain([None, None]);
            let mut figures = Figures::default();
            statuses().for_each(|status| figures.count(status, closed));
            for counted in Counted::ALL {
                let names = statuses().filter(|status| counted.counts(*status, closed)).count();
                assert_eq!(names, counted.of(&figures), "{counted:?}, closed: {closed}");
            }
        }
    }
}
