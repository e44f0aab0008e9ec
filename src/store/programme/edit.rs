//! Items of a programme added, changed, moved and deleted.

use rusqlite::{Connection, OptionalExtension};

use super::presenters;
use crate::domain::id::{ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::library::{self, LibraryMistake};
use crate::domain::mistake::Mistake;
use crate::domain::programme::{ClockTime, ItemKind, Presenter, ProgrammeItem};
use crate::store::cluster::{self, sittings};
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::topic;
use crate::store::transact::Step;
use crate::vietnamese::clean::clean;

/// An item to add, and the topic it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct NewItem {
    pub(in crate::store) topic: Option<TopicId>,
    pub(in crate::store) details: ProgrammeItem,
}

/// An item as typed, made ready to be stored.
pub(in crate::store) fn checked(entered: ProgrammeItem) -> Result<ProgrammeItem> {
    let title = clean(&entered.title);
    if title.is_empty() {
        return Err(Mistake::from(LibraryMistake::NoItemTitle).into());
    }
    let presenters = entered.presenters.into_iter().map(|one| match one {
        Presenter::Person { name, titles } => Presenter::Person {
            name: clean(&name),
            titles: titles.iter().map(|title| clean(title)).filter(|title| !title.is_empty()).collect(),
        },
        Presenter::Role(role) => Presenter::Role(clean(&role)),
        Presenter::Collective(body) => Presenter::Collective(clean(&body)),
    });
    let presenters = presenters.filter(|one| !one.name().is_empty()).collect();
    let minutes = library::minutes(entered.minutes).map_err(Mistake::from)?;
    Ok(ProgrammeItem { title, presenters, minutes, ..entered })
}

/// Adds items to a sitting, the first of them before the item at `at`.
pub(in crate::store) fn add(
    step: &Step<'_>,
    sitting: SittingId,
    at: usize,
    items: &[NewItem],
) -> Result<Vec<ProgrammeItemId>> {
    let session = session_of(step, sitting)?;
    let mut order = item_ids(step, sitting)?;
    let at = at.min(order.len());
    let mut added = Vec::new();
    for (place, item) in (at..).zip(items) {
        let id = insert(step, session, sitting, place, item)?;
        order.insert(place, id.0);
        added.push(id);
    }
    count(step, &order)?;
    Ok(added)
}

/// Adds one item with its presenters; the others keep their places.
pub(super) fn insert(
    step: &Step<'_>,
    session: SessionId,
    sitting: SittingId,
    ordinal: usize,
    item: &NewItem,
) -> Result<ProgrammeItemId> {
    let details = &item.details;
    let id = Record::of("programme_item")
        .with_uid()
        .set("sitting_id", sitting.0)
        .set("topic_id", item.topic.map(|topic| topic.0))
        .set("kind", Word(details.kind))
        .set("title", &details.title)
        .set("minutes", details.minutes)
        .set("ordinal", ordinal)
        .insert(step)?;
    presenters::set(step, session, ProgrammeItemId(id), &details.presenters)?;
    Ok(ProgrammeItemId(id))
}

/// What an item says.
pub(in crate::store) fn details_of(connection: &Connection, id: ProgrammeItemId) -> Result<ProgrammeItem> {
    let session = session_of(connection, sitting_of(connection, id)?)?;
    let programme = super::read(connection, session)?;
    let item = programme.item(id).map(|(_, item)| item.details.clone());
    Ok(item.ok_or(Mistake::from(LibraryMistake::UnknownItem))?)
}

/// Replaces what an item says, where it differs.
pub(in crate::store) fn edit(step: &Step<'_>, id: ProgrammeItemId, wanted: &ProgrammeItem) -> Result<()> {
    let session = session_of(step, sitting_of(step, id)?)?;
    let current = details_of(step, id)?;
    if (current.kind, &current.title, current.minutes) != (wanted.kind, &wanted.title, wanted.minutes) {
        let record = Record::of("programme_item")
            .set("kind", Word(wanted.kind))
            .set("title", &wanted.title)
            .set("minutes", wanted.minutes);
        // A break is about no topic.
        let record = match wanted.kind {
            ItemKind::Topic => record,
            _ => record.set("topic_id", None::<i64>),
        };
        record.update(step, id.0)?;
    }
    if current.presenters != wanted.presenters {
        presenters::set(step, session, id, &wanted.presenters)?;
    }
    Ok(())
}

