//! Where the table begins and what each of its columns holds.

use super::grid::{Grid, Row, line_of};
use super::heading::{Field, kind_word, recognise, words};
use super::values;
use crate::vietnamese::clean::clean;

/// The header row is looked for among this many rows with content.
const ROWS_LOOKED_AT: usize = 40;

/// One column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0.
    pub index: u32,
    /// What it holds.
    pub field: Field,
    /// Its heading as the file has it, cleaned.
    pub heading: String,
    /// The word that a bare value lacks: "Thôn" for "Trung Đàn" under "Thôn".
    pub(super) kind_word: Option<&'static str>,
}

impl Column {
    fn new(index: u32, field: Field, heading: &str) -> Self {
        Self { index, field, heading: clean(heading), kind_word: kind_word(heading) }
    }
}

/// The header row of a sheet and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The number of the header row as Excel shows it; the last one of two.
    pub header: u32,
    /// The columns we know, from the left.
    pub columns: Vec<Column>,
}

impl Layout {
    /// Finds the header row: the one that recognises most of its cells, of those
    /// that name the people and something else about them (or nothing else at all).
    pub fn find(grid: &Grid) -> Option<Self> {
        let rows = &grid.rows[..grid.rows.len().min(ROWS_LOOKED_AT)];
        let mut best: Option<(usize, usize)> = None;
        for (index, row) in rows.iter().enumerate() {
            let columns = recognised(row);
            let alone = row.filled() == 1;
            if has_name(&columns)
                && (columns.len() > 1 || alone)
                && best.is_none_or(|(_, most)| columns.len() > most)
            {
                best = Some((index, columns.len()));
            }
        }
        let (index, _) = best?;
        let mut layout = Self { header: rows[index].number, columns: recognised(&rows[index]) };
        if let Some(below) = grid.rows.get(index + 1) {
            layout.refine(below);
        }
        layout.settle_names();
        layout.split_name(grid);
        Some(layout)
    }

    /// The columns that hold a field, from the left: often one, sometimes several.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.field == field)
    }

    /// Whether there is a column of that field.
    pub fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }

    /// Whether a row below says the headings again, as each printed page does.
    pub(super) fn is_repeated_by(&self, row: &Row) -> bool {
        let Some(name) = self.columns.iter().find(|column| is_name(column.field)) else { return false };
        // The length tells for nearly every row, without folding it.
        let says_name = |line: &str| line.len() == name.heading.len() && words(line) == words(&name.heading);
        let is_heading = |column: &Column| recognise(&line_of(row.cell(column.index))).is_some();
        row.cell(name.index).is_some_and(|cell| says_name(&cell.line()))
            && self.columns.iter().filter(|column| is_heading(column)).count() >= self.columns.len().min(2)
    }

    /// Takes a second header row into account: "Năm sinh" over "Nam" and "Nữ".
    fn refine(&mut self, below: &Row) {
        let finer = recognised(below);
        let only_headings = finer.len() == below.filled() && below.number == self.header + 1;
        if finer.is_empty() || !only_headings {
            return;
        }
        for column in finer {
            match self.columns.iter_mut().find(|known| known.index == column.index) {
                Some(known) => *known = column,
                None => self.columns.push(column),
            }
        }
        self.columns.sort_by_key(|column| column.index);
        self.header = below.number;
    }

    /// "Tên" alone is the whole name; "Họ và tên" beside "Tên" is all but the last word.
    fn settle_names(&mut self) {
        let (full, given) = (self.has(Field::FullName), self.has(Field::GivenName));
        let family = self.has(Field::FamilyMiddle);
        for column in &mut self.columns {
            match column.field {
                Field::GivenName if !full && !family => column.field = Field::FullName,
                Field::FullName if given && !family => column.field = Field::FamilyMiddle,
                Field::FamilyMiddle if !given && !full => column.field = Field::FullName,
                _ => {}
            }
        }
    }

    /// One heading "Họ và tên" over two columns, the given name in the second.
    fn split_name(&mut self, grid: &Grid) {
        let Some(at) = self.columns.iter().position(|column| column.field == Field::FullName) else { return };
        let next = self.columns[at].index + 1;
        let is_headed = |row: &Row| row.number == self.header && row.cell(next).is_some();
        if self.columns.iter().any(|column| column.index == next) || grid.rows.iter().any(is_headed) {
            return;
        }
        let below = grid.rows.iter().filter(|row| row.number > self.header).take(ROWS_LOOKED_AT);
        let names: Vec<_> = below.filter(|row| row.cell(self.columns[at].index).is_some()).collect();
        let given = names.iter().filter(|row| is_given_name(&line_of(row.cell(next)))).count();
        if given * 2 > names.len() {
            let given = Column { index: next, field: Field::GivenName, ..self.columns[at].clone() };
            self.columns[at].field = Field::FamilyMiddle;
            self.columns.insert(at + 1, given);
        }
    }
}

