//! What Tổng quan shows: how far each session has come, and what needs a look.

use jiff::civil::Date;

use crate::domain::id::SessionId;
use crate::domain::retention::Retention;
use crate::domain::session::{SessionState, SessionSummary};

/// Everything Tổng quan is drawn from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// All sessions, the latest first, each with how far it has come.
    pub sessions: Vec<(SessionSummary, Progress)>,
    /// Whether an organisation is known: its name heads every paper.
    pub has_organisation: bool,
}

/// How far a session has come, beyond what its summary says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Topics of its curriculum.
    pub topics: u32,
    /// Items in its timetable.
    pub programme_items: u32,
    /// Delegates who are probably somebody else on the same list: same name, and
    /// the same year of birth or none.
    pub doubled: u32,
    /// Whether a sign-in sheet was made.
    pub has_sheet: bool,
    /// Whether its report was made.
    pub has_report: bool,
    /// Certificates with a number that were not voided.
    pub certificates: u32,
    /// Those of them that were never printed.
    pub unprinted: u32,
    /// Sittings of all its clusters.
    pub sittings: u32,
    /// Those of them at which somebody was marked, or which are closed.
    pub marked: u32,
    /// Places that were filled at one sitting at least. Says nothing while no sitting is marked.
    pub came: u32,
    /// Clusters with more delegates than places.
    pub overfull: Vec<Overfull>,
    /// How long its named data are kept.
    pub retention: Retention,
    /// Delegates who are not erased.
    pub named: u32,
}

/// A cluster with more delegates than places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overfull {
    /// Its name.
    pub cluster: String,
    /// Delegates on its list.
    pub delegates: u32,
    /// Places it has.
    pub capacity: u32,
}

/// One thing that needs a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// No organisation is known, so papers have no name at their head.
    NoOrganisation,
    /// Something about a session.
    Of(SessionId, SessionTask),
}

/// What needs a look in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionTask {
    /// It has no dates.
    NoDates,
    /// Nobody is on its list.
    NoDelegates,
    /// Nothing is planned for its sittings.
    NoProgramme,
    /// A cluster has more delegates than places.
    Overfull(Overfull),
    /// So many may be on the list twice.
    Doubled(u32),
    /// So many certificates have a number and were never printed.
    Unprinted(u32),
    /// Its last day is past, and at so many sittings nobody was marked.
    Unmarked(u32),
    /// Its last day is past and it was not ended.
    Over,
    /// Its named data are kept longer than was said, of so many delegates; nothing holds them.
    KeptTooLong(u32),
}

impl Overview {
    /// What needs a look, the most pressing first. The samples never do.
    pub fn tasks(&self, today: Date) -> Vec<Task> {
        let own = || self.sessions.iter().filter(|(session, _)| !session.is_sample);
        let office = (!self.has_organisation && own().next().is_some()).then_some(Task::NoOrganisation);
        let of_sessions = own().flat_map(|(session, progress)| {
            tasks_of(session, progress, today).into_iter().map(|task| Task::Of(session.id, task))
        });
        office.into_iter().chain(of_sessions).collect()
    }

    /// How many places of a session were filled, where anything was marked.
    pub fn came(&self, session: SessionId) -> Option<u32> {
        let progress = self.sessions.iter().find(|(one, _)| one.id == session).map(|(_, progress)| progress);
        progress.filter(|progress| progress.marked > 0).map(|progress| progress.came)
    }

    /// The [session to get on with](to_get_on_with).
    pub fn next(&self, today: Date) -> Option<&(SessionSummary, Progress)> {
        let next = to_get_on_with(self.sessions.iter().map(|(session, _)| session), today)?.id;
        self.sessions.iter().find(|(session, _)| session.id == next)
    }
}

/// The session to get on with, of sessions the latest first: the next open one, else the latest open one.
/// The office's own go before the samples.
pub fn to_get_on_with<'a>(
    sessions: impl Iterator<Item = &'a SessionSummary> + Clone,
    today: Date,
) -> Option<&'a SessionSummary> {
    let next_of = |samples: bool| {
        let is_open =
            move |one: &&SessionSummary| one.state != SessionState::Ended && one.is_sample == samples;
        let open = sessions.clone().filter(is_open);
        let to_come = open.clone().filter(|one| one.first_day().is_some_and(|day| day >= today));
        to_come.min_by_key(|one| one.first_day()).or_else(|| open.clone().next())
    };
    next_of(false).or_else(|| next_of(true))
}

