//! Who stands in a line: one, or several, or those whom a sentence sends.

use super::super::super::marks::{is_hamlet, place_at_start};
use super::super::super::position::begins_with_position;
use super::births::birth_in;
use super::person::Person;
use super::pieces::{place_within, starts_with_place};
use super::said::join;
use super::sentences::{self, Sent};
use super::together;
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::sentences::sentences as sentences_of;

impl Person {
    /// Notes who is named in the line besides: nobody could tell what is whose.
    fn note_others(&mut self, line: &str) {
        let others = together::names_in(line).into_iter().map(|name| &line[name]);
        // "Ông Hoàng Văn Slíu": "Ông" is a family name, too.
        let is_own = |name: &str| name.ends_with(&self.name) || self.name.contains(name);
        let is_known = |name: &&str| is_own(name) || self.note.contains(name) || self.unit.contains(name);
        let others: Vec<&str> = others.filter(|name| !is_known(name)).collect();
        others.into_iter().for_each(|name| join(&mut self.note, name));
    }
}

/// Who stands in a line: one, or two of one place, "Thông Thị Hảo và Qua Đình Bố - thôn Ku Kê", whose
/// names stand in the cell as two lines do, or those whom a sentence sends; and what the line says of others.
pub(super) fn people_in(line: &str, is_sent: bool) -> Sent {
    // A question names nobody who is sent.
    // "cô Bùi Thị Xuân Mai giới thiệu, gồm:" names who sends those below.
    if is_away(line) || are_names_beside(line) || line.ends_with('?') || together::leads_to_list(line) {
        return Sent::default();
    }
    if let Some(sent) = together::people(line, is_sent) {
        return sent;
    }
    if let Some(people) = several_in(line) {
        return Sent::all(people);
    }
    if let Some((before, person)) = behind_sentence(line) {
        return Sent::only(person, before.to_owned());
    }
    if let Some(mut person) = Person::read(line) {
        person.note_others(line);
        return Sent::only(person, String::new());
    }
    if let Some((person, left)) = sent(line) {
        return Sent::only(person, left);
    }
    // "Chi hội trưởng CCB ấp Bời Lời A là ông Cao Văn Tòng, 1955".
    let by_word = line.contains(" là ").then(|| Person::read(&sentences::parted(line))).flatten();
    let is_somebody =
        |person: &Person| person.is_only_told() || person.has_post() && !person.phone.is_empty();
    if let Some(person) = by_word.filter(|person| person.is_named() && is_somebody(person)) {
        return Sent::only(person, String::new());
    }
    match added(line).or_else(|| two_in(line)) {
        Some(person) => Sent::only(person, String::new()),
        // "Anh Bảnh bận không đi được, thay bằng chị Huỳnh Thị Như, 1985, Chi hội trưởng Phụ nữ".
        None => sentences::sent_by(line),
    }
}

/// "Văn Thị Nga | Cáp Xuân Tá": those who sign, beside each other.
fn are_names_beside(line: &str) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=5;
    let is_name = |part: &str| {
        WORDS.contains(&part.split(' ').count())
            && part
                .split(' ')
                .all(|word| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic))
    };
    line.contains(" | ") && line.split(" | ").all(is_name)
}

/// "❌ Lâm Chí Dũng 1980 KP 9 bận công tác": somebody who does not come.
pub(super) fn is_away(line: &str) -> bool {
    line.starts_with(['❌', '❎', '✖', '✗', '✘', '🚫'])
}

/// "Trần Thị Bé, 1975, Bí thư; Lê Văn Cảnh, 1971, Trưởng thôn": several, where each piece says of somebody more than a
/// name. A place before a colon is of all of them.
fn several_in(line: &str) -> Option<Vec<Person>> {
    let pieces: Vec<&str> = line.split(';').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    if pieces.len() < 2 {
        return None;
    }
    let mut people: Vec<Person> = pieces.into_iter().map(Person::read).collect::<Option<_>>()?;
    let shared = line.split_once(':').map(|(place, _)| place).filter(|place| starts_with_place(place));
    for person in people.iter_mut().filter(|person| person.unit.is_empty()) {
        shared.unwrap_or_default().clone_into(&mut person.unit);
    }
    // "; Bí Thư Chi Bộ, 0912345678" goes on with the one before.
    let is_somebody = |person: &Person| person.stands_for_itself() && !begins_with_position(&person.name);
    people.iter().all(is_somebody).then_some(people)
}

