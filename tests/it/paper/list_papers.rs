//! Lists that are signed for, the decision, badges and table signs, read back.

use crate::support::dossier::{certify_as_listed, day, everybody_signed, session};
use crate::support::pdf_reader::{ReadPage, read, render};
use crate::support::signed_page::{is_foot, others};
use crate::support::table::rows;
use taphuan::domain::badge_code;
use taphuan::domain::certificate::check_code::CheckCode;
use taphuan::domain::certificate::issue::{Issue, IssueWay};
use taphuan::domain::certificate::state::Ending;
use taphuan::domain::certificate::{CertificateState, CertificateTemplate};
use taphuan::domain::certificate_template::Page;
use taphuan::domain::certificate_template::built_in::BuiltIn;
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::ClusterId;
use taphuan::domain::numbering::numbered;
use taphuan::domain::organisation::{HeadingProfile, Signatory};
use taphuan::paper::allowance_receipt::{Per, Stage};
use taphuan::paper::content::PerSheet;
use taphuan::paper::{BirthColumns, Fact, Finding, Made, Options, PaperError, PaperKind, make};
use taphuan::vietnamese::number::grouped;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn made(kind: PaperKind, dossier: &Dossier, options: &Options) -> Made {
    make(kind, dossier, options).expect("a paper")
}

fn pages(kind: PaperKind, dossier: &Dossier, options: &Options) -> Vec<ReadPage> {
    read(&made(kind, dossier, options).pdf)
}

/// The names of the listed in the order of the list, cluster by cluster.
fn names(dossier: &Dossier) -> Vec<String> {
    let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let order = numbered(&dossier.delegates, &clusters, dossier.session.details.list_order);
    order.iter().map(|one| one.delegate.details.full_name.clone()).collect()
}

/// The cells of the numbered rows.
fn table(pages: &[ReadPage]) -> Vec<Vec<String>> {
    let all = pages.iter().flat_map(rows).filter(|row| row.number().is_some());
    all.map(|row| row.cells).collect()
}

