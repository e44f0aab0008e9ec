//! "Phiếu điểm danh": the attendance of one cluster as a sheet of Excel, for a hall without the program. It is filled
//! in there and comes back (`intake::mark_form` reads it).
//!
//! What tells rows, columns and the file apart stands in hidden cells, so that rows may be sorted and columns moved.
//! Nothing stands in it that Excel 2007 and WPS do not know, and no formula.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::domain::attendance::form::{FormContent, choices};
use crate::vietnamese::date;
use crate::workbook::packed;

/// What begins the hidden cell by which a form is known, before its version.
pub const MARK: &str = "taphuan-phieu-diem-danh";
/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// What stands in the hidden row over the columns, apart from the identities of sittings.
pub mod key {
    /// Name as it was.
    pub const WAS: &str = "was";
    /// STT.
    pub const STT: &str = "stt";
    /// Họ và tên.
    pub const NAME: &str = "name";
    /// Chức vụ.
    pub const POSITION: &str = "position";
    /// Đơn vị.
    pub const UNIT: &str = "unit";
    /// Before the identity of a sitting.
    pub const SITTING: &str = "sitting:";
    /// Đi thay cho số.
    pub const HELD: &str = "held";
    /// Ghi chú.
    pub const NOTE: &str = "note";
    /// Before the identity of the session, in the hidden column.
    pub const SESSION: &str = "session:";
    /// Before that of the cluster.
    pub const CLUSTER: &str = "cluster:";
    /// Before that of the form.
    pub const FORM: &str = "form:";
    /// Before that of a delegate.
    pub const DELEGATE: &str = "delegate:";
    /// Before that of somebody who may come in addition.
    pub const BLANK: &str = "blank:";
    /// The row of the headings.
    pub const HEAD: &str = "head";
}

const TITLE: &str = "PHIẾU ĐIỂM DANH";
const GUIDE: &str = "Mỗi buổi một cột: bấm mũi tên trong ô để chọn, hoặc gõ x (có mặt), p (vắng có phép, có lý do), \
                     v (vắng), m (đến muộn), s (về sớm). Ô để trống là chưa điểm danh. Ai đến thêm thì ghi họ tên \
                     vào dòng trống cuối bảng; nếu người đó đi thay thì ghi STT của người được thay ở cột “Đi thay \
                     cho số”. Không xóa cột, không dán đè cả dòng; xong thì lưu và gửi lại nguyên tệp Excel này.";
const NOTE_HELP: &str = "Lý do vắng, hoặc điều cần báo lại.";
const HELD_HELP: &str = "Chỉ ghi cho người đến thêm: STT của người được thay.";

/// Excel's number for A4.
const A4: u8 = 9;
/// Ground of the headings, and of cells to be filled.
const HEADING: u32 = 0xF7_F4_F1;
const TO_FILL: u32 = 0xFF_F9_E8;

/// The columns, from the left: two hidden ones, four of the delegate, the sittings, two at the end.
const UIDS: u16 = 0;
const WAS: u16 = 1;
const STT: u16 = 2;
const FIRST_SITTING: u16 = 6;

/// The rows over the table: the hidden one, title, session, cluster, guide, headings.
const KEYS: u32 = 0;
const HEAD: u32 = 5;

/// The form.
///
/// Errors only where the workbook cannot be put together, such as more sittings than a sheet has columns.
pub fn mark_form(content: &FormContent) -> Result<Vec<u8>, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Điểm danh")?;
    let sittings = u16::try_from(content.sittings.len()).unwrap_or(u16::MAX);
    let last = FIRST_SITTING.saturating_add(sittings).saturating_add(1);
    titles(&mut sheet, content, last)?;
    headings(&mut sheet, content, last)?;
    let rows = rows(&mut sheet, content, last)?;
    drop_downs(&mut sheet, content, last, rows)?;
    sheet.set_freeze_panes(HEAD + 1, STT + 2)?;
    sheet.set_selection(HEAD + 1, FIRST_SITTING, HEAD + 1, FIRST_SITTING)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer("&C&P/&N");
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    packed(book)
}

fn text() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::VerticalCenter)
}

fn cell() -> Format {
    text().set_border(FormatBorder::Thin).set_text_wrap()
}

