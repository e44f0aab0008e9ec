//! Lists in: a file → sheets of cells → the header row and its columns → people
//! → what they mean for a session.
//!
//! Each step knows only the one before it: [`read()`] decides by content what a
//! file is and gives its sheets as a grid, `columns` finds the headings, `rows`
//! tells people from titles, totals and signatures, `person` reads one of them,
//! and [`plan()`] compares them with what the data file knows. Nothing here
//! writes.

mod capitals;
mod columns;
mod error;
mod error_rows;
mod family_names;
mod grid;
mod heading;
mod json;
mod likeness;
mod marks;
mod person;
mod plan;
mod position;
mod read;
mod rows;
mod units;
mod update;
mod values;

use std::path::Path;

use jiff::civil::Date;

pub use capitals::in_small_letters;
pub use columns::{Column, Layout, Meanings};
pub use error::{IntakeError, OtherKind, Refusal};
pub use error_rows::error_rows;
pub use heading::Field;
pub use json::{CollisionJson, ColumnJson, DifferenceJson, ImportJson, RowJson};
pub use person::ReadRow;
pub use plan::plan;

use crate::domain::list::{ColumnMapping, ListEncoding};
use crate::vietnamese::fold::fold;

/// A list, read: who stands in it, before anything is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadList {
    /// Name of the file, without its folder.
    pub source: String,
    /// In what letters it was written.
    pub encoding: ListEncoding,
    /// Where the table was found and what its columns hold.
    pub layout: Layout,
    /// One entry per person row, in the order of the file.
    pub rows: Vec<ReadRow>,
}

impl ReadList {
    /// The folded names in the list, each once: by them the registry is asked
    /// for people who may be meant.
    pub fn name_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.rows.iter().map(|row| fold(&row.person.full_name)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// How a file is to be read where the user knows better than we.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// What the user says of a layout, named by its fingerprint as it was found.
    pub by_hand: Vec<(String, Meanings)>,
    /// What was said of layouts before: all that the data file remembers.
    pub remembered: Vec<ColumnMapping>,
}

/// Reads the list in a file: the first visible sheet that has one. `today` is the
/// day by which births are judged.
pub fn read(path: &Path, today: Date) -> Result<ReadList, IntakeError> {
    read_with(path, today, &ReadOptions::default())
}

/// Reads the list in a file in the way the user wants.
pub fn read_with(path: &Path, today: Date, options: &ReadOptions) -> Result<ReadList, IntakeError> {
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    match read::load(path) {
        Ok(bytes) => read_bytes_with(bytes, &source, today, options),
        Err(reason) => Err(IntakeError { file: source.into_owned(), reason }),
    }
}

/// The same for what is in memory already: the bytes of a file named `source`.
pub fn read_bytes(bytes: Vec<u8>, source: &str, today: Date) -> Result<ReadList, IntakeError> {
    read_bytes_with(bytes, source, today, &ReadOptions::default())
}

/// The same in the way the user wants.
pub fn read_bytes_with(
    bytes: Vec<u8>,
    source: &str,
    today: Date,
    options: &ReadOptions,
) -> Result<ReadList, IntakeError> {
    match first_list(bytes, today, options) {
        Ok((layout, rows)) => {
            Ok(ReadList { source: source.to_owned(), encoding: ListEncoding::Unicode, layout, rows })
        }
        Err(reason) => Err(IntakeError { file: source.to_owned(), reason }),
    }
}

fn first_list(bytes: Vec<u8>, today: Date, options: &ReadOptions) -> Result<(Layout, Vec<ReadRow>), Refusal> {
    let mut refusal = Refusal::NoHeader;
    for sheet in read::open(bytes)? {
        let sheet = sheet?;
        let Some(layout) = Layout::settled(&sheet, &options.by_hand, &options.remembered) else { continue };
        let rows = rows::people(&sheet, &layout, today);
        if !rows.is_empty() {
            return Ok((layout, rows));
        }
        refusal = Refusal::NoPeople;
    }
    Err(refusal)
}
