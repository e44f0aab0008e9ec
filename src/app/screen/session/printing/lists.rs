//! The options of the lists that are signed for and of the decision that ends a session.

use iced::Element;
use iced::widget::column;

use super::Message;
use super::choices::Choice;
use super::options::{issued, labelled, orientation};
use super::roster::{blank_rows, group};
use super::words::Paper;
use crate::app::theme::space;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::chip;
use crate::paper::allowance_receipt::Per;
use crate::paper::badge::PerSheet;

/// Ký nhận tài liệu.
pub fn document_receipt(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let how = &paper.choices.how().document_receipt;
    let documents = paper
        .text(&how.words.documents, Choice::Documents)
        .label(context.t("window-print-documents"))
        .hint(context.t("window-print-documents-hint"))
        .id("print-documents");
    column![
        documents,
        labelled("window-print-rows", group(how.look.group, context), context),
        blank_rows(how.look.blank_rows, context),
        orientation(how.look.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// Ký nhận tiền hỗ trợ.
pub fn allowance_receipt(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let how = &paper.choices.how().allowance_receipt;
    let rate = paper
        .money(how.words.rate, 1, "window-print-rate-refused", Choice::Rate)
        .label(context.t("window-print-rate"))
        .hint(context.t("window-print-rate-hint"))
        .id("print-rate");
    let ways = [
        (Per::Sitting, context.t("window-print-per-sitting")),
        (Per::Day, context.t("window-print-per-day")),
    ];
    let per = chip::choices(ways, &how.look.per, |per| Message::Chosen(Choice::Per(per)));
    let only = checkbox(how.look.only_unpaid, context.t("window-print-only-unpaid"), |only| {
        Message::Chosen(Choice::OnlyUnpaid(only))
    });
    column![
        rate,
        labelled("window-print-per", per, context),
        labelled("window-print-rows", column![only, group(how.look.group, context)], context),
        blank_rows(how.look.blank_rows, context),
        orientation(how.look.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// Sổ cấp giấy chứng nhận.
pub fn certificate_register(paper: Paper<'_>) -> Element<'_, Message> {
    orientation(paper.choices.how().certificate_register.look.orientation, paper.context)
}

/// Thẻ đại biểu.
pub fn badges(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let ways =
        [(PerSheet::Eight, context.t("window-print-eight")), (PerSheet::Ten, context.t("window-print-ten"))];
    let chosen = paper.choices.how().badges.look.per_sheet;
    let chips = chip::choices(ways, &chosen, |count| Message::Chosen(Choice::PerSheet(count)));
    labelled("window-print-per-sheet", chips, context)
}

/// Quyết định công nhận.
pub fn recognition(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let words = &paper.choices.how().recognition.words;
    let number = paper
        .text(&words.number, Choice::Number)
        .label(context.t("window-print-decision-number"))
        .hint(context.t("window-print-decision-number-hint"))
        .id("print-decision-number");
    let grounds = paper
        .text(&words.grounds, Choice::Grounds)
        .label(context.t("window-print-grounds"))
        .hint(context.t("window-print-grounds-hint"))
        .id("print-grounds");
    column![number, issued(words.issued, paper), grounds].spacing(space::L).into()
}
