//! Sessions and what describes them.

mod company;
pub(super) mod edit;
mod overview;
pub(super) mod remove;
pub(super) mod retention;
pub(super) mod snapshot;

use rusqlite::{Connection, OptionalExtension, Row};

use super::codec::{Json, Word, json, needed_word, word};
use super::error::{Result, StoreError};
use super::organisation::{self, logo};
use super::record::Record;
use super::transact::Step;
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::organisation::{Letterhead, Signatory};
use crate::domain::picture::Picture;
use crate::domain::session::{Session, SessionDetails, SessionState, SessionSummary};

pub(super) use company::{
    audience, guests, insert_company, organisers, set_audience, set_guests, set_organisers,
};

pub(super) use overview::overview;
pub(super) use snapshot::{follow, topics};

/// Adds a session of an organisation.
pub(super) fn insert(
    step: &Step<'_>,
    organisation: Option<i64>,
    session: &SessionDetails,
) -> Result<SessionId> {
    insert_as(step, &crate::clock::new_uid(), organisation, session)
}

/// Adds a session that has its identity from elsewhere.
pub(super) fn insert_as(
    step: &Step<'_>,
    uid: &str,
    organisation: Option<i64>,
    session: &SessionDetails,
) -> Result<SessionId> {
    let record = Record::of("session").set("uid", uid).set("organisation_id", organisation);
    Ok(SessionId(with_details(record, session).insert(step)?))
}

fn with_details<'a>(record: Record<'a>, session: &'a SessionDetails) -> Record<'a> {
    let sort_date = session.dates.map(|dates| {
        let (year, month, day) = dates.start().sort_key();
        format!("{year:04}-{month:02}-{day:02}")
    });
    record
        .set("title", &session.title)
        .set("title_in_text", &session.title_in_text)
        .set("kind", Word(session.kind))
        .set("form", Word(session.form))
        .set("state", Word(session.state))
        .set("dates", session.dates.map(Word))
        .set("sort_date", sort_date)
        .set("time_note", &session.time_note)
        .set("venue", &session.venue)
        .set("area", &session.area)
        .set("context", &session.context)
        .set("purpose", &session.purpose)
        .set("reason", &session.reason)
        .set("slogan", &session.slogan)
        .set("discussion", &session.discussion)
        .set("difficulties", &session.difficulties)
        .set("closing", &session.closing)
        .set("outcome", &session.outcome)
        .set("plan_number", &session.plan_number)
        .set("decision_number", &session.decision_number)
        .set("news", session.news.as_ref().map(Json))
        .set("list_order", Word(session.list_order))
        .set("excused_word", &session.excused_word)
        .set("absent_word", &session.absent_word)
        .set("sample_note", &session.sample_note)
}

/// All sessions, the latest first; those whose year is unknown last.
pub(super) fn summaries(connection: &Connection) -> Result<Vec<SessionSummary>> {
    let mut query = connection.prepare_cached(include_str!("summaries.sql"))?;
    let sessions = query.query_map([], |row| {
        Ok(SessionSummary {
            id: SessionId(row.get("id")?),
            title: row.get("title")?,
            dates: word(row, "dates")?,
            venue: row.get("venue")?,
            state: needed_word(row, "state")?,
            delegates: row.get("delegates")?,
            clusters: row.get("clusters")?,
            is_sample: row.get("is_sample")?,
            put_away: row.get("put_away")?,
        })
    })?;
    Ok(sessions.collect::<rusqlite::Result<_>>()?)
}

/// One session, or the error that there is none.
pub(super) fn read(connection: &Connection, id: SessionId) -> Result<Session> {
    let mut query = connection.prepare_cached("SELECT * FROM session WHERE id = ?1")?;
    let found = query.query_row([id.0], |row| Ok((details(row)?, row.get("put_away")?))).optional()?;
    let (details, put_away) = found.ok_or(StoreError::NoSession(id.0))?;
    Ok(Session { id, details, put_away })
}

