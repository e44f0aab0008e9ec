//! The state of the window, and what becomes of each message.

use std::cell::Cell;
use std::path::PathBuf;

use iced::{Size, Subscription, Task};

use super::backups::Backups;
use super::closing::Closing;
use super::data::{self, Data, Ready, Source};
use super::leaving::Leaving;
use super::machine::Machine;
use super::message::Message;
use super::recovery::Recovery;
use super::screen::{Context, Told};
use super::shortcut::{self, Shortcut};
use super::shown::{ScreenMessage, Shown};
use super::theme::palette::{self, Tone};
use super::toasts::{Lead, Toasts};
use super::widget::field::Drafts;
use super::work::{Fate, Work};
use super::{backup_dialogs, everywhere, files, guide, job, new_session, single_instance, window_size};
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store, StoreError};

/// The window.
pub struct App {
    pub(super) locale: Locale,
    pub(super) machine: Machine,
    pub(super) data: Data,
    pub(super) screen: Shown,
    pub(super) dialog: Option<Dialog>,
    /// A path that is asked for, where the system has no file dialog.
    pub(super) typed: Option<files::typed::State>,
    /// What is asked before, for what was typed would be lost.
    pub(super) leaving: Option<Leaving>,
    /// The user guide, while it is open.
    pub(super) guide: Option<guide::State>,
    pub(super) toasts: Toasts,
    /// Questions and changes that are under way.
    pub(super) work: Work,
    /// What was typed into fields and is not in the file.
    pub(super) drafts: Drafts,
    /// Where that is kept, should the program end before it can be written.
    pub(super) recovery: Recovery,
    /// The backups of the open file, and how it stands with them.
    pub(super) backups: Backups,
    /// The key of a field that is to get the focus once it is on show.
    pub(super) sought: Option<String>,
    /// Short name of the office, under the name of the program.
    pub(super) office: Option<String>,
    /// Size in logical pixels.
    pub(super) size: Size,
    /// The window closes as soon as nothing is under way.
    pub(super) closing: Closing,
    shade: Cell<usize>,
}

/// How long is waited for what comes soon.
pub(super) const SOON: std::time::Duration = std::time::Duration::from_millis(20);

/// The dialog over the screen.
pub(super) enum Dialog {
    /// Ctrl+K.
    Everywhere(Box<everywhere::State>),
    /// A new session.
    NewSession(Box<new_session::State>),
    /// What could not be saved.
    Unsaved,
    /// Of the backups.
    Backups(Box<backup_dialogs::State>),
    /// The window closes once there is a backup, or it is said why there is none.
    Closing(Option<StoreError>),
}

impl App {
    /// The window at its start, opening its data file: the one that was named, else the one
    /// opened last, else the usual one.
    pub fn boot(mut machine: Machine, named: Option<PathBuf>) -> (Self, Task<Message>) {
        machine.number_itself();
        let source = Source::of(named, machine.last_file.clone());
        let app = Self {
            locale: Locale::new(machine.language()),
            recovery: Recovery::of(&machine),
            backups: Backups::default(),
            machine,
            data: Data::Opening,
            screen: Shown::Home(Box::default()),
            dialog: None,
            typed: None,
            leaving: None,
            guide: None,
            toasts: Toasts::default(),
            work: Work::default(),
            drafts: Drafts::default(),
            sought: None,
            office: None,
            size: window_size::USUAL,
            closing: Closing::No,
            shade: Cell::default(),
        };
        // Without a home folder there is no usual place: the file dialog asks.
        let task = match source {
            Some(source) => open(source),
            None => Task::done(Message::PickDataFile),
        };
        (app, task)
    }

