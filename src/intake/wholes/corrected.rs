//! What a line beside the list says otherwise of somebody in it, as messages do that come later: "số đúng của
//! ông Lê Văn Sáu là 0913640271", "Năm sinh ông Nam là 1975 chứ không phải 1957".

use std::collections::{HashMap, HashSet};

use super::super::grid::{Grid, Row};
use super::super::person::ReadRow;
use super::super::rows::Found;
use crate::domain::list::LineKind;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// Words of a name that tells who is meant.
const NAME: std::ops::RangeInclusive<usize> = 2..=6;
/// Years in which delegates are born.
const BIRTHS: std::ops::RangeInclusive<i16> = 1920..=2012;

/// Doubts whoever is named whole in a line that is nobody's own, with another year or telephone than was read.
pub(super) fn doubt(grid: &Grid, found: &mut Found) {
    let is_said =
        |(_, kind, _): &&(u32, LineKind, _)| matches!(kind, LineKind::Note | LineKind::NotUnderstood);
    let said: HashSet<u32> = found.kinds.iter().filter(is_said).map(|(row, ..)| *row).collect();
    let has_figures = |line: &String| line.chars().filter(char::is_ascii_digit).count() >= 4;
    let rows = grid.rows.iter().filter(|row| row.filled() <= 2 && said.contains(&row.number));
    let lines: Vec<String> = rows.map(Row::line).filter(has_figures).collect();
    if lines.is_empty() {
        return;
    }
    let mut names = HashMap::<String, Vec<usize>>::new();
    for (at, row) in found.people.iter().enumerate() {
        names.entry(words(&row.person.full_name)).or_default().push(at);
    }
    for line in lines {
        let folded = words(&line);
        let parts: Vec<&str> = folded.split(' ').collect();
        let named = NAME.flat_map(|length| parts.windows(length)).find_map(|part| names.get(&part.join(" ")));
        // Of two of one name nobody knows which is meant.
        let Some(&[at]) = named.map(Vec::as_slice) else { continue };
        let row = &mut found.people[at];
        if says_otherwise(&line, row) {
            let doubt = Sentence::new("intake-doubt-corrected").with("row", row.row);
            row.doubts.push(doubt.with("note", line.as_str()));
        }
    }
}

/// Whether a line has a year or a telephone that the person has not.
fn says_otherwise(line: &str, row: &ReadRow) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = row.person.phone.as_deref().map(digits).unwrap_or_default();
    let year = row.person.birth.and_then(|birth| birth.year());
    figures(line).iter().any(|figure| match figure.len() {
        4 => figure.parse().is_ok_and(|said| BIRTHS.contains(&said) && year != Some(said)),
        9..=11 => figure.starts_with('0') && *figure != own,
        _ => false,
    })
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
