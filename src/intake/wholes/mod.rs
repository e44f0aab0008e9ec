//! What a list as a whole makes doubtful, whatever a row looks like: it says elsewhere that somebody
//! does not come, it is put aside by its name, it pays people that nobody sends, or little of its rows could
//! be read.

mod beside_delegates;
mod by_number;
mod corrected;
mod footnotes;
mod notes;
mod sent_by_mark;
mod sources;
mod substitutes;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::budget::{Budget, Stop};
use super::columns::{Column, Layout};
use super::grid::{Cell, Grid, line_of};
use super::heading::Field;
use super::honorifics::is_word_of_sex;
use super::marks;
use super::mentions::{mentions, says_substitute};
use super::person::ReadRow;
use super::position::begins_with_position;
use super::rows::Found;
use super::tint::{Hue, Painted, Tint};
use super::unseen::Aside;
use crate::domain::list::LineKind;
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::words;
use notes::{Note, Place};
pub(super) use sources::{Sheets, doubt_sources};

/// Doubts the people of a sheet whom something in it makes doubtful, and adds those who come instead; `aside` is what
/// was taken out of the sheet, `tables` are those of the file. What is said of somebody who does not come and stands
/// not in it is given back.
pub(super) fn doubt(
    grid: &Grid,
    aside: &[Aside],
    layout: &Layout,
    tables: &mut Vec<Layout>,
    found: &mut Found,
    (today, budget): (Date, &Budget),
) -> Result<Vec<String>, Stop> {
    if is_put_aside(&grid.name) {
        all(found, |row| row.with("sheet", grid.name.as_str()), "intake-doubt-sheet");
    }
    if let Some(column) = payment(grid, layout, found) {
        all(found, |row| row.with("heading", column.heading.as_str()), "intake-doubt-payment");
    }
    if are_bare(grid, layout, found) {
        all(found, |row| row, "intake-doubt-bare");
    }
    let notes = notes::of(grid, aside, layout, found);
    let taken_back = told_elsewhere(grid, &notes, found);
    told_beside(&notes, found);
    by_number::settle(grid, layout, &notes, found);
    corrected::settle(grid, found);
    footnotes::settle(grid, found);
    sent_by_mark::settle(grid, layout, found);
    beside_delegates::settle(grid, found);
    going_on_below(found);
    substitutes::settle(&notes, tables, found, today, budget)?;
    let row_of = |number: u32| {
        let at = grid.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        grid.rows.get(at)
    };
    let mut doubted = HashSet::new();
    for row in found.people.iter_mut().filter(|row| row.is_doubtful()) {
        doubted.insert(row.row);
        if !row.written.is_empty() {
            continue;
        }
        if let Some((written, table)) = row_of(row.row).zip(tables.get(row.table)) {
            let line = |column: &Column| line_of(written.cell(column.index)).into_owned();
            row.written = table.columns.iter().map(line).collect();
        }
    }
    let of_doubted =
        |(row, kind, _): &&mut (u32, LineKind, _)| *kind == LineKind::Person && doubted.contains(row);
    found.kinds.iter_mut().filter(of_doubted).for_each(|(_, kind, _)| *kind = LineKind::Doubtful);
    Ok(taken_back)
}

/// Doubts everybody, for one reason.
fn all(found: &mut Found, say: impl Fn(Sentence) -> Sentence, reason: &str) {
    for row in &mut found.people {
        let doubt = say(Sentence::new(reason).with("row", row.row));
        row.doubts.push(doubt);
    }
}

/// "DS 2023 (cũ-không dùng)": a sheet that its name puts aside.
fn is_put_aside(name: &str) -> bool {
    let folded = format!(" {} ", words(name));
    // "DS cử" has its marks, and is no "DS cũ".
    let marked = format!(" {} ", words_with_marks(name));
    Section::PutAside.words().any(|word| {
        let is_meant = name.is_ascii() || marked.contains(&format!(" {word} "));
        is_meant && folded.contains(&format!(" {} ", words(word)))
    })
}

