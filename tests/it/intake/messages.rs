//! People in the lines of a message: nothing is a post that is none, and nobody on a line is lost.

use jiff::civil::date;
use taphuan::intake::{ReadList, read_bytes};

use super::accounts::{found, people};

pub(super) fn list(text: &str) -> ReadList {
    read_bytes(text.as_bytes().to_vec(), "tin-nhan.txt", date(2026, 3, 1))
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn several_people_on_a_line_are_several() {
    let text = "Danh sách xã Tam Đại
1. Nguyễn Văn An, 1970, Trưởng thôn 1
2. Trần Thị Bé, 1975, Bí thư chi bộ thôn 2; Lê Văn Cảnh, 1971, Trưởng thôn 2
Thôn 4: Lê Văn Duy 0912345670; Hồ Thị Dung 0912345671
5. Phan Văn Hòa, 1966, Trưởng thôn 5; Ngô Thị Gấm
6. Đỗ Văn Ích, 1969; Bí Thư Chi Bộ, 0912345672";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An||1970|Trưởng thôn|thôn 1, xã Tam Đại",
            "Trần Thị Bé||1975|Bí thư chi bộ|thôn 2, xã Tam Đại",
            "Lê Văn Cảnh||1971|Trưởng thôn|thôn 2, xã Tam Đại",
            "Lê Văn Duy||||Thôn 4, xã Tam Đại|0912345670",
            "Hồ Thị Dung||||Thôn 4, xã Tam Đại|0912345671",
            "? Phan Văn Hòa||1966|Trưởng thôn|thôn 5, xã Tam Đại||Ngô Thị Gấm",
            "Đỗ Văn Ích||1969|Bí Thư Chi Bộ|Xã Tam Đại|0912345672",
        ]
    );
}

#[test]
fn what_is_not_understood_is_no_post() {
    let text = "Danh sách đại biểu phường An Sơn:
1. Nguyễn Văn An - 1970 - TB CTMT KP1 - 0912345678
2. Lê Văn Cảnh - CCCD 079075001234 - KP3 - 0912345670
3. Hồ Thị Dung - STK 0123456789012 Agribank - KP4
4. Võ Minh Đức - ngày sinh 12-05-1968 - KP5 - 84912345671
5. Ngô Thị Gấm, 03/1972, KP6
6. Quàng Văn Ún, 45 tuổi, trưởng khu phố 7
7. Lường Văn Hặc (1966), thôi không đi nữa
8. Bà Tòng Thị Đôi sinh 1/1/1970, ĐT của con: 0912 333 444";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An||1970|TB CTMT|KP1, phường An Sơn|0912345678",
            "Lê Văn Cảnh||||KP3, phường An Sơn|0912345670|CCCD 079075001234",
            "Hồ Thị Dung||||KP4, phường An Sơn||STK 0123456789012 Agribank",
            "Võ Minh Đức||1968-05-12||KP5, phường An Sơn|0912345671",
            "Ngô Thị Gấm||1972-03||KP6, phường An Sơn",
            "Quàng Văn Ún|||trưởng khu phố|khu phố 7, phường An Sơn||45 tuổi",
            "? Lường Văn Hặc||1966||Phường An Sơn||thôi không đi nữa",
            "Tòng Thị Đôi|nữ|1970-01-01||Phường An Sơn|0912 333 444|ĐT của con",
        ]
    );
}

#[test]
fn the_year_that_is_called_the_birth_is_the_birth() {
    let text = "Danh sách xã Ea Kar
1. Nguyễn Thị Lan, giáo viên về hưu 2015, sn 1958, thôn 5
2. Lê Văn Cảnh, Trưởng thôn 2 nhiệm kỳ 2015-2020 - sinh 1965
3. Hồ Văn Em, vào Đảng 1999, Trưởng thôn 3
4. Y Blô Niê, 1975, Buôn trưởng buôn Ea Tul";
    let list = list(text);
    assert_eq!(
        people(&list),
        [
            "Nguyễn Thị Lan||1958|giáo viên|thôn 5, xã Ea Kar||về hưu 2015",
            "Lê Văn Cảnh||1965|Trưởng thôn|thôn 2, xã Ea Kar||nhiệm kỳ 2015-2020",
            "Hồ Văn Em|||Trưởng thôn|thôn 3, xã Ea Kar||vào Đảng 1999",
            "Y Blô Niê||1975|Buôn trưởng|buôn Ea Tul, xã Ea Kar",
        ]
    );
}

#[test]
fn two_figures_behind_a_name_are_a_year_to_be_looked_at() {
    let list = list(
        "Danh sách xã Tam Đại
1. Trần Văn Sáu 67 Trưởng ban CTMT thôn 1
2. Hồ Văn Tư, 1970, Trưởng thôn 2",
    );
    assert_eq!(people(&list)[0], "Trần Văn Sáu||1967|Trưởng ban CTMT|thôn 1, xã Tam Đại");
    assert_eq!(list.rows[0].remarks[0].id, "intake-remark-short-year");
}

#[test]
fn numbers_of_stacked_cells_may_be_written_in_any_way() {
    for numbers in [["01", "02"], ["1.", "2."], ["1", "2"]] {
        let [first, second] = numbers;
        let text = format!(
            "STT\nHọ và tên\nNăm sinh\nChức vụ\n{first}\nNguyễn Văn An\n1970\nTrưởng thôn 1\n{second}\nTrần Thị Bé\n1975\nBí thư chi bộ"
        );
        assert_eq!(
            people(&list(&text)),
            ["Nguyễn Văn An||1970|Trưởng thôn|Thôn 1", "Trần Thị Bé||1975|Bí thư chi bộ"]
        );
    }
}

#[test]
fn a_card_goes_on_in_the_row_below() {
    for name in ["cards-over-rows.docx", "cards-over-rows.xlsx"] {
        let said: Vec<String> = found(name)
            .rows
            .into_iter()
            .map(|row| {
                let text = |text: Option<String>| text.unwrap_or_default();
                format!("{}|{}|{}", row.person.full_name, text(row.person.position), text(row.person.phone))
            })
            .collect();
        assert_eq!(
            said,
            ["Nguyễn Văn An|Trưởng thôn|0912345678", "Trần Thị Bé|Bí thư chi bộ|0987654321"],
            "{name}"
        );
    }
}

#[test]
fn a_message_that_would_fill_the_memory_is_bounded() {
    // Each of these was read for a minute, or kept a gigabyte.
    let label = format!("Họ tên: An:{}\nHọ tên: Bé", "a:".repeat(60_000));
    let figures = format!("Nguyễn Văn An {}@\n> 1", "1 ".repeat(40_000));
    let pieces = format!("STT  Họ và tên  Năm sinh\n{}", "a  ".repeat(60_000));
    for text in [label, figures, pieces] {
        let _answered = read_bytes(text.into_bytes(), "tin-nhan.txt", date(2026, 3, 1));
    }
}
