//! The columns of a worksheet: all edges that its tables have.

use crate::paper::layout::Measured;

/// Edges nearer to each other than this, in points, are one.
const SAME: f32 = 2.0;

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

    /// The last column of what stands on the left when the page is parted at the edge nearest to a place. One column
    /// at least stays on the right, where there are two.
    pub fn part(&self, at: f32) -> u16 {
        self.ending(self.nearest(at))
    }

    /// The same at the nearest edge that is not behind the place, unless that would leave the left less than `least`
    /// points: then at the first edge that leaves so much.
    pub fn part_before(&self, at: f32, least: f32) -> u16 {
        let nearest = self.nearest(at);
        let behind = self.edges[usize::from(nearest)] > at;
        let before = if behind { nearest.saturating_sub(1) } else { nearest };
        let leaves_enough = |edge: &u16| self.edges[usize::from(*edge)] >= least;
        self.ending((before..=self.last()).find(leaves_enough).unwrap_or(nearest))
    }

    /// The column that ends at an edge, where there are columns on both sides.
    fn ending(&self, edge: u16) -> u16 {
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
        assert_eq!((grid.part(55.0), grid.part_before(46.0, 25.0)), (1, 0));
        assert_eq!(grid.part_before(55.0, 33.0), 1, "30 are too narrow for what needs 33");
        assert_eq!(grid.part_before(31.0, 33.0), 1, "nor where the edge is near");
    }

    #[test]
    fn there_is_always_a_column() {
        let grid = Grid::of(&[table(&[0.0, 100.0])], 100.0);
        assert_eq!((grid.last(), grid.part(50.0), grid.between(10.0, 12.0)), (0, 0, (0, 0)));
        assert_eq!(Grid::of(&[], 100.0).last(), 1);
    }
}