fn details(row: &Row<'_>) -> rusqlite::Result<SessionDetails> {
    Ok(SessionDetails {
        title: row.get("title")?,
        title_in_text: row.get("title_in_text")?,
        kind: needed_word(row, "kind")?,
        form: needed_word(row, "form")?,
        state: needed_word(row, "state")?,
        dates: word(row, "dates")?,
        time_note: row.get("time_note")?,
        venue: row.get("venue")?,
        area: row.get("area")?,
        context: row.get("context")?,
        purpose: row.get("purpose")?,
        reason: row.get("reason")?,
        slogan: row.get("slogan")?,
        discussion: row.get("discussion")?,
        difficulties: row.get("difficulties")?,
        closing: row.get("closing")?,
        outcome: row.get("outcome")?,
        plan_number: row.get("plan_number")?,
        decision_number: row.get("decision_number")?,
        news: json(row, "news")?,
        list_order: needed_word(row, "list_order")?,
        excused_word: row.get("excused_word")?,
        absent_word: row.get("absent_word")?,
        sample_note: row.get("sample_note")?,
    })
}

/// The title of a session, to name it in a step.
pub(super) fn title(connection: &Connection, id: SessionId) -> Result<String> {
    let found = connection
        .query_row("SELECT title FROM session WHERE id = ?1", [id.0], |row| row.get(0))
        .optional()?;
    found.ok_or(StoreError::NoSession(id.0))
}

/// The organisation whose papers a session's are.
pub(super) fn organisation(connection: &Connection, id: SessionId) -> Result<Option<OrganisationId>> {
    let found = connection
        .query_row("SELECT organisation_id FROM session WHERE id = ?1", [id.0], |row| row.get(0))
        .optional()?;
    let organisation: Option<i64> = found.ok_or(StoreError::NoSession(id.0))?;
    Ok(organisation.map(OrganisationId))
}

/// Where a session stands.
pub(super) fn state(connection: &Connection, id: SessionId) -> Result<SessionState> {
    let found = connection
        .query_row("SELECT state FROM session WHERE id = ?1", [id.0], |row| needed_word(row, "state"))
        .optional()?;
    found.ok_or(StoreError::NoSession(id.0))
}

/// What the papers of a session carry at head and foot.
pub(super) struct Heading {
    pub(super) organisation: String,
    pub(super) letterhead: Letterhead,
    pub(super) signatory: Option<Signatory>,
}

/// The logo of its organisation, if it has one.
pub(super) fn logo(connection: &Connection, session: SessionId) -> Result<Option<Picture>> {
    match organisation(connection, session)? {
        Some(id) => logo::of(connection, id),
        None => Ok(None),
    }
}

/// The session's own copy if it has one, else what the organisation has now.
pub(super) fn heading(connection: &Connection, session: SessionId) -> Result<Heading> {
    let mut query = connection.prepare_cached(include_str!("heading.sql"))?;
    let (organisation_id, own, current) = query.query_row([session.0], |row| {
        let own = match json::<Letterhead>(row, "own_letterhead")? {
            Some(letterhead) => Some(Heading {
                organisation: row.get::<_, Option<String>>("own_name")?.unwrap_or_default(),
                letterhead,
                signatory: json(row, "own_signatory")?,
            }),
            None => None,
        };
        let current = Heading {
            organisation: row.get::<_, Option<String>>("name")?.unwrap_or_default(),
            letterhead: json(row, "letterhead")?.unwrap_or_default(),
            signatory: None,
        };
        Ok((row.get::<_, Option<i64>>("organisation_id")?, own, current))
    })?;
    match (own, organisation_id) {
        (Some(own), _) => Ok(own),
        (None, Some(id)) => Ok(Heading { signatory: organisation::signatory(connection, id)?, ..current }),
        (None, None) => Ok(current),
    }
}
