//! The registry of people as a table: who stands in it, who is found, who may stand
//! in it twice.
//!
//! A hundred thousand people are kept in memory with each position and unit once, so
//! that finding and sorting take a few milliseconds.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::attendance::presence::Presence;
use super::date::{DateSpan, FuzzyDate};
use super::delegate::DelegateState;
use super::id::{PersonId, SessionId};
use super::people_index::PeopleIndex;
use super::person::Sensitive;
use super::person::{Gender, PersonDetails};
use super::person_field::PersonField;
use super::session::SessionState;
use crate::vietnamese::collate;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::name::is_all_capitals;

/// One line of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryLine {
    /// Who it is.
    pub id: PersonId,
    /// Họ và tên.
    pub full_name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày or năm sinh.
    pub birth: Option<FuzzyDate>,
    /// The main position.
    pub position: Option<Arc<str>>,
    /// The main unit, as printed.
    pub unit: Option<Arc<str>>,
    /// The unit it stands under, if that is another.
    pub unit_group: Option<Arc<str>>,
    /// Số điện thoại.
    pub phone: Option<String>,
    /// How many sessions they were called to, without those they were taken off.
    pub sessions: u32,
}

impl RegistryLine {
    /// Whether anything stands in what lists are ordered by.
    pub fn holds(&self, what: Order) -> bool {
        match what {
            Order::Name => true,
            Order::Gender => self.gender.is_some(),
            Order::Birth => self.birth.is_some(),
            Order::Position => self.position.is_some(),
            Order::Unit => self.unit.is_some(),
            Order::Sessions => self.sessions > 0,
        }
    }

    /// The unit under which lists group the person.
    pub fn group(&self) -> Option<&Arc<str>> {
        self.unit_group.as_ref().or(self.unit.as_ref())
    }
}

/// The registry, in Vietnamese name order.
#[derive(Debug, Default)]
pub struct Registry {
    lines: Vec<RegistryLine>,
    index: PeopleIndex,
}

/// Which lines are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// All these words, with or without diacritics, in name, position, unit or phone.
    pub words: String,
    /// Only people of this unit: see [`RegistryLine::group`].
    pub group: Option<Arc<str>>,
    /// Only people of this main position.
    pub position: Option<Arc<str>>,
}

/// By what lines are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Given name first, as Vietnamese lists have it.
    #[default]
    Name,
    /// Nam, Nữ.
    Gender,
    /// The eldest first.
    Birth,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// Those of most sessions first.
    Sessions,
}

impl Registry {
    /// A registry of lines in name order, with their search keys in the same order.
    pub fn new(lines: Vec<RegistryLine>, index: PeopleIndex) -> Self {
        Self { lines, index }
    }

    /// Everybody, in name order.
    pub fn lines(&self) -> &[RegistryLine] {
        &self.lines
    }

    /// The search over everybody.
    pub fn index(&self) -> &PeopleIndex {
        &self.index
    }

    /// The places of the lines that are wanted. In name order, those whose name
    /// holds the words come before those whose position or unit does; what is not
    /// known comes last in any other order.
    pub fn find(&self, wanted: &Wanted, order: Order, descending: bool) -> Vec<usize> {
        let same = |one: Option<&Arc<str>>, wanted: &Option<Arc<str>>| {
            wanted.as_ref().is_none_or(|wanted| one == Some(wanted))
        };
        let mut found = self.index.rows(&wanted.words);
        found.retain(|row| {
            self.lines.get(*row).is_some_and(|line| {
                same(line.group(), &wanted.group) && same(line.position.as_ref(), &wanted.position)
            })
        });
        match order {
            Order::Name => {}
            Order::Gender => found.sort_by_key(|row| match self.lines[*row].gender {
                Some(Gender::Male) => 0,
                Some(Gender::Female) => 1,
                None => 2,
            }),
            Order::Birth => found.sort_by_cached_key(|row| {
                let birth = self.lines[*row].birth;
                (birth.is_none(), birth.map(FuzzyDate::sort_key))
            }),
            Order::Position => self.sort_by_words(&mut found, |line| line.position.as_ref()),
            Order::Unit => self.sort_by_words(&mut found, |line| line.unit.as_ref()),
            Order::Sessions => found.sort_by_key(|row| std::cmp::Reverse(self.lines[*row].sessions)),
        }
        if descending {
            found.reverse();
        }
        found
    }

