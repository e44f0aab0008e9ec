//! Danh sách ký tên: the primary record of who attended.

use serde::{Deserialize, Serialize};

use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Section, Table, TitleLine, Width,
};
use super::finding::PaperError;
use super::list::{self, Part};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::Numbered;
use crate::vietnamese::date;

/// What a sign-in sheet shows, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheetOptions {
    /// One cluster only; all of them, each on pages of its own, when `None`.
    pub cluster: Option<ClusterId>,
    /// Numbered empty rows for those who come without being listed.
    pub blank_rows: u32,
    /// Headings for communes.
    pub group: bool,
    /// Which columns.
    pub columns: SheetColumns,
    /// Upright or across.
    pub orientation: Orientation,
}

/// The columns that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetColumns {
    /// Năm sinh.
    pub birth: bool,
    /// Chức vụ.
    pub position: bool,
    /// Đơn vị.
    pub unit: bool,
    /// Điện thoại: personal data, off unless asked for.
    pub phone: bool,
    /// Ghi chú.
    pub note: bool,
}

/// How the page lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    /// Upright while the columns fit.
    #[default]
    Auto,
    /// Upright.
    Portrait,
    /// Across.
    Landscape,
}

impl Default for SheetColumns {
    fn default() -> Self {
        Self { birth: true, position: true, unit: true, phone: false, note: true }
    }
}

impl Default for SignInSheetOptions {
    fn default() -> Self {
        Self {
            cluster: None,
            blank_rows: 5,
            group: true,
            columns: SheetColumns::default(),
            orientation: Orientation::Auto,
        }
    }
}

/// Its name.
const NAME: &str = "Danh sách ký tên";

/// Room to sign: the least height of a row, in millimetres.
const ROW_HEIGHT: f32 = 8.2;

/// Column widths of an upright or a landscape sheet, in millimetres.
struct Measures {
    text: f32,
    name: f32,
    position: f32,
    unit: f32,
    note: f32,
    signature: f32,
}

impl Measures {
    fn of(landscape: bool) -> Self {
        if landscape {
            // Six signatures fit: three days of two sittings.
            Self { text: 247.0, name: 40.0, position: 30.0, unit: 29.0, note: 13.0, signature: 18.0 }
        } else {
            Self { text: 165.0, name: 34.0, position: 25.0, unit: 24.0, note: 11.0, signature: 20.0 }
        }
    }

    /// How many signature columns fit beside the columns that were chosen.
    fn signatures(&self, columns: SheetColumns) -> usize {
        ((self.spare(columns) / self.signature) as usize).max(1)
    }

    /// Least width of each of `count` signature columns: more than the least of
    /// all where they are few.
    fn signature(&self, columns: SheetColumns, count: usize) -> f32 {
        let each = self.spare(columns) / count.max(1) as f32;
        self.signature + (each.min(34.0) - self.signature).max(0.0) * 0.3
    }

    /// What the other columns leave.
    fn spare(&self, columns: SheetColumns) -> f32 {
        let chosen = |on: bool, width: f32| if on { width } else { 0.0 };
        let others = NUMBER
            + self.name
            + chosen(columns.birth, BIRTH)
            + chosen(columns.position, self.position)
            + chosen(columns.unit, self.unit)
            + chosen(columns.phone, PHONE)
            + chosen(columns.note, self.note);
        self.text - others
    }
}

/// Width of the STT column.
const NUMBER: f32 = 9.5;
/// Width of a year of birth.
const BIRTH: f32 = 10.8;
/// Width of a telephone number.
const PHONE: f32 = 23.0;

/// What the sheets of a session say.
pub fn document(dossier: &Dossier, options: &SignInSheetOptions) -> Result<Document, PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let sections = parts.iter().map(|part| section(part, dossier, options)).collect();
    let info = list::info(NAME, &parts, options.cluster, dossier);
    Ok(Document { info, body: Body::Flow(sections) })
}

/// The sheets of one cluster. Sittings that no page is wide enough for go on
/// further sheets with the same list.
fn section(part: &Part, dossier: &Dossier, options: &SignInSheetOptions) -> Section {
    let sittings: &[Sitting] = part.cluster.map_or(&[], |cluster| &cluster.sittings);
    let landscape = match options.orientation {
        Orientation::Portrait => false,
        Orientation::Landscape => true,
        Orientation::Auto => sittings.len() > Measures::of(false).signatures(options.columns),
    };
    let measures = Measures::of(landscape);
    let sheets = sheets(sittings, measures.signatures(options.columns));

    let mut blocks = vec![Block::Head(list::head(dossier)), list::title("DANH SÁCH KÝ TÊN", part, dossier)];
    for (index, sheet) in sheets.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
            blocks.push(Block::Title(vec![
                TitleLine::Kind("DANH SÁCH KÝ TÊN (tiếp theo)".to_owned()),
                TitleLine::Note(list::join(" – ", [part.name(dossier), days(sheet)])),
            ]));
        }
        blocks.push(Block::Table(table(part, sheet, options, &measures)));
    }
    blocks.push(Block::Closing(list::closing(part, dossier)));
    let name = part.name_and_place(dossier);
    let footer = list::join(" – ", [NAME.to_owned(), name.clone()]);
    Section {
        name: if name.is_empty() { NAME.to_owned() } else { name },
        footer,
        landscape,
        subject: None,
        blocks,
    }
}

