//! Several people in one line, told apart by their names: "1) Lê Văn An, TB CTMT thôn 1; 2) Vũ Thị Bé, CHT PN". What
//! stands before a colon is said of all behind it: "Trưởng ban CTMT các bản: Chiềng An (Lường Văn Ó), Hua Ca (Mùa A Lầu)".

use std::ops::Range;

use super::super::super::family_names::{begins_like_a_name, begins_with_common_name, has_middle_thi};
use super::super::super::marks::{Group, group, hamlet_at_start, is_list_title, people_counted};
use super::super::super::mentions::{instead_at, names_somebody, words_before};
use super::super::super::name_shape::{Doubt, judge};
use super::super::super::position::begins_with_position;
use super::super::super::withdrawals::says_absence;
use super::person::join;
use super::pieces::{phone, place_within, starts_with_place};
use super::sentences::{Sent, parted, sentences};
use super::{LONGEST, Person};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;
use crate::vietnamese::small::{self, beginning};
use crate::vietnamese::syllable::is_syllable;

/// Words of the longest name.
const MOST_WORDS: usize = 6;
/// Words of the longest post, and of the longest place: more are a sentence.
const LONGEST_SAID: usize = 12;
/// What parts people, and what is said of them.
const SIGNS: [char; 8] = [',', ';', '-', '–', '+', '•', '&', '/'];

/// Words that may stand before a name.
const LEADING: [&str; 4] = ["và", "cùng", "gồm", "là"];

/// The people of a line, where nothing is said in it but who they are, and who sends them; `is_sent` where a line above
/// said so: "Xã Hưng Khánh xin đăng ký:".
pub(super) fn people(line: &str, is_sent: bool) -> Option<Sent> {
    if line.len() > LONGEST || says_absence(line) || instead_at(line).is_some() {
        return None;
    }
    let names = names_in(line);
    let mut lead = Lead::of(&line[..names.first()?.start]);
    let mut said = lead.label.map(Said::of).unwrap_or_default();
    let sender = match lead.label.filter(|_| said.is_nothing()) {
        Some(label) => clean(&format!("{} {label}", lead.before)),
        None => clean(lead.before),
    };
    let sender = sender.as_str();
    let says_who = sends(sender);
    let is_sent = is_sent || says_who;
    if !sender.is_empty() && (!is_sent || names_somebody(sender) || phone(sender).is_some()) {
        return None;
    }
    let (mut people, mut left) = (Vec::new(), Vec::new());
    for (at, name) in names.iter().enumerate() {
        let next = names.get(at + 1).map(|next| Lead::of(&line[name.end..next.start]));
        let behind = match &next {
            Some(next) => next.before,
            None => &line[name.end..],
        };
        // "về dự. Ngoài ra còn có": another sentence is not of this one; ". Đều là Trưởng ban CTMT" is of all.
        let own = if behind.starts_with(". ") { "" } else { sentences(behind)[0] };
        left.push(clean(behind[own.len()..].trim_start_matches('.')));
        let name = &line[name.clone()];
        let mut person = Person::read(&lead.with(name, own))?;
        lead.ordinal.clone_into(&mut person.ordinal);
        said.give(&mut person);
        // "về dự", "cùng đi với đoàn".
        let is_said_beside = is_small_talk(&person.note);
        let note = if is_said_beside { std::mem::take(&mut person.note) } else { String::new() };
        let is_told = person.is_only_told() || is_sent && person.is_called_alone();
        person.note = note;
        let is_short =
            [&person.position, &person.unit].iter().all(|said| said.split(' ').count() <= LONGEST_SAID);
        if person.name != name || !person.is_named() || !is_told || !is_short {
            return None;
        }
        people.push(person);
        let Some(next) = next else { break };
        if let Some(label) = next.label {
            said = Said::of(label);
            if said.is_nothing() {
                return None;
            }
        }
        lead = next;
    }
    // A post and a name may be a signature.
    let is_list = match &people[..] {
        [one] if says_who => one.has_post(),
        [one] => {
            let says_more = one.unit != said.unit || !one.birth.is_empty() || !one.phone.is_empty();
            !said.position.is_empty() && says_more
        }
        _ => true,
    };
    let head = match place_that_sends(sender) {
        Some(place) => {
            let without = people.iter_mut().filter(|person| person.unit.is_empty());
            without.for_each(|person| place.clone_into(&mut person.unit));
            left.insert(0, sender[..sender.find(place).unwrap_or(0)].trim().to_owned());
            String::new()
        }
        None => sender.to_owned(),
    };
    left.retain(|said| !said.is_empty());
    is_list.then(|| Sent { people, left: left.join(" "), head, ..Sent::default() })
}

