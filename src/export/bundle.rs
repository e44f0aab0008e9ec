//! "Cả bộ hồ sơ": every paper of a session as numbered files in one folder.

use std::path::{Path, PathBuf};

use super::{file, names, print_run};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::print_run::PrintRun;
use crate::paper::{self, Finding, Format, Options, Paper, PaperKind};
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};

/// How the bundle is to be made.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Each kind of paper as its part says.
    pub options: Options,
    /// Papers that clusters can have of their own: a file for each cluster.
    pub each_cluster: bool,
    /// Beside each PDF the forms of it that can be edited.
    pub editable: bool,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bundle {
    /// The files in their order.
    pub files: Vec<PathBuf>,
    /// How many pages the PDF files have together.
    pub pages: usize,
    /// What is remembered of the PDF files.
    pub runs: Vec<PrintRun>,
    /// The kinds that could not be made, and why not.
    pub missing: Vec<(PaperKind, Sentence)>,
    /// Files that were made and could not be written, and why not.
    pub unwritten: Vec<(PaperKind, Sentence)>,
    /// The lists of which some are forms with empty rows, for nobody is listed there yet, and how many rows those have.
    pub blank: Vec<(PaperKind, Sentence)>,
}

/// How it went.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It was written, as far as it could be made.
    Written(Bundle),
    /// These files are there already, and nobody said they may be replaced. Nothing
    /// was written.
    Exist(Vec<PathBuf>),
}

/// One file of the bundle.
struct Planned {
    kind: PaperKind,
    cluster: Option<ClusterId>,
    format: Format,
    path: PathBuf,
}

/// Writes the bundle of a session into a folder, which is made where there is none.
///
/// A file is whole or not there. Once `progress` is cancelled no more is begun;
/// what was written stays. A file that cannot be written, as where a viewer holds it open,
/// keeps none of the others.
///
/// Errors: the folder or none of the files can be written, in words.
pub fn write(
    dossier: &Dossier,
    wish: &Wish,
    folder: &Path,
    replace: bool,
    progress: &Progress,
) -> Result<Outcome, Sentence> {
    let planned = plan(dossier, wish, folder);
    if !replace {
        let there: Vec<PathBuf> =
            planned.iter().map(|file| file.path.clone()).filter(|path| path.exists()).collect();
        if !there.is_empty() {
            return Ok(Outcome::Exist(there));
        }
    }
    file::make_folder(folder)?;
    let nobody_in = |cluster: Option<ClusterId>| {
        let of_it = |one: &&Delegate| cluster.is_none() || one.cluster == cluster;
        !dossier.delegates.iter().filter(of_it).any(|one| one.state == DelegateState::Listed)
    };
    let (mut bundle, mut reasons) = (Bundle::default(), Vec::new());
    let mut blank_lists: Vec<(PaperKind, usize, u32)> = Vec::new();
    let all = planned.len();
    for (place, one) in planned.into_iter().enumerate() {
        progress.reach(place, all);
        if progress.is_cancelled() {
            break;
        }
        let is_form = wish.options.of(one.kind).has_blank_form();
        if one.kind.about().lists_delegates && !is_form && nobody_in(one.cluster) {
            reasons.push((one.kind, Sentence::new("paper-nobody-listed")));
            continue;
        }
        let mut options = wish.options.clone();
        options.cluster = one.cluster;
        match paper::make_as(one.format, one.kind, dossier, &options) {
            Ok(paper) => {
                if let Err(reason) = file::write(&one.path, paper.bytes()) {
                    bundle.unwritten.push((one.kind, reason));
                    continue;
                }
                if let Paper::Pages(made) = &paper {
                    let blank = made.findings.iter().find_map(|finding| match finding {
                        Finding::BlankLists { lists, rows } => Some((*lists, *rows)),
                        _ => None,
                    });
                    blank_lists.extend(blank.map(|(lists, rows)| (one.kind, lists, rows)));
                    bundle.pages += made.pages;
                    bundle.runs.push(print_run(one.kind, dossier, one.cluster, &options, made.printed()));
                }
                bundle.files.push(one.path);
            }
            Err(error) => reasons.push((one.kind, error.explain())),
        }
    }
    if let (true, Some((_, reason))) = (bundle.files.is_empty(), bundle.unwritten.first()) {
        return Err(reason.clone());
    }
    // A cluster without delegates has no lists; that is no news while others have them.
    let is_made = |kind: PaperKind| bundle.runs.iter().any(|run| run.paper == kind.id());
    reasons.retain(|(kind, _)| !is_made(*kind));
    reasons.dedup_by_key(|(kind, _)| *kind);
    bundle.missing = reasons;
    // The files of a kind, one for each cluster, are told together.
    bundle.blank = blank_lists
        .chunk_by(|one, next| one.0 == next.0)
        .map(|of_kind| {
            let lists = of_kind.iter().map(|one| one.1).sum();
            let rows = of_kind.iter().map(|one| one.2).sum();
            (of_kind[0].0, Finding::BlankLists { lists, rows }.explain())
        })
        .collect();
    Ok(Outcome::Written(bundle))
}

/// The files of the bundle, numbered by kind: a kind keeps its number whatever else
/// could be made.
fn plan(dossier: &Dossier, wish: &Wish, folder: &Path) -> Vec<Planned> {
    let mut planned = Vec::new();
    for (number, kind) in (1..).zip(PaperKind::ALL) {
        let clusters: Vec<(Option<ClusterId>, String)> =
            match wish.each_cluster && kind.about().per_cluster && !dossier.clusters.is_empty() {
                true => {
                    let clusters = dossier.clusters.iter();
                    clusters.map(|one| (Some(one.id), format!("-cum-{}", one.number))).collect()
                }
                false => vec![(None, String::new())],
            };
        let stem = names::stem(kind, &wish.options);
        let formats =
            || kind.about().formats.iter().filter(|format| wish.editable || **format == Format::Pdf);
        for (cluster, suffix) in clusters {
            for &format in formats() {
                let name = format!("{number:02}-{stem}{suffix}.{}", format.extension());
                planned.push(Planned { kind, cluster, format, path: folder.join(name) });
            }
        }
    }
    planned
}
