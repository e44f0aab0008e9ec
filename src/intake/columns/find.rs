//! Finding the header row, of one row or several.

use super::super::grid::{Cell, Grid, Row, line_of};
use super::super::heading::{Field, recognise, recognise_mistyped, recognise_under, words};
use super::super::marks;
use super::super::mentions::names_somebody;
use super::super::named::{NameHabits, Named};
use super::super::position::begins_with_position;
use super::super::values;
use super::content;
use super::{Column, Layout, ROWS_LOOKED_AT};
use crate::domain::person_field::PersonField;
use crate::vietnamese::clean::clean;

/// Rows that one header can have.
const HEADER_ROWS: usize = 3;

impl Layout {
    /// Finds the table of a sheet: by its header row, or, where there is none, by
    /// what the columns hold. `None` when nobody's name stands in it.
    pub fn find(grid: &Grid) -> Option<Self> {
        Self::by_headings(grid).or_else(|| Self::by_posts(grid)).or_else(|| content::layout(grid))
    }

    /// A column for each post, with the names of those who hold it: "Thôn | Bí thư Chi bộ | Trưởng thôn".
    fn by_posts(grid: &Grid) -> Option<Self> {
        let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
        let posts = |row: &Row| -> Vec<u32> {
            let posts = row.cells().filter(|(_, cell)| begins_with_position(&cell.line()));
            posts.map(|(column, _)| column).collect()
        };
        let index = rows.iter().position(|row| {
            let posts = posts(row);
            posts.len() > 1 && name_holders(rows, row.number, &posts)
        })?;
        let row = &grid.rows[index];
        let posts = posts(row);
        let mut layout = Self { header: row.number, is_headed: true, columns: all_columns(row) };
        for column in layout.columns.iter_mut().filter(|column| posts.contains(&column.index)) {
            (column.field, column.understood) = (Field::Person(PersonField::Name), true);
        }
        content::complete(&mut layout, grid);
        Some(layout)
    }

    /// The header row: the first that most of whose cells are headings, else the one
    /// that recognises most; it names the people and something else about them, or
    /// nothing else at all.
    fn by_headings(grid: &Grid) -> Option<Self> {
        let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
        let mut best: Option<(usize, usize)> = None;
        for (index, row) in rows.iter().enumerate() {
            let columns = recognised(row);
            let alone = row.filled() == 1;
            if !has_name(&columns) || !(columns.len() > 1 || alone) {
                continue;
            }
            if is_mostly(&columns, row)
                || begins_numbers(&columns, rows.get(index + 1))
                || (grid.begins_table(row) && is_small_header(&columns, row))
            {
                best = Some((index, columns.len()));
                break;
            }
            if best.is_none_or(|(_, most)| columns.len() > most) {
                best = Some((index, columns.len()));
            }
        }
        let index =
            best.map(|(index, _)| index).or_else(|| Self::without_name(grid, rows)).or_else(|| {
                let is_mistyped = |row: &Row| {
                    let columns: Vec<Column> =
                        mistyped(row).into_iter().filter(|one| one.understood).collect();
                    has_name(&columns) && is_mostly(&columns, row) && !recognised(row).is_empty()
                };
                rows.iter().position(is_mistyped)
            })?;
        Some(Self::headed(grid, index))
    }

    /// The row of headings none of which is known as that of names, where names stand right behind the numbers: "TT |
    /// Pháp danh | Năm sinh | Chức vụ | Điện thoại".
    fn without_name(grid: &Grid, rows: &[Row]) -> Option<usize> {
        rows.iter().position(|row| {
            let columns = recognised(row);
            is_mostly(&columns, row)
                && columns.len() > 2
                && !has_name(&columns)
                && names_unheaded(grid, row).is_some()
        })
    }

