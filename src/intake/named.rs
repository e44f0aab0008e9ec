//! The cell of a name, parted: the name itself, and what else people write into it.

use jiff::civil::Date;

use super::family_names::{begins_like_a_name, begins_with_common_name};
use super::grid::Cell;
use super::honorifics::{Prefix, is_word_of_sex, prefix};
use super::label::without_label;
use super::marks::{is_commune, is_hamlet};
use super::mentions::instead_at;
use super::name_shape::{Doubt, judge, with_spaces};
use super::position::begins_with_position;
use super::values;
use crate::domain::date::FuzzyDate;
use crate::domain::person::Gender;
use crate::domain::reading;
use crate::lexicon::Section;
use crate::vietnamese::syllable::is_syllable;

/// What holds for the names of a whole table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameHabits {
    /// Whether names stand behind "Ông", "Bà", "Đ/c": alone, "Ông" is a family name.
    pub honorifics: bool,
    /// Whether names are written in small letters.
    pub small: bool,
}

/// What the cells of a name say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The name, as far as it could be parted from the rest.
    pub name: String,
    /// By "Ông" or "Bà" before it, or "(nữ)" behind it.
    pub gender: Option<Gender>,
    /// By "(1970)", "(sn 1970)" or ", 1970" behind it.
    pub birth: Option<FuzzyDate>,
    /// "Trưởng đoàn" of "Vũ Văn Khoa - Trưởng đoàn".
    pub posts: Vec<String>,
    /// "Thôn 3" of "Vũ Văn Khoa (thôn 3)".
    pub unit: Option<String>,
    /// A telephone number behind it.
    pub phone: Option<String>,
    /// "thay Trần Thị Hoa".
    pub notes: Vec<String>,
    /// The title that was taken off: "Linh mục".
    pub title: Option<String>,
    /// Why it may be no name.
    pub doubt: Option<Doubt>,
}

impl Named {
    /// Parts a clean line.
    pub fn read(written: &str, habits: NameHabits, today: Date) -> Self {
        let mut named = Self::default();
        let mut rest = named.take_label(written);
        rest = named.take_brackets(&rest, today);
        rest = named.take_birth_behind(&rest, today);
        rest = named.take_parts(&rest, habits, today);
        rest = named.take_phone_behind(&rest);
        rest = named.take_prefix(&rest, habits);
        rest = named.take_words_behind(&rest, habits);
        if let Some(bare) = rest.strip_suffix(['*', '.', ':', ',', ';', '-']) {
            // A full stop and its like end a line; a star means something.
            if rest.ends_with('*') {
                named.doubt = Some(Doubt::Sign);
            }
            rest = bare.trim_end().to_owned();
        }
        named.doubt = named.doubt.or(judge(&rest, habits.small).err());
        if called_by_one_word(&rest) {
            named.doubt = Some(Doubt::OneWord);
        }
        // It is still asked about, with what was written.
        named.name = if named.doubt == Some(Doubt::Glued) { with_spaces(&rest) } else { rest };
        named
    }

    /// Takes "Thay:" off the beginning: this may be another than who was to come.
    fn take_label(&mut self, written: &str) -> String {
        match written.split_once(':') {
            Some((label, name)) if instead_at(label) == Some(0) && label.split(' ').count() < 3 => {
                (self.notes, self.doubt) = (vec![label.to_owned()], Some(Doubt::Sign));
                name.trim().to_owned()
            }
            _ => written.to_owned(),
        }
    }

    /// Takes "(…)" off the end, as often as there are brackets.
    fn take_brackets(&mut self, written: &str, today: Date) -> String {
        let mut rest = written.trim().to_owned();
        while let Some((bare, inside)) =
            rest.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        {
            if bare.trim().is_empty() {
                break;
            }
            let inside = inside.trim().to_owned();
            if !self.take_each(&inside, today) && !self.take(&inside, today) && !inside.is_empty() {
                self.notes.insert(0, inside);
            }
            rest = bare.trim_end().to_owned();
        }
        rest
    }

    /// Takes in several things said at once, "TB CTMT bản Tả Phìn, 0852401126", where all are understood.
    fn take_each(&mut self, said: &str, today: Date) -> bool {
        if !said.contains([',', ';']) {
            return false;
        }
        let before = self.clone();
        let mut parts = said.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let all = parts.all(|part| self.take(part, today));
        if !all {
            *self = before;
        }
        all
    }

