//! The panel: one line of the history, what it changed, and the way back to it.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::{Message, State, words};
use crate::app::icon::Icon;
use crate::app::screen::{Context, columns, moment};
use crate::app::theme::palette;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, strong, styled};
use crate::app::widget::command::{Command, command};
use crate::app::widget::{button, card, chip};
use crate::sentence::Sentence;
use crate::store::{ChangedRow, HistoryEntry, HistoryStep, RowFate};

/// So many rows of a step are shown: nobody reads more.
const MOST_ROWS: usize = 60;
/// So many sessions of a line are led to from its menu.
const MOST_SESSIONS: usize = 3;

impl State {
    /// The panel of the line that is open.
    pub(super) fn panel<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(step) = &self.step else { return card::side(iced::widget::space()).into() };
        let content = column![head(&step.entry, context)]
            .push(about(&step.entry, context))
            .push(undo(&step.entry, context))
            .push(changes(step, context))
            .spacing(space::M);
        card::side(content).into()
    }

    /// What can be done with a line: the menu of its row.
    pub(super) fn row_menu(&self, row: usize, context: Context<'_>) -> Vec<Command<Message>> {
        let Some(entry) = self.entries.as_ref().and_then(|entries| entries.get(row)) else {
            return Vec::new();
        };
        let there = entry.sessions.iter().filter(|session| !session.is_gone);
        let sessions = there.take(MOST_SESSIONS).map(|session| {
            let words =
                Sentence::new("window-history-open").with("session", words::session(session, context));
            command(Icon::ArrowRight, context.say(&words)).on_press(Message::OpenSession(session.id))
        });
        let copy = columns::copy_line(context);
        undoing(entry, context).into_iter().chain(sessions).chain([copy]).collect()
    }
}

/// Undoing from here, where this can still be undone.
fn undoing(entry: &HistoryEntry, context: Context<'_>) -> Option<Command<Message>> {
    let can = context.can_write() && entry.kind == "do" && entry.state == "done";
    let words = context.t("window-history-undo-here");
    can.then(|| command(Icon::Undo2, words).id("log-undo-here").on_press(Message::UndoHere(entry.id)))
}

fn head<'a>(entry: &HistoryEntry, context: Context<'a>) -> Element<'a, Message> {
    let (tone, state) = words::state(entry, context);
    let time = [words::when(&entry.at, context), moment::told_whole(&entry.at)];
    // The whole time, too, but once.
    let time = if time[1].ends_with(&time[0]) { time[1].clone() } else { time.join(" · ") };
    let reason = entry.reason.as_ref().map(|reason| small(context.say(reason)));
    let words = column![styled(words::what(entry, context), Role::Subtitle), small(time)].spacing(2.0);
    column![card::closing(words, Message::Close), chip::chip(tone, None, state)]
        .push(reason)
        .spacing(space::S)
        .into()
}

/// The sessions it was about, each leading there while it is there.
fn about<'a>(entry: &HistoryEntry, context: Context<'a>) -> Option<Element<'a, Message>> {
    if entry.sessions.is_empty() {
        return None;
    }
    let lines = entry.sessions.iter().map(|session| {
        let title = words::session(session, context);
        match session.is_gone {
            true => small(title).into(),
            false => {
                let open = button::icon_only(Icon::ArrowRight, context.t("window-tip-open-session"))
                    .on_press(Message::OpenSession(session.id));
                row![body(title).width(Length::Fill), open].align_y(Alignment::Center).into()
            }
        }
    });
    let title = styled(context.t("window-history-column-about"), Role::FieldLabel);
    Some(column![title].extend(lines).spacing(space::XS).into())
}

/// Undoing from here: only what can still be undone.
fn undo<'a>(entry: &HistoryEntry, context: Context<'a>) -> Option<Element<'a, Message>> {
    let press = undoing(entry, context)?.button();
    Some(column![press, small(context.t("window-history-undo-here-hint"))].spacing(space::XS).into())
}

fn changes<'a>(step: &HistoryStep, context: Context<'a>) -> Element<'a, Message> {
    let told: Vec<Element<'a, Message>> =
        step.rows.iter().take(MOST_ROWS).filter_map(|row| change(row, context)).collect();
    let left_out = step.left_out + step.rows.len().saturating_sub(MOST_ROWS);
    let left_out = (left_out > 0).then(|| small(context.count("window-history-left-out", left_out)));
    let lost = match (step.entry.kind.as_str(), step.entry.state.as_str()) {
        ("do", "settled") => Some("window-history-no-images-settled"),
        ("do", "discarded") => Some("window-history-no-images-discarded"),
        _ if told.is_empty() => Some("window-history-no-images"),
        _ => None,
    };
    let lost = lost.map(|id| small(context.t(id)));
    column(told).push(left_out).push(lost).spacing(space::M).into()
}

/// A row and its fields; `None` where nothing of it is told, such as a line that made room for another.
fn change<'a>(row: &ChangedRow, context: Context<'a>) -> Option<Element<'a, Message>> {
    let fields = words::fields(row, context);
    if row.fate == RowFate::Changed && fields.is_empty() {
        return None;
    }
    let title = strong(words::row(row, context));
    if row.fate != RowFate::Changed {
        let values = fields.into_iter().filter_map(|field| {
            let value = if row.fate == RowFate::Added { field.after } else { field.before };
            (!value.is_empty()).then(|| format!("{}: {value}", field.label))
        });
        let values = values.collect::<Vec<_>>().join(" · ");
        return Some(column![title].push((!values.is_empty()).then(|| small(values))).spacing(2.0).into());
    }
    let fields = fields.into_iter().map(|field| {
        let value = |words: String| match words.is_empty() {
            true => context.t("window-history-nothing"),
            false => words,
        };
        let line = |side: &str, words: String, color| {
            row![
                plain(context.t(side), Role::Small).color(palette::MUTED).width(44.0),
                plain(value(words), Role::Body).color(color).width(Length::Fill),
            ]
            .spacing(space::S)
            .into()
        };
        let lines: [Element<'a, Message>; 2] = [
            line("window-history-before", field.before, palette::MUTED),
            line("window-history-after", field.after, palette::INK),
        ];
        column![styled(field.label, Role::FieldLabel)].extend(lines).spacing(2.0).into()
    });
    Some(column![title].extend(fields).spacing(space::S).into())
}
