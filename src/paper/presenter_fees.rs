//! Thù lao báo cáo viên: what each presenter is paid, less the tax that is withheld.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::card::{Item, at, issued, orientation};
use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Reckoned, Row, Sums, Table, TitleLine, Width,
};
use super::extent;
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list;
use super::occasion;
use super::orientation::Orientation;
use super::payment::{self, Paid};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::programme::Presenter;
use crate::vietnamese::date;
use crate::vietnamese::number::sentence_case;

/// Whether income tax is withheld.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Withholding {
    /// A tenth of every payment from 2.000.000 đồng on, to residents without a
    /// labour contract of three months or more (Thông tư 111/2013/TT-BTC, Điều 25
    /// khoản 1 điểm i).
    #[default]
    Tenth,
    /// Nothing: paid through the payroll, or to those who committed themselves to
    /// having no taxable income.
    Nothing,
}

/// The least payment of which tax is withheld, in đồng: see [`Withholding::Tenth`].
const TAXED_FROM: u32 = 2_000_000;

/// The rate of that tax, in percent.
const RATE: u8 = 10;

impl Withholding {
    /// The rate of the tax of one payment, in percent.
    pub fn rate(self, payment: u64) -> u64 {
        match self {
            Self::Tenth if payment >= u64::from(TAXED_FROM) => u64::from(RATE),
            Self::Tenth | Self::Nothing => 0,
        }
    }

    /// The tax of one payment, in whole đồng.
    pub fn of(self, payment: u64) -> u64 {
        let whole = u128::from(payment) * u128::from(self.rate(payment)) / 100;
        u64::try_from(whole).unwrap_or(u64::MAX)
    }

    /// How the rate follows from the payments in a column.
    fn reckoned(self, of: usize) -> Reckoned {
        match self {
            Self::Tenth => Reckoned::Rate { of, from: TAXED_FROM, percent: RATE },
            Self::Nothing => Reckoned::No,
        }
    }
}

/// What a list of fees says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterFeeOptions {
    /// What is typed for it.
    pub words: PresenterFeeWords,
    /// How it looks.
    pub look: PresenterFeeLook,
}

/// What is typed for a list of fees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterFeeWords {
    /// Đồng for a sitting; `None` leaves the amounts to be filled in by hand.
    pub rate: Option<u32>,
    /// For those who are paid otherwise, by name.
    pub rates: BTreeMap<String, u32>,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
}

/// How a list of fees looks, and how an office pays them: its habit, whatever the rate
/// of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterFeeLook {
    /// Whether tax is withheld.
    pub tax: Withholding,
    /// Upright or across; across when left to the paper, for it has many columns.
    pub orientation: Orientation,
}

/// What somebody is paid, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fee {
    /// In how many sittings they present.
    pub sittings: Option<u64>,
    /// Đồng for a sitting.
    pub rate: Option<u64>,
    /// What that comes to.
    pub amount: Option<u64>,
    /// The tax that is withheld of it.
    pub tax: Option<u64>,
    /// What remains.
    pub net: Option<u64>,
}

impl PresenterFeeOptions {
    /// What a presenter is paid: the one place that counts it.
    pub fn fee(&self, paid: &Paid) -> Fee {
        // How many several people are, and what each of them gets, is not known.
        let alone = !matches!(paid.presenter, Presenter::Collective(_));
        let sittings = Some(extent::count(paid.sittings.len())).filter(|count| *count > 0);
        let rate = self.words.rate_of(paid.presenter.name()).map(u64::from);
        let amount = sittings.zip(rate).filter(|_| alone).map(|(times, rate)| times.saturating_mul(rate));
        let tax = amount.map(|amount| self.look.tax.of(amount));
        let net = amount.zip(tax).map(|(amount, tax)| amount.saturating_sub(tax));
        Fee { sittings, rate, amount, tax, net }
    }
}

impl PresenterFeeWords {
    /// What a presenter is paid for a sitting.
    pub fn rate_of(&self, name: &str) -> Option<u32> {
        self.rates.get(name).copied().or(self.rate)
    }
}

/// Its name.
pub const NAME: &str = "Bảng kê thù lao báo cáo viên";

/// Where the number of sittings and what is paid for one stand in the table.
const SITTINGS: usize = 4;
const FEE: usize = 5;
/// Where the rate of the tax stands.
const TAX_RATE: usize = 7;
/// Where amount, tax and what remains stand.
const AMOUNTS: [usize; 3] = [6, 8, 9];

/// More topics than these are counted, not named: they would fill the page.
const MOST_TOPICS: usize = 3;

