//! The forms of certificates that the program brings along.

use super::{
    Across, Border, BorderKind, CertificateTemplate, CertificateWords, Content, Design, Down, Draft, Element,
    ElementId, Flourish, Ground, GroundKind, Ink, Page, PaperSize, Paragraph, Place, Placeholder, Span, Text,
    TextStyle, Typeface, VERSION,
};

/// A form of the program's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BuiltIn {
    /// That of before: a border, an emblem, three texts.
    Former,
    /// A quiet ground, and a typeface of its own for title and name.
    Solemn,
    /// Head, texts and signature, and nothing else.
    Plain,
    /// Only what changes from one to the next, to be printed on stock.
    Stock,
}

/// The red of titles, and the gold of ornaments.
const RED: Ink = Ink(0x9B, 0x1C, 0x1F);
const GOLD: Ink = Ink(0xB4, 0x8A, 0x3A);
/// A ground that is seen and does not disturb.
const PALE: Ink = Ink(0xF5, 0xEA, 0xD6);
/// Black that is not hard beside red.
const DARK: Ink = Ink(0x22, 0x1E, 0x1C);

impl BuiltIn {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Solemn, Self::Plain, Self::Stock, Self::Former];

    /// By what the data file knows it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Former => "former",
            Self::Solemn => "solemn",
            Self::Plain => "plain",
            Self::Stock => "stock",
        }
    }

    /// The one of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The one that a design is, on whatever sheet, if nothing of it was changed.
    pub fn of_design(design: &Design) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.design(design.page()).as_ref() == Some(design))
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Former => "Cơ bản",
            Self::Solemn => "Trang trọng",
            Self::Plain => "Theo mẫu cấp trên",
            Self::Stock => "In đè lên phôi",
        }
    }

    /// The form on a sheet. That of before is always A4 on its long side.
    pub fn template(self, page: Page) -> CertificateTemplate {
        match self.design(page) {
            Some(design) => CertificateTemplate::Designed(Box::new(design)),
            None => CertificateTemplate::Former(CertificateWords::usual()),
        }
    }

    /// The design on a sheet; none of the form of before.
    pub fn design(self, page: Page) -> Option<Design> {
        let drawn = Page { size: PaperSize::A4, ..page };
        let elements = match self {
            Self::Former => return None,
            Self::Solemn => solemn(drawn.landscape),
            Self::Plain => plain(drawn.landscape),
            Self::Stock => stock(drawn.landscape),
        };
        let draft = Draft { version: VERSION, name: self.name().to_owned(), page: drawn, elements };
        let design = Design::try_from(draft);
        debug_assert!(design.is_ok(), "{design:?}");
        Some(design.ok()?.on(page))
    }
}

/// Parts being put together, numbered as they come.
#[derive(Default)]
struct Parts(Vec<Element>);

impl Parts {
    fn add(&mut self, name: &str, place: (i32, i32, i32, i32), content: Content) {
        let id = ElementId(u32::try_from(self.0.len()).map_or(u32::MAX, |count| count + 1));
        let place = Place::at(place.0, place.1, place.2, place.3);
        self.0.push(Element { id, name: name.to_owned(), visible: true, place, content });
    }

    /// One that is there to be shown when it is wanted.
    fn hidden(&mut self, name: &str, place: (i32, i32, i32, i32), content: Content) {
        self.add(name, place, content);
        if let Some(last) = self.0.last_mut() {
            last.visible = false;
        }
    }

    fn text(
        &mut self,
        name: &str,
        place: (i32, i32, i32, i32),
        paragraphs: Vec<Paragraph>,
        style: TextStyle,
    ) {
        self.add(name, place, Content::Text(Text { paragraphs, style }));
    }
}

/// Bold text of a size.
fn bold(points: u16) -> TextStyle {
    TextStyle { bold: true, ..TextStyle::sized(points) }
}

/// Italic text of a size.
fn italic(points: u16) -> TextStyle {
    TextStyle { italic: true, ..TextStyle::sized(points) }
}

/// Text at the left.
fn left(style: TextStyle) -> TextStyle {
    TextStyle { across: Across::Left, ..style }
}

