//! The list of a session in the window: find, edit, add, move, withdraw, divide,
//! fix, and a list that is looked at before it is imported.

use std::path::PathBuf;

use iced_test::Simulator;
use iced_test::selector::id;
use taphuan::app::{App, Heard, Machine, Message, Shortcut, theme};
use taphuan::domain::cluster::ClusterDetails;
use taphuan::domain::delegate::{Delegate, NewDelegate};
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::{ListOrder, SessionDetails};
use taphuan::store::{Access, Store};

/// A window on a session with three delegates in two clusters.
struct Window {
    app: App,
    folder: tempfile::TempDir,
    session: SessionId,
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
            let task = app.update(message);
            carry_out(app, task);
        }
    }
}

fn person(name: &str, unit: &str) -> NewDelegate {
    NewDelegate::Unknown(PersonDetails {
        full_name: name.into(),
        position: Some("Trưởng thôn".into()),
        unit: Some(unit.into()),
        ..PersonDetails::default()
    })
}

impl Window {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("du-lieu.taphuan");
        let store = Store::create(&path).expect("made");
        let details = SessionDetails { title: "Hội nghị Tam Đại".into(), ..SessionDetails::default() };
        let session = store.create_session(details, None).wait().expect("session");
        let mut clusters = vec![];
        for _ in 0..2 {
            let cluster = store.add_cluster(session, ClusterDetails::default()).wait().expect("cluster");
            clusters.push(cluster);
        }
        let people = vec![
            person("Nguyễn Văn Bình", "Xã A"),
            person("Lê Thị An", "Xã A"),
            person("Trần Cường", "Xã B"),
        ];
        store.add_delegates(session, Some(clusters[0]), people).wait().expect("delegates");
        drop(store);
        let (mut app, task) = App::boot(Machine::default(), Some(path));
        carry_out(&mut app, task);
        let mut window = Self { app, folder, session };
        window.click("Lớp tập huấn");
        window.click("Hội nghị Tam Đại");
        assert!(window.shows("Lê Thị An"), "the list of the session is shown");
        window
    }

    fn act(&mut self, act: impl FnOnce(&mut Simulator<'_, Message>)) {
        let mut ui = Simulator::with_size(settings(), (1366.0, 768.0), self.app.view());
        let now = iced::window::Event::RedrawRequested(std::time::Instant::now());
        let _ = ui.simulate([iced::Event::Window(now)]);
        act(&mut ui);
        let messages: Vec<Message> = ui.into_messages().collect();
        for message in messages {
            let task = self.app.update(message);
            carry_out(&mut self.app, task);
        }
    }

    fn click(&mut self, text: &str) {
        self.act(|ui| {
            let _ = ui.click(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        });
    }

    fn press(&mut self, name: &'static str) {
        self.act(|ui| {
            let _ = ui.click(id(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        });
    }

    /// Types over what stands in a field, and leaves it with Enter.
    fn type_into(&mut self, name: &'static str, text: &str) {
        self.act(|ui| {
            let _ = ui.click(id(name)).expect("the field");
            let all = iced::keyboard::Key::Character("a".into());
            let _ = ui.simulate([
                modifiers(iced::keyboard::Modifiers::CTRL),
                key_event(all, iced::keyboard::Modifiers::CTRL),
                modifiers(iced::keyboard::Modifiers::empty()),
            ]);
            let _ = ui.typewrite(text);
            let _ = ui.tap_key(iced::keyboard::key::Named::Enter);
        });
    }

    fn shows(&mut self, text: &str) -> bool {
        let mut ui = Simulator::with_size(settings(), (1366.0, 768.0), self.app.view());
        ui.find(text).is_ok()
    }

    fn delegates(&self) -> Vec<Delegate> {
        let path = self.folder.path().join("du-lieu.taphuan");
        let store = Store::open(&path, Access::Read).expect("open");
        store.delegates(self.session).wait().expect("delegates")
    }

    fn hear(&mut self, heard: Heard) {
        let task = self.app.update(Message::Heard(heard));
        carry_out(&mut self.app, task);
    }

    fn drop_file(&mut self, path: PathBuf) {
        self.hear(Heard::Dropped(path));
    }
}

fn modifiers(modifiers: iced::keyboard::Modifiers) -> iced::Event {
    iced::Event::Keyboard(iced::keyboard::Event::ModifiersChanged(modifiers))
}

fn key_event(key: iced::keyboard::Key, modifiers: iced::keyboard::Modifiers) -> iced::Event {
    iced::Event::Keyboard(iced::keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        physical_key: iced::keyboard::key::Physical::Unidentified(
            iced::keyboard::key::NativeCode::Unidentified,
        ),
        key,
        location: iced::keyboard::Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    })
}

#[test]
fn a_field_of_the_panel_saves_by_itself() {
    let mut window = Window::open();
    window.click("Trần Cường");
    window.type_into("delegate-birth", "1969");
    window.type_into("delegate-unit", "Xã C");
    let delegates = window.delegates();
    let changed = delegates.iter().find(|one| one.details.full_name == "Trần Cường").expect("Cường");
    assert_eq!(changed.details.birth.map(|birth| birth.to_string()).as_deref(), Some("1969"));
    assert_eq!(changed.details.unit.as_deref(), Some("Xã C"));
    assert!(window.shows("Xã C"), "the table shows it, too");
}

#[test]
fn a_name_cannot_be_emptied() {
    let mut window = Window::open();
    window.click("Trần Cường");
    window.type_into("delegate-name", " ");
    assert!(window.shows("Chưa có họ và tên. Hãy gõ họ và tên của người này."), "refused beside the field");
    assert!(window.delegates().iter().any(|one| one.details.full_name == "Trần Cường"));
    assert!(window.shows("Trần Cường"));
}

#[test]
fn somebody_new_is_added_and_the_next_form_is_empty() {
    let mut window = Window::open();
    window.press("delegates-add");
    assert!(window.shows("Đại biểu mới"));
    window.type_into("delegate-name", "Võ Thị Dung");
    assert_eq!(window.delegates().len(), 4);
    assert!(window.shows("Võ Thị Dung"), "the table shows them");
    assert!(window.shows("Đại biểu mới"));
    window.press("delegate-save");
    assert_eq!(window.delegates().len(), 4, "without a name nobody is added");
}

#[test]
fn numbers_follow_the_order_that_is_chosen_until_the_list_is_fixed() {
    let mut window = Window::open();
    let order = |window: &Window| {
        let store = Store::open(&window.folder.path().join("du-lieu.taphuan"), Access::Read).expect("open");
        store.dossier(window.session).wait().expect("a session").session.details.list_order
    };
    assert_eq!(order(&window), ListOrder::UnitThenName);
    window.click("STT theo tên A–Z");
    assert_eq!(order(&window), ListOrder::Name);
    assert!(window.shows("STT theo đơn vị"), "and back again");
    window.press("delegates-fix");
    assert!(!window.shows("STT theo đơn vị"), "fixed numbers follow no order");
}

#[test]
fn a_fixed_list_keeps_the_number_of_who_is_withdrawn() {
    let mut window = Window::open();
    window.press("delegates-fix");
    assert!(window.shows("Đã chốt"));
    window.click("Lê Thị An");
    window.press("delegate-remove");
    assert!(window.shows("Đã rút tên"));
    window.press("delegate-put-back");
    assert!(!window.shows("Đã rút tên"));
    window.press("delegates-reopen");
    assert!(window.delegates().iter().all(|one| one.fixed_number.is_none()));
}

#[test]
fn a_division_is_seen_before_it_is_done() {
    let mut window = Window::open();
    window.press("delegates-divide");
    assert!(window.shows("3 đại biểu vào 2 cụm"));
    window.press("divide-apply");
    assert!(window.shows("Cụm 1 · 2") && window.shows("Cụm 2 · 1"));
    assert!(!window.shows("3 đại biểu vào 2 cụm"), "the dialog is closed");
}

#[test]
fn a_list_is_written_only_when_it_is_agreed_to() {
    let mut window = Window::open();
    let list = window.folder.path().join("xã C.csv");
    let text = "Họ và tên,Năm sinh,Đơn vị\nHồ Văn Em,1970,Xã C\nVũ Thị Lan,19755,Xã C\nTrần Cường,,Xã B\n";
    std::fs::write(&list, text).expect("written");
    window.drop_file(list);
    assert!(window.shows("Nhập danh sách đại biểu"));
    assert!(window.shows("1 mới") && window.shows("1 có sẵn") && window.shows("1 lỗi"));
    assert_eq!(window.delegates().len(), 3, "nothing is written before");
    window.press("import-apply");
    assert!(window.shows("Hồ Văn Em"));
    assert_eq!(window.delegates().len(), 4);
    window.press("delegates-imported");
    assert!(window.shows("Các danh sách đã nhập") && window.shows("xã C.csv"));
    window.hear(Heard::Shortcut(Shortcut::Escape));
    window.hear(Heard::Shortcut(Shortcut::Undo));
    assert_eq!(window.delegates().len(), 3);
    window.press("delegates-imported");
    assert!(window.shows("Lớp này chưa nhập danh sách nào từ tệp."), "what was undone was not imported");
}

#[test]
fn what_is_no_list_says_why_and_can_be_left() {
    let mut window = Window::open();
    let list = window.folder.path().join("ảnh.csv");
    std::fs::write(&list, "a,b\n1,2\n").expect("written");
    window.drop_file(list);
    assert!(window.shows("Chưa đọc được danh sách"));
    window.press("import-cancel");
    assert!(window.shows("Lê Thị An"));
}

/// The person of a list with this name, birth and telephone number, or `None` when the
/// row is refused.
fn in_a_list(name: &str, birth: &str, phone: &str) -> Option<PersonDetails> {
    let list = format!(
        "STT\tHọ và tên\tNăm sinh\tĐiện thoại\n1\t{name}\t{birth}\t{phone}\n2\tHồ Ví\t1970\t0987654321\n\
         3\tLê Thử\t1971\t0987654322\n"
    );
    let today = jiff::Zoned::now().date();
    let list = taphuan::intake::read_bytes(list.into_bytes(), "danh-sach.txt", today).expect("a list");
    let row = list.rows.into_iter().next().expect("a row");
    row.error.is_none().then_some(row.person)
}

#[test]
fn fields_take_what_lists_take_and_refuse_the_same() {
    let births = [
        ("15.3.1970", Some("1970-03-15")),
        ("15-03-1970", Some("1970-03-15")),
        ("15/3/70", Some("1970-03-15")),
        ("1970-03-16", Some("1970-03-16")),
        ("3/1970", Some("1970-03")),
        ("1971", Some("1971")),
        ("1.972", Some("1972")),
        ("sinh năm 1973", Some("1973")),
        ("SN: 1974", Some("1974")),
        ("(1975)", Some("1975")),
        ("'76", Some("1976")),
        ("khoảng 1969", Some("1969~")),
        ("02/05/1969 00:00:00", Some("1969-05-02")),
        ("25/9", None),
        ("31/2/1970", None),
        ("1850", None),
        ("2031", None),
        ("19755", None),
    ];
    let phones = [
        ("0912.345.678", Some("0912.345.678")),
        ("+84 912 345 679", Some("0912 345 679")),
        ("(+84) 912345680", Some("0912345680")),
        ("912345681", Some("0912345681")),
        ("O9l2345682", Some("0912345682")),
        ("0912345678 (Zalo)", Some("0912345678 (Zalo)")),
        ("912345678/987654321", Some("0912345678/0987654321")),
        ("09123", None),
        ("9,12E+08", None),
        ("hỏi anh Nam", None),
    ];
    let names = [
        ("H'Hen Niê", Some("H'Hen Niê")),
        ("  Nguyễn\u{a0} Văn   An ", Some("Nguyễn Văn An")),
        ("Lê An 2", None),
    ];
    let mut window = Window::open();
    window.click("Trần Cường");
    let cuong =
        window.delegates().iter().find(|one| one.details.full_name == "Trần Cường").expect("Cường").id;
    let details = |window: &Window| {
        window.delegates().into_iter().find(|one| one.id == cuong).expect("the delegate").details
    };
    let said = |details: &PersonDetails| details.birth.map(|birth| birth.to_string());
    for (typed, taken) in births {
        let before = said(&details(&window));
        let listed = in_a_list("Nguyễn Văn Mẫu", typed, "0912345678");
        assert_eq!(listed.as_ref().and_then(said).as_deref(), taken, "{typed} in a list");
        window.type_into("delegate-birth", typed);
        let kept = taken.map(str::to_owned).or(before);
        assert_eq!(said(&details(&window)), kept, "{typed} in a field");
    }
    // What is refused stays in its field until it is given up.
    let give_up = |window: &mut Window, field: &'static str| {
        window.act(|ui| {
            let _ = ui.click(id(field)).expect("the field");
            let _ = ui.tap_key(iced::keyboard::key::Named::Escape);
        });
    };
    give_up(&mut window, "delegate-birth");
    for (typed, taken) in phones {
        let before = details(&window).phone;
        let listed = in_a_list("Nguyễn Văn Mẫu", "1969", typed);
        assert_eq!(listed.and_then(|person| person.phone).as_deref(), taken, "{typed} in a list");
        window.type_into("delegate-phone", typed);
        assert_eq!(details(&window).phone, taken.map(str::to_owned).or(before), "{typed} in a field");
    }
    for (typed, taken) in names {
        let before = details(&window).full_name;
        let listed = in_a_list(typed, "1969", "0912345678");
        assert_eq!(listed.map(|person| person.full_name).as_deref(), taken, "{typed} in a list");
        window.type_into("delegate-name", typed);
        assert_eq!(details(&window).full_name, taken.map_or(before, str::to_owned), "{typed} in a field");
    }
    window.type_into("delegate-phone", "–");
    assert_eq!(details(&window).phone, None, "a dash stands for nothing");
}

#[test]
fn a_refused_number_says_why_beside_its_field() {
    let mut window = Window::open();
    window.click("Trần Cường");
    window.act(|ui| {
        let _ = ui.click(id("delegate-phone")).expect("the field");
        let _ = ui.typewrite("09123");
        let _ = ui.tap_key(iced::keyboard::key::Named::Enter);
        let why = "Đây không phải số điện thoại. Ghi đủ số, ví dụ 0912345678, hoặc để trống.";
        let _ = ui.find(why).expect("the refusal");
    });
}
