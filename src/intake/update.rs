//! What becomes of a known person when a list says something of it.

use crate::domain::date::FuzzyDate;
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::name::is_all_capitals;

/// The known person with what the list says over it. What the list leaves out,
/// says less exactly or only writes differently stays as it is known.
pub(super) fn updated(known: &PersonDetails, list: &PersonDetails) -> PersonDetails {
    let (unit, unit_group) = unit(known, list);
    let mut updated = PersonDetails {
        full_name: name(&known.full_name, &list.full_name),
        gender: list.gender.or(known.gender),
        birth: birth(known.birth, list.birth),
        position: text(known.position.as_deref(), list.position.as_deref()),
        unit,
        unit_group,
        ..PersonDetails::default()
    };
    for (field, line) in PersonField::lines() {
        let (known, list) = (line.of(known).as_deref(), line.of(list).as_deref());
        *line.of_mut(&mut updated) = match field {
            PersonField::Phone => phone(known, list),
            _ => text(known, list),
        };
    }
    updated
}

/// A list all in capitals does not change how a person's name is written.
fn name(known: &str, list: &str) -> String {
    if is_all_capitals(list) && !is_all_capitals(known) { known.to_owned() } else { list.to_owned() }
}

fn text(known: Option<&str>, list: Option<&str>) -> Option<String> {
    match (known, list) {
        (Some(known), Some(list)) if is_all_capitals(list) && compare_key(known) == compare_key(list) => {
            Some(known.to_owned())
        }
        _ => list.or(known).map(str::to_owned),
    }
}

/// A year says less than a date in that year.
fn birth(known: Option<FuzzyDate>, list: Option<FuzzyDate>) -> Option<FuzzyDate> {
    match (known, list) {
        (Some(known), Some(list)) if known.year() == list.year() && list.month().is_none() => Some(known),
        _ => list.or(known),
    }
}

/// "Thôn 1" says less than "Thôn 1, xã A".
fn unit(known: &PersonDetails, list: &PersonDetails) -> (Option<String>, Option<String>) {
    let as_known = || (known.unit.clone(), known.unit_group.clone());
    let (Some(old), Some(new)) = (known.unit.as_deref(), list.unit.as_deref()) else {
        return if list.unit.is_none() { as_known() } else { (list.unit.clone(), list.unit_group.clone()) };
    };
    let (old_key, new_key) = (compare_key(old), compare_key(new));
    let says_less = old_key.contains(',') && old_key.split(',').any(|part| part.trim() == new_key);
    if says_less || (is_all_capitals(new) && old_key == new_key) {
        return as_known();
    }
    let group = match old_key == new_key {
        true => list.unit_group.clone().or_else(|| known.unit_group.clone()),
        false => list.unit_group.clone(),
    };
    (list.unit.clone(), group)
}

/// Spaces and dots do not make another number.
fn phone(known: Option<&str>, list: Option<&str>) -> Option<String> {
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    match (known, list) {
        (Some(known), Some(list)) if digits(known) == digits(list) => Some(known.to_owned()),
        _ => list.or(known).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, birth: &str, unit: &str, phone: &str) -> PersonDetails {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        PersonDetails {
            full_name: name.to_owned(),
            birth: (!birth.is_empty()).then(|| birth.parse().expect("a date")),
            unit: some(unit),
            phone: some(phone),
            ..PersonDetails::default()
        }
    }

    #[test]
    fn silence_and_less_exact_words_erase_nothing() {
        let known = person("Lê Thị Bé", "1969-05-02", "Thôn 1, xã A", "0912 345 678");
        for list in [
            person("Lê Thị Bé", "", "", ""),
            person("LÊ THỊ BÉ", "1969", "Thôn 1", "0912345678"),
            person("Lê Thị Bé", "1969", "THÔN 1, XÃ A", "0912.345.678"),
        ] {
            assert_eq!(updated(&known, &list), known, "{list:?}");
        }
    }

    #[test]
    fn what_the_list_says_better_is_taken() {
        let known = person("LÊ THỊ BÉ", "1969", "Thôn 1", "");
        let list = person("Lê Thị Bé", "1969-05-02", "Thôn 1, xã A", "0912345678");
        assert_eq!(updated(&known, &list), list);
    }
}
