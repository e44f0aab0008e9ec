//! In ấn from session to session: recipes, what was typed for a letter, the whole
//! bundle, and the pages that changed since they were printed.

use std::path::Path;

use crate::support::pdf_reader;
use crate::support::store::{becomes, person, small_session, step};
use crate::support::window::{Window, key_event, modifiers};
use iced::keyboard::{Key, Modifiers, key::Named};
use taphuan::app::preview::Viewport;
use taphuan::app::screen::Route;
use taphuan::app::screen::session::printing::Message as Printing;
use taphuan::app::screen::session::printing::bundle::Message as Bundle;
use taphuan::app::screen::session::printing::choices::Choice;
use taphuan::app::screen::session::printing::recipes::Message as Recipes;
use taphuan::app::screen::{Tab, session};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::recipe::PaperMemory;
use taphuan::export::print_run;
use taphuan::locale::{Language, Locale};
use taphuan::paper::card::Place;
use taphuan::paper::{self, Format, Options, PaperKind, Scope};
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
    let task = window.app.update(Message::Go(Route::Session(session, Tab::Printing)));
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
    for paper in ["paper-unit-signs", "paper-plan"] {
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
        save_as(window, &path);
        text(&path).contains("Số: 45")
    };
    assert!(number(&mut window, "a.pdf"));
    window.shortcut(Shortcut::Undo);
    assert!(memory(&window).choices.get("invitation").is_none_or(|one| one.words.is_none()));
    assert!(!number(&mut window, "b.pdf"), "the letter follows the undoing");
}

/// What was typed for a paper of the session, as JSON.
fn words(window: &Window, paper: &str) -> serde_json::Value {
    let choice = memory(window).choices.remove(paper);
    let words = choice.and_then(|choice| choice.words).unwrap_or_default();
    serde_json::from_str(&words).unwrap_or_default()
}

/// Empties a field.
fn clear(window: &mut Window, field: &'static str) {
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id(field)).unwrap_or_else(|error| panic!("{field}: {error}"));
        let all = key_event(Key::Character("a".into()), Modifiers::CTRL);
        let _ = ui.simulate([modifiers(Modifiers::CTRL), all, modifiers(Modifiers::empty())]);
        let _ = ui.tap_key(Named::Backspace);
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn what_is_typed_into_a_paper_is_a_step_of_its_own_wherever_it_stands() {
    for (paper, field, typed, told) in [
        ("paper-budget", "window-print-price-water", "20000", "đơn giá"),
        ("paper-allowance-receipt", "print-rate", "50000", "mức tiền"),
        ("paper-presenter-fees", "print-fee", "600000", "mức tiền"),
        ("paper-delegate-list", "print-remark", "Gửi nhà xe", "dòng ghi dưới tiêu đề"),
        ("paper-sign-in-sheet", "print-remark", "Gửi bàn đón", "dòng ghi dưới tiêu đề"),
    ] {
        let mut window = printing();
        window.press("paper-invitation");
        window.type_into("print-number", "45");
        window.press(paper);
        window.type_into(field, typed);
        let kind = paper.trim_start_matches("paper-");
        assert!(words(&window, kind).to_string().contains(typed), "{paper}");
        let label = window.store().undo_label().wait().expect("label").expect("a step");
        assert!(Locale::new(Language::Vietnamese).say(&label).contains(told), "{paper}: {label:?}");
        window.shortcut(Shortcut::Undo);
        assert!(!words(&window, kind).to_string().contains(typed), "{paper}");
        assert_eq!(words(&window, "invitation")["number"], "45", "{paper}: the step before it stands");
    }
}

#[test]
fn two_fields_of_one_paper_are_two_steps_and_neither_brings_the_other_back() {
    let mut window = printing();
    window.press("paper-budget");
    window.type_into("window-print-price-water", "20000");
    window.type_into("window-print-price-venue", "5000000");
    window.type_into("print-source", "Kinh phí năm 2020");
    let budget = |window: &Window| words(window, "budget");
    window.shortcut(Shortcut::Undo);
    window.shortcut(Shortcut::Undo);
    assert_eq!(budget(&window), serde_json::json!({"prices": {"Water": 20_000}}));
    window.type_into("print-source", "Xã hội hóa");
    assert_eq!(budget(&window)["prices"]["Venue"], serde_json::Value::Null, "it was taken back");
    clear(&mut window, "window-print-price-water");
    assert_eq!(budget(&window)["prices"]["Water"], serde_json::Value::Null);
    window.shortcut(Shortcut::Undo);
    assert_eq!(budget(&window)["prices"]["Water"], 20_000);
}