    /// Takes off what stands behind a comma, a dash or the like, where all of it is understood.
    fn take_parts(&mut self, written: &str, habits: NameHabits, today: Date) -> String {
        let Some((name, mut behind)) = split_at_sign(written) else { return written.to_owned() };
        let before = self.clone();
        // "Đặng Kim Thạch (1958) - Bí thư chi bộ".
        let name = self.take_brackets(name, today);
        if judge(without_prefix(&name, habits).1, habits.small).is_err() {
            *self = before;
            return written.to_owned();
        }
        loop {
            let (part, more) = split_at_sign(behind).unwrap_or((behind, ""));
            if !part.is_empty() && !self.take(part, today) {
                *self = before;
                return written.to_owned();
            }
            if more.is_empty() {
                return name;
            }
            behind = more;
        }
    }

    /// Takes in what is said beside a name; `false` where it is not understood.
    fn take(&mut self, part: &str, today: Date) -> bool {
        if let Some(gender) = values::sex_in_words(part) {
            self.gender = Some(gender);
        } else if let Ok(birth) = values::birth(&Cell::Text(part.to_owned()), today) {
            self.birth = Some(birth);
        } else if is_phone(part)
            && let Ok(Some(phone)) = reading::phone(part)
        {
            self.phone = Some(phone);
        } else if begins_with_position(part) {
            self.posts.push(part.to_owned());
        } else if is_hamlet(part) || is_commune(part) {
            self.unit = Some(part.to_owned());
        } else {
            return false;
        }
        true
    }

    /// Takes "SN: 1968" off the end, also where no sign parts it from the name.
    fn take_birth_behind(&mut self, written: &str, today: Date) -> String {
        let Some(at) = written.find(|letter: char| letter.is_ascii_digit()) else {
            return written.to_owned();
        };
        let before = written[..at].trim_end_matches([' ', ':', '.']);
        let is_label = |label: &&str| {
            let end = before.len().checked_sub(label.len()).and_then(|start| before.get(start..));
            let parted = before.get(..before.len().saturating_sub(label.len()));
            end.is_some_and(|end| end.to_lowercase() == **label)
                && parted.is_some_and(|rest| rest.ends_with([' ', ',', '-']))
        };
        // The longest: "sinh năm", not "năm".
        let Some(label) =
            Section::BirthLabel.words().filter(|word| is_label(word)).max_by_key(|word| word.len())
        else {
            return written.to_owned();
        };
        match values::birth(&Cell::Text(written[at..].to_owned()), today) {
            Ok(birth) => {
                self.birth = Some(birth);
                before[..before.len() - label.len()].trim_end_matches([' ', ',', '-', '–']).to_owned()
            }
            Err(_) => written.to_owned(),
        }
    }

    /// Takes a telephone number off the end that no sign parts from the name.
    fn take_phone_behind(&mut self, written: &str) -> String {
        let at = written.find(|letter: char| letter.is_ascii_digit() || letter == '+');
        if let Some((name, phone)) = at.map(|at| written.split_at(at))
            && name.ends_with([' ', ':'])
            && is_phone(phone)
            && let Ok(Some(phone)) = reading::phone(phone.trim())
        {
            self.phone = Some(phone);
            // "Nguyễn Xuân Tửu ĐT: 0368 159 027".
            return without_label(name.trim_end_matches([' ', ':', '.']), Section::PhoneLabel)
                .trim_end()
                .to_owned();
        }
        written.to_owned()
    }

    /// Takes "Ông", "Đ/c", "Linh mục", "TS." off the beginning.
    fn take_prefix(&mut self, written: &str, habits: NameHabits) -> String {
        let (prefix, name) = without_prefix(written, habits);
        match prefix {
            Some(Prefix { gender, is_title, word, .. }) => {
                self.gender = self.gender.or(gender);
                if is_title {
                    self.title = Some(word.clone());
                }
                // "CKI" of "BS. CKI Trần Thị Vân".
                match title_before(name, habits) {
                    Some((more, name)) => {
                        self.title = Some(format!("{word} {more}"));
                        name.to_owned()
                    }
                    None => name.to_owned(),
                }
            }
            // "Trưởng thôn Nguyễn Văn An".
            None => match (post_before(written, habits), title_before(written, habits)) {
                (Some((post, name)), _) => {
                    self.posts.insert(0, post.to_owned());
                    name.to_owned()
                }
                (None, Some((title, name))) => {
                    self.title = Some(title.to_owned());
                    name.to_owned()
                }
                (None, None) => written.to_owned(),
            },
        }
    }

    /// Takes a post or a hamlet off the end that no sign parts from the name: they begin with a word
    /// in small letters, or go on with one.
    fn take_words_behind(&mut self, written: &str, habits: NameHabits) -> String {
        let words: Vec<&str> = written.split(' ').collect();
        let is_small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
        if habits.small || words.iter().all(is_small) || !words.iter().any(is_small) {
            return written.to_owned();
        }
        for at in 2..words.len() {
            let (name, behind) = (words[..at].join(" "), words[at..].join(" "));
            let is_post = begins_with_position(&behind);
            if !(is_post || is_hamlet(&behind))
                || !words[at..].iter().any(is_small)
                || judge(&name, false).is_err()
            {
                continue;
            }
            match is_post {
                true => self.posts.push(behind),
                false => self.unit = Some(behind),
            }
            return name;
        }
        written.to_owned()
    }
}

