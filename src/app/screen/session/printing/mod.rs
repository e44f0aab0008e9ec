//! In ấn: the papers of a session. Which paper on the left, how beside it, and
//! on the right the page as it will print.

pub mod bundle;
mod busy;
pub mod certificate_form;
mod changed;
pub mod choices;
mod dialog;
mod kinds;
mod options;
pub(in crate::app) mod output;
pub mod page_view;
mod print_dialog;
pub mod recipes;
mod remembering;
mod saving;
mod view;
mod words;
mod worked;

use std::path::PathBuf;
use std::sync::Arc;

use iced::{Size, Task, window};

use super::super::{Action, Context, Route};
use super::Tab;
use crate::app::preview::live::{self, Live, Source};
use crate::app::preview::sheet::Doing;
use crate::app::preview::{Viewport, Zoom};
use crate::app::shortcut::Shortcut;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::numbering::Lists;
use crate::domain::print_run::{PastRun, PrintRun};
use crate::domain::recipe::PaperMemory;
use crate::paper::{Format, Options, PaperKind};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

use busy::Busy;
use choices::{Choice, Choices};
use dialog::Asking;
use output::{Printed, Saved, Wanted};

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
    recipes: recipes::State,
    /// The last print run of each paper.
    runs: Vec<PastRun>,
    /// How the paper on show stands to its last run; none while there was none.
    since: Option<changed::Since>,
    /// What the file dialog of the system is open for.
    picking: Option<Wanted>,
    /// What came while work was under way or a question was asked: it has its turn after.
    waiting: Option<Message>,
    /// The paper was sought by its name: it is to be seen among the others.
    sought: bool,
    /// The tab is on show, and its list was scrolled to the paper.
    shown: bool,
    /// What is asked about the whole bundle.
    bundle: Option<bundle::Asking>,
    /// The bundle that is being made.
    making: Option<bundle::Making>,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// Another paper or another way to make it.
    Chosen(Choice),
    /// On the page view.
    Viewport(Doing),
    /// The page view was measured.
    Measured(Viewport),
    /// A page was painted.
    Drawn(live::Done),
    /// The findings are to be spread out or folded.
    Findings(bool),
    /// The paper is to be saved in a form.
    Save(Format),
    /// A place for it was chosen; `None` when the dialog was closed.
    Picked(Option<PathBuf>),
    /// The last certificate that came out was told.
    Until(String),
    /// The spoiled ones were told.
    Spoiled(String),
    /// The serial number of the first form was told.
    Blank(String),
    /// The answer in our own dialog is to be taken.
    Confirm,
    /// Our own dialog closes.
    CloseDialog,
    /// It was written, or why not.
    Saved(Result<Saved, Sentence>),
    /// The paper is to be opened in the viewer.
    Open,
    /// It was opened, or why not.
    Opened(Result<PrintRun, Sentence>),
    /// Time went by while work of this number is under way.
    Beat(u64),
    /// The work is to stop.
    Stop,
    /// It came to its end, with its number.
    Worked(u64, Box<Message>, Option<Sentence>),
    /// The lists are to be fixed, now that they are on paper.
    FixLists,
    /// The paper is to be printed.
    Print,
    /// In the dialog before.
    PrintForm(print_dialog::Message),
    /// It went to the printer or to the viewer, or why not.
    Printed(Result<Box<Printed>, Sentence>),
    /// That it came out was noted, or why not.
    Noted(Result<(), StoreError>),
    /// The pages that changed since the last run are to be printed.
    PrintChanged,
    /// They are to be saved.
    SaveChanged,
    /// The next of them is to be seen.
    SeeChanged,
    /// What the data file remembers of the papers, as it was after so many changes.
    Remembers(Result<Box<PaperMemory>, StoreError>),
    /// With recipes.
    Recipe(recipes::Message),
    /// With the whole bundle.
    Bundle(bundle::Message),
    /// In the form of the certificates.
    Certificate(certificate_form::Message),
    /// There is nobody to print: to the list of delegates.
    ToDelegates(SessionId),
    /// To the names behind the figures of the paper.
    Names,
    /// Why some get no certificate.
    ToResults(SessionId),
}

impl State {
    /// The session was read again.
    pub fn take_in(&mut self, dossier: &Dossier, shown: bool) -> Action<Message> {
        self.dossier = None;
        self.certificate.take_in();
        self.choices.fit(dossier);
        self.live.outdate();
        // A tab that is not shown asks when it is.
        let was_shown = std::mem::replace(&mut self.shown, shown);
        if !shown {
            return Action::None;
        }
        let redrawn = self.redraw(dossier);
        let kind = self.choices.kind;
        match (std::mem::take(&mut self.sought), was_shown) {
            (true, _) => Action::All(vec![redrawn, Action::Run(kinds::show(kind))]),
            (false, false) => Action::All(vec![redrawn, Action::Run(self.come_into_view())]),
            // Whoever looks through the list is left where they are.
            (false, true) => redrawn,
        }
    }

