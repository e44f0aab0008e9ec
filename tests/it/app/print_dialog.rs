//! Before a paper is printed: how many sheets, which of them, how often; and what counts as printed.

use crate::support::store::{small_session, step};
use crate::support::window::Window;
use taphuan::app::screen::session::{self, printing};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::id::SessionId;
use taphuan::export::print_run;
use taphuan::paper::{self, Format, Options, PaperKind};

const SESSION: SessionId = SessionId(1);

/// In ấn of a session of three, at its sign-in sheet.
fn printing() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    window.go(Route::Session(SESSION, Tab::Printing));
    window
}

fn told(message: printing::Message) -> Message {
    Message::Screen(ScreenMessage::Session(session::Message::Printing(message)))
}

fn tell(window: &mut Window, message: printing::Message) {
    let task = window.app.update(told(message));
    window.carry_out(task);
}

/// What was printed of the session, as far as the user said.
fn printed(window: &Window) -> Vec<String> {
    let runs = window.store().paper_memory(SESSION).wait().expect("memory").runs;
    runs.into_iter().filter(|run| run.printed).map(|run| run.paper).collect()
}

#[test]
fn the_sheets_are_counted_and_pages_that_are_not_there_refused_beside_their_field() {
    let mut window = printing();
    window.shortcut(Shortcut::Print);
    assert!(window.shows("In giấy tờ") && window.shows("3 người, 2 tờ A4"));
    for (typed, refusal) in [
        ("1-9", "Không có trang 9: giấy này có 2 trang, từ 1 đến 2."),
        ("2-1", "“2-1” ngược: hãy gõ 1-2."),
        ("trang đầu", "“trang đầu” không phải là số trang. Hãy gõ như 1-3, 7."),
    ] {
        window.type_into("print-pages", typed);
        assert!(window.shows(refusal), "{typed}");
        window.press("print-go");
        assert!(window.shows(refusal) && window.has("print-go"), "{typed}: nothing is sent");
    }
    window.shortcut(Shortcut::Escape);
    assert!(!window.has("print-go") && printed(&window).is_empty());
}

#[test]
fn too_many_copies_are_refused() {
    let mut window = printing();
    window.press("print-print");
    window.type_into("print-copies", "100");
    window.press("print-go");
    assert!(window.shows("Hãy gõ một số từ 1 đến 99.") && window.has("print-go"));
}

#[test]
fn a_paper_that_was_saved_is_remembered_and_no_print() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    drop(window.app.update(told(printing::Message::Save(Format::Pdf))));
    tell(&mut window, printing::Message::Picked(Some(folder.path().join("ky-ten.pdf"))));
    let runs = window.store().paper_memory(SESSION).wait().expect("memory").runs;
    assert_eq!(runs.len(), 1, "its pages are found by their codes");
    assert!(printed(&window).is_empty());
}

#[test]
fn of_pages_printed_one_after_the_other_the_rest_is_still_to_be_printed() {
    let window = printing().reopen_after(|store| {
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let (kind, options) = (PaperKind::SignInSheet, Options::default());
        let made = paper::make(kind, &dossier, &options).expect("made");
        let run = print_run(kind, &dossier, None, &options, made.printed());
        let first = run.on_paper(&made.codes[..1]);
        store.record_prints(vec![first, run]).wait().expect("noted");
    });
    let runs = window.store().paper_memory(SESSION).wait().expect("memory").runs;
    let run = runs.iter().find(|run| run.paper == "sign-in-sheet").expect("a run");
    assert!(run.printed && run.codes.len() == 1, "what is remembered as a whole is no print");
    let pages = window.store().signed_pages(SESSION, "sign-in-sheet").wait().expect("pages");
    assert_eq!(pages.len(), 2, "a sheet that was printed elsewhere is found by its code");
}
