//! Numbers where there are no names: how many were called, came and stayed away, as somebody counted them.

use super::figures::Figures;
use crate::domain::audience::MOST;
use crate::domain::cluster::Cluster;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::SittingId;
use crate::sentence::{Explain, Sentence};

/// Whose numbers they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Those of a whole cluster.
    Cluster,
    /// Those of a group that was called, by its label.
    Group(String),
    /// Those of a unit, by its name.
    Unit(String),
    /// The guests of a sitting: one number.
    Guests,
}

/// The kinds of [`Whose`], without the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The cluster as a whole.
    Cluster,
    /// Its called groups, each by itself.
    Group,
    /// Its units, each by itself.
    Unit,
}

impl By {
    /// Every kind, the coarsest first.
    pub const ALL: [Self; 3] = [Self::Cluster, Self::Group, Self::Unit];
}

impl Whose {
    /// The word for it in the data file and in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Group(_) => "group",
            Self::Unit(_) => "unit",
            Self::Guests => "guests",
        }
    }

    /// The name of the group or unit.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Group(name) | Self::Unit(name) => Some(name),
            Self::Cluster | Self::Guests => None,
        }
    }

    /// Its kind; guests are of none, for they are in no figure.
    pub fn by(&self) -> Option<By> {
        match self {
            Self::Cluster => Some(By::Cluster),
            Self::Group(_) => Some(By::Group),
            Self::Unit(_) => Some(By::Unit),
            Self::Guests => None,
        }
    }
}

/// The numbers themselves; what nobody counted is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Triệu tập.
    pub invited: Option<u32>,
    /// Có mặt.
    pub present: Option<u32>,
    /// Vắng có lý do.
    pub excused: Option<u32>,
    /// Vắng không lý do.
    pub absent: Option<u32>,
    /// "Khoảng": an estimate, of which sums need not be right.
    pub is_about: bool,
}

/// One of the four numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Triệu tập.
    Invited,
    /// Có mặt.
    Present,
    /// Vắng có lý do.
    Excused,
    /// Vắng không lý do.
    Absent,
}

impl Figure {
    /// All four, in the order of papers.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Present, Self::Excused, Self::Absent];
}

/// Why numbers cannot be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TurnoutMistake {
    /// A number larger than any hall.
    #[error("{figure:?} is {count}, more than {MOST}")]
    TooMany {
        /// Which.
        figure: Figure,
        /// What it says.
        count: u32,
    },
    /// One number alone is more than were called.
    #[error("{figure:?} is {count} of {invited}")]
    MoreThanInvited {
        /// Which.
        figure: Figure,
        /// What it says.
        count: u32,
        /// How many were called.
        invited: u32,
    },
    /// Those who came and those who did not are together more than were called.
    #[error("{present} + {excused} + {absent} is more than {invited}")]
    SumTooLarge {
        /// How many came.
        present: u32,
        /// Absent with leave.
        excused: u32,
        /// Absent without.
        absent: u32,
        /// How many were called.
        invited: u32,
    },
}

impl Explain for TurnoutMistake {
    fn explain(&self) -> Sentence {
        // Which number it is, in the sentence itself: a sentence holds no others.
        match *self {
            Self::TooMany { count, .. } => Sentence::new("turnout-too-many")
                .with("count", count.to_string())
                .with("most", MOST.to_string()),
            Self::MoreThanInvited { figure, count, invited } => Sentence::new(match figure {
                Figure::Excused => "turnout-more-excused",
                Figure::Absent => "turnout-more-absent",
                Figure::Invited | Figure::Present => "turnout-more-present",
            })
            .with("count", count.to_string())
            .with("invited", invited.to_string()),
            Self::SumTooLarge { present, excused, absent, invited } => Sentence::new("turnout-sum")
                .with("present", present.to_string())
                .with("excused", excused.to_string())
                .with("absent", absent.to_string())
                .with("sum", (present + excused + absent).to_string())
                .with("invited", invited.to_string()),
        }
    }
}

