//! Rows that are not people: totals, signatures, group headings.

mod counts;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::heading::words;
use super::position::begins_with_position;
use super::values::{cluster, roman};
use crate::lexicon::{Beginnings, ByMarks, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::fold;
use crate::vietnamese::number::sentence_case;
pub(super) use counts::{Counted, all_counted, brings_others, is_count, people_counted};

/// What a heading above some rows says of the people under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Group {
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

/// Words with which units begin in lists. Without any marks "ban", "to" and "lang" are
/// also a board, a preposition and a name.
type UnitBeginnings = LazyLock<ByMarks<Beginnings>>;
static COMMUNES: UnitBeginnings = LazyLock::new(|| unit_beginnings(&[Kind::Commune]));
static HAMLETS: UnitBeginnings = LazyLock::new(|| unit_beginnings(&[Kind::Hamlet]));
static OTHERS: UnitBeginnings =
    LazyLock::new(|| unit_beginnings(&[Kind::Institution, Kind::District, Kind::Province]));

fn unit_beginnings(kinds: &[Kind]) -> ByMarks<Beginnings> {
    let words = || unit_words(Use::List).filter(|word| kinds.contains(&word.kind));
    ByMarks {
        marked: words().map(|word| word.word).collect(),
        unmarked: words().filter(|word| !word.needs_marks).map(|word| fold(word.word)).collect(),
    }
}

/// The words of a section, to be found as the whole [`words`] of a line.
fn whole(section: Section) -> HashSet<String> {
    section.folded().collect()
}

/// The same, to be found at their beginning.
fn beginnings(section: Section) -> Beginnings {
    section.folded().collect()
}

/// "Xã Tam Đại", "P. …" is not: the kind is written out.
pub(super) fn is_commune(text: &str) -> bool {
    begins_with_unit(text, &COMMUNES)
}

/// "Thôn Trung Đàn", "Tổ 5".
pub(super) fn is_hamlet(text: &str) -> bool {
    begins_with_unit(text, &HAMLETS) && !is_block(text)
}

/// "Khối xã", "KHỐI MẶT TRẬN": a part of the list, not the residential area "Khối 5".
fn is_block(text: &str) -> bool {
    static BLOCKS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Block));
    words(text).strip_prefix("khoi ").is_some_and(|part| BLOCKS.whole(part).is_some())
}

/// "Cấp xã", "CẤP ẤP": a part of the list.
fn is_level(text: &str) -> bool {
    static KINDS: LazyLock<HashSet<String>> =
        LazyLock::new(|| unit_words(Use::List).map(|word| fold(word.word)).collect());
    words(text).strip_prefix("cap ").is_some_and(|kind| KINDS.contains(kind))
}

/// "UBMTTQ xã", "Hội Nông dân", "UB.MTTQ xã".
pub(super) fn is_unit(text: &str) -> bool {
    // Points part what is cut short: the kind is the same without them.
    let is_dotted = text.split(' ').next().is_some_and(|kind| kind.trim_end_matches('.').contains('.'));
    begins_with_unit(text, &OTHERS) || is_dotted && begins_with_unit(&text.replacen('.', "", 3), &OTHERS)
}

/// The same, also where nothing more is said: "Đoàn Thanh niên".
pub(super) fn is_body(text: &str) -> bool {
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
pub(super) fn small_is_any_unit(text: &str) -> bool {
    small_begins_with_unit(text, &COMMUNES)
        || small_begins_with_unit(text, &HAMLETS) && !is_block(text)
        || small_begins_with_unit(text, &OTHERS)
}

/// "Tổng cộng: 45 người", "Cộng", "Ấn định danh sách có …".
pub(super) fn is_total(line: &str) -> bool {
    static MARKED: LazyLock<Beginnings> = LazyLock::new(|| Section::Total.words().collect());
    static COUNTED: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::TotalBeforeNumber));
    static WHOLE: LazyLock<HashSet<String>> = LazyLock::new(|| whole(Section::WholeTotal));
    static SENTENCES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::SumInWords));
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphabetic);
    // Without marks "Tong" and "Cong" are names, unless a number follows.
    let counts = |rest: &str| {
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let words = words(line);
    MARKED.after(&line.to_lowercase()).any(ends_word)
        || COUNTED.after(&words).any(counts)
        || WHOLE.contains(&words)
        || SENTENCES.begin(&words)
}

