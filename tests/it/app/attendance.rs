//! Điểm danh in the window: names, numbers and badges in one field; keys for what else somebody can be; taking back.

use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Shortcut};
use taphuan::domain::attendance::AttendanceStatus;
use taphuan::domain::attendance::figures::Figures;
use taphuan::domain::attendance::notice::{Notice, Span};
use taphuan::domain::attendance::receipt::SignedFor;
use taphuan::domain::badge_code;
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::{Delegate, DelegateState, NewDelegate};
use taphuan::domain::id::SessionId;
use taphuan::export::print_run;
use taphuan::paper::{self, Format, Options, Paper, PaperKind};

use crate::support::store::{person, small_session, step};
use crate::support::window::{Out, Window};

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            let date = "2026-11-28".parse().expect("a day");
            let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
            store.add_sitting(cluster, sitting).wait().expect("added");
        }
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    window
}

/// The delegates of the first cluster.
fn delegates(window: &Window) -> Vec<Delegate> {
    let dossier = window.store().dossier(SESSION).wait().expect("dossier");
    let cluster = dossier.clusters[0].id;
    dossier.delegates.into_iter().filter(|one| one.cluster == Some(cluster)).collect()
}

/// What counts at the first sitting of the first cluster.
fn status(window: &Window, delegate: &Delegate) -> Option<AttendanceStatus> {
    let store = window.store();
    let sitting = store.dossier(SESSION).wait().expect("dossier").clusters[0].sittings[0].id;
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    attendance.of(delegate.id, sitting).map(|mark| mark.status)
}

/// Types into the field, and Enter.
fn enter(window: &mut Window, typed: &str) {
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite(typed);
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn a_name_without_diacritics_a_number_and_a_badge_mark_whom_they_mean() {
    let mut window = window();
    let all = delegates(&window);
    let [first, second, ..] = all.as_slice() else { panic!("too few: {}", all.len()) };
    let plain = taphuan::vietnamese::fold::fold(&first.details.full_name);
    enter(&mut window, &plain);
    assert_eq!(status(&window, first), Some(AttendanceStatus::Present));
    assert!(window.shows(&format!("{} có mặt.", first.details.full_name)));
    enter(&mut window, &badge_code::code(second.id));
    assert_eq!(status(&window, second), Some(AttendanceStatus::Present));

    assert!(!window.shows("Không có gì thay đổi."), "what was marked did change something");

    // Again: it says since when, and nothing is written.
    enter(&mut window, &badge_code::code(second.id));
    assert!(!window.shows(&format!("{} có mặt.", second.details.full_name)));

    for wrong in ["999999999", "khongcoai", "99"] {
        enter(&mut window, wrong);
        window.shortcut(Shortcut::Escape);
    }
    // What was marked on this computer is taken back one by one, the last first; no step is undone.
    window.shortcut(Shortcut::Undo);
    assert_eq!((status(&window, second), status(&window, first)), (None, Some(AttendanceStatus::Present)));
    window.shortcut(Shortcut::Undo);
    assert_eq!(status(&window, first), None);
    window.shortcut(Shortcut::Undo);
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1, "the session stays");
}

#[test]
fn keys_of_their_own_say_what_else_somebody_is_and_the_rest_came() {
    let mut window = window();
    let all = delegates(&window);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite("1");
    });
    window.shortcut(Shortcut::Function(2));
    let excused = all.iter().filter(|one| status(&window, one) == Some(AttendanceStatus::Excused)).count();
    assert_eq!(excused, 1);
    window.press("marking-all");
    let present = all.iter().filter(|one| status(&window, one) == Some(AttendanceStatus::Present)).count();
    assert_eq!(present, all.len() - 1, "who is marked stays so");
    // All of that was one entry.
    window.shortcut(Shortcut::Undo);
    assert!(all.iter().all(|one| status(&window, one) != Some(AttendanceStatus::Present)));
}

#[test]
fn one_mark_is_taken_back_by_the_menu_of_its_row() {
    let mut window = window();
    let all = delegates(&window);
    enter(&mut window, "1");
    let marked = |window: &Window| all.iter().filter(|one| status(window, one).is_some()).count();
    let first =
        all.iter().find(|one| status(&window, one).is_some()).expect("marked").details.full_name.clone();
    enter(&mut window, "2");
    assert_eq!(marked(&window), 2);
    // Not the last that was marked, but the one that is meant.
    window.act(|ui| {
        let _ = ui.click(first.as_str()).expect("the row");
    });
    window.shortcut(Shortcut::Menu);
    window.click("Bỏ lượt điểm danh này");
    assert_eq!(marked(&window), 1);
    assert!(all.iter().all(|one| one.details.full_name != first || status(&window, one).is_none()));
}

