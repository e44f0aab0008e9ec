//! People in whole sentences, as minutes and letters name them: "Hội nghị thống nhất cử: ông Nguyễn Văn An (1973),
//! Trưởng thôn 1; bà Trần Thị Bé …".
//!
//! Whoever speaks, signs or is to be asked stands in such a text, too, with a post. Those it sends are told by
//! their births, or by the word that sends them right before.

use std::collections::HashMap;

use super::super::super::budget::{Budget, Stop};
use super::super::super::marks::{is_commune, place_at_start, without_people_counted};
use super::super::super::mentions::{begins_with_name, instead_at, mentions, words_before};
use super::super::super::position::begins_with_position;
use super::said::{is_beside_post, join, names_hamlet};
use super::{Entry, Person, told_later};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::whole_word;

/// Bytes of a text that is looked at: minutes have some pages.
const LONGEST: usize = 200_000;
/// Words that may stand between the one that sends and the first who is sent: "cử các đồng chí sau".
const MOST_WORDS_BETWEEN: usize = 4;

/// Whom a line sends.
#[derive(Default)]
pub(super) struct Sent {
    pub people: Vec<Person>,
    /// The line without them.
    pub left: String,
    /// What stands before them, and says who sends them.
    pub head: String,
    /// Those who are named besides.
    pub others: Vec<Person>,
    /// Whether it names anybody besides.
    pub names_others: bool,
}

impl Sent {
    /// These people, and nothing else.
    pub fn all(people: Vec<Person>) -> Self {
        Self { people, ..Self::default() }
    }

    /// One person, and what is left of the line.
    pub fn only(person: Person, left: String) -> Self {
        Self { people: vec![person], left, ..Self::default() }
    }
}

/// The people and the other lines of a text whose sentences send somebody; nothing where they send nobody.
pub(super) fn told(text: &str, budget: &Budget) -> Result<Vec<Entry>, Stop> {
    let mut entries = Vec::new();
    if text.len() > LONGEST {
        return Ok(entries);
    }
    let mut besides = Besides::default();
    for (line, written) in (0..).zip(text.lines()) {
        budget.step()?;
        let written = clean(written);
        if written.is_empty() {
            continue;
        }
        let sent = sent_by(&written);
        besides.take(sent.others);
        let is_nobody = sent.people.is_empty();
        entries.extend(sent.people.into_iter().map(|person| Entry::of(line, person)));
        // Who else is named in the line stands behind those whom it sends.
        if is_nobody || sent.names_others {
            let text = if is_nobody { written } else { sent.left };
            entries.push(Entry::text(line, text));
        }
    }
    if entries.iter().all(|entry| entry.person.is_none()) {
        return Ok(Vec::new());
    }
    besides.give(&mut entries);
    told_later::settle(&mut entries);
    Ok(entries)
}

/// What is said of the sex and the telephone of those who are named besides: "đồng chí Nguyễn Thị Loan" was "bà Nguyễn
/// Thị Loan" above, and "đồng chí Đàm Văn Sòi (ĐT 0976204118) phụ trách đoàn" comes below.
#[derive(Default)]
pub(super) struct Besides(HashMap<String, (String, String)>);

impl Besides {
    /// Takes in those who are named besides.
    pub fn take(&mut self, others: Vec<Person>) {
        for other in others {
            let (sex, phone) = self.0.entry(other.name).or_default();
            for (own, said) in [(sex, other.sex), (phone, other.phone)] {
                if !said.is_empty() {
                    *own = said;
                }
            }
        }
    }

