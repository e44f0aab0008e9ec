//! How large a session is, as budgets and reports count it: people, days, sittings.

use super::list::ClusterList;
use crate::domain::attendance::presence::Came;
use crate::domain::audience::headcount;
use crate::domain::cluster::{Cluster, days};
use crate::domain::date::DateSpan;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::person::Gender;

/// The measures of one part; `None` for what is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Who is expected: as entered, else as listed, else as called.
    pub people: Option<u64>,
    /// Those of them whom the state pays, as far as it is known.
    pub state_paid: u64,
    /// Days with a sitting, or those from the first to the last.
    pub days: Option<u64>,
    /// Half-days.
    pub sittings: Option<u64>,
}

/// The measures of a part.
pub fn of(part: &ClusterList, dossier: &Dossier) -> Extent {
    let sittings = part.sittings();
    let days = days(sittings);
    let entered = part.cluster.and_then(|cluster| cluster.details.expected).map(u64::from);
    let listed = || some(part.count());
    let alone = dossier.clusters.len() <= 1;
    let called = || alone.then(|| headcount(&dossier.audience)).flatten().map(|all| u64::from(all.count));
    let paid = part.rows.iter().filter(|row| {
        let by_state = dossier.state_paid.get(&row.delegate.person) == Some(&true);
        by_state && row.delegate.state == DelegateState::Listed
    });
    Extent {
        people: entered.or_else(listed).or_else(called),
        state_paid: count(paid.count()),
        days: some(days.len()).or_else(|| part.dates(dossier).and_then(days_of)),
        sittings: some(sittings.len()),
    }
}

/// What comes of the parts together; `None` where it is not known of some.
pub fn sum(extents: &[Extent], one: impl Fn(&Extent) -> Option<u64>) -> Option<u64> {
    let known: Option<Vec<u64>> = extents.iter().map(one).collect();
    known.filter(|all| !all.is_empty()).map(|all| all.into_iter().fold(0, u64::saturating_add))
}

/// How many days a span has; `None` where one of its ends is not a day.
fn days_of(span: DateSpan) -> Option<u64> {
    let (first, last) = (span.start().calendar()?, span.end().calendar()?);
    let between = first.until(last).ok()?.get_days();
    u64::try_from(between).ok().map(|days| days + 1)
}

/// How many came to a cluster, to one of its sittings at least: by the marks, where everybody is marked, else as it was
/// entered.
pub fn came(cluster: &Cluster, dossier: &Dossier) -> Option<u64> {
    let marked = Came::of(cluster, &dossier.delegates, &dossier.attendance).filter(|came| came.open == 0);
    marked.map(|came| count(came.once)).or(cluster.details.actual.map(u64::from))
}

/// How many came to any cluster: `None` while one has not been counted.
pub fn turnout(dossier: &Dossier) -> Option<u64> {
    let counted: Option<Vec<u64>> = dossier.clusters.iter().map(|cluster| came(cluster, dossier)).collect();
    counted.filter(|all| !all.is_empty()).map(|all| all.into_iter().fold(0, u64::saturating_add))
}

/// How many on the list are women; `None` where the sex of some is not known, or
/// nobody is listed.
pub fn women(dossier: &Dossier) -> Option<u64> {
    let listed = || dossier.delegates.iter().filter(|one| one.state == DelegateState::Listed);
    let known = listed().next().is_some() && listed().all(|one| one.details.gender.is_some());
    known.then(|| count(listed().filter(|one| one.details.gender == Some(Gender::Female)).count()))
}

/// A count as a number of its own.
pub fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A count of something, where there is any.
fn some(number: usize) -> Option<u64> {
    Some(count(number)).filter(|count| *count > 0)
}
