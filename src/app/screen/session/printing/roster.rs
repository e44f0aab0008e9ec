//! The options of the sign-in sheet and of the delegate list.

use iced::Element;
use iced::widget::{Column, column};

use super::super::super::Context;
use super::super::programme::words::short_half_day;
use super::Message;
use super::choices::{Choice, Choices, Half, ListColumn, Scope};
use super::options::{labelled, orientation};
use super::words::Paper;
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, chip};
use crate::domain::dossier::Dossier;
use crate::domain::numbering::is_fixed;
use crate::domain::session::ListOrder;
use crate::paper::{BirthColumns, Sheets};

/// More empty rows than this are a slip of the finger.
const MOST_BLANK: u32 = 200;
/// With more sittings than this a choice among them would fill the card.
const MOST_SITTINGS: usize = 6;

/// Danh sách ký tên.
pub fn sign_in_sheet(paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { choices, dossier, context } = paper;
    let how = &choices.how().sign_in_sheet;
    let (words, look) = (&how.words, &how.look);
    let shown = look.columns;
    let columns = [
        (ListColumn::Birth, shown.birth),
        (ListColumn::Position, shown.position),
        (ListColumn::Unit, shown.unit),
        (ListColumn::Phone, shown.phone),
        (ListColumn::Note, shown.note),
    ];
    let sheets = [
        (Sheets::Clusters, context.t("window-print-sheets-clusters")),
        (Sheets::Days, context.t("window-print-sheets-days")),
        (Sheets::Units, context.t("window-print-sheets-units")),
    ];
    let sheets = chip::choices(sheets, &look.sheets, |sheets| Message::Chosen(Choice::Sheets(sheets)));
    let presenters = checkbox(look.presenters, context.t("window-print-presenters"), |sign| {
        Message::Chosen(Choice::Presenters(sign))
    });
    // One unit has its sheet to itself: there is nothing to group.
    let group = (look.sheets != Sheets::Units).then(|| group(look.group, context));
    column![]
        .push(sittings(choices, dossier, context))
        .push(order(look.order, context))
        .push(columns_of(columns, context))
        .push(labelled("window-print-sheets", sheets, context))
        .push(labelled("window-print-rows", column![].push(group).push(presenters), context))
        .push(blank_rows(look.blank_rows, context))
        .push(remark(&words.remark, paper))
        .push(orientation(look.orientation, context))
        .push(fixing(dossier, context))
        .spacing(space::L)
        .into()
}

/// Danh sách đại biểu.
pub fn delegate_list(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let how = &paper.choices.how().delegate_list;
    let (words, look) = (&how.words, &how.look);
    let columns = [
        (ListColumn::Position, look.position),
        (ListColumn::Unit, look.unit),
        (ListColumn::Phone, look.phone),
        (ListColumn::Note, look.note),
    ];
    let births = [
        (BirthColumns::BySex, context.t("window-print-birth-by-sex")),
        (BirthColumns::Year, context.t("window-print-birth-year")),
        (BirthColumns::Hidden, context.t("window-print-birth-hidden")),
    ];
    let births = chip::choices(births, &look.birth, |birth| Message::Chosen(Choice::Birth(birth)));
    column![
        order(look.order, context),
        labelled("window-print-birth", births, context),
        columns_of(columns, context),
        labelled("window-print-rows", group(look.group, context), context),
        remark(&words.remark, paper),
        orientation(look.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// Which sittings are signed for; nothing where there is no choice, or where it is
/// one to be made cluster by cluster.
fn sittings<'a>(choices: &Choices, dossier: &Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let is_meant = |id| match choices.scope() {
        Scope::One(one) => one == id,
        Scope::Whole | Scope::Each => true,
    };
    let clusters = dossier.clusters.iter().filter(|cluster| is_meant(cluster.id));
    let sittings = clusters.flat_map(|cluster| &cluster.sittings);
    let mut halves: Vec<Half> = sittings.map(|one| (one.details.date, one.details.half)).collect();
    halves.sort_by_key(|(date, half)| (date.sort_key(), *half));
    halves.dedup();
    if halves.len() < 2 || halves.len() > MOST_SITTINGS {
        return None;
    }
    let left_out = &choices.how().sign_in_sheet.words.left_out;
    let chips = halves.into_iter().map(|half| {
        let label = short_half_day(half.0, half.1, context);
        (half, !left_out.contains(&half), label)
    });
    let chips = chip::toggles(chips, |half, signed| Message::Chosen(Choice::Sitting(half, signed)));
    Some(labelled("window-print-sittings", chips, context))
}

/// In which order the delegates stand.
fn order<'a>(chosen: Option<ListOrder>, context: Context<'a>) -> Element<'a, Message> {
    let orders = [
        (None, context.t("window-print-order-number")),
        (Some(ListOrder::UnitThenName), context.t("window-print-order-unit")),
        (Some(ListOrder::Name), context.t("window-print-order-name")),
    ];
    select(orders, Some(&chosen))
        .label(context.t("window-print-order"))
        .id("print-order")
        .on_choose(|order| Message::Chosen(Choice::Order(order)))
        .into()
}

/// The columns that can be left out, each with whether it is shown.
fn columns_of<'a, const N: usize>(
    columns: [(ListColumn, bool); N],
    context: Context<'a>,
) -> Element<'a, Message> {
    let boxes = columns.into_iter().map(|(column, shown)| {
        let label = context.t(match column {
            ListColumn::Birth => "window-print-birth",
            ListColumn::Position => "window-print-position",
            ListColumn::Unit => "window-print-unit",
            ListColumn::Phone => "window-print-phone",
            ListColumn::Note => "window-print-note",
        });
        checkbox(shown, label, move |shown| Message::Chosen(Choice::Column(column, shown))).into()
    });
    labelled("window-print-columns", Column::with_children(boxes), context)
}

/// What the user puts under the title.
fn remark<'a>(entered: &str, paper: Paper<'a>) -> Element<'a, Message> {
    paper
        .text(entered, Choice::Remark)
        .label(paper.context.t("window-print-remark"))
        .placeholder(paper.context.t("window-print-remark-example"))
        .id("print-remark")
        .into()
}

/// With or without headings for communes.
pub fn group<'a>(chosen: bool, context: Context<'a>) -> Element<'a, Message> {
    let label = context.t("window-print-group");
    checkbox(chosen, label, |group| Message::Chosen(Choice::Group(group))).into()
}

/// How many empty rows follow the listed.
pub fn blank_rows<'a>(rows: u32, context: Context<'a>) -> Element<'a, Message> {
    let blank = number_field(Some(rows), 0..=MOST_BLANK, context.t("window-print-blank-refused"), |rows| {
        Message::Chosen(Choice::BlankRows(rows.unwrap_or(0)))
    });
    labelled("window-print-blank", blank.id("print-blank").width(104.0), context)
}

/// Numbers on paper should not change any more: offers to fix those that still can.
fn fixing<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let lists = dossier.clusters.iter().map(|cluster| Some(cluster.id)).chain([None]);
    let is_listed = |of: Option<_>| dossier.delegates.iter().any(|one| one.cluster == of);
    let all_fixed = lists.into_iter().filter(|of| is_listed(*of)).all(|of| is_fixed(&dossier.delegates, of));
    (!all_fixed && dossier.session.details.state.is_open()).then(|| {
        let fix = button::secondary_small(Some(Icon::Lock), context.t("window-delegates-fix"))
            .id("print-fix")
            .on_press_maybe(context.if_writable(Message::FixLists));
        column![small(context.t("window-print-not-fixed")), fix].spacing(space::XS).into()
    })
}
