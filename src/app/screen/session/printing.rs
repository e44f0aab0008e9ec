//! In ấn: the papers of a session, saved as PDF.

use std::path::PathBuf;

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use super::super::{Action, Context};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::theme::text::{small, strong};
use crate::app::theme::{palette, space, style};
use crate::app::widget::{button, card, empty};
use crate::domain::dossier::Dossier;
use crate::message::{Explain, Message as Sentence};
use crate::paper::{self, Options, PaperKind};
use crate::whole_file;

/// What is on show: nothing of its own.
#[derive(Default)]
pub struct State;

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// A paper is to be saved.
    Save(PaperKind),
    /// A place for it was chosen; `None` when the dialog was closed.
    Picked(PaperKind, Option<PathBuf>),
    /// It was written, or why not.
    Saved(Result<PathBuf, Sentence>),
}

impl State {
    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Save(kind) => {
                let name = format!("{} - {}.pdf", context.t(kind.name_id()), dossier.session.details.title);
                let dialog = rfd::AsyncFileDialog::new()
                    .set_title(context.t("window-save-pdf"))
                    .add_filter("PDF", &["pdf"])
                    .set_file_name(name.replace(['/', '\\', ':'], "-"));
                let picked = iced::Task::future(dialog.save_file());
                Action::Run(
                    picked.map(move |file| Message::Picked(kind, file.map(|file| file.path().to_owned()))),
                )
            }
            Message::Picked(kind, Some(path)) => {
                let dossier = dossier.clone();
                let work = job::blocking(move || write(kind, &dossier, path));
                Action::Run(work.map(|done| {
                    Message::Saved(done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
                }))
            }
            Message::Picked(_, None) => Action::None,
            Message::Saved(Ok(path)) => {
                Action::Say(Sentence::new("window-saved-file").with("file", path.display().to_string()))
            }
            Message::Saved(Err(reason)) => Action::Fail(reason),
        }
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        if dossier.delegates.is_empty() {
            return empty::empty(
                Icon::Printer,
                context.t("window-nothing-to-print"),
                context.t("window-nothing-to-print-cure"),
                [],
            );
        }
        let papers = PaperKind::ALL.into_iter().map(|kind| {
            let icon = match kind {
                PaperKind::SignInSheet => Icon::Signature,
                PaperKind::DelegateList => Icon::List,
                PaperKind::Certificates => Icon::Award,
            };
            let words = column![
                strong(context.t(kind.name_id())),
                small(
                    context
                        .say(&Sentence::new("window-delegates-count").with("count", dossier.delegates.len()))
                ),
            ]
            .width(Length::Fill);
            let save = button::secondary(Some(Icon::FileDown), context.t("window-save-pdf"))
                .on_press(Message::Save(kind));
            let line = row![icon.view().color(palette::MUTED), words, save]
                .spacing(space::M)
                .align_y(Alignment::Center);
            card::card(line).width(Length::Fill).into()
        });
        let page = container(column(papers).spacing(space::M).max_width(760.0))
            .padding([18.0, space::XL])
            .width(Length::Fill);
        scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
    }
}

fn write(kind: PaperKind, dossier: &Dossier, path: PathBuf) -> Result<PathBuf, Sentence> {
    let made = paper::make(kind, dossier, &Options::default()).map_err(|error| error.explain())?;
    whole_file::write(&path, &made.pdf).map_err(|error| {
        Sentence::new("window-write-failed")
            .with("file", path.display().to_string())
            .with("reason", error.to_string())
    })?;
    Ok(path)
}