    /// Gives the columns whose headings are a letter off the meaning that they lack; such a meaning is said.
    fn settle_mistyped(&mut self, row: &Row) {
        for column in mistyped(row).into_iter().filter(|one| one.understood) {
            let lacks = !self.has(column.field);
            let own = self.columns.iter_mut().find(|own| own.index == column.index && !own.understood);
            if let Some(own) = own.filter(|_| lacks) {
                *own = Column { mistyped: true, ..column };
            }
        }
    }

    /// The table whose first header row is the one at `index` of the grid.
    pub(in super::super) fn headed(grid: &Grid, index: usize) -> Self {
        let row = &grid.rows[index];
        let mut layout = Self { header: row.number, is_headed: true, columns: all_columns(row) };
        for below in grid.rows[index + 1..].iter().take(HEADER_ROWS - 1) {
            if layout.take_posts(&grid.rows, below) || !layout.refine(below) {
                break;
            }
        }
        layout.settle_mistyped(row);
        layout.settle_unheaded(grid, row);
        layout.settle_names();
        layout.settle_parts();
        layout.settle_phones();
        layout.split_name(grid);
        content::complete(&mut layout, grid);
        layout.settle_again();
        layout
    }

    /// Where no heading says names, those stand behind the numbers.
    fn settle_unheaded(&mut self, grid: &Grid, row: &Row) {
        let column = match has_name(&self.columns) {
            true => None,
            false => names_unheaded(grid, row),
        };
        if let Some(own) = self.columns.iter_mut().find(|own| Some(own.index) == column) {
            (own.field, own.understood) = (Field::Person(PersonField::Name), true);
        }
    }

    /// A heading that comes again, as in a list beside this one, means what it meant before, also where it
    /// was understood only by what stands below it.
    fn settle_again(&mut self) {
        for at in 1..self.columns.len() {
            let (before, own) = self.columns.split_at_mut(at);
            let Some(own) = own.first_mut().filter(|own| !own.understood && !own.heading.is_empty()) else {
                continue;
            };
            let same = |known: &&Column| known.understood && words(&known.heading) == words(&own.heading);
            if let Some(known) = before.iter().find(same) {
                (own.field, own.understood) = (known.field, true);
            }
        }
    }

    /// Takes a row of posts below "Họ và tên" into account, each over the names of those who hold it; whether it was one.
    fn take_posts(&mut self, rows: &[Row], below: &Row) -> bool {
        let name = self.columns.iter().find(|column| column.field == Field::Person(PersonField::Name));
        // A heading that is merged over both rows stands in the second, too.
        let is_own = |(index, heading): &(u32, String)| {
            !self.columns.iter().any(|column| column.index == *index && column.heading == *heading)
        };
        let headings = below.cells().map(|(index, cell)| (index, cell.line()));
        let own: Vec<(u32, String)> = headings.filter(is_own).collect();
        let posts: Vec<u32> = own.iter().map(|(index, _)| *index).collect();
        let are_posts = own.iter().all(|(_, heading)| begins_with_position(heading));
        let is_under_name = posts.len() > 1 && name.is_some_and(|name| posts.first() == Some(&name.index));
        if !are_posts || !is_under_name || !name_holders(rows, below.number, &posts) {
            return false;
        }
        self.columns.retain(|column| !posts.contains(&column.index));
        let post =
            |(index, heading): &(u32, String)| Column::new(*index, Field::Person(PersonField::Name), heading);
        self.columns.extend(own.iter().map(post));
        self.columns.sort_by_key(|column| column.index);
        self.header = below.number;
        true
    }

