//! The rows that could not be read or are doubtful, as a workbook with the reason beside each: mended
//! there, it is dropped again like any list.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::heading::{Field, recognise};
use super::{Layout, ReadList, ReadRow};
use crate::domain::person_field::PersonField;
use crate::locale::Locale;
use crate::workbook::packed;

/// Width of most columns, and of the reason, in characters.
const WIDTHS: (f64, f64) = (18.0, 70.0);

/// A workbook of the rows that are doubtful or cannot be read, a sheet for each table they stood in; `None`
/// when there is none. What only the headings above a row said, its unit or cluster,
/// stands in a column of its own. All cells are text: nothing typed there, `=` and `@`
/// included, becomes a formula.
///
/// Errors only where the workbook cannot be put together, such as out of memory.
pub fn error_rows(list: &ReadList, locale: &Locale) -> Result<Option<Vec<u8>>, XlsxError> {
    let mut tables: Vec<(&Layout, Vec<&ReadRow>)> = Vec::new();
    for row in list.rows.iter().filter(|row| row.is_doubtful()) {
        let layout = list.tables.get(row.table).unwrap_or(&list.layout);
        // Sheets with the same columns in the same places come back as one.
        match tables.iter_mut().find(|(known, _)| known.columns == layout.columns) {
            Some((_, rows)) => rows.push(row),
            None => tables.push((layout, vec![row])),
        }
    }
    if tables.is_empty() {
        return Ok(None);
    }
    let mut book = Workbook::new();
    for (layout, rows) in &tables {
        book.push_worksheet(table(layout, rows, locale)?);
    }
    packed(book).map(Some)
}

fn table(layout: &Layout, rows: &[&ReadRow], locale: &Locale) -> Result<Worksheet, XlsxError> {
    let columns = columns(layout, rows);
    let mut sheet = Worksheet::new();
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let bold = text.clone().set_bold();
    for (index, column) in (0..).zip(&columns) {
        sheet.set_column_width(index, WIDTHS.0)?;
        sheet.set_column_format(index, &text)?;
        sheet.write_string_with_format(0, index, column.heading(layout), &bold)?;
    }
    let last = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    sheet.set_column_width(last, WIDTHS.1)?;
    sheet.write_string_with_format(0, last, locale.text("intake-errors-reason"), &bold)?;
    for (number, row) in (1..).zip(rows) {
        for (index, column) in (0..).zip(&columns) {
            let content = column.content(row);
            if !content.is_empty() {
                sheet.write_string_with_format(number, index, content, &text)?;
            }
        }
        let reasons: Vec<String> =
            row.error.iter().chain(&row.doubts).map(|reason| locale.say(reason)).collect();
        sheet.write_string_with_format(number, last, reasons.join(" "), &text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(sheet)
}

/// What a column of the workbook holds.
enum Returned {
    /// A column of the list, by its place in the layout.
    Written(usize),
    /// What the headings above the row said.
    Said(Field),
}

fn columns(layout: &Layout, rows: &[&ReadRow]) -> Vec<Returned> {
    let mut columns: Vec<Returned> = (0..layout.columns.len()).map(Returned::Written).collect();
    let says_unit = layout.has(Field::Person(PersonField::Unit))
        || layout.has(Field::PositionUnit)
        || layout.has(Field::Commune);
    let said = match (says_unit, layout.has(Field::Hamlet)) {
        (true, _) => None,
        (false, true) => Some(Field::Commune),
        (false, false) => Some(Field::Person(PersonField::Unit)),
    };
    let clusters = (!layout.has(Field::Cluster)).then_some(Field::Cluster);
    let fields = said.into_iter().chain(clusters).map(Returned::Said);
    columns.extend(fields.filter(|column| rows.iter().any(|row| !column.content(row).is_empty())));
    columns
}

impl Returned {
    /// The heading as it was, where it alone says what the column holds.
    fn heading<'a>(&self, layout: &'a Layout) -> &'a str {
        match self {
            Self::Said(field) => field.heading(),
            Self::Written(place) => {
                let column = &layout.columns[*place];
                let is_clear =
                    column.field == Field::Other || recognise(&column.heading) == Some(column.field);
                if is_clear { &column.heading } else { column.field.heading() }
            }
        }
    }

    fn content(&self, row: &ReadRow) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Written(place) => row.written.get(*place).cloned().unwrap_or_default(),
            Self::Said(Field::Commune) => text(&row.person.unit_group),
            Self::Said(Field::Cluster) => row.cluster.map(|number| number.to_string()).unwrap_or_default(),
            Self::Said(_) => text(&row.person.unit),
        }
    }
}
