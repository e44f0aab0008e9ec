//! Sổ phôi: the forms that came printed, what became of them and how many are left, in a dialog with a line to add.

use iced::widget::{column, container};
use iced::{Element, Length};

use super::State;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, styled};
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::app::widget::{button, chip, dialog, form};
use crate::domain::certificate::stock::{StockEntry, StockKind, StockLine, left};
use crate::domain::date::FuzzyDate;
use crate::domain::id::{OrganisationId, StockId};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use crate::vietnamese::date::short;

/// What the dialog needs beside the table.
const AROUND: f32 = 470.0;

/// What is shown and typed.
pub(super) struct Forms {
    organisation: Option<OrganisationId>,
    lines: Vec<StockLine>,
    selection: Selection,
    entry: StockEntry,
    refused: Option<Sentence>,
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// The book of forms is to be seen.
    Open,
    /// Its lines arrived.
    Loaded(Option<OrganisationId>, Result<Vec<StockLine>, StoreError>),
    /// What becomes of the forms that are entered.
    Kind(StockKind),
    /// How many.
    Count(Option<u32>),
    /// From which serial number on.
    From(String),
    /// Up to which.
    To(String),
    /// On which day.
    Date(Option<FuzzyDate>),
    /// In words.
    Note(String),
    /// A line was selected.
    Selected(Selection),
    /// The selected line is to go.
    Remove,
    /// It went.
    Removed,
    /// The line is to be added.
    Add,
    /// It was, or why not.
    Added(Result<StockId, StoreError>),
    /// The dialog closes.
    Close,
}

impl State {
    pub(super) fn forms(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let wrap = super::Message::Forms;
        let load = |organisation: Option<OrganisationId>| {
            Action::ask(context.store.certificate_stock(organisation), move |lines| {
                wrap(Message::Loaded(organisation, lines))
            })
        };
        match (message, &mut self.forms) {
            (Message::Open, _) => {
                let of_book = self.chosen_book().and_then(|book| book.organisation);
                load(of_book.or(self.organisations.first().map(|one| one.id)))
            }
            (Message::Loaded(organisation, Ok(lines)), open) => {
                match open {
                    Some(open) => {
                        open.lines = lines;
                        open.selection.clear();
                    }
                    None => {
                        let (selection, entry) = (Selection::default(), fresh());
                        *open = Some(Forms { organisation, lines, selection, entry, refused: None });
                    }
                }
                Action::None
            }
            (Message::Loaded(_, Err(error)), _) => Action::Fail(error.explain()),
            (Message::Add, Some(open)) => {
                let writing = context.store.add_certificate_stock(open.organisation, open.entry.clone());
                Action::submit(writing, move |answer| wrap(Message::Added(answer)))
            }
            (Message::Remove, Some(open)) => {
                let line = open.selection.rows().next().and_then(|row| open.line(row));
                let Some(id) = line.map(|line| line.id) else { return Action::None };
                Action::write(context.store.remove_certificate_stock(id), move |()| {
                    Some(wrap(Message::Removed))
                })
            }
            (Message::Removed, Some(open)) => load(open.organisation),
            (Message::Added(Ok(_)), Some(open)) => {
                (open.entry, open.refused) = (StockEntry { kind: open.entry.kind, ..fresh() }, None);
                load(open.organisation)
            }
            (Message::Close, open) => {
                *open = None;
                Action::None
            }
            (message, Some(open)) => {
                open.update(message);
                Action::None
            }
            (_, None) => Action::None,
        }
    }
}

/// A line that nothing is typed of yet.
fn fresh() -> StockEntry {
    StockEntry {
        kind: StockKind::Received,
        count: 0,
        serial_from: None,
        serial_to: None,
        date: FuzzyDate::of(crate::clock::today()),
        session: None,
        note: None,
    }
}

fn kind(kind: StockKind, context: Context<'_>) -> String {
    context.t(match kind {
        StockKind::Received => "register-stock-received",
        StockKind::Used => "register-stock-used",
        StockKind::Spoiled => "register-stock-spoiled",
        StockKind::Returned => "register-stock-returned",
    })
}

impl Forms {
    fn update(&mut self, message: Message) {
        let typed = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let entry = &mut self.entry;
        match message {
            Message::Kind(kind) => entry.kind = kind,
            Message::Count(count) => entry.count = count.unwrap_or(0),
            Message::From(text) => entry.serial_from = typed(text),
            Message::To(text) => entry.serial_to = typed(text),
            Message::Date(date) => entry.date = date,
            Message::Note(text) => entry.note = typed(text),
            Message::Selected(selection) => {
                self.selection = selection;
                return;
            }
            Message::Added(Err(error)) => {
                self.refused = Some(error.explain());
                return;
            }
            _ => return,
        }
        self.refused = None;
    }

