//! Where rows, columns and lines of a page that people sign stand, as they were drawn: a print run keeps it, so that
//! the page can be marked from and a scan of it be read.

use super::flow::Flow;
use super::page::Rule;
use super::table::{SetRow, SetTable};
use crate::domain::attendance::page::{PrintedSheet, SheetColumn, SheetGeometry, SheetRow};
use crate::paper::measures::MM;

/// The number of this layout of marks, code and lines: a reader of scans must know it.
const FORMAT: u32 = 1;

/// Side of a corner mark, in millimetres. Smaller ones are lost on small pictures.
const MARK: f32 = 6.0;

/// How far the middle of a mark is from the left, right and upper edge of the paper, in millimetres.
const MARK_MARGIN: f32 = 10.0;

/// How far the middle of a lower mark is from the lower edge.
const LOWER_MARK_MARGIN: f32 = 13.0;

/// Side of a module of the code, in millimetres.
const MODULE: f32 = 0.8;

/// Where the code begins: from the left and from the lower edge of the paper, in millimetres. It stands in the margin
/// beside the text, clear of the holes of a folder.
const CODE: (f32, f32) = (9.0, 45.0);

/// A page that people sign, of so many points, without its table.
pub fn blank(width: f32, height: f32) -> PrintedSheet {
    let (width, height) = (mm(width), mm(height));
    let (left, right) = (MARK_MARGIN, width - MARK_MARGIN);
    let (upper, lower) = (MARK_MARGIN, height - LOWER_MARK_MARGIN);
    PrintedSheet {
        rows: Vec::new(),
        columns: Vec::new(),
        geometry: SheetGeometry {
            format: FORMAT,
            paper: (width, height),
            marks: vec![(left, upper), (right, upper), (right, lower), (left, lower)],
            mark_side: MARK,
            code: Some((CODE.0, height - CODE.1, MODULE)),
            horizontal: Vec::new(),
            vertical: Vec::new(),
        },
    }
}

/// Keeps the columns of a table in which people sign.
pub fn keep_columns(flow: &mut Flow, table: &SetTable) {
    let left = flow.frame.left;
    let Some(sheet) = &mut flow.page().sheet else { return };
    sheet.columns.extend(table.signed.iter().map(|(column, sittings)| SheetColumn {
        sittings: sittings.clone(),
        edges: (mm(left + table.edges[*column]), mm(left + table.edges[column + 1])),
    }));
}

/// Keeps a row that has an STT, before it is drawn.
pub fn keep_row(flow: &mut Flow, row: &SetRow) {
    let edges = (mm(flow.y), mm(flow.y + row.height));
    let (Some(sheet), Some(number)) = (&mut flow.page().sheet, row.number) else { return };
    sheet.rows.push(SheetRow { delegate: row.delegate, number, edges });
}

/// Keeps lines of a table, which are measured from the left margin.
pub fn keep_lines(flow: &mut Flow, lines: &[Rule]) {
    let left = flow.frame.left;
    let Some(sheet) = &mut flow.page().sheet else { return };
    for Rule { from, to, .. } in lines {
        if from.1 == to.1 {
            sheet.geometry.horizontal.push((mm(from.1), mm(left + from.0), mm(left + to.0)));
        } else {
            sheet.geometry.vertical.push((mm(left + from.0), mm(from.1), mm(to.1)));
        }
    }
}

/// Points in millimetres, to a hundredth.
fn mm(points: f32) -> f32 {
    (points / MM * 100.0).round() / 100.0
}
