//! Who gets a certificate: the rule of a session, essays (bài thu hoạch) and decisions by hand. What follows from them is
//! computed ([`judging`]) and never stored.

pub mod essay;
pub mod essay_line;
pub mod essay_list;
pub mod judging;
pub mod reason;

use std::collections::HashMap;

use super::id::{DelegateId, SittingId};
use essay::{Essay, Score};

/// What somebody has to fulfil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// How many sittings.
    pub share: Share,
    /// Whether a sitting to which somebody came late counts.
    pub late_counts: bool,
    /// Whether one that somebody left early counts.
    pub left_early_counts: bool,
    /// Sittings nobody may miss: each is one of its cluster, and asked of that cluster only.
    pub required: Vec<SittingId>,
    /// What is asked of the essay.
    pub essay: EssayNeed,
    /// To whom the certificate goes.
    pub whose: Whose,
}

impl Default for Rule {
    /// As most classes have it: four fifths of the sittings.
    fn default() -> Self {
        Self {
            share: Share::Percent(80),
            late_counts: true,
            left_early_counts: true,
            required: Vec::new(),
            essay: EssayNeed::None,
            whose: Whose::Person,
        }
    }
}

/// How many of the sittings of a cluster somebody has to attend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// None in particular: whoever is on the list.
    Any,
    /// So many.
    Sittings(u32),
    /// So many of a hundred, 100 at most.
    Percent(u8),
}

impl Share {
    /// How many of so many sittings that is. 66 % are two thirds, as people mean it: of three sittings two.
    pub fn of(self, sittings: usize) -> usize {
        match self {
            Self::Any => 0,
            Self::Sittings(count) => usize::try_from(count).unwrap_or(usize::MAX),
            Self::Percent(percent) => (sittings * usize::from(percent)).div_ceil(100),
        }
    }

    /// The fraction as it is said, where it is a usual one: "4/5".
    pub fn fraction(self) -> Option<&'static str> {
        match self {
            Self::Percent(50) => Some("1/2"),
            Self::Percent(66) => Some("2/3"),
            Self::Percent(75) => Some("3/4"),
            Self::Percent(80) => Some("4/5"),
            _ => None,
        }
    }
}

/// What is asked of the essay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EssayNeed {
    /// Nothing.
    None,
    /// That it was handed in, and was not found wanting.
    Submitted,
    /// So many points.
    Score(Score),
}

/// To whom a certificate goes where somebody sat in for somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// To each person by the sittings they sat themselves.
    Person,
    /// To whoever held the place last, by the sittings at which somebody sat there.
    Place,
}

/// What somebody decided by hand, whatever the rule says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Whether they completed; `None`: as the rule says.
    pub completed: Option<bool>,
    /// Whether they are commended (khen thưởng).
    pub commended: bool,
    /// Why.
    pub reason: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When: UTC, RFC 3339. The data file sets it.
    pub decided_at: String,
}

/// What a session has for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// The rule; without one whoever is on the list completed.
    pub rule: Option<Rule>,
    /// What is known of essays.
    pub essays: HashMap<DelegateId, Essay>,
    /// What was decided by hand.
    pub decisions: HashMap<DelegateId, Decision>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_up_and_two_thirds_are_what_people_mean() {
        assert_eq!([4, 5, 8].map(|of| Share::Percent(80).of(of)), [4, 4, 7]);
        for of in 0..45 {
            assert_eq!(Share::Percent(66).of(of), (2 * of).div_ceil(3), "two thirds of {of}");
        }
        assert_eq!((Share::Percent(100).of(7), Share::Any.of(7), Share::Sittings(3).of(2)), (7, 0, 3));
    }
}
