//! What a paper says, before it is set: PDF, Word and Excel files are written from the
//! same content.

mod guide;
mod table;

pub use guide::{Chapter, Part};
pub use table::{
    Align, Amounts, Cell, Column, LETTER_SIZE, LIST_SIZE, PROGRAMME_SIZE, Reckoned, Row, Sums, Table, Unit,
    Width, cell_at,
};

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::certificate_template::{Design, Length, PictureKey};
use crate::domain::date::FuzzyDate;
use crate::domain::id::DelegateId;
use crate::domain::organisation::HeadingProfile;
use crate::domain::picture::Picture;

/// A whole paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the file says of itself.
    pub info: Info,
    /// What is on the pages.
    pub body: Body,
}

/// What a file says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Info {
    /// "Danh sách ký tên – Tập huấn công tác Mặt trận cơ sở năm 2020".
    pub title: String,
    /// The organisation.
    pub author: String,
    /// What kind of paper it is.
    pub subject: String,
    /// The day of the paper, from the data and never from the clock: the same
    /// data give the same file.
    pub date: Option<FuzzyDate>,
}

/// The two shapes a paper has.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Text and tables that flow over pages.
    Flow(Vec<Section>),
    /// One certificate a page, by the form they are printed in.
    Certificates(Vec<CertificateBatch>),
    /// Badges to be cut from sheets.
    Badges(BadgeSheets),
    /// One folded sign a page.
    TableSigns(Vec<TableSign>),
    /// One sign of a unit a page.
    UnitSigns(Vec<UnitSign>),
    /// Labels to be put on envelopes.
    Labels(LabelSheets),
    /// The user guide, or a page of it.
    Guide(Vec<Chapter>),
}

/// A part that starts on a new page and numbers its own pages: one cluster.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// "Cụm 1 – Nhà văn hóa xã Tam Đại": in the outline of the file.
    pub name: String,
    /// At the foot of each of its pages, so that a loose sheet says what it is.
    /// Empty for a letter: it numbers its pages at the top, from the second on.
    pub footer: String,
    /// Over the foot of each of its pages: how it is filled in. Empty for nothing.
    pub help: String,
    /// True for landscape pages.
    pub landscape: bool,
    /// Whom it is about: a letter to one delegate.
    pub subject: Option<Subject>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether people sign in a table of it. Each of its pages then bears its code and the marks by which a sheet
    /// that comes back signed is found again.
    pub fn is_signed(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.is_signed()))
    }
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Issuer on the left, national or Party heading on the right.
    Head(Head),
    /// Number on the left, place and date on the right, under the head.
    NumberDate(NumberDate),
    /// Centred title lines.
    Title(Vec<TitleLine>),
    /// Running text: a paragraph, a numbered heading, a point of a list.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// What follows starts on a new page.
    PageBreak,
    /// Count, place and date, signatures; what is empty takes no room. Stays with the last row of the table or
    /// the last lines of the text before it.
    Closing(Closing),
    /// The end of a letter: "Nơi nhận" and the signature. Stays with the text before it.
    Signed(Signed),
}

/// Text of one emphasis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Span {
    /// Upright text of ordinary weight.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, italic: false }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: true }
    }
}

/// The head of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Whose heading stands on the right.
    pub profile: HeadingProfile,
    /// Cơ quan chủ quản.
    pub superior: Vec<String>,
    /// Cơ quan ban hành.
    pub issuer: Vec<String>,
}

/// One line of the title, by what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TitleLine {
    /// Tên loại: "DANH SÁCH KÝ TÊN".
    Kind(String),
    /// Trích yếu: "Đại biểu tham dự …".
    Subject(String),
    /// Cluster, place and day.
    Note(String),
    /// To whom a letter goes, where that is one: "Kính gửi: …".
    Addressed(String),
}

/// A paragraph of running text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// What stands before it on its first line: "1.", "a)", "-"; empty for none.
    pub marker: String,
    /// What it says.
    pub spans: Vec<Span>,
    /// A heading stays with what follows it, and its lines are not stretched.
    pub heading: bool,
    /// The rest of its last line is dots to write on: the whole line where it says nothing.
    pub dotted: bool,
}