    /// Takes a further header row into account: "Năm sinh" over "Nam" and "Nữ".
    fn refine(&mut self, below: &Row) -> bool {
        if below.number != self.header + 1 {
            return false;
        }
        // A heading over the first people: "Tổ dân phố số 4 (03 người)".
        let only = below.cells().next().filter(|_| below.filled() == 1);
        if only.is_some_and(|(_, cell)| marks::group(&cell.line(), "").is_some()) {
            return false;
        }
        let finer: Vec<Column> = below
            .cells()
            .filter_map(|(index, cell)| {
                let heading = cell.line();
                // Of a cell that is merged over both rows.
                if let Some(same) = self.columns.iter().find(|column| column.index == index)
                    && same.heading == heading
                {
                    return Some(same.clone());
                }
                let above = self.columns.iter().rev().find(|column| column.index <= index);
                let field = recognise_under(above.map(|column| column.field), &heading);
                // "Chức vụ" over "Đảng" and "Chính quyền": posts, whatever the words.
                let part =
                    above.filter(|above| self.is_parted_post(above, index, below)).map(|above| above.field);
                // "Nam" and "Nữ" over "(năm sinh)" each.
                let by_sex = above.filter(|above| {
                    above.index == index
                        && matches!(above.field, Field::Male | Field::Female)
                        && field == Some(Field::Person(PersonField::Birth))
                });
                if let Some(above) = by_sex {
                    return Some(Column { heading: format!("{} {heading}", above.heading), ..above.clone() });
                }
                field.or(part).map(|field| Column::new(index, field, &heading))
            })
            .collect();
        if finer.is_empty() || finer.len() != below.filled() {
            return false;
        }
        for column in finer {
            match self.columns.iter_mut().find(|known| known.index == column.index) {
                Some(known) => *known = column,
                None => self.columns.push(column),
            }
        }
        self.columns.sort_by_key(|column| column.index);
        self.header = below.number;
        true
    }

    /// Whether a heading of posts spans this column: it stands over this one and the next.
    fn is_parted_post(&self, above: &Column, index: u32, below: &Row) -> bool {
        let headed = |index: u32| self.columns.iter().any(|column| column.index == index);
        above.field == Field::Person(PersonField::Position)
            && (above.index < index || (!headed(index + 1) && below.cell(index + 1).is_some()))
    }

    /// "Tên" alone is the whole name; "Họ và tên" beside "Tên" is all but the last word.
    fn settle_names(&mut self) {
        let (full, given) = (self.has(Field::Person(PersonField::Name)), self.has(Field::GivenName));
        let family = self.has(Field::FamilyMiddle);
        for column in &mut self.columns {
            match column.field {
                Field::GivenName if !full && !family => column.field = Field::Person(PersonField::Name),
                Field::Person(PersonField::Name) if given && !family => column.field = Field::FamilyMiddle,
                Field::FamilyMiddle if !given && !full => column.field = Field::Person(PersonField::Name),
                _ => {}
            }
        }
    }

    /// "Họ | Chữ lót | Tên": what stands between is the middle of the name, whatever it is called. "Ngày |
    /// Tháng | Năm": the parts of the birth.
    fn settle_parts(&mut self) {
        let between = |at: usize, columns: &[Column]| {
            let (before, behind) = (&columns[at - 1], &columns[at + 1]);
            before.field == Field::FamilyMiddle
                && behind.field == Field::GivenName
                && behind.index == before.index + 2
        };
        for at in 1..self.columns.len().saturating_sub(1) {
            if !self.columns[at].understood && between(at, &self.columns) {
                (self.columns[at].field, self.columns[at].understood) = (Field::FamilyMiddle, true);
            }
        }
        let year = Field::Person(PersonField::Birth);
        let dates = |three: &[Column]| {
            let heading = |column: &Column| words(&column.heading);
            let is_day = matches!(heading(&three[0]).as_str(), "ngay" | "ngay sinh");
            is_day && matches!(heading(&three[1]).as_str(), "thang" | "thang sinh") && three[2].field == year
        };
        if let Some(at) = (2..self.columns.len()).find(|at| dates(&self.columns[at - 2..=*at])) {
            for (column, field) in self.columns[at - 2..].iter_mut().zip([Field::BirthDay, Field::BirthMonth])
            {
                (column.field, column.understood) = (field, true);
            }
        }
    }

