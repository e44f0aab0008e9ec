//! Lists of guests, receipts of presenters, summaries of surveys, labels, the index of the file, and forms for lists of
//! nobody, read back.

use crate::support::dossier::{day, items, session};
use crate::support::pdf_reader::{ReadPage, ReadRun, read};
use crate::support::signed_page::{codes, marks};
use crate::support::table::rows;
use crate::support::word_reader;
use taphuan::domain::attendance::turnout::{Numbers, Turnout, Whose};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::domain::session::AudienceGroup;
use taphuan::domain::topic::Topic;
use taphuan::export::bundle::{Outcome, Wish, write};
use taphuan::paper::budget::Expense;
use taphuan::paper::card::Item;
use taphuan::paper::content::LabelSize;
use taphuan::paper::envelope_labels::LabelsTo;
use taphuan::paper::{Fact, Finding, Format, Made, Options, PaperError, PaperKind, Scope, make, make_as};
use taphuan::progress::Progress;
use taphuan::vietnamese::number::{grouped, money_in_words};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn made(kind: PaperKind, dossier: &Dossier, options: &Options) -> Made {
    make(kind, dossier, options).expect("a paper")
}

fn pages(kind: PaperKind, dossier: &Dossier, options: &Options) -> Vec<ReadPage> {
    read(&made(kind, dossier, options).pdf)
}

