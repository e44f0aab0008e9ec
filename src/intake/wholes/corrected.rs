//! What a line beside the list says otherwise of somebody in it, as messages do that come later: "số đúng của
//! ông Lê Văn Sáu là 0913640271", "Năm sinh ông Nam là 1975 chứ không phải 1957".
//!
//! What is certain is put right, with a remark: a later line that names one person and gives one telephone, or the
//! year instead of the one that was read. All else makes the person doubtful.

use std::collections::HashSet;

use super::super::grid::Grid;
use super::super::honorifics::sex_of;
use super::super::marks;
use super::super::person::ReadRow;
use super::super::position::begins_with_position;
use super::super::rows::Found;
use super::{by_name, called, words_with_marks};
use crate::domain::date::FuzzyDate;
use crate::domain::list::LineKind;
use crate::domain::reading;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;
use crate::vietnamese::number::sentence_case;

/// Words of a name that tells who is meant.
const NAME: std::ops::RangeInclusive<usize> = 2..=6;
/// Years in which delegates are born.
const BIRTHS: std::ops::RangeInclusive<i16> = 1920..=2012;

/// What a line says of somebody.
enum Said {
    Phone(String),
    Year(i16),
    /// Something else than was read, but not for certain what.
    Otherwise,
}

/// Puts right, or doubts, whoever is named whole in a line that is nobody's own, with another year or telephone
/// than was read.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let is_said =
        |(_, kind, _): &&(u32, LineKind, _)| matches!(kind, LineKind::Note | LineKind::NotUnderstood);
    let said: HashSet<u32> = found.kinds.iter().filter(is_said).map(|(row, ..)| *row).collect();
    let has_figures = |line: &str| line.chars().filter(char::is_ascii_digit).count() >= 4;
    let rows = grid.rows.iter().filter(|row| row.filled() <= 2 && said.contains(&row.number));
    let lines: Vec<(u32, String)> =
        rows.map(|row| (row.number, row.line())).filter(|(_, line)| has_figures(line)).collect();
    if lines.is_empty() {
        return;
    }
    let names = by_name(found);
    for (number, line) in lines {
        let folded = words(&line);
        let parts: Vec<&str> = folded.split(' ').collect();
        let mut named: Vec<&Vec<usize>> = NAME
            .flat_map(|length| parts.windows(length))
            .filter_map(|part| names.get(&part.join(" ")))
            .collect();
        named.dedup_by(|one, other| std::ptr::eq(*one, *other));
        // Of two of one name nobody knows which is meant.
        let whole = match named.first().map(|first| first.as_slice()) {
            Some([at]) => Some(*at),
            Some(_) => continue,
            None => None,
        };
        let Some(at) = whole.or_else(|| called(&line, &names)) else { continue };
        let row = &mut found.people[at];
        let is_sure = named.len() <= 1 && row.row < number && !marks::says_withdrawal(&folded);
        if is_sure {
            told_besides(&line, row);
        }
        let Some(said) = said_of(&line, row) else { continue };
        match said {
            Said::Phone(phone) if is_sure => {
                row.remarks.push(remark("intake-remark-corrected-phone", row, &line, &phone));
                row.person.phone = Some(phone);
            }
            Said::Year(year) if is_sure => {
                row.remarks.push(remark("intake-remark-corrected-birth", row, &line, &year.to_string()));
                row.person.birth = FuzzyDate::year_only(year).ok();
            }
            _ => {
                let doubt = Sentence::new("intake-doubt-corrected").with("row", row.row);
                row.doubts.push(doubt.with("note", line.as_str()));
            }
        }
    }
}

/// What a line says of somebody whom it calls, where the list says nothing: the sex by "bà" before the name, and
/// "Chú Sử là người có uy tín".
fn told_besides(line: &str, row: &mut ReadRow) {
    if row.person.gender.is_none()
        && let Some((before, _)) = line.split_once(row.person.full_name.as_str())
        && let Some(word) = before.split_whitespace().next_back()
    {
        row.person.gender = sex_of(word);
    }
    let post =
        line.split_once(" là ").map(|(_, said)| said.split([',', ';', '.', '(']).next().unwrap_or(said));
    if row.person.position.is_none()
        && let Some(post) = post.filter(|post| begins_with_position(post))
    {
        let post = sentence_case(post.trim());
        row.remarks.push(remark("intake-remark-corrected-post", row, line, &post));
        row.person.position = Some(post);
    }
}

fn remark(id: &'static str, row: &ReadRow, line: &str, value: &str) -> Sentence {
    Sentence::new(id).with("row", row.row).with("value", value).with("note", line)
}

/// What a line has of a year or a telephone that the person has not.
fn said_of(line: &str, row: &ReadRow) -> Option<Said> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = row.person.phone.as_deref().map(digits).unwrap_or_default();
    let birth = row.person.birth;
    let year = birth.and_then(FuzzyDate::year);
    let figures = figures(line);
    let phones: Vec<&String> = figures.iter().filter(|one| one.len() >= 9 && one.starts_with('0')).collect();
    let years: Vec<i16> = figures
        .iter()
        .filter(|one| one.len() == 4)
        .filter_map(|one| one.parse().ok())
        .filter(|year| BIRTHS.contains(year))
        .collect();
    let other_phones: Vec<&&String> = phones.iter().filter(|phone| ***phone != own).collect();
    let other_years: Vec<i16> = years.iter().copied().filter(|said| year != Some(*said)).collect();
    let is_year_alone = birth.is_none_or(|birth| birth.month().is_none());
    let says_own = !own.is_empty() && phones.iter().any(|phone| **phone == own);
    let is_phone = own.is_empty() || says_own || puts_right(line);
    let is_birth = year.is_some_and(|year| years.contains(&year)) || says(line, Section::BirthLabel);
    match (other_phones.as_slice(), other_years.as_slice()) {
        ([], []) => None,
        ([phone], []) if is_phone => {
            Some(reading::phone(phone).ok().flatten().map_or(Said::Otherwise, Said::Phone))
        }
        ([], [year]) if is_birth && is_year_alone => Some(Said::Year(*year)),
        _ => Some(Said::Otherwise),
    }
}

/// Whether a line says of itself that it puts something right: "gõ lộn", "chứ không phải".
fn puts_right(line: &str) -> bool {
    let line = format!(" {} ", words_with_marks(line));
    Section::Correction.words().any(|word| line.contains(&format!(" {word} ")))
}

/// Whether one of these words stands in a line.
fn says(line: &str, labels: Section) -> bool {
    let line = format!(" {} ", words(line));
    labels.folded().any(|label| line.contains(&format!(" {label} ")))
}

/// The numbers of a line; groups of one telephone are one.
fn figures(line: &str) -> Vec<String> {
    let groups = line.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ' ' | '.'));
    let mut figures = Vec::new();
    for group in groups {
        let whole: String = group.chars().filter(char::is_ascii_digit).collect();
        match whole.len() {
            9..=11 => figures.push(whole),
            _ => figures.extend(group.split([' ', '.']).filter(|part| !part.is_empty()).map(str::to_owned)),
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_line_are_told() {
        assert_eq!(figures("số đúng là 0913.640.271"), ["0913640271"]);
        assert_eq!(figures("là 1975 chứ không phải 1957"), ["1975", "1957"]);
    }
}
