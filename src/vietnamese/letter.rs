//! Text taken apart: lower-case letters, the marks that make them other letters
//! of the alphabet (ă â ê ô ơ ư), and tones. What folding and ordering build on.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The six tones, in the order of Vietnamese dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// Ngang: no mark.
    Level,
    /// Huyền.
    Grave,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Sắc.
    Acute,
    /// Nặng.
    DotBelow,
}

impl Tone {
    /// The combining mark; none for the level tone.
    pub(super) fn mark(self) -> Option<char> {
        match self {
            Self::Level => None,
            Self::Grave => Some('\u{300}'),
            Self::Hook => Some('\u{309}'),
            Self::Tilde => Some('\u{303}'),
            Self::Acute => Some('\u{301}'),
            Self::DotBelow => Some('\u{323}'),
        }
    }
}

/// A mark that makes another letter of the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As in ă.
    Breve,
    /// As in â, ê, ô.
    Circumflex,
    /// As in ơ, ư.
    Horn,
}

impl Shape {
    /// The combining mark.
    pub(super) fn mark(self) -> char {
        match self {
            Self::Breve => '\u{306}',
            Self::Circumflex => '\u{302}',
            Self::Horn => '\u{31b}',
        }
    }
}

/// One step of a text taken apart. Shape, tone and accent belong to the letter
/// before them and may come in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LetterPart {
    /// A lower-case letter, or any other character as it is.
    Letter(char),
    /// On a Latin letter.
    Shape(Shape),
    /// On a Latin letter; never [`Tone::Level`].
    Tone(Tone),
    /// A foreign accent on a Latin letter, as in ü.
    Accent(char),
}

/// Hands over the parts of an NFC text one by one. Marks on letters of other
/// scripts are handed over as characters of their own.
pub(super) fn take_apart(nfc: &str, mut each: impl FnMut(LetterPart)) {
    let mut on_latin = false;
    for character in nfc.chars() {
        if character.is_ascii() {
            on_latin = character.is_ascii_alphabetic();
            each(LetterPart::Letter(character.to_ascii_lowercase()));
            continue;
        }
        for lower in character.to_lowercase() {
            decompose_canonical(lower, |piece| {
                if !is_combining_mark(piece) {
                    on_latin = is_latin(piece);
                }
                each(if on_latin { latin_part(piece) } else { LetterPart::Letter(piece) });
            });
        }
    }
}

/// ASCII, Latin-1, Latin Extended A and B; later Latin letters decompose to these.
fn is_latin(character: char) -> bool {
    character < '\u{250}' && character.is_alphabetic() || character == 'ɖ'
}

fn latin_part(piece: char) -> LetterPart {
    match piece {
        '\u{300}' => LetterPart::Tone(Tone::Grave),
        '\u{309}' => LetterPart::Tone(Tone::Hook),
        '\u{303}' => LetterPart::Tone(Tone::Tilde),
        '\u{301}' => LetterPart::Tone(Tone::Acute),
        '\u{323}' => LetterPart::Tone(Tone::DotBelow),
        '\u{306}' => LetterPart::Shape(Shape::Breve),
        '\u{302}' => LetterPart::Shape(Shape::Circumflex),
        '\u{31b}' => LetterPart::Shape(Shape::Horn),
        '\u{304}' | '\u{305}' | '\u{307}' | '\u{308}' => LetterPart::Accent(piece),
        // Icelandic eth and African d: old converters left them in place of đ,
        // and their capitals look the same (Ð, Ɖ, Đ).
        'ð' | 'ɖ' => LetterPart::Letter('đ'),
        _ => LetterPart::Letter(piece),
    }
}
