//! The parts of an archive and what is counted in each while it is looked at, before
//! a library believes it.

use memchr::{memchr, memchr2, memchr2_iter, memmem, memrchr2};

use super::super::budget::{Budget, Limit, MEGABYTE, Stop};

/// What a part is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A sheet of a workbook.
    Sheet,
    /// The table that cells share their texts from.
    Strings,
    /// The formats of cells.
    Styles,
    /// The text of a Word or LibreOffice document.
    Document,
    /// Anything else.
    Other,
}

impl Part {
    /// By its name in lower case.
    pub fn of(name: &str) -> Self {
        if name.ends_with("sharedstrings.xml") {
            Self::Strings
        } else if name.ends_with("styles.xml") && name != "styles.xml" {
            Self::Styles
        } else if name.contains("worksheets/") {
            Self::Sheet
        } else if name == "content.xml" || name.starts_with("word/document") {
            Self::Document
        } else {
            Self::Other
        }
    }

    /// The most bytes it may have, unpacked.
    pub const fn most(self) -> usize {
        match self {
            // A million formatted rows without content still fit.
            Self::Sheet => Limit::Part.most() * MEGABYTE,
            // Two million texts of twenty letters and their tags.
            Self::Strings => 128 * MEGABYTE,
            // Kept whole while it is read.
            Self::Document => 64 * MEGABYTE,
            Self::Styles | Self::Other => 24 * MEGABYTE,
        }
    }
}

/// The longest piece between two tags, or tag, in bytes: libraries keep each whole.
const LONGEST: usize = 8 * MEGABYTE;
/// Bytes of all formats when each is as long as the longest: every cell format takes
/// a font and a number format along.
const MOST_OF_STYLES: usize = 64 * MEGABYTE;
/// A tag longer than this holds text.
const LONG_TAG: usize = 200;

/// What was counted in one part so far.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// Bytes since a tag began or ended.
    piece: usize,
    longest: usize,
    in_tag: bool,
    formats: usize,
}

impl Counted {
    /// Counts on: `seen` is new from `kept` on, what stands before was seen already.
    pub fn count(&mut self, part: Part, seen: &[u8], kept: usize, budget: &Budget) -> Result<(), Stop> {
        let fresh = &seen[kept..];
        let text = match part {
            Part::Strings | Part::Styles => self.pieces(fresh),
            Part::Sheet | Part::Document | Part::Other => {
                self.long_pieces(fresh);
                0
            }
        };
        if self.longest > LONGEST {
            return Err(budget.end(Stop::TooMuch(Limit::Part)));
        }
        match part {
            Part::Strings => {
                budget.text(text)?;
                if claims_too_many_texts(seen) {
                    return Err(budget.end(Stop::TooMuch(Limit::Cells)));
                }
                for _ in 0..elements(seen, kept, b"si") {
                    budget.shared_text()?;
                }
            }
            Part::Styles => {
                let found: usize = STYLES.iter().map(|name| elements(seen, kept, name)).sum();
                for _ in 0..found {
                    budget.style()?;
                }
                self.formats += found;
                if self.formats * self.longest > MOST_OF_STYLES {
                    return Err(budget.end(Stop::TooMuch(Limit::Styles)));
                }
            }
            Part::Sheet => {
                for _ in 0..elements(seen, kept, b"mergeCell") {
                    budget.merged()?;
                }
            }
            Part::Document | Part::Other => {}
        }
        Ok(())
    }

    /// Follows tags and texts; how many of the bytes are text.
    fn pieces(&mut self, fresh: &[u8]) -> usize {
        let (mut text, mut from) = (0, 0);
        for at in memchr2_iter(b'<', b'>', fresh) {
            self.piece += at - from;
            text += self.end_piece();
            self.in_tag = fresh[at] == b'<';
            from = at;
        }
        self.piece += fresh.len() - from;
        self.longest = self.longest.max(self.piece);
        text
    }

    /// Follows only pieces that are longer than what is new: the others are far from too long, and nobody
    /// counts their text.
    fn long_pieces(&mut self, fresh: &[u8]) {
        match memchr2(b'<', b'>', fresh).zip(memrchr2(b'<', b'>', fresh)) {
            Some((first, last)) => {
                self.longest = self.longest.max(self.piece + first);
                self.piece = fresh.len() - last;
            }
            None => self.piece += fresh.len(),
        }
        self.longest = self.longest.max(self.piece);
    }

    /// The bytes of text in the piece that ends.
    fn end_piece(&mut self) -> usize {
        let piece = std::mem::take(&mut self.piece);
        self.longest = self.longest.max(piece);
        if self.in_tag && piece <= LONG_TAG { 0 } else { piece }
    }
}

/// The elements of which a workbook's formats are made.
const STYLES: [&[u8]; 5] = [b"xf", b"font", b"fill", b"border", b"numFmt"];

/// How many elements of a name begin in what is new from `kept` on, whatever the
/// prefix of their namespace.
fn elements(seen: &[u8], kept: usize, name: &[u8]) -> usize {
    // One that could not be told before, for the letter behind it was missing.
    let start = kept.saturating_sub(name.len());
    let begins = |at: &usize| {
        let after = seen.get(at + name.len());
        *at > 0
            && matches!(seen[at - 1], b'<' | b':')
            && after.is_some_and(|after| matches!(after, b'>' | b'/') || after.is_ascii_whitespace())
    };
    memmem::find_iter(&seen[start..], name).map(|at| start + at).filter(begins).count()
}

/// Whether the table of texts announces more of them than a list has: memory is set
/// aside for that many before the first is read. Or whether it hides the number in an
/// encoding we do not see through (XML in ASCII letters has no zeros).
fn claims_too_many_texts(seen: &[u8]) -> bool {
    let claimed = memmem::find_iter(seen, b"uniqueCount").any(|place| {
        let value = &seen[place + b"uniqueCount".len()..];
        let digits: String = value
            .iter()
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(|byte| byte.is_ascii_digit())
            .map(|&byte| char::from(byte))
            .collect();
        !digits.is_empty() && digits.parse().map_or(true, |count: usize| count > Limit::Cells.most())
    });
    claimed || memchr(0, seen).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_counted_once_wherever_a_chunk_ends() {
        let text = b"<sst><si><t>si</t></si><x:si/><si >a</si><sizes/></sst>";
        for cut in 1..text.len() {
            let parts = elements(&text[..cut], 0, b"si") + elements(text, cut, b"si");
            assert_eq!(parts, 3, "{cut}");
        }
    }

    #[test]
    fn a_piece_over_several_chunks_is_as_long_as_they_say() {
        let text = format!("<a>{}</a><b/>", "x".repeat(300));
        for (first, second) in [(2, 150), (3, 4), (150, 303), (303, 308)] {
            let mut counted = Counted::default();
            for chunk in [&text[..first], &text[first..second], &text[second..]] {
                counted.long_pieces(chunk.as_bytes());
            }
            // What lies in one chunk may be overlooked: it is no longer than that.
            let within = [first, second - first, text.len() - second];
            assert!(counted.longest == 301 || within.iter().any(|chunk| *chunk >= 301), "{first} {second}");
        }
    }

    #[test]
    fn text_is_what_stands_between_tags_or_fills_one() {
        let text = format!("<a><b c='d'/>Lan<![CDATA[{}]]></a>", "x".repeat(300));
        for cut in 0..text.len() {
            let mut counted = Counted::default();
            let found = counted.pieces(&text.as_bytes()[..cut]) + counted.pieces(&text.as_bytes()[cut..]);
            assert!((303..330).contains(&found), "{found}");
        }
    }
}
