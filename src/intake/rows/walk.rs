//! What each row under the headings is, told from the top: a person, a heading over some,
//! a sum, a signature. What the headings say holds for the rows below them.

use super::super::columns::Layout;
use super::super::communes::commune_in;
use super::super::family_names::begins_with_common_name;
use super::super::grid::{Cell, Row, line_of};
use super::super::heading::{Field, words};
use super::super::marks::{self, Group};
use super::super::name_shape::Doubt;
use super::super::named::Named;
use super::super::position::begins_with_position;
use super::super::units::UnitParts;
use super::super::values;
use super::super::withdrawals::heads_absent;
use super::habits::Habits;
use super::repeated::is_ditto;
use super::seen::{Seen, is_column_numbers};
use crate::domain::list::LineKind;
use crate::domain::person_field::PersonField;
use crate::domain::reading::says_none;

/// What the headings passed so far say.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Heading {
    /// The place.
    pub place: UnitParts,
    /// The cluster of the last that names one.
    pub cluster: Option<u32>,
    /// The post of those below it: "A. Trưởng ban Công tác Mặt trận".
    pub post: Option<String>,
    /// The heading itself, where it says that those below it do not come.
    pub absent: Option<String>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Somebody stands in it, or should.
    Person {
        /// Whether number and neighbours say so, whatever the name looks like.
        sure: bool,
        /// Whether it is a name alone and without a number in a list that is numbered.
        unnumbered: bool,
    },
    /// Something else, and why it is left out if it is.
    Other(LineKind, Option<&'static str>),
}

impl Class {
    const fn of(kind: LineKind) -> Self {
        Self::Other(kind, None)
    }

    /// Nobody holds the post, or nobody is named.
    const NOBODY: Self = Self::Other(LineKind::LeftOut, Some("no_person"));
    const EXAMPLE: Self = Self::Other(LineKind::LeftOut, Some("example"));
}

/// Where we are in the list.
pub(super) struct Walk<'a> {
    layout: &'a Layout,
    habits: &'a Habits,
    /// What holds below each heading of a group, in order; first, above them all.
    pub headings: Vec<Heading>,
    /// Whether signatures have been met: names below them are no delegates.
    closed: bool,
    /// Whether somebody has been met.
    has_met: bool,
    /// The commune whose body a line below the last of them names.
    letterhead: Option<String>,
    /// The number of the row from which on somebody signs.
    signs: Option<u32>,
    /// The number of the last row of a message that says more of somebody than a name.
    last_told: u32,
    /// Whether another table has begun, which is not of people.
    other_table: bool,
    /// Whether no column says posts: then headings may.
    lacks_posts: bool,
    /// Whether a heading said that those below it are the delegates.
    tells_delegates: bool,
}

impl<'a> Walk<'a> {
    /// The top of a table; `above` is what the lines over it say.
    pub fn new(layout: &'a Layout, habits: &'a Habits, above: Heading) -> Self {
        let lacks_posts = !layout.says_posts();
        let (closed, has_met, other_table, tells_delegates) = (false, false, false, false);
        Self {
            layout,
            habits,
            headings: vec![above],
            closed,
            has_met,
            letterhead: None,
            signs: None,
            last_told: u32::MAX,
            other_table,
            lacks_posts,
            tells_delegates,
        }
    }

    /// The same, where the last rows of a message may be a post in capitals and whoever signs.
    pub fn signed(self, rows: &[Row]) -> Self {
        let signs = match rows {
            [.., _, post, name] if self.layout.is_message() => {
                let title = post.line();
                let is_post = !title.contains(char::is_lowercase) && begins_with_position(&title);
                // "Người đăng ký".
                let is_who = title.split(' ').count() <= 4 && words(&title).starts_with("nguoi ");
                ((is_post || is_who) && post.filled() == 1 && name.filled() == 1).then_some(post.number)
            }
            _ => None,
        };
        let name = self.layout.name_column().map(|column| column.index);
        let is_told = |row: &&Row| row.filled() > 2 && name.is_some_and(|name| row.cell(name).is_some());
        let last_told = match self.layout.is_message() {
            true => rows.iter().rfind(is_told).map_or(u32::MAX, |row| row.number),
            false => u32::MAX,
        };
        Self { signs, last_told, ..self }
    }

