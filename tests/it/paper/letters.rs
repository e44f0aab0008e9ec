//! The letters of a set before a session is held: công văn cử người dự, tờ trình, quyết định phê duyệt.

use crate::support::dossier::{day, items, session};
use crate::support::pdf_reader::ReadPage;
use crate::support::store::step;
use crate::support::table::rows;
use crate::support::word_reader;
use crate::support::words::{inside_margins, pages, words};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::organisation::Letterhead;
use taphuan::domain::programme::{ItemKind, ProgrammeItem};
use taphuan::domain::session::{AudienceGroup, Organiser, OrganiserRole};
use taphuan::domain::topic::Topic;
use taphuan::paper::approval::Approves;
use taphuan::paper::budget::Expense;
use taphuan::paper::secondment::SentTo;
use taphuan::paper::{Fact, Finding, Format, Options, PaperKind, make, make_as};
use taphuan::sample;
use taphuan::store::Store;

const KINDS: [PaperKind; 3] = [PaperKind::Secondment, PaperKind::Submission, PaperKind::Approval];

fn organiser(role: OrganiserRole, name: &str) -> Organiser {
    Organiser { role, name: name.into() }
}

fn group(label: &str, count: u32) -> AudienceGroup {
    AudienceGroup { label: label.into(), count: Some(count), approximate: false, total: false }
}

/// A session of three clusters of which everything is known.
fn whole() -> Dossier {
    let mut dossier = session(44, 3, 2);
    dossier.letterhead.superior = vec!["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".into()];
    let details = &mut dossier.session.details;
    details.plan_number = Some("45".into());
    details.context = Some("Công tác Mặt trận ở cơ sở có nhiều chuyển biến.".into());
    details.purpose = Some("Nâng cao nghiệp vụ công tác Mặt trận.".into());
    dossier.organisers =
        vec![organiser(OrganiserRole::Lead, "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh")];
    dossier.audience = vec![group("Trưởng ban CTMT", 30), group("Tổ trưởng Tổ đoàn kết", 14)];
    let title = |title: &str| Topic { title: title.into(), ..Topic::default() };
    dossier.topics = vec![title("Công tác giám sát"), title("Tổ đoàn kết ở khu dân cư")];
    let serves: [&[&str]; 3] = [
        &["Xã Tam Đại", "Xã Tam An", "Xã Tam Dân", "Xã Tam Đàn"],
        &["Xã Tam Lãnh", "Xã Tam Lộc", "Xã Tam Phước", "Xã Tam Thái"],
        &["Xã Tam Thành", "Xã Tam Vinh", "Thị trấn Phú Thịnh"],
    ];
    for (cluster, units) in dossier.clusters.iter_mut().zip(serves) {
        cluster.details.serves = units.iter().map(|&unit| unit.into()).collect();
    }
    dossier
}

/// Everything that can be typed, typed.
fn typed() -> Options {
    let mut options = Options::default();
    let issued = Some(day(2020, 9, 5));
    let asked = &mut options.secondment.words;
    (asked.number, asked.issued, asked.deadline) = ("46".into(), issued, Some(day(2020, 9, 15)));
    asked.contact = "bà Lê Thị Mẫu, văn phòng".into();
    asked.bring = "sổ, bút".into();
    let submission = &mut options.submission.words;
    (submission.number, submission.issued) = ("12".into(), issued);
    let approval = &mut options.approval.words;
    (approval.number, approval.issued) = ("90".into(), issued);
    options.plan.words.issued = issued;
    options.budget.words.source = "ngân sách huyện năm 2020".into();
    options.budget.words.prices = Expense::ALL.into_iter().map(|one| (one, 0)).collect();
    options.budget.words.prices.insert(Expense::Stationery, 45_000_000);
    options
}

fn said(kind: PaperKind, dossier: &Dossier, options: &Options) -> String {
    let pages = pages(kind, dossier, options);
    inside_margins(&pages);
    words(&pages)
}

fn findings(kind: PaperKind, dossier: &Dossier, options: &Options) -> Vec<Finding> {
    make(kind, dossier, options).expect("a paper").findings
}

/// Each of the words stands behind the one before it.
fn in_order(said: &str, all: &[&str]) {
    let mut rest = said;
    for words in all {
        let at = rest.find(words);
        let at = at.unwrap_or_else(|| panic!("{words:?} is missing, or before its place, in {rest}"));
        rest = &rest[at + words.len()..];
    }
}

