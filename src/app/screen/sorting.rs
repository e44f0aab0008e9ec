//! By which column the rows of a table stand, where they come in an order of their own: a press on a head sorts by
//! it, another from the end, a third gives the order back in which they came.

use super::columns::Columns;
use crate::app::widget::table::Sorted;

/// The column, by its key on the screen, and whether from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting<K>(Option<(K, bool)>);

impl<K> Default for Sorting<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: Copy + PartialEq + 'static> Sorting<K> {
    /// The head of a column was pressed.
    pub fn press(&mut self, key: K) {
        self.0 = match self.0 {
            Some((by, false)) if by == key => Some((key, true)),
            Some((by, true)) if by == key => None,
            _ => Some((key, false)),
        };
    }

    /// Puts rows, which are given by their places, in order by what stands in the column, told as text that compares
    /// like it. Those in which nothing stands come last, from either end.
    pub fn arrange(&self, places: &mut [usize], rank: impl Fn(usize, K) -> String) {
        let Some((key, descending)) = self.0 else { return };
        places.sort_by_cached_key(|place| {
            let rank = rank(*place, key);
            (rank.is_empty(), rank)
        });
        if descending {
            let filled = places.partition_point(|place| !rank(*place, key).is_empty());
            places[..filled].reverse();
        }
    }

    /// As the head of a table shows it.
    pub fn shown(&self, columns: &Columns<K>) -> Sorted {
        match self.0 {
            Some((key, descending)) => columns.sorted(key, descending),
            None => Sorted { column: usize::MAX, descending: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_sorts_then_turns_round_then_gives_the_order_back() {
        let words = ["b", "", "c", "a"];
        let mut sorting = Sorting::default();
        let mut orders = Vec::new();
        for _ in 0..3 {
            sorting.press(());
            let mut places: Vec<usize> = (0..words.len()).collect();
            sorting.arrange(&mut places, |place, ()| words[place].to_owned());
            orders.push(places.into_iter().map(|place| words[place]).collect::<Vec<_>>());
        }
        assert_eq!(orders, [["a", "b", "c", ""], ["c", "b", "a", ""], ["b", "", "c", "a"]]);
    }
}
