//! People in lines of text, as they come by Zalo or stand in a letter:
//! "1. Nguyễn Văn A - Chủ tịch MTTQ xã B - 0905 123 456".
//!
//! The lines become a table under headings of our own, so that whatever reads
//! tables reads them too.

mod labelled;
mod spaced;

use std::sync::LazyLock;

use super::super::budget::{Budget, Limit, Stop};
use super::super::family_names::begins_like_a_name;
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::heading::{recognise, words};
use super::super::letters::settled_lines;
use super::super::marks::is_unit;
use super::super::name_shape::judge;
use super::super::position::{begins_with_position, leads_something, with_hamlet};
use super::super::values::sex_in_words;
use crate::lexicon::{Beginnings, Section, Use, unit_words};
use crate::vietnamese::clean::clean;
use crate::vietnamese::legacy::Legacy;

/// The headings of the table that is made, in the order of [`Person::cells`].
const HEADINGS: [&str; 8] =
    ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Điện thoại", "Ghi chú"];

/// Bytes in the longest line that says who someone is.
const LONGEST: usize = 2_000;
/// Lines with something in them that tell what a text is: headings stand among the first,
/// and a text whose first names nobody is no list of lines.
const SAMPLE: usize = 2_000;

/// The people in a text, or `None` when few of its lines are people.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let names_columns = |text: &str| text.lines().filter(|line| !line.is_empty()).take(SAMPLE).any(is_header);
    // Cells copied out of a table stand between tabs, wherever it begins.
    if text.contains('\t') {
        return Ok(None);
    }
    // Quotes part the fields of a table.
    if text.contains(",\"") || text.contains(";\"") {
        return Ok(None);
    }
    if let Some(grid) = spaced::grid(text, budget)? {
        return Ok(Some(grid));
    }
    if names_columns(text) {
        return Ok(None);
    }
    let (text, converted) = settled_lines(text);
    if converted.cells() > 0 && names_columns(&text) {
        return Ok(None);
    }
    let entries = match labelled::entries(&text, budget)? {
        entries if !entries.is_empty() => entries,
        _ => of_lines(&text, budget)?,
    };
    let people = entries.iter().filter(|entry| entry.person.is_some()).count();
    let lines = entries.len();
    // A letter has one name in it, its writer's.
    let enough = people * 2 >= lines || people >= 2 && people * 4 >= lines;
    if people == 0 || !enough {
        return Ok(None);
    }
    table(entries, budget).map(|grid| Some(Grid { converted, ..grid }))
}

/// A line of a text, or several that say one thing: a person, or as it is.
pub(super) struct Entry {
    /// The number of the first line, from 0.
    line: u32,
    /// Who it is.
    person: Option<Person>,
    /// What is written, where it is nobody.
    text: String,
}

fn of_lines(text: &str, budget: &Budget) -> Result<Vec<Entry>, Stop> {
    let mut entries = Vec::new();
    let mut people = 0;
    for (number, line) in (0..).zip(text.lines()).filter(|(_, line)| !line.is_empty()) {
        budget.step()?;
        if line.len() > LONGEST {
            return Ok(Vec::new());
        }
        let line = clean(without_sender(line));
        if line.is_empty() {
            continue;
        }
        let person = people_in(&line);
        people += usize::from(person.is_some());
        entries.push(Entry { line: number, person, text: line });
        if entries.len() == SAMPLE && people == 0 {
            return Ok(Vec::new());
        }
        if entries.len() > Limit::Rows.most() {
            return Err(budget.end(Stop::TooMuch(Limit::Rows)));
        }
    }
    Ok(entries)
}

/// Who stands in a line: one, or two of one place, "Thông Thị Hảo và Qua Đình Bố - thôn Ku Kê", whose
/// names stand in the cell as two lines do.
fn people_in(line: &str) -> Option<Person> {
    if let Some(person) = Person::read(line) {
        return Some(person);
    }
    let (first, rest) = line.split_once(" và ")?;
    let second = Person::read(rest)?;
    let at = rest.find(&second.name)?;
    let both = Person::read(&format!("{first}{}", &rest[at + second.name.len()..]))?;
    let is_shared = second.phone.is_empty() && second.birth.is_empty();
    is_shared.then(|| Person { name: format!("{}\n{}", both.name, second.name), ..both })
}

