//! The file dialog of the system, and whether it has one.

use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use log::{Level, LevelFilter, Log, Metadata, Record};
use rfd::{AsyncFileDialog, FileHandle};

use super::Wish;

/// What came of asking in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// These were chosen.
    Chosen(Vec<PathBuf>),
    /// It was closed.
    Closed,
    /// It never opened.
    Nowhere,
}

/// Asks in it.
pub(super) async fn ask(dialog: AsyncFileDialog, wish: &Wish) -> Answer {
    listen();
    let (before, asked) = (FAULTS.seen(), Instant::now());
    let chosen = open(dialog, wish).await.unwrap_or_default();
    let failed = FAULTS.seen() > before || asked.elapsed() < SOONEST;
    match chosen.is_empty() {
        false => Answer::Chosen(chosen),
        // Other systems have theirs always.
        true if failed && cfg!(target_os = "linux") => Answer::Nowhere,
        true => Answer::Closed,
    }
}

async fn open(dialog: AsyncFileDialog, wish: &Wish) -> Option<Vec<PathBuf>> {
    let path = |file: FileHandle| file.path().to_owned();
    let one = |file: Option<FileHandle>| file.map(|file| vec![path(file)]);
    match wish {
        Wish::File => one(dialog.pick_file().await),
        Wish::Folder => one(dialog.pick_folder().await),
        Wish::Place(_) => one(dialog.save_file().await),
        Wish::Files => dialog.pick_files().await.map(|files| files.into_iter().map(path).collect()),
    }
}

/// A dialog that closes sooner than this was never open, though nobody says so: a zenity without a screen.
const SOONEST: Duration = Duration::from_millis(300);

/// How often there was no dialog: neither a portal nor zenity. rfd says so in the log only, and that may be half a
/// minute after it was asked, for so long a portal is waited for that does not answer.
struct Faults(AtomicUsize);

static FAULTS: Faults = Faults(AtomicUsize::new(0));

/// Where rfd speaks of a dialog that neither of them opened.
const SPEAKS: &str = "rfd::backend::xdg_desktop_portal";

impl Faults {
    fn seen(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

impl Log for Faults {
    fn enabled(&self, of: &Metadata<'_>) -> bool {
        of.level() == Level::Error && of.target() == SPEAKS
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            self.0.fetch_add(1, Ordering::SeqCst);
            tracing::warn!("no file dialog of the system: {}", record.args());
        }
    }

    fn flush(&self) {}
}

fn listen() {
    static LISTENS: Once = Once::new();
    LISTENS.call_once(|| match log::set_logger(&FAULTS) {
        Ok(()) => log::set_max_level(LevelFilter::Error),
        Err(error) => tracing::error!(%error, "file dialogs that fail slowly are not noticed"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dialog_that_nothing_opened_counts_as_none() {
        let faults = Faults(AtomicUsize::new(0));
        let says = |level, target| faults.log(&Record::builder().level(level).target(target).build());
        says(Level::Error, "rfd::backend::xdg_desktop_portal::portal");
        says(Level::Warn, SPEAKS);
        assert_eq!(faults.seen(), 0, "without a portal there may be zenity");
        says(Level::Error, SPEAKS);
        assert_eq!(faults.seen(), 1);
    }
}
