//! What came of work that writes, opens or prints: what is remembered of it, and what is
//! told when the tab was left meanwhile.

use std::path::{Path, PathBuf};

use super::output::{Files, Printed, Saved, Target};
use crate::domain::print_run::PrintRun;
use crate::export::bundle::Outcome;
use crate::sentence::Sentence;

/// What came of it.
pub trait Worked {
    /// The sheets that are out in the world now, to be found by their codes.
    fn runs(&self) -> Vec<PrintRun>;

    /// What it is in a sentence, for whoever looks elsewhere by now: good news, or what was
    /// not done.
    fn told(&self) -> Result<Sentence, Sentence>;
}

impl Worked for Saved {
    fn runs(&self) -> Vec<PrintRun> {
        match self {
            Self::Written(files) => files.runs.clone(),
            Self::Exist(..) => Vec::new(),
        }
    }

    fn told(&self) -> Result<Sentence, Sentence> {
        let Files { written, pages, unwritten, .. } = match self {
            Self::Written(files) => files,
            Self::Exist(_, path, _) => {
                return Err(Sentence::new("window-print-left").with("file", path.display().to_string()));
            }
        };
        partly(written, unwritten.iter().map(|(path, _)| path.as_path()))?;
        Ok(match (written.as_slice(), pages) {
            ([], _) => Sentence::new("window-print-stopped"),
            ([file], Some(pages)) => Sentence::new("window-print-saved")
                .with("file", file.display().to_string())
                .with("pages", *pages),
            ([file], None) => {
                Sentence::new("window-print-saved-editable").with("file", file.display().to_string())
            }
            (files, _) => into_folder("window-print-saved-all", files),
        })
    }
}

/// So many files are in the folder now.
fn into_folder(id: &'static str, files: &[PathBuf]) -> Sentence {
    let folder = files.first().and_then(|file| file.parent());
    let folder = folder.map(|one| one.display().to_string()).unwrap_or_default();
    Sentence::new(id).with("count", files.len()).with("folder", folder)
}

/// Refuses to call it good news where some files could not be written; the words tell of the others, too.
fn partly<'r>(written: &[PathBuf], unwritten: impl Iterator<Item = &'r Path>) -> Result<(), Sentence> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names: Vec<String> = unwritten.map(name).collect();
    if names.is_empty() {
        return Ok(());
    }
    let words = into_folder("window-print-saved-partly", written).with("left", names.len());
    Err(words.with("files", names.join(", ")))
}

/// It was opened in the viewer.
impl Worked for PrintRun {
    fn runs(&self) -> Vec<PrintRun> {
        vec![self.clone()]
    }

    fn told(&self) -> Result<Sentence, Sentence> {
        Ok(Sentence::new("window-print-opened"))
    }
}

impl Worked for Printed {
    fn runs(&self) -> Vec<PrintRun> {
        vec![self.run.clone()]
    }

    fn told(&self) -> Result<Sentence, Sentence> {
        Ok(match &self.to {
            Target::Printer(name) => {
                Sentence::new("window-print-queued").with("count", self.sheets).with("printer", name.as_str())
            }
            Target::Viewer => Sentence::new("window-print-there"),
        })
    }
}

impl Worked for Outcome {
    fn runs(&self) -> Vec<PrintRun> {
        match self {
            Self::Written(bundle) => bundle.runs.clone(),
            Self::Exist(_) => Vec::new(),
        }
    }

    fn told(&self) -> Result<Sentence, Sentence> {
        let file =
            |files: &[PathBuf]| files.first().map(|file| file.display().to_string()).unwrap_or_default();
        match self {
            Self::Written(bundle) => {
                let unwritten = bundle.unwritten.iter().filter_map(|(_, reason)| reason.text("file"));
                partly(&bundle.files, unwritten.map(Path::new))?;
                Ok(into_folder("window-print-saved-all", &bundle.files))
            }
            Self::Exist(files) => Err(Sentence::new("window-print-left").with("file", file(files))),
        }
    }
}
