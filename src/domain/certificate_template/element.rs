//! The parts of a certificate, each in its box.

use serde::{Deserialize, Serialize};

use super::page::Place;
use super::text::{Ink, Paragraph, Span, TextStyle};

/// Which part of its template one is: stays the same while parts come, go and change their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ElementId(pub u32);

/// A part of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Which one it is.
    pub id: ElementId,
    /// What it is called: "Họ và tên".
    pub name: String,
    /// Whether it is printed.
    pub visible: bool,
    /// Its box.
    pub place: Place,
    /// What it shows.
    pub content: Content,
}

/// What a part shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Words with what is filled in.
    Text(Text),
    /// The name, kerned and on one line as long as it can be.
    Name(TextStyle),
    /// "Số: 127/CN-MTTQ".
    Number(TextStyle),
    /// "Phú Ninh, ngày 09 tháng 10 năm 2020".
    PlaceDate(TextStyle),
    /// Cơ quan chủ quản and cơ quan ban hành.
    Letterhead(TextStyle),
    /// Quốc hiệu and tiêu ngữ, or the heading of the Party.
    Motto(TextStyle),
    /// Authority, office, room to sign and the name under it.
    Signature(TextStyle),
    /// The QR code by which the paper is checked.
    Code,
    /// The logo of the office; nothing where it has none.
    Logo,
    /// A picture of the template's own, as large as fits.
    Picture(PictureKey),
    /// A border of curves.
    Border(Border),
    /// A pale ground of fine lines.
    Ground(Ground),
    /// A small ornament in the middle of its box, between two lines.
    Flourish(Flourish),
    /// A straight line along the longer side of its box, in its middle.
    Line(Stroke),
    /// A rectangle.
    Frame(Stroke),
}

impl Content {
    /// How its text looks, where it has one.
    pub fn style(&self) -> Option<&TextStyle> {
        match self {
            Self::Text(Text { style, .. })
            | Self::Name(style)
            | Self::Number(style)
            | Self::PlaceDate(style)
            | Self::Letterhead(style)
            | Self::Motto(style)
            | Self::Signature(style) => Some(style),
            Self::Code
            | Self::Logo
            | Self::Picture(_)
            | Self::Border(_)
            | Self::Ground(_)
            | Self::Flourish(_)
            | Self::Line(_)
            | Self::Frame(_) => None,
        }
    }

    /// How its text looks, to be changed.
    pub fn style_mut(&mut self) -> Option<&mut TextStyle> {
        match self {
            Self::Text(Text { style, .. })
            | Self::Name(style)
            | Self::Number(style)
            | Self::PlaceDate(style)
            | Self::Letterhead(style)
            | Self::Motto(style)
            | Self::Signature(style) => Some(style),
            _ => None,
        }
    }

    /// Whether it says something else on every certificate.
    pub fn is_personal(&self) -> bool {
        match self {
            Self::Name(_) | Self::Number(_) | Self::Code => true,
            Self::Text(text) => {
                text.spans().any(|span| span.placeholder().is_some_and(|field| field.is_personal()))
            }
            _ => false,
        }
    }
}

/// Words in paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// What it says. A paragraph of which nothing is left takes no room.
    pub paragraphs: Vec<Paragraph>,
    /// How it looks.
    pub style: TextStyle,
}

impl Text {
    /// All pieces of it.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.paragraphs.iter().flatten()
    }
}

/// By what a picture of a template is known: SHA-256 of its bytes in hexadecimal digits, so that the same picture stands in
/// a data file once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PictureKey(String);

impl PictureKey {
    /// That of the file of a picture.
    pub fn of(file: &[u8]) -> Self {
        use sha2::Digest;
        Self(sha2::Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// As it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<PictureKey> for String {
    fn from(key: PictureKey) -> Self {
        key.0
    }
}

/// What is no key of a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no key of a picture")]
pub struct NoKey(pub String);

impl TryFrom<String> for PictureKey {
    type Error = NoKey;

    fn try_from(text: String) -> Result<Self, NoKey> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        match text.len() == 64 && text.bytes().all(is_digit) {
            true => Ok(Self(text)),
            false => Err(NoKey(text.chars().take(40).collect())),
        }
    }
}

/// A border of curves along the edges of its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    /// How it is drawn.
    pub kind: BorderKind,
    /// Colour of its outer lines.
    pub ink: Ink,
    /// Colour of its inner lines.
    pub inner: Ink,
}

/// How a border is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BorderKind {
    /// Three lines.
    #[default]
    Lines,
    /// Lines whose inner one gives way to a flower in each corner.
    Corners,
    /// A braid of two waves between lines.
    Braid,
}

/// A pale ground of fine lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// How it is drawn.
    pub kind: GroundKind,
    /// Its colour, which has to be pale.
    pub ink: Ink,
}

/// How a ground is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundKind {
    /// A rosette of fine curves in the middle.
    #[default]
    Rosette,
    /// A lotus in the middle.
    Lotus,
    /// One tint.
    Tint,
}

/// A small ornament between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flourish {
    /// Colour of the ornament.
    pub ink: Ink,
    /// Colour of the lines.
    pub inner: Ink,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stroke {
    /// How thick it is, in tenths of a point.
    pub thickness: u16,
    /// Its colour.
    pub ink: Ink,
}

impl Stroke {
    /// How thick a line may be.
    pub const THICKNESS: std::ops::RangeInclusive<u16> = 1..=200;
}