    /// Gives it to those of whom it is not known; of two of one name nobody knows who is meant.
    pub fn give(&self, entries: &mut [Entry]) {
        let mut called: HashMap<String, usize> = HashMap::new();
        for person in entries.iter().filter_map(|entry| entry.person.as_ref()) {
            if self.0.contains_key(&person.name) {
                *called.entry(person.name.clone()).or_default() += 1;
            }
        }
        let people = entries.iter_mut().filter_map(|entry| entry.person.as_mut());
        for person in people.filter(|person| called.get(&person.name) == Some(&1)) {
            let Some((sex, phone)) = self.0.get(&person.name) else { continue };
            for (own, said) in [(&mut person.sex, sex), (&mut person.phone, phone)] {
                if own.is_empty() {
                    said.clone_into(own);
                }
            }
        }
    }
}

/// Whom a line sends, and what is left of it.
pub(super) fn sent_by(line: &str) -> Sent {
    let mut sent = Sent::default();
    // Whether anything stands in it but whom it sends.
    let mut says_more = false;
    for sentence in sentences(line) {
        let shared = shared_post(sentence);
        let starts = named_in(sentence);
        let before = &sentence[..starts.first().copied().unwrap_or(sentence.len())];
        sent.left.push_str(before);
        let mut are_sent = sends(before);
        // "ông Lâm phải đi viện không dự được, phường cử": why somebody is sent may be said of another.
        says_more |= !are_sent || before.contains([',', ';']);
        for (at, start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(sentence.len());
            let own_end = shared.map_or(end, |(at, _)| if at > *start { end.min(at) } else { end });
            let mention = without_instead(without_and(&sentence[*start..own_end]));
            // Longer text says more than who somebody is.
            let is_short = mention.len() <= super::LONGEST;
            let mut person = is_short.then(|| Person::read(&parted(mention))).flatten();
            if let (Some(person), Some((at, post))) = (person.as_mut(), shared)
                && at > *start
                && person.position.is_empty()
                && !person.birth.is_empty()
            {
                post.clone_into(&mut person.position);
            }
            match person {
                Some(mut person)
                    if person.has_post()
                        && !person.has_another_in_place()
                        && (are_sent || !person.birth.is_empty())
                        && !replaces(&sentence[..*start]) =>
                {
                    if person.unit.is_empty() && shared.is_none_or(|(at, _)| at < *start) {
                        person.unit = place_before(&sentence[..*start]).unwrap_or_default();
                    }
                    // "một đại biểu của xã Quỳnh Lưu là ông Bùi Huy Tập, Trưởng ban CTMT thôn 4".
                    let commune = commune_named(&sentence[..*start]);
                    if let Some(commune) = commune.filter(|_| names_hamlet(&person.unit)) {
                        join(&mut person.unit, commune);
                    }
                    // Those who are named with them are sent as they are.
                    are_sent |= !person.birth.is_empty();
                    sent.people.push(person);
                }
                other => {
                    sent.names_others = true;
                    // Whom to ask is said of the list, and may be another of that name.
                    sent.others.extend(other.filter(|_| !asks(before)));
                    sent.left.push_str(mention);
                    sent.left.push(' ');
                }
            }
        }
    }
    sent.left = if says_more || sent.names_others { clean(&sent.left) } else { String::new() };
    sent
}

/// The last commune that is named in a text: "xã Quỳnh Lưu" of "một đại biểu của xã Quỳnh Lưu là".
pub(super) fn commune_named(text: &str) -> Option<&str> {
    let starts = text.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
    let place = starts.map(|at| &text[at..]).find(|place| is_commune(place))?;
    let (place, behind) = place_at_start(place.split([',', ';', ':', '(']).next().unwrap_or(place));
    // "Khu vực xã Tiến Lộc cũ:".
    let is_former = whole_word::find(behind, "cũ") == Some(0);
    if is_former {
        return None;
    }
    place.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase)).then_some(place)
}

/// "bà Lý Thị Mơ, thôn An Bình" of "bà Lý Thị Mơ, thôn An Bình đi thay", before whom they replace.
fn without_instead(mention: &str) -> &str {
    match instead_at(mention).filter(|_| replaces(mention)) {
        Some(at) => mention[..at].trim_end().trim_end_matches(" đi"),
        None => mention,
    }
}

