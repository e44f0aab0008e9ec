//! Why a change of the units is refused, each with its cure.

use super::MOST_LEVELS;
use crate::sentence::{Explain, Sentence};

/// What cannot be done with units as asked. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitMistake {
    /// A unit without a name.
    #[error("a unit needs a name")]
    NoName,
    /// A name longer than any unit has.
    #[error("the name is too long")]
    NameTooLong,
    /// A code longer than any unit has.
    #[error("the code is too long")]
    CodeTooLong,
    /// The last day is before the first.
    #[error("{0} ends before it starts")]
    EndsBeforeStart(String),
    /// The unit is not there any more.
    #[error("no such unit")]
    Unknown,
    /// A unit cannot be inside itself or inside one of its parts.
    #[error("{0} would be inside itself")]
    UnderItself(String),
    /// The tree would have too many levels.
    #[error("more than {MOST_LEVELS} levels")]
    TooDeep,
    /// Another living unit has the code.
    #[error("{code} is the code of {name}")]
    CodeTaken {
        /// The code.
        code: String,
        /// Who has it.
        name: String,
    },
    /// Units are inside it.
    #[error("{count} units are inside {name}")]
    HasParts {
        /// The unit.
        name: String,
        /// How many.
        count: usize,
    },
    /// People belong to it, or did.
    #[error("{count} people belong to {name}")]
    HasPeople {
        /// The unit.
        name: String,
        /// How many.
        count: usize,
    },
    /// It took part in a merger, or clusters serve it.
    #[error("{0} is referred to")]
    ReferredTo(String),
    /// Nothing is to be merged.
    #[error("no units to merge")]
    NothingToMerge,
    /// A unit cannot become itself, nor go into a unit inside it.
    #[error("{0} cannot become itself")]
    IntoItself(String),
    /// A merger into, or a move to, a unit that ended.
    #[error("{0} ended")]
    Ended(String),
    /// There is nobody to move.
    #[error("nobody to move")]
    NobodyToMove,
}

impl Explain for UnitMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::NoName => Sentence::new("store-units-no-name"),
            Self::NameTooLong => Sentence::new("store-units-name-too-long"),
            Self::CodeTooLong => Sentence::new("store-units-code-too-long"),
            Self::EndsBeforeStart(name) => {
                Sentence::new("store-units-ends-before-start").with("name", name.clone())
            }
            Self::Unknown => Sentence::new("store-units-unknown"),
            Self::UnderItself(name) => Sentence::new("store-units-under-itself").with("name", name.clone()),
            Self::TooDeep => Sentence::new("store-units-too-deep").with("most", MOST_LEVELS),
            Self::CodeTaken { code, name } => {
                Sentence::new("store-units-code-taken").with("code", code.clone()).with("name", name.clone())
            }
            Self::HasParts { name, count } => {
                Sentence::new("store-units-has-parts").with("name", name.clone()).with("count", *count)
            }
            Self::HasPeople { name, count } => {
                Sentence::new("store-units-has-people").with("name", name.clone()).with("count", *count)
            }
            Self::ReferredTo(name) => Sentence::new("store-units-referred-to").with("name", name.clone()),
            Self::NothingToMerge => Sentence::new("store-units-nothing-to-merge"),
            Self::IntoItself(name) => Sentence::new("store-units-into-itself").with("name", name.clone()),
            Self::Ended(name) => Sentence::new("store-units-ended").with("name", name.clone()),
            Self::NobodyToMove => Sentence::new("store-units-nobody-to-move"),
        }
    }
}
