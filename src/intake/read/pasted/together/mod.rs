//! Several people in one line, told apart by their names: "1) Lê Văn An, TB CTMT thôn 1; 2) Vũ Thị Bé, CHT PN". What
//! stands before a colon is said of all behind it: "Trưởng ban CTMT các bản: Chiềng An (Lường Văn Ó), Hua Ca (Mùa A Lầu)".

mod in_turn;
mod lead;
mod names;

use std::ops::Range;
use std::sync::LazyLock;

use super::super::super::family_names::has_middle_thi;
use super::super::super::marks::{
    Group, commune_within, group, hamlet_at_start, is_commune, is_list_title, people_counted,
    without_particles,
};
use super::super::super::mentions::{begins_with_name, instead_at, mentions, words_before};
use super::super::super::position::begins_with_position;
use super::super::super::withdrawals::says_absence;
use super::name::address;
use super::pieces::{phone, place_within, starts_with_place};
use super::said::{join, names_hamlet};
use super::sentences::{Sent, asks, commune_named};
use super::{LONGEST, Person};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::{small, whole_word};
use in_turn::InTurn;
use lead::{Lead, Said};
pub(super) use names::names_in;

/// Words of the longest post, and of the longest place: more are a sentence.
const LONGEST_SAID: usize = 12;
/// What parts people, and what is said of them.
const SIGNS: [char; 8] = [',', ';', '-', '–', '+', '•', '&', '/'];

/// Words that may stand before a name: "và".
fn words_leading() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| Section::BeforePeople.words().collect());
    &WORDS
}

/// Words that say that somebody is sent: "cử".
fn words_that_send() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| Section::Sends.noted("people").collect());
    &WORDS
}

/// The people of a line, where nothing is said in it but who they are, and who sends them; `is_sent` where a line above
/// said so: "Xã Hưng Khánh xin đăng ký:".
pub(super) fn people(line: &str, is_sent: bool) -> Option<Sent> {
    if line.len() > LONGEST || says_absence(line) || instead_at(line).is_some() {
        return None;
    }
    if let Some((start, end, post)) = held_by_all(line) {
        let mut sent = people(&format!("{}{}", &line[..start], &line[end..]), is_sent)?;
        let without = sent.people.iter_mut().filter(|person| person.position.is_empty());
        without.for_each(|person| post.clone_into(&mut person.position));
        return Some(sent);
    }
    if let Some(in_turn) = InTurn::of(line) {
        let named = names_in(&line[..in_turn.at.start]).len();
        let rest = format!("{}{}", &line[..in_turn.at.start], &line[in_turn.at.end..]);
        let mut sent = people(&rest, is_sent)?;
        let own = sent.people.get_mut(named.checked_sub(in_turn.count())?..named)?;
        return in_turn.give(own).then_some(sent);
    }
    let names = names_in(line);
    if let Some(turned) = with_posts_behind(line, &names) {
        return people(&turned, is_sent);
    }
    let before = &line[..names.first()?.start];
    let lead = Lead::of(before).behind_place(before);
    let said = lead.label.map(Said::of).unwrap_or_default();
    let sender = match lead.label.filter(|_| said.is_nothing()) {
        Some(label) => clean(&format!("{} {label}", lead.before)),
        None => clean(lead.before),
    };
    let says_who = sends(&sender);
    let is_sent = is_sent || says_who;
    // "em là Nguyễn Thị Hạnh ở xã Phong Nẫm, gửi hộ xã Lương Quới": who writes is no delegate, nor is their commune meant.
    let outside = sender.split_once('(').map_or(sender.as_str(), |(before, _)| before);
    let says_who_writes = || outside.split(" là ").skip(1).any(begins_with_name);
    let speaks_of_others =
        || mentions(&sender).next().is_some() || says_who_writes() || phone(&sender).is_some();
    if !sender.is_empty() && (!is_sent || speaks_of_others()) {
        return None;
    }
    let (sex, lead_address) = (address(lead.of_all).unwrap_or_default(), lead.address);
    let (mut people, mut left) = told_apart(line, &names, lead, said.clone(), is_sent)?;
    for person in people.iter_mut().filter(|person| person.sex.is_empty() && !has_middle_thi(&person.name)) {
        sex.clone_into(&mut person.sex);
    }
    // A post and a name may be a signature.
    let is_list = match &people[..] {
        [one] if says_who => one.has_post(),
        [one] => {
            let says_more = one.unit != said.unit || !one.birth.is_empty() || !one.phone.is_empty();
            let is_sent_so =
                !lead_address.is_empty() && one.has_post() && !one.phone.is_empty() && !asks(&sender);
            !said.position.is_empty() && says_more || is_sent && is_sent_so
        }
        _ => true,
    };
    let is_added = names[0].start > 0
        && sender.is_empty()
        && matches!(&people[..], [one] if one.has_post() && !one.phone.is_empty());
    let is_list = is_list || is_added;
    let head = match place_that_sends(&sender) {
        Some(place) => {
            let without = people.iter_mut().filter(|person| person.unit.is_empty());
            without.for_each(|person| place.clone_into(&mut person.unit));
            // The commune heads what stands below.
            if is_commune(&sender) {
                sender
            } else {
                left.insert(0, sender[..sender.find(place).unwrap_or(0)].trim().to_owned());
                String::new()
            }
        }
        // "Sẵn gửi dùm xã Lương Quới Hạ 2 người": that commune heads them.
        None => match commune_within(&sender).filter(|commune| commune.len() < sender.len()) {
            Some(place) if place.split_once(' ').is_none_or(|(_, rest)| commune_within(rest).is_none()) => {
                let is_counted = |at: &usize| {
                    place[at + 1..].starts_with(|one: char| one.is_ascii_digit())
                        && people_counted(&place[*at..]).is_some_and(|(_, of_people)| of_people)
                };
                let end = place.match_indices(' ').map(|(at, _)| at).find(is_counted).unwrap_or(place.len());
                let before = &sender[..sender.len() - place.len()];
                left.insert(0, clean(&format!("{before} {}", &place[end..])));
                place[..end].to_owned()
            }
            // "nhờ gửi giúp một đại biểu của xã Quỳnh Lưu là ông": theirs is named last.
            Some(_) => {
                let commune = commune_named(&sender).unwrap_or_default();
                let hamlets =
                    people.iter_mut().filter(|person| names_hamlet(&person.unit) && !commune.is_empty());
                hamlets.for_each(|person| join(&mut person.unit, commune));
                sender
            }
            None => sender,
        },
    };
    left.retain(|said| !said.is_empty());
    is_list.then(|| Sent { people, left: left.join(" "), head, ..Sent::default() })
}

