//! What a line says of all in the order in which they were named: "Số điện thoại lần lượt là …".

use super::super::Entry;
use super::super::births::birth_in;
use super::super::pieces::{phone, starts_with_place};
use super::Told;
use crate::vietnamese::fold::words;
use crate::vietnamese::{small, whole_word};

/// "Số điện thoại lần lượt là 0972 415 308, 0336 820 741": one for each.
pub(super) fn in_order(line: &str, entries: &[Entry], known: &[usize]) -> Option<Vec<Told>> {
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
