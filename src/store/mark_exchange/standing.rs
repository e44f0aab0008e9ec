//! What counts in a cluster, by identities.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::exchange::SittingName;
use crate::domain::id::{ClusterId, DelegateId, SittingId};
use crate::store::codec::needed_word;
use crate::store::error::Result;

/// A delegate at a sitting.
pub(super) type Place = (DelegateId, SittingId);

/// The mark that counts at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) mark: i64,
    pub(super) uid: String,
    pub(super) status: AttendanceStatus,
    pub(super) substitute: Option<DelegateId>,
    pub(super) note: Option<String>,
}

impl Standing {
    /// Whether another mark says the same: other words for the reason are no difference.
    pub(super) fn says(&self, status: AttendanceStatus, substitute: Option<DelegateId>) -> bool {
        self.status == status && self.substitute == substitute
    }
}

const COLUMNS: &str = "attendance.delegate_id, attendance.sitting_id, mark.id, mark.uid, mark.status,
    mark.substitute_id, mark.note
    FROM attendance JOIN attendance_mark AS mark ON mark.id = attendance.mark_id";

fn standing(row: &Row<'_>) -> rusqlite::Result<(Place, Standing)> {
    let place = (DelegateId(row.get("delegate_id")?), SittingId(row.get("sitting_id")?));
    let standing = Standing {
        mark: row.get("id")?,
        uid: row.get("uid")?,
        status: needed_word(row, "status")?,
        substitute: row.get::<_, Option<i64>>("substitute_id")?.map(DelegateId),
        note: row.get("note")?,
    };
    Ok((place, standing))
}

/// What counts at a place.
pub(super) fn at(connection: &Connection, (delegate, sitting): Place) -> Result<Option<Standing>> {
    let sql = format!("SELECT {COLUMNS} WHERE attendance.delegate_id = ?1 AND attendance.sitting_id = ?2");
    let found = connection.prepare_cached(&sql)?.query_row((delegate.0, sitting.0), standing).optional()?;
    Ok(found.map(|(_, standing)| standing))
}

/// What counts at the sittings of a cluster.
pub(super) fn of_cluster(connection: &Connection, cluster: ClusterId) -> Result<HashMap<Place, Standing>> {
    let sql = format!(
        "SELECT {COLUMNS} JOIN sitting ON sitting.id = attendance.sitting_id WHERE sitting.cluster_id = ?1"
    );
    let mut query = connection.prepare_cached(&sql)?;
    Ok(query.query_map([cluster.0], standing)?.collect::<rusqlite::Result<_>>()?)
}

/// The sittings of a cluster by date and half of the day, as they are counted; each with its identity.
pub(super) fn sittings(connection: &Connection, cluster: ClusterId) -> Result<Vec<(String, SittingName)>> {
    let mut query = connection.prepare_cached(
        "SELECT id, uid, date, half FROM sitting WHERE cluster_id = ?1 ORDER BY ordinal, id",
    )?;
    let sittings = query.query_map([cluster.0], |row| {
        let name = SittingName {
            id: SittingId(row.get("id")?),
            number: 0,
            date: needed_word(row, "date")?,
            half: needed_word(row, "half")?,
        };
        Ok((row.get("uid")?, name))
    })?;
    let mut sittings: Vec<(String, SittingName)> = sittings.collect::<rusqlite::Result<_>>()?;
    sittings.sort_by_key(|(_, name)| (name.date.sort_key(), name.half));
    for ((_, name), number) in sittings.iter_mut().zip(1..) {
        name.number = number;
    }
    Ok(sittings)
}
