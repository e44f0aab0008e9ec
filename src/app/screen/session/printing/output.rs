//! Papers out: written as files, opened in the viewer, handed to the printer.
//!
//! All of it runs on a thread of its own. Whether a page came out of a printer
//! cannot be known here, so nothing ever says so.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::app::printers;
use crate::app::system::show;
use crate::domain::certificate::Certificate;
use crate::domain::cluster::Cluster;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::print_run::{PrintRun, PrintedPage, changed_pages};
use crate::export::file::{make_folder, write};
use crate::export::{names, print_run};
use crate::paper::layout::{A4, Layout, Page};
use crate::paper::{self, Format, Made, Options, Paper, PaperError, PaperKind};
use crate::sentence::{Explain, Sentence};

use super::busy::Progress;
use super::choices::Choices;
use crate::paper::Scope;

/// Papers that were opened or printed are kept this long for the viewer.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// A paper as it was chosen when its button was pressed. It stays with the work to its
/// end: what is looked at meanwhile is another matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which paper, of whom, how.
    pub choices: Choices,
    /// Only the pages that a run with these codes did not have.
    pub since: Option<Vec<String>>,
    /// As what kind of file.
    pub format: Format,
}

impl Wanted {
    /// Whether each cluster gets a file of its own.
    pub fn each(&self) -> bool {
        self.choices.scope() == Scope::Each
    }

    /// Of which cluster it is; none for one of everybody.
    pub fn cluster<'a>(&self, dossier: &'a Dossier) -> Option<&'a Cluster> {
        let id = self.choices.scope().cluster()?;
        dossier.clusters.iter().find(|cluster| cluster.id == id)
    }

    /// The name it is offered to be saved under.
    pub fn name(&self, dossier: &Dossier) -> String {
        let number = self.cluster(dossier).map(|one| one.number);
        let title = &dossier.session.details.title;
        let name = names::suggested(self.choices.kind, self.choices.how(), title, number, self.format);
        match self.since {
            Some(_) => names::of_reprint(&name),
            None => name,
        }
    }
}

/// A paper to be made.
#[derive(Clone)]
pub struct Order {
    /// The session.
    pub dossier: Arc<Dossier>,
    /// What was chosen.
    pub wanted: Wanted,
}

/// How saving went.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// Files were written.
    Written(Files),
    /// What was wanted, under this name, finds these there already, and nobody said they
    /// may be replaced.
    Exist(Box<Wanted>, PathBuf, Vec<PathBuf>),
}

/// Files of a paper that were written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Files {
    /// Which. None where it was stopped before the first.
    pub written: Vec<PathBuf>,
    /// So many pages, where the files have pages of their own.
    pub pages: Option<usize>,
    /// What is remembered of them.
    pub runs: Vec<PrintRun>,
    /// The others, each with why it was not written.
    pub unwritten: Vec<(PathBuf, Sentence)>,
}

/// A paper on its way to paper.
#[derive(Clone)]
pub struct Sending {
    /// The paper.
    pub order: Order,
    /// Which of its pages, from 0.
    pub pages: Vec<usize>,
    /// How often.
    pub copies: u32,
    /// Where to.
    pub to: Target,
    /// The codes of the sheets that are on paper already: with them the new ones are the paper.
    pub there: Vec<String>,
}

/// What prints a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The printer of this name.
    Printer(String),
    /// The viewer, in which the user does.
    Viewer,
}

/// What became of a wish to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// What prints it.
    pub to: Target,
    /// How many sheets.
    pub sheets: usize,
    /// What is remembered of it: all its pages as they are now.
    pub run: PrintRun,
    /// The codes of those that are on paper once these sheets are.
    pub on_paper: Vec<String>,
    /// The valid certificates that stand on the sheets, in the order of the sheets.
    pub certificates: Vec<Certificate>,
    /// What was wanted.
    pub wanted: Box<Wanted>,
}

/// Which files are written, for which cluster.
fn files(order: &Order, chosen: &Path) -> Vec<(Option<ClusterId>, PathBuf)> {
    let format = order.wanted.format;
    match order.wanted.choices.scope() {
        Scope::Each if !order.dossier.clusters.is_empty() => {
            let clusters = order.dossier.clusters.iter();
            clusters.map(|one| (Some(one.id), names::of_cluster(chosen, one.number, format))).collect()
        }
        Scope::One(cluster) => vec![(Some(cluster), chosen.to_owned())],
        Scope::Whole | Scope::Each => vec![(None, chosen.to_owned())],
    }
}

