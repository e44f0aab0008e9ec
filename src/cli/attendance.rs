//! `mark`: who came and who did not. `attendance`: what counts.

use std::collections::HashSet;
use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::receipts;
use super::table::table;
use super::turnout::{self, NumbersJson};
use super::verbs;
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::page::{PageError, PrintedSheet};
use crate::domain::attendance::receipt::SignedFor;
use crate::domain::attendance::said::Source;
use crate::domain::attendance::typed::{Said, TypedLine};
use crate::domain::attendance::{Attendance, AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::badge_code;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, SessionId};
use crate::domain::numbering::{Numbered, is_shown, numbered};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store, StoreError};
use crate::vietnamese::date;

/// What is to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) session: SessionId,
    /// The cluster; a printed page knows its own.
    pub(super) cluster: Option<u32>,
    /// The Nth sitting of the cluster, by date and half of the day; of a page with one column it need not be said.
    pub(super) sitting: Option<u32>,
    pub(super) what: What,
    pub(super) json: bool,
}

/// Whom, and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// These numbers.
    Numbers(Vec<(AttendanceStatus, String)>),
    /// Of a printed page these, and the rest signed.
    Page(String, Vec<(AttendanceStatus, String)>),
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
    let page = match &wanted.what {
        What::Page(code, lists) => {
            let page = page(&store, wanted.session, code)?;
            if let Some(signed_for) = SignedFor::on_paper(&page.paper) {
                let signed = receipts::Signed { signed_for, code, sheet: &page.sheet, lists };
                return receipts::mark(&store, wanted, &signed, &dossier, done, locale);
            }
            Some(page)
        }
        _ => None,
    };
    let cluster = match (&page, wanted.cluster) {
        (Some(page), None) => dossier.clusters.iter().find(|one| Some(one.id) == page.cluster),
        (_, number) => Some(cluster(&dossier, number.unwrap_or(0))?),
    };
    let cluster = cluster.ok_or_else(|| Refusal(Sentence::new("cli-page-which-cluster")))?;
    let shown = shown(&dossier);
    let list = listed(&shown, cluster, &dossier);
    let (way, code) = match &wanted.what {
        What::Page(code, _) => (Way::Page, Some(code.clone())),
        _ => (Way::Cli, None),
    };
    let marks = match &wanted.what {
        What::Page(_, lists) => {
            // The page was found above.
            let sheet = page.as_ref().map(|page| &page.sheet);
            let attendance = &dossier.attendance;
            let of_sheet = |sheet| of_page(sheet, cluster, wanted.sitting, lists, &list, attendance);
            let (marks, gone) = sheet.map_or(Ok(Default::default()), of_sheet)?;
            if !gone.is_empty() {
                done.sentences.push(Sentence::new("cli-page-gone").with("count", gone.len()));
            }
            marks
        }
        what => {
            let sitting = sitting(cluster, wanted.sitting.unwrap_or(0))?;
            marks_of(what, &dossier, cluster, sitting, &list)?
        }
    };
    let entry = NewEntry { page: code, ..NewEntry::new(wanted.session, way, MadeOn::default(), marks) };
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

