//! Where a person comes from, put together from the columns and headings of a list.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::capitals::in_small_letters;
use super::marks::{is_body, is_commune, is_hamlet, is_unit};
use super::values::roman;
use crate::lexicon::{Beginnings, Kind, Use, unit_words};
use crate::vietnamese::fold::fold;
use crate::vietnamese::number::sentence_case;

/// What a list says of a person's place, part by part; all clean text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct UnitParts {
    /// Đơn vị.
    pub unit: Option<String>,
    /// Thôn, khu dân cư.
    pub hamlet: Option<String>,
    /// Xã, phường.
    pub commune: Option<String>,
    /// A heading of which we know only that it is one: a unit where nothing else says any.
    pub vague: Option<String>,
}

/// The unit as it will be printed and the unit under which lists group it:
/// "Thôn Trung Đàn, xã Tam Đại" and "Xã Tam Đại".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Printed {
    pub unit: Option<String>,
    pub group: Option<String>,
}

/// Units put together before: lists say the same few again and again.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// What the group heading said when these were put together.
    heading: UnitParts,
    /// By the parts as written and the columns they stand in.
    known: HashMap<(UnitParts, [u32; 2]), Printed>,
}

impl Units {
    /// What a place is printed as under a heading; `whole` adds to its parts what only
    /// their columns say, and is asked when the place has not been met yet.
    pub(super) fn printed(
        &mut self,
        heading: &UnitParts,
        (place, columns): (UnitParts, [u32; 2]),
        whole: impl FnOnce(UnitParts) -> UnitParts,
    ) -> Printed {
        if self.heading != *heading {
            self.known.clear();
            self.heading = heading.clone();
        }
        let written = (place, columns);
        if let Some(printed) = self.known.get(&written) {
            return printed.clone();
        }
        let printed = whole(written.0.clone()).printed(heading);
        let printed = Printed {
            unit: printed.unit.map(in_ordinary_letters),
            group: printed.group.map(in_ordinary_letters),
        };
        self.known.insert(written, printed.clone());
        printed
    }
}

impl UnitParts {
    /// Puts the parts together; `heading` is what the group heading above says.
    pub(super) fn printed(self, heading: &Self) -> Printed {
        let commune = self.commune.clone().or_else(|| heading.commune.clone());
        match (self.unit, self.hamlet) {
            (None, None) if self.commune.is_none() && heading.unit.is_none() && heading.hamlet.is_none() => {
                match &heading.vague {
                    Some(vague) => within(vague.clone(), commune),
                    None => without_columns(None, heading),
                }
            }
            (None, None) => without_columns(self.commune, heading),
            // A hamlet lies in no body: "BAN CÔNG TÁC MẶT TRẬN ẤP" says who its people are.
            (None, Some(hamlet)) => {
                let place = heading.unit.clone().filter(|unit| !is_unit(unit));
                within(hamlet, commune.or(place))
            }
            // "Đơn vị" often holds the commune, with the residential area beside it.
            (Some(unit), Some(hamlet)) if is_commune(&unit) || commune.is_none() => {
                within(hamlet, Some(unit))
            }
            (Some(unit), Some(hamlet)) => within(joined(&hamlet, &unit), commune),
            (Some(unit), None) if is_hamlet(&unit) || self.commune.is_some() => within(unit, commune),
            (Some(unit), None) => beside(unit, commune),
        }
    }
}

