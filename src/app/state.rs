//! The state of the window, and what happens in it.

use std::path::PathBuf;

use iced::{Element, Size, Subscription, Task};

use super::data::{self, Data};
use super::machine::Machine;
use super::screen::{self, Context, Place, Written, home, session, sessions, settings, topics, units};
use super::shortcut::{self, Heard, Shortcut};
use super::theme::palette::{self, Tone};
use super::toasts::{Offer, Toasts};
use super::widget::search;
use super::{job, new_session, shell};
use crate::cli::default_data_file;
use crate::domain::id::SessionId;
use crate::domain::organisation::Organisation;
use crate::locale::Locale;
use crate::message::{Explain, Message as Sentence};
use crate::store::{Access, Store, StoreError};

/// The window.
pub struct App {
    pub(super) locale: Locale,
    pub(super) machine: Machine,
    pub(super) data: Data,
    pub(super) screen: Screen,
    pub(super) dialog: Option<Dialog>,
    pub(super) toasts: Toasts,
    /// Short name of the office, under the name of the program.
    pub(super) office: Option<String>,
    /// Size in logical pixels.
    pub(super) size: Size,
    /// Changes of the data that are under way; closing waits for them.
    pub(super) writing: usize,
    closing: bool,
    shade: bool,
}

/// The screen on show.
pub(super) enum Screen {
    Home(home::State),
    Sessions(sessions::State),
    Session(Box<session::State>),
    Topics(Box<topics::State>),
    Units(Box<units::State>),
    Settings(settings::State),
}

/// The dialog over the screen.
pub(super) enum Dialog {
    /// F1.
    Shortcuts,
    /// A new session.
    NewSession(Box<new_session::State>),
}

/// What happens in the window.
#[derive(Clone)]
pub enum Message {
    /// A data file was opened, or not.
    Opened(PathBuf, Result<Store, StoreError>),
    /// The offices of the data file.
    Offices(Result<Vec<Organisation>, StoreError>),
    /// On the screen on show.
    Screen(ScreenMessage),
    /// Another screen is wanted.
    Go(Place),
    /// A change of the data was answered.
    Written(Written<ScreenMessage>),
    /// What was done last, to be told with "Hoàn tác".
    Announce(Option<Sentence>),
    /// A step back or forward is wanted.
    Turn(Offer),
    /// A step was turned; `None` when there was none.
    Turned(Offer, Result<Option<Sentence>, StoreError>),
    /// In the dialog for a new session.
    NewSession(new_session::Message),
    /// A session was made, with lists to import.
    Created(Result<SessionId, StoreError>, Vec<PathBuf>),
    /// The samples were made.
    Planted(Result<(), Sentence>),
    /// Lists for a new session were chosen; none when the dialog was closed.
    ListsPicked(Vec<PathBuf>),
    /// The file dialog for a data file is wanted.
    PickDataFile,
    /// A data file was chosen.
    DataFilePicked(Option<PathBuf>),
    /// The file that was refused is tried again.
    TryAgain,
    /// A backup is to take its place.
    PickBackup,
    /// A backup was chosen.
    BackupPicked(Option<PathBuf>),
    /// Keys, files and the window itself.
    Heard(Heard),
    /// Closes a toast.
    CloseToast(u64),
    /// Closes the dialog.
    CloseDialog,
    /// Much of the window changed without a message, as when it is scrolled.
    Repaint,
}

/// What happens on the screens.
#[derive(Clone)]
pub enum ScreenMessage {
    /// Tổng quan.
    Home(home::Message),
    /// Lớp tập huấn.
    Sessions(sessions::Message),
    /// One session.
    Session(session::Message),
    /// Chuyên đề.
    Topics(topics::Message),
    /// Đơn vị.
    Units(units::Message),
    /// Cài đặt.
    Settings(settings::Message),
}

impl App {
    /// The window at its start, opening its data file.
    pub fn boot(machine: Machine, data: Option<PathBuf>) -> (Self, Task<Message>) {
        let last = machine.last_file.clone().filter(|path| path.exists());
        let path = data.or(last).or_else(default_data_file);
        let app = Self {
            locale: Locale::new(machine.language()),
            machine,
            data: Data::Opening,
            screen: Screen::Home(home::State::default()),
            dialog: None,
            toasts: Toasts::default(),
            office: None,
            size: super::SIZE,
            writing: 0,
            closing: false,
            shade: false,
        };
        // Without a home folder there is no usual place: the file dialog asks.
        let task = match path {
            Some(path) => open(path),
            None => Task::done(Message::PickDataFile),
        };
        (app, task)
    }

