//! What a message says later of people it has named: "Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520", "Đạo 1964,
//! Chuyền 1979", "Chị Lài là trưởng ban CTMT 0387 204 551", "Số điện thoại lần lượt là …", "Ngô Thị Bưởi 0986 350 214"
//! once more with the number; and a line that only goes on: "TDP Quảng Thắng, 0349 760 225".

use super::super::super::marks::is_hamlet;
use super::super::super::mentions::words_before;
use super::super::super::position::begins_with_position;
use super::births::birth_in;
use super::name::address;
use super::pieces::{phone, starts_with_place};
use super::together::{self, held_by_all};
use super::{Entry, Person};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::{fold, words};
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::{small, whole_word};

/// What is said of somebody.
#[derive(Default)]
struct Told {
    /// Their place among the entries.
    at: usize,
    phone: String,
    birth: String,
    position: String,
    unit: String,
    /// By "bà" before the name.
    sex: String,
}

/// Gives people what the lines behind them say of their telephones, births and posts.
pub(super) fn settle(entries: &mut [Entry]) {
    let mut known: Vec<usize> = Vec::new();
    // Whose births were said so.
    let mut born: Vec<usize> = Vec::new();
    for at in 0..entries.len() {
        match entries[at].person.take() {
            Some(person) => name(entries, at, person, &mut known),
            None => {
                let text = std::mem::take(&mut entries[at].text);
                entries[at].is_told = tell(entries, &text, at, &known, &mut born);
                entries[at].text = text;
            }
        }
    }
    same_places(entries, &known);
}

/// Takes in whoever an entry names: for the first time, once more, or only with the rest of what the one above says.
fn name(entries: &mut [Entry], at: usize, person: Person, known: &mut Vec<usize>) {
    let same = known.iter().find(|one| is_same(&entries[**one], &person)).copied();
    let is_told = match same {
        Some(one) => {
            let sex = person.sex.clone() + called_by_letter(&person.name).map_or("", |(sex, _)| sex);
            let (phone, birth) = (person.phone.clone(), person.birth.clone());
            give(entries, &Told { at: one, phone, birth, sex, ..Told::default() }, false);
            true
        }
        None => known.last().is_some_and(|&last| is_rest(&mut entries[last], &person)),
    };
    let begun = known.iter().copied().find(|one| !is_told && is_begun(&entries[*one], &person));
    entries[at].person = Some(person);
    if is_told {
        entries[at].keep(|_| false);
        entries[at].is_told = true;
        return;
    }
    known.push(at);
    if let Some(begun) = begun {
        entries[begun].keep(|_| false);
        known.retain(|one| *one != begun);
    }
}

/// Gives what a line says to those it speaks of; whether all of it was given.
fn tell(entries: &mut [Entry], text: &str, at: usize, known: &[usize], born: &mut Vec<usize>) -> bool {
    let held = held_by_all(text).filter(|_| together::names_in(text).is_empty());
    if let Some((_, _, post)) = held {
        let told = |at| Told { at, position: post.to_owned(), ..Told::default() };
        known.iter().for_each(|one| give(entries, &told(*one), false));
    }
    let each: Vec<Vec<Told>> = sentences(text).iter().map(|said| told(said, entries, known)).collect();
    if each.iter().all(Vec::is_empty) {
        let is_right_below = |last: usize| entries[last + 1..at].iter().all(is_stamp);
        let last = known.last().map(|&last| (last, is_right_below(last)));
        return last.is_some_and(|(last, is_below)| go_on(&mut entries[last], text, is_below));
    }
    let is_told = each.iter().all(|told| !told.is_empty());
    for told in each.into_iter().flatten() {
        // A year that is said once more puts the first right.
        let is_again = !told.birth.is_empty() && born.contains(&told.at);
        born.extend((!told.birth.is_empty()).then_some(told.at));
        give(entries, &told, is_again);
    }
    is_told
}

