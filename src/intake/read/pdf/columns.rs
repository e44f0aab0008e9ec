//! Columns of a table that is printed without lines: where nothing stands on most lines.

use super::layout::Chunk;

/// Rows of a table have at least so many cells.
const LEAST_CELLS: usize = 3;
/// A table has at least so many rows.
const LEAST_ROWS: usize = 3;
/// Points across which pages are looked at.
const WIDTH: usize = 2_000;

/// The gaps between columns, from the left.
#[derive(Debug, Default)]
pub(super) struct Gaps(Vec<(f64, f64)>);

impl Gaps {
    /// Those of lines in their chunks; none where the lines are no table.
    pub fn of(lines: &[Vec<Chunk>]) -> Self {
        let rows: Vec<_> = lines.iter().filter(|line| line.len() >= LEAST_CELLS).collect();
        if rows.len() < LEAST_ROWS {
            return Self::default();
        }
        let mut covered = vec![0_usize; WIDTH];
        // Bounded to the page: nothing is cut off.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = |x: f64| x.clamp(0.0, WIDTH as f64 - 1.0) as usize;
        for row in &rows {
            for chunk in *row {
                covered[place(chunk.left)..=place(chunk.right)].iter_mut().for_each(|count| *count += 1);
            }
        }
        // A heading may be wider than its column.
        let most = rows.len() / 10;
        let mut gaps = Vec::new();
        let mut from = None;
        let mut has_text = false;
        for (x, count) in covered.iter().enumerate() {
            match (*count <= most, from) {
                (true, None) if has_text => from = Some(x),
                (false, Some(start)) => {
                    if x - start >= 3 {
                        gaps.push((start as f64, x as f64));
                    }
                    from = None;
                }
                _ => {}
            }
            has_text |= *count > most;
        }
        Self(gaps)
    }

    /// Whether there are any.
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The column of a chunk, from 0.
    pub fn column(&self, chunk: &Chunk) -> usize {
        self.0.partition_point(|(from, to)| f64::midpoint(*from, *to) < chunk.middle())
    }

    /// Whether a line is a title that stands across columns.
    pub fn are_crossed_by(&self, line: &[Chunk]) -> bool {
        line.len() < LEAST_CELLS
            && line
                .iter()
                .any(|chunk| self.0.iter().any(|(from, to)| chunk.left < *from && *to < chunk.right))
    }
}
