//! The columns of the file as the page shows them, each under a list of what it may hold.

use iced::widget::{Space, container, row};
use iced::{Element, Length};

use super::Message;
use crate::app::import::Prepared;
use crate::app::screen::Context;
use crate::app::screen::person_form::shown;
use crate::app::theme::space;
use crate::app::widget::select::select;
use crate::app::widget::table::{Column, Width};
use crate::domain::list::PlannedRow;
use crate::domain::person::Gender;
use crate::domain::person_field::{Holds, PersonField};
use crate::intake::{Column as FileColumn, Field, Layout, ReadRow};

/// Width of the row number, and least width of what becomes of a row with its reason.
const ROW: f32 = 60.0;
/// The same where the name of the sheet stands behind the number.
const SHEET_AND_ROW: f32 = 140.0;
const OUTCOME: f32 = 190.0;
/// How much narrower than they wish columns become before the page scrolls.
const TIGHT: f32 = 0.92;

/// The columns of a file that are shown, and how wide each is.
pub(super) struct Shown<'a> {
    columns: Vec<(&'a FileColumn, usize, f32)>,
    prepared: &'a Prepared,
    /// Width of the first column, for the number of the row.
    first: f32,
    /// All of them, with the row number and the outcome.
    pub width: f32,
    /// Whether the page scrolls: what becomes of a row then stands before its cells,
    /// where it is seen without scrolling.
    pub scrolls: bool,
}

/// What a column of the table shows.
pub(super) enum PreviewColumn {
    /// The number of the row.
    Number,
    /// What becomes of it.
    Outcome,
    /// A column of the file.
    Cell(usize),
}

impl<'a> Shown<'a> {
    /// The columns of a layout in so much room. Where they need more, the page scrolls.
    pub fn new(layout: &'a Layout, prepared: &'a Prepared, (room, several): (f32, bool)) -> Self {
        let first = if several { SHEET_AND_ROW } else { ROW };
        // Of people beside each other the columns of the first: the rows tell them apart.
        let names = layout
            .columns
            .iter()
            .enumerate()
            .filter(|(_, one)| one.field == Field::Person(PersonField::Name));
        let end = names.map(|(at, _)| at).nth(1).unwrap_or(layout.columns.len());
        let columns = &layout.columns[..end];
        let wanted: Vec<f32> = columns.iter().map(|column| wanted(column.field)).collect();
        let all: f32 = wanted.iter().sum();
        let free = room - first - OUTCOME;
        // Where the page scrolls in any case, nothing is squeezed.
        let rest = if free < all * TIGHT { all } else { free };
        // Whole pixels, so that the lists stand straight over their columns.
        let widths = wanted.iter().map(|width| (width * rest / all.max(1.0)).floor());
        let columns: Vec<_> =
            columns.iter().enumerate().zip(widths).map(|((place, one), width)| (one, place, width)).collect();
        let width = first + OUTCOME + columns.iter().map(|(_, _, width)| width).sum::<f32>();
        Self { columns, prepared, first, width, scrolls: width > room }
    }

    /// The heads of the table: what the file says.
    pub fn heads(&self, context: Context<'_>) -> Vec<Column> {
        let first = Column::new(context.t("window-import-row"), Width::Fixed(self.first));
        let first = if self.first > ROW { first } else { first.right() };
        let width = if self.scrolls { Width::Fixed(OUTCOME) } else { Width::Fill(1) };
        let outcome = Column::new(context.t("window-import-state"), width);
        let middle = self.columns.iter().map(|(column, _, width)| {
            let title = if column.heading.is_empty() { column.field.heading() } else { &column.heading };
            Column::new(title, Width::Fixed(*width))
        });
        let mut heads: Vec<Column> = std::iter::once(first).chain(middle).collect();
        heads.insert(if self.scrolls { 1 } else { heads.len() }, outcome);
        heads
    }

    /// What a column of the table shows.
    pub fn part(&self, column: usize) -> PreviewColumn {
        match (column, self.scrolls) {
            (0, _) => PreviewColumn::Number,
            (1, true) => PreviewColumn::Outcome,
            (_, true) => PreviewColumn::Cell(column - 2),
            (_, false) if column > self.columns.len() => PreviewColumn::Outcome,
            (_, false) => PreviewColumn::Cell(column - 1),
        }
    }

