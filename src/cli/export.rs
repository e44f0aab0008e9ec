//! `export`: a paper of a session as a file.

use std::path::{Path, PathBuf};

use super::arguments::Export;
use super::{Done, Refusal};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::message::{Explain, Message};
use crate::paper::{self, Format, Options, Paper, PaperKind};
use crate::store::{Access, Store, StoreError};
use crate::whole_file;

/// What was written.
pub(super) struct Written {
    pub(super) pages: usize,
    pub(super) messages: Vec<Message>,
}

/// Makes the paper and says where it is.
pub(super) fn run(data: &Path, what: &Export) -> Result<Done, Refusal> {
    Ok(Done { messages: write(data, what)?.messages, ..Done::default() })
}

/// Makes the paper: one file, or one for each cluster.
pub(super) fn write(data: &Path, what: &Export) -> Result<Written, Refusal> {
    let kind = PaperKind::from_id(&what.kind).ok_or_else(|| unknown_kind(&what.kind))?;
    let format = Format::of_file(&what.out).filter(|format| kind.formats().contains(format));
    let format = format.ok_or_else(|| unknown_format(kind, &what.out))?;
    let dossier = Store::open(data, Access::Read)?.dossier(what.session).wait()?;
    let mut written = Written { pages: 0, messages: Vec::new() };
    for (cluster, out) in files(kind, &dossier, what)? {
        let paper = paper::make_as(format, kind, &dossier, &options(what, cluster))?;
        whole_file::write(&out, paper.bytes()).map_err(|error| not_written(&out, &error))?;
        let file = out.display().to_string();
        written.messages.push(match &paper {
            Paper::Pages(made) => {
                written.pages += made.pages;
                Message::new("cli-exported").with("file", file).with("pages", made.pages)
            }
            Paper::Editable { .. } => Message::new("cli-exported-editable").with("file", file),
        });
        written.messages.extend(paper.findings().iter().map(Explain::explain));
    }
    Ok(written)
}

/// Which cluster goes into which file.
fn files(
    kind: PaperKind,
    dossier: &Dossier,
    what: &Export,
) -> Result<Vec<(Option<ClusterId>, PathBuf)>, Refusal> {
    if !kind.is_per_cluster() {
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

fn options(what: &Export, cluster: Option<ClusterId>) -> Options {
    let mut options = Options::for_cluster(cluster);
    if let Some(blank_rows) = what.blank_rows {
        options.sign_in_sheet.blank_rows = blank_rows;
    }
    if let Some(to) = what.to {
        options.invitation.to = to;
    }
    options.invitation.summons = what.summons;
    options
}

fn unknown_format(kind: PaperKind, out: &Path) -> Refusal {
    let endings: Vec<String> =
        kind.formats().iter().map(|format| format!(".{}", format.extension())).collect();
    let message = Message::new("cli-unknown-format").with("file", out.display().to_string());
    Refusal(message.with("endings", endings.join(", ")))
}

fn unknown_kind(kind: &str) -> Refusal {
    let known: Vec<&str> = PaperKind::ALL.iter().map(|kind| kind.id()).collect();
    Refusal(Message::new("cli-unknown-kind").with("kind", kind).with("known", known.join(", ")))
}

fn not_written(path: &Path, error: &std::io::Error) -> Refusal {
    use std::io::ErrorKind;
    let file = path.display().to_string();
    Refusal(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Message::new("cli-write-disk-full").with("file", file)
        }
        _ => Message::new("cli-write-failed").with("file", file).with("reason", error.to_string()),
    })
}
