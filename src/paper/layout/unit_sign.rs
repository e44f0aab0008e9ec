//! Signs of units: A4 across, the name as large as the page holds.

use super::fit::{Sizes, centred};
use super::page::{A4, Layout, Mark, Page};
use super::typesetter::Typesetter;
use crate::paper::content::{Span, UnitSign};
use crate::paper::finding::Finding;
use crate::paper::measures::MM;

/// Sizes of a name: read from the platform. A longer one takes several lines.
const NAME: Sizes = Sizes { usual: 150.0, one_line: 96.0 };
/// A name smaller than this is hard to read from afar.
const SMALL: f32 = 54.0;
/// Sizes of "XÃ" over it.
const KIND: Sizes = Sizes { usual: 72.0, one_line: 40.0 };
/// Text stays this far from the edges, in millimetres.
const SIDE: f32 = 15.0;

/// Sets all signs.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, signs: &[UnitSign]) {
    let (width, height) = (A4.1, A4.0);
    let across = width - 2.0 * SIDE * MM;
    for sign in signs {
        let mut items = Vec::new();
        let mut put = |setter: &mut Typesetter, text: &str, sizes, (from, to): (f32, f32)| {
            let room = (across, (to - from) * MM);
            let (size, block) = centred(setter, &Span::bold(text), sizes, (SIDE * MM, from * MM), room);
            items.extend(block.items);
            size
        };
        let whole = format!("{} {}", sign.kind, sign.name);
        setter.about(Some(whole.trim()));
        // Alone, the name stands in the middle of the page.
        let room = if sign.kind.is_empty() { (SIDE, 195.0) } else { (74.0, 180.0) };
        if !sign.kind.is_empty() {
            put(setter, &sign.kind, KIND, (40.0, 74.0));
        }
        if put(setter, &sign.name, NAME, room) < SMALL {
            setter.report(Finding::UnitSmall { name: whole.trim().to_owned() });
        }
        layout.outline.push(Mark::part(whole.trim(), layout.pages.len()));
        layout.pages.push(Page { width, height, items, ..Page::default() });
    }
    setter.about(None);
}