    /// What the next row is; takes note of what it says for those below.
    pub fn class(&mut self, row: &Row) -> Class {
        if self.layout.is_repeated_by(row) {
            self.closed = false;
            // "UBMTTQ PHƯỜNG BỬU LONG ĐÔNG" over the same headings: the list of another commune in the same file.
            if let Some(commune) = self.letterhead.take() {
                self.enter(Group::Commune(commune), "");
            }
            return Class::of(LineKind::Heading);
        }
        if is_column_numbers(row) {
            return Class::of(LineKind::Heading);
        }
        if self.signs.is_some_and(|signs| signs <= row.number) {
            return Class::of(LineKind::Signature);
        }
        self.other_table |= self.begins_other_table(row);
        if self.other_table {
            return Class::of(LineKind::NotUnderstood);
        }
        let seen = Seen::new(row, self.layout);
        // With a number and a birth, sex or telephone it is somebody.
        let doubtful = seen.named && !(seen.number && seen.personal);
        let name = self.layout.name_in(row).filter(|_| doubtful).unwrap_or_default();
        let ends_list = marks::is_signature(&name) || !seen.named;
        if !seen.number
            && (!seen.personal || ends_list || self.sums_up(row))
            && let Some(kind) = self.closing(row)
        {
            return Class::of(kind);
        }
        if marks::is_remark(&name) {
            return Class::of(LineKind::Note);
        }
        if let Some(post) = self.post_over_people(row) {
            self.enter(Group::Section, &post);
            return Class::of(LineKind::Group);
        }
        if marks::is_example(&seen.ordinal) {
            return Class::EXAMPLE;
        }
        if seen.named && !seen.personal && is_nobody(&name) {
            return Class::NOBODY;
        }
        if self.heads_absent(row, &seen) {
            let heading = self.headings.last().cloned().unwrap_or_default();
            self.headings.push(Heading { absent: Some(row.line()), ..heading });
            return Class::of(LineKind::Group);
        }
        let heads_nobody = self.stands_behind(row);
        if let Some(group) = seen.group(row).filter(|_| !heads_nobody) {
            let line = row.cells().last().map(|(_, cell)| cell.line()).unwrap_or_default();
            let group = match group {
                Group::Unit(title)
                    if self.habits.parts && !seen.ordinal.is_empty() && !marks::is_unit(&title) =>
                {
                    Group::Section
                }
                group => group,
            };
            // The letterhead of a message says who sends it, and not where everybody works.
            let group = match group {
                Group::Unit(body) if self.layout.is_message() && !body.contains(char::is_lowercase) => {
                    commune_in(&body).map_or(Group::Unit(body), Group::Commune)
                }
                group => group,
            };
            let is_beside = self.stands_beside_delegates(&line, &seen.ordinal);
            if let Group::Unit(body) = &group {
                self.letterhead = marks::commune_within(body).map(str::to_owned).or(self.letterhead.take());
            }
            self.enter(group, marks::title_of_group(&line));
            if let Some(heading) = self.headings.last_mut().filter(|_| is_beside) {
                heading.absent = Some(line);
            }
            return Class::of(LineKind::Group);
        }
        let class = match seen.named {
            true => self.of_named(row, &seen, &name),
            false => self.of_unnamed(row, &seen),
        };
        if matches!(class, Class::Person { .. }) {
            (self.has_met, self.letterhead) = (true, None);
        }
        class
    }

    /// "Trưởng ban CTMT:" in a message, over those who hold it.
    fn post_over_people(&self, row: &Row) -> Option<String> {
        let line = row.line();
        let post = line.strip_suffix(':').filter(|_| self.layout.is_message() && row.filled() == 1)?;
        let post = marks::title_of_group(post);
        (begins_with_position(post) && !is_sentence(post)).then(|| post.to_owned())
    }

    /// A row with something in the column of names.
    fn of_named(&mut self, row: &Row, seen: &Seen, name: &str) -> Class {
        let expected = seen.number || (!self.habits.numbered && seen.personal);
        // Below a signature the sex alone makes no delegate: "- Bà Trần Thị Vân (để b/c)".
        if self.closed && !(expected && (seen.number || seen.told)) {
            return Class::of(LineKind::Signature);
        }
        let sure = seen.number && seen.details > 0 || seen.personal;
        if sure || seen.number && seen.details + seen.places > 0 {
            return Class::Person { sure, unnumbered: false };
        }
        let alone = row.filled() == 1 + usize::from(seen.number);
        if seen.number {
            // Where all are names alone, each is one.
            return Class::Person { sure: self.habits.bare, unnumbered: false };
        }
        if !alone {
            return Class::Person { sure: seen.details > 0, unnumbered: false };
        }
        match self.of_lone_text(name) {
            // Behind all of whom more is said: whoever wrote the message, perhaps.
            Class::Person { sure, .. } if row.number > self.last_told => {
                Class::Person { sure, unnumbered: true }
            }
            class => class,
        }
    }

