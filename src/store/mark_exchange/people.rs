//! The delegates of a package here: known again by identity, or new.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};

use super::home::{Home, Rows};
use super::{Remarks, row_of};
use crate::domain::attendance::exchange::{ExchangeMistake, Remark};
use crate::domain::attendance::package::{MarkPackage, PackedDelegate};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::Lists;
use crate::domain::person::PersonDetails;
use crate::store::error::{Result, StoreError};
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{delegate, person, roster};
use crate::vietnamese::fold::{compare_key, fold};

/// Who the delegates of a package are here; or why their marks are not taken.
pub(super) type Known<'a> = HashMap<&'a str, std::result::Result<DelegateId, Remark>>;

/// What became of the list.
#[derive(Default)]
pub(super) struct Listed {
    /// Who is new.
    pub(super) added: Vec<DelegateId>,
    /// How many are otherwise now.
    pub(super) updated: usize,
}

/// Finds the delegates of a package, and makes those who are new; substitutes after those they sit for.
pub(super) fn meet<'a>(
    step: &Step<'_>,
    package: &'a MarkPackage,
    home: &Home,
    remarks: &mut Remarks,
) -> Result<(Known<'a>, Listed)> {
    let mut meeting = Meeting {
        step,
        home,
        units: UnitNames::load(step)?,
        rows: None,
        unknown_badges: 0,
        known: HashMap::with_capacity(package.delegates.len()),
        listed: Listed::default(),
    };
    // Of whom something counts there, on a place of their own or of another.
    let counting = package.entries.iter().flat_map(|entry| &entry.marks).filter(|mark| mark.counts);
    let counting: HashSet<&str> = counting
        .flat_map(|mark| std::iter::once(mark.delegate.as_str()).chain(mark.substitute.as_deref()))
        .collect();
    let mut waiting: Vec<&PackedDelegate> = package.delegates.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for one in waiting {
            match &one.substitute_for {
                Some(held) if !meeting.known.contains_key(held.as_str()) => later.push(one),
                _ => meeting.meet(one, counting.contains(one.uid.as_str()), remarks)?,
            }
        }
        if later.len() == before {
            // Who sits for each other in a ring sits for nobody.
            return Err(ExchangeMistake::Mixed.into());
        }
        waiting = later;
    }
    if home.follows {
        gone_at_home(step, package, home, remarks)?;
    }
    if meeting.unknown_badges > 0 {
        remarks.add(Remark::BadgesUnknown(meeting.unknown_badges));
    }
    let Meeting { known, listed, .. } = meeting;
    Ok((known, listed))
}

struct Meeting<'a, 's> {
    step: &'s Step<'s>,
    home: &'s Home,
    units: UnitNames,
    rows: Option<Rows>,
    unknown_badges: usize,
    known: Known<'a>,
    listed: Listed,
}

