//! The pages of a damaged data file, read one by one from a copy of our own.
//!
//! <https://www.sqlite.org/fileformat2.html#b_tree_pages>

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::record::varint;
use crate::store::error::{Result, StoreError};

/// The file's header, before the first page's own.
const HEADER: usize = 100;

/// Data files are made with pages of this size; it counts where the header says nothing sensible.
const USUAL_SIZE: usize = 4096;

/// A set of pages.
#[derive(Debug, Default, Clone)]
pub(super) struct PageSet(Vec<bool>);

impl PageSet {
    /// Adds a page; no if it was there.
    pub(super) fn add(&mut self, page: u32) -> bool {
        let page = page as usize;
        if page >= self.0.len() {
            self.0.resize(page + 1, false);
        }
        !std::mem::replace(&mut self.0[page], true)
    }

    /// Adds a page that the file has; no if it was there or there is none.
    pub(super) fn add_within(&mut self, page: u32, count: u32) -> bool {
        (1..=count).contains(&page) && self.add(page)
    }

    pub(super) fn has(&self, page: u32) -> bool {
        self.0.get(page as usize).copied().unwrap_or(false)
    }
}

/// A file as pages.
#[derive(Debug)]
pub(super) struct Pages {
    file: File,
    size: usize,
    /// What of a page is used.
    usable: usize,
    count: u32,
    header: Vec<u8>,
    /// Pages that hold the rest of long rows. Each belongs to one row, so a loop ends.
    overflow: RefCell<PageSet>,
}

impl Pages {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let failed = |error| StoreError::io(path, &error);
        let mut file = File::open(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        let mut header = Vec::new();
        file.by_ref().take(HEADER as u64).read_to_end(&mut header).map_err(failed)?;
        header.resize(HEADER, 0);
        // What is always the same in a header tells whether the rest of it can be believed.
        let is_believed = header.starts_with(b"SQLite format 3\0") && header[21..24] == [64, 32, 32];
        let size = match u16::from_be_bytes([header[16], header[17]]) {
            1 if is_believed => 65_536,
            size if is_believed && size >= 512 && size.is_power_of_two() => usize::from(size),
            _ => USUAL_SIZE,
        };
        let reserved = if is_believed { usize::from(header[20]) } else { 0 };
        let usable = if size - reserved >= 480 { size - reserved } else { size };
        // A last page that is cut short counts: the rows at its end are gone, the others are not.
        let count = u32::try_from(length.div_ceil(size as u64)).unwrap_or(u32::MAX - 1);
        Ok(Self { file, size, usable, count, header, overflow: RefCell::default() })
    }

    /// How many there are; they are numbered from 1.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// Whether a page holds the rest of a row that was read.
    pub(super) fn is_overflow(&self, page: u32) -> bool {
        self.overflow.borrow().has(page)
    }

    /// Begins reading anew: what was read so far was only looked at.
    pub(super) fn forget_overflow(&self) {
        self.overflow.take();
    }