    /// "Zalo" is the telephone where there is no other.
    fn settle_phones(&mut self) {
        if self.has(Field::Person(PersonField::Phone)) {
            return;
        }
        let zalo = self.columns.iter_mut().find(|column| words(&column.heading).starts_with("zalo"));
        if let Some(column) = zalo {
            column.field = Field::Person(PersonField::Phone);
        }
    }

    /// One heading "Họ và tên" over two columns, the given name in the second.
    pub(super) fn split_name(&mut self, grid: &Grid) {
        let Some(at) =
            self.columns.iter().position(|column| column.field == Field::Person(PersonField::Name))
        else {
            return;
        };
        let next = self.columns[at].index + 1;
        let rows = &grid.rows[grid.rows.partition_point(|row| row.number < self.header)..];
        let header = rows.iter().take_while(|row| row.number == self.header);
        let is_headed = self.is_headed && header.clone().any(|row| row.cell(next).is_some());
        if self.columns.iter().any(|column| column.index == next) || is_headed {
            return;
        }
        let below = rows.iter().filter(|row| row.number > self.header).take(ROWS_LOOKED_AT);
        let names: Vec<_> = below.filter(|row| row.cell(self.columns[at].index).is_some()).collect();
        let given = names.iter().filter(|row| is_given_name(&line_of(row.cell(next)))).count();
        if given * 2 > names.len() {
            let given = Column { index: next, field: Field::GivenName, ..self.columns[at].clone() };
            self.columns[at].field = Field::FamilyMiddle;
            self.columns.insert(at + 1, given);
        }
    }
}

/// Whether a row is the header of a table: it names people and two things more, and
/// says little else.
pub(in super::super) fn is_header(row: &Row) -> bool {
    let begins = |line: &str| {
        let mut letters = line.trim_start().chars();
        let likely = match (letters.next(), letters.next()) {
            (Some('h' | 'H'), second) => second.is_none_or(|second| "oOọỌ".contains(second)),
            (Some('t' | 'T'), second) => second.is_some_and(|second| "eEêÊ".contains(second)),
            (Some('f' | 'F'), second) => second.is_some_and(|second| "uU".contains(second)),
            _ => false,
        };
        if !likely {
            return false;
        }
        let start: String = line.trim_start().chars().take(3).flat_map(char::to_lowercase).collect();
        matches!(start.as_str(), "họ " | "ho " | "họ," | "tên" | "ten" | "ful" | "họ\n" | "họ" | "ho")
            || start.starts_with("ho\u{323}")
            || start.starts_with("te\u{302}")
    };
    // Nearly every row is told by the first letters of its cells, without folding them.
    if !row.cells().any(|(_, cell)| matches!(cell, Cell::Text(text) if begins(text))) {
        return false;
    }
    let columns = recognised(row);
    columns.len() >= 3 && has_name(&columns) && is_mostly(&columns, row)
}

/// The same where the file says that a table begins in the row: a name and one thing
/// more are enough.
pub(in super::super) fn begins_list(grid: &Grid, row: &Row) -> bool {
    grid.begins_table(row) && is_small_header(&recognised(row), row)
}

fn is_small_header(columns: &[Column], row: &Row) -> bool {
    columns.len() >= 2 && has_name(columns) && columns.len() * 3 >= row.filled() * 2
}

/// Whether the numbers of a list begin right below headings, however many of those we do not know.
fn begins_numbers(columns: &[Column], below: Option<&Row>) -> bool {
    let ordinal = columns.iter().find(|column| column.field == Field::Ordinal);
    let first = ordinal.zip(below).and_then(|(ordinal, below)| below.cell(ordinal.index)?.whole_number());
    columns.len() >= 3 && first == Some(1)
}

fn is_mostly(columns: &[Column], row: &Row) -> bool {
    columns.len() >= 3 && columns.len() * 3 >= row.filled() * 2
}