/// "1. Lương Văn Quân, 1967" of "[07:53, 18/11/2025] Chị Hương: 1. Lương Văn Quân, 1967", as a chat is
/// copied.
fn without_sender(line: &str) -> &str {
    let Some((stamp, rest)) = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'))
    else {
        return line;
    };
    let is_stamp = stamp.contains(':') && stamp.chars().any(|letter| letter.is_ascii_digit());
    match rest.split_once(": ") {
        Some((_, said)) if is_stamp => said,
        _ => line,
    }
}

/// Whether a line names columns, in whatever letters: then this is a table already.
fn is_header(line: &str) -> bool {
    const LETTERS: [Legacy; 3] = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    let named = |cell: &&str| !cell.trim().is_empty() && recognise(cell).is_some();
    let cells = |line: &str| line.split(['\t', ';', ',', '|']).filter(named).take(2).count() > 1;
    cells(line)
        || (!line.is_ascii()
            && LETTERS.iter().any(|letters| letters.decode(line).is_some_and(|line| cells(&line))))
}

fn table(entries: Vec<Entry>, budget: &Budget) -> Result<Grid, Stop> {
    let mut builder = GridBuilder::within(budget);
    builder.headings(HEADINGS);
    for Entry { line, person, text } in entries {
        let contents = match person {
            Some(person) => Vec::from(person.cells()),
            None => vec![text],
        };
        for (column, content) in (0..).zip(contents) {
            if let Some(cell) = Cell::text(content) {
                builder.put(line, column, cell)?;
            }
        }
    }
    Ok(builder.finish())
}

/// What a line says of a person, each part as written.
#[derive(Debug, Default, PartialEq, Eq)]
struct Person {
    ordinal: String,
    name: String,
    sex: String,
    birth: String,
    position: String,
    unit: String,
    phone: String,
    note: String,
}

impl Person {
    /// Reads a clean line; `None` when no name stands at its beginning, or behind its place.
    fn read(line: &str) -> Option<Self> {
        let mut person = Self::default();
        let (ordinal, rest) = without_ordinal(line);
        ordinal.clone_into(&mut person.ordinal);
        let rest = person.take_phone(rest);
        let rest = parted(&rest);
        let mut parts = parts(&rest).into_iter();
        let mut first = parts.next()?;
        // "Thôn 5: Hoàng Thị Em".
        let place = starts_with_place(first).then_some(first);
        if place.is_some() {
            first = parts.next()?;
        }
        let (sex, name) = without_address(first);
        sex.clone_into(&mut person.sex);
        let name = person.take_birth(name);
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
        if !is_name(&name, !ordinal.is_empty()) {
            return None;
        }
        person.name = name;
        for part in more.iter().chain(&behind).map(String::as_str).chain(parts) {
            let part = person.take_birth(part);
            for part in part.split(", ") {
                person.take_part(part);
            }
        }
        if let Some(place) = place {
            join(&mut person.unit, place);
        }
        Some(person)
    }

    fn cells(self) -> [String; HEADINGS.len()] {
        [self.ordinal, self.name, self.sex, self.birth, self.position, self.unit, self.phone, self.note]
    }

    /// Takes out the telephone number and the word before it; a comma stands in its
    /// place.
    fn take_phone(&mut self, text: &str) -> String {
        let Some((start, end)) = phone(text) else { return text.to_owned() };
        let before = text[..start].trim_end_matches([' ', ':', '.', '(', '-']);
        let before = without_label(before, Section::PhoneLabel);
        text[start..end].trim().clone_into(&mut self.phone);
        format!("{before}, {}", text[end..].trim_start_matches([')', ' ', '.']))
    }

    /// Takes out "sinh năm 1969", "SN 1969", "(1969)" or a part that is a birth.
    fn take_birth(&mut self, text: &str) -> String {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
        let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
        let found = text.split(' ').find(|word| {
            let word = word.trim_matches(['(', ')', ':', ',', '.']);
            matches!(digits(word), 4..=8) && word.chars().all(is_part) && is_birth(word)
        });
        let Some(found) = found.filter(|_| self.birth.is_empty()) else { return text.to_owned() };
        found.trim_matches(['(', ')', ':', ',', '.']).clone_into(&mut self.birth);
        let start = text.find(found).unwrap_or(0);
        let before = text[..start].trim_end_matches([' ', ':', '(']);
        let before = without_label(before, Section::BirthLabel);
        let after = text[start + found.len()..].trim_start_matches([')', ' ', ',']);
        let before = before.trim_end_matches([' ', '(', ',']);
        if before.is_empty() || after.is_empty() {
            clean(&format!("{before}{after}"))
        } else {
            format!("{before}, {after}")
        }
    }

