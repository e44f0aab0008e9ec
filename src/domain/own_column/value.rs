//! What stands in an own column of somebody, and how it is read.

use std::cmp::Ordering;

use super::{OwnKind, OwnMistake};
use crate::vietnamese::clean::clean;
use crate::vietnamese::collate;
use crate::vietnamese::fold::{compare_key, fold};

/// More characters than this are no value of a column.
pub const LONGEST_VALUE: usize = 200;

/// Digits of a number before and behind its comma: more is none that anybody counts with.
const MOST_DIGITS: usize = 15;

/// Words for yes and for no, folded.
const YES: [&str; 7] = ["x", "co", "1", "v", "yes", "y", "true"];
const NO: [&str; 8] = ["", "khong", "0", "-", "–", "no", "n", "false"];

/// How yes is kept.
const KEPT_YES: &str = "1";
/// How lists show it.
const SHOWN_YES: &str = "x";

/// What stands in a column of somebody: never empty, and as the kind of the column writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnValue(String);

impl OwnValue {
    /// Yes.
    pub fn yes() -> Self {
        Self(KEPT_YES.to_owned())
    }

    /// As the data file keeps it.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether it is the same however it is written: capitals do not count, marks do.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0 || compare_key(&self.0) == compare_key(&other.0)
    }
}

impl OwnKind {
    /// What was typed or stands in a list; `None` for nothing.
    ///
    /// Errors: it is too long, no number, neither yes nor no.
    pub fn read(self, typed: &str) -> Result<Option<OwnValue>, OwnMistake> {
        let text = clean(typed);
        if self == Self::YesNo {
            let word = fold(&text);
            return match (
                YES.contains(&word.as_str()) || text == "✓" || text == "☑",
                NO.contains(&word.as_str()),
            ) {
                (true, _) => Ok(Some(OwnValue::yes())),
                (_, true) => Ok(None),
                _ => Err(OwnMistake::NotYesNo(text)),
            };
        }
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > LONGEST_VALUE {
            return Err(OwnMistake::LongValue);
        }
        let value = match self {
            Self::Number => number(&text).ok_or(OwnMistake::NotANumber(text))?,
            // "3" is typed for "Tổ 3".
            Self::Group if text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                let trimmed = text.trim_start_matches('0');
                super::discussion::name(if trimmed.is_empty() { &text } else { trimmed })
            }
            Self::Text | Self::Group | Self::YesNo => text,
        };
        Ok(Some(OwnValue(value)))
    }

    /// The kind that takes all of these texts, as a list holds them: yes or no, numbers, else text.
    pub fn guess<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let filled = texts.filter(|text| !clean(text).is_empty());
        let takes = |kind: Self| {
            filled.clone().next().is_some() && filled.clone().all(|text| kind.read(text).is_ok())
        };
        [Self::YesNo, Self::Number].into_iter().find(|kind| takes(*kind)).unwrap_or(Self::Text)
    }

    /// A value as lists show it: "x" for yes.
    pub fn shown(self, value: &OwnValue) -> &str {
        if self == Self::YesNo { SHOWN_YES } else { &value.0 }
    }

    /// How two values follow each other: numbers by what they say, texts as in the alphabet, with the numbers in them
    /// by what they say.
    pub fn compare(self, one: &OwnValue, other: &OwnValue) -> Ordering {
        let by_words = || collate::key(&one.0).cmp(&collate::key(&other.0));
        match self {
            Self::Number => said(one).total_cmp(&said(other)).then_with(by_words),
            _ => by_words(),
        }
    }
}

/// What a number says, near enough to order it.
fn said(value: &OwnValue) -> f64 {
    value.0.replace(',', ".").parse().unwrap_or(f64::MAX)
}

