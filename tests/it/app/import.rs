//! Lists dropped on the window: several at once, looked at, written together, taken
//! back in one step.

use std::path::{Path, PathBuf};

use crate::support::store::{small_session, step};
use crate::support::window::{Window, settings};
use iced_test::Simulator;
use iced_test::selector::id;
use taphuan::app::screen::session::{self, delegates};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::theme::space::ROW;
use taphuan::app::{Heard, Message, ScreenMessage, Shortcut};
use taphuan::domain::id::SessionId;

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    let task = window.app.update(Message::Go(Route::Session(SESSION, Tab::Delegates)));
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
                "2;HỒ VĂN KHÁNH 2;1975;Tổ trưởng;Xã Tam Thái",
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

/// How many rows have room in the table.
fn rows_in_view(window: &Window) -> usize {
    let mut ui = Simulator::with_size(settings(), window.size, window.app.view());
    let room = ui.find(id("import-rows")).expect("rows").bounds().height;
    (room / ROW) as usize
}

#[test]
fn four_rows_are_in_view_in_the_smallest_window_and_what_has_no_room_folds() {
    let folder = tempfile::tempdir().expect("folder");
    let workbook = workbook(folder.path());
    let both = lists(folder.path());
    let people = (0..9).map(|at| format!("{at}. Lê Văn Tư, 19{at}0, trưởng thôn {at}")).collect::<Vec<_>>();
    let message = format!("Xã Tam Lộc gửi danh sách:\n{}\n10. Võ Thị Năm, 1960 (xin rút)", people.join("\n"));
    let pasted = Message::Screen(ScreenMessage::Session(session::Message::Delegates(
        delegates::Message::Pasted(Some(message)),
    )));
    let open = |sent: Option<&[PathBuf]>, size: (f32, f32)| {
        let mut window = window();
        window.resize(size.0, size.1);
        match sent {
            Some(files) => drop_on(&mut window, files),
            None => {
                let task = window.app.update(pasted.clone());
                window.carry_out(task);
            }
        }
        window
    };
    for sent in [Some(&both[..1]), Some(&both[..]), Some(&[workbook][..]), None] {
        for size in [(682.0, 420.0), (910.0, 465.0), (819.0, 504.0), (1024.0, 630.0), (1366.0, 698.0)] {
            let rows = rows_in_view(&open(sent, size));
            assert!(rows >= 4, "{sent:?} {size:?}: {rows}");
        }
        let mut window = open(sent, (682.0, 420.0));
        window.press("import-wishes");
        assert!(window.has("import-add-units") && !window.has("import-rows"), "{sent:?}");
        window.press("import-wishes");
        assert!(window.has("import-rows"));
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
    assert!(window.shows("Cả 2 tệp") && window.shows("2 tệp có 6 dòng:"));
    assert!(window.shows("2 · DS xã Tam Thái.csv") && window.shows("3 · DS xã Tam Lộc.csv"));
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
    assert!(window.shows("1 nghi ngờ") && window.shows("Lưu 1 dòng nghi ngờ…"));
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
    window.click("1 tệp chưa đọc được");
    assert!(window.shows("ảnh.xlsx"), "it is named beside why");
    window.press("import-apply");
    assert!(names(&window).contains(&"Ngô Minh Long".to_owned()));
}

/// A workbook with a list of each of two communes, and a sheet without one.
fn workbook(folder: &Path) -> PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheets: [(&str, &[&str]); 3] = [
        ("Xã Tam Thái", &["Họ và tên|Năm sinh|Chức vụ|Dân tộc", "Võ Bích Hồng|1982|Tổ trưởng|Co"]),
        (
            "Xã Tam Lộc",
            &["Chức vụ|Họ và tên|Năm sinh", "Trưởng ban|Ngô Minh Long|1961", "|Hồ Văn Khánh 2|1975"],
        ),
        ("Hướng dẫn", &["Ghi mỗi người một dòng"]),
    ];
    for (name, lines) in sheets {
        let mut sheet = rust_xlsxwriter::Worksheet::new();
        sheet.set_name(name).expect("a name");
        for (row, line) in (0..).zip(lines) {
            for (column, text) in (0..).zip(line.split('|')) {
                sheet.write_string(row, column, text).expect("a free cell");
            }
        }
        book.push_worksheet(sheet);
    }
    let path = folder.join("hai xã.xlsx");
    book.save(&path).expect("saved");
    path
}

#[test]
fn sheets_of_a_workbook_are_looked_at_one_by_one_and_can_be_left_out() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_on(&mut window, &[workbook(folder.path())]);
    assert!(window.shows("Xã Tam Thái · 1") && window.shows("Không có danh sách: Hướng dẫn"));
    assert!(window.shows("3 · Xã Tam Lộc"), "rows are named by their sheet");
    window.click("Xã Tam Lộc · 2");
    assert!(window.shows("Ngô Minh Long") && !window.shows("Võ Bích Hồng"));
    window.press("import-sheet-taken");
    assert!(window.shows("Xã Tam Lộc · bỏ"));
    window.press("import-apply");
    let names = names(&window);
    assert!(names.contains(&"Võ Bích Hồng".to_owned()), "{names:?}");
    assert!(!names.contains(&"Ngô Minh Long".to_owned()), "{names:?}");
}

#[test]
fn what_is_sensitive_is_shown_and_kept_only_when_ticked_and_units_are_taken_from_the_sheet() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_on(&mut window, &[workbook(folder.path())]);
    assert!(!window.shows("Co"));
    window.press("import-sensitive");
    assert!(window.shows("Co"));
    assert!(
        window.shows("Thêm 2 đơn vị chưa có vào danh mục")
            || window.shows("Thêm 1 đơn vị chưa có vào danh mục")
    );
    window.press("import-apply");
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    let hong = delegates.iter().find(|one| one.details.full_name == "Võ Bích Hồng").expect("listed");
    assert_eq!(hong.details.unit.as_deref(), Some("Xã Tam Thái"));
    let file = rusqlite::Connection::open(&window.path).expect("open");
    let kept: String =
        file.query_row("SELECT ethnicity FROM person_sensitive", [], |row| row.get(0)).expect("kept");
    assert_eq!(kept, "Co");
}
