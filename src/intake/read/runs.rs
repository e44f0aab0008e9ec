//! Text of several pieces, each in a font of its own.

use super::super::grid::MAX_CELL_CHARS;
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
