//! How the list of backups and what is in one are drawn.

use iced::widget::{column, container, row};
use iced::{Element, Length, Size};

use super::super::passphrase;
use super::super::preview::Preview;
use super::{Message, Seen, Stage, State};
use crate::app::icon::Icon;
use crate::app::screen::moment;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, strong};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::command::command;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, dialog};
use crate::backup::{Entry, Reason};
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::snapshot::Contents;

/// The list, which the arrows go through.
pub(super) const LIST: &str = "list-of-backups";
/// The field of the passphrase.
pub(super) const PASSPHRASE: &str = "backups-passphrase";

impl State {
    /// The dialog.
    pub(in crate::app::backup_dialogs) fn view<'a>(
        &'a self,
        locale: &'a Locale,
        size: Size,
    ) -> Element<'a, Message> {
        match &self.stage {
            Stage::All => self.all(locale, size),
            Stage::Locked { typed, shown, is_busy, file } => {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let field = passphrase::field(
                    locale.text("backups-passphrase"),
                    PASSPHRASE,
                    (typed, *shown),
                    Message::Typed,
                    Message::Unlock,
                );
                let busy = is_busy.then(|| body(locale.text("backups-unlocking")));
                let content = column![
                    strong(name).width(Length::Fill),
                    field,
                    checkbox(*shown, locale.text("backups-passphrase-show"), Message::Shown),
                ]
                .push(busy)
                .push(self.refused(locale))
                .spacing(space::M);
                let open = button::primary(None, locale.text("backups-unlock"))
                    .id("backups-unlock")
                    .on_press_maybe((!is_busy && !typed.is_empty()).then_some(Message::Unlock));
                let actions = [back(locale), open.into()];
                dialog::dialog(locale.text("backups-locked"), content, actions, Message::Close)
            }
            Stage::One { seen, is_sure, .. } => one(seen, *is_sure, &self.data_file, locale),
            Stage::Delete(entry) => {
                let words = Sentence::new("backups-delete-words")
                    .with("time", moment::told_with_day(&entry.about.made_at, locale));
                let content = column![
                    body(locale.say(&words)).width(Length::Fill),
                    small(in_it(&entry.about.contents, locale)).width(Length::Fill),
                ]
                .spacing(space::M);
                let delete = button::danger(Some(Icon::Trash2), locale.text("backups-delete"))
                    .id("delete-backup-sure")
                    .on_press(Message::Delete);
                let actions = [back(locale), delete.into()];
                dialog::dialog(locale.text("backups-delete-title"), content, actions, Message::Close)
            }
        }
    }

    fn refused<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let reason = self.refused.as_ref()?;
        Some(plain(locale.say(reason), Role::Body).color(Tone::Danger.strong()).width(Length::Fill).into())
    }

    fn all<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, Message> {
        let t = |id: &str| locale.text(id);
        let list: Element<'a, Message> = match &self.entries {
            None => body(t("backups-listing")).into(),
            Some(entries) if entries.is_empty() => body(t("backups-none")).width(Length::Fill).into(),
            Some(entries) => {
                let columns = vec![
                    Column::new(t("backups-column-time"), Width::Fixed(150.0)),
                    Column::new(t("backups-column-contents"), Width::Fill(1)),
                    Column::new(t("backups-column-reason"), Width::Fixed(150.0)),
                    Column::new(t("backups-column-size"), Width::Fixed(110.0)).right(),
                ];
                let rows = entries.len();
                let all = table(columns, rows, move |row, column| cell(entries.get(row), column, locale))
                    .id(LIST)
                    .selection(&self.selection, Message::Selected)
                    .on_open(Message::Opened)
                    .commands(move |row| {
                        vec![
                            command(Icon::FileText, locale.text("backups-look"))
                                .on_press(Message::Opened(row)),
                            command(Icon::Trash2, locale.text("backups-delete"))
                                .on_press(Message::AskDelete)
                                .takes_away(),
                        ]
                    });
                let most = (size.height - 300.0).clamp(4.0 * space::ROW, 420.0).floor();
                let high = (rows as f32 * space::ROW + space::ROW_HEAD + 4.0).min(most);
                container(all).height(high).into()
            }
        };
        let selected = self.selected().is_some();
        let further = row![
            button::secondary_small(Some(Icon::FileText), t("backups-pick")).on_press(Message::Pick),
            button::secondary_small(Some(Icon::FolderOpen), t("backups-open-folder"))
                .on_press_maybe(self.folder.is_some().then_some(Message::OpenFolder)),
            button::danger_small(Some(Icon::Trash2), t("backups-delete"))
                .id("backups-delete")
                .on_press_maybe(selected.then_some(Message::AskDelete)),
        ]
        .spacing(space::S)
        .wrap()
        .vertical_spacing(space::S);
        let content = column![list].push(self.refused(locale)).push(further).spacing(space::M);
        let row = self.selection.cursor().filter(|_| selected);
        let actions = [
            button::secondary(None, t("window-close")).on_press(Message::Close).into(),
            button::primary(None, t("backups-look"))
                .id("backups-look")
                .on_press_maybe(row.map(Message::Opened))
                .into(),
        ];
        dialog::wide(t("backups-title"), content, actions, Message::Close)
    }
}

