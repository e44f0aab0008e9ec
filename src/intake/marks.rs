//! Rows that are not people: totals, signatures, group headings.

use super::heading::words;
use super::values::{cluster, roman};
use crate::vietnamese::fold::fold;

/// What a heading above some rows says of the people under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Group {
    /// "I | Xã Tam Đại".
    Commune(String),
    /// "Thôn Trung Đàn".
    Hamlet(String),
    /// Another unit: "Hội Nông dân huyện".
    Unit(String),
    /// "Cụm 2".
    Cluster(u32),
    /// Nothing of the unit: "II | Đại biểu mời".
    Section,
}

/// Kinds of commune.
const COMMUNES: &[&str] = &["xã", "phường", "thị trấn", "đặc khu"];
/// Kinds of residential area below it.
const HAMLETS: &[&str] = &[
    "thôn",
    "ấp",
    "bản",
    "làng",
    "tổ dân phố",
    "tdp",
    "khu phố",
    "khối phố",
    "khu dân cư",
    "kdc",
    "tổ",
    "xóm",
    "khóm",
    "buôn",
    "bon",
    "khu",
    "khối",
];
/// How the name of another unit begins.
const UNITS: &[&str] = &[
    "ubmttq",
    "ủy ban",
    "uỷ ban",
    "mttq",
    "mặt trận",
    "ban công tác",
    "ban thường trực",
    "ban ctmt",
    "hội",
    "công đoàn",
    "liên đoàn",
    "liên minh",
    "đoàn tncs",
    "đoàn thanh niên",
    "đảng ủy",
    "đảng uỷ",
    "hđnd",
    "ubnd",
    "chi bộ",
    "đơn vị",
    "huyện",
    "quận",
    "tỉnh",
    "thành phố",
    "phòng",
    "công an",
    "quân sự",
    "ban chỉ huy",
    "trường",
    "trạm",
    "trung tâm",
    "văn phòng",
    "cơ quan",
    "chi hội",
    "chi đoàn",
    "tổ hòa giải",
    "ban quản lý",
    "ban trị sự",
    "ban thanh tra",
    "câu lạc bộ",
    "clb",
    "chùa",
    "tự viện",
    "tịnh xá",
    "niệm phật đường",
    "gia đình phật tử",
    "giáo xứ",
    "giáo họ",
    "họ đạo",
    "thánh thất",
    "nhà thờ",
    "khoa",
    "công ty",
    "xí nghiệp",
    "xưởng",
    "phân xưởng",
    "hợp tác xã",
    "htx",
    "ngân hàng",
    "bệnh viện",
    "bưu điện",
    "đội",
    "đồn",
];
/// Words, folded, of headings that group people by what they are, not where.
const SECTIONS: &[&str] = &[
    "truong",
    "pho",
    "chu tich",
    "thanh vien",
    "uy vien",
    "dai bieu",
    "hoc vien",
    "can bo",
    "khach",
    "bi thu",
    "giam doc",
    "lanh dao",
    "bao cao vien",
    "thanh phan",
    "nhom",
    "phan",
    "khoi",
    "phat giao",
    "cong giao",
    "tin lanh",
    "cao dai",
    "hoa hao",
    "hoi giao",
];
/// The same where nothing numbers the heading: none of these is a family name.
const ALONE: &[&str] =
    &["dai bieu", "khach moi", "hoc vien", "thanh phan", "can bo", "danh sach", "lanh dao", "thanh vien"];
/// Folded beginnings of the lines that close a list.
const SIGNATURES: &[&str] = &[
    "nguoi lap",
    "nguoi ky",
    "noi nhan",
    "xac nhan",
    "ky ghi ro",
    "ky va ghi ro",
    "ky ho ten",
    "ky dong dau",
    "giam khao",
    "ky ten dong dau",
    "thu truong",
    "lap bang",
    "lap bieu",
    "can bo lap",
    "ke toan",
    "tm",
    "t m",
    "kt",
    "k t",
    "tl",
    "tuq",
];