    /// What screens see of the window, once a data file is open.
    pub(super) fn context(&self) -> Option<Context<'_>> {
        match &self.data {
            Data::Open(store) => {
                Some(Context { locale: &self.locale, store, machine: &self.machine, size: self.size })
            }
            Data::Opening | Data::Refused(..) => None,
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        // Typing never comes here, so whatever does changes much of the window.
        self.shade = !self.shade;
        match message {
            Message::Opened(path, Ok(store)) => self.opened(path, store),
            Message::Opened(path, Err(error)) => {
                self.data = Data::Refused(path, error);
                Task::none()
            }
            Message::Offices(Ok(offices)) => {
                self.office = offices.into_iter().next().map(|one| one.details.short_name);
                Task::none()
            }
            Message::Offices(Err(error)) => self.fail(&error.explain()),
            Message::Screen(message) => self.update_screen(message),
            Message::Go(place) => self.go(place),
            Message::Written(written) => self.written(written),
            Message::Announce(Some(sentence)) => {
                self.announce(&sentence);
                Task::none()
            }
            Message::Turn(way) => self.turn(way),
            Message::Turned(way, answer) => self.turned(way, answer),
            Message::NewSession(message) => self.update_new_session(message),
            Message::Created(answer, list) => self.created(answer, list),
            Message::Planted(Ok(())) => Task::batch([self.reload(), self.announce_last()]),
            Message::Planted(Err(reason)) => self.fail(&reason),
            Message::ListsPicked(lists) if !lists.is_empty() => self.ask_new_session(lists),
            Message::PickDataFile => {
                let (title, kind) =
                    (self.locale.text("window-open-other"), self.locale.text("window-data-files"));
                data::pick(title, kind).map(Message::DataFilePicked)
            }
            Message::DataFilePicked(Some(path)) => open(path),
            Message::TryAgain => match &self.data {
                Data::Refused(path, _) => open(path.clone()),
                Data::Opening | Data::Open(_) => Task::none(),
            },
            Message::PickBackup => {
                let (title, kind) =
                    (self.locale.text("window-pick-backup"), self.locale.text("window-data-files"));
                data::pick(title, kind).map(Message::BackupPicked)
            }
            Message::BackupPicked(Some(backup)) => match &self.data {
                Data::Refused(path, _) => data::restore(path.clone(), backup).map(opened),
                Data::Opening | Data::Open(_) => Task::none(),
            },
            Message::Heard(heard) => self.hear(heard),
            Message::CloseToast(id) => {
                self.toasts.close(id);
                Task::none()
            }
            Message::CloseDialog => {
                self.dialog = None;
                Task::none()
            }
            Message::Announce(None)
            | Message::ListsPicked(_)
            | Message::DataFilePicked(None)
            | Message::BackupPicked(None)
            | Message::Repaint => Task::none(),
        }
    }

    fn opened(&mut self, path: PathBuf, store: Store) -> Task<Message> {
        let read_only = store.access() == Access::Read;
        self.data = Data::Open(store);
        self.screen = Screen::Home(home::State::default());
        self.dialog = None;
        if !read_only && self.machine.last_file.as_ref() != Some(&path) {
            self.machine.last_file = Some(path);
            self.machine.save();
        }
        self.reload()
    }

    /// Asks again for all that is on show.
    pub(super) fn reload(&self) -> Task<Message> {
        let Some(context) = self.context() else { return Task::none() };
        let offices = job::ask(context.store.organisations()).map(Message::Offices);
        let screen = match &self.screen {
            Screen::Home(state) => state.load(context).map(ScreenMessage::Home),
            Screen::Sessions(state) => state.load(context).map(ScreenMessage::Sessions),
            Screen::Session(state) => state.load(context).map(ScreenMessage::Session),
            Screen::Topics(state) => state.load(context).map(ScreenMessage::Topics),
            Screen::Units(state) => state.load(context).map(ScreenMessage::Units),
            Screen::Settings(state) => state.load(context).map(ScreenMessage::Settings),
        };
        Task::batch([offices, screen.map(Message::Screen)])
    }

    /// Shows another screen.
    pub(super) fn go(&mut self, place: Place) -> Task<Message> {
        self.screen = match (place, &mut self.screen) {
            (Place::Session(id, tab), Screen::Session(state)) if state.id() == id => {
                state.show(tab);
                return Task::none();
            }
            (Place::Home, _) => Screen::Home(home::State::default()),
            (Place::Sessions, _) => Screen::Sessions(sessions::State::default()),
            (Place::Session(id, tab), _) => Screen::Session(Box::new(session::State::new(id, tab))),
            (Place::Topics, _) => Screen::Topics(Box::default()),
            (Place::Units, _) => Screen::Units(Box::default()),
            (Place::Settings, _) => Screen::Settings(settings::State::default()),
        };
        self.reload()
    }

    fn update_screen(&mut self, message: ScreenMessage) -> Task<Message> {
        let Data::Open(store) = &self.data else { return Task::none() };
        let context = Context { locale: &self.locale, store, machine: &self.machine, size: self.size };
        // A message for a screen that has been left meanwhile has no one to hear it.
        let action = match (&mut self.screen, message) {
            (Screen::Home(state), ScreenMessage::Home(message)) => {
                state.update(message, context).map(ScreenMessage::Home)
            }
            (Screen::Sessions(state), ScreenMessage::Sessions(message)) => {
                state.update(message, context).map(ScreenMessage::Sessions)
            }
            (Screen::Session(state), ScreenMessage::Session(message)) => {
                state.update(message, context).map(ScreenMessage::Session)
            }
            (Screen::Topics(state), ScreenMessage::Topics(message)) => {
                state.update(message, context).map(ScreenMessage::Topics)
            }
            (Screen::Units(state), ScreenMessage::Units(message)) => {
                state.update(message, context).map(ScreenMessage::Units)
            }
            (Screen::Settings(state), ScreenMessage::Settings(message)) => {
                state.update(message, context).map(ScreenMessage::Settings)
            }
            _ => screen::Action::None,
        };
        self.perform(action)
    }

