//! What offices look for before they sign: who decides, whose day stands over a signature, what is dotted.

use crate::support::dossier::{certify_as_listed, day, session};
use crate::support::pdf_reader::read;
use crate::support::words::{pages, words};
use taphuan::domain::date::DateSpan;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::organisation::{HeadingProfile, Letterhead, Signatory};
use taphuan::domain::session::{Organiser, OrganiserRole};
use taphuan::domain::topic::Topic;
use taphuan::paper::invitation::Addressees;
use taphuan::paper::{Finding, Options, PaperKind, make};
use taphuan::sample::blueprints;

/// A session whose certificates another body issues, headed by a director.
fn certified_elsewhere() -> Dossier {
    let mut dossier = session(7, 1, 2);
    let form = dossier.certificate_form.as_mut().expect("a form");
    form.letterhead = Some(Letterhead {
        profile: HeadingProfile::Party,
        issuer: vec!["TRUNG TÂM CHÍNH TRỊ".into(), "HUYỆN PHÚ NINH".into()],
        ..Letterhead::default()
    });
    form.signatory = Signatory {
        authority: vec!["KT. GIÁM ĐỐC".into()],
        title: "PHÓ GIÁM ĐỐC".into(),
        ..Signatory::default()
    };
    dossier
}

#[test]
fn a_decision_of_another_body_rests_on_that_body() {
    let mut options = Options::default();
    options.recognition.words.number = "3".into();
    options.recognition.words.issued = Some(day(2020, 10, 9));
    let dossier = certified_elsewhere();
    let read = pages(PaperKind::Recognition, &dossier, &options);
    let said = words(&read);
    for part in [
        "* ĐẢNG CỘNG SẢN VIỆT NAM Số 03 ",
        "GIÁM ĐỐC TRUNG TÂM CHÍNH TRỊ HUYỆN PHÚ NINH Căn cứ chức năng, nhiệm vụ của Trung tâm Chính trị huyện Phú Ninh;",
        "Theo đề nghị của ………………………………………. QUYẾT ĐỊNH:",
        "Công nhận 07 (bảy) đại biểu",
        "chịu trách nhiệm thi hành Quyết định này./.",
        "(Kèm theo Quyết định số 03 ngày 09 tháng 10 năm 2020 của Giám đốc Trung tâm Chính trị huyện Phú Ninh)",
        "Danh sách có 07 (bảy) người./.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("Mặt trận Tổ quốc") && !said.contains("của Ủy ban"), "{said}");

    // One's own: the committee decides together.
    options.recognition.words.proposer = "Văn phòng".into();
    let own = words(&pages(PaperKind::Recognition, &session(60, 1, 2), &options));
    for part in [
        "Số: 03/QĐ-MTTQ-BTT",
        "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH Căn cứ chức năng",
        "Theo đề nghị của Văn phòng.",
        "của Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh)",
    ] {
        assert!(own.contains(part), "{part} in {own}");
    }
}

#[test]
fn the_list_of_a_decision_is_numbered_on_top() {
    let read = pages(PaperKind::Recognition, &session(90, 1, 2), &Options::default());
    let list: Vec<_> = read.iter().skip_while(|page| !page.text().contains("DANH SÁCH")).collect();
    assert!(list.len() > 1);
    for (page, number) in list.iter().zip(1..) {
        let on_top = page.runs.iter().filter(|run| run.baseline < 20.0 * 72.0 / 25.4);
        let on_top: Vec<&str> = on_top.map(|run| run.text.as_str()).collect();
        let wanted = if number == 1 { Vec::new() } else { vec![number.to_string()] };
        assert_eq!(on_top, wanted);
        assert!(!page.text().contains("Trang"));
    }
}

#[test]
fn lists_are_signed_on_the_last_day_or_by_hand() {
    let dossier = session(5, 1, 6);
    for kind in [PaperKind::SignInSheet, PaperKind::DocumentReceipt, PaperKind::AllowanceReceipt] {
        let said = words(&pages(kind, &dossier, &Options::default()));
        assert!(said.contains("Phú Ninh, ngày 27 tháng 9 năm 2020"), "{kind:?}: {said}");
    }
    let by_hand = "Phú Ninh, ngày …… tháng …… năm ………";
    let list = words(&pages(PaperKind::DelegateList, &dossier, &Options::default()));
    assert!(list.contains(by_hand), "a list of delegates is drawn up before: {list}");
    let mut options = Options::default();
    let kept = r#"{"dated":"ByHand"}"#;
    use taphuan::paper::stored_options::{OptionsPart, read as take};
    assert_eq!(take(PaperKind::SignInSheet, OptionsPart::Look, kept, &mut options), Ok(()));
    assert!(words(&pages(PaperKind::SignInSheet, &dossier, &options)).contains(by_hand));
}

#[test]
fn an_unknown_hall_is_dotted_and_the_only_cluster_has_no_name() {
    let mut dossier = session(5, 1, 2);
    dossier.clusters[0].details.venue = None;
    for kind in [PaperKind::SignInSheet, PaperKind::DelegateList, PaperKind::Programme] {
        let said = words(&pages(kind, &dossier, &Options::default()));
        assert!(said.contains("Tại ………………………………, ngày 25 tháng 9 năm 2020"), "{kind:?}: {said}");
        assert!(!said.contains("Cụm 1"), "{kind:?}: {said}");
    }
    let said = words(&pages(PaperKind::Invitations, &dossier, &Options::default()));
    assert!(said.contains("Địa điểm: ....."), "{said}");
    let mut several = session(6, 2, 2);
    several.clusters[0].details.venue = None;
    let said = words(&pages(PaperKind::Plan, &several, &Options::default()));
    assert!(said.contains("Cụm 1 ………………… 25/9/2020"), "{said}");
}

#[test]
fn minutes_say_when_they_began_and_where_they_are_kept() {
    let mut dossier = session(8, 1, 1);
    let read = pages(PaperKind::Minutes, &dossier, &Options::default());
    let said = words(&read);
    assert!(said.contains("1. Thời gian: …… giờ …… phút, sáng ngày 25 tháng 9 năm 2020"), "{said}");
    assert!(!said.contains("Phú Ninh, ngày"), "the text says when: {said}");
    let last = read.last().expect("pages").text();
    let places = ["THƯ KÝ", "Nơi nhận:", "Lưu: VT, hồ sơ."].map(|part| last.find(part).expect(part));
    assert!(places.is_sorted(), "{last}");
    dossier.clusters[0].sittings[0].starts = "07:30".parse().ok();
    let said = words(&pages(PaperKind::Minutes, &dossier, &Options::default()));
    assert!(said.contains("1. Thời gian: 07 giờ 30 phút, sáng ngày 25"), "{said}");
}

#[test]
fn a_report_goes_to_the_superior() {
    let mut dossier = session(8, 1, 1);
    dossier.letterhead.superior = vec!["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".into()];
    dossier.session.details.discussion = Some("Học viên đã trao đổi kỹ.".into());
    dossier.session.details.outcome = Some("Học viên đã trao đổi kỹ, nắm vững nhiệm vụ.".into());
    let said = words(&pages(PaperKind::Report, &dossier, &Options::default()));
    assert!(said.contains("Nơi nhận: - Ủy ban MTTQ Việt Nam tỉnh Quảng Nam (để báo cáo);"), "{said}");
    assert_eq!(said.matches("Học viên đã trao đổi kỹ").count(), 1, "once: {said}");
    // Who only takes part reports to those who hold it.
    dossier.organisers = vec![
        Organiser { role: OrganiserRole::Lead, name: "Ủy ban Trung ương MTTQ Việt Nam".into() },
        Organiser {
            role: OrganiserRole::RemoteSite, name: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".into()
        },
    ];
    let said = words(&pages(PaperKind::Report, &dossier, &Options::default()));
    assert!(said.contains("Nơi nhận: - Ủy ban Trung ương MTTQ Việt Nam (để báo cáo); - Lưu: VT."), "{said}");
}

#[test]
fn one_alone_is_no_list() {
    let mut dossier = session(5, 1, 2);
    dossier.topics = vec![Topic { title: "Công tác giám sát".into(), ..Topic::default() }];
    let guest =
        |name: &str| Guest::Person { honorific: None, name: name.into(), titles: Vec::new(), part: None };
    dossier.guests = vec![guest("Lê Thị Mẫu")];
    let said = words(&pages(PaperKind::Plan, &dossier, &Options::default()));
    assert!(said.contains("NỘI DUNG Công tác giám sát."), "{said}");
    assert!(said.contains("Khách mời Ông/Bà Lê Thị Mẫu."), "{said}");
}

#[test]
fn dates_that_contradict_each_other_are_told() {
    let mut dossier = session(5, 2, 2);
    let told = |kind, dossier: &Dossier| {
        let made = make(kind, dossier, &Options::default()).expect("a paper");
        made.findings
            .into_iter()
            .filter(|one| matches!(one, Finding::DatesDisagree { .. }))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(PaperKind::SignInSheet, &dossier), []);
    dossier.clusters[1].sittings[1].date = day(2020, 9, 28);
    dossier.session.details.dates = DateSpan::new(day(2020, 9, 26), day(2020, 10, 7)).ok();
    let disagree = |cluster: &str, printed: &str, outside: &str| Finding::DatesDisagree {
        cluster: cluster.into(),
        printed: printed.into(),
        outside: outside.into(),
    };
    let expected =
        [disagree("Cụm 1", "26/9–07/10/2020", "25/9/2020"), disagree("Cụm 2", "26/9/2020", "28/9/2020")];
    assert_eq!(told(PaperKind::SignInSheet, &dossier), expected);
    assert_eq!(told(PaperKind::Badges, &dossier), []);
}

#[test]
fn people_whose_sex_is_not_known_are_told() {
    let mut dossier = session(4, 1, 2);
    dossier.delegates[2].details.gender = None;
    certify_as_listed(&mut dossier);
    let first = dossier.delegates[2].details.full_name.clone();
    let open = Finding::HonorificOpen { people: 1, first };
    let mut options = Options::default();
    options.invitation.look.to = Addressees::Delegates;
    for kind in [PaperKind::Certificates, PaperKind::Invitations] {
        let made = make(kind, &dossier, &options).expect("a paper");
        assert!(made.findings.contains(&open), "{kind:?}: {:?}", made.findings);
        let said = words(&read(&made.pdf)).to_lowercase();
        assert!(said.contains("ông/bà"), "{said}");
    }
}

#[test]
fn the_signs_of_units_part_kind_and_name() {
    let mut dossier = session(4, 1, 2);
    for delegate in &mut dossier.delegates {
        delegate.details.unit = Some("XÃ TAM AN".into());
        delegate.details.unit_group = None;
    }
    dossier.delegates[3].details.unit = Some("Xã Tam An".into());
    let read = pages(PaperKind::UnitSigns, &dossier, &Options::default());
    assert_eq!(read.len(), 1);
    assert!(read[0].says("XÃ") && read[0].says("TAM AN"), "{}", read[0].text());
}

#[test]
fn the_certificates_of_the_samples_say_post_and_body_together() {
    for blueprint in blueprints().expect("samples") {
        let Some(certificates) = blueprint.certificates else { continue };
        let before = &certificates.template.words().expect("the form of before").before_name;
        assert!(!before.contains("Chức vụ") && !before.ends_with(':'), "the name follows: {before}");
    }
}
