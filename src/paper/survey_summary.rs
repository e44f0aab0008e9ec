//! Tổng hợp phiếu khảo sát: how the sheets of the survey were answered, counted by hand.
//!
//! What is counted are the questions of the sheet itself (`survey::questions`), each known by its words: a programme that
//! changes later takes no figures along to another question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::card::{Item, Label, at, issued};
use super::content::{Align, Block, Cell, Column, LIST_SIZE, Paragraph, Row, Span, Table, TitleLine, Width};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::survey::{self, MARKS, Question};
use super::{letter, list, turnout};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::paper::content::Closing;
use crate::paper::minutes::lines;

/// What a summary says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveySummaryOptions {
    /// What is typed for it.
    pub words: SurveySummaryWords,
}

/// What is typed for a summary; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveySummaryWords {
    /// How many sheets were handed out.
    pub handed_out: Option<u32>,
    /// How many came back: what percentages are of.
    pub returned: Option<u32>,
    /// How many gave each answer, by question and answer.
    pub counts: BTreeMap<String, u32>,
    /// What was written on the sheets, parted by semicolons.
    pub remarks: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
}

/// Its name.
const NAME: &str = "Tổng hợp phiếu khảo sát";

/// Dots to write a figure on.
const DOTS: &str = "……";

/// No session has more sheets.
const MOST: u32 = 99_999;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "survey-summary",
    label: "paper-survey-summary",
    name: NAME,
    icon: "ChartColumn",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for SurveySummaryOptions {
    /// The summary of a session, and what the user should know of it.
    fn document(&self, dossier: &Dossier, _cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let mut summary =
            Summary { words: &self.words, counted: counted(dossier), findings: Findings::default() };
        let blocks = summary.blocks(dossier);
        Ok((letter::of_session(NAME, blocks, dossier), summary.findings.into_vec()))
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let refused = "window-print-count-refused";
        let range = (0, MOST);
        let sheets = [
            at!(self.words.handed_out).figure("survey-out", "window-print-survey-out", range, refused),
            at!(self.words.returned).figure("survey-back", "window-print-survey-back", range, refused),
        ];
        let questions = (1..).zip(counted(dossier)).map(|(number, one)| {
            let fields = one.keys.iter().zip(&one.question.answers).enumerate();
            let fields = fields.map(|(place, (key, answer))| {
                let id = format!("survey-{number}-{}", place + 1);
                let count = at!(self.words.counts).entry(key);
                count.figure(&id, "window-print-count", range, refused).called(answer.clone())
            });
            let label = Label::Name(format!("{number}. {}", one.question.text));
            Item::Across(label, fields.collect())
        });
        let questions = [Item::Says("window-print-survey-counts")].into_iter().chain(questions);
        let remarks = at!(self.words.remarks).line("survey-remarks", "window-print-survey-remarks");
        vec![
            Item::Fields(sheets.into_iter().map(Item::from).collect()),
            Item::Fields(questions.collect()),
            remarks.hint("window-print-survey-remarks-hint").into(),
            issued(at!(self.words.issued)),
        ]
    }
}

/// A question with what its answers are counted under.
struct Counted {
    question: Question,
    keys: Vec<String>,
}

/// What is counted. Of questions of the same words each has its own figures.
fn counted(dossier: &Dossier) -> Vec<Counted> {
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let of = |question: Question| {
        let times = asked.entry(question.text.clone()).or_default();
        *times += 1;
        let again = if *times > 1 { format!(" ({times})") } else { String::new() };
        let key = |answer: &String| format!("{}{again} / {answer}", question.text);
        Counted { keys: question.answers.iter().map(key).collect(), question }
    };
    survey::questions(dossier).into_iter().map(of).collect()
}

/// A summary being put into words.
struct Summary<'a> {
    words: &'a SurveySummaryWords,
    counted: Vec<Counted>,
    findings: Findings,
}

