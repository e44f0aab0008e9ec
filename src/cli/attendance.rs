//! `mark`: who came and who did not. `attendance`: what counts.

use std::collections::HashSet;
use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use super::verbs;
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::typed::{Said, TypedLine};
use crate::domain::attendance::{Attendance, AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::badge_code;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::numbering::{Numbered, is_shown, numbered};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store, StoreError};
use crate::vietnamese::date;

/// What is to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) session: SessionId,
    pub(super) cluster: u32,
    /// The Nth sitting of the cluster, by date and half of the day.
    pub(super) sitting: u32,
    pub(super) what: What,
    pub(super) json: bool,
}

/// Whom, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// These numbers.
    Numbers(Vec<(AttendanceStatus, String)>),
    /// All who have no mark.
    AllPresent,
    /// Whose badge this is.
    Badge(String),
}

/// A list of numbers and what it makes of them, as the command line writes it.
pub(super) const LISTS: [(&str, AttendanceStatus); 5] = [
    ("present", AttendanceStatus::Present),
    ("absent", AttendanceStatus::Absent),
    ("excused", AttendanceStatus::Excused),
    ("late", AttendanceStatus::Late),
    ("left-early", AttendanceStatus::LeftEarly),
];

/// A delegate that is marked.
#[derive(Serialize)]
struct MarkedJson<'a> {
    stt: u32,
    delegate: i64,
    name: &'a str,
    status: &'static str,
}

/// What came of an entry.
#[derive(Serialize)]
struct EnteredJson<'a> {
    /// Its number; null where everything stood there already.
    entry: Option<i64>,
    marked: Vec<MarkedJson<'a>>,
    already: Vec<MarkedJson<'a>>,
}

/// Marks what is named and nothing else.
pub(super) fn mark(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = verbs::open_to_write(path, &mut done.sentences)?;
    let dossier = store.dossier(wanted.session).wait()?;
    let cluster = cluster(&dossier, wanted.cluster)?;
    let sitting = sitting(cluster, wanted.sitting)?;
    let shown = shown(&dossier);
    let list = listed(&shown, cluster, &dossier);
    let marks = match &wanted.what {
        What::Numbers(lists) => by_number(lists, &list, sitting)?,
        What::AllPresent => {
            let attendance = store.attendance(wanted.session).wait()?;
            let open = list.iter().filter(|row| row.delegate.state == DelegateState::Listed);
            open.filter(|row| attendance.of(row.delegate.id, sitting.id).is_none())
                .map(|row| NewMark::new(row.delegate.id, sitting.id, AttendanceStatus::Present))
                .collect()
        }
        What::Badge(code) => vec![by_badge(code, &list, sitting)?],
    };
    let entry =
        NewEntry { session: wanted.session, way: Way::Cli, page: None, made_on: MadeOn::default(), marks };
    let entered = store.mark(entry).wait()?;
    let row = |delegate: DelegateId, status: AttendanceStatus| {
        let row = list.iter().find(|row| row.delegate.id == delegate)?;
        let name = row.delegate.details.full_name.as_str();
        Some(MarkedJson { stt: row.number, delegate: delegate.0, name, status: status.code() })
    };
    let answer = EnteredJson {
        entry: entered.entry.map(|entry| entry.0),
        marked: entered.marked.iter().filter_map(|mark| row(mark.delegate, mark.status)).collect(),
        already: entered.already.iter().filter_map(|mark| row(mark.delegate, mark.status)).collect(),
    };
    if wanted.json {
        done.data = Done::printing_json(&answer).data;
        return Ok(done);
    }
    done.data = answer
        .marked
        .iter()
        .map(|one| format!("{}. {} – {}\n", one.stt, one.name, locale.text(word(one.status))))
        .collect();
    let told = Sentence::new("cli-marked").with("count", answer.marked.len());
    done.sentences.push(told.with("already", answer.already.len()));
    Ok(done)
}

/// The sentence for a status, by its code.
fn word(status: &str) -> &'static str {
    match status {
        "present" => "attendance-present",
        "late" => "attendance-late",
        "left_early" => "attendance-left-early",
        "excused" => "attendance-excused",
        "absent" => "attendance-absent",
        _ => "attendance-substituted",
    }
}

fn cluster(dossier: &Dossier, number: u32) -> Result<&Cluster, Refusal> {
    let found = dossier.clusters.iter().find(|cluster| cluster.number == number);
    found.ok_or_else(|| StoreError::NoCluster(number).into())
}

/// The sittings of a cluster by date and half of the day, as they are counted.
fn in_order(cluster: &Cluster) -> Vec<&Sitting> {
    let mut sittings: Vec<&Sitting> = cluster.sittings.iter().collect();
    sittings.sort_by_key(|sitting| (sitting.date.sort_key(), sitting.half));
    sittings
}

fn sitting(cluster: &Cluster, number: u32) -> Result<&Sitting, Refusal> {
    let sittings = in_order(cluster);
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    at.and_then(|at| sittings.get(at).copied()).ok_or_else(|| {
        let refused = Sentence::new("cli-no-sitting").with("number", number).with("count", sittings.len());
        Refusal(refused.with("cluster", cluster.details.name.as_str()))
    })
}

fn shown(dossier: &Dossier) -> Vec<Delegate> {
    dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect()
}

/// The list of a cluster with its numbers.
fn listed<'a>(shown: &'a [Delegate], cluster: &Cluster, dossier: &Dossier) -> Vec<Numbered<'a>> {
    let clusters: Vec<_> = dossier.clusters.iter().map(|one| one.id).collect();
    let rows = numbered(shown, &clusters, dossier.session.details.list_order);
    rows.into_iter().filter(|row| row.delegate.cluster == Some(cluster.id)).collect()
}

