//! What becomes of a known person when a list says something of it.

use super::worse_letters::{Of, says_no_better};
use crate::domain::date::FuzzyDate;
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold::fold;

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

/// A list in worse letters, such as capitals, does not change how a person's name is written.
fn name(known: &str, list: &str) -> String {
    if says_no_better(known, list, Of::Name) { known.to_owned() } else { list.to_owned() }
}

fn text(known: Option<&str>, list: Option<&str>) -> Option<String> {
    match (known, list) {
        (Some(known), Some(list)) if says_no_better(known, list, Of::Text) => Some(known.to_owned()),
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
    let says_less =
        old.contains(',') && old.split(',').any(|part| says_no_better(part.trim(), new, Of::Text));
    if says_less || says_no_better(old, new, Of::Text) {
        return as_known();
    }
    let group = match fold(old) == fold(new) {
        true => text(known.unit_group.as_deref(), list.unit_group.as_deref()),
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
            person("lê thị bé", "1969", "thôn 1, xã a", "0912345678"),
            person("Le Thi Be", "", "Thon 1", ""),
            person("LE THI BE", "1969", "Thon 1, xa A", ""),
            person("L? Th? B?", "1969", "Th?n 1, x? A", ""),
            person("L\u{fffd} Th\u{fffd} Bé", "1969", "THÔN 1", ""),
        ] {
            assert_eq!(updated(&known, &list), known, "{list:?}");
        }
    }

    #[test]
    fn what_the_list_says_better_is_taken() {
        let known = person("LÊ THỊ BÉ", "1969", "Thôn 1", "");
        let list = person("Lê Thị Bé", "1969-05-02", "Thôn 1, xã A", "0912345678");
        assert_eq!(updated(&known, &list), list);
        for known in [
            person("le thi be", "1969", "thon 1, xa A", ""),
            person("L? Th? B?", "1969", "Th?n 1, x? A", ""),
            person("lê thị bé", "", "THÔN 1, XÃ A", ""),
        ] {
            assert_eq!(updated(&known, &list), list, "{known:?}");
        }
        // Another place or name is said, though in capitals.
        let moved = person("Lê Thị Bé", "1969-05-02", "THÔN 2, XÃ A", "0912345678");
        assert_eq!(updated(&list, &moved), moved);
    }

    #[test]
    fn worse_letters_change_no_field_of_text() {
        let with = |position: &str, note: &str, group: &str| PersonDetails {
            position: Some(position.to_owned()),
            note: Some(note.to_owned()),
            unit_group: Some(group.to_owned()),
            ..person("Lê Thị Bé", "1969", "Thôn 1, xã Tam Đại", "")
        };
        let known = with("Trưởng ban CTMT", "Đi thay", "Xã Tam Đại");
        for list in [
            with("TRƯỞNG BAN CTMT", "đi thay", "XÃ TAM ĐẠI"),
            with("truong ban CTMT", "Di thay", "Xa Tam Dai"),
            with("Tr??ng ban CTMT", "?i thay", "Xã Tam Đ?i"),
        ] {
            assert_eq!(updated(&known, &list), known, "{list:?}");
        }
        let list = with("Phó ban CTMT", "Đi thay", "Xã Tam Đại");
        assert_eq!(updated(&known, &list), list);
    }
}
