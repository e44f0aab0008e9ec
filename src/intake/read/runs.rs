//! Text of several pieces, each in a font of its own, some of them not to be seen.

use super::super::budget::Stop;
use super::super::grid::{Cell, GridBuilder, MAX_CELL_CHARS};
use super::super::unseen::Unseen;
use crate::vietnamese::legacy::Legacy;

/// What the font of a piece says of its letters; `None` where it names no font, so
/// that the font of the whole cell counts.
pub(super) type RunFont = Option<Option<Legacy>>;

/// The pieces of one cell, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Runs {
    pieces: Vec<(String, RunFont)>,
    bytes: usize,
}

/// Bytes from which on a text is too long for a cell, whatever its letters.
const ENOUGH: usize = 4 * MAX_CELL_CHARS;

impl Runs {
    /// Adds a piece and what its font says of its letters.
    pub fn push(&mut self, text: &str, font: RunFont) {
        // The cell will say that it is too long, whatever else comes.
        if text.is_empty() || self.bytes > ENOUGH {
            return;
        }
        self.bytes += text.len();
        match self.pieces.last_mut() {
            Some((last, same)) if *same == font => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), font)),
        }
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> usize {
        self.bytes + self.pieces.len() * size_of::<(String, RunFont)>()
    }

    /// Whether any piece has a font that tells.
    pub fn has_font(&self) -> bool {
        self.pieces.iter().any(|(_, font)| font.flatten().is_some())
    }

    /// Whether nothing but white space is in it.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|(text, _)| text.chars().all(char::is_whitespace))
    }

    /// The whole text, and its font where one is enough. Where fonts are mixed, each
    /// piece is put into Unicode by its own. `cell` is what the cell's font says.
    pub fn joined(self, cell: Option<Legacy>) -> (String, Option<Legacy>) {
        let tells = |(text, _): &&(String, _)| text.contains(char::is_alphabetic) || !text.is_ascii();
        let mut fonts = self.pieces.iter().filter(tells).map(|(_, font)| font.unwrap_or(cell));
        let first = fonts.next().unwrap_or(cell);
        if fonts.all(|font| font == first) {
            return (self.pieces.into_iter().map(|(text, _)| text).collect(), first);
        }
        let decode = |(text, font): (String, RunFont)| {
            font.unwrap_or(cell).and_then(|legacy| legacy.decode(&text)).unwrap_or(text)
        };
        (self.pieces.into_iter().map(decode).collect(), None)
    }

    /// All letters as they are written.
    pub fn whole(self) -> String {
        self.pieces.into_iter().map(|(text, _)| text).collect()
    }

    /// The whole text in Unicode.
    pub fn decoded(self, cell: Option<Legacy>) -> String {
        let (text, font) = self.joined(cell);
        font.and_then(|font| font.decode(&text)).unwrap_or(text)
    }
}

/// The text of a cell or line, and what stands in it that is not to be seen or not meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// What is read.
    pub runs: Runs,
    unseen: Vec<(Unseen, Runs)>,
}

impl Shown {
    /// Adds a piece; `why` says that it is not to be read.
    pub fn push(&mut self, text: &str, font: RunFont, why: Option<Unseen>) {
        let Some(why) = why else { return self.runs.push(text, font) };
        match self.unseen.iter_mut().find(|(other, _)| *other == why) {
            Some((_, runs)) => runs.push(text, font),
            None => {
                let mut runs = Runs::default();
                runs.push(text, font);
                self.unseen.push((why, runs));
            }
        }
    }

    /// Whether nothing can be seen in it, and nothing is hidden in it.
    pub fn is_blank(&self) -> bool {
        self.runs.is_blank() && self.unseen.iter().all(|(_, runs)| runs.is_blank())
    }

    /// Whether a piece is not to be read.
    pub fn has_unseen(&self) -> bool {
        !self.unseen.is_empty()
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> usize {
        self.runs.bytes() + self.unseen.iter().map(|(_, runs)| runs.bytes()).sum::<usize>()
    }

    /// Puts it into a cell of the sheet. A cell in which nothing is to be seen keeps its
    /// text, marked: so a row that is struck throughout is known as one.
    pub fn put(
        self,
        builder: &mut GridBuilder,
        (row, column): (u32, u32),
        font: Option<Legacy>,
    ) -> Result<(), Stop> {
        let mut unseen = self.unseen.into_iter().filter(|(_, runs)| !runs.is_blank());
        if self.runs.is_blank() {
            let Some((why, runs)) = unseen.next() else { return Ok(()) };
            let (text, font) = runs.joined(font);
            if let Some(cell) = Cell::text(text) {
                builder.unseen_cell(row, column, why);
                builder.put_in(row, column, cell, font)?;
            }
        } else {
            let (text, font) = self.runs.joined(font);
            if let Some(cell) = Cell::text(text) {
                builder.put_in(row, column, cell, font)?;
            }
        }
        for (why, runs) in unseen {
            builder.aside(row, Some(column), why, &runs.decoded(font))?;
        }
        Ok(())
    }
}

impl From<Runs> for Shown {
    fn from(runs: Runs) -> Self {
        Self { runs, unseen: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_is_read_by_its_font() {
        let mut runs = Runs::default();
        runs.push("NguyÔn ", None);
        runs.push("V¨n", Some(Some(Legacy::Tcvn3)));
        assert_eq!(runs.clone().joined(Some(Legacy::Tcvn3)), ("NguyÔn V¨n".to_owned(), Some(Legacy::Tcvn3)));
        runs.push(" 2 ", Some(None));
        assert_eq!(runs.clone().joined(Some(Legacy::Tcvn3)).1, Some(Legacy::Tcvn3));
        runs.push("Tú", Some(None));
        assert_eq!(runs.joined(Some(Legacy::Tcvn3)), ("Nguyễn Văn 2 Tú".to_owned(), None));
    }
}