#[test]
fn a_sitting_is_closed_after_a_question_and_opened_again_for_a_reason() {
    let mut window = window();
    let all = delegates(&window);
    window.press("marking-close");
    let open = format!("Còn {} người chưa điểm danh: khóa rồi sẽ tính là vắng. Vẫn mở lại được.", all.len());
    assert!(window.shows(&open));
    window.press("marking-close-now");
    assert!(!window.has("search"), "nothing is entered at a closed sitting");
    window.press("marking-close");
    window.press("marking-open-now");
    assert!(!window.has("search"), "a reason is needed");
    window.type_into("marking-reason", "ghi sót một người");
    if window.has("marking-open-now") {
        window.press("marking-open-now");
    }
    assert!(window.has("search"));
    window.hear(Heard::Shortcut(Shortcut::Escape));
    enter(&mut window, "1");
    assert!(all.iter().any(|one| status(&window, one) == Some(AttendanceStatus::Present)));
}

/// The window after the sign-in sheet of the first cluster was printed, and the code of its first page.
fn with_printed_page() -> (Window, String) {
    with_printed(PaperKind::SignInSheet)
}

/// The same of another list.
fn with_printed(kind: PaperKind) -> (Window, String) {
    let mut code = String::new();
    let mut window = window().reopen_after(|store| {
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let options = Options { cluster: Some(dossier.clusters[0].id), ..Options::default() };
        let made = paper::make_as(Format::Pdf, kind, &dossier, &options).expect("a sheet");
        let Paper::Pages(made) = made else { panic!("pages") };
        let run = print_run(kind, &dossier, options.cluster, &options, made.printed());
        run.pages[0].code.clone_into(&mut code);
        store.record_prints(vec![run]).wait().expect("recorded");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    (window, code)
}

#[test]
fn a_signed_page_is_shown_in_words_before_a_second_enter_writes_it() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    enter(&mut window, &code);
    // Morning and afternoon: one has to be meant.
    enter(&mut window, "1");
    assert!(all.iter().all(|one| status(&window, one).is_none()));
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Backspace);
        let _ = ui.typewrite("S: 1p");
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(all.iter().all(|one| status(&window, one).is_none()), "the first Enter only tells");
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    let of = |wanted| all.iter().filter(|one| status(&window, one) == Some(wanted)).count();
    assert_eq!((of(AttendanceStatus::Excused), of(AttendanceStatus::Present)), (1, all.len() - 1));
    // It was one entry.
    window.shortcut(Shortcut::Undo);
    assert!(all.iter().all(|one| status(&window, one).is_none()));
}

#[test]
fn numbers_read_out_by_telephone_are_told_of_the_whole_list_and_one_alone_of_that_one() {
    let mut window = window();
    let all = delegates(&window);
    enter(&mut window, "1p");
    assert_eq!(status(&window, &all[0]), Some(AttendanceStatus::Excused));
    assert!(all[1..].iter().all(|one| status(&window, one).is_none()), "of the others nothing was said");

    enter(&mut window, "1 2m");
    assert!(window.shows(&format!("Cả cụm · {} người · không có mã trang", all.len())));
    assert_eq!(status(&window, &all[1]), None, "the first Enter only tells");
    enter_again(&mut window);
    let now: Vec<_> = all.iter().map(|one| status(&window, one)).collect();
    assert_eq!(now[..2], [Some(AttendanceStatus::Absent), Some(AttendanceStatus::Late)]);
    assert!(now[2..].iter().all(|one| *one == Some(AttendanceStatus::Present)));
    let attendance = window.store().attendance(SESSION).wait().expect("attendance");
    assert!(attendance.marks().all(|mark| mark.arrived().is_none()), "nobody saw them come");
    window.shortcut(Shortcut::Undo);
    assert_eq!(status(&window, &all[0]), Some(AttendanceStatus::Excused), "taken back as a whole");
    assert_eq!(status(&window, &all[1]), None);
}

