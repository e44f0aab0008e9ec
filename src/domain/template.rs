//! Sessions of the usual kinds, with the clusters, half-days and programme they
//! usually have. Whatever is not known stays open: without days there are no sittings.

use super::blueprint::ClusterBlueprint;
use super::calendar;
use super::cluster::{ClusterDetails, HalfDay, SittingDetails};
use super::date::{DateSpan, FuzzyDate};
use super::programme::{ItemKind, ProgrammeItem};
use super::session::{SessionDetails, SessionForm, SessionKind};

/// A usual kind of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Hội nghị nửa ngày.
    HalfDay,
    /// Lớp 3 ngày tại Trung tâm Chính trị.
    ThreeDays,
    /// Hội nghị nhiều cụm.
    Clusters,
    /// Hội nghị trực tuyến, nhiều điểm cầu.
    Online,
}

/// The days of a class of three days.
const CLASS_DAYS: usize = 3;
/// Clusters and remote sites to begin with; there may be more or fewer.
const PLACES: usize = 3;
/// A span of more days is no conference.
const MOST_DAYS: usize = 31;

impl Template {
    /// Every kind, as offered.
    pub const ALL: [Self; 4] = [Self::HalfDay, Self::ThreeDays, Self::Clusters, Self::Online];

    /// What was typed, completed as sessions of this kind are, with its clusters.
    /// What the user typed always stands.
    pub fn plan(self, typed: SessionDetails) -> (SessionDetails, Vec<ClusterBlueprint>) {
        let mut session = typed;
        match self {
            Self::HalfDay | Self::Clusters => session.kind = SessionKind::Conference,
            Self::ThreeDays => {
                session.kind = SessionKind::Class;
                session.venue.get_or_insert_with(|| "Trung tâm Chính trị".to_owned());
                session.dates = session.dates.map(three_days);
            }
            Self::Online => {
                session.kind = SessionKind::Conference;
                session.form = SessionForm::Online;
            }
        }
        let days = session.dates.and_then(|dates| calendar::days(dates, MOST_DAYS)).unwrap_or_default();
        let days = if days.len() > MOST_DAYS { Vec::new() } else { days };
        let clusters = match self {
            Self::HalfDay => vec![place("Cụm 1", &days[..days.len().min(1)], &MORNING)],
            Self::ThreeDays => vec![place("Cụm 1", &days, &WHOLE_DAY)],
            Self::Clusters => each_its_day(&days),
            Self::Online => ["Điểm cầu chính", "Điểm cầu 2", "Điểm cầu 3"]
                .map(|name| place(name, &days[..days.len().min(1)], &MORNING))
                .into(),
        };
        (session, clusters)
    }
}

const MORNING: [HalfDay; 1] = [HalfDay::Morning];
const WHOLE_DAY: [HalfDay; 2] = [HalfDay::Morning, HalfDay::Afternoon];

/// Three days from the first, when only that one was typed.
fn three_days(dates: DateSpan) -> DateSpan {
    let count = i32::try_from(CLASS_DAYS).unwrap_or(3) - 1;
    let third = dates.start().calendar().filter(|_| dates.is_single()).and_then(|first| {
        let last = first.checked_add(jiff::Span::new().days(count)).ok()?;
        FuzzyDate::day(last.year(), u8::try_from(last.month()).ok()?, u8::try_from(last.day()).ok()?).ok()
    });
    third.and_then(|last| DateSpan::new(dates.start(), last).ok()).unwrap_or(dates)
}

/// Clusters one after another, a day each; on the same days where there are fewer.
fn each_its_day(days: &[FuzzyDate]) -> Vec<ClusterBlueprint> {
    let day = |at: usize| if days.len() >= PLACES { &days[at..=at] } else { days };
    (0..PLACES).map(|at| place(&format!("Cụm {}", at + 1), day(at), &WHOLE_DAY)).collect()
}

