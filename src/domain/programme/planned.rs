//! The programme of a session as it stands in the data file, with its times.

use super::{ItemKind, PlannedItem};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::id::{CurriculumId, ProgrammeItemId, SittingId, TopicId};

/// What happens in every sitting of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// The curriculum the session follows.
    pub curriculum: Option<CurriculumId>,
    /// Its topics, in order.
    pub topics: Vec<SessionTopic>,
    /// Clusters by number.
    pub clusters: Vec<Cluster>,
}

/// A topic of the session, which its programme should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionTopic {
    /// The topic.
    pub id: TopicId,
    /// What it is about.
    pub title: String,
    /// Usual length.
    pub minutes: Option<u32>,
    /// Its parts at every depth: a part that is held counts for the whole.
    pub parts: Vec<TopicId>,
}

impl Programme {
    /// A sitting with its cluster.
    pub fn sitting(&self, id: SittingId) -> Option<(&Cluster, &Sitting)> {
        let pairs =
            self.clusters.iter().flat_map(|cluster| cluster.sittings.iter().map(move |one| (cluster, one)));
        pairs.into_iter().find(|(_, sitting)| sitting.id == id)
    }

    /// An item with its sitting.
    pub fn item(&self, id: ProgrammeItemId) -> Option<(&Sitting, &PlannedItem)> {
        let sittings = self.clusters.iter().flat_map(|cluster| &cluster.sittings);
        sittings
            .flat_map(|sitting| sitting.items.iter().map(move |one| (sitting, one)))
            .find(|(_, item)| item.id == id)
    }

    /// An item to change before the data file answers.
    pub fn item_mut(&mut self, id: ProgrammeItemId) -> Option<&mut PlannedItem> {
        let sittings = self.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings);
        sittings.flat_map(|sitting| &mut sitting.items).find(|item| item.id == id)
    }

    /// A sitting to change before the data file answers.
    pub fn sitting_mut(&mut self, id: SittingId) -> Option<&mut Sitting> {
        self.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings).find(|sitting| sitting.id == id)
    }

    /// Number of items of the session.
    pub fn len(&self) -> usize {
        self.clusters.iter().flat_map(|cluster| &cluster.sittings).map(|sitting| sitting.items.len()).sum()
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sittings without items, each with the sitting of another session whose items
    /// fit there: the same half-day of the same day of the cluster of the same
    /// place, or of the first cluster where the other session has fewer.
    pub fn filled_from<'a>(&self, other: &'a Self) -> Vec<(SittingId, &'a Sitting)> {
        let mut found = Vec::new();
        for (place, cluster) in self.clusters.iter().enumerate() {
            let Some(source) = other.clusters.get(place).or(other.clusters.first()) else { continue };
            for sitting in cluster.sittings.iter().filter(|one| one.items.is_empty()) {
                let day = cluster.day_of(sitting);
                let twin =
                    source.sittings.iter().find(|one| (source.day_of(one), one.half) == (day, sitting.half));
                found.extend(twin.filter(|twin| !twin.items.is_empty()).map(|twin| (sitting.id, twin)));
            }
        }
        found
    }

    /// The sittings of the other clusters that correspond to one: the same
    /// half-day of the same day, counted from the first day of each cluster; and
    /// the clusters that have no such sitting.
    pub fn counterparts(&self, id: SittingId) -> (Vec<SittingId>, Vec<String>) {
        let Some((own, sitting)) = self.sitting(id) else { return Default::default() };
        let place = own.day_of(sitting);
        let mut found = Vec::new();
        let mut without = Vec::new();
        for cluster in self.clusters.iter().filter(|cluster| cluster.id != own.id) {
            let twin =
                cluster.sittings.iter().find(|one| (cluster.day_of(one), one.half) == (place, sitting.half));
            match twin {
                Some(twin) => found.push(twin.id),
                None => without.push(cluster.details.name.clone()),
            }
        }
        (found, without)
    }
}

impl Cluster {
    /// On which day of the cluster a sitting is: 0 for the first.
    fn day_of(&self, sitting: &Sitting) -> usize {
        let mut days: Vec<_> = self.sittings.iter().map(|one| one.date.sort_key()).collect();
        days.dedup();
        days.iter().position(|day| *day == sitting.date.sort_key()).unwrap_or_default()
    }

