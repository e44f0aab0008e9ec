//! The user guide: it opens at the page about what is on show, leads on, and stays beside what is done.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use iced::keyboard::key::Named;
use iced_test::selector::id;

use crate::support::pdf_reader;
use crate::support::window::Window;
use taphuan::app::Shortcut;
use taphuan::app::screen::{HistoryOf, Route, Tab};
use taphuan::domain::id::SessionId;
use taphuan::domain::session::SessionDetails;
use taphuan::export;
use taphuan::guide::{Article, Block, Page, find, picture};

fn window() -> Window {
    Window::open(|store| {
        let details = SessionDetails { title: "Tập huấn thử".into(), ..SessionDetails::default() };
        store.create_session(details, None).wait().expect("session");
    })
}

/// The names of the files in the folder of the guide with this ending.
fn files(ending: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide");
    let files = fs::read_dir(folder).expect("folder").map(|file| file.expect("file").file_name());
    let names = files.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(ending)).collect()
}

#[test]
fn every_page_can_be_read_and_nothing_lies_beside_them() {
    let pages: BTreeSet<String> = Page::all().map(|page| format!("{}.md", page.name())).collect();
    assert_eq!(files(".md"), pages);
    let mut pictures = BTreeSet::new();
    for page in Page::all() {
        let article = Article::read(page.source()).unwrap_or_else(|fault| panic!("{}: {fault}", page.name()));
        assert!(!article.blocks.is_empty(), "{}", page.name());
        assert_eq!(article.title, page.title());
        pictures.extend(article.blocks.into_iter().filter_map(|block| match block {
            Block::Picture { name, .. } => Some(name),
            _ => None,
        }));
    }
    // Each picture is part of the program, and shown somewhere.
    assert_eq!(files(".png"), pictures);
    for name in &pictures {
        let file = picture(name).unwrap_or_else(|| panic!("{name} is no part of the program"));
        taphuan::domain::picture::Picture::read_large(file).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn each_screen_opens_its_own_page() {
    let session = SessionId(1);
    let mut window = window();
    for (route, page) in [
        (Route::Home, Page::Overview),
        (Route::Sessions, Page::Sessions),
        (Route::Session(session, Tab::Info), Page::SessionInfo),
        (Route::Session(session, Tab::Delegates), Page::Delegates),
        (Route::Session(session, Tab::Programme), Page::Programme),
        (Route::Session(session, Tab::Printing), Page::Printing),
        (Route::Session(session, Tab::Attendance), Page::Attendance),
        (Route::Session(session, Tab::Results), Page::Results),
        (Route::People, Page::People),
        (Route::Units, Page::Units),
        (Route::Topics, Page::Topics),
        (Route::Register, Page::Register),
        (Route::History(HistoryOf::All), Page::History),
        (Route::Settings, Page::Settings),
    ] {
        window.go(route);
        window.shortcut(Shortcut::Help);
        assert!(window.shows(page.title()), "{route:?} is told of by “{}”", page.title());
        window.shortcut(Shortcut::Escape);
        assert!(!window.has("guide-contents"), "Esc closes the guide");
    }
}

#[test]
fn the_guide_stays_while_one_goes_on_and_leads_back() {
    let mut window = window();
    window.shortcut(Shortcut::Help);
    window.press("guide-contents");
    assert!(window.shows("Chuẩn bị một lớp"), "the contents name the parts");
    window.press("guide page importing");
    assert!(window.shows(Page::Importing.title()));
    window.go(Route::People);
    assert!(window.shows(Page::Importing.title()), "it stays beside another screen");
    window.press("guide-back");
    assert!(window.shows("Chuẩn bị một lớp"));
    window.press("guide-close");
    assert!(!window.has("guide-contents"));
}

#[test]
fn the_buttons_of_the_guide_are_whole_in_a_small_window() {
    /// One line of a label is no higher.
    const LINE: f32 = 28.0;
    let mut window = window();
    // 1024 × 700 at 150 %, without the bars.
    window.resize(1024.0 / 1.5, (700.0 - 70.0) / 1.5);
    window.shortcut(Shortcut::Help);
    window.act(|ui| {
        for label in ["Lưu trang này", "Lưu cả quyển"] {
            let bounds = ui.find(label).expect(label).bounds();
            assert!(bounds.height <= LINE && bounds.x + bounds.width < 1024.0 / 1.5, "{label}: {bounds:?}");
        }
    });
}

#[test]
fn the_keys_are_shown_beside_a_dialog_which_stays() {
    let mut window = window();
    window.go(Route::Sessions);
    window.shortcut(Shortcut::New);
    window.act(|ui| {
        let _ = ui.click(id("new-title")).expect("the title");
        let _ = ui.typewrite("Lớp đang gõ");
        let _ = ui.tap_key(Named::Tab);
    });
    window.shortcut(Shortcut::Help);
    window.press("guide-keys");
    assert!(window.shows(Page::Keys.title()));
    window.press("guide-close");
    assert!(window.has("new-title") && window.shows("Lớp đang gõ"));
}

#[test]
fn the_guide_is_found_with_everything_else() {
    assert_eq!(find(&Page::Backups.title().to_lowercase()).first(), Some(&Page::Backups));
    assert!(find("zxqk").is_empty());
}

#[test]
fn the_guide_is_a_paper_with_its_contents() {
    let whole = export::guide::pdf(None).expect("a file");
    let one = export::guide::pdf(Some(Page::Installing)).expect("a file");
    assert!(whole.starts_with(b"%PDF") && one.starts_with(b"%PDF") && one.len() < whole.len());
    let pages = pdf_reader::read(&whole);
    for page in Page::all() {
        // In the contents, and over its chapter.
        let said = pages.iter().filter(|read| read.says(page.title())).count();
        assert!(said >= 2, "{}", page.title());
    }
}
