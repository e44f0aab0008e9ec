//! Where the pages of a worksheet end when it is printed.

/// Rows on pages, as Excel fills them. Lengths in points of the sheet.
pub struct Pages<'a> {
    /// How tall the rows of a page are together.
    pub room: f32,
    /// The height of each row.
    pub heights: &'a [f32],
    /// The rows that repeat on every page after the one they stand on.
    pub header: Option<(u32, u32)>,
    /// Rows that begin a page.
    pub breaks: &'a [u32],
}

impl Pages<'_> {
    /// Whether a page ends within the rows from `tail` to the last, though one page
    /// could hold them.
    pub fn parts(&self, tail: u32) -> bool {
        let start = usize::try_from(tail).unwrap_or(usize::MAX).min(self.heights.len());
        let Some(first) = self.heights.get(start) else { return false };
        let wanted: f32 = self.heights[start..].iter().sum();
        let could_stay = self.header_over(start) + wanted <= self.room;
        let filled = self.filled(start);
        let begins_a_page = filled + first > self.room;
        could_stay && !begins_a_page && filled + wanted > self.room
    }

    /// How far the page is filled on which a row begins, if nothing else ends it.
    fn filled(&self, row: usize) -> f32 {
        let mut filled = 0.0;
        for (index, height) in self.heights[..row].iter().enumerate() {
            let broken = self.breaks.iter().any(|&at| usize::try_from(at) == Ok(index));
            if broken || filled + height > self.room {
                filled = self.header_over(index);
            }
            filled += height;
        }
        filled
    }

    /// The height of the header that is repeated over a row which begins a page.
    fn header_over(&self, row: usize) -> f32 {
        let Some((first, last)) = self.header else { return 0.0 };
        let place = |row: u32| usize::try_from(row).unwrap_or(usize::MAX);
        if row <= place(last) {
            return 0.0;
        }
        self.heights.get(place(first)..=place(last)).map_or(0.0, |rows| rows.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_is_parted_when_it_does_not_fit_under_what_is_there() {
        // Ten rows a page; from the second on, one of them is the header again.
        let parts = |rows: usize, breaks: &[u32]| {
            let heights = vec![10.0; rows];
            let pages = Pages { room: 100.0, heights: &heights, header: Some((0, 0)), breaks };
            pages.parts(u32::try_from(rows - 3).expect("few"))
        };
        for (rows, parted) in [(10, false), (11, true), (12, true), (13, false), (19, false), (20, true)] {
            assert_eq!(parts(rows, &[]), parted, "{rows}");
        }
        assert!(!parts(11, &[5]), "a page that begins later has room");
        let heights = vec![60.0; 3];
        let pages = Pages { room: 100.0, heights: &heights, header: None, breaks: &[] };
        assert!(!pages.parts(1), "what no page can hold is left alone");
    }
}
