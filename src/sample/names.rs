//! Names as people of a region bear them.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::random::Random;
use crate::domain::person::Gender;

/// Born before this year, people bear names of the older fashion.
const YOUNGER_FROM: i16 = 1972;

/// The lists of `names.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameLists {
    regions: BTreeMap<String, Region>,
    /// Long names and rare letters, which papers must print too.
    pub rare: Vec<RareName>,
    /// Names of real people, never given to an invented one.
    avoid: HashSet<String>,
}

/// Names of one part of the country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    families: Vec<(String, u32)>,
    men: Fashion,
    women: Fashion,
}

/// Names of one sex.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fashion {
    /// Middle names; the empty one stands for none.
    middle: Vec<(String, u32)>,
    older: Vec<String>,
    younger: Vec<String>,
}

/// A whole name that is hard to print.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RareName {
    /// The full name.
    pub name: String,
    /// Of a man or a woman.
    pub gender: Gender,
}

impl NameLists {
    /// A full name for someone of that region, sex and year of birth; `None` when
    /// the lists know no such region or a list is empty.
    pub fn draw(&self, region: &str, gender: Gender, born: i16, random: &mut Random) -> Option<String> {
        let region = self.regions.get(region)?;
        let fashion = match gender {
            Gender::Male => &region.men,
            Gender::Female => &region.women,
        };
        let given = if born < YOUNGER_FROM { &fashion.older } else { &fashion.younger };
        // A handful of draws at most is unfit; the bound is for lists that are all unfit.
        (0..1000).find_map(|_| {
            let family = random.pick_weighted(&region.families)?;
            let middle = random.pick_weighted(&fashion.middle)?;
            let given = random.pick(given)?;
            let words: Vec<&str> =
                [family, middle, given].into_iter().flat_map(str::split_whitespace).collect();
            let name = words.join(" ");
            let distinct: HashSet<&str> = words.iter().copied().collect();
            (distinct.len() == words.len() && !self.avoid.contains(&name)).then_some(name)
        })
    }
}
