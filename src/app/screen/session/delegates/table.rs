//! The page of the tab: what stands above the table, the table, and its foot.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Filter, Key, Message, OwnFilter, State, TABLE};
use crate::app::icon::Icon;
use crate::app::screen::person_form::gender_name;
use crate::app::screen::{Context, columns};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::command::command;
use crate::app::widget::select::select;
use crate::app::widget::table::{Cell, Column, Sorted, Width, table};
use crate::app::widget::{bar, button, chip, empty, search};
use crate::delimited;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, OwnColumnId};
use crate::domain::numbering::{Lists, is_fixed};
use crate::domain::own_column::{OwnColumn, OwnKind};
use crate::domain::person_field::PersonField;
use crate::domain::session::ListOrder;
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// The least room in which the table shows all its columns.
const ALL_COLUMNS: f32 = 640.0;
/// The room that all other columns keep beside own columns.
const LEAST_BESIDE_OWN: f32 = 700.0;
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
            self.table(dossier, context, room)
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
        let find = search::search(&self.words, &context.t("window-delegates-search"), Message::Searched);
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
        let chips = chips.into_iter().map(|(label, tone, filter)| {
            chip::choice(label, self.filter == filter, tone, Message::Filtered(filter)).into()
        });
        let chips = row(chips).spacing(space::S).wrap().vertical_spacing(space::S);
        let top = row![find].spacing(space::M).align_y(Alignment::Center);
        match (dossier.clusters.len() > 1, wanted <= beside) {
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
        std::iter::once((all, Tone::Neutral, Filter::All)).chain(clusters).chain(rest).collect()
    }

    fn table<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let fixed: &'static [Key] = match room {
            // With one cluster the column would say the same in every row.
            room if room >= ALL_COLUMNS && dossier.clusters.len() < 2 => {
                &[Key::Number, Key::Name, Key::Gender, Key::Birth, Key::Position, Key::Unit]
            }
            room if room >= ALL_COLUMNS => {
                &[Key::Number, Key::Name, Key::Gender, Key::Birth, Key::Position, Key::Unit, Key::Cluster]
            }
            room if room >= 420.0 => &[Key::Number, Key::Name, Key::Unit],
            _ => &[Key::Number, Key::Name],
        };
        let own = own_in_view(dossier, room).iter().map(|column| Key::Own(column.id));
        let keys: Vec<Key> = fixed
            .iter()
            .copied()
            .chain(own)
            .filter(|key| {
                columns::is_wanted(TABLE, &key_name(*key), context) && holds_something(*key, dossier)
            })
            .collect();
        let heads = keys
            .iter()
            .map(|key| {
                let column = column_of(*key, dossier, context).sortable();
                columns::remembered(column, TABLE, &key_name(*key), context)
            })
            .collect();
        let (key, descending) = self.lines.sorted();
        let column = keys.iter().position(|one| *one == key).unwrap_or(usize::MAX);
        let (sorted, dragged) = (keys.clone(), keys.clone());
        let hideable = [Key::Gender, Key::Birth, Key::Position, Key::Unit, Key::Cluster];
        let own = dossier.own_columns.iter().map(|column| Key::Own(column.id));
        let hideable =
            hideable.into_iter().chain(own).map(|key| (key_name(key), title(key, dossier, context)));
        let head_menu = columns::menu(TABLE, hideable, Message::Column, context);
        table(heads, self.lines.len(), move |row, column| {
            keys.get(column).map_or_else(|| Cell::text(""), |key| self.cell(row, *key, dossier, context))
        })
        .id(TABLE)
        .selection(&self.selection, Message::Selected)
        .sorted(Sorted { column, descending }, move |column| {
            Message::Sorted(sorted.get(column).copied().unwrap_or_default())
        })
        .on_open(|_| Message::Edit)
        .on_resize(move |column, width| {
            let key = dragged.get(column).copied().unwrap_or_default();
            Message::Column(columns::dragged(TABLE, &key_name(key), width))
        })
        .commands(move |_| self.row_menu(dossier, context))
        .head_commands(head_menu)
        .into()
    }

    fn cell(&self, row: usize, key: Key, dossier: &Dossier, context: Context<'_>) -> Cell {
        let (Some(line), Some(one)) = (self.lines.row(row), self.lines.delegate(row, dossier)) else {
            return Cell::text("");
        };
        let text = |text: String| match line.withdrawn {
            true => Cell::Text { text, role: Role::Body, color: palette::MUTED },
            false => Cell::text(text),
        };
        let details = &one.details;
        match key {
            Key::Number => Cell::muted(line.number.to_string()),
            Key::Name if line.withdrawn => {
                Cell::Text { text: details.full_name.clone(), role: Role::Strong, color: palette::MUTED }
            }
            Key::Name => Cell::strong(details.full_name.clone()),
            Key::Gender => text(gender_name(details.gender, context)),
            Key::Birth => text(details.birth.map(short).unwrap_or_default()),
            Key::Position if line.withdrawn => {
                Cell::chip(Tone::Neutral, Some(Icon::UserX), context.t("window-delegates-withdrawn"))
            }
            Key::Position => text(details.position.clone().unwrap_or_default()),
            Key::Unit => text(details.unit.clone().unwrap_or_default()),
            Key::Cluster => text(cluster_name(dossier, line.cluster)),
            Key::Own(id) => text(own(id, dossier).map_or("", |column| column.shown(one.id)).to_owned()),
        }
    }

    /// How many rows there are, whether the list is fixed, and what is done to it whole.
    fn foot<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let (lists, of) = match self.filter {
            Filter::All => (Lists::All, lists_of(dossier)),
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
        let hidden = dossier.own_columns.len() - own_in_view(dossier, room).len();
        let columns = match hidden {
            0 => context.t("own-columns"),
            hidden => context.count("own-columns-hidden", hidden),
        };
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
            command(Icon::Columns3, columns).id("delegates-own-columns").on_press(Message::ShowOwn),
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

    /// The selected rows with all that is known, as Excel takes them.
    pub(super) fn copied(&self, dossier: &Dossier, context: Context<'_>) -> String {
        let (titles, rows) = self.written_out(self.selection.rows(), dossier, context);
        delimited::rows(std::iter::once(titles).chain(rows))
    }

    /// Rows with all that is known, as text, and the titles over them.
    pub(super) fn written_out(
        &self,
        rows: impl Iterator<Item = usize>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> (Vec<String>, Vec<Vec<String>>) {
        const COLUMNS: [Key; 7] =
            [Key::Number, Key::Name, Key::Gender, Key::Birth, Key::Position, Key::Unit, Key::Cluster];
        let mut titles: Vec<String> = COLUMNS.iter().map(|key| title(*key, dossier, context)).collect();
        titles.extend(PersonField::lines().map(|(field, _)| context.t(field.about().label)));
        titles.extend(dossier.own_columns.iter().map(|column| column.label.clone()));
        let mut lines = Vec::new();
        for row in rows {
            let Some(one) = self.lines.delegate(row, dossier) else { continue };
            let withdrawn = one.state == DelegateState::Withdrawn;
            let mut cells: Vec<String> = COLUMNS
                .iter()
                .map(|key| match key {
                    // The table shows a chip there.
                    Key::Position if withdrawn => one.details.position.clone().unwrap_or_default(),
                    key => self.cell(row, *key, dossier, context).plain(),
                })
                .collect();
            cells.extend(PersonField::lines().map(|(field, _)| field.text(&one.details).to_owned()));
            cells.extend(dossier.own_columns.iter().map(|column| column.shown(one.id).to_owned()));
            lines.push(cells);
        }
        (titles, lines)
    }
}

/// The own column of an id.
fn own(id: OwnColumnId, dossier: &Dossier) -> Option<&OwnColumn> {
    dossier.own_columns.iter().find(|column| column.id == id)
}

/// The own columns that have room beside the others: the first of them.
fn own_in_view(dossier: &Dossier, room: f32) -> &[OwnColumn] {
    let mut left = room - LEAST_BESIDE_OWN;
    let fits = dossier.own_columns.iter().take_while(|column| {
        left -= own_width(column.kind);
        left >= 0.0
    });
    &dossier.own_columns[..fits.count()]
}

/// Width of an own column.
fn own_width(kind: OwnKind) -> f32 {
    match kind {
        OwnKind::Text => 112.0,
        OwnKind::Number | OwnKind::YesNo => 92.0,
        OwnKind::Group => 100.0,
    }
}

fn column_of(key: Key, dossier: &Dossier, context: Context<'_>) -> Column {
    let width = match key {
        Key::Number => Width::Fixed(70.0),
        Key::Gender => Width::Fixed(62.0),
        Key::Birth => Width::Fixed(108.0),
        Key::Cluster => Width::Fixed(84.0),
        Key::Name => Width::Fill(5),
        Key::Position | Key::Unit => Width::Fill(4),
        Key::Own(id) => Width::Fixed(own(id, dossier).map_or(92.0, |column| own_width(column.kind))),
    };
    let column = Column::new(title(key, dossier, context), width);
    if key == Key::Number { column.right() } else { column }
}

/// What a column is called where its width is remembered.
fn key_name(key: Key) -> String {
    match key {
        Key::Own(id) => format!("own {id}"),
        key => column_name(key).to_owned(),
    }
}

/// Whether something stands in a column: one that is empty is not shown.
fn holds_something(key: Key, dossier: &Dossier) -> bool {
    let any = |holds: fn(&Delegate) -> bool| dossier.delegates.iter().any(holds);
    match key {
        Key::Gender => any(|one| one.details.gender.is_some()),
        Key::Birth => any(|one| one.details.birth.is_some()),
        // What is withdrawn says so there.
        Key::Position => any(|one| one.details.position.is_some() || one.state == DelegateState::Withdrawn),
        Key::Unit => any(|one| one.details.unit.is_some()),
        Key::Number | Key::Name | Key::Cluster | Key::Own(_) => true,
    }
}

/// What stands over a column.
fn title(key: Key, dossier: &Dossier, context: Context<'_>) -> String {
    match key {
        Key::Own(id) => own(id, dossier).map(|column| column.label.clone()).unwrap_or_default(),
        key => context.t(column_name(key)),
    }
}

fn column_name(key: Key) -> &'static str {
    match key {
        Key::Number => "window-column-number",
        Key::Name => "window-column-name",
        Key::Gender => "window-column-gender",
        Key::Birth => "window-column-birth",
        Key::Position => "window-column-position",
        Key::Unit => "window-column-unit",
        Key::Cluster => "window-column-cluster",
        Key::Own(_) => "own-columns",
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
        Key::Own(_) => "own-order",
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
