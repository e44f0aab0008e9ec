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
//! "Thôn 1, xã A". Two full dates of birth that differ within a year keep apart
//! people whose units differ.
//!
//! Against delegates and earlier rows of the list both outcomes count. Against the
//! registry only "the same" does, and only with the year or the unit equal: a
//! merely similar person there is somebody else, so the row makes a new one. Of
//! several equally good candidates with different data nobody is chosen: a
//! delegate becomes a decision, a person of the registry is left alone; with the
//! same data the lowest id is taken, so that the answer never depends on order.

use std::collections::{HashMap, HashSet};

use super::likeness::{Closest, Index, Key, Likeness, Texts};
use super::update::updated;
use super::{ReadList, ReadRow};
use crate::domain::delegate::DelegateState;
use crate::domain::id::{DelegateId, PersonId, SessionId};
use crate::domain::list::{ImportPlan, KnownPeople, PlannedRow, RowOutcome, Twin};
use crate::domain::person::PersonDetails;
use crate::message::Message;

/// Compares a list with what the data file knows. Takes time in proportion to the
/// number of rows, delegates and people.
pub fn plan(list: &ReadList, session: SessionId, known: &KnownPeople) -> ImportPlan {
    let mut planner = Planner::new(known);
    let rows = list.rows.iter().map(|row| planner.row(row)).collect();
    ImportPlan { session, source: list.source.clone(), encoding: list.encoding, rows }
}

struct Planner<'a> {
    known: &'a KnownPeople,
    texts: Texts,
    delegates: Index,
    people: Index,
    /// Rows planned so far that stand for somebody, by row number.
    rows: Index,
    /// The place, among the delegates, of each person who is one.
    delegate_of: HashMap<PersonId, usize>,
    /// Delegates and people that an earlier row stands for.
    taken_delegates: HashSet<DelegateId>,
    taken_people: HashSet<PersonId>,
}