impl<'a> Meeting<'a, '_> {
    fn meet(&mut self, one: &'a PackedDelegate, counts: bool, remarks: &mut Remarks) -> Result<()> {
        let step = self.step;
        let found = match row_of(step, "delegate", &one.uid)? {
            Some(row) => {
                let (session, here) = delegate::read(step, DelegateId(row))?;
                if session != self.home.session {
                    return Err(ExchangeMistake::Mixed.into());
                }
                if self.home.follows && self.follow(&here, one)? {
                    self.listed.updated += 1;
                }
                Ok(here.id)
            }
            None if is_deleted(step, &one.uid)? => Err(Remark::Deleted(one.details.full_name.clone())),
            // Taken off there before anything was heard of them here.
            None if one.state == DelegateState::Withdrawn && !counts && !self.home.follows => {
                return Ok(());
            }
            None => self.add(one, remarks)?,
        };
        self.known.insert(&one.uid, found);
        Ok(())
    }

    fn add(
        &mut self,
        one: &PackedDelegate,
        remarks: &mut Remarks,
    ) -> Result<std::result::Result<DelegateId, Remark>> {
        let step = self.step;
        let held = match one.substitute_for.as_deref().and_then(|held| self.known.get(held)) {
            Some(Err(remark)) => return Ok(Err(remark.clone())),
            Some(Ok(held)) => Some(*held),
            None => None,
        };
        let cluster = one.here.then_some(self.home.cluster);
        // Whoever sits for somebody may be a delegate of any cluster.
        let of_cluster = cluster.filter(|_| held.is_none());
        let new = NewPerson { person: Some(&one.person), details: &one.details };
        let of = match find_or_insert(step, &self.units, self.home.session, of_cluster, &new)? {
            Found::Listed(known, stt) => {
                remarks.add(Remark::SamePerson { name: one.details.full_name.clone(), stt });
                return Ok(Ok(known));
            }
            Found::Elsewhere => return Ok(Err(Remark::ElsewhereListed(one.details.full_name.clone()))),
            Found::Person(person) => person,
        };
        if !self.home.follows && cluster.is_some() && held.is_none() {
            keep_numbers(step, self.home.session, self.home.cluster)?;
        }
        let row = self.row_of_badge(one)?;
        let session = self.home.session;
        let id = delegate::insert_as(step, &one.uid, row, session, cluster, of, &one.details)?;
        let number = one.number.filter(|_| self.home.follows);
        let record = Record::of("delegate")
            .set("state", state_word(one.state))
            .set("fixed_number", number)
            .set("supplementary", one.supplementary && number.is_some())
            .set("walk_in", one.walk_in)
            .set("substitute_for", held.map(|held| held.0))
            .set("sort_name", &one.sort_name);
        record.update(step, id.0)?;
        self.listed.added.push(id);
        Ok(Ok(id))
    }

    /// The row that the badge says which was printed at home, if nobody has it here.
    fn row_of_badge(&mut self, one: &PackedDelegate) -> Result<Option<i64>> {
        if !self.home.follows {
            return Ok(None);
        }
        let rows = match self.rows.take() {
            Some(rows) => rows,
            None => Rows::set_apart(self.step)?,
        };
        let row = rows.is_free(one.row).then_some(one.row);
        self.unknown_badges += usize::from(row.is_none());
        self.rows = Some(rows);
        Ok(row)
    }

    /// Makes a delegate as they are at home; whether they were otherwise.
    fn follow(&self, here: &Delegate, one: &PackedDelegate) -> Result<bool> {
        let mut changed = false;
        if here.details != one.details && !here.erased {
            roster::edit(self.step, here, &one.details, true)?;
            changed = true;
        }
        let cluster = if one.here { Some(self.home.cluster) } else { here.cluster };
        // A list that was fixed here by those who came in addition stays so.
        let (number, supplementary) = match one.number {
            Some(number) => (Some(number), one.supplementary),
            None => (here.fixed_number, here.supplementary),
        };
        let state = |state: DelegateState| state == DelegateState::Withdrawn;
        let same = (here.cluster, state(here.state), here.fixed_number, here.supplementary, here.walk_in)
            == (cluster, state(one.state), number, supplementary, one.walk_in);
        if !same {
            Record::of("delegate")
                .set("cluster_id", cluster.map(|cluster| cluster.0))
                .set("state", state_word(one.state))
                .set("fixed_number", number)
                .set("supplementary", supplementary)
                .set("walk_in", one.walk_in)
                .update(self.step, here.id.0)?;
            changed = true;
        }
        Ok(changed)
    }
}

/// Whoever was sent for somebody stands as listed: it is for whom they were sent that tells them.
fn state_word(state: DelegateState) -> &'static str {
    match state {
        DelegateState::Withdrawn => "withdrawn",
        DelegateState::Listed | DelegateState::Substitute => "listed",
    }
}

/// Fixes a list before somebody comes onto it: the numbers of the others are printed and said by now.
pub(super) fn keep_numbers(step: &Step<'_>, session: SessionId, cluster: ClusterId) -> Result<()> {
    match roster::fix(step, session, Lists::Of(Some(cluster))) {
        // The first of a list.
        Err(StoreError::Refused(Mistake::NobodyListed)) => Ok(()),
        other => other,
    }
}

