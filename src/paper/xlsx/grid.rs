//! The columns of a worksheet: all edges that its tables have.

use crate::paper::layout::Measured;

/// Edges nearer to each other than this, in points, are one.
const SAME: f32 = 2.0;

/// The least room for what stands on the left, as a part of what it should have.
const LEAST_PART: f32 = 0.6;

/// Columns and where they are on the page.
pub struct Grid {
    /// In points from the left margin; two at least.
    edges: Vec<f32>,
}

impl Grid {
    /// The columns for these tables on a text `width` points wide. Without tables
    /// there are two, for what stands side by side: the right one holds the heading.
    pub fn of(tables: &[Measured], width: f32) -> Self {
        let mut edges: Vec<f32> = tables
            .iter()
            .filter(|table| table.edges.len() > 1)
            .flat_map(|table| table.edges.clone())
            .collect();
        if edges.is_empty() {
            edges = vec![0.0, width * 0.45, width];
        }
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|next, kept| *next - *kept < SAME);
        Self { edges }
    }

    /// How wide each column is, in points.
    pub fn widths(&self) -> impl Iterator<Item = f32> {
        self.edges.windows(2).map(|pair| pair[1] - pair[0])
    }

    /// The last column.
    pub fn last(&self) -> u16 {
        u16::try_from(self.edges.len().saturating_sub(2)).unwrap_or(u16::MAX)
    }

    /// Where a column begins.
    pub fn left(&self, column: u16) -> f32 {
        self.edges.get(usize::from(column)).copied().unwrap_or_default()
    }

    /// Where a column ends.
    pub fn right(&self, column: u16) -> f32 {
        self.edges.get(usize::from(column) + 1).copied().unwrap_or_default()
    }

    /// The columns between two edges of a table; one at least.
    pub fn between(&self, from: f32, to: f32) -> (u16, u16) {
        let first = self.nearest(from).min(self.last());
        (first, self.nearest(to).saturating_sub(1).max(first))
    }

    /// The last column of what stands on the left when the page is parted at a
    /// place: the nearest edge, or the nearest before it unless that would leave
    /// the left hardly any room. One column at least stays on the right, where
    /// there are two.
    pub fn part(&self, at: f32, before: bool) -> u16 {
        let mut edge = self.nearest(at);
        if before && self.edges[usize::from(edge)] > at {
            let one_before = edge.saturating_sub(1);
            if self.edges[usize::from(one_before)] > at * LEAST_PART {
                edge = one_before;
            }
        }
        edge.clamp(1, self.last().max(1)) - 1
    }

    fn nearest(&self, at: f32) -> u16 {
        let far = |edge: &f32| (edge - at).abs();
        let place =
            (0..self.edges.len()).min_by(|&a, &b| far(&self.edges[a]).total_cmp(&far(&self.edges[b])));
        u16::try_from(place.unwrap_or_default()).unwrap_or(u16::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(edges: &[f32]) -> Measured {
        Measured { edges: edges.to_vec(), upper: 0.0, header: 20.0, rows: Vec::new() }
    }

    #[test]
    fn tables_of_different_columns_share_their_edges() {
        let grid = Grid::of(&[table(&[0.0, 30.0, 100.0]), table(&[0.0, 60.0, 100.5])], 100.0);
        assert_eq!(grid.widths().collect::<Vec<_>>(), [30.0, 30.0, 40.0]);
        assert_eq!(grid.between(0.0, 60.0), (0, 1));
        assert_eq!(grid.between(30.0, 100.5), (1, 2));
        assert_eq!((grid.part(55.0, false), grid.part(46.0, true)), (1, 0));
        assert_eq!(grid.part(55.0, true), 1, "30 are too narrow for what should have 55");
    }

    #[test]
    fn there_is_always_a_column() {
        let grid = Grid::of(&[table(&[0.0, 100.0])], 100.0);
        assert_eq!((grid.last(), grid.part(50.0, false), grid.between(10.0, 12.0)), (0, 0, (0, 0)));
        assert_eq!(Grid::of(&[], 100.0).last(), 1);
    }
}
