//! Chuyên đề: the library of topics as a tree, one topic to edit beside it, and
//! curricula as ordered sets of topics.

mod curricula;
mod documents;
mod edit;
mod file;
mod outline;
mod panel;
mod tree;
pub mod words;

use std::collections::HashSet;

use iced::widget::{Id, column, container, row};
use iced::{Alignment, Element, Length, Task};

use super::{Action, Context, Header, Route, id_in, session};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::theme::space;
use crate::app::widget::table::Selection;
use crate::app::widget::{button, empty, search};
use crate::domain::id::{CurriculumId, DocumentId, SessionId, TopicId};
use crate::domain::library::{Citing, Library, TopicPlace};
use crate::domain::session::SessionSummary;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// Width of the panel beside the tree.
const SIDE: f32 = 360.0;

/// The tables this screen shows.
pub const READS: &[&str] = &[
    "topic",
    "topic_cites",
    "cited_document",
    "document_cites",
    "curriculum",
    "curriculum_topic",
    "session",
    "programme_item",
    "sitting",
    "cluster",
    "delegate",
];

/// What is on show.
#[derive(Default)]
pub struct State {
    /// `None` until it arrived.
    library: Option<Library>,
    sessions: Vec<SessionSummary>,
    words: String,
    /// The curriculum on show; the whole library otherwise.
    curriculum: Option<CurriculumId>,
    /// Topics whose parts are folded away.
    folded: HashSet<TopicId>,
    /// Topics in the rows of the table.
    shown: Vec<TopicId>,
    selection: Selection,
    /// The topic in the panel.
    topic: Option<TopicId>,
    /// The citation that is open in the panel.
    document: Option<(Citing, DocumentId)>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The library arrived.
    Loaded(Result<Box<Library>, StoreError>),
    /// The sessions arrived.
    Sessions(Result<Vec<SessionSummary>, StoreError>),
    /// The search words changed.
    Searched(String),
    /// A curriculum was chosen; `None` for the whole library.
    CurriculumChosen(Option<CurriculumId>),
    /// Rows were selected.
    Selected(Selection),
    /// The parts of a row are shown or folded away.
    Turned(usize),
    /// A new topic is wanted, as a part of another or of its own.
    Add(Option<TopicId>),
    /// A topic was added.
    Added(TopicId),
    /// The panel closes.
    Close,
    /// In the fields of the panel.
    Edit(edit::Message),
    /// The outline of a topic was committed.
    Outline(TopicId, String),
    /// The topic goes elsewhere in the tree.
    Shift(Shift),
    /// The selected topics are to go.
    Remove,
    /// On curricula.
    Curricula(curricula::Message),
    /// The selected topics, or the whole curriculum, for a session.
    Schedule(SessionId),
    /// A session is to be shown.
    Open(SessionId),
}

