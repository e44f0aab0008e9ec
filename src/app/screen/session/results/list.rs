//! Essays from a list (Excel, or cells that were pasted): what will be written of whom, and what will not and why, before it
//! is written.

use iced::widget::{column, container};
use iced::{Element, Length};

use super::{Message as Tab, State};
use crate::app::icon::Icon;
pub(super) use crate::app::import::Source;
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, dialog};
use crate::domain::completion::essay::Essay;
use crate::domain::completion::essay_list::{self, Meaning, MeantLine};
use crate::domain::id::{DelegateId, SessionId};
use crate::intake::essays;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What the dialog needs beside the table.
const AROUND: f32 = 330.0;

/// A list that was read and compared.
#[derive(Clone)]
pub struct Prepared {
    /// The name of the file, or of what was pasted.
    source: String,
    lines: Vec<MeantLine>,
    /// Who is meant, by name.
    names: Vec<(DelegateId, String)>,
    /// How many rows the file hides.
    hidden: usize,
}

/// The dialog of a list.
pub(super) struct Listed {
    prepared: Prepared,
    refused: Option<Sentence>,
}

/// What happens in it.
#[derive(Clone)]
pub enum Message {
    /// It is to be written.
    Write,
    /// It was, or why not.
    Written(Result<usize, StoreError>),
    /// The dialog closes.
    Close,
}

impl State {
    /// Reads a list and compares it with those in view, off the window's thread.
    pub(super) fn read_list(&self, source: Source) -> Action<Tab> {
        let rows = self.all().iter().filter(|row| self.cluster.is_none() || row.cluster == self.cluster);
        let candidates: Vec<_> = rows.clone().map(super::Row::candidate).collect();
        let known = rows.filter_map(|row| Some((row.delegate, row.essay.parse::<Essay>().ok()?))).collect();
        let work = job::blocking(move || {
            let name = source.name();
            let read = match source {
                Source::File(path) => essays::read_essays(&path, &Progress::default()),
                Source::Text { text, .. } => {
                    essays::read_essay_bytes(text.into_bytes(), &name, &Progress::default())
                }
            };
            let list = read.map_err(|error| error.explain())?;
            let names = candidates.iter().map(|one| (one.delegate, one.name.clone())).collect();
            let lines = essay_list::meant(list.lines, &candidates, &known);
            Ok(Box::new(Prepared { source: name, lines, names, hidden: list.hidden }))
        });
        Action::Run(
            work.map(|done| Tab::Read(done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))),
        )
    }

    pub(super) fn update_list(
        &mut self,
        message: Message,
        session: SessionId,
        context: Context<'_>,
    ) -> Action<Tab> {
        let Some(listed) = &mut self.listed else { return Action::None };
        match message {
            Message::Write => {
                let essays: Vec<(DelegateId, Option<Essay>)> =
                    listed.written().map(|(delegate, essay)| (delegate, Some(essay.clone()))).collect();
                if essays.is_empty() {
                    return Action::None;
                }
                let answered = |answer| Tab::List(Message::Written(answer));
                return Action::submit(context.store.put_essays(session, essays), answered);
            }
            Message::Written(Ok(_)) | Message::Close => self.listed = None,
            Message::Written(Err(error)) => listed.refused = Some(error.explain()),
        }
        Action::None
    }
}

impl Listed {
    pub(super) fn new(prepared: Prepared) -> Self {
        Self { prepared, refused: None }
    }

    /// What will be written.
    fn written(&self) -> impl Iterator<Item = (DelegateId, &Essay)> {
        self.prepared.lines.iter().filter_map(|one| match &one.meaning {
            Meaning::Written(delegate, essay) => Some((*delegate, essay)),
            _ => None,
        })
    }

    fn name(&self, delegate: DelegateId) -> &str {
        let found = self.prepared.names.iter().find(|(id, _)| *id == delegate);
        found.map_or("", |(_, name)| name.as_str())
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let lines = &self.prepared.lines;
        let written = self.written().count();
        let same = lines.iter().filter(|one| matches!(one.meaning, Meaning::Same(_))).count();
        let told = Sentence::new("results-list-told")
            .with("written", written)
            .with("same", same)
            .with("left", lines.len() - written - same);
        let hidden = (self.prepared.hidden > 0)
            .then(|| small(context.count("results-list-hidden", self.prepared.hidden)));
        let columns = vec![
            Column::new(context.t("window-import-row"), Width::Fixed(64.0)).right(),
            Column::new(context.t("results-list-said"), Width::Fill(5)),
            Column::new(context.t("results-essay"), Width::Fill(2)),
            Column::new(context.t("results-list-becomes"), Width::Fill(5)),
        ];
        let all = table(columns, lines.len(), move |at, column| {
            let Some(one) = lines.get(at) else { return Cell::text("") };
            match column {
                0 => Cell::muted(one.line.row.to_string()),
                1 => {
                    let number = one.line.number.map(|number| format!("{number}. ")).unwrap_or_default();
                    Cell::text(format!("{number}{}", one.line.name.as_deref().unwrap_or_default()))
                }
                2 => Cell::strong(one.line.said.clone()),
                _ => self.becomes(one, context),
            }
        })
        .id("listed-essays");
        let most = (context.size.height - AROUND).clamp(3.0 * space::ROW, 420.0).floor();
        let high = lines.len() as f32 * space::ROW + space::ROW_HEAD + 4.0;
        let refused = self.refused.as_ref().map(|reason| body(context.say(reason)));
        let content = column![body(context.say(&told))]
            .push(hidden)
            .push(container(all).height(high.min(most)))
            .push(refused)
            .spacing(space::M)
            .width(Length::Fill);
        let label = context.count("results-list-write", written);
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(Some(Icon::Check), label)
                .id("listed-essays-write")
                .on_press_maybe(context.if_writable(Message::Write).filter(|_| written > 0))
                .into(),
        ];
        let title = context.say(&Sentence::new("results-list-title").with("file", &*self.prepared.source));
        dialog::wide(title, content, actions, Message::Close)
    }

    /// What becomes of a line.
    fn becomes(&self, one: &MeantLine, context: Context<'_>) -> Cell {
        let chip = |tone, icon, words: String| Cell::chip(tone, Some(icon), words);
        let left = |id: &str| chip(Tone::Amber, Icon::TriangleAlert, context.t(id));
        let named = |id: &str, name: &str| {
            let words = context.say(&Sentence::new(id).with("name", name));
            chip(Tone::Amber, Icon::TriangleAlert, words)
        };
        match &one.meaning {
            Meaning::Written(delegate, essay) => {
                chip(Tone::Green, Icon::Check, format!("{}: {essay}", self.name(*delegate)))
            }
            Meaning::Same(delegate) => {
                let words = Sentence::new("results-list-same").with("name", self.name(*delegate));
                chip(Tone::Neutral, Icon::Minus, context.say(&words))
            }
            Meaning::Nothing => left("results-list-nothing"),
            Meaning::Unreadable => left("results-list-unreadable"),
            Meaning::Nobody => left("results-list-nobody"),
            Meaning::Several => left("results-list-several"),
            Meaning::OtherName(name) => named("results-list-other-name", name),
            Meaning::Twice(name) => named("results-list-twice", name),
        }
    }
}
