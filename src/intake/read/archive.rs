//! A look into a zip archive before anything unpacks it for real.
//!
//! A few kilobytes can unpack to terabytes, and a number in a workbook can ask
//! for memory that does not exist. Here every part is unpacked once, counting, so
//! that the reader proper only meets parts of known size; of small archives what was
//! unpacked is kept, for unpacking is half the work of reading a list.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use memchr::{memmem, memrchr};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::super::budget::{Budget, Limit, MEGABYTE, Stop};
use super::super::error::Refusal;
use super::markup::{Token, Tokens};
use super::parts::{Counted, Part};
use crate::vietnamese::legacy::Legacy;

/// Bytes of all parts up to which they are kept unpacked.
const MAX_KEPT: usize = 32 * MEGABYTE;
/// Bytes unpacked at a time.
const CHUNK: usize = 1 << 16;
/// Bytes of the last chunk looked at again with the next.
const OVERLAP: usize = 128;

/// What was seen in an archive.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Names of the parts, in lower case, with forward slashes.
    pub names: Vec<String>,
    /// Whether any sheet merges cells of several rows.
    pub merges: bool,
    /// Whether the table of texts sets parts of a text in a font of before Unicode.
    pub legacy_runs: bool,
    /// Whether the table of texts strikes parts of a text out.
    pub struck_runs: bool,
    /// Names of the sheets that hide something, strike out a piece of a text, or have a
    /// formula without its result.
    pub marked_sheets: Vec<String>,
    /// The same archive with nothing packed in it, if it is small and undamaged.
    pub unpacked: Option<Vec<u8>>,
    /// By number how large the parts are, unpacked.
    pub sizes: Vec<usize>,
}

/// Looks through an archive; refuses one that would not stay within bounds.
pub(super) fn look(bytes: &[u8], budget: &Budget) -> Result<Contents, Refusal> {
    if lies_in_zip64(bytes) {
        return Err(Refusal::Damaged("counts of zip64 beyond the file".to_owned()));
    }
    let damaged = |error: zip::result::ZipError| Refusal::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut contents = Contents::default();
    let mut copy = Copy::default();
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else {
            // Encrypted or packed in an unknown way: whoever needs it fails on it too.
            copy.give_up();
            contents.sizes.push(0);
            continue;
        };
        let original = part.name().unwrap_or_default().into_owned();
        let name = original.replace('\\', "/").to_lowercase();
        copy.start(&original);
        let size = look_at_part(&name, &mut part, &mut contents, &mut copy, budget)?;
        contents.sizes.push(size);
        contents.names.push(name);
    }
    contents.unpacked = copy.finish();
    Ok(contents)
}

/// An archive of the same parts, not packed.
struct Copy {
    /// `None` once it is not worth while, or would hide what is wrong.
    writer: Option<ZipWriter<Cursor<Vec<u8>>>>,
    size: usize,
}

impl Default for Copy {
    fn default() -> Self {
        Self { writer: Some(ZipWriter::new(Cursor::new(Vec::new()))), size: 0 }
    }
}

impl Copy {
    fn give_up(&mut self) {
        self.writer = None;
    }

    fn start(&mut self, name: &str) {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        if self.writer.as_mut().is_some_and(|writer| writer.start_file(name, options).is_err()) {
            self.give_up();
        }
    }

    fn write(&mut self, bytes: &[u8]) {
        self.size += bytes.len();
        let fails = |writer: &mut ZipWriter<_>| writer.write_all(bytes).is_err();
        if self.size > MAX_KEPT || self.writer.as_mut().is_some_and(fails) {
            self.give_up();
        }
    }

    fn finish(self) -> Option<Vec<u8>> {
        self.writer?.finish().ok().map(Cursor::into_inner)
    }
}

/// Whether the counts of a zip64 archive are more than the file has room for. Programs that
/// write as they go choose zip64 for small files, too; but its counts, read from the file,
/// would be believed.
fn lies_in_zip64(bytes: &[u8]) -> bool {
    const LOCATOR_LENGTH: usize = 20;
    /// The least bytes with which a part is listed.
    const LEAST: u64 = 46;
    let number = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?));
    let is_sound = |locator: usize| {
        let end = usize::try_from(number(locator + 8)?).ok()?;
        let is_record = bytes.get(end..end.checked_add(4)?)? == b"PK\x06\x06";
        let room = bytes.len() as u64;
        let (parts, size, start) = (number(end + 32)?, number(end + 40)?, number(end + 48)?);
        Some(is_record && parts <= room / LEAST && start.checked_add(size)? <= room)
    };
    memmem::find_iter(bytes, b"PK\x06\x07")
        .filter(|locator| {
            let rest = bytes[*locator..].get(LOCATOR_LENGTH..);
            rest.is_some_and(|rest| rest.starts_with(b"PK\x05\x06"))
        })
        .any(|locator| is_sound(locator) != Some(true))
}

