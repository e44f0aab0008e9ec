//! What a heading means, by the many names offices give it.

use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// STT: not read, but tells person rows from others.
    Ordinal,
    /// Họ và tên.
    FullName,
    /// Họ và tên đệm, when the given name has a column of its own.
    FamilyMiddle,
    /// Tên; the whole name when there is no other name column.
    GivenName,
    /// Năm sinh, ngày sinh.
    Birth,
    /// "Nam": year of birth of the men, or a mark.
    Male,
    /// "Nữ": year of birth of the women, or a mark.
    Female,
    /// Giới tính.
    Gender,
    /// Chức vụ, chức danh.
    Position,
    /// Đơn vị, nơi công tác.
    Unit,
    /// Khu dân cư, thôn, tổ dân phố: below the commune.
    Hamlet,
    /// Xã, phường.
    Commune,
    /// Địa chỉ: the unit when nothing else says it.
    Address,
    /// Điện thoại.
    Phone,
    /// Ghi chú.
    Note,
    /// Cụm.
    Cluster,
    /// Known, and not for us: dân tộc, ký tên.
    Other,
}

/// Headings by all their words, folded.
const EXACT: &[(Field, &[&str])] = &[
    (Field::Ordinal, &["stt", "tt", "so tt", "s tt", "so thu tu", "thu tu", "no", "so"]),
    (Field::FullName, &["full name", "fullname", "name", "hoten", "ten dai bieu", "ten hoc vien"]),
    (
        Field::FamilyMiddle,
        &[
            "ho",
            "ho va",
            "ho dem",
            "ho va dem",
            "ho va ten dem",
            "ho ten dem",
            "ho lot",
            "ho va ten lot",
            "ho chu lot",
            "ho va chu lot",
            "ho va chu dem",
            "ho ten lot",
            "last name",
            "family name",
            "surname",
        ],
    ),
    (Field::GivenName, &["ten", "ten goi", "given name", "first name"]),
    (
        Field::Birth,
        &[
            "sinh nam",
            "ngay thang nam sinh",
            "ngay thang sinh",
            "ngay nam sinh",
            "ntns",
            "birth year",
            "year of birth",
            "birth",
            "birthdate",
            "birth date",
            "birthday",
            "date of birth",
            "dob",
            "born",
        ],
    ),
    (Field::Male, &["nam", "nam sinh nam", "nam nam sinh", "male"]),
    (Field::Female, &["nu", "nam sinh nu", "nu nam sinh", "la nu", "female"]),
    (Field::Gender, &["gioi tinh", "gt", "gioi", "phai", "nam nu", "gender", "sex"]),
    (Field::Position, &["position", "title", "job title", "role"]),
    (
        Field::Unit,
        &["to chuc", "noi lam viec", "unit", "organisation", "organization", "workplace", "co quan don vi"],
    ),
    (
        Field::Hamlet,
        &[
            "khu dan cu",
            "kdc",
            "thon",
            "ap",
            "ban",
            "lang",
            "to dan pho",
            "tdp",
            "khu pho",
            "khoi pho",
            "to",
            "thon to dan pho",
            "thon tdp",
            "thon ap",
            "thon ban",
            "thon khu dan cu",
            "thon kdc",
            "kdc thon",
            "khu dan cu thon",
            "thon khu pho",
            "thon khoi pho",
            "to dan pho thon",
            "ap khu pho",
            "hamlet",
        ],
    ),
    (
        Field::Commune,
        &[
            "xa",
            "phuong",
            "thi tran",
            "xa phuong",
            "phuong xa",
            "xa thi tran",
            "xa phuong thi tran",
            "phuong xa thi tran",
            "xa phuong dac khu",
            "dia phuong",
            "commune",
            "ward",
        ],
    ),
    (
        Field::Address,
        &[
            "dia chi",
            "noi o",
            "cho o",
            "noi o hien nay",
            "cho o hien nay",
            "thuong tru",
            "noi cu tru",
            "address",
        ],
    ),
    (
        Field::Phone,
        &[
            "sdt",
            "so dt",
            "so dien thoai",
            "di dong",
            "dtdd",
            "so di dong",
            "so dtdd",
            "phone",
            "mobile",
            "tel",
            "phone number",
            "telephone",
        ],
    ),
    (Field::Note, &["note", "notes", "remark", "remarks"]),
    (Field::Cluster, &["cum", "cum so", "thuoc cum", "cum tap huan", "cluster"]),
    (
        Field::Other,
        &[
            "dan toc",
            "ton giao",
            "dang vien",
            "dang",
            "trinh do",
            "hoc van",
            "chuyen mon",
            "email",
            "cccd",
            "so cccd",
            "cmnd",
            "so cmnd",
            "ky ten",
            "chu ky",
            "ky nhan",
            "que quan",
            "nguyen quan",
            "noi sinh",
            "so tien",
            "thanh tien",
            "ngay vao dang",
            "ly luan chinh tri",
        ],
    ),
];

/// Headings that may go on: "Họ tên học viên", "Đơn vị công tác hiện nay".
const BEGINNINGS: &[(&str, Field)] = &[
    ("ho va ten", Field::FullName),
    ("ho ten", Field::FullName),
    ("nam sinh", Field::Birth),
    ("ngay sinh", Field::Birth),
    ("ngay thang nam sinh", Field::Birth),
    ("gioi tinh", Field::Gender),
    ("chuc vu", Field::Position),
    ("chuc danh", Field::Position),
    ("don vi", Field::Unit),
    ("noi cong tac", Field::Unit),
    ("co quan", Field::Unit),
    ("dien thoai", Field::Phone),
    ("so dien thoai", Field::Phone),
    ("so dt", Field::Phone),
    ("sdt", Field::Phone),
    ("ghi chu", Field::Note),
    ("dia chi", Field::Address),
    ("trinh do", Field::Other),
    ("ky ten", Field::Other),
    ("ky nhan", Field::Other),
    ("ly luan chinh tri", Field::Other),
];

