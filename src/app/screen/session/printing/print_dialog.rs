//! The dialog before a paper is printed: how many sheets it has, which of them, how often, and
//! on which printer.

use iced::widget::column;
use iced::{Element, Length, Task};

use super::super::super::{Action, Context};
use super::dialog::Asking;
use super::output::{self, Counted, Sending, Target, Wanted};
use super::{Message as Tab, State};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::printers::{self, Printers};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, strong};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, dialog, form};
use crate::domain::dossier::Dossier;
use crate::domain::page_range::{self, RangeMistake};
use crate::sentence::{Explain, Sentence};

/// More copies than this are no wish but a slip.
const MOST_COPIES: u32 = 99;

/// A paper before it is printed.
pub struct Form {
    /// Answers to another one are not wanted.
    number: u64,
    wanted: Wanted,
    /// The codes of the sheets that are on paper already.
    there: Vec<String>,
    /// None until they are counted.
    counted: Option<Result<Counted, Sentence>>,
    /// None until the system told.
    printers: Option<Printers>,
    /// None for the usual one.
    to: Option<Target>,
    /// As they are typed.
    pages: String,
    copies: String,
}

/// What happens in it.
#[derive(Clone)]
pub enum Message {
    /// The pages of the paper of this number were counted.
    Counted(u64, Result<Counted, Sentence>),
    /// The printers there are.
    Printers(Printers),
    /// Pages were typed.
    Pages(String),
    /// A number of copies was typed.
    Copies(String),
    /// What is to print it.
    To(Target),
}

impl State {
    /// Asks how a paper is to be printed.
    pub(super) fn ask_print(&mut self, wanted: Wanted, dossier: &Dossier) -> Action<Tab> {
        let printed = || self.last_printed(&wanted.choices).map(|run| run.codes.clone());
        let there = wanted.since.clone().or_else(printed).unwrap_or_default();
        self.works += 1;
        let number = self.works;
        let order = self.order(wanted.clone(), dossier);
        let failed = || Err(Sentence::new("window-job-failed"));
        let counted = job::blocking(move || output::count(&order))
            .map(move |counted| Tab::PrintForm(Message::Counted(number, counted.unwrap_or_else(failed))));
        // A server of printers that does not answer is waited for elsewhere.
        let printers = job::blocking(printers::list)
            .map(|found| Tab::PrintForm(Message::Printers(found.unwrap_or_default())));
        self.asking = Some(Asking::Print(Box::new(Form {
            number,
            wanted,
            there,
            counted: None,
            printers: None,
            to: None,
            pages: String::new(),
            copies: "1".to_owned(),
        })));
        Action::Run(Task::batch([counted, printers]))
    }

    /// Takes in what happens in the dialog.
    pub(super) fn update_print_form(&mut self, message: Message) -> Action<Tab> {
        let Some(Asking::Print(form)) = &mut self.asking else { return Action::None };
        match message {
            Message::Counted(number, counted) if number == form.number => {
                let wanted = counted.as_ref().ok().and_then(|counted| counted.wanted.as_deref());
                if let Some(places) = wanted {
                    form.pages = page_range::written(places);
                }
                form.counted = Some(counted);
            }
            // Of a dialog that was closed.
            Message::Counted(..) => {}
            Message::Printers(found) => form.printers = Some(found),
            Message::Pages(text) => form.pages = text,
            Message::Copies(text) => form.copies = text,
            Message::To(target) => form.to = Some(target),
        }
        Action::None
    }

    /// "In": what the dialog says is sent, if it can be.
    pub(super) fn send(&mut self, form: Form, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
        let (Some(pages), Some(copies), Some(to)) = (form.chosen(), form.copies(), form.target()) else {
            // Beside the fields stands why not.
            self.asking = Some(Asking::Print(Box::new(form)));
            return Action::None;
        };
        let order = self.order(form.wanted, dossier);
        let sending = Sending { order, pages, copies, to, there: form.there };
        self.work(context, move |_| output::print(&sending), |answer| Tab::Printed(answer.map(Box::new)))
    }
}

impl Form {
    fn counted(&self) -> Option<&Counted> {
        self.counted.as_ref()?.as_ref().ok()
    }

    /// The pages that are typed, or why they are none; nothing until they can be compared.
    fn range(&self) -> Option<Result<Vec<usize>, RangeMistake>> {
        self.counted().map(|counted| page_range::read(&self.pages, counted.pages))
    }

    fn chosen(&self) -> Option<Vec<usize>> {
        self.range().and_then(Result::ok)
    }

