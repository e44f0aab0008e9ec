//! Every kind of change, each of which is measured with what undoes it.

use serde_json::Map;
use taphuan::domain::attendance::{AttendanceStatus, NewMark};
use taphuan::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::division::{DivideBy, Served, divide};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{DelegateId, PersonId, UnitId};
use taphuan::domain::library::{TopicDetails, TopicPlace};
use taphuan::domain::numbering::Lists;
use taphuan::domain::programme::{ItemKind, ProgrammeItem};
use taphuan::domain::registry::{HeldPosition, PeopleEdit};
use taphuan::domain::session::SessionDetails;
use taphuan::domain::template::Template;
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_tree::{Extent, Merge, MergeInto, Merging, Move, UnitFields};
use taphuan::store::{Done, Store};

use super::{ENDED, LARGE, SOMEBODY, Size, commune, copy_of_all, entry, merged_communes, person};

/// What changes are made on: the file, and what stands in it.
pub struct Ground<'a> {
    /// The file.
    pub store: &'a Store,
    /// The large session.
    pub large: Dossier,
    /// A session that has ended.
    pub ended: Dossier,
    /// What the file holds.
    pub size: Size,
}

impl<'a> Ground<'a> {
    /// Reads the sessions.
    pub fn of(store: &'a Store, size: Size) -> Self {
        let large = store.dossier(LARGE).wait().expect("the large session");
        let ended = store.dossier(ENDED).wait().expect("an ended session");
        Self { store, large, ended, size }
    }

    fn some_people(&self, count: usize) -> Vec<PersonId> {
        (0..count as i64).map(|place| PersonId(1 + place * 7)).collect()
    }

    fn some_delegates(&self, count: usize) -> Vec<DelegateId> {
        self.large.delegates.iter().take(count).map(|one| one.id).collect()
    }

    /// The unit of this name; of hamlets the first of that name.
    fn unit(&self, name: &str) -> UnitId {
        let tree = self.store.units().wait().expect("units");
        tree.units().iter().find(|one| one.fields.name == name).expect("a unit").id
    }

    fn commune(&self, number: usize) -> UnitId {
        self.unit(&commune(number))
    }
}

/// A change. It is a step, unless it is a fact.
pub type Edit = (&'static str, fn(&Ground<'_>) -> bool);

/// Whether something was written.
fn done<T>(outcome: taphuan::store::Result<Done<T>>) -> bool {
    outcome.expect("written").step.is_some()
}

