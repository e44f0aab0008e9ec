//! Why a form of certificates is refused, each with its cure.

use super::{MOST_ELEMENTS, MOST_PICTURES};
use crate::sentence::{Explain, Sentence};

/// Why a form of certificates cannot be taken in or made so. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateMistake {
    /// The file could not be read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// Larger than any form.
    #[error("too large")]
    TooLarge,
    /// Not a form of certificates of this program.
    #[error("not a form of certificates")]
    NotOurs,
    /// Written by a newer version of this program.
    #[error("version {0}")]
    Version(u32),
    /// It says something this program does not know.
    #[error("unknown: {0}")]
    Unknown(String),
    /// Not a whole one.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It has no name.
    #[error("no name")]
    NoName,
    /// More parts than any form has.
    #[error("{0} parts")]
    TooManyElements(usize),
    /// More pictures than any form has.
    #[error("{0} pictures")]
    TooManyPictures(usize),
    /// Two parts are one by their ids.
    #[error("{0} has the id of another")]
    SameId(String),
    /// A part lies beside the page.
    #[error("{0} is off the page")]
    OffPage(String),
    /// A box is too small.
    #[error("{0} is too small")]
    TooSmall(String),
    /// Sizes that do not print.
    #[error("the style of {0}")]
    Style(String),
    /// A text that is too long.
    #[error("{0} is too long")]
    TooLong(String),
    /// Letters that cannot be set.
    #[error("letters of {0}")]
    Letters(String),
    /// A picture it shows is not in the file.
    #[error("a picture is missing")]
    NoPicture,
    /// What is in the file as a picture is none, or not the one it says.
    #[error("a picture is damaged")]
    Picture,
}

impl Explain for TemplateMistake {
    fn explain(&self) -> Sentence {
        let of = |id: &'static str, name: &String| Sentence::new(id).with("name", name.clone());
        match self {
            Self::Unreadable(reason) => Sentence::new("template-unreadable").with("reason", reason.clone()),
            Self::TooLarge => {
                Sentence::new("template-too-large").with("most", (super::file::MOST_BYTES >> 20).to_string())
            }
            Self::NotOurs => Sentence::new("template-not-ours"),
            Self::Version(version) => Sentence::new("template-version").with("version", *version),
            Self::Unknown(what) => Sentence::new("template-unknown").with("what", what.clone()),
            Self::Damaged(detail) => Sentence::new("template-damaged").with("detail", detail.clone()),
            Self::NoName => Sentence::new("template-no-name"),
            Self::TooManyElements(count) => {
                Sentence::new("template-many-elements").with("count", *count).with("most", MOST_ELEMENTS)
            }
            Self::TooManyPictures(count) => {
                Sentence::new("template-many-pictures").with("count", *count).with("most", MOST_PICTURES)
            }
            Self::SameId(name) => of("template-same-id", name),
            Self::OffPage(name) => of("template-off-page", name),
            Self::TooSmall(name) => of("template-too-small", name),
            Self::Style(name) => of("template-style", name),
            Self::TooLong(name) => of("template-too-long", name),
            Self::Letters(name) => of("template-letters", name),
            Self::NoPicture => Sentence::new("template-no-picture"),
            Self::Picture => Sentence::new("template-picture"),
        }
    }
}
