//! Cụm: where the session meets. One line per cluster; the one that is open is
//! edited in place.

use iced::Element;

use super::span::{Edge, last_day_gone, moved};
use super::{Context, sittings};
use crate::app::screen::{Action, id_in};
use crate::domain::cluster::{Cluster, ClusterDetails};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::session::SessionForm;
use crate::sentence::Explain;
use crate::store::StoreError;
use crate::vietnamese::clean::clean;

/// The name of the cluster that is open.
pub(super) const NAME_FIELD: &str = "cluster-name";

/// Which cluster is open.
#[derive(Default)]
pub struct State {
    open: Opened,
    pub(super) sittings: sittings::State,
    /// The field that gets the focus once what was added is on show.
    focus: Option<&'static str>,
    /// The units the data file knows, to be offered.
    known: Option<Vec<String>>,
    /// The unit that is being typed.
    unit: String,
}

/// What of the clusters is open.
#[derive(Default)]
enum Opened {
    /// The only cluster there is, by itself.
    #[default]
    Only,
    /// This one.
    One(ClusterId),
    /// The user folded what was.
    Nothing,
}

/// The fields of a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClusterField {
    /// "Cụm 1".
    Name,
    /// Where it meets.
    Venue,
    /// From – to.
    Dates,
    /// Seats.
    Capacity,
    /// How many are expected.
    Expected,
    /// How many came.
    Actual,
    /// The units it serves.
    Serves,
    /// Who is in charge.
    Lead,
}

impl ClusterField {
    /// The field's name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Venue => "venue",
            Self::Dates => "dates",
            Self::Capacity => "capacity",
            Self::Expected => "expected",
            Self::Actual => "actual",
            Self::Serves => "serves",
            Self::Lead => "lead",
        }
    }
}

/// Where a cluster moves among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
}

/// What happens on the card.
#[derive(Clone)]
pub enum Message {
    /// A cluster is opened or folded.
    Toggle(ClusterId),
    /// A text was committed.
    Typed(ClusterId, ClusterField, String),
    /// The units of the data file arrived.
    Known(Result<Vec<String>, StoreError>),
    /// A unit was typed; it is taken by Enter or by its button.
    UnitTyped(String),
    /// What was typed is served by this cluster.
    UnitAdd(ClusterId),
    /// A unit is served no more.
    UnitAway(ClusterId, String),
    /// A number was committed.
    Number(ClusterId, ClusterField, Option<u32>),
    /// The first or the last day was committed.
    Day(ClusterId, Edge, Option<FuzzyDate>),
    /// Another cluster is wanted.
    Add,
    /// It was added.
    Added(ClusterId),
    /// A cluster is to go.
    Remove(ClusterId),
    /// A cluster moves.
    Move(ClusterId, Way),
    /// A cluster becomes two.
    Split(ClusterId),
    /// A cluster goes into another one.
    Merge {
        /// The one that goes.
        from: ClusterId,
        /// The one that stays.
        into: ClusterId,
    },
    /// Communes go from where there is no seat to where there is.
    Balance,
    /// On its sittings.
    Sittings(sittings::Message),
}

