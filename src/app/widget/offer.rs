//! A line that is offered under a field in which something is sought: the arrows mark one, Enter or a
//! press takes it.

use iced::widget::operation::{self, AbsoluteOffset};
use iced::widget::{container, row, scrollable};
use iced::{Alignment, Color, Element, Length, Task};

use super::press::{Look, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::{palette, space, style};

/// Names the list of what is offered.
const LIST: &str = "offered";
/// So many stand above the one that is marked, where there are as many.
const ABOVE: usize = 3;

/// What is offered, and whether it is marked. The focus stays in the field.
pub fn offer<'a, Message: Clone + 'a>(
    icon: Icon,
    content: impl Into<Element<'a, Message>>,
    is_marked: bool,
    on_choose: Message,
) -> Element<'a, Message> {
    let content = row![icon.sized(16.0).color(palette::MUTED), container(content).width(Length::Fill)]
        .spacing(space::M)
        .align_y(Alignment::Center);
    let look = move |status: Status| {
        let ground = match (is_marked, status) {
            (true, _) => palette::NEUTRAL,
            (false, Status::Hovered | Status::Pressed) => palette::SURFACE_SOFT,
            (false, _) => Color::TRANSPARENT,
        };
        Look::flat(ground, palette::INK).corners(space::RADIUS_S)
    };
    press(content, look)
        .width(Length::Fill)
        .height(space::ROW)
        .padding([0.0, space::S])
        .ring_inside()
        .mouse_only()
        .on_press(on_choose)
        .into()
}

/// What is offered, as a list so high that scrolls.
pub fn list<'a, Message: 'a>(offered: impl Into<Element<'a, Message>>, height: f32) -> Element<'a, Message> {
    let offered = container(offered).width(Length::Fill);
    scrollable(offered).id(LIST).style(style::scroll_bar).height(height).into()
}

/// Scrolls the list to the one that is marked.
pub fn scroll_to<Message: Send + 'static>(marked: usize) -> Task<Message> {
    let above = marked.saturating_sub(ABOVE) as f32 * space::ROW;
    operation::scroll_to(LIST, AbsoluteOffset { x: 0.0, y: above })
}
