//! What to say to a line that was not understood.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::message::Message;

/// The sentence for a wrong line. Clap's own are English only.
pub(super) fn explain(error: &Error) -> Message {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("cli-usage-unknown-verb")
            .with("given", context(ContextKind::InvalidSubcommand).unwrap_or_default()),
        ErrorKind::UnknownArgument => Message::new("cli-usage-unknown-option").with("given", argument),
        ErrorKind::MissingRequiredArgument => Message::new("cli-usage-missing").with("missing", argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match context(ContextKind::InvalidValue).filter(|given| !given.is_empty()) {
                Some(given) => Message::new("cli-usage-value").with("given", given).with("option", argument),
                None => Message::new("cli-usage-missing").with("missing", argument),
            }
        }
        _ => Message::new("cli-usage-other"),
    }
}
