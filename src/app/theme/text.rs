//! Text roles. Screens name a role, never a size: few sizes keep the glyph
//! cache small and the page calm.

use iced::font::Weight;
use iced::widget::text::{LineHeight, Wrapping};
use iced::widget::{Text, text};
use iced::{Color, Font, Pixels};

use super::palette;

/// The window's typeface.
pub const REGULAR: Font = Font::with_name("Be Vietnam Pro");
/// Labels of buttons and tabs.
pub const MEDIUM: Font = Font { weight: Weight::Medium, ..REGULAR };
/// Titles, names, labels of fields.
pub const SEMIBOLD: Font = Font { weight: Weight::Semibold, ..REGULAR };

/// The files of the typeface and of the icons, to load at start.
pub const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../assets/fonts/BeVietnamPro-Regular.ttf"),
    include_bytes!("../../../assets/fonts/BeVietnamPro-Medium.ttf"),
    include_bytes!("../../../assets/fonts/BeVietnamPro-SemiBold.ttf"),
    include_bytes!("../../../assets/icons/Lucide-subset.ttf"),
];

/// What a piece of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A number on a card.
    Figure,
    /// The title of a page.
    Title,
    /// The name of the program, the title of a dialog.
    Subtitle,
    /// The head of a card; a name in a table.
    Strong,
    /// The word on a button or tab.
    Label,
    /// Everything else.
    Body,
    /// The label of a field.
    FieldLabel,
    /// A second line, a hint, a breadcrumb.
    Small,
    /// The word on a chip, the head of a table.
    SmallLabel,
    /// A key on a keyboard, a count.
    Tiny,
}

impl Role {
    /// Its size.
    pub const fn size(self) -> f32 {
        match self {
            Self::Figure => 24.0,
            Self::Title => 20.0,
            Self::Subtitle => 16.0,
            Self::Strong | Self::Label | Self::Body => 14.0,
            Self::FieldLabel | Self::Small | Self::SmallLabel => 13.0,
            Self::Tiny => 12.0,
        }
    }

    /// Height of one line: whole pixels.
    pub const fn line(self) -> f32 {
        match self {
            Self::Figure => 32.0,
            Self::Title => 28.0,
            Self::Subtitle => 22.0,
            Self::Strong | Self::Label | Self::Body => 20.0,
            Self::FieldLabel | Self::Small | Self::SmallLabel => 18.0,
            Self::Tiny => 16.0,
        }
    }

    /// Its cut of the typeface.
    pub const fn font(self) -> Font {
        match self {
            Self::Figure | Self::Title | Self::Subtitle | Self::Strong | Self::FieldLabel => SEMIBOLD,
            Self::Label | Self::SmallLabel | Self::Tiny => MEDIUM,
            Self::Body | Self::Small => REGULAR,
        }
    }

    /// Its colour when nothing else is said.
    pub const fn color(self) -> Color {
        match self {
            Self::Small | Self::SmallLabel | Self::Tiny => palette::MUTED,
            _ => palette::INK,
        }
    }

    /// Line height as iced wants it.
    pub const fn line_height(self) -> LineHeight {
        LineHeight::Absolute(Pixels(self.line()))
    }
}

/// Text in a role and its colour.
pub fn styled<'a>(content: impl text::IntoFragment<'a>, role: Role) -> Text<'a> {
    plain(content, role).color(role.color())
}

/// Text in a role that takes its colour from around it, as in buttons.
pub fn plain<'a>(content: impl text::IntoFragment<'a>, role: Role) -> Text<'a> {
    text(content).size(role.size()).line_height(role.line_height()).font(role.font())
}

/// Text on one line, cut at the edge of its container.
pub fn one_line<'a>(content: impl text::IntoFragment<'a>, role: Role) -> Text<'a> {
    styled(content, role).wrapping(Wrapping::None)
}

/// The head of a card.
pub fn strong<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    styled(content, Role::Strong)
}

/// Ordinary text.
pub fn body<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    styled(content, Role::Body)
}

/// A second line, a hint.
pub fn small<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    styled(content, Role::Small)
}

#[cfg(test)]
mod tests {
    use super::FONTS;

    /// The renderer remembers no glyph without pixels, and a frame with many words takes twice as long
    /// (packaging/blanks.py).
    #[test]
    fn blanks_have_a_picture_that_the_renderer_remembers() {
        for font in &FONTS[..3] {
            let face = ttf_parser::Face::parse(font, 0).expect("a typeface");
            for blank in [' ', '\u{a0}'] {
                let glyph = face.glyph_index(blank).expect("a glyph");
                assert!(face.glyph_bounding_box(glyph).is_some(), "{blank:?} in {:?}", face.names());
            }
        }
    }
}
