//! Lists dropped on the window: several at once, looked at, written together, taken
//! back in one step.

mod support;

use std::path::{Path, PathBuf};

use support::store::{small_session, step};
use support::window::Window;
use taphuan::app::screen::Place;
use taphuan::app::screen::session::Tab;
use taphuan::app::{Heard, Message, Shortcut};
use taphuan::domain::id::SessionId;

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    let task = window.app.update(Message::Go(Place::Session(SESSION, Tab::Delegates)));
    window.carry_out(task);
    window
}

fn file(folder: &Path, name: &str, lines: &[&str]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, lines.join("\n")).expect("written");
    path
}

/// Two communes' lists: one in capitals with a row that cannot be read, one that
/// repeats somebody of the first.
fn lists(folder: &Path) -> [PathBuf; 2] {
    let head = "STT;Họ và tên;Năm sinh;Chức vụ;Đơn vị";
    [
        file(
            folder,
            "DS xã Tam Thái.csv",
            &[
                head,
                "1;VÕ BÍCH HỒNG;1982;Tổ trưởng;Xã Tam Thái",
                "2;HỒ VĂN KHÁNH;19755;Tổ trưởng;Xã Tam Thái",
            ],
        ),
        file(
            folder,
            "DS xã Tam Lộc.csv",
            &[
                head,
                "1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Lộc",
                "2;Võ Bích Hồng;1982;Tổ trưởng;Xã Tam Thái",
            ],
        ),
    ]
}

fn drop_on(window: &mut Window, files: &[PathBuf]) {
    for file in files {
        let task = window.app.update(Message::Heard(Heard::Dropped(file.clone())));
        window.carry_out(task);
    }
}

fn names(window: &Window) -> Vec<String> {
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    delegates.into_iter().map(|one| one.details.full_name).collect()
}

#[test]
fn files_dropped_together_are_written_together_and_taken_back_in_one_step() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    let before = names(&window);
    drop_on(&mut window, &lists(folder.path()));
    assert!(window.shows("DS xã Tam Thái.csv · 1") && window.shows("DS xã Tam Lộc.csv · 2"));
    assert!(window.shows("Nhập 3 đại biểu từ 2 tệp"));
    assert_eq!(names(&window), before, "nothing is written before it is agreed to");

    window.press("import-apply");
    let after = names(&window);
    assert_eq!(after.len(), before.len() + 2, "who stands in both lists comes in once: {after:?}");
    assert!(after.contains(&"Ngô Minh Long".to_owned()));
    // The second list spells her name as names are spelled.
    assert!(after.contains(&"Võ Bích Hồng".to_owned()), "{after:?}");

    window.shortcut(Shortcut::Undo);
    assert_eq!(names(&window), before);
}

#[test]
fn names_in_capitals_are_put_in_small_letters_only_when_wished() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_on(&mut window, &lists(folder.path())[..1]);
    assert!(window.shows("1 lỗi") && window.shows("Lưu 1 dòng lỗi…"));
    window.click("Viết Hoa Từng Chữ (2 tên)");
    window.press("import-apply");
    assert!(names(&window).contains(&"Võ Bích Hồng".to_owned()));
}

#[test]
fn a_file_that_is_no_list_says_why_and_spoils_none_of_the_others() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    let broken = file(folder.path(), "ảnh.xlsx", &["\u{89}PNG"]);
    let [_, good] = lists(folder.path());
    drop_on(&mut window, &[good, broken]);
    assert!(window.shows("ảnh.xlsx · Lỗi"));
    window.click("ảnh.xlsx · Lỗi");
    assert!(window.shows("Chưa đọc được danh sách"));
    window.press("import-apply");
    assert!(names(&window).contains(&"Ngô Minh Long".to_owned()));
}
