//! Phiếu khảo sát and phiếu thu hoạch: what those who attended think of it, without
//! their names, or what they take home, with them. One sheet, to be copied.

use serde::{Deserialize, Serialize};

use super::card::{Item, at};
use super::content::{
    Align, Block, Cell, Column, PROGRAMME_SIZE, Paragraph, Row, Span, Table, TitleLine, Width,
};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter;
use super::line_breaking::BOX;
use super::list;
use super::minutes::lines;
use super::topics;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::session::SessionKind;
use crate::domain::topic::Topic;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// What a sheet asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// Phiếu khảo sát: how it was, without a name.
    #[default]
    Opinion,
    /// Phiếu thu hoạch: what was learnt, with name and unit.
    Lessons,
}

/// What a survey asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyOptions {
    /// How it looks.
    pub look: SurveyLook,
}

/// How a survey looks: which of its two sheets it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyLook {
    /// Opinion or lessons.
    pub asks: Asks,
}

impl SurveyLook {
    /// What the sheet is called.
    pub fn name(&self) -> &'static str {
        match self.asks {
            Asks::Opinion => "Phiếu khảo sát",
            Asks::Lessons => "Phiếu thu hoạch",
        }
    }
}

/// The answers to every question of the table.
pub const MARKS: [&str; 4] = ["Rất tốt", "Tốt", "Đạt", "Chưa đạt"];

/// What is asked of the organisation.
const ORGANISATION: [&str; 4] = [
    "Thời gian, thời lượng, cách sắp xếp chương trình",
    "Địa điểm, hội trường, âm thanh, ánh sáng",
    "Tài liệu phát cho đại biểu",
    "Công tác đón tiếp, phục vụ",
];

/// What is asked beside the table, each with its own answers.
const CHOICES: [(&str, [&str; 3]); 2] = [
    ("Thời lượng các chuyên đề", ["dài", "vừa phải", "ngắn"]),
    ("Khả năng vận dụng vào công việc", ["nhiều", "một phần", "ít"]),
];

/// What is answered in words, with as many lines.
const OPEN: [(&str, usize); 3] = [
    ("Nội dung ông (bà) thấy bổ ích nhất", 2),
    ("Nội dung cần bổ sung, giải đáp thêm", 2),
    ("Kiến nghị, đề xuất", 3),
];

/// The last of the groups one can belong to.
const OTHERS: &str = "Khác";

/// What one question of a survey is asked under, in which words, and what can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The heading that it stands under.
    pub under: &'static str,
    /// Its words.
    pub text: String,
    /// What can be marked, each once.
    pub answers: Vec<String>,
}

/// What is asked that is answered by a mark, in the order of the sheet: its answers are counted by that.
pub fn questions(dossier: &Dossier) -> Vec<Question> {
    let topics = topics::of(dossier);
    let marked = asked(&topics).into_iter().flat_map(|(under, questions)| {
        let answers = MARKS.map(str::to_owned).to_vec();
        questions.into_iter().map(move |text| Question { under, text, answers: answers.clone() })
    });
    let choices = CHOICES.map(|(text, answers)| Question {
        under: "Đánh giá chung",
        text: text.to_owned(),
        answers: answers.map(sentence_case).to_vec(),
    });
    let groups = groups(dossier);
    let whom = (!groups.is_empty()).then(|| Question {
        under: "Thành phần trả lời",
        text: "Thành phần".to_owned(),
        answers: groups.iter().map(|label| sentence_case(label)).chain([OTHERS.to_owned()]).collect(),
    });
    marked.chain(choices).chain(whom).collect()
}