impl Summary<'_> {
    fn blocks(&mut self, dossier: &Dossier) -> Vec<Block> {
        let session = list::session_in_text(dossier);
        let subject = format!("Ý kiến {} về {session}", survey::people(dossier));
        let title = vec![TitleLine::Kind("TỔNG HỢP PHIẾU KHẢO SÁT".to_owned()), TitleLine::Subject(subject)];
        let (marked, others): (Vec<Counted>, Vec<Counted>) =
            std::mem::take(&mut self.counted).into_iter().partition(|one| one.question.answers == MARKS);
        let mut blocks = vec![Block::Head(list::head(dossier)), Block::Title(title)];
        blocks.extend(self.sheets().into_iter().map(Block::Paragraph));
        let heading = |number: &str, words: &str| Block::Paragraph(Paragraph::heading(number, words));
        blocks.push(heading("1.", "Kết quả đánh giá từng nội dung"));
        blocks.push(Block::Table(self.marked(&marked)));
        blocks.push(heading("2.", "Đánh giá chung"));
        blocks.push(Block::Table(self.others(&others)));
        blocks.push(heading("3.", "Ý kiến góp ý, kiến nghị"));
        blocks.extend(self.remarks().into_iter().map(Block::Paragraph));
        if self.words.issued.is_none() {
            self.findings.missing(Fact::IssueDate);
        }
        blocks.push(Block::Closing(Closing {
            place_date: list::place_date(dossier.letterhead.place.as_deref(), self.words.issued),
            left: list::prepared_by("NGƯỜI TỔNG HỢP"),
            ..turnout::closing(String::new(), None, dossier)
        }));
        blocks
    }

    /// How many sheets were handed out and came back.
    fn sheets(&mut self) -> Vec<Paragraph> {
        let (out, back) = (self.words.handed_out, self.words.returned);
        if out.is_none() || back.is_none() {
            self.findings.missing(Fact::SurveySheets);
        }
        if let (Some(handed_out), Some(returned)) = (out, back)
            && returned > handed_out
        {
            self.findings.note(Finding::SurveyMoreReturned { returned, handed_out });
        }
        let sheets = |label: &str, count: Option<u32>, more: String| match count {
            Some(count) => Paragraph::text(format!("{label}: {count:02} phiếu{more}.")),
            None => Paragraph::dotted(format!("{label}:")),
        };
        let part = out.zip(back).and_then(|(out, back)| percent(back, out));
        let part = part.map(|part| format!(", đạt {part}%")).unwrap_or_default();
        vec![
            sheets("Số phiếu phát ra", out, String::new()),
            sheets("Số phiếu thu về", back, part),
            Paragraph {
                spans: vec![Span::italic("Tỷ lệ tính trên số phiếu thu về.")],
                ..Paragraph::default()
            },
        ]
    }

    /// What was counted of an answer, as figure and as a part of the sheets that came back.
    fn answer(&mut self, key: &str) -> [Cell; 2] {
        let count = self.words.counts.get(key).copied();
        if count.is_none() {
            self.findings.missing(Fact::SurveyCounts);
        }
        let part = count.zip(self.words.returned).and_then(|(count, of)| percent(count, of));
        let said = |text: Option<String>| Cell::new(text.unwrap_or_else(|| DOTS.to_owned()));
        [said(count.map(|count| count.to_string())), said(part)]
    }

    /// Says it where a question has more answers than sheets came back.
    fn check(&mut self, one: &Counted) {
        let counts = one.keys.iter().filter_map(|key| self.words.counts.get(key));
        let sum = counts.fold(0, |sum: u32, count| sum.saturating_add(*count));
        if let Some(returned) = self.words.returned.filter(|returned| sum > *returned) {
            let question = one.question.text.clone();
            self.findings.note(Finding::SurveyMoreAnswers { question, sum, returned });
        }
    }

    /// Every topic, presenter and part of the organisation, a row each.
    fn marked(&mut self, all: &[Counted]) -> Table {
        let mut rows = Vec::new();
        let mut under = "";
        for (number, one) in (1..).zip(all) {
            if one.question.under != under {
                under = one.question.under;
                rows.push(list::heading(under, None));
            }
            self.check(one);
            let text = if one.question.text.is_empty() { "…………" } else { one.question.text.as_str() };
            let mut cells = vec![Cell::new(usize::to_string(&number)), Cell::new(text)];
            cells.extend(one.keys.iter().flat_map(|key| self.answer(key)));
            rows.push(row(cells));
        }
        let mut columns = vec![
            Column::new("STT", Width::Fixed(9.5), Align::Centre),
            Column::new(
                "Nội dung",
                Width::Text { min: 56.0, max: 120.0, share: 1.0, firm: true },
                Align::Left,
            ),
        ];
        for mark in MARKS {
            for title in ["SL", "%"] {
                let group = Some(mark.to_owned());
                columns.push(Column { group, ..Column::new(title, Width::Fixed(12.2), Align::Centre) });
            }
        }
        table(columns, rows)
    }

    /// What has answers of its own: a heading for each question, a row for each answer.
    fn others(&mut self, all: &[Counted]) -> Table {
        let mut rows = Vec::new();
        for one in all {
            rows.push(list::heading(&one.question.text, None));
            self.check(one);
            for (key, answer) in one.keys.iter().zip(&one.question.answers) {
                let mut cells = vec![Cell::new(answer)];
                cells.extend(self.answer(key));
                rows.push(row(cells));
            }
        }
        let columns = vec![
            Column::new(
                "Trả lời",
                Width::Text { min: 60.0, max: 125.0, share: 1.0, firm: false },
                Align::Left,
            ),
            Column::new("Số phiếu", Width::Fixed(22.0), Align::Centre),
            Column::new("Tỷ lệ (%)", Width::Fixed(22.0), Align::Centre),
        ];
        table(columns, rows)
    }

    /// What was written on the sheets; lines to write on where nothing is known.
    fn remarks(&self) -> Vec<Paragraph> {
        let said = self.words.remarks.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        let said: Vec<Paragraph> = said.map(|one| Paragraph::point("-", letter::stopped(one, "."))).collect();
        if !said.is_empty() {
            return said;
        }
        // The last question goes over the page with its only line: signatures have words over them.
        let questions = survey::open_questions();
        let asked = |(place, question): (usize, &str)| {
            let count = if place + 1 < questions.len() { 2 } else { 1 };
            [Paragraph::text(format!("{question}:"))].into_iter().chain(lines(count)).collect::<Vec<_>>()
        };
        questions.into_iter().enumerate().flat_map(asked).collect()
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}

fn table(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table { columns, rows, row_height: 6.5, text_size: LIST_SIZE, sums: None }
}

/// "94,4": a part of a whole in hundredths, rounded to a tenth. `None` of nothing.
fn percent(part: u32, whole: u32) -> Option<String> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let tenths = (part * 2000 + whole).checked_div(whole * 2)?;
    Some(format!("{},{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn parts_are_told_to_a_tenth_with_a_comma() {
        for (part, whole, told) in [
            (0, 7, "0,0"),
            (1, 3, "33,3"),
            (2, 3, "66,7"),
            (85, 90, "94,4"),
            (7, 7, "100,0"),
            (1, 2000, "0,1"),
        ] {
            assert_eq!(percent(part, whole).as_deref(), Some(told), "{part}/{whole}");
        }
        assert_eq!(percent(3, 0), None);
    }
}
