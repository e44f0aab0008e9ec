//! Danh sách đại biểu.
//!
//! The year of birth stands under Nam or Nữ, the traditional layout: the filled
//! column says the sex. Where the sex is not known, the year stands across both
//! columns, between the two, so that it claims neither; the user is told how
//! many there are. Where the year is not known, an "x" marks the sex.

use serde::Serialize;

use super::content::{Align, Block, Body, Cell, Column, Document, Section, Table, Width};
use super::finding::{Finding, PaperError};
use super::list::{self, Part};
use super::sign_in_sheet::Orientation;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::person::Gender;

/// What a delegate list shows, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DelegateListOptions {
    /// One cluster only; all of them, each on pages of its own, when `None`.
    pub cluster: Option<ClusterId>,
    /// Headings for communes.
    pub group: bool,
    /// Whether telephone numbers are printed.
    pub phone: bool,
    /// Upright or across; upright when left to the paper.
    pub orientation: Orientation,
}

impl Default for DelegateListOptions {
    fn default() -> Self {
        Self { cluster: None, group: true, phone: true, orientation: Orientation::Auto }
    }
}

/// Its name.
const NAME: &str = "Danh sách đại biểu";

/// What the list of a session says, and what the user should know of it.
pub fn document(
    dossier: &Dossier,
    options: &DelegateListOptions,
) -> Result<(Document, Vec<Finding>), PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let sections = parts.iter().map(|part| section(part, dossier, options)).collect();
    let info = list::info(NAME, &parts, options.cluster, dossier);

    let all = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
    let mut unknown = all.filter(|one| one.state == DelegateState::Listed && one.details.gender.is_none());
    let findings = unknown.next().map(|first| Finding::SexUnknown {
        people: 1 + unknown.count(),
        first: first.details.full_name.clone(),
    });
    Ok((Document { info, body: Body::Flow(sections) }, findings.into_iter().collect()))
}

fn section(part: &Part, dossier: &Dossier, options: &DelegateListOptions) -> Section {
    let rows = list::rows(part, options.group, |row, unit| {
        let details = &row.delegate.details;
        let mut cells = vec![Cell::new(row.number.to_string()), Cell::new(&details.full_name)];
        cells.extend(birth(row.delegate));
        cells.push(Cell::new(details.position.as_deref().unwrap_or_default()));
        cells.push(Cell::new(unit));
        if options.phone {
            cells.push(Cell::new(details.phone.as_deref().unwrap_or_default()));
        }
        cells.push(Cell::new(details.note.as_deref().unwrap_or_default()));
        cells
    });
    let table = Table { columns: columns(options.phone), rows, row_height: 7.0, sums: None };
    let name = part.name_and_place(dossier);
    Section {
        footer: list::join(" – ", [NAME.to_owned(), name.clone()]),
        name: if name.is_empty() { NAME.to_owned() } else { name },
        landscape: options.orientation == Orientation::Landscape,
        blocks: vec![
            Block::Head(list::head(dossier)),
            list::title("DANH SÁCH ĐẠI BIỂU", part, dossier),
            Block::Table(table),
            Block::Closing(list::closing(part, dossier)),
        ],
    }
}

/// The year under Nam or Nữ, or across both.
fn birth(delegate: &Delegate) -> Vec<Cell> {
    let year = list::birth_year(delegate);
    let marked = |year: String| Cell::new(if year.is_empty() { "x".to_owned() } else { year });
    match delegate.details.gender {
        Some(Gender::Male) => vec![marked(year), Cell::default()],
        Some(Gender::Female) => vec![Cell::default(), marked(year)],
        None => vec![Cell { text: year, extra_columns: 1, ..Cell::default() }],
    }
}

fn columns(phone: bool) -> Vec<Column> {
    let column = |title: &str, width, align| Column { title: title.to_owned(), group: None, width, align };
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let born = |title: &str| Column {
        title: title.to_owned(),
        group: Some("Năm sinh".to_owned()),
        width: Width::Fixed(10.8),
        align: Align::Centre,
    };
    let mut columns = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
        born("Nam"),
        born("Nữ"),
        column("Chức vụ", text(25.0, 60.0, 0.9, false), Align::Left),
        column("Đơn vị", text(24.0, 60.0, 0.9, false), Align::Left),
    ];
    if phone {
        columns.push(column("Điện thoại", text(22.0, 28.0, 1.0, true), Align::Centre));
    }
    columns.push(column("Ghi chú", text(11.0, 40.0, 0.95, false), Align::Left));
    columns
}
