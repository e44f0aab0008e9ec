//! Books of numbers: what they gave, and that they are closed.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::certificate::book::{Book, Closed, Closing, Given};
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::id::{BookId, OrganisationId};
use crate::domain::mistake::Mistake;
use crate::store::codec::{Word, word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

const BOOKS: &str = "SELECT book.*, min(certificate.number) AS first, max(certificate.number) AS last,
         count(certificate.id) AS certificates
     FROM certificate_book AS book LEFT JOIN certificate ON certificate.book_id = book.id";

/// All books, the latest year first.
pub(in crate::store) fn all(connection: &Connection) -> Result<Vec<Book>> {
    let sql = format!("{BOOKS} GROUP BY book.id ORDER BY book.year DESC, book.id DESC");
    let mut query = connection.prepare_cached(&sql)?;
    let books = query.query_map([], from_row)?;
    Ok(books.collect::<rusqlite::Result<_>>()?)
}

/// One of them.
pub(in crate::store) fn read(connection: &Connection, id: BookId) -> Result<Book> {
    let sql = format!("{BOOKS} WHERE book.id = ?1 GROUP BY book.id");
    let book = connection.prepare_cached(&sql)?.query_row([id.0], from_row).optional()?;
    Ok(book.ok_or(CertificateMistake::UnknownBook).map_err(Mistake::from)?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Book> {
    let given = match (row.get("first")?, row.get("last")?) {
        (Some(first), Some(last)) => Some(Given { first, last, certificates: row.get("certificates")? }),
        _ => None,
    };
    let closing =
        Closing { on: word(row, "closed_on")?, by: row.get("closed_by")?, pages: row.get("pages")? };
    Ok(Book {
        id: BookId(row.get("id")?),
        organisation: row.get::<_, Option<i64>>("organisation_id")?.map(OrganisationId),
        name: row.get("name")?,
        pattern: row.get("pattern")?,
        series: row.get("series")?,
        year: row.get("year")?,
        reissue_keeps_number: row.get("reissue_keeps_number")?,
        given,
        closed: row.get::<_, Option<String>>("closed_at")?.map(|at| Closed { at, closing }),
    })
}

/// Refuses a closed book.
pub(super) fn refuse_closed(connection: &Connection, id: i64) -> Result<()> {
    let book = read(connection, BookId(id))?;
    match book.closed {
        Some(_) => Err(Mistake::from(CertificateMistake::BookClosed(book.name)).into()),
        None => Ok(()),
    }
}

/// Closes a book: it gives no more numbers. What was given is voided, handed out and issued again under its number as before.
pub(in crate::store) fn close(step: &Step<'_>, id: BookId, closing: &Closing) -> Result<()> {
    refuse_closed(step, id.0)?;
    Record::of("certificate_book")
        .set("closed_at", step.now())
        .set("closed_on", closing.on.map(Word))
        .set("closed_by", &closing.by)
        .set("pages", closing.pages)
        .update(step, id.0)
}

/// Says whether a reissued certificate has the number of the one it replaces.
pub(in crate::store) fn keep_numbers(step: &Step<'_>, id: BookId, keeps: bool) -> Result<()> {
    if read(step, id)?.reissue_keeps_number == keeps {
        return Ok(());
    }
    Record::of("certificate_book").set("reissue_keeps_number", keeps).update(step, id.0)
}
