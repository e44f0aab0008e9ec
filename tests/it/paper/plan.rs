//! Kế hoạch as it is read back from the file.

use crate::support::dossier::session;
use crate::support::pdf_reader::ReadPage;
use crate::support::table::rows;
use crate::support::words::{inside_margins, pages, words};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::organisation::HeadingProfile;
use taphuan::domain::session::{AudienceGroup, Organiser, OrganiserRole, SessionForm};
use taphuan::domain::topic::Topic;
use taphuan::paper::{Fact, Finding, Options, PaperKind, make};

fn plan(dossier: &Dossier) -> Vec<ReadPage> {
    pages(PaperKind::Plan, dossier, &Options::default())
}

fn findings(dossier: &Dossier) -> Vec<Finding> {
    make(PaperKind::Plan, dossier, &Options::default()).expect("a plan").findings
}

fn group(label: &str, count: impl Into<Option<u32>>, approximate: bool, total: bool) -> AudienceGroup {
    AudienceGroup { label: label.into(), count: count.into(), approximate, total }
}

/// A session of which everything is known.
fn whole() -> Dossier {
    let mut dossier = session(40, 3, 2);
    let details = &mut dossier.session.details;
    details.plan_number = Some("45/KH-MTTQ-BTT".into());
    details.context = Some("Thời gian qua, công tác Mặt trận có nhiều chuyển biến.".into());
    details.purpose = Some("Nâng cao nghiệp vụ.\n- Đúng thành phần\n- Tiết kiệm".into());
    details.slogan = Some("Đoàn kết là sức mạnh!".into());
    dossier.organisers = vec![
        Organiser {
            role: OrganiserRole::Lead,
            name: "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh".into(),
        },
        Organiser { role: OrganiserRole::Partner, name: "Trung tâm Chính trị huyện".into() },
        Organiser { role: OrganiserRole::Certifier, name: "Trung tâm Chính trị huyện".into() },
    ];
    dossier.audience = vec![group("Trưởng ban CTMT", 30, false, false), group("Tổ trưởng", 10, true, false)];
    dossier.guests = vec![
        Guest::Person {
            honorific: Some("bà".into()),
            name: "Lê Thị Mẫu".into(),
            titles: vec!["UVTV".into(), "Trưởng ban Tuyên giáo".into(), "Giám đốc".into()],
            part: Some("phát biểu".into()),
        },
        Guest::Group { label: "đại diện các ban ngành".into() },
    ];
    dossier.topics = vec![
        Topic { title: "Công tác giám sát".into(), ..Topic::default() },
        Topic { title: "Tổ đoàn kết".into(), ..Topic::default() },
    ];
    for (cluster, commune) in
        dossier.clusters.iter_mut().zip(["Xã Tam Đại", "Xã Tam An", "Thị trấn Phú Thịnh"])
    {
        cluster.details.serves = vec![commune.into()];
    }
    dossier
}

