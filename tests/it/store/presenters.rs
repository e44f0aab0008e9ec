//! What became of what presenters were to give.

use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::id::ProgrammeItemId;
use taphuan::domain::programme::{Given, ItemKind, PlannedItem, Presenter, ProgrammeItem};

use crate::support::editing::StoreBench;

fn person(name: &str) -> Presenter {
    Presenter::Person { name: name.into(), titles: Vec::new() }
}

fn bench(presenters: Vec<Presenter>) -> (StoreBench, ProgrammeItemId) {
    let bench = StoreBench::new();
    let cluster = bench.dossier().clusters[0].id;
    let item = ProgrammeItem {
        kind: ItemKind::Topic,
        title: "Công tác giám sát, phản biện xã hội".into(),
        minutes: Some(45),
        presenters,
    };
    let (date, half) = ("2026-11-28".parse().expect("a day"), HalfDay::Morning);
    let sitting = SittingDetails { date, half, starts: None, ends: None, programme: vec![item] };
    bench.store.add_sitting(cluster, sitting).wait().expect("added");
    let id = bench.dossier().clusters[0].sittings[0].items[0].id;
    (bench, id)
}

fn item(bench: &StoreBench) -> PlannedItem {
    bench.dossier().clusters[0].sittings[0].items[0].clone()
}

#[test]
fn what_was_given_follows_the_presenter_through_edits_of_the_programme() {
    let planned = vec![person("Trần Thị Bình"), person("Nguyễn Văn Cường")];
    let (bench, id) = bench(planned.clone());
    bench.take(|store| store.set_given(id, 0, planned.clone(), Some(Given::Given)));
    let by = Given::By("  Lê  Thị Dung ".into());
    bench.take(|store| store.set_given(id, 1, planned, Some(by)));
    let by = Some(Given::By("Lê Thị Dung".into()));
    assert_eq!(item(&bench).given, [Some(Given::Given), by.clone()]);
    // Titles are added, the first is taken out, the other is spelled better.
    bench.take(|store| {
        store.edit_item(id, "presenters", |item| {
            item.presenters[1] = Presenter::Person {
                name: "Nguyễn Văn Cường".into(),
                titles: vec!["Phó Chủ tịch".into()],
            };
        })
    });
    bench.take(|store| {
        store.edit_item(id, "minutes", |item| {
            item.presenters.remove(0);
        })
    });
    assert_eq!(item(&bench).given, vec![by.clone()]);
    bench.take(|store| store.edit_item(id, "title", |item| item.presenters[0] = person("Nguyễn Văn Cương")));
    assert_eq!(
        (item(&bench).details.presenters, item(&bench).given),
        (vec![person("Nguyễn Văn Cương")], vec![by])
    );
    bench.take(|store| store.set_given(id, 0, Vec::new(), None));
    assert_eq!(item(&bench).given, [None]);
}

#[test]
fn whom_only_the_topic_names_is_written_down_with_what_became_of_it() {
    let (bench, id) = bench(Vec::new());
    let planned = vec![person("Trần Thị Bình"), person("Nguyễn Văn Cường")];
    bench.take(|store| store.set_given(id, 1, planned.clone(), Some(Given::Not)));
    assert_eq!(
        (item(&bench).details.presenters, item(&bench).given),
        (planned, vec![None, Some(Given::Not)])
    );
}