/// "Cô Sáu", "Anh Tư", "Tư Đờn": how people are called, and no name.
fn called_by_one_word(name: &str) -> bool {
    let is_call = |word: &str| {
        is_word_of_sex(word) || Section::BirthOrder.words().any(|one| one == word.to_lowercase())
    };
    name.split_once(' ').is_some_and(|(first, rest)| !rest.contains(' ') && is_call(first))
}

/// A name without the words before it.
fn without_prefix(written: &str, habits: NameHabits) -> (Option<Prefix>, &str) {
    let mut found: Option<Prefix> = None;
    let mut rest = written;
    while let Some((next, name)) = prefix(rest) {
        // "Ông" is a family name, too: what follows must be a whole name.
        // "Ông Văn Tuấn" may be called so.
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        let is_middle = matches!(first.as_str(), "văn" | "thị");
        let is_whole = begins_like_a_name(name) && !is_middle && name.split(' ').count() > 2;
        let sure = next.is_sure || habits.honorifics || is_whole;
        if !sure {
            break;
        }
        rest = name;
        found = Some(match found {
            Some(before) => Prefix {
                word: format!("{} {}", before.word, next.word),
                gender: before.gender.or(next.gender),
                is_title: before.is_title || next.is_title,
                ..next
            },
            None => next,
        });
    }
    (found, rest)
}

/// "Trưởng thôn" of "Trưởng thôn Nguyễn Văn An": a post, and behind it a whole name.
fn post_before(written: &str, habits: NameHabits) -> Option<(&str, &str)> {
    if !begins_with_position(written) {
        return None;
    }
    let starts = written.match_indices(' ').map(|(at, _)| at + 1);
    let is_name = |name: &str| {
        begins_with_common_name(name) && name.split(' ').count() > 2 && judge(name, habits.small).is_ok()
    };
    let at = starts.into_iter().find(|at| is_name(&written[*at..]))?;
    Some((written[..at].trim_end_matches([' ', ':', '-', ',']), &written[at..]))
}

/// "BS.CKI" of "BS.CKI Trần Thị Vân", "Đại tá (hưu)" of "Đại tá (hưu) Phan Đình Cung": before a whole name something that
/// by its shape is no part of one.
fn title_before(written: &str, habits: NameHabits) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 4;
    let (first, _) = written.split_once(' ')?;
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_loud = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    // Nearly every name is told by this, without comparing it with any.
    let is_odd = written.contains(['.', '(']) || written.split(' ').any(is_small) || is_loud(first);
    if !is_odd || habits.small || !first.starts_with(char::is_uppercase) || begins_with_common_name(written) {
        return None;
    }
    let is_cut_short = |word: &str| {
        let letters = || word.chars().filter(|letter| letter.is_alphabetic());
        word.ends_with('.')
            || word.contains('.') && !word.starts_with('.')
            || letters().count() > 1 && letters().all(char::is_uppercase) && !is_syllable(word)
    };
    let is_title = |title: &str| {
        let mut words = title.split(' ');
        words.clone().all(is_cut_short) || words.any(|word| is_small(word) || word.starts_with('('))
    };
    let is_name = |name: &str| {
        begins_with_common_name(name) && name.split(' ').count() > 2 && judge(name, false).is_ok()
    };
    let starts = written.match_indices(' ').map(|(at, _)| at).take(MOST_WORDS);
    let at = starts.into_iter().find(|at| is_name(&written[at + 1..]))?;
    // "Lái xe: Đỗ Văn Cường": what stands before a colon is no title.
    let title = Some(&written[..at]).filter(|title| !title.ends_with(':') && is_title(title))?;
    Some((title, &written[at + 1..]))
}

/// Where the first sign stands that parts a name from what follows.
fn split_at_sign(text: &str) -> Option<(&str, &str)> {
    let sign = text.char_indices().find_map(|(at, letter)| {
        let around = |at: usize| text[..at].ends_with(' ') || text[at + 1..].starts_with(' ');
        match letter {
            ',' | ';' | ':' | '–' | '—' | '/' | '|' => Some((at, letter.len_utf8())),
            '-' if around(at) => Some((at, 1)),
            _ => None,
        }
    });
    let (at, length) = sign?;
    Some((text[..at].trim_end(), text[at + length..].trim_start()))
}

