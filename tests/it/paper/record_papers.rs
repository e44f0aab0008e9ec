//! What is planned, asked and recorded: budget, fees, survey, minutes, report and
//! unit signs, read back.

use std::io::Cursor;

use crate::support::dossier::{items, session};
use crate::support::pdf_reader::{ReadPage, read};
use crate::support::table::{TableRow, rows};
use crate::support::word_reader;
use calamine::{Data, Reader, Xlsx};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::organisation::Letterhead;
use taphuan::domain::person::Gender;
use taphuan::domain::programme::{Given, ItemKind, Presenter, ProgrammeItem};
use taphuan::domain::session::AudienceGroup;
use taphuan::domain::topic::Topic;
use taphuan::paper::budget::Expense;
use taphuan::paper::presenter_fees::Withholding;
use taphuan::paper::survey::Asks;
use taphuan::paper::{Fact, Finding, Format, Made, Options, PaperError, PaperKind, make, make_as};
use taphuan::vietnamese::number::grouped;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// The papers of this file that flow over pages.
const FLOWING: [PaperKind; 5] =
    [PaperKind::Survey, PaperKind::Minutes, PaperKind::Report, PaperKind::Budget, PaperKind::PresenterFees];

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

/// The amount that a cell says.
fn amount(text: &str) -> u64 {
    text.replace('.', "").parse().unwrap_or_else(|_| panic!("{text} is no amount"))
}

fn person(name: &str, titles: &[&str]) -> Presenter {
    Presenter::Person { name: name.into(), titles: titles.iter().map(|&one| one.into()).collect() }
}

fn item(title: &str, presenters: Vec<Presenter>) -> ProgrammeItem {
    ProgrammeItem { kind: ItemKind::Topic, title: title.into(), minutes: Some(45), presenters }
}

/// A session of two clusters with three sittings each, in which two people present.
fn presented(people: usize) -> Dossier {
    let mut dossier = session(people, 2, 3);
    for cluster in &mut dossier.clusters {
        let topics = ["Điều lệ Mặt trận", "Công tác giám sát", "Phản biện xã hội"];
        for (place, sitting) in cluster.sittings.iter_mut().enumerate() {
            let who = if place == 0 {
                person("Trần Thị Bình", &["Trưởng ban Tuyên giáo", "Giám đốc Trung tâm Chính trị"])
            } else {
                person("Nguyễn Văn Cường", &["Phó Chủ tịch"])
            };
            sitting.starts = "07:30".parse().ok();
            sitting.items = items([item(topics[place], vec![who])]);
        }
    }
    dossier
}

/// Nothing stands outside the margins but what numbers the pages.
fn inside_margins(pages: &[ReadPage]) {
    for page in pages {
        let right = if page.width > page.height { 20.0 } else { 15.0 };
        let (left, right) = (30.0 * MM - 0.5, page.width - right * MM + 0.5);
        for run in &page.runs {
            let numbers = run.baseline < 20.0 * MM || run.baseline > page.height - 20.0 * MM;
            assert!(run.x >= left && run.right <= right, "{run:?}");
            let at_its_place = run.baseline > 8.0 * MM && run.baseline < page.height - 11.0 * MM;
            assert!(!numbers || at_its_place, "{run:?}");
        }
    }
}

#[test]
fn a_session_of_which_nothing_is_known_has_all_its_papers() {
    let mut dossier = session(0, 0, 0);
    dossier.session.details.dates = None;
    dossier.letterhead = Letterhead::default();
    dossier.signatory = None;
    dossier.certificate_form = None;
    for kind in FLOWING {
        let made = made(kind, &dossier, &Options::default());
        let pages = read(&made.pdf);
        inside_margins(&pages);
        assert!(words(&pages).contains("....."), "{kind:?} leaves room to write");
        assert!(!made.findings.is_empty(), "{kind:?}");
        assert!(!words(&pages).contains(" 0 người"), "{kind:?} tells no numbers that are not known");
        make_as(Format::Docx, kind, &dossier, &Options::default()).expect("a Word file");
    }
    let signs = make(PaperKind::UnitSigns, &dossier, &Options::default());
    assert_eq!(signs, Err(PaperError::NoUnits));
}

