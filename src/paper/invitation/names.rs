//! Those an invitation names: one in a sentence, several in a table.

use crate::domain::delegate::Delegate;
use crate::domain::person::Gender;
use crate::paper::content::{Align, Cell, Column, LETTER_SIZE, Row, Table, Width};
use crate::paper::letter;
use crate::paper::list::{self, ClusterList};

/// How someone is addressed.
pub fn honorific(delegate: &Delegate) -> &'static str {
    match delegate.details.gender {
        Some(Gender::Male) => "Ông",
        Some(Gender::Female) => "Bà",
        None => letter::ANYBODY,
    }
}

/// Position and unit after the name: ", Trưởng ban CTMT, thôn Trung Đàn, xã Tam Đại",
/// ", Chủ tịch UBMTTQ xã Tam Đại".
pub fn office(delegate: &Delegate) -> String {
    let known = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let (position, unit) = (known(&delegate.details.position), known(&delegate.details.unit));
    let words = match letter::is_post_of(&position, &unit) {
        true => list::join(" ", [position, unit]),
        false => list::join(", ", [position, letter::unit_in_text(&unit)]),
    };
    if words.is_empty() { words } else { format!(", {words}") }
}

/// The delegates of each unit, in the order of the list.
pub fn units<'a>(part: &ClusterList<'a>) -> Vec<(&'a str, Vec<&'a Delegate>)> {
    let mut units: Vec<(&str, Vec<&Delegate>)> = Vec::new();
    for row in part.rows.iter().filter(|row| row.delegate.is_named()) {
        let unit = row.delegate.details.group().unwrap_or_default();
        match units.iter_mut().find(|(known, _)| list::is_same(known, unit)) {
            Some((_, delegates)) => delegates.push(row.delegate),
            None => units.push((unit, vec![row.delegate])),
        }
    }
    units
}

/// Those of a unit who are called.
pub fn table(delegates: &[&Delegate]) -> Table {
    let unit = |one: &Delegate| {
        let unit = one.details.unit_within_group().unwrap_or_default();
        if Some(unit) == one.details.group() { String::new() } else { unit.to_owned() }
    };
    let with_unit = delegates.iter().any(|one| !unit(one).is_empty());
    let text = |min, max, firm| Width::Text { min, max, share: 1.0, firm };
    let column = Column::new;
    let mut columns = vec![
        column("STT", Width::Fixed(12.0), Align::Centre),
        column("Họ và tên", text(40.0, 52.0, true), Align::Left),
        column("Chức vụ", text(40.0, 90.0, false), Align::Left),
    ];
    if with_unit {
        columns.push(column("Đơn vị", text(35.0, 80.0, false), Align::Left));
    }
    let row = |(number, one): (usize, &&Delegate)| {
        let mut cells = vec![
            Cell::new(number.to_string()),
            Cell::new(&one.details.full_name),
            Cell::new(one.details.position.as_deref().unwrap_or_default()),
        ];
        if with_unit {
            cells.push(Cell::new(unit(one)));
        }
        Row::Cells { cells, struck: false, subject: Some(list::subject(one)) }
    };
    let rows = (1..).zip(delegates).map(row).collect();
    Table { columns, rows, row_height: 7.5, text_size: LETTER_SIZE, sums: None }
}
