//! Sổ cũ: a register of before the program, looked at before it is taken in.

use std::path::PathBuf;

use iced::widget::{column, container};
use iced::{Element, Length};

use super::State;
use crate::app::icon::Icon;
use crate::app::import::ENDINGS;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, dialog};
use crate::app::{files, job};
use crate::domain::certificate::old_register::{OldLine, OldRegister, TakenIn};
use crate::intake::old_register::read_old_register;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date::short;

/// What the dialog needs beside the table.
const AROUND: f32 = 420.0;
/// So many rows with something amiss are named.
const MOST_NAMED: usize = 12;

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// A file is to be chosen.
    Pick,
    /// It was.
    Picked(Option<PathBuf>),
    /// It was read, or why not.
    Read(Result<Box<OldRegister>, Sentence>),
    /// It is to be taken in.
    TakeIn,
    /// It was.
    TakenIn,
    /// The dialog closes.
    Close,
}

impl State {
    pub(super) fn old(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let wrap = super::Message::Old;
        match message {
            Message::Pick => {
                let title = context.t("register-old-pick");
                let dialog = files::dialog(title, context.t("window-lists"), &ENDINGS);
                Action::Run(files::pick(dialog).map(move |path| wrap(Message::Picked(path))))
            }
            Message::Picked(Some(path)) => {
                let read = job::blocking(move || {
                    let read = read_old_register(&path, &Progress::default());
                    read.map(Box::new).map_err(|error| error.explain())
                });
                Action::Run(read.map(move |read| {
                    let read = read.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
                    wrap(Message::Read(read))
                }))
            }
            Message::Read(Ok(old)) => {
                self.old = Some(*old);
                Action::None
            }
            Message::Read(Err(reason)) => Action::Fail(reason),
            Message::TakeIn => {
                let Some(old) = self.old.clone() else { return Action::None };
                let source = old.source.clone();
                let writing = job::write(context.store.take_in_old_register(old));
                Action::write_task(writing, move |done| match done {
                    Ok(taken) => (Some(wrap(Message::TakenIn)), Some(told(taken, &source))),
                    Err(_) => (None, None),
                })
            }
            Message::Picked(None) => Action::None,
            Message::TakenIn | Message::Close => {
                self.old = None;
                Action::None
            }
        }
    }
}

/// What became of it.
fn told(taken: TakenIn, source: &str) -> Sentence {
    Sentence::new("register-old-taken")
        .with("file", source)
        .with("added", taken.added)
        .with("already", taken.already)
        .with("twice", taken.twice)
}

/// The dialog.
pub(super) fn view<'a>(old: &'a OldRegister, context: Context<'a>) -> Element<'a, Message> {
    let printed = |line: Option<&OldLine>| line.map(|line| line.printed_number.clone()).unwrap_or_default();
    let found = Sentence::new("register-old-found")
        .with("count", old.lines.len())
        .with("first", printed(old.lines.first()))
        .with("last", printed(old.lines.last()));
    let name = if old.title.trim().is_empty() { &old.source } else { &old.title };
    let book = Sentence::new("register-old-book").with("name", name.as_str());
    let doubled = old.doubled();
    let told = |id: &str, rows: &[u32]| {
        let mut named: Vec<String> = rows.iter().take(MOST_NAMED).map(|row| row.to_string()).collect();
        if rows.len() > MOST_NAMED {
            named.push("…".to_owned());
        }
        let said = Sentence::new(id).with("count", rows.len()).with("rows", named.join(", "));
        (!rows.is_empty()).then(|| body(context.say(&said)))
    };
    let columns = vec![
        Column::new(context.t("window-import-row"), Width::Fixed(64.0)).right(),
        Column::new(context.t("register-column-number"), Width::Fixed(134.0)),
        Column::new(context.t("register-field-name"), Width::Fill(4)),
        Column::new(context.t("register-field-unit"), Width::Fill(4)),
        Column::new(context.t("register-column-date"), Width::Fixed(118.0)),
    ];
    let all = table(columns, old.lines.len(), move |at, column| {
        let Some(line) = old.lines.get(at) else { return Cell::text("") };
        match column {
            0 => Cell::muted(line.row.to_string()),
            1 => Cell::text(line.printed_number.as_str()),
            2 => Cell::strong(line.copy.name.as_str()),
            3 => Cell::text(line.copy.unit.as_deref().unwrap_or_default()),
            _ => Cell::text(line.date.map(short).unwrap_or_default()),
        }
    })
    .id("old-lines");
    let most = (context.size.height - AROUND).clamp(3.0 * space::ROW, 420.0).floor();
    let high = old.lines.len() as f32 * space::ROW + space::ROW_HEAD + 4.0;
    let content = column![body(context.say(&found)), small(context.say(&book))]
        .push(told("register-old-left-out", &old.left_out))
        .push(told("register-old-undated", &old.undated))
        .push(told("register-old-doubled", &doubled))
        .push(container(all).height(high.min(most)))
        .spacing(space::M)
        .width(Length::Fill);
    let actions = [
        button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
        button::primary(Some(Icon::Check), context.count("register-old-take", old.lines.len()))
            .id("cert-old-take")
            .on_press_maybe(context.if_writable(Message::TakeIn))
            .into(),
    ];
    let title = context.say(&Sentence::new("register-old-title").with("file", old.source.as_str()));
    dialog::wide(title, content, actions, Message::Close)
}
