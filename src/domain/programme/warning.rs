//! What in a programme needs a look: pure rules over the whole session.

use std::collections::HashMap;

use super::{ClockTime, ItemKind, PlannedItem, Presenter, Programme, Slot};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::id::{ClusterId, ProgrammeItemId, SittingId, TopicId};
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::fold::compare_key;

/// The most minutes people sit without a break before a warning: two hours and a
/// half. No law says so. Offices usually put one break of 15 minutes into a
/// half-day of about four hours, and many delegates are old. Reception does not
/// count: people come and go.
const LONGEST_STRETCH: u32 = 150;

/// Something that needs a look. None of them keeps anyone from anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A named person presents in two clusters at the same time. Roles and bodies
    /// are not compared: "Ban tổ chức" is someone else in every cluster.
    PresenterTwice {
        /// The item.
        item: ProgrammeItemId,
        /// Who.
        presenter: String,
        /// Where the person is wanted as well.
        cluster: String,
        /// When that begins, if known.
        at: Option<ClockTime>,
    },
    /// The items last longer than the sitting.
    Overfull {
        /// The sitting.
        sitting: SittingId,
        /// When the items end, unless that is past midnight.
        ends: Option<ClockTime>,
        /// By so many minutes.
        over: u32,
    },
    /// More than [`LONGEST_STRETCH`] without a break; said of the item in which
    /// the limit is passed.
    BreakMissing {
        /// The item.
        item: ProgrammeItemId,
        /// Minutes until the end of that item.
        minutes: u32,
    },
    /// A topic of the session is in no sitting of the cluster.
    NotScheduled {
        /// The cluster.
        cluster: ClusterId,
        /// The topic.
        topic: TopicId,
        /// What it is about.
        title: String,
    },
}

/// What a warning stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// An item.
    Item(ProgrammeItemId),
    /// A sitting.
    Sitting(SittingId),
    /// A cluster.
    Cluster(ClusterId),
}

impl Warning {
    /// What it stands beside.
    pub fn spot(&self) -> Spot {
        match self {
            Self::PresenterTwice { item, .. } | Self::BreakMissing { item, .. } => Spot::Item(*item),
            Self::Overfull { sitting, .. } => Spot::Sitting(*sitting),
            Self::NotScheduled { cluster, .. } => Spot::Cluster(*cluster),
        }
    }
}

impl Explain for Warning {
    fn explain(&self) -> Sentence {
        match self {
            Self::PresenterTwice { presenter, cluster, at, .. } => {
                let message = match at {
                    Some(at) => Sentence::new("window-programme-twice-at").with("time", at.to_string()),
                    None => Sentence::new("window-programme-twice"),
                };
                message.with("presenter", presenter.clone()).with("cluster", cluster.clone())
            }
            Self::Overfull { ends: Some(ends), over, .. } => {
                Sentence::new("window-programme-overfull").with("ends", ends.to_string()).with("over", *over)
            }
            Self::Overfull { ends: None, over, .. } => {
                Sentence::new("window-programme-overfull-far").with("over", *over)
            }
            Self::BreakMissing { minutes, .. } => Sentence::new("window-programme-no-break")
                .with("minutes", *minutes)
                .with("most", LONGEST_STRETCH),
            Self::NotScheduled { title, .. } => {
                Sentence::new("window-programme-not-scheduled").with("title", title.clone())
            }
        }
    }
}

/// All warnings of a programme, in its order.
pub fn warnings(programme: &Programme) -> Vec<Warning> {
    let mut all = Vec::new();
    let taken = engagements(programme);
    for cluster in &programme.clusters {
        for sitting in &cluster.sittings {
            all.extend(overfull(sitting));
            all.extend(break_missing(sitting));
            for (item, slot) in sitting.items.iter().zip(sitting.slots()) {
                all.extend(presenter_twice(cluster, sitting, item, slot, &taken));
            }
        }
        // Before anything is planned the page says what to do, not what is missing.
        if cluster.sittings.iter().any(|sitting| !sitting.items.is_empty()) {
            let missing = programme.topics.iter().filter(|topic| !cluster.holds(topic));
            all.extend(missing.map(|topic| Warning::NotScheduled {
                cluster: cluster.id,
                topic: topic.id,
                title: topic.title.clone(),
            }));
        }
    }
    all
}

fn overfull(sitting: &Sitting) -> Option<Warning> {
    let (length, planned) = (sitting.length()?, sitting.planned_minutes());
    let over = planned.checked_sub(length).filter(|over| *over > 0)?;
    Some(Warning::Overfull { sitting: sitting.id, ends: sitting.starts?.after(planned), over })
}

fn break_missing(sitting: &Sitting) -> Option<Warning> {
    let mut sat: u32 = 0;
    for item in &sitting.items {
        match item.details.kind {
            ItemKind::Break => sat = 0,
            ItemKind::Reception => {}
            _ => sat = sat.saturating_add(item.details.minutes.unwrap_or_default()),
        }
        if sat > LONGEST_STRETCH {
            return Some(Warning::BreakMissing { item: item.id, minutes: sat });
        }
    }
    None
}

/// Where a named person is wanted.
struct Engagement<'a> {
    cluster: &'a Cluster,
    sitting: &'a Sitting,
    slot: Slot,
}

/// Every engagement of every named person.
fn engagements(programme: &Programme) -> HashMap<String, Vec<Engagement<'_>>> {
    let mut all: HashMap<String, Vec<Engagement<'_>>> = HashMap::new();
    for cluster in &programme.clusters {
        for sitting in &cluster.sittings {
            for (item, slot) in sitting.items.iter().zip(sitting.slots()) {
                for name in people(item) {
                    all.entry(compare_key(name)).or_default().push(Engagement { cluster, sitting, slot });
                }
            }
        }
    }
    all
}

