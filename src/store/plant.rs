//! A blueprint becomes a session of the data file.

use super::error::Result;
use super::record::Record;
use super::transact::Step;
use super::unit::UnitNames;
use super::{certificate, cluster, delegate, organisation, person, roster, session, topic, unit};
use crate::domain::blueprint::{Blueprint, ClusterBlueprint};
use crate::domain::certificate::issue::IssueWay;
use crate::domain::id::{ClusterId, DelegateId, SessionId};
use crate::domain::person::PersonDetails;

/// Adds the whole session: organisation, curriculum, units, clusters, people,
/// delegates, certificates.
pub(super) fn plant(step: &Step<'_>, blueprint: &Blueprint) -> Result<SessionId> {
    let organisation = organisation::find_or_insert(step, &blueprint.organisation)?;
    let id = session::insert(step, Some(organisation), &blueprint.session)?;
    session::insert_company(step, id, &blueprint.organisers, &blueprint.audience, &blueprint.guests)?;

    if !blueprint.topics.is_empty() {
        let title = &blueprint.session.title;
        let curriculum = topic::insert_curriculum(step, id.0, title, &blueprint.topics)?;
        Record::of("session").set("curriculum_id", curriculum).update(step, id.0)?;
    }

    unit::insert_tree(step, None, &blueprint.units)?;
    let units = UnitNames::load(step)?;
    let is_sample = blueprint.session.sample_note.is_some();
    for (number, plan) in (1..).zip(&blueprint.clusters) {
        let cluster = cluster::insert(step, id, number, &plan.details, &units)?;
        for (ordinal, sitting) in plan.sittings.iter().enumerate() {
            cluster::insert_sitting(step, id, cluster, ordinal, sitting)?;
        }
        enrol(step, &units, id, Some(cluster), &plan.delegates, is_sample)?;
    }
    enrol(step, &units, id, None, &blueprint.delegates, is_sample)?;

    if let Some(plan) = &blueprint.certificates {
        certificate::insert_plan(step, id, organisation, plan)?;
        if plan.issue_to_all {
            // In the order of the list, as they are given elsewhere.
            let listed: Vec<DelegateId> = roster::in_order(step, id)?.into_iter().map(|one| one.id).collect();
            certificate::issue(step, id, IssueWay::Results, &listed)?;
        }
    }
    if !blueprint.session.state.is_open() {
        session::snapshot::take(step, id)?;
    }
    Ok(id)
}

/// Adds clusters without delegates to a session that has none.
pub(super) fn clusters(step: &Step<'_>, session: SessionId, plans: &[ClusterBlueprint]) -> Result<()> {
    let units = UnitNames::load(step)?;
    for (number, plan) in (1..).zip(plans) {
        let cluster = cluster::insert(step, session, number, &plan.details, &units)?;
        for (ordinal, sitting) in plan.sittings.iter().enumerate() {
            cluster::insert_sitting(step, session, cluster, ordinal, sitting)?;
        }
    }
    Ok(())
}

/// Adds people and makes them delegates.
fn enrol(
    step: &Step<'_>,
    units: &UnitNames,
    session: SessionId,
    cluster: Option<ClusterId>,
    people: &[PersonDetails],
    is_sample: bool,
) -> Result<()> {
    for details in people {
        let person = person::insert(step, units, details, is_sample)?;
        delegate::insert(step, session, cluster, person, details)?;
    }
    Ok(())
}
