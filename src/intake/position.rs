//! Positions, and the unit that often stands in the same cell behind them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::marks::{is_commune, is_hamlet, is_unit};
use crate::lexicon::{Beginnings, ByMarks, Section, Use, unit_words};
use crate::vietnamese::fold::fold;
use crate::vietnamese::number::sentence_case;

/// Whether a text begins as the name of an office does.
pub(super) fn begins_with_position(text: &str) -> bool {
    static POSITIONS: LazyLock<ByMarks<Beginnings>> =
        LazyLock::new(|| ByMarks { marked: positions(str::to_owned), unmarked: positions(fold) });
    let lower = text.to_lowercase();
    POSITIONS.of(&lower).begin(&lower)
}

/// How positions begin; "phó" and its like only with a word behind them.
fn positions(written: impl Fn(&str) -> String) -> Beginnings {
    let whole = Section::Post.words().map(&written);
    whole.chain(Section::WordOfPost.words().map(|word| written(word) + " ")).collect()
}

/// The position and the unit of a cell that says both; `None` for a text that is no
/// position. No unit when it is not sure where one begins.
pub(super) fn split(text: &str) -> Option<(String, Option<String>)> {
    if !begins_with_position(text) {
        return None;
    }
    let Some(at) = unit_start(text) else { return Some((text.to_owned(), None)) };
    let (position, unit) = text.split_at(at);
    // "(UBMTTQ xã)" loses both its brackets.
    let unit = if position.ends_with('(') { unit.trim_end_matches(')') } else { unit };
    let position = position.trim_end_matches([' ', ',', '-', '–', ';', ':', '(']);
    if !leads_something(position) {
        return Some((position.to_owned(), Some(sentence_case(unit))));
    }
    // "Trưởng thôn Đông": the word belongs to both.
    let kind = &unit[..unit.find(' ').unwrap_or(unit.len())];
    Some((format!("{position} {kind}"), (kind.len() < unit.len()).then(|| sentence_case(unit))))
}

/// "Trưởng" alone lacks what it leads; "Tổ trưởng" does not.
fn leads_something(position: &str) -> bool {
    static LACKING: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::LacksUnit.words().collect());
    let last = position.rsplit([',', ';']).next().unwrap_or(position).trim().to_lowercase();
    LACKING.contains(last.as_str())
}

/// Where the first word for a unit begins that has a name behind it.
fn unit_start(text: &str) -> Option<usize> {
    static UNITS: LazyLock<Beginnings> =
        LazyLock::new(|| unit_words(Use::Post).map(|word| word.word).collect());
    static FIELDS: LazyLock<Beginnings> = LazyLock::new(|| Section::FieldOfWork.words().collect());
    let starts_word = |at: &usize| text[..*at].ends_with([' ', ',', '-', '(', ';']);
    text.char_indices().map(|(at, _)| at).filter(starts_word).find(|at| {
        let rest = &text[*at..];
        let lower = rest.to_lowercase();
        let ends_word = |more: &str| more.is_empty() || more.starts_with([' ', ',', ')']);
        // "Văn hóa - Xã hội" is a field of work.
        if FIELDS.begin(&lower) {
            return false;
        }
        let leads = leads_something(text[..*at].trim_end());
        UNITS.after(&lower).any(ends_word) && (leads || is_commune(rest) || is_hamlet(rest) || is_unit(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_behind_a_position_is_told_apart() {
        for (text, position, unit) in [
            ("Chủ tịch UBMTTQ xã Tam Đại", "Chủ tịch", "UBMTTQ xã Tam Đại"),
            ("Phó Chủ tịch Hội Nông dân xã", "Phó Chủ tịch", "Hội Nông dân xã"),
            ("Trưởng ban CTMT thôn Trung Đàn", "Trưởng ban CTMT", "Thôn Trung Đàn"),
            ("Trưởng thôn Đông Tây", "Trưởng thôn", "Thôn Đông Tây"),
            ("Trưởng thôn", "Trưởng thôn", ""),
            ("Tổ trưởng tổ dân phố 5", "Tổ trưởng", "Tổ dân phố 5"),
            ("Bí thư Chi bộ", "Bí thư Chi bộ", ""),
            ("Trưởng ban (thôn Đông)", "Trưởng ban", "Thôn Đông"),
            ("Ủy viên", "Ủy viên", ""),
        ] {
            let unit = (!unit.is_empty()).then(|| unit.to_owned());
            assert_eq!(split(text), Some((position.to_owned(), unit)), "{text}");
        }
        assert_eq!(split("Thôn Đông"), None);
        assert_eq!(split("Nguyễn Văn An"), None);
    }
}
