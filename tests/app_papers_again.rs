//! In ấn from session to session: recipes, what was typed for a letter, the whole
//! bundle, and the pages that changed since they were printed.

mod support;

use std::path::Path;

use support::pdf_reader;
use support::store::{person, small_session, step};
use support::window::Window;
use taphuan::app::preview::Desk;
use taphuan::app::screen::Place;
use taphuan::app::screen::session::printing::Message as Printing;
use taphuan::app::screen::session::{self, Tab};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::recipe::PaperMemory;
use taphuan::paper::Format;
use taphuan::store::Store;

const SESSION: SessionId = SessionId(1);

/// The tab of the first of two sessions of three.
fn printing() -> Window {
    let mut window = Window::open(|store| {
        for title in ["Lớp một", "Lớp hai"] {
            let mut blueprint = small_session();
            blueprint.session.title = title.into();
            store.plant(step("plant"), vec![blueprint]).wait().expect("planted");
        }
    });
    window.resize(1366.0, 1600.0);
    go(&mut window, SESSION);
    window
}

fn go(window: &mut Window, session: SessionId) {
    let task = window.app.update(Message::Go(Place::Session(session, Tab::Printing)));
    window.carry_out(task);
}

fn told(message: Printing) -> Message {
    Message::Screen(ScreenMessage::Session(session::Message::Printing(message)))
}

fn tell(window: &mut Window, message: Printing) {
    let task = window.app.update(told(message));
    window.carry_out(task);
}

fn memory(window: &Window) -> PaperMemory {
    window.store().paper_memory(SESSION).wait().expect("memory")
}

/// The options of the only recipe.
fn recipe(window: &Window) -> serde_json::Value {
    let recipes = window.store().recipes().wait().expect("recipes");
    assert_eq!(recipes.len(), 1);
    serde_json::from_str(&recipes[0].options).expect("JSON")
}

#[test]
fn options_are_saved_as_a_recipe_and_over_it_and_found_in_the_next_session() {
    let mut window = printing();
    assert!(window.shows("Mẫu in") && !window.shows("đã đổi") && !window.has("recipe-save"));
    window.type_into("print-blank", "9");
    assert!(window.shows("đã đổi") && !window.has("recipe-over"), "as usual, and changed");
    window.press("recipe-save");
    window.type_into("recipe-name", "bàn đón");
    assert_eq!(recipe(&window)["blank_rows"], 9);
    assert!(!window.shows("đã đổi") && window.has("recipe-rename"));

    window.type_into("print-blank", "3");
    assert!(window.shows("đã đổi"));
    window.press("recipe-over");
    assert_eq!(recipe(&window)["blank_rows"], 3);
    assert!(!window.shows("đã đổi"));
    window.shortcut(Shortcut::Undo);
    assert_eq!(recipe(&window)["blank_rows"], 9);
    assert!(window.shows("đã đổi"), "what is on show is not taken away");

    go(&mut window, SessionId(2));
    assert!(window.has("recipe-rename") && !window.shows("đã đổi"), "the recipe used last");
    window.press("recipe-remove");
    assert!(!window.has("recipe-rename") && window.shows("đã đổi"), "its options stay");
    window.shortcut(Shortcut::Undo);
    assert!(window.has("recipe-rename") && !window.shows("đã đổi"));
}

#[test]
fn a_recipe_gets_another_name_but_not_one_that_is_taken() {
    let mut window = printing();
    for (rows, name) in [("9", "bàn đón"), ("2", "nhà xe")] {
        window.type_into("print-blank", rows);
        window.press("recipe-save");
        window.type_into("recipe-name", name);
    }
    window.press("recipe-rename");
    window.type_into("recipe-name", "Bàn đón");
    assert!(window.has("recipe-name"), "the question stays, with the reason");
    window.type_into("recipe-name", "gửi nhà xe");
    assert!(!window.has("recipe-name"));
    let recipes = window.store().recipes().wait().expect("recipes");
    let names: Vec<&str> = recipes.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["bàn đón", "gửi nhà xe"]);
}

#[test]
fn papers_without_options_have_no_recipes_and_letters_keep_theirs_apart() {
    let mut window = printing();
    window.type_into("print-blank", "9");
    for paper in ["paper-table-signs", "paper-plan"] {
        window.press(paper);
        assert!(!window.shows("Mẫu in"), "{paper}");
    }
    window.press("paper-invitation");
    assert!(window.shows("Mẫu in") && !window.shows("đã đổi"));
    window.type_into("print-number", "45");
    assert!(!window.shows("đã đổi"), "a number is of this session alone");
}

#[test]
fn a_letter_is_found_again_as_it_was_typed_and_undone_as_it_was_before() {
    let mut window = printing();
    window.press("paper-invitation");
    window.type_into("print-number", "45");
    let mut window = window.reopen_after(|_| ());
    go(&mut window, SESSION);
    let folder = tempfile::tempdir().expect("folder");
    let number = |window: &mut Window, name: &str| {
        let path = folder.path().join(name);
        window.press("paper-invitation");
        tell(window, Printing::Picked(Format::Pdf, Some(path.clone()), true));
        text(&path).contains("Số: 45")
    };
    assert!(number(&mut window, "a.pdf"));
    window.shortcut(Shortcut::Undo);
    assert!(memory(&window).choices.get("invitation").is_none_or(|one| one.words.is_none()));
    assert!(!number(&mut window, "b.pdf"), "the letter follows the undoing");
}

