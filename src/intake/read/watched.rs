//! A workbook's bytes, lent to a library that reads as often as the workbook names
//! its parts.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use zip::ZipArchive;

use super::super::budget::Budget;
use super::super::error::Refusal;

/// Bytes that pay for each part whenever its reading begins.
pub(super) struct Watched {
    bytes: Cursor<Vec<u8>>,
    /// Where the content of each part begins and ends, and how large it is unpacked.
    parts: Vec<(u64, u64, usize)>,
    /// The part that is being read, if nothing else was read meanwhile.
    reading: Option<usize>,
    budget: Budget,
}

impl Watched {
    /// An archive whose parts are, by number, so large.
    pub fn new(bytes: Vec<u8>, sizes: &[usize], budget: &Budget) -> Result<Self, Refusal> {
        let damaged = |error: zip::result::ZipError| Refusal::Damaged(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).map_err(damaged)?;
        let mut parts = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            budget.step()?;
            let Ok(part) = archive.by_index_raw(index) else { continue };
            let Some(start) = part.data_start() else { continue };
            let size = sizes.get(index).copied().unwrap_or_default();
            parts.push((start, start.saturating_add(part.compressed_size()), size));
        }
        parts.sort_unstable();
        // No program writes it: one packed stretch that is several parts.
        if parts.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            return Err(Refusal::Damaged("parts that overlap".to_owned()));
        }
        drop(archive);
        Ok(Self { bytes: Cursor::new(bytes), parts, reading: None, budget: budget.clone() })
    }
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let place = self.bytes.position();
        let before = self.parts.partition_point(|(start, ..)| *start <= place);
        let part = before.checked_sub(1).filter(|part| place < self.parts[*part].1);
        let outcome = match part {
            Some(part) if self.reading != Some(part) => self.budget.unpack(self.parts[part].2),
            _ => self.budget.go_on(),
        };
        self.reading = part;
        // Whoever asked the library asks the budget why.
        outcome.map_err(|stop| io::Error::other(format!("{stop:?}")))?;
        self.bytes.read(buffer)
    }
}

impl Seek for Watched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reading = None;
        self.bytes.seek(to)
    }
}
