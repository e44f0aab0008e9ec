//! Somebody who came and stands on no list: a walk-in, or sent for somebody who does.

use super::typed::TypedPerson;
use crate::domain::delegate::NewDelegate;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::person::PersonDetails;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::fold::compare_key;

/// Somebody who is made a delegate by the entry that marks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Who.
    pub who: NewDelegate,
    /// In which cluster.
    pub cluster: ClusterId,
    /// On whose place they sat.
    pub part: Part,
    /// The sittings they were at.
    pub sittings: Vec<SittingId>,
}

/// On whose place somebody sat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// On one of their own, which they are given: the next STT.
    WalkIn,
    /// On that of these delegates.
    Substitute(Vec<DelegateId>),
}

/// How far somebody goes on to sit on a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// At the sitting that is marked.
    #[default]
    Sitting,
    /// From it on.
    Onward,
    /// At every sitting.
    Session,
}

/// Who a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A delegate of the session.
    Delegate(DelegateId),
    /// A person of the registry who is no delegate yet.
    Known(PersonId, PersonDetails),
    /// Nobody who is known.
    New(PersonDetails),
}

impl Found {
    /// As somebody to be made a delegate; `None` for who is one.
    pub fn newcomer(&self) -> Option<NewDelegate> {
        match self {
            Self::Delegate(_) => None,
            Self::Known(person, _) => Some(NewDelegate::Known(*person)),
            Self::New(details) => Some(NewDelegate::Unknown(details.clone())),
        }
    }
}

/// Why it cannot be told whom a name means.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Several people have it.
    #[error("{count} are called {name}")]
    Several {
        /// The name.
        name: String,
        /// How many.
        count: usize,
    },
}

impl Explain for NameError {
    fn explain(&self) -> Sentence {
        let Self::Several { name, count } = self;
        Sentence::new("mark-name-several").with("name", name.as_str()).with("count", *count)
    }
}

/// Whom a typed name means: a delegate before a person of the registry, each with the unit that was typed, if one was.
/// Nobody of that name and unit is somebody new, who comes from `unit` where none was typed.
pub fn find(typed: &TypedPerson, unit: Option<&str>, known: &KnownPeople) -> Result<Found, NameError> {
    let name = compare_key(&typed.name);
    let is_meant = |person: &PersonDetails| {
        let from = [&person.unit, &person.unit_group].into_iter().flatten();
        let is_from = |unit: &String| from.clone().any(|own| holds_unit(own, unit));
        compare_key(&person.full_name) == name && typed.unit.as_ref().is_none_or(is_from)
    };
    let several = |count| NameError::Several { name: typed.name.clone(), count };
    let delegates: Vec<_> = known.delegates.iter().filter(|one| is_meant(&one.details)).collect();
    match delegates.as_slice() {
        [] => {}
        [one] => return Ok(Found::Delegate(one.id)),
        more => return Err(several(more.len())),
    }
    let people: Vec<_> = known.people.iter().filter(|(_, details)| is_meant(details)).collect();
    match people.as_slice() {
        [] => Ok(Found::New(PersonDetails {
            full_name: typed.name.clone(),
            unit: typed.unit.clone().or_else(|| unit.map(str::to_owned)),
            ..PersonDetails::default()
        })),
        [(person, details)] => Ok(Found::Known(*person, details.clone())),
        more => Err(several(more.len())),
    }
}

/// Whether a unit is the one that was typed, or part of it: "Thôn 3, xã Tam An" is of "xã Tam An", and of "Tam An".
fn holds_unit(own: &str, typed: &str) -> bool {
    let (own, typed) = (compare_key(own), compare_key(typed));
    own == typed || own.strip_suffix(typed.as_str()).is_some_and(|before| before.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, unit: &str) -> PersonDetails {
        PersonDetails { full_name: name.to_owned(), unit: Some(unit.to_owned()), ..PersonDetails::default() }
    }

    fn typed(name: &str, unit: Option<&str>) -> TypedPerson {
        TypedPerson { name: name.to_owned(), unit: unit.map(str::to_owned) }
    }

    #[test]
    fn a_name_means_whoever_has_it_and_the_unit_that_was_typed() {
        let people = vec![
            (PersonId(1), person("Lê Văn Cường", "Thôn 3, xã Tam An")),
            (PersonId(2), person("Lê Văn Cường", "Xã Tam Đại")),
            (PersonId(3), person("Võ Thị Dung", "Xã Tam Đại")),
        ];
        let known = KnownPeople { people, ..KnownPeople::default() };
        let find = |name, unit| find(&typed(name, unit), Some("Xã Phú Ninh"), &known);
        assert!(matches!(find("lê văn cường", Some("xã Tam An")), Ok(Found::Known(PersonId(1), _))));
        assert!(matches!(find("Lê Văn Cường", Some("Tam Đại")), Ok(Found::Known(PersonId(2), _))));
        assert!(matches!(find("Võ Thị Dung", None), Ok(Found::Known(PersonId(3), _))));
        let several = NameError::Several { name: "Lê Văn Cường".to_owned(), count: 2 };
        assert_eq!(find("Lê Văn Cường", None), Err(several));
        assert_eq!(find("Lê Văn Cường", Some("Xã Khác")), Ok(Found::New(person("Lê Văn Cường", "Xã Khác"))));
        assert_eq!(find("Hồ Em", None), Ok(Found::New(person("Hồ Em", "Xã Phú Ninh"))));
    }
}
