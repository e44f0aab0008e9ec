//! The page of a data file that cannot be opened: why, what can be read of it, and the ways on.

mod saving;

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length, Task};

use super::data::{self, Data, Source};
use super::icon::Icon;
use super::message;
use super::screen::{BackupWish, moment};
use super::state::{App, opened};
use super::theme::palette::{self, Tone};
use super::theme::text::{Role, body, small, strong, styled};
use super::theme::{space, style};
use super::widget::{button, card};
use super::{backup_dialogs, job};
use crate::backup::{Entry, catalogue, place};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::StoreError;
use crate::store::snapshot::{self, Contents};

use saving::{Saved, Saving};

/// A data file that cannot be opened.
pub(super) struct Refused {
    /// Which, and how the window came to it.
    pub(super) source: Source,
    /// Why.
    pub(super) error: StoreError,
    /// What there is to go on with; not known yet at first.
    found: Option<Found>,
    /// It is being opened as far as it can be read.
    is_opening: bool,
    /// What can be read is being saved into a new file.
    saving: Saving,
}

/// What there is to go on with.
#[derive(Debug, Clone)]
pub struct Found {
    /// What can be read of the file.
    readable: Option<Contents>,
    /// The last good backup.
    backup: Option<Entry>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What there is to go on with.
    Found(Box<Found>),
    /// The file is to be looked at as far as it can be read.
    Look,
    /// This backup is to take its place.
    Restore(PathBuf),
    /// Another backup is to be chosen.
    PickBackup,
    /// One was chosen; none when the dialog was closed.
    BackupPicked(Option<PathBuf>),
    /// What can be read is to be saved into a new file.
    Save,
    /// Time went by while it is.
    SavingBeat,
    /// No further.
    StopSaving,
    /// It came to an end.
    Saved(Box<Result<Saved, StoreError>>),
}

impl Refused {
    /// Where a backup is put: where the file was, or at the usual place when it is out with its
    /// stick and nothing stands at that place.
    pub(super) fn place(self) -> Source {
        match (&self.error, data::free_usual_place()) {
            (StoreError::Missing(_), Some(usual)) => Source::Usual(usual),
            _ => self.source,
        }
    }

    /// Whether work is under way that leaves the page.
    fn is_busy(&self) -> bool {
        self.is_opening || self.saving.is_under_way()
    }
}

impl App {
    /// Shows why a file cannot be opened, and looks for what there is to go on with.
    pub(super) fn refuse(&mut self, source: Source, error: StoreError) -> Task<message::Message> {
        let path = source.path().to_owned();
        self.part_from_former(&path);
        let is_spoiled = is_spoiled(&error);
        let saving = Saving::default();
        self.data =
            Data::Refused(Box::new(Refused { source, error, found: None, is_opening: false, saving }));
        if !is_spoiled {
            return Task::none();
        }
        let folder = self.machine.backup_folder.clone();
        self.of_file(job::blocking(move || find(&path, folder)).then(|found| match found {
            Some(found) => Task::done(message::Message::Refused(Message::Found(Box::new(found)))),
            None => Task::none(),
        }))
    }

    /// Something happens on the page.
    pub(super) fn update_refused(&mut self, message: Message) -> Task<message::Message> {
        let Data::Refused(refused) = &mut self.data else { return Task::none() };
        match message {
            Message::Found(found) => refused.found = Some(*found),
            Message::Look => {
                refused.is_opening = true;
                return data::look(refused.source.clone()).map(opened);
            }
            Message::Restore(backup) => return self.restore(backup),
            // Looked into first; one that is locked asks for its passphrase.
            Message::BackupPicked(Some(backup)) => return self.show_backups(Some(backup)),
            Message::PickBackup => {
                let picked = data::pick_backup(&self.locale);
                return picked.map(|picked| message::Message::Refused(Message::BackupPicked(picked)));
            }
            Message::BackupPicked(None) => {}
            Message::Save => {
                let (saving, task) = Saving::begin(refused.source.path());
                refused.saving = saving;
                return task.map(message::Message::Refused);
            }
            Message::SavingBeat => return refused.saving.beat().map(message::Message::Refused),
            Message::StopSaving => refused.saving.stop(),
            Message::Saved(saved) => refused.saving = Saving::end(*saved),
        }
        Task::none()
    }
}

/// Whether what stands under the name is no data file any more, or never was.
fn is_spoiled(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Corrupt(_) | StoreError::NotOurs(_) | StoreError::Empty(_) | StoreError::BadText(_)
    )
}

/// Looks what can be read of a file, and for the last good backup: of the same office, or, where
/// the file does not say whose it is, of a file of the same name.
fn find(path: &Path, folder: Option<PathBuf>) -> Found {
    let readable = snapshot::contents_of(path).ok();
    let office =
        readable.as_ref().map(|contents| contents.office.as_str()).filter(|office| !office.is_empty());
    let usual = place::usual(path, &place::drives());
    let folders = folder.into_iter().chain(usual).chain(place::on_this_drive());
    let mut backups: Vec<Entry> = folders.flat_map(|folder| catalogue::list(&folder, office)).collect();
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    backups.retain(|entry| !entry.about.may_be_spoiled && (office.is_some() || is_named_after(entry, &stem)));
    backups.sort_by(|one, next| next.about.made_at.cmp(&one.about.made_at));
    Found { readable, backup: backups.into_iter().next() }
}

fn is_named_after(entry: &Entry, stem: &str) -> bool {
    entry.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{stem} ")))
}

