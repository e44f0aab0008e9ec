//! How wide the columns of a table are.

use super::table::head_size;
use crate::paper::content::{Column, Row, Table, Width, cell_at};
use crate::paper::font::{Face, printable};
use crate::paper::measures::{CELL_PADDING, MM};

/// Column widths in points that together fill `total`, for all tables that share
/// these columns: clusters of one file look alike.
///
/// Text columns ask for what their cells need, fill columns for their least.
/// What is left over goes to the fill columns first, then to the text columns;
/// what is lacking is taken from the text columns where it costs the fewest
/// lines, firm ones last.
pub fn widths(tables: &[&Table], total: f32) -> Vec<f32> {
    let Some(table) = tables.first() else { return Vec::new() };
    let columns = &table.columns;
    let size = table.text_size;
    let texts: Vec<Vec<f32>> = (0..columns.len()).map(|index| natural(tables, index, size)).collect();
    let least: Vec<f32> = (0..columns.len()).map(|index| least(tables, index, size)).collect();
    let wanted = columns.iter().zip(&texts).map(|(column, texts)| wanted(column, texts, size));
    let mut widths: Vec<f32> = wanted.zip(&least).map(|(wanted, least)| wanted.max(*least)).collect();
    let sum = |widths: &[f32]| widths.iter().sum::<f32>();

    for firm in [false, true] {
        let lack = sum(&widths) - total;
        shrink(columns, (&texts, &least), &mut widths, firm, lack);
    }
    let grow = |widths: &mut [f32], most: &dyn Fn(&Column) -> Option<f32>| {
        // Equal shares; a column that reaches its most leaves the rest to the others.
        for _ in 0..columns.len() {
            let spare = total - sum(widths);
            let open: Vec<(usize, f32)> = columns
                .iter()
                .enumerate()
                .filter_map(|(index, column)| Some((index, most(column)?)))
                .filter(|&(index, most)| widths[index] < most - 0.01)
                .collect();
            if spare < 0.01 || open.is_empty() {
                break;
            }
            for &(index, most) in &open {
                widths[index] += (spare / open.len() as f32).min(most - widths[index]);
            }
        }
    };
    grow(&mut widths, &|column| match column.width {
        Width::Fill { max, .. } => Some(max * MM),
        _ => None,
    });
    grow(&mut widths, &|column| match column.width {
        Width::Text { max, .. } => Some(max * MM),
        _ => None,
    });
    // Whatever the rules leave or lack is spread over all, so the table always fills the text. Room to sign is
    // never narrowed, nor the STT beside it: a reader of scans needs both as much as people do.
    let lacking = sum(&widths) > total;
    let keeps = |index: usize| {
        let stt = index == 0 && table.is_signed();
        lacking && (stt || columns[index].signed.is_some())
    };
    let kept: f32 =
        widths.iter().enumerate().filter(|(index, _)| keeps(*index)).map(|(_, width)| width).sum();
    let scale = (total - kept) / (sum(&widths) - kept).max(1.0);
    let others = widths.iter_mut().enumerate().filter(|(index, _)| !keeps(*index));
    others.for_each(|(_, width)| *width *= scale);
    widths
}

/// What each cell of a text column needs to stand on one line, with its padding;
/// 0 for empty cells. Other columns need no measuring.
fn natural(tables: &[&Table], index: usize, size: f32) -> Vec<f32> {
    let rows = tables.iter().flat_map(|table| {
        let text = matches!(table.columns[index].width, Width::Text { .. });
        table.rows.iter().filter(move |_| text)
    });
    // A total is longer than what it sums, and must not break.
    let totals: Vec<Row> = tables.iter().filter_map(|table| table.total()).collect();
    rows.chain(&totals)
        .filter_map(|row| {
            let cell = match row {
                Row::Cells { cells, .. } => cell_at(cells, index),
                Row::Heading { sums, .. } => {
                    let first =
                        tables.first().map_or(0, |table| table.columns.len()).saturating_sub(sums.len());
                    if sums.is_empty() {
                        return None;
                    }
                    index.checked_sub(first).and_then(|place| sums.get(place))
                }
            };
            let face = Face::of(cell.is_some_and(|cell| cell.bold), false);
            let units = face.width(&printable(cell.map_or("", |cell| cell.text.as_str())).0);
            // A hair more than measured, so that rounding never breaks the line.
            let padding = 2.0 * CELL_PADDING + 0.2;
            Some(if units == 0 { 0.0 } else { units as f32 * size / 1000.0 + padding })
        })
        .collect()
}

