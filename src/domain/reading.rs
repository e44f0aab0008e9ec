//! What people write for a name, a birth or a telephone number: read by the same
//! functions from a list and from a field, so that both take the same and refuse the
//! same. All take one clean line.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::date::{DateError, FuzzyDate};
use crate::lexicon::{Beginnings, Section};
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date::parse_typed;
use crate::vietnamese::fold::words;

/// Nobody on a list was born before.
pub const FIRST_BIRTH_YEAR: i16 = 1900;
/// Nobody on a list is younger.
const MIN_AGE: i16 = 10;
/// Letters of a name.
const MAX_NAME: usize = 100;

/// The last year of birth that is plausible.
pub fn last_birth_year(today: Date) -> i16 {
    today.year() - MIN_AGE
}

/// Why a line is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More letters than a name has.
    #[error("too long for a name")]
    NameLong,
    /// A name has no digits.
    #[error("digits in a name")]
    NameDigits,
    /// Signs of typefaces before Unicode.
    #[error("not letters of Unicode")]
    NameLetters,
    /// Nothing a name is made of.
    #[error("no letters in a name")]
    NameNone,
    /// Not a year and not a date with one.
    #[error("not a birth")]
    BirthForm,
    /// A day or month that does not exist.
    #[error("no such day")]
    BirthNoSuchDay,
    /// A year in which nobody on a list was born.
    #[error("not born from {first} to {last}")]
    BirthImplausible {
        /// The first year that is plausible.
        first: i16,
        /// The last one.
        last: i16,
    },
    /// Not a telephone number.
    #[error("not a telephone number")]
    Phone,
}

impl Explain for Unreadable {
    fn explain(&self) -> Sentence {
        match self {
            Self::NameLong => Sentence::new("store-name-long"),
            Self::NameDigits => Sentence::new("store-name-digits"),
            Self::NameLetters => Sentence::new("store-name-letters"),
            Self::NameNone => Sentence::new("store-name-none"),
            Self::BirthForm => Sentence::new("store-birth-form"),
            Self::BirthNoSuchDay => Sentence::new("store-birth-no-such-day"),
            // Years are words: a number would get a point after its thousands.
            Self::BirthImplausible { first, last } => Sentence::new("store-birth-implausible")
                .with("first", first.to_string())
                .with("last", last.to_string()),
            Self::Phone => Sentence::new("store-phone"),
        }
    }
}

/// A name that a person can have, exactly as written.
pub fn name(line: &str) -> Result<(), Unreadable> {
    if line.chars().count() > MAX_NAME {
        Err(Unreadable::NameLong)
    } else if line.chars().any(char::is_numeric) {
        Err(Unreadable::NameDigits)
    } else if line.chars().any(|c| matches!(c, '\u{a1}'..='\u{bf}' | '\u{fffd}')) {
        Err(Unreadable::NameLetters)
    } else if !line.chars().any(char::is_alphabetic) {
        Err(Unreadable::NameNone)
    } else {
        Ok(())
    }
}

/// A year or date of birth: "1969", "2/5/69", "sinh năm 1969", "(SN 1969)".
pub fn birth(line: &str, today: Date) -> Result<FuzzyDate, Unreadable> {
    plausible_birth(typed(line)?, today)
}

/// A birth, if it has a year in which somebody on a list can have been born.
pub fn plausible_birth(date: FuzzyDate, today: Date) -> Result<FuzzyDate, Unreadable> {
    let (first, last) = (FIRST_BIRTH_YEAR, last_birth_year(today));
    match date.year() {
        None => Err(Unreadable::BirthForm),
        Some(year) if (first..=last).contains(&year) => Ok(date),
        Some(_) => Err(Unreadable::BirthImplausible { first, last }),
    }
}

/// "Sinh năm 1962", "SN 1962", "NS: 1962" without these words.
fn without_words(line: &str) -> &str {
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::BirthLabel.words().collect());
    let lower = line.to_lowercase();
    let rest = LABELS.after(&lower).next();
    let at = rest.map_or(0, |rest| line.len().saturating_sub(rest.len()));
    line.get(at..).unwrap_or(line).trim_start_matches([' ', ':', '.'])
}

