//! Chương trình: what happens in each sitting of each cluster, with the times
//! that follow from the durations, and what needs a look.

mod edit;
mod given;
mod list;
mod panel;
mod sittings;
mod topics;
pub mod words;

use iced::widget::{Id, column, container, row, scrollable};
use iced::{Element, Length, Task};

use super::super::{Action, Context, Route, id_in};
use super::{Tab, sitting_plan};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::domain::cluster::{Cluster, ClusterDetails, HalfDay, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::library::Library;
use crate::domain::programme::{ItemKind, Presenter, Programme, ProgrammeItem, Warning, warnings};
use crate::domain::session::SessionSummary;
use crate::sentence::Explain;
use crate::store::StoreError;

/// Width of the column beside the list.
const SIDE: f32 = 320.0;

/// In a window lower than this the whole page scrolls.
const LOW: f32 = 540.0;
/// Height of the list there.
const LEAST_BODY: f32 = 300.0;

/// What is on show.
#[derive(Default)]
pub struct State {
    /// The session on show, once something happened in it.
    session: Option<SessionId>,
    programme: Option<Programme>,
    warnings: Vec<Warning>,
    library: Library,
    /// Sessions to copy from.
    sessions: Vec<SessionSummary>,
    cluster: Option<ClusterId>,
    sitting: Option<SittingId>,
    item: Option<ProgrammeItemId>,
    /// An item to show with its sitting as soon as they are there.
    wanted: Option<ProgrammeItemId>,
    /// The item that is being dragged.
    dragged: Option<ProgrammeItemId>,
    /// An empty line for one more presenter of the item.
    one_more: bool,
    /// For whom somebody stood in who is not named yet.
    stands_in: Option<(ProgrammeItemId, usize)>,
    words: String,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// The programme arrived.
    Loaded(Result<Box<Programme>, StoreError>),
    /// The library arrived.
    Library(Result<Box<Library>, StoreError>),
    /// A cluster was chosen.
    ClusterChosen(ClusterId),
    /// A sitting was chosen.
    SittingChosen(SittingId),
    /// An item was chosen, or left.
    ItemChosen(Option<ProgrammeItemId>),
    /// A new item is wanted.
    Add(ItemKind),
    /// A topic of the library is wanted in the sitting.
    AddTopic(TopicId),
    /// An item was added.
    Added(ProgrammeItemId),
    /// All topics of the session that a cluster lacks are wanted.
    Schedule,
    /// In the item that is chosen, or in the hours of the sitting.
    Edit(edit::Message),
    /// What became of the part of a presenter; those who are shown were planned.
    Given(usize, Vec<Presenter>, given::Choice),
    /// Who stood in for a presenter.
    StandsIn(usize, Vec<Presenter>, String),
    /// The chosen item goes up or down.
    Shift(bool),
    /// An item is dragged, or was let go.
    Dragged(Option<ProgrammeItemId>),
    /// It was let go where it takes this place of its sitting.
    Dropped(ProgrammeItemId, SittingId, usize),
    /// The chosen item goes to another sitting.
    MoveTo(SittingId),
    /// The chosen item is to go.
    Remove,
    /// The sitting's programme for the other clusters, too.
    Copy,
    /// The sessions arrived, to copy from.
    Sessions(Result<Vec<SessionSummary>, StoreError>),
    /// What another session did in the sittings that are empty here.
    TakeOver(SessionId),
    /// A first cluster is wanted.
    AddCluster,
    /// Sittings of all clusters are made from their days.
    Make(Vec<HalfDay>),
    /// Search words of the library.
    Searched(String),
    /// Days and clusters are entered on another tab.
    ToInfo,
}

impl State {
    /// Asks for what the tab shows.
    pub fn load(&self, session: SessionId, context: Context<'_>) -> Task<Message> {
        let programme =
            job::ask(context.store.programme(session)).map(|answer| Message::Loaded(answer.map(Box::new)));
        let library = job::ask(context.store.library()).map(|answer| Message::Library(answer.map(Box::new)));
        let sessions = job::ask(context.store.sessions()).map(Message::Sessions);
        Task::batch([programme, library, sessions])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        self.session = Some(dossier.session.id);
        let store = context.store;
        match message {
            Message::Loaded(Ok(programme)) => self.take_in(*programme),
            // A session that is gone is told by the screen around.
            Message::Loaded(Err(StoreError::NoSession(_))) => {}
            Message::Loaded(Err(error)) | Message::Library(Err(error)) | Message::Sessions(Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::Given(at, planned, choice) => return self.give(at, planned, choice, context),
            Message::StandsIn(at, planned, name) => return self.stand_in(at, planned, name, context),
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            Message::TakeOver(source) => {
                return Action::write(store.copy_programme_from(dossier.session.id, source), |_| None);
            }
            Message::Library(Ok(library)) => self.library = *library,
            Message::ClusterChosen(id) => {
                self.cluster = Some(id);
                self.sitting = None;
                self.leave();
                self.settle();
            }
            Message::SittingChosen(id) => {
                self.sitting = Some(id);
                self.leave();
            }
            Message::ItemChosen(item) => {
                self.leave();
                self.item = item;
            }
            Message::Add(kind) => {
                let details = ProgrammeItem {
                    kind,
                    title: kind.usual_title().to_owned(),
                    minutes: Some(kind.usual_minutes()),
                    presenters: Vec::new(),
                };
                return self.add(None, details, context);
            }
            Message::AddTopic(id) => {
                let Some(topic) = self.library.topic(id) else { return Action::None };
                let details = ProgrammeItem {
                    kind: ItemKind::Topic,
                    title: topic.details.title.clone(),
                    minutes: topic.details.minutes.or(Some(ItemKind::Topic.usual_minutes())),
                    presenters: Vec::new(),
                };
                return self.add(Some(id), details, context);
            }
            Message::Added(id) => {
                self.leave();
                self.item = Some(id);
                return Action::Run(iced::widget::operation::focus(Id::new(panel::TITLE)));
            }
            Message::Schedule => {
                let topics =
                    self.programme.iter().flat_map(|one| &one.topics).map(|topic| topic.id).collect();
                return Action::write(store.schedule_topics(dossier.session.id, topics), |_| None);
            }
            Message::Edit(message) => return self.edit(message, context),
            Message::Shift(up) => return self.shift(up, context),
            Message::Dragged(item) => self.dragged = item,
            Message::Dropped(item, sitting, to) => {
                self.dragged = None;
                // Without a word, as by its key: the list shows it.
                return Action::note(store.move_item(item, sitting, to));
            }
            Message::MoveTo(sitting) => {
                if let Some(item) = self.item {
                    self.sitting = Some(sitting);
                    return Action::write(store.move_item(item, sitting, usize::MAX), |()| None);
                }
            }
            Message::Remove => {
                if let Some(item) = self.item.take() {
                    self.leave();
                    return Action::write(store.delete_item(item), |()| None);
                }
            }
            Message::Copy => {
                let Some((source, targets)) = self.copies() else { return Action::None };
                return Action::write(store.copy_programme(source, targets), |()| None);
            }
            Message::AddCluster => {
                let pending = store.add_cluster(dossier.session.id, ClusterDetails::default());
                return Action::write(pending, |_| None);
            }
            Message::Make(halves) => {
                return sitting_plan::make(dossier, halves, context);
            }
            Message::Searched(words) => self.words = words,
            Message::ToInfo => return Action::Go(Route::Session(dossier.session.id, Tab::Info)),
        }
        Action::None
    }

    /// Takes in an answer that came before the session itself.
    pub fn arrived(&mut self, message: Message) {
        match message {
            Message::Loaded(Ok(programme)) => self.take_in(*programme),
            Message::Library(Ok(library)) => self.library = *library,
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            _ => {}
        }
    }

    fn take_in(&mut self, programme: Programme) {
        self.warnings = warnings(&programme);
        if self.item.is_some_and(|item| programme.item(item).is_none()) {
            self.leave();
        }
        if let Some((sitting, item)) = self.wanted.take().and_then(|id| programme.item(id)) {
            (self.sitting, self.item) = (Some(sitting.id), Some(item.id));
        }
        self.programme = Some(programme);
        self.settle();
    }

    /// Shows what a key of a field is of.
    pub fn reveal(&mut self, key: &str) {
        self.wanted = id_in(key, "item").map(ProgrammeItemId);
        self.sitting = id_in(key, "sitting").map(SittingId).or(self.sitting);
    }

    /// Leaves the item.
    fn leave(&mut self) {
        self.item = None;
        self.one_more = false;
    }

    /// Sees that the cluster and the sitting on show exist: the first otherwise.
    fn settle(&mut self) {
        let Some(programme) = &self.programme else { return };
        let found = self.sitting.and_then(|id| programme.sitting(id));
        if let Some((cluster, _)) = found {
            self.cluster = Some(cluster.id);
            return;
        }
        let chosen = programme.clusters.iter().find(|one| Some(one.id) == self.cluster);
        let cluster = chosen.or(programme.clusters.first());
        self.cluster = cluster.map(|one| one.id);
        self.sitting = cluster.and_then(|one| one.sittings.first()).map(|one| one.id);
        self.item = None;
    }

    /// The cluster and the sitting on show.
    fn shown(&self) -> Option<(&Programme, &Cluster, &Sitting)> {
        let programme = self.programme.as_ref()?;
        let (cluster, sitting) = programme.sitting(self.sitting?)?;
        Some((programme, cluster, sitting))
    }

    fn add(
        &mut self,
        topic: Option<TopicId>,
        details: ProgrammeItem,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some((_, _, sitting)) = self.shown() else { return Action::None };
        let chosen = sitting.items.iter().position(|item| Some(item.id) == self.item);
        let closing = matches!(details.kind, ItemKind::Discussion | ItemKind::Closing);
        let end = if closing { sitting.items.len() } else { sitting.tail() };
        let at = chosen.map_or(end, |at| at + 1);
        let pending = context.store.add_item(sitting.id, at, topic, details);
        // A topic is complete as it is: the library stays open for the next.
        Action::write(pending, move |id| topic.is_none().then_some(Message::Added(id)))
    }

    fn shift(&mut self, up: bool, context: Context<'_>) -> Action<Message> {
        let (Some(item), Some((_, _, sitting))) = (self.item, self.shown()) else { return Action::None };
        let at = sitting.items.iter().position(|one| one.id == item);
        let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        match to.filter(|to| *to < sitting.items.len()) {
            // Without a word: the list shows it, and the key is pressed many times.
            Some(to) => Action::note(context.store.move_item(item, sitting.id, to)),
            None => Action::None,
        }
    }

    /// The sitting on show and its counterparts in the other clusters.
    fn copies(&self) -> Option<(SittingId, Vec<SittingId>)> {
        let (programme, _, sitting) = self.shown()?;
        let (targets, _) = programme.counterparts(sitting.id);
        (!targets.is_empty() && !sitting.items.is_empty()).then_some((sitting.id, targets))
    }

    /// How many items the session has, for the tab.
    pub fn count(&self) -> Option<usize> {
        self.programme.as_ref().map(Programme::len).filter(|count| *count > 0)
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        let chosen = self.item.is_some();
        match shortcut {
            Shortcut::New if self.shown().is_some() => Some(Message::Add(ItemKind::Topic)),
            Shortcut::Up if chosen => Some(Message::Shift(true)),
            Shortcut::Down if chosen => Some(Message::Shift(false)),
            Shortcut::Delete if chosen => Some(Message::Remove),
            Shortcut::Escape if chosen => Some(Message::ItemChosen(None)),
            _ => None,
        }
    }

    /// Buttons in the head of the page.
    pub fn actions<'a>(&'a self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let Some((programme, _, sitting)) = self.shown() else { return Vec::new() };
        let mut actions = Vec::new();
        if programme.clusters.len() > 1 {
            let copy = self.copies().and_then(|_| context.if_writable(Message::Copy));
            let label = context.t("window-programme-copy");
            actions.push(
                button::secondary(Some(Icon::Copy), label).id("programme-copy").on_press_maybe(copy).into(),
            );
        }
        let add = context.if_writable(Message::Add(ItemKind::Topic));
        let label = context.t(if sitting.items.is_empty() {
            "window-programme-add-first"
        } else {
            "window-programme-add"
        });
        actions.push(button::primary(Some(Icon::Plus), label).id("programme-add").on_press_maybe(add).into());
        actions
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let Some(programme) = &self.programme else { return iced::widget::space().into() };
        let Some((_, cluster, sitting)) = self.shown() else {
            return sittings::nothing_yet(programme, dossier, context);
        };
        let clusters = (programme.clusters.len() > 1).then(|| self.cluster_chips(programme));
        let sittings = self.sitting_chips(cluster, context);
        let list = self.list(programme, cluster, sitting, context);
        let side = match self.item.and_then(|id| programme.item(id)) {
            Some((of, item)) => self.panel(of, cluster, item, dossier, context),
            None => self.topics(cluster, context),
        };
        let side = container(side).width(if context.size.width >= space::WIDE { SIDE } else { space::PANEL });
        let body = row![container(list).width(Length::Fill).height(Length::Fill), side].spacing(14.0);
        let page = column![].push(clusters).push(sittings).spacing(space::M).padding([18.0, space::XL]);
        match context.size.height < LOW {
            // What would be left for the list is no list any more.
            true => scrollable(page.push(body.height(LEAST_BODY))).style(style::scroll_bar).into(),
            false => page.push(body.height(Length::Fill)).height(Length::Fill).into(),
        }
    }
}