/// Makes the pages of an order, and what is remembered of them: after some were
/// printed anew, all sheets together are the paper as it is now.
pub(super) fn make(
    order: &Order,
    cluster: Option<ClusterId>,
    options: &Options,
) -> Result<(Made, PrintRun), PaperError> {
    let (kind, dossier) = (order.wanted.choices.kind, &order.dossier);
    let layout = paper::lay_out(kind, dossier, options)?;
    if let Some(then) = &order.wanted.since {
        let pages = changed_pages(&layout.codes(kind.id()), then);
        return make_some(order, cluster, options, layout, &pages);
    }
    let made = paper::made(kind, layout)?;
    let run = print_run(kind, dossier, cluster, options, made.printed());
    Ok((made, run))
}

/// Makes some pages of a paper. What is remembered are all as they are now.
fn make_some(
    order: &Order,
    cluster: Option<ClusterId>,
    options: &Options,
    layout: Layout,
    pages: &[usize],
) -> Result<(Made, PrintRun), PaperError> {
    let (kind, dossier) = (order.wanted.choices.kind, &order.dossier);
    let some = paper::made(kind, layout.only(pages))?;
    let codes = layout.codes(kind.id());
    let all = codes.into_iter().zip(layout.pages);
    let all = all.map(|(code, page)| PrintedPage { code, delegates: page.delegates, sheet: page.sheet });
    let mut run = print_run(kind, dossier, cluster, options, all.collect());
    // Of the sheets that were printed, not of all that count.
    run.signatures = print_run(kind, dossier, cluster, options, some.printed()).signatures;
    Ok((some, run))
}

/// What is told of a paper before it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How many pages it has.
    pub pages: usize,
    /// How many people stand on them.
    pub people: usize,
    /// All of them are A4.
    pub is_a4: bool,
    /// Those that are wanted, from 0; all when `None`.
    pub wanted: Option<Vec<usize>>,
}

/// Counts the pages of a paper.
pub fn count(order: &Order) -> Result<Counted, Sentence> {
    let choices = &order.wanted.choices;
    let kind = choices.kind;
    let layout = paper::lay_out(kind, &order.dossier, &choices.options()).map_err(|error| error.explain())?;
    let people: HashSet<&DelegateId> = layout.pages.iter().flat_map(|page| &page.delegates).collect();
    let near = |one: f32, other: f32| (one - other).abs() < 1.0;
    let is_a4 = |page: &Page| {
        let (short, long) = (page.width.min(page.height), page.width.max(page.height));
        near(short, A4.0) && near(long, A4.1)
    };
    Ok(Counted {
        pages: layout.pages.len(),
        people: people.len(),
        is_a4: layout.pages.iter().all(is_a4),
        wanted: order.wanted.since.as_ref().map(|then| changed_pages(&layout.codes(kind.id()), then)),
    })
}

/// Writes a paper under the chosen name, or a file for each cluster beside it.
/// Without `replace`, files that are there already are left as they are. A file that cannot be written,
/// as where a viewer holds it open, keeps none of the others.
pub fn save(order: &Order, chosen: PathBuf, replace: bool, progress: &Progress) -> Result<Saved, Sentence> {
    let (choices, format) = (&order.wanted.choices, order.wanted.format);
    let files = files(order, &chosen);
    if !replace {
        let there: Vec<PathBuf> =
            files.iter().map(|(_, path)| path.clone()).filter(|path| path.exists()).collect();
        if !there.is_empty() {
            return Ok(Saved::Exist(Box::new(order.wanted.clone()), chosen, there));
        }
    }
    let mut out = Files::default();
    let all = files.len();
    for (place, (cluster, path)) in files.into_iter().enumerate() {
        progress.reach(place, all);
        let options = choices.options_for(cluster);
        let made = match format {
            // Only pages that cannot change any more are worth remembering.
            Format::Pdf => make(order, cluster, &options).map(|(made, run)| (Paper::Pages(made), Some(run))),
            _ => paper::make_as(format, choices.kind, &order.dossier, &options).map(|paper| (paper, None)),
        };
        let (paper, run) = match made {
            Ok(made) => made,
            // A cluster without delegates has no certificates; the others have.
            Err(PaperError::NobodyToCertify) if order.wanted.each() => continue,
            Err(error) => {
                out.unwritten.push((path, error.explain()));
                continue;
            }
        };
        // Files that were written are whole; one that was only made is left out.
        if progress.is_cancelled() {
            break;
        }
        if let Err(reason) = write(&path, paper.bytes()) {
            out.unwritten.push((path, reason));
            continue;
        }
        if let Paper::Pages(made) = &paper {
            out.pages = Some(out.pages.unwrap_or(0) + made.pages);
        }
        out.runs.extend(run);
        out.written.push(path);
    }
    match (out.written.is_empty(), out.unwritten.first()) {
        (true, Some((_, reason))) => Err(reason.clone()),
        (true, None) if !progress.is_cancelled() => Err(PaperError::NobodyToCertify.explain()),
        _ => Ok(Saved::Written(out)),
    }
}

