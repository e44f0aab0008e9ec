//! What the sheets of a file say of each other: one may hold all staff, from which the list in another was taken, and
//! a later list may take somebody back who stands in an earlier one.

use std::collections::{HashMap, HashSet};

use super::super::columns::{Column, Layout};
use super::super::heading::Field;
use super::super::list::ListSheet;
use super::super::marks;
use super::super::person::ReadRow;
use super::names::{Names, windows};
use crate::domain::list::{LineKind, ListLine, row_name};
use crate::domain::person_field::PersonField;
use crate::sentence::Sentence;
use crate::vietnamese::fold::{fold, words};

/// The sheets of a file, read, and the lines of each by its name.
pub(in super::super) struct Sheets<'a> {
    pub sheets: &'a [ListSheet],
    pub tables: &'a [Layout],
    pub rows: &'a mut [ReadRow],
    pub lines: &'a mut [(String, Vec<ListLine>)],
}

/// Doubts whoever stands only among all staff, and whoever a note of another sheet takes back; the notes that mean nobody
/// of any sheet are given back.
pub(in super::super) fn doubt_sources(mut all: Sheets<'_>, taken_back: Vec<String>) -> Vec<String> {
    let mut doubts = Vec::new();
    if all.sheets.len() > 1 {
        doubts.extend(all.of_sources());
        doubts.extend(all.of_former_years());
        doubts.extend(all.of_others());
    }
    let unknown = all.taken_back(taken_back, &mut doubts);
    // Of whom that was said already the same note need say nothing.
    let doubted: HashSet<(usize, usize)> = doubts.iter().map(|(at, row, _)| (*at, *row)).collect();
    let mentioned = all.of_letters().into_iter().filter(|(at, row, _)| !doubted.contains(&(*at, *row)));
    let mentioned: Vec<Doubted> = mentioned.collect();
    doubts.extend(mentioned);
    all.take(doubts);
    unknown
}

/// Somebody of a sheet, by both their places, and why they are doubtful.
type Doubted = (usize, usize, Sentence);

