//! Delegates as the window edits them: the registry, fixed lists, Chia cụm.

use crate::support::editing::StoreBench;
use crate::support::store::{becomes, person, small_session, step};
use taphuan::domain::delegate::{DelegateState, NewDelegate, Removal};
use taphuan::domain::division::{DivideBy, Served, divide};
use taphuan::domain::id::{ClusterId, DelegateId, SessionId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::numbering::Lists;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::print_run::{PrintRun, PrintedPage};
use taphuan::locale::{Language, Locale};

fn new(name: &str, unit: &str) -> NewDelegate {
    NewDelegate::Unknown(person(name, 1980, unit))
}

fn cluster_id(bench: &StoreBench, number: u32) -> ClusterId {
    bench.dossier().clusters.into_iter().find(|cluster| cluster.number == number).expect("cluster").id
}

fn with_position(details: &PersonDetails, position: &str) -> PersonDetails {
    PersonDetails { position: Some(position.into()), ..details.clone() }
}

fn position(bench: &StoreBench, session: SessionId, delegate: DelegateId) -> String {
    let delegates = bench.store.delegates(session).wait().expect("delegates");
    let found = delegates.into_iter().find(|one| one.id == delegate).expect("the delegate");
    found.details.position.unwrap_or_default()
}

#[test]
fn delegates_go_where_their_unit_is_served() {
    let bench = StoreBench::new();
    let people = vec![new("Vũ Một", "Xã Tam Dân"), new("Vũ Hai", "xã tam đại"), new("Vũ Ba", "Xã Lạ")];
    bench.take(|store| store.add_delegates(bench.session, None, people));
    let cluster = |name: &str| bench.delegate(name).cluster;
    assert_eq!(cluster("Vũ Một"), Some(cluster_id(&bench, 2)));
    assert_eq!(cluster("Vũ Hai"), Some(cluster_id(&bench, 1)));
    assert_eq!(cluster("Vũ Ba"), None);
    let second = cluster_id(&bench, 2);
    bench.take(|store| store.add_delegates(bench.session, Some(second), vec![new("Vũ Tư", "Xã Lạ")]));
    assert_eq!(cluster("Vũ Tư"), Some(second));

    let nameless = NewDelegate::Unknown(PersonDetails::default());
    assert_eq!(
        bench.refused(|store| store.add_delegates(bench.session, None, vec![nameless])),
        Mistake::NoName
    );
    let known = NewDelegate::Known(bench.delegate("Vũ Tư").person);
    let refused = bench.refused(|store| store.add_delegates(bench.session, None, vec![known]));
    assert_eq!(refused, Mistake::AlreadyListed("Vũ Tư".into()));
    let elsewhere = Some(ClusterId(99));
    let refused = bench.refused(|store| store.add_delegates(bench.session, elsewhere, vec![new("A B", "C")]));
    assert_eq!(refused, Mistake::UnknownCluster);
}

#[test]
fn a_delegate_and_its_person_follow_each_other_while_the_session_is_open() {
    let bench = StoreBench::new();
    let an = bench.delegate("Lê Thị An");
    let other = bench.store.create_session(bench.dossier().session.details, None).wait().expect("another");
    let known = vec![NewDelegate::Known(an.person)];
    let there = bench.store.add_delegates(other, None, known).wait().expect("add")[0];
    let registered = || {
        let people = bench.store.people(vec![an.person]).wait().expect("people");
        people[0].1.position.clone().unwrap_or_default()
    };

    bench.take(|store| {
        store.edit_delegate(an.id, "position", becomes(with_position(&an.details, "Phó Chủ tịch")))
    });
    assert_eq!(registered(), "Phó Chủ tịch");
    assert_eq!(position(&bench, other, there), "Phó Chủ tịch", "and so does the other open session");

    bench.store.end_session(other).wait().expect("end");
    bench.take(|store| {
        store.edit_person(an.person, "position", becomes(with_position(&an.details, "Chủ tịch")))
    });
    assert_eq!(position(&bench, bench.session, an.id), "Chủ tịch");
    assert_eq!(position(&bench, other, there), "Phó Chủ tịch", "an ended session is frozen");

    bench
        .take(|store| store.edit_delegate(there, "position", becomes(with_position(&an.details, "Ủy viên"))));
    assert_eq!(registered(), "Chủ tịch", "an edit in an ended session is only there");
    assert_eq!(bench.store.only_here(other).wait().expect("only here"), [there]);

    // Reopened: what changes from now on follows, what differs stays.
    bench.store.reopen_session(other).wait().expect("reopen");
    let phone = PersonDetails { phone: Some("0905".into()), ..with_position(&an.details, "Ủy viên") };
    bench.take(|store| store.edit_delegate(there, "phone", becomes(phone)));
    assert_eq!(registered(), "Chủ tịch");
    let people = bench.store.people(vec![an.person]).wait().expect("people");
    assert_eq!(people[0].1.phone.as_deref(), Some("0905"));
    assert_eq!(bench.delegate("Lê Thị An").details.phone.as_deref(), Some("0905"));
}

#[test]
fn a_sort_name_decides_the_place_in_the_list() {
    let bench = StoreBench::new();
    let binh = bench.delegate("Nguyễn Văn Bình").person;
    assert_eq!(bench.lists()[0], "1.1 Lê Thị An");
    bench.take(|store| store.set_sort_name(binh, Some("Ai".into())));
    assert_eq!(bench.lists()[0], "1.1 Nguyễn Văn Bình");
    bench.take(|store| store.set_sort_name(binh, Some(" ".into())));
    assert_eq!(bench.lists()[0], "1.1 Lê Thị An");
}

#[test]
fn whoever_is_taken_off_an_open_list_is_gone_and_stays_known() {
    let bench = StoreBench::new();
    let (an, binh) = (bench.id("Lê Thị An"), bench.id("Nguyễn Văn Bình"));
    let removal = bench.take(|store| store.remove_delegates(bench.session, vec![an, binh]));
    assert_eq!(removal, Removal { deleted: 2, withdrawn: 0 });
    let locale = Locale::new(Language::Vietnamese);
    let label = || locale.say(&bench.store.undo_label().wait().expect("label").expect("a step"));
    assert_eq!(label(), "Rút tên 2 đại biểu");
    let last = bench.id("Trần Đình Ân");
    bench.take(|store| store.move_delegates(bench.session, vec![last], None));
    assert_eq!(label(), "Đưa Trần Đình Ân ra khỏi cụm");
    bench.undo();
    assert_eq!(bench.lists(), ["2.1 Trần Đình Ân"]);
    assert_eq!(bench.store.search("le thi an").wait().expect("search").len(), 1);
    let refused = bench.refused(|store| store.remove_delegates(bench.session, vec![an]));
    assert_eq!(refused, Mistake::UnknownDelegate);
}

#[test]
fn whoever_is_added_is_nobody_that_a_printed_page_names() {
    let bench = StoreBench::new();
    let gone = bench.id("Trần Đình Ân");
    let page = PrintedPage { code: "1".into(), delegates: vec![gone], sheet: None };
    let run = PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        paper: "sign-in-sheet".into(),
        cluster: None,
        options: "{}".into(),
        pages: vec![page],
    };
    bench.store.record_prints(vec![run]).wait().expect("kept");
    bench.store.remove_delegates(bench.session, vec![gone]).wait().expect("removed");
    let late = vec![new("An Văn Đến", "Xã Tam Đại")];
    let added = bench.store.add_delegates(bench.session, None, late).wait().expect("added");
    assert_ne!(added, [gone], "a mark from that page would be theirs");
}

