//! Own columns of a session on its lists, and the list of discussion groups, read back.

use std::collections::BTreeMap;

use crate::support::dossier::session;
use crate::support::pdf_reader::ReadPage;
use crate::support::table::rows;
use crate::support::words::{pages, words};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{DelegateId, OwnColumnId};
use taphuan::domain::own_column::{OwnColumn, OwnKind};
use taphuan::paper::{BirthColumns, Finding, Options, PaperKind, make};

fn column(id: i64, label: &str, kind: OwnKind, values: &[(&DelegateId, &str)]) -> OwnColumn {
    let value = |text: &str| kind.read(text).expect("it fits").expect("something");
    OwnColumn {
        id: OwnColumnId(id),
        label: label.into(),
        kind,
        values: values.iter().map(|(id, text)| (**id, value(text))).collect(),
    }
}

/// Six people: three on bus 1, two on bus 10, one on none; two eat no meat; groups of three, two and none.
fn dossier() -> Dossier {
    let mut dossier = session(6, 1, 2);
    let ids: Vec<DelegateId> = dossier.delegates.iter().map(|one| one.id).collect();
    let all = |texts: &[&'static str]| {
        ids.iter().zip(texts.to_vec()).filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()
    };
    dossier.own_columns = vec![
        column(1, "Xe", OwnKind::Text, &all(&["Xe 10", "Xe 1", "Xe 1", "Xe 10", "xe 1", ""])),
        column(2, "Ăn chay", OwnKind::YesNo, &all(&["", "x", "", "", "x", ""])),
        column(3, "Phòng", OwnKind::Number, &all(&["305", "12", "12", "305", "305", "7"])),
        column(4, "Tổ thảo luận", OwnKind::Group, &all(&["Tổ 2", "Tổ 1", "Tổ 1", "Tổ 2", "Tổ 1", ""])),
    ];
    dossier
}

fn name(dossier: &Dossier, at: usize) -> &str {
    &dossier.delegates[at].details.full_name
}

fn shown(labels: &[&str]) -> BTreeMap<String, bool> {
    labels.iter().map(|label| ((*label).to_owned(), true)).collect()
}

fn headings(pages: &[ReadPage]) -> Vec<String> {
    pages
        .iter()
        .flat_map(rows)
        .filter_map(|row| row.heading().map(str::to_owned))
        .filter(|words| words != "STT")
        .collect()
}

#[test]
fn a_list_for_the_buses_has_a_heading_for_each() {
    let dossier = dossier();
    let mut options = Options::default();
    let look = &mut options.delegate_list.look;
    look.by = Some("XE".into());
    look.own = shown(&["phòng", "Ăn chay"]);
    look.birth = BirthColumns::Hidden;
    let pages = pages(PaperKind::DelegateList, &dossier, &options);
    assert_eq!(headings(&pages), ["Xe 1 – 3 người", "Xe 10 – 2 người", "Chưa có xe – 1 người"]);
    let words = words(&pages);
    assert!(words.contains("Phòng") && words.contains("Ăn chay"), "{words}");
    let table: Vec<Vec<String>> =
        pages.iter().flat_map(rows).filter(|row| row.number().is_some()).map(|row| row.cells).collect();
    let row = table.iter().find(|row| row[1] == name(&dossier, 4)).expect("a row");
    assert!(row.contains(&"305".to_owned()) && row.contains(&"x".to_owned()), "{row:?}");
}

#[test]
fn a_list_for_the_kitchen_has_only_those_who_eat_no_meat() {
    let dossier = dossier();
    let mut options = Options::default();
    options.delegate_list.look.only = Some("Ăn chay".into());
    let pages = pages(PaperKind::DelegateList, &dossier, &options);
    let words = words(&pages);
    assert!(words.contains("Ấn định danh sách có 02 (hai) người"), "{words}");
    for (at, listed) in [(1, true), (4, true), (0, false)] {
        assert_eq!(words.contains(name(&dossier, at)), listed, "{}", name(&dossier, at));
    }
}

