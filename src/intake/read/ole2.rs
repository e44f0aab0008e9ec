//! The container of Office 97–2003: a small file system in a file.

/// Sector numbers from here on have meanings of their own (end, free, …).
const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;
/// Streams shorter than this stand in the small sectors.
const SMALL_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;
const ENTRY: usize = 128;
/// Streams and folders that are looked at: those of a workbook with hundreds of drawings.
const MOST_ENTRIES: usize = 20_000;
/// Bytes of all small streams together that are looked at.
const MOST_SMALL: usize = 16 << 20;

/// Its streams. Whatever a broken file says, no stream is longer than the file.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Container<'a> {
    /// Finds the streams; `None` when the header or the tables are damaged.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut container = Self {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        for sector in container.table_sectors()? {
            container.table.extend(numbers(container.sector(sector).unwrap_or_default()));
            // What it says of sectors beyond the end of the file is never asked.
            if container.table.len() > container.count() {
                break;
            }
        }
        let directory = container.chain(u32_at(bytes, 48)?, MOST_ENTRIES * ENTRY);
        container.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        let root = container.entries.first()?;
        let small_table = container.chain(u32_at(bytes, 60)?, MOST_SMALL / SMALL_SECTOR * 4);
        container.small = container.chain(root.start, MOST_SMALL);
        container.small_table = numbers(&small_table).collect();
        Some(container)
    }

    /// Whether there is a stream or folder of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The content of a stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        Some(match entry.size < SMALL_STREAM {
            true => self.small_chain(entry.start, entry.size),
            false => self.chain(entry.start, entry.size),
        })
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The sectors in which the table of sectors stands: the first 109 in the header,
    /// the others in a chain.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let is_sector = |sector: &u32| *sector < FIRST_SPECIAL;
        let mut sectors: Vec<u32> = numbers(self.bytes.get(76..512)?).filter(is_sector).collect();
        let mut next = u32_at(self.bytes, 68)?;
        for _ in 0..self.count() {
            let Some(content) = self.sector(next).filter(|content| content.len() == self.sector) else {
                break;
            };
            let (list, link) = content.split_at(self.sector - 4);
            sectors.extend(numbers(list).filter(is_sector));
            next = u32_at(link, 0)?;
        }
        // More would be the same ones again.
        sectors.truncate(self.count());
        Some(sectors)
    }

    /// How many sectors the file has room for.
    fn count(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// A sector, or what is left of it in a file cut short.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= FIRST_SPECIAL {
            return None;
        }
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut content = Vec::new();
        let mut next = start;
        // A chain that bites its tail ends here.
        for _ in 0..=self.count() {
            let Some(sector) = self.sector(next) else { break };
            content.extend_from_slice(sector);
            if content.len() >= size {
                break;
            }
            let Some(&link) = self.table.get(next as usize) else { break };
            next = link;
        }
        content.truncate(size);
        content
    }

    fn small_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut content = Vec::new();
        let mut next = start as usize;
        while content.len() < size {
            let sector = next.checked_mul(SMALL_SECTOR).and_then(|start| self.small.get(start..));
            let Some(sector) = sector.filter(|sector| !sector.is_empty()) else { break };
            content.extend_from_slice(&sector[..sector.len().min(SMALL_SECTOR)]);
            let Some(&link) = self.small_table.get(next) else { break };
            next = link as usize;
        }
        content.truncate(size);
        content
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).min(64);
    let letters = bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let name: Vec<u16> = letters.take_while(|&letter| letter != 0).collect();
    let size = u32_at(bytes, 120)? as usize;
    (!name.is_empty()).then(|| Entry {
        name: String::from_utf16_lossy(&name),
        start: u32_at(bytes, 116).unwrap_or(0),
        size,
    })
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// Two bytes as a number, the low one first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes as a number, the low one first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Eight bytes as a decimal number.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}
