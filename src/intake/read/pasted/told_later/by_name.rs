//! What a line says of those whom it calls: "Số chị Thoa 0915 206 483, số anh Lâm 0979 418 520".

use super::super::super::super::mentions::words_before;
use super::super::super::super::position::begins_with_position;
use super::super::Entry;
use super::super::births::birth_in;
use super::super::name::address;
use super::super::pieces::{phone, starts_with_place};
use super::Told;
use crate::lexicon::Section;
use crate::vietnamese::fold::words;

pub(super) fn by_name(line: &str, entries: &[Entry], known: &[usize]) -> Vec<Told> {
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
pub(super) fn called(text: &str, entries: &[Entry], known: &[usize]) -> Option<(usize, String)> {
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
pub(super) fn without_labels(folded: &str) -> String {
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
