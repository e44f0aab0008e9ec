//! The columns of the table and what stands in them, on show and as it goes out to Excel.

use super::table::cluster_name;
use super::{Key, State, TABLE};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{Columns, offer};
use crate::app::screen::person_form::gender_name;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::Role;
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::OwnColumnId;
use crate::domain::own_column::OwnColumn;
use crate::domain::person_field::PersonField;
use crate::vietnamese::date::short;

/// What is known of everybody, in the order of the columns.
const USUAL: [Key; 7] =
    [Key::Number, Key::Name, Key::Gender, Key::Birth, Key::Position, Key::Unit, Key::Cluster];

impl State {
    /// The columns as they are to be shown.
    pub(super) fn columns(&self, dossier: &Dossier, context: Context<'_>) -> Columns<Key> {
        let further = PersonField::lines().map(|(field, _)| Key::Line(field));
        let own = dossier.own_columns.iter().map(|column| Key::Own(column.id));
        // With one cluster its column would say the same in every row.
        let usual = USUAL.into_iter().filter(|key| *key != Key::Cluster || dossier.clusters.len() > 1);
        let offers = usual.chain(further).chain(own).map(|key| {
            let column = offer(key, key_name(key), column_of(key, dossier, context).sortable());
            let column = column.empty(!holds_something(key, dossier));
            match key {
                Key::Number | Key::Name => column.always(),
                Key::Line(_) => column.on_wish(),
                _ => column,
            }
        });
        Columns::of(TABLE, offers, context)
    }

    pub(super) fn cell(&self, row: usize, key: Key, dossier: &Dossier, context: Context<'_>) -> Cell {
        let (Some(line), Some(one)) = (self.lines.row(row), self.lines.delegate(row, dossier)) else {
            return Cell::text("");
        };
        let text = |text: String| match line.withdrawn {
            true => Cell::Text { text, role: Role::Body, color: palette::MUTED },
            false => Cell::text(text),
        };
        let details = &one.details;
        match key {
            Key::Number => {
                Cell::muted(line.number.map_or_else(|| "–".to_owned(), |number| number.to_string()))
            }
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
            Key::Line(field) => text(field.text(details).to_owned()),
            Key::Own(id) => text(own(id, dossier).map_or("", |column| column.shown(one.id)).to_owned()),
        }
    }

    /// Rows with all that is known, as text, and the titles over them.
    pub(super) fn written_out(
        &self,
        rows: impl Iterator<Item = usize>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> (Vec<String>, Vec<Vec<String>>) {
        let further = PersonField::lines().map(|(field, _)| Key::Line(field));
        let own = dossier.own_columns.iter().map(|column| Key::Own(column.id));
        let keys: Vec<Key> = USUAL.into_iter().chain(further).chain(own).collect();
        let titles = keys.iter().map(|key| title(*key, dossier, context)).collect();
        let row = |row: usize| {
            let one = self.lines.delegate(row, dossier)?;
            let cells = keys.iter().map(|key| match key {
                // The table shows a chip there.
                Key::Position => one.details.position.clone().unwrap_or_default(),
                key => self.cell(row, *key, dossier, context).plain(),
            });
            Some(cells.collect())
        };
        (titles, rows.filter_map(row).collect())
    }
}

/// The own column of an id.
fn own(id: OwnColumnId, dossier: &Dossier) -> Option<&OwnColumn> {
    dossier.own_columns.iter().find(|column| column.id == id)
}

/// How wide a column is, and how soon it is left out where there is no room for all.
fn column_of(key: Key, dossier: &Dossier, context: Context<'_>) -> Column {
    let (width, rank) = match key {
        Key::Number => (Width::Fit, 0),
        Key::Name => (Width::Name(5), 0),
        Key::Unit => (Width::Fill(4), 1),
        Key::Position => (Width::Fill(4), 2),
        Key::Line(_) => (Width::Fit, 3),
        Key::Cluster => (Width::Fit, 4),
        Key::Birth => (Width::Fit, 5),
        Key::Gender => (Width::Fit, 6),
        Key::Own(_) => (Width::Fit, 8),
    };
    let column = Column::new(title(key, dossier, context), width).yields(rank);
    if key == Key::Number { column.right() } else { column }
}

/// What a column is called where what is chosen of it is remembered.
fn key_name(key: Key) -> String {
    match key {
        Key::Own(id) => format!("own {id}"),
        Key::Line(field) => format!("line {}", field.about().code),
        key => column_name(key).to_owned(),
    }
}

/// Whether something stands in a column: one that is empty is not shown.
fn holds_something(key: Key, dossier: &Dossier) -> bool {
    let any = |holds: &dyn Fn(&Delegate) -> bool| dossier.delegates.iter().any(holds);
    match key {
        Key::Gender => any(&|one| one.details.gender.is_some()),
        Key::Birth => any(&|one| one.details.birth.is_some()),
        // What is withdrawn says so there.
        Key::Position => any(&|one| one.details.position.is_some() || one.state == DelegateState::Withdrawn),
        Key::Unit => any(&|one| one.details.unit.is_some()),
        Key::Line(field) => any(&|one| !field.text(&one.details).is_empty()),
        // What a session has of its own is there to be filled.
        Key::Number | Key::Name | Key::Cluster | Key::Own(_) => true,
    }
}

/// What stands over a column.
fn title(key: Key, dossier: &Dossier, context: Context<'_>) -> String {
    match key {
        Key::Own(id) => own(id, dossier).map(|column| column.label.clone()).unwrap_or_default(),
        Key::Line(field) => context.t(field.about().label),
        key => context.t(column_name(key)),
    }
}

/// The name of a column that every session has.
fn column_name(key: Key) -> &'static str {
    match key {
        Key::Number => "window-column-number",
        Key::Name => "window-column-name",
        Key::Gender => "window-column-gender",
        Key::Birth => "window-column-birth",
        Key::Position => "window-column-position",
        Key::Unit => "window-column-unit",
        Key::Cluster => "window-column-cluster",
        Key::Line(_) | Key::Own(_) => "own-columns",
    }
}
