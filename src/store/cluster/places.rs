//! Where delegates go by themselves.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::id::{ClusterId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::store::error::Result;
use crate::vietnamese::fold;

/// The clusters of a session by number and by the units they serve.
pub(in crate::store) struct Places {
    by_number: HashMap<u32, ClusterId>,
    by_unit: HashMap<String, ClusterId>,
}

impl Places {
    /// Those of one session.
    pub(in crate::store) fn of(connection: &Connection, session: SessionId) -> Result<Self> {
        let mut places = Self { by_number: HashMap::new(), by_unit: HashMap::new() };
        let mut query = connection.prepare_cached(
            "SELECT cluster.id, cluster.number, cluster_unit.name FROM cluster
             LEFT JOIN cluster_unit ON cluster_unit.cluster_id = cluster.id
             WHERE cluster.session_id = ?1 ORDER BY cluster.number, cluster.id",
        )?;
        let mut rows = query.query([session.0])?;
        while let Some(row) = rows.next()? {
            let cluster = ClusterId(row.get(0)?);
            places.by_number.entry(row.get(1)?).or_insert(cluster);
            if let Some(unit) = row.get::<_, Option<String>>(2)? {
                // Of two clusters that serve a unit, the first has it.
                places.by_unit.entry(fold::compare_key(&unit)).or_insert(cluster);
            }
        }
        Ok(places)
    }

    /// The cluster, if it is one of the session's.
    pub(in crate::store) fn check(&self, cluster: ClusterId) -> Result<ClusterId> {
        match self.by_number.values().any(|known| *known == cluster) {
            true => Ok(cluster),
            false => Err(Mistake::UnknownCluster.into()),
        }
    }

    /// The cluster of a number.
    pub(in crate::store) fn numbered(&self, number: u32) -> Option<ClusterId> {
        self.by_number.get(&number).copied()
    }

    /// Whether delegates go to clusters by their units.
    pub(in crate::store) fn serve_units(&self) -> bool {
        !self.by_unit.is_empty()
    }

    /// The cluster that is named, or the only one.
    pub(in crate::store) fn named_or_only(&self, named: Option<u32>) -> Option<ClusterId> {
        named.and_then(|number| self.numbered(number)).or_else(|| self.only())
    }

    fn only(&self) -> Option<ClusterId> {
        match self.by_number.len() {
            1 => self.by_number.values().next().copied(),
            _ => None,
        }
    }

    /// The cluster that is named, or the one that serves the unit, or the only one.
    pub(in crate::store) fn find(&self, named: Option<u32>, person: &PersonDetails) -> Option<ClusterId> {
        let by_unit =
            |unit: Option<&str>| unit.and_then(|unit| self.by_unit.get(&fold::compare_key(unit)).copied());
        named
            .and_then(|number| self.numbered(number))
            .or_else(|| by_unit(person.group()))
            .or_else(|| by_unit(person.unit.as_deref()))
            .or_else(|| self.only())
    }
}