    /// Sorts rows by a text that few lines have to themselves: each is compared once.
    fn sort_by_words(&self, rows: &mut [usize], text: fn(&RegistryLine) -> Option<&Arc<str>>) {
        let mut texts: Vec<&Arc<str>> = rows.iter().filter_map(|row| text(&self.lines[*row])).collect();
        texts.sort_unstable();
        texts.dedup();
        texts.sort_by_cached_key(|text| collate::key(text));
        let ranks: HashMap<&Arc<str>, usize> = texts.into_iter().zip(0..).collect();
        rows.sort_by_cached_key(|row| {
            text(&self.lines[*row]).and_then(|text| ranks.get(text).copied()).unwrap_or(usize::MAX)
        });
    }

    /// The units people stand under, in alphabetical order, with how many each has.
    pub fn groups(&self) -> Vec<(Arc<str>, usize)> {
        self.counted(RegistryLine::group)
    }

    /// The main positions, in alphabetical order, with how many hold each.
    pub fn positions(&self) -> Vec<(Arc<str>, usize)> {
        self.counted(|line| line.position.as_ref())
    }

    fn counted(&self, text: fn(&RegistryLine) -> Option<&Arc<str>>) -> Vec<(Arc<str>, usize)> {
        let mut counts: HashMap<&Arc<str>, usize> = HashMap::new();
        for text in self.lines.iter().filter_map(text) {
            *counts.entry(text).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().map(|(text, count)| (text.clone(), count)).collect();
        counts.sort_by_cached_key(|(text, _)| collate::key(text));
        counts
    }

    /// People who may stand in the registry twice, side by side in name order: places
    /// of lines, those of one person together.
    ///
    /// Two are taken for one when their names are (case and the place of the tone do
    /// not count) and one of these is: the same telephone; the same full date of
    /// birth; the same unit, and no year that differs. Two of one name and one year in
    /// different communes are two people: there are many Nguyễn Văn Bình.
    pub fn twins(&self) -> Vec<usize> {
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for row in 0..self.lines.len() {
            by_name.entry(self.index.folded_name(row)).or_default().push(row);
        }
        by_name.retain(|_, rows| rows.len() > 1);
        let mut sets: Vec<Vec<usize>> =
            by_name.into_values().flat_map(|rows| self.twins_among(&rows)).collect();
        sets.sort_unstable();
        sets.concat()
    }

    /// The sets of twins among lines of one folded name. Each line is compared with the
    /// first of its telephone, of its birth and of its unit, so that a registry of one
    /// name only is no slower than another.
    fn twins_among(&self, rows: &[usize]) -> Vec<Vec<usize>> {
        let mut firsts: HashMap<(String, Likeness), usize> = HashMap::new();
        // The set each line is in: by the place, in `rows`, of its first line.
        let mut set_of: Vec<usize> = (0..rows.len()).collect();
        for at in 0..rows.len() {
            let line = &self.lines[rows[at]];
            let name = compare_key(&line.full_name);
            for likeness in Likeness::of(line) {
                let first = *firsts.entry((name.clone(), likeness)).or_insert(at);
                if first != at && are_alike(&self.lines[rows[first]], line) {
                    set_of[at] = set_of[at].min(set_of[first]);
                }
            }
        }
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, set) in set_of.into_iter().enumerate() {
            sets.entry(set).or_default().push(rows[at]);
        }
        sets.into_values().filter(|set| set.len() > 1).collect()
    }
}

/// What two lines of one person have in common besides the name.
#[derive(PartialEq, Eq, Hash)]
enum Likeness {
    Phone(String),
    Born(jiff::civil::Date),
    Unit(Arc<str>),
}

impl Likeness {
    fn of(line: &RegistryLine) -> impl Iterator<Item = Self> {
        let digits = digits(line);
        let phone = (!digits.is_empty()).then_some(Self::Phone(digits));
        let born = line.birth.and_then(FuzzyDate::calendar).map(Self::Born);
        phone.into_iter().chain(born).chain(line.group().cloned().map(Self::Unit))
    }
}

fn digits(line: &RegistryLine) -> String {
    line.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit).collect()
}

