//! The columns of the lists as the page shows them: of one file its own, each under a list of what it
//! may hold; of several those that all lists have.

use iced::widget::{Space, column, container, row};
use iced::{Element, Length};

use super::Message;
use crate::app::screen::Context;
use crate::app::screen::person_form::shown;
use crate::app::theme::text::{Role, one_line};
use crate::app::theme::{palette, space, style};
use crate::app::widget::select::select;
use crate::app::widget::table::{Column, Width};
use crate::domain::list::PlannedRow;
use crate::domain::own_column::{self, MOST_COLUMNS};
use crate::domain::person::Gender;
use crate::domain::person_field::{Holds, PersonField};
use crate::intake::{Column as FileColumn, Field, Layout, ReadList, ReadRow};
use crate::sentence::Sentence;

/// Width of the row number, and least width of what becomes of a row with its reason.
const ROW: f32 = 60.0;
/// The same where the name of the file or of the sheet stands behind the number.
const SOURCE_AND_ROW: f32 = 170.0;
const OUTCOME: f32 = 190.0;
/// Width of what becomes of a row where the reason stands in the panel.
const WORD: f32 = 104.0;
/// How much narrower than they wish columns become before the page scrolls.
const TIGHT: f32 = 0.92;

/// What a column wishes that fills an own column of the session, or may.
const OWN: f32 = 150.0;

/// What all lists have, where several files are seen.
const COMMON: [PersonField; 6] = [
    PersonField::Name,
    PersonField::Birth,
    PersonField::Position,
    PersonField::Unit,
    PersonField::Phone,
    PersonField::Note,
];

/// The columns that are shown, and how wide each is.
pub(super) struct Shown<'a> {
    columns: Vec<ShownColumn<'a>>,
    /// Width of the first column, for the number of the row.
    first: f32,
    /// Width of what becomes of a row; `None` for what room is left.
    outcome: Option<f32>,
    /// All of them, with the row number and the outcome.
    pub width: f32,
}

/// What the user says that a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnMeaning {
    /// This, or nothing of use.
    Field(Field),
    /// What stands in the session's own column of this heading, which is added where there is none.
    Own(String),
}

struct ShownColumn<'a> {
    field: Field,
    /// The column of the file, and its place among those of its table; `None` where several files are seen.
    own: Option<(&'a FileColumn, usize)>,
    width: f32,
}

/// What a column of the table shows.
pub(super) enum PreviewColumn {
    /// The number of the row.
    Number,
    /// What becomes of it.
    Outcome,
    /// A column of the lists.
    Cell(usize),
}

/// How the table stands on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub width: f32,
    /// Whether the name of a file or sheet stands behind each number.
    pub several: bool,
    /// Whether reasons stand in the panel beside it.
    pub beside_panel: bool,
}

impl<'a> Shown<'a> {
    /// The columns of a layout, or of several files, in so much room. Where they need more, the page
    /// scrolls.
    pub fn new(layout: Option<&'a Layout>, room: Room) -> Self {
        let first = if room.several { SOURCE_AND_ROW } else { ROW };
        let outcome = if room.beside_panel { WORD } else { OUTCOME };
        let columns: Vec<(Field, Option<(&FileColumn, usize)>)> = match layout {
            Some(layout) => of_file(layout).map(|(one, place)| (one.field, Some((one, place)))).collect(),
            None => COMMON.map(|field| (Field::Person(field), None)).to_vec(),
        };
        let wanted = |field, column: Option<(&FileColumn, usize)>| {
            // More is said of an own column, and of one that may become it.
            let is_own = |one: &FileColumn| one.own.is_some() || !one.understood;
            if column.is_some_and(|(one, _)| is_own(one)) { OWN } else { wanted(field) }
        };
        let all: f32 = columns.iter().map(|(field, column)| wanted(*field, *column)).sum();
        let free = room.width - first - outcome;
        // Where the page scrolls in any case, nothing is squeezed.
        let rest = if free < all * TIGHT { all } else { free };
        // Whole pixels, so that the lists stand straight over their columns.
        let width = |wanted: f32| (wanted * rest / all.max(1.0)).floor();
        let columns: Vec<_> = columns
            .into_iter()
            .map(|(field, own)| ShownColumn { field, own, width: width(wanted(field, own)) })
            .collect();
        let width = first + outcome + columns.iter().map(|one| one.width).sum::<f32>();
        let fills = width <= room.width && !room.beside_panel;
        Self { columns, first, outcome: (!fills).then_some(outcome), width }
    }

    /// Whether what becomes of a row stands before its cells, where it is seen without scrolling.
    fn leads(&self) -> bool {
        self.outcome.is_some()
    }

    /// The columns of the table, as they are copied.
    pub fn heads(&self, context: Context<'_>) -> Vec<Column> {
        let first = Column::new(context.t("window-import-row"), Width::Fixed(self.first));
        let first = if self.first > ROW { first } else { first.right() };
        let width = self.outcome.map_or(Width::Fill(1), Width::Fixed);
        let outcome = Column::new(context.t("window-import-state"), width);
        let middle = self.columns.iter().map(|one| Column::new(one.title(context), Width::Fixed(one.width)));
        let mut heads: Vec<Column> = std::iter::once(first).chain(middle).collect();
        heads.insert(if self.leads() { 1 } else { heads.len() }, outcome);
        heads
    }