#[test]
fn long_names_and_many_titles_stay_inside_the_margins_and_whole() {
    let mut dossier = presented(1);
    let name = "Công Tằng Tôn Nữ Hoàng Phương Uyên Thục Đoan Trang Minh Châu";
    let titles: Vec<String> = (1..=12).map(|one| format!("Ủy viên Ban Chấp hành thứ {one}")).collect();
    let part = Some("phát biểu chỉ đạo".to_owned());
    dossier.guests = vec![Guest::Person {
        honorific: Some("ông".into()),
        name: name.into(),
        titles: titles.clone(),
        part,
    }];
    dossier.clusters[0].sittings[0].items[0].details.presenters =
        vec![Presenter::Person { name: name.into(), titles: titles.clone() }];
    dossier.delegates[0].details.full_name = name.into();
    let mut options = Options::default();
    options.minutes.words.chair = name.into();
    options.minutes.words.secretary = name.into();
    for kind in FLOWING {
        let pages = pages(kind, &dossier, &options);
        inside_margins(&pages);
        if kind != PaperKind::Budget {
            assert!(words(&pages).contains(name), "{kind:?}: {}", words(&pages));
        }
        if matches!(kind, PaperKind::Minutes | PaperKind::Report | PaperKind::PresenterFees) {
            for title in &titles {
                assert!(words(&pages).contains(title), "{kind:?} {title}");
            }
        }
    }
}

#[test]
fn a_survey_asks_of_every_topic_and_presenter_and_of_nobody_by_name() {
    let mut dossier = presented(30);
    dossier.audience = ["Trưởng ban Công tác Mặt trận", "Tổ trưởng Tổ đoàn kết;"]
        .map(|label| AudienceGroup { label: label.into(), count: None, approximate: false, total: false })
        .to_vec();
    let made = made(PaperKind::Survey, &dossier, &Options::default());
    assert!(made.findings.is_empty(), "{:?}", made.findings);
    let pages = read(&made.pdf);
    assert!(pages.len() <= 2);
    let asked: Vec<TableRow> = pages.iter().flat_map(rows).filter(|row| row.number().is_some()).collect();
    let questions: Vec<&str> = asked.iter().map(|row| row.cells[1].as_str()).collect();
    for question in
        ["Điều lệ Mặt trận", "Công tác giám sát", "Phản biện xã hội", "Trần Thị Bình", "Nguyễn Văn Cường"]
    {
        assert_eq!(questions.iter().filter(|one| **one == question).count(), 1, "{question}: {questions:?}");
    }
    assert!(asked.iter().all(|row| row.cells[2..] == ["□", "□", "□", "□"]), "{asked:?}");
    let text = words(&pages);
    assert!(text.contains("□ Trưởng ban Công tác Mặt trận □ Tổ trưởng Tổ đoàn kết □ Khác:"), "{text}");
    assert!(!text.contains("Họ và tên") && !text.contains('\u{FFFD}'), "{text}");
    for delegate in &dossier.delegates {
        assert!(!text.contains(&delegate.details.full_name));
    }

    let mut options = Options::default();
    options.survey.look.asks = Asks::Lessons;
    let text = words(&self::pages(PaperKind::Survey, &dossier, &options));
    assert!(text.contains("PHIẾU THU HOẠCH") && text.contains("Họ và tên: ......"), "{text}");
}

#[test]
fn one_topic_of_several_parts_is_asked_part_by_part() {
    let mut dossier = session(3, 1, 1);
    let part = |title: &str| Topic { title: title.into(), ..Topic::default() };
    dossier.topics = vec![Topic {
        title: "Chương trình hành động khóa VI".into(),
        children: vec![part("Ba nhiệm vụ đột phá;"), part("Năm chương trình")],
        presenters: vec![Presenter::Role("đại diện Quận ủy".into())],
        ..Topic::default()
    }];
    let pages = pages(PaperKind::Survey, &dossier, &Options::default());
    let asked: Vec<String> = pages
        .iter()
        .flat_map(rows)
        .filter(|row| row.number().is_some())
        .map(|row| row.cells[1].clone())
        .collect();
    assert_eq!(asked[..3], ["Ba nhiệm vụ đột phá", "Năm chương trình", "Đại diện Quận ủy"]);
}

