//! Scans and photos of signed pages: a picture, or a PDF of a scanner page by page.

use super::read;
use crate::domain::attendance::scan::{MOST_FILE, ScanMistake, ScanPage};
use crate::progress::Progress;

/// The pages of a file. Takes as long as drawing them does: never on the window's thread.
pub fn scanned_pages(bytes: Vec<u8>, progress: &Progress) -> Result<Vec<ScanPage>, ScanMistake> {
    // Some scanners write a few bytes before the mark.
    const HEAD: usize = 1_024;
    if bytes.len() > MOST_FILE {
        return Err(ScanMistake::TooLarge);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    match memchr::memmem::find(head, b"%PDF-") {
        Some(_) => read::drawn_pages(bytes, progress),
        None => ScanPage::of_file(&bytes).map(|page| vec![page]),
    }
}
