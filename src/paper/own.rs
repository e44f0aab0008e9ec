//! Own columns of a session on its lists: which of them are shown, and lists that are grouped or cut short by one.
//!
//! They are chosen by their headings, so that a recipe ("gửi nhà xe") goes from session to session: what a session has not
//! is told and left out.

use std::collections::BTreeMap;

use super::card::{At, Field, Item};
use super::content::{Align, Cell, Column, LIST_SIZE, Row, Width};
use super::finding::Finding;
use super::font::Face;
use super::list::{self, ClusterList};
use super::measures::{CELL_PADDING, MM};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::numbering::Numbered;
use crate::domain::own_column::{OwnColumn, OwnKind, called, is_same_label};

/// Which columns are shown, by their headings.
pub type OwnShown = BTreeMap<String, bool>;

/// Least and most width of such a column, in millimetres: longer texts take several lines.
const WIDTHS: (f32, f32) = (11.0, 30.0);

/// The columns that are shown, in the order of the session.
pub fn shown<'a>(wanted: &OwnShown, dossier: &'a Dossier) -> Vec<&'a OwnColumn> {
    let is_wanted =
        |column: &&OwnColumn| wanted.iter().any(|(label, shown)| *shown && column.is_called(label));
    dossier.own_columns.iter().filter(is_wanted).collect()
}

/// What is wanted and the session has not.
pub fn missing<'a>(wanted: impl IntoIterator<Item = &'a String>, dossier: &Dossier) -> Vec<Finding> {
    let mut gone: Vec<&String> = Vec::new();
    for label in wanted {
        let is_told = gone.iter().any(|told| is_same_label(told, label));
        if !is_told && called(&dossier.own_columns, label).is_none() {
            gone.push(label);
        }
    }
    gone.into_iter().map(|label| Finding::NoOwnColumn { label: label.clone() }).collect()
}

/// The headings that are shown.
pub fn labels(wanted: &OwnShown) -> impl Iterator<Item = &String> {
    wanted.iter().filter(|(_, shown)| **shown).map(|(label, _)| label)
}

/// A tick for each column of the session, and for each that is wanted and not there.
pub fn ticks(at: &At<OwnShown>, dossier: &Dossier) -> Vec<Item> {
    let own = dossier.own_columns.iter().map(|column| {
        // Under the heading that the recipe knows it by.
        let known = at.value().keys().find(|label| column.is_called(label));
        known.unwrap_or(&column.label).clone()
    });
    let gone = labels(at.value()).filter(|label| called(&dossier.own_columns, label).is_none()).cloned();
    own.chain(gone).map(|label| at.flag(&label).tick("own-print-column").called(label)).collect()
}

/// The same under a label; none where there is nothing to tick.
pub fn under(at: &At<OwnShown>, dossier: &Dossier) -> Option<Item> {
    let ticks = ticks(at, dossier);
    (!ticks.is_empty()).then(|| Item::Under("own-print-columns", vec![Item::Boxes(ticks)]))
}

/// A choice of one of the session's columns, or of none, which is `nothing`.
pub fn choice(
    at: At<Option<String>>,
    id: &str,
    label: &'static str,
    nothing: &'static str,
    dossier: &Dossier,
) -> Option<Field> {
    let chosen = at.value().clone();
    let known = dossier.own_columns.iter().map(|column| match &chosen {
        Some(label) if column.is_called(label) => label.clone(),
        _ => column.label.clone(),
    });
    let mut all: Vec<String> = known.collect();
    if let Some(gone) = chosen.filter(|label| !all.contains(label)) {
        all.push(gone);
    }
    (!all.is_empty()).then(|| at.one_of(id, label, nothing, all))
}

/// The columns as a table has them.
pub fn columns(shown: &[&OwnColumn]) -> Vec<Column> {
    let column = |own: &&OwnColumn| {
        let align = if own.kind == OwnKind::Text { Align::Left } else { Align::Centre };
        Column::new(&own.label, Width::Fixed(width(own)), align)
    };
    shown.iter().map(column).collect()
}

/// How wide they are together, in millimetres.
pub fn width_of(shown: &[&OwnColumn]) -> f32 {
    shown.iter().map(|own| width(own)).sum()
}

/// Wide enough for the longest word of the heading, and for its values on one line.
fn width(own: &OwnColumn) -> f32 {
    let measured = |face: Face, text: &str| {
        (face.width(text) as f32 * LIST_SIZE / 1000.0 + 2.0 * CELL_PADDING + 0.4) / MM
    };
    let heading = own.label.split(' ').map(|word| measured(Face::Bold, word));
    let values = own.values.values().map(|value| measured(Face::Regular, own.kind.shown(value)));
    heading.chain(values).fold(WIDTHS.0, f32::max).min(WIDTHS.1)
}

/// The cells of somebody in them.
pub fn cells<'a>(shown: &'a [&OwnColumn], delegate: DelegateId) -> impl Iterator<Item = Cell> + 'a {
    shown.iter().map(move |own| Cell::new(own.shown(delegate)))
}

/// Keeps those rows of whom something stands in the column: "gửi bếp", only who eats no meat.
pub fn keep_filled(parts: &mut [ClusterList], own: &OwnColumn) {
    for part in parts {
        part.rows.retain(|row| own.value(row.delegate.id).is_some());
    }
}

/// The delegates of each value of a column, under its name, in the order of the values; those of none come last.
/// Each keeps the number it has on every other paper.
pub fn by_value<'a>(part: &ClusterList<'a>, own: &OwnColumn) -> Vec<(String, ClusterList<'a>)> {
    let mut rows: Vec<Numbered<'a>> = part.rows.clone();
    rows.sort_by(|one, other| own.compare(one.delegate.id, other.delegate.id));
    let is_same =
        |one: &Numbered, other: &Numbered| match (own.value(one.delegate.id), own.value(other.delegate.id)) {
            (Some(one), Some(other)) => one.is_same(other),
            (one, other) => one.is_none() && other.is_none(),
        };
    let groups = rows.chunk_by(is_same).map(|group| {
        let name = group.first().map(|row| name(own, row.delegate.id)).unwrap_or_default();
        (name, ClusterList { cluster: part.cluster, rows: group.to_vec() })
    });
    groups.collect()
}

/// What a group of rows is called: "Xe 1", "Phòng 305" where only the number stands in the column, "Ăn chay".
fn name(own: &OwnColumn, delegate: DelegateId) -> String {
    match (own.kind, own.value(delegate)) {
        (OwnKind::YesNo, Some(_)) => own.label.clone(),
        (OwnKind::YesNo, None) => "Còn lại".to_owned(),
        (_, None) => format!("Chưa có {}", lowered(&own.label)),
        (_, Some(value))
            if value.text().starts_with(|first: char| first.is_ascii_digit() || first == '-') =>
        {
            format!("{} {}", own.label, value.text())
        }
        (_, Some(value)) => value.text().to_owned(),
    }
}

/// A heading inside of a line: "tổ thảo luận"; abbreviations stay.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// The rows of a part under a heading for each value of a column.
pub fn rows<'a>(
    part: &ClusterList<'a>,
    own: &OwnColumn,
    mut cells: impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, group) in by_value(part, own) {
        let listed = group.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed).count();
        rows.push(list::heading(&name, Some(listed)));
        rows.extend(list::rows(&group, false, &mut cells));
    }
    rows
}