#[test]
fn a_dispatch_says_what_it_is_about_under_its_number_and_has_no_title() {
    let (dossier, options) = (whole(), typed());
    let pages = pages(PaperKind::Secondment, &dossier, &options);
    assert_eq!(findings(PaperKind::Secondment, &dossier, &options), []);
    let first = &pages[0];
    let number = first.find("Số: 46/MTTQ-BTT").expect("its number");
    let about = first.runs.iter().find(|run| run.text.starts_with("V/v cử đại biểu dự")).expect("V/v");
    assert!(about.baseline > number.baseline && about.baseline < number.baseline + 20.0);
    let middle = |x: f64, right: f64| (x + right) / 2.0;
    let beside = middle(about.x, about.right) - middle(number.x, number.right);
    assert!(beside.abs() < 2.0, "centred under the number: {beside}");
    assert!((12.0..=13.1).contains(&about.size), "{}", about.size);
    assert!(!first.text().contains("CÔNG VĂN"));
    in_order(
        &words(&pages),
        &[
            "Phú Ninh, ngày 05 tháng 9 năm 2020",
            "Kính gửi: - Ủy ban MTTQ Việt Nam các xã: Tam Đại, Tam An, Tam Dân, Tam Đàn, Tam Lãnh, Tam Lộc, Tam \
             Phước, Tam Thái, Tam Thành, Tam Vinh; - Ủy ban MTTQ Việt Nam thị trấn Phú Thịnh.",
            "Thực hiện Kế hoạch số 45/KH-MTTQ-BTT, Ban Thường trực",
            "Đề nghị các cơ quan, đơn vị cử đại biểu tham dự, cụ thể như sau:",
            "1. Thời gian, địa điểm: từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020; chia thành 03 cụm",
            "Nhà văn hóa xã Tam An",
            "2. Nội dung: có chương trình kèm theo.",
            "3. Thành phần, số lượng: - Trưởng ban CTMT: 30 người; - Tổ trưởng Tổ đoàn kết: 14 người.",
            "Số lượng của từng đơn vị như sau:",
            "4. Mang theo: sổ, bút.",
            "5. Kinh phí: chế độ của người dự thực hiện theo quy định hiện hành.",
            "lập theo mẫu gửi kèm, gửi về Ủy ban MTTQ Việt Nam huyện Phú Ninh trước ngày 15 tháng 9 năm 2020",
            "Thông tin liên hệ: bà Lê Thị Mẫu, văn phòng.",
            "phối hợp thực hiện./.",
            "Nơi nhận:",
            "TM. BAN THƯỜNG TRỰC",
        ],
    );
    let table: Vec<Vec<String>> = pages.iter().flat_map(rows).map(|row| row.cells).collect();
    let last = table.iter().find(|row| row.iter().any(|cell| cell == "Thị trấn Phú Thịnh")).expect("a row");
    assert_eq!(last[1..], ["Thị trấn Phú Thịnh", "Cụm 3", "04"]);
}

#[test]
fn each_unit_gets_a_letter_of_its_own_with_its_cluster_and_its_number() {
    let (mut dossier, mut options) = (whole(), typed());
    options.secondment.look.to = SentTo::Units;
    let pages = pages(PaperKind::Secondment, &dossier, &options);
    let letters: Vec<&ReadPage> = pages.iter().filter(|page| page.text().contains("Kính gửi")).collect();
    assert_eq!(letters.len(), 11);
    let to_town = words(&pages[pages.len() - 1..]);
    in_order(
        &to_town,
        &[
            "Kính gửi: Ủy ban MTTQ Việt Nam thị trấn Phú Thịnh.",
            "Đề nghị quý cơ quan cử",
            "Địa điểm: Nhà văn hóa xã Tam Dân.",
            "Thành phần: - Trưởng ban CTMT; - Tổ trưởng Tổ đoàn kết.",
            "Số lượng: 04 đại biểu.",
        ],
    );
    assert!(!to_town.contains("Cụm 1") && !to_town.contains("30 người"), "the numbers of all are not theirs");
    assert_eq!(findings(PaperKind::Secondment, &dossier, &options), []);

    dossier.delegates.clear();
    let open = findings(PaperKind::Secondment, &dossier, &options);
    assert_eq!(open, [Finding::Missing(Fact::UnitNumbers)]);
    assert!(said(PaperKind::Secondment, &dossier, &options).contains("Số lượng: ....."));
}