fn back<'a>(locale: &Locale) -> Element<'a, Message> {
    button::secondary(None, locale.text("window-closing-back")).on_press(Message::Back).into()
}

fn cell(entry: Option<&Entry>, column: usize, locale: &Locale) -> Cell {
    let Some(entry) = entry else { return Cell::text("") };
    match column {
        0 => Cell::strong(moment::told_with_day(&entry.about.made_at, locale)),
        1 => Cell::text(in_it(&entry.about.contents, locale)),
        2 if entry.about.may_be_spoiled => Cell::chip(Tone::Amber, None, locale.text("backups-spoiled")),
        2 => Cell::muted(locale.text(reason(entry.about.reason))),
        _ => Cell::muted(in_bytes(entry.bytes)),
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Time => "backups-reason-time",
        Reason::Close => "backups-reason-close",
        Reason::Restore => "backups-reason-restore",
        Reason::Import => "backups-reason-import",
        Reason::Asked => "backups-reason-asked",
    }
}

/// What is in a file, in words.
pub(in crate::app::backup_dialogs) fn in_it(contents: &Contents, locale: &Locale) -> String {
    let words = Sentence::new("window-contents").with("sessions", contents.sessions);
    locale.say(&words.with("people", contents.people).with("delegates", contents.delegates))
}

/// A size as file managers tell it: "812 KB", "1,4 MB".
pub(in crate::app::backup_dialogs) fn in_bytes(bytes: u64) -> String {
    match bytes.div_ceil(1024) {
        kilobytes @ ..1024 => format!("{kilobytes} KB"),
        kilobytes => format!("{},{} MB", kilobytes / 1024, kilobytes % 1024 * 10 / 1024),
    }
}

/// What is in a backup, and what happens when it is restored.
fn one<'a>(
    seen: &'a Seen,
    is_sure: bool,
    data_file: &std::path::Path,
    locale: &'a Locale,
) -> Element<'a, Message> {
    let t = |id: &str| locale.text(id);
    let content: Element<'a, Message> = match seen {
        Seen::Looking => body(t("backups-looking")).into(),
        Seen::Not(error) => body(locale.say(&error.explain())).width(Length::Fill).into(),
        Seen::Preview(preview) => compared(preview, is_sure, data_file, locale),
    };
    let (label, may) = match (seen, is_sure) {
        (Seen::Preview(_), true) => ("backups-restore-sure", true),
        (Seen::Preview(_), false) => ("window-refused-restore", true),
        _ => ("window-refused-restore", false),
    };
    let restore = match is_sure {
        true => button::danger(Some(Icon::History), t(label)),
        false => button::primary(Some(Icon::History), t(label)),
    };
    let restore = restore.id("restore-backup").on_press_maybe(may.then_some(Message::Restore));
    let title = if is_sure { "backups-sure" } else { "backups-one" };
    dialog::dialog(t(title), content, [back(locale), restore.into()], Message::Close)
}

fn compared<'a>(
    preview: &Preview,
    is_sure: bool,
    data_file: &std::path::Path,
    locale: &'a Locale,
) -> Element<'a, Message> {
    let part = |title: &str, contents: &Contents| {
        let last = contents.last_step.as_ref().map(|time| {
            let words =
                Sentence::new("backups-last-change").with("time", moment::told_with_day(time, locale));
            small(locale.say(&words)).width(Length::Fill)
        });
        column![strong(locale.text(title)), body(in_it(contents, locale)).width(Length::Fill)]
            .push(last)
            .spacing(2.0)
    };
    let titles = (!preview.titles.is_empty()).then(|| {
        let words = Sentence::new("backups-sessions").with("titles", preview.titles.join("; "));
        small(locale.say(&words)).width(Length::Fill)
    });
    let later = preview.now.as_ref().map_or(0, |(_, later)| *later);
    let name = data_file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let kept = Sentence::new("backups-kept-as").with("file", format!("{name}.truoc-phuc-hoi-….taphuan"));
    let lost = match (&preview.now, later) {
        (None, _) => locale.text("backups-later-unknown"),
        (Some(_), 0) => locale.text("backups-later-none"),
        (Some(_), later) => locale.say(&Sentence::new("backups-later").with("count", later)),
    };
    let tone = if is_sure && later > 0 { Tone::Danger } else { Tone::Neutral };
    column![part("backups-in-it", &preview.then).push(titles)]
        .push(preview.now.as_ref().map(|(now, _)| part("backups-now", now)))
        .push(plain(lost, Role::Body).color(tone.strong()).width(Length::Fill))
        .push(body(locale.say(&kept)).width(Length::Fill))
        .spacing(space::L)
        .into()
}
