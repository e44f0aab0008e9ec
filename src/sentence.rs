//! What the program has to say, before it is a sentence in some language.

use serde::{Deserialize, Serialize};

/// One sentence to show the user: its id in `assets/locale/*/*.ftl` and the
/// values that fill it. [`crate::locale::Locale::say`] turns it into text.
///
/// Lower layers return messages so that they need not know the language, and
/// the data file keeps them so that a label stays readable in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The id in the locale files, such as `import-no-list`.
    pub id: String,
    /// Named values for the placeables of the sentence.
    #[serde(default)]
    pub args: Vec<(String, Value)>,
}

/// A value that fills a placeable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number; plural rules apply to it.
    Number(i64),
    /// Any text, shown as it is.
    Text(String),
}

impl Sentence {
    /// A sentence without values.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: Vec::new() }
    }

    /// Adds one named value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// A value that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(known, value)| match value {
            Value::Text(text) if known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// Replaces a value that the sentence has already.
    pub fn set(&mut self, name: &str, value: Value) {
        if let Some((_, known)) = self.args.iter_mut().find(|(known, _)| known == name) {
            *known = value;
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// Something a user can be told: every error of the program that reaches one.
pub trait Explain {
    /// The sentence that names the thing, the reason and the cure.
    fn explain(&self) -> Sentence;
}
