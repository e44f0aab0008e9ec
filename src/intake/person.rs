//! From one row of a list to one person, or to what is wrong with the row.

use std::sync::{Arc, LazyLock};

use jiff::civil::Date;

use super::columns::{Column, Layout};
use super::grid::{Cell, Grid, Row, line_of};
use super::heading::Field;
use super::lost_letters::{first_lost, lost};
use super::marks;
use super::mentions::says_substitute;
use super::name_shape::Doubt;
use super::named::Named;
use super::position;
use super::rows::habits::{DateOrder, Habits};
use super::rows::several::holds_several;
use super::rows::walk::Heading;
use super::units::{UnitParts, Units, with_kind};
use super::values::{self, Wrong};
use crate::domain::date::FuzzyDate;
use crate::domain::list::row_name;
use crate::domain::person::{Gender, PersonDetails, Sensitive};
use crate::domain::person_field::{Line, PersonField};
use crate::domain::reading::{self, FIRST_BIRTH_YEAR, last_birth_year, says_none};
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;
use crate::vietnamese::fold::{fold, words};

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
    // Where no column is for it, women are told in the notes.
    if person.gender.is_none() {
        person.gender = person.note.as_deref().and_then(values::sex_in_words);
        person.note = person.note.filter(|_| person.gender.is_none());
    }
    person.note = joined(person.note.into_iter().chain(named.notes), "; ");
    take_phone_of_note(&mut person);
    if let Some(note) = person.note.as_deref().filter(|note| marks::is_withdrawal(note)) {
        reader
            .doubts
            .push(Sentence::new("intake-doubt-withdrawn").with("row", row.number).with("note", note));
    }
    if let Some(note) = person.note.as_deref().filter(|note| says_substitute(note)) {
        reader.doubts.push(Sentence::new("intake-doubt-replaced").with("row", row.number).with("note", note));
    }
    if let Some(heading) = &around.above.absent {
        let doubt = Sentence::new("intake-doubt-absent").with("row", row.number);
        reader.doubts.push(doubt.with("heading", heading.as_str()));
    }
    if let Some(note) = person.note.as_deref().filter(|note| marks::brings_others(note)) {
        reader.doubts.push(Sentence::new("intake-doubt-others").with("row", row.number).with("note", note));
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

struct Reader<'a> {
    row: &'a Row,
    around: &'a Around<'a>,
    error: Option<Sentence>,
    remarks: Vec<Sentence>,
    doubts: Vec<Sentence>,
}

impl<'a> Reader<'a> {
    /// The first filled cell among the columns of a field.
    fn cell(&self, field: Field) -> Option<(&'a Column, &'a Cell)> {
        let (row, layout) = (self.row, self.around.layout);
        layout.columns_of(field).find_map(|column| row.cell(column.index).map(|cell| (column, cell)))
    }

    /// The value of a field; keeps what is wrong with it.
    fn value<T>(&mut self, field: Field, parse: impl FnOnce(&Cell) -> Result<T, Wrong>) -> Option<T> {
        let (column, cell) = self.cell(field)?;
        parse(cell).map_err(|wrong| self.refuse(column, &cell.line(), wrong)).ok()
    }

    fn text(&mut self, field: Field) -> Option<String> {
        // A dash stands for nothing.
        self.value(field, values::text).filter(|line| line.contains(char::is_alphanumeric))
    }

    /// What all columns of a field say, one after the other.
    fn texts(&mut self, field: Field) -> Option<String> {
        let columns: Vec<&Column> = self.around.layout.columns_of(field).collect();
        let mut all: Vec<String> = Vec::new();
        for column in columns {
            let Some(cell) = self.row.cell(column.index) else { continue };
            match values::text(cell) {
                Ok(line) if !line.contains(char::is_alphanumeric) || all.contains(&line) => {}
                Ok(line) => all.push(line),
                Err(wrong) => self.refuse(column, &cell.line(), wrong),
            }
        }
        joined(all, ", ")
    }

