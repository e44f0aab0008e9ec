//! A window to click and type in, on a data file of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced_test::Simulator;
use iced_test::selector::{Candidate, id};
use taphuan::app::screen::{Goal, Route};
use taphuan::app::widget::bar;
use taphuan::app::{App, Heard, Machine, Message, theme};
use taphuan::store::{Access, Store};

/// The window with its data file in a folder that goes with it.
pub struct Window {
    pub app: App,
    pub path: PathBuf,
    /// What is in view: a test that would have to scroll makes it taller.
    pub size: (f32, f32),
    _folder: tempfile::TempDir,
}

pub fn settings() -> iced::Settings {
    iced::Settings {
        fonts: theme::text::FONTS.iter().map(|font| (*font).into()).collect(),
        default_font: theme::text::REGULAR,
        ..iced::Settings::default()
    }
}

/// Carries out a task and feeds its messages back. All that is under way goes on side by side, as
/// in the window: what asks every second whether other work is done must not keep it from ending.
fn carry_out(app: &mut App, task: iced::Task<Message>) {
    let mut under_way = iced::futures::stream::SelectAll::new();
    under_way.extend(iced_test::runtime::task::into_stream(task));
    while let Some(action) = iced::futures::executor::block_on(iced::futures::StreamExt::next(&mut under_way))
    {
        if let iced_test::runtime::Action::Output(message) = action {
            under_way.extend(iced_test::runtime::task::into_stream(app.update(message)));
        }
    }
}

impl Window {
    /// Opens a window on a new file that `fill` has filled.
    pub fn open(fill: impl FnOnce(&Store)) -> Self {
        Self::open_after(|path| fill(&Store::create(path).expect("made")))
    }

    /// Opens a window after something was done where its file stands, or will stand.
    pub fn open_after<T>(before: impl FnOnce(&Path) -> T) -> Self {
        Self::open_on(Machine::default(), before)
    }

