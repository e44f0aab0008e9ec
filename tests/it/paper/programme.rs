//! Chương trình as it is read back from the file.

use crate::support::dossier::{Dice, items, session};
use crate::support::pdf_reader::{ReadPage, read};
use crate::support::table::rows;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::paper::programme::Ending;
use taphuan::paper::{Fact, Finding, Options, PaperKind, make};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn item(title: &str, minutes: impl Into<Option<u32>>, by: &str) -> ProgrammeItem {
    let presenters = if by.is_empty() { Vec::new() } else { vec![Presenter::Role(by.into())] };
    ProgrammeItem { kind: ItemKind::Topic, title: title.into(), minutes: minutes.into(), presenters }
}

/// Two clusters with a morning and an afternoon each.
fn planned() -> Dossier {
    let mut dossier = session(0, 2, 2);
    for sitting in dossier.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings) {
        sitting.starts = "07:30".parse().ok();
        sitting.items = items([
            item("Đón tiếp", 30, "Ban tổ chức"),
            item("Chuyên đề", None, "Báo cáo viên"),
            item("Bế mạc", 15, ""),
        ]);
    }
    dossier
}

fn pages(dossier: &Dossier, options: &Options) -> Vec<ReadPage> {
    read(&make(PaperKind::Programme, dossier, options).expect("a programme").pdf)
}

fn findings(dossier: &Dossier) -> Vec<Finding> {
    make(PaperKind::Programme, dossier, &Options::default()).expect("a programme").findings
}

#[test]
fn each_cluster_has_its_own_with_times_as_far_as_they_are_known() {
    let read = pages(&planned(), &Options::default());
    assert_eq!(read.len(), 2);
    let first = &read[0];
    assert!(first.says("CHƯƠNG TRÌNH") && first.says("BAN TỔ CHỨC"), "{}", first.text());
    assert!(first.says("Cụm 1 – Nhà văn hóa xã Tam Đại, ngày 25 tháng 9 năm 2020"), "{}", first.text());
    let rows: Vec<Vec<String>> = rows(first).into_iter().map(|row| row.cells).collect();
    let text: Vec<String> = rows.iter().map(|cells| cells.join(" | ")).collect();
    assert_eq!(
        text,
        [
            "Thời gian | Nội dung | Người thực hiện",
            "Sáng ngày 25/9/2020 (Thứ Sáu)",
            "07h30 – 08h00 | Đón tiếp | Ban tổ chức",
            "08h00 | Chuyên đề | Báo cáo viên",
            "15 phút | Bế mạc | ",
            "Chiều ngày 25/9/2020 (Thứ Sáu)",
            "07h30 – 08h00 | Đón tiếp | Ban tổ chức",
            "08h00 | Chuyên đề | Báo cáo viên",
            "15 phút | Bế mạc | ",
        ]
    );
    assert!(read[1].text().contains("Sáng ngày 26/9/2020"));
}

#[test]
fn clusters_with_the_same_programme_may_share_one() {
    let mut options = Options::default();
    options.programme.look.shared = true;
    let shared = pages(&planned(), &options);
    assert_eq!(shared.len(), 1);
    for line in ["Cụm 1 – Nhà văn hóa xã Tam Đại, ngày 25 tháng 9 năm 2020", "Buổi sáng", "Buổi chiều"]
    {
        assert!(shared[0].says(line), "{line} in {}", shared[0].text());
    }
    assert!(shared[0].text().contains("Cụm 2 – Nhà văn hóa xã Tam An, ngày 26 tháng 9 năm 2020"));

    let mut other = planned();
    other.clusters[1].sittings[0].items[0].details.minutes = Some(40);
    assert_eq!(pages(&other, &options).len(), 2, "what differs is not shared");
}

#[test]
fn a_signed_one_has_its_day_and_its_signatory() {
    let mut options = Options::default();
    options.programme.look.ending = Ending::Signatory;
    let page = &pages(&planned(), &options)[0];
    assert!(page.says("Phú Ninh, ngày …… tháng …… năm ………") && page.says("Nguyễn Văn An"), "{}", page.text());
    options.programme.words.issued = "2020-09-05".parse().ok();
    let page = &pages(&planned(), &options)[0];
    assert!(page.says("Phú Ninh, ngày 05 tháng 9 năm 2020") && !page.says("BAN TỔ CHỨC"), "{}", page.text());
}

#[test]
fn columns_nothing_is_known_for_are_left_out_and_told() {
    let mut dossier = planned();
    for sitting in dossier.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings) {
        sitting.starts = None;
        for item in &mut sitting.items {
            item.details.minutes = None;
            item.details.presenters.clear();
        }
    }
    let read = pages(&dossier, &Options::default());
    assert_eq!(rows(&read[0])[0].cells, ["STT", "Nội dung"]);
    assert_eq!(rows(&read[0])[2].cells, ["1", "Đón tiếp"]);
    let missing = |fact| Finding::Missing(fact);
    assert_eq!(findings(&dossier), [missing(Fact::Times), missing(Fact::Presenters)]);
}

#[test]
fn a_session_without_a_programme_has_one_to_be_filled_in_by_hand() {
    let empty = session(0, 0, 0);
    let read = pages(&empty, &Options::default());
    assert!(rows(&read[0]).len() > 5, "{}", read[0].text());
    assert_eq!(findings(&empty), [Finding::Missing(Fact::Programme)]);
    let unplanned = session(3, 1, 2);
    let read = pages(&unplanned, &Options::default());
    assert_eq!(rows(&read[0]).len(), 5, "a row to write in under each half of the day");
}

#[test]
fn long_programmes_break_between_items_and_leave_no_heading_alone() {
    for seed in 0..20 {
        let mut dice = Dice::new(seed);
        let mut dossier = session(0, 1, 1 + seed as usize % 9);
        let mut titles = Vec::new();
        for sitting in &mut dossier.clusters[0].sittings {
            for _ in 0..1 + dice.roll(9) {
                let title =
                    format!("Mục {} {}", titles.len() + 1, "đoàn kết ở khu dân cư ".repeat(dice.roll(14)));
                let title = title.trim_end().to_owned();
                let item = item(&title, dice.roll(90) as u32, &"Ủy viên ".repeat(dice.roll(20)));
                sitting.items.extend(items([item]));
                titles.push(title);
            }
        }
        let pages = pages(&dossier, &Options::default());
        let mut read_back = Vec::new();
        for (number, page) in pages.iter().enumerate() {
            for run in &page.runs {
                let top_margin =
                    number > 0 && run.text == (number + 1).to_string() && run.baseline < 20.0 * MM;
                let inside = run.baseline > 20.0 * MM && run.baseline < page.height - 20.0 * MM;
                assert!(top_margin || inside, "{seed}: {run:?} of page {number}");
                assert!(run.x > 30.0 * MM - 0.5 && run.right < page.width - 15.0 * MM + 0.5, "{run:?}");
            }
            let rows = rows(page);
            assert_eq!(rows[0].cells[0], "Thời gian", "{seed}: the header repeats");
            assert!(
                rows.last().is_some_and(|row| row.cells.len() > 1),
                "{seed}: a heading ends page {number}"
            );
            read_back.extend(
                rows.into_iter().skip(1).filter(|row| row.cells.len() > 1).map(|row| row.cells[1].clone()),
            );
        }
        assert_eq!(read_back, titles, "{seed}");
    }
}
