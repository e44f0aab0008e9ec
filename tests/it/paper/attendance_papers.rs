//! Papers that follow the marks and the signed lists, read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use taphuan::domain::attendance::receipt::{Receipt, Receipts, SignedFor};
use taphuan::domain::attendance::reconcile::{Reason, Totals, lines};
use taphuan::domain::attendance::turnout::{Numbers, Turnout, Whose};
use taphuan::domain::attendance::{Attendance, AttendanceStatus, Mark, Way};
use taphuan::domain::certificate::CertificateState;
use taphuan::domain::certificate::state::Ending;
use taphuan::domain::delegate::{Delegate, DelegateState};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{ClusterId, DelegateId, EntryId, MarkId, PersonId, SittingId};
use taphuan::domain::numbering::{Numbered, numbered};
use taphuan::domain::session::SessionKind;
use taphuan::paper::absence_list::AbsentBy;
use taphuan::paper::allowance_receipt::{Per, Stage};
use taphuan::paper::{Fact, Finding, Format, Made, Options, PaperKind, make, make_as};
use taphuan::vietnamese::number::grouped;

use crate::support::dossier::session;
use crate::support::pdf_reader::{ReadPage, read};
use crate::support::table::{TableRow, rows};
use crate::support::word_reader;

use AttendanceStatus::{Absent, Excused, Late, Present, Substituted};

fn made(kind: PaperKind, dossier: &Dossier, options: &Options) -> Made {
    make(kind, dossier, options).expect("a paper")
}

fn words(pages: &[ReadPage]) -> String {
    let text = pages.iter().map(ReadPage::text).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn said(kind: PaperKind, dossier: &Dossier, options: &Options) -> String {
    words(&read(&made(kind, dossier, options).pdf))
}

/// All that the Word file and the workbook of a paper say.
fn said_to_be_edited(kind: PaperKind, dossier: &Dossier, options: &Options) -> [String; 2] {
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let file = |format| make_as(format, kind, dossier, options).expect("a file").bytes().to_vec();
    let word = word_reader::read(&file(Format::Docx));
    let lists = word.lists().into_iter().flatten().flat_map(|row| row.texts());
    let word = word.lines().into_iter().chain(lists).collect::<Vec<_>>().join(" ");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file(Format::Xlsx))).expect("a workbook");
    let mut cells = Vec::new();
    for (_, sheet) in book.worksheets() {
        cells.extend(sheet.used_cells().map(|(_, _, cell)| match cell {
            Data::String(text) => text.clone(),
            other => other.to_string(),
        }));
    }
    [squeeze(word), squeeze(cells.join(" "))]
}

/// The delegates of a cluster in the order of their list.
fn list(dossier: &Dossier, cluster: i64) -> Vec<Numbered<'_>> {
    let ids: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let all = numbered(&dossier.delegates, &ids, dossier.session.details.list_order);
    all.into_iter().filter(|row| row.delegate.cluster == Some(ClusterId(cluster))).collect()
}

fn name(dossier: &Dossier, cluster: i64, place: usize) -> String {
    list(dossier, cluster)[place].delegate.details.full_name.clone()
}

/// Marks by cluster, place on its list and sitting of it; the rest of a list is as the last word says.
struct Marks {
    marks: Vec<Mark>,
    closed: Vec<SittingId>,
}

impl Marks {
    fn new() -> Self {
        Self { marks: Vec::new(), closed: Vec::new() }
    }

    /// Those first on the list are as they are named; the others are `rest`, or have no mark.
    fn sitting(
        mut self,
        dossier: &Dossier,
        cluster: usize,
        sitting: usize,
        named: &[AttendanceStatus],
        rest: Option<AttendanceStatus>,
    ) -> Self {
        let id = dossier.clusters[cluster].sittings[sitting].id;
        for (place, row) in list(dossier, dossier.clusters[cluster].id.0).iter().enumerate() {
            let Some(status) = named.get(place).copied().or(rest) else { continue };
            self.marks.push(Mark {
                id: MarkId(self.marks.len() as i64 + 1),
                entry: EntryId(1),
                delegate: row.delegate.id,
                sitting: id,
                status,
                substitute: None,
                note: (status == Excused).then(|| "ốm, nằm viện".to_owned()),
                at: "2020-09-25T01:00:00Z".to_owned(),
                way: Way::Page,
                page: None,
            });
        }
        self
    }