impl Sheets<'_> {
    /// Those who stand in a sheet from which a list in another was taken, and not in the list.
    fn of_sources(&self) -> Vec<Doubted> {
        let may_be_source = |sheet: &ListSheet| sheet.layout.is_headed && sheet.layout.header == 1;
        let may_be_list = |sheet: &ListSheet| sheet.layout.is_headed && sheet.layout.header > 1;
        let lists: Vec<(&ListSheet, HashSet<String>)> = match self.sheets.iter().any(may_be_source) {
            true => self
                .sheets
                .iter()
                .filter(|sheet| may_be_list(sheet))
                .map(|list| (list, self.names(list)))
                .collect(),
            false => Vec::new(),
        };
        let mut doubts = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate().filter(|(_, sheet)| may_be_source(sheet)) {
            let all = self.names(sheet);
            let is_taken = |(list, names): &&(&ListSheet, HashSet<String>)| {
                list.rows.len() >= 2 && list.rows.len() < sheet.rows.len() && names.is_subset(&all)
            };
            let Some((list, chosen)) = lists.iter().find(is_taken) else { continue };
            let doubt = Sentence::new("intake-doubt-source").with("sheet", sheet.name.as_str());
            let doubt = doubt.with("list", list.name.as_str());
            let others =
                sheet.rows.clone().filter(|row| !chosen.contains(&fold(&self.rows[*row].person.full_name)));
            doubts.extend(others.map(|row| (at, row, doubt.clone())));
        }
        doubts
    }

    /// Those whom a sentence of a file without a list names that came with the lists: what it says of them in words of its
    /// own somebody must read.
    fn of_letters(&self) -> Vec<Doubted> {
        /// Fewer words are a title or a cell.
        const LEAST_WORDS: usize = 8;
        let is_list = |name: &String| self.sheets.iter().any(|sheet| sheet.name == *name);
        let letters = self.lines.iter().filter(|(name, _)| !is_list(name));
        let said = letters.flat_map(|(name, lines)| lines.iter().map(move |line| (name, line.text.as_str())));
        let is_sentence = |text: &str| text.split(' ').nth(LEAST_WORDS).is_some() && text.contains('.');
        let mut said = said.filter(|(_, text)| is_sentence(text)).peekable();
        if said.peek().is_none() {
            return Vec::new();
        }
        let places: Vec<(usize, usize)> = (0..)
            .zip(self.sheets)
            .flat_map(|(at, sheet)| sheet.rows.clone().map(move |row| (at, row)))
            .collect();
        let names = Names::of(places.iter().map(|(_, row)| &self.rows[*row]));
        let mut told = HashSet::new();
        let mut doubts = Vec::new();
        for (letter, text) in said {
            let named = names.named_in(&words(text)).into_iter().flatten().copied().chain(names.called(text));
            for (sheet, row) in named.map(|at| places[at]).filter(|place| told.insert(*place)) {
                let doubt = Sentence::new("intake-doubt-told-of").with("sheet", letter.as_str());
                doubts.push((sheet, row, doubt.with("note", text)));
            }
        }
        doubts
    }

    /// Those of a sheet whose title says an earlier year than that of another.
    fn of_former_years(&self) -> Vec<Doubted> {
        let titled: Vec<Option<(i16, &str)>> = self.sheets.iter().map(|sheet| self.year_of(sheet)).collect();
        let Some(latest) = titled.iter().flatten().map(|(year, _)| *year).max() else { return Vec::new() };
        let mut doubts = Vec::new();
        for (at, (sheet, titled)) in self.sheets.iter().zip(&titled).enumerate() {
            let Some((_, title)) = titled.filter(|(year, _)| *year < latest) else { continue };
            let doubt =
                Sentence::new("intake-doubt-former").with("heading", title).with("year", i64::from(latest));
            doubts.extend(sheet.rows.clone().map(|row| (at, row, doubt.clone())));
        }
        doubts
    }

    /// Those of a sheet whose name or title says that it lists drivers and the like, beside the sheet of delegates.
    fn of_others(&self) -> Vec<Doubted> {
        let says_others = |sheet: &ListSheet| {
            let said = self.titles(sheet).chain([sheet.name.as_str()]);
            said.into_iter().find(|said| marks::lists_others(said)).map(str::to_owned)
        };
        let said: Vec<Option<String>> = self.sheets.iter().map(says_others).collect();
        if said.iter().all(Option::is_some) {
            return Vec::new();
        }
        let others = (0..).zip(self.sheets).zip(said).filter_map(|(sheet, said)| Some((sheet, said?)));
        others
            .flat_map(|((at, sheet), title)| {
                let doubt = Sentence::new("intake-doubt-others-listed").with("heading", title);
                sheet.rows.clone().map(move |row| (at, row, doubt.clone()))
            })
            .collect()
    }

    /// The lines above the table of a sheet that begin as titles of lists do.
    fn titles(&self, sheet: &ListSheet) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().find(|(name, _)| *name == sheet.name).map(|(_, lines)| lines);
        let header = sheet.layout.header;
        let above = lines.into_iter().flatten();
        let above = above.filter(move |line| line.line < header && line.kind == LineKind::Title);
        above.map(|line| line.text.as_str()).filter(|text| marks::is_list_title(text))
    }

    /// The year of a list, with the title that says it: no term of office, which says two.
    fn year_of(&self, sheet: &ListSheet) -> Option<(i16, &str)> {
        self.titles(sheet).find_map(|title| Some((marks::only_year(title)?, title)))
    }

    /// Those of whom a note of another sheet says that they do not come; the notes that mean nobody are given back.
    fn taken_back(&self, notes: Vec<String>, doubts: &mut Vec<Doubted>) -> Vec<String> {
        let mut known: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        if notes.is_empty() {
            return notes;
        }
        for (at, sheet) in self.sheets.iter().enumerate() {
            for row in sheet.rows.clone() {
                known.entry(words(&self.rows[row].person.full_name)).or_default().push((at, row));
            }
        }
        let mut told = HashSet::new();
        let mut unknown = Vec::new();
        for note in notes {
            let mut named: Vec<String> =
                windows(&words(&note)).filter(|part| known.contains_key(part)).collect();
            if named.is_empty() {
                unknown.push(note);
                continue;
            }
            named.retain(|name| told.insert(name.clone()));
            let doubt = Sentence::new("intake-doubt-withdrawn").with("note", note.as_str());
            let meant = named.iter().filter_map(|name| known.get(name)).flatten();
            doubts.extend(meant.map(|(at, row)| (*at, *row, doubt.clone())));
        }
        unknown
    }

    fn names(&self, sheet: &ListSheet) -> HashSet<String> {
        self.rows[sheet.rows.clone()].iter().map(|row| fold(&row.person.full_name)).collect()
    }

    /// Takes note of the doubts, in the rows and in the account of the lines.
    fn take(&mut self, doubts: Vec<Doubted>) {
        let mut doubtful: HashMap<&str, HashSet<u32>> = HashMap::new();
        for (sheet, row, doubt) in doubts {
            let row = &mut self.rows[row];
            row.doubts.push(doubt.with("row", row_name(row.row, row.sheet.as_deref())));
            if row.written.is_empty()
                && let Some(layout) = self.tables.get(row.table)
            {
                row.written = layout.columns.iter().map(|column| read_from(column, row)).collect();
            }
            doubtful.entry(self.sheets[sheet].name.as_str()).or_default().insert(row.row);
        }
        for (name, lines) in self.lines.iter_mut() {
            let Some(rows) = doubtful.get(name.as_str()) else { continue };
            let of_doubted =
                lines.iter_mut().filter(|line| line.kind == LineKind::Person && rows.contains(&line.line));
            of_doubted.for_each(|line| line.kind = LineKind::Doubtful);
        }
    }
}

/// What was read from a column, to be given back.
fn read_from(column: &Column, row: &ReadRow) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match column.field {
        Field::Person(PersonField::Name) | Field::FamilyMiddle => row.person.full_name.clone(),
        Field::Person(PersonField::Birth) => {
            row.person.birth.map(crate::vietnamese::date::short).unwrap_or_default()
        }
        Field::Person(PersonField::Position) | Field::PositionUnit => text(&row.person.position),
        Field::Person(PersonField::Unit) | Field::Hamlet => text(&row.person.unit),
        Field::Commune => text(&row.person.unit_group),
        Field::Person(PersonField::Phone) => text(&row.person.phone),
        Field::Person(PersonField::Note) => text(&row.person.note),
        _ => row
            .unread
            .iter()
            .find(|(at, _)| *at == column.index)
            .map(|(_, text)| text.clone())
            .unwrap_or_default(),
    }
}
