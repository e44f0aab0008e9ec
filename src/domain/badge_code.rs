//! The code on a badge: digits only, for scanners type like a keyboard and an input
//! method turns letters into others ("DD" into "Đ").

use super::id::DelegateId;

/// Digits of the delegate, before the check digit.
const LEAST: usize = 8;

/// Digits of the codes by which certificates are verified.
const OF_CERTIFICATES: usize = 12;

/// The code of a delegate of this data file: its row, and a check digit (Luhn's), so
/// that a code that was read or typed wrong is not taken for somebody else.
pub fn code(delegate: DelegateId) -> String {
    let digits = format!("{:0LEAST$}", delegate.0.unsigned_abs());
    let check = check_digit(&digits);
    format!("{digits}{check}")
}

/// Whose code this is; `None` for what is no code.
pub fn read(code: &str) -> Option<DelegateId> {
    let code = code.trim();
    // Twelve digits are a certificate's; no file has so many delegates that a badge has them.
    if code.len() <= LEAST || code.len() == OF_CERTIFICATES || !code.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let (digits, check) = code.split_at(code.len() - 1);
    let known = check_digit(digits).to_string() == check;
    digits.parse().ok().filter(|_| known).map(DelegateId)
}

/// Luhn's check digit: every second digit counts double, from the right.
fn check_digit(digits: &str) -> u32 {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            match (place % 2, digit * 2) {
                (0, double) if double > 9 => double - 9,
                (0, double) => double,
                _ => digit,
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_digits_and_reads_back() {
        for id in [1, 9, 433, 99_999_999, 123_456_789_012] {
            let code = code(DelegateId(id));
            assert!(code.len() > LEAST && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
            assert_eq!(read(&code), Some(DelegateId(id)));
        }
    }

    #[test]
    fn a_wrong_digit_is_nobody() {
        let code = code(DelegateId(433));
        for place in 0..code.len() {
            let mut wrong = code.clone().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + 1) % 10;
            assert_eq!(read(std::str::from_utf8(&wrong).expect("digits")), None);
        }
        for text in ["", "12", "abcdefghi", "００００００００１"] {
            assert_eq!(read(text), None);
        }
    }
}
