//! What came of work that writes, opens or prints: what is remembered of it, and what is
//! told when the tab was left meanwhile.

use super::output::{Printed, Saved, Target};
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
            Self::Written(_, _, runs) => runs.clone(),
            Self::Exist(..) => Vec::new(),
        }
    }

    fn told(&self) -> Result<Sentence, Sentence> {
        let (files, pages) = match self {
            Self::Written(files, pages, _) => (files, pages),
            Self::Exist(_, path, _) => {
                return Err(Sentence::new("window-print-left").with("file", path.display().to_string()));
            }
        };
        let folder = files.first().and_then(|file| file.parent());
        Ok(match (files.as_slice(), pages) {
            ([file], Some(pages)) => Sentence::new("window-print-saved")
                .with("file", file.display().to_string())
                .with("pages", *pages),
            ([file], None) => {
                Sentence::new("window-print-saved-editable").with("file", file.display().to_string())
            }
            (files, _) => Sentence::new("window-print-saved-all")
                .with("count", files.len())
                .with("folder", folder.map(|one| one.display().to_string()).unwrap_or_default()),
        })
    }
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
        let file = |files: &[std::path::PathBuf]| {
            files.first().map(|file| file.display().to_string()).unwrap_or_default()
        };
        match self {
            Self::Written(bundle) => {
                let folder = bundle.files.first().and_then(|file| file.parent());
                Ok(Sentence::new("window-print-saved-all")
                    .with("count", bundle.files.len())
                    .with("folder", folder.map(|one| one.display().to_string()).unwrap_or_default()))
            }
            Self::Exist(files) => Err(Sentence::new("window-print-left").with("file", file(files))),
        }
    }
}