    /// A sex, a unit or a position; a position may name the unit behind it.
    fn take_part(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        if matches!(words(part).as_str(), "nam" | "nu") && self.sex.is_empty() {
            part.clone_into(&mut self.sex);
        } else if starts_with_place(part) {
            join(&mut self.unit, part);
        } else if self.position.is_empty()
            && begins_with_position(part)
            && let Some((post, hamlet)) = with_hamlet(part)
        {
            self.position = post;
            join(&mut self.unit, &hamlet_as_written(part, &hamlet));
        } else if self.position.is_empty()
            && let Some(at) = place_within(part)
        {
            let kind = part[at..].split(' ').next().unwrap_or_default();
            // "trưởng thôn thượng": the word belongs to both.
            let post = part[..at].trim_end();
            self.position = if leads_something(post) { format!("{post} {kind}") } else { post.to_owned() };
            join(&mut self.unit, &part[at..]);
        } else if begins_with_position(part) {
            join(&mut self.position, part);
        } else if self.position.is_empty() {
            part.clone_into(&mut self.position);
        } else if is_unit(part) {
            join(&mut self.unit, part);
        } else {
            join(&mut self.note, part);
        }
    }
}

/// The hamlet in the letters of the line, where it stands there.
fn hamlet_as_written(part: &str, hamlet: &str) -> String {
    let at = part.to_lowercase().rfind(&hamlet.to_lowercase());
    at.and_then(|at| part.get(at..at + hamlet.len())).unwrap_or(hamlet).to_owned()
}

fn join(whole: &mut String, part: &str) {
    if !whole.is_empty() {
        whole.push_str(", ");
    }
    whole.push_str(part);
}

/// Takes "1.", "2)", "03 -" or a bullet off the beginning.
fn without_ordinal(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != '[');
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let behind = behind.trim_start_matches(['.', ')', '/', ':', '-', '–', ' ', '_']);
    if (1..=4).contains(&number.len()) { (number, behind) } else { ("", rest) }
}

/// Takes "Ông", "Bà", "Đ/c" off a name; the first two tell the sex.
fn without_address(name: &str) -> (&'static str, &str) {
    static ADDRESSES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
        let of = |section: Section, sex| section.noted("message").map(move |word| (word, sex));
        of(Section::HonorificOfMan, "Nam")
            .chain(of(Section::HonorificOfWoman, "Nữ"))
            .chain(of(Section::HonorificOfAnyone, ""))
            .chain(Section::NameLabel.words().map(|word| (word, "")))
            .collect()
    });
    for &(address, sex) in ADDRESSES.iter() {
        let rest = name.char_indices().nth(address.chars().count()).map_or("", |(at, _)| &name[at..]);
        let start = &name[..name.len() - rest.len()];
        let parted = rest.trim_start_matches([':', '.', ' ']);
        // "Anh" may begin a name, so a whole name must be left.
        if start.to_lowercase() == address && parted.len() < rest.len() && parted.contains(' ') {
            return (sex, parted);
        }
    }
    ("", name)
}

/// Where a telephone number stands: 9 to 11 digits, perhaps in groups.
fn phone(text: &str) -> Option<(usize, usize)> {
    let is_inside = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b'-');
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit()
            || (bytes[at] == b'+' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit));
        if !starts {
            at += 1;
            continue;
        }
        let length = bytes[at + 1..].iter().take_while(|&&byte| is_inside(byte)).count();
        // A dash at the end parts the number from what follows.
        let run = text[at..at + 1 + length].trim_end_matches([' ', '.', '-']);
        let run = run.split(" - ").next().unwrap_or(run);
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        if (9..=11).contains(&digits) && (run.starts_with(['0', '+']) || digits == 9 || run.starts_with("84"))
        {
            return Some((at, at + run.len()));
        }
        // "thôn 3 0912345670": the number of something else, then the telephone.
        at += run.find([' ', '.', '-']).unwrap_or(run.len()).max(1);
    }
    None
}

