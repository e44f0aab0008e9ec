//! Rows as text that a spreadsheet takes for cells: what is copied, and read again.
//!
//! A spreadsheet calculates what begins with =, +, - or @, wherever it came from: a name
//! `=HYPERLINK(…)` in a list of others would become a live formula on the clerk's
//! screen. Such a text goes out behind an apostrophe, by which spreadsheets mark text,
//! and comes back without it. What can only be a number or a telephone number
//! (`+84 905 123 456`, `-5`) or a lone sign stays as it is.

use std::borrow::Cow;

/// What marks text.
const MARK: char = '\'';

/// Rows of cells, parted by tabs and line ends.
pub fn rows(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        cells.join("\t")
    };
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The text of one cell, on one line.
fn cell(text: String) -> String {
    let text = text.replace(['\t', '\n', '\r', '\u{b}', '\u{c}'], " ");
    match calculates(&text) {
        true => format!("{MARK}{text}"),
        // A cell that begins with a quotation mark would end at the next one.
        false if text.starts_with('"') => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// The text that a cell of such rows means.
pub fn meant(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.strip_prefix(MARK).is_some_and(calculates) {
        false => text,
        true => match text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[MARK.len_utf8()..]),
            Cow::Owned(mut text) => {
                text.remove(0);
                Cow::Owned(text)
            }
        },
    }
}

/// Whether a spreadsheet could take a text for a formula, behind spaces and quotation
/// marks too, and in the wide letters of East Asia.
fn calculates(text: &str) -> bool {
    let passed = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{feff}')
    };
    let seen = text.trim_start_matches(passed);
    let mut letters = seen.chars();
    match letters.next() {
        Some('=' | '@' | '＝' | '＠') => true,
        Some('+' | '-' | '＋' | '－') => {
            let rest = letters.as_str();
            !rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\u{a0}'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_be_calculated_is_marked_as_text() {
        for formula in [
            "=HYPERLINK(\"http://x\",\"An\")",
            "+cmd|' /C calc'!A0",
            "-1+1",
            "- đã nộp",
            "@SUM(A1)",
            " =1+1",
            "\u{a0}\u{feff}=1",
            "\"=1+1\"",
            "'=1",
            "+84-905-123",
            "＝1",
            "+84(905)",
            "\u{1}=1",
        ] {
            assert_eq!(cell(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(cell("\t=1".to_owned()), "' =1");
        assert_eq!(cell("a\n=1".to_owned()), "a =1");
    }

    #[test]
    fn names_numbers_and_signs_stay_as_they_are() {
        for text in [
            "Nguyễn Văn An",
            "H'Hen Niê",
            "+84 905 123 456",
            "+84.905.123",
            "-5",
            "-",
            "1-2",
            "a=b",
            "'Tư",
            "",
        ] {
            assert_eq!(cell(text.to_owned()), text);
        }
        assert_eq!(cell("\"Tý\" An".to_owned()), "\"\"\"Tý\"\" An\"");
    }

    proptest! {
        #[test]
        fn what_went_out_is_meant(text in "[ '\"=+@a1ễ-]{0,8}") {
            let out = cell(text.clone());
            if !out.starts_with('"') {
                prop_assert_eq!(meant(Cow::Borrowed(&out)), text.as_str());
                prop_assert_eq!(meant(Cow::Owned(out)), text);
            }
        }
    }
}
