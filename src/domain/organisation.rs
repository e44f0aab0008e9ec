//! The organisation that issues papers: letterhead and signatory.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::id::OrganisationId;
use super::picture::Picture;

/// Where a number pattern such as "{so}/CN-MTTQ" puts the number.
pub const NUMBER_PLACE: &str = "{so}";

/// Which heading its papers carry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingProfile {
    /// Quốc hiệu and Tiêu ngữ, after Nghị định 30/2020/NĐ-CP, Phụ lục I.
    #[default]
    State,
    /// "ĐẢNG CỘNG SẢN VIỆT NAM", after Hướng dẫn 36-HD/VPTW (2018).
    Party,
}

/// What stands at the head of a paper, already in capitals where it prints so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Letterhead {
    /// National or Party heading on the right.
    pub profile: HeadingProfile,
    /// Cơ quan chủ quản, regular: "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".
    pub superior: Vec<String>,
    /// Cơ quan ban hành, bold: "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH", "BAN THƯỜNG TRỰC".
    pub issuer: Vec<String>,
    /// Địa danh before the date: "Phú Ninh".
    pub place: Option<String>,
    /// How its papers are numbered.
    #[serde(skip_serializing_if = "NumberPatterns::is_empty")]
    pub numbers: NumberPatterns,
}

/// The number patterns of an organisation's papers, each with [`NUMBER_PLACE`]
/// where the number goes; empty where none was chosen. That of certificates
/// stands with the organisation itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NumberPatterns {
    /// Kế hoạch: "{so}/KH-MTTQ-BTT".
    pub plan: String,
    /// Quyết định: "{so}/QĐ-MTTQ-BTT".
    pub decision: String,
    /// Giấy mời, giấy triệu tập: "{so}/GM-MTTQ-BTT".
    pub invitation: String,
}

impl NumberPatterns {
    /// Whether no pattern was chosen.
    pub fn is_empty(&self) -> bool {
        [&self.plan, &self.decision, &self.invitation].iter().all(|pattern| pattern.is_empty())
    }
}

/// A number as a pattern prints it: "127/KH-MTTQ-BTT", "05/KH-MTTQ-BTT".
pub fn numbered(pattern: &str, number: &str) -> String {
    pattern.replace(NUMBER_PLACE, &two_digits(number))
}

/// A pattern as people see it: dots stand for the number, "…/KH-MTTQ-BTT".
pub fn pattern_shown(pattern: &str) -> String {
    pattern.replace(NUMBER_PLACE, "…")
}

/// A pattern as it is kept, of one that was written: dots stand for the number, as on paper, and it stands before a slash or a
/// dash that has nothing before it. One that says nowhere where the number goes stays as it is.
pub fn pattern_read(written: &str) -> String {
    if written.contains(NUMBER_PLACE) {
        return written.to_owned();
    }
    let is_dot = |letter: char| matches!(letter, '.' | '…' | '_');
    let blank = written.split(|letter| !is_dot(letter)).find(|dots| dots.contains('…') || dots.len() > 1);
    match blank {
        Some(dots) => written.replacen(dots, NUMBER_PLACE, 1),
        None if written.starts_with(['/', '-']) => format!("{NUMBER_PLACE}{written}"),
        None => written.to_owned(),
    }
}

/// The number of a paper with two figures at least, alone or with its symbol: "05", "05/KH-MTTQ-BTT"
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I: numbers under 10 have a zero before them).
pub fn two_digits(number: &str) -> Cow<'_, str> {
    let mut letters = number.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_figure = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    match is_figure(first) && first != Some('0') && !is_figure(second) {
        true => Cow::Owned(format!("0{number}")),
        false => Cow::Borrowed(number),
    }
}

/// Who signs, as printed under the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signatory {
    /// Authority lines: "TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH".
    pub authority: Vec<String>,
    /// "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC".
    pub title: String,
    /// Full name under the signature; empty leaves room for a stamp of it.
    pub name: String,
    /// First day in office, if known.
    pub from: Option<FuzzyDate>,
    /// Last day in office, if it ended.
    pub until: Option<FuzzyDate>,
}

/// An organisation as entered in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationDetails {
    /// Full name in ordinary case: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".
    pub name: String,
    /// Short name for the window: "MTTQ huyện Phú Ninh".
    pub short_name: String,
    /// Heading of its papers.
    pub letterhead: Letterhead,
    /// Those who may sign; the first in office signs.
    #[serde(default)]
    pub signatories: Vec<Signatory>,
    /// Number pattern of its certificates with `{so}` for the running number:
    /// "{so}/CN-MTTQ".
    pub certificate_pattern: String,
    /// On its certificates and badges, if it has one.
    #[serde(skip)]
    pub logo: Option<Picture>,
}

/// An organisation of the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its row.
    pub id: OrganisationId,
    /// What it says.
    pub details: OrganisationDetails,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_under_ten_have_a_zero_before_them() {
        assert_eq!(numbered("{so}/KH-MTTQ-BTT", "5"), "05/KH-MTTQ-BTT");
        assert_eq!(numbered("{so}/KH-MTTQ-BTT", "45"), "45/KH-MTTQ-BTT");
        assert_eq!(numbered("{so}/KH", "……"), "……/KH");
        for (entered, printed) in
            [("5", "05"), ("05", "05"), ("9a", "09a"), ("7-QĐ/TTCT", "07-QĐ/TTCT"), ("0", "0"), ("", "")]
        {
            assert_eq!(two_digits(entered), printed);
        }
    }

    #[test]
    fn dots_stand_for_the_number_of_a_pattern() {
        for (written, kept) in [
            ("…/KH-MTTQ-BTT", "{so}/KH-MTTQ-BTT"),
            ("....../KH-MTTQ", "{so}/KH-MTTQ"),
            ("/QĐ-MTTQ", "{so}/QĐ-MTTQ"),
            ("-CV/UBMT", "{so}-CV/UBMT"),
            ("CN …/2026", "CN {so}/2026"),
            ("{so}/CN", "{so}/CN"),
            ("KH-MTTQ", "KH-MTTQ"),
            ("T.Ư", "T.Ư"),
            ("", ""),
        ] {
            assert_eq!(pattern_read(written), kept);
        }
        assert_eq!(pattern_shown("{so}/CN-MTTQ"), "…/CN-MTTQ");
    }
}
