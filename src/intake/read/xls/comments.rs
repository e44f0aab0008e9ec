//! Comments on the cells of an .xls sheet: an object with a text, and a note that says on which cell it hangs.

use std::collections::HashMap;

use super::super::super::budget::Limit;
use super::super::ole2::u16_at;
use super::record::{Record, kind};
use super::unicode;

/// Comments, put together from the records in which they come.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// Row and column, from 0, and what is said there.
    pub found: Vec<((u32, u32), String)>,
    /// What objects say, by their numbers.
    said: HashMap<u16, String>,
    /// The number of the object that was met last.
    object: Option<u16>,
    /// How many letters its text has, which comes in the next record.
    letters: usize,
}

impl Comments {
    /// Takes in a record; whether it was about comments.
    pub fn take(&mut self, record: Record<'_>) -> bool {
        let content = record.content;
        match record.kind {
            // Its number stands behind the kind of its first part.
            kind::OBJECT => self.object = u16_at(content, 6),
            kind::OBJECT_TEXT => self.letters = u16_at(content, 10).unwrap_or_default().into(),
            kind::CONTINUE if self.letters > 0 => {
                let text = unicode(content, std::mem::take(&mut self.letters));
                if let (Some(object), Some(text)) = (self.object, text) {
                    self.said.insert(object, text);
                }
            }
            kind::NOTE => {
                let note = self.note(content);
                self.found.extend(note);
            }
            _ => return false,
        }
        true
    }

    fn note(&mut self, content: &[u8]) -> Option<((u32, u32), String)> {
        let place = (u16_at(content, 0)?.into(), u16_at(content, 2)?.into());
        let said = self.said.remove(&u16_at(content, 6)?)?;
        (self.found.len() < Limit::Rows.most()).then_some((place, said))
    }
}
