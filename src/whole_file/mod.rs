//! Files written whole or not at all: data files, backups, papers, lists, settings.
//!
//! A file is built under a temporary name in the folder where it will stand, which nothing else
//! has, and takes its name only when it is complete and on the disk. A full disk, a power cut or a
//! crash leaves the old file untouched, and what is left of the new one is swept away at the next
//! start ([`leftovers`]). Nothing is removed that this process did not make.
//!
//! All that changes the disk goes through a [`Disk`], which tests let fail.

pub mod disk;
#[cfg(test)]
pub(crate) mod failing;
mod held;
pub mod leftovers;

use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use disk::{Disk, Privacy};
pub use held::{is_held, may_be_held, open_patiently};

/// A file that has no name yet. Dropped without [`Unfinished::finish`], it is gone.
///
/// Its open file is the sign that its maker lives: [`leftovers`] says how.
#[derive(Debug)]
pub struct Unfinished {
    path: PathBuf,
    /// What it will be called: where a link leads to, not the link.
    target: PathBuf,
    /// None once it has its name.
    file: Option<File>,
    disk: Arc<dyn Disk>,
}

impl Unfinished {
    /// Starts a file in the folder of `target`, for whoever may read a new file there. One that
    /// takes the place of another can be read by those who could read that.
    pub fn beside(target: &Path, privacy: Privacy) -> io::Result<Self> {
        let target = behind_links(target);
        // A device or a pipe would be a plain file afterwards.
        if std::fs::metadata(&target).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            return Err(io::Error::other(format!("{} is no file", target.display())));
        }
        let folder = folder_of(&target);
        leftovers::begin_in(folder);
        let disk = disk::current();
        let (path, file) = loop {
            let path = folder.join(leftovers::new_name());
            let file = disk.create_new(&path, privacy)?;
            // Between its making and its mark it may have been taken for the leftover of a dead one.
            if leftovers::mark_alive(&file, &path) {
                break (path, file);
            }
        };
        let made = Self { path, target, file: Some(file), disk };
        if let Ok(replaced) = std::fs::metadata(&made.target) {
            made.allow_as(&replaced)?;
        }
        Ok(made)
    }

    /// Where it is being built.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it will be called, with links followed.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Adds to it.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.file {
            Some(file) => self.disk.write(file, bytes),
            None => Ok(()),
        }
    }

    /// Puts all that was written on the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.file.as_ref().map_or(Ok(()), |file| self.disk.sync(file))
    }

    /// Gives it its name, replacing what stood there.
    pub fn finish(self) -> io::Result<()> {
        self.name(|disk, from, to| disk.replace(from, to))
    }

    /// Gives it its name, where nothing may stand: else it errors with `AlreadyExists`.
    pub fn finish_new(self) -> io::Result<()> {
        self.name(|disk, from, to| disk.place_new(from, to))
    }

    fn name(mut self, give: impl Fn(&dyn Disk, &Path, &Path) -> io::Result<()>) -> io::Result<()> {
        self.sync()?;
        // Windows gives no other name to a file that is open as this one is.
        #[cfg(windows)]
        drop(self.file.take());
        held::patiently(may_be_held, || give(self.disk.as_ref(), &self.path, &self.target))?;
        self.file = None;
        self.path = PathBuf::new();
        self.disk.sync_folder(folder_of(&self.target))
    }

    #[cfg(unix)]
    fn allow_as(&self, other: &Metadata) -> io::Result<()> {
        match &self.file {
            Some(file) => self.disk.set_permissions(file, other.permissions()),
            None => Ok(()),
        }
    }

    /// Elsewhere a file has the rights of its folder.
    #[cfg(not(unix))]
    fn allow_as(&self, _: &Metadata) -> io::Result<()> {
        Ok(())
    }
}

impl io::Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::write(self, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.file = None;
        if !self.path.as_os_str().is_empty() {
            // What cannot be removed now is swept away at the next start.
            let _ = self.disk.remove(&self.path);
            let _ = self.disk.remove(&with_suffix(&self.path, "-journal"));
        }
    }
}

/// Writes `content` to `target`, replacing what stood there: a paper, a list.
pub fn write(target: &Path, content: &[u8]) -> io::Result<()> {
    write_for(Privacy::Usual, target, content)
}

/// Writes `content` to `target`, for this user alone where the file is new.
pub fn write_private(target: &Path, content: &[u8]) -> io::Result<()> {
    write_for(Privacy::Private, target, content)
}

fn write_for(privacy: Privacy, target: &Path, content: &[u8]) -> io::Result<()> {
    let mut unfinished = Unfinished::beside(target, privacy)?;
    unfinished.write(content)?;
    unfinished.finish()
}

/// Copies a file byte by byte to a place where nothing stands. The copy may be read by those who
/// may read the original.
pub fn copy_new(source: &Path, target: &Path) -> io::Result<()> {
    let mut source = File::open(source)?;
    let mut unfinished = Unfinished::beside(target, Privacy::Private)?;
    unfinished.allow_as(&source.metadata()?)?;
    io::copy(&mut source, &mut unfinished)?;
    unfinished.finish_new()
}

/// Moves a file aside to a name that nothing has.
pub fn move_aside(from: &Path, to: &Path) -> io::Result<()> {
    let disk = disk::current();
    held::patiently(may_be_held, || disk.place_new(from, to))?;
    disk.sync_folder(folder_of(to))
}

/// The first name that nothing has: as it is, or with "-2", "-3" … in it.
pub fn free_name(name: impl Fn(&str) -> PathBuf) -> PathBuf {
    let mut further = (2..).map(|number: u32| format!("-{number}"));
    let mut path = name("");
    // As many names as there are numbers are never taken.
    while path.symlink_metadata().is_ok() {
        path = name(&further.next().unwrap_or_default());
    }
    path
}

/// The file with more at the end of its name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Where a name leads to: a file that is replaced stays where it is, and so does the link.
fn behind_links(target: &Path) -> PathBuf {
    match std::fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_symlink() => target.canonicalize().unwrap_or_else(|_| target.to_owned()),
        _ => target.to_owned(),
    }
}

#[cfg(test)]
mod tests;
