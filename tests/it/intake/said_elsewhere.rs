//! What is said of people elsewhere than in their own cells: comments, colours, notes, other sheets. Nobody is taken in
//! silence of whom something says otherwise.

use jiff::civil::date;
use taphuan::intake::{ReadList, read_bytes};

use super::accounts::{found, people};

/// The people of a list by their names, with "?" before those who are doubtful and what is said of them behind.
fn doubts(name: &str) -> Vec<String> {
    doubts_of(found(name))
}

/// A list of people, each a line of name, year of birth, post, place and note, with other lines below it.
fn listed(people: &str, below: &str) -> ReadList {
    let rows = (1..).zip(people.lines()).map(|(number, line)| format!("{number},{}\n", line.trim()));
    let text = format!(
        "STT,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Ghi chú\n{}\n{}",
        rows.collect::<String>(),
        below.lines().map(|line| format!("\"{}\",,,,,\n", line.trim())).collect::<String>()
    );
    read_bytes(text.into_bytes(), "danh-sach.csv", date(2026, 3, 1)).unwrap_or_else(|error| panic!("{error}"))
}

fn doubts_of(list: ReadList) -> Vec<String> {
    let said = list.rows.into_iter().map(|row| {
        let doubts: Vec<&str> = row.doubts.iter().map(|doubt| doubt.id.as_str()).collect();
        format!("{} {}", row.person.full_name, doubts.join(" ")).trim_end().to_owned()
    });
    said.collect()
}

#[test]
fn comments_on_cells_are_said() {
    for name in ["comments.xls", "comments.ods"] {
        let said = doubts(name);
        assert_eq!(said[0], "Nguyễn Văn Bền intake-doubt-withdrawn", "{name}");
        assert_eq!(said[2], "Lê Văn Dũng intake-doubt-corrected", "{name}");
        assert_eq!(found(name).rows[1].remarks[0].id, "intake-remark-comment", "{name}");
    }
    assert_eq!(
        doubts("comments.xlsx"),
        [
            "Nguyễn Văn Bền intake-doubt-withdrawn",
            "Trần Thị Cúc",
            "Lê Văn Dũng intake-doubt-corrected",
            "Phạm Thị Hoa",
        ]
    );
    let list = found("comments.xlsx");
    assert_eq!(list.rows[1].remarks[0].id, "intake-remark-comment");
    let kept: Vec<&str> = list.lines.iter().filter_map(|line| line.reason).collect();
    assert_eq!(kept, ["comment"; 3]);
}

#[test]
fn a_note_on_colours_means_those_who_have_one() {
    let meant = doubts("coloured.xlsx");
    assert_eq!(meant[1], "Trần Thị Cúc intake-doubt-marked");
    assert_eq!(meant.iter().filter(|row| row.contains("intake-doubt")).count(), 1);
}

#[test]
fn a_note_means_the_colour_that_it_names() {
    let marked = |name: &str| -> Vec<String> {
        doubts(name).into_iter().filter(|row| row.ends_with("intake-doubt-marked")).collect()
    };
    for end in ["xlsx", "xls", "ods", "docx", "odt"] {
        // Those in green have confirmed that they come.
        let name = format!("two-colours.{end}");
        assert_eq!(marked(&name), ["Trần Thị Cúc intake-doubt-marked"], "{name}");
    }
    for end in ["xlsx", "xls", "ods"] {
        let name = format!("red-letters.{end}");
        assert_eq!(marked(&name), ["Lê Văn Dũng intake-doubt-marked"], "{name}");
    }
}

#[test]
fn a_ground_of_every_second_row_means_nobody() {
    assert!(doubts("banded-grounds.xlsx").iter().all(|row| !row.contains("intake-doubt")));
}

#[test]
fn all_staff_in_another_sheet_are_no_delegates() {
    let said = doubts("staff-in-another-sheet.xlsx");
    let doubtful: Vec<&String> = said.iter().filter(|row| row.contains("intake-doubt")).collect();
    assert_eq!(doubtful, ["Vũ Văn Khang intake-doubt-source", "Đỗ Thị Lý intake-doubt-source"]);
}

