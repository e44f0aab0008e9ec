//! Where topics go when several are put into a programme at once.

use crate::domain::cluster::Sitting;
use crate::domain::id::SittingId;

/// Minutes of a half-day whose hours are not known: 3½ hours, as from 07:30 to
/// 11:00. Customary.
const USUAL_SITTING: u32 = 210;

/// Where one topic goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The sitting.
    pub sitting: SittingId,
    /// Before which of its items, counting those placed before.
    pub at: usize,
}

/// Places topics of these lengths, in order: each into the first sitting that has
/// room for it, never before the topic placed last, and before what closes the
/// sitting. Where no room is left, the last sitting takes the rest and is
/// overfull, which its warning says. Nothing is placed without sittings.
pub fn placing(sittings: &[Sitting], minutes: &[u32]) -> Vec<Placement> {
    let mut load: Vec<u32> = sittings.iter().map(Sitting::planned_minutes).collect();
    let mut tails: Vec<usize> = sittings.iter().map(Sitting::tail).collect();
    let Some(last) = sittings.len().checked_sub(1) else { return Vec::new() };
    let mut from = 0;
    let mut places = Vec::new();
    for &topic in minutes {
        let has_room =
            |at: &usize| load[*at].saturating_add(topic) <= sittings[*at].length().unwrap_or(USUAL_SITTING);
        let chosen = (from..=last).find(has_room).unwrap_or(last);
        places.push(Placement { sitting: sittings[chosen].id, at: tails[chosen] });
        load[chosen] = load[chosen].saturating_add(topic);
        tails[chosen] += 1;
        from = chosen;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::ItemKind;
    use super::super::planned::tests::{item, sitting};
    use super::*;

    fn place(sitting: i64, at: usize) -> Placement {
        Placement { sitting: SittingId(sitting), at }
    }

    #[test]
    fn topics_fill_one_sitting_after_the_other() {
        let opening = vec![item(1, ItemKind::Opening, 30), item(2, ItemKind::Discussion, 30)];
        let sittings = [sitting(1, ("07:30", "10:30"), opening), sitting(2, ("", ""), Vec::new())];
        let placed = placing(&sittings, &[60, 60, 30, 500]);
        assert_eq!(placed, [place(1, 1), place(1, 2), place(2, 0), place(2, 1)]);
        assert_eq!(placing(&[], &[60]), []);
    }
}
