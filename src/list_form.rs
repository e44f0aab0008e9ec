//! "Mẫu danh sách": the empty list that an office sends to its communes, and that comes back so
//! that the intake needs to be told nothing.
//!
//! It is Vietnamese whatever the language of the window: communes fill it in. Nothing stands in it
//! that Excel 2007 and WPS do not know, no formula, and no line that could be taken for a person.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::workbook::packed;

/// How many rows are prepared.
const ROWS: u32 = 100;
/// The row of the headings, from 0, and the last of the prepared ones.
const HEAD: u32 = 4;
const LAST: u32 = HEAD + ROWS;
/// Excel's number for A4.
const A4: u8 = 9;
/// Ground of the headings, and of the cell for the commune: the warm white of the window, and a light one.
const HEADING: u32 = 0xF7_F4_F1;
const TO_FILL: u32 = 0xFF_F9_E8;

/// The label before the cell for the commune, and the place of that cell.
const COMMUNE: &str = "Xã, phường gửi danh sách:";
const COMMUNE_CELL: (u32, u16, u16) = (0, 3, 4);
const COMMUNE_HELP: &str = "Ghi đủ chữ Xã hoặc Phường rồi đến tên. Cả danh sách là của xã, phường này, không cần ghi lại ở từng dòng.";

/// What stands over the list; and how many letters fit on a line over all columns.
const TITLE: &str = "DANH SÁCH ĐẠI BIỂU";
const LETTERS: usize = 120;

/// A column: its heading, its width in characters, and what is said of it where it is filled in.
struct Column {
    heading: &'static str,
    width: f64,
    help: &'static str,
    takes: Takes,
}

/// What can be chosen in a column.
enum Takes {
    /// Anything.
    Anything,
    /// One of these; other text is asked about.
    One(&'static [&'static str]),
    /// One of these, or any other text.
    Perhaps(&'static [&'static str]),
}

const COLUMNS: [Column; 8] = [
    Column {
        heading: "STT", width: 6.0, help: "Đánh số từ 1. Để trống cũng được.", takes: Takes::Anything
    },
    Column {
        heading: "Họ và tên",
        width: 28.0,
        help: "Ghi đủ họ, tên đệm và tên, có dấu. Mỗi người một dòng; không ghi thêm Ông, Bà.",
        takes: Takes::Anything,
    },
    Column {
        heading: "Giới tính",
        width: 10.0,
        help: "Chọn Nam hoặc Nữ trong danh sách.",
        takes: Takes::One(&["Nam", "Nữ"]),
    },
    Column {
        heading: "Năm sinh",
        width: 13.0,
        help: "Ghi năm sinh, bốn chữ số. Nếu biết cả ngày thì ghi ngày/tháng/năm.",
        takes: Takes::Anything,
    },
    Column {
        heading: "Chức vụ",
        width: 34.0,
        help: "Chọn trong danh sách, hoặc gõ chức vụ khác.",
        takes: Takes::Perhaps(&POSTS),
    },
    Column {
        heading: "Thôn/Tổ dân phố",
        width: 20.0,
        help: "Ghi tên thôn, ấp, khu phố, tổ dân phố. Người của xã, phường thì để trống.",
        takes: Takes::Anything,
    },
    Column {
        heading: "Điện thoại",
        width: 15.0,
        help: "Ghi đủ các chữ số, kể cả số 0 ở đầu.",
        takes: Takes::Anything,
    },
    Column {
        heading: "Ghi chú",
        width: 22.0,
        help: "Điều cần báo thêm, ví dụ đi thay, ăn chay, đến muộn. Để trống cũng được.",
        takes: Takes::Anything,
    },
];

/// Usual posts of those who are called; Excel takes 255 letters in all.
const POSTS: [&str; 7] = [
    "Chủ tịch Ủy ban MTTQ Việt Nam",
    "Phó Chủ tịch Ủy ban MTTQ Việt Nam",
    "Ủy viên Ủy ban MTTQ Việt Nam",
    "Trưởng Ban Công tác Mặt trận",
    "Phó Trưởng Ban Công tác Mặt trận",
    "Thành viên Ban Công tác Mặt trận",
    "Công chức văn hóa - xã hội",
];

/// The sheet beside the list, line by line.
const GUIDE: [&str; 12] = [
    "Cách ghi mẫu danh sách đại biểu",
    "Ghi vào trang “Danh sách”. Trang này chỉ để đọc, không cần ghi gì.",
    "Trước hết, ghi tên xã, phường vào ô màu vàng ở dòng đầu, đủ cả chữ Xã hoặc Phường.",
    "Mỗi người một dòng, ghi liền nhau từ dòng ngay dưới tiêu đề cột.",
    "Chỉ bắt buộc có họ và tên. Điều gì chưa biết thì để trống, không ghi dấu hỏi.",
    "Khi bấm vào một ô, lời nhắc bên cạnh cho biết ghi gì ở cột đó.",
    "Giới tính và chức vụ: bấm mũi tên bên phải ô để chọn. Chức vụ không có sẵn thì gõ vào.",
    "Năm sinh và điện thoại được giữ đúng như đã gõ: số 0 ở đầu không mất, ngày không bị đổi.",
    "Không đổi tiêu đề cột, không thêm cột, không gộp ô, không ẩn dòng.",
    "Nếu quá một trăm người, cứ ghi tiếp xuống dưới.",
    "Tên bị gạch ngang thì không được nhập. Người không đi thì xóa cả dòng.",
    "Lưu tệp rồi gửi lại nguyên tệp Excel, không chụp ảnh, không đổi sang tệp khác.",
];

