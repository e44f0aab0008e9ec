//! Tables: lists with a header that repeats, and tables without lines that put
//! blocks of text side by side.

use super::paragraph::{Look, Paragraph, cell_run};
use super::style::Style;
use super::stylesheet::GRID;
use super::units::twips;
use crate::paper::content::{Align, Cell, Column, Row, Table};
use crate::paper::font::composed;
use crate::paper::layout::{Measured, head_size};
use crate::paper::measures::{CELL, MM};
use crate::paper::xml::Xml;

/// How tall a row is at least, and what it does at the end of a page.
#[derive(Clone, Copy, Default)]
struct RowShape {
    /// In points.
    height: f32,
    /// Repeated on every page.
    header: bool,
}

/// Where a cell stands in its table.
#[derive(Clone, Copy, Default)]
struct CellShape {
    /// Its width in twips.
    width: i32,
    /// How many columns it covers.
    columns: usize,
    /// Whether it begins (or goes on with) a cell of several rows.
    over_rows: Option<bool>,
    /// Room at its right in points.
    room: f32,
    /// Its text stands in the middle of its height.
    middle: bool,
    /// It has neither lines nor room at its sides: what follows the list.
    bare: bool,
}

/// Writes a table over the whole width of the text. In the order of CT_TblPr.
fn table(xml: &mut Xml, style: &str, widths: &[i32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", style);
            xml.empty("w:tblW", &[("w:w", &widths.iter().sum::<i32>()), ("w:type", &"dxa")]);
            xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
            xml.empty("w:tblLook", &[("w:val", &"0420"), ("w:firstRow", &1), ("w:noVBand", &1)]);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        rows(xml);
    });
}

/// Writes a row; none is parted by the end of a page.
fn row(xml: &mut Xml, shape: RowShape, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.flag("w:cantSplit", true);
            if shape.height > 0.0 {
                xml.empty("w:trHeight", &[("w:val", &twips(shape.height)), ("w:hRule", &"atLeast")]);
            }
            xml.flag("w:tblHeader", shape.header);
        });
        cells(xml);
    });
}

/// Writes a cell. In the order of CT_TcPr.
fn cell(xml: &mut Xml, shape: CellShape, paragraphs: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &shape.width), ("w:type", &"dxa")]);
            if shape.columns > 1 {
                xml.value("w:gridSpan", shape.columns);
            }
            match shape.over_rows {
                Some(true) => xml.value("w:vMerge", "restart"),
                Some(false) => xml.empty("w:vMerge", &[]),
                None => {}
            }
            if shape.bare {
                xml.element("w:tcBorders", &[], |xml| {
                    for side in ["w:left", "w:bottom", "w:right"] {
                        xml.value(side, "nil");
                    }
                });
            }
            if shape.room > 0.0 || shape.bare {
                xml.element("w:tcMar", &[], |xml| {
                    if shape.bare {
                        for side in ["w:top", "w:left", "w:bottom"] {
                            xml.empty(side, &[("w:w", &0), ("w:type", &"dxa")]);
                        }
                    }
                    xml.empty("w:right", &[("w:w", &twips(shape.room)), ("w:type", &"dxa")]);
                });
            }
            if shape.middle {
                xml.value("w:vAlign", "center");
            }
        });
        paragraphs(xml);
    });
}

/// What writes the paragraphs of a cell.
pub type Writing<'a> = &'a dyn Fn(&mut Xml);

/// Blocks of text side by side, without lines, in columns of the given widths;
/// `gap` is the room between them.
pub fn side_by_side(xml: &mut Xml, widths: &[f32], gap: f32, rows: &[&[Writing]]) {
    let widths: Vec<i32> = widths.iter().map(|&width| twips(width)).collect();
    table(xml, "TableNormal", &widths, |xml| {
        for blocks in rows {
            row(xml, RowShape::default(), |xml| {
                for (place, (&width, block)) in widths.iter().zip(*blocks).enumerate() {
                    let room = if place + 1 < widths.len() { gap } else { 0.0 };
                    cell(xml, CellShape { width, room, ..CellShape::default() }, block);
                }
            });
        }
    });
}

/// How many rows at the end of a list stay with the closing block: as many as in the PDF.
const WITH_CLOSING: usize = 2;

/// A list, and what ends it, if something does.
///
/// The end is a last row without lines: Word keeps rows with the paragraph after
/// the table, but LibreOffice keeps rows with rows alone.
pub fn list(xml: &mut Xml, content: &Table, measured: &Measured, end: Option<Writing>) {
    let edges: Vec<i32> = measured.edges.iter().map(|&edge| twips(edge)).collect();
    let widths: Vec<i32> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
    table(xml, GRID, &widths, |xml| {
        header(xml, content, &edges, measured);
        let total = content.total();
        let count = content.rows.len() + usize::from(total.is_some());
        for (index, one) in content.rows.iter().chain(&total).enumerate() {
            let keep = end.is_some() && index + WITH_CLOSING >= count;
            list_row(xml, content, one, &edges, keep);
        }
        if let Some(end) = end {
            let columns = content.columns.len();
            let shape = CellShape { width: widths.iter().sum(), columns, bare: true, ..CellShape::default() };
            row(xml, RowShape::default(), |xml| cell(xml, shape, end));
        }
    });
}

