//! Where the sentences of a text end.

use super::syllable::is_syllable;

/// The sentences of a line, each with its stop: one parts them where a capital follows, but not behind what is cut short,
/// "TP. Hồ Chí Minh", or a number at the beginning, "1. Ông".
pub fn sentences(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (stop, _) in line.match_indices(". ") {
        let word = line[start..stop].rsplit(' ').next().unwrap_or_default();
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        // "ạ." ends a sentence, "TX." does not.
        let is_short =
            word.chars().count() <= 2 && !(word.starts_with(char::is_lowercase) && is_syllable(word));
        // "Trg. Công Lý": letters that are no syllable are cut short.
        let is_cut = word.starts_with(char::is_uppercase)
            && word.chars().count() <= 4
            && !is_syllable(&word.to_lowercase());
        let is_short = is_short || is_cut;
        let goes_on = if is_number { line[start..stop] == *word } else { is_short };
        if !goes_on && line[stop + 2..].starts_with(char::is_uppercase) {
            sentences.push(&line[start..stop + 1]);
            start = stop + 2;
        }
    }
    sentences.push(&line[start..]);
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_parts_sentences_where_a_capital_follows() {
        for (line, parts) in [
            ("Vẫn đi được ạ. Anh Thạch thì thôi", &["Vẫn đi được ạ.", "Anh Thạch thì thôi"][..]),
            ("1. Ông An, TP. Huế. Bà Bé", &["1. Ông An, TP. Huế.", "Bà Bé"]),
            ("Trưởng thôn 3. Bà Bé", &["Trưởng thôn 3.", "Bà Bé"]),
            ("Ng. Văn Tám", &["Ng. Văn Tám"]),
            ("3- Trg. Công Lý", &["3- Trg. Công Lý"]),
            ("", &[""]),
        ] {
            assert_eq!(sentences(line), parts, "{line}");
        }
    }
}