    /// A line of text that has a column to itself.
    fn line<R>(&mut self, field: PersonField, line: &Line<R>) -> Option<String> {
        match line.read {
            Some(read) => self.value(Field::Person(field), |cell| values::read(cell, read)).flatten(),
            None => self.text(Field::Person(field)),
        }
    }

    /// Keeps what is wrong with a cell: without a name nobody comes in, without anything else the
    /// person does, and the field stays empty.
    fn refuse(&mut self, column: &Column, value: &str, wrong: Wrong) {
        if column.field.is_name() {
            self.error.get_or_insert_with(|| about_cell(wrong, self.row, column, value));
            return;
        }
        // In place of a telephone, say: "đã nghỉ, thay: Vàng A Tủa".
        if marks::is_withdrawal(value) {
            let doubt = Sentence::new("intake-doubt-withdrawn").with("row", self.row.number);
            self.doubts.push(doubt.with("note", value));
        }
        let wrong = match wrong {
            "intake-cell-long" => "intake-field-long",
            "intake-cell-fault" => "intake-field-fault",
            "intake-cell-uncomputed" => "intake-field-uncomputed",
            other => other,
        };
        let remark = about_cell(wrong, self.row, column, value)
            .with("first", i64::from(FIRST_BIRTH_YEAR))
            .with("last", i64::from(last_birth_year(self.around.today)));
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// The name, of one column or of two, and what else its cells say.
    fn name(&mut self) -> Named {
        let fields = [Field::Person(PersonField::Name), Field::FamilyMiddle, Field::GivenName];
        let mut name = String::new();
        let layout = self.around.layout;
        // The middle of a name may take several columns; of whole names the first counts.
        let parts = fields.into_iter().flat_map(|field| {
            let several = if field == Field::FamilyMiddle { usize::MAX } else { 1 };
            let cells =
                layout.columns_of(field).filter_map(|column| Some((column, self.row.cell(column.index)?)));
            cells.take(several).collect::<Vec<_>>()
        });
        for (column, cell) in parts.collect::<Vec<_>>() {
            match values::text(cell) {
                Ok(part) if name.is_empty() => name = without_number(part),
                // Some lists repeat the given name in a column to sort by.
                Ok(part) if name == part || name.ends_with(&format!(" {part}")) => {}
                Ok(part) => name = format!("{name} {part}"),
                Err(wrong) => {
                    self.refuse(column, &cell.line(), wrong);
                    return Named { name: cell.line(), ..Named::default() };
                }
            }
        }
        let named = Named::read(&name, self.around.habits.names, self.around.today);
        let first = self.around.layout.columns.iter().find(|column| column.field.is_name());
        let Some(column) = first else { return named };
        let wrong =
            if named.name.is_empty() { Err("intake-name-missing") } else { values::name(&named.name) };
        if let Err(wrong) = wrong {
            let wrong = if lost(&named.name) { "intake-remark-letters-lost" } else { wrong };
            self.refuse(column, &named.name, wrong);
            return named;
        }
        if row_holds_several(self.row, column) {
            self.doubts.push(about_cell(Doubt::Several.sentence(), self.row, column, &name));
            return named;
        }
        let known = self.around.sure && matches!(named.doubt, Some(Doubt::NoFamilyName));
        if let Some(doubt) = named.doubt.filter(|_| !known) {
            self.doubts.push(about_cell(doubt.sentence(), self.row, column, &name));
        }
        if self.around.unnumbered {
            self.doubts.push(about_cell("intake-doubt-unnumbered", self.row, column, &name));
        }
        if let Some(title) = &named.title {
            let remark = about_cell("intake-remark-title", self.row, column, &name);
            self.remarks.push(remark.with("title", title.as_str()));
        }
        named
    }

    /// The birth, and the sex when it stands in a column for men or for women.
    fn birth_and_sex(&mut self) -> (Option<FuzzyDate>, Option<Gender>) {
        let birth = self.birth(Field::Person(PersonField::Birth));
        if self.is_of_both_sexes() {
            return (birth.or_else(|| self.birth(Field::Male)), None);
        }
        for (field, gender) in [(Field::Male, Gender::Male), (Field::Female, Gender::Female)] {
            let Some((_, cell)) = self.cell(field) else { continue };
            match values::mark(&cell.line()) {
                Some(true) => return (birth, Some(gender)),
                Some(false) => {}
                None => {
                    let by_column = self.birth(field);
                    return (birth.or(by_column), Some(gender));
                }
            }
        }
        (birth, None)
    }

    /// A telephone or a year in place of the post belongs where it is missing, and so does the post.
    fn misplaced(&mut self, person: &mut PersonDetails) {
        let Some((column, cell)) = self.cell(Field::Person(PersonField::Position)) else { return };
        let line = cell.line();
        let is_figure = |letter: char| {
            letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '-' | '/' | '+' | '(' | ')')
        };
        let digits = line.chars().filter(char::is_ascii_digit).count();
        if digits < 4 || !line.chars().all(is_figure) || person.position.as_ref() != Some(&line) {
            return;
        }
        self.remarks.push(about_cell("intake-remark-misplaced", self.row, column, &line));
        person.position = None;
        let birth = self.cell(Field::Person(PersonField::Birth));
        if person.birth.is_none()
            && let Ok(year) = values::birth(&Cell::Text(line.clone()), self.around.today)
        {
            person.birth = Some(year);
            let post = birth.map(|(_, cell)| cell.line());
            person.position = post.filter(|post| position::begins_with_position(post));
        } else if person.phone.is_none() {
            person.phone = reading::phone(&line).ok().flatten();
        }
    }

