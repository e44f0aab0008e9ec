//! Numbers of before the program, taken in from an old register.

use std::collections::HashSet;

use rusqlite::OptionalExtension;

use super::event;
use super::issue::with_copy;
use crate::domain::certificate::book::series_of;
use crate::domain::certificate::issue::IssueWay;
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::certificate::old_register::{OldLine, OldRegister, TakenIn};
use crate::domain::certificate::state::Happened;
use crate::domain::id::CertificateId;
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{NUMBER_PLACE, Signatory};
use crate::store::codec::{Json, Word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Takes the lines in that are not there yet. Their book is closed: the program gives no number of it. Of a number that the
/// register has twice, the second line has it only as it is printed.
pub(in crate::store) fn take_in(step: &Step<'_>, old: &OldRegister) -> Result<TakenIn> {
    let Some(first) = old.lines.first() else {
        return Err(Mistake::from(CertificateMistake::NoNumbers).into());
    };
    let book = book(step, old, first)?;
    let series = series_of_line(first);
    let issue = Record::of("certificate_issue")
        .with_uid()
        .set("book_id", book)
        .set("way", Word(IssueWay::Registered))
        .set("at", step.now())
        .set("series", &series)
        .set("session_title", &old.title)
        .set("signatory", Json(Signatory::default()))
        .set("source", &old.source)
        .insert(step)?;
    let mut known = known(step, book)?;
    let mut numbers: HashSet<u32> = numbers(step, book)?;
    let mut taken = TakenIn::default();
    for line in &old.lines {
        if !known.insert((line.printed_number.clone(), line.copy.name.clone())) {
            taken.already += 1;
            continue;
        }
        let number = line.number();
        let free = number.filter(|number| numbers.insert(*number));
        taken.twice += usize::from(number.is_some() && free.is_none());
        let record = Record::of("certificate")
            .with_uid()
            .set("book_id", book)
            .set("number", free)
            .set("printed_number", &line.printed_number)
            .set("series", series_of_line(line))
            .set("date", line.date.map(Word))
            .set("issue_id", issue);
        let id = CertificateId(with_copy(record, &line.copy).insert(step)?);
        event::append(step, id, &Happened::Registered, None)?;
        taken.added += 1;
    }
    if taken.added == 0 {
        step.execute("DELETE FROM certificate_issue WHERE id = ?1", [issue])?;
    }
    Ok(taken)
}

/// What stands beside the figures of a number.
fn series_of_line(line: &OldLine) -> String {
    let figures: String = line.number().map(|number| number.to_string()).unwrap_or_default();
    let text = line.printed_number.trim();
    match text.find(&figures) {
        Some(at) if !figures.is_empty() => {
            let before = text.get(..at).unwrap_or_default().trim_end_matches('0');
            let after = text.get(at + figures.len()..).unwrap_or_default();
            series_of(&format!("{before}{NUMBER_PLACE}{after}"))
        }
        _ => String::new(),
    }
}

/// The book of an old register: one for a title and a year.
fn book(step: &Step<'_>, old: &OldRegister, first: &OldLine) -> Result<i64> {
    let name = if old.title.trim().is_empty() { &old.source } else { &old.title };
    let sql = "SELECT book.id FROM certificate_book AS book
               WHERE book.name = ?1 AND book.year IS ?2 AND EXISTS (
                   SELECT 1 FROM certificate_issue AS issue WHERE issue.book_id = book.id AND way = 'registered')";
    let known: Option<i64> =
        step.prepare_cached(sql)?.query_row((name, old.year), |row| row.get(0)).optional()?;
    if let Some(book) = known {
        return Ok(book);
    }
    let series = series_of_line(first);
    let pattern =
        if series.is_empty() { NUMBER_PLACE.to_owned() } else { format!("{NUMBER_PLACE}/{series}") };
    Record::of("certificate_book")
        .with_uid()
        .set("name", name)
        .set("pattern", pattern)
        .set("series", series)
        .set("year", old.year)
        .set("closed_at", step.now())
        .insert(step)
}

fn known(step: &Step<'_>, book: i64) -> Result<HashSet<(String, String)>> {
    let mut query = step.prepare_cached("SELECT printed_number, name FROM certificate WHERE book_id = ?1")?;
    let known = query.query_map([book], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(known.collect::<rusqlite::Result<_>>()?)
}

fn numbers(step: &Step<'_>, book: i64) -> Result<HashSet<u32>> {
    let sql = "SELECT number FROM certificate WHERE book_id = ?1 AND number IS NOT NULL";
    let mut query = step.prepare_cached(sql)?;
    let numbers = query.query_map([book], |row| row.get(0))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}
