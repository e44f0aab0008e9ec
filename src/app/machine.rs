//! Settings that belong to this computer, not to the data: language, text size,
//! the file opened last. A small JSON file in the system's configuration folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};

use super::window_size::WindowSize;
use crate::domain::attendance::MadeOn;
use crate::locale::Language;
use crate::vietnamese::clean::clean;
use crate::whole_file;

/// Text sizes on offer, in percent: those at which rows stay whole pixels high.
pub const TEXT_SIZES: [u16; 3] = [100, 125, 150];

/// Letters of the name of a computer: it stands beside every mark.
pub const LONGEST_NAME: usize = 40;

/// The settings. What is missing or wrong in the file is as if never set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Machine {
    language: Option<String>,
    text_size: Option<u16>,
    /// The data file opened last.
    pub last_file: Option<PathBuf>,
    /// Where papers were saved last.
    pub papers_folder: Option<PathBuf>,
    /// Where backups go, if not to the usual place.
    pub backup_folder: Option<PathBuf>,
    /// The number this computer gave itself: what is marked on it can be taken back on it.
    id: Option<String>,
    /// What this computer is called, if anybody named it.
    name: Option<String>,
    /// How wide columns of tables were dragged, by table and column.
    column_widths: BTreeMap<String, f32>,
    /// Columns of tables that are not wanted, and those that were asked for.
    hidden_columns: BTreeSet<String>,
    shown_columns: BTreeSet<String>,
    /// How the window was left.
    pub(super) window: WindowSize,
    /// Whether backups make themselves: not in tests, which would leave them on this computer.
    #[serde(skip)]
    keeps_backups: bool,
    /// Where this is kept; nowhere in tests.
    #[serde(skip)]
    path: Option<PathBuf>,
}

/// What is wanted of a column of a table, which is known by a name.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnWish {
    /// It is this wide; as wide as what stands in it for none.
    Width(String, Option<f32>),
    /// It is hidden, or shown.
    Hidden(String, bool),
    /// All columns of a table are to be as if nobody had chosen.
    Usual(String),
}

impl Machine {
    /// Reads the settings of this computer.
    pub fn load() -> Self {
        let path =
            directories::BaseDirs::new().map(|folders| folders.config_dir().join("taphuan/window.json"));
        let mut machine = path.as_deref().and_then(read).unwrap_or_default();
        machine.path = path;
        machine.keeps_backups = true;
        machine
    }

    /// Gives this computer its number, if it has none.
    pub(super) fn number_itself(&mut self) {
        if self.id.is_none() {
            self.id = Some(crate::clock::new_uid());
            self.save();
        }
    }

    /// This computer, for what is marked on it.
    pub fn made_on(&self) -> MadeOn {
        MadeOn { device: self.name.clone(), machine: self.id.clone() }
    }

    /// What this computer is called.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Names this computer; nothing takes its name away.
    pub fn set_name(&mut self, name: &str) {
        let name: String = clean(name).chars().take(LONGEST_NAME).collect();
        self.name = Some(name).filter(|name| !name.is_empty());
    }

    /// The language of the window.
    pub fn language(&self) -> Language {
        self.language.as_deref().and_then(Language::from_tag).unwrap_or_default()
    }

    /// Chooses the language.
    pub fn set_language(&mut self, language: Language) {
        self.language = Some(language.tag().to_owned());
    }

    /// Text size in percent, as it was chosen.
    pub fn text_size(&self) -> u16 {
        self.text_size.filter(|size| TEXT_SIZES.contains(size)).unwrap_or(100)
    }

    /// Text size in percent, as it is shown: the chosen one, or the largest the monitor has room
    /// for.
    pub fn shown_text_size(&self) -> u16 {
        let has_room = |size: &u16| self.window.has_room_for(f32::from(*size) / 100.0);
        let fitting = TEXT_SIZES.into_iter().rev().filter(|size| *size <= self.text_size()).find(has_room);
        fitting.unwrap_or(TEXT_SIZES[0])
    }

    /// The same as a scale of the whole window.
    pub fn text_scale(&self) -> f32 {
        f32::from(self.shown_text_size()) / 100.0
    }

    /// Chooses the text size.
    pub fn set_text_size(&mut self, percent: u16) {
        self.text_size = Some(percent);
    }

    /// How wide a column was dragged, if it was.
    pub fn column_width(&self, column: &str) -> Option<f32> {
        self.column_widths.get(column).copied().filter(|width| width.is_finite())
    }

