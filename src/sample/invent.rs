//! Invents the delegates of the sample sessions, the same ones on every run.

use std::collections::HashSet;

use super::error::SampleError;
use super::names::NameLists;
use super::places::{Origin, places};
use super::random::Random;
use super::staffing::{Plan, Seat};
use crate::domain::blueprint::Blueprint;
use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails};

/// In a session with rare names, every so many people one bears such a name.
const RARE_EVERY: usize = 23;
/// Every so many people one bears the name of somebody else, as in life.
const NAMESAKE_EVERY: usize = 37;
/// Of a hundred people, how many give the full date of birth.
const FULL_BIRTH: u32 = 22;
/// Of a hundred people, how many give a telephone number.
const WITH_PHONE: u32 = 45;

/// Makes people, and remembers them so that no two are the same.
pub struct Inventor<'a> {
    names: &'a NameLists,
    taken: HashSet<(String, i16, String)>,
    phones: u32,
}

impl<'a> Inventor<'a> {
    /// One that has made nobody yet.
    pub fn new(names: &'a NameLists) -> Self {
        Self { names, taken: HashSet::new(), phones: 0 }
    }

    /// Gives every cluster of the session the delegates its plan asks for.
    pub fn fill(&mut self, blueprint: &mut Blueprint, plan: &Plan) -> Result<(), SampleError> {
        let title = blueprint.session.title.clone();
        let refuse = |reason: String| SampleError::Plan { title: title.clone(), reason };
        if blueprint.clusters.len() != plan.counts.len() {
            return Err(refuse("as many numbers of people as clusters are needed".to_owned()));
        }

        let everywhere = places(&blueprint.units);
        let alone = blueprint.clusters.len() == 1;
        let mut crowd = Crowd { plan, random: Random::new(plan.seed), people: Vec::new() };
        for (cluster, &count) in blueprint.clusters.iter_mut().zip(&plan.counts) {
            let served: Vec<&Origin> = everywhere
                .iter()
                .filter(|place| alone || cluster.details.serves.contains(&place.group))
                .collect();
            let seats = plan.seats(&served, count, &mut crowd.random).map_err(refuse)?;
            for seat in seats {
                let person = self.person(&mut crowd, seat)?;
                crowd.people.push(person.clone());
                cluster.delegates.push(person);
            }
        }
        Ok(())
    }

    /// Somebody for a seat, unlike everybody before.
    fn person(&mut self, crowd: &mut Crowd<'_>, seat: Seat<'_>) -> Result<PersonDetails, SampleError> {
        let unit = &seat.place.printed;
        let (full_name, gender, birth) = loop {
            let birth = crowd.birth(seat)?;
            let born = birth.year().unwrap_or(crowd.plan.year);
            let (name, gender) = self.name(crowd, seat, born)?;
            // Goes round again only if that unit has the same name and year already.
            if self.taken.insert((name.clone(), born, unit.clone())) {
                break (name, gender, birth);
            }
        };
        let phone = crowd.random.chance(WITH_PHONE).then(|| self.phone());
        Ok(PersonDetails {
            full_name,
            gender: Some(gender),
            birth: Some(birth),
            position: Some(seat.position.title.clone()),
            unit: Some(unit.clone()),
            unit_group: Some(seat.place.group.clone()),
            phone,
            ..PersonDetails::default()
        })
    }

    /// A rare name, somebody else's name, or mostly one from the lists.
    fn name(
        &self,
        crowd: &mut Crowd<'_>,
        seat: Seat<'_>,
        born: i16,
    ) -> Result<(String, Gender), SampleError> {
        let made = crowd.people.len();
        if crowd.plan.rare_names
            && made % RARE_EVERY == RARE_EVERY / 2
            && let Some(rare) = self.names.rare.get(made / RARE_EVERY)
        {
            return Ok((rare.name.clone(), rare.gender));
        }
        let woman = crowd.random.chance(seat.position.women);
        let gender = if woman { Gender::Female } else { Gender::Male };
        if made % NAMESAKE_EVERY == NAMESAKE_EVERY - 1
            && let Some(name) = self.namesake(crowd, gender, seat)
        {
            return Ok((name, gender));
        }
        self.names.draw(&crowd.plan.region, gender, born, &mut crowd.random).map_or_else(
            || Err(SampleError::Names { region: crowd.plan.region.clone() }),
            |name| Ok((name, gender)),
        )
    }

    /// The name of somebody of the same sex from another commune.
    fn namesake(&self, crowd: &mut Crowd<'_>, gender: Gender, seat: Seat<'_>) -> Option<String> {
        let rare = |name: &str| self.names.rare.iter().any(|one| one.name == name);
        let elsewhere: Vec<&PersonDetails> = crowd
            .people
            .iter()
            .filter(|person| {
                person.gender == Some(gender) && person.group() != Some(seat.place.group.as_str())
            })
            .filter(|person| !rare(&person.full_name))
            .collect();
        crowd.random.pick(&elsewhere).map(|person| person.full_name.clone())
    }

    /// A number of the right form that rings nowhere: no mobile network has the prefix 030.
    fn phone(&mut self) -> String {
        self.phones += 1;
        // 7919 shares no factor with a million, so numbers are scattered and never repeat.
        format!("0300{:06}", self.phones * 7919 % 1_000_000)
    }
}

/// The people of one session so far.
struct Crowd<'a> {
    plan: &'a Plan,
    random: Random,
    people: Vec<PersonDetails>,
}

impl Crowd<'_> {
    /// Mostly a year, as the lists of the communes have it; sometimes a day.
    fn birth(&mut self, seat: Seat<'_>) -> Result<FuzzyDate, SampleError> {
        let (youngest, oldest) = seat.position.ages;
        // The sum of two draws: the middle of the range is likelier than its ends.
        let years = oldest.saturating_sub(youngest).max(0);
        let age = youngest + self.random.between(0, years / 2) + self.random.between(0, years - years / 2);
        let year = self.plan.year.saturating_sub(age);
        if !self.random.chance(FULL_BIRTH) {
            return Ok(FuzzyDate::year_only(year)?);
        }
        // Both fit: 1 to 12 and 1 to 28.
        let month = u8::try_from(self.random.between(1, 12)).unwrap_or(1);
        let day = u8::try_from(self.random.between(1, 28)).unwrap_or(1);
        Ok(FuzzyDate::day(year, month, day)?)
    }
}
