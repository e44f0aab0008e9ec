//! The commune that a line names, whatever else it says.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::capitals::in_small_letters;
use super::super::marks::is_count;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::fold;
use crate::vietnamese::number::sentence_case;

/// "Xã Tam Đại" in "DANH SÁCH ĐẠI BIỂU XÃ TAM ĐẠI NĂM 2026".
pub(in super::super) fn commune_in(line: &str) -> Option<String> {
    const MOST_WORDS: usize = 4;
    static KINDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        unit_words(Use::List).filter(|word| word.kind == Kind::Commune).map(|word| word.word).collect()
    });
    static MEETING: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::MeetingPlace.words().collect());
    static OWN: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::OwnName.words().collect());
    static NOT_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::EndsName.words().collect());
    let line = &with_whole_kind(line);
    let words: Vec<&str> = line.split([' ', ',', ';', ':', '(', ')', '-', '–', '.']).collect();
    let shouted = !line.chars().any(char::is_lowercase);
    // "Cư M'gar", "Ea H'Leo".
    let is_letter = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '`');
    let is_part =
        |word: &str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(is_letter);
    // Few communes have a name of one syllable: behind one, "HỘI" of "XÃ VĨNH HỘI TÂY" goes on.
    // "PHƯỜNG HỘI AN" begins with it.
    let may_begin = |word: &str, taken: usize| taken == 0 && word == "HỘI";
    let ends = |word: &str, taken: usize| {
        shouted && taken != 1 && !may_begin(word, taken) && NOT_NAMES.contains(word.to_lowercase().as_str())
    };
    // "ĐẢNG ỦY XÃ A DƠI ỦY BAN MTTQ": another body begins on the same line.
    // "HỘI" of "XÃ VĨNH HỘI TÂY" is none.
    static BODIES: LazyLock<Beginnings> = LazyLock::new(|| {
        let bodies = unit_words(Use::List).filter(|word| word.kind == Kind::Institution);
        bodies.map(|word| word.word).filter(|word| word.contains(' ')).collect()
    });
    let begins_body = |at: usize, taken: usize| {
        let is_loud = !words[at].contains(char::is_lowercase);
        is_loud && taken > 0 && BODIES.whole(&words[at..].join(" ").to_lowercase()).is_some()
    };
    // "xa Vinh Loc" in a line without any marks.
    let is_plain = line.is_ascii();
    let says = |at: usize, kind: &str| {
        kind.split(' ').zip(at..).all(|(part, at)| {
            words
                .get(at)
                .map(|word| word.to_lowercase())
                .is_some_and(|word| word == part || is_plain && word == fold(part))
        })
    };
    (0..words.len()).find_map(|at| {
        let kind = KINDS.iter().find(|kind| says(at, kind))?;
        let before = words[..at].iter().rev().find(|word| !word.is_empty());
        // "tại xã Tam Đại" says where people meet; "em là Hạnh ở xã Nghĩa Lâm" says who writes.
        let is_own = || words[..at].iter().any(|word| OWN.contains(word.to_lowercase().as_str()));
        if before.is_some_and(|word| MEETING.contains(word.to_lowercase().as_str())) && !is_own() {
            return None;
        }
        let start = at + kind.split(' ').count();
        // "phường Thuận An TPHCM": capitals behind a name in small letters are no part of it.
        let is_title_case = |word: &str| word.chars().skip(1).all(char::is_lowercase);
        let begins_small =
            words.get(start).filter(|word| word.chars().count() > 1).is_some_and(|word| is_title_case(word));
        let is_cut_short =
            |word: &str| begins_small && word.chars().count() > 2 && !word.contains(char::is_lowercase);
        let is_name = |(taken, word): &(usize, &&str)| {
            let is_other = ends(word, *taken) || *taken > 0 && is_cut_short(word);
            is_part(word) && !is_other && !begins_body(start + taken, *taken)
        };
        let name: Vec<&str> =
            words[start..].iter().enumerate().take_while(is_name).map(|(_, word)| *word).collect();
        if name.is_empty() || name.len() > MOST_WORDS || name[0] == "HỘI" && name.len() != 2 {
            return None;
        }
        // "XÃ MƯỜNG LUÂN Số: 02": a name is written in one way.
        let in_capitals = |word: &&&str| !word.contains(char::is_lowercase);
        let loud = name.first().is_some_and(|word| word.chars().count() > 1 && in_capitals(&word));
        let name: Vec<&str> = name.iter().take_while(|word| !loud || in_capitals(word)).copied().collect();
        let number = number_behind(&words[start + name.len()..]);
        let name = name.join(" ");
        let name = name.split(" THÀNH PHỐ").next().unwrap_or_default().to_owned();
        let name = if shouted || loud { in_small_letters(&name).unwrap_or(name) } else { name };
        let number = number.map(|number| format!(" {number}")).unwrap_or_default();
        // The registry puts the marks of what is written without.
        let kind = if is_plain { fold(kind) } else { (*kind).to_owned() };
        Some(format!("{} {name}{number}", sentence_case(&kind)))
    })
}

