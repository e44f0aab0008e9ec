//! Sổ cấp: the certificates of all sessions and years, found by words; one of them beside the table with what happened
//! to it and what can be done. A code that is typed or scanned in the search is verified.

mod acting;
mod closing;
mod forms;
pub mod letters;
pub mod old;
mod panel;
pub mod papers;
pub mod table;
mod words;

use iced::widget::operation::focus;
use iced::{Element, Task};

use self::acting::{Act, Acting};
use super::{Action, Context, Header, Route, Tab};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::button;
use crate::app::widget::table::Selection;
use crate::domain::certificate::book::Book;
use crate::domain::certificate::check_code::CheckCode;
use crate::domain::certificate::old_register::OldRegister;
use crate::domain::certificate::register::{RegisterLine, RegisterQuery};
use crate::domain::certificate::state::CertificateEvent;
use crate::domain::certificate::verify::Verdict;
use crate::domain::id::{CertificateId, SessionId};
use crate::domain::organisation::Organisation;
use crate::guide::Page;
use crate::paper::Format;
use crate::sentence::Explain;
use crate::store::StoreError;

/// The tables this screen shows.
pub const READS: &[&str] = &[
    "certificate",
    "certificate_event",
    "certificate_correction",
    "certificate_issue",
    "certificate_book",
    "delegate",
    "person",
    "organisation",
    "signatory",
    "attachment",
    "certificate_stock",
];

/// The least width of a page whose head has room for all buttons.
const HEAD_OF_ALL: f32 = 900.0;

/// Names the table.
const TABLE: &str = "register";

/// What is on show.
#[derive(Default)]
pub struct State {
    query: RegisterQuery,
    /// `None` until they arrived.
    lines: Option<Vec<RegisterLine>>,
    books: Vec<Book>,
    /// The offices, whose heads stand on papers.
    organisations: Vec<Organisation>,
    /// What the register says of the code that stands in the search.
    verified: Option<(CheckCode, Verdict)>,
    /// By which column the lines stand, and whether from the end.
    sorted: (table::What, bool),
    selection: Selection,
    /// The certificate in the panel.
    open: Option<CertificateId>,
    history: Vec<CertificateEvent>,
    /// The one that is to be shown when the lines arrived.
    sought: Option<CertificateId>,
    acting: Option<Acting>,
    /// The dialog in which a book is closed.
    closing: Option<closing::Open>,
    /// The dialog in which a letter is made.
    letter: Option<letters::Writing>,
    /// The old register that is looked at.
    old: Option<OldRegister>,
    /// The book of forms, while it is on show.
    forms: Option<forms::Forms>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The lines arrived that answer this query.
    Loaded(RegisterQuery, Result<Vec<RegisterLine>, StoreError>),
    /// The books arrived.
    Books(Result<Vec<Book>, StoreError>),
    /// The offices arrived.
    Organisations(Result<Vec<Organisation>, StoreError>),
    /// Words or a code were typed.
    Searched(String),
    /// Other lines are to be seen.
    Filtered(RegisterQuery),
    /// What the register says of a code arrived.
    Verified(CheckCode, Result<Box<Verdict>, StoreError>),
    /// Another order.
    Sorted(table::What),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// What happened to a certificate arrived.
    History(CertificateId, Result<Vec<CertificateEvent>, StoreError>),
    /// The panel closes.
    Close,
    /// Its session is to be shown.
    OpenSession(SessionId),
    /// Something is to be done to the selected ones.
    Begin(Act),
    /// It was not handed out after all.
    TakeBack(CertificateId),
    /// In the dialog of what is done.
    Acting(acting::Message),
    /// A paper is wanted.
    Papers(papers::Message),
    /// A book is closed.
    Closing(closing::Message),
    /// A letter about a certificate is wanted.
    Letters(letters::Message),
    /// An old register is taken in.
    Old(old::Message),
    /// In the book of forms.
    Forms(forms::Message),
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let query = self.query.clone();
        let lines = job::ask(context.store.register(query.clone()))
            .map(move |answer| Message::Loaded(query.clone(), answer));
        let books = job::ask(context.store.certificate_books()).map(Message::Books);
        let history = self.open.map_or_else(Task::none, |id| {
            job::ask(context.store.certificate_history(id)).map(move |answer| Message::History(id, answer))
        });
        let organisations = job::ask(context.store.organisations()).map(Message::Organisations);
        Task::batch([lines, books, organisations, history])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(query, answer) if query == self.query => match answer {
                Ok(lines) => {
                    self.take_in(lines);
                    return self.show_sought(context);
                }
                Err(error) => return Action::Fail(error.explain()),
            },
            // Something else is wanted by now.
            Message::Loaded(..) => {}
            Message::Books(Ok(books)) => self.books = books,
            Message::Organisations(Ok(organisations)) => self.organisations = organisations,
            Message::Verified(code, Ok(verdict)) => {
                if self.query.text.parse() == Ok(code) {
                    self.verified = Some((code, *verdict));
                }
            }
            Message::History(id, Ok(history)) => {
                if self.open == Some(id) {
                    self.history = history;
                }
            }
            Message::Books(Err(error))
            | Message::Organisations(Err(error))
            | Message::Verified(_, Err(error))
            | Message::History(_, Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::Searched(text) => {
                let query = RegisterQuery { text, ..self.query.clone() };
                return self.ask(query, context);
            }
            Message::Filtered(query) => return self.ask(query, context),
            Message::Sorted(what) => {
                let (old, descending) = self.sorted;
                self.sorted = (what, old == what && !descending);
                return self.ask(self.query.clone(), context);
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => {
                self.selection = selection;
                return self.show_selected(context);
            }
            Message::Close => {
                self.selection.clear();
                self.open = None;
                return Action::Run(focus(TABLE));
            }
            Message::OpenSession(session) => return Action::Go(Route::Session(session, Tab::Printing)),
            Message::Begin(act) => {
                let lines: Vec<RegisterLine> = self.selected().cloned().collect();
                self.acting = Acting::new(act, lines, &self.books);
            }
            Message::TakeBack(id) => {
                return Action::write(context.store.take_back_certificate(id), |()| None);
            }
            Message::Acting(message) => return self.act(message, context),
            Message::Papers(message) => return self.papers(message, context),
            Message::Closing(message) => return self.closing(message, context),
            Message::Letters(message) => return self.letters(message, context),
            Message::Old(message) => return self.old(message, context),
            Message::Forms(message) => return self.forms(message, context),
        }
        Action::None
    }