/// "1970" of "1.970" and "1970.0", as programs write numbers.
fn without_point(line: &str) -> Option<String> {
    let (head, tail) = line.split_once(['.', ','])?;
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match (head.len(), tail.len()) {
        _ if !figures(head) || !figures(tail) => None,
        (1, 3) => Some(format!("{head}{tail}")),
        (4, _) if tail.bytes().all(|byte| byte == b'0') => Some(head.to_owned()),
        _ => None,
    }
}

/// "X, 1972", "1968 (57 tuổi)": without the mark that somebody is meant, and without their age.
fn without_mark_and_age(line: &str) -> &str {
    let marked = line.strip_prefix(['x', 'X']).map(|rest| rest.trim_start_matches([',', ';', ':', '-', ' ']));
    let line = marked.filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(line);
    match line.split_once('(') {
        Some((birth, age)) if words(age).ends_with("tuoi") && !birth.trim().is_empty() => birth.trim_end(),
        // "1965 (Ất Tỵ)": the year once more, by its name.
        Some((birth, said)) if said.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ')')) => {
            let is_year = birth.trim_end().ends_with(|last: char| last.is_ascii_digit());
            if is_year { birth.trim_end() } else { line }
        }
        _ => line,
    }
}

/// "--/--/1968", "00/5/1968", "xx.xx.1968": without the day or month that nobody knows.
fn without_unknown(line: &str) -> &str {
    let is_unknown =
        |part: &str| part.chars().all(|c| matches!(c, '-' | '_' | '.' | '…' | 'x' | 'X' | '0' | ' '));
    let mut rest = line;
    while let Some((part, further)) = rest
        .split_once(['/', '.', '-'])
        .filter(|(_, further)| further.contains(|c: char| c.is_ascii_digit() && c != '0'))
    {
        if !is_unknown(part) {
            break;
        }
        rest = further;
    }
    rest
}

/// "27121981": a day without its strokes.
fn with_strokes(line: &str) -> Option<String> {
    let is_day = line.len() == 8 && line.bytes().all(|byte| byte.is_ascii_digit());
    is_day.then(|| format!("{}/{}/{}", &line[..2], &line[2..4], &line[4..]))
}

/// "19 83" and "l972": a year with a space in it, or a letter that looks like a figure.
fn mistyped_year(line: &str) -> Option<String> {
    const FIGURES: usize = 4;
    let is_figure = |letter: char| letter.is_ascii_digit() || matches!(letter, 'O' | 'o' | 'l' | 'I');
    let letters: Vec<char> = line.chars().filter(|letter| *letter != ' ').collect();
    let digits = letters.iter().filter(|letter| letter.is_ascii_digit()).count();
    let is_year =
        letters.len() == FIGURES && digits + 1 >= FIGURES && letters.iter().all(|letter| is_figure(*letter));
    if !is_year || line.len() == digits {
        return None;
    }
    let figure = |letter: char| match letter {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        digit => digit,
    };
    Some(letters.into_iter().map(figure).collect())
}

/// "25-Dec-70", "Dec 25, 1970": as programs of other languages show a day.
fn with_month_in_words(line: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    // Most are figures alone.
    if !line.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let line = line.to_lowercase();
    let mut parts: Vec<String> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let named = |part: &String| {
        let month = MONTHS.iter().position(|month| part.starts_with(month))?;
        part.bytes().all(|byte| byte.is_ascii_lowercase()).then_some(month + 1)
    };
    let at = parts.iter().position(|part| named(part).is_some())?;
    parts[at] = named(&parts[at])?.to_string();
    match parts.as_mut_slice() {
        [_, _, _] if at == 0 => parts.swap(0, 1),
        // "Dec-70": a year, where two figures could be a month.
        [_, year] if year.len() == 2 => {
            let century = if year.as_str() < "30" { "20" } else { "19" };
            *year = format!("{century}{year}");
        }
        _ => {}
    }
    Some(parts.join("/"))
}

