//! Text as it is stored: NFC, without the debris of spreadsheets.

use unicode_normalization::UnicodeNormalization;

/// One clean line.
pub fn clean(text: &str) -> String {
    text.nfc().collect()
}