impl Paragraph {
    /// An ordinary paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self { spans: vec![Span::plain(text)], ..Self::default() }
    }

    /// A point of a list, after its marker.
    pub fn point(marker: impl Into<String>, text: impl Into<String>) -> Self {
        Self { marker: marker.into(), ..Self::text(text) }
    }

    /// A bold heading after its number.
    pub fn heading(number: impl Into<String>, text: impl Into<String>) -> Self {
        Self { marker: number.into(), spans: vec![Span::bold(text)], heading: true, dotted: false }
    }

    /// What is to be written by hand after the words: "Thư ký: ……………".
    pub fn dotted(text: impl Into<String>) -> Self {
        Self { dotted: true, ..Self::text(text) }
    }

    /// A line to write on.
    pub fn line() -> Self {
        Self { dotted: true, ..Self::default() }
    }
}

/// The person a row or page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The delegate.
    pub delegate: DelegateId,
    /// The name.
    pub name: String,
}

/// The end of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// "Ấn định danh sách có 87 (tám mươi bảy) người."
    pub count: String,
    /// What of the count follows from the table over it.
    pub follows: Follows,
    /// The rest of the line of the count is dots to write on.
    pub dotted: bool,
    /// Under the count, a line each: who came to each sitting.
    pub lines: Vec<String>,
    /// "Phú Ninh, ngày 25 tháng 9 năm 2020".
    pub place_date: String,
    /// Who drew up the list.
    pub left: SignatureBlock,
    /// Who else signs, between the two: the accountant of a list of payments.
    pub middle: Option<SignatureBlock>,
    /// Who signs for the organisation.
    pub right: SignatureBlock,
}

/// What of the count under a list follows from the list. A workbook counts again; what is said in words it cannot follow,
/// and says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Follows {
    /// Nothing.
    #[default]
    Nothing,
    /// This number, and the words after it: how many rows have something in their second column and are not struck.
    Rows(usize),
    /// An amount in words: what the amounts come to.
    AmountInWords,
}

/// The line under the head of a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberDate {
    /// "Số: 45/KH-MTTQ-BTT".
    pub number: String,
    /// Under the number, trích yếu of a công văn, which has no title: "V/v …". Empty for none.
    pub about: String,
    /// "Phú Ninh, ngày 05 tháng 9 năm 2020".
    pub place_date: String,
}

/// The end of a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signed {
    /// Who receives it, each on a line of its own: "Như trên", "Lưu: VT". Empty for none.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: SignatureBlock,
}

/// Where someone signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignatureBlock {
    /// Authority and title lines.
    pub lines: Vec<String>,
    /// "(Ký, ghi rõ họ tên)" under them.
    pub hint: Option<String>,
    /// The name under the signature; empty leaves room for it.
    pub name: String,
    /// Nobody signs here: no room is left under the lines.
    pub unsigned: bool,
}

/// One certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Whose it is.
    pub subject: Subject,
    /// What stands around the words, the same on many.
    pub frame: Arc<CertificateFrame>,
    /// The line above the name.
    pub before_name: CertificateLine,
    /// The name.
    pub name: String,
    /// The lines under the name.
    pub after_name: Vec<CertificateLine>,
    /// "Số: 127/CN-MTTQ".
    pub number: String,
    /// What its QR code says: digits.
    pub code: Option<String>,
}

/// What all certificates of a day have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFrame {
    /// Their head.
    pub head: Head,
    /// The logo in the place of the emblem.
    pub logo: Option<Picture>,
    /// "GIẤY CHỨNG NHẬN".
    pub title: String,
    /// "Phú Ninh, ngày 09 tháng 10 năm 2020".
    pub place_date: String,
    /// Who signs.
    pub signature: SignatureBlock,
    /// The signature itself, where it is printed.
    pub signed: Option<Picture>,
}

