//! The list of a session in the window: find, edit, add, move, withdraw, divide,
//! fix, and a list that is looked at before it is imported.

use crate::support::window::{Window, settings};
use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Shortcut};
use taphuan::domain::cluster::ClusterDetails;
use taphuan::domain::delegate::{Delegate, NewDelegate};
use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::id::{PersonId, SessionId};
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::{ListOrder, SessionDetails};

/// The session of the window.
const SESSION: SessionId = SessionId(1);

fn person(name: &str, unit: &str) -> NewDelegate {
    NewDelegate::Unknown(PersonDetails {
        full_name: name.into(),
        position: Some("Trưởng thôn".into()),
        unit: Some(unit.into()),
        ..PersonDetails::default()
    })
}

/// A window on a session with three delegates in two clusters.
fn open() -> Window {
    let mut window = Window::open(|store| {
        let details = SessionDetails { title: "Hội nghị Tam Đại".into(), ..SessionDetails::default() };
        let session = store.create_session(details, None).wait().expect("session");
        let cluster = || store.add_cluster(session, ClusterDetails::default()).wait().expect("cluster");
        let (first, _) = (cluster(), cluster());
        let people = vec![
            person("Nguyễn Văn Bình", "Xã A"),
            person("Lê Thị An", "Xã A"),
            person("Trần Cường", "Xã B"),
        ];
        store.add_delegates(session, Some(first), people).wait().expect("delegates");
    });
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    assert!(window.shows("Lê Thị An"), "the list of the session is shown");
    window
}

fn delegates(window: &Window) -> Vec<Delegate> {
    window.store().delegates(SESSION).wait().expect("delegates")
}

#[test]
fn a_field_of_the_panel_saves_by_itself() {
    let mut window = open();
    window.click("Trần Cường");
    window.type_into("delegate-birth", "1969");
    window.type_into("delegate-unit", "Xã C");
    let delegates = delegates(&window);
    let changed = delegates.iter().find(|one| one.details.full_name == "Trần Cường").expect("Cường");
    assert_eq!(changed.details.birth.map(|birth| birth.to_string()).as_deref(), Some("1969"));
    assert_eq!(changed.details.unit.as_deref(), Some("Xã C"));
    assert!(window.shows("Xã C"), "the table shows it, too");
}

/// Where a name stands in the window.
fn height_of(window: &Window, name: &str) -> f32 {
    let mut ui = iced_test::Simulator::with_size(settings(), window.size, window.app.view());
    ui.find(name).unwrap_or_else(|error| panic!("{name}: {error}")).bounds().y
}

#[test]
fn a_row_stands_where_it_stood_while_its_name_is_edited() {
    let mut window = open();
    let before = height_of(&window, "Lê Thị An");
    assert!(before < height_of(&window, "Nguyễn Văn Bình"));
    window.click("Lê Thị An");
    window.type_into("delegate-name", "Lê Thị Vân");
    assert_eq!(height_of(&window, "Lê Thị Vân"), before, "the next press hits the same row");
    window.go(Route::Home);
    window.go(Route::Session(SESSION, Tab::Delegates));
    assert!(height_of(&window, "Lê Thị Vân") > height_of(&window, "Nguyễn Văn Bình"), "opened anew");
}

#[test]
fn who_was_taken_off_is_found_by_a_choice_of_its_own() {
    let mut window = open();
    window.press("delegates-fix");
    window.click("Trần Cường");
    window.press("delegate-remove");
    window.go(Route::Home);
    window.go(Route::Session(SESSION, Tab::Delegates));
    window.click("Đã rút tên · 1");
    assert!(window.shows("Trần Cường") && !window.shows("Lê Thị An"));
}

#[test]
fn a_name_cannot_be_emptied() {
    let mut window = open();
    window.click("Trần Cường");
    window.type_into("delegate-name", " ");
    assert!(window.shows("Chưa có họ và tên. Hãy gõ họ và tên của người này."), "refused beside the field");
    assert!(delegates(&window).iter().any(|one| one.details.full_name == "Trần Cường"));
    assert!(window.shows("Trần Cường"));
}