#[test]
fn an_office_writes_to_what_lies_in_its_place_and_never_to_itself() {
    let mut dossier = whole();
    dossier.organisation = "Ủy ban MTTQ Việt Nam xã Tam Đại".into();
    dossier.delegates.retain(|one| one.details.unit_group.as_deref() == Some("Xã Tam Đại"));
    dossier.clusters.truncate(1);
    dossier.clusters[0].details.serves = vec!["Xã Tam Đại".into()];
    let own = dossier.delegates[0].clone();
    for (one, unit) in dossier.delegates.iter_mut().zip(["UBMTTQ xã Tam Đại", "Hội Nông dân xã Tam Đại"])
    {
        one.details.unit = Some(unit.into());
    }
    dossier.delegates.push(own);
    let letter = said(PaperKind::Secondment, &dossier, &typed());
    let to = &letter[letter.find("Kính gửi").expect("to whom")..letter.find("Thực hiện").expect("the text")];
    assert!(!to.contains("Ủy ban MTTQ Việt Nam xã Tam Đại") && !to.contains("UBMTTQ"), "{to}");
    assert!(to.contains("Hội Nông dân xã Tam Đại"), "{to}");
    assert!(to.contains("Ban Công tác Mặt trận"), "{to}");

    // Whoever is typed gets it in any case.
    let mut options = typed();
    options.secondment.words.addressees = "Đảng ủy xã Tam Đại; Ủy ban nhân dân xã".into();
    let letter = said(PaperKind::Secondment, &dossier, &options);
    assert!(letter.contains("Kính gửi: - Đảng ủy xã Tam Đại; - Ủy ban nhân dân xã."), "{letter}");
}

#[test]
fn a_letter_of_one_cluster_tells_that_cluster_alone() {
    let (dossier, mut options) = (whole(), typed());
    options.cluster = Some(dossier.clusters[1].id);
    let letter = said(PaperKind::Secondment, &dossier, &options);
    assert!(letter.contains("các xã: Tam Lãnh, Tam Lộc, Tam Phước, Tam Thái."), "{letter}");
    assert!(
        letter.contains("Địa điểm: Nhà văn hóa xã Tam An.") && !letter.contains("xã Tam Dân"),
        "{letter}"
    );
    assert!(letter.contains("Số lượng: 16 đại biểu."), "{letter}");
}

#[test]
fn a_submission_tells_need_content_and_cost_and_to_whom() {
    let (dossier, options) = (whole(), typed());
    assert_eq!(findings(PaperKind::Submission, &dossier, &options), []);
    in_order(
        &said(PaperKind::Submission, &dossier, &options),
        &[
            "Số: 12/TTr-MTTQ-BTT",
            "TỜ TRÌNH",
            "Về việc phê duyệt kế hoạch và kinh phí tổ chức Hội nghị tập huấn",
            "Kính gửi: Ủy ban MTTQ Việt Nam tỉnh Quảng Nam.",
            "Căn cứ chức năng, nhiệm vụ của Ủy ban MTTQ Việt Nam huyện Phú Ninh;",
            "Căn cứ Kế hoạch số 45/KH-MTTQ-BTT ngày 05 tháng 9 năm 2020 của Ban Thường trực",
            "I. SỰ CẦN THIẾT",
            "có nhiều chuyển biến. Nâng cao nghiệp vụ công tác Mặt trận.",
            "II. NỘI DUNG KẾ HOẠCH",
            "1. Thời gian, địa điểm: từ ngày 25",
            "3. Nội dung: - Công tác giám sát; - Tổ đoàn kết ở khu dân cư.",
            "III. KINH PHÍ",
            "Tổng kinh phí dự kiến (có dự toán kèm theo): 45.000.000 đồng (Bằng chữ: Bốn mươi lăm triệu đồng).",
            "Nguồn kinh phí: ngân sách huyện năm 2020.",
            "kính trình Ủy ban MTTQ Việt Nam tỉnh Quảng Nam xem xét, phê duyệt",
            "Nơi nhận: - Như trên;",
        ],
    );
    let mut other = typed();
    other.submission.words.addressee = "Ủy ban nhân dân huyện Phú Ninh".into();
    other.submission.words.grounds = "Căn cứ Công văn số 3/UBND; Căn cứ dự toán được giao".into();
    other.budget.words.prices.remove(&Expense::Stationery);
    let letter = said(PaperKind::Submission, &dossier, &other);
    assert!(letter.contains("Kính gửi: Ủy ban nhân dân huyện Phú Ninh."), "{letter}");
    assert!(letter.contains("Căn cứ Công văn số 3/UBND; Căn cứ dự toán được giao."), "{letter}");
    assert!(
        letter.contains("kèm theo): .....") && !letter.contains("45.000.000"),
        "no sum is made up: {letter}"
    );
    assert_eq!(findings(PaperKind::Submission, &dossier, &other), [Finding::Missing(Fact::Cost)]);
}

