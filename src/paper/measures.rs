//! Sizes, gaps and fixed words that every writer of a paper shares, so that its
//! PDF, its Word file and its workbook look alike. Lengths are in points.

use crate::domain::organisation::HeadingProfile;

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// Size of running text: 13–14 in Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub const TEXT: f32 = 14.0;
/// First-line indent: 1 cm or 1.27 cm in the same place.
pub const INDENT: f32 = 10.0 * MM;
/// Room between paragraphs: at least 6 pt in the same place.
pub const PARAGRAPH_GAP: f32 = 6.0;

/// Size of "DANH SÁCH KÝ TÊN": tên loại is 13–14 bold in the same place.
pub const KIND: f32 = 14.0;
/// Size of the other title lines: trích yếu is 13–14 bold.
pub const SUBJECT: f32 = 13.0;
/// Size of "V/v …", the trích yếu of a công văn: 12–13 upright in the same place.
pub const ABOUT: f32 = 12.0;
/// Room under the head of a paper and under the line of number and date.
pub const UNDER_HEAD: f32 = 14.0;
/// Room between the head of a paper and its line of number and date.
pub const OVER_NUMBER: f32 = 5.0;
/// Room under the title.
pub const UNDER_TITLE: f32 = 9.0;

/// Size of cell text.
pub const CELL: f32 = 11.0;
/// Size of column headings.
pub const COLUMN_HEAD: f32 = 10.5;
/// Room between the text of a cell and the lines left and right.
pub const CELL_PADDING: f32 = 3.2;
/// Room between the text of a cell and the lines above and below.
pub const ROW_PADDING: f32 = 2.3;

/// Size of the closing lines: place and date, authority and name are 13–14.
pub const CLOSING: f32 = 13.0;
/// Room over the closing block.
pub const OVER_CLOSING: f32 = 9.0;
/// Size of "(Ký, ghi rõ họ tên)".
pub const HINT: f32 = 12.0;
/// Room to sign and stamp between the title and the name.
pub const SIGNATURE: f32 = 22.0 * MM;
/// Size of "Nơi nhận:", bold italic 12 in the same place.
pub const RECIPIENTS_HEAD: f32 = 12.0;
/// Size of the list under it.
pub const RECIPIENTS: f32 = 11.0;

/// Size of the number of a page over its text: 13–14 upright in the same place.
pub const PAGE_NUMBER: f32 = 13.0;
/// Size of the foot of a page.
pub const FOOT: f32 = 9.0;
/// How far above the edge of the paper the foot of a page stands.
pub const FOOT_HEIGHT: f32 = 12.0 * MM;

/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// What stands on the right of the head of a paper, and how large its lines are.
pub struct Heading {
    /// Quốc hiệu, or what Party papers have in its place.
    pub words: &'static str,
    /// Whether the motto stands under it.
    pub has_motto: bool,
    /// What stands under cơ quan ban hành; empty for nothing but its line.
    pub under_issuer: &'static str,
    /// Size of cơ quan chủ quản.
    pub superior: f32,
    /// Size of cơ quan ban hành.
    pub issuer: f32,
    /// Size of the heading.
    pub heading: f32,
    /// Size of the motto.
    pub motto: f32,
}

impl Heading {
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I (12–13, motto 13–14), and for the
    /// Party Hướng dẫn 36-HD/VPTW (14, heading 15).
    pub fn of(profile: HeadingProfile) -> Self {
        match profile {
            HeadingProfile::State => Self {
                words: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                has_motto: true,
                under_issuer: "",
                superior: 12.0,
                issuer: 12.0,
                heading: 12.0,
                motto: 13.0,
            },
            HeadingProfile::Party => Self {
                words: "ĐẢNG CỘNG SẢN VIỆT NAM",
                has_motto: false,
                under_issuer: "*",
                superior: 14.0,
                issuer: 14.0,
                heading: 15.0,
                motto: 15.0,
            },
        }
    }
}

/// How long the line under the issuer is, as a part of the text over it: a third
/// to a half (custom).
pub const ISSUER_LINE: f32 = 0.42;

/// The ends of the list of recipients: "- Như trên;", "- Lưu: VT."
pub fn recipient(name: &str, last: bool) -> String {
    format!("- {name}{}", if last { '.' } else { ';' })
}
