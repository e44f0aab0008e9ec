//! Dự toán kinh phí: what a session is expected to cost.
//!
//! How much there is of each thing follows from the session; what it costs is the
//! user's to say, for rates differ by province and year: none is built in.

mod expense;

pub use expense::Expense;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::allowance_receipt::Per;
use super::card::{Field, Item, Label, at, blank_rows, issued};
use super::content::{
    Align, Amounts, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Paragraph, Reckoned, Row, Span,
    Sums, Table, TitleLine, Width,
};
use super::extent::{self, Extent};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Options, Phase, Scope};
use super::list;
use super::{letter, payment};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use expense::GROUPS;

/// What a budget says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetOptions {
    /// What is typed for it.
    pub words: BudgetWords,
    /// How it looks.
    pub look: BudgetLook,
}

/// What is typed for a budget.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetWords {
    /// What one of each costs in đồng. What is not here is written by hand; what
    /// costs nothing is left out.
    pub prices: BTreeMap<Expense, u32>,
    /// How much there is of each, where it is not as the session has it.
    pub quantities: BTreeMap<Expense, u32>,
    /// Where the money comes from; dots when empty.
    pub source: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
}

/// How a budget looks, and how an office counts the allowance: its habit, whatever the
/// prices of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLook {
    /// What the allowance is counted by; as the list by which it is paid when `None`.
    pub per: Option<Per>,
    /// Empty rows for what else there is.
    pub blank_rows: u32,
}

/// Its name.
pub const NAME: &str = "Dự toán kinh phí";

/// Where the quantities stand in the table.
const QUANTITY: usize = 3;
/// Where the prices stand.
const PRICE: usize = 4;
/// Where the amounts stand.
const AMOUNT: usize = 5;

/// No session has more of anything.
const MOST: u32 = 999_999;

/// The numbers of the groups.
const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "budget",
    label: "paper-budget",
    name: NAME,
    icon: "Columns3",
    phase: Phase::Before,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for BudgetOptions {
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    /// The budget of a session, and what the user should know of it.
    ///
    /// Errors: a cluster the session does not have.
    fn document_among(
        &self,
        all: &Options,
        dossier: &Dossier,
        cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        let undivided = list::keep_meeting(&mut parts);
        let extents: Vec<Extent> = parts
            .iter()
            .map(|part| {
                let extent = extent::of(part, dossier);
                let entered = part.cluster.is_some_and(|cluster| cluster.details.expected.is_some());
                // Some of the list will yet come to a cluster: how many is not known.
                let people = extent.people.filter(|_| entered || !undivided);
                Extent { people, ..extent }
            })
            .collect();
        let sessions = payment::sittings_held(dossier, cluster);
        let mut findings = Findings::default();
        let paid_per = all.allowance_receipt.look.per;
        let per = self.look.per.unwrap_or(paid_per);
        if per != paid_per {
            findings.note(Finding::OtherBasis);
        }
        let mut budget = Budget {
            options: self,
            per,
            lacking: Vec::new(),
            extents: &extents,
            presented: extent::count(sessions),
            findings: &mut findings,
        };
        let table = budget.table(dossier);
        let lacking = std::mem::take(&mut budget.lacking);
        let words = payment::total(&table, AMOUNT);
        let words = words.map(|amount| payment::in_words("Số tiền bằng chữ", amount));
        let without = lacking.join("; ");
        let lines = match lacking.is_empty() || words.is_none() {
            true => Vec::new(),
            false => vec![format!("Số tiền trên chưa gồm: {without}.")],
        };
        if self.words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let source = match self.words.source.trim() {
            "" => Paragraph::dotted("Nguồn kinh phí:"),
            source => Paragraph::text(letter::stopped(&format!("Nguồn kinh phí: {source}"), ".")),
        };
        let name = match parts.as_slice() {
            [part] if cluster.is_some() => part.name_and_place(dossier),
            _ => String::new(),
        };
        let mut title = vec![
            TitleLine::Kind("DỰ TOÁN KINH PHÍ".to_owned()),
            TitleLine::Subject(format!("Tổ chức {}", list::session_in_text(dossier))),
        ];
        let notes = [
            name.clone(),
            letter::plan_number(dossier)
                .map(|number| format!("(Kèm theo Kế hoạch số {number})"))
                .unwrap_or_default(),
        ];
        title.extend(notes.into_iter().filter(|note| !note.is_empty()).map(TitleLine::Note));
        let blocks = vec![
            Block::Head(list::head(dossier)),
            Block::Title(title),
            Block::Paragraph(source),
            Block::Table(table),
            // The words stand directly under the total, and the last rows go with them.
            Block::Closing(Closing {
                lines,
                ..payment::closing(
                    words,
                    list::place_date(dossier.letterhead.place.as_deref(), self.words.issued),
                )
            }),
        ];
        let section = list::section(NAME, name, false, blocks);
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(vec![section]) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let prices = Expense::ALL.map(|expense| {
            let label = expense.label();
            let price = at!(self.words.prices).entry(&expense);
            let price = Field {
                label: Label::Sentence("window-print-price"),
                ..price.money(label, label, 0, "window-print-price-refused")
            };
            let quantity = at!(self.words.quantities).entry(&expense).figure(
                &label.replace("price", "quantity"),
                "window-print-quantity",
                (0, MOST),
                "window-print-count-refused",
            );
            Item::Across(Label::Sentence(label), vec![quantity, price])
        });
        let head = Item::Under("window-print-prices", vec![Item::Says("window-print-prices-hint")]);
        let ways = [
            (None, "window-print-per-as-paid"),
            (Some(Per::Day), "window-print-per-day"),
            (Some(Per::Sitting), "window-print-per-sitting"),
        ];
        let source = at!(self.words.source).line("print-source", "window-print-source");
        vec![
            Item::Fields([head].into_iter().chain(prices).collect()),
            at!(self.look.per).chips("window-print-allowance-per", ways).into(),
            source.hint("window-print-source-hint").into(),
            blank_rows(at!(self.look.blank_rows)),
            issued(at!(self.words.issued)),
        ]
    }
}