#[test]
fn a_decision_of_the_own_office_answers_the_submission() {
    let (dossier, options) = (whole(), typed());
    assert_eq!(findings(PaperKind::Approval, &dossier, &options), []);
    in_order(
        &said(PaperKind::Approval, &dossier, &options),
        &[
            "Số: 90/QĐ-MTTQ-BTT",
            "QUYẾT ĐỊNH",
            "Về việc phê duyệt kế hoạch và dự toán kinh phí tổ chức Hội nghị",
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH",
            "Căn cứ chức năng, nhiệm vụ của Ủy ban MTTQ Việt Nam huyện Phú Ninh;",
            "Xét Tờ trình số 12/TTr-MTTQ-BTT ngày 05 tháng 9 năm 2020 của ....",
            "QUYẾT ĐỊNH:",
            "Điều 1. Phê duyệt Kế hoạch số 45/KH-MTTQ-BTT tổ chức",
            "1. Thời gian, địa điểm",
            "Điều 2. Phê duyệt dự toán kinh phí (có dự toán chi tiết kèm theo) với tổng số tiền: 45.000.000 đồng",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
            "thi hành Quyết định này./.",
            "- Như Điều 3; - Lưu: VT.",
            "TM. BAN THƯỜNG TRỰC",
            "Nguyễn Văn An",
        ],
    );
    let mut look = typed();
    look.approval.look.approves = Approves::Plan;
    let plan = said(PaperKind::Approval, &dossier, &look);
    assert!(plan.contains("Điều 2. Giao Ủy ban MTTQ Việt Nam huyện Phú Ninh chủ trì"), "{plan}");
    assert!(!plan.contains("kinh phí"), "{plan}");
    look.approval.look.approves = Approves::Budget;
    let budget = said(PaperKind::Approval, &dossier, &look);
    assert!(budget.contains("Điều 1. Phê duyệt dự toán kinh phí tổ chức Hội nghị"), "{budget}");
    assert!(!budget.contains("Thời gian"), "{budget}");
}

#[test]
fn a_decision_of_another_body_has_its_head_its_grounds_and_its_signer() {
    let (dossier, mut options) = (whole(), typed());
    options.approval.words.authority = "Chủ tịch Ủy ban nhân dân xã Tam Đại".into();
    options.approval.words.signer = "Trần Văn Mẫu".into();
    options.approval.words.number = "7/QĐ-UBND".into();
    let pages = pages(PaperKind::Approval, &dossier, &options);
    let decision = words(&pages);
    in_order(
        &decision,
        &[
            "ỦY BAN NHÂN DÂN XÃ TAM ĐẠI",
            "/QĐ-UBND",
            "Tam Đại, ngày 05 tháng 9 năm 2020",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TAM ĐẠI",
            "Căn cứ chức năng, nhiệm vụ của Ủy ban nhân dân xã Tam Đại;",
            "Xét Tờ trình số 12/TTr-MTTQ-BTT ngày 05 tháng 9 năm 2020 của Ban Thường trực Ủy ban MTTQ Việt Nam huyện \
             Phú Ninh.",
            "- Như Điều 3; - Ủy ban MTTQ Việt Nam huyện Phú Ninh; - Lưu: VT.",
            "CHỦ TỊCH",
            "Trần Văn Mẫu",
        ],
    );
    assert!(!decision.contains("TM. BAN THƯỜNG TRỰC") && !decision.contains("Nguyễn Văn An"), "{decision}");
    assert!(!pages[0].text().contains("BAN THƯỜNG TRỰC"), "not the head of who asks");
}

/// Of a session nothing is known.
fn nothing() -> Dossier {
    let mut dossier = session(0, 0, 0);
    dossier.session.details.dates = None;
    dossier.session.details.title_in_text = None;
    dossier.signatory = None;
    dossier.letterhead = Letterhead::default();
    dossier
}