/// "09:06": when the next part of a message came.
fn is_stamp(entry: &Entry) -> bool {
    entry.person.is_none() && !entry.text.contains(char::is_alphabetic)
}

/// Whether a name and a telephone are the rest of what is said of the one above: "Pác Khoang, 0976 215 340" of "người có uy tín
/// thôn".
fn is_rest(last: &mut Entry, person: &Person) -> bool {
    let is_bare =
        [&person.ordinal, &person.position, &person.birth, &person.sex].iter().all(|one| one.is_empty());
    is_bare && go_on_cut(last, &clean(&format!("{}, {}", person.name, person.phone)))
}

/// Gives whoever is said to be of the same place as somebody, "cùng ấp với ông Đợi", that place.
fn same_places(entries: &mut [Entry], known: &[usize]) {
    for at in 0..entries.len() {
        let Some(person) = entries[at].person.as_ref().filter(|person| person.unit.is_empty()) else {
            continue;
        };
        let who = person.note.split(", ").find_map(|said| said.strip_prefix("cùng ")?.split_once(" với "));
        let Some((one, _)) = who.and_then(|(_, who)| called(who, entries, known)) else { continue };
        let unit = entries[one].person.as_ref().map(|other| other.unit.clone()).unwrap_or_default();
        if let Some(person) = entries[at].person.as_mut() {
            person.unit = unit;
        }
    }
}

/// Whether somebody is named once more, with nothing but a telephone or a birth that was missing.
fn is_same(known: &Entry, again: &Person) -> bool {
    let Some(person) = known.person.as_ref().filter(|_| again.ordinal.is_empty()) else { return false };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let adds = |own: &str, more: &str| own.is_empty() || more.is_empty() || digits(own) == digits(more);
    let name = called_by_letter(&again.name).map_or(again.name.as_str(), |(_, given)| given);
    let is_called = person.name.strip_suffix(name).is_some_and(|before| before.ends_with(' '));
    (person.name == again.name || is_called)
        && (again.position.is_empty() && again.unit.is_empty() || is_of_one_place(person, again))
        && adds(&person.phone, &again.phone)
        && adds(&person.birth, &again.birth)
}

/// Whether somebody of that whole name comes from the same place, and only the telephone was missing.
fn is_of_one_place(person: &Person, again: &Person) -> bool {
    person.name == again.name
        && !again.unit.is_empty()
        && words(&person.unit) == words(&again.unit)
        && person.phone.is_empty()
        && !again.phone.is_empty()
}

/// The sex and the name of "Anh An", and of "A Điết" and "C Rin", where the word is cut short.
fn called_by_letter(name: &str) -> Option<(&'static str, &str)> {
    let (call, given) = name.split_once(' ')?;
    let sex = match call {
        "A" | "Ô" => "Nam",
        "B" | "C" => "Nữ",
        call => address(call)?,
    };
    Some((sex, given))
}

/// Whether somebody is only the beginning of another under the same number, as where a message was sent too early: "3. Đỗ
/// Mạnh" before "3. Đỗ Mạnh Trường, TB CTMT".
fn is_begun(known: &Entry, whole: &Person) -> bool {
    let Some(begun) = &known.person else { return false };
    let says_nothing =
        [&begun.birth, &begun.position, &begun.unit, &begun.phone].iter().all(|one| one.is_empty());
    says_nothing
        && !begun.ordinal.is_empty()
        && begun.ordinal == whole.ordinal
        && whole.name.strip_prefix(&begun.name).is_some_and(|rest| rest.starts_with(' '))
}

fn give(entries: &mut [Entry], told: &Told, is_again: bool) {
    let Some(person) = &mut entries[told.at].person else { return };
    let said = [
        (&mut person.phone, &told.phone),
        (&mut person.birth, &told.birth),
        (&mut person.position, &told.position),
        (&mut person.unit, &told.unit),
        (&mut person.sex, &told.sex),
    ];
    for (own, said) in said {
        if !said.is_empty() && (own.is_empty() || is_again) {
            said.clone_into(own);
        }
    }
}