/// What is asked to be answered in words.
pub fn open_questions() -> [&'static str; 3] {
    OPEN.map(|(question, _)| question)
}

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "survey",
    label: "paper-survey",
    name: "Phiếu khảo sát",
    icon: "ClipboardCheck",
    phase: Phase::During,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for SurveyOptions {
    /// The sheet of a session, and what the user should know of it.
    fn document(&self, dossier: &Dossier, _cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let look = &self.look;
        let mut findings = Findings::default();
        let topics = topics::of(dossier);
        if topics.is_empty() {
            findings.missing(Fact::Topics);
        }
        let blocks = match look.asks {
            Asks::Opinion => opinion(dossier, &topics, &mut findings),
            Asks::Lessons => lessons(dossier, &topics),
        };
        Ok((letter::of_session(look.name(), blocks, dossier), findings.into_vec()))
    }

    fn name(&self) -> Option<&'static str> {
        Some(self.look.name())
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let asks =
            [(Asks::Opinion, "window-print-asks-opinion"), (Asks::Lessons, "window-print-asks-lessons")];
        vec![
            at!(self.look.asks).chips("window-print-asks", asks).into(),
            Item::Says("window-print-survey-copies"),
        ]
    }
}

/// What those who attend are called.
pub fn people(dossier: &Dossier) -> &'static str {
    match dossier.session.details.kind {
        SessionKind::Conference => "đại biểu",
        SessionKind::Class => "học viên",
    }
}

fn head(kind: &str, subject: String, dossier: &Dossier) -> Vec<Block> {
    let title = vec![TitleLine::Kind(kind.to_owned()), TitleLine::Subject(subject)];
    vec![Block::Head(list::head(dossier)), Block::Title(title)]
}

fn text(words: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph::text(words))
}

/// A question with lines for the answer.
fn open(question: String, count: usize) -> Vec<Block> {
    let question = Paragraph { spans: vec![Span::bold(question)], ..Paragraph::default() };
    [question].into_iter().chain(lines(count)).map(Block::Paragraph).collect()
}

fn opinion(dossier: &Dossier, topics: &[Topic], findings: &mut Findings) -> Vec<Block> {
    let (session, people) = (list::session_in_text(dossier), people(dossier));
    let mut blocks = head("PHIẾU KHẢO SÁT", format!("Lấy ý kiến {people} về {session}"), dossier);
    blocks.push(text(format!(
        "Để các {} sau được tổ chức tốt hơn, xin ông (bà) cho biết ý kiến bằng cách đánh dấu “x” vào một ô ở \
         mỗi dòng và ghi thêm ý kiến vào dòng chấm. Phiếu không ghi tên.",
        letter::gathering(dossier)
    )));
    blocks.extend(whom(dossier));
    blocks.push(Block::Table(table(topics, findings)));
    for (question, answers) in CHOICES {
        let answers = answers.map(|answer| format!("{BOX} {answer}")).join(", ");
        blocks.push(Block::Paragraph(Paragraph {
            spans: vec![Span::bold(format!("{question}: ")), Span::plain(format!("{answers}."))],
            ..Paragraph::default()
        }));
    }
    blocks.extend(OPEN.into_iter().flat_map(|(question, count)| open(format!("{question}:"), count)));
    let thanks = Span::italic("Xin trân trọng cảm ơn ông (bà)!");
    blocks.push(Block::Paragraph(Paragraph { spans: vec![thanks], ..Paragraph::default() }));
    blocks
}

/// The groups that were called, where there are several.
fn groups(dossier: &Dossier) -> Vec<&str> {
    let labels = dossier.audience.iter().map(|group| group.label.trim().trim_end_matches([';', '.', ',']));
    let labels: Vec<&str> = labels.filter(|label| !label.is_empty()).collect();
    if labels.len() < 2 { Vec::new() } else { labels }
}

/// To which of the groups that were called the answers belong.
fn whom(dossier: &Dossier) -> Vec<Block> {
    let labels = groups(dossier);
    if labels.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![text("Ông (bà) thuộc thành phần:")];
    let group = |label: &&str| Block::Paragraph(Paragraph::point(BOX, sentence_case(label)));
    blocks.extend(labels.iter().map(group));
    blocks.push(Block::Paragraph(Paragraph {
        marker: BOX.to_owned(),
        ..Paragraph::dotted(format!("{OTHERS}:"))
    }));
    blocks
}

