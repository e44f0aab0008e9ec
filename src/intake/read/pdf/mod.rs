//! Lists printed into a PDF: tables with lines, tables without, and people in lines. The
//! letters and their places come from hayro; rows and columns are put together again here.

mod columns;
mod drawn;
mod guard;
mod layout;
mod margins;
mod page;

use hayro::hayro_interpret::InterpreterCache;
use hayro::hayro_syntax::{LoadPdfError, Pdf};

use super::super::budget::{Budget, Stop};
use super::super::error::{OtherKind, Refusal};
use super::super::grid::{Grid, GridBuilder, MAX_COLUMNS};
use super::super::unseen::Unseen;
use super::lines::people_in_lines;
use super::runs::Shown;
use columns::{Gaps, part_numbers};
pub(in crate::intake) use drawn::pages as drawn_pages;
use layout::{Chunk, Cut, SAME_EDGE, unbroken};
use margins::Margins;

/// The pages of a file as one sheet.
pub(super) fn grid(bytes: Vec<u8>, budget: &Budget) -> Result<Grid, Refusal> {
    guard::look(&bytes, budget)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::OtherKind(OtherKind::LockedPdf),
        LoadPdfError::Invalid => Refusal::Damaged("no PDF that can be read".to_owned()),
    })?;
    guard::walk(&pdf, budget)?;
    let cache = InterpreterCache::new();
    let (mut pages, mut letters, mut unknown, mut pictures) = (Vec::new(), 0, 0, 0);
    for page in pdf.pages().iter() {
        let drawn = page::read(page, &cache, budget)?;
        letters += drawn.letters.iter().filter(|letter| !letter.text.trim().is_empty()).count();
        unknown += drawn.unknown;
        pictures += drawn.pictures;
        pages.push(layout::cut(drawn, budget)?);
    }
    // A stamp or a page number is no text.
    let is_bare = letters < 10 * pages.len();
    if is_bare && pictures > 0 {
        return Err(Refusal::OtherKind(OtherKind::ScannedPdf));
    }
    if letters == 0 || unknown * 5 > letters {
        return Err(Refusal::OtherKind(OtherKind::Pdf));
    }
    let grid = sheet(pages, budget)?;
    Ok(people_in_lines(&grid, budget)?.unwrap_or(grid))
}

/// The cells and lines of all pages as rows, one below the other.
fn sheet(mut pages: Vec<Cut>, budget: &Budget) -> Result<Grid, Stop> {
    let mut sheet = Sheet { builder: GridBuilder::within(budget), row: 0, lefts: Vec::new() };
    let margins = Margins::of(&pages);
    sheet.lefts = edges(pages.iter().flat_map(|page| page.cells.iter().map(|cell| cell.left)).collect());
    let is_ruled = pages.iter().map(|page| page.cells.len()).sum::<usize>() > 3;
    let gaps = match is_ruled {
        true => Gaps::default(),
        false => {
            let behind_numbers = part_numbers(pages.iter_mut().flat_map(|page| page.lines.iter_mut()));
            let lines: Vec<_> = pages.iter().flat_map(|page| page.lines.iter().cloned()).collect();
            Gaps::of(&lines, behind_numbers)
        }
    };
    for mut page in pages {
        for line in margins.take_out(&mut page) {
            sheet.builder.aside(sheet.row, None, Unseen::PageMargin, &line)?;
        }
        match gaps.are_none() {
            true => sheet.ruled(page)?,
            false => sheet.spaced(&page.lines, &gaps)?,
        }
    }
    Ok(sheet.builder.finish())
}

/// Edges from the left or the top, those at one place once.
fn edges(mut all: Vec<f64>) -> Vec<f64> {
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, before| *next - *before < SAME_EDGE);
    all
}

