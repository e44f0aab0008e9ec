//! Mục lục văn bản, tài liệu: what stands in the file of a session, as archives want it listed (custom).
//!
//! What it says of a paper is read from the paper itself, as it is made for this session: its number and day, what it is
//! called, who issued it. So the index cannot disagree with what it lists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::card::{Item, at, blank_rows, issued, orientation};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Row, Table, TitleLine, Width,
};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Options, PaperKind, Phase, Scope};
use super::list;
use super::orientation::Orientation;
use super::turnout;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::date;
use crate::vietnamese::number::{in_words, sentence_case};

/// What an index says besides what the papers say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierIndexOptions {
    /// What is typed for it.
    pub words: DossierIndexWords,
    /// How it looks.
    pub look: DossierIndexLook,
}

/// What is typed for an index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierIndexWords {
    /// The number of the file in the archives; dots when empty.
    pub number: String,
    /// How many sheets each paper has in the file, by its id; none of a paper that is not in it.
    pub sheets: BTreeMap<String, u32>,
    /// What else is in the file, parted by semicolons.
    pub also: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
}

/// How an index looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierIndexLook {
    /// Numbered empty rows for what comes into the file later.
    pub blank_rows: u32,
    /// Upright or across; across when left to the paper, for it has many columns.
    pub orientation: Orientation,
}

impl Default for DossierIndexLook {
    fn default() -> Self {
        Self { blank_rows: 0, orientation: Orientation::Auto }
    }
}

/// Its name.
const NAME: &str = "Mục lục hồ sơ";

/// Dots to write on.
const DOTS: &str = "…………";

/// No paper of a session has more sheets.
const MOST_SHEETS: u32 = 9999;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "dossier-index",
    label: "paper-dossier-index",
    name: NAME,
    icon: "FolderOpen",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for DossierIndexOptions {
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    /// The index of the papers that can be made of a session, in the order in which they are used.
    fn document_among(
        &self,
        all: &Options,
        dossier: &Dossier,
        _cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        let mut findings = Findings::default();
        let entries = self.entries(all, dossier);
        if entries.iter().any(|one| one.lacks_number || one.day.is_none()) {
            findings.missing(Fact::NumbersInFile);
        }
        if entries.iter().any(|one| one.sheets.is_none()) {
            findings.missing(Fact::SheetsInFile);
        }
        if self.words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let number = match self.words.number.trim() {
            "" => DOTS,
            number => number,
        };
        let title = vec![
            TitleLine::Kind("MỤC LỤC VĂN BẢN, TÀI LIỆU".to_owned()),
            TitleLine::Subject(format!("Hồ sơ {}", list::session_in_text(dossier))),
            TitleLine::Note(format!("Hồ sơ số: {number}")),
        ];
        let sheets: Option<Vec<u32>> = entries.iter().map(|one| one.sheets).collect();
        let sheets = sheets.filter(|all| !all.is_empty()).map(|all| all.into_iter().sum::<u32>());
        let section = list::section(
            NAME,
            String::new(),
            self.look.orientation != Orientation::Portrait,
            vec![
                Block::Head(list::head(dossier)),
                Block::Title(title),
                Block::Table(table(&entries, self.look.blank_rows)),
                Block::Closing(self.closing(entries.len(), sheets, dossier)),
            ],
        );
        let info = list::info(NAME, &[], None, dossier);
        Ok((Document { info, body: Body::Flow(vec![section]) }, findings.into_vec()))
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let number = at!(self.words.number).line("print-file-number", "window-print-file-number");
        let also = at!(self.words.also).line("print-file-also", "window-print-file-also");
        let sheets = kept(dossier).map(|kind| {
            let sheets = at!(self.words.sheets).entry(&kind.id().to_owned());
            let id = format!("print-sheets-{}", kind.id());
            sheets.figure(&id, kind.about().label, (0, MOST_SHEETS), "window-print-count-refused").into()
        });
        let head = Item::Under("window-print-sheets-in-file", vec![Item::Says("window-print-sheets-hint")]);
        vec![
            number.hint("window-print-by-hand").into(),
            issued(at!(self.words.issued)),
            also.hint("window-print-file-also-hint").into(),
            blank_rows(at!(self.look.blank_rows)),
            orientation(at!(self.look.orientation)),
            Item::Fields([head].into_iter().chain(sheets).collect()),
        ]
    }
}