/// One word of letters, and neither the word for a sex nor a mark such as "x".
fn is_given_name(text: &str) -> bool {
    !text.is_empty()
        && !is_mark(text)
        && text.chars().all(|c| c.is_alphabetic() || c == '\'')
        && values::gender(text).is_err()
}

/// "x" and "v" stand for yes; "Ý" is a name.
fn is_mark(text: &str) -> bool {
    text.len() == 1 && !text.eq_ignore_ascii_case("y")
}

/// The column of names right behind that of the numbers, under a heading we do not know.
fn names_unheaded(grid: &Grid, header: &Row) -> Option<u32> {
    let columns = all_columns(header);
    let ordinal = columns.iter().position(|column| column.field == Field::Ordinal)?;
    // "Ông (bà)" may head the word, or the names behind it.
    let may_be_names =
        |column: &&Column| !column.understood || column.field == Field::Person(PersonField::Gender);
    let behind = columns.get(ordinal + 1).filter(may_be_names)?;
    let start = grid.rows.partition_point(|row| row.number <= header.number);
    let rows = &grid.rows[start..grid.rows.len().min(start + ROWS_LOOKED_AT)];
    let cells: Vec<String> = rows.iter().filter_map(|row| row.cell(behind.index)).map(Cell::line).collect();
    let are_people = cells.iter().filter(|line| names_somebody(line)).count() * 10 >= cells.len() * 6;
    (holds_names(rows, header.number, behind.index) || cells.len() > 1 && are_people).then_some(behind.index)
}

/// Whether most cells of a column below a row are names.
fn holds_names(rows: &[Row], header: u32, column: u32) -> bool {
    are_names(rows.iter().filter(|row| row.number > header).filter_map(|row| row.cell(column)))
}

/// Whether most of these cells are names.
fn are_names<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let (mut all, mut names) = (0, 0);
    for cell in cells {
        all += 1;
        // A telephone may stand in a line below.
        let first = match cell {
            Cell::Text(text) => text.lines().map(clean).find(|line| !line.is_empty()).unwrap_or_default(),
            other => other.line(),
        };
        let named = Named::read(&first, NameHabits::default(), values::SOME_DAY);
        names += usize::from(named.doubt.is_none());
    }
    names > 0 && names * 10 >= all * 6
}

/// Whether the columns below the names of posts say who holds them: a dash, or how many they are, is nobody. What stands
/// below an empty row is no part of the table.
fn name_holders(rows: &[Row], header: u32, posts: &[u32]) -> bool {
    let below = rows.iter().skip_while(|row| row.number <= header).zip(header + 1..);
    let table = below.take_while(|(row, number)| row.number == *number).map(|(row, _)| row);
    let cells = table.flat_map(Row::cells).filter(|(column, _)| posts.contains(column)).map(|(_, cell)| cell);
    are_names(cells.filter(|cell| cell.line().contains(char::is_alphabetic)))
}

fn has_name(columns: &[Column]) -> bool {
    columns.iter().any(|column| column.field.is_name())
}

/// All cells of a header row, also those that are a letter off.
fn mistyped(row: &Row) -> Vec<Column> {
    let column = |(index, cell): (u32, &Cell)| {
        let heading = cell.line();
        // "Không" is an answer, and no "Phòng".
        match recognise_mistyped(&heading).filter(|_| values::mark(&heading).is_none()) {
            Some(field) => Column::new(index, field, &heading),
            None => Column::unknown(index, &heading),
        }
    };
    row.cells().map(column).collect()
}

/// The cells of a row that are headings we know.
fn recognised(row: &Row) -> Vec<Column> {
    all_columns(row).into_iter().filter(|column| column.understood).collect()
}

/// All cells of a header row.
fn all_columns(row: &Row) -> Vec<Column> {
    row.cells()
        .map(|(index, cell)| {
            let heading = cell.line();
            match recognise(&heading) {
                Some(field) => Column::new(index, field, &heading),
                None => Column::unknown(index, &heading),
            }
        })
        .collect()
}
