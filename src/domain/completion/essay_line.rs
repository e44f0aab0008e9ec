//! The line that is typed for essays: "3=8,5 7=9 12=Giỏi 15 20-25". A number is an STT; behind "=" stand its points, its
//! grade or both; an STT alone was handed in; "12=kn" was not.

use std::collections::HashSet;

use super::essay::Essay;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::clean::clean;

/// The most numbers of one range: more is a slip of the finger.
const LONGEST_RANGE: u32 = 500;

/// Why a line is not read. Nothing of it is taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// A part that is nothing we know.
    #[error("{0:?} is not understood")]
    Unknown(String),
    /// What stands behind "=" is neither points nor a grade.
    #[error("{0:?} is no essay")]
    NoEssay(String),
    /// One number is named twice.
    #[error("{0} is named twice")]
    Twice(u32),
    /// A range that goes backwards, or is too long.
    #[error("{0:?} is no range")]
    Range(String),
}

impl Explain for LineError {
    fn explain(&self) -> Sentence {
        match self {
            Self::Unknown(part) => Sentence::new("essay-line-unknown").with("part", part.as_str()),
            Self::NoEssay(part) => Sentence::new("essay-line-no-essay").with("part", part.as_str()),
            Self::Twice(number) => Sentence::new("mark-line-twice").with("number", *number),
            Self::Range(part) => Sentence::new("mark-line-range").with("part", part.as_str()),
        }
    }
}

/// What a line says of each number, in its order.
pub fn read(line: &str) -> Result<Vec<(u32, Essay)>, LineError> {
    let line = clean(line);
    let mut said = Vec::new();
    let mut named = HashSet::new();
    let mut rest = line.as_str();
    while let Some(part) = next_part(&mut rest) {
        let (numbers, essay) = match part.split_once('=') {
            Some((numbers, essay)) => {
                let essay = essay.trim();
                (numbers, essay.parse().map_err(|()| LineError::NoEssay(part.to_owned()))?)
            }
            None => (part, Essay::submitted()),
        };
        for number in range(numbers.trim(), part)? {
            if !named.insert(number) {
                return Err(LineError::Twice(number));
            }
            said.push((number, essay.clone()));
        }
    }
    Ok(said)
}

/// The next part of the line, which is taken off it. What is said of a number goes on to the next number; a comma between
/// digits belongs to their points.
fn next_part<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let line = rest.trim_start_matches([' ', ';', ',']);
    if line.is_empty() {
        *rest = line;
        return None;
    }
    let value = line.find('=').filter(|at| {
        let numbers = &line[..*at];
        !numbers.trim_end().contains([' ', ';', ','])
            && numbers.starts_with(|letter: char| letter.is_ascii_digit())
    });
    let begins_number = |at: usize| line[at..].starts_with(|letter: char| letter.is_ascii_digit());
    let behind = match value {
        Some(at) => line[at + 1..].len() - line[at + 1..].trim_start().len() + at + 1,
        None => 0,
    };
    let parted = |(place, sign): (usize, &str)| match sign {
        ";" => true,
        "," => line[place + 1..].starts_with(' ') || place + 1 == line.len(),
        _ => value.is_none() || begins_number(place + 1),
    };
    let mut signs = line.match_indices([' ', ';', ',']).filter(|(place, _)| *place >= behind);
    let end = signs.find(|one| parted(*one));
    let end = end.map_or(line.len(), |(place, _)| place);
    *rest = &line[end..];
    Some(line[..end].trim())
}

/// "7", "12-15".
fn range(numbers: &str, part: &str) -> Result<std::ops::RangeInclusive<u32>, LineError> {
    let (from, to) = numbers.split_once(['-', '–']).unwrap_or((numbers, numbers));
    let number = |text: &str| {
        let digits = text.trim();
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().ok()).flatten().filter(|number| *number > 0)
    };
    let (Some(from), Some(to)) = (number(from), number(to)) else {
        return Err(LineError::Unknown(part.to_owned()));
    };
    if from > to || to - from >= LONGEST_RANGE {
        return Err(LineError::Range(part.to_owned()));
    }
    Ok(from..=to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Result<Vec<(u32, bool, String)>, LineError> {
        let said = read(line)?;
        Ok(said.into_iter().map(|(number, essay)| (number, essay.submitted, essay.mark())).collect())
    }

    fn is(number: u32, mark: &str) -> (u32, bool, String) {
        (number, true, mark.to_owned())
    }

    #[test]
    fn numbers_have_points_a_grade_both_or_were_only_handed_in() {
        let line = told("3=8,5 7=9 12=0 15 4=Trung bình khá 5 = 7,25 khá; 20-22 23=kn, 24=6, 25");
        let mut expected = vec![is(3, "8,5"), is(7, "9"), is(12, "0"), is(15, "")];
        expected.extend([is(4, "Trung bình khá")]);
        expected.extend([
            is(5, "7,25 · Khá"),
            is(20, ""),
            is(21, ""),
            is(22, ""),
            (23, false, String::new()),
        ]);
        expected.extend([is(24, "6"), is(25, "")]);
        assert_eq!(line, Ok(expected));
        assert_eq!(told(""), Ok(Vec::new()));
        assert_eq!(told("1-3=Khá"), Ok(vec![is(1, "Khá"), is(2, "Khá"), is(3, "Khá")]));
    }

    #[test]
    fn what_is_not_understood_is_named_and_nothing_of_the_line_is_taken() {
        assert_eq!(told("3=8,5 7=hay"), Err(LineError::NoEssay("7=hay".to_owned())));
        assert_eq!(told("3 an"), Err(LineError::Unknown("an".to_owned())));
        assert_eq!(told("3=8,5 3"), Err(LineError::Twice(3)));
        assert_eq!(told("3="), Err(LineError::NoEssay("3=".to_owned())));
        assert_eq!(told("15-12"), Err(LineError::Range("15-12".to_owned())));
        assert_eq!(told("1-99999"), Err(LineError::Range("1-99999".to_owned())));
        // Points that lost their "=" are no two numbers.
        assert_eq!(told("3 8,5"), Err(LineError::Unknown("8,5".to_owned())));
        assert_eq!(told("0=5"), Err(LineError::Unknown("0=5".to_owned())));
        assert_eq!(told("3=101"), Err(LineError::NoEssay("3=101".to_owned())));
    }

    proptest::proptest! {
        #[test]
        fn no_line_breaks_the_reading(line in "[0-9=,; .a-zđỏ–-]{0,40}") {
            let _ = read(&line);
        }
    }
}
