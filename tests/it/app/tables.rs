//! Tables as people of Excel use them: columns are chosen, rows copied, stepped through, changed together and
//! dragged; a double click is one click.

use iced::keyboard::{Key, Modifiers, key::Named};
use iced::mouse::Button;
use iced_test::Simulator;
use iced_test::selector::id;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::widget::table::COLUMNS;
use taphuan::app::{Shortcut, widget::search};
use taphuan::domain::cluster::ClusterDetails;
use taphuan::domain::delegate::{Delegate, NewDelegate};
use taphuan::domain::id::SessionId;
use taphuan::domain::own_column::OwnKind;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;

use crate::support::live::Live;
use crate::support::window::{Window, key_event, modifiers, settings};

/// The session of the window.
const SESSION: SessionId = SessionId(1);

/// A window on a session with three delegates in the first of two clusters.
fn open() -> Window {
    let mut window = Window::open(|store| {
        let details = SessionDetails { title: "Hội nghị Tam Đại".into(), ..SessionDetails::default() };
        let session = store.create_session(details, None).wait().expect("session");
        let cluster = || store.add_cluster(session, ClusterDetails::default()).wait().expect("cluster");
        let (first, _) = (cluster(), cluster());
        let person = |name: &str, unit: &str| {
            NewDelegate::Unknown(PersonDetails {
                full_name: name.into(),
                position: Some("Trưởng thôn".into()),
                unit: Some(unit.into()),
                ..PersonDetails::default()
            })
        };
        let people = [("Nguyễn Văn Bình", "Thôn Một"), ("Lê Thị An", "Thôn Một"), ("Trần Cường", "Thôn Hai")]
            .map(|(name, unit)| person(name, unit));
        store.add_delegates(session, Some(first), people.to_vec()).wait().expect("delegates");
    });
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    window
}

fn delegates(window: &Window) -> Vec<Delegate> {
    window.store().delegates(SESSION).wait().expect("delegates")
}