#[test]
fn another_persons_name_over_somebody_says_how_substitutes_are_told() {
    let mut window = open();
    window.click("Trần Cường");
    let said = |window: &Window, name: &str| {
        window.shows(&format!(
            "Đã đổi “Trần Cường” thành “{name}”, cả trong sổ cán bộ. Nếu đó là người khác đi thay, hãy hoàn tác (Ctrl Z) rồi \
             chọn “Báo vắng, cử người thay…”."
        ))
    };
    window.type_into("delegate-name", "Trần Cương");
    assert!(!said(&window, "Trần Cương"), "a mark is mended");
    window.shortcut(Shortcut::Undo);
    window.click("Trần Cường");
    window.type_into("delegate-name", "Lê Thị Mai");
    assert!(said(&window, "Lê Thị Mai"));
}

#[test]
fn somebody_new_is_added_and_the_next_form_is_empty() {
    let mut window = open();
    window.press("delegates-add");
    assert!(window.shows("Đại biểu mới"));
    window.type_into("delegate-name", "Võ Thị Dung");
    assert_eq!(delegates(&window).len(), 4);
    assert!(window.shows("Võ Thị Dung"), "the table shows them");
    assert!(window.shows("Đại biểu mới"));
    window.press("delegate-save");
    assert_eq!(delegates(&window).len(), 4, "without a name nobody is added");
}

