//! People over several lines: a name, and below it what is said of them, a thing a line, without labels.

use std::borrow::Cow;

use super::super::super::budget::{Budget, Stop};
use super::together::names_in;
use super::{LONGEST, Person};
use crate::vietnamese::clean::clean;
use crate::vietnamese::sentences::sentences;

/// Lines that may be said of somebody below the name.
const MOST_LINES: usize = 5;
/// Fewer such people may be a signature, or one whose line was broken.
const LEAST_PEOPLE: usize = 2;

/// The text with everybody on the line of their name, where two at least stand so and nobody is said more of beside their
/// name; as it is elsewhere. Lines keep their numbers.
pub(super) fn in_lines<'a>(text: &'a str, budget: &Budget) -> Result<Cow<'a, str>, Stop> {
    let numbered = with_numbers(text);
    let lines: Vec<&str> = numbered.split('\n').collect();
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        budget.step()?;
        let name = clean(lines[at]);
        // Behind an empty line the family may be any: "Loan Văn Hỷ".
        let begins = at > 0 && lines[at - 1].trim().is_empty() && is_any_name(&name);
        let is_name = is_name_alone(&name) || begins || is_name_with_birth(&name);
        let length = if is_name { said_below(&name, &lines[at + 1..]) } else { 0 };
        if length > 0 {
            blocks.push((at, length));
        }
        at += 1 + length;
    }
    // One of whom three things are said stands no less for themselves.
    if blocks.len() < LEAST_PEOPLE && blocks.iter().all(|(_, length)| *length < 3) {
        return Ok(Cow::Owned(numbered.into_owned()));
    }
    let mut whole: Vec<Cow<'_, str>> = lines.iter().map(|line| Cow::Borrowed(*line)).collect();
    for (at, length) in blocks {
        // "Sinh năm 1960. Trưởng Ban hành giáo. Điện thoại 0915 224 701" below the name.
        let parts = lines[at..=at + length].iter().map(|line| clean(line));
        let parts = parts.enumerate().map(|(below, line)| if below > 0 { by_commas(&line) } else { line });
        whole[at] = Cow::Owned(parts.collect::<Vec<_>>().join(", "));
        whole[at + 1..=at + length].fill(Cow::Borrowed(""));
    }
    Ok(Cow::Owned(whole.join("\n")))
}

/// A line with a comma behind each of its sentences.
pub(super) fn by_commas(line: &str) -> String {
    sentences(line).iter().map(|said| said.trim_end_matches('.')).collect::<Vec<_>>().join(", ")
}

/// The text with a number that stands alone right above a name, "1" above "Thao Văn Dia", on its line.
fn with_numbers(text: &str) -> Cow<'_, str> {
    let is_number =
        |line: &str| (1..=2).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit());
    let lines: Vec<&str> = text.split('\n').collect();
    let joins = |at: usize| {
        let below = lines.get(at + 1).map(|line| clean(line));
        is_number(lines[at].trim())
            && below.is_some_and(|below| is_name_alone(&format!("{}. {below}", lines[at].trim())))
    };
    let joined: Vec<usize> = (0..lines.len()).filter(|at| joins(*at)).collect();
    if joined.len() < LEAST_PEOPLE {
        return Cow::Borrowed(text);
    }
    let mut whole: Vec<Cow<'_, str>> = lines.iter().map(|line| Cow::Borrowed(*line)).collect();
    for at in joined {
        whole[at + 1] = Cow::Owned(format!("{}. {}", lines[at].trim(), lines[at + 1].trim()));
        whole[at] = Cow::Borrowed("");
    }
    Cow::Owned(whole.join("\n"))
}

/// The text with each numbered item on one line, where the lines were broken wherever there was no room: "1. Nguyễn Thị",
/// "Hồng Thắm, Trưởng ban", "CTMT ấp Bảy Biển". Only where each item is somebody so, and not all were before.
pub(super) fn unbroken<'a>(text: &'a str, budget: &Budget) -> Result<Cow<'a, str>, Stop> {
    /// More lines are no broken one.
    const MOST: usize = 6;
    let lines: Vec<&str> = text.split('\n').collect();
    let number = |line: &str| {
        let figures = line.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let rest = &line.trim_start()[figures..];
        ((1..=2).contains(&figures) && rest.starts_with(['.', ')', '/']))
            .then(|| line.trim_start()[..figures].parse().ok())?
    };
    let mut items: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        budget.step()?;
        if number(line) == Some(items.len() + 1) {
            let ends = |line: &&&str| !line.trim().is_empty() && number(line).is_none();
            items.push((at, lines[at + 1..].iter().take(MOST).take_while(ends).count()));
        }
    }
    let whole = |(at, more): &(usize, usize)| {
        lines[*at..=at + more].iter().map(|line| clean(line)).collect::<Vec<_>>().join(" ")
    };
    let reads = |line: &str| {
        // "dân tộc Tày" is noted.
        let is_one = || names_in(line).len() < 2;
        let is_told = |one: Person| one.is_only_told() || one.has_post() && !one.phone.is_empty() && is_one();
        line.len() <= LONGEST && Person::read(line).is_some_and(is_told)
    };
    // Behind the last item stands what ends the message.
    if let Some((at, more)) = items.last_mut() {
        *more = (0..=*more).rev().find(|more| reads(&whole(&(*at, *more)))).unwrap_or(*more);
    }
    let are_people = items.len() >= LEAST_PEOPLE && items.iter().all(|item| reads(&whole(item)));
    // Names alone have what is said of them on lines below, each a thing.
    let are_blocks = items.iter().all(|(at, _)| is_name_alone(&clean(lines[*at])));
    let are_broken = !are_blocks
        && items.iter().any(|(_, more)| *more > 0)
        && items.iter().any(|(at, _)| !reads(&clean(lines[*at])));
    if !are_people || !are_broken {
        return Ok(Cow::Borrowed(text));
    }
    let mut joined: Vec<Cow<'_, str>> = lines.iter().map(|line| Cow::Borrowed(*line)).collect();
    for item in &items {
        joined[item.0] = Cow::Owned(whole(item));
        joined[item.0 + 1..=item.0 + item.1].fill(Cow::Borrowed(""));
    }
    Ok(Cow::Owned(joined.join("\n")))
}

