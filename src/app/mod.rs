//! The window.
//!
//! [`App`] owns the open data file, the screen on show, the dialog over it and
//! the toasts; [`shell`] draws what stands around a screen. A screen answers a
//! message with an [`Action`](screen::Action), and `perform` carries it out: a
//! screen never touches the window, another screen, or the disk. `README.md`
//! beside this file tells how to add one.

mod backup_dialogs;
mod backups;
mod closing;
mod data;
mod display;
mod dropped;
mod everywhere;
mod files;
mod going;
mod guide;
mod hearing;
pub mod icon;
mod import;
pub mod job;
mod leaving;
mod line_words;
mod machine;
mod message;
mod new_session;
mod perform;
pub mod preview;
mod printers;
mod recovery;
mod refused;
pub mod screen;
mod shell;
mod shortcut;
mod shown;
mod signals;
mod single_instance;
mod state;
mod system;
pub mod theme;
mod toasts;
mod unsaved;
pub mod widget;
mod window_size;
mod work;
#[cfg(test)]
mod write_path_tests;

use std::path::PathBuf;

pub use display::Failure;
pub use machine::Machine;
pub use message::Message;
pub use shortcut::{Heard, Shortcut};
pub use shown::ScreenMessage;
pub use state::App;
pub use window_size::Measured;

use data::Source;
use display::Found;
use theme::text;

/// Opens the window on a data file: this one, or the one opened last, or the
/// usual one, which is made when it is not there. Returns when it is closed, or at once when a
/// window that has this file came forward instead. A package of attendance is taken in as if it were
/// dropped on the window; the one that came forward does not get it. The caller says what failed.
pub fn run(data: Option<PathBuf>, package: Option<PathBuf>) -> Result<Ended, Failure> {
    let machine = Machine::load();
    let source = Source::of(data.clone(), machine.last_file.clone());
    if source.is_some_and(|source| single_instance::bring_forward(source.path())) {
        return Ok(Ended::OtherCameForward);
    }
    let ended = display::run(|found| open(machine, data, package, found));
    machine::finish_saving();
    ended.map(|()| Ended::Closed)
}

/// How a start of the window ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The window was closed.
    Closed,
    /// None opened: another that has the file came forward.
    OtherCameForward,
}

fn open(machine: Machine, data: Option<PathBuf>, package: Option<PathBuf>, found: Found) -> iced::Result {
    let window = iced::window::Settings {
        // What is typed is committed first.
        exit_on_close_request: false,
        icon: icon(),
        platform_specific: platform(),
        ..machine.window.settings(machine.text_scale())
    };
    let boot = move || {
        found.set();
        let (app, opening) = App::boot(machine.clone(), data.clone());
        match package.clone() {
            Some(package) => (app, opening.chain(iced::Task::done(Message::Heard(Heard::Dropped(package))))),
            None => (app, opening),
        }
    };
    iced::application(boot, App::update, App::view)
        .settings(settings())
        .window(window)
        .title(App::title)
        .theme(|_: &App| theme::theme())
        .style(|app: &App, _| app.style())
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
        .run()
}

/// The icon of the window, where the system shows one.
fn icon() -> Option<iced::window::Icon> {
    const ICON: &[u8] = include_bytes!("../../assets/icons/taphuan.png");
    let picture = image::load_from_memory_with_format(ICON, image::ImageFormat::Png).ok()?.into_rgba8();
    let (width, height) = picture.dimensions();
    iced::window::icon::from_rgba(picture.into_raw(), width, height).ok()
}

/// Typefaces and sizes of the window.
pub fn settings() -> iced::Settings {
    iced::Settings {
        id: Some("taphuan".to_owned()),
        fonts: text::FONTS.iter().map(|font| (*font).into()).collect(),
        default_font: text::REGULAR,
        default_text_size: text::Role::Body.size().into(),
        ..iced::Settings::default()
    }
}

/// The name by which desktops on Linux find the window's icon and group.
#[cfg(target_os = "linux")]
fn platform() -> iced::window::settings::PlatformSpecific {
    iced::window::settings::PlatformSpecific {
        application_id: "taphuan".to_owned(),
        ..iced::window::settings::PlatformSpecific::default()
    }
}

#[cfg(not(target_os = "linux"))]
fn platform() -> iced::window::settings::PlatformSpecific {
    iced::window::settings::PlatformSpecific::default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_window_has_its_icon() {
        assert!(super::icon().is_some());
    }
}