    /// What a column of the table shows.
    pub fn part(&self, column: usize) -> PreviewColumn {
        match (column, self.leads()) {
            (0, _) => PreviewColumn::Number,
            (1, true) => PreviewColumn::Outcome,
            (_, true) => PreviewColumn::Cell(column - 2),
            (_, false) if column > self.columns.len() => PreviewColumn::Outcome,
            (_, false) => PreviewColumn::Cell(column - 1),
        }
    }

    /// The head of the table: what the file says over each column, and what that was taken for.
    ///
    /// `known` are the headings of the session's own columns.
    pub fn head(&self, enabled: bool, known: &'a [String], context: Context<'a>) -> Element<'a, Message> {
        let title = |words: String, width: Length| -> Element<'a, Message> {
            container(one_line(words, Role::SmallLabel).color(palette::MUTED))
                .padding([0.0, PADDING])
                .width(width)
                .clip(true)
                .into()
        };
        let number = title(context.t("window-import-row"), Length::Fixed(self.first));
        let outcome =
            title(context.t("window-import-state"), self.outcome.map_or(Length::Fill, Length::Fixed));
        let lists = self.columns.iter().map(|one| {
            let Some((own, place)) = one.own else { return title(one.title(context), one.width.into()) };
            let index = own.index;
            let meaning = match &own.own {
                Some(label) => ColumnMeaning::Own(label.clone()),
                None => ColumnMeaning::Field(one.field),
            };
            let mut list = select(meanings(own, known, context), Some(&meaning))
                .id(format!("import-column-{place}"))
                .width(one.width - space::XS);
            if enabled {
                list = list.on_choose(move |meaning| Message::Meaning(index, meaning));
            }
            let heading = title(own.heading.clone(), Length::Fixed(one.width));
            column![heading, container(list).padding([0.0, 2.0])].spacing(2.0).width(one.width).into()
        });
        let (before, after) = if self.leads() { (Some(outcome), None) } else { (None, Some(outcome)) };
        let parts = row![number].push(before).extend(lists).push(after).align_y(iced::Alignment::Center);
        container(column![
            container(parts).padding([space::XS, 0.0]).width(Length::Fill),
            container(Space::new().height(1.0)).width(Length::Fill).style(style::fill(palette::LINE)),
        ])
        .style(style::head)
        .into()
    }

    /// What stands in a column for a row: what was understood of it, or for a row with
    /// an error what was written.
    pub fn cell(
        &self,
        at: usize,
        list: &ReadList,
        (read, planned): (&ReadRow, &PlannedRow),
        keep_sensitive: bool,
        context: Context<'_>,
    ) -> String {
        let Some(one) = self.columns.get(at) else { return String::new() };
        let unread = one.own.filter(|_| one.field.fills().is_none());
        if let Some((own, _)) = unread
            && let Some((_, written)) = read.unread.iter().find(|(index, _)| *index == own.index)
        {
            return written.clone();
        }
        if read.error.is_some() {
            // The row may stand in a table with its columns elsewhere.
            let columns = list.tables.get(read.table).map_or(&[][..], |table| &table.columns);
            let same = one.own.filter(|(own, place)| columns.get(*place) == Some(own));
            let place = same.map(|(_, place)| place);
            let place = place.or_else(|| columns.iter().position(|column| column.field == one.field));
            return place.and_then(|place| read.written.get(place)).cloned().unwrap_or_default();
        }
        value(one.field, planned, keep_sensitive, context)
    }
}

/// All that a column may hold: the fields of people, the session's own columns, and a new one named after its heading.
fn meanings(column: &FileColumn, known: &[String], context: Context<'_>) -> Vec<(ColumnMeaning, String)> {
    let said = |id: &str, label: &String| {
        let words = context.say(&Sentence::new(id).with("label", label.clone()));
        (ColumnMeaning::Own(label.clone()), words)
    };
    let new = own_column::label(&column.heading, known.iter().map(String::as_str));
    let new = new.ok().filter(|_| known.len() < MOST_COLUMNS);
    let field = |field| (ColumnMeaning::Field(field), context.t(name(field)));
    let own = known.iter().map(|label| said("own-import-known", label));
    let new = new.as_ref().map(|label| said("own-import-new", label));
    // Beside "Bỏ qua", where the list opens for a column that nobody understood.
    let fields = Field::all().filter(|one| *one != Field::Other).map(field);
    fields.chain(own).chain(new).chain([field(Field::Other)]).collect()
}

/// Room on either side of the words of a head, as in the cells.
const PADDING: f32 = 12.0;

impl ShownColumn<'_> {
    /// What the file says over it, or what it holds.
    fn title(&self, context: Context<'_>) -> String {
        match self.own {
            Some((own, _)) if !own.heading.is_empty() => own.heading.clone(),
            _ => context.t(name(self.field)),
        }
    }
}

/// The columns of a file, each with its place. Of people beside each other the columns of the first: the
/// rows tell them apart.
fn of_file(layout: &Layout) -> impl Iterator<Item = (&FileColumn, usize)> {
    let names =
        layout.columns.iter().enumerate().filter(|(_, one)| one.field == Field::Person(PersonField::Name));
    let end = names.map(|(at, _)| at).nth(1).unwrap_or(layout.columns.len());
    layout.columns[..end].iter().enumerate().map(|(place, one)| (one, place))
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
