//! A disk on which one call goes wrong: for tests.

use std::fs::{File, Permissions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::disk::{self, Disk, Privacy, System};

/// What becomes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// It does nothing and says so.
    Fails,
    /// It does half of it, where it has halves, and says so.
    CutShort,
    /// The process ends before it: nothing is done any more, not even tidying up.
    Killed,
    /// The process ends after it.
    KilledAfter,
}

impl Mishap {
    pub(crate) const ALL: [Self; 4] = [Self::Fails, Self::CutShort, Self::Killed, Self::KilledAfter];
}

#[derive(Debug)]
struct Failing {
    calls: AtomicUsize,
    at: usize,
    mishap: Mishap,
}

/// What a call may do.
enum Fate {
    Done,
    Half,
    Nothing,
}

impl Failing {
    fn fate(&self) -> Fate {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        match self.mishap {
            Mishap::Fails if call == self.at => Fate::Nothing,
            Mishap::CutShort if call == self.at => Fate::Half,
            Mishap::Killed if call >= self.at => Fate::Nothing,
            Mishap::KilledAfter if call > self.at => Fate::Nothing,
            _ => Fate::Done,
        }
    }

    fn unless_it_fails<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        match self.fate() {
            Fate::Done => work(),
            Fate::Half | Fate::Nothing => Err(Error::other("the disk failed")),
        }
    }
}

impl Disk for Failing {
    fn create_new(&self, path: &Path, privacy: Privacy) -> Result<File> {
        self.unless_it_fails(|| System.create_new(path, privacy))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> Result<()> {
        match self.fate() {
            Fate::Done => System.write(file, bytes),
            Fate::Half => {
                file.write_all(&bytes[..bytes.len() / 2])?;
                Err(Error::from(ErrorKind::StorageFull))
            }
            Fate::Nothing => Err(Error::other("the disk failed")),
        }
    }

    fn sync(&self, file: &File) -> Result<()> {
        self.unless_it_fails(|| System.sync(file))
    }

    fn set_permissions(&self, file: &File, permissions: Permissions) -> Result<()> {
        self.unless_it_fails(|| System.set_permissions(file, permissions))
    }

    fn replace(&self, from: &Path, to: &Path) -> Result<()> {
        self.unless_it_fails(|| System.replace(from, to))
    }

    fn place_new(&self, from: &Path, to: &Path) -> Result<()> {
        self.unless_it_fails(|| System.place_new(from, to))
    }

    fn remove(&self, path: &Path) -> Result<()> {
        self.unless_it_fails(|| System.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> Result<()> {
        self.unless_it_fails(|| System.sync_folder(folder))
    }
}

/// Does `work` again and again, each time with another call going wrong in each way, until one more
/// would be none. `prepare` makes what it works on, `look` sees what came of it. Answers how often.
pub(crate) fn everywhere<S, T>(
    mut prepare: impl FnMut() -> S,
    mut work: impl FnMut(&S) -> T,
    mut look: impl FnMut(S, T, (Mishap, usize)),
) -> usize {
    let mut times = 0;
    for mishap in Mishap::ALL {
        for at in 0.. {
            let made = prepare();
            let failing = Arc::new(Failing { calls: AtomicUsize::new(0), at, mishap });
            let done = disk::with(failing.clone(), || work(&made));
            if failing.calls.load(Ordering::Relaxed) <= at {
                break;
            }
            look(made, done, (mishap, at));
            times += 1;
        }
    }
    times
}
