//! Titles of lists and of their parts: whom those below are.

use std::sync::LazyLock;

use super::super::heading::words;
use crate::lexicon::{Beginnings, Section};

/// "Đại biểu phường": what people of a list are, and no post.
pub(in super::super) fn is_part(title: &str) -> bool {
    static PARTS: LazyLock<Beginnings> = LazyLock::new(|| Section::Part.folded().collect());
    PARTS.begin(&words(title))
}

/// "Đại biểu dự tập huấn": a heading over the delegates themselves.
pub(in super::super) fn heads_delegates(title: &str) -> bool {
    static DELEGATES: LazyLock<Beginnings> = LazyLock::new(|| Section::Delegates.folded().collect());
    DELEGATES.whole(&words(title)).is_some()
}

/// "Ban tổ chức lớp", "Lái xe": a heading over people who are with the delegates, where those have their own.
pub(in super::super) fn heads_others(title: &str) -> bool {
    static OTHERS: LazyLock<Beginnings> = LazyLock::new(|| Section::BesideDelegates.folded().collect());
    OTHERS.whole(&words(title)).is_some()
}

/// "DANH SÁCH LÁI XE, PHỤC VỤ HỘI NGHỊ", "Lái xe + phục vụ": a title, or the name of a sheet, of those people.
pub(in super::super) fn lists_others(title: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    static OTHERS: LazyLock<Beginnings> = LazyLock::new(|| Section::BesideDelegates.folded().collect());
    let words = words(title);
    let listed = TITLES.after(&words).map(str::trim_start).chain([words.as_str()]);
    listed.into_iter().any(|who| OTHERS.whole(who).is_some())
}

/// "Đại biểu dự khuyết": a heading over those who come only where somebody else does not.
pub(in super::super) fn heads_reserves(title: &str) -> bool {
    static RESERVES: LazyLock<Beginnings> = LazyLock::new(|| Section::Reserves.folded().collect());
    // "Đại biểu dự khuyết (chỉ tham dự khi đại biểu chính thức vắng mặt)".
    let title = words(title.split('(').next().unwrap_or(title));
    RESERVES
        .whole(title.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' '))
        .is_some()
}

/// "Để đối chiếu: danh sách đã dự lớp năm 2025": a heading over people who came in an earlier year or another time.
pub(in super::super) fn heads_earlier(title: &str, this_year: i16) -> bool {
    static EARLIER: LazyLock<Vec<String>> =
        LazyLock::new(|| Section::Earlier.folded().map(|word| format!(" {word} ")).collect());
    let is_past = years(title).into_iter().max().is_some_and(|year| year < this_year);
    let title = format!(" {} ", words(title));
    is_past || EARLIER.iter().any(|word| title.contains(word.as_str()))
}

/// The years that a title says.
fn years(title: &str) -> Vec<i16> {
    let words = words(title);
    let years = words.split(' ').filter(|word| word.len() == 4).filter_map(|word| word.parse::<i16>().ok());
    years.filter(|year| (2000..2100).contains(year)).collect()
}

/// The year that a title says its list is of, "DANH SÁCH DỰ TẬP HUẤN NĂM 2023": no day, and no other year.
pub(in super::super) fn only_year(title: &str) -> Option<i16> {
    let words = words(title);
    let words: Vec<&str> = words.split(' ').collect();
    let [year] = years(title)[..] else { return None };
    let at = words.iter().position(|word| *word == year.to_string())?;
    let is_of_day = at >= 3 && words[at - 3] == "thang";
    (at > 0 && words[at - 1] == "nam" && !is_of_day).then_some(year)
}

/// "DANH SÁCH ĐẠI BIỂU …".
pub(in super::super) fn is_list_title(line: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    TITLES.begin(&words(line))
}
