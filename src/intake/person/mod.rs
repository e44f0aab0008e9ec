//! From one row of a list to one person, or to what is wrong with the row.

mod birth;
mod place;
mod reader;

use std::sync::{Arc, LazyLock};

use jiff::civil::Date;

use super::columns::{Column, Layout};
use super::grid::{Cell, Grid, Row, line_of};
use super::heading::Field;
use super::lost_letters::first_lost;
use super::position;
use super::rows::habits::Habits;
use super::rows::walk::Heading;
use super::units::Units;
use super::values;
use crate::domain::list::row_name;
use crate::domain::person::{PersonDetails, Sensitive};
use crate::domain::person_field::PersonField;
use crate::domain::reading;
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::fold::{fold, words};
use birth::take_birth_of_phone;
use place::{Beside, beside_place};

/// One person row of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadRow {
    /// Row number in its sheet, from 1, as Excel shows it.
    pub row: u32,
    /// The sheet, where the file has several lists.
    pub sheet: Option<Arc<str>>,
    /// Its table, by its place in [`super::ReadList::tables`].
    pub table: usize,
    /// What could be read of it.
    pub person: PersonDetails,
    /// Number of the cluster the list names.
    pub cluster: Option<u32>,
    /// The first thing wrong with it: which cell, why, what would be right.
    pub error: Option<Sentence>,
    /// What stands in the columns of its table, in their order; only of a row that is
    /// doubtful, to be given back.
    pub written: Vec<String>,
    /// What stands in the columns that say nothing of the person, by the places of the columns in the
    /// sheet: the number, what is not for us.
    pub unread: Vec<(u32, String)>,
    /// What was read but should be looked at: a day and month that may be exchanged.
    pub remarks: Vec<Sentence>,
    /// Why this may be nobody, or not the person as written.
    pub doubts: Vec<Sentence>,
    /// What is sensitive by law; kept only where the user asks for it.
    pub sensitive: Sensitive,
}

impl ReadRow {
    /// Whether it may be nobody: it is doubtful, or cannot be read.
    pub fn is_doubtful(&self) -> bool {
        self.error.is_some() || !self.doubts.is_empty()
    }

    /// Says in which sheet the row stands, also in what is said of it.
    pub(super) fn stands_in(&mut self, sheet: &Arc<str>) {
        let name = row_name(self.row, Some(sheet));
        self.sheet = Some(Arc::clone(sheet));
        for message in self.error.iter_mut().chain(&mut self.remarks).chain(&mut self.doubts) {
            message.set("row", name.clone());
        }
    }
}

/// What is the same for many rows.
pub(super) struct Around<'a> {
    pub layout: &'a Layout,
    /// The table's place among those of the file.
    pub table: usize,
    pub today: Date,
    /// What the group heading above says.
    pub above: &'a Heading,
    /// What holds for the whole table.
    pub habits: &'a Habits,
    /// Whether number and neighbouring cells say that somebody stands here, whatever the family name.
    pub sure: bool,
    /// Whether the row has no number, and nothing but a name, in a list that is numbered.
    pub unnumbered: bool,
}

