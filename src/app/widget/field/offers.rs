//! What a field offers while one types.

use crate::vietnamese::fold::fold;

/// Suggestions offered at once.
const OFFERED: usize = 8;

/// Suggestions, and their keys to find them without diacritics.
pub(super) struct Offers {
    texts: Vec<String>,
    keys: Vec<String>,
}

impl Offers {
    pub(super) fn new(texts: Vec<String>) -> Self {
        let keys = texts.iter().map(|one| fold(one)).collect();
        Self { texts, keys }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Those that match what is typed: those that begin with it first.
    pub(super) fn matching(&self, typed: &str) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let key = fold(typed);
        let rank = |at: &usize| match self.keys[*at].find(&key) {
            Some(0) => Some(0),
            Some(_) => Some(1),
            None => None,
        };
        let mut found: Vec<usize> = (0..self.keys.len()).filter(|at| rank(at).is_some()).collect();
        found.sort_by_key(rank);
        found.truncate(OFFERED);
        // Nothing to offer to someone who has typed exactly that.
        if found.len() == 1 && self.texts[found[0]] == typed {
            return Vec::new();
        }
        found.into_iter().map(|at| self.texts[at].clone()).collect()
    }
}