/// All its words, parted by single spaces.
fn words(pages: &[ReadPage]) -> String {
    let text = pages.iter().map(ReadPage::text).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn missing(made: &Made, fact: Fact) -> bool {
    made.findings.contains(&Finding::Missing(fact))
}

/// The numbered rows, by cell.
fn numbered(pages: &[ReadPage]) -> Vec<Vec<String>> {
    let all = pages.iter().flat_map(rows).filter(|row| row.number().is_some());
    all.map(|row| row.cells).collect()
}

fn person(honorific: &str, name: &str, titles: &[&str]) -> Guest {
    Guest::Person {
        honorific: Some(honorific.into()),
        name: name.into(),
        titles: titles.iter().map(|&one| one.into()).collect(),
        part: Some("phát biểu chỉ đạo".into()),
    }
}

fn group(label: &str) -> Guest {
    Guest::Group { label: label.into() }
}

/// A session of which nothing is known.
fn empty() -> Dossier {
    let mut dossier = session(0, 0, 0);
    dossier.session.details.dates = None;
    dossier.signatory = None;
    dossier.certificate_form = None;
    dossier
}

/// Two people present in three sittings of each of two clusters, one of them twice as often.
fn presented(people: usize) -> Dossier {
    let mut dossier = session(people, 2, 3);
    let named =
        |name: &str| Presenter::Person { name: name.into(), titles: vec!["Phó Chủ tịch".into()] };
    for cluster in &mut dossier.clusters {
        for (place, sitting) in cluster.sittings.iter_mut().enumerate() {
            let who = named(if place == 0 { "Trần Thị Bình" } else { "Nguyễn Văn Cường" });
            let title = ["Điều lệ Mặt trận", "Công tác giám sát", "Phản biện xã hội"][place];
            let (kind, minutes) = (ItemKind::Topic, Some(90));
            sitting.items =
                items([ProgrammeItem { kind, title: title.into(), minutes, presenters: vec![who] }]);
        }
    }
    dossier
}

#[test]
fn every_guest_has_a_row_and_groups_have_as_many_as_they_say() {
    let mut dossier = session(12, 1, 2);
    dossier.guests = vec![
        person("ông", "Nguyễn Thanh Tịnh", &["UVTV", "Trưởng ban Tuyên giáo"]),
        group("08 đồng chí lãnh đạo các ban ngành huyện"),
        person("bà", "Nguyễn Thúy Hằng", &["Phó Chủ tịch"]),
        group("toàn thể cán bộ cơ quan"),
    ];
    let sitting = dossier.clusters[0].sittings[0].id;
    let numbers = Numbers { present: Some(7), ..Numbers::default() };
    dossier.turnout.push(Turnout { sitting, whose: Whose::Guests, numbers });
    let made = made(PaperKind::GuestSignIn, &dossier, &Options::default());
    assert_eq!(made.findings, []);
    // Nothing of it is entered by name: no page promises that.
    assert!(made.sheets.iter().all(Option::is_none));
    let pages = read(&made.pdf);
    assert!(pages.iter().all(|page| codes(page).is_empty() && marks(page).is_empty()));
    let rows = numbered(&pages);
    assert_eq!(rows.len(), 2 + 8 + 5 + 5, "persons, the groups, and others");
    assert_eq!(rows[0][1], "Ông Nguyễn Thanh Tịnh");
    assert_eq!(rows[0][2], "UVTV, Trưởng ban Tuyên giáo");
    assert_eq!(rows[0].len(), 6, "two sittings are signed for: {:?}", rows[0]);
    assert_eq!(rows[1][1], "Bà Nguyễn Thúy Hằng");
    let text = words(&pages);
    for said in [
        "DANH SÁCH KÝ TÊN KHÁCH MỜI",
        "08 đồng chí lãnh đạo các ban ngành huyện",
        "Toàn thể cán bộ cơ quan",
        "Có mặt: Sáng 25/9/2020: 07 khách mời (theo số liệu nhập); Chiều 25/9/2020: …… khách mời.",
        "Nhà văn hóa xã Tam Đại",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Cụm 1"), "the only cluster has no name to tell: {text}");
    for format in [Format::Docx, Format::Xlsx] {
        make_as(format, PaperKind::GuestSignIn, &dossier, &Options::default()).expect("a file");
    }
}

#[test]
fn a_session_without_guests_has_rows_to_write_on_and_many_sittings_go_on_further_pages() {
    let blank = made(PaperKind::GuestSignIn, &empty(), &Options::default());
    assert_eq!(blank.findings, [Finding::NoGuests]);
    let rows = numbered(&read(&blank.pdf));
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row[1..].iter().all(String::is_empty)));

    let mut dossier = session(12, 1, 10);
    dossier.guests = (1..=60).map(|one| person("ông", &format!("Lê Văn {one}"), &["Phó Chủ tịch"])).collect();
    let pages = pages(PaperKind::GuestSignIn, &dossier, &Options::default());
    let rows = numbered(&pages);
    for one in 1..=60 {
        let name = format!("Ông Lê Văn {one}");
        assert_eq!(rows.iter().filter(|row| row[1] == name).count(), 2, "six and four sittings: {name}");
    }
    let last = pages.last().expect("a page");
    assert!(last.text().contains("NGƯỜI LẬP"));
    assert!(numbered(std::slice::from_ref(last)).len() >= 2, "signatures have rows over them");
}