#[test]
fn a_column_that_a_session_has_not_is_told_and_left_out() {
    let mut dossier = dossier();
    let mut options = Options::default();
    options.delegate_list.look.own = shown(&["Xe"]);
    options.delegate_list.look.only = Some("Xe".into());
    options.sign_in_sheet.look.own = shown(&["Xe"]);
    options.document_receipt.look.own = shown(&["Xe"]);
    options.allowance_receipt.look.own = shown(&["Xe"]);
    let kinds = [
        PaperKind::DelegateList,
        PaperKind::SignInSheet,
        PaperKind::DocumentReceipt,
        PaperKind::AllowanceReceipt,
    ];
    let missing = Finding::NoOwnColumn { label: "Xe".into() };
    for kind in kinds {
        let made = make(kind, &dossier, &options).expect("a paper");
        assert!(!made.findings.contains(&missing), "{kind:?}");
        assert!(words(&pages(kind, &dossier, &options)).contains("Xe 10"), "{kind:?}");
    }
    dossier.own_columns.clear();
    for kind in kinds {
        let made = make(kind, &dossier, &options).expect("a paper");
        let told = made.findings.iter().filter(|finding| **finding == missing).count();
        assert_eq!(told, 1, "{kind:?}");
        assert!(words(&pages(kind, &dossier, &options)).contains(name(&dossier, 0)), "{kind:?}");
    }
}

#[test]
fn amounts_are_summed_beside_own_columns() {
    let dossier = dossier();
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(50_000);
    options.allowance_receipt.look.own = shown(&["Xe", "Phòng"]);
    let pages = pages(PaperKind::AllowanceReceipt, &dossier, &options);
    let table: Vec<Vec<String>> =
        pages.iter().flat_map(rows).filter(|row| row.number().is_some()).map(|row| row.cells).collect();
    let row = table.iter().find(|row| row[1] == name(&dossier, 0)).expect("a row");
    assert_eq!(row[4..=8], ["Xe 10", "305", "2", "50.000", "100.000"].map(str::to_owned), "{row:?}");
}

#[test]
fn each_discussion_group_is_numbered_by_itself_under_who_leads_it() {
    let dossier = dossier();
    let mut options = Options::default();
    options.discussion_groups.words.leads.insert("Tổ 1".into(), "Ông Trần Mẫu".into());
    options.discussion_groups.words.places.insert("Tổ 2".into(), "Phòng họp số 3".into());
    let made = make(PaperKind::DiscussionGroups, &dossier, &options).expect("a paper");
    let nowhere = Finding::InNoGroup { people: 1, first: name(&dossier, 5).to_owned() };
    assert_eq!(made.findings, [nowhere]);
    let pages = pages(PaperKind::DiscussionGroups, &dossier, &options);
    let words = words(&pages);
    assert!(words.contains("DANH SÁCH TỔ THẢO LUẬN"), "{words}");
    assert!(words.contains("Tổ 1 (3 người) Tổ trưởng: Ông Trần Mẫu. Thư ký: ..."), "{words}");
    assert!(words.contains("Địa điểm thảo luận: Phòng họp số 3."), "{words}");
    assert!(words.contains("Danh sách có 2 tổ, 5 (năm) người."), "{words}");
    assert!(!words.contains(name(&dossier, 5)), "who is in no group is on no list of one");
    let numbers: Vec<u32> = pages.iter().flat_map(rows).filter_map(|row| row.number()).collect();
    assert_eq!(numbers, [1, 2, 3, 1, 2]);
}

#[test]
fn where_nobody_is_in_a_group_there_is_a_form_for_the_pen() {
    let mut dossier = dossier();
    dossier.own_columns.clear();
    let made = make(PaperKind::DiscussionGroups, &dossier, &Options::default()).expect("a paper");
    assert_eq!(made.findings, [Finding::NoGroups]);
    let words = words(&pages(PaperKind::DiscussionGroups, &dossier, &Options::default()));
    assert!(words.contains("Tổ trưởng: ...") && words.contains("Danh sách có ………… tổ"), "{words}");
}