impl<'a> Planner<'a> {
    fn new(known: &'a KnownPeople) -> Self {
        let mut planner = Self {
            known,
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
        for (index, delegate) in delegates {
            planner.delegates.add(index, planner.texts.key(&delegate.details));
            planner.delegate_of.entry(delegate.person).or_insert(index);
        }
        let mut people: Vec<_> = known.people.iter().enumerate().collect();
        people.sort_by_key(|(_, (id, _))| *id);
        for (index, (_, details)) in people {
            planner.people.add(index, planner.texts.key(details));
        }
        planner
    }

    fn row(&mut self, row: &ReadRow) -> PlannedRow {
        let (outcome, person) = match &row.error {
            Some(error) => (RowOutcome::Error(error.clone()), None),
            None => self.outcome(row),
        };
        let person = person.unwrap_or_else(|| row.person.clone());
        PlannedRow { row: row.row, person, cluster: row.cluster, outcome }
    }

    /// What a row means and, where it is known already, the person as it will stand.
    fn outcome(&mut self, row: &ReadRow) -> (RowOutcome, Option<PersonDetails>) {
        let key = self.texts.key(&row.person);
        if let Some(earlier) = self.rows.closest(&key) {
            return (repeats(row, earlier), None);
        }
        let decided = self.against_delegates(row, &key).unwrap_or_else(|| self.against_registry(row, &key));
        if !matches!(decided.0, RowOutcome::Duplicate(..)) {
            self.rows.add(row.row as usize, key);
        }
        decided
    }

    fn against_delegates(&mut self, row: &ReadRow, key: &Key) -> Option<(RowOutcome, Option<PersonDetails>)> {
        let closest = self.delegates.closest(key)?;
        let delegate = &self.known.delegates[closest.number];
        let id = match closest.likeness {
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
            return Some((self.doubtful(id, row, closest.number), None));
        }
        let person = updated(&delegate.details, &row.person);
        let outcome = match person == delegate.details {
            true => RowOutcome::Same(delegate.id),
            false => RowOutcome::Update(delegate.id),
        };
        Some((outcome, Some(person)))
    }

    /// A row that may mean a delegate, or may not.
    fn doubtful(&self, id: &str, row: &ReadRow, index: usize) -> RowOutcome {
        let delegate = &self.known.delegates[index];
        RowOutcome::Duplicate(Twin::Delegate(delegate.id), about(id, row, &delegate.details))
    }

    fn against_registry(&mut self, row: &ReadRow, key: &Key) -> (RowOutcome, Option<PersonDetails>) {
        let new = (RowOutcome::New(None), None);
        let Some(closest) = self.people.closest(key) else { return new };
        let sure = matches!(closest.likeness, Likeness::Same(1..)) && !closest.ambiguous;
        if !sure {
            return new;
        }
        let (id, details) = &self.known.people[closest.number];
        if let Some(&delegate) = self.delegate_of.get(id) {
            // In the list already, under another unit or year than the registry has now.
            return (self.doubtful("intake-duplicate-registry", row, delegate), None);
        }
        if !self.taken_people.insert(*id) {
            return new;
        }
        (RowOutcome::New(Some(*id)), Some(updated(details, &row.person)))
    }
}

/// A row that says an earlier one again, exactly or nearly.
fn repeats(row: &ReadRow, earlier: Closest) -> RowOutcome {
    let id = match earlier.likeness {
        Likeness::Same(_) => "intake-duplicate-row",
        Likeness::OtherUnit => "intake-duplicate-row-unit",
        Likeness::OtherYear => "intake-duplicate-row-year",
    };
    // Rows are added by their number, which is one of Excel's.
    let number = u32::try_from(earlier.number).unwrap_or_default();
    RowOutcome::Duplicate(Twin::Row(number), about(id, row, &row.person).with("other", number))
}

/// A sentence about a row and somebody it collides with.
fn about(id: &str, row: &ReadRow, other: &PersonDetails) -> Message {
    let year = |details: &PersonDetails| {
        details.birth.and_then(|birth| birth.year()).map_or_else(|| "?".to_owned(), |year| year.to_string())
    };
    Message::new(id)
        .with("row", row.row)
        .with("name", row.person.full_name.as_str())
        .with("year", year(other))
        .with("unit", other.unit.as_deref().unwrap_or("?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::delegate::Delegate;
    use crate::domain::list::ListEncoding;
    use crate::intake::{Converted, Layout};

    /// A person from "name|birth|unit".
    fn person(line: &str) -> PersonDetails {
        let mut fields = line.split('|').map(|field| (!field.is_empty()).then(|| field.to_owned()));
        let mut next = || fields.next().flatten();
        PersonDetails {
            full_name: next().expect("a name"),
            birth: next().map(|birth| birth.parse().expect("a date")),
            unit: next(),
            ..PersonDetails::default()
        }
    }

    fn delegate(id: i64, line: &str) -> Delegate {
        Delegate {
            id: DelegateId(id),
            person: PersonId(id + 100),
            cluster: None,
            state: DelegateState::Listed,
            fixed_number: None,
            supplementary: false,
            sort_name: None,
            details: person(line),
        }
    }

    fn list(lines: &[&str]) -> ReadList {
        let row = |(row, line): (u32, &&str)| ReadRow { row, person: person(line), ..ReadRow::default() };
        ReadList {
            source: "list.xlsx".into(),
            encoding: ListEncoding::Unicode,
            converted: Converted::default(),
            layout: Layout::default(),
            sheets: Vec::new(),
            rows: (2..).zip(lines).map(row).collect(),
        }
    }

    /// Each outcome in short: "new", "new 7", "update 3", "same 3", "row 2 <id>", "delegate 3 <id>".
    fn outcomes(lines: &[&str], known: &KnownPeople) -> Vec<String> {
        let plan = plan(&list(lines), SessionId(1), known);
        let short = |row: &PlannedRow| match &row.outcome {
            RowOutcome::New(None) => "new".to_owned(),
            RowOutcome::New(Some(person)) => format!("new {}", person.0),
            RowOutcome::Update(delegate) => format!("update {}", delegate.0),
            RowOutcome::Same(delegate) => format!("same {}", delegate.0),
            RowOutcome::Duplicate(Twin::Row(row), why) => format!("row {row} {}", why.id),
            RowOutcome::Duplicate(Twin::Delegate(delegate), why) => {
                format!("delegate {} {}", delegate.0, why.id)
            }
            RowOutcome::Error(why) => why.id.clone(),
        };
        plan.rows.iter().map(short).collect()
    }

    #[test]
    fn rows_of_one_file_are_compared() {
        let outcomes = outcomes(
            &[
                "Lê Hoà|1969|Thôn 1, xã A",
                "LÊ HÒA|1969|Thôn 1, xã A",
                "Lê Hòa||Thôn 1",
                "Lê Hòa|1969|Xã B",
                "Lê Hòa|1970|Thôn 1, xã A",
                "Lê Hóa|1969|Thôn 1, xã A",
                "Lê Hòa|1980|Xã B",
                "Lê Hòa||Xã C",
            ],
            &KnownPeople::default(),
        );
        assert_eq!(
            outcomes,
            [
                "new",
                "row 2 intake-duplicate-row",
                "row 2 intake-duplicate-row",
                "row 2 intake-duplicate-row-unit",
                "row 2 intake-duplicate-row-year",
                "new",
                "new",
                "new",
            ]
        );
    }

    #[test]
    fn two_people_of_one_unit_list_and_year_need_different_dates() {
        let outcomes = outcomes(&["Lê An|1969-05-02|Xã A", "Lê An|1969-07-08|Xã B"], &KnownPeople::default());
        assert_eq!(outcomes, ["new", "new"]);
    }

    #[test]
    fn rows_are_compared_with_the_delegates() {
        let mut withdrawn = delegate(4, "Vũ Dần|1960|Xã A");
        withdrawn.state = DelegateState::Withdrawn;
        let known = KnownPeople {
            delegates: vec![
                delegate(3, "Lê Cư|1971|Xã A"),
                delegate(1, "Lê An|1969|Thôn 1, xã A"),
                delegate(2, "Vũ Bé|1970|Xã A"),
                withdrawn,
                delegate(6, "Hồ Em|1950|Xã A"),
                delegate(5, "Hồ Em|1950|Xã A"),
                delegate(7, "Đỗ Gấm|1951|Xã A"),
                delegate(8, "Đỗ Gấm|1952|Xã B"),
            ],
            people: Vec::new(),
        };
        let outcomes = outcomes(
            &[
                "Lê An|1969|Thôn 1",
                "Vũ Bé|1970-02-03|Xã A",
                "Lê Cư|1971|Xã B",
                "Lê Cư|1972|Xã A",
                "Vũ Dần|1960|Xã A",
                "Hồ Em|1950|Xã A",
                "Đỗ Gấm||",
                "Ai Đó|1950|Xã A",
            ],
            &known,
        );
        assert_eq!(
            outcomes,
            [
                "same 1",
                "update 2",
                "delegate 3 intake-duplicate-unit",
                "delegate 3 intake-duplicate-year",
                "delegate 4 intake-duplicate-withdrawn",
                "same 5",
                "delegate 7 intake-duplicate-several",
                "new",
            ]
        );
    }

    #[test]
    fn the_registry_is_believed_only_when_sure() {
        let known = KnownPeople {
            delegates: vec![delegate(1, "Lê An|1969|Xã A")],
            people: vec![
                (PersonId(12), person("Vũ Bé|1970|Xã A")),
                (PersonId(11), person("Vũ Bé|1970|Xã A")),
                (PersonId(20), person("Lê Cư|1971|Xã A")),
                (PersonId(101), person("Lê An|1969|Xã C")),
                (PersonId(30), person("Hồ Em|1950|Xã A")),
                (PersonId(31), person("Hồ Em|1950|Xã B")),
            ],
        };
        let lines = ["Vũ Bé|1970|", "Lê Cư|1971|Xã B", "Lê Cư||", "Lê An||Xã C", "Hồ Em|1950|"];
        let found = outcomes(&lines, &known);
        let expected =
            ["new 11", "new", "row 3 intake-duplicate-row", "delegate 1 intake-duplicate-registry", "new"];
        assert_eq!(found, expected);
        let plan = plan(&list(&lines), SessionId(1), &known);
        let knows: Vec<_> = plan.rows.iter().map(|row| plan.knows(row)).collect();
        assert_eq!(knows, [true, false, false, true, false]);
        assert_eq!(plan.rows[0].person.unit.as_deref(), Some("Xã A"));
    }

    #[test]
    fn the_order_of_what_is_known_does_not_matter() {
        let mut known = KnownPeople {
            delegates: (1..30).map(|id| delegate(id, "Lê An|1969|Xã A")).collect(),
            people: (1..30).map(|id| (PersonId(id), person("Vũ Bé|1970|Xã A"))).collect(),
        };
        let lines = ["Lê An|1969|Xã A", "Vũ Bé|1970|Xã A"];
        let before = outcomes(&lines, &known);
        known.delegates.reverse();
        known.people.reverse();
        assert_eq!(outcomes(&lines, &known), before);
        assert_eq!(before, ["same 1", "new 1"]);
    }
}