    fn copies(&self) -> Option<u32> {
        self.copies.trim().parse().ok().filter(|copies| (1..=MOST_COPIES).contains(copies))
    }

    /// What prints it; nothing until the system told what there is.
    fn target(&self) -> Option<Target> {
        let usual = |printers: &Printers| match printers.names.first() {
            Some(name) => Target::Printer(name.clone()),
            None => Target::Viewer,
        };
        self.to.clone().or_else(|| self.printers.as_ref().map(usual))
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, dossier: &Dossier, context: Context<'a>) -> Element<'a, Tab> {
        let say = |message: fn(String) -> Message| move |text| Tab::PrintForm(message(text));
        let refused = self.range().and_then(Result::err);
        let pages = field(self.pages.as_str())
            .label(context.t("window-print-dialog-pages"))
            .placeholder(context.t("window-print-dialog-all"))
            .hint(context.t("window-print-dialog-pages-hint"))
            .id("print-pages")
            .error(refused.map(|mistake| context.say(&mistake.explain())))
            .on_commit(say(Message::Pages))
            .on_enter(Tab::Confirm);
        let refused = self.copies().is_none();
        let copies = field(self.copies.as_str())
            .label(context.t("window-print-dialog-copies"))
            .id("print-copies")
            .width(120.0)
            .error(refused.then(|| context.count("window-print-dialog-copies-refused", MOST_COPIES)))
            .on_commit(say(Message::Copies))
            .on_enter(Tab::Confirm);
        let content = form::form([
            self.what(dossier, context),
            form::beside([pages.into(), copies.into()]).into(),
            self.printer(context),
        ]);
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Tab::CloseDialog);
        let (icon, label) = self.button(context);
        let go = button::primary(Some(icon), label).id("print-go").on_press(Tab::Confirm);
        let title = context.t("window-print-dialog-title");
        dialog::dialog(title, content.width(Length::Fill), [cancel.into(), go.into()], Tab::CloseDialog)
    }

    /// Which paper, and how much of it there is.
    fn what<'a>(&'a self, dossier: &Dossier, context: Context<'a>) -> Element<'a, Tab> {
        let of = self.wanted.cluster(dossier).map(|cluster| format!(" · {}", cluster.details.name));
        let paper = context.t(self.wanted.choices.kind.about().label) + &of.unwrap_or_default();
        let size: Element<'a, Tab> = match &self.counted {
            None => body(context.t("window-print-dialog-counting")).into(),
            Some(Err(reason)) => plain(context.say(reason), Role::Body).color(Tone::Danger.strong()).into(),
            Some(Ok(counted)) => body(context.say(&told(counted))).into(),
        };
        column![strong(paper), size].spacing(space::XS).width(Length::Fill).into()
    }

    /// Which printer; else what is to be done in the viewer.
    fn printer<'a>(&'a self, context: Context<'a>) -> Element<'a, Tab> {
        let Some(printers) = &self.printers else {
            return body(context.t("window-print-dialog-looking")).into();
        };
        let target = self.target();
        let words = (target == Some(Target::Viewer))
            .then(|| body(context.t("window-print-dialog-viewer-words")).width(Length::Fill));
        let choice = (!printers.names.is_empty()).then(|| {
            let names = printers.names.iter().map(|name| (Target::Printer(name.clone()), name.clone()));
            let viewer = [(Target::Viewer, context.t("window-print-dialog-viewer"))];
            select(names.chain(viewer), target.as_ref())
                .label(context.t("window-print-dialog-printer"))
                .id("print-printer")
                .on_choose(|target| Tab::PrintForm(Message::To(target)))
        });
        column![].push(choice.map(Element::from)).push(words).spacing(space::S).into()
    }

    /// What pressing it does.
    fn button<'a>(&self, context: Context<'a>) -> (Icon, String) {
        match (self.target(), self.chosen(), self.copies()) {
            (Some(Target::Viewer), ..) => (Icon::Eye, context.t("window-print-dialog-open")),
            (_, Some(pages), Some(copies)) => {
                (Icon::Printer, context.count("window-print-dialog-go", pages.len() * copies as usize))
            }
            _ => (Icon::Printer, context.t("window-print-print")),
        }
    }
}

/// "372 người, 19 tờ A4".
fn told(counted: &Counted) -> Sentence {
    let id = match (counted.people, counted.is_a4) {
        (0, true) => "window-print-dialog-sheets",
        (0, false) => "window-print-dialog-sheets-other",
        (_, true) => "window-print-dialog-people",
        (_, false) => "window-print-dialog-people-other",
    };
    Sentence::new(id).with("people", counted.people).with("pages", counted.pages)
}