/// A message that was sent in parts, "(1/3) … 0919 662" and "(2/3) 087; …", on the line of the first.
pub(super) fn in_one(text: &str) -> Cow<'_, str> {
    let part = |line: &str| -> Option<(usize, usize, usize)> {
        let (number, behind) = line.trim_start().strip_prefix('(')?.split_once(')')?;
        let (at, all) = number.split_once('/')?;
        Some((at.parse().ok()?, all.parse().ok()?, line.len() - behind.len()))
    };
    let lines: Vec<&str> = text.split('\n').collect();
    let mut parts: Vec<(usize, usize, &str)> = Vec::new();
    let mut of_all = None;
    for (place, line) in lines.iter().enumerate() {
        if let Some((number, all, start)) = part(line) {
            parts.push((number, place, line[start..].trim()));
            if *of_all.get_or_insert(all) != all {
                return Cow::Borrowed(text);
            }
        }
    }
    // A telephone may show them in another order.
    parts.sort_unstable();
    let are_whole = parts.iter().zip(1..).all(|((number, ..), one)| *number == one);
    if parts.len() < 2 || of_all != Some(parts.len()) || !are_whole {
        return Cow::Borrowed(text);
    }
    let whole = parts.iter().fold(String::new(), |whole, (_, _, said)| {
        let between = if whole.is_empty() || is_cut_word(&whole, said) { "" } else { " " };
        whole + between + said
    });
    let first = parts.iter().map(|(_, place, _)| *place).min().unwrap_or_default();
    let mut joined: Vec<&str> = lines.clone();
    for (_, place, _) in &parts {
        joined[*place] = "";
    }
    joined[first] = &whole;
    Cow::Owned(joined.join("\n"))
}

/// Whether a message was cut within a word of a name: "Ho" before "ang Thi Nhu".
fn is_cut_word(before: &str, behind: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or(before);
    let mut words = behind.split(' ');
    let (first, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    is_capital(last)
        && last.ends_with(char::is_alphabetic)
        && first.starts_with(char::is_lowercase)
        && is_capital(next)
}

/// Whether a line is somebody's name, perhaps with a number, and nothing else; behind a number the family may be any.
pub(in super::super) fn is_name_alone(line: &str) -> bool {
    line.len() <= LONGEST
        && !line.contains(',')
        && Person::read(line).is_some_and(|person| {
            person.is_called_alone() || !person.ordinal.is_empty() && person.says_nothing_more()
        })
}

/// Whether a line is somebody's name with a birth or a sex, and nothing else: "Ông Nguyễn Văn Sửu (sinh năm 1961)".
fn is_name_with_birth(line: &str) -> bool {
    let person = if line.len() > LONGEST { None } else { Person::read(line) };
    person.is_some_and(|person| {
        let told = [&person.position, &person.unit, &person.phone, &person.note];
        let is_known = person.is_named() || !person.ordinal.is_empty();
        is_known && person.is_told_of() && told.iter().all(|part| part.is_empty())
    })
}

/// Whether a line is some words with capitals that may be a name.
fn is_any_name(line: &str) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=5;
    WORDS.contains(&line.split(' ').count())
        && line
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
        && Person::read(line).is_some_and(|person| person.says_nothing_more())
}

/// How many lines go on with what is said of somebody: each says something and names nobody, and one says more than a
/// place, which may as well head those below it.
fn said_below(name: &str, below: &[&str]) -> usize {
    let said = below.iter().take(MOST_LINES).map(|line| clean(line)).map_while(|line| {
        let is_short = !line.is_empty() && line.len() + name.len() < LONGEST;
        // A line that is somebody, with a number or not, begins the next block.
        let is_somebody = || Person::read(&line).is_some_and(|other| other.is_named());
        let person = is_short.then(|| Person::read(&format!("{name}, {}", by_commas(&line)))).flatten()?;
        (person.is_only_told() && !is_somebody()).then(|| person.stands_for_itself())
    });
    let said: Vec<bool> = said.collect();
    said.iter().rposition(|tells_more| *tells_more).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_becomes_a_line() {
        let text = "Gửi anh\n1. Hoàng Thị Nhình\nTrưởng ban CTMT thôn Bản Tích\nSN 1968 - ĐT 0978.279.778\n2. Vi Văn Tuyền\nBí thư chi bộ\n1974\nHết ạ";
        assert_eq!(
            in_lines(text, &Budget::default()).expect("a little"),
            "Gửi anh\n1. Hoàng Thị Nhình, Trưởng ban CTMT thôn Bản Tích, SN 1968 - ĐT 0978.279.778\n\n\n2. Vi Văn Tuyền, Bí thư chi bộ, 1974\n\n\nHết ạ"
        );
    }

    #[test]
    fn names_below_each_other_stay() {
        for text in [
            "Thôn 1\nNguyễn Văn An\nTrần Thị Bé\nThôn 2\nLê Văn Cảnh\nVũ Ý",
            "1. Nguyễn Văn An, 1970\n2. Trần Thị Bé, 1971\nNgười lập\nLê Văn Cảnh\nChủ tịch",
        ] {
            assert_eq!(in_lines(text, &Budget::default()).expect("a little"), text);
        }
    }
}