/// The marks of a line that names a sitting.
fn marks_of(
    what: &What,
    dossier: &Dossier,
    cluster: &Cluster,
    sitting: &Sitting,
    list: &[Numbered<'_>],
) -> Result<Vec<NewMark>, Refusal> {
    match what {
        What::Numbers(lists) => by_number(lists, list, sitting),
        What::AllPresent => {
            let (attendance, order) = (&dossier.attendance, cluster.order());
            let open = list.iter().filter(|row| row.delegate.state == DelegateState::Listed);
            let open = open.filter(|row| attendance.of(row.delegate.id, sitting.id).is_none());
            Ok(open.map(|row| attendance.expected(row.delegate.id, sitting.id, &order)).collect())
        }
        What::Badge(code) => by_badge(code, dossier, cluster, sitting),
        What::Page(..) => Ok(Vec::new()),
    }
}

/// A printed page of a session.
struct Page {
    /// The kind of paper.
    paper: String,
    sheet: PrintedSheet,
    /// The cluster it is of.
    cluster: Option<ClusterId>,
}

fn page(store: &Store, session: SessionId, code: &str) -> Result<Page, Refusal> {
    let found = store.printed_page(session, code).wait()?;
    let found = found.ok_or_else(|| Refusal(Sentence::new("cli-no-page").with("code", code)))?;
    let sheet = found.sheet.ok_or_else(|| Refusal(Sentence::new("cli-page-before").with("code", code)))?;
    // A page of a paper for all clusters is of the one whose people stand on it.
    let of = match found.cluster {
        Some(cluster) => Some(cluster),
        None => {
            let first = sheet.rows.iter().find_map(|row| row.delegate);
            let delegates = store.delegates(session).wait()?;
            delegates.iter().find(|one| Some(one.id) == first).and_then(|one| one.cluster)
        }
    };
    Ok(Page { paper: found.paper, sheet, cluster: of })
}

/// What a line says of everybody on a page, as its numbers were printed; apart from them those who were taken off the
/// list since, who have no place any more.
fn of_page(
    sheet: &PrintedSheet,
    cluster: &Cluster,
    number: Option<u32>,
    lists: &[(AttendanceStatus, String)],
    list: &[Numbered<'_>],
    attendance: &Attendance,
) -> Result<(Vec<NewMark>, Vec<NewMark>), Refusal> {
    let column = match number {
        Some(number) => {
            let wanted = sitting(cluster, number)?.id;
            let column = sheet.columns.iter().find(|column| column.sittings.contains(&wanted));
            column.ok_or(PageError::NoColumn)?
        }
        None => sheet.column(&[], None, None)?,
    };
    let mut line = TypedLine::default();
    for (status, text) in lists {
        line.numbers.extend(numbers(text)?.into_iter().map(|number| (number, Said::Status(*status))));
    }
    let mut named = HashSet::new();
    if let Some((twice, _)) = line.numbers.iter().find(|(number, _)| !named.insert(*number)) {
        return Err(Refusal(Sentence::new("mark-line-twice").with("number", *twice)));
    }
    let marks = sheet.marks(column, &line, attendance, &cluster.order())?.marks;
    let listed = |delegate: DelegateId| {
        list.iter().any(|row| row.delegate.id == delegate && row.delegate.state == DelegateState::Listed)
    };
    Ok(marks.into_iter().partition(|mark| listed(mark.delegate)))
}

/// The numbers of a list, each once.
fn numbers(text: &str) -> Result<Vec<u32>, Refusal> {
    let line: TypedLine = text.parse()?;
    let unknown = || Refusal(Sentence::new("mark-line-unknown").with("part", text));
    if line.half.is_some() || !line.walk_ins.is_empty() {
        return Err(unknown());
    }
    // Which status is meant, the option says.
    let plain = |(number, said): (u32, Said)| {
        (said == Said::Status(AttendanceStatus::Absent)).then_some(number).ok_or_else(unknown)
    };
    line.numbers.into_iter().map(plain).collect()
}

/// The sentence for a status, by its code.
pub(super) fn word(status: &str) -> &'static str {
    match status {
        "present" => "attendance-present",
        "late" => "attendance-late",
        "left_early" => "attendance-left-early",
        "excused" => "attendance-excused",
        "absent" => "attendance-absent",
        _ => "attendance-substituted",
    }
}

pub(super) fn cluster(dossier: &Dossier, number: u32) -> Result<&Cluster, Refusal> {
    let found = dossier.clusters.iter().find(|cluster| cluster.number == number);
    found.ok_or_else(|| StoreError::NoCluster(number).into())
}

pub(super) fn sitting(cluster: &Cluster, number: u32) -> Result<&Sitting, Refusal> {
    let sittings = cluster.in_order();
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
        for number in numbers(text)? {
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

fn by_badge(
    code: &str,
    dossier: &Dossier,
    cluster: &Cluster,
    sitting: &Sitting,
) -> Result<Vec<NewMark>, Refusal> {
    let of_code = badge_code::read(code).and_then(|id| dossier.delegates.iter().find(|one| one.id == id));
    let here = of_code.filter(|one| one.cluster == Some(cluster.id));
    let delegate = here.ok_or_else(|| Refusal(Sentence::new("cli-no-badge").with("code", code)))?;
    if delegate.state != DelegateState::Substitute {
        return Ok(vec![NewMark::new(delegate.id, sitting.id, AttendanceStatus::Present)]);
    }
    let places = dossier.attendance.places_of(delegate, sitting.id, &cluster.order());
    Ok(places.into_iter().map(|place| NewMark::substituted(place, sitting.id, delegate.id)).collect())
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
    /// Who sat on their place.
    substitute: Option<&'a str>,
}

#[derive(Serialize)]
struct SittingJson<'a> {
    sitting: usize,
    date: String,
    half: crate::domain::cluster::HalfDay,
    closed: bool,
    /// By what the figures are known: "marks", "numbers", "list".
    source: &'static str,
    #[serde(flatten)]
    figures: Figures,
    /// Guests who were counted; null where nobody did.
    guests: Option<u32>,
    delegates: Vec<DelegateJson<'a>>,
    /// What was typed where there are no names.
    numbers: Vec<NumbersJson<'a>>,
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
    let dossier = store.dossier(session).wait()?;
    let shown = shown(&dossier);
    if json {
        let clusters = dossier.clusters.iter().map(|cluster| {
            let list = listed(&shown, cluster, &dossier);
            let sittings = cluster.in_order().into_iter().zip(1..);
            let sittings =
                sittings.map(|(sitting, number)| of_sitting(cluster, sitting, number, &list, &dossier));
            ClusterJson { cluster: cluster.number, sittings: sittings.collect() }
        });
        return Ok(Done::printing_json(&AttendanceJson { clusters: clusters.collect() }));
    }
    let mut rows = Vec::new();
    for cluster in &dossier.clusters {
        for (sitting, number) in cluster.in_order().into_iter().zip(1_u32..) {
            let figures = dossier.said_of_sitting(cluster, sitting.id).figures;
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

fn of_sitting<'a>(
    cluster: &Cluster,
    sitting: &Sitting,
    number: usize,
    list: &[Numbered<'a>],
    dossier: &'a Dossier,
) -> SittingJson<'a> {
    let attendance = &dossier.attendance;
    let name = |id: DelegateId| {
        dossier.delegates.iter().find(|one| one.id == id).map(|one| one.details.full_name.as_str())
    };
    let delegates = list.iter().map(|row| {
        let mark = attendance.of(row.delegate.id, sitting.id);
        DelegateJson {
            stt: row.number,
            name: &row.delegate.details.full_name,
            status: mark.map(|mark| mark.status.code()),
            at: mark.and_then(|mark| mark.arrived()),
            way: mark.map(|mark| mark.way.code()),
            substitute: mark.and_then(|mark| mark.substitute).and_then(name),
        }
    });
    let said = dossier.said_of_sitting(cluster, sitting.id);
    SittingJson {
        sitting: number,
        date: sitting.date.to_string(),
        half: sitting.half,
        closed: attendance.is_closed(sitting.id),
        source: match said.source {
            Source::Marks => "marks",
            Source::Numbers | Source::MarksAndNumbers => "numbers",
            Source::List => "list",
        },
        figures: said.figures,
        guests: said.guests,
        delegates: delegates.collect(),
        numbers: turnout::of_sitting(&dossier.turnout, sitting.id),
    }
}