/// One word of letters, and not the word for a sex.
fn is_given_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || c == '\'') && values::gender(text).is_err()
}

fn is_name(field: Field) -> bool {
    matches!(field, Field::FullName | Field::FamilyMiddle | Field::GivenName)
}

fn has_name(columns: &[Column]) -> bool {
    columns.iter().any(|column| is_name(column.field))
}

/// The cells of a row that are headings we know.
fn recognised(row: &Row) -> Vec<Column> {
    row.cells()
        .filter_map(|(index, cell)| {
            let heading = cell.line();
            recognise(&heading).map(|field| Column::new(index, field, &heading))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::grid::{Cell, GridBuilder};
    use super::*;

    fn grid(rows: &[&str]) -> Grid {
        let mut builder = GridBuilder::default();
        for (row, line) in (0..).zip(rows) {
            for (column, content) in (0..).zip(line.split('|')) {
                if let Some(cell) = Cell::text(content) {
                    builder.put(row, column, cell).expect("few cells");
                }
            }
        }
        builder.finish()
    }

    fn fields(rows: &[&str]) -> Option<(u32, Vec<Field>)> {
        let layout = Layout::find(&grid(rows))?;
        Some((layout.header, layout.columns.iter().map(|column| column.field).collect()))
    }

    #[test]
    fn the_header_row_is_found_below_the_titles() {
        let found = fields(&[
            "ỦY BAN MTTQ VIỆT NAM||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "",
            "DANH SÁCH ĐẠI BIỂU",
            "(Họ tên, năm sinh ghi theo căn cước)",
            "STT|Họ và tên|Năm sinh|Chức vụ|Đơn vị|Ký tên",
            "1|Lê An|1969|Trưởng ban|Xã A|",
        ]);
        use Field::*;
        assert_eq!(found, Some((5, vec![Ordinal, FullName, Birth, Position, Unit, Other])));
    }

    #[test]
    fn two_header_rows_are_read_as_one() {
        let found = fields(&["STT|Họ và tên|Năm sinh||Đơn vị", "||Nam|Nữ|", "1|Lê An|1969||Xã A"]);
        use Field::*;
        assert_eq!(found, Some((2, vec![Ordinal, FullName, Male, Female, Unit])));
    }

    #[test]
    fn a_name_in_two_columns_or_under_a_short_heading_is_a_name() {
        use Field::*;
        for header in ["Họ và tên đệm|Tên|Năm sinh", "Họ và tên|Tên|Năm sinh", "Họ|Tên|Năm sinh"]
        {
            assert_eq!(fields(&[header]), Some((1, vec![FamilyMiddle, GivenName, Birth])), "{header}");
        }
        assert_eq!(fields(&["Tên|Năm sinh"]), Some((1, vec![FullName, Birth])));
        assert_eq!(fields(&["Họ và tên", "Lê An"]), Some((1, vec![FullName])));
    }

    #[test]
    fn a_sheet_without_names_has_no_header() {
        assert_eq!(fields(&["Mặt hàng|Số lượng|Ghi chú", "Bút|30|"]), None);
        assert_eq!(fields(&["Họ và tên đẹp nhất làng|xyz", "a|b"]), None);
        assert_eq!(fields(&[]), None);
    }
}