/// What the form is of, for people and, hidden, for the program.
fn titles(sheet: &mut Worksheet, content: &FormContent, last: u16) -> Result<(), XlsxError> {
    let hidden = [
        format!("{MARK} {VERSION}"),
        format!("{}{}", key::SESSION, content.session),
        format!("{}{}", key::CLUSTER, content.cluster),
        format!("{}{}", key::FORM, content.form),
        String::new(),
        key::HEAD.to_owned(),
    ];
    for (row, words) in (0..).zip(hidden).filter(|(_, words)| !words.is_empty()) {
        sheet.write_string_with_format(row, UIDS, words, &text())?;
    }
    sheet.set_row_hidden(KEYS)?;
    let centred = text().set_align(FormatAlign::Center).set_text_wrap();
    let lines = [
        (TITLE, 22.0, centred.clone().set_bold().set_font_size(14)),
        (&content.title, 20.0, centred.clone()),
    ];
    for (row, (words, height, format)) in (1..).zip(lines) {
        sheet.merge_range(row, STT, row, last, words, &format)?;
        sheet.set_row_height(row, height)?;
    }
    sheet.merge_range(3, STT, 3, last, &content.cluster_name, &centred.set_bold())?;
    sheet.merge_range(4, STT, 4, last, GUIDE, &text().set_text_wrap().set_italic())?;
    sheet.set_row_height(4, 50)?;
    Ok(())
}

fn headings(sheet: &mut Worksheet, content: &FormContent, last: u16) -> Result<(), XlsxError> {
    let heading = cell().set_bold().set_background_color(Color::RGB(HEADING)).set_align(FormatAlign::Center);
    let of_person = [
        (key::STT, "STT", 6.0),
        (key::NAME, "Họ và tên", 28.0),
        (key::POSITION, "Chức vụ", 26.0),
        (key::UNIT, "Đơn vị", 26.0),
    ];
    let mut columns: Vec<(String, String, f64)> =
        of_person.map(|(key, words, width)| (key.to_owned(), words.to_owned(), width)).into();
    columns.extend(content.sittings.iter().map(|one| {
        let words = format!("{}\n{}", one.half.printed(), date::short(one.date));
        (format!("{}{}", key::SITTING, one.uid), words, 16.0)
    }));
    columns.push((key::HELD.to_owned(), "Đi thay\ncho số".to_owned(), 10.0));
    columns.push((key::NOTE.to_owned(), "Ghi chú".to_owned(), 24.0));
    sheet.write_string_with_format(KEYS, WAS, key::WAS, &text())?;
    for (column, (key, words, width)) in (STT..=last).zip(columns) {
        sheet.write_string_with_format(KEYS, column, key, &text())?;
        sheet.write_string_with_format(HEAD, column, words, &heading)?;
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &text())?;
    }
    sheet.set_column_hidden(UIDS)?.set_column_hidden(WAS)?;
    sheet.set_row_height(HEAD, 34)?;
    Ok(())
}

/// Everybody on the list, then rows for people who come in addition. Answers the last row.
fn rows(sheet: &mut Worksheet, content: &FormContent, last: u16) -> Result<u32, XlsxError> {
    let (plain, to_fill) =
        (cell(), cell().set_background_color(Color::RGB(TO_FILL)).set_align(FormatAlign::Center));
    let mut row = HEAD;
    for one in &content.rows {
        row += 1;
        sheet.write_string_with_format(row, UIDS, format!("{}{}", key::DELEGATE, one.uid), &text())?;
        sheet.write_string_with_format(row, WAS, &one.name, &text())?;
        let cells = [&one.stt.to_string(), &one.name, &one.position, &one.unit];
        for (column, words) in (STT..).zip(cells) {
            sheet.write_string_with_format(row, column, words, &plain)?;
        }
        blank(sheet, row, FIRST_SITTING, last, &plain, &to_fill)?;
    }
    for uid in &content.blank {
        row += 1;
        sheet.write_string_with_format(row, UIDS, format!("{}{uid}", key::BLANK), &text())?;
        for column in STT..FIRST_SITTING {
            sheet.write_blank(row, column, &plain)?;
        }
        blank(sheet, row, FIRST_SITTING, last, &plain, &to_fill)?;
    }
    Ok(row)
}

/// The cells that are filled in: those of sittings are coloured.
fn blank(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    last: u16,
    plain: &Format,
    to_fill: &Format,
) -> Result<(), XlsxError> {
    for column in first..=last {
        sheet.write_blank(row, column, if column + 2 > last { plain } else { to_fill })?;
    }
    Ok(())
}

fn drop_downs(sheet: &mut Worksheet, content: &FormContent, last: u16, row: u32) -> Result<(), XlsxError> {
    if row == HEAD {
        return Ok(());
    }
    let words = choices(content.kind).map(|(words, _)| words);
    let choice = DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_style(DataValidationErrorStyle::Information)
        .show_error_message(false);
    if last >= FIRST_SITTING + 2 {
        sheet.add_data_validation(HEAD + 1, FIRST_SITTING, row, last - 2, &choice)?;
    }
    for (column, help) in [(last - 1, HELD_HELP), (last, NOTE_HELP)] {
        let reminder = DataValidation::new().allow_any_value().set_input_message(help)?;
        sheet.add_data_validation(HEAD + 1, column, row, column, &reminder)?;
    }
    Ok(())
}
