//! Where delegates come from: the lowest units of a session's unit tree.

use crate::domain::unit::{UnitDetails, UnitKind};

/// A residential area or a body that sends delegates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its own name: "Thôn Trung Đàn", "UBMTTQ xã Tam Đại".
    pub name: String,
    /// Its name as a list prints it: "Thôn Trung Đàn, xã Tam Đại".
    pub printed: String,
    /// The unit that heads it in lists: its commune, else the unit at the root.
    pub group: String,
}

/// The places of a unit tree, in its order.
pub fn places(units: &[UnitDetails]) -> Vec<Origin> {
    let mut found = Vec::new();
    for root in units {
        collect(root, &root.name, &mut found);
    }
    found
}

fn collect(unit: &UnitDetails, group: &str, found: &mut Vec<Origin>) {
    match unit.kind {
        UnitKind::Body => {
            found.push(Origin {
                name: unit.name.clone(),
                printed: unit.name.clone(),
                group: group.to_owned(),
            });
        }
        UnitKind::ResidentialArea => {
            found.push(Origin {
                name: unit.name.clone(),
                printed: format!("{}, {}", unit.name, inside_a_sentence(group)),
                group: group.to_owned(),
            });
        }
        UnitKind::Commune => unit.children.iter().for_each(|child| collect(child, &unit.name, found)),
        _ => unit.children.iter().for_each(|child| collect(child, group, found)),
    }
}

/// "xã Tam Đại" for "Xã Tam Đại".
fn inside_a_sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str, kind: UnitKind, children: Vec<UnitDetails>) -> UnitDetails {
        UnitDetails { name: name.to_owned(), kind, code: None, valid_from: None, valid_to: None, children }
    }

    #[test]
    fn an_area_prints_its_commune_and_a_body_stands_alone() {
        let tree = unit(
            "Huyện Phú Ninh",
            UnitKind::District,
            vec![
                unit("UBMTTQ huyện Phú Ninh", UnitKind::Body, vec![]),
                unit(
                    "Xã Tam Đại",
                    UnitKind::Commune,
                    vec![
                        unit("UBMTTQ xã Tam Đại", UnitKind::Body, vec![]),
                        unit("Thôn Đông Tây", UnitKind::ResidentialArea, vec![]),
                    ],
                ),
            ],
        );
        let places = places(&[tree]);
        let shown: Vec<(&str, &str)> =
            places.iter().map(|place| (place.printed.as_str(), place.group.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("UBMTTQ huyện Phú Ninh", "Huyện Phú Ninh"),
                ("UBMTTQ xã Tam Đại", "Xã Tam Đại"),
                ("Thôn Đông Tây, xã Tam Đại", "Xã Tam Đại"),
            ]
        );
    }
}