#[test]
fn prices_that_were_kept_with_the_look_are_found_and_stay() {
    let earlier = r#"{"prices":{"Water":20000,"Venue":5000000},"per":"Day","blank_rows":2}"#;
    let window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    let mut window = window.reopen_after(|store| {
        store.remember_look(SESSION, "budget", earlier.into(), None).wait().expect("kept");
    });
    window.resize(1366.0, 1600.0);
    let folder = tempfile::tempdir().expect("folder");
    let saved = |window: &mut Window, name: &str| {
        go(window, SESSION);
        window.press("paper-budget");
        assert!(!window.shows("không hiểu"));
        let path = folder.path().join(name);
        save_as(window, &path);
        text(&path)
    };
    let found = saved(&mut window, "a.pdf");
    assert!(found.contains("20.000") && found.contains("5.000.000"), "{found}");
    window.type_into("print-blank", "0");
    clear(&mut window, "window-print-price-venue");
    let mut window = window.reopen_after(|_| ());
    let found = saved(&mut window, "b.pdf");
    assert!(found.contains("20.000") && !found.contains("5.000.000"), "{found}");
    window.shortcut(Shortcut::Undo);
    let found = saved(&mut window, "c.pdf");
    assert!(found.contains("5.000.000"), "{found}");
}

#[test]
fn prices_of_an_earlier_recipe_fill_what_the_session_has_not_when_it_is_chosen() {
    let mut window = printing().reopen_after(|store| {
        let options = r#"{"prices":{"Water":20000},"per":"Sitting","blank_rows":2}"#;
        store.save_recipe("budget", "Như năm trước", options.into()).wait().expect("saved");
    });
    go(&mut window, SESSION);
    window.press("paper-budget");
    let choose = |window: &mut Window, key: Named| {
        window.act(|ui| {
            let _ = ui.click(iced_test::selector::id("print-recipe")).expect("the recipes");
            let _ = ui.tap_key(key);
            let _ = ui.tap_key(Named::Enter);
        });
        words(window, "budget")
    };
    assert_eq!(choose(&mut window, Named::ArrowDown)["prices"]["Water"], 20_000, "as a step");
    window.shortcut(Shortcut::Undo);
    assert_eq!(words(&window, "budget"), serde_json::Value::Null);
    window.type_into("window-print-price-venue", "5000000");
    choose(&mut window, Named::ArrowUp);
    let own = serde_json::json!({"Venue": 5_000_000});
    assert_eq!(choose(&mut window, Named::ArrowDown)["prices"], own, "the session has its own");
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
    assert!(!files(folder.path()).iter().any(|name| name.contains("the-dai-bieu")));
    // In halls where nobody is listed yet something is signed all the same.
    assert!(window.shows("Có dòng trống để ghi tay:"));
    assert!(files(folder.path()).iter().any(|name| name.ends_with("-danh-sach-ky-ten.pdf")));
}

/// The tab with a page on its bench, and the sign-in sheet saved and printed once.
fn printed() -> (Window, tempfile::TempDir) {
    let mut window = printing();
    lay_on_desk(&mut window);
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("ky-ten.pdf");
    save_as(&mut window, &path);
    assert_eq!(pages(&path), 2, "a page for each cluster");
    (after(window, note_printed), folder)
}

/// Notes that the sheet of everybody came out of the printer, as it is now.
fn note_printed(store: &Store) {
    let (kind, options) = (PaperKind::SignInSheet, Options::default());
    let dossier = store.dossier(SESSION).wait().expect("dossier");
    let made = paper::make(kind, &dossier, &options).expect("made");
    let run = print_run(kind, &dossier, None, &options, made.printed());
    store.record_prints(vec![run.on_paper(&made.codes)]).wait().expect("noted");
}

fn pages(path: &Path) -> usize {
    pdf_reader::read(&std::fs::read(path).expect("a file")).len()
}

/// Saves the paper on the bench.
fn save_as(window: &mut Window, path: &Path) {
    ask_where(window, Printing::Save(Format::Pdf));
    tell(window, Printing::Picked(Some(path.to_owned())));
}

/// Presses a button behind which the file dialog of the system opens: what is left of
/// its task is that dialog, and nobody looks at it.
fn ask_where(window: &mut Window, button: Printing) {
    drop(window.app.update(told(button)));
}

/// Saves what changed, and gives the text of it.
fn save_changed(window: &mut Window, folder: &Path) -> String {
    ask_where(window, Printing::SaveChanged);
    let path = folder.join("in-lai.pdf");
    tell(window, Printing::Picked(Some(path.clone())));
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
        after(window, |store| store.edit_delegate(one.id, "name", becomes(details)).wait().expect("edited"));
    assert!(window.has("print-changed") && window.has("print-changed-save"));
    let again = save_changed(&mut window, folder.path());
    assert!(again.contains("Trần Đình Ấn") && !again.contains("Nguyễn Văn Bình"), "{again}");
    assert!(window.has("print-changed"), "what was saved is not printed yet");
    let window = after(window, note_printed);
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
    let bench = Viewport { size: iced::Size::new(700.0, 900.0), pixels: 1.0 };
    tell(window, Printing::Measured(bench));
}