    /// The same with settings of this computer.
    pub fn open_on<T>(machine: Machine, before: impl FnOnce(&Path) -> T) -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("du-lieu.taphuan");
        let _lasts_until_it_is_open = before(&path);
        let (mut app, task) = App::boot(machine, Some(path.clone()));
        carry_out(&mut app, task);
        Self { app, path, size: (1366.0, 768.0), _folder: folder }
    }

    /// Writes a file beside that of the window.
    pub fn write_beside(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path.with_file_name(name);
        std::fs::write(&path, text).expect("written");
        path
    }

    /// Closes the window, has the file edited, and opens it again.
    pub fn reopen_after<T>(self, edit: impl FnOnce(&Store) -> T) -> Self {
        let Self { app, path, size, _folder } = self;
        drop(app);
        edit(&Store::open(&path, Access::Write).expect("open"));
        let (mut app, task) = App::boot(Machine::default(), Some(path.clone()));
        carry_out(&mut app, task);
        let mut window = Self { app, path, size, _folder };
        window.resize(size.0, size.1);
        window
    }

    /// Whether something of this name stands in the window.
    pub fn has(&self, name: &'static str) -> bool {
        let mut ui = Simulator::with_size(settings(), self.size, self.app.view());
        ui.find(id(name)).is_ok()
    }

    /// Makes the window so large.
    pub fn resize(&mut self, width: f32, height: f32) {
        self.size = (width, height);
        self.hear(Heard::Resized(iced::Size::new(width, height)));
    }

    /// What the data file holds now.
    pub fn store(&self) -> Store {
        Store::open(&self.path, Access::Read).expect("open")
    }

    pub fn act(&mut self, act: impl FnOnce(&mut Simulator<'_, Message>)) {
        let mut ui = Simulator::with_size(settings(), self.size, self.app.view());
        let now = iced::window::Event::RedrawRequested(std::time::Instant::now());
        let _ = ui.simulate([iced::Event::Window(now)]);
        act(&mut ui);
        let messages: Vec<Message> = ui.into_messages().collect();
        for message in messages {
            let task = self.app.update(message);
            carry_out(&mut self.app, task);
        }
    }

    /// Does several things one after the other before any of them is answered: faster than the disk.
    pub fn act_before_answers(
        &mut self,
        acts: impl IntoIterator<Item = impl FnOnce(&mut Simulator<'_, Message>)>,
    ) {
        let mut tasks = Vec::new();
        for act in acts {
            let mut ui = Simulator::with_size(settings(), self.size, self.app.view());
            act(&mut ui);
            let messages: Vec<Message> = ui.into_messages().collect();
            tasks.extend(messages.into_iter().map(|message| self.app.update(message)));
        }
        carry_out(&mut self.app, iced::Task::batch(tasks));
    }

    /// Shows another page.
    pub fn go(&mut self, page: Route) {
        let task = self.app.update(Message::Go(page));
        carry_out(&mut self.app, task);
    }

    /// Shows something on a page, by the key of it.
    pub fn see(&mut self, place: Route, key: &str) {
        let task = self.app.update(Message::See(Goal { place, key: Some(key.to_owned()) }));
        carry_out(&mut self.app, task);
    }

    /// Carries out a task of the window.
    pub fn carry_out(&mut self, task: iced::Task<Message>) {
        carry_out(&mut self.app, task);
    }

    /// Presses what shows this text.
    pub fn click(&mut self, text: &str) {
        self.act(|ui| {
            if ui.find(text).is_err() {
                open_menu_with(ui, |ui| ui.find(text).is_ok());
            }
            let _ = ui.click(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        });
    }

    /// Presses what has this name.
    pub fn press(&mut self, name: &'static str) {
        self.act(|ui| {
            if ui.find(id(name)).is_err() {
                open_menu_with(ui, |ui| ui.find(id(name)).is_ok());
            }
            let _ = ui.click(id(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        });
    }

    /// Types over what stands in a field, and leaves it with Enter.
    pub fn type_into(&mut self, name: &'static str, text: &str) {
        self.act(|ui| {
            let _ = ui.click(id(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            let all = Key::Character("a".into());
            let _ = ui.simulate([
                modifiers(Modifiers::CTRL),
                key_event(all, Modifiers::CTRL),
                modifiers(Modifiers::empty()),
            ]);
            let _ = ui.typewrite(text);
            let _ = ui.tap_key(Named::Enter);
        });
    }

    /// Whether a text stands in the window, and has room there.
    pub fn shows(&self, text: &str) -> bool {
        let mut ui = Simulator::with_size(settings(), self.size, self.app.view());
        ui.find(text).is_ok_and(|found| found.bounds().width >= 1.0)
    }

    /// A key of the whole window.
    pub fn shortcut(&mut self, shortcut: taphuan::app::Shortcut) {
        self.hear(Heard::Shortcut(shortcut));
    }

    /// What the system tells the window.
    pub fn hear(&mut self, heard: Heard) {
        let task = self.app.update(Message::Heard(heard));
        carry_out(&mut self.app, task);
    }
}

/// Opens the menu "⋯" of a bar in which something is found, if there is one.
pub fn open_menu_with(
    ui: &mut Simulator<'_, Message>,
    mut has: impl FnMut(&mut Simulator<'_, Message>) -> bool,
) {
    let menus = Arc::new(Mutex::new(Vec::new()));
    let seen = menus.clone();
    let _ = ui.find(move |candidate: Candidate<'_>| -> Option<()> {
        if let Candidate::Focusable { id: Some(id), bounds, .. } = candidate
            && *id == iced::widget::Id::new(bar::MORE)
        {
            seen.lock().expect("one thread").push(bounds.center());
        }
        None
    });
    let menus = std::mem::take(&mut *menus.lock().expect("one thread"));
    for at in menus {
        ui.point_at(at);
        let _ = ui.simulate(iced_test::simulator::click());
        if has(ui) {
            return;
        }
        let _ = ui.tap_key(Named::Escape);
    }
}

pub fn modifiers(modifiers: Modifiers) -> iced::Event {
    iced::Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers))
}

pub fn key_event(key: Key, modifiers: Modifiers) -> iced::Event {
    iced::Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
        key,
        location: keyboard::Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    })
}

/// The file of a window while it is not where it was opened: it takes no writes.
pub struct Out {
    path: PathBuf,
    away: PathBuf,
}

impl Out {
    pub fn of(window: &Window) -> Self {
        let (path, away) = (window.path.clone(), window.path.with_extension("away"));
        std::fs::rename(&path, &away).expect("moved");
        Self { path, away }
    }

    pub fn back(self) {
        std::fs::rename(self.away, self.path).expect("moved back");
    }
}
