//! Alphabetical order of Vietnamese personal names.

/// Which part of a name decides after the given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOrder {
    /// Given name, then family and middle names from the left.
    GivenFamilyMiddle,
    /// Given name, then middle names, then the family name.
    GivenMiddleFamily,
}

/// A key whose byte order is the order of a Vietnamese name list.
pub fn sort_key(full_name: &str, _order: NameOrder) -> String {
    full_name.to_lowercase()
}