/// "Thôn Kim Bình" of "Cô Tịnh ơi thôn Kim Bình cử", which is said of these people and heads no others.
fn place_that_sends(sender: &str) -> Option<&str> {
    let clause = sender.rsplit([':', ',', '.', ';']).next().unwrap_or(sender).trim();
    hamlet_at_start(place_within(clause).map_or(clause, |at| &clause[at..]))
}

/// What stands between two names, or before the first.
#[derive(Default)]
struct Lead<'a> {
    /// What is said of the first.
    before: &'a str,
    /// What is said before a colon, of all behind it.
    label: Option<&'a str>,
    /// What stands before the bracket in which the second is named: "Chiềng An" of "Chiềng An (Lường Văn Ó)".
    outside: &'a str,
    ordinal: &'a str,
    /// "ông", "đ/c".
    address: &'a str,
}

impl<'a> Lead<'a> {
    fn of(between: &'a str) -> Self {
        let mut lead = Self::default();
        let mut rest = lead.without_introduction(between);
        if let Some(before) = rest.strip_suffix('(') {
            (rest, lead.outside) = behind_last(before.trim_end(), &[',', ';', ')', ':', '.']);
        }
        if let Some(before) = rest.strip_suffix(':') {
            let (before, label) = behind_last(before, &[';', ')', '.', ':', '/']);
            (rest, lead.label) = (before, Some(label));
        }
        lead.before = rest;
        lead
    }

    /// Takes what leads to a name off the end: "; 2)", " và bà".
    fn without_introduction(&mut self, between: &'a str) -> &'a str {
        let mut rest = between;
        loop {
            rest = rest.trim_end().trim_end_matches(SIGNS).trim_end();
            let small = small::in_place(rest);
            let bare = small.trim_end_matches([':', '.', ' ']);
            let of_words = words_before().iter().filter(|word| ends_with_word(bare, word));
            let (before, number) = behind_last(rest, &[' ', ',', ';', '(']);
            // "(thôn 1)" and "thôn 1.": the number of a place.
            let is_of_bracket = rest.ends_with(')') && rest.contains('(');
            let (_, kind) = behind_last(before.trim_end(), &[' ', ',', ';', '(']);
            let is_number = number.ends_with(['.', ')', '/'])
                && is_ordinal(&number[..number.len() - 1])
                && !is_of_bracket
                && !starts_with_place(&format!("{kind} "));
            let address = of_words.max_by_key(|word| word.len());
            // "các anh chị:" is said of all.
            let is_of_all = address.is_some_and(|word| {
                let before = small[..bare.len() - word.len()].trim_end();
                ends_with_word(before, "các")
                    || words_before().iter().any(|word| ends_with_word(before, word))
            });
            if is_of_all {
                return rest;
            }
            if self.address.is_empty()
                && let Some(word) = address
            {
                (rest, self.address) = rest[..bare.len()].split_at(bare.len() - word.len());
            } else if self.ordinal.is_empty() && is_number {
                (rest, self.ordinal) = (before, &number[..number.len() - 1]);
            } else if let Some(word) = LEADING.iter().find(|word| ends_with_word(&small, word)) {
                rest = &rest[..rest.len() - word.len()];
            } else {
                return rest;
            }
        }
    }

    /// The line of one of the people, as it would stand alone.
    fn with(&self, name: &str, behind: &str) -> String {
        // "anh Hải" of "anh Hải (Nguyễn Văn Hải, thôn 1)".
        let is_call = self.outside.rsplit(' ').next() == name.rsplit(' ').next();
        let outside = if is_call { "" } else { self.outside };
        // Names in small letters are told where a number stands before them.
        let line = format!("1. {} {name}, {behind}, {outside}", self.address);
        parted(&clean(&line.replace(['(', ')'], ", ")))
    }
}

/// What is said of all behind a colon.
#[derive(Default)]
struct Said {
    position: String,
    unit: String,
    /// "bản" of "Trưởng ban CTMT các bản", of which only the names stand behind.
    kind: String,
}

impl Said {
    fn of(label: &str) -> Self {
        let label = label.trim_start_matches([' ', '-', '+', '*', '•', '–']);
        let (label, kind) = match label.rsplit_once(" các ") {
            Some((label, kind)) if starts_with_place(&format!("{kind} ")) => (label, kind),
            _ => (label, ""),
        };
        let mut person = Person::default();
        if begins_with_position(label) {
            person.take_part(label);
        } else if let Some(Group::Hamlet(hamlet)) = group(label, "") {
            person.unit = hamlet;
        }
        if person.note.is_empty() && (person.has_post() || person.position.is_empty()) {
            Self { position: person.position, unit: person.unit, kind: kind.to_owned() }
        } else {
            Self::default()
        }
    }

    fn is_nothing(&self) -> bool {
        self.position.is_empty() && self.unit.is_empty()
    }

