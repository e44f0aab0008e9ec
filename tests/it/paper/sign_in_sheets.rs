//! Sign-in sheets of a unit, of a day, and with those who present.

use std::collections::BTreeMap;

use crate::support::dossier::{items, session};
use crate::support::pdf_reader::{ReadPage, read};
use crate::support::table::rows;
use taphuan::domain::attendance::Attendance;
use taphuan::domain::attendance::notice::{Notice, Span};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{ClusterId, DelegateId};
use taphuan::domain::numbering::numbered;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::domain::session::ListOrder;
use taphuan::paper::{Options, PaperKind, Sheets, make};
use taphuan::vietnamese::date;
use taphuan::vietnamese::name::order_key;

fn pages(dossier: &Dossier, sheets: Sheets, presenters: bool) -> Vec<ReadPage> {
    let mut options = Options::default();
    options.sign_in_sheet.look.sheets = sheets;
    options.sign_in_sheet.look.presenters = presenters;
    options.sign_in_sheet.look.blank_rows = 0;
    read(&make(PaperKind::SignInSheet, dossier, &options).expect("a sheet").pdf)
}

/// Number and name.
type Signer = (String, String);

/// Number and name of every row, in the order of the pages.
fn listed(pages: &[ReadPage]) -> Vec<Signer> {
    let numbered = pages.iter().flat_map(rows).filter(|row| row.number().is_some());
    numbered.map(|row| (row.cells[0].clone(), row.cells[1].clone())).collect()
}

#[test]
fn each_unit_has_a_sheet_with_the_numbers_of_the_whole_list() {
    let dossier = session(60, 2, 2);
    let pages = pages(&dossier, Sheets::Units, false);
    let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let mut wanted: BTreeMap<(Option<ClusterId>, &str), Vec<Signer>> = BTreeMap::new();
    for row in numbered(&dossier.delegates, &clusters, dossier.session.details.list_order) {
        let details = &row.delegate.details;
        let unit = details.group().expect("a unit");
        let one = (row.number.to_string(), details.full_name.clone());
        wanted.entry((row.delegate.cluster, unit)).or_default().push(one);
    }
    let mut read = listed(&pages);
    read.sort();
    let mut all: Vec<_> = wanted.values().flatten().cloned().collect();
    all.sort();
    assert_eq!(read, all, "nobody is lost or doubled, and every number stays");

    // A sheet begins with its head and ends with its own count.
    let starts = pages.iter().filter(|page| page.says("DANH SÁCH KÝ TÊN")).count();
    assert_eq!(starts, wanted.len());
    for ((_, unit), people) in &wanted {
        let sheet = pages.iter().find(|page| {
            page.says("DANH SÁCH KÝ TÊN") && listed(std::slice::from_ref(page)).first() == people.first()
        });
        let text = sheet.expect("the sheet of a unit").text();
        assert!(text.contains(unit), "{unit}: {text}");
        assert!(!text.contains(" người\n") && text.contains(&format!("có {:02} (", people.len())), "{text}");
    }
}

#[test]
fn each_day_has_a_sheet_with_its_own_columns_and_date() {
    let dossier = session(20, 1, 4);
    let sittings = &dossier.clusters[0].sittings;
    let mut days: Vec<_> = sittings.iter().map(|one| one.date).collect();
    days.dedup();
    assert!(days.len() > 1);
    let pages = pages(&dossier, Sheets::Days, false);
    let firsts: Vec<&ReadPage> = pages.iter().filter(|page| page.says("DANH SÁCH KÝ TÊN")).collect();
    assert_eq!(firsts.len(), days.len());
    for (page, day) in firsts.iter().zip(&days) {
        let text = page.text();
        assert!(text.contains(&format!("Ký tên ({})", date::short(*day))), "{text}");
        let others = days.iter().filter(|other| *other != day);
        for other in others {
            assert!(!text.contains(&format!("Ký tên ({})", date::short(*other))), "{text}");
        }
    }
    assert_eq!(listed(&pages).len(), 20 * days.len());
    let last = pages.last().expect("pages").text();
    assert!(last.contains(&date::in_words(*days.last().expect("days"))), "signed on its own day: {last}");
}

#[test]
fn a_sheet_in_an_order_of_its_own_keeps_every_number() {
    let dossier = session(60, 1, 2);
    let by_number = listed(&pages(&dossier, Sheets::Clusters, false));
    let mut options = Options::default();
    options.sign_in_sheet.look.order = Some(ListOrder::Name);
    options.sign_in_sheet.words.remark = "Gửi bàn đón tiếp".to_owned();
    options.sign_in_sheet.look.blank_rows = 2;
    let pages = read(&make(PaperKind::SignInSheet, &dossier, &options).expect("a sheet").pdf);
    let by_name = listed(&pages);

    let names: Vec<&str> = by_name.iter().take(60).map(|(_, name)| name.as_str()).collect();
    let mut wanted = names.clone();
    wanted.sort_by_key(|name| order_key(name));
    assert_eq!(names, wanted);
    assert_eq!(by_name[60..].iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>(), ["61", "62"]);
    let mut again = by_name[..60].to_vec();
    again.sort_by_key(|(number, _)| number.parse::<u32>().expect("a number"));
    assert_eq!(again, by_number, "each has the number of the list");
    assert!(pages[0].text().contains("Gửi bàn đón tiếp"), "{}", pages[0].text());
    assert!(!pages[0].text().contains(" người\n"), "no headings over single rows");
}

