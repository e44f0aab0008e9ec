//! One thing that can be done: a button of a [`bar`](super::bar), a line of a menu.

use super::button;
use super::press::Press;
use crate::app::icon::Icon;

/// What can be done, and what choosing it says.
#[derive(Debug, Clone)]
pub struct Command<Message> {
    pub(super) icon: Icon,
    pub(super) label: String,
    pub(super) id: &'static str,
    pub(super) key: &'static str,
    pub(super) on_press: Option<Message>,
    pub(super) takes_away: bool,
    pub(super) only_in_menu: bool,
    pub(super) stays: bool,
    pub(super) copies: bool,
}

/// Something that can be done. Without [`Command::on_press`] it cannot be done now.
pub fn command<Message>(icon: Icon, label: impl Into<String>) -> Command<Message> {
    Command {
        icon,
        label: label.into(),
        id: "",
        key: "",
        on_press: None,
        takes_away: false,
        only_in_menu: false,
        stays: false,
        copies: false,
    }
}

impl<Message> Command<Message> {
    /// Names it, for tests.
    #[must_use]
    pub fn id(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }

    /// What choosing it says.
    #[must_use]
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// What choosing it says; it cannot be done now when `None`.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// The key that does the same, as a menu shows it.
    #[must_use]
    pub fn key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// It takes something away.
    #[must_use]
    pub fn takes_away(mut self) -> Self {
        self.takes_away = true;
        self
    }

    /// So seldom wanted that a bar shows it in its menu only.
    #[must_use]
    pub fn only_in_menu(mut self) -> Self {
        self.only_in_menu = true;
        self
    }

    /// The menu stays open after it: one of several that are ticked.
    #[must_use]
    pub fn stays(mut self) -> Self {
        self.stays = true;
        self
    }

    /// In the menu of a row: it copies what Ctrl+C copies.
    #[must_use]
    pub fn copies(mut self) -> Self {
        self.copies = true;
        self
    }

    /// The same in the messages of what it stands in.
    pub fn map<N>(self, wrap: impl FnOnce(Message) -> N) -> Command<N> {
        let Self { icon, label, id, key, on_press, takes_away, only_in_menu, stays, copies } = self;
        let on_press = on_press.map(wrap);
        Command { icon, label, id, key, on_press, takes_away, only_in_menu, stays, copies }
    }
}

impl<Message> Command<Message> {
    /// With further words behind its own.
    pub(super) fn saying(mut self, more: &str) -> Self {
        self.label = format!("{} · {more}", self.label);
        self
    }

    /// Whether choosing it does anything now.
    pub(super) fn can_be_chosen(&self) -> bool {
        self.on_press.is_some() || self.copies
    }
}

impl<Message: Clone> Command<Message> {
    /// It as a small button.
    pub fn button<'a>(&self) -> Press<'a, Message>
    where
        Message: 'a,
    {
        let button = match self.takes_away {
            true => button::danger_small(Some(self.icon), self.label.clone()),
            false => button::secondary_small(Some(self.icon), self.label.clone()),
        };
        let button = button.on_press_maybe(self.on_press.clone());
        if self.id.is_empty() { button } else { button.id(self.id) }
    }
}
