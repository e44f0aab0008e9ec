//! Who stands in a line, and what it says of them.

use std::sync::LazyLock;

use super::super::super::family_names::{begins_like_a_name, begins_with_common_name};
use super::super::super::heading::{Field, recognise, words};
use super::super::super::honorifics::without_prefixes;
use super::super::super::label::without_label;
use super::super::super::marks::{is_hamlet, is_unit, place_at_start, without_particles};
use super::super::super::mentions::{instead_at, is_whole_name};
use super::super::super::position::{begins_with_position, is_whole_hamlet, leads_something, with_hamlet};
use super::super::super::values::sex_in_words;
use super::super::super::withdrawals::says_absence;
use super::HEADINGS;
use super::asides;
use super::births::{birth_in, other_year, with_whole_year};
use super::name::{ADDRESSES, address, is_name, name_behind_place, split_behind_name, without_address};
use super::pieces::{is_picture, parted, parted_by_slashes, parts, phone, place_within, starts_with_place};
use super::sentences::sentences;
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::clean::clean;

/// Parts that may stand before a name: where somebody is from, and what they are.
const MOST_BEFORE: usize = 2;

/// What a line says of a person, each part as written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) ordinal: String,
    pub(super) name: String,
    pub(super) sex: String,
    pub(super) birth: String,
    pub(super) position: String,
    pub(super) unit: String,
    pub(super) phone: String,
    pub(super) note: String,
}