#[test]
fn each_cluster_has_minutes_of_what_it_held() {
    let mut dossier = presented(20);
    dossier.clusters[1].details.actual = Some(9);
    let rest = ProgrammeItem { kind: ItemKind::Break, ..item("Giải lao", Vec::new()) };
    dossier.clusters[0].sittings[0].items.extend(items([rest]));
    let mut options = Options::default();
    options.minutes.words.chair = "Lê Thị Hoa".into();
    options.minutes.words.number = "03".into();
    let made = made(PaperKind::Minutes, &dossier, &options);
    let pages = read(&made.pdf);
    let text = words(&pages);
    assert_eq!(text.matches("BIÊN BẢN").count(), 2);
    assert_eq!(text.matches("Số: 03/BB-MTTQ-BTT").count(), 2);
    for line in [
        "Địa điểm: Nhà văn hóa xã Tam Đại.",
        "Chủ trì: Lê Thị Hoa.",
        "Thư ký: .....",
        "có mặt: 09 người;",
        "Sáng ngày 25 tháng 9 năm 2020:",
        "- 07h30 – 08h15: Điều lệ Mặt trận – Đồng chí Trần Thị Bình, Trưởng ban Tuyên giáo",
        "Hội nghị kết thúc vào lúc …… giờ …… phút, ngày 26 tháng 9 năm 2020.",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("Giải lao"), "a break is no content");
    assert!(missing(&made, Fact::Turnout), "one cluster was not counted");
    assert!(missing(&made, Fact::Discussion) && missing(&made, Fact::Conclusion));
    // The end has text over it.
    let last = pages.last().expect("pages");
    let (end, signature) = (last.text().find("kết thúc"), last.text().find("THƯ KÝ"));
    assert!(end.is_some() && end < signature, "{}", last.text());

    let one = make_as(Format::Docx, PaperKind::Minutes, &dossier, &options).expect("a Word file");
    let lines = word_reader::read(one.bytes()).lines();
    assert!(lines.contains(&"CHỦ TRÌ".to_owned()) && lines.contains(&"Lê Thị Hoa".to_owned()), "{lines:?}");
}

#[test]
fn what_was_said_stands_in_the_minutes_and_the_report() {
    let mut dossier = presented(12);
    dossier.clusters.truncate(1);
    let details = &mut dossier.session.details;
    details.discussion = Some("Các đại biểu trao đổi về hòm thư góp ý.".into());
    details.difficulties = Some("- Thiếu kinh phí.\n- Thiếu người.".into());
    details.closing = Some("Đồng chí Chủ tịch yêu cầu triển khai ngay.".into());
    details.outcome = Some("Cán bộ nắm vững nhiệm vụ.".into());
    let minutes = made(PaperKind::Minutes, &dossier, &Options::default());
    let text = words(&read(&minutes.pdf));
    for said in ["hòm thư góp ý.", "- Thiếu kinh phí.", "- Thiếu người.", "triển khai ngay."] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!missing(&minutes, Fact::Discussion) && !missing(&minutes, Fact::Conclusion));
    let report = made(PaperKind::Report, &dossier, &Options::default());
    let text = words(&read(&report.pdf));
    for said in ["hòm thư góp ý.", "- Thiếu kinh phí.", "nắm vững nhiệm vụ."] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!missing(&report, Fact::Outcome) && !missing(&report, Fact::Difficulties));
}

#[test]
fn a_report_tells_the_numbers_that_are_known_and_no_others() {
    let mut dossier = presented(40);
    let called =
        AudienceGroup { label: "Cán bộ".into(), count: Some(50), approximate: false, total: false };
    dossier.audience = vec![called];
    for (place, delegate) in dossier.delegates.iter_mut().enumerate() {
        delegate.details.gender = Some(if place < 13 { Gender::Female } else { Gender::Male });
    }
    dossier.clusters[0].details.actual = Some(20);
    dossier.clusters[1].details.actual = Some(18);
    dossier.session.details.plan_number = Some("45".into());
    let mut options = Options::default();
    options.report.words.number = "12".into();
    options.report.words.recipients = "Huyện ủy (b/c); Lưu: VT".into();
    let report = made(PaperKind::Report, &dossier, &options);
    let text = words(&read(&report.pdf));
    for said in [
        "Số: 12/BC-MTTQ-BTT",
        "Thực hiện Kế hoạch số 45/KH-MTTQ-BTT, ",
        "Số đại biểu được triệu tập: 50 người; có tên trong danh sách: 40 người.",
        "Số đại biểu có mặt: 38 người, đạt 76%.",
        "Đại biểu nữ: 13 người, chiếm 32,5% số người trong danh sách.",
        "Số giấy chứng nhận đã cấp: 40 giấy.",
        "Tổng cộng 40 38",
        "- Huyện ủy (b/c);",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!missing(&report, Fact::Turnout) && !missing(&report, Fact::Sexes));

    // One whose sex is not known, one cluster not counted: no number is made up.
    dossier.delegates[0].details.gender = None;
    dossier.clusters[1].details.actual = None;
    let report = made(PaperKind::Report, &dossier, &options);
    let text = words(&read(&report.pdf));
    assert!(text.contains("Số đại biểu có mặt: ………… người") && text.contains("Đại biểu nữ: ………… người"));
    assert!(missing(&report, Fact::Turnout) && missing(&report, Fact::Sexes));
}

