//! Codes that stand for posts, and the lines that explain them: "Mã chức vụ: 1 - Trưởng ban CTMT; 2 - Bí thư chi bộ".

use std::collections::HashMap;

use super::super::columns::{Column, Layout};
use super::super::grid::{Grid, Row, line_of};
use super::super::heading::Field;
use super::super::person::ReadRow;
use super::super::position::begins_with_position;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold::words;

/// What the codes of a sheet stand for.
pub(super) struct Legend(HashMap<String, String>);

impl Legend {
    /// What its lines say; of one code alone nothing is explained.
    pub fn of(grid: &Grid) -> Self {
        let lines = grid.rows.iter().filter(|row| row.filled() <= 2);
        let mut all: HashMap<String, Option<String>> = HashMap::new();
        for (code, post) in lines.flat_map(explained) {
            // What is explained twice, otherwise, is not known.
            let known = all.entry(code).or_insert_with(|| Some(post.clone()));
            if known.as_ref() != Some(&post) {
                *known = None;
            }
        }
        let known: HashMap<String, String> =
            all.into_iter().filter_map(|(code, post)| Some((code, post?))).collect();
        Self(if known.len() > 1 { known } else { HashMap::new() })
    }

    /// Reads the column that holds its codes as posts, where a table has one.
    pub fn settle(&self, layout: &mut Layout, rows: &[Row]) {
        if self.0.is_empty() || layout.says_posts() {
            return;
        }
        let holds_codes = |column: &Column| {
            let lines = rows.iter().filter_map(|row| row.cell(column.index)).map(|cell| words(&cell.line()));
            let coded: Vec<bool> = lines.map(|line| self.0.contains_key(&line)).collect();
            let known = coded.iter().filter(|is_code| **is_code).count();
            known > 1 && known * 10 >= coded.len() * 8
        };
        let is_open =
            |column: &&mut Column| column.field == Field::Other && column.own.is_none() && !column.understood;
        if let Some(column) = layout.columns.iter_mut().filter(is_open).find(|column| holds_codes(column)) {
            (column.field, column.understood) = (Field::Person(PersonField::Position), true);
        }
    }

    /// Puts posts in place of their codes.
    pub fn read(&self, people: &mut [ReadRow]) {
        if self.0.is_empty() {
            return;
        }
        for post in people.iter_mut().filter_map(|row| row.person.position.as_mut()) {
            if let Some(whole) = self.0.get(&words(post)) {
                whole.clone_into(post);
            }
        }
    }
}

/// The codes a row explains, folded, each with its post.
fn explained(row: &Row) -> Vec<(String, String)> {
    /// Longer text is no code.
    const LONGEST: usize = 5;
    let is_code = |code: &str| {
        !code.is_empty() && code.len() <= LONGEST && code.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    let item = |text: &str| {
        let at = text.find([':', '=', '-', '–'])?;
        let sign = text[at..].chars().next()?.len_utf8();
        let (code, post) = (text[..at].trim(), text[at + sign..].trim_matches([' ', '.']));
        (is_code(code) && begins_with_position(post)).then(|| (words(code), post.to_owned()))
    };
    let line = row.cells().map(|(_, cell)| line_of(Some(cell)).into_owned()).collect::<Vec<_>>().join("; ");
    let clauses = line.split([';', ',', '(', ')']).map(str::trim);
    // "Mã chức vụ: 1 - Trưởng ban": the first stands behind the word for them all.
    clauses.filter_map(|clause| item(clause).or_else(|| item(clause.split_once(':')?.1.trim()))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::{Cell, GridBuilder};
    use super::*;

    #[test]
    fn a_line_explains_codes_and_a_number_of_a_group_explains_none() {
        let legend = |line: &str| {
            let mut grid = GridBuilder::default();
            grid.put(0, 0, Cell::Text(line.to_owned())).expect("one cell");
            let mut all: Vec<_> = Legend::of(&grid.finish()).0.into_iter().collect();
            all.sort();
            all.into_iter().map(|(code, post)| format!("{code}={post}")).collect::<Vec<_>>().join("|")
        };
        assert_eq!(
            legend("Mã chức vụ: 1 - Trưởng ban CTMT; 2 - Bí thư chi bộ"),
            "1=Trưởng ban CTMT|2=Bí thư chi bộ"
        );
        assert_eq!(legend("TB: Trưởng ban, BT: Bí thư."), "bt=Bí thư|tb=Trưởng ban");
        assert_eq!(legend("1. Trưởng ban CTMT"), "");
        assert_eq!(legend("Ghi chú: Trưởng ban CTMT đi xe riêng"), "");
    }
}
