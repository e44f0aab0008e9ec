//! Ký nhận tiền hỗ trợ: what each delegate is paid for coming.
//!
//! Rate × sittings or days, each page summed, the whole in words. Those the state
//! pays can be passed by: meal allowances are for invitees without state pay
//! (Thông tư 40/2017/TT-BTC, Điều 12). The columns are customary; no form number is
//! printed.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, blank_rows, group, orientation};
use super::content::{Align, Block, Body, Cell, Column, Document, LIST_SIZE, Section, Sums, Table, Width};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::orientation::Orientation;
use super::payment;
use crate::domain::cluster::{Cluster, days};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::Numbered;
use crate::vietnamese::number;

/// What an allowance is counted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Per {
    /// Each half-day.
    #[default]
    Sitting,
    /// Each day.
    Day,
}

/// What a list of allowances shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowanceReceiptOptions {
    /// What is typed for it.
    pub words: AllowanceReceiptWords,
    /// How it looks.
    pub look: AllowanceReceiptLook,
}

/// What is typed for a list of allowances.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowanceReceiptWords {
    /// Đồng for each sitting or day. `None` leaves the amounts to be filled in by hand.
    pub rate: Option<u32>,
}

/// How a list of allowances looks, and how an office counts them: its habit, whatever
/// the rate of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllowanceReceiptLook {
    /// What the rate is for.
    pub per: Per,
    /// Without those of whom it is known that the state pays them.
    pub only_unpaid: bool,
    /// Numbered empty rows for those who come without being listed.
    pub blank_rows: u32,
    /// Headings for communes.
    pub group: bool,
    /// Upright or across; across when left to the paper, for it has many columns.
    pub orientation: Orientation,
}

impl Default for AllowanceReceiptLook {
    fn default() -> Self {
        Self {
            per: Per::Sitting,
            only_unpaid: true,
            blank_rows: 0,
            group: true,
            orientation: Orientation::Auto,
        }
    }
}

/// Its name.
pub const NAME: &str = "Danh sách ký nhận tiền hỗ trợ";

/// Where the amounts stand in the table.
const AMOUNT: usize = 6;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "allowance-receipt",
    label: "paper-allowance-receipt",
    name: "Ký nhận tiền hỗ trợ",
    icon: "Banknote",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for AllowanceReceiptOptions {
    /// What the lists of a session say, and what the user should know of them.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        let findings = findings(&parts, dossier, self);
        for part in &mut parts {
            part.rows = paid(&part.rows, dossier, self);
        }
        let sections = parts.iter().map(|part| section(part, dossier, self)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let rate =
            at!(self.words.rate).money("print-rate", "window-print-rate", 1, "window-print-rate-refused");
        let ways = [(Per::Sitting, "window-print-per-sitting"), (Per::Day, "window-print-per-day")];
        let only_unpaid = at!(self.look.only_unpaid).tick("window-print-only-unpaid");
        vec![
            rate.hint("window-print-rate-hint").into(),
            at!(self.look.per).chips("window-print-per", ways).into(),
            Item::Under(
                "window-print-rows",
                vec![Item::Boxes(vec![only_unpaid, group(at!(self.look.group))])],
            ),
            blank_rows(at!(self.look.blank_rows)),
            orientation(at!(self.look.orientation)),
        ]
    }
}

/// Who gets money, numbered from 1: the paper is counted and added up, so that it
/// has no gaps and no crossed-out names.
fn paid<'a>(
    rows: &[Numbered<'a>],
    dossier: &Dossier,
    options: &AllowanceReceiptOptions,
) -> Vec<Numbered<'a>> {
    let paid = rows.iter().filter(|row| {
        let by_state = dossier.state_paid.get(&row.delegate.person) == Some(&true);
        row.delegate.state == DelegateState::Listed && !(options.look.only_unpaid && by_state)
    });
    paid.zip(1..).map(|(row, number)| Numbered { number, ..*row }).collect()
}