/// Whether whoever is named behind this is replaced: "bà Phạm Thị Đổi thay cho".
fn replaces(before: &str) -> bool {
    let before = before.trim_end();
    let last = before.strip_suffix(" cho").unwrap_or(before);
    // "bà Nguyễn Thị Thay" is called so.
    last.ends_with("thay") && instead_at(last).is_some_and(|at| at + "thay".len() == last.len())
}

/// Where in a sentence somebody is named: behind a word for it, or in a list of which it was said of all: "các ông, bà:
/// Nguyễn Văn An, …; Trần Thị Bé, …".
fn named_in(sentence: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = mentions(sentence).collect();
    let ends_so = |before: &str| {
        /// Letters that are looked at: "các đồng chí có tên sau".
        const LETTERS: usize = 60;
        let bare = before.trim_end_matches([':', ' ']);
        let start = bare.char_indices().rev().nth(LETTERS).map_or(0, |(at, _)| at);
        let before = format!(" {}", bare[start..].to_lowercase());
        // "Bà: Trần Thị Bé" is said of one.
        let is_of_all = before.contains(" các ");
        is_of_all && words_before().iter().any(|word| before.ends_with(word))
            || before.ends_with(" sau")
            || before.ends_with("gồm")
    };
    let colon = sentence
        .match_indices(": ")
        .map(|(at, _)| at)
        .find(|at| ends_so(&sentence[..*at]) && begins_with_name(&sentence[at + 2..]));
    if let Some(colon) = colon {
        // The word right before the colon is no word of the first of them alone.
        starts.retain(|at| *at > colon || sentence[*at..colon].contains(' '));
        let behind = sentence[colon..].match_indices("; ").map(|(at, _)| colon + at + 2);
        starts
            .extend(std::iter::once(colon + 2).chain(behind).filter(|at| begins_with_name(&sentence[*at..])));
        starts.sort_unstable();
    }
    starts.extend(goes_on_in(sentence, &starts));
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The names behind the first of "các đồng chí Đàm Văn Sòi (1969), Nông Thị Lê (1978) và Lã Văn Tiếp": no word stands
/// before them.
fn goes_on_in(sentence: &str, starts: &[usize]) -> Vec<usize> {
    let Some(&first) = starts.first() else { return Vec::new() };
    if !format!(" {}", sentence[..first].to_lowercase()).contains(" các ") {
        return Vec::new();
    }
    let end = sentence[first..].find(';').map_or(sentence.len(), |at| first + at);
    let behind = |sign: &'static str| {
        sentence[first..end].match_indices(sign).map(move |(at, _)| first + at + sign.len())
    };
    let is_whole_name = |at: &usize| {
        let rest = &sentence[*at..];
        let name: Vec<&str> = rest.split([' ', ',', '(']).take(3).collect();
        begins_with_name(rest)
            && name.iter().all(|word| word.starts_with(char::is_uppercase))
            && name.len() == 3
    };
    behind("), ").chain(behind(") và ")).filter(is_whole_name).collect()
}

/// "xóm Nà Kiềng" of "riêng xóm Nà Kiềng, do đồng chí Trưởng ban bị ốm, cử", before whoever is sent: the place that a
/// clause begins with.
fn place_before(before: &str) -> Option<String> {
    const MOST_WORDS_BEFORE: usize = 2;
    /// Letters of a clause that are looked at.
    const LETTERS: usize = 300;
    let start = before.char_indices().rev().nth(LETTERS).map_or(0, |(at, _)| at);
    let before = &before[start..];
    let clause = before.rsplit([';', '.']).next()?.trim_start();
    // "Ấp Nhơn Lợi có".
    let bare =
        Section::BeforePeople.words().find_map(|word| whole_word::before_last(clause.trim_end(), word));
    if let Some(place) = bare.map(str::trim_end).filter(|place| names_hamlet(place)) {
        return Some(place.to_owned());
    }
    let (place, behind) = clause.split_once(',').or_else(|| clause.split_once(" cử "))?;
    let starts = std::iter::once(0).chain(place.match_indices(' ').map(|(at, _)| at + 1));
    let named = starts.take(MOST_WORDS_BEFORE).map(|at| &place[at..]).find(|own| names_hamlet(own))?;
    let sends = behind.trim_end().ends_with("cử") || behind.contains("cử ") || behind.trim().is_empty();
    sends.then(|| named.to_owned())
}

