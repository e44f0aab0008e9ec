//! The items of a sitting with their times, and what needs a look beside them.

use iced::widget::{column, container, row, scrollable, space as gap};
use iced::{Alignment, Color, Element, Length, Padding};

use super::edit::{self, Edge};
use super::given;
use super::{Context, Message, State, words};
use crate::app::icon::Icon;
use crate::app::screen::topics;
use crate::app::theme::text::{Role, plain, small, strong, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::command::{Command, command};
use crate::app::widget::field::field;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::row_menu::row_menu;
use crate::app::widget::select::select;
use crate::app::widget::{bar, button, drag};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::programme::{ClockTime, ItemKind, PlannedItem, Programme, Slot, Spot};
use crate::sentence::{Explain, Sentence};

/// Kinds that are added with one press, in the order a sitting has them.
const QUICK: [ItemKind; 6] = [
    ItemKind::Reception,
    ItemKind::Opening,
    ItemKind::Topic,
    ItemKind::Break,
    ItemKind::Discussion,
    ItemKind::Closing,
];

impl State {
    /// The card with the items of a sitting.
    pub(super) fn list<'a>(
        &'a self,
        programme: &'a Programme,
        cluster: &'a Cluster,
        sitting: &'a Sitting,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let slots = sitting.slots();
        let mut lines = column![];
        let dragged = self.dragged.and_then(|id| sitting.items.iter().position(|item| item.id == id));
        for ((at, item), slot) in sitting.items.iter().enumerate().zip(slots) {
            let id = item.id;
            let drop = dragged.filter(|from| *from != at).map(|from| {
                let place = if from < at { drag::Place::Behind } else { drag::Place::Before };
                (place, Message::Dropped(sitting.items[from].id, sitting.id, at))
            });
            let on_drag = context.if_writable(move |on: bool| Message::Dragged(on.then_some(id)));
            let line = row_menu(self.line(item, slot, context), Message::ItemChosen(Some(id)), menu(context));
            let line = drag::source(line, on_drag);
            lines = lines.push(drag::target(line, drop)).push(rule());
        }
        if sitting.items.is_empty() {
            let hint = small(context.t("window-programme-empty"));
            let content = column![hint].push(self.another_session(context)).spacing(space::M);
            lines = lines.push(container(content).padding(space::L)).push(rule());
        }
        let lines = lines.push(self.missing(cluster, context));
        let bar = scrollable::Scrollbar::new().width(6.0).scroller_width(6.0).margin(2.0);
        let lines = scrollable(lines)
            .direction(scrollable::Direction::Vertical(bar))
            .style(style::scroll_bar)
            .height(Length::Fill);
        let content = column![self.head(programme, sitting, context), rule(), lines, rule(), quick(context)];
        // The frame stays uncovered by the rows.
        container(content).padding(1.0).style(style::card).height(Length::Fill).into()
    }

    /// Another session whose programme fills what is empty here.
    fn another_session<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let others: Vec<_> = self
            .sessions
            .iter()
            .filter(|one| Some(one.id) != self.session)
            .map(|one| (one.id, topics::words::session(&one.title, one.dates)))
            .collect();
        if others.is_empty() || !context.can_write() {
            return None;
        }
        let list = select(others, None)
            .placeholder(context.t("window-programme-from-another"))
            .id("programme-from")
            .width(340.0)
            .on_choose(Message::TakeOver);
        Some(list.into())
    }

    /// The hours of the sitting, and how much of them is planned.
    fn head<'a>(
        &'a self,
        programme: &'a Programme,
        sitting: &'a Sitting,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let hour = |edge: Edge, id: &'static str, value: Option<ClockTime>| {
            let commit = context.if_writable(move |text| Message::Edit(edit::Message::Hour(edge, text)));
            field(value.map(|time| time.to_string()).unwrap_or_default())
                .placeholder(context.example(if edge == Edge::Start { "7:30" } else { "11:30" }))
                .in_drafts(context.drafts, edit::hour_key(sitting.id, edge))
                .id(id)
                .check(move |text| edit::read_hour(text, context))
                .width(112.0)
                .on_commit_maybe(commit)
        };
        let planned = sitting.planned_minutes();
        let said = match sitting.length() {
            Some(length) if length > planned => {
                Sentence::new("window-programme-left").with("planned", planned).with("left", length - planned)
            }
            _ => Sentence::new("window-programme-planned").with("planned", planned),
        };
        let (_, without) = programme.counterparts(sitting.id);
        let without = (!without.is_empty() && without.len() + 1 < programme.clusters.len()).then(|| {
            let names = without.join(", ");
            small(context.say(&Sentence::new("window-programme-no-counterpart").with("clusters", names)))
        });
        let line = row![
            styled(context.t("window-programme-from"), Role::FieldLabel),
            hour(Edge::Start, "sitting-starts", sitting.starts),
            styled(context.t("window-programme-to"), Role::FieldLabel),
            hour(Edge::End, "sitting-ends", sitting.ends),
            small(context.say(&said)),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let warning = self.beside(Spot::Sitting(sitting.id), context);
        column![line].push(without).push(warning).spacing(space::XS).padding([space::S, space::L]).into()
    }

    fn line<'a>(&'a self, item: &'a PlannedItem, slot: Slot, context: Context<'a>) -> Element<'a, Message> {
        let chosen = self.item == Some(item.id);
        let dragged = self.dragged == Some(item.id);
        let details = &item.details;
        let time = slot.starts.map_or_else(|| "–".to_owned(), |at| at.to_string());
        let title = match details.kind {
            ItemKind::Topic => plain(details.title.as_str(), Role::Strong),
            _ => plain(details.title.as_str(), Role::Body),
        };
        let of_item = item.parts(&[]).map(|(presenter, given)| match given::told(given, context) {
            Some(told) => format!("{} ({told})", presenter.printed()),
            None => presenter.printed(),
        });
        let presenters: Vec<String> = of_item.collect();
        let presenters = (!presenters.is_empty()).then(|| small(presenters.join("; ")));
        let warning = self.beside(Spot::Item(item.id), context);
        let middle = column![title].push(presenters).push(warning).spacing(2.0).width(Length::Fill);
        let minutes = details.minutes.map_or_else(|| "–".to_owned(), |minutes| format!("{minutes}′"));
        let content = row![
            container(strong(time)).width(52.0),
            middle,
            styled(minutes, Role::Body).color(palette::MUTED),
            Icon::ChevronRight.sized(16.0).color(if chosen { palette::INK } else { palette::FAINT }),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        let look = move |status: Status| {
            let look = match (chosen, status) {
                _ if dragged => Look::flat(palette::BLUE_SOFT, palette::INK),
                (true, _) => Look::chosen(),
                (false, Status::Hovered | Status::Pressed) => Look::flat(palette::SURFACE_SOFT, palette::INK),
                (false, _) => Look::flat(Color::TRANSPARENT, palette::INK),
            };
            look.corners(0.0)
        };
        press(content, look)
            .width(Length::Fill)
            .padding([9.0, space::L])
            .ring_inside()
            .on_press(Message::ItemChosen((!chosen).then_some(item.id)))
            .into()
    }

    /// What needs a look at a spot, in words.
    fn beside<'a>(&'a self, spot: Spot, context: Context<'a>) -> Option<Element<'a, Message>> {
        let found: Vec<Element<'a, Message>> = self
            .warnings
            .iter()
            .filter(|warning| warning.spot() == spot)
            .map(|warning| warned(context.say(&warning.explain())))
            .collect();
        (!found.is_empty()).then(|| column(found).spacing(2.0).into())
    }

    /// Topics of the session that the cluster lacks, and the way to put them in.
    fn missing<'a>(&'a self, cluster: &'a Cluster, context: Context<'a>) -> Option<Element<'a, Message>> {
        let missing: Vec<Element<'a, Message>> = self
            .warnings
            .iter()
            .filter(|warning| warning.spot() == Spot::Cluster(cluster.id))
            .map(|warning| warned(context.say(&warning.explain())))
            .collect();
        if missing.is_empty() {
            return None;
        }
        let all = button::secondary_small(Some(Icon::Plus), context.t("window-programme-schedule"))
            .id("programme-schedule")
            .on_press_maybe(context.if_writable(Message::Schedule));
        let content = column(missing).push(all).spacing(space::S);
        Some(container(content).padding(Padding::from([space::M, space::L])).width(Length::Fill).into())
    }
}