/// "Anh Đua sn 1979. Hồ Thị Điểm, sn 1985, CHT phụ nữ": somebody behind sentences that are nobody's.
fn behind_sentence(line: &str) -> Option<(&str, Person)> {
    let sentences = sentences_of(line);
    // "> 1. Ngô Văn Sự": a number begins the line of somebody.
    let is_number =
        |sentence: &str| sentence.trim_end_matches('.').ends_with(|last: char| last.is_ascii_digit());
    let is_said =
        |sentence: &str| sentence.contains(' ') && (!is_number(sentence) || birth_in(sentence).is_some());
    let (first, _) =
        sentences.split_first().filter(|(first, behind)| !behind.is_empty() && is_said(first))?;
    let behind = line[first.len()..].trim_start();
    let is_somebody = |person: &Person| person.is_named() && person.has_post() && person.is_only_told();
    let person = Person::read(behind).filter(is_somebody)?;
    Person::read(first).is_none().then_some((first, person))
}

/// Two people of one place in a line.
fn two_in(line: &str) -> Option<Person> {
    let (first, rest) = line.split_once(" và ")?;
    let second = Person::read(rest)?;
    let at = rest.find(&second.name)?;
    let both = Person::read(&format!("{first}{}", &rest[at + second.name.len()..]))?;
    let is_shared = second.phone.is_empty() && second.birth.is_empty();
    is_shared.then(|| Person { name: format!("{}\n{}", both.name, second.name), ..both })
}

/// "Xóm Ba Hà cử ông Lê Đăng Nhu, phó ban CTMT, sn 1970": a place says whom it sends, and more of him than a name.
/// What stands before the place may be about whom he replaces.
fn sent(line: &str) -> Option<(Person, String)> {
    let (before, sent) = line.split_once(" cử ")?;
    let clause = before.rsplit([':', ',', '.', ';']).next().unwrap_or(before).trim();
    // "Cô Tịnh ơi thôn Kim Bình".
    let place = place_within(clause).map_or(clause, |at| &clause[at..]);
    let left = clean(&before[..before.len() - place.len()]);
    let mut person = Person::read(sent)?;
    let told = !person.phone.is_empty() || !person.birth.is_empty();
    // "Chủ tịch xã đi họp nên cử" names no place.
    let is_place = (starts_with_place(place) || is_hamlet(place)) && place_at_start(place).1.is_empty();
    let is_named = place.split(' ').skip(1).any(|word| !word.starts_with(char::is_lowercase));
    if !told || !is_place || !is_named && place.split(' ').count() > 3 {
        return None;
    }
    if person.unit.is_empty() {
        place.clone_into(&mut person.unit);
    }
    Some((person, left))
}

/// "Bổ sung 5. Bùi Thanh Vũ, 1992, BT Đoàn xã": a word or two before the next number, and more than a name behind it.
fn added(line: &str) -> Option<Person> {
    // "Thêm: Cao Văn Lực - BT chi đoàn TDP Mỹ Hòa - 0826 471 305".
    if let Some((label, behind)) = line.split_once(':') {
        let label = label.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        let mut words = Section::Further.words().chain(Section::SendsSomebody.words());
        if words.any(|word| word == label) {
            return Person::read(behind.trim())
                .filter(|person| person.is_named() && person.stands_for_itself());
        }
    }
    const MOST_WORDS: usize = 3;
    let number = line.find(|letter: char| letter.is_ascii_digit())?;
    let (before, numbered) = line.split_at(number);
    let is_short = before.ends_with(' ') && before.split_whitespace().count() <= MOST_WORDS;
    let is_number = numbered.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')', '/']);
    if !is_short || !is_number || starts_with_place(before) || is_hamlet(line) {
        return None;
    }
    let person = Person::read(numbered)?;
    let is_told = !person.phone.is_empty() || !person.birth.is_empty();
    (is_told && !person.ordinal.is_empty()).then_some(person)
}