/// The marks of lists of numbers. One that is named twice, or is not on the list, refuses all of it.
fn by_number(
    lists: &[(AttendanceStatus, String)],
    list: &[Numbered<'_>],
    sitting: &Sitting,
) -> Result<Vec<NewMark>, Refusal> {
    let (mut marks, mut named) = (Vec::new(), HashSet::new());
    for (status, text) in lists {
        let line: TypedLine = text.parse()?;
        if line.half.is_some() || !line.walk_ins.is_empty() {
            return Err(Refusal(Sentence::new("mark-line-unknown").with("part", text.as_str())));
        }
        for (number, said) in line.numbers {
            // Which status is meant, the option says.
            if said != Said::Status(AttendanceStatus::Absent) {
                return Err(Refusal(Sentence::new("mark-line-unknown").with("part", text.as_str())));
            }
            if !named.insert(number) {
                return Err(Refusal(Sentence::new("mark-line-twice").with("number", number)));
            }
            let row = list.iter().find(|row| row.number == number);
            let row = row.ok_or_else(|| Refusal(Sentence::new("cli-no-number").with("number", number)))?;
            marks.push(NewMark::new(row.delegate.id, sitting.id, *status));
        }
    }
    Ok(marks)
}

fn by_badge(code: &str, list: &[Numbered<'_>], sitting: &Sitting) -> Result<NewMark, Refusal> {
    let delegate = badge_code::read(code)
        .filter(|delegate| list.iter().any(|row| row.delegate.id == *delegate))
        .ok_or_else(|| Refusal(Sentence::new("cli-no-badge").with("code", code)))?;
    Ok(NewMark::new(delegate, sitting.id, AttendanceStatus::Present))
}

/// Who of a sitting came.
#[derive(Serialize)]
struct DelegateJson<'a> {
    stt: u32,
    name: &'a str,
    /// What is marked; null where nothing is.
    status: Option<&'static str>,
    /// When they came, where that was seen: UTC, RFC 3339.
    at: Option<&'a str>,
    way: Option<&'static str>,
}

#[derive(Serialize)]
struct SittingJson<'a> {
    sitting: usize,
    date: String,
    half: crate::domain::cluster::HalfDay,
    closed: bool,
    #[serde(flatten)]
    figures: Figures,
    delegates: Vec<DelegateJson<'a>>,
}

#[derive(Serialize)]
struct ClusterJson<'a> {
    cluster: u32,
    sittings: Vec<SittingJson<'a>>,
}

#[derive(Serialize)]
struct AttendanceJson<'a> {
    clusters: Vec<ClusterJson<'a>>,
}

/// What counts in a session.
pub(super) fn show(path: &Path, session: SessionId, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let store = Store::open(path, Access::Read)?;
    let (dossier, attendance) = (store.dossier(session).wait()?, store.attendance(session).wait()?);
    let shown = shown(&dossier);
    if json {
        let clusters = dossier.clusters.iter().map(|cluster| {
            let list = listed(&shown, cluster, &dossier);
            let sittings = in_order(cluster).into_iter().zip(1..);
            let sittings = sittings.map(|(sitting, number)| of_sitting(sitting, number, &list, &attendance));
            ClusterJson { cluster: cluster.number, sittings: sittings.collect() }
        });
        return Ok(Done::printing_json(&AttendanceJson { clusters: clusters.collect() }));
    }
    let mut rows = Vec::new();
    for cluster in &dossier.clusters {
        for (sitting, number) in in_order(cluster).into_iter().zip(1_u32..) {
            let figures = figures(&dossier, cluster, sitting, &attendance);
            let when = format!("{} {}", date::short(sitting.date), sitting.half.printed());
            let counts =
                [figures.invited, figures.present, figures.excused, figures.absent, figures.unmarked];
            rows.push(
                [cluster.details.name.clone(), number.to_string(), when]
                    .into_iter()
                    .chain(counts.map(|count| count.to_string()))
                    .collect(),
            );
        }
    }
    let headings = [
        "cli-column-cluster",
        "cli-column-sitting",
        "cli-column-dates",
        "attendance-invited",
        "attendance-present",
        "attendance-excused",
        "attendance-absent",
        "attendance-unmarked",
    ];
    Ok(Done::printing(table(&headings.map(|id| locale.text(id)), &rows)))
}

fn figures(dossier: &Dossier, cluster: &Cluster, sitting: &Sitting, attendance: &Attendance) -> Figures {
    let delegates = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id));
    Figures::of(delegates, sitting.id, attendance)
}

fn of_sitting<'a>(
    sitting: &Sitting,
    number: usize,
    list: &[Numbered<'a>],
    attendance: &'a Attendance,
) -> SittingJson<'a> {
    let delegates = list.iter().map(|row| {
        let mark = attendance.of(row.delegate.id, sitting.id);
        DelegateJson {
            stt: row.number,
            name: &row.delegate.details.full_name,
            status: mark.map(|mark| mark.status.code()),
            at: mark.and_then(|mark| mark.arrived()),
            way: mark.map(|mark| mark.way.code()),
        }
    });
    SittingJson {
        sitting: number,
        date: sitting.date.to_string(),
        half: sitting.half,
        closed: attendance.is_closed(sitting.id),
        figures: Figures::of(list.iter().map(|row| row.delegate), sitting.id, attendance),
        delegates: delegates.collect(),
    }
}