/// Every topic, every presenter and the organisation, each under its heading.
fn asked(topics: &[Topic]) -> [(&'static str, Vec<String>); 3] {
    // One topic of several parts is marked part by part.
    let marked = match topics {
        [one] if !one.children.is_empty() => &one.children,
        topics => topics,
    };
    let presenters = presenters(topics);
    let titles: Vec<String> = marked.iter().map(|topic| title(&topic.title)).collect();
    let of_topics = if titles.is_empty() { vec![String::new(); 3] } else { titles };
    let of_presenters = match presenters.as_slice() {
        [] => vec!["Cách trình bày, truyền đạt".to_owned()],
        presenters => presenters.to_vec(),
    };
    let of_organisation = ORGANISATION.map(str::to_owned).to_vec();
    [
        ("Nội dung các chuyên đề", of_topics),
        ("Báo cáo viên", of_presenters),
        ("Công tác tổ chức", of_organisation),
    ]
}

/// All of it, to be marked.
fn table(topics: &[Topic], findings: &mut Findings) -> Table {
    if presenters(topics).is_empty() {
        findings.missing(Fact::Presenters);
    }
    let mut rows = Vec::new();
    let mut number = 0;
    for (group, questions) in asked(topics) {
        rows.push(list::heading(group, None));
        for question in questions {
            number += 1;
            let mut cells = vec![Cell::new(number.to_string()), Cell::new(question)];
            cells.extend(MARKS.map(|_| Cell::new(BOX)));
            rows.push(Row::Cells { cells, struck: false, subject: None });
        }
    }
    Table { columns: columns(), rows, row_height: 7.5, text_size: PROGRAMME_SIZE, sums: None }
}

/// Without the stop that ends a sentence.
fn title(text: &str) -> String {
    text.trim().trim_end_matches([';', '.', ',', ':']).to_owned()
}

/// Who presents, each once, also parts of topics.
fn presenters(topics: &[Topic]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for topic in topics {
        let own = topic.presenters.iter().map(|one| sentence_case(one.name().trim()));
        for name in own.chain(presenters(&topic.children)) {
            if !names.iter().any(|known| compare_key(known) == compare_key(&name)) {
                names.push(name);
            }
        }
    }
    names
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let mut columns = vec![
        column("STT", Width::Fixed(11.0), Align::Centre),
        column("Nội dung", Width::Text { min: 60.0, max: 120.0, share: 1.0, firm: true }, Align::Left),
    ];
    columns.extend(MARKS.map(|mark| column(mark, Width::Fixed(15.0), Align::Centre)));
    columns
}

/// Name and unit, and what was learnt.
fn lessons(dossier: &Dossier, topics: &[Topic]) -> Vec<Block> {
    let session = list::session_in_text(dossier);
    let mut blocks = head("PHIẾU THU HOẠCH", session.to_owned(), dossier);
    let asked = ["Họ và tên:", "Chức vụ:", "Đơn vị:"];
    blocks.extend(asked.map(|label| Block::Paragraph(Paragraph::dotted(label))));
    if !topics.is_empty() {
        blocks.push(text(format!("Qua {session}, ông (bà) đã được nghe các nội dung:")));
        blocks.extend(topics::titles(topics).into_iter().map(Block::Paragraph));
    }
    blocks.extend(open("1. Những nội dung chính ông (bà) đã tiếp thu được:".to_owned(), 7));
    blocks.extend(open("2. Liên hệ với công việc ở địa phương, đơn vị:".to_owned(), 6));
    blocks.extend(open("3. Kiến nghị, đề xuất:".to_owned(), 4));
    let signature = super::content::SignatureBlock {
        lines: vec!["NGƯỜI VIẾT THU HOẠCH".to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        ..super::content::SignatureBlock::default()
    };
    blocks.push(Block::Signed(super::content::Signed { recipients: Vec::new(), signature }));
    blocks
}
