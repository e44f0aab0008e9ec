//! What went wrong, in a file of this computer, for those who are asked to help.
//!
//! It is begun when there is something to say, and never long. `TAPHUAN_LOG=debug` tells more,
//! on standard error.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing::Level;
use tracing_subscriber::fmt::writer::MakeWriterExt;

/// What a file may hold before it is put aside for a new one; and what one run may write.
const MOST: u64 = 256 * 1024;

/// `~/.local/state/taphuan/taphuan.log`, `%LOCALAPPDATA%\taphuan\taphuan.log`.
pub fn path() -> Option<PathBuf> {
    Some(folder()?.join("taphuan.log"))
}

/// Where the program keeps what concerns its runs on this computer: the log, locks, a list of the
/// folders where files are being made.
pub fn folder() -> Option<PathBuf> {
    let folders = directories::BaseDirs::new()?;
    let folder = folders.state_dir().unwrap_or(folders.data_local_dir());
    Some(folder.join("taphuan"))
}

/// Begins to note what goes wrong, faults of the program among it.
pub fn begin() {
    let file = Mutex::new(Log { path: path(), file: None, room: MOST });
    // Libraries warn of much that harms nobody.
    let file = file.with_max_level(Level::WARN).with_filter(|of| of.target().starts_with("taphuan"));
    let builder = tracing_subscriber::fmt().with_ansi(false);
    let told = std::env::var("TAPHUAN_LOG").ok().and_then(|level| level.parse::<Level>().ok());
    match told {
        Some(level) => {
            builder.with_max_level(level).with_writer(file.and(io::stderr.with_max_level(level))).init();
        }
        None => builder.with_max_level(Level::WARN).with_writer(file).init(),
    }
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |report| {
        note(report);
        usual(report);
    }));
}

/// Notes a fault of the program.
pub fn note(report: &panic::PanicHookInfo<'_>) {
    tracing::error!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "{report}");
}

/// The file, opened when something is written to it.
struct Log {
    path: Option<PathBuf>,
    file: Option<File>,
    /// How much this run may still write.
    room: u64,
}

impl Log {
    fn file(&mut self) -> Option<&mut File> {
        if self.file.is_none() {
            // Where no log can be kept nothing else is kept from working.
            self.file = open(&self.path.take()?).ok();
        }
        self.file.as_mut()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len() as u64;
        if taken <= self.room
            && let Some(file) = self.file()
        {
            file.write_all(bytes)?;
            self.room -= taken;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens the log to go on with it, or begins it: readable by its owner only, for it may name files.
fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    if std::fs::metadata(path).is_ok_and(|log| log.len() > MOST) {
        std::fs::rename(path, path.with_extension("old.log"))?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_begun_with_its_first_line_and_never_grows_without_end() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("taphuan/taphuan.log");
        let run = || Log { path: Some(path.clone()), file: None, room: MOST };
        drop(run());
        assert!(!path.exists());
        let mut first = run();
        first.write_all(b"one\n").expect("written");
        run().write_all(b"two\n").expect("written");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "one\ntwo\n");

        first.write_all(&vec![b'x'; MOST as usize]).expect("passed over");
        first.write_all(&vec![b'x'; MOST as usize - 4]).expect("written");
        assert_eq!(std::fs::metadata(&path).expect("there").len(), MOST + 4);
        run().write_all(b"three\n").expect("written");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "three\n");
        assert!(path.with_extension("old.log").exists());
    }
}
