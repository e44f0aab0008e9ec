//! Ký nhận tiền hỗ trợ: what each delegate is paid for coming.
//!
//! Rate × sittings or days. Before the session everybody entitled stands there, and what it comes to is left to the pen;
//! when it is settled those who signed, or came, each page summed, the whole in words. Those the state
//! pays can be passed by: meal allowances are for invitees without state pay
//! (Thông tư 40/2017/TT-BTC, Điều 12). The columns are customary; no form number is
//! printed.

mod paid;

use serde::{Deserialize, Serialize};

use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::own_column::OwnColumn;
use crate::paper::card::{Item, at, blank_rows, dated, group, orientation};
use crate::paper::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Reckoned, Section, Sums, Table, Width,
};
use crate::paper::finding::PaperError;
use crate::paper::kind::{self, About, Content, Kind, Phase, Scope};
use crate::paper::list::{self, ClusterList, Dated};
use crate::paper::orientation::Orientation;
use crate::paper::own::{self, OwnShown};
use crate::paper::payment;
use paid::{Basis, Due, Paid};

/// What an allowance is counted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Per {
    /// Each half-day.
    #[default]
    Sitting,
    /// Each day.
    Day,
}

/// Whether money is still to be handed out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Trước buổi: everybody entitled, to be signed; what it comes to is written by hand.
    #[default]
    Before,
    /// Quyết toán: those who received it, or, where no signed list was entered, those who came.
    Settled,
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
    /// Before the session, or settled.
    pub stage: Stage,
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
    /// Which own columns of the session are printed, by their headings.
    pub own: OwnShown,
    /// Upright or across; across when left to the paper, for it has many columns.
    pub orientation: Orientation,
    /// Which day stands over the signatures.
    pub dated: Dated,
}

impl Default for AllowanceReceiptLook {
    fn default() -> Self {
        Self {
            per: Per::Sitting,
            only_unpaid: true,
            blank_rows: 5,
            group: true,
            own: OwnShown::new(),
            orientation: Orientation::Auto,
            dated: Dated::LastDay,
        }
    }
}

/// Its name.
pub const NAME: &str = "Danh sách ký nhận tiền hỗ trợ";

/// Where the number of sittings or days stands in the table, without own columns.
const TIMES: usize = 4;
/// Where the rates stand.
const RATE: usize = 5;
/// Where the amounts stand.
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
        let parts = list::parts(dossier, &shown, cluster)?;
        let mut findings = paid::findings(&parts, dossier, self);
        findings.extend(own::missing(own::labels(&self.look.own), dossier));
        findings.extend(list::blank_lists(&parts, dossier, self.look.blank_rows));
        let of = |part: &ClusterList| {
            let empty = list::is_blank(part).then(|| list::empty_rows(part, dossier, self.look.blank_rows));
            section(&paid::of(part, dossier, self), empty, dossier, self)
        };
        let sections = parts.iter().map(of).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn has_blank_form(&self) -> bool {
        true
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let rate =
            at!(self.words.rate).money("print-rate", "window-print-rate", 1, "window-print-rate-refused");
        let stages =
            [(Stage::Before, "window-print-stage-before"), (Stage::Settled, "window-print-stage-settled")];
        let ways = [(Per::Sitting, "window-print-per-sitting"), (Per::Day, "window-print-per-day")];
        let only_unpaid = at!(self.look.only_unpaid).tick("window-print-only-unpaid");
        // Settled, there is nobody to be added by hand.
        let blank = (self.words.stage == Stage::Before).then(|| blank_rows(at!(self.look.blank_rows)));
        let mut items = vec![
            at!(self.words.stage).chips("window-print-stage", stages).into(),
            rate.hint("window-print-rate-hint").into(),
            at!(self.look.per).chips("window-print-per", ways).into(),
            Item::Under(
                "window-print-rows",
                vec![Item::Boxes(vec![only_unpaid, group(at!(self.look.group))])],
            ),
        ];
        items.extend(own::under(&at!(self.look.own), dossier));
        items.extend(blank);
        items.push(dated(at!(self.look.dated)));
        items.push(orientation(at!(self.look.orientation)));
        items
    }
}

