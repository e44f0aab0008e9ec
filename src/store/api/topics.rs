//! What may be asked of the library: topics, documents, curricula.

use super::changed;
use crate::domain::curriculum_file::CurriculumFile;
use crate::domain::id::{CurriculumId, DocumentId, TopicId};
use crate::domain::library::{Citing, DocumentDetails, Library, TopicDetails, TopicPlace};
use crate::domain::mistake::Mistake;
use crate::sentence::Sentence;
use crate::store::thread::{Pending, Writing};
use crate::store::topic::{documents, edit, library};
use crate::store::transact::Operation;
use crate::store::{Exchanged, Store, curriculum};

impl Store {
    /// All topics, documents and curricula, as of one moment.
    pub fn library(&self) -> Pending<Library> {
        self.worker.submit(|thread| {
            let connection = thread.file.connection.transaction()?;
            library::read(&connection)
        })
    }

    /// Adds a topic at its place.
    pub fn add_topic(&self, place: TopicPlace, details: TopicDetails) -> Writing<TopicId> {
        self.worker.write(move |thread| {
            let details = details.checked().map_err(Mistake::from)?;
            let label = Sentence::new("operation-topics-add").with("title", details.title.clone());
            thread.transact(&Operation::new(label), |step| edit::add(step, place, &details))
        })
    }

    /// Changes what a topic says; `field` is what the user was in.
    pub fn edit_topic(
        &self,
        id: TopicId,
        field: &str,
        change: impl FnOnce(&mut TopicDetails) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("topic {id} {field}");
        self.worker.write(move |thread| {
            let current = edit::read(&thread.file.connection, id)?;
            let details = changed(&current, change).checked().map_err(Mistake::from)?;
            let label = Sentence::new("operation-topics-edit").with("title", current.title);
            thread.transact(&Operation::new(label).joining(key), |step| edit::edit(step, id, &details))
        })
    }

    /// Moves a topic with its parts. Refused when that would put it under itself.
    pub fn move_topic(&self, id: TopicId, place: TopicPlace) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = edit::read(&thread.file.connection, id)?.title;
            let label = Sentence::new("operation-topics-move").with("title", title);
            thread.transact(&Operation::new(label), |step| edit::relocate(step, id, place))
        })
    }

    /// Deletes a topic with its parts and what only they cite. Programmes keep the
    /// words they have.
    pub fn delete_topic(&self, id: TopicId) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = edit::read(&thread.file.connection, id)?.title;
            let label = Sentence::new("operation-topics-delete").with("title", title);
            thread.transact(&Operation::new(label), |step| edit::delete(step, id))
        })
    }

    /// Adds a document that a topic or another document cites.
    pub fn add_document(&self, by: Citing, details: DocumentDetails) -> Writing<DocumentId> {
        self.worker.write(move |thread| {
            let details = details.checked().map_err(Mistake::from)?;
            let label = Sentence::new("operation-topics-document-add").with("document", name(&details));
            thread.transact(&Operation::new(label), |step| documents::add(step, by, &details))
        })
    }

    /// Changes what a document says; `field` is what the user was in.
    pub fn edit_document(
        &self,
        id: DocumentId,
        field: &str,
        change: impl FnOnce(&mut DocumentDetails) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("document {id} {field}");
        self.worker.write(move |thread| {
            let current = documents::read(&thread.file.connection, id)?;
            let details = changed(&current, change).checked().map_err(Mistake::from)?;
            let label = Sentence::new("operation-topics-document-edit").with("document", name(&current));
            let operation = Operation::new(label).joining(key);
            thread.transact(&operation, |step| documents::edit_details(step, id, &details))
        })
    }

    /// Adds a citation of a document that stands in the library. Refused when the
    /// document would then cite itself.
    pub fn cite(&self, by: Citing, document: DocumentId) -> Writing<()> {
        self.worker.write(move |thread| {
            let current = documents::read(&thread.file.connection, document)?;
            let label = Sentence::new("operation-topics-document-add").with("document", name(&current));
            thread.transact(&Operation::new(label), |step| documents::cite(step, by, document))
        })
    }

    /// Takes a citation away, and the document with it when nothing else cites it.
    pub fn uncite(&self, by: Citing, document: DocumentId) -> Writing<()> {
        self.worker.write(move |thread| {
            let current = documents::read(&thread.file.connection, document)?;
            let label = Sentence::new("operation-topics-document-remove").with("document", name(&current));
            thread.transact(&Operation::new(label), |step| documents::uncite(step, by, document))
        })
    }

    /// Adds a curriculum of these topics, in this order.
    pub fn add_curriculum(&self, title: &str, topics: Vec<TopicId>) -> Writing<CurriculumId> {
        let title = title.to_owned();
        self.worker.write(move |thread| {
            let title = curriculum::checked_title(&title)?;
            let label = Sentence::new("operation-topics-curriculum-add").with("title", title.clone());
            thread.transact(&Operation::new(label), |step| curriculum::add(step, &title, &topics))
        })
    }

    /// Gives a curriculum another name.
    pub fn rename_curriculum(&self, id: CurriculumId, title: &str) -> Writing<()> {
        let title = title.to_owned();
        self.worker.write(move |thread| {
            let title = curriculum::checked_title(&title)?;
            let label = Sentence::new("operation-topics-curriculum-edit")
                .with("title", curriculum::title(&thread.file.connection, id)?);
            let operation = Operation::new(label).joining(format!("curriculum {id} title"));
            thread.transact(&operation, |step| curriculum::rename(step, id, &title))
        })
    }

    /// Replaces the topics of a curriculum. Sessions that follow it follow.
    pub fn set_curriculum_topics(&self, id: CurriculumId, topics: Vec<TopicId>) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-curriculum-edit")
                .with("title", curriculum::title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| curriculum::set_topics(step, id, &topics))
        })
    }

    /// Deletes a curriculum; its topics stay.
    pub fn delete_curriculum(&self, id: CurriculumId) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-curriculum-delete")
                .with("title", curriculum::title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| curriculum::delete(step, id))
        })
    }

    /// A curriculum with everything under it, to be written to a file.
    pub fn export_curriculum(&self, id: CurriculumId) -> Pending<CurriculumFile> {
        self.worker.submit(move |thread| {
            let connection = thread.file.connection.transaction()?;
            curriculum::exchange::export(&connection, id)
        })
    }

    /// Takes in a curriculum of another office. What stands here already, by its
    /// identity, stays as it is: the same file taken in twice makes no doubles.
    pub fn import_curriculum(&self, file: CurriculumFile) -> Writing<Exchanged> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-topics-exchange").with("title", file.title.clone());
            thread.transact(&Operation::new(label), |step| curriculum::exchange::import(step, &file))
        })
    }
}

/// "Quy định 124-QĐ/TW".
fn name(details: &DocumentDetails) -> String {
    let tells = details.number.as_deref().or(details.title.as_deref()).unwrap_or_default();
    format!("{} {tells}", details.kind).trim().to_owned()
}
