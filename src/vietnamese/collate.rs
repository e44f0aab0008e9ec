//! Alphabetical order of Vietnamese text that is not a personal name.

/// A key whose byte order is the alphabetical order.
pub fn key(text: &str) -> String {
    text.to_lowercase()
}
