//! A package is taken in: what was marked there stands beside what was marked here.

use std::collections::{HashMap, HashSet};

use super::home::{self, Home};
use super::notices;
use super::people::{self, Known};
use super::standing::{self, Place};
use super::told::{self, Before};
use super::{Remarks, row_of};
use crate::domain::attendance::exchange::{ExchangeMistake, Manner, Received, Remark, SittingName};
use crate::domain::attendance::package::{MarkPackage, PackedEntry, PackedEvent, PackedMark};
use crate::domain::delegate::DelegateState;
use crate::domain::id::{DelegateId, EntryId, MarkId, SittingId};
use crate::store::attendance;
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::roster;
use crate::store::transact::Step;

/// Takes a package in.
pub(super) fn take_in(step: &Step<'_>, package: &MarkPackage, manner: &Manner) -> Result<Received> {
    let home = home::find_or_open(step, package, manner.may_open)?;
    let before = Before::of(step, home.cluster)?;
    let mut remarks = Remarks::default();
    let (known, listed) = people::meet(step, package, &home, &mut remarks)?;
    roster::settle_numbers(step, home.session)?;
    let announced = notices::follow(step, package, &home, &known)?;
    let sittings = sittings(step, package, &home)?;
    let mut merge = Merge {
        step,
        home: &home,
        known: &known,
        sittings: &sittings,
        theirs: package.entries.iter().flat_map(|entry| &entry.marks).map(|mark| mark.uid.as_str()).collect(),
        fits: HashMap::new(),
        new: HashSet::new(),
        remarks: &mut remarks,
    };
    let mut turns = merge.turns(&package.events)?;
    let mut turned = Vec::new();
    for (name, turn) in &mut turns {
        // What was opened again there is open before its marks come.
        let opened = turn.iter().rposition(|event| !event.closed).map_or(0, |last| last + 1);
        merge.append(*name, turn.drain(..opened), &mut turned)?;
    }
    for entry in &package.entries {
        merge.entry(entry)?;
    }
    let differing = merge.conflicts(package)?;
    for (name, turn) in turns {
        if !turn.is_empty() && differing.contains(&name.id) {
            merge.remarks.add(Remark::StaysOpen(name.to_string()));
        } else {
            merge.append(name, turn.into_iter(), &mut turned)?;
        }
    }
    turned.dedup_by(|later, earlier| earlier.0 == later.0);
    let theirs = counting(package, &known, &sittings);
    let mut received = told::received(step, home.session, home.cluster, &before, &theirs, &listed.added)?;
    received.opened = home.opened;
    received.updated = home.updated + listed.updated + announced;
    received.turned = turned;
    received.remarks = remarks.all;
    Ok(received)
}

/// The sittings of the package that are here.
fn sittings<'a>(
    step: &Step<'_>,
    package: &'a MarkPackage,
    home: &Home,
) -> Result<HashMap<&'a str, std::result::Result<SittingName, Remark>>> {
    let here: HashMap<String, SittingName> = standing::sittings(step, home.cluster)?.into_iter().collect();
    let found = package.sittings.iter().map(|one| {
        let missing = || Remark::NoSitting(told::sitting_words(one.date, one.half));
        (one.uid.as_str(), here.get(&one.uid).copied().ok_or_else(missing))
    });
    Ok(found.collect())
}

/// What counts there, as far as place and people are known here.
fn counting(
    package: &MarkPackage,
    known: &Known<'_>,
    sittings: &HashMap<&str, std::result::Result<SittingName, Remark>>,
) -> Vec<Place> {
    let counting = package.entries.iter().flat_map(|entry| &entry.marks).filter(|mark| mark.counts);
    let place = |mark: &PackedMark| {
        let delegate = known.get(mark.delegate.as_str())?.as_ref().ok()?;
        let sitting = sittings.get(mark.sitting.as_str())?.as_ref().ok()?;
        Some((*delegate, sitting.id))
    };
    counting.filter_map(place).collect()
}

struct Merge<'a> {
    step: &'a Step<'a>,
    home: &'a Home,
    known: &'a Known<'a>,
    sittings: &'a HashMap<&'a str, std::result::Result<SittingName, Remark>>,
    /// The marks of the package: what counts here and stands among them was known there.
    theirs: HashSet<&'a str>,
    /// Why marks of a delegate are not taken, as far as that was asked.
    fits: HashMap<DelegateId, Option<Remark>>,
    /// The marks that came with this package.
    new: HashSet<String>,
    remarks: &'a mut Remarks,
}