#[test]
fn numbers_follow_the_order_that_is_chosen_until_the_list_is_fixed() {
    let mut window = open();
    let order = |window: &Window| {
        window.store().dossier(SESSION).wait().expect("a session").session.details.list_order
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
    let mut window = open();
    window.press("delegates-fix");
    assert!(window.shows("Đã chốt"));
    window.click("Lê Thị An");
    window.press("delegate-remove");
    assert!(window.shows("Đã rút tên"));
    window.press("delegate-put-back");
    assert!(!window.shows("Đã rút tên"));
    window.press("delegates-reopen");
    assert!(delegates(&window).iter().all(|one| one.fixed_number.is_none()));
}

#[test]
fn a_division_is_seen_before_it_is_done() {
    let mut window = open();
    window.press("delegates-divide");
    assert!(window.shows("3 đại biểu vào 2 cụm"));
    window.press("divide-apply");
    assert!(window.shows("Cụm 1 · 2") && window.shows("Cụm 2 · 1"));
    assert!(!window.shows("3 đại biểu vào 2 cụm"), "the dialog is closed");
}

#[test]
fn a_list_is_written_only_when_it_is_agreed_to() {
    let mut window = open();
    let text = "Họ và tên,Năm sinh,Đơn vị\nHồ Văn Em,1970,Xã C\nVũ Thị Lan 2,1975,Xã C\nTrần Cường,,Xã B\n";
    let list = window.write_beside("xã C.csv", text);
    window.hear(Heard::Dropped(list));
    assert!(window.shows("Nhập danh sách đại biểu"));
    assert!(window.shows("1 mới") && window.shows("1 có sẵn") && window.shows("1 nghi ngờ"));
    assert_eq!(delegates(&window).len(), 3, "nothing is written before");
    window.press("import-apply");
    assert!(window.shows("Hồ Văn Em"));
    assert_eq!(delegates(&window).len(), 4);
    window.press("delegates-imported");
    assert!(window.shows("Các danh sách đã nhập") && window.shows("xã C.csv"));
    window.shortcut(Shortcut::Escape);
    window.shortcut(Shortcut::Undo);
    assert_eq!(delegates(&window).len(), 3);
    window.press("delegates-imported");
    assert!(window.shows("Lớp này chưa nhập danh sách nào từ tệp."), "what was undone was not imported");
}

#[test]
fn a_line_that_did_not_come_in_is_taken_in_from_the_list_of_lists() {
    let mut window = open();
    let text = "Họ và tên,Năm sinh,Đơn vị\nHồ Văn Em,1970,Xã C\nVũ Thị Lan 2,1975,Xã C\n";
    let list = window.write_beside("xã C.csv", text);
    window.hear(Heard::Dropped(list));
    window.press("import-apply");
    window.press("delegates-imported");
    assert!(window.shows("Chưa nhập: 1 nghi ngờ"));
    window.press("imported-look-1");
    assert!(window.shows("Dòng chưa nhập của xã C.csv"));
    window.press("imported-take");
    assert!(window.shows("Đại biểu mới"));
    assert!(window.shows("Trong tệp, dòng 3: Vũ Thị Lan 2 | 1975 | Xã C"), "what stands in the file");
    // Enter saves.
    window.type_into("delegate-name", "Vũ Thị Lan");
    assert!(
        delegates(&window)
            .iter()
            .any(|one| one.details.full_name == "Vũ Thị Lan" && one.details.unit.as_deref() == Some("Xã C"))
    );
    assert!(window.shows("Các danh sách đã nhập") && !window.shows("Chưa nhập: 1 nghi ngờ"));
    window.shortcut(Shortcut::Escape);
    window.shortcut(Shortcut::Undo);
    window.press("delegates-imported");
    assert!(window.shows("Chưa nhập: 1 nghi ngờ"), "undone, it waits again");
}

#[test]
fn what_is_no_list_says_why_and_can_be_left() {
    let mut window = open();
    let list = window.write_beside("ảnh.csv", "a,b\n1,2\n");
    window.hear(Heard::Dropped(list));
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
    let mut window = open();
    window.click("Trần Cường");
    let cuong =
        delegates(&window).iter().find(|one| one.details.full_name == "Trần Cường").expect("Cường").id;
    let details = |window: &Window| {
        delegates(window).into_iter().find(|one| one.id == cuong).expect("the delegate").details
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
            let _ = ui.tap_key(Named::Escape);
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
    let mut window = open();
    window.click("Trần Cường");
    window.act(|ui| {
        let _ = ui.click(id("delegate-phone")).expect("the field");
        let _ = ui.typewrite("09123");
        let _ = ui.tap_key(Named::Enter);
        let why = "Đây không phải số điện thoại. Ghi đủ số, ví dụ 0912345678, hoặc để trống.";
        let _ = ui.find(why).expect("the refusal");
    });
}

#[test]
fn who_is_erased_is_not_edited_and_goes_from_the_register_by_an_act_of_its_own() {
    let mut window = open();
    window.size.1 = 1400.0;
    let who = delegates(&window).into_iter().find(|one| one.details.full_name == "Lê Thị An").expect("An");
    let mut window = window.reopen_after(|store| {
        store.issue_certificates(SESSION).wait().expect("issued");
        let whom = Whom::Person(who.person);
        store.erase(Wish { whom, reason: "Theo đơn".into(), register: false }).wait().expect("erased");
    });
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    window.click("(đã xóa)");
    window.type_into("delegate-position", "Chủ tịch");
    let shell = |window: &Window| delegates(window).into_iter().find(|one| one.id == who.id).expect("stays");
    assert_eq!(shell(&window).details.position, None, "there is nothing to edit");

    window.press("delegate-register");
    window.type_into("erasing-reason", "Cấp nhầm");
    window.press("erasing-apply");
    let dossier = window.store().dossier(SESSION).wait().expect("dossier");
    let certificate =
        dossier.certificates.iter().find(|one| one.delegate == who.id).expect("the number stays");
    assert!(certificate.erased);
    assert!(!window.has("delegate-register"), "it is done");
}

#[test]
fn somebody_the_registry_knows_is_offered_and_is_not_made_twice() {
    let hoa = PersonDetails {
        full_name: "Hồ Thị Hoa".into(),
        position: Some("Bí thư chi bộ".into()),
        unit: Some("Xã D".into()),
        ..PersonDetails::default()
    };
    let mut window = open().reopen_after(|store| store.add_person(hoa).wait().expect("Hoa"));
    let known = PersonId(4);
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    let people = |window: &Window| window.store().search("ho thi hoa").wait().expect("people").len();

    window.press("delegates-add");
    window.type_into("delegate-name", "Hồ Thị Hoa");
    assert_eq!(delegates(&window).len(), 3, "the first Enter asks who it is");
    assert!(window.shows("Sổ cán bộ có 1 người tên này"));
    window.act(|ui| {
        let _ = ui.click(id("delegate-namesake")).expect("the choice");
        let _ = ui.tap_key(Named::Home);
        let _ = ui.tap_key(Named::Enter);
    });
    window.type_into("delegate-phone", "0912 345 678");
    let hoa = delegates(&window).into_iter().find(|one| one.person == known).expect("she was called");
    assert_eq!(hoa.details.position.as_deref(), Some("Bí thư chi bộ"));
    assert_eq!(hoa.details.phone.as_deref(), Some("0912 345 678"), "what was typed stays");
    assert_eq!(people(&window), 1, "and the registry has her once");

    window.type_into("delegate-name", "Hồ Thị Hoa");
    window.type_into("delegate-name", "Hồ Thị Hoa");
    assert_eq!((delegates(&window).len(), people(&window)), (5, 2), "saved once more it is somebody else");
}