/// What can be done with an item: its menu. It is chosen by then.
fn menu(context: Context<'_>) -> Vec<Command<Message>> {
    let can = |message| context.if_writable(message);
    vec![
        command(Icon::ArrowUp, context.t("window-info-move-up"))
            .key("Alt ↑")
            .on_press_maybe(can(Message::Shift(true))),
        command(Icon::ArrowDown, context.t("window-info-move-down"))
            .key("Alt ↓")
            .on_press_maybe(can(Message::Shift(false))),
        command(Icon::Trash2, context.t("window-programme-remove"))
            .key("Delete")
            .on_press_maybe(can(Message::Remove))
            .takes_away(),
    ]
}

/// A warning: an icon and words, in amber.
fn warned<'a>(words: String) -> Element<'a, Message> {
    let tone = crate::app::theme::palette::Tone::Amber.strong();
    row![
        Icon::TriangleAlert.sized(14.0).color(tone),
        plain(words, Role::Small).color(tone).width(Length::Fill)
    ]
    .spacing(6.0)
    .into()
}

/// Buttons that add the usual items.
fn quick<'a>(context: Context<'a>) -> Element<'a, Message> {
    let commands = QUICK.map(|kind| {
        command(Icon::Plus, words::kind(kind, context))
            .on_press_maybe(context.if_writable(Message::Add(kind)))
    });
    let buttons = bar::bar(commands.into(), context.t("window-more"));
    container(buttons).padding([space::S, space::S]).width(Length::Fill).into()
}

fn rule<'a>() -> Element<'a, Message> {
    container(gap().width(Length::Fill).height(1.0)).style(style::fill(palette::LINE)).into()
}