#[test]
fn a_page_is_left_unwritten_by_esc_and_by_a_badge() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    enter(&mut window, &code);
    window.shortcut(Shortcut::Escape);
    assert!(window.shows("Gõ tên hoặc STT rồi Enter, hoặc quét thẻ"));
    enter(&mut window, &code);
    enter(&mut window, &badge_code::code(all[0].id));
    assert!(window.shows("Gõ tên hoặc STT rồi Enter, hoặc quét thẻ"), "the page is left");
    assert!(all.iter().all(|one| status(&window, one).is_none()), "nothing was written");
    enter(&mut window, "00000000");
    assert!(window.shows("Không có trang nào của lớp này mang mã 00000000. Xem lại mã ở chân trang giấy."));
}

/// Enter with what stands in the field.
fn enter_again(window: &mut Window) {
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn a_page_says_who_sat_in_and_who_came_besides_and_taking_it_back_takes_them_off_again() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    enter(&mut window, &code);
    enter(&mut window, "S: 1=Phạm Thị Thay +Hồ Văn Thêm, xã Tam An");
    assert_eq!(delegates(&window).len(), all.len(), "the first Enter only tells");
    enter_again(&mut window);
    let now = delegates(&window);
    let called = |name: &str| now.iter().find(|one| one.details.full_name == name).expect("made").clone();
    let (substitute, walk_in) = (called("Phạm Thị Thay"), called("Hồ Văn Thêm"));
    assert_eq!(substitute.state, DelegateState::Substitute);
    assert_eq!(substitute.details.unit.as_deref(), Some("Xã Tam Đại"), "of the unit they were sent from");
    assert_eq!((walk_in.state, walk_in.fixed_number), (DelegateState::Listed, Some(3)));
    assert!(walk_in.walk_in && walk_in.supplementary);
    assert_eq!(status(&window, &walk_in), Some(AttendanceStatus::Present));
    let replaced = now.iter().find(|one| Some(one.id) == substitute.substitute_for).expect("a place");
    assert_eq!(status(&window, replaced), Some(AttendanceStatus::Substituted));
    assert_eq!(status(&window, &substitute), None, "who has no place has no mark");

    window.shortcut(Shortcut::Undo);
    let now = delegates(&window);
    let gone = now.iter().filter(|one| one.state == DelegateState::Withdrawn).count();
    assert_eq!((gone, now.len()), (2, all.len() + 2), "taken off, and nobody vanishes");
    assert!(now.iter().all(|one| status(&window, one).is_none()));
}

#[test]
fn a_page_that_was_entered_asks_whether_it_was_mistyped_or_is_another_sheet() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    let absent = |window: &Window| {
        all.iter().filter(|one| status(window, one) == Some(AttendanceStatus::Absent)).count()
    };
    enter(&mut window, &code);
    enter(&mut window, "S: 1");
    enter_again(&mut window);
    assert_eq!(absent(&window), 1);
    for (way, left) in [("Gộp chữ ký", 0), ("Ghi đè lần trước", 1)] {
        enter(&mut window, &code);
        window.click("28/11/2026 · Sáng · đã nhập");
        enter(&mut window, "2");
        enter_again(&mut window);
        assert_eq!(absent(&window), 1, "nothing is written before one of the ways is chosen");
        window.click(way);
        enter_again(&mut window);
        enter_again(&mut window);
        // Number 1 was absent on the first sheet and signed the second; the other way round for number 2.
        assert_eq!(absent(&window), left, "{way}");
        window.shortcut(Shortcut::Escape);
        if way == "Gộp chữ ký" {
            window.shortcut(Shortcut::Undo);
        }
    }
}

#[test]
fn a_scanner_is_heard_wherever_the_focus_stands() {
    let mut window = window();
    let all = delegates(&window);
    for digit in badge_code::code(all[1].id).chars() {
        window.shortcut(Shortcut::Letter(digit));
    }
    enter_again(&mut window);
    assert_eq!(status(&window, &all[1]), Some(AttendanceStatus::Present));
}

