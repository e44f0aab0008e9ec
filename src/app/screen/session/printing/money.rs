//! The options of what is planned and paid: the budget and the fees of presenters.

use iced::widget::column;
use iced::{Element, Length};

use super::super::super::Context;
use super::Message;
use super::choices::{Choice, Choices, Scope};
use super::lists::MOST_RATE;
use super::options::{issued, labelled, orientation};
use super::roster::blank_rows;
use crate::app::theme::space;
use crate::app::widget::chip;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::domain::dossier::Dossier;
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
pub fn budget<'a>(choices: &'a Choices, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().budget;
    let prices = Expense::ALL.map(|expense| {
        let entered = how.prices.get(&expense).copied();
        let refused = context.t("window-print-price-refused");
        let price = move |price| Message::Chosen(Choice::Price(expense, price));
        let price = number_field(entered, 0..=MOST_RATE, refused, price).label(context.t(price_id(expense)));
        Element::from(price.id(price_id(expense)).width(Length::Fill))
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
    let per = chip::choices(ways, &how.per, |per| Message::Chosen(Choice::Per(per)));
    let source = field(&how.source)
        .label(context.t("window-print-source"))
        .hint(context.t("window-print-source-hint"))
        .id("print-source")
        .on_commit(|source| Message::Chosen(Choice::Source(source)));
    column![
        list,
        labelled("window-print-allowance-per", per, context),
        source,
        blank_rows(how.blank_rows, context),
        issued(how.issued, dossier, context),
    ]
    .spacing(space::L)
    .into()
}

/// Thù lao báo cáo viên.
pub fn presenter_fees<'a>(
    choices: &'a Choices,
    dossier: &Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let how = &choices.how().presenter_fees;
    let refused = || context.t("window-print-rate-refused");
    let rate = |rate| Message::Chosen(Choice::Rate(rate));
    let rate = number_field(how.rate, 1..=MOST_RATE, refused(), rate)
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
            let entered = how.rates.get(&name).copied();
            let id = format!("print-fee-{name}");
            let label = name.clone();
            let rate = move |rate| Message::Chosen(Choice::PresenterRate(name.clone(), rate));
            list = list.push(number_field(entered, 1..=MOST_RATE, refused(), rate).label(label).id(id));
        }
        list
    });
    let ways = [
        (Withholding::Tenth, context.t("window-print-tax-tenth")),
        (Withholding::Nothing, context.t("window-print-tax-nothing")),
    ];
    let tax = chip::choices(ways, &how.tax, |tax| Message::Chosen(Choice::Tax(tax)));
    let tax = column![tax, hint("window-print-tax-hint", context)].spacing(space::XS);
    column![rate]
        .push(own)
        .push(labelled("window-print-tax", tax, context))
        .push(issued(how.issued, dossier, context))
        .push(orientation(how.orientation, context))
        .spacing(space::L)
        .into()
}

/// A sentence that explains.
fn hint<'a>(id: &str, context: Context<'a>) -> Element<'a, Message> {
    crate::app::theme::text::small(context.t(id)).into()
}
