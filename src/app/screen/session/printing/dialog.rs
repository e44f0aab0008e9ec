//! Our own questions about a paper: how it is to be printed, whether files that are there may be
//! replaced, and what came out of the printer.

use std::path::PathBuf;

use iced::widget::{Column, column};
use iced::{Element, Length};

use super::super::super::Context;
use super::output::{Printed, Target, Wanted};
use super::{Message, State, print_dialog};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::dossier::Dossier;
use crate::paper::Format;
use crate::sentence::{Explain, Sentence};

/// What is asked.
pub enum Asking {
    /// How a paper is to be printed.
    Print(Box<print_dialog::Form>),
    /// Whether these may be replaced by a paper; the name that was chosen for it.
    Replace(Wanted, PathBuf, Vec<PathBuf>),
    /// Whether the sheets, or which certificates, came out of the printer: only the user knows.
    Printed(Box<CameOutForm>),
    /// Whether the rest of them is to be printed now, and how many they are.
    Rest(Wanted, usize),
}

/// What came out of the printer, as it is being told.
#[derive(Debug, Clone, PartialEq)]
pub struct CameOutForm {
    /// What was sent.
    pub printed: Printed,
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
            Asking::Print(form) => form.view(dossier, context),
            Asking::Replace(_, _, files) => ask_replace(files, context),
            Asking::Printed(form) => ask_printed(form, context),
            Asking::Rest(_, count) => ask_rest(*count, context),
        });
        let of_recipes = || self.recipes.dialog(self.choices.kind, context);
        of_files
            .or_else(|| of_recipes().map(|dialog| dialog.map(Message::Recipe)))
            .or_else(|| self.bundle_dialog(dossier, context))
    }

    /// Whether it is asked how a paper is to be printed.
    pub fn asks_how_to_print(&self) -> bool {
        matches!(self.asking, Some(Asking::Print(_)))
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
    let content = match form.printed.certificates.is_empty() {
        true => column![body(context.say(&sent(&form.printed))).width(Length::Fill)],
        false => certificates(form, context),
    };
    let hint =
        form.printed.certificates.is_empty().then(|| small(context.t("window-print-dialog-done-hint")));
    let not_yet = button::secondary(None, context.t("window-print-not-done"))
        .id("print-not-done")
        .on_press(Message::CloseDialog);
    let done =
        button::primary(None, context.t("window-print-done")).id("print-done").on_press(Message::Confirm);
    dialog::dialog(
        context.t("window-print-done-title"),
        content.push(hint).spacing(space::M),
        [not_yet.into(), done.into()],
        Message::CloseDialog,
    )
}

/// What was sent where.
fn sent(printed: &Printed) -> Sentence {
    match &printed.to {
        Target::Printer(name) => Sentence::new("window-print-dialog-sent")
            .with("count", printed.sheets)
            .with("printer", name.as_str()),
        Target::Viewer => Sentence::new("window-print-dialog-in-viewer").with("count", printed.sheets),
    }
}

/// Which of the certificates came out.
fn certificates<'a>(form: &CameOutForm, context: Context<'a>) -> Column<'a, Message> {
    let certificates = &form.printed.certificates;
    let count = certificates.len();
    let refused = form.refused.as_ref();
    let is_of_blank = |mistake: &CertificateMistake| matches!(mistake, CertificateMistake::NoSerial(_));
    let words = body(context.say(&Sentence::new("window-print-done-words").with("count", count)));
    let last = certificates.last().map(|one| one.printed_number.clone()).unwrap_or_default();
    let until = field(form.until.as_str())
        .label(context.t("window-print-until"))
        .placeholder(last)
        .hint(context.t("window-print-until-hint"))
        .id("print-until")
        .on_commit(Message::Until);
    let spoiled = field(form.spoiled.as_str())
        .label(context.t("window-print-spoiled"))
        .placeholder(context.example("127, 130-132"))
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
    column![words.width(Length::Fill), until, spoiled, blank]
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