/// A number as Vietnamese writes it, without dots between thousands and without zeros that say nothing: "-2,5".
///
/// A dot before three digits parts thousands; one before fewer is the comma of a program that writes English.
fn number(text: &str) -> Option<String> {
    let text = text.replace(['\u{2212}', '–'], "-");
    let (minus, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, decimals) = match (text.split_once(','), text.split_once('.')) {
        (Some((whole, decimals)), _) => (whole.to_owned(), decimals),
        (None, Some((whole, decimals))) if (1..=2).contains(&decimals.len()) || whole == "0" => {
            (whole.to_owned(), decimals)
        }
        (None, Some((whole, decimals))) if decimals.len() > 3 && !decimals.contains('.') => {
            (whole.to_owned(), decimals)
        }
        _ => (text.to_owned(), ""),
    };
    let mut thousands = whole.split('.');
    let first = thousands.next()?;
    let mut digits = first.to_owned();
    for three in thousands {
        if three.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(three);
    }
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_comma = text.ends_with([',', '.']);
    if digits.is_empty() || ends_in_comma || !are_digits(&digits) || !are_digits(decimals) {
        return None;
    }
    let (digits, decimals) = (digits.trim_start_matches('0'), decimals.trim_end_matches('0'));
    if digits.len() > MOST_DIGITS || decimals.len() > MOST_DIGITS {
        return None;
    }
    let digits = if digits.is_empty() { "0" } else { digits };
    Some(match (decimals, digits) {
        ("", "0") => "0".to_owned(),
        ("", digits) => format!("{minus}{digits}"),
        (decimals, digits) => format!("{minus}{digits},{decimals}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: OwnKind, text: &str) -> Option<String> {
        kind.read(text).expect("it fits").map(|value| value.0)
    }

    #[test]
    fn yes_and_no_are_read_as_lists_write_them() {
        for yes in ["x", "X", "có", "Có", "1", "✓", " x "] {
            assert_eq!(read(OwnKind::YesNo, yes).as_deref(), Some("1"), "{yes}");
        }
        for no in ["", "không", "Không", "0", "-", "–"] {
            assert_eq!(read(OwnKind::YesNo, no), None, "{no}");
        }
        let refused = OwnKind::YesNo.read("ăn chay trường");
        assert_eq!(refused, Err(OwnMistake::NotYesNo("ăn chay trường".into())));
    }

    #[test]
    fn numbers_are_kept_as_vietnamese_writes_them() {
        for (typed, kept) in [
            ("12", "12"),
            ("-3", "-3"),
            ("2,5", "2,5"),
            ("2.5", "2,5"),
            ("1.200", "1200"),
            ("1.200.000,50", "1200000,5"),
            ("0,250", "0,25"),
            ("0.125", "0,125"),
            ("012", "12"),
            ("2,00", "2"),
            ("-0", "0"),
            ("3.14159", "3,14159"),
        ] {
            assert_eq!(read(OwnKind::Number, typed).as_deref(), Some(kept), "{typed}");
        }
        for wrong in ["abc", "1.20.000", "2,", "1,2,3", "--2", "12 người", "1234567890123456", ",5"] {
            assert!(OwnKind::Number.read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(read(OwnKind::Number, "  "), None);
    }

    #[test]
    fn a_group_may_be_typed_by_its_number() {
        assert_eq!(read(OwnKind::Group, "3").as_deref(), Some("Tổ 3"));
        assert_eq!(read(OwnKind::Group, "03").as_deref(), Some("Tổ 3"));
        assert_eq!(read(OwnKind::Group, "Tổ nữ").as_deref(), Some("Tổ nữ"));
        assert_eq!(read(OwnKind::Text, "3").as_deref(), Some("3"));
    }

    #[test]
    fn the_kind_of_a_new_column_follows_from_what_a_list_holds() {
        let guess = |texts: &[&str]| OwnKind::guess(texts.iter().copied());
        assert_eq!(guess(&["x", "", "x"]), OwnKind::YesNo);
        assert_eq!(guess(&["1", "", "2"]), OwnKind::Number);
        assert_eq!(guess(&["1", "0", "1"]), OwnKind::YesNo);
        assert_eq!(guess(&["Xe 1", "x"]), OwnKind::Text);
        assert_eq!(guess(&["", ""]), OwnKind::Text);
    }
}