/// The lines of a budget: what, how many, the price, what it comes to.
fn budget_lines(pages: &[ReadPage]) -> Vec<(String, String, String, String)> {
    let all = pages.iter().flat_map(rows).filter(|row| row.number().is_some());
    all.map(|row| (row.cells[1].clone(), row.cells[3].clone(), row.cells[4].clone(), row.cells[5].clone()))
        .collect()
}

#[test]
fn a_budget_counts_what_is_known_and_prices_nothing_itself() {
    let mut dossier = presented(40);
    dossier.clusters[1].details.expected = Some(30);
    let listed = dossier.delegates.iter().filter(|one| one.cluster == Some(dossier.clusters[0].id)).count();
    let paid = dossier.delegates.iter().find(|one| one.cluster == Some(dossier.clusters[0].id)).expect("one");
    dossier.state_paid.insert(paid.person, true);
    let people = listed as u64 + 30;
    let made = made(PaperKind::Budget, &dossier, &Options::default());
    assert!(missing(&made, Fact::Prices) && !missing(&made, Fact::Quantities));
    let lines = budget_lines(&read(&made.pdf));
    let quantity = |what: &str| {
        let line = lines.iter().find(|line| line.0.starts_with(what));
        line.unwrap_or_else(|| panic!("{what} in {lines:?}")).1.clone()
    };
    // Three sittings each, by which the list of money counts, too; one delegate is paid by the state.
    assert_eq!(quantity("Hỗ trợ tiền ăn"), grouped((people - 1) * 3));
    assert_eq!(quantity("Nước uống"), grouped(people * 3));
    assert_eq!(quantity("Tài liệu"), grouped(people));
    assert_eq!(quantity("Thù lao"), "6");
    assert_eq!(quantity("Thuê hội trường"), "6");
    assert_eq!(quantity("Trang trí"), "2");
    assert_eq!(quantity("Đi lại"), "");
    assert!(lines.iter().all(|line| line.2.is_empty() && line.3.is_empty()), "{lines:?}");
    let text = words(&read(&made.pdf));
    assert!(text.contains("Số tiền bằng chữ: .....") && !text.contains("Không đồng"), "{text}");
}

#[test]
fn a_budget_does_not_count_short_while_some_are_in_no_cluster() {
    let mut dossier = presented(20);
    dossier.delegates[3].cluster = None;
    let documents = |dossier: &Dossier| {
        let made = made(PaperKind::Budget, dossier, &Options::default());
        let lines = budget_lines(&read(&made.pdf));
        let line = lines.into_iter().find(|line| line.0 == "Tài liệu").expect("the line");
        (line.1, missing(&made, Fact::Quantities))
    };
    assert_eq!(documents(&dossier), (String::new(), true));
    for cluster in &mut dossier.clusters {
        cluster.details.expected = Some(10);
    }
    assert_eq!(documents(&dossier), ("20".to_owned(), false));
}