    /// Whether a row is filled under "Nam" and under "Nữ": that is doubtful.
    fn is_of_both_sexes(&mut self) -> bool {
        let says = |field| {
            let cell = self.cell(field)?;
            (values::mark(&cell.1.line()) != Some(false)).then_some(cell)
        };
        let (Some(_), Some((column, cell))) = (says(Field::Male), says(Field::Female)) else { return false };
        let doubt = about_cell("intake-doubt-both-sexes", self.row, column, &cell.line());
        self.doubts.push(doubt);
        true
    }

    fn birth(&mut self, field: Field) -> Option<FuzzyDate> {
        let (today, order) = (self.around.today, self.around.habits.dates);
        let (column, cell) = self.cell(field)?;
        // A dash stands for nothing.
        if matches!(cell, Cell::Text(text) if !text.contains(char::is_alphanumeric)) {
            return None;
        }
        if let Some(day) = values::birth_as_serial(cell, today) {
            let remark = about_cell("intake-remark-serial", self.row, column, &cell.line());
            self.remarks.push(remark.with("day", short(day)));
            return Some(day);
        }
        let figures = cell.whole_number().filter(|_| self.around.habits.short_years);
        if let Some(year) = figures.and_then(|figures| i16::try_from(1900 + figures).ok()) {
            let remark = about_cell("intake-remark-short-year", self.row, column, &cell.line());
            self.remarks.push(remark.with("year", i64::from(year)));
            return FuzzyDate::year_only(year).ok();
        }
        let birth = self.value(field, |cell| match (cell, order) {
            (Cell::Text(text), DateOrder::MonthFirst) => values::birth(&values::day_first(text), today),
            _ => values::birth(cell, today),
        })?;
        let (day, month) = (self.figure(Field::BirthDay), self.figure(Field::BirthMonth));
        if birth.month().is_none() && (day.is_some() || month.is_some()) {
            let whole = FuzzyDate::new(birth.year(), month, day);
            if whole.is_err() {
                self.refuse(column, &cell.line(), "intake-birth-no-such-day");
            }
            return whole.ok();
        }
        if order == DateOrder::DatesExchanged && matches!(cell, Cell::Date { .. }) {
            self.remark_exchange(column, &cell.line(), birth);
        }
        Some(birth)
    }

