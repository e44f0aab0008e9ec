//! The words by which lists are read and papers and units go by: places, institutions,
//! posts, words before a name, family names, headings, totals, signatures and more.
//!
//! They are data, a subject a file, in `assets/lexicon`, whose README says how a file is
//! written. Here they are loaded, once, and given out by [`Section`], as the
//! [`unit_words`] of places and institutions, or as whole [`File`]s. How a word is sought
//! (whole or as a beginning, with marks or without) is the seeker's matter: it prepares
//! a set or [`Beginnings`] once, in a `LazyLock`, so that no text is compared word by word.

mod file;
mod lookup;
mod section;
mod unit_word;

pub use file::{Entry, File};
pub use lookup::{Beginnings, ByMarks};
pub use section::Section;
pub use unit_word::{Kind, UnitWord, Use, unit_words};