/// A line of a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CertificateLine {
    /// What it says.
    pub spans: Vec<Span>,
    /// True when it says the same on every certificate: such lines are stored once.
    pub constant: bool,
}

/// Certificates in one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateBatch {
    /// In the form of before.
    Former(Vec<Certificate>),
    /// In a form that was made.
    Designed(DesignedCertificates),
}

/// Certificates in a form that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesignedCertificates {
    /// The form.
    pub design: Design,
    /// The pictures it shows.
    pub pictures: BTreeMap<PictureKey, Picture>,
    /// How far everything is moved to the right and down, to meet stock that came printed.
    pub shift: (Length, Length),
    /// With rulers and the boxes of all parts, to see where the printer puts them.
    pub rulers: bool,
    /// The certificates, one a page.
    pub certificates: Vec<DesignedCertificate>,
}

/// One certificate in a form that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesignedCertificate {
    /// Whose it is.
    pub subject: Subject,
    /// What is the same on many.
    pub frame: Arc<CertificateFrame>,
    /// The name.
    pub name: String,
    /// "Số: 127/CN-MTTQ".
    pub number: String,
    /// What its QR code says, where the form shows one: digits.
    pub code: String,
    /// The paragraphs of each visible part of the form; none of one that is no text.
    pub texts: Vec<Vec<CertificateLine>>,
}

/// How many badges a sheet holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PerSheet {
    /// 8 of 95 × 67 mm.
    #[default]
    Eight,
    /// 10 of 90 × 54 mm: the size of the usual holders.
    Ten,
}

/// Badges on sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeSheets {
    /// How many a sheet holds.
    pub per_sheet: PerSheet,
    /// The badges of each cluster, on sheets of their own, under its name.
    pub groups: Vec<(String, Vec<Badge>)>,
}

/// One badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Whose it is.
    pub subject: Subject,
    /// Cơ quan ban hành.
    pub issuer: Vec<String>,
    /// The logo in its corner.
    pub logo: Option<Picture>,
    /// "THẺ ĐẠI BIỂU".
    pub title: String,
    /// The name.
    pub name: String,
    /// Chức vụ; empty when not known.
    pub position: String,
    /// Đơn vị; empty when not known.
    pub unit: String,
    /// "Cụm 1 – Nhà văn hóa xã Tam Đại".
    pub place: String,
    /// "Số 12": the number on the list.
    pub number: String,
    /// How the session is called.
    pub session: String,
    /// What its QR code says: digits.
    pub code: String,
}

/// One sign on a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSign {
    /// Whose it is.
    pub subject: Subject,
    /// The name.
    pub name: String,
    /// Chức vụ; empty when not known.
    pub position: String,
    /// Đơn vị; empty when not known.
    pub unit: String,
}

/// The sign of a unit before its rows of seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitSign {
    /// What kind of place it is: "XÃ"; empty for a body.
    pub kind: String,
    /// Its name in capitals: "TAM ĐẠI".
    pub name: String,
}

/// How labels lie on a sheet of A4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelSize {
    /// 2 × 7 of 99,1 × 38,1 mm.
    #[default]
    Fourteen,
    /// 3 × 8 of 70 × 37 mm.
    TwentyFour,
}

impl LabelSize {
    /// How many a sheet holds.
    pub fn count(self) -> u32 {
        match self {
            Self::Fourteen => 14,
            Self::TwentyFour => 24,
        }
    }
}

/// Labels on sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelSheets {
    /// How they lie.
    pub size: LabelSize,
    /// How many of the first sheet are used already.
    pub used: usize,
    /// Whether lines are drawn around them, to be cut along.
    pub framed: bool,
    /// The labels.
    pub labels: Vec<Label>,
}

/// What is put on an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Whom it is about, where it is a delegate.
    pub subject: Option<Subject>,
    /// Who sends it.
    pub sender: String,
    /// Whom it is for: a person, a body.
    pub name: String,
    /// Position, unit, place, a line each.
    pub under: Vec<String>,
}
