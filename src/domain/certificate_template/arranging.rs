//! Boxes moved and resized on the page: what lies under the pointer, how far it goes, and what it snaps to.

use super::{Content, Design, Element, ElementId, LEAST_SIDE, Length, Page, Rect};

/// A point of the page.
pub type Point = (Length, Length);

/// What of a box is dragged: the whole, or the sides that follow the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// All of it.
    Whole,
    /// A side or a corner; of each pair of sides one at most.
    Sides {
        /// The left one (−1), the right one (1), or neither.
        across: i8,
        /// The upper one (−1), the lower one (1), or neither.
        down: i8,
    },
}

impl Grip {
    /// The corners and the middles of the sides.
    pub const SIDES: [(i8, i8); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

    /// Where on a box a handle of it lies.
    pub fn handle(rect: Rect, (across, down): (i8, i8)) -> Point {
        let place = |from: Length, to: Length, side: i8| match side {
            -1 => from,
            1 => to,
            _ => middle(from, to),
        };
        (place(rect.left, rect.right, across), place(rect.top, rect.bottom, down))
    }

    /// The handle of a box that lies within reach of a point.
    pub fn at(rect: Rect, (x, y): Point, reach: Length) -> Option<Self> {
        let is_near = |side: &&(i8, i8)| {
            let (across, down) = Self::handle(rect, **side);
            (across - x).0.abs() <= reach.0 && (down - y).0.abs() <= reach.0
        };
        // Corners first: of a small box they lie over the middles.
        let corners = Self::SIDES.iter().filter(|(across, down)| *across != 0 && *down != 0);
        let sides = Self::SIDES.iter().filter(|(across, down)| *across == 0 || *down == 0);
        corners.chain(sides).find(is_near).map(|&(across, down)| Self::Sides { across, down })
    }
}

/// A line to which a box was drawn: it goes all over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    /// From top to bottom, so far from the left.
    Down(Length),
    /// From left to right, so far from the top.
    Across(Length),
}

/// How far from the edge of the sheet a margin lies that boxes snap to.
const MARGIN: Length = Length::mm(20);
/// How near its edge a part that is hollow is taken hold of.
const EDGE: Length = Length::mm(4);

/// The uppermost part that is printed and lies under a point. Borders and frames lie only where they are drawn.
pub fn under(design: &Design, point: Point) -> Option<ElementId> {
    let lies_there = |element: &&Element| {
        let rect = element.place.rect();
        let is_hollow = matches!(element.content, Content::Border(_) | Content::Frame(_));
        let inside = Rect {
            left: rect.left + EDGE,
            top: rect.top + EDGE,
            right: rect.right - EDGE,
            bottom: rect.bottom - EDGE,
        };
        // A line has no height to be hit.
        let reached = Rect {
            left: rect.left - Length(10),
            top: rect.top - Length(10),
            right: rect.right + Length(10),
            bottom: rect.bottom + Length(10),
        };
        let is_line = matches!(element.content, Content::Line(_));
        let hit = if is_line { reached.holds(point) } else { rect.holds(point) };
        hit && !(is_hollow && inside.holds(point))
    };
    let visible: Vec<&Element> = design.visible().collect();
    visible.into_iter().rev().find(lies_there).map(|element| element.id)
}

/// Where a box comes to lie when it is dragged so far: on the page, not too small, and on a line within reach. Of a box that
/// is moved its left side, its middle and its right side snap, and as many from top to bottom.
pub fn dragged(
    design: &Design,
    id: ElementId,
    grip: Grip,
    by: (Length, Length),
    reach: Length,
) -> Option<(Rect, Vec<Guide>)> {
    let element = design.element(id)?;
    let is_line = matches!(element.content, Content::Line(_));
    let least = if is_line { Length(0) } else { LEAST_SIDE };
    let rect = element.place.rect();
    let (across, down) = lines(design, id);
    let page = design.page().rect();
    let (horizontal, x) = match grip {
        Grip::Whole => moved((rect.left, rect.right), by.0, page.right, &across, reach),
        Grip::Sides { across: side, .. } => {
            resized((rect.left, rect.right), (side, by.0), (page.right, least), &across, reach)
        }
    };
    let (vertical, y) = match grip {
        Grip::Whole => moved((rect.top, rect.bottom), by.1, page.bottom, &down, reach),
        Grip::Sides { down: side, .. } => {
            resized((rect.top, rect.bottom), (side, by.1), (page.bottom, least), &down, reach)
        }
    };
    let rect = Rect { left: horizontal.0, right: horizontal.1, top: vertical.0, bottom: vertical.1 };
    let guides = x.map(Guide::Down).into_iter().chain(y.map(Guide::Across)).collect();
    Some((rect, guides))
}