/// "Xã Tam Đại", "P. …" is not: the kind is written out.
pub(super) fn is_commune(text: &str) -> bool {
    begins_with_kind(text, COMMUNES)
}

/// "Thôn Trung Đàn", "Tổ 5".
pub(super) fn is_hamlet(text: &str) -> bool {
    begins_with_kind(text, HAMLETS) && !is_block(text)
}

/// "Khối xã", "KHỐI MẶT TRẬN": a part of the list, not the residential area "Khối 5".
fn is_block(text: &str) -> bool {
    const PARTS: &[&str] = &[
        "xa",
        "phuong",
        "mat tran",
        "doan the",
        "khu dan cu",
        "co quan",
        "dang",
        "chinh quyen",
        "thon",
        "ap",
        "to chuc",
        "hoi",
        "thi tran",
        "ubmttq",
        "mttq",
        "cac",
        "huyen",
        "tinh",
        "san xuat",
        "van phong",
        "truong hoc",
        "doanh nghiep",
        "hanh chinh",
    ];
    let words = words(text);
    let part = words.strip_prefix("khoi ");
    part.is_some_and(|part| {
        PARTS
            .iter()
            .any(|name| part.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    })
}

/// "UBMTTQ xã", "Hội Nông dân".
pub(super) fn is_unit(text: &str) -> bool {
    begins_with_kind(text, UNITS)
}

/// Whether a text begins with one of these words and goes on. Marks count, for
/// "Xa", "Đoàn" and "Trương" are family names, unless the text has none at all.
fn begins_with_kind(text: &str, kinds: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let begins = |kind: &str| {
        lower
            .strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with([' ', ':', '.']) && rest.contains(char::is_alphanumeric))
    };
    // Without marks these three are also a board, a preposition and a name.
    let unmarked =
        |kind: &str| Some(fold(kind)).filter(|kind| !matches!(kind.as_str(), "ban" | "to" | "lang"));
    kinds
        .iter()
        .any(|kind| begins(kind) || (lower.is_ascii() && unmarked(kind).is_some_and(|kind| begins(&kind))))
}

/// "Tổng cộng: 45 người", "Cộng", "Ấn định danh sách có …".
pub(super) fn is_total(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = words(line);
    let sentence = [
        "an dinh danh sach",
        "danh sach nay co",
        "danh sach co",
        "tong cong danh sach",
        "cong mang sang",
        "mang sang",
        "trang truoc chuyen sang",
        "chuyen sang trang",
    ];
    let begins =
        |start: &str| lower.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    // Without marks "Tong" and "Cong" are names, unless a number follows.
    let counts = |start: &str| {
        words.strip_prefix(start).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    begins("tổng")
        || begins("cộng")
        || ["tong cong ", "tong so ", "cong "].into_iter().any(counts)
        || matches!(words.as_str(), "tong" | "cong" | "tong cong" | "tong so" | "total")
        || sentence.iter().any(|start| words.starts_with(start))
}

/// "07 người", "12 đồng chí": how many, and nobody.
pub(super) fn is_count(line: &str) -> bool {
    let words = words(line);
    let Some((count, of)) = words.split_once(' ') else { return false };
    let is_number = count.bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(of, "nguoi" | "dong chi" | "d c" | "dai bieu" | "hoc vien" | "vi" | "thanh vien")
}

/// "Trang 1", "Trang 2/3": left by a printed page.
pub(super) fn is_page(line: &str) -> bool {
    let words = words(line);
    words
        .strip_prefix("trang ")
        .or_else(|| words.strip_prefix("page "))
        .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == ' ') && !rest.is_empty())
}

/// "NGƯỜI LẬP", "TM. BAN THƯỜNG TRỰC", "Tam Đại, ngày … tháng … năm …".
pub(super) fn is_signature(line: &str) -> bool {
    let words = words(line);
    let begins =
        |start: &&str| words.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    SIGNATURES.iter().any(begins) || is_place_and_date(&words)
}

