//! People who go from one unit to another. The registry gets the new unit's text,
//! and so do delegates of open sessions; those of ended ones keep theirs.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use rusqlite::Connection;

use super::super::codec::{Json, Word};
use super::super::error::Result;
use super::super::transact::Step;
use super::super::{delegate, person};
use super::edit::{self, refused};
use crate::domain::date::FuzzyDate;
use crate::domain::id::{PersonId, UnitId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Move, UnitMistake, last_day_before};
use crate::lexicon::{Beginnings, Kind, Use, unit_words};
use crate::vietnamese::fold::fold;

/// Moves people to a unit and returns how many went. With a day, the registry
/// remembers where they were until then.
pub(in crate::store) fn relocate(
    step: &Step<'_>,
    who: &Move,
    to: UnitId,
    on: Option<FuzzyDate>,
) -> Result<usize> {
    let target = edit::read(step, to)?;
    if !target.lives() {
        return Err(refused(UnitMistake::Ended(target.name)));
    }
    let people = match who {
        Move::All(unit) => of_unit(step, *unit)?,
        Move::Chosen(people) => people.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
    };
    if people.is_empty() {
        return Err(refused(UnitMistake::NobodyToMove));
    }
    follow(step, &people, to, on)?;
    Ok(people.len())
}

/// Everyone whose main unit it is.
pub(super) fn of_unit(connection: &Connection, unit: UnitId) -> Result<Vec<PersonId>> {
    let mut query = connection.prepare_cached(
        "SELECT person_id FROM person_unit WHERE unit_id = ?1 AND is_main = 1 ORDER BY person_id",
    )?;
    let people = query.query_map([unit.0], |row| Ok(PersonId(row.get(0)?)))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

/// Gives people, each named once, the text of a unit, and makes it their main one. All of them are read at once, and of
/// each only what follows from the unit is written: a merger moves whole communes.
pub(super) fn follow(step: &Step<'_>, people: &[PersonId], to: UnitId, on: Option<FuzzyDate>) -> Result<()> {
    let (unit, unit_group) = text(step, to)?;
    let moved = |before: &PersonDetails| PersonDetails {
        unit: Some(unit.clone()),
        unit_group: unit_group.clone(),
        ..before.clone()
    };
    let known = person::by_ids(step, people)?;
    if known.len() < people.len() {
        return Err(Mistake::UnknownPerson.into());
    }
    if let Some(on) = on {
        remember(step, people, to, on)?;
    }
    let main = person::MainUnit { unit: &unit, unit_group: unit_group.as_deref(), id: to, since: on };
    for (id, before) in &known {
        person::move_to_unit(step, *id, before, &moved(before), main)?;
    }
    let known: HashMap<PersonId, PersonDetails> = known.into_iter().collect();
    for delegate in delegate::all_in_open_sessions(step, people)? {
        let Some(before) = known.get(&delegate.person) else { continue };
        let followed = delegate.details.following(before, &moved(before));
        if followed != delegate.details {
            delegate::update(step, &delegate, &followed, false)?;
        }
    }
    Ok(())
}

/// Keeps the unit that people leave as an earlier one.
fn remember(step: &Step<'_>, people: &[PersonId], to: UnitId, on: FuzzyDate) -> Result<()> {
    let people: Vec<i64> = people.iter().map(|id| id.0).collect();
    step.prepare_cached(
        "INSERT INTO person_unit (person_id, unit_id, unit, unit_group, is_main, member_from, member_until)
         SELECT person_id, unit_id, unit, unit_group, 0, member_from, ?3 FROM person_unit
         WHERE person_id IN (SELECT value FROM json_each(?1)) AND is_main = 1 AND unit_id IS NOT ?2
         ORDER BY person_id",
    )?
    .execute((Json(people), to.0, last_day_before(on).map(Word)))?;
    Ok(())
}

/// How lists write a unit, and the heading it stands under: "Thôn Trung Đàn, xã
/// Tam Đại" under "Xã Tam Đại"; a commune stands for itself.
pub(super) fn text(connection: &Connection, id: UnitId) -> Result<(String, Option<String>)> {
    let unit = edit::read(connection, id)?;
    if !matches!(unit.kind, UnitKind::ResidentialArea | UnitKind::Body) {
        return Ok((unit.name, None));
    }
    for above in edit::above(connection, id)?.into_iter().skip(1) {
        let around = edit::read(connection, above)?;
        if matches!(around.kind, UnitKind::ResidentialArea | UnitKind::Body) {
            continue;
        }
        // "UBMTTQ xã Tam Đại" says already where it is.
        let text = match fold(&unit.name).contains(&fold(&around.name)) {
            true => unit.name,
            false => format!("{}, {}", unit.name, within_sentence(&around.name)),
        };
        return Ok((text, Some(around.name)));
    }
    Ok((unit.name, None))
}

/// "xã Tam Đại": the type of a place is written small behind a comma.
fn within_sentence(name: &str) -> String {
    static TYPES: LazyLock<Beginnings<Kind>> =
        LazyLock::new(|| unit_words(Use::Tree).map(|word| (word.word, word.kind)).collect());
    let small = name.to_lowercase();
    let names_place = |(kind, rest): (Kind, &str)| kind == Kind::Central || rest.starts_with(' ');
    match (TYPES.of(&small).any(names_place), name.chars().next()) {
        (true, Some(first)) => {
            let rest = &name[first.len_utf8()..];
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => name.to_owned(),
    }
}
