//! What may be asked of the programme of a session.

use rusqlite::Connection;

use super::changed;
use crate::domain::id::{CurriculumId, ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::library::LibraryMistake;
use crate::domain::mistake::Mistake;
use crate::domain::programme::{
    ClockTime, Given, ItemKind, Placement, Presenter, Programme, ProgrammeItem, placing,
};
use crate::sentence::Sentence;
use crate::store::cluster::sittings;
use crate::store::error::Result;
use crate::store::programme::{self, NewItem};
use crate::store::thread::{Pending, Writing};
use crate::store::transact::{Operation, Step};
use crate::store::{Store, cluster, curriculum, session, topic};

impl Store {
    /// What happens in every sitting of a session, as of one moment.
    pub fn programme(&self, session: SessionId) -> Pending<Programme> {
        self.worker.submit(move |thread| {
            let connection = thread.file.connection.transaction()?;
            programme::read(&connection, session)
        })
    }

    /// Adds an item to a sitting, before the item at `at`.
    pub fn add_item(
        &self,
        sitting: SittingId,
        at: usize,
        topic: Option<TopicId>,
        details: ProgrammeItem,
    ) -> Writing<ProgrammeItemId> {
        self.worker.write(move |thread| {
            let details = programme::checked(details)?;
            let label = Sentence::new("operation-topics-item-add").with("title", details.title.clone());
            let items = [NewItem { topic, details }];
            thread.transact(&Operation::new(label), |step| {
                let added = programme::add(step, sitting, at, &items)?;
                added.first().copied().ok_or(Mistake::UnknownSitting.into())
            })
        })
    }

    /// Changes what an item says; `field` is what the user was in.
    pub fn edit_item(
        &self,
        id: ProgrammeItemId,
        field: &str,
        change: impl FnOnce(&mut ProgrammeItem) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("item {id} {field}");
        self.worker.write(move |thread| {
            let current = programme::details_of(&thread.file.connection, id)?;
            let details = programme::checked(changed(&current, change))?;
            let label = Sentence::new("operation-topics-item-edit")
                .with("title", title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label).joining(key), |step| programme::edit(step, id, &details))
        })
    }

    /// Writes down what became of the part of a presenter of an item. `planned` are those who are shown for it.
    pub fn set_given(
        &self,
        id: ProgrammeItemId,
        at: usize,
        planned: Vec<Presenter>,
        given: Option<Given>,
    ) -> Writing<()> {
        let key = format!("item {id} given {at}");
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-given").with("title", title(&thread.file.connection, id)?);
            let operation = Operation::new(label).joining(key);
            thread.transact(&operation, |step| programme::set_given(step, id, at, &planned, given))
        })
    }

    /// Moves an item within its sitting or to another of the session.
    pub fn move_item(&self, id: ProgrammeItemId, sitting: SittingId, at: usize) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-item-move")
                .with("title", title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| programme::relocate(step, id, sitting, at))
        })
    }

    /// Deletes an item.
    pub fn delete_item(&self, id: ProgrammeItemId) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-item-delete")
                .with("title", title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| programme::delete(step, id))
        })
    }

    /// When a sitting starts and ends.
    pub fn set_sitting_hours(
        &self,
        id: SittingId,
        starts: Option<ClockTime>,
        ends: Option<ClockTime>,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            if let (Some(starts), Some(ends)) = (starts, ends)
                && ends <= starts
            {
                let (starts, ends) = (starts.to_string(), ends.to_string());
                return Err(Mistake::TimesReversed { starts, ends }.into());
            }
            let of = sittings::cluster_of(&thread.file.connection, id)?;
            let name = cluster::read(&thread.file.connection, of)?.1.name;
            let label = Sentence::new("operation-topics-hours").with("cluster", name);
            let operation = Operation::new(label).joining(format!("sitting {id} hours"));
            thread.transact(&operation, |step| programme::set_hours(step, id, starts, ends))
        })
    }

    /// Replaces what happens in other sittings by what happens in one, hours
    /// included: the programme of one cluster for all.
    pub fn copy_programme(&self, source: SittingId, targets: Vec<SittingId>) -> Writing<()> {
        let label = Sentence::new("operation-topics-copy").with("count", targets.len());
        self.worker.write(move |thread| {
            thread.transact(&Operation::new(label), |step| programme::replace(step, source, &targets))
        })
    }

    /// Fills the sittings of a session that have no items from another session.
    /// Answers how many were filled.
    pub fn copy_programme_from(&self, session: SessionId, source: SessionId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-take-over")
                .with("title", session::title(&thread.file.connection, source)?);
            thread.transact(&Operation::new(label), |step| programme::take_over(step, session, source))
        })
    }

    /// Puts topics into the programme of every cluster of a session, each where
    /// [`placing`] finds room. Answers how many items were added. Topics a cluster
    /// holds already are left out.
    pub fn schedule_topics(&self, session: SessionId, topics: Vec<TopicId>) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-schedule")
                .with("count", topics.len())
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::new(label), |step| schedule(step, session, &topics))
        })
    }

    /// Gives a session the topics of a curriculum, and puts them into its
    /// programme where it has sittings. Answers how many items were added.
    pub fn follow_curriculum(&self, session: SessionId, id: CurriculumId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let connection = &thread.file.connection;
            let label = Sentence::new("operation-topics-follow")
                .with("curriculum", curriculum::title(connection, id)?)
                .with("title", session::title(connection, session)?);
            thread.transact(&Operation::new(label), |step| {
                if programme::session_curriculum(step, session)? != Some(id) {
                    session::follow(step, session, id)?;
                }
                match programme::read(step, session)?.clusters.iter().all(|one| one.sittings.is_empty()) {
                    true => Ok(0),
                    false => schedule(step, session, &curriculum::topics(step, id)?),
                }
            })
        })
    }
}

fn title(connection: &Connection, id: ProgrammeItemId) -> Result<String> {
    programme::sitting_of(connection, id)?;
    Ok(connection.query_row("SELECT title FROM programme_item WHERE id = ?1", [id.0], |row| row.get(0))?)
}

fn schedule(step: &Step<'_>, session: SessionId, topics: &[TopicId]) -> Result<usize> {
    let planned = programme::read(step, session)?;
    if planned.clusters.iter().all(|cluster| cluster.sittings.is_empty()) {
        return Err(Mistake::from(LibraryMistake::NoSittings).into());
    }
    let mut added = 0;
    for cluster in &planned.clusters {
        let mut items = Vec::new();
        for &id in topics {
            let details = topic::edit::read(step, id)?;
            let held = cluster.sittings.iter().flat_map(|one| &one.items).any(|item| item.topic == Some(id));
            if held {
                continue;
            }
            let minutes = details.minutes.or(Some(ItemKind::Topic.usual_minutes()));
            let details = ProgrammeItem {
                kind: ItemKind::Topic,
                title: details.title,
                minutes,
                presenters: Vec::new(),
            };
            items.push(NewItem { topic: Some(id), details });
        }
        let minutes: Vec<u32> = items.iter().filter_map(|item| item.details.minutes).collect();
        for (Placement { sitting, at }, item) in placing(&cluster.sittings, &minutes).into_iter().zip(&items)
        {
            added += programme::add(step, sitting, at, std::slice::from_ref(item))?.len();
        }
    }
    Ok(added)
}