    fn hear(&mut self, heard: Heard) -> Task<Message> {
        match heard {
            Heard::Shortcut(shortcut) => self.shortcut(shortcut),
            Heard::Resized(size) => {
                self.size = size;
                Task::none()
            }
            Heard::Dropped(path) if data::is_data_file(&path) => open(path),
            Heard::Dropped(path) => self.dropped(path),
            Heard::CloseRequested if self.writing == 0 => iced::exit(),
            Heard::CloseRequested => {
                self.closing = true;
                Task::none()
            }
        }
    }

    fn dropped(&mut self, list: PathBuf) -> Task<Message> {
        // Of several files, each is dropped on its own.
        if let Some(Dialog::NewSession(state)) = &mut self.dialog {
            state.add_list(list);
            return Task::none();
        }
        if self.dialog.is_some()
            || self.screen_has_dialog()
            || self.context().is_none_or(|context| !context.can_write())
        {
            return Task::none();
        }
        if let Screen::Session(state) = &self.screen {
            return match state.dropped(list) {
                Some(message) => self.update_screen(ScreenMessage::Session(message)),
                None => Task::none(),
            };
        }
        self.ask_new_session(vec![list])
    }

    fn shortcut(&mut self, shortcut: Shortcut) -> Task<Message> {
        if shortcut == Shortcut::Escape && self.dialog.take().is_some() {
            return Task::none();
        }
        // Under a dialog, only what belongs to the dialog works.
        let under_dialog = self.dialog.is_some() || self.screen_has_dialog();
        if under_dialog && shortcut != Shortcut::Escape {
            return Task::none();
        }
        if let Some(message) = self.screen_shortcut(shortcut) {
            return self.update_screen(message);
        }
        match shortcut {
            Shortcut::Find => iced::widget::operation::focus(search::ID),
            Shortcut::Undo => self.turn(Offer::Undo),
            Shortcut::Redo => self.turn(Offer::Redo),
            Shortcut::Help => {
                self.dialog = Some(Dialog::Shortcuts);
                Task::none()
            }
            Shortcut::Save => {
                self.toasts.show(Tone::Green, self.locale.text("window-saved-already"), None);
                Task::none()
            }
            Shortcut::New
            | Shortcut::Print
            | Shortcut::Open
            | Shortcut::Paste
            | Shortcut::Delete
            | Shortcut::Up
            | Shortcut::Down
            | Shortcut::Escape => Task::none(),
        }
    }

    /// Whether the screen on show has a dialog of its own open.
    fn screen_has_dialog(&self) -> bool {
        match &self.screen {
            Screen::Session(state) => state.has_dialog(),
            Screen::Units(state) => state.has_dialog(),
            Screen::Home(_) | Screen::Sessions(_) | Screen::Topics(_) | Screen::Settings(_) => false,
        }
    }

    fn screen_shortcut(&self, shortcut: Shortcut) -> Option<ScreenMessage> {
        match &self.screen {
            Screen::Home(state) => state.shortcut(shortcut).map(ScreenMessage::Home),
            Screen::Sessions(state) => state.shortcut(shortcut).map(ScreenMessage::Sessions),
            Screen::Session(state) => state.shortcut(shortcut).map(ScreenMessage::Session),
            Screen::Topics(state) => state.shortcut(shortcut).map(ScreenMessage::Topics),
            Screen::Units(state) => state.shortcut(shortcut).map(ScreenMessage::Units),
            Screen::Settings(state) => state.shortcut(shortcut).map(ScreenMessage::Settings),
        }
    }

    /// A change of the data is no longer under way.
    pub(super) fn one_written(&mut self) -> Task<Message> {
        self.writing = self.writing.saturating_sub(1);
        if self.closing && self.writing == 0 { iced::exit() } else { Task::none() }
    }

    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        shell::view(self)
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
        f32::from(self.machine.text_size()) / 100.0
    }

    /// Keys, dropped files, the window's size and its closing.
    pub fn subscription(&self) -> Subscription<Message> {
        shortcut::listen().map(Message::Heard)
    }

    /// The window's ground. The software renderer repaints each thing that changed
    /// as a region of its own, and each region costs a pass over the whole window:
    /// when many things change, one region is twenty times quicker. A ground one
    /// shade different makes the whole window that region.
    pub fn style(&self) -> iced::theme::Style {
        let ground = if self.shade { palette::CANVAS_TWIN } else { palette::CANVAS };
        iced::theme::Style { background_color: ground, text_color: palette::INK }
    }
}

fn open(path: PathBuf) -> Task<Message> {
    data::open(path).map(opened)
}

fn opened((path, answer): (PathBuf, Result<Store, StoreError>)) -> Message {
    Message::Opened(path, answer)
}
