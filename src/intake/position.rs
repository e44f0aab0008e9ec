//! Positions, and the unit that often stands in the same cell behind them.

use super::marks::{is_commune, is_hamlet, is_unit};
use super::units::capitalised;
use crate::vietnamese::fold::fold;

/// How positions begin, in small letters.
const POSITIONS: &[&str] = &[
    "nguyên ",
    "phó ",
    "trưởng ",
    "quyền ",
    "chủ tịch",
    "chủ nhiệm",
    "bí thư",
    "ủy viên",
    "uỷ viên",
    "thành viên",
    "tổ trưởng",
    "tổ phó",
    "tổ viên",
    "chi hội",
    "hội trưởng",
    "hội phó",
    "hội viên",
    "cán bộ",
    "công chức",
    "chuyên viên",
    "viên chức",
    "nhân viên",
    "kế toán",
    "thủ quỹ",
    "thư ký",
    "giám đốc",
    "thôn trưởng",
    "thôn phó",
    "ấp trưởng",
    "bản trưởng",
    "xóm trưởng",
    "khu trưởng",
    "thường trực",
    "đại biểu",
    "người có uy tín",
    "già làng",
    "trạm trưởng",
    "trạm phó",
    "hiệu trưởng",
    "hiệu phó",
    "giáo viên",
    "tổng phụ trách",
    "đội trưởng",
    "đội phó",
    "đội viên",
    "đoàn viên",
    "thôn đội",
    "ấp đội",
    "tuyên truyền viên",
    "báo cáo viên",
    "hòa giải viên",
    "trụ trì",
    "linh mục",
    "mục sư",
    "huynh trưởng",
    "phật tử",
    "y sĩ",
    "bác sĩ",
    "nữ hộ sinh",
    "chánh ",
    "chỉ huy",
    "xã đội",
    "công an viên",
    "ct ",
    "pct ",
    "uvtt",
    "uv ",
    "bt ",
    "pbt ",
];

/// Words with which the unit begins behind a position, in small letters.
const UNITS_BEHIND: &[&str] = &[
    "ubmttq",
    "mttq",
    "ủy ban",
    "uỷ ban",
    "ubnd",
    "hđnd",
    "hội nông dân",
    "hội nd",
    "hội lhpn",
    "hội liên hiệp phụ nữ",
    "hội phụ nữ",
    "hội ccb",
    "hội cựu chiến binh",
    "hội người cao tuổi",
    "hội nct",
    "hội chữ thập đỏ",
    "hội khuyến học",
    "đoàn tncs",
    "đoàn thanh niên",
    "đoàn tn",
    "công đoàn",
    "đảng ủy",
    "đảng uỷ",
    "liên đoàn",
    "trạm y tế",
    "trường",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "ấp",
    "xóm",
    "khóm",
    "buôn",
    "tổ dân phố",
    "tdp",
    "khu phố",
    "khối phố",
    "khu dân cư",
    "kdc",
    "khu vực",
];

/// Whether a text begins as the name of an office does.
pub(super) fn begins_with_position(text: &str) -> bool {
    let lower = text.to_lowercase();
    POSITIONS.iter().any(|start| lower.starts_with(start))
        || (lower.is_ascii() && POSITIONS.iter().any(|start| lower.starts_with(&unmarked(start))))
}

/// The same without marks, its last space kept.
fn unmarked(start: &str) -> String {
    fold(start) + if start.ends_with(' ') { " " } else { "" }
}

/// The position and the unit of a cell that says both; `None` for a text that is no
/// position. No unit when it is not sure where one begins.
pub(super) fn split(text: &str) -> Option<(String, Option<String>)> {
    if !begins_with_position(text) {
        return None;
    }
    let Some(at) = unit_start(text) else { return Some((text.to_owned(), None)) };
    let (position, unit) = text.split_at(at);
    // "(UBMTTQ xã)" loses both its brackets.
    let unit = if position.ends_with('(') { unit.trim_end_matches(')') } else { unit };
    let position = position.trim_end_matches([' ', ',', '-', '–', ';', ':', '(']);
    if !leads_something(position) {
        return Some((position.to_owned(), Some(capitalised(unit))));
    }
    // "Trưởng thôn Đông": the word belongs to both.
    let kind = &unit[..unit.find(' ').unwrap_or(unit.len())];
    Some((format!("{position} {kind}"), (kind.len() < unit.len()).then(|| capitalised(unit))))
}

/// "Trưởng" alone lacks what it leads; "Tổ trưởng" does not.
fn leads_something(position: &str) -> bool {
    let last = position.rsplit([',', ';']).next().unwrap_or(position).trim().to_lowercase();
    last.ends_with("trưởng") && matches!(last.as_str(), "trưởng" | "phó trưởng" | "nguyên trưởng")
}

/// Where the first word for a unit begins that has a name behind it.
fn unit_start(text: &str) -> Option<usize> {
    let starts_word = |at: &usize| text[..*at].ends_with([' ', ',', '-', '(', ';']);
    text.char_indices().map(|(at, _)| at).filter(starts_word).find(|at| {
        let rest = &text[*at..];
        let lower = rest.to_lowercase();
        let begins = |kind: &&str| {
            lower.strip_prefix(*kind).is_some_and(|more| more.is_empty() || more.starts_with([' ', ',', ')']))
        };
        // "Văn hóa - Xã hội" is a field of work.
        if lower.starts_with("xã hội") {
            return false;
        }
        let leads = leads_something(text[..*at].trim_end());
        UNITS_BEHIND.iter().any(begins) && (leads || is_commune(rest) || is_hamlet(rest) || is_unit(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_behind_a_position_is_told_apart() {
        for (text, position, unit) in [
            ("Chủ tịch UBMTTQ xã Tam Đại", "Chủ tịch", "UBMTTQ xã Tam Đại"),
            ("Phó Chủ tịch Hội Nông dân xã", "Phó Chủ tịch", "Hội Nông dân xã"),
            ("Trưởng ban CTMT thôn Trung Đàn", "Trưởng ban CTMT", "Thôn Trung Đàn"),
            ("Trưởng thôn Đông Tây", "Trưởng thôn", "Thôn Đông Tây"),
            ("Trưởng thôn", "Trưởng thôn", ""),
            ("Tổ trưởng tổ dân phố 5", "Tổ trưởng", "Tổ dân phố 5"),
            ("Bí thư Chi bộ", "Bí thư Chi bộ", ""),
            ("Trưởng ban (thôn Đông)", "Trưởng ban", "Thôn Đông"),
            ("Ủy viên", "Ủy viên", ""),
        ] {
            let unit = (!unit.is_empty()).then(|| unit.to_owned());
            assert_eq!(split(text), Some((position.to_owned(), unit)), "{text}");
        }
        assert_eq!(split("Thôn Đông"), None);
        assert_eq!(split("Nguyễn Văn An"), None);
    }
}
