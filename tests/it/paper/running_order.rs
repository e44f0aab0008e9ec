//! Kịch bản điều hành: what is said before each thing that happens.

use crate::support::dossier::{items, session};
use crate::support::table::rows;
use crate::support::words::{pages, words};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::organisation::Letterhead;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::domain::session::{AudienceGroup, SessionKind};
use taphuan::domain::topic::Topic;
use taphuan::paper::{Fact, Finding, Options, PaperKind, make};

const KIND: PaperKind = PaperKind::RunningOrder;

fn item(kind: ItemKind, title: &str, minutes: u32, presenters: Vec<Presenter>) -> ProgrammeItem {
    ProgrammeItem { kind, title: title.into(), minutes: Some(minutes), presenters }
}

fn person(name: &str, title: &str) -> Presenter {
    Presenter::Person { name: name.into(), titles: vec![title.into()] }
}

fn guest(honorific: Option<&str>, name: &str, titles: &[&str]) -> Guest {
    Guest::Person {
        honorific: honorific.map(str::to_owned),
        name: name.into(),
        titles: titles.iter().map(|&title| title.into()).collect(),
        part: None,
    }
}

/// One cluster, a day, everything known.
fn one_day() -> Dossier {
    let mut dossier = session(30, 1, 2);
    dossier.session.details.purpose = Some("Nâng cao nghiệp vụ cho cán bộ cơ sở".into());
    dossier.guests = vec![
        guest(Some("Đồng chí"), "Lê Thị Mẫu", &["UVTV", "Trưởng ban Tuyên giáo"]),
        guest(None, "Trần Văn Mẫu", &["Bí thư"]),
        Guest::Group { label: "đại diện các ban ngành".into() },
    ];
    let label = "Trưởng ban CTMT";
    dossier.audience =
        vec![AudienceGroup { label: label.into(), count: None, approximate: false, total: false }];
    let sittings = &mut dossier.clusters[0].sittings;
    sittings[0].starts = "07:30".parse().ok();
    sittings[0].items = items([
        item(ItemKind::Reception, "Đón tiếp", 30, vec![]),
        item(ItemKind::Opening, "Khai mạc", 20, vec![person("Nguyễn Văn An", "Chủ tịch")]),
        item(ItemKind::Topic, "Công tác giám sát.", 60, vec![person("Lê Thị Mẫu", "Trưởng ban")]),
        item(ItemKind::Break, "Giải lao", 15, vec![]),
        item(ItemKind::Topic, "Tổ đoàn kết", 60, vec![Presenter::Role("đại diện Ban Thường trực".into())]),
    ]);
    sittings[1].starts = "13:30".parse().ok();
    sittings[1].items = items([
        item(ItemKind::Discussion, "Trao đổi", 60, vec![]),
        item(ItemKind::Closing, "Bế mạc", 15, vec![person("Nguyễn Văn An", "Chủ tịch")]),
    ]);
    dossier
}

fn table(dossier: &Dossier, options: &Options) -> Vec<Vec<String>> {
    let pages = pages(KIND, dossier, options);
    for page in &pages {
        assert!(page.width > page.height, "it lies across");
    }
    pages.iter().flat_map(rows).map(|row| row.cells).collect()
}

fn row<'a>(table: &'a [Vec<String>], what: &str) -> &'a [String] {
    table
        .iter()
        .find(|row| row.get(1).is_some_and(|cell| cell == what))
        .unwrap_or_else(|| panic!("{what} in {table:?}"))
}

#[test]
fn everything_is_led_to_by_words_made_of_the_facts() {
    let mut options = Options::default();
    options.running_order.words.host = "Bà Phạm Thị Dẫn".into();
    let dossier = one_day();
    assert_eq!(make(KIND, &dossier, &options).expect("a paper").findings, []);
    let table = table(&dossier, &options);
    assert_eq!(table[0], ["Thời gian", "Nội dung", "Người thực hiện", "Lời dẫn", "Ghi chú"]);
    let reception = row(&table, "Đón tiếp");
    assert_eq!(reception[0], "07h30 – 08h00");
    assert!(reception[3].ends_with("Hội nghị bắt đầu lúc 08 giờ 00 phút."), "{reception:?}");
    let opening = row(&table, "Khai mạc");
    assert_eq!(opening[2], "Bà Phạm Thị Dẫn");
    for part in [
        "Hôm nay, ngày 25 tháng 9 năm 2020, Ủy ban MTTQ Việt Nam huyện Phú Ninh tổ chức Hội nghị tập huấn",
        "tại Nhà văn hóa xã Tam Đại.",
        "Nâng cao nghiệp vụ cho cán bộ cơ sở.",
    ] {
        assert!(opening[3].contains(part), "{part} in {opening:?}");
    }
    let introduced = &row(&table, "Giới thiệu đại biểu")[3];
    assert!(
        introduced.contains(
            "đồng chí Lê Thị Mẫu, UVTV, Trưởng ban Tuyên giáo; ông/bà Trần Văn Mẫu, Bí thư; đại diện các ban ngành."
        ),
        "{introduced}"
    );
    assert!(introduced.contains("Cùng dự có 30 đại biểu: Trưởng ban CTMT."), "{introduced}");
    assert!(
        row(&table, "Phát biểu khai mạc")[3].contains("đồng chí Nguyễn Văn An, Chủ tịch phát biểu khai mạc")
    );
    let first = row(&table, "Chuyên đề 1");
    assert_eq!(first[2], "Lê Thị Mẫu");
    assert_eq!(
        first[3],
        "Trân trọng kính mời đồng chí Lê Thị Mẫu, Trưởng ban trình bày chuyên đề: Công tác giám sát."
    );
    let pause = &row(&table, "Giải lao")[3];
    assert!(pause.contains("15 phút") && pause.contains("lúc 09 giờ 35 phút"), "{pause}");
    assert!(row(&table, "Tạm nghỉ")[3].contains("có mặt lúc 13 giờ 30 phút, chiều cùng ngày."));
    assert!(row(&table, "Tiếp tục chương trình")[3].contains("tiếp tục làm việc"));
    assert!(
        row(&table, "Bế mạc")[3].contains("kính mời đồng chí Nguyễn Văn An, Chủ tịch phát biểu kết luận")
    );
    assert!(row(&table, "Kết thúc")[3].contains("Xin tuyên bố hội nghị kết thúc."));
    assert_eq!(
        table.iter().filter(|row| row.get(1).is_some_and(|what| what == "Giới thiệu đại biểu")).count(),
        1
    );
}

