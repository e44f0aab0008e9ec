//! How many people attend a sample session, from which units, in which positions.

use serde::Deserialize;

use super::places::Origin;
use super::random::Random;

/// Who attends one session.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Whose names they bear: a region of the name lists.
    pub region: String,
    /// Start of the random sequence.
    pub seed: u64,
    /// Year from which ages are counted back.
    pub year: i16,
    /// Number of delegates of each cluster.
    pub counts: Vec<usize>,
    /// Whether some of them bear the long and rare names.
    #[serde(default)]
    pub rare_names: bool,
    /// Positions by unit; the first rule that fits a unit holds.
    pub staff: Vec<StaffRule>,
}

/// Which positions the units of one sort have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffRule {
    /// How the names of these units begin.
    pub units: Vec<String>,
    /// Positions of each of these units.
    pub fixed: Vec<Position>,
    /// The position that takes up the rest of the cluster's number.
    pub fill: Option<Position>,
}

/// A position and who usually holds it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// As printed: "Trưởng ban CTMT".
    pub title: String,
    /// Youngest and oldest.
    pub ages: (i16, i16),
    /// Women among a hundred.
    pub women: u32,
    /// How many hold it in one unit.
    #[serde(default = "once")]
    pub times: usize,
}

fn once() -> usize {
    1
}

/// One place on a delegate list, to be taken by a person.
#[derive(Debug, Clone, Copy)]
pub struct Seat<'a> {
    /// Where the person comes from.
    pub place: &'a Origin,
    /// As what.
    pub position: &'a Position,
}

impl Plan {
    /// Exactly `count` seats over `places`, in their order; says why if impossible.
    pub fn seats<'a>(
        &'a self,
        places: &[&'a Origin],
        count: usize,
        random: &mut Random,
    ) -> Result<Vec<Seat<'a>>, String> {
        let mut rules = Vec::with_capacity(places.len());
        for place in places {
            let fits =
                |rule: &&StaffRule| rule.units.iter().any(|start| place.name.starts_with(start.as_str()));
            let rule =
                self.staff.iter().find(fits).ok_or_else(|| format!("no positions for {}", place.name))?;
            rules.push(rule);
        }

        let fixed: usize = rules.iter().flat_map(|rule| &rule.fixed).map(|position| position.times).sum();
        let rest = count.checked_sub(fixed).ok_or_else(|| format!("{fixed} positions for {count} people"))?;
        let open = rules.iter().filter(|rule| rule.fill.is_some()).count();
        let mut shares = spread(rest, open, random)
            .ok_or_else(|| format!("{rest} people without a position"))?
            .into_iter();

        let mut seats = Vec::with_capacity(count);
        for (&place, rule) in places.iter().zip(rules) {
            for position in &rule.fixed {
                seats.extend(std::iter::repeat_n(Seat { place, position }, position.times));
            }
            if let Some(position) = &rule.fill {
                let share = shares.next().unwrap_or(0);
                seats.extend(std::iter::repeat_n(Seat { place, position }, share));
            }
        }
        Ok(seats)
    }
}

/// `total` as `parts` numbers that differ a little; `None` when there is no part for it.
fn spread(total: usize, parts: usize, random: &mut Random) -> Option<Vec<usize>> {
    if parts == 0 {
        return (total == 0).then(Vec::new);
    }
    let even = total / parts;
    let least = even.saturating_sub(1);
    // All parts at `most` exceed the total, so a part below it is always left.
    let most = if even == 0 { 1 } else { even + 2 };
    let mut shares = vec![least; parts];
    for _ in 0..total - least * parts {
        let start = random.below(u32::try_from(parts).ok()?) as usize;
        let below = (0..parts).map(|step| (start + step) % parts).find(|&part| shares[part] < most)?;
        shares[below] += 1;
    }
    Some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_stay_close() {
        let mut random = Random::new(3);
        for (total, parts) in [(0, 4), (3, 7), (7, 7), (69, 12), (79, 16)] {
            let shares = spread(total, parts, &mut random).expect("there are parts");
            assert_eq!(shares.iter().sum::<usize>(), total);
            let even = total / parts;
            assert!(shares.iter().all(|&share| share + 1 >= even && share <= even + 2), "{shares:?}");
        }
        assert_eq!(spread(0, 0, &mut random), Some(vec![]));
        assert_eq!(spread(1, 0, &mut random), None);
    }
}