/// The least width of a column: a word or a date that stands in it is not broken, unless it is longer than any.
fn least(tables: &[&Table], index: usize, size: f32) -> f32 {
    /// Spans of days ("25/9–07/10/2020") are shorter, addresses of e-mail longer.
    const LONGEST_WORD: f32 = 32.0 * MM;
    let Some(Width::Text { min, .. }) = tables.first().map(|table| table.columns[index].width) else {
        return 0.0;
    };
    let cells = tables.iter().flat_map(|table| &table.rows).filter_map(|row| match row {
        Row::Cells { cells, .. } => cell_at(cells, index),
        Row::Heading { .. } => None,
    });
    let words = cells.map(|cell| (Face::of(cell.bold, false), printable(cell.text.as_str()).0));
    let longest = words.flat_map(|(face, text)| text.split(' ').map(|word| face.width(word)).max()).max();
    let longest = longest.unwrap_or(0) as f32 * size / 1000.0 + 2.0 * CELL_PADDING + 0.2;
    longest.min(LONGEST_WORD).max(min * MM)
}

/// What a column asks for.
fn wanted(column: &Column, texts: &[f32], size: f32) -> f32 {
    match column.width {
        Width::Fixed(width) => width * MM,
        Width::Fill { min, .. } => min * MM,
        Width::Text { min, max, share, .. } => {
            let title = longest_word(&column.title) as f32 * head_size(size) / 1000.0 + 2.0 * CELL_PADDING;
            let mut texts: Vec<f32> = texts.iter().copied().filter(|&width| width > 0.0).collect();
            let text = match texts.len() {
                0 => 0.0,
                count => {
                    let place = ((count as f32 * share).ceil() as usize).clamp(1, count) - 1;
                    *texts.select_nth_unstable_by(place, f32::total_cmp).1
                }
            };
            text.max(title).clamp(min * MM, max * MM)
        }
    }
}

/// Takes `lack` from the text columns that are (or are not) firm: of all ways to
/// share it out by whole millimetres, the one with the fewest lines, so that a
/// column whose text breaks anyway gives before one whose text still fits.
fn shrink(
    columns: &[Column],
    (texts, least): (&[Vec<f32>], &[f32]),
    widths: &mut [f32],
    firm_ones: bool,
    lack: f32,
) {
    if lack <= 0.0 {
        return;
    }
    let open: Vec<Open> = columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| match column.width {
            Width::Text { firm, .. } if firm == firm_ones => {
                Some(Open { texts: &texts[index], index, wide: widths[index], least: least[index] })
            }
            _ => None,
        })
        .filter(|open| open.wide > open.least + 0.01)
        .collect();
    let spare: f32 = open.iter().map(|open| open.wide - open.least).sum();
    if spare <= lack {
        open.iter().for_each(|open| widths[open.index] = open.least);
        return;
    }
    let mut best = None;
    let mut tried: Vec<f32> = Vec::with_capacity(open.len());
    share_out(&open, lack, &mut tried, &mut best);
    if let Some((_, best)) = best {
        open.iter().zip(best).for_each(|(open, width)| widths[open.index] = width);
    }
}

/// A column that can be narrowed.
struct Open<'a> {
    texts: &'a [f32],
    index: usize,
    wide: f32,
    least: f32,
}

/// Lines of the rows, lines of all cells, and how unevenly the columns gave.
type Cost = (usize, usize, usize);

/// Tries every width of the column after those in `tried`, and of the ones after it.
fn share_out(open: &[Open], lack: f32, tried: &mut Vec<f32>, best: &mut Option<(Cost, Vec<f32>)>) {
    let Some(column) = open.get(tried.len()) else {
        let cost = cost(open, tried);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            *best = Some((cost, tried.clone()));
        }
        return;
    };
    let others: f32 = open[tried.len() + 1..].iter().map(|open| open.wide - open.least).sum();
    let most = (column.wide - column.least).min(lack);
    let mut given = (lack - others).max(0.0);
    loop {
        tried.push(column.wide - given);
        share_out(open, lack - given, tried, best);
        tried.pop();
        // The last column gives all that is left; there is nothing to try.
        if given >= most || tried.len() + 1 == open.len() {
            break;
        }
        given = (given + MM).min(most);
    }
}

/// Rows that are looked at to compare widths: enough to know, few enough to be quick.
const SAMPLE: usize = 400;

/// What some widths cost.
fn cost(open: &[Open], widths: &[f32]) -> Cost {
    let rows = open.first().map_or(0, |open| open.texts.len());
    let mut tall = 0;
    let mut all = 0;
    for row in (0..rows).step_by(rows.div_ceil(SAMPLE).max(1)) {
        let mut most = 1;
        for (open, width) in open.iter().zip(widths) {
            let room = (width - 2.0 * CELL_PADDING).max(1.0);
            let need = open.texts[row] - 2.0 * CELL_PADDING;
            let lines = if need <= 0.0 { 0 } else { (need / room).ceil() as usize };
            most = most.max(lines);
            all += lines;
        }
        tall += most;
    }
    let uneven =
        open.iter().zip(widths).map(|(open, width)| ((open.wide - width) / open.wide * 100.0).powi(2));
    (tall, all, uneven.sum::<f32>() as usize)
}

/// Width of the longest word of a heading, in thousandths.
fn longest_word(title: &str) -> i32 {
    title.split(' ').map(|word| Face::Bold.width(word)).max().unwrap_or(0)
}
