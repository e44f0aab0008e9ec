//! What a single cell says, or why it cannot be what its heading promises.

use jiff::civil::Date;

use super::grid::Cell;
use super::heading::words;
use crate::domain::date::{DateError, FuzzyDate};
use crate::domain::person::Gender;
use crate::vietnamese::date::parse_typed;

/// The id of the sentence that says what is wrong with a cell.
pub(super) type Wrong = &'static str;

/// Nobody on a list was born before.
pub(super) const FIRST_BIRTH_YEAR: i16 = 1900;
/// Nobody on a list is younger.
const MIN_AGE: i16 = 10;
/// Letters of a name.
const MAX_NAME: usize = 100;

/// The last year of birth that is plausible.
pub(super) fn last_birth_year(today: Date) -> i16 {
    today.year() - MIN_AGE
}

/// Any text, on one clean line.
pub(super) fn text(cell: &Cell) -> Result<String, Wrong> {
    match cell {
        Cell::Long(_) => Err("intake-cell-long"),
        Cell::Fault(_) => Err("intake-cell-fault"),
        _ => Ok(cell.line()),
    }
}

/// A name that a person can have, exactly as written.
pub(super) fn name(line: &str) -> Result<(), Wrong> {
    if line.chars().count() > MAX_NAME {
        Err("intake-name-long")
    } else if line.chars().any(char::is_numeric) {
        Err("intake-name-digits")
    } else if line.chars().any(|c| matches!(c, '\u{a1}'..='\u{bf}' | '\u{fffd}')) {
        Err("intake-name-letters")
    } else if !line.chars().any(char::is_alphabetic) {
        Err("intake-name-none")
    } else {
        Ok(())
    }
}

/// A year or date of birth.
pub(super) fn birth(cell: &Cell, today: Date) -> Result<FuzzyDate, Wrong> {
    const FORM: Wrong = "intake-birth-form";
    let year_only = |year: i64| i16::try_from(year).ok().and_then(|year| FuzzyDate::year_only(year).ok());
    let date = match cell {
        Cell::Number(_) => cell.whole_number().and_then(year_only).ok_or(FORM)?,
        // 1969 typed into a cell formatted as a date shows as a day in 1905.
        Cell::Date { date, serial } => mistaken_year(*serial, today).and_then(year_only).unwrap_or(*date),
        _ => typed(&text(cell)?)?,
    };
    match date.year() {
        None => Err(FORM),
        Some(year) if (FIRST_BIRTH_YEAR..=last_birth_year(today)).contains(&year) => Ok(date),
        Some(_) => Err("intake-birth-implausible"),
    }
}

/// The year that someone typed where the cell's format made a date of it.
fn mistaken_year(serial: f64, today: Date) -> Option<i64> {
    let years = i64::from(FIRST_BIRTH_YEAR)..=i64::from(today.year());
    Cell::Number(serial).whole_number().filter(|year| years.contains(year))
}

/// The first two figures of a date of three, written day or month first.
pub(super) fn first_two(text: &str) -> Option<(u8, u8)> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = parts.next().is_none() && first.len() <= 2 && third.len() >= 2;
    if plain { Some((first.parse().ok()?, second.parse().ok()?)) } else { None }
}

/// A date written month first as one written day first; other text as it is.
pub(super) fn day_first(text: &str) -> Cell {
    let exchanged = first_two(text).and_then(|(month, day)| {
        let year = text.trim().rsplit(['/', '-', '.']).next()?;
        Some(format!("{day}/{month}/{year}"))
    });
    Cell::Text(exchanged.unwrap_or_else(|| text.to_owned()))
}

/// "Sinh năm 1962", "SN 1962", "NS: 1962" without these words.
fn without_words(line: &str) -> &str {
    let lower = line.to_lowercase();
    let starts = ["sinh năm", "sinh ngày", "năm sinh", "ngày sinh", "sn", "ns", "sinh"];
    let rest = starts.iter().find_map(|start| lower.strip_prefix(start));
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

fn typed(line: &str) -> Result<FuzzyDate, Wrong> {
    let line = without_words(line).trim_end_matches(['.', ',', ';']);
    let whole = without_point(line);
    let line = whole.as_deref().unwrap_or(line);
    let line = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).map_or(line, without_words);
    if let Some(year) = line.strip_prefix(['\'', '’']).filter(|year| year.len() == 2) {
        return year
            .parse()
            .ok()
            .and_then(|year: i16| FuzzyDate::year_only(1900 + year).ok())
            .ok_or("intake-birth-form");
    }
    // Other programs write a time of day behind the date.
    let day = line.split_once(' ').filter(|(_, time)| time.starts_with("00:00") || time.starts_with("0:00"));
    match parse_typed(day.map_or(line, |(day, _)| day).trim_matches(['\'', ',', ';'])) {
        Ok(date) => Ok(date),
        Err(DateError::Day | DateError::Month) => Err("intake-birth-no-such-day"),
        Err(_) => Err("intake-birth-form"),
    }
}

