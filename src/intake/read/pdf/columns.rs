//! Columns of a table that is printed without lines: where nothing stands on most lines.

use super::layout::Chunk;

/// Rows of a table have at least so many cells.
const LEAST_CELLS: usize = 3;
/// A table has at least so many rows.
const LEAST_ROWS: usize = 3;
/// Points across which pages are looked at.
const WIDTH: usize = 2_000;

/// Parts the numbers of rows from the names right behind them, "1 Phan Thanh Long", where at least three rows count up
/// so; between what they then stand.
pub(super) fn part_numbers<'a>(lines: impl Iterator<Item = &'a mut Vec<Chunk>>) -> Option<(f64, f64)> {
    let numbered = |chunk: &Chunk| {
        let digits = chunk.text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = chunk.text.split_at(digits);
        let is_number = matches!(digits, 1..=4) && behind.trim_start().starts_with(char::is_uppercase);
        if is_number { number.parse::<u32>().ok() } else { None }
    };
    let lines = lines.filter_map(|line| {
        let number = numbered(line.first()?)?;
        (line.len() >= LEAST_CELLS).then_some((number, line))
    });
    let mut lines: Vec<_> = lines.collect();
    let counts_up = lines.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
    if lines.len() < LEAST_ROWS || !counts_up {
        return None;
    }
    let (mut right, mut left) = (f64::NEG_INFINITY, f64::INFINITY);
    for (_, line) in &mut lines {
        let whole = line.remove(0);
        let digits = whole.text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, name) = whole.text.split_at(digits);
        let letter = whole.width() / whole.text.chars().count().max(1) as f64;
        let number = Chunk {
            text: number.to_owned(),
            right: whole.left + letter * number.len() as f64,
            ..whole.clone()
        };
        let name = Chunk { text: name.trim_start().to_owned(), left: number.right, ..whole.clone() };
        (right, left) = (right.max(number.right), left.min(name.left));
        line.splice(0..0, [number, name]);
    }
    Some((right.min(left), left))
}

/// The gaps between columns, from the left.
#[derive(Debug, Default)]
pub(super) struct Gaps(Vec<(f64, f64)>);

impl Gaps {
    /// Those of lines in their chunks, with the one behind the numbers where that is known; none where the lines are
    /// no table.
    pub fn of(lines: &[Vec<Chunk>], behind_numbers: Option<(f64, f64)>) -> Self {
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
                let (left, right) = (place(chunk.left), place(chunk.right));
                covered[left..=right.max(left)].iter_mut().for_each(|count| *count += 1);
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
        if let Some(own) = behind_numbers {
            let is_apart = |(from, to): &(f64, f64)| *to < own.0 || own.1 < *from;
            gaps.retain(is_apart);
            gaps.insert(gaps.partition_point(|(from, _)| *from < own.0), own);
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
