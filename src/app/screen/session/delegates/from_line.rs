//! Who stands in a line that did not come in with its list, as far as can be told.

use super::edit::known_units;
use crate::domain::dossier::Dossier;
use crate::domain::list::KeptLine;
use crate::domain::person::{PersonDetails, group_of};
use crate::domain::reading;

/// More words than a name has.
const MOST_WORDS: usize = 6;

/// What was read of them; where nothing was, the first cell that looks like a name.
pub(super) fn person(line: &KeptLine, dossier: &Dossier) -> PersonDetails {
    let mut person = line.person.clone().unwrap_or_default();
    if person.full_name.is_empty() {
        person.full_name =
            line.text.split(" | ").find(|cell| is_like_a_name(cell)).unwrap_or_default().to_owned();
    }
    if let Some(unit) = &person.unit
        && person.unit_group.is_none()
    {
        person.unit_group = group_of(unit, known_units(dossier));
    }
    person
}

fn is_like_a_name(cell: &str) -> bool {
    let words = cell.split_whitespace().count();
    (2..=MOST_WORDS).contains(&words)
        && cell.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && reading::name(cell).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_like_a_name;

    #[test]
    fn a_name_is_found_among_cells() {
        for (cell, is_name) in [
            ("Nguyễn Thị Ánh", true),
            ("H'Hen Niê", true),
            ("NGUYỄN VĂN BÌNH", true),
            ("3", false),
            ("Trưởng thôn", false),
            ("0905 123 456", false),
            ("Nam", false),
        ] {
            assert_eq!(is_like_a_name(cell), is_name, "{cell}");
        }
    }
}
