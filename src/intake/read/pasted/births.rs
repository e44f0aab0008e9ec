//! Which figures of a line are the birth of whoever stands in it: those behind the word for it, else a year that nothing
//! says to be another, "về hưu 2015".

use std::borrow::Cow;

use super::super::super::label::without_label;
use crate::lexicon::Section;
use crate::vietnamese::clean::is_picture;
use crate::vietnamese::fold::words;
use crate::vietnamese::whole_word;

/// A year or a day in a line.
struct Year<'a> {
    written: &'a str,
    /// Whether the word for a birth stands before it.
    is_labelled: bool,
    /// Whether a sign stands before it, or a name.
    stands_apart: bool,
    /// Whether words before it say it to be something else.
    is_other: bool,
}

/// The birth in a line, as it is written there; `None` also where several years may be it.
pub(super) fn birth_in(line: &str) -> Option<&str> {
    let years: Vec<Year<'_>> = years(line).collect();
    if let Some(labelled) = years.iter().find(|year| year.is_labelled) {
        return Some(labelled.written);
    }
    let bare: Vec<&Year<'_>> = years.iter().filter(|year| !year.is_other).collect();
    let apart: Vec<&Year<'_>> = bare.iter().copied().filter(|year| year.stands_apart).collect();
    match (bare.as_slice(), apart.as_slice()) {
        ([year], _) | (_, [year]) => Some(year.written),
        _ => None,
    }
}

/// Where the words begin that say of a year in a part what it is: "nhiệm kỳ 2015-2020".
pub(super) fn other_year(part: &str) -> Option<usize> {
    figures(part).find_map(|(at, _)| said_before(part, at, Section::NoBirth))
}

fn years(line: &str) -> impl Iterator<Item = Year<'_>> {
    figures(line).filter(|(_, word)| is_birth(word)).map(|(at, written)| {
        let before = line[..at].trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let stands_apart = before.ends_with(|letter: char| !letter.is_alphanumeric())
            || last.is_empty()
            || last.starts_with(char::is_uppercase);
        Year {
            written,
            is_labelled: said_before(line, at, Section::BirthLabel).is_some(),
            stands_apart,
            is_other: said_before(line, at, Section::NoBirth).is_some(),
        }
    })
}

/// The words of a line that are made of figures, and where they stand.
fn figures(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_between =
        |letter: char| matches!(letter, ';' | ',' | '|' | '–' | '—' | ':' | '(' | ')') || is_picture(letter);
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '/' | '.' | '-' | '\'');
    let pieces = line.split(is_between).scan(0, |end, piece| {
        let at = *end;
        let behind = line[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
        *end = at + piece.len() + behind;
        Some((at, piece))
    });
    let bare = |(at, piece): (usize, &'_ str)| {
        let word = piece.trim_start_matches(['.', '-', '/']);
        (at + piece.len() - word.len(), word.len())
    };
    pieces.map(bare).map(|(at, length)| (at, line[at..at + length].trim_end_matches(['.', '-', '/']))).filter(
        move |(_, word)| word.contains(|letter: char| letter.is_ascii_digit()) && word.chars().all(is_part),
    )
}

/// Where one of these words begins that stand right before a place of a line.
fn said_before(line: &str, at: usize, labels: Section) -> Option<usize> {
    let before = line[..at].trim_end_matches([' ', ':', '(', '.']);
    let rest = without_label(before, labels);
    (rest.len() < before.len()).then_some(rest.len())
}

/// "lê văn út, sinh 1965" of a line in small letters: nothing else tells where the name ends.
pub(super) fn parted_from_names(line: &str) -> Cow<'_, str> {
    let mut whole = Cow::Borrowed(line);
    if line.contains(char::is_uppercase) {
        return whole;
    }
    let starts: Vec<usize> = line.match_indices(' ').map(|(at, _)| at + 1).collect();
    for at in starts.into_iter().rev() {
        let is_birth = |label: &str| {
            let rest = line[at..].strip_prefix(label).unwrap_or_default();
            rest.trim_start_matches([' ', ':']).starts_with(|one: char| one.is_ascii_digit())
                && !rest.is_empty()
        };
        let before = line[..at].trim_end();
        let is_parted = before.ends_with(|sign: char| !sign.is_alphanumeric());
        if !is_parted
            && said_before(line, at, Section::BirthLabel).is_none()
            && Section::BirthLabel.words().any(is_birth)
        {
            whole.to_mut().replace_range(before.len()..at, ", ");
        }
    }
    whole
}