/// Where the words of a line begin.
fn word_starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1))
}

/// "Trang 1", "Trang 2/3": left by a printed page.
pub(super) fn is_page(line: &str) -> bool {
    static PAGES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Page));
    let words = words(line);
    let is_number = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == ' ');
    PAGES.after(&words).any(|rest| rest.strip_prefix(' ').is_some_and(is_number))
}

/// "NGƯỜI LẬP", "TM. BAN THƯỜNG TRỰC", "Tam Đại, ngày … tháng … năm …".
pub(super) fn is_signature(line: &str) -> bool {
    static SIGNATURES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Signature));
    let words = words(line);
    SIGNATURES.whole(&words).is_some() || is_place_and_date(&words)
}

fn is_place_and_date(words: &str) -> bool {
    let mut rest = words.split(' ');
    words.len() < 80 && ["ngay", "thang", "nam"].iter().all(|word| rest.any(|other| other == *word))
}

/// "Ghi chú: …", "* Lưu ý: …", "Bằng chữ: …": a remark under the list.
pub(super) fn is_remark(line: &str) -> bool {
    static REMARKS: LazyLock<HashSet<String>> = LazyLock::new(|| whole(Section::Remark));
    line.split_once(':').is_some_and(|(label, _)| REMARKS.contains(&words(label)))
}

/// "VD", "Ví dụ", "Mẫu" where a number should be: a row that only shows how to fill in the others.
pub(super) fn is_example(ordinal: &str) -> bool {
    static EXAMPLES: LazyLock<HashSet<String>> = LazyLock::new(|| whole(Section::Example));
    !ordinal.is_empty() && EXAMPLES.contains(&words(ordinal))
}

/// "Đại biểu phường": what people of a list are, and no post.
pub(super) fn is_part(title: &str) -> bool {
    static PARTS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Part));
    PARTS.begin(&words(title))
}

/// "Đại biểu dự tập huấn": a heading over the delegates themselves.
pub(super) fn heads_delegates(title: &str) -> bool {
    static DELEGATES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Delegates));
    DELEGATES.whole(&words(title)).is_some()
}

/// "Ban tổ chức lớp", "Lái xe": a heading over people who are with the delegates, where those have their own.
pub(super) fn heads_others(title: &str) -> bool {
    static OTHERS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::BesideDelegates));
    OTHERS.whole(&words(title)).is_some()
}

/// "DANH SÁCH LÁI XE, PHỤC VỤ HỘI NGHỊ", "Lái xe + phục vụ": a title, or the name of a sheet, of those people.
pub(super) fn lists_others(title: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::ListTitle));
    static OTHERS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::BesideDelegates));
    let words = words(title);
    let listed = TITLES.after(&words).map(str::trim_start).chain([words.as_str()]);
    listed.into_iter().any(|who| OTHERS.whole(who).is_some())
}

/// "Đại biểu dự khuyết": a heading over those who come only where somebody else does not.
pub(super) fn heads_reserves(title: &str) -> bool {
    static RESERVES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Reserves));
    RESERVES.whole(&words(title)).is_some()
}

/// "Để đối chiếu: danh sách đã dự lớp năm 2025": a heading over people who came in an earlier year or another time.
pub(super) fn heads_earlier(title: &str, this_year: i16) -> bool {
    static EARLIER: LazyLock<Vec<String>> =
        LazyLock::new(|| Section::Earlier.folded().map(|word| format!(" {word} ")).collect());
    let is_past = years(title).into_iter().max().is_some_and(|year| year < this_year);
    let title = format!(" {} ", words(title));
    is_past || EARLIER.iter().any(|word| title.contains(word.as_str()))
}

/// The years that a title says.
fn years(title: &str) -> Vec<i16> {
    let words = words(title);
    let years = words.split(' ').filter(|word| word.len() == 4).filter_map(|word| word.parse::<i16>().ok());
    years.filter(|year| (2000..2100).contains(year)).collect()
}

