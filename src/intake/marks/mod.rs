//! Rows that are not people: totals, signatures, group headings.

mod counts;
mod groups;
mod places;
mod titles;
mod units;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::heading::words;
use crate::lexicon::{Beginnings, Section};
pub(super) use counts::{
    Counted, all_counted, brings_others, is_count, people_counted, without_people_counted,
};
pub(super) use groups::{Group, group, is_counted, labelled_unit, title_of_group};
pub(super) use places::{
    commune_within, hamlet_at_start, place_at_start, without_all_places, without_particles,
};
pub(super) use titles::{
    heads_delegates, heads_earlier, heads_others, heads_reserves, is_list_title, is_part, lists_others,
    only_year,
};
pub(super) use units::{is_body, is_commune, is_hamlet, is_unit, small_is_any_unit};

/// "Tổng cộng: 45 người", "Cộng", "Ấn định danh sách có …".
pub(super) fn is_total(line: &str) -> bool {
    static MARKED: LazyLock<Beginnings> = LazyLock::new(|| Section::Total.words().collect());
    static COUNTED: LazyLock<Beginnings> = LazyLock::new(|| Section::TotalBeforeNumber.folded().collect());
    static WHOLE: LazyLock<HashSet<String>> = LazyLock::new(|| Section::WholeTotal.folded().collect());
    static SENTENCES: LazyLock<Beginnings> = LazyLock::new(|| Section::SumInWords.folded().collect());
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphabetic);
    // Without marks "Tong" and "Cong" are names, unless a number follows.
    let counts = |rest: &str| {
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let words = words(line);
    MARKED.after(&line.to_lowercase()).any(ends_word)
        || COUNTED.after(&words).any(counts)
        || WHOLE.contains(&words)
        || SENTENCES.begin(&words)
}

/// "Trang 1", "Trang 2/3": left by a printed page.
pub(super) fn is_page(line: &str) -> bool {
    static PAGES: LazyLock<Beginnings> = LazyLock::new(|| Section::Page.folded().collect());
    let words = words(line);
    let is_number = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == ' ');
    PAGES.after(&words).any(|rest| rest.strip_prefix(' ').is_some_and(is_number))
}

/// "NGƯỜI LẬP", "TM. BAN THƯỜNG TRỰC", "Tam Đại, ngày … tháng … năm …".
pub(super) fn is_signature(line: &str) -> bool {
    static SIGNATURES: LazyLock<Beginnings> = LazyLock::new(|| Section::Signature.folded().collect());
    let words = words(line);
    SIGNATURES.whole(&words).is_some() || is_place_and_date(&words)
}

fn is_place_and_date(words: &str) -> bool {
    let mut rest = words.split(' ');
    words.len() < 80 && ["ngay", "thang", "nam"].iter().all(|word| rest.any(|other| other == *word))
}

/// "Ghi chú: …", "* Lưu ý: …", "Bằng chữ: …": a remark under the list.
pub(super) fn is_remark(line: &str) -> bool {
    static REMARKS: LazyLock<HashSet<String>> = LazyLock::new(|| Section::Remark.folded().collect());
    line.split_once(':').is_some_and(|(label, _)| REMARKS.contains(&words(label)))
}

/// "VD", "Ví dụ", "Mẫu" where a number should be: a row that only shows how to fill in the others.
pub(super) fn is_example(ordinal: &str) -> bool {
    static EXAMPLES: LazyLock<HashSet<String>> = LazyLock::new(|| Section::Example.folded().collect());
    !ordinal.is_empty() && EXAMPLES.contains(&words(ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;

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