/// "H'NGƠM KPĂ sinh năm 1982" of a line in capitals: where all words are large, those for a birth would end the name.
pub(super) fn with_small_labels(line: &str) -> Cow<'_, str> {
    let mut whole = Cow::Borrowed(line);
    if line.contains(char::is_lowercase) || !line.contains(|one: char| one.is_ascii_digit()) {
        return whole;
    }
    for label in Section::BirthLabel.words().filter(|label| label.contains(' ')) {
        if let Some(at) = whole_word::find(&whole, &label.to_uppercase()) {
            whole.to_mut().replace_range(at..at + label.to_uppercase().len(), label);
        }
    }
    whole
}

/// A year or a day in a year in which delegates are born, or "'77", as [`with_whole_year`] writes it.
fn is_birth(word: &str) -> bool {
    if let Some(year) = word.strip_prefix('\'') {
        return year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    }
    let mut parts = word.rsplit(['/', '.', '-']);
    let year = parts.next().unwrap_or(word);
    let before: Vec<&str> = parts.collect();
    let is_day = |part: &&str| part.len() <= 2 && matches!(part.parse(), Ok(0..=31));
    // "30/10/63": a day and a month before them tell that two figures are a year.
    let is_year = match year.len() {
        4 => matches!(year.parse(), Ok(1900..=2020)) && before.len() <= 2,
        2 => matches!(year.parse(), Ok(30..=99)) && before.len() == 2,
        _ => false,
    };
    is_year && before.iter().all(is_day)
}

/// "Nguyễn Thị Thu Hà 77 PCT", "Hoàng Trung Phước sn 83 TBCTMT": two figures right behind a name are likely the year of
/// a birth, and are marked as what was cut down, "'77"; those behind the word for it surely are.
pub(super) fn with_whole_year(text: &str) -> String {
    /// Fewer are an age or the number of something, unless the word stands before them.
    const YEARS: std::ops::RangeInclusive<u8> = 55..=99;
    const LABELLED: std::ops::RangeInclusive<u8> = 30..=99;
    let mut is_name = true;
    for (before, (space, _)) in text.match_indices(' ').enumerate() {
        let at = space + 1;
        let word = text[at..].split(' ').next().unwrap_or_default();
        let figure = word.trim_matches(['(', ')', ',']);
        let behind = text[at + word.len()..].trim_start();
        let is_labelled = said_before(text, space, Section::BirthLabel).is_some();
        let years = if is_labelled { LABELLED } else { YEARS };
        let year = figure.parse::<u8>().ok().filter(|year| figure.len() == 2 && years.contains(year));
        // "60 tuổi" is an age.
        let goes_on = behind.starts_with(char::is_alphabetic) && !words(behind).starts_with("tuoi");
        match year {
            Some(year) if is_labelled => return format!("{}19{year}, {behind}", &text[..at]),
            Some(year) if is_name && before > 0 && goes_on => {
                return format!("{}, '{year}, {behind}", text[..at].trim_end_matches([' ', ',']));
            }
            _ => {}
        }
        let is_label = matches!(word, "sn" | "ns" | "sinh" | "năm");
        is_name &= is_label || word.starts_with(char::is_uppercase);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_birth_is_told_from_other_years() {
        for (line, birth) in [
            ("Nguyễn Thị Lan, giáo viên về hưu 2015, sn 1958, thôn 5", Some("1958")),
            ("Lê Văn Cảnh, Trưởng thôn 2 nhiệm kỳ 2015-2020 - sinh 1965", Some("1965")),
            ("Lê Văn Cảnh 1965 Trưởng ban CTMT từ 2010", Some("1965")),
            ("Lê Văn Cảnh, Trưởng thôn Hạ 1965", Some("1965")),
            ("Lê Văn Cảnh, vào Đảng 1999, Trưởng thôn", None),
            ("Lê Văn Cảnh, 1965, 1966", None),
            ("Lê Văn Cảnh (02/5/1969): Trưởng thôn", Some("02/5/1969")),
            ("Lê Văn Cảnh - 2015-2020", None),
            ("Lê Văn Cảnh (30/10/63) BTCB", Some("30/10/63")),
            ("Lê Văn Cảnh, '77, Trưởng thôn", Some("'77")),
        ] {
            assert_eq!(birth_in(line), birth, "{line}");
        }
        assert_eq!(other_year("Trưởng thôn 2 nhiệm kỳ 2015-2020"), Some("Trưởng thôn 2 ".len()));
    }

    #[test]
    fn two_figures_behind_a_name_are_a_year_unless_they_count_something() {
        assert_eq!(with_whole_year("Ka Brés 90 CHT PN"), "Ka Brés, '90, CHT PN");
        assert_eq!(with_whole_year("Lê Văn Cảnh, sn 45"), "Lê Văn Cảnh, sn 1945, ");
        for other in ["Lê Văn Cảnh 60 tuổi", "Lê Văn Cảnh 45 Trưởng ban", "Lê Văn Cảnh ấp 90 Hòa", "Thôn 72"]
        {
            assert_eq!(with_whole_year(other), other);
        }
    }
}
