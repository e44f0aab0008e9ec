//! What could not be saved, kept in a file of this computer until it is saved or given up.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::machine::{self, Machine};
use super::widget::field::{Drafts, Unsaved};

/// Where unsaved values are kept on this computer, for the file may be on a stick that is out.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    /// Nowhere in tests that do not ask for it.
    path: Option<PathBuf>,
    kept: Vec<OfFile>,
    generation: u64,
}

/// What could not be saved into one data file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct OfFile {
    file: PathBuf,
    unsaved: Vec<Unsaved>,
}

impl Recovery {
    /// What this computer keeps from earlier runs.
    pub(super) fn of(machine: &Machine) -> Self {
        let path = machine.beside("unsaved.json");
        let kept = path.as_deref().and_then(read).unwrap_or_default();
        Self { path, kept, generation: 0 }
    }

    /// What an earlier run could not save into this file.
    pub(super) fn of_file(&self, file: &Path) -> Vec<Unsaved> {
        let kept = self.kept.iter().filter(|of| of.file == file);
        kept.flat_map(|of| of.unsaved.clone()).collect()
    }

    /// Another file takes the place of this one: what was typed for it and is not in it is kept until it is
    /// opened again, and nothing of it stands in fields of the other. Says how much that is.
    pub(super) fn part(&mut self, drafts: &mut Drafts, file: &Path) -> usize {
        drafts.leave_all();
        self.follow(drafts, Some(file));
        let kept = std::mem::take(drafts).unsaved().len();
        self.generation = drafts.generation();
        kept
    }

    /// Keeps what is unsaved now, where that changed.
    pub(super) fn follow(&mut self, drafts: &Drafts, file: Option<&Path>) {
        let Some(file) = file.filter(|_| drafts.generation() != self.generation) else { return };
        self.generation = drafts.generation();
        let now = OfFile { file: file.to_owned(), unsaved: drafts.unsaved() };
        put(&mut self.kept, now.clone());
        if let Some(path) = &self.path {
            // Another window, with another file, keeps its own there.
            machine::save_soon(path.clone(), move |path| {
                let mut kept = read(path).unwrap_or_default();
                put(&mut kept, now);
                // Paths and texts: they always have a JSON form.
                serde_json::to_vec_pretty(&kept).unwrap_or_default()
            });
        }
    }
}

/// Puts what is unsaved of a file in the place of what was.
fn put(kept: &mut Vec<OfFile>, now: OfFile) {
    kept.retain(|of| of.file != now.file);
    if !now.unsaved.is_empty() {
        kept.push(now);
    }
}

/// What is damaged is as if never kept: it was text that somebody may type again.
fn read(path: &Path) -> Option<Vec<OfFile>> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}