    fn closed(mut self, dossier: &Dossier, cluster: usize, sitting: usize) -> Self {
        self.closed.push(dossier.clusters[cluster].sittings[sitting].id);
        self
    }

    fn attendance(self) -> Attendance {
        Attendance::new(self.marks, self.closed)
    }
}

/// Who of a list received something, the first of it as said.
fn receipts(dossier: &Dossier, signed_for: SignedFor, received: &[Option<bool>]) -> Vec<Receipt> {
    let rows = list(dossier, 1);
    let known = rows.iter().zip(received.iter().chain(std::iter::repeat(&Some(true))));
    known
        .filter_map(|(row, received)| {
            Some(Receipt {
                delegate: row.delegate.id,
                signed_for,
                received: (*received)?,
                receiver: None,
                at: "2020-09-25T04:00:00Z".to_owned(),
            })
        })
        .collect()
}

fn row_of(pages: &[ReadPage], first: &str) -> TableRow {
    let mut all = pages.iter().flat_map(rows);
    all.find(|row| row.cells.iter().any(|cell| cell == first)).unwrap_or_else(|| panic!("no row of {first}"))
}

#[test]
fn a_summary_counts_units_at_each_sitting_and_says_nothing_of_sittings_nobody_marked() {
    let mut dossier = session(22, 2, 2);
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Excused, Absent, Substituted, Late], Some(Present))
        .closed(&dossier, 0, 0)
        .attendance();
    let count = list(&dossier, 1).len();
    let made = made(PaperKind::AttendanceSummary, &dossier, &Options::default());
    assert!(made.findings.contains(&Finding::SittingsUnmarked { sittings: 3 }), "{:?}", made.findings);
    let pages = read(&made.pdf);
    let text = words(&pages);
    for said in
        ["BẢNG TỔNG HỢP ĐIỂM DANH", "Sáng 25/9/2020", "Chiều 25/9/2020 (chưa điểm danh)", "Vắng có lý do"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    // Of the cluster: present with the one for whom somebody came, that one apart, with leave, without.
    let whole = format!("{count} {} 1 1 1", count - 2);
    assert!(text.contains(&format!("Tổng cộng {whole}")), "{whole} in {text}");
    let told = format!(
        "Sáng 25/9/2020: có mặt: {} người (trong đó đi thay: 1); vắng có lý do: 1; vắng không có lý do: 1.",
        count - 2
    );
    assert!(text.contains(&told), "{told} in {text}");
    // Units add up to the whole.
    let second = &pages[1];
    let units: Vec<Vec<String>> =
        rows(second).into_iter().filter(|row| row.number().is_some()).map(|row| row.cells).collect();
    let sum = |column: usize| {
        units.iter().map(|row| row[column].parse::<usize>().expect("a number")).sum::<usize>()
    };
    assert_eq!((sum(2), sum(3), sum(4), sum(5), sum(6)), (count, count - 2, 1, 1, 1));
    assert!(units.iter().all(|row| row[7..].iter().all(String::is_empty)), "{units:?}");
    // Of the session: no sum while a sitting is unknown.
    let first = row_of(&pages[..1], "Tổng cộng (lượt người)");
    assert_eq!(first.cells[1], "44");
    assert!(first.cells[2..6].iter().all(String::is_empty), "{first:?}");
    assert_eq!(first.cells[6], (44 - count).to_string(), "but how many are not marked");
    for text in said_to_be_edited(PaperKind::AttendanceSummary, &dossier, &Options::default()) {
        assert!(text.contains("Chiều 25/9/2020 (chưa điểm danh)") && text.contains(&told), "{text}");
    }
}

#[test]
fn without_marks_papers_say_so_and_print_no_zeros() {
    let dossier = session(20, 1, 2);
    for kind in [PaperKind::AttendanceSummary, PaperKind::AbsenceList] {
        let made = made(kind, &dossier, &Options::default());
        assert_eq!(made.findings, [Finding::Missing(Fact::Marks)], "{kind:?}");
        let text = words(&read(&made.pdf));
        assert!(!text.contains("có mặt: 0") && !text.contains(" 0 "), "{kind:?}: {text}");
    }
    let text = said(PaperKind::AbsenceList, &dossier, &Options::default());
    assert!(text.contains("Sáng 25/9/2020: chưa điểm danh, không nêu ai vắng."), "{text}");
}