/// Nam or Nữ, also in English and without marks.
pub(super) fn gender(line: &str) -> Result<Gender, Wrong> {
    // The two usual ways need no folding.
    match line {
        "Nam" => return Ok(Gender::Male),
        "Nữ" => return Ok(Gender::Female),
        _ => {}
    }
    match words(line).as_str() {
        "nam" | "m" | "male" | "ong" | "trai" | "man" => Ok(Gender::Male),
        "nu" | "f" | "female" | "ba" | "gai" | "woman" | "n" => Ok(Gender::Female),
        _ => Err("intake-gender"),
    }
}

/// The sex that "nữ" or "Nam" says, alone.
pub(super) fn sex_in_words(line: &str) -> Option<Gender> {
    match line.trim().to_lowercase().as_str() {
        "nam" => Some(Gender::Male),
        "nữ" | "nu" => Some(Gender::Female),
        _ => None,
    }
}

/// The sex in a column of 0 and 1 whose heading says which is which: "nữ = 1".
pub(super) fn gender_of_figure(line: &str, heading: &str) -> Option<Gender> {
    let one = matches!(line, "1" | "1.0");
    if !one && !matches!(line, "0" | "0.0") {
        return None;
    }
    let heading = format!("{} ", words(heading));
    let women = [("nu 1 ", true), ("nam 0 ", true), ("nam 1 ", false), ("nu 0 ", false)];
    let (_, women_are_one) = women.into_iter().find(|(says, _)| heading.contains(says))?;
    Some(if one == women_are_one { Gender::Female } else { Gender::Male })
}

/// Whether what stands in place of a name says that nobody holds the post.
pub(super) fn is_vacant(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "khuyet",
        "con khuyet",
        "dang khuyet",
        "vi tri khuyet",
        "chua co",
        "chua co nguoi",
        "chua bau",
        "chua cu",
        "chua bo tri",
        "chua kien toan",
        "de trong",
    ];
    WORDS.contains(&words(line).as_str())
}

/// Whether a cell in a column such as "Nữ" is marked; `None` when it holds
/// something else, such as a year.
pub(super) fn mark(line: &str) -> Option<bool> {
    match line.to_lowercase().as_str() {
        "x" | "v" | "√" | "✓" | "✔" | "✗" | "1" | "+" | "*" | "có" | "nam" | "nữ" | "nu" | "true" => {
            Some(true)
        }
        "" | "0" | "-" | "không" | "false" => Some(false),
        _ => None,
    }
}

/// Whether a word says that there is nothing.
pub(super) fn says_none(line: &str) -> bool {
    matches!(words(line).as_str(), "" | "khong" | "khong co" | "ko" | "ko co" | "k" | "x")
}

/// Whether a cell under "Đảng viên" says that somebody is one; `None` for a text of
/// neither.
pub(super) fn party(line: &str) -> Option<bool> {
    match words(line).as_str() {
        "dang vien" | "dv" | "dang" | "da vao dang" => Some(true),
        "quan chung" | "qc" | "chua" | "ngoai dang" => Some(false),
        // The day of joining.
        words if words.chars().filter(char::is_ascii_digit).count() >= 4 => Some(true),
        _ => mark(line),
    }
}

