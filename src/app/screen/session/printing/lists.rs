//! The options of the lists that are signed for and of the decision that ends a session.

use iced::Element;
use iced::widget::column;

use super::super::super::Context;
use super::Message;
use super::choices::{Choice, Choices};
use super::options::{issued, labelled, orientation};
use super::roster::{blank_rows, group};
use crate::app::theme::space;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::chip;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::domain::dossier::Dossier;
use crate::paper::allowance_receipt::Per;
use crate::paper::badge::PerSheet;

/// No allowance for half a day comes near this many đồng.
pub const MOST_RATE: u32 = 100_000_000;

/// Ký nhận tài liệu.
pub fn document_receipt<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().document_receipt;
    let documents = field(&how.documents)
        .label(context.t("window-print-documents"))
        .hint(context.t("window-print-documents-hint"))
        .id("print-documents")
        .on_commit(|documents| Message::Chosen(Choice::Documents(documents)));
    column![
        documents,
        labelled("window-print-rows", group(how.group, context), context),
        blank_rows(how.blank_rows, context),
        orientation(how.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// Ký nhận tiền hỗ trợ.
pub fn allowance_receipt<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().allowance_receipt;
    let rate = number_field(how.rate, 1..=MOST_RATE, context.t("window-print-rate-refused"), |rate| {
        Message::Chosen(Choice::Rate(rate))
    })
    .label(context.t("window-print-rate"))
    .hint(context.t("window-print-rate-hint"))
    .id("print-rate");
    let ways = [
        (Per::Sitting, context.t("window-print-per-sitting")),
        (Per::Day, context.t("window-print-per-day")),
    ];
    let per = chip::choices(ways, &how.per, |per| Message::Chosen(Choice::Per(per)));
    let only = checkbox(how.only_unpaid, context.t("window-print-only-unpaid"), |only| {
        Message::Chosen(Choice::OnlyUnpaid(only))
    });
    column![
        rate,
        labelled("window-print-per", per, context),
        labelled("window-print-rows", column![only, group(how.group, context)], context),
        blank_rows(how.blank_rows, context),
        orientation(how.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// Sổ cấp giấy chứng nhận.
pub fn certificate_register<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    orientation(choices.how().certificate_register.orientation, context)
}

/// Thẻ đại biểu.
pub fn badges<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let ways =
        [(PerSheet::Eight, context.t("window-print-eight")), (PerSheet::Ten, context.t("window-print-ten"))];
    let chosen = choices.how().badges.per_sheet;
    let chips = chip::choices(ways, &chosen, |count| Message::Chosen(Choice::PerSheet(count)));
    labelled("window-print-per-sheet", chips, context)
}

/// Quyết định công nhận.
pub fn recognition<'a>(
    choices: &'a Choices,
    dossier: &Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let how = &choices.how().recognition;
    let number = field(&how.number)
        .label(context.t("window-print-decision-number"))
        .hint(context.t("window-print-decision-number-hint"))
        .id("print-decision-number")
        .on_commit(|number| Message::Chosen(Choice::Number(number)));
    let grounds = field(&how.grounds)
        .label(context.t("window-print-grounds"))
        .hint(context.t("window-print-grounds-hint"))
        .id("print-grounds")
        .on_commit(|grounds| Message::Chosen(Choice::Grounds(grounds)));
    column![number, issued(how.issued, dossier, context), grounds].spacing(space::L).into()
}