fn tasks_of(session: &SessionSummary, progress: &Progress, today: Date) -> Vec<SessionTask> {
    let unprinted = (progress.unprinted > 0).then_some(SessionTask::Unprinted(progress.unprinted));
    let is_over = progress.retention.is_over(today) && progress.retention.hold_reason.is_none();
    let kept = (is_over && progress.named > 0).then_some(SessionTask::KeptTooLong(progress.named));
    if session.state == SessionState::Ended {
        return unprinted.into_iter().chain(kept).collect();
    }
    let mut tasks: Vec<SessionTask> = progress.overfull.iter().cloned().map(SessionTask::Overfull).collect();
    if progress.doubled > 0 {
        tasks.push(SessionTask::Doubled(progress.doubled));
    }
    if session.dates.is_none() {
        tasks.push(SessionTask::NoDates);
    }
    if session.delegates == 0 {
        tasks.push(SessionTask::NoDelegates);
    }
    // One thing after the other: without its days there is nothing to plan.
    if session.dates.is_some() && progress.programme_items == 0 {
        tasks.push(SessionTask::NoProgramme);
    }
    tasks.extend(unprinted);
    let is_past = session.last_day().is_some_and(|day| day < today);
    let unmarked = progress.sittings.saturating_sub(progress.marked);
    if is_past && unmarked > 0 && session.delegates > 0 {
        tasks.push(SessionTask::Unmarked(unmarked));
    }
    if is_past {
        tasks.push(SessionTask::Over);
    }
    tasks.extend(kept);
    tasks
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::date::{DateSpan, FuzzyDate};

    fn session(id: i64, day: Option<(i16, u8, u8)>, state: SessionState) -> SessionSummary {
        let day = day.map(|(year, month, day)| FuzzyDate::day(year, month, day).unwrap());
        SessionSummary {
            id: SessionId(id),
            title: format!("Lớp {id}"),
            dates: day.map(DateSpan::single),
            venue: None,
            state,
            delegates: 10,
            clusters: 1,
            is_sample: false,
            put_away: false,
        }
    }

    fn overview(sessions: Vec<(SessionSummary, Progress)>) -> Overview {
        Overview { sessions, has_organisation: true }
    }

    #[test]
    fn the_next_session_is_the_first_to_come_not_the_last() {
        let today = date(2026, 11, 21);
        let mut sample = session(9, Some((2026, 11, 22)), SessionState::Preparing);
        sample.is_sample = true;
        let all = overview(
            [
                session(1, Some((2027, 3, 1)), SessionState::Preparing),
                session(2, Some((2026, 11, 25)), SessionState::Preparing),
                sample,
                session(3, Some((2026, 11, 1)), SessionState::Preparing),
                session(4, Some((2026, 11, 23)), SessionState::Ended),
            ]
            .map(|session| (session, Progress::default()))
            .into(),
        );
        assert_eq!(all.next(today).map(|(one, _)| one.id), Some(SessionId(2)));
    }

    #[test]
    fn what_needs_a_look_comes_from_the_data() {
        let today = date(2026, 11, 21);
        let overfull = Overfull { cluster: "Cụm 3".to_owned(), delegates: 104, capacity: 90 };
        let full = Progress {
            overfull: vec![overfull.clone()],
            doubled: 9,
            programme_items: 3,
            ..Progress::default()
        };
        let printed = Progress { unprinted: 86, ..Progress::default() };
        let mut sample = session(5, None, SessionState::Preparing);
        sample.is_sample = true;
        let mut all = overview(vec![
            (session(1, Some((2026, 11, 25)), SessionState::Preparing), full),
            (session(2, Some((2026, 10, 1)), SessionState::Ended), printed),
            (session(3, Some((2026, 11, 20)), SessionState::Running), Progress::default()),
            (session(4, None, SessionState::Preparing), Progress::default()),
            (sample, Progress::default()),
        ]);
        let expected = [
            Task::Of(SessionId(1), SessionTask::Overfull(overfull)),
            Task::Of(SessionId(1), SessionTask::Doubled(9)),
            Task::Of(SessionId(2), SessionTask::Unprinted(86)),
            Task::Of(SessionId(3), SessionTask::NoProgramme),
            Task::Of(SessionId(3), SessionTask::Over),
            Task::Of(SessionId(4), SessionTask::NoDates),
        ];
        assert_eq!(all.tasks(today), expected);
        all.has_organisation = false;
        assert_eq!(all.tasks(today).first(), Some(&Task::NoOrganisation));
    }

    #[test]
    fn names_kept_longer_than_was_said_need_a_look_unless_archives_hold_them() {
        let today = date(2026, 11, 21);
        let kept = |until: &str, hold: Option<&str>, named| Progress {
            retention: Retention {
                keep_until: until.parse().ok(),
                hold_reason: hold.map(str::to_owned),
                ..Retention::default()
            },
            named,
            ..Progress::default()
        };
        let ended = |id| session(id, Some((2020, 10, 1)), SessionState::Ended);
        let all = overview(vec![
            (ended(1), kept("2025", None, 90)),
            (ended(2), kept("2025", Some("Hồ sơ lưu trữ"), 90)),
            (ended(3), kept("2026", None, 90)),
            (ended(4), kept("2025", None, 0)),
        ]);
        assert_eq!(all.tasks(today), [Task::Of(SessionId(1), SessionTask::KeptTooLong(90))]);
    }
}