/// Where a topic goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
    /// Under the one before it.
    In,
    /// Out of what it is a part of.
    Out,
    /// Under this topic, or to the top.
    Under(Option<TopicId>),
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let library = job::ask(context.store.library()).map(|answer| Message::Loaded(answer.map(Box::new)));
        Task::batch([library, job::ask(context.store.sessions()).map(Message::Sessions)])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        let store = context.store;
        match message {
            Message::Loaded(Ok(library)) => {
                self.library = Some(*library);
                self.find();
            }
            Message::Loaded(Err(error)) | Message::Sessions(Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            Message::Searched(words) => {
                self.words = words;
                self.find();
            }
            Message::CurriculumChosen(curriculum) => {
                self.curriculum = curriculum;
                self.show(None);
                self.find();
            }
            Message::Selected(selection) => {
                let only = (selection.len() == 1).then(|| selection.rows().next()).flatten();
                let topic = only.and_then(|row| self.shown.get(row).copied());
                if topic != self.topic {
                    self.show(topic);
                }
                self.selection = selection;
            }
            Message::Turned(row) => {
                if let Some(&topic) = self.shown.get(row) {
                    if !self.folded.remove(&topic) {
                        self.folded.insert(topic);
                    }
                    self.find();
                }
            }
            Message::Add(parent) => {
                let place = TopicPlace { parent, at: usize::MAX };
                return Action::write(store.add_topic(place, edit::new_topic()), |id| {
                    Some(Message::Added(id))
                });
            }
            Message::Added(id) => {
                self.words.clear();
                self.curriculum = None;
                if let Some(parent) =
                    self.library.as_ref().and_then(|all| all.topic(id)).and_then(|one| one.parent)
                {
                    self.folded.remove(&parent);
                }
                self.show(Some(id));
                return Action::Run(iced::widget::operation::focus(Id::new(panel::TITLE)));
            }
            Message::Close => {
                self.show(None);
                self.selection.clear();
            }
            Message::Edit(message) => return self.edit(message, context),
            Message::Outline(id, text) => return self.write_outline(id, text, context),
            Message::Shift(shift) => return self.shift(shift, context),
            Message::Remove => return self.remove(context),
            Message::Curricula(message) => return self.change_curricula(message, context),
            Message::Schedule(session) => {
                let selected = self.selected();
                return match (self.curriculum, selected.is_empty()) {
                    (Some(curriculum), true) => {
                        Action::write(store.follow_curriculum(session, curriculum), move |_| {
                            Some(Message::Open(session))
                        })
                    }
                    _ => Action::write(store.schedule_topics(session, selected), move |_| {
                        Some(Message::Open(session))
                    }),
                };
            }
            Message::Open(session) => return Action::Go(Route::Session(session, session::Tab::Programme)),
        }
        Action::None
    }

    /// Shows a topic in the panel.
    fn show(&mut self, topic: Option<TopicId>) {
        self.topic = topic;
        self.document = None;
    }

    /// The topics of the selected rows.
    fn selected(&self) -> Vec<TopicId> {
        self.selection.rows().filter_map(|row| self.shown.get(row).copied()).collect()
    }

    /// Finds the rows of the table anew, and the row of the topic in the panel.
    fn find(&mut self) {
        let Some(library) = &self.library else { return };
        if self.curriculum.is_some_and(|id| !library.curricula.iter().any(|one| one.id == id)) {
            self.curriculum = None;
        }
        self.shown = tree::rows(library, self.curriculum, &self.words, &self.folded);
        match self.topic.and_then(|id| library.topic(id)) {
            Some(topic) => {
                let row = self.shown.iter().position(|one| *one == topic.id);
                self.selection = row.map(Selection::one).unwrap_or_default();
                if self.document.is_some_and(|(_, id)| library.document(id).is_none()) {
                    self.document = None;
                }
            }
            None => {
                self.topic = None;
                self.selection.clear();
            }
        }
    }

    fn shift(&mut self, shift: Shift, context: Context<'_>) -> Action<Message> {
        let Some((id, place)) = self
            .topic
            .zip(self.library.as_ref().zip(self.topic).and_then(|(all, id)| tree::target(all, id, shift)))
        else {
            return Action::None;
        };
        if let Some(parent) = place.parent {
            self.folded.remove(&parent);
        }
        // Without a word: the tree shows it, and the key is pressed many times.
        Action::note(context.store.move_topic(id, place))
    }

    fn remove(&mut self, context: Context<'_>) -> Action<Message> {
        let selected = self.selected();
        match (self.curriculum.and_then(|id| self.curriculum_of(id)), &selected[..]) {
            (_, []) => Action::None,
            // In a curriculum they leave the curriculum, not the library.
            (Some(curriculum), selected) => {
                let left = curriculum.topics.iter().filter(|one| !selected.contains(one)).copied().collect();
                Action::write(context.store.set_curriculum_topics(curriculum.id, left), |()| None)
            }
            (None, [one]) => Action::write(context.store.delete_topic(*one), |()| Some(Message::Close)),
            (None, _) => Action::Say(Sentence::new("window-topics-one-by-one")),
        }
    }

    /// Shows the topic a key of a field is of.
    pub fn reveal(&mut self, key: &str) {
        self.topic = id_in(key, "topic").map(TopicId).or(self.topic);
    }

    /// No dialog of its own.
    pub fn dialog<'a>(&'a self, _: Context<'a>) -> Option<Element<'a, Message>> {
        None
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::New => Some(Message::Add(None)),
            Shortcut::Delete if !self.selection.is_empty() => Some(Message::Remove),
            Shortcut::Escape if !self.selection.is_empty() => Some(Message::Close),
            Shortcut::Up if self.topic.is_some() => Some(self.step(true)),
            Shortcut::Down if self.topic.is_some() => Some(self.step(false)),
            _ => None,
        }
    }

    /// Up or down, in the library or in the curriculum on show.
    fn step(&self, up: bool) -> Message {
        match self.curriculum {
            Some(_) => Message::Curricula(curricula::Message::Step(up)),
            None => Message::Shift(if up { Shift::Up } else { Shift::Down }),
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let above = match &self.library {
            Some(library) => context.say(
                &Sentence::new("window-topics-count")
                    .with("topics", library.topics.len())
                    .with("curricula", library.curricula.len()),
            ),
            None => String::new(),
        };
        let mut header = Header::new(above, context.t("window-topics-nav"));
        let import = Message::Curricula(curricula::Message::File(file::Message::Pick));
        header.actions.push(
            button::secondary(Some(Icon::FileUp), context.t("window-topics-import"))
                .id("curriculum-import")
                .on_press_maybe(context.if_writable(import))
                .into(),
        );
        header.actions.push(
            button::primary(Some(Icon::Plus), context.t("window-topics-add"))
                .id("topic-add")
                .on_press_maybe(context.if_writable(Message::Add(None)))
                .into(),
        );
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(library) = &self.library else { return iced::widget::space().into() };
        if library.topics.is_empty() && library.curricula.is_empty() {
            let add = button::primary(Some(Icon::Plus), context.t("window-topics-add"))
                .on_press_maybe(context.if_writable(Message::Add(None)))
                .into();
            let (title, cure) = (context.t("window-topics-none"), context.t("window-topics-none-cure"));
            return empty::empty(Icon::BookOpen, title, cure, [add]);
        }
        let find = search::search(&self.words, &context.t("window-topics-search"), Message::Searched);
        let filters: Element<'_, Message> = match self.is_tight(context) {
            true => column![find, self.choose(library, context)].spacing(space::S).into(),
            false => row![container(find).width(280.0), self.choose(library, context)]
                .spacing(space::M)
                .align_y(Alignment::Center)
                .into(),
        };
        let body: Element<'_, Message> = match self.shown.is_empty() {
            false => self.tree(library, context),
            true => self.no_rows(context),
        };
        let left = column![filters]
            .push(self.bar(library, context))
            .push(body)
            .spacing(space::M)
            .width(Length::Fill);
        let width = if context.size.width >= space::WIDE { SIDE } else { space::PANEL };
        let side = self.side(library, context).map(|side| container(side).width(width));
        row![left].push(side).spacing(14.0).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    /// Whether the panel leaves little room for what stands beside it.
    fn is_tight(&self, context: Context<'_>) -> bool {
        !self.selection.is_empty() && context.size.width < space::WIDE
    }

    fn no_rows<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let (title, cure) = match self.words.trim() {
            "" => ("window-topics-curriculum-empty", "window-topics-curriculum-empty-cure"),
            _ => ("window-nothing-found", "window-topics-nothing-cure"),
        };
        empty::empty(Icon::Search, context.t(title), context.t(cure), [])
    }
}
