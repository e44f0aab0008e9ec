//! The page Sổ cấp: numbers of all sessions found, handed out, corrected, issued again, and a code verified.

use iced::keyboard::{Key, Modifiers, key::Named};
use taphuan::app::screen::register::{self, letters, old, papers};
use taphuan::app::{Message, ScreenMessage};
use taphuan::domain::certificate::CertificateState;
use taphuan::domain::certificate::register::{RegisterLine, RegisterQuery};
use taphuan::domain::certificate::verify::Verdict;
use taphuan::domain::dossier::Dossier;
use taphuan::paper::Format;
use taphuan::sample;
use taphuan::store::Store;

use crate::support::store::step;
use crate::support::window::{Window, key_event};

/// A sample session whose certificates have numbers.
fn issued(store: &Store) {
    let session = sample::blueprints().expect("the samples").pop().expect("a session");
    store.plant(step("operation-sample"), vec![session]).wait().expect("planted");
    let session = store.sessions().wait().expect("sessions")[0].id;
    let dossier: Dossier = store.dossier(session).wait().expect("a dossier");
    if dossier.certificates.is_empty() {
        store.issue_certificates(session).wait().expect("issued");
    }
}

fn open() -> Window {
    let mut window = Window::open(issued);
    window.click("Sổ cấp");
    window
}

fn lines(window: &Window) -> Vec<RegisterLine> {
    window.store().register(RegisterQuery::default()).wait().expect("the register")
}

/// A time as the window tells it.
fn told_whole(utc: &str) -> String {
    let time: jiff::Timestamp = utc.parse().expect("a time");
    time.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d/%-m/%Y %H:%M").to_string()
}

/// Chooses the first rows, so many.
fn choose(window: &mut Window, rows: usize) {
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("register")).expect("the table");
        let _ = ui.simulate([key_event(Key::Named(Named::Home), Modifiers::empty())]);
        for _ in 1..rows {
            let _ = ui.simulate([key_event(Key::Named(Named::ArrowDown), Modifiers::SHIFT)]);
        }
    });
}

#[test]
fn an_empty_register_says_where_numbers_come_from() {
    let mut window = Window::open(|_| {});
    window.click("Sổ cấp");
    assert!(window.shows("Chưa cấp giấy chứng nhận nào"));
}

#[test]
fn who_is_called_otherwise_by_now_is_marked_and_corrected_to_the_list() {
    let mut window = Window::open(|store| {
        issued(store);
        let first = store.register(RegisterQuery::default()).wait().expect("the register").remove(0);
        let delegate = first.delegate.expect("of a session");
        let renamed =
            store.edit_delegate(delegate, "full-name", |details| details.full_name = "Võ Thị Bẩy".into());
        renamed.wait().expect("renamed");
    });
    window.click("Sổ cấp");
    let differing = |line: &&RegisterLine| line.listed.is_some();
    assert_eq!(lines(&window).iter().filter(differing).count(), 1, "the others say what the list says");
    // In the smallest windows, too, the row says what became of it.
    for size in [(682.0, 420.0), (1024.0, 630.0), (1366.0, 698.0)] {
        window.resize(size.0, size.1);
        let says = |words| window.shows(words);
        assert!(says("khác danh sách") && says("Có số") || says("Có số · khác danh sách"), "{size:?}");
    }
    choose(&mut window, 1);
    window.resize(1024.0, 630.0);
    assert!(window.shows("khác danh sách") && window.shows("Có số"), "beside the panel, too");
    window.resize(1366.0, 768.0);
    assert!(window.shows("Danh sách nay ghi khác: Họ và tên: Võ Thị Bẩy"));
    // The fields say it already; only why is left to tell.
    window.press("cert-correct");
    window.type_into("cert-reason", "gõ sai");
    let corrected = lines(&window)[0].clone();
    assert_eq!(corrected.copy.name, "Võ Thị Bẩy");
    assert_eq!(corrected.listed, None, "they agree again");
}

#[test]
fn several_are_handed_out_and_one_issued_again() {
    let mut window = open();
    choose(&mut window, 3);
    assert!(window.shows("3 giấy được chọn"));
    window.press("cert-hand-out");
    window.press("cert-save");
    let given = |line: &&RegisterLine| matches!(line.state, CertificateState::HandedOut(_));
    assert_eq!(lines(&window).iter().filter(given).count(), 3);

    choose(&mut window, 1);
    let name = lines(&window)[0].copy.name.clone();
    let all = lines(&window);
    let last =
        all.iter().filter(|line| line.book == all[0].book).max_by_key(|line| line.number).expect("one");
    let number = last.number.expect("a number");
    let next = last.printed_number.replacen(&number.to_string(), &(number + 1).to_string(), 1);
    window.press("cert-reissue");
    let told = format!("Giấy cũ bị thu hồi. Giấy mới lấy số {next}.");
    assert!(window.shows(&told), "which number it gets: {told}");
    window.press("cert-save");
    assert!(
        window.shows("Chưa ghi lý do. Hãy ghi lý do, để sau này tra sổ cấp biết vì sao."),
        "an error of the office has to be told"
    );
    // Enter saves.
    window.type_into("cert-reason", "Ghi sai tên đệm");
    let after = lines(&window);
    assert!(matches!(after[0].state, CertificateState::Withdrawn(_)), "{:?}", after[0].state);
    let anew = after.iter().find(|line| line.reissue_of == Some(after[0].id)).expect("another one");
    assert_eq!(anew.copy.name, name);
    assert_eq!(anew.printed_number, next);
    assert!(window.shows("Ghi sai tên đệm"), "its history tells why");
}