#[test]
fn a_budget_is_summed_by_group_and_whole_in_every_form() {
    let dossier = presented(40);
    let mut options = Options::default();
    options.budget.words.source = "Kinh phí hoạt động năm 2020".into();
    let prices = [
        (Expense::Allowance, 100_000),
        (Expense::Water, 20_000),
        (Expense::Documents, 15_500),
        (Expense::Presenters, 600_000),
        (Expense::Venue, 0),
        (Expense::Travel, 0),
        (Expense::Decoration, 1_000_000),
        (Expense::Certificates, 0),
        (Expense::Stationery, 500_000),
    ];
    options.budget.words.prices = prices.into();
    let made = made(PaperKind::Budget, &dossier, &options);
    assert!(!missing(&made, Fact::Prices), "{:?}", made.findings);
    let pages = read(&made.pdf);
    let lines = budget_lines(&pages);
    assert_eq!(lines.len(), 6, "what costs nothing is left out: {lines:?}");
    for line in &lines {
        assert_eq!(amount(&line.1) * amount(&line.2), amount(&line.3), "{line:?}");
    }
    let groups = [
        ("I. Chi cho đại biểu", 40 * 3 * 100_000 + 40 * 3 * 20_000 + 40 * 15_500),
        ("II. Chi cho báo cáo viên", 6 * 600_000),
        ("III. Chi tổ chức", 2 * 1_000_000 + 500_000),
    ];
    let whole: u64 = groups.iter().map(|group| group.1).sum();
    let all: Vec<TableRow> = pages.iter().flat_map(rows).collect();
    for (name, sum) in groups.into_iter().chain([("Tổng cộng", whole)]) {
        let row = all.iter().find(|row| row.cells[0] == name).unwrap_or_else(|| panic!("{name}: {all:?}"));
        assert_eq!(row.cells[1], grouped(sum), "{name}");
    }
    let text = words(&pages);
    assert!(text.contains("Nguồn kinh phí: Kinh phí hoạt động năm 2020."), "{text}");
    let in_words = taphuan::vietnamese::number::money_in_words(whole);
    assert!(text.contains(&format!("Số tiền bằng chữ: {in_words}.")), "{text}");

    // Word: the headings have the sums of their groups under the amounts.
    let file = make_as(Format::Docx, PaperKind::Budget, &dossier, &options).expect("a Word file");
    let lists = word_reader::read(file.bytes()).lists();
    let texts: Vec<Vec<String>> = lists[0].iter().map(|row| row.texts()).collect();
    for (name, sum) in groups.into_iter().chain([("Tổng cộng", whole)]) {
        let row = texts.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {texts:?}"));
        assert_eq!(row[1..], [grouped(sum), String::new()], "{name}");
    }
    // Excel: the same as numbers.
    let file = make_as(Format::Xlsx, PaperKind::Budget, &dossier, &options).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes())).expect("a workbook");
    let (_, sheet) = book.worksheets().into_iter().next().expect("a sheet");
    for (name, sum) in groups.into_iter().chain([("Tổng cộng", whole)]) {
        let row = sheet.rows().find(|row| row[0] == Data::String(name.into())).expect("the row");
        assert!(row.contains(&Data::Float(sum as f64)), "{name}: {row:?}");
    }
}

#[test]
fn fees_are_taxed_from_two_million_on_and_three_columns_are_summed() {
    let dossier = presented(10);
    let mut options = Options::default();
    options.presenter_fees.words.rate = Some(600_000);
    options.presenter_fees.words.rates.insert("Trần Thị Bình".into(), 999_999);
    let made = made(PaperKind::PresenterFees, &dossier, &options);
    assert_eq!(made.findings, [Finding::Missing(Fact::IssueDate)]);
    let pages = read(&made.pdf);
    let all: Vec<TableRow> = pages.iter().flat_map(rows).collect();
    let of = |name: &str| {
        &all.iter().find(|row| row.cells.get(1).is_some_and(|cell| cell == name)).expect(name).cells
    };
    // Two clusters: once in each, and twice in each.
    let first = ["1.999.998", "0%", "0", "1.999.998"];
    assert_eq!(of("Trần Thị Bình")[4..10], ["2", "999.999", first[0], first[1], first[2], first[3]]);
    let second = ["2.400.000", "10%", "240.000", "2.160.000"];
    assert_eq!(of("Nguyễn Văn Cường")[4..10], ["4", "600.000", second[0], second[1], second[2], second[3]]);
    assert_eq!(of("Nguyễn Văn Cường")[3], "Công tác giám sát; Phản biện xã hội");
    let total = all.iter().find(|row| row.cells[0] == "Tổng cộng").expect("the total");
    assert_eq!(total.cells[1..5], ["4.399.998", "", "240.000", "4.159.998"]);
    let text = words(&pages);
    assert!(text.contains("Thực nhận bằng chữ: Bốn triệu một trăm năm mươi chín nghìn"), "{text}");
    for title in ["NGƯỜI LẬP BIỂU", "KẾ TOÁN", "CHỦ TÀI KHOẢN"] {
        assert_eq!(text.matches(title).count(), 1);
    }

    options.presenter_fees.look.tax = Withholding::Nothing;
    let text = words(&self::pages(PaperKind::PresenterFees, &dossier, &options));
    assert!(text.contains("Số tiền bằng chữ: Bốn triệu ba trăm chín mươi chín nghìn"), "{text}");
    // One cluster has its own list.
    let mut one = Options::for_cluster(Some(dossier.clusters[0].id));
    one.presenter_fees.words.rate = Some(600_000);
    let text = words(&self::pages(PaperKind::PresenterFees, &dossier, &one));
    assert!(text.contains("Tổng cộng 1.800.000 0 1.800.000"), "{text}");
}

