//! The options of what is planned and paid: the budget and the fees of presenters.

use iced::widget::column;
use iced::{Element, Length};

use super::super::super::Context;
use super::Message;
use super::choices::{Choice, Scope};
use super::options::{issued, labelled, orientation};
use super::roster::blank_rows;
use super::words::Paper;
use crate::app::theme::space;
use crate::app::widget::chip;
use crate::paper::allowance_receipt::Per;
use crate::paper::budget::Expense;
use crate::paper::presenter_fees::{self, Withholding};

/// The id of the label of something that costs money.
fn price_id(expense: Expense) -> &'static str {
    match expense {
        Expense::Allowance => "window-print-price-allowance",
        Expense::Water => "window-print-price-water",
        Expense::Documents => "window-print-price-documents",
        Expense::Presenters => "window-print-price-presenters",
        Expense::Travel => "window-print-price-travel",
        Expense::Venue => "window-print-price-venue",
        Expense::Decoration => "window-print-price-decoration",
        Expense::Certificates => "window-print-price-certificates",
        Expense::Stationery => "window-print-price-stationery",
    }
}

/// Dự toán kinh phí.
pub fn budget(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let how = &paper.choices.how().budget;
    let prices = Expense::ALL.map(|expense| {
        let entered = how.words.prices.get(&expense).copied();
        let price = move |price| Choice::Price(expense, price);
        let price = paper.money(entered, 0, "window-print-price-refused", price);
        Element::from(price.label(context.t(price_id(expense))).id(price_id(expense)).width(Length::Fill))
    });
    let mut list =
        column![labelled("window-print-prices", hint("window-print-prices-hint", context), context)]
            .spacing(space::S);
    for price in prices {
        list = list.push(price);
    }
    let ways = [
        (Per::Day, context.t("window-print-per-day")),
        (Per::Sitting, context.t("window-print-per-sitting")),
    ];
    let per = chip::choices(ways, &how.look.per, |per| Message::Chosen(Choice::Per(per)));
    let source = paper
        .text(&how.words.source, Choice::Source)
        .label(context.t("window-print-source"))
        .hint(context.t("window-print-source-hint"))
        .id("print-source");
    column![
        list,
        labelled("window-print-allowance-per", per, context),
        source,
        blank_rows(how.look.blank_rows, context),
        issued(how.words.issued, paper),
    ]
    .spacing(space::L)
    .into()
}

/// Thù lao báo cáo viên.
pub fn presenter_fees(paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { choices, dossier, context } = paper;
    let how = &choices.how().presenter_fees;
    let refused = "window-print-rate-refused";
    let rate = paper
        .money(how.words.rate, 1, refused, Choice::Rate)
        .label(context.t("window-print-fee"))
        .hint(context.t("window-print-rate-hint"))
        .id("print-fee");
    let cluster = match choices.scope() {
        Scope::One(cluster) => Some(cluster),
        Scope::Whole | Scope::Each => None,
    };
    let names = presenter_fees::names(dossier, cluster);
    // With one presenter there is nothing to tell apart.
    let own = (names.len() > 1).then(|| {
        let mut list = column![hint("window-print-fee-own", context)].spacing(space::S);
        for name in names {
            let entered = how.words.rates.get(&name).copied();
            let id = format!("print-fee-{name}");
            let label = name.clone();
            let rate = move |rate| Choice::PresenterRate(name.clone(), rate);
            list = list.push(paper.money(entered, 1, refused, rate).label(label).id(id));
        }
        list
    });
    let ways = [
        (Withholding::Tenth, context.t("window-print-tax-tenth")),
        (Withholding::Nothing, context.t("window-print-tax-nothing")),
    ];
    let tax = chip::choices(ways, &how.look.tax, |tax| Message::Chosen(Choice::Tax(tax)));
    let tax = column![tax, hint("window-print-tax-hint", context)].spacing(space::XS);
    column![rate]
        .push(own)
        .push(labelled("window-print-tax", tax, context))
        .push(issued(how.words.issued, paper))
        .push(orientation(how.look.orientation, context))
        .spacing(space::L)
        .into()
}

/// A sentence that explains.
fn hint<'a>(id: &str, context: Context<'a>) -> Element<'a, Message> {
    crate::app::theme::text::small(context.t(id)).into()
}