impl Person {
    /// Reads a clean line; `None` when no name stands at its beginning, or behind its place.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut person = Self::default();
        // "0935 114 208 / Ông Đỗ Văn Kỳ": the number of the telephone, not of the person.
        let (ordinal, rest) = match phone(line) {
            Some((0, _)) => ("", line),
            _ => without_ordinal(line),
        };
        ordinal.clone_into(&mut person.ordinal);
        let rest = person.take_phone(rest);
        let (rest, aside) = asides::apart(&rest);
        let rest = parted(&parted_by_slashes(&with_whole_year(&rest)));
        let birth = birth_in(&rest);
        let mut parts = parts(&rest).into_iter();
        let mut first = parts.next()?;
        // "Thôn 5: Hoàng Thị Em", "Khóm 1 - Trưởng ban CTMT - Lê Phú Cường": where and what they are stands before.
        let mut before = Vec::new();
        let is_said = |part: &str| {
            let is_post = begins_with_position(part) && without_prefixes(part).len() == part.len();
            starts_with_place(part) || is_post && !begins_like_a_name(part)
        };
        while before.len() < MOST_BEFORE && is_said(first) && name_behind_place(first).is_none() {
            before.push(first);
            first = parts.next()?;
        }
        // "Thôn Hạ Trần Văn Cúc 0912345677": no sign parts them.
        if let Some((place, sex, name)) = before.is_empty().then(|| name_behind_place(first)).flatten() {
            before.push(place);
            sex.clone_into(&mut person.sex);
            first = name;
        }
        let leads_with_post = before.iter().any(|part| !starts_with_place(part));
        // "1. Ông: Thái Bá Lộc".
        if let Some(sex) = address(first) {
            sex.clone_into(&mut person.sex);
            first = parts.next()?;
        }
        let (sex, name) = without_address(first);
        if !sex.is_empty() {
            sex.clone_into(&mut person.sex);
        }
        let name = person.take_birth(name, birth);
        let (name, behind) = match name.split_once(", ") {
            Some((name, behind)) => (name.to_owned(), Some(behind.to_owned())),
            None => (name, None),
        };
        // The last bracket went with the comma.
        let name = match name.rsplit_once('(') {
            Some((bare, sex)) if sex_in_words(sex.trim_end_matches(')')).is_some() => {
                sex.trim_end_matches(')').clone_into(&mut person.sex);
                bare.trim_end().to_owned()
            }
            _ => name,
        };
        let (name, more) = match split_behind_name(&name) {
            Some((name, more)) => (name.to_owned(), Some(more.to_owned())),
            None => (name, None),
        };
        // "Phạm Thị Đổi thay cho ông Huỳnh Tấn Bận": whom they replace is only noted.
        // "Nguyễn Thị Thay" is called so.
        let (name, replaced) = match instead_at(&name).filter(|at| *at > 0 && name[*at..].starts_with('t')) {
            Some(at) => (name[..at].trim_end().to_owned(), Some(name[at..].to_owned())),
            None => (name, None),
        };
        // "nguyễn đình hải trưởng ban ctmt thôn sơn hải 1": what stands behind tells that it is one.
        let is_family =
            begins_with_common_name(&name) || !person.phone.is_empty() && begins_like_a_name(&name);
        let is_told_by_post = more.as_deref().is_some_and(begins_with_position) && is_family;
        if !is_name(without_prefixes(&name), !ordinal.is_empty() || is_told_by_post) {
            return None;
        }
        // "Bình Minh: Hải TB CTMT thôn 1, Bằng CHT PN": what stands before a colon and is no name is a place.
        let labels = rest.find(first).is_some_and(|at| rest[at + first.len()..].starts_with(':'));
        if labels && !begins_like_a_name(&name) {
            return None;
        }
        person.name = name;
        // "chức vụ: Chủ tịch UBMTTQ xã": the words before the colon, until what stands behind it was taken.
        let mut label = None;
        for part in more.iter().chain(&behind).map(String::as_str).chain(parts) {
            let part = person.take_birth(part, birth);
            for part in part.split(", ") {
                match label {
                    _ if is_label(&rest, part) => label = recognise(part),
                    _ => person.take_labelled(label.take(), part),
                }
            }
        }
        for part in before {
            person.take_part(part);
        }
        // "Chủ tịch: Nguyễn Văn An" signs.
        if leads_with_post && [&person.birth, &person.phone, &person.unit].iter().all(|said| said.is_empty())
        {
            return None;
        }
        for said in replaced.into_iter().chain(aside) {
            join(&mut person.note, &said);
        }
        // "Bác Hưng, Chủ tịch MTTQ xã" signs: on a list more is said of one who is only called so.
        let is_address = |call: &str| ADDRESSES.iter().any(|(address, _)| *address == call.to_lowercase());
        let is_call = |(call, given): (&str, &str)| is_address(call) && !given.contains(' ');
        if person.name.split_once(' ').is_some_and(is_call) && !person.is_bare() && !person.is_told_of() {
            return None;
        }
        // "Cam Phước, 12/9/2025": where and when a letter was written.
        if is_of_letter(&person) {
            return None;
        }
        // One word alone may be anything.
        (person.name.contains(' ') || !person.is_bare()).then_some(person)
    }

    /// Whether sex, birth and post are said, as a decision says them.
    pub(super) fn is_told_whole(&self) -> bool {
        let told = [&self.sex, &self.birth, &self.position];
        told.iter().all(|part| !part.is_empty())
    }

    /// Whether a number, a sex, a birth or a telephone is said: more than a name has beside it that signs.
    pub(super) fn is_told_of(&self) -> bool {
        let told = [&self.ordinal, &self.sex, &self.birth, &self.phone];
        told.iter().any(|part| !part.is_empty())
    }

    /// Whether a post is said that is known to be one.
    pub(super) fn has_post(&self) -> bool {
        begins_with_position(&self.position)
    }

    /// Whether more is said of somebody than a name, so that several in a line are told apart.
    pub(super) fn stands_for_itself(&self) -> bool {
        self.has_post() || !self.birth.is_empty() || !self.phone.is_empty()
    }

    /// Whether nothing is said but a name: no number before it, either.
    pub(super) fn is_bare(&self) -> bool {
        let told = [&self.ordinal, &self.sex, &self.birth, &self.position, &self.unit, &self.phone];
        told.iter().all(|part| part.is_empty())
    }

    /// Whether nothing is said but a whole name, and perhaps a number and a sex before it.
    pub(super) fn is_called_alone(&self) -> bool {
        let told = [&self.birth, &self.position, &self.unit, &self.phone, &self.note];
        told.iter().all(|part| part.is_empty()) && self.is_named()
    }

    /// Whether the name begins as names do.
    pub(super) fn is_named(&self) -> bool {
        self.name.contains(' ') && begins_like_a_name(&self.name)
    }

    /// Whether something is said, and nothing of which it is not known what it is.
    pub(super) fn is_only_told(&self) -> bool {
        (self.stands_for_itself() || !self.unit.is_empty())
            && self.note.is_empty()
            && (self.position.is_empty() || self.has_post())
    }

    /// What stands under each of the [`HEADINGS`].
    pub(super) fn cells(self) -> [String; HEADINGS.len()] {
        [self.ordinal, self.name, self.sex, self.birth, self.position, self.unit, self.phone, self.note]
    }

    /// Takes out the telephone number and the word before it; a comma stands in its
    /// place.
    fn take_phone(&mut self, text: &str) -> String {
        let Some((start, end)) = phone(text) else { return text.to_owned() };
        let is_between = |sign| is_picture(sign) || matches!(sign, ':' | '.' | '(' | '-');
        let before = text[..start].trim_end_matches(is_between);
        let before = without_label(before, Section::PhoneLabel);
        text[start..end].trim().clone_into(&mut self.phone);
        format!("{before}, {}", text[end..].trim_start_matches([')', ' ', '.']))
    }

    /// Takes the birth of the line out of a part, with the word before it: "sinh năm 1969", "(1969)".
    fn take_birth(&mut self, text: &str, birth: Option<&str>) -> String {
        let found =
            birth.filter(|_| self.birth.is_empty()).and_then(|birth| Some((text.find(birth)?, birth)));
        let Some((start, birth)) = found else { return text.to_owned() };
        birth.clone_into(&mut self.birth);
        let before = text[..start].trim_end_matches([' ', ':', '(']);
        let before = without_label(before, Section::BirthLabel);
        let after = text[start + birth.len()..].trim_start_matches([')', ' ', ',']);
        let before = before.trim_end_matches([' ', '(', ',']);
        if before.is_empty() || after.is_empty() {
            clean(&format!("{before}{after}"))
        } else {
            format!("{before}, {after}")
        }
    }

    /// What stands behind a label, or behind none: of what the table of a message has no column for, a note.
    fn take_labelled(&mut self, label: Option<Field>, part: &str) {
        match label {
            Some(Field::Other) => join(&mut self.note, part),
            _ => self.take_part(part),
        }
    }

    /// A sex, a unit or a position; a position may name the unit behind it.
    pub(super) fn take_part(&mut self, part: &str) {
        let part = without_particles(part);
        // "NS: 1959": the word for what stands behind the colon.
        let is_label = |labels| without_label(part, labels).is_empty();
        if part.is_empty() || is_label(Section::BirthLabel) || is_label(Section::PhoneLabel) {
            return;
        }
        // "nguyên Phó Chủ tịch UBMTTQ xã Hà Kỳ, nay là Phó Chủ tịch": what somebody was is only noted.
        if let Some(now) = part.strip_prefix("nay là ") {
            let former = [std::mem::take(&mut self.position), std::mem::take(&mut self.unit)];
            former.iter().filter(|said| !said.is_empty()).for_each(|said| join(&mut self.note, said));
            return self.take_part(now);
        }
        // "Kinh" of "(Nam, 1970, Kinh) TB CTMT thôn 1" is no post, whatever it is.
        if begins_with_position(part) && !self.position.is_empty() && !self.has_post() {
            let other = std::mem::take(&mut self.position);
            join(&mut self.note, &other);
        }
        // "nt": as above, the post first.
        if is_ditto(part) {
            let own = if self.position.is_empty() { &mut self.position } else { &mut self.unit };
            return join(own, part);
        }
        // "Trưởng thôn 2 nhiệm kỳ 2015-2020".
        if let Some(at) = other_year(part) {
            self.take_part(part[..at].trim_end());
            return join(&mut self.note, &part[at..]);
        }
        if matches!(words(part).as_str(), "nam" | "nu") && self.sex.is_empty() {
            part.clone_into(&mut self.sex);
        } else if self.position.is_empty()
            && starts_with_place(part)
            && let Some((post, hamlet)) = with_hamlet(part)
            && begins_with_position(&post)
        {
            self.position = post;
            self.take_place(&hamlet_as_written(part, &hamlet));
        } else if (starts_with_place(part) || names_hamlet(part) || is_whole_hamlet(part))
            && !begins_with_position(part)
        {
            self.take_place(part);
        } else if self.position.is_empty()
            && begins_with_position(part)
            && let Some((post, hamlet)) = with_hamlet(part)
        {
            self.position = post;
            self.take_place(&hamlet_as_written(part, &hamlet));
        } else if self.position.is_empty()
            && let Some((post, place)) = with_short_place(part)
        {
            post.clone_into(&mut self.position);
            join(&mut self.unit, place);
        } else if self.position.is_empty()
            && let Some(at) = place_within(part)
        {
            let kind = part[at..].split(' ').next().unwrap_or_default();
            // "trưởng thôn thượng": the word belongs to both.
            let post = part[..at].trim_end();
            self.position = if leads_something(post) { format!("{post} {kind}") } else { post.to_owned() };
            self.take_place(&part[at..]);
        } else if begins_with_position(part) {
            join(&mut self.position, part);
        } else if self.position.is_empty() && may_be_post(part) {
            part.clone_into(&mut self.position);
        } else if is_unit(part) {
            join(&mut self.unit, part);
        } else {
            join(&mut self.note, part);
        }
    }

    /// A place, and what a sentence says behind it.
    fn take_place(&mut self, part: &str) {
        let sentence = sentences(part)[0].trim_end_matches('.');
        if sentence.len() < part.len() {
            join(&mut self.note, part[sentence.len()..].trim_start_matches(['.', ' ']));
        }
        let (place, behind) = place_at_start(sentence);
        // "xã Nguyên Giáp cũ": where it lay before.
        if behind == "cũ" {
            return join(&mut self.note, sentence);
        }
        join(&mut self.unit, place);
        if !behind.is_empty() {
            join(&mut self.note, behind);
        }
    }
}

