//! The library: topics of every session as one tree, the documents they cite,
//! and curricula made of them.

use super::date::{DateSpan, FuzzyDate};
use super::id::{CurriculumId, DocumentId, SessionId, TopicId};
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::clean::{clean, clean_lines};
use crate::vietnamese::fold::fold;

/// More levels than any library has; a deeper tree is refused.
pub const MOST_LEVELS: usize = 12;
/// More minutes than a day of one item has.
pub const MOST_MINUTES: u32 = 720;

/// What one topic says, without its parts and documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopicDetails {
    /// How it is introduced: "Một là".
    pub label: Option<String>,
    /// What it is about.
    pub title: String,
    /// Points to cover, in lines.
    pub outline: Option<String>,
    /// Usual length in minutes.
    pub minutes: Option<u32>,
}

impl TopicDetails {
    /// As typed, made ready to be stored.
    pub fn checked(self) -> Result<Self, LibraryMistake> {
        let title = clean(&self.title);
        if title.is_empty() {
            return Err(LibraryMistake::NoTopicTitle);
        }
        Ok(Self {
            label: filled(self.label),
            title,
            outline: self.outline.map(|text| clean_lines(&text)).filter(|text| !text.is_empty()),
            minutes: minutes(self.minutes)?,
        })
    }
}

/// Minutes an item or a topic can last.
pub fn minutes(minutes: Option<u32>) -> Result<Option<u32>, LibraryMistake> {
    match minutes {
        Some(0) => Ok(None),
        Some(minutes) if minutes > MOST_MINUTES => Err(LibraryMistake::TooLong(minutes)),
        minutes => Ok(minutes),
    }
}

/// What one cited document is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentDetails {
    /// "Quy định", "Thông tri".
    pub kind: String,
    /// "124-QĐ/TW".
    pub number: Option<String>,
    /// When it was issued.
    pub date: Option<FuzzyDate>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub title: Option<String>,
}

impl DocumentDetails {
    /// As typed, made ready to be stored. Anything that tells which one suffices.
    pub fn checked(self) -> Result<Self, LibraryMistake> {
        let checked = Self {
            kind: clean(&self.kind),
            number: filled(self.number),
            issuer: filled(self.issuer),
            title: filled(self.title),
            date: self.date,
        };
        match checked.kind.is_empty() && checked.number.is_none() && checked.title.is_none() {
            true => Err(LibraryMistake::NoDocument),
            false => Ok(checked),
        }
    }
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| clean(&text)).filter(|text| !text.is_empty())
}

/// A topic of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryTopic {
    /// Its row.
    pub id: TopicId,
    /// The topic it is a part of.
    pub parent: Option<TopicId>,
    /// 0 for a topic of its own, 1 for its parts, …
    pub depth: usize,
    /// What it says.
    pub details: TopicDetails,
    /// Documents it cites, in order.
    pub cites: Vec<DocumentId>,
    /// Sessions that held it, or what it is a part of, the latest first.
    pub uses: Vec<TopicUse>,
}

/// A session that held a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicUse {
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// Its dates.
    pub dates: Option<DateSpan>,
}

/// A document of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its row.
    pub id: DocumentId,
    /// What it is.
    pub details: DocumentDetails,
    /// Documents it cites, in order.
    pub cites: Vec<DocumentId>,
}

/// An ordered set of topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curriculum {
    /// Its row.
    pub id: CurriculumId,
    /// What it is called.
    pub title: String,
    /// Its topics in order; their parts come along.
    pub topics: Vec<TopicId>,
    /// Titles of the sessions that follow it.
    pub sessions: Vec<String>,
}

/// The whole library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Library {
    /// Topics, each followed by its parts.
    pub topics: Vec<LibraryTopic>,
    /// Documents, in no order.
    pub documents: Vec<Document>,
    /// Curricula by title.
    pub curricula: Vec<Curriculum>,
}

/// Who cites a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Citing {
    /// A topic.
    Topic(TopicId),
    /// Another document.
    Document(DocumentId),
}

/// Where a topic stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicPlace {
    /// The topic it is a part of.
    pub parent: Option<TopicId>,
    /// Before which of the parts, counted without the topic itself; beyond the
    /// last is the end.
    pub at: usize,
}

