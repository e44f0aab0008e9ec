//! Where the lines of a text break so that they look best together.

use super::line::Word;
use crate::paper::line_breaking::Bond;

/// The most a word space is narrowed in a justified line, in thousandths of the size: a sixth of it.
const MOST_NARROWED: i32 = 40;

/// By how much a stretched word space counts as one: half its width, in thousandths.
const STRETCH: f32 = 125.0;

/// What parting a compound costs in running text: as much as spaces stretched by about so many times
/// [`STRETCH`], squared.
const LOOSE: f32 = 5.0;

/// What breaking the symbol of a document behind a hyphen costs.
const SYMBOL: f32 = 60.0;

/// What parting costs that is not to be.
const FIRM: f32 = 1000.0;

/// What one more line costs.
const LINE: f32 = 2.0;

/// A last line shorter than this part of a full one is a scrap.
const SCRAP: f32 = 0.1;

/// Texts of more words are broken line by line.
const MOST_WORDS: usize = 1500;

/// The natural width of a line of words, and how many spaces it has.
#[derive(Default, Clone, Copy)]
struct Set {
    units: i32,
    spaces: i32,
}

impl Set {
    fn add(&mut self, word: &Word, is_first: bool) {
        self.units += word.units;
        if !is_first {
            self.units += word.space;
            self.spaces += i32::from(word.space > 0);
        }
    }
}

/// What it costs that a line begins with a word.
fn parting(word: &Word, loose: f32) -> f32 {
    match word.bond {
        Bond::Free => 0.0,
        Bond::Compound | Bond::Loose => loose,
        Bond::Symbol => SYMBOL,
        Bond::Firm => FIRM,
    }
}

/// The first words of the lines of justified text of which the sum of squared gaps is least; the first line is
/// shorter by `indent`. `None` where no lines would do.
pub fn justified(words: &[Word], limit: i32, indent: i32) -> Option<Vec<usize>> {
    if words.len() > MOST_WORDS {
        return None;
    }
    let best = cheapest(words, |from, to, set: Set| {
        let room = limit - if from == 0 { indent } else { 0 };
        let missing = room - set.units;
        if missing < -MOST_NARROWED * set.spaces {
            return None;
        }
        if to == words.len() {
            // Not stretched, and so not narrowed either.
            let scrap = (set.units as f32) < limit as f32 * SCRAP && from > 0;
            return (missing >= 0).then_some(LINE + if scrap { 4.0 } else { 0.0 });
        }
        let each = missing as f32 / set.spaces.max(1) as f32;
        let gap = if each < 0.0 { each / MOST_NARROWED as f32 } else { each / STRETCH };
        Some(LINE + gap.powi(2) * if each > 0.0 { gap.max(1.0) } else { 1.0 } + parting(&words[to], LOOSE))
    })?;
    Some(best)
}

/// The first words of the lines of centred text: as few lines as go without parting what belongs together, of
/// about the same length. `None` where no lines would do.
pub fn balanced(words: &[Word], limit: i32, indent: i32) -> Option<Vec<usize>> {
    if words.len() > MOST_WORDS {
        return None;
    }
    let room = |from: usize| limit - if from == 0 { indent } else { 0 };
    // First how many lines, parting as little as they can; then the evenest of so many.
    let few = cheapest(words, |from, to, set: Set| {
        let parted = words.get(to).map_or(0.0, |next| parting(next, 1.5));
        (set.units <= room(from)).then_some(1.0 + parted)
    })?;
    let whole: i32 = words.iter().map(|word| word.units + word.space).sum();
    let mean = whole as f32 / few.len() as f32;
    let even = cheapest(words, |from, to, set: Set| {
        let parted = words.get(to).map_or(0.0, |next| parting(next, 1.5));
        let off = (set.units as f32 - mean) / limit as f32;
        (set.units <= room(from)).then_some(1.0 + 4.0 * off * off + parted)
    })?;
    Some(if even.len() == few.len() { even } else { few })
}

/// The first words of the lines of a cell: as few lines as parting no more than one compound each allows, the first
/// ones full. `None` where no lines would do.
pub fn compact(words: &[Word], limit: i32, indent: i32) -> Option<Vec<usize>> {
    if words.len() > MOST_WORDS {
        return None;
    }
    cheapest(words, |from, to, set: Set| {
        let room = limit - if from == 0 { indent } else { 0 };
        let parted = words.get(to).map_or(0.0, |next| match next.bond {
            Bond::Compound => 0.6,
            _ => parting(next, SYMBOL),
        });
        (set.units <= room).then_some(1.0 + parted)
    })
}

/// The first words of the lines whose costs are least together; of equal ones those with the fuller first lines. `cost` is asked of the words from one to before
/// another; nothing for a line that is too long, and so are all longer ones.
fn cheapest(words: &[Word], cost: impl Fn(usize, usize, Set) -> Option<f32>) -> Option<Vec<usize>> {
    let count = words.len();
    // What the lines from a word on cost at best, and where the first of them ends.
    let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, 0); count + 1];
    best[count] = (0.0, count);
    for from in (0..count).rev() {
        let mut set = Set::default();
        for to in from + 1..=count {
            set.add(&words[to - 1], to - 1 == from);
            let Some(own) = cost(from, to, set) else {
                // A last line is not narrowed; a full one of the same words may be.
                break;
            };
            let all = own + best[to].0;
            if all <= best[from].0 {
                best[from] = (all, to);
            }
        }
    }
    if !best[0].0.is_finite() {
        return None;
    }
    let mut starts = Vec::new();
    let mut at = 0;
    while at < count {
        starts.push(at);
        at = best[at].1;
    }
    Some(starts)
}
