//! Which sheets have to be printed again after a change: those that say something else.

use crate::support::dossier::{certify_as_listed, session};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::numbering::numbered;
use taphuan::domain::print_run::changed_pages;
use taphuan::paper::layout::Layout;
use taphuan::paper::{Options, PaperKind, lay_out};

fn codes(kind: PaperKind, dossier: &Dossier) -> Vec<String> {
    layout(kind, dossier).codes(kind.id())
}

fn layout(kind: PaperKind, dossier: &Dossier) -> Layout {
    lay_out(kind, dossier, &Options::default()).expect("a paper")
}

fn changed(kind: PaperKind, then: &Dossier, now: &Dossier) -> Vec<usize> {
    changed_pages(&codes(kind, now), &codes(kind, then))
}

/// Where the delegate of that place in the printed order stands among the delegates.
fn place(dossier: &Dossier, at: usize) -> usize {
    let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
    let rows = numbered(&dossier.delegates, &clusters, dossier.session.details.list_order);
    let id = rows[at].delegate.id;
    dossier.delegates.iter().position(|one| one.id == id).expect("there")
}

/// The pages of a paper on which a delegate stands.
fn pages_of(kind: PaperKind, dossier: &Dossier, at: usize) -> Vec<usize> {
    let id = dossier.delegates[at].id;
    let pages = layout(kind, dossier).pages.into_iter().enumerate();
    pages.filter(|(_, page)| page.delegates.contains(&id)).map(|(number, _)| number).collect()
}

/// Papers whose pages hold the rows of delegates, or are one delegate's.
const OF_DELEGATES: [PaperKind; 8] = [
    PaperKind::SignInSheet,
    PaperKind::DelegateList,
    PaperKind::DocumentReceipt,
    PaperKind::AllowanceReceipt,
    PaperKind::Badges,
    PaperKind::TableSigns,
    PaperKind::Certificates,
    PaperKind::Invitations,
];

#[test]
fn nothing_changed_and_no_page_is_another_one() {
    let dossier = session(160, 4, 2);
    for kind in PaperKind::ALL {
        assert_eq!(changed(kind, &dossier, &dossier.clone()), Vec::<usize>::new(), "{}", kind.id());
    }
}

#[test]
fn another_position_changes_exactly_the_pages_it_stands_on() {
    let before = session(160, 4, 2);
    for at in [0, 70, 159] {
        let mut after = before.clone();
        let at = place(&before, at);
        after.delegates[at].details.position = Some("Phó Bí thư Chi bộ kiêm Trưởng ban CTMT".into());
        certify_as_listed(&mut after);
        for kind in OF_DELEGATES {
            let pages = changed(kind, &before, &after);
            // A longer text may take a row to the next page; it never touches those before.
            let of_delegate = pages_of(kind, &before, at);
            assert_eq!(pages.first(), of_delegate.first(), "{} {at}", kind.id());
            assert!(pages.len() < 10, "{} {at}: {pages:?}", kind.id());
        }
    }
}

#[test]
fn a_name_of_the_same_length_changes_its_page_alone() {
    let before = session(160, 4, 2);
    let mut compared = 0;
    for at in [3, 90, 155] {
        let mut after = before.clone();
        let at = place(&before, at);
        // Not the last word: the order of the list stays.
        let name = &mut after.delegates[at].details.full_name;
        *name = name.replacen(name.split(' ').next().expect("a word"), "Lý", 1);
        certify_as_listed(&mut after);
        for kind in OF_DELEGATES {
            let order = |dossier: &Dossier| {
                let pages = layout(kind, dossier).pages;
                pages.into_iter().map(|page| page.delegates).collect::<Vec<_>>()
            };
            if order(&before) == order(&after) {
                compared += 1;
                assert_eq!(changed(kind, &before, &after), pages_of(kind, &before, at), "{} {at}", kind.id());
            }
        }
    }
    assert!(compared > OF_DELEGATES.len(), "the order of the list stays as it is: {compared}");
}

#[test]
fn who_is_added_shifts_the_pages_that_follow_in_the_cluster_and_no_other() {
    let before = session(160, 4, 2);
    let mut after = before.clone();
    let at = place(&before, 60);
    let mut late = before.delegates[at].clone();
    late.id.0 = 99_999;
    late.details.full_name = format!("{} Hai", late.details.full_name);
    let cluster = late.cluster;
    after.delegates.push(late);
    let kind = PaperKind::SignInSheet;
    let pages = layout(kind, &after).pages;
    let of_cluster = |page: usize| {
        pages[page]
            .delegates
            .iter()
            .all(|id| after.delegates.iter().any(|one| one.id == *id && one.cluster == cluster))
    };
    let changed = changed(kind, &before, &after);
    assert!(!changed.is_empty() && changed.len() < pages.len());
    assert!(changed.iter().all(|&page| of_cluster(page)), "{changed:?}");
    let last = (0..pages.len()).rfind(|&page| of_cluster(page) && !pages[page].delegates.is_empty());
    let first = changed[0];
    let expected: Vec<usize> = (first..=last.expect("a page")).collect();
    assert_eq!(changed[..expected.len()], expected[..], "all from the first of them on");
}

#[test]
fn letters_are_compared_by_what_they_say() {
    let dossier = session(40, 1, 2);
    let letters = |number: &str| {
        let mut options = Options::default();
        options.plan.words.recipients = number.into();
        let layout = lay_out(PaperKind::Plan, &dossier, &options).expect("a paper");
        layout.codes(PaperKind::Plan.id())
    };
    let (before, after) = (letters("Huyện ủy"), letters("Huyện ủy; UBND huyện"));
    assert_eq!(changed_pages(&letters("Huyện ủy"), &before), Vec::<usize>::new());
    assert_eq!(changed_pages(&after, &before), [before.len() - 1], "who receives it stands at the end");
}
