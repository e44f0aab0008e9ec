//! A filled form is taken in: one entry, made here. What counts here already goes on to count until somebody decides.

use std::collections::{HashMap, HashSet};

use md5::{Digest, Md5};
use rusqlite::OptionalExtension;

use super::home::Home;
use super::people::{self, Found, NewPerson};
use super::standing::{self, Place, Standing};
use super::told::{self, Before};
use super::{Remarks, merge, row_of};
use crate::domain::attendance::exchange::{ExchangeMistake, Manner, Received, Remark, SittingName};
use crate::domain::attendance::form::{FilledForm, FilledPerson};
use crate::domain::attendance::{AttendanceStatus, MadeOn, NewMark, Way};
use crate::domain::entry;
use crate::domain::id::{DelegateId, EntryId, MarkId};
use crate::domain::person::{PersonDetails, group_of};
use crate::store::attendance;
use crate::store::codec::{Word, needed_word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{delegate, roster};

/// Takes a form in.
pub(super) fn take_in(step: &Step<'_>, form: &FilledForm, manner: &Manner) -> Result<Received> {
    let session = super::session_of(step, &form.session)?.ok_or(ExchangeMistake::ForeignForm)?;
    let cluster = super::cluster_of(step, session, &form.cluster)?.ok_or(ExchangeMistake::ForeignCluster)?;
    let home = Home { session, cluster, opened: false, follows: false, updated: 0 };
    let before = Before::of(step, cluster)?;
    let mut filling = Filling {
        step,
        home: &home,
        form,
        made_on: &manner.made_on,
        sittings: standing::sittings(step, cluster)?.into_iter().collect(),
        entry: None,
        added: Vec::new(),
        remarks: Remarks::default(),
    };
    for remark in &form.remarks {
        filling.remarks.add(remark.clone());
    }
    let marks = filling.marks()?;
    roster::settle_numbers(step, session)?;
    for mark in &marks {
        filling.mark(mark)?;
    }
    let theirs: Vec<Place> = marks.iter().map(|mark| (mark.delegate, mark.sitting)).collect();
    let Filling { added, remarks, .. } = filling;
    let mut received = told::received(step, session, cluster, &before, &theirs, &added)?;
    received.remarks = remarks.all;
    Ok(received)
}

/// What a form says of a place: as what somebody was there, and who sat there for them.
type Said = (AttendanceStatus, Option<DelegateId>);

struct Filling<'a> {
    step: &'a Step<'a>,
    home: &'a Home,
    form: &'a FilledForm,
    made_on: &'a MadeOn,
    sittings: HashMap<String, SittingName>,
    /// The entry of the form, once there is something new.
    entry: Option<EntryId>,
    added: Vec<DelegateId>,
    remarks: Remarks,
}

