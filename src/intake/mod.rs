//! Lists in: a file → sheets of cells → the header row and its columns → people
//! → what they mean for a session.
//!
//! Each step knows only the one before it: [`read()`] decides by content what a
//! file is and gives its sheets as a grid, `columns` finds the headings, `rows`
//! tells people from titles, totals and signatures, `person` reads one of them,
//! and [`plan()`] compares them with what the data file knows. Nothing here
//! writes.

mod accounts;
mod budget;
mod capitals;
mod columns;
mod communes;
mod corrections;
mod cut_short;
mod doubts;
mod error;
mod error_rows;
pub mod essays;
mod family_names;
mod grid;
mod heading;
mod honorifics;
mod json;
mod label;
mod letter_case;
mod letterhead;
mod letters;
mod likeness;
mod list;
mod lost_letters;
pub mod mark_form;
mod marks;
mod mentions;
mod name_shape;
mod named;
pub mod old_register;
mod person;
mod plan;
mod position;
mod read;
mod rows;
mod scan;
mod sending_bodies;
mod spelled_out;
mod storeys;
mod ticked;
mod tint;
mod turned;
mod units;
pub mod units_file;
mod unseen;
mod update;
mod values;
mod withdrawals;
mod worse_letters;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use budget::Budget;
pub use budget::Limit;
pub use capitals::in_small_letters;
use columns::Part;
pub use columns::{Column, Layout, Meanings};
pub use communes::{SaidBy, Sender};
pub use corrections::{Corrections, RowKey};
pub use error::{IntakeError, OtherKind, Refusal};
pub use error_rows::error_rows;
use grid::Grid;
pub use heading::Field;
pub use json::ImportJson;
pub use letters::Converted;
pub use list::{ListSheet, ReadList, ReadOptions};
pub use person::ReadRow;
pub use plan::{plan, plan_watched};
pub use scan::scanned_pages;
use unseen::Aside;
pub use unseen::Unseen;

use crate::progress::Progress;
use crate::sentence::Sentence;

/// Reads the list in a file: every visible sheet that has one. `today` is the day
/// by which births are judged.
pub fn read(path: &Path, today: Date) -> Result<ReadList, IntakeError> {
    read_with(path, today, &ReadOptions::default())
}

/// Reads the list in a file in the way the user wants.
pub fn read_with(path: &Path, today: Date, options: &ReadOptions) -> Result<ReadList, IntakeError> {
    read_watched(path, today, options, &Progress::default())
}

