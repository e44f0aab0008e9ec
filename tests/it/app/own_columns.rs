//! Own columns and discussion groups in the window: made in their dialog, filled in the panel, sorted and found in the table.

use crate::support::window::Window;
use taphuan::app::Shortcut;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::SessionId;
use taphuan::domain::own_column::OwnKind;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;

/// The session of the window.
const SESSION: SessionId = SessionId(1);

/// A window on a session with three delegates and these columns.
fn open(columns: &'static [(&'static str, OwnKind)]) -> Window {
    let mut window = Window::open(|store| {
        let details = SessionDetails { title: "Hội nghị Tam Đại".into(), ..SessionDetails::default() };
        let session = store.create_session(details, None).wait().expect("session");
        let person = |name: &str| {
            NewDelegate::Unknown(PersonDetails { full_name: name.into(), ..PersonDetails::default() })
        };
        let people = ["Nguyễn Văn Bình", "Lê Thị An", "Trần Cường"].map(person).to_vec();
        store.add_delegates(session, None, people).wait().expect("delegates");
        for (label, kind) in columns {
            store.add_own_column(session, (*label).into(), *kind).wait().expect("column");
        }
    });
    window.click("Lớp tập huấn");
    window.click("Hội nghị Tam Đại");
    window
}

fn dossier(window: &Window) -> Dossier {
    window.store().dossier(SESSION).wait().expect("dossier")
}

/// What stands in the first column of somebody.
fn value(window: &Window, name: &str) -> String {
    let dossier = dossier(window);
    let one = dossier.delegates.iter().find(|one| one.details.full_name == name).expect("a delegate");
    dossier.own_columns[0].shown(one.id).to_owned()
}

#[test]
fn a_column_is_made_and_taken_away_in_its_dialog() {
    let mut window = open(&[]);
    window.press("delegates-own-columns");
    window.type_into("column-new", "Xe");
    assert_eq!(dossier(&window).own_columns.len(), 1);
    window.type_into("column-new", "xe");
    assert!(window.shows("Lớp đã có cột “Xe”. Hãy đặt tên khác."), "refused beside the field");
    window.shortcut(Shortcut::Escape);
    window.click("Lê Thị An");
    window.type_into("delegate-own-1", "Xe 2");
    assert_eq!(value(&window, "Lê Thị An"), "Xe 2");
    window.press("delegates-own-columns");
    window.press("column-remove-1");
    assert!(window.shows("Bỏ cột “Xe” thì mất 1 ô đã ghi. Vẫn hoàn tác được."));
    assert_eq!(dossier(&window).own_columns.len(), 1, "it is asked first");
    window.press("column-remove-anyway");
    assert!(dossier(&window).own_columns.is_empty());
    assert!(window.shows("Đã bỏ cột riêng “Xe”."), "told, with the way back");
}

#[test]
fn what_stands_in_a_column_is_typed_ticked_and_refused_in_the_panel() {
    let mut window = open(&[("Ăn chay", OwnKind::YesNo), ("Số áo", OwnKind::Number)]);
    window.click("Trần Cường");
    window.press("delegate-own-1");
    assert_eq!(value(&window, "Trần Cường"), "x");
    window.press("delegate-own-1");
    assert_eq!(value(&window, "Trần Cường"), "");
    window.type_into("delegate-own-2", "to");
    assert!(window.shows("“to” không phải là số. Hãy gõ số, ví dụ 2 hoặc 2,5."));
    assert!(dossier(&window).own_columns[1].values.is_empty());
}

#[test]
fn groups_are_made_in_one_step() {
    let mut window = open(&[]);
    window.press("delegates-groups");
    assert!(window.shows("3 đại biểu vào 3 tổ"), "no group is empty");
    window.press("groups-apply");
    let dossier = dossier(&window);
    assert_eq!((dossier.own_columns[0].values.len(), dossier.own_columns[0].kind), (3, OwnKind::Group));
    assert!(window.shows("Tổ 1"), "the table shows them");
    window.shortcut(Shortcut::Undo);
    assert!(window.store().dossier(SESSION).wait().expect("dossier").own_columns.is_empty());
}