/// Whether two people of one name may be one; see [`Registry::twins`].
fn are_alike(one: &RegistryLine, other: &RegistryLine) -> bool {
    let phone = digits(one);
    if !phone.is_empty() && phone == digits(other) {
        return true;
    }
    let years = (one.birth.and_then(FuzzyDate::year), other.birth.and_then(FuzzyDate::year));
    let years_agree = !matches!(years, (Some(one), Some(other)) if one != other);
    let full = |birth: Option<FuzzyDate>| birth.filter(|birth| birth.calendar().is_some());
    match (full(one.birth), full(other.birth)) {
        (Some(one), Some(other)) => one == other,
        _ => years_agree && one.group().is_some() && one.group() == other.group(),
    }
}

/// A position beside the main one, as long as it was held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldPosition {
    /// Chức vụ.
    pub title: String,
    /// Since when.
    pub from: Option<FuzzyDate>,
    /// Until when; `None` while it is held.
    pub until: Option<FuzzyDate>,
}

/// What a person was in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionRole {
    /// Called to it, and still on the list or not.
    Delegate(DelegateState),
    /// Invited.
    Guest,
    /// Báo cáo viên.
    Presenter,
}

/// A session a person took part in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenPart {
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// When it was.
    pub dates: Option<DateSpan>,
    /// How far it has come.
    pub state: SessionState,
    /// As what.
    pub part: SessionRole,
    /// Position and unit as the session printed them.
    pub position: Option<String>,
    /// The unit as printed there.
    pub unit: Option<String>,
    /// Number of the certificate, as printed, if one counts.
    pub certificate: Option<String>,
    /// At how many sittings they were, of those at which it is known; none known without a mark or a closed sitting.
    pub presence: Presence,
}

/// All the registry says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRecord {
    /// Who it is.
    pub id: PersonId,
    /// Name, birth, main position and unit.
    pub details: PersonDetails,
    /// The name by which lists order them, where it overrides the rule.
    pub sort_name: Option<String>,
    /// Whether they are paid by the state, so that allowances pass them by.
    pub state_paid: Option<bool>,
    /// Positions beside the main one, the latest first.
    pub positions: Vec<HeldPosition>,
    /// What is sensitive by law, where it is kept.
    pub sensitive: Sensitive,
    /// Sessions they took part in, the latest first.
    pub history: Vec<TakenPart>,
}

/// What is changed in several people at once; `None` leaves a field alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleEdit {
    /// The main position; an inner `None` takes it away.
    pub position: Option<Option<String>>,
    /// The main unit, as printed; an inner `None` takes it away.
    pub unit: Option<Option<String>>,
    /// The unit it stands under, if that is another; see [`group_of`](super::person::group_of).
    pub unit_group: Option<String>,
    /// Whether they are paid by the state.
    pub state_paid: Option<Option<bool>>,
}