/// The kinds that are kept in the file of a session: what is handed out to people or put up in the hall is not, nor a
/// list of nobody.
fn kept(dossier: &Dossier) -> impl Iterator<Item = PaperKind> {
    let nobody = !dossier.delegates.iter().any(|one| one.state == DelegateState::Listed);
    PaperKind::ALL.into_iter().filter(move |kind| {
        let about = kind.about();
        *kind != PaperKind::DossierIndex
            && about.formats != kind::PLACED
            && !(nobody && about.lists_delegates)
    })
}

/// A line of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entry {
    /// "45/KH-MTTQ-BTT"; empty for papers that have none.
    number: String,
    /// It has a number that is not known.
    lacks_number: bool,
    day: Option<FuzzyDate>,
    title: String,
    author: String,
    /// How many sheets it has.
    sheets: Option<u32>,
    note: String,
}

impl DossierIndexOptions {
    fn entries(&self, all: &Options, dossier: &Dossier) -> Vec<Entry> {
        let sheets = |kind: PaperKind| self.words.sheets.get(kind.id()).copied();
        let mut entries: Vec<Entry> = kept(dossier)
            .filter(|kind| sheets(*kind) != Some(0))
            .filter_map(|kind| {
                let (document, _) = all.of(kind).document_among(all, dossier, None).ok()?;
                Some(Entry { sheets: sheets(kind), ..entry(&document, dossier)? })
            })
            .collect();
        let also = self.words.also.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        entries.extend(also.map(|title| Entry {
            title: sentence_case(title),
            number: DOTS.to_owned(),
            lacks_number: true,
            ..Entry::default()
        }));
        entries
    }

    fn closing(&self, count: usize, sheets: Option<u32>, dossier: &Dossier) -> Closing {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let sheets = match sheets {
            Some(sheets) => format!("{sheets:02} ({})", in_words(u64::from(sheets))),
            None => "………… (………………………………………)".to_owned(),
        };
        let count =
            format!("Mục lục có {count:02} ({}) văn bản, tài liệu; hồ sơ có {sheets} tờ.", in_words(count));
        Closing {
            place_date: list::place_date(dossier.letterhead.place.as_deref(), self.words.issued),
            ..turnout::closing(count, None, dossier)
        }
    }
}

/// What a paper says of itself. `None` for one without a title.
fn entry(document: &Document, dossier: &Dossier) -> Option<Entry> {
    let Body::Flow(sections) = &document.body else { return None };
    let first = sections.first()?;
    let mut entry = Entry::default();
    for block in &first.blocks {
        match block {
            Block::Head(head) => {
                // Decisions may be another body's.
                let own = *head == list::head(dossier);
                entry.author = if own { dossier.organisation.clone() } else { head.issuer.join(" ") };
            }
            Block::NumberDate(line) => {
                entry.number = line.number.trim_start_matches("Số").trim_start_matches(':').trim().to_owned();
                entry.lacks_number = entry.number.contains('…');
                entry.day = list::day_said(&line.place_date);
            }
            Block::Title(lines) if entry.title.is_empty() => entry.title = title(lines),
            Block::Closing(closing) if entry.day.is_none() => entry.day = list::day_said(&closing.place_date),
            _ => {}
        }
    }
    if sections.len() > 1 {
        entry.note = format!("{:02} bản", sections.len());
    }
    (!entry.title.is_empty()).then_some(entry)
}

/// "Kế hoạch tổ chức Hội nghị …": what kind it is, and of what.
fn title(lines: &[TitleLine]) -> String {
    let mut title = String::new();
    for line in lines {
        match line {
            TitleLine::Kind(kind) => title = sentence_case(&kind.to_lowercase()),
            TitleLine::Subject(subject) => {
                let subject = if title.is_empty() { subject.clone() } else { going_on(&title, subject) };
                title = list::join(" ", [title, subject]);
            }
            TitleLine::Note(_) | TitleLine::Addressed(_) => {}
        }
    }
    title
}

