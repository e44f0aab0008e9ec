//! Bảng đối chiếu: of everybody called, came, paid, documents, certificate; what does not agree first, with the reason.

use serde::{Deserialize, Serialize};

use super::attendance_summary::note_unmarked;
use super::card::{Item, at, remark};
use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Reckoned, Row, Section, Table, TitleLine, Width,
};
use super::finding::{Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::turnout;
use crate::domain::attendance::reconcile::{Entered, Line, Totals, lines};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};

/// What a reconciliation shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconciliationOptions {
    /// What is typed for it.
    pub words: ReconciliationWords,
    /// How it looks.
    pub look: ReconciliationLook,
}

/// What is typed for a reconciliation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconciliationWords {
    /// What stands under the title.
    pub remark: String,
}

/// How a reconciliation looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconciliationLook {
    /// Only those who do not agree are named.
    pub only_disagreeing: bool,
}

/// Its name.
pub const NAME: &str = "Bảng đối chiếu";

/// Its title.
const KIND: &str = "BẢNG ĐỐI CHIẾU";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "reconciliation",
    label: "paper-reconciliation",
    name: NAME,
    icon: "Columns3",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for ReconciliationOptions {
    /// The reconciliation of a session, and what the user should know of it.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let mut findings = Findings::default();
        note_unmarked(&parts, dossier, &mut findings);
        if dossier.receipts.is_empty() {
            findings.note(Finding::NoReceipts);
        }
        let compared: Vec<(&ClusterList, Vec<Line>)> =
            parts.iter().map(|part| (part, lines(&part.rows, part.cluster, dossier))).collect();
        let mut sections = vec![by_unit(&compared, dossier, &self.words.remark)];
        sections.extend(compared.iter().map(|(part, lines)| by_name(part, lines, dossier, self)));
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let only = at!(self.look.only_disagreeing).tick("reconcile-only-disagreeing");
        vec![Item::Under("window-print-rows", vec![only]), remark(at!(self.words.remark))]
    }
}

/// What the lines of each unit come to, cluster by cluster.
fn by_unit(compared: &[(&ClusterList, Vec<Line>)], dossier: &Dossier, remark: &str) -> Section {
    let mut rows = Vec::new();
    let several = compared.len() > 1;
    let mut number = 0;
    // Of a cluster whose lists were not entered nothing is counted, and so of all of them.
    let entered = |lines: &Vec<Line>| Entered::of(lines);
    let of_all = compared.iter().filter(|(_, lines)| !lines.is_empty()).map(|(_, lines)| entered(lines));
    let of_all = of_all.reduce(Entered::and);
    for (part, lines) in compared {
        if several && !lines.is_empty() {
            rows.push(list::heading(&part.name(dossier), Some(part.count())));
        }
        for (unit, of_unit) in list::by_unit(part) {
            let is_theirs = |delegate: DelegateId| of_unit.rows.iter().any(|row| row.delegate.id == delegate);
            let theirs = || lines.iter().filter(|line| is_theirs(line.row.delegate.id));
            if theirs().next().is_some() {
                number += 1;
                let mut cells = vec![Cell::new(number.to_string()), Cell::new(unit)];
                cells.extend(counts(&Totals::of(theirs()), entered(lines), false));
                rows.push(row(cells));
            }
        }
    }
    if let (Some(of_all), true) = (of_all, rows.len() > 1) {
        let all = Totals::of(compared.iter().flat_map(|(_, lines)| lines));
        let mut cells = vec![Cell::total("Tổng cộng", 1)];
        cells.extend(counts(&all, of_all, true));
        rows.push(row(cells));
    }
    let mut columns = vec![
        Column::new("STT", Width::Fixed(9.5), Align::Centre),
        Column::new("Đơn vị", Width::Text { min: 40.0, max: 80.0, share: 1.0, firm: false }, Align::Left),
    ];
    let titles = ["Triệu tập", "Có ký tên", "Nhận tiền", "Nhận tài liệu", "Giấy chứng nhận", "Không khớp"];
    columns.extend(titles.map(|title| Column::new(title, Width::Fixed(16.0), Align::Centre)));
    let mut title = Block::Title(vec![
        TitleLine::Kind(format!("{KIND} THEO ĐƠN VỊ")),
        TitleLine::Subject(format!("Đại biểu tham dự {}", list::session_in_text(dossier))),
    ]);
    list::add_remark(&mut title, remark);
    let blocks = vec![
        Block::Head(list::head(dossier)),
        title,
        Block::Table(Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None }),
        Block::Closing(turnout::closing(String::new(), None, dossier)),
    ];
    list::section(NAME, "Theo đơn vị".to_owned(), false, blocks)
}