/// Where "đều là Trưởng ban công tác Mặt trận" stands, and the post that all who are named before hold.
fn shared_post(sentence: &str) -> Option<(usize, &str)> {
    let words = |(comma, _)| Section::HeldByAll.words().map(move |word| (comma, comma + ", ".len(), word));
    let said = |&(_, start, word): &(usize, usize, &str)| {
        sentence[start..].strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
    };
    let (at, start, word) = sentence.match_indices(", ").flat_map(words).find(said)?;
    let post = sentence[start + word.len()..].split([',', ';', '.']).next()?.trim();
    begins_with_position(post).then_some((at, post))
}

/// Whether the last words before somebody say that they are sent: "cử các đồng chí sau:".
fn sends(before: &str) -> bool {
    let before = clean(before).to_lowercase();
    // "Xã chỉ cử được 03 đại biểu, gồm:".
    let before = without_people_counted(before.trim_end_matches(":").trim_end_matches("gồm").trim_end());
    let behind = Section::SendsSomebody.words().filter_map(|word| whole_word::behind_last(before, word));
    let between = behind.min_by_key(|behind| behind.len());
    between.is_some_and(|between| {
        let words = between.split([' ', ':']).filter(|word| !word.is_empty()).count();
        !between.contains('.') && words <= MOST_WORDS_BETWEEN
    })
}

/// "Mọi thông tin xin liên hệ": whom to ask.
pub(super) fn asks(before: &str) -> bool {
    let before = before.to_lowercase();
    Section::Asks.words().any(|word| whole_word::contains(&before, word))
}

/// A mention without what leads to the next one: "; ", " và", "; 2.".
fn without_and(mention: &str) -> &str {
    let bare = without_number(mention).trim_end_matches([' ', ',', ';', '.']);
    let bare =
        Section::BeforePeople.words().find_map(|word| whole_word::before_last(bare, word)).unwrap_or(bare);
    bare.trim_end_matches([' ', ',', ';'])
}

/// A mention without the number of the next one.
fn without_number(mention: &str) -> &str {
    let bare = mention.trim_end_matches([' ', '.', ')', '/']);
    let own = bare.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_number = (1..=2).contains(&(bare.len() - own.len())) && own.trim_end().ends_with([';', ',', '.']);
    if is_number { own } else { mention }
}

