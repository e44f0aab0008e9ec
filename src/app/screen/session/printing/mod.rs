//! In ấn: the papers of a session. Which paper on the left, how beside it, and
//! on the right the page as it will print.

mod busy;
pub mod certificate_form;
pub mod choices;
mod desk;
mod dialog;
mod kinds;
mod lists;
mod live;
mod money;
mod names;
mod options;
mod output;
mod records;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{column, container, row, scrollable};
use iced::{Element, Length, Size, Task, window};

use super::super::{Action, Context, Place};
use super::Tab;
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::preview::sheet::Doing;
use crate::app::preview::{Desk, Zoom};
use crate::app::shortcut::Shortcut;
use crate::app::theme::{space, style};
use crate::app::widget::{button, empty};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::numbering::Lists;
use crate::domain::print_run::PrintRun;
use crate::message::{Explain, Message as Sentence};
use crate::paper::Format;
use crate::store::StoreError;

use busy::{Busy, Progress};
use choices::{Choice, Choices};
use dialog::Asking;
pub(in crate::app::screen) use dialog::folder as papers_folder;
use live::{Live, Source};
use output::{Order, Printed, Saved};

/// A file dialog that is closed sooner than this was never open.
const NO_DIALOG: Duration = Duration::from_millis(300);

/// Width of the kinds, and of the options.
const KINDS: f32 = 200.0;
const OPTIONS: f32 = 232.0;
/// With less room than this, the kinds are a choice over the options.
const THREE_COLUMNS: f32 = 1040.0;

/// What is on show.
#[derive(Default)]
pub struct State {
    choices: Choices,
    live: Live,
    /// The session as the papers are made from it; none until it is needed.
    dossier: Option<Arc<Dossier>>,
    /// Whether the findings are spread out.
    findings_open: bool,
    /// A paper is being written, opened or printed.
    busy: Option<Busy>,
    /// Counts the works begun.
    works: u64,
    asking: Option<Asking>,
    certificate: certificate_form::State,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// Another paper or another way to make it.
    Chosen(Choice),
    /// On the desk.
    Desk(Doing),
    /// The desk was measured.
    Measured(Desk),
    /// A page was painted.
    Drawn(live::Done),
    /// The findings are to be spread out or folded.
    Findings(bool),
    /// The paper is to be saved in a form.
    Save(Format),
    /// A place for it was chosen; `None` when the dialog was closed. And whether
    /// there was a dialog at all.
    Picked(Format, Option<PathBuf>, bool),
    /// A path was typed.
    Typed(String),
    /// The answer in our own dialog is to be taken.
    Confirm,
    /// Our own dialog closes.
    CloseDialog,
    /// It was written in a form, or why not.
    Saved(Format, Result<Saved, Sentence>),
    /// The paper is to be opened in the viewer.
    Open,
    /// It was opened, or why not.
    Opened(Result<PrintRun, Sentence>),
    /// Time went by while work of this number is under way.
    Beat(u64),
    /// The work is to stop.
    Stop,
    /// It came to its end, with its number.
    Worked(u64, Box<Message>),
    /// It is remembered, or why not.
    Remembered(Result<(), StoreError>),
    /// The lists are to be fixed, now that they are on paper.
    FixLists,
    /// The paper is to be printed.
    Print,
    /// It went to the printer or to the viewer, or why not.
    Printed(Result<Printed, Sentence>),
    /// In the form of the certificates.
    Certificate(certificate_form::Message),
    /// There is nobody to print: to the list of delegates.
    ToDelegates(SessionId),
}

impl State {
    /// The session was read again.
    pub fn take_in(&mut self, dossier: &Dossier, shown: bool) -> Action<Message> {
        self.dossier = None;
        self.certificate.take_in();
        self.choices.fit(dossier);
        self.live.outdate();
        // A tab that is not shown asks when it is.
        if shown { self.redraw(dossier) } else { Action::None }
    }

    fn dossier(&mut self, dossier: &Dossier) -> Arc<Dossier> {
        Arc::clone(self.dossier.get_or_insert_with(|| Arc::new(dossier.clone())))
    }

