//! Giấy mời and giấy triệu tập as they are read back from the file.

use crate::support::dossier::session;
use crate::support::table::rows;
use crate::support::words::{inside_margins, pages, words};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::id::ClusterId;
use taphuan::domain::session::AudienceGroup;
use taphuan::domain::topic::Topic;
use taphuan::paper::invitation::Addressees;
use taphuan::paper::{Fact, Finding, Options, PaperError, PaperKind, lay_out, make};

fn options(to: Addressees, summons: bool) -> Options {
    let mut options = Options::default();
    options.invitation.look.to = to;
    options.invitation.look.summons = summons;
    options
}

/// Two clusters whose mornings begin at half past seven, and a topic.
fn dossier(people: usize) -> Dossier {
    let mut dossier = session(people, 2, 2);
    for cluster in &mut dossier.clusters {
        cluster.sittings[0].starts = "07:30".parse().ok();
    }
    dossier.topics = vec![
        Topic { title: "Công tác giám sát".into(), ..Topic::default() },
        Topic { title: "Tổ đoàn kết".into(), ..Topic::default() },
    ];
    dossier
}

#[test]
fn everyone_on_the_list_has_a_page_with_name_time_and_place() {
    let mut dossier = dossier(30);
    dossier.delegates[4].state = DelegateState::Withdrawn;
    let read = pages(PaperKind::Invitations, &dossier, &options(Addressees::Delegates, true));
    assert_eq!(read.len(), 29);
    inside_margins(&read);
    let names: Vec<&str> = dossier
        .delegates
        .iter()
        .filter(|one| one.state == DelegateState::Listed)
        .map(|one| one.details.full_name.as_str())
        .collect();
    let said: Vec<String> = read.iter().map(|page| words(std::slice::from_ref(page))).collect();
    for name in &names {
        let alike = names.iter().filter(|other| *other == name).count();
        assert_eq!(said.iter().filter(|page| page.contains(*name)).count(), alike, "{name}");
    }
    let first = &said[0];
    for part in [
        "GIẤY TRIỆU TẬP Tham dự Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
        "Ủy ban MTTQ Việt Nam huyện Phú Ninh triệu tập: ",
        "Thời gian: bắt đầu lúc 07 giờ 30 phút, sáng và chiều ngày 25 tháng 9 năm 2020 (Thứ Sáu).",
        "Địa điểm: Nhà văn hóa xã Tam Đại.",
        "Nội dung: có chương trình kèm theo.",
        "có mặt đúng thời gian, địa điểm nêu trên./.",
        "Nơi nhận: - Như trên; - Lưu: VT.",
        "Nguyễn Văn An",
    ] {
        assert!(first.contains(part), "{part} in {first}");
    }
    let last = said.last().expect("pages");
    assert!(last.contains("26 tháng 9") && last.contains("Nhà văn hóa xã Tam An"), "{last}");
}

#[test]
fn a_print_run_knows_whose_page_is_whose() {
    let dossier = dossier(12);
    let layout =
        lay_out(PaperKind::Invitations, &dossier, &options(Addressees::Delegates, false)).expect("letters");
    let mut whose: Vec<_> = layout.pages.iter().map(|page| page.delegates.clone()).collect();
    assert!(whose.iter().all(|page| page.len() == 1), "{whose:?}");
    whose.sort();
    assert_eq!(whose.concat(), dossier.delegates.iter().map(|one| one.id).collect::<Vec<_>>());
}

#[test]
fn position_and_unit_follow_the_name_as_one_says_them() {
    let mut dossier = dossier(1);
    for (position, unit, printed) in [
        (Some("Chủ tịch"), Some("UBMTTQ xã Tam Đại"), "Lê An, Chủ tịch UBMTTQ xã Tam Đại."),
        (
            Some("Phó Chủ tịch UBMTTQ"),
            Some("UBMTTQ xã Tam Đại"),
            "Lê An, Phó Chủ tịch UBMTTQ, UBMTTQ xã Tam Đại.",
        ),
        (
            Some("Trưởng ban CTMT"),
            Some("Thôn Long Sơn, xã Tam Đại"),
            "Lê An, Trưởng ban CTMT, thôn Long Sơn, xã Tam Đại.",
        ),
        (None, Some("Hội Nông dân"), "Lê An, Hội Nông dân."),
        (None, None, "Ông/Bà Lê An."),
    ] {
        let details = &mut dossier.delegates[0].details;
        details.full_name = "Lê An".into();
        details.gender = None;
        details.position = position.map(str::to_owned);
        details.unit = unit.map(str::to_owned);
        let each = options(Addressees::Delegates, false);
        let said = words(&pages(PaperKind::Invitations, &dossier, &each));
        assert!(said.contains(printed), "{printed} in {said}");
    }
}