    fn give(&self, person: &mut Person) {
        if !self.kind.is_empty() && !person.has_post() && !person.position.is_empty() {
            let place = std::mem::take(&mut person.position);
            join(&mut person.unit, &format!("{} {place}", self.kind));
        }
        for (own, said) in [(&mut person.position, &self.position), (&mut person.unit, &self.unit)] {
            if own.is_empty() {
                said.clone_into(own);
            }
        }
    }
}

/// Whether a line says that whoever is sent stands below it.
pub(super) fn sends_below(line: &str) -> bool {
    line.trim_end().ends_with(':') && sends(line.trim_end_matches([' ', ':']))
}

/// Whether a text says who sends those behind it, or that a list of them follows.
fn sends(text: &str) -> bool {
    // "Kính gửi" says to whom.
    let small = format!(" {} ", small::in_place(text).replace([':', ','], " ").replace("kính gửi", ""));
    let plain = text.is_ascii();
    let says =
        |word: &str| small.contains(&format!(" {} ", if plain { fold(word) } else { word.to_owned() }));
    let is_place = || matches!(group(text, ""), Some(Group::Commune(_) | Group::Hamlet(_) | Group::Unit(_)));
    !text.is_empty()
        && (is_list_title(text)
            || people_counted(text).is_some_and(|(_, of_people)| of_people)
            || Section::Sends.noted("people").any(says)
            || is_place())
}

/// Whether a note says nothing of anybody else: words in small letters, without figures.
fn is_small_talk(note: &str) -> bool {
    !note.contains(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
}

/// Where whole names stand in a line.
pub(super) fn names_in(line: &str) -> Vec<Range<usize>> {
    let is_small = !line.contains(char::is_uppercase);
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    for (at, letter) in line.char_indices() {
        let begins = !is_inside && letter.is_alphabetic();
        is_inside = letter.is_alphanumeric() || is_in_word(letter);
        if begins && names.last().is_none_or(|last| last.end <= at) {
            let name = name_end(line, at, is_small).map(|end| at..end);
            // What stands before the bracket of a name is a place, or how somebody is called: "Hua Ca (Mùa A Lầu)".
            // "Trần Văn Lợi (Tư Lợi)" is called so.
            let given = |name: &Range<usize>| line[name.clone()].rsplit(' ').next();
            let is_before_bracket = |last: &Range<usize>| line[last.end..at].trim() == "(";
            match (names.last().filter(|last| is_before_bracket(last)), name) {
                (Some(last), Some(name)) if given(last) == given(&name) && last.len() > name.len() => {}
                (last, Some(name)) => {
                    if last.is_some() {
                        names.pop();
                    }
                    names.push(name);
                }
                (_, None) => {}
            }
        }
    }
    names
}

/// Where the name ends that begins there.
fn name_end(line: &str, start: usize, is_small: bool) -> Option<usize> {
    // "Xa" without its mark is a family name, too.
    if !may_begin(&line[..start]) || starts_with_place(&line[start..]) {
        return None;
    }
    let is_known = |name: &str| {
        let is_family = if is_small { begins_with_common_name(name) } else { begins_like_a_name(name) };
        let is_name = match judge(name, is_small) {
            Ok(()) => is_family || has_middle_thi(name),
            Err(doubt) => doubt == Doubt::NoFamilyName && has_middle_thi(name),
        };
        name.contains(' ') && is_name
    };
    let mut end = start;
    for at in 0..MOST_WORDS {
        let rest = &line[end..];
        let rest = if at > 0 { rest.strip_prefix(' ').unwrap_or_default() } else { rest };
        let goes_on = at > 1 && !begins_with_position(beginning(rest)) && !starts_with_place(rest);
        let word_end = rest.find(|letter: char| !letter.is_alphabetic() && !is_in_word(letter));
        let word = &rest[..word_end.unwrap_or(rest.len())];
        let is_of_name = match is_small {
            true => is_syllable(word),
            false => word.starts_with(char::is_uppercase) || matches!(word, "văn" | "thị"),
        };
        // A post or a place stands behind the name, where it is one so far.
        if !is_of_name || at > 1 && !goes_on && is_known(&line[start..end]) {
            break;
        }
        end = line.len() - rest.len() + word.len();
    }
    is_known(&line[start..end]).then_some(end)
}

/// Whether a name may begin behind this: at the beginning, behind a sign, a number or a word before names.
fn may_begin(before: &str) -> bool {
    /// Letters that are looked at: a word before names is shorter.
    const LETTERS: usize = 24;
    let bare = before.trim_end();
    let bare = &bare[bare.char_indices().rev().nth(LETTERS).map_or(0, |(at, _)| at)..];
    let (_, last) = behind_last(bare, &[' ', ',', ';', '(']);
    let small = small::in_place(bare);
    // "Ô." and "B." stand before names, "TP." does not.
    let is_address = words_before().contains(&last.trim_end_matches('.').to_lowercase().as_str());
    let is_abbreviation = last.ends_with('.') && last.starts_with(char::is_uppercase) && !is_address;
    let is_behind_sign = bare.ends_with(['(', ':', ')', '/', '.']) || bare.ends_with(SIGNS);
    bare.is_empty()
        || is_behind_sign && !is_abbreviation
        || is_ordinal(last)
        || LEADING.iter().any(|word| ends_with_word(&small, word))
        || words_before().iter().any(|word| ends_with_word(&small, word))
}

/// "3": the number of a person.
fn is_ordinal(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_in_word(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// A text up to the last of some signs, with the sign, and what stands behind it.
fn behind_last<'a>(text: &'a str, signs: &[char]) -> (&'a str, &'a str) {
    let at = text.char_indices().rev().find(|(_, letter)| signs.contains(letter));
    let (before, behind) = text.split_at(at.map_or(0, |(at, sign)| at + sign.len_utf8()));
    (before, behind.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let said = |person: Person| {
            let cells = person.cells();
            [1, 3, 4, 5, 6].map(|at| cells[at].as_str()).join("|")
        };
        people(&clean(line), false).map_or(Vec::new(), |sent| sent.people.into_iter().map(said).collect())
    }

    #[test]
    fn people_of_one_line_are_told_apart_by_their_names() {
        for (line, people) in [
            (
                "Trưởng ban CTMT: Nguyễn Văn Hải (thôn 1), Lê Văn Bằng (thôn 2)",
                &["Nguyễn Văn Hải||Trưởng ban CTMT|thôn 1|", "Lê Văn Bằng||Trưởng ban CTMT|thôn 2|"][..],
            ),
            (
                "- Trưởng ban CTMT các bản: Chiềng An (Lường Văn Ó), Hua Ca (Mùa A Lầu);",
                &["Lường Văn Ó||Trưởng ban CTMT|bản Chiềng An|", "Mùa A Lầu||Trưởng ban CTMT|bản Hua Ca|"],
            ),
            (
                "Thôn 1: Nguyễn Văn Hải (TB CTMT), Lê Thị Bằng (CHT PN, 1970)",
                &["Nguyễn Văn Hải||TB CTMT|Thôn 1|", "Lê Thị Bằng|1970|CHT PN|Thôn 1|"],
            ),
            (
                "xã Tam Đại gửi ds: 1. Nguyễn Văn Hải 1965 TB CTMT thôn 1 0912345678 2. Lê Thị Bằng 1970 CHT PN thôn Hạ",
                &["Nguyễn Văn Hải|1965|TB CTMT|thôn 1|0912345678", "Lê Thị Bằng|1970|CHT PN|thôn Hạ|"],
            ),
            (
                "Thôn 1: ông Nguyễn Văn Hải, TB CTMT và bà Lê Thị Bằng, CHT PN",
                &["Nguyễn Văn Hải||TB CTMT|Thôn 1|", "Lê Thị Bằng||CHT PN|Thôn 1|"],
            ),
            (
                "Xã Tam Đại cử anh Hải (Nguyễn Văn Hải, thôn 1), chị Dung (Phạm Thị Dung, thôn 2)",
                &["Nguyễn Văn Hải|||thôn 1|", "Phạm Thị Dung|||thôn 2|"],
            ),
            ("TB CTMT thôn Hạ: Trần Văn Cúc - 0912345677", &["Trần Văn Cúc||TB CTMT|thôn Hạ|0912345677"]),
            (
                "xã tam đại gửi: nguyễn văn hải tb ctmt thôn 1, lê thị bằng cht pn thôn hạ",
                &["nguyễn văn hải||tb ctmt|thôn 1|", "lê thị bằng||cht pn|thôn hạ|"],
            ),
        ] {
            assert_eq!(read(line), people, "{line}");
        }
    }

    #[test]
    fn a_line_that_says_anything_else_is_left_to_others() {
        for line in [
            "Chủ tịch: Nguyễn Văn Hải",
            "Kính gửi: ông Nguyễn Văn Hải, Chủ tịch MTTQ tỉnh và bà Lê Thị Bằng, Phó Chủ tịch",
            "Thay ông Nguyễn Văn Hải, TB CTMT bằng bà Lê Thị Bằng, CHT PN",
            "Nguyễn Văn Hải, TB CTMT, con ông Lê Văn Bằng",
            "Bí thư Đoàn TNCS Hồ Chí Minh xã, trường THCS Nguyễn Văn Trỗi",
        ] {
            assert_eq!(read(line), Vec::<String>::new(), "{line}");
        }
    }
}
