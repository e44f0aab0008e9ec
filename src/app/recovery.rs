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
        self.kept.retain(|of| of.file != file);
        let unsaved = drafts.unsaved();
        if !unsaved.is_empty() {
            self.kept.push(OfFile { file: file.to_owned(), unsaved });
        }
        if let Some(path) = &self.path {
            // Paths and texts: they always have a JSON form.
            machine::save_soon(path.clone(), serde_json::to_vec_pretty(&self.kept).unwrap_or_default());
        }
    }
}

/// What is damaged is as if never kept: it was text that somebody may type again.
fn read(path: &Path) -> Option<Vec<OfFile>> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}
