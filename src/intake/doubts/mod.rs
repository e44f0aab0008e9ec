//! What a list as a whole makes doubtful, whatever a row looks like: it says elsewhere that somebody
//! does not come, it is put aside by its name, it pays people that nobody sends, or little of its rows could
//! be read.

mod beside_delegates;
mod by_number;
pub(super) mod corrected;
mod elsewhere;
mod footnotes;
mod mentioned;
mod names;
mod notes;
mod painted;
mod sent_again;
mod sent_by_legend;
mod sent_by_mark;
mod sexes;
mod sources;
mod substitutes;
mod told_of;

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::budget::{Budget, Stop};
use super::columns::{Column, Layout, Part};
use super::grid::{Cell, Grid, Row, line_of};
use super::heading::Field;
use super::mentions::{instead_at, replaces_somebody, says_substitute};
use super::person::ReadRow;
use super::position::begins_with_position;
use super::rows::Found;
use super::unseen::Aside;
use super::withdrawals::says_absence;
use crate::domain::list::LineKind;
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::fold::{marked_words, words};
use crate::vietnamese::whole_word;
use names::Names;
use notes::{Note, Place};
pub(super) use sources::{Sheets, doubt_sources};

/// Doubts the people of a sheet whom something in it makes doubtful, and adds those who come instead; `aside` is what
/// was taken out of the sheet, `tables` are those of the file, of which the sheet has those from `earlier` on. What is
/// said of somebody who does not come and stands not in it is given back.
pub(super) fn doubt(
    grid: &Grid,
    aside: &[Aside],
    (layout, tables, earlier): (&Layout, &mut Vec<Layout>, usize),
    found: &mut Found,
    (today, budget): (Date, &Budget),
) -> Result<Vec<String>, Stop> {
    // "(DỰ THẢO LẦN 1 - bản cũ, đã thay bằng bản chính thức)" below the title.
    let above = grid.rows.iter().take_while(|row| row.number < layout.header).filter(|row| row.filled() == 1);
    let said = std::iter::once(grid.name.clone()).chain(above.map(Row::line)).find(|said| is_put_aside(said));
    if let Some(said) = said {
        all(&mut found.people, |row| row.with("sheet", said.as_str()), "intake-doubt-sheet");
    }
    if grid.is_prose {
        doubt_prose(grid, &mut found.people);
    }
    let parts = Part::all(layout, &tables[earlier..]);
    for part in &parts {
        doubt_part(grid, part, found);
    }
    let notes = notes::of(grid, aside, &parts, found);
    let is_named = |note: &Note| {
        says_absence(&note.text) || has_figures(&note.text) || corrected::puts_right(&note.text)
    };
    let are_named = notes.iter().any(|note| note.stands == Place::Line || is_named(note));
    let names = if are_named { Names::of(found.people.iter()) } else { Names::default() };
    let taken_back = elsewhere::settle(grid, &notes, &names, found);
    told_beside(&notes, found);
    by_number::settle(grid, &parts, &notes, found);
    corrected::settle(&notes, &names, found);
    footnotes::settle(grid, found);
    sent_by_mark::settle(grid, &parts, found);
    sent_by_legend::settle(grid, &parts, found);
    beside_delegates::settle(grid, found);
    going_on_below(found);
    sent_again::settle(grid, &parts, found);
    told_of::settle(grid, found);
    sexes::settle(&notes, found);
    mentioned::settle(grid, &parts, &notes, &names, found);
    drop(parts);
    substitutes::settle(&notes, tables, found, today, budget)?;
    keep_written(grid, tables, found);
    Ok(taken_back)
}

/// Doubts everybody who is only named in a sentence, which stands behind the last of its line.
fn doubt_prose(grid: &Grid, people: &mut [ReadRow]) {
    for row in people {
        let from = grid.rows.partition_point(|one| one.number < row.row);
        let own = grid.rows[from..].iter().take_while(|one| one.number == row.row);
        let sentence = own.last().and_then(|one| one.cells().last()).map(|(_, cell)| cell.line());
        let doubt = Sentence::new("intake-doubt-prose").with("row", row.row);
        row.doubts.push(doubt.with("note", sentence.unwrap_or_default()));
    }
}