/// Moves an item to a place of its own or another sitting of the session.
pub(in crate::store) fn relocate(
    step: &Step<'_>,
    id: ProgrammeItemId,
    sitting: SittingId,
    at: usize,
) -> Result<()> {
    let from = sitting_of(step, id)?;
    if session_of(step, from)? != session_of(step, sitting)? {
        return Err(Mistake::UnknownSitting.into());
    }
    if from != sitting {
        Record::of("programme_item").set("sitting_id", sitting.0).update(step, id.0)?;
        count(step, &item_ids(step, from)?)?;
    }
    let mut order: Vec<i64> = item_ids(step, sitting)?.into_iter().filter(|one| *one != id.0).collect();
    order.insert(at.min(order.len()), id.0);
    count(step, &order)
}

/// Deletes an item.
pub(in crate::store) fn delete(step: &Step<'_>, id: ProgrammeItemId) -> Result<()> {
    let sitting = sitting_of(step, id)?;
    step.execute("DELETE FROM programme_item WHERE id = ?1", [id.0])?;
    count(step, &item_ids(step, sitting)?)
}

/// When a sitting starts and ends; texts of the form "HH:MM".
pub(in crate::store) fn set_hours(
    step: &Step<'_>,
    id: SittingId,
    starts: Option<ClockTime>,
    ends: Option<ClockTime>,
) -> Result<()> {
    let text = |time: Option<ClockTime>| time.map(|time| time.to_string());
    let wanted = (text(starts), text(ends));
    let sql = "SELECT starts, ends FROM sitting WHERE id = ?1";
    let current = step.query_row(sql, [id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    match current.ok_or(Mistake::UnknownSitting)? == wanted {
        true => Ok(()),
        false => Record::of("sitting").set("starts", wanted.0).set("ends", wanted.1).update(step, id.0),
    }
}

/// The session of a sitting.
pub(in crate::store) fn session_of(connection: &Connection, sitting: SittingId) -> Result<SessionId> {
    Ok(cluster::read(connection, sittings::cluster_of(connection, sitting)?)?.0)
}

/// The sitting of an item.
pub(in crate::store) fn sitting_of(connection: &Connection, id: ProgrammeItemId) -> Result<SittingId> {
    let mut query = connection.prepare_cached("SELECT sitting_id FROM programme_item WHERE id = ?1")?;
    let found = query.query_row([id.0], |row| row.get(0).map(SittingId)).optional()?;
    Ok(found.ok_or(Mistake::from(LibraryMistake::UnknownItem))?)
}

/// The topic of a session whose title an item has; then it is about that topic.
pub(in crate::store) fn topic_titled(
    connection: &Connection,
    session: SessionId,
    item: &ProgrammeItem,
) -> Result<Option<TopicId>> {
    if item.kind != ItemKind::Topic {
        return Ok(None);
    }
    let Some(curriculum) = super::session_curriculum(connection, session)? else { return Ok(None) };
    for root in super::super::curriculum::topics(connection, curriculum)? {
        for id in [vec![root], topic::parts(connection, root)?].concat() {
            if topic::edit::read(connection, id)?.title == item.title {
                return Ok(Some(id));
            }
        }
    }
    Ok(None)
}

fn item_ids(connection: &Connection, sitting: SittingId) -> Result<Vec<i64>> {
    let mut query = connection
        .prepare_cached("SELECT id FROM programme_item WHERE sitting_id = ?1 ORDER BY ordinal, id")?;
    let ids = query.query_map([sitting.0], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Gives items their places, where they changed.
fn count(step: &Step<'_>, order: &[i64]) -> Result<()> {
    for (ordinal, id) in order.iter().enumerate() {
        let now: usize =
            step.query_row("SELECT ordinal FROM programme_item WHERE id = ?1", [id], |row| row.get(0))?;
        if now != ordinal {
            Record::of("programme_item").set("ordinal", ordinal).update(step, *id)?;
        }
    }
    Ok(())
}