/// What goes on after a title: "Danh sách đại biểu" with "Đại biểu tham dự …" says its words once.
fn going_on(title: &str, subject: &str) -> String {
    let key = |words: &[&str]| words.join(" ").to_lowercase();
    let before: Vec<&str> = title.split(' ').collect();
    let after: Vec<&str> = subject.split(' ').collect();
    let most = before.len().min(after.len());
    let said = (1..=most).rev().find(|&count| key(&before[before.len() - count..]) == key(&after[..count]));
    inside(&after[said.unwrap_or(0)..].join(" "))
}

/// A text without the capital that only begins it; an abbreviation keeps its own.
fn inside(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().collect::<String>() + &text[first.len_utf8()..]
        }
        _ => text.to_owned(),
    }
}

fn table(entries: &[Entry], blank: u32) -> Table {
    let columns = columns();
    let mut next = Some(1_u32);
    let mut rows: Vec<Row> = Vec::new();
    for (number, one) in (1_usize..).zip(entries) {
        let sheets = next.zip(one.sheets).map(|(from, count)| (from, from.saturating_add(count)));
        next = sheets.map(|(_, next)| next);
        let place = match sheets {
            Some((from, next)) if next - from > 1 => format!("{from}-{}", next - 1),
            Some((from, _)) => from.to_string(),
            None => DOTS.to_owned(),
        };
        let day = one.day.map_or_else(|| DOTS.to_owned(), date::short);
        let texts = [number.to_string(), one.number.clone(), day, one.title.clone(), one.author.clone()];
        let cells = texts.into_iter().chain([place, one.note.clone()]).map(Cell::new);
        rows.push(Row::Cells { cells: cells.collect(), struck: false, subject: None });
    }
    let last = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    rows.extend((1..=blank).map(|number| {
        let mut cells = vec![Cell::default(); columns.len()];
        if let Some(first) = cells.first_mut() {
            *first = Cell::new(last.saturating_add(number).to_string());
        }
        Row::Cells { cells, struck: false, subject: None }
    }));
    Table { columns, rows, row_height: 8.0, text_size: LIST_SIZE, sums: None }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Số, ký hiệu", text(25.0, 42.0, 1.0, true), Align::Left),
        column("Ngày, tháng", text(19.0, 24.0, 1.0, true), Align::Centre),
        column("Tên loại và trích yếu nội dung", text(45.0, 130.0, 0.9, false), Align::Left),
        column("Tác giả", text(42.0, 60.0, 1.0, false), Align::Left),
        column("Tờ số", text(15.0, 18.0, 1.0, true), Align::Centre),
        column("Ghi chú", text(14.0, 22.0, 1.0, true), Align::Left),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_sentence() {
        let of = |kind: &str, subject: &str| {
            title(&[
                TitleLine::Kind(kind.into()),
                TitleLine::Subject(subject.into()),
                TitleLine::Note("Cụm 1".into()),
            ])
        };
        assert_eq!(of("KẾ HOẠCH", "Tổ chức Hội nghị tập huấn"), "Kế hoạch tổ chức Hội nghị tập huấn");
        assert_eq!(of("BIÊN BẢN", "MTTQ họp"), "Biên bản MTTQ họp");
        assert_eq!(of("", "Tổ chức"), "Tổ chức");
        assert_eq!(of("DANH SÁCH ĐẠI BIỂU", "Đại biểu tham dự Lớp"), "Danh sách đại biểu tham dự Lớp");
        assert_eq!(of("TỔNG HỢP", "Ý kiến đại biểu"), "Tổng hợp ý kiến đại biểu");
    }

    #[test]
    fn sheets_are_counted_on_until_one_is_not_known() {
        let of = |sheets| Entry { sheets, title: "Kế hoạch".into(), ..Entry::default() };
        let table = table(&[of(Some(3)), of(Some(1)), of(None), of(Some(2))], 0);
        let places: Vec<&str> = table
            .rows
            .iter()
            .map(|row| match row {
                Row::Cells { cells, .. } => cells[5].text.as_str(),
                Row::Heading { .. } => "",
            })
            .collect();
        assert_eq!(places, ["1-3", "4", DOTS, DOTS]);
    }
}
