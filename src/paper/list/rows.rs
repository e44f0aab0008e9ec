//! The rows of a list, under the headings of their groups.

use std::collections::HashSet;

use super::super::content::{Cell, Row, Span, Subject};
use super::ClusterList;
use super::units::groups;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::numbering::Numbered;

/// The year of birth.
pub fn birth_year(delegate: &Delegate) -> String {
    delegate.details.birth.and_then(FuzzyDate::year).map(|year| year.to_string()).unwrap_or_default()
}

/// Whom a row is about.
pub fn subject(delegate: &Delegate) -> Subject {
    Subject { delegate: delegate.id, name: delegate.details.full_name.clone() }
}

/// The rows of a part, under group headings where the list is grouped.
///
/// `cells` makes the cells of one row from the delegate and the unit to print:
/// within its group under a heading, whole elsewhere. A list that is ordered by
/// name, or fixed in an order that parts a group, has no headings: they would
/// stand over single rows. Later additions stand under "Bổ sung".
pub fn rows<'a>(
    part: &ClusterList<'a>,
    group: bool,
    mut cells: impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Vec<Row> {
    let runs = groups(&part.rows);
    let mut seen = HashSet::new();
    let grouped = group && runs.iter().all(|(name, _)| seen.insert(name.clone()));
    let mut rows = Vec::with_capacity(part.rows.len() + runs.len());
    let mut next = 0;
    for (name, length) in runs {
        let members = &part.rows[next..next + length];
        next += length;
        if grouped {
            let listed = members.iter().filter(|row| row.delegate.state == DelegateState::Listed).count();
            rows.push(heading(&name, Some(listed)));
        }
        rows.extend(members.iter().map(|row| listed(row, grouped, &mut cells)));
    }
    rows
}

/// The rows of a list of one unit whose name stands over them.
pub fn rows_of_unit<'a>(
    part: &ClusterList<'a>,
    mut cells: impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Vec<Row> {
    part.rows.iter().map(|row| listed(row, true, &mut cells)).collect()
}

/// A row; `grouped` where the name of its unit stands over it.
fn listed<'a>(
    row: &Numbered<'a>,
    grouped: bool,
    cells: &mut impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Row {
    let details = &row.delegate.details;
    let within = grouped && !row.delegate.supplementary;
    let unit = if within { details.unit_within_group() } else { details.unit.as_deref() };
    Row::Cells {
        cells: cells(row, unit.unwrap_or_default()),
        struck: row.delegate.state == DelegateState::Withdrawn,
        subject: Some(subject(row.delegate)),
    }
}

/// A group heading with how many it counts.
pub fn heading(name: &str, count: Option<usize>) -> Row {
    let mut spans = vec![Span::bold(name)];
    spans.extend(count.map(|count| Span::plain(format!(" – {count} người"))));
    let again = vec![Span::bold(name), Span::italic(" (tiếp theo)")];
    Row::Heading { spans, again, sums: Vec::new(), count }
}
