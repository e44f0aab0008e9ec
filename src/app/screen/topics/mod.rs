//! Chuyên đề: the library of topics as a tree, one topic to edit beside it, and
//! curricula as ordered sets of topics.

mod curricula;
mod documents;
mod edit;
mod file;
mod outline;
mod panel;
mod table;
pub mod words;

use std::collections::HashSet;

use iced::widget::Id;
use iced::{Element, Task};

use super::naming::{self, Naming};
use super::tree::{self, Rows};
use super::{Action, Context, Header, Route, Tab, id_in};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::table::Selection;
use crate::app::widget::{button, empty, search};
use crate::domain::id::{CurriculumId, DocumentId, SessionId, TopicId};
use crate::domain::library::{Citing, Library, TopicDetails, TopicPlace};
use crate::domain::session::SessionSummary;
use crate::guide::Page;
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
    /// The topics of the table, and the one in the panel.
    rows: Rows<TopicId>,
    /// A topic that was just added: its field gets the focus when it has arrived.
    awaited: Option<TopicId>,
    /// What is to be made as soon as it has a name.
    naming: Option<Naming<New>>,
    /// The citation that is open in the panel.
    document: Option<(Citing, DocumentId)>,
}

/// What can be new.
#[derive(Debug, Clone)]
pub enum New {
    /// A topic, as a part of another or by itself.
    Topic(Option<TopicId>),
    /// A curriculum of these topics.
    Curriculum(Vec<TopicId>),
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
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// The parts of a row are shown or folded away.
    Turned(usize),
    /// A new topic is wanted, as a part of another or of its own.
    Add(New),
    /// In the dialog in which that gets its name.
    Naming(naming::Message),
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
    /// On curricula in files.
    File(file::Message),
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
                let awaited = self.awaited.take();
                if let Some(id) = awaited {
                    self.unfold_to(id);
                }
                self.find();
                if awaited.is_some() {
                    return Action::Run(iced::widget::operation::focus(Id::new(panel::TITLE)));
                }
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
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => {
                let topic = self.rows.select(selection);
                if topic != self.rows.open {
                    self.show(topic);
                }
            }
            Message::Turned(row) => {
                if let Some(topic) = self.rows.at(row) {
                    if !self.folded.remove(&topic) {
                        self.folded.insert(topic);
                    }
                    self.find();
                }
            }
            Message::Add(new) => {
                let (naming, asked) = Naming::ask(new);
                self.naming = Some(naming);
                return asked;
            }
            Message::Naming(message) => return self.make(message, context),
            Message::Added(id) => {
                self.naming = None;
                self.words.clear();
                self.curriculum = None;
                self.awaited = Some(id);
                self.show(Some(id));
            }
            Message::Close => {
                self.show(None);
                self.rows.selection.clear();
            }
            Message::Edit(message) => return self.edit(message, context),
            Message::Outline(id, text) => return self.write_outline(id, text, context),
            Message::Shift(shift) => return self.shift(shift, context),
            Message::Remove => return self.remove(context),
            Message::Curricula(message) => return self.change_curricula(message, context),
            Message::File(message) => return self.exchange(message, context),
            Message::Schedule(session) => {
                let meant = self.rows.meant();
                return match (self.curriculum, meant.is_empty()) {
                    (Some(curriculum), true) => {
                        Action::write(store.follow_curriculum(session, curriculum), move |_| {
                            Some(Message::Open(session))
                        })
                    }
                    _ => Action::write(store.schedule_topics(session, meant), move |_| {
                        Some(Message::Open(session))
                    }),
                };
            }
            Message::Open(session) => return Action::Go(Route::Session(session, Tab::Programme)),
        }
        Action::None
    }

    /// Makes what is new, once it has a name.
    fn make(&mut self, message: naming::Message, context: Context<'_>) -> Action<Message> {
        let Some(naming) = &mut self.naming else { return Action::None };
        match naming.update(message) {
            naming::Answer::Open => Action::None,
            naming::Answer::Close => {
                self.naming = None;
                Action::None
            }
            naming::Answer::Make(New::Topic(parent), title) => {
                let place = TopicPlace { parent, at: usize::MAX };
                let details = TopicDetails { title, ..TopicDetails::default() };
                Action::write(context.store.add_topic(place, details), |id| Some(Message::Added(id)))
            }
            naming::Answer::Make(New::Curriculum(topics), title) => {
                Action::write(context.store.add_curriculum(&title, topics), |id| {
                    Some(Message::Curricula(curricula::Message::Added(id)))
                })
            }
        }
    }

    /// Shows a topic in the panel.
    fn show(&mut self, topic: Option<TopicId>) {
        self.rows.open = topic;
        self.document = None;
    }

    /// Finds the rows of the table anew, and the row of the topic in the panel.
    fn find(&mut self) {
        let Some(library) = &self.library else { return };
        if self.curriculum.is_some_and(|id| !library.curricula.iter().any(|one| one.id == id)) {
            self.curriculum = None;
        }
        let ids = table::rows(library, self.curriculum, &self.words, &self.folded);
        // What was just added has not arrived yet.
        let there = self.awaited.is_some() || self.rows.open.is_some_and(|id| library.topic(id).is_some());
        self.rows.show(ids, there);
        if there && self.document.is_some_and(|(_, id)| library.document(id).is_none()) {
            self.document = None;
        }
    }

    /// Unfolds what a topic is a part of.
    fn unfold_to(&mut self, topic: TopicId) {
        let Some(library) = &self.library else { return };
        let parent = |id: TopicId| library.topic(id).and_then(|one| one.parent);
        for above in std::iter::successors(parent(topic), |id| parent(*id)) {
            self.folded.remove(&above);
        }
    }

    fn shift(&mut self, shift: Shift, context: Context<'_>) -> Action<Message> {
        let Some((id, place)) = self.rows.open.zip(
            self.library.as_ref().zip(self.rows.open).and_then(|(all, id)| table::target(all, id, shift)),
        ) else {
            return Action::None;
        };
        if let Some(parent) = place.parent {
            self.folded.remove(&parent);
        }
        // Without a word: the tree shows it, and the key is pressed many times.
        Action::note(context.store.move_topic(id, place))
    }

    fn remove(&mut self, context: Context<'_>) -> Action<Message> {
        let meant = self.rows.meant();
        match (self.curriculum.and_then(|id| self.curriculum_of(id)), &meant[..]) {
            (_, []) => Action::None,
            // In a curriculum they leave the curriculum, not the library.
            (Some(curriculum), meant) => {
                let id = curriculum.id;
                let left = curriculum.topics.iter().filter(|one| !meant.contains(one)).copied().collect();
                self.set_topics(id, left, context)
            }
            (None, [one]) => Action::write(context.store.delete_topic(*one), |()| Some(Message::Close)),
            (None, _) => Action::Say(Sentence::new("window-topics-one-by-one")),
        }
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        Page::Topics
    }

    /// Shows the topic a key of a field is of.
    pub fn reveal(&mut self, key: &str) {
        self.rows.open = id_in(key, "topic").map(TopicId).or(self.rows.open);
        self.curriculum = id_in(key, "curriculum").map(CurriculumId).or(self.curriculum);
    }

    /// What is asked before something is made.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let naming = self.naming.as_ref()?;
        let (title, label, parent) = match naming.what() {
            New::Topic(None) => ("window-topics-new", "window-topics-title", None),
            New::Topic(parent) => ("window-topics-part-new", "window-topics-title", *parent),
            New::Curriculum(_) => ("window-topics-curriculum-new", "window-topics-curriculum-title", None),
        };
        let parent = parent.and_then(|id| self.library.as_ref()?.topic(id));
        let place = parent.map(|one| {
            context.say(&Sentence::new("window-naming-inside").with("name", one.details.title.as_str()))
        });
        let dialog = naming.view(context.t(title), context.t(label), place, context);
        Some(dialog.map(Message::Naming))
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.naming.is_some() {
            return (shortcut == Shortcut::Escape).then_some(Message::Naming(naming::Message::Close));
        }
        match shortcut {
            Shortcut::New => Some(Message::Add(New::Topic(None))),
            Shortcut::Delete if self.rows.is_any_meant() => Some(Message::Remove),
            Shortcut::Escape if self.rows.is_any_meant() => Some(Message::Close),
            Shortcut::Up if self.rows.open.is_some() => Some(self.step(true)),
            Shortcut::Down if self.rows.open.is_some() => Some(self.step(false)),
            other => other.step(&self.rows.selection, self.rows.ids.len()).map(Message::Selected),
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
        let import = Message::File(file::Message::Pick);
        header.actions.push(
            button::secondary(Some(Icon::FileUp), context.t("window-topics-import"))
                .id("curriculum-import")
                .on_press_maybe(context.if_writable(import))
                .into(),
        );
        header.actions.push(
            button::primary(Some(Icon::Plus), context.t("window-topics-add"))
                .id("topic-add")
                .on_press_maybe(context.if_writable(Message::Add(New::Topic(None))))
                .into(),
        );
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(library) = &self.library else { return iced::widget::space().into() };
        if library.topics.is_empty() && library.curricula.is_empty() {
            let add = button::primary(Some(Icon::Plus), context.t("window-topics-add"))
                .on_press_maybe(context.if_writable(Message::Add(New::Topic(None))))
                .into();
            let (title, cure) = (context.t("window-topics-none"), context.t("window-topics-none-cure"));
            return empty::empty(Icon::BookOpen, title, cure, [add]);
        }
        let (hint, hits) = (context.t("window-topics-search"), (&self.rows.selection, self.rows.ids.len()));
        let find = search::stepping(&self.words, &hint, Message::Searched, hits, Message::Selected);
        let tight = self.rows.is_tight(context);
        let filters = tree::filters(find, 280.0, self.choose(library, context), tight);
        let body = match self.rows.ids.is_empty() {
            false => self.tree(library, context),
            true => self.no_rows(context),
        };
        let left = [filters].into_iter().chain(self.bar(library, context)).chain([body]).collect();
        tree::beside(left, self.side(library, context), SIDE, context)
    }

    fn no_rows<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let (title, cure) = match self.words.trim() {
            "" => ("window-topics-curriculum-empty", "window-topics-curriculum-empty-cure"),
            _ => ("window-nothing-found", "window-topics-nothing-cure"),
        };
        empty::empty(Icon::Search, context.t(title), context.t(cure), [])
    }
}