#[test]
fn one_is_corrected_under_its_number_and_the_register_keeps_both_words() {
    let mut window = open();
    choose(&mut window, 1);
    let before = lines(&window)[0].clone();
    window.press("cert-correct");
    window.type_into("cert-name", "Võ Thị Thu Bảy Em");
    window.type_into("cert-reason", "Thiếu chữ Em");
    let after = &lines(&window)[0];
    assert_eq!(
        (after.printed_number.clone(), after.copy.name.as_str()),
        (before.printed_number, "Võ Thị Thu Bảy Em")
    );
    let told = format!("Họ và tên: {} → Võ Thị Thu Bảy Em · Thiếu chữ Em", before.copy.name);
    assert!(window.shows(&told), "{told}");
}

#[test]
fn a_code_is_answered_also_when_it_is_void_or_wrong() {
    let mut window = open();
    let line = lines(&window)[0].clone();
    let code = line.code.expect("a code");
    window.type_into("search", &code.in_groups());
    let (number, name, date) =
        (&line.printed_number, &line.copy.name, taphuan::vietnamese::date::short(line.date.expect("a day")));
    let told = format!("Giấy thật, còn hiệu lực: số {number}, cấp cho {name} ngày {date}.");
    assert!(window.shows(&told), "{told}");
    choose(&mut window, 1);
    window.press("cert-void");
    window.type_into("cert-reason", "In nhầm người");
    window.type_into("search", "");
    window.type_into("search", &code.to_string());
    let verdict = window.store().verify_certificate(code).wait().expect("an answer");
    let Verdict::Ended { ending, .. } = verdict else { panic!("{verdict:?}") };
    let at = told_whole(&ending.at);
    let told =
        format!("Giấy đã hủy ngày {at}: số {number} của {name}, cấp ngày {date}. Lý do: In nhầm người.");
    assert!(window.shows(&told), "{told}");
    // Of another file: no such certificate.
    let other = taphuan::domain::certificate::check_code::CheckCode::from_random(7);
    window.type_into("search", &other.to_string());
    let told = format!(
        "Không có giấy chứng nhận nào mang mã “{}”. Xem lại từng chữ số; nếu đúng thì giấy này không do tệp dữ liệu này cấp.",
        other.in_groups()
    );
    assert!(window.shows(&told), "{told}");
}

/// Something of the page happens.
fn tell(window: &mut Window, message: register::Message) {
    let task = window.app.update(Message::Screen(ScreenMessage::Register(message)));
    window.carry_out(task);
}

#[test]
fn what_is_seen_is_saved_as_a_paper_and_it_is_told_where() {
    let mut window = open();
    assert!(window.has("cert-pdf") && window.has("cert-xlsx"));
    for (format, ending) in [(Format::Pdf, "pdf"), (Format::Xlsx, "xlsx")] {
        let path = window.path.with_file_name(format!("so-cap.{ending}"));
        tell(&mut window, register::Message::Papers(papers::Message::PickTo(format, Some(path.clone()))));
        let file = std::fs::read(&path).expect("written");
        let pages = match format {
            Format::Pdf => crate::support::pdf_reader::read(&file).len(),
            _ => 0,
        };
        let told = format!("Đã lưu sổ cấp ({pages} trang khi in) vào {}.", path.display());
        assert!(pages == 0 || window.shows(&told), "{told}");
    }
    let nowhere = window.path.with_file_name("khong-co").join("so.pdf");
    tell(&mut window, register::Message::Papers(papers::Message::PickTo(Format::Pdf, Some(nowhere.clone()))));
    assert!(!nowhere.exists());
}