#[test]
fn fees_follow_what_was_given_and_else_say_that_they_follow_the_plan() {
    let mut dossier = presented(10);
    let mut options = Options::default();
    options.presenter_fees.words.rate = Some(600_000);
    let all = words(&pages(PaperKind::PresenterFees, &dossier, &options));
    assert_eq!(all.matches("heo kế hoạch").count(), 1, "once, for all of it: {all}");
    // Bình gave the first, somebody stood in for Cường once, one was not given, the rest nobody told of.
    let sittings = &mut dossier.clusters[0].sittings;
    sittings[0].items[0].given = vec![Some(Given::Given)];
    sittings[1].items[0].given = vec![Some(Given::By("Lê Thị Dung".into()))];
    sittings[2].items[0].given = vec![Some(Given::Not)];
    let made = made(PaperKind::PresenterFees, &dossier, &options);
    let pages = read(&made.pdf);
    let all: Vec<TableRow> = pages.iter().flat_map(rows).collect();
    let of = |name: &str| {
        &all.iter().find(|row| row.cells.get(1).is_some_and(|cell| cell == name)).expect(name).cells
    };
    assert_eq!(of("Trần Thị Bình")[3..5], ["Điều lệ Mặt trận (trong đó 01 buổi theo kế hoạch)", "2"]);
    assert_eq!(of("Lê Thị Dung")[3..5], ["Công tác giám sát", "1"]);
    assert_eq!(of("Nguyễn Văn Cường")[4], "2", "those of the other cluster");
    assert!(of("Nguyễn Văn Cường")[3].ends_with("(theo kế hoạch)"));
    // In a cluster of which all is told nothing is planned any more.
    let mut one = Options::for_cluster(Some(dossier.clusters[0].id));
    one.presenter_fees.words.rate = Some(600_000);
    let text = words(&self::pages(PaperKind::PresenterFees, &dossier, &one));
    assert!(!text.contains("heo kế hoạch") && !text.contains("Cường"), "{text}");
}

#[test]
fn no_presenter_is_lost_and_each_page_has_its_sums() {
    for count in [0, 1, 2, 23, 61] {
        let mut dossier = session(3, 1, 1);
        let name = |place: usize| format!("Báo cáo viên thứ {place}");
        dossier.clusters[0].sittings[0].items = items((0..count).map(|place| {
            let title = format!("Chuyên đề {place} {}", "về công tác Mặt trận ".repeat(place % 5));
            item(&title, vec![person(&name(place), &["Ủy viên Ban Thường vụ"])])
        }));
        let mut options = Options::default();
        options.presenter_fees.words.rate = Some(2_000_000);
        let made = made(PaperKind::PresenterFees, &dossier, &options);
        assert_eq!(missing(&made, Fact::Presenters), count == 0);
        let pages = read(&made.pdf);
        inside_margins(&pages);
        let mut names = Vec::new();
        let mut sums = [0; 3];
        for page in &pages {
            let all = rows(page);
            let listed: Vec<&TableRow> =
                all.iter().filter(|row| row.number().is_some() && !row.cells[1].is_empty()).collect();
            names.extend(listed.iter().map(|row| row.cells[1].clone()));
            let own =
                [6, 8, 9].map(|column| listed.iter().map(|row| amount(&row.cells[column])).sum::<u64>());
            for (sum, own) in sums.iter_mut().zip(own) {
                *sum += own;
            }
            if pages.len() > 1 && count > 0 {
                let said = all.iter().find(|row| row.heading() == Some("Cộng trang")).expect("its sums");
                assert_eq!([1, 3, 4].map(|place| said.cells[place].clone()), own.map(grouped), "{count}");
            }
        }
        assert_eq!(names, (0..count).map(name).collect::<Vec<_>>());
        if count > 0 {
            let last = rows(pages.last().expect("pages"));
            let whole = last.iter().find(|row| row.heading() == Some("Tổng cộng")).expect("the total");
            assert_eq!([1, 3, 4].map(|place| whole.cells[place].clone()), sums.map(grouped));
        }
    }
}

