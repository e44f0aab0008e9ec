//! The table of units: the tree with its folds, or what a search found.

use std::collections::HashSet;

use iced::Element;

use super::{Message, State, dialog, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{self, Columns, offer};
use crate::app::screen::tree::{fold_cell, indented, unfolded};
use crate::app::widget::command::{Command, command};
use crate::app::widget::table::{Cell, Column, Fold, Width};
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{ListedUnit, UnitTree};

/// The units of the rows: a unit that ended is shown where something in it lives on.
pub(super) fn rows(tree: &UnitTree, words: &str, with_ended: bool, opened: &HashSet<UnitId>) -> Vec<UnitId> {
    if !words.trim().is_empty() {
        let mut found = tree.search(words);
        found.retain(|id| with_ended || tree.get(*id).is_some_and(|one| one.fields.lives()));
        return found;
    }
    let mut living = living(tree);
    if with_ended {
        living.fill(true);
    }
    let shown = unfolded(tree.units(), |one| one.depth, |one| opened.contains(&one.id));
    shown.filter(|(place, _)| living[*place]).map(|(_, one)| one.id).collect()
}

/// Which units live on, or have something in them that does.
fn living(tree: &UnitTree) -> Vec<bool> {
    let units = tree.units();
    let mut living: Vec<bool> = units.iter().map(|one| one.fields.lives()).collect();
    // Backwards, the deepest living unit seen since the last one of a depth is inside it.
    let mut deeper = vec![false; 2];
    for (place, unit) in units.iter().enumerate().rev() {
        if deeper.len() < unit.depth + 2 {
            deeper.resize(unit.depth + 2, false);
        }
        living[place] |= std::mem::take(&mut deeper[unit.depth + 1]);
        deeper[unit.depth] |= living[place];
    }
    living
}

impl State {
    /// The table.
    pub(super) fn table<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        let no_code = tree.units().iter().all(|unit| unit.fields.code.is_none());
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column).empty(what == What::Code && no_code);
            if matches!(what, What::Fold | What::Name) { column.always() } else { column }
        });
        let cell = move |row: usize, what: What| match self.rows.at(row).and_then(|id| tree.get(id)) {
            Some(unit) => self.cell(unit, what, tree, context),
            None => Cell::text(""),
        };
        Columns::of("units", offers, context)
            .table(self.rows.ids.len(), cell, Message::Column)
            .selection(&self.rows.selection, Message::Selected)
            .on_open(|row| Message::Turned(row, Fold::Turn))
            .on_turn(Message::Turned)
            .commands(move |row| self.row_menu(row, tree, context))
            .into()
    }

    fn cell(&self, unit: &ListedUnit, what: What, tree: &UnitTree, context: Context<'_>) -> Cell {
        let whole = self.words.trim().is_empty();
        match what {
            What::Fold if whole && unit.inside > 0 => fold_cell(self.opened.contains(&unit.id)),
            What::Fold => Cell::text(""),
            What::Name => {
                let name = match whole {
                    true => indented(unit.depth * 2, &unit.fields.name),
                    false => tree.path(unit.id),
                };
                match unit.fields.valid_to {
                    Some(last) => Cell::muted(format!("{name} · {}", words::until(last, context))),
                    None if whole && unit.depth == 0 => Cell::strong(name),
                    None => Cell::text(name),
                }
            }
            What::People if unit.people == 0 => Cell::muted("–"),
            What::People => Cell::text(unit.people.to_string()),
            What::Code => Cell::muted(unit.fields.code.clone().unwrap_or_default()),
            What::Kind => Cell::muted(words::kind(unit.fields.kind, context)),
        }
    }
}

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Fold,
    Name,
    People,
    Code,
    Kind,
}

impl What {
    const ALL: [Self; 5] = [Self::Fold, Self::Name, Self::People, Self::Code, Self::Kind];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Fold => return ("fold", Column::new("", Width::Fixed(34.0))),
            Self::Name => ("window-units-column-name", Width::Name(1), 0),
            Self::People => ("window-units-column-people", Width::Fit, 1),
            Self::Code => ("window-units-column-code", Width::Fit, 2),
            Self::Kind => ("window-units-column-kind", Width::Fit, 3),
        };
        let column = Column::new(context.t(name), width).yields(rank);
        (name, if self == Self::People { column.right() } else { column })
    }
}

impl State {
    /// What can be done with what is selected: the menu of a row.
    fn row_menu(&self, row: usize, tree: &UnitTree, context: Context<'_>) -> Vec<Command<Message>> {
        let Some(unit) = self.rows.at(row).and_then(|id| tree.get(id)) else { return Vec::new() };
        let merge = command(Icon::Layers, context.t("window-units-merge"))
            .on_press_maybe(context.if_writable(Message::Dialog(dialog::Message::Merge)));
        if self.rows.selection.len() > 1 {
            return vec![merge, columns::copy_line(context)];
        }
        let lives = unit.fields.lives();
        let (icon, end) = match lives {
            true => (Icon::Clock, "window-units-end"),
            false => (Icon::RefreshCw, "window-units-reopen"),
        };
        vec![
            command(Icon::Plus, context.t("window-units-add-inside"))
                .on_press_maybe(context.if_writable(Message::Add(Some(unit.id)))),
            command(Icon::Pencil, context.t("window-units-move"))
                .on_press_maybe(context.if_writable(Message::Dialog(dialog::Message::Move))),
            merge,
            command(icon, context.t(end)).on_press_maybe(context.if_writable(Message::End(lives))),
            columns::copy_line(context),
            command(Icon::Trash2, context.t("window-units-remove"))
                .key("Delete")
                .on_press_maybe(context.if_writable(Message::Remove))
                .takes_away(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit::UnitKind;
    use crate::domain::unit_tree::{LooseUnit, UnitFields};

    fn tree() -> UnitTree {
        let unit = |id: i64, parent: Option<i64>, ended: bool| LooseUnit {
            id: UnitId(id),
            parent: parent.map(UnitId),
            fields: UnitFields {
                valid_to: ended.then(|| "2025-06-30".parse().expect("date")),
                ..UnitFields::new(format!("Xã {id}"), UnitKind::Commune)
            },
            people: 0,
        };
        UnitTree::new(
            vec![
                unit(1, None, true),
                unit(2, Some(1), false),
                unit(3, Some(1), true),
                unit(4, Some(3), true),
                unit(5, None, true),
            ],
            &[],
        )
    }

    #[test]
    fn what_ended_is_shown_when_wished_or_when_something_in_it_lives() {
        let ids = |ended, opened: &[i64]| {
            let opened = opened.iter().map(|id| UnitId(*id)).collect();
            rows(&tree(), "", ended, &opened).iter().map(|id| id.0).collect::<Vec<_>>()
        };
        assert_eq!(ids(false, &[1, 3]), [1, 2]);
        assert_eq!(ids(true, &[1, 3]), [1, 2, 3, 4, 5]);
        assert_eq!(ids(true, &[1]), [1, 2, 3, 5]);
        assert_eq!(ids(true, &[3]), [1, 5], "what is folded hides all inside it");
    }

    #[test]
    fn a_search_looks_under_folds() {
        let found = |ended| rows(&tree(), "xa 4", ended, &HashSet::new());
        assert_eq!(found(true), [UnitId(4)]);
        assert!(found(false).is_empty());
    }
}
