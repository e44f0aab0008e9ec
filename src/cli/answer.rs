//! What a verb answers: what it gives back, or why it was refused.

use crate::sentence::{Explain, Sentence};

/// Why a verb was refused: the sentence for the user.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) Sentence);

impl<E: Explain> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self(error.explain())
    }
}

/// What a verb gives back when it is done.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// For standard output.
    pub(super) data: String,
    /// For standard error, in order.
    pub(super) sentences: Vec<Sentence>,
    /// Done, but what was found is bad: exit code 1.
    pub(super) is_bad_news: bool,
}

impl Done {
    pub(super) fn saying(message: Sentence) -> Self {
        Self { sentences: vec![message], ..Self::default() }
    }

    pub(super) fn printing(data: String) -> Self {
        Self { data, ..Self::default() }
    }

    /// JSON, indented: people look at it, too.
    pub(super) fn printing_json(value: &impl serde::Serialize) -> Self {
        // Our own shapes have text keys only and always serialise.
        let text = serde_json::to_string_pretty(value).unwrap_or_default();
        Self::printing(text + "\n")
    }
}