fn typed(line: &str) -> Result<FuzzyDate, Unreadable> {
    let written = line;
    let line = without_words(line).trim_end_matches(['.', ',', ';']);
    let line = line.strip_prefix("năm ").unwrap_or(line);
    // "sinh 72": the word before it says what the two figures are.
    if line.len() < written.trim_end().len() && line.len() == 2 && written.ends_with(line) {
        let year = line.parse().ok().and_then(|year: i16| FuzzyDate::year_only(1900 + year).ok());
        return year.ok_or(Unreadable::BirthForm);
    }
    let line = without_unknown(without_mark_and_age(line));
    let whole = without_point(line)
        .or_else(|| with_strokes(line))
        .or_else(|| mistyped_year(line))
        .or_else(|| with_month_in_words(line));
    let line = whole.as_deref().unwrap_or(line);
    let line = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).map_or(line, without_words);
    if let Some(year) = line.strip_prefix(['\'', '’']).filter(|year| year.len() == 2) {
        return year
            .parse()
            .ok()
            .and_then(|year: i16| FuzzyDate::year_only(1900 + year).ok())
            .ok_or(Unreadable::BirthForm);
    }
    // Other programs write a time of day behind the date.
    let day = line.split_once(' ').filter(|(_, time)| time.starts_with("00:00") || time.starts_with("0:00"));
    match parse_typed(day.map_or(line, |(day, _)| day).trim_matches(['\'', ',', ';'])) {
        Ok(date) => Ok(date),
        Err(DateError::Day | DateError::Month) => Err(Unreadable::BirthNoSuchDay),
        Err(_) => Err(Unreadable::BirthForm),
    }
}

/// Whether a word says that there is nothing.
pub fn says_none(line: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| Section::Nothing.folded().collect());
    let words = words(line);
    words.is_empty() || WORDS.contains(&words)
}

/// A telephone number as written, with the leading 0 that Excel takes off, and 0 for
/// +84; nothing for a dash or "không".
pub fn phone(line: &str) -> Result<Option<String>, Unreadable> {
    let line = with_digits(line);
    // As programs write a number: "905770301.0".
    let line = line.strip_suffix(".0").map(str::to_owned).unwrap_or(line);
    let digits = line.chars().filter(char::is_ascii_digit).count();
    if digits == 0 {
        return if says_none(&line) { Ok(None) } else { Err(Unreadable::Phone) };
    }
    if line == "0" {
        return Ok(None);
    }
    // "9,77221E+08": a spreadsheet cut it.
    let is_cut = line.split(['E', 'e']).nth(1).is_some_and(|tail| tail.starts_with('+'));
    // "08/09/2025 7:45:12": a time, for a day stands first.
    let first = line.split(' ').next().unwrap_or_default();
    let is_time = line.contains(':') && first.split('/').count() == 3 && first.len() <= 10;
    if digits < 8 || is_cut || is_time || line.chars().count() > 60 {
        return Err(Unreadable::Phone);
    }
    Ok(Some(national(without_label(&line))))
}

/// "0368.915.042" of "ĐTDĐ: 0368.915.042; Zalo: 0368.915.042": of one number, however often it stands there, not what it
/// is called. Of several it is kept which is which.
fn without_label(line: &str) -> &str {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut numbers = line.split([';', '/', ',']).map(digits).filter(|number| !number.is_empty());
    let first = numbers.next();
    if !numbers.all(|number| Some(number) == first) {
        return line;
    }
    let Some(one) = line.split([';', '/', ',']).find(|part| part.contains(|c: char| c.is_ascii_digit()))
    else {
        return line;
    };
    match one.split_once(':') {
        Some((label, number)) if !label.contains(|c: char| c.is_ascii_digit()) => number.trim(),
        _ => one.trim(),
    }
}

/// A line whose few letters are O and l among many digits, with the digits they were
/// typed for.
fn with_digits(line: &str) -> String {
    let line = without_apostrophes(line);
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let letters: Vec<char> = line.chars().filter(|c| c.is_alphabetic()).collect();
    let mistyped = (1..=3).contains(&letters.len()) && digits + letters.len() >= 9;
    if !mistyped || !letters.iter().all(|c| matches!(c, 'O' | 'o' | 'l' | 'I')) {
        return line;
    }
    line.replace(['O', 'o'], "0").replace(['l', 'I'], "1")
}

