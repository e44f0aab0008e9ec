//! Everything that is held on one person: what erasing would take away, handed out.

use rusqlite::{Connection, Params};

use super::mentions;
use super::traces::{self, Traces};
use crate::domain::held::{
    Dated, HeldCertificate, HeldChange, HeldDecision, HeldMark, HeldOnPerson, HeldPart, HeldReceipt,
    HeldSession,
};
use crate::domain::id::{DelegateId, PersonId};
use crate::domain::person_field::PersonField;
use crate::store::change::Image;
use crate::store::codec::{Json, json, needed_json, word};
use crate::store::completion;
use crate::store::error::Result;
use crate::store::{own_column, person};

/// Fields of the file that are of no meaning outside of it.
const OURS: [&str; 16] = [
    "id",
    "uid",
    "version",
    "fold_name",
    "name_key",
    "search_key",
    "person_id",
    "session_id",
    "cluster_id",
    "is_sample",
    "state",
    "fixed_number",
    "supplementary",
    "walk_in",
    "only_here",
    "erased_at",
];

/// Reads all of it.
pub(in crate::store) fn on_person(connection: &Connection, id: PersonId) -> Result<HeldOnPerson> {
    let traces = traces::of_person(connection, id, false)?;
    let details = person::read(connection, id)?;
    let mut registry = fields(connection, "person", id.0)?;
    registry.extend(details.unit_group.map(|group| ("unit_group".to_owned(), group)));
    let kept = person::sensitive::read(connection, id)?;
    let lines = PersonField::sensitive_lines()
        .filter_map(|(field, text)| Some((field.code().to_owned(), text.of(&kept).clone()?)));
    let party = kept.party_member.map(|party| ("party".to_owned(), party.to_string()));
    let mentions = mentions::find(connection, &traces, &mentions::sessions(connection, &traces)?)?;
    Ok(HeldOnPerson {
        registry,
        sensitive: lines.chain(party).collect(),
        positions: dated(
            connection,
            "SELECT title AS name, held_from AS since, held_until AS until FROM person_position WHERE person_id = ?1 ORDER BY id",
            id,
        )?,
        units: dated(
            connection,
            "SELECT unit AS name, member_from AS since, member_until AS until FROM person_unit WHERE person_id = ?1 ORDER BY id",
            id,
        )?,
        sessions: sessions(connection, id)?,
        parts: parts(connection, id)?,
        changes: changes(connection, &traces)?,
        mentions: mentions.into_iter().map(|one| (one.place, one.around)).collect(),
    })
}

