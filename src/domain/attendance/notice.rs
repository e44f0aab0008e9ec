//! What was said before of somebody (báo vắng trước, cử thay trước): who will not come, to which sittings, why, and who is
//! sent instead.

use super::arrival::Reach;
use super::{Attendance, AttendanceStatus, NewMark};
use crate::domain::delegate::Delegate;
use crate::domain::id::{DelegateId, SittingId};

/// A notice of the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Of whom.
    pub delegate: DelegateId,
    /// Of which sittings.
    pub span: Span,
    /// Why.
    pub reason: Option<String>,
    /// Who is sent instead.
    pub substitute: Option<DelegateId>,
}

/// The sittings a notice is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All of them.
    Session,
    /// One.
    Sitting(SittingId),
    /// One and those that follow.
    Onward(SittingId),
}

impl Span {
    /// As far as this from a sitting.
    pub fn from(sitting: SittingId, reach: Reach) -> Self {
        match reach {
            Reach::Sitting => Self::Sitting(sitting),
            Reach::Onward => Self::Onward(sitting),
            Reach::Session => Self::Session,
        }
    }

    /// From which of the sittings of a cluster, in their order, until which it is; nothing where it is of none.
    pub fn places(self, order: &[SittingId]) -> std::ops::Range<usize> {
        let place = |sitting| order.iter().position(|one| *one == sitting);
        match self {
            Self::Session => 0..order.len(),
            Self::Sitting(sitting) => place(sitting).map_or(0..0, |at| at..at + 1),
            Self::Onward(sitting) => place(sitting).map_or(0..0, |at| at..order.len()),
        }
    }
}

impl Attendance {
    /// What was said before of a delegate at a sitting; `order` has the sittings of the cluster by time. The narrowest
    /// notice counts. Who came back in person since it began is not expected to be away any more.
    pub fn notice(&self, delegate: DelegateId, sitting: SittingId, order: &[SittingId]) -> Option<&Notice> {
        let here = order.iter().position(|one| *one == sitting)?;
        let of_delegate = self.notices.iter().filter(|one| one.delegate == delegate);
        let of_sitting = of_delegate.filter(|one| one.span.places(order).contains(&here));
        let notice = of_sitting.min_by_key(|one| one.span.places(order).len())?;
        let before = &order[notice.span.places(order).start..here];
        let last = before.iter().rev().find_map(|earlier| self.of(delegate, *earlier));
        (!last.is_some_and(|mark| mark.status.is_present())).then_some(notice)
    }

    /// On whose places somebody sits who has none: on those of whom that was said, else of the one they were sent for.
    pub fn places_of(&self, one: &Delegate, sitting: SittingId, order: &[SittingId]) -> Vec<DelegateId> {
        let said = self.notices.iter().filter(|notice| notice.substitute == Some(one.id));
        let said = said.filter(|notice| self.notice(notice.delegate, sitting, order) == Some(*notice));
        let places: Vec<DelegateId> = said.map(|notice| notice.delegate).collect();
        if places.is_empty() { one.substitute_for.into_iter().collect() } else { places }
    }

    /// The mark of somebody of whom nobody says otherwise: as it was said before, else present.
    pub fn expected(&self, delegate: DelegateId, sitting: SittingId, order: &[SittingId]) -> NewMark {
        let Some(notice) = self.notice(delegate, sitting, order) else {
            return NewMark::new(delegate, sitting, AttendanceStatus::Present);
        };
        match notice.substitute {
            Some(substitute) => NewMark::substituted(delegate, sitting, substitute),
            None => NewMark {
                note: notice.reason.clone(),
                ..NewMark::new(delegate, sitting, AttendanceStatus::Excused)
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Mark, Way};
    use crate::domain::id::{EntryId, MarkId};

    const ORDER: [SittingId; 4] = [SittingId(1), SittingId(2), SittingId(3), SittingId(4)];
    const AN: DelegateId = DelegateId(1);

    fn mark(sitting: i64, status: AttendanceStatus) -> Mark {
        Mark {
            id: MarkId(sitting),
            entry: EntryId(sitting),
            delegate: AN,
            sitting: SittingId(sitting),
            status,
            substitute: None,
            note: None,
            at: String::new(),
            way: Way::Name,
            page: None,
        }
    }

    fn said(span: Span, substitute: Option<i64>) -> Notice {
        let reason = Some("họp tỉnh".to_owned());
        Notice { delegate: AN, span, reason, substitute: substitute.map(DelegateId) }
    }

    #[test]
    fn the_narrowest_notice_counts_until_somebody_is_back() {
        let notices =
            vec![said(Span::Onward(SittingId(2)), Some(9)), said(Span::Sitting(SittingId(3)), None)];
        let away = Attendance::new([], Vec::new()).with_notices(notices.clone());
        let statuses =
            |attendance: &Attendance| ORDER.map(|sitting| attendance.expected(AN, sitting, &ORDER).status);
        use AttendanceStatus::{Excused, Present, Substituted};
        assert_eq!(statuses(&away), [Present, Substituted, Excused, Substituted]);
        assert_eq!(away.expected(AN, SittingId(2), &ORDER).substitute, Some(DelegateId(9)));
        assert_eq!(away.expected(AN, SittingId(3), &ORDER).note.as_deref(), Some("họp tỉnh"));
        let back = Attendance::new([mark(2, Present)], Vec::new()).with_notices(notices);
        assert_eq!(statuses(&back), [Present, Substituted, Excused, Present]);
        let all = Attendance::new([], Vec::new()).with_notices(vec![said(Span::Session, None)]);
        assert_eq!(statuses(&all), [Excused; 4]);
    }
}