#[test]
fn each_unit_has_the_names_of_its_own() {
    let dossier = dossier(60);
    let read = pages(PaperKind::Invitations, &dossier, &options(Addressees::Units, true));
    inside_margins(&read);
    let starts = read.iter().filter(|page| page.text().contains("GIẤY TRIỆU TẬP")).count();
    assert_eq!(starts, 11, "one for each commune");
    let mut listed: Vec<String> = read
        .iter()
        .flat_map(rows)
        .filter(|row| row.number().is_some())
        .map(|row| row.cells[1].clone())
        .collect();
    listed.sort();
    let mut names: Vec<String> = dossier.delegates.iter().map(|one| one.details.full_name.clone()).collect();
    names.sort();
    assert_eq!(listed, names);
    let said = words(&read);
    assert_eq!(said.matches("Số: ……/GTT-MTTQ-BTT").count(), 11, "a summons has a symbol of its own");
    let attached = "(Kèm theo Giấy triệu tập số ……/GTT-MTTQ-BTT ngày …… tháng …… năm ……… của Ban Thường trực Ủy ban \
                    MTTQ Việt Nam huyện Phú Ninh)";
    assert_eq!(said.matches(attached).count(), 11, "{said}");
    for page in read.iter().filter(|page| page.text().contains("GIẤY TRIỆU TẬP")) {
        let text = page.text();
        assert!(text.contains("CHỦ TỊCH") && !text.contains("STT"), "the list follows the signature: {text}");
    }
    assert!(said.contains("đại biểu của thị trấn Phú Thịnh, có tên trong danh sách kèm theo."), "{said}");
}

#[test]
fn one_unit_has_one_letter_however_its_name_is_typed() {
    let mut dossier = dossier(8);
    for (place, delegate) in dossier.delegates.iter_mut().enumerate() {
        delegate.cluster = Some(ClusterId(1));
        let unit = if place % 2 == 0 { "XÃ TAM AN" } else { "xã Tam An" };
        delegate.details.unit = Some(unit.into());
        delegate.details.unit_group = None;
        delegate.details.position = Some("TRƯỞNG BAN CTMT".into());
    }
    dossier.clusters.truncate(1);
    let read = pages(PaperKind::Invitations, &dossier, &options(Addressees::Units, true));
    let said = words(&read);
    assert_eq!(said.matches("GIẤY TRIỆU TẬP").count(), 1, "{said}");
    assert!(said.contains("08 đại biểu của xã Tam An, có tên") && !said.contains("XÃ TAM AN"), "{said}");
    assert_eq!(said.matches("Trưởng ban CTMT").count(), 8, "{said}");
    let list = pages(PaperKind::DelegateList, &dossier, &Options::default());
    assert_eq!(words(&list).matches("– 8 người").count(), 1, "one group: {}", words(&list));
}

