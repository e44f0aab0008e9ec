//! Tin bài: where a session was reported.

use iced::Element;

use super::Context;
use crate::app::screen::Action;
use crate::app::widget::field::field;
use crate::app::widget::form;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::session::{NewsItem, SessionDetails};

/// A field of the news item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewsField {
    /// Its headline.
    Headline,
    /// Who signed it.
    Author,
    /// The site or newsroom.
    Source,
    /// When it was posted, as the page says.
    Posted,
}

/// A text was committed.
#[derive(Clone)]
pub struct Message(NewsField, String);

impl NewsField {
    const ALL: [Self; 4] = [Self::Headline, Self::Author, Self::Source, Self::Posted];

    fn name(self) -> &'static str {
        match self {
            Self::Headline => "news-headline",
            Self::Author => "news-author",
            Self::Source => "news-source",
            Self::Posted => "news-posted",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Headline => "info-news-headline",
            Self::Author => "info-news-author",
            Self::Source => "info-news-source",
            Self::Posted => "info-news-posted",
        }
    }

    fn place(self, news: &mut NewsItem) -> &mut Option<String> {
        match self {
            Self::Headline => &mut news.headline,
            Self::Author => &mut news.author,
            Self::Source => &mut news.source,
            Self::Posted => &mut news.posted,
        }
    }
}

fn key(session: SessionId, what: NewsField) -> String {
    format!("session {session} {}", what.name())
}

/// Takes in a message.
pub fn update(message: Message, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    let Message(what, text) = message;
    let text = Some(text).filter(|text| !text.is_empty());
    let change = move |details: &mut SessionDetails| {
        let news = details.news.get_or_insert_default();
        what.place(news).clone_from(&text);
        if *news == NewsItem::default() {
            details.news = None;
        }
    };
    change(&mut dossier.session.details);
    let session = dossier.session.id;
    Action::save(key(session, what), context.store.edit_session(session, what.name(), change))
}

/// Its fields; `None` when there is nothing to read and nothing may be written.
pub fn view<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let mut news = dossier.session.details.news.clone();
    if news.is_none() && !context.can_write() {
        return None;
    }
    let news = news.get_or_insert_default();
    let [headline, author, source, posted] = NewsField::ALL.map(|what| {
        field(what.place(news).clone().unwrap_or_default())
            .label(context.t(what.label()))
            .in_drafts(context.drafts, key(dossier.session.id, what))
            .id(what.name())
            .on_commit_maybe(context.if_writable(move |text| Message(what, text)))
            .into()
    });
    Some(form::form([headline, form::beside([author, source, posted]).into()]).into())
}
