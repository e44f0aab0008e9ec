//! What an answer by e-mail quotes of the letter it answers: the examples and the signature in it are no delegates.

use std::borrow::Cow;

use super::super::super::budget::{Budget, Stop};
use super::pieces::phone;
use super::{Entry, LONGEST, of_lines, says_who};
use crate::vietnamese::clean::clean;

/// A text without what it quotes, whose lines stay empty, and the lines that it quotes; `None` where it quotes nothing,
/// or where only what it quotes names people: then it was passed on.
pub(super) fn apart(text: &str, budget: &Budget) -> Result<Option<(String, Vec<Entry>)>, Stop> {
    if !text.lines().any(is_quoted) && !text.contains('@') {
        return Ok(None);
    }
    let (mut own, mut quoted) = (String::with_capacity(text.len()), Vec::new());
    // Below its head a letter goes on to the end.
    let (mut named, mut below_head) = (false, false);
    for (number, line) in (0..).zip(text.lines()) {
        budget.step()?;
        below_head |= named && is_head(line);
        match below_head || is_quoted(line) {
            true => quoted.push((number, line)),
            false => {
                named = named || says_who(line);
                own.push_str(line);
            }
        }
        own.push('\n');
    }
    let people = |entries: &[Entry]| entries.iter().filter(|entry| entry.person.is_some()).count();
    let letter: String = quoted.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
    let (answered, asked) = (people(&of_lines(&own, budget)?), people(&of_lines(&letter, budget)?));
    if quoted.is_empty() || answered == 0 || answered < asked.min(2) {
        return Ok(None);
    }
    let entry = |(line, text)| Entry::text(line, clean(text));
    let quoted = quoted.into_iter().map(entry).filter(|entry| !entry.text.is_empty());
    Ok(Some((own, quoted.collect())))
}

/// A text in which the numbers of telephones that a mail broke stand on their lines again: "> 1. … - 0914" above "> 027 358",
/// also in one that is not quoted, where nothing else stands below. Lines that went up stay empty.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    let is_figures = |line: &str| {
        let line = line.trim();
        !line.is_empty() && line.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.'))
    };
    if !text.lines().any(|line| is_quoted(line) || is_figures(line)) {
        return Cow::Borrowed(text);
    }
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let own = line.trim_start().trim_start_matches('>').trim();
        // "1. 0355 471 806" begins a list of them.
        let is_numbered = own.split_once(". ").is_some_and(|(number, _)| number.len() <= 2);
        let is_rest_alone = is_figures(line) && !is_numbered;
        let above = lines.last().filter(|above| above.len() < LONGEST && (is_quoted(line) || is_rest_alone));
        let whole = above.map(|above| format!("{above} {own}"));
        let is_rest = |whole: &String| {
            let above = &whole[..whole.len() - own.len()];
            (is_quoted(above) && says_who(above)
                || is_rest_alone
                    && above.trim_end().ends_with(|last: char| last.is_ascii_digit() || last == ':'))
                && phone(above).is_none()
                && phone(whole).is_some()
                && !says_who(own)
        };
        match (whole.filter(is_rest), lines.last_mut()) {
            (Some(whole), Some(above)) => {
                *above = whole;
                lines.push(String::new());
            }
            _ => lines.push(line.to_owned()),
        }
    }
    Cow::Owned(lines.join("\n"))
}

/// "> Kính gửi các xã".
fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// "Vào 09:12, Ban Tổ chức <a@b.vn> đã viết:", "From: a@b.vn": above what is quoted.
fn is_head(line: &str) -> bool {
    let line = line.trim();
    line.contains('@') && (line.ends_with(':') || line.starts_with("From:") || line.starts_with("Từ:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str =
        "1. Nguyễn Văn An - 1965 - Trưởng thôn X - 0912345678\nPhạm Quốc Khánh - Phó Chủ tịch";

    fn own(text: &str) -> Option<String> {
        let apart = apart(text, &Budget::default()).expect("a little")?;
        Some(apart.0.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn what_is_quoted_is_told_from_the_answer() {
        let answer =
            "1. Hồ Văn Bun - 1973 - Trưởng thôn - 0376114205\n2. Đinh Xum - 1962 - Trưởng bản - 0376114206";
        let quoted: String = LETTER.lines().flat_map(|line| ["> ", line, "\n"]).collect();
        assert_eq!(own(&format!("{answer}\n{quoted}")), Some(answer.replace('\n', "|")));
        assert_eq!(own(&format!("{answer}\nFrom: a@b.vn\n{LETTER}")), Some(answer.replace('\n', "|")));
        // Passed on, and nobody named above.
        assert_eq!(own(&format!("Gửi anh chị\n{quoted}")), None);
        assert_eq!(own(&format!("From: a@b.vn\n{answer}")), None);
    }
}