/// A telephone number as written, with the leading 0 that Excel takes off, and 0 for
/// +84; nothing for a dash or "không".
pub(super) fn phone(cell: &Cell) -> Result<Option<String>, Wrong> {
    const WRONG: Wrong = "intake-phone";
    let line = with_digits(&text(cell)?);
    // As programs write a number: "905770301.0".
    let line = line.strip_suffix(".0").map(str::to_owned).unwrap_or(line);
    let digits = line.chars().filter(char::is_ascii_digit).count();
    if digits == 0 {
        return if says_none(&line) { Ok(None) } else { Err(WRONG) };
    }
    if line == "0" {
        return Ok(None);
    }
    if digits < 8 || line.chars().count() > 60 {
        return Err(WRONG);
    }
    Ok(Some(national(&line)))
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
    let abroad = line.trim_start_matches('(').trim_start_matches('+').strip_prefix("84");
    if let Some(rest) = abroad {
        let rest = rest.trim_start_matches([')', ' ', '.', '-']);
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        if is_one(rest) && (9..=10).contains(&digits) && !rest.starts_with('0') {
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

/// Mobile numbers have ten digits, those of a landline eleven: one fewer lacks its 0.
fn lost_zero(number: &str) -> bool {
    match number.bytes().filter(u8::is_ascii_digit).count() {
        9 => number.starts_with(['3', '5', '7', '8', '9']),
        10 => number.starts_with('2'),
        _ => false,
    }
}

/// The number of a cluster: 2, "Cụm 2", "Cụm số II".
pub(super) fn cluster(line: &str) -> Result<u32, Wrong> {
    const WRONG: Wrong = "intake-cluster";
    let words = words(line);
    let number = match words.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
        Some(digits) => digits.parse().ok(),
        None => words.split(' ').next_back().and_then(roman),
    };
    number.filter(|number| (1..1000).contains(number)).ok_or(WRONG)
}

/// A Roman number below forty, in small letters.
pub(super) fn roman(word: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = word.trim_start_matches('x');
    let tens = word.len() - ones.len();
    let ones = ONES.iter().position(|numeral| *numeral == ones)?;
    let number = u32::try_from(tens * 10 + ones).ok()?;
    (1..40).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 3, 1);

    fn cell(content: &str) -> Cell {
        Cell::text(content).expect("something to see")
    }

    fn birth_of(cell: &Cell) -> Result<String, Wrong> {
        birth(cell, TODAY).map(|date| date.to_string())
    }

    #[test]
    fn births_are_years_or_dates() {
        for (typed, edtf) in [
            ("1969", "1969"),
            ("02/05/1969", "1969-05-02"),
            ("2-5-1969", "1969-05-02"),
            ("'1969", "1969"),
            ("5/1969", "1969-05"),
            ("2/5/69", "1969-05-02"),
            ("02/05/1969 00:00:00", "1969-05-02"),
            ("Sinh năm 1969", "1969"),
            ("SN: 1969", "1969"),
            ("(1969)", "1969"),
            ("(SN 1969)", "1969"),
        ] {
            assert_eq!(birth_of(&cell(typed)).as_deref(), Ok(edtf), "{typed}");
        }
        assert_eq!(birth_of(&Cell::Number(1969.0)).as_deref(), Ok("1969"));
        let date = |year, month, day, serial| Cell::Date {
            date: FuzzyDate::day(year, month, day).expect("a day"),
            serial,
        };
        assert_eq!(birth_of(&date(1969, 5, 2, 25_325.0)).as_deref(), Ok("1969-05-02"));
        assert_eq!(birth_of(&date(1905, 5, 22, 1969.0)).as_deref(), Ok("1969"));
    }

    #[test]
    fn what_is_no_birth_is_said() {
        for (typed, wrong) in [
            ("19755", "intake-birth-form"),
            ("abc", "intake-birth-form"),
            ("25/9", "intake-birth-form"),
            ("31/2/1970", "intake-birth-no-such-day"),
            ("12/13/1970", "intake-birth-no-such-day"),
            ("1850", "intake-birth-implausible"),
            ("2031", "intake-birth-implausible"),
            ("2020", "intake-birth-implausible"),
        ] {
            assert_eq!(birth_of(&cell(typed)), Err(wrong), "{typed}");
        }
        for number in [19755.0, 1969.5, -3.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(birth_of(&Cell::Number(number)), Err("intake-birth-form"), "{number}");
        }
    }

    #[test]
    fn phones_get_back_their_zero() {
        for (typed, kept) in [
            ("912345678", "0912345678"),
            ("0912 345 678", "0912 345 678"),
            ("0912.345.678", "0912.345.678"),
            ("2353884123", "02353884123"),
            ("+84 912345678", "0912345678"),
            ("(+84) 912 345 678", "0912 345 678"),
            ("84912345678", "0912345678"),
            ("912 345 678", "0912 345 678"),
            ("O9l2345678", "0912345678"),
            ("'0912345678", "0912345678"),
            ("’0912 345 678", "0912 345 678"),
            ("'0912345678/'0987654321", "0912345678/0987654321"),
            ("`912345678", "0912345678"),
            ("912345678/987654321", "0912345678/0987654321"),
            ("0912345678 (Zalo)", "0912345678 (Zalo)"),
            ("0912345678 - 0987654321", "0912345678 - 0987654321"),
        ] {
            assert_eq!(phone(&cell(typed)), Ok(Some(kept.to_owned())), "{typed}");
        }
        assert_eq!(phone(&Cell::Number(912_345_678.0)), Ok(Some("0912345678".to_owned())));
        assert_eq!(phone(&cell("không")), Ok(None));
        for typed in ["09123", "9,12E+08", "hỏi anh Nam"] {
            assert_eq!(phone(&cell(typed)), Err("intake-phone"), "{typed}");
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
        assert_eq!(name(&"Lê ".repeat(60)), Err("intake-name-long"));
    }

    #[test]
    fn genders_marks_and_clusters() {
        assert_eq!(gender("Nữ"), Ok(Gender::Female));
        assert_eq!(gender("nu"), Ok(Gender::Female));
        assert_eq!(gender("M"), Ok(Gender::Male));
        assert!(gender("3").is_err());
        assert_eq!((mark("X"), mark("-"), mark("1969")), (Some(true), Some(false), None));
        for (line, number) in [("2", 2), ("Cụm 3", 3), ("Cụm số IV", 4), ("Cụm XII", 12)] {
            assert_eq!(cluster(line), Ok(number), "{line}");
        }
        for line in ["Cụm Tam Kỳ", "0", "12345678901234", "Cụm xxxxxx"] {
            assert!(cluster(line).is_err(), "{line}");
        }
    }
}
