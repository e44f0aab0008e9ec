//! Kết quả in the window: the rule with live counts, lines of essays, decisions by hand, and where they lead.

use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::screen::session::{self, results};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::completion::{Completion, Share};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::SessionId;
use taphuan::store::Store;

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);
const BINH: &str = "Nguyễn Văn Bình";
const AN: &str = "Lê Thị An";

/// The small session, of whose first cluster one came to both sittings and one to none; in the second nothing is marked.
fn fill(store: &Store) {
    let mut blueprint = small_session();
    if let Some(plan) = &mut blueprint.certificates {
        plan.issue_to_all = false;
    }
    store.plant(step("plant"), vec![blueprint]).wait().expect("planted");
    let dossier = store.dossier(SESSION).wait().expect("dossier");
    for half in [HalfDay::Morning, HalfDay::Afternoon] {
        for cluster in &dossier.clusters {
            let date = "2026-05-10".parse().expect("a day");
            let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
            let sitting = store.add_sitting(cluster.id, sitting).wait().expect("added");
            let of_cluster = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id));
            let marks = of_cluster.filter(|_| cluster.number == 1).map(|one| {
                let came = one.details.full_name == BINH;
                let status = if came { AttendanceStatus::Present } else { AttendanceStatus::Absent };
                NewMark::new(one.id, sitting, status)
            });
            let entry = NewEntry::new(SESSION, Way::Page, MadeOn::default(), marks.collect());
            store.mark(entry).wait().expect("marked");
        }
    }
}

fn window() -> Window {
    let mut window = Window::open(fill);
    window.go(Route::Session(SESSION, Tab::Results));
    window
}

fn dossier(window: &Window) -> Dossier {
    window.store().dossier(SESSION).wait().expect("dossier")
}

fn completion(window: &Window) -> Completion {
    dossier(window).completion
}

/// What is known of somebody's essay.
fn essay(window: &Window, name: &str) -> Option<String> {
    let dossier = dossier(window);
    let one = dossier.delegates.iter().find(|one| one.details.full_name == name).expect("a delegate");
    dossier.completion.essays.get(&one.id).map(ToString::to_string)
}

/// Types into the field, and Enter.
fn enter(window: &mut Window, typed: &str) {
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite(typed);
    });
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn a_rule_is_set_with_one_press_and_says_at_once_who_completes() {
    let mut window = window();
    assert!(window.shows("Chưa đặt quy tắc: vắng cũng tính là đạt."));
    window.press("result-begin");
    assert_eq!(completion(&window).rule.expect("a rule").share, Share::Percent(80));
    for shown in ["Đạt · 1", "Chưa đạt · 1", "Chưa rõ · 1"] {
        assert!(window.shows(shown), "{shown}");
    }
    // Whoever is pressed says why.
    window.click(AN);
    assert!(window.shows("Có mặt 0/2 buổi, cần 2 (4/5 số buổi)."));
    window.shortcut(Shortcut::Escape);
    window.press("result-rule");
    window.press("rule-late");
    assert!(!completion(&window).rule.expect("a rule").late_counts);
    // Each answer is a step like others.
    window.shortcut(Shortcut::Undo);
    assert!(completion(&window).rule.expect("a rule").late_counts);
    window.shortcut(Shortcut::Undo);
    assert_eq!(completion(&window).rule, None);
}

#[test]
fn a_sitting_nobody_may_miss_is_chosen_for_every_cluster_at_once() {
    let mut window = window();
    window.press("result-begin");
    window.click("Sáng 10/5");
    assert_eq!(completion(&window).rule.expect("a rule").required.len(), 2, "one of each cluster");
    window.click(AN);
    assert!(window.shows("Thiếu buổi bắt buộc Sáng 10/5."));
}

#[test]
fn a_line_of_essays_is_told_in_names_before_enter_writes_it_as_one_step() {
    let mut window = window();
    // Numbers begin anew in each cluster.
    enter(&mut window, "1=8,5");
    assert!(completion(&window).essays.is_empty());
    assert!(window.shows("Mỗi cụm có số thứ tự riêng: bấm chọn cụm ở trên rồi gõ tiếp."));
    window.shortcut(Shortcut::Escape);
    window.click("Cụm 1");
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite("1=8,5 2=gioi");
    });
    let numbers = [AN, BINH].map(|name| {
        let told = [format!("{name}: 8,5"), format!("{name}: Giỏi")];
        let order = format!("Enter để ghi 2 bài: {} · ", told[0]);
        (name, order)
    });
    let first = numbers.iter().find(|(name, order)| {
        let other = if *name == AN { BINH } else { AN };
        window.shows(&format!("{order}{other}: Giỏi"))
    });
    let (first, _) = first.expect("the line is told in names");
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    assert_eq!(essay(&window, first).as_deref(), Some("8,5"));
    assert_eq!(completion(&window).essays.len(), 2);
    window.shortcut(Shortcut::Undo);
    assert!(completion(&window).essays.is_empty());
    // A wrong line writes nothing and says what is wrong with it.
    enter(&mut window, "1=8,5 2=hay");
    assert!(completion(&window).essays.is_empty());
    let refused = "“2=hay”: sau dấu = phải là điểm (8,5), xếp loại (Giỏi, Khá, TB, Yếu) hoặc kn (không nộp).";
    assert!(window.shows(refused));
    window.shortcut(Shortcut::Escape);
    enter(&mut window, "9");
    assert!(window.shows("Cụm này không có số thứ tự 9."));
}

