//! The code by which a certificate is verified (mã kiểm tra): digits only, so that it can be read out on the
//! telephone and typed by a scanner.

use std::fmt;
use std::str::FromStr;

/// Digits before the check digit.
const RANDOM: usize = 11;

/// How many codes there can be.
const CODES: u64 = 100_000_000_000;

/// Twelve digits: eleven at random, and Damm's check digit, which finds every single wrong digit and every two
/// neighbours that changed places. It says nothing of the certificate: who has not seen one cannot guess its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CheckCode(u64);

/// The quasigroup of order 10 of H. Michael Damm, "Total anti-symmetrische Quasigruppen", dissertation,
/// Philipps-Universität Marburg 2004.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

impl CheckCode {
    /// The code made of a random number.
    pub fn from_random(random: u64) -> Self {
        Self(random % CODES)
    }

    /// In groups of four, as it is printed to be read by people: "4839 2051 7746".
    pub fn in_groups(self) -> String {
        let digits = self.to_string();
        let groups: Vec<&str> = [0..4, 4..8, 8..12].into_iter().filter_map(|part| digits.get(part)).collect();
        groups.join(" ")
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0RANDOM$}", self.0);
        write!(formatter, "{digits}{}", checked(digits.bytes()))
    }
}

/// What is no code: another number of digits, other signs, or a check digit that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no code of a certificate")]
pub struct NoCheckCode;

impl FromStr for CheckCode {
    type Err = NoCheckCode;

    /// Reads it as it was printed, typed or scanned: spaces, dots and hyphens between digits are passed over.
    fn from_str(text: &str) -> Result<Self, NoCheckCode> {
        let digits: String =
            text.chars().filter(|sign| !sign.is_whitespace() && !".-–".contains(*sign)).collect();
        let is_code = digits.len() == RANDOM + 1 && digits.bytes().all(|digit| digit.is_ascii_digit());
        if !is_code || checked(digits.bytes()) != 0 {
            return Err(NoCheckCode);
        }
        digits.get(..RANDOM).and_then(|random| random.parse().ok()).map(Self).ok_or(NoCheckCode)
    }
}

/// What the digits come to: the check digit, and 0 with it.
fn checked(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |interim, digit| {
        let row = DAMM.get(usize::from(interim));
        row.and_then(|row| row.get(usize::from(digit.wrapping_sub(b'0')))).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{badge_code, id::DelegateId};

    #[test]
    fn a_code_has_twelve_digits_and_reads_back() {
        // The example of the dissertation: 572 has the check digit 4.
        assert_eq!(CheckCode::from_random(572).to_string(), "000000005724");
        for random in [0, 1, 99_999_999_999, 4_839_205_177, u64::MAX] {
            let code = CheckCode::from_random(random);
            assert_eq!(code.to_string().len(), 12);
            assert_eq!((code.to_string().parse(), code.in_groups().parse()), (Ok(code), Ok(code)));
        }
        assert_eq!("0000.0000-5724".parse(), Ok(CheckCode(572)));
    }

    #[test]
    fn no_wrong_digit_and_no_two_that_changed_places_are_taken_for_a_code() {
        for random in (0..50).map(|step| step * 1_987_654_321) {
            let code = CheckCode::from_random(random).to_string().into_bytes();
            let is_code =
                |digits: &[u8]| std::str::from_utf8(digits).expect("digits").parse::<CheckCode>().is_ok();
            for place in 0..12 {
                for other in (b'0'..=b'9').filter(|other| *other != code[place]) {
                    let mut wrong = code.clone();
                    wrong[place] = other;
                    assert!(!is_code(&wrong), "{random} at {place}");
                }
            }
            for place in (0..11).filter(|place| code[*place] != code[place + 1]) {
                let mut wrong = code.clone();
                wrong.swap(place, place + 1);
                assert!(!is_code(&wrong), "{random} at {place}");
            }
        }
        for text in ["", "00000000572", "00000000572a", "0000000057241", "４839205177461"] {
            assert_eq!(text.parse::<CheckCode>(), Err(NoCheckCode), "{text}");
        }
    }

    #[test]
    fn a_certificate_is_no_badge_and_a_badge_no_certificate() {
        for random in (0..500).map(|step| step * 1_987_654_321) {
            let code = CheckCode::from_random(random).to_string();
            assert_eq!(badge_code::read(&code), None, "{code}");
        }
        for id in [1, 433, 99_999_999, 123_456_789] {
            assert!(badge_code::code(DelegateId(id)).parse::<CheckCode>().is_err());
        }
    }
}