#[test]
fn a_summons_says_what_to_bring_by_when_to_send_lists_and_whom_to_ask() {
    let mut how = options(Addressees::Units, true);
    how.invitation.words.number = "5".into();
    how.invitation.words.issued = "2020-09-05".parse().ok();
    how.invitation.words.bring = "sổ ghi chép".into();
    how.invitation.words.deadline = "2020-09-20".parse().ok();
    how.invitation.words.contact = "ông Lê Văn Bảy, điện thoại 0905 000 000".into();
    how.invitation.words.chair = "ông Nguyễn Văn An, Chủ tịch".into();
    let said = words(&pages(PaperKind::Invitations, &dossier(10), &how));
    for part in [
        "Số: 05/GTT-MTTQ-BTT",
        "Chủ trì: ông Nguyễn Văn An, Chủ tịch.",
        "Đại biểu mang theo: sổ ghi chép.",
        "Gửi danh sách: về Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh trước ngày 20 tháng 9 năm 2020.",
        "Mọi chi tiết xin liên hệ: ông Lê Văn Bảy, điện thoại 0905 000 000.",
        "(Kèm theo Giấy triệu tập số 05/GTT-MTTQ-BTT ngày 05 tháng 9 năm 2020 của",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn one_letter_for_all_tells_the_clusters() {
    let mut dossier = dossier(20);
    dossier.audience = vec![AudienceGroup {
        label: "Trưởng ban CTMT các khu dân cư".into(),
        count: Some(20),
        approximate: false,
        total: false,
    }];
    let mut how = options(Addressees::All, false);
    how.invitation.words.number = "12".into();
    how.invitation.words.issued = "2020-09-05".parse().ok();
    how.invitation.look.topics = true;
    how.invitation.words.note = "Mang theo sổ ghi chép.".into();
    let made = make(PaperKind::Invitations, &dossier, &how).expect("a letter");
    assert_eq!(made.findings, []);
    let said = words(&crate::support::pdf_reader::read(&made.pdf));
    for part in [
        "Số: 12/GM-MTTQ-BTT",
        "Phú Ninh, ngày 05 tháng 9 năm 2020",
        "trân trọng kính mời: các đại biểu thuộc thành phần sau: Trưởng ban CTMT các khu dân cư: 20 người.",
        "Thời gian, địa điểm như sau:",
        "Nội dung: - Công tác giám sát; - Tổ đoàn kết.",
        "Mang theo sổ ghi chép.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    // Of one cluster, its own time and place.
    how.cluster = Some(ClusterId(2));
    let said = words(&pages(PaperKind::Invitations, &dossier, &how));
    assert!(said.contains("Địa điểm: Nhà văn hóa xã Tam An.") && !said.contains("Tam Đại"), "{said}");
}

#[test]
fn guests_are_invited_even_where_delegates_are_called() {
    let mut dossier = dossier(0);
    let many: Vec<String> = (1..=12).map(|number| format!("Chức danh thứ {number} của khách")).collect();
    dossier.guests = vec![
        Guest::Person { honorific: None, name: "Lê Thị Mẫu".into(), titles: many.clone(), part: None },
        Guest::Group { label: "các ông, bà trong Ban Thường vụ Đảng ủy".into() },
    ];
    let read = pages(PaperKind::Invitations, &dossier, &options(Addressees::Guests, true));
    assert_eq!(read.len(), 2);
    let said = words(&read[..1]);
    assert!(
        said.contains("GIẤY MỜI")
            && said.contains(&format!("kính mời: Ông/Bà Lê Thị Mẫu, {}.", many.join(", "))),
        "{said}"
    );
    assert!(words(&read[1..]).contains("kính mời: Các ông, bà trong Ban Thường vụ Đảng ủy."));
}

#[test]
fn nobody_to_invite_is_said() {
    let empty = dossier(0);
    for to in [Addressees::Delegates, Addressees::Units, Addressees::Guests] {
        assert_eq!(
            make(PaperKind::Invitations, &empty, &options(to, false)),
            Err(PaperError::NobodyToInvite)
        );
    }
    let all = make(PaperKind::Invitations, &empty, &options(Addressees::All, false)).expect("one for all");
    assert!(all.findings.contains(&Finding::Missing(Fact::Audience)));
}

#[test]
fn letters_that_grow_over_a_page_are_told_and_lose_nothing() {
    let mut dossier = dossier(3);
    let sixty = "Công Tằng Tôn Nữ Thị Ngọc Phương Quỳnh Hương Nguyễn Phúc Vĩnh";
    dossier.delegates[0].details.full_name = sixty.into();
    dossier.topics = (1..40)
        .map(|number| Topic {
            title: format!("Chuyên đề thứ {number} về công tác Mặt trận"),
            ..Topic::default()
        })
        .collect();
    let mut how = options(Addressees::Delegates, false);
    how.invitation.look.topics = true;
    let made = make(PaperKind::Invitations, &dossier, &how).expect("letters");
    assert_eq!(made.findings.last(), Some(&Finding::LongLetters { pages: made.pages - 3 }));
    let read = crate::support::pdf_reader::read(&made.pdf);
    inside_margins(&read);
    assert!(words(&read).contains(sixty));
    assert_eq!(words(&read).matches("Chuyên đề thứ 39 về").count(), 3);
}