/// Steps. Each is undone before the next.
pub const EDITS: &[Edit] = &[
    ("edit_person: telephone", |on| {
        done(on.store.edit_person(SOMEBODY, "phone", |one| one.phone = Some("0912345678".into())).outcome())
    }),
    ("edit_person: name", |on| {
        let change = |one: &mut taphuan::domain::person::PersonDetails| one.full_name = "Lê Văn Mới".into();
        done(on.store.edit_person(SOMEBODY, "full_name", change).outcome())
    }),
    ("edit_person: unit", |on| {
        let change =
            |one: &mut taphuan::domain::person::PersonDetails| one.unit = Some("Thôn 1, xã Phú An".into());
        done(on.store.edit_person(SOMEBODY, "unit", change).outcome())
    }),
    ("edit_people: position of 100", |on| {
        let edit = PeopleEdit { position: Some(Some("Bí thư".into())), ..PeopleEdit::default() };
        done(on.store.edit_people(on.some_people(100), edit).outcome())
    }),
    ("edit_people: unit of 100", |on| {
        let edit = PeopleEdit { unit: Some(Some("Thôn 1, xã Phú An".into())), ..PeopleEdit::default() };
        done(on.store.edit_people(on.some_people(100), edit).outcome())
    }),
    ("add_person", |on| done(on.store.add_person(person(on.size.people + 7, on.size.communes)).outcome())),
    ("merge_people", |on| {
        let (stays, goes) = (PersonId(5), PersonId(6));
        let details = on.store.people(vec![stays]).wait().expect("somebody").remove(0).1;
        done(on.store.merge_people(stays, goes, details).outcome())
    }),
    ("set_positions", |on| {
        let held = HeldPosition { title: "Hội viên".into(), from: None, until: None };
        done(on.store.set_positions(SOMEBODY, Vec::new(), vec![held]).outcome())
    }),
    ("edit_sensitive", |on| {
        done(on.store.edit_sensitive(SOMEBODY, "religion", |one| one.religion = Some("thử".into())).outcome())
    }),
    ("set_sort_name", |on| done(on.store.set_sort_name(SOMEBODY, Some("Thử".into())).outcome())),
    ("edit_delegate", |on| {
        let id = on.large.delegates[0].id;
        done(on.store.edit_delegate(id, "phone", |one| one.phone = Some("0912345678".into())).outcome())
    }),
    ("edit_delegate of an ended session", |on| {
        let id = on.ended.delegates[0].id;
        done(on.store.edit_delegate(id, "phone", |one| one.phone = Some("0912345678".into())).outcome())
    }),
    ("add_delegates: one", |on| {
        let one = NewDelegate::Unknown(person(on.size.people + 9, on.size.communes));
        done(on.store.add_delegates(LARGE, Some(on.large.clusters[0].id), vec![one]).outcome())
    }),
    ("remove_delegates: 20", |on| done(on.store.remove_delegates(LARGE, on.some_delegates(20)).outcome())),
    ("remove_delegates: everybody", |on| {
        done(on.store.remove_delegates(LARGE, on.some_delegates(usize::MAX)).outcome())
    }),
    ("move_delegates: everybody", |on| {
        let into = on.large.clusters[1].id;
        done(on.store.move_delegates(LARGE, on.some_delegates(usize::MAX), Some(into)).outcome())
    }),
    ("apply_division: everybody anew", |on| {
        let Dossier { delegates, clusters, .. } = &on.large;
        let division = divide(delegates, clusters, DivideBy::Clusters(7), Served::Anew).expect("a division");
        done(on.store.apply_division(LARGE, division).outcome())
    }),
    ("fix_lists", |on| done(on.store.fix_lists(LARGE, Lists::All).outcome())),
    ("split_cluster", |on| done(on.store.split_cluster(on.large.clusters[0].id).outcome())),
    ("merge_clusters", |on| {
        let [into, from] = [&on.large.clusters[0], &on.large.clusters[1]].map(|one| one.id);
        done(on.store.merge_clusters(into, from).outcome())
    }),
    ("add_cluster", |on| {
        done(
            on.store
                .add_cluster(LARGE, ClusterDetails { name: "Cụm mới".into(), ..Default::default() })
                .outcome(),
        )
    }),
    ("delete_cluster", |on| done(on.store.delete_cluster(on.large.clusters[4].id).outcome())),
    ("reorder_clusters", |on| {
        let order = on.large.clusters.iter().rev().map(|one| one.id).collect();
        done(on.store.reorder_clusters(LARGE, order).outcome())
    }),
    ("edit_cluster", |on| {
        let id = on.large.clusters[0].id;
        done(on.store.edit_cluster(id, "venue", |one| one.venue = Some("Nhà văn hóa".into())).outcome())
    }),
    ("add_sitting", |on| {
        let sitting = SittingDetails {
            date: "2026-09-25".parse().expect("a date"),
            half: HalfDay::Morning,
            starts: None,
            ends: None,
            programme: Vec::new(),
        };
        done(on.store.add_sitting(on.large.clusters[0].id, sitting).outcome())
    }),
    ("add_item", |on| {
        let item = ProgrammeItem {
            kind: ItemKind::Opening,
            title: "Khai mạc".into(),
            minutes: Some(15),
            presenters: Vec::new(),
        };
        done(on.store.add_item(on.large.clusters[0].sittings[0].id, 0, None, item).outcome())
    }),
    ("edit_session", |on| {
        done(on.store.edit_session(LARGE, "venue", |one| one.venue = Some("Nhà văn hóa".into())).outcome())
    }),
    ("start_session", |on| {
        let details = SessionDetails { title: "Lớp mới".into(), ..SessionDetails::default() };
        done(on.store.start_session(details, Some(Template::HalfDay)).outcome())
    }),
    ("end_session", |on| done(on.store.end_session(LARGE).outcome())),
    ("reopen_session", |on| done(on.store.reopen_session(ENDED).outcome())),
    ("copy_session", |on| done(on.store.copy_session(LARGE, copy_of_all()).outcome())),
    ("delete_session", |on| done(on.store.delete_session(LARGE).outcome())),
    ("issue_certificates", |on| done(on.store.issue_certificates(LARGE).outcome())),
    ("write_words", |on| {
        let words = Map::from_iter([("number".to_owned(), "12/KH".into())]);
        done(on.store.write_words(LARGE, "plan", words).outcome())
    }),
    ("edit_retention", |on| {
        done(on.store.edit_retention(LARGE, "purpose", |kept| kept.purpose = Some("thử".into())).outcome())
    }),
    ("edit_organisation", |on| {
        let id = on.store.organisations().wait().expect("asked")[0].id;
        done(on.store.edit_organisation(id, "name", |one| one.name = "Cơ quan mới".into()).outcome())
    }),
    ("set_setting", |on| done(on.store.set_setting("thử", Some("1".into())).outcome())),
    ("add_topic", |on| {
        let details =
            TopicDetails {
                label: None, title: "Chuyên đề mới".into(), outline: None, minutes: Some(90)
            };
        done(on.store.add_topic(TopicPlace { parent: None, at: 0 }, details).outcome())
    }),
    ("add_unit", |on| {
        let fields = UnitFields::new("Thôn Mới", UnitKind::ResidentialArea);
        done(on.store.add_unit(Some(on.commune(0)), fields).outcome())
    }),
    ("edit_unit: name of a commune", |on| {
        done(on.store.edit_unit(on.commune(0), "name", |one| one.name = "Xã Tên Mới".into()).outcome())
    }),
    ("end_unit", |on| done(on.store.end_unit(on.commune(0), "2026-06-30".parse().ok()).outcome())),
    ("move_people: of a hamlet", |on| {
        let (from, to) = (on.unit("Thôn 1"), on.commune(1));
        done(on.store.move_people(Move::All(from), to, "2026-07-01".parse().ok()).outcome())
    }),
    ("merge_units: two communes with all in them", |on| {
        let whole = |unit| Merging { unit, extent: Extent::Whole };
        let fields = UnitFields::new("Xã Gộp", UnitKind::Commune);
        let merge = Merge {
            units: vec![whole(on.commune(0)), whole(on.commune(1))],
            into: MergeInto::New(Some(UnitId(1)), fields),
            on: "2026-07-01".parse().expect("a date"),
            with_parts: true,
            with_people: true,
        };
        done(on.store.merge_units(merge).outcome())
    }),
    ("apply_units: eight communes become one", |on| {
        done(on.store.apply_units("sap-xep.csv", merged_communes(), true).outcome())
    }),
];

/// Facts: nothing undoes them.
pub const FACTS: &[Edit] = &[
    ("mark: one", |on| {
        let cluster = &on.large.clusters[0];
        let whom = on.large.delegates.iter().find(|one| one.cluster == Some(cluster.id)).expect("somebody");
        let mark = NewMark::new(whom.id, cluster.sittings[0].id, AttendanceStatus::Present);
        on.store.mark(entry(LARGE, vec![mark])).wait().expect("marked");
        true
    }),
    ("remember_look", |on| {
        on.store.remember_look(LARGE, "plan", "{}".into(), None).wait().expect("remembered");
        true
    }),
];