/// "TDP Quảng Thắng, 0349 760 225" behind somebody of whom neither was said: the message went on in another. A telephone
/// alone right below somebody is theirs. Whether it was so.
fn go_on(last: &mut Entry, text: &str, is_right_below: bool) -> bool {
    let Some(person) = &mut last.person else { return false };
    // "09:06 0365 918 407" has the time before it.
    let number = phone(text).map_or("", |(start, end)| text[start..end].trim());
    let rest = text.replace(number, "");
    let is_alone = !rest.contains(char::is_alphabetic) || without_labels(&words(&rest)).is_empty();
    if is_right_below && person.phone.is_empty() && !number.is_empty() && is_alone {
        number.clone_into(&mut person.phone);
        return true;
    }
    // "trưởng ban ctmt 0385164927" right below; whoever signs has a capital.
    if is_right_below
        && person.position.is_empty()
        && person.phone.is_empty()
        && text.starts_with(char::is_lowercase)
    {
        let more = if text.len() > super::LONGEST {
            None
        } else {
            Person::read(&format!("{}, {text}", person.name))
        };
        if let Some(more) = more.filter(|more| more.has_post() && more.unit.is_empty() && more.is_only_told())
        {
            (person.position, person.phone) = (more.position, more.phone);
            return true;
        }
    }
    if !person.unit.is_empty() || !person.phone.is_empty() || text.len() > super::LONGEST {
        return false;
    }
    if go_on_cut(last, text) {
        return true;
    }
    let Some(person) = &mut last.person else { return false };
    let more = Person::read(&format!("{}, {text}", person.name));
    match more.filter(|more| !more.unit.is_empty() && !more.phone.is_empty() && more.is_only_told()) {
        Some(more) => {
            (person.unit, person.phone) = (more.unit, more.phone);
            true
        }
        None => false,
    }
}

/// "Pác Khoang, 0976 215 340" behind "người có uy tín thôn", which breaks off before the name of the hamlet. Whether it was
/// so.
fn go_on_cut(last: &mut Entry, text: &str) -> bool {
    let Some(person) = &mut last.person else { return false };
    let (post, kind) = person.position.rsplit_once(' ').unwrap_or_default();
    if !person.unit.is_empty() || !person.phone.is_empty() || !is_hamlet(&format!("{kind} 1")) {
        return false;
    }
    let more = Person::read(&format!("{}, {kind} {text}", person.name));
    match more.filter(|more| !more.unit.is_empty() && !more.phone.is_empty() && more.is_only_told()) {
        Some(more) => {
            (person.position, person.unit, person.phone) = (post.to_owned(), more.unit, more.phone);
            true
        }
        None => false,
    }
}

/// Of whom a line says something; nothing for a line that says anything else.
fn told(line: &str, entries: &[Entry], known: &[usize]) -> Vec<Told> {
    let is_of_all = Section::InOrder.words().any(|word| words(line).contains(&fold(word)));
    if !(is_of_all || line.contains(|letter: char| letter.is_ascii_digit())) || known.len() < 2 {
        return Vec::new();
    }
    let in_order = if is_of_all { in_order(line, entries, known) } else { None };
    in_order.unwrap_or_else(|| by_name(line, entries, known))
}

/// "Số điện thoại lần lượt là 0972 415 308, 0336 820 741": one for each.
fn in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<Told>> {
    if let Some(places) = places_in_order(line, entries, known) {
        return Some(places);
    }
    if let Some(births) = births_in_order(line, entries, known) {
        return Some(births);
    }
    let mut phones = Vec::new();
    let mut rest = line;
    while let Some((start, end)) = phone(rest) {
        phones.push(rest[start..end].trim().to_owned());
        rest = &rest[end..];
    }
    let lacks = |at: &&usize| entries[**at].person.as_ref().is_some_and(|person| person.phone.is_empty());
    let is_one_each = phones.len() == known.len() && known.iter().filter(lacks).count() == known.len();
    let each = known.iter().zip(phones).map(|(at, phone)| Told { at: *at, phone, ..Told::default() });
    is_one_each.then(|| each.collect())
}