/// Draws the page.
pub(super) fn view<'a>(refused: &'a Refused, locale: &'a Locale) -> Element<'a, message::Message> {
    let t = |id: &str| locale.text(id);
    let (title, words) = match &refused.error {
        StoreError::Missing(_) => ("window-file-missing", t("window-file-missing-cure")),
        StoreError::Corrupt(_) => ("window-file-damaged", t("window-file-damaged-words")),
        StoreError::Empty(_) => ("window-file-empty", locale.explain(&refused.error)),
        StoreError::NotOurs(_) => ("window-file-foreign", locale.explain(&refused.error)),
        error => ("window-cannot-open", locale.explain(error)),
    };
    let badge = container(Icon::TriangleAlert.sized(26.0).color(palette::DANGER))
        .center(Length::Fixed(52.0))
        .style(style::rounded(palette::DANGER_SOFT, 26.0));
    let heading = column![
        styled(t(title), Role::Subtitle),
        small(refused.source.path().display().to_string()).width(Length::Fill),
    ]
    .spacing(space::XS);
    let head = row![badge, heading].spacing(space::M).align_y(Alignment::Center);
    let detail = match &refused.error {
        StoreError::Corrupt(detail) | StoreError::BadText(detail) => {
            Some(small(locale.say(&Sentence::new("window-file-detail").with("detail", detail.clone()))))
        }
        _ => None,
    };
    let content = column![head, body(words).width(Length::Fill)]
        .push(detail.map(|detail| detail.width(Length::Fill)))
        .push(ways_on(refused, locale))
        .push(other_ways(refused, locale))
        .spacing(space::L);
    let page = container(card::card(content).max_width(760.0)).center_x(Length::Fill).padding(space::XL);
    let page = scrollable(container(page).center_y(Length::Shrink)).style(style::scroll_bar);
    container(page).center(Length::Fill).into()
}

/// What can be done with this very file: its last backup, what can be read of it.
fn ways_on<'a>(refused: &'a Refused, locale: &'a Locale) -> Option<Element<'a, message::Message>> {
    if !is_spoiled(&refused.error) {
        return None;
    }
    let Some(found) = &refused.found else {
        return Some(small(locale.text("window-refused-looking")).into());
    };
    let backup = match &found.backup {
        Some(entry) => way(
            Icon::History,
            locale.say(
                &Sentence::new("window-refused-backup")
                    .with("time", moment::told_whole(&entry.about.made_at)),
            ),
            in_it(&entry.about.contents, locale),
            button::primary(None, locale.text("window-refused-restore"))
                .id("refused-restore")
                .on_press_maybe((!refused.is_busy()).then(|| Message::Restore(entry.path.clone()))),
        ),
        None => way(
            Icon::History,
            locale.text("window-refused-no-backup"),
            locale.text("window-refused-no-backup-words"),
            button::primary(None, locale.text("window-refused-pick")).on_press(Message::PickBackup),
        ),
    };
    let readable = found.readable.as_ref().map(|contents| {
        way(
            Icon::Eye,
            locale.text("window-refused-readable"),
            in_it(contents, locale),
            button::secondary(None, locale.text("window-refused-look"))
                .on_press_maybe((!refused.is_busy()).then_some(Message::Look)),
        )
    });
    let is_empty = matches!(refused.error, StoreError::Empty(_));
    let saving = (!is_empty).then(|| refused.saving.view(refused.is_busy(), locale));
    let ways = column![backup].push(readable).push(saving).spacing(space::M);
    Some(Element::from(ways).map(message::Message::Refused))
}

/// What is in a file, in words.
fn in_it(contents: &Contents, locale: &Locale) -> String {
    locale.say(
        &Sentence::new("window-contents")
            .with("sessions", contents.sessions)
            .with("people", contents.people)
            .with("delegates", contents.delegates),
    )
}

/// One way on: what it is, what is known of it, and the button.
fn way<'a>(
    icon: Icon,
    title: String,
    words: String,
    action: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let words = column![strong(title), small(words)].spacing(2.0).width(Length::Fill);
    let icon = icon.sized(20.0).color(Tone::Neutral.strong());
    let content = row![icon, words, action.into()].spacing(space::M).align_y(Alignment::Center);
    container(content)
        .padding(space::M)
        .width(Length::Fill)
        .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
        .into()
}

/// What can always be done: another file, a new one, the same again.
fn other_ways<'a>(refused: &'a Refused, locale: &'a Locale) -> Element<'a, message::Message> {
    use crate::app::message::Message as Window;
    let t = |id: &str| locale.text(id);
    let is_missing = matches!(refused.error, StoreError::Missing(_));
    let find = button::primary(Some(Icon::FolderOpen), t("window-find-file")).on_press(Window::PickDataFile);
    let pick = button::secondary(None, t("window-refused-pick")).on_press(Message::PickBackup);
    let pick = Element::from(pick).map(Window::Refused);
    row![]
        .push(is_missing.then_some(find))
        .push(
            (!is_missing && refused.found.as_ref().is_some_and(|found| found.backup.is_some()))
                .then_some(pick),
        )
        .push((!is_missing).then(|| {
            button::secondary(Some(Icon::FolderOpen), t("window-open-other")).on_press(Window::PickDataFile)
        }))
        .push(
            button::secondary(Some(Icon::Search), t("backups-find"))
                .id("refused-find")
                .on_press(Window::BackupDialog(backup_dialogs::Message::Wish(BackupWish::Find))),
        )
        .push(button::secondary(Some(Icon::Plus), t("window-new-file")).on_press(Window::NewDataFile))
        .push(button::secondary(Some(Icon::RefreshCw), t("window-try-again")).on_press(Window::TryAgain))
        .spacing(space::S)
        .wrap()
        .vertical_spacing(space::S)
        .into()
}
