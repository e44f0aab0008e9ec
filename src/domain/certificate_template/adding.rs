//! Parts that are put onto a form: what each shows at first, and where it lies.

use super::{
    Border, BorderKind, Content, Design, Element, Flourish, Ground, GroundKind, Ink, Length, Place, Rect,
    Span, Stroke, Text, TextStyle,
};

/// A part that can be put onto a form. A picture is chosen first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewElement {
    /// Words.
    Text,
    /// The name.
    Name,
    /// The number.
    Number,
    /// Place and day.
    PlaceDate,
    /// Who issues it.
    Letterhead,
    /// Quốc hiệu, tiêu ngữ.
    Motto,
    /// Room to sign.
    Signature,
    /// The code by which it is verified.
    Code,
    /// The logo.
    Logo,
    /// A border of curves.
    Border,
    /// A pale ground.
    Ground,
    /// An ornament under a title.
    Flourish,
    /// A line.
    Line,
    /// A rectangle.
    Frame,
}

impl NewElement {
    /// All of them, with what they are called at first.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Text, "Chữ"),
        (Self::Name, "Họ và tên"),
        (Self::Number, "Số giấy chứng nhận"),
        (Self::PlaceDate, "Địa danh, ngày tháng"),
        (Self::Letterhead, "Cơ quan ban hành"),
        (Self::Motto, "Quốc hiệu, tiêu ngữ"),
        (Self::Signature, "Khối chữ ký"),
        (Self::Code, "Mã xác minh"),
        (Self::Logo, "Logo"),
        (Self::Border, "Khung viền"),
        (Self::Ground, "Nền hoa văn"),
        (Self::Flourish, "Hoa văn"),
        (Self::Line, "Đường kẻ"),
        (Self::Frame, "Khung chữ nhật"),
    ];

    /// What it shows at first.
    fn content(self) -> Content {
        let style = TextStyle::sized(14);
        let red = Ink(0x9B, 0x1C, 0x1F);
        let gold = Ink(0xB4, 0x8A, 0x3A);
        let stroke = Stroke { thickness: 10, ink: Ink::BLACK };
        match self {
            Self::Text => Content::Text(Text { paragraphs: vec![vec![Span::words("Chữ")]], style }),
            Self::Name => Content::Name(TextStyle { bold: true, ..TextStyle::sized(30) }),
            Self::Number => Content::Number(style),
            Self::PlaceDate => Content::PlaceDate(TextStyle { italic: true, ..style }),
            Self::Letterhead => Content::Letterhead(TextStyle::sized(12)),
            Self::Motto => Content::Motto(TextStyle::sized(12)),
            Self::Signature => Content::Signature(TextStyle { bold: true, ..TextStyle::sized(13) }),
            Self::Code => Content::Code,
            Self::Logo => Content::Logo,
            Self::Border => Content::Border(Border { kind: BorderKind::Lines, ink: red, inner: gold }),
            Self::Ground => Content::Ground(Ground { kind: GroundKind::Rosette, ink: Ink(0xF5, 0xEA, 0xD6) }),
            Self::Flourish => Content::Flourish(Flourish { ink: red, inner: gold }),
            Self::Line => Content::Line(stroke),
            Self::Frame => Content::Frame(stroke),
        }
    }

    /// How wide and how tall it is at first, in millimetres.
    fn size(self) -> (i32, i32) {
        match self {
            Self::Text | Self::Number | Self::PlaceDate => (80, 10),
            Self::Name => (120, 16),
            Self::Letterhead | Self::Motto => (90, 20),
            Self::Signature => (80, 44),
            Self::Code | Self::Logo => (25, 25),
            Self::Border | Self::Ground | Self::Frame => (100, 70),
            Self::Flourish => (80, 6),
            Self::Line => (80, 0),
        }
    }
}

/// The part, in the middle of the page, and no larger than it. A border goes all around.
pub fn added(design: &Design, new: NewElement) -> Element {
    let name = NewElement::ALL.iter().find(|(one, _)| *one == new).map_or("", |(_, name)| name);
    if new == NewElement::Border {
        let Rect { right, bottom, .. } = design.page().rect();
        let edge = Length::mm(8);
        let rect = Rect { left: edge, top: edge, right: right - edge, bottom: bottom - edge };
        return element(design, name, Place::of(rect, Default::default()), new.content());
    }
    element(design, name, in_the_middle(design, new.size()), new.content())
}

/// A part with a name and an id of its own.
pub fn element(design: &Design, name: &str, place: Place, content: Content) -> Element {
    Element { id: design.free_id(), name: name.to_owned(), visible: true, place, content }
}

/// A box of a size in millimetres in the middle of the page, made smaller where the page is.
pub fn in_the_middle(design: &Design, (width, height): (i32, i32)) -> Place {
    let (across, down) = design.page().sides();
    let (width, height) = (Length::mm(width).min(across), Length::mm(height).min(down));
    let (left, top) = (Length((across - width).0 / 2), Length((down - height).0 / 2));
    let rect = Rect { left, top, right: left + width, bottom: top + height };
    Place::of(rect, Default::default())
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::super::built_in::BuiltIn;
    use super::super::change::Change;
    use super::*;

    #[test]
    fn every_part_can_be_put_onto_every_sheet() {
        for page in Page::ALL {
            let design = BuiltIn::Plain.design(page).expect("a design");
            for (new, name) in NewElement::ALL {
                let element = added(&design, new);
                assert_eq!(element.name, name);
                let made = Change::Add(element).of(&design);
                assert!(made.is_ok(), "{new:?} on {page:?}: {made:?}");
            }
        }
    }
}