    /// The tab comes into view: the list of papers stands at the one that is shown.
    pub fn come_into_view(&mut self) -> Task<Message> {
        self.shown = true;
        kinds::in_view(self.choices.kind)
    }

    fn dossier(&mut self, dossier: &Dossier) -> Arc<Dossier> {
        Arc::clone(self.dossier.get_or_insert_with(|| Arc::new(dossier.clone())))
    }

    fn source(&mut self, dossier: &Dossier) -> Source {
        let options = self.choices.options();
        Source::Paper { dossier: self.dossier(dossier), kind: self.choices.kind, options }
    }

    fn redraw(&mut self, dossier: &Dossier) -> Action<Message> {
        // Before it is known how the paper was made last, it would be drawn for nothing.
        if self.is_empty(dossier) || !self.recipes.ready {
            return Action::None;
        }
        let source = self.source(dossier);
        Action::Run(self.live.redraw(|| source).map(Message::Drawn))
    }

    /// Whether the paper is one of delegates, and there are none, nor is it of use without them.
    fn is_empty(&self, dossier: &Dossier) -> bool {
        let kind = self.choices.kind;
        let is_form = self.choices.how().of(kind).has_blank_form();
        kind.about().lists_delegates && !is_form && dossier.delegates.is_empty()
    }

    /// Shows the paper that a key names, or that a draft of this key is typed into.
    pub fn reveal(&mut self, key: &str) {
        let named = key.strip_prefix("paper ").and_then(PaperKind::from_id);
        self.sought = named.is_some();
        let kind = named
            .or_else(|| words::kind_in(key))
            .or_else(|| certificate_form::is_in(key).then_some(PaperKind::Certificates));
        if let Some(kind) = kind
            && self.choices.take(Choice::Kind(kind))
        {
            self.turn_over();
        }
    }

    /// How papers are made.
    pub fn options(&self) -> Options {
        self.choices.options()
    }

    /// Shows the certificates.
    pub fn show_certificates(&mut self) {
        if self.choices.take(Choice::Kind(PaperKind::Certificates)) {
            self.turn_over();
        }
    }

    /// Another paper is on show, or one of others.
    fn turn_over(&mut self) {
        self.live.rewind();
        self.live.outdate();
        self.findings_open = false;
        self.since = None;
    }

    /// What was asked for may arrive before the session itself.
    pub fn arrived(&mut self, message: Message) {
        match message {
            Message::Remembers(Ok(memory)) => {
                self.remember(*memory);
            }
            Message::Certificate(message) => self.certificate.arrived(message),
            _ => {}
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let action = self.take(message, dossier, context);
        let held = self.busy.is_some() || self.has_dialog();
        match self.waiting.take_if(|_| !held) {
            Some(next) => Action::All(vec![action, self.take(next, dossier, context)]),
            None => action,
        }
    }

    fn take(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Chosen(choice) => self.choose(choice, dossier, context),
            Message::Remembers(answer) => self.recall(answer, dossier),
            Message::Recipe(message) => {
                let action = self.update_recipe(message, dossier, context);
                self.compare();
                action
            }
            Message::Bundle(message) => self.update_bundle(message, dossier, context),
            Message::Viewport(doing) => self.on_page_view(doing, dossier, context),
            Message::Measured(viewport) => {
                if self.live.set_viewport(viewport) || self.live.is_stale() {
                    return self.redraw(dossier);
                }
                Action::None
            }
            Message::Drawn(done) => {
                let source = self.source(dossier);
                let next = self.live.take_in(done, || source).map(Message::Drawn);
                self.compare();
                Action::Run(next)
            }
            Message::Findings(open) => {
                self.findings_open = open;
                Action::None
            }
            Message::Save(_) if self.busy.is_some() || self.asking.is_some() => Action::None,
            Message::Save(format) => self.pick(self.wanted(format, false), dossier, context),
            Message::SaveChanged if self.busy.is_some() || self.asking.is_some() => Action::None,
            Message::SaveChanged => self.pick(self.wanted(Format::Pdf, true), dossier, context),
            // The window is not held by that dialog: something else may have begun under it.
            Message::Picked(..) if self.busy.is_some() || self.has_dialog() => {
                self.waiting = Some(message);
                Action::None
            }
            Message::Picked(path) => self.picked(path, dossier, context),
            Message::Until(text) => {
                if let Some(Asking::Printed(form)) = &mut self.asking {
                    (form.until, form.refused) = (text, None);
                }
                Action::None
            }
            Message::Spoiled(text) => {
                if let Some(Asking::Printed(form)) = &mut self.asking {
                    (form.spoiled, form.refused) = (text, None);
                }
                Action::None
            }
            Message::Blank(text) => {
                if let Some(Asking::Printed(form)) = &mut self.asking {
                    (form.blank, form.refused) = (text, None);
                }
                Action::None
            }
            Message::Confirm => self.confirm(dossier, context),
            Message::CloseDialog => {
                self.asking = None;
                Action::None
            }
            Message::Saved(answer) => self.saved(answer),
            Message::SeeChanged => {
                let next = self.since.as_ref().and_then(|since| since.after(self.live.last()));
                match next {
                    Some(page) if self.live.turn_to(page) => self.redraw(dossier),
                    _ => Action::None,
                }
            }
            Message::Open if self.busy.is_some() => Action::None,
            Message::Open => {
                let order = self.order(self.wanted(Format::Pdf, false), dossier);
                self.work(context, move |_| output::open(&order), Message::Opened)
            }
            Message::Opened(answer) => self.opened(answer),
            Message::Print | Message::PrintChanged if self.busy.is_some() || self.is_empty(dossier) => {
                Action::None
            }
            Message::Print => self.ask_print(self.wanted(Format::Pdf, false), dossier),
            Message::PrintChanged => self.ask_print(self.wanted(Format::Pdf, true), dossier),
            Message::PrintForm(message) => self.update_print_form(message),
            Message::Printed(answer) => self.printed(answer, context.can_write()),
            Message::Noted(Ok(())) => Action::Ask(self.load(dossier.session.id, context)),
            Message::Noted(Err(error)) => Action::Fail(error.explain()),
            Message::Beat(number) => match &mut self.busy {
                Some(busy) if busy.is(number) => Action::Run(busy.beat()),
                _ => Action::None,
            },
            Message::Stop => {
                if let Some(busy) = self.busy.take() {
                    busy.cancel();
                }
                // Files that were written are whole, and stay.
                match self.making.take() {
                    Some(_) => Action::Say(Sentence::new("window-bundle-stopped")),
                    None => Action::None,
                }
            }
            Message::Worked(number, answer, unnoted) => {
                let taken = match &self.busy {
                    Some(busy) if busy.is(number) => self.take(*answer, dossier, context),
                    _ => self.stopped(*answer),
                };
                // The pages of now are compared with what was printed last.
                let again = Action::Ask(self.load(dossier.session.id, context));
                Action::All(vec![taken, unnoted.map_or(Action::None, Action::Fail), again])
            }
            Message::FixLists => {
                Action::write(context.store.fix_lists(dossier.session.id, Lists::All), |()| None)
            }
            Message::Certificate(message) => self.certificate.update(message, dossier, context),
            Message::ToResults(session) => Action::Go(Route::Session(session, Tab::Results)),
            Message::Names => Action::None,
            Message::ToDelegates(session) => Action::Go(Route::Session(session, Tab::Delegates)),
        }
    }

