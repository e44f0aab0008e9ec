//! What the fields of a delegate offer and know from the rest of the list.

use crate::domain::dossier::Dossier;
use crate::domain::person_field::PersonField;

/// The units of the list, each with the one it stands under.
pub fn known_units(dossier: &Dossier) -> impl Iterator<Item = (&str, Option<&str>)> {
    let details = dossier.delegates.iter().map(|one| &one.details);
    details.filter_map(|one| Some((one.unit.as_deref()?, one.unit_group.as_deref())))
}

/// What is offered while typing a position or a unit: the most frequent first.
pub fn suggestions(dossier: &Dossier, what: PersonField) -> Vec<String> {
    let mut counted: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for one in &dossier.delegates {
        let details = &one.details;
        for text in
            [Some(what.text(details)), details.unit_group.as_deref().filter(|_| what == PersonField::Unit)]
        {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                *counted.entry(text).or_default() += 1;
            }
        }
    }
    let mut all: Vec<(&str, usize)> = counted.into_iter().collect();
    all.sort_by_key(|(text, count)| (std::cmp::Reverse(*count), *text));
    all.into_iter().take(MOST_SUGGESTIONS).map(|(text, _)| text.to_owned()).collect()
}

/// More than one list has of positions or communes.
const MOST_SUGGESTIONS: usize = 500;