/// "phường Bảo Vinh" of "P. Bảo Vinh" and "P.Bảo Vinh", "xã Hòa Phú" of "X. Hòa Phú".
fn with_whole_kind(line: &str) -> Cow<'_, str> {
    let mut whole = Cow::Borrowed(line);
    for (short, kind) in [("P.", "phường "), ("X.", "xã ")] {
        let is_kind = |at: usize, text: &str| {
            let behind = text[at + short.len()..].trim_start();
            !text[..at].ends_with(char::is_alphanumeric) && behind.starts_with(char::is_uppercase)
        };
        let at = whole.match_indices(short).map(|(at, _)| at).find(|at| is_kind(*at, &whole));
        if let Some(at) = at {
            let behind = whole[at + short.len()..].trim_start();
            let name = whole.len() - behind.len();
            whole.to_mut().replace_range(at..name, kind);
        }
    }
    whole
}

/// "1" of "xã A Lưới 1", the fourth of as many that were one; not "3" of "xã Tam Đại 3 người", nor "02".
fn number_behind<'a>(behind: &[&'a str]) -> Option<&'a str> {
    let (number, more) = behind.split_first()?;
    let is_number = matches!(number.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    let counts = more.first().is_some_and(|next| is_count(&format!("{number} {next}")))
        || more.get(..2).is_some_and(|next| is_count(&format!("{number} {}", next.join(" "))));
    (is_number && !counts).then_some(*number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_found_in_titles_and_names() {
        for (line, commune) in [
            ("DANH SÁCH ĐẠI BIỂU XÃ TAM ĐẠI NĂM 2026", Some("Xã Tam Đại")),
            ("Danh sách cán bộ Mặt trận xã Bình Định Nam tham dự tập huấn", Some("Xã Bình Định Nam")),
            ("ỦY BAN MTTQ VIỆT NAM THỊ TRẤN NÚI THÀNH", Some("Thị trấn Núi Thành")),
            ("DS_phường An Sơn (gửi lại)".replace('_', " ").as_str(), Some("Phường An Sơn")),
            ("Danh sách các xã, phường", None),
            ("Hội nghị tập huấn tại xã Tam Đại", None),
            ("Em gửi danh sách xã Phúc Trạch ạ 🌹", Some("Xã Phúc Trạch")),
            ("DANH SÁCH ĐẠI BIỂU", None),
            ("MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ VĨNH HỘI TÂY", Some("Xã Vĩnh Hội Tây")),
            ("DANH SÁCH ĐẠI BIỂU XÃ VĨNH HỘI TÂY THAM DỰ TẬP HUẤN", Some("Xã Vĩnh Hội Tây")),
            ("DANH SÁCH XÃ PHÚ HỘI NĂM 2026", Some("Xã Phú Hội")),
            ("DANH SÁCH XÃ TAM ĐẠI DỰ HỘI NGHỊ", Some("Xã Tam Đại")),
            ("ỦY BAN MTTQ VIỆT NAM XÃ CƯ M'GAR", Some("Xã Cư M'Gar")),
            ("UBMTTQ VIỆT NAM XÃ A LƯỚI 1", Some("Xã A Lưới 1")),
            ("UBMTTQ Việt Nam xã A Lưới 1 cử các đồng chí có tên sau", Some("Xã A Lưới 1")),
            ("Xã Tam Đại 3 người", Some("Xã Tam Đại")),
            ("Chao anh Tam, xa Vinh Loc (Ca Mau) gui danh sach", Some("Xa Vinh Loc")),
            ("Tập huấn MTTQ 2026 - P. Bảo Vinh", Some("Phường Bảo Vinh")),
            ("DS tập huấn P.Bảo Vinh TPHCM", Some("Phường Bảo Vinh")),
            ("TP. Huế", None),
            ("MẶT TRẬN TỔ QUỐC PHƯỜNG HỘI AN", Some("Phường Hội An")),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
            ("Xã Tam Đại 12 đồng chí", Some("Xã Tam Đại")),
            ("DANH SÁCH XÃ TAM ĐẠI 2026", Some("Xã Tam Đại")),
            ("I. Xã Tam Đại", Some("Xã Tam Đại")),
            ("Địa điểm: xã Tam Đại", None),
            ("ĐẢNG ỦY XÃ A DƠI ỦY BAN MTTQ VIỆT NAM XÃ", Some("Xã A Dơi")),
        ] {
            assert_eq!(commune_in(line).as_deref(), commune, "{line}");
        }
    }
}
