//! Danh sách tổ thảo luận: who is in which discussion group, with who leads it, who writes it down, and where it meets.
//!
//! The groups are the values of the session's column for them; each is numbered by itself. Who is in none is a finding.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::card::{At, Item, at, orientation, remark};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Paragraph, Row, Section, Span, Table,
    Width,
};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::orientation::Orientation;
use super::own::by_value;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::own_column::{OwnColumn, of_groups};
use crate::vietnamese::number;

/// What a list of discussion groups shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionGroupsOptions {
    /// What is typed for it.
    pub words: DiscussionGroupsWords,
    /// How it looks.
    pub look: DiscussionGroupsLook,
}

/// What is typed for a list of discussion groups. Groups are known by their names, with that of the cluster where there are
/// several; of one that is not there the words wait.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionGroupsWords {
    /// What stands under the title.
    pub remark: String,
    /// Who leads each group (tổ trưởng).
    pub leads: BTreeMap<String, String>,
    /// Who writes down what each says (thư ký).
    pub secretaries: BTreeMap<String, String>,
    /// Where each meets.
    pub places: BTreeMap<String, String>,
}

/// How a list of discussion groups looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionGroupsLook {
    /// Each group on pages of its own, to be put up at its door.
    pub apart: bool,
    /// Whether positions are printed.
    pub position: bool,
    /// Whether units are printed.
    pub unit: bool,
    /// Whether telephone numbers are printed.
    pub phone: bool,
    /// Upright or across; upright when left to the paper.
    pub orientation: Orientation,
}

impl Default for DiscussionGroupsLook {
    fn default() -> Self {
        Self { apart: false, position: true, unit: true, phone: false, orientation: Orientation::Auto }
    }
}

/// Its name.
const NAME: &str = "Danh sách tổ thảo luận";

/// Rows to write in, where nobody is in a group yet.
const BLANK_ROWS: usize = 12;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "discussion-groups",
    label: "paper-discussion-groups",
    name: NAME,
    icon: "Users",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    // Only of those who are in a group.
    lists_delegates: false,
    arguments: &[],
};

impl Kind for DiscussionGroupsOptions {
    /// The groups of a session, and who is in none.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        for part in &mut parts {
            part.rows.retain(|row| row.delegate.state == DelegateState::Listed);
        }
        let column = of_groups(&dossier.own_columns).filter(|column| !column.values.is_empty());
        let findings = findings(&parts, column);
        if let Some(column) = column {
            parts.iter_mut().for_each(|part| part.rows.retain(|row| column.value(row.delegate.id).is_some()));
            // Those without a cluster, and halls without groups, have no list.
            if parts.iter().any(|part| !part.rows.is_empty()) {
                parts.retain(|part| !part.rows.is_empty());
            }
        }
        let sections = parts.iter().map(|part| section(part, column, dossier, self)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn card(&self, dossier: &Dossier, scope: Scope) -> Vec<Item> {
        let columns = [
            at!(self.look.position).tick("window-print-position"),
            at!(self.look.unit).tick("window-print-unit"),
            at!(self.look.phone).tick("window-print-phone"),
        ];
        let groups = keys(dossier, scope.cluster());
        let (leads, secretaries) = (at!(self.words.leads), at!(self.words.secretaries));
        let places = at!(self.words.places);
        let line = |at: &At<BTreeMap<String, String>>, id: &str, label: &'static str, group: &String| {
            at.text(group).line(id, label).of(label, group.clone()).into()
        };
        let fields = groups.iter().flat_map(|group| {
            [
                line(&leads, "groups-lead", "own-print-lead", group),
                line(&secretaries, "groups-secretary", "own-print-secretary", group),
                line(&places, "groups-place", "own-print-place", group),
            ]
        });
        let mut items = vec![
            Item::Under("window-print-columns", vec![Item::Boxes(columns.into())]),
            Item::Under("window-print-rows", vec![at!(self.look.apart).tick("own-print-apart")]),
        ];
        match groups.is_empty() {
            true => items.push(Item::Says("own-print-no-groups")),
            false => items.push(Item::Fields(fields.collect())),
        }
        items.push(remark(at!(self.words.remark)));
        items.push(orientation(at!(self.look.orientation)));
        items
    }
}

/// By what the words of a group are known.
fn key(part: &ClusterList, group: &str, dossier: &Dossier) -> String {
    match dossier.clusters.len() > 1 {
        true => list::join(" · ", [part.name(dossier), group.to_owned()]),
        false => group.to_owned(),
    }
}

/// The groups of the card, as they stand on the paper.
fn keys(dossier: &Dossier, cluster: Option<ClusterId>) -> Vec<String> {
    let Some(column) = of_groups(&dossier.own_columns) else { return Vec::new() };
    let listed: Vec<Delegate> = dossier
        .delegates
        .iter()
        .filter(|one| one.state == DelegateState::Listed && column.value(one.id).is_some())
        .cloned()
        .collect();
    let Ok(parts) = list::parts(dossier, &listed, cluster) else { return Vec::new() };
    let groups = parts
        .iter()
        .flat_map(|part| by_value(part, column).into_iter().map(|(group, _)| key(part, &group, dossier)));
    groups.collect()
}

