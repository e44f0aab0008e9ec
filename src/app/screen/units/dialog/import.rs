//! A map of units from a file: what it means, before anything is written.

use std::path::PathBuf;

use iced::widget::{Column, column, row};
use iced::{Alignment, Element, Length, Task};

use super::{Message as Wanted, buttons};
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::widget::button;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::chip;
use crate::app::widget::dialog::dialog;
use crate::app::{files, job};
use crate::domain::unit_map::{MapEntry, MapPlan, MapRow, RowMeaning, plan};
use crate::domain::unit_tree::UnitTree;
use crate::intake::{IntakeError, units_file};
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};

/// So many rows are shown; those with a fault first.
const MOST: usize = 6;

/// What a file says, and what it means.
pub struct Import {
    /// The name of the file.
    pub file: String,
    /// Its rows.
    pub rows: Vec<MapRow>,
    plan: MapPlan,
    /// The places of the rows that do something or have a fault, the latter first.
    told: Vec<usize>,
    /// Whether people and what is inside go along.
    pub along: bool,
}

/// What happens with files.
#[derive(Clone)]
pub enum Message {
    /// The file dialog asks which.
    Choose,
    /// It was chosen.
    Chosen(Option<PathBuf>),
    /// Cells are to be pasted.
    Paste,
    /// What stood in the clipboard.
    Pasted(Option<String>),
    /// It was read.
    Read(String, Result<Vec<MapRow>, Sentence>),
    /// People go along, or not.
    Along(bool),
}

impl Import {
    /// Plans what rows mean for the units there are.
    pub fn new(file: String, rows: Vec<MapRow>, tree: &UnitTree) -> Self {
        let plan = plan(rows.clone(), tree);
        let is_fault = |place: &usize| matches!(plan.entries[*place].meaning, RowMeaning::Error(_));
        let is_same = |place: &usize| matches!(plan.entries[*place].meaning, RowMeaning::Same(_));
        let mut told: Vec<usize> = (0..plan.entries.len()).filter(|place| !is_same(place)).collect();
        told.sort_by_key(|place| !is_fault(place));
        Self { file, rows, plan, told, along: true }
    }

    /// Whether there is something to write.
    pub fn changes(&self) -> bool {
        self.plan.changes()
    }

    /// Draws it.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Wanted> {
        let counts = self.plan.counts();
        let counts = Sentence::new("window-units-import-counts")
            .with("new", counts.new)
            .with("changed", counts.changed)
            .with("ended", counts.ended)
            .with("same", counts.same)
            .with("error", counts.error);
        let shown = self.told.len().min(MOST);
        let rows = self.told.iter().take(MOST).filter_map(|place| self.plan.entries.get(*place));
        let rows = Column::with_children(rows.map(|entry| line(entry, context))).spacing(space::S);
        let more = self.told.len() - shown;
        let more = (more > 0).then(|| small(context.count("window-units-import-more", more)));
        let nothing = (!self.changes()).then(|| small(context.t("window-units-import-nothing")));
        let along = checkbox(self.along, context.t("window-units-import-along"), |along| {
            Wanted::Import(Message::Along(along))
        });
        let content = column![body(context.say(&counts))]
            .push((shown > 0).then_some(rows))
            .push(more)
            .push(nothing)
            .push(column![along, small(context.t("window-units-import-hint"))].spacing(space::XS))
            .spacing(space::M);
        let buttons = buttons("window-units-import-confirm", self.changes(), context);
        dialog(context.t("window-units-import-title"), content, buttons, Wanted::Close)
    }
}

/// One row of the file: which unit, what it means, and a fault in full.
fn line<'a>(entry: &MapEntry, context: Context<'a>) -> Element<'a, Wanted> {
    let number = context.say(&Sentence::new("window-units-import-line").with("line", entry.line));
    let below = match &entry.meaning {
        RowMeaning::Error(fault) => format!("{number}: {}", context.say(&fault.explain())),
        _ => number,
    };
    let words = column![styled(entry.fields.name.clone(), Role::Strong), small(below)].width(Length::Fill);
    row![words].push(meaning(&entry.meaning, context)).spacing(space::M).align_y(Alignment::Center).into()
}

fn meaning<'a>(meaning: &RowMeaning, context: Context<'a>) -> Option<Element<'a, Wanted>> {
    let (tone, label) = match meaning {
        RowMeaning::New => (Tone::Green, "window-units-import-new"),
        RowMeaning::Changed(_) => (Tone::Blue, "window-units-import-changed"),
        RowMeaning::Ended(_) => (Tone::Amber, "window-units-import-ended"),
        RowMeaning::Error(_) => (Tone::Danger, "window-units-import-error"),
        RowMeaning::Same(_) => return None,
    };
    Some(chip::chip(tone, None, context.t(label)))
}

/// Asks which file.
pub fn choose(context: Context<'_>) -> Task<Option<PathBuf>> {
    let endings = ["xlsx", "xls", "ods", "csv", "tsv", "txt"];
    files::pick(files::dialog(
        context.t("window-units-import-title"),
        context.t("window-units-files"),
        &endings,
    ))
}

/// A file that is being read, until this is dropped.
pub struct Reading {
    file: String,
    progress: Progress,
}

impl Reading {
    /// Draws it.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Wanted> {
        let file = Sentence::new("window-import-reading").with("file", self.file.clone());
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Wanted::Close);
        dialog(
            context.t("window-units-import-title"),
            body(context.say(&file)),
            [cancel.into()],
            Wanted::Close,
        )
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// Reads a file, for as long as what is returned first is kept.
pub fn read(path: PathBuf) -> (Reading, Task<Message>) {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    reading(file, move |progress| units_file::read_units_watched(&path, progress))
}

/// Reads cells that were copied from a workbook, headings among them; so it is called.
pub fn read_pasted(text: String, name: String) -> (Reading, Task<Message>) {
    reading(name.clone(), move |_| units_file::read_units_bytes(text.into_bytes(), &name))
}

fn reading(
    file: String,
    read: impl FnOnce(&Progress) -> Result<Vec<MapRow>, IntakeError> + Send + 'static,
) -> (Reading, Task<Message>) {
    let progress = Progress::default();
    let reading = Reading { file: file.clone(), progress: progress.clone() };
    let stopped = progress.clone();
    let work = move || read(&progress).map_err(|error| error.explain());
    let task = job::blocking(work).map(move |read| {
        if stopped.is_cancelled() {
            return Message::Chosen(None);
        }
        let read = read.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
        Message::Read(file.clone(), read)
    });
    (reading, task)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_stops_when_its_dialog_is_closed() {
        let (reading, _task) = read("communes.xlsx".into());
        let progress = reading.progress.clone();
        assert!(!progress.is_cancelled());
        drop(reading);
        assert!(progress.is_cancelled());
    }
}