#[test]
fn everything_that_is_known_stands_under_its_heading_in_order() {
    let mut options = Options::default();
    options.plan.words.issued = "2020-09-05".parse().ok();
    let made = make(PaperKind::Plan, &whole(), &options).expect("a plan");
    assert_eq!(made.findings, [], "nothing is missing");
    let said = words(&crate::support::pdf_reader::read(&made.pdf));
    let mut rest = said.as_str();
    for words in [
        "Số: 45/KH-MTTQ-BTT",
        "Phú Ninh, ngày 05 tháng 9 năm 2020",
        "KẾ HOẠCH",
        "Tổ chức Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
        "Thời gian qua, công tác Mặt trận có nhiều chuyển biến.",
        "huyện Phú Ninh phối hợp với Trung tâm Chính trị huyện xây dựng Kế hoạch tổ chức",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Nâng cao nghiệp vụ. - Đúng thành phần - Tiết kiệm",
        "II. NỘI DUNG",
        "1. Công tác giám sát. 2. Tổ đoàn kết.",
        "III. THÀNH PHẦN, SỐ LƯỢNG",
        "1. Đại biểu - Trưởng ban CTMT: 30 người; - Tổ trưởng: khoảng 10 người. Tổng số: khoảng 40 người.",
        "2. Khách mời - Bà Lê Thị Mẫu, UVTV, Trưởng ban Tuyên giáo, Giám đốc: phát biểu; - Đại diện các ban ngành.",
        "IV. THỜI GIAN, ĐỊA ĐIỂM",
        "1. Thời gian: từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020.",
        "Chia thành 03 cụm, cụ thể như sau:",
        "Xã Tam Đại",
        "V. TỔ CHỨC THỰC HIỆN",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh: chủ trì;",
        "- Trung tâm Chính trị huyện: phối hợp tổ chức, cấp giấy chứng nhận;",
        "“Đoàn kết là sức mạnh!”",
        "Nơi nhận: - Trung tâm Chính trị huyện; - Các thành phần tại mục III; - Lưu: VT.",
        "TM. BAN THƯỜNG TRỰC",
        "Nguyễn Văn An",
    ] {
        let at =
            rest.find(words).unwrap_or_else(|| panic!("{words} is missing, or before its place, in {rest}"));
        rest = &rest[at + words.len()..];
    }
}

#[test]
fn the_clusters_stand_in_a_table_with_their_total() {
    let dossier = whole();
    let pages = plan(&dossier);
    let table: Vec<Vec<String>> = pages.iter().flat_map(rows).map(|row| row.cells).collect();
    assert_eq!(table[0], ["Cụm", "Đơn vị tham dự", "Địa điểm", "Thời gian", "Số lượng"]);
    assert_eq!(table[1][..4], ["Cụm 1", "Xã Tam Đại", "Nhà văn hóa xã Tam Đại", "25/9/2020"]);
    assert_eq!(table[3][1], "Thị trấn Phú Thịnh");
    assert_eq!(table[4], ["Tổng cộng", "40"]);
}

#[test]
fn what_is_not_known_has_no_heading_and_is_told() {
    let mut dossier = session(0, 0, 0);
    dossier.session.details.dates = None;
    dossier.session.details.title_in_text = None;
    dossier.signatory = None;
    dossier.letterhead = Default::default();
    let pages = plan(&dossier);
    let said = words(&pages);
    for heading in ["MỤC ĐÍCH", "NỘI DUNG", "THÀNH PHẦN", "TỔ CHỨC THỰC HIỆN"] {
        assert!(!said.contains(heading), "{heading} in {said}");
    }
    for part in
        ["I. THỜI GIAN, ĐỊA ĐIỂM 1. Thời gian: .....", "2. Địa điểm: .....", "3. Hình thức: trực tiếp."]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(said.contains("Số: …………") && said.contains("…………, ngày …… tháng …… năm ………"), "{said}");
    let missing = [
        Fact::PlanNumber,
        Fact::IssueDate,
        Fact::Purpose,
        Fact::Topics,
        Fact::Audience,
        Fact::Dates,
        Fact::Venue,
        Fact::Signatory,
    ];
    assert_eq!(findings(&dossier), missing.map(Finding::Missing));
}

#[test]
fn a_number_is_made_whole_by_the_pattern() {
    let mut dossier = whole();
    for (entered, pattern, printed) in [
        ("45", "", "Số: 45/KH-MTTQ-BTT"),
        ("5", "", "Số: 05/KH-MTTQ-BTT"),
        ("45", "{so}-KH/BTT", "Số: 45-KH/BTT"),
        ("Số: 145/KH/BTT", "{so}-KH/BTT", "Số: 145/KH/BTT"),
        ("", "{so}-KH/BTT", "Số: ……-KH/BTT"),
        ("", "", "Số: ……/KH-MTTQ-BTT"),
    ] {
        dossier.session.details.plan_number = Some(entered.into());
        dossier.letterhead.numbers.plan = pattern.into();
        assert!(words(&plan(&dossier)).contains(printed), "{entered} {pattern}");
    }
    dossier.letterhead.issuer = vec!["TRUNG TÂM CHÍNH TRỊ".into()];
    dossier.session.details.plan_number = None;
    dossier.letterhead.numbers.plan = String::new();
    assert!(words(&plan(&dossier)).contains("Số: ………… "), "another body's symbol is not guessed");
}