/// "'0912…": typed so that Excel keeps the 0, and some programs keep the mark as well.
fn without_apostrophes(line: &str) -> String {
    let is_mark = |letter: char| matches!(letter, '\'' | '’' | '‘' | '`' | '´');
    let line = line.trim_matches(|letter: char| is_mark(letter) || letter == ' ');
    if !line.contains(is_mark) {
        return line.to_owned();
    }
    let mut rest = line.chars().peekable();
    let mut kept = String::with_capacity(line.len());
    while let Some(letter) = rest.next() {
        let before_digit = rest.peek().is_some_and(|next| next.is_ascii_digit() || *next == '+');
        if !(is_mark(letter) && before_digit) {
            kept.push(letter);
        }
    }
    kept
}

/// Numbers with their leading 0: what Excel took off, what +84 stands for.
fn national(line: &str) -> String {
    let is_one =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b'-'));
    let bare = line.trim_start_matches('(').trim_start_matches('+');
    let abroad = bare.strip_prefix("84").or_else(|| bare.strip_prefix("0084"));
    if let Some(rest) = abroad {
        let rest = rest.trim_start_matches([')', ' ', '.', '-']);
        let rest = rest.strip_prefix("(0)").map_or(rest, str::trim_start);
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        // "+84 945 230 618 (con trai nghe)".
        let number = rest.split(" (").next().unwrap_or(rest);
        if is_one(number) && (9..=10).contains(&digits) && !rest.starts_with('0') {
            return format!("0{rest}");
        }
    }
    if is_one(line) {
        return if lost_zero(line) { format!("0{line}") } else { line.to_owned() };
    }
    // Of several numbers each may have lost its own.
    let mended = |part: &str| {
        let number = part.trim_matches(['/', ';', ',', ' ']);
        match is_one(number) && lost_zero(number) {
            true => part.replacen(number, &format!("0{number}"), 1),
            false => part.to_owned(),
        }
    };
    line.split_inclusive(['/', ';', ',']).map(mended).collect()
}

/// Whether a number that [`phone`] gave has a digit too few or too many: mobile numbers (03, 05, 07, 08, 09) have ten, those
/// of a landline (02) ten or eleven. Of several in one text nothing is said.
pub fn is_of_odd_length(phone: &str) -> bool {
    /// More are those of two.
    const MOST: usize = 13;
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let is_one = phone.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b'-'));
    is_one
        && digits.len() <= MOST
        && match digits.as_bytes() {
            [b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..] => digits.len() != 10,
            [b'0', b'2', ..] => !(10..=11).contains(&digits.len()),
            _ => false,
        }
}

/// Mobile numbers have ten digits, those of a landline eleven: one fewer lacks its 0.
fn lost_zero(number: &str) -> bool {
    match number.bytes().filter(u8::is_ascii_digit).count() {
        9 => number.starts_with(['3', '5', '7', '8', '9']),
        10 => number.starts_with('2'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_stands_without_what_it_is_called() {
        for (written, read) in [
            ("ĐTDĐ: 0368.915.042; Zalo: 0368.915.042", "0368.915.042"),
            ("DĐ: 0912 345 678", "0912 345 678"),
            ("0912345678 / 0912345678", "0912345678"),
            ("DĐ: 0912345678; CQ: 02353 123 456", "DĐ: 0912345678; CQ: 02353 123 456"),
            ("0912345678, 0987654321", "0912345678, 0987654321"),
            ("(số của con gái) 0945127860", "(số của con gái) 0945127860"),
        ] {
            assert_eq!(phone(written), Ok(Some(read.to_owned())), "{written}");
        }
    }

    #[test]
    fn names_are_letters() {
        for good in ["Lê An", "H'Hen Niê", "NGUYỄN THỊ BÉ", "=Lê An", "Trần Văn B (con)"] {
            assert_eq!(name(good), Ok(()), "{good}");
        }
        for bad in ["Lê An 2", "12", "...", "NguyÔn V¨n An"] {
            assert!(name(bad).is_err(), "{bad}");
        }
        assert_eq!(name(&"Lê ".repeat(60)), Err(Unreadable::NameLong));
    }
}