    /// The number in the column for a day or a month; 0 for what is no such number.
    fn figure(&self, field: Field) -> Option<u8> {
        let figure = self.cell(field)?.1.whole_number();
        figure.filter(|figure| *figure != 0).map(|figure| u8::try_from(figure).unwrap_or(0))
    }

    /// Says that day and month may be exchanged, where that would be another day.
    fn remark_exchange(&mut self, column: &Column, value: &str, birth: FuzzyDate) {
        let (Some(day), Some(month), Some(year)) = (birth.day_of_month(), birth.month(), birth.year()) else {
            return;
        };
        if day != month {
            let other = format!("{month:02}/{day:02}/{year}");
            let remark = about_cell("intake-remark-day-month", self.row, column, value);
            self.remarks.push(remark.with("other", other));
        }
    }

    /// The position, and the unit where it stands in the same cell.
    fn position(&mut self) -> (Option<String>, Option<String>) {
        let Some(both) = self.text(Field::PositionUnit) else {
            return (self.texts(Field::Person(PersonField::Position)), None);
        };
        position::split(&both).map_or((Some(both), None), |(position, unit)| (Some(position), unit))
    }

    /// The posts whose columns are marked for this person.
    fn marked_posts(&self) -> Option<String> {
        let is_marked = |column: &&Column| {
            let cell = self.row.cell(column.index);
            column.field == Field::Other
                && column.understood
                && position::begins_with_position(&column.heading)
                && cell.is_some_and(|cell| values::mark(&cell.line()) == Some(true))
        };
        let posts = self.around.layout.columns.iter().filter(is_marked);
        joined(posts.map(|column| column.heading.clone()), ", ")
    }

    /// What is said in sensitive columns; a word for "none" is nothing.
    fn sensitive(&mut self) -> Sensitive {
        let party =
            self.cell(Field::Person(PersonField::Party)).and_then(|(_, cell)| values::party(&cell.line()));
        let mut says = Sensitive { party_member: party, ..Sensitive::default() };
        for (field, line) in PersonField::sensitive_lines() {
            *line.of_mut(&mut says) = self.line(field, &line);
        }
        says.religion = says.religion.filter(|line| !says_none(line));
        says
    }

    fn gender(&mut self) -> Option<Gender> {
        let (column, cell) = self.cell(Field::Person(PersonField::Gender))?;
        let line = cell.line();
        // A dash or a stray mark says nothing of anyone's sex.
        if !line.contains(char::is_alphanumeric) {
            return None;
        }
        values::gender_of_figure(&line, &column.heading).or_else(|| {
            self.value(Field::Person(PersonField::Gender), |cell| {
                values::text(cell).and_then(|line| values::gender(&line))
            })
        })
    }

    /// The parts of the unit as they are written, and the columns of the second and third.
    /// `behind` is a unit that stands behind the position; where they live counts only
    /// where nothing else is said.
    fn place(&mut self, behind: Option<String>) -> (UnitParts, [u32; 2]) {
        let (hamlet, commune) = (self.text(Field::Hamlet), self.text(Field::Commune));
        let mut unit = self.text(Field::Person(PersonField::Unit));
        if unit.is_none() && hamlet.is_none() && commune.is_none() {
            unit = behind.or_else(|| self.text(Field::Address));
        }
        let column = |field| self.cell(field).map_or(0, |(column, _)| column.index);
        (UnitParts { unit, hamlet, commune, vague: None }, [column(Field::Hamlet), column(Field::Commune)])
    }

