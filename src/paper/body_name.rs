//! Names of bodies inside sentences, where a letterhead or the head of a decision has them in capitals.

use std::sync::LazyLock;

use super::letter::STANDING_COMMITTEE;
use crate::domain::dossier::Dossier;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::name::is_all_capitals;
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::syllable::is_syllable;

/// Words within names of bodies that are names themselves.
const PROPER: [&str; 4] = ["Ban Thường trực", "Mặt trận Tổ quốc", "Trung ương", "Việt Nam"];

/// "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam" of "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM"; what is not in capitals stays
/// as it is.
///
/// The name of a place has capitals, the word before it has none; abbreviations stay. Of other words only the first has
/// a capital, so that the names of offices may lack one ("Trung tâm chính trị").
pub fn in_text(name: &str) -> String {
    let name = name.trim();
    if !is_all_capitals(name) {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut spelled: Vec<String> = Vec::with_capacity(words.len());
    let mut in_place = false;
    while spelled.len() < words.len() {
        let rest = words[spelled.len()..].join(" ").to_lowercase();
        if let Some(kind) = kind_of_place(&rest).filter(|_| !spelled.is_empty()) {
            spelled.extend(rest.split(' ').take(kind).map(str::to_owned));
            in_place = true;
        } else if let Some(proper) = PROPER.iter().find(|proper| begins(&rest, &proper.to_lowercase())) {
            spelled.extend(proper.split(' ').map(str::to_owned));
        } else {
            let word = words[spelled.len()];
            let small = word.to_lowercase();
            // "HUYỆN ỦY PHÚ NINH": what follows is a place without a word of its own.
            let of_committee = spelled.len() == 1 && matches!(small.as_str(), "ủy" | "uỷ");
            spelled.push(match in_place || spelled.is_empty() {
                _ if !is_syllable(&small) => word.to_owned(),
                true => sentence_case(&small),
                false => small,
            });
            in_place |= of_committee;
        }
    }
    spelled.join(" ")
}

/// How many words of a text, in small letters, say what kind of place follows them.
fn kind_of_place(text: &str) -> Option<usize> {
    static KINDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let places = [Kind::Province, Kind::District, Kind::Commune];
        unit_words(Use::Tree).filter(|word| places.contains(&word.kind)).map(|word| word.word).collect()
    });
    let rest = KINDS.after(text).find(|rest| rest.starts_with(' '))?;
    Some(text[..text.len() - rest.len()].split(' ').count())
}

/// What a body is called and the place it is of: "Ủy ban MTTQ Việt Nam", "huyện Phú Ninh". `None` for a name that says
/// no place.
pub fn body_and_place(name: &str) -> Option<(&str, &str)> {
    let small = name.to_lowercase();
    // Letters of Vietnamese are as long in both cases; where others are not, no place is found.
    let spaces = small.match_indices(' ').map(|(at, _)| at);
    let mut places = spaces.filter(|&at| kind_of_place(&small[at + 1..]).is_some());
    let at = places.find(|&at| name.is_char_boundary(at) && name.is_char_boundary(at + 1))?;
    Some((name.get(..at)?.trim(), name.get(at..)?.trim()))
}

/// Where a body sits, as the date of its papers says it: "Tam Đại" of "ỦY BAN NHÂN DÂN XÃ TAM ĐẠI".
pub fn place_of(body: &str) -> Option<String> {
    let spelled = in_text(body);
    let (_, place) = body_and_place(&spelled)?;
    let kind = kind_of_place(&place.to_lowercase())?;
    Some(place.split(' ').skip(kind).collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
}

fn begins(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The body over the organisation, as its letterhead has it: `None` where that names none.
pub fn superior(dossier: &Dossier) -> Option<String> {
    let lines = dossier.letterhead.superior.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let mut lines: Vec<&str> = lines.collect();
    if lines.last() == Some(&STANDING_COMMITTEE) {
        lines.rotate_right(1);
    }
    Some(lines.join(" ")).filter(|name| !name.is_empty()).map(|name| in_text(&name))
}

/// A post and the body it is of: "CHỦ TỊCH" and "ỦY BAN NHÂN DÂN XÃ TAM ĐẠI"; without a post the body alone.
pub fn post_and_body(authority: &str) -> (String, String) {
    static POSTS: LazyLock<Beginnings> = LazyLock::new(|| {
        let posts = || Section::Post.words();
        let deputies = posts().map(|post| format!("phó {post}"));
        posts().map(str::to_owned).chain(deputies).collect()
    });
    let words: Vec<&str> = authority.split_whitespace().collect();
    let small = words.join(" ").to_lowercase();
    let rest = POSTS.after(&small).find(|rest| rest.starts_with(' '));
    let count = rest.map_or(0, |rest| words.len() - rest.split_whitespace().count());
    (words[..count].join(" "), words[count..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_in_capitals_is_spelled_as_a_sentence_has_it() {
        for (capitals, spelled) in [
            ("ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM", "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam"),
            ("ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM", "Ủy ban Trung ương MTTQ Việt Nam"),
            (
                "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HÀ NỘI",
                "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
            ),
            ("ỦY BAN NHÂN DÂN THỊ TRẤN PHÚ THỊNH", "Ủy ban nhân dân thị trấn Phú Thịnh"),
            ("HUYỆN ỦY PHÚ NINH", "Huyện ủy Phú Ninh"),
            ("ĐẢNG ỦY XÃ TAM ĐẠI", "Đảng ủy xã Tam Đại"),
            ("UBND PHƯỜNG 7", "UBND phường 7"),
            ("Ủy ban nhân dân xã Tam Đại", "Ủy ban nhân dân xã Tam Đại"),
            ("", ""),
        ] {
            assert_eq!(in_text(capitals), spelled);
        }
    }

    #[test]
    fn the_place_of_a_body_is_found() {
        assert_eq!(
            body_and_place("Ủy ban MTTQ Việt Nam huyện Phú Ninh"),
            Some(("Ủy ban MTTQ Việt Nam", "huyện Phú Ninh"))
        );
        assert_eq!(body_and_place("UBMTTQ thị trấn Phú Thịnh"), Some(("UBMTTQ", "thị trấn Phú Thịnh")));
        assert_eq!(body_and_place("Ủy ban Trung ương MTTQ Việt Nam"), None);
        assert_eq!(body_and_place("Hội nghị xã"), None);
        assert_eq!(place_of("ỦY BAN NHÂN DÂN XÃ TAM ĐẠI").as_deref(), Some("Tam Đại"));
        assert_eq!(place_of("TRUNG TÂM CHÍNH TRỊ"), None);
        assert_eq!(body_and_place(""), None);
    }

    #[test]
    fn a_post_is_parted_from_its_body() {
        let parted = |text: &str| post_and_body(text);
        let is = |post: &str, body: &str| (post.to_owned(), body.to_owned());
        assert_eq!(
            parted("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TAM ĐẠI"),
            is("CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ TAM ĐẠI")
        );
        assert_eq!(parted("Phó Giám đốc  Trung tâm Chính trị"), is("Phó Giám đốc", "Trung tâm Chính trị"));
        assert_eq!(parted("ỦY BAN NHÂN DÂN XÃ TAM ĐẠI"), is("", "ỦY BAN NHÂN DÂN XÃ TAM ĐẠI"));
        assert_eq!(parted("GIÁM ĐỐC"), is("", "GIÁM ĐỐC"));
        assert_eq!(parted(""), is("", ""));
    }
}
