//! Numbers that somebody read out over the telephone: "sinh năm một chín năm tám, số điện thoại không chín không năm, ba một hai,
//! bảy bảy sáu".

use std::borrow::Cow;
use std::ops::Range;

use super::super::super::label::without_label;
use crate::lexicon::Section;

/// A word of a line.
struct Word<'a> {
    at: Range<usize>,
    /// Without the sign behind it.
    text: &'a str,
}

/// The line with births and telephones in figures.
pub(super) fn in_figures(line: &str) -> Cow<'_, str> {
    let words = words(line);
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match day(&words, at).or_else(|| birth(line, &words, at)).or_else(|| phone(&words, at)) {
            Some((length, figures)) => {
                found.push((words[at].at.start..words[at + length - 1].at.end, figures));
                at += length;
            }
            None => at += 1,
        }
    }
    let mut whole = Cow::Borrowed(line);
    for (at, figures) in found.into_iter().rev() {
        whole.to_mut().replace_range(at, &figures);
    }
    whole
}

fn words(line: &str) -> Vec<Word<'_>> {
    let pieces = line.split(' ').scan(0, |end, piece| {
        let start = std::mem::replace(end, *end + piece.len() + 1);
        Some((start, piece))
    });
    let word = |(start, piece): (usize, _)| {
        let text = str::trim_end_matches(piece, [',', '.', ';', ')']);
        Word { at: start..start + text.len(), text }
    };
    pieces.map(word).collect()
}

/// The figure that a word is, in small letters: "Năm" may be somebody's name.
fn figure(word: &str) -> Option<u32> {
    Some(match word {
        "không" | "hông" => 0,
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" | "nhăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

/// A telephone from a word on: as many figures as one has, read one by one.
fn phone(words: &[Word<'_>], at: usize) -> Option<(usize, String)> {
    const FIGURES: usize = 10;
    let figures: Vec<u32> = words[at..].iter().map_while(|word| figure(word.text)).collect();
    let is_one = figures.len() == FIGURES && figures[0] == 0;
    is_one.then(|| (FIGURES, figures.iter().map(u32::to_string).collect()))
}

/// "6/3/1980" of "6 tháng 3 năm 1980", a day on which a delegate may be born.
fn day(words: &[Word<'_>], at: usize) -> Option<(usize, String)> {
    const LAST_YEAR: u32 = 2010;
    let said: Vec<&str> = words[at..].iter().take(5).map(|word| word.text).collect();
    let [day, "tháng", month, "năm", year] = said[..] else { return None };
    let number =
        |word: &str| word.parse::<u32>().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
    let (own, of, in_year) = (number(day)?, number(month)?, number(year)?);
    let is_day = (1..=31).contains(&own) && (1..=12).contains(&of) && (1900..=LAST_YEAR).contains(&in_year);
    is_day.then(|| (said.len(), format!("{day}/{month}/{year}")))
}

/// A year from a word on, behind the word for a birth.
fn birth(line: &str, words: &[Word<'_>], at: usize) -> Option<(usize, String)> {
    let before = line[..words[at].at.start].trim_end();
    let is_label = |text: &str| without_label(text, Section::BirthLabel).len() < text.len();
    // The "năm" of "sinh năm" is no figure.
    if !is_label(before) || is_label(&line[..words[at].at.end]) {
        return None;
    }
    let said: Vec<&str> = words[at..].iter().take(7).map(|word| word.text).collect();
    let (century, rest) = match said.as_slice() {
        ["một", "nghìn" | "ngàn", "chín", "trăm", rest @ ..] => (4, rest),
        ["một", "chín", rest @ ..] => (2, rest),
        rest => (0, rest),
    };
    let (length, tens, ones) = match rest {
        [tens, "mươi", ones, ..] if figure(ones).is_some_and(|ones| ones > 0) => {
            (3, figure(tens)?, figure(ones)?)
        }
        [tens, "mươi", ..] => (2, figure(tens)?, 0),
        [tens, ones, ..] => (2, figure(tens)?, figure(ones)?),
        _ => return None,
    };
    Some((century + length, (1900 + tens * 10 + ones).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_out_are_figures() {
        for (line, figures) in [
            (
                "sinh năm một chín năm tám, số điện thoại không chín không năm, ba một hai, bảy bảy sáu",
                "sinh năm 1958, số điện thoại 0905312776",
            ),
            ("sinh năm sáu lăm, chi hội trưởng", "sinh năm 1965, chi hội trưởng"),
            ("sinh năm tám mươi, thôn", "sinh năm 1980, thôn"),
            ("sinh năm một chín tám mươi số điện thoại", "sinh năm 1980 số điện thoại"),
            ("sinh năm một nghìn chín trăm bảy mươi hai, không có", "sinh năm 1972, không có"),
            ("sinh năm 1958, thôn Ba", "sinh năm 1958, thôn Ba"),
            ("sinh ngày 6 tháng 3 năm 1980, nam", "sinh ngày 6/3/1980, nam"),
            ("ngày 22 tháng 10 năm 2026", "ngày 22 tháng 10 năm 2026"),
            ("hai ông bà Năm và ba người", "hai ông bà Năm và ba người"),
        ] {
            assert_eq!(in_figures(line), figures);
        }
    }
}
