//! What a file holds and its program does not show: hidden and filtered rows, hidden
//! columns and sheets, struck and deleted text, placeholders.
//!
//! Readers only mark it in the grid. It is left out here, counted and listed, unless
//! the user wants it taken in.

use super::grid::{Grid, Row};

/// Why something is not to be seen, or not meant, where the file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unseen {
    /// A row that was hidden by hand.
    HiddenRow,
    /// A row that a filter hides.
    Filtered,
    /// A column that is hidden.
    HiddenColumn,
    /// A sheet that is hidden.
    HiddenSheet,
    /// Text that is crossed out.
    Struck,
    /// Text set as hidden.
    HiddenText,
    /// Text or a row that is marked as deleted.
    Deleted,
    /// The words in a field that nobody filled in.
    Placeholder,
    /// Text in a box beside the text of the document.
    TextBox,
    /// What stands above or below the text of every page: its number, a running title.
    PageMargin,
    /// A comment that hangs on a cell.
    Comment,
}

/// A text that stands in no cell that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aside {
    /// The number of the row beside which it stands.
    pub row: u32,
    /// The column, where it stands in a cell.
    pub column: Option<u32>,
    /// Why it is not read.
    pub why: Unseen,
    /// The text, clean.
    pub text: String,
}

impl Unseen {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::HiddenRow => "hidden_row",
            Self::Filtered => "filtered",
            Self::HiddenColumn => "hidden_column",
            Self::HiddenSheet => "hidden_sheet",
            Self::Struck => "struck",
            Self::HiddenText => "hidden_text",
            Self::Deleted => "deleted",
            Self::Placeholder => "placeholder",
            Self::TextBox => "text_box",
            Self::PageMargin => "page_margin",
            Self::Comment => "comment",
        }
    }
}

/// The comments on the cells of a sheet: they are no cells, whatever is taken in.
pub(super) fn comments(grid: &Grid) -> Vec<Aside> {
    grid.asides.iter().filter(|aside| aside.why == Unseen::Comment).cloned().collect()
}

/// Takes out of the sheet what is not to be seen; what was taken, row by row. A row all of
/// whose text is struck is struck itself.
pub(super) fn set_aside(grid: &mut Grid) -> Vec<Aside> {
    let mut aside = std::mem::take(&mut grid.asides);
    if grid.unseen_rows.is_empty() && grid.unseen_cells.is_empty() && grid.unseen_columns.is_empty() {
        return aside;
    }
    let (rows, cells, columns) = (&grid.unseen_rows, &grid.unseen_cells, &grid.unseen_columns);
    let why_cell =
        |row: &Row, column: u32| cells.get(&(row.number, column)).or_else(|| columns.get(&column)).copied();
    grid.rows.retain_mut(|row| {
        let of_cells: Vec<Option<Unseen>> = row.cells().map(|(column, _)| why_cell(row, column)).collect();
        let texts = || row.cells().zip(&of_cells).filter(|((_, cell), _)| cell.is_text());
        let all_struck = texts().count() > 0 && texts().all(|(_, why)| *why == Some(Unseen::Struck));
        let whole = rows.get(&row.number).copied().or(all_struck.then_some(Unseen::Struck));
        if let Some(why) = whole {
            aside.push(Aside { row: row.number, column: None, why, text: row.line() });
            return false;
        }
        if of_cells.iter().any(Option::is_some) {
            let number = row.number;
            let mut of_cells = of_cells.into_iter();
            row.retain(|column, cell| match of_cells.next().flatten() {
                Some(why) => {
                    aside.push(Aside { row: number, column: Some(column), why, text: cell.line() });
                    false
                }
                None => true,
            });
        }
        row.filled() > 0
    });
    aside.sort_by_key(|aside| (aside.row, aside.column));
    aside
}

#[cfg(test)]
mod tests {
    use super::super::grid::{Cell, GridBuilder};
    use super::*;

    fn sheet(lines: &[&str]) -> GridBuilder {
        let mut builder = GridBuilder::default();
        for (row, line) in (0..).zip(lines) {
            for (column, content) in (0..).zip(line.split('|')) {
                if let Some(cell) = Cell::text(content) {
                    builder.put(row, column, cell).expect("few cells");
                }
            }
        }
        builder
    }

    #[test]
    fn what_is_not_seen_is_taken_out_and_listed() {
        let mut builder = sheet(&["STT|Họ tên|Mã", "1|An|x", "2|Bé|y", "3|Cư|z", "4|Dư|t"]);
        builder.unseen_row(1, Unseen::Filtered);
        builder.unseen_column(2, Unseen::HiddenColumn);
        builder.unseen_cell(2, 0, Unseen::Struck);
        builder.unseen_cell(2, 1, Unseen::Struck);
        builder.unseen_cell(2, 2, Unseen::Struck);
        builder.unseen_cell(3, 1, Unseen::Struck);
        let mut grid = builder.finish();
        let aside: Vec<_> = set_aside(&mut grid)
            .into_iter()
            .map(|aside| (aside.row, aside.column, aside.why.code(), aside.text))
            .collect();
        let aside: Vec<_> =
            aside.iter().map(|(row, column, why, text)| (*row, *column, *why, text.as_str())).collect();
        assert_eq!(
            aside,
            [
                (1, Some(2), "hidden_column", "Mã"),
                (2, None, "filtered", "1 | An | x"),
                (3, None, "struck", "2 | Bé | y"),
                (4, Some(1), "struck", "Cư"),
                (4, Some(2), "hidden_column", "z"),
                (5, Some(2), "hidden_column", "t"),
            ]
        );
        assert_eq!(grid.rows.iter().map(Row::line).collect::<Vec<_>>(), ["STT | Họ tên", "3", "4 | Dư"]);
    }
}