/// Whether a delegate stood here once and was deleted.
pub(super) fn is_deleted(connection: &Connection, uid: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM tombstone WHERE uid = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([uid], |row| row.get(0))?)
}

/// Somebody who came in addition elsewhere.
pub(super) struct NewPerson<'a> {
    /// The identity of the person, where it is known.
    pub(super) person: Option<&'a str>,
    pub(super) details: &'a PersonDetails,
}

/// Who that is here.
pub(super) enum Found {
    /// A delegate of this cluster, or one who was sent for somebody; with the fixed number.
    Listed(DelegateId, Option<u32>),
    /// A delegate of another cluster, or taken off.
    Elsewhere,
    /// A person of the registry who is no delegate yet.
    Person(PersonId),
}

/// Finds a person by identity, or by name, unit and position where just one is so; else adds them.
pub(super) fn find_or_insert(
    step: &Step<'_>,
    units: &UnitNames,
    session: SessionId,
    cluster: Option<ClusterId>,
    new: &NewPerson<'_>,
) -> Result<Found> {
    let known = match new.person {
        Some(uid) => by_uid(step, uid)?,
        None => None,
    };
    let known = match known {
        Some(person) => Some(person),
        None => alike(step, new.details)?,
    };
    let Some(person) = known else {
        let uid = match new.person {
            Some(uid) if row_of(step, "person", uid)?.is_none() => uid.to_owned(),
            _ => crate::clock::new_uid(),
        };
        return Ok(Found::Person(person::insert_as(step, &uid, units, new.details, false)?));
    };
    Ok(match delegate::of_person(step, session, person)? {
        None => Found::Person(person),
        Some(listed) if listed.state == DelegateState::Withdrawn => Found::Elsewhere,
        Some(listed) if listed.cluster == cluster || cluster.is_none() => {
            Found::Listed(listed.id, listed.fixed_number)
        }
        Some(_) => Found::Elsewhere,
    })
}

/// A person of the registry; one who is erased is nobody.
fn by_uid(connection: &Connection, uid: &str) -> Result<Option<PersonId>> {
    let sql = "SELECT id FROM person WHERE uid = ?1 AND erased_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([uid], |row| row.get(0).map(PersonId)).optional()?)
}

/// The only person of the same name and unit, whose position and birth do not speak against it.
fn alike(connection: &Connection, details: &PersonDetails) -> Result<Option<PersonId>> {
    let Some(unit) = details.unit.as_deref().map(compare_key) else { return Ok(None) };
    let found = person::by_folded_names(connection, &[fold(&details.full_name)])?;
    let agree = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => compare_key(one) == compare_key(other),
        _ => true,
    };
    let mut alike = found.into_iter().filter(|(_, one)| {
        compare_key(&one.full_name) == compare_key(&details.full_name)
            && one.unit.as_deref().map(compare_key).as_deref() == Some(unit.as_str())
            && agree(&one.position, &details.position)
            && (one.birth.is_none() || details.birth.is_none() || one.birth == details.birth)
    });
    let first = alike.next();
    Ok(first.filter(|_| alike.next().is_none()).map(|(person, _)| person))
}

/// Tells who is on the list here and no more at home; who came here in addition is not yet there.
fn gone_at_home(step: &Step<'_>, package: &MarkPackage, home: &Home, remarks: &mut Remarks) -> Result<()> {
    let there: HashSet<&str> = package.delegates.iter().map(|one| one.uid.as_str()).collect();
    let mut query = step.prepare_cached(
        "SELECT uid, full_name FROM delegate WHERE session_id = ?1 AND cluster_id = ?2 AND state = 'listed'
             AND walk_in = 0 AND substitute_for IS NULL ORDER BY name_key, id",
    )?;
    let mut rows = query.query((home.session.0, home.cluster.0))?;
    while let Some(row) = rows.next()? {
        if !there.contains(row.get_ref("uid")?.as_str().unwrap_or_default()) {
            remarks.add(Remark::GoneAtHome(row.get("full_name")?));
        }
    }
    Ok(())
}
