//! Khóa sổ: the dialog in which a book is closed, and what is said of one that is.

use iced::widget::column;
use iced::{Element, Length};

use super::State;
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::{banner, button, dialog, form};
use crate::domain::certificate::book::{Book, Closing};
use crate::domain::certificate::register::RegisterQuery;
use crate::domain::date::FuzzyDate;
use crate::domain::id::BookId;
use crate::domain::organisation::numbered;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use crate::vietnamese::date::short;

/// The most pages a book has.
const MOST_PAGES: u32 = 9999;

/// What is typed so far.
pub(super) struct Open {
    book: BookId,
    name: String,
    on: Option<FuzzyDate>,
    by: String,
    pages: Option<u32>,
    refused: Option<Sentence>,
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// A book is to be closed.
    Begin(BookId),
    /// It prints on so many pages.
    Counted(BookId, Result<u32, StoreError>),
    /// On which day.
    On(Option<FuzzyDate>),
    /// By whom.
    By(String),
    /// How many pages it has.
    Pages(Option<u32>),
    /// It is to be done.
    Save,
    /// It was, or why not.
    Saved(Result<(), StoreError>),
    /// The dialog closes.
    Close,
}

impl State {
    pub(super) fn closing(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let wrap = super::Message::Closing;
        match (message, &mut self.closing) {
            (Message::Begin(id), _) => {
                let query = RegisterQuery { book: Some(id), ..RegisterQuery::default() };
                let (mut paper, asked) = (self.on_paper(), query.clone());
                let lines = job::ask(context.store.register(query));
                let counted = lines.then(move |answer| {
                    let (mut paper, query) = (std::mem::take(&mut paper), asked.clone());
                    match answer {
                        Ok(lines) => job::blocking(move || {
                            (paper.lines, paper.query) = (lines, query);
                            u32::try_from(paper.pages()).unwrap_or(MOST_PAGES)
                        })
                        .map(|pages| pages.ok_or_else(|| StoreError::Internal("pages".to_owned()))),
                        Err(error) => iced::Task::done(Err(error)),
                    }
                });
                Action::Run(counted.map(move |pages| wrap(Message::Counted(id, pages))))
            }
            (Message::Counted(id, Ok(pages)), _) => {
                let book = self.books.iter().find(|book| book.id == id && book.closed.is_none());
                self.closing = book.map(|book| Open::new(book, pages));
                Action::None
            }
            (Message::Counted(_, Err(error)), _) => Action::Fail(error.explain()),
            (Message::Close | Message::Saved(Ok(())), _) => {
                self.closing = None;
                Action::None
            }
            (_, None) => Action::None,
            (Message::Save, Some(open)) => open.save(context),
            (message, Some(open)) => {
                open.update(message);
                Action::None
            }
        }
    }

    /// The book that is chosen.
    pub(super) fn chosen_book(&self) -> Option<&Book> {
        self.query.book.and_then(|id| self.books.iter().find(|book| book.id == id))
    }

    /// What is said of a closed book.
    pub(super) fn closed<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, super::Message>> {
        let book = self.chosen_book()?;
        let closing = &book.closed.as_ref()?.closing;
        let number = |number: u32| numbered(&book.pattern, &number.to_string());
        let (first, last) = book.given.map_or_else(
            || ("…".to_owned(), "…".to_owned()),
            |given| (number(given.first), number(given.last)),
        );
        let said = match (closing.on, &closing.by) {
            (Some(on), Some(by)) => Sentence::new("register-book-closed-by")
                .with("date", short(on))
                .with("name", by.as_str())
                .with("pages", closing.pages.unwrap_or_default()),
            // A register of before the program.
            _ => Sentence::new("register-book-closed-old"),
        };
        let said = context.say(&said.with("first", first).with("last", last));
        Some(banner::banner(Tone::Neutral, Icon::Lock, said, None))
    }
}

impl Open {
    fn new(book: &Book, pages: u32) -> Self {
        Self {
            book: book.id,
            name: book.name.clone(),
            on: FuzzyDate::of(crate::clock::today()),
            by: String::new(),
            pages: Some(pages),
            refused: None,
        }
    }

    fn update(&mut self, message: Message) {
        match message {
            Message::On(on) => self.on = on,
            Message::By(by) => (self.by, self.refused) = (by, None),
            Message::Pages(pages) => self.pages = pages,
            Message::Saved(Err(error)) => self.refused = Some(error.explain()),
            _ => {}
        }
    }

    fn save(&mut self, context: Context<'_>) -> Action<super::Message> {
        let by = self.by.trim();
        if by.is_empty() || self.on.is_none() {
            self.refused = Some(Sentence::new("register-close-nobody"));
            return Action::None;
        }
        let closing = Closing { on: self.on, by: Some(by.to_owned()), pages: self.pages };
        let writing = context.store.close_certificate_book(self.book, closing);
        Action::submit(writing, |answer| super::Message::Closing(Message::Saved(answer)))
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let on = day_field(context.locale, self.on, None, Message::On)
            .label(context.t("history-field-closed-on"))
            .id("cert-closed-on")
            .on_enter(Message::Save);
        let refusal = context.t("register-pages-refused");
        let pages = number_field(self.pages, 1..=MOST_PAGES, refusal, Message::Pages)
            .label(context.t("history-field-pages"))
            .id("cert-pages")
            .width(130.0)
            .on_enter(Message::Save);
        let by = field(&self.by)
            .label(context.t("history-field-closed-by"))
            .id("cert-closed-by")
            .error(self.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit(Message::By)
            .on_enter(Message::Save);
        let fields = [by.into(), form::beside([on.into(), pages.into()]).into()];
        let content =
            column![body(self.name.as_str()), small(context.t("register-close-hint")), form::form(fields)]
                .spacing(space::M)
                .width(Length::Fill);
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(Some(Icon::Lock), context.t("register-close-save"))
                .id("cert-save")
                .on_press_maybe(context.if_writable(Message::Save))
                .into(),
        ];
        dialog::dialog(context.t("register-close-title"), content, actions, Message::Close)
    }
}
