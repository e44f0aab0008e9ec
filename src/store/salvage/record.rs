//! Records as they lie in a page: a header with the kind of each value, then the values.
//!
//! <https://www.sqlite.org/fileformat2.html#record_format>

use rusqlite::types::Value;

/// The values of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub(super) values: Vec<Value>,
    /// Some text in it was none: "�" stands for what cannot be told.
    pub(super) has_bad_text: bool,
}

/// A number of one to nine bytes, and how many those were.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut number = 0_u64;
    for (at, byte) in bytes.iter().take(9).enumerate() {
        if at == 8 {
            return Some(((number << 8) | u64::from(*byte), 9));
        }
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, at + 1));
        }
    }
    None
}

/// Reads a record; none unless its parts fill it exactly.
pub(super) fn decode(payload: &[u8]) -> Option<Record> {
    let (length, begin) = varint(payload)?;
    let length = usize::try_from(length).ok()?;
    let mut kinds = payload.get(begin..length)?;
    let mut body = payload.get(length..)?;
    let mut record = Record { values: Vec::new(), has_bad_text: false };
    while !kinds.is_empty() {
        let (kind, used) = varint(kinds)?;
        kinds = &kinds[used..];
        let (bytes, rest) = body.split_at_checked(length_of(kind)?)?;
        body = rest;
        record.values.push(value(kind, bytes, &mut record.has_bad_text));
    }
    body.is_empty().then_some(record)
}

/// How many bytes a value of this kind has.
fn length_of(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((kind - 12) / 2).ok(),
    }
}

fn value(kind: u64, bytes: &[u8], has_bad_text: &mut bool) -> Value {
    match kind {
        0 => Value::Null,
        1..=6 => Value::Integer(integer(bytes)),
        7 => Value::Real(f64::from_bits(integer(bytes).cast_unsigned())),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        _ if kind.is_multiple_of(2) => Value::Blob(bytes.to_vec()),
        _ => {
            let text = String::from_utf8_lossy(bytes);
            *has_bad_text |= matches!(text, std::borrow::Cow::Owned(_));
            Value::Text(text.into_owned())
        }
    }
}

/// A signed big-endian number of up to eight bytes.
fn integer(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|first| first & 0x80 != 0) { -1 } else { 0 };
    bytes.iter().fold(sign, |number, byte| (number << 8) | i64::from(*byte))
}
