//! The form of certificates chosen, and changed in the designer.

use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::selector::id;
use taphuan::app::Shortcut;
use taphuan::app::screen::{Route, Tab};
use taphuan::domain::certificate_template::built_in::BuiltIn;
use taphuan::domain::certificate_template::{Content, Design, Element, Length, Page, Piece};
use taphuan::domain::id::SessionId;
use taphuan::export::print_run;
use taphuan::paper::{PaperKind, make};
use taphuan::sample;
use taphuan::store::Store;

use crate::support::store::step;
use crate::support::window::{Window, key_event};

fn planted(store: &Store) {
    let session = sample::blueprints().expect("the samples").swap_remove(0);
    store.plant(step("operation-sample"), vec![session]).wait().expect("planted");
    let session = store.sessions().wait().expect("sessions")[0].id;
    let form = BuiltIn::Solemn.template(Page::ALL[0]);
    store.edit_certificate_form(session, "template", |kept| kept.template = form).wait().expect("chosen");
}

fn session(window: &Window) -> SessionId {
    window.store().sessions().wait().expect("sessions")[0].id
}

fn design(window: &Window) -> Design {
    let dossier = window.store().dossier(session(window)).wait().expect("a dossier");
    dossier.certificate_form().template.design().expect("a design").clone()
}

fn part(window: &Window, name: &str) -> Element {
    design(window).elements().iter().find(|one| one.name == name).expect("the part").clone()
}

fn open() -> Window {
    let mut window = Window::open(planted);
    // The options of certificates are longer than a screen.
    window.resize(1366.0, 1600.0);
    let route = Route::Session(session(&window), Tab::Printing);
    window.go(route);
    window.press("paper-certificates");
    window.press("cert-design");
    window
}

#[test]
fn what_is_changed_in_the_designer_is_in_the_file_at_once_and_undone_step_by_step() {
    let mut window = open();
    let before = part(&window, "Họ và tên").place.rect();
    window.click("Họ và tên");
    window.act(|ui| {
        let _ = ui.simulate([key_event(Key::Named(Named::ArrowDown), Modifiers::empty())]);
        let _ = ui.simulate([key_event(Key::Named(Named::ArrowDown), Modifiers::empty())]);
    });
    assert_eq!(part(&window, "Họ và tên").place.rect().top, before.top + Length::mm(2));
    window.type_into("mau-size", "28,5");
    let size = part(&window, "Họ và tên").content.style().expect("text").size.points();
    assert_eq!(size, 28.5);
    window.shortcut(Shortcut::Undo);
    assert_ne!(part(&window, "Họ và tên").content.style().expect("text").size.points(), 28.5);
    window.shortcut(Shortcut::Undo);
    assert_eq!(part(&window, "Họ và tên").place.rect(), before, "moves of one part are one step");
}

#[test]
fn a_test_page_is_of_the_moment_and_counts_as_no_print() {
    let mut window = open();
    window.press("mau-done");
    window.click("Chỉ xem và in trang thử có thước");
    let session = session(&window);
    let memory = window.store().paper_memory(session).wait().expect("remembered");
    let options = taphuan::export::remembered::of(&memory).options;
    assert!(!options.certificates.look.test_page, "another time the certificates come out");
    window.go(Route::Home);
    window.go(Route::Session(session, Tab::Printing));
    window.press("paper-certificates");
    let dossier = window.store().dossier(session).wait().expect("a dossier");
    let mut options = options;
    options.certificates.look.test_page = true;
    let made = make(PaperKind::Certificates, &dossier, &options).expect("a paper");
    let run = print_run(PaperKind::Certificates, &dossier, None, &options, made.printed());
    assert_eq!((made.pages, run.pages.len()), (1, 0));
}

#[test]
fn words_are_typed_around_what_is_filled_in() {
    let mut window = open();
    window.click("Lời chứng nhận");
    window.type_into("mau-words-0-0", "Chứng nhận rằng");
    window.type_into("mau-more-0", ", là đại biểu");
    let Content::Text(text) = part(&window, "Lời chứng nhận").content else { panic!("a text") };
    let said: Vec<String> = text
        .spans()
        .map(|span| match &span.piece {
            Piece::Words(words) => words.clone(),
            Piece::Field(field) => format!("{}‹{}›{}", field.lead, field.field.word(), field.tail),
        })
        .collect();
    assert_eq!(said.concat(), "Chứng nhận rằng ‹Ông/Bà›, là đại biểu");
}

#[test]
fn parts_are_hidden_removed_and_a_wrong_place_is_refused_with_its_reason() {
    let mut window = open();
    let code = part(&window, "Mã xác minh");
    assert!(!code.visible);
    window.click("Mã xác minh");
    window.type_into("mau-x", "290");
    assert_eq!(part(&window, "Mã xác minh").place, code.place, "off the page");
    assert!(window.shows("“Mã xác minh” nằm ngoài tờ giấy. Hãy để cả khung của nó trong trang."));
    window.shortcut(Shortcut::Delete);
    assert!(design(&window).elements().iter().all(|one| one.name != "Mã xác minh"));
    window.press("mau-done");
    assert!(window.has("cert-design"));
}

#[test]
fn an_arrow_in_a_field_moves_the_caret_and_not_the_part() {
    let mut window = open();
    let before = part(&window, "Họ và tên").place.rect();
    window.click("Họ và tên");
    window.act(|ui| {
        let _ = ui.click(id("mau-size")).expect("the size");
        for arrow in [Named::ArrowLeft, Named::ArrowUp] {
            let _ = ui.simulate([key_event(Key::Named(arrow), Modifiers::empty())]);
        }
    });
    assert_eq!(part(&window, "Họ và tên").place.rect(), before);
}
