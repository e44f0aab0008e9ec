//! The name of a place, parted from what a sentence or a title says around it.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::heading::words;
use super::units::{is_commune, is_hamlet, is_province, is_unit};
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::clean::is_picture;

/// Words of the longest name of a unit over a group.
pub(super) const LONGEST_UNIT: usize = 11;

/// Where the words of a line begin.
pub(super) fn word_starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1))
}

/// "XÃ NA SẦM" of "XÃ NA SẦM: ĐẠI BIỂU DỰ TẬP HUẤN" and "XÃ PHÙ CÁT - LỊCH CỬ NGƯỜI DỰ TẬP HUẤN", where that is a commune already;
/// behind a dash a few words may be where it lay: "Xã Bình Trị - Thăng Bình".
pub(super) fn first_said(title: &str) -> &str {
    const WORDS_OF_NAME: usize = 4;
    let is_sentence = |said: &str| said.split(' ').count() > WORDS_OF_NAME;
    let by_dash = || title.split_once(" - ").filter(|(_, said)| is_sentence(said));
    let parted = title.split_once(" | ").or_else(|| title.split_once(':')).or_else(by_dash);
    parted.map(|(name, _)| name.trim_end()).filter(|name| is_commune(name)).unwrap_or(title)
}

/// "MTTQ xã Nà Tấu" of "MTTQ xã Nà Tấu cử đoàn".
pub(super) fn without_what_it_does(unit: &str) -> &str {
    static VERBS: LazyLock<Beginnings> = LazyLock::new(|| Section::Sends.words().collect());
    let end = unit.match_indices(' ').find(|(at, _)| VERBS.whole(&unit[at + 1..]).is_some());
    end.map_or(unit, |(at, _)| unit[..at].trim_end_matches([' ', ',', ':']))
}

/// "Thôn Đông Mỹ" of "Thôn Đông Mỹ - xã Yên Khang".
pub(super) fn without_commune(place: &str) -> &str {
    let ends = place.match_indices([',', '-', '–']).map(|(at, sign)| (at, at + sign.len()));
    let end = ends.filter(|(_, behind)| is_commune(place[*behind..].trim_start())).map(|(at, _)| at).next();
    end.map_or(place, |at| place[..at].trim_end())
}

/// "Trưởng ban CTMT" of "Trưởng ban CTMT các thôn", which heads those of several.
pub(in super::super) fn without_all_places(post: &str) -> &str {
    match post.rsplit_once(" các ") {
        Some((before, kind)) if is_hamlet(&format!("{kind} 1")) => before,
        _ => post,
    }
}

/// "Phường Nghĩa Lộ" of "Phường Nghĩa Lộ (Quảng Ngãi)" and "Phường Nghĩa Lộ, Quảng Ngãi"; "Xã Cư Huê (cũ)" is another thing.
pub(super) fn without_province(commune: &str) -> &str {
    let at = commune.find([',', '(']).filter(|at| {
        let behind = commune[*at..].trim_start_matches([',', '(', ' ']);
        // "(sáp nhập từ …": how it came to be.
        let is_sentence =
            behind.starts_with(char::is_lowercase) && (behind.contains(' ') || !behind.contains(')'));
        (behind.starts_with(char::is_uppercase) || is_sentence) && !is_commune(behind)
    });
    // "Phường Bình Hòa Lợi - TP. Hồ Chí Minh".
    let by_dash =
        || commune.split_once(" - ").filter(|(_, behind)| is_province(behind)).map(|(own, _)| own.len());
    at.or_else(by_dash).map_or(commune, |at| commune[..at].trim_end())
}

/// "PHƯỜNG BỬU LONG" of "UBMTTQ PHƯỜNG BỬU LONG": the commune that a body is of.
pub(in super::super) fn commune_within(body: &str) -> Option<&str> {
    word_starts(body).map(|at| &body[at..]).find(|place| is_commune(place))
}