#[test]
fn several_people_under_one_name_are_paid_by_hand() {
    let mut dossier = presented(3);
    let all = Presenter::Collective("các thành viên Ban Thường trực".into());
    dossier.clusters[0].sittings[0].items[0].details.presenters = vec![all];
    dossier.topics = vec![Topic {
        title: "Chưa xếp buổi".into(),
        presenters: vec![person("Lê Văn Khác", &[])],
        ..Topic::default()
    }];
    let mut options = Options::default();
    options.presenter_fees.words.rate = Some(500_000);
    let made = made(PaperKind::PresenterFees, &dossier, &options);
    let name = "các thành viên Ban Thường trực".to_owned();
    assert!(made.findings.contains(&Finding::SeveralPresenters { name }));
    assert!(missing(&made, Fact::PresenterSittings));
    let all: Vec<TableRow> = read(&made.pdf).iter().flat_map(rows).collect();
    let of = |name: &str| {
        let row = all.iter().find(|row| row.cells.get(1).is_some_and(|cell| cell == name));
        row.unwrap_or_else(|| panic!("{name} in {all:?}")).cells[4..10].to_vec()
    };
    assert_eq!(of("Các thành viên Ban Thường trực"), ["1", "500.000", "", "", "", ""]);
    assert_eq!(of("Lê Văn Khác"), ["", "500.000", "", "", "", ""]);
    let total = all.iter().find(|row| row.cells[0] == "Tổng cộng").expect("the total");
    assert!(total.cells[1..].iter().all(String::is_empty), "{total:?}");
}

#[test]
fn each_unit_of_a_cluster_has_one_sign() {
    let mut dossier = session(40, 2, 1);
    dossier.clusters[0].details.serves = vec!["xã Tam Đại".into(), "Cơ quan Ủy ban MTTQ huyện".into()];
    let mut kept = dossier.delegates[0].clone();
    kept.state = DelegateState::Withdrawn;
    kept.details.unit_group = Some("Xã Không Còn".into());
    dossier.delegates[0] = kept;
    let pages = pages(PaperKind::UnitSigns, &dossier, &Options::default());
    let said: Vec<String> = pages.iter().map(|page| words(std::slice::from_ref(page))).collect();
    assert_eq!(said.len(), 12, "eleven communes and an office: {said:?}");
    assert_eq!(said.iter().filter(|one| *one == "XÃ TAM ĐẠI").count(), 1, "{said:?}");
    assert!(said.contains(&"CƠ QUAN ỦY BAN MTTQ HUYỆN".to_owned()), "{said:?}");
    assert!(!said.iter().any(|one| one.contains("KHÔNG CÒN")));
    for page in &pages {
        assert!(page.width > page.height);
        for run in &page.runs {
            assert!(run.size >= 40.0, "read from afar: {run:?}");
            assert!(run.x >= 15.0 * MM - 0.5 && run.right <= page.width - 15.0 * MM + 0.5, "{run:?}");
        }
    }
    dossier.delegates[1].details.unit_group = Some("Xã ".to_owned() + &"Tên Rất Dài ".repeat(20));
    let made = made(PaperKind::UnitSigns, &dossier, &Options::default());
    assert!(made.findings.iter().any(|one| matches!(one, Finding::UnitSmall { .. })), "{:?}", made.findings);
}

#[test]
fn dots_reach_the_margin_and_are_leaders_in_word() {
    let dossier = session(3, 1, 1);
    let pages = pages(PaperKind::Minutes, &dossier, &Options::default());
    let right = pages[0].width - 15.0 * MM;
    let dotted = pages.iter().flat_map(|page| &page.runs).filter(|run| run.text.ends_with("......"));
    let ends: Vec<f64> = dotted.map(|run| run.right).collect();
    assert!(ends.len() > 5 && ends.iter().all(|end| right - end < 4.0), "{ends:?}");
    let file = make_as(Format::Docx, PaperKind::Minutes, &dossier, &Options::default()).expect("a Word file");
    let xml = word_reader::read(file.bytes());
    let text = xml.part("word/document.xml").text();
    assert!(text.contains("Thư ký:") && !text.contains("....."), "{text}");
}
