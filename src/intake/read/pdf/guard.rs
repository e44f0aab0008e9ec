//! Bounds on a PDF, before a library that knows none reads it.

use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::Resources;
use memchr::memmem;

use super::super::super::budget::{Budget, Limit, Stop};
use super::super::super::error::Refusal;

/// Pages of which a list has fewer.
const MOST_PAGES: usize = 1_000;
/// Drawings within drawings.
const DEEPEST: usize = 12;
/// Instructions of all pages: those of a list of some thousand people.
const MOST_INSTRUCTIONS: usize = 20_000_000;

/// Unpacks everything that may be packed in a file into nothing, counting. Packings that
/// grow without end and that no office program uses any more are refused.
pub(super) fn look(bytes: &[u8], budget: &Budget) -> Result<(), Refusal> {
    for old in [b"/LZW".as_slice(), b"/RunLength", b"/RL "] {
        if memmem::find(bytes, old).is_some() {
            return Err(Refusal::Damaged("packed in a way of long ago".to_owned()));
        }
    }
    for place in memmem::find_iter(bytes, b"stream") {
        budget.step()?;
        let behind = &bytes[place + b"stream".len()..];
        let content = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"));
        if let Some(content) = content.or_else(|| behind.strip_prefix(b"\r")) {
            count(content, budget)?;
        }
    }
    Ok(())
}

/// Unpacks what begins here, and what is packed in that.
fn count(content: &[u8], budget: &Budget) -> Result<(), Stop> {
    const CHUNK: usize = 1 << 16;
    let mut outer = inflater(content);
    let mut inner = None;
    let mut buffer = vec![0; CHUNK];
    let mut rest = content;
    loop {
        let (read, written, ended) = inflate(&mut outer, rest, &mut buffer);
        rest = &rest[read..];
        budget.unpack(written)?;
        let mut unpacked = &buffer[..written];
        let inner = inner.get_or_insert_with(|| Some(inflater(unpacked)));
        let mut second = [0; 4 << 10];
        while let Some(inflater) = inner {
            let (read, written, ended) = inflate(inflater, unpacked, &mut second);
            budget.unpack(written)?;
            unpacked = &unpacked[read..];
            if ended {
                *inner = None;
            }
            if read == 0 && written == 0 {
                break;
            }
        }
        if ended || (read == 0 && written == 0) {
            return Ok(());
        }
    }
}

/// For what has the header of zlib, and for what has none.
fn inflater(content: &[u8]) -> Decompress {
    let header = content.first_chunk().map(|[first, second]| u16::from_be_bytes([*first, *second]));
    let has_header = header.is_some_and(|header| header >> 8 & 0x0F == 8 && header.is_multiple_of(31));
    Decompress::new(has_header)
}

/// How much was read and written, and whether it came to its end.
fn inflate(inflater: &mut Decompress, from: &[u8], to: &mut [u8]) -> (usize, usize, bool) {
    let (read, written) = (inflater.total_in(), inflater.total_out());
    let ended =
        !matches!(inflater.decompress(from, to, FlushDecompress::None), Ok(Status::Ok | Status::BufError));
    // Neither can be more than what was given.
    let within = |now: u64, before: u64, most: usize| usize::try_from(now - before).unwrap_or(most).min(most);
    (within(inflater.total_in(), read, from.len()), within(inflater.total_out(), written, to.len()), ended)
}

/// Goes through what the pages draw, as often as they draw it: a few drawings that draw
/// each other never end.
pub(super) fn walk(pdf: &Pdf, budget: &Budget) -> Result<(), Refusal> {
    if pdf.pages().len() > MOST_PAGES {
        return Err(budget.end(Stop::TooMuch(Limit::Part)).into());
    }
    let mut walk = Walk { budget, instructions: 0 };
    for page in pdf.pages().iter() {
        let content = page.page_stream().unwrap_or_default();
        budget.unpack(content.len())?;
        walk.content(content, page.resources(), 0)?;
    }
    Ok(())
}

struct Walk<'a> {
    budget: &'a Budget,
    instructions: usize,
}

impl Walk<'_> {
    fn content(&mut self, content: &[u8], resources: &Resources<'_>, depth: usize) -> Result<(), Refusal> {
        let too_much = |budget: &Budget| Err(budget.end(Stop::TooMuch(Limit::Part)).into());
        if depth > DEEPEST {
            return too_much(self.budget);
        }
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.budget.step()?;
            self.instructions += 1;
            if self.instructions > MOST_INSTRUCTIONS {
                return too_much(self.budget);
            }
            if **instruction.operator == *b"Do"
                && let Some(Object::Name(drawn)) = instruction.operands().last()
                && let Some(stream) = resources.get_x_object(drawn)
            {
                self.drawing(&stream, resources, depth)?;
            }
        }
        Ok(())
    }

    fn drawing(&mut self, stream: &Stream<'_>, outer: &Resources<'_>, depth: usize) -> Result<(), Refusal> {
        if stream.dict().get::<Name<'_>>("Subtype").is_none_or(|kind| *kind != *b"Form") {
            return Ok(());
        }
        // What is packed more often than [`look`] unpacks grows without end.
        if stream.filters().len() > 2 {
            return Err(Refusal::Damaged("packed several times".to_owned()));
        }
        let Ok(content) = stream.decoded() else { return Ok(()) };
        self.budget.unpack(content.len())?;
        match stream.dict().get::<Dict<'_>>("Resources") {
            Some(own) => self.content(&content, &Resources::new(own), depth + 1),
            None => self.content(&content, outer, depth + 1),
        }
    }
}
