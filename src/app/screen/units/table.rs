//! The page: filters, the tree as a table, the panel beside it.

use std::collections::HashSet;

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Message, State, TABLE};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, empty, search};
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Unit, UnitTree};
use crate::message::Message as Sentence;
use crate::vietnamese::date::short;

/// Width of the panel.
pub(super) const SIDE: f32 = 348.0;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 280.0;
/// The least room in which the table shows all its columns.
const ALL_COLUMNS: f32 = 620.0;
/// One step of depth.
const INDENT: &str = "\u{2003}\u{2003}";

/// What stands over the columns of a list that goes out; a file of units comes in so, too.
const OUT: [&str; 8] = [
    "window-units-out-code",
    "window-units-out-name",
    "window-units-out-kind",
    "window-units-out-parent",
    "window-units-out-from",
    "window-units-out-to",
    "window-units-out-successor",
    "window-units-out-people",
];

/// The units of the rows: the tree with its folds, or what a search found.
pub(super) fn rows(tree: &UnitTree, words: &str, ended: bool, open: &HashSet<UnitId>) -> Vec<UnitId> {
    if !words.trim().is_empty() {
        return tree.search(words, ended);
    }
    let mut shown = Vec::new();
    // Everything deeper than this is folded away.
    let mut limit = usize::MAX;
    for unit in tree.units() {
        if unit.depth > limit {
            continue;
        }
        limit = usize::MAX;
        if unit.has_ended() && !ended && unit.inside == 0 {
            limit = unit.depth;
            continue;
        }
        if !open.contains(&unit.id) {
            limit = unit.depth;
        }
        shown.push(unit.id);
    }
    shown
}

/// The columns of the table.
#[derive(Debug, Clone, Copy)]
enum What {
    Fold,
    Name,
    Kind,
    Code,
    People,
    Life,
}

impl State {
    pub(super) fn page<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(tree) = &self.tree else { return Space::new().into() };
        if tree.units().is_empty() {
            let add = button::primary(Some(Icon::Plus), context.t("window-units-add"))
                .on_press_maybe(context.if_writable(Message::Add(None)));
            let (title, cure) = (context.t("window-units-none"), context.t("window-units-none-cure"));
            return empty::empty(Icon::MapPin, title, cure, [add.into()]);
        }
        let has_panel = !self.selection.is_empty();
        let sidebar = if context.size.width < space::NARROW { space::SIDEBAR_NARROW } else { space::SIDEBAR };
        let room = context.size.width - sidebar - 2.0 * space::XL;
        let room = if has_panel { room - SIDE - space::M } else { room };
        let find = search::search(&self.words, &context.t("window-units-search"), Message::Searched);
        let ended =
            checkbox(self.ended, context.t("window-units-ended-too"), Message::Ended).id("units-ended");
        let filters: Element<'_, Message> = match room >= ALL_COLUMNS {
            true => {
                row![container(find).width(300.0), ended].spacing(space::M).align_y(Alignment::Center).into()
            }
            false => column![find, ended].spacing(space::S).into(),
        };
        let body: Element<'_, Message> = match self.shown.is_empty() {
            true => {
                let (title, cure) = ("window-nothing-found", "window-units-nothing-cure");
                empty::empty(Icon::Search, context.t(title), context.t(cure), [])
            }
            false => self.table(tree, context, room),
        };
        let words = Sentence::new("window-units-shown").with("count", self.shown.len());
        let export = button::secondary_small(Some(Icon::FileDown), context.t("window-units-export"))
            .id("units-export")
            .on_press(Message::Export);
        // At the left: toasts come up at the right.
        let foot = row![export, one_line(context.say(&words), Role::Small)]
            .spacing(space::M)
            .align_y(Alignment::Center);
        let left = column![filters, container(body).height(Length::Fill), foot]
            .spacing(space::M)
            .height(Length::Fill);
        let panel = has_panel.then(|| self.panel(tree, context, room < LEAST));
        let body = match (panel, room < LEAST) {
            (Some(panel), true) => row![panel],
            (panel, _) => row![left].push(panel),
        };
        body.spacing(space::M).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    fn table<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let columns: &'static [What] = match room {
            room if room >= ALL_COLUMNS => {
                &[What::Fold, What::Name, What::Kind, What::Code, What::People, What::Life]
            }
            room if room >= 520.0 => &[What::Fold, What::Name, What::Kind, What::People],
            _ => &[What::Fold, What::Name, What::People],
        };
        let whole = self.words.trim().is_empty();
        let heads = columns.iter().map(|what| what.head(context)).collect();
        table(heads, self.shown.len(), move |row, column| {
            let unit = self.shown.get(row).and_then(|id| tree.unit(*id));
            match (unit, columns.get(column)) {
                (Some(unit), Some(what)) => self.cell(tree, unit, *what, whole, context),
                _ => Cell::text(""),
            }
        })
        .id(TABLE)
        .selection(&self.selection, Message::Selected)
        .on_open(Message::Turned)
        .into()
    }

    fn cell(&self, tree: &UnitTree, unit: &Unit, what: What, whole: bool, context: Context<'_>) -> Cell {
        match what {
            What::Fold if whole && tree.has_parts(unit.id) => {
                let open = self.open.as_ref().is_some_and(|open| open.contains(&unit.id));
                let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
                Cell::Icon { icon, tone: Tone::Neutral }
            }
            What::Fold => Cell::text(""),
            What::Name => {
                let text = match whole {
                    true => format!("{}{}", INDENT.repeat(unit.depth), unit.fields.name),
                    false => super::labels::label(tree, unit.id),
                };
                let role = if unit.depth == 0 { Role::Strong } else { Role::Body };
                let color = if unit.has_ended() { palette::FAINT } else { palette::INK };
                Cell::Text { text, role, color }
            }
            What::Kind => Cell::muted(kind_name(unit.fields.kind, context)),
            What::Code => Cell::muted(unit.fields.code.clone().unwrap_or_default()),
            What::People if unit.inside == 0 => Cell::text(""),
            What::People => Cell::text(unit.inside.to_string()),
            What::Life if unit.has_ended() => Cell::chip(Tone::Neutral, None, life(unit, context)),
            What::Life => Cell::muted(life(unit, context)),
        }
    }

    /// The rows in view with all that is known, as text, and the titles over them.
    pub(super) fn written_out(&self, context: Context<'_>) -> (Vec<String>, Vec<Vec<String>>) {
        let titles = OUT.map(|id| context.t(id)).to_vec();
        let Some(tree) = &self.tree else { return (titles, Vec::new()) };
        let name = |id: UnitId| tree.unit(id).map(|unit| unit.fields.name.clone());
        let rows = self.shown.iter().filter_map(|id| tree.unit(*id)).map(|unit| {
            let fields = &unit.fields;
            let successors: Vec<String> = unit.successors.iter().filter_map(|(id, _)| name(*id)).collect();
            vec![
                fields.code.clone().unwrap_or_default(),
                fields.name.clone(),
                kind_name(fields.kind, context),
                unit.parent.and_then(name).unwrap_or_default(),
                fields.valid_from.map(short).unwrap_or_default(),
                fields.valid_to.map(short).unwrap_or_default(),
                successors.join("; "),
                unit.inside.to_string(),
            ]
        });
        (titles, rows.collect())
    }
}

