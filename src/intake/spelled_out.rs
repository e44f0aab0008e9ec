//! Letters that a program wrote as numbers or names: "Nguy&#7877;n", "L&ecirc;" as web
//! pages do, "Nguy\u1ec5n" as programs do among themselves.

use std::borrow::Cow;

use memchr::memchr2;

use super::read::plain;
use crate::vietnamese::legacy::western;

/// Whether a text may have such letters.
pub(super) fn is_likely(text: &str) -> bool {
    memchr2(b'&', b'\\', text.as_bytes()).is_some()
}

/// The text with the letters themselves; `None` where none is spelled out.
pub(super) fn mended(text: &str) -> Option<String> {
    /// A sign may have been spelled out in its turn: "&amp;#7877;".
    const MOST_TIMES: usize = 3;
    if !is_likely(text) {
        return None;
    }
    let mut mended = Cow::Borrowed(text);
    for _ in 0..MOST_TIMES {
        let better = unescaped(&numbered(&plain(&mended)));
        if better == mended {
            break;
        }
        mended = Cow::Owned(better);
    }
    (mended != text).then(|| mended.into_owned())
}

/// Numbers that lack the semicolon behind them, as browsers forgive; and those of bytes.
fn numbered(text: &str) -> String {
    const LEAST_FIGURES: usize = 3;
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, number)) = rest.split_once("&#") {
        resolved.push_str(before);
        let (figures, radix) = match number.strip_prefix(['x', 'X']) {
            Some(figures) => (figures, 16),
            None => (number, 10),
        };
        let length = figures.find(|c: char| !c.is_digit(radix)).unwrap_or(figures.len());
        let code = u32::from_str_radix(&figures[..length], radix).ok();
        match code.and_then(char::from_u32).filter(|_| length >= LEAST_FIGURES) {
            Some(letter) => {
                resolved.push(of_windows(letter));
                rest = &figures[length..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => {
                resolved.push_str("&#");
                rest = number;
            }
        }
    }
    resolved.push_str(rest);
    resolved
}

/// 146 is no letter of Unicode: the byte of Windows was meant.
fn of_windows(letter: char) -> char {
    match letter {
        '\u{80}'..='\u{9f}' => u8::try_from(u32::from(letter))
            .ok()
            .and_then(|byte| western(&[byte]).chars().next())
            .unwrap_or(letter),
        _ => letter,
    }
}

/// "Nguyễn" of "Nguy\u1ec5n".
fn unescaped(text: &str) -> String {
    const FIGURES: usize = 4;
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, number)) = rest.split_once("\\u") {
        resolved.push_str(before);
        let figures =
            number.get(..FIGURES).filter(|figures| figures.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter =
            figures.and_then(|figures| u32::from_str_radix(figures, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                resolved.push(letter);
                rest = &number[FIGURES..];
            }
            None => {
                resolved.push_str("\\u");
                rest = number;
            }
        }
    }
    resolved.push_str(rest);
    resolved
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_read_however_they_are_spelled() {
        for (text, meant) in [
            ("Nguy&#7877;n V&#259;n An", "Nguyễn Văn An"),
            ("Nguy&#x1EC5;n V&#X103;n An", "Nguyễn Văn An"),
            ("L&ecirc; Th&#7883; B&eacute;", "Lê Thị Bé"),
            ("&Dstrok;inh V&abreve;n &Uacute;t", "Đinh Văn Út"),
            ("Nguy&amp;#7877;n", "Nguyễn"),
            ("Nguy&amp;amp;#7877;n", "Nguyễn"),
            ("Tr&#7847n Th&#7883", "Trần Thị"),
            ("Ban Ch&#7845;p h&agrave;nh &amp; B&iacute; th&#432;", "Ban Chấp hành & Bí thư"),
            ("L\\u00ea Th\\u1ecb B\\u00e9", "Lê Thị Bé"),
            ("T&#7893;&nbsp;5", "Tổ\u{a0}5"),
            ("H&#8217;Hen Ni&ecirc;, H&#146Bia", "H’Hen Niê, H’Bia"),
            ("&ldquo;T&#7893; 5&rdquo;", "“Tổ 5”"),
        ] {
            assert_eq!(mended(text).as_deref(), Some(meant), "{text}");
        }
        for text in [
            "Nguyễn Văn An",
            "Nam & Nữ",
            "AT&T;",
            "R&D",
            "\\unit",
            "&#;",
            "&#12 thôn",
            "C:\\user",
            "&",
            "&&#x;",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "([&#;\\\\ux0-9aễ]|amp){0,20}|\\PC{0,20}") {
            let _ = mended(&text);
        }
    }
}
