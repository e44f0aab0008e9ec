//! Why somebody completed, did not, or why that is not known yet: a sentence for each reason.

use super::essay::Score;
use crate::sentence::{Explain, Sentence};

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Somebody decided so.
    Decided {
        /// Whether they completed.
        completed: bool,
        /// Who decided.
        by: Option<String>,
        /// On which day: "10/5/2026".
        day: String,
        /// Why.
        reason: Option<String>,
    },
    /// There is no rule: whoever is on the list completed.
    NoRule,
    /// The cluster has no sittings that somebody could attend.
    NoSittings,
    /// They are in no cluster.
    NoCluster,
    /// How many sittings they attended, and that it is enough or not.
    Attended {
        /// How many.
        sat: usize,
        /// Of how many.
        of: usize,
        /// How many it takes.
        needed: usize,
        /// As a fraction, where the rule is said so: "4/5".
        fraction: Option<&'static str>,
    },
    /// A sitting that nobody may miss was missed: "Sáng 10/5".
    MissingRequired(String),
    /// So many sittings have no mark yet and are open.
    OpenSittings(usize),
    /// So many sittings do not count because they came late.
    LateNotCounted(usize),
    /// So many do not count because they left early.
    LeftEarlyNotCounted(usize),
    /// Somebody else sat in for them at so many.
    Replaced(usize),
    /// They sat in for somebody.
    SatFor {
        /// For whom.
        names: String,
        /// At how many sittings.
        sittings: usize,
    },
    /// Their place was held by somebody else in the end, who gets the certificate.
    PlaceHeldBy(String),
    /// They held somebody's place in the end, and are judged by it.
    HoldsPlaceOf(String),
    /// No essay of theirs is known, while those of others are.
    NoEssay,
    /// They are known not to have handed one in.
    NotSubmitted,
    /// No essay of their cluster is known yet.
    NoEssaysYet,
    /// Theirs has no points yet.
    NoScore {
        /// What is known: a grade, or nothing.
        mark: String,
        /// How many points it takes.
        needed: Score,
    },
    /// Theirs has too few.
    ScoreBelow {
        /// How many.
        score: Score,
        /// How many it takes.
        needed: Score,
    },
    /// It does not pass by its grade.
    Wanting(String),
    /// It was handed in, and is as good as it has to be.
    EssayFine(String),
}

/// What a reason speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// For the certificate.
    For,
    /// Against it.
    Against,
    /// For waiting: something is not known yet.
    Waiting,
    /// For neither: it only explains.
    Neither,
}

impl Reason {
    /// What it speaks for.
    pub fn speaks(&self) -> Speaks {
        match self {
            Self::Decided { completed: true, .. } | Self::NoRule | Self::EssayFine(_) => Speaks::For,
            Self::Attended { sat, needed, .. } if sat >= needed => Speaks::For,
            Self::Decided { .. }
            | Self::Attended { .. }
            | Self::MissingRequired(_)
            | Self::PlaceHeldBy(_)
            | Self::NoEssay
            | Self::NotSubmitted
            | Self::ScoreBelow { .. }
            | Self::Wanting(_) => Speaks::Against,
            Self::NoSittings
            | Self::NoCluster
            | Self::OpenSittings(_)
            | Self::NoEssaysYet
            | Self::NoScore { .. } => Speaks::Waiting,
            Self::LateNotCounted(_)
            | Self::LeftEarlyNotCounted(_)
            | Self::Replaced(_)
            | Self::SatFor { .. }
            | Self::HoldsPlaceOf(_) => Speaks::Neither,
        }
    }
}

impl Reason {
    /// Whether it waits for what is known of sittings.
    pub fn waits_for_marks(&self) -> bool {
        matches!(self, Self::NoSittings | Self::NoCluster | Self::OpenSittings(_))
    }
}

impl Explain for Reason {
    fn explain(&self) -> Sentence {
        match self {
            Self::Decided { completed, by, day, reason } => {
                let id = match (completed, by) {
                    (true, Some(_)) => "completion-decided-for-by",
                    (true, None) => "completion-decided-for",
                    (false, Some(_)) => "completion-decided-against-by",
                    (false, None) => "completion-decided-against",
                };
                let why = reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
                Sentence::new(id)
                    .with("by", by.as_deref().unwrap_or_default())
                    .with("day", day.as_str())
                    .with("reason", why)
            }
            Self::NoRule => Sentence::new("completion-no-rule"),
            Self::NoSittings => Sentence::new("completion-no-sittings"),
            Self::NoCluster => Sentence::new("completion-no-cluster"),
            Self::Attended { sat, of, needed, fraction } => {
                let id = match fraction {
                    Some(_) => "completion-attended-fraction",
                    None => "completion-attended",
                };
                Sentence::new(id)
                    .with("sat", *sat)
                    .with("of", *of)
                    .with("needed", *needed)
                    .with("fraction", fraction.unwrap_or_default())
            }
            Self::MissingRequired(sitting) => {
                Sentence::new("completion-missing-required").with("sitting", sitting.as_str())
            }
            Self::OpenSittings(count) => Sentence::new("completion-open-sittings").with("count", *count),
            Self::LateNotCounted(count) => Sentence::new("completion-late").with("count", *count),
            Self::LeftEarlyNotCounted(count) => Sentence::new("completion-left-early").with("count", *count),
            Self::Replaced(count) => Sentence::new("completion-replaced").with("count", *count),
            Self::SatFor { names, sittings } => {
                Sentence::new("completion-sat-for").with("names", names.as_str()).with("count", *sittings)
            }
            Self::PlaceHeldBy(name) => Sentence::new("completion-place-held-by").with("name", name.as_str()),
            Self::HoldsPlaceOf(name) => {
                Sentence::new("completion-holds-place-of").with("name", name.as_str())
            }
            Self::NoEssay => Sentence::new("completion-no-essay"),
            Self::NotSubmitted => Sentence::new("completion-not-submitted"),
            Self::NoEssaysYet => Sentence::new("completion-no-essays-yet"),
            Self::NoScore { mark, needed } if mark.is_empty() => {
                Sentence::new("completion-no-score").with("needed", needed.to_string())
            }
            Self::NoScore { mark, needed } => Sentence::new("completion-no-score-but")
                .with("mark", mark.as_str())
                .with("needed", needed.to_string()),
            Self::ScoreBelow { score, needed } => Sentence::new("completion-score-below")
                .with("score", score.to_string())
                .with("needed", needed.to_string()),
            Self::Wanting(mark) => Sentence::new("completion-essay-wanting").with("mark", mark.as_str()),
            Self::EssayFine(mark) if mark.is_empty() => Sentence::new("completion-essay-submitted"),
            Self::EssayFine(mark) => Sentence::new("completion-essay-fine").with("mark", mark.as_str()),
        }
    }
}