#[test]
fn those_who_come_instead_stand_beside_those_they_replace() {
    assert_eq!(
        people(&found("substitutes-in-notes.xlsx"))[..4],
        [
            "? Nguyễn Văn Bền||1965|Trưởng ban CTMT|Thôn 1, xã An Lạc|0912345601|thay bằng ông Vũ Văn Khang, 1970, Phó \
             ban CTMT, 0912345609",
            "? Vũ Văn Khang|nam|1970|Phó ban CTMT|Thôn 1, xã An Lạc|0912345609",
            "? Trần Thị Cúc||1971|Bí thư chi bộ|Thôn 2, xã An Lạc|0912345602|bận, cử chị Đỗ Thị Lý (Phó Bí thư) đi \
             thay",
            "? Đỗ Thị Lý|nữ||Phó Bí thư|Thôn 2, xã An Lạc||đi thay",
        ]
    );
    assert_eq!(
        doubts("column-of-substitutes.xlsx"),
        [
            "Nguyễn Văn Bền",
            "Trần Thị Cúc intake-doubt-replaced",
            "Đỗ Thị Lý intake-doubt-substitute",
            "Lê Văn Dũng intake-doubt-replaced",
            "Phạm Thị Hoa",
        ]
    );
    assert_eq!(
        doubts("called-by-number.xlsx"),
        [
            "Nguyễn Văn Bền",
            "Trần Thị Cúc intake-doubt-withdrawn",
            "Lê Văn Dũng",
            "Phạm Thị Hoa intake-doubt-withdrawn",
            "Vũ Văn Khang intake-doubt-substitute",
        ]
    );
}

#[test]
fn whoever_only_comes_with_the_delegates_is_asked_about() {
    assert_eq!(doubts("bus.xlsx"), ["Nguyễn Văn Bền", "Trần Thị Cúc", "Lê Văn Dũng intake-doubt-beside"]);
}

#[test]
fn places_and_posts_are_told_by_what_stands_around_them() {
    let units = |name: &str| -> Vec<String> {
        found(name).rows.into_iter().map(|row| row.person.unit.unwrap_or_default()).collect()
    };
    assert_eq!(units("letterhead-in-two-lines.xlsx")[0], "Thôn 1, xã Đại Lộc");
    // A part of the list that is numbered as the others are is no place.
    assert_eq!(units("parts.xlsx")[2], "Thôn 3, xã An Lạc");
    assert_eq!(
        people(&found("boxes.xlsx")),
        ["Nguyễn Văn Bền|nam||Trưởng thôn|Thôn 1, xã An Lạc", "Trần Thị Cúc|nữ||Bí thư|Thôn 2, xã An Lạc"]
    );
    assert_eq!(
        people(&found("ditto-of-births.xlsx"))[1],
        "Trần Thị Cúc||1965|Trưởng ban CTMT|Thôn 1, xã An Lạc|0912345601"
    );
}

#[test]
fn messages_say_how_people_are_called_and_what_they_answer() {
    assert_eq!(
        people(&found("nicknames.txt")),
        [
            "Nguyễn Văn Bền|||trưởng ấp|ấp 1, xã An Lạc|0912345601|Năm Bền",
            "Trần Thị Cúc|||chi hội trưởng PN|ấp 2, xã An Lạc|0912345602|Tư Cúc",
            "Lê Văn Dũng|||bí thư|ấp 3, xã An Lạc|0912345603|Ba Dũng",
            "Phạm Văn Hòa|||TB CTMT|ấp 4, xã An Lạc|0912345604|em anh Hùng",
            "Vũ Văn Khang|||trưởng ấp|ấp 5, xã An Lạc|0912345605|Sáu Khang",
            "Đỗ Văn Lý|nam|1970|trưởng ấp|ấp 6, xã An Lạc|0912345606",
        ]
    );
    assert_eq!(
        people(&found("answer.txt")),
        [
            "Nguyễn Văn Bền||1965|Trưởng thôn|thôn 1, xã An Lạc|0912345601",
            "Trần Thị Cúc||1971|Bí thư chi bộ|thôn 2, xã An Lạc|0912345602",
        ]
    );
}

