//! Editing the topic in the panel and the documents it cites: every field saves
//! by itself.

use super::{State, outline};
use crate::app::screen::{Action, Context};
use crate::domain::date::FuzzyDate;
use crate::domain::id::{DocumentId, TopicId};
use crate::domain::library::{Citing, DocumentDetails, TopicDetails};
use crate::message::Explain;
use crate::store::StoreError;

/// What the user is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// "Một là".
    Label,
    /// The title.
    Title,
    /// Its length.
    Minutes,
    /// Points to cover.
    Outline,
    /// Where in the tree.
    Place,
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

impl What {
    /// Its name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Title => "title",
            Self::Minutes => "minutes",
            Self::Outline => "outline",
            Self::Place => "place",
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
    Text(TopicId, What, String),
    /// Its length was.
    Minutes(TopicId, Option<u32>),
    /// A text of the open document was committed.
    Document(DocumentId, What, String),
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
    /// The data file answered.
    Saved(What, Result<(), StoreError>),
}

/// A topic that was just added.
pub(super) fn new_topic() -> TopicDetails {
    TopicDetails { title: "Chuyên đề mới".to_owned(), ..TopicDetails::default() }
}

impl State {
    /// Why the last change there was refused.
    pub(super) fn refusal(&self, what: What, context: Context<'_>) -> Option<String> {
        let (_, error) = self.refused.as_ref().filter(|(of, _)| *of == what)?;
        Some(context.say(&error.explain()))
    }

    /// Takes in what happened in the panel.
    pub(super) fn edit(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let store = context.store;
        match message {
            Message::Text(id, what, text) => {
                return self.change_topic(id, what, context, |details| match what {
                    What::Label => details.label = Some(text),
                    _ => details.title = text,
                });
            }
            Message::Minutes(id, minutes) => {
                return self.change_topic(id, What::Minutes, context, |details| details.minutes = minutes);
            }
            Message::Document(id, what, text) => {
                return self.change_document(id, what, context, |details| match what {
                    What::Kind => details.kind = text,
                    What::Number => details.number = Some(text),
                    What::Issuer => details.issuer = Some(text),
                    _ => details.title = Some(text),
                });
            }
            Message::Issued(id, date) => {
                return self.change_document(id, What::Date, context, |details| details.date = date);
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
            Message::Saved(what, answer) => self.refused = answer.err().map(|error| (what, error)),
        }
        Action::None
    }

    /// Takes in what was done to the outline; it is saved at once, and the history
    /// joins what is typed in a row.
    pub(super) fn write_outline(
        &mut self,
        message: outline::Message,
        context: Context<'_>,
    ) -> Action<super::Message> {
        match (self.outline.perform(message), self.topic) {
            (Some(text), Some(id)) => self.change_topic(id, What::Outline, context, |details| {
                details.outline = (!text.is_empty()).then_some(text);
            }),
            _ => Action::None,
        }
    }

    fn change_topic(
        &mut self,
        id: TopicId,
        what: What,
        context: Context<'_>,
        change: impl FnOnce(&mut TopicDetails),
    ) -> Action<super::Message> {
        let topics = self.library.iter_mut().flat_map(|library| &mut library.topics);
        let Some(topic) = topics.into_iter().find(|one| one.id == id) else { return Action::None };
        let before = topic.details.clone();
        let mut details = before.clone();
        change(&mut details);
        if details == before {
            return Action::None;
        }
        // What will be refused stays in its field, and the tree shows what stands.
        if !details.title.is_empty() {
            topic.details = details.clone();
        }
        self.refused = None;
        Action::save(context.store.edit_topic(id, details, what.name()), move |answer| {
            super::Message::Edit(Message::Saved(what, answer))
        })
    }

    fn change_document(
        &mut self,
        id: DocumentId,
        what: What,
        context: Context<'_>,
        change: impl FnOnce(&mut DocumentDetails),
    ) -> Action<super::Message> {
        let documents = self.library.iter_mut().flat_map(|library| &mut library.documents);
        let Some(document) = documents.into_iter().find(|one| one.id == id) else { return Action::None };
        let mut details = document.details.clone();
        change(&mut details);
        if let Ok(checked) = details.clone().checked() {
            document.details = checked;
        }
        self.refused = None;
        Action::save(context.store.edit_document(id, details, what.name()), move |answer| {
            super::Message::Edit(Message::Saved(what, answer))
        })
    }
}
