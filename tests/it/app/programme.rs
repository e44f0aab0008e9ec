//! The tab Chương trình: sittings made, items added, moved, timed and copied, and
//! what needs a look.

use crate::support::live::Live;
use crate::support::window::{Window, key_event, modifiers};
use iced::keyboard::{Key, Modifiers};
use taphuan::app::screen::session::{self, programme as tab};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::cluster::{ClusterDetails, HalfDay};
use taphuan::domain::id::SessionId;
use taphuan::domain::library::{TopicDetails, TopicPlace};
use taphuan::domain::programme::{ItemKind, Presenter, Programme, ProgrammeItem};
use taphuan::domain::session::SessionDetails;
use taphuan::sample;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

const SESSION: SessionId = SessionId(1);

/// A session of two clusters on one day, at its tab.
fn open() -> Window {
    let mut window = Window::open(|store: &Store| {
        let details = SessionDetails {
            title: "Hội nghị Tam Đại".into(),
            dates: "2026-09-25".parse().ok(),
            ..SessionDetails::default()
        };
        let session = store.create_session(details, None).wait().expect("session");
        for _ in 0..2 {
            store.add_cluster(session, ClusterDetails::default()).wait().expect("cluster");
        }
        let topic =
            TopicDetails {
                title: "Giám sát xã hội".into(), minutes: Some(60), ..TopicDetails::default()
            };
        store.add_topic(TopicPlace { parent: None, at: 0 }, topic).wait().expect("topic");
    });
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    window.click("Chương trình");
    window
}

fn programme(window: &Window) -> Programme {
    window.store().programme(SESSION).wait().expect("programme")
}

/// Times and titles of the first sitting of a cluster.
fn day(window: &Window, cluster: usize) -> Vec<String> {
    let programme = programme(window);
    let sitting = &programme.clusters[cluster].sittings[0];
    let times =
        sitting.slots().into_iter().map(|slot| slot.starts.map_or("–".to_owned(), |at| at.to_string()));
    times.zip(&sitting.items).map(|(at, item)| format!("{at} {}", item.details.title)).collect()
}

#[test]
fn a_programme_is_made_and_copied() {
    let mut window = open();
    assert!(window.shows("Chưa có buổi nào"));
    window.press("make-both");
    assert!(window.shows("Thứ Sáu 25/9 · Sáng") && window.shows("Thứ Sáu 25/9 · Chiều"));

    window.type_into("sitting-starts", "7h30");
    window.type_into("sitting-ends", "9:00");
    window.click("Khai mạc");
    assert!(!window.shows("Giám sát xã hội"), "the item stands where the library stood");
    window.shortcut(Shortcut::Escape);
    window.click("Giám sát xã hội");
    window.click("Giám sát xã hội");
    assert_eq!(
        day(&window, 0),
        ["07:30 Khai mạc: chào cờ, tuyên bố lý do, giới thiệu đại biểu", "07:50 Giám sát xã hội"]
    );
    window.type_into("item-minutes", "80");
    assert!(window.shows("07:50–09:10"), "the chosen item's time follows its length");
    let overfull =
        "Các mục kéo đến 09:10, quá giờ kết thúc 10 phút. Hãy rút ngắn một mục, hoặc lùi giờ kết thúc.";
    assert!(window.shows(overfull));
    window.type_into("item-presenter-new", "Lê Thị An");
    window.shortcut(Shortcut::Up);
    assert_eq!(day(&window, 0)[0], "07:30 Giám sát xã hội");
    let presenters = programme(&window).clusters[0].sittings[0].items[0].details.presenters.clone();
    assert_eq!(presenters, [Presenter::Person { name: "Lê Thị An".into(), titles: Vec::new() }]);

    window.press("programme-copy");
    assert_eq!(day(&window, 1), day(&window, 0));
    assert!(
        window.shows("Lê Thị An cũng có phần ở Cụm 2 lúc 07:30 cùng ngày. Hãy đổi giờ hoặc đổi người."),
        "one person cannot be in two clusters"
    );

    window.shortcut(Shortcut::Delete);
    assert_eq!(day(&window, 0).len(), 1);
    window.shortcut(Shortcut::Undo);
    assert_eq!(day(&window, 0).len(), 2);
}

#[test]
fn what_is_refused_stays_beside_its_field() {
    let mut window = open();
    window.press("make-morning");
    window.type_into("sitting-starts", "11:00");
    window.type_into("sitting-ends", "7:30");
    assert!(programme(&window).clusters[0].sittings[0].ends.is_none());
    assert!(window.shows("Giờ kết thúc 07:30 không sau giờ bắt đầu 11:00. Hãy sửa một trong hai giờ."));
    window.press("programme-add");
    window.type_into("item-title", " ");
    assert!(window.shows("Mục chương trình cần có nội dung. Hãy gõ nội dung, ví dụ “Giải lao”."));
    assert_eq!(day(&window, 0), ["11:00 Chuyên đề"]);
}