    /// Whether a column is to be shown, if anybody said so.
    pub fn column_choice(&self, column: &str) -> Option<bool> {
        let is_said = |said: &BTreeSet<String>| said.contains(column);
        match (is_said(&self.hidden_columns), is_said(&self.shown_columns)) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }

    /// Takes in what is wanted of a column.
    pub fn wish_column(&mut self, wish: ColumnWish) {
        match wish {
            ColumnWish::Width(column, Some(width)) => drop(self.column_widths.insert(column, width)),
            ColumnWish::Width(column, None) => drop(self.column_widths.remove(&column)),
            ColumnWish::Hidden(column, hidden) => {
                let (to, from) = match hidden {
                    true => (&mut self.hidden_columns, &mut self.shown_columns),
                    false => (&mut self.shown_columns, &mut self.hidden_columns),
                };
                from.remove(&column);
                to.insert(column);
            }
            ColumnWish::Usual(table) => {
                let others = |column: &String| !column.starts_with(&format!("{table} "));
                self.column_widths.retain(|column, _| others(column));
                self.hidden_columns.retain(others);
                self.shown_columns.retain(others);
            }
        }
    }

    /// Keeps the settings in this file: for tests.
    #[doc(hidden)]
    #[must_use]
    pub fn kept_in(path: PathBuf) -> Self {
        Self { path: Some(path.clone()), ..read(&path).unwrap_or_default() }
    }

    /// Whether backups make themselves on this computer.
    pub(super) fn keeps_backups(&self) -> bool {
        self.keeps_backups
    }

    /// Where another file of this computer is kept, beside the settings.
    pub(super) fn beside(&self, name: &str) -> Option<PathBuf> {
        self.path.as_deref().map(|path| path.with_file_name(name))
    }

    /// Where papers go if nothing else is said: where the last went, or Documents.
    pub fn folder_for_papers(&self) -> PathBuf {
        let last = self.papers_folder.clone().filter(|folder| folder.is_dir());
        let usual = || {
            let folders = directories::UserDirs::new()?;
            let documents = folders.document_dir().filter(|folder| folder.is_dir());
            Some(documents.unwrap_or(folders.home_dir()).to_owned())
        };
        last.or_else(usual).unwrap_or_default()
    }

    /// Writes the settings. A failure is not worth stopping anyone's work.
    pub fn save(&self) {
        let Some(path) = self.path.clone() else { return };
        // Words and numbers: they always have a JSON form.
        let content = serde_json::to_vec_pretty(self).unwrap_or_default();
        save_soon(path, move |_| content);
    }
}

/// Writes a small file of this computer, on a thread of its own: the disk may be slow, and
/// the last of several wins. What it is to hold is made there, of what stands at this place.
pub(super) fn save_soon(path: PathBuf, content: impl FnOnce(&Path) -> Vec<u8> + Send + 'static) {
    let mut saving = saving();
    let before = saving.take();
    let save = move || {
        if let Some(before) = before {
            // Whether the one before came to its end or broke down, this one is newer.
            let _ = before.join();
        }
        if let Err(error) = write(&path, &content(&path)) {
            tracing::warn!(%error, path = %path.display(), "not saved");
        }
    };
    match std::thread::Builder::new().name("settings".into()).spawn(save) {
        Ok(thread) => *saving = Some(thread),
        Err(error) => tracing::warn!(%error, "no thread for the settings of the window"),
    }
}

/// The thread that saves, if one does.
fn saving() -> MutexGuard<'static, Option<JoinHandle<()>>> {
    static SAVING: Mutex<Option<JoinHandle<()>>> = Mutex::new(None);
    SAVING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until the settings are saved, before the program ends.
pub fn finish_saving() {
    if let Some(thread) = saving().take() {
        // A thread that broke down has nothing more to save.
        let _ = thread.join();
    }
}

fn read(path: &Path) -> Option<Machine> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // What could not be saved is among it: people's data.
    whole_file::write_private(path, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_nonsense_is_ignored() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a/window.json");
        let mut machine = Machine::default();
        machine.set_language(Language::English);
        machine.set_text_size(125);
        machine.set_name("  Máy  phòng họp 2 ");
        assert_eq!(machine.made_on().device.as_deref(), Some("Máy phòng họp 2"));
        write(&path, &serde_json::to_vec(&machine).expect("JSON")).expect("written");
        assert_eq!(read(&path), Some(machine));
        std::fs::write(&path, r#"{"text_size": 300, "language": "xx", "new": 1}"#).expect("written");
        let odd = read(&path).expect("read");
        assert_eq!((odd.text_size(), odd.language()), (100, Language::Vietnamese));
        std::fs::write(&path, "{").expect("written");
        assert_eq!(read(&path), None);
    }
}
