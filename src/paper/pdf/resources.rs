//! What the pages of a file share: its typefaces and pictures.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::picture::Picture;
use crate::paper::finding::PaperError;
use crate::paper::font::Face;
use crate::paper::font::subset::Subset;
use crate::paper::layout::{Item, Placed};

/// Typefaces and pictures of a file.
#[derive(Default)]
pub struct Resources {
    /// The faces that are used, each with the glyphs that are shown.
    pub fonts: Vec<Subset>,
    /// The pictures, each once, in the order of their names.
    pub pictures: Vec<Picture>,
    /// Whether one of them is drawn as ink.
    pub inked: bool,
}

impl Resources {
    /// What these items need.
    ///
    /// # Errors
    /// [`PaperError::Font`] for a face that cannot be read.
    pub fn of<'a>(items: impl Iterator<Item = &'a Item>) -> Result<Self, PaperError> {
        let mut characters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
        let mut needed = Self::default();
        for item in items {
            match item {
                Item::Text(text) => characters.entry(text.face).or_default().extend(text.text.chars()),
                Item::Picture(placed) => needed.add(placed),
                Item::Rule(_) | Item::Shape(_) | Item::Grid(_) => {}
            }
        }
        characters.retain(|_, characters| !characters.is_empty());
        let subset = |(face, characters): (&Face, _)| {
            Subset::of(*face, characters).ok_or(PaperError::Font(face.name()))
        };
        needed.fonts = characters.iter().map(subset).collect::<Result<_, _>>()?;
        Ok(needed)
    }

    fn add(&mut self, placed: &Placed) {
        self.inked |= placed.inked;
        if self.picture(&placed.picture).is_none() {
            self.pictures.push(placed.picture.clone());
        }
    }

    /// A face, if it is used.
    pub fn font(&self, face: Face) -> Option<&Subset> {
        self.fonts.iter().find(|font| font.face == face)
    }

    /// Which of the pictures it is.
    pub fn picture(&self, picture: &Picture) -> Option<usize> {
        self.pictures.iter().position(|one| one == picture)
    }
}
