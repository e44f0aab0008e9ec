//! Headings over groups: "I. Xã Tam Đại (12 người)".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::heading::words;
use super::super::mentions::{mentions, words_before};
use super::super::position::begins_with_position;
use super::super::values::{cluster, roman};
use super::counts::people_counted;
use super::places::{
    LONGEST_UNIT, commune_within, first_said, without_commune, without_province, without_sentence,
    without_title, without_what_it_does, word_starts,
};
use super::units::{is_block, is_body, is_commune, is_hamlet, is_level, is_unit};
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::number::sentence_case;

/// What a heading above some rows says of the people under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Group {
    /// "I | Xã Tam Đại".
    Commune(String),
    /// "Thôn Trung Đàn".
    Hamlet(String),
    /// Another unit: "Hội Nông dân huyện".
    Unit(String),
    /// A heading that may be a unit, or a part of the list.
    Vague(String),
    /// "Cụm 2".
    Cluster(u32),
    /// Nothing of the unit: "II | Đại biểu mời".
    Section,
}

/// Words of the longest name of a commune, with its kind, where it is written without capitals.
const LONGEST_IN_SMALL: usize = 5;

/// What stands alone in a row as a heading; `ordinal` is the text of the STT cell.
/// `None` when it may be a person's name.
pub(in super::super) fn group(text: &str, ordinal: &str) -> Option<Group> {
    /// More of them are a telephone.
    const FIGURES: usize = 8;
    static CLUSTERS: LazyLock<Beginnings> = LazyLock::new(|| Section::Cluster.folded().collect());
    static PARTS: LazyLock<Beginnings> = LazyLock::new(|| Section::Part.folded().collect());
    static NUMBERED_PARTS: LazyLock<Beginnings> = LazyLock::new(|| Section::NumberedPart.folded().collect());
    let text = text.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    // "P. Tân Hà": a ward, and no point of a list.
    for (short, kind) in [("P. ", "Phường"), ("X. ", "Xã")] {
        if let Some(name) = text.strip_prefix(short).filter(|name| name.starts_with(char::is_uppercase)) {
            return group(&format!("{kind} {name}"), ordinal);
        }
    }
    let (enumerated, rest) = match enumerator(text) {
        Some(rest) => (true, rest),
        None => (is_enumeration(ordinal), numbered_place(text).unwrap_or(text)),
    };
    let title = without_count(labelled_unit(rest).unwrap_or(rest));
    // "Ấp: Tây Huề 1".
    let plain = title
        .split_once(": ")
        .filter(|(kind, _)| is_commune(&format!("{kind} 1")) || is_hamlet(&format!("{kind} 1")));
    let plain = plain.filter(|(kind, _)| !kind.contains(' ')).map(|(kind, name)| format!("{kind} {name}"));
    let title = plain.as_deref().unwrap_or(title);
    let folded = words(title);
    if CLUSTERS.after(&folded).any(|rest| rest.starts_with(' ')) {
        return Some(
            cluster(title.split([':', '-', '(']).next().unwrap_or(title))
                .map_or(Group::Section, Group::Cluster),
        );
    }
    // "Xã Ea Đar, nay thuộc xã Ea Kar": where it lies now.
    if let Some((former, now)) = title.split_once(" nay ")
        && is_commune(former)
        && let Some(at) = word_starts(now).find(|at| is_commune(&now[*at..]))
    {
        return Some(Group::Commune(sentence_case(&now[at..])));
    }
    if is_commune(title) {
        // "XÃ NA SẦM: ĐẠI BIỂU DỰ TẬP HUẤN", and not "Xã: Na Sầm".
        let commune = without_what_it_does(without_title(first_said(title)));
        let (commune, _) = without_sentence(commune);
        let commune = without_what_follows(without_province(commune));
        // "phường Phú Hậu cũ": what it was before.
        if title.split_once(commune).is_some_and(|(_, behind)| words(behind).split(' ').next() == Some("cu"))
        {
            return None;
        }
        // "xã mình mai ai đi ạ": a sentence without capitals.
        // The first word of the line has one anyway.
        let mut name = commune.split(' ').skip(1);
        let is_long = commune.split(' ').count() > LONGEST_IN_SMALL
            && !name.any(|word| word.contains(char::is_uppercase));
        // "Xã cử:" says no name.
        let is_sentence =
            is_long || is_own(commune) || !is_commune(commune) || mentions(rest).next().is_some();
        return (!is_sentence).then(|| Group::Commune(commune.to_owned()));
    }
    if is_hamlet(title) {
        let (hamlet, goes_on) = without_sentence(without_commune(without_what_it_does(title)));
        // "Tổ dân phố số 1: ông Trần Đức Hậu, Trưởng ban" is somebody there.
        let figures = rest.bytes().filter(u8::is_ascii_digit).count();
        let names_somebody = mentions(rest).next().is_some() || figures > FIGURES;
        // "Thôn Nà Mụ đang làm nhà văn hóa" is said of it, and heads nobody.
        return (!goes_on && !names_somebody).then(|| Group::Hamlet(hamlet.to_owned()));
    }
    // "UBMTTQ XÃ BA BỂ Số: 58/MTTQ": the head of a letter, on one line.
    let is_letterhead = || title.to_lowercase().split(' ').any(|word| word == "số" || word == "số:");
    if is_unit(title) && !is_letterhead() {
        // "HỘI CỰU CHIẾN BINH VIỆT NAM" stands over a letterhead.
        if folded.ends_with(" viet nam") && !begins_with_position(title) && commune_within(title).is_none() {
            return None;
        }
        // "UBMTTQ xã Nhơn Trạch cử các đồng chí có tên sau dự tập huấn" is said of it, and heads nobody.
        let is_name = title.split(' ').count() <= LONGEST_UNIT;
        let unit = without_what_it_does(title);
        let commune = commune_within(unit);
        return is_name.then(|| match commune {
            // "UBMTTQ phường Vinh Phú gửi danh sách": who sends it, and not where everybody works.
            // The sentence may go on in words we do not know: "UBMTTQ xa Quang Chieu bao cao ds di tap huan".
            Some(commune) if unit.len() < title.len() || without_sentence(commune).1 => {
                let (commune, _) = without_sentence(commune.split(". ").next().unwrap_or(commune));
                Group::Commune(sentence_case(without_province(commune)))
            }
            _ => Group::Unit(unit.to_owned()),
        });
    }
    if PARTS.begin(&folded) || is_block(title) || is_level(title) {
        return Some(Group::Section);
    }
    // "Đoàn Thanh niên"; "Đoàn Thanh Niên" may be somebody's name.
    if is_body(title)
        && title.split(' ').any(|word| word.starts_with(char::is_lowercase))
        && !is_letterhead()
        && !begins_with_position(title)
    {
        return Some(Group::Unit(title.to_owned()));
    }
    match enumerated {
        true if NUMBERED_PARTS.begin(&folded) || title.is_empty() => Some(Group::Section),
        // "l. Ông Ma Văn Chất, …" is somebody.
        true if mentions(rest).next().is_some() => None,
        // "I. THƯỜNG TRỰC MẶT TRẬN XÃ": of what they are, and no place.
        true if title.rsplit(' ').next().is_some_and(is_kind) => Some(Group::Section),
        true => Some(Group::Unit(title.to_owned())),
        false => None,
    }
}