impl Filling<'_> {
    /// What the form says of whom, each place once; people who came in addition are made.
    fn marks(&mut self) -> Result<Vec<NewMark>> {
        let mut marks: Vec<NewMark> = Vec::new();
        let mut rows: HashMap<&str, DelegateId> = HashMap::new();
        let form = self.form;
        for row in &form.rows {
            let Some(delegate) = self.delegate(&row.delegate, &row.name)? else { continue };
            rows.insert(&row.delegate, delegate);
            for (sitting, status) in &row.marks {
                let Some(sitting) = self.sitting(sitting) else { continue };
                let is_absence = matches!(status, AttendanceStatus::Excused | AttendanceStatus::Absent);
                let note = row.note.clone().filter(|_| is_absence);
                marks.push(NewMark { note, ..NewMark::new(delegate, sitting.id, *status) });
            }
        }
        for person in &form.people {
            let held = person.substitute_for.as_deref();
            let held = match held.map(|held| rows.get(held)) {
                Some(None) => continue,
                Some(Some(held)) => Some(*held),
                None => None,
            };
            let Some(delegate) = self.person(person, held)? else { continue };
            for (sitting, status) in &person.marks {
                let Some(sitting) = self.sitting(sitting) else { continue };
                let Some(held) = held else {
                    marks.push(NewMark::new(delegate, sitting.id, *status));
                    continue;
                };
                let of_held =
                    marks.iter().position(|mark| (mark.delegate, mark.sitting) == (held, sitting.id));
                match of_held.map(|at| marks[at].status) {
                    Some(there) if there.is_filled() => {
                        let (row, name) = (person.row, person.name.clone());
                        self.remarks.add(Remark::BothThere { row, name });
                        continue;
                    }
                    _ => {}
                }
                // Who is away is away, whoever came for them; the reason goes with it.
                if let Some(at) = of_held {
                    marks.remove(at);
                }
                let sat = NewMark::new(held, sitting.id, AttendanceStatus::Substituted);
                marks.push(match status.is_present() {
                    true => NewMark { substitute: Some(delegate), ..sat },
                    false => NewMark { status: *status, ..sat },
                });
            }
        }
        let mut fits = HashMap::new();
        let mut kept = Vec::with_capacity(marks.len());
        let mut seen = HashSet::new();
        for mark in marks {
            let misfit = match fits.get(&mark.delegate) {
                Some(known) => Option::clone(known),
                None => {
                    let misfit = merge::misfit(self.step, self.home, mark.delegate)?;
                    fits.insert(mark.delegate, misfit.clone());
                    misfit
                }
            };
            match misfit {
                Some(remark) => self.remarks.add(remark),
                None if seen.insert((mark.delegate, mark.sitting)) => kept.push(mark),
                None => {}
            }
        }
        Ok(kept)
    }

    fn sitting(&mut self, uid: &str) -> Option<SittingName> {
        let found = self.sittings.get(uid).copied();
        if found.is_none() {
            self.remarks.add(Remark::SittingGone);
        }
        found
    }

    /// A delegate of the list; who is gone from it is said.
    fn delegate(&mut self, uid: &str, name: &str) -> Result<Option<DelegateId>> {
        match row_of(self.step, "delegate", uid)? {
            Some(row) => {
                let (session, one) = delegate::read(self.step, DelegateId(row))?;
                match session == self.home.session {
                    true => Ok(Some(one.id)),
                    false => Err(ExchangeMistake::Mixed.into()),
                }
            }
            None => {
                self.remarks.add(Remark::Deleted(name.to_owned()));
                Ok(None)
            }
        }
    }

    /// Somebody who came in addition, by the identity of their row.
    fn person(&mut self, person: &FilledPerson, held: Option<DelegateId>) -> Result<Option<DelegateId>> {
        if row_of(self.step, "delegate", &person.uid)?.is_some() {
            return self.delegate(&person.uid, &person.name);
        }
        if people::is_deleted(self.step, &person.uid)? {
            self.remarks.add(Remark::Deleted(person.name.clone()));
            return Ok(None);
        }
        let details = self.details(person)?;
        let cluster = Some(self.home.cluster).filter(|_| held.is_none());
        let new = NewPerson { person: None, details: &details };
        let units = UnitNames::load(self.step)?;
        let of = match people::find_or_insert(self.step, &units, self.home.session, cluster, &new)? {
            Found::Listed(known, stt) => {
                self.remarks.add(Remark::SamePerson { name: details.full_name, stt });
                return Ok(Some(known));
            }
            Found::Elsewhere => {
                self.remarks.add(Remark::ElsewhereListed(details.full_name));
                return Ok(None);
            }
            Found::Person(of) => of,
        };
        if held.is_none() {
            people::keep_numbers(self.step, self.home.session, self.home.cluster)?;
        }
        let (session, cluster) = (self.home.session, Some(self.home.cluster));
        let id = delegate::insert_as(self.step, &person.uid, None, session, cluster, of, &details)?;
        let record = Record::of("delegate").set("substitute_for", held.map(|held| held.0));
        record.set("walk_in", held.is_none()).update(self.step, id.0)?;
        self.added.push(id);
        Ok(Some(id))
    }

    /// What was typed of somebody; the commune is that of others of the same unit.
    fn details(&self, person: &FilledPerson) -> Result<PersonDetails> {
        let listed = delegate::of_session(self.step, self.home.session)?;
        let known = listed
            .iter()
            .filter_map(|one| Some((one.details.unit.as_deref()?, one.details.unit_group.as_deref())));
        let unit_group = person.unit.as_deref().and_then(|unit| group_of(unit, known));
        Ok(entry::person(PersonDetails {
            full_name: person.name.clone(),
            position: person.position.clone(),
            unit: person.unit.clone(),
            unit_group,
            note: person.note.clone(),
            ..PersonDetails::default()
        })?)
    }

    /// Makes a mark, unless the form said it before or it counts here. Where another one counts, it waits.
    fn mark(&mut self, mark: &NewMark) -> Result<()> {
        let place = (mark.delegate, mark.sitting);
        let here = standing::at(self.step, place)?;
        let says = |here: &Standing| here.says(mark.status, mark.substitute);
        if here.as_ref().is_some_and(says) {
            return Ok(());
        }
        let (uid, said) = self.said(place)?;
        if said == Some((mark.status, mark.substitute)) {
            return Ok(());
        }
        if attendance::is_closed(self.step, mark.sitting)? {
            let name = self.sittings.values().find(|name| name.id == mark.sitting);
            return Err(ExchangeMistake::Closed(name.map(ToString::to_string).unwrap_or_default()).into());
        }
        let entry = match self.entry {
            Some(entry) => entry,
            None => attendance::insert_entry(
                self.step,
                &attendance::Entry {
                    session: self.home.session,
                    way: Way::Import,
                    page: None,
                    made_on: self.made_on,
                    retracts: None,
                },
            )?,
        };
        self.entry = Some(entry);
        let id = Record::of("attendance_mark")
            .set("uid", uid)
            .set("entry_id", entry.0)
            .set("delegate_id", mark.delegate.0)
            .set("sitting_id", mark.sitting.0)
            .set("status", Word(mark.status))
            .set("substitute_id", mark.substitute.map(|substitute| substitute.0))
            .set("note", &mark.note)
            .insert(self.step)?;
        match here {
            None => attendance::count(self.step, mark.delegate, mark.sitting, MarkId(id)),
            Some(_) => {
                Record::of("mark_conflict").set("mark_id", id).insert(self.step)?;
                Ok(())
            }
        }
    }

    /// What the form said of a place last, unless that was taken back; and the identity of what it says next.
    fn said(&self, place: Place) -> Result<(String, Option<Said>)> {
        let mut query = self.step.prepare_cached(
            "SELECT mark.status, mark.substitute_id,
                 EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = mark.entry_id) AS retracted
             FROM attendance_mark AS mark WHERE mark.uid = ?1",
        )?;
        let (mut number, mut last) = (0, None);
        loop {
            let uid = self.statement(place, number);
            let found = query.query_row([&uid], |row| {
                let substitute = row.get::<_, Option<i64>>("substitute_id")?.map(DelegateId);
                let said = (needed_word(row, "status")?, substitute);
                Ok((!row.get::<_, bool>("retracted")?).then_some(said))
            });
            match found.optional()? {
                None => return Ok((uid, last)),
                Some(said) => last = said,
            }
            number += 1;
        }
    }

    /// The identity of what the form says of a place, the first time, the second …: so it is known when the same file
    /// comes again.
    fn statement(&self, (delegate, sitting): Place, number: u32) -> String {
        let mut hasher = Md5::new();
        hasher.update(format!("{} {delegate} {sitting} {number}", self.form.form));
        uuid::Builder::from_md5_bytes(hasher.finalize().into()).into_uuid().to_string()
    }
}