    /// The same with the words for their kinds, where only the headings say them.
    fn with_kinds(&self, place: UnitParts) -> UnitParts {
        let with_kind = |field, value| match self.cell(field) {
            Some((column, _)) => with_kind(value, column.kind_word, &column.heading),
            None => value,
        };
        UnitParts {
            hamlet: place.hamlet.map(|value| with_kind(Field::Hamlet, value)),
            commune: place.commune.map(|value| with_kind(Field::Commune, value)),
            ..place
        }
    }
}

/// "ĐT: 0834 464 516" among the notes of somebody who has no telephone elsewhere, where nothing more is noted.
fn take_phone_of_note(person: &mut PersonDetails) {
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::PhoneLabel.folded().collect());
    let Some(note) = person.note.as_deref().filter(|_| person.phone.is_none()) else { return };
    let Some(at) = note.find(|letter: char| letter.is_ascii_digit() || letter == '+') else { return };
    let label = words(&note[..at]);
    let is_labelled = label.is_empty() || LABELS.whole(&label).is_some() && label.split(' ').count() <= 3;
    if let Ok(Some(phone)) = reading::phone(&note[at..])
        && is_labelled
        && !note[at..].contains(char::is_alphabetic)
    {
        person.phone = Some(phone);
        person.note = None;
    }
}

/// "0364 812 075 (sinh 1974)": the year that stands beside a telephone, where no other is said.
fn take_birth_of_phone(person: &mut PersonDetails, today: Date) {
    let Some(phone) = person.phone.as_deref().filter(|_| person.birth.is_none()) else { return };
    let Some((bare, beside)) = phone.split_once(['(', ',', ';']) else { return };
    let beside = beside.trim().trim_end_matches(')');
    let is_labelled = beside.starts_with(char::is_alphabetic);
    if let Ok(birth) = reading::birth(beside, today)
        && is_labelled
    {
        person.birth = Some(birth);
        person.phone = reading::phone(bare.trim()).ok().flatten();
    }
}

/// What stands in the cell of a place and is none.
#[derive(Default)]
struct Beside {
    post: Option<String>,
    phone: Option<String>,
}

/// Takes the telephone off "Xóm Bình Hải - 0945 207 318", and the post that stands in place of the place in "Chủ tịch -
/// 0988 174 306".
fn beside_place(place: &mut UnitParts) -> Beside {
    let mut beside = Beside::default();
    for part in [&mut place.unit, &mut place.hamlet] {
        let Some(text) = part.as_deref() else { continue };
        let Some((before, phone)) = phone_behind(text) else { continue };
        beside.phone = Some(phone);
        let before = before.to_owned();
        let is_post = position::begins_with_position(&before);
        *part = (!is_post && !before.is_empty()).then(|| before.clone());
        beside.post = beside.post.or(is_post.then_some(before));
    }
    beside
}

/// A telephone number at the end of a text, and what stands before it.
fn phone_behind(text: &str) -> Option<(&str, String)> {
    /// A telephone has as many figures.
    const FIGURES: std::ops::RangeInclusive<usize> = 9..=11;
    let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.');
    let tail = text.trim_end_matches(')').trim_end_matches(is_inside).len();
    let (before, number) = text.split_at(tail);
    let bare = before.trim_end_matches([' ', '-', '–', ',', ';', ':', '(']);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let starts_so = number.trim_start().starts_with('0');
    if !FIGURES.contains(&digits) || !starts_so || bare.is_empty() {
        return None;
    }
    Some((bare, reading::phone(number.trim_end_matches(')').trim()).ok().flatten()?))
}

/// Whether the names of several people stand in the cell of the name.
fn row_holds_several(row: &Row, column: &Column) -> bool {
    row.cell(column.index).is_some_and(holds_several)
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

/// "1. Nguyễn Văn An" without the number that stands in the same cell.
fn without_number(name: String) -> String {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < name.len() && rest.starts_with(['.', ')', '/', '-', ' ']);
    let bare = rest.trim_start_matches(['.', ')', '/', '-', ' ']);
    if numbered && bare.chars().any(char::is_alphabetic) { bare.to_owned() } else { name }
}