/// Whether what is said of somebody is only a day of our own years, as beside the place a letter comes from.
fn is_of_letter(person: &Person) -> bool {
    const FIRST_YEAR: u32 = 2015;
    let told = [&person.position, &person.unit, &person.phone, &person.sex];
    let day = if person.birth.is_empty() { &person.note } else { &person.birth };
    let year = day.rsplit(['/', '-', '.', ' ']).next().and_then(|year| year.parse::<u32>().ok());
    told.iter().all(|part| part.is_empty())
        && day.contains('/')
        && year.is_some_and(|year| year >= FIRST_YEAR)
}

/// "nt", "như trên".
fn is_ditto(part: &str) -> bool {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| Section::AsAbove.words().collect());
    WORDS.after(&part.to_lowercase()).any(str::is_empty)
}

/// Whether a part is the label of the next one: "chức vụ" of "chức vụ: Trưởng thôn".
fn is_label(line: &str, part: &str) -> bool {
    let mut places = line.match_indices(part).map(|(at, _)| line[at + part.len()..].trim_start());
    !part.is_empty() && places.any(|behind| behind.starts_with(':')) && recognise(part).is_some()
}

/// Whether what nothing else explains may be a post: no number of an account, no other person, no age, and nothing of
/// why somebody stays away or comes instead.
fn may_be_post(part: &str) -> bool {
    /// A number of so many figures is none of a hamlet.
    const FIGURES: usize = 4;
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::PhoneLabel.words().collect());
    let small = part.to_lowercase();
    let is_age = words(part).ends_with(" tuoi");
    part.bytes().filter(u8::is_ascii_digit).count() < FIGURES
        && !is_age
        && LABELS.whole(&small).is_none()
        && !is_whole_name(part)
        && !says_absence(part)
        && instead_at(part).is_none()
}

