//! What a single cell says, or why it cannot be what its heading promises.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::grid::Cell;
use super::heading::words;
use super::ticked::ticked;
use crate::domain::date::FuzzyDate;
use crate::domain::person::Gender;
use crate::domain::person_field::Reading;
use crate::domain::reading::{self, FIRST_BIRTH_YEAR, Unreadable};
use crate::lexicon::Section;

/// A day by which births are only told from other numbers and days: that an identity card was issued on lies later.
pub(super) const SOME_DAY: Date = Date::constant(2025, 1, 1);

/// The id of the sentence that says what is wrong with a cell.
pub(super) type Wrong = &'static str;

/// Any text, on one clean line.
pub(super) fn text(cell: &Cell) -> Result<String, Wrong> {
    match cell {
        Cell::Long(_) => Err("intake-cell-long"),
        Cell::Fault(_) => Err("intake-cell-fault"),
        Cell::Uncomputed => Err("intake-cell-uncomputed"),
        _ => {
            let line = cell.line();
            Ok(ticked(&line).unwrap_or(line))
        }
    }
}

/// A name that a person can have, exactly as written.
pub(super) fn name(line: &str) -> Result<(), Wrong> {
    reading::name(line).map_err(wrong)
}

/// A year or date of birth.
pub(super) fn birth(cell: &Cell, today: Date) -> Result<FuzzyDate, Wrong> {
    let year_only = |year: i64| i16::try_from(year).ok().and_then(|year| FuzzyDate::year_only(year).ok());
    let date = match cell {
        Cell::Number(_) => cell.whole_number().and_then(year_only).ok_or("intake-birth-form")?,
        // 1969 typed into a cell formatted as a date shows as a day in 1905.
        Cell::Date { date, serial } => mistaken_year(*serial, today).and_then(year_only).unwrap_or(*date),
        _ => return reading::birth(&text(cell)?, today).map_err(wrong),
    };
    reading::plausible_birth(date, today).map_err(wrong)
}

/// The year of "'77": whoever reads it adds the century.
pub(super) fn birth_cut_short(cell: &Cell) -> Option<i16> {
    let Cell::Text(text) = cell else { return None };
    let year = text.trim().strip_prefix(['\'', '’']).filter(|year| year.len() == 2)?;
    year.parse::<u8>().ok().map(|year| 1900 + i16::from(year))
}

/// The year in which somebody was born who is so old: "59 tuổi (năm 2026)", "59 tuổi".
pub(super) fn year_of_age(cell: &Cell, today: Date) -> Option<i16> {
    let Cell::Text(text) = cell else { return None };
    let line = words(text);
    let mut said = line.split(' ');
    let age: i16 = said.next()?.parse().ok().filter(|age| (15..=110).contains(age))?;
    let in_year = match (said.next()?, said.next(), said.next(), said.next()) {
        ("tuoi", None, None, None) => today.year(),
        ("tuoi", Some("nam"), Some(year), None) => year.parse().ok()?,
        _ => return None,
    };
    let is_near = (today.year() - 2..=today.year() + 1).contains(&in_year);
    is_near.then_some(in_year - age)
}

/// The day that a plain number is as Excel counts them, where that can be a birth: what is left of
/// dates in a file that lost its formats.
pub(super) fn birth_as_serial(cell: &Cell, today: Date) -> Option<FuzzyDate> {
    let number = match cell {
        Cell::Number(_) => cell.whole_number()?,
        Cell::Text(text) => Some(text.trim()).filter(|text| text.len() == 5)?.parse().ok()?,
        _ => return None,
    };
    // One that begins as a year does may be one with a figure too many.
    let is_year = matches!(number / 1000, 19 | 20);
    let number = Some(number).filter(|number| (10_000..100_000).contains(number) && !is_year)?;
    let day = jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(number)).ok()?;
    let day = FuzzyDate::of(day)?;
    reading::plausible_birth(day, today).ok()
}

