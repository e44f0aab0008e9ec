//! The options of what is asked and recorded: survey, minutes and report.

use iced::Element;
use iced::widget::column;

use super::super::super::Context;
use super::Message;
use super::choices::{Choice, Choices};
use super::options::{issued, labelled, recipients};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::chip;
use crate::app::widget::field::field;
use crate::domain::dossier::Dossier;
use crate::paper::survey::Asks;

/// Phiếu khảo sát, phiếu thu hoạch.
pub fn survey<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let ways = [
        (Asks::Opinion, context.t("window-print-asks-opinion")),
        (Asks::Lessons, context.t("window-print-asks-lessons")),
    ];
    let chips = chip::choices(ways, &choices.how().survey.asks, |asks| Message::Chosen(Choice::Asks(asks)));
    let copies = small(context.t("window-print-survey-copies"));
    column![labelled("window-print-asks", chips, context), copies].spacing(space::L).into()
}

/// Biên bản.
pub fn minutes<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().minutes;
    let chair = field(&how.chair)
        .label(context.t("window-print-chair"))
        .hint(context.t("window-print-by-hand"))
        .id("print-chair")
        .on_commit(|chair| Message::Chosen(Choice::Chair(chair)));
    let secretary = field(&how.secretary)
        .label(context.t("window-print-secretary"))
        .hint(context.t("window-print-by-hand"))
        .id("print-secretary")
        .on_commit(|secretary| Message::Chosen(Choice::Secretary(secretary)));
    column![number(&how.number, context), chair, secretary].spacing(space::L).into()
}

/// Báo cáo kết quả.
pub fn report<'a>(choices: &'a Choices, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().report;
    column![
        number(&how.number, context),
        issued(how.issued, dossier, context),
        recipients(&how.recipients, context),
    ]
    .spacing(space::L)
    .into()
}

/// The number of a letter.
fn number<'a>(entered: &str, context: Context<'a>) -> Element<'a, Message> {
    field(entered)
        .label(context.t("window-print-number"))
        .hint(context.t("window-print-by-hand"))
        .id("print-number")
        .on_commit(|number| Message::Chosen(Choice::Number(number)))
        .into()
}