#[test]
fn an_office_that_only_takes_part_plans_to_take_part() {
    let mut dossier = whole();
    dossier.session.details.form = SessionForm::Online;
    dossier.organisers = vec![
        Organiser { role: OrganiserRole::Lead, name: "Ủy ban Trung ương MTTQ Việt Nam".into() },
        Organiser {
            role: OrganiserRole::RemoteSite, name: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".into()
        },
    ];
    let said = words(&plan(&dossier));
    assert!(
        said.contains(
            "Ủy ban MTTQ Việt Nam huyện Phú Ninh xây dựng Kế hoạch tham gia Hội nghị tập huấn công tác Mặt \
             trận cơ sở năm 2020 do Ủy ban Trung ương MTTQ Việt Nam tổ chức"
        ),
        "{said}"
    );
    assert!(said.contains("Tham gia Hội nghị") && said.contains("03 điểm cầu"), "{said}");
}

#[test]
fn pages_are_numbered_on_top_from_the_second_on_and_the_party_has_its_sizes() {
    let mut dossier = whole();
    dossier.session.details.context = Some("Công tác Mặt trận ở cơ sở. ".repeat(150));
    dossier.letterhead.profile = HeadingProfile::Party;
    let pages = plan(&dossier);
    assert!(pages.len() > 2);
    assert!(!pages[0].text().contains("Trang") && !pages[0].says("1"));
    for (index, page) in pages.iter().enumerate().skip(1) {
        let number = page.find(&(index + 1).to_string()).expect("its number");
        let middle = (number.x + number.right) / 2.0;
        assert!((middle - (page.width + 15.0 * 72.0 / 25.4) / 2.0).abs() < 1.0, "in the middle of the text");
        assert!(number.baseline < 20.0 * 72.0 / 25.4 && (number.size - 13.0).abs() < 0.1);
    }
    let size = |text: &str| pages[0].find(text).expect(text).size;
    assert!((size("KẾ HOẠCH") - 16.0).abs() < 0.1);
    let (star, issuer) =
        (pages[0].find("*").expect("the star"), pages[0].find("BAN THƯỜNG TRỰC").expect("issuer"));
    assert!(star.baseline > issuer.baseline && star.baseline - issuer.baseline < 20.0);
    assert!(((star.x + star.right) / 2.0 - (issuer.x + issuer.right) / 2.0).abs() < 1.0, "under its middle");
    assert!((size("Số 45/KH-MTTQ-BTT") - 14.0).abs() < 0.1);
}

#[test]
fn long_plans_leave_no_heading_alone_and_the_signature_has_text_over_it() {
    for length in 0..40 {
        let mut dossier = whole();
        dossier.session.details.purpose =
            Some("Nâng cao nhận thức của cán bộ Mặt trận. ".repeat(length * 4 + 1));
        dossier.guests.truncate(length % 3);
        let pages = plan(&dossier);
        inside_margins(&pages);
        for page in &pages {
            let last = page.runs.iter().max_by(|a, b| a.baseline.total_cmp(&b.baseline)).expect("text");
            let heading = ["I.", "II.", "III.", "IV.", "V."]
                .iter()
                .any(|one| last.text.starts_with(&format!("{one} ")));
            assert!(!heading && !last.text.ends_with(':'), "{length}: {last:?} ends a page");
        }
        let end = words(&pages[pages.len() - 1..]);
        assert!(end.contains("năm 2020./.") && end.contains("Nguyễn Văn An"), "{length}: {end}");
    }
}