/// "Chứng nhận ông".
fn certified() -> Paragraph {
    vec![Span::words("Chứng nhận "), Span::field(Placeholder::Honorific)]
}

/// When the holder was born, and what they are.
fn holder() -> Vec<Paragraph> {
    vec![vec![Span::led("Sinh ", Placeholder::BirthDate)], vec![Span::field(Placeholder::PositionAndUnit)]]
}

/// What was completed, when and where.
fn completed() -> Vec<Paragraph> {
    vec![
        vec![Span::words("Đã hoàn thành nội dung, chương trình")],
        vec![Span::field(Placeholder::Session).bold()],
        vec![Span::field(Placeholder::Time), Span::led(", tại ", Placeholder::Venue)],
    ]
}

/// Parts that every form with a head has: where head, middle and foot lie on the sheet.
struct Frame {
    letterhead: (i32, i32, i32, i32),
    motto: (i32, i32, i32, i32),
    title: (i32, i32, i32, i32),
    flourish: (i32, i32, i32, i32),
    certified: (i32, i32, i32, i32),
    name: (i32, i32, i32, i32),
    holder: (i32, i32, i32, i32),
    completed: (i32, i32, i32, i32),
    date: (i32, i32, i32, i32),
    signature: (i32, i32, i32, i32),
    number: (i32, i32, i32, i32),
    code: (i32, i32, i32, i32),
    logo: (i32, i32, i32, i32),
}

/// A4 on its long side.
const LANDSCAPE: Frame = Frame {
    letterhead: (20, 21, 114, 19),
    motto: (163, 21, 114, 19),
    title: (38, 47, 221, 20),
    flourish: (108, 67, 81, 6),
    certified: (48, 75, 201, 8),
    name: (38, 83, 221, 17),
    holder: (48, 101, 201, 15),
    completed: (43, 118, 211, 24),
    date: (165, 145, 106, 7),
    signature: (165, 152, 106, 39),
    number: (24, 183, 90, 7),
    code: (22, 154, 26, 26),
    logo: (137, 19, 23, 23),
};

/// A4 on its short side.
const PORTRAIT: Frame = Frame {
    letterhead: (17, 24, 76, 26),
    motto: (95, 24, 98, 19),
    title: (20, 74, 170, 20),
    flourish: (64, 97, 82, 6),
    certified: (25, 112, 160, 9),
    name: (20, 121, 170, 20),
    holder: (25, 143, 160, 22),
    completed: (25, 167, 160, 38),
    date: (95, 215, 96, 7),
    signature: (95, 222, 96, 52),
    number: (22, 267, 70, 7),
    code: (20, 237, 28, 28),
    logo: (91, 50, 28, 22),
};

/// The sheet of a form with a head.
fn frame(landscape: bool) -> &'static Frame {
    if landscape { &LANDSCAPE } else { &PORTRAIT }
}

/// The head: who issues it, and quốc hiệu with tiêu ngữ.
fn head(parts: &mut Parts, frame: &Frame) {
    parts.add("Cơ quan ban hành", frame.letterhead, Content::Letterhead(TextStyle::sized(12)));
    parts.add("Quốc hiệu, tiêu ngữ", frame.motto, Content::Motto(TextStyle::sized(12)));
}

/// The foot: day and signature on the right, number and code on the left.
fn foot(parts: &mut Parts, frame: &Frame) {
    parts.add("Địa danh, ngày tháng", frame.date, Content::PlaceDate(italic(14)));
    parts.add("Khối chữ ký", frame.signature, Content::Signature(bold(13)));
    let number = TextStyle { down: Down::Bottom, ..left(TextStyle::sized(13)) };
    parts.add("Số giấy chứng nhận", frame.number, Content::Number(number));
    parts.hidden("Mã xác minh", frame.code, Content::Code);
}

