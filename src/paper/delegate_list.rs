//! Danh sách đại biểu.
//!
//! The year of birth stands under Nam or Nữ unless one column is asked for: the
//! traditional layout, in which the filled column says the sex. Where the sex is not known, the year stands across both
//! columns, between the two, so that it claims neither; the user is told how
//! many there are. Where the year is not known, an "x" marks the sex.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, dated, group, order, orientation, remark};
use super::content::{Align, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Section, Table, Width};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList, Dated};
use super::orientation::Orientation;
use super::own::{self, OwnShown};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::Numbered;
use crate::domain::own_column::{OwnColumn, called};
use crate::domain::person::Gender;
use crate::domain::session::ListOrder;

/// What a delegate list shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegateListOptions {
    /// What is typed for it.
    pub words: DelegateListWords,
    /// How it looks.
    pub look: DelegateListLook,
}

/// What is typed for a delegate list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegateListWords {
    /// What stands under the title: "Gửi nhà xe".
    pub remark: String,
}

/// How a delegate list looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegateListLook {
    /// In an order of its own; by number when `None`.
    pub order: Option<ListOrder>,
    /// Headings for communes.
    pub group: bool,
    /// How the year of birth is printed.
    pub birth: BirthColumns,
    /// Whether positions are printed.
    pub position: bool,
    /// Whether units are printed.
    pub unit: bool,
    /// Whether telephone numbers are printed: personal data, off unless asked for.
    pub phone: bool,
    /// Whether there is a column for notes.
    pub note: bool,
    /// Which own columns of the session are printed, by their headings.
    pub own: OwnShown,
    /// The own column for whose values there are headings, in place of communes.
    pub by: Option<String>,
    /// The own column without which nobody is listed.
    pub only: Option<String>,
    /// Upright or across; left to the paper, across for more own columns than fit upright.
    pub orientation: Orientation,
    /// Which day stands over the signatures: such a list is drawn up on a day of its own, before
    /// anybody meets.
    pub dated: Dated,
}

/// How the year of birth is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BirthColumns {
    /// Under Nam or Nữ.
    #[default]
    BySex,
    /// In one column.
    Year,
    /// Not at all.
    Hidden,
}

impl Default for DelegateListLook {
    fn default() -> Self {
        Self {
            order: None,
            group: true,
            birth: BirthColumns::BySex,
            position: true,
            unit: true,
            phone: false,
            note: true,
            own: OwnShown::new(),
            by: None,
            only: None,
            orientation: Orientation::Auto,
            dated: Dated::ByHand,
        }
    }
}

/// How much room own columns have upright, in millimetres.
const ROOM_UPRIGHT: f32 = 32.0;

/// Its name.
const NAME: &str = "Danh sách đại biểu";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "delegate-list",
    label: "paper-delegate-list",
    name: NAME,
    icon: "List",
    phase: Phase::Before,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for DelegateListOptions {
    /// What the list of a session says, and what the user should know of it.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::in_order(&mut parts, self.look.order);
        if let Some(only) = named(&self.look.only, dossier) {
            own::keep_filled(&mut parts, only);
        }
        let sections = parts.iter().map(|part| section(part, dossier, self)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);

        let all = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
        let all = all.filter(|_| self.look.birth == BirthColumns::BySex);
        let mut unknown =
            all.filter(|one| one.state == DelegateState::Listed && one.details.gender.is_none());
        let findings = unknown.next().map(|first| Finding::SexUnknown {
            people: 1 + unknown.count(),
            first: first.details.full_name.clone(),
        });
        let wanted = own::labels(&self.look.own).chain(&self.look.by).chain(&self.look.only);
        let findings = own::missing(wanted, dossier).into_iter().chain(findings).collect();
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let columns = [
            at!(self.look.position).tick("window-print-position"),
            at!(self.look.unit).tick("window-print-unit"),
            at!(self.look.phone).tick("window-print-phone"),
            at!(self.look.note).tick("window-print-note"),
        ];
        let births = [
            (BirthColumns::BySex, "window-print-birth-by-sex"),
            (BirthColumns::Year, "window-print-birth-year"),
            (BirthColumns::Hidden, "window-print-birth-hidden"),
        ];
        let columns = columns.into_iter().chain(own::ticks(&at!(self.look.own), dossier)).collect();
        let by = at!(self.look.by);
        let by = own::choice(by, "print-by-own", "own-print-by", "own-print-by-nothing", dossier);
        let only = at!(self.look.only);
        let only = own::choice(only, "print-only-own", "own-print-only", "own-print-only-nothing", dossier);
        // Headings for communes give way to those of the column.
        let by_unit = self.look.by.is_none();
        let mut items = vec![
            order(at!(self.look.order)),
            at!(self.look.birth).chips("window-print-birth", births).into(),
            Item::Under("window-print-columns", vec![Item::Boxes(columns)]),
        ];
        items.extend(by_unit.then(|| Item::Under("window-print-rows", vec![group(at!(self.look.group))])));
        items.extend(by.into_iter().chain(only).map(Item::from));
        items.push(remark(at!(self.words.remark)));
        items.push(dated(at!(self.look.dated)));
        items.push(orientation(at!(self.look.orientation)));
        items
    }
}