#[test]
fn badges_that_are_scanned_faster_than_the_disk_answers_are_neither_lost_nor_doubled() {
    const BADGES: usize = 40;
    let mut window = Window::open(|store| {
        let session = store.plant(step("plant"), vec![small_session()]).wait().expect("planted")[0];
        let cluster = store.dossier(session).wait().expect("dossier").clusters[0].id;
        let date = "2026-11-28".parse().expect("a day");
        let half = HalfDay::Morning;
        let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
        let more = (0..BADGES).map(|at| person(&format!("Trần Văn {at}"), 1980, "Xã Tam An"));
        let more = more.map(NewDelegate::Unknown).collect();
        store.add_delegates(session, Some(cluster), more).wait().expect("added");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    let all = delegates(&window);
    // Every tenth is held before the scanner twice.
    let scanned = all.iter().enumerate().flat_map(|(at, one)| vec![one; if at % 10 == 0 { 2 } else { 1 }]);
    window.act_before_answers(scanned.map(|one| {
        let code = badge_code::code(one.id);
        move |ui: &mut iced_test::Simulator<'_, taphuan::app::Message>| {
            let _ = ui.click(id("search")).expect("the field");
            let _ = ui.typewrite(&code);
            let _ = ui.tap_key(Named::Enter);
        }
    }));
    assert!(all.iter().all(|one| status(&window, one) == Some(AttendanceStatus::Present)), "one is lost");
    let file = rusqlite::Connection::open(&window.path).expect("open");
    let entries: usize =
        file.query_row("SELECT count(*) FROM mark_entry", [], |row| row.get(0)).expect("counted");
    assert_eq!(entries, all.len(), "one is doubled");
}

#[test]
fn who_is_sent_is_asked_once_and_holds_the_place_until_the_delegate_is_back() {
    let mut window = window();
    let all = delegates(&window);
    let number = |window: &mut Window, typed: &str| {
        window.act(|ui| {
            let _ = ui.click(id("search")).expect("the field");
            let _ = ui.typewrite(typed);
        });
    };
    number(&mut window, "1");
    window.shortcut(Shortcut::Function(6));
    window.click("Từ buổi này");
    window.type_into("marking-newcomer-name", "Phạm Thị Thay");
    if window.has("marking-newcomer-add") {
        window.press("marking-newcomer-add");
    }
    let now = delegates(&window);
    let substitute = now.iter().find(|one| one.state == DelegateState::Substitute).expect("made");
    let place = all.iter().find(|one| Some(one.id) == substitute.substitute_for).expect("a place");
    assert_eq!(status(&window, place), Some(AttendanceStatus::Substituted));
    // In the afternoon one key says so again, by name and in one go with all others.
    window.click("Thứ Bảy 28/11 · Chiều");
    window.press("marking-all");
    let store = window.store();
    let afternoon = store.dossier(SESSION).wait().expect("dossier").clusters[0].in_order()[1].id;
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    let mark = attendance.of(place.id, afternoon).expect("marked");
    assert_eq!((mark.status, mark.substitute), (AttendanceStatus::Substituted, Some(substitute.id)));
    // Enter on the place: the delegate is back.
    enter(&mut window, "1");
    let attendance = window.store().attendance(SESSION).wait().expect("attendance");
    assert_eq!(attendance.of(place.id, afternoon).map(|mark| mark.status), Some(AttendanceStatus::Present));
}

#[test]
fn a_name_on_no_list_offers_to_take_somebody_down_and_what_was_said_before_is_preset() {
    let mut window = window();
    let all = delegates(&window);
    // What is said before by the menu of a row is taken back by Ctrl+Z, as what was done here last.
    let notices =
        |window: &Window| window.store().attendance(SESSION).wait().expect("attendance").notices().len();
    let announce = |window: &mut Window| {
        window.shortcut(Shortcut::Menu);
        window.click("Báo vắng trước, cử người thay…");
        window.press("marking-newcomer-add");
    };
    announce(&mut window);
    assert_eq!(notices(&window), 1);
    window.shortcut(Shortcut::Undo);
    assert_eq!(notices(&window), 0);

    enter(&mut window, "Hồ Văn Thêm");
    window.click("Thêm “Hồ Văn Thêm”…");
    assert!(window.has("marking-newcomer-add"));
    window.press("marking-newcomer-add");
    assert!(window.shows("Hồ Văn Thêm có mặt."), "they are told by their name");
    let now = delegates(&window);
    assert_eq!(now.iter().filter(|one| one.walk_in).count(), 1);
    assert_eq!(now.len(), all.len() + 1);
    // Whoever came cannot be away: the form stays and says why.
    announce(&mut window);
    assert!(notices(&window) == 0 && window.has("marking-newcomer-add"));

    let reason = Some("họp tỉnh".to_owned());
    let notice = Notice { delegate: all[0].id, span: Span::Session, reason, substitute: None };
    let mut window = window.reopen_after(|store| store.announce(SESSION, notice, None).wait().expect("said"));
    window.go(Route::Session(SESSION, Tab::Attendance));
    assert!(window.shows("Đã báo vắng (họp tỉnh)"));
    window.press("marking-all");
    let store = window.store();
    let sitting = store.dossier(SESSION).wait().expect("dossier").clusters[0].in_order()[0].id;
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    let mark = attendance.of(all[0].id, sitting).expect("marked");
    assert_eq!((mark.status, mark.note.as_deref()), (AttendanceStatus::Excused, Some("họp tỉnh")));
}

#[test]
fn what_was_done_here_is_taken_back_one_by_one_each_by_what_it_is() {
    let mut window = window();
    let all = delegates(&window);
    for place in [0, 1] {
        window.act(|ui| {
            let _ = ui.click(all[place].details.full_name.as_str()).expect("the row");
        });
        window.shortcut(Shortcut::Menu);
        window.click("Báo vắng trước, cử người thay…");
        window.press("marking-newcomer-add");
    }
    let notices =
        |window: &Window| window.store().attendance(SESSION).wait().expect("attendance").notices().len();
    let marked = |window: &Window| all.iter().filter(|one| status(window, one).is_some()).count();
    enter(&mut window, "1");
    assert_eq!((notices(&window), marked(&window)), (2, 1));
    for left in [(2, 0), (1, 0), (0, 0)] {
        window.shortcut(Shortcut::Undo);
        assert_eq!((notices(&window), marked(&window)), left);
    }
}

#[test]
fn what_was_typed_is_there_again_when_the_file_takes_no_marks() {
    let mut window = window();
    let first = delegates(&window).remove(0);
    let typed = taphuan::vietnamese::fold::fold(&first.details.full_name);
    let out = Out::of(&window);
    enter(&mut window, &typed);
    assert!(window.shows(&typed), "it need not be typed anew");
    out.back();
    enter(&mut window, "");
    assert_eq!(status(&window, &first), Some(AttendanceStatus::Present));
}

#[test]
fn signed_pages_are_opened_one_after_the_other_by_enter_alone() {
    let (mut window, _) = with_printed_page();
    let all = delegates(&window);
    window.click("Nhập từ giấy");
    assert!(window.shows("Chưa nhập 2/2 cột ký. Gõ mã 8 số ở chân trang rồi Enter, bấm vào dòng, hoặc Enter để mở trang kế tiếp."));
    // Open, tell, write: three times Enter for a page everybody signed.
    for _ in 0..2 {
        for _ in 0..3 {
            enter_again(&mut window);
        }
    }
    let store = window.store();
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    assert_eq!(attendance.marks().count(), all.len() * 2);
    enter_again(&mut window);
    assert!(window.shows("Mọi trang đã in đều đã nhập."));
}

/// Somebody with the signed sheets beside the keyboard needs fewer keys than there are people: pages open one after the other,
/// and only who did not sign is typed.
#[test]
fn four_hundred_and_thirty_three_are_entered_from_paper_with_few_keys() {
    let mut window = Window::open(|store| {
        let mut session = small_session();
        session.clusters.truncate(1);
        let name = |n: usize| {
            format!("{} Văn {}", ["Nguyễn", "Trần", "Lê"][n % 3], ["An", "Bình", "Cường"][n / 3 % 3])
        };
        let people =
            (0..433).map(|n| person(&name(n), 1960 + i16::try_from(n % 40).expect("small"), "Xã Tam Đại"));
        session.clusters[0].delegates = people.collect();
        store.plant(step("plant"), vec![session]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        let date = "2026-11-28".parse().expect("a day");
        let half = HalfDay::Morning;
        let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let options = Options { cluster: Some(cluster), ..Options::default() };
        let made = paper::make_as(Format::Pdf, PaperKind::SignInSheet, &dossier, &options).expect("a sheet");
        let Paper::Pages(made) = made else { panic!("pages") };
        let run = print_run(PaperKind::SignInSheet, &dossier, options.cluster, &options, made.printed());
        store.record_prints(vec![run]).wait().expect("recorded");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    window.click("Nhập từ giấy");
    // Every twelfth did not sign, every fortieth is excused.
    let absent = |number: u32| number.is_multiple_of(12) && !number.is_multiple_of(40);
    let pages = window.store().signed_pages(SESSION, "sign-in-sheet").wait().expect("pages");
    assert!(pages.len() >= 5, "{}", pages.len());
    let mut keys = 0;
    for (_, page) in &pages {
        let rows = &page.sheet.as_ref().expect("a sheet").rows;
        let numbers = rows.iter().filter(|row| row.delegate.is_some()).map(|row| row.number);
        let line: Vec<String> = numbers
            .filter(|number| absent(*number) || number.is_multiple_of(40))
            .map(|number| if number.is_multiple_of(40) { format!("{number}p") } else { number.to_string() })
            .collect();
        let line = line.join(" ");
        enter_again(&mut window);
        enter(&mut window, &line);
        enter_again(&mut window);
        keys += line.len() + 3;
    }
    let dossier = window.store().dossier(SESSION).wait().expect("dossier");
    let sitting = dossier.clusters[0].sittings[0].id;
    let figures = Figures::of(&dossier.delegates, sitting, &dossier.attendance);
    assert_eq!((figures.invited, figures.unmarked), (433, 0));
    assert_eq!((figures.absent, figures.excused), ((1..=433).filter(|number| absent(*number)).count(), 10));
    println!("{keys} keys on {} pages", pages.len());
    assert!(keys <= 250, "{keys} keys on {} pages", pages.len());
}

#[test]
fn a_notice_is_said_on_the_delegate_before_there_is_any_sitting_day() {
    let mut window = window();
    let all = delegates(&window);
    window.go(Route::Session(SESSION, Tab::Delegates));
    window.click(&all[0].details.full_name);
    window.press("delegate-announce");
    window.type_into("marking-notice-reason", "họp tỉnh");
    if window.has("marking-newcomer-add") {
        window.press("marking-newcomer-add");
    }
    let attendance = window.store().attendance(SESSION).wait().expect("attendance");
    let [notice] = attendance.notices() else { panic!("{:?}", attendance.notices()) };
    assert_eq!((notice.delegate, notice.span), (all[0].id, Span::Session));
    assert_eq!(notice.reason.as_deref(), Some("họp tỉnh"));
    window.go(Route::Session(SESSION, Tab::Delegates));
    window.click(&all[0].details.full_name);
    assert!(window.shows("Đã báo vắng (họp tỉnh) · Cả lớp"));
}

#[test]
fn a_signed_list_of_money_is_entered_as_who_received_it_and_taken_back() {
    let (mut window, code) = with_printed(PaperKind::AllowanceReceipt);
    let all = delegates(&window);
    let received = |window: &Window| {
        let receipts = window.store().dossier(SESSION).wait().expect("dossier").receipts;
        all.iter().map(|one| receipts.received(one.id, SignedFor::Money)).collect::<Vec<_>>()
    };
    enter(&mut window, &code);
    assert!(
        window.shows(
            "CHƯA NHẬN trên trang 1/2: gõ STT, ví dụ 3 7; 20=Trần Thị B là nhận thay; để trống nếu đủ"
        )
    );
    enter(&mut window, "2p");
    assert!(received(&window).iter().all(Option::is_none), "nobody is excused of money");
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Backspace);
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(received(&window).iter().all(Option::is_none), "the first Enter only tells");
    enter_again(&mut window);
    let mut now = received(&window);
    now.sort();
    assert_eq!(now, [Some(false), Some(true)]);
    window.shortcut(Shortcut::Undo);
    assert!(received(&window).iter().all(Option::is_none));
}

#[test]
fn units_of_whom_nobody_is_there_stand_large_until_esc() {
    let mut window = window();
    window.click("Theo đơn vị · 1/1 chưa có ai");
    window.press("marking-board");
    assert!(window.shows("Đơn vị chưa có mặt: 1/1") && window.shows("0/2"));
    window.shortcut(Shortcut::Escape);
    assert!(!window.shows("Đơn vị chưa có mặt: 1/1"));
    window.press("marking-all");
    assert!(window.shows("Theo đơn vị · 0/1 chưa có ai"));
}
