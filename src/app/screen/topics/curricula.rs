//! Curricula: choosing one, and what is done with it.

use iced::widget::{column, container, row};
use iced::{Alignment, Element};

use super::{New, State, words};
use crate::app::icon::Icon;
use crate::app::screen::tree::indented;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card};
use crate::domain::id::{CurriculumId, TopicId};
use crate::domain::library::{Curriculum, Library};
use crate::sentence::Sentence;

/// What happens on curricula.
#[derive(Clone)]
pub enum Message {
    /// It was added.
    Added(CurriculumId),
    /// It was given another name.
    Rename(CurriculumId, String),
    /// A topic joins it.
    Join(CurriculumId, TopicId),
    /// The selected topics join one.
    JoinSelected(CurriculumId),
    /// The topic in the panel goes up or down in the curriculum on show.
    Step(bool),
    /// It is to go.
    Remove(CurriculumId),
}

/// The draft of the title of a curriculum.
fn title_key(id: CurriculumId) -> String {
    format!("curriculum {id} title")
}

impl State {
    /// One curriculum.
    pub(super) fn curriculum_of(&self, id: CurriculumId) -> Option<&Curriculum> {
        self.library.as_ref()?.curricula.iter().find(|one| one.id == id)
    }

    /// Takes in what happens on curricula.
    pub(super) fn change_curricula(
        &mut self,
        message: Message,
        context: Context<'_>,
    ) -> Action<super::Message> {
        let store = context.store;
        let with = |curriculum: &Curriculum, more: &[TopicId]| {
            let mut topics = curriculum.topics.clone();
            topics.extend(more.iter().filter(|one| !curriculum.topics.contains(one)));
            topics
        };
        match message {
            Message::Added(id) => {
                self.naming = None;
                self.curriculum = Some(id);
                self.show(None);
                self.rows.selection.clear();
                self.words.clear();
                Action::Run(iced::widget::operation::focus(iced::widget::Id::new("curriculum-title")))
            }
            Message::Rename(id, title) => Action::save(title_key(id), store.rename_curriculum(id, &title)),
            Message::Join(id, topic) => match self.curriculum_of(id) {
                Some(one) => {
                    let topics = with(one, &[topic]);
                    self.set_topics(id, topics, context)
                }
                None => Action::None,
            },
            Message::JoinSelected(id) => match self.curriculum_of(id) {
                Some(one) => {
                    let topics = with(one, &self.rows.meant());
                    if topics == one.topics {
                        return Action::Say(Sentence::new("window-topics-curriculum-there"));
                    }
                    self.set_topics(id, topics, context)
                }
                None => Action::None,
            },
            Message::Step(up) => self.step_in_curriculum(up, context),
            Message::Remove(id) => Action::write(store.delete_curriculum(id), |()| None),
        }
    }

    /// Writes the topics of a curriculum. They are shown at once: what is done next to them goes on from there.
    pub(super) fn set_topics(
        &mut self,
        id: CurriculumId,
        topics: Vec<TopicId>,
        context: Context<'_>,
    ) -> Action<super::Message> {
        let shown =
            self.library.iter_mut().flat_map(|library| &mut library.curricula).find(|one| one.id == id);
        if let Some(shown) = shown {
            shown.topics.clone_from(&topics);
        }
        Action::write(context.store.set_curriculum_topics(id, topics), |()| None)
    }

    fn step_in_curriculum(&mut self, up: bool, context: Context<'_>) -> Action<super::Message> {
        let Some((id, topic)) = self.curriculum.zip(self.rows.open) else { return Action::None };
        let Some(curriculum) = self.curriculum_of(id) else { return Action::None };
        let mut topics = curriculum.topics.clone();
        let at = topics.iter().position(|one| *one == topic);
        let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        match at.zip(to.filter(|to| *to < topics.len())) {
            Some((at, to)) => {
                topics.swap(at, to);
                self.set_topics(id, topics, context)
            }
            None => Action::None,
        }
    }

    /// How many letters a name in the list of curricula has room for.
    fn room(&self, context: Context<'_>) -> usize {
        match (self.rows.selection.is_empty(), context.size.width >= space::WIDE) {
            (true, true) => 60,
            (true, false) => 24,
            (false, true) => 20,
            (false, false) => 24,
        }
    }

