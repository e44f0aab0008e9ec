//! How the chosen paper is made.

use iced::widget::{Column, column};
use iced::{Element, Length};

use super::super::super::Context;
use super::choices::{Choice, Choices, Scope, SheetColumn, without_cluster};
use super::{Message, certificate_form, lists};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip};
use crate::domain::dossier::Dossier;
use crate::domain::numbering::is_fixed;
use crate::paper::{Orientation, PaperKind};

/// More empty rows than this are a slip of the finger.
const MOST_BLANK: u32 = 200;

/// The card of options.
pub fn options<'a>(
    choices: &'a Choices,
    certificate: &'a certificate_form::State,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    // With one cluster that holds everyone there is nothing to choose.
    let several = dossier.clusters.len() + usize::from(without_cluster(dossier) > 0) > 1;
    let clusters = several.then(|| scope(choices, dossier, context));
    let own = match choices.kind {
        PaperKind::SignInSheet => {
            column![sign_in_sheet(choices, context)].push(fixing(dossier, context)).spacing(space::L).into()
        }
        PaperKind::DelegateList => delegate_list(choices, context),
        PaperKind::DocumentReceipt => lists::document_receipt(choices, context),
        PaperKind::AllowanceReceipt => lists::allowance_receipt(choices, context),
        PaperKind::Certificates => certificate.view(dossier, context),
        PaperKind::CertificateRegister => lists::certificate_register(choices, context),
        PaperKind::Badges => lists::badges(choices, context),
        PaperKind::TableSigns => small(context.t("window-print-fold")).into(),
        PaperKind::Recognition => lists::recognition(choices, context),
    };
    let content = column![].push(clusters).push(own).spacing(space::L).width(Length::Fill);
    card::titled(context.t(choices.kind.name_id()), None, content).width(Length::Fill).into()
}

/// Whose paper, and in how many files.
fn scope<'a>(choices: &Choices, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let fixed =
        [(Scope::Whole, context.t("window-print-whole")), (Scope::Each, context.t("window-print-each"))];
    let clusters = dossier.clusters.iter().map(|one| {
        let count = dossier.delegates.iter().filter(|delegate| delegate.cluster == Some(one.id)).count();
        (Scope::One(one.id), format!("{} · {count}", one.details.name))
    });
    select(fixed.into_iter().chain(clusters), Some(&choices.scope))
        .label(context.t("window-print-scope"))
        .id("print-scope")
        .on_choose(|scope| Message::Chosen(Choice::Scope(scope)))
        .into()
}

fn sign_in_sheet<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let sheet = &choices.how().sign_in_sheet;
    let columns = SheetColumn::ALL.into_iter().map(|column| {
        let label = context.t(match column {
            SheetColumn::Birth => "window-print-birth",
            SheetColumn::Position => "window-print-position",
            SheetColumn::Unit => "window-print-unit",
            SheetColumn::Phone => "window-print-phone",
            SheetColumn::Note => "window-print-note",
        });
        checkbox(choices.column(column), label, move |shown| Message::Chosen(Choice::Column(column, shown)))
            .into()
    });
    column![
        labelled("window-print-columns", Column::with_children(columns), context),
        labelled("window-print-rows", group(sheet.group, context), context),
        blank_rows(sheet.blank_rows, context),
        orientation(sheet.orientation, context),
    ]
    .spacing(space::L)
    .into()
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

fn delegate_list<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let list = &choices.how().delegate_list;
    let phone =
        checkbox(list.phone, context.t("window-print-phone"), |shown| Message::Chosen(Choice::Phone(shown)));
    column![
        labelled("window-print-columns", phone, context),
        labelled("window-print-rows", group(list.group, context), context),
        orientation(list.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// With or without headings for communes.
pub fn group<'a>(chosen: bool, context: Context<'a>) -> Element<'a, Message> {
    let label = context.t("window-print-group");
    checkbox(chosen, label, |group| Message::Chosen(Choice::Group(group))).into()
}

/// How the page lies.
pub fn orientation<'a>(chosen: Orientation, context: Context<'a>) -> Element<'a, Message> {
    let ways = [
        (Orientation::Auto, context.t("window-print-auto")),
        (Orientation::Portrait, context.t("window-print-portrait")),
        (Orientation::Landscape, context.t("window-print-landscape")),
    ];
    let chips = chip::choices(ways, &chosen, |way| Message::Chosen(Choice::Orientation(way)));
    labelled("window-print-paper", chips, context)
}

/// Something under its label.
pub fn labelled<'a>(
    label: &str,
    content: impl Into<Element<'a, Message>>,
    context: Context<'a>,
) -> Element<'a, Message> {
    column![styled(context.t(label), Role::FieldLabel), content.into()].spacing(space::XS).into()
}