/// Doubts everybody of a table that pays people, or came apart.
fn doubt_part(grid: &Grid, part: &Part<'_>, found: &mut Found) {
    let people = part.people(&found.people);
    let people = &mut found.people[people];
    if let Some(heading) = payment(grid, part, people) {
        all(people, |row| row.with("heading", heading.as_str()), "intake-doubt-payment");
    }
    if part.layout.is_message() {
        unnumbered(grid, part, people);
    }
    if are_bare(grid, part, people) {
        all(people, |row| row, "intake-doubt-bare");
    }
}

/// Doubts whoever has no number in a message that numbers the others one by one: who sends it, or whom it only names.
fn unnumbered(grid: &Grid, part: &Part<'_>, people: &mut [ReadRow]) {
    /// Fewer numbers may be anything.
    const LEAST: usize = 3;
    let (Some(ordinal), Some(name)) =
        (part.layout.columns_of(Field::Ordinal).next(), part.layout.name_column())
    else {
        return;
    };
    let number = |row: &ReadRow| row_of(grid, row)?.cell(ordinal.index)?.line().parse::<usize>().ok();
    let numbers: Vec<Option<usize>> = people.iter().map(number).collect();
    let known: Vec<usize> = numbers.iter().copied().flatten().collect();
    let counts_up = known.iter().enumerate().all(|(at, number)| *number == at + 1);
    if known.len() < LEAST || !counts_up {
        return;
    }
    respelled(people, &numbers);
    for (row, _) in people.iter_mut().zip(&numbers).filter(|(_, number)| number.is_none()) {
        let doubt = Sentence::new("intake-doubt-unnumbered")
            .with("row", row.row)
            .with("column", Grid::letters(name.index))
            .with("heading", name.heading.as_str())
            .with("value", row.person.full_name.as_str());
        row.doubts.push(doubt);
    }
}

/// Doubts whoever has a number and is named once more without one in other letters: "*Trịnh Ngọc Diễm" puts right the "Trịnh
/// Ngọc Diểm" above.
fn respelled(people: &mut [ReadRow], numbers: &[Option<usize>]) {
    let is_free = |(_, number): &(&ReadRow, &Option<usize>)| number.is_none();
    let free = people.iter().zip(numbers).filter(is_free);
    let again: HashMap<String, String> =
        free.map(|(row, _)| (words(&row.person.full_name), row.person.full_name.clone())).collect();
    for (row, _) in people.iter_mut().zip(numbers).filter(|(_, number)| number.is_some()) {
        let other = again.get(&words(&row.person.full_name));
        if let Some(other) = other.filter(|other| **other != row.person.full_name) {
            let doubt = Sentence::new("intake-doubt-corrected").with("row", row.row);
            row.doubts.push(doubt.with("note", other.as_str()));
        }
    }
}

/// Keeps what is written of whoever is doubtful, to be given back, and notes that the line is.
fn keep_written(grid: &Grid, tables: &[Layout], found: &mut Found) {
    let mut doubted = HashSet::new();
    for row in found.people.iter_mut().filter(|row| row.is_doubtful()) {
        doubted.insert(row.row);
        if !row.written.is_empty() {
            continue;
        }
        if let Some((written, table)) = row_of(grid, row).zip(tables.get(row.table)) {
            let line = |column: &Column| line_of(written.cell(column.index)).into_owned();
            row.written = table.columns.iter().map(line).collect();
        }
    }
    let of_doubted =
        |(row, kind, _): &&mut (u32, LineKind, _)| *kind == LineKind::Person && doubted.contains(row);
    found.kinds.iter_mut().filter(of_doubted).for_each(|(_, kind, _)| *kind = LineKind::Doubtful);
}

