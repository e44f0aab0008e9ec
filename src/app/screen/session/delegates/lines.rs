//! The rows of the table: which, in what order, under what search words.

use std::collections::HashMap;

use crate::app::screen::standing::standing;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, OwnColumnId};
use crate::domain::numbering::{name_key, numbered};
use crate::domain::own_column::{OwnColumn, OwnValue};
use crate::domain::person_field::PersonField;
use crate::domain::session::ListOrder;
use crate::vietnamese::collate;
use crate::vietnamese::fold::fold;

/// By what the rows are ordered; also what the columns hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Key {
    /// STT: the order of the papers.
    #[default]
    Number,
    /// Given name first, as Vietnamese lists have it.
    Name,
    /// Nam, Nữ.
    Gender,
    /// The eldest first.
    Birth,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// Cụm.
    Cluster,
    /// A further line of the person, such as the telephone number.
    Line(PersonField),
    /// A column of the session's own.
    Own(OwnColumnId),
}

impl Key {
    /// What may be chosen as the order.
    pub const ORDERS: [Self; 6] =
        [Self::Number, Self::Name, Self::Birth, Self::Position, Self::Unit, Self::Cluster];
}

/// Whose rows are in view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those of one cluster, or of none.
    Of(Option<ClusterId>),
    /// Those who were taken off the list.
    Withdrawn,
}

impl Filter {
    fn holds(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::Of(one) => one == line.cluster,
            Self::Withdrawn => line.withdrawn,
        }
    }
}

/// Who of those in view has what in an own column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFilter {
    /// The column.
    pub column: OwnColumnId,
    /// What stands there; `None` for nothing.
    pub value: Option<OwnValue>,
}

impl OwnFilter {
    /// Whether it can hold anybody: the column is there, and so is the value.
    pub fn is_of(&self, columns: &[OwnColumn]) -> bool {
        let column = columns.iter().find(|column| column.id == self.column);
        column.is_some_and(|column| match &self.value {
            None => true,
            Some(value) => column.values.values().any(|known| known.is_same(value)),
        })
    }

    /// Whether it holds somebody.
    pub fn holds(&self, column: &OwnColumn, delegate: DelegateId) -> bool {
        match (&self.value, column.value(delegate)) {
            (None, known) => known.is_none(),
            (Some(value), known) => known.is_some_and(|known| known.is_same(value)),
        }
    }
}

/// One delegate of the table.
#[derive(Debug)]
pub struct Line {
    /// Who it is.
    pub id: DelegateId,
    /// Place in the dossier.
    pub at: usize,
    /// STT; nothing for whoever was withdrawn before numbers were fixed.
    pub number: Option<u32>,
    /// Where they sit.
    pub cluster: Option<ClusterId>,
    /// Taken off.
    pub withdrawn: bool,
    /// Whether the number stays as it is.
    fixed: bool,
    /// What a search looks through.
    search: String,
    /// Whether the filter by an own column holds them.
    own: bool,
}

impl Line {
    /// What gives a row another place when it changes, whatever is edited of the person.
    fn stands_as(&self) -> (DelegateId, Option<ClusterId>, bool, bool) {
        (self.id, self.cluster, self.withdrawn, self.fixed)
    }
}

/// The delegates in their order, and which of them are found.
#[derive(Debug, Default)]
pub struct Lines {
    /// In the order of the papers.
    all: Vec<Line>,
    /// Places in `all` in the order on show.
    order: Vec<usize>,
    /// Those of `order` that match.
    found: Vec<usize>,
    key: Key,
    descending: bool,
    /// By what the papers order them.
    list_order: ListOrder,
}

