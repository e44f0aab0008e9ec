//! The card of the backups: the last one, where they go, what is to be said of that.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::{BackupWish, Context, moment};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small};
use crate::app::widget::{button, card};
use crate::backup::place::Concern;
use crate::sentence::Sentence;

/// The card.
pub fn card<'a>(context: Context<'a>) -> Element<'a, Message> {
    let t = |id: &str| context.t(id);
    let state = context.backups;
    let is_kept = state.folder.is_some() || state.problem.is_some();
    let last = match &state.newest {
        _ if state.is_at_work => t("window-backing-up"),
        Some(newest) => {
            let contents = &newest.about.contents;
            let contents = Sentence::new("window-contents")
                .with("sessions", contents.sessions)
                .with("people", contents.people)
                .with("delegates", contents.delegates);
            let time = moment::told_with_day(&newest.about.made_at, context.locale);
            let last = Sentence::new("backups-card-last").with("time", time);
            context.say(&last.with("contents", context.say(&contents)))
        }
        None if !context.can_write() => t("backups-card-off"),
        None => t("backups-card-none"),
    };
    let folder = state.folder.as_ref().map(|folder| {
        let folder = Sentence::new("backups-card-folder").with("folder", folder.display().to_string());
        small(context.say(&folder)).width(Length::Fill)
    });
    let may_make = is_kept && !state.is_at_work;
    let has_own = context.machine.backup_folder.is_some();
    let actions = row![
        button::secondary(Some(Icon::Save), t("backups-now-button"))
            .id("backup-now")
            .on_press_maybe(may_make.then_some(Message::BackUpNow)),
        button::secondary(Some(Icon::History), t("backups-list-button"))
            .id("backup-list")
            .on_press(Message::Backups(BackupWish::List)),
        button::secondary(Some(Icon::HardDrive), t("backups-stick-button"))
            .id("backup-stick")
            .on_press(Message::Backups(BackupWish::Stick)),
        button::secondary(Some(Icon::FolderOpen), t("backups-folder-button"))
            .id("backup-folder")
            .on_press_maybe(context.if_writable(Message::Backups(BackupWish::Folder))),
    ]
    .push(has_own.then(|| {
        button::secondary(None, t("backups-usual-button"))
            .id("backup-usual")
            .on_press_maybe(context.if_writable(Message::UsualBackupFolder))
    }))
    .push(
        button::secondary(Some(Icon::Search), t("backups-find")).on_press(Message::Backups(BackupWish::Find)),
    )
    .spacing(space::S)
    .wrap()
    .vertical_spacing(space::S);
    let content = column![column![body(last).width(Length::Fill)].push(folder).spacing(2.0)]
        .extend(remarks(context))
        .push(actions)
        .spacing(space::M);
    card::titled(t("backups-card"), None, content).width(Length::Fill).into()
}

/// What is to be said of the place and of the last attempt.
fn remarks<'a>(context: Context<'a>) -> Vec<Element<'a, Message>> {
    let state = context.backups;
    let failed = state.problem.as_ref().map(|problem| {
        let reason = context.locale.explain(&problem.0);
        (Tone::Danger, Sentence::new("backups-card-failed").with("reason", reason))
    });
    let out = state.out_of_reach.as_ref().map(|wanted| {
        let folder = state.folder.as_deref().unwrap_or(wanted).display().to_string();
        let out = Sentence::new("backups-card-out-of-reach").with("wanted", wanted.display().to_string());
        (Tone::Amber, out.with("folder", folder))
    });
    let concern = state.concern.map(|concern| {
        let (tone, words) = match concern {
            Concern::SameDrive => (Tone::Amber, "backups-card-same-drive"),
            Concern::Cloud => (Tone::Amber, "backups-card-cloud"),
            Concern::Network => (Tone::Neutral, "backups-card-network"),
            Concern::Removable => (Tone::Neutral, "backups-card-removable"),
        };
        (tone, Sentence::new(words))
    });
    let remark = |(tone, words): (Tone, Sentence)| {
        let icon = if tone == Tone::Neutral { Icon::Info } else { Icon::CircleAlert };
        let words = plain(context.say(&words), Role::Body).color(tone.strong()).width(Length::Fill);
        row![icon.view().color(tone.strong()), words].spacing(space::S).align_y(Alignment::Start).into()
    };
    [failed, out, concern].into_iter().flatten().map(remark).collect()
}
