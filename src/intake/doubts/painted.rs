//! Whose rows have the colour that a note means.

use std::collections::{HashMap, HashSet};

use super::super::grid::Grid;
use super::super::rows::Found;
use super::super::tint::{Hue, Painted};
use super::super::withdrawals::says_absence;
use super::notes::{Note, Place};

/// Of so many people every second row is told from one or two.
const MANY: usize = 6;

/// The rows of people by their colours, of a sheet.
#[derive(Default)]
pub(super) struct Colours {
    by_hue: HashMap<Hue, HashSet<u32>>,
    /// Those with a ground, where that tells them from others.
    grounds: Option<HashSet<u32>>,
}

impl Colours {
    /// Those of a sheet.
    pub fn of(grid: &Grid, found: &Found) -> Self {
        if grid.tints.is_empty() {
            return Self::default();
        }
        let people: HashSet<u32> = found.people.iter().map(|row| row.row).collect();
        let mut by_hue = HashMap::<Hue, HashSet<u32>>::new();
        let mut grounds = HashSet::new();
        for (row, tint) in grid.tints.iter().filter(|(row, _)| people.contains(row)) {
            by_hue.entry(tint.hue).or_default().insert(*row);
            if tint.of == Painted::Ground {
                grounds.insert(*row);
            }
        }
        // A note that names a colour means it, also where few people have it by turns.
        by_hue.retain(|_, rows| found.people.len() < MANY || turns(rows, found) < 1.0);
        let leads_the_eye = turns(&grounds, found) >= 0.8;
        let tells = !grounds.is_empty() && grounds.len() < people.len() && !leads_the_eye;
        Self { by_hue, grounds: Some(grounds).filter(|_| tells) }
    }

    /// The colours that a note means: "Vàng: xin rút, xanh: đã xác nhận" means yellow.
    pub fn meant(note: &Note) -> Vec<Hue> {
        let clauses = note.text.split([',', ';', '.']).filter(|clause| says_absence(clause));
        let hues: Vec<Hue> = clauses.flat_map(Hue::said_in).collect();
        if hues.is_empty() { Hue::said_in(&note.text) } else { hues }
    }

    /// The rows of people in one of these colours.
    pub fn in_hues(&self, hues: &[Hue]) -> HashSet<u32> {
        hues.iter().filter_map(|hue| self.by_hue.get(hue)).flatten().copied().collect()
    }

    /// The rows of people whose colour a note means: the one it names, or, in a line among the people, any ground
    /// that some have and others have not.
    pub fn rows(&self, note: &Note, hues: &[Hue]) -> Option<HashSet<u32>> {
        let named = self.in_hues(hues);
        if !named.is_empty() {
            return Some(named);
        }
        self.grounds.clone().filter(|_| note.stands == Place::Line)
    }
}

/// How often of all times one row is among these and the next is not, or the other way round: where it is so nearly
/// always, the colour only leads the eye.
fn turns(rows: &HashSet<u32>, found: &Found) -> f64 {
    let own: Vec<bool> = found.people.iter().map(|row| rows.contains(&row.row)).collect();
    let changes = own.windows(2).filter(|pair| pair[0] != pair[1]).count();
    changes as f64 / own.len().saturating_sub(1).max(1) as f64
}