    /// A page; none where the file has none of that number. What is cut off is zeros.
    pub(super) fn page(&self, number: u32) -> Result<Option<Vec<u8>>> {
        if number == 0 || number > self.count {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(self.size);
        let mut file = &self.file;
        file.seek(SeekFrom::Start(u64::from(number - 1) * self.size as u64))
            .and_then(|_| file.take(self.size as u64).read_to_end(&mut bytes))
            .map_err(|error| StoreError::System(error.to_string()))?;
        bytes.resize(self.size, 0);
        Ok(Some(bytes))
    }

    /// The schema the header claims.
    pub(super) fn claimed_version(&self) -> i64 {
        i64::from(be32(&self.header, 60).unwrap_or_default().cast_signed())
    }

    /// The pages that hold nothing, as far as their list can be followed.
    pub(super) fn free(&self) -> Result<PageSet> {
        let mut free = PageSet::default();
        let mut next = be32(&self.header, 32).unwrap_or_default();
        while let Some(trunk) = self.page(next)? {
            if !free.add(next) {
                break;
            }
            let leaves = be32(&trunk, 4).unwrap_or_default() as usize;
            if leaves > self.usable / 4 - 2 {
                break;
            }
            for leaf in (0..leaves).filter_map(|leaf| be32(&trunk, 8 + 4 * leaf)) {
                if leaf <= self.count {
                    free.add(leaf);
                }
            }
            next = be32(&trunk, 0).unwrap_or_default();
        }
        Ok(free)
    }

    /// The content of a cell that begins at `at` in a page of this kind, the rest of it gathered
    /// from other pages; none where it cannot be.
    pub(super) fn payload(&self, node: &Node, at: usize) -> Result<Option<Vec<u8>>> {
        let Some((length, from)) = node.payload_length(at) else { return Ok(None) };
        let here = self.kept_here(node.kind, length);
        let Some(kept) = node.bytes.get(from..from + here) else { return Ok(None) };
        let mut payload = kept.to_vec();
        let mut next = if here < length { be32(&node.bytes, from + here) } else { None };
        while payload.len() < length {
            let Some(page) = next.filter(|page| self.overflow.borrow_mut().add_within(*page, self.count))
            else {
                return Ok(None);
            };
            let Some(bytes) = self.page(page)? else { return Ok(None) };
            let wanted = (length - payload.len()).min(self.usable - 4);
            payload.extend_from_slice(&bytes[4..4 + wanted]);
            next = be32(&bytes, 0);
        }
        Ok(Some(payload))
    }

    /// How much of a content of this length lies in the page itself.
    fn kept_here(&self, kind: NodeKind, length: usize) -> usize {
        let most = match kind {
            NodeKind::TableLeaf | NodeKind::TableInterior => self.usable - 35,
            NodeKind::IndexLeaf | NodeKind::IndexInterior => (self.usable - 12) * 64 / 255 - 23,
        };
        if length <= most {
            return length;
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (self.usable - 4);
        if fitting <= most { fitting } else { least }
    }
}

/// What a page of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// Rows of a table.
    TableLeaf,
    /// Pages of a table.
    TableInterior,
    /// Entries of an index, or rows of a table without row numbers.
    IndexLeaf,
    /// Pages of such, and entries between them.
    IndexInterior,
}

/// A page of a tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    bytes: Vec<u8>,
    /// Where its cells begin; none where it says a place that cannot be.
    pub(super) cells: Vec<Option<usize>>,
    /// The last page below it.
    pub(super) last_child: Option<u32>,
}

impl Node {
    /// Reads a page; none if it is none of a tree.
    pub(super) fn read(number: u32, bytes: Vec<u8>) -> Option<Self> {
        let begin = if number == 1 { HEADER } else { 0 };
        let kind = match bytes.get(begin)? {
            2 => NodeKind::IndexInterior,
            5 => NodeKind::TableInterior,
            10 => NodeKind::IndexLeaf,
            13 => NodeKind::TableLeaf,
            _ => return None,
        };
        let is_interior = matches!(kind, NodeKind::TableInterior | NodeKind::IndexInterior);
        let last_child = if is_interior { Some(be32(&bytes, begin + 8)?) } else { None };
        let list = begin + if is_interior { 12 } else { 8 };
        let count = usize::from(be16(&bytes, begin + 3)?);
        // A cell takes two bytes in the list, and four or more for itself.
        if list + count * 6 > bytes.len() {
            return None;
        }
        let is_place = |at: &usize| (list + 2 * count..bytes.len()).contains(at);
        let cells =
            (0..count).map(|cell| be16(&bytes, list + 2 * cell).map(usize::from).filter(is_place)).collect();
        Some(Self { kind, bytes, cells, last_child })
    }

    /// The page a cell of an interior page leads to.
    pub(super) fn child(&self, at: usize) -> Option<u32> {
        be32(&self.bytes, at)
    }

    /// The number of the row in a cell, or the last one below it.
    pub(super) fn row_id(&self, at: usize) -> Option<i64> {
        let from = match self.kind {
            NodeKind::TableInterior => at + 4,
            NodeKind::TableLeaf => at + varint(self.bytes.get(at..)?)?.1,
            NodeKind::IndexLeaf | NodeKind::IndexInterior => return None,
        };
        varint(self.bytes.get(from..)?).map(|(id, _)| id.cast_signed())
    }

    /// How long the content of a cell is, and where it begins.
    fn payload_length(&self, at: usize) -> Option<(usize, usize)> {
        let at = if self.kind == NodeKind::IndexInterior { at + 4 } else { at };
        let (length, used) = varint(self.bytes.get(at..)?)?;
        let from = match self.kind {
            NodeKind::TableInterior => return None,
            NodeKind::TableLeaf => at + used + varint(self.bytes.get(at + used..)?)?.1,
            NodeKind::IndexLeaf | NodeKind::IndexInterior => at + used,
        };
        // SQLite's own bound for a row.
        let length = usize::try_from(length).ok().filter(|length| *length <= 1_000_000_000)?;
        Some((length, from))
    }
}

fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_be_bytes([two[0], two[1]]))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
}