fn findings(parts: &[ClusterList], column: Option<&OwnColumn>) -> Vec<Finding> {
    let Some(column) = column else { return vec![Finding::NoGroups] };
    let all = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
    let mut nowhere = all.filter(|one| column.value(one.id).is_none());
    let first = nowhere.next();
    let found = first.map(|first| Finding::InNoGroup {
        people: 1 + nowhere.count(),
        first: first.details.full_name.clone(),
    });
    found.into_iter().collect()
}

fn section(
    part: &ClusterList,
    column: Option<&OwnColumn>,
    dossier: &Dossier,
    options: &DiscussionGroupsOptions,
) -> Section {
    let DiscussionGroupsOptions { words, look } = options;
    let mut title = list::title("DANH SÁCH TỔ THẢO LUẬN", part, dossier);
    list::add_remark(&mut title, &words.remark);
    let mut blocks = vec![Block::Head(list::head(dossier)), title];
    let groups = column.map(|column| by_value(part, column)).filter(|groups| !groups.is_empty());
    let count = match &groups {
        Some(groups) => {
            for (at, (name, group)) in groups.iter().enumerate() {
                if at > 0 && look.apart {
                    blocks.push(Block::PageBreak);
                }
                let known = key(part, name, dossier);
                let said = |words: &BTreeMap<String, String>| words.get(&known).cloned().unwrap_or_default();
                blocks.push(heading(&format!("{name} ({} người)", group.rows.len())));
                blocks.extend(who(&said(&words.leads), &said(&words.secretaries), &said(&words.places)));
                blocks.push(table(group, look));
            }
            let people = part.rows.len();
            let spelled = number::in_words(u64::try_from(people).unwrap_or(u64::MAX));
            format!("Danh sách có {} tổ, {people} ({spelled}) người.", groups.len())
        }
        None => {
            blocks.push(heading("Tổ ………"));
            blocks.extend(who("", "", ""));
            blocks.push(blank(look));
            "Danh sách có ………… tổ, ………… người.".to_owned()
        }
    };
    blocks.push(Block::Closing(Closing { count, ..list::closing(part, dossier) }));
    let across = look.orientation == Orientation::Landscape;
    list::section(NAME, part.name_and_place(dossier), across, blocks)
}

fn heading(words: &str) -> Block {
    Block::Paragraph(Paragraph { heading: true, spans: vec![Span::bold(words)], ..Paragraph::default() })
}

/// Who leads the group and writes down what it says, and where it meets: dots where nobody said it. They stay with the table.
fn who(lead: &str, secretary: &str, place: &str) -> [Block; 3] {
    let line = |label: &str, known: &str| {
        let said = match known.trim() {
            "" => Paragraph::dotted(format!("{label}:")),
            known => Paragraph::text(format!("{label}: {known}.")),
        };
        Block::Paragraph(Paragraph { heading: true, ..said })
    };
    [line("Tổ trưởng", lead), line("Thư ký", secretary), line("Địa điểm thảo luận", place)]
}

fn table(group: &ClusterList, look: &DiscussionGroupsLook) -> Block {
    let rows = (1..).zip(&group.rows).map(|(number, row): (usize, _)| {
        let details = &row.delegate.details;
        let mut cells = vec![Cell::new(number.to_string()), Cell::new(&details.full_name)];
        let more =
            [(look.position, &details.position), (look.unit, &details.unit), (look.phone, &details.phone)];
        let more = more.into_iter().filter(|(is_shown, _)| *is_shown);
        cells.extend(more.map(|(_, text)| Cell::new(text.as_deref().unwrap_or_default())));
        Row::Cells { cells, struck: false, subject: Some(list::subject(row.delegate)) }
    });
    with(rows.collect(), look)
}

/// Rows to be filled in by hand.
fn blank(look: &DiscussionGroupsLook) -> Block {
    let width = columns(look).len();
    let row = |number: usize| {
        let mut cells = vec![Cell::default(); width];
        cells[0] = Cell::new(number.to_string());
        Row::Cells { cells, struck: false, subject: None }
    };
    with((1..=BLANK_ROWS).map(row).collect(), look)
}

fn with(rows: Vec<Row>, look: &DiscussionGroupsLook) -> Block {
    Block::Table(Table { columns: columns(look), rows, row_height: 7.0, text_size: LIST_SIZE, sums: None })
}

fn columns(look: &DiscussionGroupsLook) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let mut columns = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 56.0, 1.0, true), Align::Left),
    ];
    if look.position {
        columns.push(column("Chức vụ", text(25.0, 64.0, 0.9, false), Align::Left));
    }
    if look.unit {
        columns.push(column("Đơn vị", text(24.0, 64.0, 0.9, false), Align::Left));
    }
    if look.phone {
        columns.push(column("Điện thoại", text(22.0, 28.0, 1.0, true), Align::Centre));
    }
    columns
}
