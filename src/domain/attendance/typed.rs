//! The line that is typed beside a signed sheet: "3 7p 12-15 9m 20=Trần Thị B +Lê Văn C, xã Tam An".
//!
//! A number is somebody absent; "p" excused, "m" late, "v" left early, "c" came behind it; "=" who sat there instead;
//! "+" who stands there and on no list. "S:", "C:" or "T:" before all says which column of the sheet is meant.

use std::collections::HashSet;

use super::AttendanceStatus;
use crate::domain::cluster::HalfDay;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::clean::clean;

/// The most numbers of one range: more is a slip of the finger.
const LONGEST_RANGE: u32 = 500;

/// What a line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedLine {
    /// The column that is meant, where the line says so.
    pub half: Option<HalfDay>,
    /// Those it names by number, as typed.
    pub numbers: Vec<(u32, Said)>,
    /// Those on no list.
    pub walk_ins: Vec<TypedPerson>,
}

/// What is said of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A status.
    Status(AttendanceStatus),
    /// This person sat there.
    Substitute(TypedPerson),
}

/// Somebody who came and stands on no list, or sat on the place of somebody who does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPerson {
    /// Their name.
    pub name: String,
    /// Where they come from, if that is said.
    pub unit: Option<String>,
}

impl TypedLine {
    /// Everybody it names by name.
    pub fn people(&self) -> impl Iterator<Item = &TypedPerson> {
        let substitutes = self.numbers.iter().filter_map(|(_, said)| match said {
            Said::Substitute(person) => Some(person),
            Said::Status(_) => None,
        });
        substitutes.chain(&self.walk_ins)
    }
}

/// Why a line is not read. Nothing of it is taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// A part that is nothing we know.
    #[error("{0:?} is not understood")]
    Unknown(String),
    /// One number is named twice.
    #[error("{0} is named twice")]
    Twice(u32),
    /// A range that goes backwards, or is too long.
    #[error("{0:?} is no range")]
    Range(String),
    /// "=" or "+" without a name.
    #[error("{0:?} lacks a name")]
    NoName(String),
}

impl Explain for LineError {
    fn explain(&self) -> Sentence {
        match self {
            Self::Unknown(part) => Sentence::new("mark-line-unknown").with("part", part.as_str()),
            Self::Twice(number) => Sentence::new("mark-line-twice").with("number", *number),
            Self::Range(part) => Sentence::new("mark-line-range").with("part", part.as_str()),
            Self::NoName(part) => Sentence::new("mark-line-no-name").with("part", part.as_str()),
        }
    }
}

impl std::str::FromStr for TypedLine {
    type Err = LineError;

    fn from_str(line: &str) -> Result<Self, LineError> {
        let mut typed = Self::default();
        let line = clean(line);
        let mut rest = line.trim();
        if let Some((half, behind)) = column(rest) {
            (typed.half, rest) = (Some(half), behind);
        }
        let mut named = HashSet::new();
        while let Some(part) = next_part(&mut rest) {
            if let Some(walk_in) = part.strip_prefix('+') {
                typed.walk_ins.push(person(walk_in).ok_or_else(|| LineError::NoName(part.to_owned()))?);
                continue;
            }
            for (number, said) in numbers(part)? {
                if !named.insert(number) {
                    return Err(LineError::Twice(number));
                }
                typed.numbers.push((number, said));
            }
        }
        Ok(typed)
    }
}

/// "S: 3 7": the column, and what follows.
fn column(line: &str) -> Option<(HalfDay, &str)> {
    let (letter, rest) = line.split_once(':')?;
    let half = match letter.trim().to_lowercase().as_str() {
        "s" | "sáng" => HalfDay::Morning,
        "c" | "chiều" => HalfDay::Afternoon,
        "t" | "tối" => HalfDay::Evening,
        _ => return None,
    };
    Some((half, rest.trim_start()))
}

/// The next part of the line, which is taken off it. A name goes on to the next number or "+", somebody on no list
/// to the next "+", and anything to a ";".
fn next_part<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let line = rest.trim_start_matches([' ', ';', ',']);
    if line.is_empty() {
        *rest = line;
        return None;
    }
    let words = || line.match_indices(' ').map(|(at, _)| at);
    let begins = |at: &usize, with: fn(char) -> bool| line[at + 1..].starts_with(with);
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '+';
    let end = match line.find(['=', ' ', ';']) {
        _ if line.starts_with('+') => words().find(|at| begins(at, |letter| letter == '+')),
        Some(at) if line[at..].starts_with('=') => {
            words().filter(|one| *one > at + 1).find(|one| begins(one, is_number))
        }
        _ => line.find([' ', ',']),
    };
    let end = end.into_iter().chain(line.find(';')).min().unwrap_or(line.len());
    *rest = &line[end..];
    Some(line[..end].trim())
}

