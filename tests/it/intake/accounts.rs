//! Every line of a list is accounted for: nobody is invented, nobody is lost in silence.

use std::path::Path;

use jiff::civil::{Date, date};
use taphuan::domain::list::LineKind;
use taphuan::domain::person::Gender;
use taphuan::intake::{ReadList, ReadOptions, read, read_with};

const TODAY: Date = date(2026, 3, 1);

fn path(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/found").join(name)
}

pub(super) fn found(name: &str) -> ReadList {
    read(&path(name), TODAY).unwrap_or_else(|error| panic!("{error}"))
}

/// The people of a list as "name|sex|birth|position|unit|phone|note", with "?" before those who are
/// doubtful.
pub(super) fn people(list: &ReadList) -> Vec<String> {
    let line = |row: &taphuan::intake::ReadRow| {
        let person = &row.person;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let sex = match person.gender {
            Some(Gender::Male) => "nam",
            Some(Gender::Female) => "nữ",
            None => "",
        };
        let parts = [
            person.full_name.clone(),
            sex.to_owned(),
            person.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            text(&person.position),
            text(&person.unit),
            text(&person.phone),
            text(&person.note),
        ];
        let doubtful = if row.is_doubtful() { "? " } else { "" };
        format!("{doubtful}{}", parts.join("|").trim_end_matches('|'))
    };
    list.rows.iter().map(line).collect()
}

/// The lines of a list that are no people: "3 total Cộng …".
fn others(list: &ReadList) -> Vec<String> {
    let others = list.lines.iter().filter(|line| !matches!(line.kind, LineKind::Person | LineKind::Doubtful));
    others
        .map(|line| {
            let reason = line.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
            let place = line.cell.clone().unwrap_or_else(|| line.line.to_string());
            format!("{place} {}{reason} {}", line.kind.code(), line.text)
        })
        .collect()
}

fn remarks(list: &ReadList) -> Vec<&str> {
    list.remarks.iter().map(|remark| remark.id.as_str()).collect()
}

#[test]
fn a_hamlet_lies_in_the_commune_that_sent_the_list() {
    assert_eq!(
        people(&found("commune-in-letterhead.csv")),
        [
            "Nguyễn Văn Thử|||Trưởng ban CTMT|Thôn 1, xã Hòa Phú",
            "Trần Thị Mẫu|||Tổ trưởng Tổ đoàn kết|Thôn 2, xã Hòa Phú",
            "Lê Văn Ví|||Chủ tịch UBMTTQ xã|Xã Hòa Phú",
        ]
    );
    assert_eq!(
        people(&found("commune-in-title-other.csv"))[0],
        "Nguyễn Văn Thử|||Trưởng ban CTMT|Thôn 1, xã Tân Lập"
    );
    let options = ReadOptions { commune: Some("Xã Khác".to_owned()), ..ReadOptions::default() };
    let told = read_with(&path("commune-in-letterhead.csv"), TODAY, &options).expect("a list");
    assert_eq!(people(&told)[0], "Nguyễn Văn Thử|||Trưởng ban CTMT|Thôn 1, xã Khác");
}

#[test]
fn several_people_in_a_cell_are_several() {
    assert_eq!(
        people(&found("two-in-one-cell.csv")),
        [
            "Nguyễn Văn An|||Bí thư Chi bộ|Thôn 1",
            "Trần Thị Bé|||Trưởng thôn|Thôn 1",
            "Lê Văn Cảnh|||Trưởng ban CTMT|Thôn 1",
        ]
    );
}

#[test]
fn a_column_for_each_post_names_its_holders() {
    let list = found("posts-as-columns.csv");
    assert_eq!(
        people(&list),
        [
            "Nguyễn Văn An|||Bí thư Chi bộ|Thôn Đông",
            "Trần Thị Bé|||Trưởng thôn|Thôn Đông",
            "Lê Văn Cảnh|||Trưởng ban CTMT|Thôn Đông",
            "Phạm Văn Dậu|||Bí thư Chi bộ|Thôn Đoài",
            "Hoàng Thị Em|||Trưởng thôn|Thôn Đoài",
            "Vũ Văn Giáp|||Trưởng ban CTMT|Thôn Đoài",
        ]
    );
}

