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
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// What a list of the absent shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceListOptions {
    /// How it looks.
    pub look: AbsenceListLook,
    /// What is typed for it.
    pub words: AbsenceListWords,
}

/// How a list of the absent looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceListLook {
    /// Under what the absent stand together.
    pub by: AbsentBy,
}

/// Under what the absent stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AbsentBy {
    /// The sitting.
    #[default]
    Sitting,
    /// Their commune or other unit: each stands there once, whatever sittings they missed.
    Unit,
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
        let sections = parts.iter().map(|part| self.section(part, dossier, &words)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let ways = [
            (AbsentBy::Sitting, "window-print-absent-by-sitting"),
            (AbsentBy::Unit, "window-print-absent-by-unit"),
        ];
        let by = at!(self.look.by).chips("window-print-absent-by", ways);
        vec![by.into(), remark(at!(self.words.remark))]
    }
}

/// Why somebody stands on the list.
enum Away<'a> {
    /// Absent, by a mark or at a closed sitting without one.
    Absent(Option<&'a Mark>),
    /// Not marked yet.
    Unmarked,
}

impl AbsenceListOptions {
    fn section(&self, part: &ClusterList, dossier: &Dossier, words: &AbsenceWords) -> Section {
        let turnouts = turnout::of(part, dossier);
        let mut title = list::title("DANH SÁCH ĐẠI BIỂU VẮNG", part, dossier);
        list::add_remark(&mut title, &self.words.remark);
        let mut blocks = vec![Block::Head(list::head(dossier)), title];
        blocks.extend(turnouts.iter().map(|one| Block::Paragraph(told(one, words))));
        let known: Vec<&Turnout> = turnouts.iter().filter(|one| one.figures.is_known()).collect();
        let rows = match self.look.by {
            AbsentBy::Sitting => by_sitting(part, &known, dossier, words),
            AbsentBy::Unit => by_unit(part, &known, dossier, words),
        };
        if !rows.is_empty() {
            let columns = columns();
            let table = Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None };
            blocks.push(Block::Table(table));
        }
        let times: usize = known.iter().map(|one| one.figures.away()).sum();
        let count = match known.len() {
            0 => String::new(),
            1 => format!("Danh sách có {times} người vắng."),
            _ => format!("Danh sách có {times} lượt người vắng."),
        };
        blocks.push(Block::Closing(turnout::closing(count, Some(part), dossier)));
        list::section(NAME, part.name_and_place(dossier), false, blocks)
    }
}

/// Who was absent, under each sitting.
fn by_sitting(part: &ClusterList, known: &[&Turnout], dossier: &Dossier, words: &AbsenceWords) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in known {
        let (absent, unmarked) = away(part, one, dossier);
        let name = turnout::name(one.sitting);
        for (name, people) in [
            (format!("{name} – vắng"), absent),
            (format!("{name} – chưa điểm danh, chưa tính là vắng"), unmarked),
        ] {
            let people = people.into_iter().map(|(row, why)| (row, why.how(words), why.note()));
            add_group(&mut rows, &name, people.collect());
        }
    }
    rows
}

/// Who was absent, under each commune or other unit, once with all sittings they missed. The unmarked come last: they are
/// not absent.
fn by_unit(part: &ClusterList, known: &[&Turnout], dossier: &Dossier, words: &AbsenceWords) -> Vec<Row> {
    let (mut absent, mut unmarked): (Vec<Missing>, Vec<Missing>) = (Vec::new(), Vec::new());
    for one in known {
        let (gone, open) = away(part, one, dossier);
        for (all, some) in [(&mut absent, gone), (&mut unmarked, open)] {
            for (row, why) in some {
                let at = all.iter().position(|known| known.row.delegate.id == row.delegate.id);
                let at = at.unwrap_or_else(|| {
                    all.push(Missing { row, ways: Vec::new(), notes: Vec::new() });
                    all.len() - 1
                });
                all[at].missed(why.how(words), turnout::name(one.sitting), why.note());
            }
        }
    }
    let is_one = known.len() == 1;
    let mut absent: Vec<Told> = absent.iter().map(|one| one.told(is_one)).collect();
    let mut unmarked: Vec<Told> = unmarked.iter().map(|one| one.told(is_one)).collect();
    // In the order of the list, whatever sitting was missed.
    let place = |one: &Told| part.rows.iter().position(|row| row.delegate.id == one.0.delegate.id);
    absent.sort_by_key(place);
    unmarked.sort_by_key(place);
    let mut rows = Vec::new();
    let mut units: Vec<String> = Vec::new();
    for (row, ..) in &absent {
        let unit = unit_of(row);
        if !units.iter().any(|known| compare_key(known) == compare_key(&unit)) {
            units.push(unit);
        }
    }
    for unit in units {
        let key = compare_key(&unit);
        let of_unit = absent.iter().filter(|one| compare_key(&unit_of(&one.0)) == key).cloned().collect();
        add_group(&mut rows, if unit.is_empty() { "Chưa rõ đơn vị" } else { &unit }, of_unit);
    }
    add_group(&mut rows, "Chưa điểm danh, chưa tính là vắng", unmarked);
    rows
}

/// The commune or other unit under which somebody stands.
fn unit_of(row: &Numbered<'_>) -> String {
    row.delegate.details.group().unwrap_or_default().to_owned()
}

/// Somebody who missed sittings.
struct Missing<'a> {
    row: Numbered<'a>,
    /// With leave or without, and which sittings so.
    ways: Vec<(String, Vec<String>)>,
    notes: Vec<String>,
}

impl<'a> Missing<'a> {
    fn missed(&mut self, how: String, sitting: String, note: String) {
        match self.ways.iter_mut().find(|(known, _)| *known == how) {
            Some((_, sittings)) => sittings.push(sitting),
            None => self.ways.push((how, vec![sitting])),
        }
        if !note.is_empty() && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// In words; where there `is_one` sitting it is not named.
    fn told(&self, is_one: bool) -> Told<'a> {
        let way = |(how, sittings): &(String, Vec<String>)| match (is_one, how.as_str()) {
            (true, how) => how.to_owned(),
            (false, "") => sittings.join(", "),
            (false, how) => format!("{how}: {}", sittings.join(", ")),
        };
        let ways: Vec<String> = self.ways.iter().map(way).collect();
        (self.row, ways.join("; "), self.notes.join("; "))
    }
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

/// Somebody, how they were absent, and why.
type Told<'a> = (Numbered<'a>, String, String);

impl Away<'_> {
    /// With leave or without.
    fn how(&self, words: &AbsenceWords) -> String {
        match self {
            Self::Absent(mark) => {
                let excused = mark.is_some_and(|mark| mark.status == AttendanceStatus::Excused);
                sentence_case(if excused { &words.excused } else { &words.absent })
            }
            Self::Unmarked => String::new(),
        }
    }

    /// Why.
    fn note(&self) -> String {
        match self {
            Self::Absent(Some(mark)) => mark.note.clone().unwrap_or_default(),
            Self::Absent(None) | Self::Unmarked => String::new(),
        }
    }
}

fn add_group(rows: &mut Vec<Row>, name: &str, people: Vec<Told<'_>>) {
    if people.is_empty() {
        return;
    }
    rows.push(list::heading(name, Some(people.len())));
    for (row, how, note) in people {
        let details = &row.delegate.details;
        rows.push(Row::Cells {
            cells: vec![
                Cell::new(row.number.to_string()),
                Cell::new(&details.full_name),
                Cell::new(details.position.as_deref().unwrap_or_default()),
                Cell::new(details.unit.as_deref().unwrap_or_default()),
                Cell::new(how),
                Cell::new(note),
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
