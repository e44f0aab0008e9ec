//! Groups of different sizes put into bins so that the fullest is as small as can be.

use std::cmp::Reverse;

use crate::domain::id::DelegateId;

/// Delegates who stay together.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The unit; `None` for a single delegate of no unit.
    pub(super) name: Option<String>,
    pub(super) delegates: Vec<DelegateId>,
}

/// A cluster being filled.
#[derive(Debug, Clone)]
pub(super) struct Bin {
    /// Seats, if they are limited.
    pub(super) seats: Option<u32>,
    /// Delegates who must be here.
    pub(super) pinned: usize,
    /// Places of the other groups in the list of groups.
    pub(super) groups: Vec<usize>,
    /// All delegates here.
    pub(super) load: usize,
    /// Whether more may come.
    pub(super) open: bool,
}

/// How bad a load is: delegates without a seat first, then how many there are.
type Cost = (usize, usize);

impl Bin {
    /// An empty bin.
    pub(super) fn new(seats: Option<u32>) -> Self {
        Self { seats, pinned: 0, groups: Vec::new(), load: 0, open: true }
    }

    fn cost(&self, load: usize) -> Cost {
        let seats = self.seats.and_then(|seats| usize::try_from(seats).ok()).unwrap_or(usize::MAX);
        (load.saturating_sub(seats), load)
    }
}

/// Puts every group into an open bin: the largest first, each where it leaves the
/// fewest without a seat and then the smallest load; afterwards groups move or
/// change places as long as that relieves the fullest bin.
pub(super) fn fill(bins: &mut [Bin], groups: &[Group]) {
    for (place, group) in groups.iter().enumerate() {
        let size = group.delegates.len();
        let best = bins.iter_mut().filter(|bin| bin.open).min_by_key(|bin| bin.cost(bin.load + size));
        if let Some(bin) = best {
            bin.groups.push(place);
            bin.load += size;
        }
    }
    // Each turn lowers the fullest bin, so this ends; the bound is for the reader.
    for _ in 0..10_000 {
        if !relieve(bins, groups) {
            break;
        }
    }
}

/// Fills the bins and as few further ones of `seats` as hold everyone. Only a
/// group larger than `seats` may then be without room, and has a bin to itself.
pub(super) fn fill_with_seats(existing: &[Bin], groups: &[Group], seats: u32) -> Vec<Bin> {
    let size_of = |place: &usize| groups[*place].delegates.len();
    let everyone: usize = groups.iter().map(|group| group.delegates.len()).sum();
    let room: usize = existing
        .iter()
        .map(|bin| usize::try_from(bin.seats.unwrap_or(0)).unwrap_or(0).saturating_sub(bin.load))
        .sum();
    let each = usize::try_from(seats).unwrap_or(usize::MAX).max(1);
    let fewest = everyone.saturating_sub(room).div_ceil(each);
    let suits = |bin: &Bin| {
        let is_over = bin.cost(bin.load).0 > 0;
        let alone = bin.pinned == 0 && bin.groups.len() == 1;
        !is_over || bin.groups.is_empty() || (alone && bin.groups.iter().all(|group| size_of(group) > each))
    };
    let mut more = fewest;
    loop {
        let mut bins = existing.to_vec();
        bins.extend((0..more).map(|_| Bin::new(Some(seats))));
        fill(&mut bins, groups);
        // With a bin for every group nothing better can come.
        if more >= groups.len() || bins.iter().all(suits) {
            return bins;
        }
        more += 1;
    }
}

/// One move out of the fullest bin, or one exchange with it, whichever lowers the
/// higher of the two bins most. `false` when nothing does.
fn relieve(bins: &mut [Bin], groups: &[Group]) -> bool {
    let size = |place: usize| groups[place].delegates.len();
    let open = |place: &usize| bins[*place].open;
    let Some(full) = (0..bins.len())
        .filter(open)
        .max_by_key(|&place| (bins[place].cost(bins[place].load), Reverse(place)))
    else {
        return false;
    };
    let worst = bins[full].cost(bins[full].load);
    let mut best: Option<(Cost, Exchange)> = None;
    for other in (0..bins.len()).filter(open).filter(|&other| other != full) {
        if worst.0 == 0 && bins[other].load + 1 >= bins[full].load {
            // As equal as they can be.
            continue;
        }
        for (at, &goes) in bins[full].groups.iter().enumerate() {
            let returns = std::iter::once(None).chain((0..bins[other].groups.len()).map(Some));
            for back in returns {
                let back_size = back.map_or(0, |at| size(bins[other].groups[at]));
                if back_size >= size(goes) {
                    continue;
                }
                let less = bins[full].load - size(goes) + back_size;
                let more = bins[other].load + size(goes) - back_size;
                let cost = bins[full].cost(less).max(bins[other].cost(more));
                if cost < best.as_ref().map_or(worst, |(cost, _)| *cost) {
                    best = Some((cost, Exchange { other, at, back }));
                }
            }
        }
    }
    let Some((_, Exchange { other, at, back })) = best else { return false };
    let goes = bins[full].groups.remove(at);
    bins[full].load -= size(goes);
    bins[other].load += size(goes);
    if let Some(back) = back {
        let comes = bins[other].groups.remove(back);
        bins[other].load -= size(comes);
        bins[full].load += size(comes);
        bins[full].groups.push(comes);
    }
    bins[other].groups.push(goes);
    true
}

/// The group at `at` of the fullest bin goes to `other`, and one may come back.
struct Exchange {
    other: usize,
    at: usize,
    back: Option<usize>,
}