/// The column of sums of money beside people who have neither post nor telephone: a list of whom
/// something is paid or given to.
fn payment<'a>(grid: &Grid, layout: &'a Layout, found: &Found) -> Option<&'a Column> {
    let is_sum = |cell: &Cell| {
        let digits: String = cell.line().chars().filter(char::is_ascii_digit).collect();
        let plain =
            cell.line().chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
        plain
            && digits.parse::<u64>().is_ok_and(|sum| (10_000..100_000_000).contains(&sum) && sum % 1_000 == 0)
    };
    let says = [Field::Person(PersonField::Position), Field::PositionUnit, Field::Person(PersonField::Phone)];
    if !layout.is_headed || found.people.len() < 2 || says.iter().any(|field| layout.has(*field)) {
        return None;
    }
    let people: HashSet<u32> = found.people.iter().map(|row| row.row).collect();
    let rows = || grid.rows.iter().filter(|row| people.contains(&row.number));
    let all_sums = |column: &&Column| {
        column.field == Field::Other
            && !column.heading.is_empty()
            && rows().all(|row| row.cell(column.index).is_some_and(is_sum))
    };
    layout.columns.iter().find(all_sums)
}

/// Whether nobody has anything of what the headings promise, and as many lines were not understood: a
/// table that came apart on its way.
fn are_bare(grid: &Grid, layout: &Layout, found: &Found) -> bool {
    let details = |column: &&Column| {
        let field = column.field;
        matches!(field, Field::PositionUnit | Field::Male | Field::Female)
            || matches!(field, Field::Person(PersonField::Birth | PersonField::Position | PersonField::Phone))
    };
    let promised = layout.is_headed && layout.columns.iter().filter(details).count() >= 2;
    let is_bare = |row: &ReadRow| {
        row.person.birth.is_none() && row.person.position.is_none() && row.person.phone.is_none()
    };
    let below = grid.rows.len() - grid.rows.partition_point(|row| row.number <= layout.header);
    promised && found.people.len() > 1 && below >= found.people.len() * 3 && found.people.iter().all(is_bare)
}

/// "* Đ/c Nguyễn Văn An xin không dự", "Những người tô màu vàng không đi": the one who is named there, or
/// anybody where only a mark says who. What stands beside somebody under no heading counts, too.
fn told_elsewhere(grid: &Grid, notes: &[Note], found: &mut Found) -> Vec<String> {
    static MARKS: LazyLock<Vec<String>> = LazyLock::new(|| Section::RowMark.folded().collect());
    let mut names: Option<HashMap<String, Vec<usize>>> = None;
    let lines = notes
        .iter()
        .filter(|note| note.stands != Place::Struck)
        .map(|note| (note, words(&note.text)))
        .filter(|(_, folded)| marks::says_withdrawal(folded));
    // Once for each reason is enough, however many lines say it.
    let (mut told, mut all_told, mut unknown) = (HashSet::new(), false, Vec::new());
    let mut places = Places::default();
    for (note, folded) in lines {
        let line = &note.text;
        let names = names.get_or_insert_with(|| by_name(found));
        let parts: Vec<&str> = folded.split(' ').collect();
        let mut named: Vec<usize> = (2..=6)
            .flat_map(|length| parts.windows(length))
            .filter_map(|part| names.get(&part.join(" ")))
            .flatten()
            .copied()
            .chain(called(line, names))
            .collect();
        // "xin vắng" beside somebody.
        if note.is_of_row() && named.is_empty() {
            named.extend(places.of(note.row, found));
        }
        let marked = format!(" {folded} ");
        let painted = painted(grid, found, note);
        let says_mark = painted.is_some() || MARKS.iter().any(|mark| marked.contains(&format!(" {mark} ")));
        if named.is_empty() && says_mark && !std::mem::replace(&mut all_told, true) {
            let is_meant = |row: &&mut ReadRow| painted.as_ref().is_none_or(|rows| rows.contains(&row.row));
            for row in found.people.iter_mut().filter(is_meant) {
                let doubt = Sentence::new("intake-doubt-marked").with("row", row.row);
                row.doubts.push(doubt.with("note", line.as_str()));
            }
        }
        if named.is_empty() && mentions(line).next().is_some() {
            unknown.push(line.clone());
        }
        for at in named.into_iter().filter(|at| told.insert(*at)) {
            let row = &mut found.people[at];
            let doubt = Sentence::new("intake-doubt-withdrawn").with("row", row.row);
            row.doubts.push(doubt.with("note", line.as_str()));
        }
    }
    unknown
}

/// Where the people of each row stand among those who were found; asked for in few lists.
#[derive(Default)]
struct Places(Option<HashMap<u32, Vec<usize>>>);

impl Places {
    fn of(&mut self, row: u32, found: &Found) -> Vec<usize> {
        let places = self.0.get_or_insert_with(|| {
            let mut places = HashMap::<u32, Vec<usize>>::new();
            for (at, one) in found.people.iter().enumerate() {
                places.entry(one.row).or_default().push(at);
            }
            places
        });
        places.get(&row).cloned().unwrap_or_default()
    }
}