/// Everybody of whom a sentence says more than a name, if only by a word like "ông", with what stands behind each until the
/// next, whether it is only said of them or not.
pub(super) fn each_named(sentence: &str) -> Vec<Person> {
    let names = names_in(sentence);
    let mut before = 0;
    let read = |(at, name): (usize, &Range<usize>)| {
        let lead = Lead::of(&sentence[std::mem::replace(&mut before, name.end)..name.start]).behind_sender();
        let next = names.get(at + 1).map(|next| Lead::of(&sentence[name.end..next.start]).behind_sender());
        let behind = next.map_or(&sentence[name.end..], |next| next.before);
        let mut person = Person::read(&lead.with(&sentence[name.clone()], behind))?;
        lead.ordinal.clone_into(&mut person.ordinal);
        if let Some(place) = lead.label.filter(|place| person.unit.is_empty() && starts_with_place(place)) {
            place.clone_into(&mut person.unit);
        }
        let is_called = |text: &str| {
            let small = small::in_place(text.trim_end_matches([':', '(', ')', '/', ',', '.', ' ']));
            words_before().iter().any(|word| whole_word::ends(&small, word))
        };
        // "ông (bà): Lò Văn Hặc" may be either.
        if is_called(lead.before) {
            person.sex.clear();
        }
        (person.stands_for_itself() || is_called(&sentence[..name.start])).then_some(person)
    };
    names.iter().enumerate().filter_map(read).collect()
}

/// A line that says posts and places before the names, "Phường Bắc Sơn: Trưởng ban CTMT TDP 3 Lương Thế Duyệt (0903 …), Bí thư chi
/// bộ TDP 9 Đỗ Quang Hiển", with them behind: else each would be given to the one before.
fn with_posts_behind(line: &str, names: &[Range<usize>]) -> Option<String> {
    let is_said = |text: &str| begins_with_position(text) || starts_with_place(text);
    let [first, .., last] = names else { return None };
    // What is said of the last stands before it.
    if line[last.end..].split([',', ';', '(', '-']).map(str::trim).any(is_said) {
        return None;
    }
    let (sender, said) = line[..first.start].rsplit_once(':').unwrap_or(("", &line[..first.start]));
    let mut before = said.trim();
    let mut turned = if sender.is_empty() { String::new() } else { format!("{sender}: ") };
    for (at, name) in names.iter().enumerate() {
        let end = names.get(at + 1).map_or(line.len(), |next| next.start);
        let behind = &line[name.end..end];
        let (own, next) = match at + 1 < names.len() {
            true => {
                let signs = behind.match_indices([',', ';', ')']).map(|(at, sign)| at + sign.len());
                let rest = |at: usize| behind[at..].trim_start_matches([' ', ',', ';', '-', '+']).trim_end();
                let at = signs.into_iter().find(|at| is_said(rest(*at)))?;
                (&behind[..at], rest(at))
            }
            false => (behind, ""),
        };
        if !begins_with_position(before) || is_said(own.trim_start_matches([' ', ',', '-', '('])) {
            return None;
        }
        let own = own.trim().trim_end_matches([',', ';']);
        turned.push_str(&format!("{}, {before}, {own}; ", &line[name.clone()]));
        before = next;
    }
    Some(turned)
}

