//! The page: what stands above the table, the table, and its foot.

use std::sync::Arc;

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Filter, Message, State, TABLE};
use crate::app::icon::Icon;
use crate::app::screen::person_form::gender_name;
use crate::app::screen::{Context, columns};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::command::{Command, command};
use crate::app::widget::field::field;
use crate::app::widget::table::{Cell, Column, Sorted, Width, table};
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
            (false, _) => self.table(context, room),
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
        let find = search::search(&filter.wanted.words, &context.t("window-people-search"), move |words| {
            with(&|wanted| wanted.words.clone_from(&words))
        });
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

    fn table<'a>(&'a self, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let fitting: &'static [Order] = match room {
            room if room >= ALL_COLUMNS => {
                &[Order::Name, Order::Gender, Order::Birth, Order::Position, Order::Unit, Order::Sessions]
            }
            room if room >= 420.0 => &[Order::Name, Order::Birth, Order::Unit],
            _ => &[Order::Name, Order::Birth],
        };
        let wanted = |order: &Order| columns::is_wanted(TABLE, column_name(*order), context);
        let orders: Vec<Order> = fitting.iter().copied().filter(wanted).collect();
        let heads = orders
            .iter()
            .map(|order| {
                let column = column_of(*order, context).sortable();
                columns::remembered(column, TABLE, column_name(*order), context)
            })
            .collect();
        let hideable = [Order::Gender, Order::Birth, Order::Position, Order::Unit, Order::Sessions]
            .map(|order| (column_name(order).to_owned(), context.t(column_name(order))));
        let head_menu = columns::menu(TABLE, hideable, Message::Column, context);
        let (sorted, dragged) = (orders.clone(), orders.clone());
        let (order, descending) = self.list.sorted();
        let column = orders.iter().position(|one| *one == order).unwrap_or(usize::MAX);
        table(heads, self.list.len(), move |row, column| match (self.list.line(row), orders.get(column)) {
            (Some(line), Some(order)) => cell(line, *order, context),
            _ => Cell::text(""),
        })
        .id(TABLE)
        .selection(&self.selection, Message::Selected)
        .sorted(Sorted { column, descending }, move |column| {
            Message::Sorted(sorted.get(column).copied().unwrap_or_default())
        })
        .on_open(|_| Message::Edit)
        .on_resize(move |column, width| {
            let order = dragged.get(column).copied().unwrap_or_default();
            Message::Column(columns::dragged(TABLE, column_name(order), width))
        })
        .commands(move |_| self.row_menu(context))
        .head_commands(head_menu)
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
                .on_press_maybe(context.if_writable(Message::Merge))
        });
        let told = id.map(|id| {
            command(Icon::History, context.t("window-history-person")).on_press(Message::History(id))
        });
        let remove = command(Icon::Trash2, context.t("window-people-remove"))
            .key("Delete")
            .on_press_maybe(context.if_writable(Message::Remove))
            .takes_away();
        edit.into_iter().chain(merge).chain(told).chain([remove]).collect()
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
        const COLUMNS: [Order; 6] =
            [Order::Name, Order::Gender, Order::Birth, Order::Position, Order::Unit, Order::Sessions];
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
    let width = match order {
        Order::Gender => Width::Fixed(62.0),
        Order::Birth => Width::Fixed(108.0),
        Order::Sessions => Width::Fixed(74.0),
        Order::Name => Width::Fill(5),
        Order::Position | Order::Unit => Width::Fill(4),
    };
    let column = Column::new(context.t(column_name(order)), width);
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