    /// Whether the cluster holds a topic, whole or in part.
    pub fn holds(&self, topic: &SessionTopic) -> bool {
        use crate::vietnamese::fold::compare_key;
        let title = compare_key(&topic.title);
        self.sittings.iter().flat_map(|sitting| &sitting.items).any(|item| match item.topic {
            Some(held) => held == topic.id || topic.parts.contains(&held),
            None => item.details.kind == ItemKind::Topic && compare_key(&item.details.title) == title,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::cluster::{ClusterDetails, HalfDay};
    use crate::domain::id::ClusterId;
    use crate::domain::programme::{Presenter, ProgrammeItem};

    pub(in crate::domain::programme) fn item(
        id: i64,
        kind: ItemKind,
        minutes: impl Into<Option<u32>>,
    ) -> PlannedItem {
        let details = ProgrammeItem {
            kind,
            title: format!("Mục {id}"),
            minutes: minutes.into(),
            presenters: Vec::new(),
        };
        PlannedItem { id: ProgrammeItemId(id), topic: None, details, given: Vec::new() }
    }

    pub(in crate::domain::programme) fn by(mut item: PlannedItem, name: &str) -> PlannedItem {
        item.details.presenters = vec![Presenter::Person { name: name.into(), titles: Vec::new() }];
        item
    }

    pub(in crate::domain::programme) fn sitting(
        id: i64,
        hours: (&str, &str),
        items: Vec<PlannedItem>,
    ) -> Sitting {
        Sitting {
            id: SittingId(id),
            date: "2020-09-25".parse().expect("a date"),
            half: HalfDay::Morning,
            starts: hours.0.parse().ok(),
            ends: hours.1.parse().ok(),
            items,
        }
    }

    pub(in crate::domain::programme) fn programme(sittings: Vec<Sitting>) -> Programme {
        let cluster = |(number, sitting): (u32, Sitting)| Cluster {
            id: ClusterId(number.into()),
            number,
            details: ClusterDetails { name: format!("Cụm {number}"), ..ClusterDetails::default() },
            sittings: vec![sitting],
        };
        let clusters = (1..).zip(sittings).map(cluster).collect();
        Programme { curriculum: None, topics: Vec::new(), clusters }
    }

    #[test]
    fn a_longer_item_pushes_what_follows() {
        let times = |opening: u32| {
            let items = vec![
                item(1, ItemKind::Reception, 30),
                item(2, ItemKind::Opening, opening),
                item(3, ItemKind::Topic, None),
                item(4, ItemKind::Closing, 15),
            ];
            let slots = sitting(1, ("07:30", "11:30"), items).slots();
            slots.iter().map(|slot| slot.starts.map(|at| at.to_string())).collect::<Vec<_>>()
        };
        let time = |text: &str| Some(text.to_owned());
        assert_eq!(times(20), [time("07:30"), time("08:00"), time("08:20"), None]);
        assert_eq!(times(50), [time("07:30"), time("08:00"), time("08:50"), None]);
    }

    #[test]
    fn topics_go_before_what_closes_a_sitting() {
        let items = vec![
            item(1, ItemKind::Discussion, 15),
            item(2, ItemKind::Topic, 45),
            item(3, ItemKind::Discussion, 15),
            item(4, ItemKind::Closing, 15),
        ];
        assert_eq!(sitting(1, ("", ""), items).tail(), 2);
        assert_eq!(sitting(1, ("", ""), Vec::new()).tail(), 0);
    }

    #[test]
    fn empty_sittings_are_filled_from_another_session() {
        let held = || vec![item(1, ItemKind::Topic, 45)];
        let own = programme(vec![
            sitting(1, ("", ""), vec![]),
            sitting(2, ("", ""), held()),
            sitting(3, ("", ""), vec![]),
        ]);
        let other = programme(vec![sitting(8, ("", ""), held()), sitting(9, ("", ""), vec![])]);
        let pairs: Vec<_> =
            own.filled_from(&other).iter().map(|(target, source)| (target.0, source.id.0)).collect();
        assert_eq!(
            pairs,
            [(1, 8), (3, 8)],
            "what is planned already stays; a third cluster takes the first one's"
        );
        assert_eq!(own.filled_from(&Programme::default()), []);
    }

    #[test]
    fn counterparts_are_the_same_half_of_the_same_day_of_each_cluster() {
        let mut whole = programme(vec![
            sitting(1, ("", ""), vec![]),
            sitting(2, ("", ""), vec![]),
            sitting(3, ("", ""), vec![]),
        ]);
        whole.clusters[1].sittings[0].date = "2020-09-29".parse().expect("a date");
        whole.clusters[2].sittings[0].half = HalfDay::Evening;
        assert_eq!(whole.counterparts(SittingId(1)), (vec![SittingId(2)], vec!["Cụm 3".to_owned()]));
    }
}
