//! People of whom a line speaks that was not understood: "À số 2 cũng không đi nữa", "Bác Y Khăm đổi số mới". In a message it
//! is to be read before they are taken, whatever it says; below a table it is said beside them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::columns::Part;
use super::super::grid::{Cell, Grid};
use super::super::heading::Field;
use super::super::marks::is_hamlet;
use super::super::mentions::{instead_at, words_before};
use super::super::rows::Found;
use super::by_number::numbers;
use super::corrected::puts_right;
use super::names::Names;
use super::notes::{Note, Place};
use super::{ReadRow, row_of};
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;
use crate::vietnamese::whole_word;

/// Doubts, or remarks, those of whom such lines speak, and doubts those for whom others say that they come.
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], notes: &[Note], names: &Names, found: &mut Found) {
    let mut told: Vec<(usize, &Note)> = Vec::new();
    let is_message = parts.iter().any(|part| part.layout.is_message());
    for part in parts {
        let lines = notes.iter().filter(|note| note.stands == Place::Line && !is_given(grid, part, note));
        // Below a table "liên hệ anh Nam" is nearly always said of the office.
        let asks = |note: &&Note| {
            Section::Asks.words().any(|word| whole_word::contains(&note.text.to_lowercase(), word))
        };
        for note in lines.filter(|note| is_message || !asks(note)) {
            let numbered = numbered(grid, part, note, found);
            let is_change = is_message && puts_right(&note.text);
            let changed = if is_change { of_place(&note.text, found) } else { None };
            told.extend(meant(&note.text, names).chain(numbered).chain(changed).map(|at| (at, note)));
        }
    }
    for (at, Note { row: number, text, .. }) in told {
        let row = &mut found.people[at];
        // What stands on their own line is read with it.
        let is_known = row.row == *number
            || row.is_doubtful()
            || says_nothing_new(text, row)
            || row.remarks.iter().any(|said| said.text("note") == Some(text));
        if is_known {
            continue;
        }
        let said =
            Sentence::new(if is_message { "intake-doubt-mentioned" } else { "intake-remark-mentioned" });
        let said = said.with("row", row.row).with("note", text.as_str());
        if is_message { row.doubts.push(said) } else { row.remarks.push(said) }
    }
    replaced(names, found);
}

/// Whom a line calls by their names, whole or as people are spoken to.
fn meant<'a>(line: &'a str, names: &'a Names) -> impl Iterator<Item = usize> + 'a {
    let folded = words(line);
    let whole: Vec<usize> = names.named_in(&folded).into_iter().flatten().copied().collect();
    // "tên đúng là Phan Kim Xa".
    let respelled = if puts_right(line) { names.nearly_named_in(&folded) } else { Vec::new() };
    whole.into_iter().chain(names.in_short(&folded)).chain(names.called_in(line)).chain(respelled)
}

/// The only one of the hamlet that a line names: "chỉ đổi thôn Nà Kèn: nay là bà Nông Thị Bẩy".
fn of_place(line: &str, found: &Found) -> Option<usize> {
    let line = line.to_lowercase();
    let is_named = |row: &ReadRow| {
        let hamlet = row.person.unit.as_deref().and_then(|unit| unit.split(',').next());
        hamlet.is_some_and(|hamlet| is_hamlet(hamlet) && whole_word::contains(&line, &hamlet.to_lowercase()))
    };
    let mut named = (0..found.people.len()).filter(|at| is_named(&found.people[*at]));
    named.next().filter(|_| named.next().is_none())
}

/// Whether a line only says once more what was read of somebody, beside words for it: "Anh Đua sn 1979".
fn says_nothing_new(line: &str, row: &ReadRow) -> bool {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let sections = [Section::PhoneLabel, Section::BirthLabel, Section::Particle];
        let labels = sections.into_iter().flat_map(Section::words).chain(words_before().iter().copied());
        labels.flat_map(|label| label.split(' ').map(words).collect::<Vec<_>>()).collect()
    });
    let person = &row.person;
    let birth = person.birth.map(|birth| birth.to_string()).unwrap_or_default();
    let said = [&person.position, &person.unit, &person.phone, &person.unit_group];
    let said = said.into_iter().flatten().chain([&person.full_name, &birth]);
    let known: HashSet<String> =
        said.flat_map(|said| words(said).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    // A telephone may be written in other groups.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = person.phone.as_deref().map(digits).unwrap_or_default();
    let is_of_phone = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && phone.contains(word);
    words(line).split(' ').all(|word| {
        word.is_empty()
            || known.contains(word)
            || LABELS.contains(word)
            || is_of_phone(word)
            || word.len() == 1
    })
}

/// Whom a line calls by their numbers.
fn numbered(grid: &Grid, part: &Part<'_>, note: &Note, found: &Found) -> Vec<usize> {
    let Some(column) = part.layout.columns_of(Field::Ordinal).next() else { return Vec::new() };
    let Some(called) = numbers(&note.text).filter(|called| !called.is_empty()) else { return Vec::new() };
    let number = |row: &ReadRow| row_of(grid, row)?.cell(column.index).and_then(Cell::whole_number);
    let is_called = |at: &usize| number(&found.people[*at]).is_some_and(|own| called.contains(&own));
    part.people(&found.people).filter(is_called).collect()
}

/// Whether all that a line says was given to those it speaks of: then it stands under the heading of notes.
fn is_given(grid: &Grid, part: &Part<'_>, note: &Note) -> bool {
    let Some(column) = part.layout.columns_of(Field::Person(PersonField::Note)).next() else { return false };
    let from = grid.rows.partition_point(|row| row.number < note.row);
    let own = grid.rows[from..].iter().take_while(|row| row.number == note.row);
    own.filter_map(|row| row.cell(column.index)).any(|cell| cell.line() == note.text)
}

/// Doubts those in whose place somebody else of the list comes: "đi thay đ/c Tấn".
fn replaced(names: &Names, found: &mut Found) {
    let note = |row: &ReadRow| row.person.note.clone().filter(|note| instead_at(note).is_some());
    let notes: Vec<(usize, String)> =
        found.people.iter().enumerate().filter_map(|(at, row)| Some((at, note(row)?))).collect();
    for (own, note) in notes {
        for at in meant(&note, names).filter(|at| *at != own).collect::<Vec<_>>() {
            if !found.people[at].is_doubtful() {
                let doubt = Sentence::new("intake-doubt-withdrawn").with("row", found.people[at].row);
                found.people[at].doubts.push(doubt.with("note", note.as_str()));
            }
        }
    }
}
