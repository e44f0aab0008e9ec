//! Where things stand on the page of a certificate: whole tenths of a millimetre, so that every length is a number.

use serde::{Deserialize, Serialize};

use crate::sentence::Sentence;

/// A length in tenths of a millimetre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Length(pub i32);

impl Length {
    /// Of whole millimetres.
    pub const fn mm(millimetres: i32) -> Self {
        Self(millimetres * 10)
    }

    /// In millimetres.
    pub fn millimetres(self) -> f32 {
        self.0 as f32 / 10.0
    }
}

impl std::ops::Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// A size of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
}

/// The sheet a certificate is printed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// How large it is.
    pub size: PaperSize,
    /// Whether it lies on its long side.
    pub landscape: bool,
}

impl Page {
    /// Every sheet there is.
    pub const ALL: [Self; 4] = [
        Self { size: PaperSize::A4, landscape: true },
        Self { size: PaperSize::A4, landscape: false },
        Self { size: PaperSize::A5, landscape: true },
        Self { size: PaperSize::A5, landscape: false },
    ];

    /// The words for it: "A4 ngang".
    pub fn explain(self) -> Sentence {
        let size = match self.size {
            PaperSize::A4 => "A4",
            PaperSize::A5 => "A5",
        };
        let way = if self.landscape { "across" } else { "down" };
        Sentence::new("template-sheet").with("size", size).with("way", way)
    }

    /// How wide and how tall it is.
    pub fn sides(self) -> (Length, Length) {
        let (short, long) = match self.size {
            PaperSize::A4 => (Length::mm(210), Length::mm(297)),
            PaperSize::A5 => (Length::mm(148), Length::mm(210)),
        };
        if self.landscape { (long, short) } else { (short, long) }
    }

    /// The whole of it.
    pub fn rect(self) -> Rect {
        let (right, bottom) = self.sides();
        Rect { left: Length(0), top: Length(0), right, bottom }
    }
}

/// A part of a page, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub left: Length,
    /// Upper edge.
    pub top: Length,
    /// Right edge.
    pub right: Length,
    /// Lower edge.
    pub bottom: Length,
}

impl Rect {
    /// How wide it is.
    pub fn width(self) -> Length {
        self.right - self.left
    }

    /// How tall it is.
    pub fn height(self) -> Length {
        self.bottom - self.top
    }

    /// Whether a point lies in it or on its edge.
    pub fn holds(self, (x, y): (Length, Length)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether it lies wholly within another.
    pub fn is_within(self, other: Self) -> bool {
        self.left >= other.left
            && self.top >= other.top
            && self.right <= other.right
            && self.bottom <= other.bottom
    }

    /// Whether the two have more in common than an edge.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The point of a box that its place is given by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Anchor {
    #[default]
    TopLeft,
    Top,
    TopRight,
    Left,
    Centre,
    Right,
    BottomLeft,
    Bottom,
    BottomRight,
}

impl Anchor {
    /// Every one, row by row.
    pub const ALL: [Self; 9] = [
        Self::TopLeft,
        Self::Top,
        Self::TopRight,
        Self::Left,
        Self::Centre,
        Self::Right,
        Self::BottomLeft,
        Self::Bottom,
        Self::BottomRight,
    ];

    /// How many halves of the width and of the height it lies from the top left.
    fn halves(self) -> (i32, i32) {
        let place = self as i32;
        (place % 3, place / 3)
    }
}

/// A box on the page, by one of its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Which of its points `x` and `y` say.
    pub anchor: Anchor,
    /// From the left edge of the page.
    pub x: Length,
    /// From its upper edge.
    pub y: Length,
    /// How wide it is.
    pub width: Length,
    /// How tall it is.
    pub height: Length,
}

impl Place {
    /// The box that fills a part of the page, by one of its points.
    pub fn of(rect: Rect, anchor: Anchor) -> Self {
        let (width, height) = (rect.width(), rect.height());
        let (across, down) = anchor.halves();
        let part = |length: Length, halves: i32| Length(length.0.saturating_mul(halves) / 2);
        Self { anchor, x: rect.left + part(width, across), y: rect.top + part(height, down), width, height }
    }

    /// A box by its top left corner and its size, in millimetres.
    pub const fn at(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self {
            anchor: Anchor::TopLeft,
            x: Length::mm(x),
            y: Length::mm(y),
            width: Length::mm(width),
            height: Length::mm(height),
        }
    }

    /// The part of the page it fills.
    pub fn rect(self) -> Rect {
        let (across, down) = self.anchor.halves();
        let part = |length: Length, halves: i32| Length(length.0.saturating_mul(halves) / 2);
        let left = self.x - part(self.width, across);
        let top = self.y - part(self.height, down);
        Rect { left, top, right: left + self.width, bottom: top + self.height }
    }

    /// The same box by another of its points.
    #[must_use]
    pub fn by(self, anchor: Anchor) -> Self {
        Self::of(self.rect(), anchor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_the_same_by_each_of_its_points() {
        let place = Place { width: Length(333), height: Length(77), ..Place::at(20, 30, 0, 0) };
        for anchor in Anchor::ALL {
            assert_eq!(place.by(anchor).rect(), place.rect(), "{anchor:?}");
        }
        let centred = place.by(Anchor::Centre);
        assert_eq!((centred.x, centred.y), (Length(366), Length(338)));
    }

    #[test]
    fn sheets_lie_both_ways() {
        let sides = |page: Page| (page.sides().0.millimetres(), page.sides().1.millimetres());
        assert_eq!(Page::ALL.map(sides), [(297.0, 210.0), (210.0, 297.0), (210.0, 148.0), (148.0, 210.0)]);
    }
}