/// "Thôn Lạc Long, xã Xuân Phú" of "THÔN LẠC LONG, XÃ XUÂN PHÚ": the names of places written all in
/// capitals are put in ordinary letters. Those of bodies stay: which of their words are names is not
/// known ("UBMTTQ XÃ").
pub(super) fn in_ordinary_letters(unit: String) -> String {
    if !unit.split(',').any(|part| is_loud(part.trim())) {
        return unit;
    }
    let parts = unit.split(',').map(str::trim).enumerate().map(|(at, part)| {
        let part = if is_loud(part) { spelled(part) } else { part.to_owned() };
        if at > 0 { in_sentence(&part) } else { part }
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// "Tổ dân phố Hòa Nam" of "TỔ DÂN PHỐ HÒA NAM"; "3A" and "IV" stay.
fn spelled(place: &str) -> String {
    static KINDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let kinds = [Kind::Commune, Kind::Hamlet];
        unit_words(Use::List).filter(|word| kinds.contains(&word.kind)).map(|word| word.word).collect()
    });
    let lower = place.to_lowercase();
    let Some(rest) = KINDS.after(&lower).find(|rest| rest.starts_with(' ')) else { return place.to_owned() };
    let kind = &lower[..lower.len() - rest.len()];
    let name = place.split(' ').skip(kind.split(' ').count()).map(|word| {
        let stays =
            word.contains(|letter: char| letter.is_ascii_digit()) || roman(&word.to_lowercase()).is_some();
        match in_small_letters(word).filter(|_| !stays) {
            Some(small) => small,
            None => word.to_owned(),
        }
    });
    format!("{} {}", sentence_case(kind), name.collect::<Vec<_>>().join(" "))
}

/// A place whose kind and name are all capitals: "XÃ TAM ĐẠI", "xã TAM ĐẠI", and not "Tổ 5A".
fn is_loud(part: &str) -> bool {
    let is_place = is_commune(part) || is_hamlet(part);
    let letters = part.split(' ').skip(1).flat_map(str::chars).filter(|letter| letter.is_alphabetic());
    let (mut all, mut small) = (0, 0);
    for letter in letters {
        all += 1;
        small += usize::from(letter.is_lowercase());
    }
    is_place && all > 2 && small == 0
}

/// A unit in the letters in which the registry knows its places: "THON LAC LONG, xa Xuan Phu" of a list
/// without marks. Places that are written with marks and not in capitals stay as they are.
pub(super) fn as_known(unit: &str, known: &HashMap<String, Option<String>>) -> Option<String> {
    let mut any = false;
    let parts = unit.split(',').map(str::trim).enumerate().map(|(at, part)| {
        let is_worse = part.is_ascii() || !part.contains(char::is_lowercase);
        match known.get(&fold(part)).and_then(Option::as_ref).filter(|name| is_worse && *name != part) {
            Some(name) => {
                any = true;
                if at > 0 { in_sentence(name) } else { name.clone() }
            }
            None => part.to_owned(),
        }
    });
    let whole = parts.collect::<Vec<_>>().join(", ");
    any.then_some(whole)
}

/// Nothing but headings, or a commune column, says where the person comes from.
fn without_columns(commune: Option<String>, heading: &UnitParts) -> Printed {
    let own_commune = commune.is_some();
    let commune = commune.or_else(|| heading.commune.clone());
    match (&heading.unit, &heading.hamlet) {
        (_, Some(hamlet)) if !own_commune => within(hamlet.clone(), commune),
        (Some(unit), None) if !own_commune => beside(unit.clone(), commune),
        _ => Printed { unit: commune, group: None },
    }
}

/// A unit that lies in another, which is said in its text.
fn within(unit: String, outer: Option<String>) -> Printed {
    match outer {
        Some(outer) if fold(&outer) == fold(&unit) => Printed { unit: Some(unit), group: None },
        // "thôn 4, xã Quỳnh Lưu" in the letter of another commune.
        Some(outer) if is_commune(&outer) && said_behind_comma(&unit).is_some() => {
            Printed { group: said_behind_comma(&unit), unit: Some(unit) }
        }
        Some(outer) => Printed { unit: Some(joined(&unit, &outer)), group: Some(sentence_case(&outer)) },
        None => Printed { group: said_behind_comma(&unit), unit: Some(unit) },
    }
}

/// A unit whose text stays as it is, under the heading of a commune.
fn beside(unit: String, commune: Option<String>) -> Printed {
    let group = commune.filter(|commune| fold(commune) != fold(&unit)).map(|commune| sentence_case(&commune));
    Printed { group: group.or_else(|| said_behind_comma(&unit)), unit: Some(unit) }
}

/// "Xã Tam Đại" from "Thôn Trung Đàn, xã Tam Đại".
fn said_behind_comma(unit: &str) -> Option<String> {
    let (_, tail) = unit.rsplit_once(',')?;
    is_commune(tail.trim()).then(|| sentence_case(tail.trim()))
}

/// "Thôn Trung Đàn, xã Tam Đại", unless the first already says the second.
fn joined(inner: &str, outer: &str) -> String {
    if fold(inner).contains(&fold(outer)) {
        inner.to_owned()
    } else {
        format!("{inner}, {}", in_sentence(outer))
    }
}

/// "xã Tam Đại" as it stands inside a line: the kind in a small letter, the name untouched.
fn in_sentence(unit: &str) -> String {
    let kind = unit.split(' ').next().unwrap_or_default();
    let shouted = kind.chars().nth(1).is_some_and(char::is_uppercase);
    if shouted || !(is_commune(unit) || is_hamlet(unit)) {
        return unit.to_owned();
    }
    let mut letters = unit.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// A value with the word for its kind, when the heading says it and the value does
/// not: "Trung Đàn" under "Thôn"; "5" under "Khu dân cư" becomes "Khu dân cư 5".
pub(super) fn with_kind(value: String, kind: Option<&str>, heading: &str) -> String {
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    // What is no place at all has a kind of its own: "UBMTTQ xã" under "Thôn".
    let says_kind = is_commune(&value) || is_hamlet(&value) || is_body(&value);
    match kind {
        Some(kind) if !says_kind => format!("{kind} {value}"),
        None if is_number => format!("{} {value}", sentence_case(&heading.to_lowercase())),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(unit: &str, hamlet: &str, commune: &str) -> UnitParts {
        let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        UnitParts { unit: part(unit), hamlet: part(hamlet), commune: part(commune), vague: None }
    }

    #[test]
    fn units_are_put_together_from_columns_and_headings() {
        let none = ("", "", "");
        let under_commune = ("", "", "Xã Tam Đại");
        for (columns, heading, unit, group) in [
            (("", "Thôn Trung Đàn", "Xã Tam Đại"), none, "Thôn Trung Đàn, xã Tam Đại", "Xã Tam Đại"),
            (("", "Thôn Trung Đàn", "Tam Đại"), none, "Thôn Trung Đàn, Tam Đại", "Tam Đại"),
            (("xã Tam Đại", "Thôn Trung Đàn", ""), none, "Thôn Trung Đàn, xã Tam Đại", "Xã Tam Đại"),
            (("Hội Nông dân", "", "Xã Tam Đại"), none, "Hội Nông dân, xã Tam Đại", "Xã Tam Đại"),
            (("UBMTTQ xã Tam Đại", "", "Xã Tam Đại"), none, "UBMTTQ xã Tam Đại", "Xã Tam Đại"),
            (("Thôn Trung Đàn, xã Tam Đại", "", ""), none, "Thôn Trung Đàn, xã Tam Đại", "Xã Tam Đại"),
            (("UBMTTQ huyện", "", ""), none, "UBMTTQ huyện", ""),
            (("", "", "Xã Tam Đại"), none, "Xã Tam Đại", ""),
            (("", "", ""), under_commune, "Xã Tam Đại", ""),
            (("", "Trung Đàn", ""), under_commune, "Trung Đàn, xã Tam Đại", "Xã Tam Đại"),
            (("Thôn Trung Đàn", "", ""), under_commune, "Thôn Trung Đàn, xã Tam Đại", "Xã Tam Đại"),
            (("Hội Nông dân", "", ""), under_commune, "Hội Nông dân", "Xã Tam Đại"),
            (("Xã Tam Đại", "", ""), under_commune, "Xã Tam Đại", ""),
            (("", "", ""), ("", "Thôn Trung Đàn", "XÃ TAM ĐẠI"), "Thôn Trung Đàn, XÃ TAM ĐẠI", "XÃ TAM ĐẠI"),
            (("", "", ""), ("Hội Nông dân huyện", "", ""), "Hội Nông dân huyện", ""),
            (("", "", "Xã A"), ("", "Thôn 1", "Xã B"), "Xã A", ""),
            (("", "Ấp 1A", ""), ("BAN CÔNG TÁC MẶT TRẬN ẤP", "", ""), "Ấp 1A", ""),
            (("", "Thôn 1", ""), ("Tam Đại", "", ""), "Thôn 1, Tam Đại", "Tam Đại"),
        ] {
            let printed =
                place(columns.0, columns.1, columns.2).printed(&place(heading.0, heading.1, heading.2));
            let printed = (printed.unit.unwrap_or_default(), printed.group.unwrap_or_default());
            assert_eq!(printed, (unit.to_owned(), group.to_owned()), "{columns:?} under {heading:?}");
        }
    }

    #[test]
    fn places_in_capitals_are_put_in_ordinary_letters() {
        for (written, ordinary) in [
            ("THÔN LẠC LONG, XÃ XUÂN PHÚ", "Thôn Lạc Long, xã Xuân Phú"),
            ("Thôn Lạc Long, XÃ XUÂN PHÚ", "Thôn Lạc Long, xã Xuân Phú"),
            ("TỔ DÂN PHỐ HÒA NAM", "Tổ dân phố Hòa Nam"),
            ("THÔN 3A", "THÔN 3A"),
            ("Thôn IV", "Thôn IV"),
            ("UBMTTQ XÃ XUÂN PHÚ", "UBMTTQ XÃ XUÂN PHÚ"),
            ("Thôn Lạc Long", "Thôn Lạc Long"),
        ] {
            assert_eq!(in_ordinary_letters(written.to_owned()), ordinary);
        }
    }

    #[test]
    fn a_bare_value_takes_the_kind_its_heading_says() {
        assert_eq!(with_kind("Trung Đàn".into(), Some("Thôn"), "Thôn"), "Thôn Trung Đàn");
        assert_eq!(with_kind("Tổ 3".into(), Some("Thôn"), "Thôn"), "Tổ 3");
        assert_eq!(with_kind("UBMTTQ xã Tam Đại".into(), Some("Ấp"), "Ấp"), "UBMTTQ xã Tam Đại");
        assert_eq!(with_kind("5".into(), None, "KHU DÂN CƯ"), "Khu dân cư 5");
        assert_eq!(with_kind("Trung Đàn".into(), None, "Khu dân cư"), "Trung Đàn");
    }
}
