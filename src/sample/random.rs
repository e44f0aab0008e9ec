//! A small source of numbers that look random and are always the same.

/// SplitMix64: enough to mix names, not for anything secret.
pub struct Random {
    state: u64,
}

impl Random {
    /// The sequence that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        // The high half scaled to the range: it is smaller than `end`, so it fits.
        let scaled = ((self.next() >> 32) * u64::from(end)) >> 32;
        u32::try_from(scaled).unwrap_or(0)
    }

    /// A number from `first` to `last`, both possible.
    pub fn between(&mut self, first: i16, last: i16) -> i16 {
        let width = u32::try_from(i32::from(last) - i32::from(first) + 1).unwrap_or(1);
        let step = self.below(width);
        first.saturating_add(i16::try_from(step).unwrap_or(0))
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// Any of `items`; `None` when there is none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let end = u32::try_from(items.len()).unwrap_or(u32::MAX);
        items.get(self.below(end) as usize)
    }

    /// Any of `items`, each as often as its weight says; `None` when all weigh nothing.
    pub fn pick_weighted<'a>(&mut self, items: &'a [(String, u32)]) -> Option<&'a str> {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in items {
            if left < *weight {
                return Some(item);
            }
            left -= weight;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let draw = |seed| {
            let mut random = Random::new(seed);
            (0..20).map(|_| random.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn numbers_stay_in_their_range_and_reach_its_ends() {
        let mut random = Random::new(1);
        let drawn: Vec<i16> = (0..500).map(|_| random.between(-2, 2)).collect();
        assert_eq!(drawn.iter().min(), Some(&-2));
        assert_eq!(drawn.iter().max(), Some(&2));
        assert_eq!(random.below(0), 0);
        assert_eq!(random.pick::<u8>(&[]), None);
    }

    #[test]
    fn what_weighs_nothing_is_never_picked() {
        let mut random = Random::new(1);
        let items = [("never".to_owned(), 0), ("rarely".to_owned(), 1), ("often".to_owned(), 9)];
        let picked: Vec<&str> = (0..500).filter_map(|_| random.pick_weighted(&items)).collect();
        assert_eq!(picked.len(), 500);
        assert!(!picked.contains(&"never"));
        let often = picked.iter().filter(|one| **one == "often").count();
        assert!((400..500).contains(&often), "{often}");
    }
}