/// The year that a title says its list is of, "DANH SÁCH DỰ TẬP HUẤN NĂM 2023": no day, and no other year.
pub(super) fn only_year(title: &str) -> Option<i16> {
    let words = words(title);
    let words: Vec<&str> = words.split(' ').collect();
    let [year] = years(title)[..] else { return None };
    let at = words.iter().position(|word| *word == year.to_string())?;
    let is_of_day = at >= 3 && words[at - 3] == "thang";
    (at > 0 && words[at - 1] == "nam" && !is_of_day).then_some(year)
}

/// "DANH SÁCH ĐẠI BIỂU …".
pub(super) fn is_list_title(line: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::ListTitle));
    TITLES.begin(&words(line))
}

/// A heading without its number before it and the number of people behind it: "Trưởng xóm" of
/// "B. Trưởng xóm (06 người)".
pub(super) fn title_of_group(line: &str) -> &str {
    let text = line.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    without_count(enumerator(text).unwrap_or(text))
}

/// "Phường An Xuân" of "Đơn vị: Phường An Xuân".
pub(super) fn labelled_unit(line: &str) -> Option<&str> {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| whole(Section::UnitLabel));
    let (label, unit) = line.split_once(':')?;
    let unit = unit.trim_matches([' ', '.', ';']);
    (LABELS.contains(&words(label)) && unit.contains(char::is_alphabetic)).then_some(unit)
}

/// Words of the longest name of a commune, with its kind, where it is written without capitals.
const LONGEST_IN_SMALL: usize = 5;
/// Words of the longest name of a unit over a group.
const LONGEST_UNIT: usize = 11;

/// What stands alone in a row as a heading; `ordinal` is the text of the STT cell.
/// `None` when it may be a person's name.
pub(super) fn group(text: &str, ordinal: &str) -> Option<Group> {
    static CLUSTERS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Cluster));
    static PARTS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::Part));
    static NUMBERED_PARTS: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::NumberedPart));
    let text = text.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    // "P. Tân Hà": a ward, and no point of a list.
    if let Some(ward) = text.strip_prefix("P. ").filter(|ward| ward.starts_with(char::is_uppercase)) {
        return group(&format!("Phường {ward}"), ordinal);
    }
    let (enumerated, rest) = match enumerator(text) {
        Some(rest) => (true, rest),
        None => (is_enumeration(ordinal), numbered_place(text).unwrap_or(text)),
    };
    let title = without_count(labelled_unit(rest).unwrap_or(rest));
    let folded = words(title);
    if CLUSTERS.after(&folded).any(|rest| rest.starts_with(' ')) {
        return Some(
            cluster(title.split([':', '-', '(']).next().unwrap_or(title))
                .map_or(Group::Section, Group::Cluster),
        );
    }
    // "Xã Ea Đar, nay thuộc xã Ea Kar": where it lies now.
    if let Some((_, now)) = title.split_once(" nay ")
        && let Some(at) = word_starts(now).find(|at| is_commune(&now[*at..]))
    {
        return Some(Group::Commune(sentence_case(&now[at..])));
    }
    if is_commune(title) {
        // "XÃ NA SẦM: ĐẠI BIỂU DỰ TẬP HUẤN", and not "Xã: Na Sầm".
        let commune = without_what_it_does(without_title(first_said(title)));
        let (commune, _) = without_sentence(commune);
        // "xã mình mai ai đi ạ": a sentence without capitals.
        let is_long = commune.split(' ').count() > LONGEST_IN_SMALL && !commune.contains(char::is_uppercase);
        let is_sentence = is_long || is_own(commune);
        return (!is_sentence).then(|| Group::Commune(commune.to_owned()));
    }
    if is_hamlet(title) {
        let (hamlet, goes_on) = without_sentence(without_commune(without_what_it_does(title)));
        // "Thôn Nà Mụ đang làm nhà văn hóa" is said of it, and heads nobody.
        return (!goes_on).then(|| Group::Hamlet(hamlet.to_owned()));
    }
    // "UBMTTQ XÃ BA BỂ Số: 58/MTTQ": the head of a letter, on one line.
    let is_letterhead = || title.to_lowercase().split(' ').any(|word| word == "số" || word == "số:");
    if is_unit(title) && !is_letterhead() {
        // "UBMTTQ xã Nhơn Trạch cử các đồng chí có tên sau dự tập huấn" is said of it, and heads nobody.
        let is_name = title.split(' ').count() <= LONGEST_UNIT;
        let unit = without_what_it_does(title);
        let commune = word_starts(unit).map(|at| &unit[at..]).find(|place| is_commune(place));
        return is_name.then(|| match commune {
            // "UBMTTQ phường Vinh Phú gửi danh sách": who sends it, and not where everybody works.
            // The sentence may go on in words we do not know: "UBMTTQ xa Quang Chieu bao cao ds di tap huan".
            Some(commune) if unit.len() < title.len() || without_sentence(commune).1 => {
                let (commune, _) = without_sentence(commune.split(". ").next().unwrap_or(commune));
                Group::Commune(sentence_case(commune))
            }
            _ => Group::Unit(unit.to_owned()),
        });
    }
    // "Đoàn Thanh niên"; "Đoàn Thanh Niên" may be somebody's name.
    if is_body(title)
        && title.split(' ').any(|word| word.starts_with(char::is_lowercase))
        && !is_letterhead()
        && !begins_with_position(title)
    {
        return Some(Group::Unit(title.to_owned()));
    }
    if PARTS.begin(&folded) || is_block(title) || is_level(title) {
        return Some(Group::Section);
    }
    match enumerated {
        true if NUMBERED_PARTS.begin(&folded) || title.is_empty() => Some(Group::Section),
        true => Some(Group::Unit(title.to_owned())),
        false => None,
    }
}