    /// Which curriculum is on show.
    pub(super) fn choose<'a>(
        &'a self,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, super::Message> {
        let all = (None, context.t("window-topics-all"));
        let curricula = library.curricula.iter().map(|one| {
            let words = Sentence::new("window-topics-curriculum-entry")
                .with("title", words::shortened(&one.title, self.room(context)));
            (Some(one.id), context.say(&words.with("count", one.topics.len())))
        });
        let list = select([all].into_iter().chain(curricula), Some(&self.curriculum))
            .id("curriculum")
            .on_choose(super::Message::CurriculumChosen);
        row![list, container(self.add_button(context)).width(iced::Length::Shrink)]
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into()
    }

    fn add_button<'a>(&'a self, context: Context<'a>) -> Element<'a, super::Message> {
        button::secondary(Some(Icon::Plus), context.t("window-topics-curriculum-add"))
            .id("curriculum-add")
            .on_press_maybe(context.if_writable(super::Message::Add(New::Curriculum(self.rows.meant()))))
            .into()
    }

    /// The curriculum on show: its name, its topics, the sessions that follow it.
    pub(super) fn bar<'a>(
        &'a self,
        library: &'a Library,
        context: Context<'a>,
    ) -> Option<Element<'a, super::Message>> {
        let curriculum = library.curricula.iter().find(|one| Some(one.id) == self.curriculum)?;
        let id = curriculum.id;
        let say = super::Message::Curricula;
        let title = field(curriculum.title.as_str())
            .label(context.t("window-topics-curriculum-title"))
            .in_drafts(context.drafts, title_key(id))
            .id("curriculum-title")
            .on_commit_maybe(context.if_writable(move |title| say(Message::Rename(id, title))));
        let followed = match curriculum.sessions.is_empty() {
            true => context.t("window-topics-curriculum-unfollowed"),
            false => {
                let sessions = curriculum.sessions.join("; ");
                context.say(&Sentence::new("window-topics-curriculum-followed").with("sessions", sessions))
            }
        };
        let content = column![title];
        let content = match context.can_write() {
            true => content.push(self.curriculum_actions(curriculum, library, context)),
            false => content,
        };
        Some(card::card(content.push(small(followed)).spacing(space::S)).padding(space::M).into())
    }

    fn curriculum_actions<'a>(
        &'a self,
        curriculum: &'a Curriculum,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, super::Message> {
        let id = curriculum.id;
        let say = super::Message::Curricula;
        let others = library.topics.iter().filter(|one| !curriculum.topics.contains(&one.id));
        let others =
            others.map(|one| (one.id, indented(one.depth, &words::shortened(&words::title(one), 40))));
        let join = select(others, None)
            .placeholder(context.t("window-topics-curriculum-join"))
            .id("curriculum-join")
            .on_choose(move |topic| say(Message::Join(id, topic)));
        let open = self.sessions.iter().filter(|one| one.state.is_open());
        let sessions: Vec<_> = open.map(|one| (one.id, words::session(&one.title, one.dates))).collect();
        let session = (self.rows.selection.is_empty() && !sessions.is_empty()).then(|| {
            select(sessions, None)
                .placeholder(context.t("window-topics-curriculum-into-session"))
                .id("curriculum-session")
                .on_choose(super::Message::Schedule)
        });
        let remove = button::danger_small(Some(Icon::Trash2), context.t("window-topics-curriculum-remove"))
            .id("curriculum-remove")
            .on_press(say(Message::Remove(id)));
        let export = button::secondary_small(Some(Icon::FileDown), context.t("window-topics-export"))
            .id("curriculum-export")
            .on_press(super::Message::File(super::file::Message::Export(id)));
        let choices = row![join].push(session).spacing(space::S);
        let actions = row![export, remove].spacing(space::S);
        match self.rows.selection.is_empty() && context.size.width >= space::WIDE {
            true => row![choices, actions].spacing(space::S).align_y(Alignment::Center).into(),
            false => column![choices, actions].spacing(space::S).into(),
        }
    }

    /// The curriculum that the selected topics join.
    pub(super) fn curriculum_choice<'a>(
        &'a self,
        context: Context<'a>,
    ) -> Option<Element<'a, super::Message>> {
        let library = self.library.as_ref()?;
        let others = library.curricula.iter().filter(|one| Some(one.id) != self.curriculum);
        let options: Vec<_> = others.map(|one| (one.id, words::shortened(&one.title, 38))).collect();
        if options.is_empty() || self.curriculum.is_some() {
            return None;
        }
        let list = select(options, None)
            .label(context.t("window-topics-into-curriculum"))
            .placeholder(context.t("window-topics-choose-curriculum"))
            .id("topic-curriculum")
            .on_choose(|id| super::Message::Curricula(Message::JoinSelected(id)));
        Some(list.into())
    }
}
