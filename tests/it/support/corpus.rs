//! Lists as offices send them, each with the truth beside it: the files of
//! `tests/lists/corpus/` and `tests/lists/held_out/`.
//!
//! A file says first what is special about the list, perhaps in what form it is
//! made (`form: csv ;`, `letters: decomposed`), then its cells, then the people
//! who stand in it:
//!
//! | in a cell | is made |
//! |---|---|
//! | `#1969` | a number |
//! | `@1969-05-02` | a date as Excel keeps it |
//! | `>` and `^` | merged with the cell to the left, or above |
//! | `\n`, `\_`, `\z` | a line break, a no-break space, a zero-width space |
//!
//! A person is `name | sex | birth | position | unit | phone` and then, as needed,
//! `dt=` ethnic group, `tg=` religion, `dv=x` party member, `td=` education,
//! `gc=` note, `cum=` cluster, `flag` when a remark must stand on the row, `error`
//! when the row must be refused.

use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use taphuan::intake::{ReadList, ReadRow};
use unicode_normalization::UnicodeNormalization;

/// One list and who stands in it.
pub struct Case {
    /// The name of its file, without ending.
    pub name: String,
    form: Form,
    decomposed: bool,
    sheet: Vec<String>,
    /// Each person as [`told`] tells one.
    pub people: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Workbook,
    Text,
}

/// All cases of a folder of `tests/lists`, by name.
pub fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists").join(folder);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| Case::parse(path)).collect()
}

impl Case {
    fn parse(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a case");
        let (head, rest) = text.split_once("== sheet\n").expect("cells");
        let (sheet, people) = rest.split_once("== people\n").expect("people");
        Self {
            name: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            form: if head.contains("form: csv") { Form::Text } else { Form::Workbook },
            decomposed: head.contains("letters: decomposed"),
            sheet: sheet.lines().map(str::to_owned).collect(),
            people: people.lines().map(expected).collect(),
        }
    }

    /// The file as an office would send it.
    pub fn bytes(&self) -> Vec<u8> {
        match self.form {
            Form::Text => self.sheet.join("\r\n").into_bytes(),
            Form::Workbook => {
                let mut book = Workbook::new();
                book.push_worksheet(self.worksheet());
                book.save_to_buffer().expect("in memory")
            }
        }
    }

    fn worksheet(&self) -> Worksheet {
        let mut sheet = Worksheet::new();
        let rows: Vec<Vec<&str>> =
            self.sheet.iter().map(|line| line.split('|').map(str::trim).collect()).collect();
        let is = |row: usize, column: usize, mark: &str| {
            rows.get(row).and_then(|row: &Vec<&str>| row.get(column)) == Some(&mark)
        };
        for (row, cells) in rows.iter().enumerate() {
            for (column, content) in cells.iter().enumerate() {
                if matches!(*content, "" | ">" | "^") {
                    continue;
                }
                let right = (column + 1..).take_while(|next| is(row, *next, ">")).last().unwrap_or(column);
                let below = (row + 1..).take_while(|next| is(*next, column, "^")).last().unwrap_or(row);
                let at = (number(row), u16::try_from(column).expect("few"));
                if (row, column) != (below, right) {
                    let last = u16::try_from(right).expect("few");
                    sheet
                        .merge_range(at.0, at.1, number(below), last, "", &Format::new())
                        .expect("free cells");
                }
                self.write(&mut sheet, at, content);
            }
        }
        sheet
    }

    fn write(&self, sheet: &mut Worksheet, (row, column): (u32, u16), content: &str) {
        let figure = content.strip_prefix('#').and_then(|figure| figure.parse::<f64>().ok());
        if let Some(figure) = figure {
            sheet.write_number(row, column, figure).expect("a free cell");
        } else if let Some(day) = content.strip_prefix('@') {
            let day = ExcelDateTime::parse_from_str(day).expect("a day");
            let shown = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write_datetime_with_format(row, column, day, &shown).expect("a free cell");
        } else {
            let text = content.replace("\\n", "\n").replace("\\_", "\u{a0}").replace("\\z", "\u{200b}");
            let text = if self.decomposed { text.nfd().collect() } else { text };
            sheet.write_string(row, column, text).expect("a free cell");
        }
    }
}

fn number(row: usize) -> u32 {
    u32::try_from(row).expect("few")
}

/// A line of truth in the form of [`told`].
fn expected(line: &str) -> String {
    let mut parts: Vec<&str> = line.split('|').map(str::trim).collect();
    if parts.len() < 6 {
        parts.resize(6, "");
    }
    let tags = parts.split_off(6);
    parts.into_iter().chain(tags).collect::<Vec<_>>().join("|")
}

/// What was read of a person, in the form of the truth; a refused row says so.
pub fn told(row: &ReadRow) -> String {
    let person = &row.person;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut told = [
        person.full_name.clone(),
        person.gender.map(|gender| gender.code().to_owned()).unwrap_or_default(),
        person.birth.map(|birth| birth.to_string()).unwrap_or_default(),
        text(&person.position),
        text(&person.unit),
        text(&person.phone),
    ]
    .join("|");
    let mut tag = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            told.push_str(&format!("|{name}={value}"));
        }
    };
    let party = row.sensitive.party_member.map(|is| if is { "x" } else { "-" }.to_owned());
    tag("dt", row.sensitive.ethnicity.clone());
    tag("tg", row.sensitive.religion.clone());
    tag("dv", party);
    tag("td", row.sensitive.education.clone());
    tag("gc", person.note.clone());
    tag("cum", row.cluster.map(|cluster| cluster.to_string()));
    if !row.remarks.is_empty() {
        told.push_str("|flag");
    }
    if row.error.is_some() {
        told.push_str("|error");
    }
    told
}

/// How many people stand in a list and how many of them were read right; what was
/// read wrong goes to `log`. Somebody read who is not there counts as one wrong.
pub fn score(
    case: &Case,
    read: &Result<ReadList, taphuan::intake::IntakeError>,
    log: &mut String,
) -> (usize, usize) {
    let found: Vec<String> = match read {
        Ok(list) => list.rows.iter().map(told).collect(),
        Err(error) => {
            log.push_str(&format!("{}: {error}\n", case.name));
            Vec::new()
        }
    };
    let right = case.people.iter().filter(|person| found.contains(person)).count();
    let extra = found.len().saturating_sub(case.people.len());
    if found != case.people {
        let missed = case.people.iter().filter(|person| !found.contains(person));
        missed.for_each(|person| log.push_str(&format!("{}:  - {person}\n", case.name)));
        let invented = found.iter().filter(|person| !case.people.contains(person));
        invented.for_each(|person| log.push_str(&format!("{}:  + {person}\n", case.name)));
    }
    (case.people.len() + extra, right)
}
