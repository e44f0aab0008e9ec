//! Chips: a state in a word, or a choice among a few.

use iced::widget::{container, row};
use iced::{Alignment, Element};

use super::press::{Look, Press, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{space, style};

/// Height of a chip.
const HEIGHT: f32 = 22.0;

/// A state: colour and words, and an icon where it helps.
pub fn chip<'a, Message: 'a>(
    tone: Tone,
    icon: Option<Icon>,
    label: impl Into<String>,
) -> Element<'a, Message> {
    container(content(icon, label).color_of(tone))
        .height(HEIGHT)
        .padding([2.0, 10.0])
        .style(style::rounded(tone.soft(), HEIGHT / 2.0))
        .into()
}

/// A count beside a word, as on a tab.
pub fn count<'a, Message: 'a>(number: usize) -> Element<'a, Message> {
    container(plain(number.to_string(), Role::Tiny).color(palette::MUTED))
        .padding([1.0, 8.0])
        .style(style::rounded(palette::NEUTRAL, 9.0))
        .into()
}

/// One choice among a few that are all in view; `tone` shows a state such as
/// "too many" on a choice that is not chosen.
pub fn choice<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    chosen: bool,
    tone: Tone,
    on_press: Message,
) -> Press<'a, Message> {
    let icon = (tone == Tone::Amber && !chosen).then_some(Icon::TriangleAlert);
    let look = move |status: Status| {
        if chosen {
            return Look::flat(palette::CHOSEN, palette::INK).edged(palette::MARK).corners(13.0);
        }
        let edge = match status {
            Status::Hovered | Status::Pressed => palette::LINE_STRONG,
            _ => tone.soft(),
        };
        let text = if tone == Tone::Neutral { palette::INK } else { tone.strong() };
        Look::flat(tone.soft(), text).edged(edge).corners(13.0)
    };
    press(content(icon, label).row(), look).height(26.0).padding([0.0, 10.0]).on_press(on_press)
}

/// Choices in a row: one of them is chosen.
pub fn choices<'a, T: PartialEq + Clone + 'a, Message: Clone + 'a>(
    options: impl IntoIterator<Item = (T, String)>,
    chosen: &T,
    on_choose: impl Fn(T) -> Message,
) -> Element<'a, Message> {
    let chips = options
        .into_iter()
        .map(|(value, label)| choice(label, value == *chosen, Tone::Neutral, on_choose(value)).into());
    row(chips).spacing(space::S).align_y(Alignment::Center).wrap().into()
}

/// Choices in a row of which each is on or off: what, whether it is on, its words.
pub fn toggles<'a, T: Clone + 'a, Message: Clone + 'a>(
    options: impl IntoIterator<Item = (T, bool, String)>,
    on_toggle: impl Fn(T, bool) -> Message,
) -> Element<'a, Message> {
    let chips = options
        .into_iter()
        .map(|(value, on, label)| choice(label, on, Tone::Neutral, on_toggle(value, !on)).into());
    row(chips).spacing(space::S).align_y(Alignment::Center).wrap().vertical_spacing(space::S).into()
}

struct Content {
    icon: Option<Icon>,
    label: String,
}

fn content(icon: Option<Icon>, label: impl Into<String>) -> Content {
    Content { icon, label: label.into() }
}

impl Content {
    fn color_of<'a, Message: 'a>(self, tone: Tone) -> Element<'a, Message> {
        let color = tone.strong();
        row![]
            .push(self.icon.map(|icon| icon.sized(14.0).color(color)))
            .push(plain(self.label, Role::SmallLabel).color(color))
            .spacing(6.0)
            .align_y(Alignment::Center)
            .into()
    }

    fn row<'a, Message: 'a>(self) -> Element<'a, Message> {
        row![]
            .push(self.icon.map(|icon| icon.sized(14.0)))
            .push(plain(self.label, Role::SmallLabel))
            .spacing(6.0)
            .align_y(Alignment::Center)
            .into()
    }
}
