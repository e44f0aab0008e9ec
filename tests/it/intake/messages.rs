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

/// The people of a message with the first doubt of each behind their names.
fn doubted(text: &str) -> Vec<String> {
    let said = |row: &taphuan::intake::ReadRow| {
        let doubt = row.doubts.first().map_or("", |doubt| doubt.id.as_str());
        format!("{} {doubt}", row.person.full_name).trim_end().to_owned()
    };
    list(text).rows.iter().map(said).collect()
}

#[test]
fn whoever_a_letter_only_tells_of_is_asked_about_and_none_is_refused() {
    let text = "Mặt trận xã Tam Đại nhận được giấy mời rồi ạ. Người thay bác ấy là anh Lê Văn Cảnh, Trưởng ban CTMT thôn Hạ, máy 0912345670.
Ngoài anh Cảnh thì có chị Trần Thị Bé, chi hội trưởng phụ nữ thôn Thượng, máy 0912345671. Chồng chị sẽ đưa chị xuống.
Chào thân ái!";
    assert_eq!(doubted(text), ["Lê Văn Cảnh intake-doubt-prose", "Trần Thị Bé intake-doubt-prose"]);
    // A plan that names who leads the work has no delegates.
    let plan = "Thực hiện kế hoạch, giao ông Nguyễn Văn An theo dõi. Các thôn báo cáo trước ngày 15.";
    assert!(read_bytes(plan.as_bytes().to_vec(), "ke-hoach.txt", date(2026, 3, 1)).is_err());
}

#[test]
fn whoever_a_line_speaks_of_that_is_not_understood_is_asked_about() {
    let people = "Xã Tam Đại gửi ds:
1. Nguyễn Văn An, Trưởng ban CTMT thôn Hạ, 0912345670
2. Trần Thị Bé, CHT PN thôn Thượng, 0912345671
3. Y Khăm Niê Kđăm, già làng buôn Tring, 0912345672
4. Phan Kim Sa, Bí thư chi bộ thôn Hạ, 0912345673";
    let all = ["Nguyễn Văn An", "Trần Thị Bé", "Y Khăm Niê Kđăm", "Phan Kim Sa"];
    for (line, meant) in [
        ("chị ơi cho em rút số 3 nhé, bác ấy đi viện", Some(2)),
        ("À số 2 cũng không đi nữa ạ", Some(1)),
        ("Riêng bác Y Khăm đổi số mới rồi", Some(2)),
        ("chị Bé hôm đó có khi phải trực", Some(1)),
        ("đính chính: tên đúng là Phan Kim Xa", Some(3)),
        // What only says once more what was read, a place with a number, and other people.
        ("Anh An sđt 0912 345 670", None),
        ("tổ số 3 gửi sau nhé", None),
        ("Cảm ơn anh Hùng nhiều", None),
    ] {
        let mut expected: Vec<bool> = vec![false; all.len()];
        if let Some(at) = meant {
            expected[at] = true;
        }
        let doubtful: Vec<bool> =
            list(&format!("{people}\n\n{line}")).rows.iter().map(|row| !row.doubts.is_empty()).collect();
        assert_eq!(doubtful, expected, "{line}");
    }
}

#[test]
fn the_place_that_sends_the_next_is_not_that_of_the_one_before() {
    let text = "Thống nhất danh sách: khu 1 cử bà Trần Thị Bé, Trưởng ban CTMT, 0912345670; khu 2 cử ông Lê Văn Cảnh, Trưởng ban CTMT, 0912345671; khu 3 cử bà Hồ Thị Dung, Bí thư chi bộ, 0912345672.";
    assert_eq!(
        people(&list(text)),
        [
            "Trần Thị Bé|nữ||Trưởng ban CTMT|khu 1|0912345670",
            "Lê Văn Cảnh|nam||Trưởng ban CTMT|khu 2|0912345671",
            "Hồ Thị Dung|nữ||Bí thư chi bộ|khu 3|0912345672",
        ]
    );
}

#[test]
fn what_is_said_in_turn_is_given_to_each() {
    let text = "Xã Tam Đại cử ông Nguyễn Văn An và bà Trần Thị Bé, lần lượt là Trưởng ban CTMT thôn Hạ và thôn Thượng; cùng đi có anh Lê Văn Cảnh, Bí thư Đoàn xã.
Năm sinh của ba người theo thứ tự là 1961, 1972, 1993.";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An|nam|1961|Trưởng ban CTMT|thôn Hạ, xã Tam Đại",
            "Trần Thị Bé|nữ|1972|Trưởng ban CTMT|thôn Thượng, xã Tam Đại",
            "Lê Văn Cảnh|nam|1993|Bí thư Đoàn xã|Xã Tam Đại",
        ]
    );
}

#[test]
fn whoever_enters_themselves_is_called_as_their_telephone_calls_them() {
    let text = "Thu Hà: Mọi người đăng ký nhé, ai đi thì nhắn chức vụ, khu phố, sđt
Nguyễn Công Hoan: Tôi đi. Trưởng ban CTMT khu Hạ, 0912345670
Bà Tuyết Khu Thượng: Tôi Đỗ Thị Tuyết, trưởng ban CTMT khu Thượng, 0912345671
Vương Văn Chính: Tôi đau chân xin phép nghỉ
Thu Hà: cháu chốt ạ";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Công Hoan|||Trưởng ban CTMT|khu Hạ|0912345670|Tôi đi",
            "Đỗ Thị Tuyết|nữ||trưởng ban CTMT|khu Thượng|0912345671",
        ]
    );
}

#[test]
fn names_are_read_however_strange_the_family_and_the_letters() {
    let text = "Phường Bắc Sơn cử:
➡️ Phó Chủ tịch UBMTTQ phường: Nguyễn Văn An 0912345670
- Ông K'Brếp, già làng, khu 2, 0912345671
- Tạ Văn Đính tbmt th. Nội dt O912 345 672
1/ Phú Đa: Nguyễn Kim Cúc 0912345673
- Bà Lê Thị Én ở khu 3 là Bí thư chi bộ, 0912345674
- Đ/c Lê Văn Ích, công chức Văn hóa - Xã hội phường, 0912345675";
    assert_eq!(
        people(&list(text)),
        [
            "Nguyễn Văn An|||Phó Chủ tịch UBMTTQ phường|Phường Bắc Sơn|0912345670",
            "K'Brếp|nam||già làng|khu 2, phường Bắc Sơn|0912345671",
            "Tạ Văn Đính|||tbmt|th. Nội, phường Bắc Sơn|0912 345 672",
            "Nguyễn Kim Cúc||||Phú Đa, phường Bắc Sơn|0912345673",
            "Lê Thị Én|nữ||Bí thư chi bộ|khu 3, phường Bắc Sơn|0912345674",
            "Lê Văn Ích|||công chức Văn hóa-Xã hội phường|Phường Bắc Sơn|0912345675",
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