impl Numbers {
    /// Whether nobody counted anything.
    pub fn is_empty(&self) -> bool {
        Figure::ALL.iter().all(|figure| self.of(*figure).is_none())
    }

    /// One of them.
    pub fn of(&self, figure: Figure) -> Option<u32> {
        match figure {
            Figure::Invited => self.invited,
            Figure::Present => self.present,
            Figure::Excused => self.excused,
            Figure::Absent => self.absent,
        }
    }

    /// With another one.
    #[must_use]
    pub fn with(mut self, figure: Figure, count: Option<u32>) -> Self {
        match figure {
            Figure::Invited => self.invited = count,
            Figure::Present => self.present = count,
            Figure::Excused => self.excused = count,
            Figure::Absent => self.absent = count,
        }
        self
    }

    /// Refuses what cannot be right: more than were called came or stayed away, unless it is an estimate.
    pub fn check(&self) -> Result<(), TurnoutMistake> {
        let large = Figure::ALL
            .into_iter()
            .find_map(|figure| Some((figure, self.of(figure)?)).filter(|one| one.1 > MOST));
        if let Some((figure, count)) = large {
            return Err(TurnoutMistake::TooMany { figure, count });
        }
        let Some(invited) = self.invited.filter(|_| !self.is_about) else { return Ok(()) };
        for figure in [Figure::Present, Figure::Excused, Figure::Absent] {
            if let Some(count) = self.of(figure).filter(|count| *count > invited) {
                return Err(TurnoutMistake::MoreThanInvited { figure, count, invited });
            }
        }
        let [present, excused, absent] =
            [self.present, self.excused, self.absent].map(Option::unwrap_or_default);
        match present + excused + absent > invited {
            true => Err(TurnoutMistake::SumTooLarge { present, excused, absent, invited }),
            false => Ok(()),
        }
    }

    /// As figures of a sitting: who is in none of the other numbers is not known to be anything.
    pub fn figures(&self) -> Figures {
        let count =
            |number: Option<u32>| number.map_or(0, |number| usize::try_from(number).unwrap_or(usize::MAX));
        let (present, excused, absent) = (count(self.present), count(self.excused), count(self.absent));
        let said = present.saturating_add(excused).saturating_add(absent);
        // Nobody wrote down how many were called, or an estimate that is less than came: at least those that are told.
        let invited = count(self.invited).max(said);
        Figures { invited, present, excused, absent, unmarked: invited - said, ..Figures::default() }
    }
}

impl std::ops::AddAssign for Numbers {
    fn add_assign(&mut self, other: Self) {
        for figure in Figure::ALL {
            let sum = match (self.of(figure), other.of(figure)) {
                (Some(one), Some(other)) => Some(one.saturating_add(other)),
                (one, other) => one.or(other),
            };
            *self = self.with(figure, sum);
        }
        self.is_about = self.is_about || other.is_about;
    }
}

/// Numbers of the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnout {
    /// At which sitting.
    pub sitting: SittingId,
    /// Whose.
    pub whose: Whose,
    /// How many.
    pub numbers: Numbers,
}

/// The numbers of one at a sitting; empty where nobody typed any.
pub fn numbers_of(turnout: &[Turnout], sitting: SittingId, whose: &Whose) -> Numbers {
    let found = turnout.iter().find(|one| one.sitting == sitting && one.whose == *whose);
    found.map(|one| one.numbers).unwrap_or_default()
}

/// How the numbers of a sitting were counted. Those of the whole cluster stand for all; else those of the groups, else
/// those of the units are added up: the same people are not counted twice.
pub fn counted_by(turnout: &[Turnout], sitting: SittingId) -> Option<By> {
    By::ALL
        .into_iter()
        .find(|by| turnout.iter().any(|one| one.sitting == sitting && one.whose.by() == Some(*by)))
}

