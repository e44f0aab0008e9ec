//! The page of the tab: what stands above the table, the table, and its foot.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Filter, Key, Message, OwnFilter, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::command::command;
use crate::app::widget::select::select;
use crate::app::widget::{bar, button, chip, drag, empty, search};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{Lists, is_fixed};
use crate::domain::own_column::{OwnColumn, OwnKind};
use crate::domain::session::ListOrder;
use crate::sentence::Sentence;

/// Width of the search field above the table.
const SEARCH: f32 = 270.0;
/// Width of the choice of the order.
const ORDER: f32 = 150.0;
/// Width of the choice of who is in view by an own column.
const OWN: f32 = 200.0;
/// More values of a column than this are no choice: only whether something stands there.
const MOST_VALUES: usize = 30;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 280.0;

impl State {
    /// The buttons in the head of the page.
    pub fn actions<'a>(&self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        vec![
            button::secondary(Some(Icon::FileUp), context.t("window-import-excel"))
                .id("delegates-import")
                .on_press_maybe(context.if_writable(Message::PickList))
                .into(),
            button::secondary(Some(Icon::ClipboardPaste), context.t("window-delegates-paste"))
                .on_press_maybe(context.if_writable(Message::Paste))
                .into(),
            button::primary(Some(Icon::UserPlus), context.t("window-delegates-add"))
                .id("delegates-add")
                .on_press_maybe(context.if_writable(Message::Add))
                .into(),
        ]
    }

    pub(super) fn page<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let has_panel = self.adding || !self.selection.is_empty();
        let room = context.page_width() - if has_panel { space::PANEL + space::M } else { 0.0 };
        let panel = has_panel.then(|| self.panel(dossier, context, room < LEAST));
        let list: Element<'a, Message> = if dossier.delegates.is_empty() {
            self.nobody(context)
        } else if self.lines.len() == 0 {
            let nothing = empty::empty(
                Icon::Search,
                context.t("window-nothing-found"),
                context.t("window-delegates-nothing-cure"),
                [button::secondary(None, context.t("window-delegates-show-all"))
                    .on_press(match self.own_filter {
                        // The words stay until they are to blame.
                        Some(_) => Message::OwnFiltered(None),
                        None => Message::Searched(String::new()),
                    })
                    .into()],
            );
            container(nothing).height(Length::Fill).into()
        } else {
            self.table(dossier, context)
        };
        let foot = (!dossier.delegates.is_empty()).then(|| self.foot(dossier, context, room));
        let list = column![list].push(foot).spacing(space::M).height(Length::Fill);
        let body = match (panel, room < LEAST) {
            (Some(panel), true) => row![panel],
            (panel, _) => row![list].push(panel),
        };
        let body = body.spacing(space::M).height(Length::Fill);
        let bar = (!dossier.delegates.is_empty()).then(|| self.bar(dossier, context));
        column![]
            .push(bar)
            .push(body)
            .spacing(space::M)
            .padding([18.0, space::XL])
            .height(Length::Fill)
            .into()
    }

    fn nobody<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        empty::empty(
            Icon::Users,
            context.t("window-no-delegates"),
            context.t("window-delegates-empty-cure"),
            [
                button::secondary(Some(Icon::FileSpreadsheet), context.t("window-import-excel"))
                    .on_press_maybe(context.if_writable(Message::PickList))
                    .into(),
                button::secondary(Some(Icon::ClipboardPaste), context.t("window-delegates-paste"))
                    .on_press_maybe(context.if_writable(Message::Paste))
                    .into(),
                button::secondary(Some(Icon::UserPlus), context.t("window-delegates-add"))
                    .on_press_maybe(context.if_writable(Message::Add))
                    .into(),
                button::quiet(Some(Icon::FileDown), context.t("window-list-form"))
                    .id("delegates-list-form")
                    .on_press(Message::ListForm)
                    .into(),
            ],
        )
    }

    fn bar<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let hits = (&self.selection, self.lines.len());
        let hint = context.t("window-delegates-search");
        let find = search::stepping(&self.words, &hint, Message::Searched, hits, Message::Selected);
        let (key, _) = self.lines.sorted();
        let orders = Key::ORDERS.map(|key| (key, context.t(order_name(key))));
        let own = dossier.own_columns.iter().map(|column| {
            let words = Sentence::new("own-order").with("label", column.label.clone());
            (Key::Own(column.id), context.say(&words))
        });
        let order = select(orders.into_iter().chain(own), Some(&key))
            .placeholder(context.t("window-delegates-by-gender"))
            .id("delegates-order")
            .width(ORDER)
            .on_choose(Message::Sorted);
        let find = container(find).width(SEARCH);
        let chips = self.cluster_chips(dossier, context);
        let own = self.own_choice(dossier, context);
        let taken = if own.is_some() { OWN + space::M } else { 0.0 };
        let beside = context.page_width() - SEARCH - ORDER - taken - 2.0 * space::M;
        let order = row![].push(own).push(order).spacing(space::M);
        let letters: usize = chips.iter().map(|(label, _, _)| label.chars().count()).sum();
        // Near enough to tell whether they fit on one line.
        let wanted = letters as f32 * 7.5 + chips.len() as f32 * 28.0;
        let dragged = if self.dragged { self.selected_by_state(dossier).1 } else { Vec::new() };
        let chips = chips.into_iter().map(|(label, tone, filter)| {
            let chip = chip::choice(label, self.filter == filter, tone, Message::Filtered(filter));
            let drop = match filter {
                Filter::Of(to) if !dragged.is_empty() => {
                    context.if_writable(Message::Move(dragged.clone(), to))
                }
                _ => None,
            };
            drag::target(chip, drop.map(|drop| (drag::Place::Inside, drop)))
        });
        let chips = row(chips).spacing(space::S).wrap().vertical_spacing(space::S);
        let top = row![find].spacing(space::M).align_y(Alignment::Center);
        match (dossier.clusters.len() > 1 || self.lines.withdrawn() > 0, wanted <= beside) {
            (true, true) => top.push(container(chips).width(Length::Fill)).push(order).into(),
            (true, false) => {
                let top = top.push(Space::new().width(Length::Fill)).push(order);
                column![top, chips].spacing(space::M).into()
            }
            (false, _) => top.push(Space::new().width(Length::Fill)).push(order).into(),
        }
    }

    /// The choice of who is in view by what stands in own columns; none where there are none.
    fn own_choice<'a>(&self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        if dossier.own_columns.is_empty() {
            return None;
        }
        let all = (None, context.t("own-filter-all"));
        let choices = dossier.own_columns.iter().flat_map(|column| self.own_choices(column, context));
        let choices = choices.map(|(filter, words)| (Some(filter), words));
        let list = select(std::iter::once(all).chain(choices), Some(&self.own_filter))
            .id("delegates-own-filter")
            .width(OWN)
            .on_choose(Message::OwnFiltered);
        Some(list.into())
    }

    /// What can be chosen of one column: each value with how many have it, and those with none.
    fn own_choices(&self, column: &OwnColumn, context: Context<'_>) -> Vec<(OwnFilter, String)> {
        let filter = |value| OwnFilter { column: column.id, value };
        let said = |filter: OwnFilter| {
            let count = self.lines.all().filter(|line| filter.holds(column, line.id)).count();
            let words = match (column.kind, &filter.value) {
                (OwnKind::YesNo, Some(_)) => Sentence::new("own-filter-yes"),
                (OwnKind::YesNo, None) => Sentence::new("own-filter-no"),
                (_, Some(value)) => Sentence::new("own-filter-value").with("value", value.text()),
                (_, None) => Sentence::new("own-filter-empty"),
            };
            let words = words.with("label", column.label.clone()).with("count", count);
            (filter, context.say(&words))
        };
        let values = column.different();
        let values = if values.len() > MOST_VALUES { Vec::new() } else { values };
        let values = values.into_iter().map(|value| filter(Some(value.clone())));
        values.chain([filter(None)]).map(said).collect()
    }

    /// The choices of whose rows are in view: label, tone, and what they choose.
    fn cluster_chips(&self, dossier: &Dossier, context: Context<'_>) -> Vec<(String, Tone, Filter)> {
        let count = self.lines.listed(Filter::All);
        let all = context.count("window-all-count", count);
        let clusters = dossier.clusters.iter().map(|cluster| {
            let filter = Filter::Of(Some(cluster.id));
            let count = self.lines.listed(filter);
            let name = &cluster.details.name;
            match cluster.details.capacity.map(|seats| seats as usize) {
                Some(seats) if count > seats => (format!("{name} · {count}/{seats}"), Tone::Amber, filter),
                _ => (format!("{name} · {count}"), Tone::Neutral, filter),
            }
        });
        let nowhere = Filter::Of(None);
        let left = self.lines.listed(nowhere);
        let rest = (left > 0 || self.filter == nowhere).then(|| {
            let words = context.count("window-delegates-no-cluster-count", left);
            (words, Tone::Amber, nowhere)
        });
        let withdrawn = self.lines.withdrawn();
        let off = (withdrawn > 0).then(|| {
            let words = context.count("window-delegates-withdrawn-count", withdrawn);
            (words, Tone::Neutral, Filter::Withdrawn)
        });
        std::iter::once((all, Tone::Neutral, Filter::All)).chain(clusters).chain(rest).chain(off).collect()
    }

    fn table<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let columns = self.columns(dossier, context);
        let (key, descending) = self.lines.sorted();
        let (sorted, by) = (columns.sorted(key, descending), columns.keys());
        columns
            .table(self.lines.len(), move |row, key| self.cell(row, key, dossier, context), Message::Column)
            .selection(&self.selection, Message::Selected)
            .sorted(sorted, move |column| Message::Sorted(by(column).unwrap_or_default()))
            .on_open(|_| Message::Edit)
            .on_drag(Message::Dragged, move |count| context.count("window-delegates-dragged", count))
            .commands(move |_| self.row_menu(dossier, context))
            .into()
    }

    /// How many rows there are, whether the list is fixed, and what is done to it whole.
    fn foot<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let (lists, of) = match self.filter {
            Filter::All | Filter::Withdrawn => (Lists::All, lists_of(dossier)),
            Filter::Of(cluster) => (Lists::Of(cluster), vec![cluster]),
        };
        let fixed = of.iter().filter(|cluster| is_fixed(&dossier.delegates, **cluster)).count();
        let state = match fixed {
            0 => None,
            fixed if fixed == of.len() => Some(context.t("window-delegates-fixed")),
            fixed => Some(context.say(
                &Sentence::new("window-delegates-fixed-some").with("fixed", fixed).with("all", of.len()),
            )),
        };
        // The room that the buttons and the words take.
        let (words, wanted) = match self.selection.len() {
            0 | 1 => (Sentence::new("window-delegates-shown").with("count", self.lines.len()), 1160.0),
            count => {
                let words = Sentence::new("window-delegates-shown-selected").with("count", self.lines.len());
                (words.with("selected", count), 1240.0)
            }
        };
        let words = (room >= wanted).then(|| one_line(context.say(&words), Role::Small));
        // Once one list is fixed, the others keep the same order.
        let free = !lists_of(dossier).iter().any(|cluster| is_fixed(&dossier.delegates, *cluster));
        let number = free.then(|| {
            let (label, order) = match dossier.session.details.list_order {
                ListOrder::UnitThenName => ("window-delegates-number-by-name", ListOrder::Name),
                ListOrder::Name => ("window-delegates-number-by-unit", ListOrder::UnitThenName),
            };
            command(Icon::List, context.t(label))
                .id("delegates-number")
                .on_press_maybe(context.if_writable(Message::Number(order)))
        });
        let divide = (fixed == 0).then(|| {
            command(Icon::Split, context.t("window-delegates-divide"))
                .id("delegates-divide")
                .on_press_maybe(context.if_writable(Message::Divide))
        });
        let fix = (fixed < of.len()).then(|| {
            command(Icon::Lock, context.t("window-delegates-fix"))
                .id("delegates-fix")
                .on_press_maybe(context.if_writable(Message::Fix(lists)))
        });
        let reopen = (fixed > 0).then(|| {
            command(Icon::Undo2, context.t("window-delegates-reopen"))
                .id("delegates-reopen")
                .on_press_maybe(context.if_writable(Message::Reopen(lists)))
        });
        let further = [
            command(Icon::FileDown, context.t("window-delegates-export"))
                .id("delegates-export")
                .on_press(Message::Export),
            command(Icon::Users, context.t("own-groups"))
                .id("delegates-groups")
                .on_press_maybe(context.if_writable(Message::Groups)),
            command(Icon::Plus, context.t("own-columns"))
                .id("delegates-own-columns")
                .on_press(Message::ShowOwn),
        ];
        let seldom = [
            command(Icon::History, context.t("window-delegates-imported"))
                .id("delegates-imported")
                .on_press(Message::ShowImported),
            command(Icon::FileSpreadsheet, context.t("window-list-form-short"))
                .id("delegates-list-form")
                .on_press(Message::ListForm),
        ];
        let commands = divide.into_iter().chain(fix).chain(reopen).chain(further).chain(number).chain(seldom);
        row![]
            .push(state.map(|words| chip::chip(Tone::Green, Some(Icon::Lock), words)))
            .push(bar::bar(commands.collect(), context.t("window-more")))
            .push(words)
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into()
    }
}

fn order_name(key: Key) -> &'static str {
    match key {
        Key::Number => "window-delegates-by-number",
        Key::Name => "window-delegates-by-name",
        Key::Gender => "window-delegates-by-gender",
        Key::Birth => "window-delegates-by-birth",
        Key::Position => "window-delegates-by-position",
        Key::Unit => "window-delegates-by-unit",
        Key::Cluster => "window-delegates-by-cluster",
        Key::Line(_) | Key::Own(_) => "own-order",
    }
}

pub(super) fn cluster_name(dossier: &Dossier, id: Option<ClusterId>) -> String {
    let found = dossier.clusters.iter().find(|cluster| Some(cluster.id) == id);
    found.map(|cluster| cluster.details.name.clone()).unwrap_or_default()
}

/// The lists of a session that hold somebody.
fn lists_of(dossier: &Dossier) -> Vec<Option<ClusterId>> {
    let clusters = dossier.clusters.iter().map(|cluster| Some(cluster.id)).chain([None]);
    clusters.filter(|cluster| dossier.delegates.iter().any(|one| one.cluster == *cluster)).collect()
}