/// A cluster that meets on these days.
fn place(name: &str, days: &[FuzzyDate], halves: &[HalfDay]) -> ClusterBlueprint {
    let times: Vec<(FuzzyDate, HalfDay)> =
        days.iter().flat_map(|day| halves.iter().map(|half| (*day, *half))).collect();
    let last = times.len().saturating_sub(1);
    let sittings = times.iter().enumerate().map(|(at, (date, half))| {
        let (starts, ends) = match half {
            HalfDay::Morning => ("07:30", "11:30"),
            HalfDay::Afternoon => ("13:30", "17:00"),
            HalfDay::Evening => ("18:30", "21:00"),
        };
        SittingDetails {
            date: *date,
            half: *half,
            starts: Some(starts.to_owned()),
            ends: Some(ends.to_owned()),
            programme: programme(at == 0, at == last),
        }
    });
    let dates = match (days.first(), days.last()) {
        (Some(first), Some(last)) => DateSpan::new(*first, *last).ok(),
        _ => None,
    };
    let details = ClusterDetails { name: name.to_owned(), dates, ..ClusterDetails::default() };
    ClusterBlueprint { details, sittings: sittings.collect(), delegates: Vec::new() }
}

/// What a half-day holds: it opens with the first and closes with the last.
fn programme(first: bool, last: bool) -> Vec<ProgrammeItem> {
    let mut items = Vec::new();
    if first {
        items.push(item(ItemKind::Reception, "Đón tiếp đại biểu, phát tài liệu", 30));
        items.push(item(ItemKind::Opening, "Khai mạc", 20));
    }
    items.push(item(ItemKind::Topic, "Chuyên đề", 90));
    items.push(item(ItemKind::Break, "Giải lao", 15));
    if last {
        items.push(item(ItemKind::Discussion, "Trao đổi, thảo luận, giải đáp", 45));
        items.push(item(ItemKind::Closing, "Bế mạc", 15));
    } else {
        items.push(item(ItemKind::Topic, "Chuyên đề (tiếp theo)", 75));
    }
    items
}

fn item(kind: ItemKind, title: &str, minutes: u32) -> ProgrammeItem {
    ProgrammeItem { kind, title: title.to_owned(), minutes: Some(minutes), presenters: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(dates: Option<&str>) -> SessionDetails {
        let dates = dates.map(|dates| dates.parse().expect("dates"));
        SessionDetails { title: "Tập huấn".into(), dates, ..SessionDetails::default() }
    }

    #[test]
    fn a_class_of_three_days_follows_from_its_first() {
        let (session, clusters) = Template::ThreeDays.plan(typed(Some("2026-12-30")));
        assert_eq!(session.dates.map(|dates| dates.to_string()).as_deref(), Some("2026-12-30/2027-01-01"));
        assert_eq!(session.venue.as_deref(), Some("Trung tâm Chính trị"));
        assert_eq!(session.kind, SessionKind::Class);
        assert_eq!(clusters[0].sittings.len(), 6);
        let kinds =
            |at: usize| clusters[0].sittings[at].programme.iter().map(|item| item.kind).collect::<Vec<_>>();
        assert!(kinds(0).contains(&ItemKind::Opening) && !kinds(0).contains(&ItemKind::Closing));
        assert!(kinds(5).contains(&ItemKind::Closing) && !kinds(5).contains(&ItemKind::Opening));
    }

    #[test]
    fn what_was_typed_stands() {
        let mut details = typed(Some("2026-12-28/2026-12-29"));
        details.venue = Some("Hội trường xã".into());
        let (session, clusters) = Template::ThreeDays.plan(details.clone());
        assert_eq!((session.dates, session.venue), (details.dates, details.venue));
        assert_eq!(clusters[0].sittings.len(), 4);
    }

    #[test]
    fn clusters_meet_one_after_another_where_there_are_days_for_it() {
        let (_, clusters) = Template::Clusters.plan(typed(Some("2026-09-25/2026-09-27")));
        let days: Vec<_> = clusters.iter().map(|one| one.sittings[0].date.to_string()).collect();
        assert_eq!(days, ["2026-09-25", "2026-09-26", "2026-09-27"]);
        let (_, clusters) = Template::Clusters.plan(typed(Some("2026-09-25")));
        assert!(clusters.iter().all(|one| one.sittings.len() == 2));
    }

    #[test]
    fn without_days_there_are_no_sittings() {
        for template in Template::ALL {
            for dates in [None, Some("2026"), Some("2026-01-01/2026-12-31")] {
                let (_, clusters) = template.plan(typed(dates));
                assert!(!clusters.is_empty());
                assert!(clusters.iter().all(|one| one.sittings.is_empty()), "{template:?} {dates:?}");
            }
        }
        assert_eq!(Template::Online.plan(typed(None)).0.form, SessionForm::Online);
    }
}