fn is_place_and_date(words: &str) -> bool {
    let mut rest = words.split(' ');
    words.len() < 80 && ["ngay", "thang", "nam"].iter().all(|word| rest.any(|other| other == *word))
}

/// "Ghi chú: …", "* Lưu ý: …", "Bằng chữ: …": a remark under the list.
pub(super) fn is_remark(line: &str) -> bool {
    let Some((label, _)) = line.split_once(':') else { return false };
    matches!(words(label).as_str(), "ghi chu" | "luu y" | "chu y" | "bang chu" | "so tien bang chu")
}

/// "Phường An Xuân" of "Đơn vị: Phường An Xuân".
pub(super) fn labelled_unit(line: &str) -> Option<&str> {
    let (label, unit) = line.split_once(':')?;
    let is_label = matches!(
        words(label).as_str(),
        "don vi"
            | "ten don vi"
            | "don vi cong tac"
            | "don vi cu"
            | "don vi dang ky"
            | "co quan don vi"
            | "dia phuong"
    );
    let unit = unit.trim_matches([' ', '.', ';']);
    (is_label && unit.contains(char::is_alphabetic)).then_some(unit)
}

/// What stands alone in a row as a heading; `ordinal` is the text of the STT cell.
/// `None` when it may be a person's name.
pub(super) fn group(text: &str, ordinal: &str) -> Option<Group> {
    let text = text.trim_start_matches(['*', '-', '+', '•', '–', ' ']);
    let (enumerated, rest) = match enumerator(text) {
        Some(rest) => (true, rest),
        None => (is_enumeration(ordinal), numbered_place(text).unwrap_or(text)),
    };
    let title = without_count(rest);
    let title = labelled_unit(title).unwrap_or(title);
    let folded = words(title);
    if folded.starts_with("cum ") || folded.starts_with("diem cau ") {
        return Some(
            cluster(title.split([':', '-', '(']).next().unwrap_or(title))
                .map_or(Group::Section, Group::Cluster),
        );
    }
    if is_commune(title) {
        return Some(Group::Commune(title.to_owned()));
    }
    if is_hamlet(title) {
        return Some(Group::Hamlet(title.to_owned()));
    }
    if is_unit(title) {
        return Some(Group::Unit(title.to_owned()));
    }
    let is_section = SECTIONS.iter().any(|start| folded.starts_with(start));
    if ALONE.iter().any(|start| folded.starts_with(start)) || is_block(title) {
        return Some(Group::Section);
    }
    match enumerated {
        true if is_section || title.is_empty() => Some(Group::Section),
        true => Some(Group::Unit(title.to_owned())),
        false => None,
    }
}

/// "I", "IV.", "A", "b)": what numbers groups, not people.
fn is_enumeration(ordinal: &str) -> bool {
    let word = words(ordinal);
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    letter || roman(&word).is_some()
}

/// What follows "I. ", "A) ", "II - " at the start of a heading.
fn enumerator(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(' ')?;
    let marked = first.ends_with(['.', ')', '/', '-', ':']) || rest.starts_with(['-', '.', '–']);
    let number = first.trim_end_matches(['.', ')', '/', '-', ':']);
    (marked && is_enumeration(number)).then(|| rest.trim_start_matches(['-', '.', '–', ' ']))
}

/// "Thôn Trung Đàn: 02 người" of "1. Thôn Trung Đàn: 02 người": only a place, for a
/// person may be numbered in the same way.
fn numbered_place(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let place = rest.strip_prefix(['.', ')', '/', '-']).unwrap_or(rest).trim_start();
    let is_numbered = rest.len() < text.len();
    (is_numbered && (is_commune(place) || is_hamlet(place) || is_unit(place))).then_some(place)
}

/// Whether a heading says how many people stand under it.
pub(super) fn is_counted(title: &str) -> bool {
    let title = title.trim_end();
    without_count(title).len() < title.len() && title.contains(|c: char| c.is_ascii_digit())
}

