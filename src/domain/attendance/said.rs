//! What is said of who came: the one place where papers, Tổng quan and the command line ask, so that they agree. By marks
//! where there are names, by numbers where somebody counted heads, else as far as the list goes.

use super::figures::Figures;
use super::turnout;
use crate::domain::audience::headcount;
use crate::domain::cluster::Cluster;
use crate::domain::dossier::Dossier;
use crate::domain::id::SittingId;

/// Where figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Somebody was marked, or the sitting was closed.
    Marks,
    /// Numbers were typed: "theo số liệu nhập, không có danh sách".
    Numbers,
    /// Of several clusters: some by marks, some by numbers.
    MarksAndNumbers,
    /// Nobody was marked or counted: all that is known is who was called ("theo danh sách").
    List,
}

impl Source {
    /// Whether it is known who came.
    pub fn is_known(self) -> bool {
        self != Self::List
    }

    /// How papers say it, which are Vietnamese. Marks need no word.
    pub fn printed(self) -> Option<&'static str> {
        match self {
            Self::Marks => None,
            Self::Numbers => Some("theo số liệu nhập, không có danh sách"),
            Self::MarksAndNumbers => Some("theo điểm danh và, nơi không có danh sách, theo số liệu nhập"),
            Self::List => Some("theo danh sách"),
        }
    }

    /// That of figures that are added up. Where one part is not known, the whole is not.
    fn joined(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::List, _) | (_, Self::List) => Self::List,
            _ => Self::MarksAndNumbers,
        }
    }
}

/// How many were called, came and stayed away, and by what that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The figures. By numbers nobody is late, early or substituted; by the list everybody is without a mark.
    pub figures: Figures,
    /// Where they come from.
    pub source: Source,
    /// Whether they are an estimate ("khoảng").
    pub is_about: bool,
    /// How many guests came, if somebody counted them; they are in no figure.
    pub guests: Option<u32>,
}

impl Said {
    fn list(invited: usize) -> Self {
        let figures = Figures { invited, unmarked: invited, ..Figures::default() };
        Self { figures, source: Source::List, is_about: false, guests: None }
    }

    /// Together with that of another cluster.
    fn add(self, whole: Option<Self>) -> Self {
        let Some(mut sum) = whole else { return self };
        sum.figures += self.figures;
        sum.source = sum.source.joined(self.source);
        sum.is_about |= self.is_about;
        sum.guests = match (sum.guests, self.guests) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            (one, other) => one.or(other),
        };
        sum
    }
}

impl Dossier {
    /// Of one sitting of a cluster.
    pub fn said_of_sitting(&self, cluster: &Cluster, sitting: SittingId) -> Said {
        let guests = turnout::guests(&self.turnout, sitting);
        if turnout::has_names(cluster, &self.delegates) {
            let delegates = self.delegates.iter().filter(|one| one.cluster == Some(cluster.id));
            let figures = Figures::of(delegates, sitting, &self.attendance);
            let source = if figures.unmarked < figures.invited { Source::Marks } else { Source::List };
            return Said { figures, source, is_about: false, guests };
        }
        match turnout::of_sitting(&self.turnout, sitting) {
            Some(numbers) => {
                // Who was called only is not yet who came.
                let counted =
                    numbers.present.is_some() || numbers.excused.is_some() || numbers.absent.is_some();
                let source = if counted { Source::Numbers } else { Source::List };
                Said { figures: numbers.figures(), source, is_about: numbers.is_about, guests }
            }
            None => Said { guests, ..Said::list(self.expected_in(cluster)) },
        }
    }

    /// Of a cluster: of that of its sittings at which most were there, for people are counted and not sittings. `None`
    /// without sittings.
    pub fn said_of_cluster(&self, cluster: &Cluster) -> Option<Said> {
        let order = cluster.order();
        let said = order.into_iter().map(|sitting| self.said_of_sitting(cluster, sitting));
        // Of equal ones the first: max_by_key would give the last.
        said.rev().max_by_key(|said| (said.source.is_known(), said.figures.present))
    }

    /// Of the whole session: its clusters together. `None` without sittings.
    pub fn said_of_session(&self) -> Option<Said> {
        let clusters = self.clusters.iter().filter_map(|cluster| self.said_of_cluster(cluster));
        clusters.fold(None, |whole, said| Some(said.add(whole)))
    }

    /// How many are called to a cluster without names: its own number; of the only one that of the called groups.
    fn expected_in(&self, cluster: &Cluster) -> usize {
        let called =
            || headcount(&self.audience).filter(|_| self.clusters.len() == 1).map(|called| called.count);
        let expected = cluster.details.expected.or_else(called);
        expected.map_or(0, |count| usize::try_from(count).unwrap_or(usize::MAX))
    }
}
