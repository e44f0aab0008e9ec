//! Our own questions about files: where to, when the system has no file dialog,
//! and whether files that are there may be replaced.

use std::path::PathBuf;

use iced::widget::column;
use iced::{Element, Length};

use super::super::super::Context;
use super::output::Wanted;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::body;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::certificate::Certificate;
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::paper::Format;
use crate::sentence::{Explain, Sentence};

/// What is asked.
pub enum Asking {
    /// Where to save a paper: the path typed so far.
    Path(Wanted, String),
    /// Whether these may be replaced by a paper; the name that was chosen for it.
    Replace(Wanted, PathBuf, Vec<PathBuf>),
    /// Which certificates came out of the printer: only the user knows.
    Printed(Box<CameOutForm>),
    /// Whether the rest of them is to be printed now, and how many they are.
    Rest(Wanted, usize),
}

/// What came out of the printer, as it is being told.
#[derive(Debug, Clone, PartialEq)]
pub struct CameOutForm {
    /// Of which session.
    pub session: SessionId,
    /// The certificates, in the order of their sheets.
    pub certificates: Vec<Certificate>,
    /// The code of each page, and whose it is.
    pub pages: Vec<(String, Vec<DelegateId>)>,
    /// What was printed.
    pub wanted: Wanted,
    /// "Đến số", as it is typed.
    pub until: String,
    /// "Hỏng", as it is typed.
    pub spoiled: String,
    /// "Số phôi của tờ đầu", as it is typed.
    pub blank: String,
    /// Why it cannot be taken so.
    pub refused: Option<CertificateMistake>,
}

/// How many files a question names one by one.
const NAMED: usize = 6;

impl State {
    /// The question that is asked, over the whole window.
    pub fn dialog<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let of_files = self.asking.as_ref().map(|asking| match asking {
            Asking::Path(wanted, path) => ask_path(wanted, path, context),
            Asking::Replace(_, _, files) => ask_replace(files, context),
            Asking::Printed(form) => ask_printed(form, context),
            Asking::Rest(_, count) => ask_rest(*count, context),
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

fn ask_printed<'a>(form: &CameOutForm, context: Context<'a>) -> Element<'a, Message> {
    let count = form.certificates.len();
    let refused = form.refused.as_ref();
    let is_of_blank = |mistake: &CertificateMistake| matches!(mistake, CertificateMistake::NoSerial(_));
    let words = body(context.say(&Sentence::new("window-print-done-words").with("count", count)));
    let last = form.certificates.last().map(|one| one.printed_number.clone()).unwrap_or_default();
    let until = field(form.until.as_str())
        .label(context.t("window-print-until"))
        .placeholder(last)
        .hint(context.t("window-print-until-hint"))
        .id("print-until")
        .on_commit(Message::Until);
    let spoiled = field(form.spoiled.as_str())
        .label(context.t("window-print-spoiled"))
        .placeholder("127, 130-132")
        .hint(context.t("window-print-spoiled-hint"))
        .id("print-spoiled")
        .error(refused.filter(|mistake| !is_of_blank(mistake)).map(|mistake| context.say(&mistake.explain())))
        .on_commit(Message::Spoiled)
        .on_enter(Message::Confirm);
    let blank = field(form.blank.as_str())
        .label(context.t("window-print-form-number"))
        .hint(context.t("window-print-form-number-hint"))
        .id("print-blank")
        .error(refused.filter(|mistake| is_of_blank(mistake)).map(|mistake| context.say(&mistake.explain())))
        .on_commit(Message::Blank)
        .on_enter(Message::Confirm);
    let not_yet = button::secondary(None, context.t("window-print-not-done")).on_press(Message::CloseDialog);
    let done =
        button::primary(None, context.t("window-print-done")).id("print-done").on_press(Message::Confirm);
    dialog::dialog(
        context.t("window-print-done-title"),
        column![words.width(Length::Fill), until, spoiled, blank].spacing(space::M),
        [not_yet.into(), done.into()],
        Message::CloseDialog,
    )
}

fn ask_rest<'a>(count: usize, context: Context<'a>) -> Element<'a, Message> {
    let words = body(context.count("window-print-rest-words", count)).width(Length::Fill);
    let later = button::secondary(None, context.t("window-print-rest-later")).on_press(Message::CloseDialog);
    let now = button::primary(Some(Icon::Printer), context.count("window-print-rest", count))
        .id("print-rest")
        .on_press(Message::Confirm);
    let buttons = [later.into(), now.into()];
    dialog::dialog(context.t("window-print-rest-title"), words, buttons, Message::CloseDialog)
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