/// Writes a paper as one file for the viewer or the printer.
fn in_passing(order: &Order, pdf: &[u8]) -> Result<PathBuf, Sentence> {
    // The user's own folder: these papers are full of people's data.
    let folder = match directories::BaseDirs::new() {
        Some(folders) => folders.cache_dir().join("taphuan").join("print"),
        None => std::env::temp_dir().join("taphuan-print"),
    };
    make_folder(&folder)?;
    clear(&folder);
    let name = order.wanted.name(&order.dossier);
    let stem = name.trim_end_matches(".pdf");
    // A file that a viewer holds open cannot be replaced everywhere.
    let mut path = folder.join(&name);
    for number in 2..10 {
        match write(&path, pdf) {
            Ok(()) => return Ok(path),
            Err(_) => path = folder.join(format!("{stem}-{number}.pdf")),
        }
    }
    write(&path, pdf).map(|()| path)
}

impl Printed {
    /// What was made of an order went out. Its certificates are those of the data it was made
    /// from; where only some pages were made, those on them.
    pub fn new(sending: &Sending, made: &Made, run: PrintRun) -> Self {
        let Sending { order, pages, copies, to, there } = sending;
        let choices = &order.wanted.choices;
        let certificates = match choices.kind {
            PaperKind::Certificates if !choices.how().certificates.look.test_page => {
                &order.dossier.certificates[..]
            }
            _ => &[],
        };
        let valid = certificates.iter().filter(|one| one.is_valid());
        let valid: HashMap<DelegateId, &Certificate> = valid.map(|one| (one.delegate, one)).collect();
        // Where the file holds several copies, its first pages are one of each.
        let sheets = made.delegates.iter().take(pages.len()).flatten();
        let certificates = sheets.filter_map(|delegate| valid.get(delegate).copied().cloned()).collect();
        let is_on_paper =
            |place: usize, page: &PrintedPage| pages.contains(&place) || there.contains(&page.code);
        let on_paper = run.pages.iter().enumerate().filter(|(place, page)| is_on_paper(*place, page));
        Self {
            to: to.clone(),
            sheets: pages.len() * *copies as usize,
            on_paper: on_paper.map(|(_, page)| page.code.clone()).collect(),
            run,
            certificates,
            wanted: Box::new(order.wanted.clone()),
        }
    }
}

/// Takes away what was opened or printed long ago.
fn clear(folder: &Path) {
    let old = |path: &Path| {
        let changed = path.metadata().and_then(|about| about.modified()).ok();
        changed.and_then(|at| SystemTime::now().duration_since(at).ok()).is_some_and(|age| age > KEPT)
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(|path| old(path)) {
        // A file that is still open stays until the next time.
        let _ = std::fs::remove_file(path);
    }
}

/// Opens a paper in the viewer of the system.
pub fn open(order: &Order) -> Result<PrintRun, Sentence> {
    let choices = &order.wanted.choices;
    let made = make(order, choices.scope().cluster(), &choices.options());
    let (made, run) = made.map_err(|error| error.explain())?;
    show(&in_passing(order, &made.pdf)?).map(|()| run)
}

/// Makes the pages that are wanted, as often as they are wanted where nobody else makes copies.
pub(super) fn make_to_send(sending: &Sending) -> Result<(Made, PrintRun), PaperError> {
    let Sending { order, pages, copies, to, .. } = sending;
    let (kind, choices) = (order.wanted.choices.kind, &order.wanted.choices);
    let options = choices.options();
    let layout = paper::lay_out(kind, &order.dossier, &options)?;
    let pages = match to {
        Target::Printer(_) => pages.clone(),
        Target::Viewer => pages.repeat(*copies as usize),
    };
    make_some(order, choices.scope().cluster(), &options, layout, &pages)
}

/// Hands pages of a paper to a printer, or to the viewer in which they are printed.
pub fn print(sending: &Sending) -> Result<Printed, Sentence> {
    let (made, run) = make_to_send(sending).map_err(|error| error.explain())?;
    let path = in_passing(&sending.order, &made.pdf)?;
    match &sending.to {
        Target::Printer(name) => printers::send(&path, name, sending.copies)?,
        Target::Viewer => show(&path)?,
    }
    Ok(Printed::new(sending, &made, run))
}