/// Where "…, cả ba đều là Trưởng ban CTMT" begins and ends, and the post that all who are named before hold.
pub(super) fn held_by_all(line: &str) -> Option<(usize, usize, &str)> {
    let said = |word| {
        let at = whole_word::find(line, word)?;
        let rest = line[at + word.len()..].trim_start();
        begins_with_position(rest).then_some((at, rest))
    };
    let (at, rest) = Section::HeldByAll.words().find_map(said)?;
    let post = rest.split([',', ';', '.']).next().unwrap_or(rest);
    let start = line[..at].rfind([',', ';', '.']).unwrap_or(0);
    let end = line.len() - rest.len() + post.len();
    (!post.contains(':')).then(|| (start, end, without_particles(post.trim())))
}

/// Who is named, with what is said of each, and what is said besides; nothing where something else is said of one.
fn told_apart<'a>(
    line: &'a str,
    names: &[Range<usize>],
    mut lead: Lead<'a>,
    mut said: Said,
    is_sent: bool,
) -> Option<(Vec<Person>, Vec<String>)> {
    let (mut people, mut left) = (Vec::new(), Vec::new());
    let are_placed = lead.place.is_some();
    for (at, name) in names.iter().enumerate() {
        let next = names.get(at + 1).map(|next| {
            let between = &line[name.end..next.start];
            let next = Lead::of(between).behind_sender();
            if are_placed { next.behind_place(between) } else { next }
        });
        let behind = next.as_ref().map_or(&line[name.end..], |next| next.before);
        // "về dự. Ngoài ra còn có": another sentence is not of this one; ". Đều là Trưởng ban CTMT" is of all.
        let own = if behind.starts_with(". ") { "" } else { sentences(behind)[0] };
        left.push(clean(behind[own.len()..].trim_start_matches('.')));
        people.push(one(&line[name.clone()], own, &lead, &said, is_sent)?);
        let Some(next) = next else { break };
        if let Some(label) = next.label {
            said = Said::of(label);
            if said.is_nothing() {
                return None;
            }
        }
        lead = next;
    }
    Some((people, left))
}

/// The one of that name, where what is said behind it only tells who that is.
fn one(name: &str, behind: &str, lead: &Lead<'_>, said: &Said, is_sent: bool) -> Option<Person> {
    let mut person = Person::read(&lead.with(name, behind))?;
    lead.ordinal.clone_into(&mut person.ordinal);
    if let Some(place) = lead.place.filter(|_| person.unit.is_empty()) {
        person.take_part(place);
    }
    said.give(&mut person);
    // "về dự", "cùng đi với đoàn".
    let is_said_beside = is_small_talk(&person.note);
    let note = if is_said_beside { std::mem::take(&mut person.note) } else { String::new() };
    let is_told = person.is_only_told() || is_sent && (person.is_called_alone() || person.is_placed());
    person.note = note;
    let is_short =
        [&person.position, &person.unit].iter().all(|said| said.split(' ').count() <= LONGEST_SAID);
    if person.has_another_in_place() {
        return None;
    }
    let is_called = !lead.address.is_empty() && name.split(' ').count() >= 3;
    let is_named = person.is_named() || is_called || has_middle_thi(name);
    (person.name == name && is_named && is_told && is_short).then_some(person)
}

/// "Thôn Kim Bình" of "Cô Tịnh ơi thôn Kim Bình cử", "thôn Pắc Kẹ" of "Xã Bản Liền cử 3 đ/c đều ở thôn Pắc Kẹ", which is said of
/// these people and heads no others.
fn place_that_sends(sender: &str) -> Option<&str> {
    let clause = sender.rsplit([':', ',', '.', ';']).next().unwrap_or(sender).trim();
    if is_commune(clause) {
        let mut places = clause.match_indices(' ').map(|(at, _)| &clause[at + 1..]).skip(1);
        return places.find_map(hamlet_at_start);
    }
    // "Bản Làng Vây" is one place.
    let place = if starts_with_place(clause) { None } else { place_within(clause) };
    hamlet_at_start(place.map_or(clause, |at| &clause[at..]))
}