/// "Năm sinh của ba người theo thứ tự là 1961, 1972, 1993".
fn births_in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<Told>> {
    let is_labelled = words(line).contains("sinh");
    let figures = line.split(|letter: char| !letter.is_ascii_digit()).filter(|figures| !figures.is_empty());
    let years: Vec<&str> = figures.collect();
    let lack =
        known.iter().all(|at| entries[*at].person.as_ref().is_some_and(|person| person.birth.is_empty()));
    let are_years = is_labelled && years.iter().all(|year| birth_in(year) == Some(year));
    (lack && are_years && years.len() == known.len()).then(|| {
        let told =
            |(at, year): (&usize, &&str)| Told { at: *at, birth: (*year).to_owned(), ..Told::default() };
        known.iter().zip(&years).map(told).collect()
    })
}

/// "lần lượt thôn Đào Lâm, thôn Phương Khê, thôn Hoành Bồ".
fn places_in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<Told>> {
    let small = small::in_place(line);
    let behind = &line[whole_word::find(&small, "lần lượt")? + "lần lượt".len()..];
    let behind =
        behind.trim_end_matches([')', '.', ' ']).trim_start_matches(|letter: char| !letter.is_alphabetic());
    let behind = behind.strip_prefix("là ").or_else(|| behind.strip_prefix("ở ")).unwrap_or(behind);
    let places: Vec<&str> =
        behind.split([',', ';']).flat_map(|part| part.split(" và ")).map(str::trim).collect();
    let lack =
        known.iter().all(|at| entries[*at].person.as_ref().is_some_and(|person| person.unit.is_empty()));
    let are_places = places.iter().all(|place| starts_with_place(place));
    (lack && are_places && places.len() == known.len()).then(|| {
        let told = |(at, unit): (&usize, &str)| Told { at: *at, unit: unit.to_owned(), ..Told::default() };
        known.iter().zip(places).map(told).collect()
    })
}

fn by_name(line: &str, entries: &[Entry], known: &[usize]) -> Vec<Told> {
    let mut all = Vec::new();
    for part in line.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (figures, phone, birth) = match phone(part) {
            Some((start, end)) => (start, part[start..end].trim(), ""),
            None => match birth_in(part).and_then(|birth| Some((part.find(birth)?, birth))) {
                Some((start, birth)) => (start, "", birth),
                // "Chuyền 1977 ạ, em nhìn nhầm".
                None if !part.contains(|letter: char| letter.is_ascii_digit()) => continue,
                None => return Vec::new(),
            },
        };
        let before = &part[..figures];
        let behind = part[figures..].trim_start_matches(phone).trim_start();
        // "Đt chung 0388 246 705 của anh Nâng".
        let who = behind.strip_prefix("của ").unwrap_or(before);
        let Some((at, position)) = called(who, entries, known) else { return Vec::new() };
        let sex = who.split(' ').find_map(address).unwrap_or_default().to_owned();
        all.push(Told {
            at,
            phone: phone.to_owned(),
            birth: birth.to_owned(),
            position,
            sex,
            ..Told::default()
        });
    }
    all
}

