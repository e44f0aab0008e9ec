//! How a printing of certificates went: "đến số …, hỏng …".

use super::Certificate;
use super::blank;
use super::mistake::CertificateMistake;
use crate::domain::id::CertificateId;

/// What came out of the printer, in the order of the sheets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CameOut {
    /// The last that came out; `None`: all of them.
    pub until: Option<CertificateId>,
    /// Those whose sheets were spoiled.
    pub spoiled: Vec<CertificateId>,
    /// The serial numbers of the forms that came out, in the order of the sheets; none where nothing is said of them.
    pub blanks: Vec<String>,
}

impl CameOut {
    /// Reads what was typed of these certificates, in the order of their sheets: the last number, and the spoiled ones with
    /// commas between them and hyphens for rows ("127, 130-132"), and the serial number of the first form. Numbers stand as
    /// they are printed, or bare.
    ///
    /// Errors: a number that none of them has; a serial number that cannot count on.
    pub fn read(
        printed: &[Certificate],
        until: &str,
        spoiled: &str,
        first_blank: &str,
    ) -> Result<Self, CertificateMistake> {
        let until = match until.trim() {
            "" => None,
            number => Some(place(printed, number)?),
        };
        let out = until.map_or(printed, |last| &printed[..=last]);
        let mut ids = Vec::new();
        for part in spoiled.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let row = part.split_once(['-', '–']).filter(|(from, to)| is_bare(from) && is_bare(to));
            let (from, to) = match row {
                Some((from, to)) => (place(out, from)?, place(out, to)?),
                None => {
                    let at = place(out, part)?;
                    (at, at)
                }
            };
            ids.extend(out[from.min(to)..=from.max(to)].iter().map(|one| one.id));
        }
        ids.sort_unstable();
        ids.dedup();
        let blanks = blank::in_a_row(first_blank, out.len())?;
        let last = until.filter(|last| last + 1 < printed.len());
        Ok(Self { until: last.map(|last| printed[last].id), spoiled: ids, blanks })
    }

    /// Those that are still to be printed, in the order of their sheets.
    pub fn left(&self, printed: &[Certificate]) -> Vec<CertificateId> {
        let last = self.until.and_then(|until| printed.iter().position(|one| one.id == until));
        let is_left = |(at, one): &(usize, &Certificate)| {
            last.is_some_and(|last| *at > last) || self.spoiled.contains(&one.id)
        };
        printed.iter().enumerate().filter(is_left).map(|(_, one)| one.id).collect()
    }
}

fn is_bare(number: &str) -> bool {
    let number = number.trim();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Which of them has a number.
fn place(printed: &[Certificate], number: &str) -> Result<usize, CertificateMistake> {
    let number = number.trim();
    let bare: Option<u32> = number.parse().ok();
    let is_it =
        |one: &Certificate| one.printed_number.eq_ignore_ascii_case(number) || Some(one.number) == bare;
    let found = printed.iter().position(is_it);
    found.ok_or_else(|| CertificateMistake::UnknownNumber(number.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::certificate::CertificateState;
    use crate::domain::certificate::copy::PrintedCopy;
    use crate::domain::id::DelegateId;

    fn printed() -> Vec<Certificate> {
        let one = |number: u32| Certificate {
            id: CertificateId(i64::from(number) + 100),
            delegate: DelegateId(i64::from(number)),
            issue: 1,
            number,
            edition: 0,
            printed_number: format!("{number:02}/CN-MTTQ"),
            date: None,
            copy: PrintedCopy::default(),
            code: None,
            state: CertificateState::Numbered,
            reissue_of: None,
            erased: false,
            is_kept: false,
        };
        (1..=9).map(one).collect()
    }

    #[test]
    fn what_came_out_and_what_is_left_is_told_by_numbers_as_people_write_them() {
        let all = printed();
        let left = |until: &str, spoiled: &str| {
            let read = CameOut::read(&all, until, spoiled, "").expect("numbers");
            read.left(&all).into_iter().map(|id| id.0 - 100).collect::<Vec<_>>()
        };
        assert_eq!(left("", ""), [] as [i64; 0]);
        assert_eq!(left("9", ""), [] as [i64; 0]);
        assert_eq!(left("6", ""), [7, 8, 9]);
        assert_eq!(left("06/CN-MTTQ", "2, 4-5"), [2, 4, 5, 7, 8, 9]);
        assert_eq!(left("", "03/cn-mttq; 5"), [3, 5]);
    }

    #[test]
    fn a_number_that_was_not_printed_is_refused_by_name() {
        let all = printed();
        let unknown = |number: &str| Err(CertificateMistake::UnknownNumber(number.to_owned()));
        assert_eq!(CameOut::read(&all, "12", "", ""), unknown("12"));
        assert_eq!(CameOut::read(&all, "4", "6", ""), unknown("6"), "it did not come out");
        assert_eq!(CameOut::read(&all, "", "x", ""), unknown("x"));
    }
}