impl State {
    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let store = context.store;
        match message {
            Message::Toggle(id) => {
                let open = self.opened(dossier) == Some(id);
                self.show((!open).then_some(id));
                Action::None
            }
            Message::Typed(id, what, text) => edit(id, what, dossier, context, move |details| {
                let entered = Some(text.clone()).filter(|text| !text.is_empty());
                match what {
                    ClusterField::Name => details.name = entered.unwrap_or_default(),
                    ClusterField::Venue => details.venue = entered,
                    ClusterField::Lead => details.lead = entered,
                    ClusterField::Serves
                    | ClusterField::Dates
                    | ClusterField::Capacity
                    | ClusterField::Expected
                    | ClusterField::Actual => {}
                }
            }),
            Message::Known(answer) => {
                self.known = answer.ok();
                Action::None
            }
            Message::UnitTyped(unit) => {
                self.unit = unit;
                Action::None
            }
            Message::UnitAdd(id) => {
                let typed = std::mem::take(&mut self.unit);
                if clean(&typed).is_empty() {
                    return Action::None;
                }
                edit(id, ClusterField::Serves, dossier, context, move |details| {
                    for unit in units(&typed) {
                        if !details.serves.contains(&unit) {
                            details.serves.push(unit);
                        }
                    }
                })
            }
            Message::UnitAway(id, unit) => edit(id, ClusterField::Serves, dossier, context, move |details| {
                details.serves.retain(|one| *one != unit);
            }),
            Message::Split(id) => Action::write(store.split_cluster(id), |new| Some(Message::Added(new))),
            Message::Merge { from, into } => {
                Action::write(store.merge_clusters(into, from), move |()| Some(Message::Added(into)))
            }
            Message::Balance => Action::write(store.balance_clusters(dossier.session.id), |_| None),
            Message::Number(id, what, number) => {
                edit(id, what, dossier, context, move |details| match what {
                    ClusterField::Capacity => details.capacity = number,
                    ClusterField::Expected => details.expected = number,
                    ClusterField::Actual => details.actual = number,
                    ClusterField::Name
                    | ClusterField::Venue
                    | ClusterField::Dates
                    | ClusterField::Serves
                    | ClusterField::Lead => {}
                })
            }
            Message::Day(id, edge, day) => {
                let shown = dossier.clusters.iter().find(|one| one.id == id);
                let (shown, key) = (shown.and_then(|one| one.details.dates), edge_key(id, edge));
                if let Err(error) = moved(shown, edge, day) {
                    return Action::Refuse(key, error.explain());
                }
                let saved = save(id, ClusterField::Dates, key, dossier, context, move |details| {
                    if let Ok(dates) = moved(details.dates, edge, day) {
                        details.dates = dates;
                    }
                });
                let told = last_day_gone(shown, edge, day).map_or(Action::None, Action::Fail);
                Action::All(vec![saved, told])
            }
            Message::Add => {
                let empty = ClusterDetails::default();
                Action::write(store.add_cluster(dossier.session.id, empty), |id| Some(Message::Added(id)))
            }
            Message::Added(id) => {
                self.show(Some(id));
                self.focus = Some(NAME_FIELD);
                Action::None
            }
            Message::Remove(id) => Action::write(store.delete_cluster(id), |()| None),
            Message::Move(id, way) => match reordered(&dossier.clusters, id, way) {
                Some(order) => Action::write(store.reorder_clusters(dossier.session.id, order), |()| None),
                None => Action::None,
            },
            Message::Sittings(message) => {
                if matches!(message, sittings::Message::Added) {
                    self.focus = Some(sittings::DAY_FIELD);
                }
                self.sittings.update(message, dossier, context).map(Message::Sittings)
            }
        }
    }

    /// The session was loaded again: the field of what was just added, to focus.
    pub fn take_focus(&mut self) -> Option<&'static str> {
        self.focus.take()
    }

    /// Opens the cluster that a key of a field is of.
    pub(super) fn reveal(&mut self, key: &str) {
        if let Some(id) = id_in(key, "cluster") {
            self.show(Some(ClusterId(id)));
        }
    }

    fn show(&mut self, id: Option<ClusterId>) {
        self.open = id.map_or(Opened::Nothing, Opened::One);
        self.unit.clear();
        self.sittings = sittings::State::default();
    }

    /// The cluster that is open. The only one there is needs no opening.
    pub(super) fn opened(&self, dossier: &Dossier) -> Option<ClusterId> {
        match (&self.open, dossier.clusters.as_slice()) {
            (Opened::One(id), _) => Some(*id),
            (Opened::Only, [only]) => Some(only.id),
            (Opened::Only | Opened::Nothing, _) => None,
        }
    }

    /// The open cluster one step up or down.
    pub fn shifted(&self, way: Way, dossier: &Dossier) -> Option<Message> {
        self.opened(dossier).map(|id| Message::Move(id, way))
    }

    /// Asks for the units of the data file, once.
    pub fn ask_units(&self, context: Context<'_>) -> Action<Message> {
        match self.known {
            Some(_) => Action::None,
            None => Action::ask_once(context.store.unit_names(), Message::Known),
        }
    }

    /// What of the units of the data file this cluster does not serve yet, and
    /// what is typed of one.
    pub fn offered(&self, serves: &[String]) -> (Vec<String>, &str) {
        let known = self.known.iter().flatten().filter(|unit| !serves.contains(unit));
        (known.cloned().collect(), &self.unit)
    }

    /// The half-days of the open cluster.
    pub fn sittings<'a>(
        &'a self,
        cluster: &'a Cluster,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        self.sittings.view(cluster, dossier, context).map(Message::Sittings)
    }
}

