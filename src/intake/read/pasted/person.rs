//! Who stands in a line, and what it says of them.

use super::super::super::family_names::{begins_like_a_name, begins_with_common_name, has_middle_thi};
use super::super::super::heading::recognise;
use super::super::super::honorifics::without_prefixes;
use super::super::super::mentions::instead_at;
use super::super::super::position::begins_with_position;
use super::super::super::values::sex_in_words;
use super::HEADINGS;
use super::asides;
use super::births::{birth_in, with_whole_year};
use super::name::{ADDRESSES, address, is_name, name_behind_place, split_behind_name, without_address};
use super::pieces::{parted, parted_by_slashes, parts, phone, starts_with_place};
use super::said::join;
use super::together::names_in;
use crate::lexicon::Section;
use crate::vietnamese::clean::is_picture;

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
        let said =
            first.rsplit_once('(').filter(|(_, sex)| sex_in_words(sex.trim_end_matches(')')).is_some());
        let (bare, own_sex) = said.unwrap_or((first, ""));
        if let Some((place, sex, name)) =
            before.is_empty().then(|| name_behind_place(bare.trim_end())).flatten()
        {
            before.push(place);
            // "Phật tử Trần Thị Ngọc Sương (nữ)".
            let sex = if own_sex.is_empty() { sex } else { own_sex.trim_end_matches(')') };
            sex.clone_into(&mut person.sex);
            first = name;
        }
        let leads_with_post = before.iter().any(|part| begins_with_position(part));
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
        let (name, more) = match split_behind_name(&name).or_else(|| post_in_bracket(&name)) {
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
        let next = more.as_deref().or(behind.as_deref()).or_else(|| parts.as_slice().first().copied());
        let is_told_by_post = next.is_some_and(begins_with_position) && is_family;
        if !is_name(without_prefixes(&name), !ordinal.is_empty() || is_told_by_post) {
            return None;
        }
        // "Bình Minh: Hải TB CTMT thôn 1, Bằng CHT PN": what stands before a colon and is no name is a place.
        let behind_colon = rest.find(first).and_then(|at| rest[at + first.len()..].strip_prefix(':'));
        let is_told = |said: &str| begins_with_position(said.trim_start()) && names_in(said).is_empty();
        // "1/ Phú Đa: Nguyễn Kim Cúc 0388714209", whatever the place may look like.
        if let Some(mut other) = behind_colon.and_then(|said| named_behind(said, &name)) {
            other.ordinal = person.ordinal;
            other.phone = person.phone;
            other.unit = name;
            return Some(other);
        }
        if !begins_like_a_name(&name) && behind_colon.is_some_and(|said| !is_told(said)) {
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
        // So does "Em Tuyến - Mặt trận xã".
        let is_address = |call: &str| {
            let call = call.to_lowercase();
            ADDRESSES.iter().any(|(address, _)| *address == call)
        };
        let is_own = |call: &str| Section::OwnName.words().any(|word| word == call.to_lowercase());
        let is_call = |(call, given): (&str, &str)| is_address(call) && !given.contains(' ') || is_own(call);
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

    /// Whether nothing is said behind the name.
    pub(super) fn says_nothing_more(&self) -> bool {
        let told = [&self.birth, &self.position, &self.unit, &self.phone, &self.note];
        told.iter().all(|part| part.is_empty())
    }

    /// Whether nothing is said but a whole name, and perhaps a number and a sex before it.
    pub(super) fn is_called_alone(&self) -> bool {
        self.says_nothing_more() && self.is_named()
    }

    /// Whether nothing is said but what may be a post and a place: "Alăng Thị Ly - phụ nữ thôn Đào".
    pub(super) fn is_placed(&self) -> bool {
        !self.unit.is_empty() && self.note.is_empty()
    }

    /// Whether somebody else was read into the place: "ấp Cảng, ấp Rạch Dừa Trần Văn Út".
    pub(super) fn has_another_in_place(&self) -> bool {
        self.unit.split(", ").any(|place| name_behind_place(place).is_some())
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
}

/// Somebody with a whole name behind the colon of what may be a place: two words, of which nothing is said.
fn named_behind(said: &str, place: &str) -> Option<Person> {
    const WORDS_OF_PLACE: usize = 2;
    let said = said.trim_start();
    let is_somebody = |name: &&str| name.split(' ').count() > WORDS_OF_PLACE && begins_with_common_name(name);
    let name = said.split(',').next().map(str::trim_end).filter(is_somebody)?;
    let may_be_place = place.split(' ').count() == WORDS_OF_PLACE && !has_middle_thi(place);
    Person::read(said).filter(|person| may_be_place && person.name == name && person.unit.is_empty())
}

/// "Đoàn Văn Sương" and "TBCTMT" of "Đoàn Văn Sương (TBCTMT", whose bracket went with what stood behind it.
fn post_in_bracket(name: &str) -> Option<(&str, &str)> {
    let (name, post) = name.rsplit_once('(')?;
    begins_with_position(post).then_some((name.trim_end(), post.trim_end_matches(')')))
}

/// Whether what is said of somebody is only a day of our own years, as beside the place a letter comes from.
fn is_of_letter(person: &Person) -> bool {
    const FIRST_YEAR: u32 = 2015;
    let told = [&person.position, &person.unit, &person.phone, &person.sex];
    let day = if person.birth.is_empty() { &person.note } else { &person.birth };
    let year = day.rsplit(['/', '-', '.', ' ']).next().and_then(|year| year.parse::<u32>().ok());
    told.iter().all(|part| part.is_empty())
        && day.contains(['/', '-', '.'])
        && year.is_some_and(|year| year >= FIRST_YEAR)
}

/// Whether a part is the label of the next one: "chức vụ" of "chức vụ: Trưởng thôn".
fn is_label(line: &str, part: &str) -> bool {
    let mut places = line.match_indices(part).map(|(at, _)| line[at + part.len()..].trim_start());
    !part.is_empty() && places.any(|behind| behind.starts_with(':')) && recognise(part).is_some()
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
    use crate::vietnamese::clean::clean;

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
                "Trần Thị Bé, vợ là Bí thư chi bộ thôn Hạ, 0905123456",
                "|Trần Thị Bé|||||0905123456vợ là Bí thư chi bộ thôn Hạ",
            ),
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