#[test]
fn comments_of_documents_are_said_as_well() {
    for name in ["comments.docx", "comments.odt"] {
        assert_eq!(
            doubts(name),
            ["Nguyễn Văn Bền", "Trần Thị Cúc intake-doubt-replaced", "Vũ Văn Khang intake-doubt-substitute"],
            "{name}"
        );
    }
}

const FOUR: &str = "Nguyễn Văn Tám,1970,Trưởng ban CTMT,Thôn 1,
    Lê Văn Nam,1968,Trưởng ban CTMT,Thôn 2,
    Trần Thị Bé,1975,Công chức Văn hóa,UBMTTQ xã,
    Võ Đình Hải,1980,Chủ tịch,UBMTTQ xã,";

/// The second, third and fourth of the four, as they were read, and what is said of them.
fn told_of_four(below: &str) -> [String; 3] {
    let list = listed(FOUR, below);
    [1, 2, 3].map(|at| {
        let row = &list.rows[at];
        // That the line speaks of them is said of all of whom it does.
        let said = row.doubts.iter().chain(&row.remarks).map(|one| one.id.as_str());
        let said: Vec<&str> = said.filter(|id| *id != "intake-remark-mentioned").collect();
        let birth = row.person.birth.map(|birth| birth.to_string()).unwrap_or_default();
        let phone = row.person.phone.as_deref().unwrap_or_default();
        format!("{birth} {phone} {}", said.join(" ")).trim_end().to_owned()
    })
}

#[test]
fn what_a_line_says_besides_puts_nothing_right() {
    let unchanged = ["1968", "1975", "1980"].map(str::to_owned);
    for below in [
        "Mọi thông tin liên hệ anh Nam, SĐT 0905123456",
        "Ông Lê Văn Nam sinh hoạt tại chi bộ thôn 2 từ năm 1995",
        "Bà Trần Thị Bé được tặng Bằng khen, sinh hoạt Đảng từ 1990",
        "Ông Nguyễn Văn Tám nay thay ông Đỗ Đình Kha đã nghỉ hưu năm 2020",
        "Anh Nam là trưởng đoàn",
    ] {
        assert_eq!(told_of_four(below), unchanged, "{below}");
    }
    let told = told_of_four("Kèm Công văn 12/CV của ông Võ Đình Hải, số máy cơ quan 02353888999");
    assert_eq!(told[2], "1980  intake-remark-said-besides");
    // It is not silent of whom the line speaks.
    let list = listed(FOUR, "Ông Lê Văn Nam sinh hoạt tại chi bộ thôn 2 từ năm 1995");
    let remarks: Vec<&str> = list.rows[1].remarks.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(remarks, ["intake-remark-mentioned"]);
    let told = told_of_four("Ông Lê Văn Nam bận việc gia đình, nhờ bà Đỗ Thị Sen đi thay, ĐT 0905123456");
    assert!(told[0].starts_with("1968  intake-doubt-"), "{told:?}");
}

#[test]
fn what_a_line_puts_right_is_put_right() {
    let told = told_of_four("Số đúng của ông Lê Văn Nam là 0913640271");
    assert_eq!(told[0], "1968 0913640271 intake-remark-corrected-phone");
    let told = told_of_four("Năm sinh ông Nam là 1965 chứ không phải 1968");
    assert_eq!(told[0], "1965  intake-remark-corrected-birth");
    let told = told_of_four("SĐT của bà Trần Thị Bé: 0913640271");
    assert_eq!(told[1], "1975 0913640271 intake-remark-corrected-phone");
}

#[test]
fn counts_of_men_and_women_leave_nobody_out() {
    let all: Vec<String> =
        ["Nguyễn Văn Tám", "Lê Văn Nam", "Trần Thị Bé", "Võ Đình Hải"].map(str::to_owned).into();
    for below in [
        "Nam: 03 người; nữ: 01 người",
        "Đảng viên: 03 người; quần chúng: 01 người",
        "Xã: 02 người; thôn: 02 người",
        "Trong đó nữ: 01 người",
    ] {
        assert_eq!(doubts_of(listed(FOUR, below)), all, "{below}");
    }
    let told = doubts_of(listed(FOUR, "Đại biểu: 02 người; phục vụ: 02 người"));
    assert_eq!(told.iter().filter(|one| one.ends_with("intake-doubt-beside")).count(), 2, "{told:?}");
}

