//! The keys that work everywhere, and their sheet (in the guide).

use iced::event::Status;
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Event, window};

use super::widget::table::Selection;

/// What a key of the whole window means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+F: into the search field.
    Find,
    /// Ctrl+K: search everywhere.
    Everywhere,
    /// Ctrl+N: a new one of what the page lists.
    New,
    /// Ctrl+P: to the papers.
    Print,
    /// Ctrl+O: a list from Excel.
    Open,
    /// Ctrl+V where no field takes it: cells that were copied in Excel.
    Paste,
    /// Delete: what is selected goes.
    Delete,
    /// Alt+↑: what is chosen goes up.
    Up,
    /// Alt+↓: what is chosen goes down.
    Down,
    /// Ctrl+S: save. Fields have saved by the time this arrives.
    Save,
    /// Ctrl+Z.
    Undo,
    /// Ctrl+Y, Ctrl+Shift+Z.
    Redo,
    /// F1: the guide, at the page about what is on show.
    Help,
    /// Esc: closes what is open.
    Escape,
    /// F2 to F6: what a page does with somebody, beside Enter.
    Function(u8),
    /// Shift+F3: the row before that was found.
    Before,
    /// The menu key, Shift+F10: what can be done with what is chosen.
    Menu,
    /// A letter or digit where no field takes it: a scanner types wherever the focus stands.
    Letter(char),
}

impl Shortcut {
    /// The row found next, or before, that this leads to: F3 and Shift+F3, as Enter in the search field.
    pub fn step(self, selection: &Selection, rows: usize) -> Option<Selection> {
        match self {
            Self::Function(3) => selection.stepped(rows, true),
            Self::Before => selection.stepped(rows, false),
            _ => None,
        }
    }
}

/// The shortcut of a key that no control took.
fn of_key(key: &Key, modifiers: Modifiers) -> Option<Shortcut> {
    if modifiers.alt() {
        return match key.as_ref() {
            Key::Named(Named::ArrowUp) if !modifiers.command() => Some(Shortcut::Up),
            Key::Named(Named::ArrowDown) if !modifiers.command() => Some(Shortcut::Down),
            _ => None,
        };
    }
    let found = match (key.as_ref(), modifiers.command()) {
        (Key::Named(Named::F1), false) => Shortcut::Help,
        (Key::Named(Named::F2), false) => Shortcut::Function(2),
        (Key::Named(Named::F3), false) if modifiers.shift() => Shortcut::Before,
        (Key::Named(Named::F3), false) => Shortcut::Function(3),
        (Key::Named(Named::F4), false) => Shortcut::Function(4),
        (Key::Named(Named::F5), false) => Shortcut::Function(5),
        (Key::Named(Named::F6), false) => Shortcut::Function(6),
        (Key::Named(Named::ContextMenu), false) => Shortcut::Menu,
        (Key::Named(Named::F10), false) if modifiers.shift() => Shortcut::Menu,
        (Key::Named(Named::Escape), false) => Shortcut::Escape,
        (Key::Named(Named::Delete), false) => Shortcut::Delete,
        (Key::Character(letter), true) => match (letter.to_lowercase().as_str(), modifiers.shift()) {
            ("f", false) => Shortcut::Find,
            ("k", false) => Shortcut::Everywhere,
            ("n", false) => Shortcut::New,
            ("p", false) => Shortcut::Print,
            ("o", false) => Shortcut::Open,
            ("v", false) => Shortcut::Paste,
            ("s", false) => Shortcut::Save,
            ("z", false) => Shortcut::Undo,
            ("y", false) | ("z", true) => Shortcut::Redo,
            _ => return None,
        },
        (Key::Character(letter), false) => {
            let mut letters = letter.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Shortcut::Letter(letter),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(found)
}

/// What the window hears from outside its controls.
#[derive(Debug, Clone)]
pub enum Heard {
    /// A shortcut.
    Shortcut(Shortcut),
    /// A file was dropped on the window.
    Dropped(std::path::PathBuf),
    /// The window has this size now, in logical pixels.
    Resized(iced::Size),
    /// The user closes the window.
    CloseRequested,
    /// The system ends the program.
    Terminated,
}

/// Listens to the whole window.
pub fn listen() -> iced::Subscription<Heard> {
    iced::event::listen_with(|event, status, _| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if status == Status::Ignored => {
            of_key(&key, modifiers).map(Heard::Shortcut)
        }
        Event::Window(window::Event::FileDropped(path)) => Some(Heard::Dropped(path)),
        Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
            Some(Heard::Resized(size))
        }
        Event::Window(window::Event::CloseRequested) => Some(Heard::CloseRequested),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(letter: &str) -> Key {
        Key::Character(letter.into())
    }

    #[test]
    fn shortcuts_are_found_with_their_modifiers_only() {
        let ctrl = Modifiers::CTRL;
        assert_eq!(of_key(&letter("z"), ctrl), Some(Shortcut::Undo));
        assert_eq!(of_key(&letter("Z"), ctrl | Modifiers::SHIFT), Some(Shortcut::Redo));
        assert_eq!(of_key(&letter("y"), ctrl), Some(Shortcut::Redo));
        assert_eq!(of_key(&letter("f"), Modifiers::empty()), Some(Shortcut::Letter('f')));
        // AltGr types letters on some keyboards.
        assert_eq!(of_key(&letter("n"), ctrl | Modifiers::ALT), None);
        assert_eq!(of_key(&Key::Named(Named::ArrowUp), Modifiers::ALT), Some(Shortcut::Up));
        assert_eq!(of_key(&Key::Named(Named::ArrowUp), Modifiers::empty()), None);
        assert_eq!(of_key(&Key::Named(Named::F1), Modifiers::empty()), Some(Shortcut::Help));
    }
}
