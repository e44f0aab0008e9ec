//! The rows of a file, each with what becomes of it.

use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{column, container, scrollable};
use iced::{Element, Length};

use super::columns::{PreviewColumn, Shown};
use super::{Message, State};
use crate::app::import::Prepared;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::{space, style};
use crate::app::widget::table::{Cell, table};
use crate::domain::list::{Choice, PlannedRow, RowKind, RowOutcome};

impl State {
    /// The table under the lists of meanings.
    pub(super) fn rows<'a>(
        &'a self,
        prepared: &'a Prepared,
        room: f32,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let several = prepared.list.sheets.len() > 1 && self.sheet(prepared).is_none();
        let shown = Shown::new(self.layout(prepared), prepared, (room, several));
        let (heads, width) = (shown.heads(context), shown.width.max(room));
        let meanings = shown.meanings(!self.is_writing(), context);
        let planned = move |row: usize| {
            let at = *self.found.get(row)?;
            Some((prepared.list.rows.get(at)?, prepared.plan.rows.get(at)?))
        };
        let list = table(heads, self.found.len(), move |row, column| {
            let Some((read, planned)) = planned(row) else { return Cell::text("") };
            match shown.part(column) {
                PreviewColumn::Number => Cell::muted(row_number(planned, several)),
                PreviewColumn::Outcome => Cell::text(outcome(planned, context)),
                PreviewColumn::Cell(at) => Cell::text(shown.cell(at, read, planned, context)),
            }
        })
        .id("import-rows")
        .tone(move |row| planned(row).map_or(Tone::Neutral, |(_, planned)| tone(planned)))
        .selection(&self.selection, Message::Selected)
        .on_open(Message::Turned);
        let page = column![meanings, list].spacing(space::S).width(width).height(Length::Fill);
        if width <= room {
            return page.into();
        }
        let bar = Scrollbar::new().width(8).scroller_width(8).spacing(2);
        scrollable(container(page).height(Length::Fill))
            .direction(Direction::Horizontal(bar))
            .style(style::scroll_bar)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }
}

/// The number of a row, before the name of its sheet where several are seen.
fn row_number(planned: &PlannedRow, several: bool) -> String {
    match planned.sheet.as_ref().filter(|_| several) {
        Some(sheet) => format!("{} · {sheet}", planned.row),
        None => planned.row.to_string(),
    }
}

/// The ground of a row: only what needs a look stands out.
fn tone(planned: &PlannedRow) -> Tone {
    // What was decided needs no look any more.
    if planned.is_doubtful() {
        let is_open = planned.choice == Choice::Skip;
        return match planned.outcome.kind() {
            RowKind::Error => Tone::Accent,
            _ if is_open => Tone::Amber,
            _ => Tone::Neutral,
        };
    }
    match planned.outcome.kind() {
        RowKind::Error => Tone::Accent,
        RowKind::Duplicate => Tone::Amber,
        RowKind::New if planned.collision.is_some() || !planned.remarks.is_empty() => Tone::Amber,
        RowKind::New | RowKind::Update | RowKind::Same => Tone::Neutral,
    }
}

/// What becomes of a row, and why when it needs a look.
fn outcome(planned: &PlannedRow, context: Context<'_>) -> String {
    let done = context.t(match (&planned.outcome, planned.choice) {
        (_, Choice::Skip) if !planned.doubts.is_empty() => "window-import-doubtful-row",
        (RowOutcome::Error(_), _) => "window-import-error",
        (RowOutcome::Same(_), _) => "window-import-same",
        (_, Choice::Add) => "window-import-new",
        (_, Choice::Update) => "window-import-update",
        (_, Choice::Skip) => "window-import-skip",
    });
    match why(planned, context) {
        Some(why) => format!("{done} · {why}"),
        None => done,
    }
}

/// The reason for a look, without the row's number, which stands in the first column.
fn why(planned: &PlannedRow, context: Context<'_>) -> Option<String> {
    let reason = match &planned.outcome {
        RowOutcome::Duplicate(_, reason) | RowOutcome::Error(reason) => reason,
        _ if !planned.doubts.is_empty() => planned.doubts.first()?,
        RowOutcome::New(_) | RowOutcome::Update(_) | RowOutcome::Same(_) => planned.remarks.first()?,
    };
    let words = context.say(reason);
    let rest = words.split_once(": ").map(|(_, rest)| rest.to_owned());
    Some(rest.unwrap_or(words))
}
