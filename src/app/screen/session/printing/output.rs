//! Papers out: written as files, opened in the viewer, handed to the printer.
//!
//! All of it runs on a thread of its own. Whether a page came out of a printer
//! cannot be known here, so nothing ever says so.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::domain::certificate::Certificate;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::print_run::{PrintRun, PrintedPage, changed_pages};
use crate::export::file::{make_folder, write};
use crate::export::{names, print_run};
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

    /// The name it is offered to be saved under.
    pub fn name(&self, dossier: &Dossier) -> String {
        let cluster = match self.choices.scope() {
            Scope::One(id) => dossier.clusters.iter().find(|cluster| cluster.id == id),
            Scope::Whole | Scope::Each => None,
        };
        let number = cluster.map(|one| one.number);
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
    /// These files were written. So many pages, where the files have pages of
    /// their own; and what is remembered of them.
    Written(Vec<PathBuf>, Option<usize>, Vec<PrintRun>),
    /// What was wanted, under this name, finds these there already, and nobody said they
    /// may be replaced.
    Exist(Box<Wanted>, PathBuf, Vec<PathBuf>),
}

/// What became of a wish to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The system's printer queue took it; else it is open in the viewer, to be printed there.
    pub queued: bool,
    /// What is remembered of it.
    pub run: PrintRun,
    /// The valid certificates that stand on the sheets.
    /// In the order of the sheets.
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
    let Some(then) = &order.wanted.since else {
        let made = paper::made(kind, layout)?;
        let run = print_run(kind, dossier, cluster, options, made.printed());
        return Ok((made, run));
    };
    let codes = layout.codes(kind.id());
    let some = paper::made(kind, layout.only(&changed_pages(&codes, then)))?;
    let pages = codes.into_iter().zip(layout.pages);
    let pages = pages.map(|(code, page)| PrintedPage { code, delegates: page.delegates, sheet: page.sheet });
    let mut run = print_run(kind, dossier, cluster, options, pages.collect());
    // Of the sheets that were printed, not of all that count.
    run.signatures = print_run(kind, dossier, cluster, options, some.printed()).signatures;
    Ok((some, run))
}

/// Writes a paper under the chosen name, or a file for each cluster beside it.
/// Without `replace`, files that are there already are left as they are.
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
    let (mut written, mut pages, mut runs) = (Vec::new(), None, Vec::new());
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
            Err(error) => return Err(error.explain()),
        };
        // Files that were written are whole; one that was only made is left out.
        if progress.is_cancelled() {
            break;
        }
        write(&path, paper.bytes())?;
        if let Paper::Pages(made) = &paper {
            pages = Some(pages.unwrap_or(0) + made.pages);
        }
        runs.extend(run);
        written.push(path);
    }
    if written.is_empty() {
        return Err(PaperError::NobodyToCertify.explain());
    }
    Ok(Saved::Written(written, pages, runs))
}

/// Makes the paper as one file for the viewer or the printer.
fn passing(order: &Order) -> Result<(PathBuf, Made, PrintRun), Sentence> {
    let choices = &order.wanted.choices;
    let cluster = choices.scope().cluster();
    let (made, run) = make(order, cluster, &choices.options()).map_err(|error| error.explain())?;
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
        match write(&path, &made.pdf) {
            Ok(()) => return Ok((path, made, run)),
            Err(_) => path = folder.join(format!("{stem}-{number}.pdf")),
        }
    }
    write(&path, &made.pdf).map(|()| (path, made, run))
}

impl Printed {
    /// What was made of an order went out. Its certificates are those of the data it was made
    /// from; where only some pages were made, those on them.
    pub fn new(order: &Order, made: &Made, run: PrintRun, queued: bool) -> Self {
        let choices = &order.wanted.choices;
        let certificates = match choices.kind {
            PaperKind::Certificates if !choices.how().certificates.look.test_page => {
                &order.dossier.certificates[..]
            }
            _ => &[],
        };
        let valid = certificates.iter().filter(|one| one.is_valid());
        let valid: HashMap<DelegateId, &Certificate> = valid.map(|one| (one.delegate, one)).collect();
        let sheets = made.delegates.iter().flatten();
        let certificates = sheets.filter_map(|delegate| valid.get(delegate).copied().cloned()).collect();
        Self { queued, run, certificates, wanted: Box::new(order.wanted.clone()) }
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
    let (path, _, run) = passing(order)?;
    show(&path).map(|()| run)
}

/// Hands a paper to the printer, or opens it where that cannot be done.
pub fn print(order: &Order) -> Result<Printed, Sentence> {
    let (path, made, run) = passing(order)?;
    let queued = queue(&path);
    if !queued {
        show(&path)?;
    }
    Ok(Printed::new(order, &made, run, queued))
}

/// Opens a file in the viewer of the system.
pub fn show(path: &Path) -> Result<(), Sentence> {
    let failed = || Err(Sentence::new("window-print-no-viewer").with("file", path.display().to_string()));
    let Ok(mut viewer) = viewer(path).spawn() else { return failed() };
    if cfg!(windows) {
        return Ok(());
    }
    // It ends at once with an error when there is no viewer; it may also be the
    // viewer itself and stay.
    for _ in 0..20 {
        match viewer.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => return failed(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => return Ok(()),
        }
    }
    let waiting = std::thread::Builder::new().name("viewer".into()).spawn(move || viewer.wait());
    drop(waiting);
    Ok(())
}

/// The command that opens a file.
#[cfg(not(windows))]
fn viewer(path: &Path) -> Command {
    let mut command = quiet(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    command.arg(path);
    command
}

/// The command that opens a file. Explorer parts what it is told at commas, so the path stands
/// in quotes, which no path can hold itself.
#[cfg(windows)]
fn viewer(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut quoted = std::ffi::OsString::from("\"");
    quoted.push(path);
    quoted.push("\"");
    let mut command = quiet("explorer");
    command.raw_arg(quoted);
    command
}

/// Puts a file in the queue of the usual printer. False when there is none, and on Windows:
/// the verb by which its shell prints claims to have done so also when nothing was printed.
fn queue(path: &Path) -> bool {
    !cfg!(windows) && quiet("lp").arg("--").arg(path).status().is_ok_and(|status| status.success())
}

/// A command that neither reads nor writes a console.
fn quiet(program: &str) -> Command {
    use std::process::Stdio;
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// `CREATE_NO_WINDOW`: no black box flashes up.
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}
