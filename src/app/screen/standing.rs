//! Rows keep the places at which they stand while what they say is edited: a row that jumped away as soon as its name
//! was typed would leave another under the pointer. They stand in their order again when the list is opened, sorted or
//! searched anew, or when rows come or go.

use std::collections::HashMap;
use std::hash::Hash;

/// Where rows of a list that came anew stand, in the order in which they stood `before`, by their places among `now`;
/// `None` where they are not the same ones.
pub fn standing<Row: Copy + Eq + Hash>(
    before: &[Row],
    now: impl ExactSizeIterator<Item = Row>,
) -> Option<Vec<usize>> {
    if before.len() != now.len() {
        return None;
    }
    let places: HashMap<Row, usize> = now.enumerate().map(|(place, row)| (row, place)).collect();
    before.iter().map(|row| places.get(row).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::standing;

    #[test]
    fn the_same_rows_stand_as_they_stood_and_others_in_their_order() {
        assert_eq!(standing(&["b", "a", "c"], ["a", "b", "c"].into_iter()), Some(vec![1, 0, 2]));
        assert_eq!(standing(&["b", "a"], ["a", "b", "c"].into_iter()), None);
        assert_eq!(standing(&["b", "a", "d"], ["a", "b", "c"].into_iter()), None);
    }
}