/// Reads a row in which somebody stands, or should.
pub(super) fn read(row: &Row, around: &Around<'_>, units: &mut Units) -> ReadRow {
    let mut reader = Reader { row, around, error: None, remarks: Vec::new(), doubts: Vec::new() };
    let named = reader.name();
    let (birth, sex_by_column) = reader.birth_and_sex();
    let birth = birth.or(named.birth);
    let gender = reader.gender().or(sex_by_column).or(around.habits.unmarked).or(named.gender);
    let (position, unit_behind_it) = reader.position();
    let position = with_posts(position.or_else(|| reader.marked_posts()), named.posts);
    let (mut place, columns) = reader.place(unit_behind_it.or(named.unit));
    let has_phone = reader.cell(Field::Person(PersonField::Phone)).is_some();
    let beside = if has_phone { Beside::default() } else { beside_place(&mut place) };
    let mut position = position.or(beside.post).or_else(|| around.above.post.clone());
    reader.exchanged(&mut position, &mut place);
    if place.unit.is_none()
        && place.hamlet.is_none()
        && around.above.place.hamlet.is_none()
        && let Some((post, hamlet)) = position.as_deref().and_then(position::with_hamlet)
    {
        (position, place.hamlet) = (Some(post), Some(hamlet));
    }
    let printed = units.printed(&around.above.place, (place, columns), |place| reader.with_kinds(place));
    let mut person = PersonDetails {
        full_name: named.name,
        gender,
        birth,
        position,
        unit: printed.unit,
        unit_group: printed.group,
        ..PersonDetails::default()
    };
    for (field, line) in PersonField::lines() {
        *line.of_mut(&mut person) = reader.line(field, &line);
    }
    person.phone = person.phone.or(named.phone).or(beside.phone);
    take_birth_of_phone(&mut person, around.today);
    reader.misplaced(&mut person);
    reader.exchanged_figures(&mut person);
    // Where no column is for it, women are told in the notes.
    if person.gender.is_none() {
        person.gender = person.note.as_deref().and_then(values::sex_in_words);
        person.note = person.note.filter(|_| person.gender.is_none());
    }
    person.note = joined(person.note.into_iter().chain(named.notes), "; ");
    take_facts_of_note(&mut person, around.today);
    if let Some(phone) = person.phone.as_deref().filter(|phone| reading::is_of_odd_length(phone)) {
        let said = Sentence::new("intake-remark-phone-figures").with("row", row.number).with("value", phone);
        reader.remarks.push(said);
    }
    reader.said_beside(&person);
    if let Some(heading) = &around.above.absent {
        let doubt = Sentence::new("intake-doubt-absent").with("row", row.number);
        reader.doubts.push(doubt.with("heading", heading.as_str()));
    }
    let cluster =
        reader.value(Field::Cluster, |cell| values::text(cell).and_then(|line| values::cluster(&line)));
    let sensitive = reader.sensitive();
    if let Some((column, cell)) = first_lost(row, around.layout) {
        reader.remarks.push(about_cell("intake-remark-letters-lost", row, column, &cell.line()));
    }
    let line = |column: &Column| line_of(row.cell(column.index)).into_owned();
    let written = match reader.error.is_some() || !reader.doubts.is_empty() {
        true => around.layout.columns.iter().map(line).collect(),
        false => Vec::new(),
    };
    let unread = around.layout.columns.iter().filter(|column| column.field.fills().is_none());
    let unread = unread.filter_map(|column| row.cell(column.index).map(|cell| (column.index, cell.line())));
    ReadRow {
        written,
        unread: unread.collect(),
        row: row.number,
        sheet: None,
        table: around.table,
        person,
        cluster: cluster.or(around.above.cluster),
        error: reader.error,
        remarks: reader.remarks,
        doubts: reader.doubts,
        sensitive,
    }
}

/// What is read of a row so far, beside the person.
struct Reader<'a> {
    row: &'a Row,
    around: &'a Around<'a>,
    error: Option<Sentence>,
    remarks: Vec<Sentence>,
    doubts: Vec<Sentence>,
}

/// "SN 1967; ĐT 0374 216 508" among the notes of somebody who has neither elsewhere: what is left is noted.
fn take_facts_of_note(person: &mut PersonDetails, today: Date) {
    static PHONES: LazyLock<Beginnings> = LazyLock::new(|| Section::PhoneLabel.folded().collect());
    static BIRTHS: LazyLock<Beginnings> = LazyLock::new(|| Section::BirthLabel.folded().collect());
    let Some(note) = person.note.take() else { return };
    let is_label =
        |labels: &Beginnings, label: &str| labels.whole(label).is_some() && label.split(' ').count() <= 3;
    let mut left = Vec::new();
    for part in note.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let at = part.find(|letter: char| letter.is_ascii_digit() || letter == '+').unwrap_or(part.len());
        let (label, figures) = (words(&part[..at]), &part[at..]);
        let is_bare = !figures.contains(char::is_alphabetic);
        if person.phone.is_none()
            && is_bare
            && (label.is_empty() || is_label(&PHONES, &label))
            && let Ok(Some(phone)) = reading::phone(figures)
        {
            person.phone = Some(phone);
        } else if person.birth.is_none()
            && is_bare
            && is_label(&BIRTHS, &label)
            && let Ok(birth) = values::birth(&Cell::Text(figures.to_owned()), today)
        {
            person.birth = Some(birth);
        } else {
            left.push(part);
        }
    }
    let is_whole = left.len() == note.split([';', ',']).filter(|part| !part.trim().is_empty()).count();
    person.note = if is_whole { Some(note) } else { (!left.is_empty()).then(|| left.join("; ")) };
}

/// A post with what the cell of the name says of posts.
fn with_posts(position: Option<String>, posts: Vec<String>) -> Option<String> {
    if posts.is_empty() {
        return position;
    }
    let known = position.as_deref().map(fold).unwrap_or_default();
    let more = posts.into_iter().filter(|post| !known.contains(&fold(post)));
    joined(position.clone().into_iter().chain(more), ", ")
}

/// Texts one after the other; nothing for none.
fn joined(texts: impl IntoIterator<Item = String>, between: &str) -> Option<String> {
    let all: Vec<String> = texts.into_iter().collect();
    (!all.is_empty()).then(|| all.join(between))
}

/// A sentence about a cell.
fn about_cell(id: &str, row: &Row, column: &Column, value: &str) -> Sentence {
    Sentence::new(id)
        .with("row", row.number)
        .with("column", Grid::letters(column.index))
        .with("heading", column.heading.as_str())
        .with("value", value)
}