#[test]
fn posts_of_two_columns_and_hamlets_within_them_are_read() {
    assert_eq!(
        people(&found("two-post-columns.csv")),
        [
            "Nguyễn Văn An|||Bí thư Chi bộ, Trưởng thôn|Thôn 1",
            "Trần Thị Bé|||Đảng ủy viên, Chủ tịch UBMTTQ xã"
        ]
    );
    assert_eq!(
        people(&found("hamlet-in-post.csv")),
        [
            "Nguyễn Văn An||1960|Trưởng ban CTMT|Xóm 1",
            "Trần Thị Bé||1970|Trưởng khu phố|Khu phố 4",
            "Lê Văn Cảnh||1971|Ủy viên UBMTTQ xã, Chi hội trưởng CCB|Thôn Hạ",
            "Phạm Văn Dậu||1972|Trưởng ban CTMT|Thôn 3",
            "Hoàng Thị Em||1973|Trưởng ban CTMT|Bản Nậm Pố",
            "Vũ Văn Giáp||1974|Tổ trưởng|KP1",
        ]
    );
}

#[test]
fn headings_are_told_from_people_by_their_shape_and_place() {
    let list = found("headings-in-name-column.csv");
    assert_eq!(
        people(&list),
        [
            "Nguyễn Văn An|||Phó Trưởng ban|Ban Dân vận Huyện ủy",
            "Trần Thị Bé|||Bí thư|Đoàn Thanh niên",
            "Lê Văn Cảnh|||Chủ tịch UBMTTQ|Thị xã Điện Bàn",
            "Phạm Văn Dậu|||Chủ tịch UBMTTQ xã|Tân Lập",
        ]
    );
    assert_eq!(
        others(&list)[1..],
        [
            "2 group Ban Dân vận Huyện ủy",
            "4 group Đoàn Thanh niên",
            "6 group Thị xã Điện Bàn",
            "8 group Tân Lập"
        ]
    );
    assert_eq!(
        people(&found("heading-above-first-table.csv")),
        [
            "Nguyễn Văn An|||Trưởng thôn|Thôn Đức Hòa",
            "Trần Thị Bé|||Bí thư|Thôn Đức Hòa",
            "Lê Văn Cảnh|||Trưởng thôn|Thôn Tân Thượng",
        ]
    );
    assert_eq!(
        people(&found("unit-row-under-headings.csv")),
        [
            "Nguyễn Văn An|||Trưởng thôn|Thôn 1",
            "Trần Thị Bé|||Bí thư Chi bộ|Thôn 1",
            "Lê Văn Cảnh|||Trưởng thôn|Thôn 2",
        ]
    );
}

#[test]
fn places_in_capitals_are_one_with_those_in_ordinary_letters() {
    assert_eq!(
        people(&found("units-in-capitals.csv")),
        [
            "Nguyễn Văn An||1960|Trưởng ban CTMT|Thôn Lạc Long, xã Xuân Phú",
            "Trần Thị Bé||1970|Trưởng ban CTMT|Thôn Lạc Long, xã Xuân Phú",
            "Lê Văn Cảnh||1971|Trưởng thôn|Thôn Lộc Đại, xã Xuân Phú",
        ]
    );
}