impl Library {
    /// One topic.
    pub fn topic(&self, id: TopicId) -> Option<&LibraryTopic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// One document.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The parts of a topic, or the topics of their own.
    pub fn parts(&self, parent: Option<TopicId>) -> Vec<TopicId> {
        self.topics.iter().filter(|topic| topic.parent == parent).map(|topic| topic.id).collect()
    }

    /// Where a topic stands.
    pub fn place(&self, id: TopicId) -> Option<TopicPlace> {
        let parent = self.topic(id)?.parent;
        let at = self.parts(parent).iter().position(|one| *one == id)?;
        Some(TopicPlace { parent, at })
    }

    /// The topics that hold all these words in label, title, outline or the
    /// documents they cite, with or without diacritics; all without words.
    pub fn search(&self, words: &str) -> Vec<TopicId> {
        let words = fold(words);
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        let holds = |topic: &&LibraryTopic| {
            let mut text = format!(
                "{} {} {}",
                topic.details.label.as_deref().unwrap_or_default(),
                topic.details.title,
                topic.details.outline.as_deref().unwrap_or_default()
            );
            for document in topic.cites.iter().filter_map(|id| self.document(*id)) {
                let details = &document.details;
                for part in [Some(&details.kind), details.number.as_ref(), details.title.as_ref()]
                    .into_iter()
                    .flatten()
                {
                    text.push(' ');
                    text.push_str(part);
                }
            }
            let text = fold(&text);
            words.iter().all(|word| text.contains(word))
        };
        self.topics.iter().filter(holds).map(|topic| topic.id).collect()
    }
}

impl LibraryTopic {
    /// The year it was held last, as far as known.
    pub fn last_year(&self) -> Option<i16> {
        self.uses.iter().filter_map(|one| one.dates?.start().year()).max()
    }
}

/// Something asked of the library, a curriculum or a programme that cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryMistake {
    /// A topic without a title.
    #[error("a topic needs a title")]
    NoTopicTitle,
    /// Longer than a day.
    #[error("{0} minutes")]
    TooLong(u32),
    /// Nothing that tells which document it is.
    #[error("an empty document")]
    NoDocument,
    /// A curriculum without a title.
    #[error("a curriculum needs a title")]
    NoCurriculumTitle,
    /// An item without words.
    #[error("an item needs a title")]
    NoItemTitle,
    /// A topic moved into itself or one of its parts.
    #[error("{0} cannot be a part of itself")]
    UnderItself(String),
    /// The tree would be too deep.
    #[error("more than {0} levels")]
    TooDeep(usize),
    /// A document that would cite itself, directly or through others.
    #[error("a document cites itself")]
    CitesItself,
    /// The topic is not there any more.
    #[error("no such topic")]
    UnknownTopic,
    /// The document is not there any more.
    #[error("no such document")]
    UnknownDocument,
    /// The curriculum is not there any more.
    #[error("no such curriculum")]
    UnknownCurriculum,
    /// The item of the programme is not there any more.
    #[error("no such item")]
    UnknownItem,
    /// No sitting without items has a counterpart in the other session.
    #[error("nothing fits")]
    NothingFits,
    /// The session has no sitting to put anything into.
    #[error("no sittings")]
    NoSittings,
}

impl Explain for LibraryMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::NoTopicTitle => Sentence::new("store-topics-no-title"),
            Self::TooLong(minutes) => {
                Sentence::new("store-topics-too-long").with("minutes", *minutes).with("most", MOST_MINUTES)
            }
            Self::NoDocument => Sentence::new("store-topics-no-document"),
            Self::NoCurriculumTitle => Sentence::new("store-topics-no-curriculum-title"),
            Self::NoItemTitle => Sentence::new("store-topics-no-item-title"),
            Self::UnderItself(title) => {
                Sentence::new("store-topics-under-itself").with("title", title.clone())
            }
            Self::TooDeep(most) => Sentence::new("store-topics-too-deep").with("most", *most),
            Self::CitesItself => Sentence::new("store-topics-cites-itself"),
            Self::UnknownTopic => Sentence::new("store-topics-unknown-topic"),
            Self::UnknownDocument => Sentence::new("store-topics-unknown-document"),
            Self::UnknownCurriculum => Sentence::new("store-topics-unknown-curriculum"),
            Self::UnknownItem => Sentence::new("store-topics-unknown-item"),
            Self::NothingFits => Sentence::new("store-topics-nothing-fits"),
            Self::NoSittings => Sentence::new("store-topics-no-sittings"),
        }
    }
}