    /// Asks for other lines, and for what a code says where one is typed.
    fn ask(&mut self, query: RegisterQuery, context: Context<'_>) -> Action<Message> {
        self.query = query.clone();
        self.verified = None;
        let code = query.text.parse::<CheckCode>().ok();
        let verify = code.map(|code| {
            Action::ask_once(context.store.verify_certificate(code), move |answer| {
                Message::Verified(code, answer.map(Box::new))
            })
        });
        let lines =
            Action::ask(context.store.register(query.clone()), move |answer| Message::Loaded(query, answer));
        Action::All(std::iter::once(lines).chain(verify).collect())
    }

    fn take_in(&mut self, mut lines: Vec<RegisterLine>) {
        let (what, descending) = self.sorted;
        what.order(&mut lines);
        if descending {
            lines.reverse();
        }
        // Those that are selected stay, where there they are still in view.
        let kept: Vec<CertificateId> = self.selected().map(|line| line.id).collect();
        self.selection.clear();
        for (row, line) in lines.iter().enumerate() {
            if kept.contains(&line.id) {
                self.selection.toggle(row);
            }
        }
        if self.selection.is_empty() {
            self.open = None;
        }
        self.lines = Some(lines);
    }

    /// Selects the certificate that is sought.
    fn show_sought(&mut self, context: Context<'_>) -> Action<Message> {
        let Some(sought) = self.sought.take() else { return Action::None };
        match self.lines().iter().position(|line| line.id == sought) {
            Some(row) => {
                self.selection = Selection::one(row);
                self.show_selected(context)
            }
            None => Action::None,
        }
    }

    fn lines(&self) -> &[RegisterLine] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn selected(&self) -> impl Iterator<Item = &RegisterLine> {
        self.selection.rows().filter_map(|row| self.lines().get(row))
    }