#[test]
fn a_receipt_says_what_the_list_of_fees_says() {
    let dossier = presented(20);
    let mut options = Options::default();
    options.presenter_fees.words.rate = Some(600_000);
    options.presenter_fees.words.rates.insert("Nguyễn Văn Cường".into(), 750_000);
    options.presenter_fees.words.issued = Some(day(2020, 10, 8));
    let fees = numbered(&pages(PaperKind::PresenterFees, &dossier, &options));
    assert_eq!(fees.len(), 2);
    let made = made(PaperKind::PresenterReceipt, &dossier, &options);
    assert_eq!(made.findings, []);
    let receipts = read(&made.pdf);
    assert_eq!(receipts.len(), 2, "one sheet for each");
    for (fee, receipt) in fees.iter().zip(&receipts) {
        let text = words(std::slice::from_ref(receipt));
        let amount = |cell: &str| cell.replace('.', "").parse::<u64>().expect("an amount");
        let [gross, tax, net] = [6, 8, 9].map(|column| amount(&fee[column]));
        assert_eq!(gross - tax, net);
        for said in [
            format!("Tôi tên là: {}.", fee[1]),
            "Chức vụ, nơi công tác: Phó Chủ tịch.".to_owned(),
            "Số căn cước công dân: .....".to_owned(),
            "Mã số thuế cá nhân: .....".to_owned(),
            format!("Số buổi: {:0>2} buổi.", fee[4]),
            format!("Thành tiền: {} đồng.", grouped(gross)),
            format!("Thuế thu nhập cá nhân khấu trừ: {} đồng.", grouped(tax)),
            format!("Số tiền thực nhận: {} đồng.", grouped(net)),
            format!("Bằng chữ: {}.", money_in_words(net)),
            "Phú Ninh, ngày 08 tháng 10 năm 2020".to_owned(),
            "NGƯỜI NHẬN TIỀN".to_owned(),
            "Theo kế hoạch".to_owned(),
        ] {
            assert!(text.contains(&said), "{said}: {text}");
        }
    }
    // Four sittings at 750.000 are taxed, two at 600.000 are not.
    let second = words(&receipts[1..]);
    assert!(second.contains("Thành tiền: 3.000.000 đồng") && second.contains("khấu trừ: 300.000 đồng"));
    assert!(second.contains("Thời lượng: 06 giờ."), "{second}");
    assert!(second.contains("Chiều 25/9/2020 (Cụm 1)"), "{second}");
    let word = make_as(Format::Docx, PaperKind::PresenterReceipt, &dossier, &options).expect("a Word file");
    let lines = word_reader::read(word.bytes()).lines().join(" ");
    assert!(lines.contains("Thành tiền: 3.000.000 đồng."), "{lines}");
}

#[test]
fn a_receipt_of_what_is_not_known_is_dots() {
    for dossier in [presented(20), empty()] {
        let made = made(PaperKind::PresenterReceipt, &dossier, &Options::default());
        assert!(missing(&made, Fact::FeeOfList) && missing(&made, Fact::DayOfFees), "{:?}", made.findings);
        let text = words(&read(&made.pdf));
        assert!(text.contains("Số tiền thực nhận: .....") && text.contains("Bằng chữ: ....."), "{text}");
        assert!(!text.contains("Không đồng"), "{text}");
    }
    let blank = made(PaperKind::PresenterReceipt, &empty(), &Options::default());
    assert!(missing(&blank, Fact::Presenters));
    let pages = read(&blank.pdf);
    assert_eq!(pages.len(), 1);
    assert!(words(&pages).contains("Tôi tên là: .....") && words(&pages).contains("THỦ TRƯỞNG ĐƠN VỊ"));
}

/// The survey of a session that has every kind of question.
fn surveyed() -> Dossier {
    let mut dossier = presented(20);
    let topic = |title: &str| Topic { title: title.into(), ..Topic::default() };
    dossier.topics = vec![topic("Điều lệ Mặt trận"), topic("Công tác giám sát")];
    dossier.audience = ["Trưởng ban CTMT", "Tổ trưởng Tổ đoàn kết"]
        .map(|label| AudienceGroup { label: label.into(), count: None, approximate: false, total: false })
        .to_vec();
    dossier
}

/// An answer that is counted, and its place in the options.
type Counted = (String, Vec<String>);

/// The counts that the card asks for: what each is about, and its answers.
fn asked(dossier: &Dossier) -> Vec<(String, Vec<Counted>)> {
    use taphuan::paper::card::Label;
    let said = |label: &Label| match label {
        Label::Name(name) => name.clone(),
        Label::Sentence(id) | Label::Of(id, _) => (*id).to_owned(),
    };
    fn across(item: &Item) -> Vec<(&Label, &Vec<taphuan::paper::card::Field>)> {
        match item {
            Item::Across(label, fields) => vec![(label, fields)],
            Item::Fields(items) | Item::Under(_, items) => items.iter().flat_map(across).collect(),
            _ => Vec::new(),
        }
    }
    let options = Options::default();
    let card = options.of(PaperKind::SurveySummary).card(dossier, Scope::Whole);
    let rows = card.iter().flat_map(across);
    rows.map(|(label, fields)| {
        let fields = fields.iter().map(|one| (said(&one.label), one.place.names().to_vec()));
        (said(label), fields.collect())
    })
    .collect()
}

