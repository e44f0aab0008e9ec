//! What may be asked of clusters and sittings.

use rusqlite::Connection;

use super::changed;
use crate::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use crate::domain::division::{Share, relieve};
use crate::domain::entry;
use crate::domain::id::{ClusterId, DelegateId, SessionId, SittingId};
use crate::sentence::Sentence;
use crate::store::cluster::{self, edit, read, sittings};
use crate::store::error::Result;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::unit::{self, UnitNames};
use crate::store::{Store, delegate, roster, session};
use crate::vietnamese::clean::clean;

impl Store {
    /// Adds a cluster after the others; without a name it is "Cụm n".
    pub fn add_cluster(&self, session: SessionId, details: ClusterDetails) -> Writing<ClusterId> {
        self.worker.write(move |thread| {
            let connection = &thread.file.connection;
            let form = session::read(connection, session)?.details.form;
            let number = edit::next_number(connection, session)?;
            let name = Some(clean(&details.name)).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| edit::default_name(number, form));
            let details = entry::cluster(ClusterDetails { name, ..details })?;
            let label = Sentence::new("operation-cluster-add").with("name", details.name.clone());
            thread.transact(&Operation::new(label), |step| {
                cluster::insert(step, session, number, &details, &UnitNames::load(step)?)
            })
        })
    }

    /// Changes what a cluster says; `field` is what the user was in.
    pub fn edit_cluster(
        &self,
        id: ClusterId,
        field: &str,
        change: impl FnOnce(&mut ClusterDetails) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let (_, current) = read(&thread.file.connection, id)?;
            let details = entry::cluster(changed(&current, change))?;
            let label = Sentence::new("operation-cluster-edit")
                .with("field", field.clone())
                .with("name", current.name.clone());
            let operation = Operation::new(label).joining(format!("cluster {id} {field}"));
            thread.transact(&operation, |step| {
                edit::update(step, id, &current, &details, &UnitNames::load(step)?)
            })
        })
    }

    /// Deletes a cluster with its sittings; its delegates are then in no cluster.
    pub fn delete_cluster(&self, id: ClusterId) -> Writing<()> {
        self.worker.write(move |thread| {
            let (_, current) = read(&thread.file.connection, id)?;
            let label = Sentence::new("operation-cluster-delete").with("name", current.name);
            thread.transact(&Operation::new(label), |step| {
                let session = edit::delete(step, id)?;
                roster::settle_numbers(step, session)
            })
        })
    }

    /// Numbers the clusters of a session 1, 2, 3 … in this order; those left out follow.
    pub fn reorder_clusters(&self, session: SessionId, order: Vec<ClusterId>) -> Writing<()> {
        let operation = Operation::new(Sentence::new("operation-cluster-order"));
        self.worker
            .write(move |thread| thread.transact(&operation, |step| edit::reorder(step, session, &order)))
    }

    /// Parts a cluster in two between communes; the new one follows the old one.
    /// What goes where is said in `store::cluster::split`. Refused for a fixed list.
    pub fn split_cluster(&self, id: ClusterId) -> Writing<ClusterId> {
        self.worker.write(move |thread| {
            let (_, current) = read(&thread.file.connection, id)?;
            let label = Sentence::new("operation-cluster-split").with("name", current.name);
            thread.transact(&Operation::new(label), |step| cluster::split(step, id))
        })
    }

    /// Puts a cluster into another one of its session: delegates, units and
    /// sittings follow. Refused for a fixed list.
    pub fn merge_clusters(&self, into: ClusterId, from: ClusterId) -> Writing<()> {
        self.worker.write(move |thread| {
            let connection = &thread.file.connection;
            let label = Sentence::new("operation-cluster-merge")
                .with("name", read(connection, from)?.1.name)
                .with("into", read(connection, into)?.1.name);
            thread.transact(&Operation::new(label), |step| cluster::merge(step, into, from))
        })
    }

    /// Moves whole communes out of clusters that are over capacity, as
    /// [`relieve`](crate::domain::division::relieve) plans it; answers how many
    /// delegates moved. Refused for fixed lists and where seats are too few.
    pub fn balance_clusters(&self, session: SessionId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let connection = &thread.file.connection;
            let delegates = delegate::of_session(connection, session)?;
            let clusters = cluster::of_session(connection, session, &mut Default::default())?;
            let division = relieve(&delegates, &clusters)?;
            let place =
                |id: DelegateId| delegates.iter().find(|one| one.id == id).and_then(|one| one.cluster);
            let moved =
                |share: &Share| share.delegates.iter().filter(|id| place(**id) != share.cluster).count();
            let moved: usize = division.shares.iter().map(moved).sum();
            let label = Sentence::new("operation-cluster-balance").with("count", moved);
            let done = thread
                .transact(&Operation::new(label), |step| roster::apply_division(step, session, &division))?;
            Ok(done.map(|()| moved))
        })
    }

    /// The names of the units a cluster may serve, in alphabetical order: communes,
    /// bodies and larger units of the registry, and what lists gave as communes.
    pub fn unit_names(&self) -> Pending<Vec<String>> {
        self.worker.submit(|thread| unit::known_names(&thread.file.connection))
    }

    /// Adds a sitting to a cluster, at its place in time.
    pub fn add_sitting(&self, cluster: ClusterId, details: SittingDetails) -> Writing<SittingId> {
        self.worker.write(move |thread| {
            let details = entry::sitting(details)?;
            let (_, of) = read(&thread.file.connection, cluster)?;
            let label = Sentence::new("operation-sitting-add").with("cluster", of.name);
            thread.transact(&Operation::new(label), |step| sittings::add(step, cluster, &details))
        })
    }

    /// Changes what a sitting says, its programme included; `field` is what the
    /// user was in.
    pub fn edit_sitting(
        &self,
        id: SittingId,
        field: &str,
        change: impl FnOnce(&mut SittingDetails) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("sitting {id} {field}");
        self.worker.write(move |thread| {
            let current = sittings::details(&thread.file.connection, id)?;
            let details = entry::sitting(changed(&current, change))?;
            let label = Sentence::new("operation-sitting-edit")
                .with("cluster", cluster_name(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label).joining(key), |step| sittings::edit(step, id, &details))
        })
    }

    /// Deletes a sitting with its programme.
    pub fn delete_sitting(&self, id: SittingId) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-sitting-delete")
                .with("cluster", cluster_name(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| sittings::delete(step, id))
        })
    }

    /// Makes the sittings of these clusters from their dates, or from the session's
    /// where a cluster has none: "3 ngày, sáng và chiều". Those that are there stay.
    /// Answers how many were added.
    pub fn make_sittings(&self, clusters: Vec<ClusterId>, halves: Vec<HalfDay>) -> Writing<usize> {
        let operation = Operation::new(Sentence::new("operation-sittings-make"));
        self.worker
            .write(move |thread| thread.transact(&operation, |step| sittings::make(step, &clusters, &halves)))
    }
}

fn cluster_name(connection: &Connection, sitting: SittingId) -> Result<String> {
    Ok(read(connection, sittings::cluster_of(connection, sitting)?)?.1.name)
}
