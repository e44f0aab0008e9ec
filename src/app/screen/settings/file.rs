//! The cards of the data file: where it is, a copy, a check; the samples in it.

use std::path::{Path, PathBuf};

use iced::widget::{column, row};
use iced::{Element, Length, Task};

use super::{Check, Message, report};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::{button, card};
use crate::app::{files, job};
use crate::sentence::{Explain, Sentence};
use crate::store::BackupManner;

/// The card of the file.
pub fn card<'a>(check: &'a Check, context: Context<'a>) -> Element<'a, Message> {
    let running = matches!(check, Check::Running);
    let actions = row![
        button::secondary(Some(Icon::Save), context.t("window-office-backup"))
            .id("office-backup")
            .on_press(Message::Backup),
        button::secondary(Some(Icon::ClipboardCheck), context.t("window-office-check"))
            .id("office-check")
            .on_press_maybe((!running).then_some(Message::Check)),
        button::secondary(Some(Icon::FolderOpen), context.t("window-open-other"))
            .on_press(Message::OtherFile),
    ]
    .spacing(space::S)
    .wrap()
    .vertical_spacing(space::S);
    let content = column![
        column![
            body(context.store.path().display().to_string()),
            small(context.t("window-settings-file-hint")),
        ],
        actions,
    ]
    .push(report::answer(check, context))
    .spacing(space::M);
    card::titled(context.t("window-settings-file"), None, content).width(Length::Fill).into()
}

/// The card of the samples.
pub fn samples<'a>(context: Context<'a>) -> Element<'a, Message> {
    let content = column![
        small(context.t("window-settings-samples-hint")),
        button::secondary(Some(Icon::Trash2), context.t("window-remove-samples"))
            .id("remove-samples")
            .on_press_maybe(context.if_writable(Message::RemoveSamples)),
    ]
    .spacing(space::M);
    card::titled(context.t("window-settings-samples"), None, content).width(Length::Fill).into()
}

/// The file dialog for a copy.
pub fn pick_copy(context: Context<'_>) -> Task<Message> {
    let today = crate::clock::today();
    let stem = context.store.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = format!("{} {today}.taphuan", stem.unwrap_or_default());
    let (title, data_files) = (context.t("window-office-backup-title"), context.t("window-data-files"));
    files::place(files::dialog(title, data_files, &["taphuan"]), name.trim()).map(Message::BackupPicked)
}

/// Writes a copy.
pub fn back_up(path: PathBuf, context: Context<'_>) -> Action<Message> {
    if is_same_file(&path, context.store.path()) {
        return Action::Fail(Sentence::new("window-office-backup-itself"));
    }
    let manner = BackupManner::default();
    let written = job::ask(context.store.backup(&path, manner)).map(move |answer| match answer {
        Ok(_) => Ok(Sentence::new("window-office-backed-up").with("file", path.display().to_string())),
        Err(error) => Err(error.explain()),
    });
    Action::work(written, Message::BackedUp)
}

/// Whether a path leads to the open file, whatever it is written as.
fn is_same_file(path: &Path, open: &Path) -> bool {
    match (path.canonicalize(), open.canonicalize()) {
        (Ok(path), Ok(open)) => path == open,
        _ => path == open,
    }
}

#[cfg(test)]
mod tests {
    use super::is_same_file;

    #[test]
    fn the_open_file_is_known_by_another_name() {
        let folder = tempfile::tempdir().expect("folder");
        let open = folder.path().join("dữ liệu.taphuan");
        std::fs::write(&open, "x").expect("written");
        let detour = folder.path().join(".").join("dữ liệu.taphuan");
        assert!(is_same_file(&detour, &open));
        assert!(!is_same_file(&folder.path().join("khác.taphuan"), &open));
    }
}