#[test]
fn a_book_is_closed_and_says_so_since() {
    let mut window = open();
    let books = window.store().certificate_books().wait().expect("books");
    let book = books.iter().find(|book| book.closed.is_none()).expect("an open one").clone();
    assert!(!window.has("cert-close-book"), "no book is chosen");
    let query = RegisterQuery { book: Some(book.id), ..RegisterQuery::default() };
    tell(&mut window, register::Message::Filtered(query));
    window.press("cert-close-book");
    window.press("cert-save");
    assert!(window.shows("Chưa ghi ai khóa sổ và khóa ngày nào. Hãy ghi họ tên người khóa sổ và ngày khóa."));
    window.type_into("cert-closed-by", "Trần Thị Khóa");
    let books = window.store().certificate_books().wait().expect("books");
    let closed =
        books.iter().find(|one| one.id == book.id).and_then(|one| one.closed.clone()).expect("closed");
    assert_eq!(closed.closing.by.as_deref(), Some("Trần Thị Khóa"));
    let pages = closed.closing.pages.expect("counted");
    let given = book.given.expect("numbers");
    let number = |number: u32| taphuan::domain::organisation::numbered(&book.pattern, &number.to_string());
    let told = format!(
        "Sổ đã khóa ngày {}, người khóa: Trần Thị Khóa. {pages} trang, từ số {} đến số {}.",
        taphuan::vietnamese::date::short(closed.closing.on.expect("a day")),
        number(given.first),
        number(given.last)
    );
    assert!(window.shows(&told), "{told}");
    assert!(!window.has("cert-close-book"));
}

#[test]
fn a_letter_about_one_certificate_is_saved() {
    let mut window = open();
    choose(&mut window, 1);
    assert!(!window.has("cert-confirm"), "nobody has it yet");
    window.press("cert-reply");
    window.type_into("cert-addressee", "Sở Nội vụ thành phố Thử");
    let path = window.path.with_file_name("tra-loi.pdf");
    let to = letters::Message::PickTo(Format::Pdf, Some(path.clone()));
    tell(&mut window, register::Message::Letters(to));
    assert!(window.shows(&format!("Đã lưu văn bản (1 trang) vào {}.", path.display())));
    let pages = crate::support::pdf_reader::read(&std::fs::read(&path).expect("written"));
    let said = crate::support::words::words(&pages);
    assert!(said.contains("Kính gửi: Sở Nội vụ thành phố Thử."), "{said}");
    assert!(!window.has("cert-letter-pdf"), "the dialog is done");
}

#[test]
fn an_old_register_is_looked_at_before_it_is_taken_in() {
    let mut window = open();
    let text = "SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2019\t\t\t\n\
                TT\tSố giấy chứng nhận\tHọ và tên\tNgày cấp\n\
                1\t09/CN-CU\tLê Thị Thử\t12/5/2019\n\
                2\t10/CN-CU\tTrần Văn Thử\t12/5/2019\n\
                3\t\tPhạm Văn Thử\t12/5/2019\n";
    let path = window.write_beside("so-2019.csv", text);
    tell(&mut window, register::Message::Old(old::Message::Picked(Some(path.clone()))));
    assert!(window.shows("Đọc được 2 dòng, từ số 09/CN-CU đến số 10/CN-CU."));
    assert!(window.shows(
        "Bỏ 1 dòng vì thiếu số hoặc họ tên không đọc được: dòng 5 của tệp. Muốn đủ thì sửa tệp rồi nhập lại."
    ));
    let before = lines(&window).len();
    window.press("cert-old-take");
    assert_eq!(lines(&window).len(), before + 2);
    assert!(window.shows("Đã nhập 2 số từ so-2019.csv"));
    assert!(!window.has("cert-old-take"));
    // What is no register is refused with a cure.
    let path = window.write_beside("khac.csv", "STT,Ten\n1,An\n");
    tell(&mut window, register::Message::Old(old::Message::Picked(Some(path))));
    assert!(!window.has("cert-old-take"));
}

#[test]
fn forms_are_received_and_used_and_no_more_than_there_are() {
    let mut window = open();
    window.press("cert-stock");
    let told =
        "Chưa ghi phôi nào. Ghi lần nhận phôi đầu tiên ở dưới, rồi ghi số dùng và số hỏng sau mỗi lớp.";
    assert!(window.shows(told));
    window.type_into("stock-count", "100");
    window.type_into("stock-from", "000101");
    window.press("stock-add");
    assert!(window.shows("Nhận 100 · dùng 0 · hỏng 0 · trả 0 · còn 100"));
    window.click("Dùng");
    window.type_into("stock-count", "130");
    window.press("stock-add");
    assert!(window.shows("Chỉ còn 100 phôi. Ghi phôi nhận thêm trước, hoặc sửa số lượng."));
    window.type_into("stock-count", "30");
    window.press("stock-add");
    assert!(window.shows("Nhận 100 · dùng 30 · hỏng 0 · trả 0 · còn 70"));
    // A line that was entered by mistake goes, and comes back by undo.
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("stock-lines")).expect("the lines");
        let _ = ui.simulate([key_event(Key::Named(Named::Home), Modifiers::empty())]);
    });
    window.press("stock-remove");
    assert!(window.shows("Nhận 100 · dùng 0 · hỏng 0 · trả 0 · còn 100"));
}