/// The size of its text where it is not what the styles say.
fn own_size(content: &Table) -> Option<f32> {
    (content.text_size != CELL).then_some(content.text_size)
}

/// One row of headings, or two where some stand under a common one.
fn header(xml: &mut Xml, content: &Table, edges: &[i32], measured: &Measured) {
    let columns: &[Column] = &content.columns;
    let look = Look { size: own_size(content).map(head_size), ..Look::default() };
    let shape = |from: usize, to: usize| CellShape {
        width: edges[to] - edges[from],
        columns: to - from,
        middle: true,
        ..CellShape::default()
    };
    let title = |xml: &mut Xml, shape: CellShape, text: &str| {
        cell(xml, shape, |xml| {
            let text = composed(text);
            Paragraph::of(Style::ColumnHead).write(xml, |xml| cell_run(xml, &text, look));
        });
    };
    let groups = columns.iter().any(|column| column.group.is_some());
    let upper = if groups { measured.upper } else { measured.header };
    row(xml, RowShape { height: upper, header: true }, |xml| {
        let mut from = 0;
        for members in columns.chunk_by(|a, b| a.group.is_some() && a.group == b.group) {
            let to = from + members.len();
            match &members[0].group {
                Some(group) => title(xml, shape(from, to), group),
                None => {
                    let over_rows = groups.then_some(true);
                    title(xml, CellShape { over_rows, ..shape(from, to) }, &members[0].title);
                }
            }
            from = to;
        }
    });
    if groups {
        row(xml, RowShape { height: measured.header - measured.upper, header: true }, |xml| {
            for (index, column) in columns.iter().enumerate() {
                match column.group {
                    Some(_) => title(xml, shape(index, index + 1), &column.title),
                    None => {
                        let shape = CellShape { over_rows: Some(false), ..shape(index, index + 1) };
                        title(xml, shape, "");
                    }
                }
            }
        });
    }
}

fn list_row(xml: &mut Xml, content: &Table, one: &Row, edges: &[i32], keep_next: bool) {
    let columns = content.columns.len();
    let shape = |from: usize, to: usize| CellShape {
        width: edges[to] - edges[from],
        columns: to - from,
        middle: true,
        ..CellShape::default()
    };
    let size = own_size(content);
    match one {
        Row::Heading { spans, sums, .. } => {
            let height = (content.row_height * MM).min(7.0 * MM);
            row(xml, RowShape { height, header: false }, |xml| {
                let to = columns.saturating_sub(sums.len());
                cell(xml, shape(0, to), |xml| {
                    Paragraph::of(Style::Group).write(xml, |xml| {
                        for span in spans {
                            let look = Look { bold: span.bold, italic: span.italic, size, ..Look::default() };
                            cell_run(xml, &composed(&span.text), look);
                        }
                    });
                });
                for (column, sum) in (to..).zip(sums) {
                    let style = style_of(content.columns[column].align);
                    cell(xml, shape(column, column + 1), |xml| {
                        Paragraph { keep_next: true, ..Paragraph::of(style) }.write(xml, |xml| {
                            let look = Look { bold: sum.bold, size, ..Look::default() };
                            cell_run(xml, &composed(&sum.text), look);
                        });
                    });
                }
            });
        }
        Row::Cells { cells, struck, .. } => {
            let height = content.row_height * MM;
            row(xml, RowShape { height, header: false }, |xml| {
                let blank = Cell::default();
                let mut from = 0;
                // A row has cells up to the last column, or Word finds the table damaged.
                for one in cells.iter().chain(std::iter::repeat(&blank)) {
                    if from >= columns {
                        break;
                    }
                    let to = (from + 1 + one.extra_columns).min(columns);
                    let style = match one.extra_columns {
                        0 => style_of(content.columns[from].align),
                        _ => Style::CellCentre,
                    };
                    cell(xml, shape(from, to), |xml| {
                        Paragraph { keep_next, ..Paragraph::of(style) }.write(xml, |xml| {
                            let struck = *struck && !one.unstruck;
                            let look = Look { struck, bold: one.bold, size, ..Look::default() };
                            cell_run(xml, &composed(&one.text), look);
                        });
                    });
                    from = to;
                }
            });
        }
    }
}

/// The style of cells whose text stands there.
fn style_of(align: Align) -> Style {
    match align {
        Align::Left => Style::Cell,
        Align::Centre => Style::CellCentre,
        Align::Right => Style::CellRight,
    }
}