/// Opens the menu of columns and chooses the line that so many presses of a key lead to.
fn choose_column(window: &mut Window, key: Named, presses: usize) {
    window.act(|ui| {
        let _ = ui.click(id(COLUMNS)).expect("the button of columns");
        for _ in 0..presses {
            let _ = ui.tap_key(key);
        }
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn columns_are_hidden_and_brought_back_and_those_that_are_empty_say_so() {
    let mut window = open();
    assert!(window.shows("Chức vụ") && !window.shows("Năm sinh"), "nobody's birth is known");
    window.act(|ui| {
        let _ = ui.click(id(COLUMNS)).expect("the button of columns");
        assert!(ui.find("Năm sinh · chưa có gì").is_ok());
    });
    choose_column(&mut window, Named::ArrowDown, 3);
    assert!(!window.shows("Chức vụ") && window.shows("Đơn vị"));
    choose_column(&mut window, Named::ArrowUp, 1);
    assert!(window.shows("Chức vụ"), "the last line brings all back");
}

#[test]
fn a_menu_that_is_higher_than_the_window_leads_to_its_last_line_all_the_same() {
    const LAST: &str = "Trở lại như lúc đầu";
    let mut window = open().reopen_after(|store| {
        for number in 1..=8 {
            store.add_own_column(SESSION, format!("Cột {number}"), OwnKind::Text).wait().expect("column");
        }
    });
    window.go(Route::Session(SESSION, Tab::Delegates));
    window.resize(1024.0, 480.0);
    window.act(|ui| {
        let _ = ui.click(id(COLUMNS)).expect("the button of columns");
        assert!(ui.find(LAST).is_err(), "there is no room for it");
        let _ = ui.tap_key(Named::End);
        let last = ui.find(LAST).expect("the last line").bounds();
        assert!(last.y + last.height <= 480.0, "{last:?}");
    });
}

#[test]
fn the_button_of_columns_is_reached_by_tab_after_the_rows() {
    let mut window = open();
    window.act(|ui| {
        let _ = ui.click("Lê Thị An").expect("a row");
        let _ = ui.tap_key(Named::Tab);
        let _ = ui.tap_key(Named::Enter);
        assert!(ui.find("Năm sinh · chưa có gì").is_ok(), "Enter opens the menu of columns");
    });
}

#[test]
fn results_stand_by_any_column_then_the_other_way_round_then_as_they_were() {
    let mut window = open();
    window.go(Route::Session(SESSION, Tab::Results));
    let order = |window: &Window| {
        let mut names = ["Nguyễn Văn Bình", "Lê Thị An", "Trần Cường"];
        let mut ui = Simulator::with_size(settings(), window.size, window.app.view());
        let mut high = |name: &str| ui.find(name).expect("a row").bounds().y as i32;
        names.sort_by_key(|name| high(name));
        names.map(|name| name.rsplit(' ').next().unwrap_or_default())
    };
    let listed = order(&window);
    for expected in [["An", "Bình", "Cường"], ["Cường", "Bình", "An"], listed] {
        window.click("Họ và tên");
        assert_eq!(order(&window), expected);
    }
}

#[test]
fn a_chosen_column_that_has_no_room_is_said_to_have_none() {
    let mut window = open();
    window.resize(700.0, 700.0);
    window.click("Lê Thị An");
    window.resize(760.0, 700.0);
    window.act(|ui| {
        let _ = ui.click(id(COLUMNS)).expect("the button of columns");
        assert!(ui.find("Chức vụ · hết chỗ").is_ok());
    });
}

#[test]
fn a_post_is_set_for_all_who_are_chosen_in_one_step() {
    let mut window = open();
    window.act(|ui| {
        let _ = ui.click("Lê Thị An").expect("a row");
        let all = Key::Character("a".into());
        let _ = ui.simulate([modifiers(Modifiers::CTRL), key_event(all, Modifiers::CTRL)]);
    });
    window.type_into("delegates-position", "Phó trưởng thôn");
    let posts = |window: &Window| {
        delegates(window).into_iter().filter_map(|one| one.details.position).collect::<Vec<_>>()
    };
    assert_eq!(posts(&window), ["Phó trưởng thôn"; 3]);
    assert!(window.shows("Đã sửa chức vụ của 3 đại biểu."), "told with their number");
    window.shortcut(Shortcut::Undo);
    assert_eq!(posts(&window), ["Trưởng thôn"; 3]);
}

#[test]
fn enter_and_f3_step_through_what_was_found() {
    let mut window = open();
    window.type_into(search::ID, "mot");
    assert!(window.shows("2"), "so many were found");
    window.act(|ui| {
        let _ = ui.click(id(search::ID)).expect("the search");
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(window.shows("1/2"));
    window.shortcut(Shortcut::Function(3));
    assert!(window.shows("2/2"));
    window.shortcut(Shortcut::Function(3));
    assert!(window.shows("1/2"), "after the last comes the first");
    window.shortcut(Shortcut::Before);
    assert!(window.shows("2/2"));
}

#[test]
fn chosen_rows_are_copied_with_the_columns_that_are_chosen() {
    let mut live = Live::new(open());
    let at = live.at("Lê Thị An");
    live.point(at);
    live.click();
    live.key(Key::Character("c".into()), Modifiers::CTRL);
    let copied = "STT\tHọ và tên\tChức vụ\tĐơn vị\tCụm\n2\tLê Thị An\tTrưởng thôn\tThôn Một\tCụm 1";
    assert_eq!(live.copied.0, copied);
    live.copied.0.clear();
    live.press(Button::Right);
    let line = live.at("Chép sang Excel");
    live.point(line);
    live.click();
    assert_eq!(live.copied.0, copied, "the menu copies the same");
}

#[test]
fn the_second_click_on_a_line_of_a_menu_goes_to_nothing_under_it() {
    let mut live = Live::new(open());
    let at = live.at("Lê Thị An");
    live.point(at);
    live.press(Button::Right);
    let line = live.at("Chuyển sang Cụm 2");
    live.point(line);
    live.click();
    live.click();
    assert!(live.window.shows("Đại biểu") && live.find("Chép sang Excel").is_none(), "the menu is closed");
    let chosen = live.window.store().dossier(SESSION).wait().expect("session");
    let moved = chosen.delegates.iter().filter(|one| one.cluster != chosen.delegates[1].cluster).count();
    assert_eq!(moved, 1, "one was moved, once");
}

#[test]
fn delegates_are_dragged_onto_a_cluster() {
    let mut live = Live::new(open());
    live.drag("Lê Thị An", "Cụm 2 · 0");
    assert!(live.find("Cụm 1 · 2").is_some() && live.find("Cụm 2 · 1").is_some());
    live.window.shortcut(Shortcut::Undo);
    assert!(live.find("Cụm 1 · 3").is_some(), "one step, which is undone");
    // What is let go elsewhere goes nowhere, nor what is given up.
    live.drag("Lê Thị An", "STT");
    let (from, to) = (live.at("Lê Thị An"), live.at("Cụm 2 · 0"));
    live.point(from);
    live.press(Button::Left);
    live.point(to);
    live.key(Key::Named(Named::Escape), Modifiers::empty());
    live.release(Button::Left);
    assert!(live.find("Cụm 1 · 3").is_some());
}

#[test]
fn several_are_dragged_together() {
    let mut live = Live::new(open());
    let at = live.at("Lê Thị An");
    live.point(at);
    live.click();
    live.key(Key::Character("a".into()), Modifiers::CTRL);
    live.drag("Trần Cường", "Cụm 2 · 0");
    assert!(live.find("Cụm 2 · 3").is_some());
}

#[test]
fn what_is_only_opened_has_a_menu_and_is_copied_too() {
    let mut window = open();
    window.click("Tổng quan");
    let mut live = Live::new(window);
    let at = live.at("Hội nghị Tam Đại");
    live.point(at);
    live.press(Button::Right);
    let line = live.at("Chép sang Excel");
    live.point(line);
    live.click();
    assert!(live.copied.0.contains("\nHội nghị Tam Đại"), "{}", live.copied.0);
}

#[test]
fn a_list_that_is_pasted_where_none_belongs_says_where_it_does() {
    let mut window = open();
    window.click("Cán bộ");
    window.shortcut(Shortcut::Paste);
    assert!(window.shows("Ở đây không dán danh sách được. Hãy mở một lớp, vào thẻ Đại biểu rồi bấm Ctrl V."));
}
