//! The panel beside the tree: one topic to edit, or what is done with several.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::edit::{self, TopicField};
use super::{Message, New, Shift, State, outline, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::tree::indented;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::widget::command::command;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{bar, button, card, form};
use crate::domain::library::{Library, LibraryTopic, MOST_MINUTES};
use crate::sentence::Sentence;

/// The field of a topic's title.
pub(super) const TITLE: &str = "topic-title";

impl State {
    /// The panel, when something is selected.
    pub(super) fn side<'a>(
        &'a self,
        library: &'a Library,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let content = match self.rows.open.and_then(|id| library.topic(id)) {
            Some(topic) => self.one(topic, library, context),
            None if self.rows.selection.len() > 1 => self.several(context),
            None => return None,
        };
        Some(card::side(content).into())
    }

    fn one<'a>(
        &'a self,
        topic: &'a LibraryTopic,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let (id, details) = (topic.id, &topic.details);
        let text = |what: TopicField, value: &str| {
            field(value).in_drafts(context.drafts, edit::key(id, what)).on_commit_maybe(
                context.if_writable(move |text| Message::Edit(edit::Message::Text(id, what, text))),
            )
        };
        let refusal =
            context.say(&Sentence::new("window-programme-minutes-refused").with("most", MOST_MINUTES));
        let minutes = number_field(details.minutes, 1..=MOST_MINUTES, refusal, move |minutes| {
            Message::Edit(edit::Message::Minutes(id, minutes))
        })
        .label(context.t("window-programme-minutes"))
        .in_drafts(context.drafts, edit::key(id, TopicField::Minutes))
        .id("topic-minutes")
        .read_only_unless(context.can_write());
        let label = text(TopicField::Label, details.label.as_deref().unwrap_or_default())
            .label(context.t("window-topics-label"))
            .placeholder(context.t("window-topics-label-hint"))
            .id("topic-label");
        let fields = form::form([
            text(TopicField::Title, &details.title).label(context.t("window-topics-title")).id(TITLE).into(),
            form::beside([label.into(), minutes.into()]).into(),
            outline::field(topic, context).into(),
            self.documents(topic, library, context),
            usage(topic, context),
        ]);
        let fields = match context.can_write() {
            true => fields.push(self.under(topic, library, context)).push(self.session_choice(1, context)),
            false => fields,
        };
        let place = context.can_write().then(|| self.place(topic, library, context));
        let parts = library.parts(Some(id)).len();
        column![head(words::title(topic), Some(words::about(topic, parts, context)))]
            .push(place)
            .push(fields)
            .spacing(space::M)
            .into()
    }

    /// What the topic is a part of.
    fn under<'a>(
        &'a self,
        topic: &'a LibraryTopic,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let options = library
            .topics
            .iter()
            .map(|one| (Some(one.id), indented(one.depth, &words::shortened(&words::title(one), 34))));
        let options = [(None, context.t("window-topics-top"))].into_iter().chain(options);
        let under = select(options, Some(&topic.parent))
            .label(context.t("window-topics-under"))
            .id("topic-under")
            .on_choose(|parent| Message::Shift(Shift::Under(parent)));
        under.into()
    }

    /// Moving the topic in the tree, and what is done with it as a whole.
    fn place<'a>(
        &'a self,
        topic: &'a LibraryTopic,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let shift = |icon, label: &str, id: &'static str, shift| {
            let can = super::table::target(library, topic.id, shift).map(|_| Message::Shift(shift));
            command(icon, context.t(label)).id(id).on_press_maybe(can)
        };
        let step = |icon, label: &str, id: &'static str, up| {
            let message = Message::Curricula(super::curricula::Message::Step(up));
            command(icon, context.t(label)).id(id).on_press(message)
        };
        let (up, down) = ("window-info-move-up", "window-info-move-down");
        // In a curriculum it is the order of the curriculum that changes.
        let shifts = match self.curriculum {
            Some(_) => vec![
                step(Icon::ArrowUp, up, "topic-up", true),
                step(Icon::ArrowDown, down, "topic-down", false),
            ],
            None => vec![
                shift(Icon::ArrowUp, up, "topic-up", Shift::Up),
                shift(Icon::ArrowDown, down, "topic-down", Shift::Down),
                shift(Icon::ArrowRight, "window-topics-in", "topic-in", Shift::In).only_in_menu(),
                shift(Icon::ChevronLeft, "window-topics-out", "topic-out", Shift::Out).only_in_menu(),
            ],
        };
        let add = command(Icon::Plus, context.t("window-topics-add-part"))
            .id("topic-add-part")
            .on_press(Message::Add(New::Topic(Some(topic.id))));
        let remove = command(Icon::Trash2, context.t(self.remove_label()))
            .id("topic-remove")
            .on_press(Message::Remove)
            .takes_away()
            .only_in_menu();
        let commands = [add].into_iter().chain(shifts).chain([remove]);
        bar::bar(commands.collect(), context.t("window-more")).into()
    }

    fn remove_label(&self) -> &'static str {
        match self.curriculum {
            Some(_) => "window-topics-curriculum-leave",
            None => "window-topics-remove",
        }
    }

    fn several<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let count = self.rows.selection.len();
        let title = context.count("window-topics-selected", count);
        let leave = (self.curriculum.is_some() && context.can_write()).then(|| {
            button::danger_small(Some(Icon::Trash2), context.t(self.remove_label())).on_press(Message::Remove)
        });
        let session = context.can_write().then(|| self.session_choice(count, context));
        column![head(title, None)].push(session).push(leave).spacing(space::M).into()
    }

    /// Sets of topics and sessions that the selected topics go into.
    fn session_choice<'a>(&'a self, count: usize, context: Context<'a>) -> Element<'a, Message> {
        let open = self.sessions.iter().filter(|one| one.state.is_open());
        let sessions: Vec<_> =
            open.map(|one| (one.id, words::session(one.title.as_str(), one.dates))).collect();
        let none = sessions.is_empty().then(|| small(context.t("window-topics-no-open-session")));
        let list = (!sessions.is_empty()).then(|| {
            select(sessions, None)
                .label(context.count("window-topics-into-session", count))
                .placeholder(context.t("window-topics-choose-session"))
                .id("topic-session")
                .on_choose(Message::Schedule)
        });
        column![self.curriculum_choice(context)].push(list).push(none).spacing(space::M).into()
    }
}

/// The sessions that held the topic, each leading there.
fn usage<'a>(topic: &'a LibraryTopic, context: Context<'a>) -> Element<'a, Message> {
    let lines = topic.uses.iter().map(|one| {
        let words = one_line(words::session(&one.title, one.dates), Role::Small);
        let arrow = button::quiet(Some(Icon::ArrowRight), context.t("window-topics-open"))
            .on_press(Message::Open(one.session));
        row![container(words).clip(true).width(Length::Fill), arrow].align_y(Alignment::Center).into()
    });
    column![styled(words::used(topic, context), Role::FieldLabel)].extend(lines).spacing(2.0).into()
}

/// The head of the panel with its cross: the whole title, which a field cuts.
fn head<'a>(title: String, about: Option<String>) -> Element<'a, Message> {
    let words = column![styled(title, Role::Strong)].push(about.map(small)).spacing(2.0);
    card::closing(words, Message::Close).into()
}