/// What a row says, but for keys.
fn fields(connection: &Connection, table: &str, row: i64) -> Result<Vec<(String, String)>> {
    let mut query = connection.prepare(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let names: Vec<String> = query.column_names().map(str::to_owned).collect();
    let fields = query.query_row([row], |row| {
        let mut fields = Vec::new();
        for name in names.iter().filter(|name| !OURS.contains(&name.as_str())) {
            use rusqlite::types::ValueRef;
            let text = match row.get_ref(name.as_str())? {
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Integer(number) if !name.ends_with("_id") => number.to_string(),
                _ => continue,
            };
            fields.push((name.clone(), text));
        }
        Ok(fields)
    })?;
    Ok(fields)
}

fn dated(connection: &Connection, sql: &str, id: PersonId) -> Result<Vec<Dated>> {
    let mut query = connection.prepare(sql)?;
    let all = query.query_map([id.0], |row| {
        Ok(Dated { name: row.get("name")?, from: word(row, "since")?, until: word(row, "until")? })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

fn sessions(connection: &Connection, id: PersonId) -> Result<Vec<HeldSession>> {
    let mut query = connection.prepare(
        "SELECT delegate.id, delegate.session_id, session.uid, session.title, session.dates,
             cluster.name AS cluster,
             delegate.fixed_number, delegate.state = 'withdrawn' AS withdrawn
         FROM delegate JOIN session ON session.id = delegate.session_id
         LEFT JOIN cluster ON cluster.id = delegate.cluster_id
         WHERE delegate.person_id = ?1 ORDER BY session.sort_date, session.id",
    )?;
    let mut rows = query.query([id.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let delegate: i64 = row.get("id")?;
        let session: i64 = row.get("session_id")?;
        // Without it all pages of all sessions would be read for each of theirs.
        let uid: String = row.get("uid")?;
        all.push(HeldSession {
            title: row.get("title")?,
            dates: row.get("dates")?,
            cluster: row.get("cluster")?,
            number: row.get("fixed_number")?,
            withdrawn: row.get("withdrawn")?,
            printed: fields(connection, "delegate", delegate)?,
            marks: marks(connection, delegate)?,
            receipts: receipts(connection, delegate)?,
            certificates: certificates(connection, delegate)?,
            own: own_column::of_delegate(connection, DelegateId(delegate))?,
            essay: completion::essay(connection, DelegateId(delegate))?.map(|essay| essay.to_string()),
            decision: decision(connection, DelegateId(delegate))?,
            proposals: texts(
                connection,
                "SELECT question FROM proposal WHERE delegate_id = ?1 ORDER BY ordinal",
                delegate,
            )?,
            prints: pairs(
                connection,
                "SELECT DISTINCT run.paper, run.made_at FROM print_run AS run
                 JOIN print_run_page AS page ON page.print_run_id = run.id
                 JOIN json_each(page.delegates) AS named ON named.value = ?1
                 WHERE run.session_uid = ?2 ORDER BY run.id",
                (delegate, &uid),
            )?,
            imports: pairs(
                connection,
                "SELECT source, at FROM import_record WHERE session_id = ?1 ORDER BY id",
                [session],
            )?,
        });
    }
    Ok(all)
}

fn marks(connection: &Connection, delegate: i64) -> Result<Vec<HeldMark>> {
    let mut query = connection.prepare_cached(
        "SELECT sitting.date, sitting.half, mark.status, entry.at,
             EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = entry.id) AS retracted
         FROM attendance_mark AS mark JOIN sitting ON sitting.id = mark.sitting_id
         JOIN mark_entry AS entry ON entry.id = mark.entry_id
         WHERE mark.delegate_id = ?1 ORDER BY mark.id",
    )?;
    let marks = query.query_map([delegate], |row| {
        Ok(HeldMark {
            day: row.get("date")?,
            half: row.get("half")?,
            status: row.get("status")?,
            at: row.get("at")?,
            retracted: row.get("retracted")?,
        })
    })?;
    Ok(marks.collect::<rusqlite::Result<_>>()?)
}

fn receipts(connection: &Connection, delegate: i64) -> Result<Vec<HeldReceipt>> {
    let mut query = connection.prepare_cached(
        "SELECT mark.paper, mark.received, mark.receiver, entry.at,
             EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = entry.id) AS retracted
         FROM receipt_mark AS mark JOIN mark_entry AS entry ON entry.id = mark.entry_id
         WHERE mark.delegate_id = ?1 ORDER BY mark.id",
    )?;
    let receipts = query.query_map([delegate], |row| {
        Ok(HeldReceipt {
            paper: row.get("paper")?,
            received: row.get("received")?,
            receiver: row.get("receiver")?,
            at: row.get("at")?,
            retracted: row.get("retracted")?,
        })
    })?;
    Ok(receipts.collect::<rusqlite::Result<_>>()?)
}

fn decision(connection: &Connection, delegate: DelegateId) -> Result<Option<HeldDecision>> {
    let known = completion::decision(connection, delegate)?;
    // Of nothing decided there is no time.
    Ok((!known.decided_at.is_empty()).then_some(HeldDecision {
        completed: known.completed,
        commended: known.commended,
        reason: known.reason,
        decided_by: known.decided_by,
        at: known.decided_at,
    }))
}

fn certificates(connection: &Connection, delegate: i64) -> Result<Vec<HeldCertificate>> {
    let mut query = connection.prepare_cached(
        "SELECT printed_number, date, coalesce(
             (SELECT event.kind <> 'restored' FROM certificate_event AS event
              WHERE event.certificate_id = certificate.id AND event.kind IN ('voided', 'withdrawn', 'restored')
              ORDER BY event.id DESC LIMIT 1), 0) AS voided
         FROM certificate WHERE delegate_id = ?1 ORDER BY id",
    )?;
    let all = query.query_map([delegate], |row| {
        Ok(HeldCertificate {
            number: row.get("printed_number")?,
            date: row.get("date")?,
            voided: row.get("voided")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

fn parts(connection: &Connection, id: PersonId) -> Result<Vec<HeldPart>> {
    let mut query = connection.prepare(
        "SELECT session.title, 'guest' AS part, guest.name, guest.titles
         FROM guest JOIN session ON session.id = guest.session_id WHERE guest.person_id = ?1
         UNION ALL
         SELECT session.title, 'presenter', slot.name, slot.titles
         FROM presenter_slot AS slot JOIN session ON session.id = slot.session_id WHERE slot.person_id = ?1",
    )?;
    let parts = query.query_map([id.0], |row| {
        Ok(HeldPart {
            title: row.get("title")?,
            part: row.get("part")?,
            name: row.get("name")?,
            titles: needed_json(row, "titles")?,
        })
    })?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

/// What the journal remembers of their fields.
fn changes(connection: &Connection, traces: &Traces) -> Result<Vec<HeldChange>> {
    let mut query = connection.prepare(
        "SELECT operation.at, operation.label, session.title, before, after
         FROM row_change JOIN operation ON operation.id = row_change.operation_id
         LEFT JOIN delegate ON table_name = 'delegate' AND delegate.id = row_id
         LEFT JOIN session ON session.id = delegate.session_id
         WHERE (table_name = 'person' AND row_id IN (SELECT value FROM json_each(?1))
                OR table_name = 'delegate' AND row_id IN (SELECT value FROM json_each(?2)))
           AND change = 'update'
         ORDER BY row_change.id DESC",
    )?;
    let mut rows = query.query((Json(&traces.people), Json(&traces.delegates)))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let before: Image = json(row, "before")?.unwrap_or_default();
        let after: Image = json(row, "after")?.unwrap_or_default();
        let text = |value: Option<&serde_json::Value>| match value? {
            serde_json::Value::Null => None,
            serde_json::Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        for field in after.keys().filter(|field| !OURS.contains(&field.as_str())) {
            all.push(HeldChange {
                at: row.get("at")?,
                label: json(row, "label")?,
                session: row.get("title")?,
                field: field.clone(),
                before: text(before.get(field)),
                after: text(after.get(field)),
            });
        }
    }
    Ok(all)
}

fn texts(connection: &Connection, sql: &str, row: i64) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map([row], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn pairs<P: Params>(connection: &Connection, sql: &str, of: P) -> Result<Vec<(String, String)>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}
