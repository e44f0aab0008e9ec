//! Thông tin in the window: organisers, called groups and guests, clusters and
//! sittings, edited and undone.

use crate::support::window::Window;
use taphuan::app::Shortcut;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::retention::{HABIT, Retention};
use taphuan::domain::session::{OrganiserRole, SessionDetails};

const TITLE: &str = "Tập huấn công tác Mặt trận";

fn window() -> Window {
    let mut window = Window::open(|store| {
        let details = SessionDetails {
            title: TITLE.into(),
            dates: "2026-09-25/2026-09-27".parse().ok(),
            ..SessionDetails::default()
        };
        store.create_session(details, None).wait().expect("session");
    });
    window.size.1 = 1600.0;
    window.click("Lớp tập huấn");
    window.click(TITLE);
    window
}

fn dossier(window: &Window) -> Dossier {
    let store = window.store();
    let session = store.sessions().wait().expect("sessions")[0].id;
    store.dossier(session).wait().expect("dossier")
}

fn organisers(window: &Window) -> Vec<(OrganiserRole, String)> {
    dossier(window).organisers.into_iter().map(|one| (one.role, one.name)).collect()
}

#[test]
fn organisers_are_added_moved_by_keys_and_taken_back() {
    let mut window = window();
    window.press("organiser-add");
    window.type_into("organiser-name", "Ban Thường trực quận");
    window.press("organiser-add");
    window.type_into("organiser-name", "Trung tâm Chính trị quận");
    let led = (OrganiserRole::Lead, "Ban Thường trực quận".to_owned());
    let joined = (OrganiserRole::Partner, "Trung tâm Chính trị quận".to_owned());
    assert_eq!(organisers(&window), [led.clone(), joined.clone()]);
    window.shortcut(Shortcut::Up);
    assert_eq!(organisers(&window), [joined.clone(), led.clone()]);
    assert!(window.shows("Trung tâm Chính trị quận"));
    window.shortcut(Shortcut::Undo);
    assert_eq!(organisers(&window), [led.clone(), joined.clone()]);
    window.shortcut(Shortcut::Undo);
    assert_eq!(organisers(&window), [led], "each is a step of its own");
}

#[test]
fn a_name_that_is_emptied_stays_until_the_line_is_taken_away() {
    let mut window = window();
    window.press("organiser-add");
    window.type_into("organiser-name", "Ban Thường trực quận");
    window.type_into("organiser-name", "");
    assert_eq!(organisers(&window).len(), 1);
    window.press("line-remove");
    assert_eq!(organisers(&window), []);
}

#[test]
fn a_guest_has_its_titles_in_order_and_a_part() {
    let mut window = window();
    window.press("guest-add");
    window.type_into("guest-name", "Nguyễn Thanh Tịnh");
    window.type_into("guest-honorific", "ông");
    window.type_into("guest-title-0", "Trưởng ban Tuyên giáo");
    window.type_into("guest-title-1", "Giám đốc Trung tâm bồi dưỡng chính trị");
    window.type_into("guest-part", "phát biểu chỉ đạo");
    let expected = Guest::Person {
        honorific: Some("ông".into()),
        name: "Nguyễn Thanh Tịnh".into(),
        titles: vec!["Trưởng ban Tuyên giáo".into(), "Giám đốc Trung tâm bồi dưỡng chính trị".into()],
        part: Some("phát biểu chỉ đạo".into()),
    };
    assert_eq!(dossier(&window).guests, [expected]);
    window.press("guest-group-add");
    window.type_into("guest-name", "Đại diện lãnh đạo các ban, ngành");
    let words = Guest::Group { label: "Đại diện lãnh đạo các ban, ngành".into() };
    assert_eq!(dossier(&window).guests[1], words);
}

#[test]
fn a_number_may_be_about_and_a_wrong_one_is_told_beside_its_field() {
    let mut window = window();
    window.press("group-add");
    window.type_into("group-label", "Tổ trưởng Tổ đoàn kết");
    window.type_into("group-count", "hơn 200");
    let group = dossier(&window).audience.remove(0);
    assert_eq!((group.count, group.approximate), (Some(200), true));
    assert!(window.shows("Triệu tập khoảng 200 người · trong danh sách 0"));
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("group-count")).expect("the field");
        let _ = ui.typewrite("x");
        let _ = ui.tap_key(iced::keyboard::key::Named::Enter);
        let words = "Hãy ghi một số từ 1 đến 99.999, như 90; số ước chừng thì ghi “hơn 90”, “khoảng 90”.";
        let _ = ui.find(words).expect("the refusal");
    });
    assert_eq!(dossier(&window).audience.remove(0).count, Some(200), "the last good value stays");
}

#[test]
fn a_cluster_serves_units_that_are_typed_one_by_one() {
    let mut window = window();
    window.press("cluster-add");
    window.type_into("cluster-unit", "Xã Tam Đại; Xã Tam Dân");
    window.type_into("cluster-unit", "Xã Tam Đại");
    let serves = dossier(&window).clusters.remove(0).details.serves;
    assert_eq!(serves, ["Xã Tam Đại", "Xã Tam Dân"]);
}