    /// What screens see of the window, once a data file is open.
    pub(super) fn context(&self) -> Option<Context<'_>> {
        Some(context_of(
            self.data.store()?,
            &self.locale,
            &self.machine,
            &self.drafts,
            &self.backups,
            self.size,
        ))
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        self.drafts.stamp(|| self.spot());
        let task = self.react(message);
        self.recovery.follow(&self.drafts, self.data.path());
        task
    }

    /// What a message means; others that follow from it come here, too.
    pub(super) fn react(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Measured(measured) => self.measured(measured),
            Message::Open(source) => self.open_other(source),
            Message::OfFile(path, message) if self.data.path() == Some(&path) => self.react(*message),
            Message::Opened(source, answer) if self.waits_for_former(&source) => {
                job::pause(SOON).map(move |()| Message::Opened(source.clone(), answer.clone()))
            }
            Message::Opened(source, Ok(ready)) => self.opened(source, ready),
            Message::Opened(source, Err(error)) => self.refuse(source, error),
            Message::Offices(Ok(offices)) => {
                self.office = offices.into_iter().next().map(|one| one.details.short_name);
                Task::none()
            }
            Message::Offices(Err(error)) => self.fail(&error.explain()),
            Message::Screen(message) => self.update_screen(message),
            Message::Answered(ticket, message) => match self.work.answered(ticket) {
                Fate::Shown => {
                    let shown = self.update_screen(message);
                    Task::batch([shown, self.seek()])
                }
                Fate::Dropped => self.catch_up(),
            },
            Message::Came(visit, message) if visit == self.work.visit() => self.update_screen(message),
            Message::Finished(visit, finished) if visit == self.work.visit() => {
                self.update_screen(finished.message)
            }
            Message::Finished(_, finished) => self.tell(finished.told),
            Message::Written(visit, written) => self.written(visit, *written),
            Message::Go(place) => self.go(place),
            Message::See(goal) => self.see(goal),
            Message::Turn(direction, step) => self.turn(direction, step),
            Message::Turned(direction, answer) => self.turned(direction, answer),
            Message::SearchEverywhere => self.search_everywhere(),
            Message::Everywhere(message) => self.update_everywhere(message),
            Message::Help => self.help(),
            Message::Guide(message) => self.update_guide(message),
            Message::Import(session, lists) => self.import_into(session, lists),
            Message::NewSession(message) => self.update_new_session(message),
            Message::Created(answer, lists) => self.created(answer, lists),
            Message::ListsPicked(lists) if !lists.is_empty() => self.ask_new_session(lists),
            Message::PickDataFile => {
                let near = self.data.path().map(PathBuf::from);
                data::pick("window-open-other", near, &self.locale).map(Message::DataFilePicked)
            }
            Message::DataFilePicked(Some(path)) => self.open_other(Source::Named(path)),
            Message::NewDataFile => match data::free_usual_place() {
                Some(path) => self.open_other(Source::New(path)),
                None => data::pick_new(&self.locale).map(Message::NewDataFilePicked),
            },
            Message::NewDataFilePicked(Some(path)) => self.open_other(Source::New(path)),
            Message::TryAgain => match &self.data {
                Data::Refused(refused) => open(refused.source.clone()),
                Data::Opening | Data::Open(_) => Task::none(),
            },
            Message::Refused(message) => self.update_refused(message),
            Message::ShowUnsaved => {
                self.dialog = Some(Dialog::Unsaved);
                Task::none()
            }
            Message::EditUnsaved(key) => self.edit_unsaved(key),
            Message::DropUnsaved(key) => self.drop_unsaved(&key),
            Message::Found => {
                self.sought = None;
                Task::none()
            }
            Message::Heard(heard) => self.hear(heard),
            Message::Called(caller) => single_instance::come_forward(caller),
            Message::Leave => self.leave(),
            Message::BackedUpToClose(done) => self.backed_up_to_close(done),
            Message::CloseNow => window_size::place().map(Message::Left),
            Message::BackupsChanged => self.backups_changed(),
            Message::BackedUp(done) => self.backed_up(done),
            Message::Checked(report) => self.checked(report),
            Message::ClockLookedAt(is_impossible) => self.clock_looked_at(is_impossible),
            Message::BackupDialog(message) => self.update_backup_dialog(message),
            Message::WrittenElsewhere(answer) => self.written_elsewhere(answer),
            Message::Left(place) => {
                // How the window was left.
                self.machine.window.leave(place);
                self.machine.save();
                iced::exit()
            }
            Message::PathAsked(request) => self.path_asked(*request),
            Message::Path(message) => self.update_path(message),
            Message::OpenMade(path) => files::show(path).map(Message::MadeOpened),
            Message::MadeOpened(Some(reason)) => self.fail(&reason),
            Message::CloseToast(id) => {
                self.toasts.close(id);
                Task::none()
            }
            Message::CloseDialog => {
                self.dialog = None;
                self.closing = Closing::No;
                Task::none()
            }
            Message::AskToDiscard(Leaving::Dialog)
                if self.dialog.is_none() && self.screen.dialog_is_passing() =>
            {
                self.shortcut(Shortcut::Escape)
            }
            Message::AskToDiscard(leaving) => {
                self.leaving = Some(leaving);
                Task::none()
            }
            Message::Discard => self.discard(),
            Message::Stay => {
                self.leaving = None;
                Task::none()
            }
            Message::Came(..)
            | Message::OfFile(..)
            | Message::MadeOpened(None)
            | Message::ListsPicked(_)
            | Message::DataFilePicked(None)
            | Message::NewDataFilePicked(None)
            | Message::Repaint => Task::none(),
        }
    }

    fn measured(&mut self, measured: window_size::Measured) -> Task<Message> {
        let scale = self.scale_factor();
        if measured.text_scale != scale {
            // The text took another size while the system was asked: what it said may mix both.
            return window_size::measure(self.size, scale).map(Message::Measured);
        }
        let mend = self.machine.window.take_in(measured);
        self.rescaled(scale);
        window_size::mend(mend)
    }

    /// The text had this scale before. The window keeps its size on the screen, and says nothing of
    /// what that is in its new pixels.
    pub(super) fn rescaled(&mut self, before: f32) {
        self.size = self.size * (before / self.scale_factor());
    }

    fn opened(&mut self, source: Source, ready: Ready) -> Task<Message> {
        let store = &ready.store;
        // At the very first start nobody looks for anything else.
        if ready.begun && !matches!(source, Source::Usual(_)) {
            let told = Sentence::new("window-new-file-made").with("file", store.path().display().to_string());
            self.toasts.show(Tone::Green, self.locale.say(&told), None);
        }
        if let Some(error) = &ready.not_restored {
            self.toasts.show(Tone::Danger, self.locale.explain(error.as_ref()), None);
        }
        if let Some(restored) = &ready.restored {
            self.toasts.show(Tone::Green, self.locale.say(&restored.explain()), None);
        }
        let path = source.into_path();
        let read_only = store.access() == Access::Read;
        self.part_from_former(&path);
        self.data = Data::Open(ready);
        let kept = self.keep_backups();
        let clock = self.look_at_clock();
        self.dialog = None;
        self.toasts.withdraw_offers();
        if !read_only && self.machine.last_file.as_ref() != Some(&path) {
            self.machine.last_file = Some(path.clone());
            self.machine.save();
        }
        let shown = self.show(Shown::Home(Box::default()));
        let offices = self.ask_offices();
        Task::batch([shown, offices, kept, clock, self.recover(&path)])
    }

    fn look_at_clock(&self) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        let looked = job::ask(store.is_clock_impossible());
        self.of_file(looked.map(|is_impossible| Message::ClockLookedAt(is_impossible.unwrap_or(false))))
    }

    fn ask_offices(&self) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        self.of_file(job::ask(store.organisations()).map(Message::Offices))
    }

    /// What is told of the data file that is open now, and of no other.
    pub(super) fn of_file(&self, told: Task<Message>) -> Task<Message> {
        let Some(path) = self.data.path().map(PathBuf::from) else { return told };
        told.map(move |message| Message::OfFile(path.clone(), Box::new(message)))
    }

    /// Asks again for all that is on show.
    pub(super) fn reload(&self) -> Task<Message> {
        let Some(context) = self.context() else { return Task::none() };
        let ticket = self.work.ticket();
        self.screen.load(context).map(move |message| Message::Answered(ticket, message))
    }

    /// Asks again for what is not as it is shown, once all changes are answered.
    pub(super) fn catch_up(&mut self) -> Task<Message> {
        let Some(news) = self.work.take_news() else { return Task::none() };
        let offices = match news.concerns(&["organisation"]) {
            true => self.ask_offices(),
            false => Task::none(),
        };
        let shown = match news.concerns(self.screen.reads()) {
            true => self.reload(),
            false => Task::none(),
        };
        Task::batch([offices, shown])
    }

    pub(super) fn update_screen(&mut self, message: ScreenMessage) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        let context = context_of(store, &self.locale, &self.machine, &self.drafts, &self.backups, self.size);
        let action = self.screen.update(message, context);
        self.perform(action)
    }

    /// Whether a dialog is open, of the window or of the screen.
    pub(super) fn has_dialog(&self) -> bool {
        let of_screen = || self.context().is_some_and(|context| self.screen.dialog(context).is_some());
        self.leaving.is_some() || self.typed.is_some() || self.dialog.is_some() || of_screen()
    }

    /// Tells how something went.
    pub(super) fn tell(&mut self, told: Told) -> Task<Message> {
        match told {
            Ok(news) => {
                self.toasts.show_leading(self.locale.say(&news), None, files::made(&news).map(Lead::Open));
                Task::none()
            }
            Err(reason) => self.fail(&reason),
        }
    }

    /// The title bar.
    pub fn title(&self) -> String {
        let name = self.locale.text("window-name");
        match &self.office {
            Some(office) => format!("{name} – {office}"),
            None => name,
        }
    }

    /// Text size as a zoom of the whole window.
    pub fn scale_factor(&self) -> f32 {
        self.machine.text_scale()
    }

    /// Keys, dropped files, the window's size and its closing, and further starts.
    pub fn subscription(&self) -> Subscription<Message> {
        let written = self.data.store().filter(|store| store.access() == Access::Write);
        let called = written.map_or_else(Subscription::none, |store| single_instance::listen(store.path()));
        let heard = Subscription::batch([shortcut::listen(), super::signals::listen()]);
        let asked = files::request::listen().map(|request| Message::PathAsked(Box::new(request)));
        Subscription::batch([heard.map(Message::Heard), called.map(Message::Called), asked])
    }

    /// The window's ground. The software renderer repaints each thing that changed
    /// as a region of its own, and each region costs a pass over the whole window:
    /// when many things change, one region is twenty times quicker. A ground one
    /// shade different makes the whole window that region.
    ///
    /// It is asked for once after the messages of a moment, however many they were; typing
    /// brings none. Eight shades, because that may happen more than once between two frames: of
    /// two, every second answer would find the shade that is on show.
    pub fn style(&self) -> iced::theme::Style {
        self.shade.set((self.shade.get() + 1) % palette::CANVASES.len());
        let ground = palette::CANVASES[self.shade.get()];
        iced::theme::Style { background_color: ground, text_color: palette::INK }
    }
}

pub(super) fn open(source: Source) -> Task<Message> {
    data::open(source).map(opened)
}

pub(super) fn opened((source, answer): (Source, Result<Ready, StoreError>)) -> Message {
    Message::Opened(source, answer)
}

fn context_of<'a>(
    store: &'a Store,
    locale: &'a Locale,
    machine: &'a Machine,
    drafts: &'a Drafts,
    backups: &'a Backups,
    size: Size,
) -> Context<'a> {
    Context { locale, store, machine, drafts, backups: backups.state(), size }
}