/// "Xã em", "xã mình": whose it is, and no name.
fn is_own(commune: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::OwnName.words().collect());
    commune.split(' ').nth(1).is_some_and(|word| WORDS.contains(word))
}

/// "XÃ NA SẦM" of "XÃ NA SẦM: ĐẠI BIỂU DỰ TẬP HUẤN" and "XÃ PHÙ CÁT - LỊCH CỬ NGƯỜI DỰ TẬP HUẤN", where that is a commune already;
/// behind a dash a few words may be where it lay: "Xã Bình Trị - Thăng Bình".
fn first_said(title: &str) -> &str {
    const WORDS_OF_NAME: usize = 4;
    let is_sentence = |said: &str| said.split(' ').count() > WORDS_OF_NAME;
    let by_dash = || title.split_once(" - ").filter(|(_, said)| is_sentence(said));
    let parted = title.split_once(" | ").or_else(|| title.split_once(':')).or_else(by_dash);
    parted.map(|(name, _)| name.trim_end()).filter(|name| is_commune(name)).unwrap_or(title)
}

/// "MTTQ xã Nà Tấu" of "MTTQ xã Nà Tấu cử đoàn".
fn without_what_it_does(unit: &str) -> &str {
    static VERBS: LazyLock<Beginnings> = LazyLock::new(|| Section::Sends.words().collect());
    let end = unit.match_indices(' ').find(|(at, _)| VERBS.whole(&unit[at + 1..]).is_some());
    end.map_or(unit, |(at, _)| unit[..at].trim_end_matches([' ', ',', ':']))
}

/// "Thôn Đông Mỹ" of "Thôn Đông Mỹ - xã Yên Khang".
fn without_commune(place: &str) -> &str {
    let ends = place.match_indices([',', '-', '–']).map(|(at, sign)| (at, at + sign.len()));
    let end = ends.filter(|(_, behind)| is_commune(place[*behind..].trim_start())).map(|(at, _)| at).next();
    end.map_or(place, |at| place[..at].trim_end())
}