/// The people by their folded names, and by their given names.
fn by_name(found: &Found) -> HashMap<String, Vec<usize>> {
    let mut names = HashMap::<String, Vec<usize>>::new();
    for (at, row) in found.people.iter().enumerate() {
        let name = words(&row.person.full_name);
        if let Some((_, given)) = name.rsplit_once(' ') {
            names.entry(given.to_owned()).or_default().push(at);
        }
        names.entry(name).or_default().push(at);
    }
    names
}

/// The words of a line with their marks, in small letters, without signs.
fn words_with_marks(line: &str) -> String {
    let bare = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    clean(&line.to_lowercase().chars().map(bare).collect::<String>())
}

/// The rows of people whose colour a note means: the one it names, or, in a line among the people, any ground
/// that some have and others have not.
fn painted(grid: &Grid, found: &Found, note: &Note) -> Option<HashSet<u32>> {
    let rows_of = |is_meant: &dyn Fn(&Tint) -> bool| -> HashSet<u32> {
        let meant: HashSet<u32> =
            grid.tints.iter().filter(|(_, tint)| is_meant(tint)).map(|(row, _)| *row).collect();
        found.people.iter().map(|row| row.row).filter(|row| meant.contains(row)).collect()
    };
    // "Vàng: xin rút, xanh: đã xác nhận" means yellow.
    let clauses = note.text.split([',', ';', '.']).filter(|clause| marks::says_withdrawal(&words(clause)));
    let mut hues: Vec<Hue> = clauses.flat_map(Hue::said_in).collect();
    if hues.is_empty() {
        hues = Hue::said_in(&note.text);
    }
    let named = rows_of(&|tint| hues.contains(&tint.hue));
    if !named.is_empty() {
        return Some(named);
    }
    if note.stands != Place::Line {
        return None;
    }
    let filled = rows_of(&|tint| tint.of == Painted::Ground);
    let own: Vec<bool> = found.people.iter().map(|row| filled.contains(&row.row)).collect();
    // Where every second row has one it only leads the eye.
    let changes = own.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let tell = own.contains(&true) && own.contains(&false) && changes * 10 < (own.len() - 1) * 8;
    tell.then_some(filled)
}

/// What a comment says, and who stands in the column of those who come instead: it is said of this row.
fn told_beside(notes: &[Note], found: &mut Found) {
    let mut places = Places::default();
    for note in notes {
        let id = match note.stands {
            Place::Instead => "intake-doubt-replaced",
            Place::Comment if says_substitute(&note.text) => "intake-doubt-replaced",
            Place::Comment if has_figures(&note.text) => "intake-doubt-corrected",
            Place::Comment => "intake-remark-comment",
            _ => continue,
        };
        for at in places.of(note.row, found) {
            let row = &mut found.people[at];
            let said = Sentence::new(id).with("row", row.row).with("note", note.text.as_str());
            match id {
                "intake-remark-comment" => row.remarks.push(said),
                _ => row.doubts.push(said),
            }
        }
    }
}

/// Whether a text has the figures of a year or a telephone.
fn has_figures(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 4
}

/// Who is meant by "bỏ ông Chắt giúp em": the one whose given name stands behind a word that only people have.
fn called(line: &str, names: &HashMap<String, Vec<usize>>) -> Option<usize> {
    let parts: Vec<&str> = line.split([' ', ',', '.', ';', ':']).filter(|word| !word.is_empty()).collect();
    let is_call = |pair: &&[&str]| is_word_of_sex(pair[0]) && pair[1].starts_with(char::is_uppercase);
    let given = parts.windows(2).find(is_call)?[1];
    match names.get(&words(given)).map(Vec::as_slice) {
        Some([only]) => Some(*only),
        _ => None,
    }
}

/// A post in place of a name right below somebody without one may be theirs: a person over two rows.
fn going_on_below(found: &mut Found) {
    for at in 1..found.people.len() {
        let (above, below) = found.people.split_at_mut(at);
        let (Some(above), Some(below)) = (above.last_mut(), below.first()) else { continue };
        let goes_on = below.row == above.row + 1
            && above.person.position.is_none()
            && begins_with_position(&below.person.full_name);
        if goes_on {
            let doubt = Sentence::new("intake-doubt-goes-on").with("row", above.row);
            above.doubts.push(doubt.with("value", below.person.full_name.as_str()));
        }
    }
}
