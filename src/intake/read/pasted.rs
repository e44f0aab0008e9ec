//! People in lines of text, as they come by Zalo or stand in a letter:
//! "1. Nguyễn Văn A - Chủ tịch MTTQ xã B - 0905 123 456".
//!
//! The lines become a table under headings of our own, so that whatever reads
//! tables reads them too.

use std::sync::LazyLock;

use super::super::budget::{Budget, Limit, Stop};
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::heading::{recognise, words};
use super::super::letters::settled_lines;
use super::super::values::sex_in_words;
use crate::lexicon::{Beginnings, Section, Use, unit_words};
use crate::vietnamese::clean::clean;
use crate::vietnamese::legacy::Legacy;

/// The headings of the table that is made, in the order of [`Person::cells`].
const HEADINGS: [&str; 7] = ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Điện thoại"];

/// Bytes in the longest line that says who someone is.
const LONGEST: usize = 2_000;
/// Lines with something in them that tell what a text is: headings stand among the first,
/// and a text whose first names nobody is no list of lines.
const SAMPLE: usize = 2_000;

/// The people in a text, or `None` when most of its lines are something else.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let mut first = text.lines().filter(|line| !line.is_empty()).take(SAMPLE);
    // Cells copied out of a table stand between tabs, wherever it begins.
    if text.contains('\t') || first.any(is_header) {
        return Ok(None);
    }
    let (text, converted) = settled_lines(text);
    let (mut people, mut lines) = (0, 0);
    for line in text.lines().filter(|line| !line.is_empty()) {
        budget.step()?;
        if line.len() > LONGEST {
            return Ok(None);
        }
        let line = clean(line);
        lines += usize::from(!line.is_empty());
        people += usize::from(Person::read(&line).is_some());
        if lines == SAMPLE && people == 0 {
            return Ok(None);
        }
        if lines > Limit::Rows.most() {
            return Err(budget.end(Stop::TooMuch(Limit::Rows)));
        }
    }
    if people == 0 || people * 2 < lines {
        return Ok(None);
    }
    table(&text, budget).map(|grid| Some(Grid { converted, ..grid }))
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

fn table(text: &str, budget: &Budget) -> Result<Grid, Stop> {
    let mut builder = GridBuilder::within(budget);
    builder.headings(HEADINGS);
    for (row, line) in (0..).zip(text.lines()) {
        match Person::read(&clean(line)) {
            Some(person) => {
                for (column, content) in (0..).zip(person.cells()) {
                    if let Some(cell) = Cell::text(content) {
                        builder.put(row, column, cell)?;
                    }
                }
            }
            None => {
                if let Some(cell) = Cell::text(line) {
                    builder.put(row, 0, cell)?;
                }
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
}

impl Person {
    /// Reads a clean line; `None` when it does not begin with a name.
    fn read(line: &str) -> Option<Self> {
        let mut person = Self::default();
        let (ordinal, rest) = without_ordinal(line);
        ordinal.clone_into(&mut person.ordinal);
        let rest = person.take_phone(rest);
        let mut parts = parts(&rest).into_iter();
        let (sex, name) = without_address(parts.next()?);
        sex.clone_into(&mut person.sex);
        let name = person.take_birth(name);
        // The last bracket went with the comma.
        let name = match name.rsplit_once('(') {
            Some((bare, sex)) if sex_in_words(sex.trim_end_matches(')')).is_some() => {
                sex.trim_end_matches(')').clone_into(&mut person.sex);
                bare.trim_end().to_owned()
            }
            _ => name,
        };
        if !is_name(&name) {
            return None;
        }
        person.name = name;
        for part in parts {
            let part = person.take_birth(part);
            person.take_part(&part);
        }
        Some(person)
    }

    fn cells(self) -> [String; HEADINGS.len()] {
        [self.ordinal, self.name, self.sex, self.birth, self.position, self.unit, self.phone]
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
        let after = text[start + found.len()..].trim_start_matches([')', ' ']);
        clean(&format!("{} {after}", before.trim_end_matches([' ', '('])))
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
            && let Some(at) = place_within(part)
        {
            part[..at].trim_end().clone_into(&mut self.position);
            join(&mut self.unit, &part[at..]);
        } else if self.position.is_empty() {
            part.clone_into(&mut self.position);
        } else {
            join(&mut self.unit, part);
        }
    }
}

fn join(whole: &mut String, part: &str) {
    if !whole.is_empty() {
        whole.push_str(", ");
    }
    whole.push_str(part);
}

/// Takes "1.", "2)", "03 -" or a bullet off the beginning.
fn without_ordinal(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches(['-', '+', '*', '•', '–', '·', ' ']);
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
        at += run.len().max(1);
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

/// Two to seven words of letters, each beginning with a capital.
fn is_name(text: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::NoName.folded().collect());
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
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
        Person::read(&clean(line)).map_or("—".to_owned(), |person| person.cells().join("|"))
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
