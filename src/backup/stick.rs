//! A copy to be carried: on a stick, if wished locked with a passphrase.
//!
//! Locked, it is an age file (<https://age-encryption.org/v1>), which other programs open, too.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;

use super::{Reason, pack};
use crate::store::{Result, StoreError};
use crate::whole_file::{self, Privacy, Unfinished};

/// What is added to the name of a locked copy.
pub const LOCKED: &str = ".age";

/// The most work a locked file may ask of this computer (2¹⁸ rounds of scrypt: about a second). A
/// hostile one may ask for hours.
const MOST_WORK: u8 = 20;

/// Makes a copy in a folder. With a passphrase it is locked, and nothing of it stands there open.
pub fn copy_to(data_file: &Path, folder: &Path, passphrase: Option<SecretString>) -> Result<PathBuf> {
    let Some(passphrase) = passphrase else {
        return pack::make(data_file, folder, Reason::Asked).map(|entry| entry.path);
    };
    // Packed on this computer first: what is open does not get onto the stick.
    let failed = |error: io::Error| StoreError::io(folder, &error);
    let aside = tempfile::tempdir().map_err(failed)?;
    let entry = pack::make(data_file, aside.path(), Reason::Asked)?;
    let name = entry.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let target = whole_file::free_name(|further| folder.join(format!("{name}{further}{LOCKED}")));
    let locked = lock(&entry.path, &target, passphrase).map_err(failed)?;
    locked.finish_new().map_err(failed)?;
    Ok(target)
}

fn lock(source: &Path, target: &Path, passphrase: SecretString) -> io::Result<Unfinished> {
    let unfinished = Unfinished::beside(target, Privacy::Private)?;
    let mut writer = age::Encryptor::with_user_passphrase(passphrase).wrap_output(unfinished)?;
    io::copy(&mut File::open(source)?, &mut writer)?;
    writer.finish()
}

/// Whether a file is a locked copy, by its beginning.
pub fn is_locked(path: &Path) -> bool {
    let mut beginning = [0; 21];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && &beginning == b"age-encryption.org/v1"
}

/// Why a locked copy did not open.
#[derive(Debug)]
pub enum NotOpened {
    /// The passphrase is another.
    WrongPassphrase,
    /// It is damaged, or no locked copy of ours.
    Damaged,
    /// The system refused.
    Store(StoreError),
}

/// Opens a locked copy: the backup that was in it, under no name yet, in the folder of `beside`.
pub fn unlock(
    locked: &Path,
    beside: &Path,
    passphrase: SecretString,
) -> std::result::Result<Unfinished, NotOpened> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => NotOpened::Damaged,
        _ => NotOpened::Store(StoreError::io(locked, &error)),
    };
    let source = BufReader::new(File::open(locked).map_err(failed)?);
    let decryptor = age::Decryptor::new(source).map_err(|_| NotOpened::Damaged)?;
    let mut identity = age::scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MOST_WORK);
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let mut reader = decryptor.decrypt(identities).map_err(|error| match error {
        age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed => {
            NotOpened::WrongPassphrase
        }
        _ => NotOpened::Damaged,
    })?;
    let mut unlocked = Unfinished::beside(beside, Privacy::Private).map_err(failed)?;
    io::copy(&mut reader, &mut unlocked).map_err(failed)?;
    unlocked.flush().map_err(failed)?;
    unlocked.sync().map_err(failed)?;
    Ok(unlocked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn a_locked_copy_opens_by_its_passphrase_alone() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        drop(Store::create(&path).expect("made"));
        let stick = tempfile::tempdir().expect("folder");
        let copy = copy_to(&path, stick.path(), Some(secret("mật khẩu dài"))).expect("copied");
        assert!(is_locked(&copy) && !is_locked(&path));
        assert_eq!(std::fs::read_dir(stick.path()).expect("stick").count(), 1, "nothing open stands there");
        let beside = folder.path().join("x");
        assert!(matches!(unlock(&copy, &beside, secret("mat khau dai")), Err(NotOpened::WrongPassphrase)));
        let packed = unlock(&copy, &beside, secret("mật khẩu dài")).expect("opened");
        let unpacked = pack::unpack(packed.path(), &beside).expect("unpacked");
        assert!(Store::open(unpacked.path(), crate::store::Access::Read).is_ok());
        let mut bytes = std::fs::read(&copy).expect("read");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        std::fs::write(&copy, bytes).expect("written");
        assert!(matches!(unlock(&copy, &beside, secret("mật khẩu dài")), Err(NotOpened::Damaged)));
    }
}
