//! Names of units and posts that were typed in capitals, as papers print them: in ordinary letters.
//!
//! The names of people stay as they are: how somebody writes the own name cannot be known from capitals.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::organisation::Letterhead;
use crate::domain::person::PersonDetails;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::syllable::is_syllable;

/// The session as papers print it.
pub fn prepared(dossier: &Dossier) -> Cow<'_, Dossier> {
    let in_capitals = |one: &Delegate| {
        let PersonDetails { unit, unit_group, position, .. } = &one.details;
        [unit, unit_group, position].into_iter().flatten().any(|text| is_loud(text))
    };
    let served = |dossier: &Dossier| {
        dossier.clusters.iter().any(|cluster| cluster.details.serves.iter().any(|unit| is_loud(unit)))
    };
    if !dossier.delegates.iter().any(in_capitals) && !served(dossier) {
        return Cow::Borrowed(dossier);
    }
    let mut prepared = dossier.clone();
    for one in &mut prepared.delegates {
        let PersonDetails { unit, unit_group, position, .. } = &mut one.details;
        for text in [unit, unit_group].into_iter().flatten() {
            put(text, Bare::Name);
        }
        position.iter_mut().for_each(|text| put(text, Bare::Words));
    }
    for cluster in &mut prepared.clusters {
        cluster.details.serves.iter_mut().for_each(|text| put(text, Bare::Name));
    }
    Cow::Owned(prepared)
}

/// A body in the ordinary letters of the session, where it is named there; else by the rules.
/// "Trung tâm Chính trị quận Ô Môn" of the lines "TRUNG TÂM CHÍNH TRỊ", "QUẬN Ô MÔN".
pub fn body(lines: &[String], dossier: &Dossier) -> String {
    let mut lines = lines.to_vec();
    // "BAN THƯỜNG TRỰC" stands under the body whose it is.
    if lines.last().is_some_and(|line| line == super::letter::STANDING_COMMITTEE) {
        lines.rotate_right(1);
    }
    let whole = lines.join(" ");
    let key = compare_key(&whole);
    let named = dossier.organisers.iter().map(|one| one.name.as_str()).chain([dossier.organisation.as_str()]);
    match named.map(str::trim).find(|name| compare_key(name) == key) {
        Some(name) => name.to_owned(),
        None => words(&whole),
    }
}

/// Words as they are, or, in capitals, in ordinary letters: "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam" of
/// "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".
pub fn words(text: &str) -> String {
    in_ordinary_letters(text, Bare::Words).unwrap_or_else(|| text.to_owned())
}

/// The body over the organisation, as its letterhead has it: `None` where that names none.
pub fn superior(dossier: &Dossier) -> Option<String> {
    let superior = &dossier.letterhead.superior;
    (!superior.is_empty()).then(|| body(superior, dossier))
}

/// Who issues papers with a letterhead, in ordinary letters; the office itself where nothing else is said.
pub fn issuer(letterhead: &Letterhead, dossier: &Dossier) -> String {
    if letterhead.issuer.is_empty() {
        dossier.organisation.clone()
    } else {
        body(&letterhead.issuer, dossier)
    }
}

fn put(text: &mut String, bare: Bare) {
    if let Some(ordinary) = in_ordinary_letters(text, bare) {
        *text = ordinary;
    }
}

/// What words are that no kind of place goes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bare {
    /// A name, where nothing else is said: "TAM AN".
    Name,
    /// Ordinary words: "TRƯỞNG BAN".
    Words,
}

/// Whether a text has some part in capitals alone: "XÃ TAM AN", but neither "UBMTTQ" nor "Tổ 5A".
fn is_loud(text: &str) -> bool {
    text.split(',').any(|part| is_loud_part(part.trim()))
}

fn is_loud_part(part: &str) -> bool {
    let mut words = part.split(' ').filter(|word| word.chars().filter(|one| one.is_alphabetic()).count() > 1);
    !part.chars().any(char::is_lowercase) && words.any(|word| is_syllable(&word.to_lowercase()))
}

/// A text with its loud parts in ordinary letters; `None` where it has none.
fn in_ordinary_letters(text: &str, bare: Bare) -> Option<String> {
    if !is_loud(text) {
        return None;
    }
    let parts = text.split(',').map(str::trim).enumerate().map(|(at, part)| {
        if !is_loud_part(part) {
            return part.to_owned();
        }
        let part = spelled(part, bare);
        if at == 0 { sentence_case(&part) } else { part }
    });
    Some(parts.collect::<Vec<_>>().join(", "))
}

