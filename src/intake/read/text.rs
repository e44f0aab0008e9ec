//! From bytes to text, for lists kept as plain text.

use super::super::error::{OtherKind, Refusal};
use crate::vietnamese::legacy::western;

/// The text of a file: UTF-8, UTF-16, or bytes of before Unicode as Western letters.
/// Line ends become `\n`. A large one is never held twice.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Refusal> {
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, wide @ ..] => utf16(wide, u16::from_le_bytes)?,
        [0xFE, 0xFF, wide @ ..] => utf16(wide, u16::from_be_bytes)?,
        rest => match unmarked_order(rest) {
            Some(unit) => utf16(rest, unit)?,
            None => narrow(bytes),
        },
    };
    if text.contains(is_binary) {
        return Err(Refusal::OtherKind(OtherKind::Unknown));
    }
    Ok(with_plain_line_ends(text))
}

/// The text with `\n` for `\r\n` and `\r`.
fn with_plain_line_ends(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut bytes = text.into_bytes();
    let mut before = 0;
    bytes.retain_mut(|byte| {
        let read = *byte;
        if read == b'\r' {
            *byte = b'\n';
        }
        std::mem::replace(&mut before, read) != b'\r' || read != b'\n'
    });
    // Only line ends were changed, which no other letter has a byte of.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The text of a part of a document: Unicode, whatever is wrong with it.
pub(super) fn lossy(bytes: Vec<u8>) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(without_mark(bytes))
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// UTF-8, or else one byte a letter: which letters, the words will tell.
fn narrow(bytes: Vec<u8>) -> String {
    String::from_utf8(without_mark(bytes)).unwrap_or_else(|error| western(error.as_bytes()))
}

/// The bytes without the mark of UTF-8 before them.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    bytes
}

/// The order of bytes in UTF-16 without a mark: in any list many letters are plain,
/// and every plain letter has a zero on one side.
fn unmarked_order(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let seen = &bytes[..bytes.len().min(2_000)];
    let zeros = |first: usize| seen.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    match (zeros(0) * 5 > seen.len(), zeros(1) * 5 > seen.len()) {
        (false, true) if zeros(0) == 0 => Some(u16::from_le_bytes),
        (true, false) if zeros(1) == 0 => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    // An odd byte at the end is what is left of a file cut short: nothing to show.
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .map_err(|_| Refusal::OtherKind(OtherKind::Unknown))
}

/// Control characters that no text has. (0x1A ended text files under DOS.)
fn is_binary(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unicode_is_read_in_all_its_forms() {
        let text = "Họ tên;Năm sinh\r\nĐỗ Thị Bé;1969\r";
        let clean = "Họ tên;Năm sinh\nĐỗ Thị Bé;1969\n";
        let with_mark = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
        let little = [vec![0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
        let big = [vec![0xFE, 0xFF], text.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
        let unmarked = [little[2..].to_vec(), big[2..].to_vec()];
        for bytes in [text.as_bytes().to_vec(), with_mark, little, big].into_iter().chain(unmarked) {
            assert_eq!(decode(bytes).expect("Unicode"), clean);
        }
    }

    #[test]
    fn eight_bit_text_and_binary_files_are_told_apart() {
        let tcvn3 = b"H\xE4 v\xB5 t\xAAn,N\xA8m sinh\r\nNguy\xD4n V\xA8n An,1969\r\n";
        assert_eq!(decode(tcvn3.to_vec()).expect("text"), "Hä vµ tªn,N¨m sinh\nNguyÔn V¨n An,1969\n");
        assert!(matches!(decode(b"\x7FELF\x02\x01\x01\0\0\xFF".to_vec()), Err(Refusal::OtherKind(_))));
        assert!(matches!(decode(b"abc\0def".to_vec()), Err(Refusal::OtherKind(_))));
    }
}
