//! Numbers given, with all that is printed under them.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::{book, event, picture, plan};
use crate::domain::certificate::book::Book;
use crate::domain::certificate::check_code::CheckCode;
use crate::domain::certificate::copy::PrintedCopy;
use crate::domain::certificate::issue::{Issue, IssueWay};
use crate::domain::certificate::picture::CertificatePicture;
use crate::domain::certificate::state::Happened;
use crate::domain::cluster::Cluster;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::Delegate;
use crate::domain::id::{CertificateId, DelegateId, SessionId};
use crate::domain::organisation::{Letterhead, Signatory, numbered};
use crate::store::codec::{Json, Word, json, needed_json, needed_word, word};
use crate::store::error::{Result, StoreError};
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{cluster, completion, delegate, session};
use crate::vietnamese::date::span_in_words;

/// The placeholder that says when a session was held: of each cluster where the session has no dates.
const TIME: &str = "Thời gian";

/// Gives the next numbers of the book of a session to delegates, in this order. The session has a plan.
pub(in crate::store) fn issue(
    step: &Step<'_>,
    session: SessionId,
    way: IssueWay,
    delegates: &[DelegateId],
) -> Result<()> {
    let plan = plan::of(step, session)?;
    let plan = plan.ok_or_else(|| StoreError::Internal("certificates without a plan".to_owned()))?;
    book::refuse_closed(step, plan.book)?;
    let (next, _) = plan::next_number(step, plan.book)?;
    let issuing = Issuing::begin(step, session, way)?;
    let printed = Printed::of(step, session)?;
    for (number, delegate) in (next..).zip(delegates) {
        let numbered = numbered(&issuing.pattern, &number.to_string());
        issuing.insert(
            step,
            &Numbering { number, edition: 0, printed: numbered, reissue_of: None },
            *delegate,
            &printed.of_delegate(step, *delegate)?,
        )?;
    }
    Ok(())
}

/// An issuing that has been written, to hang certificates on.
pub(super) struct Issuing {
    id: i64,
    pub(super) book: i64,
    pub(super) pattern: String,
    series: String,
    date: Option<String>,
}

/// Which number a certificate gets.
pub(super) struct Numbering {
    pub(super) number: u32,
    pub(super) edition: u32,
    pub(super) printed: String,
    pub(super) reissue_of: Option<CertificateId>,
}

impl Issuing {
    /// Writes the circumstances as they are now: the plan of the session, its heading and its decision.
    pub(super) fn begin(step: &Step<'_>, session: SessionId, way: IssueWay) -> Result<Self> {
        let heading = session::heading(step, session)?;
        let details = session::read(step, session)?.details;
        let mut query = step.prepare_cached(include_str!("circumstances.sql"))?;
        let mut rows = query.query([session.0])?;
        let row = rows.next()?;
        let row = row.ok_or_else(|| StoreError::Internal("certificates without a plan".to_owned()))?;
        let letterhead = json::<Letterhead>(row, "letterhead")?.unwrap_or(heading.letterhead);
        let (pattern, series): (String, String) = (row.get("pattern")?, row.get("series")?);
        let date: Option<String> = row.get("date")?;
        let book: i64 = row.get("book_id")?;
        let id = Record::of("certificate_issue")
            .with_uid()
            .set("book_id", book)
            .set("session_id", session.0)
            .set("way", Word(way))
            .set("at", step.now())
            .set("series", &series)
            .set("date", &date)
            .set("place", row.get::<_, String>("place")?)
            .set("decision_number", row.get::<_, Option<String>>("decision_number")?)
            .set("decision_date", word::<FuzzyDate>(row, "decision_date")?.map(Word))
            .set("session_title", details.title_in_text.as_ref().unwrap_or(&details.title))
            .set("session_dates", details.dates.map(|dates| dates.to_string()))
            .set("letterhead", Json(&letterhead))
            .set("signatory", Json(needed_json::<Signatory>(row, "signatory")?))
            .set("template", row.get::<_, String>("content")?)
            .set("logo_key", logo_key(step, session)?)
            .insert(step)?;
        Ok(Self { id, book, pattern, series, date })
    }

    /// Its row.
    pub(super) fn id(&self) -> i64 {
        self.id
    }

    /// Takes the number from another book than the plan of the session says now.
    pub(super) fn number_by(&mut self, step: &Step<'_>, book: &Book) -> Result<()> {
        if self.book != book.id.0 {
            let sql = "UPDATE certificate_issue SET book_id = ?2, series = ?3 WHERE id = ?1";
            step.prepare_cached(sql)?.execute((self.id, book.id.0, &book.series))?;
            self.book = book.id.0;
            self.pattern.clone_from(&book.pattern);
            self.series.clone_from(&book.series);
        }
        Ok(())
    }

