//! The library beside the list: a press puts a topic into the sitting.

use iced::widget::{column, container, row, scrollable};
use iced::{Color, Element, Length, Padding};

use super::{Context, Message, State};
use crate::app::screen::topics::words;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, plain, small};
use crate::app::theme::{space, style};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{chip, search};
use crate::domain::cluster::Cluster;
use crate::domain::id::TopicId;
use crate::domain::library::LibraryTopic;
use crate::domain::programme::Warning;

/// So many topics are offered at once; words lead to the others.
const SHOWN: usize = 40;

impl State {
    /// The library, with the topics of the session that are not scheduled first.
    pub(super) fn topics<'a>(&'a self, cluster: &'a Cluster, context: Context<'a>) -> Element<'a, Message> {
        let missing: Vec<TopicId> = self
            .warnings
            .iter()
            .filter_map(|warning| match warning {
                Warning::NotScheduled { cluster: of, topic, .. } if *of == cluster.id => Some(*topic),
                _ => None,
            })
            .collect();
        let mut offered: Vec<&LibraryTopic> = match self.words.trim() {
            "" => self.library.topics.iter().filter(|topic| topic.depth == 0).collect(),
            words => self.library.search(words).into_iter().filter_map(|id| self.library.topic(id)).collect(),
        };
        offered.sort_by_key(|topic| !missing.contains(&topic.id));
        let more = offered.len().saturating_sub(SHOWN);
        let cards = offered.into_iter().take(SHOWN).map(|topic| {
            let parts = self.library.parts(Some(topic.id)).len();
            card(topic, parts, missing.contains(&topic.id), context)
        });
        let cards = column(cards).spacing(10.0);
        let none = self.library.topics.is_empty().then(|| small(context.t("window-programme-no-topics")));
        let more = (more > 0).then(|| small(context.count("window-programme-more-topics", more)));
        let cards = column![cards].push(none).push(more).spacing(10.0);
        let bar = scrollable::Scrollbar::new().width(6.0).scroller_width(6.0);
        let list = scrollable(container(cards).padding(Padding { right: 10.0, ..Padding::ZERO }))
            .direction(scrollable::Direction::Vertical(bar))
            .style(style::scroll_bar)
            .height(Length::Fill);
        let placeholder = context.t("window-programme-library");
        column![search::search(&self.words, &placeholder, Message::Searched), list].spacing(10.0).into()
    }
}

fn card<'a>(
    topic: &'a LibraryTopic,
    parts: usize,
    missing: bool,
    context: Context<'a>,
) -> Element<'a, Message> {
    let state = missing.then(|| chip::chip(Tone::Amber, None, context.t("window-programme-missing")));
    let about = row![
        plain(words::about(topic, parts, context), Role::Small).color(palette::MUTED).width(Length::Fill)
    ]
    .push(state)
    .spacing(space::S);
    let title = words::title(topic);
    let content = column![plain(title, Role::SmallLabel), about].spacing(4.0).width(Length::Fill);
    let look = |status: Status| {
        let (ground, edge) = match status {
            Status::Hovered | Status::Pressed => (palette::SURFACE_SOFT, palette::LINE_STRONG),
            Status::Disabled => (Color::TRANSPARENT, palette::LINE),
            Status::Active => (palette::SURFACE, palette::LINE),
        };
        Look::flat(ground, palette::INK).edged(edge).corners(space::RADIUS)
    };
    press(content, look)
        .width(Length::Fill)
        .padding([space::S, space::M])
        .on_press_maybe(context.if_writable(Message::AddTopic(topic.id)))
        .into()
}
