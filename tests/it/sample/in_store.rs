//! The sample sessions come back from the data file with every fact in them.

use crate::support::store::step;
use taphuan::domain::cluster::Sitting;
use taphuan::domain::numbering;
use taphuan::domain::person::PersonDetails;
use taphuan::sample;
use taphuan::store::Store;

#[test]
fn every_fact_of_the_samples_survives_the_data_file() {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("mẫu.taphuan")).expect("create");
    let blueprints = sample::blueprints().expect("samples");
    let ids = store.plant(step("sample"), blueprints.clone()).wait().expect("plant");

    for (id, blueprint) in ids.into_iter().zip(&blueprints) {
        let title = &blueprint.session.title;
        let dossier = store.dossier(id).wait().expect("dossier");
        assert_eq!(dossier.session.details, blueprint.session, "{title}");
        assert_eq!(dossier.organisation, blueprint.organisation.name, "{title}");
        assert_eq!(dossier.letterhead, blueprint.organisation.letterhead, "{title}");
        assert_eq!(dossier.signatory.as_ref(), blueprint.organisation.signatories.first(), "{title}");
        assert_eq!(dossier.organisers, blueprint.organisers, "{title}");
        assert_eq!(dossier.audience, blueprint.audience, "{title}");
        assert_eq!(dossier.guests, blueprint.guests, "{title}");
        assert_eq!(dossier.topics, blueprint.topics, "{title}");

        assert_eq!(dossier.clusters.len(), blueprint.clusters.len(), "{title}");
        for (cluster, planned) in dossier.clusters.iter().zip(&blueprint.clusters) {
            assert_eq!(cluster.details, planned.details, "{title}");
            let sittings: Vec<_> = cluster.sittings.iter().map(Sitting::details).collect();
            assert_eq!(sittings, planned.sittings, "{title}");

            let mut there: Vec<&PersonDetails> = dossier
                .delegates
                .iter()
                .filter(|delegate| delegate.cluster == Some(cluster.id))
                .map(|delegate| &delegate.details)
                .collect();
            let mut planned: Vec<&PersonDetails> = planned.delegates.iter().collect();
            there.sort_by_key(|one| format!("{one:?}"));
            planned.sort_by_key(|one| format!("{one:?}"));
            assert_eq!(there, planned, "{title}");
        }

        match &blueprint.certificates {
            Some(plan) if plan.issue_to_all => {
                let mut numbers: Vec<u32> = dossier.certificates.iter().map(|one| one.number).collect();
                numbers.sort_unstable();
                let all: Vec<u32> = (1..).take(dossier.delegates.len()).collect();
                assert_eq!(numbers, all, "{title}: numbers without gaps");
                assert!(dossier.certificates.iter().all(|one| one.is_valid()));
                let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
                let order = dossier.session.details.list_order;
                let list = numbering::numbered(&dossier.delegates, &clusters, order);
                let list: Vec<_> =
                    list.iter().map(|one| (one.delegate.id, &one.delegate.details.full_name)).collect();
                let issued = dossier.certificates.iter().map(|one| (one.delegate, &one.copy.name));
                assert_eq!(issued.collect::<Vec<_>>(), list, "{title}: in the order of the list");
            }
            _ => assert!(dossier.certificates.is_empty(), "{title}"),
        }
        assert_eq!(
            dossier.certificate_form.map(|form| form.template),
            blueprint.certificates.as_ref().map(|plan| plan.template.clone()),
            "{title}"
        );
    }
}

#[test]
fn numbers_run_from_one_in_every_cluster() {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("mẫu.taphuan")).expect("create");
    let ids = store.plant(step("sample"), sample::blueprints().expect("samples")).wait().expect("plant");
    let dossier = store.dossier(ids[0]).wait().expect("dossier");
    let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
    let numbered = numbering::numbered(&dossier.delegates, &clusters, dossier.session.details.list_order);
    for (cluster, size) in clusters.iter().zip([87, 82, 104, 79, 81]) {
        let numbers: Vec<u32> = numbered
            .iter()
            .filter(|one| one.delegate.cluster == Some(*cluster))
            .map(|one| one.number)
            .collect();
        assert_eq!(numbers, (1..=size).collect::<Vec<u32>>());
    }
    // Grouped by commune, every commune stands in one piece.
    let groups: Vec<_> = numbered.iter().map(|one| one.delegate.details.group()).collect();
    let mut pieces = groups.clone();
    pieces.dedup();
    let mut distinct = pieces.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(pieces.len(), distinct.len());
}