impl What {
    fn head(self, context: Context<'_>) -> Column {
        match self {
            Self::Fold => Column::new("", Width::Fixed(34.0)),
            Self::Name => Column::new(context.t("window-column-unit"), Width::Fill(1)),
            Self::Kind => Column::new(context.t("window-units-kind"), Width::Fixed(150.0)),
            Self::Code => Column::new(context.t("window-units-code"), Width::Fixed(80.0)),
            Self::People => Column::new(context.t("window-units-people"), Width::Fixed(76.0)).right(),
            Self::Life => Column::new(context.t("window-units-life"), Width::Fixed(150.0)),
        }
    }
}

/// Since when and until when.
fn life(unit: &Unit, context: Context<'_>) -> String {
    match (unit.fields.valid_from.map(short), unit.fields.valid_to.map(short)) {
        (_, Some(to)) => context.say(&Sentence::new("window-units-until").with("day", to)),
        (Some(from), None) => context.say(&Sentence::new("window-units-since").with("day", from)),
        (None, None) => String::new(),
    }
}

/// What a unit is, in words.
pub(super) fn kind_name(kind: UnitKind, context: Context<'_>) -> String {
    context.t(match kind {
        UnitKind::Central => "window-units-kind-central",
        UnitKind::Province => "window-units-kind-province",
        UnitKind::District => "window-units-kind-district",
        UnitKind::Commune => "window-units-kind-commune",
        UnitKind::ResidentialArea => "window-units-kind-residential-area",
        UnitKind::Body => "window-units-kind-body",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit_tree::UnitFields;

    #[test]
    fn folds_and_ended_units_hide_rows_but_never_people() {
        let unit = |id: i64, parent: Option<i64>, ended: bool, people| Unit {
            id: UnitId(id),
            parent: parent.map(UnitId),
            depth: 0,
            fields: UnitFields {
                valid_to: ended.then(|| "2025-06-30".parse().expect("a day")),
                ..UnitFields::named(format!("Xã {id}"), UnitKind::Commune)
            },
            people,
            inside: 0,
            successors: Vec::new(),
        };
        let tree = UnitTree::new(vec![
            unit(1, None, false, 0),
            unit(2, Some(1), true, 0),
            unit(3, Some(1), true, 2),
            unit(4, Some(1), false, 0),
            unit(5, Some(2), false, 0),
        ]);
        let ids = |ended, open: &[i64]| {
            let open = open.iter().map(|id| UnitId(*id)).collect();
            rows(&tree, "", ended, &open).iter().map(|id| id.0).collect::<Vec<_>>()
        };
        assert_eq!(ids(false, &[1, 2]), [1, 3, 4], "3 ended, but people are still in it");
        assert_eq!(ids(true, &[1, 2]), [1, 2, 5, 3, 4]);
        assert_eq!(ids(true, &[1]), [1, 2, 3, 4]);
        assert_eq!(ids(true, &[]), [1]);
    }
}
