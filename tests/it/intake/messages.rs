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
fn whoever_comes_from_the_place_above_is_not_lost_on_its_line() {
    let text = "Xã Tam Đại cử: ông Nguyễn Văn An, TB CTMT thôn Hạ, 0912345670, bà Trần Thị Bé, CHT PN cùng thôn, 0912345671
2. Lê Văn Cảnh, Bí thư chi bộ thôn Thượng, 0912345672
3. Hồ Thị Dung, như trên (Phó ban), 0912345673";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An|nam||TB CTMT|thôn Hạ, xã Tam Đại|0912345670",
            "Trần Thị Bé|nữ||CHT PN|thôn Hạ, xã Tam Đại|0912345671",
            "Lê Văn Cảnh|||Bí thư chi bộ|thôn Thượng, xã Tam Đại|0912345672",
            "Hồ Thị Dung|||Phó ban|thôn Thượng, xã Tam Đại|0912345673",
        ]
    );
}

#[test]
fn posts_before_names_are_those_of_the_next_and_not_of_the_one_before() {
    let text = "Phường An Sơn: Trưởng ban CTMT TDP 3 Nguyễn Văn An (0912345670), Bí thư chi bộ TDP 9 Trần Thị Bé (0912345671)";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An|||Trưởng ban CTMT|TDP 3, phường An Sơn|0912345670",
            "Trần Thị Bé|||Bí thư chi bộ|TDP 9, phường An Sơn|0912345671",
        ]
    );
}

#[test]
fn what_somebody_read_out_or_sent_in_parts_is_whole() {
    let read_out = "Xã Tam Đại cử:
thứ nhất là ông Nguyễn Văn An, sinh năm một chín năm tám, trưởng ban CTMT thôn Hạ, số điện thoại không chín một hai, ba bốn năm, sáu bảy không
thứ hai là bà Trần Thị Bé, sinh năm sáu lăm, chi hội trưởng phụ nữ thôn Thượng";
    assert_eq!(
        people(&list(read_out)),
        [
            "Nguyễn Văn An|nam|1958|trưởng ban CTMT|thôn Hạ, xã Tam Đại|0912345670",
            "Trần Thị Bé|nữ|1965|chi hội trưởng phụ nữ|thôn Thượng, xã Tam Đại",
        ]
    );
    let in_parts = "(1/2) Xã Tam Đại báo: Nguyễn Văn An, Trưởng ban CTMT thôn Hạ, 0912 345
(2/2) 670; Trần Thị Bé, Chi hội trưởng phụ nữ thôn Thượng, 0912 345 671.";
    assert_eq!(
        people(&list(in_parts)),
        [
            "Nguyễn Văn An|||Trưởng ban CTMT|thôn Hạ, xã Tam Đại|0912 345 670",
            "Trần Thị Bé|||Chi hội trưởng phụ nữ|thôn Thượng, xã Tam Đại|0912 345 671",
        ]
    );
}

#[test]
fn those_who_met_are_told_from_those_whom_minutes_send() {
    let text = "BIÊN BẢN HỌP
Ủy ban MTTQ xã Tam Đại
1. Thành phần có mặt
Bà Đinh Thị Lan - Chủ tịch UBMTTQ xã, chủ trì
Ông Nguyễn Văn An - Phó Chủ tịch UBMTTQ xã
2. Kết luận: cử đi tập huấn
- Ông Nguyễn Văn An, ĐT 0912345670
- Bà Trần Thị Bé, Trưởng ban CTMT thôn Hạ, ĐT 0912345671
THƯ KÝ: Lê Thị Cúc";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An|nam||Phó Chủ tịch UBMTTQ xã|Xã Tam Đại|0912345670",
            "Trần Thị Bé|nữ||Trưởng ban CTMT|thôn Hạ, xã Tam Đại|0912345671",
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