    /// A text that stands alone where names stand, without a number.
    fn of_lone_text(&mut self, text: &str) -> Class {
        if is_sentence(text) {
            return Class::of(LineKind::Note);
        }
        let read = Named::read(text, self.habits.names, self.habits.today);
        let like_a_name = match read.doubt {
            None => true,
            Some(Doubt::Sign | Doubt::Glued | Doubt::LettersLost | Doubt::Example) => {
                begins_with_common_name(&read.name)
            }
            Some(_) => false,
        };
        // "Tân Lập": a family name few have, and two words, as places have.
        let like_a_place = !begins_with_common_name(&read.name) && read.name.split(' ').count() == 2;
        match (self.habits.numbered, like_a_name) {
            // In a list that is numbered whoever has no number is probably a heading.
            (true, false) => self.heading(text),
            (true, true) if like_a_place && self.habits.details => self.heading(text),
            (true, true) => Class::Person { sure: false, unnumbered: true },
            (false, true) => {
                Class::Person { sure: self.habits.bare, unnumbered: like_a_place && self.habits.details }
            }
            // Others have a post, a birth or a unit: this is said of them.
            (false, false) if self.habits.details => self.heading(text),
            (false, false) => Class::Person { sure: false, unnumbered: false },
        }
    }

    fn heading(&mut self, text: &str) -> Class {
        let title = text.trim_matches([' ', ':', '*', '-', '.']);
        let group = match marks::group(title, "") {
            Some(Group::Section) => Group::Section,
            _ => Group::Vague(title.to_owned()),
        };
        self.enter(group, title);
        Class::of(LineKind::Group)
    }

    /// A row without a name.
    fn of_unnamed(&mut self, row: &Row, seen: &Seen) -> Class {
        if self.closed && !(seen.number && seen.details > 0) {
            return Class::of(LineKind::Signature);
        }
        let expected = seen.number || (!self.habits.numbered && seen.personal);
        // A number or a unit alone is a blank line of a form.
        let lacks_name = match expected {
            true => seen.details > 0,
            false => seen.details > 0 && seen.details + seen.places > 1,
        };
        if lacks_name {
            return Class::Person { sure: false, unnumbered: false };
        }
        if seen.number {
            return Class::NOBODY;
        }
        let line = row.line();
        // In a message somebody may write anything between the lines of people.
        let is_message = self.layout.is_message();
        if row.filled() == 1
            && !is_message
            && !is_sentence(&line)
            && self.habits.numbered
            && self.stands_before_names(row)
        {
            return self.heading(&line);
        }
        // Of a message nobody knows what is beside the point.
        let notes = self.layout.columns_of(Field::Person(PersonField::Note)).next();
        let is_noted = || notes.is_some_and(|notes| row.filled() == 1 && row.cell(notes.index).is_some());
        let is_note = if is_message { marks::is_remark(&line) || is_noted() } else { is_sentence(&line) };
        Class::of(if is_note { LineKind::Note } else { LineKind::NotUnderstood })
    }

    /// Whether the only cell of a row stands to the left of the names, as one that is merged
    /// over the table does.
    fn stands_before_names(&self, row: &Row) -> bool {
        let name = self.layout.name_column();
        let first = row.cells().next().map(|(column, _)| column);
        name.zip(first).is_some_and(|(name, first)| first < name.index)
    }

    /// Whether a row with figures in columns of people sums them up: "Tổng cộng | 12 | 8".
    fn sums_up(&self, row: &Row) -> bool {
        let first = row.cells().find_map(|(_, cell)| matches!(cell, Cell::Text(_)).then(|| cell.line()));
        let mut names = self.layout.columns.iter().filter(|column| column.field.is_name());
        first.is_some_and(|first| {
            marks::is_total(&first)
                && names.all(|name| {
                    let line = line_of(row.cell(name.index));
                    line.is_empty() || marks::is_total(&line) || marks::is_count(&line)
                })
        })
    }

    /// Whether a row sums up or signs; signatures close the list.
    fn closing(&mut self, row: &Row) -> Option<LineKind> {
        let mut lines = row.cells().map(|(_, cell)| cell.line());
        if lines.any(|line| marks::is_signature(&line)) {
            // A message may begin with the place and the date.
            self.closed = self.has_met || !self.layout.is_message();
            return Some(LineKind::Signature);
        }
        let only = row.cells().next().filter(|_| row.filled() == 1);
        if only.is_some_and(|(_, cell)| marks::is_page(&cell.line())) {
            return Some(LineKind::Note);
        }
        let sums = row.cells().next().is_some_and(|(_, cell)| marks::is_total(&cell.line()))
            || row.cells().any(|(_, cell)| matches!(cell, Cell::Text(text) if marks::is_total(text)));
        sums.then_some(LineKind::Total)
    }