/// "XÃ EA SÚP" of "XÃ EA SÚP BÁO CÁO": in capitals a word that ends the name of a commune, behind two of them.
fn without_what_follows(commune: &str) -> &str {
    const LEAST_WORDS: usize = 3;
    static ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::EndsName.words().collect());
    if commune.contains(char::is_lowercase) {
        return commune;
    }
    let word = |at: usize| commune[at..].split(' ').next().unwrap_or_default().to_lowercase();
    let end = word_starts(commune).skip(LEAST_WORDS).find(|at| ENDS.contains(word(*at).as_str()));
    end.map_or(commune, |at| commune[..at].trim_end())
}

/// "xã", "thôn": the word for a place alone.
fn is_kind(word: &str) -> bool {
    let small = word.to_lowercase();
    let mut kinds = unit_words(Use::List).filter(|unit| matches!(unit.kind, Kind::Commune | Kind::Hamlet));
    kinds.any(|unit| unit.word == small)
}

/// "Xã em", "xã mình", "xã chị nhé em": whose it is, and no name; "xã anh sơn" may be one.
fn is_own(commune: &str) -> bool {
    static OWN: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::OwnName.words().collect());
    static SPOKEN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let words = Section::OwnName.words().chain(Section::Particle.words()).chain(Section::Sends.words());
        words.chain(words_before().iter().copied()).collect()
    });
    let mut words = commune.split(' ').skip(1);
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let is_spoken = SPOKEN.contains(first) && second.is_none_or(|word| SPOKEN.contains(word));
    OWN.contains(first) || is_spoken
}

/// A heading without its number before it and the number of people behind it: "Trưởng xóm" of
/// "B. Trưởng xóm (06 người)".
pub(in super::super) fn title_of_group(line: &str) -> &str {
    let text = line.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    without_count(enumerator(text).unwrap_or(text))
}

/// "Phường An Xuân" of "Đơn vị: Phường An Xuân".
pub(in super::super) fn labelled_unit(line: &str) -> Option<&str> {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| Section::UnitLabel.folded().collect());
    let (label, unit) = line.split_once(':')?;
    let unit = unit.trim_matches([' ', '.', ';']);
    (LABELS.contains(&words(label)) && unit.contains(char::is_alphabetic)).then_some(unit)
}

/// "I", "IV.", "A", "b)": what numbers groups, not people.
fn is_enumeration(ordinal: &str) -> bool {
    let word = words(ordinal);
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    letter || roman(&word).is_some()
}

