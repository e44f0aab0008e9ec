//! What does not come in of a list: the lines behind which somebody may stand, each with what was read of them.

use std::collections::HashMap;

use super::{Choice, ImportPlan, LineKind, ListLine, PlannedRow, RowOutcome};
use crate::vietnamese::date::short;

/// Why somebody stays out who may be there already, by its code.
const DUPLICATE: &str = "duplicate";

/// A line that stays out.
#[derive(Debug, Clone)]
pub struct Left<'a> {
    /// The line.
    pub line: &'a ListLine,
    /// Who stands there, as far as somebody was read.
    pub row: Option<&'a PlannedRow>,
    /// What stands there: of several people in a line what is said of this one.
    pub text: String,
}

impl Left<'_> {
    /// Why it stays out, by a code.
    pub fn reason(&self) -> Option<&str> {
        self.line.reason.or_else(|| {
            let row = self.row?;
            row.doubt().or(matches!(row.outcome, RowOutcome::Duplicate(..)).then_some(DUPLICATE))
        })
    }
}

impl ImportPlan {
    /// The lines that stay out, in the order of the list.
    pub fn left(&self) -> impl Iterator<Item = Left<'_>> {
        let mut rows: HashMap<(u32, Option<&str>), Vec<&PlannedRow>> = HashMap::new();
        for row in &self.rows {
            rows.entry((row.row, row.sheet.as_deref())).or_default().push(row);
        }
        self.lines.iter().flat_map(move |line| {
            let of_line = rows.get(&(line.line, line.sheet.as_deref())).map_or(&[][..], Vec::as_slice);
            let holds_people =
                line.cell.is_none() && matches!(line.kind, LineKind::Person | LineKind::Doubtful);
            match (holds_people, of_line) {
                (true, rows @ [_, ..]) => of_people(line, rows),
                _ if line.kind.may_hide_somebody() => vec![Left { line, row: None, text: line.text.clone() }],
                _ => Vec::new(),
            }
        })
    }
}

/// Those of a line who do not come in; who is a delegate already, with nothing new, is none of them.
fn of_people<'a>(line: &'a ListLine, rows: &[&'a PlannedRow]) -> Vec<Left<'a>> {
    let stays_out =
        |row: &&&PlannedRow| row.choice == Choice::Skip && !matches!(row.outcome, RowOutcome::Same(_));
    let left = rows.iter().filter(stays_out).map(|row| Left {
        line,
        row: Some(row),
        text: if rows.len() > 1 { said_of(row) } else { line.text.clone() },
    });
    left.collect()
}

/// What was read of one of several.
fn said_of(row: &PlannedRow) -> String {
    let person = &row.person;
    let birth = person.birth.map(short);
    let parts = [
        Some(&person.full_name),
        birth.as_ref(),
        person.position.as_ref(),
        person.unit.as_ref(),
        person.phone.as_ref(),
    ];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" | ")
}
