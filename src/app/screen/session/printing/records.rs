//! The options of what is asked and recorded: survey, minutes and report.

use iced::Element;
use iced::widget::column;

use super::Message;
use super::choices::Choice;
use super::options::{issued, labelled, recipients};
use super::words::Paper;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::chip;
use crate::paper::survey::Asks;

/// Phiếu khảo sát, phiếu thu hoạch.
pub fn survey(paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { choices, context, .. } = paper;
    let ways = [
        (Asks::Opinion, context.t("window-print-asks-opinion")),
        (Asks::Lessons, context.t("window-print-asks-lessons")),
    ];
    let chips =
        chip::choices(ways, &choices.how().survey.look.asks, |asks| Message::Chosen(Choice::Asks(asks)));
    let copies = small(context.t("window-print-survey-copies"));
    column![labelled("window-print-asks", chips, context), copies].spacing(space::L).into()
}

/// Biên bản.
pub fn minutes(paper: Paper<'_>) -> Element<'_, Message> {
    let context = paper.context;
    let words = &paper.choices.how().minutes.words;
    let chair = paper
        .text(&words.chair, Choice::Chair)
        .label(context.t("window-print-chair"))
        .hint(context.t("window-print-by-hand"))
        .id("print-chair");
    let secretary = paper
        .text(&words.secretary, Choice::Secretary)
        .label(context.t("window-print-secretary"))
        .hint(context.t("window-print-by-hand"))
        .id("print-secretary");
    column![number(&words.number, paper), chair, secretary].spacing(space::L).into()
}

/// Báo cáo kết quả.
pub fn report(paper: Paper<'_>) -> Element<'_, Message> {
    let words = &paper.choices.how().report.words;
    column![number(&words.number, paper), issued(words.issued, paper), recipients(&words.recipients, paper),]
        .spacing(space::L)
        .into()
}

/// The number of a letter.
fn number<'a>(entered: &str, paper: Paper<'a>) -> Element<'a, Message> {
    paper
        .text(entered, Choice::Number)
        .label(paper.context.t("window-print-number"))
        .hint(paper.context.t("window-print-by-hand"))
        .id("print-number")
        .into()
}