fn people(item: &PlannedItem) -> impl Iterator<Item = &str> {
    item.details.presenters.iter().filter_map(|one| match one {
        Presenter::Person { name, .. } => Some(name.as_str()),
        Presenter::Role(_) | Presenter::Collective(_) => None,
    })
}

fn presenter_twice(
    cluster: &Cluster,
    sitting: &Sitting,
    item: &PlannedItem,
    slot: Slot,
    taken: &HashMap<String, Vec<Engagement<'_>>>,
) -> Option<Warning> {
    people(item).find_map(|name| {
        let elsewhere = taken.get(&compare_key(name))?.iter().find(|other| {
            other.cluster.id != cluster.id && at_once((sitting, slot), (other.sitting, other.slot))
        })?;
        Some(Warning::PresenterTwice {
            item: item.id,
            presenter: name.to_owned(),
            cluster: elsewhere.cluster.details.name.clone(),
            at: elsewhere.slot.starts,
        })
    })
}

/// Whether two items are held at the same time. Where hours are not known, the
/// same half of the same day counts as the same time.
fn at_once(one: (&Sitting, Slot), other: (&Sitting, Slot)) -> bool {
    if one.0.date != other.0.date {
        return false;
    }
    match (one.1.starts, one.1.ends, other.1.starts, other.1.ends) {
        (Some(from), Some(to), Some(other_from), Some(other_to)) => from < other_to && other_from < to,
        _ => one.0.half == other.0.half,
    }
}

#[cfg(test)]
mod tests {
    use super::super::SessionTopic;
    use super::super::planned::tests::{by, item, programme, sitting};
    use super::*;

    #[test]
    fn a_person_cannot_be_in_two_clusters_at_once() {
        let talk = |id, minutes: Option<u32>| by(item(id, ItemKind::Topic, minutes), "Lê Thị An");
        let first = sitting(1, ("07:30", "11:30"), vec![talk(1, Some(60))]);
        let overlapping = sitting(2, ("08:00", "11:30"), vec![talk(2, Some(60))]);
        let found = warnings(&programme(vec![first.clone(), overlapping]));
        let expected = Warning::PresenterTwice {
            item: ProgrammeItemId(1),
            presenter: "Lê Thị An".into(),
            cluster: "Cụm 2".into(),
            at: "08:00".parse().ok(),
        };
        assert_eq!(found.len(), 2, "both places are told");
        assert_eq!(found[0], expected);

        let after = sitting(2, ("08:30", "11:30"), vec![talk(2, Some(60))]);
        assert_eq!(warnings(&programme(vec![first.clone(), after])), [], "one after the other is possible");
        let mut next_day = sitting(2, ("07:30", "11:30"), vec![talk(2, Some(60))]);
        next_day.date = "2020-09-26".parse().expect("a date");
        assert_eq!(warnings(&programme(vec![first.clone(), next_day])), []);
        let no_hours = sitting(2, ("", ""), vec![talk(2, None)]);
        assert_eq!(warnings(&programme(vec![first, no_hours])).len(), 2, "the same half-day");
    }

    #[test]
    fn a_role_may_be_anyone() {
        let role = |id| {
            let mut item = item(id, ItemKind::Opening, 20);
            item.details.presenters = vec![Presenter::Role("Ban tổ chức".into())];
            item
        };
        let at = ("07:30", "11:30");
        assert_eq!(
            warnings(&programme(vec![sitting(1, at, vec![role(1)]), sitting(2, at, vec![role(2)])])),
            []
        );
    }

    #[test]
    fn a_sitting_must_hold_its_items() {
        let items =
            vec![item(1, ItemKind::Topic, 140), item(2, ItemKind::Break, 15), item(3, ItemKind::Topic, 30)];
        let full = |ends| warnings(&programme(vec![sitting(1, ("07:30", ends), items.clone())]));
        assert_eq!(full("10:35"), []);
        let over = Warning::Overfull { sitting: SittingId(1), ends: "10:35".parse().ok(), over: 5 };
        assert_eq!(full("10:30"), [over]);
        assert_eq!(full(""), [], "without an end nothing is too long");
    }

    #[test]
    fn people_need_a_break() {
        let of = |items| warnings(&programme(vec![sitting(1, ("", ""), items)]));
        let talk = |id| item(id, ItemKind::Topic, 75);
        assert_eq!(of(vec![item(1, ItemKind::Reception, 60), talk(2), talk(3)]), []);
        assert_eq!(
            of(vec![talk(1), talk(2), item(3, ItemKind::Discussion, 1), item(4, ItemKind::Break, 15)]),
            [Warning::BreakMissing { item: ProgrammeItemId(3), minutes: 151 }]
        );
        assert_eq!(of(vec![talk(1), item(2, ItemKind::Break, 15), talk(3), talk(4)]), []);
    }

    #[test]
    fn every_topic_of_the_session_is_held_in_every_cluster() {
        let at = ("", "");
        let mut held = item(1, ItemKind::Topic, 45);
        held.topic = Some(TopicId(8));
        let mut whole = programme(vec![
            sitting(1, at, vec![held]),
            sitting(2, at, vec![item(2, ItemKind::Break, 15)]),
            sitting(3, at, vec![]),
        ]);
        let topic =
            SessionTopic {
                id: TopicId(7), title: "Giám sát".into(), minutes: None, parts: vec![TopicId(8)]
            };
        whole.topics = vec![topic];
        let missing =
            Warning::NotScheduled { cluster: ClusterId(2), topic: TopicId(7), title: "Giám sát".into() };
        assert_eq!(warnings(&whole), [missing], "a part counts; nothing planned is not said again");
    }
}