#[test]
fn sittings_are_made_from_the_days_and_an_end_before_the_start_is_refused() {
    let mut window = window();
    window.press("cluster-add");
    window.click("Sáng và chiều");
    let sittings = dossier(&window).clusters.remove(0).sittings;
    assert_eq!(sittings.len(), 6, "three days, mornings and afternoons");
    let (starts, ends) = ("sitting-starts-1", "sitting-ends-1");
    assert_eq!(sittings[0].id.0, 1);
    window.type_into(starts, "7h30");
    window.type_into(ends, "7h");
    let first = |window: &Window| dossier(window).clusters.remove(0).sittings.remove(0).details();
    assert_eq!((first(&window).starts.as_deref(), first(&window).ends), (Some("07:30"), None));
    assert!(window.shows("Giờ kết thúc 07:00 không sau giờ bắt đầu 07:30. Hãy sửa một trong hai giờ."));
    window.type_into(ends, "11g30");
    assert_eq!(first(&window).ends.as_deref(), Some("11:30"));
}

#[test]
fn clusters_split_and_merge_and_each_is_undone() {
    let mut window = window();
    window.press("cluster-add");
    window.type_into("cluster-unit", "Xã A; Xã B");
    window.press("cluster-split");
    let serves = |window: &Window| {
        dossier(window).clusters.into_iter().map(|one| one.details.serves).collect::<Vec<_>>()
    };
    assert_eq!(serves(&window), [["Xã A"], ["Xã B"]]);
    window.shortcut(Shortcut::Undo);
    assert_eq!(serves(&window), [["Xã A", "Xã B"]]);
}

#[test]
fn a_template_brings_clusters_and_sittings_in_one_step() {
    let mut window = Window::open(|_| {});
    window.click("Tạo lớp tập huấn");
    window.act(|ui| {
        let id = iced_test::selector::id;
        let _ = ui.click(id("new-title")).expect("the title");
        let _ = ui.typewrite("Lớp bồi dưỡng");
        let _ = ui.click(id("new-starts")).expect("the first day");
        let _ = ui.typewrite("10/5/2027");
        let _ = ui.click(id("new-template")).expect("the template");
        let _ = ui.tap_key(iced::keyboard::key::Named::ArrowDown);
        let _ = ui.tap_key(iced::keyboard::key::Named::ArrowDown);
        let _ = ui.tap_key(iced::keyboard::key::Named::Enter);
    });
    assert!(
        window.shows("Tại Trung tâm Chính trị, sáng và chiều 3 ngày kể từ ngày đầu, có khai mạc và bế mạc.")
    );
    window.press("new-create");
    let made = dossier(&window);
    assert_eq!(
        made.session.details.dates.map(|dates| dates.to_string()).as_deref(),
        Some("2027-05-10/2027-05-12")
    );
    assert_eq!(made.clusters[0].sittings.len(), 6);
    window.shortcut(Shortcut::Undo);
    assert!(window.store().sessions().wait().expect("sessions").is_empty());
}

#[test]
fn a_long_text_is_one_step_and_taken_back_at_once() {
    let mut window = window();
    let before = window.store().history(100).wait().expect("history").len();
    let write = |window: &mut Window, end: iced::window::Event| {
        window.act(|ui| {
            let _ = ui.click(iced_test::selector::id("purpose")).expect("the field");
            let _ = ui.typewrite("Nâng cao nghiệp vụ 1");
            let _ = ui.simulate([iced::Event::Window(end)]);
        });
    };
    let paused = std::time::Instant::now() + 2 * taphuan::app::widget::field::PAUSE;
    write(&mut window, iced::window::Event::RedrawRequested(paused));
    let purpose = |window: &Window| dossier(window).session.details.purpose;
    assert_eq!(purpose(&window).as_deref(), Some("Nâng cao nghiệp vụ 1"));
    assert_eq!(window.store().history(100).wait().expect("history").len(), before + 1);
    window.shortcut(Shortcut::Undo);
    assert_eq!(purpose(&window), None);
    assert!(!window.shows("Nâng cao nghiệp vụ 1"));

    write(&mut window, iced::window::Event::CloseRequested);
    assert_eq!(purpose(&window).as_deref(), Some("Nâng cao nghiệp vụ 1"), "kept when the window closes");
}

#[test]
fn how_long_names_are_kept_is_proposed_by_habit_typed_and_undone() {
    let mut window = window().reopen_after(|store| {
        store.set_setting(HABIT, Some("5".into())).wait().expect("a habit");
    });
    window.size.1 = 1600.0;
    window.click("Lớp tập huấn");
    window.click(TITLE);
    assert_eq!(dossier(&window).retention, Retention::default(), "a habit decides nothing by itself");
    window.press("keep-usual");
    assert_eq!(dossier(&window).retention.keep_until.map(|date| date.to_string()).as_deref(), Some("2031"));
    assert!(!window.has("keep-usual"), "what is said needs no proposal");
    window.type_into("hold_reason", "Hồ sơ lưu trữ 10 năm");
    assert_eq!(dossier(&window).retention.hold_reason.as_deref(), Some("Hồ sơ lưu trữ 10 năm"));
    window.shortcut(Shortcut::Undo);
    window.shortcut(Shortcut::Undo);
    assert_eq!(dossier(&window).retention, Retention::default());
}

#[test]
fn a_last_day_does_not_go_without_a_word() {
    let mut window = window();
    window.type_into("session-starts", "5/10/2026");
    assert!(window.shows(
        "Đã bỏ ngày kết thúc 27/9/2026, vì ngày bắt đầu mới đứng sau ngày ấy. Hãy ghi lại ngày kết thúc."
    ));
}