#[test]
fn what_is_not_known_is_dots_and_is_told() {
    let dossier = nothing();
    let missing = |kind| findings(kind, &dossier, &Options::default());
    let all = |facts: &[Fact]| facts.iter().copied().map(Finding::Missing).collect::<Vec<_>>();
    let common = [Fact::LetterNumber, Fact::IssueDate];
    let own = [Fact::Addressee, Fact::Dates, Fact::Venue, Fact::Topics, Fact::Audience, Fact::Bring];
    let asked = [&common[..], &own, &[Fact::Deadline, Fact::Contact, Fact::Signatory]].concat();
    let found = missing(PaperKind::Secondment);
    assert!(asked.iter().all(|fact| found.contains(&Finding::Missing(*fact))), "{found:?}");
    assert_eq!(found.len(), asked.len(), "{found:?}");
    let rest =
        [Fact::Addressee, Fact::Need, Fact::Dates, Fact::Venue, Fact::Audience, Fact::Topics, Fact::Cost];
    let submitted = [&common[..], &rest, &[Fact::MoneySource, Fact::Signatory]].concat();
    assert_eq!(missing(PaperKind::Submission), all(&submitted));
    let facts = [Fact::SubmissionNumber, Fact::Dates, Fact::Venue, Fact::Audience, Fact::Topics, Fact::Cost];
    let approved = [&common[..], &facts, &[Fact::MoneySource, Fact::Signatory]].concat();
    assert_eq!(missing(PaperKind::Approval), all(&approved));
    for kind in KINDS {
        let letter = said(kind, &dossier, &Options::default());
        for label in
            ["Số: …", "…………, ngày …… tháng …… năm", "Thời gian: ...", "Địa điểm: ...", "Nội dung: ..."]
        {
            assert!(letter.contains(label), "{kind:?}: {label} in {letter}");
        }
        let undotted: Vec<&str> = letter.split("..").map(|part| part.trim_matches('.')).collect();
        for wrong in ["{", " ,", " .", "None"] {
            assert!(!undotted.join("…").contains(wrong), "{kind:?}: {wrong:?} in {letter}");
        }
    }
    let asked = said(PaperKind::Secondment, &dossier, &Options::default());
    assert!(asked.contains("Kính gửi: ……") && asked.contains("trước ngày …… tháng"), "{asked}");
}

/// Takes one fact out of a session.
type Without = fn(&mut Dossier, &mut Options);

#[test]
fn each_fact_that_is_taken_away_is_dots_and_told_and_the_others_stay() {
    let venues: Without = |dossier, _| dossier.clusters.iter_mut().for_each(|one| one.details.venue = None);
    let dates: Without = |dossier, _| {
        dossier.session.details.dates = None;
        dossier.clusters.iter_mut().for_each(|one| {
            one.details.dates = None;
            one.sittings.clear();
        });
    };
    let all: [(Fact, Without, &[PaperKind]); 8] = [
        (Fact::Venue, venues, &KINDS),
        (Fact::Dates, dates, &KINDS),
        (Fact::Topics, |dossier, _| dossier.topics.clear(), &KINDS),
        (Fact::Signatory, |dossier, _| dossier.signatory = None, &KINDS),
        (Fact::Bring, |_, options| options.secondment.words.bring.clear(), &KINDS[..1]),
        (Fact::Deadline, |_, options| options.secondment.words.deadline = None, &KINDS[..1]),
        (Fact::MoneySource, |_, options| options.budget.words.source.clear(), &KINDS[1..]),
        (Fact::Cost, |_, options| options.budget.words.prices.clear(), &KINDS[1..]),
    ];
    for (fact, without, kinds) in all {
        for kind in KINDS {
            let (mut dossier, mut options) = (whole(), typed());
            without(&mut dossier, &mut options);
            let expected: Vec<Finding> =
                if kinds.contains(&kind) { vec![Finding::Missing(fact)] } else { vec![] };
            assert_eq!(findings(kind, &dossier, &options), expected, "{kind:?} without {fact:?}");
            said(kind, &dossier, &options);
        }
    }
}

#[test]
fn the_only_cluster_is_not_named_and_nothing_is_said_twice() {
    let mut dossier = whole();
    dossier.clusters.truncate(1);
    dossier.clusters[0].details.name = "Lớp số một".into();
    for one in &mut dossier.delegates {
        one.cluster = Some(dossier.clusters[0].id);
    }
    for kind in KINDS {
        let letter = said(kind, &dossier, &typed());
        assert!(!letter.contains("Lớp số một"), "{kind:?}: {letter}");
        for once in ["Thời gian", "Địa điểm", "Nhà văn hóa xã Tam Đại", "Trưởng ban CTMT", "Thành phần"]
        {
            assert_eq!(letter.matches(once).count(), 1, "{kind:?}: {once} in {letter}");
        }
    }
}