/// The row in which somebody stands: of several people in a line of a message each has one of the same number.
fn row_of<'a>(grid: &'a Grid, person: &ReadRow) -> Option<&'a Row> {
    let from = grid.rows.partition_point(|row| row.number < person.row);
    let own = grid.rows[from..].iter().take_while(|row| row.number == person.row);
    let name = &person.person.full_name;
    let names = |row: &&Row| row.cells().any(|(_, cell)| cell.line().contains(name.as_str()));
    let mut several = own.clone().skip(1);
    if several.next().is_some() { own.clone().find(names) } else { None }.or_else(|| own.clone().next())
}

/// Doubts all of them, for one reason.
fn all(people: &mut [ReadRow], say: impl Fn(Sentence) -> Sentence, reason: &str) {
    for row in people {
        let doubt = say(Sentence::new(reason).with("row", row.row));
        row.doubts.push(doubt);
    }
}

/// "DS 2023 (cũ-không dùng)": a sheet that its name puts aside.
fn is_put_aside(name: &str) -> bool {
    // "DS cử" has its marks, and is no "DS cũ".
    let (folded, marked) = (words(name), marked_words(name));
    Section::PutAside.words().any(|word| {
        let is_meant = name.is_ascii() || whole_word::contains(&marked, word);
        is_meant && whole_word::contains(&folded, &words(word))
    })
}

/// The heading of a column of sums of money beside people who have neither post nor telephone: a list of whom
/// something is paid or given to.
fn payment(grid: &Grid, part: &Part<'_>, people: &[ReadRow]) -> Option<String> {
    let is_sum = |cell: &Cell| {
        let digits: String = cell.line().chars().filter(char::is_ascii_digit).collect();
        let plain =
            cell.line().chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
        plain
            && digits.parse::<u64>().is_ok_and(|sum| (10_000..100_000_000).contains(&sum) && sum % 1_000 == 0)
    };
    let layout = part.layout;
    if !layout.is_headed
        || people.len() < 2
        || layout.says_posts()
        || layout.has(Field::Person(PersonField::Phone))
    {
        return None;
    }
    let numbers: HashSet<u32> = people.iter().map(|row| row.row).collect();
    let rows = || part.rows(grid).iter().filter(|row| numbers.contains(&row.number));
    let all_sums = |column: &&Column| {
        column.field == Field::Other
            && !column.heading.is_empty()
            && rows().all(|row| row.cell(column.index).is_some_and(is_sum))
    };
    layout.columns.iter().find(all_sums).map(|column| column.heading.clone())
}

/// Whether nobody has anything of what the headings promise, and as many lines were not understood: a
/// table that came apart on its way.
fn are_bare(grid: &Grid, part: &Part<'_>, people: &[ReadRow]) -> bool {
    let details = |column: &&Column| {
        let field = column.field;
        matches!(field, Field::PositionUnit | Field::Male | Field::Female)
            || matches!(field, Field::Person(PersonField::Birth | PersonField::Position | PersonField::Phone))
    };
    let layout = part.layout;
    let promised = layout.is_headed && layout.columns.iter().filter(details).count() >= 2;
    let is_bare = |row: &ReadRow| {
        row.person.birth.is_none() && row.person.position.is_none() && row.person.phone.is_none()
    };
    let below = part.rows(grid).iter().filter(|row| row.number > layout.header).count();
    promised && people.len() > 1 && below >= people.len() * 3 && people.iter().all(is_bare)
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

/// What a comment says, and who stands in the column of those who come instead: it is said of this row.
fn told_beside(notes: &[Note], found: &mut Found) {
    let mut places = Places::default();
    for note in notes {
        let id = match note.stands {
            Place::Instead => "intake-doubt-replaced",
            Place::Comment if says_substitute(&note.text) => "intake-doubt-replaced",
            Place::Comment if has_figures(&note.text) => "intake-doubt-corrected",
            Place::Comment => "intake-remark-comment",
            // "Sắp sinh, người thay đi", and not "thay ông Sự".
            Place::Beside if instead_at(&note.text).is_some() && replaces_somebody(&note.text).is_none() => {
                "intake-doubt-replaced"
            }
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
