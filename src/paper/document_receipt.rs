//! Ký nhận tài liệu: who took which documents.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, blank_rows, dated, group, orientation};
use super::content::{Align, Block, Body, Cell, Column, Document, LIST_SIZE, Section, Table, Width};
use super::finding::PaperError;
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList, Dated};
use super::orientation::Orientation;
use super::own::{self, OwnShown};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::own_column::OwnColumn;

/// What a receipt of documents shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReceiptOptions {
    /// What is typed for it.
    pub words: DocumentReceiptWords,
    /// How it looks.
    pub look: DocumentReceiptLook,
}

/// What is typed for a receipt of documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReceiptWords {
    /// The documents handed out, parted by semicolons: a column each. Nothing for
    /// one set of documents.
    pub documents: String,
}

/// How a receipt of documents looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReceiptLook {
    /// Numbered empty rows for those who come without being listed.
    pub blank_rows: u32,
    /// Headings for communes.
    pub group: bool,
    /// Which own columns of the session are printed, by their headings.
    pub own: OwnShown,
    /// Upright or across; left to the paper, across for more documents than fit upright.
    pub orientation: Orientation,
    /// Which day stands over the signatures.
    pub dated: Dated,
}

impl Default for DocumentReceiptLook {
    fn default() -> Self {
        let (own, dated) = (OwnShown::new(), Dated::LastDay);
        Self { blank_rows: 5, group: true, own, orientation: Orientation::Auto, dated }
    }
}

/// Its name.
pub const NAME: &str = "Danh sách ký nhận tài liệu";

/// How many documents fit upright.
const UPRIGHT: usize = 1;

/// How much room own columns have upright beside one document, in millimetres.
const ROOM_UPRIGHT: f32 = 24.0;

/// More columns than this leave no room to sign.
const MOST: usize = 6;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "document-receipt",
    label: "paper-document-receipt",
    name: "Ký nhận tài liệu",
    icon: "BookCheck",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for DocumentReceiptOptions {
    /// What the receipts of a session say.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let sections = parts.iter().map(|part| section(part, dossier, self)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        let mut findings = own::missing(own::labels(&self.look.own), dossier);
        findings.extend(list::blank_lists(&parts, dossier, self.look.blank_rows));
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn has_blank_form(&self) -> bool {
        true
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let documents = at!(self.words.documents).line("print-documents", "window-print-documents");
        let own = own::under(&at!(self.look.own), dossier);
        let mut items = vec![
            documents.hint("window-print-documents-hint").into(),
            Item::Under("window-print-rows", vec![group(at!(self.look.group))]),
        ];
        items.extend(own);
        items.push(blank_rows(at!(self.look.blank_rows)));
        items.push(dated(at!(self.look.dated)));
        items.push(orientation(at!(self.look.orientation)));
        items
    }
}

/// The documents by name; those beyond the columns there is room for share the last one.
fn documents(entered: &str) -> Vec<String> {
    let all: Vec<&str> = entered.split(';').map(str::trim).filter(|one| !one.is_empty()).collect();
    let (own, shared) = all.split_at(all.len().min(MOST - 1));
    let mut named: Vec<String> = own.iter().map(|&one| one.to_owned()).collect();
    if !shared.is_empty() {
        named.push(shared.join(", "));
    }
    named
}

fn section(part: &ClusterList, dossier: &Dossier, options: &DocumentReceiptOptions) -> Section {
    let documents = documents(&options.words.documents);
    let handed_out = documents.len().max(1);
    let own = own::shown(&options.look.own, dossier);
    let landscape = match options.look.orientation {
        Orientation::Portrait => false,
        Orientation::Landscape => true,
        Orientation::Auto => documents.len() > UPRIGHT || own::width_of(&own) > ROOM_UPRIGHT,
    };
    let columns = columns(&documents, &own);
    let mut rows = list::rows(part, options.look.group, |row, unit| {
        let details = &row.delegate.details;
        let listed = row.delegate.state == DelegateState::Listed;
        let mut cells = vec![
            Cell::new(row.number.to_string()),
            Cell::new(&details.full_name),
            Cell::new(details.position.as_deref().unwrap_or_default()),
            Cell::new(unit),
        ];
        cells.extend(own::cells(&own, row.delegate.id));
        // Those who were withdrawn get nothing.
        let taken = if listed { Cell::two_digits(1) } else { Cell::default() };
        cells.extend(std::iter::repeat_n(taken, handed_out));
        cells.extend([Cell::default(), Cell::default()]);
        cells
    });
    let last = part.rows.iter().map(|row| row.number).max().unwrap_or(0);
    let empty = list::empty_rows(part, dossier, options.look.blank_rows);
    list::add_blank(&mut rows, empty, Some(last), columns.len());
    let columns = if list::is_blank(part) { list::without_code(columns) } else { columns };
    let name = part.name_and_place(dossier);
    list::section(
        NAME,
        name,
        landscape,
        vec![
            Block::Head(list::head(dossier)),
            list::title("DANH SÁCH KÝ NHẬN TÀI LIỆU", part, dossier),
            Block::Table(Table { columns, rows, row_height: 8.2, text_size: LIST_SIZE, sums: None }),
            Block::Closing(list::closing_dated(part, dossier, options.look.dated)),
        ],
    )
}

fn columns(documents: &[String], own: &[&OwnColumn]) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let mut columns = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
        column("Chức vụ", text(25.0, 56.0, 0.9, false), Align::Left),
        column("Đơn vị", text(24.0, 56.0, 0.9, false), Align::Left),
    ];
    columns.extend(own::columns(own));
    if documents.is_empty() {
        columns.push(column("Số bộ", Width::Fixed(11.0), Align::Centre));
    }
    columns.extend(documents.iter().map(|title| Column {
        group: Some("Tài liệu, số lượng".to_owned()),
        ..column(title, Width::Fixed(22.0), Align::Centre)
    }));
    columns.push(Column::signed("Ký nhận", Width::Fill { min: 20.0, max: 36.0 }, Vec::new()));
    columns.push(column("Ghi chú", text(11.0, 30.0, 0.95, false), Align::Left));
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_a_column_each_as_long_as_there_is_room() {
        assert!(documents(" ; ").is_empty());
        assert_eq!(documents("Điều lệ; Tài liệu tập huấn;"), ["Điều lệ", "Tài liệu tập huấn"]);
        assert_eq!(documents("a;b;c;d;e;f;g"), ["a", "b", "c", "d", "e", "f, g"]);
    }
}
