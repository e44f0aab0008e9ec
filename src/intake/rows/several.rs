//! Several people in one cell: a name a line, and beside it a post a line.

use std::borrow::Cow;

use super::super::columns::Layout;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::named::{NameHabits, Named};
use super::super::values::SOME_DAY;
use crate::domain::person_field::PersonField;
use crate::vietnamese::clean::clean;

/// The rows with those of several people parted, where every cell says whose it is. The others stay
/// whole: who reads them asks [`holds_several`].
pub(super) fn parted<'a>(rows: &'a [Row], layout: &Layout) -> Cow<'a, [Row]> {
    let Some(name) = layout.name_column() else {
        return Cow::Borrowed(rows);
    };
    let has_several = |row: &Row| row.cell(name.index).is_some_and(holds_several);
    if !rows.iter().any(has_several) {
        return Cow::Borrowed(rows);
    }
    let mut all = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        match has_several(row).then(|| split(row, layout, name.index)).flatten() {
            Some(people) => all.extend(people),
            None => all.push(row.clone()),
        }
    }
    Cow::Owned(all)
}

/// Whether a cell holds the names of several people.
pub(in super::super) fn holds_several(cell: &Cell) -> bool {
    names(cell).is_some()
}

/// The names in a cell of several, with the sign that parts them.
fn names(cell: &Cell) -> Option<(Vec<String>, char)> {
    let Cell::Text(text) = cell else { return None };
    ['\n', ';', ',', '/', '+'].into_iter().find_map(|sign| {
        let names = parts(text, sign)?;
        names.iter().all(|name| is_whole_name(name)).then_some((names, sign))
    })
}

/// What stands between the signs, without the number or dash before each; `None` where it is one thing.
fn parts(text: &str, sign: char) -> Option<Vec<String>> {
    // Nearly every cell is told by this.
    if !text.contains(sign) {
        return None;
    }
    let is_mark =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ')' | '-' | '+' | '•' | ' ');
    let bare = |part: &str| {
        let line = clean(part);
        let rest = line.trim_start_matches(is_mark);
        // A year is no number before something.
        if rest.is_empty() { line.clone() } else { rest.to_owned() }
    };
    let parts: Vec<String> = text.split(sign).map(bare).filter(|part| !part.is_empty()).collect();
    (parts.len() > 1).then_some(parts)
}

fn is_whole_name(line: &str) -> bool {
    let read = Named::read(line, NameHabits::default(), SOME_DAY);
    read.doubt.is_none() && read.name.split(' ').count() > 1
}

/// A row for each of the people; `None` where it is not said which post or birth is whose.
fn split(row: &Row, layout: &Layout, name: u32) -> Option<Vec<Row>> {
    let (names, sign) = names(row.cell(name)?)?;
    let mut people = vec![row.clone(); names.len()];
    for (column, cell) in row.cells() {
        let values = match cell {
            _ if column == name => Some(names.clone()),
            Cell::Text(text) => {
                parts(text, sign).or_else(|| parts(text, '\n')).filter(|parts| parts.len() == names.len())
            }
            _ => None,
        };
        match values {
            Some(values) => {
                for (person, value) in people.iter_mut().zip(values) {
                    if let Some(own) = person.cell_mut(column) {
                        *own = Cell::Text(value);
                    }
                }
            }
            None if is_shared(layout, column) => {}
            None => return None,
        }
    }
    Some(people)
}

/// Whether one value of a column may hold for several people.
fn is_shared(layout: &Layout, column: u32) -> bool {
    let field = layout.columns.iter().find(|one| one.index == column).map(|one| one.field);
    matches!(
        field,
        None | Some(
            Field::Ordinal
                | Field::Hamlet
                | Field::Commune
                | Field::Cluster
                | Field::Other
                | Field::Person(PersonField::Unit | PersonField::Note | PersonField::Ethnicity)
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_names_in_a_cell_are_told_from_one_that_is_long() {
        for text in [
            "Nguyễn Văn An\nTrần Thị Bé",
            "1. Nguyễn Văn An\n2. Trần Thị Bé",
            "- Nguyễn Văn An\n- Trần Thị Bé\n- Lê Văn Cư",
            "Nguyễn Văn An; Trần Thị Bé",
            "Nguyễn Văn An, Trần Thị Bé",
        ] {
            assert!(holds_several(&Cell::Text(text.to_owned())), "{text}");
        }
        for text in [
            "Nguyễn Văn\nAn",
            "Nguyễn Thị\nThu Hà",
            "Nguyễn Văn An\n(Trưởng đoàn)",
            "Đỗ Văn Lâm, Bí thư chi bộ",
            "Đỗ Văn Lâm, 1970",
            "Nguyễn Văn An",
        ] {
            assert!(!holds_several(&Cell::Text(text.to_owned())), "{text}");
        }
    }
}
