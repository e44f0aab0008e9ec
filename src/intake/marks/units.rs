//! Communes, hamlets and bodies, told by the words they begin with.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::heading::words;
use super::super::position::begins_with_position;
use crate::lexicon::{Beginnings, ByMarks, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::fold;

/// Words with which units begin in lists. Without any marks "ban", "to" and "lang" are
/// also a board, a preposition and a name.
type UnitBeginnings = LazyLock<ByMarks<Beginnings>>;
static COMMUNES: UnitBeginnings = LazyLock::new(|| unit_beginnings(&[Kind::Commune]));
static HAMLETS: UnitBeginnings = LazyLock::new(|| unit_beginnings(&[Kind::Hamlet]));
static PROVINCES: UnitBeginnings = LazyLock::new(|| ByMarks {
    marked: unit_words(Use::Break).filter(|word| word.kind == Kind::Province).map(|word| word.word).collect(),
    unmarked: unit_words(Use::Break)
        .filter(|word| word.kind == Kind::Province)
        .map(|word| fold(word.word))
        .collect(),
});
static OTHERS: UnitBeginnings =
    LazyLock::new(|| unit_beginnings(&[Kind::Institution, Kind::District, Kind::Province]));

fn unit_beginnings(kinds: &[Kind]) -> ByMarks<Beginnings> {
    let words = || unit_words(Use::List).filter(|word| kinds.contains(&word.kind));
    ByMarks {
        marked: words().map(|word| word.word).collect(),
        unmarked: words().filter(|word| !word.needs_marks).map(|word| fold(word.word)).collect(),
    }
}

/// "Xã Tam Đại", "P. …" is not: the kind is written out.
pub(in super::super) fn is_commune(text: &str) -> bool {
    begins_with_unit(text, &COMMUNES)
}

/// "Tỉnh Hưng Yên", "TP. Hồ Chí Minh".
pub(super) fn is_province(text: &str) -> bool {
    begins_with_unit(text, &PROVINCES)
}

/// "Thôn Trung Đàn", "Tổ 5".
pub(in super::super) fn is_hamlet(text: &str) -> bool {
    begins_with_unit(text, &HAMLETS) && !is_block(text)
}

/// "Khối xã", "KHỐI MẶT TRẬN": a part of the list, not the residential area "Khối 5".
pub(super) fn is_block(text: &str) -> bool {
    static BLOCKS: LazyLock<Beginnings> = LazyLock::new(|| Section::Block.folded().collect());
    words(text).strip_prefix("khoi ").is_some_and(|part| BLOCKS.whole(part).is_some())
}

/// "Cấp xã", "CẤP ẤP": a part of the list.
pub(super) fn is_level(text: &str) -> bool {
    static KINDS: LazyLock<HashSet<String>> =
        LazyLock::new(|| unit_words(Use::List).map(|word| fold(word.word)).collect());
    // "Cấp thôn, bản – khu vực xã Đồng Lương (cũ)".
    let first = text.split([',', '-', '–', '(']).next().unwrap_or(text);
    words(first).strip_prefix("cap ").is_some_and(|kind| KINDS.contains(kind))
}

/// "UBMTTQ xã", "Hội Nông dân", "UB.MTTQ xã".
pub(in super::super) fn is_unit(text: &str) -> bool {
    // Points part what is cut short: the kind is the same without them.
    let is_dotted = text.split(' ').next().is_some_and(|kind| kind.trim_end_matches('.').contains('.'));
    begins_with_unit(text, &OTHERS) || is_dotted && begins_with_unit(&text.replacen('.', "", 3), &OTHERS)
}

/// The same, also where nothing more is said: "Đoàn Thanh niên".
pub(in super::super) fn is_body(text: &str) -> bool {
    static BODIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let words = unit_words(Use::List).filter(|word| word.kind == Kind::Institution);
        words.map(|word| fold(word.word)).collect()
    });
    is_unit(text) || BODIES.contains(&words(text)) || is_of_commune(text)
}

/// "Đoàn xã", "Trạm y tế phường": a body of the commune that sends the list, whatever it is called.
fn is_of_commune(text: &str) -> bool {
    static LEVELS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        unit_words(Use::List).filter(|word| word.kind == Kind::Commune).map(|word| word.word).collect()
    });
    text.rsplit_once(' ').is_some_and(|(_, last)| LEVELS.contains(last))
        // "Em Tuyến - Mặt trận xã" writes.
        && !text.contains(" - ")
        && !is_hamlet(text)
        && !is_commune(text)
        && !begins_with_position(text)
}

/// Whether a text begins with one of these words and goes on. Marks count, for
/// "Xa", "Đoàn" and "Trương" are family names, unless the text has none at all.
fn begins_with_unit(text: &str, kinds: &ByMarks<Beginnings>) -> bool {
    small_begins_with_unit(&text.to_lowercase(), kinds)
}

fn small_begins_with_unit(text: &str, kinds: &ByMarks<Beginnings>) -> bool {
    static NO_BODIES: LazyLock<Beginnings> = LazyLock::new(|| {
        Section::NoBody.words().map(str::to_owned).chain(Section::NoBody.folded()).collect()
    });
    kinds
        .of(text)
        .after(text)
        .any(|rest| rest.starts_with([' ', ':', '.']) && rest.contains(char::is_alphanumeric))
        && NO_BODIES.whole(text).is_none()
}

/// Whether a text in small letters is a commune, a hamlet or another unit.
pub(in super::super) fn small_is_any_unit(text: &str) -> bool {
    small_begins_with_unit(text, &COMMUNES)
        || small_begins_with_unit(text, &HAMLETS) && !is_block(text)
        || small_begins_with_unit(text, &OTHERS)
}
