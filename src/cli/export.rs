//! `export`: a paper of a session as a file, or all of them into a folder.

use std::path::{Path, PathBuf};

use super::answer::{Done, Refusal};
use super::arguments::Export;
use super::recipes;
use super::verbs::write_in;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::print_run::PrintRun;
use crate::domain::recipe::PaperMemory;
use crate::export::bundle::{Outcome, Wish};
use crate::export::{bundle as whole, file, print_run, remembered};
use crate::locale::Locale;
use crate::paper::contact_sheet::ContactSheet;
use crate::paper::raster::Unpainted;
use crate::paper::stored_options::{self, OptionsPart};
use crate::paper::{self, Format, Options, Paper, PaperKind};
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store, StoreError};

/// In the place of a kind: every paper there is.
pub(super) const ALL: &str = "all";

/// What was written.
pub(super) struct Written {
    pub(super) pages: usize,
    pub(super) sentences: Vec<Sentence>,
    /// A file could not be written.
    is_partly: bool,
}

/// Makes the paper and says where it is.
pub(super) fn run(data: &Path, what: &Export) -> Result<Done, Refusal> {
    let written = write(data, what)?;
    Ok(Done { is_bad_news: written.is_partly, sentences: written.sentences, ..Done::default() })
}

/// Makes the paper: one file, or one for each cluster. One that cannot be written keeps none of the others, and
/// their pages are remembered.
pub(super) fn write(data: &Path, what: &Export) -> Result<Written, Refusal> {
    let kind = PaperKind::from_id(&what.kind).ok_or_else(|| unknown_kind(&what.kind))?;
    let format = Format::of_file(&what.out).filter(|format| kind.about().formats.contains(format));
    let format = format.ok_or_else(|| unknown_format(kind, &what.out))?;
    let store = Store::open(data, Access::Read)?;
    let dossier = store.dossier(what.session).wait()?;
    let memory = store.paper_memory(what.session).wait()?;
    let mut written = Written { pages: 0, sentences: Vec::new(), is_partly: false };
    let mut options = options(kind, what, &memory, &mut written.sentences)?;
    let mut runs = Vec::new();
    let all = files(kind, &dossier, what)?;
    let is_one = all.len() == 1;
    for (cluster, out) in all {
        options.cluster = cluster;
        let made = paper::make_as(format, kind, &dossier, &options).map_err(|error| error.explain());
        let made = made.and_then(|paper| file::write(&out, paper.bytes()).map(|()| paper));
        let paper = match made {
            Ok(paper) => paper,
            Err(reason) if is_one => return Err(Refusal(reason)),
            Err(reason) => {
                written.sentences.push(reason);
                written.is_partly = true;
                continue;
            }
        };
        let name = out.display().to_string();
        written.sentences.push(match &paper {
            Paper::Pages(made) => {
                runs.push(print_run(kind, &dossier, cluster, &options, made.printed()));
                written.pages += made.pages;
                Sentence::new("cli-exported").with("file", name).with("pages", made.pages)
            }
            Paper::Editable { .. } => Sentence::new("cli-exported-editable").with("file", name),
        });
        written.sentences.extend(paper.findings().iter().map(Explain::explain));
    }
    drop(store);
    written.sentences.extend(remember(data, runs));
    Ok(written)
}

/// Remembers what was made for printing: pages that come back signed are known by it. Says so where the file takes no
/// writes, as while the window has it open.
fn remember(data: &Path, runs: Vec<PrintRun>) -> Vec<Sentence> {
    if runs.is_empty() {
        return Vec::new();
    }
    let kept = write_in(data, |store| {
        store.record_prints(runs).wait()?;
        Ok(Done::default())
    });
    match kept {
        Ok(done) => done.sentences,
        Err(Refusal(why)) => vec![Sentence::new("cli-prints-not-kept"), why],
    }
}

/// Makes every paper of a session, each as it was made last.
pub(super) fn bundle(data: &Path, what: &Export, locale: &Locale) -> Result<Done, Refusal> {
    if what.recipe.is_some() || what.cluster.is_some() {
        return Err(Refusal(Sentence::new("cli-all-alone")));
    }
    let store = Store::open(data, Access::Read)?;
    let dossier = store.dossier(what.session).wait()?;
    let found = remembered::of(&store.paper_memory(what.session).wait()?);
    let mut done = Done::default();
    if !found.damaged.is_empty() {
        done.sentences.push(Sentence::new("cli-options-damaged"));
    }
    let mut options = found.options;
    as_told(what, &mut options);
    let wish = Wish { options, each_cluster: what.per_cluster, editable: what.editable };
    let made = whole::write(&dossier, &wish, &what.out, true, &Progress::default()).map_err(Refusal)?;
    // Files that are there are replaced, as those of one paper are.
    drop(store);
    if let Outcome::Written(made) = made {
        done.sentences.extend(remember(data, made.runs));
        done.is_bad_news = !made.unwritten.is_empty();
        for (kind, reason) in made.missing.iter().chain(&made.unwritten) {
            let (paper, reason) = (locale.text(kind.about().label), locale.say(reason));
            let missing = Sentence::new("cli-bundle-missing").with("paper", paper).with("reason", reason);
            done.sentences.push(missing);
        }
        for (kind, rows) in &made.blank {
            let (paper, reason) = (locale.text(kind.about().label), locale.say(rows));
            let blank = Sentence::new("cli-bundle-missing").with("paper", paper).with("reason", reason);
            done.sentences.push(blank);
        }
        done.sentences.push(
            Sentence::new("cli-bundle-done")
                .with("count", made.files.len())
                .with("pages", made.pages)
                .with("folder", what.out.display().to_string()),
        );
    }
    Ok(done)
}