/// A mention with commas where a sentence has words: "bà Hoàng Thị Lưu là Trưởng ban", "Phó Chủ tịch xã làm trưởng đoàn".
pub(super) fn parted(mention: &str) -> String {
    let mut parted = match mention.split_once(" là ") {
        // "nguyên Phó Chủ tịch, nay là Bí thư" is told apart where the post is read.
        Some((before, _)) if whole_word::ends(before, "nay") => mention.to_owned(),
        // "Trần Thị Bé, chồng là Bí thư": said of him.
        Some((before, _)) if before.rsplit(", ").next().is_some_and(is_beside_post) => mention.to_owned(),
        Some((before, behind)) => format!("{before}, {behind}"),
        None => mention.to_owned(),
    };
    let goes_on =
        |(at, word): &(usize, &str)| parted[at + word.len()..].starts_with(' ') || *word == "đi thay";
    let words = Section::BehindPost.words().filter_map(|word| Some((whole_word::find(&parted, word)?, word)));
    let first = words.filter(goes_on).map(|(at, _)| at).min();
    if let Some(at) = first.filter(|at| parted[..*at].ends_with(' ') && !parted[..*at].ends_with(", ")) {
        parted.insert(at - 1, ',');
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> (Vec<String>, bool) {
        let sent = sent_by(line);
        let said = |person: Person| {
            let cells = person.cells();
            format!("{}|{}|{}|{}|{}", cells[1], cells[3], cells[4], cells[5], cells[6])
        };
        (sent.people.into_iter().map(said).collect(), sent.names_others)
    }

    #[test]
    fn those_who_are_sent_are_told_from_those_who_speak() {
        let (people, others) = names(
            "3. Hội nghị thống nhất cử: ông Hồ Văn Thảnh (sinh năm 1973), Trưởng ban CTMT thôn Khe Mạ, \
             điện thoại 0942617083; bà Lê Thị Hoài (1981), Phó Chủ tịch UBMTTQ xã làm trưởng đoàn và ông Vũ Đức Hoan, \
             Trưởng ban CTMT thôn Hải.",
        );
        assert_eq!(
            people,
            [
                "Hồ Văn Thảnh|1973|Trưởng ban CTMT|thôn Khe Mạ|0942617083",
                "Lê Thị Hoài|1981|Phó Chủ tịch UBMTTQ xã||",
                "Vũ Đức Hoan||Trưởng ban CTMT|thôn Hải|",
            ]
        );
        assert!(!others);
        let (people, others) =
            names("cử các ông, bà: Nguyễn Văn An, Trưởng ban CTMT thôn 1; Trần Thị Bé, Bí thư chi bộ.");
        assert_eq!(people, ["Nguyễn Văn An||Trưởng ban CTMT|thôn 1|", "Trần Thị Bé||Bí thư chi bộ||"]);
        assert!(!others);
        let (people, _) = names(
            "cử các đồng chí Đàm Văn Sòi (1969, xóm Hạ), Nông Thị Lê (1978, xóm Thượng) và Lã Văn Tiếp (1963), \
             đều là Trưởng ban công tác Mặt trận; riêng xóm Trung cử đồng chí Bế Ích Quân, Bí thư chi bộ, sinh năm 1971.",
        );
        assert_eq!(
            people,
            [
                "Đàm Văn Sòi|1969|Trưởng ban công tác Mặt trận|xóm Hạ|",
                "Nông Thị Lê|1978|Trưởng ban công tác Mặt trận|xóm Thượng|",
                "Lã Văn Tiếp|1963|Trưởng ban công tác Mặt trận||",
                "Bế Ích Quân|1971|Bí thư chi bộ|xóm Trung|",
            ]
        );
        let (people, _) =
            names("Xã cử bà Trần Thị Bé, Trưởng ban CTMT, sinh năm 1971, chồng là Bí thư chi bộ thôn Hạ");
        assert_eq!(people, ["Trần Thị Bé|1971|Trưởng ban CTMT||"]);
        let (people, _) = names("Cùng đi có bà Hoàng Thị Lưu là Trưởng ban CTMT thôn Xuân Hà, sinh năm 1969");
        assert_eq!(people, ["Hoàng Thị Lưu|1969|Trưởng ban CTMT|thôn Xuân Hà|"]);
        for spoken in [
            "Chủ trì: ông Võ Chí Lương, Chủ tịch UBMTTQ xã. Thư ký: bà Hoàng Thị Phương, công chức.",
            "Thực hiện Công văn về việc cử cán bộ tham gia tập huấn do đồng chí Lê Quốc Khiêm, Phó Chủ tịch UBMTTQ tỉnh ký",
            "Mọi thông tin xin liên hệ bà Tống Thị Hoa, văn thư, số điện thoại 02393866001.",
        ] {
            assert_eq!(names(spoken), (Vec::new(), true), "{spoken}");
        }
    }
}
