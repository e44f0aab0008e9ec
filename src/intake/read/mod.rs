//! From a file to sheets of cells. What a file is, its content says, not its name.
//!
//! A new format is one more file here: a function from the bytes to [`Sheets`],
//! and a line in `sheets` that recognises it.

mod archive;
mod boxes;
mod bundle;
mod cell;
mod cells;
mod csv;
mod doc;
mod docx;
mod html;
mod html_marks;
mod lines;
mod markdown;
mod markup;
mod ods;
mod odt;
mod ole2;
mod open_styles;
mod packed;
mod parts;
mod pasted;
mod pdf;
mod prose;
mod rtf;
mod runs;
mod spreadsheet_xml;
mod table;
mod text;
mod watched;
mod xls;
mod xlsx;

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::budget::Budget;
use super::error::{MAX_FILE, OtherKind, Refusal};
use super::grid::Grid;
pub(super) use boxes::people_in_boxes;
pub(super) use cells::{people_in_cards, people_in_cells, people_under_posts};
pub(super) use lines::people_in_lines;
pub(super) use markup::plain;
pub(super) use pasted::of_mention;
pub(super) use pdf::drawn_pages;
pub(super) use prose::people_in_prose;

/// The sheets of a file, one in memory at a time.
pub(super) type Sheets = Box<dyn Iterator<Item = Result<Grid, Refusal>>>;

/// Rows of a hidden sheet that are read: enough to tell what stands in it.
const MOST_HIDDEN_ROWS: usize = 5_000;

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

/// The sheets of a file, whatever its format, as far as `budget` reaches.
pub(super) fn open(bytes: Vec<u8>, budget: &Budget) -> Result<Sheets, Refusal> {
    let outcome = sheets(bytes, budget, 0);
    // A reader whose text ended because it was to stop may know no better than that it is short.
    budget.go_on()?;
    let budget = budget.clone();
    Ok(Box::new(outcome?.map(move |grid| {
        budget.go_on()?;
        grid
    })))
}

/// `depth` is how many archives the file stands in.
fn sheets(bytes: Vec<u8>, budget: &Budget, depth: u32) -> Result<Sheets, Refusal> {
    const OLE2: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
    /// How a stream of .xls records begins when it stands alone in a file.
    const RECORDS: &[u8] = b"\x09\x08";
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if contains(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(one(pdf::grid(bytes, budget)?));
    }
    if let Some(kind) = other_kind(&bytes) {
        return Err(Refusal::OtherKind(kind));
    }
    if bytes.starts_with(rtf::BEGINNING) {
        return Ok(one(rtf::grid(&bytes, budget)?));
    }
    if bytes.starts_with(OLE2) {
        return xls::open(bytes, budget);
    }
    if bytes.starts_with(RECORDS) {
        return xls::sheets(bytes, budget);
    }
    if ZIP.iter().any(|beginning| bytes.starts_with(beginning)) {
        return archived(bytes, budget, depth);
    }
    let text = text::decode(bytes)?;
    let text = markdown::without_emphasis(&text);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(match start.starts_with('<') {
        true if spreadsheet_xml::is_one(start) => {
            Box::new(spreadsheet_xml::grids(start, budget)?.into_iter().map(Ok))
        }
        true => one(html::grid(start, budget)?),
        false => match pasted::grid(&text, budget)? {
            Some(grid) => one(grid),
            None => one(csv::grid(&text, budget)?),
        },
    })
}

/// The sheets of a document that is an archive of parts, or of the files in an archive.
fn archived(bytes: Vec<u8>, budget: &Budget, depth: u32) -> Result<Sheets, Refusal> {
    let mut contents = archive::look(&bytes, budget)?;
    let bytes = contents.unpacked.take().unwrap_or(bytes);
    let has = |end: &str| contents.names.iter().any(|name| name.ends_with(end));
    if has("workbook.xml") {
        xlsx::open(bytes, &contents, budget)
    } else if has("workbook.bin") {
        Err(Refusal::BinaryExcel)
    } else if contents.names.iter().any(|name| docx::is_document(name)) {
        Ok(one(docx::grid(&bytes, budget)?))
    } else if has("content.xml") && has("mimetype") {
        Ok(Box::new(ods::grids(&bytes, budget)?.into_iter().map(Ok)))
    } else if depth == 0 {
        bundle::open(bytes, budget)
    } else {
        Err(Refusal::OtherKind(OtherKind::ZipWithoutList))
    }
}

fn one(grid: Grid) -> Sheets {
    Box::new(std::iter::once(Ok(grid)))
}

/// Kinds of file that begin in a way of their own and are not read.
fn other_kind(bytes: &[u8]) -> Option<OtherKind> {
    let starts = |beginnings: &[&[u8]]| beginnings.iter().any(|beginning| bytes.starts_with(beginning));
    if starts(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"])
        || (starts(&[b"RIFF"]) && contains(&bytes[..bytes.len().min(16)], b"WEBP"))
        || bytes.get(4..8) == Some(b"ftyp")
    {
        Some(OtherKind::Picture)
    } else if starts(&[b"TABLE\r\n0,1", b"TABLE\n0,1"]) {
        Some(OtherKind::Dif)
    } else if contains(&bytes[..bytes.len().min(1024)], b"MIME-Version:") {
        Some(OtherKind::WebArchive)
    } else if starts(&[b"Rar!\x1A", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B"]) {
        Some(OtherKind::Archive)
    } else {
        None
    }
}

fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    memchr::memmem::find(bytes, sought).is_some()
}

#[cfg(test)]
mod tests;