/// One budget being counted.
struct Budget<'a> {
    options: &'a BudgetOptions,
    /// What the allowance is counted by.
    per: Per,
    /// What has no amount yet, in the order of the paper.
    lacking: Vec<String>,
    extents: &'a [Extent],
    /// Sittings that someone presents in.
    presented: u64,
    findings: &'a mut Findings,
}

impl Budget<'_> {
    fn table(&mut self, dossier: &Dossier) -> Table {
        let certified = dossier.certificate_form.is_some() || !dossier.certificates.is_empty();
        let wanted = |one: &Expense| {
            self.options.words.prices.get(one) != Some(&0) && (certified || *one != Expense::Certificates)
        };
        let all: Vec<Expense> = Expense::ALL.into_iter().filter(wanted).collect();
        let mut rows = Vec::new();
        let mut groups = ROMAN.into_iter();
        let mut any_known = false;
        for group in GROUPS {
            let own: Vec<Expense> = all.iter().copied().filter(|one| one.group() == group).collect();
            let Some(number) = groups.next().filter(|_| !own.is_empty()) else { continue };
            let mut sum = Amounts::default();
            let mut lines = Vec::new();
            for (place, expense) in (1..).zip(own) {
                let (cells, amount) = self.line(place, expense);
                sum.add(amount);
                if amount.is_none() {
                    self.lacking.push(list::join(" ", [number.to_owned() + ".", expense_in_text(expense)]));
                }
                lines.push(row(cells));
            }
            any_known |= sum.part().is_some();
            rows.push(heading(number, group, sum.part()));
            rows.extend(lines);
        }
        if let Some(number) = groups.next().filter(|_| self.options.look.blank_rows > 0) {
            rows.push(heading(number, "Chi khác", None));
            rows.extend((1..=self.options.look.blank_rows).map(|place| row(blank(place))));
            self.lacking.push("chi khác ghi tay".to_owned());
        }
        let whole = match any_known && !self.lacking.is_empty() {
            true => "Tổng cộng (chưa gồm các khoản để trống)",
            false => "Tổng cộng",
        };
        let sums = Sums {
            columns: vec![AMOUNT],
            page: "Cộng trang".to_owned(),
            whole: whole.to_owned(),
            by_hand: false,
            partial: true,
        };
        Table { columns: columns(), rows, row_height: 8.0, text_size: LIST_SIZE, sums: Some(sums) }
    }

    /// A line of the table, and what it comes to where both are known.
    fn line(&mut self, place: usize, expense: Expense) -> (Vec<Cell>, Option<u64>) {
        let quantity = self.quantity(expense);
        let price = self.options.words.prices.get(&expense).copied().map(u64::from);
        if price.is_none() {
            self.findings.missing(Fact::Prices);
        }
        // Whether presenters travel nobody knows: it is asked once it has a price.
        if quantity.is_none() && (expense != Expense::Travel || price.is_some()) {
            self.findings.missing(Fact::Quantities);
        }
        let amount = quantity.zip(price).map(|(quantity, price)| quantity.saturating_mul(price));
        let cells = vec![
            Cell::new(place.to_string()),
            Cell::new(expense.printed()),
            Cell::new(expense.unit(self.per)),
            Cell::known_amount(quantity),
            Cell::known_amount(price),
            Cell::known_amount(amount).reckoned(Reckoned::Product(QUANTITY, PRICE)),
            Cell::new(self.note(expense)),
        ];
        (cells, amount)
    }

    fn quantity(&self, expense: Expense) -> Option<u64> {
        if let Some(entered) = self.options.words.quantities.get(&expense) {
            return Some(u64::from(*entered));
        }
        let times = |people: u64, times: Option<u64>| times.map(|times| people.saturating_mul(times));
        let sum = |one: &dyn Fn(&Extent) -> Option<u64>| extent::sum(self.extents, one);
        match expense {
            Expense::Allowance => sum(&|one| {
                let people = one.people?.saturating_sub(one.state_paid);
                times(people, self.spans(one))
            }),
            Expense::Water => sum(&|one| times(one.people?, one.sittings)),
            Expense::Documents | Expense::Certificates => sum(&|one| one.people),
            Expense::Presenters => Some(self.presented).filter(|count| *count > 0),
            Expense::Venue => sum(&|one| one.sittings),
            Expense::Decoration => Some(extent::count(self.extents.len())),
            Expense::Stationery => Some(1),
            Expense::Travel => None,
        }
    }

    /// How often the allowance is paid.
    fn spans(&self, extent: &Extent) -> Option<u64> {
        match self.per {
            Per::Day => extent.days,
            Per::Sitting => extent.sittings,
        }
    }

    /// How the quantity came about, where it is a product.
    fn note(&self, expense: Expense) -> String {
        let entered = self.options.words.quantities.contains_key(&expense);
        let [one] = self.extents else { return String::new() };
        if entered {
            return String::new();
        }
        let (people, times, unit) = match (expense, self.per) {
            (Expense::Allowance, Per::Day) => {
                (one.people.map(|people| people.saturating_sub(one.state_paid)), one.days, "ngày")
            }
            (Expense::Allowance, Per::Sitting) => {
                (one.people.map(|people| people.saturating_sub(one.state_paid)), one.sittings, "buổi")
            }
            (Expense::Water, _) => (one.people, one.sittings, "buổi"),
            _ => return String::new(),
        };
        match people.zip(times) {
            Some((people, times)) => format!("{people} người × {times} {unit}"),
            None => String::new(),
        }
    }
}