/// A year or a day in a year in which delegates are born.
fn is_birth(word: &str) -> bool {
    let year = word.rsplit(['/', '.', '-']).next().unwrap_or(word);
    let parts = word.split(['/', '.', '-']).count();
    year.len() == 4 && parts <= 3 && matches!(year.parse(), Ok(1900..=2020))
}

fn parts(text: &str) -> Vec<&str> {
    text.split([';', ',', '|', '–', '—', ':'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" -"))
        .flat_map(|part| part.split("- "))
        .map(|part| part.trim_matches([' ', '.', '-', '(', ')']))
        .filter(|part| !part.is_empty())
        .collect()
}

/// Brackets around what is said of a person part it as commas do.
fn parted(text: &str) -> String {
    let Some((before, rest)) = text.split_once('(') else { return text.to_owned() };
    let Some((inside, after)) = rest.split_once(')') else { return text.to_owned() };
    // "(nữ)" and "(1970)" are told from the name where it is read.
    if !inside.contains(' ') {
        return text.to_owned();
    }
    format!("{}, {inside}, {}", before.trim_end(), after.trim_start_matches([',', ' ', '-']))
}

/// A name and the post or place that no sign parts from it: "nguyễn văn tý trưởng ban ctmt thôn trung".
fn split_behind_name(text: &str) -> Option<(&str, &str)> {
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).skip(1);
    let small = !text.contains(char::is_uppercase);
    let is_name = |name: &str| begins_like_a_name(name) && judge(name, small).is_ok();
    starts.into_iter().map(|at| (text[..at].trim_end(), &text[at..])).find(|(name, behind)| {
        let goes_on = behind.contains(|letter: char| letter.is_lowercase()) && behind.contains(' ');
        goes_on && (begins_with_position(behind) || starts_with_place(behind)) && is_name(name)
    })
}

/// Two to seven words of letters, each beginning with a capital; in a line that is `numbered` they
/// may all be small.
fn is_name(text: &str, numbered: bool) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::NoName.folded().collect());
    let small = numbered && !text.contains(char::is_uppercase) && begins_like_a_name(text);
    let is_word = |word: &str| {
        (small || word.starts_with(char::is_uppercase) || matches!(word, "văn" | "thị"))
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    (2..=7).contains(&text.split(' ').count())
        && text.split(' ').all(is_word)
        && !TITLES.begin(&words(text))
        && !starts_with_place(text)
}

/// Whether a part begins with the word for a place.
fn starts_with_place(part: &str) -> bool {
    static PLACES: LazyLock<Beginnings> =
        LazyLock::new(|| unit_words(Use::Message).map(|word| word.word).collect());
    PLACES.after(&part.to_lowercase()).any(|rest| rest.starts_with(' '))
}

/// Where the place begins in "Chủ tịch MTTQ xã Tam Đại".
fn place_within(part: &str) -> Option<usize> {
    part.match_indices(' ').map(|(at, _)| at + 1).find(|&at| starts_with_place(&part[at..]))
}

/// A text without the label at its end, the longest that fits.
fn without_label(text: &str, labels: Section) -> &str {
    let fitting = labels.words().filter_map(|label| without_ending(text, label));
    fitting.min_by_key(|rest| rest.len()).unwrap_or(text)
}

/// A text without its last words, in whatever case.
fn without_ending<'a>(text: &'a str, ending: &str) -> Option<&'a str> {
    let start = text.char_indices().rev().nth(ending.chars().count().checked_sub(1)?)?.0;
    let (rest, found) = text.split_at(start);
    let parted = rest.is_empty() || rest.ends_with([' ', ',', '(', '-', ';']);
    (parted && found.to_lowercase() == ending).then_some(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            ("5) bùi văn bền thôn hạ", "5|bùi văn bền||||thôn hạ|"),
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

    #[test]
    fn tables_are_left_to_others() {
        for text in [
            "Họ tên;Năm sinh\nLê An;1969",
            "Lê An\t1969\nVũ Bé\t1970",
            "mặt hàng;số lượng\nbút;3",
            "Hoï teân;Naêm sinh\nLeâ An;1969",
            "",
        ] {
            assert_eq!(grid(text, &Budget::default()), Ok(None), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_a_panic(line in "([0-9.)(+ -]|[A-ZĐễ ]|, |đt|SN|sinh năm|Ông |xã |0905|1969|İ|ẞ|\\PC){0,30}") {
            let _ = grid(&line, &Budget::default());
        }
    }
}
