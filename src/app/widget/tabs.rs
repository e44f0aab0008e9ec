//! Tabs under the title of a page.

use iced::widget::row;
use iced::widget::text::Wrapping;
use iced::{Alignment, Border, Element};

use super::chip;
use super::press::{Look, Mark, Status, press};
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space};

/// Height of the row of tabs: it ends on the line under the header.
pub const HEIGHT: f32 = 40.0;

/// One tab: what it stands for, its name, and a count of what is in it.
pub struct Tab<T> {
    /// What it stands for.
    pub value: T,
    /// Its name.
    pub label: String,
    /// How many things are in it.
    pub count: Option<usize>,
}

/// A row of tabs, one of which is shown.
pub fn tabs<'a, T: PartialEq + Copy, Message: Clone + 'a>(
    tabs: impl IntoIterator<Item = Tab<T>>,
    shown: T,
    on_choose: impl Fn(T) -> Message,
) -> Element<'a, Message> {
    let entries = tabs.into_iter().map(|tab| {
        let chosen = tab.value == shown;
        let content = row![plain(tab.label, Role::Label).wrapping(Wrapping::None)]
            .push(tab.count.map(chip::count))
            .spacing(space::S)
            .align_y(Alignment::Center);
        let look = move |status: Status| Look {
            background: iced::Color::TRANSPARENT,
            text: match (chosen, status) {
                (true, _) | (false, Status::Hovered | Status::Pressed) => palette::INK,
                (false, _) => palette::MUTED,
            },
            border: Border { radius: 4.0.into(), ..Border::default() },
            mark: chosen.then_some(Mark::Below),
        };
        press(content, look)
            .height(HEIGHT)
            .padding([0.0, 2.0])
            .ring_inside()
            .on_press(on_choose(tab.value))
            .into()
    });
    // Six of them fit a window of 680 px.
    row(entries).spacing(12.0).into()
}
