//! The columns of a sign-in sheet, and how many signatures a page is wide enough for.

use super::options::SheetColumns;
use super::sitter::Sitter;
use crate::domain::cluster::Sitting;
use crate::domain::numbering::Numbered;
use crate::domain::own_column::OwnColumn;
use crate::paper::content::{Align, Cell, Column, Width};
use crate::paper::{list, own};
use crate::vietnamese::date;

/// Column widths of an upright or a landscape sheet, in millimetres.
pub struct Measures {
    text: f32,
    name: f32,
    position: f32,
    unit: f32,
    note: f32,
    signature: f32,
    /// What own columns take together.
    own: f32,
}

impl Measures {
    /// Those of a page that lies upright or across.
    pub fn of(landscape: bool, own: &[&OwnColumn]) -> Self {
        let own = own::width_of(own);
        if landscape {
            // Six signatures fit: three days of two sittings.
            Self { text: 247.0, name: 40.0, position: 30.0, unit: 29.0, note: 13.0, signature: 18.0, own }
        } else {
            Self { text: 165.0, name: 34.0, position: 25.0, unit: 24.0, note: 11.0, signature: 20.0, own }
        }
    }

    /// How many signature columns fit beside the columns that were chosen.
    pub fn signatures(&self, columns: SheetColumns) -> usize {
        ((self.spare(columns) / self.signature) as usize).max(1)
    }

    /// Least width of each of `count` signature columns: more than the least of
    /// all where they are few.
    fn signature(&self, columns: SheetColumns, count: usize) -> f32 {
        let each = self.spare(columns) / count.max(1) as f32;
        self.signature + (each.min(34.0) - self.signature).max(0.0) * 0.3
    }

    /// What the other columns leave.
    fn spare(&self, columns: SheetColumns) -> f32 {
        let chosen = |on: bool, width: f32| if on { width } else { 0.0 };
        let others = NUMBER
            + self.own
            + self.name
            + chosen(columns.birth, BIRTH)
            + chosen(columns.position, self.position)
            + chosen(columns.unit, self.unit)
            + chosen(columns.phone, PHONE)
            + chosen(columns.note, self.note);
        self.text - others
    }
}

/// Width of the STT column.
const NUMBER: f32 = 9.5;
/// Width of a year of birth.
const BIRTH: f32 = 10.8;
/// Width of a telephone number.
const PHONE: f32 = 23.0;

/// The columns of a sheet.
pub fn columns(
    sittings: &[Sitting],
    chosen: SheetColumns,
    own: &[&OwnColumn],
    measures: &Measures,
) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let mut columns = vec![
        column("STT", Width::Fixed(NUMBER), Align::Centre),
        column("Họ và tên", text(measures.name, 46.0, 1.0, true), Align::Left),
    ];
    if chosen.birth {
        columns.push(column("Năm sinh", Width::Fixed(BIRTH), Align::Centre));
    }
    if chosen.position {
        columns.push(column("Chức vụ", text(measures.position, 56.0, 0.9, false), Align::Left));
    }
    if chosen.unit {
        columns.push(column("Đơn vị", text(measures.unit, 56.0, 0.9, false), Align::Left));
    }
    if chosen.phone {
        columns.push(column("Điện thoại", text(PHONE, 27.0, 1.0, true), Align::Centre));
    }
    columns.extend(own::columns(own));
    let signature = Width::Fill { min: measures.signature(chosen, sittings.len()), max: 34.0 };
    if sittings.is_empty() {
        columns.push(Column::signed("Ký tên", signature, Vec::new()));
    }
    for sitting in sittings {
        columns.push(Column {
            group: Some(format!("Ký tên ({})", date::short(sitting.date))),
            ..Column::signed(sitting.half.printed(), signature, vec![sitting.id])
        });
    }
    if chosen.note {
        columns.push(column("Ghi chú", text(measures.note, 30.0, 0.95, false), Align::Left));
    }
    columns
}

/// The cells of a place and whoever signs on it.
pub fn cells(
    row: &Numbered,
    unit: &str,
    sitter: &Sitter<'_>,
    chosen: SheetColumns,
    own: &[&OwnColumn],
    signatures: usize,
) -> Vec<Cell> {
    let details = &sitter.delegate.details;
    // The heading over a row is of the unit whose place it is.
    let unit = if sitter.instead_of.is_some() { details.unit.as_deref().unwrap_or(unit) } else { unit };
    let mut cells = vec![Cell::new(row.number.to_string()), Cell::new(sitter.name(chosen.note))];
    if chosen.birth {
        cells.push(Cell::new(list::birth_year(sitter.delegate)));
    }
    if chosen.position {
        cells.push(Cell::new(details.position.as_deref().unwrap_or_default()));
    }
    if chosen.unit {
        cells.push(Cell::new(unit));
    }
    if chosen.phone {
        cells.push(Cell::new(details.phone.as_deref().unwrap_or_default()));
    }
    cells.extend(own::cells(own, row.delegate.id));
    cells.extend(std::iter::repeat_n(Cell::default(), signatures));
    if chosen.note {
        cells.push(Cell::new(sitter.note()));
    }
    cells
}

/// Where the position stands among the columns, if it is shown.
pub fn position_column(chosen: SheetColumns) -> Option<usize> {
    chosen.position.then_some(2 + usize::from(chosen.birth))
}