/// Whether a line says that whoever is sent stands below it.
pub(super) fn sends_below(line: &str) -> bool {
    line.trim_end().ends_with(':') && sends(line.trim_end_matches([' ', ':']))
}

/// Whether a line ends with the word for those below it: "xã Diên Lạc có 3 người đi, cô Mai giới thiệu, gồm:".
pub(super) fn leads_to_list(line: &str) -> bool {
    let small = small::in_place(line.trim_end());
    let before = small.strip_suffix(':').map(str::trim_end);
    before.is_some_and(|before| words_leading().iter().any(|word| whole_word::ends(before, word)))
}

/// Whether a text says who sends those behind it, or that a list of them follows.
pub(super) fn sends(text: &str) -> bool {
    // "Kính gửi" says to whom.
    let small = small::in_place(text).replace("kính gửi", "");
    let plain = text.is_ascii();
    let says = |word: &str| match plain {
        true => whole_word::contains(&small, &fold(word)),
        false => whole_word::contains(&small, word),
    };
    // "e chào c ạ. xã Kim Lũ", and "P. Hoàng Lĩnh".
    let behind_stop = text.rsplit_once(". ").map_or(text, |(_, last)| last);
    let names_place =
        |text: &str| matches!(group(text, ""), Some(Group::Commune(_) | Group::Hamlet(_) | Group::Unit(_)));
    // "Dạ xã Phước Hữu".
    let is_named = |at: &usize| *at == 0 || text[*at..].contains(char::is_uppercase);
    let is_place =
        || begun_within(text).filter(is_named).any(|at| names_place(&text[at..])) || names_place(behind_stop);
    // "các đại biểu sau".
    let are_below = || ["các", "sau"].iter().all(|word| whole_word::contains(&small, word));
    !text.is_empty()
        && (is_title_within(text)
            || people_counted(text).is_some_and(|(_, of_people)| of_people)
            || Section::Sends.noted("people").any(says)
            || are_below()
            || is_place())
}

/// Whether the title of a list stands at the beginning of a text, or behind a word or two to whom it is sent: "Dạ ds xã Cái
/// Nhum".
fn is_title_within(text: &str) -> bool {
    begun_within(text).any(|at| is_list_title(&text[at..]))
}

/// Where the first words of a text begin: a word or two may say to whom it is sent, or be polite.
fn begun_within(text: &str) -> impl Iterator<Item = usize> + '_ {
    const MOST_BEFORE: usize = 2;
    std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1).take(MOST_BEFORE))
}

/// Whether a note says nothing of anybody else: words in small letters, without figures.
fn is_small_talk(note: &str) -> bool {
    let is_counted = people_counted(note).is_some_and(|(_, of_people)| of_people);
    !note.contains(char::is_uppercase)
        && (is_counted || !note.contains(|letter: char| letter.is_ascii_digit()))
}

/// "3": the number of a person.
fn is_ordinal(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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
                "Đặc khu Lý Sơn có 2 đại biểu: Nguyễn Văn Hải (TB CTMT thôn 1) 0912345678 Lê Thị Bằng (CHT PN thôn 2) 0912345679",
                &["Nguyễn Văn Hải||TB CTMT|thôn 1|0912345678", "Lê Thị Bằng||CHT PN|thôn 2|0912345679"],
            ),
            (
                "Xã Tam Đại cử anh Hải (Nguyễn Văn Hải, thôn 1), chị Dung (Phạm Thị Dung, thôn 2)",
                &["Nguyễn Văn Hải|||thôn 1|", "Phạm Thị Dung|||thôn 2|"],
            ),
            (
                "Phường Bắc Sơn: Trưởng ban CTMT TDP số 3 Lương Thế Duyệt (0903 481 226), Bí thư chi bộ TDP số 9 Đỗ Quang Hiển (0977 302 518)",
                &[
                    "Lương Thế Duyệt||Trưởng ban CTMT|TDP số 3|0903 481 226",
                    "Đỗ Quang Hiển||Bí thư chi bộ|TDP số 9|0977 302 518",
                ],
            ),
            (
                "xã Khánh Lâm cử các chú Lê Hoàng Nhanh (ấp 2), Trần Văn Khởi (ấp 5), cả hai đều là Trưởng ban CTMT ấp",
                &["Lê Hoàng Nhanh||Trưởng ban CTMT ấp|ấp 2|", "Trần Văn Khởi||Trưởng ban CTMT ấp|ấp 5|"],
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
