//! What the user guide says on paper.

use super::{Span, Table};
use crate::domain::picture::Picture;

/// A page of the guide: it begins on a new sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// The part of the guide it stands in; empty where it stands alone.
    pub part: String,
    /// Its title.
    pub title: String,
    /// What stands under it.
    pub parts: Vec<Part>,
}

/// A piece of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading: what follows stays with it.
    Heading(String),
    /// A paragraph, or a step or point after its marker, which may be empty.
    Text {
        /// "1." or "–".
        marker: String,
        /// The words.
        spans: Vec<Span>,
    },
    /// What matters more than the rest.
    Note(Vec<Span>),
    /// A picture, and what is to be seen.
    Picture(Picture, String),
    /// A table.
    Table(Table),
}
