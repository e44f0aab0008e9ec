//! What a list means for a session.
//!
//! Two records are told together by name (its compare key: case and the place of
//! the tone do not count, every letter and tone does), year of birth and unit:
//!
//! | year | unit | the two are |
//! |---|---|---|
//! | equal, or unknown to one | equal, or unknown to one | the same person |
//! | equal | differs | probably the same: somebody must decide |
//! | differs | equal | probably the same: somebody must decide |
//! | otherwise | | two people of one name |
//!
//! A unit is also "unknown to one" when one says less of it: "Thôn 1" beside
//! "Thôn 1, xã A". A hamlet without its commune is never equal: there are many "Thôn 1". Where
//! only it and the name agree, somebody must decide; a year or a telephone proves. Two full dates of birth that differ within a year keep apart
//! people whose units differ.
//!
//! Names that differ by a mark and have one telephone are asked about, too.
//!
//! Two slips are looked through: a year of one other digit, or of two exchanged, where
//! one says less of the unit; and a name without any mark ("Le Thi Hoa") where year or
//! unit agree and neither differs. Somebody must decide on both.
//!
//! Against delegates and earlier rows of the list both outcomes count. Against the
//! registry only "the same" does, and only with the year or the unit equal: a
//! merely similar person there is offered beside the row, which makes a new one. Of
//! several equally good candidates with different data nobody is chosen: a
//! delegate becomes a decision, a person of the registry is left alone; with the
//! same data the lowest id is taken, so that the answer never depends on order.

mod own;
mod unnamed;

use std::collections::{HashMap, HashSet};

use super::likeness::{Closest, Index, Key, Likeness, Texts};
use super::update::updated;
use super::{ReadList, ReadRow};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{DelegateId, PersonId, SessionId};
use crate::domain::list::{
    Choice, Collision, ImportPlan, ImportWishes, KnownPeople, PlannedColumn, PlannedRow, RowOutcome, Twin,
    row_name,
};
use crate::domain::person::PersonDetails;
use crate::progress::Progress;
use crate::sentence::Sentence;

/// Compares a list with what the data file knows. Takes time in proportion to the
/// number of rows, delegates and people.
pub fn plan(list: &ReadList, session: SessionId, known: &KnownPeople) -> ImportPlan {
    let mut planner = Planner::new(list, known, || true);
    let rows = (0..list.rows.len()).map(|place| planner.row(list, place)).collect();
    of_rows(rows, planner.own, list, session, known)
}

/// The same; `None` when `progress` asks to stop, which is asked for at each row and at
/// each delegate and person known.
pub fn plan_watched(
    list: &ReadList,
    session: SessionId,
    known: &KnownPeople,
    progress: &Progress,
) -> Option<ImportPlan> {
    let goes_on = || !progress.is_cancelled();
    let mut planner = Planner::new(list, known, goes_on);
    let places = (0..list.rows.len()).take_while(|_| goes_on());
    let rows = places.map(|place| planner.row(list, place)).collect();
    goes_on().then(|| of_rows(rows, planner.own, list, session, known))
}

/// Whoever is new in a list whose numbers are fixed comes behind the others, as is said before.
fn behind_fixed(rows: &[PlannedRow], delegates: &[Delegate]) -> Option<Sentence> {
    let new = rows.iter().filter(|row| row.choice == Choice::Add).count();
    let is_fixed = delegates.iter().any(|one| one.fixed_number.is_some());
    (is_fixed && new > 0).then(|| Sentence::new("intake-list-fixed").with("count", new))
}

fn of_rows(
    rows: Vec<PlannedRow>,
    own_columns: Vec<PlannedColumn>,
    list: &ReadList,
    session: SessionId,
    known: &KnownPeople,
) -> ImportPlan {
    let mut remarks = unnamed::remarks(&rows, &known.delegates);
    remarks.extend(behind_fixed(&rows, &known.delegates));
    ImportPlan {
        session,
        remarks,
        source: list.source.clone(),
        encoding: list.encoding,
        rows,
        own_columns,
        wishes: ImportWishes::default(),
        lines: list.lines.clone(),
        commune: list
            .sheets
            .iter()
            .find_map(|sheet| sheet.sender.as_ref())
            .map(|sender| sender.commune.clone()),
    }
}

