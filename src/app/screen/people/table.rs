//! The page: what stands above the table, the table, and its foot.

use std::sync::Arc;

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Filter, Message, State, TABLE};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{self, Columns, offer};
use crate::app::screen::person_form::gender_name;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::command::{Command, command};
use crate::app::widget::field::field;
use crate::app::widget::table::{Cell, Column, Width};
use crate::app::widget::{button, chip, empty, search};
use crate::domain::registry::{Order, RegistryLine, Wanted};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;
use crate::vietnamese::fold::compare_key;

/// Width of the panel.
pub(super) const SIDE: f32 = 330.0;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 280.0;
/// The least room in which the table shows all its columns.
const ALL_COLUMNS: f32 = 600.0;
/// The least room for all three filters in one line.
const ONE_LINE: f32 = 680.0;

/// The columns, in their order.
pub(super) const COLUMNS: [Order; 6] =
    [Order::Name, Order::Gender, Order::Birth, Order::Position, Order::Unit, Order::Sessions];

impl State {
    pub(super) fn page<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(registry) = self.list.registry() else { return Space::new().into() };
        let nobody = registry.lines().is_empty();
        let has_panel = self.adding || !self.selection.is_empty();
        let room = context.page_width() - if has_panel { SIDE + space::M } else { 0.0 };
        let panel = has_panel.then(|| self.panel(context, room < LEAST));
        let list = match (nobody, self.list.len()) {
            (true, _) => self.nobody(context),
            (false, 0) => self.nothing_found(context),
            (false, _) => self.table(context),
        };
        let left = column![]
            .push((!nobody).then(|| self.filters(context, room)))
            .push(container(list).height(Length::Fill))
            .push((!nobody).then(|| self.foot(context, room)))
            .spacing(space::M)
            .height(Length::Fill);
        let body = match (panel, room < LEAST) {
            (Some(panel), true) => row![panel],
            (panel, _) => row![left].push(panel),
        };
        body.spacing(space::M).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    fn nobody<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let add = button::secondary(Some(Icon::UserPlus), context.t("window-people-add"))
            .on_press_maybe(context.if_writable(Message::Add));
        let (title, cure) = (context.t("window-people-none"), context.t("window-people-none-cure"));
        empty::empty(Icon::Users, title, cure, [add.into()])
    }

    fn nothing_found<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let all = button::secondary(None, context.t("window-show-all"))
            .on_press(Message::Filtered(Filter::default()));
        let (title, cure) = (context.t("window-nothing-found"), context.t("window-people-nothing-cure"));
        empty::empty(Icon::Search, title, cure, [all.into()])
    }

    fn filters<'a>(&'a self, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let filter = &self.list.filter;
        let with = move |change: &dyn Fn(&mut Wanted)| {
            let mut filter = filter.clone();
            change(&mut filter.wanted);
            Message::Filtered(filter)
        };
        let searched = move |words| with(&|wanted: &mut Wanted| wanted.words.clone_from(&words));
        let (hint, hits) = (context.t("window-people-search"), (&self.selection, self.list.len()));
        let find = search::stepping(&filter.wanted.words, &hint, searched, hits, Message::Selected);
        let choose = |id: &'static str, hint: &str, chosen: &Option<Arc<str>>, known: &'a [Arc<str>]| {
            let refusal = context.t("window-people-unknown-filter");
            field(chosen.as_deref().unwrap_or_default())
                .placeholder(context.t(hint))
                .id(id)
                .suggest(known.iter().map(|name| name.to_string()).collect())
                .check(move |text| match text.is_empty() || named(known, text).is_some() {
                    true => Ok(()),
                    false => Err(refusal.clone()),
                })
        };
        let (groups, positions) = (&self.facets.groups, &self.facets.positions);
        let unit = choose("people-by-unit", "window-people-every-unit", &filter.wanted.group, groups)
            .on_commit(move |text| with(&|wanted| wanted.group = named(groups, &text)));
        let position =
            choose("people-by-position", "window-people-every-position", &filter.wanted.position, positions)
                .on_commit(move |text| with(&|wanted| wanted.position = named(positions, &text)));
        let twins = (self.list.twins() > 0).then(|| {
            let count = Sentence::new("window-people-twins").with("count", self.list.twins());
            let filter = Filter { twins: !filter.twins, ..filter.clone() };
            chip::choice(context.say(&count), !filter.twins, Tone::Amber, Message::Filtered(filter))
        });
        let choices = row![unit, position].spacing(space::M);
        match room >= ONE_LINE {
            true => row![
                container(find).width(Length::FillPortion(4)),
                container(choices).width(Length::FillPortion(5))
            ]
            .push(twins)
            .spacing(space::M)
            .align_y(Alignment::Center)
            .into(),
            false => {
                let top = row![find].push(twins).spacing(space::M).align_y(Alignment::Center);
                column![top, choices].spacing(space::S).into()
            }
        }
    }

    fn table<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let offers = COLUMNS.map(|order| {
            let column = offer(order, column_name(order), column_of(order, context).sortable());
            let column = column.empty(!self.list.holds(order));
            if order == Order::Name { column.always() } else { column }
        });
        let columns = Columns::of(TABLE, offers, context);
        let (order, descending) = self.list.sorted();
        let (sorted, by) = (columns.sorted(order, descending), columns.keys());
        let cell = move |row, order| match self.list.line(row) {
            Some(line) => cell(line, order, context),
            None => Cell::text(""),
        };
        columns
            .table(self.list.len(), cell, Message::Column)
            .selection(&self.selection, Message::Selected)
            .sorted(sorted, move |column| Message::Sorted(by(column).unwrap_or_default()))
            .on_open(|_| Message::Edit)
            .commands(move |_| self.row_menu(context))
            .into()
    }

    /// What can be done with who is selected: the menu of a row.
    fn row_menu(&self, context: Context<'_>) -> Vec<Command<Message>> {
        let count = self.selection.len();
        let id = self.record.as_ref().map(|record| record.id).filter(|_| count == 1);
        let edit = (count == 1).then(|| {
            command(Icon::Pencil, context.t("window-row-edit"))
                .key("Enter")
                .on_press_maybe(context.if_writable(Message::Edit))
        });
        let merge = (count == 2).then(|| {
            command(Icon::Users, context.t("window-people-merge"))
                .on_press_maybe(context.if_writable(Message::Merge(self.selected())))
        });
        let told = id.map(|id| {
            command(Icon::History, context.t("window-history-person")).on_press(Message::History(id))
        });
        let remove = command(Icon::Trash2, context.t("window-people-remove"))
            .key("Delete")
            .on_press_maybe(context.if_writable(Message::Remove(self.selected())))
            .takes_away();
        let copy = columns::copy_line(context);
        edit.into_iter().chain(merge).chain(told).chain([copy, remove]).collect()
    }

    fn foot<'a>(&'a self, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let words = match self.selection.len() {
            0 | 1 => Sentence::new("window-delegates-shown").with("count", self.list.len()),
            count => Sentence::new("window-delegates-shown-selected")
                .with("count", self.list.len())
                .with("selected", count),
        };
        let words = (room >= ALL_COLUMNS).then(|| one_line(context.say(&words), Role::Small));
        // At the left: toasts come up at the right.
        let export = button::secondary_small(Some(Icon::FileDown), context.t("window-people-export"))
            .id("people-export")
            .on_press(Message::Export);
        row![export].push(words).spacing(space::M).align_y(Alignment::Center).into()
    }

    /// The lines in view with all that is known, as text, and the titles over them.
    pub(super) fn written_out(&self, context: Context<'_>) -> (Vec<String>, Vec<Vec<String>>) {
        let number = context.t("window-column-number");
        let names = COLUMNS.map(|order| context.t(column_name(order)));
        let titles = [number].into_iter().chain(names).chain([context.t("window-delegates-phone")]);
        let rows = self.list.lines().zip(1..).map(|(line, number): (_, usize)| {
            let cells = COLUMNS.map(|order| cell(line, order, context).plain());
            let phone = line.phone.clone().unwrap_or_default();
            [number.to_string()].into_iter().chain(cells).chain([phone]).collect()
        });
        (titles.collect(), rows.collect())
    }
}

