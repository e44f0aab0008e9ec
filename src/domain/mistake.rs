//! Why an entry or a request is refused, each with its cure.

use super::attendance::exchange::ExchangeMistake;
use super::attendance::scan::ScanMistake;
use super::attendance::turnout::TurnoutMistake;
use super::certificate::mistake::CertificateMistake;
use super::date::DateError;
use super::library::LibraryMistake;
use super::organisation::{NUMBER_PLACE, pattern_shown};
use super::own_column::OwnMistake;
use super::unit_tree::UnitMistake;
use crate::sentence::{Explain, Sentence};

/// Something the user asked for that cannot be done as asked. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// A session without a title.
    #[error("a session needs a title")]
    NoTitle,
    /// A person without a name.
    #[error("a person needs a name")]
    NoName,
    /// A cluster without a name.
    #[error("a cluster needs a name")]
    NoClusterName,
    /// An organisation without a name.
    #[error("an organisation needs a name")]
    NoOrganisationName,
    /// A number pattern that has no place for the number.
    #[error("{0:?} has no {{so}}")]
    NoNumberInPattern(String),
    /// A hall with no seats.
    #[error("a capacity of zero")]
    NoSeats,
    /// Not a time of day.
    #[error("{0:?} is not a time")]
    Time(String),
    /// A sitting that ends before it starts.
    #[error("{ends} is not after {starts}")]
    TimesReversed {
        /// When it starts.
        starts: String,
        /// When it ends.
        ends: String,
    },
    /// On the library of topics, a curriculum or a programme.
    #[error(transparent)]
    Library(#[from] LibraryMistake),
    /// On certificates and their numbers.
    #[error(transparent)]
    Certificate(#[from] CertificateMistake),
    /// On the units of the registry.
    #[error(transparent)]
    Unit(#[from] UnitMistake),
    /// Not a date, or an end before its start.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The cluster is not, or no longer, one of the session's.
    #[error("no such cluster")]
    UnknownCluster,
    /// The sitting is not there any more.
    #[error("no such sitting")]
    UnknownSitting,
    /// The delegate is not, or no longer, in the session.
    #[error("no such delegate")]
    UnknownDelegate,
    /// The line of a list is not there any more as it was seen.
    #[error("the line was changed meanwhile")]
    LineChanged,
    /// Attendance was marked there, which must not vanish.
    #[error("{0} has attendance marks")]
    HasMarks(String),
    /// Attendance was marked in a cluster of the session, which can only be put away.
    #[error("attendance was marked in {0}")]
    SessionHasMarks(String),
    /// Certificates of the session were issued, which can only be put away.
    #[error("{count} certificates of {title} were issued")]
    SessionHasCertificates {
        /// The title of the session.
        title: String,
        /// How many numbers of the register it has.
        count: usize,
    },
    /// Signed pages of the session are kept, which can only be put away.
    #[error("{0} scans are kept")]
    SessionHasScans(usize),
    /// Nothing that can be kept as a scan.
    #[error(transparent)]
    Scan(#[from] ScanMistake),
    /// The scan is not there any more.
    #[error("no such scan")]
    UnknownScan,
    /// No page of the session was printed with this code.
    #[error("no page {0}")]
    UnknownPage(String),
    /// The delegate belongs to another cluster than the sitting.
    #[error("{name} is not of {cluster}")]
    OtherCluster {
        /// Who it is.
        name: String,
        /// The cluster of the sitting.
        cluster: String,
    },
    /// The delegate was taken off the list.
    #[error("{0} is withdrawn")]
    Withdrawn(String),
    /// Nobody sits in for themselves.
    #[error("{0} is no substitute of themselves")]
    OwnSubstitute(String),
    /// This delegate was only sent for somebody else, on whose place they sit.
    #[error("{0} has no place of their own")]
    HasNoPlace(String),
    /// The sitting is closed.
    #[error("the sitting is closed")]
    SittingClosed,
    /// Numbers that cannot be right.
    #[error(transparent)]
    Turnout(#[from] TurnoutMistake),
    /// The cluster has delegates by name, who are marked.
    #[error("{0} has delegates by name")]
    HasNames(String),
    /// The session called no such group.
    #[error("no group {0:?} was called")]
    UnknownGroup(String),
    /// The cluster serves other units.
    #[error("{cluster} does not serve {unit:?}")]
    NotServed {
        /// The unit.
        unit: String,
        /// The name of the cluster.
        cluster: String,
    },
    /// On the own columns of a session.
    #[error(transparent)]
    Own(#[from] OwnMistake),
    /// On attendance that comes from another computer.
    #[error(transparent)]
    Exchange(#[from] ExchangeMistake),
    /// What is to be taken back is not there.
    #[error("no such entry")]
    UnknownEntry,
    /// The person is not in the registry any more.
    #[error("no such person")]
    UnknownPerson,
    /// The person is a delegate of sessions.
    #[error("{name} is a delegate of {sessions} sessions")]
    PersonInUse {
        /// Who it is.
        name: String,
        /// Of how many sessions.
        sessions: usize,
    },
    /// Who the delegate was is erased: there is nothing to edit.
    #[error("the delegate is erased")]
    DelegateErased,
    /// Archives hold the data of a session somebody is in.
    #[error("{title} is held: {reason}")]
    Held {
        /// The title of the session.
        title: String,
        /// Why it is held, in the user's words.
        reason: String,
    },
    /// An erasure without a reason.
    #[error("an erasure needs a reason")]
    NoErasureReason,
    /// The reason of an erasure is kept, so it may not say whom it was about.
    #[error("the reason names who is erased")]
    ReasonNames,
    /// A person is not merged with itself.
    #[error("one person, not two")]
    SamePerson,
    /// Two delegates of one session who both have marks or certificates.
    #[error("{name} is recorded twice in {title}")]
    BothRecorded {
        /// Who it is.
        name: String,
        /// The title of the session.
        title: String,
    },
    /// A position without a title.
    #[error("a position needs a title")]
    NoPosition,
    /// A recipe without a name.
    #[error("a recipe needs a name")]
    NoRecipeName,
    /// Another recipe of the same paper has this name.
    #[error("{0} is another recipe")]
    RecipeNameTaken(String),
    /// The recipe is not there any more.
    #[error("no such recipe")]
    UnknownRecipe,
    /// The organisation is not in the settings any more.
    #[error("no such organisation")]
    UnknownOrganisation,
    /// The person is a delegate of the session already.
    #[error("{0} is listed already")]
    AlreadyListed(String),
    /// The session ended, and what was asked would change its papers.
    #[error("the session has ended")]
    SessionEnded,
    /// The list is fixed ("đã chốt"), and what was asked would change its numbers.
    #[error("the list is fixed")]
    ListFixed,
    /// There is no delegate to number or to divide.
    #[error("nobody is listed")]
    NobodyListed,
    /// Everyone on the list has a certificate already, or nobody is on it.
    #[error("nobody to certify")]
    NobodyToCertify,
    /// Of those without a certificate nobody fulfils the rule.
    #[error("nobody fulfils the rule")]
    NobodyFulfils,
    /// A decision on who completed, without a reason.
    #[error("a decision needs a reason")]
    NoDecisionReason,
    /// The book has given numbers already: the next one follows them.
    #[error("the next number is {0}")]
    NumbersBegun(u32),
    /// A sitting without a day.
    #[error("a sitting needs a day")]
    NoSittingDay,
    /// All halls together have no room for whole communes.
    #[error("{0} delegates find no seat")]
    TooFewSeats(usize),
    /// A cluster is not merged with itself, nor with one of another session.
    #[error("not another cluster of the session")]
    NotAnotherCluster,
    /// The organisation still has sessions.
    #[error("{0} still has sessions")]
    OrganisationInUse(String, usize),
    /// Delegates cannot be divided into no clusters.
    #[error("no clusters to divide into")]
    NoClusters,
    /// Sittings cannot be made for a cluster whose days are not known.
    #[error("{0} has no full dates")]
    NoDays(String),
    /// More days than one conference has: probably a wrong year.
    #[error("{cluster} would have more than {most} days")]
    TooManyDays {
        /// Name of the cluster.
        cluster: String,
        /// The most days sittings are made for.
        most: usize,
    },
}

impl Explain for Mistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::NoTitle => Sentence::new("store-no-title"),
            Self::NoName => Sentence::new("store-no-name"),
            Self::NoClusterName => Sentence::new("store-no-cluster-name"),
            Self::NoOrganisationName => Sentence::new("store-no-organisation-name"),
            Self::NoNumberInPattern(pattern) => Sentence::new("store-no-number-in-pattern")
                .with("pattern", pattern.clone())
                .with("place", pattern_shown(NUMBER_PLACE)),
            Self::NoSeats => Sentence::new("store-no-seats"),
            Self::Time(text) => Sentence::new("store-time").with("text", text.clone()),
            Self::TimesReversed { starts, ends } => Sentence::new("store-times-reversed")
                .with("starts", starts.clone())
                .with("ends", ends.clone()),
            Self::Library(mistake) => mistake.explain(),
            Self::Certificate(mistake) => mistake.explain(),
            Self::Unit(mistake) => mistake.explain(),
            Self::Date(error) => error.explain(),
            Self::UnknownCluster => Sentence::new("store-unknown-cluster"),
            Self::UnknownSitting => Sentence::new("store-unknown-sitting"),
            Self::UnknownDelegate => Sentence::new("store-unknown-delegate"),
            Self::LineChanged => Sentence::new("store-line-changed"),
            Self::HasMarks(name) => Sentence::new("store-has-marks").with("name", name.clone()),
            Self::SessionHasMarks(name) => {
                Sentence::new("store-session-has-marks").with("name", name.clone())
            }
            Self::SessionHasCertificates { title, count } => Sentence::new("store-session-has-certificates")
                .with("title", title.clone())
                .with("count", *count),
            Self::SessionHasScans(count) => Sentence::new("store-session-has-scans").with("count", *count),
            Self::Scan(mistake) => mistake.explain(),
            Self::UnknownScan => Sentence::new("scans-gone"),
            Self::UnknownPage(code) => Sentence::new("attendance-no-page").with("code", code.clone()),
            Self::OtherCluster { name, cluster } => Sentence::new("store-other-cluster")
                .with("name", name.clone())
                .with("cluster", cluster.clone()),
            Self::Withdrawn(name) => Sentence::new("store-withdrawn").with("name", name.clone()),
            Self::HasNoPlace(name) => Sentence::new("store-has-no-place").with("name", name.clone()),
            Self::OwnSubstitute(name) => Sentence::new("store-own-substitute").with("name", name.clone()),
            Self::SittingClosed => Sentence::new("store-sitting-closed"),
            Self::Turnout(mistake) => mistake.explain(),
            Self::HasNames(cluster) => Sentence::new("turnout-has-names").with("cluster", cluster.clone()),
            Self::UnknownGroup(group) => Sentence::new("turnout-unknown-group").with("group", group.clone()),
            Self::NotServed { unit, cluster } => Sentence::new("turnout-not-served")
                .with("unit", unit.clone())
                .with("cluster", cluster.clone()),
            Self::Own(mistake) => mistake.explain(),
            Self::Exchange(mistake) => mistake.explain(),
            Self::UnknownEntry => Sentence::new("store-unknown-entry"),
            Self::UnknownPerson => Sentence::new("store-unknown-person"),
            Self::PersonInUse { name, sessions } => {
                Sentence::new("store-person-in-use").with("name", name.clone()).with("count", *sessions)
            }
            Self::DelegateErased => Sentence::new("store-delegate-erased"),
            Self::Held { title, reason } => Sentence::new("store-held-by-archive")
                .with("title", title.clone())
                .with("reason", reason.clone()),
            Self::NoErasureReason => Sentence::new("store-no-erasure-reason"),
            Self::ReasonNames => Sentence::new("store-reason-names"),
            Self::SamePerson => Sentence::new("store-same-person"),
            Self::BothRecorded { name, title } => {
                Sentence::new("store-both-recorded").with("name", name.clone()).with("title", title.clone())
            }
            Self::NoPosition => Sentence::new("store-no-position"),
            Self::NoRecipeName => Sentence::new("store-no-recipe-name"),
            Self::RecipeNameTaken(name) => {
                Sentence::new("store-recipe-name-taken").with("name", name.clone())
            }
            Self::UnknownRecipe => Sentence::new("store-unknown-recipe"),
            Self::UnknownOrganisation => Sentence::new("store-unknown-organisation"),
            Self::AlreadyListed(name) => Sentence::new("store-already-listed").with("name", name.clone()),
            Self::SessionEnded => Sentence::new("store-session-ended"),
            Self::ListFixed => Sentence::new("store-list-fixed"),
            Self::NobodyListed => Sentence::new("store-nobody-listed"),
            Self::NobodyToCertify => Sentence::new("store-nobody-to-certify"),
            Self::NobodyFulfils => Sentence::new("store-nobody-fulfils"),
            Self::NoDecisionReason => Sentence::new("store-no-decision-reason"),
            Self::NumbersBegun(next) => Sentence::new("store-numbers-begun").with("number", next.to_string()),
            Self::NoSittingDay => Sentence::new("store-no-sitting-day"),
            Self::TooFewSeats(count) => Sentence::new("store-too-few-seats").with("count", *count),
            Self::NotAnotherCluster => Sentence::new("store-not-another-cluster"),
            Self::OrganisationInUse(name, count) => {
                Sentence::new("store-organisation-in-use").with("name", name.clone()).with("count", *count)
            }
            Self::NoClusters => Sentence::new("store-no-clusters"),
            Self::NoDays(cluster) => Sentence::new("store-no-days").with("cluster", cluster.clone()),
            Self::TooManyDays { cluster, most } => {
                Sentence::new("store-too-many-days").with("cluster", cluster.clone()).with("most", *most)
            }
        }
    }
}

impl Explain for DateError {
    fn explain(&self) -> Sentence {
        Sentence::new(match self {
            Self::Form => "store-date-form",
            Self::Year => "store-date-year",
            Self::Month => "store-date-month",
            Self::Day => "store-date-day",
            Self::Order => "store-date-order",
        })
    }
}