/// Sittings in sheets of at most `most`, days kept whole where a sheet can hold one.
fn sheets(sittings: &[Sitting], most: usize) -> Vec<&[Sitting]> {
    let mut sheets = Vec::new();
    let mut rest = sittings;
    while rest.len() > most {
        let day_ends = |&at: &usize| rest[at - 1].details.date != rest[at].details.date;
        let at = (1..=most).rev().find(day_ends).unwrap_or(most);
        let (sheet, others) = rest.split_at(at);
        sheets.push(sheet);
        rest = others;
    }
    sheets.push(rest);
    sheets
}

/// "ngày 10/5/2023, 11/5/2023": the days of a sheet.
fn days(sittings: &[Sitting]) -> String {
    let mut days: Vec<String> = sittings.iter().map(|sitting| date::short(sitting.details.date)).collect();
    days.dedup();
    if days.is_empty() { String::new() } else { format!("ngày {}", days.join(", ")) }
}

fn table(part: &Part, sittings: &[Sitting], options: &SignInSheetOptions, measures: &Measures) -> Table {
    let chosen = options.columns;
    let columns = columns(sittings, chosen, measures);
    let signatures = sittings.len().max(1);
    let mut rows = list::rows(part, options.group, |row, unit| cells(row, unit, chosen, signatures));
    let last = part.rows.iter().map(|row| row.number).max().unwrap_or(0);
    list::add_blank(&mut rows, options.blank_rows, last, columns.len());
    Table { columns, rows, row_height: ROW_HEIGHT, text_size: LIST_SIZE, sums: None }
}

fn columns(sittings: &[Sitting], chosen: SheetColumns, measures: &Measures) -> Vec<Column> {
    let column = |title: &str, width, align| Column { title: title.to_owned(), group: None, width, align };
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let mut columns = vec![
        column("STT", Width::Fixed(NUMBER), Align::Centre),
        column("Họ và tên", text(measures.name, 46.0, 1.0, true), Align::Left),
    ];
    if chosen.birth {
        columns.push(column("Năm sinh", Width::Fixed(BIRTH), Align::Centre));
    }
    if chosen.position {
        columns.push(column("Chức vụ", text(measures.position, 56.0, 0.9, false), Align::Left));
    }
    if chosen.unit {
        columns.push(column("Đơn vị", text(measures.unit, 56.0, 0.9, false), Align::Left));
    }
    if chosen.phone {
        columns.push(column("Điện thoại", text(PHONE, 27.0, 1.0, true), Align::Centre));
    }
    let signature = Width::Fill { min: measures.signature(chosen, sittings.len()), max: 34.0 };
    if sittings.is_empty() {
        columns.push(column("Ký tên", signature, Align::Centre));
    }
    for sitting in sittings {
        let details = &sitting.details;
        columns.push(Column {
            title: details.half.printed().to_owned(),
            group: Some(format!("Ký tên ({})", date::short(details.date))),
            width: signature,
            align: Align::Centre,
        });
    }
    if chosen.note {
        columns.push(column("Ghi chú", text(measures.note, 30.0, 0.95, false), Align::Left));
    }
    columns
}

fn cells(row: &Numbered, unit: &str, chosen: SheetColumns, signatures: usize) -> Vec<Cell> {
    let details = &row.delegate.details;
    let mut cells = vec![Cell::new(row.number.to_string()), Cell::new(&details.full_name)];
    if chosen.birth {
        cells.push(Cell::new(list::birth_year(row.delegate)));
    }
    if chosen.position {
        cells.push(Cell::new(details.position.as_deref().unwrap_or_default()));
    }
    if chosen.unit {
        cells.push(Cell::new(unit));
    }
    if chosen.phone {
        cells.push(Cell::new(details.phone.as_deref().unwrap_or_default()));
    }
    cells.extend(std::iter::repeat_n(Cell::default(), signatures));
    if chosen.note {
        cells.push(Cell::new(details.note.as_deref().unwrap_or_default()));
    }
    cells
}