    /// The line of a row: the latest is on top.
    fn line(&self, row: usize) -> Option<&StockLine> {
        self.lines.iter().rev().nth(row)
    }

    fn sum(&self, kind: StockKind) -> usize {
        let of_kind = self.lines.iter().filter(|line| line.entry.kind == kind);
        of_kind.map(|line| line.entry.count as usize).sum()
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let remaining = left(self.lines.iter().map(|line| &line.entry));
        let sums = Sentence::new("register-stock-sums")
            .with("received", self.sum(StockKind::Received))
            .with("used", self.sum(StockKind::Used))
            .with("spoiled", self.sum(StockKind::Spoiled))
            .with("returned", self.sum(StockKind::Returned))
            .with("left", remaining);
        let columns = vec![
            Column::new(context.t("register-stock-day"), Width::Fixed(110.0)),
            Column::new(context.t("history-field-stock-kind"), Width::Fixed(90.0)),
            Column::new(context.t("register-stock-count"), Width::Fixed(90.0)).right(),
            Column::new(context.t("register-stock-serials"), Width::Fill(3)),
            Column::new(context.t("register-stock-note"), Width::Fill(4)),
        ];
        let all = table(columns, self.lines.len(), move |at, column| {
            let Some(line) = self.line(at) else { return Cell::text("") };
            let entry = &line.entry;
            match column {
                0 => Cell::text(entry.date.map(short).unwrap_or_default()),
                1 => Cell::strong(kind(entry.kind, context)),
                2 => Cell::text(entry.count.to_string()),
                3 => {
                    let serials = [&entry.serial_from, &entry.serial_to].into_iter().flatten();
                    Cell::text(serials.cloned().collect::<Vec<_>>().join(" – "))
                }
                _ => Cell::text(entry.note.as_deref().unwrap_or_default()),
            }
        })
        .id("stock-lines")
        .selection(&self.selection, Message::Selected);
        let most = (context.size.height - AROUND).clamp(2.0 * space::ROW, 320.0).floor();
        let high = self.lines.len() as f32 * space::ROW + space::ROW_HEAD + 4.0;
        let lines = (!self.lines.is_empty()).then(|| container(all).height(high.min(most)));
        let content = column![styled(context.say(&sums), Role::Subtitle)]
            .push(self.lines.is_empty().then(|| body(context.t("register-stock-none"))))
            .push(lines)
            .push(self.adding(context))
            .spacing(space::M)
            .width(Length::Fill);
        let can_go = context.if_writable(Message::Remove).filter(|_| self.selection.len() == 1);
        let remove = button::danger(Some(Icon::Trash2), context.t("register-stock-remove"))
            .id("stock-remove")
            .on_press_maybe(can_go);
        let actions = [
            remove.into(),
            button::secondary(None, context.t("register-stock-done")).on_press(Message::Close).into(),
            button::primary(Some(Icon::Plus), context.t("register-stock-add"))
                .id("stock-add")
                .on_press_maybe(context.if_writable(Message::Add))
                .into(),
        ];
        dialog::wide(context.t("register-stock-title"), content, actions, Message::Close)
    }

    /// The line to add.
    fn adding<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let entry = &self.entry;
        let kinds = [StockKind::Received, StockKind::Used, StockKind::Spoiled, StockKind::Returned];
        let kinds = kinds.map(|one| (one, kind(one, context)));
        let refusal = context.t("register-stock-refused");
        let count = number_field(
            Some(entry.count).filter(|count| *count > 0),
            1..=1_000_000,
            refusal,
            Message::Count,
        )
        .label(context.t("register-stock-count"))
        .id("stock-count")
        .error(self.refused.as_ref().map(|reason| context.say(reason)));
        let date = day_field(context.locale, entry.date, None, Message::Date)
            .label(context.t("register-stock-day"))
            .id("stock-date");
        let from = field(entry.serial_from.as_deref().unwrap_or_default())
            .label(context.t("history-field-serial-from"))
            .id("stock-from")
            .on_commit(Message::From);
        let to = field(entry.serial_to.as_deref().unwrap_or_default())
            .label(context.t("history-field-serial-to"))
            .id("stock-to")
            .on_commit(Message::To);
        let note = field(entry.note.as_deref().unwrap_or_default())
            .label(context.t("register-stock-note"))
            .id("stock-note")
            .on_commit(Message::Note);
        form::form([
            chip::choices(kinds, &entry.kind, Message::Kind),
            form::beside([count.into(), date.into(), from.into(), to.into()]).into(),
            note.into(),
        ])
        .into()
    }
}
