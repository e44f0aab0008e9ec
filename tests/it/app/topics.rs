//! The page Chuyên đề: a tree that is edited and searched, documents, curricula,
//! and topics put into a session.

use crate::support::window::Window;
use taphuan::app::Shortcut;
use taphuan::domain::cluster::{ClusterDetails, HalfDay};
use taphuan::domain::library::{Library, TopicDetails, TopicPlace};
use taphuan::domain::session::SessionDetails;
use taphuan::sample;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

fn add(
    store: &Store,
    title: &str,
    parent: Option<taphuan::domain::id::TopicId>,
) -> taphuan::domain::id::TopicId {
    let details = TopicDetails { title: title.into(), ..TopicDetails::default() };
    store.add_topic(TopicPlace { parent, at: usize::MAX }, details).wait().expect("topic")
}

fn open(fill: impl FnOnce(&Store)) -> Window {
    let mut window = Window::open(fill);
    window.click("Chuyên đề");
    window
}

fn library(window: &Window) -> Library {
    window.store().library().wait().expect("library")
}

/// Titles, indented.
fn tree(window: &Window) -> Vec<String> {
    let library = library(window);
    library.topics.iter().map(|one| format!("{}{}", " ".repeat(one.depth), one.details.title)).collect()
}

#[test]
fn an_empty_library_says_what_to_do_and_is_filled() {
    let mut window = open(|_| {});
    assert!(window.shows("Kho chuyên đề còn trống"));
    window.press("topic-add");
    window.shortcut(Shortcut::Escape);
    assert_eq!(tree(&window), [""; 0], "nothing is made before it has a name");
    window.press("topic-add");
    window.type_into("new-name", "Công tác giám sát");
    window.type_into("topic-label", "Một là");
    window.type_into("topic-minutes", "60");
    window.press("topic-add-part");
    window.type_into("new-name", "Quy định 124");
    assert_eq!(tree(&window), ["Công tác giám sát", " Quy định 124"]);
    let topic = &library(&window).topics[0].details.clone();
    assert_eq!((topic.label.as_deref(), topic.minutes), (Some("Một là"), Some(60)));

    window.press("document-add");
    window.type_into("document-kind", "Quy định");
    window.type_into("document-number", "124-QĐ/TW");
    window.type_into("document-date", "2/2/2018");
    assert!(window.shows("Quy định 124-QĐ/TW"));
    let document = &library(&window).documents[0].details.clone();
    assert_eq!(document.date, "2018-02-02".parse().ok());

    window.shortcut(Shortcut::Up);
    window.press("topic-out");
    assert_eq!(tree(&window), ["Công tác giám sát", "Quy định 124"]);
    window.shortcut(Shortcut::Up);
    assert_eq!(tree(&window), ["Quy định 124", "Công tác giám sát"]);
    window.shortcut(Shortcut::Delete);
    assert_eq!(tree(&window), ["Công tác giám sát"]);
    window.shortcut(Shortcut::Undo);
    assert_eq!(tree(&window), ["Quy định 124", "Công tác giám sát"]);
}

#[test]
fn a_title_that_was_emptied_is_refused_beside_its_field() {
    let mut window = open(|store| {
        add(store, "Dân vận", None);
    });
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("topics")).expect("the table");
        let _ = ui.tap_key(iced::keyboard::key::Named::Home);
    });
    window.type_into("topic-title", "  ");
    let refusal =
        "Chuyên đề cần có tên. Hãy gõ tên chuyên đề, ví dụ “Công tác giám sát và phản biện xã hội”.";
    assert!(window.shows(refusal));
    assert_eq!(tree(&window), ["Dân vận"]);
}

#[test]
fn a_curriculum_goes_into_a_session_in_one_step() {
    let mut window = open(|store| {
        let one = add(store, "Giám sát", None);
        let two = add(store, "Dân vận", None);
        store.add_curriculum("Khung 3 ngày", vec![two, one]).wait().expect("curriculum");
        let details = SessionDetails {
            title: "Lớp Tam Đại".into(),
            dates: "2026-09-25".parse().ok(),
            ..SessionDetails::default()
        };
        let session = store.create_session(details, None).wait().expect("session");
        let cluster = store.add_cluster(session, ClusterDetails::default()).wait().expect("cluster");
        store.make_sittings(vec![cluster], vec![HalfDay::Morning]).wait().expect("sittings");
    });
    let choose = |window: &mut Window, list: &'static str, downs: usize| {
        window.act(|ui| {
            let _ = ui.click(iced_test::selector::id(list)).unwrap_or_else(|error| panic!("{list}: {error}"));
            for _ in 0..downs {
                let _ = ui.tap_key(iced::keyboard::key::Named::ArrowDown);
            }
            let _ = ui.tap_key(iced::keyboard::key::Named::Enter);
        });
    };
    choose(&mut window, "curriculum", 1);
    assert!(window.shows("Chưa có lớp nào theo khung này."));
    window.type_into("curriculum-title", "Khung mới");
    choose(&mut window, "curriculum-session", 1);
    let held: Vec<String> =
        window.store().programme(taphuan::domain::id::SessionId(1)).wait().expect("programme").clusters[0]
            .sittings[0]
            .items
            .iter()
            .map(|item| item.details.title.clone())
            .collect();
    assert_eq!(held, ["Dân vận", "Giám sát"], "in the order of the curriculum");
    assert!(window.shows("Thứ Sáu 25/9 · Sáng"), "the programme is shown");
    assert_eq!(library(&window).curricula[0].title, "Khung mới");
}

#[test]
fn the_samples_are_found_with_what_they_cite() {
    let window = open(|store| {
        let operation = Operation::new(Sentence::new("operation-sample"));
        store.plant(operation, sample::blueprints().expect("samples")).wait().expect("planted");
    });
    let library = library(&window);
    let titles = |words: &str| -> Vec<String> {
        library
            .search(words)
            .iter()
            .map(|id| library.topic(*id).expect("found").details.title.clone())
            .collect()
    };
    assert!(titles("08/tt-mttw-btt")[0].starts_with("Triển khai Điều lệ"));
    assert!(titles("ngo van minh").iter().any(|title| title.contains("Ngõ văn minh đô thị")));
    assert_eq!(library.curricula.len(), 5);
}

#[test]
fn what_is_done_with_the_open_topic_goes_by_it_though_its_row_is_hidden() {
    let mut window = open(|store| {
        let first = add(store, "Giám sát", None);
        add(store, "Phản biện", None);
        store.add_curriculum("Khung 2026", vec![first]).wait().expect("curriculum");
        for title in ["Lớp một", "Lớp hai"] {
            let details = SessionDetails {
                title: title.into(),
                dates: "2026-09-25".parse().ok(),
                ..SessionDetails::default()
            };
            store.create_session(details, None).wait().expect("session");
        }
    });
    window.click("Giám sát");
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("search")).expect("the search");
        let _ = ui.typewrite("phan bien");
    });
    assert!(window.has("topic-title"), "the panel stays");
    window.shortcut(Shortcut::Delete);
    let titles: Vec<_> = library(&window).topics.iter().map(|one| one.details.title.clone()).collect();
    assert_eq!(titles, ["Phản biện"], "the one that is open went");
    window.shortcut(Shortcut::Undo);
    window.click("Phản biện");
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("search")).expect("the search");
        let _ = ui.typewrite(" khong co");
    });
    window.shortcut(Shortcut::Escape);
    assert!(!window.has("topic-title"), "Esc closes the panel");
}
