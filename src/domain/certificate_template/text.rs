//! Text of a certificate: what it says, what it leaves to fill in, and how it looks.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a certificate leaves to fill in, of its holder and of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placeholder {
    /// The name.
    Name,
    /// Chức vụ.
    Position,
    /// Đơn vị, as the list has it.
    Unit,
    /// The year of birth.
    BirthYear,
    /// How the session is called.
    Session,
    /// Its days in words.
    Time,
    /// "ông", "bà"; with a capital where it begins.
    Honorific,
    /// Post and unit as one phrase: "Chủ tịch UBMTTQ xã Tam Đại".
    PositionAndUnit,
    /// The day of birth as it is known: "12/5/1969", "1969".
    BirthDate,
    /// Where it was held.
    Venue,
    /// How many sittings there were: "04 buổi".
    Sittings,
    /// How many hours they took together: "14 giờ".
    Hours,
    /// "127/CN-MTTQ".
    Number,
    /// The number of the decision that recognises the results.
    DecisionNumber,
    /// Its day: "09/10/2020".
    DecisionDate,
    /// Xếp loại.
    Grade,
    /// "Hoàn thành".
    Result,
    /// Who signs.
    Signatory,
    /// Their office: "Chủ tịch".
    SignatoryTitle,
    /// The day of issue in words.
    IssueDate,
    /// Địa danh.
    Place,
    /// The body that issues it, as in a sentence.
    Issuer,
    /// The cluster.
    Cluster,
}

impl Placeholder {
    /// Every one with the word for it, in the order in which they are offered.
    pub const ALL: [(Self, &'static str); 23] = [
        (Self::Honorific, "Ông/Bà"),
        (Self::Name, "Họ và tên"),
        (Self::BirthDate, "Ngày sinh"),
        (Self::BirthYear, "Năm sinh"),
        (Self::Position, "Chức vụ"),
        (Self::Unit, "Đơn vị"),
        (Self::PositionAndUnit, "Chức vụ, đơn vị"),
        (Self::Session, "Lớp"),
        (Self::Time, "Thời gian"),
        (Self::Venue, "Địa điểm"),
        (Self::Cluster, "Cụm"),
        (Self::Sittings, "Số buổi"),
        (Self::Hours, "Số giờ"),
        (Self::Result, "Kết quả"),
        (Self::Grade, "Xếp loại"),
        (Self::Number, "Số giấy chứng nhận"),
        (Self::DecisionNumber, "Số quyết định"),
        (Self::DecisionDate, "Ngày quyết định"),
        (Self::IssueDate, "Ngày cấp"),
        (Self::Place, "Địa danh"),
        (Self::Issuer, "Cơ quan cấp"),
        (Self::Signatory, "Người ký"),
        (Self::SignatoryTitle, "Chức vụ người ký"),
    ];

    /// The word for it, as its chip shows.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }

    /// Whether it is a fact of the holder, and none of the session, its cluster or its papers.
    pub fn is_of_person(self) -> bool {
        self.is_personal()
            && !matches!(
                self,
                Self::Time | Self::Venue | Self::Cluster | Self::Sittings | Self::Hours | Self::IssueDate
            )
    }

    /// Whether it says something else of everyone.
    pub fn is_personal(self) -> bool {
        !matches!(
            self,
            Self::Session
                | Self::DecisionNumber
                | Self::DecisionDate
                | Self::Signatory
                | Self::SignatoryTitle
                | Self::Place
                | Self::Issuer
        )
    }
}

/// A family of typefaces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// That of all papers (Times).
    #[default]
    Text,
    /// For titles and names, with more contrast.
    Display,
}

/// A colour; "#A3201D" in files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);
}

impl fmt::Display for Ink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(red, green, blue) = self;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl From<Ink> for String {
    fn from(ink: Ink) -> Self {
        ink.to_string()
    }
}

/// What is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no colour")]
pub struct NoInk(pub String);

impl TryFrom<String> for Ink {
    type Error = NoInk;

    fn try_from(text: String) -> Result<Self, NoInk> {
        let part = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
        let is_hex = text.len() == 7
            && text.starts_with('#')
            && text.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit());
        match (part(1), part(3), part(5)) {
            (Some(red), Some(green), Some(blue)) if is_hex => Ok(Self(red, green, blue)),
            _ => Err(NoInk(text.chars().take(20).collect())),
        }
    }
}

/// How text stands between the sides of its box.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Across {
    /// At the left.
    Left,
    /// In the middle.
    #[default]
    Centre,
    /// At the right.
    Right,
}

/// How text stands between top and bottom of its box.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Down {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// A size of text in half points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfPoints(pub u16);

impl HalfPoints {
    /// The smallest text that prints well, and the largest that is of use on these sheets.
    pub const RANGE: std::ops::RangeInclusive<Self> = Self(8)..=Self(240);

    /// In points.
    pub fn points(self) -> f32 {
        f32::from(self.0) / 2.0
    }
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextStyle {
    /// Its size where there is room.
    pub size: HalfPoints,
    /// How small it may get to fit its box.
    pub least: HalfPoints,
    /// Its typeface.
    pub typeface: Typeface,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Its colour.
    pub ink: Ink,
    /// Space between letters in thousandths of the size.
    pub tracking: i16,
    /// In capitals, whatever was typed.
    pub capitals: bool,
    /// From line to line, in hundredths of the size.
    pub leading: u16,
    /// Where it stands between the sides.
    pub across: Across,
    /// Where it stands between top and bottom.
    pub down: Down,
}

impl TextStyle {
    /// How far apart letters may stand.
    pub const TRACKING: std::ops::RangeInclusive<i16> = -50..=500;
    /// How far apart lines may stand: closer, marks would meet.
    pub const LEADING: std::ops::RangeInclusive<u16> = 100..=300;

