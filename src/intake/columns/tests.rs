//! What a sheet's columns are taken for.

use super::super::grid::{Cell, Grid, GridBuilder};
use super::*;

fn grid(rows: &[&str]) -> Grid {
    let mut builder = GridBuilder::default();
    for (row, line) in (0..).zip(rows) {
        for (column, content) in (0..).zip(line.split('|')) {
            if let Some(cell) = Cell::text(content) {
                builder.put(row, column, cell).expect("few cells");
            }
        }
    }
    builder.finish()
}

fn fields(rows: &[&str]) -> Option<(u32, Vec<Field>)> {
    let layout = Layout::find(&grid(rows))?;
    Some((layout.header, layout.columns.iter().map(|column| column.field).collect()))
}

#[test]
fn the_header_row_is_found_below_the_titles() {
    let found = fields(&[
        "ỦY BAN MTTQ VIỆT NAM||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "",
        "DANH SÁCH ĐẠI BIỂU",
        "(Họ tên, năm sinh ghi theo căn cước)",
        "STT|Họ và tên|Năm sinh|Chức vụ|Đơn vị|Ký tên",
        "1|Lê An|1969|Trưởng ban|Xã A|",
    ]);
    use Field::*;
    use PersonField::*;
    assert_eq!(
        found,
        Some((5, vec![Ordinal, Person(Name), Person(Birth), Person(Position), Person(Unit), Other]))
    );
}

#[test]
fn two_header_rows_are_read_as_one() {
    let found = fields(&["STT|Họ và tên|Năm sinh||Đơn vị", "||Nam|Nữ|", "1|Lê An|1969||Xã A"]);
    use Field::*;
    use PersonField::*;
    assert_eq!(found, Some((2, vec![Ordinal, Person(Name), Male, Female, Person(Unit)])));
}

#[test]
fn a_name_in_two_columns_or_under_a_short_heading_is_a_name() {
    use Field::*;
    use PersonField::*;
    for header in ["Họ và tên đệm|Tên|Năm sinh", "Họ và tên|Tên|Năm sinh", "Họ|Tên|Năm sinh"]
    {
        assert_eq!(fields(&[header]), Some((1, vec![FamilyMiddle, GivenName, Person(Birth)])), "{header}");
    }
    assert_eq!(fields(&["Tên|Năm sinh"]), Some((1, vec![Person(Name), Person(Birth)])));
    assert_eq!(fields(&["Họ và tên", "Lê An"]), Some((1, vec![Person(Name)])));
}

#[test]
fn a_sheet_without_names_has_no_header() {
    assert_eq!(fields(&["Mặt hàng|Số lượng|Ghi chú", "Bút|30|"]), None);
    assert_eq!(fields(&["Họ và tên đẹp nhất làng|xyz", "a|b"]), None);
    assert_eq!(fields(&[]), None);
}