/// Shows the first, the middle and the last page of a paper, or of every paper there is, on one picture.
pub(super) fn contact_sheet(data: &Path, what: &Export, locale: &Locale) -> Result<Done, Refusal> {
    let all = what.kind == ALL;
    if all && (what.recipe.is_some() || what.cluster.is_some()) {
        return Err(Refusal(Sentence::new("cli-all-alone")));
    }
    if !what.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        let message = Sentence::new("cli-contact-sheet-png").with("file", what.out.display().to_string());
        return Err(Refusal(message));
    }
    let one = (!all).then(|| PaperKind::from_id(&what.kind).ok_or_else(|| unknown_kind(&what.kind)));
    let one = one.transpose()?;
    let store = Store::open(data, Access::Read)?;
    let dossier = store.dossier(what.session).wait()?;
    let memory = store.paper_memory(what.session).wait()?;
    let mut done = Done::default();
    let mut options = match one {
        Some(kind) => options(kind, what, &memory, &mut done.sentences)?,
        None => {
            let mut options = remembered::of(&memory).options;
            as_told(what, &mut options);
            options
        }
    };
    if let Some(kind) = one {
        options.cluster = files(kind, &dossier, what)?.first().and_then(|(cluster, _)| *cluster);
    }
    let kinds = one.map_or(PaperKind::ALL.to_vec(), |kind| vec![kind]);
    let mut sheet = ContactSheet::new(one.is_some());
    let mut papers = 0_usize;
    for kind in kinds {
        let paper = locale.text(kind.about().label);
        let reason = match paper::lay_out(kind, &dossier, &options) {
            Ok(layout) => match sheet.add(kind.about().name, &layout) {
                Ok(true) => {
                    papers += 1;
                    continue;
                }
                Ok(false) => Sentence::new("cli-contact-sheet-full"),
                Err(Unpainted::Paper(error)) => error.explain(),
                Err(Unpainted::Unreadable) => Sentence::new("cli-contact-sheet-unreadable"),
            },
            Err(error) => error.explain(),
        };
        if one.is_some() {
            return Err(Refusal(reason));
        }
        let missing = Sentence::new("cli-bundle-missing").with("paper", paper);
        done.sentences.push(missing.with("reason", locale.say(&reason)));
    }
    let picture = sheet.png().ok_or_else(|| Refusal(Sentence::new("cli-contact-sheet-unreadable")))?;
    file::write(&what.out, &picture).map_err(Refusal)?;
    let written = Sentence::new("cli-contact-sheet-done").with("papers", papers);
    done.sentences.push(written.with("file", what.out.display().to_string()));
    Ok(done)
}

/// Which cluster goes into which file.
fn files(
    kind: PaperKind,
    dossier: &Dossier,
    what: &Export,
) -> Result<Vec<(Option<ClusterId>, PathBuf)>, Refusal> {
    if !kind.about().per_cluster {
        return Ok(vec![(None, what.out.clone())]);
    }
    if let Some(number) = what.cluster {
        let cluster = dossier.clusters.iter().find(|cluster| cluster.number == number);
        let cluster = cluster.ok_or(StoreError::NoCluster(number))?;
        return Ok(vec![(Some(cluster.id), what.out.clone())]);
    }
    if what.per_cluster && !dossier.clusters.is_empty() {
        let named = |number: u32| {
            let stem =
                what.out.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let ending = what.out.extension().unwrap_or_default().to_string_lossy();
            what.out.with_file_name(format!("{stem}-cum-{number}.{ending}"))
        };
        return Ok(dossier
            .clusters
            .iter()
            .map(|cluster| (Some(cluster.id), named(cluster.number)))
            .collect());
    }
    Ok(vec![(None, what.out.clone())])
}

/// How the paper is made: it looks as usual or as the recipe says, with the words that
/// were typed for this session, and what the command line says on top. Prices in a recipe
/// of an earlier program fill what this session has not.
fn options(
    kind: PaperKind,
    what: &Export,
    memory: &PaperMemory,
    sentences: &mut Vec<Sentence>,
) -> Result<Options, Refusal> {
    let found = remembered::of(memory);
    let mut whole = !found.damaged.contains(&kind);
    let mut options = found.options;
    stored_options::make_usual(kind, OptionsPart::Look, &mut options);
    if let Some(name) = &what.recipe {
        let recipe = recipes::find(&memory.recipes, kind, name)?;
        whole &= stored_options::read(kind, OptionsPart::Look, &recipe.options, &mut options).is_ok();
    }
    if !whole {
        sentences.push(Sentence::new("cli-options-damaged"));
    }
    as_told(what, &mut options);
    Ok(options)
}

/// What the command line says of the options.
fn as_told(what: &Export, options: &mut Options) {
    for (kind, place, value) in &what.told {
        stored_options::set(*kind, place, value, options);
    }
}

fn unknown_format(kind: PaperKind, out: &Path) -> Refusal {
    let endings: Vec<String> =
        kind.about().formats.iter().map(|format| format!(".{}", format.extension())).collect();
    let message = Sentence::new("cli-unknown-format").with("file", out.display().to_string());
    Refusal(message.with("endings", endings.join(", ")))
}

fn unknown_kind(kind: &str) -> Refusal {
    let known: Vec<&str> = PaperKind::ALL.iter().map(|kind| kind.id()).collect();
    Refusal(Sentence::new("cli-unknown-kind").with("kind", kind).with("known", known.join(", ")))
}
