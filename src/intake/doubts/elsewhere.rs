//! Who does not come, as a line says that is nobody's own.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::grid::Grid;
use super::super::mentions::{mentions, says_substitute};
use super::super::person::ReadRow;
use super::super::rows::Found;
use super::super::tint::Hue;
use super::super::withdrawals::{says_absence, says_withdrawal};
use super::Places;
use super::names::Names;
use super::notes::{Note, Place};
use super::painted::Colours;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;
use crate::vietnamese::name::is_of_another;

/// "* Đ/c Nguyễn Văn An xin không dự", "Những người tô màu vàng không đi": the one who is named there, or
/// anybody where only a mark says who. What stands beside somebody under no heading counts, too. Those of whom it is
/// said and who stand not in the sheet are given back.
pub(super) fn settle(grid: &Grid, notes: &[Note], names: &Names, found: &mut Found) -> Vec<String> {
    // Of whom a comment replaces more is said elsewhere.
    let is_for_us = |note: &&Note| match note.stands {
        Place::Struck => false,
        Place::Comment => !says_substitute(&note.text),
        _ => true,
    };
    let lines = notes.iter().filter(is_for_us).filter(|note| says_absence(&note.text));
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Vec::new();
    }
    let (colours, mut places) = (Colours::of(grid, found), Places::default());
    let mut told = Told::default();
    let mut unknown = Vec::new();
    for note in lines {
        // A letter names those who come in one sentence, and those who do not in another.
        let absent: Vec<Note> = note.sentences().filter(|said| says_absence(&said.text)).collect();
        let mut named = false;
        for said in &absent {
            named |= told.named(said, names, &mut places, found);
        }
        let is_of_others = absent.iter().any(|said| mentions(&said.text).next().is_some());
        let named = named || !is_of_others && told.named(note, names, &mut places, found);
        let is_certain = says_withdrawal(&note.text);
        if !named && is_certain {
            told.marked(note, &colours, found);
        }
        let is_somebody = mentions(&note.text).next().is_some() && !says_substitute(&note.text);
        if !named && is_certain && is_somebody {
            unknown.push(note.text.clone());
        }
    }
    unknown
}

/// Of whom and of which colours it was said before: once for each is enough, however many lines say it.
#[derive(Default)]
struct Told {
    people: HashSet<usize>,
    colours: HashSet<Vec<Hue>>,
}

impl Told {
    /// Doubts whoever is named in a note, or stands beside it; whether there is anybody.
    fn named(&mut self, note: &Note, names: &Names, places: &mut Places, found: &mut Found) -> bool {
        let folded = words(&note.text);
        let mut named = names.named_in(&folded);
        let one = || names.in_short(&folded).or_else(|| names.called(&note.text));
        let one = if named.is_empty() { one() } else { names.called(&note.text) };
        // "Riêng ông Lý Văn Sình xin không dự", behind others in a letter, is said of him, who stands not in it.
        let own = if named.is_empty() && one.is_none() && note.is_of_row() {
            let mut own = places.of(note.row, found);
            if note.stands == Place::Beside {
                own.retain(|at| !names_only_others(&note.text, &found.people[*at].person.full_name));
            }
            own
        } else {
            Vec::new()
        };
        let is_anybody = !named.is_empty() || one.is_some() || !own.is_empty();
        // Everybody of one name was told of together.
        named.retain(|places| places.first().is_some_and(|first| !self.people.contains(first)));
        for at in named.into_iter().flatten().copied().chain(one).chain(own) {
            if self.people.insert(at) {
                doubt(&mut found.people[at], "intake-doubt-withdrawn", note);
            }
        }
        is_anybody
    }

    /// Doubts those whose colour a note means, or everybody where the file does not keep its marks.
    fn marked(&mut self, note: &Note, colours: &Colours, found: &mut Found) {
        static MARKS: LazyLock<Vec<String>> = LazyLock::new(|| Section::RowMark.folded().collect());
        let hues = Colours::meant(note);
        let painted = colours.rows(note, &hues);
        let line = format!(" {} ", words(&note.text));
        let says_mark = painted.is_some() || MARKS.iter().any(|mark| line.contains(&format!(" {mark} ")));
        if !says_mark || !self.colours.insert(hues) {
            return;
        }
        let is_meant = |row: &&mut ReadRow| painted.as_ref().is_none_or(|rows| rows.contains(&row.row));
        found.people.iter_mut().filter(is_meant).for_each(|row| doubt(row, "intake-doubt-marked", note));
    }
}

/// Whether a text names somebody, and nobody whose name may be this one, mistyped.
fn names_only_others(text: &str, name: &str) -> bool {
    let mut named = mentions(text).map(|at| {
        let words = text[at..].split(' ').skip(1);
        let name: Vec<&str> = words.take_while(|word| word.starts_with(char::is_uppercase)).collect();
        name.join(" ")
    });
    let mut any = false;
    named.all(|said| {
        any = true;
        is_of_another(said.trim_end_matches([',', '.', ';']), name)
    }) && any
}

fn doubt(row: &mut ReadRow, id: &'static str, note: &Note) {
    row.doubts.push(Sentence::new(id).with("row", row.row).with("note", note.text.as_str()));
}