fn is_phone(part: &str) -> bool {
    (9..=12).contains(&part.chars().filter(char::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> String {
        let named = Named::read(written, NameHabits::default(), jiff::civil::date(2026, 3, 1));
        let gender = match named.gender {
            Some(Gender::Male) => "nam",
            Some(Gender::Female) => "nữ",
            None => "",
        };
        let birth = named.birth.map(|birth| birth.to_string()).unwrap_or_default();
        let parts = [
            named.name,
            gender.to_owned(),
            birth,
            named.posts.join("+"),
            named.unit.unwrap_or_default(),
            named.phone.unwrap_or_default(),
            named.notes.join("+"),
            named.title.unwrap_or_default(),
            named.doubt.map_or(String::new(), |doubt| format!("{doubt:?}")),
        ];
        parts.join("|").trim_end_matches('|').to_owned()
    }

    #[test]
    fn what_is_written_beside_a_name_goes_where_it_belongs() {
        for (written, parted) in [
            ("Nguyễn Văn An", "Nguyễn Văn An"),
            ("Ông: Nguyễn Văn An", "Nguyễn Văn An|nam"),
            ("Ô. Lê Văn Cảnh", "Lê Văn Cảnh|nam"),
            ("Bà Trần Thị Bé", "Trần Thị Bé|nữ"),
            ("Ông Vi Văn Tiếp - Bí thư chi bộ", "Vi Văn Tiếp|nam||Bí thư chi bộ"),
            ("Coor Tâm 0366190257", "Coor Tâm|||||0366190257"),
            ("Cô Sáu", "Cô Sáu||||||||OneWord"),
            ("Ông Ích Khiêm", "Ông Ích Khiêm"),
            ("Đ.c Trần Văn Ba", "Trần Văn Ba"),
            ("đồng chí Trần Văn Ba", "Trần Văn Ba"),
            ("Linh mục Phạm Văn Dậu", "Phạm Văn Dậu|||||||Linh mục"),
            ("Thượng tọa Thích Minh Tâm", "Thích Minh Tâm|||||||Thượng tọa"),
            ("ĐĐ. Thích Minh Tâm", "Thích Minh Tâm|||||||ĐĐ."),
            ("TS Hoàng Văn Em", "Hoàng Văn Em|||||||TS"),
            ("BS.CKI Trần Thị Hồng Vân", "Trần Thị Hồng Vân|||||||BS. CKI"),
            ("NGƯT. Lê Thị Hường", "Lê Thị Hường|||||||NGƯT."),
            ("Đại tá (hưu) Phan Đình Cung", "Phan Đình Cung|||||||Đại tá (hưu)"),
            ("Thượng úy Bùi Tuấn Đạt", "Bùi Tuấn Đạt|||||||Thượng úy"),
            ("Rơ Châm H'Yéo", "Rơ Châm H'Yéo"),
            ("Đoàn Văn Hồ Bắc", "Đoàn Văn Hồ Bắc"),
            ("PGS.TS. Hoàng Văn Em", "Hoàng Văn Em|||||||PGS. TS."),
            ("Nguyễn Thị Gái (thay Trần Thị Hoa)", "Nguyễn Thị Gái||||||thay Trần Thị Hoa"),
            ("Nguyễn Thị Gái (nữ) (1970)", "Nguyễn Thị Gái|nữ|1970"),
            ("Vũ Văn Khoa - Trưởng đoàn", "Vũ Văn Khoa|||Trưởng đoàn"),
            ("Đỗ Văn Lâm, Bí thư chi bộ", "Đỗ Văn Lâm|||Bí thư chi bộ"),
            ("Đỗ Văn Lâm Bí thư chi bộ", "Đỗ Văn Lâm|||Bí thư chi bộ"),
            ("Đỗ Văn Lâm, 1970, Bí thư, 0912345678", "Đỗ Văn Lâm||1970|Bí thư||0912345678"),
            ("Trưởng thôn Nguyễn Văn An", "Nguyễn Văn An|||Trưởng thôn"),
            ("Đỗ Văn Lâm (thôn 3)", "Đỗ Văn Lâm||||thôn 3"),
            ("Đỗ Văn Lâm thôn 3", "Đỗ Văn Lâm||||thôn 3"),
            ("Bùi Thị Mơ*", "Bùi Thị Mơ||||||||Sign"),
            ("Nguyễn Văn An.", "Nguyễn Văn An"),
            ("Nguyễn Văn An, đang đi học", "Nguyễn Văn An, đang đi học||||||||Sign"),
            ("(đang kiện toàn)", "(đang kiện toàn)||||||||Sign"),
            ("Y-Blô Êban", "Y-Blô Êban"),
        ] {
            assert_eq!(read(written), parted, "{written}");
        }
    }
}