fn middle(from: Length, to: Length) -> Length {
    Length(from.0 + (to.0 - from.0) / 2)
}

/// The lines that a part snaps to: the middle and the margins of the page, sides and middles of the other parts.
fn lines(design: &Design, id: ElementId) -> (Vec<Length>, Vec<Length>) {
    let Rect { right, bottom, .. } = design.page().rect();
    let of_page = |end: Length| vec![Length(end.0 / 2), MARGIN, end - MARGIN];
    let (mut across, mut down) = (of_page(right), of_page(bottom));
    for element in design.visible().filter(|element| element.id != id) {
        let rect = element.place.rect();
        across.extend([rect.left, middle(rect.left, rect.right), rect.right]);
        down.extend([rect.top, middle(rect.top, rect.bottom), rect.bottom]);
    }
    (across, down)
}

/// The line nearest to one of these, within reach: which it is, and how far it is from there.
fn nearest(own: &[Length], lines: &[Length], reach: Length) -> Option<(Length, Length)> {
    let pairs = own.iter().flat_map(|own| lines.iter().map(move |line| (*line, *line - *own)));
    pairs.filter(|(_, far)| far.0.abs() <= reach.0).min_by_key(|(_, far)| far.0.abs())
}

type Span = (Length, Length);

fn moved(
    (from, to): Span,
    by: Length,
    end: Length,
    lines: &[Length],
    reach: Length,
) -> (Span, Option<Length>) {
    let size = to - from;
    let start = from + by;
    let own = [start, middle(start, start + size), start + size];
    let snapped = nearest(&own, lines, reach);
    let wished = snapped.map_or(start, |(_, far)| start + far);
    let kept = wished.min(end - size).max(Length(0));
    ((kept, kept + size), snapped.filter(|_| kept == wished).map(|(line, _)| line))
}

fn resized(
    (from, to): Span,
    (side, by): (i8, Length),
    (end, least): (Length, Length),
    lines: &[Length],
    reach: Length,
) -> (Span, Option<Length>) {
    if side == 0 {
        return ((from, to), None);
    }
    let wished = if side < 0 { from + by } else { to + by };
    let snapped = nearest(&[wished], lines, reach);
    let wished = snapped.map_or(wished, |(line, _)| line);
    let kept = match side {
        ..0 => wished.min(to - least).max(Length(0)),
        _ => wished.max(from + least).min(end),
    };
    let guide = snapped.filter(|_| kept == wished).map(|(line, _)| line);
    (if side < 0 { (kept, to) } else { (from, kept) }, guide)
}

/// A part moved by keys, or made larger from its lower right corner; it stays on the page.
pub fn nudged(element: &Element, page: Page, by: (Length, Length), resizes: bool) -> Rect {
    let rect = element.place.rect();
    let least = if matches!(element.content, Content::Line(_)) { Length(0) } else { LEAST_SIDE };
    let end = page.rect();
    let axis = |span: Span, by: Length, end: Length| match resizes {
        true => resized(span, (1, by), (end, least), &[], Length(-1)).0,
        false => moved(span, by, end, &[], Length(-1)).0,
    };
    let (left, right) = axis((rect.left, rect.right), by.0, end.right);
    let (top, bottom) = axis((rect.top, rect.bottom), by.1, end.bottom);
    Rect { left, top, right, bottom }
}