#[test]
fn letters_end_with_lines_of_text_over_the_signature() {
    for length in 0..30 {
        let mut dossier = whole();
        dossier.session.details.purpose = Some("Nâng cao nhận thức của cán bộ. ".repeat(length * 4 + 1));
        let topic = |place| Topic { title: format!("Chuyên đề thứ {place}"), ..Topic::default() };
        dossier.topics = (0..length).map(topic).collect();
        for kind in KINDS {
            let pages = pages(kind, &dossier, &typed());
            inside_margins(&pages);
            let end = words(&pages[pages.len() - 1..]);
            assert!(end.contains("./.") && end.contains("Nguyễn Văn An"), "{kind:?} {length}: {end}");
        }
    }
}

#[test]
fn a_dispatch_as_a_word_file_has_the_same_head() {
    let made = make_as(Format::Docx, PaperKind::Secondment, &whole(), &typed()).expect("a file");
    let lines = word_reader::read(made.bytes()).lines();
    let number = lines.iter().position(|line| line == "Số: 46/MTTQ-BTT").expect("its number");
    assert!(lines[number + 1].starts_with("V/v cử đại biểu dự Hội nghị"), "{lines:?}");
    let made = make_as(Format::Docx, PaperKind::Submission, &whole(), &typed()).expect("a file");
    let lines = word_reader::read(made.bytes()).lines();
    assert!(lines.iter().any(|line| line == "Kính gửi: Ủy ban MTTQ Việt Nam tỉnh Quảng Nam."), "{lines:?}");
}

#[test]
fn the_samples_have_letters_without_a_word_typed() {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("mẫu.taphuan")).expect("made");
    let ids = store.plant(step("sample"), sample::blueprints().expect("samples")).wait().expect("planted");
    let all: Vec<Dossier> = ids.into_iter().map(|id| store.dossier(id).wait().expect("dossier")).collect();
    let letters = |kind| all.iter().map(|one| said(kind, one, &Options::default())).collect::<Vec<_>>();
    let asked = letters(PaperKind::Secondment);
    for (letter, to) in asked.iter().zip([
        "Ủy ban MTTQ Việt Nam các xã: Tam Đại,",
        "Ủy ban MTTQ Việt Nam các huyện: Can Lộc,",
        "Ủy ban MTTQ Việt Nam các phường: Châu Văn Liêm,",
        "Ủy ban MTTQ Việt Nam các phường: Bưởi,",
        "Ban Công tác Mặt trận các thôn:",
    ]) {
        assert!(letter.contains(to), "{to} in {letter}");
    }
    assert!(!asked[3].contains("quận Tây Hồ; -"), "nobody writes to themselves");
    let of_several = asked[0].matches("Tổng cộng").count();
    assert_eq!((of_several, asked[4].matches("Tổng cộng").count()), (2, 0), "the office itself is in no sum");
    for (letter, to) in letters(PaperKind::Submission).iter().zip([
        "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam.",
        "Ủy ban Trung ương MTTQ Việt Nam.",
        "Ủy ban MTTQ Việt Nam thành phố Cần Thơ.",
        "Ủy ban MTTQ Việt Nam thành phố Hà Nội.",
        "Ủy ban MTTQ Việt Nam huyện Phú Ninh.",
    ]) {
        assert!(letter.contains(&format!("Kính gửi: {to}")), "{to} in {letter}");
    }
    for letter in letters(PaperKind::Approval) {
        assert!(letter.contains("Điều 3.") && letter.contains("./."), "{letter}");
    }
}

#[test]
fn an_item_of_the_programme_is_content_where_there_is_no_curriculum() {
    let mut dossier = whole();
    dossier.topics.clear();
    let item = ProgrammeItem {
        kind: ItemKind::Topic,
        title: "Công tác hòa giải".into(),
        minutes: None,
        presenters: Vec::new(),
    };
    dossier.clusters[0].sittings[0].items = items([item]);
    assert!(said(PaperKind::Submission, &dossier, &typed()).contains("Nội dung: Công tác hòa giải."));
}