/// Rows to be filled in by hand where no presenter is known.
const BLANK_ROWS: usize = 3;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "presenter-fees",
    label: "paper-presenter-fees",
    name: "Thù lao báo cáo viên",
    icon: "Banknote",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for PresenterFeeOptions {
    /// The list of fees of a session, and what the user should know of it.
    ///
    /// Errors: a cluster the session does not have.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let parts = list::parts(dossier, &[], cluster)?;
        let paid = payment::presenters(dossier, cluster);
        let findings = findings(&paid, &self.words);
        let table = table(&paid, self);
        let all_planned = paid.iter().all(Paid::is_as_planned);
        let [amount, _, net] = AMOUNTS.map(|column| payment::total(&table, column));
        let words = amount.zip(net).map(|(amount, net)| match net == amount {
            true => payment::in_words("Số tiền bằng chữ", net),
            false => {
                let before = payment::in_words("Thành tiền bằng chữ", amount);
                format!("{before} {}", payment::in_words("Thực nhận bằng chữ", net))
            }
        });
        let name = match parts.as_slice() {
            [part] if cluster.is_some() => part.name_and_place(dossier),
            _ => String::new(),
        };
        let mut title = vec![
            TitleLine::Kind("BẢNG KÊ THÙ LAO BÁO CÁO VIÊN".to_owned()),
            TitleLine::Subject(list::session_in_text(dossier).to_owned()),
        ];
        let dates = match parts.as_slice() {
            [part] => part.dates(dossier),
            _ => dossier.session.details.dates,
        };
        let held = dates.map(date::span_in_words).unwrap_or_default();
        let note = list::join(", ", [name.clone(), held]);
        if !note.is_empty() {
            title.push(TitleLine::Note(sentence_case(&note)));
        }
        // Before the conference, and where nobody said who gave what.
        if !paid.is_empty() && all_planned {
            title.push(TitleLine::Note("Theo kế hoạch".to_owned()));
        }
        let place_date = list::place_date(dossier.letterhead.place.as_deref(), self.words.issued);
        let section = list::section(
            NAME,
            name,
            self.look.orientation != Orientation::Portrait,
            vec![
                Block::Head(list::head(dossier)),
                Block::Title(title),
                Block::Table(table),
                Block::Closing(payment::closing(words, place_date)),
            ],
        );
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(vec![section]) }, findings.into_vec()))
    }

    fn card(&self, dossier: &Dossier, scope: Scope) -> Vec<Item> {
        let refused = "window-print-rate-refused";
        let rate = at!(self.words.rate).money("print-fee", "window-print-fee", 1, refused);
        let names = names(dossier, scope.cluster());
        // With one presenter there is nothing to tell apart.
        let own = (names.len() > 1).then(|| {
            let of = |name: String| {
                let rate = at!(self.words.rates).entry(&name);
                let id = format!("print-fee-{name}");
                rate.money(&id, "window-print-fee", 1, refused).called(name).into()
            };
            let rates = names.into_iter().map(of);
            Item::Fields([Item::Says("window-print-fee-own")].into_iter().chain(rates).collect())
        });
        let ways = [
            (Withholding::Tenth, "window-print-tax-tenth"),
            (Withholding::Nothing, "window-print-tax-nothing"),
        ];
        let tax = at!(self.look.tax).chips("window-print-tax", ways);
        let rest = [
            tax.hint("window-print-tax-hint").into(),
            issued(at!(self.words.issued)),
            orientation(at!(self.look.orientation)),
        ];
        [rate.hint("window-print-rate-hint").into()].into_iter().chain(own).chain(rest).collect()
    }
}

/// The names of those who are paid, as [`PresenterFeeWords::rates`] knows them.
pub fn names(dossier: &Dossier, cluster: Option<ClusterId>) -> Vec<String> {
    let paid = payment::presenters(dossier, cluster);
    paid.into_iter().map(|one| one.presenter.name().to_owned()).collect()
}

/// What the user should know of those who are paid.
pub fn findings(paid: &[Paid], words: &PresenterFeeWords) -> Findings {
    let mut findings = Findings::default();
    if paid.is_empty() {
        findings.missing(Fact::Presenters);
    }
    if paid.is_empty() || paid.iter().any(|one| words.rate_of(one.presenter.name()).is_none()) {
        findings.missing(Fact::Fee);
    }
    if paid.iter().any(|one| one.sittings.is_empty()) {
        findings.missing(Fact::PresenterSittings);
    }
    if words.issued.is_none() {
        findings.missing(Fact::IssueDate);
    }
    for one in paid {
        if let Presenter::Collective(name) = &one.presenter {
            findings.note(Finding::SeveralPresenters { name: name.clone() });
        }
    }
    findings
}

