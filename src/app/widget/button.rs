//! Buttons: one primary per page at most, secondary for the rest, quiet inside
//! cards and tables, danger for what takes something away.

use iced::widget::row;
use iced::{Alignment, Color, Element};

use super::press::{Look, Press, Status, press};
use crate::app::icon::{self, Icon};
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space};

/// What most users come to this page for.
pub fn primary<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    sized(content(icon, label, icon::SIZE), primary_look).once()
}

/// Any other action.
pub fn secondary<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    sized(content(icon, label, icon::SIZE), secondary_look)
}

/// An action that takes something away. It can be undone, or says first that it cannot.
pub fn danger<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    sized(content(icon, label, icon::SIZE), |status| Look {
        text: if status == Status::Disabled { palette::FAINT } else { palette::DANGER },
        ..secondary_look(status)
    })
}

/// What most users come to this page for, in a bar above what it is done with.
pub fn primary_small<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    small(content(icon, label, icon::SIZE_S), primary_look).once()
}

/// An action without a frame, in cards, banners and tables.
pub fn quiet<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    small(content(icon, label, icon::SIZE_S), quiet_look)
}

/// A secondary action where room is short: above a table, on a card.
pub fn secondary_small<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    small(content(icon, label, icon::SIZE_S), secondary_look)
}

/// Takes something away, where room is short.
pub fn danger_small<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>) -> Press<'a, Message> {
    small(content(icon, label, icon::SIZE_S), |status| Look {
        text: if status == Status::Disabled { palette::FAINT } else { palette::DANGER },
        ..secondary_look(status)
    })
}

/// An icon alone; what it does is said while the pointer rests on it.
pub fn icon_only<'a, Message: 'a>(icon: Icon, does: impl Into<String>) -> Press<'a, Message> {
    press(icon.view(), |status| Look { text: palette::MUTED, ..quiet_look(status) })
        .width(space::CONTROL_S)
        .height(space::CONTROL_S)
        .tip(does)
}

/// The cross that closes what it stands in the corner of. Tab does not stop there: Esc does the
/// same, and is what is said of it.
pub fn cross<'a, Message: 'a>() -> Press<'a, Message> {
    icon_only(Icon::X, "Esc").mouse_only().closes()
}

fn content<'a, Message: 'a>(icon: Option<Icon>, label: impl Into<String>, size: f32) -> Element<'a, Message> {
    let label = plain(label.into(), Role::Label);
    match icon {
        Some(icon) => row![icon.sized(size), label].spacing(space::S).align_y(Alignment::Center).into(),
        None => label.into(),
    }
}

fn sized<'a, Message: 'a>(
    content: Element<'a, Message>,
    look: impl Fn(Status) -> Look + 'a,
) -> Press<'a, Message> {
    press(content, look).height(space::CONTROL).padding([0.0, 14.0])
}

fn small<'a, Message: 'a>(
    content: Element<'a, Message>,
    look: impl Fn(Status) -> Look + 'a,
) -> Press<'a, Message> {
    press(content, look).height(space::CONTROL_S).padding([0.0, 10.0])
}

fn primary_look(status: Status) -> Look {
    match status {
        Status::Active => Look::flat(palette::ACCENT, Color::WHITE),
        Status::Hovered => Look::flat(palette::ACCENT_HOVER, Color::WHITE),
        Status::Pressed => Look::flat(palette::ACCENT_PRESSED, Color::WHITE),
        Status::Disabled => Look::flat(palette::NEUTRAL, palette::FAINT),
    }
}

fn secondary_look(status: Status) -> Look {
    let (background, text) = match status {
        Status::Active => (palette::SURFACE, palette::INK),
        Status::Hovered => (palette::SURFACE_SOFT, palette::INK),
        Status::Pressed => (palette::NEUTRAL, palette::INK),
        Status::Disabled => (palette::CANVAS, palette::FAINT),
    };
    let edge = if status == Status::Hovered { palette::FAINT } else { palette::LINE_STRONG };
    Look::flat(background, text).edged(edge)
}

fn quiet_look(status: Status) -> Look {
    let (background, text) = match status {
        Status::Active => (Color::TRANSPARENT, palette::INK),
        Status::Hovered => (palette::NEUTRAL, palette::INK),
        Status::Pressed => (palette::LINE, palette::INK),
        Status::Disabled => (Color::TRANSPARENT, palette::FAINT),
    };
    Look::flat(background, text)
}
