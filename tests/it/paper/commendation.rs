//! Đề nghị khen thưởng: whoever was ticked in Kết quả, by name, with what is known of them.

use crate::support::dossier::{day, session};
use crate::support::table::rows;
use crate::support::words::{inside_margins, pages, words};
use taphuan::domain::completion::essay::Essay;
use taphuan::domain::completion::{Decision, Rule};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::DelegateId;
use taphuan::locale::{Language, Locale};
use taphuan::paper::{Fact, Finding, Options, PaperError, PaperKind, make};

const KIND: PaperKind = PaperKind::Commendation;

fn commended(reason: Option<&str>) -> Decision {
    Decision { commended: true, reason: reason.map(str::to_owned), ..Decision::default() }
}

/// Ten people, three of whom are to be commended.
fn three() -> Dossier {
    let mut dossier = session(10, 1, 2);
    dossier.letterhead.superior = vec!["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".into()];
    let by_rule = Decision { completed: Some(true), ..commended(Some("ốm có giấy")) };
    dossier.completion.decisions = [
        (DelegateId(1), commended(Some("Phát biểu nhiều, bài thu hoạch tốt"))),
        (DelegateId(2), commended(None)),
        (DelegateId(3), by_rule),
    ]
    .into();
    let essay = Essay { submitted: true, score: "8,5".parse().ok(), grade: Some("Giỏi".into()) };
    dossier.completion.essays.insert(DelegateId(1), essay);
    dossier
}

fn typed() -> Options {
    let mut options = Options::default();
    let words = &mut options.commendation.words;
    (words.number, words.issued) = ("30".into(), Some(day(2020, 10, 9)));
    words.award = "Giấy khen".into();
    options
}

#[test]
fn the_letter_proposes_and_the_list_that_follows_names_them() {
    let dossier = three();
    let made = make(KIND, &dossier, &typed()).expect("a paper");
    assert_eq!(made.findings, []);
    let pages = pages(KIND, &dossier, &typed());
    inside_margins(&pages);
    let said = words(&pages);
    for part in [
        "Số: 30/TTr-MTTQ-BTT",
        "Về việc đề nghị khen thưởng đại biểu Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
        "Kính gửi: Ủy ban MTTQ Việt Nam tỉnh Quảng Nam.",
        "Căn cứ kết quả Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020, từ ngày 25 tháng 9",
        "tặng Giấy khen cho 03 (ba) đại biểu có thành tích tiêu biểu (có danh sách kèm theo)",
        "(Kèm theo Tờ trình số 30/TTr-MTTQ-BTT ngày 09 tháng 10 năm 2020 của Ủy ban MTTQ Việt Nam huyện Phú Ninh)",
        "Danh sách có 03 (ba) người./.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let table: Vec<Vec<String>> = pages.iter().flat_map(rows).map(|row| row.cells).collect();
    let row = |id: usize| {
        let name = &dossier.delegates[id - 1].details.full_name;
        table.iter().find(|row| &row[1] == name).unwrap_or_else(|| panic!("{name} in {table:?}"))
    };
    assert_eq!(row(1)[5..], ["8,5 · Giỏi", "Phát biểu nhiều, bài thu hoạch tốt"]);
    assert!(row(2)[5].is_empty() && row(2)[6].contains('…'), "{:?}", row(2));
    assert!(!row(3)[6].contains("ốm"), "a reason of the certificate is no achievement");
    assert_eq!(table.len(), 4, "{table:?}");
    assert!(pages.last().expect("the list").text().contains("DANH SÁCH"));
}

#[test]
fn the_list_alone_is_a_paper_of_its_own() {
    let (dossier, mut options) = (three(), typed());
    options.commendation.look.list_alone = true;
    let said = words(&pages(KIND, &dossier, &options));
    assert!(!said.contains("TỜ TRÌNH") && !said.contains("Kèm theo"), "{said}");
    assert!(said.contains("NGƯỜI LẬP") && said.contains("TM. BAN THƯỜNG TRỰC"), "{said}");
    assert!(said.contains("Phú Ninh, ngày 09 tháng 10 năm 2020"), "{said}");
}

#[test]
fn once_it_is_decided_the_list_alone_is_that_of_the_decision() {
    let (dossier, mut options) = (three(), typed());
    options.commendation.look.list_alone = true;
    options.commendation.words.decision = "45".into();
    options.commendation.words.decided = "2020-10-12".parse().ok();
    let said = words(&pages(KIND, &dossier, &options));
    assert!(said.contains("(Kèm theo Quyết định số 45/QĐ-MTTQ-BTT ngày 12 tháng 10 năm 2020 của"), "{said}");
    assert!(said.contains("được tặng Giấy khen") && !said.contains("Đề nghị"), "{said}");
}

#[test]
fn nobody_to_commend_says_where_to_tick() {
    let mut dossier = three();
    for (id, state) in [(0, DelegateState::Withdrawn), (1, DelegateState::Listed), (2, DelegateState::Listed)]
    {
        dossier.delegates[id].state = state;
    }
    dossier.delegates[1].erased = true;
    dossier.completion.decisions.remove(&DelegateId(3));
    assert_eq!(make(KIND, &dossier, &typed()), Err(PaperError::NobodyCommended));
    let sentence = Locale::new(Language::Vietnamese).explain(&PaperError::NobodyCommended);
    assert!(sentence.contains("Kết quả") && sentence.contains("“Đề nghị khen thưởng”"), "{sentence}");
}

#[test]
fn whoever_did_not_complete_is_told_and_what_is_not_known_is_dots() {
    let mut dossier = three();
    dossier.letterhead.superior.clear();
    dossier.completion.rule = Some(Rule::default());
    let made = make(KIND, &dossier, &Options::default()).expect("a paper");
    let first = &dossier.delegates[0].details.full_name;
    let told = made.findings.iter().find_map(|one| match one {
        Finding::CommendedNotCompleted { people, first } => Some((*people, first.clone())),
        _ => None,
    });
    let (people, named) = told.expect("told");
    assert!(people == 2 && (named == *first || named == dossier.delegates[1].details.full_name));
    for fact in [Fact::LetterNumber, Fact::IssueDate, Fact::Addressee, Fact::Award] {
        assert!(made.findings.contains(&Finding::Missing(fact)), "{fact:?}");
    }
    let said = words(&pages(KIND, &dossier, &Options::default()));
    assert!(said.contains("Kính gửi: ……") && said.contains("tặng ……"), "{said}");
    assert!(said.contains("Số: ……/TTr-MTTQ-BTT"), "{said}");
}