#[test]
fn what_stands_beside_a_name_goes_where_it_belongs_or_is_doubtful() {
    assert_eq!(
        people(&found("names-with-more.csv")),
        [
            "Nguyễn Văn An|nam|1960|Trưởng ban CTMT|Thôn 1",
            "Trần Văn Ba||1961|Trưởng ban CTMT|Thôn 1",
            "Lê Văn Cảnh|nam|1962|Trưởng ban CTMT|Thôn 1",
            "Phạm Văn Dậu||1963|Trưởng ban CTMT|Thôn 1",
            "Thích Minh Tâm||1964|Trưởng ban CTMT|Thôn 1",
            "Hoàng Văn Em||1965|Trưởng ban CTMT|Thôn 1",
            "Nguyễn Thị Gái||1966|Trưởng ban CTMT|Thôn 1||thay Trần Thị Hoa",
            "Vũ Văn Khoa||1967|Trưởng ban CTMT, Trưởng đoàn|Thôn 1",
            "Đỗ Văn Lâm||1968|Trưởng ban CTMT, Bí thư chi bộ|Thôn 1",
            "? Bùi Thị Mơ||1969|Trưởng ban CTMT|Thôn 1",
        ]
    );
}

#[test]
fn where_nobody_is_named_nobody_comes_in() {
    let list = found("no-person-there.csv");
    assert_eq!(
        people(&list),
        ["? đại diện Hội CCB|||Trưởng ban CTMT|Thôn 6", "Nguyễn Văn An|||Trưởng ban CTMT|Thôn 7"]
    );
    let nobody = list.lines.iter().filter(|line| line.reason == Some("no_person")).count();
    assert_eq!(nobody, 5, "{:#?}", others(&list));
}

#[test]
fn what_a_list_says_of_itself_is_compared_with_what_was_read() {
    let list = found("count-and-gap.csv");
    assert_eq!(list.rows.len(), 3);
    assert_eq!(remarks(&list), ["intake-list-total", "intake-list-gap"]);
    assert_eq!(others(&list)[1], "6 total Ấn định danh sách có 04 (bốn) người");
}

#[test]
fn both_sexes_marked_are_no_sex() {
    let list = found("both-sexes.csv");
    assert_eq!(
        people(&list),
        [
            "Nguyễn Văn An|nam|1960|Trưởng thôn",
            "Trần Thị Bé|nữ|1970|Bí thư",
            "? Lê Văn Cảnh||1965|Trưởng thôn",
        ]
    );
}

#[test]
fn messages_are_read_line_by_line_and_what_is_not_read_is_shown() {
    let list = found("message-lines.txt");
    assert_eq!(
        people(&list),
        [
            "Nguyễn Văn An||1960|Bí thư|thôn 1, xã Phúc Trạch|0912345671",
            "Trần Thị Bé||1972|Trưởng thôn|thôn 1, xã Phúc Trạch",
            "Lê Văn Cảnh||1965|Trưởng ban CTMT|thôn 3, xã Phúc Trạch|0912345670",
            "Phạm Văn Dậu|||Trưởng ban CTMT|thôn 4, xã Phúc Trạch|0912345674",
            "Hoàng Thị Em||||Thôn 5, xã Phúc Trạch|0912345675",
        ]
    );
    assert_eq!(
        others(&list),
        ["1 title Em gửi danh sách xã Phúc Trạch ạ 🌹", "7 total Danh sách có 5 người"]
    );
    assert_eq!(
        people(&found("message-labelled.txt")),
        [
            "Nguyễn Văn An||1965|Trưởng ban CTMT|Thôn 1|0912345671",
            "Trần Thị Bé||1972|Bí thư Chi bộ|Thôn 2|0912345672",
        ]
    );
}

#[test]
fn what_excel_does_not_show_is_left_out_and_taken_in_when_asked_for() {
    for name in ["hidden-rows.xlsx", "hidden-rows.xls", "hidden-rows.ods", "strikethrough.xlsx"] {
        let list = found(name);
        let left: Vec<_> = list.lines.iter().filter(|line| line.kind == LineKind::LeftOut).collect();
        assert!(!left.is_empty(), "{name}: {:#?}", others(&list));
        let options = ReadOptions { unseen: true, ..ReadOptions::default() };
        let all = read_with(&path(name), TODAY, &options).expect("a list");
        assert!(all.rows.len() > list.rows.len(), "{name}");
        assert_eq!(all.rows.len(), list.rows.len() + left.len(), "{name}");
    }
}