    /// Shows the selected certificate in the panel.
    fn show_selected(&mut self, context: Context<'_>) -> Action<Message> {
        let one = self.selected().next().filter(|_| self.selection.len() == 1).map(|line| line.id);
        if one == self.open {
            return Action::None;
        }
        self.open = one;
        self.history.clear();
        match one {
            Some(id) => {
                Action::ask(context.store.certificate_history(id), move |answer| Message::History(id, answer))
            }
            None => Action::None,
        }
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        Page::Register
    }

    /// Shows a certificate as soon as all arrived. What is typed in the dialog is no draft of the file.
    pub fn reveal(&mut self, key: &str) {
        self.sought = key.strip_prefix("certificate ").and_then(|id| id.parse().ok()).map(CertificateId);
        if self.sought.is_some() {
            (self.query, self.verified) = (RegisterQuery::default(), None);
        }
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if shortcut != Shortcut::Escape {
            return shortcut.step(&self.selection, self.lines().len()).map(Message::Selected);
        }
        let close = match self {
            Self { acting: Some(_), .. } => Message::Acting(acting::Message::Close),
            Self { closing: Some(_), .. } => Message::Closing(closing::Message::Close),
            Self { letter: Some(_), .. } => Message::Letters(letters::Message::Close),
            Self { old: Some(_), .. } => Message::Old(old::Message::Close),
            Self { forms: Some(_), .. } => Message::Forms(forms::Message::Close),
            _ if self.selection.is_empty() => return None,
            _ => Message::Close,
        };
        Some(close)
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let mut header = Header::new(context.t("register-above"), context.t("register-nav"));
        if !self.has_low_actions(context) {
            let more = self.more(context).into_iter().map(|(icon, label, id, message)| {
                button::secondary(Some(icon), context.t(label)).id(id).on_press_maybe(message).into()
            });
            header.actions.extend(more);
        }
        if self.lines().is_empty() {
            return header;
        }
        let paper = |format| Message::Papers(papers::Message::Pick(format));
        header.actions.push(
            button::secondary(Some(Icon::FileSpreadsheet), context.t("register-xlsx"))
                .id("cert-xlsx")
                .on_press(paper(Format::Xlsx))
                .into(),
        );
        header.actions.push(
            button::primary(Some(Icon::FileDown), context.t("register-pdf"))
                .id("cert-pdf")
                .on_press(paper(Format::Pdf))
                .into(),
        );
        header
    }

    /// Whether the head has no room for all buttons: those of books stand under the table then.
    fn has_low_actions(&self, context: Context<'_>) -> bool {
        context.page_width() < HEAD_OF_ALL && !self.lines().is_empty()
    }

    /// What is done with books, seldom: icon, label, name and what happens.
    fn more(&self, context: Context<'_>) -> Vec<(Icon, &'static str, &'static str, Option<Message>)> {
        let old = context.if_writable(Message::Old(old::Message::Pick));
        let forms = Some(Message::Forms(forms::Message::Open));
        let mut more = vec![
            (Icon::FileUp, "register-old", "cert-old", old),
            (Icon::Layers, "register-stock", "cert-stock", forms),
        ];
        let open = self.chosen_book().filter(|book| book.closed.is_none() && book.given.is_some());
        if let Some(book) = open {
            let close = context.if_writable(Message::Closing(closing::Message::Begin(book.id)));
            more.push((Icon::Lock, "register-close", "cert-close-book", close));
        }
        more
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        self.page(context)
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        match self {
            Self { acting: Some(acting), .. } => Some(acting.view(context).map(Message::Acting)),
            Self { closing: Some(open), .. } => Some(open.view(context).map(Message::Closing)),
            Self { letter: Some(writing), .. } => Some(writing.view(context).map(Message::Letters)),
            Self { old: Some(old), .. } => Some(old::view(old, context).map(Message::Old)),
            Self { forms: Some(forms), .. } => Some(forms.view(context).map(Message::Forms)),
            _ => None,
        }
    }

    /// The same query but for one thing.
    fn with(&self, change: impl FnOnce(&mut RegisterQuery)) -> Message {
        let mut query = self.query.clone();
        change(&mut query);
        Message::Filtered(query)
    }
}
