//! Distances, corners and fixed sizes, in logical pixels. All whole numbers:
//! glyphs that always fall on the same part of a pixel are drawn from the cache.

/// Between an icon and its word.
pub const XS: f32 = 4.0;
/// Between things that belong together: chips, buttons.
pub const S: f32 = 8.0;
/// Between a label's group and the next; inside a button.
pub const M: f32 = 12.0;
/// Inside a card; between cards.
pub const L: f32 = 16.0;
/// Around a page.
pub const XL: f32 = 24.0;

/// Corners of chips inside fields, small buttons.
pub const RADIUS_S: f32 = 6.0;
/// Corners of buttons and fields.
pub const RADIUS: f32 = 8.0;
/// Corners of cards.
pub const RADIUS_L: f32 = 12.0;

/// Height of a button, a field, a select.
pub const CONTROL: f32 = 38.0;
/// Height of a small button or a chip that can be pressed.
pub const CONTROL_S: f32 = 30.0;
/// Height of a table row of one line.
pub const ROW: f32 = 36.0;
/// Height of a table row of two lines.
pub const ROW_TALL: f32 = 54.0;
/// Height of a table's head.
pub const ROW_HEAD: f32 = 35.0;

/// Width of the sidebar.
pub const SIDEBAR: f32 = 216.0;
/// Width of the sidebar when the window is narrow: icons only.
pub const SIDEBAR_NARROW: f32 = 64.0;
/// Windows narrower than this, in logical pixels, get the narrow sidebar.
pub const NARROW: f32 = 960.0;
/// From this width on, a page has room for a column beside its main one.
pub const WIDE: f32 = 1200.0;
/// Width of a panel beside a table.
pub const PANEL: f32 = 296.0;
