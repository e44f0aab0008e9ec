//! `marks export` and `marks import`: attendance of a cluster to other computers and back.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::attendance::word;
use super::verbs;
use crate::domain::attendance::exchange::{
    Added, Differing, ExchangeMistake, Incoming, Manner, Received, SittingName, Told,
};
use crate::domain::attendance::{AttendanceStatus, MadeOn};
use crate::domain::cluster::HalfDay;
use crate::domain::id::SessionId;
use crate::domain::mistake::Mistake;
use crate::export::{attendance, file};
use crate::intake::mark_form;
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store, StoreError};

/// What is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Export {
    pub(super) session: SessionId,
    pub(super) cluster: u32,
    /// Its ending says what it becomes: `.xlsx` a form for Excel, else a package for the program.
    pub(super) out: PathBuf,
}

/// What is to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Import {
    pub(super) file: PathBuf,
    /// This is the second computer: a session that is not here is made of the package.
    pub(super) open: bool,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

/// Writes the package or the form of a cluster.
pub(super) fn export(data: &Path, wanted: &Export) -> Result<Done, Refusal> {
    let store = Store::open(data, Access::Read)?;
    let clusters = store.dossier(wanted.session).wait()?.clusters;
    let cluster = clusters.iter().find(|cluster| cluster.number == wanted.cluster);
    let cluster = cluster.ok_or(StoreError::NoCluster(wanted.cluster))?.id;
    let kind = attendance::Kind::of_file(&wanted.out);
    let bytes = attendance::make(&store, wanted.session, cluster, kind).map_err(Refusal)?;
    file::write(&wanted.out, &bytes).map_err(Refusal)?;
    let words = match kind {
        attendance::Kind::Form => "cli-marks-form-written",
        attendance::Kind::Package => "cli-marks-package-written",
    };
    Ok(Done::saying(Sentence::new(words).with("file", wanted.out.display().to_string())))
}

/// Takes in a package or a form, or says what that would do.
pub(super) fn import(data: &Path, wanted: &Import, locale: &Locale) -> Result<Done, Refusal> {
    let incoming = mark_form::read_returned(&wanted.file)?;
    let mut done = Done::default();
    let is_ours = may_begin(&incoming);
    let is_new = !data.exists() && !wanted.dry_run && is_ours;
    let store = match is_new {
        true => Store::create(data)?,
        false => verbs::open_to_write(data, &mut done.sentences)?,
    };
    // Where nothing stands yet, nothing can be mixed up: a second computer begins so.
    let may_open = wanted.open || store.sessions().wait()?.is_empty();
    let manner = Manner { may_open, made_on: MadeOn::default() };
    let received = match wanted.dry_run {
        true => store.preview_marks(incoming, manner).wait(),
        false => store.receive_marks(incoming, manner).wait(),
    };
    let received = match received {
        Ok(received) => received,
        Err(error) => {
            if is_new {
                // Nobody asked for an empty file.
                store.discard();
            }
            return Err(refusal(error, is_ours));
        }
    };
    if wanted.json {
        done.data = Done::printing_json(&ReceivedJson::new(&received, locale)).data;
    } else {
        done.data = lines(&received, locale);
    }
    done.sentences.push(summary(&received, wanted.dry_run));
    done.sentences.extend(received.remarks.iter().map(Explain::explain));
    if !received.conflicts.is_empty() {
        done.sentences.push(Sentence::new("cli-marks-conflicts").with("count", received.conflicts.len()));
    }
    Ok(done)
}

/// Whether a data file may begin with it.
fn may_begin(incoming: &Incoming) -> bool {
    matches!(incoming, Incoming::Package(package) if package.from_home)
}

/// Why a file is refused. A package for a second computer names the option that opens it there.
fn refusal(error: StoreError, may_begin: bool) -> Refusal {
    match error {
        StoreError::Refused(Mistake::Exchange(ExchangeMistake::ForeignSession(title))) if may_begin => {
            Refusal(Sentence::new("cli-marks-foreign").with("title", title))
        }
        error => error.into(),
    }
}

fn summary(received: &Received, dry_run: bool) -> Sentence {
    if received.opened && !dry_run {
        return Sentence::new("exchange-opened-told")
            .with("cluster", received.cluster_name.as_str())
            .with("title", received.title.as_str())
            .with("people", received.added.len())
            .with("count", received.marked.len())
            .with("conflicts", received.conflicts.len());
    }
    Sentence::new(if dry_run { "cli-marks-would-import" } else { "cli-marks-imported" })
        .with("cluster", received.cluster_name.as_str())
        .with("marked", received.marked.len())
        .with("retracted", received.retracted.len())
        .with("already", received.already.len())
        .with("conflicts", received.conflicts.len())
        .with("added", received.added.len())
        .with("remarks", received.remarks.len())
}

