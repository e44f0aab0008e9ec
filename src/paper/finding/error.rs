//! Why a paper could not be made.

use crate::sentence::{Explain, Sentence};

/// Why a paper could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The session has no such cluster.
    #[error("no such cluster")]
    NoSuchCluster,
    /// Nobody on the list to certify.
    #[error("nobody to certify")]
    NobodyToCertify,
    /// Nobody is to be commended.
    #[error("nobody to commend")]
    NobodyCommended,
    /// Nobody fulfils the rule for certificates.
    #[error("nobody fulfils the rule")]
    NobodyFulfils,
    /// Nobody on the list, or no guest, to invite.
    #[error("nobody to invite")]
    NobodyToInvite,
    /// Nobody on the list to have a badge or a sign.
    #[error("nobody to name")]
    NobodyToName,
    /// No unit, no delegate or no guest to write to.
    #[error("nobody to write to")]
    NobodyToAddress,
    /// No unit is known to put on a sign.
    #[error("no unit")]
    NoUnits,
    /// The paper has no page of that number.
    #[error("no page {0}, counted from 0")]
    NoSuchPage(usize),
    /// An embedded typeface could not be read: the program itself is damaged.
    #[error("cannot subset {0}")]
    Font(&'static str),
    /// Certificates are pages with things at fixed places: PDF only.
    #[error("not to be had in this form")]
    NotInThisForm,
    /// The file could not be put together.
    #[error("cannot write the file: {0}")]
    Write(String),
}

impl Explain for PaperError {
    fn explain(&self) -> Sentence {
        match self {
            Self::NoSuchCluster => Sentence::new("paper-no-such-cluster"),
            Self::NobodyToCertify => Sentence::new("paper-nobody-to-certify"),
            Self::NobodyCommended => Sentence::new("paper-nobody-commended"),
            Self::NobodyFulfils => Sentence::new("paper-nobody-fulfils"),
            Self::NobodyToInvite => Sentence::new("paper-nobody-to-invite"),
            Self::NobodyToName => Sentence::new("paper-nobody-to-name"),
            Self::NobodyToAddress => Sentence::new("paper-nobody-to-address"),
            Self::NoUnits => Sentence::new("paper-no-units"),
            Self::NoSuchPage(page) => Sentence::new("paper-no-such-page").with("page", page + 1),
            Self::Font(font) => Sentence::new("paper-font-damaged").with("font", *font),
            Self::NotInThisForm => Sentence::new("paper-not-in-this-form"),
            Self::Write(reason) => Sentence::new("paper-not-written").with("reason", reason.as_str()),
        }
    }
}
