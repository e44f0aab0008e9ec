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

/// The text behind a guard by which programs keep a spreadsheet from making a number of it:
/// `="0912345671"`, `=T("…")`, `'0912345671`. `None` for a text without one.
pub fn unguarded(text: &str) -> Option<String> {
    /// What a program guards is a number or a name.
    const LONGEST: usize = 1_000;
    let text = if text.len() <= LONGEST { text.trim() } else { "" };
    match text.chars().next()? {
        '=' => literal(text.trim_start_matches('=')),
        '\'' | '’' | '‘' | '`' | '´' => behind_mark(text),
        _ => None,
    }
}

/// The value of a formula of nothing but texts in quotation marks, joined or named as text.
fn literal(formula: &str) -> Option<String> {
    const OF_TEXT: [&str; 6] = ["T", "TRIM", "CLEAN", "CONCATENATE", "CONCAT", "VALUE"];
    let formula = formula.trim().trim_start_matches('+').trim();
    if let Some((function, arguments)) = formula.strip_suffix(')').and_then(|formula| formula.split_once('('))
    {
        let function = function.trim().to_uppercase();
        if function.is_empty() || OF_TEXT.contains(&function.as_str()) {
            return literal(arguments);
        }
        return (function == "TEXT")
            .then(|| arguments.rsplit_once([',', ';']))
            .flatten()
            .and_then(|(text, _)| literal(text));
    }
    let mut rest = formula;
    let mut value = String::new();
    loop {
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '“' | '”'))?;
        rest = &rest[quote.len_utf8()..];
        let end = rest.find(['"', '“', '”'])?;
        value.push_str(&rest[..end]);
        rest = &rest[end..];
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
        if rest.starts_with('"') {
            // A doubled quotation mark is one of the text.
            value.push('"');
            continue;
        }
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some(value);
        }
        rest = rest.strip_prefix(['&', ',', ';'])?.trim_start();
    }
}

/// The text behind an apostrophe that marks it as text; not one in quotation marks.
fn behind_mark(text: &str) -> Option<String> {
    let is_mark = |sign: char| matches!(sign, '\'' | '’' | '‘' | '`' | '´');
    let rest = text.trim_start_matches(is_mark).trim_start();
    let is_quoted = rest.ends_with(is_mark);
    let is_number = rest.starts_with(|first: char| first.is_ascii_digit() || first == '+');
    match rest.chars().next()? {
        // "'64" is a year.
        _ if is_number && rest.len() == 2 => None,
        _ if is_number => Some(rest.trim_end_matches(is_mark).to_owned()),
        first if first.is_alphabetic() && !is_quoted && !quotes_later(rest) => Some(rest.to_owned()),
        _ => None,
    }
}

/// Whether an apostrophe behind a word closes what another one opened: "Hoa Sen' số 2".
fn quotes_later(text: &str) -> bool {
    text.split(' ').any(|word| word.ends_with(['\'', '’', '´', '`']))
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

    #[test]
    fn guards_of_numbers_and_names_are_taken_off() {
        for (guarded, meant) in [
            ("=\"0912345671\"", "0912345671"),
            ("= \"0912345671\" ", "0912345671"),
            ("=\"Thôn 1, xã Tân Lập\"", "Thôn 1, xã Tân Lập"),
            ("=T(\"0912345671\")", "0912345671"),
            ("=t( \"1970\" )", "1970"),
            ("=(\"1970\")", "1970"),
            ("=+\"1970\"", "1970"),
            ("=\"\"&\"0912345671\"", "0912345671"),
            ("=\"09\" & \"12\"", "0912"),
            ("=CONCATENATE(\"Lê \",\"An\")", "Lê An"),
            ("=TEXT(\"0912345671\",\"@\")", "0912345671"),
            ("=\"Lê \"\"Tý\"\" An\"", "Lê \"Tý\" An"),
            ("=“0912345671”", "0912345671"),
            ("=\"\"", ""),
            ("'0912345671", "0912345671"),
            ("’+84912345671", "+84912345671"),
            ("`0912345671`", "0912345671"),
            ("'Nguyễn Văn An", "Nguyễn Văn An"),
            ("'H'Hen Niê", "H'Hen Niê"),
            ("''1970", "1970"),
        ] {
            assert_eq!(unguarded(guarded).as_deref(), Some(meant), "{guarded}");
        }
        for text in [
            "Nguyễn Văn An",
            "=HYPERLINK(\"x\")",
            "=A1",
            "=1+1",
            "=\"a",
            "=",
            "'",
            "'64",
            "'Hoa Sen'",
            "'Hoa Sen' số 2",
            "‘Ngày vì người nghèo’",
            "",
            "H'Hen",
            "=SUM(A1:A3)",
            "=\"a\"+1",
        ] {
            assert_eq!(unguarded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_guard_is_read_without_a_panic(text in "[=+'\"“”’()&,;T 0-9a]{0,16}|\\PC{0,16}") {
            let _ = unguarded(&text);
        }

        #[test]
        fn what_is_guarded_comes_back(text in "[ '=+@a1ễ&(),\"-]{0,8}") {
            let guarded = format!("=\"{}\"", text.replace('"', "\"\""));
            prop_assert_eq!(unguarded(&guarded), Some(text));
        }

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