#[test]
fn who_is_not_known_is_dots_and_told() {
    let mut dossier = one_day();
    for sitting in &mut dossier.clusters[0].sittings {
        sitting.items.iter_mut().for_each(|item| item.details.presenters.clear());
    }
    let found = make(KIND, &dossier, &Options::default()).expect("a paper").findings;
    assert_eq!(found, [Finding::Missing(Fact::Host), Finding::Missing(Fact::Speakers)]);
    let table = table(&dossier, &Options::default());
    assert_eq!(row(&table, "Khai mạc")[2], "Người điều hành");
    for what in ["Phát biểu khai mạc", "Chuyên đề 1", "Bế mạc"] {
        let row = row(&table, what);
        assert!(row[2].starts_with('…') && row[3].contains("kính mời …"), "{row:?}");
    }
}

#[test]
fn a_sitting_without_opening_and_end_is_opened_and_ended_all_the_same() {
    let mut dossier = one_day();
    dossier.clusters[0].sittings.truncate(1);
    dossier.clusters[0].sittings[0].items =
        items([item(ItemKind::Topic, "Chương trình hành động", 0, vec![person("Lê Thị Mẫu", "Trưởng ban")])]);
    let table = table(&dossier, &Options::default());
    let what: Vec<&str> = table.iter().filter_map(|row| row.get(1)).map(String::as_str).collect();
    assert_eq!(
        what[1..],
        [
            "Tuyên bố lý do",
            "Giới thiệu đại biểu",
            "Phát biểu khai mạc",
            "Chuyên đề",
            "Phát biểu kết luận, bế mạc",
            "Kết thúc"
        ]
    );
}

#[test]
fn a_class_is_opened_and_ended_in_its_own_words() {
    let mut dossier = one_day();
    dossier.session.details.kind = SessionKind::Class;
    let table = table(&dossier, &Options::default());
    let opened = row(&table, "Phát biểu khai giảng");
    assert!(opened[3].contains("phát biểu khai giảng lớp tập huấn."), "{opened:?}");
    assert!(row(&table, "Bế mạc")[3].contains("phát biểu kết luận, bế giảng lớp tập huấn."));
    assert!(row(&table, "Đón tiếp")[3].contains("quý vị đại biểu và học viên"));
}

#[test]
fn each_cluster_has_its_own_and_an_empty_session_a_form() {
    let dossier = session(30, 3, 2);
    let pages_of_all = pages(KIND, &dossier, &Options::default());
    inside_margins_across(&pages_of_all);
    let said = words(&pages_of_all);
    for cluster in ["Cụm 1", "Cụm 2", "Cụm 3"] {
        assert!(said.contains(&format!("Kịch bản điều hành – {cluster}")), "{cluster} in {said}");
    }
    let options = Options::for_cluster(Some(dossier.clusters[2].id));
    let said = words(&pages(KIND, &dossier, &options));
    assert!(said.contains("Nhà văn hóa xã Tam Dân") && !said.contains("Cụm 1"), "{said}");

    let mut nothing = session(0, 0, 0);
    nothing.session.details.dates = None;
    nothing.letterhead = Letterhead::default();
    let made = make(KIND, &nothing, &Options::default()).expect("a form");
    for fact in [Fact::Host, Fact::Programme, Fact::Speakers] {
        assert!(made.findings.contains(&Finding::Missing(fact)), "{fact:?}: {:?}", made.findings);
    }
    let said = words(&pages(KIND, &nothing, &Options::default()));
    assert!(
        said.contains("Hôm nay, Ủy ban MTTQ") && said.contains("giới thiệu và nhiệt liệt chào mừng: …"),
        "{said}"
    );
    assert!(said.contains("Cùng dự có ………… đại biểu."), "{said}");

    nothing.topics = vec![Topic { title: "Công tác giám sát".into(), ..Topic::default() }];
    let said = words(&pages(KIND, &nothing, &Options::default()));
    assert!(said.contains("trình bày chuyên đề: Công tác giám sát."), "{said}");
}

/// The margins of pages that lie across, as for any list.
fn inside_margins_across(pages: &[crate::support::pdf_reader::ReadPage]) {
    let mm = 72.0 / 25.4;
    for run in pages.iter().flat_map(|page| &page.runs) {
        assert!(run.x > 30.0 * mm - 0.5 && run.right < 297.0 * mm - 20.0 * mm + 0.5, "{run:?}");
    }
}
