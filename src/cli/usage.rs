//! What to say to a line that was not understood.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::arguments;
use crate::sentence::Sentence;

/// The sentence for a wrong line. Clap's own are English only.
pub(super) fn explain(error: &Error) -> Sentence {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => Sentence::new("cli-usage-unknown-verb")
            .with("given", context(ContextKind::InvalidSubcommand).unwrap_or_default()),
        ErrorKind::UnknownArgument => Sentence::new("cli-usage-unknown-option").with("given", argument),
        ErrorKind::MissingRequiredArgument => Sentence::new("cli-usage-missing").with("missing", argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let given = context(ContextKind::InvalidValue).filter(|given| !given.is_empty());
            match (given, arguments::most_of(&argument)) {
                (Some(given), Some(most)) => Sentence::new("cli-usage-number")
                    .with("given", given)
                    .with("option", argument)
                    .with("most", most),
                (Some(given), None) => {
                    Sentence::new("cli-usage-value").with("given", given).with("option", argument)
                }
                (None, _) => Sentence::new("cli-usage-missing").with("missing", argument),
            }
        }
        _ => Sentence::new("cli-usage-other"),
    }
}