/// The list of a part; with so many `empty` rows where nobody is listed in it.
fn section(paid: &Paid, empty: Option<u32>, dossier: &Dossier, options: &AllowanceReceiptOptions) -> Section {
    let (look, part) = (&options.look, &paid.part);
    let own = own::shown(&look.own, dossier);
    let settled = paid.basis != Basis::Entitled;
    let rate = options.words.rate.map(u64::from);
    let amount = |times: Option<u64>| times.zip(rate).map(|(times, rate)| times.saturating_mul(rate));
    let nothing = Due::default();
    let due = |delegate: DelegateId| paid.dues.get(&delegate).unwrap_or(&nothing);
    let mut rows = list::rows(part, look.group, |row, unit| {
        let details = &row.delegate.details;
        let due = due(row.delegate.id);
        let mut cells = vec![
            Cell::new(row.number.to_string()),
            Cell::new(&details.full_name),
            Cell::new(details.position.as_deref().unwrap_or_default()),
            Cell::new(unit),
        ];
        cells.extend(own::cells(&own, row.delegate.id));
        cells.extend([
            Cell::new(due.times.map(|times| times.to_string()).unwrap_or_default()),
            Cell::known_amount(rate),
            Cell::known_amount(amount(due.times))
                .reckoned(Reckoned::Product(TIMES + own.len(), RATE + own.len())),
            Cell::default(),
            Cell::new(&due.note),
        ]);
        cells
    });
    let columns = columns(look.per, &own);
    let columns = if empty.is_some() { list::without_code(columns) } else { columns };
    if !settled {
        let last = part.rows.iter().map(|row| row.number).max().unwrap_or(0);
        list::add_blank(&mut rows, empty.unwrap_or(look.blank_rows), Some(last), columns.len());
    }
    // Who comes and signs decides what it comes to.
    let sums = Sums {
        columns: vec![AMOUNT + own.len()],
        page: "Cộng trang".to_owned(),
        whole: "Tổng cộng".to_owned(),
        by_hand: !settled,
        partial: false,
    };
    let all = part.rows.iter().map(|row| amount(due(row.delegate.id).times));
    let total: Option<Vec<u64>> = all.collect();
    let total = total.filter(|all| settled && !all.is_empty());
    let words = total.map(|all| all.into_iter().fold(0, u64::saturating_add));
    let words = words.map(|total| payment::in_words("Số tiền bằng chữ", total));
    let mut title = list::title("DANH SÁCH KÝ NHẬN TIỀN HỖ TRỢ", part, dossier);
    match paid.basis {
        Basis::Entitled => {}
        Basis::Signed => list::add_remark(&mut title, "Quyết toán theo danh sách đã ký nhận"),
        Basis::Marks => list::add_remark(&mut title, "Quyết toán theo điểm danh"),
    }
    let table = Table { columns, rows, row_height: 8.2, text_size: LIST_SIZE, sums: Some(sums) };
    list::section(
        NAME,
        part.name_and_place(dossier),
        look.orientation != Orientation::Portrait,
        vec![
            Block::Head(list::head(dossier)),
            title,
            Block::Table(table),
            Block::Closing(payment::closing(words, look.dated.place_date(part, dossier))),
        ],
    )
}

fn columns(per: Per, own: &[&OwnColumn]) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let times = match per {
        Per::Sitting => "Số buổi",
        Per::Day => "Số ngày",
    };
    let who = [
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(33.0, 46.0, 1.0, true), Align::Left),
        column("Chức vụ", text(21.0, 56.0, 0.9, false), Align::Left),
        column("Đơn vị", text(21.0, 56.0, 0.9, false), Align::Left),
    ];
    let what = [
        column(times, Width::Fixed(11.0), Align::Centre),
        column("Mức (đồng)", text(15.0, 24.0, 1.0, true), Align::Right),
        column("Số tiền (đồng)", text(21.0, 28.0, 1.0, true), Align::Right),
        Column::signed("Ký nhận", Width::Fill { min: 20.0, max: 36.0 }, Vec::new()),
        column("Ghi chú", text(12.0, 22.0, 0.95, false), Align::Left),
    ];
    who.into_iter().chain(own::columns(own)).chain(what).collect()
}