#[test]
fn an_essay_is_typed_beside_the_list_and_emptied_again() {
    let mut window = window();
    window.click(AN);
    window.type_into("result-essay", "7,25 khá");
    assert_eq!(essay(&window, AN).as_deref(), Some("7,25 Khá"));
    window.type_into("result-essay", "hay lắm");
    assert_eq!(essay(&window, AN).as_deref(), Some("7,25 Khá"), "what is no essay stays in the field");
}

#[test]
fn a_decision_by_hand_asks_for_its_reason_and_leads_to_a_certificate() {
    let mut window = window();
    window.press("result-begin");
    window.click(AN);
    window.press("result-decide");
    window.press("decide-save");
    assert!(window.shows("Quyết định cần có lý do. Ghi lý do rồi lưu lại."));
    window.type_into("decide-by", "Ông Trần Văn Chủ");
    window.type_into("decide-reason", "đi công tác theo lệnh");
    if window.has("decide-save") {
        window.press("decide-save");
    }
    let decision = completion(&window).decisions.into_values().next().expect("a decision");
    assert_eq!(decision.completed, Some(true));
    assert_eq!(decision.reason.as_deref(), Some("đi công tác theo lệnh"));
    assert_eq!(decision.decided_by.as_deref(), Some("Ông Trần Văn Chủ"));
    assert!(window.shows("Đạt · 2"));
    window.press("result-commended");
    assert!(completion(&window).decisions.into_values().all(|one| one.commended));

    // The certificates are for both, and say who is left out.
    window.shortcut(Shortcut::Escape);
    window.resize(1366.0, 1400.0);
    window.press("result-certificates");
    assert!(window.shows("Cấp số 2 người"));
    window.press("certificate-issue");
    let certified = dossier(&window).certificates.len();
    assert_eq!(certified, 2);
    assert!(!window.has("certificate-issue"), "nobody else gets one");
    window.press("certificate-why");
    assert!(window.shows("Chưa rõ · 1"));
}

#[test]
fn cells_of_a_sheet_are_shown_as_what_they_mean_before_they_are_written() {
    let mut window = window();
    window.act(|ui| {
        let _ = ui.click("Cụm 1").expect("the cluster");
    });
    let text = format!("Họ và tên\tĐiểm\n{BINH}\t8,5\n{AN}\thay\nVõ Văn Lạ\t7\n");
    let pasted = session::Message::Results(results::Message::Pasted(Some(text)));
    let task = window.app.update(Message::Screen(ScreenMessage::Session(pasted)));
    window.carry_out(task);
    assert!(window.shows("Sẽ ghi 1 người, 0 người đã có đúng như vậy, 2 dòng để lại."));
    assert!(window.shows("Không phải điểm hay xếp loại") && window.shows("Không có ai như vậy"));
    assert!(completion(&window).essays.is_empty());
    window.press("listed-essays-write");
    assert_eq!(essay(&window, BINH).as_deref(), Some("8,5"));
    assert!(!window.has("listed-essays-write"));
}

#[test]
fn a_mark_made_in_the_window_is_judged_without_opening_the_session_again() {
    let mut window = window();
    window.press("result-begin");
    assert!(window.shows("Chưa rõ · 1"));
    window.go(Route::Session(SESSION, Tab::Attendance));
    window.click("Cụm 2");
    window.press("marking-all");
    window.click("Kết quả");
    // One of its two sittings.
    window.click("Trần Đình Ân");
    assert!(window.shows("Có mặt 1/2 buổi, cần 2 (4/5 số buổi)."));
}

#[test]
fn papers_are_reconciled_with_the_list_one_action_each() {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let binh = dossier.delegates.iter().find(|one| one.details.full_name == BINH).expect("on the list");
        store
            .edit_delegate(binh.id, "full_name", |details| details.full_name = "Nguyễn Văn Bính".into())
            .wait()
            .expect("renamed");
        let an = dossier.delegates.iter().find(|one| one.details.full_name == AN).expect("on the list");
        let paper = dossier.certificates.iter().find(|one| one.delegate == an.id).expect("a paper");
        store.void_certificate(paper.id, "In hỏng".into()).wait().expect("voided");
    });
    window.go(Route::Session(SESSION, Tab::Results));
    assert!(window.shows("2 chỗ chưa khớp giữa giấy chứng nhận với kết quả hoặc danh sách."));
    window.press("result-papers");
    assert!(window.shows("Giấy ghi “Nguyễn Văn Bình”") && window.shows("Đạt nhưng chưa có giấy"));
    window.click("Đính chính");
    window.click("Cấp bổ sung");
    assert!(window.shows("Không còn gì khác nhau."));
    let dossier = dossier(&window);
    let named = |name: &str| {
        dossier.certificates.iter().filter(|one| one.is_valid() && one.copy.name == name).count()
    };
    assert_eq!((named("Nguyễn Văn Bính"), named(BINH), named(AN)), (1, 0, 1));
    window.shortcut(Shortcut::Escape);
    assert!(!window.shows("Đối chiếu giấy chứng nhận"));
}

#[test]
fn numbers_are_given_before_the_class_ends_to_those_who_may_still_complete() {
    let mut window = window();
    window.press("result-begin");
    window.resize(1366.0, 1600.0);
    window.go(Route::Session(SESSION, Tab::Printing));
    window.press("paper-certificates");
    window.press("cert-issue-ahead");
    let after = dossier(&window);
    let mut given: Vec<&str> = after.certificates.iter().map(|one| one.copy.name.as_str()).collect();
    given.sort_unstable();
    assert_eq!(given.len(), 2, "who failed has none: {given:?}");
    assert!(given.contains(&BINH) && !given.contains(&AN), "{given:?}");
    assert!(!window.has("cert-issue-ahead"));
}
