//! What needs a look, from the data alone.

use iced::widget::{column, row};
use iced::{Color, Element, Length};
use jiff::civil::Date;

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::Tab;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{button, card};
use crate::domain::id::SessionId;
use crate::domain::overview::{Overview, SessionTask, Task};
use crate::sentence::Sentence;

/// Things to do shown until all are wanted.
const SHOWN: usize = 5;

/// The card of what needs a look; none when nothing does.
pub(super) fn tasks_card<'a>(
    overview: &'a Overview,
    today: Date,
    all: bool,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    let tasks = overview.tasks(today);
    if tasks.is_empty() {
        return None;
    }
    let shown = if all { tasks.len() } else { SHOWN };
    let hidden = tasks.len().saturating_sub(shown);
    let more = (hidden > 0).then(|| {
        let label = context.count("window-tasks-more", hidden);
        button::quiet(None, label).id("tasks-more").on_press(Message::AllTasks)
    });
    let lines = tasks.into_iter().take(shown).map(|task| line(words_of(task, overview), context));
    let list = column(lines).push(more).spacing(space::XS);
    Some(card::titled(context.t("window-tasks"), None, list).width(Length::Fill).into())
}

/// How a task looks, what it says, and where it is done.
struct Words {
    icon: Icon,
    color: Color,
    sentence: Sentence,
    go: Message,
}

fn words_of(task: Task, overview: &Overview) -> Words {
    let (id, task) = match task {
        Task::NoOrganisation => {
            return Words {
                icon: Icon::Building2,
                color: palette::AMBER,
                sentence: Sentence::new("window-task-no-organisation"),
                go: Message::Settings,
            };
        }
        Task::Of(id, task) => (id, task),
    };
    let title = title_of(id, overview);
    let about = |id: &'static str| Sentence::new(id).with("title", title);
    let (icon, color, tab, sentence) = match task {
        SessionTask::Overfull(full) => (
            Icon::TriangleAlert,
            palette::AMBER,
            Tab::Delegates,
            about("window-task-overfull")
                .with("cluster", full.cluster)
                .with("count", full.delegates)
                .with("capacity", full.capacity),
        ),
        SessionTask::Doubled(count) => {
            (Icon::Users, palette::AMBER, Tab::Delegates, about("window-task-doubled").with("count", count))
        }
        SessionTask::NoDates => (Icon::Calendar, palette::AMBER, Tab::Info, about("window-task-no-dates")),
        SessionTask::NoDelegates => {
            (Icon::Users, palette::AMBER, Tab::Delegates, about("window-task-no-delegates"))
        }
        SessionTask::NoProgramme => {
            (Icon::Clock, palette::AMBER, Tab::Programme, about("window-task-no-programme"))
        }
        SessionTask::Unprinted(count) => {
            (Icon::Award, palette::BLUE, Tab::Printing, about("window-task-unprinted").with("count", count))
        }
        SessionTask::KeptTooLong(count) => {
            (Icon::Lock, palette::AMBER, Tab::Info, about("personal-task-over").with("count", count))
        }
        SessionTask::Unmarked(count) => (
            Icon::ClipboardCheck,
            palette::AMBER,
            Tab::Attendance,
            about("window-task-unmarked").with("count", count),
        ),
        SessionTask::Over => (Icon::CircleCheck, palette::BLUE, Tab::Info, about("window-task-over")),
    };
    Words { icon, color, sentence, go: Message::Go(id, tab) }
}

fn title_of(id: SessionId, overview: &Overview) -> &str {
    let found = overview.sessions.iter().find(|(session, _)| session.id == id);
    found.map_or("", |(session, _)| session.title.as_str())
}

fn line<'a>(words: Words, context: Context<'a>) -> Element<'a, Message> {
    let sentence = plain(context.say(&words.sentence), Role::Body).width(Length::Fill);
    let content = row![words.icon.view().color(words.color), sentence].spacing(space::S);
    let look = |status: Status| {
        let ground = if status == Status::Hovered { palette::SURFACE_SOFT } else { Color::TRANSPARENT };
        Look::flat(ground, palette::INK)
    };
    press(content, look).width(Length::Fill).padding(space::XS).ring_inside().on_press(words.go).into()
}