#[test]
fn the_absent_stand_once_under_their_unit_where_that_is_wished() {
    let mut dossier = session(20, 1, 2);
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Absent, Excused], Some(Present))
        .sitting(&dossier, 0, 1, &[Absent], Some(Present))
        .attendance();
    let mut options = Options::default();
    options.absence_list.look.by = AbsentBy::Unit;
    let text = said(PaperKind::AbsenceList, &dossier, &options);
    assert!(!text.contains("– vắng –"), "no sitting is a heading: {text}");
    assert!(text.contains("Sáng 25/9/2020, Chiều 25/9/2020"), "one row tells both: {text}");
    assert!(text.contains("Danh sách có 3 lượt người vắng."), "{text}");
}

#[test]
fn the_absent_are_named_with_their_reason_and_those_not_marked_yet_are_not_among_them() {
    let mut dossier = session(20, 1, 3);
    dossier.session.details.kind = SessionKind::Class;
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Excused, Absent, Substituted], Some(Present))
        .sitting(&dossier, 0, 1, &[Present; 18], None)
        .attendance();
    let made = made(PaperKind::AbsenceList, &dossier, &Options::default());
    assert!(made.findings.contains(&Finding::Unmarked { places: 2 }), "{:?}", made.findings);
    assert!(made.findings.contains(&Finding::SittingsUnmarked { sittings: 1 }));
    let pages = read(&made.pdf);
    let text = words(&pages);
    for said in [
        "Sáng 25/9/2020 – vắng – 2 người",
        "Chiều 25/9/2020 – chưa điểm danh, chưa tính là vắng – 2 người",
        "Chiều 25/9/2020: triệu tập: 20 người; có mặt: 18 người; vắng có phép: 0; vắng không phép: 0; chưa điểm danh: 2.",
        "Sáng 26/9/2020: chưa điểm danh",
        "Danh sách có 2 lượt người vắng.",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let listed: Vec<Vec<String>> =
        pages.iter().flat_map(rows).filter(|row| row.number().is_some()).map(|row| row.cells).collect();
    let all = list(&dossier, 1);
    let expected = |place: usize, how: &str, why: &str| {
        let details = &all[place].delegate.details;
        (all[place].number.to_string(), details.full_name.clone(), how.to_owned(), why.to_owned())
    };
    let listed: Vec<_> = listed
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone(), row[4].clone(), row[5].clone()))
        .collect();
    assert_eq!(
        listed,
        [
            expected(0, "Có phép", "ốm, nằm viện"),
            expected(1, "Không phép", ""),
            expected(18, "", ""),
            expected(19, "", "")
        ]
    );
    // Closed, who has no mark was absent.
    let before = dossier.attendance.clone();
    let second = dossier.clusters[0].sittings[1].id;
    dossier.attendance = Attendance::new(before.marks().cloned().collect::<Vec<_>>(), vec![second]);
    let text = said(PaperKind::AbsenceList, &dossier, &Options::default());
    assert!(
        text.contains("Chiều 25/9/2020 – vắng – 2 người") && !text.contains("chưa tính là vắng"),
        "{text}"
    );
    for text in said_to_be_edited(PaperKind::AbsenceList, &dossier, &Options::default()) {
        assert!(text.contains("ốm, nằm viện") && text.contains(&name(&dossier, 1, 1)), "{text}");
    }
    // The office has its own word.
    dossier.session.details.excused_word = Some("xin phép".into());
    assert!(said(PaperKind::AbsenceList, &dossier, &Options::default()).contains("vắng xin phép: 1"));
}

