//! Lists out as .xlsx that open clean in Excel.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Least and greatest width of a column, in characters.
const WIDTHS: (usize, usize) = (6, 48);
/// Ground of the heading row: the warm white of the window.
const HEADING: u32 = 0xF7_F4_F1;

/// A workbook of one table: `rows` under `headings`, as they are seen.
///
/// Every cell is text: a telephone number keeps its 0, and nothing that begins with
/// `=`, `+`, `-` or `@` becomes a formula. The heading row stays in view, is repeated
/// on every printed page and filters.
///
/// Errors only where the workbook cannot be put together: more rows than Excel has,
/// a cell of more than 32,767 letters.
pub fn table(name: &str, headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(sheet_name(name))?;
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let heading = text
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(HEADING))
        .set_border_bottom(FormatBorder::Thin);
    for (place, title) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, place, title, &heading)?;
        let cells = rows.iter().filter_map(|row| row.get(usize::from(place)));
        let longest = cells.chain([title]).map(|cell| cell.chars().count()).max().unwrap_or(0);
        // A little room, as Excel itself leaves.
        let width = (longest + 2).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(place, width as f64)?;
        sheet.set_column_format(place, &text)?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (place, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(number, place, cell, &text)?;
        }
    }
    let last = (u32::try_from(rows.len()).unwrap_or(u32::MAX), headings.len().saturating_sub(1));
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last.0, u16::try_from(last.1).unwrap_or(u16::MAX))?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    packed(book)
}

/// The file of a workbook, equal to the byte on every system: the archive would name the system
/// it was made on.
pub(crate) fn packed(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = book.save_to_buffer()?;
    for entry in central_directory(&file) {
        file[entry + MADE_ON] = UNIX;
    }
    Ok(file)
}

// PKWARE's APPNOTE.TXT 6.3.10, 4.3.12, 4.3.16 and 4.4.2: an archive ends with a record that tells
// where its central directory begins, whose entries tell on which system each was made.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
const MADE_ON: usize = 5;
const UNIX: u8 = 3;

/// Where the entries of an archive's central directory begin; none if it is not as we write it.
fn central_directory(file: &[u8]) -> Vec<usize> {
    let number = |at: usize, length: usize| {
        let bytes = file.get(at..at + length)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    let end = file.len().saturating_sub(END.1);
    let first = file[end..].starts_with(END.0).then(|| number(end + 16, 4)).flatten();
    std::iter::successors(first, |at| {
        // Its name, an extra field and a remark follow an entry.
        let follow = [28, 30, 32].into_iter().map(|length| number(at + length, 2)).sum::<Option<usize>>()?;
        Some(at + ENTRY.1 + follow)
    })
    .take_while(|at| file.get(*at..).is_some_and(|rest| rest.starts_with(ENTRY.0)))
    .collect()
}

/// Excel's number for A4.
const A4: u8 = 9;

/// A name Excel takes for a sheet: at most 31 letters, none of `[]:*?/\`, no
/// apostrophe at an end.
pub(crate) fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let name: String = name.chars().filter(allowed).take(31).collect();
    let name = name.trim_matches('\'').trim();
    if name.is_empty() { "1".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake;

    #[test]
    fn what_goes_out_is_read_in_again_letter_by_letter() {
        let headings = ["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Điện thoại", "Ghi chú"].map(str::to_owned);
        let rows = vec![
            ["1", "Nguyễn Thị Ánh", "1969", "Xã Tam Đại", "0905123456", "=1+1"].map(str::to_owned).to_vec(),
            ["2", "Trần Văn Bình", "02/5/1970", "Xã Tam Dân", "", "@đi thay"].map(str::to_owned).to_vec(),
        ];
        let bytes = table("Tập huấn: đợt 1/2026", &headings, &rows).expect("a workbook");
        let list = intake::read_bytes(bytes, "ra.xlsx", jiff::civil::date(2026, 1, 1)).expect("a list");
        let read: Vec<_> = list
            .rows
            .iter()
            .map(|row| {
                (row.person.full_name.as_str(), row.person.phone.as_deref(), row.person.note.as_deref())
            })
            .collect();
        assert_eq!(
            read,
            [("Nguyễn Thị Ánh", Some("0905123456"), Some("=1+1")), ("Trần Văn Bình", None, Some("@đi thay")),]
        );
    }

    #[test]
    fn a_workbook_is_the_same_whatever_system_it_was_made_on() {
        let file = table("Danh sách", &["Họ và tên".into()], &[vec!["Nguyễn Thị Ánh".into()]]).expect("made");
        let entries = central_directory(&file);
        let archive = zip::ZipArchive::new(std::io::Cursor::new(&file)).expect("an archive");
        assert_eq!(entries.len(), archive.len());
        assert!(entries.iter().all(|entry| file[entry + MADE_ON] == UNIX));
        assert_eq!(central_directory(b"no archive"), [0_usize; 0]);
    }

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        assert_eq!(sheet_name("Tập huấn: đợt 1/2026"), "Tập huấn đợt 12026");
        assert_eq!(sheet_name("'[]'"), "1");
        assert_eq!(sheet_name(&"dài ".repeat(20)).chars().count(), 31);
        assert!(table("", &[], &[]).is_ok(), "an empty list is still a file");
    }
}
