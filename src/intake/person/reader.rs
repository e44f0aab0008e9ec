//! The cells of a row, read one by one: what cannot be read is said.

use super::super::columns::Column;
use super::super::doubts::corrected::puts_right;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::lost_letters::lost;
use super::super::marks;
use super::super::mentions::{
    calls_another, is_whole_name, mentions, names_another, says_same_place, says_substitute, sends_another,
    tells_of_another, without_own_names,
};
use super::super::name_shape::Doubt;
use super::super::named::Named;
use super::super::position;
use super::super::rows::several::holds_several;
use super::super::units::UnitParts;
use super::super::values::{self, Wrong};
use super::super::withdrawals::{is_withdrawn, is_withdrawn_amid_names};
use super::{Reader, about_cell, joined};
use crate::domain::person::{Gender, PersonDetails, Sensitive};
use crate::domain::person_field::{Line, PersonField};
use crate::domain::reading::{self, FIRST_BIRTH_YEAR, last_birth_year, says_none};
use crate::sentence::Sentence;

impl<'a> Reader<'a> {
    /// The first filled cell among the columns of a field.
    pub(super) fn cell(&self, field: Field) -> Option<(&'a Column, &'a Cell)> {
        let (row, layout) = (self.row, self.around.layout);
        layout.columns_of(field).find_map(|column| row.cell(column.index).map(|cell| (column, cell)))
    }