/// Unpacks one part into nothing and returns its size.
fn look_at_part(
    name: &str,
    part: &mut impl Read,
    contents: &mut Contents,
    copy: &mut Copy,
    budget: &Budget,
) -> Result<usize, Refusal> {
    let kind = Part::of(name);
    let mut counted = Counted::default();
    let mut size = 0;
    let mut buffer = vec![0; CHUNK];
    // The end of the last chunk stays before the next: nothing sought is cut in two.
    let mut kept = 0;
    let mut marked = false;
    loop {
        let length = match part.read(&mut buffer[kept..]) {
            Ok(0) => break,
            Ok(length) => length,
            Err(_) => {
                // Its reader is to fail at the same place.
                copy.give_up();
                break;
            }
        };
        copy.write(&buffer[kept..kept + length]);
        size += length;
        budget.unpack(length)?;
        if size > kind.most() {
            return Err(Stop::TooMuch(Limit::Part).into());
        }
        let end = kept + length;
        let seen = &buffer[..end];
        counted.count(kind, seen, kept, budget)?;
        contents.merges |= kind == Part::Sheet && !contents.merges && merges_rows(seen);
        match kind {
            Part::Sheet if !marked => marked = marks_something(seen),
            Part::Strings => {
                contents.legacy_runs |= !contents.legacy_runs && names_legacy_font(seen);
                contents.struck_runs |= !contents.struck_runs && memmem::find(seen, b"strike").is_some();
            }
            _ => {}
        }
        let start = end.saturating_sub(OVERLAP);
        buffer.copy_within(start..end, 0);
        kept = end - start;
    }
    if marked {
        contents.marked_sheets.push(name.to_owned());
    }
    Ok(size)
}

/// Whether cells of several rows are merged, as in `<mergeCell ref="A5:A9"/>`.
/// Titles merged over columns are left alone: nobody asks for them.
fn merges_rows(seen: &[u8]) -> bool {
    const LONGEST: usize = 64;
    memmem::find_iter(seen, b"mergeCell ").any(|place| {
        let element = &seen[place..seen.len().min(place + LONGEST)];
        let mut rows = element
            .split(|byte| matches!(byte, b'"' | b'\''))
            .nth(1)
            .unwrap_or_default()
            .split(|&byte| byte == b':')
            .map(|corner| corner.iter().filter(|byte| byte.is_ascii_digit()).collect::<Vec<_>>());
        rows.next() != rows.next()
    })
}

/// Whether a text has a piece in a font of before Unicode: `<rFont val=".VnTime"/>`.
fn names_legacy_font(seen: &[u8]) -> bool {
    memmem::find_iter(seen, b"rFont").any(|place| {
        let mut quoted = seen[place..].split(|byte| matches!(byte, b'"' | b'\''));
        let name = quoted.nth(1).and_then(|name| std::str::from_utf8(name).ok());
        name.is_some_and(|name| Legacy::of_font(name).is_some())
    })
}

/// Whether a row or column is hidden, a piece of a text struck, or a formula without its
/// result. What says no, as `hidden="0"`, says nothing.
fn marks_something(seen: &[u8]) -> bool {
    let yes = |place: usize, name: &[u8], yes: &[u8]| {
        let value = seen.get(place + name.len() + 1).is_some_and(|value| yes.contains(value));
        value && matches!(seen[place + name.len()], b'"' | b'\'')
    };
    let says = |name: &[u8], of: &[u8]| memmem::find_iter(seen, name).any(|place| yes(place, name, of));
    says(b" hidden=", b"1tT")
        || says(b" ht=", b"0")
        || says(b" width=", b"0")
        || memmem::find(seen, b"<strike").is_some()
        || memmem::find_iter(seen, b"f>").any(|place| {
            let ends = place > 0 && matches!(seen[place - 1], b'/' | b':');
            ends && is_without_value(&seen[place + 2..])
        })
        || memmem::find_iter(seen, b"<f ").any(|place| {
            let end = memchr::memchr(b'>', &seen[place..]).map(|end| place + end);
            end.is_some_and(|end| seen[end - 1] == b'/' && is_without_value(&seen[end + 1..]))
        })
}

/// Whether the cell ends behind a formula, or has an empty value.
fn is_without_value(behind: &[u8]) -> bool {
    let behind = behind.trim_ascii_start();
    behind.starts_with(b"</c")
        || behind.starts_with(b"<v/>")
        || behind.starts_with(b"<v></v>")
        || behind.starts_with(b"<v />")
}

/// An archive that several parts are asked of.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Places by name, in lower case and with forward slashes.
    places: HashMap<String, usize>,
    budget: Budget,
}

