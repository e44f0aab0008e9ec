//! Editing the topic in the panel and the documents it cites: every field saves
//! by itself.

use super::State;
use crate::app::screen::{Action, Context};
use crate::domain::date::FuzzyDate;
use crate::domain::id::{DocumentId, TopicId};
use crate::domain::library::{Citing, DocumentDetails, TopicDetails};

/// What the user is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TopicField {
    /// "Một là".
    Label,
    /// The title.
    Title,
    /// Its length.
    Minutes,
    /// Points to cover.
    Outline,
    /// A document's kind.
    Kind,
    /// Its number.
    Number,
    /// When it was issued.
    Date,
    /// Who issued it.
    Issuer,
    /// What it is about.
    About,
}

impl TopicField {
    /// Its name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Title => "title",
            Self::Minutes => "minutes",
            Self::Outline => "outline",
            Self::Kind => "kind",
            Self::Number => "number",
            Self::Date => "date",
            Self::Issuer => "issuer",
            Self::About => "about",
        }
    }
}

/// What happens in the panel.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text of the topic was committed.
    Text(TopicId, TopicField, String),
    /// Its length was.
    Minutes(TopicId, Option<u32>),
    /// A text of the open document was committed.
    Document(DocumentId, TopicField, String),
    /// Its date was.
    Issued(DocumentId, Option<FuzzyDate>),
    /// A citation is opened or closed.
    Turn(Citing, DocumentId),
    /// One more document is cited.
    Cite(Citing),
    /// A document that is in the library is cited.
    CiteKnown(Citing, DocumentId),
    /// A document was added.
    Cited(Citing, DocumentId),
    /// A citation is taken away.
    Uncite(Citing, DocumentId),
}

/// A topic that was just added.
/// The draft of a field of a topic.
pub(super) fn key(id: TopicId, what: TopicField) -> String {
    format!("topic {id} {}", what.name())
}

/// The draft of a field of a document.
pub(super) fn document_key(id: DocumentId, what: TopicField) -> String {
    format!("document {id} {}", what.name())
}

impl State {
    /// Takes in what happened in the panel.
    pub(super) fn edit(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let store = context.store;
        match message {
            Message::Text(id, what, text) => {
                return self.change_topic(id, what, context, move |details| match what {
                    TopicField::Label => details.label = Some(text.clone()),
                    _ => details.title.clone_from(&text),
                });
            }
            Message::Minutes(id, minutes) => {
                return self.change_topic(id, TopicField::Minutes, context, move |details| {
                    details.minutes = minutes;
                });
            }
            Message::Document(id, what, text) => {
                return self.change_document(id, what, context, move |details| match what {
                    TopicField::Kind => details.kind.clone_from(&text),
                    TopicField::Number => details.number = Some(text.clone()),
                    TopicField::Issuer => details.issuer = Some(text.clone()),
                    _ => details.title = Some(text.clone()),
                });
            }
            Message::Issued(id, date) => {
                return self.change_document(id, TopicField::Date, context, move |details| {
                    details.date = date;
                });
            }
            Message::Turn(by, id) => {
                self.document = if self.document == Some((by, id)) { None } else { Some((by, id)) };
            }
            Message::Cite(by) => {
                let details = DocumentDetails { kind: "Văn bản".to_owned(), ..DocumentDetails::default() };
                return Action::write(store.add_document(by, details), move |id| {
                    Some(super::Message::Edit(Message::Cited(by, id)))
                });
            }
            Message::CiteKnown(by, id) => {
                return Action::write(store.cite(by, id), move |()| {
                    Some(super::Message::Edit(Message::Cited(by, id)))
                });
            }
            Message::Cited(by, id) => self.document = Some((by, id)),
            Message::Uncite(by, id) => {
                self.document = None;
                return Action::write(store.uncite(by, id), |()| None);
            }
        }
        Action::None
    }

    /// The outline was committed.
    pub(super) fn write_outline(
        &mut self,
        id: TopicId,
        text: String,
        context: Context<'_>,
    ) -> Action<super::Message> {
        self.change_topic(id, TopicField::Outline, context, move |details| {
            details.outline = (!text.is_empty()).then(|| text.clone());
        })
    }

    fn change_topic(
        &mut self,
        id: TopicId,
        what: TopicField,
        context: Context<'_>,
        change: impl Fn(&mut TopicDetails) + Send + 'static,
    ) -> Action<super::Message> {
        let topics = self.library.iter_mut().flat_map(|library| &mut library.topics);
        if let Some(topic) = topics.into_iter().find(|one| one.id == id) {
            let mut details = topic.details.clone();
            change(&mut details);
            // What will be refused stays in its field, and the tree shows what stands.
            if !details.title.is_empty() {
                topic.details = details;
            }
        }
        Action::save(key(id, what), context.store.edit_topic(id, what.name(), change))
    }

    fn change_document(
        &mut self,
        id: DocumentId,
        what: TopicField,
        context: Context<'_>,
        change: impl Fn(&mut DocumentDetails) + Send + 'static,
    ) -> Action<super::Message> {
        let documents = self.library.iter_mut().flat_map(|library| &mut library.documents);
        if let Some(document) = documents.into_iter().find(|one| one.id == id) {
            let mut details = document.details.clone();
            change(&mut details);
            if let Ok(checked) = details.checked() {
                document.details = checked;
            }
        }
        Action::save(document_key(id, what), context.store.edit_document(id, what.name(), change))
    }
}
