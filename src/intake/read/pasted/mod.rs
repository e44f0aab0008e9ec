//! People in lines of text, as they come by Zalo or stand in a letter:
//! "1. Nguyễn Văn A - Chủ tịch MTTQ xã B - 0905 123 456".
//!
//! The lines become a table under headings of our own, so that whatever reads
//! tables reads them too.

mod labelled;
mod person;
mod pieces;
mod spaced;

use super::super::budget::{Budget, Limit, Stop};
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::heading::recognise;
use super::super::letters::settled_lines;
use crate::vietnamese::clean::clean;
use crate::vietnamese::legacy::Legacy;
use person::Person;

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
