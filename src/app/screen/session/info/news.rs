//! Tin bài: where a session was reported.

use iced::Element;

use super::Context;
use crate::app::screen::Action;
use crate::app::widget::field::field;
use crate::app::widget::form;
use crate::domain::dossier::Dossier;
use crate::domain::session::{NewsItem, SessionDetails};

/// A field of the news item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its headline.
    Headline,
    /// Who signed it.
    Author,
    /// The site or newsroom.
    Source,
    /// When it was posted, as the page says.
    Posted,
}

/// A text was committed, or the data file answered: a text is never refused.
#[derive(Clone)]
pub enum Message {
    /// The text.
    Typed(What, String),
    /// The answer.
    Saved,
}

impl What {
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

/// Takes in a message.
pub fn update(message: Message, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    let Message::Typed(what, text) = message else { return Action::None };
    let mut news = dossier.session.details.news.clone().unwrap_or_default();
    *what.place(&mut news) = Some(text).filter(|text| !text.is_empty());
    let news = Some(news).filter(|news| *news != NewsItem::default());
    let details = SessionDetails { news, ..dossier.session.details.clone() };
    dossier.session.details = details.clone();
    Action::save(context.store.edit_session(dossier.session.id, details, what.name()), |_| Message::Saved)
}

/// Its fields; `None` when there is nothing to read and nothing may be written.
pub fn view<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let mut news = dossier.session.details.news.clone();
    if news.is_none() && !context.can_write() {
        return None;
    }
    let news = news.get_or_insert_default();
    let [headline, author, source, posted] = What::ALL.map(|what| {
        field(what.place(news).clone().unwrap_or_default())
            .label(context.t(what.label()))
            .of((dossier.session.id, what.name()))
            .id(what.name())
            .on_commit_maybe(context.if_writable(move |text| Message::Typed(what, text)))
            .into()
    });
    Some(form::form([headline, form::beside([author, source, posted]).into()]).into())
}