fn counts(totals: &Totals, entered: Entered, bold: bool) -> Vec<Cell> {
    let all = [
        Some(totals.called),
        Some(totals.came).filter(|_| entered.marks),
        Some(totals.paid).filter(|_| entered.money),
        Some(totals.documents).filter(|_| entered.documents),
        Some(totals.certified),
        Some(totals.disagree),
    ];
    let said = |count: Option<usize>| count.map(|count| count.to_string()).unwrap_or_default();
    let reckoned = if bold { Reckoned::Sum } else { Reckoned::No };
    all.map(|count| Cell { bold, ..Cell::new(said(count)) }.reckoned(reckoned)).into()
}

/// Everybody of a cluster, those who do not agree first.
fn by_name(
    part: &ClusterList,
    lines: &[Line],
    dossier: &Dossier,
    options: &ReconciliationOptions,
) -> Section {
    let disagree: Vec<&Line> = lines.iter().filter(|line| !line.reasons.is_empty()).collect();
    let agree: Vec<&Line> = lines.iter().filter(|line| line.reasons.is_empty()).collect();
    let mut rows = Vec::new();
    let groups = [("Không khớp", &disagree, true), ("Khớp", &agree, !options.look.only_disagreeing)];
    for (name, group, shown) in groups {
        if shown && !group.is_empty() {
            rows.push(list::heading(name, Some(group.len())));
            rows.extend(group.iter().map(|line| person(line)));
        }
    }
    let count = match disagree.len() {
        0 => "Không có dòng nào không khớp.".to_owned(),
        count => format!("Có {count} dòng không khớp."),
    };
    let mut title = list::title(KIND, part, dossier);
    list::add_remark(&mut title, &options.words.remark);
    let mut blocks = vec![Block::Head(list::head(dossier)), title];
    if !rows.is_empty() {
        let columns = columns();
        blocks.push(Block::Table(Table { columns, rows, row_height: 7.0, text_size: LIST_SIZE, sums: None }));
    }
    blocks.push(Block::Closing(turnout::closing(count, Some(part), dossier)));
    list::section(NAME, part.name_and_place(dossier), true, blocks)
}

fn person(line: &Line) -> Row {
    let details = &line.row.delegate.details;
    let signed = match line.presence.is_known() {
        true => format!("{}/{}", line.presence.filled, line.presence.known),
        false => String::new(),
    };
    let received = |receipt: Option<&crate::domain::attendance::receipt::Receipt>| match receipt {
        Some(receipt) if receipt.received => match &receipt.receiver {
            Some(name) => format!("có ({name} nhận thay)"),
            None => "có".to_owned(),
        },
        Some(_) => "không".to_owned(),
        None => String::new(),
    };
    let reasons: Vec<&str> = line.reasons.iter().map(|reason| reason.printed()).collect();
    Row::Cells {
        cells: vec![
            Cell::new(line.row.number.to_string()),
            Cell::new(&details.full_name),
            Cell::new(details.unit.as_deref().unwrap_or_default()),
            Cell::new(if line.is_called() { "có" } else { "đã rút" }),
            Cell::new(signed),
            Cell::new(received(line.money)),
            Cell::new(received(line.documents)),
            Cell::new(line.certificate.unwrap_or_default()),
            Cell::new(reasons.join("; ")),
        ],
        struck: false,
        subject: Some(list::subject(line.row.delegate)),
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
        column("Đơn vị", text(26.0, 50.0, 0.9, false), Align::Left),
        column("Triệu tập", Width::Fixed(14.0), Align::Centre),
        column("Ký tên (buổi)", Width::Fixed(15.0), Align::Centre),
        column("Nhận tiền", text(15.0, 36.0, 0.9, false), Align::Centre),
        column("Nhận tài liệu", text(15.0, 36.0, 0.9, false), Align::Centre),
        column("Giấy chứng nhận", text(20.0, 32.0, 1.0, true), Align::Centre),
        column("Lý do không khớp", Width::Fill { min: 40.0, max: 90.0 }, Align::Left),
    ]
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}
