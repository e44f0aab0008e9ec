//! What a message says later of people it has named: "Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520", "Đạo 1964,
//! Chuyền 1979", "Số điện thoại lần lượt là …", "Ngô Thị Bưởi 0986 350 214" once more with the number.

use std::collections::HashMap;

use super::super::super::mentions::words_before;
use super::births::birth_in;
use super::pieces::phone;
use super::{Entry, Person};
use crate::lexicon::Section;
use crate::vietnamese::fold::words;

/// Gives people what the lines behind them say of their telephones and births.
pub(super) fn settle(entries: &mut [Entry]) {
    let mut known: Vec<usize> = Vec::new();
    let mut is_told: Vec<(usize, bool)> = Vec::new();
    let mut said_again = Vec::new();
    for at in 0..entries.len() {
        match &entries[at].person {
            Some(again) => match known.iter().find(|one| is_same(&entries[**one], again)) {
                Some(&one) => {
                    let (phone, birth) = (again.phone.clone(), again.birth.clone());
                    give(&mut entries[one], &phone, &birth, false);
                    said_again.push(at);
                }
                None => known.push(at),
            },
            None => {
                let text = entries[at].text.clone();
                for (one, phone, birth) in told(&text, entries, &known) {
                    // A year that is said once more puts the first right.
                    let is_again = !birth.is_empty() && is_told.contains(&(one, true));
                    give(&mut entries[one], &phone, &birth, is_again);
                    is_told.push((one, !birth.is_empty()));
                }
            }
        }
    }
    for at in said_again {
        let text = entries[at].person.take().map(|person| person.cells().join(" "));
        entries[at].text = text.map(|text| crate::vietnamese::clean::clean(&text)).unwrap_or_default();
    }
}

/// Whether somebody is named once more, with nothing but a telephone or a birth that was missing.
fn is_same(known: &Entry, again: &Person) -> bool {
    let Some(person) = &known.person else { return false };
    let adds = |own: &str, more: &str| own.is_empty() || more.is_empty();
    person.name == again.name
        && again.position.is_empty()
        && again.unit.is_empty()
        && again.ordinal.is_empty()
        && adds(&person.phone, &again.phone)
        && adds(&person.birth, &again.birth)
}

fn give(entry: &mut Entry, phone: &str, birth: &str, is_again: bool) {
    let Some(person) = &mut entry.person else { return };
    for (own, said) in [(&mut person.phone, phone), (&mut person.birth, birth)] {
        if !said.is_empty() && (own.is_empty() || is_again) {
            said.clone_into(own);
        }
    }
}

/// Of whom a line says a telephone or a birth; nothing for a line that says anything else.
fn told(line: &str, entries: &[Entry], known: &[usize]) -> Vec<(usize, String, String)> {
    if !line.contains(|letter: char| letter.is_ascii_digit()) || known.len() < 2 {
        return Vec::new();
    }
    in_order(line, entries, known).unwrap_or_else(|| by_name(line, entries, known))
}

/// "Số điện thoại lần lượt là 0972 415 308, 0336 820 741": one for each.
fn in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<(usize, String, String)>> {
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
    is_one_each
        .then(|| known.iter().copied().zip(phones).map(|(at, phone)| (at, phone, String::new())).collect())
}

fn by_name(line: &str, entries: &[Entry], known: &[usize]) -> Vec<(usize, String, String)> {
    let mut called: HashMap<String, Vec<usize>> = HashMap::new();
    for &at in known {
        let Some(person) = &entries[at].person else { continue };
        let name = words(&person.name);
        let given = name.rsplit(' ').next().unwrap_or_default().to_owned();
        called.entry(given).or_default().push(at);
        called.entry(name).or_default().push(at);
    }
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
        let name = called_before(&part[..figures]);
        match called.get(&name).map(Vec::as_slice) {
            Some([only]) => all.push((*only, phone.to_owned(), birth.to_owned())),
            _ => return Vec::new(),
        }
    }
    all
}

/// "thoa" of "Số chị Thoa: ": how somebody is called before what is said of them, folded.
fn called_before(before: &str) -> String {
    let labels = Section::PhoneLabel.words().chain(Section::BirthLabel.words());
    let skipped: Vec<String> =
        labels.chain(words_before().iter().copied()).chain(["là", "của", "số"]).map(words).collect();
    let folded = words(before.rsplit(':').find(|part| !part.trim().is_empty()).unwrap_or(before));
    let mut rest = folded.as_str();
    loop {
        let bare = skipped.iter().find_map(|word| {
            let behind = rest.strip_prefix(word.as_str()).and_then(|behind| behind.strip_prefix(' '));
            behind.or_else(|| rest.strip_suffix(word.as_str()).and_then(|before| before.strip_suffix(' ')))
        });
        match bare {
            Some(bare) => rest = bare,
            None => return rest.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(lines: &[&str]) -> Vec<String> {
        let entry = |(line, text): (u32, &&str)| match Person::read(text) {
            Some(person) => Entry::of(line, person),
            None => Entry { line, person: None, text: (*text).to_owned() },
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
            ("Ai hỏi gì thì gọi chị Thoa 0915 206 483 nhé", "|", "|"),
            ("Số chị Hoa 0915 206 483, số anh Lâm 0979 418 520", "|", "|"),
        ] {
            let people = ["Đinh Thị Thoa, chủ tịch UBMTTQ xã", "Phan Ngọc Lâm, phó chủ tịch", later];
            let expected = [format!("Đinh Thị Thoa|{first}"), format!("Phan Ngọc Lâm|{second}")];
            assert_eq!(settled(&people), expected, "{later}");
        }
    }
}
