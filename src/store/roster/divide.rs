//! A division of delegates among clusters is carried out.

use super::{edit, fix};
use crate::domain::cluster::ClusterDetails;
use crate::domain::division::Division;
use crate::domain::id::SessionId;
use crate::domain::mistake::Mistake;
use crate::store::error::Result;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{cluster, delegate};

/// Adds the clusters that are missing, sets what each serves and how many it
/// seats, and moves the delegates. Lists that are fixed are left alone: refused.
pub(in crate::store) fn apply(step: &Step<'_>, session: SessionId, division: &Division) -> Result<()> {
    if !fix::fixed_lists(step, session)?.is_empty() {
        return Err(Mistake::ListFixed.into());
    }
    let units = UnitNames::load(step)?;
    let known = cluster::ids(step, session)?;
    for share in &division.shares {
        let cluster = match share.cluster {
            Some(id) if known.contains(&id) => {
                let current = cluster::read(step, id)?.1;
                let capacity = current.capacity.or(share.capacity);
                let wanted = ClusterDetails { serves: share.serves.clone(), capacity, ..current.clone() };
                cluster::update(step, id, &current, &wanted, &units)?;
                id
            }
            Some(_) => return Err(Mistake::UnknownCluster.into()),
            None => {
                let details = ClusterDetails {
                    name: share.name.clone(),
                    serves: share.serves.clone(),
                    capacity: share.capacity,
                    ..ClusterDetails::default()
                };
                cluster::insert(step, session, cluster::next_number(step, session)?, &details, &units)?
            }
        };
        for delegate in delegate::by_ids(step, session, &share.delegates)? {
            if delegate.cluster != Some(cluster) {
                edit::place(step, delegate.id, Some(cluster))?;
            }
        }
    }
    Ok(())
}
