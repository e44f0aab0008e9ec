//! Several lists in one zip archive, as a commune's office packs them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::budget::{Budget, Limit, Stop};
use super::super::error::{MAX_FILE, OtherKind, Refusal};
use super::super::grid::Grid;
use super::Sheets;
use crate::sentence::Explain;

/// The sheets of the files in an archive, each under the name of its file. A file that gives
/// none comes as an empty sheet, so that it is named. [`super::archive::look`] has bounded it.
pub(super) fn open(bytes: Vec<u8>, budget: &Budget) -> Result<Sheets, Refusal> {
    let damaged = |error: ZipError| Refusal::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut files = Vec::new();
    let mut is_locked = false;
    for index in 0..archive.len() {
        budget.step()?;
        let Ok(file) = archive.by_index_raw(index) else { continue };
        let name = file.name().unwrap_or_default().into_owned();
        if !is_debris(&name) {
            is_locked |= file.encrypted();
            files.push((index, name));
        }
    }
    if is_locked {
        return Err(Refusal::OtherKind(OtherKind::LockedZip));
    }
    if files.len() > Limit::Sheets.most() {
        return Err(budget.end(Stop::TooMuch(Limit::Sheets)).into());
    }
    let mut bundle = Bundle { archive, budget: budget.clone() };
    // One that can be read makes it a bundle of lists; the others are named.
    let mut files = files.into_iter();
    let mut unread = Vec::new();
    let first = loop {
        let Some((index, name)) = files.next() else {
            return Err(Refusal::OtherKind(OtherKind::ZipWithoutList));
        };
        match bundle.file(index, &name)? {
            Ok(sheets) => break sheets,
            Err(grid) => unread.push(Ok(grid)),
        }
    };
    let others = files.flat_map(move |(index, name)| match bundle.file(index, &name) {
        Ok(Ok(sheets)) => sheets,
        Ok(Err(grid)) => Box::new(std::iter::once(Ok(grid))),
        Err(refusal) => Box::new(std::iter::once(Err(refusal))),
    });
    Ok(Box::new(unread.into_iter().chain(first).chain(others)))
}

struct Bundle {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    budget: Budget,
}

impl Bundle {
    /// The sheets of a file, or the empty sheet that names it; an error ends the reading.
    fn file(&mut self, index: usize, name: &str) -> Result<Result<Sheets, Grid>, Refusal> {
        let budget = self.budget.clone();
        let refused = |refusal: Refusal| match budget.ended() {
            Some(refusal) => Err(refusal),
            None => Ok(Err(unread(name, refusal))),
        };
        let content = match self.archive.by_index(index) {
            Ok(file) => {
                let mut content = Vec::new();
                match file.take(MAX_FILE as u64 + 1).read_to_end(&mut content) {
                    Ok(_) => content,
                    Err(error) => return refused(Refusal::Damaged(error.to_string())),
                }
            }
            Err(error) => return refused(Refusal::Damaged(error.to_string())),
        };
        self.budget.unpack(content.len())?;
        if content.len() > MAX_FILE {
            return refused(Refusal::TooLarge);
        }
        match super::sheets(content, &self.budget, 1) {
            Ok(sheets) => Ok(Ok(named(name.to_owned(), sheets, self.budget.clone()))),
            Err(refusal) => refused(refusal),
        }
    }
}

/// The sheets of a file under its name: "xa-a", or "xa-a.xlsx · Sheet1" where a sheet has a name of its own.
fn named(file: String, sheets: Sheets, budget: Budget) -> Sheets {
    Box::new(sheets.map(move |grid| match grid {
        Ok(grid) if grid.name.is_empty() => Ok(Grid { name: stem(&file), ..grid }),
        Ok(grid) => Ok(Grid { name: format!("{file} · {}", grid.name), ..grid }),
        Err(refusal) => match budget.ended() {
            Some(refusal) => Err(refusal),
            None => Ok(unread(&file, refusal)),
        },
    }))
}

/// What stands for a file that cannot be read: its name, and the sentence that says why.
fn unread(name: &str, reason: Refusal) -> Grid {
    let reason = super::super::error::IntakeError { file: name.to_owned(), reason };
    Grid { name: name.to_owned(), unread: Some(reason.explain()), ..Grid::default() }
}

/// The name of a file without its ending: one that is a place says where its people come from.
fn stem(file: &str) -> String {
    std::path::Path::new(file)
        .file_stem()
        .map_or_else(|| file.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// What other systems leave in archives, and what Excel leaves beside an open file.
fn is_debris(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.is_empty()
        || file.starts_with(['.', '~'])
        || name.starts_with("__MACOSX")
        || file == "Thumbs.db"
        || file == "desktop.ini"
}