/// What is new, line by line.
fn lines(received: &Received, locale: &Locale) -> String {
    let status = |status: AttendanceStatus| locale.text(word(status.code()));
    let stt = |stt: Option<u32>| stt.map_or("–".to_owned(), |stt| format!("{stt}."));
    let marked = received
        .marked
        .iter()
        .map(|one| format!("{} {} – {} – {}\n", stt(one.stt), one.name, one.sitting, status(one.status)));
    let conflicts = received.conflicts.iter().map(|one| {
        let theirs = &one.theirs;
        let differ = Sentence::new("cli-marks-differ")
            .with("ours", status(one.ours))
            .with("theirs", status(theirs.status));
        format!("{} {} – {} – {}\n", stt(theirs.stt), theirs.name, theirs.sitting, locale.say(&differ))
    });
    marked.chain(conflicts).collect()
}

#[derive(Serialize)]
struct ReceivedJson<'a> {
    session: i64,
    cluster: &'a str,
    /// Whether the session was not here before.
    opened: bool,
    /// Whether something was written, or would be.
    changed: bool,
    marked: Vec<ToldJson<'a>>,
    retracted: Vec<ToldJson<'a>>,
    already: Vec<ToldJson<'a>>,
    conflicts: Vec<ConflictJson<'a>>,
    added: Vec<AddedJson<'a>>,
    /// Sittings that were closed or opened.
    sittings: Vec<TurnedJson>,
    remarks: Vec<String>,
}

#[derive(Serialize)]
struct ToldJson<'a> {
    stt: Option<u32>,
    delegate: i64,
    name: &'a str,
    sitting: u32,
    date: String,
    half: HalfDay,
    status: &'static str,
}

#[derive(Serialize)]
struct ConflictJson<'a> {
    stt: Option<u32>,
    delegate: i64,
    name: &'a str,
    sitting: u32,
    /// What counts here until somebody decides.
    ours: &'static str,
    theirs: &'static str,
}

#[derive(Serialize)]
struct AddedJson<'a> {
    stt: Option<u32>,
    delegate: i64,
    name: &'a str,
    walk_in: bool,
    substitute_for: Option<&'a str>,
}

#[derive(Serialize)]
struct TurnedJson {
    sitting: u32,
    closed: bool,
}

impl<'a> ReceivedJson<'a> {
    fn new(received: &'a Received, locale: &Locale) -> Self {
        let told = |told: &'a [Told]| told.iter().map(ToldJson::from).collect();
        let turned =
            |(name, closed): &(SittingName, bool)| TurnedJson { sitting: name.number, closed: *closed };
        Self {
            session: received.session.0,
            cluster: &received.cluster_name,
            opened: received.opened,
            changed: received.changed,
            marked: told(&received.marked),
            retracted: told(&received.retracted),
            already: told(&received.already),
            conflicts: received.conflicts.iter().map(ConflictJson::from).collect(),
            added: received.added.iter().map(AddedJson::from).collect(),
            sittings: received.turned.iter().map(turned).collect(),
            remarks: received.remarks.iter().map(|remark| locale.explain(remark)).collect(),
        }
    }
}

impl<'a> From<&'a Told> for ToldJson<'a> {
    fn from(told: &'a Told) -> Self {
        Self {
            stt: told.stt,
            delegate: told.delegate.0,
            name: &told.name,
            sitting: told.sitting.number,
            date: told.sitting.date.to_string(),
            half: told.sitting.half,
            status: told.status.code(),
        }
    }
}

impl<'a> From<&'a Differing> for ConflictJson<'a> {
    fn from(one: &'a Differing) -> Self {
        Self {
            stt: one.theirs.stt,
            delegate: one.theirs.delegate.0,
            name: &one.theirs.name,
            sitting: one.theirs.sitting.number,
            ours: one.ours.code(),
            theirs: one.theirs.status.code(),
        }
    }
}

impl<'a> From<&'a Added> for AddedJson<'a> {
    fn from(added: &'a Added) -> Self {
        Self {
            stt: added.stt,
            delegate: added.delegate.0,
            name: &added.name,
            walk_in: added.walk_in,
            substitute_for: added.substitute_for.as_deref(),
        }
    }
}
