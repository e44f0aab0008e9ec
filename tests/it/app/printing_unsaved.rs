//! What is typed for papers while the file cannot be written: it stays in its field, and is
//! saved from there as soon as the file can be.

use crate::support::store::step;
use crate::support::window::{Out, Window};
use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::Message;
use taphuan::app::screen::Route;
use taphuan::app::screen::Tab;
use taphuan::domain::id::SessionId;
use taphuan::locale::{Language, Locale};
use taphuan::paper::presenter_fees;
use taphuan::sample;
use taphuan::store::StoreError;

/// The print centre of a session with several presenters.
fn printing() -> (Window, SessionId) {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), sample::blueprints().expect("samples")).wait().expect("planted");
    });
    // Nine prices with a reason under each are longer than a screen.
    window.resize(1366.0, 8000.0);
    let store = window.store();
    let sessions = store.sessions().wait().expect("sessions");
    let has_presenters = |id| presenters(&window, id).len() > 1;
    let session = sessions.iter().map(|one| one.id).find(|id| has_presenters(*id)).expect("presenters");
    let task = window.app.update(Message::Go(Route::Session(session, Tab::Printing)));
    window.carry_out(task);
    (window, session)
}

fn presenters(window: &Window, session: SessionId) -> Vec<String> {
    presenter_fees::names(&window.store().dossier(session).wait().expect("a session"), None)
}

fn reason(window: &Window) -> String {
    Locale::new(Language::Vietnamese).explain(&StoreError::Gone(window.path.clone()))
}

fn unsaved(count: usize) -> String {
    format!("Chưa lưu được {count} thay đổi")
}

fn enter(window: &mut Window, field: &'static str) {
    window.act(|ui| {
        let _ = ui.click(id(field)).unwrap_or_else(|error| panic!("{field}: {error}"));
        let _ = ui.tap_key(Named::Enter);
    });
}

/// What was typed for a paper, as JSON.
fn words(window: &Window, session: SessionId, paper: &str) -> serde_json::Value {
    let mut memory = window.store().paper_memory(session).wait().expect("memory");
    let words = memory.choices.remove(paper).and_then(|choice| choice.words).unwrap_or_default();
    serde_json::from_str(&words).unwrap_or_default()
}

#[test]
fn a_price_the_file_refused_stays_in_its_field_with_the_reason_until_enter_saves_it() {
    let (mut window, session) = printing();
    window.press("paper-budget");
    let out = Out::of(&window);
    window.type_into("window-print-price-water", "20000");
    let stands = |window: &Window| {
        assert!(window.shows("20000") && window.shows(&reason(window)));
        assert!(window.shows(&unsaved(1)));
    };
    stands(&window);
    enter(&mut window, "window-print-price-water");
    stands(&window);

    window.press("paper-minutes");
    assert!(!window.shows("20000") && window.shows(&unsaved(1)), "another paper is looked at");
    window.press("unsaved");
    window.click("Sửa");
    assert!(window.has("print-source"), "the way back to its field");
    stands(&window);

    out.back();
    enter(&mut window, "window-print-price-water");
    assert!(!window.shows(&reason(&window)) && !window.shows(&unsaved(1)));
    assert_eq!(words(&window, session, "budget"), serde_json::json!({"prices": {"Water": 20_000}}));
    window.shortcut(taphuan::app::Shortcut::Undo);
    assert!(!window.shows("20000"), "it was one step");
}

/// Every field for what a paper says: the paper, the field, what is typed.
const FIELDS: [(&str, &str, &str); 36] = [
    ("paper-plan", "print-issued", "25/9/2020"),
    ("paper-plan", "print-recipients", "Như trên"),
    ("paper-invitation", "print-number", "45"),
    ("paper-invitation", "print-issued", "25/9/2020"),
    ("paper-invitation", "print-also", "Mang theo sổ"),
    ("paper-invitation", "print-recipients", "Như trên"),
    ("paper-programme", "print-issued", "25/9/2020"),
    ("paper-sign-in-sheet", "print-remark", "Gửi bàn đón"),
    ("paper-delegate-list", "print-remark", "Gửi nhà xe"),
    ("paper-document-receipt", "print-documents", "Tài liệu"),
    ("paper-allowance-receipt", "print-rate", "50000"),
    ("paper-recognition", "print-decision-number", "12"),
    ("paper-recognition", "print-issued", "25/9/2020"),
    ("paper-recognition", "print-grounds", "Điều lệ"),
    ("paper-budget", "window-print-price-allowance", "1"),
    ("paper-budget", "window-print-price-water", "2"),
    ("paper-budget", "window-print-price-documents", "3"),
    ("paper-budget", "window-print-price-presenters", "4"),
    ("paper-budget", "window-print-price-travel", "5"),
    ("paper-budget", "window-print-price-venue", "6"),
    ("paper-budget", "window-print-price-decoration", "7"),
    ("paper-budget", "window-print-price-certificates", "8"),
    ("paper-budget", "window-print-price-stationery", "9"),
    ("paper-budget", "print-source", "Xã hội hóa"),
    ("paper-budget", "print-issued", "25/9/2020"),
    ("paper-presenter-fees", "print-fee", "600000"),
    ("paper-presenter-fees", "a presenter", "700000"),
    ("paper-presenter-fees", "another presenter", "800000"),
    ("paper-presenter-fees", "print-issued", "25/9/2020"),
    ("paper-minutes", "print-number", "46"),
    ("paper-minutes", "print-chair", "Bà An"),
    ("paper-minutes", "print-secretary", "Ông Bình"),
    ("paper-report", "print-number", "47"),
    ("paper-report", "print-issued", "25/9/2020"),
    ("paper-report", "print-recipients", "Như trên"),
    ("paper-certificates", "certificate-place", "Tam Kỳ"),
];

#[test]
fn every_field_of_every_paper_keeps_what_the_file_refused() {
    let (mut window, session) = printing();
    let presenters: Vec<&'static str> = presenters(&window, session)
        .into_iter()
        .map(|name| &*String::leak(format!("print-fee-{name}")))
        .collect();
    let fields = FIELDS.map(|(paper, field, typed)| match field {
        "a presenter" => (paper, presenters[0], typed),
        "another presenter" => (paper, presenters[1], typed),
        field => (paper, field, typed),
    });
    window.press("paper-programme");
    window.click("Người ký");
    let out = Out::of(&window);
    for (place, (paper, field, typed)) in fields.into_iter().enumerate() {
        window.press(paper);
        window.type_into(field, typed);
        assert!(window.shows(&unsaved(place + 1)), "{paper} {field}");
    }
    out.back();
    for (place, (paper, field, typed)) in fields.into_iter().enumerate() {
        window.press(paper);
        assert!(window.shows(typed), "{paper} {field}");
        enter(&mut window, field);
        let left = fields.len() - place - 1;
        assert!(left == 0 || window.shows(&unsaved(left)), "{paper} {field}");
    }
    assert!(window.shows("Đã lưu mọi thay đổi"));
    let presenter = presenters[1].trim_start_matches("print-fee-");
    assert_eq!(words(&window, session, "presenter-fees")["rates"][presenter], 800_000);
    let minutes = serde_json::json!({"number": "46", "chair": "Bà An", "secretary": "Ông Bình"});
    assert_eq!(words(&window, session, "minutes"), minutes);
    assert_eq!(words(&window, session, "budget")["prices"].as_object().map(|prices| prices.len()), Some(9));
}
