//! Work that takes more than half a second: how far it is, and a way to stop it.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::button;
use crate::app::theme::text::body;
use crate::app::theme::{palette, space, style};

/// A bar with what is being done above it. `done` is from 0 to 1.
pub fn progress<'a, Message: Clone + 'a>(
    words: impl Into<String>,
    done: f32,
    cancel: Option<(String, Message)>,
) -> Element<'a, Message> {
    // In thousandths, as shares of a row.
    let filled = (done.clamp(0.0, 1.0) * 1000.0) as u16;
    let part = |share: u16, color| {
        container(Space::new().width(Length::Fill).height(6.0))
            .width(Length::FillPortion(share))
            .style(style::rounded(color, 3.0))
    };
    let mut bar = row![].height(6.0);
    if filled > 0 {
        bar = bar.push(part(filled, palette::ACCENT));
    }
    if filled < 1000 {
        bar = bar.push(part(1000 - filled, palette::NEUTRAL));
    }
    let cancel = cancel.map(|(label, message)| button::secondary_small(None, label).on_press(message));
    column![row![body(words.into()).width(Length::Fill)].push(cancel).align_y(Alignment::Center), bar]
        .spacing(space::S)
        .into()
}