struct Planner<'a> {
    known: &'a KnownPeople,
    /// The own columns that the list fills.
    own: Vec<PlannedColumn>,
    texts: Texts,
    delegates: Index,
    people: Index,
    /// Rows planned so far that stand for somebody, by their place in the list.
    rows: Index,
    /// The place, among the delegates, of each person who is one.
    delegate_of: HashMap<PersonId, usize>,
    /// Delegates and people that an earlier row stands for.
    taken_delegates: HashSet<DelegateId>,
    taken_people: HashSet<PersonId>,
}

impl<'a> Planner<'a> {
    /// Knows whom a list is compared with, or as many of them as it goes on for.
    fn new(list: &ReadList, known: &'a KnownPeople, goes_on: impl Fn() -> bool) -> Self {
        let mut planner = Self {
            known,
            own: own::columns(list, &known.own_columns),
            texts: Texts::default(),
            delegates: Index::default(),
            people: Index::default(),
            rows: Index::default(),
            delegate_of: HashMap::new(),
            taken_delegates: HashSet::new(),
            taken_people: HashSet::new(),
        };
        // By id, so that the first of several equal ones does not depend on the order
        // given; those still on the list before those withdrawn.
        let mut delegates: Vec<_> = known.delegates.iter().enumerate().collect();
        delegates.sort_by_key(|(_, delegate)| (delegate.state == DelegateState::Withdrawn, delegate.id));
        for (index, delegate) in delegates.into_iter().take_while(|_| goes_on()) {
            planner.delegates.add(index, planner.texts.key(&delegate.details));
            planner.delegate_of.entry(delegate.person).or_insert(index);
        }
        let mut people: Vec<_> = known.people.iter().enumerate().collect();
        people.sort_by_key(|(_, (id, _))| *id);
        for (index, (_, details)) in people.into_iter().take_while(|_| goes_on()) {
            planner.people.add(index, planner.texts.key(details));
        }
        planner
    }

    fn row(&mut self, list: &ReadList, place: usize) -> PlannedRow {
        let row = &list.rows[place];
        let meant = match &row.error {
            Some(error) => Meant::alone(RowOutcome::Error(error.clone())),
            None => self.meant(list, place),
        };
        let person = match (&meant.outcome, &meant.collision) {
            (RowOutcome::Update(_) | RowOutcome::Same(_) | RowOutcome::New(Some(_)), Some(known)) => {
                known.updated.clone()
            }
            _ => row.person.clone(),
        };
        let mut planned = PlannedRow::new(row.row, person, row.cluster, meant.outcome);
        // Those who stay as they are collide with nobody.
        planned.collision = meant.collision.filter(|known| match planned.outcome {
            RowOutcome::Same(_) => false,
            RowOutcome::New(Some(_)) => known.updated != known.known,
            _ => true,
        });
        planned.sheet = row.sheet.clone();
        planned.remarks = row.remarks.clone();
        planned.doubts = row.doubts.clone();
        own::fill(&mut planned, list, row, &self.own, &self.known.own_columns);
        planned.choice = planned.choices()[0];
        planned.sensitive = row.sensitive.clone();
        planned
    }

    fn meant(&mut self, list: &ReadList, place: usize) -> Meant {
        let row = &list.rows[place];
        let key = self.texts.key(&row.person);
        if let Some(earlier) = self.rows.closest(&key) {
            return Meant::alone(repeats(row, earlier, &list.rows[earlier.number]));
        }
        let meant = self.against_delegates(row, &key).unwrap_or_else(|| self.against_registry(row, &key));
        if !matches!(meant.outcome, RowOutcome::Duplicate(..)) {
            self.rows.add(place, key);
        }
        meant
    }

    fn against_delegates(&mut self, row: &ReadRow, key: &Key) -> Option<Meant> {
        let closest = self.delegates.closest(key)?;
        let delegate = &self.known.delegates[closest.number];
        let id = match closest.likeness {
            Likeness::Unmarked => Some("intake-duplicate-marks"),
            Likeness::SamePhone => Some("intake-duplicate-phone"),
            Likeness::Hamlet => Some("intake-duplicate-hamlet"),
            Likeness::OtherUnit => Some("intake-duplicate-unit"),
            Likeness::OtherYear => Some("intake-duplicate-year"),
            Likeness::Same(_) if closest.ambiguous => Some("intake-duplicate-several"),
            Likeness::Same(_) if delegate.state == DelegateState::Withdrawn => {
                Some("intake-duplicate-withdrawn")
            }
            Likeness::Same(_) if !self.taken_delegates.insert(delegate.id) => Some("intake-duplicate-taken"),
            Likeness::Same(_) => None,
        };
        if let Some(id) = id {
            return Some(self.doubtful(id, row, closest.number));
        }
        let collision = with_delegate(delegate, row);
        let outcome = match collision.updated == delegate.details {
            true => RowOutcome::Same(delegate.id),
            false => RowOutcome::Update(delegate.id),
        };
        Some(Meant { outcome, collision: Some(collision) })
    }