/// Whether a line is one of those that the form itself says to who fills it in: nobody stands behind it.
pub fn is_guidance(line: &str) -> bool {
    GUIDE.contains(&line.trim())
}

/// The form; with the title of the session it is for, if that is known.
///
/// Errors only where the workbook cannot be put together, such as out of memory.
pub fn list_form(session: Option<&str>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.push_worksheet(list(session)?);
    book.push_worksheet(guide()?);
    packed(book)
}

fn list(session: Option<&str>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Danh sách")?;
    commune(&mut sheet)?;
    let last_column = COLUMNS.len() as u16 - 1;
    let title = Format::new().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let bold = title.clone().set_bold().set_font_size(14);
    sheet.merge_range(2, 0, 2, last_column, TITLE, &bold)?;
    sheet.set_row_height(2, 24)?;
    let session = session.map(str::trim).filter(|session| !session.is_empty());
    if let Some(session) = session.filter(|session| names_a_commune(session)) {
        let short: String = session.chars().take(200).collect();
        sheet.set_header(format!("&C{}", short.replace('&', "&&")));
    } else if let Some(session) = session {
        sheet.merge_range(3, 0, 3, last_column, session, &title.set_text_wrap())?;
        // A merged cell does not grow by itself.
        let lines = session.chars().count().div_ceil(LETTERS).min(4);
        sheet.set_row_height(3, 18.0 * lines as f64)?;
    }
    let text = Format::new().set_num_format("@").set_border(FormatBorder::Thin).set_text_wrap();
    let text = text.set_align(FormatAlign::VerticalCenter);
    let heading =
        text.clone().set_bold().set_background_color(Color::RGB(HEADING)).set_align(FormatAlign::Center);
    sheet.set_row_height(HEAD, 24)?;
    for (place, column) in (0_u16..).zip(&COLUMNS) {
        sheet.set_column_width(place, column.width)?;
        // Whoever needs more rows than are prepared writes text there, too.
        sheet.set_column_format(place, &Format::new().set_num_format("@"))?;
        sheet.write_string_with_format(HEAD, place, column.heading, &heading)?;
        for row in HEAD + 1..=LAST {
            sheet.write_blank(row, place, &text)?;
        }
        sheet.add_data_validation(HEAD + 1, place, LAST, place, &column.reminder()?)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_freeze_panes_top_cell(HEAD + 1, 0)?;
    sheet.set_selection(COMMUNE_CELL.0, COMMUNE_CELL.1, COMMUNE_CELL.0, COMMUNE_CELL.1)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer("&C&P/&N");
    Ok(sheet)
}

/// Whether a title may say a commune: in the list it would be taken for the one that sends it, so that
/// it stands only on the printed page.
fn names_a_commune(title: &str) -> bool {
    let title = title.to_lowercase();
    ["xã", "phường", "thị trấn", "đặc khu"].iter().any(|kind| title.contains(kind))
}

/// The line for who sends it.
fn commune(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (row, first, last) = COMMUNE_CELL;
    let label = Format::new().set_bold().set_align(FormatAlign::Right).set_align(FormatAlign::VerticalCenter);
    sheet.merge_range(row, 0, row, first - 1, COMMUNE, &label)?;
    let to_fill = Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(TO_FILL))
        .set_border(FormatBorder::Thin);
    sheet.merge_range(row, first, row, last, "", &to_fill)?;
    sheet.set_row_height(row, 24)?;
    let reminder = DataValidation::new()
        .allow_any_value()
        .set_input_title("Xã, phường")?
        .set_input_message(COMMUNE_HELP)?;
    sheet.add_data_validation(row, first, row, last, &reminder)?;
    Ok(())
}

impl Column {
    /// What Excel says and offers in a cell of the column.
    fn reminder(&self) -> Result<DataValidation, XlsxError> {
        let rule = DataValidation::new();
        let rule = match self.takes {
            Takes::Anything => rule.allow_any_value(),
            Takes::One(values) => rule
                .allow_list_strings(values)?
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title(self.heading)?
                .set_error_message(self.help)?,
            Takes::Perhaps(values) => rule.allow_list_strings(values)?.show_error_message(false),
        };
        rule.set_input_title(self.heading)?.set_input_message(self.help)
    }
}

fn guide() -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Hướng dẫn")?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(12);
    let title = text.clone().set_bold().set_font_size(14);
    sheet.set_column_width(0, 95)?;
    for (row, line) in (0..).zip(GUIDE) {
        sheet.write_string_with_format(row, 0, line, if row == 0 { &title } else { &text })?;
    }
    sheet.set_portrait().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    Ok(sheet)
}

#[cfg(test)]
mod tests;