/// A part word by word: kinds of places small and their names with capitals, short forms as they are.
fn spelled(part: &str, bare: Bare) -> String {
    static PLACES: LazyLock<Beginnings> = LazyLock::new(|| {
        let places = unit_words(Use::Sentence).filter(|word| word.kind != Kind::Institution);
        places.map(|word| word.word).collect()
    });
    static BODIES: LazyLock<Beginnings> = LazyLock::new(|| {
        let bodies = unit_words(Use::List).filter(|word| word.kind == Kind::Institution);
        bodies.map(|word| word.word).chain(Section::Post.words()).collect()
    });
    let lower = part.to_lowercase();
    let mut rest = lower.as_str();
    let mut left: Vec<&str> = part.split(' ').collect();
    let mut written: Vec<String> = Vec::with_capacity(left.len());
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let is_body = BODIES.after(rest).any(ends);
    let mut in_name = bare == Bare::Name && !is_body;
    while let Some(word) = left.first() {
        // "xã hội" begins like a place and is none.
        let is_field = Section::FieldOfWork.words().any(|field| rest.strip_prefix(field).is_some_and(ends));
        let kind = PLACES.after(rest).find(|after| after.starts_with(' ')).filter(|_| !is_field);
        let (count, next) = if let Some(after) = kind.map(committee) {
            let words: Vec<&str> = rest[..rest.len() - after.len()].split(' ').collect();
            written.extend(words.iter().map(|&word| word.to_owned()));
            in_name = true;
            (words.len(), after)
        } else if let Some((words, after)) = capitals(rest) {
            let count = words.len();
            written.extend(words);
            in_name = false;
            (count, after)
        } else {
            let one = rest.split(' ').next().unwrap_or_default();
            written.push(match () {
                () if !is_syllable(one) || is_roman(word) => (*word).to_owned(),
                () if in_name => sentence_case(one),
                () => one.to_owned(),
            });
            (1, &rest[one.len()..])
        };
        left.drain(..count.min(left.len()));
        rest = next.strip_prefix(' ').unwrap_or(next);
    }
    written.join(" ")
}

/// What follows "huyện", or, where that is a committee of the Party, "huyện ủy".
fn committee(after: &str) -> &str {
    let of_party = [" ủy", " uỷ"].into_iter().find_map(|word| after.strip_prefix(word));
    of_party.filter(|rest| rest.starts_with(' ')).unwrap_or(after)
}

/// The words with capitals of their own that a text begins with, and what follows them.
fn capitals(text: &str) -> Option<(Vec<String>, &str)> {
    let entries = Section::Capital.entries().filter_map(|entry| {
        let after = text.strip_prefix(entry.word)?;
        (after.is_empty() || after.starts_with(' ')).then_some((entry, after))
    });
    let (entry, after) = entries.max_by_key(|(entry, _)| entry.word.len())?;
    let written = entry.word.split(' ').zip(1..).map(|(word, place): (&str, usize)| {
        if entry.has(&place.to_string()) { sentence_case(word) } else { word.to_owned() }
    });
    Some((written.collect(), after))
}

/// "IV", which is no syllable to be written small.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_typed_in_capitals_are_printed_in_ordinary_letters() {
        for (typed, printed) in [
            ("XÃ TAM AN", "Xã Tam An"),
            ("THÔN TRUNG ĐÀN, XÃ TAM ĐẠI", "Thôn Trung Đàn, xã Tam Đại"),
            ("Thôn Trung Đàn, XÃ TAM ĐẠI", "Thôn Trung Đàn, xã Tam Đại"),
            ("UBMTTQ XÃ TAM ĐẠI", "UBMTTQ xã Tam Đại"),
            ("HỘI NÔNG DÂN XÃ TAM ĐẠI", "Hội Nông dân xã Tam Đại"),
            ("TAM AN", "Tam An"),
            ("THÔN 3A", "Thôn 3A"),
        ] {
            assert_eq!(in_ordinary_letters(typed, Bare::Name).as_deref(), Some(printed), "{typed}");
        }
        for (typed, printed) in [
            ("TRƯỞNG BAN CTMT", "Trưởng ban CTMT"),
            ("PHÓ BAN VĂN HÓA XÃ HỘI", "Phó ban văn hóa xã hội"),
            ("CHỦ TỊCH UBMTTQ XÃ TAM AN", "Chủ tịch UBMTTQ xã Tam An"),
            ("ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM", "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam"),
            ("ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM", "Ủy ban Trung ương MTTQ Việt Nam"),
            (
                "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM THÀNH PHỐ HÀ NỘI",
                "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Hà Nội",
            ),
            ("TRUNG TÂM CHÍNH TRỊ QUẬN Ô MÔN", "Trung tâm Chính trị quận Ô Môn"),
            (
                "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HÀ NỘI",
                "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
            ),
            ("ỦY BAN NHÂN DÂN THỊ TRẤN PHÚ THỊNH", "Ủy ban nhân dân thị trấn Phú Thịnh"),
            ("HUYỆN ỦY PHÚ NINH", "Huyện ủy Phú Ninh"),
            ("BAN TUYÊN GIÁO TỈNH ỦY QUẢNG NAM", "Ban tuyên giáo tỉnh ủy Quảng Nam"),
            ("ĐẢNG ỦY XÃ TAM ĐẠI", "Đảng ủy xã Tam Đại"),
            ("UBND PHƯỜNG 7", "UBND phường 7"),
        ] {
            assert_eq!(in_ordinary_letters(typed, Bare::Words).as_deref(), Some(printed), "{typed}");
        }
        for stays in ["Xã Tam An", "UBMTTQ", "Tổ 5A", "", "UBND TP"] {
            assert_eq!(in_ordinary_letters(stays, Bare::Name), None, "{stays}");
        }
    }
}