/// "PHƯỜNG ĐÔNG HẢI" of "PHƯỜNG ĐÔNG HẢI - DS TẬP HUẤN".
pub(super) fn without_title(place: &str) -> &str {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    let signs = place.match_indices(['-', '–', ':']);
    let mut titles = signs.filter(|(at, sign)| TITLES.whole(&words(&place[at + sign.len()..])).is_some());
    // "XÃ TRUNG NGHĨA DS TẬP HUẤN".
    let is_title = |at: &usize| TITLES.whole(&words(&place[*at..])).is_some() && place[*at..].contains(' ');
    let behind_name = || word_starts(place).skip(2).find(is_title);
    titles.next().map(|(at, _)| at).or_else(behind_name).map_or(place, |at| place[..at].trim_end())
}

/// The name that a line begins with, of a hamlet, whatever is said of it: "Thôn Phú Gia gửi danh sách".
pub(in super::super) fn hamlet_at_start(line: &str) -> Option<&str> {
    let (hamlet, _) = without_sentence(without_commune(without_what_it_does(line)));
    (is_hamlet(line) && hamlet.split(' ').count() <= LONGEST_UNIT / 2).then_some(hamlet)
}

/// The name of a place without the sentence that goes on behind it in small letters: "Xã Ia Grai"
/// of "Xã Ia Grai gửi danh sách ạ"; and whether there was one.
pub(super) fn without_sentence(place: &str) -> (&str, bool) {
    let place = without_particles(place);
    // "03" counts something.
    let is_small = |word: &str| word.starts_with(char::is_lowercase) || word.starts_with('0');
    let starts: Vec<usize> = word_starts(place).collect();
    let word = |at: usize| place[at..].split(' ').next().unwrap_or_default();
    let named = starts.iter().skip(1).any(|at| !is_small(word(*at)));
    let mut after_name = starts.iter().skip_while(|at| is_small(word(**at)) || **at == 0);
    let small = after_name.find(|at| is_small(word(**at)));
    // "Xã Tân lập" is a name, "Xã Quỳnh Lưu xin" goes on.
    let is_named = |at: usize| {
        let capitals = starts.iter().filter(|start| **start > 0 && **start < at && !is_small(word(**start)));
        capitals.count() > 1
    };
    match small {
        Some(&at) if named && (place[at..].contains(' ') || is_named(at)) => {
            let own = place[..at].trim_end_matches([' ', ',', ':']);
            // "phường Kinh Bắc - Cán bộ": the word behind the dash begins what goes on.
            let before_dash = own.rsplit_once(" - ").filter(|(_, last)| !last.contains(' '));
            (before_dash.map_or(own, |(before, _)| before), true)
        }
        _ => (place, false),
    }
}

/// A place without what a sentence says behind it, and that: "thôn Thanh Khê", "về dự" of "thôn Thanh Khê về dự";
/// another place may follow it. What only is polite is dropped.
pub(in super::super) fn place_at_start(text: &str) -> (&str, &str) {
    let bare = without_particles(text);
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let mut named = 0;
    for at in word_starts(bare) {
        let rest = &bare[at..];
        let word = rest.split(' ').next().unwrap_or_default();
        if is_hamlet(rest) || is_commune(rest) || is_unit(rest) {
            named = 0;
        } else if !is_small(word) {
            named += 1;
        } else if named > 1 || named == 1 && rest.contains(' ') {
            return (bare[..at].trim_end_matches([' ', ',', ':', '.']), rest);
        }
    }
    (bare, "")
}

/// "Phường Lộc Thọ" of "Phường Lộc Thọ ạ".
pub(in super::super) fn without_particles(text: &str) -> &str {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::Particle.words().collect());
    let mut bare = text.trim_end().trim_end_matches(is_picture);
    while let Some((before, last)) = bare.rsplit_once(' ') {
        // "Phong Nha" is a name.
        if last.starts_with(char::is_uppercase)
            || !WORDS.contains(last.trim_end_matches(['.', '!', ',']).to_lowercase().as_str())
        {
            break;
        }
        bare = before.trim_end_matches([' ', ',']);
    }
    bare
}