/// The numbers of a sitting together; `None` where there are none.
pub fn of_sitting(turnout: &[Turnout], sitting: SittingId) -> Option<Numbers> {
    let by = counted_by(turnout, sitting)?;
    let mut sum = Numbers::default();
    for one in turnout.iter().filter(|one| one.sitting == sitting && one.whose.by() == Some(by)) {
        sum += one.numbers;
    }
    Some(sum)
}

/// How many guests were at a sitting, if somebody counted them.
pub fn guests(turnout: &[Turnout], sitting: SittingId) -> Option<u32> {
    numbers_of(turnout, sitting, &Whose::Guests).present
}

/// Whether a cluster has delegates by name: then they are marked, and nobody counts heads.
pub fn has_names(cluster: &Cluster, delegates: &[Delegate]) -> bool {
    delegates.iter().any(|one| one.cluster == Some(cluster.id) && one.state == DelegateState::Listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITTING: SittingId = SittingId(1);

    fn numbers(invited: u32, present: u32, excused: u32, absent: u32) -> Numbers {
        let [invited, present, excused, absent] = [invited, present, excused, absent].map(Some);
        Numbers { invited, present, excused, absent, is_about: false }
    }

    fn typed(whose: Whose, numbers: Numbers) -> Turnout {
        Turnout { sitting: SITTING, whose, numbers }
    }

    #[test]
    fn more_than_were_called_is_refused_by_the_number_that_is_wrong_unless_it_is_about() {
        assert_eq!(numbers(200, 180, 15, 5).check(), Ok(()));
        assert_eq!(numbers(200, 180, 0, 0).check(), Ok(()), "not all need to be told of");
        let more = numbers(200, 210, 0, 0);
        let mistake = TurnoutMistake::MoreThanInvited { figure: Figure::Present, count: 210, invited: 200 };
        assert_eq!(more.check(), Err(mistake));
        let absent = TurnoutMistake::MoreThanInvited { figure: Figure::Absent, count: 300, invited: 200 };
        assert_eq!(numbers(200, 10, 0, 300).check(), Err(absent));
        let sum = numbers(200, 190, 8, 5);
        let mistake = TurnoutMistake::SumTooLarge { present: 190, excused: 8, absent: 5, invited: 200 };
        assert_eq!(sum.check(), Err(mistake));
        assert_eq!(Numbers { is_about: true, ..sum }.check(), Ok(()));
        assert_eq!(Numbers { invited: None, ..more }.check(), Ok(()));
        let mistake = TurnoutMistake::TooMany { figure: Figure::Present, count: 4_000_000_000 };
        assert_eq!(numbers(200, 4_000_000_000, 0, 0).check(), Err(mistake));
    }

    #[test]
    fn the_same_people_are_not_counted_twice() {
        let groups = vec![
            typed(Whose::Unit("Xã Tam An".into()), numbers(50, 50, 0, 0)),
            typed(Whose::Group("Trưởng ban CTMT".into()), numbers(100, 90, 10, 0)),
            typed(
                Whose::Group("Tổ trưởng".into()),
                Numbers { present: Some(60), is_about: true, ..Numbers::default() },
            ),
            typed(Whose::Guests, Numbers { present: Some(12), ..Numbers::default() }),
        ];
        let sum = of_sitting(&groups, SITTING).expect("numbers");
        assert_eq!(sum, Numbers { is_about: true, ..numbers(100, 150, 10, 0) });
        assert_eq!(guests(&groups, SITTING), Some(12));
        // Called were at least those who came.
        assert_eq!((sum.figures().invited, sum.figures().unmarked), (160, 0));
        let mut whole = groups;
        whole.push(typed(Whose::Cluster, numbers(170, 155, 0, 0)));
        assert_eq!(of_sitting(&whole, SITTING), Some(numbers(170, 155, 0, 0)));
        assert_eq!(of_sitting(&whole, SittingId(2)), None);
        assert_eq!(numbers(170, 155, 10, 0).figures().unmarked, 5);
    }
}
