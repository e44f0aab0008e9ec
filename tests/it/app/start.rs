//! The window as a user meets it: the empty start, a new session, undo, a second
//! window, a file that is not ours.

use std::path::{Path, PathBuf};

use iced::keyboard::key::Named;
use iced_test::Simulator;
use iced_test::selector::id;
use taphuan::app::{App, Heard, Machine, Message, Shortcut, theme};
use taphuan::domain::session::SessionDetails;
use taphuan::store::{Access, Store};

/// A window on a data file, with the tasks of iced carried out here.
struct Window {
    app: App,
    folder: tempfile::TempDir,
}

fn settings() -> iced::Settings {
    iced::Settings {
        fonts: theme::text::FONTS.iter().map(|font| (*font).into()).collect(),
        default_font: theme::text::REGULAR,
        ..iced::Settings::default()
    }
}

/// Carries out a task and feeds its messages back.
fn carry_out(app: &mut App, task: iced::Task<Message>) {
    let Some(stream) = iced_test::runtime::task::into_stream(task) else { return };
    let mut actions = Box::pin(stream);
    while let Some(action) = iced::futures::executor::block_on(iced::futures::StreamExt::next(&mut actions)) {
        if let iced_test::runtime::Action::Output(message) = action {
            // A toast closes by itself after seconds; tests do not wait for it.
            let task = app.update(message);
            carry_out(app, task);
        }
    }
}

impl Window {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("du-lieu.taphuan");
        Self::open_file(folder, path)
    }

    fn open_file(folder: tempfile::TempDir, path: PathBuf) -> Self {
        let (mut app, task) = App::boot(Machine::default(), Some(path));
        carry_out(&mut app, task);
        Self { app, folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("du-lieu.taphuan")
    }

    /// Does something with the mouse and keys, and carries out what follows.
    fn act(&mut self, act: impl FnOnce(&mut Simulator<'_, Message>)) {
        let mut ui = Simulator::with_size(settings(), (1366.0, 768.0), self.app.view());
        let _ = ui.simulate([redraw()]);
        act(&mut ui);
        let messages: Vec<Message> = ui.into_messages().collect();
        for message in messages {
            let task = self.app.update(message);
            carry_out(&mut self.app, task);
        }
    }

    fn shows(&mut self, text: &str) -> bool {
        let mut ui = Simulator::with_size(settings(), (1366.0, 768.0), self.app.view());
        ui.find(text).is_ok()
    }
}

fn redraw() -> iced::Event {
    iced::Event::Window(iced::window::Event::RedrawRequested(std::time::Instant::now()))
}

#[test]
fn the_empty_start_leads_to_a_session() {
    let mut window = Window::open();
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
    window.act(|ui| {
        let _ = ui.click("Tạo lớp tập huấn").expect("the button");
    });
    assert!(window.shows("Lớp tập huấn mới"));
    window.act(|ui| {
        let _ = ui.click(id("new-title")).expect("the title");
        let _ = ui.typewrite("Tập huấn công tác Mặt trận");
        let _ = ui.click(id("new-starts")).expect("the first day");
        let _ = ui.typewrite("25/9/2026");
        let _ = ui.click(id("new-create")).expect("the button");
    });
    assert!(window.shows("Tập huấn công tác Mặt trận"), "the session is shown");
    assert!(window.shows("25/9/2026"));

    drop(window.app);
    let store = Store::open(&window.folder.path().join("du-lieu.taphuan"), Access::Read).expect("open");
    let sessions = store.sessions().wait().expect("sessions");
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].dates.map(|dates| dates.to_string()).as_deref(), Some("2026-09-25"));
}

#[test]
fn a_session_without_a_title_is_refused_beside_the_field() {
    let mut window = Window::open();
    window.act(|ui| {
        let _ = ui.click("Tạo lớp tập huấn").expect("the button");
    });
    window.act(|ui| {
        let _ = ui.click(id("new-create")).expect("the button");
    });
    assert!(
        window.shows("Lớp tập huấn cần có tên. Hãy gõ tên lớp, ví dụ “Tập huấn công tác Mặt trận năm 2026”.")
    );
}

#[test]
fn the_samples_come_and_can_be_undone() {
    let mut window = Window::open();
    window.act(|ui| {
        let _ = ui.click("Thử với dữ liệu mẫu").expect("the button");
    });
    assert!(window.shows("Các lớp gần đây"));
    assert!(window.shows("Tạo các lớp tập huấn mẫu"), "a toast says what was done");
    window.act(|ui| {
        let _ = ui.click("Hoàn tác Ctrl Z").expect("the way back");
    });
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
    assert!(window.shows("Làm lại Ctrl Y"));
}

#[test]
fn sessions_of_every_year_can_be_found_and_all_that_needs_a_look_seen() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("du-lieu.taphuan");
    let store = Store::create(&path).expect("made");
    for year in 2012..=2023 {
        let details = SessionDetails {
            title: format!("Lớp cũ {}", year - 2000),
            dates: format!("{year}-09-25").parse().ok(),
            ..SessionDetails::default()
        };
        store.create_session(details, None).wait().expect("session");
    }
    drop(store);
    let mut window = Window::open_file(folder, path);
    window.act(|ui| {
        let _ = ui.click(id("tasks-more")).expect("more to look at than there is room for");
    });
    window.act(|ui| assert!(ui.find(id("tasks-more")).is_err(), "all of it is on show"));
    window.act(|ui| {
        let _ = ui.click("Lớp tập huấn").expect("the list");
    });
    window.act(|ui| {
        let _ = ui.click("2023").expect("the latest year");
    });
    assert!(window.shows("Lớp cũ 23") && !window.shows("Lớp cũ 12"));
    window.act(|ui| {
        let _ = ui.click(id("sessions-earlier")).expect("the earlier years");
        let _ = ui.tap_key(Named::ArrowUp);
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(window.shows("Lớp cũ 12") && !window.shows("Lớp cũ 23"), "the earliest of all");
}

#[test]
fn ctrl_p_on_the_overview_leads_to_the_papers_of_the_next_session() {
    let mut window = Window::open();
    window.act(|ui| {
        let _ = ui.click("Thử với dữ liệu mẫu").expect("the button");
    });
    let task = window.app.update(Message::Heard(Heard::Shortcut(Shortcut::Print)));
    carry_out(&mut window.app, task);
    assert!(window.shows("Danh sách ký tên"));
    assert!(window.shows("Tập huấn công tác Mặt trận cơ sở năm 2020"));
}

#[test]
fn a_second_window_can_only_look() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("du-lieu.taphuan");
    let _first = Store::create(&path).expect("made");
    let mut window = Window::open_file(folder, path);
    assert!(window.shows("Chỉ xem"));
    window.act(|ui| {
        let _ = ui.click("Tạo lớp tập huấn").expect("the button");
    });
    assert!(!window.shows("Lớp tập huấn mới"), "the button is disabled");
}

#[test]
fn a_file_that_is_not_ours_is_told_in_the_whole_window() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("du-lieu.taphuan");
    write(&path, "not a data file, but long enough to have something like a header in it");
    let mut window = Window::open_file(folder, path);
    assert!(window.shows("Chưa mở được tệp dữ liệu"));
    assert!(window.shows("Mở tệp khác…"));
    std::fs::remove_file(window.path()).expect("removed");
    window.act(|ui| {
        let _ = ui.click("Thử lại").expect("the button");
    });
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("written");
}
