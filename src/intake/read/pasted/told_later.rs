//! What a message says later of people it has named: "Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520", "Đạo 1964,
//! Chuyền 1979", "Chị Lài là trưởng ban CTMT 0387 204 551", "Số điện thoại lần lượt là …", "Ngô Thị Bưởi 0986 350 214"
//! once more with the number; and a line that only goes on: "TDP Quảng Thắng, 0349 760 225".

use super::super::super::mentions::words_before;
use super::super::super::position::begins_with_position;
use super::births::birth_in;
use super::name::address;
use super::pieces::{phone, starts_with_place};
use super::{Entry, Person};
use crate::lexicon::Section;
use crate::vietnamese::fold::words;

/// What is said of somebody.
#[derive(Default)]
struct Told {
    /// Their place among the entries.
    at: usize,
    phone: String,
    birth: String,
    position: String,
    /// By "bà" before the name.
    sex: String,
}

/// Gives people what the lines behind them say of their telephones, births and posts.
pub(super) fn settle(entries: &mut [Entry]) {
    let mut known: Vec<usize> = Vec::new();
    // Whose births were said so.
    let mut born: Vec<usize> = Vec::new();
    for at in 0..entries.len() {
        let again = entries[at].person.as_ref();
        let same = again.and_then(|again| known.iter().find(|one| is_same(&entries[**one], again)).copied());
        match (again, same) {
            (Some(again), Some(one)) => {
                let (phone, birth) = (again.phone.clone(), again.birth.clone());
                give(entries, &Told { at: one, phone, birth, ..Told::default() }, false);
                entries[at].keep(|_| false);
            }
            (Some(_), None) => known.push(at),
            (None, _) => {
                let text = std::mem::take(&mut entries[at].text);
                let all = told(&text, entries, &known);
                entries[at].is_told = !all.is_empty();
                for told in all {
                    // A year that is said once more puts the first right.
                    let is_again = !told.birth.is_empty() && born.contains(&told.at);
                    born.extend((!told.birth.is_empty()).then_some(told.at));
                    give(entries, &told, is_again);
                }
                let goes_on =
                    known.last().is_some_and(|&last| go_on(&mut entries[last], &text, last + 1 == at));
                entries[at].is_told |= goes_on;
                entries[at].text = text;
            }
        }
    }
}

/// Whether somebody is named once more, with nothing but a telephone or a birth that was missing.
fn is_same(known: &Entry, again: &Person) -> bool {
    let Some(person) = &known.person else { return false };
    let adds = |own: &str, more: &str| own.is_empty() || more.is_empty();
    (person.name == again.name || person.name.ends_with(&format!(" {}", again.name)))
        && again.position.is_empty()
        && again.unit.is_empty()
        && again.ordinal.is_empty()
        && adds(&person.phone, &again.phone)
        && adds(&person.birth, &again.birth)
}

fn give(entries: &mut [Entry], told: &Told, is_again: bool) {
    let Some(person) = &mut entries[told.at].person else { return };
    let said = [
        (&mut person.phone, &told.phone),
        (&mut person.birth, &told.birth),
        (&mut person.position, &told.position),
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
    let number = text.trim_matches(|letter: char| !letter.is_ascii_digit());
    if is_right_below
        && person.phone.is_empty()
        && phone(number) == Some((0, number.len()))
        && without_labels(&words(&text.replace(number, ""))).is_empty()
    {
        number.clone_into(&mut person.phone);
        return true;
    }
    if !person.unit.is_empty() || !person.phone.is_empty() || text.len() > super::LONGEST {
        return false;
    }
    let more = Person::read(&format!("{}, {text}", person.name));
    match more.filter(|more| !more.unit.is_empty() && !more.phone.is_empty() && more.is_only_told()) {
        Some(more) => {
            (person.unit, person.phone) = (more.unit, more.phone);
            true
        }
        None => false,
    }
}

/// Of whom a line says something; nothing for a line that says anything else.
fn told(line: &str, entries: &[Entry], known: &[usize]) -> Vec<Told> {
    if !line.contains(|letter: char| letter.is_ascii_digit()) || known.len() < 2 {
        return Vec::new();
    }
    in_order(line, entries, known).unwrap_or_else(|| by_name(line, entries, known))
}

/// "Số điện thoại lần lượt là 0972 415 308, 0336 820 741": one for each.
fn in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<Told>> {
    if !words(line).contains("lan luot") {
        return None;
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
        let Some((at, position)) = called(&part[..figures], entries, known) else { return Vec::new() };
        let sex = part[..figures].split(' ').find_map(address).unwrap_or_default().to_owned();
        all.push(Told { at, phone: phone.to_owned(), birth: birth.to_owned(), position, sex });
    }
    all
}

/// Who is called so before what is said of them, and the post that it says, too: "Số chị Thoa", "Chị Lài là trưởng ban
/// CTMT"; "Số bà Hòa thôn Cổ Dũng" where two are called Hòa.
fn called(text: &str, entries: &[Entry], known: &[usize]) -> Option<(usize, String)> {
    let text = text.trim_end_matches([' ', ':', '-', '(']);
    let text = text.rsplit(':').next().unwrap_or(text);
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
        labels.chain(words_before().iter().copied()).chain(["là", "của", "số"]).map(words).collect();
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
