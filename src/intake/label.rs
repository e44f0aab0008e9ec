//! Labels right before what they say: "SĐT" of "Nguyễn Văn An SĐT: 0905 123 456".

use crate::lexicon::Section;

/// A text without the label at its end, the longest that fits.
pub(in crate::intake) fn without_label(text: &str, labels: Section) -> &str {
    let fitting = labels.words().filter_map(|label| without_ending(text, label));
    fitting.min_by_key(|rest| rest.len()).unwrap_or(text)
}

/// A text without its last words, in whatever case.
fn without_ending<'a>(text: &'a str, ending: &str) -> Option<&'a str> {
    let start = text.char_indices().rev().nth(ending.chars().count().checked_sub(1)?)?.0;
    let (rest, found) = text.split_at(start);
    let parted = rest.is_empty() || rest.ends_with([' ', ',', '(', '-', ';']);
    (parted && found.to_lowercase() == ending).then_some(rest)
}