/// What follows "I. ", "A) ", "II - " at the start of a heading.
fn enumerator(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(' ')?;
    let marked = first.ends_with(['.', ')', '/', '-', ':']) || rest.starts_with(['-', '.', '–']);
    let number = first.trim_end_matches(['.', ')', '/', '-', ':']);
    (marked && is_enumeration(number)).then(|| rest.trim_start_matches(['-', '.', '–', ' ']))
}

/// "Thôn Trung Đàn: 02 người" of "1. Thôn Trung Đàn: 02 người": only a place, for a
/// person may be numbered in the same way.
fn numbered_place(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let place = rest.strip_prefix(['.', ')', '/', '-']).unwrap_or(rest).trim_start();
    let is_numbered = rest.len() < text.len();
    (is_numbered && (is_commune(place) || is_hamlet(place) || is_unit(place))).then_some(place)
}

/// Whether a heading says how many people stand under it.
pub(in super::super) fn is_counted(title: &str) -> bool {
    let title = title.trim_end();
    without_count(title).len() < title.len() && title.contains(|c: char| c.is_ascii_digit())
}

/// A heading without the number of people behind it: "Xã Tam Đại (12 người)".
fn without_count(title: &str) -> &str {
    // "Ấp: Tây Huề 1" counts nobody.
    let is_name = |tail: &str| tail.trim_start().starts_with(char::is_uppercase);
    let counts = |tail: &str| {
        tail.contains(|c: char| c.is_ascii_digit()) && !is_name(tail)
            || tail.trim_matches([' ', ')', '.']).is_empty()
            || matches!(words(tail).as_str(), "tiep theo" | "tiep" | "tt")
    };
    let head = match title.rfind(['(', ':']) {
        Some(at) if counts(&title[at + 1..]) => &title[..at],
        _ => title,
    };
    // "Xã Tam Đại – 12 người".
    let head = match head.rfind(['-', '–', ',']) {
        Some(at) if people_counted(&head[at..]).is_some_and(|(_, of_people)| of_people) => &head[..at],
        _ => head,
    };
    head.trim_end_matches([' ', ':', ';', ',', '-', '–', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_over_groups_say_where_people_come_from() {
        let unit = |text: &str| Some(Group::Unit(text.to_owned()));
        let commune = |text: &str| Some(Group::Commune(text.to_owned()));
        for (text, ordinal, expected) in [
            ("Xã Tam Đại", "I", commune("Xã Tam Đại")),
            ("Xã Tam Đại", "", commune("Xã Tam Đại")),
            ("XÃ TAM ĐẠI:", "1", commune("XÃ TAM ĐẠI")),
            ("I. Xã Tam Đại (12 người)", "", commune("Xã Tam Đại")),
            ("II - Phường Châu Văn Liêm: 20 đại biểu", "", commune("Phường Châu Văn Liêm")),
            ("xa Tam Dai", "", commune("xa Tam Dai")),
            ("Xã Tam Đại – 12 người", "", commune("Xã Tam Đại")),
            ("Xã Tam Đại (tiếp theo)", "", commune("Xã Tam Đại")),
            ("Xã Ia Grai gửi danh sách ạ", "", commune("Xã Ia Grai")),
            ("Xã Ia Grai đăng ký:", "", commune("Xã Ia Grai")),
            ("Thôn Hạ - xã Ia Grai", "", Some(Group::Hamlet("Thôn Hạ".to_owned()))),
            ("Xã Ea Đar, nay thuộc xã Ea Kar", "", commune("Xã Ea Kar")),
            ("Thôn Trung Đàn", "", Some(Group::Hamlet("Thôn Trung Đàn".to_owned()))),
            ("Ấp: Tây Huề 1", "", Some(Group::Hamlet("Ấp Tây Huề 1".to_owned()))),
            ("UBMTTQ huyện", "", unit("UBMTTQ huyện")),
            ("MTTQ xã Nà Tấu cử đoàn:", "", Some(Group::Commune("Xã Nà Tấu".to_owned()))),
            ("1. Thôn Trung Đàn: 02 người", "", Some(Group::Hamlet("Thôn Trung Đàn".to_owned()))),
            ("KHỐI XÃ (2 đồng chí)", "A", Some(Group::Section)),
            ("KHỐI MẶT TRẬN", "", Some(Group::Section)),
            ("Khối 5", "", Some(Group::Hamlet("Khối 5".to_owned()))),
            ("Tam Đại", "II", unit("Tam Đại")),
            ("Cụm 2", "", Some(Group::Cluster(2))),
            ("CỤM SỐ 3: Nhà văn hóa xã 5", "", Some(Group::Cluster(3))),
            ("Trưởng ban Công tác Mặt trận", "B", Some(Group::Section)),
            ("ĐẠI BIỂU MỜI", "", Some(Group::Section)),
        ] {
            assert_eq!(group(text, ordinal), expected, "{ordinal} | {text}");
        }
    }
}