/// The column of the session that an option names.
fn named<'a>(label: &Option<String>, dossier: &'a Dossier) -> Option<&'a OwnColumn> {
    called(&dossier.own_columns, label.as_deref()?)
}

fn section(part: &ClusterList, dossier: &Dossier, options: &DelegateListOptions) -> Section {
    let look = &options.look;
    let own = own::shown(&look.own, dossier);
    let cells = |row: &Numbered, unit: &str| {
        let details = &row.delegate.details;
        let mut cells = vec![Cell::new(row.number.to_string()), Cell::new(&details.full_name)];
        match look.birth {
            BirthColumns::BySex => cells.extend(birth(row.delegate)),
            BirthColumns::Year => cells.push(Cell::new(list::birth_year(row.delegate))),
            BirthColumns::Hidden => {}
        }
        if look.position {
            cells.push(Cell::new(details.position.as_deref().unwrap_or_default()));
        }
        if look.unit {
            cells.push(Cell::new(unit));
        }
        if look.phone {
            cells.push(Cell::new(details.phone.as_deref().unwrap_or_default()));
        }
        cells.extend(own::cells(&own, row.delegate.id));
        if look.note {
            cells.push(Cell::new(details.note.as_deref().unwrap_or_default()));
        }
        cells
    };
    let rows = match named(&look.by, dossier) {
        Some(by) => own::rows(part, by, cells),
        None => list::rows(part, look.group, cells),
    };
    let table =
        Table { columns: columns(look, &own), rows, row_height: 7.0, text_size: LIST_SIZE, sums: None };
    let across = match look.orientation {
        Orientation::Portrait => false,
        Orientation::Landscape => true,
        Orientation::Auto => own::width_of(&own) > ROOM_UPRIGHT,
    };
    let name = part.name_and_place(dossier);
    let mut title = list::title("DANH SÁCH ĐẠI BIỂU", part, dossier);
    list::add_remark(&mut title, &options.words.remark);
    list::section(
        NAME,
        name,
        across,
        vec![
            Block::Head(list::head(dossier)),
            title,
            Block::Table(table),
            Block::Closing(closing(part, dossier, look.dated)),
        ],
    )
}

/// The end of the list; the count says how many are women where that is known of all.
fn closing(part: &ClusterList, dossier: &Dossier, dated: Dated) -> Closing {
    let mut closing = list::closing_dated(part, dossier, dated);
    let listed = || part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed);
    let women = listed().filter(|row| row.delegate.details.gender == Some(Gender::Female)).count();
    if women > 0 && listed().all(|row| row.delegate.details.gender.is_some()) {
        let count = closing.count.trim_end_matches('.');
        closing.count = format!("{count}, trong đó có {women:02} nữ.");
    }
    closing
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

fn columns(look: &DelegateListLook, own: &[&OwnColumn]) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let year = Width::Fixed(10.8);
    let born =
        |title: &str| Column { group: Some("Năm sinh".to_owned()), ..column(title, year, Align::Centre) };
    let mut columns = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
    ];
    match look.birth {
        BirthColumns::BySex => columns.extend([born("Nam"), born("Nữ")]),
        BirthColumns::Year => columns.push(column("Năm sinh", year, Align::Centre)),
        BirthColumns::Hidden => {}
    }
    if look.position {
        columns.push(column("Chức vụ", text(25.0, 76.0, 0.97, false), Align::Left));
    }
    if look.unit {
        columns.push(column("Đơn vị", text(24.0, 60.0, 0.97, false), Align::Left));
    }
    if look.phone {
        columns.push(column("Điện thoại", text(22.0, 28.0, 1.0, true), Align::Centre));
    }
    columns.extend(own::columns(own));
    if look.note {
        columns.push(column("Ghi chú", text(11.0, 40.0, 0.95, false), Align::Left));
    }
    columns
}