    /// Centred black text of a size in points, that may get a quarter smaller.
    pub const fn sized(points: u16) -> Self {
        Self {
            size: HalfPoints(points * 2),
            least: HalfPoints(points * 3 / 2),
            typeface: Typeface::Text,
            bold: false,
            italic: false,
            ink: Ink::BLACK,
            tracking: 0,
            capitals: false,
            leading: 120,
            across: Across::Centre,
            down: Down::Top,
        }
    }
}

/// What a piece of a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Piece {
    /// As it stands.
    Words(String),
    /// To be filled in.
    Field(FieldPiece),
}

/// Something to be filled in, with the words that go when it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldPiece {
    /// What.
    pub field: Placeholder,
    /// Words that lead to it: "tại ".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Words that follow it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tail: String,
}

/// A piece of a paragraph in one emphasis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// What it says.
    pub piece: Piece,
    /// Bold, also where the text is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic, also where the text is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
}

impl Span {
    /// Words as they stand.
    pub fn words(text: impl Into<String>) -> Self {
        Self { piece: Piece::Words(text.into()), bold: false, italic: false }
    }

    /// Something to be filled in.
    pub fn field(field: Placeholder) -> Self {
        Self::led("", field)
    }

    /// Something to be filled in, with the words that lead to it.
    pub fn led(lead: &str, field: Placeholder) -> Self {
        let piece = FieldPiece { field, lead: lead.to_owned(), tail: String::new() };
        Self { piece: Piece::Field(piece), bold: false, italic: false }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// What it leaves to fill in.
    pub fn placeholder(&self) -> Option<Placeholder> {
        match &self.piece {
            Piece::Field(field) => Some(field.field),
            Piece::Words(_) => None,
        }
    }
}

/// A paragraph.
pub type Paragraph = Vec<Span>;

/// Signs before which no space stands.
const CLOSING: [char; 7] = [',', '.', ';', ':', ')', '”', '!'];
/// Signs after which none stands.
const OPENING: [char; 3] = ['(', '“', '/'];

/// A paragraph whose pieces were entered one by one: with one space between them, but none before a comma or after a bracket.
/// Pieces that say nothing are gone.
pub fn spaced(paragraph: &[Span]) -> Paragraph {
    let mut pieces: Paragraph = Vec::with_capacity(paragraph.len());
    // Whether a space may stand before what comes next.
    let mut open = false;
    for span in paragraph {
        let mut span = span.clone();
        match &mut span.piece {
            Piece::Words(words) => {
                let text = words.trim().to_owned();
                if text.is_empty() {
                    continue;
                }
                let gap = if open && !text.starts_with(CLOSING) { " " } else { "" };
                *words = format!("{gap}{text}");
                open = !text.ends_with(OPENING);
            }
            Piece::Field(field) => {
                let (lead, tail) = (field.lead.trim(), field.tail.trim());
                let gap = if open && !lead.starts_with(CLOSING) { " " } else { "" };
                let between = if lead.is_empty() || lead.ends_with(OPENING) { "" } else { " " };
                let after = if tail.is_empty() || tail.starts_with(CLOSING) { "" } else { " " };
                (field.lead, field.tail) = (format!("{gap}{lead}{between}"), format!("{after}{tail}"));
                open = !field.tail.ends_with(OPENING);
            }
        }
        pieces.push(span);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_has_one_word_of_its_own() {
        for (place, (one, word)) in Placeholder::ALL.iter().enumerate() {
            assert_eq!(one.word(), *word);
            assert!(Placeholder::ALL[place + 1..].iter().all(|(other, same)| other != one && same != word));
        }
    }

    #[test]
    fn pieces_that_were_entered_one_by_one_stand_with_one_space_between_them() {
        let text = |paragraph: &[Span]| {
            let pieces = spaced(paragraph).into_iter().map(|span| match span.piece {
                Piece::Words(words) => words,
                Piece::Field(field) => format!("{}‹{}›{}", field.lead, field.field.word(), field.tail),
            });
            pieces.collect::<String>()
        };
        let entered = [
            Span::words("Chứng nhận  ".trim()),
            Span::field(Placeholder::Honorific),
            Span::words(", sinh (năm"),
            Span::field(Placeholder::BirthYear),
            Span::words(")"),
            Span::words("  "),
            Span::led(", tại", Placeholder::Venue),
        ];
        assert_eq!(text(&entered), "Chứng nhận ‹Ông/Bà›, sinh (năm ‹Năm sinh›), tại ‹Địa điểm›");
        assert_eq!(spaced(&spaced(&entered)), spaced(&entered));
        assert_eq!(text(&[Span::field(Placeholder::Session), Span::words("tại")]), "‹Lớp› tại");
    }

    #[test]
    fn colours_are_read_as_they_are_written_and_nothing_else_is() {
        let ink = Ink(0xA3, 0x20, 0x1D);
        assert_eq!(Ink::try_from(ink.to_string()), Ok(ink));
        for wrong in ["", "#", "A3201D", "#A3201", "#A3201DA", "#A320+1", "#đỏ0", "#€€"] {
            assert!(Ink::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
