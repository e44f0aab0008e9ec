//! Tổng hợp điểm danh: how many of each unit came to which sitting, by cluster and together.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, remark};
use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Reckoned, Row, Section, Table, TitleLine, Width,
};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::turnout::{self, Turnout};
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;

/// What a summary of attendance shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceSummaryOptions {
    /// What is typed for it.
    pub words: AttendanceSummaryWords,
}

/// What is typed for a summary of attendance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceSummaryWords {
    /// What stands under the title.
    pub remark: String,
}

/// Its name.
pub const NAME: &str = "Tổng hợp điểm danh";

/// Its title.
const KIND: &str = "BẢNG TỔNG HỢP ĐIỂM DANH";

/// So many sittings stand beside each other on a page; the others follow on further pages.
const BESIDE: usize = 3;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "attendance-summary",
    label: "attendance-summary",
    name: NAME,
    icon: "ClipboardCheck",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for AttendanceSummaryOptions {
    /// The summary of a session, and what the user should know of it.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::keep_meeting(&mut parts);
        let mut findings = Findings::default();
        note_unmarked(&parts, dossier, &mut findings);
        let words = AbsenceWords::of(&dossier.session.details);
        let mut sections = Vec::new();
        if parts.len() > 1 {
            sections.push(of_session(&parts, dossier, &words, &self.words.remark));
        }
        sections.extend(parts.iter().map(|part| of_cluster(part, dossier, &words, &self.words.remark)));
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![remark(at!(self.words.remark))]
    }
}

/// What the user should know of the marks a paper rests on: that there are none, or not of everybody.
pub fn note_unmarked(parts: &[ClusterList], dossier: &Dossier, findings: &mut Findings) {
    let all: Vec<Turnout> = parts.iter().flat_map(|part| turnout::of(part, dossier)).collect();
    let is_known = |one: &&Turnout| one.figures.is_known();
    if !all.iter().any(|one| is_known(&one)) {
        findings.missing(Fact::Marks);
        return;
    }
    let unmarked = all.iter().filter(is_known).map(|one| one.figures.unmarked).sum();
    if unmarked > 0 {
        findings.note(Finding::Unmarked { places: unmarked });
    }
    let without = all.iter().filter(|one| one.figures.invited > 0 && !one.figures.is_known()).count();
    if without > 0 {
        findings.note(Finding::SittingsUnmarked { sittings: without });
    }
}

/// The sittings of all clusters, a row each.
fn of_session(parts: &[ClusterList], dossier: &Dossier, words: &AbsenceWords, remark: &str) -> Section {
    let known: Vec<Turnout> = parts.iter().flat_map(|part| turnout::of(part, dossier)).collect();
    let open =
        known.iter().any(|one| one.figures.is_known()) && known.iter().any(|one| one.figures.unmarked > 0);
    let mut columns = vec![
        Column::new("STT", Width::Fixed(9.5), Align::Centre),
        Column::new("Cụm", text(34.0, 70.0), Align::Left),
        Column::new("Buổi", text(26.0, 40.0), Align::Left),
        count_column("Triệu tập", None),
    ];
    columns.extend(counted(words, open).map(|title| count_column(&title, None)));
    let mut rows = Vec::new();
    let (mut all, mut complete, mut several) = (Figures::default(), true, false);
    for part in parts {
        let turnouts = turnout::of(part, dossier);
        several |= turnouts.len() > 1;
        for one in &turnouts {
            let mut cells = vec![
                Cell::new((rows.len() + 1).to_string()),
                Cell::new(part.name(dossier)),
                Cell::new(turnout::name(one.sitting)),
                Cell::new(one.figures.invited.to_string()),
            ];
            cells.extend(cells_of(&one.figures, open, false));
            rows.push(row(cells));
            complete &= one.figures.is_known() || one.figures.invited == 0;
            all += one.figures;
        }
    }
    if rows.len() > 1 {
        // Whoever comes to several sittings is counted at each.
        let label = if several { "Tổng cộng (lượt người)" } else { "Tổng cộng" };
        let invited = Cell::total(all.invited.to_string(), 0).reckoned(Reckoned::Sum);
        let mut cells = vec![Cell::total(label, 2), invited];
        // Where some sitting was not marked, a sum would be taken for the whole.
        cells.extend(cells_of_known(&all, open, complete, true));
        rows.push(row(cells));
    }
    let mut title = Block::Title(vec![
        TitleLine::Kind(KIND.to_owned()),
        TitleLine::Subject(format!("Đại biểu tham dự {}", list::session_in_text(dossier))),
    ]);
    list::add_remark(&mut title, remark);
    let table = Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None };
    let blocks = vec![
        Block::Head(list::head(dossier)),
        title,
        Block::Table(table),
        Block::Closing(turnout::closing(String::new(), None, dossier)),
    ];
    list::section(NAME, "Toàn bộ các cụm".to_owned(), false, blocks)
}

