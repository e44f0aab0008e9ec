//! The tab In ấn as a user meets it: which paper, how, and the numbers of certificates.

use crate::support::store::{small_session, step};
use crate::support::window::Window;
use taphuan::app::screen::Route;
use taphuan::app::screen::Tab;
use taphuan::app::{Message, Shortcut};
use taphuan::domain::id::SessionId;
use taphuan::domain::numbering::is_fixed;

const SESSION: SessionId = SessionId(1);

/// The tab of a session of three, two of them in the first cluster.
fn printing() -> Window {
    let mut blueprint = small_session();
    if let Some(plan) = &mut blueprint.certificates {
        plan.issue_to_all = false;
    }
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![blueprint]).wait().expect("planted");
    });
    // The options of certificates are longer than a screen.
    window.resize(1366.0, 1600.0);
    let task = window.app.update(Message::Go(Route::Session(SESSION, Tab::Printing)));
    window.carry_out(task);
    window
}

fn dossier(window: &Window) -> taphuan::domain::dossier::Dossier {
    window.store().dossier(SESSION).wait().expect("the session")
}

#[test]
fn each_paper_has_its_own_options() {
    let mut window = printing();
    assert!(window.shows("Dòng trống thêm"), "the sign-in sheet comes first");
    window.click("Danh sách đại biểu");
    assert!(!window.shows("Dòng trống thêm") && window.shows("Tiêu đề theo đơn vị"));
    window.click("Giấy chứng nhận");
    assert!(window.shows("Mẫu số") && window.shows("Các dòng dưới tên"));
}

#[test]
fn papers_of_money_and_record_have_theirs() {
    let mut window = printing();
    window.click("Dự toán kinh phí");
    assert!(window.shows("Nguồn kinh phí") && window.shows("Trang trí, mỗi địa điểm"));
    window.click("Thù lao báo cáo viên");
    assert!(window.shows("Khấu trừ 10%") && !window.shows("Nguồn kinh phí"));
    window.click("Biên bản");
    assert!(window.shows("Chủ trì") && window.shows("Thư ký"));
    window.click("Báo cáo kết quả");
    assert!(window.shows("Nơi nhận") && !window.shows("Chủ trì"));
    window.click("Phiếu khảo sát");
    assert!(window.shows("Thu hoạch"));
}

#[test]
fn the_list_is_fixed_from_where_it_is_printed() {
    let mut window = printing();
    window.press("print-fix");
    let read = dossier(&window);
    assert!(read.clusters.iter().all(|cluster| is_fixed(&read.delegates, Some(cluster.id))));
    assert!(!window.shows("Chốt danh sách"), "nothing is left to fix");
    window.shortcut(Shortcut::Undo);
    assert!(window.shows("Chốt danh sách"));
}

#[test]
fn certificates_are_numbered_and_the_numbers_taken_back() {
    let mut window = printing();
    window.click("Giấy chứng nhận");
    assert!(window.shows("0/3 người đã có số"));
    window.press("certificate-issue");
    assert!(window.shows("3/3 người đã có số") && window.shows("Số tiếp theo: 04/CN-MTTQ"));
    window.shortcut(Shortcut::Undo);
    assert!(window.shows("0/3 người đã có số"));
    assert!(dossier(&window).certificates.is_empty());
}

#[test]
fn what_is_typed_into_the_certificate_is_kept_and_a_wrong_pattern_refused() {
    let mut window = printing();
    window.click("Giấy chứng nhận");
    window.type_into("certificate-place", "Tam Dân");
    window.type_into("certificate-date", "9/10/2020");
    window.type_into("certificate-pattern", "CN-MTTQ");
    let form = dossier(&window).certificate_form();
    assert_eq!((form.place.as_str(), form.pattern.as_str()), ("Tam Dân", "{so}/CN-MTTQ"));
    assert_eq!(form.date.map(|day| day.to_string()).as_deref(), Some("2020-10-09"));
}

#[test]
fn lists_can_be_saved_for_word_and_excel_and_certificates_as_pages_alone() {
    let mut window = printing();
    for paper in ["Danh sách ký tên", "Danh sách đại biểu"] {
        window.click(paper);
        assert!(window.shows("Lưu PDF") && window.shows("Word") && window.shows("Excel"), "{paper}");
    }
    window.click("Giấy chứng nhận");
    assert!(window.shows("Lưu PDF") && !window.shows("Word") && !window.shows("Excel"));
}

#[test]
fn a_session_without_delegates_has_its_letters_all_the_same() {
    let mut blueprint = small_session();
    blueprint.clusters.iter_mut().for_each(|cluster| cluster.delegates.clear());
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![blueprint]).wait().expect("planted");
    });
    window.resize(1366.0, 768.0);
    let task = window.app.update(Message::Go(Route::Session(SESSION, Tab::Printing)));
    window.carry_out(task);
    for paper in ["paper-plan", "paper-programme", "paper-invitation", "paper-sign-in-sheet"] {
        window.press(paper);
        assert!(!window.shows("Chưa có gì để in"), "{paper}");
    }
    window.click("Danh sách đại biểu");
    assert!(window.shows("Chưa có gì để in") && window.shows("Đến danh sách đại biểu"));
}

#[test]
fn each_letter_offers_what_it_needs() {
    let mut window = printing();
    window.click("Kế hoạch");
    assert!(window.shows("Ngày ký") && window.shows("Nơi nhận"));
    assert!(!window.shows("Cụm"), "a plan is of the whole session");
    // The tab of the programme has the same name.
    window.press("paper-programme");
    assert!(window.shows("Gộp cụm giống nhau") && !window.shows("Ngày ký"));
    window.click("Người ký");
    assert!(window.shows("Ngày ký"), "what is signed has a day");
    window.click("Giấy mời, triệu tập");
    assert!(window.shows("Giấy triệu tập") && window.shows("Số văn bản"));
    window.act(|ui| {
        use iced::keyboard::key::Named;
        let _ = ui.click(iced_test::selector::id("print-to")).expect("the choice of addressees");
        for key in [Named::ArrowDown, Named::ArrowDown, Named::ArrowDown, Named::Enter] {
            let _ = ui.tap_key(key);
        }
    });
    assert!(window.shows("Mỗi khách mời một giấy"));
    assert!(!window.shows("Giấy triệu tập"), "a guest is not called");
}

#[test]
fn in_a_narrow_window_the_papers_are_a_choice() {
    let mut window = printing();
    window.resize(1024.0, 1600.0);
    assert!(!window.shows("CHUẨN BỊ") && window.shows("Loại giấy tờ"));
    window.act(|ui| {
        use iced::keyboard::key::Named;
        let _ = ui.click(iced_test::selector::id("print-kind")).expect("the choice of papers");
        for key in [Named::ArrowDown, Named::ArrowDown, Named::Enter] {
            let _ = ui.tap_key(key);
        }
    });
    assert!(
        window.shows("Tài liệu phát"),
        "under the sheets of delegates and guests stands the receipt of documents"
    );
}
