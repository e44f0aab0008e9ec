//! Presenters who sign above the delegates.

use std::collections::HashSet;

use crate::domain::cluster::Sitting;
use crate::domain::programme::Presenter;
use crate::paper::content::{Cell, Row};
use crate::paper::list;

/// Empty rows where nobody is known to present.
const EMPTY: usize = 2;

/// A heading, and a row for each person who presents in these sittings: without a
/// number, for they are no delegates. A role or a body has a row to write a name in.
pub fn rows(sittings: &[Sitting], columns: usize, position: Option<usize>) -> Vec<Row> {
    let items = sittings.iter().flat_map(Sitting::programme);
    let mut seen = HashSet::new();
    let known: Vec<&Presenter> = items
        .flat_map(|item| &item.presenters)
        .filter(|one| seen.insert(one.name().to_lowercase()))
        .collect();
    let mut rows = vec![list::heading("Báo cáo viên", None)];
    rows.extend(known.iter().map(|one| row(Some(one), columns, position)));
    if known.is_empty() {
        rows.extend((0..EMPTY).map(|_| row(None, columns, position)));
    }
    rows
}

fn row(presenter: Option<&Presenter>, columns: usize, position: Option<usize>) -> Row {
    let mut cells = vec![Cell::default(); columns];
    let mut say = |at: usize, text: String| {
        if let Some(cell) = cells.get_mut(at) {
            *cell = Cell::new(text);
        }
    };
    match presenter {
        Some(Presenter::Person { name, titles }) => {
            say(1, name.clone());
            if let Some(at) = position {
                say(at, titles.join(", "));
            }
        }
        // The name of who comes is written in.
        Some(Presenter::Role(words) | Presenter::Collective(words)) => {
            say(position.unwrap_or(1), words.clone())
        }
        None => {}
    }
    Row::Cells { cells, struck: false, subject: None }
}