    /// "STT | Nội dung | Số lượng | Đơn giá": the heading of the numbers again, and other headings.
    fn begins_other_table(&self, row: &Row) -> bool {
        let is_text = |(_, cell): (u32, &Cell)| matches!(cell, Cell::Text(_));
        let Some(number) = self.layout.columns_of(Field::Ordinal).next().filter(|_| self.layout.is_headed)
        else {
            return false;
        };
        let heads = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim() == number.heading);
        !number.heading.is_empty()
            && row.cell(number.index).is_some_and(heads)
            && row.filled() > 2
            && row.cells().all(is_text)
    }

    /// Whether a row without anything of a person says that those below it do not come.
    fn heads_absent(&self, row: &Row, seen: &Seen) -> bool {
        !seen.personal
            && !seen.number
            && row.filled() <= 2
            && row.cells().any(|(_, cell)| {
                let line = cell.line();
                let is_reserve = || marks::heads_reserves(marks::title_of_group(&line));
                heads_absent(&line, row.filled() == 2 && is_letter(&seen.ordinal)) || is_reserve()
            })
    }

    /// Whether a line of a message was put behind all columns, for it is beside the point.
    fn stands_behind(&self, row: &Row) -> bool {
        let last = self.layout.columns.iter().map(|column| column.index).max();
        let first = row.cells().next().map(|(column, _)| column);
        self.layout.is_message() && first.zip(last).is_some_and(|(own, last)| own > last)
    }

    /// Whether a heading is over people of another kind than the delegates, who have one of their own: "C | LÁI XE"
    /// below "A | ĐẠI BIỂU DỰ TẬP HUẤN".
    fn stands_beside_delegates(&mut self, line: &str, ordinal: &str) -> bool {
        let title = marks::title_of_group(line);
        let is_numbered = !ordinal.is_empty() || title.len() < line.len();
        if marks::heads_reserves(title) {
            return true;
        }
        if is_numbered && marks::heads_delegates(title) {
            self.tells_delegates = true;
            return false;
        }
        self.tells_delegates && is_numbered && marks::heads_others(title)
    }

    /// Takes note of a heading, whose words alone are `title`.
    fn enter(&mut self, group: Group, title: &str) {
        let Heading { mut place, mut cluster, mut post, mut absent } =
            self.headings.last().cloned().unwrap_or_default();
        let is_part = matches!(group, Group::Section | Group::Unit(_) | Group::Vague(_));
        let may_head = self.lacks_posts || self.layout.is_message();
        if is_part && may_head && begins_with_position(title) && !marks::is_part(title) {
            (place.unit, place.vague) = (None, None);
            self.headings.push(Heading {
                place,
                cluster,
                post: Some(marks::without_all_places(title).to_owned()),
                absent: None,
            });
            return;
        }
        // Hamlets may stand below a post, anything else beside it.
        let is_hamlet = matches!(group, Group::Hamlet(_));
        (post, absent) = (post.filter(|_| is_hamlet), absent.filter(|_| is_hamlet));
        match group {
            Group::Commune(commune) => place = UnitParts { commune: Some(commune), ..UnitParts::default() },
            Group::Hamlet(hamlet) => (place.hamlet, place.vague) = (Some(hamlet), None),
            Group::Vague(text) => {
                place = UnitParts { commune: place.commune, vague: Some(text), ..UnitParts::default() };
            }
            Group::Unit(unit) => place = UnitParts { unit: Some(unit), ..UnitParts::default() },
            Group::Cluster(number) => {
                cluster = Some(number);
                place = UnitParts::default();
            }
            // "B | Trưởng ban": people beside those of "A | Ban Thường trực", not of it.
            Group::Section => (place.unit, place.vague) = (None, None),
        }
        self.headings.push(Heading { place, cluster, post, absent });
    }
}

/// "C", "II": the number of a part of a list, not of a person.
fn is_letter(ordinal: &str) -> bool {
    let bare = ordinal.trim_end_matches(['.', ')', '/']);
    !bare.is_empty() && bare.chars().all(|letter| letter.is_ascii_uppercase())
}

/// Whether what stands in place of a name says that nobody does: "(đang kiện toàn)", "khuyết",
/// "x", "…", "nt".
fn is_nobody(name: &str) -> bool {
    let bare = name.trim_matches(|letter: char| !letter.is_alphanumeric());
    let in_brackets = name.starts_with(['(', '[']) && name.ends_with([')', ']']);
    values::is_vacant(name)
        || says_none(name)
        || marks::is_count(name)
        || in_brackets && name.split(' ').count() < 6
        || bare.chars().count() < 2
        || is_ditto(&Cell::Text(name.to_owned()))
}

/// Whether a text goes on like a sentence, and is no heading over people.
fn is_sentence(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    text.starts_with(['(', '*']) || text.split(' ').count() > MOST_WORDS || marks::is_remark(text)
}
