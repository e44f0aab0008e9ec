//! Numbers where there are no names, and of the guests.

use rusqlite::{Connection, OptionalExtension};

use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use crate::domain::attendance::turnout::{Numbers, Turnout, Whose};
use crate::domain::id::{SessionId, SittingId};
use crate::domain::mistake::Mistake;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::compare_key;

/// All numbers of a session, in the order in which they were first typed.
pub(in crate::store) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Turnout>> {
    let mut query = connection.prepare_cached(
        "SELECT turnout.sitting_id, turnout.whose, turnout.unit, turnout.invited, turnout.present, turnout.excused,
             turnout.absent, turnout.is_about, called.label
         FROM turnout JOIN sitting ON sitting.id = turnout.sitting_id JOIN cluster ON cluster.id = sitting.cluster_id
         LEFT JOIN audience_group AS called ON called.id = turnout.group_id
         WHERE cluster.session_id = ?1 ORDER BY turnout.id",
    )?;
    let all = query.query_map([session.0], |row| {
        Ok(Turnout {
            sitting: SittingId(row.get("sitting_id")?),
            whose: match row.get_ref("whose")?.as_str()? {
                "group" => Whose::Group(row.get::<_, Option<String>>("label")?.unwrap_or_default()),
                "unit" => Whose::Unit(row.get::<_, Option<String>>("unit")?.unwrap_or_default()),
                "guests" => Whose::Guests,
                _ => Whose::Cluster,
            },
            numbers: numbers(row)?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// Numbers that another program made negative or too large are as if nobody had typed them.
fn numbers(row: &rusqlite::Row<'_>) -> rusqlite::Result<Numbers> {
    let count = |column: &str| {
        Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(column)?.and_then(|n| n.try_into().ok()))
    };
    Ok(Numbers {
        invited: count("invited")?,
        present: count("present")?,
        excused: count("excused")?,
        absent: count("absent")?,
        is_about: row.get("is_about")?,
    })
}

/// Of what the numbers of somebody are a row.
struct Place {
    sitting: SittingId,
    whose: &'static str,
    group: Option<i64>,
    unit: Option<String>,
}

/// Changes the numbers of a sitting as they stand; those that become empty go.
pub(in crate::store) fn edit(
    step: &Step<'_>,
    session: SessionId,
    sitting: SittingId,
    whose: &Whose,
    change: impl FnOnce(Numbers) -> Numbers,
) -> Result<()> {
    let place = place(step, session, sitting, whose)?;
    let found = "SELECT id, invited, present, excused, absent, is_about FROM turnout
                 WHERE sitting_id = ?1 AND whose = ?2 AND group_id IS ?3 AND unit IS ?4";
    let found: Option<(i64, Numbers)> = step
        .prepare_cached(found)?
        .query_row((place.sitting.0, place.whose, place.group, &place.unit), |row| {
            Ok((row.get(0)?, numbers(row)?))
        })
        .optional()?;
    let before = found.map(|(_, numbers)| numbers).unwrap_or_default();
    let wanted = change(before);
    if wanted == before {
        return Ok(());
    }
    wanted.check().map_err(Mistake::from)?;
    let record = Record::of("turnout")
        .set("invited", wanted.invited)
        .set("present", wanted.present)
        .set("excused", wanted.excused)
        .set("absent", wanted.absent)
        .set("is_about", wanted.is_about);
    match found {
        Some((id, _)) if wanted.is_empty() => {
            step.prepare_cached("DELETE FROM turnout WHERE id = ?1")?.execute([id])?;
        }
        Some((id, _)) => record.update(step, id)?,
        None if wanted.is_empty() => {}
        None => {
            record
                .with_uid()
                .set("sitting_id", place.sitting.0)
                .set("whose", place.whose)
                .set("group_id", place.group)
                .set("unit", &place.unit)
                .insert(step)?;
        }
    }
    Ok(())
}

/// Where numbers may be written. Refused at a sitting that is closed, where there are names, and for what is not of the
/// session or the cluster.
fn place(step: &Step<'_>, session: SessionId, sitting: SittingId, whose: &Whose) -> Result<Place> {
    let sql = "SELECT cluster.id, cluster.name,
                   EXISTS (SELECT 1 FROM delegate WHERE cluster_id = cluster.id AND state = 'listed'
                       AND substitute_for IS NULL)
               FROM sitting JOIN cluster ON cluster.id = sitting.cluster_id
               WHERE sitting.id = ?1 AND cluster.session_id = ?2";
    let found: Option<(i64, String, bool)> = step
        .prepare_cached(sql)?
        .query_row((sitting.0, session.0), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (cluster, name, has_names) = found.ok_or(Mistake::UnknownSitting)?;
    if super::is_closed(step, sitting)? {
        return Err(Mistake::SittingClosed.into());
    }
    if has_names && *whose != Whose::Guests {
        return Err(Mistake::HasNames(name).into());
    }
    let (group, unit) = match whose {
        Whose::Cluster | Whose::Guests => (None, None),
        Whose::Group(label) => (Some(group(step, session, label)?), None),
        Whose::Unit(unit) => (None, Some(served(step, cluster, &name, unit)?)),
    };
    Ok(Place { sitting, whose: whose.code(), group, unit })
}

/// The group of a label, as it is written or else as it is read.
fn group(connection: &Connection, session: SessionId, label: &str) -> Result<i64> {
    let mut query = connection
        .prepare_cached("SELECT id, label FROM audience_group WHERE session_id = ?1 ORDER BY ordinal, id")?;
    let rows = query.query_map([session.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>()?;
    let same = rows.iter().find(|(_, known)| known == label);
    let like = || rows.iter().find(|(_, known)| compare_key(known) == compare_key(label));
    let found = same.or_else(like).map(|(id, _)| *id);
    Ok(found.ok_or_else(|| Mistake::UnknownGroup(label.to_owned()))?)
}

/// A unit as the cluster names it; a cluster that says of none whom it serves takes any.
fn served(connection: &Connection, cluster: i64, name: &str, unit: &str) -> Result<String> {
    let unit = clean(unit);
    let not_served = || Mistake::NotServed { unit: unit.clone(), cluster: name.to_owned() };
    let mut query = connection
        .prepare_cached("SELECT name FROM cluster_unit WHERE cluster_id = ?1 ORDER BY ordinal, id")?;
    let serves: Vec<String> =
        query.query_map([cluster], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    match serves.into_iter().find(|known| compare_key(known) == compare_key(&unit)) {
        Some(known) => Ok(known),
        None if unit.is_empty() => Err(not_served().into()),
        None => {
            let any = "SELECT NOT EXISTS (SELECT 1 FROM cluster_unit WHERE cluster_id = ?1)";
            match connection.prepare_cached(any)?.query_row([cluster], |row| row.get(0))? {
                true => Ok(unit),
                false => Err(not_served().into()),
            }
        }
    }
}