/// The sentence about a cell that holds this.
fn wrong(unreadable: Unreadable) -> Wrong {
    match unreadable {
        Unreadable::NameLong => "intake-name-long",
        Unreadable::NameDigits => "intake-name-digits",
        Unreadable::NameLetters => "intake-name-letters",
        Unreadable::NameNone => "intake-name-none",
        Unreadable::BirthForm => "intake-birth-form",
        Unreadable::BirthNoSuchDay => "intake-birth-no-such-day",
        Unreadable::BirthImplausible { .. } => "intake-birth-implausible",
        Unreadable::Phone => "intake-phone",
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

/// Nam or Nữ, also in English and without marks.
pub(super) fn gender(line: &str) -> Result<Gender, Wrong> {
    // The two usual ways need no folding.
    match line {
        "Nam" => return Ok(Gender::Male),
        "Nữ" => return Ok(Gender::Female),
        _ => {}
    }
    static GENDERS: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
        let of = |section: Section, gender| section.folded().map(move |word| (word, gender));
        of(Section::Man, Gender::Male).chain(of(Section::Woman, Gender::Female)).collect()
    });
    GENDERS.get(&words(line)).copied().ok_or("intake-gender")
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
    // "1: nam, 0: nữ": the figure before its word.
    let first = heading.split(' ').find(|word| matches!(*word, "0" | "1" | "nam" | "nu"));
    if matches!(first, Some("0" | "1")) {
        let women = [("1 nu ", true), ("0 nam ", true), ("1 nam ", false), ("0 nu ", false)];
        let (_, women_are_one) = women.into_iter().find(|(says, _)| heading.contains(says))?;
        return Some(if one == women_are_one { Gender::Female } else { Gender::Male });
    }
    let women = [("nu 1 ", true), ("nam 0 ", true), ("nam 1 ", false), ("nu 0 ", false)];
    let (_, women_are_one) = women.into_iter().find(|(says, _)| heading.contains(says))?;
    Some(if one == women_are_one { Gender::Female } else { Gender::Male })
}

/// Whether what stands in place of a name says that nobody holds the post.
pub(super) fn is_vacant(line: &str) -> bool {
    static VACANT: LazyLock<HashSet<String>> = LazyLock::new(|| Section::Vacant.folded().collect());
    VACANT.contains(&words(line))
}

/// Whether a cell in a column such as "Nữ" is marked; `None` when it holds
/// something else, such as a year.
pub(super) fn mark(line: &str) -> Option<bool> {
    static MARKS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
        let yes = Section::Yes.words().map(|word| (word, true));
        yes.chain(Section::No.words().map(|word| (word, false))).chain([("", false)]).collect()
    });
    MARKS.get(line.to_lowercase().as_str()).copied()
}

/// Whether a cell under "Đảng viên" says that somebody is one; `None` for a text of
/// neither.
pub(super) fn party(line: &str) -> Option<bool> {
    static PARTY: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
        let members = Section::PartyMember.folded().map(|word| (word, true));
        members.chain(Section::NoPartyMember.folded().map(|word| (word, false))).collect()
    });
    let words = words(line);
    match PARTY.get(&words) {
        Some(member) => Some(*member),
        // The day of joining.
        None if words.chars().filter(char::is_ascii_digit).count() >= 4 => Some(true),
        None => mark(line),
    }
}

/// A text that is read by a rule of its own, such as [`reading::phone`].
pub(super) fn read(cell: &Cell, rule: Reading) -> Result<Option<String>, Wrong> {
    rule(&text(cell)?).map_err(wrong)
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
            ("27121981", "1981-12-27"),
            ("X, 1972", "1972"),
            ("x 1972", "1972"),
            ("1968 (57 tuổi)", "1968"),
            ("02/05/1969 (56 tuổi)", "1969-05-02"),
            ("--/--/1968", "1968"),
            ("00/00/1968", "1968"),
            ("../../1968", "1968"),
            ("00/5/1968", "1968-05"),
            ("25-Dec-70", "1970-12-25"),
            ("December 25, 1970", "1970-12-25"),
            ("25 Dec 1970", "1970-12-25"),
            ("Dec-70", "1970-12"),
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
            ("1968?", "intake-birth-form"),
            ("Không rõ", "intake-birth-form"),
            ("45131981", "intake-birth-no-such-day"),
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

    fn phone_of(cell: &Cell) -> Result<Option<String>, Wrong> {
        read(cell, reading::phone)
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
            assert_eq!(phone_of(&cell(typed)), Ok(Some(kept.to_owned())), "{typed}");
        }
        assert_eq!(phone_of(&Cell::Number(912_345_678.0)), Ok(Some("0912345678".to_owned())));
        assert_eq!(phone_of(&cell("không")), Ok(None));
        for typed in ["09123", "9,12E+08", "hỏi anh Nam"] {
            assert_eq!(phone_of(&cell(typed)), Err("intake-phone"), "{typed}");
        }
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