fn solemn(landscape: bool) -> Vec<Element> {
    let mut parts = Parts::default();
    let frame = frame(landscape);
    let (width, height) = if landscape { (297, 210) } else { (210, 297) };
    let ground = Ground { kind: GroundKind::Rosette, ink: PALE };
    let side = if landscape { 150 } else { 160 };
    let middle = ((width - side) / 2, (height - side) / 2 + 4, side, side);
    parts.add("Nền hoa văn", middle, Content::Ground(ground));
    let border = Border { kind: BorderKind::Braid, ink: RED, inner: GOLD };
    parts.add("Khung viền", (8, 8, width - 16, height - 16), Content::Border(border));
    head(&mut parts, frame);
    parts.add("Logo", frame.logo, Content::Logo);
    let display =
        |points, ink| TextStyle { typeface: Typeface::Display, ink, down: Down::Middle, ..bold(points) };
    let title = TextStyle { tracking: 50, ..display(40, RED) };
    parts.text("Tiêu đề", frame.title, vec![vec![Span::words("GIẤY CHỨNG NHẬN")]], title);
    parts.add("Hoa văn dưới tiêu đề", frame.flourish, Content::Flourish(Flourish { ink: RED, inner: GOLD }));
    let text = |points| TextStyle { ink: DARK, leading: 130, down: Down::Middle, ..TextStyle::sized(points) };
    parts.text("Lời chứng nhận", frame.certified, vec![certified()], text(16));
    let name = TextStyle { italic: true, ..display(36, DARK) };
    parts.add("Họ và tên", frame.name, Content::Name(name));
    parts.text("Người được cấp", frame.holder, holder(), text(15));
    parts.text("Nội dung", frame.completed, completed(), TextStyle { leading: 140, ..text(16) });
    foot(&mut parts, frame);
    parts.0
}

fn plain(landscape: bool) -> Vec<Element> {
    let mut parts = Parts::default();
    let frame = frame(landscape);
    head(&mut parts, frame);
    parts.hidden("Logo", frame.logo, Content::Logo);
    let middle = |style| TextStyle { down: Down::Middle, ..style };
    let title = TextStyle { tracking: 40, ..middle(bold(34)) };
    parts.text("Tiêu đề", frame.title, vec![vec![Span::words("GIẤY CHỨNG NHẬN")]], title);
    let text = |points| TextStyle { leading: 130, ..middle(TextStyle::sized(points)) };
    parts.text("Lời chứng nhận", frame.certified, vec![certified()], text(16));
    parts.add("Họ và tên", frame.name, Content::Name(middle(bold(30))));
    parts.text("Người được cấp", frame.holder, holder(), text(15));
    parts.text("Nội dung", frame.completed, completed(), TextStyle { leading: 140, ..text(16) });
    foot(&mut parts, frame);
    parts.0
}

/// Lines beside the words that stand on the stock: at the left, each over its dots.
fn stock(landscape: bool) -> Vec<Element> {
    let mut parts = Parts::default();
    let (from, width, first, step) = if landscape { (95, 165, 86, 11) } else { (70, 122, 118, 13) };
    let line = |place: i32| (from, first + (place - 1) * step, width, 9);
    let style = TextStyle { down: Down::Bottom, ..left(TextStyle::sized(15)) };
    let mut text = |name: &str, place: i32, spans: Paragraph| {
        parts.text(name, line(place), vec![spans], style);
    };
    text("Năm sinh", 2, vec![Span::field(Placeholder::BirthYear)]);
    text("Chức vụ, đơn vị", 3, vec![Span::field(Placeholder::PositionAndUnit)]);
    text("Lớp", 4, vec![Span::field(Placeholder::Session)]);
    text("Thời gian", 5, vec![Span::field(Placeholder::Time)]);
    let name = TextStyle { bold: true, ..TextStyle { down: Down::Bottom, ..left(TextStyle::sized(18)) } };
    parts.add("Họ và tên", line(1), Content::Name(name));
    let frame = frame(landscape);
    parts.add("Địa danh, ngày tháng", frame.date, Content::PlaceDate(italic(14)));
    parts.hidden("Khối chữ ký", frame.signature, Content::Signature(bold(13)));
    let number = TextStyle { down: Down::Bottom, ..left(TextStyle::sized(13)) };
    parts.add("Số giấy chứng nhận", frame.number, Content::Number(number));
    parts.hidden("Mã xác minh", frame.code, Content::Code);
    parts.0
}
