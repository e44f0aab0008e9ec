//! Files written whole or not at all.
//!
//! A file is built under a temporary name in the folder where it will stand and
//! takes its name only when it is complete and on the disk. A full disk, a power
//! cut or a crash leaves the old file untouched.

use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// A file that has no name yet. Dropped without [`Unfinished::finish`], it is gone.
#[derive(Debug)]
pub struct Unfinished(NamedTempFile);

impl Unfinished {
    /// Starts a file in the folder of `target`.
    pub fn beside(target: &Path) -> io::Result<Self> {
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".taphuan-");
        // As any new file: the user's umask decides, not the privacy of temporary files.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(folder).map(Self)
    }

    /// Where it is being built.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Gives it its name, replacing what stood there.
    pub fn finish(self, target: &Path) -> io::Result<()> {
        self.0.as_file().sync_all()?;
        self.0.persist(target).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Writes `content` to `target`, replacing what stood there.
pub fn write(target: &Path, content: &[u8]) -> io::Result<()> {
    let mut unfinished = Unfinished::beside(target)?;
    unfinished.0.write_all(content)?;
    unfinished.finish(target)
}
