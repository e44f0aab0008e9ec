//! The rows of the lists, each with what becomes of it.

use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{column, container, scrollable};
use iced::{Element, Length, Padding};

use super::columns::{PreviewColumn, Room, Shown};
use super::{Message, State};
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::{space, style};
use crate::app::widget::table::{Cell, table};
use crate::domain::list::{Choice, PlannedRow, RowKind, RowOutcome};

impl State {
    /// The table under the head with the meanings.
    pub(super) fn rows<'a>(
        &'a self,
        width: f32,
        beside_panel: bool,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let of_files = self.file_at().is_none();
        let of_sheets = self.sheet.is_none() && self.lists().any(|(_, one)| one.list.sheets.len() > 1);
        let room = Room { width, several: of_files || of_sheets, beside_panel };
        let shown = Shown::new(self.layout(), room);
        let (heads, width) = (shown.heads(context), shown.width.max(room.width));
        let own = self.lists().next().map_or(&[][..], |(_, prepared)| &prepared.offers.own_columns);
        let head = shown.head(!self.is_writing(), own, context);
        let planned = move |row: usize| self.row(*self.found.get(row)?);
        let list = table(heads, self.found.len(), move |row, column| {
            let Some(place) = self.found.get(row) else { return Cell::text("") };
            let Some(prepared) = self.files.get(place.file).and_then(|file| file.prepared()) else {
                return Cell::text("");
            };
            let Some((read, planned)) = self.row(*place) else { return Cell::text("") };
            match shown.part(column) {
                PreviewColumn::Number => Cell::muted(match of_files {
                    true => format!("{} · {}", planned.row, self.files[place.file].source.name()),
                    false => row_number(planned, of_sheets),
                }),
                PreviewColumn::Outcome => Cell::text(outcome(planned, !beside_panel, context)),
                PreviewColumn::Cell(at) => {
                    let sensitive = prepared.plan.wishes.keep_sensitive;
                    Cell::text(shown.cell(at, &prepared.list, (read, planned), sensitive, context))
                }
            }
        })
        .id("import-rows")
        .frameless()
        .headless()
        .tone(move |row| planned(row).map_or(Tone::Neutral, |(_, planned)| tone(planned)))
        .selection(&self.selection, Message::Selected)
        .on_open(Message::Turned);
        let page = container(column![head, list].width(width).height(Length::Fill))
            // Within the frame, and clear of its round corners.
            .padding(Padding { bottom: space::XS, ..Padding::new(1.0) })
            .style(style::card)
            .height(Length::Fill);
        if width <= room.width {
            return page.into();
        }
        let bar = Scrollbar::new().width(8).scroller_width(8).spacing(2);
        scrollable(page)
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
            RowKind::Error => Tone::Danger,
            _ if is_open => Tone::Amber,
            _ => Tone::Neutral,
        };
    }
    match planned.outcome.kind() {
        RowKind::Error => Tone::Danger,
        RowKind::Duplicate if planned.choice == Choice::Skip => Tone::Amber,
        RowKind::Duplicate => Tone::Neutral,
        RowKind::New | RowKind::Update if !planned.remarks.is_empty() => Tone::Amber,
        RowKind::New if planned.choices().contains(&Choice::Update) => Tone::Amber,
        RowKind::New | RowKind::Update | RowKind::Same => Tone::Neutral,
    }
}

/// What becomes of a row, and where it is wished why it needs a look.
fn outcome(planned: &PlannedRow, with_reason: bool, context: Context<'_>) -> String {
    let done = context.t(match (&planned.outcome, planned.choice) {
        (_, Choice::Skip) if !planned.doubts.is_empty() => "window-import-doubtful-row",
        (RowOutcome::Error(_), _) => "window-import-error",
        (RowOutcome::Same(_), _) => "window-import-same",
        (_, Choice::Add) => "window-import-new",
        (_, Choice::Update) => "window-import-update",
        (RowOutcome::Duplicate(..), Choice::Skip) => "window-import-repeated",
        (_, Choice::Skip) => "window-import-skip",
    });
    match why(planned, context).filter(|_| with_reason) {
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