    fn source(&mut self, dossier: &Dossier) -> Source {
        let options = self.choices.options();
        Source { dossier: self.dossier(dossier), kind: self.choices.kind, options }
    }

    fn redraw(&mut self, dossier: &Dossier) -> Action<Message> {
        if self.is_empty(dossier) {
            return Action::None;
        }
        let source = self.source(dossier);
        Action::Run(self.live.redraw(|| source).map(Message::Drawn))
    }

    /// Whether the paper is one of delegates, and there are none.
    fn is_empty(&self, dossier: &Dossier) -> bool {
        self.choices.kind.lists_delegates() && dossier.delegates.is_empty()
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Chosen(choice) => {
                let other = matches!(choice, Choice::Kind(_) | Choice::Scope(_));
                if !self.choices.take(choice) {
                    return Action::None;
                }
                if other {
                    self.live.rewind();
                    self.findings_open = false;
                }
                self.live.outdate();
                self.redraw(dossier)
            }
            Message::Desk(doing) => self.on_desk(doing, dossier, context),
            Message::Measured(desk) => {
                if self.live.set_desk(desk) || self.live.is_stale() {
                    return self.redraw(dossier);
                }
                Action::None
            }
            Message::Drawn(done) => {
                let source = self.source(dossier);
                Action::Run(self.live.take_in(done, || source).map(Message::Drawn))
            }
            Message::Findings(open) => {
                self.findings_open = open;
                Action::None
            }
            Message::Save(_) if self.busy.is_some() || self.asking.is_some() => Action::None,
            Message::Save(format) => Action::Run(self.pick(format, dossier, context)),
            Message::Picked(format, Some(path), _) => {
                self.save(format, names::with_ending(path, format), !self.each(), dossier)
            }
            Message::Picked(_, None, true) => Action::None,
            Message::Picked(format, None, false) => {
                let path = dialog::folder(context).join(self.suggested(format, dossier));
                self.asking = Some(Asking::Path(format, path.display().to_string()));
                Action::None
            }
            Message::Typed(text) => {
                if let Some(Asking::Path(_, path)) = &mut self.asking {
                    *path = text;
                }
                Action::None
            }
            Message::Confirm => self.confirm(dossier, context),
            Message::CloseDialog => {
                self.asking = None;
                Action::None
            }
            Message::Saved(format, answer) => self.saved(format, answer, context),
            Message::Open if self.busy.is_some() => Action::None,
            Message::Open => {
                let order = self.order(dossier);
                self.work(move |_| output::open(&order), Message::Opened)
            }
            Message::Opened(answer) => {
                self.busy = None;
                match answer {
                    Ok(run) => Action::All(vec![
                        Action::Say(Sentence::new("window-print-opened")),
                        remember(vec![run], context),
                    ]),
                    Err(reason) => Action::Fail(reason),
                }
            }
            Message::Print if self.busy.is_some() || self.is_empty(dossier) => Action::None,
            Message::Print => {
                let order = self.order(dossier);
                self.work(move |_| output::print(&order), Message::Printed)
            }
            Message::Printed(answer) => {
                self.busy = None;
                match answer {
                    Ok(Printed::Queued(run)) => Action::All(vec![
                        Action::Say(Sentence::new("window-print-queued")),
                        remember(vec![run], context),
                    ]),
                    Ok(Printed::Opened(run)) => Action::All(vec![
                        Action::Say(Sentence::new("window-print-there")),
                        remember(vec![run], context),
                    ]),
                    Err(reason) => Action::Fail(reason),
                }
            }
            Message::Beat(number) => match &mut self.busy {
                Some(busy) if busy.is(number) => Action::Run(busy.beat()),
                _ => Action::None,
            },
            Message::Stop => {
                if let Some(busy) = self.busy.take() {
                    busy.cancel();
                }
                Action::None
            }
            Message::Worked(number, answer) => match &self.busy {
                Some(busy) if busy.is(number) => self.update(*answer, dossier, context),
                // It was stopped: nobody waits for it.
                _ => Action::None,
            },
            Message::Remembered(Ok(())) => Action::None,
            Message::Remembered(Err(error)) => Action::Fail(error.explain()),
            Message::FixLists => {
                Action::write(context.store.fix_lists(dossier.session.id, Lists::All), |()| None)
            }
            Message::Certificate(message) => self.certificate.update(message, dossier, context),
            Message::ToDelegates(session) => Action::Go(Place::Session(session, Tab::Delegates)),
        }
    }

    fn on_desk(&mut self, doing: Doing, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let page = self.live.page();
        let turned = match doing {
            Doing::Sized(size) => return Action::Run(measure(size, context.machine.text_size())),
            Doing::Back => page > 0 && self.live.turn_to(page - 1),
            Doing::Forward => self.live.turn_to(page + 1),
            Doing::First => self.live.turn_to(0),
            Doing::Last => self.live.turn_to(self.live.pages().saturating_sub(1)),
            Doing::Zoom(larger) => {
                let shown = self.live.percent().unwrap_or(100.0);
                self.live.set_zoom(Zoom::step(shown, larger));
                true
            }
            Doing::Fit => {
                let next = if self.live.zoom() == Zoom::Width { Zoom::Page } else { Zoom::Width };
                self.live.set_zoom(next);
                true
            }
        };
        if turned { self.redraw(dossier) } else { Action::None }
    }

    /// Whether each cluster gets a file of its own.
    fn each(&self) -> bool {
        self.choices.scope() == choices::Scope::Each
    }

    fn suggested(&self, format: Format, dossier: &Dossier) -> String {
        names::suggested(&self.choices, format, dossier)
    }

    fn order(&mut self, dossier: &Dossier) -> Order {
        Order { dossier: self.dossier(dossier), choices: self.choices.clone() }
    }

    /// Runs work that writes, opens or prints.
    fn work<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&Progress) -> Result<T, Sentence> + Send + 'static,
        answered: impl Fn(Result<T, Sentence>) -> Message + Send + 'static,
    ) -> Action<Message> {
        self.works += 1;
        let number = self.works;
        let (busy, beat) = Busy::begin(number);
        let progress = busy.progress();
        self.busy = Some(busy);
        let worked = job::blocking(move || work(&progress)).map(move |done| {
            let answer = done.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
            Message::Worked(number, Box::new(answered(answer)))
        });
        Action::Run(Task::batch([worked, beat]))
    }

    /// The file dialog of the system.
    fn pick(&self, format: Format, dossier: &Dossier, context: Context<'_>) -> Task<Message> {
        let program = match format {
            Format::Pdf => "PDF",
            Format::Docx => "Word",
            Format::Xlsx => "Excel",
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(context.t(dialog::save_id(format)))
            .add_filter(program, &[format.extension()])
            .set_directory(dialog::folder(context))
            .set_file_name(self.suggested(format, dossier));
        let asked = Instant::now();
        Task::future(dialog.save_file()).map(move |file| {
            let open = !cfg!(target_os = "linux") || asked.elapsed() > NO_DIALOG;
            Message::Picked(format, file.map(|file| file.path().to_owned()), open)
        })
    }

    fn save(&mut self, format: Format, path: PathBuf, replace: bool, dossier: &Dossier) -> Action<Message> {
        let order = self.order(dossier);
        self.work(
            move |progress| output::save(&order, format, path, replace, progress),
            move |answer| Message::Saved(format, answer),
        )
    }

    fn confirm(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match self.asking.take() {
            Some(Asking::Path(format, text)) => {
                let home = directories::BaseDirs::new();
                let home = home.as_ref().map(|folders| folders.home_dir());
                let suggested = self.suggested(format, dossier);
                match names::typed(&text, &dialog::folder(context), home, &suggested, format) {
                    Some(path) => self.save(format, path, false, dossier),
                    None => {
                        self.asking = Some(Asking::Path(format, text));
                        Action::None
                    }
                }
            }
            Some(Asking::Replace(format, path, _)) => self.save(format, path, true, dossier),
            None => Action::None,
        }
    }

    fn saved(
        &mut self,
        format: Format,
        answer: Result<Saved, Sentence>,
        context: Context<'_>,
    ) -> Action<Message> {
        self.busy = None;
        let (files, pages, runs) = match answer {
            Ok(Saved::Written(files, pages, runs)) => (files, pages, runs),
            Ok(Saved::Exist(path, there)) => {
                self.asking = Some(Asking::Replace(format, path, there));
                return Action::None;
            }
            Err(reason) => return Action::Fail(reason),
        };
        let folder = files.first().and_then(|file| file.parent()).map(std::path::Path::to_owned);
        let told = match (files.as_slice(), pages, &folder) {
            ([file], Some(pages), _) => Sentence::new("window-print-saved")
                .with("file", file.display().to_string())
                .with("pages", pages),
            ([file], None, _) => {
                Sentence::new("window-print-saved-editable").with("file", file.display().to_string())
            }
            (files, _, folder) => Sentence::new("window-print-saved-all")
                .with("count", files.len())
                .with("folder", folder.as_ref().map(|one| one.display().to_string()).unwrap_or_default()),
        };
        let remembered = folder.map(Action::PapersFolder).unwrap_or(Action::None);
        Action::All(vec![remembered, Action::Say(told), remember(runs, context)])
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.asking) {
            (Shortcut::Escape, Some(_)) => Some(Message::CloseDialog),
            (Shortcut::Print, None) => Some(Message::Print),
            _ => None,
        }
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let sidebar = if context.size.width < space::NARROW { space::SIDEBAR_NARROW } else { space::SIDEBAR };
        let room = context.size.width - sidebar;
        let three = room >= THREE_COLUMNS;
        let kinds = match three {
            true => kinds::kinds(self.choices.kind, context),
            false => kinds::choice(self.choices.kind, context),
        };
        let options = options::options(&self.choices, &self.certificate, dossier, context);
        let gap = 14.0;
        let (edge, beside) =
            if three { (space::XL, KINDS + OPTIONS + 2.0 * gap) } else { (space::L, OPTIONS + gap) };
        let desk = match self.is_empty(dossier) {
            true => nobody(dossier, context),
            false => desk::desk(self, dossier, room - 2.0 * edge - beside, context),
        };
        let scrolled = |content: Element<'a, Message>, width: f32| {
            let bar = Scrollbar::new().width(6).scroller_width(6).spacing(2);
            scrollable(container(content).width(Length::Fill))
                .direction(Direction::Vertical(bar))
                .style(style::scroll_bar)
                .width(width)
                .height(Length::Fill)
        };
        let page = if three {
            row![scrolled(kinds, KINDS), scrolled(options, OPTIONS), desk]
        } else {
            row![scrolled(column![kinds, options].spacing(space::M).into(), OPTIONS), desk]
        };
        page.spacing(gap).padding(iced::Padding { top: 18.0, bottom: 18.0, left: edge, right: edge }).into()
    }
}

/// In place of the desk, for a paper of delegates of whom there are none.
fn nobody<'a>(dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let go = button::primary(Some(Icon::Users), context.t("window-print-to-delegates"))
        .on_press(Message::ToDelegates(dossier.session.id));
    empty::empty(
        Icon::Printer,
        context.t("window-nothing-to-print"),
        context.t("window-nothing-to-print-cure"),
        [go.into()],
    )
}

/// Notes what was made. Another window may hold the file: then nothing is noted.
fn remember(runs: Vec<PrintRun>, context: Context<'_>) -> Action<Message> {
    if !context.can_write() {
        return Action::None;
    }
    let noted =
        runs.into_iter().map(|run| job::ask(context.store.record_print(run)).map(Message::Remembered));
    Action::Run(Task::batch(noted))
}

/// How many pixels of the screen the desk has.
fn measure(size: Size, text_size: u16) -> Task<Message> {
    let zoom = f32::from(text_size) / 100.0;
    window::latest()
        .and_then(window::scale_factor)
        .map(move |screen| Message::Measured(Desk { size, pixels: (screen * zoom).max(0.25) }))
}
