//! Sentences in the user's language, from `assets/locale`.
//!
//! The files are part of the program. Both languages hold the same ids; a test
//! compares them, and another that every id the code names exists.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::sentence::{Explain, Sentence, Value};
use crate::vietnamese::number::grouped;

/// A language of the window and of messages. Papers are always Vietnamese.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The language of a tag such as `vi` or `en`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// One locale file in both languages.
macro_rules! locale_file {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../assets/locale/vi/", $name, ".ftl")),
            include_str!(concat!("../assets/locale/en/", $name, ".ftl")),
        )
    };
}
/// The locale files: name, Vietnamese text, English text.
const FILES: [(&str, &str, &str); 31] = [
    locale_file!("attendance"),
    locale_file!("backups"),
    locale_file!("certificates"),
    locale_file!("cli"),
    locale_file!("completion"),
    locale_file!("delegates"),
    locale_file!("exchange"),
    locale_file!("history"),
    locale_file!("import"),
    locale_file!("info"),
    locale_file!("intake"),
    locale_file!("letters"),
    locale_file!("lines"),
    locale_file!("manual"),
    locale_file!("next_step"),
    locale_file!("operation"),
    locale_file!("own"),
    locale_file!("paper"),
    locale_file!("people"),
    locale_file!("personal"),
    locale_file!("print"),
    locale_file!("programme"),
    locale_file!("reconcile"),
    locale_file!("register"),
    locale_file!("scans"),
    locale_file!("settings"),
    locale_file!("store"),
    locale_file!("topics"),
    locale_file!("turnout"),
    locale_file!("units"),
    locale_file!("window"),
];

/// Numbers that name something. All others say how many: from a thousand on they are told in groups of three figures, as
/// "3.321 đơn vị".
const NAMES: [&str; 8] = ["first", "id", "last", "line", "number", "row", "version", "year"];

/// All sentences of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// Loads the sentences of a language.
    pub fn new(language: Language) -> Self {
        // Both tags are literals of this file and valid.
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Direction marks around values would show as boxes in terminals and old fonts.
        bundle.set_use_isolating(false);
        for (name, vietnamese, english) in FILES {
            let source = match language {
                Language::Vietnamese => vietnamese,
                Language::English => english,
            };
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, errors)| {
                tracing::error!(name, ?errors, "locale file has mistakes");
                partial
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(name, ?errors, "locale file repeats an id");
            }
        }
        Self { language, bundle }
    }

    /// The language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence of an id without values.
    pub fn text(&self, id: &str) -> String {
        self.say(&Sentence::new(id))
    }

    /// The sentence of a message. An id that no file holds is shown as it is:
    /// ugly, but nothing is hidden.
    pub fn say(&self, message: &Sentence) -> String {
        let Some(pattern) = self.bundle.get_message(&message.id).and_then(|found| found.value()) else {
            tracing::error!(id = message.id, "no such sentence");
            return message.id.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(
                name.as_str(),
                match value {
                    Value::Number(number) => match u64::try_from(*number) {
                        Ok(many) if many >= 1000 && !NAMES.contains(&name.as_str()) => {
                            FluentValue::from(self.grouped(many))
                        }
                        // As it is, a number prints without the separators of a locale.
                        _ => FluentValue::from(*number),
                    },
                    Value::Text(text) => FluentValue::from(text.as_str()),
                },
            );
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(id = message.id, ?errors, "sentence could not be filled");
        }
        text
    }

    /// A number in groups of three figures.
    fn grouped(&self, number: u64) -> String {
        let points = grouped(number);
        match self.language {
            Language::Vietnamese => points,
            Language::English => points.replace('.', ","),
        }
    }

    /// The sentence of an error.
    pub fn explain(&self, error: &impl Explain) -> String {
        self.say(&error.explain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_files_have_no_mistakes() {
        for (name, vietnamese, english) in FILES {
            for source in [vietnamese, english] {
                if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                    panic!("{name}: {errors:?}");
                }
            }
        }
    }
}