/// Who is called so before what is said of them, and the post that it says, too: "Số chị Thoa", "Chị Lài là trưởng ban
/// CTMT"; "Số bà Hòa thôn Cổ Dũng" where two are called Hòa.
fn called(text: &str, entries: &[Entry], known: &[usize]) -> Option<(usize, String)> {
    let text = text.trim_end_matches([' ', ':', '-', '(']);
    let text = text.rsplit(':').next().unwrap_or(text).trim_start();
    // "(tiếp) số đ/c Dế".
    let text =
        text.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(text, |(_, behind)| behind);
    let said = without_labels(&words(text));
    let person = |at: &usize| entries[*at].person.as_ref();
    // "thoa" and "thi thoa", with anything behind.
    let call = |at: &usize| {
        let name = words(&person(at)?.name);
        let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        let is_begun =
            |own: &str| said.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        starts.map(|start| name[start..].to_owned()).find(|own| is_begun(own))
    };
    let mut all: Vec<usize> = known.iter().copied().filter(|at| call(at).is_some()).collect();
    if all.len() > 1 {
        let is_there = |at: &usize| {
            person(at).is_some_and(|person| !person.unit.is_empty() && said.ends_with(&words(&person.unit)))
        };
        all.retain(is_there);
    }
    let [only] = all[..] else { return None };
    let behind = said[call(&only)?.len()..].trim_start();
    let own = person(&only)?;
    if behind.is_empty() || words(&own.unit) == behind || without_labels(behind).is_empty() {
        return Some((only, String::new()));
    }
    // The post as it is written.
    let post =
        text.match_indices(' ').map(|(at, _)| &text[at + 1..]).find(|post| begins_with_position(post))?;
    let is_post = words(post) == behind.strip_prefix("la ").unwrap_or(behind) && !starts_with_place(post);
    is_post.then(|| (only, post.to_owned()))
}

/// Folded words without those before and behind that only say what follows: "số", "chị", "là".
fn without_labels(folded: &str) -> String {
    let labels = Section::PhoneLabel.words().chain(Section::BirthLabel.words());
    let skipped: Vec<String> =
        labels.chain(words_before().iter().copied()).chain(["là", "của", "số", "dạ"]).map(words).collect();
    let mut rest = folded;
    while let Some(bare) = skipped.iter().find_map(|word| {
        let behind =
            rest.strip_prefix(word.as_str()).filter(|behind| behind.is_empty() || behind.starts_with(' '));
        let before = rest.strip_suffix(word.as_str()).filter(|before| before.ends_with(' '));
        behind.or(before).map(str::trim)
    }) {
        rest = bare;
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(lines: &[&str]) -> Vec<String> {
        let entry = |(line, text): (u32, &&str)| match Person::read(text) {
            Some(person) => Entry::of(line, person),
            None => Entry::text(line, (*text).to_owned()),
        };
        let mut entries: Vec<Entry> = (0..).zip(lines).map(entry).collect();
        settle(&mut entries);
        let said = |person: Person| {
            let cells = person.cells();
            [1, 3, 6].map(|at| cells[at].as_str()).join("|")
        };
        entries.into_iter().filter_map(|entry| entry.person).map(said).collect()
    }

    #[test]
    fn what_is_said_later_is_given_to_whoever_is_called_so() {
        for (later, first, second) in [
            ("Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520", "|0915 206 483", "|0979 418 520"),
            ("Thoa 1964, Lâm 1979", "1964|", "1979|"),
            ("Số điện thoại lần lượt là 0915 206 483, 0979 418 520 ạ", "|0915 206 483", "|0979 418 520"),
            ("Đinh Thị Thoa 0915 206 483", "|0915 206 483", "|"),
            ("Số của chị Thoa là: 0915 206 483", "|0915 206 483", "|"),
            ("Ai hỏi gì thì gọi chị Thoa 0915 206 483 nhé", "|", "|"),
            ("Số chị Hoa 0915 206 483, số anh Lâm 0979 418 520", "|", "|"),
        ] {
            let people = ["Đinh Thị Thoa, chủ tịch UBMTTQ xã", "Phan Ngọc Lâm, phó chủ tịch", later];
            let expected = [format!("Đinh Thị Thoa|{first}"), format!("Phan Ngọc Lâm|{second}")];
            assert_eq!(settled(&people), expected, "{later}");
        }
    }
}
