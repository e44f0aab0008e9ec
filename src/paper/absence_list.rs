//! Danh sách vắng: who was absent at which sitting, with leave or without, and why. Who was not marked at a sitting that
//! is still open is not absent, and told apart.

use serde::{Deserialize, Serialize};

use super::attendance_summary::note_unmarked;
use super::card::{Item, at, remark};
use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Paragraph, Row, Section, Table, Width,
};
use super::finding::{Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::turnout::{self, Turnout};
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::attendance::{AttendanceStatus, Mark};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::Numbered;
use crate::vietnamese::number::sentence_case;

/// What a list of the absent shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceListOptions {
    /// What is typed for it.
    pub words: AbsenceListWords,
}

/// What is typed for a list of the absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceListWords {
    /// What stands under the title.
    pub remark: String,
}

/// Its name.
pub const NAME: &str = "Danh sách vắng";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "absence-list",
    label: "paper-absence-list",
    name: NAME,
    icon: "UserX",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for AbsenceListOptions {
    /// The absent of a session, and what the user should know of the list.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::keep_meeting(&mut parts);
        let mut findings = Findings::default();
        note_unmarked(&parts, dossier, &mut findings);
        let words = AbsenceWords::of(&dossier.session.details);
        let sections = parts.iter().map(|part| section(part, dossier, &words, &self.words.remark)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![remark(at!(self.words.remark))]
    }
}

/// Why somebody stands on the list.
enum Away<'a> {
    /// Absent, by a mark or at a closed sitting without one.
    Absent(Option<&'a Mark>),
    /// Not marked yet.
    Unmarked,
}

fn section(part: &ClusterList, dossier: &Dossier, words: &AbsenceWords, remark: &str) -> Section {
    let turnouts = turnout::of(part, dossier);
    let mut title = list::title("DANH SÁCH ĐẠI BIỂU VẮNG", part, dossier);
    list::add_remark(&mut title, remark);
    let mut blocks = vec![Block::Head(list::head(dossier)), title];
    blocks.extend(turnouts.iter().map(|one| Block::Paragraph(told(one, words))));
    let known = || turnouts.iter().filter(|one| one.figures.is_known());
    let mut rows = Vec::new();
    for one in known() {
        let (absent, unmarked) = away(part, one, dossier);
        let name = turnout::name(one.sitting);
        add_group(&mut rows, &format!("{name} – vắng"), &absent, words);
        add_group(&mut rows, &format!("{name} – chưa điểm danh, chưa tính là vắng"), &unmarked, words);
    }
    if !rows.is_empty() {
        let columns = columns();
        blocks.push(Block::Table(Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None }));
    }
    let times: usize = known().map(|one| one.figures.away()).sum();
    let count = match known().count() {
        0 => String::new(),
        1 => format!("Danh sách có {times} người vắng."),
        _ => format!("Danh sách có {times} lượt người vắng."),
    };
    blocks.push(Block::Closing(turnout::closing(count, Some(part), dossier)));
    list::section(NAME, part.name_and_place(dossier), false, blocks)
}

/// A sitting in one line: its figures, or that nobody marked it.
fn told(one: &Turnout, words: &AbsenceWords) -> Paragraph {
    let name = turnout::name(one.sitting);
    match one.figures.is_known() {
        true => {
            let figures = turnout::told(&one.figures, words);
            Paragraph::point("-", format!("{name}: triệu tập: {} người; {figures}.", one.figures.invited))
        }
        false => Paragraph::point("-", format!("{name}: chưa điểm danh, không nêu ai vắng.")),
    }
}

type Rows<'a> = Vec<(Numbered<'a>, Away<'a>)>;

/// Who of a part was absent at a sitting, and who was not marked.
fn away<'a>(part: &ClusterList<'a>, one: &Turnout, dossier: &'a Dossier) -> (Rows<'a>, Rows<'a>) {
    let (mut absent, mut unmarked) = (Vec::new(), Vec::new());
    for row in part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed) {
        match dossier.attendance.of(row.delegate.id, one.sitting.id) {
            Some(mark) if mark.status.is_filled() => {}
            Some(mark) => absent.push((*row, Away::Absent(Some(mark)))),
            None if one.is_closed => absent.push((*row, Away::Absent(None))),
            None => unmarked.push((*row, Away::Unmarked)),
        }
    }
    (absent, unmarked)
}

fn add_group(rows: &mut Vec<Row>, name: &str, people: &Rows<'_>, words: &AbsenceWords) {
    if people.is_empty() {
        return;
    }
    rows.push(list::heading(name, Some(people.len())));
    for (row, why) in people {
        let details = &row.delegate.details;
        let (how, note) = match why {
            Away::Absent(mark) => {
                let excused = mark.is_some_and(|mark| mark.status == AttendanceStatus::Excused);
                let how = if excused { &words.excused } else { &words.absent };
                (sentence_case(how), mark.and_then(|mark| mark.note.as_deref()))
            }
            Away::Unmarked => (String::new(), None),
        };
        rows.push(Row::Cells {
            cells: vec![
                Cell::new(row.number.to_string()),
                Cell::new(&details.full_name),
                Cell::new(details.position.as_deref().unwrap_or_default()),
                Cell::new(details.unit.as_deref().unwrap_or_default()),
                Cell::new(how),
                Cell::new(note.unwrap_or_default()),
            ],
            struck: false,
            subject: Some(list::subject(row.delegate)),
        });
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
        column("Chức vụ", text(22.0, 50.0, 0.9, false), Align::Left),
        column("Đơn vị", text(22.0, 50.0, 0.9, false), Align::Left),
        column("Vắng", text(20.0, 28.0, 1.0, true), Align::Left),
        column("Lý do", Width::Fill { min: 22.0, max: 60.0 }, Align::Left),
    ]
}