/// "PHƯỜNG ĐÔNG HẢI" of "PHƯỜNG ĐÔNG HẢI - DS TẬP HUẤN".
fn without_title(place: &str) -> &str {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| beginnings(Section::ListTitle));
    let signs = place.match_indices(['-', '–', ':']);
    let mut titles = signs.filter(|(at, sign)| TITLES.whole(&words(&place[at + sign.len()..])).is_some());
    // "XÃ TRUNG NGHĨA DS TẬP HUẤN".
    let is_title = |at: &usize| TITLES.whole(&words(&place[*at..])).is_some() && place[*at..].contains(' ');
    let behind_name = || word_starts(place).skip(2).find(is_title);
    titles.next().map(|(at, _)| at).or_else(behind_name).map_or(place, |at| place[..at].trim_end())
}

/// The name that a line begins with, of a hamlet, whatever is said of it: "Thôn Phú Gia gửi danh sách".
pub(super) fn hamlet_at_start(line: &str) -> Option<&str> {
    let (hamlet, _) = without_sentence(without_commune(without_what_it_does(line)));
    (is_hamlet(line) && hamlet.split(' ').count() <= LONGEST_UNIT / 2).then_some(hamlet)
}

/// The name of a place without the sentence that goes on behind it in small letters: "Xã Ia Grai"
/// of "Xã Ia Grai gửi danh sách ạ"; and whether there was one.
fn without_sentence(place: &str) -> (&str, bool) {
    let place = without_particles(place);
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
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
            (place[..at].trim_end_matches([' ', ',', ':']), true)
        }
        _ => (place, false),
    }
}

/// A place without what a sentence says behind it, and that: "thôn Thanh Khê", "về dự" of "thôn Thanh Khê về dự";
/// another place may follow it. What only is polite is dropped.
pub(super) fn place_at_start(text: &str) -> (&str, &str) {
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
pub(super) fn without_particles(text: &str) -> &str {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::Particle.words().collect());
    let mut bare = text.trim_end();
    while let Some((before, last)) = bare.rsplit_once(' ') {
        if !WORDS.contains(last.trim_end_matches(['.', '!', ',']).to_lowercase().as_str()) {
            break;
        }
        bare = before.trim_end_matches([' ', ',']);
    }
    bare
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
pub(super) fn is_counted(title: &str) -> bool {
    let title = title.trim_end();
    without_count(title).len() < title.len() && title.contains(|c: char| c.is_ascii_digit())
}

/// A heading without the number of people behind it: "Xã Tam Đại (12 người)".
fn without_count(title: &str) -> &str {
    let counts = |tail: &str| {
        tail.contains(|c: char| c.is_ascii_digit())
            || tail.trim_matches([' ', ')', '.']).is_empty()
            || matches!(words(tail).as_str(), "tiep theo" | "tiep" | "tt")
    };
    let head = match title.rfind(['(', ':']) {
        Some(at) if counts(&title[at + 1..]) => &title[..at],
        _ => title,
    };
    // "Xã Tam Đại – 12 người".
    let head = match head.rfind(['-', '–']) {
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

    #[test]
    fn people_are_no_headings() {
        for name in [
            "Xa Thị Bé",
            "Đoàn Văn An",
            "Trương Công Định",
            "Quan Văn Cư",
            "Khuất Duy Tiến",
            "Tống Thị A",
            "Lò Thị V",
        ] {
            assert_eq!(group(name, "7"), None, "{name}");
            assert!(!is_total(name), "{name}");
            assert!(!is_signature(name), "{name}");
        }
        assert!(!is_total("Tống Công Minh") && !is_total("Công Tôn Nữ Bé"));
    }

    #[test]
    fn totals_and_signatures_are_known() {
        for line in [
            "Tổng cộng: 45 người",
            "Tổng cộng",
            "CỘNG",
            "Cộng xã Tam Đại: 5",
            "Ấn định danh sách có 45 người",
            "Tong cong",
        ] {
            assert!(is_total(line), "{line}");
        }
        for line in [
            "NGƯỜI LẬP",
            "Người lập biểu",
            "TM. BAN THƯỜNG TRỰC",
            "T/M UBMTTQ",
            "(Ký, ghi rõ họ tên)",
            "KT. CHỦ TỊCH",
            "Tam Đại, ngày 05 tháng 9 năm 2025",
            "…, ngày … tháng … năm 2025",
            "Nơi nhận:",
            "Xác nhận của UBND xã",
        ] {
            assert!(is_signature(line), "{line}");
        }
    }
}