/// Longer text is a title or a sentence, no heading.
const MAX_HEADING: usize = 60;

/// What a heading means; `None` for text that is no heading we know.
pub fn recognise(heading: &str) -> Option<Field> {
    let line = clean(heading);
    if line.chars().count() > MAX_HEADING {
        return None;
    }
    if let Some(field) = told_apart_by_marks(&line.to_lowercase()) {
        return Some(field);
    }
    let all = words(&line);
    let outside_brackets = words(line.split(['(', '[']).next().unwrap_or_default());
    by_words(&all).or_else(|| by_words(&outside_brackets))
}

/// Headings that only their marks tell from others: "Năm" from "Nam", "ĐT" (điện
/// thoại) from "DT" (dân tộc), "Bản" (a village) from "Ban" (a board), "#".
fn told_apart_by_marks(line: &str) -> Option<Field> {
    match line.trim_end_matches(['.', ':']) {
        "năm" => Some(Field::Birth),
        "đt" | "số đt" | "s.đt" | "đ.t" | "đ/t" => Some(Field::Phone),
        "dt" => Some(Field::Other),
        "#" | "№" => Some(Field::Ordinal),
        _ => None,
    }
}

fn by_words(words: &str) -> Option<Field> {
    let exact = EXACT.iter().find(|(_, names)| names.contains(&words)).map(|(field, _)| *field);
    exact.or_else(|| {
        let begins = |name: &str| {
            words.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        BEGINNINGS.iter().find(|(name, _)| begins(name)).map(|(_, field)| *field)
    })
}

/// The folded words of a text, one space between: "Ngày, tháng,\nnăm sinh" is
/// "ngay thang nam sinh".
pub(super) fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The word that a bare value under this heading lacks: "Thôn" for "Trung Đàn"
/// under "Thôn"; nothing under "Khu dân cư", where the name may be that of a street.
pub(super) fn kind_word(heading: &str) -> Option<&'static str> {
    Some(match words(heading).as_str() {
        "thon" => "Thôn",
        "ap" => "Ấp",
        "ban" => "Bản",
        "lang" => "Làng",
        "to dan pho" | "tdp" => "Tổ dân phố",
        "khu pho" => "Khu phố",
        "khoi pho" => "Khối phố",
        "to" => "Tổ",
        "xa" => "Xã",
        "phuong" => "Phường",
        "thi tran" => "Thị trấn",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_many_names() {
        let cases = [
            (
                Field::FullName,
                "Họ và tên|HỌ TÊN|Ho va ten|Họ và\ntên|Họ tên học viên|Họ tên đại biểu|Họ, tên|Full name|HỌ VÀ TÊN (chữ in hoa)|Họ và tên ",
            ),
            (Field::FamilyMiddle, "Họ và tên đệm|Họ đệm|Họ và chữ lót|Họ"),
            (Field::GivenName, "Tên|TÊN"),
            (
                Field::Birth,
                "Năm sinh|Nam sinh|Ngày sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh|Năm|NĂM SINH (hoặc ngày sinh)|Date of birth|Năm\nsinh",
            ),
            (Field::Male, "Nam|NAM|Năm sinh Nam|Năm sinh (nam)"),
            (Field::Female, "Nữ|Nu|Năm sinh nữ|Nữ (x)"),
            (Field::Gender, "Giới tính|GT|Nam/Nữ|Gioi tinh|Giới tính (Nam/Nữ)|Gender"),
            (
                Field::Position,
                "Chức vụ|Chức danh|CHUC VU|Chức vụ, đơn vị công tác|Chức vụ/Chức danh|Chức vụ hiện nay|Position",
            ),
            (Field::Unit, "Đơn vị|Đơn vị công tác|Nơi công tác|Cơ quan, đơn vị|Unit"),
            (Field::Hamlet, "Khu dân cư|KDC|Thôn|Thôn/TDP|Tổ dân phố|Thôn, tổ dân phố"),
            (Field::Commune, "Xã|Xã/phường|Xã, phường, thị trấn|Phường"),
            (Field::Address, "Địa chỉ|Nơi ở hiện nay"),
            (
                Field::Phone,
                "Điện thoại|SĐT|ĐT|Số ĐT|Số điện thoại|Số điện thoại di động|SDT|ĐTDĐ|Điện thoại liên hệ|Phone|Đ.T",
            ),
            (Field::Note, "Ghi chú|GHI CHÚ|Notes"),
            (Field::Cluster, "Cụm|Cụm số|Cluster"),
            (Field::Ordinal, "STT|TT|Stt.|Số TT|S TT|#"),
            (Field::Other, "Dân tộc|DT|Tôn giáo|Đảng viên|Ký tên|Trình độ chuyên môn"),
        ];
        for (field, headings) in cases {
            for heading in headings.split('|') {
                assert_eq!(recognise(heading), Some(field), "{heading:?}");
            }
        }
    }

    #[test]
    fn other_text_is_no_heading() {
        for text in [
            "Nguyễn Văn Nam",
            "Thôn Trung Đàn",
            "Xã Tam Đại",
            "DANH SÁCH ĐẠI BIỂU",
            "1969",
            "",
            "—",
            "Họ và tên, năm sinh, chức vụ của đại biểu dự hội nghị tập huấn công tác Mặt trận",
        ] {
            assert_eq!(recognise(text), None, "{text:?}");
        }
    }
}
