//! Letters in the place of figures: "O983 250 417", "0376 4l8 205".

use std::borrow::Cow;

/// Figures of a telephone.
const FIGURES: std::ops::RangeInclusive<usize> = 9..=11;
/// More letters are words.
const MOST_LETTERS: usize = 3;

/// The line with figures in the place of letters that stand among those of a telephone.
pub(super) fn in_figures(line: &str) -> Cow<'_, str> {
    let mut whole = Cow::Borrowed(line);
    let is_inside = |letter: char| figure(letter).is_some() || matches!(letter, ' ' | '.');
    let mut start = 0;
    while let Some(begin) = line[start..].find(|letter| figure(letter).is_some()).map(|at| start + at) {
        let rest = &line[begin..];
        let end = begin + rest.find(|letter: char| !is_inside(letter)).unwrap_or(rest.len());
        let run = &line[begin..end];
        start = end;
        let letters = run.chars().filter(|letter| letter.is_alphabetic()).count();
        let figures = run.chars().filter(|letter| figure(*letter).is_some()).count();
        let is_of_word =
            line[..begin].ends_with(char::is_alphabetic) || line[end..].starts_with(char::is_alphabetic);
        // A letter alone is a word.
        let are_among = run
            .split([' ', '.'])
            .all(|part| part.is_empty() || part.contains(|one: char| one.is_ascii_digit()));
        let is_phone = FIGURES.contains(&figures) && run.starts_with(['0', 'O', 'o']);
        if (1..=MOST_LETTERS).contains(&letters) && is_phone && are_among && !is_of_word {
            let right: String = run.chars().map(|letter| figure(letter).unwrap_or(letter)).collect();
            whole.to_mut().replace_range(begin..end, &right);
        }
    }
    whole
}

/// The figure that a letter was typed for, which is as long; a figure itself.
fn figure(letter: char) -> Option<char> {
    match letter {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        figure if figure.is_ascii_digit() => Some(figure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_among_the_figures_of_a_telephone_are_figures() {
        for (line, figures) in [
            ("Trưởng ban CTMT khu 3-O983 250 417", "Trưởng ban CTMT khu 3-0983 250 417"),
            ("sdt 0912.47O.368", "sdt 0912.470.368"),
            ("khu 8-0376 4l8 205", "khu 8-0376 418 205"),
            ("Lò Văn O 0912 345 678 Ông Lò", "Lò Văn O 0912 345 678 Ông Lò"),
            ("sinh 1960, thôn 3", "sinh 1960, thôn 3"),
        ] {
            assert_eq!(in_figures(line), figures);
        }
    }
}
