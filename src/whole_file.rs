//! Files written whole or not at all.
//!
//! A file is built under a temporary name in the folder where it will stand and
//! takes its name only when it is complete and on the disk. A full disk, a power
//! cut or a crash leaves the old file untouched.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

/// A file that has no name yet. Dropped without [`Unfinished::finish`], it is gone.
#[derive(Debug)]
pub struct Unfinished(NamedTempFile);

impl Unfinished {
    /// Starts a file in the folder of `target`.
    pub fn beside(target: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".taphuan-");
        // As any new file: the user's umask decides, not the privacy of temporary files.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(folder_of(target)).map(Self)
    }

    /// Where it is being built.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Puts all that was written on the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.0.as_file().sync_all()
    }

    /// Gives it its name, replacing what stood there.
    pub fn finish(self, target: &Path) -> io::Result<()> {
        self.sync()?;
        let (mut file, mut waits) = (self.0, PATIENCE.into_iter());
        while let Err(refused) = file.persist(target) {
            let Some(wait) = waits.next().filter(|_| may_be_held(&refused.error)) else {
                return Err(refused.error);
            };
            std::thread::sleep(Duration::from_millis(wait));
            file = refused.file;
        }
        sync_folder(target);
        Ok(())
    }
}

/// How long another program may hold a file before it is told, in milliseconds: antivirus
/// programs read what is fresh.
const PATIENCE: [u64; 5] = [10, 30, 100, 300, 600];

/// Opens a file, waiting a moment for another program that has it to itself.
pub fn open_patiently(options: &OpenOptions, path: &Path) -> io::Result<File> {
    let mut waits = PATIENCE.into_iter();
    loop {
        match (options.open(path), waits.next()) {
            (Err(error), Some(wait)) if is_held(&error) => std::thread::sleep(Duration::from_millis(wait)),
            (opened, _) => return opened,
        }
    }
}

/// Whether another program has the file to itself. Only Windows lets it.
pub fn is_held(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// Whether a file that was to be replaced is open elsewhere, or so it may be: to Windows that is
/// "access denied".
pub fn may_be_held(error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    is_held(error) || (cfg!(windows) && error.raw_os_error() == Some(ACCESS_DENIED))
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Puts the name of a file on the disk, too. Windows does that by itself, and some file
/// systems know no such thing: the file is whole in any case.
fn sync_folder(target: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder_of(target)).and_then(|folder| folder.sync_all());
    }
}

/// Copies a file byte by byte, replacing what stood there. The copy may be read by those who
/// may read the original.
pub fn copy(source: &Path, target: &Path) -> io::Result<()> {
    let mut source = File::open(source)?;
    let mut unfinished = Unfinished::beside(target)?;
    io::copy(&mut source, unfinished.0.as_file_mut())?;
    #[cfg(unix)]
    unfinished.0.as_file().set_permissions(source.metadata()?.permissions())?;
    unfinished.finish(target)
}

/// Writes `content` to `target`, replacing what stood there.
pub fn write(target: &Path, content: &[u8]) -> io::Result<()> {
    let mut unfinished = Unfinished::beside(target)?;
    unfinished.0.write_all(content)?;
    unfinished.finish(target)
}