    fn on_page_view(&mut self, doing: Doing, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let page = self.live.page();
        let turned = match doing {
            Doing::Sized(size) => return Action::Run(measure(size, context.machine.text_scale())),
            Doing::Back => page > 0 && self.live.turn_to(page - 1),
            Doing::Forward => self.live.turn_to(self.live.last() + 1),
            Doing::First => self.live.turn_to(0),
            Doing::Last => self.live.turn_to(self.live.pages().saturating_sub(1)),
            Doing::Zoom(larger) => {
                let shown = self.live.percent().unwrap_or(100.0);
                self.live.set_zoom(Zoom::step(shown, larger));
                true
            }
            Doing::Fit => {
                self.live.set_zoom(self.live.zoom().next_fit(self.live.pages()));
                true
            }
        };
        if turned { self.redraw(dossier) } else { Action::None }
    }

    /// Another paper, or another way to make it.
    fn choose(&mut self, choice: Choice, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let other = matches!(choice, Choice::Kind(_) | Choice::Scope(_));
        let place = match &choice {
            Choice::Set(place, _) => place.in_words().map(<[String]>::to_vec),
            Choice::Kind(_) | Choice::Scope(_) => None,
        };
        let before = self.choices.how().clone();
        let changed = self.choices.take(choice);
        let kept = match place {
            Some(place) => self.keep_word(&place, dossier, context),
            None if changed && !other => self.keep(&before, dossier, context),
            None => Action::None,
        };
        if !changed {
            return kept;
        }
        match other {
            true => self.turn_over(),
            false => self.live.outdate(),
        }
        Action::All(vec![self.redraw(dossier), kept])
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Escape if self.asking.is_some() => Some(Message::CloseDialog),
            Shortcut::Escape if self.recipes.has_dialog() => Some(Message::Recipe(recipes::Message::Close)),
            Shortcut::Escape if self.bundle.is_some() => Some(Message::Bundle(bundle::Message::Close)),
            Shortcut::Print if !self.has_dialog() => Some(Message::Print),
            _ => None,
        }
    }
}

/// How many pixels of the screen the page view has.
fn measure(size: Size, zoom: f32) -> Task<Message> {
    window::latest()
        .and_then(window::scale_factor)
        .map(move |screen| Message::Measured(Viewport { size, pixels: (screen * zoom).max(0.25) }))
}