impl<'a> Parts<'a> {
    /// The parts of an archive that [`look`] found bearable.
    pub fn of(bytes: &'a [u8], budget: &Budget) -> Result<Self, Refusal> {
        let damaged = |error: zip::result::ZipError| Refusal::Damaged(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut places = HashMap::new();
        for index in 0..archive.len() {
            budget.step()?;
            if let Ok(part) = archive.by_index_raw(index) {
                let name = part.name().unwrap_or_default().replace('\\', "/").to_lowercase();
                places.entry(name).or_insert(index);
            }
        }
        Ok(Self { archive, places, budget: budget.clone() })
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Gives the tags and texts of a part one after the other, without keeping it whole.
    /// What cannot be unpacked is left to its reader proper.
    pub fn each_token(
        &mut self,
        name: &str,
        mut take: impl FnMut(Token<'_>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let place = self.places.get(name).copied();
        let Some(part) = place.and_then(|place| self.archive.by_index(place).ok()) else { return Ok(()) };
        let mut part = part.take(Part::of(name).most() as u64);
        let (mut pending, mut chunk) = (Vec::new(), vec![0; CHUNK]);
        loop {
            let length = part.read(&mut chunk).unwrap_or(0);
            self.budget.unpack(length)?;
            let before = pending.len();
            pending.extend_from_slice(&chunk[..length]);
            // A tag that is not whole yet waits for the next chunk.
            let whole = match length {
                0 => pending.len(),
                _ => memrchr(b'<', &pending[before..]).map_or(0, |at| before + at),
            };
            for token in Tokens::new(&String::from_utf8_lossy(&pending[..whole]), &self.budget) {
                take(token)?;
            }
            self.budget.go_on()?;
            pending.drain(..whole);
            if length == 0 {
                return Ok(());
            }
        }
    }
}

/// The text of the first part with such a name, in lower case; no more of it than
/// [`look`] found bearable.
pub(super) fn text_of(
    bytes: &[u8],
    is_sought: impl Fn(&str) -> bool,
    budget: &Budget,
) -> Result<Option<String>, Refusal> {
    let damaged = |error: &dyn std::error::Error| Refusal::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { continue };
        let name = part.name().unwrap_or_default().replace('\\', "/").to_lowercase();
        if is_sought(&name) {
            let mut content = Vec::new();
            let most = Part::of(&name).most() as u64;
            part.take(most).read_to_end(&mut content).map_err(|error| damaged(&error))?;
            budget.unpack(content.len())?;
            return Ok(Some(super::text::lossy(content)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("in memory");
            writer.write_all(content).expect("in memory");
        }
        writer.finish().expect("in memory").into_inner()
    }

    #[test]
    fn parts_and_merges_are_seen() {
        // The word sought stands across the border of two chunks.
        let sheet = [vec![b' '; CHUNK - 3], b"<mergeCell ref=\"A1:A2\"/>".to_vec()].concat();
        let bytes = archive(&[("XL/Worksheets/Sheet1.xml", &sheet), ("xl\\workbook.xml", b"")]);
        let contents = look(&bytes, &Budget::default()).expect("harmless");
        assert_eq!(contents.names, ["xl/worksheets/sheet1.xml", "xl/workbook.xml"]);
        assert!(contents.merges);
        assert!(!merges_rows(b"<mergeCell ref=\"A1:G1\"/>"));
    }

    #[test]
    fn fonts_within_texts_are_seen() {
        let strings =
            |font: &str| format!("<sst><si><r><rPr><rFont val=\"{font}\"/></rPr><t>a</t></r></si></sst>");
        for (font, seen) in [(".VnTime", true), ("VNI-Times", true), ("Times New Roman", false)] {
            let bytes = archive(&[("xl/sharedStrings.xml", strings(font).as_bytes())]);
            assert_eq!(look(&bytes, &Budget::default()).expect("harmless").legacy_runs, seen, "{font}");
        }
    }

    #[test]
    fn a_part_that_unpacks_without_end_is_refused() {
        let bomb = archive(&[("xl/sharedStrings.xml", &vec![b'a'; 129 << 20])]);
        assert!(bomb.len() < 1 << 20);
        assert!(matches!(look(&bomb, &Budget::default()), Err(Refusal::TooMuch(_))));
    }

    #[test]
    fn a_claim_of_countless_texts_is_refused() {
        let claims: [&[u8]; 3] = [
            b"<sst uniqueCount=\"99999999999\">",
            b"<sst uniqueCount = '18446744073709551615'",
            b"<\0s\0s\0t\0",
        ];
        for claim in claims {
            let claiming = archive(&[("xl/sharedStrings.xml", claim)]);
            assert!(matches!(look(&claiming, &Budget::default()), Err(Refusal::TooMuch(Limit::Cells))));
        }
        let many = archive(&[("xl/sharedStrings.xml", b"<sst count=\"9\" uniqueCount=\"2000000\">")]);
        assert!(look(&many, &Budget::default()).is_ok());
    }

    #[test]
    fn zip64_is_refused_before_its_counts_are_believed() {
        let mut bytes = archive(&[("xl/workbook.xml", b"<workbook/>")]);
        let end = memmem::rfind(&bytes, b"PK\x05\x06").expect("an end record");
        let locator = [b"PK\x06\x07".as_slice(), &[0xFF; 16]].concat();
        bytes.splice(end..end, locator);
        assert!(matches!(look(&bytes, &Budget::default()), Err(Refusal::Damaged(_))));
    }
}