    /// The lists over the heads.
    pub fn meanings(&self, enabled: bool, context: Context<'a>) -> Element<'a, Message> {
        let gap = space::XS;
        let lists = self.columns.iter().map(|(column, place, width)| {
            let fields = Field::all().map(|field| (field, context.t(name(field))));
            let index = column.index;
            let mut list =
                select(fields, Some(&column.field)).id(format!("import-column-{place}")).width(width - gap);
            if enabled {
                list = list.on_choose(move |field| Message::Meaning(index, field));
            }
            container(list).width(*width).into()
        });
        let before = if self.scrolls { self.first + OUTCOME } else { self.first };
        let before = Space::new().width(before).into();
        let after = Space::new().width(Length::Fill).into();
        row(std::iter::once(before).chain(lists).chain([after])).into()
    }

    /// What stands in a column for a row: what was understood of it, or for a row with
    /// an error what was written.
    pub fn cell(&self, at: usize, read: &ReadRow, planned: &PlannedRow, context: Context<'_>) -> String {
        let Some((column, place, _)) = self.columns.get(at) else { return String::new() };
        if read.error.is_some() {
            // The row may stand in a table with its columns elsewhere.
            let table = self.prepared.list.tables.get(read.table);
            let own = table.and_then(|table| table.columns.iter().position(|own| own.field == column.field));
            let same = table.is_none_or(|table| table.columns.get(*place).is_some_and(|own| own == *column));
            let place = if same { Some(*place) } else { own };
            return place.and_then(|place| read.written.get(place)).cloned().unwrap_or_default();
        }
        value(column.field, planned, self.prepared.plan.wishes.keep_sensitive, context)
    }
}

/// The room a column needs beside the others.
fn wanted(field: Field) -> f32 {
    match field {
        Field::Person(PersonField::Name) => 150.0,
        Field::Person(PersonField::Position) | Field::PositionUnit => 136.0,
        Field::Person(PersonField::Unit) | Field::Address => 124.0,
        Field::Person(PersonField::Phone) => 122.0,
        Field::Person(PersonField::Note) | Field::Other => 92.0,
        Field::Ordinal
        | Field::Male
        | Field::Female
        | Field::Person(PersonField::Gender)
        | Field::Cluster => 78.0,
        Field::BirthDay | Field::BirthMonth => 78.0,
        _ => 108.0,
    }
}

/// What was understood of a row, by the column it came from. A name or unit in two
/// columns stands whole in the first. What is sensitive is shown where it is kept.
fn value(field: Field, planned: &PlannedRow, keep_sensitive: bool, context: Context<'_>) -> String {
    let (person, says) = (&planned.person, &planned.sensitive);
    let shown = |field| shown(field, person, context);
    match field {
        Field::Person(field) => match field.about().holds {
            Holds::Sensitive(_) | Holds::PartyMember if !keep_sensitive => String::new(),
            Holds::Sensitive(line) => line.of(says).clone().unwrap_or_default(),
            Holds::PartyMember if says.party_member == Some(true) => context.t(field.about().column),
            _ => shown(field),
        },
        Field::FamilyMiddle => shown(PersonField::Name),
        Field::Male if person.gender == Some(Gender::Male) => shown(PersonField::Birth),
        Field::Female if person.gender == Some(Gender::Female) => shown(PersonField::Birth),
        Field::PositionUnit => shown(PersonField::Position),
        Field::Hamlet | Field::Address => shown(PersonField::Unit),
        Field::Commune => person.unit_group.clone().unwrap_or_default(),
        Field::Cluster => planned.cluster.map(|number| number.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The word for what a column may hold.
fn name(field: Field) -> &'static str {
    match field {
        Field::Person(field) => field.about().column,
        Field::Ordinal => "window-field-ordinal",
        Field::FamilyMiddle => "window-field-family-middle",
        Field::GivenName => "window-field-given-name",
        Field::Male => "window-field-male",
        Field::Female => "window-field-female",
        Field::Hamlet => "window-field-hamlet",
        Field::Commune => "window-field-commune",
        Field::Address => "window-field-address",
        Field::Cluster => "window-field-cluster",
        Field::BirthDay => "window-field-birth-day",
        Field::BirthMonth => "window-field-birth-month",
        Field::PositionUnit => "window-field-position-unit",
        Field::Other => "window-field-other",
    }
}