#[test]
fn a_sitting_that_is_left_out_has_no_column() {
    let dossier = session(10, 1, 2);
    let first = &dossier.clusters[0].sittings[0];
    let mut options = Options::default();
    options.sign_in_sheet.words.left_out = vec![first.half_day()];
    let sheet = |options: &Options| {
        let made = make(PaperKind::SignInSheet, &dossier, options).expect("a sheet");
        read(&made.pdf).iter().map(ReadPage::text).collect::<String>()
    };
    let whole = sheet(&Options::default());
    assert!(whole.contains("Sáng") && whole.contains("Chiều"), "{whole}");
    let afternoon = sheet(&options);
    assert!(!afternoon.contains("Sáng") && afternoon.contains("Chiều"), "{afternoon}");
}

#[test]
fn each_page_prints_its_own_code_which_a_change_elsewhere_leaves() {
    let mut dossier = session(120, 2, 2);
    let made =
        |dossier: &Dossier| make(PaperKind::SignInSheet, dossier, &Options::default()).expect("a sheet");
    let before = made(&dossier);
    for (page, code) in read(&before.pdf).iter().zip(&before.codes) {
        let (width, text) = (page.width, page.text());
        assert!(text.contains(&format!("Mã trang {code} – Trang ")), "{text}");
        assert!(page.runs.iter().all(|run| run.right < width - 14.0 * 72.0 / 25.4), "inside the margin");
    }
    let changed = before.delegates[0][0];
    let one = dossier.delegates.iter_mut().find(|one| one.id == changed).expect("a delegate");
    one.details.full_name = "Lê Văn Khác".into();
    let after = made(&dossier);
    let others = before.codes.iter().zip(&after.codes).filter(|(before, after)| before != after);
    assert_eq!(others.count(), 1, "{:?} {:?}", before.codes, after.codes);
}

#[test]
fn presenters_sign_above_the_delegates_without_a_number() {
    let mut dossier = session(8, 1, 2);
    let person =
        |name: &str| Presenter::Person { name: name.into(), titles: vec!["Phó Chủ tịch".into()] };
    for sitting in &mut dossier.clusters[0].sittings {
        sitting.items = items([ProgrammeItem {
            kind: ItemKind::Topic,
            title: "Chuyên đề".into(),
            minutes: None,
            presenters: vec![person("Lê Thị Mẫu"), Presenter::Role("Lãnh đạo huyện".into())],
        }]);
    }
    let sheet = pages(&dossier, Sheets::Clusters, true);
    let text: String = sheet.iter().map(ReadPage::text).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    let (first_delegate, name) = (listed(&sheet)[0].1.clone(), place("Lê Thị Mẫu"));
    assert!(place("Báo cáo viên") < name && name < place(&first_delegate));
    assert_eq!(text.matches("Lê Thị Mẫu").count(), 1, "who presents twice signs once");
    assert!(text.contains("Phó Chủ tịch") && text.contains("Lãnh đạo huyện"));
    assert!(text.contains("có 08 (tám) người"), "presenters are no delegates: {text}");

    for sitting in &mut dossier.clusters[0].sittings {
        sitting.items.clear();
    }
    let text = pages(&dossier, Sheets::Clusters, true)[0].text();
    assert!(text.contains("Báo cáo viên"), "empty rows to write in");
}

#[test]
fn whoever_was_sent_signs_on_the_place_and_what_was_said_before_stands_in_the_note() {
    let mut dossier = session(6, 1, 4);
    let order = dossier.clusters[0].order();
    let (first, second, third) = (dossier.delegates[0].id, dossier.delegates[1].id, dossier.delegates[2].id);
    let mut sent = dossier.delegates[3].clone();
    (sent.id, sent.state, sent.substitute_for) = (DelegateId(900), DelegateState::Substitute, Some(first));
    sent.details.full_name = "Phạm Thị Thay".to_owned();
    sent.details.note = None;
    dossier.delegates.push(sent);
    let notice = |delegate, span, reason: &str, substitute| Notice {
        delegate,
        span,
        reason: (!reason.is_empty()).then(|| reason.to_owned()),
        substitute,
    };
    let notices = vec![
        notice(first, Span::Session, "", Some(DelegateId(900))),
        notice(second, Span::Sitting(order[1]), "họp tỉnh", None),
        notice(third, Span::Onward(order[2]), "", Some(DelegateId(900))),
    ];
    dossier.attendance = Attendance::default().with_notices(notices);
    let name =
        |id| dossier.delegates.iter().find(|one| one.id == id).expect("known").details.full_name.clone();
    let text = pages(&dossier, Sheets::Units, false).iter().map(ReadPage::text).collect::<String>();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(text.matches("Phạm Thị Thay").count(), 2 + 1, "a name, and two sittings of a note: {text}");
    assert!(!text.contains(&format!(" {} ", name(first))) || text.contains(&format!("Thay {}", name(first))));
    assert!(text.contains("Báo vắng: họp tỉnh"), "{text}");
    assert!(text.contains(&name(third)), "who comes to some of the sittings is named: {text}");
    // Nobody who has no place makes the list longer.
    assert_eq!(listed(&pages(&dossier, Sheets::Units, false)).len(), 6);
}