/// A heading without the number of people behind it: "Xã Tam Đại (12 người)".
fn without_count(title: &str) -> &str {
    let counts = |tail: &str| {
        tail.contains(|c: char| c.is_ascii_digit()) || tail.trim_matches([' ', ')', '.']).is_empty()
    };
    let head = match title.rfind(['(', ':']) {
        Some(at) if counts(&title[at + 1..]) => &title[..at],
        _ => title,
    };
    head.trim_end_matches([' ', ':', ';', ',', '-', '–', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_over_groups_say_where_people_come_from() {
        let unit = |text: &str| Some(Group::Unit(text.to_owned()));
        let commune = |text: &str| Some(Group::Commune(text.to_owned()));
        for (text, ordinal, expected) in [
            ("Xã Tam Đại", "I", commune("Xã Tam Đại")),
            ("Xã Tam Đại", "", commune("Xã Tam Đại")),
            ("XÃ TAM ĐẠI:", "1", commune("XÃ TAM ĐẠI")),
            ("I. Xã Tam Đại (12 người)", "", commune("Xã Tam Đại")),
            ("II - Phường Châu Văn Liêm: 20 đại biểu", "", commune("Phường Châu Văn Liêm")),
            ("xa Tam Dai", "", commune("xa Tam Dai")),
            ("Thôn Trung Đàn", "", Some(Group::Hamlet("Thôn Trung Đàn".to_owned()))),
            ("UBMTTQ huyện", "", unit("UBMTTQ huyện")),
            ("1. Thôn Trung Đàn: 02 người", "", Some(Group::Hamlet("Thôn Trung Đàn".to_owned()))),
            ("KHỐI XÃ (2 đồng chí)", "A", Some(Group::Section)),
            ("KHỐI MẶT TRẬN", "", Some(Group::Section)),
            ("Khối 5", "", Some(Group::Hamlet("Khối 5".to_owned()))),
            ("Tam Đại", "II", unit("Tam Đại")),
            ("Cụm 2", "", Some(Group::Cluster(2))),
            ("CỤM SỐ 3: Nhà văn hóa xã 5", "", Some(Group::Cluster(3))),
            ("Trưởng ban Công tác Mặt trận", "B", Some(Group::Section)),
            ("ĐẠI BIỂU MỜI", "", Some(Group::Section)),
        ] {
            assert_eq!(group(text, ordinal), expected, "{ordinal} | {text}");
        }
    }

    #[test]
    fn people_are_no_headings() {
        for name in [
            "Xa Thị Bé",
            "Đoàn Văn An",
            "Trương Công Định",
            "Quan Văn Cư",
            "Khuất Duy Tiến",
            "Tống Thị A",
            "Lò Thị V",
        ] {
            assert_eq!(group(name, "7"), None, "{name}");
            assert!(!is_total(name), "{name}");
            assert!(!is_signature(name), "{name}");
        }
        assert!(!is_total("Tống Công Minh") && !is_total("Công Tôn Nữ Bé"));
    }

    #[test]
    fn totals_and_signatures_are_known() {
        for line in [
            "Tổng cộng: 45 người",
            "Tổng cộng",
            "CỘNG",
            "Cộng xã Tam Đại: 5",
            "Ấn định danh sách có 45 người",
            "Tong cong",
        ] {
            assert!(is_total(line), "{line}");
        }
        for line in [
            "NGƯỜI LẬP",
            "Người lập biểu",
            "TM. BAN THƯỜNG TRỰC",
            "T/M UBMTTQ",
            "(Ký, ghi rõ họ tên)",
            "KT. CHỦ TỊCH",
            "Tam Đại, ngày 05 tháng 9 năm 2025",
            "…, ngày … tháng … năm 2025",
            "Nơi nhận:",
            "Xác nhận của UBND xã",
        ] {
            assert!(is_signature(line), "{line}");
        }
    }
}