#[test]
fn whoever_has_a_certificate_is_withdrawn_not_deleted() {
    let bench = StoreBench::new();
    let certified = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    let first = bench.store.delegates(certified).wait().expect("delegates")[0].id;
    let removal = bench.take(|store| store.remove_delegates(certified, vec![first]));
    assert_eq!(removal, Removal { deleted: 0, withdrawn: 1 });
    assert_eq!(bench.store.dossier(certified).wait().expect("dossier").certificates.len(), 3);
    assert_eq!(bench.summary(certified).delegates, 2);
}

#[test]
fn a_fixed_list_keeps_its_numbers() {
    let bench = StoreBench::new();
    bench.take(|store| store.fix_lists(bench.session, Lists::All));
    let fixed = ["1.1 Lê Thị An", "1.2 Nguyễn Văn Bình", "2.1 Trần Đình Ân"];
    assert_eq!(bench.lists(), fixed);
    bench.store.fix_lists(bench.session, Lists::All).wait().expect("fixed already");
    assert_eq!(bench.lists(), fixed);

    // Additions follow, whatever their names.
    bench.take(|store| store.add_delegates(bench.session, None, vec![new("Bùi Ái", "Xã Tam Đại")]));
    let renamed = person("Vũ Thị Yến", 1975, "Xã Tam Đại");
    let an = bench.id("Lê Thị An");
    bench.take(|store| store.edit_delegate(an, "full_name", becomes(renamed)));
    let expected = ["1.1 Vũ Thị Yến", "1.2 Nguyễn Văn Bình", "1.3 Bùi Ái (bổ sung)", "2.1 Trần Đình Ân"];
    assert_eq!(bench.lists(), expected);

    // Removals stay, crossed out, and can be put back.
    let removal = bench.take(|store| store.remove_delegates(bench.session, vec![an]));
    assert_eq!(removal, Removal { deleted: 0, withdrawn: 1 });
    assert_eq!(bench.lists()[0], "1.1 Vũ Thị Yến (rút)");
    bench.take(|store| store.put_back_delegates(bench.session, vec![an]));
    assert_eq!(bench.lists(), expected);
    bench.store.remove_delegates(bench.session, vec![an]).wait().expect("remove");
    let known = vec![NewDelegate::Known(bench.delegate("Vũ Thị Yến").person)];
    bench.take(|store| store.add_delegates(bench.session, None, known));
    assert_eq!(bench.lists(), expected, "added again is put back");

    // Whoever moves takes the next number there.
    let second = Some(cluster_id(&bench, 2));
    bench.take(|store| store.move_delegates(bench.session, vec![an], second));
    let moved =
        ["1.2 Nguyễn Văn Bình", "1.3 Bùi Ái (bổ sung)", "2.1 Trần Đình Ân", "2.2 Vũ Thị Yến (bổ sung)"];
    assert_eq!(bench.lists(), moved);

    bench.store.remove_delegates(bench.session, vec![an]).wait().expect("remove");
    bench.take(|store| store.open_lists(bench.session, Lists::All));
    assert_eq!(bench.lists(), ["1.1 Bùi Ái", "1.2 Nguyễn Văn Bình", "2.1 Trần Đình Ân"]);
    assert_eq!(bench.delegate("Vũ Thị Yến").state, DelegateState::Withdrawn);
}

