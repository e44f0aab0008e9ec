//! The account of a list: what every line of it is, and whether what it says of itself
//! is true.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use super::columns::{Layout, Part};
use super::grid::{Cell, Grid, Row};
use super::heading::{Field, words};
use super::marks;
use super::mentions::names_somebody;
use super::position::begins_with_position;
use super::rows::Found;
use super::unseen::{Aside, Unseen};
use crate::domain::list::{LineKind, ListLine};
use crate::domain::person_field::PersonField;
use crate::lexicon::{Beginnings, Section};
use crate::list_form::is_guidance;
use crate::sentence::Sentence;
use crate::vietnamese::fold::marked_words;
use crate::vietnamese::whole_word;

/// By row number what a row is, and why it is left out.
type Kinds = HashMap<u32, (LineKind, Option<&'static str>)>;

/// The account of a sheet with a list: its lines, and where it contradicts itself.
pub(super) fn of_list(
    grid: &Grid,
    parts: &[Part<'_>],
    found: &Found,
    aside: Vec<Aside>,
) -> (Vec<ListLine>, Vec<Sentence>) {
    let kinds = kinds(found);
    let mut remarks = counted(grid, found, &kinds);
    let is_message = parts.iter().any(|part| part.layout.is_message());
    let miscounted = is_message.then(|| counted_in_words(grid, found, &kinds)).flatten();
    let is_miscounted = miscounted.is_some();
    remarks.extend(miscounted);
    remarks.extend(phones_elsewhere(grid, parts, found, &kinds));
    for part in parts {
        remarks.extend(gap(grid, part, &kinds));
        remarks.extend(columns_unread(grid, part, &kinds));
        remarks.extend(columns_mistyped(part.layout));
        remarks.extend(columns_behind(grid, part, &kinds));
    }
    (lines(grid, parts, &kinds, aside, is_miscounted), remarks)
}

/// What each row is: of one with two lists, or two people in a cell, the first in the order of kinds.
fn kinds(found: &Found) -> Kinds {
    let mut kinds = Kinds::with_capacity(found.kinds.len());
    for &(row, kind, reason) in &found.kinds {
        let known = kinds.entry(row).or_insert((kind, reason));
        if rank(kind) < rank(known.0) {
            *known = (kind, reason);
        }
    }
    kinds
}

/// The lines of a sheet. Where it says that there are other people than were read, whoever is named in its title may be one
/// of them: "em là Nguyễn Thị Hồng Vân".
fn lines(
    grid: &Grid,
    parts: &[Part<'_>],
    kinds: &Kinds,
    aside: Vec<Aside>,
    is_miscounted: bool,
) -> Vec<ListLine> {
    let Some(layout) = parts.first().map(|part| part.layout) else { return without_list(grid, aside) };
    let first = header_rows(grid, layout);
    // What stands above the people of a message, or of a list without headings, is its title.
    let is_somebody = |row: &&Row| {
        matches!(kinds.get(&row.number), Some((LineKind::Person | LineKind::Doubtful | LineKind::Group, _)))
    };
    let top = grid.rows.iter().find(is_somebody).map_or(0, |row| row.number);
    let last = grid.rows.iter().rfind(is_somebody).map_or(0, |row| row.number);
    let of_row = |row: &Row| {
        let (kind, reason) = match kinds.get(&row.number) {
            Some((LineKind::NotUnderstood | LineKind::Note, None))
                if layout.header == 0
                    && row.number < top
                    && !has_phone(&row.line())
                    && !(names_somebody(&row.line())
                        && (is_miscounted || tells_of_somebody(&row.line()))) =>
            {
                (LineKind::Title, None)
            }
            // A date at the head is no end of the list.
            Some((LineKind::Signature, None)) if row.number < last && names_somebody(&row.line()) => {
                (LineKind::NotUnderstood, None)
            }
            // A remark that names somebody may be a list in one line.
            Some((LineKind::Note, None)) if names_somebody(&row.line()) => (LineKind::NotUnderstood, None),
            Some(known) => *known,
            None if row.number > layout.header => (LineKind::NotUnderstood, None),
            None if layout.is_headed && row.number >= first => (LineKind::Heading, None),
            // Another table above the one that is read may be a list, too.
            None if may_be_somebody(row) => (LineKind::NotUnderstood, None),
            None => (LineKind::Title, None),
        };
        line(row, kind, reason)
    };
    // The headings that a message gets here are no line of it.
    let own = grid.rows.iter().filter(|row| row.number > 0);
    let mut lines: Vec<ListLine> = own.map(of_row).collect();
    lines.extend(parts.iter().flat_map(|part| beside(grid, part, kinds)));
    with_asides(lines, aside)
}

/// Whether a line has a telephone: then it may be somebody, however the name is written.
fn has_phone(line: &str) -> bool {
    let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let runs = line.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ' ' | '.'));
    runs.into_iter().any(|run| (9..=11).contains(&figures(run)) && run.trim_start().starts_with('0'))
}

/// Whether a line has the figures of a telephone, or of two years: more than a letter needs to say whose it is.
fn tells_of_somebody(line: &str) -> bool {
    // "Kính gửi: ông Lâm Minh Tấn - Phó Chủ tịch".
    static ADDRESSED: LazyLock<Beginnings> = LazyLock::new(|| Section::NoName.folded().collect());
    let says_post = || line.split([',', '-', '–', '(']).skip(1).any(|part| begins_with_position(part.trim()));
    line.chars().filter(char::is_ascii_digit).count() >= 8 || !ADDRESSED.begin(&words(line)) && says_post()
}

/// Whether a row has a number or a name and several things beside it.
fn may_be_somebody(row: &Row) -> bool {
    let is_numbered = row.cells().next().is_some_and(|(_, cell)| cell.whole_number().is_some());
    row.filled() > 2 && (is_numbered || names_somebody(&row.line()))
}

/// The lines of a sheet in which nobody was found.
pub(super) fn without_list(grid: &Grid, aside: Vec<Aside>) -> Vec<ListLine> {
    // The guidance of our own form says nothing of anybody.
    let kind = |row: &Row| match is_guidance(&row.line()) {
        true => LineKind::Note,
        false => LineKind::NotUnderstood,
    };
    let lines = grid.rows.iter().map(|row| line(row, kind(row), None)).collect();
    with_asides(lines, aside)
}

/// The lines of a sheet that is hidden.
pub(super) fn of_hidden(rows: &[Row], aside: Vec<Aside>) -> Vec<ListLine> {
    let reason = Some(Unseen::HiddenSheet.code());
    with_asides(rows.iter().map(|row| line(row, LineKind::LeftOut, reason)).collect(), aside)
}

/// The lines of all sheets, each with the name of its sheet where there are several.
pub(super) fn of_sheets(sheets: Vec<(String, Vec<ListLine>)>) -> Vec<ListLine> {
    let several = sheets.len() > 1;
    let mut all = Vec::with_capacity(sheets.iter().map(|(_, lines)| lines.len()).sum());
    for (name, mut lines) in sheets {
        if several && !name.is_empty() {
            let name: Arc<str> = Arc::from(name);
            lines.iter_mut().for_each(|line| line.sheet = Some(Arc::clone(&name)));
        }
        all.append(&mut lines);
    }
    all
}

fn line(row: &Row, kind: LineKind, reason: Option<&'static str>) -> ListLine {
    ListLine { sheet: None, line: row.number, cell: None, kind, reason, text: row.line() }
}

/// Which of two kinds a row with two is: somebody goes before a remark.
fn rank(kind: LineKind) -> usize {
    LineKind::ALL.iter().position(|one| *one == kind).unwrap_or(usize::MAX)
}

/// The number of the first of the rows with headings.
fn header_rows(grid: &Grid, layout: &Layout) -> u32 {
    let end = grid.rows.partition_point(|row| row.number <= layout.header);
    // A cell of them stands right above another, up to two rows higher.
    let above = grid.rows[..end].iter().rev().skip(1).take(2);
    let is_part = |row: &&Row| {
        row.number + 2 >= layout.header
            && row.filled() > 1
            && row.cells().filter(|(_, cell)| super::heading::recognise(&cell.line()).is_some()).count() > 1
    };
    above.take_while(is_part).last().map_or(layout.header, |row| row.number)
}

/// The cells beside people in columns that have neither heading nor meaning: nobody reads them.
fn beside(grid: &Grid, part: &Part<'_>, kinds: &Kinds) -> Vec<ListLine> {
    let is_read = |column: u32| part.layout.columns.iter().any(|one| one.index == column);
    let mut lines = Vec::new();
    for row in part.rows(grid) {
        if !matches!(kinds.get(&row.number), Some((LineKind::Person | LineKind::Doubtful, _))) {
            continue;
        }
        let cells = row.cells().filter(|(column, cell)| !is_read(*column) && cell.is_text());
        lines.extend(cells.map(|(column, cell)| ListLine {
            cell: Some(format!("{}{}", Grid::letters(column), row.number)),
            text: cell.line(),
            ..line(row, LineKind::NotUnderstood, None)
        }));
    }
    lines
}

/// Puts what was set aside among the lines.
fn with_asides(mut lines: Vec<ListLine>, aside: Vec<Aside>) -> Vec<ListLine> {
    lines.extend(aside.into_iter().map(|aside| ListLine {
        sheet: None,
        line: aside.row,
        cell: aside.column.map(|column| format!("{}{}", Grid::letters(column), aside.row)),
        kind: LineKind::LeftOut,
        reason: Some(aside.why.code()),
        text: aside.text,
    }));
    if !lines.is_sorted_by_key(|line| line.line) {
        lines.sort_by_key(|line| line.line);
    }
    lines
}

/// The sums that no number of people fits: neither those of the whole list so far, nor those since a
/// heading or a sum above.
fn counted(grid: &Grid, found: &Found, kinds: &Kinds) -> Vec<Sentence> {
    let mut people: Vec<u32> = found.people.iter().map(|row| row.row).collect();
    people.sort_unstable();
    // How many stand above each heading and sum so far.
    let mut at_stops: HashSet<usize> = HashSet::new();
    let mut remarks = Vec::new();
    for total in &grid.rows {
        let kind = kinds.get(&total.number).map(|(kind, _)| *kind);
        if !matches!(kind, Some(LineKind::Group | LineKind::Total | LineKind::Heading)) {
            continue;
        }
        let before = people.partition_point(|row| *row < total.number);
        let counted = marks::people_counted(&total.line()).filter(|_| kind == Some(LineKind::Total));
        // Sums are of a hamlet, of a commune, of all.
        let fits = |said: usize| {
            before == said
                || people.len() == said
                || before.checked_sub(said).is_some_and(|above| at_stops.contains(&above))
        };
        let fits = counted.is_none_or(|(said, _)| fits(said));
        at_stops.insert(before);
        let Some((said, of_people)) = counted else { continue };
        // A sum of money has no number of people in it.
        let is_meant = of_people || said <= people.len() * 2;
        if !fits && is_meant {
            remarks.push(
                Sentence::new("intake-list-total")
                    .with("row", total.number)
                    .with("said", said)
                    .with("count", people.len()),
            );
        }
    }
    remarks
}

/// "Xã em đăng ký 3 người đi tập huấn ạ": what the one line of a message that counts people says, where it is not how many
/// were read.
fn counted_in_words(grid: &Grid, found: &Found, kinds: &Kinds) -> Option<Sentence> {
    let is_sum = |row: &&Row| matches!(kinds.get(&row.number), Some((LineKind::Total | LineKind::Group, _)));
    let people = found.people.len();
    // A question counts nobody, and "3 đồng chí nữa" not all.
    let is_of_all = |line: &str| {
        let words = marked_words(line);
        !line.trim_end().ends_with('?')
            && Section::Further.words().all(|word| !whole_word::contains(&words, word))
    };
    let counts = grid.rows.iter().filter(|row| !is_sum(row)).filter_map(|row| {
        let line = row.line();
        let counted = marks::people_counted(&line).filter(|(said, of_people)| *of_people && *said > 1);
        let (said, _) = counted.filter(|_| is_of_all(&line))?;
        Some((row.number, said))
    });
    let counts: Vec<(u32, usize)> = counts.collect();
    let [(row, said)] = counts.as_slice() else { return None };
    (*said != people).then(|| {
        Sentence::new("intake-list-total").with("row", *row).with("said", *said).with("count", people)
    })
}

/// Telephone numbers in a line that is nobody's, where most people have none: "SĐT lần lượt theo thứ tự trên: 0705…, 0794…".
fn phones_elsewhere(grid: &Grid, parts: &[Part<'_>], found: &Found, kinds: &Kinds) -> Option<Sentence> {
    let without = found.people.iter().filter(|row| row.person.phone.is_none()).count();
    if without == 0 || without * 2 < found.people.len() {
        return None;
    }
    let is_said = |row: &&Row| {
        matches!(
            kinds.get(&row.number),
            None | Some((LineKind::Note | LineKind::NotUnderstood | LineKind::Title, _))
        )
    };
    let is_phone = |text: &str| {
        let figures = text.chars().filter(char::is_ascii_digit).count();
        figures == 10 && text.trim_start().starts_with('0')
    };
    let phones = |line: &str| {
        let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.');
        line.split(|letter: char| !is_inside(letter)).filter(|text| is_phone(text)).count()
    };
    // Beside somebody stands what belongs to no column.
    let columns = parts.iter().flat_map(|part| &part.layout.columns);
    let last = columns.map(|column| column.index).max().unwrap_or(u32::MAX);
    let said_in = |row: &Row| match is_said(&row) {
        true => phones(&row.line()),
        false => row.cells().filter(|(column, _)| *column > last).map(|(_, cell)| phones(&cell.line())).sum(),
    };
    let mut said = grid.rows.iter().map(|row| (row.number, said_in(row)));
    let (row, _) = said.by_ref().find(|(_, count)| *count > 0)?;
    let remark = Sentence::new("intake-list-phones-elsewhere").with("row", row);
    Some(remark.with("count", without))
}

/// The columns whose heading says nothing we know, and which hold something beside people.
fn columns_unread(grid: &Grid, part: &Part<'_>, kinds: &Kinds) -> Vec<Sentence> {
    let unread = part.layout.columns.iter().filter(|column| !column.understood && !column.heading.is_empty());
    let of_person = |row: &&Row| matches!(kinds.get(&row.number), Some((LineKind::Person, _)));
    let said = unread.filter_map(|column| {
        let cells =
            part.rows(grid).iter().filter(of_person).filter(|row| row.cell(column.index).is_some()).count();
        (cells > 0).then(|| {
            Sentence::new("intake-list-column")
                .with("column", Grid::letters(column.index))
                .with("heading", column.heading.as_str())
                .with("count", cells)
        })
    });
    said.collect()
}

/// The columns whose heading was understood though a letter of it is off.
fn columns_mistyped(layout: &Layout) -> impl Iterator<Item = Sentence> + '_ {
    layout.columns.iter().filter(|column| column.mistyped).map(|column| {
        Sentence::new("intake-list-mistyped")
            .with("column", Grid::letters(column.index))
            .with("heading", column.heading.as_str())
            .with("meaning", column.field.heading())
    })
}

/// The columns that say otherwise than another of their kind, which alone is read: a second telephone, a
/// second unit. Posts are read from all their columns.
fn columns_behind(grid: &Grid, part: &Part<'_>, kinds: &Kinds) -> Vec<Sentence> {
    let layout = part.layout;
    let is_one_list = layout.beside_each_other().len() == 1 && layout.by_post(grid).is_empty();
    let is_read_alone =
        |field: Field| is_detail(field) && field != Field::Person(PersonField::Position) && is_one_list;
    let of_person = |row: &&Row| matches!(kinds.get(&row.number), Some((LineKind::Person, _)));
    let behind = layout.columns.iter().filter_map(|column| {
        let first = layout.columns_of(column.field).next()?;
        (first.index != column.index && is_read_alone(column.field)).then_some((first, column))
    });
    let said = behind.filter_map(|(first, column)| {
        let differs = |row: &&Row| {
            let both = row.cell(first.index).zip(row.cell(column.index));
            both.is_some_and(|(read, other)| read.line() != other.line())
        };
        let rows = part.rows(grid).iter().filter(of_person).filter(differs).count();
        (rows > 0).then(|| {
            Sentence::new("intake-list-second-column")
                .with("column", Grid::letters(column.index))
                .with("heading", column.heading.as_str())
                .with("first", Grid::letters(first.index))
                .with("count", rows)
        })
    });
    said.collect()
}

/// Whether a column says something of the person beside the name and the number.
fn is_detail(field: Field) -> bool {
    !field.is_name() && !matches!(field, Field::Ordinal | Field::Other)
}

/// The first place at which the numbers of the list leave one out, or say one again.
fn gap(grid: &Grid, part: &Part<'_>, kinds: &Kinds) -> Option<Sentence> {
    let column = part.layout.columns_of(Field::Ordinal).next()?.index;
    let counts = [LineKind::Person, LineKind::Doubtful, LineKind::LeftOut];
    let numbers: Vec<(u32, i64)> = part
        .rows(grid)
        .iter()
        .filter(|row| kinds.get(&row.number).is_some_and(|(kind, _)| counts.contains(kind)))
        .filter_map(|row| Some((row.number, row.cell(column).and_then(Cell::whole_number)?)))
        .collect();
    // Groups begin with 1 again.
    let jump = numbers.windows(2).find(|pair| pair[1].1 != 1 && pair[1].1 != pair[0].1 + 1)?;
    Some(
        Sentence::new("intake-list-gap")
            .with("row", jump[1].0)
            .with("before", jump[0].1)
            .with("after", jump[1].1),
    )
}