#[test]
fn whoever_stays_away_is_asked_about_however_it_is_said() {
    let people = "Nguyễn Tú Trân,1970,Trưởng ban CTMT,Thôn 1,vắng
        Lê Thị Mận,1968,Trưởng ban CTMT,Thôn 2,xin phép vắng
        Võ Đình Hải,1971,thôi chức (không tham gia),Thôn 3,
        Võ Đình Mẫn,1971,Trưởng ban CTMT,Thôn 5,báo vắng
        Lê Văn Nam,1968,Trưởng ban CTMT,Thôn 2,bận họp HĐND nên không đi được
        Đỗ Văn Lý,1971,Trưởng ban CTMT,Thôn 5,ốm
        Đỗ Văn Mạnh,1971,Trưởng ban CTMT,Thôn 6,hoãn
        Đỗ Văn Oanh,1971,Trưởng ban CTMT,Thôn 8,gạch tên
        Đỗ Văn Phú,1971,Trưởng ban CTMT,Thôn 9,\"bận, xin cáo lỗi\"";
    for told in doubts_of(listed(people, "")) {
        assert!(told.ends_with(" intake-doubt-withdrawn"), "{told}");
    }
    let people = "Nguyễn Tú Trân,1970,Cán bộ đã nghỉ hưu,Thôn 1,
        Lê Thị Mận,1968,Trưởng ban CTMT,Thôn 2,rút kinh nghiệm
        Hồ Văn Chú,1971,Trưởng ban CTMT,Thôn 3,đi thay đ/c Hùng bị ốm";
    let told = doubts_of(listed(
        people,
        "Cán bộ bà Lê Thị Mận phụ trách xe\nTrưởng đoàn (STT 1) thay mặt đoàn báo danh",
    ));
    assert_eq!(told, ["Nguyễn Tú Trân", "Lê Thị Mận", "Hồ Văn Chú"]);
    let people = "Đỗ Văn Kha,1971,Trưởng ban CTMT,Thôn 4,nhờ anh Sơn phó ban đi thay
        Võ Đình Lợi,1971,Trưởng ban CTMT,Thôn 4,gửi em Hoa đi thay";
    for told in doubts_of(listed(people, "")) {
        assert!(told.ends_with(" intake-doubt-replaced"), "{told}");
    }
}

#[test]
fn whoever_is_taken_back_by_a_short_name_or_is_not_found_is_said() {
    let told = doubts_of(listed(FOUR, "Ghi chú: đ/c Võ Hải không tham dự"));
    assert_eq!(told[3], "Võ Đình Hải intake-doubt-withdrawn");
    let list = listed(FOUR, "Ghi chú: đ/c Phạm Thị Út không tham dự");
    let said: Vec<&str> = list.remarks.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(said, ["intake-list-withdrawn-unknown"]);
}

#[test]
fn numbers_of_people_may_be_said_as_a_range() {
    for below in ["Xin rút các đồng chí STT từ 2 đến 4", "Xin rút STT 2-4"] {
        let told = doubts_of(listed(FOUR, below));
        let doubtful = told.iter().filter(|one| one.ends_with("intake-doubt-withdrawn")).count();
        assert_eq!((doubtful, told[0].as_str()), (3, "Nguyễn Văn Tám"), "{below}");
    }
}

#[test]
fn a_second_table_is_read_as_the_first_is() {
    assert_eq!(
        doubts("second-table-marks.xlsx"),
        [
            "Nguyễn Văn An",
            "Trần Thị Bé",
            "Lê Văn Cảnh",
            "Phạm Thị Dung intake-doubt-unmarked",
            "Hồ Văn Em intake-doubt-replaced",
            "Võ Thị Giang intake-doubt-substitute",
        ]
    );
    assert_eq!(
        doubts("mark-with-more.xlsx"),
        [
            "Lê Văn Cảnh",
            "Phạm Thị Dung intake-doubt-unmarked",
            "Hồ Văn Em",
            "Hồ Văn Phú intake-doubt-unmarked",
        ]
    );
}