#[test]
fn a_sheet_ends_with_blanks_for_who_came_and_with_the_figures_once_the_sitting_is_closed() {
    let mut dossier = session(20, 1, 2);
    let blanks = "Sáng 25/9/2020: có mặt: …… người; vắng có lý do: ……; không có lý do: …….";
    assert!(said(PaperKind::SignInSheet, &dossier, &Options::default()).contains(blanks));
    dossier.attendance =
        Marks::new().sitting(&dossier, 0, 0, &[Excused], Some(Present)).closed(&dossier, 0, 0).attendance();
    let figures = "Sáng 25/9/2020: có mặt: 19 người; vắng có lý do: 1; vắng không có lý do: 0.";
    let text = said(PaperKind::SignInSheet, &dossier, &Options::default());
    assert!(text.contains(figures) && text.contains("Chiều 25/9/2020: có mặt: …… người"), "{text}");
    for text in said_to_be_edited(PaperKind::SignInSheet, &dossier, &Options::default()) {
        assert!(text.contains(figures), "{text}");
    }
}

#[test]
fn minutes_and_report_tell_the_marks_and_what_is_by_the_list() {
    let mut dossier = session(22, 2, 1);
    let minutes = said(PaperKind::Minutes, &dossier, &Options::default());
    assert!(minutes.contains("người (theo danh sách); có mặt: …… người; vắng: …… người."), "{minutes}");
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Excused, Absent], Some(Present))
        .sitting(&dossier, 1, 0, &[Substituted], Some(Present))
        .attendance();
    let count = [1, 2].map(|cluster| list(&dossier, cluster).len());
    let minutes = said(PaperKind::Minutes, &dossier, &Options::default());
    let told = format!(
        "Đại biểu được triệu tập: {} người; có mặt: {} người; vắng có lý do: 1; vắng không có lý do: 1.",
        count[0],
        count[0] - 2
    );
    assert!(minutes.contains(&told), "{told} in {minutes}");
    let report = made(PaperKind::Report, &dossier, &Options::default());
    let text = words(&read(&report.pdf));
    let told = "Theo điểm danh: triệu tập: 22 người; có mặt: 20 người (trong đó đi thay: 1); vắng có lý do: 1; \
                vắng không có lý do: 1, đạt 90,9% số người được triệu tập.";
    assert!(text.contains(told), "{text}");
    assert!(text.contains("Tổng cộng 22 20"), "{text}");
    assert!(!report.findings.contains(&Finding::Missing(Fact::Turnout)));

    // One cluster was not marked: nothing is made up of the other.
    dossier.attendance = Marks::new().sitting(&dossier, 0, 0, &[Excused], Some(Present)).attendance();
    let report = made(PaperKind::Report, &dossier, &Options::default());
    assert!(report.findings.contains(&Finding::Missing(Fact::Turnout)));
    assert!(words(&read(&report.pdf)).contains("Số đại biểu có mặt: ………… người"));

    // Of several sittings it is told who came to any and to all.
    let mut dossier = session(20, 1, 2);
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Absent, Absent], Some(Present))
        .sitting(&dossier, 0, 1, &[Absent, Present, Absent], Some(Present))
        .attendance();
    let text = said(PaperKind::Report, &dossier, &Options::default());
    for said in [
        "số đại biểu dự ít nhất một buổi: 19/20 người, đạt 95%.",
        "dự đủ các buổi: 17 người.",
        "vắng tất cả các buổi: 01 người.",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn before_the_session_money_has_amounts_and_no_total_and_settled_it_follows_the_signatures() {
    let mut dossier = session(20, 1, 2);
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(50_000);
    options.allowance_receipt.look.only_unpaid = false;
    let text = said(PaperKind::AllowanceReceipt, &dossier, &options);
    assert!(text.contains("100.000") && text.contains("Tổng cộng …………"), "{text}");
    assert!(
        text.contains("Số tiền bằng chữ: ......") && text.contains("Đại biểu bổ sung, đi thay"),
        "{text}"
    );

    // Neither signed nor marked: nothing is told as settled.
    options.allowance_receipt.words.stage = Stage::Settled;
    let unsettled = made(PaperKind::AllowanceReceipt, &dossier, &options);
    assert!(unsettled.findings.contains(&Finding::NotSettled));
    assert!(words(&read(&unsettled.pdf)).contains("Tổng cộng …………"));

    // By the marks: each by the sittings they came to.
    dossier.attendance = Marks::new()
        .sitting(&dossier, 0, 0, &[Absent, Absent, Late], Some(Present))
        .sitting(&dossier, 0, 1, &[Absent, Present], Some(Present))
        .attendance();
    let pages = read(&made(PaperKind::AllowanceReceipt, &dossier, &options).pdf);
    let text = words(&pages);
    let total = (18 * 2 + 1) * 50_000;
    assert!(text.contains("Quyết toán theo điểm danh"), "{text}");
    assert!(text.contains(&format!("Tổng cộng {}", grouped(total))), "{text}");
    assert!(text.contains("Số tiền bằng chữ: Một triệu tám trăm năm mươi nghìn đồng."), "{text}");
    let numbered = pages.iter().flat_map(rows).filter(|row| row.number().is_some()).count();
    assert_eq!(numbered, 19, "who came to nothing gets nothing");
    options.allowance_receipt.look.per = Per::Day;
    let by_day = said(PaperKind::AllowanceReceipt, &dossier, &options);
    assert!(by_day.contains(&format!("Tổng cộng {}", grouped(19 * 50_000))), "{by_day}");
    options.allowance_receipt.look.per = Per::Sitting;

    // By the signed list: the first came not and was paid, the third came and was not; somebody took it for the fourth.
    let mut signed = receipts(&dossier, SignedFor::Money, &[Some(true), Some(true), Some(false)]);
    signed[3].receiver = Some("Trần Thị Nhận Thay".to_owned());
    dossier.receipts = Receipts::new(signed);
    let settled = made(PaperKind::AllowanceReceipt, &dossier, &options);
    let text = words(&read(&settled.pdf));
    assert!(text.contains("Quyết toán theo danh sách đã ký nhận"), "{text}");
    assert!(text.contains(&format!("Tổng cộng {}", grouped(19 * 2 * 50_000))), "{text}");
    assert!(text.replace(' ', "").contains("Nhậnthay:TrầnThịNhậnThay"), "{text}");
    let found = |finding: Finding| assert!(settled.findings.contains(&finding), "{:?}", settled.findings);
    found(Finding::PresentUnpaid { people: 1, first: name(&dossier, 1, 2) });
    found(Finding::PaidAbsent { people: 1, first: name(&dossier, 1, 0) });
    for text in said_to_be_edited(PaperKind::AllowanceReceipt, &dossier, &options) {
        assert!(text.contains("Quyết toán theo danh sách đã ký nhận"), "{text}");
    }
}

#[test]
fn who_came_for_somebody_is_paid_under_their_own_name() {
    let mut dossier = session(12, 1, 2);
    let whom = list(&dossier, 1)[4].delegate.clone();
    let sent = Delegate {
        id: DelegateId(900),
        person: PersonId(900),
        state: DelegateState::Substitute,
        substitute_for: Some(whom.id),
        ..whom.clone()
    };
    let sent = Delegate {
        details: taphuan::domain::person::PersonDetails {
            full_name: "Phan Thị Đi Thay".into(),
            ..sent.details.clone()
        },
        ..sent
    };
    let mut marks = Marks::new().sitting(&dossier, 0, 0, &[], Some(Present)).sitting(
        &dossier,
        0,
        1,
        &[Present, Present, Present, Present, Substituted],
        Some(Present),
    );
    let second = dossier.clusters[0].sittings[1].id;
    for mark in marks.marks.iter_mut().filter(|mark| mark.delegate == whom.id && mark.sitting == second) {
        mark.substitute = Some(sent.id);
    }
    dossier.attendance = marks.attendance();
    dossier.delegates.push(sent);
    let mut options = Options::default();
    let allowance = &mut options.allowance_receipt;
    (allowance.words.rate, allowance.words.stage) = (Some(50_000), Stage::Settled);
    allowance.look.only_unpaid = false;
    let pages = read(&made(PaperKind::AllowanceReceipt, &dossier, &options).pdf);
    let theirs = row_of(&pages, "Phan Thị Đi Thay");
    assert_eq!((theirs.cells[4].as_str(), theirs.cells[6].as_str()), ("1", "50.000"), "{theirs:?}");
    assert!(
        words(&pages)
            .replace(' ', "")
            .contains(&format!("Đithay{}", whom.details.full_name.replace(' ', "")))
    );
    assert!(words(&pages).contains(&format!("Tổng cộng {}", grouped(24 * 50_000))), "{}", words(&pages));
}

#[test]
fn what_does_not_agree_stands_first_with_its_reason() {
    let mut dossier = session(20, 1, 1);
    dossier
        .certificates
        .iter_mut()
        .skip(10)
        .for_each(|one| one.state = CertificateState::Voided(Ending::default()));
    dossier.attendance =
        Marks::new().sitting(&dossier, 0, 0, &[Absent, Present, Absent], Some(Present)).attendance();
    let money = receipts(&dossier, SignedFor::Money, &[Some(true), Some(false), Some(false)]);
    let documents = receipts(&dossier, SignedFor::Documents, &[Some(false), None, Some(true)]);
    dossier.receipts = Receipts::new(money.into_iter().chain(documents));
    let all = list(&dossier, 1);
    let compared = lines(&all, dossier.clusters.first(), &dossier);
    assert_eq!(compared.len(), 20);
    let reasons = |place: usize| -> Vec<Reason> {
        compared[place].reasons.iter().copied().filter(|one| *one != Reason::CertifiedAway).collect()
    };
    assert_eq!(reasons(0), [Reason::PaidAway]);
    assert_eq!(reasons(1), [Reason::PresentUnpaid, Reason::PresentWithoutDocuments]);
    assert_eq!(reasons(2), [Reason::DocumentsAway]);
    assert!(compared[3..].iter().all(|line| line.reasons.is_empty()));
    let totals = Totals::of(&compared);
    assert_eq!((totals.called, totals.came, totals.paid, totals.documents), (20, 18, 18, 18));
    assert_eq!((totals.certified, totals.disagree), (10, 3));

    let mut options = Options::default();
    let pages = read(&made(PaperKind::Reconciliation, &dossier, &options).pdf);
    let text = words(&pages);
    assert!(text.contains("Tổng cộng 20 18 18 18 10 3"), "{text}");
    let names: Vec<String> = pages[1..]
        .iter()
        .flat_map(rows)
        .filter(|row| row.number().is_some())
        .map(|row| row.cells[1].clone())
        .collect();
    let expected: Vec<String> = all.iter().map(|row| row.delegate.details.full_name.clone()).collect();
    assert_eq!(names, expected, "the three that do not agree are the first of the list here");
    let row = pages[1..].iter().flat_map(rows).find(|row| row.number() == Some(1)).expect("the first");
    assert_eq!(row.cells[3..6], ["có", "0/1", "có"], "{row:?}");
    assert!(text.contains("Có 3 dòng không khớp.") && text.contains("Vắng nhưng đã nhận tiền"), "{text}");
    options.reconciliation.look.only_disagreeing = true;
    let pages = read(&made(PaperKind::Reconciliation, &dossier, &options).pdf);
    let named = pages[1..].iter().flat_map(rows).filter(|row| row.number().is_some()).count();
    assert_eq!(named, 3);
    for text in said_to_be_edited(PaperKind::Reconciliation, &dossier, &options) {
        assert!(text.contains("Vắng nhưng đã nhận tiền"), "{text}");
    }
}

#[test]
fn where_there_are_no_names_minutes_and_report_tell_what_was_counted_and_how_that_is_known() {
    let mut dossier = session(6, 1, 2);
    dossier.delegates.clear();
    let order = dossier.clusters[0].order();
    let counted = |sitting, present| Turnout {
        sitting,
        whose: Whose::Cluster,
        numbers: Numbers {
            invited: Some(90),
            present: Some(present),
            excused: Some(4),
            absent: Some(90 - 4 - present),
            is_about: false,
        },
    };
    dossier.turnout = vec![counted(order[0], 80), counted(order[1], 75)];
    let minutes = said(PaperKind::Minutes, &dossier, &Options::default());
    for figure in ["có mặt: 80/90 người", "có mặt: 75/90 người", "(theo số liệu nhập, không có danh sách)"]
    {
        assert!(minutes.contains(figure), "{figure}: {minutes}");
    }
    let report = said(PaperKind::Report, &dossier, &Options::default());
    // Of the sitting at which most were there.
    assert!(report.contains("Số đại biểu có mặt: 80/90 người"), "{report}");
    assert!(report.contains("theo số liệu nhập"), "{report}");
}
