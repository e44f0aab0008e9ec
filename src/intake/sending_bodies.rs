//! Schools, parishes and temples that send a list: their people come from them, and from no hamlet.

use std::sync::LazyLock;

use super::capitals::in_small_letters;
use super::grid::{Grid, Row};
use super::marks::{is_body, is_commune, is_hamlet};
use super::person::ReadRow;
use super::rows::Found;
use crate::lexicon::{Beginnings, Section, Use, unit_words};
use crate::vietnamese::fold::words;
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::whole_word;

/// The head of a letter stands in so many lines.
const LINES_OF_HEAD: usize = 3;
/// Words that may stand before the body: "Văn phòng giáo xứ Phú Hải".
const MOST_BEFORE: usize = 2;

/// Gives people of no more than a commune the body at the head of their letter; also where all have its address.
pub(super) fn give(grid: &Grid, found: &mut Found) {
    let lines = lines_of_head(grid, found);
    let Some(body) = at_head(&lines) else { return };
    let first = found.people.first().and_then(|row| row.person.unit.clone());
    let are_same = found.people.iter().all(|row| row.person.unit == first);
    let address = first.filter(|unit| are_same && is_address(unit, &lines));
    let lacks = |row: &ReadRow| {
        let unit = row.person.unit.as_deref();
        unit == address.as_deref() || unit.is_none_or(|unit| is_commune(unit) && !unit.contains(','))
    };
    for row in found.people.iter_mut().filter(|row| lacks(row)) {
        if let Some(commune) = row.person.unit.replace(body.clone()).filter(|unit| is_commune(unit)) {
            row.person.unit_group.get_or_insert(commune);
        }
    }
}

/// Whether a line begins with the hamlet that a unit does: "Ấp Nguyễn Huệ 2, xã Gia Kiệm, tỉnh Đồng Nai".
fn is_address(unit: &str, lines: &[String]) -> bool {
    let first = |text: &str| words(text.split(',').next().unwrap_or(text));
    is_hamlet(unit) && lines.iter().any(|line| first(line) == first(unit))
}

/// The first lines of a letter, above all people; not those that say where people meet.
fn lines_of_head(grid: &Grid, found: &Found) -> Vec<String> {
    let first = found.people.iter().map(|row| row.row).min().unwrap_or(0);
    let above = grid.rows.iter().filter(|row| row.number > 0).take_while(|row| row.number < first);
    let meets = |line: &String| {
        let small = line.to_lowercase();
        Section::MeetingPlace.words().any(|word| whole_word::contains(&small, word))
    };
    above.take(LINES_OF_HEAD).map(Row::line).filter(|line| !meets(line)).collect()
}

/// The body that these lines name, before any other.
fn at_head(lines: &[String]) -> Option<String> {
    let by_signs = lines.iter().flat_map(|line| line.split([',', '(', '|', ':', '–']));
    let pieces = by_signs.flat_map(|piece| piece.split(" - ")).map(str::trim);
    let is_other = |piece: &str| is_body(piece) && body_in(piece).is_none();
    pieces.take_while(|piece| !is_other(piece)).find_map(body_in)
}

/// "Trường THCS Lê Đình Chinh" of "TRƯỜNG THCS LÊ ĐÌNH CHINH", "Giáo xứ Phú Hải" of "Văn phòng giáo xứ Phú Hải".
fn body_in(piece: &str) -> Option<String> {
    static BODIES: LazyLock<Beginnings> =
        LazyLock::new(|| unit_words(Use::Sender).map(|word| word.word).collect());
    let small = piece.to_lowercase();
    let starts = std::iter::once(0).chain(small.match_indices(' ').map(|(at, _)| at + 1));
    // "Hội trường" is a hall: only words that are whole by themselves stand behind others.
    let kind_at = |at: usize| {
        let rest = &small[at..];
        let behind = BODIES.after(rest).find(|behind| behind.starts_with(' '))?;
        let kind = rest.len() - behind.len();
        (at == 0 || rest[..kind].contains(' ')).then_some((at, kind))
    };
    let (at, kind) = starts.take(MOST_BEFORE + 1).find_map(kind_at)?;
    let name = piece.get(at + kind..)?.split_whitespace();
    let name: Vec<&str> = name.take_while(|word| !word.starts_with(char::is_lowercase)).collect();
    // "TRƯỜNG THCS NẬM CỦM XÃ MƯỜNG TÈ": the commune is told elsewhere.
    let is_place = |at: &usize| {
        let rest = name[*at..].join(" ");
        is_commune(&rest) || is_hamlet(&rest)
    };
    let name = &name[..(0..name.len()).find(is_place).unwrap_or(name.len())];
    // Letters that are no syllable are cut short: "THCS".
    let spelled = |word: &&str| {
        let small = in_small_letters(word).filter(|_| is_syllable(&word.to_lowercase()));
        small.unwrap_or_else(|| (*word).to_owned())
    };
    let name = name.iter().map(spelled).collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then(|| format!("{} {name}", sentence_case(&small[at..at + kind])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_told_from_what_stands_around_it() {
        for (piece, body) in [
            ("TRƯỜNG THCS LÊ ĐÌNH CHINH", Some("Trường THCS Lê Đình Chinh")),
            ("TRƯỜNG THCS NẬM CỦM XÃ MƯỜNG TÈ", Some("Trường THCS Nậm Củm")),
            ("Văn phòng giáo xứ Phú Hải", Some("Giáo xứ Phú Hải")),
            ("HỌ ĐẠO SUỐI ĐÁ", Some("Họ đạo Suối Đá")),
            ("chùa Giác Nguyên kính gởi danh sách", Some("Chùa Giác Nguyên")),
            ("Trường xin cảm ơn", None),
            ("Hội trường UBND xã Tam Đại", None),
            ("UBMTTQ xã Tam Đại", None),
        ] {
            assert_eq!(body_in(piece).as_deref(), body, "{piece}");
        }
    }
}