/// "xóm Hạ", "khu 4": also behind words for hamlets that mean something else in a message, where a name follows.
pub(super) fn names_hamlet(part: &str) -> bool {
    let is_named =
        |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    is_hamlet(part) && part.split(' ').nth(1).is_some_and(is_named)
}

/// "TBCTMT t5": a place cut down to a letter and its number stands behind the post, and stays as written.
fn with_short_place(part: &str) -> Option<(&str, &str)> {
    let (post, place) = part.rsplit_once(' ')?;
    let number = place.trim_start_matches(char::is_alphabetic);
    let letters = place.len() - number.len();
    let is_number = number.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let is_place = matches!(letters, 1..=3)
        && place.starts_with(char::is_lowercase)
        && (1..=2).contains(&is_number.len())
        && is_number.bytes().all(|byte| byte.is_ascii_digit());
    (is_place && post.contains(char::is_alphabetic)).then_some((post, place))
}

/// The hamlet in the letters of the line, where it stands there.
fn hamlet_as_written(part: &str, hamlet: &str) -> String {
    let at = part.to_lowercase().rfind(&hamlet.to_lowercase());
    at.and_then(|at| part.get(at..at + hamlet.len())).unwrap_or(hamlet).to_owned()
}

/// Adds a part behind a comma.
pub(super) fn join(whole: &mut String, part: &str) {
    if !whole.is_empty() {
        whole.push_str(", ");
    }
    whole.push_str(part);
}

