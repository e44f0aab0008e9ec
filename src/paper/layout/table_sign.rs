//! Table signs: A4 across, folded in the middle, each face with the name.

use super::fit::{Sizes, centred};
use super::page::{A4, Colour, Item, Layout, Page, Rule};
use super::typesetter::Typesetter;
use crate::paper::content::{Span, TableSign};
use crate::paper::finding::Finding;
use crate::paper::measures::MM;

/// Sizes of a name: read from the other end of a hall.
const NAME: Sizes = Sizes { usual: 66.0, one_line: 40.0 };
/// Sizes of position and unit.
const UNDER: Sizes = Sizes { usual: 26.0, one_line: 18.0 };
/// Text stays this far from the edges and from the fold, in millimetres.
const SIDE: f32 = 15.0;

/// Sets all signs. The lower half is drawn upright, and everything once more turned
/// by half about the middle of the page: folded, both faces read upright.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, signs: &[TableSign]) {
    let (width, height) = (A4.1, A4.0);
    layout.shared.push(fold(width, height));
    for sign in signs {
        setter.about(Some(&sign.subject.name));
        let mut items = Vec::new();
        let across = width - 2.0 * SIDE * MM;
        let middle = height / 2.0;
        let named = !sign.position.is_empty() || !sign.unit.is_empty();
        // Alone, the name stands in the middle of its face.
        let name_room = if named { (14.0, 58.0) } else { (14.0, 92.0) };
        let mut put = |setter: &mut Typesetter, span: Span, sizes, (from, to): (f32, f32)| {
            let at = (SIDE * MM, middle + from * MM);
            let (size, block) = centred(setter, &span, sizes, at, (across, (to - from) * MM));
            items.extend(block.items);
            size
        };
        let size = put(setter, Span::bold(&sign.name), NAME, name_room);
        if size < NAME.one_line {
            setter.report(Finding::NameSmall { name: sign.name.clone() });
        }
        match (sign.position.is_empty(), sign.unit.is_empty()) {
            (false, false) => {
                put(setter, Span::plain(&sign.position), UNDER, (61.0, 75.0));
                put(setter, Span::plain(&sign.unit), UNDER, (76.0, 92.0));
            }
            (true, true) => {}
            _ => {
                let one = if sign.position.is_empty() { &sign.unit } else { &sign.position };
                put(setter, Span::plain(one), UNDER, (62.0, 84.0));
            }
        }
        layout.pages.push(Page {
            width,
            height,
            shared: vec![0],
            items,
            twice: true,
            delegates: vec![sign.subject.delegate],
            ..Page::default()
        });
    }
    setter.about(None);
}

/// Marks at both ends of the fold.
fn fold(width: f32, height: f32) -> Vec<Item> {
    let y = height / 2.0;
    let mark = |from: f32, to: f32| {
        Item::Rule(Rule { from: (from * MM, y), to: (to * MM, y), thickness: 0.4, colour: Colour::GREY })
    };
    let end = width / MM;
    vec![mark(5.0, 13.0), mark(end - 13.0, end - 5.0)]
}
