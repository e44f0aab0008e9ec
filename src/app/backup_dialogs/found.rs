//! "Tìm dữ liệu cũ": data files and backups on the drives of this computer.

use std::path::PathBuf;
use std::time::Duration;

use iced::widget::{column, container};
use iced::{Element, Length, Size, Task};

use super::list::{in_bytes, in_it};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::screen::moment;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::command::command;
use crate::app::widget::progress::progress;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::app::widget::{button, dialog};
use crate::backup::find::{self, Found};
use crate::backup::stick;
use crate::locale::Locale;
use crate::progress::Progress;

/// What was found, which the arrows go through.
const LIST: &str = "found-list";

/// How often the bar moves.
const BEAT: Duration = Duration::from_millis(150);

/// What is on show.
pub(in crate::app) struct State {
    progress: Progress,
    /// What was found; nothing while it is looked for.
    found: Option<Vec<Found>>,
    selection: Selection,
}

impl Drop for State {
    /// A dialog that was closed looks no further.
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// Time went by.
    Beat,
    /// No further.
    Stop,
    /// It was looked everywhere, or as far as wished.
    Found(Vec<Found>),
    /// A row was selected.
    Selected(Selection),
    /// What stands in a row is wanted.
    Opened(usize),
    /// The dialog closes.
    Close,
}

/// What the window does.
pub(super) enum Action {
    /// Work to be done.
    Run(Task<Message>),
    /// Closes the dialog.
    Close,
    /// Opens a data file.
    Open(PathBuf),
    /// Shows what is in a backup.
    Restore(PathBuf),
}

impl State {
    /// Begins to look.
    pub(super) fn begin() -> (Self, Task<Message>) {
        let progress = Progress::default();
        let work = progress.clone();
        let found = job::blocking(move || find::everywhere(&work));
        let found = found.map(|found| Message::Found(found.unwrap_or_default()));
        (Self { progress, found: None, selection: Selection::one(0) }, Task::batch([found, beat()]))
    }

    /// Takes in a message.
    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Beat if self.found.is_none() => return Action::Run(beat()),
            Message::Beat => {}
            Message::Stop => self.progress.cancel(),
            Message::Found(found) => {
                self.found = Some(found);
                return Action::Run(iced::widget::operation::focus(LIST));
            }
            Message::Selected(selection) => {
                self.selection = selection.cursor().map(Selection::one).unwrap_or_default();
            }
            Message::Opened(row) => {
                let Some(found) = self.found.as_ref().and_then(|found| found.get(row)) else {
                    return Action::Run(Task::none());
                };
                return match is_backup(found) {
                    true => Action::Restore(found.path.clone()),
                    false => Action::Open(found.path.clone()),
                };
            }
            Message::Close => return Action::Close,
        }
        Action::Run(Task::none())
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, Message> {
        let t = |id: &str| locale.text(id);
        let row = self.selection.cursor();
        let chosen =
            self.found.as_ref().zip(row).and_then(|(found, row)| found.get(row).map(|one| (row, one)));
        let content: Element<'a, Message> = match &self.found {
            None => progress(
                t("backups-searching"),
                self.progress.share(),
                Some((t("backups-search-stop"), Message::Stop)),
            ),
            Some(found) if found.is_empty() => body(t("backups-nothing-found")).width(Length::Fill).into(),
            Some(found) => {
                let columns = vec![
                    Column::new(t("backups-column-file"), Width::Fill(1)),
                    Column::new(t("backups-column-changed"), Width::Fixed(150.0)),
                    Column::new(t("backups-column-contents"), Width::Fixed(220.0)),
                    Column::new(t("backups-column-size"), Width::Fixed(110.0)).right(),
                ];
                let all =
                    table(columns, found.len(), move |row, column| cell(found.get(row), column, locale))
                        .id(LIST)
                        .tall()
                        .selection(&self.selection, Message::Selected)
                        .on_open(Message::Opened)
                        .commands(move |row| {
                            let label = found.get(row).map_or("backups-found-open", what_opens);
                            vec![command(Icon::FolderOpen, locale.text(label)).on_press(Message::Opened(row))]
                        });
                let most = (size.height - 260.0).clamp(3.0 * space::ROW_TALL, 420.0).floor();
                let high = (found.len() as f32 * space::ROW_TALL + space::ROW_HEAD + 4.0).min(most);
                column![small(t("backups-found-hint")).width(Length::Fill), container(all).height(high)]
                    .spacing(space::M)
                    .into()
            }
        };
        let label = chosen.map_or("backups-found-open", |(_, found)| what_opens(found));
        let actions = [
            button::secondary(None, t("window-close")).on_press(Message::Close).into(),
            button::primary(None, t(label))
                .id("found-open")
                .on_press_maybe(chosen.map(|(row, _)| Message::Opened(row)))
                .into(),
        ];
        dialog::wide(t("backups-find-title"), content, actions, Message::Close)
    }
}

fn beat() -> Task<Message> {
    job::pause(BEAT).map(|()| Message::Beat)
}

/// What opening it is called: a backup is only looked at.
fn what_opens(found: &Found) -> &'static str {
    if is_backup(found) { "backups-look" } else { "backups-found-open" }
}

fn is_backup(found: &Found) -> bool {
    kind(found) != "backups-kind-data"
}

/// What a file is by its ending.
fn kind(found: &Found) -> &'static str {
    let name = found.path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if name.ends_with(stick::LOCKED) {
        "backups-kind-locked"
    } else if name.ends_with(".taphuan") {
        "backups-kind-data"
    } else {
        "backups-kind-backup"
    }
}

fn cell(found: Option<&Found>, column: usize, locale: &Locale) -> Cell {
    let Some(found) = found else { return Cell::text("") };
    let name = |path: &std::path::Path| path.display().to_string();
    match column {
        0 => {
            let file = found.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Cell::lines(file, found.path.parent().map(name).unwrap_or_default())
        }
        1 => {
            let changed = found.changed.and_then(|time| jiff::Timestamp::try_from(time).ok());
            let changed = changed.map(|time| moment::told_with_day(&time.to_string(), locale));
            Cell::text(changed.unwrap_or_default())
        }
        2 => match &found.about {
            Some(about) => Cell::lines(locale.text("backups-kind-backup"), in_it(&about.contents, locale)),
            None => Cell::text(locale.text(kind(found))),
        },
        _ => Cell::muted(in_bytes(found.bytes)),
    }
}