fn findings(parts: &[ClusterList], dossier: &Dossier, options: &AllowanceReceiptOptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    if options.words.rate.is_none() {
        findings.push(Finding::NoRate);
    }
    let listed = || {
        let all = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
        all.filter(|one| one.state == DelegateState::Listed)
    };
    let name = |one: &Delegate| one.details.full_name.clone();
    if options.look.only_unpaid {
        let mut unknown = listed().filter(|one| !dossier.state_paid.contains_key(&one.person));
        if let Some(first) = unknown.next() {
            findings.push(Finding::PayUnknown { people: 1 + unknown.count(), first: name(first) });
        }
        let mut left_out = listed().filter(|one| dossier.state_paid.get(&one.person) == Some(&true));
        if let Some(first) = left_out.next() {
            findings.push(Finding::PaidByState { people: 1 + left_out.count(), first: name(first) });
        }
    }
    findings
}

/// How many sittings or days a cluster holds; `None` where no sitting is planned.
fn planned(cluster: Option<&Cluster>, per: Per) -> Option<u64> {
    let sittings = &cluster?.sittings;
    let count = match per {
        Per::Sitting => sittings.len(),
        Per::Day => days(sittings).len(),
    };
    u64::try_from(count).ok().filter(|count| *count > 0)
}

fn section(part: &ClusterList, dossier: &Dossier, options: &AllowanceReceiptOptions) -> Section {
    let look = &options.look;
    let times = planned(part.cluster, look.per);
    let rate = options.words.rate.map(u64::from);
    let each = times.zip(rate).map(|(times, rate)| times.saturating_mul(rate));
    let mut rows = list::rows(part, look.group, |row, unit| {
        let details = &row.delegate.details;
        vec![
            Cell::new(row.number.to_string()),
            Cell::new(&details.full_name),
            Cell::new(details.position.as_deref().unwrap_or_default()),
            Cell::new(unit),
            Cell::new(times.map(|times| times.to_string()).unwrap_or_default()),
            Cell::new(rate.map(number::grouped).unwrap_or_default()),
            each.map(Cell::amount).unwrap_or_default(),
            Cell::default(),
            Cell::default(),
        ]
    });
    let columns = columns(look.per);
    let last = part.rows.iter().map(|row| row.number).max().unwrap_or(0);
    list::add_blank(&mut rows, look.blank_rows, Some(last), columns.len());
    let sums =
        Sums { columns: vec![AMOUNT], page: "Cộng trang".to_owned(), whole: "Tổng cộng".to_owned() };
    let name = part.name_and_place(dossier);
    let people = u64::try_from(part.rows.len()).unwrap_or(u64::MAX);
    // Rows that are filled in by hand change the total.
    let total = each.filter(|_| look.blank_rows == 0 && people > 0);
    let words = total.map(|each| payment::in_words("Số tiền bằng chữ", each.saturating_mul(people)));
    list::section(
        NAME,
        name,
        look.orientation != Orientation::Portrait,
        vec![
            Block::Head(list::head(dossier)),
            list::title("DANH SÁCH KÝ NHẬN TIỀN HỖ TRỢ", part, dossier),
            Block::Table(Table { columns, rows, row_height: 8.2, text_size: LIST_SIZE, sums: Some(sums) }),
            Block::Closing(payment::closing(words, list::closing(part, dossier).place_date)),
        ],
    )
}

fn columns(per: Per) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let times = match per {
        Per::Sitting => "Số buổi",
        Per::Day => "Số ngày",
    };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(33.0, 46.0, 1.0, true), Align::Left),
        column("Chức vụ", text(21.0, 56.0, 0.9, false), Align::Left),
        column("Đơn vị", text(21.0, 56.0, 0.9, false), Align::Left),
        column(times, Width::Fixed(11.0), Align::Centre),
        column("Mức (đồng)", text(15.0, 24.0, 1.0, true), Align::Right),
        column("Số tiền (đồng)", text(21.0, 28.0, 1.0, true), Align::Right),
        Column::signed("Ký nhận", Width::Fill { min: 20.0, max: 36.0 }, Vec::new()),
        column("Ghi chú", text(12.0, 22.0, 0.95, false), Align::Left),
    ]
}