/// The one of some names that a text means.
fn named(known: &[Arc<str>], text: &str) -> Option<Arc<str>> {
    let key = compare_key(text);
    known.iter().find(|name| compare_key(name) == key).cloned()
}

fn cell(line: &RegistryLine, order: Order, context: Context<'_>) -> Cell {
    let text = |text: &Option<Arc<str>>| Cell::text(text.as_deref().unwrap_or_default());
    match order {
        Order::Name => Cell::strong(line.full_name.clone()),
        Order::Gender => Cell::text(gender_name(line.gender, context)),
        Order::Birth => Cell::text(line.birth.map(short).unwrap_or_default()),
        Order::Position => text(&line.position),
        Order::Unit => text(&line.unit),
        Order::Sessions => Cell::muted(match line.sessions {
            0 => String::new(),
            count => count.to_string(),
        }),
    }
}

fn column_of(order: Order, context: Context<'_>) -> Column {
    let (width, rank) = match order {
        Order::Name => (Width::Name(5), 0),
        Order::Unit => (Width::Fill(4), 1),
        Order::Position => (Width::Fill(4), 2),
        Order::Birth => (Width::Fit, 3),
        Order::Sessions => (Width::Fit, 4),
        Order::Gender => (Width::Fit, 5),
    };
    let column = Column::new(context.t(column_name(order)), width).yields(rank);
    if order == Order::Sessions { column.right() } else { column }
}

fn column_name(order: Order) -> &'static str {
    match order {
        Order::Name => "window-column-name",
        Order::Gender => "window-column-gender",
        Order::Birth => "window-column-birth",
        Order::Position => "window-column-position",
        Order::Unit => "window-column-unit",
        Order::Sessions => "window-people-column-sessions",
    }
}
