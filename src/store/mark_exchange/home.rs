//! The session on a second computer: opened from a package, and brought up to date by later ones.
//!
//! There a session is marked as one whose home is elsewhere: its list is that of its home, and only what was marked and
//! who came in addition goes back.

use rusqlite::{Connection, OptionalExtension};

use super::session_of;
use super::standing;
use crate::domain::attendance::exchange::ExchangeMistake;
use crate::domain::attendance::package::{MarkPackage, PackedSitting};
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::session::{SessionDetails, SessionState};
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{cluster, session, settings};

fn setting(session: &str) -> String {
    format!("home-elsewhere {session}")
}

/// Whether the home of a session is another computer.
pub(super) fn is_elsewhere(connection: &Connection, session: &str) -> Result<bool> {
    Ok(settings::read(connection, &setting(session))?.is_some())
}

/// What a package found here.
pub(super) struct Home {
    pub(super) session: SessionId,
    pub(super) cluster: ClusterId,
    /// Whether the session was made of the package.
    pub(super) opened: bool,
    /// Whether its list is followed: it comes from the home of a session that is only a guest here.
    pub(super) follows: bool,
    /// How many records of session, cluster and sittings are otherwise now.
    pub(super) updated: usize,
}

/// Finds session and cluster of a package; makes them where that is wished, and where the list is followed.
pub(super) fn find_or_open(step: &Step<'_>, package: &MarkPackage, may_open: bool) -> Result<Home> {
    let of = &package.session;
    let known = session_of(step, &of.uid)?;
    let opened = known.is_none();
    let session = match known {
        Some(session) => session,
        None if may_open && package.from_home => {
            let details = details(package, SessionDetails::default());
            let session = session::insert_as(step, &of.uid, None, &details)?;
            settings::write(step, &setting(&of.uid), Some("1"))?;
            session
        }
        None => return Err(ExchangeMistake::ForeignSession(of.title.clone()).into()),
    };
    let follows = package.from_home && is_elsewhere(step, &of.uid)?;
    let mut updated = 0;
    if follows && !opened {
        let current = session::read(step, session)?.details;
        let wanted = details(package, current.clone());
        if wanted != current {
            session::edit::edit(step, session, wanted)?;
            updated += 1;
        }
    }
    let cluster = match super::cluster_of(step, session, &package.cluster.uid)? {
        Some(cluster) => {
            updated += usize::from(follows && update_cluster(step, cluster, package)?);
            cluster
        }
        None if follows => insert_cluster(step, session, package)?,
        None => return Err(ExchangeMistake::ForeignCluster.into()),
    };
    if follows {
        updated += follow_sittings(step, session, cluster, &package.sittings)?;
    }
    Ok(Home { session, cluster, opened, follows, updated })
}

/// What the package says of the session, over what stands here.
fn details(package: &MarkPackage, current: SessionDetails) -> SessionDetails {
    let of = &package.session;
    let state = if current.state.is_open() { SessionState::Running } else { current.state };
    SessionDetails {
        title: of.title.clone(),
        kind: of.kind,
        form: of.form,
        state,
        dates: of.dates,
        venue: of.venue.clone(),
        list_order: of.order,
        ..current
    }
}

fn insert_cluster(step: &Step<'_>, session: SessionId, package: &MarkPackage) -> Result<ClusterId> {
    let of = &package.cluster;
    let id = Record::of("cluster")
        .set("uid", &of.uid)
        .set("session_id", session.0)
        .set("number", of.number)
        .set("name", &of.name)
        .set("venue", &of.venue)
        .set("dates", of.dates.map(Word))
        .insert(step)?;
    Ok(ClusterId(id))
}

