//! Lucide icons, from a subset of its font (`assets/icons`).
//!
//! A glyph is drawn from the cache like a letter: far cheaper than an SVG under
//! software rendering. A new icon needs its glyph in the subset; the licence
//! file beside it names the source.

use iced::advanced::text::{self as advanced, Renderer as _};
use iced::alignment::Vertical;
use iced::widget::text::{Alignment, LineHeight, Shaping, Wrapping};
use iced::widget::{Text, text};
use iced::{Color, Font, Pixels, Point, Rectangle, Renderer, Size};

/// The font of the icons.
pub const FONT: Font = Font::with_name("lucide");

/// The usual size.
pub const SIZE: f32 = 18.0;
/// Beside small text.
pub const SIZE_S: f32 = 16.0;

macro_rules! icons {
    ($($name:ident = $glyph:literal),* $(,)?) => {
        /// An icon by its Lucide name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $(
                #[doc = concat!("Lucide `", stringify!($name), "`.")]
                $name,
            )*
        }

        impl Icon {
            /// Its glyph in [`FONT`].
            pub const fn glyph(self) -> char {
                match self {
                    $(Self::$name => $glyph,)*
                }
            }

            /// The icon of a Lucide name, as it is written here.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// All icons of the subset.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

icons! {
    ALargeSmall = '\u{e587}',
    ArrowDown = '\u{e042}',
    ArrowDownAZ = '\u{e415}',
    ArrowRight = '\u{e049}',
    ArrowUp = '\u{e04a}',
    ArrowUpAZ = '\u{e41a}',
    Award = '\u{e04f}',
    Banknote = '\u{e052}',
    BookCheck = '\u{e546}',
    BookMarked = '\u{e3f1}',
    BookOpen = '\u{e05f}',
    Building2 = '\u{e290}',
    Calendar = '\u{e063}',
    ChartColumn = '\u{e2a3}',
    Check = '\u{e06c}',
    CheckCheck = '\u{e38e}',
    ChevronDown = '\u{e06d}',
    ChevronLeft = '\u{e06e}',
    ChevronRight = '\u{e06f}',
    ChevronUp = '\u{e070}',
    Circle = '\u{e076}',
    CircleAlert = '\u{e077}',
    CircleCheck = '\u{e226}',
    CircleDot = '\u{e345}',
    ClipboardCheck = '\u{e219}',
    ClipboardPaste = '\u{e3e8}',
    Clock = '\u{e087}',
    Columns3 = '\u{e099}',
    Copy = '\u{e09e}',
    Download = '\u{e0b2}',
    Ellipsis = '\u{e0b6}',
    ExternalLink = '\u{e0b9}',
    Eye = '\u{e0ba}',
    EyeOff = '\u{e0bb}',
    FileDown = '\u{e318}',
    FileSpreadsheet = '\u{e326}',
    FileText = '\u{e0cc}',
    FileUp = '\u{e32a}',
    Filter = '\u{e0dc}',
    FolderOpen = '\u{e247}',
    GraduationCap = '\u{e234}',
    GripVertical = '\u{e0eb}',
    HardDrive = '\u{e0ed}',
    Hash = '\u{e0ef}',
    History = '\u{e1f5}',
    IdCard = '\u{e617}',
    Image = '\u{e0f6}',
    Info = '\u{e0f9}',
    Keyboard = '\u{e284}',
    Languages = '\u{e0fe}',
    Layers = '\u{e529}',
    LayoutDashboard = '\u{e1c1}',
    List = '\u{e106}',
    Lock = '\u{e10b}',
    Mail = '\u{e10f}',
    MapPin = '\u{e111}',
    MessageSquare = '\u{e117}',
    Minus = '\u{e11c}',
    Pencil = '\u{e1f9}',
    Phone = '\u{e133}',
    Plus = '\u{e13d}',
    Presentation = '\u{e4ae}',
    Printer = '\u{e141}',
    QrCode = '\u{e1df}',
    Redo2 = '\u{e2a0}',
    RefreshCw = '\u{e145}',
    Save = '\u{e14d}',
    ScanLine = '\u{e258}',
    Search = '\u{e151}',
    Settings = '\u{e154}',
    Signature = '\u{e5f2}',
    Split = '\u{e440}',
    Square = '\u{e167}',
    SquareCheck = '\u{e559}',
    SquareMinus = '\u{e171}',
    Tent = '\u{e227}',
    Trash2 = '\u{e18e}',
    TriangleAlert = '\u{e193}',
    Undo2 = '\u{e2a1}',
    Upload = '\u{e19e}',
    User = '\u{e19f}',
    UserPlus = '\u{e1a2}',
    UserX = '\u{e1a3}',
    Users = '\u{e1a4}',
    X = '\u{e1b2}',
    ZoomIn = '\u{e1b6}',
    ZoomOut = '\u{e1b7}',
}

impl Icon {
    /// The icon at the usual size. Takes its colour from around it.
    pub fn view<'a>(self) -> Text<'a> {
        self.sized(SIZE)
    }

    /// The icon at another size.
    pub fn sized<'a>(self, size: f32) -> Text<'a> {
        text(self.glyph())
            .font(FONT)
            .size(size)
            .line_height(LineHeight::Absolute(Pixels(size)))
            .shaping(Shaping::Basic)
    }
}

impl Icon {
    /// The icon, small, for widgets that draw it themselves: the point they give
    /// is its middle.
    pub fn drawn(self) -> advanced::Text<String, Font> {
        advanced::Text {
            content: self.glyph().to_string(),
            bounds: Size::new(SIZE_S * 2.0, SIZE_S),
            size: Pixels(SIZE_S),
            line_height: LineHeight::Absolute(Pixels(SIZE_S)),
            font: FONT,
            align_x: Alignment::Center,
            align_y: Vertical::Center,
            shaping: Shaping::Basic,
            wrapping: Wrapping::None,
        }
    }
}

/// Draws an icon with its left edge and its middle at a point, for widgets that draw themselves.
///
/// Its own room is what it is clipped to: the renderer takes a text whose clip lies
/// inside the layer for one that needs no mask, and would paint it whole.
pub fn draw(renderer: &mut Renderer, icon: Icon, size: f32, at: Point, color: Color) {
    let corner = Point::new(at.x, (at.y - size / 2.0).round());
    let text = advanced::Text {
        content: icon.glyph().to_string(),
        bounds: Size::new(size * 2.0, size),
        size: Pixels(size),
        line_height: LineHeight::Absolute(Pixels(size)),
        font: FONT,
        align_x: Alignment::Left,
        align_y: Vertical::Top,
        shaping: Shaping::Basic,
        wrapping: Wrapping::None,
    };
    renderer.fill_text(text, corner, color, Rectangle::new(corner, Size::new(size * 2.0, size)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_its_glyph_in_the_font() {
        let face = ttf_parser::Face::parse(include_bytes!("../../assets/icons/Lucide-subset.ttf"), 0)
            .expect("the icon font");
        for icon in Icon::ALL {
            assert!(face.glyph_index(icon.glyph()).is_some(), "{icon:?}");
        }
    }
}
