//! Our own questions about files: where to, when the system has no file dialog,
//! and whether files that are there may be replaced.

use std::path::PathBuf;

use iced::widget::column;
use iced::{Element, Length};

use super::super::super::Context;
use super::output::Wanted;
use super::{Message, State};
use crate::app::theme::space;
use crate::app::theme::text::body;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::certificate::Certificate;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::paper::Format;
use crate::sentence::Sentence;

/// What is asked.
pub enum Asking {
    /// Where to save a paper: the path typed so far.
    Path(Wanted, String),
    /// Whether these may be replaced by a paper; the name that was chosen for it.
    Replace(Wanted, PathBuf, Vec<PathBuf>),
    /// Whether these certificates of a session came out of the printer: only the user knows.
    Printed(SessionId, Vec<Certificate>),
}

/// How many files a question names one by one.
const NAMED: usize = 6;

impl State {
    /// The question that is asked, over the whole window.
    pub fn dialog<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let of_files = self.asking.as_ref().map(|asking| match asking {
            Asking::Path(wanted, path) => ask_path(wanted, path, context),
            Asking::Replace(_, _, files) => ask_replace(files, context),
            Asking::Printed(_, certificates) => ask_printed(certificates.len(), context),
        });
        let of_recipes = || self.recipes.dialog(self.choices.kind, context);
        of_files
            .or_else(|| of_recipes().map(|dialog| dialog.map(Message::Recipe)))
            .or_else(|| self.bundle_dialog(dossier, context))
    }

    /// Whether a question is asked.
    pub fn has_dialog(&self) -> bool {
        self.asking.is_some() || self.recipes.has_dialog() || self.bundle.is_some()
    }
}

/// What saving in a form is called.
pub fn save_id(format: Format) -> &'static str {
    match format {
        Format::Pdf => "window-print-save",
        Format::Docx => "window-print-save-word",
        Format::Xlsx => "window-print-save-excel",
    }
}

fn ask_path<'a>(wanted: &Wanted, path: &str, context: Context<'a>) -> Element<'a, Message> {
    let hint = if wanted.each() { "window-print-path-each" } else { "window-print-path-hint" };
    let input = field(path)
        .label(context.t("window-print-path"))
        .hint(context.t(hint))
        .id("print-path")
        .on_commit(Message::Typed)
        .on_enter(Message::Confirm);
    let save = button::primary(None, context.t("window-print-save-here")).on_press(Message::Confirm);
    dialog::dialog(
        context.t(save_id(wanted.format)),
        input,
        [cancel(context), save.into()],
        Message::CloseDialog,
    )
}

fn ask_replace<'a>(files: &[PathBuf], context: Context<'a>) -> Element<'a, Message> {
    let words = Sentence::new("window-print-replace-words").with("count", files.len());
    let content =
        column![body(context.say(&words)), file_names(files, context)].spacing(space::M).width(Length::Fill);
    let replace = button::danger(None, context.t("window-print-replace")).on_press(Message::Confirm);
    dialog::dialog(
        context.t("window-print-replace-title"),
        content,
        [cancel(context), replace.into()],
        Message::CloseDialog,
    )
}

fn ask_printed<'a>(count: usize, context: Context<'a>) -> Element<'a, Message> {
    let words = body(context.say(&Sentence::new("window-print-done-words").with("count", count)));
    let not_yet = button::secondary(None, context.t("window-print-not-done")).on_press(Message::CloseDialog);
    let done =
        button::primary(None, context.t("window-print-done")).id("print-done").on_press(Message::Confirm);
    dialog::dialog(
        context.t("window-print-done-title"),
        words.width(Length::Fill),
        [not_yet.into(), done.into()],
        Message::CloseDialog,
    )
}

/// The first of these files by their names, and how many more there are.
pub fn file_names<'a, M: 'a>(files: &[PathBuf], context: Context<'a>) -> Element<'a, M> {
    let names = files.iter().take(NAMED).map(|file| body(file.display().to_string()).into());
    let more = files.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map(|more| body(context.say(&Sentence::new("window-print-more").with("count", more))));
    column(names).push(more).spacing(space::XS).into()
}

fn cancel<'a>(context: Context<'a>) -> Element<'a, Message> {
    button::secondary(None, context.t("window-cancel")).on_press(Message::CloseDialog).into()
}