impl Lines {
    /// Takes in the delegates as they are now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let places: HashMap<DelegateId, usize> =
            dossier.delegates.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
        let order = dossier.session.details.list_order;
        let is_same_order = std::mem::replace(&mut self.list_order, order) == order;
        let stood: Vec<_> = self.order.iter().map(|at| self.all[*at].stands_as()).collect();
        self.all = numbered(&dossier.delegates, &clusters, order)
            .into_iter()
            .map(|one| Line {
                id: one.delegate.id,
                at: places.get(&one.delegate.id).copied().unwrap_or_default(),
                number: (one.number > 0).then_some(one.number),
                cluster: one.delegate.cluster,
                withdrawn: one.delegate.state == DelegateState::Withdrawn,
                fixed: one.delegate.fixed_number.is_some(),
                search: searched(one.delegate, &dossier.own_columns),
                own: true,
            })
            .collect();
        self.arrange(dossier);
        let now = self.order.iter().map(|at| self.all[*at].stands_as());
        if let Some(places) = standing(&stood, now).filter(|_| is_same_order) {
            self.order = places.into_iter().map(|at| self.order[at]).collect();
        }
    }

    /// Orders the rows by another key.
    pub fn sort(&mut self, key: Key, descending: bool, dossier: &Dossier) {
        (self.key, self.descending) = (key, descending);
        self.arrange(dossier);
    }

    /// Keeps those whom a filter by an own column holds; all where there is none.
    pub fn keep(&mut self, filter: Option<&OwnFilter>, dossier: &Dossier) {
        let column = |filter: &OwnFilter| dossier.own_columns.iter().find(|one| one.id == filter.column);
        let known = filter.and_then(|filter| Some((filter, column(filter)?)));
        for line in &mut self.all {
            line.own = known.is_none_or(|(filter, column)| filter.holds(column, line.id));
        }
    }

    fn arrange(&mut self, dossier: &Dossier) {
        self.order = (0..self.all.len()).collect();
        let person = |line: usize| dossier.delegates.get(self.all[line].at);
        let words = |line: usize, word: fn(&Delegate) -> Option<&str>| {
            // What is not known comes last.
            let word = person(line).and_then(word);
            (word.is_none(), word.map(collate::key).unwrap_or_default())
        };
        match self.key {
            Key::Number => {}
            Key::Name => self.order.sort_by_cached_key(|line| {
                person(*line).map(|one| name_key(one.sort_name.as_deref(), &one.details))
            }),
            Key::Gender => self.order.sort_by_cached_key(|line| {
                person(*line).and_then(|one| one.details.gender).map_or("z", |one| one.code())
            }),
            Key::Birth => self.order.sort_by_cached_key(|line| {
                let birth = person(*line).and_then(|one| one.details.birth);
                (birth.is_none(), birth.map(crate::domain::date::FuzzyDate::sort_key))
            }),
            Key::Position => {
                self.order.sort_by_cached_key(|line| words(*line, |one| one.details.position.as_deref()));
            }
            Key::Unit => {
                self.order.sort_by_cached_key(|line| words(*line, |one| one.details.unit.as_deref()))
            }
            Key::Line(field) => self.order.sort_by_cached_key(|line| {
                let text = person(*line).map_or("", |one| field.text(&one.details));
                (text.is_empty(), collate::key(text))
            }),
            Key::Cluster => self.order.sort_by_key(|line| {
                let cluster = self.all[*line].cluster;
                let place = dossier.clusters.iter().position(|one| Some(one.id) == cluster);
                place.unwrap_or(usize::MAX)
            }),
            Key::Own(id) => {
                if let Some(column) = dossier.own_columns.iter().find(|column| column.id == id) {
                    self.order.sort_by(|one, other| column.compare(self.all[*one].id, self.all[*other].id));
                }
            }
        }
        if self.descending {
            self.order.reverse();
        }
    }

    /// Keeps those rows in view that hold all words, with or without diacritics.
    pub fn find(&mut self, words: &str, filter: Filter) {
        let folded = fold(words);
        let words: Vec<&str> = folded.split(' ').collect();
        let matches = |line: &Line| {
            line.own && filter.holds(line) && words.iter().all(|word| line.search.contains(word))
        };
        self.found = self.order.iter().copied().filter(|line| matches(&self.all[*line])).collect();
    }

    /// How many rows are in view.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// A row in view.
    pub fn row(&self, row: usize) -> Option<&Line> {
        self.found.get(row).and_then(|line| self.all.get(*line))
    }

    /// The delegate of a row in view.
    pub fn delegate<'a>(&self, row: usize, dossier: &'a Dossier) -> Option<&'a Delegate> {
        let line = self.row(row)?;
        dossier.delegates.get(line.at).filter(|one| one.id == line.id)
    }

    /// The rows in view.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.found.iter().enumerate().map(|(row, line)| (row, &self.all[*line]))
    }

    /// All there are, whether in view or not.
    pub fn all(&self) -> impl Iterator<Item = &Line> {
        self.all.iter()
    }

    /// How many are on the list, of those a filter holds.
    pub fn listed(&self, filter: Filter) -> usize {
        self.all.iter().filter(|line| !line.withdrawn && filter.holds(line)).count()
    }

    /// How many were taken off.
    pub fn withdrawn(&self) -> usize {
        self.all.iter().filter(|line| line.withdrawn).count()
    }

    /// By what the rows are ordered, and whether from the end.
    pub fn sorted(&self) -> (Key, bool) {
        (self.key, self.descending)
    }
}

/// What a search looks through: the person, and what stands in own columns.
fn searched(one: &Delegate, own: &[OwnColumn]) -> String {
    let mut key = one.search_key();
    for value in own.iter().filter_map(|column| column.value(one.id)) {
        key.push(' ');
        key.push_str(&fold(value.text()));
    }
    key
}