#[test]
fn a_place_that_is_taken_from_the_row_above_is_said() {
    let text = "STT,Thôn,Họ và tên,Năm sinh,Chức vụ
1,Thôn Đông,Nguyễn Văn Tám,1970,Trưởng ban CTMT
2,Thôn Tây,Lê Văn Nam,1968,Trưởng ban CTMT
3,,Trần Thị Bé,1975,Phó ban CTMT
4,Thôn Nam,Phạm Văn Út,1980,Trưởng ban CTMT
5,Thôn Bắc,Phạm Văn Lành,1981,Trưởng ban CTMT
";
    let read = |text: &str| read_bytes(text.as_bytes().to_vec(), "ds.csv", date(2026, 3, 1)).expect("a list");
    assert_eq!(read(text).rows[2].remarks[0].id, "intake-remark-as-above");
    // Where the same place stands twice it is written beside everybody.
    let again = text.replace("Thôn Tây", "Thôn Đông");
    assert_eq!(read(&again).rows[2].person.unit, None);
}

#[test]
fn many_who_come_instead_need_no_table_each() {
    let people: String =
        (0..2_100).map(|_| "Lê Văn Nam,1968,Trưởng ban CTMT,Thôn 2,cử bà Đỗ Thị Sen đi thay\n").collect();
    assert!(listed(&people, "").rows.len() > 2_100);
}

#[test]
fn footnotes_and_comments_that_hang_on_nothing_are_said() {
    let said = |list: &ReadList| -> Vec<String> {
        let left_out = list.lines.iter().filter(|line| line.reason == Some("comment"));
        left_out.map(|line| line.text.clone()).collect()
    };
    let list = found("footnotes.docx");
    assert_eq!(said(&list).len(), 2);
    assert!(doubts_of(list)[1].ends_with("intake-doubt-withdrawn"));
    let rtf = r"{\rtf1\ansi\trowd\cellx100\cellx200\cellx300 STT\cell Ho va ten\cell Nam sinh\cell\row
        \trowd\cellx100\cellx200\cellx300 1\cell Nguyen Van An{\footnote\pard xin rut}\cell 1970\cell\row}";
    let list = read_bytes(rtf.as_bytes().to_vec(), "ds.rtf", date(2026, 3, 1)).expect("a list");
    assert_eq!(said(&list), ["xin rut"]);
    assert_eq!(doubts_of(list), ["Nguyen Van An intake-doubt-withdrawn"]);
}

#[test]
fn hidden_text_of_writer_is_left_out_and_its_points_are_numbered() {
    let list = found("hidden-text.odt");
    assert!(list.rows.iter().all(|row| row.person.full_name != "Trần Thị Ẩn"), "{:?}", doubts_of(list));
    let names = doubts("numbered-points.odt");
    assert_eq!(names, ["nguyễn văn an", "Trần Thị Bé", "Lê Văn Cảnh"]);
}

#[test]
fn a_day_that_is_read_month_first_is_said() {
    let read = |births: [&str; 4]| {
        let rows = births.iter().map(|birth| format!("Nguyễn Văn Tám,{birth},Trưởng thôn\n"));
        let text = format!("Họ và tên,Ngày sinh,Chức vụ\n{}", rows.collect::<String>());
        read_bytes(text.into_bytes(), "ds.csv", date(2026, 3, 1)).expect("a list").rows
    };
    let rows = read(["05/13/1970", "03/04/1971", "02/25/1972", "06/06/1975"]);
    let said: Vec<usize> = rows.iter().map(|row| row.remarks.len()).collect();
    assert_eq!(said, [0, 1, 0, 0]);
    assert_eq!(rows[1].person.birth.map(|birth| birth.to_string()).as_deref(), Some("1971-03-04"));
}

