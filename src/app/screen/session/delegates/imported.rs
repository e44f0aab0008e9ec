//! Which lists were read into the session: file, time and what became of their rows.

use iced::Element;
use iced::widget::column;

use super::Message;
use crate::app::screen::{Context, moment};
use crate::app::theme::space;
use crate::app::theme::text::{small, strong};
use crate::app::widget::{button, dialog};
use crate::domain::list::ImportRecord;
use crate::sentence::Sentence;

/// The dialog.
pub(super) fn view<'a>(records: &'a [ImportRecord], context: Context<'a>) -> Element<'a, Message> {
    let content = match records.is_empty() {
        true => column![small(context.t("window-delegates-imported-none"))],
        false => column(records.iter().map(|record| one(record, context))).spacing(space::M),
    };
    let close = button::primary(None, context.t("window-close")).on_press(Message::Escape);
    let title = context.t("window-delegates-imported-title");
    dialog::dialog(title, content, [close.into()], Message::Escape)
}

fn one<'a>(record: &'a ImportRecord, context: Context<'a>) -> Element<'a, Message> {
    let counts = record.counts;
    let words = Sentence::new("window-delegates-imported-counts")
        .with("when", moment::told_whole(&record.at))
        .with("new", counts.new)
        .with("update", counts.update)
        .with("same", counts.same)
        .with("duplicate", counts.duplicate)
        .with("error", counts.error);
    column![strong(record.source.as_str()), small(context.say(&words))].spacing(2.0).into()
}