/// "7", "7p", "12-15m", "20=Trần Thị B".
fn numbers(part: &str) -> Result<Vec<(u32, Said)>, LineError> {
    let unknown = || LineError::Unknown(part.to_owned());
    if let Some((number, name)) = part.split_once('=') {
        let number = number.trim().parse().map_err(|_| unknown())?;
        let person = person(name).ok_or_else(|| LineError::NoName(part.to_owned()))?;
        return Ok(vec![(number, Said::Substitute(person))]);
    }
    let digits = part.trim_end_matches(char::is_alphabetic);
    let status = match part[digits.len()..].to_lowercase().as_str() {
        "" => AttendanceStatus::Absent,
        "p" => AttendanceStatus::Excused,
        "m" => AttendanceStatus::Late,
        "v" => AttendanceStatus::LeftEarly,
        "c" => AttendanceStatus::Present,
        _ => return Err(unknown()),
    };
    let (from, to) = digits.split_once(['-', '–']).unwrap_or((digits, digits));
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number > 0);
    let (Some(from), Some(to)) = (number(from), number(to)) else { return Err(unknown()) };
    if from > to || to - from >= LONGEST_RANGE {
        return Err(LineError::Range(part.to_owned()));
    }
    Ok((from..=to).map(|number| (number, Said::Status(status))).collect())
}

/// "Lê Văn C, xã Tam An".
fn person(typed: &str) -> Option<TypedPerson> {
    let (name, unit) = typed.split_once(',').unwrap_or((typed, ""));
    let (name, unit) = (name.trim(), unit.trim());
    name.chars()
        .any(char::is_alphabetic)
        .then(|| TypedPerson { name: name.to_owned(), unit: (!unit.is_empty()).then(|| unit.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<TypedLine, LineError> {
        line.parse()
    }

    #[test]
    fn a_line_says_who_was_absent_excused_late_left_early_substituted_or_on_no_list() {
        let line =
            read("3 7p 12-14 9m 11v 20=Trần Thị B 21 +Lê Văn C, thôn 3, xã Tam An +Võ D").expect("a line");
        let status = |number, status| (number, Said::Status(status));
        assert_eq!(
            line.numbers,
            [
                status(3, AttendanceStatus::Absent),
                status(7, AttendanceStatus::Excused),
                status(12, AttendanceStatus::Absent),
                status(13, AttendanceStatus::Absent),
                status(14, AttendanceStatus::Absent),
                status(9, AttendanceStatus::Late),
                status(11, AttendanceStatus::LeftEarly),
                (20, Said::Substitute(TypedPerson { name: "Trần Thị B".to_owned(), unit: None })),
                status(21, AttendanceStatus::Absent),
            ]
        );
        let units: Vec<_> =
            line.walk_ins.iter().map(|one| (one.name.as_str(), one.unit.as_deref())).collect();
        assert_eq!(units, [("Lê Văn C", Some("thôn 3, xã Tam An")), ("Võ D", None)]);
    }

    #[test]
    fn the_column_can_be_said_and_commas_and_semicolons_part_as_spaces_do() {
        let line = read("C: 3,9; 20=Trần Thị B; 4p").expect("a line");
        assert_eq!(line.half, Some(HalfDay::Afternoon));
        let numbers: Vec<u32> = line.numbers.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [3, 9, 20, 4]);
        assert_eq!(read("sáng: 1").map(|line| line.half), Ok(Some(HalfDay::Morning)));
        assert_eq!(read("").expect("nobody is absent"), TypedLine::default());
    }

    #[test]
    fn what_is_not_understood_is_named_and_nothing_of_the_line_is_taken() {
        assert_eq!(read("3 7x"), Err(LineError::Unknown("7x".to_owned())));
        assert_eq!(read("3 an"), Err(LineError::Unknown("an".to_owned())));
        assert_eq!(read("0"), Err(LineError::Unknown("0".to_owned())));
        assert_eq!(read("3 1-5"), Err(LineError::Twice(3)));
        assert_eq!(read("15-12"), Err(LineError::Range("15-12".to_owned())));
        assert_eq!(read("1-99999"), Err(LineError::Range("1-99999".to_owned())));
        assert_eq!(read("20="), Err(LineError::NoName("20=".to_owned())));
        assert_eq!(read("3 +"), Err(LineError::NoName("+".to_owned())));
        assert_eq!(read("99999999999"), Err(LineError::Unknown("99999999999".to_owned())));
    }
}
