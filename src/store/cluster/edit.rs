//! Clusters added, changed, deleted and put in order.

use rusqlite::Connection;

use super::{ids, read, with_details};
use crate::domain::cluster::ClusterDetails;
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::session::SessionForm;
use crate::store::attendance;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;

/// The number of the next cluster: numbers in use stay with their clusters.
pub(in crate::store) fn next_number(connection: &Connection, session: SessionId) -> Result<u32> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM cluster WHERE session_id = ?1";
    Ok(connection.query_row(sql, [session.0], |row| row.get(0))?)
}

/// The name of a cluster that was given none: what it is called follows the form
/// of the session.
pub(in crate::store) fn default_name(number: u32, form: SessionForm) -> String {
    match form {
        SessionForm::InPerson => format!("Cụm {number}"),
        SessionForm::Online | SessionForm::Hybrid => format!("Điểm cầu {number}"),
    }
}

/// A name that only says the number, with the number that came of it.
fn renumbered(name: &str, old: u32, number: u32) -> Option<String> {
    [SessionForm::InPerson, SessionForm::Online]
        .into_iter()
        .find(|form| name == default_name(old, *form))
        .map(|form| default_name(number, form))
}

/// Replaces what a cluster says, where it differs.
pub(in crate::store) fn update(
    step: &Step<'_>,
    id: ClusterId,
    current: &ClusterDetails,
    wanted: &ClusterDetails,
    units: &UnitNames,
) -> Result<()> {
    if wanted == current {
        return Ok(());
    }
    with_details(Record::of("cluster"), wanted).update(step, id.0)?;
    if wanted.serves != current.serves {
        step.execute("DELETE FROM cluster_unit WHERE cluster_id = ?1", [id.0])?;
        set_serves(step, id, &wanted.serves, units)?;
    }
    Ok(())
}

/// Writes down the units of a cluster that has none yet.
pub(super) fn set_serves(
    step: &Step<'_>,
    cluster: ClusterId,
    serves: &[String],
    units: &UnitNames,
) -> Result<()> {
    for (ordinal, name) in serves.iter().enumerate() {
        Record::of("cluster_unit")
            .set("cluster_id", cluster.0)
            .set("unit_id", units.find(name))
            .set("name", name)
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    Ok(())
}

/// Deletes a cluster with its sittings. Its delegates stay in the session, in no
/// cluster and without the numbers its list gave them. Returns the session. Refused when
/// attendance was marked in it.
pub(in crate::store) fn delete(step: &Step<'_>, id: ClusterId) -> Result<SessionId> {
    attendance::refuse_marked(step, attendance::Of::Cluster(id))?;
    let (session, _) = read(step, id)?;
    step.execute(
        "UPDATE delegate SET cluster_id = NULL, fixed_number = NULL, supplementary = 0, version = version + 1
         WHERE cluster_id = ?1",
        [id.0],
    )?;
    step.execute("DELETE FROM cluster WHERE id = ?1", [id.0])?;
    Ok(session)
}

/// Numbers the clusters 1, 2, 3 … in this order; those left out follow. A name
/// that only says the number ("Cụm 3") changes with it.
pub(in crate::store) fn reorder(step: &Step<'_>, session: SessionId, order: &[ClusterId]) -> Result<()> {
    let known = ids(step, session)?;
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Mistake::UnknownCluster.into());
    }
    let left_out = known.iter().filter(|id| !order.contains(id));
    for (number, id) in (1..).zip(order.iter().chain(left_out)) {
        let (old, name): (u32, String) =
            step.query_row("SELECT number, name FROM cluster WHERE id = ?1", [id.0], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if old == number {
            continue;
        }
        let record = Record::of("cluster").set("number", number);
        let record = match renumbered(&name, old, number) {
            Some(name) => record.set("name", name),
            None => record,
        };
        record.update(step, id.0)?;
    }
    Ok(())
}