/// What two people become when they are one: each field of the one that stays, or of
/// the other where that says nothing or says it in capitals only.
pub fn merged(stays: &PersonDetails, goes: &PersonDetails) -> PersonDetails {
    let (unit, unit_group) = match stays.unit {
        Some(_) => (stays.unit.clone(), stays.unit_group.clone()),
        None => (goes.unit.clone(), goes.unit_group.clone()),
    };
    // A whole date says more than its year.
    let birth = match (stays.birth, goes.birth) {
        (Some(one), Some(other)) if one.year() == other.year() && one.calendar().is_none() => Some(other),
        (one, other) => one.or(other),
    };
    let mut one = PersonDetails {
        full_name: match is_all_capitals(&stays.full_name) {
            true => goes.full_name.clone(),
            false => stays.full_name.clone(),
        },
        gender: stays.gender.or(goes.gender),
        birth,
        position: stays.position.clone().or_else(|| goes.position.clone()),
        unit,
        unit_group,
        ..stays.clone()
    };
    for (field, _) in PersonField::lines().filter(|(_, text)| text.of(stays).is_none()) {
        field.copy(goes, &mut one);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::numbering::name_key;

    fn registry(people: &[(&str, &str, &str, &str)]) -> Registry {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut all: Vec<PersonDetails> = people
            .iter()
            .map(|(name, birth, unit, phone)| PersonDetails {
                full_name: (*name).to_owned(),
                birth: some(birth).map(|birth| birth.parse().expect("a date")),
                unit: some(unit),
                phone: some(phone),
                ..PersonDetails::default()
            })
            .collect();
        all.sort_by_cached_key(|one| name_key(None, one));
        let mut index = PeopleIndex::default();
        let mut lines = Vec::new();
        for (id, one) in (1..).map(PersonId).zip(all) {
            index.push(id, &one.search_key());
            lines.push(RegistryLine {
                id,
                full_name: one.full_name,
                gender: None,
                birth: one.birth,
                position: None,
                unit: one.unit.map(Arc::from),
                unit_group: None,
                phone: one.phone,
                sessions: 0,
            });
        }
        Registry::new(lines, index)
    }

    fn names(registry: &Registry, rows: &[usize]) -> Vec<String> {
        rows.iter().map(|row| registry.lines()[*row].full_name.clone()).collect()
    }

    #[test]
    fn lines_are_found_by_words_unit_and_order() {
        let registry = registry(&[
            ("Trần Văn Bình", "1970", "Xã Tam Đại", ""),
            ("Lê Thị An", "", "Xã Tam Dân", ""),
            ("Nguyễn Thị Bình", "1965", "Xã Tam Dân", ""),
        ]);
        let all = registry.find(&Wanted::default(), Order::Name, false);
        assert_eq!(names(&registry, &all), ["Lê Thị An", "Nguyễn Thị Bình", "Trần Văn Bình"]);
        let eldest = registry.find(&Wanted::default(), Order::Birth, false);
        assert_eq!(names(&registry, &eldest), ["Nguyễn Thị Bình", "Trần Văn Bình", "Lê Thị An"]);
        let group = registry.groups().into_iter().map(|(name, _)| name).find(|name| &**name == "Xã Tam Dân");
        let wanted = Wanted { words: "thi".to_owned(), group, position: None };
        let found = registry.find(&wanted, Order::Name, true);
        assert_eq!(names(&registry, &found), ["Nguyễn Thị Bình", "Lê Thị An"]);
        let units: Vec<_> =
            registry.groups().iter().map(|(name, count)| (name.to_string(), *count)).collect();
        assert_eq!(units, [("Xã Tam Dân".to_owned(), 2), ("Xã Tam Đại".to_owned(), 1)]);
    }

    #[test]
    fn twins_are_told_from_people_of_one_name() {
        let registry = registry(&[
            ("Nguyễn Văn Hòa", "1970", "Xã Tam Đại", ""),
            ("Nguyễn Văn Hoà", "", "Xã Tam Đại", ""),
            ("Nguyễn Văn Hòa", "1970", "Xã Tam Dân", ""),
            ("Nguyễn Văn Hoa", "1970", "Xã Tam Đại", ""),
            ("Lê Thị Bé", "1969-05-02", "Xã A", ""),
            ("LÊ THỊ BÉ", "1969-05-02", "Xã B", ""),
            ("Lê Thị Bé", "1969-05-03", "Xã A", ""),
            ("Trần An", "1950", "", "0905 123 456"),
            ("Trần An", "1960", "", "0905.123.456"),
        ]);
        let twins = registry.twins();
        assert_eq!(
            names(&registry, &twins).len(),
            6,
            "Hòa and Hoà of one commune, both Bé of one day, both An of one telephone: {:?}",
            names(&registry, &twins)
        );
    }

    #[test]
    fn of_two_who_are_one_nothing_known_is_lost() {
        let stays = PersonDetails {
            full_name: "Lê Thị Bé".to_owned(),
            birth: "1969".parse().ok(),
            unit: Some("Thôn 1, xã A".to_owned()),
            ..PersonDetails::default()
        };
        let goes = PersonDetails {
            full_name: "LÊ THỊ BÉ".to_owned(),
            birth: "1969-05-02".parse().ok(),
            phone: Some("0905".to_owned()),
            unit: Some("Xã A".to_owned()),
            ..PersonDetails::default()
        };
        let one = merged(&stays, &goes);
        assert_eq!(one.full_name, "Lê Thị Bé");
        assert_eq!(one.birth, "1969-05-02".parse().ok());
        assert_eq!((one.unit.as_deref(), one.phone.as_deref()), (Some("Thôn 1, xã A"), Some("0905")));
    }
}
