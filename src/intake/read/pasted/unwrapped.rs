//! Sentences that were broken wherever a line was full, as an e-mail or a narrow field breaks them: "1. Ông Phạm Ngọc" above
//! "Toại, sinh năm 1969, Trưởng ban CTMT thôn Minh".

use std::borrow::Cow;

use super::super::super::budget::{Budget, Stop};
use super::LONGEST;
use super::person::Person;
use super::sentences::Sent;
use super::{of_line, read_as};

/// Fewer lines are not broken so.
const LEAST_LINES: usize = 3;
/// Letters of the shortest line that may be full.
const LEAST_WIDTH: usize = 40;
/// Fewer people are read as well line by line.
const LEAST_PEOPLE: usize = 2;

/// The text with each paragraph on its first line, where more people stand in it so, each with more than a name. Lines keep
/// their numbers.
pub(super) fn in_lines<'a>(text: &'a str, budget: &Budget) -> Result<Cow<'a, str>, Stop> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut whole: Vec<Cow<'_, str>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        budget.step()?;
        let length = lines[at..].iter().take_while(|line| !line.trim().is_empty()).count();
        let paragraph = &lines[at..at + length];
        match joined(paragraph) {
            Some(joined) => {
                whole.resize_with(at, Cow::default);
                whole.push(Cow::Owned(joined));
                whole.resize_with(at + length, Cow::default);
            }
            None => whole.extend(paragraph.iter().map(|line| Cow::Borrowed(*line))),
        }
        at += length;
        whole.extend(lines.get(at).map(|line| Cow::Borrowed(*line)));
        at += 1;
    }
    let is_as_before = whole.iter().all(|line| matches!(line, Cow::Borrowed(_)));
    Ok(if is_as_before { Cow::Borrowed(text) } else { Cow::Owned(whole.join("\n")) })
}

/// A paragraph on one line, where its lines are full and it names more people so.
fn joined(paragraph: &[&str]) -> Option<String> {
    if paragraph.len() < LEAST_LINES || paragraph.iter().any(|line| begins_item(line)) {
        return None;
    }
    let widths: Vec<usize> = paragraph.iter().map(|line| line.trim().chars().count()).collect();
    let (_, full) = widths.split_last()?;
    let widest = full.iter().copied().max().unwrap_or(0);
    // A line ends where the next words have no room; some end sooner.
    let short = full.iter().filter(|width| **width * 5 < widest * 2).count();
    let are_full = widest >= LEAST_WIDTH && short * 3 <= full.len();
    // Or most of them end within a sentence.
    let ends = |line: &&&str| line.trim_end().ends_with(['.', ';', ':', '!', '?']);
    let ended = paragraph[..full.len()].iter().filter(ends).count();
    let are_full = are_full || widest >= LEAST_WIDTH && ended * 3 <= full.len();
    let joined = paragraph.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    // Where all is small nothing tells a line that begins with somebody.
    if !are_full || joined.len() > LONGEST || !joined.contains(char::is_uppercase) {
        return None;
    }
    let people = told(&joined);
    let apart: usize = paragraph.iter().map(|line| told(line)).sum();
    (people >= LEAST_PEOPLE && people > apart).then_some(joined)
}

/// How many people a line names of whom it says a post, and nothing that is not understood.
fn told(line: &str) -> usize {
    let Sent { people, .. } = of_line::people_in(&read_as(line), false);
    let is_told = |person: &&Person| person.is_named() && person.has_post() && person.is_only_told();
    people.iter().filter(is_told).count()
}

/// "1. ", "- ": a line that begins something of its own.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    // "405. Xin cảm ơn" ends a telephone.
    let is_numbered = (1..=2).contains(&(line.len() - rest.len())) && rest.starts_with(['.', ')', '/']);
    is_numbered && !rest[1..].starts_with(|letter: char| letter.is_ascii_digit())
        || line.starts_with(['-', '+', '*', '•', '–', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> String {
        in_lines(text, &Budget::default()).expect("a little").into_owned()
    }

    #[test]
    fn a_sentence_that_was_broken_is_whole_again() {
        let text = "Chào anh\n\nXã Ngọc Liên xin cử hai đồng chí gồm: 1. Ông Phạm Ngọc\nToại, sinh năm 1969, \
                    Trưởng ban CTMT thôn Minh\nThành, điện thoại 0976 114 830; 2. Bà Cao Thị Hiên,\nsinh năm 1985, \
                    Trưởng ban CTMT thôn Hạ, điện thoại 0387 506 219.\n\nXin cảm ơn";
        let whole = lines(text);
        assert_eq!(whole.lines().count(), text.lines().count());
        assert!(
            whole.lines().nth(2).is_some_and(|line| line.contains("Phạm Ngọc Toại") && line.ends_with('.'))
        );
        assert_eq!(whole.lines().last(), Some("Xin cảm ơn"));
    }

    #[test]
    fn lines_that_are_people_stay() {
        for text in [
            "Xã gửi danh sách những người đi dự tập huấn\nNguyễn Văn An, 1970, Trưởng ban CTMT thôn Thượng\nTrần Thị Bé, \
             1971, Trưởng ban CTMT thôn Trung\nLê Văn Cảnh, 1972, Trưởng ban CTMT thôn Hạ",
            "Kính gửi các anh chị\nHôm nay trời mưa\nHết",
            "",
        ] {
            assert_eq!(lines(text), text);
        }
    }
}
