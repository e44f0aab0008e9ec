//! Whether a package is within bounds, and all that is named in it stands in it.

use std::collections::{HashMap, HashSet};

use super::{
    FileMistake, MOST_MARKS, MOST_NUMBER, MOST_ROWS, MOST_TEXT, MarkPackage, PackedDelegate, PackedMark,
};
use crate::domain::entry;
use crate::vietnamese::clean::clean;

impl MarkPackage {
    /// Whether everything is within bounds and all that is named stands in the file.
    pub(super) fn check(&mut self) -> Result<(), FileMistake> {
        let marks: usize = self.entries.iter().map(|entry| entry.marks.len()).sum();
        if self.delegates.len() > MOST_ROWS
            || self.sittings.len() > MOST_ROWS
            || self.events.len() > MOST_ROWS
            || self.notices.len() > MOST_ROWS
            || self.entries.len() > MOST_MARKS
            || marks > MOST_MARKS
        {
            return Err(FileMistake::TooLarge);
        }
        if self.cluster.number > MOST_NUMBER {
            return Err(FileMistake::Damaged);
        }
        uid(&self.session.uid)?;
        uid(&self.cluster.uid)?;
        time(&self.made_at)?;
        self.session.title = needed(&self.session.title)?;
        self.cluster.name = needed(&self.cluster.name)?;
        for text in [&mut self.session.venue, &mut self.cluster.venue] {
            line(text)?;
        }
        let sittings = each(self.sittings.iter().map(|one| &one.uid))?;
        for sitting in &mut self.sittings {
            for text in [&mut sitting.starts, &mut sitting.ends] {
                line(text)?;
            }
        }
        let delegates = each(self.delegates.iter().map(|one| &one.uid))?;
        for delegate in &mut self.delegates {
            delegate.check(&delegates)?;
        }
        self.check_entries(&delegates, &sittings)?;
        each(self.events.iter().map(|one| &one.uid))?;
        for event in &mut self.events {
            known(&event.sitting, &sittings)?;
            time(&event.at)?;
            line(&mut event.reason)?;
            line(&mut event.device)?;
        }
        for notice in &mut self.notices {
            known(&notice.delegate, &delegates)?;
            notice.sitting.as_ref().map_or(Ok(()), |sitting| known(sitting, &sittings))?;
            notice.substitute.as_ref().map_or(Ok(()), |substitute| known(substitute, &delegates))?;
            line(&mut notice.reason)?;
        }
        Ok(())
    }

    fn check_entries(
        &mut self,
        delegates: &HashSet<String>,
        sittings: &HashSet<String>,
    ) -> Result<(), FileMistake> {
        // Which mark is of whom, and at which sitting.
        let mut places: HashMap<String, (String, String)> = HashMap::new();
        for mark in self.entries.iter_mut().flat_map(|entry| &mut entry.marks) {
            mark.check(delegates, sittings)?;
            let place = (mark.delegate.clone(), mark.sitting.clone());
            if places.insert(mark.uid.clone(), place).is_some() {
                return Err(FileMistake::Damaged);
            }
        }
        let mut entries = HashSet::with_capacity(self.entries.len());
        let mut counting = HashSet::new();
        for entry in &mut self.entries {
            uid(&entry.uid)?;
            time(&entry.at)?;
            for text in [&mut entry.page, &mut entry.device, &mut entry.machine] {
                line(text)?;
            }
            // What is taken back stands before what takes it back.
            if let Some(retracted) = &entry.retracts {
                known(retracted, &entries)?;
            }
            if entry.retracts.is_some() != entry.marks.is_empty() || !entries.insert(entry.uid.clone()) {
                return Err(FileMistake::Damaged);
            }
            let mut of_entry = HashSet::new();
            for mark in &entry.marks {
                let place = (mark.delegate.as_str(), mark.sitting.as_str());
                let replaced = mark.replaces.as_ref().map(|replaced| places.get(replaced));
                let fits = replaced.is_none_or(|replaced| replaced == places.get(&mark.uid));
                if !fits || !of_entry.insert(place) {
                    return Err(FileMistake::Damaged);
                }
            }
            let counts = entry.marks.iter().filter(|mark| mark.counts);
            for mark in counts {
                if !counting.insert((mark.delegate.clone(), mark.sitting.clone())) {
                    return Err(FileMistake::Damaged);
                }
            }
        }
        Ok(())
    }
}

impl PackedDelegate {
    fn check(&mut self, delegates: &HashSet<String>) -> Result<(), FileMistake> {
        uid(&self.person)?;
        let is_numbered = self.number.is_none_or(|number| (1..=MOST_NUMBER).contains(&number));
        if self.row <= 0 || !is_numbered || self.substitute_for.as_ref() == Some(&self.uid) {
            return Err(FileMistake::Damaged);
        }
        if let Some(held) = &self.substitute_for {
            known(held, delegates)?;
        }
        line(&mut self.sort_name)?;
        let details = &self.details;
        let texts = [
            Some(&details.full_name),
            details.position.as_ref(),
            details.unit.as_ref(),
            details.unit_group.as_ref(),
            details.phone.as_ref(),
            details.note.as_ref(),
        ];
        if texts.into_iter().flatten().any(|text| text.len() > MOST_TEXT) {
            return Err(FileMistake::TooLarge);
        }
        self.details = entry::person(details.clone()).map_err(|_| FileMistake::Damaged)?;
        Ok(())
    }
}

impl PackedMark {
    fn check(&mut self, delegates: &HashSet<String>, sittings: &HashSet<String>) -> Result<(), FileMistake> {
        uid(&self.uid)?;
        known(&self.delegate, delegates)?;
        known(&self.sitting, sittings)?;
        if let Some(substitute) = &self.substitute {
            known(substitute, delegates)?;
        }
        if self.substitute.as_ref() == Some(&self.delegate) {
            return Err(FileMistake::Damaged);
        }
        line(&mut self.note)
    }
}

/// The identities of records, each once.
fn each<'a>(uids: impl Iterator<Item = &'a String>) -> Result<HashSet<String>, FileMistake> {
    let mut seen = HashSet::new();
    for one in uids {
        uid(one)?;
        if !seen.insert(one.clone()) {
            return Err(FileMistake::Damaged);
        }
    }
    Ok(seen)
}

fn known(uid: &String, all: &HashSet<String>) -> Result<(), FileMistake> {
    all.contains(uid).then_some(()).ok_or(FileMistake::Damaged)
}

fn uid(uid: &str) -> Result<(), FileMistake> {
    let parsed = uuid::Uuid::try_parse(uid).map_err(|_| FileMistake::Damaged)?;
    (parsed.to_string() == uid).then_some(()).ok_or(FileMistake::Damaged)
}

fn time(text: &str) -> Result<(), FileMistake> {
    let is_time = text.len() <= 40 && text.parse::<jiff::Timestamp>().is_ok();
    is_time.then_some(()).ok_or(FileMistake::Damaged)
}

fn needed(text: &str) -> Result<String, FileMistake> {
    let mut text = Some(text.to_owned());
    line(&mut text)?;
    text.ok_or(FileMistake::Damaged)
}

/// Cleans a text; an empty one is none.
fn line(text: &mut Option<String>) -> Result<(), FileMistake> {
    if text.as_ref().is_some_and(|text| text.len() > MOST_TEXT) {
        return Err(FileMistake::TooLarge);
    }
    *text = text.take().map(|text| clean(&text)).filter(|text| !text.is_empty());
    Ok(())
}