    /// Gives a number.
    pub(super) fn insert(
        &self,
        step: &Step<'_>,
        numbering: &Numbering,
        delegate: DelegateId,
        copy: &PrintedCopy,
    ) -> Result<CertificateId> {
        let record = Record::of("certificate")
            .with_uid()
            .set("book_id", self.book)
            .set("number", numbering.number)
            .set("edition", numbering.edition)
            .set("printed_number", &numbering.printed)
            .set("series", &self.series)
            .set("date", &self.date)
            .set("reissue_of", numbering.reissue_of.map(|id| id.0))
            .set("delegate_id", delegate.0)
            .set("issue_id", self.id)
            .set("check_code", new_code(step)?.to_string());
        let id = CertificateId(with_copy(record, copy).insert(step)?);
        event::append(step, id, &Happened::Issued, None)?;
        Ok(id)
    }
}

/// The key of the logo that stands on certificates now; empty where there is none, so that one of later does not come onto
/// what was issued without.
fn logo_key(step: &Step<'_>, session: SessionId) -> Result<String> {
    match session::logo(step, session)? {
        Some(logo) => picture::keep(step, &CertificatePicture::of_file(logo.to_be_kept())),
        None => Ok(String::new()),
    }
}

/// Sets what is printed of somebody.
pub(super) fn with_copy<'a>(record: Record<'a>, copy: &'a PrintedCopy) -> Record<'a> {
    record
        .set("name", &copy.name)
        .set("honorific", &copy.honorific)
        .set("birth", copy.birth.map(Word))
        .set("position", &copy.position)
        .set("unit", &copy.unit)
        .set("grade", &copy.grade)
        .set("words", (!copy.words.is_empty()).then_some(Json(&copy.words)))
        .set("search_key", copy.search_key())
}

/// A code that no certificate of the file has.
pub(super) fn new_code(connection: &Connection) -> Result<CheckCode> {
    let mut random = connection.prepare_cached("SELECT random()")?;
    let mut known = connection.prepare_cached("SELECT 1 FROM certificate WHERE check_code = ?1")?;
    loop {
        let number: i64 = random.query_row([], |row| row.get(0))?;
        let code = CheckCode::from_random(number.cast_unsigned());
        if !known.exists([code.to_string()])? {
            return Ok(code);
        }
    }
}

/// What would be printed of the delegates of a session now.
pub(super) struct Printed {
    grades: BTreeMap<DelegateId, String>,
    /// When each cluster meets, where the session has no dates of its own.
    times: BTreeMap<i64, String>,
}

impl Printed {
    pub(super) fn of(connection: &Connection, session: SessionId) -> Result<Self> {
        let essays = completion::of_session(connection, session)?.essays;
        let grades = essays.into_iter().filter_map(|(delegate, essay)| Some((delegate, essay.grade?)));
        let has_dates = session::read(connection, session)?.details.dates.is_some();
        let clusters: Vec<Cluster> = match has_dates {
            true => Vec::new(),
            false => cluster::of_session(connection, session, &mut std::collections::HashMap::new())?,
        };
        let times = clusters.iter().filter_map(|one| Some((one.id.0, span_in_words(one.details.dates?))));
        Ok(Self { grades: grades.collect(), times: times.collect() })
    }

    pub(super) fn of_delegate(&self, connection: &Connection, id: DelegateId) -> Result<PrintedCopy> {
        Ok(self.copy(&delegate::read(connection, id)?.1))
    }

    pub(super) fn copy(&self, one: &Delegate) -> PrintedCopy {
        let mut copy = PrintedCopy::of(&one.details, self.grades.get(&one.id).cloned());
        let time = one.cluster.and_then(|cluster| self.times.get(&cluster.0));
        copy.words.extend(time.map(|time| (TIME.to_owned(), time.clone())));
        copy
    }
}

/// The issuings that certificates of a session hang on.
pub(in crate::store) fn issues_of_session(connection: &Connection, session: SessionId) -> Result<Vec<Issue>> {
    let mut query = connection.prepare_cached(
        "SELECT * FROM certificate_issue WHERE id IN (
             SELECT issue_id FROM certificate JOIN delegate ON delegate.id = delegate_id WHERE session_id = ?1)
         ORDER BY id",
    )?;
    let issues = query.query_map([session.0], from_row)?;
    Ok(issues.collect::<rusqlite::Result<_>>()?)
}

/// The issuing that a certificate hangs on.
pub(in crate::store) fn issue_of(connection: &Connection, certificate: CertificateId) -> Result<Issue> {
    let sql = "SELECT * FROM certificate_issue
               WHERE id = (SELECT issue_id FROM certificate WHERE id = ?1)";
    let found = connection.prepare_cached(sql)?.query_row([certificate.0], from_row).optional()?;
    found.ok_or(StoreError::Conflict)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Issue> {
    Ok(Issue {
        id: row.get("id")?,
        session: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
        way: needed_word(row, "way")?,
        at: row.get("at")?,
        series: row.get("series")?,
        date: word(row, "date")?,
        place: row.get("place")?,
        decision_number: row.get("decision_number")?,
        decision_date: word(row, "decision_date")?,
        session_title: row.get("session_title")?,
        session_dates: row.get::<_, Option<String>>("session_dates")?.and_then(|dates| dates.parse().ok()),
        letterhead: json(row, "letterhead")?,
        signatory: needed_json(row, "signatory")?,
        logo_key: row.get("logo_key")?,
        signature_key: row.get("signature_key")?,
        template: json(row, "template")?,
        source: row.get("source")?,
    })
}