/// The units of a cluster, a row each, its sittings beside each other.
fn of_cluster(part: &ClusterList, dossier: &Dossier, words: &AbsenceWords, remark: &str) -> Section {
    let turnouts = turnout::of(part, dossier);
    let units = list::by_unit(part);
    let mut title = list::title(KIND, part, dossier);
    list::add_remark(&mut title, remark);
    let mut blocks = vec![Block::Head(list::head(dossier)), title];
    // Without a sitting the units are told all the same.
    let pages: Vec<&[Turnout]> =
        if turnouts.is_empty() { vec![&[]] } else { turnouts.chunks(BESIDE).collect() };
    for (index, page) in pages.into_iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
            let names: Vec<String> = page.iter().map(|one| turnout::name(one.sitting)).collect();
            blocks.push(Block::Title(vec![
                TitleLine::Kind(format!("{KIND} (tiếp theo)")),
                TitleLine::Note(list::join(" – ", [part.name(dossier), names.join(", ")])),
            ]));
        }
        blocks.push(Block::Table(table(part, &units, page, dossier, words)));
    }
    let told = turnouts.iter().filter(|one| one.figures.is_known());
    let told: Vec<String> = told
        .map(|one| format!("{}: {}.", turnout::name(one.sitting), turnout::told(&one.figures, words)))
        .collect();
    let mut closing = turnout::closing(String::new(), Some(part), dossier);
    closing.lines = told;
    blocks.push(Block::Closing(closing));
    let landscape = turnouts.len().min(BESIDE) > 1;
    list::section(NAME, part.name_and_place(dossier), landscape, blocks)
}

fn table(
    part: &ClusterList,
    units: &[(String, ClusterList)],
    page: &[Turnout],
    dossier: &Dossier,
    words: &AbsenceWords,
) -> Table {
    let open = |one: &Turnout| one.figures.is_known() && one.figures.unmarked > 0;
    let mut columns = vec![
        Column::new("STT", Width::Fixed(9.5), Align::Centre),
        Column::new("Đơn vị", text(36.0, 70.0), Align::Left),
        count_column("Triệu tập", None),
    ];
    for one in page {
        let known = if one.figures.is_known() { "" } else { " (chưa điểm danh)" };
        let group = format!("{}{known}", turnout::name(one.sitting));
        columns.extend(counted(words, open(one)).map(|title| count_column(&title, Some(group.clone()))));
    }
    let cells = |invited: usize, figures: &dyn Fn(&Turnout) -> Figures, bold: bool| {
        let first = said(invited.to_string(), bold);
        let sittings = page.iter().flat_map(move |one| {
            // A sitting that nobody marked says nothing of any unit.
            let figures = if one.figures.is_known() { figures(one) } else { Figures::default() };
            cells_of_known(&figures, open(one), one.figures.is_known(), bold)
        });
        [first].into_iter().chain(sittings).collect::<Vec<Cell>>()
    };
    let mut rows: Vec<Row> = Vec::new();
    for (number, (unit, of_unit)) in (1..).zip(units.iter().filter(|(_, part)| part.count() > 0)) {
        let figures = |one: &Turnout| turnout::figures(of_unit, one.sitting, dossier);
        let mut all = vec![Cell::new(number.to_string()), Cell::new(unit)];
        all.extend(cells(of_unit.count(), &figures, false));
        rows.push(row(all));
    }
    if rows.len() > 1 {
        let mut all = vec![Cell::total("Tổng cộng", 1)];
        all.extend(cells(part.count(), &|one| one.figures, true));
        rows.push(row(all));
    }
    Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None }
}

/// What is counted at each sitting.
fn counted(words: &AbsenceWords, open: bool) -> impl Iterator<Item = String> {
    let absent = [format!("Vắng {}", words.excused), format!("Vắng {}", words.absent)];
    let open = open.then(|| "Chưa điểm danh".to_owned());
    ["Có mặt".to_owned(), "Trong đó đi thay".to_owned()].into_iter().chain(absent).chain(open)
}

/// The numbers under [`counted`]; blank where nothing is known.
fn cells_of(figures: &Figures, open: bool, bold: bool) -> Vec<Cell> {
    cells_of_known(figures, open, figures.is_known(), bold)
}

fn cells_of_known(figures: &Figures, open: bool, known: bool, bold: bool) -> Vec<Cell> {
    let counts = [figures.present, figures.substituted, figures.excused, figures.absent];
    let said = |count: usize| if known { count.to_string() } else { String::new() };
    let counts = counts.into_iter().map(said).chain(open.then(|| figures.unmarked.to_string()));
    counts.map(|count| self::said(count, bold)).collect()
}

/// A number of the table, or, bold, what the numbers over it come to.
fn said(count: String, total: bool) -> Cell {
    let reckoned = if total { Reckoned::Sum } else { Reckoned::No };
    Cell { bold: total, ..Cell::new(count) }.reckoned(reckoned)
}

fn count_column(title: &str, group: Option<String>) -> Column {
    Column { group, ..Column::new(title, Width::Fixed(14.0), Align::Centre) }
}

fn text(min: f32, max: f32) -> Width {
    Width::Text { min, max, share: 1.0, firm: false }
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}