#[test]
fn a_summary_counts_the_questions_of_the_sheet() {
    let dossier = surveyed();
    let sheet = words(&pages(PaperKind::Survey, &dossier, &Options::default()));
    let asked = asked(&dossier);
    assert_eq!(asked.len(), 2 + 2 + 4 + 2 + 1, "topics, presenters, organisation, choices, groups");
    let mut options = Options::default();
    let words_of = &mut options.survey_summary.words;
    (words_of.handed_out, words_of.returned) = (Some(90), Some(80));
    words_of.remarks = "Nên kéo dài thảo luận; Phát tài liệu sớm hơn".into();
    words_of.issued = Some(day(2020, 10, 9));
    for (question, answers) in &asked {
        let question = question.split_once(". ").expect("a number").1;
        assert!(sheet.contains(question) || question == "Thành phần", "{question}: {sheet}");
        for (place, (answer, at)) in answers.iter().enumerate() {
            assert!(sheet.to_lowercase().contains(&answer.to_lowercase()), "{answer}");
            words_of.counts.insert(at[2].clone(), [50, 20, 10, 0][place]);
        }
    }
    let made = made(PaperKind::SurveySummary, &dossier, &options);
    assert_eq!(made.findings, []);
    let pages = read(&made.pdf);
    let rows = numbered(&pages);
    assert_eq!(rows.len(), 8);
    for row in &rows {
        assert_eq!(row[2..], ["50", "62,5", "20", "25,0", "10", "12,5", "0", "0,0"], "{row:?}");
    }
    let text = words(&pages);
    for said in [
        "Số phiếu phát ra: 90 phiếu.",
        "Số phiếu thu về: 80 phiếu, đạt 88,9%.",
        "- Nên kéo dài thảo luận.",
        "- Phát tài liệu sớm hơn.",
        "Vừa phải 20 25,0",
        "Khác 10 12,5",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for format in [Format::Docx, Format::Xlsx] {
        make_as(format, PaperKind::SurveySummary, &dossier, &options).expect("a file");
    }
}

#[test]
fn a_summary_says_what_cannot_be_right_and_is_a_form_while_nothing_is_counted() {
    let dossier = surveyed();
    let mut options = Options::default();
    (options.survey_summary.words.handed_out, options.survey_summary.words.returned) = (Some(10), Some(12));
    for (_, at) in &asked(&dossier)[0].1 {
        options.survey_summary.words.counts.insert(at[2].clone(), 4);
    }
    let made = made(PaperKind::SurveySummary, &dossier, &options);
    let question = "Điều lệ Mặt trận".to_owned();
    assert!(made.findings.contains(&Finding::SurveyMoreAnswers { question, sum: 16, returned: 12 }));
    assert!(made.findings.contains(&Finding::SurveyMoreReturned { returned: 12, handed_out: 10 }));
    assert!(missing(&made, Fact::SurveyCounts));

    for dossier in [dossier, empty()] {
        let made = self::made(PaperKind::SurveySummary, &dossier, &Options::default());
        assert!(missing(&made, Fact::SurveySheets) && missing(&made, Fact::SurveyCounts));
        let pages = read(&made.pdf);
        let rows = numbered(&pages);
        assert!(!rows.is_empty() && rows.iter().all(|row| row[2..].iter().all(|cell| cell == "……")));
        let text = words(&pages);
        assert!(
            text.contains("Số phiếu thu về: .....") && text.contains("Kiến nghị, đề xuất: ....."),
            "{text}"
        );
    }
}

/// The labels of a sheet: what stands in each, by its place.
fn labels(page: &ReadPage, size: LabelSize) -> Vec<String> {
    let (columns, count, width, height, gap) = match size {
        LabelSize::Fourteen => (2, 14, 99.1, 38.1, 2.5),
        LabelSize::TwentyFour => (3, 24, 70.0, 37.0, 0.0),
    };
    let left = (210.0 - f64::from(columns) * width - (f64::from(columns) - 1.0) * gap) / 2.0;
    let top = (297.0 - f64::from(count / columns) * height) / 2.0;
    let mut placed = 0;
    let labels = (0..count).map(|place| {
        let x = left + f64::from(place % columns) * (width + gap);
        let y = top + f64::from(place / columns) * height;
        let inside = |run: &&ReadRun| {
            let within = run.x >= (x + 3.9) * MM && run.right <= (x + width - 3.9) * MM;
            within && run.baseline > (y + 3.9) * MM && run.baseline < (y + height - 3.5) * MM
        };
        let runs: Vec<&str> = page.runs.iter().filter(inside).map(|run| run.text.trim()).collect();
        placed += runs.len();
        runs.join(" ")
    });
    let labels = labels.collect();
    assert_eq!(placed, page.runs.len(), "all text stands within its label");
    labels
}

#[test]
fn every_unit_has_a_label_that_holds_its_text() {
    let mut dossier = session(60, 2, 2);
    dossier.session.details.area = Some("Huyện Phú Ninh".into());
    dossier.clusters[1].details.serves = vec!["XÃ TAM AN".into(), "Xã Tam Mỹ".into()];
    dossier.delegates[0].details.unit_group = Some("Trung tâm Chính trị huyện".into());
    for size in [LabelSize::Fourteen, LabelSize::TwentyFour] {
        let mut options = Options::default();
        options.envelope_labels.look.size = size;
        let made = made(PaperKind::EnvelopeLabels, &dossier, &options);
        assert_eq!(made.findings, []);
        let pages = read(&made.pdf);
        let labels: Vec<String> =
            pages.iter().flat_map(|page| labels(page, size)).filter(|one| !one.is_empty()).collect();
        assert_eq!(
            labels.len(),
            11 + 1 + 1,
            "communes of the list, a body and one that nobody is of: {labels:?}"
        );
        let of = |name: &str| labels.iter().filter(|one| one.contains(name)).collect::<Vec<_>>();
        let [one] = of("xã Tam Mỹ,")[..] else { panic!("{labels:?}") };
        assert!(one.contains("Kính gửi: Ủy ban MTTQ Việt Nam xã Tam Mỹ xã Tam Mỹ, huyện Phú Ninh"), "{one}");
        assert!(one.starts_with("ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH – BAN THƯỜNG TRỰC"), "{one}");
        assert!(of("Trung tâm Chính trị huyện")[0].contains("Kính gửi: Trung tâm Chính trị huyện"));
    }
}

#[test]
fn labels_begin_where_a_used_sheet_ends() {
    let mut dossier = session(30, 1, 2);
    dossier.guests =
        vec![person("ông", "Nguyễn Thanh Tịnh", &["UVTV", "Trưởng ban"]), group("các ban ngành")];
    let mut options = Options::default();
    let own = &mut options.envelope_labels;
    (own.look.to, own.words.first) = (LabelsTo::Delegates, Some(12));
    let made = made(PaperKind::EnvelopeLabels, &dossier, &options);
    let on: Vec<usize> = made.delegates.iter().map(Vec::len).collect();
    assert_eq!(on, [3, 14, 13]);
    let pages = read(&made.pdf);
    let first = labels(&pages[0], LabelSize::Fourteen);
    assert!(first[..11].iter().all(String::is_empty) && !first[11].is_empty());
    let all: Vec<String> = pages.iter().flat_map(|page| labels(page, LabelSize::Fourteen)).collect();
    for delegate in &dossier.delegates {
        assert!(all.iter().any(|label| label.contains(&delegate.details.full_name)));
    }
    // A label the sheet does not have.
    options.envelope_labels.words.first = Some(20);
    options.envelope_labels.look.to = LabelsTo::Guests;
    let made = self::made(PaperKind::EnvelopeLabels, &dossier, &options);
    assert_eq!(made.findings, [Finding::LabelNotOnSheet { first: 20, on_sheet: 14 }]);
    let first = labels(&read(&made.pdf)[0], LabelSize::Fourteen);
    assert!(first[0].contains("Kính gửi: Ông Nguyễn Thanh Tịnh UVTV Trưởng ban"), "{first:?}");
    assert!(first[1].contains("Kính gửi: Các ban ngành"), "{first:?}");
    // Much text is made smaller, and that is said.
    let long = "Công Tằng Tôn Nữ Hoàng Phương Uyên Thục Đoan Trang Minh Châu ".repeat(5);
    dossier.guests = vec![person("bà", long.trim(), &["Ủy viên Ban Thường vụ Huyện ủy kiêm Trưởng ban"; 8])];
    let made = self::made(PaperKind::EnvelopeLabels, &dossier, &options);
    assert!(made.findings.iter().any(|one| matches!(one, Finding::LabelSmall { .. })));
    labels(&read(&made.pdf)[0], LabelSize::Fourteen);

    let nobody = make(PaperKind::EnvelopeLabels, &empty(), &Options::default());
    assert_eq!(nobody, Err(PaperError::NobodyToAddress));
}

#[test]
fn the_index_says_of_each_paper_what_it_says_itself() {
    let mut dossier = presented(20);
    dossier.session.details.plan_number = Some("45".into());
    let mut options = Options::default();
    options.plan.words.issued = Some(day(2020, 9, 5));
    options.invitation.words.number = "46".into();
    options.invitation.words.issued = Some(day(2020, 9, 6));
    options.presenter_fees.words.issued = Some(day(2020, 10, 8));
    let own = &mut options.dossier_index.words;
    own.sheets.extend([("plan".to_owned(), 3), ("budget".to_owned(), 0), ("programme".to_owned(), 1)]);
    own.sheets.insert("invitation".to_owned(), 2);
    let none = ["submission", "approval", "secondment", "envelope-labels"];
    own.sheets.extend(none.map(|kind| (kind.to_owned(), 0)));
    own.also = "quyết định thành lập Ban tổ chức; Ảnh tư liệu".into();
    let made = made(PaperKind::DossierIndex, &dossier, &options);
    let rows = numbered(&read(&made.pdf));
    let of = |title: &str| {
        let found = rows.iter().find(|row| row[3].starts_with(title));
        found.unwrap_or_else(|| panic!("{title}: {rows:?}")).clone()
    };
    let plan = of("Kế hoạch");
    assert_eq!(plan[1..3], ["45/KH-MTTQ-BTT", "05/9/2020"], "{plan:?}");
    assert!(plan[3].ends_with("Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020"), "{plan:?}");
    assert_eq!(plan[4..6], ["Ủy ban MTTQ Việt Nam huyện Phú Ninh", "1-3"]);
    assert_eq!(of("Chương trình")[5], "4");
    let invitation = of("Giấy mời");
    assert_eq!(invitation[1..3], ["46/GM-MTTQ-BTT", "06/9/2020"], "{invitation:?}");
    assert_eq!(invitation[5], "5-6");
    assert_eq!(of("Bảng kê thù lao báo cáo viên")[2], "08/10/2020");
    assert_eq!(of("Quyết định thành lập Ban tổ chức")[5], "…………");
    assert!(!rows.iter().any(|row| row[3].starts_with("Dự toán")), "it has no sheet in the file");
    assert!(missing(&made, Fact::SheetsInFile) && missing(&made, Fact::NumbersInFile));
    let minutes = of("Biên bản");
    assert!(minutes[1].starts_with("……/") && minutes[6] == "02 bản", "{minutes:?}");
    let text = words(&read(&made.pdf));
    for said in ["MỤC LỤC VĂN BẢN, TÀI LIỆU", "Hồ sơ số: …………", "hồ sơ có …………"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    // A list of nobody is no document yet.
    let blank = numbered(&pages(PaperKind::DossierIndex, &empty(), &Options::default()));
    assert!(blank.iter().any(|row| row[3].starts_with("Kế hoạch")));
    assert!(!blank.iter().any(|row| row[3].starts_with("Danh sách ký tên đại biểu")), "{blank:?}");
}

#[test]
fn lists_to_sign_of_nobody_have_as_many_rows_as_are_expected_and_no_code() {
    let lists = [PaperKind::SignInSheet, PaperKind::DocumentReceipt, PaperKind::AllowanceReceipt];
    let mut dossier = session(0, 2, 2);
    dossier.clusters[0].details.expected = Some(87);
    for kind in lists {
        let made = made(kind, &dossier, &Options::default());
        assert!(
            made.findings.contains(&Finding::BlankLists { lists: 2, rows: 87 + 25 }),
            "{:?}",
            made.findings
        );
        assert!(made.sheets.iter().all(|sheet| sheet.as_ref().is_none_or(|sheet| sheet.columns.is_empty())));
        let pages = read(&made.pdf);
        assert!(pages.iter().all(|page| codes(page).is_empty() && marks(page).is_empty()), "{kind:?}");
        let numbers: Vec<String> = numbered(&pages).iter().map(|row| row[0].clone()).collect();
        let wanted = (1..=87).chain(1..=25).map(|number: u32| number.to_string());
        assert_eq!(numbers, wanted.collect::<Vec<_>>(), "{kind:?}");
        assert!(!words(&pages).contains("Quét màu"), "{kind:?}");
    }
    // One list that is called by number, and one that has people.
    let mut called = session(0, 1, 2);
    called.audience =
        vec![AudienceGroup {
            label: "Trưởng ban".into(), count: Some(40), approximate: true, total: false
        }];
    let rows = numbered(&pages(PaperKind::DocumentReceipt, &called, &Options::default()));
    assert_eq!(rows.len(), 40);
    let some = session(9, 1, 2);
    let made = made(PaperKind::SignInSheet, &some, &Options::default());
    assert!(made.findings.is_empty() && made.sheets.iter().all(Option::is_some));
    assert_eq!(numbered(&read(&made.pdf)).len(), 9 + 5);
}

#[test]
fn the_bundle_of_a_session_without_delegates_has_blank_lists_and_says_so() {
    let folder = tempfile::tempdir().expect("folder");
    let mut dossier = session(0, 2, 2);
    dossier.clusters[1].details.expected = Some(60);
    for each_cluster in [false, true] {
        let wish = Wish { each_cluster, ..Wish::default() };
        let into = folder.path().join(each_cluster.to_string());
        let written = write(&dossier, &wish, &into, false, &Progress::default());
        let Ok(Outcome::Written(bundle)) = written else { panic!("{written:?}") };
        let blank: Vec<PaperKind> = bundle.blank.iter().map(|(kind, _)| *kind).collect();
        let lists = [PaperKind::SignInSheet, PaperKind::DocumentReceipt, PaperKind::AllowanceReceipt];
        assert_eq!(blank, lists);
        use taphuan::sentence::Explain;
        let said = Finding::BlankLists { lists: 2, rows: 25 + 60 }.explain();
        assert!(bundle.blank.iter().all(|(_, words)| *words == said), "{:?}", bundle.blank);
        assert!(!bundle.missing.iter().any(|(kind, _)| lists.contains(kind)));
        assert!(bundle.missing.iter().any(|(kind, _)| *kind == PaperKind::Badges));
    }
}

#[test]
fn a_budget_sums_what_is_known_and_says_what_is_not_in_it() {
    let dossier = presented(40);
    let mut options = Options::default();
    let own = &mut options.budget.words;
    own.prices.extend([(Expense::Allowance, 100_000), (Expense::Travel, 500_000), (Expense::Water, 20_000)]);
    own.quantities.insert(Expense::Water, 100);
    let budget = made(PaperKind::Budget, &dossier, &options);
    assert!(missing(&budget, Fact::Quantities), "travel has a price and no number: {:?}", budget.findings);
    let known = 40 * 3 * 100_000 + 100 * 20_000;
    let total = |made: &Made| {
        let pages = read(&made.pdf);
        let all: Vec<_> = pages.iter().flat_map(rows).collect();
        let total = all.iter().find(|row| row.cells[0].starts_with("Tổng cộng")).expect("a total").clone();
        (total.cells[0].clone(), total.cells[1].clone(), words(&pages))
    };
    let (label, sum, text) = total(&budget);
    assert_eq!((label.as_str(), sum), ("Tổng cộng (chưa gồm các khoản để trống)", grouped(known)));
    assert!(text.contains(&format!("Số tiền bằng chữ: {}.", money_in_words(known))), "{text}");
    assert!(text.contains("Số tiền trên chưa gồm: I. tài liệu;"), "{text}");
    assert!(text.contains("II. đi lại, lưu trú của báo cáo viên;"), "{text}");
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
    assert!(place("Nguồn kinh phí") < place("Nội dung chi"), "words stand directly under the total");

    // All quantities and prices known: nothing is left out.
    let own = &mut options.budget.words;
    own.quantities.insert(Expense::Travel, 4);
    own.prices.extend(Expense::ALL.map(|one| (one, 1_000)));
    let whole = made(PaperKind::Budget, &dossier, &options);
    assert!(!missing(&whole, Fact::Quantities) && !missing(&whole, Fact::Prices));
    let (label, _, text) = total(&whole);
    assert!(label == "Tổng cộng" && !text.contains("chưa gồm"), "{text}");
}

#[test]
fn a_budget_counts_the_allowance_as_it_is_paid() {
    let dossier = presented(40);
    let quantity = |options: &Options| {
        let rows = numbered(&pages(PaperKind::Budget, &dossier, options));
        rows.iter().find(|row| row[1].starts_with("Hỗ trợ tiền ăn")).expect("a line")[3].clone()
    };
    use taphuan::paper::allowance_receipt::Per;
    let mut options = Options::default();
    for (per, times) in [(Per::Day, 2), (Per::Sitting, 3)] {
        options.allowance_receipt.look.per = per;
        options.allowance_receipt.words.rate = Some(10_000);
        options.allowance_receipt.look.only_unpaid = false;
        assert_eq!(quantity(&options), (40 * times).to_string());
        let paid = numbered(&pages(PaperKind::AllowanceReceipt, &dossier, &options));
        assert_eq!(paid[0][4], times.to_string(), "the list that is signed counts the same");
        assert!(!made(PaperKind::Budget, &dossier, &options).findings.contains(&Finding::OtherBasis));
    }
    options.budget.look.per = Some(Per::Day);
    assert!(made(PaperKind::Budget, &dossier, &options).findings.contains(&Finding::OtherBasis));
}

#[test]
fn whoever_has_no_unit_stands_last() {
    let mut dossier = session(20, 1, 2);
    let (group, unit) = (None, None);
    (dossier.delegates[7].details.unit_group, dossier.delegates[7].details.unit) = (group, unit);
    let name = dossier.delegates[7].details.full_name.clone();
    let rows = numbered(&pages(PaperKind::SignInSheet, &dossier, &Options::default()));
    assert_eq!(rows[19][1], name);
}

#[test]
fn boxes_are_large_enough_for_a_pen() {
    let pages = pages(PaperKind::Survey, &surveyed(), &Options::default());
    let boxes: Vec<&ReadRun> =
        pages.iter().flat_map(|page| &page.runs).filter(|run| run.text == "□").collect();
    assert!(boxes.len() > 30);
    for one in boxes {
        // The square is six tenths of its size: 0.598.
        assert!(one.size * 0.598 >= 4.0 * MM, "{one:?}");
    }
    for page in &pages {
        for run in &page.runs {
            assert!(run.right <= page.width - 14.5 * MM, "{run:?}");
        }
    }
}

#[test]
fn table_signs_have_names_in_capitals_where_that_is_wanted() {
    let dossier = session(3, 1, 1);
    let mut options = Options::default();
    options.table_signs.look.capitals = true;
    let text = words(&pages(PaperKind::TableSigns, &dossier, &options));
    for delegate in &dossier.delegates {
        let name = &delegate.details.full_name;
        assert!(text.contains(&name.to_uppercase()) && !text.contains(name.as_str()), "{name}: {text}");
    }
}