/// Takes "1.", "2)", "03 -" or a bullet off the beginning.
fn without_ordinal(line: &str) -> (&str, &str) {
    // "a) Ông Đinh Công Lượng": a point of a decision.
    if let Some((point, rest)) = line.split_once(") ")
        && point.chars().count() == 1
        && point.starts_with(char::is_lowercase)
    {
        return ("", rest.trim_start());
    }
    let rest = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != '[');
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let behind = behind.trim_start_matches(|sign| {
        is_picture(sign) || matches!(sign, '.' | ')' | '/' | ':' | '-' | '–' | '_')
    });
    if (1..=4).contains(&number.len()) { (number, behind) } else { ("", rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        Person::read(&clean(line)).map_or("—".to_owned(), |person| {
            // Nothing is noted of most.
            let cells = person.cells();
            cells[..7].join("|") + &cells[7..].concat()
        })
    }

    #[test]
    fn lines_of_all_kinds_are_split() {
        for (line, person) in [
            (
                "1. Nguyễn Văn An - Chủ tịch MTTQ xã Tam Đại - 0905123456",
                "1|Nguyễn Văn An|||Chủ tịch MTTQ|xã Tam Đại|0905123456",
            ),
            (
                "2) Bà Trần Thị Bé, sinh năm 1969, Trưởng ban CTMT, thôn Đông Tây; ĐT: 0905 123 456",
                "2|Trần Thị Bé|Nữ|1969|Trưởng ban CTMT|thôn Đông Tây|0905 123 456",
            ),
            (
                "- Lê H'Hen Niê (1975) – nữ – Bí thư Chi bộ – Thôn 2, xã Tam Phú",
                "|Lê H'Hen Niê|nữ|1975|Bí thư Chi bộ|Thôn 2, xã Tam Phú|",
            ),
            (
                "03/ Đ/c Phạm Út Tư: Phó Chủ tịch, SN 02/5/1969, sđt 0905.123.456",
                "03|Phạm Út Tư||02/5/1969|Phó Chủ tịch||0905.123.456",
            ),
            ("NGUYỄN VĂN BA 0905123456", "|NGUYỄN VĂN BA|||||0905123456"),
            ("Ông Võ Tư - +84 905 123 456", "|Võ Tư|Nam||||+84 905 123 456"),
            ("Anh Thư", "|Anh Thư|||||"),
            (
                "3. Lê Văn Cảnh 1965 Trưởng ban CTMT thôn 3 0912345670",
                "3|Lê Văn Cảnh||1965|Trưởng ban CTMT|thôn 3|0912345670",
            ),
            (
                "4. Phạm Văn Dậu (Trưởng ban CTMT thôn 4) 0912345674",
                "4|Phạm Văn Dậu|||Trưởng ban CTMT|thôn 4|0912345674",
            ),
            ("5. Thôn 5: Hoàng Thị Em, 0912345675", "5|Hoàng Thị Em||||Thôn 5|0912345675"),
            (
                "1. Nguyễn Văn An - 1960 - Bí thư thôn 1 - 0912345671",
                "1|Nguyễn Văn An||1960|Bí thư|thôn 1|0912345671",
            ),
            ("2. Trần Thị Bé - 1972 - Trưởng thôn 1", "2|Trần Thị Bé||1972|Trưởng thôn|thôn 1|"),
            (
                "1 nguyễn văn tý trưởng ban ctmt thôn trung 0987112045",
                "1|nguyễn văn tý|||trưởng ban ctmt|thôn trung|0987112045",
            ),
            (
                "1️⃣ Đặng Trọng Ninh ✅ 1956 - Trưởng ban CTMT thôn Hồng Vinh - 📞 0912142380",
                "1|Đặng Trọng Ninh||1956|Trưởng ban CTMT|thôn Hồng Vinh|0912142380",
            ),
            (
                "0905118462 / Ông Phạm Tấn Nhớ / 1966 / TBCTMT thôn Vạn Lý",
                "|Phạm Tấn Nhớ|Nam|1966|TBCTMT|thôn Vạn Lý|0905118462",
            ),
            (
                "1. Chau Quang Dung - 1972 - truong ban CTMT - ap Ngai Nhat - 0338959926",
                "1|Chau Quang Dung||1972|truong ban CTMT|ap Ngai Nhat|0338959926",
            ),
            ("5) bùi văn bền thôn hạ", "5|bùi văn bền||||thôn hạ|"),
            (
                "- c Nguyễn Thị Thu Hà 77 PCT MT xã 0918240365",
                "|Nguyễn Thị Thu Hà|Nữ|'77|PCT MT xã||0918240365",
            ),
            ("- a K'Tem 66 TBCTMT t5 0372406185", "|K'Tem|Nam|'66|TBCTMT|t5|0372406185"),
            (
                "- a Hoàng Trung Phước sn 83 TBCTMT t8B, 0975318420",
                "|Hoàng Trung Phước|Nam|1983|TBCTMT|t8B|0975318420",
            ),
            (
                "a) Ông Lê Đình Phóng, sinh năm 1957, Trưởng ban Thanh tra nhân dân phường;",
                "|Lê Đình Phóng|Nam|1957|Trưởng ban Thanh tra nhân dân phường||",
            ),
            ("Em gửi danh sách xã Phúc Trạch ạ 🌹", "—"),
            ("con ai thieu de em bao sau", "—"),
            ("DANH SÁCH ĐẠI BIỂU", "—"),
            ("Kính gửi: Ban Thường trực", "—"),
            ("Xã Tam Đại", "—"),
            ("hôm nay trời mưa", "—"),
        ] {
            assert_eq!(read(line), person, "{line}");
        }
    }
}