/// The same; stops with [`Refusal::Cancelled`] when `progress` asks for it.
pub fn read_watched(
    path: &Path,
    today: Date,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<ReadList, IntakeError> {
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    match read::load(path) {
        Ok(bytes) => read_bytes_watched(bytes, &source, today, options, progress),
        Err(reason) => Err(IntakeError { file: source.into_owned(), reason }),
    }
}

/// The same for what is in memory already: the bytes of a file named `source`, or
/// pasted text.
pub fn read_bytes(bytes: Vec<u8>, source: &str, today: Date) -> Result<ReadList, IntakeError> {
    read_bytes_with(bytes, source, today, &ReadOptions::default())
}

/// The same in the way the user wants.
pub fn read_bytes_with(
    bytes: Vec<u8>,
    source: &str,
    today: Date,
    options: &ReadOptions,
) -> Result<ReadList, IntakeError> {
    read_bytes_watched(bytes, source, today, options, &Progress::default())
}

/// The same; stops with [`Refusal::Cancelled`] when `progress` asks for it.
pub fn read_bytes_watched(
    bytes: Vec<u8>,
    source: &str,
    today: Date,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<ReadList, IntakeError> {
    lists(bytes, source, today, options, progress)
        .map_err(|reason| IntakeError { file: source.to_owned(), reason })
}

/// A sheet as rows under headings, however its people stand in it: in a table, turned on its side or of two rows for each, in
/// lines of text, in the cells of a table of something else, in text boxes, in
/// sentences. Without a layout where nobody does.
fn laid_out(
    mut grid: Grid,
    aside: &mut Vec<Aside>,
    settled: impl Fn(&Grid) -> Option<Layout>,
    budget: &Budget,
) -> Result<(Grid, Option<Layout>), Refusal> {
    // People in lines have their rows already, below headings of our own.
    if !grid.has_own_headings() {
        if let Some(upright) = turned::upright(&grid, budget)? {
            grid = upright;
        }
        if let Some(joined) = storeys::joined(&grid, budget)? {
            grid = joined;
        }
    }
    let found = |people: Option<Grid>| {
        let people = Grid { name: grid.name.clone(), ..people? };
        settled(&people).map(|layout| (people, Some(layout)))
    };
    if let Some(found) = found(read::people_under_posts(&grid, budget)?) {
        return Ok(found);
    }
    if let Some(layout) = settled(&grid) {
        return Ok((grid, Some(layout)));
    }
    for people in [read::people_in_lines, read::people_in_cells, read::people_in_cards] {
        if let Some(found) = found(people(&grid, budget)?) {
            return Ok(found);
        }
    }
    if let Some(found) = found(read::people_in_boxes(&grid, aside, budget)?) {
        return Ok(found);
    }
    let named = found(read::people_in_prose(&grid, budget)?);
    Ok(named.unwrap_or((grid, None)))
}

fn lists(
    bytes: Vec<u8>,
    source: &str,
    today: Date,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<ReadList, Refusal> {
    let mut refusal = Refusal::NoHeader;
    let (mut converted, mut rows, mut without_list) = (Converted::default(), Vec::new(), Vec::new());
    let (mut tables, mut sheets, mut lines) = (Vec::new(), Vec::<ListSheet>::new(), Vec::new());
    let (mut remarks, mut elsewhere, mut taken_back) = (Vec::new(), Vec::new(), Vec::new());
    let budget = Budget::new(progress);
    for grid in read::open(bytes, &budget)? {
        let mut grid = grid?;
        if options.sheet.as_ref().is_some_and(|wanted| *wanted != grid.name) {
            continue;
        }
        let mut aside = match options.unseen {
            true => unseen::comments(&grid),
            false => unseen::set_aside(&mut grid),
        };
        if grid.is_hidden && !options.unseen {
            lines.push((grid.name, accounts::of_hidden(&grid.rows, aside)));
            continue;
        }
        let in_sheet = letters::settle(&mut grid, options.encoding);
        let settled =
            |grid: &Grid| Layout::settled(grid, &options.by_hand, &options.remembered, &options.own);
        let (mut grid, layout) = laid_out(grid, &mut aside, settled, &budget)?;
        let Some(layout) = layout else {
            // Of several files in an archive one that cannot be read says why.
            remarks.extend(grid.unread.take());
            lines.push((grid.name.clone(), accounts::without_list(&grid, aside)));
            elsewhere.extend(communes::said_by(&grid, &Layout::default(), &rows::Found::default(), ""));
            if lost_letters::is_lossy(&grid) {
                refusal = Refusal::LettersLost;
            }
            without_list.push(grid.name);
            continue;
        };
        let (start, earlier) = (rows.len(), tables.len());
        if options.left_out.contains(&grid.name) {
            let senders = communes::said_by(&grid, &layout, &rows::Found::default(), source);
            sheets.push(ListSheet {
                name: grid.name,
                layout,
                rows: start..start,
                left_out: true,
                senders,
                sender: None,
            });
            continue;
        }
        let mut found = rows::people(&grid, &layout, today, &mut tables, &budget)?;
        if found.people.is_empty() {
            refusal = Refusal::NoPeople;
            tables.truncate(earlier);
            lines.push((grid.name.clone(), accounts::without_list(&grid, aside)));
            without_list.push(grid.name);
            continue;
        }
        converted.add(in_sheet);
        letterhead::settle(&grid, &mut found);
        let of_sheet = (&layout, &mut tables, earlier);
        taken_back.extend(doubts::doubt(&grid, &aside, of_sheet, &mut found, (today, &budget))?);
        sending_bodies::give(&grid, &mut found);
        let senders = communes::said_by(&grid, &layout, &found, source);
        let senders = if senders.is_empty() { communes::said_in_boxes(&aside) } else { senders };
        let parts = Part::all(&layout, &tables[earlier..]);
        let (of_sheet, contradictions) = accounts::of_list(&grid, &parts, &found, aside);
        lines.push((grid.name.clone(), of_sheet));
        remarks.extend(contradictions);
        let people = found.people;
        if rows.is_empty() {
            // Most files have one list: the people of a long one are not moved again.
            rows = people;
        } else {
            rows.extend(people);
        }
        let rows = start..rows.len();
        sheets.push(ListSheet { name: grid.name, layout, rows, left_out: false, senders, sender: None });
    }
    let Some(first) = sheets.iter().find(|sheet| !sheet.left_out) else { return Err(refusal) };
    let layout = first.layout.clone();
    // The title of a sheet of sums holds for the sheets beside it that say no commune.
    communes::share(&mut sheets, &elsewhere);
    let read = doubts::Sheets { sheets: &sheets, tables: &tables, rows: &mut rows, lines: &mut lines };
    let unknown = doubts::doubt_sources(read, taken_back);
    let said = |note: String| Sentence::new("intake-list-withdrawn-unknown").with("note", note);
    remarks.extend(unknown.into_iter().map(said));
    if lines.len() > 1 {
        for sheet in sheets.iter().filter(|sheet| !sheet.name.is_empty() && sheets.len() > 1) {
            let name = Arc::from(sheet.name.as_str());
            rows[sheet.rows.clone()].iter_mut().for_each(|row: &mut ReadRow| row.stands_in(&name));
        }
    }
    let encoding = converted.encoding();
    let mut list = ReadList {
        source: source.to_owned(),
        encoding,
        converted,
        layout,
        tables,
        sheets,
        without_list,
        rows,
        lines: accounts::of_sheets(lines),
        remarks,
    };
    list.take_senders(options.commune.as_deref());
    Ok(list)
}
