//! From a file to sheets of cells. What a file is, its content says, not its name.
//!
//! A new format is one more file here: a function from the bytes to [`Sheets`],
//! and a line in [`open`] that recognises it.

mod archive;
mod csv;
mod markup;
mod runs;
mod text;
mod xlsx;

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::error::{OtherKind, Refusal};
use super::grid::Grid;

/// Bytes in a file; lists have some thousand rows and well under one megabyte.
pub const MAX_FILE: usize = 50 << 20;

/// The sheets of a file, one in memory at a time.
pub(super) type Sheets = Box<dyn Iterator<Item = Result<Grid, Refusal>>>;

/// Reads a file, no more of it than a list may have.
pub(super) fn load(path: &Path) -> Result<Vec<u8>, Refusal> {
    let refuse = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Refusal::Missing,
        ErrorKind::IsADirectory => Refusal::Folder,
        _ => Refusal::Unreadable(error),
    };
    // Asked before opening: a pipe or device would keep us waiting.
    let kind = fs::metadata(path).map_err(refuse)?;
    if kind.is_dir() {
        return Err(Refusal::Folder);
    }
    if !kind.is_file() {
        return Err(Refusal::OtherKind(OtherKind::Unknown));
    }
    if kind.len() > MAX_FILE as u64 {
        return Err(Refusal::TooLarge);
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(refuse)?.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes).map_err(refuse)?;
    if bytes.len() > MAX_FILE { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

/// The sheets of a file, whatever its format.
pub(super) fn open(bytes: Vec<u8>) -> Result<Sheets, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(refusal) = recognised_other(&bytes) {
        return Err(refusal);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return xlsx::open(bytes);
    }
    let text = text::decode(&bytes)?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Refusal::Empty);
    }
    if start.starts_with('<') {
        return Err(Refusal::OtherKind(OtherKind::Markup));
    }
    Ok(Box::new(std::iter::once(csv::grid(&text))))
}

/// Kinds of file that begin in a way of their own and are not read.
fn recognised_other(bytes: &[u8]) -> Option<Refusal> {
    const OLE2: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let starts = |beginnings: &[&[u8]]| beginnings.iter().any(|beginning| bytes.starts_with(beginning));
    if starts(&[OLE2]) {
        return Some(ole2(bytes));
    }
    let kind = if contains(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        OtherKind::Pdf
    } else if starts(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"])
        || (starts(&[b"RIFF"]) && contains(&bytes[..bytes.len().min(16)], b"WEBP"))
        || bytes.get(4..8) == Some(b"ftyp")
    {
        OtherKind::Picture
    } else if starts(&[b"{\\rtf"]) {
        OtherKind::Word
    } else if starts(&[b"Rar!\x1A", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B"]) {
        OtherKind::Archive
    } else {
        return None;
    };
    Some(Refusal::OtherKind(kind))
}

/// Excel 97–2003, Word 97–2003 and encrypted .xlsx share one container; the names
/// of its parts, in UTF-16, tell them apart.
fn ole2(bytes: &[u8]) -> Refusal {
    let has_part = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &wide)
    };
    if has_part("EncryptedPackage") {
        Refusal::Password
    } else if has_part("WordDocument") {
        Refusal::OtherKind(OtherKind::Word)
    } else {
        Refusal::OldExcel
    }
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    memchr::memmem::find(bytes, sought).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> Refusal {
        open(bytes.to_vec()).err().expect("refused")
    }

    #[test]
    fn other_kinds_of_file_are_named() {
        let cases: [(&[u8], OtherKind); 7] = [
            (b"%PDF-1.7 ...", OtherKind::Pdf),
            (b"\x89PNG\r\n\x1A\n....", OtherKind::Picture),
            (b"\xFF\xD8\xFF\xE0..JFIF", OtherKind::Picture),
            (b"\0\0\0\x18ftypheic", OtherKind::Picture),
            (b"{\\rtf1\\ansi", OtherKind::Word),
            (b"\xEF\xBB\xBF  <html><table>", OtherKind::Markup),
            (b"Rar!\x1A\x07\x01\0", OtherKind::Archive),
        ];
        for (bytes, kind) in cases {
            assert!(matches!(refusal(bytes), Refusal::OtherKind(found) if found == kind), "{kind:?}");
        }
        assert!(matches!(refusal(b""), Refusal::Empty));
        assert!(matches!(refusal(b"\xEF\xBB\xBF \r\n"), Refusal::Empty));
    }

    #[test]
    fn old_excel_and_passwords_are_told_apart() {
        let with_part = |name: &str| {
            let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            bytes.resize(600, 0);
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            bytes
        };
        assert!(matches!(refusal(&with_part("Workbook")), Refusal::OldExcel));
        assert!(matches!(refusal(&with_part("EncryptedPackage")), Refusal::Password));
        assert!(matches!(refusal(&with_part("WordDocument")), Refusal::OtherKind(OtherKind::Word)));
    }
}