fn text(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("a file");
    let pages = pdf_reader::read(&bytes);
    let text: Vec<String> = pages.iter().map(|page| page.text().replace('\u{a0}', " ")).collect();
    text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_whole_bundle_goes_into_a_folder_and_asks_once_before_it_replaces() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    let into = folder.path().join("hồ sơ");
    let bundle = |window: &mut Window| {
        window.press("print-bundle");
        window.type_into("bundle-folder", &into.display().to_string());
    };
    bundle(&mut window);
    assert!(window.has("bundle-close"), "it says what came of it");
    let names = files(&into);
    assert!(names.contains(&"01-ke-hoach.pdf".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name.ends_with("-danh-sach-ky-ten.pdf")), "{names:?}");
    assert!(names.iter().all(|name| name.is_ascii() && name.ends_with(".pdf")), "{names:?}");
    assert!(text(&into.join("01-ke-hoach.pdf")).contains("KẾ HOẠCH"));
    assert!(memory(&window).runs.len() >= names.len(), "each of them is a print run");
    window.press("bundle-close");

    std::fs::write(into.join("01-ke-hoach.pdf"), "của người dùng").expect("written");
    bundle(&mut window);
    assert!(window.has("bundle-replace"));
    window.shortcut(Shortcut::Escape);
    let kept = std::fs::read(into.join("01-ke-hoach.pdf")).expect("there");
    assert_eq!(kept, "của người dùng".as_bytes(), "nobody said it may be replaced");
    bundle(&mut window);
    window.press("bundle-replace");
    assert!(text(&into.join("01-ke-hoach.pdf")).contains("KẾ HOẠCH"));
    assert_eq!(files(&into), names);
}

#[test]
fn what_a_bundle_lacks_is_said_in_words() {
    let mut blueprint = small_session();
    blueprint.clusters.iter_mut().for_each(|cluster| cluster.delegates.clear());
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![blueprint]).wait().expect("planted");
    });
    window.resize(1366.0, 1600.0);
    go(&mut window, SESSION);
    let folder = tempfile::tempdir().expect("folder");
    window.press("print-bundle");
    window.type_into("bundle-folder", &folder.path().display().to_string());
    assert!(window.shows("Chưa làm được:"));
    assert!(files(folder.path()).contains(&"01-ke-hoach.pdf".to_owned()));
    assert!(!files(folder.path()).iter().any(|name| name.contains("ky-ten")));
}

/// The tab with a page on its desk, and the sign-in sheet saved once.
fn printed() -> (Window, tempfile::TempDir) {
    let mut window = printing();
    lay_on_desk(&mut window);
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("ky-ten.pdf");
    tell(&mut window, Printing::Picked(Format::Pdf, Some(path.clone()), true));
    assert_eq!(pages(&path), 2, "a page for each cluster");
    (window, folder)
}

fn pages(path: &Path) -> usize {
    pdf_reader::read(&std::fs::read(path).expect("a file")).len()
}

/// Saves what changed, and gives the text of it.
fn save_changed(window: &mut Window, folder: &Path) -> String {
    // Its task is the file dialog of the system.
    drop(window.app.update(told(Printing::SaveChanged)));
    let path = folder.join("in-lai.pdf");
    tell(window, Printing::Picked(Format::Pdf, Some(path.clone()), true));
    assert_eq!(pages(&path), 1);
    text(&path)
}

#[test]
fn after_a_change_only_its_page_is_offered_and_then_nothing() {
    let (window, folder) = printed();
    assert!(!window.has("print-changed"), "nothing changed");
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    let one = delegates.iter().find(|one| one.details.full_name == "Trần Đình Ân").expect("there");
    let mut details = one.details.clone();
    details.full_name = "Trần Đình Ấn".into();
    let mut window =
        after(window, |store| store.edit_delegate(one.id, details, "name").wait().expect("edited"));
    assert!(window.has("print-changed") && window.has("print-changed-save"));
    let again = save_changed(&mut window, folder.path());
    assert!(again.contains("Trần Đình Ấn") && !again.contains("Nguyễn Văn Bình"), "{again}");
    assert!(!window.has("print-changed"), "the sheets are up to date");
}

#[test]
fn who_is_added_changes_the_page_of_one_cluster() {
    let (window, folder) = printed();
    let first = window.store().dossier(SESSION).wait().expect("dossier").clusters[0].id;
    let late = vec![NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Đại"))];
    let mut window =
        after(window, |store| store.add_delegates(SESSION, Some(first), late).wait().expect("added"));
    let again = save_changed(&mut window, folder.path());
    assert!(again.contains("An Văn Đến") && !again.contains("Trần Đình Ân"), "{again}");
}

/// Edits the data while the window is closed, and comes back to the tab.
fn after<T>(window: Window, edit: impl FnOnce(&Store) -> T) -> Window {
    let mut window = window.reopen_after(edit);
    go(&mut window, SESSION);
    lay_on_desk(&mut window);
    window
}

fn lay_on_desk(window: &mut Window) {
    let desk = Desk { size: iced::Size::new(700.0, 900.0), pixels: 1.0 };
    tell(window, Printing::Measured(desk));
}