/// All its words, parted by single spaces.
fn words(pages: &[ReadPage]) -> String {
    let text = pages.iter().map(ReadPage::text).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing stands outside the margins but the foot.
fn inside_margins(pages: &[ReadPage]) {
    for page in pages {
        let right = if page.width > page.height { 20.0 } else { 15.0 };
        let (left, right) = (30.0 * MM - 0.5, page.width - right * MM + 0.5);
        let (top, bottom) = (20.0 * MM - 0.5, page.height - 20.0 * MM + 0.5);
        for run in &page.runs {
            // A list that is attached to a letter has its number on top.
            let foot = is_foot(page, run) || run.text.chars().all(|letter| letter.is_ascii_digit());
            assert!(run.x >= left && run.right <= right, "{run:?}");
            assert!(foot || (run.baseline > top && run.baseline < bottom), "{run:?}");
        }
        for path in others(page) {
            assert!(path.x0 >= left && path.x1 <= right && path.y0 >= top && path.y1 <= bottom, "{path:?}");
        }
    }
}

#[test]
fn no_row_is_lost_of_none_one_or_hundreds() {
    for people in [0, 1, 37, 433] {
        let mut dossier = session(people, 2, 3);
        if let Some(first) = dossier.delegates.first_mut() {
            first.details.full_name = "Công Tằng Tôn Nữ Hoàng Phương Uyên Thục Đoan Trang Minh Châu".into();
        }
        certify_as_listed(&mut dossier);
        let mut options = Options::default();
        options.document_receipt.look.blank_rows = 0;
        options.allowance_receipt.look.blank_rows = 0;
        options.allowance_receipt.words.rate = Some(50_000);
        for kind in [
            PaperKind::DocumentReceipt,
            PaperKind::AllowanceReceipt,
            PaperKind::Recognition,
            PaperKind::CertificateRegister,
        ] {
            let pages = pages(kind, &dossier, &options);
            inside_margins(&pages);
            let column = if kind == PaperKind::CertificateRegister { 2 } else { 1 };
            // A cluster of nobody has a form with empty rows.
            let mut printed: Vec<String> = table(&pages).iter().map(|row| row[column].clone()).collect();
            printed.retain(|name| !name.is_empty());
            let mut listed = names(&dossier);
            if kind == PaperKind::CertificateRegister {
                // By number, not by name.
                printed.sort();
                listed.sort();
            }
            assert_eq!(printed, listed, "{kind:?} of {people}");
        }
    }
}

#[test]
fn a_list_for_the_bus_company_has_names_and_telephones_alone() {
    let dossier = session(30, 1, 2);
    let mut options = Options::default();
    options.delegate_list.words.remark = "Gửi nhà xe".to_owned();
    let list = &mut options.delegate_list.look;
    (list.position, list.unit, list.note, list.group) = (false, false, false, false);
    list.birth = BirthColumns::Hidden;
    list.phone = true;
    let pages = pages(PaperKind::DelegateList, &dossier, &options);
    let words = words(&pages);
    assert!(words.contains("Gửi nhà xe") && words.contains("Điện thoại"), "{words}");
    for column in ["Chức vụ", "Đơn vị", "Năm sinh", "Ghi chú"] {
        assert!(!words.contains(column), "{column}: {words}");
    }
    let rows = table(&pages);
    assert_eq!(rows.iter().filter(|row| row.len() == 3).count(), 30, "number, name and telephone");
}

#[test]
fn documents_have_columns_and_the_withdrawn_get_none() {
    let mut dossier = session(12, 1, 2);
    dossier.delegates[0].state = DelegateState::Withdrawn;
    for (index, delegate) in dossier.delegates.iter_mut().enumerate() {
        delegate.fixed_number = Some(index as u32 + 1);
    }
    let mut options = Options::default();
    options.document_receipt.words.documents = "Điều lệ; Sổ tay công tác Mặt trận".into();
    let pages = pages(PaperKind::DocumentReceipt, &dossier, &options);
    assert!(pages[0].width > pages[0].height, "two documents need the width");
    let text = words(&pages);
    assert!(text.contains("Điều lệ") && text.contains("Ký nhận"), "{text}");
    let rows = table(&pages);
    assert_eq!(rows.len(), 12 + 5, "with the empty rows");
    assert!(rows[0][4].is_empty() && rows[1][4] == "01" && rows[1][5] == "01", "{rows:?}");
}

#[test]
fn allowances_are_summed_by_page_and_in_words() {
    let mut dossier = session(120, 1, 3);
    for delegate in &dossier.delegates[..20] {
        dossier.state_paid.insert(delegate.person, true);
    }
    for delegate in &dossier.delegates[20..] {
        dossier.state_paid.insert(delegate.person, false);
    }
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(75_000);
    options.allowance_receipt.words.stage = Stage::Settled;
    everybody_signed(&mut dossier);
    let made = made(PaperKind::AllowanceReceipt, &dossier, &options);
    assert!(
        matches!(made.findings.as_slice(), [Finding::PaidByState { people: 20, .. }]),
        "{:?}",
        made.findings
    );
    let pages = read(&made.pdf);
    assert!(pages.len() > 2);
    let mut total = 0;
    for page in &pages {
        let all = rows(page);
        let amount = |text: &str| text.replace('.', "").parse::<u64>().expect("an amount");
        let own: u64 = all.iter().filter(|row| row.number().is_some()).map(|row| amount(&row.cells[6])).sum();
        let said = all.iter().find(|row| row.heading() == Some("Cộng trang")).expect("the sum of the page");
        assert_eq!(amount(&said.cells[1]), own);
        total += own;
    }
    assert_eq!(total, 100 * 3 * 75_000);
    let text = words(&pages);
    assert!(text.contains(&format!("Tổng cộng {}", grouped(total))), "{text}");
    assert!(text.contains("Số tiền bằng chữ: Hai mươi hai triệu năm trăm nghìn đồng."), "{text}");
    for title in ["NGƯỜI LẬP BIỂU", "KẾ TOÁN", "CHỦ TÀI KHOẢN"] {
        assert_eq!(text.matches(title).count(), 1);
    }
    let numbers: Vec<String> = table(&pages).iter().map(|row| row[0].clone()).collect();
    assert_eq!(numbers, (1..=100).map(|number| number.to_string()).collect::<Vec<_>>());

    // By day: three sittings are two days.
    options.allowance_receipt.look.per = Per::Day;
    options.allowance_receipt.look.only_unpaid = false;
    let by_day = self::made(PaperKind::AllowanceReceipt, &dossier, &options);
    let text = words(&read(&by_day.pdf));
    assert!(text.contains(&format!("Tổng cộng {}", grouped(120 * 2 * 75_000))), "{text}");
}

#[test]
fn without_a_rate_amounts_are_left_to_the_pen() {
    let dossier = session(2, 1, 2);
    let mut options = Options::default();
    options.allowance_receipt.look.blank_rows = 0;
    let made = made(PaperKind::AllowanceReceipt, &dossier, &options);
    assert!(made.findings.contains(&Finding::NoRate));
    assert!(made.findings.iter().any(|one| matches!(one, Finding::PayUnknown { people: 2, .. })));
    let pages = read(&made.pdf);
    let text = words(&pages);
    assert!(text.contains("Số tiền bằng chữ: ......") && !text.contains("Không đồng"), "{text}");
    assert!(!text.contains("Cộng trang"), "one page needs no sum of its own");
    assert!(table(&pages).iter().all(|row| row[4] == "2" && row[6].is_empty()));
}

#[test]
fn a_register_keeps_voided_numbers_and_those_without_one() {
    let mut dossier = session(6, 1, 2);
    dossier.certificates[1].state = CertificateState::Voided(Ending::default());
    dossier.certificates.retain(|one| one.number != 4);
    let without = [1, 3].map(|index: usize| dossier.delegates[index].details.full_name.clone());
    let made = made(PaperKind::CertificateRegister, &dossier, &Options::default());
    assert!(matches!(made.findings.as_slice(), [Finding::NoNumber { people: 2, .. }]));
    let pages = read(&made.pdf);
    let rows = table(&pages);
    let numbers: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    let issued = ["1/CN-MTTQ", "2/CN-MTTQ", "3/CN-MTTQ", "5/CN-MTTQ", "6/CN-MTTQ", "", ""];
    assert_eq!(numbers, issued);
    assert_eq!(rows[1][8], "Đã hủy");
    for name in without {
        assert!(rows[5..].iter().any(|row| row[2] == name), "{name}");
    }
    assert!(words(&pages).contains("Ấn định sổ có 04 (bốn) giấy chứng nhận."));
}

#[test]
fn a_decision_names_how_many_and_lists_them_on_further_pages() {
    let mut dossier = session(90, 2, 2);
    // One did not complete: no certificate.
    dossier.certificates.remove(0);
    let missing = dossier.delegates[0].clone();
    let mut options = Options::default();
    options.recognition.words.number = "12".into();
    options.recognition.words.grounds = "Căn cứ Kế hoạch số 45/KH-MTTQ-BTT; Xét đề nghị của Văn phòng".into();
    let made = made(PaperKind::Recognition, &dossier, &options);
    let pages = read(&made.pdf);
    let first = words(&pages[..1]);
    for words in [
        "Số: 12/QĐ-MTTQ-BTT",
        "Căn cứ Kế hoạch số 45/KH-MTTQ-BTT;",
        "Xét đề nghị của Văn phòng.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Công nhận 89 (tám mươi chín) đại biểu",
        "Điều 3.",
        "Nơi nhận:",
    ] {
        assert!(first.contains(words), "{words} in {first}");
    }
    let list = words(&pages[1..]);
    assert!(list.contains("(Kèm theo Quyết định số 12/QĐ-MTTQ-BTT"), "{list}");
    let numbers: Vec<String> = table(&pages).iter().map(|row| row[0].clone()).collect();
    assert_eq!(numbers, (1..=89).map(|number| number.to_string()).collect::<Vec<_>>());
    assert!(!made.delegates.concat().contains(&missing.id));

    // Before numbers are issued everyone is recognised, and the user is told.
    dossier.certificates.clear();
    let made = self::made(PaperKind::Recognition, &dossier, &Options::default());
    let by_hand = [Fact::LetterNumber, Fact::IssueDate].map(Finding::Missing);
    assert_eq!(made.findings, [vec![Finding::NobodyCertified], by_hand.to_vec()].concat());
    assert_eq!(made.delegates.concat().len(), 90);
}

#[test]
fn place_and_date_stay_on_one_line_under_the_narrow_heading_of_the_party() {
    let mut dossier = session(5, 1, 2);
    dossier.letterhead.profile = HeadingProfile::Party;
    dossier.letterhead.place = Some("Ô Môn".to_owned());
    let pages = pages(PaperKind::Plan, &dossier, &Options::default());
    assert!(pages[0].says("Ô Môn, ngày …… tháng …… năm ………"), "{}", pages[0].text());
    inside_margins(&pages);
}

#[test]
fn each_badge_has_its_name_and_a_code_that_scans() {
    let dossier = session(21, 1, 2);
    for (per_sheet, most) in [(PerSheet::Eight, 8), (PerSheet::Ten, 10)] {
        let mut options = Options::default();
        options.badges.look.per_sheet = per_sheet;
        let made = made(PaperKind::Badges, &dossier, &options);
        assert!(made.findings.is_empty(), "{:?}", made.findings);
        let pages = read(&made.pdf);
        assert_eq!(pages.len(), 21_usize.div_ceil(most));
        for (number, page) in pages.iter().enumerate() {
            let ids = &made.delegates[number];
            for id in ids {
                let one = dossier.delegates.iter().find(|one| one.id == *id).expect("a delegate");
                assert!(page.says(&one.details.full_name), "{}", one.details.full_name);
            }
            for run in &page.runs {
                assert!(run.x > 10.0 * MM && run.right < page.width - 10.0 * MM, "{run:?}");
                assert!(run.baseline > 10.0 * MM && run.baseline < page.height - 10.0 * MM, "{run:?}");
            }
            // Cut apart, as they are scanned: two in a row, all of a height.
            let (width, height, grey) = render(&made.pdf, number, 3.0);
            let (badge_width, badge_height) = match per_sheet {
                PerSheet::Eight => (width / 2, height * 67 / 297),
                PerSheet::Ten => (width / 2, height * 54 / 297),
            };
            let top = (height - badge_height * most / 2) / 2;
            for (place, id) in ids.iter().enumerate() {
                let (left, top) = (place % 2 * badge_width, top + place / 2 * badge_height);
                let mut picture =
                    rqrr::PreparedImage::prepare_from_greyscale(badge_width, badge_height, |x, y| {
                        grey[(top + y) * width + left + x]
                    });
                let grids = picture.detect_grids().into_iter();
                let scanned: Vec<_> = grids.filter_map(|grid| grid.decode().ok()).collect();
                let [(_, code)] = scanned.as_slice() else { panic!("one code: {scanned:?}") };
                assert_eq!(badge_code::read(code), Some(*id));
            }
        }
    }
}

/// Each page has the code by which its certificate is verified.
fn have_their_codes(dossier: &Dossier, made: &Made) {
    for page in [0, 200, 432] {
        let own = dossier.certificates.iter().find(|one| one.delegate == made.delegates[page][0]);
        let code = own.and_then(|one| one.code).expect("a code");
        assert_eq!(scan(made, page), [code.to_string()]);
    }
}

#[test]
fn a_certificate_may_carry_the_code_by_which_it_is_verified() {
    let mut dossier = session(433, 5, 2);
    for (number, certificate) in dossier.certificates.iter_mut().enumerate() {
        certificate.code = Some(CheckCode::from_random(number as u64 * 7919));
    }
    let mut options = Options::default();
    assert!(scan(&made(PaperKind::Certificates, &dossier, &options), 0).is_empty());
    options.certificates.look.code = true;
    let former = made(PaperKind::Certificates, &dossier, &options);
    have_their_codes(&dossier, &former);
    assert!(former.pdf.len() <= 400_000, "{} bytes", former.pdf.len());

    let design = BuiltIn::Solemn.design(Page::ALL[0]).expect("a design");
    let shown = design.changed(|draft| draft.elements.iter_mut().for_each(|one| one.visible = true));
    let form = dossier.certificate_form.as_mut().expect("a form");
    form.template = CertificateTemplate::Designed(Box::new(shown.expect("a design")));
    dossier.issues.clear();
    let solemn = made(PaperKind::Certificates, &dossier, &Options::default());
    assert_eq!(solemn.delegates.len(), 433);
    have_their_codes(&dossier, &solemn);
    assert!(solemn.pdf.len() <= 330_000, "{} bytes", solemn.pdf.len());
}

/// The codes on a page.
fn scan(made: &Made, page: usize) -> Vec<String> {
    let (width, height, grey) = render(&made.pdf, page, 3.0);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = picture.detect_grids().into_iter();
    grids.filter_map(|grid| grid.decode().ok()).map(|(_, code)| code).collect()
}

#[test]
fn a_long_name_is_set_whole_and_reported() {
    let mut dossier = session(3, 1, 1);
    let long = ["Công Tằng Tôn Nữ Hoàng Phương Uyên Thục Đoan Trang Minh Châu Ngọc"; 3].join(" ");
    dossier.delegates[0].details.full_name = long.clone();
    dossier.delegates[1].details.position = None;
    for kind in [PaperKind::Badges, PaperKind::TableSigns] {
        let made = made(kind, &dossier, &Options::default());
        assert!(words(&read(&made.pdf)).contains(&long), "{kind:?}");
        assert!(made.findings.contains(&Finding::NameSmall { name: long.clone() }), "{kind:?}");
        let empty = |one: &Finding| matches!(one, Finding::EmptyField { field: "Chức vụ", people: 1, .. });
        assert!(made.findings.iter().any(empty), "{kind:?}: {:?}", made.findings);
    }
    dossier.delegates.clear();
    for kind in [PaperKind::Badges, PaperKind::TableSigns] {
        assert_eq!(make(kind, &dossier, &Options::default()), Err(PaperError::NobodyToName));
    }
}

#[test]
fn a_table_sign_reads_upright_on_both_faces() {
    let dossier = session(3, 1, 1);
    let pages = pages(PaperKind::TableSigns, &dossier, &Options::default());
    assert_eq!(pages.len(), 3);
    for (page, name) in pages.iter().zip(names(&dossier)) {
        assert!(page.width > page.height);
        let fold = page.height / 2.0;
        let lower: Vec<_> = page.runs.iter().filter(|run| run.size > 0.0).collect();
        let upper: Vec<_> = page.runs.iter().filter(|run| run.size < 0.0).collect();
        assert!(lower.iter().all(|run| run.baseline > fold), "{lower:?}");
        assert!(upper.iter().all(|run| run.baseline < fold), "{upper:?}");
        let text = |runs: &[&crate::support::pdf_reader::ReadRun]| {
            runs.iter().map(|run| run.text.as_str()).collect::<String>()
        };
        assert!(text(&lower).starts_with(&name));
        assert_eq!(text(&lower), text(&upper));
        // Turned about the middle of the page: as far from one edge as from the other.
        let (first, turned) = (lower[0], upper[0]);
        assert!((first.x - (page.width - turned.x)).abs() < 0.1, "{first:?} {turned:?}");
        assert!((first.baseline - (page.height - turned.baseline)).abs() < 0.1);
        assert!(first.size > 40.0, "read from afar");
    }
}

#[test]
fn who_is_erased_is_counted_and_named_in_the_register_alone() {
    let mut dossier = session(6, 1, 2);
    let name = "Xuỵnhg Thị Lành";
    let (who, certificate) = (dossier.delegates[2].id, dossier.certificates[2].clone());
    assert_eq!(certificate.delegate, who);
    dossier.delegates[2].erased = true;
    dossier.delegates[2].details.full_name = "(đã xóa)".into();
    dossier.certificates[2].copy.name = name.into();
    let options = Options::default();
    for kind in [PaperKind::CertificateRegister, PaperKind::Certificates] {
        let words = words(&pages(kind, &dossier, &options));
        assert!(words.contains(name) && !words.contains("(đã xóa)"), "{kind:?}: {words}");
    }
    for kind in [PaperKind::SignInSheet, PaperKind::DelegateList] {
        let words = words(&pages(kind, &dossier, &options));
        assert!(words.contains("(đã xóa)") && !words.contains(name), "{kind:?}: {words}");
    }
    for kind in [PaperKind::Badges, PaperKind::TableSigns] {
        let words = words(&pages(kind, &dossier, &options));
        assert!(!words.contains("(đã xóa)") && !words.contains(name), "{kind:?}: {words}");
    }
    dossier.certificates[2].copy.name = "(đã xóa)".into();
    dossier.certificates[2].erased = true;
    let words = words(&pages(PaperKind::CertificateRegister, &dossier, &options));
    assert!(words.contains("(đã xóa)") && words.contains(&certificate.printed_number), "{words}");
}

#[test]
fn register_and_reprints_say_what_was_printed_and_tell_what_differs() {
    let mut dossier = session(6, 1, 2);
    let printed = dossier.delegates[2].details.full_name.clone();
    dossier.delegates[2].details.full_name = "Tên Sửa Về Sau".into();
    dossier.certificates[4].state = CertificateState::Withdrawn(Ending::default());
    dossier.certificates[5].reissue_of = Some(dossier.certificates[4].id);
    let options = Options::default();
    for kind in [PaperKind::CertificateRegister, PaperKind::Certificates] {
        let made = made(kind, &dossier, &options);
        let said = words(&read(&made.pdf));
        assert!(said.contains(&printed) && !said.contains("Tên Sửa Về Sau"), "{kind:?}: {said}");
        let differs = Finding::DiffersFromIssued { people: 1, first: "Tên Sửa Về Sau".into() };
        assert!(made.findings.contains(&differs), "{kind:?}: {:?}", made.findings);
    }
    let rows = table(&pages(PaperKind::CertificateRegister, &dossier, &options));
    assert_eq!((rows[4][8].as_str(), rows[5][8].as_str()), ("Đã thu hồi; cấp lại số 06", "Cấp lại số 05"));

    // An issuing of before says who signed then, and how the session was called.
    let now = dossier.certificate_form();
    let signatory = Signatory { name: "Người Ký Trước".into(), ..now.signatory.clone() };
    dossier.issues.push(Issue {
        id: 1,
        session: Some(dossier.session.id),
        way: IssueWay::Results,
        at: "2020-10-09T01:00:00Z".into(),
        series: "CN-MTTQ".into(),
        date: now.date,
        place: now.place.clone(),
        decision_number: None,
        decision_date: Some(day(2020, 10, 12)),
        session_title: "Lớp gọi như khi cấp".into(),
        session_dates: dossier.session.details.dates,
        letterhead: Some(dossier.letterhead.clone()),
        signatory,
        logo_key: None,
        signature_key: None,
        template: Some(now.template),
        source: None,
    });
    let made = made(PaperKind::Certificates, &dossier, &options);
    let said = words(&read(&made.pdf));
    assert!(said.contains("Người Ký Trước") && said.contains("Lớp gọi như khi cấp"), "{said}");
    assert_eq!(said.matches("Người Ký Trước").count(), 5, "whose was withdrawn gets one of now");
    let early = |finding: &&Finding| matches!(finding, Finding::IssuedBeforeDecision { people: 5, .. });
    assert!(made.findings.iter().any(|finding| early(&finding)), "{:?}", made.findings);
}
