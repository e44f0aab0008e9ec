//! What the name of a body says: its place, and the post before it.

use std::sync::LazyLock;

use super::ordinary;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};

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
    let spelled = ordinary::words(body);
    let (_, place) = body_and_place(&spelled)?;
    let kind = kind_of_place(&place.to_lowercase())?;
    Some(place.split(' ').skip(kind).collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
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
