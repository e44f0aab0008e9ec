//! What lines of a message or a form say by signs and not by words: dots to write on, a cross or a tick behind a
//! name, and lines that go on below.

use std::borrow::Cow;

use super::blocks;
use crate::vietnamese::clean::clean;

/// Signs for "does not come", which mean so where others bear one for "comes".
const ABSENT: [char; 4] = ['❌', '✖', '✗', '✘'];
const PRESENT: [char; 4] = ['✅', '✔', '✓', '☑'];

/// The text in words: leaders are gone, signs of those who stay away are said, and what was broken over two lines
/// stands on one. The number of lines stays.
pub(super) fn in_words(text: &str) -> Cow<'_, str> {
    let answers = text.contains(ABSENT) && text.contains(PRESENT);
    if !answers
        && !text.contains(['…', '\u{2025}'])
        && !text.contains("....")
        && !text.contains("\n ")
        && !text.contains("\n>  ")
    {
        return Cow::Borrowed(text);
    }
    let mut lines: Vec<String> = text.split('\n').map(|line| said(line, answers)).collect();
    for at in (1..lines.len()).rev() {
        if goes_on(&lines[at - 1], &lines[at]) {
            let rest = lines[at].trim_start_matches(['>', ' ']).to_owned();
            lines[at].clear();
            // "1. Ông Trần Văn Khiêm", and below it "Sinh năm 1960. Trưởng ban".
            let parted = blocks::by_commas(&rest);
            let is_name = parted.contains(',') && blocks::is_name_alone(&clean(&lines[at - 1]));
            let rest = if is_name { parted } else { rest };
            lines[at - 1].push_str(if is_name { ", " } else { " " });
            lines[at - 1].push_str(&rest);
        }
    }
    Cow::Owned(lines.join("\n"))
}

/// A line without dots to write on, and with its answer in words.
fn said(line: &str, answers: bool) -> String {
    /// Fewer dots end a sentence.
    const LEADER: usize = 4;
    let mut said = String::with_capacity(line.len());
    let mut dots = 0;
    for letter in line.chars().chain(['\n']) {
        let width = match letter {
            '.' => 1,
            '…' => 3,
            _ => 0,
        };
        if width > 0 {
            dots += width;
            continue;
        }
        match dots {
            0 => {}
            _ if dots >= LEADER => said.push(' '),
            _ => said.extend(std::iter::repeat_n('.', dots)),
        }
        dots = 0;
        match letter {
            '\n' => {}
            sign if answers && ABSENT.contains(&sign) => said.push_str(" (không tham dự) "),
            sign if answers && PRESENT.contains(&sign) => said.push(' '),
            other => said.push(other),
        }
    }
    said
}

/// Whether a line is the rest of a point above it: it stands further in, has no sign of its own and is nobody by itself.
fn goes_on(above: &str, line: &str) -> bool {
    let bare = |line: &str| line.trim_start_matches('>').to_owned();
    let (above, line) = (bare(above), bare(line));
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let begins_point = |line: &str| {
        let line = line.trim_start();
        let is_numbered = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        line.starts_with(['-', '+', '*', '•', '–'])
            || is_numbered.len() < line.len() && is_numbered.starts_with(['.', ')', '/'])
    };
    let in_front = |line: &str| line.trim_start().chars().next();
    begins_point(&above)
        && !begins_point(&line)
        && indent(&line) >= indent(&above) + 2
        && in_front(&line).is_some_and(|letter| letter.is_alphanumeric())
        && !super::says_who(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_said_in_words() {
        for (text, words) in [
            ("Ông: ……An…….. Sinh năm: ....1961....", "Ông:  An  Sinh năm:  1961 "),
            ("1. An ✅\n2. Bé ❌", "1. An  \n2. Bé  (không tham dự) "),
            // Nobody else has a sign: what it means is not known.
            ("1. An\n2. Bé ❌", "1. An\n2. Bé ❌"),
            ("- An, thôn Trường\n  Thanh, 0377560481\n- Bé", "- An, thôn Trường Thanh, 0377560481\n\n- Bé"),
            ("> - An, thôn Trường\n>   Thanh\n> Bác Hưng", "> - An, thôn Trường Thanh\n\n> Bác Hưng"),
            ("1. An\n  - Trưởng thôn", "1. An\n  - Trưởng thôn"),
            (
                "* Thôn Hạ\n  Ông Lê Văn An, 1959, Trưởng ban CTMT",
                "* Thôn Hạ\n  Ông Lê Văn An, 1959, Trưởng ban CTMT",
            ),
            ("An...", "An..."),
        ] {
            assert_eq!(in_words(text), words);
        }
    }
}
