//! Số phôi: the serial numbers that stand on forms that came printed.

use super::mistake::CertificateMistake;

/// Serial numbers have no more digits at their end.
const MOST_DIGITS: usize = 15;

/// The serial numbers of so many forms in a row, the first being this one: "A 000123", "A 000124". None where nothing is
/// said of them.
///
/// Errors: more than one form, and no digits at the end of the first that could count on.
pub fn in_a_row(first: &str, count: usize) -> Result<Vec<String>, CertificateMistake> {
    let first = first.trim();
    if first.is_empty() || count == 0 {
        return Ok(Vec::new());
    }
    if count == 1 {
        return Ok(vec![first.to_owned()]);
    }
    let refused = || CertificateMistake::NoSerial(first.to_owned());
    let digits = first.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > MOST_DIGITS {
        return Err(refused());
    }
    // Digits are one byte each.
    let (letters, digits) = first.split_at(first.len() - digits);
    let from: u64 = digits.parse().map_err(|_| refused())?;
    Ok((from..)
        .take(count)
        .map(|number| format!("{letters}{number:0width$}", width = digits.len()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_count_on_as_they_are_printed() {
        assert_eq!(
            in_a_row(" MT 000998 ", 3),
            Ok(["MT 000998", "MT 000999", "MT 001000"].map(str::to_owned).into())
        );
        assert_eq!(in_a_row("9", 2), Ok(vec!["9".to_owned(), "10".to_owned()]));
        assert_eq!(in_a_row("A-X", 1), Ok(vec!["A-X".to_owned()]));
        assert_eq!(in_a_row("", 7), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_count_on_is_refused() {
        for first in ["A-X", "12B", "1234567890123456"] {
            assert_eq!(in_a_row(first, 2), Err(CertificateMistake::NoSerial(first.to_owned())));
        }
    }
}