/// Whether the cluster was otherwise.
fn update_cluster(step: &Step<'_>, id: ClusterId, package: &MarkPackage) -> Result<bool> {
    let of = &package.cluster;
    let (_, current) = cluster::read(step, id)?;
    if (&current.name, &current.venue, current.dates) == (&of.name, &of.venue, of.dates) {
        return Ok(false);
    }
    Record::of("cluster")
        .set("name", &of.name)
        .set("venue", &of.venue)
        .set("dates", of.dates.map(Word))
        .update(step, id.0)?;
    Ok(true)
}

/// Adds sittings that are new at home and moves those that were moved there. What is no more there stays: it may have
/// marks.
fn follow_sittings(
    step: &Step<'_>,
    session: SessionId,
    cluster: ClusterId,
    wanted: &[PackedSitting],
) -> Result<usize> {
    let known = standing::sittings(step, cluster)?;
    let mut updated = 0;
    for (ordinal, one) in wanted.iter().enumerate() {
        match known.iter().find(|(uid, _)| *uid == one.uid) {
            Some((_, name)) => {
                let sql = "SELECT starts, ends FROM sitting WHERE id = ?1";
                let hours: (Option<String>, Option<String>) =
                    step.prepare_cached(sql)?.query_row([name.id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
                if (name.date, name.half) == (one.date, one.half)
                    && hours == (one.starts.clone(), one.ends.clone())
                {
                    continue;
                }
                with_time(Record::of("sitting"), one).update(step, name.id.0)?;
            }
            None => {
                if super::row_of(step, "sitting", &one.uid)?.is_some() {
                    return Err(ExchangeMistake::Mixed.into());
                }
                let record = Record::of("sitting")
                    .set("uid", &one.uid)
                    .set("cluster_id", cluster.0)
                    .set("ordinal", ordinal);
                with_time(record, one).insert(step)?;
            }
        }
        updated += 1;
    }
    if updated > 0 {
        cluster::sittings::sort(step, session, cluster)?;
    }
    Ok(updated)
}

fn with_time<'a>(record: Record<'a>, sitting: &'a PackedSitting) -> Record<'a> {
    record
        .set("date", Word(sitting.date))
        .set("half", Word(sitting.half))
        .set("starts", &sitting.starts)
        .set("ends", &sitting.ends)
}

/// New rows of delegates begin here on a second computer, at a place of its own: no badge that was printed elsewhere
/// may be that of another person here.
const FIRST_OWN_ROW: i64 = 10_000_000;

/// The rows that badges printed at home say, as far as nobody had them here.
pub(super) struct Rows {
    /// Rows up to this were given before.
    given: i64,
    /// Those that were, from the first to the last.
    known: Vec<(i64, i64)>,
}

impl Rows {
    /// Sets the rows apart that are given here from now on.
    pub(super) fn set_apart(step: &Step<'_>) -> Result<Self> {
        let given = step
            .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'delegate'", [], |row| row.get(0))
            .optional()?;
        let mut known = step.prepare_cached(
            "SELECT id, id FROM delegate
             UNION ALL SELECT row_id, row_id + rows - 1 FROM row_change WHERE table_name = 'delegate'",
        )?;
        let known = known.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let known = known.collect::<rusqlite::Result<_>>()?;
        if given.is_none_or(|given: i64| given < FIRST_OWN_ROW) {
            // Computers begin at different places, so that their new people meet in none of them either.
            let place = i64::from(crc32fast::hash(crate::clock::new_uid().as_bytes()) % 8_000);
            let first = FIRST_OWN_ROW + place * 10_000;
            match given {
                Some(_) => {
                    step.execute("UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'delegate'", [first])?
                }
                None => {
                    step.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('delegate', ?1)", [first])?
                }
            };
        }
        Ok(Self { given: given.unwrap_or(0), known })
    }

    /// Whether a row can be given as it is at home.
    pub(super) fn is_free(&self, row: i64) -> bool {
        let was_given = || self.known.iter().any(|(first, last)| (*first..=*last).contains(&row));
        row < FIRST_OWN_ROW && (row > self.given || self.given >= FIRST_OWN_ROW && !was_given())
    }
}
