//! The one path with the turns people take: nothing is lost by them, and each says how it goes on.

use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::Simulator;
use iced_test::selector::id;

use crate::support::window::{Window, key_event, modifiers};
use taphuan::app::screen::session::{self, printing};
use taphuan::app::{Heard, Message, ScreenMessage, Shortcut};
use taphuan::domain::id::SessionId;
use taphuan::paper::Format;

fn select_all(ui: &mut Simulator<'_, Message>) {
    let all = key_event(Key::Character("a".into()), Modifiers::CTRL);
    let _ = ui.simulate([modifiers(Modifiers::CTRL), all, modifiers(Modifiers::empty())]);
}

#[test]
fn the_one_path_with_a_double_click_a_bad_file_and_dates_the_wrong_way_round() {
    let mut window = Window::open(|_| ());

    // A double click: the second press falls on what the first opened.
    let at = {
        let mut at = iced::Point::ORIGIN;
        window.act(|ui| {
            at = ui.find(id("start-new")).expect("the button").bounds().center();
            let _ = ui.click(id("start-new")).expect("the button");
        });
        at
    };
    window.act(|ui| {
        ui.point_at(at);
        let _ = ui.simulate(iced_test::simulator::click());
    });
    assert!(window.has("new-title"), "the dialog is still open");

    // Dates the wrong way round, and no title yet.
    window.act(|ui| {
        let _ = ui.click(id("new-starts")).expect("the first day");
        let _ = ui.typewrite("27/9/2026");
        let _ = ui.click(id("new-ends")).expect("the last day");
        let _ = ui.typewrite("25/9/2026");
        let _ = ui.click(id("new-title")).expect("the title");
        let _ = ui.typewrite("Tập huấn xã Tam Đại");
        let _ = ui.click(id("new-create")).expect("the button");
    });
    assert!(window.shows("Ngày kết thúc trước ngày bắt đầu. Hãy sửa một trong hai ngày."));
    assert!(window.has("new-title"), "it is not made with dates that cannot be, and what was typed stays");
    assert!(window.store().sessions().wait().expect("sessions").is_empty());
    window.act(|ui| {
        let _ = ui.click(id("new-ends")).expect("the last day");
        select_all(ui);
        let _ = ui.typewrite("28/9/2026");
        let _ = ui.tap_key(Named::Tab);
    });
    window.press("new-create");
    let sessions = window.store().sessions().wait().expect("sessions");
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].dates.map(|dates| dates.to_string()).as_deref(), Some("2026-09-27/2026-09-28"));

    // A file that is no list, then one that is.
    let broken = window.write_beside("hỏng.xlsx", "chẳng có gì");
    window.hear(Heard::Dropped(broken));
    assert!(window.shows("hỏng.xlsx"), "it is said which file it is");
    let head = "STT;Họ và tên;Năm sinh;Chức vụ;Đơn vị";
    let list = format!("{head}\n1;Võ Bích Hồng;1982;Tổ trưởng;Xã Tam Thái\n2;Ngô Minh Long;1961;;Xã Tam Lộc");
    let list = window.write_beside("ds.csv", &list);
    window.hear(Heard::Dropped(list));
    window.press("import-apply");
    let delegates = window.store().delegates(SessionId(1)).wait().expect("delegates");
    assert_eq!(delegates.len(), 2, "what could not be read is in nobody's way");
    assert!(window.shows("Xem"), "the toast leads to whom it tells of");
    window.click("Xem");
    assert!(window.shows("2 đại biểu đã chọn"), "those who were just taken in");

    // To the saved sheet, as without the turns.
    window.shortcut(Shortcut::Print);
    let sheet = window.path.with_file_name("ky-ten.pdf");
    let told = |message| Message::Screen(ScreenMessage::Session(session::Message::Printing(message)));
    // What is left of its task is the file dialog of the system.
    drop(window.app.update(told(printing::Message::Save(Format::Pdf))));
    let task = window.app.update(told(printing::Message::Picked(Some(sheet.clone()))));
    window.carry_out(task);
    assert!(sheet.exists());
    assert!(window.shows("Mở"), "what was saved is opened from its toast");
}