#[test]
fn the_samples_show_their_programmes() {
    let mut window = Window::open(|store| {
        let operation = Operation::new(Sentence::new("operation-sample"));
        store.plant(operation, sample::blueprints().expect("samples")).wait().expect("planted");
    });
    window.click("Lớp tập huấn");
    window.click("Tập huấn công tác Mặt trận cơ sở năm 2020");
    window.click("Chương trình");
    for text in ["Thứ Sáu 25/9 · Sáng · 07:30–11:30", "Giải lao", "10:05", "10:20", "Ban tổ chức", "Cụm 5"]
    {
        assert!(window.shows(text), "{text}");
    }
    window.click("Cụm 3");
    assert!(
        window.shows("Thứ Sáu 02/10 · Chiều · 13:30–16:00")
            || window.shows("Thứ Sáu 2/10 · Chiều · 13:30–16:00")
    );
}

#[test]
fn the_dialog_of_a_copy_says_what_comes_along() {
    let mut window = Window::open(|store| {
        let operation = Operation::new(Sentence::new("operation-sample"));
        store.plant(operation, sample::blueprints().expect("samples")).wait().expect("planted");
    });
    window.click("Lớp tập huấn");
    window.click("Tập huấn công tác Mặt trận cơ sở năm 2020");
    window.click("Thông tin");
    window.click("Tạo từ lớp này…");
    // The year of the title moves on with the first day, and both can be typed over.
    let year = jiff::Zoned::now().year();
    assert!(window.shows(&format!("Thời gian: 25/9–07/10/2020 → 25/9–07/10/{year}")));
    assert!(window.shows("Mang sang: 5 cụm, 12 buổi, 74 mục chương trình, 7 chuyên đề."));
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("copy-starts")).expect("the first day");
        let all = key_event(Key::Character("a".into()), Modifiers::CTRL);
        let _ = ui.simulate([modifiers(Modifiers::CTRL), all, modifiers(Modifiers::empty())]);
        let _ = ui.typewrite("27/9/2021");
        let _ = ui.tap_key(iced::keyboard::key::Named::Tab);
    });
    assert!(window.shows("Thời gian: 25/9–07/10/2020 → 27/9–09/10/2021"));
    window.click("Đại biểu còn trong danh sách và còn đương chức");
    assert!(window.shows("Mang sang: 5 cụm, 12 buổi, 74 mục chương trình, 7 chuyên đề, 433 đại biểu."));
    window.press("copy-create");
    window.click("Chương trình");
    assert!(window.shows("Thứ Hai 27/9 · Sáng · 07:30–11:30"), "the days moved");
}

#[test]
fn sittings_that_are_there_already_are_not_told_as_made() {
    let mut window = open();
    // Two presses, one after the other: the second finds what the first has made.
    let presses = [0; 2].map(|_| tab::Message::Make(vec![HalfDay::Morning]));
    for press in presses {
        let message = ScreenMessage::Session(session::Message::Programme(press));
        let task = window.app.update(Message::Screen(message));
        window.carry_out(task);
    }
    assert!(window.shows("Các buổi ấy đã có đủ."));
    assert!(!window.shows("Đã tạo 0 buổi."));
}

#[test]
fn an_item_is_dragged_to_another_place() {
    let mut window = open();
    window.press("make-both");
    let sitting = programme(&window).clusters[0].sittings[0].id;
    let mut window = window.reopen_after(|store| {
        for (at, title) in ["Mục một", "Mục hai", "Mục ba"].into_iter().enumerate() {
            let item = ProgrammeItem {
                kind: ItemKind::Break,
                title: title.into(),
                minutes: Some(10),
                presenters: Vec::new(),
            };
            store.add_item(sitting, at, None, item).wait().expect("item");
        }
    });
    window.go(Route::Session(SESSION, Tab::Programme));
    let titles = |window: &Window| -> Vec<String> {
        programme(window).clusters[0].sittings[0]
            .items
            .iter()
            .map(|item| item.details.title.clone())
            .collect()
    };
    let mut live = Live::new(window);
    live.drag("Mục một", "Mục ba");
    assert_eq!(titles(&live.window), ["Mục hai", "Mục ba", "Mục một"], "down");
    live.drag("Mục ba", "Mục hai");
    assert_eq!(titles(&live.window), ["Mục ba", "Mục hai", "Mục một"], "and up");
    live.window.shortcut(Shortcut::Undo);
    assert_eq!(titles(&live.window), ["Mục hai", "Mục ba", "Mục một"]);
}