#[test]
fn what_is_saved_is_what_was_on_show_when_the_button_was_pressed() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("giấy.pdf");
    ask_where(&mut window, Printing::Save(Format::Pdf));
    window.press("paper-plan");
    tell(&mut window, Printing::Picked(Some(path.clone())));
    assert!(text(&path).contains("DANH SÁCH KÝ TÊN"), "{}", text(&path));
    let runs = memory(&window).runs;
    assert_eq!(runs.iter().map(|run| run.paper.as_str()).collect::<Vec<_>>(), ["sign-in-sheet"]);
}

#[test]
fn changed_pages_are_saved_whatever_is_looked_at_meanwhile() {
    let (window, folder) = printed();
    let first = window.store().dossier(SESSION).wait().expect("dossier").clusters[0].id;
    let late = vec![NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Đại"))];
    let mut window =
        after(window, |store| store.add_delegates(SESSION, Some(first), late).wait().expect("added"));
    ask_where(&mut window, Printing::SaveChanged);
    window.press("paper-plan");
    let path = folder.path().join("in-lai.pdf");
    tell(&mut window, Printing::Picked(Some(path.clone())));
    assert!(pages(&path) == 1 && text(&path).contains("An Văn Đến"), "{}", text(&path));
}

#[test]
fn files_are_replaced_by_the_paper_they_were_asked_about() {
    let mut window = printing();
    tell(&mut window, Printing::Chosen(Choice::Scope(Scope::Each)));
    let folder = tempfile::tempdir().expect("folder");
    let there = folder.path().join("giấy-cum-1.pdf");
    std::fs::write(&there, "của người dùng").expect("written");
    ask_where(&mut window, Printing::Save(Format::Pdf));
    let work = window.app.update(told(Printing::Picked(Some(folder.path().join("giấy.pdf")))));
    // Before the work tells that a file is there, another paper is looked at.
    window.press("paper-plan");
    window.carry_out(work);
    tell(&mut window, Printing::Confirm);
    assert!(text(&there).contains("DANH SÁCH KÝ TÊN"), "{}", text(&there));
    assert!(folder.path().join("giấy-cum-2.pdf").exists());
}

#[test]
fn a_bundle_that_is_asked_about_is_made_as_it_was_wanted() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("01-ke-hoach.pdf"), "của người dùng").expect("written");
    tell(&mut window, Printing::Bundle(Bundle::Ask));
    tell(&mut window, Printing::Bundle(Bundle::Typed(folder.path().display().to_string())));
    let work = window.app.update(told(Printing::Bundle(Bundle::Go)));
    tell(
        &mut window,
        Printing::Chosen(Choice::Set(Place::new(&["words", "remark"]), "Đổi giữa chừng".into())),
    );
    window.carry_out(work);
    tell(&mut window, Printing::Bundle(Bundle::Go));
    let sheet = files(folder.path()).into_iter().find(|name| name.contains("ky-ten")).expect("the sheet");
    assert!(!text(&folder.path().join(sheet)).contains("Đổi giữa chừng"));
}

#[test]
fn a_recipe_saved_while_another_paper_is_looked_at_is_remembered_for_its_own() {
    let mut window = printing();
    window.type_into("print-blank", "9");
    window.press("recipe-save");
    tell(&mut window, Printing::Recipe(Recipes::Typed("bàn đón".into())));
    let work = window.app.update(told(Printing::Recipe(Recipes::Confirm)));
    window.press("paper-delegate-list");
    window.carry_out(work);
    let uid = window.store().recipes().wait().expect("recipes")[0].uid.clone();
    assert_eq!(memory(&window).choices["sign-in-sheet"].recipe, Some(uid));
}

#[test]
fn a_place_chosen_while_other_work_is_under_way_has_its_turn_after() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    let (path, into) = (folder.path().join("giấy.pdf"), folder.path().join("hồ sơ"));
    ask_where(&mut window, Printing::Save(Format::Pdf));
    tell(&mut window, Printing::Bundle(Bundle::Ask));
    tell(&mut window, Printing::Bundle(Bundle::Typed(into.display().to_string())));
    let work = window.app.update(told(Printing::Bundle(Bundle::Go)));
    tell(&mut window, Printing::Picked(Some(path.clone())));
    window.carry_out(work);
    assert!(files(&into).len() > 5 && !path.exists());
    tell(&mut window, Printing::Bundle(Bundle::Close));
    assert_eq!(pages(&path), 2);
    assert!(memory(&window).runs.len() > 5, "the runs of both are remembered");
}
