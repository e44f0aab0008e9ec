//! Papers saved as several files: what could be written stays and is remembered, though one could not.

use taphuan::app::screen::session::printing::Message as Printing;
use taphuan::app::screen::session::printing::bundle::Message as Bundle;
use taphuan::app::screen::session::printing::choices::Choice;
use taphuan::app::screen::{Route, Tab, session};
use taphuan::app::{Message, ScreenMessage};
use taphuan::domain::id::SessionId;
use taphuan::paper::{Format, Scope};

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

/// The tab of a session of two clusters.
fn printing() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    window.resize(1366.0, 1600.0);
    window.go(Route::Session(SESSION, Tab::Printing));
    window
}

fn told(message: Printing) -> Message {
    Message::Screen(ScreenMessage::Session(session::Message::Printing(message)))
}

fn tell(window: &mut Window, message: Printing) {
    let task = window.app.update(told(message));
    window.carry_out(task);
}

fn remembered(window: &Window) -> usize {
    window.store().paper_memory(SESSION).wait().expect("memory").runs.len()
}

#[test]
fn a_file_of_one_cluster_that_cannot_be_written_keeps_none_of_the_others() {
    let mut window = printing();
    tell(&mut window, Printing::Chosen(Choice::Scope(Scope::Each)));
    let folder = tempfile::tempdir().expect("folder");
    // Where its file is to be stands what no paper takes the place of.
    std::fs::create_dir(folder.path().join("giấy-cum-1.pdf")).expect("made");
    // Of the button only the file dialog of the system is left, and nobody looks at it.
    drop(window.app.update(told(Printing::Save(Format::Pdf))));
    tell(&mut window, Printing::Picked(Some(folder.path().join("giấy.pdf"))));
    tell(&mut window, Printing::Confirm);
    assert!(folder.path().join("giấy-cum-2.pdf").is_file());
    assert_eq!(remembered(&window), 1, "its pages are known when they come back");
    assert!(window.shows(&format!(
        "Đã lưu 1 tệp vào thư mục {}, còn 1 tệp chưa lưu được: giấy-cum-1.pdf. Hãy đóng tệp ấy nếu đang mở ở \
         chương trình khác, rồi lưu lại.",
        folder.path().display()
    )));
}

#[test]
fn a_file_of_the_bundle_that_cannot_be_written_keeps_none_of_the_others() {
    let mut window = printing();
    let folder = tempfile::tempdir().expect("folder");
    std::fs::create_dir(folder.path().join("01-ke-hoach.pdf")).expect("made");
    tell(&mut window, Printing::Bundle(Bundle::Ask));
    tell(&mut window, Printing::Bundle(Bundle::Typed(folder.path().display().to_string())));
    tell(&mut window, Printing::Bundle(Bundle::Go));
    tell(&mut window, Printing::Bundle(Bundle::Go));
    assert!(remembered(&window) > 5);
    assert!(window.shows("Chưa làm được:") && window.shows("Kế hoạch"));
}
