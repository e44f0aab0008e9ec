//! Erasing what is held on somebody: older copies go with it, and what became of each is told.

use taphuan::app::screen::Route;
use taphuan::locale::{Language, Locale};
use taphuan::sentence::Sentence;
use taphuan::store::Store;

use crate::support::store::person;
use crate::support::window::Window;

#[test]
fn an_older_copy_that_cannot_be_deleted_is_told_and_keeps_no_other() {
    let mut window = Window::open_after(|path| {
        let store = Store::create(path).expect("made");
        store.add_person(person("Lê Thị Bé", 1969, "Xã A")).wait().expect("person");
        drop(store);
        for name in ["cu-1.taphuan", "cu-2.taphuan"] {
            std::fs::copy(path, path.with_file_name(name)).expect("copied");
        }
    });
    window.resize(1366.0, 1400.0);
    window.go(Route::People);
    window.click("Lê Thị Bé");
    window.press("person-erase");
    window.press("erasing-copy-0");
    window.press("erasing-copy-1");
    window.type_into("erasing-reason", "Theo đơn đề nghị");
    // Something else stands there now, which is not to be deleted.
    let (first, second) =
        (window.path.with_file_name("cu-1.taphuan"), window.path.with_file_name("cu-2.taphuan"));
    std::fs::remove_file(&first).expect("removed");
    std::fs::create_dir(&first).expect("made");
    let reason = std::fs::remove_file(&first).expect_err("a folder").to_string();
    window.press("erasing-apply");
    assert!(!window.has("erasing-apply") && !second.exists());
    let told = Sentence::new("personal-erased-copies-left").with("count", 1_usize);
    let told = told.with("files", first.display().to_string()).with("reason", reason);
    assert!(window.shows(&Locale::new(Language::Vietnamese).say(&told)));
}
