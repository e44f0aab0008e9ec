//! What the user should know before printing, and why a paper could not be made.

use crate::message::{Explain, Message};

/// Something to look at before printing. The paper is made all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The typeface lacks a character; a replacement sign is printed for it.
    MissingCharacter {
        /// The character.
        character: char,
        /// Whose text it stands in; `None` for the head and title of the paper.
        whom: Option<String>,
        /// The text.
        text: String,
    },
    /// A name is too long for one line of a certificate even at the smallest size.
    NameWrapped {
        /// The name.
        name: String,
    },
    /// A certificate text has a placeholder nobody knows; it is printed as it stands.
    UnknownPlaceholder {
        /// As written, with its braces.
        placeholder: String,
    },
    /// A field that a certificate prints is empty for some people.
    EmptyField {
        /// The placeholder's word: "Chức vụ".
        field: &'static str,
        /// For how many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some delegates have no valid certificate number; a dotted line is printed.
    NoNumber {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// No rate was entered: amounts are written in by hand.
    NoRate,
    /// Of some delegates it is not known whether the state pays them; they are listed.
    PayUnknown {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some delegates are left out because the state pays them.
    PaidByState {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// No certificate was issued yet, so that everyone on the list is recognised.
    NobodyCertified,
    /// A name stands on a badge or a table sign smaller than is easily read.
    NameSmall {
        /// The name.
        name: String,
    },
    /// The sex of some delegates is not known; their birth year stands across both columns.
    SexUnknown {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
}

impl Explain for Finding {
    fn explain(&self) -> Message {
        match self {
            Self::MissingCharacter { character, whom, text } => {
                let message = match whom {
                    Some(name) => Message::new("paper-missing-character").with("name", name.as_str()),
                    None => Message::new("paper-missing-character-head"),
                };
                message
                    .with("character", character.to_string())
                    .with("code", format!("U+{:04X}", u32::from(*character)))
                    .with("text", text.as_str())
            }
            Self::NameWrapped { name } => Message::new("paper-name-wrapped").with("name", name.as_str()),
            Self::UnknownPlaceholder { placeholder } => {
                Message::new("paper-unknown-placeholder").with("placeholder", placeholder.as_str())
            }
            Self::EmptyField { field, people, first } => Message::new("paper-empty-field")
                .with("field", *field)
                .with("people", *people)
                .with("first", first.as_str()),
            Self::NoNumber { people, first } => {
                Message::new("paper-no-number").with("people", *people).with("first", first.as_str())
            }
            Self::NoRate => Message::new("paper-no-rate"),
            Self::PayUnknown { people, first } => {
                Message::new("paper-pay-unknown").with("people", *people).with("first", first.as_str())
            }
            Self::PaidByState { people, first } => {
                Message::new("paper-paid-by-state").with("people", *people).with("first", first.as_str())
            }
            Self::NobodyCertified => Message::new("paper-nobody-certified"),
            Self::NameSmall { name } => Message::new("paper-name-small").with("name", name.as_str()),
            Self::SexUnknown { people, first } => {
                Message::new("paper-sex-unknown").with("people", *people).with("first", first.as_str())
            }
        }
    }
}

/// Why a paper could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The session has no such cluster.
    #[error("no such cluster")]
    NoSuchCluster,
    /// Nobody on the list to certify.
    #[error("nobody to certify")]
    NobodyToCertify,
    /// Nobody on the list to have a badge or a sign.
    #[error("nobody to name")]
    NobodyToName,
    /// The paper has no page of that number.
    #[error("no page {0}, counted from 0")]
    NoSuchPage(usize),
    /// An embedded typeface could not be read: the program itself is damaged.
    #[error("cannot subset {0}")]
    Font(&'static str),
    /// The file could not be put together.
    #[error("cannot write the PDF: {0}")]
    Write(String),
}

impl Explain for PaperError {
    fn explain(&self) -> Message {
        match self {
            Self::NoSuchCluster => Message::new("paper-no-such-cluster"),
            Self::NobodyToCertify => Message::new("paper-nobody-to-certify"),
            Self::NobodyToName => Message::new("paper-nobody-to-name"),
            Self::NoSuchPage(page) => Message::new("paper-no-such-page").with("page", page + 1),
            Self::Font(font) => Message::new("paper-font-damaged").with("font", *font),
            Self::Write(reason) => Message::new("paper-not-written").with("reason", reason.as_str()),
        }
    }
}