/// The people of a message, each with year and note.
fn in_message(text: &str) -> Vec<String> {
    let list = read_bytes(text.as_bytes().to_vec(), "tin nhắn.txt", date(2026, 3, 1)).expect("a list");
    let told = list.rows.into_iter().map(|row| {
        let birth = row.person.birth.map(|birth| birth.to_string()).unwrap_or_default();
        format!("{} {birth} {}", row.person.full_name, row.person.note.unwrap_or_default())
            .trim_end()
            .to_owned()
    });
    told.collect()
}

#[test]
fn who_comes_for_another_is_read_and_whom_they_replace_is_only_noted() {
    let text = "Xã An Thọ gửi danh sách:
        1. Nguyễn Văn Bé, 1965, trưởng ban CTMT thôn An Hòa
        2. Phạm Thị Đổi thay cho ông Huỳnh Tấn Bận, 1977, trưởng thôn An Thọ
        3. Cử bà Lý Thị Mơ, sinh năm 1980, trưởng ban CTMT thôn An Bình đi thay ông Hồ Văn Sự, sinh năm 1955, trưởng ban CTMT";
    assert_eq!(
        in_message(text),
        ["Nguyễn Văn Bé 1965", "Phạm Thị Đổi 1977 thay cho ông Huỳnh Tấn Bận", "Lý Thị Mơ 1980"]
    );
}

#[test]
fn a_sentence_about_another_doubts_nobody_of_the_letter() {
    let text = "Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh
        Thực hiện Công văn số 215/MTTQ-BTT ngày 03/9/2025 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh, xã Quảng Hòa đề nghị \
        cử ông Hoàng Văn Thiềm, sinh năm 1967, Trưởng ban CTMT thôn 8, số điện thoại 0947 215 860 và bà Lục Thị Nga, sinh năm \
        1959, người có uy tín thôn Quảng Hợp, số điện thoại 0368 507 142 tham dự lớp tập huấn. Riêng ông Lý Văn Sình, Trưởng \
        ban CTMT thôn 5 do bận việc gia đình nên xin không tham dự.";
    let list = read_bytes(text.as_bytes().to_vec(), "thư.txt", date(2026, 3, 1)).expect("a list");
    assert!(list.rows.iter().all(|row| row.doubts.is_empty()) && list.rows.len() == 2, "{:?}", list.rows);
    assert!(list.remarks.iter().all(|remark| remark.id != "intake-list-total"), "1959 counts nobody");
}

#[test]
fn who_is_sent_is_told_by_a_sign_that_a_line_explains() {
    let text = "Họ và tên,Chức vụ,17/9,18/9
Nông Quốc Khải,Chủ tịch UBMTTQ xã,CQ,TH
Lường Thị Duyên,Phó Chủ tịch,CQ,CQ
Bàn Văn Quyên,Trưởng ban CTMT,,TH
\"Ký hiệu: CQ: làm việc tại cơ quan; TH: dự tập huấn tại tỉnh\",,,
";
    let list = read_bytes(text.as_bytes().to_vec(), "lịch.csv", date(2026, 3, 1)).expect("a list");
    assert_eq!(doubts_of(list), ["Nông Quốc Khải", "Lường Thị Duyên intake-doubt-unsigned", "Bàn Văn Quyên"]);
}

#[test]
fn what_stands_in_the_column_of_another_is_put_right_and_said() {
    let text = "Họ và tên,Năm sinh,Chức vụ,Đơn vị,SĐT
Trần Văn Lại,1960,Thôn Làng Chanh,Trưởng ban CTMT,0978416205
Đỗ Quang Lịch,0985740126,Bí thư chi bộ,Thôn Lõng Sâu,1956
";
    let list = read_bytes(text.as_bytes().to_vec(), "ds.csv", date(2026, 3, 1)).expect("a list");
    let [first, second] = &list.rows[..] else { panic!("two people") };
    assert_eq!(first.person.position.as_deref(), Some("Trưởng ban CTMT"));
    assert_eq!(first.person.unit.as_deref(), Some("Thôn Làng Chanh"));
    assert_eq!(second.person.phone.as_deref(), Some("0985740126"));
    assert_eq!(second.person.birth.map(|birth| birth.to_string()).as_deref(), Some("1956"));
    assert!([first, second].iter().all(|row| row.remarks[0].id == "intake-remark-exchanged"));
}