    /// A row that may mean a delegate, or may not.
    fn doubtful(&self, id: &str, row: &ReadRow, index: usize) -> Meant {
        let delegate = &self.known.delegates[index];
        Meant {
            outcome: RowOutcome::Duplicate(Twin::Delegate(delegate.id), about(id, row, &delegate.details)),
            collision: Some(with_delegate(delegate, row)),
        }
    }

    fn against_registry(&mut self, row: &ReadRow, key: &Key) -> Meant {
        let Some(closest) = self.people.closest(key) else { return Meant::alone(RowOutcome::New(None)) };
        let (id, details) = &self.known.people[closest.number];
        let near = Some(collision(Twin::Person(*id), details, row));
        let sure = matches!(closest.likeness, Likeness::Same(1..)) && !closest.ambiguous;
        if !sure {
            // A delegate already is nobody to offer once more.
            let offered =
                near.filter(|_| !self.delegate_of.contains_key(id) && !self.taken_people.contains(id));
            return Meant { outcome: RowOutcome::New(None), collision: offered };
        }
        if let Some(&delegate) = self.delegate_of.get(id) {
            // In the list already, under another unit or year than the registry has now.
            return self.doubtful("intake-duplicate-registry", row, delegate);
        }
        if !self.taken_people.insert(*id) {
            return Meant::alone(RowOutcome::New(None));
        }
        if let Some(&delegate) = self.known.removed.get(id) {
            // Taken off this list: it must be asked.
            let with = Twin::Delegate(delegate);
            let known = Collision { with, withdrawn: true, ..*collision(with, details, row) };
            return Meant {
                outcome: RowOutcome::Duplicate(with, about("intake-duplicate-removed", row, details)),
                collision: Some(Box::new(known)),
            };
        }
        Meant { outcome: RowOutcome::New(Some(*id)), collision: near }
    }
}

/// What a row means, and whom it changes or may mean.
struct Meant {
    outcome: RowOutcome,
    collision: Option<Box<Collision>>,
}

impl Meant {
    fn alone(outcome: RowOutcome) -> Self {
        Self { outcome, collision: None }
    }
}

fn collision(with: Twin, known: &PersonDetails, row: &ReadRow) -> Box<Collision> {
    let updated = updated(known, &row.person);
    Box::new(Collision { with, withdrawn: false, known: known.clone(), updated, kept: Vec::new() })
}

fn with_delegate(delegate: &Delegate, row: &ReadRow) -> Box<Collision> {
    let mut collision = collision(Twin::Delegate(delegate.id), &delegate.details, row);
    collision.withdrawn = delegate.state == DelegateState::Withdrawn;
    collision
}

/// A row that says an earlier one again, exactly or nearly.
fn repeats(row: &ReadRow, closest: Closest, earlier: &ReadRow) -> RowOutcome {
    let id = match closest.likeness {
        Likeness::Same(_) => "intake-duplicate-row",
        Likeness::Unmarked => "intake-duplicate-row-marks",
        Likeness::SamePhone => "intake-duplicate-row-phone",
        Likeness::Hamlet => "intake-duplicate-row-hamlet",
        Likeness::OtherUnit => "intake-duplicate-row-unit",
        Likeness::OtherYear => "intake-duplicate-row-year",
    };
    let name = row_name(earlier.row, earlier.sheet.as_deref());
    RowOutcome::Duplicate(Twin::Row(closest.number), about(id, row, &row.person).with("other", name))
}

/// A sentence about a row and somebody it collides with.
fn about(id: &str, row: &ReadRow, other: &PersonDetails) -> Sentence {
    let year = |details: &PersonDetails| {
        details.birth.and_then(|birth| birth.year()).map_or_else(|| "?".to_owned(), |year| year.to_string())
    };
    Sentence::new(id)
        .with("row", row_name(row.row, row.sheet.as_deref()))
        .with("name", row.person.full_name.as_str())
        .with("year", year(other))
        .with("known", other.full_name.as_str())
        .with("unit", other.unit.as_deref().unwrap_or("?"))
}

#[cfg(test)]
mod tests;