    /// The value of a field; keeps what is wrong with it.
    pub(super) fn value<T>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&Cell) -> Result<T, Wrong>,
    ) -> Option<T> {
        let (column, cell) = self.cell(field)?;
        parse(cell).map_err(|wrong| self.refuse(column, &cell.line(), wrong)).ok()
    }

    pub(super) fn text(&mut self, field: Field) -> Option<String> {
        // A dash stands for nothing.
        self.value(field, values::text).filter(|line| line.contains(char::is_alphanumeric))
    }

    /// What all columns of a field say, one after the other.
    pub(super) fn texts(&mut self, field: Field) -> Option<String> {
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
    pub(super) fn line<R>(&mut self, field: PersonField, line: &Line<R>) -> Option<String> {
        match line.read {
            Some(read) => self.value(Field::Person(field), |cell| values::read(cell, read)).flatten(),
            None => self.text(Field::Person(field)),
        }
    }

    /// Keeps what is wrong with a cell: without a name nobody comes in, without anything else the
    /// person does, and the field stays empty.
    pub(super) fn refuse(&mut self, column: &Column, value: &str, wrong: Wrong) {
        if column.field.is_name() {
            self.error.get_or_insert_with(|| about_cell(wrong, self.row, column, value));
            return;
        }
        // In place of a telephone, say: "đã nghỉ, thay: Vàng A Tủa".
        if is_withdrawn(value) {
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
    pub(super) fn name(&mut self) -> Named {
        let layout = self.around.layout;
        let (whole, parts) = (Field::Person(PersonField::Name), [Field::FamilyMiddle, Field::GivenName]);
        // Beside a whole name its parts are there to sort by, or to put it together from.
        let has_both = layout.has(whole) && parts.iter().all(|field| layout.has(*field));
        let is_written = || {
            let cell = layout.columns_of(whole).find_map(|column| self.row.cell(column.index));
            cell.is_some_and(|cell| values::text(cell).is_ok())
        };
        let fields: Vec<Field> = match has_both {
            true if is_written() => vec![whole],
            true => parts.to_vec(),
            false => std::iter::once(whole).chain(parts).collect(),
        };
        let mut name = String::new();
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
        let first = self.around.layout.name_column();
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
        // "K'Brêm" is whole for the peoples of the highlands.
        let is_known = match named.doubt {
            Some(Doubt::NoFamilyName) => true,
            Some(Doubt::OneWord) => named.name.contains(['\'', '’']),
            _ => false,
        };
        let known = self.around.sure && is_known;
        if let Some((column, other)) = self.other_name(column, &named.name) {
            self.doubts.push(about_cell(Doubt::Several.sentence(), self.row, column, &other));
        }
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

    /// Another name in a further column of whole names: a list before and after a change stand side by side.
    fn other_name(&self, first: &Column, name: &str) -> Option<(&'a Column, String)> {
        let further = self.around.layout.columns_of(Field::Person(PersonField::Name));
        let further = further.filter(|column| column.index != first.index);
        let named = further.filter_map(|column| Some((column, self.row.cell(column.index)?.line())));
        let mut others = named.filter(|(_, line)| line != name && is_whole_name(line));
        others.next()
    }

    /// Doubts whoever does not come, or comes not alone, as the row itself says.
    pub(super) fn said_beside(&mut self, person: &PersonDetails) {
        let row = self.row.number;
        let mut doubt = |id, note: &str| {
            self.doubts.push(Sentence::new(id).with("row", row).with("note", note));
        };
        let note = person.note.as_deref().unwrap_or_default();
        let beside = [&person.position, &person.unit].into_iter().flatten().map(String::as_str);
        let said = std::iter::once(note).filter(|note| is_withdrawn(note));
        let mut said = said.chain(beside.filter(|text| is_withdrawn_amid_names(text)));
        if says_substitute(note) || sends_another(note) {
            doubt("intake-doubt-replaced", note);
        } else if let Some(text) = said.next() {
            doubt("intake-doubt-withdrawn", text);
        }
        if marks::brings_others(note) {
            doubt("intake-doubt-others", note);
        }
        // In a table it may as well be how a monk was called.
        let of_others = without_own_names(note);
        if self.around.layout.is_message()
            && (names_another(&of_others)
                || calls_another(&of_others)
                || tells_of_another(&of_others)
                || says_same_place(&of_others) && person.unit.is_none()
                || mentions(&of_others).next().is_some())
        {
            doubt("intake-doubt-named-besides", note);
        }
        // "năm sinh ghi 1986 là nhầm, nay sửa là 1968".
        let has_year = note.chars().filter(char::is_ascii_digit).count() >= 4;
        if self.around.layout.is_message() && has_year && puts_right(note) {
            doubt("intake-doubt-corrected", note);
        }
        // "TB CTMT và bà Lê Thị Bằng, CHT PN".
        let besides = [&person.position, &person.unit].into_iter().flatten();
        for text in besides.filter(|text| mentions(text).next().is_some()) {
            doubt("intake-doubt-named-besides", text);
        }
    }

    /// A telephone or a year in place of the post belongs where it is missing, and so does the post.
    pub(super) fn misplaced(&mut self, person: &mut PersonDetails) {
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

    /// A place under the heading of posts, and a post under that of places, change places.
    pub(super) fn exchanged(&mut self, position: &mut Option<String>, place: &mut UnitParts) {
        let unit = if place.hamlet.is_some() { &mut place.hamlet } else { &mut place.unit };
        let (Some(post), Some(unit)) = (position, unit) else { return };
        let is_post = position::begins_with_position;
        let is_place = |text: &str| marks::is_hamlet(text) || marks::is_commune(text);
        if is_post(unit) && !is_post(post) && is_place(post) {
            self.say_exchanged(post, unit);
            std::mem::swap(post, unit);
        }
    }

    /// So do a telephone in place of the birth and a birth in place of the telephone.
    pub(super) fn exchanged_figures(&mut self, person: &mut PersonDetails) {
        let fields = [PersonField::Birth, PersonField::Phone].map(|field| self.cell(Field::Person(field)));
        let [Some((_, first)), Some((_, second))] = fields else { return };
        if person.birth.is_some() || person.phone.is_some() {
            return;
        }
        let phone = values::read(first, reading::phone).ok().flatten();
        let birth = values::birth(second, self.around.today).ok();
        if let (Some(_), Some(_)) = (&phone, &birth) {
            (person.phone, person.birth) = (phone, birth);
            self.remarks.retain(|remark| !matches!(remark.id.as_str(), "intake-birth-form" | "intake-phone"));
            self.say_exchanged(&first.line(), &second.line());
        }
    }

    fn say_exchanged(&mut self, first: &str, second: &str) {
        let said = Sentence::new("intake-remark-exchanged").with("row", self.row.number);
        self.remarks.push(said.with("first", first).with("second", second));
    }

    /// The position, and the unit where it stands in the same cell.
    pub(super) fn position(&mut self) -> (Option<String>, Option<String>) {
        let Some(both) = self.text(Field::PositionUnit) else {
            return (self.texts(Field::Person(PersonField::Position)), None);
        };
        position::split(&both).map_or((Some(both), None), |(position, unit)| (Some(position), unit))
    }

    /// The posts whose columns are marked for this person.
    pub(super) fn marked_posts(&self) -> Option<String> {
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
    pub(super) fn sensitive(&mut self) -> Sensitive {
        let party =
            self.cell(Field::Person(PersonField::Party)).and_then(|(_, cell)| values::party(&cell.line()));
        let mut says = Sensitive { party_member: party, ..Sensitive::default() };
        for (field, line) in PersonField::sensitive_lines() {
            *line.of_mut(&mut says) = self.line(field, &line);
        }
        says.religion = says.religion.filter(|line| !says_none(line));
        says
    }

    pub(super) fn gender(&mut self) -> Option<Gender> {
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
}

/// Whether the names of several people stand in the cell of the name.
fn row_holds_several(row: &Row, column: &Column) -> bool {
    row.cell(column.index).is_some_and(holds_several)
}

/// "1. Nguyễn Văn An" without the number that stands in the same cell.
fn without_number(name: String) -> String {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < name.len() && rest.starts_with(['.', ')', '/', '-', ' ']);
    let bare = rest.trim_start_matches(['.', ')', '/', '-', ' ']);
    if numbered && bare.chars().any(char::is_alphabetic) { bare.to_owned() } else { name }
}