#[test]
fn names_that_are_written_oddly_are_doubtful() {
    assert_eq!(
        people(&found("lower.csv")),
        [
            "trần thị bình||1975|Phó Chủ tịch|Xã Tân Lập",
            "lê văn Cường||1980|Trưởng ban|Xã Tân Lập",
            "? Nguyễn Văn An||1981|Trưởng ban|Xã Tân Lập",
            "PHẠM THỊ DUNG||1982|Trưởng ban|Xã Tân Lập",
            "? Ng. V. Tám||1983|Trưởng ban|Xã Tân Lập",
            "? Hoàng Văn Em?||1984|Trưởng ban|Xã Tân Lập",
            "? Nguyễn Văn An; Trần Văn Ba||1984|Trưởng ban|Xã Tân Lập",
            "? Nguyễn Văn||1985|Trưởng ban|Xã Tân Lập",
            "? Tám||1986|Trưởng ban|Xã Tân Lập",
        ]
    );
}

/// Over every list there is: each line that is not empty is told once, and the people of the lines are
/// those of the rows.
#[test]
fn every_line_of_every_list_is_told() {
    for folder in ["corpus", "held_out"] {
        for case in crate::support::corpus::cases(folder) {
            let list = crate::support::lists::read(case.bytes()).expect("a list");
            let mut whole: Vec<_> = list
                .lines
                .iter()
                .filter(|line| line.cell.is_none())
                .map(|line| (line.sheet.clone(), line.line))
                .collect();
            let all = whole.len();
            whole.dedup();
            assert_eq!(whole.len(), all, "a line is told twice");
            for row in &list.rows {
                let line = list.lines.iter().find(|line| {
                    line.cell.is_none()
                        && line.line == row.row
                        && (line.sheet == row.sheet || row.sheet.is_none())
                });
                let kind = line.map(|line| line.kind);
                let right = matches!(kind, Some(LineKind::Person | LineKind::Doubtful));
                assert!(right, "{folder}: row {} is {kind:?}", row.row);
            }
        }
    }
}

#[test]
fn a_second_column_of_one_kind_is_not_dropped_in_silence() {
    let text = "STT,Họ và tên,Điện thoại,Số điện thoại\n1,Nguyễn Văn An,0912345671,0912345672\n\
                2,Trần Thị Bé,,0912345673\n";
    let list = taphuan::intake::read_bytes(text.as_bytes().to_vec(), "a.csv", TODAY).expect("a list");
    assert_eq!(people(&list), ["Nguyễn Văn An|||||0912345671", "Trần Thị Bé|||||0912345673"]);
    assert_eq!(remarks(&list), ["intake-list-second-column"]);
}

#[test]
fn units_in_worse_letters_meet_those_of_the_registry() {
    let text = "STT,Họ và tên,Đơn vị\n1,Nguyễn Văn An,\"Thon Lac Long, xa Xuan Phu\"\n2,Trần Thị Bé,XA XUAN PHU\n\
                3,Lê Văn Cư,\"Thôn Lạc Long, xã Xuân Phú\"\n4,Vũ Thị Dư,Thon Ba\n";
    let mut list = taphuan::intake::read_bytes(text.as_bytes().to_vec(), "a.csv", TODAY).expect("a list");
    list.meet_units(&["Xã Xuân Phú", "Thôn Lạc Long", "Thôn Bà", "Thôn Ba"].map(str::to_owned));
    let units: Vec<_> = list.rows.iter().map(|row| row.person.unit.clone().unwrap_or_default()).collect();
    assert_eq!(units[0], "Thôn Lạc Long, xã Xuân Phú");
    assert_eq!(units[1], "Xã Xuân Phú");
    assert_eq!(units[2], "Thôn Lạc Long, xã Xuân Phú");
    assert!(units[3].starts_with("Thon Ba"), "two units may be meant: {}", units[3]);
}
