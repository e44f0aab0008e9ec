//! What the history says of entries of attendance.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::attendance::NewEntry;
use crate::domain::attendance::arrival::{Arrival, Part, Reach};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::NewDelegate;
use crate::domain::id::{DelegateId, EntryId, SittingId};
use crate::sentence::Sentence;
use crate::store::codec::needed_word;
use crate::store::error::{Result, StoreError};
use crate::store::transact::Operation;
use crate::store::{delegate, person};
use crate::vietnamese::date::short;

/// An entry: a step where it makes delegates or goes on to later sittings, else marks of a sitting, of which many stand in
/// one line.
pub(in crate::store) fn operation(connection: &Connection, entry: &NewEntry) -> Result<Operation> {
    let walk_ins = entry.arrivals.iter().filter(|one| one.part == Part::WalkIn).count();
    match entry.arrivals.as_slice() {
        [] if entry.reach != Reach::Sitting => {
            Ok(Operation::new(Sentence::new("operation-substitutes").with("count", entry.marks.len())))
        }
        [] => marks(connection, entry.marks.first().map(|mark| mark.sitting), "operation-marks", "marks"),
        [one] => Ok(Operation::new(arrived(connection, one)?)),
        all if walk_ins == 0 => {
            Ok(Operation::new(Sentence::new("operation-substitutes").with("count", all.len())))
        }
        all => Ok(Operation::new(Sentence::new("operation-arrivals").with("count", all.len()))),
    }
}

/// An entry that is taken back.
pub(in crate::store) fn retraction(connection: &Connection, entry: EntryId) -> Result<Operation> {
    let sql = "SELECT sitting_id FROM attendance_mark WHERE entry_id = ?1 LIMIT 1";
    let sitting = connection.prepare_cached(sql)?.query_row([entry.0], |row| row.get(0)).optional()?;
    marks(connection, sitting.map(SittingId), "operation-marks-retracted", "retracted marks")
}

/// What is called a line of marks of a sitting; none where it is not known of which.
fn marks(connection: &Connection, sitting: Option<SittingId>, id: &str, key: &str) -> Result<Operation> {
    let Some(sitting) = sitting else { return Ok(Operation::untracked()) };
    match of_sitting(connection, id, sitting) {
        Ok(label) => Ok(Operation::gathered(label, format!("{key} {}", sitting.0))),
        // The entry itself is refused, and says why.
        Err(StoreError::Conflict) => Ok(Operation::untracked()),
        Err(error) => Err(error),
    }
}

/// Somebody who came, and for whom.
fn arrived(connection: &Connection, arrival: &Arrival) -> Result<Sentence> {
    let name = match &arrival.who {
        NewDelegate::Known(id) => person::read(connection, *id)?.full_name,
        NewDelegate::Unknown(details) => details.full_name.clone(),
    };
    let place = |id: &DelegateId| Ok(delegate::read(connection, *id)?.1.details.full_name);
    Ok(match &arrival.part {
        Part::WalkIn => Sentence::new("operation-arrival").with("name", name),
        Part::Substitute(places) => {
            let places = places.iter().map(place).collect::<Result<Vec<String>>>()?;
            Sentence::new("operation-substitute").with("name", name).with("place", places.join(", "))
        }
    })
}

/// A label that names a sitting: its half of the day, its day and its cluster.
pub(in crate::store) fn of_sitting(
    connection: &Connection,
    id: &str,
    sitting: SittingId,
) -> Result<Sentence> {
    let sql = "SELECT cluster.name, sitting.date, sitting.half
               FROM sitting JOIN cluster ON cluster.id = cluster_id WHERE sitting.id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([sitting.0], |row| {
        Ok((row.get::<_, String>(0)?, needed_word::<FuzzyDate>(row, "date")?, row.get::<_, String>(2)?))
    });
    let (cluster, date, half) = found.optional()?.ok_or(StoreError::Conflict)?;
    Ok(Sentence::new(id).with("cluster", cluster).with("day", short(date)).with("half", half))
}