/// Which of the edges it is.
fn edge(edges: &[f64], at: f64) -> u32 {
    let index = edges.partition_point(|edge| *edge <= at + SAME_EDGE / 2.0).saturating_sub(1);
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// How far the rows of a table without lines are apart, at the least: those that have something in the first
/// column. Lines that are nearer go on with what stands above them.
fn between_rows(lines: &[Vec<Chunk>], gaps: &Gaps) -> f64 {
    let pairs = lines.windows(2).filter(|pair| !pair.iter().any(|line| gaps.are_crossed_by(line)));
    let begins_row = |line: &[Chunk]| line.iter().any(|chunk| gaps.column(chunk) == 0);
    let rows = pairs.filter(|pair| begins_row(&pair[1]));
    let least = rows.map(|pair| pair[1][0].baseline - pair[0][0].baseline).fold(f64::INFINITY, f64::min);
    if least.is_finite() { least } else { 0.0 }
}

fn shown(chunk: &Chunk) -> Shown {
    let mut shown = Shown::default();
    shown.push(&chunk.text, None, chunk.why());
    shown
}

struct Sheet {
    builder: GridBuilder,
    row: u32,
    /// The left edges of all cells.
    lefts: Vec<f64>,
}

impl Sheet {
    /// A page whose tables have lines.
    fn ruled(&mut self, page: Cut) -> Result<(), Stop> {
        let tops = edges(page.cells.iter().map(|cell| cell.top).collect());
        let mut cells = page.cells;
        cells.sort_by(|a, b| a.top.total_cmp(&b.top));
        let mut cells = cells.into_iter().peekable();
        let mut lines = unbroken(page.lines).into_iter().peekable();
        let mut merged = Vec::new();
        for (index, top) in (0_u32..).zip(&tops) {
            while let Some(line) = lines.next_if(|line| line[0].baseline < *top + SAME_EDGE) {
                self.line(&line)?;
            }
            let row = self.row;
            while let Some(cell) = cells.next_if(|cell| edge(&tops, cell.top) <= index) {
                let column = edge(&self.lefts, cell.left);
                // A cell that reaches over several rows stands beside each.
                let last = edge(&tops, cell.bottom - 2.0 * SAME_EDGE).max(index);
                if last > index {
                    merged.push((row, row + (last - index), column));
                }
                cell.text().put(&mut self.builder, (row, column), None)?;
            }
            self.row += 1;
        }
        for line in lines {
            self.line(&line)?;
        }
        for (first, last, column) in merged {
            self.builder.fill_down(first, last, column)?;
        }
        Ok(())
    }

    /// A page whose table has no lines.
    fn spaced(&mut self, lines: &[Vec<Chunk>], gaps: &Gaps) -> Result<(), Stop> {
        let mut row: Vec<(usize, Shown)> = Vec::new();
        let mut above: Option<&Chunk> = None;
        let apart = between_rows(lines, gaps);
        for line in lines {
            if gaps.are_crossed_by(line) {
                self.end_spaced(&mut row)?;
                self.line(line)?;
                above = None;
                continue;
            }
            let is_near = above.is_some_and(|above| {
                let gap = line[0].baseline - above.baseline;
                gap < above.size * 1.5 || gap < (apart * 0.9).min(above.size * 2.5)
            });
            let goes_on = is_near && !row.is_empty() && line.iter().all(|chunk| gaps.column(chunk) > 0);
            if !goes_on {
                self.end_spaced(&mut row)?;
            }
            for chunk in line {
                let column = gaps.column(chunk);
                match row.iter_mut().find(|(other, _)| *other == column) {
                    Some((_, text)) => {
                        text.push(" ", None, chunk.why());
                        text.push(&chunk.text, None, chunk.why());
                    }
                    None => row.push((column, shown(chunk))),
                }
            }
            above = line.first();
        }
        self.end_spaced(&mut row)
    }

    fn end_spaced(&mut self, row: &mut Vec<(usize, Shown)>) -> Result<(), Stop> {
        for (column, text) in row.drain(..) {
            let column = u32::try_from(column).unwrap_or(MAX_COLUMNS);
            text.put(&mut self.builder, (self.row, column), None)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line outside tables: pieces far apart, as those of a letterhead, stand side by side.
    fn line(&mut self, line: &[Chunk]) -> Result<(), Stop> {
        const FAR: f64 = 2.0;
        let mut pieces: Vec<Shown> = Vec::new();
        let mut right = f64::NEG_INFINITY;
        for chunk in line {
            match pieces.last_mut().filter(|_| chunk.left - right < chunk.size * FAR) {
                Some(piece) => {
                    piece.push(" ", None, chunk.why());
                    piece.push(&chunk.text, None, chunk.why());
                }
                None => pieces.push(shown(chunk)),
            }
            right = chunk.right;
        }
        for (column, piece) in (0..).zip(pieces) {
            piece.put(&mut self.builder, (self.row, column), None)?;
        }
        self.row += 1;
        Ok(())
    }
}