#[test]
fn one_list_can_be_fixed_alone() {
    let bench = StoreBench::new();
    let first = cluster_id(&bench, 1);
    bench.take(|store| store.fix_lists(bench.session, Lists::Of(Some(first))));
    let added = vec![new("Bùi Ái", "Xã Tam Đại"), new("Bùi Ái", "Xã Tam Dân")];
    bench.take(|store| store.add_delegates(bench.session, None, added));
    let lists =
        ["1.1 Lê Thị An", "1.2 Nguyễn Văn Bình", "1.3 Bùi Ái (bổ sung)", "2.1 Bùi Ái", "2.2 Trần Đình Ân"];
    assert_eq!(bench.lists(), lists);
    let nobody = Lists::Of(None);
    assert_eq!(bench.refused(|store| store.fix_lists(bench.session, nobody)), Mistake::NobodyListed);

    // A cluster that goes takes its numbers along.
    bench.take(|store| store.delete_cluster(first));
    assert_eq!(bench.lists()[2..], ["–.1 Bùi Ái", "–.2 Lê Thị An", "–.3 Nguyễn Văn Bình"]);
}

#[test]
fn a_division_makes_the_clusters_and_moves_everyone() {
    let bench = StoreBench::new();
    let empty = bench.store.create_session(bench.dossier().session.details, None).wait().expect("session");
    let people: Vec<NewDelegate> =
        (0..30).map(|n| new(&format!("Đại Biểu {n}"), &format!("Xã {}", n % 5))).collect();
    bench.store.add_delegates(empty, None, people).wait().expect("add");
    let plan = |by| {
        let dossier = bench.store.dossier(empty).wait().expect("dossier");
        divide(&dossier.delegates, &dossier.clusters, by, Served::Stay).expect("a division")
    };
    let division = plan(DivideBy::Capacity(12));
    bench.take(|store| store.apply_division(empty, division.clone()));
    let dossier = bench.store.dossier(empty).wait().expect("dossier");
    let halls: Vec<(String, Option<u32>, usize)> = dossier
        .clusters
        .iter()
        .map(|cluster| {
            let there = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id)).count();
            (cluster.details.name.clone(), cluster.details.capacity, there)
        })
        .collect();
    let hall = |number: u32, there| (format!("Cụm {number}"), Some(12), there);
    assert_eq!(halls, [hall(1, 12), hall(2, 12), hall(3, 6)]);

    // A unit that is served now goes there by itself, and dividing again changes nothing.
    bench.store.add_delegates(empty, None, vec![new("Vũ Muộn", "Xã 4")]).wait().expect("add");
    let before = bench.dump();
    bench.store.apply_division(empty, plan(DivideBy::Clusters(3))).wait().expect("again");
    assert_eq!(bench.dump(), before);

    bench.store.fix_lists(empty, Lists::All).wait().expect("fix");
    let refused = bench.refused(|store| store.apply_division(empty, plan(DivideBy::Clusters(4))));
    assert_eq!(refused, Mistake::ListFixed);
}

#[test]
fn a_read_only_window_edits_nothing() {
    let bench = StoreBench::new();
    let reader = taphuan::store::Store::open(&bench.path, taphuan::store::Access::Read).expect("reader");
    let refused = reader.add_delegates(bench.session, None, vec![new("Vũ An", "Xã Tam Đại")]).wait();
    assert!(matches!(refused, Err(taphuan::store::StoreError::ReadOnly)));
    assert!(reader.undo_label().wait().expect("labels can be read").is_some());
}