fn table(paid: &[Paid], options: &PresenterFeeOptions) -> Table {
    // Where all is as planned the head says so.
    let tell_planned = !paid.iter().all(Paid::is_as_planned);
    let cells = |(number, one)| row(cells(number, one, tell_planned, options));
    let mut rows: Vec<Row> = (1..).zip(paid).map(cells).collect();
    if rows.is_empty() {
        rows = (1..=BLANK_ROWS).map(|number| row(vec![Cell::new(number.to_string())])).collect();
    }
    let sums = Sums {
        columns: AMOUNTS.to_vec(),
        page: "Cộng trang".to_owned(),
        whole: "Tổng cộng".to_owned(),
        by_hand: false,
        partial: false,
    };
    Table { columns: columns(), rows, row_height: 10.0, text_size: LIST_SIZE, sums: Some(sums) }
}

/// What somebody presents: the topics by name while they are few.
pub fn topics(paid: &Paid) -> String {
    match paid.topics.len() {
        0..=MOST_TOPICS => paid.topics.join("; "),
        count => format!("{} chuyên đề của chương trình", occasion::two_digits(count)),
    }
}

/// What of somebody's part is only planned, in brackets behind the topics.
fn planned(paid: &Paid) -> String {
    match paid.as_planned.len() {
        0 if paid.sittings.is_empty() => " (theo kế hoạch)".to_owned(),
        0 => String::new(),
        _ if paid.is_as_planned() => " (theo kế hoạch)".to_owned(),
        count => format!(" (trong đó {} buổi theo kế hoạch)", occasion::two_digits(count)),
    }
}

fn cells(number: usize, paid: &Paid, tell_planned: bool, options: &PresenterFeeOptions) -> Vec<Cell> {
    let (name, titles) = match &paid.presenter {
        Presenter::Person { name, titles } => (name.clone(), titles.join(", ")),
        Presenter::Role(name) | Presenter::Collective(name) => (sentence_case(name), String::new()),
    };
    let Fee { sittings, rate, amount, tax, net } = options.fee(paid);
    let withheld = options.look.tax;
    let tax_rate = amount.map(|amount| Cell::percent(withheld.rate(amount))).unwrap_or_default();
    let mut topics = topics(paid);
    if tell_planned {
        topics.push_str(&planned(paid));
    }
    let [paid_in, tax_in, _] = AMOUNTS;
    vec![
        Cell::new(number.to_string()),
        Cell::new(name),
        Cell::new(titles),
        Cell::new(topics),
        Cell::new(sittings.map(|count| count.to_string()).unwrap_or_default()),
        Cell::known_amount(rate),
        Cell::known_amount(amount).reckoned(Reckoned::Product(SITTINGS, FEE)),
        tax_rate.reckoned(withheld.reckoned(paid_in)),
        Cell::known_amount(tax).reckoned(Reckoned::Share(paid_in, TAX_RATE)),
        Cell::known_amount(net).reckoned(Reckoned::Difference(paid_in, tax_in)),
        Cell::default(),
    ]
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let amount = |title: &str| column(title, text(20.0, 28.0, 1.0, true), Align::Right);
    let under = |group: &str, column: Column| Column { group: Some(group.to_owned()), ..column };
    let (paid, tax) = ("Số tiền (đồng)", "Thuế TNCN khấu trừ");
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(32.0, 46.0, 1.0, true), Align::Left),
        column("Chức vụ", text(22.0, 50.0, 0.9, false), Align::Left),
        column("Chuyên đề", text(38.0, 80.0, 0.9, false), Align::Left),
        column("Số buổi", Width::Fixed(11.0), Align::Centre),
        under(paid, amount("Mức mỗi buổi")),
        under(paid, amount("Thành tiền")),
        under(tax, column("Thuế suất", Width::Fixed(11.0), Align::Centre)),
        under(tax, amount("Số tiền (đồng)")),
        amount("Thực nhận (đồng)"),
        Column::signed("Ký nhận", Width::Fill { min: 22.0, max: 36.0 }, Vec::new()),
    ]
}

#[cfg(test)]
mod tests {
    use super::Withholding;

    #[test]
    fn a_tenth_is_withheld_from_two_million_on() {
        assert_eq!(Withholding::Tenth.of(1_999_999), 0);
        assert_eq!(Withholding::Tenth.of(2_000_000), 200_000);
        assert_eq!(Withholding::Tenth.of(2_000_009), 200_000);
        assert_eq!(Withholding::Nothing.of(9_000_000), 0);
    }
}
