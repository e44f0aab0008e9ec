//! Vietnamese personal names: their parts and their alphabetical order.
//!
//! The given name is the last word. Where that is wrong (an Ê-đê name such as
//! "H'Hen Niê", a monk's "Thích …") the person has a sort name of its own.

use super::clean::cleaned;
use super::collate::{write_end_of_part, write_words};
use super::fold::fold;

/// A name in its parts, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    before_given: &'a str,
    given: &'a str,
}

/// Splits at spaces. A name of one word is a given name alone; "Kim-Anh" and
/// "H'Hen" are one word.
pub fn split(full_name: &str) -> Name<'_> {
    let name = full_name.trim();
    match name.rsplit_once(char::is_whitespace) {
        Some((before, given)) => Name { before_given: before.trim_end(), given },
        None => Name { before_given: "", given: name },
    }
}

impl<'a> Name<'a> {
    /// Tên: the last word; empty only for a blank name.
    pub fn given(self) -> &'a str {
        self.given
    }

    /// Họ: the first word; empty for a name of one word.
    pub fn family(self) -> &'a str {
        self.parted().0
    }

    /// Tên đệm: the words between family and given name; often empty.
    pub fn middle(self) -> &'a str {
        self.parted().1
    }

    fn parted(self) -> (&'a str, &'a str) {
        match self.before_given.split_once(char::is_whitespace) {
            Some((family, middle)) => (family, middle.trim_start()),
            None => (self.before_given, ""),
        }
    }
}

/// A key whose byte order is the order of a Vietnamese name list: given name, then family
/// and middle names from the left, each syllable by syllable, letters before tones (see
/// [`super::collate`]). Equal for "Nguyễn Văn Hòa" and "NGUYỄN VĂN HOÀ", for something else,
/// such as the birth year, decides between them: "\u{1}" never occurs in it, so more may be
/// appended after one.
pub fn order_key(full_name: &str) -> String {
    let line = cleaned(full_name);
    let name = split(&line);
    let mut key = String::with_capacity(line.len() * 3);
    for part in [name.given(), name.family(), name.middle()] {
        write_words(part, &mut key);
        write_end_of_part(&mut key);
    }
    key
}

/// Whether a name is written in capitals only, as many lists have it: NGUYỄN VĂN AN.
pub fn is_all_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// Whether two whole names are hardly those of one person, one of them mistyped: they have no word in common beside the
/// middle ones that half of all people have.
pub fn is_of_another(one: &str, other: &str) -> bool {
    let own = |name: &str| -> Vec<String> {
        let folded = fold(name);
        folded.split(' ').filter(|word| !matches!(*word, "thi" | "van" | "")).map(str::to_owned).collect()
    };
    let (one, other) = (own(one), own(other));
    one.len() > 1 && other.len() > 1 && !one.iter().any(|word| other.contains(word))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn assert_order(names: &[&str]) {
        for pair in names.windows(2) {
            assert!(order_key(pair[0]) < order_key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_name_has_family_middle_and_given_parts() {
        let parts = |text| {
            let name = split(text);
            (name.family(), name.middle(), name.given())
        };
        assert_eq!(parts("Nguyễn Thị Thúy Hằng"), ("Nguyễn", "Thị Thúy", "Hằng"));
        assert_eq!(parts("Từ Văn Diện"), ("Từ", "Văn", "Diện"));
        assert_eq!(parts("Võ Phượng"), ("Võ", "", "Phượng"));
        assert_eq!(parts("Na"), ("", "", "Na"));
        assert_eq!(parts("H'Hen Niê"), ("H'Hen", "", "Niê"));
        assert_eq!(parts("Lê Kim-Anh"), ("Lê", "", "Kim-Anh"));
        assert_eq!(parts("  Trần \u{a0}Văn  Út "), ("Trần", "Văn", "Út"));
        assert_eq!(parts(" "), ("", "", ""));
    }

    #[test]
    fn the_given_name_decides_before_letters_elsewhere() {
        // Unicode's order of the whole text would be An An, Án An, Án Anh, An Bình.
        assert_order(&["An An", "Án An", "Án Anh", "An Bình"]);
        // The same with a family name before each: tone of the given name first.
        let names = ["Lê An", "Lê Án", "Lê Anh", "Lê Ánh", "Lê Bình"];
        assert_order(&names);
    }

    #[test]
    fn a_list_of_delegates_is_in_the_order_people_expect() {
        let names = [
            "Nguyễn Văn An",
            "Trần Thị An",
            "Lê Thị Lan Anh",
            "Nguyễn Hoàng Anh",
            "Nguyễn Tuấn Anh",
            "Phạm Thị Ánh",
            "Hồ Văn Ân",
            "Bùi Thị Bảy",
            "Lê Bé",
            "Đỗ Thị Dung",
            "Nguyễn Thị Dung",
            "Trần Văn Dũng",
            "Lương Đạo",
            "Trần Quang Đạo",
            "Trần Hoa",
            "Lê Văn Hòa",
            "Ngô Văn Hoà",
            "Phan Văn Hòa",
            "Nguyễn Hoài",
            "Trần Thanh Mẫn",
            "Nguyễn Thiện Nhân",
            "Tống Văn Nhịn",
            "Võ Phượng",
            "Nguyễn Ngọc Tịnh",
            "Nguyễn Thanh Tịnh",
            "Lê Út",
            "Lê Uyên",
            "Lê Ước",
            "Lê Ý",
            "Lê Yến",
        ];
        assert_order(&names);
    }

    #[test]
    fn after_the_given_name_the_family_decides() {
        assert_order(&["Nguyễn Văn An", "Trần Bá An"]);
        assert_order(&["An", "Bùi Văn Bá An", "Bùi Vân An", "Trần An", "Vũ Văn An"]);
    }

    #[test]
    fn families_that_differ_by_a_tone_or_letter_stay_apart() {
        assert_order(&["Hồ Vân Tư", "Hổ An Tư", "Vo Tư", "Võ An Tư", "Vũ Tư", "Đào Tứ", "Đạo An Tứ"]);
    }

    #[test]
    fn one_word_compound_and_spelled_differently() {
        assert_order(&["Kim", "Anh Kim", "Bùi Kim-Anh", "Lê Kim-Chi", "Kính"]);
        assert_eq!(order_key("Nguyễn Văn Hòa"), order_key("NGUYỄN  VĂN HOÀ"));
        assert_eq!(order_key("Lê Ý"), order_key(&" Lê\u{a0}Ý ".nfd().collect::<String>()));
    }

    #[test]
    fn a_birth_year_can_be_appended() {
        let with_year = |name: &str, year: u16| format!("{}\u{1}{year:04}", order_key(name));
        assert!(with_year("Lê Văn An", 1950) < with_year("Lê Văn An", 1960));
        assert!(with_year("Lê An", 1999) < with_year("Lê An Em An", 1950));
    }

    #[test]
    fn another_name_is_told_from_one_that_was_mended() {
        assert!(is_of_another("Huỳnh Quang Cường", "Lê Thị Mai Lan"));
        for (one, other) in
            [("Nguyễn Văn An", "Nguyễn Văn Ân"), ("Tran Thi Be", "Trần Thị Bé"), ("An", "Nguyễn Văn Bình")]
        {
            assert!(!is_of_another(one, other), "{one}, {other}");
        }
    }
}