/// What something is called inside a sentence.
fn expense_in_text(expense: Expense) -> String {
    let printed = expense.printed();
    let mut letters = printed.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The heading of a group with what it comes to.
fn heading(number: &str, name: &str, sum: Option<u64>) -> Row {
    let name = format!("{number}. {name}");
    let sum = Cell { bold: true, ..Cell::known_amount(sum) }.reckoned(Reckoned::Sum);
    Row::Heading {
        spans: vec![Span::bold(&name)],
        again: vec![Span::bold(&name), Span::italic(" (tiếp theo)")],
        sums: vec![sum, Cell::default()],
        count: None,
    }
}

/// A row to be filled in by hand, or in a workbook, where its amount follows.
fn blank(place: u32) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); AMOUNT + 1];
    cells[0] = Cell::new(place.to_string());
    cells[AMOUNT] = Cell::default().reckoned(Reckoned::Product(QUANTITY, PRICE));
    cells
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Nội dung chi", text(42.0, 70.0, 0.9, false), Align::Left),
        column("Đơn vị tính", text(16.0, 24.0, 1.0, true), Align::Centre),
        column("Số lượng", text(14.0, 20.0, 1.0, true), Align::Right),
        column("Đơn giá (đồng)", text(18.0, 24.0, 1.0, true), Align::Right),
        column("Thành tiền (đồng)", text(23.0, 30.0, 1.0, true), Align::Right),
        column("Ghi chú", text(17.0, 32.0, 0.9, false), Align::Left),
    ]
}
