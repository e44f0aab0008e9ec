//! What a message says later of people it has named: "Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520", "Đạo 1964,
//! Chuyền 1979", "Chị Lài là trưởng ban CTMT 0387 204 551", "Số điện thoại lần lượt là …", "Ngô Thị Bưởi 0986 350 214"
//! once more with the number; and a line that only goes on: "TDP Quảng Thắng, 0349 760 225".

mod by_name;
mod going_on;
mod in_order;
mod once_more;

use super::pieces::phone;
use super::together::{self, held_by_all};
use super::{Entry, Person};
use crate::lexicon::Section;
use crate::vietnamese::fold::{fold, words};
use crate::vietnamese::sentences::sentences;
use by_name::{by_name, called};
use going_on::{go_on, is_rest, is_stamp};
use in_order::in_order;
use once_more::{called_by_letter, is_begun, is_same};

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
    if let Some((number, phone)) = numbered_phone(text) {
        let of_number = |at: &&usize| {
            entries[**at].person.as_ref().is_some_and(|person| is_number(&person.ordinal, number))
        };
        if let Some(&at) = known.iter().find(of_number) {
            give(entries, &Told { at, phone: phone.to_owned(), ..Told::default() }, false);
            return true;
        }
    }
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

/// "2" and "0916 082 347" of "2. 0916 082 347", the telephone of whoever has that number above.
fn numbered_phone(text: &str) -> Option<(u32, &str)> {
    let (number, behind) = text.split_once(['.', ')', '/'])?;
    let behind = behind.trim();
    let is_alone = phone(behind).is_some_and(|(start, end)| start == 0 && end == behind.len());
    number.trim().parse().ok().filter(|_| is_alone).map(|number| (number, behind))
}

fn is_number(ordinal: &str, number: u32) -> bool {
    ordinal.parse() == Ok(number)
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

/// Of whom a line says something; nothing for a line that says anything else.
fn told(line: &str, entries: &[Entry], known: &[usize]) -> Vec<Told> {
    let is_of_all = Section::InOrder.words().any(|word| words(line).contains(&fold(word)));
    if !(is_of_all || line.contains(|letter: char| letter.is_ascii_digit())) || known.len() < 2 {
        return Vec::new();
    }
    let in_order = if is_of_all { in_order(line, entries, known) } else { None };
    in_order.unwrap_or_else(|| by_name(line, entries, known))
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