impl Merge<'_> {
    /// Takes in an entry, as far as it is not here.
    fn entry(&mut self, entry: &PackedEntry) -> Result<()> {
        let known = row_of(self.step, "mark_entry", &entry.uid)?;
        match &entry.retracts {
            Some(_) if known.is_some() => Ok(()),
            Some(retracted) => self.retraction(entry, retracted),
            None => self.marks(entry, known),
        }
    }

    fn marks(&mut self, entry: &PackedEntry, known: Option<i64>) -> Result<()> {
        let mut row = known;
        for mark in &entry.marks {
            if row_of(self.step, "attendance_mark", &mark.uid)?.is_some() {
                continue;
            }
            let Some((place, sitting, substitute)) = self.place(mark)? else { continue };
            if attendance::is_closed(self.step, place.1)? {
                return Err(ExchangeMistake::Closed(sitting.to_string()).into());
            }
            let entry_row = match row {
                Some(row) => row,
                None => self.insert_entry(entry, None)?,
            };
            row = Some(entry_row);
            self.mark(EntryId(entry_row), mark, place, substitute)?;
        }
        Ok(())
    }

    /// Where a mark stands here, and who sat there; or it is left, and that is said.
    fn place(&mut self, mark: &PackedMark) -> Result<Option<(Place, SittingName, Option<DelegateId>)>> {
        let found = |uid: &str| self.known.get(uid).cloned();
        // Who was taken off there before anything was heard of them here is not met; they have no marks.
        let Some(delegate) = found(&mark.delegate) else { return Ok(None) };
        let substitute = mark.substitute.as_deref().and_then(found).transpose();
        let sitting = self.sittings.get(mark.sitting.as_str()).cloned().transpose();
        let (delegate, substitute, sitting) = match (delegate, substitute, sitting) {
            (Err(remark), ..) | (_, Err(remark), _) | (.., Err(remark)) => {
                self.remarks.add(remark);
                return Ok(None);
            }
            (Ok(delegate), Ok(substitute), Ok(Some(sitting))) => (delegate, substitute, sitting),
            (.., Ok(None)) => return Ok(None),
        };
        if let Some(remark) = self.misfit(delegate)? {
            self.remarks.add(remark);
            return Ok(None);
        }
        Ok(Some(((delegate, sitting.id), sitting, substitute)))
    }

    /// Why marks of a delegate are not taken.
    fn misfit(&mut self, id: DelegateId) -> Result<Option<Remark>> {
        if let Some(known) = self.fits.get(&id) {
            return Ok(known.clone());
        }
        let misfit = misfit(self.step, self.home, id)?;
        self.fits.insert(id, misfit.clone());
        Ok(misfit)
    }

    /// Adds a mark. It counts where nothing does, or where it was made knowing what does.
    fn mark(
        &mut self,
        entry: EntryId,
        mark: &PackedMark,
        place: Place,
        substitute: Option<DelegateId>,
    ) -> Result<()> {
        let here = standing::at(self.step, place)?;
        let was_known = here.as_ref().is_none_or(|here| self.theirs.contains(here.uid.as_str()));
        let replaces = match (&here, was_known) {
            (Some(here), true) => Some(here.mark),
            _ => match &mark.replaces {
                Some(replaced) => row_of(self.step, "attendance_mark", replaced)?,
                None => None,
            },
        };
        let id = Record::of("attendance_mark")
            .set("uid", &mark.uid)
            .set("entry_id", entry.0)
            .set("delegate_id", place.0.0)
            .set("sitting_id", place.1.0)
            .set("status", Word(mark.status))
            .set("substitute_id", substitute.map(|substitute| substitute.0))
            .set("note", &mark.note)
            .set("replaces", replaces)
            .insert(self.step)?;
        self.new.insert(mark.uid.clone());
        match was_known {
            true => attendance::count(self.step, place.0, place.1, MarkId(id)),
            false => Ok(()),
        }
    }

    fn retraction(&mut self, entry: &PackedEntry, retracted: &str) -> Result<()> {
        // Nothing of it came here.
        let Some(target) = row_of(self.step, "mark_entry", retracted)?.map(EntryId) else { return Ok(()) };
        if attendance::is_retracted(self.step, target)? {
            return Ok(());
        }
        let mut of_entry = self
            .step
            .prepare_cached("SELECT DISTINCT sitting_id FROM attendance_mark WHERE entry_id = ?1")?;
        let of_entry = of_entry.query_map([target.0], |row| row.get(0).map(SittingId))?;
        for sitting in of_entry.collect::<rusqlite::Result<Vec<_>>>()? {
            if attendance::is_closed(self.step, sitting)? {
                let names = self.sittings.values().flatten();
                let name = names.into_iter().find(|name| name.id == sitting).map(ToString::to_string);
                return Err(ExchangeMistake::Closed(name.unwrap_or_default()).into());
            }
        }
        self.insert_entry(entry, Some(target))?;
        attendance::fall_back(self.step, target)
    }

    fn insert_entry(&self, entry: &PackedEntry, retracts: Option<EntryId>) -> Result<i64> {
        Record::of("mark_entry")
            .set("uid", &entry.uid)
            .set("session_id", self.home.session.0)
            .set("at", &entry.at)
            .set("way", Word(entry.way))
            .set("page_code", &entry.page)
            .set("device", &entry.device)
            .set("machine", &entry.machine)
            .set("retracts", retracts.map(|entry| entry.0))
            .insert(self.step)
    }

    /// Notes where both say something and not the same; what they say otherwise by now waits no more. Answers the
    /// sittings at which something is to be decided.
    fn conflicts(&mut self, package: &MarkPackage) -> Result<HashSet<SittingId>> {
        let marks = package.entries.iter().flat_map(|entry| &entry.marks);
        for mark in marks.filter(|mark| mark.counts) {
            if !self.new.contains(&mark.uid) {
                continue;
            }
            let Some(row) = row_of(self.step, "attendance_mark", &mark.uid)? else { continue };
            let Some((place, _, substitute)) = self.place(mark)? else { continue };
            self.settle_earlier(place)?;
            let Some(here) = standing::at(self.step, place)? else { continue };
            if here.mark != row && !here.says(mark.status, substitute) {
                Record::of("mark_conflict").set("mark_id", row).insert(self.step)?;
            }
        }
        let open = super::conflicts::undecided(self.step, self.home.session)?;
        Ok(open.into_iter().map(|one| one.place.1).collect())
    }

    /// What they said before at a place waits no more: they say something new.
    fn settle_earlier(&self, (delegate, sitting): Place) -> Result<()> {
        let mut waiting = self.step.prepare_cached(
            "SELECT conflict.id, mark.uid FROM attendance_mark AS mark
             JOIN mark_conflict AS conflict ON conflict.mark_id = mark.id AND conflict.settled_at IS NULL
             WHERE mark.delegate_id = ?1 AND mark.sitting_id = ?2",
        )?;
        let waiting = waiting.query_map((delegate.0, sitting.0), |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (conflict, mark) in waiting.collect::<rusqlite::Result<Vec<(i64, String)>>>()? {
            if self.theirs.contains(mark.as_str()) {
                let sql = "UPDATE mark_conflict SET settled_at = ?2 WHERE id = ?1";
                self.step.prepare_cached(sql)?.execute((conflict, self.step.now()))?;
            }
        }
        Ok(())
    }

    /// What became of sittings there since what is known here, as far as nothing else became of them here.
    fn turns<'e>(&mut self, events: &'e [PackedEvent]) -> Result<Vec<(SittingName, Vec<&'e PackedEvent>)>> {
        let mut names: Vec<(&str, SittingName)> =
            self.sittings.iter().filter_map(|(uid, name)| Some((*uid, *name.as_ref().ok()?))).collect();
        names.sort_by_key(|(_, name)| name.id);
        let mut turns = Vec::new();
        for (uid, name) in names {
            let theirs: Vec<&PackedEvent> = events.iter().filter(|event| event.sitting == uid).collect();
            let sql = "SELECT uid FROM sitting_event WHERE sitting_id = ?1 ORDER BY id DESC LIMIT 1";
            let last: Option<String> = rusqlite::OptionalExtension::optional(
                self.step.prepare_cached(sql)?.query_row([name.id.0], |row| row.get(0)),
            )?;
            let known = match &last {
                None => Some(0),
                Some(last) => theirs.iter().position(|event| event.uid == *last).map(|at| at + 1),
            };
            match (known, theirs.last()) {
                (Some(known), _) => turns.push((name, theirs[known..].to_vec())),
                (None, Some(event)) if self.is_news(event)? => {
                    if event.closed != attendance::is_closed(self.step, name.id)? {
                        self.remarks.add(Remark::ClosedOtherwise(name.to_string()));
                    }
                }
                (None, _) => {}
            }
        }
        Ok(turns)
    }

    fn is_news(&self, event: &PackedEvent) -> Result<bool> {
        Ok(row_of(self.step, "sitting_event", &event.uid)?.is_none())
    }

    fn append<'e>(
        &self,
        name: SittingName,
        events: impl Iterator<Item = &'e PackedEvent>,
        turned: &mut Vec<(SittingName, bool)>,
    ) -> Result<()> {
        for event in events {
            if !self.is_news(event)? {
                return Err(ExchangeMistake::Mixed.into());
            }
            Record::of("sitting_event")
                .set("uid", &event.uid)
                .set("sitting_id", name.id.0)
                .set("kind", if event.closed { "closed" } else { "opened" })
                .set("at", &event.at)
                .set("reason", &event.reason)
                .set("device", &event.device)
                .insert(self.step)?;
            turned.retain(|(known, _)| *known != name);
            turned.push((name, event.closed));
        }
        Ok(())
    }
}

/// Why marks of a delegate at sittings of the cluster are not taken.
pub(super) fn misfit(step: &Step<'_>, home: &Home, id: DelegateId) -> Result<Option<Remark>> {
    let (_, delegate) = crate::store::delegate::read(step, id)?;
    let name = delegate.details.full_name;
    Ok(match (delegate.cluster == Some(home.cluster), delegate.state) {
        (_, DelegateState::Withdrawn) => Some(Remark::Withdrawn(name)),
        (_, DelegateState::Substitute) => Some(Remark::NoPlace(name)),
        (false, _) => Some(Remark::OtherCluster(name)),
        _ => None,
    })
}