#[cfg(test)]
mod tests {
    use super::super::built_in::BuiltIn;
    use super::super::{Anchor, Place};
    use super::*;

    fn solemn() -> Design {
        BuiltIn::Solemn.design(Page::ALL[0]).expect("a design")
    }

    fn named(design: &Design, name: &str) -> Element {
        design.elements().iter().find(|one| one.name == name).cloned().expect("a part")
    }

    #[test]
    fn the_uppermost_part_is_hit_and_a_border_only_where_it_is_drawn() {
        let design = solemn();
        let hit = |x: i32, y: i32| {
            let id = under(&design, (Length::mm(x), Length::mm(y)));
            id.and_then(|id| design.element(id)).map(|one| one.name.as_str())
        };
        assert_eq!(hit(148, 90), Some("Họ và tên"));
        assert_eq!(hit(9, 100), Some("Khung viền"));
        assert_eq!(hit(148, 150), Some("Nền hoa văn"), "the ground lies inside the border");
        assert_eq!(hit(30, 150), None);
        assert_eq!(hit(30, 170), None, "the code is hidden");
    }

    #[test]
    fn a_box_that_is_moved_snaps_to_the_middle_and_says_so() {
        let design = solemn();
        let name = named(&design, "Họ và tên");
        let away = design
            .changed(|draft| {
                let element = draft.elements.iter_mut().find(|one| one.id == name.id).expect("it");
                element.place = Place::at(30, 30, 100, 17);
            })
            .expect("a design");
        let (rect, guides) =
            dragged(&away, name.id, Grip::Whole, (Length(683), Length(3)), Length(12)).expect("there");
        assert_eq!(middle(rect.left, rect.right), Length(1485));
        assert!(guides.contains(&Guide::Down(Length(1485))), "{guides:?}");
        let free = dragged(&away, name.id, Grip::Whole, (Length(683), Length(3)), Length(-1)).expect("there");
        assert_eq!((free.0.left, free.1), (Length(983), Vec::new()));
    }

    #[test]
    fn nothing_leaves_the_page_or_becomes_too_small_however_far_it_is_dragged() {
        let design = solemn();
        for element in design.elements() {
            for grip in Grip::SIDES
                .map(|(across, down)| Grip::Sides { across, down })
                .into_iter()
                .chain([Grip::Whole])
            {
                for by in [(-9_000, -9_000), (9_000, 9_000), (i32::MAX, i32::MIN), (7, -3)] {
                    let by = (Length(by.0), Length(by.1));
                    let (rect, _) = dragged(&design, element.id, grip, by, Length(15)).expect("there");
                    let made = design.changed(|draft| {
                        let own = draft.elements.iter_mut().find(|one| one.id == element.id).expect("it");
                        own.place = Place::of(rect, Anchor::TopLeft);
                    });
                    assert!(made.is_ok(), "{} {grip:?} {by:?}: {made:?}", element.name);
                }
            }
        }
    }

    #[test]
    fn keys_move_by_what_they_say_and_hold_at_the_edge() {
        let name = named(&solemn(), "Họ và tên");
        let before = name.place.rect();
        let rect = nudged(&name, Page::ALL[0], (Length(10), Length(-1)), false);
        assert_eq!((rect.left, rect.top), (before.left + Length(10), before.top - Length(1)));
        let rect = nudged(&name, Page::ALL[0], (Length(0), Length(5)), true);
        assert_eq!((rect.top, rect.bottom), (before.top, before.bottom + Length(5)));
        let rect = nudged(&name, Page::ALL[0], (Length(-9_999), Length(0)), false);
        assert_eq!((rect.left, rect.width()), (Length(0), before.width()));
    }

    #[test]
    fn handles_are_where_they_are_drawn() {
        let rect = Place::at(10, 20, 40, 10).rect();
        for side in Grip::SIDES {
            let at = Grip::handle(rect, side);
            assert_eq!(Grip::at(rect, at, Length(5)), Some(Grip::Sides { across: side.0, down: side.1 }));
        }
        assert_eq!(Grip::at(rect, (Length::mm(25), Length::mm(24)), Length(5)), None);
    }
}
