//! Random edits of the library and of programmes, for the property tests of undo.

use super::error::{Result, StoreError};
use super::topic::{documents, edit};
use super::transact::Step;
use super::undo::tests::pick;
use super::{curriculum, programme};
use crate::domain::id::{CurriculumId, DocumentId, ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::library::{Citing, DocumentDetails, TopicDetails, TopicPlace};
use crate::domain::programme::{ItemKind, ProgrammeItem};

/// What is done.
#[derive(Debug, Clone, Copy)]
pub(super) enum LibraryMove {
    AddTopic,
    EditTopic,
    MoveTopic,
    DeleteTopic,
    AddDocument,
    Cite,
    Uncite,
    AddCurriculum,
    SetCurriculum,
    AddItem,
    EditItem,
    MoveItem,
    DeleteItem,
    CopyProgramme,
    TakeOver,
}

/// Makes the edit, if there is something to make it to. What is refused changes
/// nothing.
pub(super) fn make(step: &Step<'_>, kind: LibraryMove, which: usize, other: usize, name: &str) -> Result<()> {
    match attempt(step, kind, which, other, name) {
        Err(StoreError::Refused(_)) => Ok(()),
        outcome => outcome,
    }
}

fn attempt(step: &Step<'_>, kind: LibraryMove, which: usize, other: usize, name: &str) -> Result<()> {
    let row =
        |table: &str, which| pick(step, &format!("SELECT id FROM {table} ORDER BY id"), which).unwrap_or(0);
    let topic = TopicId(row("topic", which));
    let second = TopicId(row("topic", other));
    let document = DocumentId(row("cited_document", other));
    let by = match which.is_multiple_of(2) {
        true => Citing::Topic(topic),
        false => Citing::Document(DocumentId(row("cited_document", which))),
    };
    let place =
        TopicPlace { parent: Some(second).filter(|id| id.0 > 0 && !other.is_multiple_of(3)), at: which % 3 };
    let details = TopicDetails { title: name.to_owned(), ..TopicDetails::default() };
    let curriculum = CurriculumId(row("curriculum", which));
    let sitting = SittingId(row("sitting", which));
    let item = ProgrammeItemId(row("programme_item", which));
    let words = ProgrammeItem {
        kind: if other.is_multiple_of(2) { ItemKind::Topic } else { ItemKind::Break },
        title: name.to_owned(),
        minutes: None,
        presenters: vec![crate::domain::programme::Presenter::Role(name.to_owned())],
    };
    match kind {
        LibraryMove::AddTopic => edit::add(step, place, &details).map(drop),
        LibraryMove::EditTopic => edit::edit(step, topic, &details),
        LibraryMove::MoveTopic => edit::relocate(step, topic, place),
        LibraryMove::DeleteTopic => edit::delete(step, topic),
        LibraryMove::AddDocument => {
            edit::read(step, topic)?;
            let details = DocumentDetails { kind: name.to_owned(), ..DocumentDetails::default() };
            documents::add(step, Citing::Topic(topic), &details).map(drop)
        }
        LibraryMove::Cite => documents::cite(step, by, document),
        LibraryMove::Uncite => documents::uncite(step, by, document),
        LibraryMove::AddCurriculum => {
            edit::read(step, topic)?;
            curriculum::add(step, name, &[topic]).map(drop)
        }
        LibraryMove::SetCurriculum => {
            edit::read(step, topic)?;
            curriculum::set_topics(step, curriculum, &[topic])
        }
        LibraryMove::AddItem => {
            let topic = Some(topic).filter(|id| id.0 > 0);
            programme::add(step, sitting, other % 3, &[programme::NewItem { topic, details: words }])
                .map(drop)
        }
        LibraryMove::EditItem => programme::edit(step, item, &words),
        LibraryMove::MoveItem => {
            let here = programme::sitting_of(step, item)?;
            programme::relocate(step, item, here, other % 4)
        }
        LibraryMove::DeleteItem => programme::delete(step, item),
        LibraryMove::CopyProgramme => programme::replace(step, sitting, &[SittingId(row("sitting", other))]),
        LibraryMove::TakeOver => {
            let session = |which| SessionId(row("session", which));
            if session(which).0 == 0 {
                return Ok(());
            }
            programme::take_over(step, session(which), session(other)).map(drop)
        }
    }
}