/// What clusters are called: cụm where people meet, điểm cầu where they connect.
pub struct Words {
    /// The title of the card.
    pub title: &'static str,
    /// Adding one.
    pub add: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// Taking one away.
    pub remove: &'static str,
    /// The name of one.
    pub name: &'static str,
    /// Putting one into another.
    pub merge: &'static str,
}

/// The words for this session's clusters.
pub fn words(dossier: &Dossier) -> Words {
    match dossier.session.details.form {
        SessionForm::InPerson => Words {
            title: "window-info-clusters",
            add: "window-info-cluster-add",
            none: "window-info-no-clusters",
            remove: "window-info-cluster-remove",
            name: "window-info-cluster-name",
            merge: "info-cluster-merge",
        },
        SessionForm::Online | SessionForm::Hybrid => Words {
            title: "info-sites",
            add: "info-site-add",
            none: "info-no-sites",
            remove: "info-site-remove",
            name: "info-site-name",
            merge: "info-site-merge",
        },
    }
}

/// The draft of a field.
pub(super) fn key(id: ClusterId, what: ClusterField) -> String {
    format!("cluster {id} {}", what.name())
}

/// The draft of the first or the last day.
pub(super) fn edge_key(id: ClusterId, edge: Edge) -> String {
    format!("cluster {id} {}", if edge == Edge::First { "starts" } else { "ends" })
}

/// A field changes a cluster, on show and in the data file.
fn edit(
    id: ClusterId,
    what: ClusterField,
    dossier: &mut Dossier,
    context: Context<'_>,
    change: impl Fn(&mut ClusterDetails) + Send + 'static,
) -> Action<Message> {
    save(id, what, key(id, what), dossier, context, change)
}

/// The same for a field whose draft has this key.
fn save(
    id: ClusterId,
    what: ClusterField,
    key: String,
    dossier: &mut Dossier,
    context: Context<'_>,
    change: impl Fn(&mut ClusterDetails) + Send + 'static,
) -> Action<Message> {
    let Some(cluster) = dossier.clusters.iter_mut().find(|one| one.id == id) else { return Action::None };
    change(&mut cluster.details);
    Action::save(key, context.store.edit_cluster(id, what.name(), change))
}

/// The units named in a line, between semicolons: names have commas of their own.
fn units(line: &str) -> Vec<String> {
    line.split(';').map(clean).filter(|unit| !unit.is_empty()).collect()
}

/// The clusters with one moved a step; `None` when it cannot move that way.
fn reordered(clusters: &[Cluster], id: ClusterId, way: Way) -> Option<Vec<ClusterId>> {
    let mut order: Vec<ClusterId> = clusters.iter().map(|one| one.id).collect();
    let at = order.iter().position(|one| *one == id)?;
    let to = match way {
        Way::Up => at.checked_sub(1)?,
        Way::Down => at + 1,
    };
    if to >= order.len() {
        return None;
    }
    order.swap(at, to);
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stand_between_semicolons() {
        assert_eq!(
            units("Xã Tam Đại;  Thôn Trung Đàn, xã Tam Đại ; "),
            ["Xã Tam Đại", "Thôn Trung Đàn, xã Tam Đại"]
        );
        assert!(units("").is_empty());
    }

    #[test]
    fn a_cluster_moves_one_step_and_not_past_the_ends() {
        let clusters: Vec<Cluster> = (1..=3)
            .map(|number| Cluster {
                id: ClusterId(i64::from(number)),
                number,
                details: ClusterDetails::default(),
                sittings: Vec::new(),
            })
            .collect();
        let order = |id, way| {
            reordered(&clusters, ClusterId(id), way)
                .map(|order| order.into_iter().map(|one| one.0).collect::<Vec<_>>())
        };
        assert_eq!(order(2, Way::Up), Some(vec![2, 1, 3]));
        assert_eq!(order(2, Way::Down), Some(vec![1, 3, 2]));
        assert_eq!(order(1, Way::Up), None);
        assert_eq!(order(3, Way::Down), None);
        assert_eq!(order(9, Way::Down), None);
    }
}
